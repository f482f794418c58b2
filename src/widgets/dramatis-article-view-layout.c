/* dramatis-article-view-layout.c: where the rows of the article view are
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-article-view-private.h"

#include <math.h>
#include <string.h>

/* The measure: lines of 60 to 75 characters read best (Bringhurst, "The Elements of Typographic Style"). */
#define COLUMN_LENGTH 72

/* Its letters are about as frequent as in an English text, so that it is as wide as one. */
#define SAMPLE "a line in the sort of words that one reads in any of the papers"

/* Of the height that the font has for a line, as in style.css. */
#define LINE_HEIGHT 1.25

/* The margins of a row on both sides together, as in style.css. */
#define ROW_MARGINS 64

/* After a jump only the rows in the view are made at once; those a page above and below come in as many frames. */
#define REACH_STEPS 6

/* After a change of the filter so many frames are for the other views first. */
#define OTHERS_FRAMES 3

/* Heights beneath the view depend on heights above: measuring settles after two or three rounds. */
#define MAX_ROUNDS 8

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
  gboolean all = dramatis_article_view_is_short (self);
  int value = 0;

  if (row_width != self->row_width)
    {
      self->row_width = row_width;
      dramatis_article_items_forget_heights (self->items);
    }
  dramatis_article_items_estimate (self->items, self->session, &metrics);

  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      gboolean changed = FALSE;

      dramatis_article_items_place (self->items);
      value = get_anchored_value (self, height);
      *first = dramatis_article_items_find_y (self->items, value - self->reach);
      *last = dramatis_article_items_find_y (self->items, value + height + self->reach);

      dramatis_article_view_retire (self, *first, *last);
      for (guint i = *first; i <= *last; i++)
        changed |= measure_child (self, i, dramatis_article_view_ensure_child (self, i));
      for (guint i = 0; all && i < dramatis_article_items_get_length (self->items); i++)
        {
          GtkWidget *child = dramatis_article_view_find_child (self, dramatis_article_items_get (self->items, i));

          if (child != NULL && (i < *first || i > *last))
            {
              gtk_widget_set_visible (child, TRUE);
              changed |= measure_child (self, i, child);
            }
        }

      if (!changed)
        break;
    }
  dramatis_article_view_sort (self);

  return value;
}

static void
place_row (DramatisArticleView       *self,
           GtkWidget                 *child,
           const DramatisArticleItem *item,
           int                        width,
           int                        value)
{
  GtkAllocation place = { (width - self->row_width) / 2, item->y - value, self->row_width, item->height };

  gtk_widget_size_allocate (child, &place, -1);
}

static void
place_rows (DramatisArticleView *self,
            int                  width,
            int                  value,
            guint                first,
            guint                last)
{
  if (dramatis_article_view_is_short (self))
    {
      first = 0;
      last = dramatis_article_items_get_length (self->items) - 1;
    }

  for (guint i = first; i <= last; i++)
    {
      const DramatisArticleItem *item = dramatis_article_items_get (self->items, i);
      GtkWidget *child = dramatis_article_view_find_child (self, item);

      if (child == NULL)
        continue;

      /* Newer toolkits hide from assistive technology what is not visible here: snapshot() does the culling. */
      gtk_widget_set_child_visible (child, TRUE);
      place_row (self, child, item, width, value);
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

  dramatis_article_view_flush (self);
  for (guint i = 0; i < dramatis_article_items_get_length (self->items); i++)
    {
      if (dramatis_article_view_find_child (self, dramatis_article_items_get (self->items, i)) != NULL)
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
  if (self->fill == 0 && dramatis_article_view_is_short (self)
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

/**
 * dramatis_article_view_lay_out:
 * @self: an article view
 * @number: the number of an item
 *
 * Has an item laid out now, whether it is in the view or not, to be asked where its text is.
 *
 * Returns: (transfer none): the widget that shows it
 */
GtkWidget *
dramatis_article_view_lay_out (DramatisArticleView *self,
                               guint                number)
{
  GtkWidget *child = dramatis_article_view_ensure_child (self, number);

  if (measure_child (self, number, child))
    {
      dramatis_article_items_place (self->items);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
  place_row (self, child, dramatis_article_items_get (self->items, number), gtk_widget_get_width (GTK_WIDGET (self)),
             gtk_adjustment_get_value (self->vadjustment));

  return child;
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
      self->frames_left = OTHERS_FRAMES;
      /* rows that were hidden meanwhile did not keep their place */
      self->order_changed = TRUE;
      dramatis_article_items_rebuild (self->items, self->session);
      if (n_before != dramatis_article_items_get_n_passages (self->items))
        dramatis_article_view_retire_all (self);
      if (dramatis_article_items_get_length (self->items) == 0)
        dramatis_article_view_retire (self, 0, 0);
    }
  dramatis_article_view_hide_card (self);
  if (self->rows_changed)
    dramatis_article_view_rebind (self);
  else
    dramatis_article_view_rebind_folds (self);
  self->items_changed = self->rows_changed = FALSE;

  dramatis_article_view_drop_hidden (self);
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
    {
      dramatis_article_view_flush (self);
    }
  else if (self->frames_left > 0)
    {
      self->frames_left--;
      dramatis_article_view_queue_tick (self);
      dramatis_article_view_update_current (self);
      return G_SOURCE_REMOVE;
    }
  else if (self->reach < height)
    {
      self->reach += MAX (1, height / REACH_STEPS);
      dramatis_article_view_prepare (self);
    }
  /* GTK 4.8 may forget that a child is to be allocated if its siblings are queued while it is laid out, as the scroll
   * bar is. The view would be painted without a layout, until the window changes. */
  gtk_widget_queue_resize (widget);
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
      place_rows (self, width, value, first, last);
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

  dramatis_article_view_flush (self);
  if (fabs (value - self->last_value) > gtk_widget_get_height (GTK_WIDGET (self)) / 2.0)
    self->reach = 0;
  self->last_value = value;

  dramatis_article_view_hide_card (self);
  dramatis_article_view_hold_value (self, value);
  dramatis_article_view_prepare (self);
}
