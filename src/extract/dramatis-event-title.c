/* dramatis-event-title.c: what happened, in a few words
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-event-title.h"

#include <string.h>

/* What the words of a title are chosen from. */
typedef struct
{
  const DramatisSentence *sentence;
  DramatisWords           time;      /* to be left out, as it is shown beside the title */
} Chooser;

static const DramatisToken *
get (const Chooser *self,
     guint         token)
{
  return dramatis_tokens_get (self->sentence->tokens, token);
}

static gboolean
is (const Chooser *self,
    guint         token,
    const char   *list)
{
  return dramatis_sentence_is (self->sentence, token, list);
}

static gboolean
is_mark (const Chooser *self,
         guint         token,
         const char   *marks)
{
  return dramatis_sentence_is_mark (self->sentence, token, marks);
}

static gboolean
is_capital (const Chooser *self,
            guint         token)
{
  return get (self, token)->kind == DRAMATIS_TOKEN_WORD && get (self, token)->flags & DRAMATIS_TOKEN_CAPITAL;
}

/* Whether a word can be what a time says which one of: a noun, as far as that can be told. */
static gboolean
may_be_noun (const Chooser *self,
             guint         token)
{
  return token < self->sentence->end && get (self, token)->kind == DRAMATIS_TOKEN_WORD
         && !is (self, token, "cut-before") && !is (self, token, "coordinators") && !is (self, token, "determiners")
         && !is (self, token, "adverbs") && !is (self, token, "time-openers") && !is (self, token, "time-tails")
         && !is (self, token, "verbs") && !is (self, token, "auxiliaries-finite") && !is (self, token, "subjects")
         && !is (self, token, "relatives") && !is (self, token, "subordinators")
         && !dramatis_sentence_ends_in (self->sentence, token, "ed")
         && !dramatis_sentence_ends_in (self->sentence, token, "ing")
         && !dramatis_sentence_ends_in (self->sentence, token, "ly");
}

/* Whether nothing but "In the" stands before a time. */
static gboolean
opens (const Chooser *self,
       guint         first,
       guint         time)
{
  gboolean is_opening = FALSE;

  for (; first < time; first++)
    {
      if (!is (self, first, "time-openers"))
        return FALSE;
      is_opening |= is (self, first, "cut-before");
    }

  return is_opening;
}

/* Whether a time says which one of several a thing is: "the 2012 season", "last week's attack". */
static gboolean
is_premodifier (const Chooser       *self,
                const DramatisPart  *part,
                const DramatisWords *time)
{
  gboolean is_named;

  if (time->end >= self->sentence->end)
    return FALSE;
  if (get (self, time->end)->kind == DRAMATIS_TOKEN_POSSESSIVE)
    return TRUE;
  if (time->first <= part->start)
    return FALSE;

  /* "the 1990s saw …" */
  if (time->first == part->start + 1 && dramatis_sentence_is_verb (self->sentence, time->end))
    return is (self, part->start, "determiners");

  /* "In the 1960s Hadid attended …": an opening */
  if (is_capital (self, time->end) && opens (self, part->start, time->first))
    return FALSE;

  is_named = is_capital (self, time->first - 1) && is_capital (self, time->end);
  if (is (self, time->first - 1, "determiners") || is_named
      || get (self, time->first - 1)->kind == DRAMATIS_TOKEN_POSSESSIVE)
    return may_be_noun (self, time->end);

  /* "for December delivery"; but "In 2014 protests …" */
  return time->first > part->start + 1 && is (self, time->first - 1, "cut-before")
         && !is_capital (self, time->end) && may_be_noun (self, time->end);
}

/* The words that go with a time, and go when it goes. */
static void
widen_time (Chooser             *self,
            const DramatisPart  *part,
            const DramatisWords *time)
{
  const DramatisSentence *sentence = self->sentence;
  gboolean is_preposition = FALSE;

  self->time = *time;
  if (is_premodifier (self, part, time))
    {
      self->time.end = self->time.first;
      return;
    }

  /* "was sworn in on …": the first of two prepositions is the verb's */
  while (self->time.first > sentence->first && is (self, self->time.first - 1, "time-openers")
         && !(is_preposition && is (self, self->time.first - 1, "verb-particles")))
    {
      self->time.first--;
      is_preposition |= is (self, self->time.first, "cut-before");
    }
  while (self->time.end < sentence->end && is (self, self->time.end, "time-tails"))
    self->time.end++;
}

/* A name that follows a time as a part of it: "the 1979 Iranian Revolution". */
static gboolean
find_name (const Chooser       *self,
           const DramatisWords *time,
           DramatisWords       *name)
{
  guint n_words = 0;
  guint i = time->end;

  for (; i < self->sentence->end; i++)
    {
      if (is_capital (self, i))
        n_words++;
      else if (!(n_words > 0 && i + 1 < self->sentence->end
                 && is (self, i, "name-joiners") && is_capital (self, i + 1)))
        break;
    }
  name->first = time->end;
  name->end = i;

  return n_words >= 2;
}

/* Whether a part without a verb may be a subject. */
static gboolean
is_nominal (const Chooser      *self,
            const DramatisPart *part)
{
  return part->kind == DRAMATIS_PART_PHRASE && !part->is_subordinate
         && !(part->start >= self->time.first && part->start < self->time.end)
         && !is (self, part->start, "cut-before")
         && !is (self, part->start, "absolutes")
         && !dramatis_sentence_ends_in (self->sentence, part->start, "ing")
         && !dramatis_sentence_ends_in (self->sentence, part->start, "ed");
}

static gboolean
is_name (const Chooser      *self,
         const DramatisPart *part)
{
  for (guint i = part->start; i < part->end; i++)
    if (!is_capital (self, i) && !is (self, i, "particles"))
      return dramatis_sentence_skip_aside (self->sentence, i, part->end) == part->end && i > part->start;

  return TRUE;
}

/* "In recognition of his service he was promoted": who was. */
static guint
skip_opening (const Chooser      *self,
              const DramatisPart *part)
{
  if (is (self, part->start, "cut-before"))
    for (guint i = part->verb; i > part->start && i + 3 > part->verb; i--)
      if (is (self, i - 1, "subjects"))
        return i - 1;

  return part->start;
}

/* Who does what the part at @number says. */
static DramatisWords
find_subject (const Chooser *self,
              guint         number)
{
  DramatisWords subject = { 0, 0 };
  gboolean is_named = FALSE;

  for (guint i = number; i > 0; i--)
    {
      const DramatisPart *part = dramatis_sentence_get_part (self->sentence, i - 1);

      if (part->kind == DRAMATIS_PART_CLAUSE && !part->is_subordinate && subject.end == 0)
        {
          subject.first = skip_opening (self, part);
          subject.end = part->verb;
          while (subject.end > subject.first && is (self, subject.end - 1, "adverbs"))
            subject.end--;
          return subject;
        }
      if (part->kind == DRAMATIS_PART_CLAUSE && subject.end > 0)
        break;
      /* of several, the first one: others say what it is; but a name says more */
      if (is_nominal (self, part) && !(is_named && !is_name (self, part)))
        {
          subject.first = part->start;
          subject.end = part->end;
          is_named = is_name (self, part);
        }
      if (part->is_apart)
        break;
    }

  return subject;
}

/* Of whom the part at @number says something: the last thing that was named before it. */
static DramatisWords
find_antecedent (const Chooser *self,
                 guint         number)
{
  const DramatisPart *part;
  DramatisWords antecedent = { 0, 0 };
  guint i;

  if (number == 0)
    return antecedent;

  part = dramatis_sentence_get_part (self->sentence, number - 1);
  antecedent.end = part->end;
  if (is_capital (self, part->end - 1))
    {
      for (i = part->end; i > part->start && (is_capital (self, i - 1) || is (self, i - 1, "particles")); i--)
        ;
      antecedent.first = i;
      return antecedent;
    }
  for (i = part->end; i > part->start; i--)
    if (is (self, i - 1, "cut-before") || i - 1 == part->verb || is (self, i - 1, "determiners")
        || get (self, i - 1)->kind == DRAMATIS_TOKEN_POSSESSIVE
        || (get (self, i - 1)->kind == DRAMATIS_TOKEN_MARK && !is_mark (self, i - 1, "-”\"")))
      break;
  antecedent.first = i > part->start && is (self, i - 1, "determiners") ? i - 1 : i;
  if (antecedent.first >= antecedent.end)
    antecedent.end = 0;

  return antecedent;
}

/* "Until it changed its constitution in 2015, Japan …": Japan changed it. */
static void
replace_pronoun (const Chooser      *self,
                 guint               number,
                 DramatisEventTitle *title)
{
  guint other = number > 0 && !dramatis_sentence_get_part (self->sentence, number)->is_apart ? number - 1 : number + 1;
  const DramatisPart *part;
  guint first;

  if (other >= self->sentence->parts->len)
    return;

  part = dramatis_sentence_get_part (self->sentence, other);
  first = skip_opening (self, part);
  if (part->kind != DRAMATIS_PART_CLAUSE || is (self, first, "subjects") || is (self, first, "cut-before")
      || !(is_capital (self, first) || is (self, first, "determiners")))
    return;

  title->subject.first = first;
  title->subject.end = part->verb;
  title->clause.first++;
}

/* Whether nothing follows the verb but the time. */
static gboolean
is_bare (const Chooser      *self,
         const DramatisPart *part)
{
  guint end = part->end;

  if (part->kind != DRAMATIS_PART_CLAUSE || is (self, part->verb, "auxiliaries-finite"))
    return FALSE;
  if (self->time.first > part->verb && self->time.end >= end)
    end = self->time.first;

  return part->verb + 1 >= end && part->verb <= part->start + 3;
}

/* Lists go on after a comma: "He visited England, Germany and France". */
static guint
find_list_end (const Chooser *self,
               guint         number)
{
  const DramatisSentence *sentence = self->sentence;
  gboolean is_last = FALSE;

  for (guint i = number + 1; i < sentence->parts->len && i < number + 5; i++)
    {
      const DramatisPart *part = dramatis_sentence_get_part (sentence, i);

      if (part->kind != DRAMATIS_PART_PHRASE || part->is_apart || part->is_subordinate
          || is (self, part->start, "cut-before") || dramatis_sentence_ends_in (sentence, part->start, "ing"))
        break;
      for (guint k = part->first; k < part->end; k++)
        {
          if (dramatis_sentence_skip_time (sentence, k) > k && !(k >= self->time.first && k < self->time.end))
            return dramatis_sentence_get_part (sentence, number)->end;
          if (k < part->first + 5)
            is_last |= is (self, k, "coordinators");
        }
      if (is_last)
        return part->end;
      if (part->end > part->first + 4)
        break;
    }

  return dramatis_sentence_get_part (sentence, number)->end;
}

/* "Critics warned that the project, backed by banks, could fail": up to the verb of what they warned of. */
static guint
find_statement_end (const Chooser *self,
                    guint         number)
{
  const DramatisSentence *sentence = self->sentence;
  const DramatisPart *part = dramatis_sentence_get_part (sentence, number);
  gboolean is_open = FALSE;

  for (guint i = part->verb; i < part->end; i++)
    if (is (self, i, "relatives"))
      is_open = TRUE;
    else if (i > part->verb && dramatis_sentence_is_verb (sentence, i))
      is_open = FALSE;

  for (guint i = number + 1; is_open && i < sentence->parts->len && i < number + 3; i++)
    {
      const DramatisPart *next = dramatis_sentence_get_part (sentence, i);

      if (next->is_apart)
        break;
      if (next->kind != DRAMATIS_PART_PHRASE)
        return next->end;
    }

  return part->end;
}

/* Chooses the words of the title for a time in the part at @number. */
static gboolean
choose (const Chooser      *self,
        guint               number,
        DramatisEventTitle *title)
{
  const DramatisPart *part = dramatis_sentence_get_part (self->sentence, number);

  title->clause.first = part->start;
  title->clause.end = part->end;
  title->verb = part->verb;
  if (part->kind != DRAMATIS_PART_PHRASE)
    title->clause.end = MAX (find_list_end (self, number), find_statement_end (self, number));

  switch (part->kind)
    {
    case DRAMATIS_PART_CLAUSE:
      /* "…, it announced this week": what it announced */
      if (number > 0 && is_bare (self, part) && !part->is_apart
          && dramatis_sentence_get_part (self->sentence, number - 1)->kind == DRAMATIS_PART_CLAUSE)
        return choose (self, number - 1, title);
      title->clause.first = skip_opening (self, part);
      if (part->is_subordinate && title->clause.first + 1 == part->verb && is (self, title->clause.first, "subjects"))
        replace_pronoun (self, number, title);
      return TRUE;

    case DRAMATIS_PART_PREDICATE:
      title->subject = find_subject (self, number);
      return TRUE;

    case DRAMATIS_PART_RELATIVE:
      title->subject = find_antecedent (self, number);
      return TRUE;

    case DRAMATIS_PART_PHRASE:
    default:
      return FALSE;
    }
}

/* The title for a time in a part that has no verb: what it belongs to stands before or after it. */
static gboolean
choose_beside (const Chooser      *self,
               guint               number,
               DramatisEventTitle *title)
{
  const DramatisSentence *sentence = self->sentence;

  for (guint i = number; i > 0; i--)
    {
      const DramatisPart *part = dramatis_sentence_get_part (sentence, i - 1);

      if (dramatis_sentence_get_part (sentence, i)->is_apart)
        break;
      if (part->kind == DRAMATIS_PART_PHRASE)
        continue;
      /* "They estimated, by 2050, …" */
      if (part->verb + 1 == part->end && number + 1 < sentence->parts->len
          && dramatis_sentence_get_part (sentence, number + 1)->kind == DRAMATIS_PART_CLAUSE)
        return choose (self, number + 1, title);
      choose (self, i - 1, title);
      /* what stands with the time belongs to the clause: "He visited England, Scotland and France in 1686" */
      part = dramatis_sentence_get_part (sentence, number);
      if (self->time.first > part->start)
        title->clause.end = part->end;
      return TRUE;
    }

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = number + 1; i < sentence->parts->len; i++)
      {
        const DramatisPart *part = dramatis_sentence_get_part (sentence, i);

        /* "Kabul, 3 July - …": only where nothing else is said */
        if (pass == 0 && part->is_apart)
          break;
        if (part->kind != DRAMATIS_PART_PHRASE && !(pass == 0 && part->is_subordinate && i + 1 < sentence->parts->len))
          return choose (self, i, title);
      }

  return FALSE;
}

/* Where the bracket opens in which a time stands, or the time itself. */
static guint
find_aside (const Chooser       *self,
            const DramatisWords *time)
{
  for (guint i = time->first; i > self->sentence->first && !is_mark (self, i - 1, ")]"); i--)
    if (is_mark (self, i - 1, "(["))
      return i - 1;

  return time->first;
}

/* "Hadid (1950-2016)", "the Plan (1791)": what stands before the bracket that opens at @aside. */
static gboolean
choose_before (const Chooser       *self,
               const DramatisWords *time,
               guint                aside,
               DramatisEventTitle  *title)
{
  guint number = dramatis_sentence_find_part (self->sentence, aside - 1);
  const DramatisPart *part = dramatis_sentence_get_part (self->sentence, number);

  if (!choose (self, number, title))
    {
      /* "In The Philosophy of Grammar (1924)"; but "a portrait, by Bellini (1505)" */
      if (!self->sentence->has_verb)
        title->clause.first = dramatis_sentence_get_part (self->sentence, 0)->start;
      while (title->clause.first + 1 < aside && is (self, title->clause.first, "cut-before"))
        title->clause.first++;
    }
  title->clause.end = aside;
  if (title->verb >= aside)
    title->verb = aside;

  /* several years are those of a life or a reign: of him who is named, not of what he did */
  if (title->verb < aside && is_capital (self, aside - 1) && time->end > time->first + 1)
    {
      guint first = aside - 1;

      while (first > part->start && (is_capital (self, first - 1) || is (self, first - 1, "particles")))
        first--;
      title->subject.end = title->subject.first = 0;
      title->clause.first = first;
      title->verb = aside;
    }

  return title->clause.first < aside;
}

/* Whether a sentence tells something: what has no verb is a heading, a caption or the line of a table, unless it ends
 * as a sentence does. */
static gboolean
tells (const Chooser *self)
{
  return self->sentence->has_verb || is_mark (self, self->sentence->end - 1, ".!?”\"");
}

/**
 * dramatis_event_title_choose:
 * @self: (out caller-allocates): a title
 * @sentence: a sentence
 * @time: the words of a time in it
 * @times: the words of all times that stand together with it: "In 1687 and 1689"
 *
 * Chooses the words that say what happened at a time: the clause that the time belongs to, and its subject.
 *
 * Returns: whether there are any
 */
gboolean
dramatis_event_title_choose (DramatisEventTitle     *self,
                             const DramatisSentence *sentence,
                             const DramatisWords    *time,
                             const DramatisWords    *times)
{
  Chooser chooser = { .sentence = sentence };
  guint number = dramatis_sentence_find_part (sentence, time->first);
  const DramatisPart *part;
  guint aside = find_aside (&chooser, time);
  guint before;
  DramatisWords name;

  memset (self, 0, sizeof *self);
  self->aside = time->first;
  if (sentence->parts->len == 0)
    return FALSE;

  part = dramatis_sentence_get_part (sentence, number);
  widen_time (&chooser, part, times);
  self->time = chooser.time;
  if (aside < time->first && aside > sentence->first)
    {
      self->aside = aside;
      return choose_before (&chooser, times, aside, self);
    }

  before = time->first;
  if (before > sentence->first && is (&chooser, before - 1, "determiners"))
    before--;
  if (before > sentence->first && is_premodifier (&chooser, part, time) && find_name (&chooser, time, &name)
      && (part->kind == DRAMATIS_PART_PHRASE || is (&chooser, before - 1, "anchors")))
    {
      self->clause = name;
      self->verb = name.end;
      return TRUE;
    }

  if (choose (&chooser, number, self) || choose_beside (&chooser, number, self))
    return TRUE;
  if (!tells (&chooser))
    return FALSE;

  self->clause.first = dramatis_sentence_get_part (sentence, 0)->start;
  self->clause.end = self->verb = sentence->end;

  return TRUE;
}
