/* dramatis-article-status.c: why the filter leaves nothing to read
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-article-status.h"

#include <glib/gi18n-lib.h>

/* The names of things, with @last before the last one: "Japan, India or NATO". */
static char *
join_names (DramatisDossier    *dossier,
            const char * const *ids,
            const char         *last)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      gpointer thing = dramatis_dossier_lookup (dossier, ids[i]);
      const char *name = ids[i];

      if (DRAMATIS_IS_ACTOR (thing))
        name = dramatis_actor_get_name (thing);
      else if (DRAMATIS_IS_TAG (thing))
        name = dramatis_tag_get_name (thing);

      if (i > 0)
        g_string_append (text, ids[i + 1] == NULL ? last : ", ");
      g_string_append (text, name);
    }

  return g_string_free (text, FALSE);
}

/**
 * dramatis_article_status_describe:
 * @session: a session
 *
 * Says what no passage has, by the parts of the filter: "No passage mentions Japan and has an event in 1945."
 *
 * Returns: (transfer full): the sentence
 */
char *
dramatis_article_status_describe (DramatisSession *session)
{
  DramatisFilter *filter = dramatis_session_get_filter (session);
  DramatisDossier *dossier = dramatis_session_get_dossier (session);
  const char * const *actors = dramatis_filter_get_actors (filter);
  const char * const *tags = dramatis_filter_get_tags (filter);
  const DramatisSpan *span = dramatis_filter_get_span (filter);
  const char *text = dramatis_filter_get_text (filter);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *together = NULL;

  if (actors[0] != NULL)
    {
      gboolean all = dramatis_filter_get_match (filter) == DRAMATIS_MATCH_ALL;
      /* Translators: between the names of actors or tags: "Japan, China or India" */
      g_autofree char *names = join_names (dossier, actors, all ? _(" and ") : _(" or "));

      /* Translators: a part of "No passage mentions Japan and has an event in 2012." */
      g_ptr_array_add (parts, g_strdup_printf (_("mentions %s"), names));
    }
  if (span != NULL)
    {
      g_autoptr (DramatisTime) time = dramatis_time_new_for_span (span);
      g_autofree char *date = dramatis_time_to_text (time);

      /* Translators: a part of "No passage mentions Japan and has an event in 2012."; the date may be a span */
      g_ptr_array_add (parts, g_strdup_printf (_("has an event in the time “%s”"), date));
    }
  if (*text != '\0')
    /* Translators: a part of "No passage mentions Japan and contains “missile”." */
    g_ptr_array_add (parts, g_strdup_printf (_("contains “%s”"), text));
  if (tags[0] != NULL)
    {
      g_autofree char *names = join_names (dossier, tags, _(" or "));

      /* Translators: a part of "No passage mentions Japan and has a note tagged law." */
      g_ptr_array_add (parts, g_strdup_printf (_("has a note tagged %s"), names));
    }
  g_ptr_array_add (parts, NULL);

  /* Translators: between the parts of "No passage mentions Japan and contains “missile”." */
  together = g_strjoinv (_(" and "), (char **) parts->pdata);

  /* Translators: %s is what it would have to have: "No passage mentions Japan and contains “missile”." */
  return g_strdup_printf (_("No passage %s."), together);
}
