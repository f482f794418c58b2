/* dramatis-passage-marks.h: what is marked in a passage, and how it is painted
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-session.h"

G_BEGIN_DECLS

/**
 * DramatisMarkKind:
 * @DRAMATIS_MARK_NOTE: words that a note is about
 * @DRAMATIS_MARK_MENTION: words that name an actor
 * @DRAMATIS_MARK_DATE: words that say when an event was
 * @DRAMATIS_MARK_EVENT: words that the current event was read from
 * @DRAMATIS_MARK_HIT: words that are looked for
 *
 * Why words are marked, in the order of the layers, the lowest first.
 */
typedef enum
{
  DRAMATIS_MARK_NOTE,
  DRAMATIS_MARK_MENTION,
  DRAMATIS_MARK_DATE,
  DRAMATIS_MARK_EVENT,
  DRAMATIS_MARK_HIT,
} DramatisMarkKind;

#define DRAMATIS_N_MARK_KINDS (DRAMATIS_MARK_HIT + 1)

/**
 * DramatisMark:
 * @kind: why
 * @range: the words, in code points
 * @colour: of the actor or of the note
 * @faint: of a mention, whether it is only suggested; of a note, whether it has no text
 * @current: of a hit, whether it is the current one
 * @id: (nullable): of the actor, event or note
 *
 * Marked words.
 */
typedef struct
{
  DramatisMarkKind  kind;
  DramatisRange     range;
  DramatisColour    colour;
  gboolean          faint;
  gboolean          current;
  const char       *id;
} DramatisMark;

GArray             *dramatis_marks_new           (DramatisSession     *session,
                                                  guint                position);
void                dramatis_marks_update        (GArray              *marks,
                                                  DramatisSession     *session,
                                                  guint                position,
                                                  DramatisPassage     *passage);
const DramatisMark *dramatis_marks_find          (GArray              *marks,
                                                  DramatisMarkKind     kind,
                                                  guint                offset);
char               *dramatis_marks_describe      (GArray              *marks,
                                                  DramatisSession     *session);
void                dramatis_marks_snapshot      (GArray              *marks,
                                                  GtkSnapshot         *snapshot,
                                                  PangoLayout         *layout);
void                dramatis_range_snapshot_fill (const DramatisRange *range,
                                                  GtkSnapshot         *snapshot,
                                                  PangoLayout         *layout,
                                                  const GdkRGBA       *rgba);
void                dramatis_range_snapshot_ring (const DramatisRange *range,
                                                  GtkSnapshot         *snapshot,
                                                  PangoLayout         *layout,
                                                  float                width,
                                                  const GdkRGBA       *rgba);

G_END_DECLS
