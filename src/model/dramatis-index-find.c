/* dramatis-index-find.c: finding words in what a dossier holds
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-index-private.h"

/* Between two looks at the clock. */
#define FOLD_STEP 16

static void
append_quotes (DramatisFolded *folded,
               GPtrArray      *anchors)
{
  for (guint i = 0; i < anchors->len; i++)
    dramatis_folded_append (folded, ((DramatisAnchor *) g_ptr_array_index (anchors, i))->quote);
}

static void
append_note (DramatisIndex  *self,
             DramatisFolded *folded,
             DramatisNote   *note)
{
  const char * const *tags = dramatis_note_get_tags (note);

  dramatis_folded_append (folded, dramatis_note_get_text (note));
  append_quotes (folded, dramatis_note_get_ranges (note));
  for (guint i = 0; tags[i] != NULL; i++)
    {
      DramatisTag *tag = g_hash_table_lookup (self->tags, tags[i]);

      if (tag != NULL)
        dramatis_folded_append (folded, dramatis_tag_get_name (tag));
    }
}

static void
append_actor (DramatisFolded *folded,
              DramatisActor  *actor)
{
  const char * const *aliases = dramatis_actor_get_aliases (actor);

  dramatis_folded_append (folded, dramatis_actor_get_name (actor));
  for (guint i = 0; aliases[i] != NULL; i++)
    dramatis_folded_append (folded, aliases[i]);
}

static void
append_thing (DramatisIndex   *self,
              DramatisHitKind  kind,
              gpointer         thing)
{
  DramatisFolded *folded = self->folded[kind];

  switch (kind)
    {
    case DRAMATIS_HIT_PASSAGE:
      dramatis_folded_append (folded, dramatis_passage_get_text (thing));
      break;
    case DRAMATIS_HIT_NOTE:
      append_note (self, folded, thing);
      break;
    case DRAMATIS_HIT_ACTOR:
      append_actor (folded, thing);
      break;
    case DRAMATIS_HIT_EVENT:
      dramatis_folded_append (folded, dramatis_event_get_title (thing));
      append_quotes (folded, dramatis_event_get_evidence (thing));
      break;
    default:
      g_assert_not_reached ();
    }

  dramatis_folded_end_part (folded);
}

/* Most notes are the same as they were before an edit. */
static void
append_note_part (DramatisIndex *self,
                  guint          i)
{
  guint n_changes = dramatis_thing_get_n_changes (g_ptr_array_index (self->things[DRAMATIS_HIT_NOTE], i));

  if (self->old_folded != NULL && i < dramatis_folded_get_n_parts (self->old_folded)
      && g_array_index (self->old_note_changes, guint, i) == n_changes)
    dramatis_folded_append_part (self->folded[DRAMATIS_HIT_NOTE], self->old_folded, i);
  else
    append_thing (self, DRAMATIS_HIT_NOTE, g_ptr_array_index (self->things[DRAMATIS_HIT_NOTE], i));
  g_array_append_val (self->note_changes, n_changes);
}

static gboolean
fold_kind (DramatisIndex   *self,
           DramatisHitKind  kind,
           gint64           until)
{
  GPtrArray *things = self->things[kind];

  for (guint i = dramatis_folded_get_n_parts (self->folded[kind]); i < things->len; i++)
    {
      if (i % FOLD_STEP == 0 && g_get_monotonic_time () >= until)
        return FALSE;

      if (kind == DRAMATIS_HIT_NOTE)
        append_note_part (self, i);
      else
        append_thing (self, kind, g_ptr_array_index (things, i));
    }

  if (kind == DRAMATIS_HIT_NOTE)
    dramatis_index_clear_old_notes (self);

  return TRUE;
}

/**
 * dramatis_index_fold:
 * @self: an index
 * @until: when to stop, in monotonic time
 *
 * Folds words that will be searched, as many as there is time for, so that nobody has to wait for it at the first key.
 *
 * Returns: whether all are folded
 */
gboolean
dramatis_index_fold (DramatisIndex *self,
                     gint64         until)
{
  g_return_val_if_fail (DRAMATIS_IS_INDEX (self), TRUE);

  for (guint i = 0; i < DRAMATIS_N_HIT_KINDS; i++)
    {
      if (!fold_kind (self, i, until))
        return FALSE;
    }

  return TRUE;
}

/**
 * dramatis_index_get_things:
 * @self: an index
 * @kind: a kind
 *
 * Gets what can be found: all of a kind that nobody has rejected; notes in the order of the text, others in that of the dossier.
 *
 * Returns: (transfer none) (element-type DramatisThing): the things
 */
GPtrArray *
dramatis_index_get_things (DramatisIndex   *self,
                           DramatisHitKind  kind)
{
  g_return_val_if_fail (DRAMATIS_IS_INDEX (self), NULL);

  return self->things[kind];
}

/**
 * dramatis_index_get_folded:
 * @self: an index
 * @kind: a kind
 *
 * Gets the words of [method@Index.get_things], folded: the text of passages; the text, quotes and tags of notes;
 * the names of actors; title and evidence of events.
 *
 * Returns: (transfer none): the folded words, a part for each thing
 */
DramatisFolded *
dramatis_index_get_folded (DramatisIndex   *self,
                           DramatisHitKind  kind)
{
  g_return_val_if_fail (DRAMATIS_IS_INDEX (self), NULL);

  fold_kind (self, kind, G_MAXINT64);

  return self->folded[kind];
}

/**
 * dramatis_index_find:
 * @self: an index
 * @kind: a kind
 * @needle: words
 *
 * Finds the things that have words.
 *
 * Returns: (transfer container) (element-type DramatisThing): the things, in the order of the dossier
 */
GPtrArray *
dramatis_index_find (DramatisIndex        *self,
                     DramatisHitKind       kind,
                     const DramatisNeedle *needle)
{
  DramatisFolded *folded = dramatis_index_get_folded (self, kind);
  GPtrArray *found = g_ptr_array_new ();
  DramatisFoldedHit hit = { 0 };

  while (dramatis_folded_find_part (folded, needle, &hit, NULL))
    g_ptr_array_add (found, g_ptr_array_index (self->things[kind], hit.part));

  return found;
}

/**
 * dramatis_index_find_set:
 * @self: an index
 * @kind: a kind
 * @needle: words
 *
 * Finds the things that have words, to be asked for one by one.
 *
 * Returns: (transfer full) (element-type DramatisThing): the set of things
 */
GHashTable *
dramatis_index_find_set (DramatisIndex        *self,
                         DramatisHitKind       kind,
                         const DramatisNeedle *needle)
{
  g_autoptr (GPtrArray) found = dramatis_index_find (self, kind, needle);
  GHashTable *set = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < found->len; i++)
    g_hash_table_add (set, g_ptr_array_index (found, i));

  return set;
}
