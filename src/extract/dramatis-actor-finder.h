/* dramatis-actor-finder.h: who is named in a text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-extraction.h"
#include "dramatis-gazetteer.h"

G_BEGIN_DECLS

void dramatis_actor_finder_find (const DramatisGazetteer *gazetteer,
                                 const char              *text,
                                 GArray                  *tokens,
                                 DramatisExtraction      *extraction);

G_END_DECLS
