/* dramatis-article-row.c: an article in the list of articles
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-article-row.h"

#include <glib/gi18n-lib.h>

/**
 * DramatisArticleRow:
 *
 * An article in the list of articles, or the row that stands for all of them.
 *
 * ## Accessibility
 *
 * Its name is the title of the article, its description byline, publisher, date, source and language. The one that is
 * shown is checked.
 */

struct _DramatisArticleRow
{
  GtkListBoxRow    parent_instance;

  DramatisArticle *article;

  GtkWidget       *check;
  GtkWidget       *details;
  GtkWidget       *edit;
  GtkWidget       *remove;
  GtkWidget       *revise;
  GtkWidget       *title;
};

G_DEFINE_FINAL_TYPE (DramatisArticleRow, dramatis_article_row, GTK_TYPE_LIST_BOX_ROW)

static void
set_button (GtkWidget  *button,
            const char *action,
            const char *id,
            const char *name)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static char *
describe (DramatisArticle *article)
{
  DramatisTime *published = dramatis_article_get_published (article);
  g_autofree char *date = published != NULL ? dramatis_time_to_text (published) : g_strdup (_("No date"));
  const char *fields[] = {
    dramatis_article_get_byline (article), dramatis_article_get_publisher (article), date,
    dramatis_article_get_source (article), dramatis_article_get_language (article),
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (fields[i] != NULL && *fields[i] != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", fields[i]);
    }

  return g_string_free (text, FALSE);
}

static GdkContentProvider *
prepare_cb (DramatisArticleRow *self)
{
  return gdk_content_provider_new_typed (DRAMATIS_TYPE_ARTICLE, self->article);
}

static void
drag_begin_cb (GtkDragSource      *source,
               GdkDrag            *drag,
               DramatisArticleRow *self)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, paintable, 0, 0);
}

static void
add_drag_source (DramatisArticleRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

static void
update (DramatisArticleRow *self)
{
  const char *title = dramatis_article_get_title (self->article);
  const char *id = dramatis_thing_get_id (DRAMATIS_THING (self->article));
  g_autofree char *details = describe (self->article);
  /* Translators: the title of an article follows */
  g_autofree char *edit = g_strdup_printf (_("Edit %s"), title);
  /* Translators: the title of an article follows */
  g_autofree char *remove = g_strdup_printf (_("Remove %s"), title);
  /* Translators: the title of an article follows */
  g_autofree char *revise = g_strdup_printf (_("New Version of %s"), title);

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->details), details);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, details,
                                  -1);
  set_button (self->edit, "win.edit-article", id, edit);
  set_button (self->revise, "win.revise-article", id, revise);
  set_button (self->remove, "win.remove-article", id, remove);
}

static void
dramatis_article_row_dispose (GObject *object)
{
  DramatisArticleRow *self = DRAMATIS_ARTICLE_ROW (object);

  g_clear_object (&self->article);

  G_OBJECT_CLASS (dramatis_article_row_parent_class)->dispose (object);
}

static void
dramatis_article_row_class_init (DramatisArticleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dramatis_article_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/dramatis/Dramatis/ui/dramatis-article-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DramatisArticleRow, check);
  gtk_widget_class_bind_template_child (widget_class, DramatisArticleRow, details);
  gtk_widget_class_bind_template_child (widget_class, DramatisArticleRow, edit);
  gtk_widget_class_bind_template_child (widget_class, DramatisArticleRow, remove);
  gtk_widget_class_bind_template_child (widget_class, DramatisArticleRow, revise);
  gtk_widget_class_bind_template_child (widget_class, DramatisArticleRow, title);
}

static void
dramatis_article_row_init (DramatisArticleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dramatis_article_row_new:
 * @article: (nullable): an article, or %NULL for all articles
 *
 * Makes a row, which follows what is known of its article, and can be dragged to another place of the list.
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
dramatis_article_row_new (DramatisArticle *article)
{
  DramatisArticleRow *self = g_object_new (DRAMATIS_TYPE_ARTICLE_ROW, NULL);

  if (article != NULL)
    {
      self->article = g_object_ref (article);
      g_signal_connect_object (article, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      add_drag_source (self);
      update (self);
    }
  else
    {
      gtk_label_set_label (GTK_LABEL (self->title), _("All Articles"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("All Articles"), -1);
      gtk_widget_set_visible (self->details, FALSE);
      gtk_widget_set_visible (self->edit, FALSE);
      gtk_widget_set_visible (self->remove, FALSE);
      gtk_widget_set_visible (self->revise, FALSE);
    }

  return GTK_WIDGET (self);
}

/**
 * dramatis_article_row_get_article:
 * @self: a row
 *
 * Gets the article of a row.
 *
 * Returns: (transfer none) (nullable): the article, %NULL for all articles
 */
DramatisArticle *
dramatis_article_row_get_article (DramatisArticleRow *self)
{
  g_return_val_if_fail (DRAMATIS_IS_ARTICLE_ROW (self), NULL);

  return self->article;
}

/**
 * dramatis_article_row_set_chosen:
 * @self: a row
 * @chosen: whether it is what the session shows
 *
 * Marks what is shown.
 */
void
dramatis_article_row_set_chosen (DramatisArticleRow *self,
                                 gboolean            chosen)
{
  g_return_if_fail (DRAMATIS_IS_ARTICLE_ROW (self));

  /* Not hidden: titles stay in one column. */
  gtk_widget_set_opacity (self->check, chosen ? 1 : 0);
  /* The state of being selected is the list's own, and this list selects nothing. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}
