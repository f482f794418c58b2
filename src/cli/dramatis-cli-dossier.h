/* dramatis-cli-dossier.h: how the commands come by their dossier
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-dossier-reader.h"

G_BEGIN_DECLS

DramatisDossier *dramatis_cli_read_dossier (DramatisDossierReader  *reader,
                                            const char             *name,
                                            GError                **error);

G_END_DECLS
