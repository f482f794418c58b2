/* dramatis-link.h: links from a note to things of the dossier
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DRAMATIS_LINK_SCHEME "dramatis"

char  *dramatis_link_to_markdown (const char *label,
                                  const char *id);
char  *dramatis_link_to_id       (const char *uri);
char **dramatis_link_find_ids    (const char *markdown);
char  *dramatis_link_redirect    (const char         *markdown,
                                  const char * const *from,
                                  const char         *to);

G_END_DECLS
