/* bench-dossier.h: large dossiers for the benchmarks
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <math.h>

#include "dramatis-dossier.h"

typedef struct
{
  guint n_passages;
  guint n_mentions;     /* over all passages */
  guint n_actors;
  guint n_events;
  guint n_notes;
} BenchSize;

/* Words enough that lines differ; of some 600 letters a passage. */
static const char bench_words[][16] = {
  "agreement", "ambassador", "answered", "before", "border", "capital", "conference", "council", "declared",
  "delegation", "during", "foreign", "government", "however", "island", "ministry", "négociation", "nothing",
  "observers", "of", "on", "parliament", "port", "president", "Straße", "railway", "report", "said", "seven",
  "since", "the", "the", "their", "then", "to", "treaty", "until", "which", "with", "years",
};

/* The number of an actor: the one before is named more often, in the way of words of a language (Zipf). */
static inline guint
bench_random_actor (GRand *rand,
                    guint  n_actors)
{
  return MIN ((guint) pow (n_actors, g_rand_double (rand)) - 1, n_actors - 1);
}

static inline DramatisPassage *
bench_passage_new (GRand           *rand,
                   const BenchSize *size,
                   guint            number,
                   guint            n_mentions)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) mentions = dramatis_mentions_new ();
  g_autofree char *id = g_strdup_printf ("p%u", number);
  guint length = 0;

  while (length < 590 || mentions->len < n_mentions)
    {
      if (mentions->len < n_mentions && length >= mentions->len * 590 / n_mentions)
        {
          guint actor = bench_random_actor (rand, size->n_actors);
          g_autofree char *actor_id = g_strdup_printf ("a%u", actor);
          g_autofree char *name = g_strdup_printf ("Actor Name %u", actor);
          DramatisMention mention = {
            .range = { length, length + strlen (name) },
            .actor = g_intern_string (actor_id),
            .status = DRAMATIS_STATUS_SUGGESTED,
          };

          g_string_append_printf (text, "%s ", name);
          g_array_append_val (mentions, mention);
          length = mention.range.end + 1;
        }
      else
        {
          const char *word = bench_words[g_rand_int_range (rand, 0, G_N_ELEMENTS (bench_words))];

          g_string_append_printf (text, "%s ", word);
          length += g_utf8_strlen (word, -1) + 1;
        }
    }
  g_string_overwrite (text, text->len - 1, ".");

  return dramatis_passage_new (id, DRAMATIS_PASSAGE_KIND_PARAGRAPH, text->str, mentions);
}

static inline GPtrArray *
bench_anchors_new (DramatisPassage *passage,
                   guint            start,
                   guint            end)
{
  GPtrArray *anchors = dramatis_anchors_new ();

  g_ptr_array_add (anchors, dramatis_anchor_new (dramatis_thing_get_id (DRAMATIS_THING (passage)),
                                                 dramatis_passage_get_text (passage),
                                                 &(DramatisRange) { start, end }));

  return anchors;
}

/* The same for the same size. One article for every thousand passages. */
static inline DramatisDossier *
bench_dossier_new (const BenchSize *size)
{
  DramatisDossier *dossier = dramatis_dossier_new ();
  g_autoptr (GPtrArray) things = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) passages = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  DramatisArticle *article = NULL;

  for (guint i = 0; i < size->n_passages; i++)
    {
      guint n_before = (guint64) size->n_mentions * i / size->n_passages;
      guint n_after = (guint64) size->n_mentions * (i + 1) / size->n_passages;
      DramatisPassage *passage = bench_passage_new (rand, size, i, n_after - n_before);

      if (i % 1000 == 0)
        {
          g_autofree char *id = g_strdup_printf ("article%u", i / 1000);
          g_autofree char *title = g_strdup_printf ("Volume %u", 1 + i / 1000);

          article = dramatis_article_new (id);
          g_object_set (article, "title", title, NULL);
          g_ptr_array_add (things, article);
        }
      g_list_store_append (G_LIST_STORE (dramatis_article_get_passages (article)), passage);
      g_ptr_array_add (passages, passage);
    }

  for (guint i = 0; i < size->n_actors; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);
      g_autofree char *name = g_strdup_printf ("Actor Name %u", i);

      g_ptr_array_add (things, dramatis_actor_new (id, i % (DRAMATIS_ACTOR_KIND_GROUP + 1), name));
    }

  for (guint i = 0; i < size->n_events + size->n_notes; i++)
    {
      g_autofree char *id = g_strdup_printf ("%c%u", i < size->n_events ? 'e' : 'n', i);
      g_autofree char *actor_id = g_strdup_printf ("a%u", bench_random_actor (rand, size->n_actors));
      const char * const actors[] = { actor_id, NULL };
      guint start = g_rand_int_range (rand, 0, 500);
      DramatisPassage *passage = g_ptr_array_index (passages, g_rand_int_range (rand, 0, size->n_passages));
      g_autoptr (GPtrArray) anchors = bench_anchors_new (passage, start, start + 50);
      gpointer thing;

      if (i < size->n_events)
        {
          g_autofree char *edtf = g_strdup_printf ("%d-%02d-%02d", g_rand_int_range (rand, 1945, 2025),
                                                   g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29));
          g_autoptr (DramatisTime) time = dramatis_time_new (edtf, NULL);

          thing = dramatis_event_new (id, "Treaty signed in the capital", time);
          g_object_set (thing, "evidence", anchors, "actors", actors, NULL);
        }
      else
        {
          thing = dramatis_note_new (id, "Compare what the other side said of it, *seven* years before.");
          g_object_set (thing, "ranges", anchors, NULL);
        }
      g_ptr_array_add (things, thing);
    }

  dramatis_dossier_add_all (dossier, things);

  return dossier;
}
