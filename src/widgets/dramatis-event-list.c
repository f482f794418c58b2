/* dramatis-event-list.c: the events of a session as a plain list
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-event-list.h"

#include <glib/gi18n-lib.h>

#include "dramatis-timeline-popover.h"

/**
 * DramatisEventList:
 *
 * The events of a [class@Session] in the order of time: the same as on the timeline, in plain words.
 *
 * What is selected is the session's [property@Session:event]: it is lit on the timeline.
 *
 * # CSS nodes
 *
 * `eventlist`; in a row the labels have the classes `time`, `title` and `dim-label`, and the row has the class
 * `suggested` before a person confirmed the event, and `dimmed` outside of the filter's span.
 *
 * # Accessibility
 *
 * A list with the label “Events”; an item is called by title, time, actors and whether it is suggested.
 *
 * # Shortcuts
 *
 * Enter shows the words of an event, Menu its details.
 */
struct _DramatisEventList
{
  GtkWidget           parent_instance;

  DramatisSession    *session;
  GSignalGroup       *session_signals;
  GtkWidget          *scroller;
  GtkWidget          *list;
  GtkSingleSelection *selection;
  GtkWidget          *popover;
  gboolean            following;   /* it is the session that selects */
};

G_DEFINE_FINAL_TYPE (DramatisEventList, dramatis_event_list, GTK_TYPE_WIDGET)

static GtkWidget *
append_label (GtkWidget  *box,
              const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
item_set_up_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  append_label (box, "time");
  append_label (box, "title");
  append_label (box, "dim-label");
  gtk_list_item_set_child (item, box);
}

static void
set_text (GtkWidget  *label,
          const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, *text != '\0');
}

/* What lies outside of the marked span is listed too, as it is on the timeline. */
static void
update_dimmed (DramatisEventList *self,
               GtkListItem       *item)
{
  const DramatisSpan *marked = dramatis_filter_get_span (dramatis_session_get_filter (self->session));
  DramatisTime *time = dramatis_event_get_time (gtk_list_item_get_item (item));
  GtkWidget *box = gtk_list_item_get_child (item);
  gboolean outside = marked != NULL && !dramatis_span_overlaps (marked, dramatis_time_get_span (time));

  if (outside)
    gtk_widget_add_css_class (box, "dimmed");
  else
    gtk_widget_remove_css_class (box, "dimmed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  outside ? _("outside of the marked span") : "", -1);
}

static void
update_item (DramatisEventList *self,
             GtkListItem       *item)
{
  DramatisEvent *event = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *time_label = gtk_widget_get_first_child (box);
  GtkWidget *title_label = gtk_widget_get_next_sibling (time_label);
  GtkWidget *actors_label = gtk_widget_get_next_sibling (title_label);
  gboolean suggested = dramatis_event_get_status (event) == DRAMATIS_STATUS_SUGGESTED;
  g_autofree char *time = dramatis_time_to_text (dramatis_event_get_time (event));
  g_autofree char *actors = dramatis_session_dup_event_actors (self->session, event);
  /* Translators: the time of an event that nobody has confirmed */
  g_autofree char *shown_time = suggested ? g_strdup_printf (_("%s · suggested"), time) : g_strdup (time);
  g_autoptr (GString) spoken = g_string_new (dramatis_event_get_title (event));

  set_text (time_label, shown_time);
  set_text (title_label, dramatis_event_get_title (event));
  set_text (actors_label, actors);
  if (suggested)
    gtk_widget_add_css_class (box, "suggested");
  else
    gtk_widget_remove_css_class (box, "suggested");

  g_string_append_printf (spoken, _(", %s"), time);
  if (*actors != '\0')
    g_string_append_printf (spoken, _(", %s"), actors);
  if (suggested)
    g_string_append_printf (spoken, _(", %s"), _("suggested"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken->str, -1);
  update_dimmed (self, item);
}

static void
event_changed_cb (DramatisEvent *event,
                  GParamSpec    *pspec,
                  GtkListItem   *item)
{
  GtkWidget *list = gtk_widget_get_ancestor (gtk_list_item_get_child (item), DRAMATIS_TYPE_EVENT_LIST);

  /* An event that has lost its time is about to leave. */
  if (list != NULL && dramatis_event_get_time (event) != NULL)
    update_item (DRAMATIS_EVENT_LIST (list), item);
}

static void
span_changed_cb (DramatisFilter *filter,
                 GParamSpec     *pspec,
                 GtkListItem    *item)
{
  GtkWidget *list = gtk_widget_get_ancestor (gtk_list_item_get_child (item), DRAMATIS_TYPE_EVENT_LIST);
  DramatisEvent *event = gtk_list_item_get_item (item);

  if (list != NULL && dramatis_event_get_time (event) != NULL)
    update_dimmed (DRAMATIS_EVENT_LIST (list), item);
}

static void
item_bound_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               DramatisEventList        *self)
{
  g_signal_connect_object (gtk_list_item_get_item (item), "notify", G_CALLBACK (event_changed_cb), item, 0);
  g_signal_connect_object (dramatis_session_get_filter (self->session), "notify::span", G_CALLBACK (span_changed_cb),
                           item, 0);
  update_item (self, item);
}

static void
item_unbound_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item,
                 DramatisEventList        *self)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), event_changed_cb, item);
  g_signal_handlers_disconnect_by_func (dramatis_session_get_filter (self->session), span_changed_cb, item);
}

static void
activated_cb (GtkListView       *list,
              guint              position,
              DramatisEventList *self)
{
  g_autoptr (DramatisEvent) event = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  dramatis_session_reveal_event (self->session, event);
}

static void
selected_cb (DramatisEventList *self)
{
  gpointer event = gtk_single_selection_get_selected_item (self->selection);

  if (event != NULL && !self->following)
    dramatis_session_set_event (self->session, event);
}

/* The list is in the order of time, so that the place of an event is found without asking all. One without a time is
 * not in it. */
static guint
find_position (DramatisEventList *self,
               DramatisEvent     *event)
{
  GListModel *events = G_LIST_MODEL (self->selection);
  DramatisTime *time = dramatis_event_get_time (event);
  guint n = g_list_model_get_n_items (events), low = 0, high = n;
  const DramatisSpan *span;

  if (time == NULL)
    return GTK_INVALID_LIST_POSITION;

  span = dramatis_time_get_span (time);
  while (low < high)
    {
      guint middle = (low + high) / 2;
      g_autoptr (DramatisEvent) other = g_list_model_get_item (events, middle);

      if (dramatis_span_compare (dramatis_time_get_span (dramatis_event_get_time (other)), span) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  for (; low < n; low++)
    {
      g_autoptr (DramatisEvent) other = g_list_model_get_item (events, low);

      if (other == event)
        return low;
      if (!dramatis_span_equal (dramatis_time_get_span (dramatis_event_get_time (other)), span))
        break;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* A list makes 200 rows for its events whether it is shown or not. */
static void
update_model (DramatisEventList *self)
{
  gboolean mapped = gtk_widget_get_mapped (GTK_WIDGET (self));

  self->following = TRUE;
  gtk_single_selection_set_model (self->selection,
                                  mapped && self->session != NULL ? dramatis_session_get_events (self->session) : NULL);
  self->following = FALSE;
}

static void
follow_event (DramatisEventList *self)
{
  DramatisEvent *event = self->session != NULL ? dramatis_session_get_event (self->session) : NULL;
  guint position = event != NULL ? find_position (self, event) : GTK_INVALID_LIST_POSITION;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || gtk_single_selection_get_selected (self->selection) == position)
    return;

  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->following = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
}

static void
details_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  DramatisEventList *self = DRAMATIS_EVENT_LIST (widget);
  DramatisEvent *event = gtk_single_selection_get_selected_item (self->selection);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  if (event == NULL)
    return;

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = dramatis_timeline_popover_new (self->session, event);
  gtk_widget_set_parent (self->popover, widget);
  if (focus != NULL && gtk_widget_is_ancestor (focus, widget) && gtk_widget_compute_bounds (focus, widget, &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                                 &(GdkRectangle) { bounds.origin.x, bounds.origin.y,
                                                   bounds.size.width, bounds.size.height });
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (gtk_widget_grab_focus),
                           focus != NULL ? focus : self->list, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
menu_pressed_cb (GtkGestureClick   *gesture,
                 int                n_press,
                 double             x,
                 double             y,
                 DramatisEventList *self)
{
  GtkWidget *row = gtk_widget_pick (self->list, x, y, GTK_PICK_DEFAULT);

  while (row != NULL && row != self->list && gtk_widget_get_parent (row) != self->list)
    row = gtk_widget_get_parent (row);
  if (row == NULL || row == self->list)
    return;

  gtk_widget_grab_focus (row);
  gtk_widget_activate_action (row, "listitem.select", "(bb)", FALSE, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (self), "events.details", NULL);
}

static void
dramatis_event_list_dispose (GObject *object)
{
  DramatisEventList *self = DRAMATIS_EVENT_LIST (object);

  g_clear_object (&self->session_signals);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dramatis_event_list_parent_class)->dispose (object);
}

static void
dramatis_event_list_class_init (DramatisEventListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dramatis_event_list_dispose;

  gtk_widget_class_set_css_name (widget_class, "eventlist");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "events.details", NULL, details_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "events.details", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "events.details", NULL);
}

static void
dramatis_event_list_init (DramatisEventList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (item_set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (item_bound_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (item_unbound_cb), self);

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self);

  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Events"), -1);
  g_signal_connect (self->list, "activate", G_CALLBACK (activated_cb), self);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (click));

  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                                 "hscrollbar-policy", GTK_POLICY_NEVER,
                                 "child", self->list,
                                 NULL);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  self->session_signals = g_signal_group_new (DRAMATIS_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::event", G_CALLBACK (follow_event), self);
  g_signal_connect (self, "map", G_CALLBACK (update_model), NULL);
  g_signal_connect (self, "map", G_CALLBACK (follow_event), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (update_model), NULL);
}

/**
 * dramatis_event_list_set_session:
 * @self: a list
 * @session: (nullable): a session
 *
 * Shows the events of a session.
 */
void
dramatis_event_list_set_session (DramatisEventList *self,
                                 DramatisSession   *session)
{
  g_autoptr (DramatisSession) old = NULL;

  g_return_if_fail (DRAMATIS_IS_EVENT_LIST (self));
  g_return_if_fail (session == NULL || DRAMATIS_IS_SESSION (session));

  if (self->session == session)
    return;

  /* Rows that are taken down and made still and already ask it. */
  old = g_steal_pointer (&self->session);
  self->session = session != NULL ? g_object_ref (session) : NULL;
  update_model (self);
  g_signal_group_set_target (self->session_signals, session);
}
