/* dramatis-choice-list.h: a list from which a person chooses
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dramatis-choice.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_CHOICE_LIST (dramatis_choice_list_get_type ())

G_DECLARE_FINAL_TYPE (DramatisChoiceList, dramatis_choice_list, DRAMATIS, CHOICE_LIST, AdwBin)

GPtrArray  *dramatis_choice_list_dup_chosen  (DramatisChoiceList *self);
const char *dramatis_choice_list_get_text    (DramatisChoiceList *self);
void        dramatis_choice_list_set_choices (DramatisChoiceList *self,
                                              GPtrArray          *choices);

G_END_DECLS
