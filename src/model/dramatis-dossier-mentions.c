/* dramatis-dossier-mentions.c: saying whom words name
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-dossier-private.h"

#include <glib/gi18n-lib.h>

#include "dramatis-index.h"

/**
 * dramatis_dossier_change_mentions:
 * @self: a dossier
 * @change: (scope call): what becomes of the mentions of a passage
 * @user_data: passed to @change
 *
 * Changes the mentions of all passages. Part of a level of undo that the caller has begun.
 */
void
dramatis_dossier_change_mentions (DramatisDossier     *self,
                                  DramatisMentionsFunc change,
                                  gpointer             user_data)
{
  DramatisHistory *history = dramatis_dossier_get_history (self);
  GPtrArray *passages = dramatis_index_get_passages (dramatis_dossier_get_index (self));
  g_autoptr (GPtrArray) kept = g_ptr_array_ref (passages);

  for (guint i = 0; i < kept->len; i++)
    {
      DramatisPassage *passage = g_ptr_array_index (kept, i);
      GArray *old = dramatis_passage_get_mentions (passage);
      g_autoptr (GArray) mentions = dramatis_mentions_new ();

      if (old->len > 0)
        g_array_append_vals (mentions, old->data, old->len);
      if (!change (passage, mentions, user_data))
        continue;

      dramatis_mentions_sort (mentions);
      dramatis_history_set (history, passage, "mentions", mentions, NULL);
    }
}

/**
 * dramatis_mentions_remove_duplicates:
 * @mentions: (element-type DramatisMention): mentions that nobody else has yet
 * @actor_id: the interned identifier of an actor
 *
 * Leaves one mention of an actor by the same words: the one that a person has spoken of.
 */
void
dramatis_mentions_remove_duplicates (GArray     *mentions,
                                     const char *actor_id)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      DramatisMention *first = &g_array_index (mentions, DramatisMention, i);

      for (guint j = mentions->len - 1; j > i; j--)
        {
          const DramatisMention *second = &g_array_index (mentions, DramatisMention, j);

          if (first->actor != actor_id || second->actor != actor_id
              || first->range.start != second->range.start || first->range.end != second->range.end)
            continue;

          if (second->status == DRAMATIS_STATUS_CONFIRMED || first->status == DRAMATIS_STATUS_REJECTED)
            first->status = second->status;
          g_array_remove_index (mentions, j);
        }
    }
}

typedef struct
{
  GHashTable     *ranges;       /* interned id of passage → GArray of DramatisRange */
  const char     *from;
  const char     *to;
  DramatisStatus  status;
} Naming;

static GHashTable *
group_ranges (GPtrArray *words)
{
  GHashTable *ranges = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < words->len; i++)
    {
      const DramatisAnchor *anchor = g_ptr_array_index (words, i);
      GArray *there = g_hash_table_lookup (ranges, anchor->passage);

      if (there == NULL)
        {
          there = g_array_new (FALSE, FALSE, sizeof (DramatisRange));
          g_hash_table_insert (ranges, (gpointer) anchor->passage, there);
        }
      g_array_append_val (there, anchor->range);
    }

  return ranges;
}

static gboolean
is_among (GHashTable            *ranges,
          DramatisPassage       *passage,
          const DramatisMention *mention)
{
  GArray *there = g_hash_table_lookup (ranges, dramatis_thing_get_id (DRAMATIS_THING (passage)));

  for (guint i = 0; there != NULL && i < there->len; i++)
    {
      const DramatisRange *range = &g_array_index (there, DramatisRange, i);

      if (range->start == mention->range.start && range->end == mention->range.end)
        return TRUE;
    }

  return FALSE;
}

static gboolean
name_mentions (DramatisPassage *passage,
               GArray          *mentions,
               gpointer         user_data)
{
  const Naming *naming = user_data;
  gboolean changed = FALSE;

  for (guint i = 0; i < mentions->len; i++)
    {
      DramatisMention *mention = &g_array_index (mentions, DramatisMention, i);

      if (mention->actor != naming->from || !is_among (naming->ranges, passage, mention)
          || (mention->actor == naming->to && mention->status == naming->status))
        continue;

      mention->actor = naming->to;
      mention->status = naming->status;
      changed = TRUE;
    }
  if (changed)
    dramatis_mentions_remove_duplicates (mentions, naming->to);

  return changed;
}

/* Whether an actor is named in the words that an event was read from. */
static gboolean
is_named_in (DramatisDossier *self,
             GPtrArray       *evidence,
             const char      *actor_id)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      const DramatisAnchor *anchor = g_ptr_array_index (evidence, i);
      DramatisPassage *passage = dramatis_dossier_lookup (self, anchor->passage);
      GArray *mentions = passage != NULL ? dramatis_passage_get_mentions (passage) : NULL;

      for (guint j = 0; mentions != NULL && j < mentions->len; j++)
        {
          const DramatisMention *mention = &g_array_index (mentions, DramatisMention, j);

          if (mention->actor == actor_id && mention->status != DRAMATIS_STATUS_REJECTED
              && dramatis_range_overlaps (&mention->range, &anchor->range))
            return TRUE;
        }
    }

  return FALSE;
}

/* An event was read from words that name somebody else now: he is the one who acted. */
static void
name_events (DramatisDossier *self,
             const Naming    *naming)
{
  GListModel *events = dramatis_dossier_get_events (self);
  const char *from[] = { naming->from, NULL };

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (DramatisEvent) event = g_list_model_get_item (events, i);
      g_autoptr (GListStore) one = NULL;
      GPtrArray *evidence = dramatis_event_get_evidence (event);

      if (!g_strv_contains (dramatis_event_get_actors (event), naming->from)
          || is_named_in (self, evidence, naming->from)
          || !is_named_in (self, evidence, naming->to))
        continue;

      one = g_list_store_new (DRAMATIS_TYPE_EVENT);
      g_list_store_append (one, event);
      dramatis_dossier_replace_references (self, G_LIST_MODEL (one), "actors", from, naming->to);
    }
}

/**
 * dramatis_dossier_set_mentions_status:
 * @self: a dossier
 * @actor: an actor
 * @words: (element-type DramatisAnchor): words that name the actor
 * @status: what a person says of them
 *
 * Confirms mentions, or says that they name nobody of the dossier. One level of undo.
 */
void
dramatis_dossier_set_mentions_status (DramatisDossier *self,
                                      DramatisActor   *actor,
                                      GPtrArray       *words,
                                      DramatisStatus   status)
{
  DramatisHistory *history = dramatis_dossier_get_history (self);
  const char *id = dramatis_thing_get_id (DRAMATIS_THING (actor));
  g_autoptr (GHashTable) ranges = group_ranges (words);
  Naming naming = { ranges, id, id, status };

  g_return_if_fail (DRAMATIS_IS_DOSSIER (self));

  dramatis_history_begin (history, status == DRAMATIS_STATUS_REJECTED ? _("Reject Mention") : _("Confirm Mention"));
  dramatis_dossier_change_mentions (self, name_mentions, &naming);
  dramatis_history_end (history);
}

/**
 * dramatis_dossier_reassign_mentions:
 * @self: a dossier
 * @from: an actor
 * @words: (element-type DramatisAnchor): words that name the actor by mistake
 * @to: whom they name
 *
 * Says that words name somebody else. One level of undo.
 *
 * An event that was read from such words is one of @to then, if nothing else in its evidence names @from.
 */
void
dramatis_dossier_reassign_mentions (DramatisDossier *self,
                                    DramatisActor   *from,
                                    GPtrArray       *words,
                                    DramatisActor   *to)
{
  DramatisHistory *history = dramatis_dossier_get_history (self);
  g_autoptr (GHashTable) ranges = group_ranges (words);
  Naming naming = { ranges,
                    dramatis_thing_get_id (DRAMATIS_THING (from)),
                    dramatis_thing_get_id (DRAMATIS_THING (to)),
                    DRAMATIS_STATUS_CONFIRMED };

  g_return_if_fail (DRAMATIS_IS_DOSSIER (self));
  g_return_if_fail (from != to);

  dramatis_history_begin (history, _("Reassign Mentions"));
  dramatis_dossier_change_mentions (self, name_mentions, &naming);
  name_events (self, &naming);
  dramatis_history_end (history);
}
