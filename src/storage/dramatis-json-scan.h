/* dramatis-json-scan.h: what is wrong with a text as JSON
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-fault.h"

G_BEGIN_DECLS

/* How deep arrays and objects may be nested. json-glib 1.6 recurses, and runs out of stack at some 100,000. */
#define DRAMATIS_JSON_DEPTH_MAX 200

GBytes *dramatis_json_scan           (GBytes     *bytes,
                                      GPtrArray  *faults);
void    dramatis_json_pointer_append (GString    *pointer,
                                      const char *name,
                                      gssize      length);

G_END_DECLS
