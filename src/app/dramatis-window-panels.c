/* dramatis-window-panels.c: the panels around the article, and their sizes
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-window-private.h"

#include <glib/gi18n-lib.h>

/* Action and settings key of each panel. */
static const char * const panels[] = { "show-actors", "show-notes", "show-timeline" };

void
dramatis_window_update_panels (DramatisWindow *self)
{
  GtkWidget *widgets[] = {
    GTK_WIDGET (self->actor_panel),
    GTK_WIDGET (self->note_panel),
    GTK_WIDGET (self->timeline_panel),
  };
  GtkWidget *open = gtk_widget_get_first_child (GTK_WIDGET (self->open_button));
  gboolean covered = self->narrow && self->narrow_panel != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (panels); i++)
    {
      gboolean shown = g_settings_get_boolean (self->settings, panels[i]);
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), panels[i]);

      if (self->narrow && widgets[i] != GTK_WIDGET (self->timeline_panel))
        shown = g_strcmp0 (self->narrow_panel, panels[i]) == 0;
      g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (shown));
      gtk_widget_set_visible (widgets[i], shown);
    }

  gtk_widget_set_visible (self->article_box, !covered);
  gtk_widget_set_visible (GTK_WIDGET (self->notes_paned),
                          !covered || gtk_widget_get_visible (GTK_WIDGET (self->note_panel)));
  /* there is no room for it; the key and the bar at the marked text remain */
  gtk_widget_set_visible (self->note_button, !self->narrow);
  if (self->narrow)
    adw_split_button_set_icon_name (self->open_button, "document-open-symbolic");
  else
    adw_split_button_set_label (self->open_button, _("Open"));
  /* In GTK 4.18 its words name it, and with an icon nothing would. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (open), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (open), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Open"), -1);
}

/* "show-actors" and so on. A narrow window keeps what it shows to itself. */
static void
show_panel_cb (GSimpleAction *action,
               GVariant      *state,
               gpointer       user_data)
{
  DramatisWindow *self = user_data;
  const char *key = g_action_get_name (G_ACTION (action));
  gboolean shown = g_variant_get_boolean (state);

  if (self->narrow && !g_str_equal (key, "show-timeline"))
    self->narrow_panel = shown ? g_intern_string (key) : NULL;
  else
    g_settings_set_boolean (self->settings, key, shown);

  dramatis_window_update_panels (self);
}

void
dramatis_window_show_panel (DramatisWindow *self,
                            const char     *action)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self), action, g_variant_new_boolean (TRUE));
}

/* Until the size of the window is known, a pane at the far side can't be placed, but its child can ask for its size. */
void
dramatis_window_request_sizes (DramatisWindow *self)
{
  gtk_paned_set_position (self->actors_paned, g_settings_get_int (self->settings, "actors-width"));
  gtk_widget_set_size_request (GTK_WIDGET (self->note_panel),
                               g_settings_get_int (self->settings, "notes-width"), -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->timeline_panel),
                               -1, g_settings_get_int (self->settings, "timeline-height"));
}

/* From now on the handles decide. */
static gboolean
release_sizes_cb (gpointer user_data)
{
  DramatisWindow *self = user_data;
  GtkPaned *panes[] = { self->notes_paned, self->timeline_paned };

  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      gtk_paned_set_position (panes[i], gtk_paned_get_position (panes[i]));
      gtk_widget_set_size_request (gtk_paned_get_end_child (panes[i]), -1, -1);
    }

  return G_SOURCE_REMOVE;
}

void
dramatis_window_place_panes (DramatisWindow *self)
{
  if (self->panes_placed)
    return;

  self->panes_placed = TRUE;
  g_idle_add_full (G_PRIORITY_LOW, release_sizes_cb, g_object_ref (self), g_object_unref);
}

void
dramatis_window_save_sizes (DramatisWindow *self)
{
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", CLAMP (width, 360, 16384));
  g_settings_set_int (self->settings, "window-height", CLAMP (height, 294, 16384));
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));

  if (self->narrow || self->document == NULL)
    return;
  if (gtk_widget_get_visible (GTK_WIDGET (self->actor_panel)))
    g_settings_set_int (self->settings, "actors-width",
                        CLAMP (gtk_paned_get_position (self->actors_paned), 120, 4096));
  if (gtk_widget_get_visible (GTK_WIDGET (self->note_panel)))
    g_settings_set_int (self->settings, "notes-width",
                        CLAMP (gtk_widget_get_width (GTK_WIDGET (self->notes_paned))
                               - gtk_paned_get_position (self->notes_paned), 120, 4096));
  if (gtk_widget_get_visible (GTK_WIDGET (self->timeline_panel)))
    g_settings_set_int (self->settings, "timeline-height",
                        CLAMP (gtk_widget_get_height (GTK_WIDGET (self->timeline_paned))
                               - gtk_paned_get_position (self->timeline_paned), 80, 4096));
}

void
dramatis_window_init_panels (DramatisWindow *self)
{
  static const GActionEntry entries[] = {
    { "show-actors", NULL, NULL, "true", show_panel_cb },
    { "show-notes", NULL, NULL, "true", show_panel_cb },
    { "show-timeline", NULL, NULL, "true", show_panel_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
