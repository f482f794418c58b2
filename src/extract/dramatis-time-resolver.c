/* dramatis-time-resolver.c: which days an expression of time means
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-time-resolver.h"

#include "dramatis-resolution.h"
#include "dramatis-time-shift.h"

/* Halves of a year have numbers of their own in EDTF, and so have quarters. */
#define EDTF_QUARTER 33
#define EDTF_HALF    40

/* "the last Monday in May", "the last quarter" */
#define LAST_ORDINAL 99

#define new_edtf(self, ...) dramatis_time_new_printf ((self)->context->approximate, __VA_ARGS__)

/* EDTF wants four digits behind it. */
static const char *
get_sign (int year)
{
  return year < 0 ? "-" : "";
}

static DramatisTime *
new_year (const DramatisResolution *self,
          int                       year)
{
  return new_edtf (self, "%s%04d", get_sign (year), ABS (year));
}

static DramatisTime *
resolve_date (DramatisResolution *self,
              int                 argument)
{
  int year;
  int month;
  int day;

  if (!dramatis_resolution_get_either (self, "MONTH", "FULLMONTH", &month)
      && !dramatis_resolution_get (self, "MM", &month))
    return NULL;
  if (!dramatis_resolution_get_either (self, "DAY", "THDAY", &day) && !dramatis_resolution_get (self, "ORDINAL", &day))
    day = 0;

  if (dramatis_resolution_has_year (self)
      ? !dramatis_resolution_get_year (self, &year) : !dramatis_resolution_find_year (self, month, day, &year))
    return NULL;

  return day != 0 ? new_edtf (self, "%s%04d-%02d-%02d", get_sign (year), ABS (year), month, day)
                  : new_edtf (self, "%s%04d-%02d", get_sign (year), ABS (year), month);
}

/* "the fourth Thursday in November" */
static DramatisTime *
resolve_nth_weekday (DramatisResolution *self,
                     int                 argument)
{
  int month;
  int weekday;
  int ordinal;
  int year;
  int length;
  int day;

  if (!dramatis_resolution_get (self, "MONTH", &month) || !dramatis_resolution_get (self, "WEEKDAY", &weekday)
      || !dramatis_resolution_get (self, "ORDINAL", &ordinal))
    return NULL;

  /* which year is meant depends on the day little enough to take the one in the middle of those that it can be */
  if (dramatis_resolution_has_year (self)
      ? !dramatis_resolution_get_year (self, &year)
      : !dramatis_resolution_find_year (self, month, MIN (ordinal, 4) * 7 - 3, &year))
    return NULL;

  length = dramatis_month_length (year, month);
  day = 1 + (weekday - dramatis_day_weekday (dramatis_day_new (year, month, 1)) + 7) % 7;
  day += 7 * (ordinal == LAST_ORDINAL ? (length - day) / 7 : ordinal - 1);

  return day <= length ? new_edtf (self, "%04d-%02d-%02d", year, month, day) : NULL;
}

static DramatisTime *
resolve_range (DramatisResolution *self,
               int                 argument)
{
  int year;
  int month;
  int last_month;
  int first;
  int last;

  if (!dramatis_resolution_get (self, "MONTH", &month))
    return NULL;
  if (!dramatis_time_match_get_slot (self->match, "MONTH", 1, &last_month))
    last_month = month;
  if (!dramatis_resolution_get (self, "DAY", &first) || !dramatis_time_match_get_slot (self->match, "DAY", 1, &last))
    first = last = 0;
  if (dramatis_resolution_has_year (self)
      ? !dramatis_resolution_get_year (self, &year) : !dramatis_resolution_find_year (self, month, first, &year))
    return NULL;

  if (first == 0)
    return dramatis_time_new_for_days (dramatis_day_new (year, month, 1),
                                       dramatis_day_new (year, last_month, dramatis_month_length (year, last_month)) + 1);

  return new_edtf (self, "%04d-%02d-%02d/%04d-%02d-%02d", year, month, first, year, last_month, last);
}

static DramatisTime *
resolve_season (DramatisResolution *self,
                int                 argument)
{
  int season;
  int year;
  int other;

  if (!dramatis_resolution_get (self, "SEASON", &season) || !dramatis_resolution_get_year (self, &year))
    return NULL;

  if (dramatis_time_match_get_slot (self->match, "YEAR", 1, &other)
      || dramatis_time_match_get_slot (self->match, "OLDYEAR", 1, &other)
      || (dramatis_resolution_get (self, "YEAR", NULL) && dramatis_resolution_get (self, "YY", &other)))
    {
      if (other < 100)
        other += year - year % 100;
      if (other < year)
        other += 100;
      if (season != DRAMATIS_TIME_UNIT_WINTER || other != year + 1)
        return new_edtf (self, "%04d/%04d", year, other);
    }

  return new_edtf (self, "%s%04d-%02d", get_sign (year), ABS (year), season);
}

static DramatisTime *
resolve_part (DramatisResolution *self,
              int                 n_parts)
{
  int ordinal;
  int year;

  if (!dramatis_resolution_get (self, "ORDINAL", &ordinal))
    return NULL;
  if (ordinal == LAST_ORDINAL)
    ordinal = n_parts;
  if (ordinal < 1 || ordinal > n_parts)
    return NULL;

  if (dramatis_resolution_has_year (self))
    {
      if (!dramatis_resolution_get_year (self, &year))
        return NULL;
    }
  else
    {
      int month;

      /* of a quarter without a year, the last one that has begun */
      if (self->context->published == NULL)
        return NULL;
      dramatis_day_get_ymd (dramatis_resolution_get_published_day (self), &year, &month, NULL);
      if ((ordinal - 1) * 12 / n_parts + 1 > month && self->context->direction <= 0)
        year--;
    }

  return new_edtf (self, "%04d-%02d", year, (n_parts == 4 ? EDTF_QUARTER : EDTF_HALF) + ordinal - 1);
}

static DramatisTime *
resolve_decade (DramatisResolution *self,
                int                 argument)
{
  int decade;
  int part;

  if (dramatis_resolution_get_either (self, "DECADEWORD", "SHORTDECADE", &decade))
    {
      /* "the sixties" are those of the century before, unless the text tells of another one */
      int day;

      if (self->context->narrative && dramatis_resolution_get_last_day (self, DRAMATIS_PRECISION_CENTURY, &day))
        decade += dramatis_day_get_year (day) / 100 * 100;
      else
        decade += 1900;
    }
  else if (!dramatis_resolution_get (self, "DECADE", &decade))
    {
      return NULL;
    }

  if (dramatis_resolution_get (self, "EARLYLATE", &part))
    return new_edtf (self, "%04d/%04d",
                     part == 1 ? decade : part == 2 ? decade + 4 : decade + 5,
                     part == 1 ? decade + 4 : part == 2 ? decade + 6 : decade + 9);

  return new_edtf (self, "%03dX", decade / 10);
}

static DramatisTime *
resolve_century (DramatisResolution *self,
                 int                 argument)
{
  int century;
  int last;

  if (!dramatis_resolution_get (self, "ORDINAL", &century) || century < 1 || century > 30)
    return NULL;

  if (dramatis_resolution_get (self, "BC", NULL))
    return dramatis_time_new_for_days (dramatis_day_new (1 - century * 100, 1, 1),
                                       dramatis_day_new (1 - (century - 1) * 100, 1, 1));

  if (dramatis_time_match_get_slot (self->match, "ORDINAL", 1, &last))
    return new_edtf (self, "%02d00/%02d99", century - 1, last - 1);

  return new_edtf (self, "%02dXX", century - 1);
}

static DramatisTime *
resolve_year (DramatisResolution *self,
              int                 argument)
{
  int year;

  /* a day of the month can be a year with "BC" */
  if (dramatis_resolution_get (self, "DAY", &year))
    year = dramatis_resolution_get (self, "BC", NULL) ? 1 - year : year;
  else if (!dramatis_resolution_get_year (self, &year))
    return NULL;

  return new_year (self, year);
}

static DramatisTime *
resolve_year_range (DramatisResolution *self,
                    int                 argument)
{
  int year;
  int last;

  if (!dramatis_resolution_get (self, "YEAR", &year) || !dramatis_resolution_get (self, "YY", &last))
    return NULL;
  /* "1999-00"; what else is smaller, as in "1998-05", may be a month */
  last += year - year % 100 + (last == 0 ? 100 : 0);
  if (last <= year)
    return NULL;

  return new_edtf (self, "%04d/%04d", year, last);
}

/* The right side of "1890 – 91" or "360 - 366". */
static DramatisTime *
resolve_right_year (DramatisResolution *self,
                    int                 argument)
{
  int first;
  int last;

  if (self->context->after == NULL || !dramatis_resolution_get_either (self, "YY", "OLDYEAR", &last)
      || dramatis_time_get_start_precision (self->context->after) != DRAMATIS_PRECISION_YEAR)
    return NULL;

  first = dramatis_day_get_year (dramatis_time_get_span (self->context->after)->start);
  self->reference = self->context->after;
  if (last < 100 && first > 999)
    last += first - first % 100;
  if (last <= first || last > first + 100)
    return NULL;

  return new_year (self, last);
}

static const struct
{
  const char    *meaning;
  DramatisTime *(*resolve) (DramatisResolution *self,
                            int                 argument);
  int            argument;
} meanings[] = {
  { "century", resolve_century, 0 },
  { "date", resolve_date, 0 },
  { "decade", resolve_decade, 0 },
  { "half", resolve_part, 2 },
  { "nth-weekday", resolve_nth_weekday, 0 },
  { "old-year", resolve_year, 0 },
  { "quarter", resolve_part, 4 },
  { "range", resolve_range, 0 },
  { "right-year", resolve_right_year, 0 },
  { "season", resolve_season, 0 },
  { "year", resolve_year, 0 },
  { "year-range", resolve_year_range, 0 },
};

/**
 * dramatis_time_resolver_resolve:
 * @match: an expression of time
 * @context: what it depends on
 * @reference: (out) (transfer none) (nullable): the time it was resolved against, %NULL if it says all itself
 *
 * Finds out which days an expression means.
 *
 * Returns: (transfer full) (nullable): the time, or %NULL if it can't be dated
 */
DramatisTime *
dramatis_time_resolver_resolve (const DramatisTimeMatch    *match,
                                const DramatisTimeContext  *context,
                                DramatisTime              **reference)
{
  DramatisResolution self = { match, context, NULL };
  DramatisTime *time = NULL;

  if (!dramatis_resolution_resolve_relative (&self, &time))
    {
      for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
        if (g_str_equal (match->meaning, meanings[i].meaning))
          time = meanings[i].resolve (&self, meanings[i].argument);
    }
  *reference = self.reference;

  return time;
}
