/* dramatis-timeline.c: the events of a session along time
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-timeline-private.h"

#include <glib/gi18n-lib.h>

#include "dramatis-compat.h"
#include "dramatis-session-enum-types.h"

#define MIN_WIDTH  120
#define NAT_HEIGHT 150
#define MIN_ROWS   2

/**
 * DramatisTimeline:
 *
 * The events of a [class@Session] along time, at their true precision.
 *
 * Each event that can be told apart is a [class@TimelineItem]; those that can't are drawn as one strip over the
 * ruler, or below its lane, whose height tells how many there are. Dragging marks a span of time, which is the one of the session's
 * filter; the events outside of it are dimmed.
 *
 * # CSS nodes
 *
 * ```
 * timeline
 * ├── band
 * ├── reading
 * ├── today
 * ├── event…
 * ╰── scale…
 * ```
 *
 * `band` is the marked span, `today` the line of the present day; `reading` gives the colour of the marks of the
 * passage being read.
 *
 * # Direction
 *
 * Time runs as the words of the interface do, from right to left where these do; so do the arrow keys, the lanes'
 * titles, which stand where time begins, and the [class@TimelineOverview].
 *
 * # Accessibility
 *
 * The role is %GTK_ACCESSIBLE_ROLE_LIST, the label “Timeline”; the children are the events in order of time, up to
 * 500 of them also those out of sight. After them come two sliders, the first and the last day of the marked span, in
 * days since 1970-01-01; their description is the date. What the keyboard has come to is told in full after a moment,
 * in a hint over the timeline.
 *
 * # Shortcuts
 *
 * Left and Right, Home and End move between the events in order of time, Up and Down across lanes; Enter shows the
 * words of one, Space, Menu or Shift+F10 its details, Delete rejects or removes it. Plus, minus and 0 zoom, F shows
 * what passes the filter. Shift with Enter marks the span of the event, with Left and Right one from it on; Escape
 * hides the hint, then lifts the span. Insert, and a double click on an empty place, add an event there.
 */

G_DEFINE_FINAL_TYPE (DramatisTimeline, dramatis_timeline, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_LANES,
  PROP_SESSION,
  N_PROPS
};

enum
{
  LANES_MOVED,
  SPAN_MOVED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* A window may stay open over midnight. */
static void
read_today (DramatisTimeline *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  self->today_day = dramatis_day_new (g_date_time_get_year (now), g_date_time_get_month (now),
                                      g_date_time_get_day_of_month (now));
}

/* Everything that depends on the events, the scale and the size, in one go per frame. */
void
dramatis_timeline_update (DramatisTimeline *self)
{
  gboolean refresh = self->events_changed;
  gboolean lanes_move = self->lanes_changed || self->events_changed
                        || self->height != gtk_widget_get_height (GTK_WIDGET (self));

  self->outdated = FALSE;
  dramatis_timeline_forget_drawing (self);
  if (self->session == NULL || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;

  if (self->events_changed)
    dramatis_timeline_read_events (self);
  read_today (self);

  self->height = gtk_widget_get_height (GTK_WIDGET (self));
  dramatis_timeline_update_lanes (self);
  dramatis_timeline_layout_arrange (self->layout, dramatis_time_axis_get_scale (self->axis), self->n_rows,
                                    self->character_width);
  dramatis_timeline_update_items (self, refresh);
  /* The extent may be another, and what lies in the span. */
  if (refresh)
    {
      dramatis_timeline_queue_hint (self);
      dramatis_timeline_move_span (self);
    }
  dramatis_timeline_arrange_items (self);
  if (lanes_move)
    g_signal_emit (self, signals[LANES_MOVED], 0);

  if (refresh && self->refocus != DRAMATIS_PLACE_NONE)
    {
      guint n = dramatis_timeline_layout_get_places (self->layout)->len;
      guint i = self->refocus;

      self->refocus = DRAMATIS_PLACE_NONE;
      if (n > 0)
        dramatis_timeline_go (self, MIN (i, n - 1));
    }
}

static void
frame_updated_cb (DramatisTimeline *self)
{
  if (!self->outdated)
    return;

  /* The first frame after a change of the filter is that of the article, the second that of the notes. */
  if (self->events_changed && self->frames_left > 0)
    {
      self->frames_left--;
      dramatis_timeline_queue_update (self);
      return;
    }

  dramatis_timeline_update (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * dramatis_timeline_queue_update:
 * @self: a timeline
 *
 * Brings items and drawing up to date in the present or next frame, once all is done in it that may move them, as an
 * animation does: so the items move with the ruler.
 */
void
dramatis_timeline_queue_update (DramatisTimeline *self)
{
  self->outdated = TRUE;
  if (self->update_id != 0)
    gdk_frame_clock_request_phase (gtk_widget_get_frame_clock (GTK_WIDGET (self)), GDK_FRAME_CLOCK_PHASE_UPDATE);
}

/* The article says this in its own frame. */
static void
reading_changed_cb (DramatisTimeline *self)
{
  dramatis_widget_call_later (GTK_WIDGET (self), &self->reading_tick, 0, gtk_widget_queue_draw);
}

static void
events_changed_cb (DramatisTimeline *self)
{
  self->events_changed = TRUE;
  self->frames_left = 2;
  dramatis_timeline_queue_update (self);
}

static void
lanes_changed_cb (DramatisTimeline *self)
{
  self->lanes_changed = TRUE;
  dramatis_timeline_queue_update (self);
}

/**
 * dramatis_timeline_move_span:
 * @self: a timeline
 *
 * Shows the marked span where it is now.
 */
void
dramatis_timeline_move_span (DramatisTimeline *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.clear-span", dramatis_timeline_get_marked (self) != NULL);
  dramatis_timeline_update_dimmed (self);
  dramatis_timeline_update_ends (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_signal_emit (self, signals[SPAN_MOVED], 0);
}

/* One that was typed may be out of view. */
static void
span_changed_cb (DramatisTimeline *self)
{
  const DramatisSpan *marked = dramatis_timeline_get_marked (self);

  if (marked != NULL && (marked->end <= dramatis_time_axis_get_start (self->axis)
                         || marked->start >= dramatis_time_axis_get_end (self->axis)))
    dramatis_timeline_fit_span (self, marked);
  dramatis_timeline_move_span (self);
}

static void
dramatis_timeline_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  DramatisTimeline *self = DRAMATIS_TIMELINE (widget);
  const DramatisSpan *marked = dramatis_timeline_get_marked (self);
  GHashTableIter iter;
  gpointer item;

  if (dramatis_time_axis_get_width (self->axis) != width || self->height != height)
    {
      dramatis_time_axis_set_width (self->axis, width);
      dramatis_timeline_update (self);
    }

  gtk_widget_set_child_visible (self->band, marked != NULL);
  if (marked != NULL)
    dramatis_timeline_allocate_across (self, self->band, marked->start, marked->end, height - self->ruler_height);
  dramatis_timeline_allocate_ends (self, height - self->ruler_height);
  dramatis_timeline_allocate_across (self, self->today, self->today_day, self->today_day, height - self->ruler_height);

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      const DramatisItemShape *shape = dramatis_timeline_item_get_shape (item);
      int minimum, x;

      if (!gtk_widget_get_child_visible (item))
        continue;
      gtk_widget_measure (item, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      x = (int) dramatis_timeline_mirror (self, shape->x, shape->width);
      gtk_widget_allocate (item, shape->width, shape->height, -1,
                           gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (x, shape->y)));
    }

  gtk_widget_set_child_visible (self->reading, FALSE);
  dramatis_timeline_place_popovers (self);
}

static void
dramatis_timeline_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  DramatisTimeline *self = DRAMATIS_TIMELINE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = MIN_WIDTH;
      return;
    }

  *minimum = TIMELINE_TOP + MIN_ROWS * self->line_height + TIMELINE_STRIP + self->ruler_height;
  *natural = MAX (*minimum, NAT_HEIGHT);
}

static void
dramatis_timeline_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  DramatisTimeline *self = DRAMATIS_TIMELINE (widget);
  GHashTableIter iter;
  gpointer item;

  dramatis_timeline_draw (self, snapshot);

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    gtk_widget_snapshot_child (widget, item, snapshot);

  for (guint i = 0; i < G_N_ELEMENTS (self->ends); i++)
    gtk_widget_snapshot_child (widget, self->ends[i], snapshot);

  dramatis_timeline_draw_over (self, snapshot);
}

static void
dramatis_timeline_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  DramatisTimeline *self = DRAMATIS_TIMELINE (widget);

  GTK_WIDGET_CLASS (dramatis_timeline_parent_class)->css_changed (widget, change);
  dramatis_timeline_measure_parts (self);
  dramatis_timeline_queue_update (self);
  gtk_widget_queue_resize (widget);
}

static gboolean
dramatis_timeline_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  DramatisTimeline *self = DRAMATIS_TIMELINE (widget);
  guint n = dramatis_timeline_layout_get_places (self->layout)->len;
  guint i = DRAMATIS_PLACE_NONE;

  /* One stop for Tab, and one for each end of the marked span: inside, the arrow keys move. */
  if (n == 0 || dramatis_timeline_focus_end (self, direction == GTK_DIR_TAB_FORWARD))
    return n > 0;
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  if (self->current != NULL)
    i = dramatis_timeline_layout_find (self->layout, self->current);
  dramatis_timeline_go (self, i != DRAMATIS_PLACE_NONE ? i : 0);

  return TRUE;
}

static void
dramatis_timeline_set_focus_child (GtkWidget *widget,
                                   GtkWidget *child)
{
  DramatisTimeline *self = DRAMATIS_TIMELINE (widget);

  GTK_WIDGET_CLASS (dramatis_timeline_parent_class)->set_focus_child (widget, child);

  if (!DRAMATIS_IS_TIMELINE_ITEM (child))
    {
      dramatis_timeline_hide_hint (self);
      return;
    }
  if (g_set_object (&self->current, dramatis_timeline_item_get_event (DRAMATIS_TIMELINE_ITEM (child))))
    self->marking = FALSE;
  dramatis_session_set_event (self->session, self->current);
  dramatis_timeline_layout_set_foremost (self->layout, self->current);
  dramatis_timeline_queue_hint (self);
}

static void
dramatis_timeline_realize (GtkWidget *widget)
{
  DramatisTimeline *self = DRAMATIS_TIMELINE (widget);

  GTK_WIDGET_CLASS (dramatis_timeline_parent_class)->realize (widget);

  self->update_id = g_signal_connect_data (gtk_widget_get_frame_clock (widget), "update", G_CALLBACK (frame_updated_cb),
                                           self, NULL, G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  if (self->outdated)
    dramatis_timeline_queue_update (self);
}

static void
dramatis_timeline_unrealize (GtkWidget *widget)
{
  DramatisTimeline *self = DRAMATIS_TIMELINE (widget);

  g_clear_signal_handler (&self->update_id, gtk_widget_get_frame_clock (widget));

  GTK_WIDGET_CLASS (dramatis_timeline_parent_class)->unrealize (widget);
}

static void
dramatis_timeline_unmap (GtkWidget *widget)
{
  DramatisTimeline *self = DRAMATIS_TIMELINE (widget);

  dramatis_timeline_hide_hint (self);
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));

  GTK_WIDGET_CLASS (dramatis_timeline_parent_class)->unmap (widget);
}

static void
dramatis_timeline_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  DramatisTimeline *self = DRAMATIS_TIMELINE (object);

  switch (prop_id)
    {
    case PROP_LANES:
      g_value_set_enum (value, self->lanes);
      break;
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_timeline_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  DramatisTimeline *self = DRAMATIS_TIMELINE (object);

  switch (prop_id)
    {
    case PROP_LANES:
      dramatis_timeline_set_lanes (self, g_value_get_enum (value));
      break;
    case PROP_SESSION:
      dramatis_timeline_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_timeline_dispose (GObject *object)
{
  DramatisTimeline *self = DRAMATIS_TIMELINE (object);

  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->spare, g_ptr_array_unref);
  g_clear_handle_id (&self->hint_id, g_source_remove);
  self->band = self->today = self->reading = self->popover = self->hint = NULL;
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL;)
    gtk_widget_unparent (child);

  if (self->animation != NULL)
    adw_animation_pause (self->animation);
  g_clear_object (&self->animation);
  g_clear_object (&self->current);
  g_clear_object (&self->hovered);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->filter_signals);
  g_clear_object (&self->event_signals);
  g_clear_object (&self->session);
  g_clear_object (&self->layout);
  g_clear_object (&self->axis);

  G_OBJECT_CLASS (dramatis_timeline_parent_class)->dispose (object);
}

static void
dramatis_timeline_finalize (GObject *object)
{
  DramatisTimeline *self = DRAMATIS_TIMELINE (object);

  g_hash_table_unref (self->labels);
  dramatis_timeline_forget_drawing (self);
  g_clear_pointer (&self->lane_titles, g_ptr_array_unref);
  g_clear_pointer (&self->told, g_ptr_array_unref);

  G_OBJECT_CLASS (dramatis_timeline_parent_class)->finalize (object);
}

static void
dramatis_timeline_class_init (DramatisTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dramatis_timeline_get_property;
  object_class->set_property = dramatis_timeline_set_property;
  object_class->dispose = dramatis_timeline_dispose;
  object_class->finalize = dramatis_timeline_finalize;

  widget_class->css_changed = dramatis_timeline_css_changed;
  widget_class->focus = dramatis_timeline_focus;
  widget_class->measure = dramatis_timeline_measure;
  widget_class->set_focus_child = dramatis_timeline_set_focus_child;
  widget_class->realize = dramatis_timeline_realize;
  widget_class->size_allocate = dramatis_timeline_size_allocate;
  widget_class->snapshot = dramatis_timeline_snapshot;
  widget_class->unmap = dramatis_timeline_unmap;
  widget_class->unrealize = dramatis_timeline_unrealize;

  /**
   * DramatisTimeline:lanes:
   *
   * What the lanes stand for.
   */
  properties[PROP_LANES] =
    g_param_spec_enum ("lanes", NULL, NULL, DRAMATIS_TYPE_LANES, DRAMATIS_LANES_ONE,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * DramatisTimeline:session:
   *
   * The session whose events are shown.
   */
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, DRAMATIS_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * DramatisTimeline::lanes-moved:
   *
   * There are other lanes, or they lie elsewhere.
   */
  signals[LANES_MOVED] =
    g_signal_new ("lanes-moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  /**
   * DramatisTimeline::span-moved:
   *
   * There is another marked span: that of the filter, or the one that the pointer is about to set.
   */
  signals[SPAN_MOVED] =
    g_signal_new ("span-moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  dramatis_timeline_class_init_keys (widget_class);
}

static GtkWidget *
add_part (DramatisTimeline *self,
          const char       *css_name)
{
  GtkWidget *part = g_object_new (ADW_TYPE_BIN,
                                  "css-name", css_name,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "can-target", FALSE,
                                  NULL);

  gtk_widget_insert_before (part, GTK_WIDGET (self), NULL);

  return part;
}

static void
dramatis_timeline_init (DramatisTimeline *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->axis = dramatis_time_axis_new ();
  self->refocus = DRAMATIS_PLACE_NONE;
  self->layout = dramatis_timeline_layout_new ();
  self->items = g_hash_table_new (NULL, NULL);
  self->spare = g_ptr_array_new_with_free_func (g_object_unref);
  self->lanes_changed = TRUE;
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  read_today (self);
  dramatis_timeline_measure_parts (self);

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Timeline"), -1);
  self->band = add_part (self, "band");
  self->reading = add_part (self, "reading");
  self->today = add_part (self, "today");
  dramatis_timeline_init_ends (self);

  dramatis_timeline_init_move (self);

  self->session_signals = g_signal_group_new (DRAMATIS_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::current", G_CALLBACK (reading_changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::event",
                                  G_CALLBACK (dramatis_timeline_update_pointed), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::index", G_CALLBACK (events_changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::article", G_CALLBACK (lanes_changed_cb), self);
  self->filter_signals = g_signal_group_new (DRAMATIS_TYPE_FILTER);
  g_signal_group_connect_swapped (self->filter_signals, "notify::actors", G_CALLBACK (lanes_changed_cb), self);
  g_signal_group_connect_swapped (self->filter_signals, "notify::span", G_CALLBACK (span_changed_cb), self);
  self->event_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->event_signals, "items-changed", G_CALLBACK (events_changed_cb), self);
  g_signal_connect_object (self->axis, "notify", G_CALLBACK (dramatis_timeline_queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->axis, "notify", G_CALLBACK (dramatis_timeline_queue_hint), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (dramatis_timeline_queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (dramatis_timeline_queue_update), self,
                           G_CONNECT_SWAPPED);

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (dramatis_timeline_hide_hint), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  dramatis_timeline_init_pointer (self);
}

/**
 * dramatis_timeline_new:
 *
 * Makes a timeline without a session.
 *
 * Returns: (transfer full): a new widget
 */
GtkWidget *
dramatis_timeline_new (void)
{
  return g_object_new (DRAMATIS_TYPE_TIMELINE, NULL);
}

/**
 * dramatis_timeline_get_axis:
 * @self: a timeline
 *
 * Gets the axis, which says what is visible.
 *
 * Returns: (transfer none): the axis
 */
DramatisTimeAxis *
dramatis_timeline_get_axis (DramatisTimeline *self)
{
  g_return_val_if_fail (DRAMATIS_IS_TIMELINE (self), NULL);

  return self->axis;
}

/**
 * dramatis_timeline_set_lanes:
 * @self: a timeline
 * @lanes: what the lanes stand for
 *
 * Sets the lanes.
 */
void
dramatis_timeline_set_lanes (DramatisTimeline *self,
                             DramatisLanes     lanes)
{
  g_return_if_fail (DRAMATIS_IS_TIMELINE (self));

  if (self->lanes == lanes)
    return;

  self->lanes = lanes;
  lanes_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANES]);
}

/**
 * dramatis_timeline_set_session:
 * @self: a timeline
 * @session: (nullable): a session
 *
 * Shows the events of a session.
 */
void
dramatis_timeline_set_session (DramatisTimeline *self,
                               DramatisSession  *session)
{
  g_return_if_fail (DRAMATIS_IS_TIMELINE (self));
  g_return_if_fail (session == NULL || DRAMATIS_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_clear_object (&self->current);
  g_clear_object (&self->hovered);
  dramatis_timeline_layout_set_foremost (self->layout, NULL);
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->filter_signals,
                             session != NULL ? dramatis_session_get_filter (session) : NULL);
  g_signal_group_set_target (self->event_signals,
                             session != NULL ? dramatis_session_get_events (session) : NULL);

  if (session != NULL)
    {
      /* Now, so that the items are there for the first frame. */
      dramatis_timeline_read_events (self);
      dramatis_time_axis_fit (self->axis);
      dramatis_timeline_update (self);
    }
  else
    {
      g_autoptr (GArray) no_events = dramatis_dated_events_new ();

      dramatis_timeline_layout_set_events (self->layout, no_events, NULL);
      dramatis_timeline_update_items (self, FALSE);
      g_clear_pointer (&self->lane_titles, g_ptr_array_unref);
      g_clear_pointer (&self->told, g_ptr_array_unref);
      self->lanes_changed = TRUE;
      g_signal_emit (self, signals[LANES_MOVED], 0);
    }
  dramatis_timeline_move_span (self);
  dramatis_timeline_queue_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
