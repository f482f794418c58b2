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
 * Asks in which format what passes the filter, of the article that is shown alone, or everything, is to be written,
 * and writes it.
 *
 * ## Accessibility
 *
 * What the file will hold is the description of the button that writes it.
 *
 * ## Shortcuts
 *
 * - Esc: closes
 */

struct _DramatisExportDialog
{
  AdwWindow        parent_instance;

  DramatisSession *session;

  GtkWidget       *content;
  GtkWidget       *everything;
  GtkWidget       *export_button;
  GtkWidget       *format;
  GtkWidget       *group;
  GtkWidget       *shown;
  GtkWidget       *shown_row;
  GtkWidget       *summary;
};

G_DEFINE_FINAL_TYPE (DramatisExportDialog, dramatis_export_dialog, ADW_TYPE_WINDOW)

enum
{
  EXPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What the thread that writes is given. */
typedef struct
{
  const DramatisExporter *exporter;
  DramatisExcerpt        *excerpt;
  DramatisGroup           group;
  GFile                  *file;
} Job;

static void
job_free (Job *job)
{
  dramatis_excerpt_free (job->excerpt);
  g_object_unref (job->file);
  g_free (job);
}

static const DramatisExporter *
get_exporter (DramatisExportDialog *self)
{
  return dramatis_exporter_get_nth (adw_combo_row_get_selected (ADW_COMBO_ROW (self->format)));
}

static DramatisExcerpt *
create_excerpt (DramatisExportDialog *self)
{
  DramatisDossier *dossier = dramatis_session_get_dossier (self->session);

  if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (self->shown)))
    return dramatis_excerpt_new (dossier, NULL, NULL);

  return dramatis_excerpt_new (dossier, dramatis_session_get_filter (self->session),
                               dramatis_session_get_article (self->session));
}

/* What the file will hold: "12 passages, 3 notes". NULL: nothing. */
static char *
describe (const DramatisExporter *exporter,
          const DramatisExcerpt  *excerpt)
{
  DramatisContents contents = dramatis_exporter_get_contents (exporter);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint n_passages = excerpt->positions->len;
  guint n_actors = excerpt->actors->len;
  guint n_events = excerpt->events->len;
  guint n_notes = excerpt->notes->len;

  if ((contents & DRAMATIS_CONTENTS_PASSAGES) != 0 && n_passages > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u passage", "%u passages", n_passages), n_passages));
  if ((contents & DRAMATIS_CONTENTS_ACTORS) != 0 && n_actors > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u actor", "%u actors", n_actors), n_actors));
  if ((contents & DRAMATIS_CONTENTS_NOTES) != 0 && n_notes > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u note", "%u notes", n_notes), n_notes));
  if ((contents & DRAMATIS_CONTENTS_EVENTS) != 0 && n_events > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u event", "%u events", n_events), n_events));
  if (parts->len == 0)
    return NULL;

  g_ptr_array_add (parts, NULL);

  /* Translators: between the parts of a list: 12 passages, 3 notes */
  return g_strjoinv (C_("list", ", "), (char **) parts->pdata);
}

static void
update (DramatisExportDialog *self)
{
  const DramatisExporter *exporter = get_exporter (self);
  g_autoptr (DramatisExcerpt) excerpt = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *text = NULL;

  if (self->session == NULL || exporter == NULL)
    return;

  excerpt = create_excerpt (self);
  contents = describe (exporter, excerpt);
  if (contents != NULL)
    /* Translators: what follows is a list: 12 passages, 3 notes */
    text = g_strdup_printf (_("The file will hold %s."), contents);
  else
    text = g_strdup (_("There is nothing to write in this format."));

  gtk_label_set_label (GTK_LABEL (self->summary), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->export_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_widget_set_visible (self->group, dramatis_exporter_has_groups (exporter));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.export", contents != NULL);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Job *job = task_data;
  DramatisHistory *history = dramatis_dossier_get_history (job->excerpt->snapshot->dossier);
  g_autofree char *path = g_file_get_path (job->file);
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;
  gboolean written;

  dramatis_history_reader_lock (history);
  bytes = dramatis_exporter_write (job->exporter, job->excerpt, job->group);
  dramatis_history_reader_unlock (history);

  if (path != NULL)
    written = dramatis_file_replace (path, bytes, NULL, &error);
  else
    written = g_file_replace_contents (job->file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                                       FALSE, G_FILE_CREATE_NONE, NULL, cancellable, &error);

  if (written)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (DramatisExportDialog) self = user_data;
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GFile) file = g_object_ref (job->file);
  g_autoptr (GError) error = NULL;

  job_free (job);
  gtk_widget_set_sensitive (self->content, TRUE);

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_signal_emit (self, signals[EXPORTED], 0, file);
      gtk_window_close (GTK_WINDOW (self));
    }
  else
    {
      const DramatisResponse close = { "close", _("_Close"), ADW_RESPONSE_DEFAULT };

      dramatis_confirm_async (GTK_WINDOW (self), _("The File Can’t Be Written"), error->message, &close, 1,
                              NULL, NULL);
    }
}

static void
file_picked_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  DramatisExportDialog *self = DRAMATIS_EXPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = dramatis_pick_file_finish (GTK_WINDOW (self), result, &error);
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (file == NULL)
    return;

  job = g_new (Job, 1);
  job->exporter = get_exporter (self);
  job->excerpt = create_excerpt (self);
  job->group = adw_combo_row_get_selected (ADW_COMBO_ROW (self->group));
  job->file = g_steal_pointer (&file);

  /* The excerpt holds objects of this thread: the callback frees the job, not the last reference to the task. */
  task = g_task_new (NULL, NULL, written_cb, g_object_ref (self));
  g_task_set_source_tag (task, file_picked_cb);
  g_task_set_task_data (task, job, NULL);
  gtk_widget_set_sensitive (self->content, FALSE);
  g_task_run_in_thread (task, write_in_thread);
}

static char *
suggest_name (DramatisExportDialog *self)
{
  DramatisDossier *dossier = dramatis_session_get_dossier (self->session);
  GListModel *articles = dramatis_dossier_get_articles (dossier);
  g_autoptr (DramatisArticle) article = g_list_model_get_item (articles, 0);
  const char *title = dramatis_dossier_get_title (dossier);
  g_autofree char *stem = NULL;

  if (*title == '\0' && article != NULL)
    title = dramatis_article_get_title (article);
  if (*title == '\0')
    title = _("Dossier");

  /* What file systems elsewhere take amiss in a name */
  stem = g_strstrip (g_strdelimit (g_strdup (title), "/\\:*?\"<>|\n", ' '));

  return g_strdup_printf ("%s.%s", *stem != '\0' ? stem : _("Dossier"),
                          dramatis_exporter_get_suffix (get_exporter (self)));
}

static void
export (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  DramatisExportDialog *self = DRAMATIS_EXPORT_DIALOG (widget);
  const DramatisExporter *exporter = get_exporter (self);
  g_autofree char *name = suggest_name (self);
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  const DramatisPickOptions options = {
    .mode = DRAMATIS_PICK_MODE_SAVE,
    .title = _("Export"),
    .accept_label = _("_Export"),
    .initial_name = name,
    .filters = G_LIST_MODEL (filters),
  };

  gtk_file_filter_set_name (filter, dramatis_exporter_get_title (exporter));
  gtk_file_filter_add_suffix (filter, dramatis_exporter_get_suffix (exporter));
  g_list_store_append (filters, filter);
  dramatis_pick_file_async (GTK_WINDOW (self), &options, NULL, file_picked_cb, NULL);
}

static void
dramatis_export_dialog_dispose (GObject *object)
{
  DramatisExportDialog *self = DRAMATIS_EXPORT_DIALOG (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (dramatis_export_dialog_parent_class)->dispose (object);
}

static void
dramatis_export_dialog_class_init (DramatisExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dramatis_export_dialog_dispose;

  /**
   * DramatisExportDialog::exported:
   * @self: the dialog
   * @file: the file
   *
   * Emitted when the file has been written.
   */
  signals[EXPORTED] =
    g_signal_new ("exported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_install_action (widget_class, "export.export", NULL, export);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/dramatis/Dramatis/ui/dramatis-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DramatisExportDialog, content);
  gtk_widget_class_bind_template_child (widget_class, DramatisExportDialog, everything);
  gtk_widget_class_bind_template_child (widget_class, DramatisExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, DramatisExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, DramatisExportDialog, group);
  gtk_widget_class_bind_template_child (widget_class, DramatisExportDialog, shown);
  gtk_widget_class_bind_template_child (widget_class, DramatisExportDialog, shown_row);
  gtk_widget_class_bind_template_child (widget_class, DramatisExportDialog, summary);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
dramatis_export_dialog_init (DramatisExportDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  const DramatisExporter *exporter;

  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; (exporter = dramatis_exporter_get_nth (i)) != NULL; i++)
    gtk_string_list_append (titles, dramatis_exporter_get_title (exporter));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->format), G_LIST_MODEL (titles));
}

/**
 * dramatis_export_dialog_new:
 * @session: a session
 *
 * Makes a dialog that exports what a session shows, or everything.
 *
 * Returns: (transfer none): a new window, to be presented over its parent
 */
GtkWidget *
dramatis_export_dialog_new (DramatisSession *session)
{
  DramatisExportDialog *self;
  DramatisArticle *article;
  gboolean shown;

  g_return_val_if_fail (DRAMATIS_IS_SESSION (session), NULL);

  self = g_object_new (DRAMATIS_TYPE_EXPORT_DIALOG, NULL);
  self->session = g_object_ref (session);
  article = dramatis_session_get_article (session);
  shown = article != NULL || !dramatis_filter_is_empty (dramatis_session_get_filter (session));
  if (article != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->shown_row), dramatis_article_get_title (article));
  gtk_widget_set_sensitive (self->shown_row, shown);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (shown ? self->shown : self->everything), TRUE);
  /* Names and numbers change under an open dialog when suggestions arrive. */
  g_signal_connect_object (session, "notify::index", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
