/* test-time-axis.c: times, pixels and the divisions between them
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "dramatis-span.h"
#include "dramatis-time-ticks.h"

#define N_RANDOM 10000

static DramatisTimeAxis *
create_random_axis (GRand *rand)
{
  DramatisTimeAxis *axis = dramatis_time_axis_new ();
  double first = dramatis_day_new (DRAMATIS_YEAR_MIN, 1, 1), last = dramatis_day_new (DRAMATIS_YEAR_MAX, 12, 31);
  double start = g_rand_double_range (rand, first, last);
  double length = pow (10, g_rand_double_range (rand, 0.7, 6.8));

  dramatis_time_axis_set_extent (axis, first, last);
  dramatis_time_axis_set_width (axis, g_rand_int_range (rand, 100, 4000));
  dramatis_time_axis_set_visible (axis, start, start + length);

  return axis;
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (DramatisTimeAxis) axis = create_random_axis (rand);
      double x = g_rand_double_range (rand, -100, dramatis_time_axis_get_width (axis) + 100);
      double time = dramatis_time_axis_x_to_time (axis, x);
      int day = (int) floor (time);

      g_assert_cmpfloat_with_epsilon (dramatis_time_axis_time_to_x (axis, time), x, 1e-3);
      /* A day that is found at a pixel is the day that lies there. */
      g_assert_cmpfloat (dramatis_time_axis_time_to_x (axis, day), <=, x + 1e-3);
      g_assert_cmpfloat (dramatis_time_axis_time_to_x (axis, day + 1), >=, x - 1e-3);
    }
}

static void
test_zoom_keeps_point (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (DramatisTimeAxis) axis = create_random_axis (rand);
      double x = g_rand_double_range (rand, 0, dramatis_time_axis_get_width (axis));
      double time = dramatis_time_axis_x_to_time (axis, x);
      double length = dramatis_time_axis_get_end (axis) - dramatis_time_axis_get_start (axis);
      double factor = g_rand_double_range (rand, 1, 3);

      dramatis_time_axis_zoom (axis, time, factor);
      g_assert_cmpfloat_with_epsilon (dramatis_time_axis_time_to_x (axis, time), x, 1e-2);
      g_assert_cmpfloat (dramatis_time_axis_get_end (axis) - dramatis_time_axis_get_start (axis), <=, length + 1e-6);
    }
}

static void
test_clamps (void)
{
  static const struct
  {
    double start, end, expected_start, expected_end;
  } cases[] = {
    { 100, 200, 100, 200 },
    { -50, 50, 0, 100 },
    { 950, 1050, 900, 1000 },
    { -500, 5000, 0, 1000 },
    { 499, 501, 497.5, 502.5 },
    { -10, -9, 0, 5 },
  };
  g_autoptr (DramatisTimeAxis) axis = dramatis_time_axis_new ();

  dramatis_time_axis_set_extent (axis, 0, 1000);
  g_assert_true (dramatis_time_axis_is_fit (axis));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      dramatis_time_axis_set_visible (axis, cases[i].start, cases[i].end);
      g_assert_cmpfloat (dramatis_time_axis_get_start (axis), ==, cases[i].expected_start);
      g_assert_cmpfloat (dramatis_time_axis_get_end (axis), ==, cases[i].expected_end);
    }
}

static void
test_pan (void)
{
  g_autoptr (DramatisTimeAxis) axis = dramatis_time_axis_new ();

  dramatis_time_axis_set_extent (axis, 0, 1000);
  dramatis_time_axis_set_width (axis, 200);
  dramatis_time_axis_set_visible (axis, 100, 200);

  dramatis_time_axis_pan (axis, 20);
  g_assert_cmpfloat (dramatis_time_axis_get_start (axis), ==, 110);
  dramatis_time_axis_pan (axis, -4000);
  g_assert_cmpfloat (dramatis_time_axis_get_start (axis), ==, 0);
  g_assert_cmpfloat (dramatis_time_axis_get_end (axis), ==, 100);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_notifies_on_change (void)
{
  g_autoptr (DramatisTimeAxis) axis = dramatis_time_axis_new ();
  guint count = 0;

  dramatis_time_axis_set_extent (axis, 0, 1000);
  g_signal_connect_swapped (axis, "notify", G_CALLBACK (count_cb), &count);

  dramatis_time_axis_fit (axis);
  dramatis_time_axis_set_width (axis, dramatis_time_axis_get_width (axis));
  g_assert_cmpuint (count, ==, 0);
  dramatis_time_axis_set_visible (axis, 0, 500);
  g_assert_cmpuint (count, ==, 1);
}

/* All characters of a test are 7 pixels wide. */
static double
measure (const char *text,
         gpointer    user_data)
{
  return 7.0 * g_utf8_strlen (text, -1);
}

static void
test_ticks_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (DramatisTimeAxis) axis = create_random_axis (rand);
      g_autoptr (GArray) ticks = dramatis_time_axis_create_ticks (axis, measure, NULL);
      double free_from = -G_MAXDOUBLE;
      int previous = G_MININT;

      g_assert_cmpuint (ticks->len, <, 2 + dramatis_time_axis_get_width (axis));
      for (guint j = 0; j < ticks->len; j++)
        {
          const DramatisTick *tick = &g_array_index (ticks, DramatisTick, j);

          g_assert_cmpint (tick->day, >, previous);
          g_assert_cmpfloat_with_epsilon (tick->x, dramatis_time_axis_time_to_x (axis, tick->day), 1e-6);
          previous = tick->day;
          if (tick->label == NULL)
            continue;
          g_assert_cmpfloat (tick->x, >=, free_from);
          free_from = tick->x + measure (tick->label, NULL);
        }
    }
}

/* The labels in 1000 pixels, separated by a vertical line. */
static char *
list_labels (int start,
             int end)
{
  g_autoptr (DramatisTimeAxis) axis = dramatis_time_axis_new ();
  g_autoptr (GArray) ticks = NULL;
  GString *labels = g_string_new (NULL);

  dramatis_time_axis_set_extent (axis, start, end);
  dramatis_time_axis_set_width (axis, 1000);
  ticks = dramatis_time_axis_create_ticks (axis, measure, NULL);
  for (guint i = 0; i < ticks->len; i++)
    {
      const DramatisTick *tick = &g_array_index (ticks, DramatisTick, i);

      if (tick->label == NULL || tick->x < 0)
        continue;
      if (labels->len > 0)
        g_string_append_c (labels, '|');
      g_string_append (labels, tick->label);
    }

  return g_string_free (labels, FALSE);
}

static void
test_tick_labels (void)
{
  static const struct
  {
    int         from[3], to[3];
    const char *labels;
  } cases[] = {
    { { 1945, 1, 1 }, { 2025, 1, 1 },
      "1945|1950|1955|1960|1965|1970|1975|1980|1985|1990|1995|2000|2005|2010|2015|2020|2025" },
    { { 2013, 12, 1 }, { 2015, 3, 1 },
      "Jan 2014|Apr 2014|Jul 2014|Oct 2014|Jan 2015" },
    { { 2024, 9, 26 }, { 2024, 10, 2 },
      "26 Sep 2024|27 Sep|28 Sep|29 Sep|30 Sep|1 Oct|2 Oct" },
    { { 2024, 9, 2 }, { 2024, 10, 20 },
      "2 Sep 2024|9 Sep|16 Sep|23 Sep|30 Sep|7 Oct|14 Oct" },
    { { -499, 1, 1 }, { 2000, 1, 1 },
      "400 BC|200 BC|AD 1|200|400|600|800|1000|1200|1400|1600|1800|2000" },
    { { -4, 1, 1 }, { 5, 1, 1 }, "5 BC|4 BC|3 BC|2 BC|1 BC|AD 1|AD 2|AD 3|AD 4|AD 5" },
    { { DRAMATIS_YEAR_MIN, 1, 1 }, { DRAMATIS_YEAR_MAX, 1, 1 },
      "10000 BC|8000 BC|6000 BC|4000 BC|2000 BC|AD 1|2000|4000|6000|8000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *labels = list_labels (dramatis_day_new (cases[i].from[0], cases[i].from[1], cases[i].from[2]),
                                             dramatis_day_new (cases[i].to[0], cases[i].to[1], cases[i].to[2]));

      g_assert_cmpstr (labels, ==, cases[i].labels);
    }
}

static void
test_step (void)
{
  g_autoptr (DramatisTimeAxis) axis = dramatis_time_axis_new ();
  int day = dramatis_day_new (1960, 1, 19);

  /* 12.5 pixels a year */
  dramatis_time_axis_set_extent (axis, dramatis_day_new (1945, 1, 1), dramatis_day_new (2025, 1, 1));
  dramatis_time_axis_set_width (axis, 1000);

  g_assert_cmpint (dramatis_time_axis_step (axis, day, 0), ==, day);
  g_assert_cmpint (dramatis_time_axis_step (axis, day, 1), ==, dramatis_day_new (1961, 1, 1));
  g_assert_cmpint (dramatis_time_axis_step (axis, day, 3), ==, dramatis_day_new (1963, 1, 1));
  g_assert_cmpint (dramatis_time_axis_step (axis, day, -1), ==, dramatis_day_new (1960, 1, 1));
  g_assert_cmpint (dramatis_time_axis_step (axis, day, -2), ==, dramatis_day_new (1959, 1, 1));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time-axis/round-trip", test_round_trip);
  g_test_add_func ("/time-axis/zoom-keeps-point", test_zoom_keeps_point);
  g_test_add_func ("/time-axis/clamps", test_clamps);
  g_test_add_func ("/time-axis/pan", test_pan);
  g_test_add_func ("/time-axis/notifies-on-change", test_notifies_on_change);
  g_test_add_func ("/time-axis/ticks/random", test_ticks_random);
  g_test_add_func ("/time-axis/ticks/labels", test_tick_labels);
  g_test_add_func ("/time-axis/step", test_step);

  return g_test_run ();
}
