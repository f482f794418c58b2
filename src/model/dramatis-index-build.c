/* dramatis-index-build.c: finding out what belongs together
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-index-private.h"

#include <string.h>

static void
unref_array (gpointer array)
{
  if (array != NULL)
    g_ptr_array_unref (array);
}

static void
unref_spans (gpointer spans)
{
  if (spans != NULL)
    g_array_unref (spans);
}

static void
actor_entry_free (gpointer data)
{
  DramatisActorEntry *entry = data;

  g_array_unref (entry->positions);
  g_free (entry);
}

static GPtrArray *
list_things (GListModel *model,
             guint64    *n_changes)
{
  guint n_things = g_list_model_get_n_items (model);
  GPtrArray *things = g_ptr_array_new_full (n_things, g_object_unref);

  for (guint i = 0; i < n_things; i++)
    {
      DramatisThing *thing = g_list_model_get_item (model, i);

      *n_changes += dramatis_thing_get_n_changes (thing);
      g_ptr_array_add (things, thing);
    }

  return things;
}

/* All that has to be gone through at each edit. */
static void
list_all (DramatisIndex   *self,
          DramatisDossier *dossier)
{
  GListModel *articles = dramatis_dossier_get_articles (dossier);
  GPtrArray *notes;

  self->passages = g_ptr_array_new_with_free_func (g_object_unref);
  self->articles = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (DramatisArticle) article = g_list_model_get_item (articles, i);
      guint64 *n_changes = &self->n_changes[DRAMATIS_HIT_PASSAGE];
      g_autoptr (GPtrArray) passages = list_things (dramatis_article_get_passages (article), n_changes);

      for (guint j = 0; j < passages->len; j++)
        {
          self->n_texts += dramatis_passage_get_n_texts (g_ptr_array_index (passages, j));
          g_ptr_array_add (self->articles, g_object_ref (article));
        }
      g_ptr_array_extend_and_steal (self->passages, g_steal_pointer (&passages));
    }

  self->all[DRAMATIS_HIT_PASSAGE] = self->passages;
  self->all[DRAMATIS_HIT_ACTOR] =
    list_things (dramatis_dossier_get_actors (dossier), &self->n_changes[DRAMATIS_HIT_ACTOR]);
  self->all[DRAMATIS_HIT_EVENT] =
    list_things (dramatis_dossier_get_events (dossier), &self->n_changes[DRAMATIS_HIT_EVENT]);
  self->all[DRAMATIS_HIT_NOTE] = notes =
    list_things (dramatis_dossier_get_notes (dossier), &self->n_changes[DRAMATIS_HIT_NOTE]);
  for (guint i = 0; i < notes->len; i++)
    {
      self->n_links += dramatis_note_get_n_links (g_ptr_array_index (notes, i));
      self->n_ties += dramatis_note_get_n_ties (g_ptr_array_index (notes, i));
    }
}

static gboolean
same_things (DramatisIndex   *self,
             DramatisIndex   *previous,
             DramatisHitKind  kind)
{
  GPtrArray *ours = self->all[kind];
  GPtrArray *theirs = previous->all[kind];

  return ours->len == theirs->len
         && (ours->len == 0 || memcmp (ours->pdata, theirs->pdata, ours->len * sizeof (gpointer)) == 0);
}

static gboolean
same_state (DramatisIndex   *self,
            DramatisIndex   *previous,
            DramatisHitKind  kind)
{
  return previous != NULL && self->n_changes[kind] == previous->n_changes[kind] && same_things (self, previous, kind);
}

static void
adopt_folded (DramatisIndex   *self,
              DramatisIndex   *previous,
              DramatisHitKind  kind)
{
  dramatis_folded_unref (self->folded[kind]);
  self->folded[kind] = dramatis_folded_ref (previous->folded[kind]);
}

/* If a note has changed, those that have not; or what the index before has itself from the one before it. */
static void
adopt_note_words (DramatisIndex *self,
                  DramatisIndex *previous)
{
  if (self->n_changes[DRAMATIS_HIT_NOTE] == previous->n_changes[DRAMATIS_HIT_NOTE])
    {
      adopt_folded (self, previous, DRAMATIS_HIT_NOTE);
      g_array_unref (self->note_changes);
      self->note_changes = g_array_ref (previous->note_changes);
    }
  else if (previous->note_changes->len > 0)
    {
      self->old_folded = dramatis_folded_ref (previous->folded[DRAMATIS_HIT_NOTE]);
      self->old_note_changes = g_array_ref (previous->note_changes);
      return;
    }

  if (previous->old_folded != NULL)
    {
      self->old_folded = dramatis_folded_ref (previous->old_folded);
      self->old_note_changes = g_array_ref (previous->old_note_changes);
    }
}

static void
add_mentions (DramatisIndex *self,
              guint          position,
              GHashTable    *rejected)
{
  GArray *mentions = dramatis_passage_get_mentions (g_ptr_array_index (self->passages, position));

  for (guint i = 0; i < mentions->len; i++)
    {
      const DramatisMention *mention = &g_array_index (mentions, DramatisMention, i);
      DramatisActorEntry *entry;

      if (mention->status == DRAMATIS_STATUS_REJECTED || g_hash_table_contains (rejected, mention->actor))
        continue;

      entry = g_hash_table_lookup (self->actors, mention->actor);
      if (entry == NULL)
        {
          entry = g_new0 (DramatisActorEntry, 1);
          entry->positions = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (self->actors, (gpointer) mention->actor, entry);
        }

      entry->n_mentions++;
      if (entry->positions->len == 0
          || g_array_index (entry->positions, guint, entry->positions->len - 1) != position)
        g_array_append_val (entry->positions, position);
    }
}

static GPtrArray *
create_places (DramatisIndex *self)
{
  GPtrArray *at = g_ptr_array_new_full (self->passages->len, unref_array);

  g_ptr_array_set_size (at, self->passages->len);

  return at;
}

static void
add_at (GPtrArray *at,
        guint      position,
        gpointer   thing)
{
  GPtrArray *things = g_ptr_array_index (at, position);

  if (things == NULL)
    at->pdata[position] = things = g_ptr_array_new ();
  if (things->len == 0 || g_ptr_array_index (things, things->len - 1) != thing)
    g_ptr_array_add (things, thing);
}

/* @id: interned */
static void
add_tie (GHashTable   *ties,
         const char   *id,
         DramatisNote *note)
{
  GPtrArray *notes = g_hash_table_lookup (ties, id);

  if (notes == NULL)
    {
      notes = g_ptr_array_new ();
      g_hash_table_insert (ties, (gpointer) id, notes);
    }
  g_ptr_array_add (notes, note);
}

static void
add_ties (GHashTable         *ties,
          const char * const *ids,
          DramatisNote       *note)
{
  for (guint i = 0; ids[i] != NULL; i++)
    add_tie (ties, g_intern_string (ids[i]), note);
}

static GHashTable *
create_ties (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
}

/* What notes are sorted by */
typedef struct
{
  DramatisNote *note;
  guint         first;        /* its positions, among those of all notes in the order of the dossier */
  guint         n_positions;
  guint         position;     /* the lowest one */
  guint         start;
  gint64        created;      /* microseconds */
} NoteKey;

static int
compare_notes (gconstpointer a,
               gconstpointer b)
{
  const NoteKey *first = a;
  const NoteKey *second = b;

  if (first->position != second->position)
    return first->position < second->position ? -1 : 1;
  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;

  return (first->created > second->created) - (first->created < second->created);
}

static NoteKey
create_key (DramatisIndex *self,
            DramatisNote  *note,
            GArray        *positions)
{
  GPtrArray *ranges = dramatis_note_get_ranges (note);
  GDateTime *created = dramatis_note_get_created (note);
  NoteKey key = { .note = note, .first = positions->len, .position = G_MAXUINT, .created = G_MININT64 };

  for (guint i = 0; i < ranges->len; i++)
    {
      const DramatisAnchor *anchor = g_ptr_array_index (ranges, i);
      guint position;

      if (!dramatis_index_find_position (self, anchor->passage, &position))
        continue;

      g_array_append_val (positions, position);
      add_at (self->notes_at, position, note);
      if (position < key.position || (position == key.position && anchor->range.start < key.start))
        {
          key.position = position;
          key.start = anchor->range.start;
        }
    }
  key.n_positions = positions->len - key.first;
  if (created != NULL)
    key.created = g_date_time_to_unix (created) * G_USEC_PER_SEC + g_date_time_get_microsecond (created);

  return key;
}

/* In text order; what is not about words of the text comes behind, by when it was made. */
static void
index_notes (DramatisIndex *self)
{
  GPtrArray *notes = self->all[DRAMATIS_HIT_NOTE];
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) keys = g_array_sized_new (FALSE, FALSE, sizeof (NoteKey), notes->len);

  self->notes_at = create_places (self);
  self->notes_about = create_ties ();
  for (guint i = 0; i < notes->len; i++)
    {
      DramatisNote *note = g_ptr_array_index (notes, i);
      NoteKey key = create_key (self, note, positions);

      g_array_append_val (keys, key);
      add_ties (self->notes_about, dramatis_note_get_actors (note), note);
      add_ties (self->notes_about, dramatis_note_get_events (note), note);
      add_ties (self->notes_about, dramatis_note_get_articles (note), note);
    }
  g_array_sort (keys, compare_notes);

  self->things[DRAMATIS_HIT_NOTE] = g_ptr_array_sized_new (notes->len);
  self->note_ends = g_array_sized_new (FALSE, FALSE, sizeof (guint), notes->len);
  self->note_positions = g_array_sized_new (FALSE, FALSE, sizeof (guint), positions->len);
  for (guint i = 0; i < keys->len; i++)
    {
      const NoteKey *key = &g_array_index (keys, NoteKey, i);

      g_ptr_array_add (self->things[DRAMATIS_HIT_NOTE], key->note);
      if (key->n_positions > 0)
        g_array_append_vals (self->note_positions, &g_array_index (positions, guint, key->first), key->n_positions);
      g_array_append_val (self->note_ends, self->note_positions->len);
    }
}

static void
index_links (DramatisIndex *self)
{
  GPtrArray *notes = self->all[DRAMATIS_HIT_NOTE];

  self->back_links = create_ties ();
  for (guint i = 0; i < notes->len; i++)
    {
      DramatisNote *note = g_ptr_array_index (notes, i);
      const char * const *ids = dramatis_note_get_links (note);

      for (guint j = 0; ids[j] != NULL; j++)
        add_tie (self->back_links, ids[j], note);
    }
}

static void
adopt_notes (DramatisIndex *self,
             DramatisIndex *previous)
{
  self->notes_at = g_ptr_array_ref (previous->notes_at);
  self->notes_about = g_hash_table_ref (previous->notes_about);
  self->things[DRAMATIS_HIT_NOTE] = g_ptr_array_ref (previous->things[DRAMATIS_HIT_NOTE]);
  self->note_ends = g_array_ref (previous->note_ends);
  self->note_positions = g_array_ref (previous->note_positions);
}

static GArray *
get_spans (GPtrArray *events)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (DramatisSpan));

  for (guint i = 0; i < events->len; i++)
    {
      DramatisTime *time = dramatis_event_get_time (g_ptr_array_index (events, i));

      if (time != NULL)
        g_array_append_val (spans, *dramatis_time_get_span (time));
    }

  return spans;
}

static void
index_spans (DramatisIndex *self)
{
  self->spans_at = g_ptr_array_new_full (self->passages->len, unref_spans);
  for (guint i = 0; i < self->passages->len; i++)
    {
      GPtrArray *events = g_ptr_array_index (self->events_at, i);

      g_ptr_array_add (self->spans_at, events != NULL ? get_spans (events) : NULL);
    }
}

static void
index_events (DramatisIndex *self)
{
  GPtrArray *events = self->all[DRAMATIS_HIT_EVENT];

  self->things[DRAMATIS_HIT_EVENT] = g_ptr_array_new ();
  self->events = dramatis_dated_events_new ();
  self->events_at = create_places (self);
  for (guint i = 0; i < events->len; i++)
    {
      DramatisEvent *event = g_ptr_array_index (events, i);
      GPtrArray *evidence = dramatis_event_get_evidence (event);

      if (dramatis_event_get_status (event) == DRAMATIS_STATUS_REJECTED)
        continue;

      g_ptr_array_add (self->things[DRAMATIS_HIT_EVENT], event);
      if (dramatis_event_get_time (event) != NULL)
        dramatis_dated_events_add (self->events, event);
      for (guint j = 0; j < evidence->len; j++)
        {
          const DramatisAnchor *anchor = g_ptr_array_index (evidence, j);
          guint position;

          if (dramatis_index_find_position (self, anchor->passage, &position))
            add_at (self->events_at, position, event);
        }
    }
  dramatis_dated_events_sort (self->events);
  index_spans (self);
}

static void
adopt_events (DramatisIndex *self,
              DramatisIndex *previous)
{
  self->things[DRAMATIS_HIT_EVENT] = g_ptr_array_ref (previous->things[DRAMATIS_HIT_EVENT]);
  self->events = g_array_ref (previous->events);
  self->events_at = g_ptr_array_ref (previous->events_at);
  self->spans_at = g_ptr_array_ref (previous->spans_at);
}

static void
index_actors (DramatisIndex *self)
{
  GPtrArray *actors = self->all[DRAMATIS_HIT_ACTOR];
  g_autoptr (GHashTable) rejected = g_hash_table_new (NULL, NULL);

  self->things[DRAMATIS_HIT_ACTOR] = g_ptr_array_sized_new (actors->len);
  self->actors = g_hash_table_new_full (NULL, NULL, NULL, actor_entry_free);
  for (guint i = 0; i < actors->len; i++)
    {
      DramatisActor *actor = g_ptr_array_index (actors, i);

      if (dramatis_actor_get_status (actor) == DRAMATIS_STATUS_REJECTED)
        g_hash_table_add (rejected, (gpointer) dramatis_thing_get_id (DRAMATIS_THING (actor)));
      else
        g_ptr_array_add (self->things[DRAMATIS_HIT_ACTOR], actor);
    }
  for (guint i = 0; i < self->passages->len; i++)
    add_mentions (self, i, rejected);
}

static void
adopt_actors (DramatisIndex *self,
              DramatisIndex *previous)
{
  self->things[DRAMATIS_HIT_ACTOR] = g_ptr_array_ref (previous->things[DRAMATIS_HIT_ACTOR]);
  self->actors = g_hash_table_ref (previous->actors);
}

static GHashTable *
create_positions (GPtrArray *passages)
{
  GHashTable *positions = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < passages->len; i++)
    g_hash_table_insert (positions, (gpointer) dramatis_thing_get_id (g_ptr_array_index (passages, i)),
                         GUINT_TO_POINTER (i));

  return positions;
}

static void
index_tags (DramatisIndex *self,
            GListModel    *tags)
{
  self->tags = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (tags); i++)
    {
      DramatisThing *tag = g_list_model_get_item (tags, i);

      self->n_tag_changes += dramatis_thing_get_n_changes (tag);
      g_hash_table_insert (self->tags, (gpointer) dramatis_thing_get_id (tag), tag);
    }
}

static gboolean
same_tags (DramatisIndex *self,
           DramatisIndex *previous)
{
  GHashTableIter iter;
  gpointer id, tag;

  if (self->n_tag_changes != previous->n_tag_changes
      || g_hash_table_size (self->tags) != g_hash_table_size (previous->tags))
    return FALSE;

  g_hash_table_iter_init (&iter, self->tags);
  while (g_hash_table_iter_next (&iter, &id, &tag))
    if (g_hash_table_lookup (previous->tags, id) != tag)
      return FALSE;

  return TRUE;
}

/**
 * dramatis_index_new:
 * @dossier: a dossier
 * @previous: (nullable): an index of it before it was edited, from which that is taken which is still so
 *
 * Indexes a dossier as it is. [method@Dossier.get_index] does that when it is needed.
 *
 * Returns: (transfer full): a new index
 */
DramatisIndex *
dramatis_index_new (DramatisDossier *dossier,
                    DramatisIndex   *previous)
{
  DramatisIndex *self = g_object_new (DRAMATIS_TYPE_INDEX, NULL);
  gboolean same_passages, same_notes;

  for (guint i = 0; i < DRAMATIS_N_HIT_KINDS; i++)
    self->folded[i] = dramatis_folded_new ();
  self->note_changes = g_array_new (FALSE, FALSE, sizeof (guint));
  list_all (self, dossier);
  index_tags (self, dramatis_dossier_get_tags (dossier));

  same_passages = previous != NULL && same_things (self, previous, DRAMATIS_HIT_PASSAGE);
  self->things[DRAMATIS_HIT_PASSAGE] = g_ptr_array_ref (self->passages);
  self->positions = same_passages ? g_hash_table_ref (previous->positions) : create_positions (self->passages);
  if (previous != NULL)
    self->text_serial = previous->text_serial + 1;
  if (same_passages && self->n_texts == previous->n_texts)
    {
      self->text_serial = previous->text_serial;
      adopt_folded (self, previous, DRAMATIS_HIT_PASSAGE);
    }

  if (same_state (self, previous, DRAMATIS_HIT_PASSAGE) && same_state (self, previous, DRAMATIS_HIT_ACTOR))
    adopt_actors (self, previous);
  else
    index_actors (self);
  if (same_state (self, previous, DRAMATIS_HIT_ACTOR))
    adopt_folded (self, previous, DRAMATIS_HIT_ACTOR);

  if (same_passages && same_state (self, previous, DRAMATIS_HIT_EVENT))
    adopt_events (self, previous);
  else
    index_events (self);
  if (same_state (self, previous, DRAMATIS_HIT_EVENT))
    adopt_folded (self, previous, DRAMATIS_HIT_EVENT);

  same_notes = previous != NULL && same_things (self, previous, DRAMATIS_HIT_NOTE);
  if (same_passages && same_notes && self->n_ties == previous->n_ties)
    {
      adopt_notes (self, previous);
      if (same_tags (self, previous))
        adopt_note_words (self, previous);
    }
  else
    {
      index_notes (self);
    }
  if (same_notes && self->n_links == previous->n_links)
    self->back_links = g_hash_table_ref (previous->back_links);
  else
    index_links (self);

  return self;
}
