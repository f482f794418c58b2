/* dramatis-colour-chooser.h: one of the colours of the palette
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dramatis-enums.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_COLOUR_CHOOSER (dramatis_colour_chooser_get_type ())

G_DECLARE_FINAL_TYPE (DramatisColourChooser, dramatis_colour_chooser, DRAMATIS, COLOUR_CHOOSER, GtkWidget)

GtkWidget      *dramatis_colour_chooser_new        (void);
DramatisColour  dramatis_colour_chooser_get_colour (DramatisColourChooser *self);
void            dramatis_colour_chooser_set_colour (DramatisColourChooser *self,
                                                    DramatisColour         colour);

G_END_DECLS
