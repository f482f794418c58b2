/* dramatis-article-view-keys.c: going through the article by keyboard
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-article-view-private.h"

/* The number of the item that has the focus, or G_MAXUINT. */
static guint
find_focus (DramatisArticleView *self)
{
  for (guint i = 0; i < dramatis_article_items_get_length (self->items); i++)
    {
      GtkWidget *child = dramatis_article_view_get_child (self, i);

      if (child != NULL && (gtk_widget_get_state_flags (child) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
        return i;
    }

  return G_MAXUINT;
}

/* Headers have nothing to do by keyboard. */
static gboolean
focus_item (DramatisArticleView *self,
            guint                number)
{
  const DramatisArticleItem *item = dramatis_article_items_get (self->items, number);
  GtkWidget *child;

  if (item->kind == DRAMATIS_ARTICLE_ITEM_HEADER)
    return FALSE;

  dramatis_article_view_scroll_into_view (self, number, NULL);
  child = dramatis_article_view_get_child (self, number);
  if (child == NULL)
    return FALSE;

  /* What was just scrolled to is laid out in the next frame, but takes the focus now. */
  gtk_widget_set_child_visible (child, TRUE);

  return gtk_widget_grab_focus (child);
}

/**
 * dramatis_article_view_move_focus:
 * @self: an article view
 * @direction: where to
 *
 * Moves the focus from row to row, into the view and out of it. The view is one stop of Tab.
 *
 * Returns: whether the focus is in the view now
 */
gboolean
dramatis_article_view_move_focus (DramatisArticleView *self,
                                  GtkDirectionType     direction)
{
  guint n_items = dramatis_article_items_get_length (self->items);
  guint i = n_items > 0 ? find_focus (self) : G_MAXUINT;
  int step;

  if (gtk_widget_get_visible (self->status))
    return gtk_widget_child_focus (self->status, direction);
  if (n_items == 0)
    return FALSE;

  if (i == G_MAXUINT)
    {
      guint current = dramatis_session_get_current (self->session);

      i = dramatis_article_items_find (self->items, DRAMATIS_ARTICLE_ITEM_PASSAGE, current);
      return focus_item (self, i);
    }

  if (direction != GTK_DIR_UP && direction != GTK_DIR_DOWN)
    return FALSE;

  step = direction == GTK_DIR_UP ? -1 : 1;
  for (i += step; i < n_items; i += step)
    {
      if (focus_item (self, i))
        return TRUE;
    }

  /* At the end one stays. */
  return TRUE;
}
