/* dramatis-session-lists.c: the lists of actors, events and notes
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-session-private.h"

#include <string.h>

static gboolean
is_not_hidden (gpointer item,
               gpointer user_data)
{
  return ((DramatisSession *) user_data)->show_hidden || !dramatis_actor_get_hidden (item);
}

static guint
first_position (DramatisSession *self,
                gconstpointer    actor)
{
  GArray *positions = dramatis_index_get_actor_passages (self->index,
                                                         dramatis_thing_get_id ((DramatisThing *) actor));

  return positions != NULL ? g_array_index (positions, guint, 0) : G_MAXUINT;
}

/* What an actor is sorted by: to find it out for each comparison would take most of the time of a sort. */
typedef struct
{
  DramatisActor     *actor;
  DramatisActorKind  kind;
  guint              rank;     /* the lower the further up */
} ActorKey;

static ActorKey
create_key (DramatisSession *self,
            DramatisActor   *actor)
{
  const char *id = dramatis_thing_get_id (DRAMATIS_THING (actor));
  ActorKey key = { .actor = actor, .kind = dramatis_actor_get_kind (actor) };

  if (self->actor_order == DRAMATIS_ACTOR_ORDER_MENTIONS)
    key.rank = G_MAXUINT - dramatis_index_get_actor_mentions (self->index, id);
  else if (self->actor_order == DRAMATIS_ACTOR_ORDER_APPEARANCE)
    key.rank = first_position (self, actor);

  return key;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const ActorKey *one = a;
  const ActorKey *other = b;

  if (one->kind != other->kind)
    return one->kind < other->kind ? -1 : 1;
  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;

  return strcmp (dramatis_actor_get_collate_key (one->actor), dramatis_actor_get_collate_key (other->actor));
}

void
dramatis_session_sort_actors (DramatisSession *self,
                              GPtrArray       *actors)
{
  g_autoptr (GArray) keys = g_array_sized_new (FALSE, FALSE, sizeof (ActorKey), actors->len);

  for (guint i = 0; i < actors->len; i++)
    {
      ActorKey key = create_key (self, g_ptr_array_index (actors, i));

      g_array_append_val (keys, key);
    }
  g_array_sort (keys, compare_keys);
  for (guint i = 0; i < actors->len; i++)
    actors->pdata[i] = g_array_index (keys, ActorKey, i).actor;
}

static GPtrArray *
find_actors (DramatisSession *self)
{
  GPtrArray *all = dramatis_index_get_things (self->index, DRAMATIS_HIT_ACTOR);
  GPtrArray *actors = g_ptr_array_sized_new (all->len);

  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (actors, g_ptr_array_index (all, i));
  dramatis_session_sort_actors (self, actors);

  return actors;
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
  if (self->all_actors == NULL)
    return;

  dramatis_thing_list_set_items (self->all_actors, find_actors (self), self->index);
  gtk_filter_changed (self->hidden_filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * dramatis_session_get_all_actors:
 * @self: a session
 *
 * Gets the actors that were not rejected, with those that a person has hidden.
 *
 * Returns: (transfer none): a list of [class@Actor], by kind and [property@Session:actor-order]
 */
GListModel *
dramatis_session_get_all_actors (DramatisSession *self)
{
  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), NULL);

  if (self->all_actors == NULL)
    {
      self->all_actors = dramatis_thing_list_new ();
      self->hidden_filter = GTK_FILTER (gtk_custom_filter_new (is_not_hidden, self, NULL));
      dramatis_session_update_actors (self);
      self->actors = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->all_actors)),
                                                              g_object_ref (self->hidden_filter)));
    }

  return G_LIST_MODEL (self->all_actors);
}

/**
 * dramatis_session_get_actors:
 * @self: a session
 *
 * Gets the actors that were not rejected and, unless [property@Session:show-hidden], are not hidden.
 *
 * Returns: (transfer none): a list of [class@Actor], by kind and [property@Session:actor-order]
 */
GListModel *
dramatis_session_get_actors (DramatisSession *self)
{
  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), NULL);

  dramatis_session_get_all_actors (self);

  return self->actors;
}

/**
 * dramatis_session_get_actor_order:
 * @self: a session
 *
 * Gets how the actors of one kind are sorted.
 *
 * Returns: the order
 */
DramatisActorOrder
dramatis_session_get_actor_order (DramatisSession *self)
{
  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), DRAMATIS_ACTOR_ORDER_MENTIONS);

  return self->actor_order;
}

/**
 * dramatis_session_set_actor_order:
 * @self: a session
 * @order: an order
 *
 * Sorts the actors of one kind.
 */
void
dramatis_session_set_actor_order (DramatisSession    *self,
                                  DramatisActorOrder  order)
{
  g_return_if_fail (DRAMATIS_IS_SESSION (self));

  if (self->actor_order == order)
    return;

  self->actor_order = order;
  dramatis_session_update_actors (self);
  g_object_notify (G_OBJECT (self), "actor-order");
}

/**
 * dramatis_session_get_show_hidden:
 * @self: a session
 *
 * Gets whether actors that a person has hidden are listed.
 *
 * Returns: whether they are
 */
gboolean
dramatis_session_get_show_hidden (DramatisSession *self)
{
  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), FALSE);

  return self->show_hidden;
}

/**
 * dramatis_session_set_show_hidden:
 * @self: a session
 * @show_hidden: whether to list them
 *
 * Lists actors that a person has hidden, or does not.
 */
void
dramatis_session_set_show_hidden (DramatisSession *self,
                                  gboolean         show_hidden)
{
  g_return_if_fail (DRAMATIS_IS_SESSION (self));

  if (self->show_hidden == show_hidden)
    return;

  self->show_hidden = show_hidden;
  if (self->actors != NULL)
    gtk_filter_changed (self->hidden_filter,
                        show_hidden ? GTK_FILTER_CHANGE_LESS_STRICT : GTK_FILTER_CHANGE_MORE_STRICT);
  g_object_notify (G_OBJECT (self), "show-hidden");
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
