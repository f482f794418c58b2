/* dramatis-article-row.h: an article in the list of articles
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dramatis-article.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_ARTICLE_ROW (dramatis_article_row_get_type ())

G_DECLARE_FINAL_TYPE (DramatisArticleRow, dramatis_article_row, DRAMATIS, ARTICLE_ROW, GtkListBoxRow)

GtkWidget       *dramatis_article_row_new         (DramatisArticle    *article);
DramatisArticle *dramatis_article_row_get_article (DramatisArticleRow *self);
void             dramatis_article_row_set_chosen  (DramatisArticleRow *self,
                                                   gboolean            chosen);

G_END_DECLS
