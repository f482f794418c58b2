/* dramatis-anchor-match.c: how well words fit an anchor
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-anchor-match.h"

#include <string.h>

/* What the words and the surroundings count for, as in the client of Hypothesis. */
#define QUOTE_WEIGHT   50.0
#define CONTEXT_WEIGHT 20.0

/* Short words stand in many places: it takes surroundings to tell one from another. Measured with test-revision-versions on
 * thousands of versions of texts: with 66 more are found and twice as many of them in the wrong place, with 76 fewer and
 * hardly any. */
#define LONG_QUOTE      24
#define SHORT_THRESHOLD 73.5
#define LONG_THRESHOLD  60.0

/* So many code points of surroundings are few. */
#define FEW 4

/* No more cells than this are filled to compare words, so that a very long quote can't hold things up. */
#define CELLS_MAX (16 * 1024 * 1024)

static inline gunichar
read_point (const char *text)
{
  return (guchar) *text < 0x80 ? (guchar) *text : g_utf8_get_char (text);
}

/* Reads up to @n_max code points from @text up to @end, or backwards from @end down to @text. */
static guint
read_points (const char *text,
             const char *end,
             gboolean    backwards,
             gunichar   *points,
             guint       n_max)
{
  guint n = 0;

  if (backwards)
    {
      while (n < n_max && end > text)
        {
          end = g_utf8_prev_char (end);
          points[n++] = read_point (end);
        }
    }
  else
    {
      for (; n < n_max && text < end; text = g_utf8_next_char (text))
        points[n++] = read_point (text);
    }

  return n;
}

/* A column of a table of edits, 64 rows of it: which are one more than the row above, and which one less. */
typedef struct
{
  guint64 more;
  guint64 less;
} Block;

/* Goes on to the next column, where @equal are the rows whose code point stands in the text. @above is how much more the
 * row above the block has than in the column before; returned is the same of the row @last. */
static int
block_advance (Block   *block,
               guint64  equal,
               int      above,
               guint    last)
{
  guint64 vertical = equal | block->less;
  guint64 horizontal;
  guint64 more;
  guint64 less;
  int below;

  equal |= above < 0;
  horizontal = (((equal & block->more) + block->more) ^ block->more) | equal;
  more = block->less | ~(horizontal | block->more);
  less = block->more & horizontal;
  below = (int) (more >> last & 1) - (int) (less >> last & 1);
  more = more << 1 | (above > 0);
  less = less << 1 | (above < 0);
  block->more = less | ~(vertical | more);
  block->less = more & vertical;

  return below;
}

/* How much of @expected, 0 to 1, follows in @found with few edits; what @found has further on does not matter. */
static double
compare_context (const gunichar *expected,
                 guint           n_expected,
                 const gunichar *found,
                 guint           n_found)
{
  /* where each byte of a code point stands in @expected: the same code points are those with the same three */
  guint64 masks[3][256] = { 0 };
  Block block = { .more = G_MAXUINT64 };
  guint n_edits = n_expected;
  guint best = n_expected;

  G_STATIC_ASSERT (2 * DRAMATIS_ANCHOR_CONTEXT <= 64);

  for (guint i = 0; i < n_expected; i++)
    {
      for (guint j = 0; j < 3; j++)
        masks[j][expected[i] >> 8 * j & 0xff] |= G_GUINT64_CONSTANT (1) << i;
    }

  for (guint i = 0; i < n_found; i++)
    {
      guint64 equal = masks[0][found[i] & 0xff] & masks[1][found[i] >> 8 & 0xff] & masks[2][found[i] >> 16 & 0xff];

      n_edits += block_advance (&block, equal, 1, n_expected - 1);
      best = MIN (best, n_edits);
    }

  return 1.0 - (double) best / n_expected;
}

static double
score_side (const char *context,
            const char *text,
            const char *end,
            gboolean    backwards)
{
  gunichar expected[2 * DRAMATIS_ANCHOR_CONTEXT];
  gunichar found[4 * DRAMATIS_ANCHOR_CONTEXT];
  guint n_expected = read_points (context, context + strlen (context), backwards, expected, G_N_ELEMENTS (expected));
  guint n_found = read_points (text, end, backwards, found, 2 * n_expected);

  /* nothing stood there, which says little: any text may come to stand there */
  if (n_expected == 0)
    return text == end ? 0.55 : 0.5;
  if (n_found >= n_expected && memcmp (expected, found, n_expected * sizeof (gunichar)) == 0)
    return 1.0;

  /* short surroundings say less: theirs comes nearer to saying nothing */
  return (n_expected * compare_context (expected, n_expected, found, n_found) + FEW * 0.5) / (n_expected + FEW);
}

static double
score_context (const DramatisAnchor *self,
               const char           *text,
               const char           *text_end,
               const char           *start,
               const char           *end)
{
  return CONTEXT_WEIGHT * score_side (self->prefix, text, start, TRUE)
         + CONTEXT_WEIGHT * score_side (self->suffix, end, text_end, FALSE);
}

/**
 * dramatis_anchor_score_exact:
 * @self: an anchor
 * @text: what surroundings are taken from
 * @text_end: its end
 * @start: where exactly the words of the anchor stand
 *
 * Says how well the surroundings of the same words fit.
 *
 * Returns: 50 to %DRAMATIS_ANCHOR_EXACT_MAX
 */
double
dramatis_anchor_score_exact (const DramatisAnchor *self,
                             const char           *text,
                             const char           *text_end,
                             const char           *start)
{
  return QUOTE_WEIGHT + score_context (self, text, text_end, start, start + strlen (self->quote));
}

/**
 * dramatis_anchor_accepts:
 * @self: an anchor
 * @score: the score of the best place
 *
 * Tells whether a place fits well enough to be the anchor's. If not, it is better to have none.
 *
 * Returns: whether it does
 */
gboolean
dramatis_anchor_accepts (const DramatisAnchor *self,
                         double                score)
{
  gboolean is_long = g_utf8_strlen (self->quote, -1) >= LONG_QUOTE;

  return score >= (is_long ? LONG_THRESHOLD : SHORT_THRESHOLD);
}

/* Narrows down from where to where words with at most @limit edits may stand (Myers' algorithm, in the form of Hyyrö for
 * several blocks). Code points are told apart by their lowest byte only: more may seem to be alike, but never less. */
static gboolean
narrow (const gunichar  *quote,
        guint            n_quote,
        guint            limit,
        const char     **from,
        const char     **to)
{
  guint n_blocks = (n_quote + 63) / 64;
  g_autofree guint64 *masks = g_new0 (guint64, 256 * n_blocks);
  g_autofree Block *blocks = g_new (Block, n_blocks);
  const char *first = NULL;
  const char *last = NULL;
  guint n_edits = n_quote;

  for (guint i = 0; i < n_quote; i++)
    masks[(quote[i] & 0xff) * n_blocks + i / 64] |= G_GUINT64_CONSTANT (1) << i % 64;
  for (guint i = 0; i < n_blocks; i++)
    blocks[i] = (Block) { .more = G_MAXUINT64 };

  for (const char *p = *from; p < *to;)
    {
      const guint64 *mask = masks + (g_utf8_get_char (p) & 0xff) * n_blocks;
      int change = 0;

      p = g_utf8_next_char (p);
      for (guint i = 0; i < n_blocks; i++)
        change = block_advance (&blocks[i], mask[i], change, i + 1 < n_blocks ? 63 : (n_quote - 1) % 64);
      n_edits += change;
      if (n_edits <= limit)
        {
          if (first == NULL)
            first = p;
          last = p;
        }
    }

  if (first == NULL)
    return FALSE;

  for (guint i = 0; i < n_quote + limit && first > *from; i++)
    first = g_utf8_prev_char (first);
  *from = first;
  *to = last;

  return TRUE;
}

static int
compare_scores (gconstpointer a,
                gconstpointer b)
{
  const DramatisAnchorMatch *first = a;
  const DramatisAnchorMatch *second = b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;

  return first->end < second->end ? -1 : 1;
}

/* The places where words with at most @limit edits end, and with more of them one character before and behind; each
 * with where they begin and what the words alone count for, those with the fewest edits first. */
static GArray *
collect_similar (const gunichar *quote,
                 guint           n_quote,
                 guint           limit,
                 const char     *from,
                 const char     *to)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (DramatisAnchorMatch));
  g_autofree guint *costs = g_new (guint, n_quote + 1);
  g_autofree const char **starts = g_new (const char *, n_quote + 1);
  guint cost_before = limit + 1;
  gboolean is_kept = FALSE;

  for (guint i = 0; i <= n_quote; i++)
    {
      costs[i] = i;
      starts[i] = from;
    }

  /* A column for each code point of the text: the edits from the first i of the quote to what ends here, and where
   * that begins (Sellers' algorithm). */
  while (from < to)
    {
      gunichar point = g_utf8_get_char (from);
      guint diagonal = costs[0];
      const char *diagonal_start = from;

      from = g_utf8_next_char (from);
      starts[0] = from;
      for (guint i = 1; i <= n_quote; i++)
        {
          guint cost = diagonal + (quote[i - 1] != point);
          const char *start = diagonal_start;

          diagonal = costs[i];
          diagonal_start = starts[i];
          if (costs[i] + 1 < cost)
            {
              cost = costs[i] + 1;
              start = starts[i];
            }
          if (costs[i - 1] + 1 < cost)
            {
              cost = costs[i - 1] + 1;
              start = starts[i - 1];
            }
          costs[i] = cost;
          starts[i] = start;
        }

      if (is_kept && costs[n_quote] < cost_before)
        g_array_set_size (matches, matches->len - 1);
      is_kept = costs[n_quote] <= MIN (limit, cost_before);
      cost_before = costs[n_quote];
      if (is_kept)
        {
          DramatisAnchorMatch match = { starts[n_quote], from, QUOTE_WEIGHT * (1.0 - (double) costs[n_quote] / n_quote) };

          g_array_append_val (matches, match);
        }
    }
  g_array_sort (matches, compare_scores);

  return matches;
}

/**
 * dramatis_anchor_get_n_edits_max:
 * @self: an anchor
 *
 * Gets how much of its words may have changed for them to be the same.
 *
 * Returns: a third of their code points
 */
guint
dramatis_anchor_get_n_edits_max (const DramatisAnchor *self)
{
  return g_utf8_strlen (self->quote, -1) / 3;
}

/**
 * dramatis_anchor_match_approximate:
 * @self: an anchor
 * @n_edits_max: how many code points may have changed, been added or gone
 * @text: what surroundings are taken from
 * @text_end: its end
 * @from: where to begin looking
 * @to: where to end
 * @match: (out): the best place; untouched if there is none
 *
 * Finds words with few changes.
 *
 * Returns: whether there are such words
 */
gboolean
dramatis_anchor_match_approximate (const DramatisAnchor *self,
                                   guint                 n_edits_max,
                                   const char           *text,
                                   const char           *text_end,
                                   const char           *from,
                                   const char           *to,
                                   DramatisAnchorMatch  *match)
{
  guint n_quote = g_utf8_strlen (self->quote, -1);
  g_autofree gunichar *quote = NULL;
  g_autoptr (GArray) matches = NULL;
  double best_score = -1;

  if (n_edits_max == 0 || (gsize) n_quote * (gsize) (to - from) > CELLS_MAX)
    return FALSE;

  quote = g_new (gunichar, n_quote);
  read_points (self->quote, self->quote + strlen (self->quote), FALSE, quote, n_quote);
  if (!narrow (quote, n_quote, n_edits_max, &from, &to))
    return FALSE;

  matches = collect_similar (quote, n_quote, n_edits_max, from, to);
  for (guint i = 0; i < matches->len; i++)
    {
      DramatisAnchorMatch similar = g_array_index (matches, DramatisAnchorMatch, i);

      if (similar.score + 2 * CONTEXT_WEIGHT <= best_score)
        break;
      similar.score += score_context (self, text, text_end, similar.start, similar.end);
      if (similar.score > best_score)
        {
          best_score = similar.score;
          *match = similar;
        }
    }

  return best_score >= 0;
}
