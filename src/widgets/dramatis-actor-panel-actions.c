/* dramatis-actor-panel-actions.c: what can be done with an actor in the panel
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-actor-panel-private.h"

#include <glib/gi18n-lib.h>

#include "dramatis-actor-row.h"

/* Actions */

static void
set_status (DramatisActorPanel *self,
            GVariant           *id,
            DramatisStatus      status)
{
  DramatisDossier *dossier = dramatis_session_get_dossier (self->session);
  DramatisActor *actor = dramatis_dossier_lookup (dossier, g_variant_get_string (id, NULL));

  if (actor != NULL)
    dramatis_dossier_set_status (dossier, actor, status);
}

static void
confirm_activated_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  set_status (user_data, parameter, DRAMATIS_STATUS_CONFIRMED);
}

static void
reject_activated_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  set_status (user_data, parameter, DRAMATIS_STATUS_REJECTED);
}

static void
set_hidden (DramatisActorPanel *self,
            GVariant           *id,
            gboolean            hidden)
{
  DramatisDossier *dossier = dramatis_session_get_dossier (self->session);
  DramatisActor *actor = dramatis_dossier_lookup (dossier, g_variant_get_string (id, NULL));
  g_autoptr (GPtrArray) actors = g_ptr_array_new ();

  if (actor == NULL)
    return;

  g_ptr_array_add (actors, actor);
  dramatis_dossier_set_hidden (dossier, actors, hidden);
}

static void
hide_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  set_hidden (user_data, parameter, TRUE);
}

static void
show_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  set_hidden (user_data, parameter, FALSE);
}

/* Of what is suggested, and of nothing else, all is confirmed or rejected. */
static void
set_all_status (DramatisActorPanel *self,
                DramatisStatus      status,
                const char         *label)
{
  DramatisDossier *dossier = dramatis_session_get_dossier (self->session);
  DramatisHistory *history = dramatis_dossier_get_history (dossier);
  GListModel *actors = dramatis_dossier_get_actors (dossier);

  dramatis_history_begin (history, label);
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (DramatisActor) actor = g_list_model_get_item (actors, i);

      if (dramatis_actor_get_status (actor) == DRAMATIS_STATUS_SUGGESTED)
        dramatis_dossier_set_status (dossier, actor, status);
    }
  dramatis_history_end (history);
}

static void
confirm_all_activated_cb (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  set_all_status (user_data, DRAMATIS_STATUS_CONFIRMED, _("Confirm All Actors"));
}

static void
reject_all_activated_cb (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  set_all_status (user_data, DRAMATIS_STATUS_REJECTED, _("Reject All Actors"));
}

/**
 * dramatis_actor_panel_update_actions:
 * @self: an actor panel with a session
 *
 * Enables what can be done with suggestions as long as there are some.
 */
void
dramatis_actor_panel_update_actions (DramatisActorPanel *self)
{
  static const char * const names[] = { "confirm-all", "reject-all" };
  GListModel *actors = dramatis_dossier_get_actors (dramatis_session_get_dossier (self->session));
  gboolean any = FALSE;

  for (guint i = 0; !any && i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (DramatisActor) actor = g_list_model_get_item (actors, i);

      any = dramatis_actor_get_status (actor) == DRAMATIS_STATUS_SUGGESTED;
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), names[i])),
                                 any);
}

/**
 * dramatis_actor_panel_set_actions:
 * @self: an actor panel
 *
 * Gives the panel its actions if it has a session, or else takes them away.
 */
void
dramatis_actor_panel_set_actions (DramatisActorPanel *self)
{
  static const GActionEntry entries[] = {
    { .name = "confirm", .activate = confirm_activated_cb, .parameter_type = "s" },
    { .name = "confirm-all", .activate = confirm_all_activated_cb },
    { .name = "hide", .activate = hide_activated_cb, .parameter_type = "s" },
    { .name = "reject", .activate = reject_activated_cb, .parameter_type = "s" },
    { .name = "reject-all", .activate = reject_all_activated_cb },
    { .name = "show", .activate = show_activated_cb, .parameter_type = "s" },
  };
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (self->actions));
  g_autoptr (GPropertyAction) order = NULL;
  g_autoptr (GPropertyAction) match = NULL;
  g_autoptr (GPropertyAction) show_hidden = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    g_action_map_remove_action (G_ACTION_MAP (self->actions), names[i]);
  if (self->session == NULL)
    return;

  order = g_property_action_new ("order", self->session, "actor-order");
  match = g_property_action_new ("match", dramatis_session_get_filter (self->session), "match");
  show_hidden = g_property_action_new ("show-hidden", self->session, "show-hidden");
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (order));
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (match));
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (show_hidden));
  dramatis_actor_panel_update_actions (self);
}

/* The menu of an actor */

/* The row that a widget of the list belongs to: the item around it has the focus, a label in it the pointer. */
static DramatisActorRow *
get_row (GtkWidget *widget)
{
  GtkWidget *child = widget != NULL ? gtk_widget_get_first_child (widget) : NULL;

  if (DRAMATIS_IS_ACTOR_ROW (child))
    return DRAMATIS_ACTOR_ROW (child);

  return widget != NULL ? DRAMATIS_ACTOR_ROW (gtk_widget_get_ancestor (widget, DRAMATIS_TYPE_ACTOR_ROW)) : NULL;
}

static gboolean
toggle_shortcut_cb (GtkWidget *list,
                    GVariant  *args,
                    gpointer   user_data)
{
  DramatisActorRow *row = get_row (gtk_root_get_focus (gtk_widget_get_root (list)));

  if (row == NULL)
    return FALSE;

  gtk_widget_activate_action (list, "win.toggle-actor", "s",
                              dramatis_thing_get_id (DRAMATIS_THING (dramatis_actor_row_get_actor (row))));
  return TRUE;
}

static void
append_item (GMenu      *menu,
             const char *label,
             const char *action,
             const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

static void
show_menu (DramatisActorPanel *self,
           DramatisActorRow   *row,
           double              x,
           double              y)
{
  DramatisActor *actor = dramatis_actor_row_get_actor (row);
  const char *id = dramatis_thing_get_id (DRAMATIS_THING (actor));
  gboolean is_filtered = dramatis_filter_has_actor (dramatis_session_get_filter (self->session), id);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) second = g_menu_new ();
  graphene_point_t point;

  if (!gtk_widget_compute_point (self->list, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (x, y), &point))
    return;

  append_item (first, _("_Open Card"), "win.open-actor", id);
  append_item (first, is_filtered ? _("_Remove From Filter") : _("_Add to Filter"), "win.toggle-actor", id);
  append_item (first, _("Add _Note"), "win.add-note-about", id);
  if (dramatis_actor_get_status (actor) == DRAMATIS_STATUS_SUGGESTED)
    append_item (second, _("_Confirm"), "actors.confirm", id);
  append_item (second, _("_Merge…"), "win.merge-actor", id);
  append_item (second, _("S_plit…"), "win.split-actor", id);
  if (dramatis_actor_get_hidden (actor))
    append_item (second, _("_Show in This List"), "actors.show", id);
  else
    append_item (second, _("_Hide in This List"), "actors.hide", id);
  append_item (second, _("Re_ject"), "actors.reject", id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));

  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { point.x, point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
show_menu_at (DramatisActorPanel *self,
              GtkGesture         *gesture,
              double              x,
              double              y)
{
  DramatisActorRow *row = get_row (gtk_widget_pick (self->list, x, y, GTK_PICK_DEFAULT));

  if (row == NULL)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu (self, row, x, y);
}

static void
menu_pressed_cb (GtkGestureClick    *gesture,
                 int                 n_press,
                 double              x,
                 double              y,
                 DramatisActorPanel *self)
{
  show_menu_at (self, GTK_GESTURE (gesture), x, y);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture,
                 double               x,
                 double               y,
                 DramatisActorPanel  *self)
{
  show_menu_at (self, GTK_GESTURE (gesture), x, y);
}

static gboolean
menu_shortcut_cb (GtkWidget *list,
                  GVariant  *args,
                  gpointer   user_data)
{
  DramatisActorPanel *self = user_data;
  DramatisActorRow *row = get_row (gtk_root_get_focus (gtk_widget_get_root (list)));
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), list, &bounds))
    return FALSE;

  show_menu (self, row, graphene_rect_get_x (&bounds) + 24,
             graphene_rect_get_y (&bounds) + graphene_rect_get_height (&bounds));
  return TRUE;
}

/**
 * dramatis_actor_panel_init_menu:
 * @self: an actor panel with its template
 *
 * Adds the menu of an actor, and the keys of the list.
 */
void
dramatis_actor_panel_init_menu (DramatisActorPanel *self)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  /* not the child of the list, which would cut it off */
  self->menu = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));

  /* before the list, which would take Space for selecting */
  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("space|KP_Space"),
                                                          gtk_callback_action_new (toggle_shortcut_cb, self, NULL)));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                                                          gtk_callback_action_new (menu_shortcut_cb, self, NULL)));
  gtk_widget_add_controller (self->list, shortcuts);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (menu_pressed_cb), self, 0);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (long_pressed_cb), self, 0);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (press));
}
