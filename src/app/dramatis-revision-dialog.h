/* dramatis-revision-dialog.h: gives an article another text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dramatis-document.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_REVISION_DIALOG (dramatis_revision_dialog_get_type ())

G_DECLARE_FINAL_TYPE (DramatisRevisionDialog, dramatis_revision_dialog, DRAMATIS, REVISION_DIALOG, AdwWindow)

GtkWidget *dramatis_revision_dialog_new (DramatisDocument *document,
                                         DramatisArticle  *article);

G_END_DECLS
