/* dramatis-strip.h: where in the article an actor occurs
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-session.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_STRIP (dramatis_strip_get_type ())

G_DECLARE_FINAL_TYPE (DramatisStrip, dramatis_strip, DRAMATIS, STRIP, GtkWidget)

void dramatis_strip_set_actor (DramatisStrip   *self,
                               DramatisSession *session,
                               const char      *actor_id);

G_END_DECLS
