/* dramatis-timeline-lanes.h: which event goes into which lane of the timeline
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-session.h"

G_BEGIN_DECLS

/**
 * DramatisLanes:
 * @DRAMATIS_LANES_ONE: one for all
 * @DRAMATIS_LANES_ACTORS: one an actor: those of the filter, else the most mentioned
 * @DRAMATIS_LANES_ARTICLES: one an article, in reading order
 * @DRAMATIS_LANES_TEXT: as many as there is room for, from the beginning of the text down to its end
 *
 * What the lanes of the timeline stand for.
 */
typedef enum
{
  DRAMATIS_LANES_ONE,
  DRAMATIS_LANES_ACTORS,
  DRAMATIS_LANES_ARTICLES,
  DRAMATIS_LANES_TEXT,
} DramatisLanes;

GPtrArray *dramatis_session_create_lanes (DramatisSession *self,
                                          DramatisLanes    kind,
                                          guint            max_lanes,
                                          GArray          *events,
                                          guint           *lanes);
GPtrArray *dramatis_session_list_told    (DramatisSession *self);

G_END_DECLS
