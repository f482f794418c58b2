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
  gboolean        whole_words;
  DramatisNeedle *needle;                         /* the text; NULL without */

  /* What follows from all this for one index, as much as was asked for; NULL otherwise */
  DramatisIndex  *index;
  GArray         *positions;                      /* see dramatis_filter_match_passages () */
  GHashTable     *found[DRAMATIS_N_HIT_KINDS];    /* the things that have the words */
};

void dramatis_filter_forget (DramatisFilter *self);

G_END_DECLS
