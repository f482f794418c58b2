/* dramatis-time-resolver.c: which days an expression of time means
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-time-resolver.h"

#include "dramatis-time-shift.h"

typedef struct
{
  const DramatisTimeMatch   *match;
  const DramatisTimeContext *context;
  DramatisTime             **reference;
} Resolver;

static gboolean
get (const Resolver *self,
     const char     *name,
     int            *value)
{
  return dramatis_time_match_get_slot (self->match, name, 0, value);
}

static gboolean
get_either (const Resolver *self,
            const char     *first,
            const char     *second,
            int            *value)
{
  return get (self, first, value) || get (self, second, value);
}

static DramatisTime *
new_span (int start,
          int end)
{
  DramatisSpan span = { start, end };

  return dramatis_time_new_for_span (&span);
}

#define new_edtf(self, ...) dramatis_time_new_printf ((self)->context->approximate, __VA_ARGS__)

static DramatisTime *
new_year (const Resolver *self,
          int             year)
{
  if (year < 0)
    return new_edtf (self, "-%04d", -year);

  return new_edtf (self, "%04d", year);
}

static DramatisTime *
new_date (const Resolver *self,
          int             year,
          int             month,
          int             day)
{
  if (day != 0)
    return new_edtf (self, "%04d-%02d-%02d", year, month, day);

  return new_edtf (self, "%04d-%02d", year, month);
}

static int
get_published_day (const Resolver *self)
{
  *self->reference = self->context->published;

  return dramatis_time_get_span (self->context->published)->start;
}

static int
get_last_day (const Resolver *self)
{
  *self->reference = self->context->last;

  return dramatis_time_get_span (self->context->last)->start;
}

static gboolean
is_last_exact (const Resolver    *self,
               DramatisPrecision  precision)
{
  return self->context->last != NULL && dramatis_time_get_start_precision (self->context->last) <= precision;
}

static int
get_year (int day)
{
  int year;

  dramatis_day_get_ymd (day, &year, NULL, NULL);

  return year;
}

static gboolean
is_day_of (int year,
           int month,
           int day)
{
  return day <= dramatis_month_length (year, month);
}

/* The year of a month, or of a day in it, that is given without one. */
static gboolean
find_year (const Resolver *self,
           int             month,
           int             day,
           int            *year)
{
  const DramatisTimeContext *context = self->context;
  int reference;
  int this_year;
  int this_month;
  int before;
  int after;
  int past;
  int future;

  if (context->year != 0)
    {
      *year = context->year;
      return TRUE;
    }

  if (context->after != NULL)
    {
      reference = dramatis_time_get_span (context->after)->start;
      *self->reference = context->after;
      dramatis_day_get_ymd (reference, year, &this_month, NULL);
      if (month < this_month)
        (*year)++;
      return TRUE;
    }

  if (context->last != NULL && (context->narrative || context->published == NULL)
      && dramatis_time_get_start_precision (context->last) <= DRAMATIS_PRECISION_YEAR)
    {
      *year = get_year (get_last_day (self));
      return TRUE;
    }

  if (context->published == NULL)
    return FALSE;

  reference = get_published_day (self);
  dramatis_day_get_ymd (reference, &this_year, &this_month, NULL);

  if (day == 0)
    {
      before = month <= this_month ? this_year : this_year - 1;
      after = month >= this_month ? this_year : this_year + 1;
    }
  else
    {
      int candidate = dramatis_day_new (this_year, month, MIN (day, dramatis_month_length (this_year, month)));

      before = candidate <= reference ? this_year : this_year - 1;
      after = candidate >= reference ? this_year : this_year + 1;
    }

  if (!is_day_of (before, month, MAX (day, 1)))
    before = after;
  if (!is_day_of (after, month, MAX (day, 1)))
    after = before;

  past = reference - dramatis_day_new (before, month, MAX (day, 1));
  future = dramatis_day_new (after, month, MAX (day, 1)) - reference;

  /* the tense decides, unless one of the two is much nearer: whoever means the other one says the year */
  if (context->direction == 0 && !context->forced && past > 4 * MAX (future, 10))
    *year = after;
  else if (!context->forced && future > 4 * MAX (past, 10))
    *year = before;
  else
    *year = context->direction > 0 ? after : before;

  return TRUE;
}

static DramatisTime *
resolve_date (const Resolver *self,
              int             argument)
{
  int year;
  int month;
  int day;
  int offset;

  if (get (self, "CHRISTMAS", &day))
    {
      month = day / 100;
      day = day % 100;
      if (get (self, "EVE", &offset))
        day += offset;
    }
  else if (!get_either (self, "MONTH", "FULLMONTH", &month) && !get (self, "MM", &month))
    {
      return NULL;
    }
  else if (!get_either (self, "DAY", "THDAY", &day) && !get (self, "ORDINAL", &day))
    {
      day = 0;
    }
  if (!get_either (self, "YEAR", "OLDYEAR", &year) && !find_year (self, month, day, &year))
    return NULL;

  return new_date (self, year, month, day);
}

static DramatisTime *
resolve_range (const Resolver *self,
               int             argument)
{
  int year;
  int month;
  int last_month;
  int first;
  int last;

  if (!get (self, "MONTH", &month))
    return NULL;
  if (!dramatis_time_match_get_slot (self->match, "MONTH", 1, &last_month))
    last_month = month;
  if (!get (self, "DAY", &first) || !dramatis_time_match_get_slot (self->match, "DAY", 1, &last))
    first = last = 0;
  if (!get (self, "YEAR", &year) && !find_year (self, month, first, &year))
    return NULL;

  if (first == 0)
    return new_span (dramatis_day_new (year, month, 1),
                     dramatis_day_new (year, last_month, dramatis_month_length (year, last_month)) + 1);

  return new_edtf (self, "%04d-%02d-%02d/%04d-%02d-%02d", year, month, first, year, last_month, last);
}

/* "last March", "the following March" */
static DramatisTime *
resolve_month (const Resolver *self,
               int             argument)
{
  int month;
  int turn = 0;
  int year;
  int this_month;

  if (!get (self, "MONTH", &month))
    return NULL;

  if (get (self, "NEXT", NULL))
    {
      if (!is_last_exact (self, DRAMATIS_PRECISION_YEAR))
        return NULL;
      dramatis_day_get_ymd (get_last_day (self), &year, &this_month, NULL);
      if (month <= this_month || dramatis_time_get_start_precision (self->context->last) == DRAMATIS_PRECISION_YEAR)
        year++;
      return new_date (self, year, month, 0);
    }

  if (self->context->published == NULL)
    return NULL;

  get (self, "TURN", &turn);
  dramatis_day_get_ymd (get_published_day (self), &year, &this_month, NULL);
  if (turn < 0 && month >= this_month)
    year--;
  else if (turn > 0 && month <= this_month)
    year++;

  return new_date (self, year, month, 0);
}

static DramatisTime *
resolve_weekday (const Resolver *self,
                 int             of_week)
{
  int weekday;
  int turn = 0;
  int day;
  int back;

  if (!get_either (self, "WEEKDAY", "SHORTDAY", &weekday))
    return NULL;

  if (get (self, "NEXT", NULL) || (self->context->narrative && !get (self, "TURN", NULL)))
    {
      if (!is_last_exact (self, DRAMATIS_PRECISION_DAY))
        return NULL;
      day = get_last_day (self);
      day += (weekday - dramatis_day_weekday (day) + 6) % 7 + 1;
      return new_span (day, day + 1);
    }

  if (self->context->published == NULL)
    return NULL;

  day = get_published_day (self);
  back = (dramatis_day_weekday (day) - weekday + 7) % 7;

  if (of_week)
    {
      get (self, "TURN", &turn);
      day = day - dramatis_day_weekday (day) + weekday + 7 * turn;
    }
  else if (get (self, "TURN", &turn) && turn < 0)
    {
      day -= back == 0 ? 7 : back;
    }
  else if (turn > 0)
    {
      day += 7 - back;
    }
  else if (self->context->direction > 0)
    {
      day += (7 - back) % 7;
    }
  else
    {
      day -= back;
    }

  return new_span (day, day + 1);
}

static DramatisTime *
resolve_season (const Resolver *self,
                int             argument)
{
  int season;
  int year;
  int other;

  if (!get_either (self, "SEASON", "UNIT", &season))
    return NULL;

  if (!get_either (self, "YEAR", "OLDYEAR", &year))
    {
      int turn;

      if (self->context->published == NULL || !get (self, "TURN", &turn))
        return NULL;
      year = get_year (get_published_day (self)) + turn;
      if (turn < 0)
        {
          int month;
          int first_month = 3 * (season - DRAMATIS_TIME_UNIT_SPRING) + 3;

          /* "last spring", said in autumn, is this year's */
          dramatis_day_get_ymd (get_published_day (self), NULL, &month, NULL);
          if (first_month + 2 < month)
            year++;
        }
    }
  else if (dramatis_time_match_get_slot (self->match, "YEAR", 1, &other)
           || dramatis_time_match_get_slot (self->match, "OLDYEAR", 1, &other))
    {
      if (other < 100)
        other += year - year % 100;
      if (season != DRAMATIS_TIME_UNIT_WINTER || other != year + 1)
        return new_edtf (self, "%04d/%04d", year, other);
    }

  return new_edtf (self, "%04d-%02d", year, season);
}

static DramatisTime *
resolve_part (const Resolver *self,
              int             n_parts)
{
  int ordinal;
  int year;

  if (!get (self, "ORDINAL", &ordinal))
    return NULL;
  if (ordinal == 99)
    ordinal = n_parts;
  if (ordinal < 1 || ordinal > n_parts)
    return NULL;

  /* of a quarter without a year, the last one that has begun */
  if (!get (self, "YEAR", &year))
    {
      int month;

      if (self->context->published == NULL)
        return NULL;
      dramatis_day_get_ymd (get_published_day (self), &year, &month, NULL);
      if ((ordinal - 1) * 12 / n_parts + 1 > month && self->context->direction <= 0)
        year--;
    }

  return new_edtf (self, "%04d-%02d", year, (n_parts == 4 ? 33 : 40) + ordinal - 1);
}

static DramatisTime *
resolve_decade (const Resolver *self,
                int             argument)
{
  int decade;
  int part;

  if (get_either (self, "DECADEWORD", "SHORTDECADE", &decade))
    {
      /* "the sixties" are those of the century before, unless the text tells of another one */
      int century = 1900;

      if (self->context->last != NULL && self->context->narrative)
        century = get_year (get_last_day (self)) / 100 * 100;
      decade += century;
    }
  else if (!get (self, "DECADE", &decade))
    {
      return NULL;
    }

  if (get (self, "EARLYLATE", &part))
    return new_edtf (self, "%04d/%04d",
                     part == 1 ? decade : part == 2 ? decade + 4 : decade + 5,
                     part == 1 ? decade + 4 : part == 2 ? decade + 6 : decade + 9);

  return new_edtf (self, "%03dX", decade / 10);
}

static DramatisTime *
resolve_century (const Resolver *self,
                 int             argument)
{
  int century;
  int last;

  if (!get (self, "ORDINAL", &century) || century < 1 || century > 30)
    return NULL;

  if (get (self, "BC", NULL))
    return new_span (dramatis_day_new (1 - century * 100, 1, 1), dramatis_day_new (1 - (century - 1) * 100, 1, 1));

  if (dramatis_time_match_get_slot (self->match, "ORDINAL", 1, &last))
    return new_edtf (self, "%02d00/%02d99", century - 1, last - 1);

  return new_edtf (self, "%02dXX", century - 1);
}

static DramatisTime *
resolve_year (const Resolver *self,
              int             argument)
{
  int year;

  if (!get_either (self, "YEAR", "OLDYEAR", &year))
    return NULL;

  return new_year (self, get (self, "BC", NULL) ? 1 - year : year);
}

static DramatisTime *
resolve_year_range (const Resolver *self,
                    int             argument)
{
  int year;
  int last;

  if (!get (self, "YEAR", &year) || !get (self, "YY", &last))
    return NULL;
  last += year - year % 100;
  if (last <= year)
    return NULL;

  return new_edtf (self, "%04d/%04d", year, last);
}

/* The right side of "1890 – 91" or "360 - 366". */
static DramatisTime *
resolve_right_year (const Resolver *self,
                    int             argument)
{
  int first;
  int last;

  if (self->context->after == NULL || !get_either (self, "YY", "OLDYEAR", &last)
      || dramatis_time_get_start_precision (self->context->after) != DRAMATIS_PRECISION_YEAR)
    return NULL;

  first = get_year (dramatis_time_get_span (self->context->after)->start);
  *self->reference = self->context->after;
  if (last < 100 && first > 999)
    last += first - first % 100;
  if (last <= first || last > first + 100)
    return NULL;

  return new_year (self, last);
}

static DramatisTime *
shift (const Resolver *self,
       int             day,
       int             unit,
       int             offset)
{
  return dramatis_time_shift (day, unit, offset, self->context->direction <= 0, self->context->approximate);
}

static DramatisTime *
resolve_turn (const Resolver *self,
              int             argument)
{
  int unit;
  int turn;

  if (!get (self, "UNIT", &unit) || !get (self, "TURN", &turn))
    return NULL;
  if (unit >= DRAMATIS_TIME_UNIT_SPRING)
    return resolve_season (self, 0);

  /* "next day", without "the", is the day after the one that is told of */
  if (unit == DRAMATIS_TIME_UNIT_DAY && turn != 0)
    {
      if (turn < 0 || !is_last_exact (self, DRAMATIS_PRECISION_DAY))
        return NULL;
      return shift (self, get_last_day (self), unit, turn);
    }

  if (self->context->published == NULL)
    return NULL;

  return shift (self, get_published_day (self), unit, turn);
}

static DramatisTime *
resolve_count (const Resolver *self,
               gboolean        from_last,
               int             sign)
{
  static const DramatisPrecision precisions[] = {
    [DRAMATIS_TIME_UNIT_DAY] = DRAMATIS_PRECISION_DAY,
    [DRAMATIS_TIME_UNIT_WEEK] = DRAMATIS_PRECISION_DAY,
    [DRAMATIS_TIME_UNIT_WEEKEND] = DRAMATIS_PRECISION_DAY,
    [DRAMATIS_TIME_UNIT_MONTH] = DRAMATIS_PRECISION_MONTH,
    [DRAMATIS_TIME_UNIT_QUARTER] = DRAMATIS_PRECISION_SEASON,
    [DRAMATIS_TIME_UNIT_YEAR] = DRAMATIS_PRECISION_YEAR,
    [DRAMATIS_TIME_UNIT_DECADE] = DRAMATIS_PRECISION_DECADE,
    [DRAMATIS_TIME_UNIT_CENTURY] = DRAMATIS_PRECISION_CENTURY,
  };
  int unit;
  int count;

  if (!get_either (self, "UNIT", "DAYUNIT", &unit) || !get (self, "COUNT", &count) || unit > DRAMATIS_TIME_UNIT_CENTURY)
    return NULL;

  if (from_last)
    return is_last_exact (self, precisions[unit]) ? shift (self, get_last_day (self), unit, sign * count) : NULL;

  return self->context->published != NULL ? shift (self, get_published_day (self), unit, sign * count) : NULL;
}

static DramatisTime *
resolve_anaphor (const Resolver *self,
                 int             offset)
{
  int unit;
  DramatisPrecision needed;

  if (!get (self, "UNIT", &unit))
    return NULL;
  if (offset == 0)
    get (self, "NEXT", &offset);
  if (offset == 0)
    get (self, "PREVIOUS", &offset);

  needed = unit <= DRAMATIS_TIME_UNIT_WEEKEND ? DRAMATIS_PRECISION_DAY
           : unit == DRAMATIS_TIME_UNIT_MONTH ? DRAMATIS_PRECISION_MONTH
           : unit == DRAMATIS_TIME_UNIT_QUARTER ? DRAMATIS_PRECISION_SEASON : DRAMATIS_PRECISION_YEAR;
  if (!is_last_exact (self, needed))
    {
      /* "the previous year" can also be the one before this one */
      if (self->context->last == NULL && self->context->published != NULL && get (self, "PREVIOUS", NULL)
          && unit < DRAMATIS_TIME_UNIT_SPRING)
        return shift (self, get_published_day (self), unit, offset);
      return NULL;
    }

  if (unit >= DRAMATIS_TIME_UNIT_SPRING && unit <= DRAMATIS_TIME_UNIT_WINTER)
    return new_edtf (self, "%04d-%02d", get_year (get_last_day (self)) + offset, unit);

  return shift (self, get_last_day (self), unit, offset);
}

static DramatisTime *
resolve_stretch (const Resolver *self,
                 int             argument)
{
  int unit;
  int count;
  int year;

  if (!get (self, "UNIT", &unit) || !get (self, "COUNT", &count) || unit != DRAMATIS_TIME_UNIT_YEAR || !self->context->narrative
      || !is_last_exact (self, DRAMATIS_PRECISION_YEAR))
    return NULL;

  year = get_year (get_last_day (self));

  return new_edtf (self, "%04d/%04d", year, year + count);
}

static DramatisTime *
resolve_day (const Resolver *self,
             int             offset)
{
  int day = 0;

  if (self->context->published == NULL)
    return NULL;

  get (self, "DAYWORD", &day);

  return shift (self, get_published_day (self), DRAMATIS_TIME_UNIT_DAY, day + offset);
}

static DramatisTime *
resolve_published_year (const Resolver *self,
                        int             offset)
{
  return self->context->published != NULL ? shift (self, get_published_day (self), DRAMATIS_TIME_UNIT_YEAR, offset) : NULL;
}

static DramatisTime *
resolve_ago (const Resolver *self,
             int             sign)
{
  return resolve_count (self, FALSE, sign);
}

static DramatisTime *
resolve_later (const Resolver *self,
               int             sign)
{
  return resolve_count (self, TRUE, sign);
}

static const struct
{
  const char    *meaning;
  DramatisTime *(*resolve) (const Resolver *self,
                            int             argument);
  int            argument;
} meanings[] = {
  { "ago", resolve_ago, -1 },
  { "anaphor", resolve_anaphor, 0 },
  { "anaphor-back", resolve_anaphor, -1 },
  { "century", resolve_century, 0 },
  { "date", resolve_date, 0 },
  { "day", resolve_day, 0 },
  { "day-after", resolve_day, 1 },
  { "day-before", resolve_day, -1 },
  { "decade", resolve_decade, 0 },
  { "earlier", resolve_later, -1 },
  { "from-now", resolve_ago, 1 },
  { "half", resolve_part, 2 },
  { "last-night", resolve_day, -1 },
  { "later", resolve_later, 1 },
  { "month", resolve_month, 0 },
  { "quarter", resolve_part, 4 },
  { "range", resolve_range, 0 },
  { "right-year", resolve_right_year, 0 },
  { "season", resolve_season, 0 },
  { "stretch", resolve_stretch, 0 },
  { "this-year", resolve_published_year, 0 },
  { "turn", resolve_turn, 0 },
  { "weekday", resolve_weekday, FALSE },
  { "weekday-of-turn", resolve_weekday, TRUE },
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
  Resolver self = { match, context, reference };

  *reference = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (g_str_equal (match->meaning, meanings[i].meaning))
      return meanings[i].resolve (&self, meanings[i].argument);

  return NULL;
}
