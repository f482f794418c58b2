/* dramatis-article-dialog.h: edits all that is known of an article
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dramatis-session.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_ARTICLE_DIALOG (dramatis_article_dialog_get_type ())

G_DECLARE_FINAL_TYPE (DramatisArticleDialog, dramatis_article_dialog, DRAMATIS, ARTICLE_DIALOG, AdwWindow)

/* Signal "applied" (article): the article has been edited. */

GtkWidget *dramatis_article_dialog_new (DramatisSession *session,
                                        DramatisArticle *article);

G_END_DECLS
