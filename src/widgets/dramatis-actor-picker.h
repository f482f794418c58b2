/* dramatis-actor-picker.h: asks for one actor
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dramatis-session.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_ACTOR_PICKER (dramatis_actor_picker_get_type ())

G_DECLARE_FINAL_TYPE (DramatisActorPicker, dramatis_actor_picker, DRAMATIS, ACTOR_PICKER, AdwWindow)

GtkWidget *dramatis_actor_picker_new (DramatisSession *session,
                                      const char      *title,
                                      GPtrArray       *actors,
                                      const char      *new_name);

G_END_DECLS
