/* dramatis-time-tense.c: whether a text tells of what was or of what will be
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-time-text.h"

/* How far from an expression its verb is looked for, in tokens. */
#define MAX_VERB_DISTANCE 14

/* "said on Friday" tells when it was said; further away, it is what was said that has the time. */
#define MAX_SAID_DISTANCE 3

static gboolean
ends_like_past (const DramatisTimeText *self,
                const DramatisToken    *token)
{
  const char *ending = dramatis_time_grammar_get_past_ending (self->grammar);
  gsize length = strlen (ending);

  return token->kind == DRAMATIS_TOKEN_WORD && token->n_bytes > length + 1 && !(token->flags & DRAMATIS_TOKEN_CAPITAL)
         && memcmp (self->text + token->byte + token->n_bytes - length, ending, length) == 0;
}

/* What a verb says of the time: -1 past, 1 future, 0 nothing. "will be held" is future, "held" is past. */
static int
get_tense (const DramatisTimeText *self,
           guint                   index)
{
  const DramatisToken *token = dramatis_time_text_get (self, index);

  /* "Will" and "May" are names */
  if (dramatis_time_text_is_in (self, index, "future"))
    return (token->flags & DRAMATIS_TOKEN_CAPITAL) == 0 || token->flags & DRAMATIS_TOKEN_SENTENCE ? 1 : 0;

  /* "agreed to sell", "is to sell" */
  if (index > 0 && dramatis_time_text_is_in (self, index, "intent-to")
      && dramatis_time_text_is_in (self, index - 1, "intent"))
    return 1;

  if (!dramatis_time_text_is_in (self, index, "past") && !ends_like_past (self, token))
    return 0;

  if (index > 1 && dramatis_time_text_is_in (self, index - 1, "be")
      && dramatis_time_text_is_in (self, index - 2, "auxiliaries"))
    return 1;

  return -1;
}

static int
find_tense_after (const DramatisTimeText *self,
                  guint                   end)
{
  for (guint i = end; i < self->tokens->len && i - end < MAX_VERB_DISTANCE
       && !(dramatis_time_text_get (self, i)->flags & DRAMATIS_TOKEN_SENTENCE); i++)
    {
      int tense = get_tense (self, i);

      if (tense != 0)
        return tense;
    }

  return 0;
}

/**
 * dramatis_time_text_find_tense:
 * @self: a text
 * @first: the first token of an expression of time
 * @end: the token after its last one
 *
 * Looks for the verb that tells whether a time has passed: the one before it or, if there is none in the
 * sentence, the one after it.
 *
 * Returns: -1 if the verb tells of the past, 1 if of the future, 0 if there is none
 */
int
dramatis_time_text_find_tense (const DramatisTimeText *self,
                               guint                   first,
                               guint                   end)
{
  for (guint i = first; i > 0 && first - i < MAX_VERB_DISTANCE
       && !(dramatis_time_text_get (self, i)->flags & DRAMATIS_TOKEN_SENTENCE); i--)
    {
      int tense = get_tense (self, i - 1);
      int later;

      if (tense == 0)
        continue;
      if (first - i < MAX_SAID_DISTANCE || !dramatis_time_text_is_in (self, i - 1, "reporting"))
        return tense;

      later = find_tense_after (self, end);

      return later != 0 ? later : tense;
    }

  return find_tense_after (self, end);
}
