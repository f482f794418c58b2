/* dramatis-timeline-overview.c: the whole range of a timeline
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-timeline-overview.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "dramatis-compat.h"
#include "dramatis-timeline-private.h"

/* Pixels */
#define HEIGHT     16
#define LEVEL_STEP  2
#define MAX_LEVEL   6
#define EDGE        7

/**
 * DramatisTimelineOverview:
 *
 * A strip with all events of a [class@Timeline] as density, and in it a window, what is visible there: it can be
 * dragged as a whole, and each of its edges alone.
 *
 * # CSS nodes
 *
 * ```
 * overview
 * ├── band
 * ╰── range
 * ```
 *
 * `band` is the marked span; the slider of the range is the window.
 *
 * # Accessibility
 *
 * The range is a scroll bar to assistive technology. It tells and sets the start of what is visible, in days since
 * 1970-01-01.
 */
struct _DramatisTimelineOverview
{
  GtkWidget         parent_instance;

  DramatisTimeline *timeline;
  GSignalGroup     *timeline_signals;
  GSignalGroup     *axis_signals;
  GtkAdjustment    *adjustment;
  GtkWidget        *band;
  GtkWidget        *range;
  DramatisDensity  *density;
  double            scale;        /* of the density, pixels per day */
  int               edge;         /* that is dragged: 0 for the start, 1 for the end */
  double            visible[2];   /* what was visible before */
};

G_DEFINE_FINAL_TYPE (DramatisTimelineOverview, dramatis_timeline_overview, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_TIMELINE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
value_changed_cb (DramatisTimelineOverview *self)
{
  double start = gtk_adjustment_get_value (self->adjustment);

  if (start == dramatis_time_axis_get_start (self->timeline->axis))
    return;

  adw_animation_pause (self->timeline->animation);
  dramatis_time_axis_set_visible (self->timeline->axis, start, start + gtk_adjustment_get_page_size (self->adjustment));
}

static void
axis_changed_cb (DramatisTimelineOverview *self)
{
  DramatisTimeAxis *axis = self->timeline->axis;
  double first, last, start = dramatis_time_axis_get_start (axis);
  double length = dramatis_time_axis_get_end (axis) - start;

  dramatis_time_axis_get_extent (axis, &first, &last);
  g_signal_handlers_block_by_func (self->adjustment, value_changed_cb, self);
  gtk_adjustment_configure (self->adjustment, start, first, last, length / 10, length, length);
  g_signal_handlers_unblock_by_func (self->adjustment, value_changed_cb, self);
}

static void
events_moved_cb (DramatisTimelineOverview *self)
{
  g_clear_pointer (&self->density, dramatis_density_free);
  axis_changed_cb (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Where a time lies in the whole range. */
static double
get_x (DramatisTimelineOverview *self,
       double                    time)
{
  double first, last;

  dramatis_time_axis_get_extent (self->timeline->axis, &first, &last);

  return (CLAMP (time, first, last) - first) / (last - first) * gtk_widget_get_width (GTK_WIDGET (self));
}

/* Returns whether an edge of the window is at hand. */
static gboolean
find_edge (DramatisTimelineOverview *self,
           double                    x,
           int                      *edge)
{
  int left, right;
  double inside;

  if (self->timeline == NULL)
    return FALSE;

  gtk_range_get_slider_range (GTK_RANGE (self->range), &left, &right);
  inside = MIN (EDGE, (right - left) / 4.0);
  *edge = fabs (x - right) < fabs (x - left);
  if (*edge == 1 ? x < right - inside || x > right + EDGE : x > left + inside || x < left - EDGE)
    return FALSE;

  /* Time may begin at the right. */
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    *edge = 1 - *edge;

  return TRUE;
}

static void
edge_pressed_cb (GtkGestureDrag           *gesture,
                 double                    x,
                 double                    y,
                 DramatisTimelineOverview *self)
{
  if (!find_edge (self, x, &self->edge))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  adw_animation_pause (self->timeline->animation);
  self->visible[0] = dramatis_time_axis_get_start (self->timeline->axis);
  self->visible[1] = dramatis_time_axis_get_end (self->timeline->axis);
}

static void
edge_dragged_cb (GtkGestureDrag           *gesture,
                 double                    offset_x,
                 double                    offset_y,
                 DramatisTimelineOverview *self)
{
  double visible[2] = { self->visible[0], self->visible[1] };
  double first, last, pixel;

  dramatis_time_axis_get_extent (self->timeline->axis, &first, &last);
  pixel = (last - first) / MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    offset_x = -offset_x;

  visible[self->edge] += offset_x * pixel;
  if (self->edge == 0)
    visible[0] = CLAMP (visible[0], first, visible[1] - pixel);
  else
    visible[1] = CLAMP (visible[1], visible[0] + pixel, last);
  dramatis_time_axis_set_visible (self->timeline->axis, visible[0], visible[1]);
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           DramatisTimelineOverview *self)
{
  int edge;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), find_edge (self, x, &edge) ? "ew-resize" : NULL);
}

static void
dramatis_timeline_overview_measure (GtkWidget      *widget,
                                    GtkOrientation  orientation,
                                    int             for_size,
                                    int            *minimum,
                                    int            *natural,
                                    int            *minimum_baseline,
                                    int            *natural_baseline)
{
  DramatisTimelineOverview *self = DRAMATIS_TIMELINE_OVERVIEW (widget);

  gtk_widget_measure (self->range, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = MAX (*minimum, HEIGHT);
}

static void
dramatis_timeline_overview_size_allocate (GtkWidget *widget,
                                          int        width,
                                          int        height,
                                          int        baseline)
{
  DramatisTimelineOverview *self = DRAMATIS_TIMELINE_OVERVIEW (widget);
  const DramatisSpan *marked = self->timeline != NULL ? dramatis_timeline_get_marked (self->timeline) : NULL;

  gtk_widget_allocate (self->range, width, height, -1, NULL);
  gtk_widget_set_child_visible (self->band, marked != NULL);
  if (marked != NULL)
    {
      int x = (int) floor (get_x (self, marked->start)), minimum, length;

      gtk_widget_measure (self->band, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      length = MAX ((int) ceil (get_x (self, marked->end)) - x, MAX (minimum, 2));
      if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
        x = width - x - length;
      gtk_widget_allocate (self->band, length, height, -1,
                           gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (x, 0)));
    }
}

static void
snapshot_events (DramatisTimelineOverview *self,
                 GtkSnapshot              *snapshot)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const DramatisRun *runs;
  double first, last;
  GdkRGBA colour;
  cairo_t *cr;
  guint n_runs;

  dramatis_time_axis_get_extent (self->timeline->axis, &first, &last);
  if (self->density == NULL || self->scale != width / (last - first))
    {
      g_clear_pointer (&self->density, dramatis_density_free);
      self->scale = width / (last - first);
      self->density = dramatis_density_new_full (dramatis_timeline_layout_get_places (self->timeline->layout),
                                                 self->scale);
    }

  runs = dramatis_density_get_runs (self->density, 0, first, last, &n_runs);
  dramatis_widget_get_colour (GTK_WIDGET (self), &colour);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  gdk_cairo_set_source_rgba (cr, &colour);
  for (guint i = 0; i < n_runs; i++)
    {
      double x0 = round (get_x (self, runs[i].start)), x1 = MAX (round (get_x (self, runs[i].end)), x0 + 1);
      int level = MIN ((int) log2 (runs[i].count) + 1, MAX_LEVEL) * LEVEL_STEP;

      cairo_rectangle (cr, rtl ? width - x1 : x0, (height - level) / 2, x1 - x0, level);
    }
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
dramatis_timeline_overview_snapshot (GtkWidget   *widget,
                                     GtkSnapshot *snapshot)
{
  DramatisTimelineOverview *self = DRAMATIS_TIMELINE_OVERVIEW (widget);

  if (self->timeline != NULL)
    snapshot_events (self, snapshot);
  GTK_WIDGET_CLASS (dramatis_timeline_overview_parent_class)->snapshot (widget, snapshot);
}

static void
dramatis_timeline_overview_get_property (GObject    *object,
                                         guint       prop_id,
                                         GValue     *value,
                                         GParamSpec *pspec)
{
  DramatisTimelineOverview *self = DRAMATIS_TIMELINE_OVERVIEW (object);

  switch (prop_id)
    {
    case PROP_TIMELINE:
      g_value_set_object (value, self->timeline);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_timeline_overview_set_property (GObject      *object,
                                         guint         prop_id,
                                         const GValue *value,
                                         GParamSpec   *pspec)
{
  DramatisTimelineOverview *self = DRAMATIS_TIMELINE_OVERVIEW (object);

  switch (prop_id)
    {
    case PROP_TIMELINE:
      dramatis_timeline_overview_set_timeline (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_timeline_overview_dispose (GObject *object)
{
  DramatisTimelineOverview *self = DRAMATIS_TIMELINE_OVERVIEW (object);

  g_clear_pointer (&self->band, gtk_widget_unparent);
  g_clear_pointer (&self->range, gtk_widget_unparent);
  g_clear_pointer (&self->density, dramatis_density_free);
  g_clear_object (&self->timeline_signals);
  g_clear_object (&self->axis_signals);
  g_clear_object (&self->timeline);

  G_OBJECT_CLASS (dramatis_timeline_overview_parent_class)->dispose (object);
}

static void
dramatis_timeline_overview_class_init (DramatisTimelineOverviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dramatis_timeline_overview_get_property;
  object_class->set_property = dramatis_timeline_overview_set_property;
  object_class->dispose = dramatis_timeline_overview_dispose;
  widget_class->measure = dramatis_timeline_overview_measure;
  widget_class->size_allocate = dramatis_timeline_overview_size_allocate;
  widget_class->snapshot = dramatis_timeline_overview_snapshot;

  /**
   * DramatisTimelineOverview:timeline:
   *
   * The timeline whose whole range it is.
   */
  properties[PROP_TIMELINE] =
    g_param_spec_object ("timeline", NULL, NULL, DRAMATIS_TYPE_TIMELINE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "overview");
}

static void
dramatis_timeline_overview_init (DramatisTimelineOverview *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  self->band = g_object_new (ADW_TYPE_BIN,
                             "css-name", "band",
                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             "can-target", FALSE,
                             NULL);
  gtk_widget_set_parent (self->band, GTK_WIDGET (self));
  /* As it is in a scroll bar, but that one does not say where its slider is. */
  self->range = g_object_new (GTK_TYPE_RANGE,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_SCROLLBAR,
                              "adjustment", self->adjustment,
                              NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->range), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Visible Part of the Timeline"), -1);
  gtk_widget_set_parent (self->range, GTK_WIDGET (self));

  /* Before the scroll bar, which would go to where the pointer is. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (edge_pressed_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (edge_dragged_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  self->timeline_signals = g_signal_group_new (DRAMATIS_TYPE_TIMELINE);
  g_signal_group_connect_swapped (self->timeline_signals, "lanes-moved", G_CALLBACK (events_moved_cb), self);
  g_signal_group_connect_swapped (self->timeline_signals, "span-moved", G_CALLBACK (gtk_widget_queue_allocate), self);
  self->axis_signals = g_signal_group_new (DRAMATIS_TYPE_TIME_AXIS);
  g_signal_group_connect_swapped (self->axis_signals, "notify", G_CALLBACK (axis_changed_cb), self);
}

/**
 * dramatis_timeline_overview_set_timeline:
 * @self: an overview
 * @timeline: (nullable): a timeline
 *
 * Shows the whole range of a timeline.
 */
void
dramatis_timeline_overview_set_timeline (DramatisTimelineOverview *self,
                                         DramatisTimeline         *timeline)
{
  g_return_if_fail (DRAMATIS_IS_TIMELINE_OVERVIEW (self));
  g_return_if_fail (timeline == NULL || DRAMATIS_IS_TIMELINE (timeline));

  if (!g_set_object (&self->timeline, timeline))
    return;

  g_signal_group_set_target (self->timeline_signals, timeline);
  g_signal_group_set_target (self->axis_signals, timeline != NULL ? timeline->axis : NULL);
  g_clear_pointer (&self->density, dramatis_density_free);
  if (timeline != NULL)
    axis_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMELINE]);
}
