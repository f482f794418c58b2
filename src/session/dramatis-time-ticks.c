/* dramatis-time-ticks.c: the divisions of a time axis
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-time-ticks.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "dramatis-time.h"

/* Pixels between two labels, and the fewest between two ticks. */
#define LABEL_GAP 14
#define TICK_GAP  7

typedef enum
{
  UNIT_DAY,
  UNIT_WEEK,
  UNIT_MONTH,
  UNIT_YEAR,
} Unit;

typedef struct
{
  Unit unit;
  int  n;
} Step;

/* From fine to coarse; each divides into whole steps of one of the finer ones. */
static const Step steps[] = {
  { UNIT_DAY, 1 }, { UNIT_WEEK, 1 },
  { UNIT_MONTH, 1 }, { UNIT_MONTH, 3 }, { UNIT_MONTH, 6 },
  { UNIT_YEAR, 1 }, { UNIT_YEAR, 2 }, { UNIT_YEAR, 5 }, { UNIT_YEAR, 10 }, { UNIT_YEAR, 20 }, { UNIT_YEAR, 50 },
  { UNIT_YEAR, 100 }, { UNIT_YEAR, 200 }, { UNIT_YEAR, 500 }, { UNIT_YEAR, 1000 }, { UNIT_YEAR, 2000 },
  { UNIT_YEAR, 5000 }, { UNIT_YEAR, 10000 },
};

static double
step_days (const Step *self)
{
  static const double days[] = { [UNIT_DAY] = 1, [UNIT_WEEK] = 7, [UNIT_MONTH] = 30.44, [UNIT_YEAR] = 365.2425 };

  return self->n * days[self->unit];
}

static int
floor_to (int value,
          int n)
{
  return value - ((value % n) + n) % n;
}

/* Years before our era are counted backwards, so the round ones are 100 BC, AD 1, 100, 200. */
static int
floor_year (int year,
            int n)
{
  if (n == 1)
    return year;
  if (year >= 1)
    return MAX (floor_to (year, n), 1);

  return 1 - floor_to (n - year, n);
}

static int
next_year (int year,
           int n)
{
  if (n == 1)
    return year + 1;
  if (year >= 1)
    return floor_to (year, n) + n;

  /* 1 - year is the year BC, a multiple of n: the next one is nearer to our era, or its first year. */
  return 1 - year > n ? year + n : 1;
}

/* The last tick of a step at or before a day. */
static int
step_floor (const Step *self,
            int         day)
{
  int year, month;

  switch (self->unit)
    {
    case UNIT_DAY:
      return day;
    case UNIT_WEEK:
      return day - (dramatis_day_weekday (day) - 1);
    case UNIT_MONTH:
      dramatis_day_get_ymd (day, &year, &month, NULL);
      return dramatis_day_new (year, floor_to (month - 1, self->n) + 1, 1);
    case UNIT_YEAR:
    default:
      dramatis_day_get_ymd (day, &year, NULL, NULL);
      return dramatis_day_new (floor_year (year, self->n), 1, 1);
    }
}

/* The tick after that of step_floor (). */
static int
step_next (const Step *self,
           int         tick)
{
  int year, month;

  switch (self->unit)
    {
    case UNIT_DAY:
      return tick + 1;
    case UNIT_WEEK:
      return tick + 7;
    case UNIT_MONTH:
      dramatis_day_get_ymd (tick, &year, &month, NULL);
      return dramatis_day_new (year, month + self->n, 1);
    case UNIT_YEAR:
    default:
      dramatis_day_get_ymd (tick, &year, NULL, NULL);
      return dramatis_day_new (next_year (year, self->n), 1, 1);
    }
}

/* @first: the first label that can be seen says the year too. */
static char *
step_format (const Step *self,
             int         day,
             gboolean    first)
{
  g_autofree char *year_text = NULL, *month_text = NULL;
  int year, month, month_day;

  dramatis_day_get_ymd (day, &year, &month, &month_day);
  year_text = dramatis_year_to_text (year);

  if (self->unit == UNIT_YEAR)
    return g_steal_pointer (&year_text);

  if (self->unit == UNIT_MONTH)
    {
      month_text = dramatis_month_to_text (month, "%Ob");
      /* Translators: abbreviated month, year: Mar 2014 */
      return g_strdup_printf (C_("tick", "%s %s"), month_text, year_text);
    }

  month_text = dramatis_month_to_text (month, "%b");
  if (first)
    /* Translators: day, abbreviated month, year: 27 Sep 2024 */
    return g_strdup_printf (C_("tick", "%d %s %s"), month_day, month_text, year_text);

  /* Translators: day, abbreviated month: 27 Sep */
  return g_strdup_printf (C_("tick", "%d %s"), month_day, month_text);
}

/* The widest label that a step may need near a year. */
static double
measure_step (const Step          *self,
              int                  year,
              DramatisMeasureFunc  measure,
              gpointer             user_data)
{
  int sample_year = year <= 0 ? (year <= -999 ? -8887 : -887) : 2888;
  double widest = 0;

  if (self->unit == UNIT_YEAR)
    {
      g_autofree char *label = step_format (self, dramatis_day_new (sample_year, 1, 1), TRUE);

      return measure (label, user_data);
    }

  for (int month = 1; month <= 12; month++)
    {
      g_autofree char *label = step_format (self, dramatis_day_new (sample_year, month, 28), TRUE);

      widest = MAX (widest, measure (label, user_data));
    }

  return widest;
}

static void
tick_clear (gpointer data)
{
  DramatisTick *tick = data;

  g_free (tick->label);
}

static const Step *
find_labelled_step (DramatisTimeAxis    *self,
                    DramatisMeasureFunc  measure,
                    gpointer             user_data)
{
  double scale = dramatis_time_axis_get_scale (self);
  double widths[UNIT_YEAR + 1] = { 0, };
  int year;

  dramatis_day_get_ymd ((int) floor (dramatis_time_axis_get_start (self)), &year, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      double *width = &widths[steps[i].unit];

      if (*width == 0)
        *width = measure_step (&steps[i], year, measure, user_data);
      if (step_days (&steps[i]) * scale >= *width + LABEL_GAP)
        return &steps[i];
    }

  return &steps[G_N_ELEMENTS (steps) - 1];
}

/* Whether each tick of @coarse is one of @fine: weeks run across months. */
static gboolean
step_divides (const Step *fine,
              const Step *coarse)
{
  if (fine->unit == UNIT_WEEK)
    return FALSE;
  if (fine->unit == coarse->unit)
    return coarse->n % fine->n == 0;
  if (fine->unit == UNIT_MONTH)
    return coarse->unit == UNIT_YEAR;
  if (fine->unit == UNIT_YEAR)
    return FALSE;

  return TRUE;
}

static const Step *
find_finest_step (double      scale,
                  const Step *labelled)
{
  for (const Step *step = steps; step < labelled; step++)
    {
      if (step_days (step) * scale >= TICK_GAP && step_divides (step, labelled))
        return step;
    }

  return labelled;
}

/**
 * dramatis_time_axis_create_ticks:
 * @self: an axis
 * @measure: (scope call): measures labels
 * @user_data: data for @measure
 *
 * Divides what is visible by a step that suits the scale: from days to thousands of years.
 *
 * The days of the ticks strictly increase and their labels do not overlap. The step does not change while
 * panning. The first tick may lie before what is visible, since its label may reach into it.
 *
 * Returns: (transfer full) (element-type DramatisTick): the ticks in order of time
 */
GArray *
dramatis_time_axis_create_ticks (DramatisTimeAxis    *self,
                                 DramatisMeasureFunc  measure,
                                 gpointer             user_data)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (DramatisTick));
  const Step *labelled, *finest;
  int first_day, last_day;
  double free_from = -G_MAXDOUBLE;
  gboolean first = TRUE;

  g_return_val_if_fail (DRAMATIS_IS_TIME_AXIS (self), ticks);

  g_array_set_clear_func (ticks, tick_clear);
  labelled = find_labelled_step (self, measure, user_data);
  finest = find_finest_step (dramatis_time_axis_get_scale (self), labelled);
  first_day = (int) floor (dramatis_time_axis_get_start (self));
  last_day = (int) ceil (dramatis_time_axis_get_end (self));

  for (int day = step_floor (labelled, first_day); day <= last_day; day = step_next (finest, day))
    {
      DramatisTick tick = { day, dramatis_time_axis_time_to_x (self, day), NULL };

      if (step_floor (labelled, day) == day)
        {
          g_autofree char *label = step_format (labelled, day, first && tick.x >= 0);

          if (tick.x >= free_from)
            {
              free_from = tick.x + measure (label, user_data) + LABEL_GAP / 2;
              tick.label = g_steal_pointer (&label);
            }
          if (tick.x >= 0)
            first = FALSE;
        }
      g_array_append_val (ticks, tick);
    }

  return ticks;
}

/**
 * dramatis_time_axis_step:
 * @self: an axis
 * @day: a day
 * @n: how many steps, later or (less than 0) earlier
 *
 * Moves a day by the finest unit that can be told apart at the present scale: onto its divisions.
 *
 * Returns: a day
 */
int
dramatis_time_axis_step (DramatisTimeAxis *self,
                         int               day,
                         int               n)
{
  const Step *step;

  g_return_val_if_fail (DRAMATIS_IS_TIME_AXIS (self), day);

  step = find_finest_step (dramatis_time_axis_get_scale (self), &steps[G_N_ELEMENTS (steps) - 1]);
  for (; n > 0; n--)
    day = step_next (step, step_floor (step, day));
  for (; n < 0; n++)
    day = step_floor (step, day - 1);

  return day;
}
