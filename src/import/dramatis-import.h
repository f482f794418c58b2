/* dramatis-import.h: a text on its way to becoming an article
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-dossier.h"
#include "dramatis-revision.h"

G_BEGIN_DECLS

typedef struct _DramatisImport DramatisImport;

DramatisImport      *dramatis_import_new          (DramatisDossier  *dossier,
                                                   const char       *title,
                                                   const char       *language,
                                                   DramatisTime     *published);
void                 dramatis_import_free         (DramatisImport   *self);
gboolean             dramatis_import_read         (DramatisImport   *self,
                                                   GBytes           *bytes,
                                                   const char       *name,
                                                   GCancellable     *cancellable,
                                                   GError          **error);
DramatisArticle     *dramatis_import_apply        (DramatisImport   *self,
                                                   DramatisDossier  *dossier);
DramatisRevision    *dramatis_import_create_revision (DramatisImport *self,
                                                      DramatisDossier *dossier,
                                                      DramatisArticle *article);
void                 dramatis_import_apply_revision (DramatisImport  *self,
                                                     DramatisDossier *dossier,
                                                     DramatisArticle *article,
                                                     DramatisRevision *revision);
const char * const  *dramatis_import_get_left_out (DramatisImport   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DramatisImport, dramatis_import_free)

G_END_DECLS
