/* dramatis-time-grammar.h: how a language writes times
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-tokens.h"

G_BEGIN_DECLS

#define DRAMATIS_TIME_SLOTS 16

/**
 * DramatisTimeSlot:
 * @name: the class of the word, as the rule has it: "MONTH"
 * @value: what the tables, or the digits, say of the word
 *
 * A word of a time expression that means something.
 */
typedef struct
{
  const char *name;
  int         value;
} DramatisTimeSlot;

/**
 * DramatisTimeMatch:
 * @rule: the name of the rule
 * @meaning: what it means
 * @first: the first token of the wording
 * @end: the token after the last one of the wording
 * @seen: the token after the last one that the rule describes
 * @slots: the words that mean something, in text order, and what the rule adds to them
 * @n_slots: how many there are
 *
 * A part of a text that a rule describes.
 */
typedef struct
{
  const char       *rule;
  const char       *meaning;
  guint             first;
  guint             end;
  guint             seen;
  DramatisTimeSlot  slots[DRAMATIS_TIME_SLOTS];
  guint             n_slots;
} DramatisTimeMatch;

typedef struct _DramatisTimeGrammar DramatisTimeGrammar;

DramatisTimeGrammar *dramatis_time_grammar_new      (const char                *language,
                                                     DramatisLexicon           *lexicon);
void                 dramatis_time_grammar_free     (DramatisTimeGrammar       *self);
gboolean             dramatis_time_grammar_match    (const DramatisTimeGrammar *self,
                                                     GArray                    *tokens,
                                                     guint                      index,
                                                     DramatisTimeMatch         *match);
const char          *dramatis_time_grammar_get_past_ending
                                                    (const DramatisTimeGrammar *self);
gboolean             dramatis_time_grammar_is       (const DramatisTimeGrammar *self,
                                                     const char                *list,
                                                     const DramatisToken       *token);
gboolean             dramatis_time_match_get_slot   (const DramatisTimeMatch   *match,
                                                     const char                *name,
                                                     guint                      nth,
                                                     int                       *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DramatisTimeGrammar, dramatis_time_grammar_free)

G_END_DECLS
