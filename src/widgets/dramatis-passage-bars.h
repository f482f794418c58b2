/* dramatis-passage-bars.h: the bars of notes at the margin of a passage
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-passage-marks.h"

G_BEGIN_DECLS

void     dramatis_passage_bars_bind     (GtkWidget       *row,
                                         DramatisSession *session,
                                         GArray          *marks);
void     dramatis_passage_bars_allocate (GtkWidget       *row,
                                         PangoLayout     *layout,
                                         int              y,
                                         int              width,
                                         gboolean         rtl);
gboolean dramatis_passage_bars_step     (GtkWidget       *row,
                                         int              direction);

G_END_DECLS
