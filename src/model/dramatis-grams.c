/* dramatis-grams.c: where words stand in a long text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-grams.h"

#include <string.h>

/* The text is indexed by its runs of four bytes, hashed to so many bits. */
#define GRAM      4
#define HASH_BITS 16
#define N_HASHES  (1 << HASH_BITS)

/* So many places of the rarest runs say where changed words are likely to be. */
#define N_VOTES 512

/**
 * DramatisGrams:
 *
 * An index of all runs of four bytes of a text, with which words are found without reading it.
 */
struct _DramatisGrams
{
  const char *text;
  gsize       size;
  guint      *heads;          /* of each hash, its first in @places */
  guint      *places;
};

static guint
hash_gram (const char *bytes)
{
  guint32 gram;

  memcpy (&gram, bytes, GRAM);

  return (gram * 2654435761u) >> (32 - HASH_BITS);
}

/**
 * dramatis_grams_new:
 * @text: a text, which has to stay
 * @size: its size in bytes
 *
 * Makes an index.
 *
 * Returns: (transfer full): a new index
 */
DramatisGrams *
dramatis_grams_new (const char *text,
                    gsize       size)
{
  DramatisGrams *self = g_new0 (DramatisGrams, 1);
  guint n_grams = size >= GRAM ? size - GRAM + 1 : 0;

  self->text = text;
  self->size = size;
  self->heads = g_new0 (guint, N_HASHES + 1);
  self->places = g_new (guint, n_grams);
  for (guint i = 0; i < n_grams; i++)
    self->heads[hash_gram (text + i) + 1]++;
  for (guint i = 0; i < N_HASHES; i++)
    self->heads[i + 1] += self->heads[i];
  /* each head is moved over its places, and thereby becomes the next one's: moved back afterwards */
  for (guint i = 0; i < n_grams; i++)
    self->places[self->heads[hash_gram (text + i)]++] = i;
  memmove (self->heads + 1, self->heads, N_HASHES * sizeof (guint));
  self->heads[0] = 0;

  return self;
}

/**
 * dramatis_grams_free:
 * @self: (transfer full): an index
 *
 * Frees an index.
 */
void
dramatis_grams_free (DramatisGrams *self)
{
  g_free (self->heads);
  g_free (self->places);
  g_free (self);
}

/* A run of bytes of the words that are looked for, and where it stands in the text. */
typedef struct
{
  gsize        offset;          /* from where the words begin */
  const guint *places;
  guint        n_places;
} Run;

static Run
run_at (DramatisGrams *self,
        const char    *words,
        gsize          offset)
{
  guint hash = hash_gram (words + offset);

  return (Run) { offset, self->places + self->heads[hash], self->heads[hash + 1] - self->heads[hash] };
}

/**
 * dramatis_grams_find:
 * @self: an index
 * @words: what is looked for, not empty
 *
 * Finds all places where words stand exactly.
 *
 * Returns: (transfer full) (element-type guint): the places in bytes, in order
 */
GArray *
dramatis_grams_find (DramatisGrams *self,
                     const char    *words)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));
  gsize size = strlen (words);
  Run rarest = { .n_places = G_MAXUINT };

  if (size < GRAM)
    {
      for (const char *found = strstr (self->text, words); found != NULL; found = strstr (found + 1, words))
        {
          guint place = found - self->text;

          g_array_append_val (places, place);
        }
      return places;
    }

  for (gsize i = 0; i + GRAM <= size && rarest.n_places > 1; i++)
    {
      Run run = run_at (self, words, i);

      if (run.n_places < rarest.n_places)
        rarest = run;
    }

  for (guint i = 0; i < rarest.n_places; i++)
    {
      guint place = rarest.places[i] - rarest.offset;

      if (rarest.places[i] >= rarest.offset && place + size <= self->size
          && memcmp (self->text + place, words, size) == 0)
        g_array_append_val (places, place);
    }

  return places;
}

static int
compare_runs (gconstpointer a,
              gconstpointer b)
{
  const Run *first = a;
  const Run *second = b;

  return (first->n_places > second->n_places) - (first->n_places < second->n_places);
}

/* The runs that stand in the text, the rarest first. */
static GArray *
collect_runs (DramatisGrams *self,
              const char    *words)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));
  gsize size = strlen (words);

  for (gsize i = 0; i + GRAM <= size; i++)
    {
      Run run = run_at (self, words, i);

      if (run.n_places > 0)
        g_array_append_val (runs, run);
    }
  g_array_sort (runs, compare_runs);

  return runs;
}

typedef struct
{
  guint place;          /* in units of 1 << DRAMATIS_GRAMS_PLACE_BITS bytes */
  guint n_votes;
} Vote;

/* Keeps the places with the most votes in @best, in that order, of equals the first ones. */
static void
vote_consider (const Vote *vote,
               Vote       *best)
{
  guint i = DRAMATIS_GRAMS_N_PLACES;

  while (i > 0
         && (vote->n_votes > best[i - 1].n_votes
             || (vote->n_votes == best[i - 1].n_votes && vote->place < best[i - 1].place)))
    {
      i--;
      if (i + 1 < DRAMATIS_GRAMS_N_PLACES)
        best[i + 1] = best[i];
      best[i] = *vote;
    }
}

/**
 * dramatis_grams_find_likely:
 * @self: an index
 * @words: what is looked for
 * @places: (out caller-allocates) (array fixed-size=6): where words begin that are likely to be like them, in bytes, or
 *   before that by less than 1 << %DRAMATIS_GRAMS_PLACE_BITS; the most likely one first
 *
 * Tells near which places words may stand that have changed, by where their rarest runs stand.
 *
 * Returns: how many places there are, up to %DRAMATIS_GRAMS_N_PLACES
 */
guint
dramatis_grams_find_likely (DramatisGrams *self,
                            const char    *words,
                            gsize         *places)
{
  g_autoptr (GArray) runs = collect_runs (self, words);
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  Vote best[DRAMATIS_GRAMS_N_PLACES] = { 0 };
  GHashTableIter iter;
  gpointer key;
  gpointer value;
  guint n_votes = 0;
  guint n_places = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const Run *run = &g_array_index (runs, Run, i);

      n_votes += run->n_places;
      if (n_votes > N_VOTES)
        break;
      for (guint j = 0; j < run->n_places; j++)
        {
          guint start = run->places[j] > run->offset ? run->places[j] - run->offset : 0;

          key = GUINT_TO_POINTER (start >> DRAMATIS_GRAMS_PLACE_BITS);
          value = g_hash_table_lookup (counts, key);
          g_hash_table_insert (counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (value) + 1));
        }
    }

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    vote_consider (&(Vote) { GPOINTER_TO_UINT (key), GPOINTER_TO_UINT (value) }, best);
  for (; n_places < DRAMATIS_GRAMS_N_PLACES && best[n_places].n_votes > 0; n_places++)
    places[n_places] = (gsize) best[n_places].place << DRAMATIS_GRAMS_PLACE_BITS;

  return n_places;
}
