/* dramatis-event-finder.h: what happened when, according to a text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-extraction.h"
#include "dramatis-time-grammar.h"

G_BEGIN_DECLS

void dramatis_event_finder_find (const DramatisTimeGrammar *grammar,
                                 const char                *text,
                                 GArray                    *tokens,
                                 DramatisExtraction        *extraction);

G_END_DECLS
