/* dramatis-alignment.h: which passages of two versions are the same
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GArray *dramatis_align (GPtrArray *old_texts,
                        GPtrArray *new_texts);

G_END_DECLS
