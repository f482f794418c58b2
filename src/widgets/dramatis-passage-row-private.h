/* dramatis-passage-row-private.h: what the parts of a passage row share
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-passage-row.h"

G_BEGIN_DECLS

struct _DramatisPassageRow
{
  GtkWidget        parent_instance;

  GtkWidget       *label;
  DramatisSession *session;
  DramatisPassage *passage;
  guint            position;
  GArray          *marks;
  const char      *kind;

  DramatisRange    selected;
  gboolean         caret;
  guint            caret_offset;
  DramatisRange    flash;
  double           flash_strength;
  guint            mention;       /* number in marks, or G_MAXUINT */
};

/* dramatis-passage-row-snapshot.c */
void dramatis_passage_row_snapshot (GtkWidget   *widget,
                                    GtkSnapshot *snapshot);

G_END_DECLS
