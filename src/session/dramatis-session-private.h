/* dramatis-session-private.h: the fields of the session
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-session.h"
#include "dramatis-thing-list.h"

G_BEGIN_DECLS

/* The places in one passage where the words looked for stand. */
typedef struct
{
  guint position;
  guint first;                /* the number of the first of them among all hits */
} DramatisPassageHits;

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
  gboolean            dimming;
  DramatisActorOrder  actor_order;
  DramatisNoteOrder   note_order;
  GHashTable         *colours;      /* interned id of actor → DramatisColour */

  /* Keeping the filter to what there is */
  GHashTable         *merged;       /* in the edit that is going on: interned id → interned id of what took its place */
  GArray             *prunings;     /* since a person changed the filter */
  gboolean            pruning;

  DramatisThingList  *all_actors;   /* this and the others: NULL until somebody asks */
  GListModel         *actors;
  gboolean            show_hidden;
  GtkFilter          *hidden_filter;
  DramatisThingList  *events;
  DramatisThingList  *notes;

  /* Finding words: hits are those in the text, then notes, actors and events. */
  char               *find_text;
  gboolean            find_whole_words;
  DramatisNeedle     *needle;       /* NULL: nothing is looked for */
  GArray             *passage_hits; /* of DramatisPassageHits, in reading order */
  GPtrArray          *found[DRAMATIS_N_HIT_KINDS];   /* things; NULL: not asked for, and for passages */
  guint               n_hits[DRAMATIS_N_HIT_KINDS];  /* see dramatis_session_get_n_hits_of() */
  guint               hit;          /* the current one; from 0 */
  guint               hit_position; /* where the last hit in the text was that was the current one */
  DramatisRange       hit_range;
  DramatisThing      *hit_thing;    /* the note, actor or event that it is; NULL: it is in the text */
  guint               fold_source;
};

void dramatis_session_init_filter (DramatisSession *self);
void dramatis_session_prune_filter (DramatisSession *self);
void dramatis_session_update_actors (DramatisSession *self);
void dramatis_session_update_events (DramatisSession *self);
void dramatis_session_update_notes (DramatisSession *self);
void dramatis_session_sort_actors (DramatisSession *self,
                                   GPtrArray       *actors);
void dramatis_session_sort_notes (DramatisSession *self,
                                  GPtrArray       *notes);
void dramatis_session_update_hits (DramatisSession *self);
void dramatis_session_dispose_find (DramatisSession *self);
void dramatis_session_emit_reveal (DramatisSession     *self,
                                   guint                position,
                                   const DramatisRange *range);

G_END_DECLS
