/* dramatis-time-words.c: a day, month or year as a person types it
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-time.h"

#include <string.h>

/* Shorter ones would be other words. */
#define SHORTEST_NAME 3

static const char * const months[] = {
  "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
  "december",
};

static const char * const weekdays[] = {
  "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
};

typedef struct
{
  int      numbers[3];
  guint    lengths[3]; /* their digits */
  guint    n_numbers;
  int      month;      /* the one that is named, from 1 */
  gboolean dots;
} Words;

static gboolean
abbreviates (const char *word,
             const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_str_has_prefix (folded, word);
}

/* Which of @n names a folded word is, or begins: in English or in the language of the person. */
static int
find_name (const char         *word,
           const char * const *names,
           guint               n,
           const char         *format)
{
  if (g_utf8_strlen (word, -1) < SHORTEST_NAME)
    return 0;

  for (guint i = 0; i < n; i++)
    {
      /* 2001 began on a Monday: its month i, and its day i, are the ones to name. */
      g_autoptr (GDateTime) date = g_date_time_new_utc (2001, n == 12 ? i + 1 : 1, n == 12 ? 1 : i + 1, 0, 0, 0);
      g_autofree char *name = g_date_time_format (date, format);

      if (abbreviates (word, names[i]) || abbreviates (word, name))
        return i + 1;
    }

  return 0;
}

static gboolean
take_word (Words      *words,
           const char *start,
           const char *end)
{
  g_autofree char *folded = g_utf8_casefold (start, end - start);
  int month = find_name (folded, months, G_N_ELEMENTS (months), "%B");

  if (month > 0 && words->month == 0)
    {
      words->month = month;
      return TRUE;
    }

  return find_name (folded, weekdays, G_N_ELEMENTS (weekdays), "%A") > 0;
}

/* Returns what follows the number, behind the ending of an ordinal: "15th". */
static const char *
take_number (Words      *words,
             const char *start)
{
  static const char * const endings[] = { "st", "nd", "rd", "th" };
  const char *end = start;
  int value = 0;

  while (g_ascii_isdigit (*end) && end - start < 5)
    value = value * 10 + g_ascii_digit_value (*end++);
  if (words->n_numbers == G_N_ELEMENTS (words->numbers) || g_ascii_isdigit (*end))
    return NULL;

  words->numbers[words->n_numbers] = value;
  words->lengths[words->n_numbers] = end - start;
  words->n_numbers++;

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (g_ascii_strncasecmp (end, endings[i], 2) == 0)
        return end + 2;
    }

  return end;
}

static gboolean
read_words (Words      *words,
            const char *text)
{
  while (*text != '\0')
    {
      gunichar character = g_utf8_get_char (text);

      if (g_ascii_isdigit (*text))
        {
          text = take_number (words, text);
          if (text == NULL)
            return FALSE;
        }
      else if (g_unichar_isalpha (character))
        {
          const char *start = text;

          while (g_unichar_isalpha (g_utf8_get_char (text)) || g_unichar_ismark (g_utf8_get_char (text)))
            text = g_utf8_next_char (text);
          if (!take_word (words, start, text))
            return FALSE;
        }
      else if (g_unichar_isspace (character) || strchr (",./-", *text) != NULL)
        {
          words->dots |= *text == '.';
          text = g_utf8_next_char (text);
        }
      else
        {
          return FALSE;
        }
    }

  return TRUE;
}

/* What the words mean as EDTF, if they mean but one thing: 3/4/2024 is a day in March or in April. */
static char *
words_to_edtf (const Words *words)
{
  const int *numbers = words->numbers;
  const guint *lengths = words->lengths;

  if (words->month > 0 && words->n_numbers == 1 && lengths[0] == 4)
    return g_strdup_printf ("%04d-%02d", numbers[0], words->month);
  if (words->month > 0 && words->n_numbers == 2 && lengths[0] <= 2 && lengths[1] == 4)
    return g_strdup_printf ("%04d-%02d-%02d", numbers[1], words->month, numbers[0]);
  if (words->month > 0 && words->n_numbers == 2 && lengths[0] == 4 && lengths[1] <= 2)
    return g_strdup_printf ("%04d-%02d-%02d", numbers[0], words->month, numbers[1]);
  if (words->month == 0 && words->n_numbers == 3 && lengths[0] == 4)
    return g_strdup_printf ("%04d-%02d-%02d", numbers[0], numbers[1], numbers[2]);
  if (words->month == 0 && words->n_numbers == 3 && words->dots && lengths[2] == 4)
    return g_strdup_printf ("%04d-%02d-%02d", numbers[2], numbers[1], numbers[0]);

  return NULL;
}

/**
 * dramatis_time_new_from_words:
 * @text: what a person typed
 * @error: return location for an error
 *
 * Makes a time of EDTF, or of a day or month as people write it: “15 October 2024”, “Oct. 2024”, “15.10.2024”.
 *
 * Months and weekdays can have their English names or those of the language of the person.
 *
 * Returns: (transfer full): a new time, or %NULL with an error of #DramatisTimeError
 */
DramatisTime *
dramatis_time_new_from_words (const char  *text,
                              GError     **error)
{
  g_autofree char *stripped = NULL;
  g_autofree char *edtf = NULL;
  DramatisTime *time;
  Words words = { 0 };

  g_return_val_if_fail (text != NULL, NULL);

  stripped = g_strstrip (g_strdup (text));
  time = dramatis_time_new (stripped, error);
  if (time != NULL || !read_words (&words, stripped))
    return time;

  edtf = words_to_edtf (&words);
  if (edtf == NULL)
    return NULL;

  g_clear_error (error);

  return dramatis_time_new (edtf, error);
}
