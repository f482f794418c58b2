/* dramatis-language.c: which language a text is written in
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-language.h"

#include <gio/gio.h>
#include <string.h>

#include "dramatis-gazetteer.h"
#include "dramatis-word-list.h"

#define DEFAULT_LANGUAGE "en"

/* How much of a text is read, in bytes: the frequent words of a language are a third of every page. */
#define MAX_BYTES 16384

/**
 * dramatis_language_lower:
 * @text: valid UTF-8
 * @n_bytes: its length in bytes, or -1
 *
 * Writes a text in small letters. g_utf8_strdown() does so as the user’s language has it, which says nothing of the
 * language of the text.
 *
 * Returns: (transfer full): the text in small letters
 */
char *
dramatis_language_lower (const char *text,
                         gssize      n_bytes)
{
  const char *end = n_bytes < 0 ? text + strlen (text) : text + n_bytes;
  GString *lower = g_string_sized_new (end - text);

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    g_string_append_unichar (lower, g_unichar_tolower (g_utf8_get_char (p)));

  return g_string_free (lower, FALSE);
}

/* How many words of a text in small letters are frequent ones of a language. */
static guint
count_frequent (const char *language,
                const char *text)
{
  g_autofree char *path = g_strdup_printf ("languages/%s/frequent.txt", language);
  g_autoptr (GBytes) list = dramatis_extract_data_lookup (path);
  guint count = 0;

  for (const char *p = text; list != NULL && *p != '\0';)
    {
      const char *start = p;

      while (g_unichar_isalpha (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p == start)
        p = g_utf8_next_char (p);
      else if (dramatis_word_list_contains (list, start, p - start))
        count++;
    }

  return count;
}

static char *
detect (const char *text)
{
  gsize n_bytes = strlen (text);
  g_autofree char *start = dramatis_language_lower (text, n_bytes > MAX_BYTES
                                                          ? g_utf8_find_prev_char (text, text + MAX_BYTES) - text
                                                          : (gssize) n_bytes);
  g_auto (GStrv) languages = dramatis_extract_data_list ("languages");
  const char *best = DEFAULT_LANGUAGE;
  guint most = count_frequent (best, start);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      guint count = count_frequent (languages[i], start);

      if (count <= most)
        continue;
      most = count;
      best = languages[i];
    }

  return g_strdup (best);
}

/**
 * dramatis_language_choose:
 * @tag: (nullable): the BCP 47 tag of the language in which a text is written, if that is known
 * @text: valid UTF-8
 *
 * Chooses the language by whose rules a text is read. If nothing says what it is written in, it is the one whose
 * frequent words its beginning has the most of; English for what is written in a language without rules.
 *
 * Returns: (transfer full): the name of a folder in `data/languages`
 */
char *
dramatis_language_choose (const char *tag,
                          const char *text)
{
  g_autofree char *primary = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (tag == NULL)
    return detect (text);

  primary = g_ascii_strdown (tag, strcspn (tag, "-_"));
  path = g_strdup_printf ("languages/%s/times.json", primary);
  bytes = dramatis_extract_data_lookup (path);

  return g_strdup (bytes != NULL ? primary : DEFAULT_LANGUAGE);
}
