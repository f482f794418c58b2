/* dramatis-extractor.h: reads actors, times and events out of a text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dramatis-extraction.h"

G_BEGIN_DECLS

typedef struct _DramatisExtractor DramatisExtractor;

DramatisExtractor  *dramatis_extractor_new         (const char         *language);
void                dramatis_extractor_free        (DramatisExtractor  *self);
guint               dramatis_extractor_add_actor   (DramatisExtractor  *self,
                                                    const char         *name,
                                                    DramatisActorKind   kind,
                                                    const char * const *aliases);
void                dramatis_extractor_skip_events (DramatisExtractor  *self);
DramatisExtraction *dramatis_extractor_extract     (DramatisExtractor  *self,
                                                    const char         *text,
                                                    DramatisTime       *published,
                                                    GCancellable       *cancellable,
                                                    GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DramatisExtractor, dramatis_extractor_free)

G_END_DECLS
