/* dramatis-note-card.h: a note as it is read
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-session.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_NOTE_CARD (dramatis_note_card_get_type ())

G_DECLARE_FINAL_TYPE (DramatisNoteCard, dramatis_note_card, DRAMATIS, NOTE_CARD, GtkListBoxRow)

GtkWidget    *dramatis_note_card_new           (DramatisSession  *session,
                                                DramatisNote     *note);
gboolean      dramatis_note_card_get_editing   (DramatisNoteCard *self);
DramatisNote *dramatis_note_card_get_note      (DramatisNoteCard *self);
gboolean      dramatis_note_card_is_placed     (DramatisNoteCard *self);
void          dramatis_note_card_set_editing   (DramatisNoteCard *self,
                                                gboolean          editing);
void          dramatis_note_card_set_note      (DramatisNoteCard *self,
                                                DramatisNote     *note);
void          dramatis_note_card_update        (DramatisNoteCard *self);
void          dramatis_note_card_update_filter (DramatisNoteCard *self);

G_END_DECLS
