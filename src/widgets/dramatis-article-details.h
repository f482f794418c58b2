/* dramatis-article-details.h: asks what only a person knows of an article
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-session.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_ARTICLE_DETAILS (dramatis_article_details_get_type ())

G_DECLARE_FINAL_TYPE (DramatisArticleDetails, dramatis_article_details, DRAMATIS, ARTICLE_DETAILS, GtkWidget)

/* Signal "applied" (article): its title or date has been edited. */

GtkWidget       *dramatis_article_details_new         (void);
void             dramatis_article_details_ask         (DramatisArticleDetails *self,
                                                       DramatisArticle        *article);
DramatisArticle *dramatis_article_details_get_article (DramatisArticleDetails *self);
DramatisSession *dramatis_article_details_get_session (DramatisArticleDetails *self);
void             dramatis_article_details_set_session (DramatisArticleDetails *self,
                                                       DramatisSession        *session);

G_END_DECLS
