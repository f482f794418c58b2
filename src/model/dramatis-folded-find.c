/* dramatis-folded-find.c: words in folded texts
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-folded-private.h"

#include <string.h>

struct _DramatisNeedle
{
  char     *folded;
  gsize     length;    /* in bytes */
  gboolean  starts_word;
  gboolean  ends_word;
};

gsize
dramatis_folded_get_start (DramatisFolded *self,
                           guint           part)
{
  return part > 0 ? g_array_index (self->ends, gsize, part - 1) : 0;
}

/* The number of the first cluster that ends behind a place. */
guint
dramatis_folded_find_cluster (DramatisFolded *self,
                              gsize           at)
{
  guint low = 0;
  guint high = self->clusters->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->clusters, DramatisCluster, middle).end <= at)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* A place is a hit only if it begins and ends between letters: “s” is not in “ß”, nor か in が. */
static gboolean
is_between_clusters (DramatisFolded *self,
                     gsize           at,
                     guint          *cluster)
{
  const DramatisCluster *clusters = (const DramatisCluster *) self->clusters->data;

  while (*cluster < self->clusters->len && clusters[*cluster].end <= at)
    (*cluster)++;

  return *cluster == self->clusters->len || clusters[*cluster].start >= at;
}

static gboolean
is_word_before (DramatisFolded *self,
                gsize           at)
{
  return at > 0 && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (self->text + at)));
}

static gboolean
is_word_behind (DramatisFolded *self,
                gsize           at)
{
  return g_unichar_isalnum (g_utf8_get_char (self->text + at));
}

/**
 * dramatis_folded_find_next:
 * @self: folded texts
 * @needle: words
 * @hit: (inout): the place found last, or all zero for the first; then the next
 *
 * Finds the next place of words. Places do not overlap.
 *
 * Returns: whether there is one
 */
gboolean
dramatis_folded_find_next (DramatisFolded       *self,
                           const DramatisNeedle *needle,
                           DramatisFoldedHit    *hit)
{
  const gsize *ends = (const gsize *) self->ends->data;
  gsize from = hit->end;

  if (needle->length == 0)
    return FALSE;

  for (;;)
    {
      const char *found = needle->length == 1 ? strchr (self->text + from, *needle->folded)
                                              : strstr (self->text + from, needle->folded);
      gsize start, end;
      guint cluster;

      if (found == NULL)
        return FALSE;

      start = found - self->text;
      end = start + needle->length;
      if (is_between_clusters (self, start, &hit->cluster)
          /* the next place may begin before the end of one that is none */
          && (cluster = hit->cluster, is_between_clusters (self, end, &cluster))
          && !(needle->starts_word && is_word_before (self, start))
          && !(needle->ends_word && is_word_behind (self, end)))
        {
          while (hit->part < self->ends->len && ends[hit->part] <= start)
            hit->part++;
          /* what has been added to a part that has not been ended */
          if (hit->part == self->ends->len)
            return FALSE;
          hit->start = start;
          hit->end = end;
          hit->cluster = cluster;
          return TRUE;
        }
      from = start + 1;
    }
}

/**
 * dramatis_folded_start_part:
 * @self: folded texts
 * @part: the number of a part
 * @hit: (out): what finds the first place in that part or behind it
 *
 * Begins a search in a part.
 */
void
dramatis_folded_start_part (DramatisFolded    *self,
                            guint              part,
                            DramatisFoldedHit *hit)
{
  gsize start = dramatis_folded_get_start (self, part);

  *hit = (DramatisFoldedHit) { part, start, start, dramatis_folded_find_cluster (self, start) };
}

static guint
count_byte (const char *text,
            gsize       length,
            char        byte)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += text[i] == byte;

  return n;
}

/* Letters by themselves are everywhere: to look at every byte of a part takes less time than to go from one to the
 * next. Those in a cluster that is more than them are none. */
static gboolean
find_part_with_byte (DramatisFolded    *self,
                     char               byte,
                     DramatisFoldedHit *hit,
                     guint             *n_places)
{
  const DramatisCluster *clusters = (const DramatisCluster *) self->clusters->data;
  const gsize *ends = (const gsize *) self->ends->data;

  for (; hit->part < self->ends->len; hit->part++)
    {
      gsize start = MAX (hit->end, dramatis_folded_get_start (self, hit->part));
      gboolean has_clusters = hit->cluster < self->clusters->len && clusters[hit->cluster].start < ends[hit->part];
      guint n;

      if (start >= ends[hit->part])
        continue;

      if (n_places == NULL && !has_clusters)
        n = memchr (self->text + start, byte, ends[hit->part] - start) != NULL;
      else
        n = count_byte (self->text + start, ends[hit->part] - start, byte);
      for (; hit->cluster < self->clusters->len && clusters[hit->cluster].start < ends[hit->part]; hit->cluster++)
        {
          const DramatisCluster *cluster = &clusters[hit->cluster];

          if (cluster->start >= start && cluster->end - cluster->start > 1)
            n -= count_byte (self->text + cluster->start, cluster->end - cluster->start, byte);
        }
      hit->end = ends[hit->part];
      if (n_places != NULL)
        *n_places = n;
      if (n > 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * dramatis_folded_find_part:
 * @self: folded texts
 * @needle: words
 * @hit: (inout): the part found last, or all zero for the first; then the next
 * @n_places: (out) (optional): how many places of the words are in it
 *
 * Finds the next part that has places of words, from a place that [method@Folded.start_part] or this has given.
 *
 * Returns: whether there is one
 */
gboolean
dramatis_folded_find_part (DramatisFolded       *self,
                           const DramatisNeedle *needle,
                           DramatisFoldedHit    *hit,
                           guint                *n_places)
{
  DramatisFoldedHit place = *hit;

  if (needle->length == 1 && !needle->starts_word && !needle->ends_word)
    return find_part_with_byte (self, *needle->folded, hit, n_places);

  if (!dramatis_folded_find_next (self, needle, &place))
    return FALSE;

  *hit = place;
  if (n_places == NULL)
    {
      hit->end = g_array_index (self->ends, gsize, hit->part);
      return TRUE;
    }

  *n_places = 1;
  while (dramatis_folded_find_next (self, needle, &place))
    {
      if (place.part != hit->part)
        {
          /* found again from here */
          hit->end = place.start;
          return TRUE;
        }
      (*n_places)++;
    }
  hit->end = self->length;

  return TRUE;
}

/* The place in the first text of a part, in code points, of a place between letters. */
static guint
get_offset (DramatisFolded *self,
            guint           part,
            gsize           at)
{
  gsize from = dramatis_folded_get_start (self, part);
  guint offset = 0;
  guint i = dramatis_folded_find_cluster (self, at);

  /* A cluster without any folded text can only begin a text: what is found begins behind it. */
  if (i > 0 && g_array_index (self->clusters, DramatisCluster, i - 1).start >= from)
    {
      const DramatisCluster *cluster = &g_array_index (self->clusters, DramatisCluster, i - 1);

      from = cluster->end;
      offset = cluster->text_end;
    }

  return offset + g_utf8_strlen (self->text + from, at - from);
}

/**
 * dramatis_folded_get_range:
 * @self: folded texts
 * @hit: a place in a part that has one text
 * @range: (out): the words in that text, in code points
 *
 * Finds the words of a place in the text that was folded. They never part a letter from its marks.
 */
void
dramatis_folded_get_range (DramatisFolded          *self,
                           const DramatisFoldedHit *hit,
                           DramatisRange           *range)
{
  range->start = get_offset (self, hit->part, hit->start);
  range->end = get_offset (self, hit->part, hit->end);
}

/**
 * dramatis_needle_new:
 * @words: words
 * @whole_words: whether to find them only where no letter or digit goes on
 *
 * Makes words fit for being looked for.
 *
 * Returns: (transfer full): a new needle; one without letters finds nothing
 */
DramatisNeedle *
dramatis_needle_new (const char *words,
                     gboolean    whole_words)
{
  DramatisNeedle *self = g_new0 (DramatisNeedle, 1);

  self->folded = dramatis_text_fold (words);
  self->length = strlen (self->folded);
  if (whole_words && self->length > 0)
    {
      self->starts_word = g_unichar_isalnum (g_utf8_get_char (self->folded));
      self->ends_word = g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (self->folded + self->length)));
    }

  return self;
}

/**
 * dramatis_needle_free:
 * @self: (transfer full): a needle
 *
 * Frees a needle.
 */
void
dramatis_needle_free (DramatisNeedle *self)
{
  g_free (self->folded);
  g_free (self);
}
