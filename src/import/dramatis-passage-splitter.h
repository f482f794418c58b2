/* dramatis-passage-splitter.h: plain text to passages
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-passage.h"

G_BEGIN_DECLS

GArray *dramatis_passage_splitter_split (const char  *text,
                                         char       **title,
                                         GStrv       *left_out);

G_END_DECLS
