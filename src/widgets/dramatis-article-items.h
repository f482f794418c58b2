/* dramatis-article-items.h: what the article view shows one below the other, and where
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-session.h"

G_BEGIN_DECLS

/**
 * DramatisArticleItemKind:
 * @DRAMATIS_ARTICLE_ITEM_HEADER: title and origin of the article of a passage
 * @DRAMATIS_ARTICLE_ITEM_FOLD: a line that stands for passages that the filter hides
 * @DRAMATIS_ARTICLE_ITEM_PASSAGE: a passage
 *
 * What an item of the article view is.
 */
typedef enum
{
  DRAMATIS_ARTICLE_ITEM_HEADER,
  DRAMATIS_ARTICLE_ITEM_FOLD,
  DRAMATIS_ARTICLE_ITEM_PASSAGE,
} DramatisArticleItemKind;

#define DRAMATIS_N_ARTICLE_ITEM_KINDS (DRAMATIS_ARTICLE_ITEM_PASSAGE + 1)

/**
 * DramatisArticleItem:
 * @kind: what it is
 * @position: the position of its passage, or of the first one that it stands for
 * @n_passages: of a fold, how many passages it stands for, else 1
 * @height: in pixels, measured or estimated
 * @y: where it begins, in pixels from the top of the article
 *
 * One of the things that the article view shows one below the other.
 */
typedef struct
{
  DramatisArticleItemKind kind;
  guint                   position;
  guint                   n_passages;
  int                     height;
  int                     y;
} DramatisArticleItem;

/**
 * DramatisArticleMetrics:
 * @line_height: of running text, in pixels
 * @line_length: code points of running text that fit into a line
 * @spacing: what a passage has above and below its text, in pixels
 *
 * What heights are estimated from.
 */
typedef struct
{
  int line_height;
  int line_length;
  int spacing;
} DramatisArticleMetrics;

typedef struct _DramatisArticleItems DramatisArticleItems;

DramatisArticleItems      *dramatis_article_items_new        (void);
void                       dramatis_article_items_free       (DramatisArticleItems         *self);
void                       dramatis_article_items_reset      (DramatisArticleItems         *self,
                                                              guint                         n_passages);
void                       dramatis_article_items_forget_heights (DramatisArticleItems    *self);
void                       dramatis_article_items_open       (DramatisArticleItems         *self,
                                                              guint                         position,
                                                              guint                         n_passages);
void                       dramatis_article_items_close_all  (DramatisArticleItems         *self);
void                       dramatis_article_items_rebuild    (DramatisArticleItems         *self,
                                                              DramatisSession              *session);
void                       dramatis_article_items_estimate   (DramatisArticleItems         *self,
                                                              DramatisSession              *session,
                                                              const DramatisArticleMetrics *metrics);
guint                      dramatis_article_items_get_length (DramatisArticleItems         *self);
guint                      dramatis_article_items_get_n_passages (DramatisArticleItems     *self);
const DramatisArticleItem *dramatis_article_items_get        (DramatisArticleItems         *self,
                                                              guint                         i);
int                        dramatis_article_items_get_height (DramatisArticleItems         *self);
void                       dramatis_article_items_set_height (DramatisArticleItems         *self,
                                                              guint                         i,
                                                              int                           height);
void                       dramatis_article_items_place      (DramatisArticleItems         *self);
guint                      dramatis_article_items_find       (DramatisArticleItems         *self,
                                                              DramatisArticleItemKind       kind,
                                                              guint                         position);
guint                      dramatis_article_items_find_y     (DramatisArticleItems         *self,
                                                              int                           y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DramatisArticleItems, dramatis_article_items_free)

G_END_DECLS
