/* dramatis-excerpt-markup.c: words and what surrounds them, for a label
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-excerpt-markup.h"

/* code points shown before the first range: about half a line */
#define LEAD 40

/* code points at the most: more than the lines of a dialog hold; a label would lay out a whole chapter for them */
#define LENGTH 320

static void
append_range (GString    *markup,
              const char *text,
              guint       start,
              guint       end)
{
  const char *from = g_utf8_offset_to_pointer (text, start);
  const char *until = g_utf8_offset_to_pointer (from, end - start);
  g_autofree char *escaped = g_markup_escape_text (from, until - from);

  g_string_append (markup, escaped);
}

/* Where a word begins between two offsets, or the last of them. */
static guint
find_word (const char *text,
           guint       from,
           guint       until)
{
  const char *p = g_utf8_offset_to_pointer (text, from);

  for (; from < until; from++, p = g_utf8_next_char (p))
    {
      if (g_unichar_isspace (g_utf8_get_char (p)))
        return from + 1;
    }

  return until;
}

/**
 * dramatis_excerpt_to_markup:
 * @passage: a passage
 * @ranges: (array length=n_ranges): ranges of it, in code points, ascending, without overlaps
 * @n_ranges: how many
 *
 * Writes a passage from shortly before the first range, the ranges in bold, as far as a few lines go.
 *
 * Returns: (transfer full): Pango markup
 */
char *
dramatis_excerpt_to_markup (DramatisPassage     *passage,
                            const DramatisRange *ranges,
                            guint                n_ranges)
{
  const char *text = dramatis_passage_get_text (passage);
  g_autoptr (GString) markup = g_string_new (NULL);
  guint offset = 0, length;

  if (n_ranges > 0 && ranges[0].start > LEAD)
    {
      offset = find_word (text, ranges[0].start - LEAD, ranges[0].start);
      g_string_append (markup, "…");
    }
  length = MIN (offset + LENGTH, dramatis_passage_get_length (passage));
  for (guint i = 0; i < n_ranges && ranges[i].start < length; i++)
    {
      guint end = MIN (ranges[i].end, length);

      append_range (markup, text, offset, ranges[i].start);
      g_string_append (markup, "<b>");
      append_range (markup, text, ranges[i].start, end);
      g_string_append (markup, "</b>");
      offset = end;
    }
  append_range (markup, text, offset, length);
  if (length < dramatis_passage_get_length (passage))
    g_string_append (markup, "…");

  return g_string_free (g_steal_pointer (&markup), FALSE);
}

/**
 * dramatis_excerpt_label_new:
 * @css_class: its style class
 * @lines: how many lines it has at the most
 *
 * Makes a label for an excerpt, or for what is said of one.
 *
 * Returns: (transfer floating): a new label
 */
GtkWidget *
dramatis_excerpt_label_new (const char *css_class,
                            int         lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_wrap (GTK_LABEL (label), lines > 1);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);

  return label;
}
