/* dramatis-folded-private.h: what folded texts are made of
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-folded.h"

G_BEGIN_DECLS

/* A letter with its marks, unless it is one code point of the text and one of the folded text. */
typedef struct
{
  gsize start;         /* in the folded text, in bytes */
  gsize end;
  guint text_start;    /* in the text of its part, in code points */
  guint text_end;
} DramatisCluster;

struct _DramatisFolded
{
  gatomicrefcount  ref_count;
  char            *text;
  gsize            length;     /* in bytes */
  gsize            capacity;
  GArray          *ends;       /* gsize, of each part */
  GArray          *clusters;   /* of DramatisCluster, in order */
};

gsize dramatis_folded_get_start    (DramatisFolded *self,
                                    guint           part);
guint dramatis_folded_find_cluster (DramatisFolded *self,
                                    gsize           at);

G_END_DECLS
