/* dramatis-dossier-text.h: from a dossier to the text of its file
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-dossier.h"

G_BEGIN_DECLS

/**
 * DramatisDossierSnapshot:
 * @dossier: the dossier
 * @articles: (element-type DramatisArticle): what is in the list of articles
 * @passages: (element-type GPtrArray): for each of @articles, what is in its list of passages
 * @actors: (element-type DramatisActor): what is in the list of actors
 * @events: (element-type DramatisEvent): what is in the list of events
 * @notes: (element-type DramatisNote): what is in the list of notes
 * @tags: (element-type DramatisTag): what is in the list of tags
 * @serial: what dramatis_history_get_serial() said then
 *
 * The lists of a dossier at one moment. A #GListStore remembers where it was asked last, so that no second thread may
 * ask it; but the things themselves can be read by another thread as long as edits wait.
 */
typedef struct
{
  DramatisDossier *dossier;
  GPtrArray       *articles;
  GPtrArray       *passages;
  GPtrArray       *actors;
  GPtrArray       *events;
  GPtrArray       *notes;
  GPtrArray       *tags;
  guint            serial;
} DramatisDossierSnapshot;

DramatisDossierSnapshot *dramatis_dossier_snapshot_new     (DramatisDossier         *dossier);
void                     dramatis_dossier_snapshot_free    (DramatisDossierSnapshot *self);
GBytes                  *dramatis_dossier_snapshot_to_text (DramatisDossierSnapshot *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DramatisDossierSnapshot, dramatis_dossier_snapshot_free)

G_END_DECLS
