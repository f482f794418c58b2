/* dramatis-date-field.h: a date in a field of text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dramatis-time.h"

G_BEGIN_DECLS

void     dramatis_date_field_set  (GtkEditable   *field,
                                   DramatisTime  *time);
gboolean dramatis_date_field_read (GtkEditable   *field,
                                   GtkLabel      *meaning,
                                   const char    *empty,
                                   DramatisTime **time);

G_END_DECLS
