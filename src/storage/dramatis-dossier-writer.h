/* dramatis-dossier-writer.h: writes dossier files
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-dossier.h"
#include "dramatis-file.h"

G_BEGIN_DECLS

GBytes   *dramatis_dossier_to_bytes     (DramatisDossier          *dossier);
gboolean  dramatis_dossier_write        (DramatisDossier          *dossier,
                                         GFile                    *file,
                                         GError                  **error);
void      dramatis_dossier_write_async  (DramatisDossier          *dossier,
                                         GFile                    *file,
                                         const DramatisFileStamp  *stamp,
                                         GCancellable             *cancellable,
                                         GAsyncReadyCallback       callback,
                                         gpointer                  user_data);
gboolean  dramatis_dossier_write_finish (DramatisDossier          *dossier,
                                         GAsyncResult             *result,
                                         DramatisFileStamp        *stamp,
                                         guint                    *serial,
                                         GError                  **error);

G_END_DECLS
