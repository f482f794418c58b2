/* dramatis-timeline.h: the events of a session along time
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dramatis-session.h"
#include "dramatis-time-axis.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_TIMELINE (dramatis_timeline_get_type ())

G_DECLARE_FINAL_TYPE (DramatisTimeline, dramatis_timeline, DRAMATIS, TIMELINE, GtkWidget)

GtkWidget        *dramatis_timeline_new         (void);
DramatisTimeAxis *dramatis_timeline_get_axis    (DramatisTimeline *self);
DramatisSession  *dramatis_timeline_get_session (DramatisTimeline *self);
void              dramatis_timeline_set_session (DramatisTimeline *self,
                                                 DramatisSession  *session);

G_END_DECLS
