/* dramatis-window-actions.c: what can be done in a window
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-window-private.h"

#include <glib/gi18n-lib.h>

#include "dramatis-actor-card.h"
#include "dramatis-article-dialog.h"
#include "dramatis-compat.h"
#include "dramatis-event-editor.h"
#include "dramatis-export-dialog.h"
#include "dramatis-merge-dialog.h"
#include "dramatis-revision-dialog.h"
#include "dramatis-split-dialog.h"
#include "dramatis-tag-dialog.h"

/* Files */

/**
 * dramatis_window_show_error:
 * @self: a window
 * @heading: what failed
 * @error: why
 *
 * Tells a person that something failed and why.
 */
void
dramatis_window_show_error (DramatisWindow *self,
                            const char     *heading,
                            const GError   *error)
{
  const DramatisResponse close = { "close", _("_Close"), ADW_RESPONSE_DEFAULT };

  dramatis_confirm_async (GTK_WINDOW (self), heading, error->message, &close, 1, NULL, NULL);
}

static GListModel *
create_open_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) both = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (both, _("Dossiers and Texts"));
  gtk_file_filter_add_suffix (both, "dossier");
  gtk_file_filter_add_suffix (both, "txt");
  gtk_file_filter_add_mime_type (both, "text/plain");
  g_list_store_append (filters, both);

  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, all);

  return G_LIST_MODEL (filters);
}

static void
open_picked_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  DramatisWindow *self = DRAMATIS_WINDOW (source);
  g_autoptr (GListModel) files = dramatis_pick_files_finish (GTK_WINDOW (self), result, NULL);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), &file, 1, "");
    }
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DramatisWindow *self = DRAMATIS_WINDOW (widget);
  g_autoptr (GListModel) filters = create_open_filters ();
  const DramatisPickOptions options = {
    .mode = DRAMATIS_PICK_MODE_OPEN_MULTIPLE,
    .title = _("Open a Dossier or an Article"),
    .accept_label = _("_Open"),
    .filters = filters,
  };

  dramatis_pick_file_async (GTK_WINDOW (self), &options, self->cancellable, open_picked_cb, NULL);
}

static void
article_added_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (DramatisWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  DramatisArticle *article =
    dramatis_document_add_article_finish (DRAMATIS_DOCUMENT (source), result, &error);

  if (article != NULL)
    dramatis_article_details_ask (self->article_details, article);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    dramatis_window_show_error (self, _("The Article Can’t Be Added"), error);
}

static void
add_picked_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  DramatisWindow *self = DRAMATIS_WINDOW (source);
  g_autoptr (GFile) file = dramatis_pick_file_finish (GTK_WINDOW (self), result, NULL);

  if (file != NULL)
    dramatis_document_add_article_async (self->document, file, self->cancellable, article_added_cb,
                                         g_object_ref (self));
}

static void
add_article_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DramatisWindow *self = DRAMATIS_WINDOW (widget);
  g_autoptr (GListModel) filters = create_open_filters ();
  const DramatisPickOptions options = {
    .mode = DRAMATIS_PICK_MODE_OPEN,
    .title = _("Add an Article"),
    .accept_label = _("_Add"),
    .filters = filters,
  };

  gtk_popover_popdown (self->articles_popover);
  dramatis_pick_file_async (GTK_WINDOW (self), &options, self->cancellable, add_picked_cb, NULL);
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (DramatisWindow) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text == NULL || *text == '\0')
    dramatis_window_toast (self, _("There is no text in the clipboard"));
  else if (self->document == NULL)
    dramatis_window_open_text (self, text);
}

static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  DramatisWindow *self = DRAMATIS_WINDOW (widget);

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), self->cancellable, pasted_cb,
                                 g_object_ref (self));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (DramatisWindow) self = user_data;

  /* A failure is shown by the banner. */
  if (dramatis_document_flush_finish (DRAMATIS_DOCUMENT (source), result, NULL))
    dramatis_window_toast (self, _("Saved"));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DramatisWindow *self = DRAMATIS_WINDOW (widget);

  dramatis_document_flush_async (self->document, NULL, saved_cb, g_object_ref (self));
}

static void
save_copy_picked_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  DramatisWindow *self = DRAMATIS_WINDOW (source);
  g_autoptr (GFile) file = dramatis_pick_file_finish (GTK_WINDOW (self), result, NULL);
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    return;

  if (dramatis_document_save_copy (self->document, file, &error))
    dramatis_window_toast (self, _("Copy saved"));
  else
    dramatis_window_show_error (self, _("The Copy Can’t Be Saved"), error);
}

static void
save_copy_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DramatisWindow *self = DRAMATIS_WINDOW (widget);
  g_autofree char *file_name = g_strdup_printf ("%s.dossier", gtk_window_get_title (GTK_WINDOW (self)));
  const DramatisPickOptions options = {
    .mode = DRAMATIS_PICK_MODE_SAVE,
    .title = _("Save a Copy"),
    .accept_label = _("_Save"),
    .initial_name = g_strdelimit (file_name, "/", '-'),
  };

  dramatis_pick_file_async (GTK_WINDOW (self), &options, self->cancellable, save_copy_picked_cb, NULL);
}

static void
present_over (DramatisWindow *self,
              GtkWidget      *dialog)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
exported_cb (DramatisWindow *self)
{
  dramatis_window_toast (self, _("Exported"));
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DramatisWindow *self = DRAMATIS_WINDOW (widget);

  GtkWidget *dialog = dramatis_export_dialog_new (self->session);

  g_signal_connect_object (dialog, "exported", G_CALLBACK (exported_cb), self, G_CONNECT_SWAPPED);
  present_over (self, dialog);
}

/* Edits */

static DramatisHistory *
get_history (DramatisWindow *self)
{
  return dramatis_dossier_get_history (dramatis_document_get_dossier (self->document));
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  dramatis_history_undo (get_history (DRAMATIS_WINDOW (widget)));
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  dramatis_history_redo (get_history (DRAMATIS_WINDOW (widget)));
}

static gpointer
lookup (DramatisWindow *self,
        GVariant       *parameter)
{
  return dramatis_dossier_lookup (dramatis_document_get_dossier (self->document),
                                  g_variant_get_string (parameter, NULL));
}

static void
add_note_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  DramatisWindow *self = DRAMATIS_WINDOW (widget);

  dramatis_window_show_panel (self, "show-notes");
  dramatis_session_add_note (self->session, dramatis_session_get_marked (self->session), NULL);
  /* the words bear the colour of the note from now on */
  dramatis_session_set_marked (self->session, NULL);
}

/* The note in hand is about the marked words, too. */
static void
add_to_note_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DramatisWindow *self = DRAMATIS_WINDOW (widget);

  dramatis_session_add_to_note (self->session, dramatis_session_get_active_note (self->session),
                                dramatis_session_get_marked (self->session));
  dramatis_session_set_marked (self->session, NULL);
}

static void
edit_tags_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DramatisWindow *self = DRAMATIS_WINDOW (widget);

  present_over (self, dramatis_tag_dialog_new (dramatis_document_get_dossier (self->document)));
}

static void
add_free_note_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  DramatisWindow *self = DRAMATIS_WINDOW (widget);

  dramatis_window_show_panel (self, "show-notes");
  dramatis_session_add_note (self->session, NULL, NULL);
}

static void
add_note_about_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  DramatisWindow *self = DRAMATIS_WINDOW (widget);

  dramatis_window_show_panel (self, "show-notes");
  dramatis_session_add_note (self->session, NULL, lookup (self, parameter));
}

static void
add_actor_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DramatisWindow *self = DRAMATIS_WINDOW (widget);
  DramatisDossier *dossier = dramatis_document_get_dossier (self->document);
  GPtrArray *marked = dramatis_session_get_marked (self->session);
  DramatisActor *actor = dramatis_dossier_create_actor (dossier, g_ptr_array_index (marked, 0));

  present_over (self, dramatis_actor_card_new (self->session, actor));
}

static void
add_event_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DramatisWindow *self = DRAMATIS_WINDOW (widget);

  present_over (self, dramatis_event_editor_new (self->session, NULL, dramatis_session_get_marked (self->session)));
}

static void
open_actor_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  DramatisWindow *self = DRAMATIS_WINDOW (widget);
  DramatisActor *actor = lookup (self, parameter);

  if (actor != NULL)
    present_over (self, dramatis_actor_card_new (self->session, actor));
}

static void
merge_actor_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DramatisWindow *self = DRAMATIS_WINDOW (widget);
  DramatisActor *actor = lookup (self, parameter);

  if (actor != NULL)
    present_over (self, dramatis_merge_dialog_new (self->session, actor));
}

static void
split_actor_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DramatisWindow *self = DRAMATIS_WINDOW (widget);
  DramatisActor *actor = lookup (self, parameter);

  if (actor != NULL)
    present_over (self, dramatis_split_dialog_new (self->session, actor));
}

static void
edit_article_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  DramatisWindow *self = DRAMATIS_WINDOW (widget);
  DramatisArticle *article = lookup (self, parameter);

  GtkWidget *dialog;

  gtk_popover_popdown (self->articles_popover);
  if (article == NULL)
    return;

  dialog = dramatis_article_dialog_new (self->session, article);
  g_signal_connect_object (dialog, "redated", G_CALLBACK (dramatis_window_resolve), self, G_CONNECT_SWAPPED);
  present_over (self, dialog);
}

static void
revise_article_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  DramatisWindow *self = DRAMATIS_WINDOW (widget);
  DramatisArticle *article = lookup (self, parameter);

  gtk_popover_popdown (self->articles_popover);
  if (article != NULL)
    present_over (self, dramatis_revision_dialog_new (self->document, article));
}

static void
remove_article_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  DramatisWindow *self = DRAMATIS_WINDOW (widget);
  DramatisArticle *article = lookup (self, parameter);

  if (article != NULL)
    dramatis_dossier_remove (dramatis_document_get_dossier (self->document), article);
}

/* The filter */

static void
filter_actor_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  DramatisWindow *self = DRAMATIS_WINDOW (widget);
  DramatisFilter *filter = dramatis_session_get_filter (self->session);
  const char *ids[] = { g_variant_get_string (parameter, NULL), NULL };

  if (g_strv_equal (dramatis_filter_get_actors (filter), ids))
    dramatis_filter_set_actors (filter, NULL);
  else
    dramatis_filter_set_actors (filter, ids);

  /* A narrow window shows what has been asked for. */
  if (self->narrow && self->narrow_panel != NULL)
    g_action_group_change_action_state (G_ACTION_GROUP (self), self->narrow_panel, g_variant_new_boolean (FALSE));
}

static void
toggle_actor_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  DramatisWindow *self = DRAMATIS_WINDOW (widget);

  dramatis_filter_toggle_actor (dramatis_session_get_filter (self->session),
                                g_variant_get_string (parameter, NULL));
}

static void
clear_filter_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  dramatis_filter_clear (dramatis_session_get_filter (DRAMATIS_WINDOW (widget)->session));
}

static void
find_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  dramatis_find_bar_set_active (DRAMATIS_WINDOW (widget)->find_bar, TRUE);
}

static void
find_step_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  dramatis_session_find_next (DRAMATIS_WINDOW (widget)->session,
                              g_str_equal (name, "win.find-next") ? 1 : -1);
}

/* Esc closes what is open, then lifts what is marked, then clears the filter. */
static void
escape_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DramatisWindow *self = DRAMATIS_WINDOW (widget);

  if (self->session == NULL)
    return;

  if (dramatis_find_bar_get_active (self->find_bar))
    dramatis_find_bar_set_active (self->find_bar, FALSE);
  else if (self->narrow && self->narrow_panel != NULL)
    g_action_group_change_action_state (G_ACTION_GROUP (self), self->narrow_panel, g_variant_new_boolean (FALSE));
  else if (dramatis_session_get_marked (self->session) != NULL)
    dramatis_session_set_marked (self->session, NULL);
  else
    dramatis_filter_clear (dramatis_session_get_filter (self->session));
}

/* Not as gtk/help-overlay.ui, which GtkApplication would build for each window at its start. */
static void
show_shortcuts_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/org/dramatis/Dramatis/ui/dramatis-shortcuts.ui");

  present_over (DRAMATIS_WINDOW (widget), GTK_WIDGET (gtk_builder_get_object (builder, "help_overlay")));
}

/* The size of the text: steps of a tenth. */

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DramatisWindow *self = DRAMATIS_WINDOW (widget);
  double scale = g_settings_get_double (self->settings, "article-font-scale");

  if (g_str_equal (name, "win.zoom-in"))
    scale += 0.1;
  else if (g_str_equal (name, "win.zoom-out"))
    scale -= 0.1;
  else
    scale = 1;

  g_settings_set_double (self->settings, "article-font-scale", CLAMP (scale, 0.5, 4));
}

static const struct
{
  const char                    *name;
  const char                    *parameter;
  GtkWidgetActionActivateFunc    activate;
  gboolean                       needs_document;
} actions[] = {
  { "win.open", NULL, open_action, FALSE },
  { "win.paste", NULL, paste_action, FALSE },
  { "win.escape", NULL, escape_action, FALSE },
  { "win.show-shortcuts", NULL, show_shortcuts_action, FALSE },
  { "win.zoom-in", NULL, zoom_action, FALSE },
  { "win.zoom-out", NULL, zoom_action, FALSE },
  { "win.zoom-normal", NULL, zoom_action, FALSE },
  { "win.add-article", NULL, add_article_action, TRUE },
  { "win.save", NULL, save_action, TRUE },
  { "win.save-copy", NULL, save_copy_action, TRUE },
  { "win.export", NULL, export_action, TRUE },
  { "win.find", NULL, find_action, TRUE },
  { "win.find-next", NULL, find_step_action, TRUE },
  { "win.find-previous", NULL, find_step_action, TRUE },
  { "win.edit-tags", NULL, edit_tags_action, TRUE },
  { "win.add-free-note", NULL, add_free_note_action, TRUE },
  { "win.add-note-about", "s", add_note_about_action, TRUE },
  { "win.merge-actor", "s", merge_actor_action, TRUE },
  { "win.open-actor", "s", open_actor_action, TRUE },
  { "win.split-actor", "s", split_actor_action, TRUE },
  { "win.edit-article", "s", edit_article_action, TRUE },
  { "win.remove-article", "s", remove_article_action, TRUE },
  { "win.revise-article", "s", revise_article_action, TRUE },
  { "win.filter-actor", "s", filter_actor_action, TRUE },
  { "win.toggle-actor", "s", toggle_actor_action, TRUE },
  { "win.clear-filter", NULL, clear_filter_action, TRUE },
  /* These need more than a document: see below. */
  { "win.undo", NULL, undo_action, TRUE },
  { "win.redo", NULL, redo_action, TRUE },
  { "win.add-note", NULL, add_note_action, TRUE },
  { "win.add-to-note", NULL, add_to_note_action, TRUE },
  { "win.add-actor-from-text", NULL, add_actor_action, TRUE },
  { "win.add-event-from-text", NULL, add_event_action, TRUE },
};

void
dramatis_window_update_actions (DramatisWindow *self)
{
  gboolean has_document = self->document != NULL && self->session != NULL;
  GPtrArray *marked = has_document ? dramatis_session_get_marked (self->session) : NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (widget, actions[i].name, has_document || !actions[i].needs_document);

  gtk_widget_action_set_enabled (widget, "win.paste", !has_document);
  gtk_widget_action_set_enabled (widget, "win.undo",
                                 has_document && dramatis_history_get_can_undo (get_history (self)));
  gtk_widget_action_set_enabled (widget, "win.redo",
                                 has_document && dramatis_history_get_can_redo (get_history (self)));
  gtk_widget_action_set_enabled (widget, "win.add-note", marked != NULL);
  gtk_widget_action_set_enabled (widget, "win.add-to-note",
                                 marked != NULL && dramatis_session_get_active_note (self->session) != NULL);
  /* a name does not run on into the next passage */
  gtk_widget_action_set_enabled (widget, "win.add-actor-from-text", marked != NULL && marked->len == 1);
  gtk_widget_action_set_enabled (widget, "win.add-event-from-text", marked != NULL);
}

void
dramatis_window_class_install_actions (DramatisWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);

  /* What a text entry wants for itself reaches the window only if no entry has the focus. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "win.add-note", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_SHIFT_MASK, "win.add-to-note", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.escape", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "win.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
}
