/* dramatis-session-private.h: the fields of the session
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-session.h"
#include "dramatis-thing-list.h"

G_BEGIN_DECLS

/* One place where the words looked for stand. */
typedef struct
{
  guint         position;
  DramatisRange range;
} DramatisHit;

struct _DramatisSession
{
  GObject             parent_instance;

  DramatisDossier    *dossier;
  DramatisFilter     *filter;
  DramatisFilter     *spanless;     /* the same without its span: for what shows time itself */
  gboolean            spanless_changed;
  DramatisIndex      *index;
  DramatisArticle    *article;      /* NULL: all of them */
  guint               first;        /* the passages in scope */
  guint               n_passages;
  GArray             *matches;
  guint               current;
  GPtrArray          *marked;       /* of DramatisAnchor; NULL: no text is */
  DramatisNote       *active_note;
  DramatisEvent      *event;        /* the one pointed at */
  DramatisActorOrder  actor_order;
  DramatisNoteOrder   note_order;
  GHashTable         *note_keys;    /* DramatisNote → what it is sorted by, when that was needed */
  GHashTable         *colours;      /* interned id of actor → DramatisColour */

  GListModel         *actors;       /* this and the others: NULL until somebody asks */
  GtkFilter          *actor_filter;
  GtkSorter          *actor_sorter;
  DramatisThingList  *events;
  DramatisThingList  *notes;

  char               *find_text;
  GArray             *hits;         /* of DramatisHit, in reading order */
  guint               hit;          /* the current one; from 0 */
};

void dramatis_session_update_actors (DramatisSession *self);
void dramatis_session_update_events (DramatisSession *self);
void dramatis_session_update_notes (DramatisSession *self);
void dramatis_session_sort_notes (DramatisSession *self,
                                  GPtrArray       *notes);
GHashTable *dramatis_session_create_note_keys (void);
void dramatis_session_update_hits (DramatisSession *self);
void dramatis_session_emit_reveal (DramatisSession     *self,
                                   guint                position,
                                   const DramatisRange *range);

G_END_DECLS
