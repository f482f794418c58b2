/* dramatis-anchor.c: ranges of text, and what is needed to find them again
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-anchor.h"

#include <string.h>

#include "dramatis-anchor-match.h"

G_DEFINE_BOXED_TYPE (DramatisAnchor, dramatis_anchor, dramatis_anchor_ref, dramatis_anchor_unref)

static void
anchor_clear (gpointer data)
{
  DramatisAnchor *self = data;

  g_free (self->quote);
  g_free (self->prefix);
  g_free (self->suffix);
  g_free (self->wording);
  g_free (self->rule);
  g_free (self->reference);
  g_free (self->extra);
}

/* The code point number @offset of @text, or NULL if @text ends before it: unlike
 * g_utf8_offset_to_pointer (), which runs past the end. */
static const char *
find_offset (const char *text,
             guint       offset)
{
  for (; offset > 0 && *text != '\0'; offset--)
    text = g_utf8_next_char (text);

  return offset == 0 ? text : NULL;
}

/**
 * dramatis_anchor_new:
 * @passage: the id of a passage
 * @text: the text of that passage
 * @range: a range inside of @text
 *
 * Makes an anchor for words as they stand now.
 *
 * Returns: (transfer full): a new anchor
 */
DramatisAnchor *
dramatis_anchor_new (const char          *passage,
                     const char          *text,
                     const DramatisRange *range)
{
  const char *start, *end, *before, *after;
  DramatisAnchor *self;

  g_return_val_if_fail (passage != NULL && text != NULL, NULL);
  g_return_val_if_fail (range != NULL && range->start <= range->end, NULL);

  start = find_offset (text, range->start);
  end = start != NULL ? find_offset (start, range->end - range->start) : NULL;
  g_return_val_if_fail (end != NULL, NULL);

  before = start;
  for (guint i = 0; i < DRAMATIS_ANCHOR_CONTEXT && before > text; i++)
    before = g_utf8_prev_char (before);

  after = end;
  for (guint i = 0; i < DRAMATIS_ANCHOR_CONTEXT && *after != '\0'; i++)
    after = g_utf8_next_char (after);

  self = g_atomic_rc_box_new0 (DramatisAnchor);
  self->passage = g_intern_string (passage);
  self->range = *range;
  self->quote = g_strndup (start, end - start);
  self->prefix = g_strndup (before, start - before);
  self->suffix = g_strndup (end, after - end);

  return self;
}

/**
 * dramatis_anchor_new_full:
 * @fields: what the anchor is to hold; a missing quote, prefix or suffix becomes empty
 *
 * Makes an anchor of its parts, as read from a file, without looking at any text.
 *
 * Returns: (transfer full): a new anchor with copies of @fields
 */
DramatisAnchor *
dramatis_anchor_new_full (const DramatisAnchor *fields)
{
  DramatisAnchor *self;

  g_return_val_if_fail (fields != NULL && fields->passage != NULL, NULL);

  self = g_atomic_rc_box_new0 (DramatisAnchor);
  self->passage = g_intern_string (fields->passage);
  self->range = fields->range;
  self->quote = g_strdup (fields->quote != NULL ? fields->quote : "");
  self->prefix = g_strdup (fields->prefix != NULL ? fields->prefix : "");
  self->suffix = g_strdup (fields->suffix != NULL ? fields->suffix : "");
  self->wording = g_strdup (fields->wording);
  self->rule = g_strdup (fields->rule);
  self->reference = g_strdup (fields->reference);
  self->extra = g_strdup (fields->extra);

  return self;
}

/**
 * dramatis_anchor_dup_at:
 * @self: an anchor
 * @passage: the id of the passage where its words are now, or what has become of them
 * @text: the text of that passage
 * @range: where they are in @text
 *
 * Makes an anchor for the words at another place that keeps what else is known of them.
 *
 * Returns: (transfer full): a new anchor
 */
DramatisAnchor *
dramatis_anchor_dup_at (const DramatisAnchor *self,
                        const char           *passage,
                        const char           *text,
                        const DramatisRange  *range)
{
  DramatisAnchor *moved = dramatis_anchor_new (passage, text, range);

  moved->wording = g_strdup (self->wording);
  moved->rule = g_strdup (self->rule);
  moved->reference = g_strdup (self->reference);
  moved->extra = g_strdup (self->extra);

  return moved;
}

/**
 * dramatis_anchor_ref:
 * @self: an anchor
 *
 * Takes a reference. Safe from any thread.
 *
 * Returns: (transfer full): @self
 */
DramatisAnchor *
dramatis_anchor_ref (DramatisAnchor *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * dramatis_anchor_unref:
 * @self: (transfer full): an anchor
 *
 * Gives a reference back. Safe from any thread.
 */
void
dramatis_anchor_unref (DramatisAnchor *self)
{
  g_atomic_rc_box_release_full (self, anchor_clear);
}

/* Whether the context of one side stands in full around the words from @start to @end. A place without any is not
 * good enough: the same name may stand there for another reason. */
static gboolean
has_context (const DramatisAnchor *self,
             const char           *text,
             const char           *start,
             const char           *end)
{
  gsize size = strlen (self->prefix);

  return (size > 0 && (gsize) (start - text) >= size && memcmp (start - size, self->prefix, size) == 0)
         || (*self->suffix != '\0' && g_str_has_prefix (end, self->suffix));
}

/**
 * dramatis_anchor_locate:
 * @self: an anchor
 * @text: the text of its passage as it is now
 * @range: (out): where the words stand, in code points; untouched if they are not there
 *
 * Finds the words again in a text that may have changed.
 *
 * They are where they were if that place still has the words and the context of one side. Otherwise all
 * places with exactly the same words compete: the one whose context fits best wins, of equals the one nearest to
 * the old place. If none fits, words of which at most a third has changed are looked for. Those that are lost are not
 * looked for: whoever lost them knew more of the text they were in.
 *
 * Returns: whether they were found
 */
gboolean
dramatis_anchor_locate (const DramatisAnchor *self,
                        const char           *text,
                        DramatisRange        *range)
{
  gsize size = strlen (self->quote);
  const char *text_end = text + strlen (text);
  const char *old_start = find_offset (text, self->range.start);
  const char *expected = old_start != NULL ? old_start : text_end;
  DramatisAnchorMatch best = { NULL, NULL, -1 };

  /* The same words with one side of their context: the other may have been edited. An insertion point
   * has no words to look for. */
  if (old_start != NULL
      && self->range.end - self->range.start == g_utf8_strlen (self->quote, size)
      && strncmp (old_start, self->quote, size) == 0
      && (size == 0 || has_context (self, text, old_start, old_start + size)))
    {
      *range = self->range;
      return TRUE;
    }

  if (size == 0 || dramatis_anchor_is_lost (self))
    return FALSE;

  for (const char *start = strstr (text, self->quote);
       start != NULL;
       start = strstr (g_utf8_next_char (start), self->quote))
    {
      const DramatisAnchorMatch match = {
        start, start + size, dramatis_anchor_score_exact (self, text, text_end, start)
      };

      dramatis_anchor_match_consider (&match, expected, &best);
    }

  if (best.start == NULL || !dramatis_anchor_accepts (self, best.score + DRAMATIS_ANCHOR_PASSAGE_WEIGHT))
    {
      best.score = -1;
      if (!dramatis_anchor_match_approximate (self, dramatis_anchor_get_n_edits_max (self),
                                              text, text_end, text, text_end, &best)
          || !dramatis_anchor_accepts (self, best.score + DRAMATIS_ANCHOR_PASSAGE_WEIGHT))
        return FALSE;
    }

  range->start = g_utf8_strlen (text, best.start - text);
  range->end = range->start + g_utf8_strlen (best.start, best.end - best.start);

  return TRUE;
}

/**
 * dramatis_anchor_locate_wording:
 * @self: an anchor
 * @text: the text of its passage as it is now
 * @range: (out): where the words of the time stand, in code points; untouched if they are not there
 *
 * Finds the words that tell when an event was, inside of the anchor's words.
 *
 * Returns: whether the anchor has such words and they were found
 */
gboolean
dramatis_anchor_locate_wording (const DramatisAnchor *self,
                                const char           *text,
                                DramatisRange        *range)
{
  const char *wording = self->wording != NULL ? strstr (self->quote, self->wording) : NULL;
  DramatisRange quote;

  if (wording == NULL || !dramatis_anchor_locate (self, text, &quote))
    return FALSE;

  range->start = quote.start + g_utf8_strlen (self->quote, wording - self->quote);
  range->end = range->start + g_utf8_strlen (self->wording, -1);
  return TRUE;
}

/**
 * dramatis_anchors_new:
 *
 * Makes an empty list of anchors.
 *
 * Returns: (transfer full) (element-type DramatisAnchor): an array that owns its anchors
 */
GPtrArray *
dramatis_anchors_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) dramatis_anchor_unref);
}
