/* dramatis-dot.h: a dot in a colour of the palette
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dramatis-enums.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_DOT (dramatis_dot_get_type ())

G_DECLARE_FINAL_TYPE (DramatisDot, dramatis_dot, DRAMATIS, DOT, GtkWidget)

GtkWidget      *dramatis_dot_new        (DramatisColour  colour);
DramatisColour  dramatis_dot_get_colour (DramatisDot    *self);
gboolean        dramatis_dot_get_hollow (DramatisDot    *self);
void            dramatis_dot_set_colour (DramatisDot    *self,
                                         DramatisColour  colour);
void            dramatis_dot_set_hollow (DramatisDot    *self,
                                         gboolean        hollow);

G_END_DECLS
