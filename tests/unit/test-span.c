/* test-span.c: days and spans of days
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-span.h"

static const struct
{
  int year, month, day;
  int expected;
  int weekday;
} known_days[] = {
  { 1970, 1, 1, 0, 4 },
  { 1969, 12, 31, -1, 3 },
  { 2000, 2, 29, 11016, 2 },
  { 2024, 9, 27, 19993, 5 },
  { 1, 1, 1, -719162, 1 },
  { 0, 12, 31, -719163, 7 },
  { -4713, 11, 24, -2440588, 1 }, /* Julian day 0 */
};

static void
test_known (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (known_days); i++)
    {
      int day = dramatis_day_new (known_days[i].year, known_days[i].month, known_days[i].day);

      g_assert_cmpint (day, ==, known_days[i].expected);
      g_assert_cmpint (dramatis_day_weekday (day), ==, known_days[i].weekday);
    }

  g_assert_cmpint (dramatis_day_new (2024, 13, 1), ==, dramatis_day_new (2025, 1, 1));
  g_assert_cmpint (dramatis_day_new (2024, 0, 1), ==, dramatis_day_new (2023, 12, 1));
  g_assert_cmpint (dramatis_day_new (2024, 3, 0), ==, dramatis_day_new (2024, 2, 29));
}

static void
test_every_day (void)
{
  int day = dramatis_day_new (DRAMATIS_YEAR_MIN, 1, 1);

  for (int year = DRAMATIS_YEAR_MIN; year <= DRAMATIS_YEAR_MAX; year++)
    for (int month = 1; month <= 12; month++)
      {
        int length = dramatis_month_length (year, month);

        for (int month_day = 1; month_day <= length; month_day++, day++)
          {
            int y, m, d;

            dramatis_day_get_ymd (day, &y, &m, &d);
            if (y != year || m != month || d != month_day
                || dramatis_day_new (year, month, month_day) != day)
              g_error ("day %d is not %d-%d-%d", day, year, month, month_day);
          }
      }

  g_assert_cmpint (day, ==, dramatis_day_new (DRAMATIS_YEAR_MAX + 1, 1, 1));
}

static void
test_month_length (void)
{
  static const struct
  {
    int year, month, expected;
  } cases[] = {
    { 2023, 2, 28 }, { 2024, 2, 29 }, { 1900, 2, 28 }, { 2000, 2, 29 }, { 0, 2, 29 },
    { -4, 2, 29 }, { -100, 2, 28 }, { 2024, 4, 30 }, { 2024, 12, 31 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (dramatis_month_length (cases[i].year, cases[i].month), ==, cases[i].expected);
}

static void
test_extremes (void)
{
  int year;

  dramatis_day_get_ymd (DRAMATIS_DAY_MIN, &year, NULL, NULL);
  g_assert_cmpint (year, <, DRAMATIS_YEAR_MIN);
  dramatis_day_get_ymd (DRAMATIS_DAY_MAX, &year, NULL, NULL);
  g_assert_cmpint (year, >, DRAMATIS_YEAR_MAX);

  g_assert_cmpint (dramatis_day_weekday (DRAMATIS_DAY_MIN), >=, 1);
  g_assert_cmpint (dramatis_day_weekday (DRAMATIS_DAY_MAX), <=, 7);
}

static void
test_relations (void)
{
  static const struct
  {
    DramatisSpan a, b;
    gboolean     overlap;
  } cases[] = {
    { { 0, 10 }, { 10, 20 }, FALSE },
    { { 0, 10 }, { 9, 20 }, TRUE },
    { { 0, 10 }, { 3, 4 }, TRUE },
    { { DRAMATIS_DAY_MIN, 0 }, { -1, DRAMATIS_DAY_MAX }, TRUE },
    { { DRAMATIS_DAY_MIN, 0 }, { 0, DRAMATIS_DAY_MAX }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DramatisSpan *copy = dramatis_span_copy (&cases[i].a);

      g_assert_cmpint (dramatis_span_overlaps (copy, &cases[i].b), ==, cases[i].overlap);
      g_assert_cmpint (dramatis_span_overlaps (&cases[i].b, copy), ==, cases[i].overlap);
      g_assert_true (dramatis_span_equal (copy, &cases[i].a));
      g_assert_false (dramatis_span_equal (copy, NULL));
      dramatis_span_free (copy);
    }

  g_assert_true (dramatis_span_contains (&cases[0].a, 0));
  g_assert_false (dramatis_span_contains (&cases[0].a, 10));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/span/day/known", test_known);
  g_test_add_func ("/span/day/every-day", test_every_day);
  g_test_add_func ("/span/day/extremes", test_extremes);
  g_test_add_func ("/span/month-length", test_month_length);
  g_test_add_func ("/span/relations", test_relations);

  return g_test_run ();
}
