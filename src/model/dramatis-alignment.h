/* dramatis-alignment.h: which words of two versions of a text are the same
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DramatisAlignment DramatisAlignment;

DramatisAlignment *dramatis_alignment_new           (GPtrArray         *old_texts,
                                                     GPtrArray         *new_texts);
void               dramatis_alignment_free          (DramatisAlignment *self);
GArray            *dramatis_alignment_pair_passages (DramatisAlignment *self);
double             dramatis_alignment_judge         (DramatisAlignment *self,
                                                     gsize              old_start,
                                                     gsize              old_end,
                                                     gsize              new_start,
                                                     gsize              new_end);
gssize             dramatis_alignment_map           (DramatisAlignment *self,
                                                     gsize              old_start);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DramatisAlignment, dramatis_alignment_free)

G_END_DECLS
