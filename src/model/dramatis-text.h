/* dramatis-text.h: looking for words in text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-folded.h"

G_BEGIN_DECLS

gboolean dramatis_text_contains (const char    *text,
                                 const char    *folded_words);
gboolean dramatis_text_find     (const char    *text,
                                 const char    *words,
                                 guint          from,
                                 DramatisRange *range);

G_END_DECLS
