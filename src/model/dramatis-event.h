/* dramatis-event.h: a dated event and its evidence
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-anchor.h"
#include "dramatis-enums.h"
#include "dramatis-thing.h"
#include "dramatis-time.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_EVENT (dramatis_event_get_type ())

G_DECLARE_FINAL_TYPE (DramatisEvent, dramatis_event, DRAMATIS, EVENT, DramatisThing)

/* Properties: status, title, time (DramatisTime, nullable: undated), actors (GStrv of ids),
 * evidence (GPtrArray of DramatisAnchor, never NULL). */

DramatisEvent      *dramatis_event_new          (const char    *id,
                                                 const char    *title,
                                                 DramatisTime  *time);
const char * const *dramatis_event_get_actors   (DramatisEvent *self);
GPtrArray          *dramatis_event_get_evidence (DramatisEvent *self);
DramatisStatus      dramatis_event_get_status   (DramatisEvent *self);
DramatisTime       *dramatis_event_get_time     (DramatisEvent *self);
const char         *dramatis_event_get_title    (DramatisEvent *self);

G_END_DECLS
