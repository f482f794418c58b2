/* dramatis-note-quotes.h: the words that a note is about
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-session.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_NOTE_QUOTES (dramatis_note_quotes_get_type ())

G_DECLARE_FINAL_TYPE (DramatisNoteQuotes, dramatis_note_quotes, DRAMATIS, NOTE_QUOTES, GtkBox)

void dramatis_note_quotes_update (DramatisNoteQuotes *self,
                                  DramatisSession    *session,
                                  DramatisNote       *note,
                                  gboolean            editing);

G_END_DECLS
