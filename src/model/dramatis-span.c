/* dramatis-span.c: days and spans of days
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-span.h"

/* The Gregorian calendar repeats every 400 years. */
#define DAYS_PER_ERA 146097

/* Days from 0000-03-01, where the arithmetic below begins, to 1970-01-01. */
#define EPOCH 719468

G_DEFINE_BOXED_TYPE (DramatisSpan, dramatis_span, dramatis_span_copy, dramatis_span_free)

static int
floor_div (int a,
           int b)
{
  return a / b - (a % b < 0);
}

/**
 * dramatis_span_copy:
 * @self: a span
 *
 * Copies a span of days.
 *
 * Returns: (transfer full): the copy
 */
DramatisSpan *
dramatis_span_copy (const DramatisSpan *self)
{
  return g_memdup2 (self, sizeof *self);
}

/**
 * dramatis_span_free:
 * @self: (transfer full): a span
 *
 * Frees a copy of a span.
 */
void
dramatis_span_free (DramatisSpan *self)
{
  g_free (self);
}

/**
 * dramatis_day_new:
 * @year: an astronomical year: 0 is 1 BC
 * @month: a month; one outside of 1 to 12 counts on into the neighbouring years
 * @day: a day; one outside of the month counts on into the neighbouring months
 *
 * Makes a day of its date in the proleptic Gregorian calendar.
 *
 * Returns: days since 1970-01-01
 */
int
dramatis_day_new (int year,
                  int month,
                  int day)
{
  /* Counted from March, the leap day is the last of its year and needs no case of its own; in such a
   * year every five months have 153 days. */
  int months = month - 3;
  int march_year = year + floor_div (months, 12);
  int march_month = months - 12 * floor_div (months, 12);
  int era = floor_div (march_year, 400);
  int year_of_era = march_year - era * 400;

  return era * DAYS_PER_ERA
         + year_of_era * 365 + year_of_era / 4 - year_of_era / 100
         + (153 * march_month + 2) / 5
         + day - 1 - EPOCH;
}

/**
 * dramatis_day_get_ymd:
 * @day: days since 1970-01-01
 * @year: (out) (optional): its astronomical year
 * @month: (out) (optional): its month, 1 to 12
 * @month_day: (out) (optional): its day in the month, 1 to 31
 *
 * Tells the date of a day in the proleptic Gregorian calendar.
 */
void
dramatis_day_get_ymd (int  day,
                      int *year,
                      int *month,
                      int *month_day)
{
  gint64 days = (gint64) day + EPOCH;
  gint64 era = (days >= 0 ? days : days - DAYS_PER_ERA + 1) / DAYS_PER_ERA;
  int day_of_era = days - era * DAYS_PER_ERA;
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int march_month = (5 * day_of_year + 2) / 153;

  if (year != NULL)
    *year = era * 400 + year_of_era + (march_month >= 10);
  if (month != NULL)
    *month = march_month < 10 ? march_month + 3 : march_month - 9;
  if (month_day != NULL)
    *month_day = day_of_year - (153 * march_month + 2) / 5 + 1;
}

/**
 * dramatis_day_weekday:
 * @day: days since 1970-01-01
 *
 * Tells the day of the week.
 *
 * Returns: 1 for Monday to 7 for Sunday, as in ISO 8601
 */
int
dramatis_day_weekday (int day)
{
  /* 1970-01-01 was a Thursday; the detour over the remainder keeps far-off days from overflowing. */
  return ((day % 7) + 7 + 3) % 7 + 1;
}

/**
 * dramatis_month_length:
 * @year: an astronomical year
 * @month: a month, 1 to 12
 *
 * Tells how many days a month has.
 *
 * Returns: 28 to 31 days
 */
int
dramatis_month_length (int year,
                       int month)
{
  return dramatis_day_new (year, month + 1, 1) - dramatis_day_new (year, month, 1);
}
