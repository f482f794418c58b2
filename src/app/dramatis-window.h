/* dramatis-window.h: a window with a dossier
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-application.h"
#include "dramatis-document.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_WINDOW (dramatis_window_get_type ())

G_DECLARE_FINAL_TYPE (DramatisWindow, dramatis_window, DRAMATIS, WINDOW, AdwApplicationWindow)

DramatisWindow   *dramatis_window_new           (DramatisApplication *application);
DramatisDocument *dramatis_window_get_document  (DramatisWindow      *self);
void              dramatis_window_set_document  (DramatisWindow      *self,
                                                 DramatisDocument    *document);
void              dramatis_window_open          (DramatisWindow      *self,
                                                 GFile               *file);
void              dramatis_window_show_error    (DramatisWindow      *self,
                                                 const char          *heading,
                                                 const GError        *error);

G_END_DECLS
