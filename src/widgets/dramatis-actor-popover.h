/* dramatis-actor-popover.h: who an actor is, over a mention
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-session.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_ACTOR_POPOVER (dramatis_actor_popover_get_type ())

G_DECLARE_FINAL_TYPE (DramatisActorPopover, dramatis_actor_popover, DRAMATIS, ACTOR_POPOVER, GtkPopover)

GtkWidget *dramatis_actor_popover_new (DramatisSession *session,
                                       const char      *actor_id);

G_END_DECLS
