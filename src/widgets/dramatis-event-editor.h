/* dramatis-event-editor.h: writes and dates an event
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dramatis-session.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_EVENT_EDITOR (dramatis_event_editor_get_type ())

G_DECLARE_FINAL_TYPE (DramatisEventEditor, dramatis_event_editor, DRAMATIS, EVENT_EDITOR, AdwWindow)

GtkWidget *dramatis_event_editor_new (DramatisSession *session,
                                      DramatisEvent   *event,
                                      GPtrArray       *evidence);
void       dramatis_event_editor_set_time (DramatisEventEditor *self,
                                           DramatisTime        *time);

G_END_DECLS
