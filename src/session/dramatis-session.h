/* dramatis-session.h: what a window shows: a dossier under the one filter
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dramatis-filter.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_SESSION (dramatis_session_get_type ())

G_DECLARE_FINAL_TYPE (DramatisSession, dramatis_session, DRAMATIS, SESSION, GObject)

/**
 * DramatisActorOrder:
 * @DRAMATIS_ACTOR_ORDER_MENTIONS: the most mentioned first
 * @DRAMATIS_ACTOR_ORDER_NAME: by name
 * @DRAMATIS_ACTOR_ORDER_APPEARANCE: the one that is mentioned first comes first
 *
 * How the actors of one kind are sorted.
 */
typedef enum
{
  DRAMATIS_ACTOR_ORDER_MENTIONS,
  DRAMATIS_ACTOR_ORDER_NAME,
  DRAMATIS_ACTOR_ORDER_APPEARANCE,
} DramatisActorOrder;

/**
 * DramatisNoteOrder:
 * @DRAMATIS_NOTE_ORDER_PLACE: in the order of the text
 * @DRAMATIS_NOTE_ORDER_TIME: by the time of what they are about
 * @DRAMATIS_NOTE_ORDER_WRITTEN: the one that was written last comes first
 * @DRAMATIS_NOTE_ORDER_TAG: by the name of their first tag
 *
 * How notes are sorted.
 */
typedef enum
{
  DRAMATIS_NOTE_ORDER_PLACE,
  DRAMATIS_NOTE_ORDER_TIME,
  DRAMATIS_NOTE_ORDER_WRITTEN,
  DRAMATIS_NOTE_ORDER_TAG,
} DramatisNoteOrder;

DramatisSession    *dramatis_session_new              (DramatisDossier      *dossier);
DramatisNote       *dramatis_session_get_active_note  (DramatisSession      *self);
DramatisActorOrder  dramatis_session_get_actor_order  (DramatisSession      *self);
GListModel         *dramatis_session_get_actors       (DramatisSession      *self);
GListModel         *dramatis_session_get_all_actors   (DramatisSession      *self);
DramatisArticle    *dramatis_session_get_article      (DramatisSession      *self);
guint               dramatis_session_get_current      (DramatisSession      *self);
DramatisDossier    *dramatis_session_get_dossier      (DramatisSession      *self);
GListModel         *dramatis_session_get_events       (DramatisSession      *self);
DramatisFilter     *dramatis_session_get_filter       (DramatisSession      *self);
const char         *dramatis_session_get_find_text    (DramatisSession      *self);
DramatisIndex      *dramatis_session_get_index        (DramatisSession      *self);
GPtrArray          *dramatis_session_get_marked       (DramatisSession      *self);
GArray             *dramatis_session_get_matches      (DramatisSession      *self);
GListModel         *dramatis_session_get_notes        (DramatisSession      *self);
void                dramatis_session_get_scope        (DramatisSession      *self,
                                                       guint                *first,
                                                       guint                *n_passages);
char               *dramatis_session_dup_count        (DramatisSession      *self);
DramatisColour      dramatis_session_get_colour       (DramatisSession      *self,
                                                       const char           *actor_id);
gboolean            dramatis_session_is_on_stage      (DramatisSession      *self,
                                                       const char           *actor_id);
void                dramatis_session_set_active_note  (DramatisSession      *self,
                                                       DramatisNote         *note);
void                dramatis_session_set_actor_order  (DramatisSession      *self,
                                                       DramatisActorOrder    order);
void                dramatis_session_set_article      (DramatisSession      *self,
                                                       DramatisArticle      *article);
void                dramatis_session_set_current      (DramatisSession      *self,
                                                       guint                 position);
void                dramatis_session_set_marked       (DramatisSession      *self,
                                                       GPtrArray            *anchors);
gboolean            dramatis_session_get_show_hidden  (DramatisSession      *self);
void                dramatis_session_set_show_hidden  (DramatisSession      *self,
                                                       gboolean              show_hidden);
gboolean            dramatis_session_get_dimming      (DramatisSession      *self);
void                dramatis_session_set_dimming      (DramatisSession      *self,
                                                       gboolean              dimming);
char               *dramatis_session_dup_article_count (DramatisSession     *self);
void                dramatis_session_show             (DramatisSession      *self,
                                                       guint                 position);
void                dramatis_session_move_article     (DramatisSession      *self,
                                                       DramatisArticle      *article,
                                                       guint                 position);
void                dramatis_session_reveal           (DramatisSession      *self,
                                                       const DramatisAnchor *anchor);

/* The event that is pointed at, and what is said of events */
DramatisEvent      *dramatis_session_get_event        (DramatisSession      *self);
void                dramatis_session_set_event        (DramatisSession      *self,
                                                       DramatisEvent        *event);
void                dramatis_session_reveal_event     (DramatisSession      *self,
                                                       DramatisEvent        *event);
const char         *dramatis_session_get_article_title (DramatisSession      *self,
                                                       const DramatisAnchor *anchor);
char               *dramatis_session_dup_event_actors (DramatisSession      *self,
                                                       DramatisEvent        *event);
char               *dramatis_session_dup_event_details (DramatisSession      *self,
                                                        DramatisEvent        *event);
char               *dramatis_session_dup_event_evidence (DramatisSession     *self,
                                                       DramatisEvent        *event);
char               *dramatis_session_dup_resolution   (DramatisSession      *self,
                                                       const DramatisAnchor *anchor);

/* Finding words in the text, notes, actors and events */
void                dramatis_session_prepare_find     (DramatisSession      *self);
void                dramatis_session_set_find         (DramatisSession      *self,
                                                       const char           *text,
                                                       gboolean              whole_words);
gboolean            dramatis_session_get_find_whole_words (DramatisSession  *self);
guint               dramatis_session_get_n_hits       (DramatisSession      *self);
guint               dramatis_session_get_n_hits_of    (DramatisSession      *self,
                                                       DramatisHitKind       kind);
guint               dramatis_session_get_hit          (DramatisSession      *self);
gpointer            dramatis_session_get_found        (DramatisSession      *self);
GArray             *dramatis_session_get_hits_at      (DramatisSession      *self,
                                                       guint                 position,
                                                       guint                *current);
GArray             *dramatis_session_dup_hit_positions (DramatisSession     *self);
void                dramatis_session_find_next        (DramatisSession      *self,
                                                       int                   step);
void                dramatis_session_find_first       (DramatisSession      *self,
                                                       DramatisHitKind       kind);

/* What a person has marked */
char               *dramatis_session_dup_marked_html  (DramatisSession      *self);
char               *dramatis_session_dup_marked_text  (DramatisSession      *self,
                                                       gboolean              with_source);
DramatisNote       *dramatis_session_add_note         (DramatisSession      *self,
                                                       GPtrArray            *ranges,
                                                       gpointer              about);

/* Notes */
void                dramatis_session_set_note_order   (DramatisSession      *self,
                                                       DramatisNoteOrder     order);
DramatisColour      dramatis_session_get_note_colour  (DramatisSession      *self,
                                                       DramatisNote         *note);
gboolean            dramatis_session_anchor_is_lost   (DramatisSession      *self,
                                                       const DramatisAnchor *anchor,
                                                       const char          **reason);
gboolean            dramatis_session_note_is_orphan   (DramatisSession      *self,
                                                       DramatisNote         *note);
void                dramatis_session_add_to_note      (DramatisSession      *self,
                                                       DramatisNote         *note,
                                                       GPtrArray            *anchors);
void                dramatis_session_take_from_note   (DramatisSession      *self,
                                                       DramatisNote         *note,
                                                       guint                 number);
GPtrArray          *dramatis_session_find_note_again  (DramatisSession      *self,
                                                       DramatisNote         *note,
                                                       guint                 number);
void                dramatis_session_attach_note      (DramatisSession      *self,
                                                       DramatisNote         *note,
                                                       guint                 number,
                                                       GPtrArray            *anchors);
void                dramatis_session_toggle_about     (DramatisSession      *self,
                                                       DramatisNote         *note,
                                                       gpointer              thing);

G_END_DECLS
