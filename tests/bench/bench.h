/* bench.h: what the benchmarks share
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <stdlib.h>
#include <time.h>

/* Lines on standard output: "NAME VALUE UNIT", and for ratios "NAME RATIO (limit LIMIT)". */

static inline int
bench_compare (gconstpointer a,
               gconstpointer b)
{
  const double *first = a;
  const double *second = b;

  return (*first > *second) - (*first < *second);
}

/* The value below which a part (0 to 1) of the values lie; sorts them. */
static inline double
bench_quantile (GArray *values,
                double  part)
{
  g_assert (values->len > 0);

  g_array_sort (values, bench_compare);

  return g_array_index (values, double, MIN ((guint) (part * values->len), values->len - 1));
}

static inline void
bench_print (const char *name,
             double      value,
             const char *unit)
{
  g_print ("%s %.2f %s\n", name, value, unit);
}

/* Returns whether the ratio is within its limit. */
static inline gboolean
bench_print_ratio (const char *name,
                   double      ratio,
                   double      limit)
{
  g_print ("%s %.2f (limit %.2f)%s\n", name, ratio, limit, ratio <= limit ? "" : " over");

  return ratio <= limit;
}

/* The processor time of this process so far. */
static inline double
bench_get_cpu_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);

  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}
