/* dramatis-document.h: an open dossier and its file
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-import.h"
#include "dramatis-session.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_DOCUMENT (dramatis_document_get_type ())

G_DECLARE_FINAL_TYPE (DramatisDocument, dramatis_document, DRAMATIS, DOCUMENT, GObject)

DramatisDocument *dramatis_document_new_example        (GError              **error);
void              dramatis_document_open_async         (GFile                *file,
                                                        GCancellable         *cancellable,
                                                        GAsyncReadyCallback   callback,
                                                        gpointer              user_data);
void              dramatis_document_open_text_async    (const char           *text,
                                                        GCancellable         *cancellable,
                                                        GAsyncReadyCallback   callback,
                                                        gpointer              user_data);
DramatisDocument *dramatis_document_open_finish        (GAsyncResult         *result,
                                                        GError              **error);
void              dramatis_document_add_article_async  (DramatisDocument     *self,
                                                        GFile                *file,
                                                        GCancellable         *cancellable,
                                                        GAsyncReadyCallback   callback,
                                                        gpointer              user_data);
DramatisArticle  *dramatis_document_add_article_finish (DramatisDocument     *self,
                                                        GAsyncResult         *result,
                                                        GError              **error);
void              dramatis_document_read_version_async (DramatisDocument     *self,
                                                        DramatisArticle      *article,
                                                        GFile                *file,
                                                        const char           *text,
                                                        GCancellable         *cancellable,
                                                        GAsyncReadyCallback   callback,
                                                        gpointer              user_data);
DramatisImport   *dramatis_document_read_version_finish (DramatisDocument    *self,
                                                         GAsyncResult        *result,
                                                         GError             **error);
void              dramatis_document_flush_async        (DramatisDocument     *self,
                                                        GCancellable         *cancellable,
                                                        GAsyncReadyCallback   callback,
                                                        gpointer              user_data);
gboolean          dramatis_document_flush_finish       (DramatisDocument     *self,
                                                        GAsyncResult         *result,
                                                        GError              **error);
gboolean          dramatis_document_save_copy          (DramatisDocument     *self,
                                                        GFile                *file,
                                                        GError              **error);
DramatisDossier  *dramatis_document_get_dossier        (DramatisDocument     *self);
const char       *dramatis_document_get_failure        (DramatisDocument     *self);
DramatisArticle  *dramatis_document_get_imported       (DramatisDocument     *self);
const char       *dramatis_document_get_left_out       (DramatisDocument     *self);
const char       *dramatis_document_get_path           (DramatisDocument     *self);

G_END_DECLS
