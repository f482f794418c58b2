/* dramatis-index.h: which passages, events and notes belong together
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-dated-event.h"
#include "dramatis-dossier.h"
#include "dramatis-folded.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_INDEX (dramatis_index_get_type ())

G_DECLARE_FINAL_TYPE (DramatisIndex, dramatis_index, DRAMATIS, INDEX, GObject)

/* A snapshot of the dossier's ties, another one when it has changed: see dramatis_dossier_get_index().
 * A position counts the passages of all articles in reading order, from 0. What is rejected is left out.
 * Arrays are owned by the index. */

DramatisIndex   *dramatis_index_new                 (DramatisDossier *dossier,
                                                     DramatisIndex   *previous);
GPtrArray       *dramatis_index_get_passages        (DramatisIndex   *self);  /* of DramatisPassage */
guint            dramatis_index_get_text_serial     (DramatisIndex   *self);
DramatisArticle *dramatis_index_get_article         (DramatisIndex   *self,
                                                     guint            position);
void             dramatis_index_get_scope           (DramatisIndex   *self,
                                                     DramatisArticle *article,
                                                     guint           *first,
                                                     guint           *n_passages);
gboolean         dramatis_index_get_position        (DramatisIndex   *self,
                                                     const char      *passage_id,
                                                     guint           *position);
GArray          *dramatis_index_get_events          (DramatisIndex   *self);  /* of DramatisDatedEvent, sorted */
GPtrArray       *dramatis_index_get_events_at       (DramatisIndex   *self,   /* evidence in that passage; nullable */
                                                     guint            position);
GArray          *dramatis_index_get_spans_at        (DramatisIndex   *self,   /* of DramatisSpan; nullable */
                                                     guint            position);
GPtrArray       *dramatis_index_get_notes           (DramatisIndex   *self);
const guint     *dramatis_index_get_note_positions  (DramatisIndex   *self,
                                                     guint            number,
                                                     guint           *n_positions);
GPtrArray       *dramatis_index_get_notes_at        (DramatisIndex   *self,   /* nullable */
                                                     guint            position);
GArray          *dramatis_index_get_actor_passages  (DramatisIndex   *self,   /* positions, ascending; nullable */
                                                     const char      *actor_id);
guint            dramatis_index_get_actor_mentions  (DramatisIndex   *self,   /* how many */
                                                     const char      *actor_id);
GPtrArray       *dramatis_index_get_back_links      (DramatisIndex   *self,   /* of DramatisNote; nullable */
                                                     const char      *id);
GPtrArray       *dramatis_index_get_notes_about     (DramatisIndex   *self,   /* of DramatisNote; nullable */
                                                     const char      *id);
gboolean         dramatis_index_has_notes_about     (DramatisIndex   *self,
                                                     const char      *id);

/* Finding words */
gboolean         dramatis_index_fold                (DramatisIndex   *self,
                                                     gint64           until);
GPtrArray       *dramatis_index_get_things          (DramatisIndex   *self,
                                                     DramatisHitKind  kind);
DramatisFolded  *dramatis_index_get_folded          (DramatisIndex   *self,
                                                     DramatisHitKind  kind);
GPtrArray       *dramatis_index_find                (DramatisIndex   *self,
                                                     DramatisHitKind  kind,
                                                     const DramatisNeedle *needle);
GHashTable      *dramatis_index_find_set            (DramatisIndex   *self,
                                                     DramatisHitKind  kind,
                                                     const DramatisNeedle *needle);

G_END_DECLS
