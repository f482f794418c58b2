/* dramatis-time-resolver.c: which days an expression of time means
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-time-resolver.h"

#include <stdlib.h>

/* The numbers of the units in times.json. Seasons have those of EDTF. */
enum
{
  UNIT_DAY = 1,
  UNIT_WEEK,
  UNIT_WEEKEND,
  UNIT_MONTH,
  UNIT_QUARTER,
  UNIT_YEAR,
  UNIT_DECADE,
  UNIT_CENTURY,
  UNIT_SPRING = 21,
  UNIT_WINTER = 24,
};

typedef struct
{
  const DramatisTimeMatch   *match;
  const DramatisTimeContext *context;
  DramatisTime             **reference;
} Resolver;

/**
 * dramatis_time_match_get_slot:
 * @match: a match
 * @name: the class of a word
 * @nth: 0 for the first word of the class, 1 for the second one
 * @value: (out) (optional): where to store what the word says
 *
 * Looks for a word of a class in a match.
 *
 * Returns: whether there is one
 */
gboolean
dramatis_time_match_get_slot (const DramatisTimeMatch *match,
                              const char              *name,
                              guint                    nth,
                              int                     *value)
{
  for (guint i = 0; i < match->n_slots; i++)
    {
      if (!g_str_equal (match->slots[i].name, name) || nth-- > 0)
        continue;
      if (value != NULL)
        *value = match->slots[i].value;
      return TRUE;
    }

  return FALSE;
}

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

static DramatisTime *
new_edtf (const Resolver *self,
          const char     *format,
          ...) G_GNUC_PRINTF (2, 3);

static DramatisTime *
new_edtf (const Resolver *self,
          const char     *format,
          ...)
{
  g_autofree char *edtf = NULL;
  va_list arguments;

  va_start (arguments, format);
  edtf = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  if (self->context->approximate)
    {
      g_autofree char *approximate = g_strconcat (edtf, "~", NULL);
      DramatisTime *time = dramatis_time_new (approximate, NULL);

      if (time != NULL)
        return time;
    }

  /* "June 31st" is no time */
  return dramatis_time_new (edtf, NULL);
}

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
resolve_date (const Resolver *self)
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
resolve_range (const Resolver *self)
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
resolve_month (const Resolver *self)
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
resolve_weekday (const Resolver *self)
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

  if (g_str_equal (self->match->rule, "weekday-of-turn"))
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
resolve_season (const Resolver *self)
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
          int first_month = 3 * (season - UNIT_SPRING) + 3;

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
      if (season != UNIT_WINTER || other != year + 1)
        return new_edtf (self, "%04d/%04d", year, other);
    }

  return new_edtf (self, "%04d-%02d", year, season);
}

static DramatisTime *
resolve_part (const Resolver *self,
              int             first_code,
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

  return new_edtf (self, "%04d-%02d", year, first_code + ordinal - 1);
}

static DramatisTime *
resolve_decade (const Resolver *self)
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
resolve_century (const Resolver *self)
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
resolve_year (const Resolver *self)
{
  int year;

  if (!get_either (self, "YEAR", "OLDYEAR", &year))
    return NULL;

  return new_year (self, get (self, "BC", NULL) ? 1 - year : year);
}

static DramatisTime *
resolve_year_range (const Resolver *self)
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
resolve_right_year (const Resolver *self)
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

/* The unit that is @offset units away from the one with @day in it. */
static DramatisTime *
shift (const Resolver *self,
       int             day,
       int             unit,
       int             offset)
{
  int year;
  int month;

  dramatis_day_get_ymd (day, &year, &month, NULL);
  if (abs (offset) > 9000)
    return NULL;

  switch (unit)
    {
    case UNIT_DAY:
      return new_span (day + offset, day + offset + 1);

    case UNIT_WEEK:
      day = day - dramatis_day_weekday (day) + 1 + 7 * offset;
      return new_span (day, day + 7);

    case UNIT_WEEKEND:
      /* a weekend that has begun is this one; before that, what was comes before what will be */
      if (offset == 0 && self->context->direction <= 0 && dramatis_day_weekday (day) < 6)
        day -= 7;
      day = day - dramatis_day_weekday (day) + 6 + 7 * offset;
      return new_span (day, day + 2);

    case UNIT_MONTH:
      month = year * 12 + month - 1 + offset;
      return new_edtf (self, "%04d-%02d", month / 12, month % 12 + 1);

    case UNIT_QUARTER:
      month = year * 4 + (month - 1) / 3 + offset;
      return new_edtf (self, "%04d-%02d", month / 4, month % 4 + 33);

    case UNIT_YEAR:
      return new_year (self, year + offset);

    case UNIT_DECADE:
      return new_edtf (self, "%03dX", year / 10 + offset);

    case UNIT_CENTURY:
      return new_edtf (self, "%02dXX", year / 100 + offset);

    default:
      return NULL;
    }
}

static DramatisTime *
resolve_turn (const Resolver *self)
{
  int unit;
  int turn;

  if (!get (self, "UNIT", &unit) || !get (self, "TURN", &turn))
    return NULL;
  if (unit >= UNIT_SPRING)
    return resolve_season (self);

  /* "next day", without "the", is the day after the one that is told of */
  if (unit == UNIT_DAY && turn != 0)
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
    [UNIT_DAY] = DRAMATIS_PRECISION_DAY,
    [UNIT_WEEK] = DRAMATIS_PRECISION_DAY,
    [UNIT_WEEKEND] = DRAMATIS_PRECISION_DAY,
    [UNIT_MONTH] = DRAMATIS_PRECISION_MONTH,
    [UNIT_QUARTER] = DRAMATIS_PRECISION_SEASON,
    [UNIT_YEAR] = DRAMATIS_PRECISION_YEAR,
    [UNIT_DECADE] = DRAMATIS_PRECISION_DECADE,
    [UNIT_CENTURY] = DRAMATIS_PRECISION_CENTURY,
  };
  int unit;
  int count;

  if (!get_either (self, "UNIT", "DAYUNIT", &unit) || !get (self, "COUNT", &count) || unit > UNIT_CENTURY)
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

  needed = unit <= UNIT_WEEKEND ? DRAMATIS_PRECISION_DAY
           : unit == UNIT_MONTH ? DRAMATIS_PRECISION_MONTH
           : unit == UNIT_QUARTER ? DRAMATIS_PRECISION_SEASON : DRAMATIS_PRECISION_YEAR;
  if (!is_last_exact (self, needed))
    {
      /* "the previous year" can also be the one before this one */
      if (self->context->last == NULL && self->context->published != NULL && get (self, "PREVIOUS", NULL)
          && unit < UNIT_SPRING)
        return shift (self, get_published_day (self), unit, offset);
      return NULL;
    }

  if (unit >= UNIT_SPRING && unit <= UNIT_WINTER)
    return new_edtf (self, "%04d-%02d", get_year (get_last_day (self)) + offset, unit);

  return shift (self, get_last_day (self), unit, offset);
}

static DramatisTime *
resolve_stretch (const Resolver *self)
{
  int unit;
  int count;
  int year;

  if (!get (self, "UNIT", &unit) || !get (self, "COUNT", &count) || unit != UNIT_YEAR || !self->context->narrative
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

  return shift (self, get_published_day (self), UNIT_DAY, day + offset);
}

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
  const char *meaning = match->meaning;

  *reference = NULL;

  if (g_str_equal (meaning, "date"))
    return resolve_date (&self);
  if (g_str_equal (meaning, "range"))
    return resolve_range (&self);
  if (g_str_equal (meaning, "month"))
    return resolve_month (&self);
  if (g_str_equal (meaning, "weekday"))
    return resolve_weekday (&self);
  if (g_str_equal (meaning, "season"))
    return resolve_season (&self);
  if (g_str_equal (meaning, "quarter"))
    return resolve_part (&self, 33, 4);
  if (g_str_equal (meaning, "half"))
    return resolve_part (&self, 40, 2);
  if (g_str_equal (meaning, "decade"))
    return resolve_decade (&self);
  if (g_str_equal (meaning, "century"))
    return resolve_century (&self);
  if (g_str_equal (meaning, "year"))
    return resolve_year (&self);
  if (g_str_equal (meaning, "year-range"))
    return resolve_year_range (&self);
  if (g_str_equal (meaning, "right-year"))
    return resolve_right_year (&self);
  if (g_str_equal (meaning, "day"))
    return resolve_day (&self, 0);
  if (g_str_equal (meaning, "day-before") || g_str_equal (meaning, "last-night"))
    return resolve_day (&self, -1);
  if (g_str_equal (meaning, "day-after"))
    return resolve_day (&self, 1);
  if (g_str_equal (meaning, "this-year"))
    return context->published != NULL ? shift (&self, get_published_day (&self), UNIT_YEAR, 0) : NULL;
  if (g_str_equal (meaning, "turn"))
    return resolve_turn (&self);
  if (g_str_equal (meaning, "ago"))
    return resolve_count (&self, FALSE, -1);
  if (g_str_equal (meaning, "from-now"))
    return resolve_count (&self, FALSE, 1);
  if (g_str_equal (meaning, "later"))
    return resolve_count (&self, TRUE, 1);
  if (g_str_equal (meaning, "earlier"))
    return resolve_count (&self, TRUE, -1);
  if (g_str_equal (meaning, "anaphor"))
    return resolve_anaphor (&self, 0);
  if (g_str_equal (meaning, "anaphor-back"))
    return resolve_anaphor (&self, -1);
  if (g_str_equal (meaning, "stretch"))
    return resolve_stretch (&self);

  return NULL;
}
