/* dramatis-article-view-private.h: what the parts of the article view share
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-article-items.h"
#include "dramatis-article-view.h"
#include "dramatis-passage-row.h"

G_BEGIN_DECLS

/* One end of a text selection. Both ends are in one passage in this version. */
typedef struct
{
  guint position;
  guint offset;   /* code points */
} DramatisTextPlace;

struct _DramatisArticleView
{
  GtkWidget             parent_instance;

  DramatisSession      *session;
  GSignalGroup         *session_signals;
  GSignalGroup         *filter_signals;
  double                font_scale;
  PangoAttrList        *attributes;    /* the font scale; NULL for 1 */

  /* Scrolling */
  GtkAdjustment        *hadjustment;
  GtkAdjustment        *vadjustment;
  GtkScrollablePolicy   hscroll_policy;
  GtkScrollablePolicy   vscroll_policy;
  gboolean              configuring;   /* it is us who change the adjustment */

  /* What stays where it is whatever else changes: an item, and how many pixels of it are above the view (negative:
   * how far below the upper edge it is), or which fraction of it. Set only by what a person scrolls to. */
  DramatisArticleItemKind anchor_kind;
  guint                 anchor_position;
  double                anchor_fraction;
  int                   anchor_distance;

  /* Children */
  DramatisArticleItems *items;
  GHashTable           *children;      /* see item_key () → widget */
  GPtrArray            *spare[DRAMATIS_N_ARTICLE_ITEM_KINDS];
  GtkWidget            *sample;        /* never shown: it has the font of a paragraph */
  GtkWidget            *status;        /* shown when nothing passes the filter */
  int                   row_width;     /* what heights were measured for */
  gboolean              order_changed;
  gboolean              items_changed;
  gboolean              rows_changed;
  guint                 tick;
  guint                 fill;          /* source that makes the rows of a short article one by one */

  /* Flash */
  guint                 flash_position;
  DramatisRange         flash_range;
  gint64                flash_start;
  guint                 flash_tick;

  /* Text selection */
  DramatisTextPlace     selection_start;  /* where it was begun */
  DramatisTextPlace     selection_end;    /* the caret */
  gboolean              has_caret;
  gboolean              caret_visible;
  DramatisRange         drag_unit;        /* what was marked when the drag began: a place, word or passage */
  int                   drag_clicks;
  GtkWidget            *marked_bar;

  /* Pointer */
  double                pointer_x;
  double                pointer_y;
  guint                 hover;
  const char           *hover_actor;
  GtkWidget            *card;
};

/* dramatis-article-view-rows.c */
void                dramatis_article_view_init_rows      (DramatisArticleView      *self);
void                dramatis_article_view_dispose_rows   (DramatisArticleView      *self);
void                dramatis_article_view_remove_rows    (DramatisArticleView      *self);
void                dramatis_article_view_queue_tick     (DramatisArticleView      *self);
void                dramatis_article_view_queue_rebuild  (DramatisArticleView      *self);
void                dramatis_article_view_queue_rebind   (DramatisArticleView      *self);
void                dramatis_article_view_flush          (DramatisArticleView      *self);
void                dramatis_article_view_prepare        (DramatisArticleView      *self);
void                dramatis_article_view_layout         (DramatisArticleView      *self,
                                                          int                       width,
                                                          int                       height);
void                dramatis_article_view_forget_heights (DramatisArticleView      *self);
void                dramatis_article_view_hold           (DramatisArticleView      *self,
                                                          DramatisArticleItemKind   kind,
                                                          guint                     position,
                                                          int                       distance);
void                dramatis_article_view_hold_value     (DramatisArticleView      *self,
                                                          double                    value);
void                dramatis_article_view_scrolled       (DramatisArticleView      *self);
GtkWidget          *dramatis_article_view_get_child      (DramatisArticleView      *self,
                                                          guint                     number);
DramatisPassageRow *dramatis_article_view_get_row        (DramatisArticleView      *self,
                                                          guint                     position);
DramatisPassageRow *dramatis_article_view_get_row_at     (DramatisArticleView      *self,
                                                          double                    x,
                                                          double                    y,
                                                          graphene_point_t         *point);
void                dramatis_article_view_foreach_row    (DramatisArticleView      *self,
                                                          void                    (*func) (DramatisPassageRow *row));

/* dramatis-article-view-scroll.c */
void                dramatis_article_view_install_scroll (GtkWidgetClass           *klass);
void                dramatis_article_view_set_vadjustment (DramatisArticleView     *self,
                                                          GtkAdjustment            *adjustment);
void                dramatis_article_view_update_current (DramatisArticleView      *self);
void                dramatis_article_view_scroll_into_view (DramatisArticleView    *self,
                                                          guint                     number,
                                                          const DramatisRange      *range);

/* dramatis-article-view-keys.c */
gboolean            dramatis_article_view_move_focus     (DramatisArticleView      *self,
                                                          GtkDirectionType          direction);
void                dramatis_article_view_install_keys   (GtkWidgetClass           *klass);

/* dramatis-article-view.c */
void                dramatis_article_view_update_status  (DramatisArticleView      *self);

G_END_DECLS
