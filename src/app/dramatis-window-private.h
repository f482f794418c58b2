/* dramatis-window-private.h: the fields of the window, and its actions
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-window.h"

#include "dramatis-actor-panel.h"
#include "dramatis-article-details.h"
#include "dramatis-article-list.h"
#include "dramatis-article-view.h"
#include "dramatis-filter-bar.h"
#include "dramatis-find-bar.h"
#include "dramatis-note-panel.h"
#include "dramatis-scroll-marks.h"
#include "dramatis-timeline-panel.h"

G_BEGIN_DECLS

/* In pixels where text is of its usual size: below this width a window shows the article or one of the side panels, not
 * both. */
#define DRAMATIS_WINDOW_NARROW 720

struct _DramatisWindow
{
  AdwApplicationWindow    parent_instance;

  DramatisDocument       *document;
  DramatisSession        *session;
  GSettings              *settings;
  GSignalGroup           *session_signals;
  GSignalGroup           *history_signals;
  GSignalGroup           *document_signals;
  GdkFrameClock          *painted_clock;  /* while the article has not been painted yet */
  GCancellable           *cancellable;
  gboolean                narrow;
  const char             *narrow_panel;   /* of a narrow window, the action of the panel shown; NULL: the article */
  gboolean                panes_placed;
  gboolean                flushed;        /* closing: everything is on disk */

  AdwToastOverlay        *toasts;
  AdwSplitButton         *open_button;
  GtkWidget              *note_button;
  GtkWidget              *articles_button;
  GtkPopover             *articles_popover;
  AdwWindowTitle         *window_title;
  GtkRevealer            *banner;
  GtkLabel               *banner_label;
  GtkStack               *stack;
  AdwStatusPage          *failed_page;
  GtkSpinner             *spinner;
  GtkPaned               *timeline_paned;
  GtkPaned               *actors_paned;
  GtkPaned               *notes_paned;
  GtkWidget              *article_box;
  DramatisActorPanel     *actor_panel;
  DramatisArticleDetails *article_details;
  DramatisArticleList    *article_list;
  DramatisArticleView    *article_view;
  DramatisFilterBar      *filter_bar;
  DramatisFindBar        *find_bar;
  DramatisNotePanel      *note_panel;
  DramatisTimelinePanel  *timeline_panel;
  GMenu                  *edit_section;
};

/* dramatis-window-panels.c */
void dramatis_window_init_panels           (DramatisWindow      *self);
void dramatis_window_place_panes           (DramatisWindow      *self);
void dramatis_window_request_sizes         (DramatisWindow      *self);
void dramatis_window_save_sizes            (DramatisWindow      *self);
void dramatis_window_show_panel            (DramatisWindow      *self,
                                            const char          *action);
void dramatis_window_update_panels         (DramatisWindow      *self);

/* dramatis-window-place.c */
void dramatis_window_restore_place         (DramatisWindow      *self);
void dramatis_window_save_place            (DramatisWindow      *self);

void dramatis_window_class_install_actions (DramatisWindowClass *klass);
void dramatis_window_open_text             (DramatisWindow      *self,
                                            const char          *text);
void dramatis_window_resolve               (DramatisWindow      *self,
                                            DramatisArticle     *article);
void dramatis_window_update_actions        (DramatisWindow      *self);
void dramatis_window_toast                 (DramatisWindow      *self,
                                            const char          *text);

G_END_DECLS
