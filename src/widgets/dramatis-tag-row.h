/* dramatis-tag-row.h: a tag, to be edited
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dramatis-dossier.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_TAG_ROW (dramatis_tag_row_get_type ())

G_DECLARE_FINAL_TYPE (DramatisTagRow, dramatis_tag_row, DRAMATIS, TAG_ROW, AdwExpanderRow)

GtkWidget   *dramatis_tag_row_new     (DramatisDossier *dossier,
                                       DramatisTag     *tag);
DramatisTag *dramatis_tag_row_get_tag (DramatisTagRow  *self);
void         dramatis_tag_row_update  (DramatisTagRow  *self,
                                       guint            n_notes);

G_END_DECLS
