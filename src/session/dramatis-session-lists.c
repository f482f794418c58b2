/* dramatis-session-lists.c: the lists of actors, events and notes
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-session-private.h"

static gboolean
actor_passes (gpointer item,
              gpointer user_data)
{
  return dramatis_actor_get_status (item) != DRAMATIS_STATUS_REJECTED;
}

static gboolean
event_passes (gpointer item,
              gpointer user_data)
{
  DramatisSession *self = user_data;

  return dramatis_event_get_time (item) != NULL
         && dramatis_filter_match_event (self->spanless, self->index, item);
}

static gboolean
note_passes (gpointer item,
             gpointer user_data)
{
  DramatisSession *self = user_data;

  /* A note in hand stays, even if what is being written takes it out of the filter. */
  return item == self->active_note || dramatis_filter_match_note (self->filter, self->index, item);
}

static guint
first_position (DramatisSession *self,
                gconstpointer    actor)
{
  GArray *positions = dramatis_index_get_actor_passages (self->index,
                                                         dramatis_thing_get_id ((DramatisThing *) actor));

  return positions != NULL ? g_array_index (positions, guint, 0) : G_MAXUINT;
}

static int
compare_actors (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  DramatisSession *self = user_data;
  DramatisActor *actors[] = { (DramatisActor *) a, (DramatisActor *) b };
  DramatisActorKind kinds[2];
  guint keys[2];

  for (guint i = 0; i < 2; i++)
    {
      const char *id = dramatis_thing_get_id (DRAMATIS_THING (actors[i]));

      kinds[i] = dramatis_actor_get_kind (actors[i]);
      if (self->actor_order == DRAMATIS_ACTOR_ORDER_MENTIONS)
        keys[i] = G_MAXUINT - dramatis_index_get_actor_mentions (self->index, id);
      else if (self->actor_order == DRAMATIS_ACTOR_ORDER_APPEARANCE)
        keys[i] = first_position (self, actors[i]);
      else
        keys[i] = 0;
    }

  if (kinds[0] != kinds[1])
    return kinds[0] < kinds[1] ? -1 : 1;
  if (keys[0] != keys[1])
    return keys[0] < keys[1] ? -1 : 1;

  return g_utf8_collate (dramatis_actor_get_name (actors[0]), dramatis_actor_get_name (actors[1]));
}

static int
compare_events (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  return dramatis_time_compare (dramatis_event_get_time ((DramatisEvent *) a),
                                dramatis_event_get_time ((DramatisEvent *) b));
}

/* store → sort → filter: the filter changes more often than what is sorted */
static GListModel *
create_list (DramatisSession          *self,
             GListModel               *store,
             GtkCustomFilterFunc       passes,
             GtkFilter               **filter,
             GCompareDataFunc          compare,
             GtkSorter               **sorter)
{
  *filter = GTK_FILTER (gtk_custom_filter_new (passes, self, NULL));
  *sorter = GTK_SORTER (gtk_custom_sorter_new (compare, self, NULL));

  return G_LIST_MODEL (gtk_filter_list_model_new (
    G_LIST_MODEL (gtk_sort_list_model_new (g_object_ref (store), g_object_ref (*sorter))),
    g_object_ref (*filter)));
}

void
dramatis_session_create_lists (DramatisSession *self)
{
  self->actors = create_list (self, dramatis_dossier_get_actors (self->dossier),
                              actor_passes, &self->actor_filter, compare_actors, &self->actor_sorter);
  self->events = create_list (self, dramatis_dossier_get_events (self->dossier),
                              event_passes, &self->event_filter, compare_events, &self->event_sorter);
  self->notes = create_list (self, dramatis_dossier_get_notes (self->dossier),
                             note_passes, &self->note_filter, dramatis_session_compare_notes,
                             &self->note_sorter);
}
