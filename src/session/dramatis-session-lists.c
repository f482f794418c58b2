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

static GPtrArray *
find_events (DramatisSession *self)
{
  GArray *events = dramatis_index_get_events (self->index);
  GPtrArray *passing = g_ptr_array_sized_new (events->len);
  gboolean all = dramatis_filter_is_empty (self->spanless);

  for (guint i = 0; i < events->len; i++)
    {
      DramatisEvent *event = dramatis_dated_events_get (events, i)->event;

      if (all || dramatis_filter_match_event (self->spanless, self->index, event))
        g_ptr_array_add (passing, event);
    }

  return passing;
}

static GPtrArray *
find_notes (DramatisSession *self)
{
  GPtrArray *passing = dramatis_filter_match_notes (self->filter, self->index);
  GPtrArray *all = dramatis_index_get_notes (self->index);
  gboolean missing = self->active_note != NULL && !g_ptr_array_find (passing, self->active_note, NULL);
  guint place = 0;

  /* A note in hand stays, even if what is being written takes it out of the filter. */
  for (guint i = 0; missing && i < all->len; i++)
    {
      if (g_ptr_array_index (all, i) == self->active_note)
        {
          g_ptr_array_insert (passing, place, self->active_note);
          break;
        }
      if (place < passing->len && g_ptr_array_index (all, i) == g_ptr_array_index (passing, place))
        place++;
    }

  dramatis_session_sort_notes (self, passing);

  return passing;
}

/* Of lists that nobody has asked for yet nothing is found out: the text does not wait for the panels. */
void
dramatis_session_update_events (DramatisSession *self)
{
  if (self->events != NULL)
    dramatis_thing_list_set_items (self->events, find_events (self), self->index);
}

void
dramatis_session_update_notes (DramatisSession *self)
{
  if (self->notes != NULL)
    dramatis_thing_list_set_items (self->notes, find_notes (self), self->index);
}

void
dramatis_session_update_actors (DramatisSession *self)
{
  if (self->actors == NULL)
    return;

  gtk_filter_changed (self->actor_filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (self->actor_sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

/**
 * dramatis_session_get_actors:
 * @self: a session
 *
 * Gets the actors that were not rejected.
 *
 * Returns: (transfer none): a list of [class@Actor], by kind and [property@Session:actor-order]
 */
GListModel *
dramatis_session_get_actors (DramatisSession *self)
{
  GListModel *sorted;

  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), NULL);

  if (self->actors == NULL)
    {
      /* the filter changes more often than what is sorted */
      self->actor_filter = GTK_FILTER (gtk_custom_filter_new (actor_passes, self, NULL));
      self->actor_sorter = GTK_SORTER (gtk_custom_sorter_new (compare_actors, self, NULL));
      sorted = G_LIST_MODEL (gtk_sort_list_model_new (g_object_ref (dramatis_dossier_get_actors (self->dossier)),
                                                      g_object_ref (self->actor_sorter)));
      self->actors = G_LIST_MODEL (gtk_filter_list_model_new (sorted, g_object_ref (self->actor_filter)));
    }

  return self->actors;
}

/**
 * dramatis_session_get_events:
 * @self: a session
 *
 * Gets the events that have a time and pass the filter, its span aside.
 *
 * Returns: (transfer none): a list of [class@Event], in the order of time
 */
GListModel *
dramatis_session_get_events (DramatisSession *self)
{
  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), NULL);

  if (self->events == NULL)
    {
      self->events = dramatis_thing_list_new ();
      dramatis_session_update_events (self);
    }

  return G_LIST_MODEL (self->events);
}

/**
 * dramatis_session_get_notes:
 * @self: a session
 *
 * Gets the notes that pass the filter, and the active one.
 *
 * Returns: (transfer none): a list of [class@Note], by [property@Session:note-order]
 */
GListModel *
dramatis_session_get_notes (DramatisSession *self)
{
  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), NULL);

  if (self->notes == NULL)
    {
      self->notes = dramatis_thing_list_new ();
      dramatis_session_update_notes (self);
    }

  return G_LIST_MODEL (self->notes);
}
