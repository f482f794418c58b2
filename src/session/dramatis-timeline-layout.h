/* dramatis-timeline-layout.h: which event lies in which row of the timeline
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dramatis-event.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_TIMELINE_LAYOUT (dramatis_timeline_layout_get_type ())

G_DECLARE_FINAL_TYPE (DramatisTimelineLayout, dramatis_timeline_layout, DRAMATIS, TIMELINE_LAYOUT, GObject)

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
 * @row: its row from above, from 0, or %DRAMATIS_ROW_DENSE
 * @next: the next place in its row, or %DRAMATIS_PLACE_NONE
 * @importance: the more, the sooner it is told apart and labelled
 * @label_length: estimated characters of its label
 *
 * Where an event lies.
 */
typedef struct
{
  DramatisEvent *event;
  DramatisSpan   span;
  int            start;
  int            end;
  int            row;
  guint          next;
  guint          importance;
  guint          label_length;
} DramatisPlace;

/**
 * DramatisRun:
 * @start: its start in days
 * @end: its end in days
 * @count: how many events lie in it
 *
 * A stretch of time in which the same number of events can't be told apart.
 */
typedef struct
{
  double start;
  double end;
  guint  count;
} DramatisRun;

DramatisTimelineLayout *dramatis_timeline_layout_new          (void);
void                    dramatis_timeline_layout_set_events   (DramatisTimelineLayout *self,
                                                               GPtrArray              *events,
                                                               GListModel             *notes);
void                    dramatis_timeline_layout_set_extent   (DramatisTimelineLayout *self,
                                                               double                  start,
                                                               double                  end);
void                    dramatis_timeline_layout_set_foremost (DramatisTimelineLayout *self,
                                                               DramatisEvent          *event);
gboolean                dramatis_timeline_layout_arrange      (DramatisTimelineLayout *self,
                                                               double                  scale,
                                                               guint                   n_rows,
                                                               double                  character_width);
guint                   dramatis_timeline_layout_find         (DramatisTimelineLayout *self,
                                                               DramatisEvent          *event);
GPtrArray              *dramatis_timeline_layout_get_events   (DramatisTimelineLayout *self);
GArray                 *dramatis_timeline_layout_get_places   (DramatisTimelineLayout *self);
GArray                 *dramatis_timeline_layout_get_visible  (DramatisTimelineLayout *self,
                                                               double                  start,
                                                               double                  end);
const DramatisRun      *dramatis_timeline_layout_get_runs     (DramatisTimelineLayout *self,
                                                               double                  start,
                                                               double                  end,
                                                               guint                  *n_runs);
void                    dramatis_place_get_bounds             (const DramatisPlace    *self,
                                                               double                  scale,
                                                               double                 *x0,
                                                               double                 *x1);
gboolean                dramatis_events_get_extent            (GPtrArray              *events,
                                                               double                 *start,
                                                               double                 *end);

G_END_DECLS
