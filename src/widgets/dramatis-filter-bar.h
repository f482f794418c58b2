/* dramatis-filter-bar.h: the filter over the article, part by part
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-session.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_FILTER_BAR (dramatis_filter_bar_get_type ())

G_DECLARE_FINAL_TYPE (DramatisFilterBar, dramatis_filter_bar, DRAMATIS, FILTER_BAR, GtkWidget)

GtkWidget       *dramatis_filter_bar_new         (void);
DramatisSession *dramatis_filter_bar_get_session (DramatisFilterBar *self);
void             dramatis_filter_bar_set_session (DramatisFilterBar *self,
                                                  DramatisSession   *session);

G_END_DECLS
