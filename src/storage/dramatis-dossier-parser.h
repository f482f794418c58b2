/* dramatis-dossier-parser.h: from the text of a dossier file to the dossier
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-dossier.h"

G_BEGIN_DECLS

/* The version of the file format that is written. Later ones are read as far as they can be. */
#define DRAMATIS_DOSSIER_FORMAT  "dramatis-dossier"
#define DRAMATIS_DOSSIER_VERSION 1

DramatisDossier *dramatis_dossier_parse (GBytes    *bytes,
                                         GPtrArray *faults,
                                         gboolean  *newer);

G_END_DECLS
