/* dramatis-merge-dialog.h: makes one actor of several
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dramatis-session.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_MERGE_DIALOG (dramatis_merge_dialog_get_type ())

G_DECLARE_FINAL_TYPE (DramatisMergeDialog, dramatis_merge_dialog, DRAMATIS, MERGE_DIALOG, AdwWindow)

GtkWidget *dramatis_merge_dialog_new (DramatisSession *session,
                                      DramatisActor   *actor);

G_END_DECLS
