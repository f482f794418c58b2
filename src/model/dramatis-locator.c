/* dramatis-locator.c: finds many anchors again in a text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-locator.h"

#include <string.h>

#include "dramatis-anchor-match.h"

/* What it counts for, by what is known of both versions, that words are the same, and against them that they are new or
 * others. Measured with test-revision: with less than 13 words are lost that are still there, without the other two
 * more of them are found in the wrong place. */
#define SAME_WEIGHT  13.5
#define NEW_WEIGHT   2.5
#define OTHER_WEIGHT 30.0

/* Between two passages: what surrounds words may lie in the next one. */
#define SEPARATOR '\n'

/* The text is indexed by its runs of four bytes, hashed to so many bits. */
#define GRAM       4
#define HASH_BITS  16
#define N_HASHES   (1 << HASH_BITS)

/* Looking for changed words: how many places of the rarest runs vote for where the words begin, how wide these are, in
 * bytes, and how many are looked at. */
#define N_VOTES    512
#define PLACE_BITS 6
#define N_PLACES   6

/**
 * DramatisLocator:
 *
 * Finds anchors again in the passages of an article.
 *
 * In this order: where they were, if the words and the surroundings of one side still stand there; exactly the same
 * words anywhere, by their surroundings; words of which at most a third has changed. Each has to fit well enough: what
 * does not is not found, which is better than to be found in the wrong place.
 *
 * Where the old version of the text is known too, the words that both have in common speak for a place, or against it.
 *
 * [method@Anchor.locate] does the same for one passage without an index.
 */
struct _DramatisLocator
{
  GString           *text;
  GArray            *starts;         /* of each passage, in bytes of the text */
  GPtrArray         *ids;
  GHashTable        *numbers;        /* interned id → number of the passage plus 1 */
  guint             *heads;          /* of each hash, its first in @places; NULL: not indexed yet */
  guint             *places;
  DramatisLocator   *old;            /* with the text that anchors are from, not owned; or NULL */
  DramatisAlignment *alignment;      /* not owned */
};

/* An anchor that is being looked for. */
typedef struct
{
  DramatisLocator      *locator;
  const DramatisAnchor *anchor;
  gssize                old_start;    /* where it is in the old text, in bytes; -1 if that is not known */
  const char           *expected;     /* or NULL */
  DramatisAnchorMatch   best;
} Search;

/**
 * dramatis_locator_new:
 *
 * Makes a locator without any text.
 *
 * Returns: (transfer full): a new locator
 */
DramatisLocator *
dramatis_locator_new (void)
{
  DramatisLocator *self = g_new0 (DramatisLocator, 1);

  self->text = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->ids = g_ptr_array_new ();
  self->numbers = g_hash_table_new (NULL, NULL);

  return self;
}

/**
 * dramatis_locator_free:
 * @self: (transfer full): a locator
 *
 * Frees a locator.
 */
void
dramatis_locator_free (DramatisLocator *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_ptr_array_unref (self->ids);
  g_hash_table_unref (self->numbers);
  g_free (self->heads);
  g_free (self->places);
  g_free (self);
}

/**
 * dramatis_locator_add_passage:
 * @self: a locator that has not been asked yet
 * @id: the identifier of the next passage
 * @text: its text
 *
 * Adds a passage.
 */
void
dramatis_locator_add_passage (DramatisLocator *self,
                              const char      *id,
                              const char      *text)
{
  guint start;

  g_return_if_fail (self->heads == NULL);

  if (self->ids->len > 0)
    g_string_append_c (self->text, SEPARATOR);
  start = self->text->len;
  g_array_append_val (self->starts, start);
  g_ptr_array_add (self->ids, (gpointer) g_intern_string (id));
  g_hash_table_insert (self->numbers, (gpointer) g_intern_string (id), GUINT_TO_POINTER (self->ids->len));
  g_string_append (self->text, text);
}

static guint
hash_gram (const char *bytes)
{
  guint32 gram;

  memcpy (&gram, bytes, GRAM);

  return (gram * 2654435761u) >> (32 - HASH_BITS);
}

static void
ensure_index (DramatisLocator *self)
{
  guint n_grams = self->text->len >= GRAM ? self->text->len - GRAM + 1 : 0;

  if (self->heads != NULL)
    return;

  self->heads = g_new0 (guint, N_HASHES + 1);
  self->places = g_new (guint, n_grams);
  for (guint i = 0; i < n_grams; i++)
    self->heads[hash_gram (self->text->str + i) + 1]++;
  for (guint i = 0; i < N_HASHES; i++)
    self->heads[i + 1] += self->heads[i];
  /* each head is moved over its places, and thereby becomes the next one's: moved back afterwards */
  for (guint i = 0; i < n_grams; i++)
    self->places[self->heads[hash_gram (self->text->str + i)]++] = i;
  memmove (self->heads + 1, self->heads, N_HASHES * sizeof (guint));
  self->heads[0] = 0;
}

static const char *
passage_start (DramatisLocator *self,
               guint            number)
{
  return self->text->str + g_array_index (self->starts, guint, number);
}

static const char *
passage_end (DramatisLocator *self,
             guint            number)
{
  return number + 1 < self->starts->len ? passage_start (self, number + 1) - 1 : self->text->str + self->text->len;
}

static guint
find_passage (DramatisLocator *self,
              const char      *place)
{
  guint offset = place - self->text->str;
  guint low = 0;
  guint high = self->starts->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->starts, guint, middle) <= offset)
        low = middle;
      else
        high = middle;
    }

  return low;
}

/* The place of a code point of a passage, or NULL if it ends before. */
static const char *
find_offset (DramatisLocator *self,
             guint            number,
             guint            offset)
{
  const char *place = passage_start (self, number);
  const char *end = passage_end (self, number);

  for (; offset > 0 && place < end; offset--)
    place = g_utf8_next_char (place);

  return offset == 0 ? place : NULL;
}

/* Where the words should be: the nearest of equals is taken. */
static const char *
expect_place (Search *search)
{
  DramatisLocator *self = search->locator;
  gssize mapped = search->old_start >= 0 ? dramatis_alignment_map (self->alignment, search->old_start) : -1;
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, search->anchor->passage));
  const char *place;

  if (mapped >= 0)
    return self->text->str + MIN ((gsize) mapped, self->text->len);
  if (number == 0)
    return NULL;

  place = find_offset (self, number - 1, search->anchor->range.start);

  return place != NULL ? place : passage_end (self, number - 1);
}

/* What speaks for a place besides the words and what surrounds them. Words are more likely to be in the passage where they
 * were. */
static double
score_place (Search     *search,
             const char *start,
             const char *end)
{
  DramatisLocator *self = search->locator;
  double score = 0;

  if (g_ptr_array_index (self->ids, find_passage (self, start)) == search->anchor->passage)
    score += DRAMATIS_ANCHOR_PASSAGE_WEIGHT;
  if (search->old_start >= 0)
    {
      double same = dramatis_alignment_judge (self->alignment,
                                              search->old_start, search->old_start + strlen (search->anchor->quote),
                                              start - self->text->str, end - self->text->str);

      score += same > 0 ? same * SAME_WEIGHT : same * OTHER_WEIGHT - NEW_WEIGHT;
    }

  return score;
}

static void
consider_exact (Search     *search,
                const char *start)
{
  const GString *text = search->locator->text;
  DramatisAnchorMatch match = { start, start + strlen (search->anchor->quote) };
  double score_max;

  match.score = score_place (search, match.start, match.end);
  score_max = match.score + DRAMATIS_ANCHOR_EXACT_MAX;
  if (score_max < search->best.score || !dramatis_anchor_accepts (search->anchor, score_max))
    return;

  match.score += dramatis_anchor_score_exact (search->anchor, text->str, text->str + text->len, start);
  dramatis_anchor_match_consider (&match, search->expected, &search->best);
}

static void
find_exact (Search *search)
{
  DramatisLocator *self = search->locator;
  const char *quote = search->anchor->quote;
  gsize size = strlen (quote);
  guint rarest = 0;
  guint n_least = G_MAXUINT;

  if (size < GRAM)
    {
      for (const char *start = strstr (self->text->str, quote); start != NULL; start = strstr (start + 1, quote))
        consider_exact (search, start);
      return;
    }

  for (guint i = 0; i + GRAM <= size && n_least > 1; i++)
    {
      guint hash = hash_gram (quote + i);
      guint n = self->heads[hash + 1] - self->heads[hash];

      if (n < n_least)
        {
          n_least = n;
          rarest = i;
        }
    }

  for (guint i = 0, hash = hash_gram (quote + rarest); i < n_least; i++)
    {
      guint place = self->places[self->heads[hash] + i];

      if (place >= rarest && place - rarest + size <= self->text->len
          && memcmp (self->text->str + place - rarest, quote, size) == 0)
        consider_exact (search, self->text->str + place - rarest);
    }
}

/* A run of bytes of an anchor, and where it stands in the text. */
typedef struct
{
  int          offset;          /* from where the words begin */
  const guint *places;
  guint        n_places;
} Run;

static int
compare_runs (gconstpointer a,
              gconstpointer b)
{
  const Run *first = a;
  const Run *second = b;

  return (first->n_places > second->n_places) - (first->n_places < second->n_places);
}

/* The runs of an anchor and what surrounds it that stand in the text, the rarest first. */
static GArray *
collect_runs (DramatisLocator      *self,
              const DramatisAnchor *anchor)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_autofree char *whole = g_strconcat (anchor->prefix, anchor->quote, anchor->suffix, NULL);
  int before = strlen (anchor->prefix);
  int size = strlen (whole);

  for (int i = 0; i + GRAM <= size; i++)
    {
      guint hash = hash_gram (whole + i);
      Run run = { i - before, self->places + self->heads[hash], self->heads[hash + 1] - self->heads[hash] };

      if (run.n_places > 0)
        g_array_append_val (runs, run);
    }
  g_array_sort (runs, compare_runs);

  return runs;
}

typedef struct
{
  guint place;          /* where the words would begin, in units of 1 << PLACE_BITS bytes */
  guint n_votes;
} Vote;

/* Keeps the places with the most votes in @best, in that order, of equals the first ones. */
static void
vote_consider (const Vote *vote,
               Vote       *best)
{
  guint i = N_PLACES;

  while (i > 0
         && (vote->n_votes > best[i - 1].n_votes
             || (vote->n_votes == best[i - 1].n_votes && vote->place < best[i - 1].place)))
    {
      i--;
      if (i + 1 < N_PLACES)
        best[i + 1] = best[i];
      best[i] = *vote;
    }
}

/* Where the words would begin by where the rarest runs stand. Places without votes are left over at the end. */
static void
collect_votes (DramatisLocator      *self,
               const DramatisAnchor *anchor,
               Vote                 *best)
{
  g_autoptr (GArray) runs = collect_runs (self, anchor);
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key;
  gpointer value;
  guint n_votes = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const Run *run = &g_array_index (runs, Run, i);

      n_votes += run->n_places;
      if (n_votes > N_VOTES)
        break;
      for (guint j = 0; j < run->n_places; j++)
        {
          gint64 start = (gint64) run->places[j] - run->offset;

          key = GUINT_TO_POINTER (MAX (start, 0) >> PLACE_BITS);
          value = g_hash_table_lookup (counts, key);
          g_hash_table_insert (counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (value) + 1));
        }
    }

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    vote_consider (&(Vote) { GPOINTER_TO_UINT (key), GPOINTER_TO_UINT (value) }, best);
}

/* Looks for changed words that begin near @place, or a little behind it. */
static void
find_approximate_at (Search *search,
                     gsize   place)
{
  DramatisLocator *self = search->locator;
  const char *text = self->text->str;
  const char *text_end = text + self->text->len;
  gsize size = strlen (search->anchor->quote);
  gsize slack = (1 << PLACE_BITS) + size / 3;
  const char *from = text + (place > slack ? place - slack : 0);
  const char *to = text + MIN (place + size + 2 * slack, self->text->len);

  for (guint number = find_passage (self, from);
       number < self->starts->len && passage_start (self, number) < to;
       number++)
    {
      const char *first = MAX (from, passage_start (self, number));
      const char *last = MIN (to, passage_end (self, number));
      DramatisAnchorMatch match;

      while (first < last && ((guchar) *first & 0xc0) == 0x80)
        first++;
      while (last < passage_end (self, number) && ((guchar) *last & 0xc0) == 0x80)
        last++;
      if (first < last
          && dramatis_anchor_match_approximate (search->anchor, text, text_end, first, last, &match))
        {
          match.score += score_place (search, match.start, match.end);
          dramatis_anchor_match_consider (&match, search->expected, &search->best);
        }
    }
}

static void
find_approximate (Search *search)
{
  Vote votes[N_PLACES] = { 0 };

  collect_votes (search->locator, search->anchor, votes);
  for (guint i = 0; i < N_PLACES && votes[i].n_votes > 0; i++)
    find_approximate_at (search, (gsize) votes[i].place << PLACE_BITS);
  if (search->expected != NULL)
    find_approximate_at (search, search->expected - search->locator->text->str);
}

static DramatisAnchor *
anchor_at (DramatisLocator      *self,
           const DramatisAnchor *anchor,
           const char           *start,
           const char           *end)
{
  guint number = find_passage (self, start);
  const char *first = passage_start (self, number);
  g_autofree char *text = g_strndup (first, passage_end (self, number) - first);
  DramatisRange range;

  range.start = g_utf8_strlen (first, start - first);
  range.end = range.start + g_utf8_strlen (start, end - start);

  return dramatis_anchor_dup_at (anchor, g_ptr_array_index (self->ids, number), text, &range);
}

/**
 * dramatis_locator_compare:
 * @self: a locator
 * @old: one with the text that anchors are from; it has to outlive @self
 * @alignment: what both have in common; it has to outlive @self
 *
 * Makes use of the old text: of more of what surrounded an anchor than it says itself, and of what is the same.
 */
void
dramatis_locator_compare (DramatisLocator   *self,
                          DramatisLocator   *old,
                          DramatisAlignment *alignment)
{
  self->old = old;
  self->alignment = alignment;
}

/* Up to @n code points before @place, or behind it. */
static char *
dup_context (DramatisLocator *self,
             const char      *place,
             int              step,
             guint            n)
{
  const char *text = self->text->str;
  const char *end = text + self->text->len;
  const char *other = place;

  for (guint i = 0; i < n; i++)
    {
      if (step < 0 ? other == text : other == end)
        break;
      other = step < 0 ? g_utf8_prev_char (other) : g_utf8_next_char (other);
    }

  return step < 0 ? g_strndup (other, place - other) : g_strndup (place, other - place);
}

/* What surrounds the anchor in the old text, beyond its passage; a copy if it is not there. */
static DramatisAnchor *
widen (DramatisLocator      *self,
       const DramatisAnchor *anchor,
       gssize               *old_start)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, anchor->passage));
  const char *start = number > 0 ? find_offset (self, number - 1, anchor->range.start) : NULL;
  gsize size = strlen (anchor->quote);
  DramatisAnchor fields = *anchor;
  g_autofree char *prefix = NULL;
  g_autofree char *suffix = NULL;

  *old_start = -1;
  if (start != NULL && strncmp (start, anchor->quote, size) == 0)
    {
      *old_start = start - self->text->str;
      fields.prefix = prefix = dup_context (self, start, -1, 2 * DRAMATIS_ANCHOR_CONTEXT);
      fields.suffix = suffix = dup_context (self, start + size, 1, 2 * DRAMATIS_ANCHOR_CONTEXT);
    }

  return dramatis_anchor_new_full (&fields);
}

/**
 * dramatis_locator_locate:
 * @self: a locator
 * @anchor: an anchor
 *
 * Finds the words of an anchor in the text.
 *
 * Returns: (transfer full) (nullable): an anchor for the words as they stand there
 */
DramatisAnchor *
dramatis_locator_locate (DramatisLocator      *self,
                         const DramatisAnchor *anchor)
{
  g_autoptr (DramatisAnchor) wide = NULL;
  Search search = { self, anchor, -1, NULL, { NULL, NULL, -1 } };

  ensure_index (self);

  if (*anchor->quote == '\0')
    return NULL;

  if (self->old != NULL)
    search.anchor = wide = widen (self->old, anchor, &search.old_start);
  search.expected = expect_place (&search);

  if (search.expected != NULL && g_str_has_prefix (search.expected, anchor->quote))
    {
      consider_exact (&search, search.expected);
      if (search.best.score >= DRAMATIS_ANCHOR_CERTAIN)
        return anchor_at (self, anchor, search.best.start, search.best.end);
    }

  find_exact (&search);
  if (search.best.start == NULL || !dramatis_anchor_accepts (anchor, search.best.score))
    find_approximate (&search);
  if (search.best.start == NULL || !dramatis_anchor_accepts (anchor, search.best.score))
    return NULL;

  return anchor_at (self, anchor, search.best.start, search.best.end);
}
