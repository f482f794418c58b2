/* dramatis-palette.h: the shades of the named colours
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dramatis-enums.h"

G_BEGIN_DECLS

/**
 * DramatisShade:
 * @DRAMATIS_SHADE_STRONG: for dots, bars and lines
 * @DRAMATIS_SHADE_TINT: for grounds behind a few words, translucent
 * @DRAMATIS_SHADE_HIGHLIGHT: for the ground behind the words of a note, translucent
 * @DRAMATIS_SHADE_SELECTED: for the ground behind text that a person marks, translucent
 *
 * What a colour is needed for.
 */
typedef enum
{
  DRAMATIS_SHADE_STRONG,
  DRAMATIS_SHADE_TINT,
  DRAMATIS_SHADE_HIGHLIGHT,
  DRAMATIS_SHADE_SELECTED,
} DramatisShade;

void        dramatis_palette_get_rgba (DramatisColour  colour,
                                       DramatisShade   shade,
                                       GdkRGBA        *rgba);
const char *dramatis_palette_get_name (DramatisColour  colour);

G_END_DECLS
