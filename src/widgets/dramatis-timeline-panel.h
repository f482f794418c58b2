/* dramatis-timeline-panel.h: the timeline with its buttons
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dramatis-session.h"
#include "dramatis-timeline.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_TIMELINE_PANEL (dramatis_timeline_panel_get_type ())

G_DECLARE_FINAL_TYPE (DramatisTimelinePanel, dramatis_timeline_panel, DRAMATIS, TIMELINE_PANEL, GtkWidget)

GtkWidget        *dramatis_timeline_panel_new          (void);
DramatisTimeline *dramatis_timeline_panel_get_timeline (DramatisTimelinePanel *self);
void              dramatis_timeline_panel_set_session  (DramatisTimelinePanel *self,
                                                        DramatisSession       *session);

G_END_DECLS
