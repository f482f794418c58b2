/* dramatis-dossier-private.h: what the edits of a dossier share
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-dossier.h"

G_BEGIN_DECLS

/* What becomes of the mentions of a passage: changes the copy @mentions and returns whether it did. */
typedef gboolean (*DramatisMentionsFunc) (DramatisPassage *passage,
                                          GArray          *mentions,
                                          gpointer         user_data);

void dramatis_dossier_change_mentions    (DramatisDossier      *self,
                                          DramatisMentionsFunc  change,
                                          gpointer              user_data);
void dramatis_mentions_remove_duplicates (GArray               *mentions,
                                          const char           *actor_id);
gboolean dramatis_folded_contains        (GHashTable           *names,
                                          const char           *name);

void dramatis_append_once                (GPtrArray          *list,
                                          const char         *text);
void dramatis_append_all_once            (GPtrArray          *list,
                                          const char * const *texts);
void dramatis_dossier_replace_references (DramatisDossier    *self,
                                          GListModel         *things,
                                          const char         *property,
                                          const char * const *from,
                                          const char         *to);
void dramatis_dossier_redirect           (DramatisDossier    *self,
                                          GType               type,
                                          const char * const *from,
                                          const char         *to);

G_END_DECLS
