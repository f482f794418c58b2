/* dramatis-timeline-pointer.c: what the pointer does on the timeline
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-timeline-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* How much a notch of the wheel zooms, and how far it pans, in pixels. */
#define ZOOM_NOTCH  0.22
#define ZOOM_PIXEL  0.01
#define PAN_NOTCH   70

/* Pixels: how far from its end a span can be taken hold of, how far the pointer moves before it drags, and how near to
 * a line it is on it. */
#define GRIP      6
#define THRESHOLD 6
#define LINE_NEAR 3

static gboolean
is_on_ruler (DramatisTimeline *self,
             double            y)
{
  return y >= gtk_widget_get_height (GTK_WIDGET (self)) - self->ruler_height;
}

/* Pixels from where time begins. */
static double
get_x (DramatisTimeline *self,
       double            x)
{
  return dramatis_timeline_mirror (self, x, 0);
}

static double
get_time (DramatisTimeline *self,
          double            x)
{
  return dramatis_time_axis_x_to_time (self->axis, get_x (self, x));
}

/* Whether an end of the marked span is at hand; then the other one stays where it is. */
static gboolean
find_grip (DramatisTimeline *self,
           double            x,
           double           *other)
{
  const DramatisSpan *marked = dramatis_timeline_get_marked (self);

  if (marked == NULL)
    return FALSE;

  x = get_x (self, x);
  if (fabs (dramatis_time_axis_time_to_x (self->axis, marked->end) - x) <= GRIP)
    *other = marked->start;
  else if (fabs (dramatis_time_axis_time_to_x (self->axis, marked->start) - x) <= GRIP)
    *other = marked->end;
  else
    return FALSE;

  return TRUE;
}

/* Whether the marked span can be taken hold of as a whole. Where it fills the view, it can't: there a shorter one is
 * marked. */
static gboolean
is_in_marked (DramatisTimeline *self,
              double            x)
{
  const DramatisSpan *marked = dramatis_timeline_get_marked (self);

  return marked != NULL && dramatis_span_contains (marked, (int) floor (get_time (self, x)))
         && (marked->start > dramatis_time_axis_get_start (self->axis)
             || marked->end < dramatis_time_axis_get_end (self->axis));
}

/* The end of the marked span that is farther away, of an open one as far as can be seen: it stays when the span is
 * extended. */
static double
get_far_end (DramatisTimeline   *self,
             const DramatisSpan *marked,
             double              time)
{
  double start = MAX (marked->start, dramatis_time_axis_get_start (self->axis));
  double end = MIN (marked->end, dramatis_time_axis_get_end (self->axis));

  return time < (start + end) / 2 ? marked->end : marked->start;
}

static void
mark_to (DramatisTimeline *self,
         double            from,
         double            time)
{
  self->band_span.start = (int) floor (MIN (time, from));
  self->band_span.end = MAX ((int) ceil (MAX (time, from)), self->band_span.start + 1);
}

static DramatisEvent *
find_event (DramatisTimeline *self,
            double            x,
            double            y)
{
  GtkWidget *target = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return DRAMATIS_IS_TIMELINE_ITEM (target) ? dramatis_timeline_item_get_event (DRAMATIS_TIMELINE_ITEM (target)) : NULL;
}

/* The events that can't be told apart at a point. */
static const DramatisRun *
find_run (DramatisTimeline *self,
          double            x,
          double            y)
{
  const DramatisRun *runs;
  guint n_runs, lane = 0;
  int top, bottom = 0;

  while (lane < dramatis_timeline_get_n_lanes (self))
    {
      bottom = dramatis_timeline_get_lane (self, lane, &top);
      if (y < bottom)
        break;
      lane++;
    }
  if (lane == dramatis_timeline_get_n_lanes (self)
      || y < bottom - (self->strip_height > 0 ? self->strip_height : self->row_height))
    return NULL;

  runs = dramatis_timeline_layout_get_runs (self->layout, lane,
                                            dramatis_time_axis_x_to_time (self->axis, get_x (self, x) - 1),
                                            dramatis_time_axis_x_to_time (self->axis, get_x (self, x) + 1),
                                            &n_runs);
  return n_runs > 0 ? runs : NULL;
}

static void
drag_begin_cb (GtkGestureDrag   *gesture,
               double            x,
               double            y,
               DramatisTimeline *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  self->drag_kind = DRAG_NONE;
  self->drag_x = get_x (self, x);
  if (button == GDK_BUTTON_SECONDARY)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
start_drag (DramatisTimeline *self,
            double            x,
            double            y)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (self->drag));
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (self->drag));
  const DramatisSpan *marked = dramatis_timeline_get_marked (self);

  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_CLAIMED);
  if (button == GDK_BUTTON_MIDDLE || is_on_ruler (self, y))
    {
      self->drag_kind = DRAG_PAN;
      adw_animation_pause (self->animation);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
      return;
    }

  self->drag_kind = DRAG_MARK;
  if (find_grip (self, x, &self->band_from))
    return;

  if ((state & GDK_SHIFT_MASK) && marked != NULL)
    self->band_from = get_far_end (self, marked, get_time (self, x));
  else if (is_in_marked (self, x))
    self->drag_kind = DRAG_MOVE;
  else
    self->band_from = get_time (self, x);
}

/* By whole days, and no farther than the pointer goes in the view. */
static void
move_marked (DramatisTimeline *self,
             double            x)
{
  const DramatisSpan *span = dramatis_filter_get_span (dramatis_session_get_filter (self->session));
  int days = (int) round ((get_x (self, x) - self->drag_x) / dramatis_time_axis_get_scale (self->axis));

  if (span == NULL)
    return;

  self->band_span = *span;
  if (span->start != DRAMATIS_DAY_MIN)
    self->band_span.start += days;
  if (span->end != DRAMATIS_DAY_MAX)
    self->band_span.end += days;
}

static void
drag_update_cb (GtkGestureDrag   *gesture,
                double            offset_x,
                double            offset_y,
                DramatisTimeline *self)
{
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (self->drag_kind == DRAG_NONE)
    {
      if (fabs (offset_x) < THRESHOLD)
        return;
      start_drag (self, x, y);
    }

  if (self->drag_kind == DRAG_PAN)
    {
      dramatis_time_axis_pan (self->axis, self->drag_x - get_x (self, x + offset_x));
      self->drag_x = get_x (self, x + offset_x);
      return;
    }

  x = CLAMP (x + offset_x, 0, gtk_widget_get_width (GTK_WIDGET (self)));
  self->banding = TRUE;
  if (self->drag_kind == DRAG_MOVE)
    move_marked (self, x);
  else
    mark_to (self, self->band_from, get_time (self, x));
  dramatis_timeline_move_span (self);
}

static void
stop_drag (DramatisTimeline *self)
{
  self->drag_kind = DRAG_NONE;
  self->banding = FALSE;
  dramatis_timeline_move_span (self);
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

static void
drag_end_cb (GtkGestureDrag   *gesture,
             double            offset_x,
             double            offset_y,
             DramatisTimeline *self)
{
  if (self->banding)
    {
      DramatisSpan span = self->band_span;

      self->marking = FALSE;
      dramatis_timeline_set_marked (self, &span);
      /* So that the keys work: an event would be lit over its time, which looks like a part of the span. */
      if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
        gtk_widget_grab_focus (self->ends[1]);
    }
  stop_drag (self);
}

static void
drag_cancel_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                DramatisTimeline *self)
{
  stop_drag (self);
}

/* So that the keys work after a click on an empty place: the event next to it takes the focus. */
static void
focus_near (DramatisTimeline *self,
            double            x)
{
  double time = get_time (self, x), nearest = G_MAXDOUBLE;
  GtkWidget *found = NULL;
  GHashTableIter iter;
  gpointer event, item;

  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    return;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &event, &item))
    {
      DramatisTime *event_time = dramatis_event_get_time (event);
      double distance = event_time != NULL ? fabs (dramatis_time_get_span (event_time)->start - time) : G_MAXDOUBLE;

      if (gtk_widget_get_mapped (item) && distance < nearest)
        {
          nearest = distance;
          found = item;
        }
    }
  if (found != NULL)
    gtk_widget_grab_focus (found);
}

static void
clicked_cb (GtkGestureClick  *gesture,
            int               n_press,
            double            x,
            double            y,
            DramatisTimeline *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  DramatisEvent *event = find_event (self, x, y);
  const DramatisRun *run;
  const DramatisSpan *marked = dramatis_timeline_get_marked (self);

  if (event != NULL && button != GDK_BUTTON_MIDDLE)
    {
      gtk_widget_grab_focus (g_hash_table_lookup (self->items, event));
      if (button == GDK_BUTTON_PRIMARY)
        dramatis_session_reveal_event (self->session, event);
      dramatis_timeline_show_popover (self);
      return;
    }
  if (button != GDK_BUTTON_PRIMARY)
    return;

  if (marked != NULL
      && (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) & GDK_SHIFT_MASK))
    {
      mark_to (self, get_far_end (self, marked, get_time (self, x)), get_time (self, x));
      dramatis_timeline_set_marked (self, &self->band_span);
      return;
    }

  focus_near (self, x);
  run = find_run (self, x, y);
  if (run != NULL)
    dramatis_timeline_zoom (self, (run->start + run->end) / 2, 3);
  else if (n_press == 2 && marked != NULL
           && dramatis_span_contains (marked, (int) floor (get_time (self, x))))
    dramatis_timeline_set_marked (self, NULL);
  else if (n_press == 2 && self->session != NULL && !is_on_ruler (self, y))
    dramatis_timeline_add_event (self, get_time (self, x));
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           DramatisTimeline         *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean notches = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;

  adw_animation_pause (self->animation);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    dx = -dx;
  if (state & GDK_CONTROL_MASK)
    dramatis_time_axis_zoom (self->axis, get_time (self, self->pointer_x),
                             exp (-dy * (notches ? ZOOM_NOTCH : ZOOM_PIXEL)));
  else
    dramatis_time_axis_pan (self->axis, (dx + dy) * (notches ? PAN_NOTCH : 1));

  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                DramatisTimeline *self)
{
  self->pinch_scale = 1;
  adw_animation_pause (self->animation);
  /* The first of two fingers is not to mark a span. */
  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
}

static void
pinch_cb (GtkGestureZoom   *gesture,
          double            scale,
          DramatisTimeline *self)
{
  double x = self->pointer_x, y;

  if (gtk_gesture_is_active (GTK_GESTURE (gesture)))
    gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  dramatis_time_axis_zoom (self->axis, get_time (self, x), scale / self->pinch_scale);
  self->pinch_scale = scale;
}

/* What the pointer leaves gives the light back to what has the focus. */
static void
hover (DramatisTimeline *self,
       DramatisEvent    *event)
{
  gboolean left = self->hovered != NULL && dramatis_session_get_event (self->session) == self->hovered;
  gboolean focused = (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  if (!g_set_object (&self->hovered, event))
    return;

  if (event != NULL)
    dramatis_session_set_event (self->session, event);
  else if (left)
    dramatis_session_set_event (self->session, focused ? self->current : NULL);
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           DramatisTimeline         *self)
{
  DramatisEvent *event = find_event (self, x, y);
  const char *cursor = NULL;
  double other;

  /* GTK also tells of a pointer that rests while something moves beneath it. */
  if (x != self->pointer_x)
    dramatis_timeline_hide_hint (self);
  self->pointer_x = x;
  if (self->drag_kind != DRAG_NONE || self->session == NULL)
    return;

  hover (self, event);
  if (is_on_ruler (self, y))
    cursor = "grab";
  else if (event != NULL || find_run (self, x, y) != NULL)
    cursor = "pointer";
  else if (find_grip (self, x, &other))
    cursor = "ew-resize";
  else if (is_in_marked (self, x))
    cursor = "move";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
}

static void
left_cb (GtkEventControllerMotion *controller,
         DramatisTimeline         *self)
{
  if (self->session != NULL)
    hover (self, NULL);
}

static char *
dup_today (DramatisTimeline *self)
{
  const DramatisSpan span = { self->today_day, self->today_day + 1 };
  g_autoptr (DramatisTime) time = dramatis_time_new_for_span (&span);
  g_autofree char *text = dramatis_time_to_text (time);

  /* Translators: what the line of the present day stands for: Today, 27 September 2024 */
  return g_strdup_printf (_("Today, %s"), text);
}

static gboolean
query_tooltip_cb (GtkWidget        *widget,
                  int               x,
                  int               y,
                  gboolean          keyboard,
                  GtkTooltip       *tooltip,
                  DramatisTimeline *self)
{
  DramatisEvent *event = find_event (self, x, y);
  const DramatisRun *run = find_run (self, x, y);
  g_autofree char *text = NULL;

  /* What is open over it says the same. */
  if (self->popover != NULL)
    return FALSE;

  if (event != NULL)
    text = dramatis_session_dup_event_details (self->session, event);
  else if (run != NULL)
    text = g_strdup_printf (ngettext ("%u event", "%u events", run->count), run->count);
  else if (fabs (dramatis_time_axis_time_to_x (self->axis, self->today_day) - get_x (self, x)) <= LINE_NEAR)
    text = dup_today (self);
  else
    return FALSE;

  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
add_drag (DramatisTimeline *self)
{
  self->drag = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->drag), 0);
  g_signal_connect (self->drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (self->drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (self->drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag));
}

/**
 * dramatis_timeline_init_pointer:
 * @self: a timeline
 *
 * Makes the timeline follow the pointer.
 */
void
dramatis_timeline_init_pointer (DramatisTimeline *self)
{
  GtkGesture *click = gtk_gesture_click_new (), *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  add_drag (self);

  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));

  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
