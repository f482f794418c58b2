/* dramatis-locator.h: finds many anchors again in a text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-alignment.h"
#include "dramatis-passage.h"

G_BEGIN_DECLS

typedef struct _DramatisLocator DramatisLocator;

DramatisLocator *dramatis_locator_new         (void);
void             dramatis_locator_free        (DramatisLocator      *self);
void             dramatis_locator_add_passage (DramatisLocator      *self,
                                               const char           *id,
                                               const char           *text);
void             dramatis_locator_compare     (DramatisLocator      *self,
                                               DramatisLocator      *old,
                                               DramatisAlignment    *alignment);
DramatisAnchor  *dramatis_locator_locate      (DramatisLocator      *self,
                                               const DramatisAnchor *anchor);
GPtrArray       *dramatis_locator_list        (DramatisLocator      *self,
                                               const DramatisAnchor *anchor,
                                               guint                 n_max);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DramatisLocator, dramatis_locator_free)

G_END_DECLS
