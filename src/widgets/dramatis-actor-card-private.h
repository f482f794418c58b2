/* dramatis-actor-card-private.h: the fields of the card of an actor, and its groups
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-actor-card.h"
#include "dramatis-actor-ties.h"
#include "dramatis-colour-chooser.h"

G_BEGIN_DECLS

struct _DramatisActorCard
{
  AdwWindow              parent_instance;

  AdwWindowTitle        *title;
  AdwPreferencesGroup   *suggestion_group;
  AdwPreferencesGroup   *candidates_group;
  GtkEditable           *name_row;
  AdwComboRow           *kind_row;
  GtkEditable           *aliases_row;
  GtkSwitch             *hidden_switch;
  GtkTextView           *description_view;
  DramatisColourChooser *colour_chooser;
  AdwPreferencesGroup   *memberships_group;
  AdwPreferencesGroup   *members_group;
  AdwPreferencesGroup   *identifiers_group;
  DramatisActorTies     *passages;
  DramatisActorTies     *events;
  DramatisActorTies     *notes;
  AdwViewStack          *stack;

  DramatisSession       *session;
  GSignalGroup          *session_signals;
  DramatisActor         *actor;
  GPtrArray             *rows;          /* of the groups that are filled anew */
  gboolean               updating;
};

DramatisDossier *dramatis_actor_card_get_dossier         (DramatisActorCard *self);
const char      *dramatis_actor_card_get_id              (DramatisActorCard *self);
void             dramatis_actor_card_fill_groups         (DramatisActorCard *self);
void             dramatis_actor_card_install_memberships (GtkWidgetClass    *klass);
gboolean         dramatis_actor_card_is_in_dossier       (DramatisActorCard *self);
void             dramatis_actor_card_present_over        (DramatisActorCard *self,
                                                          GtkWidget         *dialog);

G_END_DECLS
