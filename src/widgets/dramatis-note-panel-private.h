/* dramatis-note-panel-private.h: the fields of the note panel, and its notes with lost words
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-note-panel.h"

G_BEGIN_DECLS

struct _DramatisNotePanel
{
  AdwBin           parent_instance;

  GtkStack        *stack;
  GtkWidget       *scroller;
  GtkListBox      *list;
  GtkToggleButton *orphans_button;

  DramatisSession *session;
  GSignalGroup    *session_signals;
  GSignalGroup    *filter_signals;
  GSignalGroup    *notes_signals;
  DramatisNeedle  *needle;        /* NULL: nothing is looked for */
  GActionMap      *actions;
  GHashTable      *searched;      /* DramatisNote: those that have it */
  GHashTable      *orphans;       /* DramatisNote whose words are lost */
  GHashTable      *checked;       /* DramatisNote → its ranges when it was asked whether they are */
  guint            text_serial;   /* of the text at that time */
  guint            n_checked;     /* how many of all notes have been asked since the last edit */
  guint            check_source;
  gboolean         orphans_only;
  GHashTable      *cards;         /* DramatisNote → DramatisNoteCard */
  GPtrArray       *spare;         /* of DramatisNoteCard, hidden ones */
  GPtrArray       *shown;         /* of DramatisNote, those that have a card or are to get one */
  GHashTable      *positions;     /* DramatisNote → its place among these */
  guint            limit;         /* how many of those found are shown */
  gboolean         more;          /* whether others were found */
  guint            update_tick;   /* makes the list anew */
  guint            cards_tick;    /* makes more of its cards */
  guint            focus_tick;
};

void dramatis_note_panel_queue_update   (DramatisNotePanel *self);
void dramatis_note_panel_init_orphans   (DramatisNotePanel *self);
void dramatis_note_panel_update_orphans (DramatisNotePanel *self);
void dramatis_note_panel_forget_orphans (DramatisNotePanel *self);

G_END_DECLS
