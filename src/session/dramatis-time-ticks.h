/* dramatis-time-ticks.h: the divisions of a time axis
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-time-axis.h"

G_BEGIN_DECLS

/**
 * DramatisTick:
 * @day: the first day after it
 * @x: where it lies, in pixels
 * @label: (nullable): what is written at it, from @x on
 *
 * A division of a time axis.
 */
typedef struct
{
  int     day;
  double  x;
  char   *label;
} DramatisTick;

/**
 * DramatisMeasureFunc:
 * @text: a label
 * @user_data: data
 *
 * Measures a label.
 *
 * Returns: its width in pixels
 */
typedef double (*DramatisMeasureFunc) (const char *text,
                                       gpointer    user_data);

GArray *dramatis_time_axis_create_ticks (DramatisTimeAxis    *self,
                                         DramatisMeasureFunc  measure,
                                         gpointer             user_data);
int     dramatis_time_axis_step         (DramatisTimeAxis    *self,
                                         int                  day,
                                         int                  n);

G_END_DECLS
