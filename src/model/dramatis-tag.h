/* dramatis-tag.h: a tag of notes
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-enums.h"
#include "dramatis-thing.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_TAG (dramatis_tag_get_type ())

G_DECLARE_FINAL_TYPE (DramatisTag, dramatis_tag, DRAMATIS, TAG, DramatisThing)

/* Properties: name, colour, description. */

DramatisTag    *dramatis_tag_new             (const char  *id,
                                              const char  *name);
DramatisColour  dramatis_tag_get_colour      (DramatisTag *self);
const char     *dramatis_tag_get_description (DramatisTag *self);
const char     *dramatis_tag_get_name        (DramatisTag *self);

G_END_DECLS
