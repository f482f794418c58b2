/* dramatis-filter-private.h: the fields of the filter
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-filter.h"

G_BEGIN_DECLS

struct _DramatisFilter
{
  GObject         parent_instance;

  char          **actors;
  DramatisMatch   match;
  DramatisSpan   *span;
  char          **tags;
  char           *text;
  char           *folded_text;

  /* The last answer of dramatis_filter_match_passages (), and of which index */
  GArray         *positions;
  DramatisIndex  *index;
};

G_END_DECLS
