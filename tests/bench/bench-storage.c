/* bench-storage.c: how long a large dossier takes to read and write
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <json-glib/json-glib.h>

#include "bench-dossier.h"
#include "bench.h"
#include "dramatis-dossier-reader.h"
#include "dramatis-dossier-writer.h"

#define N_RUNS 11

/* That makes some 10 MB. */
static const BenchSize size = {
  .n_passages = 4000,
  .n_mentions = 24000,
  .n_actors = 2000,
  .n_events = 6000,
  .n_notes = 6000,
};

/* As multiples of what json-glib alone takes to parse the same text. */
#define READ_LIMIT 2.0
#define WRITE_LIMIT 0.5

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
  g_autoptr (DramatisDossier) dossier = bench_dossier_new (&size);
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
