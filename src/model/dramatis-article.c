/* dramatis-article.c: an article and its passages
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-article.h"

#include <string.h>

#include "dramatis-passage.h"
#include "dramatis-thing-private.h"

/**
 * DramatisArticle:
 *
 * A text with its source, in passages.
 */

struct _DramatisArticle
{
  DramatisThing  parent_instance;

  char          *byline;
  char          *language;
  GListStore    *passages;
  DramatisTime  *published;
  char          *publisher;
  char          *source;
  char          *title;
};

G_DEFINE_FINAL_TYPE (DramatisArticle, dramatis_article, DRAMATIS_TYPE_THING)

enum
{
  PROP_0,
  PROP_BYLINE,
  PROP_LANGUAGE,
  PROP_PASSAGES,
  PROP_PUBLISHED,
  PROP_PUBLISHER,
  PROP_SOURCE,
  PROP_TITLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
dramatis_article_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  DramatisArticle *self = DRAMATIS_ARTICLE (object);

  switch (prop_id)
    {
    case PROP_BYLINE:
      g_value_set_string (value, dramatis_article_get_byline (self));
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, dramatis_article_get_language (self));
      break;
    case PROP_PASSAGES:
      g_value_set_object (value, self->passages);
      break;
    case PROP_PUBLISHED:
      g_value_set_boxed (value, self->published);
      break;
    case PROP_PUBLISHER:
      g_value_set_string (value, dramatis_article_get_publisher (self));
      break;
    case PROP_SOURCE:
      g_value_set_string (value, dramatis_article_get_source (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, dramatis_article_get_title (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_article_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  DramatisArticle *self = DRAMATIS_ARTICLE (object);
  gboolean changed = FALSE;

  switch (prop_id)
    {
    case PROP_BYLINE:
      changed = dramatis_field_set_string (&self->byline, value);
      break;
    case PROP_LANGUAGE:
      changed = dramatis_field_set_string (&self->language, value);
      break;
    case PROP_PUBLISHED:
      changed = dramatis_field_set_boxed (&self->published, value);
      break;
    case PROP_PUBLISHER:
      changed = dramatis_field_set_string (&self->publisher, value);
      break;
    case PROP_SOURCE:
      changed = dramatis_field_set_string (&self->source, value);
      break;
    case PROP_TITLE:
      changed = dramatis_field_set_string (&self->title, value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }

  if (changed)
    dramatis_thing_notify (object, pspec);
}

static void
dramatis_article_finalize (GObject *object)
{
  DramatisArticle *self = DRAMATIS_ARTICLE (object);

  g_free (self->byline);
  g_free (self->language);
  g_clear_object (&self->passages);
  g_clear_pointer (&self->published, dramatis_time_unref);
  g_free (self->publisher);
  g_free (self->source);
  g_free (self->title);

  G_OBJECT_CLASS (dramatis_article_parent_class)->finalize (object);
}

static void
dramatis_article_class_init (DramatisArticleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dramatis_article_get_property;
  object_class->set_property = dramatis_article_set_property;
  object_class->finalize = dramatis_article_finalize;

  /**
   * DramatisArticle:byline:
   *
   * Who wrote the article, as it says.
   */
  properties[PROP_BYLINE] =
    g_param_spec_string ("byline", NULL, NULL, "", DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisArticle:language:
   *
   * The language, as a BCP 47 tag.
   */
  properties[PROP_LANGUAGE] =
    g_param_spec_string ("language", NULL, NULL, "", DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisArticle:passages:
   *
   * The passages, in order.
   */
  properties[PROP_PASSAGES] =
    g_param_spec_object ("passages", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DramatisArticle:published:
   *
   * When the article was published, or %NULL where that is not known.
   */
  properties[PROP_PUBLISHED] =
    g_param_spec_boxed ("published", NULL, NULL, DRAMATIS_TYPE_TIME, DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisArticle:publisher:
   *
   * Who published the article.
   */
  properties[PROP_PUBLISHER] =
    g_param_spec_string ("publisher", NULL, NULL, "", DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisArticle:source:
   *
   * The URI of the article.
   */
  properties[PROP_SOURCE] =
    g_param_spec_string ("source", NULL, NULL, "", DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisArticle:title:
   *
   * The title.
   */
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, "", DRAMATIS_PARAM_EDITABLE);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dramatis_article_init (DramatisArticle *self)
{
  self->passages = g_list_store_new (DRAMATIS_TYPE_PASSAGE);
}

/**
 * dramatis_article_new:
 * @id: the identifier
 *
 * Makes an article without passages.
 *
 * Returns: (transfer full): a new article
 */
DramatisArticle *
dramatis_article_new (const char *id)
{
  return g_object_new (DRAMATIS_TYPE_ARTICLE, "id", id, NULL);
}

/**
 * dramatis_article_get_byline:
 * @self: an article
 *
 * Gets who wrote the article, as it says.
 *
 * Returns: (transfer none): who wrote the article, as it says
 */
const char *
dramatis_article_get_byline (DramatisArticle *self)
{
  g_return_val_if_fail (DRAMATIS_IS_ARTICLE (self), NULL);

  return dramatis_field_string (self->byline);
}

/**
 * dramatis_article_get_language:
 * @self: an article
 *
 * Gets the language, as a BCP 47 tag.
 *
 * Returns: (transfer none): the language, as a BCP 47 tag
 */
const char *
dramatis_article_get_language (DramatisArticle *self)
{
  g_return_val_if_fail (DRAMATIS_IS_ARTICLE (self), NULL);

  return dramatis_field_string (self->language);
}

/**
 * dramatis_article_get_passages:
 * @self: an article
 *
 * Gets the passages, in order.
 *
 * Returns: (transfer none): the passages, in order
 */
GListModel *
dramatis_article_get_passages (DramatisArticle *self)
{
  g_return_val_if_fail (DRAMATIS_IS_ARTICLE (self), NULL);

  return G_LIST_MODEL (self->passages);
}

/**
 * dramatis_article_get_published:
 * @self: an article
 *
 * Gets when the article was published, or %NULL where that is not known.
 *
 * Returns: (transfer none) (nullable): when the article was published, or %NULL where that is not known
 */
DramatisTime *
dramatis_article_get_published (DramatisArticle *self)
{
  g_return_val_if_fail (DRAMATIS_IS_ARTICLE (self), NULL);

  return self->published;
}

/**
 * dramatis_article_get_publisher:
 * @self: an article
 *
 * Gets who published the article.
 *
 * Returns: (transfer none): who published the article
 */
const char *
dramatis_article_get_publisher (DramatisArticle *self)
{
  g_return_val_if_fail (DRAMATIS_IS_ARTICLE (self), NULL);

  return dramatis_field_string (self->publisher);
}

/**
 * dramatis_article_get_source:
 * @self: an article
 *
 * Gets the URI of the article.
 *
 * Returns: (transfer none): the URI of the article
 */
const char *
dramatis_article_get_source (DramatisArticle *self)
{
  g_return_val_if_fail (DRAMATIS_IS_ARTICLE (self), NULL);

  return dramatis_field_string (self->source);
}

/**
 * dramatis_article_get_title:
 * @self: an article
 *
 * Gets the title.
 *
 * Returns: (transfer none): the title
 */
const char *
dramatis_article_get_title (DramatisArticle *self)
{
  g_return_val_if_fail (DRAMATIS_IS_ARTICLE (self), NULL);

  return dramatis_field_string (self->title);
}

/**
 * dramatis_language_tag_is_valid:
 * @tag: the name of a language
 *
 * Tells whether it has the form of a BCP 47 tag: subtags of up to eight letters and digits, the first one of letters
 * only. Whether there is such a language is not asked.
 *
 * Returns: whether it has
 */
gboolean
dramatis_language_tag_is_valid (const char *tag)
{
  g_auto (GStrv) parts = g_strsplit (tag, "-", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      gsize length = strlen (parts[i]);

      if (length < (i == 0 ? 2 : 1) || length > 8)
        return FALSE;
      for (const char *p = parts[i]; *p != '\0'; p++)
        if (!g_ascii_isalpha (*p) && (i == 0 || !g_ascii_isdigit (*p)))
          return FALSE;
    }

  return parts[0] != NULL;
}
