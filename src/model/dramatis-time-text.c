/* dramatis-time-text.c: a time in the words of a person
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-time-private.h"

#include <glib/gi18n-lib.h>

/* Below this year a bare number does not look like a year. */
#define FIRST_PLAIN_YEAR 100

/**
 * dramatis_year_to_text:
 * @year: an astronomical year: 0 is 1 BC
 *
 * Says a year in the words of the locale.
 *
 * Returns: (transfer full): such as "2014", "AD 79" or "431 BC"
 */
char *
dramatis_year_to_text (int year)
{
  if (year <= 0)
    /* Translators: a year before the common era: 431 BC */
    return g_strdup_printf (C_("date", "%d BC"), 1 - year);
  if (year < FIRST_PLAIN_YEAR)
    /* Translators: a year of the first century: AD 79 */
    return g_strdup_printf (C_("date", "AD %d"), year);

  return g_strdup_printf ("%d", year);
}

static char *
format_years (int first,
              int last)
{
  g_autofree char *first_text = NULL, *last_text = dramatis_year_to_text (last);

  if (last <= 0)
    /* Translators: years before the common era: 44–31 BC */
    return g_strdup_printf (C_("date", "%d–%d BC"), 1 - first, 1 - last);

  first_text = dramatis_year_to_text (first);
  /* Translators: from a year to a year: 2012–2015 */
  return g_strdup_printf (C_("date", "%s–%s"), first_text, last_text);
}

/**
 * dramatis_month_to_text:
 * @month: a month, from 1 on
 * @format: what [method@GLib.DateTime.format] takes: `%B` in a date, `%OB` alone, because some languages inflect; `%b`
 *   and `%Ob` where there is little room
 *
 * Says a month in the words of the locale.
 *
 * Returns: (transfer full): its name
 */
char *
dramatis_month_to_text (int         month,
                        const char *format)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (2001, month, 1, 0, 0, 0);

  return g_date_time_format (date, format);
}

static char *
format_day (const DramatisTimeEnd *end)
{
  g_autofree char *year = dramatis_year_to_text (end->year);
  g_autofree char *month = dramatis_month_to_text (end->month, "%B");

  /* Translators: day, month, year: 27 September 2024 */
  return g_strdup_printf (C_("date", "%d %s %s"), end->day, month, year);
}

static char *
format_season (const DramatisTimeEnd *end)
{
  g_autofree char *year = end->month == 4 ? format_years (end->year, end->year + 1) : dramatis_year_to_text (end->year);

  switch (end->month)
    {
    case 1:
      return g_strdup_printf (C_("date", "spring %s"), year);
    case 2:
      return g_strdup_printf (C_("date", "summer %s"), year);
    case 3:
      return g_strdup_printf (C_("date", "autumn %s"), year);
    default:
      /* Translators: followed by the years that the winter lies in: winter 2014–2015 */
      return g_strdup_printf (C_("date", "winter %s"), year);
    }
}

static char *
format_quarter (const DramatisTimeEnd *end)
{
  g_autofree char *year = dramatis_year_to_text (end->year);

  switch (end->month)
    {
    case 1:
      return g_strdup_printf (C_("date", "first quarter of %s"), year);
    case 2:
      return g_strdup_printf (C_("date", "second quarter of %s"), year);
    case 3:
      return g_strdup_printf (C_("date", "third quarter of %s"), year);
    default:
      return g_strdup_printf (C_("date", "fourth quarter of %s"), year);
    }
}

static char *
format_century (int first_year)
{
  gboolean bc = first_year < 0;
  int century = bc ? -first_year / 100 + 1 : first_year / 100 + 1;
  int unit = century / 10 % 10 == 1 ? 0 : century % 10;
  g_autofree char *text = NULL;

  /* Translators: the four endings are those of English ordinal numbers; where a language has one form
   * for all, all four are translated alike. */
  if (unit == 1)
    text = g_strdup_printf (C_("date", "%dst century"), century);
  else if (unit == 2)
    text = g_strdup_printf (C_("date", "%dnd century"), century);
  else if (unit == 3)
    text = g_strdup_printf (C_("date", "%drd century"), century);
  else
    text = g_strdup_printf (C_("date", "%dth century"), century);

  /* Translators: 5th century BC */
  return bc ? g_strdup_printf (C_("date", "%s BC"), text) : g_steal_pointer (&text);
}

static char *
format_unit (const DramatisTimeEnd *end)
{
  g_autofree char *year = dramatis_year_to_text (end->year);
  g_autofree char *month = NULL;

  switch (end->unit)
    {
    case UNIT_DAY:
      return format_day (end);

    case UNIT_MONTH:
      month = dramatis_month_to_text (end->month, "%OB");
      /* Translators: month, year: September 2024 */
      return g_strdup_printf (C_("date", "%s %s"), month, year);

    case UNIT_SEASON:
      return format_season (end);

    case UNIT_QUARTER:
      return format_quarter (end);

    case UNIT_HALF:
      return end->month == 1 ? g_strdup_printf (C_("date", "first half of %s"), year)
                             : g_strdup_printf (C_("date", "second half of %s"), year);

    case UNIT_YEAR:
      return g_steal_pointer (&year);

    case UNIT_DECADE:
      if (end->year < FIRST_PLAIN_YEAR)
        return format_years (end->year, end->year + 9);
      /* Translators: a decade: 1960s */
      return g_strdup_printf (C_("date", "%ds"), end->year);

    case UNIT_CENTURY:
      return format_century (end->year);

    case UNIT_SOME_DAY:
      month = dramatis_month_to_text (end->month, "%B");
      /* Translators: a day that is not known, month, year */
      return g_strdup_printf (C_("date", "a day in %s %s"), month, year);

    case UNIT_SOME_MONTH:
      return g_strdup_printf (C_("date", "a month in %s"), year);

    case UNIT_SOME_YEAR_DAY:
      return g_strdup_printf (C_("date", "a day in %s"), year);

    default:
      g_assert_not_reached ();
    }
}

/* Takes @text. */
static char *
qualify (char     *text,
         gboolean  approximate,
         gboolean  uncertain)
{
  g_autofree char *plain = text;
  g_autofree char *about = NULL;

  if (approximate)
    /* Translators: an approximate date: about 2014 */
    about = g_strdup_printf (C_("date", "about %s"), plain);
  else
    about = g_steal_pointer (&plain);

  /* Translators: an uncertain date: 2014? */
  return uncertain ? g_strdup_printf (C_("date", "%s?"), about) : g_steal_pointer (&about);
}

static char *
format_end (const DramatisTimeEnd *end)
{
  return qualify (format_unit (end), end->approximate, end->uncertain);
}

/* What two ends have in common is said once, if they are of one kind; otherwise NULL. */
static char *
format_common (const DramatisTimeEnd *start,
               const DramatisTimeEnd *end)
{
  g_autofree char *year = dramatis_year_to_text (start->year);
  g_autofree char *first = NULL, *last = NULL;

  if (start->unit != end->unit
      || start->approximate != end->approximate
      || start->uncertain != end->uncertain)
    return NULL;

  if (start->unit == UNIT_YEAR)
    return format_years (start->year, end->year);

  if (start->year != end->year)
    return NULL;

  if (start->unit == UNIT_MONTH)
    {
      first = dramatis_month_to_text (start->month, "%OB");
      last = dramatis_month_to_text (end->month, "%OB");
      /* Translators: month, month, year: September–October 2024 */
      return g_strdup_printf (C_("date", "%s–%s %s"), first, last, year);
    }

  if (start->unit != UNIT_DAY)
    return NULL;

  first = dramatis_month_to_text (start->month, "%B");
  last = dramatis_month_to_text (end->month, "%B");

  if (start->month == end->month)
    /* Translators: day, day, month, year: 6–11 October 2024 */
    return g_strdup_printf (C_("date", "%d–%d %s %s"), start->day, end->day, first, year);

  /* Translators: day, month, day, month, year: 28 September – 3 October 2024 */
  return g_strdup_printf (C_("date", "%d %s – %d %s %s"), start->day, first, end->day, last, year);
}

/**
 * dramatis_time_to_text:
 * @self: a time
 *
 * Says the time in the language of the person: “6–11 October 2024”, “about 2014”, “since 2009”.
 *
 * Returns: (transfer full): a few words, without a capital or a full stop of its own
 */
char *
dramatis_time_to_text (const DramatisTime *self)
{
  const DramatisTimeEnd *start = &self->start, *end = &self->end;
  g_autofree char *start_text = NULL, *end_text = NULL, *common = NULL;

  if (!self->interval)
    return format_end (start);

  if (start->kind == END_DATE)
    start_text = format_end (start);
  if (end->kind == END_DATE)
    end_text = format_end (end);

  if (start->kind == END_OPEN)
    return g_strdup_printf (C_("date", "until %s"), end_text);
  if (end->kind == END_OPEN)
    return g_strdup_printf (C_("date", "since %s"), start_text);
  if (start->kind == END_UNKNOWN)
    /* Translators: a time with an unknown start: ?–1977 */
    return g_strdup_printf (C_("date", "?–%s"), end_text);
  if (end->kind == END_UNKNOWN)
    /* Translators: a time with an unknown end: 1955–? */
    return g_strdup_printf (C_("date", "%s–?"), start_text);

  if (g_str_equal (start_text, end_text))
    return g_steal_pointer (&start_text);

  common = format_common (start, end);
  if (common != NULL)
    return qualify (g_steal_pointer (&common), start->approximate, start->uncertain);

  /* Translators: from a date to a date: September 2012 – 3 May 2015 */
  return g_strdup_printf (C_("date", "%s – %s"), start_text, end_text);
}

/**
 * dramatis_time_end_append_edtf:
 * @date: a date
 * @edtf: (inout): what it is appended to
 *
 * Writes a date as EDTF.
 */
void
dramatis_time_end_append_edtf (const DramatisTimeEnd *date,
                               GString               *edtf)
{
  /* Before Christ the digits count backwards. */
  int n_years = date->unit == UNIT_DECADE ? 10 : date->unit == UNIT_CENTURY ? 100 : 1;
  int year = ABS (date->year < 0 ? date->year + n_years - 1 : date->year);

  if (date->year < 0)
    g_string_append_c (edtf, '-');

  switch (date->unit)
    {
    case UNIT_DAY:
      g_string_append_printf (edtf, "%04d-%02d-%02d", year, date->month, date->day);
      break;
    case UNIT_MONTH:
      g_string_append_printf (edtf, "%04d-%02d", year, date->month);
      break;
    case UNIT_SEASON:
      g_string_append_printf (edtf, "%04d-%d", year, 20 + date->month);
      break;
    case UNIT_QUARTER:
      g_string_append_printf (edtf, "%04d-%d", year, 32 + date->month);
      break;
    case UNIT_HALF:
      g_string_append_printf (edtf, "%04d-%d", year, 39 + date->month);
      break;
    case UNIT_YEAR:
      g_string_append_printf (edtf, "%04d", year);
      break;
    case UNIT_DECADE:
      g_string_append_printf (edtf, "%03dX", year / 10);
      break;
    case UNIT_CENTURY:
      g_string_append_printf (edtf, "%02dXX", year / 100);
      break;
    case UNIT_SOME_DAY:
      g_string_append_printf (edtf, "%04d-%02d-XX", year, date->month);
      break;
    case UNIT_SOME_MONTH:
      g_string_append_printf (edtf, "%04d-XX", year);
      break;
    case UNIT_SOME_YEAR_DAY:
      g_string_append_printf (edtf, "%04d-XX-XX", year);
      break;
    default:
      g_assert_not_reached ();
    }

  if (date->approximate || date->uncertain)
    g_string_append_c (edtf, !date->uncertain ? '~' : !date->approximate ? '?' : '%');
}
