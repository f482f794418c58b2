/* dramatis-article-list.h: the articles of a dossier, one of which may be shown alone
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-session.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_ARTICLE_LIST (dramatis_article_list_get_type ())

G_DECLARE_FINAL_TYPE (DramatisArticleList, dramatis_article_list, DRAMATIS, ARTICLE_LIST, GtkWidget)

/* Signal "chosen": a person has chosen what to show; a popover around the list may close. */

GtkWidget       *dramatis_article_list_new         (void);
DramatisSession *dramatis_article_list_get_session (DramatisArticleList *self);
void             dramatis_article_list_set_session (DramatisArticleList *self,
                                                    DramatisSession     *session);

G_END_DECLS
