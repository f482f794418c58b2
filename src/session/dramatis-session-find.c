/* dramatis-session-find.c: finding words in the text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-session-private.h"

#include "dramatis-text.h"

/* Looks in the passages that pass the filter: what is not shown cannot be gone to. Stays at the current hit if
 * it is still one, else goes on to the one that follows. */
void
dramatis_session_update_hits (DramatisSession *self)
{
  g_autofree char *needle = self->find_text != NULL ? dramatis_text_fold (self->find_text) : NULL;
  DramatisHit last = { 0 };

  if (self->hit < self->hits->len)
    last = g_array_index (self->hits, DramatisHit, self->hit);

  g_array_set_size (self->hits, 0);
  self->hit = 0;
  for (guint i = 0; needle != NULL && i < self->matches->len; i++)
    {
      DramatisHit hit = { .position = g_array_index (self->matches, guint, i) };
      const char *folded = dramatis_index_get_folded (self->index, hit.position);
      guint from = 0;

      while (dramatis_text_find (folded, needle, from, &hit.range))
        {
          if (hit.position < last.position
              || (hit.position == last.position && hit.range.start < last.range.start))
            self->hit++;
          g_array_append_val (self->hits, hit);
          from = hit.range.end;
        }
    }
  if (self->hit >= self->hits->len)
    self->hit = 0;

  g_signal_emit_by_name (self, "find-changed");
}

static void
reveal_hit (DramatisSession *self)
{
  if (self->hits->len > 0)
    {
      const DramatisHit *hit = &g_array_index (self->hits, DramatisHit, self->hit);

      dramatis_session_emit_reveal (self, hit->position, &hit->range);
    }
}

/**
 * dramatis_session_get_find_text:
 * @self: a session
 *
 * Gets the words that are looked for.
 *
 * Returns: (transfer none): the words
 */
const char *
dramatis_session_get_find_text (DramatisSession *self)
{
  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), NULL);

  return self->find_text != NULL ? self->find_text : "";
}

/**
 * dramatis_session_set_find_text:
 * @self: a session
 * @text: (nullable): words, or nothing
 *
 * Looks for words in the passages that pass the filter, and reveals the first.
 */
void
dramatis_session_set_find_text (DramatisSession *self,
                                const char      *text)
{
  g_return_if_fail (DRAMATIS_IS_SESSION (self));

  if (text != NULL && *text == '\0')
    text = NULL;
  if (g_strcmp0 (self->find_text, text) == 0)
    return;

  g_free (self->find_text);
  self->find_text = g_strdup (text);
  dramatis_session_update_hits (self);
  g_object_notify (G_OBJECT (self), "find-text");
  reveal_hit (self);
}

/**
 * dramatis_session_get_n_hits:
 * @self: a session
 *
 * Gets how many places the words looked for have.
 *
 * Returns: the number of hits
 */
guint
dramatis_session_get_n_hits (DramatisSession *self)
{
  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), 0);

  return self->hits->len;
}

/**
 * dramatis_session_get_hit:
 * @self: a session
 *
 * Gets which hit is the current one.
 *
 * Returns: its number, from 0
 */
guint
dramatis_session_get_hit (DramatisSession *self)
{
  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), 0);

  return self->hit;
}

/**
 * dramatis_session_get_hits_at:
 * @self: a session
 * @position: the position of a passage
 * @current: (out): which of them is the current hit, or %G_MAXUINT
 *
 * Gets the hits in one passage.
 *
 * Returns: (transfer full) (element-type DramatisRange): their ranges, in code points
 */
GArray *
dramatis_session_get_hits_at (DramatisSession *self,
                              guint            position,
                              guint           *current)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (DramatisRange));
  guint low = 0;
  guint high;

  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), ranges);

  *current = G_MAXUINT;
  high = self->hits->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->hits, DramatisHit, middle).position < position)
        low = middle + 1;
      else
        high = middle;
    }

  for (guint i = low; i < self->hits->len; i++)
    {
      const DramatisHit *hit = &g_array_index (self->hits, DramatisHit, i);

      if (hit->position != position)
        break;
      if (i == self->hit)
        *current = ranges->len;
      g_array_append_val (ranges, hit->range);
    }

  return ranges;
}

/**
 * dramatis_session_find_next:
 * @self: a session
 * @step: 1 for the next hit, -1 for the one before
 *
 * Goes to another hit and reveals it; behind the last comes the first.
 */
void
dramatis_session_find_next (DramatisSession *self,
                            int              step)
{
  g_return_if_fail (DRAMATIS_IS_SESSION (self));

  if (self->hits->len == 0)
    return;

  self->hit = (self->hit + self->hits->len + step) % self->hits->len;
  g_signal_emit_by_name (self, "find-changed");
  reveal_hit (self);
}
