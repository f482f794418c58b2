/* dramatis-session-marked.c: the text that a person has marked
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-session-private.h"

/* What a passage becomes in HTML. */
static const struct
{
  const char *start;
  const char *end;
} elements[] = {
  [DRAMATIS_PASSAGE_KIND_HEADING] = { "<h2>", "</h2>" },
  [DRAMATIS_PASSAGE_KIND_PARAGRAPH] = { "<p>", "</p>" },
  [DRAMATIS_PASSAGE_KIND_QUOTATION] = { "<blockquote>", "</blockquote>" },
  [DRAMATIS_PASSAGE_KIND_LIST_ITEM] = { "<li>", "</li>" },
  [DRAMATIS_PASSAGE_KIND_FOOTNOTE] = { "<p><small>", "</small></p>" },
};

/**
 * dramatis_session_get_marked:
 * @self: a session
 *
 * Gets the text that is marked.
 *
 * Returns: (transfer none) (nullable) (element-type DramatisAnchor): an anchor for each passage in which some is, in
 *   reading order; %NULL if none is
 */
GPtrArray *
dramatis_session_get_marked (DramatisSession *self)
{
  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), NULL);

  return self->marked;
}

/**
 * dramatis_session_set_marked:
 * @self: a session
 * @anchors: (nullable) (element-type DramatisAnchor): the text, an anchor for each passage in which some is, in
 *   reading order; or %NULL if none is
 *
 * Says which text is marked.
 */
void
dramatis_session_set_marked (DramatisSession *self,
                             GPtrArray       *anchors)
{
  g_return_if_fail (DRAMATIS_IS_SESSION (self));
  g_return_if_fail (anchors == NULL || anchors->len > 0);

  if (self->marked == anchors)
    return;

  g_clear_pointer (&self->marked, g_ptr_array_unref);
  self->marked = anchors != NULL ? g_ptr_array_ref (anchors) : NULL;
  g_object_notify (G_OBJECT (self), "marked");
}

static DramatisPassageKind
get_kind (DramatisSession *self,
          guint            number)
{
  const DramatisAnchor *anchor = g_ptr_array_index (self->marked, number);
  DramatisPassage *passage = dramatis_dossier_lookup (self->dossier, anchor->passage);

  return passage != NULL ? dramatis_passage_get_kind (passage) : DRAMATIS_PASSAGE_KIND_PARAGRAPH;
}

static DramatisArticle *
find_article (DramatisSession *self,
              guint            number)
{
  const DramatisAnchor *anchor = g_ptr_array_index (self->marked, number);
  guint position;

  return dramatis_index_get_position (self->index, anchor->passage, &position)
           ? dramatis_index_get_article (self->index, position) : NULL;
}

/* Whether the marked text goes on in another article behind the anchor with this number, or ends there. */
static gboolean
ends_article (DramatisSession *self,
              guint            number)
{
  return number + 1 == self->marked->len || find_article (self, number) != find_article (self, number + 1);
}

/* "Byline, Title, Publisher, date, address" of what is known; %NULL if nothing is. */
static char *
describe_source (DramatisArticle *article)
{
  DramatisTime *published = article != NULL ? dramatis_article_get_published (article) : NULL;
  g_autofree char *date = published != NULL ? dramatis_time_to_text (published) : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) known = NULL;

  if (article != NULL)
    {
      const char *parts[] = {
        dramatis_article_get_byline (article),
        dramatis_article_get_title (article),
        dramatis_article_get_publisher (article),
        date,
        dramatis_article_get_source (article),
      };

      for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
        {
          if (parts[i] != NULL && *parts[i] != '\0')
            g_strv_builder_add (builder, parts[i]);
        }
    }
  known = g_strv_builder_end (builder);

  return known[0] != NULL ? g_strjoinv (", ", known) : NULL;
}

/**
 * dramatis_session_dup_marked_text:
 * @self: a session
 * @with_source: whether a line is to tell where it comes from
 *
 * Gets the marked text, with an empty line between two passages.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL if none is marked
 */
char *
dramatis_session_dup_marked_text (DramatisSession *self,
                                  gboolean         with_source)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), NULL);

  if (self->marked == NULL)
    return NULL;

  text = g_string_new (NULL);
  for (guint i = 0; i < self->marked->len; i++)
    {
      const DramatisAnchor *anchor = g_ptr_array_index (self->marked, i);
      g_autofree char *source = NULL;

      g_string_append_printf (text, "%s%s", i > 0 ? "\n\n" : "", anchor->quote);
      if (with_source && ends_article (self, i))
        source = describe_source (find_article (self, i));
      if (source != NULL)
        g_string_append_printf (text, "\n\n— %s", source);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * dramatis_session_dup_marked_html:
 * @self: a session
 *
 * Gets the marked text as HTML, with a line that tells where it comes from.
 *
 * Returns: (transfer full) (nullable): a fragment of HTML, or %NULL if no text is marked
 */
char *
dramatis_session_dup_marked_html (DramatisSession *self)
{
  g_autoptr (GString) html = NULL;
  gboolean in_list = FALSE;

  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), NULL);

  if (self->marked == NULL)
    return NULL;

  html = g_string_new (NULL);
  for (guint i = 0; i < self->marked->len; i++)
    {
      const DramatisAnchor *anchor = g_ptr_array_index (self->marked, i);
      DramatisPassageKind kind = get_kind (self, i);
      gboolean is_item = kind == DRAMATIS_PASSAGE_KIND_LIST_ITEM;
      gboolean is_last = ends_article (self, i);
      g_autofree char *escaped = g_markup_escape_text (anchor->quote, -1);
      g_autofree char *source = NULL;

      if (is_item && !in_list)
        g_string_append (html, "<ul>\n");
      g_string_append_printf (html, "%s%s%s\n", elements[kind].start, escaped, elements[kind].end);
      in_list = is_item && !is_last && get_kind (self, i + 1) == DRAMATIS_PASSAGE_KIND_LIST_ITEM;
      if (is_item && !in_list)
        g_string_append (html, "</ul>\n");
      if (is_last)
        source = describe_source (find_article (self, i));
      if (source != NULL)
        {
          g_autofree char *escaped_source = g_markup_escape_text (source, -1);

          g_string_append_printf (html, "<p><cite>— %s</cite></p>\n", escaped_source);
        }
    }

  return g_string_free (g_steal_pointer (&html), FALSE);
}
