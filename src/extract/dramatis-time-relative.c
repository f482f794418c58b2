/* dramatis-time-relative.c: times that are told from another one
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-resolution.h"
#include "dramatis-time-shift.h"

static DramatisTime *
shift (const DramatisResolution *self,
       int                       day,
       int                       unit,
       int                       offset)
{
  return dramatis_time_shift (day, unit, offset, self->context->direction <= 0, self->context->approximate);
}

/* How exact a time has to be for its units to be counted from it. */
static DramatisPrecision
get_needed_precision (int unit)
{
  switch (unit)
    {
    case DRAMATIS_TIME_UNIT_DAY:
    case DRAMATIS_TIME_UNIT_WEEK:
    case DRAMATIS_TIME_UNIT_WEEKEND:
      return DRAMATIS_PRECISION_DAY;

    case DRAMATIS_TIME_UNIT_MONTH:
      return DRAMATIS_PRECISION_MONTH;

    case DRAMATIS_TIME_UNIT_QUARTER:
      return DRAMATIS_PRECISION_SEASON;

    case DRAMATIS_TIME_UNIT_DECADE:
      return DRAMATIS_PRECISION_DECADE;

    case DRAMATIS_TIME_UNIT_CENTURY:
      return DRAMATIS_PRECISION_CENTURY;

    default:
      return DRAMATIS_PRECISION_YEAR;
    }
}

/* The day to count from if the text tells of none: news tell of the day on which they are published. */
static gboolean
get_day_or_published (DramatisResolution *self,
                      int                 unit,
                      int                *day)
{
  if (dramatis_resolution_get_last_day (self, get_needed_precision (unit), day))
    return TRUE;

  if (self->context->published == NULL || self->context->narrative)
    return FALSE;

  *day = dramatis_resolution_get_published_day (self);

  return TRUE;
}

/* "last March", "the following March" */
static DramatisTime *
resolve_month (DramatisResolution *self,
               int                 argument)
{
  int month;
  int turn = 0;
  int year;
  int this_month;
  int day;

  if (!dramatis_resolution_get (self, "MONTH", &month))
    return NULL;

  if (dramatis_resolution_get (self, "NEXT", NULL))
    {
      if (!dramatis_resolution_get_last_day (self, DRAMATIS_PRECISION_YEAR, &day))
        return NULL;
      dramatis_day_get_ymd (day, &year, &this_month, NULL);
      if (month <= this_month || dramatis_time_get_start_precision (self->context->last) == DRAMATIS_PRECISION_YEAR)
        year++;
    }
  else
    {
      if (self->context->published == NULL)
        return NULL;
      dramatis_resolution_get (self, "TURN", &turn);
      dramatis_day_get_ymd (dramatis_resolution_get_published_day (self), &year, &this_month, NULL);
      if (turn < 0 && month >= this_month)
        year--;
      else if (turn > 0 && month <= this_month)
        year++;
    }

  return dramatis_time_new_printf (self->context->approximate, "%04d-%02d", year, month);
}

/* The first such day of the week after @day, which is none itself. */
static int
get_next_weekday (int day,
                  int weekday)
{
  return day + (weekday - dramatis_day_weekday (day) + 6) % 7 + 1;
}

static DramatisTime *
resolve_weekday (DramatisResolution *self,
                 int                 of_week)
{
  const DramatisTimeContext *context = self->context;
  int weekday;
  int turn = 0;
  int day;
  int back;

  if (!dramatis_resolution_get_either (self, "WEEKDAY", "SHORTDAY", &weekday))
    return NULL;

  if (context->after != NULL && dramatis_time_get_start_precision (context->after) == DRAMATIS_PRECISION_DAY)
    {
      self->reference = context->after;
      day = get_next_weekday (dramatis_time_get_span (context->after)->start, weekday);
      return dramatis_time_new_for_days (day, day + 1);
    }

  if (dramatis_resolution_get (self, "NEXT", NULL)
      || (context->narrative && !dramatis_resolution_get (self, "TURN", NULL)))
    {
      if (!dramatis_resolution_get_last_day (self, DRAMATIS_PRECISION_DAY, &day))
        return NULL;
      day = get_next_weekday (day, weekday);
      return dramatis_time_new_for_days (day, day + 1);
    }

  if (context->published == NULL)
    return NULL;

  day = dramatis_resolution_get_published_day (self);
  back = (dramatis_day_weekday (day) - weekday + 7) % 7;

  if (of_week)
    {
      dramatis_resolution_get (self, "TURN", &turn);
      day = day - dramatis_day_weekday (day) + weekday + 7 * turn;
    }
  else if (dramatis_resolution_get (self, "TURN", &turn) && turn != 0)
    {
      day += turn > 0 ? 7 - back : back == 0 ? -7 : -back;
    }
  else if (context->direction > 0 || (context->direction == 0 && dramatis_resolution_get (self, "TURN", NULL)))
    {
      day += (7 - back) % 7;
    }
  else
    {
      day -= back;
    }

  return dramatis_time_new_for_days (day, day + 1);
}

/* "last summer": the nearest one that is over, or has begun, or is to come. */
static DramatisTime *
resolve_turn_of_season (DramatisResolution *self,
                        int                 season,
                        int                 turn)
{
  int year;
  int month;
  int first_month = 3 * (season - DRAMATIS_TIME_UNIT_SPRING) + 3;

  dramatis_day_get_ymd (dramatis_resolution_get_published_day (self), &year, &month, NULL);

  /* a winter has the year in which it began */
  if (season == DRAMATIS_TIME_UNIT_WINTER && month < 3)
    {
      year--;
      month += 12;
    }
  if (turn < 0 && month <= first_month + 2)
    year--;
  else if (turn > 0 && month >= first_month)
    year++;

  return dramatis_time_new_printf (self->context->approximate, "%04d-%02d", year, season);
}

static DramatisTime *
resolve_turn (DramatisResolution *self,
              int                 argument)
{
  int unit;
  int turn = 0;
  int day;

  if (!dramatis_resolution_get (self, "UNIT", &unit))
    return NULL;
  dramatis_resolution_get (self, "TURN", &turn);

  /* "next day", without "the", is the day after the one that is told of */
  if (unit == DRAMATIS_TIME_UNIT_DAY && turn != 0)
    {
      if (turn < 0 || !dramatis_resolution_get_last_day (self, DRAMATIS_PRECISION_DAY, &day))
        return NULL;
      return shift (self, day, unit, turn);
    }

  if (self->context->published == NULL)
    return NULL;
  if (unit >= DRAMATIS_TIME_UNIT_SPRING)
    return resolve_turn_of_season (self, unit, turn);

  return shift (self, dramatis_resolution_get_published_day (self), unit, turn);
}

/* "the end of the year", "at 10 p.m.": the one that the text tells of, or in news the one in which it appears */
static DramatisTime *
resolve_current (DramatisResolution *self,
                 int                 of_news)
{
  int unit;
  int day;

  if (!dramatis_resolution_get (self, "UNIT", &unit))
    return NULL;

  if (of_news && self->context->published != NULL && !self->context->narrative)
    day = dramatis_resolution_get_published_day (self);
  else if (!get_day_or_published (self, unit, &day))
    return NULL;

  return shift (self, day, unit, 0);
}

static DramatisTime *
resolve_ago (DramatisResolution *self,
             int                 sign)
{
  int unit;
  int count;

  if (!dramatis_resolution_get (self, "UNIT", &unit) || !dramatis_resolution_get (self, "COUNT", &count)
      || self->context->published == NULL)
    return NULL;

  return shift (self, dramatis_resolution_get_published_day (self), unit, sign * count);
}

static DramatisTime *
resolve_later (DramatisResolution *self,
               int                 sign)
{
  int unit;
  int count;
  int day;

  if (!dramatis_resolution_get (self, "UNIT", &unit) || !dramatis_resolution_get (self, "COUNT", &count))
    return NULL;

  /* "a year earlier" than the day of the news; what is later than that is not told so */
  if (sign > 0 ? !dramatis_resolution_get_last_day (self, get_needed_precision (unit), &day)
               : !get_day_or_published (self, unit, &day))
    return NULL;

  return shift (self, day, unit, sign * count);
}

static DramatisTime *
resolve_anaphor (DramatisResolution *self,
                 int                 offset)
{
  gboolean back = dramatis_resolution_get (self, "PREVIOUS", NULL);
  int unit;
  int day;

  if (!dramatis_resolution_get (self, "UNIT", &unit))
    return NULL;
  if (offset == 0)
    dramatis_resolution_get_either (self, "NEXT", "PREVIOUS", &offset);

  /* "the previous year" can also be the one before this one */
  if (back ? !get_day_or_published (self, unit, &day)
           : !dramatis_resolution_get_last_day (self, get_needed_precision (unit), &day))
    return NULL;

  if (unit >= DRAMATIS_TIME_UNIT_SPRING)
    return dramatis_time_new_printf (self->context->approximate, "%04d-%02d", dramatis_day_get_year (day) + offset, unit);

  return shift (self, day, unit, offset);
}

static DramatisTime *
resolve_day (DramatisResolution *self,
             int                 argument)
{
  int day = 0;
  int offset = 0;

  if (self->context->published == NULL)
    return NULL;

  dramatis_resolution_get (self, "DAYWORD", &day);
  dramatis_resolution_get (self, "OFFSET", &offset);

  return shift (self, dramatis_resolution_get_published_day (self), DRAMATIS_TIME_UNIT_DAY, day + offset);
}

static const struct
{
  const char    *meaning;
  DramatisTime *(*resolve) (DramatisResolution *self,
                            int                 argument);
  int            argument;
} meanings[] = {
  { "ago", resolve_ago, -1 },
  { "anaphor", resolve_anaphor, 0 },
  { "anaphor-back", resolve_anaphor, -1 },
  { "current", resolve_current, TRUE },
  { "current-told", resolve_current, FALSE },
  { "day", resolve_day, 0 },
  { "earlier", resolve_later, -1 },
  { "from-now", resolve_ago, 1 },
  { "later", resolve_later, 1 },
  { "month", resolve_month, 0 },
  { "turn", resolve_turn, 0 },
  { "weekday", resolve_weekday, FALSE },
  { "weekday-of-turn", resolve_weekday, TRUE },
};

/**
 * dramatis_resolution_resolve_relative:
 * @self: a resolution
 * @time: (out) (transfer full) (nullable): where to store the time, or %NULL if it can't be dated
 *
 * Finds out which days an expression means that is told from another time.
 *
 * Returns: whether it is one
 */
gboolean
dramatis_resolution_resolve_relative (DramatisResolution  *self,
                                      DramatisTime       **time)
{
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    {
      if (!g_str_equal (self->match->meaning, meanings[i].meaning))
        continue;
      *time = meanings[i].resolve (self, meanings[i].argument);
      return TRUE;
    }

  return FALSE;
}
