/* dramatis-time-finder.h: which times a text tells
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-extraction.h"
#include "dramatis-time-grammar.h"

G_BEGIN_DECLS

void dramatis_time_finder_find (const DramatisTimeGrammar *grammar,
                                const char                *text,
                                GArray                    *tokens,
                                DramatisTime              *published,
                                DramatisExtraction        *extraction);

G_END_DECLS
