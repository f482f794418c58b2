/* dramatis-timeline-ends.c: the ends of the marked span as values that can be adjusted
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-timeline-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "dramatis-time-ticks.h"

/* Pixels, and how many divisions of the ruler Page Up and Page Down go. */
#define END_WIDTH  9
#define PAGE_STEPS 10

/* The span that is being marked, or that of the filter. */
const DramatisSpan *
dramatis_timeline_get_marked (DramatisTimeline *self)
{
  if (self->banding)
    return &self->band_span;

  return self->session != NULL ? dramatis_filter_get_span (dramatis_session_get_filter (self->session)) : NULL;
}

/* The span of the filter. */
void
dramatis_timeline_set_marked (DramatisTimeline   *self,
                              const DramatisSpan *span)
{
  if (self->session != NULL)
    dramatis_filter_set_span (dramatis_session_get_filter (self->session), span);
}

static void
value_changed_cb (GtkAdjustment    *adjustment,
                  DramatisTimeline *self)
{
  const DramatisSpan *marked = dramatis_timeline_get_marked (self);
  int day = (int) round (gtk_adjustment_get_value (adjustment));
  DramatisSpan span;

  if (marked == NULL)
    return;

  span = *marked;
  if (adjustment == gtk_range_get_adjustment (GTK_RANGE (self->ends[0])))
    span.start = day;
  else
    span.end = day + 1;
  self->marking = FALSE;
  dramatis_timeline_set_marked (self, &span);
}

/* The keys go by the divisions of the ruler. */
static gboolean
change_value_cb (GtkRange         *range,
                 GtkScrollType     scroll,
                 double            value,
                 DramatisTimeline *self)
{
  double current = gtk_range_get_value (range);
  int step = fabs (value - current) > gtk_adjustment_get_step_increment (gtk_range_get_adjustment (range)) * 1.5
             ? PAGE_STEPS : 1;
  int last_day = GTK_WIDGET (range) == self->ends[1];
  int day = (int) round (current) + last_day;

  if (scroll == GTK_SCROLL_START || scroll == GTK_SCROLL_END || scroll == GTK_SCROLL_JUMP || value == current)
    return FALSE;

  gtk_range_set_value (range, dramatis_time_axis_step (self->axis, day, value > current ? step : -step) - last_day);
  return TRUE;
}

static void
update_end (DramatisTimeline *self,
            guint             i,
            double            day,
            double            lower,
            double            upper)
{
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (self->ends[i]));
  const DramatisSpan whole_day = { (int) day, (int) day + 1 };
  g_autoptr (DramatisTime) time = dramatis_time_new_for_span (&whole_day);
  g_autofree char *text = dramatis_time_to_text (time);

  g_signal_handlers_block_by_func (adjustment, value_changed_cb, self);
  gtk_adjustment_configure (adjustment, day, lower, upper, 1, PAGE_STEPS, 0);
  g_signal_handlers_unblock_by_func (adjustment, value_changed_cb, self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->ends[i]), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/**
 * dramatis_timeline_update_ends:
 * @self: a timeline
 *
 * Gives the ends the values of the marked span, and hides them if there is none.
 */
void
dramatis_timeline_update_ends (DramatisTimeline *self)
{
  const DramatisSpan *marked = dramatis_timeline_get_marked (self);
  double first, last, start, end;

  for (guint i = 0; i < G_N_ELEMENTS (self->ends); i++)
    gtk_widget_set_visible (self->ends[i], marked != NULL);
  if (marked == NULL)
    return;

  dramatis_time_axis_get_extent (self->axis, &first, &last);
  first = floor (first);
  last = ceil (last);
  start = marked->start != DRAMATIS_DAY_MIN ? marked->start : MIN (first, marked->end - 1.0);
  end = marked->end != DRAMATIS_DAY_MAX ? marked->end - 1.0 : MAX (last, marked->start);
  update_end (self, 0, start, MIN (first, start), end);
  update_end (self, 1, end, start, MAX (last, end));
}

/**
 * dramatis_timeline_allocate_ends:
 * @self: a timeline
 * @height: how high they are, in pixels
 *
 * Places the ends where the marked span begins and ends.
 */
void
dramatis_timeline_allocate_ends (DramatisTimeline *self,
                                 int               height)
{
  const DramatisSpan *marked = dramatis_timeline_get_marked (self);

  for (guint i = 0; i < G_N_ELEMENTS (self->ends) && marked != NULL; i++)
    {
      double x = dramatis_time_axis_time_to_x (self->axis, i == 0 ? marked->start : marked->end);
      int minimum, width;

      gtk_widget_measure (self->ends[i], GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      width = MAX (minimum, END_WIDTH);
      /* One that has the keyboard focus must not go out of sight. */
      x = CLAMP (x, 0, gtk_widget_get_width (GTK_WIDGET (self)));
      x = floor (dramatis_timeline_mirror (self, x - width / 2.0, width));
      gtk_widget_allocate (self->ends[i], width, height, -1,
                           gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (x, 0)));
    }
}

/**
 * dramatis_timeline_focus_end:
 * @self: a timeline
 * @forward: whether the next one is wanted, or the one before
 *
 * Moves the focus from the events to the ends of the marked span, or among all these.
 *
 * Returns: whether it is in the timeline after that
 */
gboolean
dramatis_timeline_focus_end (DramatisTimeline *self,
                             gboolean          forward)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  if (dramatis_timeline_get_marked (self) == NULL)
    return FALSE;
  if (child == NULL || child == self->ends[1])
    return !forward && gtk_widget_grab_focus (self->ends[child == NULL ? 1 : 0]);
  if (child != self->ends[0])
    return forward && gtk_widget_grab_focus (self->ends[0]);
  if (forward)
    return gtk_widget_grab_focus (self->ends[1]);

  dramatis_timeline_go (self, MIN (dramatis_timeline_get_current (self),
                                   dramatis_timeline_layout_get_places (self->layout)->len - 1));
  return TRUE;
}

/**
 * dramatis_timeline_init_ends:
 * @self: a timeline
 *
 * Makes the ends. Real scales: what else has a value is no value to assistive technology before GTK 4.10.
 */
void
dramatis_timeline_init_ends (DramatisTimeline *self)
{
  const char *names[] = { _("Start of the Marked Span"), _("End of the Marked Span") };

  for (guint i = 0; i < G_N_ELEMENTS (self->ends); i++)
    {
      GtkAdjustment *adjustment = gtk_adjustment_new (0, 0, 0, 1, 1, 0);

      self->ends[i] = gtk_scale_new (GTK_ORIENTATION_HORIZONTAL, adjustment);
      gtk_widget_set_can_target (self->ends[i], FALSE);
      gtk_widget_set_visible (self->ends[i], FALSE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->ends[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, names[i], -1);
      g_signal_connect (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
      g_signal_connect (self->ends[i], "change-value", G_CALLBACK (change_value_cb), self);
      gtk_widget_insert_before (self->ends[i], GTK_WIDGET (self), NULL);
    }
}
