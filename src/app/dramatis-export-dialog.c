/* dramatis-export-dialog.c: what to export, and as what
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "dramatis-compat.h"
#include "dramatis-exporter.h"
#include "dramatis-file.h"

/**
 * DramatisExportDialog:
 *
 * Asks what to export and as what, says how much that is, and writes it.
 */

struct _DramatisExportDialog
{
  AdwWindow        parent_instance;

  DramatisSession *session;
  DramatisExcerpt *excerpt;

  AdwComboRow     *format_row;
  AdwComboRow     *scope_row;
  AdwComboRow     *group_row;
  GtkStringList   *formats;
  GtkLabel        *contents;
  GtkWidget       *export_button;
};

G_DEFINE_FINAL_TYPE (DramatisExportDialog, dramatis_export_dialog, ADW_TYPE_WINDOW)

/* The rows of the scope */
enum
{
  SCOPE_EVERYTHING,
  SCOPE_FILTER,
};

static const DramatisExporter *
get_exporter (DramatisExportDialog *self)
{
  return dramatis_exporter_get_nth (adw_combo_row_get_selected (self->format_row));
}

static void
append_count (GString    *text,
              const char *format,
              guint       n)
{
  if (text->len > 0)
    /* Translators: stands between the parts of "12 passages, 3 notes, 8 events" */
    g_string_append (text, _(", "));

  /* the formats are those of ngettext () below */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_string_append_printf (text, format, n);
#pragma GCC diagnostic pop
}

static void
update (DramatisExportDialog *self)
{
  gboolean filtered = adw_combo_row_get_selected (self->scope_row) == SCOPE_FILTER;
  g_autoptr (GString) counts = g_string_new (NULL);
  g_autofree char *text = NULL;

  /* the rows notify already while they are built */
  if (self->session == NULL || get_exporter (self) == NULL)
    return;

  g_clear_pointer (&self->excerpt, dramatis_excerpt_free);
  self->excerpt = dramatis_excerpt_new (dramatis_session_get_dossier (self->session),
                                        filtered ? dramatis_session_get_filter (self->session) : NULL);

  append_count (counts, ngettext ("%u passage", "%u passages", self->excerpt->positions->len),
                self->excerpt->positions->len);
  append_count (counts, ngettext ("%u actor", "%u actors", self->excerpt->actors->len), self->excerpt->actors->len);
  append_count (counts, ngettext ("%u event", "%u events", self->excerpt->events->len), self->excerpt->events->len);
  append_count (counts, ngettext ("%u note", "%u notes", self->excerpt->notes->len), self->excerpt->notes->len);

  /* Translators: %s is like "12 passages, 3 actors, 8 events, 1 note" */
  text = g_strdup_printf (filtered ? _("The filter shows %s.") : _("There are %s."), counts->str);
  gtk_label_set_label (self->contents, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->group_row), dramatis_exporter_has_groups (get_exporter (self)));
}

static gboolean
write_file (DramatisExportDialog  *self,
            GFile                 *file,
            GError               **error)
{
  g_autoptr (GBytes) bytes =
    dramatis_exporter_write (get_exporter (self), self->excerpt, adw_combo_row_get_selected (self->group_row));

  if (g_file_peek_path (file) == NULL)
    return g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
                                    G_FILE_CREATE_NONE, NULL, NULL, error);

  return dramatis_file_replace (g_file_peek_path (file), bytes, NULL, error);
}

static void
picked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  DramatisExportDialog *self = DRAMATIS_EXPORT_DIALOG (source);
  g_autoptr (GFile) file = dramatis_pick_file_finish (GTK_WINDOW (self), result, NULL);
  const DramatisResponse close = { "close", _("_Close"), ADW_RESPONSE_DEFAULT };
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    return;

  if (write_file (self, file, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    dramatis_confirm_async (GTK_WINDOW (self), _("The File Can’t Be Written"), error->message, &close, 1, NULL, NULL);
}

static void
export_clicked_cb (DramatisExportDialog *self)
{
  const char *title = dramatis_dossier_get_title (dramatis_session_get_dossier (self->session));
  g_autofree char *name = g_strdup_printf ("%s.%s", *title != '\0' ? title : _("Untitled Dossier"),
                                           dramatis_exporter_get_suffix (get_exporter (self)));
  const DramatisPickOptions options = {
    .mode = DRAMATIS_PICK_MODE_SAVE,
    .title = _("Export"),
    .accept_label = _("_Export"),
    .initial_name = g_strdelimit (name, "/\\:?*\"<>|", ' '),
  };

  dramatis_pick_file_async (GTK_WINDOW (self), &options, NULL, picked_cb, NULL);
}

static void
dramatis_export_dialog_dispose (GObject *object)
{
  DramatisExportDialog *self = DRAMATIS_EXPORT_DIALOG (object);

  g_clear_pointer (&self->excerpt, dramatis_excerpt_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dramatis_export_dialog_parent_class)->dispose (object);
}

static void
dramatis_export_dialog_class_init (DramatisExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dramatis_export_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/dramatis/Dramatis/ui/dramatis-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DramatisExportDialog, contents);
  gtk_widget_class_bind_template_child (widget_class, DramatisExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, DramatisExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, DramatisExportDialog, formats);
  gtk_widget_class_bind_template_child (widget_class, DramatisExportDialog, group_row);
  gtk_widget_class_bind_template_child (widget_class, DramatisExportDialog, scope_row);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
dramatis_export_dialog_init (DramatisExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dramatis_export_dialog_new:
 * @session: the session whose dossier is to be exported
 *
 * Makes a dialog that exports what the filter shows, or everything.
 *
 * Returns: (transfer none): a new dialog
 */
GtkWidget *
dramatis_export_dialog_new (DramatisSession *session)
{
  DramatisExportDialog *self = g_object_new (DRAMATIS_TYPE_EXPORT_DIALOG, NULL);
  gboolean filtered = !dramatis_filter_is_empty (dramatis_session_get_filter (session));

  self->session = g_object_ref (session);
  for (guint i = 0; dramatis_exporter_get_nth (i) != NULL; i++)
    gtk_string_list_append (self->formats, dramatis_exporter_get_title (dramatis_exporter_get_nth (i)));
  adw_combo_row_set_selected (self->format_row, 0);
  adw_combo_row_set_selected (self->scope_row, filtered ? SCOPE_FILTER : SCOPE_EVERYTHING);
  gtk_widget_set_sensitive (GTK_WIDGET (self->scope_row), filtered);
  update (self);

  return GTK_WIDGET (self);
}
