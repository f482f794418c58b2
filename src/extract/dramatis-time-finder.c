/* dramatis-time-finder.c: which times a text tells
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-time-finder.h"

#include "dramatis-time-resolver.h"
#include "dramatis-time-text.h"

#include <stdlib.h>

/* A year holds for the dates that follow it in its paragraph, not further away than this, in tokens. */
#define MAX_YEAR_DISTANCE 40

/* Where "today" and "tomorrow" of one figure of speech are looked for, in tokens. */
#define MAX_FIGURE_DISTANCE 30

typedef struct
{
  DramatisTimeText    text;
  DramatisTime       *published;
  DramatisTime       *last;       /* owned by the extraction */
  DramatisTime       *last_day;   /* the last one that was a day; owned by the extraction */
  guint               last_end;
  gboolean            narrative;
  DramatisExtraction *extraction;
} Finder;

static const DramatisToken *
get (const Finder *self,
     guint         index)
{
  return dramatis_time_text_get (&self->text, index);
}

static gboolean
is_in (const Finder *self,
       guint         index,
       const char   *list)
{
  return dramatis_time_text_is_in (&self->text, index, list);
}

static gboolean
match_at (const Finder      *self,
          guint              index,
          DramatisTimeMatch *match)
{
  return dramatis_time_grammar_match (self->text.grammar, self->text.tokens, index, match);
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

  if (!match_at (self, index, match))
    return FALSE;

  return match->first == index || !match_at (self, match->first, &inner) || inner.end <= match->seen;
}

/* Whether a meaning starts from the day of publication. */
static gboolean
is_relative (const char *meaning)
{
  static const char * const relative[] = {
    "ago", "day", "from-now", "turn", "weekday", NULL
  };

  return g_strv_contains (relative, meaning);
}

/* The bounds of an expression that joins what the text keeps apart. */
static void
adjust (const Finder      *self,
        DramatisTimeMatch *match)
{
  /* "1957-58" is one time, "1890 – 91" are two */
  if (g_str_equal (match->meaning, "year-range") && !dramatis_time_text_is_attached (&self->text, match->first + 1))
    {
      match->end = match->first + 1;
      match->meaning = "year";
      match->rule = "year";
    }
}

/* "about 500 miles" */
static gboolean
is_count (const Finder *self,
          guint         end)
{
  const DramatisToken *next;

  if (end >= self->text.tokens->len)
    return FALSE;
  next = get (self, end);

  return is_in (self, end, "count-after")
         || (next->kind == DRAMATIS_TOKEN_WORD && self->text.text[next->byte + next->n_bytes - 1] == 's');
}

/* Whether a number, or a word that looks like a short weekday, is something else here. */
static gboolean
is_other_number (const Finder            *self,
                 const DramatisTimeMatch *match,
                 guint                    last_end)
{
  if (g_str_equal (match->meaning, "year") && match->end == match->first + 1)
    {
      if (dramatis_time_match_get_slot (match, "YEAR", 0, NULL))
        return !dramatis_time_text_is_year (&self->text, match->first, last_end + 1 == match->first);
      return is_count (self, match->end);
    }
  if (g_str_equal (match->meaning, "old-year"))
    return is_count (self, match->end);

  /* "'97" has no space inside, nor have "1998/99" and "10:30" */
  if (dramatis_time_match_get_slot (match, "YY", 0, NULL) || dramatis_time_match_get_slot (match, "MINUTE", 0, NULL))
    {
      for (guint i = match->first + 1; i < match->end; i++)
        if (get (self, i - 1)->kind == DRAMATIS_TOKEN_MARK && get (self, i)->kind == DRAMATIS_TOKEN_NUMBER
            && get (self, i)->flags & DRAMATIS_TOKEN_SPACE && get (self, i - 1)->n_bytes == 1
            && strchr ("':/", self->text.text[get (self, i - 1)->byte]) != NULL)
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
         || (match->end < self->text.tokens->len && get (self, match->end)->kind == DRAMATIS_TOKEN_WORD
             && !dramatis_time_text_is_dash (&self->text, match->first - 1));
}

static gboolean
has_number (const Finder            *self,
            const DramatisTimeMatch *match)
{
  for (guint i = match->first; i < match->end; i++)
    if (get (self, i)->kind == DRAMATIS_TOKEN_NUMBER)
      return TRUE;

  return FALSE;
}

/* "The Sunday Times", "USA Today", "Theresa May": a part of the name @mention, which ends at or after the match. */
static gboolean
is_part_of_name (const Finder            *self,
                 const DramatisTimeMatch *match,
                 const DramatisRange     *mention)
{
  guint start = get (self, match->first)->start;
  guint end = dramatis_token_get_end (get (self, match->end - 1));

  return start >= mention->start && !has_number (self, match) && !(start == mention->start && end == mention->end);
}

/* The last names of the persons in the text, as numbers of words: "Mrs May" can be more often told of than the month. */
static GHashTable *
find_surnames (const Finder *self)
{
  GHashTable *surnames = g_hash_table_new (NULL, NULL);
  guint token = 0;

  for (guint i = 0; i < self->extraction->mentions->len; i++)
    {
      const DramatisFoundMention *mention = &g_array_index (self->extraction->mentions, DramatisFoundMention, i);
      const DramatisFoundActor *actor = &g_array_index (self->extraction->actors, DramatisFoundActor, mention->actor);

      while (token < self->text.tokens->len && dramatis_token_get_end (get (self, token)) < mention->range.end)
        token++;
      if (actor->kind == DRAMATIS_ACTOR_KIND_PERSON && token < self->text.tokens->len
          && get (self, token)->start > mention->range.start && get (self, token)->lower != 0)
        g_hash_table_add (surnames, GUINT_TO_POINTER (get (self, token)->lower));
    }

  return surnames;
}

/* All that the rules describe, one after the other, and as much as can be said of each alone. */
static GArray *
find_matches (const Finder *self)
{
  g_autoptr (GHashTable) surnames = find_surnames (self);
  GArray *mentions = self->extraction->mentions;
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (DramatisTimeMatch));
  guint mention = 0;
  guint last_end = 0;

  for (guint i = 0; i < self->text.tokens->len; i++)
    {
      DramatisTimeMatch match;

      if (!find_match (self, i, &match))
        continue;

      adjust (self, &match);
      while (mention < mentions->len
             && g_array_index (mentions, DramatisFoundMention, mention).range.end < dramatis_token_get_end (get (self, match.end - 1)))
        mention++;

      if (is_other_number (self, &match, last_end)
          || (mention < mentions->len
              && is_part_of_name (self, &match, &g_array_index (mentions, DramatisFoundMention, mention).range))
          || (match.end == match.first + 1
              && g_hash_table_contains (surnames, GUINT_TO_POINTER (get (self, match.first)->lower))
              && !is_in (self, match.first - 1, "month-before")))
        continue;

      g_array_append_val (matches, match);
      if (!g_str_equal (match.meaning, "right-year"))
        last_end = match.end;
      i = MAX (match.end - 1, i);
    }

  return matches;
}

/* "around 373" is a year in a text that tells of such years, and a number in others. */
static void
drop_old_years (GArray *matches)
{
  guint n_kept = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      const DramatisTimeMatch *match = &g_array_index (matches, DramatisTimeMatch, i);

      if (!g_str_equal (match->meaning, "old-year") && dramatis_time_match_get_slot (match, "OLDYEAR", 0, NULL)
          && !g_str_equal (match->meaning, "right-year"))
        return;
    }

  for (guint i = 0; i < matches->len; i++)
    {
      const DramatisTimeMatch *match = &g_array_index (matches, DramatisTimeMatch, i);

      if (!g_str_equal (match->meaning, "old-year"))
        g_array_index (matches, DramatisTimeMatch, n_kept++) = *match;
    }
  g_array_set_size (matches, n_kept);
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

/* "today’s Ukraine could be tomorrow’s East Asia": days that are none. */
static gboolean
is_figure_of_speech (const Finder            *self,
                     const DramatisTimeMatch *match)
{
  guint first = match->first;
  guint n_owners = 0;

  if (!g_str_equal (match->meaning, "day") || match->end >= self->text.tokens->len
      || get (self, match->end)->kind != DRAMATIS_TOKEN_POSSESSIVE)
    return FALSE;

  while (first > 0 && !(get (self, first)->flags & DRAMATIS_TOKEN_SENTENCE)
         && match->first - first < MAX_FIGURE_DISTANCE)
    first--;

  for (guint i = first; i + 1 < self->text.tokens->len && i < match->first + MAX_FIGURE_DISTANCE; i++)
    {
      DramatisTimeMatch other;

      if (i > first && get (self, i)->flags & DRAMATIS_TOKEN_SENTENCE)
        break;
      if (get (self, i + 1)->kind == DRAMATIS_TOKEN_POSSESSIVE && match_at (self, i, &other)
          && g_str_equal (other.meaning, "day"))
        n_owners++;
    }

  return n_owners > 1;
}

/* Whether the year that was told last holds for a date in the same paragraph. */
static gboolean
continues_year (const Finder            *self,
                const DramatisTimeMatch *match)
{
  int year;
  int published;

  if (self->last == NULL || self->published == NULL || !g_str_equal (match->meaning, "date")
      || dramatis_time_get_start_precision (self->last) > DRAMATIS_PRECISION_MONTH
      || self->last_end + MAX_YEAR_DISTANCE <= match->first)
    return FALSE;

  dramatis_day_get_ymd (dramatis_time_get_span (self->last)->start, &year, NULL, NULL);
  dramatis_day_get_ymd (dramatis_time_get_span (self->published)->start, &published, NULL, NULL);
  if (abs (year - published) <= 1)
    return FALSE;

  for (guint i = self->last_end; i < match->first; i++)
    if (get (self, i)->flags & DRAMATIS_TOKEN_LINE)
      return FALSE;

  return TRUE;
}

static DramatisTimeContext
get_context (const Finder            *self,
             const DramatisTimeMatch *match)
{
  DramatisTimeContext context = { .published = self->published, .last = self->last, .last_day = self->last_day };
  DramatisTimeMatch right;

  context.direction = dramatis_time_text_find_tense (&self->text, match->first, match->end);
  context.narrative = self->narrative || continues_year (self, match);

  if (match->first > 0)
    {
      guint before = match->first - 1;

      context.approximate = is_in (self, before, "approximate");
      if (self->last != NULL && self->last_end == before && is_in (self, before, "range-words"))
        context.after = self->last;
      if (is_in (self, before, "until") && !self->narrative)
        {
          context.direction = 1;
          context.forced = TRUE;
        }
      else if (is_in (self, before, "by") && context.direction == 0)
        {
          context.direction = 1;
        }
      else if (is_in (self, before, "since"))
        {
          context.direction = -1;
          context.forced = TRUE;
        }
    }

  /* "January 23 - March 9 2014": the year stands at the end of the range */
  if (is_in (self, match->end, "range-words") && match->end + 1 < self->text.tokens->len
      && match_at (self, match->end + 1, &right)
      && g_str_equal (right.meaning, "date") && right.first == match->end + 1)
    dramatis_time_match_get_slot (&right, "YEAR", 0, &context.year);

  return context;
}

/* Whether it is no certain time although its rule could date it. */
static gboolean
is_vague (const Finder            *self,
          const DramatisTimeMatch *match)
{
  const DramatisToken *last = get (self, match->end - 1);
  int day;

  /* "in last years" */
  if (g_str_equal (match->meaning, "turn") && self->text.text[last->byte + last->n_bytes - 1] == 's')
    return TRUE;

  /* "the night before the vote" */
  if (g_str_equal (match->meaning, "anaphor-back") && match->end < self->text.tokens->len
      && get (self, match->end)->kind == DRAMATIS_TOKEN_WORD)
    return TRUE;

  /* "what is today Germany": a history has no day of its own */
  if (self->narrative && dramatis_time_match_get_slot (match, "DAYWORD", 0, &day) && day == 0)
    return TRUE;

  return is_figure_of_speech (self, match);
}

static void
add_time (Finder                  *self,
          const DramatisTimeMatch *match)
{
  DramatisTimeContext context = get_context (self, match);
  DramatisTime *reference = NULL;
  DramatisFoundTime found = { 0, };

  found.rule = match->rule;
  found.first_token = match->first;
  found.end_token = match->end;
  found.range.start = get (self, match->first)->start;
  found.range.end = dramatis_token_get_end (get (self, match->end - 1));

  if (!g_str_equal (match->meaning, "undated") && !is_vague (self, match))
    found.time = dramatis_time_resolver_resolve (match, &context, &reference);
  if (found.time != NULL && reference != NULL)
    found.reference = dramatis_time_ref (reference);

  g_array_append_val (self->extraction->times, found);

  if (found.time != NULL)
    {
      self->last = found.time;
      self->last_end = match->end;
      if (dramatis_time_get_start_precision (found.time) == DRAMATIS_PRECISION_DAY
          && !dramatis_time_is_interval (found.time))
        self->last_day = found.time;
    }
}

/**
 * dramatis_time_finder_find:
 * @grammar: the rules of the language
 * @text: valid UTF-8
 * @tokens: (element-type DramatisToken): its tokens
 * @published: (nullable): when the text was published
 * @extraction: where to add times; what it has of mentions tells names from times
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
  Finder self = { .text = { grammar, text, tokens }, .extraction = extraction };
  g_autoptr (GArray) matches = NULL;

  /* relative times need a day to start from */
  if (published != NULL && dramatis_time_get_start_precision (published) == DRAMATIS_PRECISION_DAY
      && !dramatis_time_is_interval (published))
    self.published = published;
  matches = find_matches (&self);
  drop_old_years (matches);
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
