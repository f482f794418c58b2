/* dramatis-event-finder.c: what happened when, according to a text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-event-finder.h"

#include <string.h>

#include "dramatis-event-title.h"

/* More times than this do not stand together in a sentence that somebody would read. */
#define MAX_GROUP 8

/* "and again in" */
#define MAX_JOINERS 3

/* A paragraph with more names than this is not read to find whom "he" means. */
#define MAX_NAMES 64

/* What is told twice is told within a few paragraphs. */
#define MAX_DISTANCE 40

/* Of the words that two tellings of an event share, so much has to be the same: it leaves out the ending. */
#define STEM_BYTES 5

typedef struct
{
  guint         head;    /* the word that says what happened */
  DramatisWords clause;
} Telling;

typedef struct
{
  DramatisSentence    sentence;
  DramatisExtraction *extraction;
  GArray             *tellings;       /* Telling: of each event, the first one */
  guint               first_mention;  /* mentions before it lie before the sentence */
  guint               first_near;     /* mentions before it lie before the paragraph */
  guint               protagonist;    /* the actor whom a text is about, or G_MAXUINT */
} Finder;

static const DramatisToken *
get (const Finder *self,
     guint         token)
{
  return dramatis_tokens_get (self->sentence.tokens, token);
}

static gboolean
is (const Finder *self,
    guint         token,
    const char   *list)
{
  return dramatis_sentence_is (&self->sentence, token, list);
}

static void
add_actors (Finder              *self,
            const DramatisWords *words,
            GArray              *actors)
{
  GArray *mentions = self->extraction->mentions;
  guint start;
  guint end;

  if (words->first >= words->end)
    return;

  start = get (self, words->first)->start;
  end = dramatis_token_get_end (get (self, words->end - 1));
  for (guint i = self->first_mention; i < mentions->len; i++)
    {
      const DramatisFoundMention *mention = &g_array_index (mentions, DramatisFoundMention, i);
      gboolean is_known = FALSE;

      if (mention->range.start >= end)
        break;
      if (mention->range.end <= start)
        continue;
      for (guint k = 0; k < actors->len; k++)
        is_known |= g_array_index (actors, guint, k) == mention->actor;
      if (!is_known)
        g_array_append_val (actors, mention->actor);
    }
}

static const DramatisFoundActor *
get_actor (const Finder *self,
           guint         actor)
{
  return &g_array_index (self->extraction->actors, DramatisFoundActor, actor);
}

/* The person who is named more than twice as often as any other one. */
static guint
find_protagonist (DramatisExtraction *extraction)
{
  g_autofree guint *counts = g_new0 (guint, extraction->actors->len + 1);
  guint best = G_MAXUINT;
  guint second = 0;

  for (guint i = 0; i < extraction->mentions->len; i++)
    counts[g_array_index (extraction->mentions, DramatisFoundMention, i).actor]++;

  for (guint i = 0; i < extraction->actors->len; i++)
    {
      if (g_array_index (extraction->actors, DramatisFoundActor, i).kind != DRAMATIS_ACTOR_KIND_PERSON)
        continue;
      if (best == G_MAXUINT || counts[i] > counts[best])
        {
          second = best != G_MAXUINT ? counts[best] : 0;
          best = i;
        }
      else
        {
          second = MAX (second, counts[i]);
        }
    }

  return best != G_MAXUINT && counts[best] > 2 * second && counts[best] > 3 ? best : G_MAXUINT;
}

/* Whom a pronoun at @token means, if that is no guess: the one person whom the paragraph named before it, or where it
 * named nobody, the one whom the text is about. Otherwise G_MAXUINT. */
static guint
find_person (const Finder *self,
             guint         token)
{
  GArray *mentions = self->extraction->mentions;
  guint start = get (self, token)->start;
  guint person = G_MAXUINT;

  if (!is (self, token, "pronouns") || get (self, token)->flags & DRAMATIS_TOKEN_QUOTED)
    return G_MAXUINT;

  for (guint i = self->first_near; i < mentions->len; i++)
    {
      const DramatisFoundMention *mention = &g_array_index (mentions, DramatisFoundMention, i);

      if (mention->range.start >= start)
        break;
      if (get_actor (self, mention->actor)->kind != DRAMATIS_ACTOR_KIND_PERSON)
        continue;
      if ((person != G_MAXUINT && person != mention->actor) || i - self->first_near > MAX_NAMES)
        return G_MAXUINT;
      person = mention->actor;
    }

  return person != G_MAXUINT ? person : self->protagonist;
}

/* The word that says what happened: the verb, or after a verb that says nothing the first word that does. */
static guint
find_head (const Finder             *self,
           const DramatisEventTitle *title)
{
  guint head = title->verb;

  while (head < title->clause.end && (is (self, head, "auxiliaries-finite") || is (self, head, "determiners")
                                      || is (self, head, "adverbs") || is (self, head, "cut-before")
                                      || is (self, head, "auxiliaries")
                                      || get (self, head)->kind != DRAMATIS_TOKEN_WORD))
    head++;

  return head < title->clause.end ? head : title->clause.first;
}

static gboolean
is_same_word (const Finder *self,
              guint         a,
              guint         b)
{
  const DramatisToken *first = get (self, a);
  const DramatisToken *second = get (self, b);
  guint n_bytes = MIN (first->n_bytes, second->n_bytes);

  if (n_bytes < STEM_BYTES && first->n_bytes != second->n_bytes)
    return FALSE;

  return g_ascii_strncasecmp (self->sentence.text + first->byte, self->sentence.text + second->byte,
                              MIN (n_bytes, STEM_BYTES)) == 0;
}

static gboolean
has_word (const Finder        *self,
          const DramatisWords *words,
          guint                word)
{
  for (guint i = words->first; i < words->end; i++)
    if (get (self, i)->kind == DRAMATIS_TOKEN_WORD && is_same_word (self, i, word))
      return TRUE;

  return FALSE;
}

static gboolean
has_same_actors (const DramatisFoundEvent *a,
                 const DramatisFoundEvent *b)
{
  if (a->actors->len == 0 || a->actors->len != b->actors->len)
    return FALSE;

  for (guint i = 0; i < a->actors->len; i++)
    {
      gboolean found = FALSE;

      for (guint k = 0; k < b->actors->len; k++)
        found |= g_array_index (a->actors, guint, i) == g_array_index (b->actors, guint, k);
      if (!found)
        return FALSE;
    }

  return TRUE;
}

static gboolean
contains (const DramatisTime *outer,
          const DramatisTime *inner)
{
  const DramatisSpan *a = dramatis_time_get_span (outer);
  const DramatisSpan *b = dramatis_time_get_span (inner);

  return a->start <= b->start && b->end <= a->end;
}

/* The event that tells the same: at the same time or within it, with the same actors, and what happened in one is a
 * word of the other. */
static DramatisFoundEvent *
find_same (Finder                   *self,
           const DramatisFoundEvent *event,
           const Telling            *telling)
{
  GArray *events = self->extraction->events;

  for (guint i = events->len; i > 0 && events->len - i < MAX_DISTANCE; i--)
    {
      DramatisFoundEvent *other = &g_array_index (events, DramatisFoundEvent, i - 1);
      const Telling *first = &g_array_index (self->tellings, Telling, i - 1);

      if (dramatis_time_equal (other->time, event->time) && g_str_equal (other->title, event->title))
        return other;
      if ((contains (other->time, event->time) || contains (event->time, other->time))
          && has_same_actors (event, other)
          && (has_word (self, &first->clause, telling->head) || has_word (self, &telling->clause, first->head)))
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
  return right->time != NULL && left->end_token + 1 == right->first_token && is (self, left->end_token, "range-words")
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

static gboolean
is_joined (const Finder            *self,
           const DramatisFoundTime *left,
           const DramatisFoundTime *right)
{
  guint n_joiners = 0;

  for (guint i = left->end_token; i < right->first_token;)
    {
      guint past = dramatis_sentence_skip_aside (&self->sentence, i, right->first_token);

      if (past == i && (!is (self, i, "time-joiners") || ++n_joiners > MAX_JOINERS))
        return FALSE;
      i = MAX (past, i + 1);
    }

  return TRUE;
}

/* The times that stand together with those from @left to @right: "in 1874 and again in 1876", "just days later on
 * October 1st". None of them belongs in a title. */
static DramatisWords
find_group (const Finder *self,
            guint         left,
            guint         right)
{
  const DramatisFoundTime *times = (const DramatisFoundTime *) self->extraction->times->data;
  guint first = left;
  guint last = right;

  while (left > 0 && first - left < MAX_GROUP && times[left - 1].first_token >= self->sentence.first
         && is_joined (self, &times[left - 1], &times[left]))
    left--;
  while (right + 1 < self->extraction->times->len && right - last < MAX_GROUP
         && times[right + 1].end_token <= self->sentence.end && is_joined (self, &times[right], &times[right + 1]))
    right++;

  return (DramatisWords) { times[left].first_token, times[right].end_token };
}

static void
add_evidence (DramatisFoundEvent          *event,
              const DramatisFoundEvidence *evidence)
{
  if (event->evidence == NULL)
    event->evidence = dramatis_found_evidence_new ();
  g_array_append_val (event->evidence, *evidence);
}

static void
add_event (Finder *self,
           guint   first,
           guint   last)
{
  const DramatisFoundTime *found = &g_array_index (self->extraction->times, DramatisFoundTime, first);
  const DramatisFoundTime *right = &g_array_index (self->extraction->times, DramatisFoundTime, last);
  DramatisWords time = { found->first_token, right->end_token };
  DramatisWords group = find_group (self, first, last);
  DramatisFoundEvidence evidence = { .rule = found->rule };
  DramatisFoundEvent event = { 0, };
  DramatisFoundEvent *same;
  DramatisEventTitle title;
  guint person;
  guint start;
  guint end;
  Telling telling;

  /* the date under a headline tells nothing */
  if (self->sentence.first + 1 >= time.first && time.end + 1 >= self->sentence.end)
    return;

  if (!dramatis_event_title_choose (&title, &self->sentence, &time, &group))
    return;
  person = find_person (self, title.subject.first < title.subject.end ? title.subject.first : title.clause.first);
  event.title = dramatis_event_title_write (&title, &self->sentence,
                                            person != G_MAXUINT ? get_actor (self, person)->name : NULL);
  if (event.title == NULL)
    return;

  start = MIN (title.clause.first, title.time.first < title.time.end ? title.time.first : time.first);
  end = MAX (title.clause.end, time.end);
  if (title.subject.end > title.subject.first)
    start = MIN (start, title.subject.first);

  if (first < last)
    event.time = create_range (found, right);
  if (event.time == NULL)
    event.time = dramatis_time_ref (found->time);
  event.actors = g_array_new (FALSE, FALSE, sizeof (guint));
  if (person != G_MAXUINT)
    g_array_append_val (event.actors, person);
  add_actors (self, &title.subject, event.actors);
  add_actors (self, &title.clause, event.actors);

  evidence.range.start = get (self, start)->start;
  evidence.range.end = dramatis_token_get_end (get (self, end - 1));
  evidence.wording.start = found->range.start;
  evidence.wording.end = right->range.end;
  if (found->reference != NULL)
    evidence.reference = dramatis_time_ref (found->reference);

  telling.head = find_head (self, &title);
  telling.clause = title.clause;
  same = find_same (self, &event, &telling);
  if (same == NULL)
    {
      add_evidence (&event, &evidence);
      g_array_append_val (self->extraction->events, event);
      g_array_append_val (self->tellings, telling);
      return;
    }

  add_evidence (same, &evidence);
  if (contains (same->time, event.time))
    {
      /* the more precise one of the two */
      dramatis_time_unref (same->time);
      same->time = dramatis_time_ref (event.time);
    }
  g_free (event.title);
  dramatis_time_unref (event.time);
  g_array_unref (event.actors);
}

/* Goes on to the sentence in which @time stands. */
static void
read_sentence (Finder *self,
               guint   time)
{
  const DramatisFoundTime *found = &g_array_index (self->extraction->times, DramatisFoundTime, time);
  GArray *mentions = self->extraction->mentions;
  guint start;

  do
    {
      dramatis_sentence_read (&self->sentence, self->sentence.end, time);
      start = get (self, self->sentence.first)->start;
      if (get (self, self->sentence.first)->flags & DRAMATIS_TOKEN_LINE)
        while (self->first_near < mentions->len
               && g_array_index (mentions, DramatisFoundMention, self->first_near).range.end <= start)
          self->first_near++;
    }
  while (self->sentence.end <= found->first_token);

  start = get (self, self->sentence.first)->start;
  while (self->first_mention < mentions->len
         && g_array_index (mentions, DramatisFoundMention, self->first_mention).range.end <= start)
    self->first_mention++;
}

/**
 * dramatis_event_finder_find:
 * @grammar: the rules of the language
 * @text: valid UTF-8
 * @tokens: (element-type DramatisToken): its tokens
 * @extraction: what was found already: actors, mentions and times; where to add events
 *
 * Suggests an event for every time that could be dated and of which a sentence tells something.
 */
void
dramatis_event_finder_find (const DramatisTimeGrammar *grammar,
                            const char                *text,
                            GArray                    *tokens,
                            DramatisExtraction        *extraction)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (DramatisPart));
  g_autoptr (GArray) tellings = g_array_new (FALSE, FALSE, sizeof (Telling));
  Finder self = {
    .sentence = { .grammar = grammar, .text = text, .tokens = tokens, .times = extraction->times, .parts = parts },
    .extraction = extraction,
    .tellings = tellings,
    .protagonist = find_protagonist (extraction),
  };

  for (guint i = 0; i < extraction->times->len; i++)
    {
      const DramatisFoundTime *found = &g_array_index (extraction->times, DramatisFoundTime, i);
      guint first = i;

      if (found->time == NULL)
        continue;
      if (found->first_token >= self.sentence.end)
        read_sentence (&self, i);
      if (i + 1 < extraction->times->len && is_range (&self, found, found + 1))
        i++;
      add_event (&self, first, i);
    }
}
