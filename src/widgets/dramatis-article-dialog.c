/* dramatis-article-dialog.c: edits all that is known of an article
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-article-dialog.h"

#include <glib/gi18n-lib.h>

#include "dramatis-date-field.h"

/**
 * DramatisArticleDialog:
 *
 * A form with all that is known of an article but its text.
 *
 * ## Accessibility
 *
 * What a date means is the description of its entry.
 *
 * ## Shortcuts
 *
 * - Enter: applies
 * - Esc: leaves all as it was
 */

struct _DramatisArticleDialog
{
  AdwWindow        parent_instance;

  DramatisArticle *article;
  DramatisSession *session;

  GtkWidget       *byline;
  GtkWidget       *language;
  GtkWidget       *meaning;
  GtkWidget       *published;
  GtkWidget       *publisher;
  GtkWidget       *source;
  GtkWidget       *title_row;
};

G_DEFINE_FINAL_TYPE (DramatisArticleDialog, dramatis_article_dialog, ADW_TYPE_WINDOW)

enum
{
  REDATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
get_text (GtkWidget *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static gboolean
read_published (DramatisArticleDialog  *self,
                DramatisTime          **time)
{
  return dramatis_date_field_read (GTK_EDITABLE (self->published), GTK_LABEL (self->meaning),
                                   _("No date: times like “last week” stay undated"), time);
}

static void
update (DramatisArticleDialog *self)
{
  g_autofree char *title = get_text (self->title_row);
  g_autoptr (DramatisTime) time = NULL;
  gboolean dated = read_published (self, &time);
  g_autofree char *language = get_text (self->language);
  gboolean speaks = *language == '\0' || dramatis_language_tag_is_valid (language);

  if (speaks)
    gtk_widget_remove_css_class (self->language, "error");
  else
    gtk_widget_add_css_class (self->language, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->language), GTK_ACCESSIBLE_STATE_INVALID,
                               speaks ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "article.apply", dated && speaks && *title != '\0');
}

static void
apply (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  DramatisArticleDialog *self = DRAMATIS_ARTICLE_DIALOG (widget);
  g_autofree char *byline = get_text (self->byline);
  g_autofree char *language = get_text (self->language);
  g_autofree char *publisher = get_text (self->publisher);
  g_autofree char *source = get_text (self->source);
  g_autofree char *title = get_text (self->title_row);
  g_autoptr (DramatisTime) time = NULL;
  gboolean is_redated;

  read_published (self, &time);
  is_redated = !dramatis_time_equal (time, dramatis_article_get_published (self->article))
               || !g_str_equal (language, dramatis_article_get_language (self->article));
  dramatis_dossier_edit (dramatis_session_get_dossier (self->session), _("Edit Article"), self->article,
                         "title", title,
                         "byline", byline,
                         "publisher", publisher,
                         "published", time,
                         "source", source,
                         "language", language,
                         NULL);
  if (is_redated)
    g_signal_emit (self, signals[REDATED], 0, self->article);
  gtk_window_close (GTK_WINDOW (self));
}

static void
dramatis_article_dialog_dispose (GObject *object)
{
  DramatisArticleDialog *self = DRAMATIS_ARTICLE_DIALOG (object);

  g_clear_object (&self->article);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dramatis_article_dialog_parent_class)->dispose (object);
}

static void
dramatis_article_dialog_class_init (DramatisArticleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dramatis_article_dialog_dispose;

  /**
   * DramatisArticleDialog::redated:
   * @self: the form
   * @article: the article
   *
   * Emitted when a person has said that an article was published at another time, or is in another language.
   */
  signals[REDATED] =
    g_signal_new ("redated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, DRAMATIS_TYPE_ARTICLE);

  gtk_widget_class_install_action (widget_class, "article.apply", NULL, apply);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/dramatis/Dramatis/ui/dramatis-article-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DramatisArticleDialog, byline);
  gtk_widget_class_bind_template_child (widget_class, DramatisArticleDialog, language);
  gtk_widget_class_bind_template_child (widget_class, DramatisArticleDialog, meaning);
  gtk_widget_class_bind_template_child (widget_class, DramatisArticleDialog, published);
  gtk_widget_class_bind_template_child (widget_class, DramatisArticleDialog, publisher);
  gtk_widget_class_bind_template_child (widget_class, DramatisArticleDialog, source);
  gtk_widget_class_bind_template_child (widget_class, DramatisArticleDialog, title_row);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
dramatis_article_dialog_init (DramatisArticleDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dramatis_article_dialog_new:
 * @session: a session
 * @article: an article of its dossier
 *
 * Makes a form for an article.
 *
 * Returns: (transfer none): a new window, to be presented over its parent
 */
GtkWidget *
dramatis_article_dialog_new (DramatisSession *session,
                             DramatisArticle *article)
{
  DramatisArticleDialog *self;

  g_return_val_if_fail (DRAMATIS_IS_SESSION (session), NULL);
  g_return_val_if_fail (DRAMATIS_IS_ARTICLE (article), NULL);

  self = g_object_new (DRAMATIS_TYPE_ARTICLE_DIALOG, NULL);
  self->article = g_object_ref (article);
  self->session = g_object_ref (session);
  gtk_editable_set_text (GTK_EDITABLE (self->byline), dramatis_article_get_byline (article));
  gtk_editable_set_text (GTK_EDITABLE (self->language), dramatis_article_get_language (article));
  gtk_editable_set_text (GTK_EDITABLE (self->publisher), dramatis_article_get_publisher (article));
  gtk_editable_set_text (GTK_EDITABLE (self->source), dramatis_article_get_source (article));
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), dramatis_article_get_title (article));
  dramatis_date_field_set (GTK_EDITABLE (self->published), dramatis_article_get_published (article));
  update (self);

  return GTK_WIDGET (self);
}
