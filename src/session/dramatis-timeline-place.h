/* dramatis-timeline-place.h: where an event lies on the timeline
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-dated-event.h"

G_BEGIN_DECLS

/* The least width of an event, and the least gap between two in a row, in pixels. */
#define DRAMATIS_MARK_WIDTH 10
#define DRAMATIS_MARK_GAP   4

/* Pixels between an event and its label, and of a label to the next event. */
#define DRAMATIS_LABEL_GAP 5

/* The row of what can't be told apart. */
#define DRAMATIS_ROW_DENSE (-1)

/* "There is none". */
#define DRAMATIS_PLACE_NONE G_MAXUINT

/**
 * DramatisPlace:
 * @event: an event
 * @span: its span
 * @start: its first day; of one with an open start, the day before which nothing is shown
 * @end: the day after its last one; of one with an open end, the day from which on nothing is shown
 * @lane: its lane from above, from 0
 * @row: its row from above, from 0 and counted through all lanes, or %DRAMATIS_ROW_DENSE
 * @next: the next place in its row, or %DRAMATIS_PLACE_NONE
 * @importance: the more, the sooner it is told apart and labelled
 * @label_length: characters of its label, from 1 to %DRAMATIS_TITLE_LENGTH
 *
 * Where an event lies.
 */
typedef struct
{
  DramatisEvent *event;
  DramatisSpan   span;
  int            start;
  int            end;
  guint          lane;
  int            row;
  guint          next;
  guint          importance;
  guint          label_length;
} DramatisPlace;

/**
 * dramatis_place_get_bounds:
 * @self: a place
 * @scale: pixels per day
 * @x0: (out): where it starts, in pixels from day 0
 * @x1: (out): where it ends
 *
 * Gets the room of an event without its label: its span of time, and about the middle of it no less than
 * %DRAMATIS_MARK_WIDTH.
 */
static inline void
dramatis_place_get_bounds (const DramatisPlace *self,
                           double               scale,
                           double              *x0,
                           double              *x1)
{
  double middle = ((double) self->start + self->end) / 2 * scale;
  double half = MAX (((double) self->end - self->start) * scale, DRAMATIS_MARK_WIDTH) / 2;

  *x0 = middle - half;
  *x1 = middle + half;
}

gboolean dramatis_dated_events_get_extent (GArray *events,
                                           double *start,
                                           double *end);

G_END_DECLS
