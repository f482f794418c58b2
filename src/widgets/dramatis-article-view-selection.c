/* dramatis-article-view-selection.c: which text of the article is marked
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-article-view-private.h"

/* The labels are not selectable: each would claim the primary selection for itself, and rows are recycled. So the
 * view has the two ends, the rows paint what is between. Passages that are hidden there are not marked: what cannot
 * be seen is not to be acted on. */

typedef struct
{
  guint position;
  guint offset;
} End;

static gboolean
find_end (DramatisArticleView     *self,
          const DramatisTextPlace *place,
          End                     *end)
{
  end->offset = place->offset;

  return place->passage != NULL
         && dramatis_index_get_position (dramatis_session_get_index (self->session), place->passage, &end->position);
}

static int
compare_ends (const End *a,
              const End *b)
{
  if (a->position != b->position)
    return a->position < b->position ? -1 : 1;

  return (a->offset > b->offset) - (a->offset < b->offset);
}

/* Both ends in the order of the text. */
static gboolean
get_ends (DramatisArticleView *self,
          End                 *first,
          End                 *last)
{
  if (!find_end (self, &self->marked_bound, first) || !find_end (self, &self->marked_caret, last))
    return FALSE;

  if (compare_ends (first, last) > 0)
    {
      End end = *first;

      *first = *last;
      *last = end;
    }

  return TRUE;
}

/**
 * dramatis_article_view_compare_places:
 * @self: an article view
 * @a: a place
 * @b: another place
 *
 * Tells which of two places comes first in the text.
 *
 * Returns: negative if @a does, positive if @b does, 0 if they are the same or one is not in the dossier any more
 */
int
dramatis_article_view_compare_places (DramatisArticleView     *self,
                                      const DramatisTextPlace *a,
                                      const DramatisTextPlace *b)
{
  End ends[2];

  if (!find_end (self, a, &ends[0]) || !find_end (self, b, &ends[1]))
    return 0;

  return compare_ends (&ends[0], &ends[1]);
}

static void
get_range_between (const End     *first,
                   const End     *last,
                   guint          position,
                   guint          length,
                   DramatisRange *range)
{
  range->start = position < first->position ? length : position == first->position ? first->offset : 0;
  range->end = position < last->position ? length : position == last->position ? last->offset : 0;
  if (range->start >= range->end)
    range->start = range->end = 0;
}

/**
 * dramatis_article_view_get_selection:
 * @self: an article view
 * @row: (nullable): a row
 * @range: (out) (optional): which text is marked in its passage, in code points
 *
 * Gets which text is marked.
 *
 * Returns: whether any is in the passage; without a row, whether any is at all
 */
gboolean
dramatis_article_view_get_selection (DramatisArticleView *self,
                                     DramatisPassageRow  *row,
                                     DramatisRange       *range)
{
  DramatisRange found = { 0 };
  gboolean marked;
  End first, last;

  if (!get_ends (self, &first, &last))
    marked = FALSE;
  else if (row == NULL)
    marked = first.position != last.position || first.offset != last.offset;
  else
    {
      get_range_between (&first, &last, dramatis_passage_row_get_position (row),
                         dramatis_passage_get_length (dramatis_passage_row_get_passage (row)), &found);
      marked = found.start < found.end;
    }

  if (range != NULL)
    *range = found;

  return marked;
}

/**
 * dramatis_article_view_show_selection:
 * @self: an article view
 * @row: a row
 *
 * Has a row paint the text that is marked in its passage, if any.
 */
void
dramatis_article_view_show_selection (DramatisArticleView *self,
                                      DramatisPassageRow  *row)
{
  const char *passage = dramatis_thing_get_id (DRAMATIS_THING (dramatis_passage_row_get_passage (row)));
  DramatisRange range;

  dramatis_article_view_get_selection (self, row, &range);
  dramatis_passage_row_set_selected (row, &range, self->caret_visible && passage == self->marked_caret.passage,
                                     self->marked_caret.offset);
}

static void
show_in_all_rows (DramatisArticleView *self)
{
  GHashTableIter iter;
  gpointer child;

  gtk_widget_set_visible (self->marked_bar, FALSE);
  g_hash_table_iter_init (&iter, self->children);
  while (g_hash_table_iter_next (&iter, NULL, &child))
    {
      if (DRAMATIS_IS_PASSAGE_ROW (child))
        dramatis_article_view_show_selection (self, child);
    }
}

/**
 * dramatis_article_view_set_selection:
 * @self: an article view
 * @bound: where the marked text begins or ends
 * @caret: its other end, which moves if it is extended; the same as @bound to mark nothing
 *
 * Marks text. The session is told with [method@ArticleView.finish_selection].
 */
void
dramatis_article_view_set_selection (DramatisArticleView     *self,
                                     const DramatisTextPlace *bound,
                                     const DramatisTextPlace *caret)
{
  self->marked_bound = *bound;
  self->marked_caret = *caret;
  show_in_all_rows (self);
}

/* An anchor for each passage that is shown and has marked text; NULL if none has. */
static GPtrArray *
create_anchors (DramatisArticleView *self)
{
  GPtrArray *passages = dramatis_index_get_passages (dramatis_session_get_index (self->session));
  g_autoptr (GPtrArray) anchors = dramatis_anchors_new ();
  guint n_items = dramatis_article_items_get_length (self->items);
  End first, last;

  if (n_items == 0 || !get_ends (self, &first, &last))
    return NULL;

  for (guint i = dramatis_article_items_find (self->items, DRAMATIS_ARTICLE_ITEM_PASSAGE, first.position);
       i < n_items;
       i++)
    {
      const DramatisArticleItem *item = dramatis_article_items_get (self->items, i);
      DramatisPassage *passage = g_ptr_array_index (passages, item->position);
      DramatisRange range;

      if (item->position > last.position)
        break;
      if (item->kind != DRAMATIS_ARTICLE_ITEM_PASSAGE)
        continue;

      get_range_between (&first, &last, item->position, dramatis_passage_get_length (passage), &range);
      if (range.start < range.end)
        g_ptr_array_add (anchors, dramatis_anchor_new (dramatis_thing_get_id (DRAMATIS_THING (passage)),
                                                       dramatis_passage_get_text (passage), &range));
    }

  return anchors->len > 0 ? g_steal_pointer (&anchors) : NULL;
}

static void
tell_session (DramatisArticleView *self,
              GPtrArray           *anchors)
{
  self->marking = TRUE;
  dramatis_session_set_marked (self->session, anchors);
  self->marking = FALSE;
}

/**
 * dramatis_article_view_finish_selection:
 * @self: an article view
 *
 * Tells the session which text is marked, and offers what can be done with it, when it will not change any more.
 */
void
dramatis_article_view_finish_selection (DramatisArticleView *self)
{
  g_autoptr (GPtrArray) anchors = create_anchors (self);
  g_autofree char *text = NULL;

  tell_session (self, anchors);
  gtk_widget_set_visible (self->marked_bar, anchors != NULL);
  text = dramatis_session_dup_marked_text (self->session, FALSE);
  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_primary_clipboard (GTK_WIDGET (self)), text);
}

/**
 * dramatis_article_view_adopt_marked:
 * @self: an article view
 *
 * Shows the text as marked that the session says is.
 */
void
dramatis_article_view_adopt_marked (DramatisArticleView *self)
{
  GPtrArray *marked = dramatis_session_get_marked (self->session);

  if (self->marking)
    return;

  self->marked_bound = self->marked_caret = (DramatisTextPlace) { 0 };
  if (marked != NULL)
    {
      const DramatisAnchor *first = g_ptr_array_index (marked, 0);
      const DramatisAnchor *last = g_ptr_array_index (marked, marked->len - 1);

      self->marked_bound = (DramatisTextPlace) { first->passage, first->range.start };
      self->marked_caret = (DramatisTextPlace) { last->passage, last->range.end };
    }
  self->caret_visible = FALSE;
  show_in_all_rows (self);
}

/**
 * dramatis_article_view_drop_hidden:
 * @self: an article view
 *
 * Tells the session what is still to be seen of the marked text when the filter has hidden passages or shown them
 * again. If nothing is, none is marked any more.
 */
void
dramatis_article_view_drop_hidden (DramatisArticleView *self)
{
  g_autoptr (GPtrArray) anchors = NULL;

  if (dramatis_session_get_marked (self->session) == NULL)
    return;

  anchors = create_anchors (self);
  if (anchors != NULL)
    tell_session (self, anchors);
  else
    dramatis_session_set_marked (self->session, NULL);
}
