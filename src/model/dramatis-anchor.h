/* dramatis-anchor.h: ranges of text, and what is needed to find them again
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Code points of context that an anchor keeps on either side of its quote. */
#define DRAMATIS_ANCHOR_CONTEXT 32

/**
 * DramatisRange:
 * @start: the first code point, from 0
 * @end: the code point after the last one
 *
 * A half-open range of Unicode code points in the text of a passage.
 */
typedef struct
{
  guint start;
  guint end;
} DramatisRange;

static inline gboolean
dramatis_range_overlaps (const DramatisRange *a,
                         const DramatisRange *b)
{
  return a->start < b->end && b->start < a->end;
}

#define DRAMATIS_TYPE_ANCHOR (dramatis_anchor_get_type ())

/**
 * DramatisAnchor:
 * @passage: the id of the passage (interned)
 * @range: where the words stood last, in code points of the passage's text; empty if they are lost
 * @quote: the words
 * @prefix: up to %DRAMATIS_ANCHOR_CONTEXT code points before them
 * @suffix: up to %DRAMATIS_ANCHOR_CONTEXT code points after them
 * @wording: (nullable): of an event's evidence, the words of the time: "just days later"
 * @rule: (nullable): of an event's evidence, the name of the rule that resolved @wording
 * @reference: (nullable): of an event's evidence, the date it was resolved against, in EDTF
 * @extra: (nullable): members of a newer version of the file format, kept as they were read
 *
 * A range of text that can be found again when the text has changed. It is what a note is about and what
 * an event was read from. Immutable and reference counted.
 */
typedef struct
{
  const char    *passage;
  DramatisRange  range;
  char          *quote;
  char          *prefix;
  char          *suffix;
  char          *wording;
  char          *rule;
  char          *reference;
  char          *extra;
} DramatisAnchor;

/* Whether its words were not found in a new version of their text. */
static inline gboolean
dramatis_anchor_is_lost (const DramatisAnchor *self)
{
  return self->range.start == self->range.end && *self->quote != '\0';
}

GType           dramatis_anchor_get_type (void) G_GNUC_CONST;
DramatisAnchor *dramatis_anchor_new      (const char           *passage,
                                          const char           *text,
                                          const DramatisRange  *range);
DramatisAnchor *dramatis_anchor_new_full (const DramatisAnchor *fields);
DramatisAnchor *dramatis_anchor_dup_at   (const DramatisAnchor *self,
                                          const char           *passage,
                                          const char           *text,
                                          const DramatisRange  *range);
DramatisAnchor *dramatis_anchor_ref      (DramatisAnchor       *self);
void            dramatis_anchor_unref    (DramatisAnchor       *self);
gboolean        dramatis_anchor_locate   (const DramatisAnchor *self,
                                          const char           *text,
                                          DramatisRange        *range);
gboolean        dramatis_anchor_locate_wording (const DramatisAnchor *self,
                                                const char           *text,
                                                DramatisRange        *range);
GPtrArray      *dramatis_anchors_new     (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DramatisAnchor, dramatis_anchor_unref)

G_END_DECLS
