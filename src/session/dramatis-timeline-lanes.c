/* dramatis-timeline-lanes.c: which event goes into which lane of the timeline
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-timeline-lanes.h"

#include <glib/gi18n-lib.h>

/* Something that may have a lane of its own: an actor or an article. */
typedef struct
{
  const char *id;
  const char *title;
  guint       weight;     /* the more, the sooner it has a lane */
  guint       order;      /* of the lanes, from above */
  guint       n_events;
  guint       lane;
} Candidate;

#define NO_CANDIDATE G_MAXUINT

static int
compare_weights (gconstpointer a,
                 gconstpointer b)
{
  const Candidate *first = a, *second = b;

  return first->weight > second->weight ? -1 : first->weight < second->weight;
}

static int
compare_weights_of (gconstpointer a,
                    gconstpointer b)
{
  return compare_weights (*(Candidate **) a, *(Candidate **) b);
}

static int
compare_orders (gconstpointer a,
                gconstpointer b)
{
  const Candidate *first = *(Candidate **) a, *second = *(Candidate **) b;

  return first->order < second->order ? -1 : first->order > second->order;
}

/* Gives lanes to those candidates with events that weigh most, all but the last of @max_lanes if that one is needed for
 * the rest. @lanes holds the candidate of each event, and after it the lane. */
static GPtrArray *
give_lanes (GArray     *candidates,
            guint       max_lanes,
            const char *rest_title,
            guint       n_events,
            guint      *lanes)
{
  GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  gboolean rest = FALSE;

  for (guint i = 0; i < n_events; i++)
    {
      if (lanes[i] != NO_CANDIDATE)
        g_array_index (candidates, Candidate, lanes[i]).n_events++;
      rest |= lanes[i] == NO_CANDIDATE;
    }
  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (candidate->n_events > 0)
        g_ptr_array_add (chosen, candidate);
    }
  g_ptr_array_sort (chosen, compare_weights_of);
  if (chosen->len + rest > max_lanes)
    {
      g_ptr_array_set_size (chosen, MAX (max_lanes, 1) - 1);
      rest = TRUE;
    }
  g_ptr_array_sort (chosen, compare_orders);

  for (guint i = 0; i < candidates->len; i++)
    g_array_index (candidates, Candidate, i).lane = chosen->len;
  for (guint lane = 0; lane < chosen->len; lane++)
    {
      Candidate *candidate = g_ptr_array_index (chosen, lane);

      candidate->lane = lane;
      g_ptr_array_add (titles, g_strdup (candidate->title));
    }
  if (rest || titles->len == 0)
    g_ptr_array_add (titles, g_strdup (rest_title));

  for (guint i = 0; i < n_events; i++)
    lanes[i] = lanes[i] != NO_CANDIDATE ? g_array_index (candidates, Candidate, lanes[i]).lane : chosen->len;

  return titles;
}

/* The actors of the filter, else all; the more often mentioned first. */
static GArray *
list_actors (DramatisSession *self)
{
  DramatisFilter *filter = dramatis_session_get_filter (self);
  GListModel *actors = dramatis_dossier_get_actors (dramatis_session_get_dossier (self));
  gboolean filtered = *dramatis_filter_get_actors (filter) != NULL;
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (DramatisActor) actor = g_list_model_get_item (actors, i);
      Candidate candidate = { .id = dramatis_thing_get_id (DRAMATIS_THING (actor)),
                              .title = dramatis_actor_get_name (actor) };

      if (dramatis_actor_get_status (actor) == DRAMATIS_STATUS_REJECTED
          || (filtered && !dramatis_filter_has_actor (filter, candidate.id)))
        continue;
      candidate.weight = dramatis_index_get_actor_mentions (dramatis_session_get_index (self), candidate.id);
      g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_weights);

  return candidates;
}

/* An event lies in the lane of that of its actors that is mentioned most. */
static GPtrArray *
create_actor_lanes (DramatisSession *self,
                    guint            max_lanes,
                    GArray          *events,
                    guint           *lanes)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) candidates = list_actors (self);

  for (guint i = 0; i < candidates->len; i++)
    {
      g_array_index (candidates, Candidate, i).order = i;
      g_hash_table_insert (by_id, (gpointer) g_array_index (candidates, Candidate, i).id, GUINT_TO_POINTER (i));
    }

  for (guint i = 0; i < events->len; i++)
    {
      const char * const *ids = dramatis_event_get_actors (dramatis_dated_events_get (events, i)->event);
      gpointer value;

      lanes[i] = NO_CANDIDATE;
      for (guint j = 0; ids[j] != NULL; j++)
        {
          if (g_hash_table_lookup_extended (by_id, ids[j], NULL, &value))
            lanes[i] = MIN (lanes[i], GPOINTER_TO_UINT (value));
        }
    }

  /* Translators: the lane of the events of all actors that have no lane of their own */
  return give_lanes (candidates, max_lanes, C_("lane", "Others"), events->len, lanes);
}

/* Where an event is told: the first passage, in the order of its evidence, that is in the dossier. */
static const DramatisAnchor *
find_told (DramatisSession *self,
           DramatisEvent   *event,
           guint            first,
           guint            n_passages,
           guint           *position)
{
  GPtrArray *evidence = dramatis_event_get_evidence (event);

  for (guint i = 0; i < evidence->len; i++)
    {
      const DramatisAnchor *anchor = g_ptr_array_index (evidence, i);

      if (dramatis_index_get_position (dramatis_session_get_index (self), anchor->passage, position)
          && *position - first < n_passages)
        return anchor;
    }

  return NULL;
}

static GPtrArray *
create_article_lanes (DramatisSession *self,
                      guint            max_lanes,
                      GArray          *events,
                      guint           *lanes)
{
  DramatisIndex *index = dramatis_session_get_index (self);
  guint n_passages = dramatis_index_get_passages (index)->len;
  g_autofree guint *of_passage = g_new (guint, MAX (n_passages, 1));
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  const DramatisArticle *previous = NULL;

  for (guint i = 0; i < n_passages; i++)
    {
      DramatisArticle *article = dramatis_index_get_article (index, i);
      Candidate candidate = { .title = dramatis_article_get_title (article), .order = candidates->len };

      if (article != previous)
        g_array_append_val (candidates, candidate);
      previous = article;
      of_passage[i] = candidates->len - 1;
    }

  for (guint i = 0; i < events->len; i++)
    {
      guint position;

      lanes[i] = NO_CANDIDATE;
      if (find_told (self, dramatis_dated_events_get (events, i)->event, 0, n_passages, &position) != NULL)
        {
          lanes[i] = of_passage[position];
          g_array_index (candidates, Candidate, lanes[i]).weight++;
        }
    }

  /* Translators: the lane of the events of all articles that have no lane of their own, or of none */
  return give_lanes (candidates, max_lanes, C_("lane", "Elsewhere"), events->len, lanes);
}

/* Titles stand where an article begins, or of a single one where its parts begin. */
static void
add_text_titles (DramatisSession *self,
                 guint            first,
                 const guint64   *offsets,
                 guint            n_passages,
                 guint            n_lanes,
                 GPtrArray       *titles)
{
  DramatisIndex *index = dramatis_session_get_index (self);
  gboolean single = n_passages == 0 || dramatis_index_get_article (index, first)
                                       == dramatis_index_get_article (index, first + n_passages - 1);

  for (guint i = 0; i < n_passages; i++)
    {
      DramatisPassage *passage = g_ptr_array_index (dramatis_index_get_passages (index), first + i);
      DramatisArticle *article = dramatis_index_get_article (index, first + i);
      guint lane = offsets[i] * n_lanes / offsets[n_passages];
      const char *title = NULL;

      if (!single && (i == 0 || article != dramatis_index_get_article (index, first + i - 1)))
        title = dramatis_article_get_title (article);
      else if (single && dramatis_passage_get_kind (passage) == DRAMATIS_PASSAGE_KIND_HEADING)
        title = dramatis_passage_get_text (passage);
      if (title != NULL && titles->pdata[lane] == NULL)
        titles->pdata[lane] = g_strdup (title);
    }
}

static GPtrArray *
create_text_lanes (DramatisSession *self,
                   guint            max_lanes,
                   GArray          *events,
                   guint           *lanes)
{
  GPtrArray *passages = dramatis_index_get_passages (dramatis_session_get_index (self));
  GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);
  g_autofree guint64 *offsets = NULL;
  guint first, n_passages, n_lanes = MAX (max_lanes, 2) - 1;
  gboolean elsewhere = FALSE;

  dramatis_session_get_scope (self, &first, &n_passages);
  offsets = g_new (guint64, n_passages + 1);
  offsets[0] = 0;
  for (guint i = 0; i < n_passages; i++)
    offsets[i + 1] = offsets[i] + dramatis_passage_get_length (g_ptr_array_index (passages, first + i)) + 1;

  g_ptr_array_set_size (titles, n_lanes);
  add_text_titles (self, first, offsets, n_passages, n_lanes, titles);
  for (guint i = 0; i < events->len; i++)
    {
      guint position;
      const DramatisAnchor *anchor = find_told (self, dramatis_dated_events_get (events, i)->event, first, n_passages, &position);

      lanes[i] = n_lanes;
      if (anchor != NULL)
        lanes[i] = MIN (offsets[position - first] + anchor->range.start, offsets[position - first + 1] - 1)
                   * n_lanes / offsets[n_passages];
      elsewhere |= anchor == NULL;
    }
  if (elsewhere)
    /* Translators: of events that are not in the text that is shown */
    g_ptr_array_add (titles, g_strdup (C_("lane", "Elsewhere")));

  return titles;
}

/**
 * dramatis_session_create_lanes:
 * @self: a session
 * @kind: what the lanes stand for
 * @max_lanes: how many there may be; what has no lane of its own shares the last one
 * @events: (element-type DramatisDatedEvent): events
 * @lanes: (array) (out caller-allocates): the lane of each of @events
 *
 * Shares events out among lanes, each into one.
 *
 * Returns: (transfer full) (element-type utf8): the title of each lane; %NULL where it has none
 */
GPtrArray *
dramatis_session_create_lanes (DramatisSession *self,
                               DramatisLanes    kind,
                               guint            max_lanes,
                               GArray          *events,
                               guint           *lanes)
{
  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), NULL);

  switch (kind)
    {
    case DRAMATIS_LANES_ACTORS:
      return create_actor_lanes (self, max_lanes, events, lanes);
    case DRAMATIS_LANES_ARTICLES:
      return create_article_lanes (self, max_lanes, events, lanes);
    case DRAMATIS_LANES_TEXT:
      return create_text_lanes (self, max_lanes, events, lanes);
    case DRAMATIS_LANES_ONE:
    default:
      {
        GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);

        memset (lanes, 0, events->len * sizeof *lanes);
        g_ptr_array_add (titles, NULL);
        return titles;
      }
    }
}

typedef struct
{
  DramatisEvent *event;
  guint          start;
} Told;

static int
compare_told (gconstpointer a,
              gconstpointer b)
{
  const Told *first = a, *second = b;

  return first->start < second->start ? -1 : first->start > second->start;
}

/**
 * dramatis_session_list_told:
 * @self: a session
 *
 * Lists the dated events of the text that is shown in the order in which it tells them.
 *
 * Returns: (transfer container) (element-type DramatisEvent): events, each where it is told first
 */
GPtrArray *
dramatis_session_list_told (DramatisSession *self)
{
  GPtrArray *result = g_ptr_array_new ();
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (Told));
  guint first, n_passages;

  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), result);

  dramatis_session_get_scope (self, &first, &n_passages);
  for (guint i = first; i < first + n_passages; i++)
    {
      GPtrArray *events = dramatis_index_get_events_at (dramatis_session_get_index (self), i);

      g_array_set_size (told, 0);
      for (guint j = 0; events != NULL && j < events->len; j++)
        {
          DramatisEvent *event = g_ptr_array_index (events, j);
          guint position;
          const DramatisAnchor *anchor = find_told (self, event, first, n_passages, &position);

          if (anchor != NULL && position == i && dramatis_event_get_time (event) != NULL)
            g_array_append_val (told, ((Told) { event, anchor->range.start }));
        }
      g_array_sort (told, compare_told);
      for (guint j = 0; j < told->len; j++)
        g_ptr_array_add (result, g_array_index (told, Told, j).event);
    }

  return result;
}
