/* dramatis-text.c: looking for words in text, and comparing texts
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-text.h"

#include <string.h>

/**
 * dramatis_text_contains:
 * @text: a text as it is
 * @folded_words: words, folded
 *
 * Tells whether words stand in a text, without regard to case and accents. Who asks for many texts has them folded
 * once: see [struct@Folded].
 *
 * Returns: whether they do
 */
gboolean
dramatis_text_contains (const char *text,
                        const char *folded_words)
{
  g_autofree char *folded = dramatis_text_fold (text);

  return strstr (folded, folded_words) != NULL;
}

/**
 * dramatis_text_find:
 * @text: a text
 * @words: words
 * @from: where to begin, in code points
 * @range: (out): where they are, in code points
 *
 * Finds the next place of words in a text, letter for letter. [struct@Folded] finds them in any form.
 *
 * Returns: whether there is one
 */
gboolean
dramatis_text_find (const char    *text,
                    const char    *words,
                    guint          from,
                    DramatisRange *range)
{
  const char *start = g_utf8_offset_to_pointer (text, from);
  const char *found = *words != '\0' ? strstr (start, words) : NULL;

  if (found == NULL)
    return FALSE;

  range->start = from + g_utf8_strlen (start, found - start);
  range->end = range->start + g_utf8_strlen (words, -1);

  return TRUE;
}

/**
 * dramatis_text_compare:
 * @a: a text
 * @b: another one
 * @n_start: (out): how many code points are the same at the start
 * @n_end: (out): how many of the others are the same at the end
 *
 * Compares two texts from both ends.
 */
void
dramatis_text_compare (const char *a,
                       const char *b,
                       guint      *n_start,
                       guint      *n_end)
{
  const char *end_a = a + strlen (a);
  const char *end_b = b + strlen (b);

  *n_start = *n_end = 0;
  for (; a < end_a && g_utf8_get_char (a) == g_utf8_get_char (b); a = g_utf8_next_char (a), b = g_utf8_next_char (b))
    (*n_start)++;

  while (end_a > a && end_b > b)
    {
      end_a = g_utf8_prev_char (end_a);
      end_b = g_utf8_prev_char (end_b);
      if (g_utf8_get_char (end_a) != g_utf8_get_char (end_b))
        break;
      (*n_end)++;
    }
}

/**
 * dramatis_text_to_slug:
 * @text: a text
 * @letters: further ASCII characters that count as letters
 *
 * Makes one word of a text, as identifiers, tags and links to headings are: its letters and digits, with a hyphen for
 * whatever is between two of them. Case stays as it is.
 *
 * Returns: (transfer full): the word, which may be empty
 */
char *
dramatis_text_to_slug (const char *text,
                       const char *letters)
{
  GString *slug = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || g_unichar_ismark (c) || (c < 0x80 && strchr (letters, c) != NULL))
        g_string_append_unichar (slug, c);
      else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
        g_string_append_c (slug, '-');
    }
  if (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);

  return g_string_free (slug, FALSE);
}
