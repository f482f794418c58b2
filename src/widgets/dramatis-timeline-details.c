/* dramatis-timeline-details.c: what the timeline shows of one event: a hint, a popover, a form
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-timeline-private.h"

#include <math.h>

#include "dramatis-event-editor.h"
#include "dramatis-timeline-popover.h"

/* Milliseconds, as long as a tooltip waits, and characters in a line of the hint. */
#define HINT_DELAY 500
#define HINT_WIDTH 60

/* Pixels: what is narrower can't be pointed at; how far from its start a long mark is pointed to. */
#define POINT_WIDTH 8
#define POINT_REACH 60

/* The item of the event that has or had the focus. */
static GtkWidget *
get_current_item (DramatisTimeline *self)
{
  return self->current != NULL ? g_hash_table_lookup (self->items, self->current) : NULL;
}

/* Points to the mark of that item, or to where one begins that is long. */
static void
point (DramatisTimeline *self,
       GtkWidget        *popover)
{
  GtkWidget *item = get_current_item (self);
  const DramatisItemShape *shape;
  int x;

  if (item == NULL)
    return;

  shape = dramatis_timeline_item_get_shape (DRAMATIS_TIMELINE_ITEM (item));
  x = (int) dramatis_timeline_mirror (self, shape->x + shape->mark_x, shape->mark_width);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                               &(GdkRectangle) {
                                 CLAMP (x, 0, gtk_widget_get_width (GTK_WIDGET (self)) - POINT_WIDTH), shape->y,
                                 MIN (shape->mark_width, POINT_REACH), shape->height });
}

static GtkWidget *
create_hint (DramatisTimeline *self)
{
  GtkWidget *hint = g_object_new (GTK_TYPE_POPOVER,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_TOOLTIP,
                                  "autohide", FALSE,
                                  "child", g_object_new (GTK_TYPE_LABEL,
                                                         "max-width-chars", HINT_WIDTH,
                                                         "wrap", TRUE,
                                                         "xalign", 0.0f,
                                                         NULL),
                                  "position", GTK_POS_TOP,
                                  NULL);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  /* Like a tooltip it makes way for the pointer. */
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (dramatis_timeline_hide_hint), self);
  gtk_widget_add_controller (hint, motion);
  gtk_widget_add_css_class (hint, "hint");
  gtk_widget_set_parent (hint, GTK_WIDGET (self));

  return hint;
}

static gboolean
hint_waited_cb (gpointer user_data)
{
  DramatisTimeline *self = user_data;
  GtkWidget *item = get_current_item (self);
  g_autofree char *text = NULL;

  self->hint_id = 0;
  if (item == NULL || !gtk_widget_has_visible_focus (item))
    return G_SOURCE_REMOVE;

  if (self->hint == NULL)
    self->hint = create_hint (self);
  text = dramatis_session_dup_event_details (self->session, self->current);
  gtk_label_set_text (GTK_LABEL (gtk_popover_get_child (GTK_POPOVER (self->hint))), text);
  point (self, self->hint);
  gtk_popover_popup (GTK_POPOVER (self->hint));

  return G_SOURCE_REMOVE;
}

/**
 * dramatis_timeline_hide_hint:
 * @self: a timeline
 *
 * Takes away what dramatis_timeline_queue_hint() has shown or is about to show.
 */
void
dramatis_timeline_hide_hint (DramatisTimeline *self)
{
  g_clear_handle_id (&self->hint_id, g_source_remove);
  if (self->hint != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->hint));
}

/**
 * dramatis_timeline_queue_hint:
 * @self: a timeline
 *
 * Says after a moment all that is known of the event that got the focus by the keyboard, as a tooltip does of the one
 * under the pointer.
 */
void
dramatis_timeline_queue_hint (DramatisTimeline *self)
{
  dramatis_timeline_hide_hint (self);
  if (DRAMATIS_IS_TIMELINE_ITEM (gtk_widget_get_focus_child (GTK_WIDGET (self))))
    self->hint_id = g_timeout_add (HINT_DELAY, hint_waited_cb, self);
}

static void
discard_popover (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  g_object_unref (popover);
}

static void
popover_closed_cb (GtkPopover       *popover,
                   DramatisTimeline *self)
{
  GtkWidget *item = get_current_item (self);

  self->popover = NULL;
  if (item != NULL)
    gtk_widget_grab_focus (item);
  /* It may have been closed by a button in it, whose action is not over. */
  g_idle_add_once (discard_popover, g_object_ref (popover));
}

/**
 * dramatis_timeline_show_popover:
 * @self: a timeline
 *
 * Shows all that is known of the event that has the focus, with what can be done with it.
 */
void
dramatis_timeline_show_popover (DramatisTimeline *self)
{
  GtkWidget *item = get_current_item (self);

  if (item == NULL || !gtk_widget_get_child_visible (item))
    return;

  dramatis_timeline_hide_hint (self);
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));

  self->popover = dramatis_timeline_popover_new (self->session, self->current);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_TOP);
  point (self, self->popover);
  g_signal_connect (self->popover, "closed", G_CALLBACK (popover_closed_cb), self);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/**
 * dramatis_timeline_place_popovers:
 * @self: a timeline
 *
 * Lets what is shown of the event that has the focus follow it.
 */
void
dramatis_timeline_place_popovers (DramatisTimeline *self)
{
  GtkWidget *popovers[] = { self->popover, self->hint };

  for (guint i = 0; i < G_N_ELEMENTS (popovers); i++)
    {
      if (popovers[i] == NULL || !gtk_widget_get_visible (popovers[i]))
        continue;
      point (self, popovers[i]);
      gtk_popover_present (GTK_POPOVER (popovers[i]));
    }
}

/**
 * dramatis_timeline_add_event:
 * @self: a timeline
 * @time: a place on it, in days
 *
 * Opens a form for a new event at a place, whose time is as exact as one can point at the present scale: a day, a month
 * or a year.
 */
void
dramatis_timeline_add_event (DramatisTimeline *self,
                             double            time)
{
  double scale = dramatis_time_axis_get_scale (self->axis);
  GtkWidget *editor = dramatis_event_editor_new (self->session, NULL, NULL);
  g_autoptr (DramatisTime) proposed = NULL;
  DramatisSpan span;
  int year, month;

  dramatis_day_get_ymd ((int) floor (time), &year, &month, NULL);
  if (scale >= POINT_WIDTH)
    span = (DramatisSpan) { (int) floor (time), (int) floor (time) + 1 };
  else if (scale * 30 >= POINT_WIDTH)
    span = (DramatisSpan) { dramatis_day_new (year, month, 1), dramatis_day_new (year, month + 1, 1) };
  else
    span = (DramatisSpan) { dramatis_day_new (year, 1, 1), dramatis_day_new (year + 1, 1, 1) };

  proposed = dramatis_time_new_for_span (&span);
  dramatis_event_editor_set_time (DRAMATIS_EVENT_EDITOR (editor), proposed);
  gtk_window_set_transient_for (GTK_WINDOW (editor), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (editor));
}
