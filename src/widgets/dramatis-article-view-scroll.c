/* dramatis-article-view-scroll.c: scrolling the article, and showing words in it
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-article-view-private.h"

/* The passage being read is the one at a third of the view's height. */
#define READING_HEIGHT (1 / 3.0)

/* How long words that somebody wanted to see are marked, in microseconds. */
#define FLASH_TIME (1600 * G_TIME_SPAN_MILLISECOND)

static void
value_changed_cb (GtkAdjustment       *adjustment,
                  DramatisArticleView *self)
{
  if (self->configuring || self->session == NULL)
    return;

  dramatis_article_view_scrolled (self);
  dramatis_article_view_update_current (self);
}

/**
 * dramatis_article_view_set_vadjustment:
 * @self: an article view
 * @adjustment: (nullable): an adjustment
 *
 * Sets what tells how far the article is scrolled.
 */
void
dramatis_article_view_set_vadjustment (DramatisArticleView *self,
                                       GtkAdjustment       *adjustment)
{
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  g_object_ref_sink (adjustment);

  if (self->vadjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->vadjustment, self);
  g_set_object (&self->vadjustment, adjustment);
  g_signal_connect (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
  g_object_unref (adjustment);

  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * dramatis_article_view_update_current:
 * @self: an article view
 *
 * Tells the session which passage is being read.
 */
void
dramatis_article_view_update_current (DramatisArticleView *self)
{
  guint n_items = dramatis_article_items_get_length (self->items);
  double value, page, upper;
  guint i;

  if (n_items == 0 || self->vadjustment == NULL || self->session == NULL)
    return;

  value = gtk_adjustment_get_value (self->vadjustment);
  page = gtk_adjustment_get_page_size (self->vadjustment);
  upper = gtk_adjustment_get_upper (self->vadjustment);

  /* Near both ends the place moves to the edge of the view, so that every passage can be the one being read. */
  i = dramatis_article_items_find_y (self->items,
                                     value + CLAMP (READING_HEIGHT * page,
                                                    page - (upper - page - value) - 1,
                                                    MAX (value, page - (upper - page - value) - 1)));
  while (i + 1 < n_items && dramatis_article_items_get (self->items, i)->kind != DRAMATIS_ARTICLE_ITEM_PASSAGE)
    i++;

  dramatis_session_set_current (self->session, dramatis_article_items_get (self->items, i)->position);
}

/**
 * dramatis_article_view_scroll_into_view:
 * @self: an article view
 * @number: the number of an item
 * @range: (nullable): if it is a passage, words in it, in code points
 *
 * Scrolls as little as is needed to have an item, or words in it, in the view.
 */
void
dramatis_article_view_scroll_into_view (DramatisArticleView *self,
                                        guint                number,
                                        const DramatisRange *range)
{
  const DramatisArticleItem *item = dramatis_article_items_get (self->items, number);
  GtkWidget *row = dramatis_article_view_get_child (self, number);
  double value, page, margin, top, bottom;
  graphene_rect_t bounds;
  graphene_point_t origin;

  if (self->vadjustment == NULL)
    return;

  top = item->y;
  bottom = item->y + item->height;
  value = gtk_adjustment_get_value (self->vadjustment);
  page = gtk_adjustment_get_page_size (self->vadjustment);
  if (range != NULL && row != NULL
      && dramatis_passage_row_get_bounds (DRAMATIS_PASSAGE_ROW (row), range, &bounds)
      && gtk_widget_compute_point (row, GTK_WIDGET (self), &bounds.origin, &origin))
    {
      top = value + origin.y;
      bottom = top + bounds.size.height;
    }

  margin = MIN (24, page / 4);
  if (top - margin < value || bottom - top > page)
    gtk_adjustment_set_value (self->vadjustment, top - margin);
  else if (bottom + margin > value + page)
    gtk_adjustment_set_value (self->vadjustment, bottom + margin - page);
}

static gboolean
flash_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  DramatisArticleView *self = DRAMATIS_ARTICLE_VIEW (widget);
  DramatisPassageRow *row = dramatis_article_view_get_row (self, self->flash_position);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double progress;

  if (self->flash_start == 0)
    self->flash_start = now;
  progress = (double) (now - self->flash_start) / FLASH_TIME;

  if (row != NULL)
    dramatis_passage_row_set_flash (row, progress < 1 ? &self->flash_range : NULL, MIN (1, 2 * (1 - progress)));
  if (progress < 1)
    return G_SOURCE_CONTINUE;

  self->flash_tick = 0;
  return G_SOURCE_REMOVE;
}

static void
start_flash (DramatisArticleView *self,
             guint                position,
             const DramatisRange *range)
{
  DramatisPassageRow *row = dramatis_article_view_get_row (self, self->flash_position);

  if (row != NULL)
    dramatis_passage_row_set_flash (row, NULL, 0);

  self->flash_position = position;
  self->flash_range = *range;
  self->flash_start = 0;
  if (self->flash_tick == 0)
    self->flash_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), flash_cb, NULL, NULL);
}

/* Scrolls so that words stand where one reads, if they are not in the view. Where in a passage they are is
 * estimated: the row may not have been laid out yet. */
static void
show_range (DramatisArticleView *self,
            guint                position,
            guint                offset)
{
  GPtrArray *passages = dramatis_index_get_passages (dramatis_session_get_index (self->session));
  guint length = dramatis_passage_get_length (g_ptr_array_index (passages, position));
  guint i = dramatis_article_items_find (self->items, DRAMATIS_ARTICLE_ITEM_PASSAGE, position);
  const DramatisArticleItem *item = dramatis_article_items_get (self->items, i);
  double page = self->vadjustment != NULL ? gtk_adjustment_get_page_size (self->vadjustment) : 0;
  double value = self->vadjustment != NULL ? gtk_adjustment_get_value (self->vadjustment) : 0;
  int depth = (gint64) item->height * offset / MAX (1, length);

  if (item->y + depth >= value && item->y + depth < value + 0.8 * page)
    return;

  self->reach = 0;
  dramatis_article_view_hold (self, DRAMATIS_ARTICLE_ITEM_PASSAGE, position, READING_HEIGHT * page - depth);
  dramatis_article_view_prepare (self);
}

/**
 * dramatis_article_view_reveal:
 * @self: an article view
 * @position: the position of a passage
 * @range: (nullable): words in it, in code points
 *
 * Scrolls to a passage, even one that the filter hides, and marks the words for a moment.
 */
void
dramatis_article_view_reveal (DramatisArticleView *self,
                              guint                position,
                              const DramatisRange *range)
{
  const DramatisArticleItem *item;
  DramatisRange whole = { 0 };
  guint first, n_passages;

  g_return_if_fail (DRAMATIS_IS_ARTICLE_VIEW (self));
  g_return_if_fail (self->session != NULL);

  dramatis_session_get_scope (self->session, &first, &n_passages);
  if (position < first || position >= first + n_passages)
    return;

  dramatis_article_view_flush (self);
  if (dramatis_article_items_get_length (self->items) == 0)
    return;

  item = dramatis_article_items_get (self->items,
                                     dramatis_article_items_find (self->items, DRAMATIS_ARTICLE_ITEM_PASSAGE,
                                                                  position));
  if (item->kind != DRAMATIS_ARTICLE_ITEM_PASSAGE)
    {
      dramatis_article_items_open (self->items, position, 1);
      dramatis_article_view_queue_rebuild (self);
      dramatis_article_view_flush (self);
    }

  if (range == NULL)
    {
      DramatisPassage *passage =
        g_ptr_array_index (dramatis_index_get_passages (dramatis_session_get_index (self->session)), position);

      whole.end = dramatis_passage_get_length (passage);
      range = &whole;
    }

  show_range (self, position, range->start);
  start_flash (self, position, range);
}

/**
 * dramatis_article_view_get_place:
 * @self: an article view
 * @fraction: (out): how much of it is above the upper edge of the view, from 0 to 1
 *
 * Tells where one is reading.
 *
 * Returns: (transfer none) (nullable): the identifier of the passage, or article, at the upper edge of the view; or
 *   %NULL if nothing is shown
 */
const char *
dramatis_article_view_get_place (DramatisArticleView *self,
                                 double              *fraction)
{
  const DramatisArticleItem *item;
  DramatisIndex *index;
  double value;

  g_return_val_if_fail (DRAMATIS_IS_ARTICLE_VIEW (self), NULL);

  if (self->session == NULL || self->vadjustment == NULL || dramatis_article_items_get_length (self->items) == 0)
    return NULL;

  index = dramatis_session_get_index (self->session);
  value = gtk_adjustment_get_value (self->vadjustment);
  item = dramatis_article_items_get (self->items, dramatis_article_items_find_y (self->items, value));
  *fraction = item->height > 0 ? CLAMP ((value - item->y) / item->height, 0, 1) : 0;
  if (item->kind == DRAMATIS_ARTICLE_ITEM_HEADER)
    return dramatis_thing_get_id (DRAMATIS_THING (dramatis_index_get_article (index, item->position)));

  /* A fold is only there because of the filter. */
  if (item->kind == DRAMATIS_ARTICLE_ITEM_FOLD)
    *fraction = 0;
  return dramatis_thing_get_id (g_ptr_array_index (dramatis_index_get_passages (index), item->position));
}

/**
 * dramatis_article_view_set_place:
 * @self: an article view with a session
 * @id: the identifier of a passage or article
 * @fraction: how much of it is to be above the upper edge of the view, from 0 to 1
 *
 * Goes to where one was reading. Does nothing if that is not there any more.
 */
void
dramatis_article_view_set_place (DramatisArticleView *self,
                                 const char          *id,
                                 double               fraction)
{
  DramatisArticleItemKind kind = DRAMATIS_ARTICLE_ITEM_PASSAGE;
  DramatisIndex *index;
  gpointer thing;
  guint position;

  g_return_if_fail (DRAMATIS_IS_ARTICLE_VIEW (self));
  g_return_if_fail (self->session != NULL);

  index = dramatis_session_get_index (self->session);
  thing = dramatis_dossier_lookup (dramatis_session_get_dossier (self->session), id);
  if (DRAMATIS_IS_ARTICLE (thing))
    {
      g_autoptr (DramatisPassage) first = g_list_model_get_item (dramatis_article_get_passages (thing), 0);

      kind = DRAMATIS_ARTICLE_ITEM_HEADER;
      thing = first;
    }
  if (!DRAMATIS_IS_PASSAGE (thing)
      || !dramatis_index_get_position (index, dramatis_thing_get_id (thing), &position))
    return;

  self->reach = 0;
  dramatis_article_view_hold (self, kind, position, 0);
  self->anchor_fraction = CLAMP (fraction, 0, 1);
  dramatis_article_view_prepare (self);
}

/**
 * dramatis_article_view_scroll_page:
 * @self: an article view
 * @direction: 1 for down, -1 for up
 *
 * Scrolls by a page, less what one needs to find the line again.
 *
 * Returns: whether the view can be scrolled
 */
gboolean
dramatis_article_view_scroll_page (DramatisArticleView *self,
                                   int                  direction)
{
  if (self->vadjustment == NULL)
    return FALSE;

  gtk_adjustment_set_value (self->vadjustment,
                            gtk_adjustment_get_value (self->vadjustment)
                            + direction * gtk_adjustment_get_page_increment (self->vadjustment));
  return TRUE;
}

static gboolean
page_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  return dramatis_article_view_scroll_page (DRAMATIS_ARTICLE_VIEW (widget), g_variant_get_int32 (args));
}

static gboolean
end_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   user_data)
{
  DramatisArticleView *self = DRAMATIS_ARTICLE_VIEW (widget);

  if (self->vadjustment == NULL)
    return FALSE;

  if (g_variant_get_int32 (args) < 0)
    dramatis_article_view_hold (self, DRAMATIS_ARTICLE_ITEM_HEADER, 0, 0);
  gtk_adjustment_set_value (self->vadjustment,
                            g_variant_get_int32 (args) < 0 ? 0 : gtk_adjustment_get_upper (self->vadjustment));
  return TRUE;
}

/**
 * dramatis_article_view_install_scroll:
 * @klass: the class of article views
 *
 * Adds the keys that scroll.
 */
void
dramatis_article_view_install_scroll (GtkWidgetClass *klass)
{
  static const struct
  {
    guint              key;
    GdkModifierType    modifiers;
    GtkShortcutFunc    func;
    int                direction;
  } keys[] = {
    { GDK_KEY_Page_Up, 0, page_cb, -1 },
    { GDK_KEY_KP_Page_Up, 0, page_cb, -1 },
    { GDK_KEY_space, GDK_SHIFT_MASK, page_cb, -1 },
    { GDK_KEY_Page_Down, 0, page_cb, 1 },
    { GDK_KEY_KP_Page_Down, 0, page_cb, 1 },
    { GDK_KEY_Home, 0, end_cb, -1 },
    { GDK_KEY_KP_Home, 0, end_cb, -1 },
    { GDK_KEY_Home, GDK_CONTROL_MASK, end_cb, -1 },
    { GDK_KEY_End, 0, end_cb, 1 },
    { GDK_KEY_KP_End, 0, end_cb, 1 },
    { GDK_KEY_End, GDK_CONTROL_MASK, end_cb, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (klass, keys[i].key, keys[i].modifiers, keys[i].func, "i", keys[i].direction);
}
