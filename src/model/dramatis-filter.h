/* dramatis-filter.h: the one filter, and what passes it
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-dossier.h"
#include "dramatis-index.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_FILTER (dramatis_filter_get_type ())

G_DECLARE_FINAL_TYPE (DramatisFilter, dramatis_filter, DRAMATIS, FILTER, GObject)

/**
 * DramatisFilterPart:
 * @DRAMATIS_FILTER_PART_MATCH: that all of several actors are needed
 * @DRAMATIS_FILTER_PART_ACTORS: the actors
 * @DRAMATIS_FILTER_PART_SPAN: the span of time
 * @DRAMATIS_FILTER_PART_TEXT: the words
 * @DRAMATIS_FILTER_PART_TAGS: the tags
 *
 * What can be taken out of a filter.
 */
typedef enum
{
  DRAMATIS_FILTER_PART_MATCH,
  DRAMATIS_FILTER_PART_ACTORS,
  DRAMATIS_FILTER_PART_SPAN,
  DRAMATIS_FILTER_PART_TEXT,
  DRAMATIS_FILTER_PART_TAGS,
} DramatisFilterPart;

#define DRAMATIS_N_FILTER_PARTS (DRAMATIS_FILTER_PART_TAGS + 1)

/* Properties: actors (GStrv of ids), match, span (DramatisSpan, NULL: all time), text (never NULL),
 * tags (GStrv of ids: any of them), empty (read-only). Signal "changed", once per change. */

DramatisFilter     *dramatis_filter_new           (void);
const char * const *dramatis_filter_get_actors    (DramatisFilter     *self);
DramatisMatch       dramatis_filter_get_match     (DramatisFilter     *self);
const DramatisSpan *dramatis_filter_get_span      (DramatisFilter     *self);
const char * const *dramatis_filter_get_tags      (DramatisFilter     *self);
const char         *dramatis_filter_get_text      (DramatisFilter     *self);
gboolean            dramatis_filter_get_whole_words (DramatisFilter   *self);
gboolean            dramatis_filter_has_actor     (DramatisFilter     *self,
                                                   const char         *id);
gboolean            dramatis_filter_has_part      (DramatisFilter     *self,
                                                   DramatisFilterPart  part);
gboolean            dramatis_filter_has_tag       (DramatisFilter     *self,
                                                   const char         *id);
gboolean            dramatis_filter_is_empty      (DramatisFilter     *self);
void                dramatis_filter_remove_part   (DramatisFilter     *self,
                                                   DramatisFilterPart  part,
                                                   const char         *id);
void                dramatis_filter_set_actors    (DramatisFilter     *self,
                                                   const char * const *ids);
void                dramatis_filter_set_match     (DramatisFilter     *self,
                                                   DramatisMatch       match);
void                dramatis_filter_set_span      (DramatisFilter     *self,
                                                   const DramatisSpan *span);
void                dramatis_filter_set_tags      (DramatisFilter     *self,
                                                   const char * const *ids);
void                dramatis_filter_set_text      (DramatisFilter     *self,
                                                   const char         *text);
void                dramatis_filter_set_words     (DramatisFilter     *self,
                                                   const char         *text,
                                                   gboolean            whole_words);
void                dramatis_filter_toggle_actor  (DramatisFilter     *self,
                                                   const char         *id);
void                dramatis_filter_toggle_tag    (DramatisFilter     *self,
                                                   const char         *id);
void                dramatis_filter_clear         (DramatisFilter     *self);

/* positions (guint, ascending) in dramatis_index_get_passages () of the passages that pass */
GArray             *dramatis_filter_match_passages (DramatisFilter    *self,
                                                    DramatisIndex     *index);
gboolean            dramatis_filter_match_position (DramatisFilter    *self,
                                                    DramatisIndex     *index,
                                                    guint              position);
gboolean            dramatis_filter_match_event   (DramatisFilter     *self,
                                                   DramatisIndex      *index,
                                                   DramatisEvent      *event);
GPtrArray          *dramatis_filter_match_notes   (DramatisFilter     *self,
                                                   DramatisIndex      *index);
gboolean            dramatis_filter_match_note    (DramatisFilter     *self,
                                                   DramatisIndex      *index,
                                                   DramatisNote       *note);
gboolean            dramatis_filter_match_actor   (DramatisFilter     *self,
                                                   DramatisIndex      *index,
                                                   DramatisActor      *actor);

G_END_DECLS
