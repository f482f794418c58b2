/* dramatis-session-edits.c: adding notes, moving articles
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-session-private.h"

#include <glib/gi18n-lib.h>

/**
 * dramatis_session_add_note:
 * @self: a session
 * @ranges: (nullable) (element-type DramatisAnchor): the words that it is about, in reading order
 * @about: (nullable) (type DramatisThing): an actor, event or article that it is about
 *
 * Adds an empty note and makes it the active one. One level of undo.
 *
 * It is in the dossier from the start, so that nothing is lost if writing is broken off: words with an empty note
 * are a highlight.
 *
 * Returns: (transfer none): the note
 */
DramatisNote *
dramatis_session_add_note (DramatisSession *self,
                           GPtrArray       *ranges,
                           gpointer         about)
{
  g_autofree char *id = NULL;
  g_autoptr (DramatisNote) note = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  const char *about_ids[] = { about != NULL ? dramatis_thing_get_id (about) : NULL, NULL };

  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), NULL);

  id = dramatis_dossier_create_id (self->dossier, "note", NULL);
  note = g_object_new (DRAMATIS_TYPE_NOTE,
                       "id", id,
                       "created", now,
                       "modified", now,
                       NULL);
  if (ranges != NULL)
    g_object_set (note, "ranges", ranges, NULL);
  if (DRAMATIS_IS_ACTOR (about))
    g_object_set (note, "actors", about_ids, NULL);
  else if (DRAMATIS_IS_EVENT (about))
    g_object_set (note, "events", about_ids, NULL);
  else if (DRAMATIS_IS_ARTICLE (about))
    g_object_set (note, "articles", about_ids, NULL);

  dramatis_dossier_add (self->dossier, note);
  dramatis_session_set_active_note (self, note);

  return note;
}

/**
 * dramatis_session_move_article:
 * @self: a session
 * @article: an article of the dossier
 * @position: where it is to stand among the articles, from 0
 *
 * Has an article read earlier or later. One level of undo.
 */
void
dramatis_session_move_article (DramatisSession *self,
                               DramatisArticle *article,
                               guint            position)
{
  GListModel *articles = dramatis_dossier_get_articles (self->dossier);
  DramatisHistory *history = dramatis_dossier_get_history (self->dossier);
  g_autoptr (GPtrArray) moved = g_ptr_array_new_with_free_func (g_object_unref);
  guint old, first, last;

  g_return_if_fail (DRAMATIS_IS_SESSION (self));
  g_return_if_fail (position < g_list_model_get_n_items (articles));

  if (!g_list_store_find (G_LIST_STORE (articles), article, &old))
    g_return_if_reached ();
  if (old == position)
    return;

  first = MIN (old, position);
  last = MAX (old, position);
  for (guint i = first; i <= last; i++)
    {
      if (i != old)
        g_ptr_array_add (moved, g_list_model_get_item (articles, i));
    }
  g_ptr_array_insert (moved, position - first, g_object_ref (article));

  dramatis_history_begin (history, _("Move Article"));
  dramatis_history_splice (history, G_LIST_STORE (articles), first, moved->len, moved->pdata, moved->len);
  dramatis_history_end (history);
}
