/* dramatis-revision-dialog.c: gives an article another text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-revision-dialog.h"

#include <glib/gi18n-lib.h>

#include "dramatis-compat.h"
#include "dramatis-diff-markup.h"

/* How many words that are gone the report lists; the note panel lists them all. */
#define MAX_GONE 50

/**
 * DramatisRevisionDialog:
 *
 * Asks for a new version of the text of an article, shows the passages that differ, and reports what became of notes,
 * events and mentions.
 *
 * ## Shortcuts
 *
 * - Esc: closes; before the text is replaced this leaves all as it was
 *
 * ## Actions
 *
 * `revision.pick` reads a file, `revision.compare` what was pasted; `revision.back`, `revision.apply`, and after that
 * `revision.undo`.
 */

struct _DramatisRevisionDialog
{
  AdwWindow            parent_instance;

  GtkStack            *stack;
  GtkTextBuffer       *buffer;
  GtkWidget           *text_view;
  GtkLabel            *summary;
  GtkStringList       *rows;
  AdwActionRow        *notes_row;
  AdwActionRow        *events_row;
  AdwActionRow        *mentions_row;
  AdwPreferencesGroup *gone_group;
  AdwPreferencesGroup *report_group;

  DramatisDocument    *document;
  DramatisArticle     *article;
  DramatisImport      *import;        /* NULL: nothing is read yet */
  DramatisRevision    *revision;
  GCancellable        *cancellable;
};

G_DEFINE_FINAL_TYPE (DramatisRevisionDialog, dramatis_revision_dialog, ADW_TYPE_WINDOW)

static DramatisDossier *
get_dossier (DramatisRevisionDialog *self)
{
  return dramatis_document_get_dossier (self->document);
}

static void
show_page (DramatisRevisionDialog *self,
           const char             *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
}

/* What differs */

static void
append_row (GString    *markup,
            const char *heading,
            const char *text)
{
  g_string_append_printf (markup, "<span size=\"smaller\" weight=\"bold\">%s</span>\n%s", heading, text);
}

/* Whether a passage differs, and then how, as markup */
static char *
describe_row (const DramatisRevisionRow *row)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  g_autofree char *text = NULL;

  if (row->old == NULL)
    {
      text = g_markup_escape_text (row->text, -1);
      append_row (markup, _("New passage"), text);
    }
  else if (!row->is_kept)
    {
      text = dramatis_diff_to_markup (dramatis_passage_get_text (row->old), "");
      append_row (markup, _("Passage that is gone"), text);
    }
  else if (!g_str_equal (dramatis_passage_get_text (row->old), row->text))
    {
      text = dramatis_diff_to_markup (dramatis_passage_get_text (row->old), row->text);
      append_row (markup, _("Changed passage"), text);
    }
  else
    return NULL;

  return g_string_free (g_steal_pointer (&markup), FALSE);
}

static char *
describe_count (const DramatisRevisionCount *count,
                const char                  *orphaned)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (count->n_kept + count->n_moved + count->n_orphaned == 0)
    return g_strdup (_("None"));

  /* Translators: of notes, events or mentions, which stand where they were */
  g_string_append_printf (text, ngettext ("%u kept", "%u kept", count->n_kept), count->n_kept);
  /* Translators: of notes, events or mentions, which were found in another place or with changed words */
  g_string_append_printf (text, ngettext (" · %u moved", " · %u moved", count->n_moved), count->n_moved);
  g_string_append_printf (text, " · %s", orphaned);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
fill_comparison (DramatisRevisionDialog *self)
{
  GArray *rows = dramatis_revision_get_rows (self->revision);
  guint n_orphaned = dramatis_revision_get_orphans (self->revision)->len;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) differing = NULL;
  g_autoptr (GString) summary = g_string_new (NULL);
  guint n;

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *markup = describe_row (&g_array_index (rows, DramatisRevisionRow, i));

      if (markup != NULL)
        g_strv_builder_add (builder, markup);
    }
  differing = g_strv_builder_end (builder);
  n = g_strv_length (differing);
  gtk_string_list_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                          (const char * const *) differing);

  if (dramatis_revision_is_empty (self->revision))
    g_string_append (summary, _("No passage differs."));
  else if (n == 0)
    g_string_append (summary, _("The passages stand in another order."));
  else
    g_string_append_printf (summary, ngettext ("%u passage differs.", "%u passages differ.", n), n);
  if (n_orphaned > 0)
    g_string_append_printf (summary, ngettext (" The words of %u place in notes and events are gone.",
                                               " The words of %u places in notes and events are gone.", n_orphaned),
                            n_orphaned);
  else if (!dramatis_revision_is_empty (self->revision))
    g_string_append (summary, _(" All notes and events keep their words."));
  gtk_label_set_label (self->summary, summary->str);
}

/* What became of it */

static void
set_count (AdwActionRow                *row,
           const DramatisRevisionCount *count,
           const char                  *orphaned)
{
  g_autofree char *text = describe_count (count, orphaned);

  adw_action_row_set_subtitle (row, text);
}

static char *
dup_lost (const DramatisRevisionCount *count)
{
  return g_strdup_printf (ngettext ("%u lost its words", "%u lost their words", count->n_orphaned), count->n_orphaned);
}

static void
fill_report (DramatisRevisionDialog *self)
{
  GPtrArray *orphans = dramatis_revision_get_orphans (self->revision);
  const DramatisRevisionCount *mentions = dramatis_revision_get_mentions (self->revision);
  const DramatisRevisionCount *notes = dramatis_revision_get_notes (self->revision);
  const DramatisRevisionCount *events = dramatis_revision_get_events (self->revision);
  g_autofree char *notes_lost = dup_lost (notes);
  g_autofree char *events_lost = dup_lost (events);
  g_autofree char *mentions_gone = g_strdup_printf (ngettext ("%u gone", "%u gone", mentions->n_orphaned),
                                                    mentions->n_orphaned);

  set_count (self->notes_row, notes, notes_lost);
  set_count (self->events_row, events, events_lost);
  set_count (self->mentions_row, mentions, mentions_gone);

  for (guint i = 0; i < MIN (orphans->len, MAX_GONE); i++)
    {
      const DramatisAnchor *anchor = g_ptr_array_index (orphans, i);
      GtkWidget *row = adw_action_row_new ();
      /* Translators: %s are words that are quoted */
      g_autofree char *title = g_strdup_printf (_("“%s”"), anchor->quote);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
      adw_preferences_group_add (self->gone_group, row);
    }
  if (orphans->len > MAX_GONE)
    {
      guint n_more = orphans->len - MAX_GONE;
      g_autofree char *more = g_strdup_printf (ngettext ("And %u more", "And %u more", n_more), n_more);

      adw_preferences_group_set_description (self->gone_group, more);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->gone_group), orphans->len > 0);
}

/* What is done */

static void
compare (DramatisRevisionDialog *self)
{
  g_clear_pointer (&self->revision, dramatis_revision_free);
  self->revision = dramatis_import_create_revision (self->import, get_dossier (self), self->article);
  fill_comparison (self);
  show_page (self, "comparison");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "revision.apply",
                                 !dramatis_revision_is_empty (self->revision));
}

static void
version_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (DramatisRevisionDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  DramatisImport *import = dramatis_document_read_version_finish (DRAMATIS_DOCUMENT (source), result, &error);
  const DramatisResponse close = { "close", _("_Close"), ADW_RESPONSE_DEFAULT };

  if (import == NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      show_page (self, "text");
      dramatis_confirm_async (GTK_WINDOW (self), _("The New Version Can’t Be Read"), error->message, &close, 1, NULL,
                              NULL);
      return;
    }

  g_clear_pointer (&self->import, dramatis_import_free);
  self->import = import;
  compare (self);
}

static void
read_version (DramatisRevisionDialog *self,
              GFile                  *file,
              const char             *text)
{
  show_page (self, "reading");
  dramatis_document_read_version_async (self->document, self->article, file, text, self->cancellable, version_read_cb,
                                        g_object_ref (self));
}

static void
compare_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  DramatisRevisionDialog *self = DRAMATIS_REVISION_DIALOG (widget);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
  read_version (self, NULL, text);
}

static void
picked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  DramatisRevisionDialog *self = DRAMATIS_REVISION_DIALOG (source);
  g_autoptr (GFile) file = dramatis_pick_file_finish (GTK_WINDOW (self), result, NULL);

  if (file != NULL)
    read_version (self, file, NULL);
}

static void
pick_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DramatisRevisionDialog *self = DRAMATIS_REVISION_DIALOG (widget);
  const DramatisPickOptions options = {
    .mode = DRAMATIS_PICK_MODE_OPEN,
    .title = _("New Version of the Text"),
    .accept_label = _("_Open"),
  };

  dramatis_pick_file_async (GTK_WINDOW (self), &options, self->cancellable, picked_cb, NULL);
}

static void
back_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DramatisRevisionDialog *self = DRAMATIS_REVISION_DIALOG (widget);

  show_page (self, "text");
  gtk_widget_grab_focus (self->text_view);
}

static void
apply_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  DramatisRevisionDialog *self = DRAMATIS_REVISION_DIALOG (widget);

  /* The window is modal; but a suggestion that was being looked for may have come meanwhile. */
  if (!dramatis_revision_is_current (self->revision))
    {
      compare (self);
      return;
    }

  dramatis_import_apply_revision (self->import, get_dossier (self), self->article, self->revision);
  fill_report (self);
  show_page (self, "report");
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DramatisRevisionDialog *self = DRAMATIS_REVISION_DIALOG (widget);

  dramatis_history_undo (dramatis_dossier_get_history (get_dossier (self)));
  gtk_window_close (GTK_WINDOW (self));
}

static void
text_changed_cb (DramatisRevisionDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "revision.compare",
                                 gtk_text_buffer_get_char_count (self->buffer) > 0);
}

static void
dramatis_revision_dialog_dispose (GObject *object)
{
  DramatisRevisionDialog *self = DRAMATIS_REVISION_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->revision, dramatis_revision_free);
  g_clear_pointer (&self->import, dramatis_import_free);
  g_clear_object (&self->article);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (dramatis_revision_dialog_parent_class)->dispose (object);
}

static void
dramatis_revision_dialog_finalize (GObject *object)
{
  g_object_unref (DRAMATIS_REVISION_DIALOG (object)->cancellable);

  G_OBJECT_CLASS (dramatis_revision_dialog_parent_class)->finalize (object);
}

static void
dramatis_revision_dialog_class_init (DramatisRevisionDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dramatis_revision_dialog_dispose;
  object_class->finalize = dramatis_revision_dialog_finalize;

  gtk_widget_class_install_action (widget_class, "revision.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "revision.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "revision.compare", NULL, compare_action);
  gtk_widget_class_install_action (widget_class, "revision.pick", NULL, pick_action);
  gtk_widget_class_install_action (widget_class, "revision.undo", NULL, undo_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/dramatis/Dramatis/ui/dramatis-revision-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DramatisRevisionDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, DramatisRevisionDialog, events_row);
  gtk_widget_class_bind_template_child (widget_class, DramatisRevisionDialog, gone_group);
  gtk_widget_class_bind_template_child (widget_class, DramatisRevisionDialog, mentions_row);
  gtk_widget_class_bind_template_child (widget_class, DramatisRevisionDialog, notes_row);
  gtk_widget_class_bind_template_child (widget_class, DramatisRevisionDialog, report_group);
  gtk_widget_class_bind_template_child (widget_class, DramatisRevisionDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, DramatisRevisionDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, DramatisRevisionDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, DramatisRevisionDialog, text_view);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
}

static void
dramatis_revision_dialog_init (DramatisRevisionDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  text_changed_cb (self);
}

/**
 * dramatis_revision_dialog_new:
 * @document: a document
 * @article: an article of its dossier
 *
 * Makes a dialog that gives an article another text.
 *
 * Returns: (transfer none): a new window, to be presented over its parent
 */
GtkWidget *
dramatis_revision_dialog_new (DramatisDocument *document,
                              DramatisArticle  *article)
{
  DramatisRevisionDialog *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (DRAMATIS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (DRAMATIS_IS_ARTICLE (article), NULL);

  self = g_object_new (DRAMATIS_TYPE_REVISION_DIALOG, NULL);
  self->document = g_object_ref (document);
  self->article = g_object_ref (article);
  title = g_markup_escape_text (dramatis_article_get_title (article), -1);
  adw_preferences_group_set_description (self->report_group, title);
  gtk_window_set_focus (GTK_WINDOW (self), self->text_view);

  return GTK_WIDGET (self);
}
