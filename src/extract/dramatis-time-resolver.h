/* dramatis-time-resolver.h: which days an expression of time means
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-time-grammar.h"
#include "dramatis-time.h"

G_BEGIN_DECLS

/**
 * DramatisTimeContext:
 * @published: (nullable): when the text was published, if that is known to the day
 * @last: (nullable): the time that was mentioned last
 * @last_day: (nullable): the last one that was a day
 * @direction: -1 if what is told lies in the past, 1 if in the future, 0 if nothing says so
 * @forced: whether a word before the expression says so: "since", "until"
 * @narrative: whether dates without a year follow the time that was mentioned last
 * @after: (nullable): the beginning of the range of which the expression is the end
 * @year: the year that the end of the range gives to its beginning, 0 if none
 * @approximate: whether a word before the expression says that it is not exact
 *
 * What an expression of time depends on.
 */
typedef struct
{
  DramatisTime *published;
  DramatisTime *last;
  DramatisTime *last_day;
  int           direction;
  gboolean      forced;
  gboolean      narrative;
  DramatisTime *after;
  int           year;
  gboolean      approximate;
} DramatisTimeContext;

DramatisTime *dramatis_time_resolver_resolve (const DramatisTimeMatch    *match,
                                              const DramatisTimeContext  *context,
                                              DramatisTime              **reference);

G_END_DECLS
