/* dramatis-article-view-rows.c: the rows of the article view
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-article-view-private.h"

#include <glib/gi18n-lib.h>

#include "dramatis-article-header.h"

/* Up to this many passages each has its row, so that a screen reader has the whole article; beyond, rows are
 * recycled. */
#define MAX_REAL_ROWS 200

static gpointer
item_key (DramatisArticleItemKind kind,
          guint                   position)
{
  return GUINT_TO_POINTER (1 + position * DRAMATIS_N_ARTICLE_ITEM_KINDS + kind);
}

/**
 * dramatis_article_view_find_child:
 * @self: an article view
 * @item: an item
 *
 * Finds the widget that shows an item.
 *
 * Returns: (transfer none) (nullable): the widget, if the item is near the view
 */
GtkWidget *
dramatis_article_view_find_child (DramatisArticleView       *self,
                                  const DramatisArticleItem *item)
{
  return g_hash_table_lookup (self->children, item_key (item->kind, item->position));
}

/**
 * dramatis_article_view_is_short:
 * @self: an article view
 *
 * Tells whether each passage has a row, seen or not.
 *
 * Returns: whether the dossier is short enough
 */
gboolean
dramatis_article_view_is_short (DramatisArticleView *self)
{
  return dramatis_index_get_passages (dramatis_session_get_index (self->session))->len <= MAX_REAL_ROWS;
}

/* Whether there still is the item that a child shows. */
static gboolean
find_item (DramatisArticleView *self,
           gpointer             key,
           guint               *number)
{
  guint value = GPOINTER_TO_UINT (key) - 1;
  DramatisArticleItemKind kind = value % DRAMATIS_N_ARTICLE_ITEM_KINDS;
  guint position = value / DRAMATIS_N_ARTICLE_ITEM_KINDS;
  const DramatisArticleItem *item;

  if (dramatis_article_items_get_length (self->items) == 0)
    return FALSE;

  *number = dramatis_article_items_find (self->items, kind, position);
  item = dramatis_article_items_get (self->items, *number);

  return item->kind == kind && item->position == position;
}

static void
bind_fold (GtkWidget                 *button,
           const DramatisArticleItem *item)
{
  /* Translators: stands in the text for passages that the filter hides; a click shows them */
  g_autofree char *text = g_strdup_printf (ngettext ("‥ %u passage hidden ‥", "‥ %u passages hidden ‥",
                                                     item->n_passages),
                                           item->n_passages);

  gtk_button_set_label (GTK_BUTTON (button), text);
  /* The name last: an action is looked for with the target of that moment. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(uu)", item->position, item->n_passages);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "article.show-hidden");
}

static void
update_dimmed (DramatisArticleView *self,
               DramatisPassageRow  *row)
{
  dramatis_passage_row_set_dimmed (row,
                                   dramatis_session_get_dimming (self->session)
                                   && !dramatis_filter_match_position (dramatis_session_get_filter (self->session),
                                                                       dramatis_session_get_index (self->session),
                                                                       dramatis_passage_row_get_position (row)));
}

static void
bind_child (DramatisArticleView       *self,
            GtkWidget                 *child,
            const DramatisArticleItem *item)
{
  DramatisIndex *index = dramatis_session_get_index (self->session);

  switch (item->kind)
    {
    case DRAMATIS_ARTICLE_ITEM_HEADER:
      dramatis_article_header_bind (DRAMATIS_ARTICLE_HEADER (child),
                                    dramatis_index_get_article (index, item->position), self->attributes);
      break;
    case DRAMATIS_ARTICLE_ITEM_FOLD:
      bind_fold (child, item);
      break;
    case DRAMATIS_ARTICLE_ITEM_PASSAGE:
      dramatis_passage_row_bind (DRAMATIS_PASSAGE_ROW (child), self->session, item->position, self->attributes);
      dramatis_article_view_show_selection (self, DRAMATIS_PASSAGE_ROW (child));
      update_dimmed (self, DRAMATIS_PASSAGE_ROW (child));
      break;
    default:
      g_assert_not_reached ();
    }
}

static GtkWidget *
create_child (DramatisArticleItemKind kind)
{
  GtkWidget *button;

  switch (kind)
    {
    case DRAMATIS_ARTICLE_ITEM_HEADER:
      return dramatis_article_header_new ();
    case DRAMATIS_ARTICLE_ITEM_FOLD:
      button = gtk_button_new_with_label (NULL);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "fold");
      return button;
    case DRAMATIS_ARTICLE_ITEM_PASSAGE:
      return dramatis_passage_row_new ();
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * dramatis_article_view_ensure_child:
 * @self: an article view
 * @number: the number of an item
 *
 * Gets the widget that shows an item, made if there was none.
 *
 * Returns: (transfer none): the widget
 */
GtkWidget *
dramatis_article_view_ensure_child (DramatisArticleView *self,
                                    guint                number)
{
  const DramatisArticleItem *item = dramatis_article_items_get (self->items, number);
  GtkWidget *child = dramatis_article_view_find_child (self, item);
  GPtrArray *spare = self->spare[item->kind];

  if (child == NULL)
    {
      if (spare->len > 0)
        child = g_ptr_array_steal_index_fast (spare, spare->len - 1);
      else
        {
          child = create_child (item->kind);
          gtk_widget_set_parent (child, GTK_WIDGET (self));
        }
      bind_child (self, child, item);
      g_hash_table_insert (self->children, item_key (item->kind, item->position), child);
      self->order_changed = TRUE;
    }
  gtk_widget_set_visible (child, TRUE);

  return child;
}

/* Keeps a child for another item. */
static void
set_aside (DramatisArticleView *self,
           gpointer             key,
           GtkWidget           *child)
{
  guint kind = (GPOINTER_TO_UINT (key) - 1) % DRAMATIS_N_ARTICLE_ITEM_KINDS;

  gtk_widget_set_visible (child, FALSE);
  g_ptr_array_add (self->spare[kind], child);
}

/**
 * dramatis_article_view_retire:
 * @self: an article view
 * @first: the number of an item
 * @last: the number of an item
 *
 * Takes rows out of use that show nothing from one item to another. Those of a short article stay bound: a filter
 * that is lifted then costs nothing.
 */
void
dramatis_article_view_retire (DramatisArticleView *self,
                              guint                first,
                              guint                last)
{
  gboolean keep = dramatis_article_view_is_short (self);
  GHashTableIter iter;
  gpointer key, child;

  g_hash_table_iter_init (&iter, self->children);
  while (g_hash_table_iter_next (&iter, &key, &child))
    {
      guint number;
      gboolean listed = find_item (self, key, &number);

      if (listed && (keep || (first <= number && number <= last)))
        continue;

      /* The keyboard may be in a row that is scrolled away. */
      if (listed && (gtk_widget_get_state_flags (child) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
        {
          gtk_widget_set_child_visible (child, FALSE);
          continue;
        }

      if (keep)
        gtk_widget_set_visible (child, FALSE);
      else
        {
          set_aside (self, key, child);
          g_hash_table_iter_remove (&iter);
        }
    }
}

/**
 * dramatis_article_view_retire_all:
 * @self: an article view
 *
 * Takes all rows out of use.
 */
void
dramatis_article_view_retire_all (DramatisArticleView *self)
{
  GHashTableIter iter;
  gpointer key, child;

  g_hash_table_iter_init (&iter, self->children);
  while (g_hash_table_iter_next (&iter, &key, &child))
    {
      set_aside (self, key, child);
      g_hash_table_iter_remove (&iter);
    }
}

/**
 * dramatis_article_view_sort:
 * @self: an article view
 *
 * Puts the rows in the order of the text, in which assistive technology reads them.
 */
void
dramatis_article_view_sort (DramatisArticleView *self)
{
  GtkWidget *previous = self->status;

  if (!self->order_changed)
    return;

  self->order_changed = FALSE;
  for (guint i = 0; i < dramatis_article_items_get_length (self->items); i++)
    {
      GtkWidget *child = dramatis_article_view_find_child (self, dramatis_article_items_get (self->items, i));

      if (child == NULL)
        continue;

      if (gtk_widget_get_prev_sibling (child) != previous)
        gtk_widget_insert_after (child, GTK_WIDGET (self), previous);
      previous = child;
    }
}

/**
 * dramatis_article_view_rebind:
 * @self: an article view
 *
 * Has the rows show their items as they are now.
 */
void
dramatis_article_view_rebind (DramatisArticleView *self)
{
  GHashTableIter iter;
  gpointer key, child;

  g_hash_table_iter_init (&iter, self->children);
  while (g_hash_table_iter_next (&iter, &key, &child))
    {
      guint number;

      if (find_item (self, key, &number))
        bind_child (self, child, dramatis_article_items_get (self->items, number));
      else
        {
          set_aside (self, key, child);
          g_hash_table_iter_remove (&iter);
        }
    }
}

/**
 * dramatis_article_view_rebind_folds:
 * @self: an article view
 *
 * Has the folds say how many passages they stand for now, and the rows show whether they pass the filter.
 */
void
dramatis_article_view_rebind_folds (DramatisArticleView *self)
{
  for (guint i = 0; i < dramatis_article_items_get_length (self->items); i++)
    {
      const DramatisArticleItem *item = dramatis_article_items_get (self->items, i);
      GtkWidget *child = item->kind == DRAMATIS_ARTICLE_ITEM_FOLD ? dramatis_article_view_find_child (self, item) : NULL;

      if (child != NULL)
        bind_fold (child, item);
      child = item->kind == DRAMATIS_ARTICLE_ITEM_PASSAGE ? dramatis_article_view_find_child (self, item) : NULL;
      if (child != NULL)
        update_dimmed (self, DRAMATIS_PASSAGE_ROW (child));
    }
}

/**
 * dramatis_article_view_get_child:
 * @self: an article view
 * @number: the number of an item
 *
 * Gets the widget that shows an item.
 *
 * Returns: (transfer none) (nullable): the widget, if the item is near the view
 */
GtkWidget *
dramatis_article_view_get_child (DramatisArticleView *self,
                                 guint                number)
{
  return dramatis_article_view_find_child (self, dramatis_article_items_get (self->items, number));
}

/**
 * dramatis_article_view_get_row:
 * @self: an article view
 * @position: the position of a passage
 *
 * Gets the row that shows a passage.
 *
 * Returns: (transfer none) (nullable): the row, if the passage is near the view
 */
DramatisPassageRow *
dramatis_article_view_get_row (DramatisArticleView *self,
                               guint                position)
{
  GtkWidget *child = g_hash_table_lookup (self->children, item_key (DRAMATIS_ARTICLE_ITEM_PASSAGE, position));

  return child != NULL && gtk_widget_get_visible (child) ? DRAMATIS_PASSAGE_ROW (child) : NULL;
}

/**
 * dramatis_article_view_get_row_at:
 * @self: an article view
 * @x: pixels from its left edge
 * @y: pixels from its upper edge
 * @point: (out): the same place in pixels of the row
 *
 * Gets the row at a height of the view.
 *
 * Returns: (transfer none) (nullable): the row, or %NULL if there is something else
 */
DramatisPassageRow *
dramatis_article_view_get_row_at (DramatisArticleView *self,
                                  double               x,
                                  double               y,
                                  graphene_point_t    *point)
{
  const DramatisArticleItem *item;
  GtkWidget *child;
  guint i;

  if (dramatis_article_items_get_length (self->items) == 0 || self->vadjustment == NULL)
    return NULL;

  i = dramatis_article_items_find_y (self->items, y + gtk_adjustment_get_value (self->vadjustment));
  item = dramatis_article_items_get (self->items, i);
  child = item->kind == DRAMATIS_ARTICLE_ITEM_PASSAGE ? dramatis_article_view_find_child (self, item) : NULL;
  if (child == NULL
      || !gtk_widget_compute_point (GTK_WIDGET (self), child, &GRAPHENE_POINT_INIT (x, y), point))
    return NULL;

  return DRAMATIS_PASSAGE_ROW (child);
}

/**
 * dramatis_article_view_foreach_row:
 * @self: an article view
 * @func: what to do
 *
 * Does something with every row.
 */
void
dramatis_article_view_foreach_row (DramatisArticleView  *self,
                                   void                (*func) (DramatisPassageRow *row))
{
  GHashTableIter iter;
  gpointer child;

  g_hash_table_iter_init (&iter, self->children);
  while (g_hash_table_iter_next (&iter, NULL, &child))
    {
      if (DRAMATIS_IS_PASSAGE_ROW (child))
        func (child);
    }
}

/**
 * dramatis_article_view_init_rows:
 * @self: an article view
 *
 * Makes what holds the rows.
 */
void
dramatis_article_view_init_rows (DramatisArticleView *self)
{
  self->items = dramatis_article_items_new ();
  self->children = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < DRAMATIS_N_ARTICLE_ITEM_KINDS; i++)
    self->spare[i] = g_ptr_array_new ();

  self->sample = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->sample, "sample");
  gtk_widget_set_visible (self->sample, FALSE);
  gtk_widget_set_parent (self->sample, GTK_WIDGET (self));
}

/**
 * dramatis_article_view_remove_rows:
 * @self: an article view
 *
 * Takes all rows out of use, because there will be another session.
 */
void
dramatis_article_view_remove_rows (DramatisArticleView *self)
{
  dramatis_article_view_retire_all (self);
  dramatis_article_items_reset (self->items, 0);
  dramatis_article_view_hold (self, DRAMATIS_ARTICLE_ITEM_HEADER, 0, 0);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * dramatis_article_view_dispose_rows:
 * @self: an article view
 *
 * Lets go of the rows and of what holds them.
 */
void
dramatis_article_view_dispose_rows (DramatisArticleView *self)
{
  GtkWidget *child;

  g_clear_handle_id (&self->fill, g_source_remove);
  g_clear_pointer (&self->children, g_hash_table_unref);
  for (guint i = 0; i < DRAMATIS_N_ARTICLE_ITEM_KINDS; i++)
    g_clear_pointer (&self->spare[i], g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->items, dramatis_article_items_free);
}
