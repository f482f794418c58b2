/* dramatis-markdown-text.h: text that is safe inside of Markdown
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How notes are read by md4c: raw HTML is text. */
#define DRAMATIS_MARKDOWN_FLAGS (MD_DIALECT_GITHUB | MD_FLAG_NOHTML)

void      dramatis_markdown_append_text        (GString    *markdown,
                                                const char *text,
                                                const char *line_prefix);
char     *dramatis_markdown_clean              (const char *markdown,
                                                GHashTable *anchors);
gsize     dramatis_markdown_measure_enumerator (const char *text);
char     *dramatis_markdown_resolve_references (const char *markdown);
char     *dramatis_uri_dup_link                (const char *uri);
gboolean  dramatis_uri_is_web                  (const char *uri);

G_END_DECLS
