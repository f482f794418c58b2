/* dramatis-revision.h: a new version of the text of an article
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-dossier.h"

G_BEGIN_DECLS

/**
 * DramatisRevisionRow:
 * @old: (nullable): the passage as it is, %NULL if there is none yet
 * @is_kept: whether there is such a passage in the new version
 * @kind: what it is in the new version
 * @text: (nullable): its text in the new version
 *
 * A passage of either version. One that was moved is the same passage.
 */
typedef struct
{
  DramatisPassage     *old;
  gboolean             is_kept;
  DramatisPassageKind  kind;
  char                *text;
} DramatisRevisionRow;

/**
 * DramatisRevisionCount:
 * @n_kept: are where they were
 * @n_moved: have been found elsewhere, or with changed words
 * @n_orphaned: have not been found, and had been there before
 *
 * What becomes of ranges of text.
 */
typedef struct
{
  guint n_kept;
  guint n_moved;
  guint n_orphaned;
} DramatisRevisionCount;

typedef struct _DramatisRevision DramatisRevision;

DramatisRevision            *dramatis_revision_new             (DramatisDossier  *dossier,
                                                                DramatisArticle  *article,
                                                                GArray           *drafts);
DramatisRevision            *dramatis_revision_new_correction  (DramatisDossier  *dossier,
                                                                DramatisPassage  *passage,
                                                                const char       *text);
void                         dramatis_revision_free            (DramatisRevision *self);
GArray                      *dramatis_revision_get_rows        (DramatisRevision *self);
const DramatisRevisionCount *dramatis_revision_get_notes       (DramatisRevision *self);
const DramatisRevisionCount *dramatis_revision_get_events      (DramatisRevision *self);
const DramatisRevisionCount *dramatis_revision_get_mentions    (DramatisRevision *self);
gboolean                     dramatis_revision_is_current      (DramatisRevision *self);
gboolean                     dramatis_revision_is_empty        (DramatisRevision *self);
GPtrArray                   *dramatis_revision_get_orphans     (DramatisRevision *self);
void                         dramatis_revision_apply           (DramatisRevision *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DramatisRevision, dramatis_revision_free)

G_END_DECLS
