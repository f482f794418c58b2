/* dramatis-markdown.h: a note's Markdown as a label shows it
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *dramatis_markdown_to_markup (const char *text);
char *dramatis_markdown_to_text   (const char *text);

G_END_DECLS
