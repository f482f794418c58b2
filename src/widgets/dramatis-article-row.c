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
 * Its name is the title of the article, its description the date. The one that is shown is checked.
 */

struct _DramatisArticleRow
{
  GtkListBoxRow    parent_instance;

  DramatisArticle *article;

  GtkWidget       *check;
  GtkWidget       *date;
  GtkWidget       *edit;
  GtkWidget       *remove;
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

static void
update (DramatisArticleRow *self)
{
  const char *title = dramatis_article_get_title (self->article);
  const char *id = dramatis_thing_get_id (DRAMATIS_THING (self->article));
  DramatisTime *published = dramatis_article_get_published (self->article);
  g_autofree char *date = published != NULL ? dramatis_time_to_text (published) : g_strdup (_("No date"));
  /* Translators: the title of an article follows */
  g_autofree char *edit = g_strdup_printf (_("Edit %s"), title);
  /* Translators: the title of an article follows */
  g_autofree char *remove = g_strdup_printf (_("Remove %s"), title);

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->date), date);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, date,
                                  -1);
  set_button (self->edit, "win.edit-article", id, edit);
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
  gtk_widget_class_bind_template_child (widget_class, DramatisArticleRow, date);
  gtk_widget_class_bind_template_child (widget_class, DramatisArticleRow, edit);
  gtk_widget_class_bind_template_child (widget_class, DramatisArticleRow, remove);
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
 * Makes a row, which follows the title and the date of its article.
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
      g_signal_connect_object (article, "notify::title", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (article, "notify::published", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      update (self);
    }
  else
    {
      gtk_label_set_label (GTK_LABEL (self->title), _("All Articles"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("All Articles"), -1);
      gtk_widget_set_visible (self->date, FALSE);
      gtk_widget_set_visible (self->edit, FALSE);
      gtk_widget_set_visible (self->remove, FALSE);
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
