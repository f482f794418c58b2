/* dramatis-time-finder.c: which times a text tells
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-time-finder.h"

#include "dramatis-time-resolver.h"

#include <stdlib.h>
#include <string.h>

/* How far from an expression its verb is looked for. */
#define MAX_VERB_DISTANCE 14

typedef struct
{
  const DramatisTimeGrammar *grammar;
  const char                *text;
  GArray                    *tokens;
  DramatisTime              *published;
  DramatisTime              *last;       /* owned by the extraction */
  guint                      last_end;
  gboolean                   narrative;
  DramatisExtraction        *extraction;
} Finder;

static const DramatisToken *
get (const Finder *self,
     guint         index)
{
  return dramatis_tokens_get (self->tokens, index);
}

static gboolean
is_word (const Finder *self,
         guint         index,
         const char   *word)
{
  const DramatisToken *token;

  if (index >= self->tokens->len)
    return FALSE;
  token = get (self, index);

  return token->n_bytes == strlen (word) && g_ascii_strncasecmp (self->text + token->byte, word, token->n_bytes) == 0;
}

static gboolean
is_in (const Finder *self,
       guint         index,
       const char   *list)
{
  return index < self->tokens->len && dramatis_time_grammar_is (self->grammar, list, get (self, index));
}

static gboolean
is_dash (const Finder *self,
         guint         index)
{
  return is_word (self, index, "-") || is_word (self, index, "–") || is_word (self, index, "—");
}

/* What a verb says of the time: -1 past, 1 future, 0 nothing. "will be held" is future, "held" is past. */
static int
get_tense (const Finder *self,
           guint         index)
{
  const DramatisToken *token = get (self, index);
  const char *ending = dramatis_time_grammar_get_past_ending (self->grammar);
  gsize length = strlen (ending);

  if (is_in (self, index, "future"))
    return 1;
  if (!is_in (self, index, "past")
      && !(token->kind == DRAMATIS_TOKEN_WORD && token->n_bytes > length + 1
           && !(token->flags & DRAMATIS_TOKEN_CAPITAL)
           && memcmp (self->text + token->byte + token->n_bytes - length, ending, length) == 0))
    return 0;

  if (index > 1 && is_in (self, index - 1, "be") && is_in (self, index - 2, "auxiliaries"))
    return 1;

  return -1;
}

/* -1 if the verb of the clause tells of the past, 1 if of the future, 0 if there is none. */
static int
find_direction (const Finder *self,
                guint         first,
                guint         end)
{
  for (guint i = first; i > 0 && first - i < MAX_VERB_DISTANCE && !(get (self, i)->flags & DRAMATIS_TOKEN_SENTENCE); i--)
    {
      int tense = get_tense (self, i - 1);

      if (tense != 0)
        return tense;
    }

  for (guint i = end; i < self->tokens->len && i - end < MAX_VERB_DISTANCE
       && !(get (self, i)->flags & DRAMATIS_TOKEN_SENTENCE); i++)
    {
      int tense = get_tense (self, i);

      if (tense != 0)
        return tense;
    }

  return 0;
}

/* Whether a number from 1000 to 2100 that stands alone is a year. */
static gboolean
is_year (const Finder *self,
         guint         index)
{
  const DramatisToken *token = get (self, index);
  const DramatisToken *next = index + 1 < self->tokens->len ? get (self, index + 1) : NULL;
  const DramatisToken *before = index > 0 ? get (self, index - 1) : NULL;
  gboolean year_word = before != NULL && is_in (self, index - 1, "year-before");
  gboolean loose_word = before != NULL && is_in (self, index - 1, "year-loose");

  if (before != NULL && !(token->flags & DRAMATIS_TOKEN_SPACE)
      && (before->kind != DRAMATIS_TOKEN_MARK || strchr ("$#/.,@_=&?+*%", self->text[before->byte]) != NULL
          || strncmp (self->text + before->byte, "£", 2) == 0 || strncmp (self->text + before->byte, "€", 3) == 0))
    return FALSE;
  if (before != NULL && (is_word (self, index - 1, "$") || is_word (self, index - 1, "No.")
                         || is_word (self, index - 1, "#") || before->kind == DRAMATIS_TOKEN_NUMBER))
    return FALSE;

  if (next != NULL && !(next->flags & (DRAMATIS_TOKEN_LINE | DRAMATIS_TOKEN_SENTENCE)))
    {
      if (is_in (self, index + 1, "count-after"))
        return FALSE;
      if (next->kind == DRAMATIS_TOKEN_NUMBER)
        return FALSE;
      if (next->kind == DRAMATIS_TOKEN_WORD && !(next->flags & DRAMATIS_TOKEN_SPACE))
        return FALSE;
      if (next->kind == DRAMATIS_TOKEN_MARK && !(next->flags & DRAMATIS_TOKEN_SPACE)
          && strchr ("%/@_=°", self->text[next->byte]) != NULL)
        return FALSE;
      /* "1709 schoolchildren": what is counted stands in the plural */
      if (next->kind == DRAMATIS_TOKEN_WORD && !(next->flags & DRAMATIS_TOKEN_CAPITAL) && next->n_bytes > 3
          && self->text[next->byte + next->n_bytes - 1] == 's'
          && self->text[next->byte + next->n_bytes - 2] != 's'
          && (!year_word || loose_word))
        return FALSE;
    }

  /* "There were 1709 schoolchildren" */
  if (!year_word && before != NULL && is_in (self, index - 1, "past") && next != NULL
      && next->kind == DRAMATIS_TOKEN_WORD && !(next->flags & DRAMATIS_TOKEN_CAPITAL))
    return FALSE;

  if (year_word || before == NULL || before->kind != DRAMATIS_TOKEN_WORD)
    return TRUE;

  /* "World Cup 2018", "Comic-Con 2015" and the like, but not "Route 1066" */
  return token->value >= 1500 && token->value <= 2060;
}

static gboolean
has_year (const DramatisTimeMatch *match,
          int                     *year)
{
  return (g_str_equal (match->meaning, "date") || g_str_equal (match->meaning, "year"))
         && dramatis_time_match_get_slot (match, "YEAR", 0, year);
}

/* What stands before an expression only helps to see that it is one: it must not hide a longer one. */
static gboolean
find_match (const Finder      *self,
            guint              index,
            DramatisTimeMatch *match)
{
  DramatisTimeMatch inner;

  if (!dramatis_time_grammar_match (self->grammar, self->tokens, index, match))
    return FALSE;

  return match->first == index
         || !dramatis_time_grammar_match (self->grammar, self->tokens, match->first, &inner)
         || inner.end <= match->end;
}

/* Whether a meaning starts from the day of publication. */
static gboolean
is_relative (const char *meaning)
{
  static const char * const relative[] = {
    "ago", "day", "day-after", "day-before", "from-now", "last-night", "turn", "weekday", NULL
  };

  return g_strv_contains (relative, meaning);
}

/* The bounds of an expression that joins what the text keeps apart. */
static void
adjust (const Finder      *self,
        DramatisTimeMatch *match)
{
  /* "1957-58" is one time, "1890 – 91" are two */
  if (g_str_equal (match->meaning, "year-range")
      && get (self, match->first + 1)->flags & DRAMATIS_TOKEN_SPACE)
    {
      match->end = match->first + 1;
      match->meaning = "year";
      match->rule = "year";
    }
}

/* Whether a number, or a word that looks like a short weekday, is something else here. */
static gboolean
is_other_number (const Finder            *self,
                 const DramatisTimeMatch *match)
{
  if (g_str_equal (match->meaning, "year") && match->end == match->first + 1
      && dramatis_time_match_get_slot (match, "YEAR", 0, NULL))
    return !is_year (self, match->first);

  /* "about 500 miles" */
  if (g_str_equal (match->meaning, "year") && dramatis_time_match_get_slot (match, "OLDYEAR", 0, NULL)
      && match->end == match->first + 1 && match->end < self->tokens->len)
    {
      const DramatisToken *next = get (self, match->end);

      if (is_in (self, match->end, "count-after")
          || (next->kind == DRAMATIS_TOKEN_WORD && self->text[next->byte + next->n_bytes - 1] == 's'))
        return TRUE;
    }

  /* "Edmonton Sun, August 16": a newspaper */
  return match->first > 0 && dramatis_time_match_get_slot (match, "SHORTDAY", 0, NULL)
         && !(get (self, match->first)->flags & (DRAMATIS_TOKEN_SENTENCE | DRAMATIS_TOKEN_LINE))
         && get (self, match->first - 1)->flags & DRAMATIS_TOKEN_CAPITAL;
}

/* "1890 – 91": a short year has to be the right end of a range. */
static gboolean
is_stray_right_year (const Finder            *self,
                     const DramatisTimeMatch *match)
{
  return self->last == NULL || self->last_end + 1 != match->first
         || dramatis_time_get_start_precision (self->last) != DRAMATIS_PRECISION_YEAR
         || is_in (self, match->end, "count-after")
         || (match->end < self->tokens->len && get (self, match->end)->kind == DRAMATIS_TOKEN_WORD
             && !is_dash (self, match->first - 1));
}

/* All that the rules describe, one after the other, and as much as can be said of each alone. */
static GArray *
find_matches (const Finder *self)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (DramatisTimeMatch));

  for (guint i = 0; i < self->tokens->len; i++)
    {
      DramatisTimeMatch match;

      if (!find_match (self, i, &match))
        continue;

      adjust (self, &match);
      if (is_other_number (self, &match))
        continue;
      g_array_append_val (matches, match);
      i = MAX (match.end - 1, i);
    }

  return matches;
}

/* Biographies and histories tell of other times than their own. */
static gboolean
is_narrative (const Finder *self,
              GArray       *matches)
{
  guint n_far = 0;
  guint n_near = 0;
  int published = 0;

  if (self->published != NULL)
    dramatis_day_get_ymd (dramatis_time_get_span (self->published)->start, &published, NULL, NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      const DramatisTimeMatch *match = &g_array_index (matches, DramatisTimeMatch, i);
      int year;

      if (is_relative (match->meaning))
        n_near++;
      else if (!has_year (match, &year))
        continue;
      else if (abs (year - published) > 2)
        n_far++;
      else
        n_near++;
    }

  return n_far >= 4 && n_far * 10 >= (n_far + n_near) * 6;
}

/* "today's Ukraine could be tomorrow's East Asia": days that are none. */
static gboolean
is_figure_of_speech (Finder                  *self,
                     const DramatisTimeMatch *match)
{
  guint first = match->first;
  guint n_owners = 0;

  if (!g_str_equal (match->meaning, "day") || match->end >= self->tokens->len
      || get (self, match->end)->kind != DRAMATIS_TOKEN_POSSESSIVE)
    return FALSE;

  while (first > 0 && !(get (self, first)->flags & DRAMATIS_TOKEN_SENTENCE) && match->first - first < 30)
    first--;

  for (guint i = first; i + 1 < self->tokens->len && i - first < 60; i++)
    {
      DramatisTimeMatch other;

      if (i > first && get (self, i)->flags & DRAMATIS_TOKEN_SENTENCE)
        break;
      if (get (self, i + 1)->kind == DRAMATIS_TOKEN_POSSESSIVE
          && dramatis_time_grammar_match (self->grammar, self->tokens, i, &other)
          && g_str_equal (other.meaning, "day"))
        n_owners++;
    }

  return n_owners > 1;
}

static void
add_time (Finder                  *self,
          const DramatisTimeMatch *match)
{
  DramatisTimeContext context = { .published = self->published, .last = self->last, };
  DramatisTimeMatch right;
  DramatisTime *reference = NULL;
  DramatisFoundTime found = { 0, };
  guint found_end = get (self, match->end - 1)->byte + get (self, match->end - 1)->n_bytes;

  found.rule = match->rule;
  found.first_token = match->first;
  found.end_token = match->end;
  found.range.start = get (self, match->first)->start;
  found.range.end = get (self, match->end - 1)->end;

  context.direction = find_direction (self, match->first, match->end);
  context.narrative = self->narrative;
  if (match->first > 0)
    {
      context.approximate = is_in (self, match->first - 1, "approximate");
      if (is_in (self, match->first - 1, "until") && !self->narrative)
        {
          context.direction = 1;
          context.forced = TRUE;
        }
      else if (is_in (self, match->first - 1, "by") && context.direction == 0)
        {
          context.direction = 1;
        }
      if (is_in (self, match->first - 1, "since"))
        {
          context.direction = -1;
          context.forced = TRUE;
        }
      if (self->last != NULL && self->last_end + 1 == match->first && is_in (self, match->first - 1, "range-words"))
        context.after = self->last;
    }

  /* "January 23 - March 9 2014": the year stands at the end of the range */
  if (is_in (self, match->end, "range-words") && match->end + 1 < self->tokens->len
      && dramatis_time_grammar_match (self->grammar, self->tokens, match->end + 1, &right)
      && g_str_equal (right.meaning, "date") && right.first == match->end + 1)
    dramatis_time_match_get_slot (&right, "YEAR", 0, &context.year);

  /* a year that was named shortly before holds for the rest of the paragraph */
  if (!context.narrative && self->last != NULL && self->published != NULL
      && g_array_index (self->extraction->times, DramatisFoundTime, self->extraction->times->len - 1).end_token + 40
         > match->first)
    {
      int year;
      int published;

      dramatis_day_get_ymd (dramatis_time_get_span (self->last)->start, &year, NULL, NULL);
      dramatis_day_get_ymd (dramatis_time_get_span (self->published)->start, &published, NULL, NULL);
      if (abs (year - published) > 1 && dramatis_time_get_start_precision (self->last) <= DRAMATIS_PRECISION_MONTH
          && g_str_equal (match->meaning, "date"))
        {
          gboolean same_line = TRUE;

          for (guint i = self->last_end; i < match->first && same_line; i++)
            same_line = (get (self, i)->flags & DRAMATIS_TOKEN_LINE) == 0;
          context.narrative = same_line;
        }
    }

  /* "in last years": no certain one */
  if (!g_str_equal (match->meaning, "undated")
      && !(g_str_equal (match->meaning, "turn") && self->text[found_end - 1] == 's')
      && !is_figure_of_speech (self, match)
      && !(g_str_equal (match->meaning, "anaphor-back") && match->end < self->tokens->len
           && get (self, match->end)->kind == DRAMATIS_TOKEN_WORD))
    found.time = dramatis_time_resolver_resolve (match, &context, &reference);

  if (found.time != NULL && reference != NULL)
    found.reference = dramatis_time_ref (reference);

  g_array_append_val (self->extraction->times, found);

  if (found.time != NULL)
    {
      self->last = found.time;
      self->last_end = match->end;
    }
}

/**
 * dramatis_time_finder_find:
 * @grammar: the rules of the language
 * @text: valid UTF-8
 * @tokens: (element-type DramatisToken): its tokens
 * @published: (nullable): when the text was published
 * @extraction: where to add times
 *
 * Finds the expressions of time in a text and the days they mean.
 *
 * There are two points of reference: the day on which the text was published, and the time that it told
 * last. Nothing else is one: without @published, "yesterday" is found but not dated.
 */
void
dramatis_time_finder_find (const DramatisTimeGrammar *grammar,
                           const char                *text,
                           GArray                    *tokens,
                           DramatisTime              *published,
                           DramatisExtraction        *extraction)
{
  Finder self = { .grammar = grammar, .text = text, .tokens = tokens, .extraction = extraction };
  g_autoptr (GArray) matches = NULL;

  /* relative times need a day to start from */
  if (published != NULL && dramatis_time_get_start_precision (published) == DRAMATIS_PRECISION_DAY
      && !dramatis_time_is_interval (published))
    self.published = published;
  matches = find_matches (&self);
  self.narrative = is_narrative (&self, matches);

  for (guint i = 0; i < matches->len; i++)
    {
      const DramatisTimeMatch *match = &g_array_index (matches, DramatisTimeMatch, i);

      if (g_str_equal (match->meaning, "none")
          || (g_str_equal (match->meaning, "right-year") && is_stray_right_year (&self, match)))
        continue;
      add_time (&self, match);
    }
}
