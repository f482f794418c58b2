/* dramatis-actor-panel-private.h: the fields of the actor panel, and its actions
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-actor-panel.h"

G_BEGIN_DECLS

struct _DramatisActorPanel
{
  AdwBin              parent_instance;

  GtkWidget          *match_box;
  GtkStack           *stack;
  GtkWidget          *list;

  DramatisSession    *session;
  GSignalGroup       *session_signals;
  GSignalGroup       *filter_signals;
  GSimpleActionGroup *actions;
  GtkFilterListModel *found;
  GtkFilter          *search_filter;
  DramatisNeedle     *needle;     /* NULL: nothing is looked for */
  GHashTable         *searched;   /* DramatisActor: those that have it */
  GPtrArray          *items;      /* of GtkListItem, those that show an actor */
  GPtrArray          *stale;      /* of GtkListItem, those of them that do not show it as it is */
  gboolean            shown_changed;   /* since they were counted */
  guint               update_tick;
  guint               stage_tick;
  guint               rest_source;
  GHashTable         *shown;      /* identifier → mentions in passages that pass the filter; NULL: all of them pass */
  GtkWidget          *menu;
};

void dramatis_actor_panel_init_menu      (DramatisActorPanel *self);
void dramatis_actor_panel_set_actions    (DramatisActorPanel *self);
void dramatis_actor_panel_update_actions (DramatisActorPanel *self);

G_END_DECLS
