/* dramatis-completion.h: what may be meant by what is typed
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DRAMATIS_TYPE_COMPLETION (dramatis_completion_get_type ())

G_DECLARE_FINAL_TYPE (DramatisCompletion, dramatis_completion, DRAMATIS, COMPLETION, GtkPopover)

GtkWidget *dramatis_completion_new         (GtkWidget          *entry);
void       dramatis_completion_begin       (DramatisCompletion *self,
                                            const char         *typed);
void       dramatis_completion_offer       (DramatisCompletion *self,
                                            gpointer            thing,
                                            const char         *name,
                                            const char         *kind);
void       dramatis_completion_show        (DramatisCompletion *self,
                                            const GdkRectangle *place);
void       dramatis_completion_hide        (DramatisCompletion *self);
gboolean   dramatis_completion_is_shown    (DramatisCompletion *self);
GPtrArray *dramatis_completion_dup_names   (DramatisCompletion *self);

G_END_DECLS
