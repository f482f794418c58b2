/* dramatis-timeline-overview.h: the whole range of a timeline
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-timeline.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_TIMELINE_OVERVIEW (dramatis_timeline_overview_get_type ())

G_DECLARE_FINAL_TYPE (DramatisTimelineOverview, dramatis_timeline_overview, DRAMATIS, TIMELINE_OVERVIEW, GtkWidget)

void              dramatis_timeline_overview_set_timeline (DramatisTimelineOverview *self,
                                                           DramatisTimeline         *timeline);

G_END_DECLS
