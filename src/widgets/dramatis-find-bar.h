/* dramatis-find-bar.h: looking for words in the text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-session.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_FIND_BAR (dramatis_find_bar_get_type ())

G_DECLARE_FINAL_TYPE (DramatisFindBar, dramatis_find_bar, DRAMATIS, FIND_BAR, GtkWidget)

GtkWidget       *dramatis_find_bar_new         (void);
gboolean         dramatis_find_bar_get_active  (DramatisFindBar *self);
DramatisSession *dramatis_find_bar_get_session (DramatisFindBar *self);
void             dramatis_find_bar_set_active  (DramatisFindBar *self,
                                                gboolean         active);
void             dramatis_find_bar_set_session (DramatisFindBar *self,
                                                DramatisSession *session);

G_END_DECLS
