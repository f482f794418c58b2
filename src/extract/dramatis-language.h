/* dramatis-language.h: which language a text is written in
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *dramatis_language_choose (const char *tag,
                                const char *text);

char *dramatis_language_lower  (const char *text,
                                gssize      n_bytes);

G_END_DECLS
