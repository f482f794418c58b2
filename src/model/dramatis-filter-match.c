/* dramatis-filter-match.c: what passes the filter
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-filter-private.h"

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  const guint *first = a;
  const guint *second = b;

  return (*first > *second) - (*first < *second);
}

/* Whether the actors pass, has () telling of each whether it is there. */
typedef gboolean (*HasActor) (const char *id,
                              gpointer    data);

static gboolean
actors_pass (DramatisFilter *self,
             HasActor        has,
             gpointer        data)
{
  const char * const *ids = dramatis_filter_get_actors (self);
  gboolean all = dramatis_filter_get_match (self) == DRAMATIS_MATCH_ALL;

  if (*ids == NULL)
    return TRUE;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (has (ids[i], data) != all)
        return !all;
    }

  return all;
}

static gboolean
strvs_meet (const char * const *a,
            const char * const *b)
{
  for (guint i = 0; a[i] != NULL; i++)
    {
      if (g_strv_contains (b, a[i]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
time_passes (DramatisFilter *self,
             DramatisEvent  *event)
{
  const DramatisSpan *span = dramatis_filter_get_span (self);
  DramatisTime *time = dramatis_event_get_time (event);

  return span == NULL || (time != NULL && dramatis_span_overlaps (dramatis_time_get_span (time), span));
}

/* Whether one of @spans does. */
static gboolean
spans_pass (DramatisFilter *self,
            GArray         *spans)
{
  const DramatisSpan *span = dramatis_filter_get_span (self);

  if (span == NULL)
    return TRUE;

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      if (dramatis_span_overlaps (&g_array_index (spans, DramatisSpan, i), span))
        return TRUE;
    }

  return FALSE;
}

static gboolean
notes_have_tags (DramatisFilter *self,
                 GPtrArray      *notes)
{
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      if (strvs_meet (dramatis_filter_get_tags (self),
                      dramatis_note_get_tags (g_ptr_array_index (notes, i))))
        return TRUE;
    }

  return FALSE;
}

/* How many of the filter's actors there must be. */
static guint
get_n_needed (DramatisFilter *self)
{
  guint n_actors = g_strv_length ((char **) dramatis_filter_get_actors (self));

  return MIN (n_actors, dramatis_filter_get_match (self) == DRAMATIS_MATCH_ANY ? 1 : G_MAXUINT8);
}

void
dramatis_filter_forget (DramatisFilter *self)
{
  g_clear_object (&self->index);
  g_clear_pointer (&self->positions, g_array_unref);
  for (guint i = 0; i < DRAMATIS_N_HIT_KINDS; i++)
    g_clear_pointer (&self->found[i], g_hash_table_unref);
}

static void
set_index (DramatisFilter *self,
           DramatisIndex  *index)
{
  if (self->index == index)
    return;

  dramatis_filter_forget (self);
  self->index = g_object_ref (index);
}

static gboolean
has_words (DramatisFilter  *self,
           DramatisIndex   *index,
           DramatisHitKind  kind,
           gpointer         thing)
{
  if (self->needle == NULL)
    return TRUE;

  set_index (self, index);
  if (self->found[kind] == NULL)
    self->found[kind] = dramatis_index_find_set (index, kind, self->needle);

  return g_hash_table_contains (self->found[kind], thing);
}

/* How many of the filter's actors each passage mentions. */
static guint8 *
count_actors (DramatisFilter *self,
              DramatisIndex  *index,
              guint           n_passages)
{
  const char * const *ids = dramatis_filter_get_actors (self);
  guint8 *counts = g_new0 (guint8, n_passages);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      GArray *positions = dramatis_index_get_actor_passages (index, ids[i]);

      for (guint j = 0; positions != NULL && j < positions->len; j++)
        {
          guint8 *count = &counts[g_array_index (positions, guint, j)];

          if (*count < G_MAXUINT8)
            (*count)++;
        }
    }

  return counts;
}

/**
 * dramatis_filter_match_passages:
 * @self: a filter
 * @index: the index of a dossier
 *
 * Finds the passages that pass.
 *
 * The answer is kept until the filter or the index is another.
 *
 * Returns: (transfer none) (element-type guint): positions in the index, ascending
 */
GArray *
dramatis_filter_match_passages (DramatisFilter *self,
                                DramatisIndex  *index)
{
  GPtrArray *passages = dramatis_index_get_passages (index);
  gboolean has_tags = *dramatis_filter_get_tags (self) != NULL;
  g_autofree guint8 *counts = NULL;
  guint n_needed;
  GArray *positions;

  g_return_val_if_fail (DRAMATIS_IS_FILTER (self), NULL);

  set_index (self, index);
  if (self->positions != NULL)
    return self->positions;

  positions = g_array_sized_new (FALSE, FALSE, sizeof (guint), passages->len);
  counts = count_actors (self, index, passages->len);
  n_needed = get_n_needed (self);

  for (guint i = 0; i < passages->len; i++)
    {
      if (counts[i] >= n_needed
          && spans_pass (self, dramatis_index_get_spans_at (index, i))
          && (!has_tags || notes_have_tags (self, dramatis_index_get_notes_at (index, i)))
          && has_words (self, index, DRAMATIS_HIT_PASSAGE, g_ptr_array_index (passages, i)))
        g_array_append_val (positions, i);
    }

  self->positions = positions;

  return positions;
}

/**
 * dramatis_filter_match_position:
 * @self: a filter
 * @index: the index of a dossier
 * @position: the position of a passage in @index
 *
 * Tells whether a passage passes.
 *
 * Returns: whether it does
 */
gboolean
dramatis_filter_match_position (DramatisFilter *self,
                                DramatisIndex  *index,
                                guint           position)
{
  return g_array_binary_search (dramatis_filter_match_passages (self, index), &position, compare_positions, NULL);
}

static gboolean
event_has_actor (const char *id,
                 gpointer    event)
{
  return g_strv_contains (dramatis_event_get_actors (event), id);
}

static gboolean
event_has_tags (DramatisFilter *self,
                DramatisIndex  *index,
                DramatisEvent  *event)
{
  GPtrArray *evidence = dramatis_event_get_evidence (event);

  for (guint i = 0; i < evidence->len; i++)
    {
      const DramatisAnchor *anchor = g_ptr_array_index (evidence, i);
      guint position;

      if (dramatis_index_get_position (index, anchor->passage, &position)
          && notes_have_tags (self, dramatis_index_get_notes_at (index, position)))
        return TRUE;
    }

  return FALSE;
}

/**
 * dramatis_filter_match_event:
 * @self: a filter
 * @index: the index of the event's dossier
 * @event: an event
 *
 * Tells whether an event passes: by its actors, its time, the words of its title and evidence, and the tags of
 * the notes in the passages of its evidence.
 *
 * Returns: whether it does; one that a person rejected never does
 */
gboolean
dramatis_filter_match_event (DramatisFilter *self,
                             DramatisIndex  *index,
                             DramatisEvent  *event)
{
  g_return_val_if_fail (DRAMATIS_IS_FILTER (self), FALSE);
  g_return_val_if_fail (DRAMATIS_IS_EVENT (event), FALSE);

  return dramatis_event_get_status (event) != DRAMATIS_STATUS_REJECTED
         && actors_pass (self, event_has_actor, event)
         && time_passes (self, event)
         && has_words (self, index, DRAMATIS_HIT_EVENT, event)
         && (*dramatis_filter_get_tags (self) == NULL || event_has_tags (self, index, event));
}

typedef struct
{
  DramatisIndex *index;
  DramatisNote  *note;
} NoteInIndex;

static gboolean
note_has_actor (const char *id,
                gpointer    data)
{
  NoteInIndex *in = data;
  GPtrArray *ranges = dramatis_note_get_ranges (in->note);
  GPtrArray *linking = dramatis_index_get_back_links (in->index, id);

  if (g_strv_contains (dramatis_note_get_actors (in->note), id)
      || (linking != NULL && g_ptr_array_find (linking, in->note, NULL)))
    return TRUE;

  for (guint i = 0; i < ranges->len; i++)
    {
      const DramatisAnchor *anchor = g_ptr_array_index (ranges, i);
      GArray *positions = dramatis_index_get_actor_passages (in->index, id);
      guint position;

      if (positions != NULL && dramatis_index_get_position (in->index, anchor->passage, &position)
          && g_array_binary_search (positions, &position, compare_positions, NULL))
        return TRUE;
    }

  return FALSE;
}

static gboolean
note_in_span (DramatisFilter *self,
              DramatisIndex  *index,
              DramatisNote   *note)
{
  GPtrArray *ranges = dramatis_note_get_ranges (note);
  const char * const *ids = dramatis_note_get_events (note);
  const DramatisSpan *span = dramatis_filter_get_span (self);
  GArray *events = dramatis_index_get_events (index);

  if (span == NULL)
    return TRUE;

  for (guint i = 0; i < ranges->len; i++)
    {
      const DramatisAnchor *anchor = g_ptr_array_index (ranges, i);
      guint position;

      if (dramatis_index_get_position (index, anchor->passage, &position)
          && spans_pass (self, dramatis_index_get_spans_at (index, position)))
        return TRUE;
    }

  for (guint i = 0; *ids != NULL && i < events->len; i++)
    {
      const DramatisDatedEvent *dated = dramatis_dated_events_get (events, i);

      if (dramatis_span_overlaps (&dated->span, span) && g_strv_contains (ids, dated->id))
        return TRUE;
    }

  return FALSE;
}

/* Whether a note passes but for its actors. */
static gboolean
note_passes (DramatisFilter *self,
             DramatisIndex  *index,
             DramatisNote   *note)
{
  return note_in_span (self, index, note)
         && has_words (self, index, DRAMATIS_HIT_NOTE, note)
         && (*dramatis_filter_get_tags (self) == NULL
             || strvs_meet (dramatis_filter_get_tags (self), dramatis_note_get_tags (note)));
}

/**
 * dramatis_filter_match_note:
 * @self: a filter
 * @index: the index of the note's dossier
 * @note: a note
 *
 * Tells whether a note passes: by the actors it is about, links to or that its passages mention, the times of its events
 * or of those in its passages, its words, quotes and names of tags, and its tags.
 *
 * Returns: whether it does
 */
gboolean
dramatis_filter_match_note (DramatisFilter *self,
                            DramatisIndex  *index,
                            DramatisNote   *note)
{
  NoteInIndex in = { index, note };

  g_return_val_if_fail (DRAMATIS_IS_FILTER (self), FALSE);
  g_return_val_if_fail (DRAMATIS_IS_NOTE (note), FALSE);

  return actors_pass (self, note_has_actor, &in) && note_passes (self, index, note);
}

static void
add_all (GHashTable *set,
         GPtrArray  *notes)
{
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    g_hash_table_add (set, g_ptr_array_index (notes, i));
}

/* Counts an actor for each note that has it: what note_has_actor () tells of one. */
static void
count_notes (DramatisIndex *index,
             const char    *id,
             guint8        *counts)
{
  GPtrArray *notes = dramatis_index_get_notes (index);
  GArray *positions = dramatis_index_get_actor_passages (index, id);
  g_autoptr (GHashTable) tied = g_hash_table_new (NULL, NULL);
  g_autofree guint8 *mentioned = g_new0 (guint8, dramatis_index_get_passages (index)->len);

  for (guint i = 0; positions != NULL && i < positions->len; i++)
    mentioned[g_array_index (positions, guint, i)] = 1;
  add_all (tied, dramatis_index_get_back_links (index, id));
  add_all (tied, dramatis_index_get_notes_about (index, id));

  for (guint i = 0; i < notes->len; i++)
    {
      guint n_at;
      const guint *at = dramatis_index_get_note_positions (index, i, &n_at);
      gboolean has = g_hash_table_size (tied) > 0 && g_hash_table_contains (tied, g_ptr_array_index (notes, i));

      for (guint j = 0; j < n_at && !has; j++)
        has = mentioned[at[j]];
      if (has && counts[i] < G_MAXUINT8)
        counts[i]++;
    }
}

/**
 * dramatis_filter_match_notes:
 * @self: a filter
 * @index: the index of a dossier
 *
 * Finds the notes that pass, as [method@Filter.match_note] would: quickly, because what can be found out for all of them
 * together is.
 *
 * Returns: (transfer container) (element-type DramatisNote): the notes, in the order of the text
 */
GPtrArray *
dramatis_filter_match_notes (DramatisFilter *self,
                             DramatisIndex  *index)
{
  GPtrArray *notes = dramatis_index_get_notes (index);
  GPtrArray *passing;
  g_autofree guint8 *counts = NULL;
  gboolean by_actor_only;
  guint n_needed;

  g_return_val_if_fail (DRAMATIS_IS_FILTER (self), NULL);

  passing = g_ptr_array_sized_new (notes->len);
  counts = g_new0 (guint8, notes->len);
  n_needed = get_n_needed (self);
  by_actor_only = self->needle == NULL && dramatis_filter_get_span (self) == NULL
                  && *dramatis_filter_get_tags (self) == NULL;

  for (guint i = 0; dramatis_filter_get_actors (self)[i] != NULL; i++)
    count_notes (index, dramatis_filter_get_actors (self)[i], counts);
  for (guint i = 0; i < notes->len; i++)
    {
      if (counts[i] >= n_needed && (by_actor_only || note_passes (self, index, g_ptr_array_index (notes, i))))
        g_ptr_array_add (passing, g_ptr_array_index (notes, i));
    }

  return passing;
}

/**
 * dramatis_filter_match_actor:
 * @self: a filter
 * @index: the index of the actor's dossier
 * @actor: an actor
 *
 * Tells whether an actor passes: if it is one of the filter's, or a passage that passes mentions it.
 *
 * Returns: whether it does; one that a person rejected never does
 */
gboolean
dramatis_filter_match_actor (DramatisFilter *self,
                             DramatisIndex  *index,
                             DramatisActor  *actor)
{
  const char *id = dramatis_thing_get_id (DRAMATIS_THING (actor));
  GArray *positions = dramatis_index_get_actor_passages (index, id);

  g_return_val_if_fail (DRAMATIS_IS_FILTER (self), FALSE);
  g_return_val_if_fail (DRAMATIS_IS_ACTOR (actor), FALSE);

  if (dramatis_actor_get_status (actor) == DRAMATIS_STATUS_REJECTED)
    return FALSE;
  if (dramatis_filter_is_empty (self) || dramatis_filter_has_actor (self, id))
    return TRUE;

  for (guint i = 0; positions != NULL && i < positions->len; i++)
    {
      if (dramatis_filter_match_position (self, index, g_array_index (positions, guint, i)))
        return TRUE;
    }

  return FALSE;
}
