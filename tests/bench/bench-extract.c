/* bench-extract.c: how fast texts are read
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>
#include <sys/resource.h>

#include "bench.h"

/* usage: bench-extract PROGRAM DOSSIER [FILE]
 * What the processor has to do for "PROGRAM extract" and for "wc -w", whole processes, on the same texts: FILE, or the
 * article of DOSSIER, as often as makes one and ten million bytes; and what is hard on rules. */

#define N_RUNS 12

/* Millions of bytes a second, on one core. */
#define MIN_SPEED 10.0

/* Of the time, as a power of the length. */
#define MAX_EXPONENT 1.1

/* Text again and again, cut off after @size bytes, or a few before. */
static char *
repeat (const char *text,
        gsize       size)
{
  GString *repeated = g_string_sized_new (size + strlen (text));

  while (repeated->len < size)
    g_string_append (repeated, text);
  g_string_truncate (repeated, g_utf8_find_prev_char (repeated->str, repeated->str + size) - repeated->str);

  return g_string_free (repeated, FALSE);
}

static char *
load_article (const char *path)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  JsonObject *article;
  JsonArray *passages;

  if (!json_parser_load_from_file (parser, path, &error))
    g_error ("%s: %s", path, error->message);
  article = json_array_get_object_element (
    json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "articles"), 0);
  passages = json_object_get_array_member (article, "passages");
  for (guint i = 0; i < json_array_get_length (passages); i++)
    {
      g_string_append (text, json_object_get_string_member (json_array_get_object_element (passages, i), "text"));
      g_string_append_c (text, '\n');
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The processor time of a whole process, in milliseconds: the least of several, as all else only adds to it. */
static double
run (const char * const *argv)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr (GError) error = NULL;
      struct rusage before, after;
      int status;

      getrusage (RUSAGE_CHILDREN, &before);
      if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL,
                         NULL, &status, &error)
          || !g_spawn_check_wait_status (status, &error))
        g_error ("%s: %s", argv[0], error->message);
      getrusage (RUSAGE_CHILDREN, &after);
      best = MIN (best, (after.ru_utime.tv_sec - before.ru_utime.tv_sec + after.ru_stime.tv_sec - before.ru_stime.tv_sec) * 1e3
                        + (after.ru_utime.tv_usec - before.ru_utime.tv_usec
                           + after.ru_stime.tv_usec - before.ru_stime.tv_usec) / 1e3);
    }

  return best;
}

typedef struct
{
  const char *program;
  char       *path;    /* where the texts are written */
  gboolean    passed;
} Bench;

static double
measure (Bench      *self,
         const char *name,
         const char *text,
         double      min_speed)
{
  const char * const extract[] = { self->program, "extract", "--date=2024-10-15", "--language=en", self->path, NULL };
  const char * const count[] = { "wc", "-w", self->path, NULL };
  g_autoptr (GError) error = NULL;
  double megabytes = strlen (text) / 1e6;
  double cpu, counted;

  if (!g_file_set_contents (self->path, text, -1, &error))
    g_error ("%s", error->message);
  cpu = run (extract);
  counted = run (count);

  g_print ("extract/%s %.1f ms, %.1f MB/s; wc -w %.1f ms, %.1f MB/s\n", name, cpu, megabytes / cpu * 1e3, counted,
           megabytes / counted * 1e3);
  if (min_speed > 0)
    {
      g_autofree char *ratio = g_strconcat ("extract/", name, "/least-speed", NULL);

      self->passed &= bench_print_ratio (ratio, min_speed / (megabytes / cpu * 1e3), 1);
    }

  return cpu;
}

static void
measure_growth (Bench      *self,
                const char *name,
                const char *text,
                double      min_speed)
{
  g_autofree char *small = repeat (text, 1000000);
  g_autofree char *large = repeat (text, 10000000);
  g_autofree char *small_name = g_strconcat (name, "/1-MB", NULL);
  g_autofree char *large_name = g_strconcat (name, "/10-MB", NULL);
  g_autofree char *exponent = g_strdup_printf ("extract/%s/exponent", name);
  double first = measure (self, small_name, small, min_speed);
  double second = measure (self, large_name, large, min_speed);

  self->passed &= bench_print_ratio (exponent, log10 (second / first), MAX_EXPONENT);
}

int
main (int    argc,
      char **argv)
{
  static const struct { const char *name; const char *text; } hostile[] = {
    { "capitals", "A" }, { "digits", "7" }, { "brackets", "(" }, { "years", "1990 " }, { "names", "Roth " },
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bench-extract-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "text.txt", NULL);
  g_autofree char *prose = NULL;
  g_autofree char *line = NULL;
  Bench self = { .program = argv[1], .path = path, .passed = TRUE };

  g_assert (argc > 2 && folder != NULL);
  if (argc == 3)
    prose = load_article (argv[2]);
  else if (!g_file_get_contents (argv[3], &prose, NULL, &error))
    g_error ("%s", error->message);

  measure_growth (&self, "prose", prose, MIN_SPEED);
  line = g_strdelimit (g_strdup (prose), "\n", ' ');
  measure_growth (&self, "single-line", line, 0);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    measure_growth (&self, hostile[i].name, hostile[i].text, 0);

  g_remove (path);
  g_rmdir (folder);

  return self.passed ? EXIT_SUCCESS : EXIT_FAILURE;
}
