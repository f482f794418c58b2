/* dramatis-article.h: an article and its passages
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dramatis-thing.h"
#include "dramatis-time.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_ARTICLE (dramatis_article_get_type ())

G_DECLARE_FINAL_TYPE (DramatisArticle, dramatis_article, DRAMATIS, ARTICLE, DramatisThing)

/* Properties: title, byline, publisher, published (DramatisTime), source (URI), language (BCP 47). */

DramatisArticle *dramatis_article_new           (const char      *id);
const char      *dramatis_article_get_byline    (DramatisArticle *self);
const char      *dramatis_article_get_language  (DramatisArticle *self);
GListModel      *dramatis_article_get_passages  (DramatisArticle *self);
DramatisTime    *dramatis_article_get_published (DramatisArticle *self);
const char      *dramatis_article_get_publisher (DramatisArticle *self);
const char      *dramatis_article_get_source    (DramatisArticle *self);
const char      *dramatis_article_get_title     (DramatisArticle *self);

gboolean         dramatis_language_tag_is_valid (const char      *tag);

G_END_DECLS
