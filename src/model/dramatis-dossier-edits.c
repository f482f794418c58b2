/* dramatis-dossier-edits.c: what can be done to a dossier
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-dossier-private.h"

#include <glib/gi18n-lib.h>

#include "dramatis-index.h"

static GListStore *
get_store (DramatisDossier *self,
           gpointer         thing)
{
  if (DRAMATIS_IS_ACTOR (thing))
    return G_LIST_STORE (dramatis_dossier_get_actors (self));
  if (DRAMATIS_IS_ARTICLE (thing))
    return G_LIST_STORE (dramatis_dossier_get_articles (self));
  if (DRAMATIS_IS_EVENT (thing))
    return G_LIST_STORE (dramatis_dossier_get_events (self));
  if (DRAMATIS_IS_NOTE (thing))
    return G_LIST_STORE (dramatis_dossier_get_notes (self));
  if (DRAMATIS_IS_TAG (thing))
    return G_LIST_STORE (dramatis_dossier_get_tags (self));

  g_return_val_if_reached (NULL);
}

static const char *
label_for_adding (gpointer thing)
{
  if (DRAMATIS_IS_ACTOR (thing))
    return _("Add Actor");
  if (DRAMATIS_IS_ARTICLE (thing))
    return _("Add Article");
  if (DRAMATIS_IS_EVENT (thing))
    return _("Add Event");
  if (DRAMATIS_IS_NOTE (thing))
    return _("Add Note");

  return _("Add Tag");
}

static const char *
label_for_removing (gpointer thing)
{
  if (DRAMATIS_IS_ACTOR (thing))
    return _("Remove Actor");
  if (DRAMATIS_IS_ARTICLE (thing))
    return _("Remove Article");
  if (DRAMATIS_IS_EVENT (thing))
    return _("Remove Event");
  if (DRAMATIS_IS_NOTE (thing))
    return _("Remove Note");

  return _("Remove Tag");
}

/**
 * dramatis_dossier_add:
 * @self: a dossier
 * @thing: (type DramatisThing): an actor, article, event, note or tag
 *
 * Adds a thing at the end of its list. One level of undo.
 */
void
dramatis_dossier_add (DramatisDossier *self,
                      gpointer         thing)
{
  DramatisHistory *history = dramatis_dossier_get_history (self);
  GListStore *store;

  g_return_if_fail (DRAMATIS_IS_DOSSIER (self));

  store = get_store (self, thing);
  dramatis_history_begin (history, label_for_adding (thing));
  dramatis_history_splice (history, store, g_list_model_get_n_items (G_LIST_MODEL (store)), 0, &thing, 1);
  dramatis_history_end (history);
}

/**
 * dramatis_dossier_add_all:
 * @self: a dossier
 * @things: (element-type DramatisThing): actors, articles, events, notes and tags
 *
 * Adds many things, each at the end of its list, with one change of each list. One level of undo.
 */
void
dramatis_dossier_add_all (DramatisDossier *self,
                          GPtrArray       *things)
{
  DramatisHistory *history = dramatis_dossier_get_history (self);
  GListStore *stores[] = {
    G_LIST_STORE (dramatis_dossier_get_articles (self)),
    G_LIST_STORE (dramatis_dossier_get_actors (self)),
    G_LIST_STORE (dramatis_dossier_get_events (self)),
    G_LIST_STORE (dramatis_dossier_get_tags (self)),
    G_LIST_STORE (dramatis_dossier_get_notes (self)),
  };

  g_return_if_fail (DRAMATIS_IS_DOSSIER (self));

  if (things->len == 0)
    return;

  dramatis_history_begin (history, label_for_adding (g_ptr_array_index (things, 0)));
  for (guint i = 0; i < G_N_ELEMENTS (stores); i++)
    {
      g_autoptr (GPtrArray) additions = g_ptr_array_new ();

      for (guint j = 0; j < things->len; j++)
        {
          if (get_store (self, g_ptr_array_index (things, j)) == stores[i])
            g_ptr_array_add (additions, g_ptr_array_index (things, j));
        }
      if (additions->len > 0)
        dramatis_history_splice (history, stores[i],
                                 g_list_model_get_n_items (G_LIST_MODEL (stores[i])), 0,
                                 additions->pdata, additions->len);
    }
  dramatis_history_end (history);
}

static void
remove_mentions (DramatisDossier *self,
                 const char      *actor_id)
{
  DramatisHistory *history = dramatis_dossier_get_history (self);
  DramatisIndex *index = dramatis_dossier_get_index (self);
  GPtrArray *passages = dramatis_index_get_passages (index);

  for (guint i = 0; i < passages->len; i++)
    {
      DramatisPassage *passage = g_ptr_array_index (passages, i);
      GArray *mentions = dramatis_passage_get_mentions (passage);
      g_autoptr (GArray) kept = dramatis_mentions_new ();

      for (guint j = 0; j < mentions->len; j++)
        {
          const DramatisMention *mention = &g_array_index (mentions, DramatisMention, j);

          if (mention->actor != actor_id)
            g_array_append_val (kept, *mention);
        }
      if (kept->len < mentions->len)
        dramatis_history_set (history, passage, "mentions", kept, NULL);
    }
}

/* A note keeps in its own text, as quotations, the words that it was about and that go away. */
static void
keep_quotes (DramatisDossier *self,
             DramatisNote    *note,
             GPtrArray       *lost)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lost->len; i++)
    {
      const DramatisAnchor *anchor = g_ptr_array_index (lost, i);
      g_auto (GStrv) lines = g_strsplit (anchor->quote, "\n", -1);
      g_autofree char *quote = g_strjoinv ("\n> ", lines);

      if (*quote != '\0')
        g_string_append_printf (text, "> %s\n\n", quote);
    }
  if (text->len == 0)
    return;

  g_string_append (text, dramatis_note_get_text (note));
  g_strchomp (text->str);
  dramatis_history_set (dramatis_dossier_get_history (self), note, "text", text->str, NULL);
}

/* Takes the ranges that lie in an article out of events and notes. What a person has made stays; what is only
 * suggested goes if nothing else tells of it. */
static void
remove_anchors (DramatisDossier *self,
                GListModel      *things,
                const char      *property,
                GHashTable      *passage_ids)
{
  DramatisHistory *history = dramatis_dossier_get_history (self);

  for (guint i = g_list_model_get_n_items (things); i > 0; i--)
    {
      g_autoptr (DramatisThing) thing = g_list_model_get_item (things, i - 1);
      g_autoptr (GPtrArray) anchors = NULL;
      g_autoptr (GPtrArray) kept = dramatis_anchors_new ();
      g_autoptr (GPtrArray) lost = dramatis_anchors_new ();

      g_object_get (thing, property, &anchors, NULL);
      for (guint j = 0; j < anchors->len; j++)
        {
          DramatisAnchor *anchor = g_ptr_array_index (anchors, j);

          g_ptr_array_add (g_hash_table_contains (passage_ids, anchor->passage) ? lost : kept,
                           dramatis_anchor_ref (anchor));
        }

      if (lost->len == 0)
        continue;

      if (kept->len == 0 && DRAMATIS_IS_EVENT (thing)
          && dramatis_event_get_status (DRAMATIS_EVENT (thing)) != DRAMATIS_STATUS_CONFIRMED)
        {
          dramatis_dossier_remove (self, thing);
          continue;
        }

      dramatis_history_set (history, thing, property, kept, NULL);
      if (DRAMATIS_IS_NOTE (thing))
        keep_quotes (self, DRAMATIS_NOTE (thing), lost);
    }
}

static void
remove_all_references (DramatisDossier *self,
                       DramatisThing   *thing)
{
  const char *id = dramatis_thing_get_id (thing);

  dramatis_dossier_redirect (self, G_OBJECT_TYPE (thing), (const char *[]) { id, NULL }, NULL);
  if (DRAMATIS_IS_ACTOR (thing))
    {
      remove_mentions (self, id);
    }
  else if (DRAMATIS_IS_ARTICLE (thing))
    {
      g_autoptr (GHashTable) passage_ids = g_hash_table_new (NULL, NULL);
      GListModel *passages = dramatis_article_get_passages (DRAMATIS_ARTICLE (thing));

      for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
        {
          g_autoptr (DramatisThing) passage = g_list_model_get_item (passages, i);

          g_hash_table_add (passage_ids, (gpointer) dramatis_thing_get_id (passage));
        }
      remove_anchors (self, dramatis_dossier_get_events (self), "evidence", passage_ids);
      remove_anchors (self, dramatis_dossier_get_notes (self), "ranges", passage_ids);
    }
}

/**
 * dramatis_dossier_remove:
 * @self: a dossier
 * @thing: (type DramatisThing): an actor, article, event, note or tag of the dossier
 *
 * Removes a thing and all that refers to it. One level of undo.
 *
 * With an article go the events that were suggested by its text alone. Notes on its text stay, with the words that
 * they were about quoted in them, and so do events that a person has confirmed.
 */
void
dramatis_dossier_remove (DramatisDossier *self,
                         gpointer         thing)
{
  DramatisHistory *history = dramatis_dossier_get_history (self);
  GListStore *store;
  guint position;

  g_return_if_fail (DRAMATIS_IS_DOSSIER (self));

  store = get_store (self, thing);
  if (!g_list_store_find (store, thing, &position))
    g_return_if_reached ();

  dramatis_history_begin (history, label_for_removing (thing));
  remove_all_references (self, thing);
  dramatis_history_splice (history, store, position, 1, NULL, 0);
  dramatis_history_end (history);
}

/**
 * dramatis_dossier_edit: (skip)
 * @self: a dossier
 * @label: what is done, translated: "Edit Note"
 * @thing: (type DramatisThing): a thing of the dossier, or the dossier itself
 * @first_property: the name of a property
 * @...: its value, then further names and values, then %NULL
 *
 * Sets properties of a thing. One level of undo.
 *
 * What a person edits is confirmed by that.
 */
void
dramatis_dossier_edit (DramatisDossier *self,
                       const char      *label,
                       gpointer         thing,
                       const char      *first_property,
                       ...)
{
  DramatisHistory *history = dramatis_dossier_get_history (self);
  va_list args;

  g_return_if_fail (DRAMATIS_IS_DOSSIER (self));

  dramatis_history_begin (history, label);
  if (DRAMATIS_IS_ACTOR (thing) || DRAMATIS_IS_EVENT (thing))
    dramatis_history_set (history, thing, "status", DRAMATIS_STATUS_CONFIRMED, NULL);
  va_start (args, first_property);
  dramatis_history_set_valist (history, thing, first_property, args);
  va_end (args);
  dramatis_history_end (history);
}

/**
 * dramatis_dossier_set_status:
 * @self: a dossier
 * @thing: (type DramatisThing): an actor or event of the dossier
 * @status: what a person says of it
 *
 * Confirms or rejects what was suggested. One level of undo.
 */
void
dramatis_dossier_set_status (DramatisDossier *self,
                             gpointer         thing,
                             DramatisStatus   status)
{
  DramatisHistory *history = dramatis_dossier_get_history (self);
  gboolean is_actor = DRAMATIS_IS_ACTOR (thing);
  const char *label;

  g_return_if_fail (DRAMATIS_IS_DOSSIER (self));
  g_return_if_fail (is_actor || DRAMATIS_IS_EVENT (thing));

  if (status == DRAMATIS_STATUS_REJECTED)
    label = is_actor ? _("Reject Actor") : _("Reject Event");
  else
    label = is_actor ? _("Confirm Actor") : _("Confirm Event");

  dramatis_history_begin (history, label);
  dramatis_history_set (history, thing, "status", status, NULL);
  dramatis_history_end (history);
}
