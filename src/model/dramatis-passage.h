/* dramatis-passage.h: a passage of an article, and its mentions
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-anchor.h"
#include "dramatis-enums.h"
#include "dramatis-thing.h"

G_BEGIN_DECLS

/**
 * DramatisMention:
 * @range: where in the passage's text, in code points
 * @actor: the id of the actor (interned: compare by pointer)
 * @status: what a person has said of it
 * @extra: (nullable): further elements of its array in the file, as an interned JSON array
 *
 * A range of a passage that names an actor. Plain values in the array of
 * [property@Passage:mentions]: there are too many for objects.
 */
typedef struct
{
  DramatisRange   range;
  const char     *actor;
  DramatisStatus  status;
  const char     *extra;
} DramatisMention;

/**
 * DramatisPassageDraft:
 * @kind: what it is in its article
 * @text: its text, a single line
 *
 * A passage that is not yet part of a dossier.
 */
typedef struct
{
  DramatisPassageKind  kind;
  char                *text;
} DramatisPassageDraft;

#define DRAMATIS_TYPE_PASSAGE (dramatis_passage_get_type ())

G_DECLARE_FINAL_TYPE (DramatisPassage, dramatis_passage, DRAMATIS, PASSAGE, DramatisThing)

DramatisPassage       *dramatis_passage_new          (const char          *id,
                                                      DramatisPassageKind  kind,
                                                      const char          *text,
                                                      GArray              *mentions);
DramatisPassageKind    dramatis_passage_get_kind     (DramatisPassage     *self);
const char            *dramatis_passage_get_text     (DramatisPassage     *self);
guint                  dramatis_passage_get_length   (DramatisPassage     *self);
guint                  dramatis_passage_get_n_texts  (DramatisPassage     *self);
char                  *dramatis_passage_dup_range    (DramatisPassage     *self,
                                                      const DramatisRange *range);
GArray                *dramatis_passage_get_mentions (DramatisPassage     *self);
const DramatisMention *dramatis_passage_get_mention_at (DramatisPassage   *self,
                                                        guint              offset);
GArray                *dramatis_mentions_new         (void);
void                   dramatis_mentions_sort        (GArray              *mentions);
GArray                *dramatis_passage_drafts_new   (void);

G_END_DECLS
