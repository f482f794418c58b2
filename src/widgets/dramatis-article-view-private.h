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

/* A place between two letters of the text. */
typedef struct
{
  const char *passage;      /* id, interned; NULL: nowhere */
  guint       offset;       /* code points */
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
  int                   reach;         /* how far above and below the view rows are made, in pixels */
  guint                 frames_left;   /* before rows beyond the view are made */
  double                last_value;    /* what the article was scrolled to when that was last looked at */
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

  /* Text selection: what of it is shown is the session's "marked". */
  DramatisTextPlace     marked_bound;     /* where it was begun */
  DramatisTextPlace     marked_caret;     /* where it was extended to */
  int                   marked_x;         /* to where it goes in another line, in pixels of a row; -1: as it is now */
  gboolean              caret_visible;
  gboolean              marking;          /* it is us who tell the session */
  GtkWidget            *marked_bar;       /* what can be done with marked text */

  /* Pointer */
  GtkGesture           *drag;
  DramatisTextPlace     drag_start;       /* what the click marked from which it is dragged */
  DramatisTextPlace     drag_end;
  guint                 drag_clicks;      /* 0: it is not for us */
  double                drag_x;
  double                drag_y;
  guint                 autoscroll;       /* tick callback */
  double                pointer_x;
  double                pointer_y;
  const DramatisMark   *hover_mark;       /* only to be compared */
  guint                 hover;            /* source that shows or hides the card, or takes the keyboard back from it */
  GtkWidget            *card;
  guint                 card_position;    /* of the mention from which the keyboard went into the card */
  DramatisRange         card_range;
  GtkWidget            *menu;
};

/* dramatis-article-view-rows.c */
void                dramatis_article_view_init_rows      (DramatisArticleView      *self);
void                dramatis_article_view_dispose_rows   (DramatisArticleView      *self);
void                dramatis_article_view_remove_rows    (DramatisArticleView      *self);
GtkWidget          *dramatis_article_view_get_child      (DramatisArticleView      *self,
                                                          guint                     number);
GtkWidget          *dramatis_article_view_ensure_child   (DramatisArticleView      *self,
                                                          guint                     number);
DramatisPassageRow *dramatis_article_view_get_row        (DramatisArticleView      *self,
                                                          guint                     position);
DramatisPassageRow *dramatis_article_view_get_row_at     (DramatisArticleView      *self,
                                                          double                    x,
                                                          double                    y,
                                                          graphene_point_t         *point);
void                dramatis_article_view_foreach_row    (DramatisArticleView      *self,
                                                          void                    (*func) (DramatisPassageRow *row));
GtkWidget          *dramatis_article_view_find_child     (DramatisArticleView      *self,
                                                          const DramatisArticleItem *item);
gboolean            dramatis_article_view_is_short       (DramatisArticleView      *self);
void                dramatis_article_view_retire         (DramatisArticleView      *self,
                                                          guint                     first,
                                                          guint                     last);
void                dramatis_article_view_retire_all     (DramatisArticleView      *self);
void                dramatis_article_view_sort           (DramatisArticleView      *self);
void                dramatis_article_view_rebind         (DramatisArticleView      *self);
void                dramatis_article_view_rebind_folds   (DramatisArticleView      *self);

/* dramatis-article-view-layout.c */
void                dramatis_article_view_queue_tick     (DramatisArticleView      *self);
void                dramatis_article_view_queue_rebuild  (DramatisArticleView      *self);
void                dramatis_article_view_queue_rebind   (DramatisArticleView      *self);
void                dramatis_article_view_flush          (DramatisArticleView      *self);
void                dramatis_article_view_prepare        (DramatisArticleView      *self);
GtkWidget          *dramatis_article_view_lay_out        (DramatisArticleView      *self,
                                                          guint                     number);
void                dramatis_article_view_layout         (DramatisArticleView      *self,
                                                          int                       width,
                                                          int                       height);
void                dramatis_article_view_hold           (DramatisArticleView      *self,
                                                          DramatisArticleItemKind   kind,
                                                          guint                     position,
                                                          int                       distance);
void                dramatis_article_view_hold_value     (DramatisArticleView      *self,
                                                          double                    value);
void                dramatis_article_view_scrolled       (DramatisArticleView      *self);

/* dramatis-article-view-scroll.c */
gboolean            dramatis_article_view_scroll_page    (DramatisArticleView      *self,
                                                          int                       direction);
void                dramatis_article_view_install_scroll (GtkWidgetClass           *klass);
void                dramatis_article_view_set_vadjustment (DramatisArticleView     *self,
                                                          GtkAdjustment            *adjustment);
void                dramatis_article_view_update_current (DramatisArticleView      *self);
void                dramatis_article_view_scroll_into_view (DramatisArticleView    *self,
                                                          guint                     number,
                                                          const DramatisRange      *range);

/* dramatis-article-view-selection.c */
int                 dramatis_article_view_compare_places (DramatisArticleView      *self,
                                                          const DramatisTextPlace  *a,
                                                          const DramatisTextPlace  *b);
void                dramatis_article_view_set_selection  (DramatisArticleView      *self,
                                                          const DramatisTextPlace  *bound,
                                                          const DramatisTextPlace  *caret);
gboolean            dramatis_article_view_get_selection  (DramatisArticleView      *self,
                                                          DramatisPassageRow       *row,
                                                          DramatisRange            *range);
void                dramatis_article_view_show_selection (DramatisArticleView      *self,
                                                          DramatisPassageRow       *row);
void                dramatis_article_view_finish_selection (DramatisArticleView    *self);
void                dramatis_article_view_adopt_marked   (DramatisArticleView      *self);
void                dramatis_article_view_drop_hidden    (DramatisArticleView      *self);

/* dramatis-article-view-text.c */
void                dramatis_article_view_init_text      (DramatisArticleView      *self);
void                dramatis_article_view_place_bar      (DramatisArticleView      *self,
                                                          int                       width,
                                                          int                       height);
gboolean            dramatis_article_view_extend         (DramatisArticleView      *self,
                                                          GtkMovementStep           step,
                                                          int                       direction);
void                dramatis_article_view_copy           (DramatisArticleView      *self);
void                dramatis_article_view_select_all     (DramatisArticleView      *self);
void                dramatis_article_view_select_passage (DramatisArticleView      *self);
DramatisPassageRow *dramatis_article_view_get_focus_row  (DramatisArticleView      *self);

/* dramatis-article-view-drag.c */
void                dramatis_article_view_init_drag      (DramatisArticleView      *self);

/* dramatis-article-view-pointer.c */
void                dramatis_article_view_init_pointer   (DramatisArticleView      *self);
void                dramatis_article_view_dispose_pointer (DramatisArticleView     *self);
void                dramatis_article_view_show_card      (DramatisArticleView      *self,
                                                          DramatisPassageRow       *row,
                                                          const DramatisMark       *mention,
                                                          gboolean                  autohide);
void                dramatis_article_view_show_menu      (DramatisArticleView      *self,
                                                          DramatisPassageRow       *row,
                                                          const DramatisMark       *mention,
                                                          const GdkRectangle       *place);
void                dramatis_article_view_hide_card      (DramatisArticleView      *self);
void                dramatis_article_view_present        (DramatisArticleView      *self);
GtkWidget          *dramatis_article_view_get_popover    (DramatisArticleView      *self);
void                dramatis_article_view_click_mark     (DramatisArticleView      *self,
                                                          double                    x,
                                                          double                    y);
void                dramatis_article_view_filter_mention (DramatisArticleView      *self,
                                                          DramatisPassageRow       *row,
                                                          const DramatisMark       *mention);

/* dramatis-article-view-keys.c */
gboolean            dramatis_article_view_move_focus     (DramatisArticleView      *self,
                                                          GtkDirectionType          direction);
void                dramatis_article_view_install_keys   (GtkWidgetClass           *klass);

/* dramatis-article-view-mentions.c */
void                dramatis_article_view_install_mentions (GtkWidgetClass         *klass);

/* dramatis-article-view.c */
void                dramatis_article_view_update_status  (DramatisArticleView      *self);

G_END_DECLS
