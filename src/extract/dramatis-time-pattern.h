/* dramatis-time-pattern.h: the patterns of the rules for times
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *dramatis_time_pattern_expand (const char *pattern,
                                         GHashTable *named);

G_END_DECLS
