/* dramatis-text-layout.h: places and ranges of a text that is laid out
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dramatis-anchor.h"

G_BEGIN_DECLS

GArray   *dramatis_text_layout_get_rects (PangoLayout         *layout,
                                          const DramatisRange *range);
guint     dramatis_text_layout_get_at    (PangoLayout         *layout,
                                          double               x,
                                          double               y,
                                          gboolean            *inside);
void      dramatis_text_layout_get_word  (PangoLayout         *layout,
                                          guint                offset,
                                          DramatisRange       *word);
guint     dramatis_text_layout_move      (PangoLayout         *layout,
                                          guint                offset,
                                          GtkMovementStep      step,
                                          int                  direction);
gboolean  dramatis_text_layout_move_line (PangoLayout         *layout,
                                          guint               *offset,
                                          int                  x,
                                          int                  direction);
int       dramatis_text_layout_get_x     (PangoLayout         *layout,
                                          guint                offset);
guint     dramatis_text_estimate_length  (const char          *text);
gboolean  dramatis_text_is_rtl           (const char          *text);

G_END_DECLS
