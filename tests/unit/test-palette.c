/* test-palette.c: text that stays legible on the colours, and colours that can be told apart
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-palette.h"

#include <adwaita.h>
#include <math.h>

/* The faintest text and its ground of the versions of libadwaita that there are: view_fg_color, view_bg_color. */
static const GdkRGBA grounds[] = { { 1, 1, 1, 1 }, { 0.118f, 0.118f, 0.118f, 1 } };
static const GdkRGBA texts[] = { { 0, 0, 0.024f, 0.8f }, { 1, 1, 1, 1 } };

static GdkRGBA
over (const GdkRGBA *top,
      const GdkRGBA *ground)
{
  float a = top->alpha;

  return (GdkRGBA) {
    a * top->red + (1 - a) * ground->red,
    a * top->green + (1 - a) * ground->green,
    a * top->blue + (1 - a) * ground->blue,
    1
  };
}

static GdkRGBA
shade_over (DramatisColour colour,
            DramatisShade  shade,
            GdkRGBA        ground)
{
  GdkRGBA rgba;

  dramatis_palette_get_rgba (colour, shade, &rgba);

  return over (&rgba, &ground);
}

static double
linear (float value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

/* WCAG 2.1, "relative luminance" and "contrast ratio" */
static double
get_luminance (const GdkRGBA *rgba)
{
  return 0.2126 * linear (rgba->red) + 0.7152 * linear (rgba->green) + 0.0722 * linear (rgba->blue);
}

static double
get_contrast (const GdkRGBA *a,
              const GdkRGBA *b)
{
  double x = get_luminance (a);
  double y = get_luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

static double
cube_root (double t)
{
  return t > 0.008856 ? cbrt (t) : 7.787 * t + 16 / 116.0;
}

/* CIE 1976 L*a*b*, of sRGB under D65 */
static void
get_lab (const GdkRGBA *rgba,
         double         lab[3])
{
  double r = linear (rgba->red);
  double g = linear (rgba->green);
  double b = linear (rgba->blue);
  double x = cube_root ((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  double y = cube_root (0.2126 * r + 0.7152 * g + 0.0722 * b);
  double z = cube_root ((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);

  lab[0] = 116 * y - 16;
  lab[1] = 500 * (x - y);
  lab[2] = 200 * (y - z);
}

static double
get_difference (const GdkRGBA *a,
                const GdkRGBA *b)
{
  double lab_a[3], lab_b[3];

  get_lab (a, lab_a);
  get_lab (b, lab_b);

  return sqrt (pow (lab_a[0] - lab_b[0], 2) + pow (lab_a[1] - lab_b[1], 2) + pow (lab_a[2] - lab_b[2], 2));
}

static void
set_dark (gboolean dark)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_assert_cmpint (adw_style_manager_get_dark (adw_style_manager_get_default ()), ==, dark);
}

static void
assert_legible (int            dark,
                const GdkRGBA *ground,
                const char    *what,
                DramatisColour note,
                DramatisColour actor)
{
  GdkRGBA text = over (&texts[dark], ground);

  g_test_message ("%s, %s: note %s, actor %s", dark ? "dark" : "light", what, dramatis_palette_get_name (note),
                  dramatis_palette_get_name (actor));
  g_assert_cmpfloat (get_contrast (&text, ground), >=, 4.5);
}

/* Text on each highlight, and where a mention, the current hit and marked text lie on it besides. */
static void
test_text (void)
{
  for (int dark = 0; dark < 2; dark++)
    {
      set_dark (dark);
      for (guint note = 1; note < DRAMATIS_N_COLOURS; note++)
        {
          GdkRGBA highlight = shade_over (note, DRAMATIS_SHADE_HIGHLIGHT, grounds[dark]);

          assert_legible (dark, &highlight, "highlight", note, note);
          for (guint actor = 1; actor < DRAMATIS_N_COLOURS; actor++)
            {
              GdkRGBA mention = shade_over (actor, DRAMATIS_SHADE_TINT, highlight);
              GdkRGBA hit = shade_over (DRAMATIS_COLOUR_ORANGE, DRAMATIS_SHADE_TINT, mention);
              GdkRGBA selected = shade_over (DRAMATIS_COLOUR_BLUE, DRAMATIS_SHADE_SELECTED, mention);

              assert_legible (dark, &mention, "mention", note, actor);
              assert_legible (dark, &hit, "current hit", note, actor);
              assert_legible (dark, &selected, "marked", note, actor);
            }
        }
    }
}

/* A difference of 2.3 is just noticeable side by side (Mahy et al., 1994); grounds lie apart and are small. */
static void
test_differences (void)
{
  for (int dark = 0; dark < 2; dark++)
    {
      set_dark (dark);
      for (guint a = 1; a < DRAMATIS_N_COLOURS; a++)
        {
          GdkRGBA strong = shade_over (a, DRAMATIS_SHADE_STRONG, grounds[dark]);
          GdkRGBA highlight = shade_over (a, DRAMATIS_SHADE_HIGHLIGHT, grounds[dark]);

          g_test_message ("%s, %s", dark ? "dark" : "light", dramatis_palette_get_name (a));
          g_assert_cmpfloat (get_contrast (&strong, &grounds[dark]), >=, 3);
          g_assert_cmpfloat (get_difference (&highlight, &grounds[dark]), >=, 10);

          for (guint b = 1; b < a; b++)
            {
              GdkRGBA other_strong = shade_over (b, DRAMATIS_SHADE_STRONG, grounds[dark]);
              GdkRGBA other = shade_over (b, DRAMATIS_SHADE_HIGHLIGHT, grounds[dark]);

              g_test_message ("and %s", dramatis_palette_get_name (b));
              g_assert_cmpfloat (get_difference (&strong, &other_strong), >=, 16);
              if (a < DRAMATIS_N_HIGHLIGHT_COLOURS)
                g_assert_cmpfloat (get_difference (&highlight, &other), >=, 8);
            }
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_assert_cmpuint (DRAMATIS_N_HIGHLIGHT_COLOURS - 1, ==, 8);
  g_test_add_func ("/palette/text", test_text);
  g_test_add_func ("/palette/differences", test_differences);

  return g_test_run ();
}
