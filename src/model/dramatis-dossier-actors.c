/* dramatis-dossier-actors.c: actors put right by hand
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-dossier-private.h"

#include <glib/gi18n-lib.h>

#include "dramatis-index.h"
#include "dramatis-text.h"

/* Mentions */

static gboolean
stands_alone (const char          *text,
              const DramatisRange *range)
{
  const char *start = g_utf8_offset_to_pointer (text, range->start);
  const char *end = g_utf8_offset_to_pointer (start, range->end - range->start);
  const char *before = g_utf8_find_prev_char (text, start);

  return (before == NULL || !g_unichar_isalnum (g_utf8_get_char (before)))
         && !g_unichar_isalnum (g_utf8_get_char (end));
}

/* Whether words are taken: by somebody else, or, unless the words are @wanted again, by what was rejected. */
static gboolean
is_taken (GArray              *mentions,
          const DramatisRange *range,
          const char          *actor_id)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      const DramatisMention *mention = &g_array_index (mentions, DramatisMention, i);

      if (dramatis_range_overlaps (&mention->range, range)
          && (mention->status != DRAMATIS_STATUS_REJECTED || mention->actor == actor_id))
        return TRUE;
    }

  return FALSE;
}

/* Adds the mentions of a name in a text, where it does not name anybody yet. */
static void
find_mentions (GArray     *mentions,
               const char *text,
               const char *name,
               const char *actor_id)
{
  DramatisRange range;

  for (guint from = 0; dramatis_text_find (text, name, from, &range); from = range.end)
    {
      const DramatisMention mention = { range, actor_id, DRAMATIS_STATUS_CONFIRMED, NULL };

      if (stands_alone (text, &range) && !is_taken (mentions, &range, actor_id))
        g_array_append_val (mentions, mention);
    }
}

/* What becomes of the mentions of a passage: changes the copy @mentions and returns whether it did. */
typedef gboolean (*MentionsFunc) (DramatisPassage *passage,
                                  GArray          *mentions,
                                  gpointer         user_data);

static void
change_mentions (DramatisDossier *self,
                 MentionsFunc     change,
                 gpointer         user_data)
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

/* Lists of identifiers and names */

static void
append_all_once (GPtrArray          *list,
                 const char * const *texts)
{
  for (guint i = 0; texts[i] != NULL; i++)
    dramatis_append_once (list, texts[i]);
}

/* Merging */

typedef struct
{
  const char * const *from;
  const char         *to;
} Merging;

/* Of two mentions of the same words the one that a person has spoken of stays. */
static void
remove_duplicates (GArray     *mentions,
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
    remove_duplicates (mentions, merging->to);

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

  append_all_once (aliases, dramatis_actor_get_aliases (into));
  append_all_once (memberships, dramatis_actor_get_memberships (into));
  append_all_once (identifiers, dramatis_actor_get_identifiers (into));
  for (guint i = 0; i < others->len; i++)
    {
      DramatisActor *other = g_ptr_array_index (others, i);

      dramatis_append_once (aliases, dramatis_actor_get_name (other));
      append_all_once (aliases, dramatis_actor_get_aliases (other));
      append_all_once (memberships, dramatis_actor_get_memberships (other));
      append_all_once (identifiers, dramatis_actor_get_identifiers (other));
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
  change_mentions (self, merge_mentions, &merging);
  merge_properties (self, into, others, merging.from);
  dramatis_dossier_redirect (self, DRAMATIS_TYPE_ACTOR, merging.from, id);
  for (guint i = 0; i < others->len; i++)
    dramatis_dossier_remove (self, g_ptr_array_index (others, i));
  dramatis_history_end (history);
}

/* Saying whom words name */

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
    remove_duplicates (mentions, naming->to);

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
  change_mentions (self, name_mentions, &naming);
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
  change_mentions (self, name_mentions, &naming);
  name_events (self, &naming);
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

static gboolean
has_folded (GHashTable *surfaces,
            const char *name)
{
  g_autofree char *folded = dramatis_text_fold (name);

  return g_hash_table_contains (surfaces, folded);
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
      if (has_folded (left, aliases[i]) || !has_folded (gone, aliases[i]))
        dramatis_append_once (kept, aliases[i]);
    }
  for (guint i = 0; i < words->len; i++)
    {
      const DramatisAnchor *anchor = g_ptr_array_index (words, i);

      if (!has_folded (left, anchor->quote) && !g_str_equal (anchor->quote, dramatis_actor_get_name (part)))
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

/* Names */

typedef struct
{
  const char     *actor_id;
  const char     *name;
  DramatisAnchor *marked;       /* nullable */
} Finding;

static gboolean
add_mentions (DramatisPassage *passage,
              GArray          *mentions,
              gpointer         user_data)
{
  const Finding *finding = user_data;
  const DramatisAnchor *marked = finding->marked;
  guint n_before = mentions->len;
  gboolean here = marked != NULL && dramatis_thing_get_id (DRAMATIS_THING (passage)) == marked->passage;

  for (guint i = mentions->len; here && i > 0; i--)
    {
      if (dramatis_range_overlaps (&g_array_index (mentions, DramatisMention, i - 1).range, &marked->range))
        g_array_remove_index (mentions, i - 1);
    }
  if (here)
    {
      const DramatisMention mention = { marked->range, finding->actor_id, DRAMATIS_STATUS_CONFIRMED, NULL };

      g_array_append_val (mentions, mention);
    }
  find_mentions (mentions, dramatis_passage_get_text (passage), finding->name, finding->actor_id);

  return here || mentions->len > n_before;
}

/**
 * dramatis_dossier_create_actor:
 * @self: a dossier
 * @anchor: (transfer none): the name of the actor in the text
 *
 * Makes an actor of words, which become its first mention, and finds the others: the same words elsewhere, where
 * they do not name somebody else yet. One level of undo.
 *
 * Returns: (transfer none): the actor
 */
DramatisActor *
dramatis_dossier_create_actor (DramatisDossier *self,
                               DramatisAnchor  *anchor)
{
  DramatisHistory *history = dramatis_dossier_get_history (self);
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  g_autoptr (DramatisActor) actor = NULL;
  Finding finding;

  g_return_val_if_fail (DRAMATIS_IS_DOSSIER (self), NULL);
  g_return_val_if_fail (anchor != NULL, NULL);

  id = dramatis_dossier_create_id (self, "actor", NULL);
  name = g_strstrip (g_strdup (anchor->quote));
  actor = dramatis_actor_new (id, DRAMATIS_ACTOR_KIND_PERSON, name);
  finding = (Finding) { dramatis_thing_get_id (DRAMATIS_THING (actor)), name, anchor };

  dramatis_history_begin (history, _("Add Actor"));
  dramatis_dossier_add (self, actor);
  change_mentions (self, add_mentions, &finding);
  dramatis_history_end (history);

  return actor;
}

typedef struct
{
  const char *actor_id;
  GHashTable *names;        /* folded */
  gboolean    is_reject;
} Renaming;

/* What is called by a name that is no longer one is rejected, so that it is not suggested again; and back. */
static gboolean
rename_mentions (DramatisPassage *passage,
                 GArray          *mentions,
                 gpointer         user_data)
{
  const Renaming *renaming = user_data;
  gboolean changed = FALSE;

  for (guint i = 0; i < mentions->len; i++)
    {
      DramatisMention *mention = &g_array_index (mentions, DramatisMention, i);
      gboolean is_rejected = mention->status == DRAMATIS_STATUS_REJECTED;
      g_autofree char *surface = NULL;

      if (mention->actor != renaming->actor_id || is_rejected == renaming->is_reject)
        continue;
      surface = dramatis_passage_dup_range (passage, &mention->range);
      if (!has_folded (renaming->names, surface))
        continue;

      mention->status = renaming->is_reject ? DRAMATIS_STATUS_REJECTED : DRAMATIS_STATUS_CONFIRMED;
      changed = TRUE;
    }

  return changed;
}

static GHashTable *
collect_folded (const char * const *names,
                const char * const *without,
                const char         *nor)
{
  GHashTable *folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    g_hash_table_add (folded, dramatis_text_fold (names[i]));
  for (guint i = 0; without[i] != NULL; i++)
    {
      g_autofree char *name = dramatis_text_fold (without[i]);

      g_hash_table_remove (folded, name);
    }
  if (nor != NULL)
    {
      g_autofree char *name = dramatis_text_fold (nor);

      g_hash_table_remove (folded, name);
    }

  return folded;
}

/**
 * dramatis_dossier_rename_actor:
 * @self: a dossier
 * @actor: an actor of it
 * @name: its preferred name from now on
 *
 * Renames an actor. One level of undo.
 *
 * Its articles still call it by the old name, which becomes an alias: what is found there is this actor, not a new one.
 */
void
dramatis_dossier_rename_actor (DramatisDossier *self,
                               DramatisActor   *actor,
                               const char      *name)
{
  const char * const *old = dramatis_actor_get_aliases (actor);
  g_autoptr (GPtrArray) aliases = g_ptr_array_new ();
  g_auto (GStrv) copy = NULL;

  g_return_if_fail (DRAMATIS_IS_DOSSIER (self));
  g_return_if_fail (name != NULL);

  for (guint i = 0; old[i] != NULL; i++)
    if (!g_str_equal (old[i], name))
      dramatis_append_once (aliases, old[i]);
  if (!g_str_equal (dramatis_actor_get_name (actor), name))
    dramatis_append_once (aliases, dramatis_actor_get_name (actor));
  g_ptr_array_add (aliases, NULL);
  copy = g_strdupv ((char **) aliases->pdata);

  dramatis_dossier_edit (self, _("Rename Actor"), actor, "name", name, "aliases", copy, NULL);
}

/**
 * dramatis_dossier_set_aliases:
 * @self: a dossier
 * @actor: an actor of it
 * @aliases: the other names that mean the actor
 *
 * Says how else an actor is called. One level of undo.
 *
 * The mentions follow: words that are such a name become mentions, where they do not name somebody else; mentions by
 * a name that is gone are rejected.
 */
void
dramatis_dossier_set_aliases (DramatisDossier    *self,
                              DramatisActor      *actor,
                              const char * const *aliases)
{
  DramatisHistory *history = dramatis_dossier_get_history (self);
  const char *id = dramatis_thing_get_id (DRAMATIS_THING (actor));
  g_auto (GStrv) old = NULL;
  g_autoptr (GHashTable) gone = NULL;
  g_autoptr (GHashTable) added = NULL;
  Renaming renaming = { .actor_id = id };

  g_return_if_fail (DRAMATIS_IS_DOSSIER (self));
  g_return_if_fail (aliases != NULL);

  old = g_strdupv ((char **) dramatis_actor_get_aliases (actor));
  gone = collect_folded ((const char * const *) old, aliases, dramatis_actor_get_name (actor));
  added = collect_folded (aliases, (const char * const *) old, NULL);

  dramatis_history_begin (history, _("Edit Actor"));
  dramatis_dossier_edit (self, _("Edit Actor"), actor, "aliases", aliases, NULL);

  renaming.names = gone;
  renaming.is_reject = TRUE;
  if (g_hash_table_size (gone) > 0)
    change_mentions (self, rename_mentions, &renaming);

  renaming.names = added;
  renaming.is_reject = FALSE;
  if (g_hash_table_size (added) > 0)
    change_mentions (self, rename_mentions, &renaming);
  for (guint i = 0; aliases[i] != NULL; i++)
    {
      Finding finding = { id, aliases[i], NULL };

      if (has_folded (added, aliases[i]))
        change_mentions (self, add_mentions, &finding);
    }
  dramatis_history_end (history);
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
