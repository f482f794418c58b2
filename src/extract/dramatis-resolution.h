/* dramatis-resolution.h: an expression of time while its days are looked for
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-time-resolver.h"

G_BEGIN_DECLS

/**
 * DramatisResolution:
 * @match: an expression of time
 * @context: what it depends on
 * @reference: (nullable): the time it was resolved against, %NULL as long as it says all itself
 *
 * An expression of time while its days are looked for.
 */
typedef struct
{
  const DramatisTimeMatch   *match;
  const DramatisTimeContext *context;
  DramatisTime              *reference;
} DramatisResolution;

gboolean      dramatis_resolution_get               (const DramatisResolution *self,
                                                     const char               *name,
                                                     int                      *value);
gboolean      dramatis_resolution_get_either        (const DramatisResolution *self,
                                                     const char               *first,
                                                     const char               *second,
                                                     int                      *value);
int           dramatis_resolution_get_published_day (DramatisResolution       *self);
gboolean      dramatis_resolution_get_last_day      (DramatisResolution       *self,
                                                     DramatisPrecision         precision,
                                                     int                      *day);
gboolean      dramatis_resolution_has_year          (const DramatisResolution *self);
gboolean      dramatis_resolution_get_year          (DramatisResolution       *self,
                                                     int                      *year);
gboolean      dramatis_resolution_find_year         (DramatisResolution       *self,
                                                     int                       month,
                                                     int                       day,
                                                     int                      *year);
gboolean      dramatis_resolution_resolve_relative  (DramatisResolution       *self,
                                                     DramatisTime            **time);

static inline int
dramatis_day_get_year (int day)
{
  int year;

  dramatis_day_get_ymd (day, &year, NULL, NULL);

  return year;
}

static inline DramatisTime *
dramatis_time_new_for_days (int start,
                            int end)
{
  DramatisSpan span = { start, end };

  return dramatis_time_new_for_span (&span);
}

G_END_DECLS
