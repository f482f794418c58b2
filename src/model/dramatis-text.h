/* dramatis-text.h: looking for words in text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-anchor.h"

G_BEGIN_DECLS

char     *dramatis_text_fold       (const char    *text);
gboolean  dramatis_text_contains   (const char    *text,
                                    const char    *folded_needle);
gboolean  dramatis_text_find       (const char    *folded,
                                    const char    *folded_needle,
                                    guint          from,
                                    DramatisRange *range);

G_END_DECLS
