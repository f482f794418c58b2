/* dramatis-article-view-rows.c: the rows of the article view, and where they are
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-article-view-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "dramatis-article-header.h"

/* Up to this many passages each has its row, so that a screen reader has the whole article; beyond, rows are
 * recycled. */
#define MAX_REAL_ROWS 200

/* The measure: lines of 60 to 75 characters read best (Bringhurst, "The Elements of Typographic Style"). */
#define COLUMN_LENGTH 72

/* Its letters are about as frequent as in an English text, so that it is as wide as one. */
#define SAMPLE "a line in the sort of words that one reads in any of the papers"

/* Of the font size, as in style.css. */
#define LINE_HEIGHT 1.25

/* The margins of a row on both sides together, as in style.css. */
#define ROW_MARGINS 64

/* After a jump only the rows in the view are made at once; those a page above and below come in as many frames. */
#define REACH_STEPS 6

/* Heights beneath the view depend on heights above: measuring settles after two or three rounds. */
#define MAX_ROUNDS 8

static gpointer
item_key (DramatisArticleItemKind kind,
          guint                   position)
{
  return GUINT_TO_POINTER (1 + position * DRAMATIS_N_ARTICLE_ITEM_KINDS + kind);
}

static GtkWidget *
find_child (DramatisArticleView       *self,
            const DramatisArticleItem *item)
{
  return g_hash_table_lookup (self->children, item_key (item->kind, item->position));
}

static gboolean
is_short (DramatisArticleView *self)
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
  GtkWidget *child = find_child (self, item);
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

/* Takes rows out of use that show nothing from the item @first to the item @last. Those of a short article stay
 * bound: a filter that is lifted then costs nothing. */
static void
retire_children (DramatisArticleView *self,
                 guint                first,
                 guint                last)
{
  gboolean keep = is_short (self);
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

static void
retire_all_children (DramatisArticleView *self)
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

/* Assistive technology reads children in their order as siblings. */
static void
sort_children (DramatisArticleView *self)
{
  GtkWidget *previous = self->status;

  if (!self->order_changed)
    return;

  self->order_changed = FALSE;
  for (guint i = 0; i < dramatis_article_items_get_length (self->items); i++)
    {
      GtkWidget *child = find_child (self, dramatis_article_items_get (self->items, i));

      if (child == NULL)
        continue;

      if (gtk_widget_get_prev_sibling (child) != previous)
        gtk_widget_insert_after (child, GTK_WIDGET (self), previous);
      previous = child;
    }
}

static gboolean
measure_child (DramatisArticleView *self,
               guint                number,
               GtkWidget           *child)
{
  const DramatisArticleItem *item = dramatis_article_items_get (self->items, number);
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, self->row_width, NULL, &height, NULL, NULL);
  if (height == item->height)
    return FALSE;

  dramatis_article_items_set_height (self->items, number, height);
  return TRUE;
}

/* The row width for a view, and how to estimate heights for it. */
static int
get_row_width (DramatisArticleView    *self,
               int                     width,
               DramatisArticleMetrics *metrics)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (self->sample, SAMPLE);
  int length = strlen (SAMPLE);
  int sample_width, line_height, row_width;

  pango_layout_set_attributes (layout, self->attributes);
  pango_layout_get_pixel_size (layout, &sample_width, &line_height);
  row_width = MIN (width, COLUMN_LENGTH * sample_width / length + ROW_MARGINS);

  metrics->line_height = MAX (1, LINE_HEIGHT * line_height);
  metrics->line_length = MAX (1, (row_width - ROW_MARGINS) * length / MAX (1, sample_width));
  metrics->spacing = metrics->line_height / 2;

  return row_width;
}

/* The scroll value that leaves the anchor where it was. */
static int
get_anchored_value (DramatisArticleView *self,
                    int                  height)
{
  guint i = dramatis_article_items_find (self->items, self->anchor_kind, self->anchor_position);
  const DramatisArticleItem *item = dramatis_article_items_get (self->items, i);
  int value = item->y;

  if (item->kind == self->anchor_kind && item->position == self->anchor_position && self->anchor_fraction > 0)
    value += lround (self->anchor_fraction * item->height);
  else
    value += self->anchor_distance;

  return CLAMP (value, 0, MAX (0, dramatis_article_items_get_height (self->items) - height));
}

/* Makes and measures the rows that are in the view or near it. Returns the scroll value. */
static int
prepare_rows (DramatisArticleView *self,
              int                  width,
              int                  height,
              guint               *first,
              guint               *last)
{
  DramatisArticleMetrics metrics;
  int row_width = get_row_width (self, width, &metrics);
  gboolean all = is_short (self);
  int value = 0;

  if (row_width != self->row_width)
    {
      self->row_width = row_width;
      dramatis_article_view_forget_heights (self);
    }
  dramatis_article_items_estimate (self->items, self->session, &metrics);

  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      gboolean changed = FALSE;

      dramatis_article_items_place (self->items);
      value = get_anchored_value (self, height);
      *first = dramatis_article_items_find_y (self->items, value - self->reach);
      *last = dramatis_article_items_find_y (self->items, value + height + self->reach);

      retire_children (self, *first, *last);
      for (guint i = *first; i <= *last; i++)
        changed |= measure_child (self, i, dramatis_article_view_ensure_child (self, i));
      for (guint i = 0; all && i < dramatis_article_items_get_length (self->items); i++)
        {
          GtkWidget *child = find_child (self, dramatis_article_items_get (self->items, i));

          if (child != NULL && (i < *first || i > *last))
            {
              gtk_widget_set_visible (child, TRUE);
              changed |= measure_child (self, i, child);
            }
        }

      if (!changed)
        break;
    }
  sort_children (self);

  return value;
}

static void
place_rows (DramatisArticleView *self,
            int                  width,
            int                  height,
            int                  value,
            guint                first,
            guint                last)
{
  int x = (width - self->row_width) / 2;

  if (is_short (self))
    {
      first = 0;
      last = dramatis_article_items_get_length (self->items) - 1;
    }

  for (guint i = first; i <= last; i++)
    {
      const DramatisArticleItem *item = dramatis_article_items_get (self->items, i);
      GtkWidget *child = find_child (self, item);
      int y = item->y - value;

      if (child == NULL)
        continue;

      gtk_widget_set_child_visible (child, y < height && y + item->height > 0);
      gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, self->row_width, item->height }, -1);
    }
}

static void
configure_adjustment (DramatisArticleView *self,
                      int                  height,
                      double               value)
{
  double upper = MAX (height, dramatis_article_items_get_height (self->items));
  double old = gtk_adjustment_get_value (self->vadjustment);

  /* Scrolling by less than a pixel has to add up. */
  if (fabs (old - value) < 1 && old <= upper - height)
    value = old;
  /* which passage is being read hangs on all three */
  if (value != old || upper != gtk_adjustment_get_upper (self->vadjustment)
      || height != gtk_adjustment_get_page_size (self->vadjustment))
    dramatis_article_view_queue_tick (self);

  self->configuring = TRUE;
  gtk_adjustment_configure (self->vadjustment, value, 0, upper, 0.1 * height, 0.9 * height, height);
  self->configuring = FALSE;
}

static gboolean
fill_cb (gpointer user_data)
{
  DramatisArticleView *self = user_data;
  guint n_made = 0;

  for (guint i = 0; i < dramatis_article_items_get_length (self->items); i++)
    {
      if (find_child (self, dramatis_article_items_get (self->items, i)) != NULL)
        continue;
      if (n_made++ == 4)
        return G_SOURCE_CONTINUE;
      measure_child (self, i, dramatis_article_view_ensure_child (self, i));
    }

  self->fill = 0;
  return G_SOURCE_REMOVE;
}

/* Makes the other rows of a short article when there is time. */
static void
queue_fill (DramatisArticleView *self)
{
  if (self->fill == 0 && is_short (self)
      && g_hash_table_size (self->children) < dramatis_article_items_get_length (self->items))
    self->fill = g_idle_add (fill_cb, self);
}

/**
 * dramatis_article_view_prepare:
 * @self: an article view
 *
 * Makes the rows that the next layout needs. It would make them too, but what is made in a layout causes another.
 */
void
dramatis_article_view_prepare (DramatisArticleView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  guint first, last;

  if (width > 0 && height > 0 && dramatis_article_items_get_length (self->items) > 0)
    prepare_rows (self, width, height, &first, &last);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
rebind_children (DramatisArticleView *self)
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

static void
rebind_folds (DramatisArticleView *self)
{
  for (guint i = 0; i < dramatis_article_items_get_length (self->items); i++)
    {
      const DramatisArticleItem *item = dramatis_article_items_get (self->items, i);
      GtkWidget *child = item->kind == DRAMATIS_ARTICLE_ITEM_FOLD ? find_child (self, item) : NULL;

      if (child != NULL)
        bind_fold (child, item);
    }
}

/**
 * dramatis_article_view_flush:
 * @self: an article view
 *
 * Does now what [method@ArticleView.queue_rebuild] left for the next frame.
 */
void
dramatis_article_view_flush (DramatisArticleView *self)
{
  if (self->session == NULL || (!self->items_changed && !self->rows_changed))
    return;

  if (self->items_changed)
    {
      guint n_before = dramatis_article_items_get_n_passages (self->items);

      self->reach = 0;
      /* rows that were hidden meanwhile did not keep their place */
      self->order_changed = TRUE;
      dramatis_article_items_rebuild (self->items, self->session);
      if (n_before != dramatis_article_items_get_n_passages (self->items))
        retire_all_children (self);
      if (dramatis_article_items_get_length (self->items) == 0)
        retire_children (self, 0, 0);
    }
  dramatis_article_view_hide_card (self);
  if (self->rows_changed)
    rebind_children (self);
  else
    rebind_folds (self);
  self->items_changed = self->rows_changed = FALSE;

  dramatis_article_view_update_status (self);
  dramatis_article_view_prepare (self);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  DramatisArticleView *self = DRAMATIS_ARTICLE_VIEW (widget);

  int height = gtk_widget_get_height (widget);

  self->tick = 0;
  if (self->items_changed || self->rows_changed)
    dramatis_article_view_flush (self);
  else if (self->reach < height)
    {
      self->reach += MAX (1, height / REACH_STEPS);
      dramatis_article_view_prepare (self);
    }
  dramatis_article_view_update_current (self);

  return G_SOURCE_REMOVE;
}

/**
 * dramatis_article_view_queue_tick:
 * @self: an article view
 *
 * Has the next frame begin with [method@ArticleView.flush].
 */
void
dramatis_article_view_queue_tick (DramatisArticleView *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/**
 * dramatis_article_view_queue_rebuild:
 * @self: an article view
 *
 * Lists the items again before the next frame.
 */
void
dramatis_article_view_queue_rebuild (DramatisArticleView *self)
{
  self->items_changed = TRUE;
  dramatis_article_view_queue_tick (self);
}

/**
 * dramatis_article_view_queue_rebind:
 * @self: an article view
 *
 * Has all rows show their passages again before the next frame.
 */
void
dramatis_article_view_queue_rebind (DramatisArticleView *self)
{
  self->rows_changed = TRUE;
  dramatis_article_view_queue_tick (self);
}

/**
 * dramatis_article_view_forget_heights:
 * @self: an article view
 *
 * Forgets all heights, because the width or the font has changed.
 */
void
dramatis_article_view_forget_heights (DramatisArticleView *self)
{
  dramatis_article_items_forget_heights (self->items);
}

/**
 * dramatis_article_view_layout:
 * @self: an article view
 * @width: of the view, in pixels
 * @height: of the view, in pixels
 *
 * Places the rows.
 */
void
dramatis_article_view_layout (DramatisArticleView *self,
                              int                  width,
                              int                  height)
{
  guint first, last;
  int value = 0;

  if (self->session == NULL)
    return;

  if (dramatis_article_items_get_length (self->items) > 0)
    {
      value = prepare_rows (self, width, height, &first, &last);
      place_rows (self, width, height, value, first, last);
      queue_fill (self);
    }

  if (self->vadjustment != NULL)
    configure_adjustment (self, height, value);
  if (self->reach < height)
    dramatis_article_view_queue_tick (self);
}

/**
 * dramatis_article_view_hold:
 * @self: an article view
 * @kind: the kind of an item
 * @position: its position
 * @distance: how far below the upper edge of the view it is to stand, in pixels
 *
 * Has an item stay at a place of the view.
 */
void
dramatis_article_view_hold (DramatisArticleView     *self,
                            DramatisArticleItemKind  kind,
                            guint                    position,
                            int                      distance)
{
  self->anchor_kind = kind;
  self->anchor_position = position;
  self->anchor_fraction = 0;
  self->anchor_distance = -distance;
}

/**
 * dramatis_article_view_hold_value:
 * @self: an article view
 * @value: pixels from the top of the article
 *
 * Has what is at the upper edge of the view stay there when the view is scrolled to @value.
 */
void
dramatis_article_view_hold_value (DramatisArticleView *self,
                                  double               value)
{
  const DramatisArticleItem *item;
  guint i;

  if (dramatis_article_items_get_length (self->items) == 0)
    return;

  i = dramatis_article_items_find_y (self->items, value);
  item = dramatis_article_items_get (self->items, i);
  /* A fold comes and goes with the filter. */
  if (item->kind == DRAMATIS_ARTICLE_ITEM_FOLD && i + 1 < dramatis_article_items_get_length (self->items))
    item = dramatis_article_items_get (self->items, i + 1);

  dramatis_article_view_hold (self, item->kind, item->position, MAX (0, item->y - (int) value));
  if (item->y < value && item->height > 0)
    self->anchor_fraction = (value - item->y) / item->height;
}

/**
 * dramatis_article_view_scrolled:
 * @self: an article view
 *
 * Makes the rows for the place to which a person has scrolled.
 */
void
dramatis_article_view_scrolled (DramatisArticleView *self)
{
  double value = gtk_adjustment_get_value (self->vadjustment);

  if (fabs (value - self->last_value) > gtk_widget_get_height (GTK_WIDGET (self)) / 2.0)
    self->reach = 0;
  self->last_value = value;

  dramatis_article_view_hide_card (self);
  dramatis_article_view_hold_value (self, value);
  dramatis_article_view_prepare (self);
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
  return find_child (self, dramatis_article_items_get (self->items, number));
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
  child = item->kind == DRAMATIS_ARTICLE_ITEM_PASSAGE ? find_child (self, item) : NULL;
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
  retire_all_children (self);
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
