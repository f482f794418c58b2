/* dramatis-note-bar.h: a note at the margin of the article
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-session.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_NOTE_BAR (dramatis_note_bar_get_type ())

G_DECLARE_FINAL_TYPE (DramatisNoteBar, dramatis_note_bar, DRAMATIS, NOTE_BAR, GtkWidget)

GtkWidget           *dramatis_note_bar_new       (void);
void                 dramatis_note_bar_bind      (DramatisNoteBar     *self,
                                                  DramatisSession     *session,
                                                  DramatisNote        *note,
                                                  const DramatisRange *range);
const DramatisRange *dramatis_note_bar_get_range (DramatisNoteBar     *self);

G_END_DECLS
