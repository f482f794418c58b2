/* dramatis-timeline-place.c: where an event lies on the timeline
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-timeline-place.h"

/* The extent of a few days is widened to that many, and every one by that part of it on both sides. */
#define SHORTEST_EXTENT 40.0
#define EXTENT_MARGIN   0.025

/**
 * dramatis_dated_events_get_extent:
 * @events: (element-type DramatisDatedEvent): events
 * @start: (out): the start in days
 * @end: (out): the end in days
 *
 * Finds the range of time in which all ends of events lie that are known, with some room on both sides.
 *
 * Returns: whether there is one; if not, @start and @end are not set
 */
gboolean
dramatis_dated_events_get_extent (GArray *events,
                                  double *start,
                                  double *end)
{
  double first = G_MAXDOUBLE, last = -G_MAXDOUBLE, margin;

  for (guint i = 0; i < events->len; i++)
    {
      const DramatisSpan *span = &dramatis_dated_events_get (events, i)->span;

      if (span->start != DRAMATIS_DAY_MIN)
        first = MIN (first, span->start);
      else
        first = MIN (first, span->end);
      if (span->end != DRAMATIS_DAY_MAX)
        last = MAX (last, span->end);
      else
        last = MAX (last, span->start);
    }
  if (first > last)
    return FALSE;

  margin = MAX ((last - first) * EXTENT_MARGIN, (SHORTEST_EXTENT - (last - first)) / 2);
  *start = first - margin;
  *end = last + margin;
  return TRUE;
}
