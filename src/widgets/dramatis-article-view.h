/* dramatis-article-view.h: the article, to be read
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-session.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_ARTICLE_VIEW (dramatis_article_view_get_type ())

G_DECLARE_FINAL_TYPE (DramatisArticleView, dramatis_article_view, DRAMATIS, ARTICLE_VIEW, GtkWidget)

GtkWidget       *dramatis_article_view_new            (DramatisSession     *session);
const char      *dramatis_article_view_get_place      (DramatisArticleView *self,
                                                       double              *fraction);
DramatisSession *dramatis_article_view_get_session    (DramatisArticleView *self);
void             dramatis_article_view_set_font_scale (DramatisArticleView *self,
                                                       double               font_scale);
void             dramatis_article_view_set_place      (DramatisArticleView *self,
                                                       const char          *id,
                                                       double               fraction);
void             dramatis_article_view_set_session    (DramatisArticleView *self,
                                                       DramatisSession     *session);
void             dramatis_article_view_reveal         (DramatisArticleView *self,
                                                       guint                position,
                                                       const DramatisRange *range);

G_END_DECLS
