/* dramatis-tag-dialog.h: the tags of a dossier, to be edited
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dramatis-dossier.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_TAG_DIALOG (dramatis_tag_dialog_get_type ())

G_DECLARE_FINAL_TYPE (DramatisTagDialog, dramatis_tag_dialog, DRAMATIS, TAG_DIALOG, AdwWindow)

GtkWidget *dramatis_tag_dialog_new (DramatisDossier *dossier);

G_END_DECLS
