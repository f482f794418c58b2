/* dramatis-article-status.c: why the filter leaves nothing to read, and what to do
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

static char *
dup_part_name (DramatisFilter     *filter,
               DramatisFilterPart  part)
{
  switch (part)
    {
    case DRAMATIS_FILTER_PART_MATCH:
      return g_strdup (_("Any of these actors"));
    case DRAMATIS_FILTER_PART_ACTORS:
      return g_strdup (_("All actors"));
    case DRAMATIS_FILTER_PART_SPAN:
      return g_strdup (_("All times"));
    case DRAMATIS_FILTER_PART_TEXT:
      /* Translators: passages without regard to whether they contain these words */
      return g_strdup_printf (_("With or without “%s”"), dramatis_filter_get_text (filter));
    case DRAMATIS_FILTER_PART_TAGS:
      return g_strdup (_("All tags"));
    default:
      g_return_val_if_reached (NULL);
    }
}

/* How many of the passages in scope pass without a part of the filter. */
static guint
count_without (DramatisSession    *session,
               DramatisFilterPart  part)
{
  DramatisFilter *filter = dramatis_session_get_filter (session);
  g_autoptr (DramatisFilter) relaxed = dramatis_filter_new ();
  guint first, n_passages, n_matches = 0;
  GArray *positions;

  dramatis_filter_set_actors (relaxed, dramatis_filter_get_actors (filter));
  dramatis_filter_set_match (relaxed, dramatis_filter_get_match (filter));
  dramatis_filter_set_span (relaxed, dramatis_filter_get_span (filter));
  dramatis_filter_set_words (relaxed, dramatis_filter_get_text (filter), dramatis_filter_get_whole_words (filter));
  dramatis_filter_set_tags (relaxed, dramatis_filter_get_tags (filter));
  dramatis_filter_remove_part (relaxed, part, NULL);

  dramatis_session_get_scope (session, &first, &n_passages);
  positions = dramatis_filter_match_passages (relaxed, dramatis_session_get_index (session));
  for (guint i = 0; i < positions->len; i++)
    n_matches += g_array_index (positions, guint, i) - first < n_passages;

  return n_matches;
}

static void
button_clicked_cb (GtkButton      *button,
                   DramatisFilter *filter)
{
  dramatis_filter_remove_part (filter, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "part")), NULL);
}

/**
 * dramatis_article_status_create_buttons:
 * @session: a session
 *
 * Makes a button for each part of the filter, which takes it out and tells how many passages there are without it;
 * and one for all.
 *
 * Returns: (transfer floating): the buttons
 */
GtkWidget *
dramatis_article_status_create_buttons (DramatisSession *session)
{
  DramatisFilter *filter = dramatis_session_get_filter (session);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *clear = gtk_button_new_with_mnemonic (_("_Clear Filter"));
  guint n_parts = 0;

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  for (guint i = 0; i < DRAMATIS_N_FILTER_PARTS; i++)
    n_parts += dramatis_filter_has_part (filter, i);
  for (guint i = 0; n_parts > 1 && i < DRAMATIS_N_FILTER_PARTS; i++)
    {
      GtkWidget *button;
      g_autofree char *name = NULL;
      g_autofree char *label = NULL;
      guint n_passages;

      if (!dramatis_filter_has_part (filter, i))
        continue;

      name = dup_part_name (filter, i);
      n_passages = count_without (session, i);
      /* Translators: what to do, and how many passages are shown then: "All times (3 passages)" */
      label = g_strdup_printf (ngettext ("%s (%u passage)", "%s (%u passages)", n_passages), name, n_passages);
      button = gtk_button_new_with_label (label);
      gtk_widget_set_sensitive (button, n_passages > 0);
      g_object_set_data (G_OBJECT (button), "part", GUINT_TO_POINTER (i));
      g_signal_connect_object (button, "clicked", G_CALLBACK (button_clicked_cb), filter, 0);
      gtk_box_append (GTK_BOX (box), button);
    }

  gtk_widget_add_css_class (clear, "pill");
  gtk_widget_set_halign (clear, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (clear, 6);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (clear), "win.clear-filter");
  gtk_box_append (GTK_BOX (box), clear);

  return box;
}
