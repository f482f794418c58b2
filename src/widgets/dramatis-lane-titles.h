/* dramatis-lane-titles.h: what the lanes of a timeline stand for
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-timeline.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_LANE_TITLES (dramatis_lane_titles_get_type ())

G_DECLARE_FINAL_TYPE (DramatisLaneTitles, dramatis_lane_titles, DRAMATIS, LANE_TITLES, GtkWidget)

void              dramatis_lane_titles_set_timeline (DramatisLaneTitles *self,
                                                     DramatisTimeline   *timeline);

G_END_DECLS
