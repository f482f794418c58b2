/* dramatis-sentence.c: the clauses of a sentence
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-sentence.h"

#include <string.h>

/* A sentence that is longer is a list; the bound keeps a text without full stops linear. */
#define MAX_SENTENCE_TOKENS 240

/* How far the verb of a clause stands from the word that opens it. */
#define MAX_SUBJECT_TOKENS 9

static const DramatisToken *
get (const DramatisSentence *self,
     guint                   token)
{
  static const DramatisToken none = { .kind = DRAMATIS_TOKEN_MARK };

  return token < self->tokens->len ? dramatis_tokens_get (self->tokens, token) : &none;
}

/**
 * dramatis_sentence_get_part:
 * @self: a sentence
 * @index: the number of a part
 *
 * Gets a part of a sentence.
 *
 * Returns: (transfer none): the part
 */
const DramatisPart *
dramatis_sentence_get_part (const DramatisSentence *self,
                            guint                   index)
{
  return &g_array_index (self->parts, DramatisPart, index);
}

/**
 * dramatis_sentence_find_part:
 * @self: a sentence
 * @token: a token of it
 *
 * Finds the part in which a token stands.
 *
 * Returns: the number of the part
 */
guint
dramatis_sentence_find_part (const DramatisSentence *self,
                             guint                   token)
{
  guint i = 0;

  while (i + 1 < self->parts->len && dramatis_sentence_get_part (self, i + 1)->first <= token)
    i++;

  return i;
}

/**
 * dramatis_sentence_is:
 * @self: a sentence
 * @token: a token
 * @list: the name of a list of words
 *
 * Looks a word up. A token past the end of the text is no word.
 *
 * Returns: whether the list has it
 */
gboolean
dramatis_sentence_is (const DramatisSentence *self,
                      guint                   token,
                      const char             *list)
{
  return dramatis_time_grammar_is (self->grammar, list, get (self, token));
}

/**
 * dramatis_sentence_is_mark:
 * @self: a sentence
 * @token: a token
 * @marks: characters
 *
 * Looks at a mark.
 *
 * Returns: whether the token is one of @marks
 */
gboolean
dramatis_sentence_is_mark (const DramatisSentence *self,
                           guint                   token,
                           const char             *marks)
{
  const DramatisToken *mark = get (self, token);

  return mark->kind == DRAMATIS_TOKEN_MARK && mark->n_bytes > 0
         && g_utf8_strchr (marks, -1, g_utf8_get_char (self->text + mark->byte)) != NULL;
}

/**
 * dramatis_sentence_ends_in:
 * @self: a sentence
 * @token: a token
 * @ending: the last letters of a word
 *
 * Looks at the end of a word in lower case.
 *
 * Returns: whether it ends so, and has a stem of two letters or more before that
 */
gboolean
dramatis_sentence_ends_in (const DramatisSentence *self,
                           guint                   token,
                           const char             *ending)
{
  const DramatisToken *word = get (self, token);
  gsize length = strlen (ending);

  return word->kind == DRAMATIS_TOKEN_WORD && (word->flags & DRAMATIS_TOKEN_CAPITAL) == 0
         && word->n_bytes >= length + 2
         && memcmp (self->text + word->byte + word->n_bytes - length, ending, length) == 0;
}

/* "left-liberal" */
static gboolean
is_hyphened (const DramatisSentence *self,
             guint                   token)
{
  return (dramatis_sentence_is_mark (self, token + 1, "-‐") && !(get (self, token + 1)->flags & DRAMATIS_TOKEN_SPACE))
         || (token > 0 && dramatis_sentence_is_mark (self, token - 1, "-‐")
             && !(get (self, token)->flags & DRAMATIS_TOKEN_SPACE));
}

/**
 * dramatis_sentence_is_verb:
 * @self: a sentence
 * @token: a token
 *
 * Guesses whether a word is a verb that has a subject. There is no dictionary of verbs: what a list has, and what
 * ends as the past does, is one, unless the word before makes a noun, an adjective or an infinitive of it.
 *
 * Returns: whether it is
 */
gboolean
dramatis_sentence_is_verb (const DramatisSentence *self,
                           guint                   token)
{
  const char *ending = dramatis_time_grammar_get_past_ending (self->grammar);

  if (get (self, token)->kind != DRAMATIS_TOKEN_WORD || get (self, token)->flags & DRAMATIS_TOKEN_CAPITAL
      || is_hyphened (self, token))
    return FALSE;

  if (dramatis_sentence_is (self, token, "auxiliaries-finite"))
    return token == 0 || !dramatis_sentence_is (self, token - 1, "infinitive");

  if (token > 0 && dramatis_sentence_is (self, token - 1, "passive"))
    return FALSE;
  if (token > 0 && (dramatis_sentence_is (self, token - 1, "determiners")
                    || dramatis_sentence_is (self, token - 1, "infinitive")
                    || dramatis_sentence_is (self, token - 1, "cut-before")
                    || get (self, token - 1)->kind == DRAMATIS_TOKEN_POSSESSIVE))
    return (dramatis_sentence_is (self, token - 1, "coordinators")
            || dramatis_sentence_is (self, token - 1, "relatives"))
           && (dramatis_sentence_is (self, token, "verbs") || dramatis_sentence_ends_in (self, token, ending));

  return dramatis_sentence_is (self, token, "verbs") || dramatis_sentence_ends_in (self, token, ending);
}

/**
 * dramatis_sentence_skip_aside:
 * @self: a sentence
 * @token: a token
 * @end: where to stop
 *
 * Skips what stands in brackets, which is said by the way.
 *
 * Returns: the token after the bracket that opens at @token, or @token if none opens there
 */
guint
dramatis_sentence_skip_aside (const DramatisSentence *self,
                              guint                   token,
                              guint                   end)
{
  guint depth = 0;

  if (!dramatis_sentence_is_mark (self, token, "(["))
    return token;

  for (; token < end; token++)
    {
      if (dramatis_sentence_is_mark (self, token, "(["))
        depth++;
      else if (dramatis_sentence_is_mark (self, token, ")]") && --depth == 0)
        return token + 1;
    }

  return end;
}

/**
 * dramatis_sentence_skip_time:
 * @self: a sentence
 * @token: a token of it
 *
 * Skips the words of a time.
 *
 * Returns: the token after the time in which @token stands, or @token if it stands in none
 */
guint
dramatis_sentence_skip_time (const DramatisSentence *self,
                             guint                   token)
{
  for (guint i = self->first_time; i < self->times->len; i++)
    {
      const DramatisFoundTime *time = &g_array_index (self->times, DramatisFoundTime, i);

      if (time->first_token > token)
        break;
      if (time->end_token > token)
        return time->end_token;
    }

  return token;
}

static gboolean
is_adverb (const DramatisSentence *self,
           guint                   token)
{
  return dramatis_sentence_is (self, token, "adverbs") || dramatis_sentence_ends_in (self, token, "ly");
}

/* What may stand between a subject and its verb, or between "and" and a verb: adverbs, and "in 1665". */
static guint
skip_adverbs (const DramatisSentence *self,
              guint                   token)
{
  while (token < self->end)
    {
      guint past = token;

      while (dramatis_sentence_is (self, past, "time-openers"))
        past++;
      past = dramatis_sentence_skip_time (self, past);
      if (past > token && dramatis_sentence_skip_time (self, past - 1) == past)
        token = past;
      else if (is_adverb (self, token))
        token++;
      else
        break;
    }

  return token;
}

/* Whether a subject with its verb follows. */
static gboolean
begins_subject (const DramatisSentence *self,
                guint                   token)
{
  for (guint i = token; i < token + MAX_SUBJECT_TOKENS && i < self->end; i++)
    {
      if (dramatis_sentence_is (self, i, "coordinators") || dramatis_sentence_is (self, i, "relatives")
          || get (self, i)->kind == DRAMATIS_TOKEN_MARK)
        return FALSE;
      if (dramatis_sentence_is_verb (self, i))
        return i > token;
    }

  return FALSE;
}

/* Whether a word that joins begins another part without a comma. */
static gboolean
begins_part (const DramatisSentence *self,
             guint                   token)
{
  if (dramatis_sentence_is (self, token, "coordinators"))
    return dramatis_sentence_is_verb (self, skip_adverbs (self, token + 1)) || begins_subject (self, token + 1);

  return dramatis_sentence_is (self, token, "subordinators") && begins_subject (self, token + 1);
}

/* Whether the subject of the verb that follows was named without a verb of its own. */
static gboolean
awaits_verb (const DramatisSentence *self)
{
  for (guint i = self->parts->len; i > 0; i--)
    {
      const DramatisPart *part = dramatis_sentence_get_part (self, i - 1);

      if ((part->kind == DRAMATIS_PART_CLAUSE || part->kind == DRAMATIS_PART_PREDICATE) && !part->is_subordinate)
        return FALSE;
      if (part->is_apart)
        break;
    }

  return TRUE;
}

static void
add_part (DramatisSentence *self,
          guint             first,
          guint             end,
          gboolean          is_apart)
{
  const char *ending = dramatis_time_grammar_get_past_ending (self->grammar);
  DramatisPart part = { .first = first, .start = first, .end = end, .verb = end, .is_apart = is_apart };
  gboolean is_joined = FALSE;
  gboolean is_relative = FALSE;

  for (; part.start < end; part.start++)
    {
      part.start = dramatis_sentence_skip_aside (self, part.start, end);
      if (dramatis_sentence_is (self, part.start, "coordinators"))
        is_joined = TRUE;
      else if (dramatis_sentence_is (self, part.start, "subordinators") && begins_subject (self, part.start + 1))
        part.is_subordinate = TRUE;
      else if (!dramatis_sentence_is (self, part.start, "leading")
               && !dramatis_sentence_is_mark (self, part.start, ",.“\"'‘’”)…"))
        break;
    }

  /* "in which 1,426 pilgrims were trampled" */
  if (part.start + 1 < end && dramatis_sentence_is (self, part.start, "cut-before")
      && dramatis_sentence_is (self, part.start + 1, "relatives"))
    {
      part.start += 2;
      part.is_subordinate = TRUE;
    }
  else if (dramatis_sentence_is (self, part.start, "relatives"))
    {
      part.start++;
      part.is_subordinate = TRUE;
      is_relative = TRUE;
    }

  for (guint i = part.start; i < end; i++)
    {
      i = dramatis_sentence_skip_aside (self, i, end);
      if (i < end && dramatis_sentence_is_verb (self, i))
        {
          part.verb = i;
          break;
        }
    }

  if (part.verb == end && dramatis_sentence_is (self, part.first, "absolutes"))
    {
      /* "with Japan reinterpreting its constitution" */
      for (guint i = part.first + 2; i < end && part.verb == end; i++)
        if (dramatis_sentence_ends_in (self, i, "ing") && !dramatis_sentence_is (self, i - 1, "cut-before")
            && !dramatis_sentence_is (self, i - 1, "determiners"))
          part.verb = i;
      part.is_subordinate = TRUE;
      if (part.verb < end)
        {
          part.start = part.first + 1;
          part.kind = DRAMATIS_PART_CLAUSE;
        }
    }
  else if (part.verb < end)
    {
      gboolean is_first = skip_adverbs (self, part.start) == part.verb;

      self->has_verb = TRUE;
      if (!is_first)
        part.kind = DRAMATIS_PART_CLAUSE;
      else if (is_relative)
        part.kind = DRAMATIS_PART_RELATIVE;
      /* "published in a paper": no verb but a participle, unless a subject waits for one */
      else if (is_joined || awaits_verb (self)
               || !(dramatis_sentence_ends_in (self, part.verb, ending)
                    || dramatis_sentence_is (self, part.verb, "participles")))
        part.kind = DRAMATIS_PART_PREDICATE;
      else
        part.verb = end;
    }

  if (part.start < end)
    g_array_append_val (self->parts, part);
}

/* Whether more than a comma parts what stands before and after @token. */
static gboolean
is_break (const DramatisSentence *self,
          guint                   token)
{
  return dramatis_sentence_is_mark (self, token, ";:")
         || (dramatis_sentence_is_mark (self, token, "–—-") && get (self, token)->flags & DRAMATIS_TOKEN_SPACE
             && get (self, token + 1)->flags & DRAMATIS_TOKEN_SPACE
             /* "six - member" */
             && !(dramatis_sentence_is_mark (self, token, "-")
                  && get (self, token - 1)->kind == DRAMATIS_TOKEN_WORD
                  && !(get (self, token - 1)->flags & DRAMATIS_TOKEN_CAPITAL)));
}

static gboolean
starts_sentence (const DramatisSentence *self,
                 guint                   token)
{
  return (get (self, token)->flags & (DRAMATIS_TOKEN_SENTENCE | DRAMATIS_TOKEN_LINE)) != 0
         && (token == 0 || !dramatis_sentence_is_mark (self, token - 1, "(["));
}

/**
 * dramatis_sentence_read:
 * @self: a sentence whose grammar, text, tokens, times and parts are set
 * @first: the first token of a sentence
 * @first_time: the first of the times that does not end before it
 *
 * Takes the sentence apart that begins at a token.
 */
void
dramatis_sentence_read (DramatisSentence *self,
                        guint             first,
                        guint             first_time)
{
  gboolean has_verb = FALSE;
  gboolean is_apart = FALSE;

  self->first = first;
  self->first_time = first_time;
  self->has_verb = FALSE;
  self->end = first + 1;
  while (self->end < self->tokens->len && self->end - first < MAX_SENTENCE_TOKENS && !starts_sentence (self, self->end))
    self->end++;
  g_array_set_size (self->parts, 0);

  for (guint i = first; i < self->end; i++)
    {
      guint past = dramatis_sentence_skip_aside (self, i, self->end);

      past = MAX (past, dramatis_sentence_skip_time (self, i));
      if (past > i)
        {
          i = past - 1;
          continue;
        }

      if (dramatis_sentence_is_mark (self, i, ",") || is_break (self, i))
        {
          add_part (self, first, i, is_apart);
          is_apart = is_break (self, i);
          first = i + 1;
          has_verb = FALSE;
        }
      else if (has_verb && begins_part (self, i))
        {
          add_part (self, first, i, is_apart);
          is_apart = FALSE;
          first = i;
          has_verb = FALSE;
        }
      else
        {
          has_verb |= dramatis_sentence_is_verb (self, i);
        }
    }

  add_part (self, first, self->end, is_apart);
}
