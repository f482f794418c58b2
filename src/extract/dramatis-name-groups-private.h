/* dramatis-name-groups-private.h: the inside of groups of names, for those who group and those who merge
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-name-groups.h"
#include "dramatis-name-scanner.h"

G_BEGIN_DECLS

struct _DramatisNameGroups
{
  const DramatisGazetteer *gazetteer;
  const char              *text;
  GArray                  *tokens;
  GArray                  *candidates;
  GStringChunk            *strings;
  GString                 *surface;    /* where the next one is put together */
  GPtrArray               *surfaces;   /* of the candidates, in @strings */
  GArray                  *members;    /* guint: the group of each candidate */
  GArray                  *groups;     /* DramatisNameGroup */
  GHashTable              *by_key;     /* words, in @strings → 1 + group */
  GHashTable              *by_entity;  /* entity → 1 + group */
};

typedef struct
{
  char              *key;      /* the words, with single spaces */
  GStrv              words;
  guint              n_words;
  guint              parent;   /* the group that it was joined with, or itself */
  guint              entity;
  guint              count;
  guint              count_sure;  /* where the capital letter says something */
  guint              flags;
  guint              sure_flags;
  guint              votes[DRAMATIS_ACTOR_KIND_PLACE + 1];
  guint              first;
  DramatisActorKind  kind;
  GArray            *candidates; /* guint: the groups of whom it may be one, or NULL */
  gboolean           dropped;
} DramatisNameGroup;

static inline DramatisNameGroup *
dramatis_name_groups_get (const DramatisNameGroups *self,
                          guint                     group)
{
  return &g_array_index (self->groups, DramatisNameGroup, group);
}

const char *dramatis_name_groups_intern_surface (DramatisNameGroups *self,
                                                 guint               first,
                                                 guint               end);

G_END_DECLS
