/* dramatis-timeline-geometry.c: where rows and lanes of the timeline lie
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-timeline-private.h"

#include <math.h>

/* Pixels: what is dense in one of several lanes; the least height of a row of the text. */
#define STRIP_SEVERAL 6
#define MIN_TEXT_ROW  10

/* The way of the text through more events than that would be a tangle. */
#define MAX_WAY 300

static int
get_room (DramatisTimeline *self)
{
  return gtk_widget_get_height (GTK_WIDGET (self)) - TIMELINE_TOP - self->ruler_height;
}

static guint
measure_rows (DramatisTimeline *self)
{
  int room = get_room (self);

  self->row_height = self->line_height;
  switch (self->lanes)
    {
    case DRAMATIS_LANES_TEXT:
      /* The place in the text counts, not the label: what is dense shares the row with the marks. */
      self->row_height = MAX (self->line_height / 2, MIN_TEXT_ROW);
      self->strip_height = 0;
      return MAX (room / self->row_height, 1);
    case DRAMATIS_LANES_ACTORS:
    case DRAMATIS_LANES_ARTICLES:
      self->strip_height = STRIP_SEVERAL;
      return MAX (room / (self->row_height + self->strip_height), 1);
    case DRAMATIS_LANES_ONE:
    default:
      self->strip_height = TIMELINE_STRIP;
      return 1;
    }
}

/**
 * dramatis_timeline_update_lanes:
 * @self: a timeline with a session
 *
 * Shares the room out among lanes and rows, and the events among lanes.
 */
void
dramatis_timeline_update_lanes (DramatisTimeline *self)
{
  guint max_lanes = measure_rows (self);
  int room = get_room (self);

  if (self->lanes_changed || self->max_lanes != max_lanes)
    {
      GArray *events = dramatis_timeline_layout_get_events (self->layout);
      g_autofree guint *lanes = g_new (guint, MAX (events->len, 1));

      g_clear_pointer (&self->told, g_ptr_array_unref);
      if (self->lanes == DRAMATIS_LANES_TEXT && events->len <= MAX_WAY)
        self->told = dramatis_session_list_told (self->session);
      g_clear_pointer (&self->lane_titles, g_ptr_array_unref);
      self->lane_titles = dramatis_session_create_lanes (self->session, self->lanes, max_lanes, events, lanes);
      dramatis_timeline_layout_set_lanes (self->layout, self->lane_titles->len, lanes);
      self->lanes_changed = FALSE;
      self->max_lanes = max_lanes;
    }
  self->n_rows = MAX ((room - (int) self->lane_titles->len * self->strip_height) / self->row_height,
                      (int) self->lane_titles->len);
}

/**
 * dramatis_timeline_get_row_y:
 * @self: a timeline
 * @place: a place with a row
 *
 * Finds where a row lies.
 *
 * Returns: its upper edge in pixels
 */
int
dramatis_timeline_get_row_y (DramatisTimeline    *self,
                             const DramatisPlace *place)
{
  return TIMELINE_TOP + place->row * self->row_height + (int) place->lane * self->strip_height;
}

/**
 * dramatis_timeline_get_lane:
 * @self: a timeline
 * @lane: a lane
 * @y: (out): its upper edge in pixels
 *
 * Finds where a lane lies.
 *
 * Returns: its lower edge in pixels; what is dense stands on it
 */
int
dramatis_timeline_get_lane (DramatisTimeline *self,
                            guint             lane,
                            int              *y)
{
  guint first, n_rows = dramatis_timeline_layout_get_lane_rows (self->layout, lane, &first);

  *y = TIMELINE_TOP + (int) first * self->row_height + (int) lane * self->strip_height;
  /* What is left over goes to the last one. */
  if (lane + 1 == dramatis_timeline_layout_get_n_lanes (self->layout))
    return MAX (TIMELINE_TOP + get_room (self), *y);

  return *y + (int) n_rows * self->row_height + self->strip_height;
}

/**
 * dramatis_timeline_get_n_lanes:
 * @self: a timeline
 *
 * Gets how many lanes there are at present.
 *
 * Returns: their number
 */
guint
dramatis_timeline_get_n_lanes (DramatisTimeline *self)
{
  g_return_val_if_fail (DRAMATIS_IS_TIMELINE (self), 0);

  return self->lane_titles != NULL ? self->lane_titles->len : 0;
}

/**
 * dramatis_timeline_locate_lane:
 * @self: a timeline
 * @lane: a lane
 * @y: (out): its upper edge in pixels
 * @height: (out): its height in pixels
 *
 * Finds where a lane lies, and what it stands for.
 *
 * Returns: (transfer none) (nullable): its title, if it has one
 */
const char *
dramatis_timeline_locate_lane (DramatisTimeline *self,
                               guint             lane,
                               int              *y,
                               int              *height)
{
  g_return_val_if_fail (DRAMATIS_IS_TIMELINE (self), NULL);
  g_return_val_if_fail (lane < dramatis_timeline_get_n_lanes (self), NULL);

  *height = dramatis_timeline_get_lane (self, lane, y) - *y;

  return g_ptr_array_index (self->lane_titles, lane);
}

/**
 * dramatis_timeline_mirror:
 * @self: a timeline
 * @x: pixels from the left
 * @width: how wide what lies there is
 *
 * Turns pixels from the left into pixels from the start, where time begins, and the other way round.
 *
 * Returns: pixels
 */
double
dramatis_timeline_mirror (DramatisTimeline *self,
                          double            x,
                          double            width)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) != GTK_TEXT_DIR_RTL)
    return x;

  return gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
}

/**
 * dramatis_timeline_allocate_across:
 * @self: a timeline
 * @child: a part of it
 * @start: where the part begins, in days
 * @end: where it ends
 * @height: how high it is, in pixels
 *
 * Places a part that stands for a span of time.
 */
void
dramatis_timeline_allocate_across (DramatisTimeline *self,
                                   GtkWidget        *child,
                                   double            start,
                                   double            end,
                                   int               height)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  double x0 = dramatis_time_axis_time_to_x (self->axis, start);
  double x1 = dramatis_time_axis_time_to_x (self->axis, end);
  int minimum, x, length;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  x = (int) floor (CLAMP (x0, -20, width + 20));
  length = MAX ((int) ceil (CLAMP (x1, -20, width + 20)) - x, MAX (minimum, 1));
  gtk_widget_set_child_visible (child, x1 >= 0 && x0 <= width);
  x = (int) dramatis_timeline_mirror (self, x, length);
  gtk_widget_allocate (child, length, height, -1, gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (x, 0)));
}
