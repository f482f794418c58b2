/* bench-reading.c: opening, reading and filtering a large dossier
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <sys/stat.h>

#include "bench-dossier.h"
#include "bench-reading.h"
#include "bench.h"
#include "dramatis-dossier-writer.h"

/* Each measurement is a process of its own, which prints lines of a name and a number. They take turns with what they
 * are measured against, so that what else the machine does falls on all:
 *
 * bare   an empty window
 * view   the text of all passages in one GtkTextView, with its mentions marked
 * plain  the same without marks
 * parse  json-glib parses the file and frees the tree
 * open   the program opens the file
 * read   the program scrolls, jumps, filters and finds in it
 *
 * Frames are counted in processor time, from the end of the one before. */
#define N_ROUNDS 5

/* A reading of one size takes half a minute, and has hundreds of frames: fewer are enough. */
#define N_READINGS 3

/* 10 MB of text, and a tenth of it */
static const BenchSize sizes[] = {
  { .n_passages = 16800, .n_mentions = 93000, .n_actors = 10000, .n_events = 10000, .n_notes = 100000 },
  { .n_passages = 1680, .n_mentions = 9300, .n_actors = 1000, .n_events = 1000, .n_notes = 10000 },
};

static const char * const names[] = { "10MB", "1MB" };

static GHashTable *results;   /* "10MB/open/cpu" → GArray of double */

/* The text of a passage, and where its mentions are. */
static void
append_passage (GString         *text,
                GArray          *ranges,
                glong           *length,
                DramatisPassage *passage)
{
  GArray *mentions = dramatis_passage_get_mentions (passage);

  for (guint i = 0; i < mentions->len; i++)
    {
      DramatisRange range = g_array_index (mentions, DramatisMention, i).range;

      range.start += *length;
      range.end += *length;
      g_array_append_val (ranges, range);
    }
  g_string_append_printf (text, "%s\n\n", dramatis_passage_get_text (passage));
  *length += dramatis_passage_get_length (passage) + 2;
}

/* Makes the dossier, and its text alone. */
static void
make_files (const BenchSize *size,
            const char      *path,
            const char      *text_path)
{
  g_autoptr (DramatisDossier) dossier = bench_dossier_new (size);
  g_autoptr (GBytes) bytes = dramatis_dossier_to_bytes (dossier);
  g_autofree char *ranges_path = g_strconcat (text_path, BENCH_RANGES_SUFFIX, NULL);
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (DramatisRange));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  GListModel *articles = dramatis_dossier_get_articles (dossier);
  glong length = 0;

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (DramatisArticle) article = g_list_model_get_item (articles, i);
      GListModel *passages = dramatis_article_get_passages (article);

      for (guint j = 0; j < g_list_model_get_n_items (passages); j++)
        {
          g_autoptr (DramatisPassage) passage = g_list_model_get_item (passages, j);

          append_passage (text, ranges, &length, passage);
        }
    }

  if (!g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error)
      || !g_file_set_contents (text_path, text->str, text->len, &error)
      || !g_file_set_contents (ranges_path, ranges->data, ranges->len * sizeof (DramatisRange), &error))
    g_error ("%s", error->message);
}

static int
parse_file (const char *path)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  double start;

  if (!g_file_get_contents (path, &contents, &length, &error))
    g_error ("%s", error->message);

  start = bench_get_cpu_ms ();
  {
    g_autoptr (JsonParser) parser = json_parser_new_immutable ();

    if (!json_parser_load_from_data (parser, contents, length, &error))
      g_error ("%s", error->message);
  }
  bench_report ("cpu", bench_get_cpu_ms () - start);
  bench_report ("peak", bench_get_memory_mb ("VmHWM:"));

  return EXIT_SUCCESS;
}

static void
run (const char *program,
     const char *size,
     const char *mode,
     const char *path)
{
  g_autofree char *start = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  const char *argv[] = { program, mode, path, start, NULL };
  g_autofree char *output = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error)
      || !g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s", mode, error->message);

  lines = g_strsplit (output, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      const char *space = strchr (lines[i], ' ');
      g_autofree char *name = g_strdup_printf ("%s/%s/%.*s", size, mode, (int) (space - lines[i]), lines[i]);
      double value = g_ascii_strtod (space, NULL);
      GArray *values = g_hash_table_lookup (results, name);

      if (values == NULL)
        {
          values = g_array_new (FALSE, FALSE, sizeof (double));
          g_hash_table_insert (results, g_steal_pointer (&name), values);
        }
      g_array_append_val (values, value);
    }
}

static double
get_quantile (const char *size,
              const char *name,
              double      part)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", size, name);
  GArray *values = g_hash_table_lookup (results, key);

  if (values == NULL)
    g_error ("%s was not measured", key);

  return bench_quantile (values, part);
}

static double
get (const char *size,
     const char *name)
{
  return get_quantile (size, name, 0.5);
}

static gboolean
print_frames (const char *name)
{
  g_autofree char *key = g_strdup_printf ("read/%s", name);
  g_autofree char *ratio_name = g_strdup_printf ("reading/%s-10MB-to-1MB", name);
  double p95[G_N_ELEMENTS (names)];
  gboolean is_within = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *p95_name = g_strdup_printf ("reading/%s-%s-p95-ms", names[i], name);

      p95[i] = get_quantile (names[i], key, 0.95);
      is_within &= bench_print_ratio (p95_name, p95[i], 16.6);
    }

  return is_within & bench_print_ratio (ratio_name, p95[0] / p95[1], 1.3);
}

static gboolean
print_results (double file_mb)
{
  double bare = get ("10MB", "bare/cpu");
  double parse = get ("10MB", "parse/cpu");
  gboolean is_within = TRUE;

  bench_print ("reading/file", file_mb, "MB");
  bench_print ("reading/bare-cpu", bare, "ms");
  bench_print ("reading/bare-wall", get ("10MB", "bare/wall"), "ms");
  bench_print ("reading/bare-peak", get ("10MB", "bare/peak"), "MB");
  bench_print ("reading/parse-cpu", parse, "ms");
  bench_print ("reading/parse-peak", get ("10MB", "parse/peak"), "MB");
  bench_print ("reading/view-window-to-text", get ("10MB", "view/window-to-text"), "ms");
  bench_print ("reading/plain-window-to-text", get ("10MB", "plain/window-to-text"), "ms");
  bench_print ("reading/open-cpu", get ("10MB", "open/cpu"), "ms");
  bench_print ("reading/open-wall", get ("10MB", "open/wall"), "ms");
  bench_print ("reading/open-to-quiet", get ("10MB", "open/to-quiet"), "ms");
  bench_print ("reading/open-peak", get ("10MB", "open/peak"), "MB");
  bench_print ("reading/open-once-open", get ("10MB", "open/once-open"), "MB");
  bench_print ("reading/window-to-text", get ("10MB", "read/window-to-text"), "ms");

  is_within &= print_frames ("scroll");
  is_within &= print_frames ("jump");
  is_within &= print_frames ("filter");
  is_within &= print_frames ("unfilter");
  is_within &= bench_print_ratio ("reading/key-in-find-max-ms", get_quantile ("10MB", "read/key", 1), 16.6);
  is_within &= bench_print_ratio ("reading/frames-to-article", get_quantile ("10MB", "read/frames-to-article", 1), 1);
  is_within &= bench_print_ratio ("reading/frames-to-views", get_quantile ("10MB", "read/frames-to-views", 1), 3);
  is_within &= bench_print_ratio ("reading/to-quiet-to-bare", get ("10MB", "open/to-quiet") / bare, 3);
  is_within &= bench_print_ratio ("reading/window-to-text-to-view",
                                  get ("10MB", "read/window-to-text") / get ("10MB", "view/window-to-text"), 0.4);
  is_within &= bench_print_ratio ("reading/open-less-bare-to-parse", (get ("10MB", "open/cpu") - bare) / parse, 2);
  is_within &= bench_print_ratio ("reading/peak-to-parse-peak",
                                  get ("10MB", "open/peak") / get ("10MB", "parse/peak"), 1.5);
  is_within &= bench_print_ratio ("reading/once-open-less-bare-to-file",
                                  (get ("10MB", "open/once-open") - get ("10MB", "bare/peak")) / file_mb, 12);

  return is_within;
}

static gboolean
compare (const char *program)
{
  g_autofree char *folder = g_dir_make_tmp ("bench-reading-XXXXXX", NULL);
  char *paths[G_N_ELEMENTS (names)], *text_paths[G_N_ELEMENTS (names)];
  gboolean is_within;
  struct stat status;

  results = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      paths[i] = g_strdup_printf ("%s/%s.dossier", folder, names[i]);
      text_paths[i] = g_strdup_printf ("%s/%s.txt", folder, names[i]);
      make_files (&sizes[i], paths[i], text_paths[i]);
    }
  if (stat (paths[0], &status) < 0)
    g_error ("%s: no file", paths[0]);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (names) && round < N_READINGS; i++)
        run (program, names[i], "read", paths[i]);
      run (program, "10MB", "bare", "");
      run (program, "10MB", "open", paths[0]);
      run (program, "10MB", "parse", paths[0]);
      run (program, "10MB", "view", text_paths[0]);
      run (program, "10MB", "plain", text_paths[0]);
    }
  is_within = print_results (status.st_size / 1e6);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *ranges_path = g_strconcat (text_paths[i], BENCH_RANGES_SUFFIX, NULL);

      g_remove (paths[i]);
      g_remove (text_paths[i]);
      g_remove (ranges_path);
      g_free (paths[i]);
      g_free (text_paths[i]);
    }
  g_rmdir (folder);
  g_hash_table_unref (results);

  return is_within;
}

int
main (int   argc,
      char *argv[])
{
  if (argc < 2)
    return compare (argv[0]) ? EXIT_SUCCESS : EXIT_FAILURE;

  if (g_str_equal (argv[1], "parse"))
    return parse_file (argv[2]);
  if (g_str_equal (argv[1], "bare"))
    return bench_run_bare (g_ascii_strtoll (argv[3], NULL, 10));
  if (g_str_equal (argv[1], "view") || g_str_equal (argv[1], "plain"))
    return bench_run_view (argv[2], g_str_equal (argv[1], "view"));
  if (g_str_equal (argv[1], "open"))
    return bench_run_open (argv[2], g_ascii_strtoll (argv[3], NULL, 10));

  return bench_run_read (argv[2]);
}
