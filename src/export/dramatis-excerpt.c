/* dramatis-excerpt.c: what of a dossier passes a filter
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-excerpt.h"

static void
add_things (GHashTable *things,
            GPtrArray  *list)
{
  for (guint i = 0; i < list->len; i++)
    g_hash_table_insert (things, (gpointer) dramatis_thing_get_id (g_ptr_array_index (list, i)),
                         g_ptr_array_index (list, i));
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  return dramatis_time_compare (dramatis_event_get_time (*(DramatisEvent **) a),
                                dramatis_event_get_time (*(DramatisEvent **) b));
}

/* Where in the text a note belongs: at its first words that are still there, otherwise after everything. */
static void
get_place (const DramatisExcerpt *self,
           DramatisNote          *note,
           guint                 *position,
           guint                 *offset)
{
  GPtrArray *ranges = dramatis_note_get_ranges (note);

  *position = *offset = G_MAXUINT;

  for (guint i = 0; i < ranges->len; i++)
    {
      const DramatisAnchor *anchor = g_ptr_array_index (ranges, i);
      guint at;

      if (dramatis_index_get_position (self->index, anchor->passage, &at)
          && (at < *position || (at == *position && anchor->range.start < *offset)))
        {
          *position = at;
          *offset = anchor->range.start;
        }
    }
}

static int
compare_notes (gconstpointer a,
               gconstpointer b,
               gpointer      excerpt)
{
  guint position_a, offset_a, position_b, offset_b;

  get_place (excerpt, *(DramatisNote **) a, &position_a, &offset_a);
  get_place (excerpt, *(DramatisNote **) b, &position_b, &offset_b);

  if (position_a != position_b)
    return position_a < position_b ? -1 : 1;

  return (offset_a > offset_b) - (offset_a < offset_b);
}

/* What of a dossier may pass at all: that of one article, at the positions from @first on, or everything. */
typedef struct
{
  DramatisIndex   *index;
  DramatisArticle *article;
  guint            first;
  guint            n_passages;
} Scope;

static gboolean
scope_has_position (const Scope *scope,
                    guint        position)
{
  return position - scope->first < scope->n_passages;
}

static gboolean
scope_has_anchor (const Scope *scope,
                  GPtrArray   *anchors)
{
  guint position;

  for (guint i = 0; i < anchors->len; i++)
    {
      const DramatisAnchor *anchor = g_ptr_array_index (anchors, i);

      if (dramatis_index_get_position (scope->index, anchor->passage, &position)
          && scope_has_position (scope, position))
        return TRUE;
    }

  return FALSE;
}

/* Whether two ascending lists of positions have one in common. */
static gboolean
have_common (GArray *a,
             GArray *b)
{
  for (guint i = 0, j = 0; i < a->len && j < b->len;)
    {
      guint x = g_array_index (a, guint, i);
      guint y = g_array_index (b, guint, j);

      if (x == y)
        return TRUE;
      i += x < y;
      j += y < x;
    }

  return FALSE;
}

/* An actor is where it is mentioned, an event and a note are where their words are; a note may also be about the
 * article itself. @positions are the passages that pass. */
static gboolean
scope_has (const Scope *scope,
           GArray      *positions,
           gpointer     thing)
{
  GArray *mentioned;

  if (scope->article == NULL)
    return TRUE;
  if (DRAMATIS_IS_EVENT (thing))
    return scope_has_anchor (scope, dramatis_event_get_evidence (thing));
  if (DRAMATIS_IS_NOTE (thing))
    return scope_has_anchor (scope, dramatis_note_get_ranges (thing))
           || g_strv_contains (dramatis_note_get_articles (thing),
                               dramatis_thing_get_id (DRAMATIS_THING (scope->article)));

  mentioned = dramatis_index_get_actor_passages (scope->index, dramatis_thing_get_id (thing));

  return mentioned != NULL && have_common (mentioned, positions);
}

/**
 * dramatis_excerpt_new:
 * @dossier: a dossier
 * @filter: (nullable): what is to pass, or %NULL for everything
 * @article: (nullable): the only article of which anything is to pass, or %NULL for all
 *
 * Finds what of a dossier passes a filter. What a person rejected never does.
 *
 * Returns: (transfer full): a new excerpt
 */
DramatisExcerpt *
dramatis_excerpt_new (DramatisDossier *dossier,
                      DramatisFilter  *filter,
                      DramatisArticle *article)
{
  g_autoptr (DramatisFilter) everything = NULL;
  DramatisExcerpt *self;
  Scope scope;
  GArray *positions;

  g_return_val_if_fail (DRAMATIS_IS_DOSSIER (dossier), NULL);

  if (filter == NULL)
    filter = everything = dramatis_filter_new ();

  self = g_new0 (DramatisExcerpt, 1);
  self->snapshot = dramatis_dossier_snapshot_new (dossier);
  self->things = g_hash_table_new (g_str_hash, g_str_equal);
  add_things (self->things, self->snapshot->articles);
  for (guint i = 0; i < self->snapshot->passages->len; i++)
    add_things (self->things, g_ptr_array_index (self->snapshot->passages, i));
  add_things (self->things, self->snapshot->actors);
  add_things (self->things, self->snapshot->events);
  add_things (self->things, self->snapshot->notes);
  add_things (self->things, self->snapshot->tags);
  self->index = g_object_ref (dramatis_dossier_get_index (dossier));
  self->whole = dramatis_filter_is_empty (filter) && article == NULL;
  self->actors = g_ptr_array_new_with_free_func (g_object_unref);
  self->events = g_ptr_array_new_with_free_func (g_object_unref);
  self->notes = g_ptr_array_new_with_free_func (g_object_unref);

  scope = (Scope) { .index = self->index, .article = article };
  dramatis_index_get_scope (self->index, article, &scope.first, &scope.n_passages);
  positions = dramatis_filter_match_passages (filter, self->index);
  self->positions = g_array_sized_new (FALSE, FALSE, sizeof (guint), positions->len);
  for (guint i = 0; i < positions->len; i++)
    {
      guint position = g_array_index (positions, guint, i);

      if (scope_has_position (&scope, position))
        g_array_append_val (self->positions, position);
    }

  for (guint i = 0; i < self->snapshot->actors->len; i++)
    {
      DramatisActor *actor = g_ptr_array_index (self->snapshot->actors, i);

      if (dramatis_filter_match_actor (filter, self->index, actor) && scope_has (&scope, self->positions, actor))
        g_ptr_array_add (self->actors, g_object_ref (actor));
    }

  for (guint i = 0; i < self->snapshot->events->len; i++)
    {
      DramatisEvent *event = g_ptr_array_index (self->snapshot->events, i);

      if (dramatis_filter_match_event (filter, self->index, event) && scope_has (&scope, self->positions, event))
        g_ptr_array_add (self->events, g_object_ref (event));
    }
  g_ptr_array_sort (self->events, compare_events);

  for (guint i = 0; i < self->snapshot->notes->len; i++)
    {
      DramatisNote *note = g_ptr_array_index (self->snapshot->notes, i);

      if (dramatis_filter_match_note (filter, self->index, note) && scope_has (&scope, self->positions, note))
        g_ptr_array_add (self->notes, g_object_ref (note));
    }
  g_ptr_array_sort_with_data (self->notes, compare_notes, self);

  return self;
}

/**
 * dramatis_excerpt_free:
 * @self: (transfer full): an excerpt
 *
 * Frees an excerpt.
 */
void
dramatis_excerpt_free (DramatisExcerpt *self)
{
  dramatis_dossier_snapshot_free (self->snapshot);
  g_hash_table_unref (self->things);
  g_object_unref (self->index);
  g_array_unref (self->positions);
  g_ptr_array_unref (self->actors);
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

/**
 * dramatis_excerpt_get_article:
 * @self: an excerpt
 * @anchor: words of an article
 *
 * Gets the article that words are in, whether or not its passages pass.
 *
 * Returns: (transfer none) (nullable): the article, or %NULL if the passage is gone
 */
DramatisArticle *
dramatis_excerpt_get_article (const DramatisExcerpt *self,
                              const DramatisAnchor  *anchor)
{
  guint position;

  if (!dramatis_index_get_position (self->index, anchor->passage, &position))
    return NULL;

  return dramatis_index_get_article (self->index, position);
}

/**
 * dramatis_excerpt_locate:
 * @self: an excerpt
 * @anchor: words of an article
 * @range: (out): where they stand in their passage, in code points
 *
 * Finds where words stand at present.
 *
 * Returns: whether they were found
 */
gboolean
dramatis_excerpt_locate (const DramatisExcerpt *self,
                         const DramatisAnchor  *anchor,
                         DramatisRange         *range)
{
  DramatisPassage *passage;
  guint position;

  if (!dramatis_index_get_position (self->index, anchor->passage, &position))
    return FALSE;

  passage = g_ptr_array_index (dramatis_index_get_passages (self->index), position);

  return dramatis_anchor_locate (anchor, dramatis_passage_get_text (passage), range);
}

static gboolean
is_rejected (gpointer thing)
{
  return (DRAMATIS_IS_ACTOR (thing) && dramatis_actor_get_status (thing) == DRAMATIS_STATUS_REJECTED)
         || (DRAMATIS_IS_EVENT (thing) && dramatis_event_get_status (thing) == DRAMATIS_STATUS_REJECTED);
}

static void
add_once (GPtrArray *things,
          gpointer   thing)
{
  if (!is_rejected (thing) && !g_ptr_array_find (things, thing, NULL))
    g_ptr_array_add (things, g_object_ref (thing));
}

/**
 * dramatis_excerpt_find:
 * @self: an excerpt
 * @type: the class of the things
 * @ids: identifiers
 *
 * Gets the things that identifiers stand for, but for those that a person rejected.
 *
 * Returns: (transfer full): the things in the order of @ids, each once
 */
GPtrArray *
dramatis_excerpt_find (const DramatisExcerpt *self,
                       GType                  type,
                       const char * const    *ids)
{
  GPtrArray *things = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      gpointer thing = g_hash_table_lookup (self->things, ids[i]);

      if (thing != NULL && g_type_is_a (G_OBJECT_TYPE (thing), type))
        add_once (things, thing);
    }

  return things;
}

static void
add_mentioned (const DramatisExcerpt *self,
               const DramatisAnchor  *anchor,
               GPtrArray             *actors)
{
  DramatisPassage *passage = g_hash_table_lookup (self->things, anchor->passage);
  DramatisRange range;
  GArray *mentions;

  if (!DRAMATIS_IS_PASSAGE (passage) || !dramatis_excerpt_locate (self, anchor, &range))
    return;

  mentions = dramatis_passage_get_mentions (passage);
  for (guint i = 0; i < mentions->len; i++)
    {
      const DramatisMention *mention = &g_array_index (mentions, DramatisMention, i);
      gpointer actor = g_hash_table_lookup (self->things, mention->actor);

      if (mention->status != DRAMATIS_STATUS_REJECTED
          && dramatis_range_overlaps (&mention->range, &range)
          && DRAMATIS_IS_ACTOR (actor))
        add_once (actors, actor);
    }
}

/**
 * dramatis_excerpt_get_note_actors:
 * @self: an excerpt
 * @note: a note
 *
 * Gets the actors that a note is about, then those that its words mention.
 *
 * Returns: (transfer full) (element-type DramatisActor): the actors, each once
 */
GPtrArray *
dramatis_excerpt_get_note_actors (const DramatisExcerpt *self,
                                  DramatisNote          *note)
{
  GPtrArray *actors = dramatis_excerpt_find (self, DRAMATIS_TYPE_ACTOR, dramatis_note_get_actors (note));
  GPtrArray *ranges = dramatis_note_get_ranges (note);

  for (guint i = 0; i < ranges->len; i++)
    add_mentioned (self, g_ptr_array_index (ranges, i), actors);

  return actors;
}

static gboolean
event_is_read_from (const DramatisExcerpt *self,
                    DramatisEvent         *event,
                    const DramatisAnchor  *anchor,
                    const DramatisRange   *range)
{
  GPtrArray *evidence = dramatis_event_get_evidence (event);

  for (guint i = 0; i < evidence->len; i++)
    {
      const DramatisAnchor *words = g_ptr_array_index (evidence, i);
      DramatisRange found;

      if (words->passage == anchor->passage
          && dramatis_excerpt_locate (self, words, &found)
          && dramatis_range_overlaps (&found, range))
        return TRUE;
    }

  return FALSE;
}

/**
 * dramatis_excerpt_get_note_events:
 * @self: an excerpt
 * @note: a note
 *
 * Gets the events that a note is about, and those that are read from its words.
 *
 * Returns: (transfer full) (element-type DramatisEvent): the events, by time, each once
 */
GPtrArray *
dramatis_excerpt_get_note_events (const DramatisExcerpt *self,
                                  DramatisNote          *note)
{
  GPtrArray *events = dramatis_excerpt_find (self, DRAMATIS_TYPE_EVENT, dramatis_note_get_events (note));
  GPtrArray *ranges = dramatis_note_get_ranges (note);

  for (guint i = 0; i < ranges->len; i++)
    {
      const DramatisAnchor *anchor = g_ptr_array_index (ranges, i);
      GPtrArray *near;
      DramatisRange range;
      guint position;

      if (!dramatis_index_get_position (self->index, anchor->passage, &position)
          || !dramatis_excerpt_locate (self, anchor, &range))
        continue;

      near = dramatis_index_get_events_at (self->index, position);
      for (guint j = 0; near != NULL && j < near->len; j++)
        {
          DramatisEvent *event = g_ptr_array_index (near, j);

          if (event_is_read_from (self, event, anchor, &range))
            add_once (events, event);
        }
    }

  g_ptr_array_sort (events, compare_events);

  return events;
}
