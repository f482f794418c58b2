/* dramatis-index.c: which passages, events and notes belong together
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-index-private.h"

/**
 * DramatisIndex:
 *
 * A snapshot of which passages, actors, events and notes of a dossier belong together.
 *
 * Positions count the passages of all articles in reading order, from 0. What a person rejected is left out.
 */

G_DEFINE_FINAL_TYPE (DramatisIndex, dramatis_index, G_TYPE_OBJECT)

void
dramatis_index_clear_old_notes (DramatisIndex *self)
{
  g_clear_pointer (&self->old_folded, dramatis_folded_unref);
  g_clear_pointer (&self->old_note_changes, g_array_unref);
}

static void
dramatis_index_finalize (GObject *object)
{
  DramatisIndex *self = DRAMATIS_INDEX (object);

  g_ptr_array_unref (self->articles);
  g_hash_table_unref (self->positions);
  g_hash_table_unref (self->actors);
  g_hash_table_unref (self->tags);
  g_array_unref (self->events);
  g_ptr_array_unref (self->events_at);
  g_ptr_array_unref (self->spans_at);
  g_ptr_array_unref (self->notes_at);
  g_array_unref (self->note_ends);
  g_array_unref (self->note_positions);
  g_hash_table_unref (self->back_links);
  g_hash_table_unref (self->notes_about);
  for (guint i = 0; i < DRAMATIS_N_HIT_KINDS; i++)
    {
      dramatis_folded_unref (self->folded[i]);
      g_ptr_array_unref (self->things[i]);
      g_ptr_array_unref (self->all[i]);
    }
  g_array_unref (self->note_changes);
  dramatis_index_clear_old_notes (self);

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
}

gboolean
dramatis_index_find_position (DramatisIndex *self,
                              const char    *id,
                              guint         *position)
{
  gpointer value;

  if (!g_hash_table_lookup_extended (self->positions, id, NULL, &value))
    return FALSE;

  *position = GPOINTER_TO_UINT (value);

  return TRUE;
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
 * dramatis_index_get_scope:
 * @self: an index
 * @article: (nullable): an article of the dossier, or %NULL for all of them
 * @first: (out): the position of its first passage
 * @n_passages: (out): how many passages it has
 *
 * Gets where the passages of an article are.
 */
void
dramatis_index_get_scope (DramatisIndex   *self,
                          DramatisArticle *article,
                          guint           *first,
                          guint           *n_passages)
{
  g_return_if_fail (DRAMATIS_IS_INDEX (self));

  *first = 0;
  *n_passages = self->passages->len;
  if (article == NULL)
    return;

  while (*first < self->articles->len && g_ptr_array_index (self->articles, *first) != article)
    (*first)++;
  *n_passages = g_list_model_get_n_items (dramatis_article_get_passages (article));
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

  return dramatis_index_find_position (self, g_intern_string (passage_id), position != NULL ? position : &found);
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

  return g_ptr_array_index (self->events_at, position);
}

/**
 * dramatis_index_get_spans_at:
 * @self: an index
 * @position: a position
 *
 * Gets when the events were that have evidence in a passage: [method@Index.get_events_at] without a look at each event
 * and its time, which lie all over the memory.
 *
 * Returns: (transfer none) (nullable) (element-type DramatisSpan): the spans of those that have a time, in the order of
 *   the dossier
 */
GArray *
dramatis_index_get_spans_at (DramatisIndex *self,
                             guint          position)
{
  g_return_val_if_fail (DRAMATIS_IS_INDEX (self), NULL);
  g_return_val_if_fail (position < self->passages->len, NULL);

  return g_ptr_array_index (self->spans_at, position);
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

  return g_ptr_array_index (self->notes_at, position);
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
  DramatisActorEntry *entry;

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
  DramatisActorEntry *entry;

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

  return g_hash_table_lookup (self->back_links, g_intern_string (id));
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

  return g_hash_table_lookup (self->notes_about, g_intern_string (id));
}

/**
 * dramatis_index_has_notes_about:
 * @self: an index
 * @id: the identifier of an actor, event or article, as [method@Thing.get_id] returns it
 *
 * Tells whether a note names a thing as what it is about: [method@Index.get_notes_about] without what it takes to
 * intern an identifier, which counts where all events are asked for.
 *
 * Returns: whether one does
 */
gboolean
dramatis_index_has_notes_about (DramatisIndex *self,
                                const char    *id)
{
  g_return_val_if_fail (DRAMATIS_IS_INDEX (self), FALSE);

  return g_hash_table_contains (self->notes_about, id);
}
