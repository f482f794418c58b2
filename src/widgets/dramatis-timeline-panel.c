/* dramatis-timeline-panel.c: the timeline with its buttons
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-timeline-panel.h"

#include <glib/gi18n-lib.h>

#include "dramatis-event-list.h"
#include "dramatis-lane-titles.h"
#include "dramatis-span-entry.h"
#include "dramatis-timeline-overview.h"

/**
 * DramatisTimelinePanel:
 *
 * The timeline, and if it is wanted the list of the same events, under a row with the marked span and buttons.
 */
struct _DramatisTimelinePanel
{
  GtkWidget         parent_instance;

  DramatisSession  *session;
  GSignalGroup     *filter_signals;
  GSignalGroup     *event_signals;

  DramatisTimeline *timeline;
  GtkWidget        *stack;
  DramatisSpanEntry *span;
  DramatisEventList *list;
  GtkWidget        *show_list;
  GtkWidget        *buttons;
  GtkWidget        *fit_filter;
  GtkWidget        *lanes;
  GtkWidget        *empty_title;
  GtkWidget        *empty_hint;
};

G_DEFINE_FINAL_TYPE (DramatisTimelinePanel, dramatis_timeline_panel, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
update_empty (DramatisTimelinePanel *self)
{
  gboolean any = self->session != NULL
                 && g_list_model_get_n_items (dramatis_session_get_events (self->session)) > 0;
  gboolean filtered = self->session != NULL
                      && dramatis_index_get_events (dramatis_session_get_index (self->session))->len > 0;

  gtk_label_set_text (GTK_LABEL (self->empty_title), filtered ? _("No Matching Events") : _("No Dated Events"));
  gtk_label_set_text (GTK_LABEL (self->empty_hint),
                      filtered ? _("None of the dated events passes the filter.")
                               : _("Mark words in the article and make an event of them."));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), any ? "timeline" : "empty");
  gtk_widget_set_sensitive (self->buttons, any);
  gtk_widget_set_sensitive (self->lanes, any);
}

static void
update_fit_filter (DramatisTimelinePanel *self)
{
  gtk_widget_set_sensitive (self->fit_filter,
                            self->session != NULL
                            && !dramatis_filter_is_empty (dramatis_session_get_filter (self->session)));
}

static void
zoom_clicked_cb (GtkWidget             *button,
                 DramatisTimelinePanel *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->timeline), gtk_widget_get_name (button), NULL);
}

static void
dramatis_timeline_panel_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  DramatisTimelinePanel *self = DRAMATIS_TIMELINE_PANEL (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_timeline_panel_set_property (GObject      *object,
                                      guint         prop_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  DramatisTimelinePanel *self = DRAMATIS_TIMELINE_PANEL (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      dramatis_timeline_panel_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_timeline_panel_dispose (GObject *object)
{
  DramatisTimelinePanel *self = DRAMATIS_TIMELINE_PANEL (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->filter_signals);
  g_clear_object (&self->event_signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dramatis_timeline_panel_parent_class)->dispose (object);
}

static void
dramatis_timeline_panel_class_init (DramatisTimelinePanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DRAMATIS_TYPE_LANE_TITLES);
  g_type_ensure (DRAMATIS_TYPE_EVENT_LIST);
  g_type_ensure (DRAMATIS_TYPE_SPAN_ENTRY);
  g_type_ensure (DRAMATIS_TYPE_TIMELINE);
  g_type_ensure (DRAMATIS_TYPE_TIMELINE_OVERVIEW);

  object_class->get_property = dramatis_timeline_panel_get_property;
  object_class->set_property = dramatis_timeline_panel_set_property;
  object_class->dispose = dramatis_timeline_panel_dispose;

  /**
   * DramatisTimelinePanel:session:
   *
   * The session whose events are shown.
   */
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, DRAMATIS_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "timelinepanel");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/dramatis/Dramatis/ui/dramatis-timeline-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, DramatisTimelinePanel, buttons);
  gtk_widget_class_bind_template_child (widget_class, DramatisTimelinePanel, empty_hint);
  gtk_widget_class_bind_template_child (widget_class, DramatisTimelinePanel, empty_title);
  gtk_widget_class_bind_template_child (widget_class, DramatisTimelinePanel, fit_filter);
  gtk_widget_class_bind_template_child (widget_class, DramatisTimelinePanel, lanes);
  gtk_widget_class_bind_template_child (widget_class, DramatisTimelinePanel, list);
  gtk_widget_class_bind_template_child (widget_class, DramatisTimelinePanel, show_list);
  gtk_widget_class_bind_template_child (widget_class, DramatisTimelinePanel, span);
  gtk_widget_class_bind_template_child (widget_class, DramatisTimelinePanel, stack);
  gtk_widget_class_bind_template_child (widget_class, DramatisTimelinePanel, timeline);
  gtk_widget_class_bind_template_callback (widget_class, zoom_clicked_cb);
}

static void
dramatis_timeline_panel_init (DramatisTimelinePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* GTK 4.18 names it after what is chosen, over its own label. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->lanes), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);

  self->filter_signals = g_signal_group_new (DRAMATIS_TYPE_FILTER);
  g_signal_group_connect_swapped (self->filter_signals, "notify::empty", G_CALLBACK (update_fit_filter), self);
  self->event_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->event_signals, "items-changed", G_CALLBACK (update_empty), self);
  /* The choices are in the order of DramatisLanes. */
  g_object_bind_property (self->timeline, "lanes", self->lanes, "selected",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  update_empty (self);
}

/**
 * dramatis_timeline_panel_new:
 *
 * Makes a panel without a session.
 *
 * Returns: (transfer full): a new widget
 */
GtkWidget *
dramatis_timeline_panel_new (void)
{
  return g_object_new (DRAMATIS_TYPE_TIMELINE_PANEL, NULL);
}

/**
 * dramatis_timeline_panel_get_timeline:
 * @self: a panel
 *
 * Gets the timeline.
 *
 * Returns: (transfer none): the timeline
 */
DramatisTimeline *
dramatis_timeline_panel_get_timeline (DramatisTimelinePanel *self)
{
  g_return_val_if_fail (DRAMATIS_IS_TIMELINE_PANEL (self), NULL);

  return self->timeline;
}

/**
 * dramatis_timeline_panel_set_session:
 * @self: a panel
 * @session: (nullable): a session
 *
 * Shows the events of a session.
 */
void
dramatis_timeline_panel_set_session (DramatisTimelinePanel *self,
                                     DramatisSession       *session)
{
  g_return_if_fail (DRAMATIS_IS_TIMELINE_PANEL (self));
  g_return_if_fail (session == NULL || DRAMATIS_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->filter_signals,
                             session != NULL ? dramatis_session_get_filter (session) : NULL);
  g_signal_group_set_target (self->event_signals,
                             session != NULL ? dramatis_session_get_events (session) : NULL);
  dramatis_timeline_set_session (self->timeline, session);
  dramatis_span_entry_set_session (self->span, session);
  dramatis_event_list_set_session (self->list, session);
  update_fit_filter (self);
  update_empty (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
