/* dramatis-actor-panel.h: the cast: every actor of the dossier
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dramatis-session.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_ACTOR_PANEL (dramatis_actor_panel_get_type ())

G_DECLARE_FINAL_TYPE (DramatisActorPanel, dramatis_actor_panel, DRAMATIS, ACTOR_PANEL, AdwBin)

GtkWidget       *dramatis_actor_panel_new         (DramatisSession    *session);
DramatisSession *dramatis_actor_panel_get_session (DramatisActorPanel *self);
void             dramatis_actor_panel_set_session (DramatisActorPanel *self,
                                                   DramatisSession    *session);

G_END_DECLS
