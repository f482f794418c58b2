/* dramatis-dated-event.c: events in the order of time
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-dated-event.h"

#include <string.h>

/* More evidence than that makes no difference; a person's word counts more than a few words of it. */
#define MAX_EVIDENCE     8
#define CONFIRMED_WEIGHT 4

static void
clear (gpointer data)
{
  g_object_unref (((DramatisDatedEvent *) data)->event);
}

/**
 * dramatis_dated_events_new:
 *
 * Makes an empty array for events.
 *
 * Returns: (transfer full) (element-type DramatisDatedEvent): a new array
 */
GArray *
dramatis_dated_events_new (void)
{
  GArray *self = g_array_new (FALSE, FALSE, sizeof (DramatisDatedEvent));

  g_array_set_clear_func (self, clear);

  return self;
}

/**
 * dramatis_dated_events_add:
 * @self: (element-type DramatisDatedEvent): an array
 * @event: (transfer none): an event that has a time
 *
 * Appends an event.
 */
void
dramatis_dated_events_add (GArray        *self,
                           DramatisEvent *event)
{
  DramatisDatedEvent dated = { .weight = MIN (dramatis_event_get_evidence (event)->len, MAX_EVIDENCE) };
  const char *title = dramatis_event_get_title (event);

  g_return_if_fail (dramatis_event_get_time (event) != NULL);

  dated.event = g_object_ref (event);
  dated.id = dramatis_thing_get_id (DRAMATIS_THING (event));
  dated.span = *dramatis_time_get_span (dramatis_event_get_time (event));
  if (dramatis_event_get_status (event) == DRAMATIS_STATUS_CONFIRMED)
    dated.weight += CONFIRMED_WEIGHT;
  dated.title_length = MIN (g_utf8_strlen (title, strnlen (title, 4 * DRAMATIS_TITLE_LENGTH)), DRAMATIS_TITLE_LENGTH);
  g_array_append_val (self, dated);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const DramatisDatedEvent *first = a, *second = b;

  return dramatis_span_compare (&first->span, &second->span);
}

/**
 * dramatis_dated_events_sort:
 * @self: (element-type DramatisDatedEvent): an array
 *
 * Sorts events by their first day, then by their last. Others keep their order.
 */
void
dramatis_dated_events_sort (GArray *self)
{
  g_array_sort (self, compare);
}
