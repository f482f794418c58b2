/* dramatis-excerpt.h: what of a dossier passes a filter
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-dossier-text.h"
#include "dramatis-filter.h"
#include "dramatis-group.h"

G_BEGIN_DECLS

/**
 * DramatisExcerpt:
 * @snapshot: the lists of the dossier
 * @things: what the dossier has, by identifier
 * @index: its index
 * @whole: whether it is everything
 * @positions: (element-type guint): the passages that pass, as positions in @index
 * @actors: (element-type DramatisActor): the actors that pass, in the order of the dossier
 * @events: (element-type DramatisEvent): the events that pass, by time, the undated ones last
 * @notes: (element-type DramatisNote): the notes that pass, in the order of the text they are about
 *
 * What of a dossier passes a filter, and so what an export holds. The lengths of the arrays are what a
 * dialog tells beforehand.
 *
 * It is a snapshot: the filter and the lists of the dossier are asked only when it is made, so that it can be written
 * from another thread.
 */
typedef struct
{
  DramatisDossierSnapshot *snapshot;
  GHashTable              *things;
  DramatisIndex           *index;
  gboolean                 whole;
  GArray                  *positions;
  GPtrArray               *actors;
  GPtrArray               *events;
  GPtrArray               *notes;
} DramatisExcerpt;

/**
 * DramatisNoteGroup:
 * @title: what the notes have in common
 * @notes: (element-type DramatisNote): the notes
 *
 * Notes that stand under one heading.
 */
typedef struct
{
  char      *title;
  GPtrArray *notes;
} DramatisNoteGroup;

/**
 * DramatisHeadings:
 * @titles: (element-type utf8 utf8): by identifier of a note or actor, its heading: "Note-3"
 * @uris: (element-type utf8 utf8): by the same, where a link to it leads: "#note-3"
 * @actors: (element-type DramatisActor): the actors that notes link to
 *
 * What links lead to in a document.
 */
typedef struct
{
  GHashTable *titles;
  GHashTable *uris;
  GPtrArray  *actors;
} DramatisHeadings;

DramatisExcerpt *dramatis_excerpt_new             (DramatisDossier       *dossier,
                                                   DramatisFilter        *filter,
                                                   DramatisArticle       *article);
void             dramatis_excerpt_free            (DramatisExcerpt       *self);
GPtrArray       *dramatis_excerpt_group_notes     (const DramatisExcerpt *self,
                                                   DramatisGroup          group);
DramatisArticle *dramatis_excerpt_get_article     (const DramatisExcerpt *self,
                                                   const DramatisAnchor  *anchor);
gboolean         dramatis_excerpt_locate          (const DramatisExcerpt *self,
                                                   const DramatisAnchor  *anchor,
                                                   DramatisRange         *range);
GPtrArray       *dramatis_excerpt_find            (const DramatisExcerpt *self,
                                                   GType                  type,
                                                   const char * const    *ids);
GPtrArray       *dramatis_excerpt_get_note_actors (const DramatisExcerpt *self,
                                                   DramatisNote          *note);
GPtrArray       *dramatis_excerpt_get_note_events (const DramatisExcerpt *self,
                                                   DramatisNote          *note);
GPtrArray       *dramatis_excerpt_get_back_links  (const DramatisExcerpt *self,
                                                   gpointer               thing);

DramatisHeadings *dramatis_headings_new  (const DramatisExcerpt *excerpt,
                                          GPtrArray             *groups);
void              dramatis_headings_free (DramatisHeadings      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DramatisExcerpt, dramatis_excerpt_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DramatisHeadings, dramatis_headings_free)

G_END_DECLS
