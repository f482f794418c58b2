/* dramatis-html-text.h: text and Markdown that are safe inside of HTML
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void dramatis_html_append_text     (GString    *html,
                                    const char *text);
void dramatis_html_append_lines    (GString    *html,
                                    const char *text);
void dramatis_html_append_markdown (GString    *html,
                                    const char *markdown,
                                    guint       heading_level,
                                    GHashTable *anchors);

G_END_DECLS
