/* dramatis-wrap-layout.h: widgets in lines, like words
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DRAMATIS_TYPE_WRAP_LAYOUT (dramatis_wrap_layout_get_type ())

G_DECLARE_FINAL_TYPE (DramatisWrapLayout, dramatis_wrap_layout, DRAMATIS, WRAP_LAYOUT, GtkLayoutManager)

/* Properties: spacing (pixels, between widgets and between lines). */

GtkLayoutManager *dramatis_wrap_layout_new (void);

G_END_DECLS
