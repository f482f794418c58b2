/* dramatis-timeline-density.h: how many events lie where in time
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-timeline-place.h"

G_BEGIN_DECLS

/**
 * DramatisRun:
 * @start: its start in days
 * @end: its end in days
 * @count: how many events lie in it
 *
 * A stretch of time in which the same number of events lie.
 */
typedef struct
{
  double start;
  double end;
  guint  count;
} DramatisRun;

/**
 * DramatisDensity:
 *
 * The runs of each lane.
 */
typedef struct _DramatisDensity DramatisDensity;

DramatisDensity   *dramatis_density_new      (GArray          *places,
                                              guint            n_lanes,
                                              double           scale);
DramatisDensity   *dramatis_density_new_full (GArray          *places,
                                              double           scale);
void               dramatis_density_free     (DramatisDensity *self);
const DramatisRun *dramatis_density_get_runs (DramatisDensity *self,
                                              guint            lane,
                                              double           start,
                                              double           end,
                                              guint           *n_runs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DramatisDensity, dramatis_density_free)

G_END_DECLS
