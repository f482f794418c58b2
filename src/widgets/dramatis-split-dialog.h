/* dramatis-split-dialog.h: parts the mentions of an actor
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dramatis-session.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_SPLIT_DIALOG (dramatis_split_dialog_get_type ())

G_DECLARE_FINAL_TYPE (DramatisSplitDialog, dramatis_split_dialog, DRAMATIS, SPLIT_DIALOG, AdwWindow)

GtkWidget *dramatis_split_dialog_new (DramatisSession *session,
                                      DramatisActor   *actor);

G_END_DECLS
