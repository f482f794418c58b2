/* dramatis-timeline-layout.h: which event lies in which row of the timeline
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dramatis-index.h"
#include "dramatis-timeline-density.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_TIMELINE_LAYOUT (dramatis_timeline_layout_get_type ())

G_DECLARE_FINAL_TYPE (DramatisTimelineLayout, dramatis_timeline_layout, DRAMATIS, TIMELINE_LAYOUT, GObject)

DramatisTimelineLayout *dramatis_timeline_layout_new          (void);
void                    dramatis_timeline_layout_set_events   (DramatisTimelineLayout *self,
                                                               GArray                 *events,
                                                               DramatisIndex          *index);
void                    dramatis_timeline_layout_set_extent   (DramatisTimelineLayout *self,
                                                               double                  start,
                                                               double                  end);
void                    dramatis_timeline_layout_set_lanes    (DramatisTimelineLayout *self,
                                                               guint                   n_lanes,
                                                               const guint            *lanes);
void                    dramatis_timeline_layout_set_foremost (DramatisTimelineLayout *self,
                                                               DramatisEvent          *event);
gboolean                dramatis_timeline_layout_arrange      (DramatisTimelineLayout *self,
                                                               double                  scale,
                                                               guint                   n_rows,
                                                               double                  character_width);
guint                   dramatis_timeline_layout_find         (DramatisTimelineLayout *self,
                                                               DramatisEvent          *event);
guint                   dramatis_timeline_layout_get_n_lanes  (DramatisTimelineLayout *self);
guint                   dramatis_timeline_layout_get_lane_rows (DramatisTimelineLayout *self,
                                                                guint                   lane,
                                                                guint                  *first);
GArray                 *dramatis_timeline_layout_get_events   (DramatisTimelineLayout *self);
GArray                 *dramatis_timeline_layout_get_places   (DramatisTimelineLayout *self);
GArray                 *dramatis_timeline_layout_get_visible  (DramatisTimelineLayout *self,
                                                               double                  start,
                                                               double                  end);
const DramatisRun      *dramatis_timeline_layout_get_runs     (DramatisTimelineLayout *self,
                                                               guint                   lane,
                                                               double                  start,
                                                               double                  end,
                                                               guint                  *n_runs);

G_END_DECLS
