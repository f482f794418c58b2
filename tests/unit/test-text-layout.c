/* test-text-layout.c: places and ranges of a text that is laid out
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-text-layout.h"

#include <pango/pangocairo.h>

/* e with an acute accent of its own, a family of four, a flag, a hand with a skin tone, two Hangul syllables of
 * conjoining letters, Devanagari with a virama. */
#define NASTY "e\u0301x \U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466 \U0001F1EF\U0001F1F5\U0001F44B\U0001F3FD " \
              "\u1112\u1161\u11AB\u1100\u1173\u11AF \u0915\u094D\u0937\u093F"

static PangoLayout *
create_layout (const char *text,
               int         width)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoLayout *layout = pango_layout_new (context);

  g_object_unref (context);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, width > 0 ? width * PANGO_SCALE : -1);

  return layout;
}

static void
test_move (void)
{
  static const struct
  {
    const char       *text;
    guint             offset;
    GtkMovementStep  step;
    int               direction;
    guint             result;
  } cases[] = {
    { "one two", 0, GTK_MOVEMENT_LOGICAL_POSITIONS, 1, 1 },
    { "one two", 0, GTK_MOVEMENT_LOGICAL_POSITIONS, -1, 0 },
    { "one two", 7, GTK_MOVEMENT_LOGICAL_POSITIONS, 1, 7 },
    { "one two", 0, GTK_MOVEMENT_WORDS, 1, 3 },
    { "one two", 3, GTK_MOVEMENT_WORDS, 1, 7 },
    { "one two", 7, GTK_MOVEMENT_WORDS, -1, 4 },
    { "one two", 4, GTK_MOVEMENT_WORDS, -1, 0 },
    { "one two", 3, GTK_MOVEMENT_DISPLAY_LINE_ENDS, 1, 7 },
    { "one two", 3, GTK_MOVEMENT_DISPLAY_LINE_ENDS, -1, 0 },
    { "one two", 3, GTK_MOVEMENT_PARAGRAPH_ENDS, 1, 7 },
    { NASTY, 0, GTK_MOVEMENT_LOGICAL_POSITIONS, 1, 2 },
    { NASTY, 2, GTK_MOVEMENT_LOGICAL_POSITIONS, -1, 0 },
    { NASTY, 4, GTK_MOVEMENT_LOGICAL_POSITIONS, 1, 11 },
    { NASTY, 11, GTK_MOVEMENT_LOGICAL_POSITIONS, -1, 4 },
    { NASTY, 12, GTK_MOVEMENT_LOGICAL_POSITIONS, 1, 14 },
    { NASTY, 14, GTK_MOVEMENT_LOGICAL_POSITIONS, 1, 16 },
    { NASTY, 17, GTK_MOVEMENT_LOGICAL_POSITIONS, 1, 20 },
    { "", 0, GTK_MOVEMENT_LOGICAL_POSITIONS, 1, 0 },
    { "", 0, GTK_MOVEMENT_WORDS, -1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PangoLayout) layout = create_layout (cases[i].text, 0);

      g_test_message ("case %u", i);
      g_assert_cmpuint (dramatis_text_layout_move (layout, cases[i].offset, cases[i].step, cases[i].direction), ==,
                        cases[i].result);
    }
}

/* Down all lines and up again at the same distance from the edge, also through lines that are shorter. */
static void
test_move_line (void)
{
  static const char * const texts[] = {
    "one two three\nfour\nfive six seven eight nine",
    "\u05D0\u05D7\u05D3 \u05E9\u05E0\u05D9\u05D9\u05DD\n\u05E9\u05DC\u05D5\u05E9\n\u05D0\u05E8\u05D1\u05E2 abc \u05D7\u05DE\u05E9",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PangoLayout) layout = create_layout (texts[i], 0);
      int n_lines = pango_layout_get_line_count (layout);
      guint start = 6;
      guint offset = start;
      int x = dramatis_text_layout_get_x (layout, start);

      g_assert_false (dramatis_text_layout_move_line (layout, &offset, x, -1));
      g_assert_cmpuint (offset, ==, start);

      for (int line = 1; line < n_lines; line++)
        g_assert_true (dramatis_text_layout_move_line (layout, &offset, x, 1));
      g_assert_cmpuint (offset, >, 18);
      g_assert_false (dramatis_text_layout_move_line (layout, &offset, x, 1));

      for (int line = 1; line < n_lines; line++)
        g_assert_true (dramatis_text_layout_move_line (layout, &offset, x, -1));
      g_assert_cmpuint (offset, ==, start);
    }
}

/* Wherever one points, and however narrow the lines, a caret is never put inside of what is read as one letter. */
static void
test_get_at (void)
{
  static const int widths[] = { 0, 20, 60, 200 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (PangoLayout) layout = create_layout (NASTY " \u05E9\u05DC\u05D5\u05DD abc", widths[i]);
      int n_attrs;
      const PangoLogAttr *attrs = pango_layout_get_log_attrs_readonly (layout, &n_attrs);

      for (int y = -5; y < 150; y += 5)
        {
          for (int x = -10; x < 300; x += 3)
            {
              guint offset = dramatis_text_layout_get_at (layout, x, y, NULL);

              g_assert_cmpuint (offset, <, n_attrs);
              g_assert_true (attrs[offset].is_cursor_position);
            }
        }
    }
}

static void
test_get_word (void)
{
  static const struct
  {
    guint offset;
    guint start;
    guint end;
  } cases[] = {
    { 0, 0, 5 },
    { 3, 0, 5 },
    { 6, 5, 7 },
    { 8, 7, 12 },
  };
  g_autoptr (PangoLayout) layout = create_layout ("Japan, India", 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DramatisRange word;

      dramatis_text_layout_get_word (layout, cases[i].offset, &word);
      g_assert_cmpuint (word.start, ==, cases[i].start);
      g_assert_cmpuint (word.end, ==, cases[i].end);
    }
}

/* The rectangles of neighbouring ranges meet, those of a range in several lines are one for each. */
static void
test_get_rects (void)
{
  g_autoptr (PangoLayout) layout = create_layout ("one two three four five six seven eight", 0);
  const DramatisRange all = { 0, 39 };
  const DramatisRange none = { 5, 5 };
  const DramatisRange halves[] = { { 0, 13 }, { 13, 39 } };
  g_autoptr (GArray) rects = dramatis_text_layout_get_rects (layout, &all);
  g_autoptr (GArray) no_rects = dramatis_text_layout_get_rects (layout, &none);
  g_autoptr (GArray) left = dramatis_text_layout_get_rects (layout, &halves[0]);
  g_autoptr (GArray) right = dramatis_text_layout_get_rects (layout, &halves[1]);
  g_autoptr (GArray) wrapped = NULL;
  const graphene_rect_t *a, *b;

  g_assert_cmpuint (rects->len, ==, 1);
  g_assert_cmpuint (no_rects->len, ==, 0);
  a = &g_array_index (left, graphene_rect_t, 0);
  b = &g_array_index (right, graphene_rect_t, 0);
  g_assert_cmpfloat_with_epsilon (a->origin.x + a->size.width, b->origin.x, 1.01);

  pango_layout_set_width (layout, 80 * PANGO_SCALE);
  wrapped = dramatis_text_layout_get_rects (layout, &all);
  g_assert_cmpuint (wrapped->len, ==, pango_layout_get_line_count (layout));
  for (guint i = 0; i < wrapped->len; i++)
    g_assert_cmpfloat (g_array_index (wrapped, graphene_rect_t, i).size.width, <=, 81);
}

static void
test_texts (void)
{
  static const struct
  {
    const char *text;
    gboolean    rtl;
  } cases[] = {
    { "", FALSE },
    { "12 %", FALSE },
    { "Japan", FALSE },
    { "\u05E9\u05DC\u05D5\u05DD", TRUE },
    { "(1) \u0627\u0644\u0633\u0644\u0627\u0645 NATO", TRUE },
    { "NATO \u0627\u0644\u0633\u0644\u0627\u0645", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (dramatis_text_is_rtl (cases[i].text) == cases[i].rtl);
      g_assert_cmpint (ABS ((int) dramatis_text_estimate_length (cases[i].text)
                            - (int) g_utf8_strlen (cases[i].text, -1)), <=, 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-layout/move", test_move);
  g_test_add_func ("/text-layout/move-line", test_move_line);
  g_test_add_func ("/text-layout/get-at", test_get_at);
  g_test_add_func ("/text-layout/get-word", test_get_word);
  g_test_add_func ("/text-layout/get-rects", test_get_rects);
  g_test_add_func ("/text-layout/texts", test_texts);

  return g_test_run ();
}
