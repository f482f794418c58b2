/* dramatis-diff-markup.h: what differs between two texts, for a label
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *dramatis_diff_to_markup (const char *old_text,
                               const char *new_text);

G_END_DECLS
