/* dramatis-text.c: looking for words in text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-text.h"

#include <string.h>

/**
 * dramatis_text_fold:
 * @text: a text
 *
 * Makes a text fit for being searched without regard to case.
 *
 * Every code point becomes exactly one, so that a place in the result is the same place in @text.
 *
 * Returns: (transfer full): the folded text
 */
char *
dramatis_text_fold (const char *text)
{
  GString *folded;

  g_return_val_if_fail (text != NULL, NULL);

  folded = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if ((guchar) *p < 0x80)
        g_string_append_c (folded, g_ascii_tolower (*p));
      else
        g_string_append_unichar (folded, g_unichar_tolower (g_utf8_get_char (p)));
    }

  return g_string_free (folded, FALSE);
}

/**
 * dramatis_text_contains:
 * @text: a text as it is
 * @folded_needle: words, folded
 *
 * Tells whether words stand in a text, without regard to case.
 *
 * Returns: whether they do
 */
gboolean
dramatis_text_contains (const char *text,
                        const char *folded_needle)
{
  g_autofree char *folded = dramatis_text_fold (text);

  return strstr (folded, folded_needle) != NULL;
}

/**
 * dramatis_text_find:
 * @folded: the text, folded
 * @folded_needle: the words, folded
 * @from: where to begin, in code points
 * @range: (out): where they are, in code points
 *
 * Finds the next place of words in a text.
 *
 * Returns: whether there is one
 */
gboolean
dramatis_text_find (const char    *folded,
                    const char    *folded_needle,
                    guint          from,
                    DramatisRange *range)
{
  const char *start = g_utf8_offset_to_pointer (folded, from);
  const char *found = *folded_needle != '\0' ? strstr (start, folded_needle) : NULL;

  if (found == NULL)
    return FALSE;

  range->start = from + g_utf8_strlen (start, found - start);
  range->end = range->start + g_utf8_strlen (folded_needle, -1);

  return TRUE;
}
