/* dramatis-time.h: a time as EDTF says it, with its span of days
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-enums.h"
#include "dramatis-span.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_TIME  (dramatis_time_get_type ())
#define DRAMATIS_TIME_ERROR (dramatis_time_error_quark ())

typedef enum
{
  DRAMATIS_TIME_ERROR_SYNTAX,
  DRAMATIS_TIME_ERROR_RANGE,
} DramatisTimeError;

/* Immutable and reference counted. */
typedef struct _DramatisTime DramatisTime;

GType               dramatis_time_get_type            (void) G_GNUC_CONST;
GQuark              dramatis_time_error_quark         (void);
DramatisTime       *dramatis_time_new                 (const char          *edtf,
                                                       GError             **error);
DramatisTime       *dramatis_time_new_for_span        (const DramatisSpan  *span);
DramatisTime       *dramatis_time_new_from_words      (const char          *text,
                                                       GError             **error);
DramatisTime       *dramatis_time_ref                 (DramatisTime        *self);
void                dramatis_time_unref               (DramatisTime        *self);
const char         *dramatis_time_get_edtf            (const DramatisTime  *self);
const DramatisSpan *dramatis_time_get_span            (const DramatisTime  *self);
DramatisPrecision   dramatis_time_get_start_precision (const DramatisTime  *self);
DramatisPrecision   dramatis_time_get_end_precision   (const DramatisTime  *self);
gboolean            dramatis_time_is_interval         (const DramatisTime  *self);
gboolean            dramatis_time_is_approximate      (const DramatisTime  *self);
gboolean            dramatis_time_is_uncertain        (const DramatisTime  *self);
gboolean            dramatis_time_is_start_unknown    (const DramatisTime  *self);
gboolean            dramatis_time_is_end_unknown      (const DramatisTime  *self);
gboolean            dramatis_time_equal               (const DramatisTime  *a,
                                                       const DramatisTime  *b);
int                 dramatis_time_compare             (const DramatisTime  *a,
                                                       const DramatisTime  *b);
char               *dramatis_time_to_text             (const DramatisTime  *self);
char               *dramatis_day_to_edtf              (int                  day);
char               *dramatis_year_to_text             (int                  year);
char               *dramatis_month_to_text            (int                  month,
                                                       const char          *format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DramatisTime, dramatis_time_unref)

G_END_DECLS
