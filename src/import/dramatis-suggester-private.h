/* dramatis-suggester-private.h: the inside of a suggester, for finding and for applying
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-extractor.h"
#include "dramatis-suggester.h"

G_BEGIN_DECLS

/* What stands between two passages, in code points. */
#define DRAMATIS_SUGGESTER_SEPARATOR_LENGTH 2

struct _DramatisSuggester
{
  DramatisExtractor  *extractor;
  DramatisTime       *published;
  GString            *text;
  guint               length;       /* of the text, in code points */
  GArray             *starts;       /* of each passage, in code points of the text */
  DramatisExtraction *extraction;
};

G_END_DECLS
