/* dramatis-anchor-match.h: how well words fit an anchor
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-anchor.h"

G_BEGIN_DECLS

/* What the passage counts for. It stands for the 2 that the client of Hypothesis gives to the position. */
#define DRAMATIS_ANCHOR_PASSAGE_WEIGHT 5.0

/* What the same words between the same words count for. */
#define DRAMATIS_ANCHOR_EXACT_MAX 90.0

/* The same words between nearly the same words: at least one side is as it was, the other at most half changed. */
#define DRAMATIS_ANCHOR_CERTAIN 80.0

/**
 * DramatisAnchorMatch:
 * @start: where the words begin
 * @end: where they end
 * @score: how well they and their surroundings fit
 *
 * A place that may be that of an anchor.
 */
typedef struct
{
  const char *start;
  const char *end;
  double      score;
} DramatisAnchorMatch;

/* Keeps the better of two places in @best; of equals the one that is nearer to where it is expected, if that is known. */
static inline void
dramatis_anchor_match_consider (const DramatisAnchorMatch *match,
                                const char                *expected,
                                DramatisAnchorMatch       *best)
{
  if (match->score > best->score
      || (match->score == best->score && expected != NULL
          && ABS (match->start - expected) < ABS (best->start - expected)))
    *best = *match;
}

/* @text and @text_end are what the surroundings may be taken from, @from and @to where the words may stand. */
guint    dramatis_anchor_get_n_edits_max  (const DramatisAnchor *self);
double   dramatis_anchor_score_exact      (const DramatisAnchor *self,
                                           const char           *text,
                                           const char           *text_end,
                                           const char           *start);
gboolean dramatis_anchor_accepts          (const DramatisAnchor *self,
                                           double                score);
gboolean dramatis_anchor_match_approximate (const DramatisAnchor *self,
                                            guint                 n_edits_max,
                                            const char           *text,
                                            const char           *text_end,
                                            const char           *from,
                                            const char           *to,
                                            DramatisAnchorMatch  *match);

G_END_DECLS
