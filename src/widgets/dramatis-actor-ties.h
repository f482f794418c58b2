/* dramatis-actor-ties.h: a list of what has to do with an actor
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dramatis-session.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_ACTOR_TIES (dramatis_actor_ties_get_type ())

G_DECLARE_FINAL_TYPE (DramatisActorTies, dramatis_actor_ties, DRAMATIS, ACTOR_TIES, AdwBin)

/* Properties: empty-title, title (construct-only). */

void dramatis_actor_ties_set_things (DramatisActorTies *self,
                                     DramatisSession   *session,
                                     const char        *actor_id,
                                     GPtrArray         *things);

G_END_DECLS
