/* dramatis-timeline-private.h: the fields of the timeline
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dramatis-timeline-item.h"
#include "dramatis-timeline-layout.h"
#include "dramatis-timeline.h"

G_BEGIN_DECLS

typedef enum
{
  DRAG_NONE,
  DRAG_PAN,
  DRAG_MARK,
  DRAG_MOVE,
} DragKind;

struct _DramatisTimeline
{
  GtkWidget               parent_instance;

  DramatisSession        *session;
  GSignalGroup           *session_signals;
  GSignalGroup           *filter_signals;
  GSignalGroup           *event_signals;

  DramatisTimeAxis       *axis;
  DramatisTimelineLayout *layout;
  AdwAnimation           *animation;
  double                  from[2];      /* what is visible at the start and at the end of the animation */
  double                  to[2];

  GHashTable             *items;        /* event → its item */
  GPtrArray              *spare;        /* items without an event */
  DramatisEvent          *current;      /* the event that has or had the focus */
  gboolean                events_changed;
  guint                   frames_left;       /* that are to go by until they are drawn */
  DramatisLanes           lanes;
  gboolean                lanes_changed;
  guint                   max_lanes;    /* that the events were shared out among */
  GPtrArray              *lane_titles;
  GPtrArray              *told;         /* where the lanes are the text, its events in its order; else NULL */
  gboolean                outdated;     /* there must be an update in the next frame */
  gulong                  update_id;
  guint                   reading_tick; /* until the passage being read is marked */
  guint                   refocus;      /* the place that gets the focus after the next update */
  GtkWidget              *popover;
  GtkWidget              *hint;         /* details of the event that has the focus; NULL before the first one */
  guint                   hint_id;

  /* Parts that are not events: unknown to assistive technology, drawn as their CSS says. */
  GtkWidget              *band;
  GtkWidget              *today;
  GtkWidget              *reading;      /* gives a colour alone */
  int                     today_day;
  GtkWidget              *ends[2];      /* scales: first and last day of the marked span */

  /* In pixels */
  int                     line_height;
  int                     row_height;
  int                     strip_height; /* of what is dense, in each lane below its rows */
  int                     ruler_height;
  int                     height;       /* that the update was made for */
  int                     n_rows;
  double                  character_width;
  GHashTable             *labels;       /* text → PangoLayout */
  GskRenderNode          *dense;        /* nullable, as it was drawn last */
  GskRenderNode          *way;

  /* What the pointer does */
  GtkGesture             *drag;
  DragKind                drag_kind;
  double                  drag_x;       /* where it was last, for panning, or at first, for moving the span */
  double                  band_from;    /* the end of the band that stays, in days */
  gboolean                banding;
  DramatisSpan            band_span;    /* what is marked as long as the pointer is down */
  double                  pinch_scale;
  double                  pointer_x;
  DramatisEvent          *hovered;      /* the event under the pointer */

  /* What Shift and the arrow keys do */
  DramatisSpan            mark_origin;
  int                     mark_steps;
  gboolean                marking;
};

/* Pixels: over the first row; what is dense in the only lane */
#define TIMELINE_TOP   5
#define TIMELINE_STRIP 13

/* dramatis-timeline-details.c */
void          dramatis_timeline_add_event       (DramatisTimeline *self,
                                                 double            time);
void          dramatis_timeline_hide_hint       (DramatisTimeline *self);
void          dramatis_timeline_queue_hint      (DramatisTimeline *self);
void          dramatis_timeline_place_popovers  (DramatisTimeline *self);
void          dramatis_timeline_show_popover    (DramatisTimeline *self);

/* dramatis-timeline-draw.c */
void          dramatis_timeline_measure_parts   (DramatisTimeline *self);
void          dramatis_timeline_forget_drawing  (DramatisTimeline *self);
void          dramatis_timeline_draw            (DramatisTimeline *self,
                                                 GtkSnapshot      *snapshot);
void          dramatis_timeline_draw_over       (DramatisTimeline *self,
                                                 GtkSnapshot      *snapshot);

/* dramatis-timeline-ends.c */
void          dramatis_timeline_allocate_ends   (DramatisTimeline *self,
                                                 int               height);
gboolean      dramatis_timeline_focus_end       (DramatisTimeline *self,
                                                 gboolean          forward);
const DramatisSpan *
              dramatis_timeline_get_marked      (DramatisTimeline *self);
void          dramatis_timeline_init_ends       (DramatisTimeline *self);
void          dramatis_timeline_set_marked      (DramatisTimeline   *self,
                                                 const DramatisSpan *span);
void          dramatis_timeline_update_ends     (DramatisTimeline *self);

/* dramatis-timeline-geometry.c */
void          dramatis_timeline_allocate_across (DramatisTimeline *self,
                                                 GtkWidget        *child,
                                                 double            start,
                                                 double            end,
                                                 int               height);
int           dramatis_timeline_get_lane        (DramatisTimeline *self,
                                                 guint             lane,
                                                 int              *y);
int           dramatis_timeline_get_row_y       (DramatisTimeline    *self,
                                                 const DramatisPlace *place);
double        dramatis_timeline_mirror          (DramatisTimeline *self,
                                                 double            x,
                                                 double            width);
void          dramatis_timeline_update_lanes    (DramatisTimeline *self);

/* dramatis-timeline-items.c */
void          dramatis_timeline_read_events     (DramatisTimeline *self);
void          dramatis_timeline_update_items    (DramatisTimeline *self,
                                                 gboolean          refresh);
void          dramatis_timeline_arrange_items   (DramatisTimeline *self);
char         *dramatis_timeline_describe        (DramatisTimeline *self,
                                                 guint             i);
GtkWidget    *dramatis_timeline_ensure_item     (DramatisTimeline *self,
                                                 guint             i);
void          dramatis_timeline_update_dimmed   (DramatisTimeline *self);
void          dramatis_timeline_update_pointed  (DramatisTimeline *self);

/* dramatis-timeline-keys.c */
void          dramatis_timeline_class_init_keys (GtkWidgetClass   *klass);

/* dramatis-timeline-move.c */
void          dramatis_timeline_animate_to      (DramatisTimeline *self,
                                                 double            start,
                                                 double            end);
void          dramatis_timeline_fit_filter      (DramatisTimeline *self);
void          dramatis_timeline_fit_lane        (DramatisTimeline *self,
                                                 guint             lane);
void          dramatis_timeline_fit_span        (DramatisTimeline   *self,
                                                 const DramatisSpan *span);
guint         dramatis_timeline_get_current     (DramatisTimeline *self);
void          dramatis_timeline_go              (DramatisTimeline *self,
                                                 guint             i);
void          dramatis_timeline_init_move       (DramatisTimeline *self);
void          dramatis_timeline_zoom            (DramatisTimeline *self,
                                                 double            time,
                                                 double            factor);

/* dramatis-timeline-pointer.c */
void          dramatis_timeline_init_pointer    (DramatisTimeline *self);

/* dramatis-timeline.c */
void          dramatis_timeline_move_span       (DramatisTimeline *self);
void          dramatis_timeline_queue_update    (DramatisTimeline *self);
void          dramatis_timeline_update          (DramatisTimeline *self);

G_END_DECLS
