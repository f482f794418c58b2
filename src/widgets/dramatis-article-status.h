/* dramatis-article-status.h: why the filter leaves nothing to read
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-session.h"

G_BEGIN_DECLS

char *dramatis_article_status_describe (DramatisSession *session);
GtkWidget *dramatis_article_status_create_buttons (DramatisSession *session);

G_END_DECLS
