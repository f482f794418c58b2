/* dramatis-dossier-actors.c: merging, splitting and hiding actors
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-dossier-private.h"

#include <glib/gi18n-lib.h>

#include "dramatis-index.h"
#include "dramatis-text.h"

/* Merging */

typedef struct
{
  const char * const *from;
  const char         *to;
} Merging;

static gboolean
merge_mentions (DramatisPassage *passage,
                GArray          *mentions,
                gpointer         user_data)
{
  const Merging *merging = user_data;
  gboolean changed = FALSE;

  for (guint i = 0; i < mentions->len; i++)
    {
      DramatisMention *mention = &g_array_index (mentions, DramatisMention, i);

      if (g_strv_contains (merging->from, mention->actor))
        {
          mention->actor = merging->to;
          changed = TRUE;
        }
    }
  if (changed)
    dramatis_mentions_remove_duplicates (mentions, merging->to);

  return changed;
}

static char *
join_descriptions (DramatisActor *into,
                   GPtrArray     *others)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  dramatis_append_once (parts, dramatis_actor_get_description (into));
  for (guint i = 0; i < others->len; i++)
    dramatis_append_once (parts, dramatis_actor_get_description (g_ptr_array_index (others, i)));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv ("\n", (char **) parts->pdata);
}

/* Gives @into what the others have: names, memberships, identifiers, description, colour. */
static void
merge_properties (DramatisDossier    *self,
                  DramatisActor      *into,
                  GPtrArray          *others,
                  const char * const *other_ids)
{
  g_autoptr (GPtrArray) aliases = g_ptr_array_new ();
  g_autoptr (GPtrArray) memberships = g_ptr_array_new ();
  g_autoptr (GPtrArray) identifiers = g_ptr_array_new ();
  g_autofree char *description = join_descriptions (into, others);
  DramatisColour colour = dramatis_actor_get_colour (into);

  dramatis_append_all_once (aliases, dramatis_actor_get_aliases (into));
  dramatis_append_all_once (memberships, dramatis_actor_get_memberships (into));
  dramatis_append_all_once (identifiers, dramatis_actor_get_identifiers (into));
  for (guint i = 0; i < others->len; i++)
    {
      DramatisActor *other = g_ptr_array_index (others, i);

      dramatis_append_once (aliases, dramatis_actor_get_name (other));
      dramatis_append_all_once (aliases, dramatis_actor_get_aliases (other));
      dramatis_append_all_once (memberships, dramatis_actor_get_memberships (other));
      dramatis_append_all_once (identifiers, dramatis_actor_get_identifiers (other));
      if (colour == DRAMATIS_COLOUR_AUTOMATIC)
        colour = dramatis_actor_get_colour (other);
    }

  for (guint i = aliases->len; i > 0; i--)
    {
      if (g_str_equal (g_ptr_array_index (aliases, i - 1), dramatis_actor_get_name (into)))
        g_ptr_array_remove_index (aliases, i - 1);
    }
  for (guint i = memberships->len; i > 0; i--)
    {
      const char *id = g_ptr_array_index (memberships, i - 1);

      if (g_strv_contains (other_ids, id) || g_str_equal (id, dramatis_thing_get_id (DRAMATIS_THING (into))))
        g_ptr_array_remove_index (memberships, i - 1);
    }
  g_ptr_array_add (aliases, NULL);
  g_ptr_array_add (memberships, NULL);
  g_ptr_array_add (identifiers, NULL);

  dramatis_dossier_edit (self, _("Merge Actors"), into,
                         "aliases", aliases->pdata,
                         "memberships", memberships->pdata,
                         "identifiers", identifiers->pdata,
                         "description", description,
                         "colour", colour,
                         NULL);
}

/**
 * dramatis_dossier_merge_actors:
 * @self: a dossier
 * @into: the actor that stays
 * @others: (element-type DramatisActor): the actors that are the same, without @into
 *
 * Makes one actor of several. One level of undo.
 *
 * The names of the others become aliases, their mentions and what events and notes say of them are those of @into.
 */
void
dramatis_dossier_merge_actors (DramatisDossier *self,
                               DramatisActor   *into,
                               GPtrArray       *others)
{
  DramatisHistory *history = dramatis_dossier_get_history (self);
  const char *id = dramatis_thing_get_id (DRAMATIS_THING (into));
  g_autoptr (GPtrArray) other_ids = g_ptr_array_new ();
  Merging merging;

  g_return_if_fail (DRAMATIS_IS_DOSSIER (self));
  g_return_if_fail (!g_ptr_array_find (others, into, NULL));

  if (others->len == 0)
    return;

  for (guint i = 0; i < others->len; i++)
    g_ptr_array_add (other_ids, (gpointer) dramatis_thing_get_id (g_ptr_array_index (others, i)));
  g_ptr_array_add (other_ids, NULL);
  merging.from = (const char * const *) other_ids->pdata;
  merging.to = id;

  dramatis_history_begin (history, _("Merge Actors"));
  dramatis_dossier_change_mentions (self, merge_mentions, &merging);
  merge_properties (self, into, others, merging.from);
  dramatis_dossier_redirect (self, DRAMATIS_TYPE_ACTOR, merging.from, id);
  for (guint i = 0; i < others->len; i++)
    dramatis_dossier_remove (self, g_ptr_array_index (others, i));
  dramatis_history_end (history);
}

/* Splitting */

/* The names by which words call an actor, folded. */
static GHashTable *
collect_surfaces (DramatisDossier *self,
                  const char      *actor_id)
{
  GHashTable *surfaces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *passages = dramatis_index_get_passages (dramatis_dossier_get_index (self));

  for (guint i = 0; i < passages->len; i++)
    {
      DramatisPassage *passage = g_ptr_array_index (passages, i);
      GArray *mentions = dramatis_passage_get_mentions (passage);

      for (guint j = 0; j < mentions->len; j++)
        {
          const DramatisMention *mention = &g_array_index (mentions, DramatisMention, j);
          g_autofree char *surface = NULL;

          if (mention->actor != actor_id || mention->status == DRAMATIS_STATUS_REJECTED)
            continue;
          surface = dramatis_passage_dup_range (passage, &mention->range);
          g_hash_table_add (surfaces, dramatis_text_fold (surface));
        }
    }

  return surfaces;
}

/* The aliases of @actor by which only the mentions that went away call it go with them. */
static void
split_aliases (DramatisDossier *self,
               DramatisActor   *actor,
               DramatisActor   *part,
               GPtrArray       *words)
{
  g_autoptr (GHashTable) left = collect_surfaces (self, dramatis_thing_get_id (DRAMATIS_THING (actor)));
  g_autoptr (GHashTable) gone = collect_surfaces (self, dramatis_thing_get_id (DRAMATIS_THING (part)));
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();
  const char * const *aliases = dramatis_actor_get_aliases (actor);

  for (guint i = 0; aliases[i] != NULL; i++)
    {
      if (dramatis_folded_contains (left, aliases[i]) || !dramatis_folded_contains (gone, aliases[i]))
        dramatis_append_once (kept, aliases[i]);
    }
  for (guint i = 0; i < words->len; i++)
    {
      const DramatisAnchor *anchor = g_ptr_array_index (words, i);

      if (!dramatis_folded_contains (left, anchor->quote) && !g_str_equal (anchor->quote, dramatis_actor_get_name (part)))
        dramatis_append_once (taken, anchor->quote);
    }
  g_ptr_array_add (kept, NULL);
  g_ptr_array_add (taken, NULL);

  dramatis_dossier_edit (self, _("Split Actor"), actor, "aliases", kept->pdata, NULL);
  dramatis_dossier_edit (self, _("Split Actor"), part, "aliases", taken->pdata, NULL);
}

/**
 * dramatis_dossier_split_actor:
 * @self: a dossier
 * @actor: an actor
 * @words: (element-type DramatisAnchor): words that name the actor, but in truth somebody else
 * @name: how he is called
 *
 * Makes a new actor of the same kind of some mentions of an actor. One level of undo.
 *
 * The new actor has the words as aliases, unless they still name @actor elsewhere. What is written about @actor
 * stays with it.
 *
 * Returns: (transfer none): the new actor
 */
DramatisActor *
dramatis_dossier_split_actor (DramatisDossier *self,
                              DramatisActor   *actor,
                              GPtrArray       *words,
                              const char      *name)
{
  DramatisHistory *history = dramatis_dossier_get_history (self);
  g_autofree char *id = NULL;
  g_autoptr (DramatisActor) part = NULL;

  g_return_val_if_fail (DRAMATIS_IS_DOSSIER (self), NULL);
  g_return_val_if_fail (name != NULL && *name != '\0', NULL);

  id = dramatis_dossier_create_id (self, "actor", NULL);
  part = dramatis_actor_new (id, dramatis_actor_get_kind (actor), name);

  dramatis_history_begin (history, _("Split Actor"));
  dramatis_dossier_add (self, part);
  dramatis_dossier_reassign_mentions (self, actor, words, part);
  split_aliases (self, actor, part, words);
  dramatis_history_end (history);

  return part;
}

/**
 * dramatis_dossier_set_membership:
 * @self: a dossier
 * @member: an actor of it
 * @group: another one
 * @is_member: whether @member belongs to @group
 *
 * Says that an actor belongs to another one, or does not. One level of undo.
 */
void
dramatis_dossier_set_membership (DramatisDossier *self,
                                 DramatisActor   *member,
                                 DramatisActor   *group,
                                 gboolean         is_member)
{
  const char *id = dramatis_thing_get_id (DRAMATIS_THING (group));
  g_autoptr (GPtrArray) memberships = g_ptr_array_new ();
  guint position;

  g_return_if_fail (DRAMATIS_IS_DOSSIER (self));
  g_return_if_fail (member != group);

  dramatis_append_all_once (memberships, dramatis_actor_get_memberships (member));
  if (is_member)
    dramatis_append_once (memberships, id);
  else if (g_ptr_array_find_with_equal_func (memberships, id, g_str_equal, &position))
    g_ptr_array_remove_index (memberships, position);
  g_ptr_array_add (memberships, NULL);

  dramatis_dossier_edit (self, is_member ? _("Add Member") : _("Remove Member"), member,
                         "memberships", memberships->pdata,
                         NULL);
}

/**
 * dramatis_dossier_set_hidden:
 * @self: a dossier
 * @actors: (element-type DramatisActor): actors of it
 * @hidden: whether they are kept out of the list of actors
 *
 * Hides actors from the list of actors, or shows them again. One level of undo.
 */
void
dramatis_dossier_set_hidden (DramatisDossier *self,
                             GPtrArray       *actors,
                             gboolean         hidden)
{
  DramatisHistory *history = dramatis_dossier_get_history (self);

  g_return_if_fail (DRAMATIS_IS_DOSSIER (self));

  dramatis_history_begin (history, hidden ? _("Hide Actor") : _("Show Actor"));
  for (guint i = 0; i < actors->len; i++)
    dramatis_history_set (history, g_ptr_array_index (actors, i), "hidden", hidden, NULL);
  dramatis_history_end (history);
}
