/* dramatis-tag-dialog.c: the tags of a dossier, to be edited
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-tag-dialog.h"

#include "dramatis-tag-row.h"

/**
 * DramatisTagDialog:
 *
 * The tags of a dossier with their colours and meanings. What is done takes effect at once and can be undone.
 *
 * ## Shortcuts
 *
 * Ctrl+Z and Ctrl+Shift+Z undo and redo, Esc closes.
 */

struct _DramatisTagDialog
{
  AdwWindow            parent_instance;

  GtkStack            *stack;
  AdwPreferencesGroup *group;

  DramatisDossier     *dossier;
  GHashTable          *rows;      /* DramatisTag → DramatisTagRow */
};

G_DEFINE_FINAL_TYPE (DramatisTagDialog, dramatis_tag_dialog, ADW_TYPE_WINDOW)

/* How many notes have each tag, by its identifier. */
static GHashTable *
count_notes (DramatisDossier *dossier)
{
  GListModel *notes = dramatis_dossier_get_notes (dossier);
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (DramatisNote) note = g_list_model_get_item (notes, i);

      for (const char * const *id = dramatis_note_get_tags (note); *id != NULL; id++)
        g_hash_table_insert (counts, (gpointer) *id,
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, *id)) + 1));
    }

  return counts;
}

static void
update (DramatisTagDialog *self)
{
  GListModel *tags = dramatis_dossier_get_tags (self->dossier);
  g_autoptr (GHashTable) counts = count_notes (self->dossier);
  GHashTableIter iter;
  gpointer tag, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &tag, &row))
    {
      if (dramatis_dossier_lookup (self->dossier, dramatis_thing_get_id (tag)) != tag)
        {
          adw_preferences_group_remove (self->group, row);
          g_hash_table_iter_remove (&iter);
        }
    }

  for (guint i = 0; i < g_list_model_get_n_items (tags); i++)
    {
      g_autoptr (DramatisTag) item = g_list_model_get_item (tags, i);

      row = g_hash_table_lookup (self->rows, item);
      if (row == NULL)
        {
          row = dramatis_tag_row_new (self->dossier, item);
          adw_preferences_group_add (self->group, row);
          g_hash_table_insert (self->rows, item, row);
        }
      dramatis_tag_row_update (row, GPOINTER_TO_UINT (g_hash_table_lookup (counts,
                                                                           dramatis_thing_get_id (DRAMATIS_THING (item)))));
    }
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (tags) > 0 ? "tags" : "none");
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  dramatis_history_undo (dramatis_dossier_get_history (DRAMATIS_TAG_DIALOG (widget)->dossier));
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  dramatis_history_redo (dramatis_dossier_get_history (DRAMATIS_TAG_DIALOG (widget)->dossier));
}

static void
dramatis_tag_dialog_dispose (GObject *object)
{
  DramatisTagDialog *self = DRAMATIS_TAG_DIALOG (object);

  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (dramatis_tag_dialog_parent_class)->dispose (object);
}

static void
dramatis_tag_dialog_class_init (DramatisTagDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dramatis_tag_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/dramatis/Dramatis/ui/dramatis-tag-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DramatisTagDialog, group);
  gtk_widget_class_bind_template_child (widget_class, DramatisTagDialog, stack);
  gtk_widget_class_install_action (widget_class, "tags.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "tags.redo", NULL, redo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "tags.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "tags.redo", NULL);
}

static void
dramatis_tag_dialog_init (DramatisTagDialog *self)
{
  self->rows = g_hash_table_new_full (NULL, NULL, NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dramatis_tag_dialog_new:
 * @dossier: a dossier
 *
 * Makes a window with the tags of a dossier.
 *
 * Returns: (transfer none): a new window, to be presented over its parent
 */
GtkWidget *
dramatis_tag_dialog_new (DramatisDossier *dossier)
{
  DramatisTagDialog *self;

  g_return_val_if_fail (DRAMATIS_IS_DOSSIER (dossier), NULL);

  self = g_object_new (DRAMATIS_TYPE_TAG_DIALOG, NULL);
  self->dossier = g_object_ref (dossier);
  g_signal_connect_object (dossier, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
