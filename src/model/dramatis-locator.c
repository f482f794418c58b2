/* dramatis-locator.c: finds many anchors again in a text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-locator.h"

#include <string.h>

#include "dramatis-anchor-match.h"
#include "dramatis-grams.h"

/* What it counts for, by what is known of both versions, that words are the same, and against them that they are new or
 * others. Measured with test-revision-versions: with less than 18 words are lost that are still there, without the other
 * two more of them are found in the wrong place. */
#define SAME_WEIGHT  18.0
#define NEW_WEIGHT   2.5
#define OTHER_WEIGHT 30.0

/* Between two passages: what surrounds words may lie in the next one. */
#define SEPARATOR '\n'

/* So many bytes, and twice as many as before, may stand now between what stood around words. */
#define BETWEEN_MAX    80

/* Changed words are offered to a person only if something speaks for them, and they are so long that it says something
 * that half of them is left. */
#define SIMILAR_POINTS 8
#define SIMILAR_MIN    45.0

/* More than words of which half has changed, less than the same words in another place. */
#define BETWEEN_SCORE  70.0

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
  DramatisGrams     *grams;          /* NULL: not indexed yet */
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
  guint                 n_edits_max;
  DramatisAnchorMatch   best;
  GArray               *all;          /* of DramatisAnchorMatch; NULL: the best one is enough */
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
  g_clear_pointer (&self->grams, dramatis_grams_free);
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

  g_return_if_fail (self->grams == NULL);

  if (self->ids->len > 0)
    g_string_append_c (self->text, SEPARATOR);
  start = self->text->len;
  g_array_append_val (self->starts, start);
  g_ptr_array_add (self->ids, (gpointer) g_intern_string (id));
  g_hash_table_insert (self->numbers, (gpointer) g_intern_string (id), GUINT_TO_POINTER (self->ids->len));
  g_string_append (self->text, text);
}

static void
ensure_index (DramatisLocator *self)
{
  if (self->grams == NULL)
    self->grams = dramatis_grams_new (self->text->str, self->text->len);
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
  if (search->old_start >= 0 || (self->alignment != NULL && dramatis_anchor_is_lost (search->anchor)))
    {
      /* what was lost before is not where the same words stood already */
      gsize old_start = MAX (search->old_start, 0);
      gsize old_end = search->old_start >= 0 ? old_start + strlen (search->anchor->quote) : old_start;
      double same = dramatis_alignment_judge (self->alignment, old_start, old_end,
                                              start - self->text->str, end - self->text->str);

      score += same > 0 ? same * SAME_WEIGHT : same * OTHER_WEIGHT - NEW_WEIGHT;
    }

  return score;
}

static void
consider (Search              *search,
          DramatisAnchorMatch  match)
{
  match.score += score_place (search, match.start, match.end);
  dramatis_anchor_match_consider (&match, search->expected, &search->best);
  if (search->all != NULL)
    g_array_append_val (search->all, match);
}

static void
consider_exact (Search     *search,
                const char *start)
{
  const GString *text = search->locator->text;
  DramatisAnchorMatch match = { start, start + strlen (search->anchor->quote) };
  double score_max = DRAMATIS_ANCHOR_EXACT_MAX + score_place (search, match.start, match.end);

  /* to compare what surrounds it would be in vain */
  if (search->all == NULL
      && (score_max < search->best.score || !dramatis_anchor_accepts (search->anchor, score_max)))
    return;

  match.score = dramatis_anchor_score_exact (search->anchor, text->str, text->str + text->len, start);
  consider (search, match);
}

static void
find_exact (Search *search)
{
  DramatisLocator *self = search->locator;
  g_autoptr (GArray) places = dramatis_grams_find (self->grams, search->anchor->quote);

  for (guint i = 0; i < places->len; i++)
    consider_exact (search, self->text->str + g_array_index (places, guint, i));
}

/* Where the words may be by what stands there of them and what surrounds them. */
static guint
find_likely (Search *search,
             gsize  *places)
{
  const DramatisAnchor *anchor = search->anchor;
  g_autofree char *whole = g_strconcat (anchor->prefix, anchor->quote, anchor->suffix, NULL);
  guint n_places = dramatis_grams_find_likely (search->locator->grams, whole, places);

  for (guint i = 0; i < n_places; i++)
    places[i] = MIN (places[i] + strlen (anchor->prefix), search->locator->text->len);

  return n_places;
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
  gsize slack = (1 << DRAMATIS_GRAMS_PLACE_BITS) + size / 3;
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
          && dramatis_anchor_match_approximate (search->anchor, search->n_edits_max,
                                                text, text_end, first, last, &match)
          && (search->all == NULL || match.score >= SIMILAR_MIN))
        consider (search, match);
    }
}

static void
find_approximate (Search *search)
{
  gsize places[DRAMATIS_GRAMS_N_PLACES];
  guint n_places = find_likely (search, places);

  for (guint i = 0; i < n_places; i++)
    find_approximate_at (search, places[i]);
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
  Search search = { self, anchor, -1, NULL, dramatis_anchor_get_n_edits_max (anchor), { NULL, NULL, -1 }, NULL };

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

/* Where words like those of @side stand in a passage. */
static gboolean
find_side (DramatisLocator     *self,
           const char          *side,
           guint                number,
           DramatisAnchorMatch *match)
{
  DramatisAnchor fields = { .passage = "", .quote = (char *) side, .prefix = (char *) "", .suffix = (char *) "" };
  const char *end = self->text->str + self->text->len;

  return dramatis_anchor_match_approximate (&fields, dramatis_anchor_get_n_edits_max (&fields), self->text->str, end,
                                            passage_start (self, number), passage_end (self, number), match);
}

/* What stands now between what stood around the words, however they have changed. */
static void
find_between (Search *search,
              guint   number)
{
  const DramatisAnchor *anchor = search->anchor;
  DramatisAnchorMatch before;
  DramatisAnchorMatch after;
  DramatisAnchorMatch match;

  if (!find_side (search->locator, anchor->prefix, number, &before)
      || !find_side (search->locator, anchor->suffix, number, &after))
    return;

  match = (DramatisAnchorMatch) { before.end, after.start, BETWEEN_SCORE };
  while (match.start < match.end && g_ascii_isspace (*match.start))
    match.start++;
  while (match.start < match.end && g_ascii_isspace (match.end[-1]))
    match.end--;
  if (match.start < match.end && (gsize) (match.end - match.start) <= BETWEEN_MAX + 2 * strlen (anchor->quote))
    consider (search, match);
}

static int
compare_matches (gconstpointer a,
                 gconstpointer b)
{
  const DramatisAnchorMatch *first = a;
  const DramatisAnchorMatch *second = b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;

  return (first->start > second->start) - (first->start < second->start);
}

static gboolean
overlaps_any (const DramatisAnchorMatch *matches,
              guint                      n_matches,
              const DramatisAnchorMatch *match)
{
  for (guint i = 0; i < n_matches; i++)
    {
      if (matches[i].start < match->end && match->start < matches[i].end)
        return TRUE;
    }

  return FALSE;
}

/**
 * dramatis_locator_list:
 * @self: a locator
 * @anchor: an anchor whose words are lost
 * @n_max: how many places are enough
 *
 * Lists the places that its words may have gone to, for a person to choose from: the same words, words of which up to a
 * half has changed, and what stands now between what stood around them.
 *
 * Returns: (transfer full) (element-type DramatisAnchor): an anchor for each place, the most likely one first
 */
GPtrArray *
dramatis_locator_list (DramatisLocator      *self,
                       const DramatisAnchor *anchor,
                       guint                 n_max)
{
  GPtrArray *anchors = dramatis_anchors_new ();
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (DramatisAnchorMatch));
  glong n_points = g_utf8_strlen (anchor->quote, -1);
  guint n_edits_max = n_points >= SIMILAR_POINTS ? n_points / 2 : 0;
  Search search = { self, anchor, -1, NULL, n_edits_max, { NULL, NULL, -1 }, matches };
  gsize places[DRAMATIS_GRAMS_N_PLACES];
  guint n_places;
  guint n_chosen = 0;

  if (*anchor->quote == '\0' || self->starts->len == 0)
    return anchors;

  ensure_index (self);
  search.expected = expect_place (&search);
  find_exact (&search);
  find_approximate (&search);
  n_places = find_likely (&search, places);
  for (guint i = 0; i < n_places; i++)
    {
      const char *place = self->text->str + places[i];
      const char *last = self->text->str + MIN (places[i] + (1 << DRAMATIS_GRAMS_PLACE_BITS), self->text->len);

      for (guint number = find_passage (self, place); number <= find_passage (self, last); number++)
        find_between (&search, number);
    }

  g_array_sort (matches, compare_matches);
  for (guint i = 0; i < matches->len && n_chosen < n_max; i++)
    {
      DramatisAnchorMatch match = g_array_index (matches, DramatisAnchorMatch, i);

      if (overlaps_any ((DramatisAnchorMatch *) matches->data, n_chosen, &match))
        continue;
      /* those that are taken are moved to the front */
      g_array_index (matches, DramatisAnchorMatch, n_chosen++) = match;
      g_ptr_array_add (anchors, anchor_at (self, anchor, match.start, match.end));
    }

  return anchors;
}
