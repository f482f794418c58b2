/* dramatis-article-details.c: asks what only a person knows of an article
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-article-details.h"

#include <glib/gi18n-lib.h>

#include "dramatis-date-field.h"
#include "dramatis-wrap-layout.h"

/**
 * DramatisArticleDetails:
 *
 * A row over the article that asks for its title and its publication date, once it has been imported.
 *
 * It shows while it has an article. [class@ArticleDialog] edits the same later, and the rest.
 *
 * ## CSS nodes
 *
 * ```
 * article-details
 * ╰── revealer
 *     ╰── box.details
 * ```
 *
 * ## Accessibility
 *
 * It is a group named “About this article”. What a date means is the description of its entry.
 *
 * ## Shortcuts
 *
 * - Enter: applies
 * - Esc: not now
 */

struct _DramatisArticleDetails
{
  GtkWidget        parent_instance;

  DramatisArticle *article;
  DramatisSession *session;

  GtkWidget       *meaning;
  GtkWidget       *published;
  GtkWidget       *revealer;
  GtkWidget       *title;
};

G_DEFINE_FINAL_TYPE (DramatisArticleDetails, dramatis_article_details, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_ARTICLE,
  PROP_SESSION,
  N_PROPS,
};

enum
{
  REDATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean
read_published (DramatisArticleDetails  *self,
                DramatisTime           **time)
{
  return dramatis_date_field_read (GTK_EDITABLE (self->published), GTK_LABEL (self->meaning),
                                   _("No date: times like “last week” stay undated"), time);
}

static void
update (DramatisArticleDetails *self)
{
  g_autoptr (DramatisTime) time = NULL;
  gboolean valid = read_published (self, &time);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "details.apply",
                                 valid && gtk_entry_get_text_length (GTK_ENTRY (self->title)) > 0);
}

static void
dismiss (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  dramatis_article_details_ask (DRAMATIS_ARTICLE_DETAILS (widget), NULL);
}

static void
apply (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  DramatisArticleDetails *self = DRAMATIS_ARTICLE_DETAILS (widget);
  g_autoptr (DramatisArticle) article = g_steal_pointer (&self->article);
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->title));
  g_autoptr (DramatisTime) time = NULL;
  gboolean is_redated;

  g_return_if_fail (article != NULL && self->session != NULL);

  read_published (self, &time);
  is_redated = !dramatis_time_equal (time, dramatis_article_get_published (article));
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);

  if (is_redated || !g_str_equal (title, dramatis_article_get_title (article)))
    {
      dramatis_dossier_edit (dramatis_session_get_dossier (self->session), _("Edit Article"), article,
                             "title", title,
                             "published", time,
                             NULL);
      if (is_redated)
        g_signal_emit (self, signals[REDATED], 0, article);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE]);
}

static void
apply_cb (DramatisArticleDetails *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "details.apply", NULL);
}

static void
dramatis_article_details_dispose (GObject *object)
{
  DramatisArticleDetails *self = DRAMATIS_ARTICLE_DETAILS (object);

  g_clear_object (&self->article);
  g_clear_object (&self->session);
  g_clear_pointer (&self->revealer, gtk_widget_unparent);

  G_OBJECT_CLASS (dramatis_article_details_parent_class)->dispose (object);
}

static void
dramatis_article_details_get_property (GObject    *object,
                                       guint       prop_id,
                                       GValue     *value,
                                       GParamSpec *pspec)
{
  DramatisArticleDetails *self = DRAMATIS_ARTICLE_DETAILS (object);

  switch (prop_id)
    {
    case PROP_ARTICLE:
      g_value_set_object (value, self->article);
      break;
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_article_details_set_property (GObject      *object,
                                       guint         prop_id,
                                       const GValue *value,
                                       GParamSpec   *pspec)
{
  DramatisArticleDetails *self = DRAMATIS_ARTICLE_DETAILS (object);

  switch (prop_id)
    {
    case PROP_ARTICLE:
      dramatis_article_details_ask (self, g_value_get_object (value));
      break;
    case PROP_SESSION:
      dramatis_article_details_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_article_details_class_init (DramatisArticleDetailsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dramatis_article_details_dispose;
  object_class->get_property = dramatis_article_details_get_property;
  object_class->set_property = dramatis_article_details_set_property;

  /**
   * DramatisArticleDetails:article:
   *
   * The article that is asked about, %NULL while nothing is.
   */
  properties[PROP_ARTICLE] =
    g_param_spec_object ("article", NULL, NULL, DRAMATIS_TYPE_ARTICLE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * DramatisArticleDetails:session:
   *
   * The session whose dossier is edited.
   */
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, DRAMATIS_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * DramatisArticleDetails::redated:
   * @self: the row
   * @article: the article
   *
   * Emitted when a person has said that an article was published at another time.
   */
  signals[REDATED] =
    g_signal_new ("redated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, DRAMATIS_TYPE_ARTICLE);

  g_type_ensure (DRAMATIS_TYPE_WRAP_LAYOUT);

  gtk_widget_class_set_css_name (widget_class, "article-details");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "details.apply", NULL, apply);
  gtk_widget_class_install_action (widget_class, "details.dismiss", NULL, dismiss);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/dramatis/Dramatis/ui/dramatis-article-details.ui");
  gtk_widget_class_bind_template_child (widget_class, DramatisArticleDetails, meaning);
  gtk_widget_class_bind_template_child (widget_class, DramatisArticleDetails, published);
  gtk_widget_class_bind_template_child (widget_class, DramatisArticleDetails, revealer);
  gtk_widget_class_bind_template_child (widget_class, DramatisArticleDetails, title);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
dramatis_article_details_init (DramatisArticleDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dramatis_article_details_new:
 *
 * Makes a row that asks about no article yet.
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
dramatis_article_details_new (void)
{
  return g_object_new (DRAMATIS_TYPE_ARTICLE_DETAILS, NULL);
}

/**
 * dramatis_article_details_get_article:
 * @self: a row
 *
 * Gets the article that is asked about.
 *
 * Returns: (transfer none) (nullable): the article
 */
DramatisArticle *
dramatis_article_details_get_article (DramatisArticleDetails *self)
{
  g_return_val_if_fail (DRAMATIS_IS_ARTICLE_DETAILS (self), NULL);

  return self->article;
}

/**
 * dramatis_article_details_get_session:
 * @self: a row
 *
 * Gets the session whose dossier is edited.
 *
 * Returns: (transfer none) (nullable): the session
 */
DramatisSession *
dramatis_article_details_get_session (DramatisArticleDetails *self)
{
  g_return_val_if_fail (DRAMATIS_IS_ARTICLE_DETAILS (self), NULL);

  return self->session;
}

/**
 * dramatis_article_details_ask:
 * @self: a row
 * @article: (nullable): an article of the session's dossier
 *
 * Asks about an article, or asks no more.
 */
void
dramatis_article_details_ask (DramatisArticleDetails *self,
                              DramatisArticle        *article)
{
  g_return_if_fail (DRAMATIS_IS_ARTICLE_DETAILS (self));
  g_return_if_fail (article == NULL || DRAMATIS_IS_ARTICLE (article));

  if (!g_set_object (&self->article, article))
    return;

  if (article != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->title), dramatis_article_get_title (article));
      dramatis_date_field_set (GTK_EDITABLE (self->published), dramatis_article_get_published (article));
      update (self);
    }
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), article != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE]);
}

/**
 * dramatis_article_details_set_session:
 * @self: a row
 * @session: (nullable): a session
 *
 * Sets the session whose dossier is edited.
 */
void
dramatis_article_details_set_session (DramatisArticleDetails *self,
                                      DramatisSession        *session)
{
  g_return_if_fail (DRAMATIS_IS_ARTICLE_DETAILS (self));
  g_return_if_fail (session == NULL || DRAMATIS_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  dramatis_article_details_ask (self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
