/* dramatis-index-private.h: the fields of the index
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-index.h"

G_BEGIN_DECLS

struct _DramatisIndex
{
  GObject          parent_instance;

  GPtrArray       *passages;      /* things[DRAMATIS_HIT_PASSAGE] */
  guint64          n_texts;       /* how many texts all passages have had: the same for as long as their texts are */
  guint            text_serial;
  GPtrArray       *articles;      /* of each passage, the article */
  GHashTable      *positions;     /* interned id of passage → position */
  GHashTable      *actors;        /* interned id of actor → ActorEntry */
  GHashTable      *tags;          /* id → DramatisTag */
  GArray          *events;        /* DramatisDatedEvent, sorted */
  GArray          *note_ends;     /* of each note, where its passages end in note_positions */
  GArray          *note_positions;
  GPtrArray      **events_at;
  GPtrArray      **notes_at;
  GHashTable      *back_links;    /* id of thing → GPtrArray of the notes that link to it */
  GHashTable      *notes_about;   /* the same of those that name it as what they are about */

  /* What can be found, which owns what the other fields tell of; and its words, a part for each, as many of them as
   * have been needed */
  GPtrArray       *things[DRAMATIS_N_HIT_KINDS];
  DramatisFolded  *folded[DRAMATIS_N_HIT_KINDS];
};

G_END_DECLS
