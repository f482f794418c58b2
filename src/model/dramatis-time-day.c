/* dramatis-time-day.c: a day or month as a person types it
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-time-private.h"

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

/* The numbers and names of a day or month. */
typedef struct
{
  int      numbers[3];
  guint    lengths[3]; /* their digits */
  guint    n_numbers;
  int      month;      /* the one that is named, from 1 */
  gboolean dots;
  gboolean ad;
  gboolean bc;
} Words;

static gboolean
take_word (Words      *words,
           const char *start,
           const char *end)
{
  g_autofree char *word = g_strndup (start, end - start);
  int month = find_name (word, months, G_N_ELEMENTS (months), "%B");

  if (month == 0)
    month = find_name (word, months, G_N_ELEMENTS (months), "%OB");
  if (month > 0 && words->month == 0)
    {
      words->month = month;
      return TRUE;
    }

  words->ad |= g_str_equal (word, "ad") || g_str_equal (word, "ce");
  words->bc |= g_str_equal (word, "bc") || g_str_equal (word, "bce");
  if (words->ad || words->bc)
    return TRUE;

  return find_name (word, weekdays, G_N_ELEMENTS (weekdays), "%A") > 0;
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
      if (g_str_has_prefix (end, endings[i]))
        return end + 2;
    }

  return end;
}

/* Whether a number can be nothing but a year. */
static gboolean
is_year (const Words *words,
         guint        i)
{
  return words->lengths[i] >= 3 || ((words->ad || words->bc) && i == words->n_numbers - 1);
}

static gboolean
take_words (Words      *words,
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
      else if (strchr (" ./-", *text) != NULL)
        {
          words->dots |= *text == '.';
          text++;
        }
      else
        {
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * dramatis_time_end_read_day:
 * @date: what is set to the day or month
 * @text: a folded text
 *
 * Reads a day or month if it means but one thing: 3/4/2024 is a day in March or in April.
 *
 * The year may be missing, which is %DRAMATIS_NO_YEAR, and of a day the month, which is 0.
 *
 * Returns: whether it is one
 */
gboolean
dramatis_time_end_read_day (DramatisTimeEnd *date,
                            const char      *text)
{
  Words words = { 0 };
  const int *numbers = words.numbers;
  const guint *lengths = words.lengths;
  int n_numbers;

  if (!take_words (&words, text))
    return FALSE;

  n_numbers = words.n_numbers;
  date->unit = words.month > 0 && (n_numbers == 0 || (n_numbers == 1 && is_year (&words, 0))) ? UNIT_MONTH
                                                                                           : UNIT_DAY;
  date->month = words.month;
  date->year = DRAMATIS_NO_YEAR;

  if (words.month == 0 && n_numbers == 3 && lengths[0] == 4)
    {
      date->year = numbers[0];
      date->month = numbers[1];
      date->day = numbers[2];
    }
  else if (words.month == 0 && n_numbers == 3 && words.dots && lengths[2] == 4)
    {
      date->year = numbers[2];
      date->month = numbers[1];
      date->day = numbers[0];
    }
  else if (n_numbers == 2 && lengths[0] <= 2 && is_year (&words, 1))
    {
      date->year = numbers[1];
      date->day = numbers[0];
    }
  else if (n_numbers == 2 && words.month > 0 && is_year (&words, 0) && lengths[1] <= 2)
    {
      date->year = numbers[0];
      date->day = numbers[1];
    }
  else if (n_numbers == 1 && date->unit == UNIT_MONTH)
    date->year = numbers[0];
  else if (n_numbers == 1 && lengths[0] <= 2)
    date->day = numbers[0];
  else if (n_numbers > 0 || words.month == 0)
    return FALSE;

  if ((words.ad || words.bc) && date->year == DRAMATIS_NO_YEAR)
    return FALSE;
  if (words.bc)
    date->year = 1 - date->year;

  return date->unit == UNIT_MONTH || date->day > 0;
}
