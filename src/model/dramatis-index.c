/* dramatis-index.c: which passages, events and notes belong together
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-index-private.h"

#include <string.h>

#include "dramatis-link.h"

/**
 * DramatisIndex:
 *
 * A snapshot of which passages, actors, events and notes of a dossier belong together.
 *
 * Positions count the passages of all articles in reading order, from 0. What a person rejected is left out.
 */

typedef struct
{
  GArray *positions;          /* guint, ascending, each once */
  guint   n_mentions;
} ActorEntry;

G_DEFINE_FINAL_TYPE (DramatisIndex, dramatis_index, G_TYPE_OBJECT)

static void
actor_entry_free (gpointer data)
{
  ActorEntry *entry = data;

  g_array_unref (entry->positions);
  g_free (entry);
}

static void
dramatis_index_finalize (GObject *object)
{
  DramatisIndex *self = DRAMATIS_INDEX (object);

  for (guint i = 0; i < self->passages->len; i++)
    {
      g_clear_pointer (&self->events_at[i], g_ptr_array_unref);
      g_clear_pointer (&self->notes_at[i], g_ptr_array_unref);
    }
  g_free (self->events_at);
  g_free (self->notes_at);
  g_hash_table_unref (self->back_links);
  g_hash_table_unref (self->notes_about);
  g_array_unref (self->events);
  g_array_unref (self->note_ends);
  g_array_unref (self->note_positions);
  g_hash_table_unref (self->actors);
  g_hash_table_unref (self->positions);
  g_hash_table_unref (self->tags);
  g_ptr_array_unref (self->articles);
  for (guint i = 0; i < DRAMATIS_N_HIT_KINDS; i++)
    {
      dramatis_folded_unref (self->folded[i]);
      g_ptr_array_unref (self->things[i]);
    }

  G_OBJECT_CLASS (dramatis_index_parent_class)->finalize (object);
}

static void
dramatis_index_class_init (DramatisIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dramatis_index_finalize;
}

static void
dramatis_index_init (DramatisIndex *self)
{
  for (guint i = 0; i < DRAMATIS_N_HIT_KINDS; i++)
    {
      self->things[i] = g_ptr_array_new_with_free_func (g_object_unref);
      self->folded[i] = dramatis_folded_new ();
    }
  self->passages = self->things[DRAMATIS_HIT_PASSAGE];
  self->articles = g_ptr_array_new_with_free_func (g_object_unref);
  self->tags = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->positions = g_hash_table_new (NULL, NULL);
  self->actors = g_hash_table_new_full (NULL, NULL, NULL, actor_entry_free);
  self->events = dramatis_dated_events_new ();
  self->note_ends = g_array_new (FALSE, FALSE, sizeof (guint));
  self->note_positions = g_array_new (FALSE, FALSE, sizeof (guint));
  self->back_links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->notes_about = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
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
      ActorEntry *entry;

      if (mention->status == DRAMATIS_STATUS_REJECTED || g_hash_table_contains (rejected, mention->actor))
        continue;

      entry = g_hash_table_lookup (self->actors, mention->actor);
      if (entry == NULL)
        {
          entry = g_new0 (ActorEntry, 1);
          entry->positions = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (self->actors, (gpointer) mention->actor, entry);
        }

      entry->n_mentions++;
      if (entry->positions->len == 0
          || g_array_index (entry->positions, guint, entry->positions->len - 1) != position)
        g_array_append_val (entry->positions, position);
    }
}

static void
add_article (DramatisIndex   *self,
             DramatisArticle *article,
             GHashTable      *rejected)
{
  GListModel *passages = dramatis_article_get_passages (article);

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      DramatisThing *passage = g_list_model_get_item (passages, i);

      g_hash_table_insert (self->positions, (gpointer) dramatis_thing_get_id (passage),
                           GUINT_TO_POINTER (self->passages->len));
      g_ptr_array_add (self->passages, passage);
      self->n_texts += dramatis_passage_get_n_texts (DRAMATIS_PASSAGE (passage));
      g_ptr_array_add (self->articles, g_object_ref (article));
      add_mentions (self, self->passages->len - 1, rejected);
    }
}

/* @id: interned, as it is in anchors */
static gboolean
find_position (DramatisIndex *self,
               const char    *id,
               guint         *position)
{
  gpointer value;

  if (!g_hash_table_lookup_extended (self->positions, id, NULL, &value))
    return FALSE;

  *position = GPOINTER_TO_UINT (value);

  return TRUE;
}

static void
add_anchored (DramatisIndex  *self,
              GPtrArray     **at,
              gpointer        thing,
              GPtrArray      *anchors)
{
  for (guint i = 0; i < anchors->len; i++)
    {
      const DramatisAnchor *anchor = g_ptr_array_index (anchors, i);
      guint position;

      if (!find_position (self, anchor->passage, &position))
        continue;

      if (at[position] == NULL)
        at[position] = g_ptr_array_new ();
      if (at[position]->len == 0 || g_ptr_array_index (at[position], at[position]->len - 1) != thing)
        g_ptr_array_add (at[position], thing);
    }
}

static void
add_event (DramatisIndex *self,
           DramatisEvent *event)
{
  if (dramatis_event_get_status (event) == DRAMATIS_STATUS_REJECTED)
    return;

  g_ptr_array_add (self->things[DRAMATIS_HIT_EVENT], g_object_ref (event));
  if (dramatis_event_get_time (event) != NULL)
    dramatis_dated_events_add (self->events, event);
  add_anchored (self, self->events_at, event, dramatis_event_get_evidence (event));
}

static void
add_ties (GHashTable         *ties,
          const char * const *ids,
          DramatisNote       *note)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      GPtrArray *notes = g_hash_table_lookup (ties, ids[i]);

      if (notes == NULL)
        {
          notes = g_ptr_array_new ();
          g_hash_table_insert (ties, g_strdup (ids[i]), notes);
        }
      g_ptr_array_add (notes, note);
    }
}

static void
add_links (DramatisIndex *self,
           DramatisNote  *note)
{
  g_auto (GStrv) ids = dramatis_link_find_ids (dramatis_note_get_text (note));

  add_ties (self->back_links, (const char * const *) ids, note);
  add_ties (self->notes_about, dramatis_note_get_actors (note), note);
  add_ties (self->notes_about, dramatis_note_get_events (note), note);
  add_ties (self->notes_about, dramatis_note_get_articles (note), note);
}

/* What notes are sorted by */
typedef struct
{
  DramatisNote *note;
  guint         position;
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

/* In text order; what is not about words of the text comes behind, by when it was made. */
static void
add_notes (DramatisIndex *self,
           GListModel    *notes)
{
  guint n_notes = g_list_model_get_n_items (notes);
  g_autoptr (GArray) keys = g_array_sized_new (FALSE, FALSE, sizeof (NoteKey), n_notes);

  for (guint i = 0; i < n_notes; i++)
    {
      DramatisNote *note = g_list_model_get_item (notes, i);
      GPtrArray *ranges = dramatis_note_get_ranges (note);
      GDateTime *created = dramatis_note_get_created (note);
      NoteKey key = { .note = note, .position = G_MAXUINT, .created = G_MININT64 };

      for (guint j = 0; j < ranges->len; j++)
        {
          const DramatisAnchor *anchor = g_ptr_array_index (ranges, j);
          guint position;

          if (find_position (self, anchor->passage, &position) && position < key.position)
            {
              key.position = position;
              key.start = anchor->range.start;
            }
        }
      if (created != NULL)
        key.created = g_date_time_to_unix (created) * G_USEC_PER_SEC + g_date_time_get_microsecond (created);
      g_array_append_val (keys, key);

      add_anchored (self, self->notes_at, note, ranges);
      add_links (self, note);
    }
  g_array_sort (keys, compare_notes);

  for (guint i = 0; i < n_notes; i++)
    {
      DramatisNote *note = g_array_index (keys, NoteKey, i).note;
      GPtrArray *ranges = dramatis_note_get_ranges (note);

      g_ptr_array_add (self->things[DRAMATIS_HIT_NOTE], note);
      for (guint j = 0; j < ranges->len; j++)
        {
          const DramatisAnchor *anchor = g_ptr_array_index (ranges, j);
          guint position;

          if (find_position (self, anchor->passage, &position))
            g_array_append_val (self->note_positions, position);
        }
      g_array_append_val (self->note_ends, self->note_positions->len);
    }
}

/* What is folded of the text outlives an edit of anything else. */
static void
adopt_text (DramatisIndex *self,
            DramatisIndex *previous)
{
  if (previous == NULL)
    return;

  self->text_serial = previous->text_serial + 1;
  if (self->passages->len == 0 || previous->n_texts != self->n_texts
      || previous->passages->len != self->passages->len
      || memcmp (previous->passages->pdata, self->passages->pdata, self->passages->len * sizeof (gpointer)) != 0)
    return;

  self->text_serial = previous->text_serial;
  dramatis_folded_unref (self->folded[DRAMATIS_HIT_PASSAGE]);
  self->folded[DRAMATIS_HIT_PASSAGE] = dramatis_folded_ref (previous->folded[DRAMATIS_HIT_PASSAGE]);
}

/**
 * dramatis_index_new:
 * @dossier: a dossier
 * @previous: (nullable): an index of it before it was edited
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
  GListModel *actors = dramatis_dossier_get_actors (dossier);
  GListModel *articles = dramatis_dossier_get_articles (dossier);
  GListModel *events = dramatis_dossier_get_events (dossier);
  GListModel *notes = dramatis_dossier_get_notes (dossier);
  GListModel *tags = dramatis_dossier_get_tags (dossier);
  g_autoptr (GHashTable) rejected = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (DramatisActor) actor = g_list_model_get_item (actors, i);

      if (dramatis_actor_get_status (actor) == DRAMATIS_STATUS_REJECTED)
        g_hash_table_add (rejected, (gpointer) dramatis_thing_get_id (DRAMATIS_THING (actor)));
      else
        g_ptr_array_add (self->things[DRAMATIS_HIT_ACTOR], g_object_ref (actor));
    }

  for (guint i = 0; i < g_list_model_get_n_items (tags); i++)
    {
      DramatisThing *tag = g_list_model_get_item (tags, i);

      g_hash_table_insert (self->tags, (gpointer) dramatis_thing_get_id (tag), tag);
    }

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (DramatisArticle) article = g_list_model_get_item (articles, i);

      add_article (self, article, rejected);
    }

  adopt_text (self, previous);

  self->events_at = g_new0 (GPtrArray *, self->passages->len);
  self->notes_at = g_new0 (GPtrArray *, self->passages->len);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (DramatisEvent) event = g_list_model_get_item (events, i);

      add_event (self, event);
    }
  dramatis_dated_events_sort (self->events);

  add_notes (self, notes);

  return self;
}

/**
 * dramatis_index_get_passages:
 * @self: an index
 *
 * Gets the passages of all articles in reading order.
 *
 * Returns: (transfer none) (element-type DramatisPassage): the passages, by position
 */
GPtrArray *
dramatis_index_get_passages (DramatisIndex *self)
{
  g_return_val_if_fail (DRAMATIS_IS_INDEX (self), NULL);

  return self->passages;
}

/**
 * dramatis_index_get_text_serial:
 * @self: an index
 *
 * Gets which state of the text an index knows.
 *
 * Returns: a number that the next index of the dossier has too if no passage came, went, moved or got another text
 */
guint
dramatis_index_get_text_serial (DramatisIndex *self)
{
  g_return_val_if_fail (DRAMATIS_IS_INDEX (self), 0);

  return self->text_serial;
}

/**
 * dramatis_index_get_article:
 * @self: an index
 * @position: a position
 *
 * Gets the article of a passage.
 *
 * Returns: (transfer none): the article
 */
DramatisArticle *
dramatis_index_get_article (DramatisIndex *self,
                            guint          position)
{
  g_return_val_if_fail (DRAMATIS_IS_INDEX (self), NULL);
  g_return_val_if_fail (position < self->articles->len, NULL);

  return g_ptr_array_index (self->articles, position);
}

/**
 * dramatis_index_get_position:
 * @self: an index
 * @passage_id: the identifier of a passage
 * @position: (out) (optional): its position
 *
 * Finds a passage.
 *
 * Returns: whether there is such a passage
 */
gboolean
dramatis_index_get_position (DramatisIndex *self,
                             const char    *passage_id,
                             guint         *position)
{
  guint found;

  g_return_val_if_fail (DRAMATIS_IS_INDEX (self), FALSE);

  return find_position (self, g_intern_string (passage_id), position != NULL ? position : &found);
}

/**
 * dramatis_index_get_events:
 * @self: an index
 *
 * Gets the events that have a time.
 *
 * Returns: (transfer none) (element-type DramatisDatedEvent): the events, by their first day, then by their last
 */
GArray *
dramatis_index_get_events (DramatisIndex *self)
{
  g_return_val_if_fail (DRAMATIS_IS_INDEX (self), NULL);

  return self->events;
}

/**
 * dramatis_index_get_events_at:
 * @self: an index
 * @position: a position
 *
 * Gets the events that have evidence in a passage, with those that have no time.
 *
 * Returns: (transfer none) (nullable) (element-type DramatisEvent): the events, in the order of the dossier
 */
GPtrArray *
dramatis_index_get_events_at (DramatisIndex *self,
                              guint          position)
{
  g_return_val_if_fail (DRAMATIS_IS_INDEX (self), NULL);
  g_return_val_if_fail (position < self->passages->len, NULL);

  return self->events_at[position];
}

/**
 * dramatis_index_get_notes:
 * @self: an index
 *
 * Gets all notes.
 *
 * Returns: (transfer none) (element-type DramatisNote): the notes in the order of the text; behind, by when they were
 *   made, those that are not about words of it
 */
GPtrArray *
dramatis_index_get_notes (DramatisIndex *self)
{
  g_return_val_if_fail (DRAMATIS_IS_INDEX (self), NULL);

  return self->things[DRAMATIS_HIT_NOTE];
}

/**
 * dramatis_index_get_note_positions:
 * @self: an index
 * @number: the number of a note in [method@Index.get_notes]
 * @n_positions: (out): how many there are
 *
 * Gets where the words are that a note is about.
 *
 * Returns: (transfer none) (array length=n_positions): positions of passages, in the order of the note's ranges
 */
const guint *
dramatis_index_get_note_positions (DramatisIndex *self,
                                   guint          number,
                                   guint         *n_positions)
{
  guint start;

  g_return_val_if_fail (DRAMATIS_IS_INDEX (self), NULL);
  g_return_val_if_fail (number < self->things[DRAMATIS_HIT_NOTE]->len, NULL);

  start = number > 0 ? g_array_index (self->note_ends, guint, number - 1) : 0;
  *n_positions = g_array_index (self->note_ends, guint, number) - start;

  return (const guint *) self->note_positions->data + start;
}

/**
 * dramatis_index_get_notes_at:
 * @self: an index
 * @position: a position
 *
 * Gets the notes that are about words of a passage.
 *
 * Returns: (transfer none) (nullable) (element-type DramatisNote): the notes, in the order of the dossier
 */
GPtrArray *
dramatis_index_get_notes_at (DramatisIndex *self,
                             guint          position)
{
  g_return_val_if_fail (DRAMATIS_IS_INDEX (self), NULL);
  g_return_val_if_fail (position < self->passages->len, NULL);

  return self->notes_at[position];
}

/**
 * dramatis_index_get_actor_passages:
 * @self: an index
 * @actor_id: the identifier of an actor
 *
 * Gets where an actor is mentioned.
 *
 * Returns: (transfer none) (nullable) (element-type guint): positions, ascending, each once
 */
GArray *
dramatis_index_get_actor_passages (DramatisIndex *self,
                                   const char    *actor_id)
{
  ActorEntry *entry;

  g_return_val_if_fail (DRAMATIS_IS_INDEX (self), NULL);

  entry = g_hash_table_lookup (self->actors, g_intern_string (actor_id));

  return entry != NULL ? entry->positions : NULL;
}

/**
 * dramatis_index_get_actor_mentions:
 * @self: an index
 * @actor_id: the identifier of an actor
 *
 * Gets how often an actor is mentioned.
 *
 * Returns: the number of mentions
 */
guint
dramatis_index_get_actor_mentions (DramatisIndex *self,
                                   const char    *actor_id)
{
  ActorEntry *entry;

  g_return_val_if_fail (DRAMATIS_IS_INDEX (self), 0);

  entry = g_hash_table_lookup (self->actors, g_intern_string (actor_id));

  return entry != NULL ? entry->n_mentions : 0;
}

/**
 * dramatis_index_get_back_links:
 * @self: an index
 * @id: the identifier of an actor, event, article or note
 *
 * Gets the notes that have a link to a thing in their text.
 *
 * Returns: (transfer none) (nullable) (element-type DramatisNote): the notes, in the order of the dossier
 */
GPtrArray *
dramatis_index_get_back_links (DramatisIndex *self,
                               const char    *id)
{
  g_return_val_if_fail (DRAMATIS_IS_INDEX (self), NULL);

  return g_hash_table_lookup (self->back_links, id);
}

/**
 * dramatis_index_get_notes_about:
 * @self: an index
 * @id: the identifier of an actor, event or article
 *
 * Gets the notes that name a thing as what they are about.
 *
 * Returns: (transfer none) (nullable) (element-type DramatisNote): the notes, in the order of the dossier
 */
GPtrArray *
dramatis_index_get_notes_about (DramatisIndex *self,
                                const char    *id)
{
  g_return_val_if_fail (DRAMATIS_IS_INDEX (self), NULL);

  return g_hash_table_lookup (self->notes_about, id);
}
