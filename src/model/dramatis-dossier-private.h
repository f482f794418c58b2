/* dramatis-dossier-private.h: what the edits of a dossier share
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-dossier.h"

G_BEGIN_DECLS

void dramatis_append_once                (GPtrArray          *list,
                                          const char         *text);
void dramatis_dossier_replace_references (DramatisDossier    *self,
                                          GListModel         *things,
                                          const char         *property,
                                          const char * const *from,
                                          const char         *to);
void dramatis_dossier_redirect           (DramatisDossier    *self,
                                          GType               type,
                                          const char * const *from,
                                          const char         *to);

G_END_DECLS
