/* dramatis-text.h: looking for words in text, and comparing texts
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
void     dramatis_text_compare  (const char    *a,
                                 const char    *b,
                                 guint         *n_start,
                                 guint         *n_end);
char    *dramatis_text_to_slug  (const char    *text,
                                 const char    *letters);

G_END_DECLS
