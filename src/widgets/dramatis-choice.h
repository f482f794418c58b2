/* dramatis-choice.h: what can be chosen from a list
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-session.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_CHOICE (dramatis_choice_get_type ())

G_DECLARE_FINAL_TYPE (DramatisChoice, dramatis_choice, DRAMATIS, CHOICE, GObject)

/* Property: active, whether it is chosen */

DramatisChoice *dramatis_choice_new_actor   (DramatisSession *session,
                                             DramatisActor   *actor);
DramatisChoice *dramatis_choice_new_mention (DramatisPassage     *passage,
                                             const DramatisRange *range,
                                             const char          *details,
                                             GRefString          *folded);
gboolean        dramatis_choice_get_active  (DramatisChoice  *self);
DramatisActor  *dramatis_choice_get_actor   (DramatisChoice  *self);
DramatisAnchor *dramatis_choice_get_anchor  (DramatisChoice  *self);
DramatisColour  dramatis_choice_get_colour  (DramatisChoice  *self);
const char     *dramatis_choice_get_details (DramatisChoice  *self);
const char     *dramatis_choice_get_title   (DramatisChoice  *self);
gboolean        dramatis_choice_has_words   (DramatisChoice  *self,
                                             const char      *folded);
void            dramatis_choice_set_active  (DramatisChoice  *self,
                                             gboolean         active);

G_END_DECLS
