/* dramatis-diff-markup.c: what differs between two texts, for a label
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-diff-markup.h"

/* How many pairs of words are compared, at most: what differs more than that is shown as one whole. About 4 MB, and
 * the time of a few frames. */
#define MAX_PAIRS 1000000

typedef enum
{
  WORD_SAME,
  WORD_GONE,
  WORD_NEW,
} WordFate;

static const struct
{
  const char *before;
  const char *after;
} marks[] = {
  [WORD_SAME] = { "", "" },
  [WORD_GONE] = { "<span strikethrough=\"true\" alpha=\"60%\">", "</span>" },
  [WORD_NEW] = { "<b><u>", "</u></b>" },
};

/* Words, and what stands between them */
static GPtrArray *
split (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (const char *start = text, *p = text; *start != '\0'; start = p)
    {
      gboolean is_word = g_unichar_isalnum (g_utf8_get_char (start));

      while (*p != '\0' && g_unichar_isalnum (g_utf8_get_char (p)) == is_word)
        p = g_utf8_next_char (p);
      g_ptr_array_add (words, g_strndup (start, p - start));
    }

  return words;
}

static gboolean
is_same (GPtrArray *old_words,
         GPtrArray *new_words,
         guint      i,
         guint      j)
{
  return g_str_equal (g_ptr_array_index (old_words, i), g_ptr_array_index (new_words, j));
}

static void
append_words (GString   *markup,
              WordFate   fate,
              GPtrArray *words,
              guint      from,
              guint      until)
{
  if (from == until)
    return;

  g_string_append (markup, marks[fate].before);
  for (guint i = from; i < until; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (g_ptr_array_index (words, i), -1);

      g_string_append (markup, escaped);
    }
  g_string_append (markup, marks[fate].after);
}

/* What is between the same start and the same end: the longest sequence of words that both have stays. */
static void
append_middle (GString   *markup,
               GPtrArray *old_words,
               GPtrArray *new_words,
               guint      start,
               guint      old_end,
               guint      new_end)
{
  guint n_old = old_end - start;
  guint n_new = new_end - start;
  guint width = n_new + 1;
  g_autofree guint *lengths = NULL;     /* of the longest sequence in what follows each pair of words */
  guint i = 0;
  guint j = 0;

  if ((gsize) n_old * n_new <= MAX_PAIRS)
    {
      lengths = g_new0 (guint, (gsize) (n_old + 1) * width);
      for (guint a = n_old; a > 0; a--)
        for (guint b = n_new; b > 0; b--)
          lengths[(a - 1) * width + b - 1] = is_same (old_words, new_words, start + a - 1, start + b - 1)
                                             ? lengths[a * width + b] + 1
                                             : MAX (lengths[a * width + b - 1], lengths[(a - 1) * width + b]);
    }

  while (i < n_old || j < n_new)
    {
      guint first_i = i;
      guint first_j = j;

      while (lengths != NULL && i < n_old && j < n_new && is_same (old_words, new_words, start + i, start + j))
        i++, j++;
      append_words (markup, WORD_SAME, old_words, start + first_i, start + i);

      first_i = i;
      first_j = j;
      while ((i < n_old || j < n_new)
             && !(lengths != NULL && i < n_old && j < n_new && is_same (old_words, new_words, start + i, start + j)))
        {
          if (j == n_new || (i < n_old && (lengths == NULL || lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])))
            i++;
          else
            j++;
        }
      append_words (markup, WORD_GONE, old_words, start + first_i, start + i);
      append_words (markup, WORD_NEW, new_words, start + first_j, start + j);
    }
}

/**
 * dramatis_diff_to_markup:
 * @old_text: a text
 * @new_text: what it has become
 *
 * Writes both texts as one, in which words that are gone are struck through and new ones are bold and underlined.
 *
 * Returns: (transfer full): Pango markup
 */
char *
dramatis_diff_to_markup (const char *old_text,
                         const char *new_text)
{
  g_autoptr (GPtrArray) old_words = split (old_text);
  g_autoptr (GPtrArray) new_words = split (new_text);
  g_autoptr (GString) markup = g_string_new (NULL);
  guint n = MIN (old_words->len, new_words->len);
  guint n_start = 0;
  guint n_end = 0;

  while (n_start < n && is_same (old_words, new_words, n_start, n_start))
    n_start++;
  while (n_end < n - n_start
         && is_same (old_words, new_words, old_words->len - 1 - n_end, new_words->len - 1 - n_end))
    n_end++;

  append_words (markup, WORD_SAME, old_words, 0, n_start);
  append_middle (markup, old_words, new_words, n_start, old_words->len - n_end, new_words->len - n_end);
  append_words (markup, WORD_SAME, old_words, old_words->len - n_end, old_words->len);

  return g_string_free (g_steal_pointer (&markup), FALSE);
}
