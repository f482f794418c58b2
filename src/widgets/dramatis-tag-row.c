/* dramatis-tag-row.c: a tag, to be edited
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-tag-row.h"

#include <glib/gi18n-lib.h>

#include "dramatis-colour-chooser.h"
#include "dramatis-dot.h"

/**
 * DramatisTagRow:
 *
 * A tag with its name, meaning and colour; it can be merged into another one and removed.
 *
 * ## Actions
 *
 * `tag.remove`
 */

struct _DramatisTagRow
{
  AdwExpanderRow         parent_instance;

  DramatisDot           *dot;
  GtkEditable           *name_row;
  GtkEditable           *meaning_row;
  AdwComboRow           *merge_row;
  DramatisColourChooser *colour_chooser;

  DramatisDossier       *dossier;
  DramatisTag           *tag;
  GPtrArray             *others;        /* of DramatisTag: what it can be merged into */
  gboolean               updating;
};

G_DEFINE_FINAL_TYPE (DramatisTagRow, dramatis_tag_row, ADW_TYPE_EXPANDER_ROW)

static void
name_applied_cb (DramatisTagRow *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));

  if (*name != '\0')
    dramatis_dossier_rename_tag (self->dossier, self->tag, name);
}

static void
meaning_applied_cb (DramatisTagRow *self)
{
  dramatis_dossier_edit (self->dossier, _("Edit Tag"), self->tag,
                         "description", gtk_editable_get_text (self->meaning_row),
                         NULL);
}

static void
colour_changed_cb (DramatisTagRow *self)
{
  DramatisColour colour = dramatis_colour_chooser_get_colour (self->colour_chooser);

  if (!self->updating && colour != dramatis_tag_get_colour (self->tag))
    dramatis_dossier_edit (self->dossier, _("Edit Tag"), self->tag, "colour", colour, NULL);
}

static void
merge_selected_cb (DramatisTagRow *self)
{
  guint selected = adw_combo_row_get_selected (self->merge_row);

  /* the first says what to do */
  if (!self->updating && selected > 0 && selected <= self->others->len)
    dramatis_dossier_merge_tags (self->dossier, self->tag, g_ptr_array_index (self->others, selected - 1));
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DramatisTagRow *self = DRAMATIS_TAG_ROW (widget);

  dramatis_dossier_remove (self->dossier, self->tag);
}

static void
update_others (DramatisTagRow *self)
{
  GListModel *tags = dramatis_dossier_get_tags (self->dossier);
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *[]) { _("Choose a Tag"), NULL });

  g_ptr_array_set_size (self->others, 0);
  for (guint i = 0; i < g_list_model_get_n_items (tags); i++)
    {
      g_autoptr (DramatisTag) tag = g_list_model_get_item (tags, i);

      if (tag == self->tag)
        continue;
      gtk_string_list_append (names, dramatis_tag_get_name (tag));
      g_ptr_array_add (self->others, g_steal_pointer (&tag));
    }
  adw_combo_row_set_model (self->merge_row, G_LIST_MODEL (names));
  gtk_widget_set_sensitive (GTK_WIDGET (self->merge_row), self->others->len > 0);
}

static void
dramatis_tag_row_dispose (GObject *object)
{
  DramatisTagRow *self = DRAMATIS_TAG_ROW (object);

  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_clear_object (&self->tag);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (dramatis_tag_row_parent_class)->dispose (object);
}

static void
dramatis_tag_row_class_init (DramatisTagRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dramatis_tag_row_dispose;

  g_type_ensure (DRAMATIS_TYPE_COLOUR_CHOOSER);
  g_type_ensure (DRAMATIS_TYPE_DOT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/dramatis/Dramatis/ui/dramatis-tag-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DramatisTagRow, colour_chooser);
  gtk_widget_class_bind_template_child (widget_class, DramatisTagRow, dot);
  gtk_widget_class_bind_template_child (widget_class, DramatisTagRow, meaning_row);
  gtk_widget_class_bind_template_child (widget_class, DramatisTagRow, merge_row);
  gtk_widget_class_bind_template_child (widget_class, DramatisTagRow, name_row);
  gtk_widget_class_bind_template_callback (widget_class, colour_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, meaning_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, merge_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_applied_cb);
  gtk_widget_class_install_action (widget_class, "tag.remove", NULL, remove_action);
}

static void
dramatis_tag_row_init (DramatisTagRow *self)
{
  self->others = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dramatis_tag_row_new:
 * @dossier: a dossier
 * @tag: a tag of it
 *
 * Makes a row, which shows nothing before its first update.
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
dramatis_tag_row_new (DramatisDossier *dossier,
                      DramatisTag     *tag)
{
  DramatisTagRow *self = g_object_new (DRAMATIS_TYPE_TAG_ROW, NULL);

  self->dossier = g_object_ref (dossier);
  self->tag = g_object_ref (tag);

  return GTK_WIDGET (self);
}

/**
 * dramatis_tag_row_get_tag:
 * @self: a row
 *
 * Gets the tag of a row.
 *
 * Returns: (transfer none): the tag
 */
DramatisTag *
dramatis_tag_row_get_tag (DramatisTagRow *self)
{
  g_return_val_if_fail (DRAMATIS_IS_TAG_ROW (self), NULL);

  return self->tag;
}

/**
 * dramatis_tag_row_update:
 * @self: a row
 * @n_notes: how many notes have the tag
 *
 * Shows the tag as it is in the dossier.
 */
void
dramatis_tag_row_update (DramatisTagRow *self,
                         guint           n_notes)
{
  const char *name = dramatis_tag_get_name (self->tag);
  const char *meaning = dramatis_tag_get_description (self->tag);
  g_autofree char *count = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *title = g_markup_escape_text (name, -1);

  g_return_if_fail (DRAMATIS_IS_TAG_ROW (self));

  count = g_strdup_printf (ngettext ("%u note", "%u notes", n_notes), n_notes);
  subtitle = g_markup_printf_escaped (*meaning != '\0' ? "%s · %s" : "%s", count, meaning);

  self->updating = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  dramatis_dot_set_colour (self->dot, dramatis_tag_get_colour (self->tag) != DRAMATIS_COLOUR_AUTOMATIC
                                        ? dramatis_tag_get_colour (self->tag) : DRAMATIS_COLOUR_YELLOW);
  if (!g_str_equal (gtk_editable_get_text (self->name_row), name))
    gtk_editable_set_text (self->name_row, name);
  if (!g_str_equal (gtk_editable_get_text (self->meaning_row), meaning))
    gtk_editable_set_text (self->meaning_row, meaning);
  dramatis_colour_chooser_set_colour (self->colour_chooser, dramatis_tag_get_colour (self->tag));
  update_others (self);
  self->updating = FALSE;
}
