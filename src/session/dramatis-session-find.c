/* dramatis-session-find.c: finding words in the text, notes, actors and events
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-session-private.h"

/* How long words are folded at a time, in microseconds: there is a frame every 16,600. */
#define FOLD_TIME 4000

/* Hits of a kind that nobody has asked for. */
#define NOT_COUNTED G_MAXUINT

static gboolean
fold_cb (gpointer user_data)
{
  DramatisSession *self = user_data;

  if (!dramatis_index_fold (self->index, g_get_monotonic_time () + FOLD_TIME))
    return G_SOURCE_CONTINUE;

  self->fold_source = 0;
  return G_SOURCE_REMOVE;
}

/**
 * dramatis_session_prepare_find:
 * @self: a session
 *
 * Makes ready for words that will be looked for, a little at a time.
 */
void
dramatis_session_prepare_find (DramatisSession *self)
{
  g_return_if_fail (DRAMATIS_IS_SESSION (self));

  if (self->fold_source == 0)
    self->fold_source = g_idle_add (fold_cb, self);
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  return dramatis_time_compare (dramatis_event_get_time (*(DramatisEvent **) a),
                                dramatis_event_get_time (*(DramatisEvent **) b));
}

static gboolean
passes (DramatisSession *self,
        DramatisHitKind  kind,
        gpointer         thing)
{
  switch (kind)
    {
    case DRAMATIS_HIT_NOTE:
      return dramatis_filter_match_note (self->filter, self->index, thing);
    case DRAMATIS_HIT_ACTOR:
      return dramatis_filter_match_actor (self->filter, self->index, thing);
    case DRAMATIS_HIT_EVENT:
      return dramatis_filter_match_event (self->filter, self->index, thing);
    case DRAMATIS_HIT_PASSAGE:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static guint
count_things (DramatisSession *self,
              DramatisHitKind  kind)
{
  DramatisFolded *folded = dramatis_index_get_folded (self->index, kind);
  GPtrArray *things = dramatis_index_get_things (self->index, kind);
  gboolean is_filtered = !dramatis_filter_is_empty (self->filter);
  DramatisFoldedHit hit = { 0 };
  guint n_hits = 0;

  while (dramatis_folded_find_part (folded, self->needle, &hit, NULL))
    n_hits += !is_filtered || passes (self, kind, g_ptr_array_index (things, hit.part));

  return n_hits;
}

/* The things that were counted, in the order in which the lists have them: needed only when somebody goes there. */
static GPtrArray *
get_found (DramatisSession *self,
           DramatisHitKind  kind)
{
  GPtrArray *found;
  guint n_kept = 0;

  if (self->found[kind] != NULL)
    return self->found[kind];

  found = dramatis_index_find (self->index, kind, self->needle);
  for (guint i = 0; i < found->len; i++)
    {
      if (passes (self, kind, g_ptr_array_index (found, i)))
        found->pdata[n_kept++] = found->pdata[i];
    }
  g_ptr_array_set_size (found, n_kept);
  if (kind == DRAMATIS_HIT_NOTE)
    dramatis_session_sort_notes (self, found);
  else if (kind == DRAMATIS_HIT_ACTOR)
    dramatis_session_sort_actors (self, found);
  else
    g_ptr_array_sort (found, compare_events);
  self->found[kind] = found;

  return found;
}

/* Only in the passages that pass the filter: what is not shown cannot be gone to. */
static void
find_places (DramatisSession *self)
{
  DramatisFolded *folded = dramatis_index_get_folded (self->index, DRAMATIS_HIT_PASSAGE);
  const guint *matches = (const guint *) self->matches->data;
  DramatisFoldedHit hit = { 0 };
  guint n_hits = 0;
  guint n_places;
  guint i = 0;

  while (dramatis_folded_find_part (folded, self->needle, &hit, &n_places))
    {
      DramatisPassageHits hits = { hit.part, n_hits };

      while (i < self->matches->len && matches[i] < hit.part)
        i++;
      if (i == self->matches->len)
        break;

      if (matches[i] != hit.part)
        {
          dramatis_folded_start_part (folded, matches[i], &hit);
          continue;
        }
      g_array_append_val (self->passage_hits, hits);
      n_hits += n_places;
    }

  self->n_hits[DRAMATIS_HIT_PASSAGE] = n_hits;
}

/* The number in passage_hits of the first passage at or behind a position. */
static guint
find_passage (DramatisSession *self,
              guint            position)
{
  guint low = 0;
  guint high = self->passage_hits->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->passage_hits, DramatisPassageHits, middle).position < position)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static GArray *
get_ranges (DramatisSession *self,
            guint            position)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (DramatisRange));
  DramatisFolded *folded = dramatis_index_get_folded (self->index, DRAMATIS_HIT_PASSAGE);
  DramatisFoldedHit hit;

  dramatis_folded_start_part (folded, position, &hit);
  while (dramatis_folded_find_next (folded, self->needle, &hit) && hit.part == position)
    {
      DramatisRange range;

      dramatis_folded_get_range (folded, &hit, &range);
      g_array_append_val (ranges, range);
    }

  return ranges;
}

/* Which place or thing the current hit is. */
static void
update_hit (DramatisSession *self)
{
  const DramatisPassageHits *hits = (const DramatisPassageHits *) self->passage_hits->data;
  guint hit = self->hit;

  g_clear_object (&self->hit_thing);
  if (hit < self->n_hits[DRAMATIS_HIT_PASSAGE])
    {
      g_autoptr (GArray) ranges = NULL;
      guint low = 0;
      guint high = self->passage_hits->len;

      while (high - low > 1)
        {
          guint middle = low + (high - low) / 2;

          if (hits[middle].first <= hit)
            low = middle;
          else
            high = middle;
        }

      ranges = get_ranges (self, hits[low].position);
      self->hit_position = hits[low].position;
      self->hit_range = g_array_index (ranges, DramatisRange, hit - hits[low].first);
      return;
    }

  hit -= self->n_hits[DRAMATIS_HIT_PASSAGE];
  for (guint kind = DRAMATIS_HIT_NOTE; kind < DRAMATIS_N_HIT_KINDS; kind++)
    {
      guint n_hits = dramatis_session_get_n_hits_of (self, kind);

      if (hit < n_hits)
        {
          self->hit_thing = g_object_ref (g_ptr_array_index (get_found (self, kind), hit));
          return;
        }
      hit -= n_hits;
    }
}

/* Stays with what was found, if it still is, else goes on to what follows it in the text. */
static void
restore_hit (DramatisSession *self)
{
  guint first = self->n_hits[DRAMATIS_HIT_PASSAGE];
  guint i;

  for (guint kind = DRAMATIS_HIT_NOTE; self->hit_thing != NULL && kind < DRAMATIS_N_HIT_KINDS; kind++)
    {
      if (g_ptr_array_find (get_found (self, kind), self->hit_thing, &i))
        {
          self->hit = first + i;
          return;
        }
      first += dramatis_session_get_n_hits_of (self, kind);
    }

  i = find_passage (self, self->hit_position);
  if (i < self->passage_hits->len)
    {
      const DramatisPassageHits *hits = &g_array_index (self->passage_hits, DramatisPassageHits, i);

      self->hit = hits->first;
      if (hits->position == self->hit_position)
        {
          g_autoptr (GArray) ranges = get_ranges (self, hits->position);

          for (i = 0; i < ranges->len && g_array_index (ranges, DramatisRange, i).start < self->hit_range.start; i++)
            self->hit++;
        }
    }
  if (self->hit >= self->n_hits[DRAMATIS_HIT_PASSAGE])
    self->hit = 0;
}

static void
clear_hits (DramatisSession *self)
{
  g_array_set_size (self->passage_hits, 0);
  for (guint i = 0; i < DRAMATIS_N_HIT_KINDS; i++)
    {
      g_clear_pointer (&self->found[i], g_ptr_array_unref);
      self->n_hits[i] = 0;
    }
  self->hit = 0;
}

static gboolean
has_hits (DramatisSession *self)
{
  for (guint i = 0; i < DRAMATIS_N_HIT_KINDS; i++)
    {
      if (dramatis_session_get_n_hits_of (self, i) > 0)
        return TRUE;
    }

  return FALSE;
}

/* The text is shown with its hits before other things are looked at: those are counted when somebody asks. */
static void
find (DramatisSession *self)
{
  clear_hits (self);
  if (self->needle != NULL)
    {
      find_places (self);
      for (guint i = DRAMATIS_HIT_NOTE; i < DRAMATIS_N_HIT_KINDS; i++)
        self->n_hits[i] = NOT_COUNTED;
      restore_hit (self);
      if (has_hits (self))
        update_hit (self);
    }

  g_signal_emit_by_name (self, "find-changed");
}

void
dramatis_session_update_hits (DramatisSession *self)
{
  if (self->needle != NULL)
    find (self);
}

void
dramatis_session_dispose_find (DramatisSession *self)
{
  g_clear_handle_id (&self->fold_source, g_source_remove);
  clear_hits (self);
  g_clear_object (&self->hit_thing);
  g_clear_pointer (&self->needle, dramatis_needle_free);
}

/* The first place in the text that a thing comes from. */
static const DramatisAnchor *
get_anchor (gpointer thing)
{
  GPtrArray *anchors = NULL;

  if (DRAMATIS_IS_NOTE (thing))
    anchors = dramatis_note_get_ranges (thing);
  else if (DRAMATIS_IS_EVENT (thing))
    anchors = dramatis_event_get_evidence (thing);

  return anchors != NULL && anchors->len > 0 ? g_ptr_array_index (anchors, 0) : NULL;
}

/* What is not in the text is revealed by its view, which follows :found; the text shows where it comes from. */
static void
reveal_hit (DramatisSession *self)
{
  if (!has_hits (self))
    return;

  dramatis_session_set_event (self, DRAMATIS_IS_EVENT (self->hit_thing) ? DRAMATIS_EVENT (self->hit_thing) : NULL);
  if (self->hit_thing == NULL)
    dramatis_session_emit_reveal (self, self->hit_position, &self->hit_range);
  else if (get_anchor (self->hit_thing) != NULL)
    dramatis_session_reveal (self, get_anchor (self->hit_thing));
  else if (DRAMATIS_IS_ACTOR (self->hit_thing))
    {
      GArray *positions = dramatis_index_get_actor_passages (self->index, dramatis_thing_get_id (self->hit_thing));

      if (positions != NULL)
        dramatis_session_emit_reveal (self, g_array_index (positions, guint, 0), NULL);
    }
}

/**
 * dramatis_session_get_find_text:
 * @self: a session
 *
 * Gets the words that are looked for.
 *
 * Returns: (transfer none): the words
 */
const char *
dramatis_session_get_find_text (DramatisSession *self)
{
  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), NULL);

  return self->find_text != NULL ? self->find_text : "";
}

/**
 * dramatis_session_get_find_whole_words:
 * @self: a session
 *
 * Gets whether the words count only where no letter or digit goes on.
 *
 * Returns: whether they do
 */
gboolean
dramatis_session_get_find_whole_words (DramatisSession *self)
{
  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), FALSE);

  return self->find_whole_words;
}

/**
 * dramatis_session_set_find:
 * @self: a session
 * @text: (nullable): words, or nothing
 * @whole_words: whether they count only where no letter or digit goes on
 *
 * Looks for words in what passes the filter, and reveals the first from what is being read on.
 */
void
dramatis_session_set_find (DramatisSession *self,
                           const char      *text,
                           gboolean         whole_words)
{
  g_return_if_fail (DRAMATIS_IS_SESSION (self));

  if (text != NULL && *text == '\0')
    text = NULL;
  if (g_strcmp0 (self->find_text, text) == 0 && self->find_whole_words == whole_words)
    return;

  if (self->needle == NULL)
    {
      self->hit_position = self->current;
      self->hit_range = (DramatisRange) { 0, 0 };
    }
  g_free (self->find_text);
  g_clear_pointer (&self->needle, dramatis_needle_free);
  self->find_text = g_strdup (text);
  self->find_whole_words = whole_words;
  if (text != NULL)
    self->needle = dramatis_needle_new (text, whole_words);
  else
    g_clear_object (&self->hit_thing);

  find (self);
  g_object_notify (G_OBJECT (self), "find-text");
  reveal_hit (self);
}

/**
 * dramatis_session_get_n_hits:
 * @self: a session
 *
 * Gets how many hits the words looked for have.
 *
 * Returns: the number of hits: places in the text, and notes, actors and events
 */
guint
dramatis_session_get_n_hits (DramatisSession *self)
{
  guint n_hits = 0;

  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), 0);

  for (guint i = 0; i < DRAMATIS_N_HIT_KINDS; i++)
    n_hits += dramatis_session_get_n_hits_of (self, i);

  return n_hits;
}

/**
 * dramatis_session_get_n_hits_of:
 * @self: a session
 * @kind: a kind
 *
 * Gets how many hits of a kind the words looked for have.
 *
 * Returns: the number of places in the text, or of notes, actors or events
 */
guint
dramatis_session_get_n_hits_of (DramatisSession *self,
                                DramatisHitKind  kind)
{
  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), 0);

  if (self->n_hits[kind] == NOT_COUNTED)
    self->n_hits[kind] = count_things (self, kind);

  return self->n_hits[kind];
}

/**
 * dramatis_session_get_hit:
 * @self: a session
 *
 * Gets which hit is the current one. Those in the text come first, then notes, actors and events.
 *
 * Returns: its number, from 0
 */
guint
dramatis_session_get_hit (DramatisSession *self)
{
  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), 0);

  return self->hit;
}

/**
 * dramatis_session_get_found:
 * @self: a session
 *
 * Gets the note, actor or event that is the current hit.
 *
 * Returns: (transfer none) (nullable) (type DramatisThing): the thing, or %NULL if the current hit is in the text
 */
gpointer
dramatis_session_get_found (DramatisSession *self)
{
  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), NULL);

  return self->hit_thing;
}

/**
 * dramatis_session_get_hits_at:
 * @self: a session
 * @position: the position of a passage
 * @current: (out): which of them is the current hit, or %G_MAXUINT
 *
 * Gets the hits in one passage.
 *
 * Returns: (transfer full) (element-type DramatisRange): their ranges, in code points
 */
GArray *
dramatis_session_get_hits_at (DramatisSession *self,
                              guint            position,
                              guint           *current)
{
  const DramatisPassageHits *hits;
  GArray *ranges;
  guint i;

  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), NULL);

  *current = G_MAXUINT;
  i = find_passage (self, position);
  if (i == self->passage_hits->len)
    return g_array_new (FALSE, FALSE, sizeof (DramatisRange));

  hits = &g_array_index (self->passage_hits, DramatisPassageHits, i);
  if (hits->position != position)
    return g_array_new (FALSE, FALSE, sizeof (DramatisRange));

  ranges = get_ranges (self, position);
  if (self->hit >= hits->first && self->hit - hits->first < ranges->len)
    *current = self->hit - hits->first;

  return ranges;
}

/**
 * dramatis_session_dup_hit_positions:
 * @self: a session
 *
 * Gets which passages have hits.
 *
 * Returns: (transfer full) (element-type guint): their positions, ascending
 */
GArray *
dramatis_session_dup_hit_positions (DramatisSession *self)
{
  GArray *positions = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->passage_hits->len);

  for (guint i = 0; i < self->passage_hits->len; i++)
    g_array_append_val (positions, g_array_index (self->passage_hits, DramatisPassageHits, i).position);

  return positions;
}

static void
go_to_hit (DramatisSession *self,
           guint            hit)
{
  self->hit = hit;
  update_hit (self);
  g_signal_emit_by_name (self, "find-changed");
  reveal_hit (self);
}

/**
 * dramatis_session_find_next:
 * @self: a session
 * @step: 1 for the next hit, -1 for the one before
 *
 * Goes to another hit and reveals it; behind the last comes the first.
 */
void
dramatis_session_find_next (DramatisSession *self,
                            int              step)
{
  guint n_hits = dramatis_session_get_n_hits (self);

  g_return_if_fail (DRAMATIS_IS_SESSION (self));

  if (n_hits > 0)
    go_to_hit (self, (self->hit + n_hits + step) % n_hits);
}

/**
 * dramatis_session_find_first:
 * @self: a session
 * @kind: a kind
 *
 * Goes to the first hit of a kind, if there is one, and reveals it.
 */
void
dramatis_session_find_first (DramatisSession *self,
                             DramatisHitKind  kind)
{
  guint first = 0;

  g_return_if_fail (DRAMATIS_IS_SESSION (self));

  if (dramatis_session_get_n_hits_of (self, kind) == 0)
    return;

  for (guint i = 0; i < kind; i++)
    first += dramatis_session_get_n_hits_of (self, i);
  go_to_hit (self, first);
}
