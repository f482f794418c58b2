/* dramatis-passage-editor.h: corrects the text of a passage
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dramatis-session.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_PASSAGE_EDITOR (dramatis_passage_editor_get_type ())

G_DECLARE_FINAL_TYPE (DramatisPassageEditor, dramatis_passage_editor, DRAMATIS, PASSAGE_EDITOR, AdwWindow)

GtkWidget *dramatis_passage_editor_new (DramatisSession *session,
                                        DramatisPassage *passage);

G_END_DECLS
