/* dramatis-timeline-item.h: an event on the timeline
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dramatis-event.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_TIMELINE_ITEM (dramatis_timeline_item_get_type ())

G_DECLARE_FINAL_TYPE (DramatisTimelineItem, dramatis_timeline_item, DRAMATIS, TIMELINE_ITEM, GtkWidget)

/**
 * DramatisItemShape:
 * @x: where the item begins in the timeline, in pixels from where time begins
 * @y: its upper edge there
 * @width: how wide it is
 * @height: how high it is
 * @mark_x: where the mark begins in the item, in pixels from where time begins
 * @mark_width: how wide it is
 * @label_x: where the label begins
 * @label_width: how wide it is; 0 for none
 * @over: whether the label lies on the mark or on lines, so that it needs a ground
 * @cut_start: whether the mark begins before what is visible
 * @cut_end: whether it ends after it
 *
 * Which room an item has, and how it divides it.
 */
typedef struct
{
  int      x;
  int      y;
  int      width;
  int      height;
  int      mark_x;
  int      mark_width;
  int      label_x;
  int      label_width;
  gboolean over;
  gboolean cut_start;
  gboolean cut_end;
} DramatisItemShape;

GtkWidget     *dramatis_timeline_item_new             (void);
DramatisEvent *dramatis_timeline_item_get_event       (DramatisTimelineItem    *self);
int            dramatis_timeline_item_get_label_width (DramatisTimelineItem    *self);
const DramatisItemShape *
               dramatis_timeline_item_get_shape       (DramatisTimelineItem    *self);
void           dramatis_timeline_item_set_colour      (DramatisTimelineItem    *self,
                                                       DramatisColour           colour);
void           dramatis_timeline_item_set_event       (DramatisTimelineItem    *self,
                                                       DramatisEvent           *event,
                                                       const char              *spoken,
                                                       const char              *evidence);
void           dramatis_timeline_item_set_shape       (DramatisTimelineItem    *self,
                                                       const DramatisItemShape *shape);

G_END_DECLS
