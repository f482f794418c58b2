/* dramatis-word-list.h: a sorted list of words that is searched where it lies
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean dramatis_word_list_contains (GBytes     *list,
                                      const char *word,
                                      gsize       n_bytes);

G_END_DECLS
