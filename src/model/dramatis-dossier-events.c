/* dramatis-dossier-events.c: events put right by hand
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-dossier-private.h"

#include <glib/gi18n-lib.h>

static gboolean
is_same_place (gconstpointer a,
               gconstpointer b)
{
  const DramatisAnchor *first = a, *second = b;

  return first->passage == second->passage
         && first->range.start == second->range.start && first->range.end == second->range.end;
}

/* Appends the actors and the evidence of an event that are not there yet. */
static void
collect (DramatisEvent *event,
         GPtrArray     *actors,
         GPtrArray     *evidence)
{
  GPtrArray *anchors = dramatis_event_get_evidence (event);

  dramatis_append_all_once (actors, dramatis_event_get_actors (event));
  for (guint i = 0; i < anchors->len; i++)
    {
      DramatisAnchor *anchor = g_ptr_array_index (anchors, i);

      if (!g_ptr_array_find_with_equal_func (evidence, anchor, is_same_place, NULL))
        g_ptr_array_add (evidence, dramatis_anchor_ref (anchor));
    }
}

/**
 * dramatis_dossier_merge_events:
 * @self: a dossier
 * @into: the event that stays, and is confirmed by that
 * @other: the event that goes
 *
 * Makes one event of two that are the same: actors and evidence are joined, and the notes about the other one are about
 * this one. It keeps its title and, if it has one, its time. One level of undo.
 */
void
dramatis_dossier_merge_events (DramatisDossier *self,
                               DramatisEvent   *into,
                               DramatisEvent   *other)
{
  DramatisHistory *history = dramatis_dossier_get_history (self);
  g_autoptr (GPtrArray) actors = g_ptr_array_new ();
  g_autoptr (GPtrArray) evidence = dramatis_anchors_new ();
  DramatisTime *time;
  const char *other_id;

  g_return_if_fail (DRAMATIS_IS_DOSSIER (self));
  g_return_if_fail (DRAMATIS_IS_EVENT (into) && DRAMATIS_IS_EVENT (other));
  g_return_if_fail (into != other);

  time = dramatis_event_get_time (into);
  other_id = dramatis_thing_get_id (DRAMATIS_THING (other));
  collect (into, actors, evidence);
  collect (other, actors, evidence);
  g_ptr_array_add (actors, NULL);

  dramatis_history_begin (history, _("Merge Events"));
  dramatis_dossier_redirect (self, DRAMATIS_TYPE_EVENT, (const char *[]) { other_id, NULL },
                             dramatis_thing_get_id (DRAMATIS_THING (into)));
  dramatis_history_set (history, into,
                        "status", DRAMATIS_STATUS_CONFIRMED,
                        "time", time != NULL ? time : dramatis_event_get_time (other),
                        "actors", actors->pdata,
                        "evidence", evidence,
                        NULL);
  dramatis_dossier_remove (self, other);
  dramatis_history_end (history);
}
