/* dramatis-grams.h: where words stand in a long text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How wide the places are that words may be near to, in bytes, and how many are looked for. */
#define DRAMATIS_GRAMS_PLACE_BITS 6
#define DRAMATIS_GRAMS_N_PLACES   6

typedef struct _DramatisGrams DramatisGrams;

DramatisGrams *dramatis_grams_new         (const char    *text,
                                           gsize          size);
void           dramatis_grams_free        (DramatisGrams *self);
GArray        *dramatis_grams_find        (DramatisGrams *self,
                                           const char    *words);
guint          dramatis_grams_find_likely (DramatisGrams *self,
                                           const char    *words,
                                           gsize         *places);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DramatisGrams, dramatis_grams_free)

G_END_DECLS
