/* dramatis-decoder.h: bytes to text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *dramatis_decoder_decode (GBytes  *bytes,
                               GError **error);

G_END_DECLS
