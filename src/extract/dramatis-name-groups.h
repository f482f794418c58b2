/* dramatis-name-groups.h: which names of a text name the same actor
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-gazetteer.h"

G_BEGIN_DECLS

typedef struct _DramatisNameGroups DramatisNameGroups;

DramatisNameGroups *dramatis_name_groups_new         (const DramatisGazetteer  *gazetteer,
                                                      const char               *text,
                                                      GArray                   *tokens,
                                                      GArray                   *candidates);
void                dramatis_name_groups_free        (DramatisNameGroups       *self);
guint               dramatis_name_groups_get_size    (const DramatisNameGroups *self);
void                dramatis_name_groups_merge       (DramatisNameGroups       *self);
guint               dramatis_name_groups_find_root   (const DramatisNameGroups *self,
                                                      guint                     group);
guint               dramatis_name_groups_get_actor   (DramatisNameGroups       *self,
                                                      guint                     candidate);
const char         *dramatis_name_groups_get_name    (const DramatisNameGroups *self,
                                                      guint                     group);
DramatisActorKind   dramatis_name_groups_get_kind    (const DramatisNameGroups *self,
                                                      guint                     group);
GArray             *dramatis_name_groups_get_candidates
                                                     (const DramatisNameGroups *self,
                                                      guint                     group);
const char         *dramatis_name_groups_get_surface (const DramatisNameGroups *self,
                                                      guint                     candidate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DramatisNameGroups, dramatis_name_groups_free)

G_END_DECLS
