/* bench-anchors.c: 10,000 notes found again in 1 MB of text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* memmem () */

#include <string.h>

#include "bench-dossier.h"
#include "bench.h"
#include "dramatis-locator.h"

#define TEXT_SIZE (1000 * 1000)
#define N_NOTES 10000
#define N_ROUNDS 5

/* Every so many a note's words have changed. */
#define CHANGED 10

/* To find a note takes but a small part of reading the text. */
#define LIMIT 0.2

typedef struct
{
  DramatisLocator *locator;
  GString         *text;
  GPtrArray       *passages;
  GPtrArray       *places;      /* of DramatisAnchor: where the words of the notes are */
  GPtrArray       *anchors;     /* the same as they were before the text changed */
} Bench;

/* What a place was before: words were added before it, and of each tenth one in seven letters was another. */
static DramatisAnchor *
anchor_before (const DramatisAnchor *place,
               guint                 number)
{
  DramatisAnchor fields = *place;
  g_autofree char *quote = g_strdup (place->quote);

  fields.range.start += 40;
  fields.range.end += 40;
  fields.quote = quote;
  for (gsize i = number % 7, size = strlen (quote); number % CHANGED == 0 && i < size; i += 7)
    {
      if (g_ascii_islower (quote[i]))
        quote[i] = 'a' + (quote[i] - 'a' + 7) % 26;
    }

  return dramatis_anchor_new_full (&fields);
}

static void
fill (Bench *self)
{
  const BenchSize size = { .n_passages = TEXT_SIZE / 600, .n_mentions = 4 * TEXT_SIZE / 600, .n_actors = 200 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  self->passages = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; self->text->len < TEXT_SIZE; i++)
    {
      DramatisPassage *passage = bench_passage_new (rand, &size, i, 4);

      g_ptr_array_add (self->passages, passage);
      g_string_append (self->text, dramatis_passage_get_text (passage));
      g_string_append_c (self->text, '\n');
    }

  for (guint i = 0; i < N_NOTES; i++)
    {
      DramatisPassage *passage = g_ptr_array_index (self->passages, g_rand_int_range (rand, 0, self->passages->len));
      guint start = g_rand_int_range (rand, 0, 500);
      g_autoptr (GPtrArray) places = bench_anchors_new (passage, start, start + g_rand_int_range (rand, 20, 80));
      const DramatisAnchor *place = g_ptr_array_index (places, 0);

      g_ptr_array_add (self->anchors, anchor_before (place, i));
      g_ptr_array_add (self->places, g_ptr_array_steal_index (places, 0));
    }
}

static DramatisLocator *
locator_new (Bench *self)
{
  DramatisLocator *locator = dramatis_locator_new ();

  for (guint i = 0; i < self->passages->len; i++)
    {
      DramatisPassage *passage = g_ptr_array_index (self->passages, i);

      dramatis_locator_add_passage (locator, dramatis_thing_get_id (DRAMATIS_THING (passage)),
                                    dramatis_passage_get_text (passage));
    }

  return locator;
}

/* Finds again the notes whose words have changed, or the others. */
static double
locate (Bench    *self,
        gboolean  changed,
        guint    *n_right)
{
  double start = bench_get_cpu_ms ();

  for (guint i = 0; i < N_NOTES; i++)
    {
      const DramatisAnchor *place = g_ptr_array_index (self->places, i);
      g_autoptr (DramatisAnchor) found = NULL;

      if ((i % CHANGED == 0) != changed)
        continue;
      found = dramatis_locator_locate (self->locator, g_ptr_array_index (self->anchors, i));
      /* where the first or last letter has changed, it is not known whether it was that one */
      *n_right += found != NULL && found->passage == place->passage
                  && dramatis_range_overlaps (&found->range, &place->range)
                  && (changed || found->range.start == place->range.start);
    }

  return bench_get_cpu_ms () - start;
}

/* Reads all of the text once for each note of a part: what is looked for is not in it. */
static double
read_all (Bench *self,
          guint  part)
{
  double start = bench_get_cpu_ms ();

  for (guint i = part; i < N_NOTES; i += N_ROUNDS)
    {
      const DramatisAnchor *place = g_ptr_array_index (self->places, i);
      gsize size = strlen (place->quote);
      g_autofree char *words = g_strconcat (place->quote, "\1", NULL);

      g_assert_null (memmem (self->text->str, self->text->len, words, size + 1));
    }

  return bench_get_cpu_ms () - start;
}

int
main (int    argc,
      char **argv)
{
  Bench self = { .text = g_string_new (NULL), .places = dramatis_anchors_new (), .anchors = dramatis_anchors_new () };
  g_autoptr (GArray) exact_times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) changed_times = g_array_new (FALSE, FALSE, sizeof (double));
  double reading_time = 0;
  double exact_time, changed_time;
  guint n_exact = 0;
  guint n_changed = 0;
  gboolean is_within;

  fill (&self);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double time = bench_get_cpu_ms ();

      /* the index is part of the work */
      g_clear_pointer (&self.locator, dramatis_locator_free);
      self.locator = locator_new (&self);
      time = bench_get_cpu_ms () - time + locate (&self, FALSE, &n_exact);
      g_array_append_val (exact_times, time);
      time = locate (&self, TRUE, &n_changed);
      g_array_append_val (changed_times, time);
      reading_time += read_all (&self, i);
    }

  exact_time = bench_quantile (exact_times, 0.5);
  changed_time = bench_quantile (changed_times, 0.5);
  bench_print ("anchors/same-words-found", 100.0 * n_exact * CHANGED / (N_ROUNDS * N_NOTES * (CHANGED - 1)), "%");
  bench_print ("anchors/changed-words-found", 100.0 * n_changed * CHANGED / (N_ROUNDS * N_NOTES), "%");
  bench_print ("anchors/read-once-per-note", reading_time, "ms");
  bench_print ("anchors/same-words", exact_time, "ms");
  bench_print ("anchors/changed-words", changed_time, "ms");
  is_within = bench_print_ratio ("anchors/locate-to-read", (exact_time + changed_time) / reading_time, LIMIT);

  dramatis_locator_free (self.locator);
  g_ptr_array_unref (self.passages);
  g_ptr_array_unref (self.anchors);
  g_ptr_array_unref (self.places);
  g_string_free (self.text, TRUE);

  return is_within ? EXIT_SUCCESS : EXIT_FAILURE;
}
