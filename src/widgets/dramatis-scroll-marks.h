/* dramatis-scroll-marks.h: where in the article is what one looks for
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-session.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_SCROLL_MARKS (dramatis_scroll_marks_get_type ())

G_DECLARE_FINAL_TYPE (DramatisScrollMarks, dramatis_scroll_marks, DRAMATIS, SCROLL_MARKS, GtkWidget)

GtkWidget       *dramatis_scroll_marks_new         (void);
DramatisSession *dramatis_scroll_marks_get_session (DramatisScrollMarks *self);
void             dramatis_scroll_marks_set_session (DramatisScrollMarks *self,
                                                    DramatisSession     *session);
guint            dramatis_scroll_marks_get_at      (DramatisScrollMarks *self,
                                                    double               y);

G_END_DECLS
