/* dramatis-dated-event.h: events in the order of time
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-event.h"

G_BEGIN_DECLS

/* Of a longer title nobody asks how long it is. */
#define DRAMATIS_TITLE_LENGTH 34

/**
 * DramatisDatedEvent:
 * @event: an event that has a time
 * @id: its identifier
 * @span: its span
 * @weight: how well it is known: by how many words of evidence, and whether a person confirmed it
 * @title_length: code points of its title, or %DRAMATIS_TITLE_LENGTH if it has more
 *
 * An event and what all views look for in it: in the order of time these lie side by side, while the events
 * themselves, their times and evidence lie all over the memory.
 */
typedef struct
{
  DramatisEvent *event;
  const char    *id;
  DramatisSpan   span;
  guint          weight;
  guint          title_length;
} DramatisDatedEvent;

GArray *dramatis_dated_events_new  (void);
void    dramatis_dated_events_add  (GArray        *self,
                                    DramatisEvent *event);
void    dramatis_dated_events_sort (GArray        *self);

static inline const DramatisDatedEvent *
dramatis_dated_events_get (GArray *self,
                           guint   i)
{
  return &g_array_index (self, DramatisDatedEvent, i);
}

G_END_DECLS
