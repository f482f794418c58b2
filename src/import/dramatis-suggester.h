/* dramatis-suggester.h: what the program suggests for an article
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-dossier.h"

G_BEGIN_DECLS

typedef struct _DramatisSuggester DramatisSuggester;

DramatisSuggester *dramatis_suggester_new            (DramatisDossier      *dossier,
                                                      const char           *language,
                                                      DramatisTime         *published);
void               dramatis_suggester_free           (DramatisSuggester    *self);
void               dramatis_suggester_add_passage    (DramatisSuggester    *self,
                                                      const char           *text);
gboolean           dramatis_suggester_run            (DramatisSuggester    *self,
                                                      GCancellable         *cancellable,
                                                      GError              **error);
void               dramatis_suggester_apply          (DramatisSuggester    *self,
                                                      DramatisDossier      *dossier,
                                                      DramatisArticle      *article);
void               dramatis_suggester_supplement     (DramatisSuggester    *self,
                                                      DramatisDossier      *dossier,
                                                      DramatisArticle      *article);

void               dramatis_suggester_resolve_async  (DramatisDossier      *dossier,
                                                      DramatisArticle      *article,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
gboolean           dramatis_suggester_resolve_finish (DramatisDossier      *dossier,
                                                      GAsyncResult         *result,
                                                      GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DramatisSuggester, dramatis_suggester_free)

G_END_DECLS
