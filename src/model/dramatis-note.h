/* dramatis-note.h: a note and what it is about
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-anchor.h"
#include "dramatis-enums.h"
#include "dramatis-thing.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_NOTE (dramatis_note_get_type ())

G_DECLARE_FINAL_TYPE (DramatisNote, dramatis_note, DRAMATIS, NOTE, DramatisThing)

/* Properties: text (Markdown), tags (GStrv of tag ids), colour, created and modified (GDateTime in UTC), and
 * what it is about: ranges (GPtrArray of DramatisAnchor), actors, events, articles (GStrv of ids).
 * Lists are never NULL. */

DramatisNote       *dramatis_note_new          (const char   *id,
                                                const char   *text);
const char * const *dramatis_note_get_actors   (DramatisNote *self);
const char * const *dramatis_note_get_articles (DramatisNote *self);
DramatisColour      dramatis_note_get_colour   (DramatisNote *self);
GDateTime          *dramatis_note_get_created  (DramatisNote *self);
const char * const *dramatis_note_get_events   (DramatisNote *self);
const char * const *dramatis_note_get_links    (DramatisNote *self);
GDateTime          *dramatis_note_get_modified (DramatisNote *self);
guint               dramatis_note_get_n_links  (DramatisNote *self);
guint               dramatis_note_get_n_ties   (DramatisNote *self);
GPtrArray          *dramatis_note_get_ranges   (DramatisNote *self);
const char * const *dramatis_note_get_tags     (DramatisNote *self);
const char         *dramatis_note_get_text     (DramatisNote *self);

G_END_DECLS
