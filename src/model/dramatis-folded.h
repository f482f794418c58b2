/* dramatis-folded.h: text made fit for being searched
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-anchor.h"

G_BEGIN_DECLS

/* Words that are looked for. */
typedef struct _DramatisNeedle DramatisNeedle;

/* Many texts, folded: the shadow that is searched in their place. */
typedef struct _DramatisFolded DramatisFolded;

/**
 * DramatisFoldedHit:
 * @part: the number of the text, from 0
 * @start: where the words begin in the folded text, in bytes
 * @end: where they end
 *
 * A place where words were found, from which the search goes on. All zero is before the first.
 */
typedef struct
{
  guint part;
  gsize start;
  gsize end;

  /*< private >*/
  guint cluster;
} DramatisFoldedHit;

char           *dramatis_text_fold            (const char              *text);

DramatisNeedle *dramatis_needle_new           (const char              *words,
                                               gboolean                 whole_words);
void            dramatis_needle_free          (DramatisNeedle          *self);

DramatisFolded *dramatis_folded_new           (void);
DramatisFolded *dramatis_folded_ref           (DramatisFolded          *self);
void            dramatis_folded_unref         (DramatisFolded          *self);
void            dramatis_folded_append        (DramatisFolded          *self,
                                               const char              *text);
void            dramatis_folded_end_part      (DramatisFolded          *self);
void            dramatis_folded_append_part   (DramatisFolded          *self,
                                               DramatisFolded          *other,
                                               guint                    part);
guint           dramatis_folded_get_n_parts   (DramatisFolded          *self);
gboolean        dramatis_folded_find_next     (DramatisFolded          *self,
                                               const DramatisNeedle    *needle,
                                               DramatisFoldedHit       *hit);
void            dramatis_folded_start_part    (DramatisFolded          *self,
                                               guint                    part,
                                               DramatisFoldedHit       *hit);
gboolean        dramatis_folded_find_part     (DramatisFolded          *self,
                                               const DramatisNeedle    *needle,
                                               DramatisFoldedHit       *hit,
                                               guint                   *n_places);
void            dramatis_folded_get_range     (DramatisFolded          *self,
                                               const DramatisFoldedHit *hit,
                                               DramatisRange           *range);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DramatisFolded, dramatis_folded_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DramatisNeedle, dramatis_needle_free)

G_END_DECLS
