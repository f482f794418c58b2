/* dramatis-article-header.h: title and origin of an article
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dramatis-article.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_ARTICLE_HEADER (dramatis_article_header_get_type ())

G_DECLARE_FINAL_TYPE (DramatisArticleHeader, dramatis_article_header, DRAMATIS, ARTICLE_HEADER, GtkWidget)

GtkWidget *dramatis_article_header_new  (void);
void       dramatis_article_header_bind (DramatisArticleHeader *self,
                                         DramatisArticle       *article,
                                         PangoAttrList         *attributes);

G_END_DECLS
