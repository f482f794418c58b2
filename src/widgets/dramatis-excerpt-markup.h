/* dramatis-excerpt-markup.h: words and what surrounds them, for a label
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dramatis-passage.h"

G_BEGIN_DECLS

GtkWidget *dramatis_excerpt_label_new (const char          *css_class,
                                       int                  lines);
char      *dramatis_excerpt_to_markup (DramatisPassage     *passage,
                                       const DramatisRange *ranges,
                                       guint                n_ranges);

G_END_DECLS
