/* dramatis-event-finder.c: what happened when, according to a text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-event-finder.h"

#include <string.h>

/* A sentence that is longer is a list; the bound keeps a text without full stops linear. */
#define MAX_SENTENCE_TOKENS 160

/* More times than this do not stand together in a sentence that somebody would read. */
#define MAX_GROUP 8

/* A title that is cut shorter says too little. */
#define MIN_TITLE_BYTES 30

typedef struct
{
  const DramatisTimeGrammar *grammar;
  const char                *text;
  GArray                    *tokens;
  DramatisExtraction        *extraction;
  guint                      first_mention;  /* mentions before it lie before the time in question */
} Finder;

static const DramatisToken *
get (const Finder *self,
     guint         index)
{
  return dramatis_tokens_get (self->tokens, index);
}

static gboolean
is_in (const Finder *self,
       guint         index,
       const char   *list)
{
  return index < self->tokens->len && dramatis_time_grammar_is (self->grammar, list, get (self, index));
}

static gboolean
is_mark (const Finder *self,
         guint         index,
         const char   *marks)
{
  const DramatisToken *token;

  if (index >= self->tokens->len)
    return FALSE;
  token = get (self, index);

  return token->kind == DRAMATIS_TOKEN_MARK
         && g_utf8_strchr (marks, -1, g_utf8_get_char (self->text + token->byte)) != NULL;
}

static gboolean
starts_sentence (const Finder *self,
                 guint         index)
{
  return (get (self, index)->flags & (DRAMATIS_TOKEN_SENTENCE | DRAMATIS_TOKEN_LINE)) != 0
         && (index == 0 || !is_mark (self, index - 1, "(["));
}

/* Whether the clause ends before @index. */
static gboolean
ends_clause (const Finder *self,
             guint         index)
{
  const DramatisToken *token = get (self, index);

  if (is_mark (self, index, ";:"))
    return TRUE;
  if (is_mark (self, index, "–—") && token->flags & DRAMATIS_TOKEN_SPACE)
    return TRUE;
  if (is_mark (self, index, ",") && is_in (self, index + 1, "clause-openers"))
    return TRUE;

  return FALSE;
}

typedef struct
{
  guint first;
  guint end;
} Clause;

static Clause
find_sentence (const Finder *self,
               guint         first,
               guint         end)
{
  Clause sentence = { first, end };

  while (sentence.first > 0 && !starts_sentence (self, sentence.first)
         && first - sentence.first < MAX_SENTENCE_TOKENS)
    sentence.first--;
  while (sentence.end < self->tokens->len && !starts_sentence (self, sentence.end)
         && sentence.end - end < MAX_SENTENCE_TOKENS)
    sentence.end++;

  return sentence;
}

/* The clause that tells what happened at the time from @first to @end. */
static Clause
find_clause (const Finder *self,
             const Clause *sentence,
             guint         first,
             guint         end)
{
  Clause clause = *sentence;
  gboolean bracketed = FALSE;
  guint depth = 0;

  /* "the Plan (1791)": what stands before the bracket */
  for (guint i = first; i > sentence->first && !is_mark (self, i - 1, ")"); i--)
    if (is_mark (self, i - 1, "("))
      {
        bracketed = TRUE;
        clause.end = i - 1;
        first = MAX (i - 1, sentence->first + 1) - 1;
        end = first + 1;
        break;
      }

  for (guint i = first; i > sentence->first; i--)
    if (is_mark (self, i - 1, ")"))
      depth++;
    else if (is_mark (self, i - 1, "("))
      depth -= depth > 0;
    else if (depth == 0 && ends_clause (self, i - 1))
      {
        clause.first = i;
        break;
      }

  /* "… until Ishiba was sworn in on October 1st": the part that the time belongs to */
  for (guint i = first; i > clause.first + 1; i--)
    if (is_in (self, i - 1, "subordinators") && first - i >= 3)
      {
        clause.first = i;
        break;
      }

  if (!bracketed)
    for (guint i = end; i < sentence->end; i++)
      if ((ends_clause (self, i) && !(is_mark (self, i, ",") && i - clause.first < 6))
          || (is_in (self, i, "subordinators") && i - clause.first >= 6 && i - end >= 3))
        {
          clause.end = i;
          break;
        }

  return clause;
}

/* "In August 2022, Beijing …": what follows the comma. */
static guint
skip_opening (const Finder *self,
              const Clause *clause,
              guint         first,
              guint         end)
{
  if (first - clause->first > 6 || is_in (self, clause->first, "past"))
    return clause->first;

  for (guint i = end; i < clause->end && i < end + 8; i++)
    if (is_mark (self, i, ",") && i + 3 < clause->end)
      return i + 1;

  /* "In 2015 he …" */
  if (first <= clause->first + 2 && is_in (self, clause->first, "time-openers") && end < clause->end
      && get (self, end)->kind == DRAMATIS_TOKEN_WORD)
    return end;
  if (first == clause->first && end < clause->end && get (self, end)->kind == DRAMATIS_TOKEN_WORD)
    return end;

  return clause->first;
}

static void
append_tokens (const Finder *self,
               GString      *title,
               GArray       *cuts,
               guint         first,
               guint         end)
{
  guint depth = 0;

  for (guint i = first; i < end; i++)
    {
      const DramatisToken *token = get (self, i);

      /* what stands in brackets is said by the way */
      if (is_mark (self, i, "(["))
        depth++;
      if (is_mark (self, i, ")]") && depth > 0)
        {
          depth--;
          continue;
        }
      if (depth > 0)
        continue;

      if (title->len > 0 && (is_in (self, i, "cut-before") || is_mark (self, i, ",")))
        g_array_append_val (cuts, title->len);
      if (title->len > 0 && token->flags & DRAMATIS_TOKEN_SPACE)
        g_string_append_c (title, ' ');
      g_string_append_len (title, self->text + token->byte, token->n_bytes);
    }
}

/* Cuts a title at the last good place, of which @cuts are the offsets in bytes. */
static void
shorten (GString *title,
         GArray  *cuts)
{
  const char *best = NULL;
  const char *end;

  if (g_utf8_strlen (title->str, -1) <= DRAMATIS_EVENT_TITLE_LENGTH)
    return;

  end = g_utf8_offset_to_pointer (title->str, DRAMATIS_EVENT_TITLE_LENGTH - 1);
  for (guint i = cuts->len; i > 0; i--)
    {
      gsize cut = g_array_index (cuts, gsize, i - 1);

      if (cut >= MIN_TITLE_BYTES && cut <= (gsize) (end - title->str))
        {
          g_string_truncate (title, cut);
          return;
        }
    }

  for (const char *p = title->str; p < end; p++)
    if (*p == ' ')
      best = p;
  g_string_truncate (title, best != NULL ? best - title->str : end - title->str);
  g_string_append (title, "…");
}

static char *
finish_title (GString *title,
              GArray  *cuts)
{
  gunichar first;

  while (title->len > 0)
    {
      const char *last = g_utf8_prev_char (title->str + title->len);
      gunichar c = g_utf8_get_char (last);

      if (!g_unichar_isspace (c) && g_utf8_strchr (".,;:–—-([“\"", -1, c) == NULL)
        break;
      g_string_truncate (title, last - title->str);
    }

  shorten (title, cuts);
  if (title->len == 0)
    return NULL;

  first = g_utf8_get_char (title->str);
  if (g_unichar_islower (first))
    {
      g_autoptr (GString) upper = g_string_new (NULL);

      g_string_append_unichar (upper, g_unichar_toupper (first));
      g_string_append (upper, g_utf8_next_char (title->str));
      g_string_assign (title, upper->str);
    }

  return g_strdup (title->str);
}

/* "the 1979 Iranian Revolution": the name of the event follows its time. */
static char *
create_name_title (const Finder *self,
                   guint         end,
                   guint         limit)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GArray) cuts = g_array_new (FALSE, FALSE, sizeof (gsize));
  guint i = end;
  guint n_words = 0;

  while (i < limit)
    {
      const DramatisToken *token = get (self, i);

      if (token->kind == DRAMATIS_TOKEN_WORD && token->flags & DRAMATIS_TOKEN_CAPITAL)
        n_words++;
      else if (!(n_words > 0 && i + 1 < limit && is_in (self, i, "name-joiners")
                 && get (self, i + 1)->flags & DRAMATIS_TOKEN_CAPITAL))
        break;
      i++;
    }

  if (n_words < 2)
    return NULL;
  append_tokens (self, title, cuts, end, i);

  return finish_title (title, cuts);
}

/* The name or the word before a relative clause. */
static void
append_antecedent (const Finder *self,
                   GString      *title,
                   GArray       *cuts,
                   guint         clause)
{
  guint end = clause;
  guint first;

  while (end > 0 && is_mark (self, end - 1, ",”\""))
    end--;
  first = end;
  while (first > 0 && !starts_sentence (self, first) && get (self, first - 1)->kind == DRAMATIS_TOKEN_WORD
         && get (self, first - 1)->flags & DRAMATIS_TOKEN_CAPITAL)
    first--;

  append_tokens (self, title, cuts, first, end);
}

static char *
create_title (const Finder *self,
              const Clause *clause,
              guint         first,
              guint         end)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GArray) cuts = g_array_new (FALSE, FALSE, sizeof (gsize));
  guint start = skip_opening (self, clause, first, end);
  guint cut = first;
  guint resume = end;

  /* "China, which has been …": who that is stands before it */
  if (start == clause->first && is_in (self, start, "relatives"))
    append_antecedent (self, title, cuts, start);
  while (start < clause->end && (is_in (self, start, "leading") || is_mark (self, start, ",“\"'’”)]")))
    start++;

  /* the time itself is shown beside the title: leave it out with its preposition, unless it is the subject */
  while (cut > start && is_in (self, cut - 1, "time-openers"))
    cut--;
  if (cut > start && resume < clause->end && is_mark (self, resume, ",") && is_mark (self, cut - 1, ","))
    cut--;

  /* "This year's theme was …" */
  if (resume < clause->end && get (self, resume)->kind == DRAMATIS_TOKEN_POSSESSIVE)
    cut = resume = MAX (start, end);

  if (start < cut)
    append_tokens (self, title, cuts, start, cut);
  append_tokens (self, title, cuts, MAX (start, resume), clause->end);

  return finish_title (title, cuts);
}

static GArray *
find_actors (Finder *self,
             guint   start,
             guint   end)
{
  GArray *actors = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *mentions = self->extraction->mentions;

  while (self->first_mention > 0
         && g_array_index (mentions, DramatisFoundMention, self->first_mention - 1).range.end > start)
    self->first_mention--;
  while (self->first_mention < mentions->len
         && g_array_index (mentions, DramatisFoundMention, self->first_mention).range.end <= start)
    self->first_mention++;

  for (guint i = self->first_mention; i < mentions->len; i++)
    {
      const DramatisFoundMention *mention = &g_array_index (mentions, DramatisFoundMention, i);
      gboolean known = FALSE;

      if (mention->range.start >= end)
        break;
      for (guint k = 0; k < actors->len; k++)
        known |= g_array_index (actors, guint, k) == mention->actor;
      if (!known)
        g_array_append_val (actors, mention->actor);
    }

  return actors;
}

static gboolean
share_word (const char *a,
            const char *b)
{
  g_auto (GStrv) words = g_strsplit (a, " ", -1);

  /* the stem of a content word: five letters */
  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) >= 6 && g_ascii_islower (words[i][0]))
      {
        words[i][5] = '\0';
        if (g_utf8_validate (words[i], -1, NULL) && strstr (b, words[i]) != NULL)
          return TRUE;
      }

  return FALSE;
}

/* The event that tells the same: at the same time, with the same actors and a word in common. */
static DramatisFoundEvent *
find_same (Finder                   *self,
           const DramatisFoundEvent *event)
{
  GArray *events = self->extraction->events;

  /* what is told twice is told within a few paragraphs */
  for (guint i = events->len; i > 0 && events->len - i < 40; i--)
    {
      DramatisFoundEvent *other = &g_array_index (events, DramatisFoundEvent, i - 1);

      if (!dramatis_time_equal (other->time, event->time))
        continue;
      if (g_str_equal (other->title, event->title))
        return other;
      if (event->actors->len > 0 && other->actors->len == event->actors->len
          && memcmp (other->actors->data, event->actors->data, event->actors->len * sizeof (guint)) == 0
          && share_word (other->title, event->title))
        return other;
    }

  return NULL;
}

/* "from 2004 to 2009": two expressions, one event. */
static gboolean
is_range (const Finder            *self,
          const DramatisFoundTime *left,
          const DramatisFoundTime *right)
{
  return right->time != NULL && left->end_token + 1 == right->first_token && is_in (self, left->end_token, "range-words")
         && !dramatis_time_is_interval (left->time) && !dramatis_time_is_interval (right->time)
         && dramatis_time_get_span (left->time)->start < dramatis_time_get_span (right->time)->start;
}

static DramatisTime *
create_range (const DramatisFoundTime *left,
              const DramatisFoundTime *right)
{
  g_autofree char *edtf = g_strconcat (dramatis_time_get_edtf (left->time), "/",
                                       dramatis_time_get_edtf (right->time), NULL);

  return dramatis_time_new (edtf, NULL);
}

/* The times that stand together with those from @left to @right: "In 1687 and 1689", "just days later on
 * October 1st". None of them belongs in a title. */
static Clause
find_group (const Finder *self,
            guint         left,
            guint         right)
{
  const DramatisFoundTime *times = (const DramatisFoundTime *) self->extraction->times->data;
  guint number_left = left;
  guint number_right = right;
  Clause group;

  while (left > 0 && number_left - left < MAX_GROUP && times[left - 1].end_token + 1 >= times[left].first_token
         && (times[left - 1].end_token == times[left].first_token
             || is_in (self, times[left - 1].end_token, "time-joiners")))
    left--;
  while (right + 1 < self->extraction->times->len && right - number_right < MAX_GROUP
         && times[right].end_token + 1 >= times[right + 1].first_token
         && (times[right].end_token == times[right + 1].first_token
             || is_in (self, times[right].end_token, "time-joiners")))
    right++;

  group.first = times[left].first_token;
  group.end = times[right].end_token;

  return group;
}

static void
add_event (Finder                  *self,
           const DramatisFoundTime *found,
           const DramatisFoundTime *right)
{
  guint end = right != NULL ? right->end_token : found->end_token;
  guint number = found - (const DramatisFoundTime *) self->extraction->times->data;
  Clause group = find_group (self, number, right != NULL ? number + 1 : number);
  Clause sentence = find_sentence (self, found->first_token, end);
  Clause clause = find_clause (self, &sentence, found->first_token, end);
  DramatisFoundEvidence evidence = { .rule = found->rule };
  DramatisFoundEvent event = { 0, };
  DramatisFoundEvent *same;

  /* the date under a headline tells nothing */
  if (sentence.first + 1 >= found->first_token && end + 1 >= sentence.end)
    return;

  event.title = create_name_title (self, end, clause.end);
  if (event.title == NULL)
    event.title = create_title (self, &clause, MAX (group.first, clause.first), MIN (group.end, clause.end));
  if (event.title == NULL || strchr (event.title, ' ') == NULL)
    {
      g_free (event.title);
      return;
    }

  if (right != NULL)
    event.time = create_range (found, right);
  if (event.time == NULL)
    event.time = dramatis_time_ref (found->time);

  evidence.range.start = get (self, MIN (clause.first, found->first_token))->start;
  evidence.range.end = get (self, MAX (clause.end, end) - 1)->end;
  evidence.wording.start = found->range.start;
  evidence.wording.end = right != NULL ? right->range.end : found->range.end;
  if (found->reference != NULL)
    evidence.reference = dramatis_time_ref (found->reference);

  event.actors = find_actors (self, evidence.range.start, evidence.range.end);

  same = find_same (self, &event);
  if (same != NULL)
    {
      g_array_append_val (same->evidence, evidence);
      g_free (event.title);
      dramatis_time_unref (event.time);
      g_array_unref (event.actors);
      return;
    }

  event.evidence = dramatis_found_evidence_new ();
  g_array_append_val (event.evidence, evidence);
  g_array_append_val (self->extraction->events, event);
}

/**
 * dramatis_event_finder_find:
 * @grammar: the rules of the language
 * @text: valid UTF-8
 * @tokens: (element-type DramatisToken): its tokens
 * @extraction: what was found already: actors, mentions and times; where to add events
 *
 * Suggests an event for every time that could be dated.
 */
void
dramatis_event_finder_find (const DramatisTimeGrammar *grammar,
                            const char                *text,
                            GArray                    *tokens,
                            DramatisExtraction        *extraction)
{
  Finder self = { .grammar = grammar, .text = text, .tokens = tokens, .extraction = extraction };

  for (guint i = 0; i < extraction->times->len; i++)
    {
      const DramatisFoundTime *found = &g_array_index (extraction->times, DramatisFoundTime, i);
      const DramatisFoundTime *next = i + 1 < extraction->times->len ? found + 1 : NULL;

      if (found->time == NULL)
        continue;

      if (next != NULL && is_range (&self, found, next))
        {
          add_event (&self, found, next);
          i++;
        }
      else
        {
          add_event (&self, found, NULL);
        }
    }
}
