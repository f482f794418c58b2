/* dramatis-thing-list.h: a list of things that is told what is in it
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-index.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_THING_LIST (dramatis_thing_list_get_type ())

G_DECLARE_FINAL_TYPE (DramatisThingList, dramatis_thing_list, DRAMATIS, THING_LIST, GObject)

DramatisThingList *dramatis_thing_list_new       (void);
void               dramatis_thing_list_set_items (DramatisThingList *self,
                                                  GPtrArray         *items,
                                                  DramatisIndex     *index);

G_END_DECLS
