/* dramatis-passage-row.h: a passage of the article, with its marks
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-passage-marks.h"
#include "dramatis-text-layout.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_PASSAGE_ROW (dramatis_passage_row_get_type ())

G_DECLARE_FINAL_TYPE (DramatisPassageRow, dramatis_passage_row, DRAMATIS, PASSAGE_ROW, GtkWidget)

GtkWidget          *dramatis_passage_row_new          (void);
void                dramatis_passage_row_set_dimmed   (DramatisPassageRow  *self,
                                                       gboolean             dimmed);
void                dramatis_passage_row_bind         (DramatisPassageRow  *self,
                                                       DramatisSession     *session,
                                                       guint                position,
                                                       PangoAttrList       *attributes);
void                dramatis_passage_row_update_marks (DramatisPassageRow  *self);
guint               dramatis_passage_row_get_position (DramatisPassageRow  *self);
DramatisPassage    *dramatis_passage_row_get_passage  (DramatisPassageRow  *self);
PangoLayout        *dramatis_passage_row_get_layout   (DramatisPassageRow  *self);
guint               dramatis_passage_row_get_at       (DramatisPassageRow  *self,
                                                       double               x,
                                                       double               y,
                                                       gboolean            *inside);
int                 dramatis_passage_row_get_x        (DramatisPassageRow  *self,
                                                       guint                offset);
gboolean            dramatis_passage_row_move_line    (DramatisPassageRow  *self,
                                                       guint               *offset,
                                                       int                  x,
                                                       int                  direction);
const DramatisMark *dramatis_passage_row_find_mark    (DramatisPassageRow  *self,
                                                       DramatisMarkKind     kind,
                                                       double               x,
                                                       double               y);
gboolean            dramatis_passage_row_get_bounds   (DramatisPassageRow  *self,
                                                       const DramatisRange *range,
                                                       graphene_rect_t     *bounds);

/* What goes beyond the marks of the dossier */
void                dramatis_passage_row_set_selected (DramatisPassageRow  *self,
                                                       const DramatisRange *range,
                                                       gboolean             caret,
                                                       guint                caret_offset);
void                dramatis_passage_row_set_flash    (DramatisPassageRow  *self,
                                                       const DramatisRange *range,
                                                       double               strength);

/* The mention or date that the keyboard is at */
const DramatisMark *dramatis_passage_row_get_focus_mark (DramatisPassageRow *self);
const DramatisMark *dramatis_passage_row_get_mention  (DramatisPassageRow  *self);
gboolean            dramatis_passage_row_step_mention (DramatisPassageRow  *self,
                                                       int                  direction);
void                dramatis_passage_row_focus_mention (DramatisPassageRow  *self,
                                                       const DramatisRange *range);

G_END_DECLS
