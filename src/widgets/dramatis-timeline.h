/* dramatis-timeline.h: the events of a session along time
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dramatis-session.h"
#include "dramatis-time-axis.h"
#include "dramatis-timeline-lanes.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_TIMELINE (dramatis_timeline_get_type ())

G_DECLARE_FINAL_TYPE (DramatisTimeline, dramatis_timeline, DRAMATIS, TIMELINE, GtkWidget)

GtkWidget        *dramatis_timeline_new         (void);
DramatisTimeAxis *dramatis_timeline_get_axis    (DramatisTimeline *self);
void              dramatis_timeline_set_lanes   (DramatisTimeline *self,
                                                 DramatisLanes     lanes);
void              dramatis_timeline_set_session (DramatisTimeline *self,
                                                 DramatisSession  *session);

/* What the titles of the lanes need */
guint             dramatis_timeline_get_n_lanes (DramatisTimeline *self);
const char       *dramatis_timeline_locate_lane (DramatisTimeline *self,
                                                 guint             lane,
                                                 int              *y,
                                                 int              *height);

G_END_DECLS
