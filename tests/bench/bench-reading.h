/* bench-reading.h: what bench-reading.c runs as processes of their own
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* Of the file beside a text that has where its mentions are: DramatisRange, in code points of it all. */
#define BENCH_RANGES_SUFFIX ".ranges"

void   bench_report        (const char *name,
                            double      value);
double bench_get_memory_mb (const char *field);
int    bench_run_bare      (gint64      start);
int    bench_run_view      (const char *path,
                            gboolean    with_mentions);
int    bench_run_open      (const char *path,
                            gint64      start);
int    bench_run_read      (const char *path);
