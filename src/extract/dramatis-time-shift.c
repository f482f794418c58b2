/* dramatis-time-shift.c: the day, week or year that lies some way from another
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-time-shift.h"

#include <stdlib.h>

/**
 * dramatis_time_new_printf:
 * @approximate: whether it is only about then
 * @format: EDTF, as for printf()
 * @...: the values of @format
 *
 * Makes a time of its parts.
 *
 * Returns: (transfer full) (nullable): the time, or %NULL if there is none: "June 31st"
 */
DramatisTime *
dramatis_time_new_printf (gboolean    approximate,
                          const char *format,
                          ...)
{
  g_autofree char *edtf = NULL;
  va_list arguments;

  va_start (arguments, format);
  edtf = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  if (approximate)
    {
      g_autofree char *about = g_strconcat (edtf, "~", NULL);
      DramatisTime *time = dramatis_time_new (about, NULL);

      if (time != NULL)
        return time;
    }

  return dramatis_time_new (edtf, NULL);
}

static DramatisTime *
new_days (int start,
          int n_days)
{
  DramatisSpan span = { start, start + n_days };

  return dramatis_time_new_for_span (&span);
}

/**
 * dramatis_time_shift:
 * @day: a day
 * @unit: a unit, as in times.json
 * @offset: how many of them, before if negative
 * @past: whether what is told lies in the past; only weekends ask for it
 * @approximate: whether it is only about then
 *
 * Finds the unit that is some units away from the one with a day in it.
 *
 * Returns: (transfer full) (nullable): the unit, or %NULL if it is too far away
 */
DramatisTime *
dramatis_time_shift (int      day,
                     int      unit,
                     int      offset,
                     gboolean past,
                     gboolean approximate)
{
  int year;
  int month;

  dramatis_day_get_ymd (day, &year, &month, NULL);
  if (abs (offset) > 9000)
    return NULL;

  switch (unit)
    {
    case DRAMATIS_TIME_UNIT_DAY:
      return new_days (day + offset, 1);

    case DRAMATIS_TIME_UNIT_WEEK:
      return new_days (day - dramatis_day_weekday (day) + 1 + 7 * offset, 7);

    case DRAMATIS_TIME_UNIT_WEEKEND:
      /* a weekend that has begun is this one; before that, what was comes before what will be */
      if (offset == 0 && past && dramatis_day_weekday (day) < 6)
        day -= 7;
      return new_days (day - dramatis_day_weekday (day) + 6 + 7 * offset, 2);

    case DRAMATIS_TIME_UNIT_MONTH:
      month = year * 12 + month - 1 + offset;
      return dramatis_time_new_printf (approximate, "%04d-%02d", month / 12, month % 12 + 1);

    case DRAMATIS_TIME_UNIT_QUARTER:
      month = year * 4 + (month - 1) / 3 + offset;
      return dramatis_time_new_printf (approximate, "%04d-%02d", month / 4, month % 4 + 33);

    case DRAMATIS_TIME_UNIT_YEAR:
      year += offset;
      return year < 0 ? dramatis_time_new_printf (approximate, "-%04d", -year)
                      : dramatis_time_new_printf (approximate, "%04d", year);

    case DRAMATIS_TIME_UNIT_DECADE:
      return dramatis_time_new_printf (approximate, "%03dX", year / 10 + offset);

    case DRAMATIS_TIME_UNIT_CENTURY:
      return dramatis_time_new_printf (approximate, "%02dXX", year / 100 + offset);

    default:
      return NULL;
    }
}
