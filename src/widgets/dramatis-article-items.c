/* dramatis-article-items.c: what the article view shows one below the other, and where
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-article-items.h"

#include <string.h>

#include "dramatis-text-layout.h"

/**
 * DramatisArticleItems:
 *
 * The headers, passages and folds of an article view, with heights that are estimated until they are measured.
 *
 * To lay out 10 MB of text takes seconds, so only what is near the view is measured. What was measured is kept by
 * passage, so that it outlives a change of the filter. A plain pass over all items places them: 17,000 take some
 * twenty microseconds, too little to need a tree.
 */
struct _DramatisArticleItems
{
  GArray     *items;
  GArray     *heights;     /* int, of each passage; 0: not known */
  GByteArray *opened;      /* of each passage, whether it is shown in spite of the filter */
  int         other[2];    /* the height last measured of a header, of a fold */
};

/**
 * dramatis_article_items_new:
 *
 * Makes a list without items.
 *
 * Returns: (transfer full): a new list
 */
DramatisArticleItems *
dramatis_article_items_new (void)
{
  DramatisArticleItems *self = g_new0 (DramatisArticleItems, 1);

  self->items = g_array_new (FALSE, FALSE, sizeof (DramatisArticleItem));
  self->heights = g_array_new (FALSE, TRUE, sizeof (int));
  self->opened = g_byte_array_new ();

  return self;
}

/**
 * dramatis_article_items_free:
 * @self: (transfer full): a list
 *
 * Frees a list.
 */
void
dramatis_article_items_free (DramatisArticleItems *self)
{
  g_array_unref (self->items);
  g_array_unref (self->heights);
  g_byte_array_unref (self->opened);
  g_free (self);
}

/**
 * dramatis_article_items_reset:
 * @self: a list
 * @n_passages: how many passages the dossier has
 *
 * Forgets what was measured and opened.
 */
void
dramatis_article_items_reset (DramatisArticleItems *self,
                              guint                 n_passages)
{
  g_array_set_size (self->items, 0);
  g_array_set_size (self->heights, 0);
  g_array_set_size (self->heights, n_passages);
  g_byte_array_set_size (self->opened, n_passages);
  dramatis_article_items_close_all (self);
}

/**
 * dramatis_article_items_forget_heights:
 * @self: a list
 *
 * Forgets what was measured.
 */
void
dramatis_article_items_forget_heights (DramatisArticleItems *self)
{
  if (self->heights->len > 0)
    memset (self->heights->data, 0, self->heights->len * sizeof (int));
  memset (self->other, 0, sizeof (self->other));
  for (guint i = 0; i < self->items->len; i++)
    g_array_index (self->items, DramatisArticleItem, i).height = 0;
}

/**
 * dramatis_article_items_open:
 * @self: a list
 * @position: the position of a passage
 * @n_passages: how many passages from there on
 *
 * Has passages shown from the next rebuild on, whether the filter hides them or not.
 */
void
dramatis_article_items_open (DramatisArticleItems *self,
                             guint                 position,
                             guint                 n_passages)
{
  g_return_if_fail (position + n_passages <= self->opened->len);

  memset (self->opened->data + position, 1, n_passages);
}

/**
 * dramatis_article_items_close_all:
 * @self: a list
 *
 * Takes back every [func@ArticleItems.open].
 */
void
dramatis_article_items_close_all (DramatisArticleItems *self)
{
  if (self->opened->len > 0)
    memset (self->opened->data, 0, self->opened->len);
}

static void
append_item (DramatisArticleItems    *self,
             DramatisArticleItemKind  kind,
             guint                    position)
{
  DramatisArticleItem item = { .kind = kind, .position = position, .n_passages = 1 };

  if (kind == DRAMATIS_ARTICLE_ITEM_PASSAGE)
    item.height = g_array_index (self->heights, int, position);
  else
    item.height = self->other[kind];

  g_array_append_val (self->items, item);
}

/* One more passage that is not shown. */
static void
append_hidden (DramatisArticleItems *self,
               guint                 position)
{
  DramatisArticleItem *last = NULL;

  if (self->items->len > 0)
    last = &g_array_index (self->items, DramatisArticleItem, self->items->len - 1);

  if (last != NULL && last->kind == DRAMATIS_ARTICLE_ITEM_FOLD)
    last->n_passages++;
  else
    append_item (self, DRAMATIS_ARTICLE_ITEM_FOLD, position);
}

/* The header of an article, when the first of its passages is to be shown. Those before it, @n_hidden from @position
 * on, have been put into a fold that may have begun in another article: it is parted. */
static void
append_header (DramatisArticleItems *self,
               guint                 position,
               guint                 n_hidden)
{
  if (n_hidden > 0)
    {
      DramatisArticleItem *fold = &g_array_index (self->items, DramatisArticleItem, self->items->len - 1);

      fold->n_passages -= n_hidden;
      if (fold->n_passages == 0)
        g_array_set_size (self->items, self->items->len - 1);
    }

  append_item (self, DRAMATIS_ARTICLE_ITEM_HEADER, position);
  for (guint i = 0; i < n_hidden; i++)
    append_hidden (self, position + i);
}

/**
 * dramatis_article_items_rebuild:
 * @self: a list
 * @session: the session
 *
 * Lists the items again, from what passes the filter of the session and what is opened. Nothing is listed if
 * nothing passes. While the session is dimming, all is listed. An article of which anything is shown begins with its
 * header; runs of hidden passages become one fold.
 *
 * Heights that were not measured are 0 until [func@ArticleItems.estimate].
 */
void
dramatis_article_items_rebuild (DramatisArticleItems *self,
                                DramatisSession      *session)
{
  DramatisIndex *index = dramatis_session_get_index (session);
  GArray *matches = dramatis_session_get_matches (session);
  DramatisArticle *article = NULL;
  guint first, n_passages, next = 0;
  guint article_start = 0;
  gboolean dimming = dramatis_session_get_dimming (session);
  gboolean has_header = FALSE;

  dramatis_session_get_scope (session, &first, &n_passages);
  if (dramatis_index_get_passages (index)->len != self->heights->len)
    dramatis_article_items_reset (self, dramatis_index_get_passages (index)->len);

  g_array_set_size (self->items, 0);
  if (matches->len == 0)
    return;

  for (guint position = first; position < first + n_passages; position++)
    {
      gboolean matched = next < matches->len && g_array_index (matches, guint, next) == position;

      if (matched)
        next++;

      if (dramatis_index_get_article (index, position) != article)
        {
          article = dramatis_index_get_article (index, position);
          article_start = position;
          has_header = FALSE;
        }

      if (!matched && !dimming && !self->opened->data[position])
        {
          append_hidden (self, position);
          continue;
        }

      if (!has_header)
        append_header (self, article_start, position - article_start);
      has_header = TRUE;
      append_item (self, DRAMATIS_ARTICLE_ITEM_PASSAGE, position);
    }
}

/**
 * dramatis_article_items_estimate:
 * @self: a list
 * @session: the session
 * @metrics: what to estimate from
 *
 * Gives every item that was not measured a height, from how long its text is, and places all.
 */
void
dramatis_article_items_estimate (DramatisArticleItems         *self,
                                 DramatisSession              *session,
                                 const DramatisArticleMetrics *metrics)
{
  GPtrArray *passages = dramatis_index_get_passages (dramatis_session_get_index (session));

  for (guint i = 0; i < self->items->len; i++)
    {
      DramatisArticleItem *item = &g_array_index (self->items, DramatisArticleItem, i);
      DramatisPassage *passage;
      int *known, n_lines;

      if (item->height > 0)
        continue;

      if (item->kind != DRAMATIS_ARTICLE_ITEM_PASSAGE)
        {
          item->height = 2 * metrics->line_height;
          continue;
        }

      known = &g_array_index (self->heights, int, item->position);
      passage = g_ptr_array_index (passages, item->position);
      n_lines = 1 + dramatis_text_estimate_length (dramatis_passage_get_text (passage)) / metrics->line_length;
      *known = item->height = n_lines * metrics->line_height + metrics->spacing;
    }

  dramatis_article_items_place (self);
}

/**
 * dramatis_article_items_get_length:
 * @self: a list
 *
 * Gets how many items there are.
 *
 * Returns: the number of items
 */
guint
dramatis_article_items_get_length (DramatisArticleItems *self)
{
  return self->items->len;
}

/**
 * dramatis_article_items_get_n_passages:
 * @self: a list
 *
 * Gets how many passages the dossier had when the list was last rebuilt.
 *
 * Returns: the number of passages, shown or not
 */
guint
dramatis_article_items_get_n_passages (DramatisArticleItems *self)
{
  return self->heights->len;
}

/**
 * dramatis_article_items_get:
 * @self: a list
 * @i: the number of an item, from 0
 *
 * Gets an item.
 *
 * Returns: (transfer none): the item, until the list is rebuilt
 */
const DramatisArticleItem *
dramatis_article_items_get (DramatisArticleItems *self,
                            guint                 i)
{
  g_return_val_if_fail (i < self->items->len, NULL);

  return &g_array_index (self->items, DramatisArticleItem, i);
}

/**
 * dramatis_article_items_get_height:
 * @self: a list
 *
 * Gets the height of all items together.
 *
 * Returns: the height, in pixels
 */
int
dramatis_article_items_get_height (DramatisArticleItems *self)
{
  const DramatisArticleItem *last;

  if (self->items->len == 0)
    return 0;

  last = &g_array_index (self->items, DramatisArticleItem, self->items->len - 1);
  return last->y + last->height;
}

/**
 * dramatis_article_items_set_height:
 * @self: a list
 * @i: the number of an item
 * @height: its height, in pixels, as measured
 *
 * Corrects the height of an item. Places change with the next [func@ArticleItems.place].
 */
void
dramatis_article_items_set_height (DramatisArticleItems *self,
                                   guint                 i,
                                   int                   height)
{
  DramatisArticleItem *item = &g_array_index (self->items, DramatisArticleItem, i);

  item->height = height;
  if (item->kind == DRAMATIS_ARTICLE_ITEM_PASSAGE)
    g_array_index (self->heights, int, item->position) = height;
  else
    self->other[item->kind] = height;
}

/**
 * dramatis_article_items_place:
 * @self: a list
 *
 * Puts each item below the one before it.
 */
void
dramatis_article_items_place (DramatisArticleItems *self)
{
  int y = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      DramatisArticleItem *item = &g_array_index (self->items, DramatisArticleItem, i);

      item->y = y;
      y += item->height;
    }
}

/**
 * dramatis_article_items_find:
 * @self: a list that is not empty
 * @kind: %DRAMATIS_ARTICLE_ITEM_HEADER for the header of an article that begins there
 * @position: the position of a passage
 *
 * Finds the item that shows a passage or stands for it, or the one nearest to it.
 *
 * Returns: the number of the item
 */
guint
dramatis_article_items_find (DramatisArticleItems    *self,
                             DramatisArticleItemKind  kind,
                             guint                    position)
{
  guint low = 0;
  guint high = self->items->len;

  /* The last item that begins at or before the position: behind the header that has the same one. */
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->items, DramatisArticleItem, middle).position <= position)
        low = middle;
      else
        high = middle;
    }

  if (kind == DRAMATIS_ARTICLE_ITEM_HEADER && low > 0)
    {
      const DramatisArticleItem *before = &g_array_index (self->items, DramatisArticleItem, low - 1);

      if (before->kind == DRAMATIS_ARTICLE_ITEM_HEADER && before->position == position)
        return low - 1;
    }

  return low;
}

/**
 * dramatis_article_items_find_y:
 * @self: a list that is not empty
 * @y: pixels from the top of the article
 *
 * Finds the item at a height; above the first it is the first, below the last the last.
 *
 * Returns: the number of the item
 */
guint
dramatis_article_items_find_y (DramatisArticleItems *self,
                               int                   y)
{
  guint low = 0;
  guint high = self->items->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->items, DramatisArticleItem, middle).y <= y)
        low = middle;
      else
        high = middle;
    }

  return low;
}
