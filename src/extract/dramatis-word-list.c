/* dramatis-word-list.c: a sorted list of words that is searched where it lies
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-word-list.h"

#include <string.h>

/**
 * dramatis_word_list_contains:
 * @list: the content of a file with one word per line, sorted by bytes
 * @word: a word, not necessarily terminated
 * @n_bytes: its length in bytes
 *
 * Looks a word up in a list.
 *
 * Nothing is built or copied when such a list is loaded: the dictionary of a language has tens of
 * thousands of words, of which an article asks for a few hundred.
 *
 * Returns: whether the list has the word
 */
gboolean
dramatis_word_list_contains (GBytes     *list,
                             const char *word,
                             gsize       n_bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (list, &size);
  gsize low = 0;
  gsize high = size;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      const char *line;
      const char *end;
      gsize length;
      int order;

      while (middle > low && data[middle - 1] != '\n')
        middle--;

      line = data + middle;
      end = memchr (line, '\n', size - middle);
      length = end != NULL ? (gsize) (end - line) : size - middle;

      order = memcmp (line, word, MIN (length, n_bytes));
      if (order == 0)
        {
          if (length == n_bytes)
            return TRUE;
          order = length < n_bytes ? -1 : 1;
        }

      if (order < 0)
        low = middle + length + 1;
      else
        high = middle;
    }

  return FALSE;
}
