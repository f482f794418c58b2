/* dramatis-palette.c: the shades of the named colours
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-palette.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Hues of the GNOME palette, moved until each strong shade had a contrast of at least 3 to 1 with the ground of
 * the article (WCAG 2.1, 1.4.11) and the first eight could be told apart as the ground of a note. A yellow that dark
 * is brown: under text it can be what it is called. */
static const struct
{
  const char *name;
  guint32     light;
  guint32     dark;
  guint32     light_ground;   /* where it is not that of @light */
} colours[DRAMATIS_N_COLOURS] = {
  [DRAMATIS_COLOUR_AUTOMATIC] = { N_("Automatic"), 0x77767b, 0x9a9996 },
  [DRAMATIS_COLOUR_BLUE]      = { N_("Blue"),      0x1c71d8, 0x78aeed },
  [DRAMATIS_COLOUR_RED]       = { N_("Red"),       0xc01c28, 0xf66151 },
  [DRAMATIS_COLOUR_GREEN]     = { N_("Green"),     0x1f8a4c, 0x57e389 },
  [DRAMATIS_COLOUR_ORANGE]    = { N_("Orange"),    0xc64600, 0xffa348 },
  [DRAMATIS_COLOUR_PURPLE]    = { N_("Purple"),    0x6d3bb5, 0xc9a0ff },
  [DRAMATIS_COLOUR_TEAL]      = { N_("Teal"),      0x128588, 0x4fd2c2 },
  [DRAMATIS_COLOUR_PINK]      = { N_("Pink"),      0xc42a86, 0xff8fc4 },
  [DRAMATIS_COLOUR_YELLOW]    = { N_("Yellow"),    0xa37200, 0xf8e45c, 0xf5c211 },
  [DRAMATIS_COLOUR_BROWN]     = { N_("Brown"),     0x865e3c, 0xcdab8f },
  [DRAMATIS_COLOUR_SLATE]     = { N_("Slate"),     0x4a6785, 0xa5bdd8 },
  [DRAMATIS_COLOUR_LIME]      = { N_("Lime"),      0x5f8500, 0xb7e04f },
  [DRAMATIS_COLOUR_CYAN]      = { N_("Cyan"),      0x0f7fa8, 0x6fd3f7 },
};

/* How much of the ground the shades cover: so much that the article's text keeps a contrast of 4.5 to 1 (1.4.3) where
 * a mention that is the current hit, or is being marked, stands in a note. */
static const float alphas[][2] = {
  [DRAMATIS_SHADE_STRONG]    = { 1, 1 },
  [DRAMATIS_SHADE_TINT]      = { 0.15f, 0.16f },
  [DRAMATIS_SHADE_HIGHLIGHT] = { 0.26f, 0.26f },
  [DRAMATIS_SHADE_SELECTED]  = { 0.32f, 0.22f },
};

/**
 * dramatis_palette_get_rgba:
 * @colour: a named colour
 * @shade: what it is needed for
 * @rgba: (out): its shade
 *
 * Gets a shade of a colour that is legible in the present style, light or dark.
 */
void
dramatis_palette_get_rgba (DramatisColour  colour,
                           DramatisShade   shade,
                           GdkRGBA        *rgba)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);
  guint32 value = dark ? colours[colour].dark : colours[colour].light;

  if (!dark && shade == DRAMATIS_SHADE_HIGHLIGHT && colours[colour].light_ground != 0)
    value = colours[colour].light_ground;

  rgba->red = ((value >> 16) & 0xff) / 255.0f;
  rgba->green = ((value >> 8) & 0xff) / 255.0f;
  rgba->blue = (value & 0xff) / 255.0f;
  rgba->alpha = alphas[shade][dark];
}

/**
 * dramatis_palette_get_name:
 * @colour: a named colour
 *
 * Gets the name of a colour for a person to read.
 *
 * Returns: (transfer none): the name, translated
 */
const char *
dramatis_palette_get_name (DramatisColour colour)
{
  return _(colours[colour].name);
}
