/* dramatis-json-text.h: writing values as JSON
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void dramatis_json_append_text (GString    *json,
                                const char *text);
void dramatis_json_append_node (GString    *json,
                                JsonNode   *node);

G_END_DECLS
