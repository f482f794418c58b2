/* dramatis-dossier-names.c: the names of actors, and what is found by them
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-dossier-private.h"

#include <glib/gi18n-lib.h>

#include "dramatis-text.h"

/**
 * dramatis_folded_contains:
 * @names: a set of folded names
 * @name: a name
 *
 * Tells whether a name is among others without regard to case and accents.
 *
 * Returns: whether it is
 */
gboolean
dramatis_folded_contains (GHashTable *names,
                          const char *name)
{
  g_autofree char *folded = dramatis_text_fold (name);

  return g_hash_table_contains (names, folded);
}

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
  dramatis_dossier_change_mentions (self, add_mentions, &finding);
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
      if (!dramatis_folded_contains (renaming->names, surface))
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
    dramatis_dossier_change_mentions (self, rename_mentions, &renaming);

  renaming.names = added;
  renaming.is_reject = FALSE;
  if (g_hash_table_size (added) > 0)
    dramatis_dossier_change_mentions (self, rename_mentions, &renaming);
  for (guint i = 0; aliases[i] != NULL; i++)
    {
      Finding finding = { id, aliases[i], NULL };

      if (dramatis_folded_contains (added, aliases[i]))
        dramatis_dossier_change_mentions (self, add_mentions, &finding);
    }
  dramatis_history_end (history);
}
