/* dramatis-thing.h: what has an identifier in a dossier
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-types.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_THING (dramatis_thing_get_type ())

G_DECLARE_DERIVABLE_TYPE (DramatisThing, dramatis_thing, DRAMATIS, THING, GObject)

struct _DramatisThingClass
{
  GObjectClass parent_class;
};

const char *dramatis_thing_get_id        (DramatisThing *self);
const char *dramatis_thing_get_extra     (DramatisThing *self);
guint       dramatis_thing_get_n_changes (DramatisThing *self);

G_END_DECLS
