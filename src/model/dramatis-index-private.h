/* dramatis-index-private.h: the fields of the index
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-index.h"

G_BEGIN_DECLS

typedef struct
{
  GArray *positions;    /* guint, ascending, each once */
  guint   n_mentions;
} DramatisActorEntry;

struct _DramatisIndex
{
  GObject          parent_instance;

  /* What there is, rejected or not, in the order of the dossier: by that it is seen what an edit has left as it was. */
  GPtrArray       *all[DRAMATIS_N_HIT_KINDS];
  guint64          n_changes[DRAMATIS_N_HIT_KINDS];   /* of all of them together */
  guint64          n_texts;       /* how many texts all passages have had: the same for as long as their texts are */
  guint64          n_links;       /* the same of what the notes link to */
  guint64          n_ties;        /* and of what they are about */
  guint64          n_tag_changes;
  guint            text_serial;

  GPtrArray       *passages;      /* all[DRAMATIS_HIT_PASSAGE] */
  GPtrArray       *articles;      /* of each passage, the article */
  GHashTable      *positions;     /* interned id of passage → position */
  GHashTable      *actors;        /* interned id of actor → DramatisActorEntry */
  GHashTable      *tags;          /* id → DramatisTag */
  GArray          *events;        /* DramatisDatedEvent, sorted */
  GPtrArray       *events_at;     /* at each position, GPtrArray of DramatisEvent or NULL */
  GPtrArray       *spans_at;      /* GArray of DramatisSpan: those of events_at that have a time */
  GPtrArray       *notes_at;      /* as events_at, of DramatisNote */
  GArray          *note_ends;     /* of each note, where its passages end in note_positions */
  GArray          *note_positions;
  GHashTable      *back_links;    /* interned id of thing → GPtrArray of the notes that link to it */
  GHashTable      *notes_about;   /* the same of those that name it as what they are about */

  /* What can be found; and its words, a part for each, as many of them as have been needed */
  GPtrArray       *things[DRAMATIS_N_HIT_KINDS];
  DramatisFolded  *folded[DRAMATIS_N_HIT_KINDS];

  /* How often each note had been changed when its words were folded; and the same of those folded for the index before,
   * if the notes are the same ones, NULL if not or if they are not needed any more. */
  GArray          *note_changes;
  DramatisFolded  *old_folded;
  GArray          *old_note_changes;
};

gboolean dramatis_index_find_position   (DramatisIndex *self,
                                         const char    *id,       /* interned, as it is in anchors */
                                         guint         *position);
void     dramatis_index_clear_old_notes (DramatisIndex *self);

G_END_DECLS
