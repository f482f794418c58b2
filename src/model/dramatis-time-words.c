/* dramatis-time-words.c: a time as a person types it
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-time-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Longer texts than so many bytes are no times. */
#define LONGEST_TEXT 100

/* A phrase has one or two holes for other phrases, down to dates. */
typedef enum
{
  PHRASE_YEAR_BC,       /* a number in the hole */
  PHRASE_YEAR_AD,
  PHRASE_DECADE,
  PHRASE_CENTURY,
  PHRASE_CENTURY_BC,    /* a century in the hole */
  PHRASE_GROUP,         /* a year in the hole */
  PHRASE_SOME_DAY,      /* a month or a year in the hole */
  PHRASE_SOME_MONTH,
  PHRASE_APPROXIMATE,   /* a date in the hole */
  PHRASE_UNCERTAIN,
  PHRASE_SINCE,
  PHRASE_UNTIL,
  PHRASE_AFTER,
  PHRASE_BEFORE,
  PHRASE_START_UNKNOWN,
  PHRASE_END_UNKNOWN,
  PHRASE_RANGE,         /* two dates, which may leave out what they have in common */
} PhraseKind;

typedef struct
{
  PhraseKind  kind;
  const char *format;
  Unit        unit;     /* of a group: what it is, and which one */
  int         number;
} Phrase;

/* What is marked for translation is what dramatis_time_to_text() says: the program understands its own words, in
 * English and in the language of the person. */
static const Phrase phrases[] = {
  { PHRASE_YEAR_BC, NC_("date", "%d BC") },
  { PHRASE_YEAR_BC, "%d BCE" },
  { PHRASE_YEAR_AD, NC_("date", "AD %d") },
  { PHRASE_YEAR_AD, "%d AD" },
  { PHRASE_YEAR_AD, "%d CE" },
  { PHRASE_DECADE, NC_("date", "%ds") },
  { PHRASE_CENTURY, NC_("date", "%dst century") },
  { PHRASE_CENTURY, NC_("date", "%dnd century") },
  { PHRASE_CENTURY, NC_("date", "%drd century") },
  { PHRASE_CENTURY, NC_("date", "%dth century") },
  { PHRASE_CENTURY_BC, NC_("date", "%s BC") },
  { PHRASE_GROUP, NC_("date", "spring %s"), UNIT_SEASON, 1 },
  { PHRASE_GROUP, NC_("date", "summer %s"), UNIT_SEASON, 2 },
  { PHRASE_GROUP, NC_("date", "autumn %s"), UNIT_SEASON, 3 },
  { PHRASE_GROUP, "fall %s", UNIT_SEASON, 3 },
  { PHRASE_GROUP, NC_("date", "winter %s"), UNIT_SEASON, 4 },
  { PHRASE_GROUP, NC_("date", "first quarter of %s"), UNIT_QUARTER, 1 },
  { PHRASE_GROUP, NC_("date", "second quarter of %s"), UNIT_QUARTER, 2 },
  { PHRASE_GROUP, NC_("date", "third quarter of %s"), UNIT_QUARTER, 3 },
  { PHRASE_GROUP, NC_("date", "fourth quarter of %s"), UNIT_QUARTER, 4 },
  { PHRASE_GROUP, "Q1 %s", UNIT_QUARTER, 1 },
  { PHRASE_GROUP, "Q2 %s", UNIT_QUARTER, 2 },
  { PHRASE_GROUP, "Q3 %s", UNIT_QUARTER, 3 },
  { PHRASE_GROUP, "Q4 %s", UNIT_QUARTER, 4 },
  { PHRASE_GROUP, NC_("date", "first half of %s"), UNIT_HALF, 1 },
  { PHRASE_GROUP, NC_("date", "second half of %s"), UNIT_HALF, 2 },
  { PHRASE_SOME_DAY, NC_("date", "a day in %s %s") },
  { PHRASE_SOME_DAY, NC_("date", "a day in %s") },
  { PHRASE_SOME_MONTH, NC_("date", "a month in %s") },
  { PHRASE_APPROXIMATE, NC_("date", "about %s") },
  { PHRASE_APPROXIMATE, "around %s" },
  { PHRASE_APPROXIMATE, "circa %s" },
  { PHRASE_APPROXIMATE, "ca. %s" },
  { PHRASE_APPROXIMATE, "c. %s" },
  { PHRASE_UNCERTAIN, NC_("date", "%s?") },
  { PHRASE_UNCERTAIN, "perhaps %s" },
  { PHRASE_UNCERTAIN, "possibly %s" },
  { PHRASE_UNCERTAIN, "probably %s" },
  { PHRASE_START_UNKNOWN, NC_("date", "?–%s") },
  { PHRASE_END_UNKNOWN, NC_("date", "%s–?") },
  { PHRASE_SINCE, NC_("date", "since %s") },
  { PHRASE_SINCE, "from %s" },
  { PHRASE_SINCE, "from %s on" },
  { PHRASE_UNTIL, NC_("date", "until %s") },
  { PHRASE_UNTIL, "till %s" },
  { PHRASE_UNTIL, "up to %s" },
  { PHRASE_AFTER, "after %s" },
  { PHRASE_BEFORE, "before %s" },
  { PHRASE_RANGE, NC_("date", "%s–%s") },
  { PHRASE_RANGE, "%s-%s" },
  { PHRASE_RANGE, "%s/%s" },
  { PHRASE_RANGE, NC_("date", "%s – %s") },
  { PHRASE_RANGE, "%s - %s" },
  { PHRASE_RANGE, "%s to %s" },
  { PHRASE_RANGE, "%s until %s" },
  { PHRASE_RANGE, "%s through %s" },
  { PHRASE_RANGE, "from %s to %s" },
  { PHRASE_RANGE, "from %s until %s" },
  { PHRASE_RANGE, "between %s and %s" },
};

/* Small letters, one blank between words, one kind of dash, and no words that say nothing. */
static char *
simplify (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autoptr (GString) string = g_string_new (folded);
  g_autoptr (GString) simple = g_string_new (NULL);
  g_auto (GStrv) words = NULL;

  for (guint i = 0; i < 4; i++)
    g_string_replace (string, ((const char *[]) { "—", "‒", "‐", "−" })[i], "–", 0);
  g_string_replace (string, "\302\240", " ", 0);

  words = g_strsplit_set (string->str, " ,\t\n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0' || g_str_equal (words[i], "the") || g_str_equal (words[i], "of"))
        continue;
      if (simple->len > 0)
        g_string_append_c (simple, ' ');
      g_string_append (simple, words[i]);
    }

  return g_string_free (g_steal_pointer (&simple), FALSE);
}

/* Tells what is in the holes; of two, @first ends at the @nth place where it can end. */
static gboolean
match_format (const char  *text,
              const char  *format,
              guint        nth,
              char       **first,
              char       **second)
{
  g_autofree char *simple = simplify (format);
  const char *hole = strchr (simple, '%');
  const char *other = strchr (hole + 1, '%');
  const char *end = text + strlen (text);
  const char *rest = (other != NULL ? other : hole) + 2;
  g_autofree char *between = NULL;
  const char *p;

  *first = *second = NULL;
  if (strncmp (text, simple, hole - simple) != 0 || !g_str_has_suffix (text, rest))
    return FALSE;

  text += hole - simple;
  end -= strlen (rest);
  if (end <= text)
    return FALSE;

  if (other == NULL)
    {
      *first = g_strndup (text, end - text);
      return nth == 0;
    }

  between = g_strndup (hole + 2, other - hole - 2);
  p = text;
  for (guint i = 0; i <= nth; i++)
    {
      p = strstr (p + 1, between);
      if (p == NULL || p + strlen (between) >= end)
        return FALSE;
    }
  *first = g_strndup (text, p - text);
  p += strlen (between);
  *second = g_strndup (p, end - p);

  return TRUE;
}

static gboolean
match_phrase (const char    *text,
              const Phrase  *phrase,
              guint          nth,
              char         **first,
              char         **second)
{
  const char *translated = g_dpgettext2 (GETTEXT_PACKAGE, "date", phrase->format);

  if (match_format (text, phrase->format, nth, first, second))
    return TRUE;

  g_clear_pointer (first, g_free);
  g_clear_pointer (second, g_free);

  return translated != phrase->format && match_format (text, translated, nth, first, second);
}

/* Reads all of a text as a number of @shortest to five digits: 10000 BC is the year -9999. */
static gboolean
read_number (const char *text,
             guint       shortest,
             int        *number)
{
  guint length = strlen (text);

  if (length < shortest || length > 5 || strspn (text, "0123456789") != length)
    return FALSE;

  *number = atoi (text);
  return TRUE;
}

static gboolean
read_edtf_date (const char      *text,
                DramatisTimeEnd *date)
{
  /* An X has been made small. */
  g_autofree char *edtf = g_ascii_strup (text, -1);
  g_autoptr (DramatisTime) time = dramatis_time_new (edtf, NULL);

  if (time == NULL || time->interval)
    return FALSE;

  *date = time->start;
  return TRUE;
}

static gboolean read_date (const char      *text,
                           DramatisTimeEnd *date);

static gboolean read_years (const char      *text,
                            const char      *format,
                            DramatisTimeEnd *first,
                            DramatisTimeEnd *last);

/* The year of a season, quarter or half. Winter lies in two years. */
static gboolean
read_group_year (const char      *text,
                 gboolean         winter,
                 DramatisTimeEnd *date)
{
  static const char * const formats[] = { "%s–%s", "%s/%s", "%s-%s" };

  for (guint i = 0; winter && i < G_N_ELEMENTS (formats); i++)
    {
      DramatisTimeEnd first = *date, last = *date;

      if (read_years (text, formats[i], &first, &last) && last.year == first.year + 1)
        {
          *date = first;
          return TRUE;
        }
    }

  return read_date (text, date) && date->unit == UNIT_YEAR;
}

/* Sets @date to what a phrase makes of what is in its hole. */
static gboolean
read_phrase (const Phrase    *phrase,
             const char      *text,
             DramatisTimeEnd *date)
{
  int number;

  switch (phrase->kind)
    {
    case PHRASE_YEAR_BC:
    case PHRASE_YEAR_AD:
      if (!read_number (text, 1, &number) || number == 0)
        return FALSE;
      date->unit = UNIT_YEAR;
      date->year = phrase->kind == PHRASE_YEAR_BC ? 1 - number : number;
      return TRUE;

    case PHRASE_DECADE:
      date->unit = UNIT_DECADE;
      return read_number (text, 3, &date->year) && date->year % 10 == 0;

    case PHRASE_CENTURY:
      if (!read_number (text, 1, &number) || number == 0)
        return FALSE;
      date->unit = UNIT_CENTURY;
      date->year = 100 * (number - 1);
      return TRUE;

    case PHRASE_CENTURY_BC:
      if (!read_date (text, date) || date->unit != UNIT_CENTURY || date->year < 0)
        return FALSE;
      date->year = -date->year - 99;
      return TRUE;

    case PHRASE_GROUP:
      if (!read_group_year (text, phrase->unit == UNIT_SEASON && phrase->number == 4, date))
        return FALSE;
      date->unit = phrase->unit;
      date->month = phrase->number;
      return TRUE;

    case PHRASE_SOME_DAY:
      if (!read_date (text, date) || date->year == DRAMATIS_NO_YEAR || (date->unit != UNIT_MONTH && date->unit != UNIT_YEAR))
        return FALSE;
      date->unit = date->unit == UNIT_MONTH ? UNIT_SOME_DAY : UNIT_SOME_YEAR_DAY;
      return TRUE;

    case PHRASE_SOME_MONTH:
      if (!read_date (text, date) || date->unit != UNIT_YEAR)
        return FALSE;
      date->unit = UNIT_SOME_MONTH;
      return TRUE;

    case PHRASE_APPROXIMATE:
      date->approximate = TRUE;
      return read_date (text, date);

    case PHRASE_UNCERTAIN:
      date->uncertain = TRUE;
      return read_date (text, date);

    case PHRASE_SINCE:
    case PHRASE_UNTIL:
    case PHRASE_AFTER:
    case PHRASE_BEFORE:
    case PHRASE_START_UNKNOWN:
    case PHRASE_END_UNKNOWN:
    case PHRASE_RANGE:
    default:
      return FALSE;
    }
}

static gboolean
is_complete (const DramatisTimeEnd *date)
{
  return date->year != DRAMATIS_NO_YEAR && (date->unit != UNIT_DAY || date->month > 0);
}

static gboolean
is_number (const DramatisTimeEnd *date)
{
  return date->unit == UNIT_DAY && date->year == DRAMATIS_NO_YEAR && date->month == 0;
}

/* What the ends of a range have in common may be said of one of them: 6–11 October 2024, 2014/15, 44–31 BC.
 * So may be that they are about right, or doubtful, if they are written as one: about 2012–2015. */
static gboolean
share (DramatisTimeEnd *a,
       DramatisTimeEnd *b,
       gboolean         as_one)
{
  gboolean shared = as_one || !is_complete (a) || !is_complete (b);

  if (is_number (b) && a->unit == UNIT_YEAR && a->year > 0 && b->day > a->year % 100)
    {
      b->unit = UNIT_YEAR;
      b->year = a->year - a->year % 100 + b->day;
    }
  if (is_number (a) && b->unit == UNIT_YEAR && b->year <= 0)
    {
      a->unit = UNIT_YEAR;
      a->year = 1 - a->day;
    }
  if (a->unit == UNIT_YEAR && a->year > 0 && b->unit == UNIT_YEAR && b->year <= 0)
    a->year = 1 - a->year;

  if (a->unit == UNIT_DAY && a->month == 0 && b->unit == UNIT_DAY)
    a->month = b->month;
  if (b->unit == UNIT_DAY && b->month == 0 && a->unit == UNIT_DAY)
    b->month = a->month;
  if (a->year == DRAMATIS_NO_YEAR && b->year != DRAMATIS_NO_YEAR)
    a->year = b->year - (a->month > b->month ? 1 : 0);
  if (b->year == DRAMATIS_NO_YEAR)
    b->year = a->year;

  if (shared)
    {
      a->approximate = b->approximate = a->approximate || b->approximate;
      a->uncertain = b->uncertain = a->uncertain || b->uncertain;
    }

  return is_complete (a) && is_complete (b);
}

static gboolean
read_years (const char      *text,
            const char      *format,
            DramatisTimeEnd *first,
            DramatisTimeEnd *last)
{
  g_autofree char *first_text = NULL, *last_text = NULL;

  return match_format (text, format, 0, &first_text, &last_text)
         && read_date (first_text, first) && read_date (last_text, last) && share (first, last, TRUE)
         && first->unit == UNIT_YEAR && last->unit == UNIT_YEAR;
}

/* A decade before the year 100 is said by its first and last year: 130–121 BC, AD 10–AD 19. */
static gboolean
read_early_decade (const char      *text,
                   DramatisTimeEnd *date)
{
  DramatisTimeEnd first = *date, last = *date;

  if (!read_years (text, "%s–%s", &first, &last)
      || first.year >= 100 || last.year != first.year + 9
      || (first.year < 0 ? last.year : first.year) % 10 != 0)
    return FALSE;

  *date = first;
  date->unit = UNIT_DECADE;

  return TRUE;
}

/* Reads one date, of which in a range something may be missing. What is already said of it stays. */
static gboolean
read_date (const char      *text,
           DramatisTimeEnd *date)
{
  const DramatisTimeEnd said = *date;

  for (guint i = 0; i < G_N_ELEMENTS (phrases) && phrases[i].kind <= PHRASE_UNCERTAIN; i++)
    {
      g_autofree char *first = NULL, *second = NULL, *joined = NULL;

      *date = said;
      if (!match_phrase (text, &phrases[i], 0, &first, &second))
        continue;
      joined = second != NULL ? g_strdup_printf ("%s %s", first, second) : NULL;
      if (read_phrase (&phrases[i], joined != NULL ? joined : first, date))
        return TRUE;
    }

  *date = said;
  if (read_edtf_date (text, date))
    {
      date->approximate |= said.approximate;
      date->uncertain |= said.uncertain;
      return TRUE;
    }

  *date = said;
  if (read_early_decade (text, date))
    return TRUE;

  *date = said;
  date->unit = UNIT_YEAR;

  return read_number (text, 3, &date->year) || dramatis_time_end_read_day (date, text);
}

/* All of time before or after a date. */
static char *
dup_edtf_beside (const char *edtf,
                 gboolean    after)
{
  g_autoptr (DramatisTime) time = dramatis_time_new (edtf, NULL);
  g_autoptr (DramatisTime) beside = NULL;
  DramatisSpan span = { DRAMATIS_DAY_MIN, DRAMATIS_DAY_MAX };

  if (time == NULL)
    return g_strdup (edtf);

  if (after)
    span.start = time->span.end;
  else
    span.end = time->span.start;
  beside = dramatis_time_new_for_span (&span);

  return g_strdup (beside->edtf);
}

static char *
read_range (const char   *text,
            const Phrase *phrase)
{
  gboolean as_one = strchr (phrase->format, ' ') == NULL;

  for (guint nth = 0;; nth++)
    {
      g_autofree char *first = NULL, *second = NULL;
      g_autoptr (GString) edtf = NULL;
      DramatisTimeEnd a = { 0 }, b = { 0 };

      if (!match_phrase (text, phrase, nth, &first, &second))
        return NULL;
      if (g_str_has_suffix (first, " ") || g_str_has_prefix (second, " ")
          || !read_date (first, &a) || !read_date (second, &b) || !share (&a, &b, as_one))
        continue;

      edtf = g_string_new (NULL);
      dramatis_time_end_append_edtf (&a, edtf);
      g_string_append_c (edtf, '/');
      dramatis_time_end_append_edtf (&b, edtf);
      return g_string_free (g_steal_pointer (&edtf), FALSE);
    }
}

static char *
read_half (const char   *text,
           const Phrase *phrase)
{
  g_autofree char *first = NULL, *second = NULL;
  g_autoptr (GString) edtf = NULL;
  DramatisTimeEnd date = { 0 };

  if (!match_phrase (text, phrase, 0, &first, &second) || !read_date (first, &date) || !is_complete (&date))
    return NULL;

  edtf = g_string_new (NULL);
  dramatis_time_end_append_edtf (&date, edtf);
  if (phrase->kind == PHRASE_SINCE)
    g_string_append (edtf, "/..");
  else if (phrase->kind == PHRASE_UNTIL)
    g_string_prepend (edtf, "../");
  else if (phrase->kind == PHRASE_END_UNKNOWN)
    g_string_append (edtf, "/");
  else if (phrase->kind == PHRASE_START_UNKNOWN)
    g_string_prepend (edtf, "/");
  else
    return dup_edtf_beside (edtf->str, phrase->kind == PHRASE_AFTER);

  return g_string_free (g_steal_pointer (&edtf), FALSE);
}

/* What the words mean as EDTF, which need not be valid: there is no 31 April. */
static char *
words_to_edtf (const char *text)
{
  g_autofree char *simple = simplify (text);
  DramatisTimeEnd date = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      char *edtf = NULL;

      if (phrases[i].kind > PHRASE_UNCERTAIN && phrases[i].kind != PHRASE_RANGE)
        edtf = read_half (simple, &phrases[i]);
      if (edtf != NULL)
        return edtf;
    }

  if (read_date (simple, &date) && is_complete (&date))
    {
      g_autoptr (GString) edtf = g_string_new (NULL);

      dramatis_time_end_append_edtf (&date, edtf);
      return g_string_free (g_steal_pointer (&edtf), FALSE);
    }

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      char *edtf = phrases[i].kind == PHRASE_RANGE ? read_range (simple, &phrases[i]) : NULL;

      if (edtf != NULL)
        return edtf;
    }

  return NULL;
}

/**
 * dramatis_time_new_from_words:
 * @text: what a person typed
 * @error: return location for an error
 *
 * Makes a time of EDTF or of words: “15 October 2024”, “Oct. 2024”, “15.10.2024”, “autumn 2014”, “1960s”,
 * “5th century BC”, “about 1950”, “5 May to 11 May 2020”, “since 2015”, “before 1977”, “44–31 BC”.
 *
 * The words that dramatis_time_to_text() uses are understood in English and in the language of the person, some
 * others in English alone.
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

  g_return_val_if_fail (text != NULL, NULL);

  stripped = g_strstrip (g_strdup (text));
  time = dramatis_time_new (stripped, error);
  if (time != NULL)
    return time;

  if (strlen (stripped) <= LONGEST_TEXT && g_utf8_validate (stripped, -1, NULL))
    edtf = words_to_edtf (stripped);
  if (edtf == NULL)
    return NULL;

  g_clear_error (error);

  return dramatis_time_new_as_written (edtf, stripped, error);
}
