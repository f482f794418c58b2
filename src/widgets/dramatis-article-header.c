/* dramatis-article-header.c: title and origin of an article
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-article-header.h"

#include <glib/gi18n-lib.h>

#include "dramatis-passage.h"
#include "dramatis-text-layout.h"

/**
 * DramatisArticleHeader:
 *
 * The title of an article, and beneath it who wrote it, where and when it appeared and how long it takes to read.
 *
 * # CSS nodes
 *
 * `article-header` with two labels, `.title` and `.origin`.
 *
 * # Accessibility
 *
 * A `GROUP` named by the title and described by the rest. It takes the focus, so that who goes through the text by
 * keyboard hears where another article begins.
 */

/* Brysbaert, "How many words do we read per minute?" (2019): 238 words of English prose, of nearly six
 * code points each with the space behind. */
#define CODE_POINTS_PER_MINUTE 1400

struct _DramatisArticleHeader
{
  GtkWidget   parent_instance;

  GtkWidget  *title;
  GtkWidget  *origin;
  const char *article;     /* id, interned */
  guint       n_passages;  /* what minutes were counted for: to count 10 MB takes as long as to paint them */
  guint       minutes;
};

G_DEFINE_FINAL_TYPE (DramatisArticleHeader, dramatis_article_header, GTK_TYPE_WIDGET)

static void
update_minutes (DramatisArticleHeader *self,
                GListModel            *passages)
{
  guint length = 0;

  self->n_passages = g_list_model_get_n_items (passages);
  for (guint i = 0; i < self->n_passages; i++)
    {
      g_autoptr (DramatisPassage) passage = g_list_model_get_item (passages, i);

      length += dramatis_text_estimate_length (dramatis_passage_get_text (passage));
    }
  self->minutes = MAX (1, (length + CODE_POINTS_PER_MINUTE / 2) / CODE_POINTS_PER_MINUTE);
}

/* Under a title that runs the other way each part keeps together, as between U+2068 and U+2069. */
static char *
describe_origin (DramatisArticle *article,
                 guint            minutes,
                 gboolean         isolated)
{
  const char *start = isolated ? "\u2068" : "";
  const char *end = isolated ? "\u2069" : "";
  DramatisTime *published = dramatis_article_get_published (article);
  g_autofree char *date = published != NULL ? dramatis_time_to_text (published) : NULL;
  const char *parts[] = { dramatis_article_get_byline (article), dramatis_article_get_publisher (article), date };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] != NULL && *parts[i] != '\0')
        g_string_append_printf (text, "%s%s%s · ", start, parts[i], end);
    }

  g_string_append (text, start);
  /* Translators: how long an article takes to read; with a no-break space (U+00A0) */
  g_string_append_printf (text, ngettext ("%u\u00a0minute", "%u\u00a0minutes", minutes), minutes);
  g_string_append (text, end);

  return g_string_free (text, FALSE);
}

static void
dramatis_article_header_dispose (GObject *object)
{
  DramatisArticleHeader *self = DRAMATIS_ARTICLE_HEADER (object);

  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->origin, gtk_widget_unparent);

  G_OBJECT_CLASS (dramatis_article_header_parent_class)->dispose (object);
}

static void
dramatis_article_header_class_init (DramatisArticleHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dramatis_article_header_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "article-header");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
add_label (DramatisArticleHeader *self,
           GtkAccessibleRole      role,
           const char            *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", role,
                                   "can-target", FALSE,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0,
                                   NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
dramatis_article_header_init (DramatisArticleHeader *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->title = add_label (self, GTK_ACCESSIBLE_ROLE_HEADING, "title");
  self->origin = add_label (self, GTK_ACCESSIBLE_ROLE_LABEL, "origin");
}

/**
 * dramatis_article_header_new:
 *
 * Makes a header that shows nothing yet.
 *
 * Returns: (transfer floating): a new header
 */
GtkWidget *
dramatis_article_header_new (void)
{
  return g_object_new (DRAMATIS_TYPE_ARTICLE_HEADER, NULL);
}

/**
 * dramatis_article_header_bind:
 * @self: a header
 * @article: an article
 * @attributes: (nullable): how its text is set
 *
 * Shows an article as it is now.
 */
void
dramatis_article_header_bind (DramatisArticleHeader *self,
                              DramatisArticle       *article,
                              PangoAttrList         *attributes)
{
  g_autofree char *origin = NULL;
  GtkTextDirection direction;
  GListModel *passages;
  const char *title, *id;

  g_return_if_fail (DRAMATIS_IS_ARTICLE_HEADER (self));
  g_return_if_fail (DRAMATIS_IS_ARTICLE (article));

  id = dramatis_thing_get_id (DRAMATIS_THING (article));
  passages = dramatis_article_get_passages (article);
  if (id != self->article || g_list_model_get_n_items (passages) != self->n_passages)
    update_minutes (self, passages);
  self->article = id;

  title = dramatis_article_get_title (article);
  direction = dramatis_text_is_rtl (title) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;
  origin = describe_origin (article, self->minutes, direction != gtk_widget_get_default_direction ());

  gtk_widget_set_direction (self->title, direction);
  gtk_widget_set_direction (self->origin, direction);
  gtk_label_set_attributes (GTK_LABEL (self->title), attributes);
  gtk_label_set_attributes (GTK_LABEL (self->origin), attributes);
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->origin), origin);
  gtk_widget_set_visible (self->title, *title != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, origin,
                                  -1);
}
