/* dramatis-text-layout.h: places and ranges of a text that is laid out
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dramatis-anchor.h"

G_BEGIN_DECLS

/**
 * DramatisTextStep:
 * @DRAMATIS_TEXT_STEP_CHARACTER: to where a caret can stand next
 * @DRAMATIS_TEXT_STEP_WORD: to the end of a word, or backwards to the start of one
 * @DRAMATIS_TEXT_STEP_LINE: to the same place in another line
 * @DRAMATIS_TEXT_STEP_LINE_END: to the end of the line, or backwards to its start
 * @DRAMATIS_TEXT_STEP_PASSAGE: to the end of the text, or backwards to its start
 *
 * How far a caret moves.
 */
typedef enum
{
  DRAMATIS_TEXT_STEP_CHARACTER,
  DRAMATIS_TEXT_STEP_WORD,
  DRAMATIS_TEXT_STEP_LINE,
  DRAMATIS_TEXT_STEP_LINE_END,
  DRAMATIS_TEXT_STEP_PASSAGE,
} DramatisTextStep;

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
                                          DramatisTextStep     step,
                                          int                  direction);
guint     dramatis_text_estimate_length  (const char          *text);
gboolean  dramatis_text_is_rtl           (const char          *text);

G_END_DECLS
