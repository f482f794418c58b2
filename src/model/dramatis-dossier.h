/* dramatis-dossier.h: everything that one file holds
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dramatis-actor.h"
#include "dramatis-article.h"
#include "dramatis-event.h"
#include "dramatis-history.h"
#include "dramatis-note.h"
#include "dramatis-passage.h"
#include "dramatis-tag.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_DOSSIER (dramatis_dossier_get_type ())

G_DECLARE_FINAL_TYPE (DramatisDossier, dramatis_dossier, DRAMATIS, DOSSIER, GObject)

/* Properties: title, extra (unknown members), and read-only history, articles, actors, events, notes, tags.
 * Signals: "changed", once after each edit, undo or redo; "merged", when a thing takes the place of others. */

DramatisDossier *dramatis_dossier_new          (void);
GListModel      *dramatis_dossier_get_actors   (DramatisDossier *self);
GListModel      *dramatis_dossier_get_articles (DramatisDossier *self);
GListModel      *dramatis_dossier_get_events   (DramatisDossier *self);
const char      *dramatis_dossier_get_extra    (DramatisDossier *self);
DramatisHistory *dramatis_dossier_get_history  (DramatisDossier *self);
DramatisIndex   *dramatis_dossier_get_index    (DramatisDossier *self);
GListModel      *dramatis_dossier_get_notes    (DramatisDossier *self);
GListModel      *dramatis_dossier_get_tags     (DramatisDossier *self);
const char      *dramatis_dossier_get_title    (DramatisDossier *self);
gpointer         dramatis_dossier_lookup       (DramatisDossier *self,
                                                const char      *id);
char            *dramatis_dossier_create_id    (DramatisDossier *self,
                                                const char      *prefix,
                                                const char      *seed);

/* Edits. Each is one level of undo; inside dramatis_history_begin () … end () they join that level. */
void             dramatis_dossier_add          (DramatisDossier *self,
                                                gpointer         thing);
void             dramatis_dossier_remove       (DramatisDossier *self,
                                                gpointer         thing);
void             dramatis_dossier_add_all      (DramatisDossier *self,
                                                GPtrArray       *things);
void             dramatis_dossier_edit         (DramatisDossier *self,
                                                const char      *label,
                                                gpointer         thing,
                                                const char      *first_property,
                                                ...) G_GNUC_NULL_TERMINATED;
void             dramatis_dossier_set_status   (DramatisDossier *self,
                                                gpointer         thing,
                                                DramatisStatus   status);
DramatisTag     *dramatis_dossier_ensure_tag   (DramatisDossier *self,
                                                const char      *name);
void             dramatis_dossier_merge_tags   (DramatisDossier *self,
                                                DramatisTag     *tag,
                                                DramatisTag     *into);
DramatisTag     *dramatis_dossier_rename_tag   (DramatisDossier *self,
                                                DramatisTag     *tag,
                                                const char      *name);

/* Edits of events, likewise. */
void             dramatis_dossier_merge_events (DramatisDossier *self,
                                                DramatisEvent   *into,
                                                DramatisEvent   *other);

/* Edits of actors, likewise. Words that name somebody are given as anchors. */
DramatisActor   *dramatis_dossier_create_actor (DramatisDossier *self,
                                                DramatisAnchor  *anchor);
void             dramatis_dossier_rename_actor (DramatisDossier *self,
                                                DramatisActor   *actor,
                                                const char      *name);
void             dramatis_dossier_merge_actors (DramatisDossier *self,
                                                DramatisActor   *into,
                                                GPtrArray       *others);
DramatisActor   *dramatis_dossier_split_actor  (DramatisDossier *self,
                                                DramatisActor   *actor,
                                                GPtrArray       *words,
                                                const char      *name);
void             dramatis_dossier_reassign_mentions   (DramatisDossier *self,
                                                       DramatisActor   *from,
                                                       GPtrArray       *words,
                                                       DramatisActor   *to);
void             dramatis_dossier_set_mentions_status (DramatisDossier *self,
                                                       DramatisActor   *actor,
                                                       GPtrArray       *words,
                                                       DramatisStatus   status);
void             dramatis_dossier_set_aliases  (DramatisDossier    *self,
                                                DramatisActor      *actor,
                                                const char * const *aliases);
void             dramatis_dossier_set_membership (DramatisDossier *self,
                                                  DramatisActor   *member,
                                                  DramatisActor   *group,
                                                  gboolean         is_member);
void             dramatis_dossier_set_hidden   (DramatisDossier *self,
                                                GPtrArray       *actors,
                                                gboolean         hidden);

G_END_DECLS
