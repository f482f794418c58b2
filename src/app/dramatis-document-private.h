/* dramatis-document-private.h: what opening and adding share
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-document.h"

G_BEGIN_DECLS

GBytes *dramatis_document_read_file (GFile   *file,
                                     GError **error);

G_END_DECLS
