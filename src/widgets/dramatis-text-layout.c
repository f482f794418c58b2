/* dramatis-text-layout.c: places and ranges of a text that is laid out
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-text-layout.h"

#include <string.h>

/* Our offsets count code points, Pango's bytes. A caret stands only where Pango says that one can: never between
 * a letter and its combining mark, nor inside of an emoji of several code points. */

static int
offset_to_index (PangoLayout *layout,
                 guint        offset)
{
  const char *text = pango_layout_get_text (layout);
  const char *p = text;

  for (; offset > 0 && *p != '\0'; offset--)
    p = g_utf8_next_char (p);

  return p - text;
}

static guint
index_to_offset (PangoLayout *layout,
                 int          index)
{
  return g_utf8_strlen (pango_layout_get_text (layout), index);
}

/* The ascent and descent of the letters of a line, without the space that a line height adds. */
static void
get_line_metrics (PangoLayoutLine *line,
                  int             *ascent,
                  int             *descent)
{
  *ascent = *descent = 0;

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = l->data;
      PangoFontMetrics *metrics = pango_font_get_metrics (run->item->analysis.font, run->item->analysis.language);

      *ascent = MAX (*ascent, pango_font_metrics_get_ascent (metrics));
      *descent = MAX (*descent, pango_font_metrics_get_descent (metrics));
      pango_font_metrics_unref (metrics);
    }
}

/**
 * dramatis_text_layout_get_rects:
 * @layout: a layout
 * @range: a range of its text, in code points
 *
 * Gets what a range covers: one rectangle for each piece that is in one line and runs in one direction.
 *
 * Returns: (transfer full) (element-type graphene_rect_t): the rectangles, in pixels of the layout
 */
GArray *
dramatis_text_layout_get_rects (PangoLayout         *layout,
                                const DramatisRange *range)
{
  GArray *rects = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  int start = offset_to_index (layout, range->start);
  int end = offset_to_index (layout, range->end);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      int line_end = line->start_index + line->length;
      int first = MAX (start, line->start_index);
      int last = MIN (end, line_end);
      g_autofree int *x_ranges = NULL;
      int n_ranges, ascent, descent, baseline;

      if (first >= last)
        continue;

      baseline = pango_layout_iter_get_baseline (iter);
      get_line_metrics (line, &ascent, &descent);
      pango_layout_line_get_x_ranges (line, first, last, &x_ranges, &n_ranges);
      for (int i = 0; i < n_ranges; i++)
        {
          graphene_rect_t rect;

          if (x_ranges[2 * i] == x_ranges[2 * i + 1])
            continue;

          graphene_rect_init (&rect,
                              PANGO_PIXELS_FLOOR (x_ranges[2 * i]),
                              PANGO_PIXELS (baseline - ascent),
                              PANGO_PIXELS_CEIL (x_ranges[2 * i + 1]) - PANGO_PIXELS_FLOOR (x_ranges[2 * i]),
                              PANGO_PIXELS (baseline + descent) - PANGO_PIXELS (baseline - ascent));
          g_array_append_val (rects, rect);
        }
    }
  while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);

  return rects;
}

/**
 * dramatis_text_layout_get_at:
 * @layout: a layout
 * @x: pixels from its left edge
 * @y: pixels from its upper edge
 * @inside: (out) (optional): whether there is a letter at that place
 *
 * Finds the place of the text nearest to a point where a caret can stand.
 *
 * Returns: the place, in code points
 */
guint
dramatis_text_layout_get_at (PangoLayout *layout,
                             double       x,
                             double       y,
                             gboolean    *inside)
{
  int index, trailing;
  gboolean hit;

  hit = pango_layout_xy_to_index (layout, x * PANGO_SCALE, y * PANGO_SCALE, &index, &trailing);
  if (inside != NULL)
    *inside = hit;

  return index_to_offset (layout, index) + trailing;
}

/**
 * dramatis_text_layout_get_word:
 * @layout: a layout
 * @offset: a place in its text, in code points
 * @word: (out): the word at that place; where there is none, what lies between two words
 *
 * Finds a word.
 */
void
dramatis_text_layout_get_word (PangoLayout   *layout,
                               guint          offset,
                               DramatisRange *word)
{
  int n_attrs;
  const PangoLogAttr *attrs = pango_layout_get_log_attrs_readonly (layout, &n_attrs);
  guint last = n_attrs - 1;

  word->start = MIN (offset, last);
  while (word->start > 0 && !attrs[word->start].is_word_start && !attrs[word->start].is_word_end)
    word->start--;

  word->end = MIN (word->start + 1, last);
  while (word->end < last && !attrs[word->end].is_word_start && !attrs[word->end].is_word_end)
    word->end++;
}

static guint
move_to_line_end (PangoLayout *layout,
                  guint        offset,
                  int          direction)
{
  PangoLayoutLine *line;
  int number, x;

  pango_layout_index_to_line_x (layout, offset_to_index (layout, offset), FALSE, &number, &x);
  line = pango_layout_get_line_readonly (layout, number);
  if (direction < 0)
    return index_to_offset (layout, line->start_index);

  offset = index_to_offset (layout, line->start_index + line->length);
  /* The end of a line that is not the last is the start of the next: stay before what is last in this one. */
  if (number + 1 < pango_layout_get_line_count (layout) && line->length > 0)
    offset = dramatis_text_layout_move (layout, offset, GTK_MOVEMENT_LOGICAL_POSITIONS, -1);

  return offset;
}

/**
 * dramatis_text_layout_move:
 * @layout: a layout
 * @offset: a place in its text, in code points
 * @step: how far to move: %GTK_MOVEMENT_LOGICAL_POSITIONS to where a caret can stand next, %GTK_MOVEMENT_WORDS to the
 *   end of a word or backwards to the start of one, %GTK_MOVEMENT_DISPLAY_LINE_ENDS or %GTK_MOVEMENT_PARAGRAPH_ENDS
 * @direction: 1 for onwards in the text, -1 for backwards
 *
 * Moves a caret.
 *
 * Returns: the new place, in code points; the same at the end of the text
 */
guint
dramatis_text_layout_move (PangoLayout     *layout,
                           guint            offset,
                           GtkMovementStep  step,
                           int              direction)
{
  int n_attrs;
  const PangoLogAttr *attrs = pango_layout_get_log_attrs_readonly (layout, &n_attrs);
  guint last = n_attrs - 1;

  if (step == GTK_MOVEMENT_DISPLAY_LINE_ENDS)
    return move_to_line_end (layout, offset, direction);
  if (step == GTK_MOVEMENT_PARAGRAPH_ENDS)
    return direction < 0 ? 0 : last;

  g_return_val_if_fail (step == GTK_MOVEMENT_LOGICAL_POSITIONS || step == GTK_MOVEMENT_WORDS, offset);

  do
    {
      if (direction < 0 ? offset == 0 : offset >= last)
        return offset;
      offset += direction;
    }
  while (step == GTK_MOVEMENT_LOGICAL_POSITIONS ? !attrs[offset].is_cursor_position
         : direction < 0                        ? !attrs[offset].is_word_start
                                                : !attrs[offset].is_word_end);

  return offset;
}

/**
 * dramatis_text_layout_move_line:
 * @layout: a layout
 * @offset: (inout): a place in its text, in code points
 * @x: where in the other line, in pixels from the left edge
 * @direction: 1 for down, -1 for up
 *
 * Moves a caret to another line.
 *
 * Returns: whether there is one; if not, @offset is untouched
 */
gboolean
dramatis_text_layout_move_line (PangoLayout *layout,
                                guint       *offset,
                                int          x,
                                int          direction)
{
  int number, target, in_line;
  PangoLayoutIter *iter;
  PangoRectangle extents;

  pango_layout_index_to_line_x (layout, offset_to_index (layout, *offset), FALSE, &number, &in_line);
  target = number + direction;
  if (target < 0 || target >= pango_layout_get_line_count (layout))
    return FALSE;

  iter = pango_layout_get_iter (layout);
  for (; target > 0; target--)
    pango_layout_iter_next_line (iter);
  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  pango_layout_iter_free (iter);

  *offset = dramatis_text_layout_get_at (layout, x, PANGO_PIXELS (extents.y + extents.height / 2), NULL);

  return TRUE;
}

/**
 * dramatis_text_layout_get_x:
 * @layout: a layout
 * @offset: a place in its text, in code points
 *
 * Gets where a caret stands in its line.
 *
 * Returns: pixels from the left edge
 */
int
dramatis_text_layout_get_x (PangoLayout *layout,
                            guint        offset)
{
  PangoRectangle strong;

  pango_layout_get_cursor_pos (layout, offset_to_index (layout, offset), &strong, NULL);

  return PANGO_PIXELS (strong.x);
}

/**
 * dramatis_text_estimate_length:
 * @text: a text
 *
 * Says about how long a text is, from its bytes and how many of them a letter takes at its beginning. To count 10 MB
 * takes longer than a frame may.
 *
 * Returns: code points, more or less
 */
guint
dramatis_text_estimate_length (const char *text)
{
  gsize size = strlen (text);
  gsize sample = MIN (size, 64);

  return sample > 0 ? size * g_utf8_strlen (text, sample) / sample : 0;
}

/**
 * dramatis_text_is_rtl:
 * @text: a text
 *
 * Tells whether a text is one that runs from right to left, by the script of its first letter.
 *
 * Returns: whether it is
 */
gboolean
dramatis_text_is_rtl (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c))
        continue;

      switch (g_unichar_get_script (c))
        {
        case G_UNICODE_SCRIPT_ADLAM:
        case G_UNICODE_SCRIPT_ARABIC:
        case G_UNICODE_SCRIPT_HEBREW:
        case G_UNICODE_SCRIPT_MANDAIC:
        case G_UNICODE_SCRIPT_NKO:
        case G_UNICODE_SCRIPT_SAMARITAN:
        case G_UNICODE_SCRIPT_SYRIAC:
        case G_UNICODE_SCRIPT_THAANA:
          return TRUE;
        default:
          return FALSE;
        }
    }

  return FALSE;
}
