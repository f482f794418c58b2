/* dramatis-export-dialog.h: what to export, and as what
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dramatis-session.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_EXPORT_DIALOG (dramatis_export_dialog_get_type ())

G_DECLARE_FINAL_TYPE (DramatisExportDialog, dramatis_export_dialog, DRAMATIS, EXPORT_DIALOG, AdwWindow)

/* Signal "exported" (GFile): the file has been written, the dialog is about to close. */

GtkWidget *dramatis_export_dialog_new (DramatisSession *session);

G_END_DECLS
