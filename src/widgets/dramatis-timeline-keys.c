/* dramatis-timeline-keys.c: actions and keys of the timeline
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-timeline-private.h"

#include "dramatis-time-ticks.h"

/* How much a key or button zooms. */
#define ZOOM_STEP 1.6

/* What a key zooms about: the event that has the focus, if it can be seen, else the middle. */
static double
get_zoom_centre (DramatisTimeline *self)
{
  double start = dramatis_time_axis_get_start (self->axis), end = dramatis_time_axis_get_end (self->axis);
  guint i = dramatis_timeline_get_current (self);

  if (i != DRAMATIS_PLACE_NONE)
    {
      const DramatisPlace *place = &g_array_index (dramatis_timeline_layout_get_places (self->layout), DramatisPlace, i);
      double middle = ((double) place->start + place->end) / 2;

      if (middle > start && middle < end)
        return middle;
    }

  return (start + end) / 2;
}

/* The event in another lane that is nearest in time; with one lane, the one before or after. */
static guint
find_across (DramatisTimeline *self,
             guint             i,
             int               step)
{
  GArray *places = dramatis_timeline_layout_get_places (self->layout);
  const DramatisPlace *current = &g_array_index (places, DramatisPlace, i);
  gint64 middle = (gint64) current->start + current->end, nearest = G_MAXINT64;
  int lane = -1;
  guint found = i;

  if (dramatis_timeline_layout_get_n_lanes (self->layout) == 1)
    return CLAMP ((int) i + step, 0, (int) places->len - 1);

  for (guint j = 0; j < places->len; j++)
    {
      const DramatisPlace *place = &g_array_index (places, DramatisPlace, j);
      gint64 distance = ABS ((gint64) place->start + place->end - middle);
      gboolean nearer;

      if (step < 0 ? place->lane >= current->lane : place->lane <= current->lane)
        continue;
      nearer = lane < 0 || (step < 0 ? (int) place->lane > lane : (int) place->lane < lane);
      if (nearer || ((int) place->lane == lane && distance < nearest))
        {
          lane = (int) place->lane;
          nearest = distance;
          found = j;
        }
    }

  return found;
}

static void
move_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DramatisTimeline *self = DRAMATIS_TIMELINE (widget);
  guint n = dramatis_timeline_layout_get_places (self->layout)->len, i = dramatis_timeline_get_current (self);

  if (n == 0)
    return;

  if (g_str_equal (action_name, "timeline.first"))
    i = 0;
  else if (g_str_equal (action_name, "timeline.last"))
    i = n - 1;
  else if (i == DRAMATIS_PLACE_NONE)
    i = 0;
  else if (g_str_equal (action_name, "timeline.up"))
    i = find_across (self, i, -1);
  else if (g_str_equal (action_name, "timeline.down"))
    i = find_across (self, i, 1);
  else if (g_str_equal (action_name, "timeline.next"))
    i = MIN (i + 1, n - 1);
  else
    i = i > 0 ? i - 1 : 0;

  dramatis_timeline_go (self, i);
}

/* Time runs in the direction of reading. */
static gboolean
arrow_pressed_cb (GtkWidget *widget,
                  GVariant  *arguments,
                  gpointer   user_data)
{
  gboolean left, marking;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  g_variant_get (arguments, "(bb)", &left, &marking);
  if (marking)
    gtk_widget_activate_action (widget, left != rtl ? "timeline.mark-earlier" : "timeline.mark-later", NULL);
  else
    gtk_widget_activate_action (widget, left != rtl ? "timeline.previous" : "timeline.next", NULL);

  return GDK_EVENT_STOP;
}

static void
zoom_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DramatisTimeline *self = DRAMATIS_TIMELINE (widget);
  double start, end;

  if (g_str_equal (action_name, "timeline.zoom-fit"))
    {
      dramatis_time_axis_get_extent (self->axis, &start, &end);
      dramatis_timeline_animate_to (self, start, end);
    }
  else if (g_str_equal (action_name, "timeline.fit-filter"))
    dramatis_timeline_fit_filter (self);
  else
    dramatis_timeline_zoom (self, get_zoom_centre (self), g_str_equal (action_name, "timeline.zoom-in") ? ZOOM_STEP : 1 / ZOOM_STEP);
}

static void
fit_lane_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  dramatis_timeline_fit_lane (DRAMATIS_TIMELINE (widget), g_variant_get_uint32 (parameter));
}

static gboolean
is_in_view (DramatisTimeline    *self,
            const DramatisPlace *place)
{
  return place->start < dramatis_time_axis_get_end (self->axis)
         && place->end > dramatis_time_axis_get_start (self->axis);
}

static void
event_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  DramatisTimeline *self = DRAMATIS_TIMELINE (widget);
  guint i = dramatis_timeline_get_current (self);
  const DramatisPlace *place;
  DramatisDossier *dossier;
  DramatisEvent *event;

  /* Until a change is seen, a key that is held down would go on to change the same event. */
  if (i == DRAMATIS_PLACE_NONE || self->events_changed)
    return;

  place = &g_array_index (dramatis_timeline_layout_get_places (self->layout), DramatisPlace, i);
  event = place->event;
  if (!is_in_view (self, place))
    dramatis_timeline_go (self, i);

  dossier = dramatis_session_get_dossier (self->session);
  if (g_str_equal (action_name, "timeline.activate"))
    {
      /* It would lie on the article. */
      dramatis_timeline_hide_hint (self);
      dramatis_session_reveal_event (self->session, event);
    }
  else if (g_str_equal (action_name, "timeline.details"))
    dramatis_timeline_show_popover (self);
  else
    {
      self->refocus = i;
      if (dramatis_event_get_status (event) == DRAMATIS_STATUS_SUGGESTED)
        dramatis_dossier_set_status (dossier, event, DRAMATIS_STATUS_REJECTED);
      else
        dramatis_dossier_remove (dossier, event);
    }
}

static void
add_event_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  DramatisTimeline *self = DRAMATIS_TIMELINE (widget);

  if (self->session != NULL)
    dramatis_timeline_add_event (self, get_zoom_centre (self));
}

/* The span of an event, with open ends where the axis ends. */
static void
get_event_span (DramatisTimeline *self,
                guint             i,
                DramatisSpan     *span)
{
  const DramatisPlace *place = &g_array_index (dramatis_timeline_layout_get_places (self->layout), DramatisPlace, i);

  span->start = place->start;
  span->end = place->end;
}

/* From the event that has the focus the span grows, by the divisions of the ruler, to the side of the arrow; back
 * over the event it grows to the other side. */
static void
mark_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DramatisTimeline *self = DRAMATIS_TIMELINE (widget);
  guint i = dramatis_timeline_get_current (self);
  DramatisSpan span;

  if (i == DRAMATIS_PLACE_NONE)
    return;

  if (!self->marking || g_str_equal (action_name, "timeline.mark-span"))
    {
      self->marking = TRUE;
      self->mark_steps = 0;
      get_event_span (self, i, &self->mark_origin);
    }
  if (g_str_equal (action_name, "timeline.mark-later"))
    self->mark_steps++;
  else if (g_str_equal (action_name, "timeline.mark-earlier"))
    self->mark_steps--;

  /* Escape is to lift the span then. */
  dramatis_timeline_hide_hint (self);
  span = self->mark_origin;
  if (self->mark_steps > 0)
    span.end = dramatis_time_axis_step (self->axis, span.end, self->mark_steps);
  else if (self->mark_steps < 0)
    span.start = dramatis_time_axis_step (self->axis, span.start, self->mark_steps);
  dramatis_timeline_set_marked (self, &span);
}

static void
clear_span_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  DramatisTimeline *self = DRAMATIS_TIMELINE (widget);

  self->marking = FALSE;
  dramatis_timeline_hide_hint (self);
  dramatis_timeline_set_marked (self, NULL);
}

/* One thing at a time; what there is none of is for the window. */
static gboolean
escape_pressed_cb (GtkWidget *widget,
                   GVariant  *arguments,
                   gpointer   user_data)
{
  DramatisTimeline *self = DRAMATIS_TIMELINE (widget);

  if (self->hint != NULL && gtk_widget_get_visible (self->hint))
    dramatis_timeline_hide_hint (self);
  else if (dramatis_timeline_get_marked (self) != NULL)
    gtk_widget_activate_action (widget, "timeline.clear-span", NULL);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/**
 * dramatis_timeline_class_init_keys:
 * @klass: the class of the timeline
 *
 * Installs actions and keys.
 */
void
dramatis_timeline_class_init_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    const char                  *name;
    GtkWidgetActionActivateFunc  activate;
  } actions[] = {
    { "timeline.activate", event_action },
    { "timeline.add-event", add_event_action },
    { "timeline.clear-span", clear_span_action },
    { "timeline.details", event_action },
    { "timeline.down", move_action },
    { "timeline.first", move_action },
    { "timeline.fit-filter", zoom_action },
    { "timeline.last", move_action },
    { "timeline.mark-earlier", mark_action },
    { "timeline.mark-later", mark_action },
    { "timeline.mark-span", mark_action },
    { "timeline.next", move_action },
    { "timeline.previous", move_action },
    { "timeline.remove", event_action },
    { "timeline.up", move_action },
    { "timeline.zoom-fit", zoom_action },
    { "timeline.zoom-in", zoom_action },
    { "timeline.zoom-out", zoom_action },
  };
  static const struct
  {
    guint            keyval;
    GdkModifierType  modifiers;
    const char      *action;
  } keys[] = {
    { GDK_KEY_Up, 0, "timeline.up" },
    { GDK_KEY_Down, 0, "timeline.down" },
    { GDK_KEY_Home, 0, "timeline.first" },
    { GDK_KEY_End, 0, "timeline.last" },
    { GDK_KEY_Return, 0, "timeline.activate" },
    { GDK_KEY_KP_Enter, 0, "timeline.activate" },
    { GDK_KEY_space, 0, "timeline.details" },
    { GDK_KEY_Menu, 0, "timeline.details" },
    { GDK_KEY_F10, GDK_SHIFT_MASK, "timeline.details" },
    { GDK_KEY_Delete, 0, "timeline.remove" },
    { GDK_KEY_Insert, 0, "timeline.add-event" },
    { GDK_KEY_Return, GDK_SHIFT_MASK, "timeline.mark-span" },
    { GDK_KEY_plus, 0, "timeline.zoom-in" },
    { GDK_KEY_plus, GDK_SHIFT_MASK, "timeline.zoom-in" },
    { GDK_KEY_equal, 0, "timeline.zoom-in" },
    { GDK_KEY_KP_Add, 0, "timeline.zoom-in" },
    { GDK_KEY_minus, 0, "timeline.zoom-out" },
    { GDK_KEY_KP_Subtract, 0, "timeline.zoom-out" },
    { GDK_KEY_0, 0, "timeline.zoom-fit" },
    { GDK_KEY_f, 0, "timeline.fit-filter" },
    { GDK_KEY_KP_0, 0, "timeline.zoom-fit" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, NULL, actions[i].activate);
  gtk_widget_class_install_action (klass, "timeline.fit-lane", "u", fit_lane_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].keyval, keys[i].modifiers, keys[i].action, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Escape, 0, escape_pressed_cb, NULL);
  for (int left = FALSE; left <= TRUE; left++)
    {
      guint keyval = left ? GDK_KEY_Left : GDK_KEY_Right;

      gtk_widget_class_add_binding (klass, keyval, 0, arrow_pressed_cb, "(bb)", left, FALSE);
      gtk_widget_class_add_binding (klass, keyval, GDK_SHIFT_MASK, arrow_pressed_cb, "(bb)", left, TRUE);
    }
}
