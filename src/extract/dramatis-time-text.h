/* dramatis-time-text.h: a text in which times are looked for
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <string.h>

#include "dramatis-time-grammar.h"

G_BEGIN_DECLS

/**
 * DramatisTimeText:
 * @grammar: the rules of its language
 * @text: valid UTF-8
 * @tokens: (element-type DramatisToken): its tokens
 *
 * A text in which times are looked for.
 */
typedef struct
{
  const DramatisTimeGrammar *grammar;
  const char                *text;
  GArray                    *tokens;
} DramatisTimeText;

static inline const DramatisToken *
dramatis_time_text_get (const DramatisTimeText *self,
                        guint                   index)
{
  return dramatis_tokens_get (self->tokens, index);
}

/* Whether there is such a token and a list of the language has it. */
static inline gboolean
dramatis_time_text_is_in (const DramatisTimeText *self,
                          guint                   index,
                          const char             *list)
{
  return index < self->tokens->len
         && dramatis_time_grammar_is (self->grammar, list, dramatis_time_text_get (self, index));
}

/* Whether there is such a token and it is written so, whatever the case. */
static inline gboolean
dramatis_time_text_is (const DramatisTimeText *self,
                       guint                   index,
                       const char             *word)
{
  const DramatisToken *token;

  if (index >= self->tokens->len)
    return FALSE;
  token = dramatis_time_text_get (self, index);

  return token->n_bytes == strlen (word) && g_ascii_strncasecmp (self->text + token->byte, word, token->n_bytes) == 0;
}

static inline gboolean
dramatis_time_text_is_dash (const DramatisTimeText *self,
                            guint                   index)
{
  return dramatis_time_text_is (self, index, "-") || dramatis_time_text_is (self, index, "–")
         || dramatis_time_text_is (self, index, "—");
}

/* Whether a token follows the one before it without a space. */
static inline gboolean
dramatis_time_text_is_attached (const DramatisTimeText *self,
                                guint                   index)
{
  return index > 0 && index < self->tokens->len
         && (dramatis_time_text_get (self, index)->flags & (DRAMATIS_TOKEN_SPACE | DRAMATIS_TOKEN_LINE)) == 0;
}

int      dramatis_time_text_find_tense (const DramatisTimeText *self,
                                        guint                   first,
                                        guint                   end);
gboolean dramatis_time_text_is_year    (const DramatisTimeText *self,
                                        guint                   index,
                                        gboolean                after_year);

G_END_DECLS
