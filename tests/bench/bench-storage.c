/* bench-storage.c: how long a large dossier takes to read and write
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <json-glib/json-glib.h>

#include "bench.h"
#include "dramatis-dossier-reader.h"
#include "dramatis-dossier-writer.h"

#define N_RUNS 11

/* That makes some 10 MB. */
#define N_ACTORS 2000
#define N_PASSAGES 4000
#define N_EVENTS 6000
#define N_NOTES 6000

/* As multiples of what json-glib alone takes to parse the same text. */
#define READ_LIMIT 2.0
#define WRITE_LIMIT 0.5

static const char sentence[] =
  "The minister of one state met the minister of another in the capital of a third, and both spoke of “progress” "
  "where their predecessors, seven years before, had spoken of nothing at all. ";

static DramatisDossier *
make_dossier (void)
{
  DramatisDossier *dossier = dramatis_dossier_new ();
  g_autoptr (GPtrArray) things = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (DramatisTime) time = dramatis_time_new ("2024-09-27", NULL);
  g_autofree char *text = g_strconcat (sentence, sentence, sentence, NULL);
  DramatisArticle *article = dramatis_article_new ("article");

  g_ptr_array_add (things, article);
  for (guint i = 0; i < N_PASSAGES; i++)
    {
      g_autofree char *id = g_strdup_printf ("passage-%u", i);
      g_autoptr (GArray) mentions = dramatis_mentions_new ();
      g_autoptr (DramatisPassage) passage = NULL;

      for (guint j = 0; j < 6; j++)
        {
          g_autofree char *actor_id = g_strdup_printf ("actor-%u", (i * 7 + j) % N_ACTORS);
          DramatisMention mention = { .range = { j * 40, j * 40 + 10 }, .actor = g_intern_string (actor_id) };

          g_array_append_val (mentions, mention);
        }
      passage = dramatis_passage_new (id, DRAMATIS_PASSAGE_KIND_PARAGRAPH, text, mentions);
      g_list_store_append (G_LIST_STORE (dramatis_article_get_passages (article)), passage);
    }

  for (guint i = 0; i < N_ACTORS; i++)
    {
      g_autofree char *id = g_strdup_printf ("actor-%u", i);
      DramatisActor *actor = dramatis_actor_new (id, DRAMATIS_ACTOR_KIND_STATE, id);

      g_object_set (actor, "description", sentence, NULL);
      g_ptr_array_add (things, actor);
    }

  for (guint i = 0; i < N_EVENTS + N_NOTES; i++)
    {
      g_autofree char *id = g_strdup_printf ("thing-%u", i);
      g_autofree char *passage_id = g_strdup_printf ("passage-%u", i % N_PASSAGES);
      g_autofree char *actor_id = g_strdup_printf ("actor-%u", i % N_ACTORS);
      const char * const actors[] = { actor_id, NULL };
      g_autoptr (GPtrArray) anchors = dramatis_anchors_new ();
      gpointer thing;

      g_ptr_array_add (anchors, dramatis_anchor_new (passage_id, text, &(DramatisRange) { 100, 150 }));
      thing = i < N_EVENTS ? (gpointer) dramatis_event_new (id, "They met", time)
                           : (gpointer) dramatis_note_new (id, sentence);
      g_object_set (thing, i < N_EVENTS ? "evidence" : "ranges", anchors, "actors", actors, NULL);
      g_ptr_array_add (things, thing);
    }

  dramatis_dossier_add_all (dossier, things);

  return dossier;
}

static void
add_time (GArray *times,
          gint64  start)
{
  double milliseconds = (g_get_monotonic_time () - start) / 1000.0;

  g_array_append_val (times, milliseconds);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (DramatisDossier) dossier = make_dossier ();
  g_autoptr (GBytes) bytes = dramatis_dossier_to_bytes (dossier);
  g_autoptr (GArray) parse_times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) read_times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) write_times = g_array_new (FALSE, FALSE, sizeof (double));
  double parse_time, read_time, write_time;
  gboolean is_within;

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new_immutable ();
      g_autoptr (DramatisDossierReader) reader = dramatis_dossier_reader_new ();
      g_autoptr (DramatisDossier) copy = NULL;
      g_autoptr (GBytes) written = NULL;
      gint64 start = g_get_monotonic_time ();

      json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
      g_clear_object (&parser);
      add_time (parse_times, start);

      start = g_get_monotonic_time ();
      copy = dramatis_dossier_reader_read_bytes (reader, bytes, NULL);
      add_time (read_times, start);
      g_assert (copy != NULL);

      start = g_get_monotonic_time ();
      written = dramatis_dossier_to_bytes (copy);
      add_time (write_times, start);
      g_assert (g_bytes_equal (written, bytes));
    }

  parse_time = bench_quantile (parse_times, 0.5);
  read_time = bench_quantile (read_times, 0.5);
  write_time = bench_quantile (write_times, 0.5);

  bench_print ("storage/size", g_bytes_get_size (bytes) / 1e6, "MB");
  bench_print ("storage/json-glib-parse", parse_time, "ms");
  bench_print ("storage/read", read_time, "ms");
  bench_print ("storage/write", write_time, "ms");
  is_within = bench_print_ratio ("storage/read-to-parse", read_time / parse_time, READ_LIMIT);
  is_within &= bench_print_ratio ("storage/write-to-parse", write_time / parse_time, WRITE_LIMIT);

  return is_within ? EXIT_SUCCESS : EXIT_FAILURE;
}
