/* dramatis-passage-splitter.h: plain text to passages
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-enums.h"

G_BEGIN_DECLS

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

GArray *dramatis_passage_splitter_split (const char  *text,
                                         char       **title,
                                         GStrv       *left_out);

G_END_DECLS
