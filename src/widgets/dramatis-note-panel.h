/* dramatis-note-panel.h: the notes of the dossier
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dramatis-session.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_NOTE_PANEL (dramatis_note_panel_get_type ())

G_DECLARE_FINAL_TYPE (DramatisNotePanel, dramatis_note_panel, DRAMATIS, NOTE_PANEL, AdwBin)

GtkWidget       *dramatis_note_panel_new         (DramatisSession   *session);
DramatisSession *dramatis_note_panel_get_session (DramatisNotePanel *self);
void             dramatis_note_panel_set_session (DramatisNotePanel *self,
                                                  DramatisSession   *session);

G_END_DECLS
