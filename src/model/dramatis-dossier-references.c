/* dramatis-dossier-references.c: keeps what refers to a thing right
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-dossier-private.h"

#include "dramatis-link.h"

/**
 * dramatis_append_once:
 * @list: (element-type utf8): texts, which are not owned
 * @text: a text
 *
 * Appends a text that is not empty and not in the list yet.
 */
void
dramatis_append_once (GPtrArray  *list,
                      const char *text)
{
  if (*text != '\0' && !g_ptr_array_find_with_equal_func (list, text, g_str_equal, NULL))
    g_ptr_array_add (list, (gpointer) text);
}

/**
 * dramatis_append_all_once:
 * @list: (element-type utf8): a list
 * @texts: (array zero-terminated=1): texts that outlive it
 *
 * Appends those texts that are not in the list yet.
 */
void
dramatis_append_all_once (GPtrArray          *list,
                          const char * const *texts)
{
  for (guint i = 0; texts[i] != NULL; i++)
    dramatis_append_once (list, texts[i]);
}

/**
 * dramatis_dossier_replace_references:
 * @self: a dossier
 * @things: the things whose references change
 * @property: which of their lists of identifiers
 * @from: identifiers
 * @to: (nullable): what takes their place, once, or %NULL to take them out
 *
 * Changes references. Part of a level of undo that the caller has begun.
 */
void
dramatis_dossier_replace_references (DramatisDossier    *self,
                                     GListModel         *things,
                                     const char         *property,
                                     const char * const *from,
                                     const char         *to)
{
  for (guint i = 0; i < g_list_model_get_n_items (things); i++)
    {
      g_autoptr (DramatisThing) thing = g_list_model_get_item (things, i);
      g_autoptr (GPtrArray) replaced = g_ptr_array_new ();
      g_auto (GStrv) ids = NULL;
      gboolean found = FALSE;

      g_object_get (thing, property, &ids, NULL);
      for (guint j = 0; ids != NULL && ids[j] != NULL; j++)
        {
          gboolean is_replaced = g_strv_contains (from, ids[j]);
          const char *id = is_replaced ? to : ids[j];

          found |= is_replaced;
          /* nobody is a member of himself */
          if (id != NULL && !g_str_equal (id, dramatis_thing_get_id (thing)))
            dramatis_append_once (replaced, id);
        }
      if (!found)
        continue;

      g_ptr_array_add (replaced, NULL);
      dramatis_history_set (dramatis_dossier_get_history (self), thing, property, replaced->pdata, NULL);
    }
}

static void
redirect_links (DramatisDossier    *self,
                const char * const *from,
                const char         *to)
{
  GListModel *notes = dramatis_dossier_get_notes (self);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (DramatisNote) note = g_list_model_get_item (notes, i);
      g_autofree char *text = dramatis_link_redirect (dramatis_note_get_text (note), from, to);

      if (text != NULL)
        dramatis_history_set (dramatis_dossier_get_history (self), note, "text", text, NULL);
    }
}

/**
 * dramatis_dossier_redirect:
 * @self: a dossier
 * @type: what the things are: actors, articles, events or tags
 * @from: their identifiers
 * @to: (nullable): the thing that takes their place, or %NULL to take them out
 *
 * Makes all that refers to some things refer to another one; so do the links in notes. Part of a level of undo that
 * the caller has begun.
 *
 * A link to a thing that is taken out stays: what it says can still be read.
 */
void
dramatis_dossier_redirect (DramatisDossier    *self,
                           GType               type,
                           const char * const *from,
                           const char         *to)
{
  GListModel *notes = dramatis_dossier_get_notes (self);

  if (type == DRAMATIS_TYPE_ACTOR)
    {
      dramatis_dossier_replace_references (self, dramatis_dossier_get_actors (self), "memberships", from, to);
      dramatis_dossier_replace_references (self, dramatis_dossier_get_actors (self), "candidates", from, to);
      dramatis_dossier_replace_references (self, dramatis_dossier_get_events (self), "actors", from, to);
      dramatis_dossier_replace_references (self, notes, "actors", from, to);
    }
  else if (type == DRAMATIS_TYPE_ARTICLE)
    dramatis_dossier_replace_references (self, notes, "articles", from, to);
  else if (type == DRAMATIS_TYPE_EVENT)
    dramatis_dossier_replace_references (self, notes, "events", from, to);
  else if (type == DRAMATIS_TYPE_TAG)
    dramatis_dossier_replace_references (self, notes, "tags", from, to);

  if (to == NULL)
    return;

  redirect_links (self, from, to);
  g_signal_emit_by_name (self, "merged", from, to);
}
