/* dramatis-timeline-move.c: what the timeline shows, and how it gets there
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-timeline-private.h"

#include <math.h>

/* Milliseconds in which what is visible moves to where an action wants it. */
#define ANIMATION 220

/* What is shown on both sides of a span, as a part of it. */
#define SPAN_MARGIN 0.06

static void
animation_value_cb (double            value,
                    DramatisTimeline *self)
{
  /* Lengths change by factors, so that each moment zooms as much as the one before. */
  double length_from = self->from[1] - self->from[0], length_to = self->to[1] - self->to[0];
  double length = length_from * pow (length_to / length_from, value);
  double part = fabs (length_to - length_from) < 1e-9 * length_from
                ? value
                : (length - length_from) / (length_to - length_from);
  double start = self->from[0] + (self->to[0] - self->from[0]) * part;

  dramatis_time_axis_set_visible (self->axis, start, start + length);
}

/**
 * dramatis_timeline_animate_to:
 * @self: a timeline
 * @start: the start of what should be visible, in days
 * @end: the end of it
 *
 * Moves what is visible, at once where the person wants no animation.
 */
void
dramatis_timeline_animate_to (DramatisTimeline *self,
                              double            start,
                              double            end)
{
  dramatis_time_axis_clamp (self->axis, &start, &end);
  adw_animation_pause (self->animation);
  self->from[0] = dramatis_time_axis_get_start (self->axis);
  self->from[1] = dramatis_time_axis_get_end (self->axis);
  self->to[0] = start;
  self->to[1] = end;
  adw_animation_reset (self->animation);
  adw_animation_play (self->animation);
}

/**
 * dramatis_timeline_go:
 * @self: a timeline
 * @i: the place of an event in order of time
 *
 * Gives the focus to an event, and moves it into view.
 */
void
dramatis_timeline_go (DramatisTimeline *self,
                      guint             i)
{
  GArray *places = dramatis_timeline_layout_get_places (self->layout);
  const DramatisPlace *place;
  double start = dramatis_time_axis_get_start (self->axis), end = dramatis_time_axis_get_end (self->axis);
  double margin = (end - start) / 8, shift = 0;
  GtkWidget *item;

  if (i >= places->len)
    return;

  place = &g_array_index (places, DramatisPlace, i);
  if (g_set_object (&self->current, place->event))
    self->marking = FALSE;
  dramatis_timeline_layout_set_foremost (self->layout, place->event);

  if (place->start < start)
    shift = place->start - margin - start;
  else if (MIN (place->end, place->start + (end - start) / 2) > end)
    shift = place->start + 3 * margin - end;
  if (shift != 0)
    dramatis_timeline_animate_to (self, start + shift, end + shift);

  item = dramatis_timeline_ensure_item (self, i);
  /* What is not mapped can't have the focus. */
  gtk_widget_set_child_visible (item, TRUE);
  gtk_widget_grab_focus (item);
  dramatis_timeline_update (self);
}

/**
 * dramatis_timeline_get_current:
 * @self: a timeline
 *
 * Finds the event that has or had the focus.
 *
 * Returns: its place in order of time, or %DRAMATIS_PLACE_NONE
 */
guint
dramatis_timeline_get_current (DramatisTimeline *self)
{
  return self->current != NULL ? dramatis_timeline_layout_find (self->layout, self->current) : DRAMATIS_PLACE_NONE;
}

/**
 * dramatis_timeline_zoom:
 * @self: a timeline
 * @time: the time that stays where it is, in days
 * @factor: more than 1 to see less time in more detail
 *
 * Zooms about a point.
 */
void
dramatis_timeline_zoom (DramatisTimeline *self,
                        double            time,
                        double            factor)
{
  double start, end;

  dramatis_time_axis_get_zoomed (self->axis, time, factor, &start, &end);
  dramatis_timeline_animate_to (self, start, end);
}

/**
 * dramatis_timeline_fit_span:
 * @self: a timeline
 * @span: a span of days
 *
 * Shows a span with some room on both sides, if it lies where there are events.
 */
void
dramatis_timeline_fit_span (DramatisTimeline   *self,
                            const DramatisSpan *span)
{
  double start, end, margin;

  dramatis_time_axis_get_extent (self->axis, &start, &end);
  start = MAX (start, span->start);
  end = MIN (end, span->end);
  if (start >= end)
    return;

  margin = (end - start) * SPAN_MARGIN;
  dramatis_timeline_animate_to (self, start - margin, end + margin);
}

/**
 * dramatis_timeline_fit_filter:
 * @self: a timeline
 *
 * Shows the span of the filter, or all events that pass it.
 */
void
dramatis_timeline_fit_filter (DramatisTimeline *self)
{
  const DramatisSpan *marked = dramatis_timeline_get_marked (self);
  double start, end;

  if (marked != NULL)
    dramatis_timeline_fit_span (self, marked);
  else if (dramatis_dated_events_get_extent (dramatis_timeline_layout_get_events (self->layout), &start, &end))
    dramatis_timeline_animate_to (self, start, end);
}

/**
 * dramatis_timeline_fit_lane:
 * @self: a timeline
 * @lane: a lane
 *
 * Shows all events of a lane.
 */
void
dramatis_timeline_fit_lane (DramatisTimeline *self,
                            guint             lane)
{
  GArray *places = dramatis_timeline_layout_get_places (self->layout);
  g_autoptr (GArray) events = dramatis_dated_events_new ();
  double start, end;

  for (guint i = 0; i < places->len; i++)
    {
      const DramatisPlace *place = &g_array_index (places, DramatisPlace, i);

      if (place->lane == lane)
        dramatis_dated_events_add (events, place->event);
    }
  if (dramatis_dated_events_get_extent (events, &start, &end))
    dramatis_timeline_animate_to (self, start, end);
}

/**
 * dramatis_timeline_init_move:
 * @self: a timeline
 *
 * Makes the timeline able to move.
 */
void
dramatis_timeline_init_move (DramatisTimeline *self)
{
  AdwAnimationTarget *target;

  target = adw_callback_animation_target_new ((AdwAnimationTargetFunc) animation_value_cb, self, NULL);
  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, ANIMATION, target);
}
