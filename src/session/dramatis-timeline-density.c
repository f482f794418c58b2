/* dramatis-timeline-density.c: how many events lie where in time
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-timeline-density.h"

#include <math.h>

/* Pixels that are one column of density. */
#define COLUMN 3.0

#define DIGIT_BITS 8
#define DIGIT_MASK ((1 << DIGIT_BITS) - 1)

struct _DramatisDensity
{
  GArray *runs;    /* DramatisRun, by lane, then by start */
  GArray *firsts;  /* guint: the first run of each lane, and behind the last one how many there are */
};

/* Columns in which events of one lane begin, and in which they have ended. */
typedef struct
{
  GArray *starts;
  GArray *ends;
} Columns;

/* By their digits: to compare a hundred thousand with one another takes ten times as long. */
static void
sort_columns (GArray *columns)
{
  gint64 first = G_MAXINT64, last = G_MININT64;
  g_autoptr (GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (gint64), columns->len);
  gint64 *from = (gint64 *) columns->data, *to = (gint64 *) sorted->data;

  for (guint i = 0; i < columns->len; i++)
    {
      first = MIN (first, from[i]);
      last = MAX (last, from[i]);
    }

  for (guint shift = 0; columns->len > 1 && (last - first) >> shift > 0; shift += DIGIT_BITS)
    {
      guint places[(1 << DIGIT_BITS) + 1] = { 0, };
      gint64 *old_from = from;

      for (guint i = 0; i < columns->len; i++)
        places[(((from[i] - first) >> shift) & DIGIT_MASK) + 1]++;
      for (guint digit = 1; digit <= DIGIT_MASK; digit++)
        places[digit] += places[digit - 1];
      for (guint i = 0; i < columns->len; i++)
        to[places[((from[i] - first) >> shift) & DIGIT_MASK]++] = from[i];
      from = to;
      to = old_from;
    }

  if (from != (gint64 *) columns->data)
    memcpy (columns->data, from, columns->len * sizeof *from);
}

static Columns *
collect_columns (GArray   *places,
                 guint     n_lanes,
                 double    columns_per_day,
                 gboolean  all)
{
  Columns *columns = g_new (Columns, n_lanes);

  for (guint lane = 0; lane < n_lanes; lane++)
    {
      columns[lane].starts = g_array_new (FALSE, FALSE, sizeof (gint64));
      columns[lane].ends = g_array_new (FALSE, FALSE, sizeof (gint64));
    }

  for (guint i = 0; i < places->len; i++)
    {
      const DramatisPlace *place = &g_array_index (places, DramatisPlace, i);
      gint64 first, after;

      if (place->row != DRAMATIS_ROW_DENSE && !all)
        continue;
      first = (gint64) floor (place->start * columns_per_day);
      after = MAX ((gint64) ceil (place->end * columns_per_day), first + 1);
      g_array_append_val (columns[all ? 0 : place->lane].starts, first);
      g_array_append_val (columns[all ? 0 : place->lane].ends, after);
    }

  return columns;
}

/* Where the number of events changes, a run ends and another one begins. */
static void
append_runs (DramatisDensity *self,
             const Columns   *columns,
             double           columns_per_day)
{
  GArray *starts = columns->starts, *ends = columns->ends;
  guint i = 0, j = 0, count = 0;

  /* The starts are in order, as the places are. */
  sort_columns (ends);

  while (j < ends->len)
    {
      gint64 end = g_array_index (ends, gint64, j);
      gint64 here = i < starts->len ? MIN (g_array_index (starts, gint64, i), end) : end;
      gint64 next;
      DramatisRun run;

      for (; i < starts->len && g_array_index (starts, gint64, i) == here; i++)
        count++;
      for (; j < ends->len && g_array_index (ends, gint64, j) == here; j++)
        count--;
      if (count == 0)
        continue;

      next = g_array_index (ends, gint64, j);
      if (i < starts->len)
        next = MIN (next, g_array_index (starts, gint64, i));
      run = (DramatisRun) { here / columns_per_day, next / columns_per_day, count };
      g_array_append_val (self->runs, run);
    }
}

static DramatisDensity *
create_density (GArray   *places,
                guint     n_lanes,
                double    scale,
                gboolean  all)
{
  DramatisDensity *self = g_new (DramatisDensity, 1);
  double columns_per_day = scale / COLUMN;
  g_autofree Columns *columns = collect_columns (places, n_lanes, columns_per_day, all);

  self->runs = g_array_new (FALSE, FALSE, sizeof (DramatisRun));
  self->firsts = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_lanes + 1);
  for (guint lane = 0; lane < n_lanes; lane++)
    {
      g_array_append_val (self->firsts, self->runs->len);
      append_runs (self, &columns[lane], columns_per_day);
      g_array_unref (columns[lane].starts);
      g_array_unref (columns[lane].ends);
    }
  g_array_append_val (self->firsts, self->runs->len);

  return self;
}

/**
 * dramatis_density_new:
 * @places: (element-type DramatisPlace): places by start
 * @n_lanes: how many lanes there are
 * @scale: pixels per day
 *
 * Counts the events that can't be told apart, lane by lane.
 *
 * Returns: (transfer full): the runs
 */
DramatisDensity *
dramatis_density_new (GArray *places,
                      guint   n_lanes,
                      double  scale)
{
  return create_density (places, n_lanes, scale, FALSE);
}

/**
 * dramatis_density_new_full:
 * @places: (element-type DramatisPlace): places by start
 * @scale: pixels per day
 *
 * Counts all events, as if there was one lane.
 *
 * Returns: (transfer full): the runs
 */
DramatisDensity *
dramatis_density_new_full (GArray *places,
                           double  scale)
{
  return create_density (places, 1, scale, TRUE);
}

/**
 * dramatis_density_free:
 * @self: (transfer full): runs
 *
 * Frees the runs.
 */
void
dramatis_density_free (DramatisDensity *self)
{
  g_array_unref (self->runs);
  g_array_unref (self->firsts);
  g_free (self);
}

/**
 * dramatis_density_get_runs:
 * @self: runs
 * @lane: a lane
 * @start: a time in days
 * @end: a later one
 * @n_runs: (out): how many there are
 *
 * Finds the runs of a lane in a range of time.
 *
 * Returns: (transfer none) (array length=n_runs): the runs, in order of time
 */
const DramatisRun *
dramatis_density_get_runs (DramatisDensity *self,
                           guint            lane,
                           double           start,
                           double           end,
                           guint           *n_runs)
{
  guint low, high, last, after;

  g_return_val_if_fail (lane + 1 < self->firsts->len, NULL);

  low = g_array_index (self->firsts, guint, lane);
  high = after = g_array_index (self->firsts, guint, lane + 1);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->runs, DramatisRun, middle).end > start)
        high = middle;
      else
        low = middle + 1;
    }

  last = low;
  while (last < after && g_array_index (self->runs, DramatisRun, last).start < end)
    last++;

  *n_runs = last - low;
  return (const DramatisRun *) self->runs->data + low;
}
