/* dramatis-actor-card.h: all that is known of an actor
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dramatis-session.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_ACTOR_CARD (dramatis_actor_card_get_type ())

G_DECLARE_FINAL_TYPE (DramatisActorCard, dramatis_actor_card, DRAMATIS, ACTOR_CARD, AdwWindow)

GtkWidget     *dramatis_actor_card_new       (DramatisSession   *session,
                                              DramatisActor     *actor);
DramatisActor *dramatis_actor_card_get_actor (DramatisActorCard *self);

G_END_DECLS
