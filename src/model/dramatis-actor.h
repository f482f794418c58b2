/* dramatis-actor.h: who acts: a person, state, organisation, alliance, place or group
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-enums.h"
#include "dramatis-thing.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_ACTOR (dramatis_actor_get_type ())

G_DECLARE_FINAL_TYPE (DramatisActor, dramatis_actor, DRAMATIS, ACTOR, DramatisThing)

/* Properties: status, kind, name, aliases (GStrv), candidates (GStrv of actor ids), description, colour,
 * hidden, memberships (GStrv of actor ids), identifiers (GStrv of URIs). String lists are never NULL. */

DramatisActor      *dramatis_actor_new             (const char        *id,
                                                    DramatisActorKind  kind,
                                                    const char        *name);
const char * const *dramatis_actor_get_aliases     (DramatisActor     *self);
const char * const *dramatis_actor_get_candidates  (DramatisActor     *self);
DramatisColour      dramatis_actor_get_colour      (DramatisActor     *self);
const char         *dramatis_actor_get_description (DramatisActor     *self);
gboolean            dramatis_actor_get_hidden      (DramatisActor     *self);
const char * const *dramatis_actor_get_identifiers (DramatisActor     *self);
const char         *dramatis_actor_get_collate_key (DramatisActor     *self);
DramatisActorKind   dramatis_actor_get_kind        (DramatisActor     *self);
const char * const *dramatis_actor_get_memberships (DramatisActor     *self);
const char         *dramatis_actor_get_name        (DramatisActor     *self);
DramatisStatus      dramatis_actor_get_status      (DramatisActor     *self);

G_END_DECLS
