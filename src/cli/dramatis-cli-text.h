/* dramatis-cli-text.h: how the commands come by a text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-cli.h"
#include "dramatis-time.h"

G_BEGIN_DECLS

gboolean  dramatis_cli_parse_text_options (const char    *command,
                                           const char    *date,
                                           const char    *language,
                                           DramatisTime **published,
                                           int           *status);
GBytes   *dramatis_cli_read_bytes         (const char    *name,
                                           GError       **error);
char     *dramatis_cli_read_text          (const char    *name,
                                           GError       **error);

G_END_DECLS
