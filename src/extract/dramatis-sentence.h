/* dramatis-sentence.h: the clauses of a sentence
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-extraction.h"
#include "dramatis-time-grammar.h"

G_BEGIN_DECLS

/**
 * DramatisPartKind:
 * @DRAMATIS_PART_PHRASE: has no verb: an apposition, or what is said of place, time and manner
 * @DRAMATIS_PART_CLAUSE: a subject and a verb
 * @DRAMATIS_PART_PREDICATE: begins with its verb; the subject stands in a part before it
 * @DRAMATIS_PART_RELATIVE: as @DRAMATIS_PART_PREDICATE, about the last thing that was named before it
 *
 * What a part of a sentence says.
 */
typedef enum
{
  DRAMATIS_PART_PHRASE,
  DRAMATIS_PART_CLAUSE,
  DRAMATIS_PART_PREDICATE,
  DRAMATIS_PART_RELATIVE,
} DramatisPartKind;

/**
 * DramatisPart:
 * @first: its first token
 * @start: where it begins without the words that only join it to another part
 * @end: the token after its last one
 * @verb: its verb, or @end if it has none
 * @kind: what it says
 * @is_subordinate: whether it depends on another part
 * @is_apart: whether more than a comma stands before it
 *
 * A part of a sentence.
 */
typedef struct
{
  guint            first;
  guint            start;
  guint            end;
  guint            verb;
  DramatisPartKind kind;
  gboolean         is_subordinate;
  gboolean         is_apart;
} DramatisPart;

/**
 * DramatisSentence:
 * @grammar: the words of the language
 * @text: the text
 * @tokens: (element-type DramatisToken): its tokens
 * @times: (element-type DramatisFoundTime): the times in it
 * @first: the first token of the sentence
 * @end: the token after its last one
 * @first_time: the first of the times that does not end before the sentence
 * @parts: (element-type DramatisPart): its parts, in text order
 * @has_verb: whether any part has a verb
 *
 * A sentence that was taken apart.
 */
typedef struct
{
  const DramatisTimeGrammar *grammar;
  const char                *text;
  GArray                    *tokens;
  GArray                    *times;
  guint                      first;
  guint                      end;
  guint                      first_time;
  GArray                    *parts;
  gboolean                   has_verb;
} DramatisSentence;

void                dramatis_sentence_read        (DramatisSentence       *self,
                                                   guint                   first,
                                                   guint                   first_time);
const DramatisPart *dramatis_sentence_get_part    (const DramatisSentence *self,
                                                   guint                   index);
guint               dramatis_sentence_find_part   (const DramatisSentence *self,
                                                   guint                   token);
gboolean            dramatis_sentence_is          (const DramatisSentence *self,
                                                   guint                   token,
                                                   const char             *list);
gboolean            dramatis_sentence_is_mark     (const DramatisSentence *self,
                                                   guint                   token,
                                                   const char             *marks);
gboolean            dramatis_sentence_is_verb     (const DramatisSentence *self,
                                                   guint                   token);
guint               dramatis_sentence_skip_time   (const DramatisSentence *self,
                                                   guint                   token);
gboolean            dramatis_sentence_ends_in     (const DramatisSentence *self,
                                                   guint                   token,
                                                   const char             *ending);
guint               dramatis_sentence_skip_aside  (const DramatisSentence *self,
                                                   guint                   token,
                                                   guint                   end);

G_END_DECLS
