/* dramatis-span.h: days and spans of days
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A day is an int: days since 1970-01-01 in the proleptic Gregorian calendar, without time zones.
 * Years are astronomical: year 0 is 1 BC. */

#define DRAMATIS_YEAR_MIN (-9999)
#define DRAMATIS_YEAR_MAX 9999
#define DRAMATIS_DAY_MIN  G_MININT
#define DRAMATIS_DAY_MAX  G_MAXINT

/**
 * DramatisSpan:
 * @start: the first day, or %DRAMATIS_DAY_MIN where there is no first one
 * @end: the day after the last one, or %DRAMATIS_DAY_MAX where there is no last one
 *
 * A half-open span of days.
 */
typedef struct
{
  int start;
  int end;
} DramatisSpan;

#define DRAMATIS_TYPE_SPAN (dramatis_span_get_type ())

GType         dramatis_span_get_type  (void) G_GNUC_CONST;
DramatisSpan *dramatis_span_copy      (const DramatisSpan *self);
void          dramatis_span_free      (DramatisSpan       *self);

static inline gboolean
dramatis_span_equal (const DramatisSpan *a,
                     const DramatisSpan *b)
{
  return a == b || (a != NULL && b != NULL && a->start == b->start && a->end == b->end);
}

/* By the first day, then by the last one. */
static inline int
dramatis_span_compare (const DramatisSpan *a,
                       const DramatisSpan *b)
{
  if (a->start != b->start)
    return a->start < b->start ? -1 : 1;

  return (a->end > b->end) - (a->end < b->end);
}

static inline gboolean
dramatis_span_overlaps (const DramatisSpan *a,
                        const DramatisSpan *b)
{
  return a->start < b->end && b->start < a->end;
}

static inline gboolean
dramatis_span_contains (const DramatisSpan *self,
                        int                 day)
{
  return self->start <= day && day < self->end;
}

int           dramatis_day_new        (int                 year,
                                       int                 month,
                                       int                 day);
void          dramatis_day_get_ymd    (int                 day,
                                       int                *year,
                                       int                *month,
                                       int                *month_day);
int           dramatis_day_weekday    (int                 day);
int           dramatis_month_length   (int                 year,
                                       int                 month);

G_END_DECLS
