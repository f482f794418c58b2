/* dramatis-time-private.h: the parts of a time, for its parser and its wording
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-time.h"

G_BEGIN_DECLS

typedef enum
{
  END_DATE,
  END_OPEN,
  END_UNKNOWN,
} EndKind;

typedef enum
{
  UNIT_DAY,
  UNIT_MONTH,
  UNIT_SEASON,        /* EDTF 21 to 24 */
  UNIT_QUARTER,       /* 33 to 36 */
  UNIT_HALF,          /* 40 and 41 */
  UNIT_YEAR,
  UNIT_DECADE,        /* 201X */
  UNIT_CENTURY,       /* 20XX */
  UNIT_SOME_DAY,      /* 2004-06-XX */
  UNIT_SOME_MONTH,    /* 2004-XX */
  UNIT_SOME_YEAR_DAY, /* 2004-XX-XX */
} Unit;

/* One date as written: a time that is no interval has two equal ones. */
typedef struct
{
  EndKind      kind;
  Unit         unit;
  int          year;  /* the first one of a decade or century */
  int          month; /* of a season, quarter, half: which one, from 1 */
  int          day;
  gboolean     approximate;
  gboolean     uncertain;
  DramatisSpan span;
} DramatisTimeEnd;

/* The year of a date that has none yet: “28 September” in “28 September – 3 October 2024” */
#define DRAMATIS_NO_YEAR G_MININT

struct _DramatisTime
{
  char            *edtf;
  DramatisTimeEnd  start;
  DramatisTimeEnd  end;
  DramatisSpan     span;
  gboolean         interval;
};

void          dramatis_time_end_append_edtf (const DramatisTimeEnd  *date,
                                             GString                *edtf);
gboolean      dramatis_time_end_read_day    (DramatisTimeEnd        *date,
                                             const char             *text);
DramatisTime *dramatis_time_new_as_written  (const char             *edtf,
                                             const char             *written,
                                             GError                **error);

G_END_DECLS
