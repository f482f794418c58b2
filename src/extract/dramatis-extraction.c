/* dramatis-extraction.c: what was found in a text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-extraction.h"

static void
clear_actor (gpointer data)
{
  DramatisFoundActor *actor = data;

  g_free (actor->id);
  g_free (actor->name);
  g_clear_pointer (&actor->aliases, g_ptr_array_unref);
  g_clear_pointer (&actor->candidates, g_array_unref);
}

static void
clear_time (gpointer data)
{
  DramatisFoundTime *time = data;

  g_clear_pointer (&time->time, dramatis_time_unref);
  g_clear_pointer (&time->reference, dramatis_time_unref);
}

static void
clear_event (gpointer data)
{
  DramatisFoundEvent *event = data;

  g_free (event->title);
  g_clear_pointer (&event->time, dramatis_time_unref);
  g_clear_pointer (&event->actors, g_array_unref);
  g_clear_pointer (&event->evidence, g_array_unref);
}

static void
clear_evidence (gpointer data)
{
  DramatisFoundEvidence *evidence = data;

  g_clear_pointer (&evidence->reference, dramatis_time_unref);
}

/**
 * dramatis_found_evidence_new:
 *
 * Creates an array for the evidence of an event.
 *
 * Returns: (transfer full) (element-type DramatisFoundEvidence): an empty array
 */
GArray *
dramatis_found_evidence_new (void)
{
  GArray *evidence = g_array_new (FALSE, FALSE, sizeof (DramatisFoundEvidence));

  g_array_set_clear_func (evidence, clear_evidence);

  return evidence;
}

/**
 * dramatis_extraction_new:
 *
 * Creates an extraction in which nothing was found yet.
 *
 * Returns: (transfer full): a new extraction
 */
DramatisExtraction *
dramatis_extraction_new (void)
{
  DramatisExtraction *self = g_new0 (DramatisExtraction, 1);

  self->actors = g_array_new (FALSE, TRUE, sizeof (DramatisFoundActor));
  self->mentions = g_array_new (FALSE, TRUE, sizeof (DramatisFoundMention));
  self->times = g_array_new (FALSE, TRUE, sizeof (DramatisFoundTime));
  self->events = g_array_new (FALSE, TRUE, sizeof (DramatisFoundEvent));
  g_array_set_clear_func (self->actors, clear_actor);
  g_array_set_clear_func (self->times, clear_time);
  g_array_set_clear_func (self->events, clear_event);

  return self;
}

/**
 * dramatis_extraction_free:
 * @self: (transfer full): an extraction
 *
 * Frees an extraction.
 */
void
dramatis_extraction_free (DramatisExtraction *self)
{
  g_array_unref (self->actors);
  g_array_unref (self->mentions);
  g_array_unref (self->times);
  g_array_unref (self->events);
  g_free (self);
}
