/* dramatis-note-editor.h: where a note is written
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dramatis-session.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_NOTE_EDITOR (dramatis_note_editor_get_type ())

G_DECLARE_FINAL_TYPE (DramatisNoteEditor, dramatis_note_editor, DRAMATIS, NOTE_EDITOR, AdwBin)

GtkWidget *dramatis_note_editor_new    (DramatisSession    *session,
                                        DramatisNote       *note);
void       dramatis_note_editor_commit (DramatisNoteEditor *self);
void       dramatis_note_editor_update (DramatisNoteEditor *self);
void       dramatis_note_editor_set_times (DramatisNoteEditor *self,
                                           const char         *times);

G_END_DECLS
