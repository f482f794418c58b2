/* dramatis-note-chips.h: the tags of a note, and what it has to do with
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-session.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_NOTE_CHIPS (dramatis_note_chips_get_type ())

G_DECLARE_FINAL_TYPE (DramatisNoteChips, dramatis_note_chips, DRAMATIS, NOTE_CHIPS, GtkWidget)

char *dramatis_note_dup_name            (DramatisNote      *note);
void  dramatis_note_chips_show          (DramatisNoteChips *self,
                                         const char        *id);
void  dramatis_note_chips_update        (DramatisNoteChips *self,
                                         DramatisSession   *session,
                                         DramatisNote      *note,
                                         gboolean           editing);
void  dramatis_note_chips_update_filter (DramatisNoteChips *self);

G_END_DECLS
