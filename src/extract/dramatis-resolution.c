/* dramatis-resolution.c: an expression of time while its days are looked for
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-resolution.h"

/* A year of two digits is one of the hundred that end so many years after the publication: '97 was written in
 * 1998 as well as in 2013. */
#define YEARS_AHEAD 15

/**
 * dramatis_resolution_get:
 * @self: a resolution
 * @name: the class of a word
 * @value: (out) (optional): where to store what the word says
 *
 * Looks for the first word of a class.
 *
 * Returns: whether there is one
 */
gboolean
dramatis_resolution_get (const DramatisResolution *self,
                         const char               *name,
                         int                      *value)
{
  return dramatis_time_match_get_slot (self->match, name, 0, value);
}

/**
 * dramatis_resolution_get_either:
 * @self: a resolution
 * @first: the class of a word
 * @second: another one
 * @value: (out) (optional): where to store what the word says
 *
 * Looks for a word of the first class or, if there is none, of the second one.
 *
 * Returns: whether there is one
 */
gboolean
dramatis_resolution_get_either (const DramatisResolution *self,
                                const char               *first,
                                const char               *second,
                                int                      *value)
{
  return dramatis_resolution_get (self, first, value) || dramatis_resolution_get (self, second, value);
}

/**
 * dramatis_resolution_get_published_day:
 * @self: a resolution
 *
 * Gets the day of publication, which must be known, and notes it as the reference.
 *
 * Returns: the day
 */
int
dramatis_resolution_get_published_day (DramatisResolution *self)
{
  self->reference = self->context->published;

  return dramatis_time_get_span (self->context->published)->start;
}

/**
 * dramatis_resolution_get_last_day:
 * @self: a resolution
 * @precision: how exact the time has to be to be counted from
 * @day: (out): where to store its first day
 *
 * Gets the time that was told last, or the last day if it has to be one, and notes it as the reference.
 *
 * Returns: whether there is one that is as exact
 */
gboolean
dramatis_resolution_get_last_day (DramatisResolution *self,
                                  DramatisPrecision   precision,
                                  int                *day)
{
  DramatisTime *last = precision == DRAMATIS_PRECISION_DAY ? self->context->last_day : self->context->last;

  if (last == NULL || dramatis_time_get_start_precision (last) > precision)
    return FALSE;

  self->reference = last;
  *day = dramatis_time_get_span (last)->start;

  return TRUE;
}

/**
 * dramatis_resolution_has_year:
 * @self: a resolution
 *
 * Gets whether the expression names its year, by number or as "last year" or "that year".
 *
 * Returns: whether it does
 */
gboolean
dramatis_resolution_has_year (const DramatisResolution *self)
{
  static const char * const classes[] = { "YEAR", "OLDYEAR", "YY", "TURN", "SAME", "NEXT", "PREVIOUS" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (dramatis_resolution_get (self, classes[i], NULL))
      return TRUE;

  return FALSE;
}

/**
 * dramatis_resolution_get_year:
 * @self: a resolution of an expression that names its year
 * @year: (out): where to store the year
 *
 * Finds the year that an expression names: an astronomical one, 0 is 1 BC.
 *
 * Returns: whether it can be known
 */
gboolean
dramatis_resolution_get_year (DramatisResolution *self,
                              int                *year)
{
  int offset = 0;
  int day;

  if (dramatis_resolution_get_either (self, "YEAR", "OLDYEAR", year))
    {
      if (dramatis_resolution_get (self, "BC", NULL))
        *year = 1 - *year;
      return TRUE;
    }

  if (dramatis_resolution_get (self, "YY", year))
    {
      int last = self->context->published == NULL
                 ? 2030 : dramatis_day_get_year (dramatis_resolution_get_published_day (self)) + YEARS_AHEAD;

      *year += last - last % 100;
      if (*year > last)
        *year -= 100;
      return TRUE;
    }

  if (dramatis_resolution_get (self, "TURN", &offset))
    {
      if (self->context->published == NULL)
        return FALSE;
      *year = dramatis_day_get_year (dramatis_resolution_get_published_day (self)) + offset;
      return TRUE;
    }

  if (!dramatis_resolution_get_last_day (self, DRAMATIS_PRECISION_YEAR, &day))
    return FALSE;

  dramatis_resolution_get_either (self, "NEXT", "PREVIOUS", &offset);
  *year = dramatis_day_get_year (day) + offset;

  return TRUE;
}

static gboolean
is_day_of (int year,
           int month,
           int day)
{
  return day <= dramatis_month_length (year, month);
}

/* The year that is nearest to the publication on the side that the verb tells of. */
static int
find_near_year (DramatisResolution *self,
                int                 month,
                int                 day)
{
  const DramatisTimeContext *context = self->context;
  int reference = dramatis_resolution_get_published_day (self);
  int this_year;
  int this_month;
  int before;
  int after;
  int past;
  int future;

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
    return after;
  if (!context->forced && future > 4 * MAX (past, 10))
    return before;

  return context->direction > 0 ? after : before;
}

/**
 * dramatis_resolution_find_year:
 * @self: a resolution of an expression that does not name its year
 * @month: a month, from 1
 * @day: a day of the month, or 0
 * @year: (out): where to store the year
 *
 * Finds the year of a month, or of a day in it, that is given without one.
 *
 * Returns: whether it can be known
 */
gboolean
dramatis_resolution_find_year (DramatisResolution *self,
                               int                 month,
                               int                 day,
                               int                *year)
{
  const DramatisTimeContext *context = self->context;
  int last;

  if (context->year != 0)
    {
      *year = context->year;
      return TRUE;
    }

  if (context->after != NULL)
    {
      int first_month;

      self->reference = context->after;
      dramatis_day_get_ymd (dramatis_time_get_span (context->after)->start, year, &first_month, NULL);
      if (month < first_month)
        (*year)++;
      return TRUE;
    }

  if ((context->narrative || context->published == NULL)
      && dramatis_resolution_get_last_day (self, DRAMATIS_PRECISION_YEAR, &last))
    {
      *year = dramatis_day_get_year (last);
      return TRUE;
    }

  if (context->published == NULL)
    return FALSE;

  *year = find_near_year (self, month, day);

  return TRUE;
}
