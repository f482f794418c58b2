/* dramatis-actor-row.h: an actor in the actor panel
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-session.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_ACTOR_ROW (dramatis_actor_row_get_type ())

G_DECLARE_FINAL_TYPE (DramatisActorRow, dramatis_actor_row, DRAMATIS, ACTOR_ROW, GtkWidget)

GtkWidget     *dramatis_actor_row_new          (void);
DramatisActor *dramatis_actor_row_get_actor    (DramatisActorRow *self);
void           dramatis_actor_row_set_actor    (DramatisActorRow *self,
                                                DramatisSession  *session,
                                                DramatisActor    *actor);
void           dramatis_actor_row_update       (DramatisActorRow *self,
                                                gboolean          is_first_of_kind,
                                                guint             n_shown);
void           dramatis_actor_row_update_stage (DramatisActorRow *self);

/* Words for an actor, which other views need too */
const char    *dramatis_actor_kind_get_name    (DramatisActorKind  kind);
const char    *dramatis_actor_kind_get_heading (DramatisActorKind  kind);

G_END_DECLS
