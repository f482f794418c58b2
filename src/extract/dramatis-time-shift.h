/* dramatis-time-shift.h: the day, week or year that lies some way from another
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-time.h"

G_BEGIN_DECLS

/* The numbers of the units in times.json. Seasons have those of EDTF. */
enum
{
  DRAMATIS_TIME_UNIT_DAY = 1,
  DRAMATIS_TIME_UNIT_WEEK,
  DRAMATIS_TIME_UNIT_WEEKEND,
  DRAMATIS_TIME_UNIT_MONTH,
  DRAMATIS_TIME_UNIT_QUARTER,
  DRAMATIS_TIME_UNIT_YEAR,
  DRAMATIS_TIME_UNIT_DECADE,
  DRAMATIS_TIME_UNIT_CENTURY,
  DRAMATIS_TIME_UNIT_SPRING = 21,
  DRAMATIS_TIME_UNIT_WINTER = 24,
};

DramatisTime *dramatis_time_new_printf (gboolean    approximate,
                                        const char *format,
                                        ...) G_GNUC_PRINTF (2, 3);
DramatisTime *dramatis_time_shift      (int         day,
                                        int         unit,
                                        int         offset,
                                        gboolean    past,
                                        gboolean    approximate);

G_END_DECLS
