/* dramatis-article-view-drag.c: clicks into the article, and marking its text by dragging
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-article-view-private.h"

#include "dramatis-article-header.h"

/* So near to the upper or lower edge of the view, in pixels, the text is scrolled while it is being marked. */
#define EDGE 6

/* By which part of how far beyond that the pointer is, with each frame. */
#define SPEED 0.25

static const char *
get_id (DramatisPassageRow *row)
{
  return dramatis_thing_get_id (DRAMATIS_THING (dramatis_passage_row_get_passage (row)));
}

/* The place of the text nearest to a point. @row: (out): the row that it is in */
static gboolean
find_place (DramatisArticleView *self,
            double               x,
            double               y,
            DramatisTextPlace   *place,
            DramatisPassageRow **row)
{
  graphene_point_t point;
  guint n_items = dramatis_article_items_get_length (self->items);
  guint i;

  if (n_items == 0 || self->vadjustment == NULL)
    return FALSE;

  y = CLAMP (y, 0, gtk_widget_get_height (GTK_WIDGET (self)) - 1);
  i = dramatis_article_items_find_y (self->items, y + gtk_adjustment_get_value (self->vadjustment));
  /* A header or a fold is passed over to the text below it, or else above. */
  while (i + 1 < n_items && dramatis_article_items_get (self->items, i)->kind != DRAMATIS_ARTICLE_ITEM_PASSAGE)
    i++;
  while (i > 0 && dramatis_article_items_get (self->items, i)->kind != DRAMATIS_ARTICLE_ITEM_PASSAGE)
    i--;
  if (dramatis_article_items_get (self->items, i)->kind != DRAMATIS_ARTICLE_ITEM_PASSAGE)
    return FALSE;

  *row = DRAMATIS_PASSAGE_ROW (dramatis_article_view_lay_out (self, i));
  if (!gtk_widget_compute_point (GTK_WIDGET (self), GTK_WIDGET (*row), &GRAPHENE_POINT_INIT (x, y), &point))
    return FALSE;

  *place = (DramatisTextPlace) { get_id (*row), dramatis_passage_row_get_at (*row, point.x, point.y, NULL) };

  return TRUE;
}

/* What a click marks, once, twice or more often. */
static void
get_unit (DramatisPassageRow      *row,
          const DramatisTextPlace *place,
          guint                    n_clicks,
          DramatisTextPlace       *start,
          DramatisTextPlace       *end)
{
  DramatisRange unit = { place->offset, place->offset };

  if (n_clicks == 2)
    dramatis_text_layout_get_word (dramatis_passage_row_get_layout (row), place->offset, &unit);
  else if (n_clicks > 2)
    unit = (DramatisRange) { 0, dramatis_passage_get_length (dramatis_passage_row_get_passage (row)) };

  *start = (DramatisTextPlace) { place->passage, unit.start };
  *end = (DramatisTextPlace) { place->passage, unit.end };
}

/* Marks from what was clicked to where the pointer is. */
static void
extend_to_pointer (DramatisArticleView *self)
{
  DramatisPassageRow *row;
  DramatisTextPlace place, start, end;

  if (!find_place (self, self->drag_x, self->drag_y, &place, &row))
    return;

  get_unit (row, &place, self->drag_clicks, &start, &end);
  if (dramatis_article_view_compare_places (self, &start, &self->drag_start) < 0)
    dramatis_article_view_set_selection (self, &self->drag_end, &start);
  else if (dramatis_article_view_compare_places (self, &end, &self->drag_end) > 0)
    dramatis_article_view_set_selection (self, &self->drag_start, &end);
  else
    dramatis_article_view_set_selection (self, &self->drag_start, &self->drag_end);
}

static gboolean
autoscroll_cb (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  DramatisArticleView *self = DRAMATIS_ARTICLE_VIEW (widget);
  double bottom = gtk_widget_get_height (widget) - EDGE;
  double distance = 0;

  if (self->drag_y < EDGE)
    distance = self->drag_y - EDGE;
  else if (self->drag_y > bottom)
    distance = self->drag_y - bottom;
  if (distance == 0)
    {
      self->autoscroll = 0;
      return G_SOURCE_REMOVE;
    }

  gtk_adjustment_set_value (self->vadjustment, gtk_adjustment_get_value (self->vadjustment) + SPEED * distance);
  extend_to_pointer (self);

  return G_SOURCE_CONTINUE;
}

static void
stop_autoscroll (DramatisArticleView *self)
{
  if (self->autoscroll != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->autoscroll);
  self->autoscroll = 0;
}

/* Whether a point is in the text and not on a button. */
static gboolean
is_text (DramatisArticleView *self,
         double               x,
         double               y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return picked == GTK_WIDGET (self) || DRAMATIS_IS_PASSAGE_ROW (picked) || DRAMATIS_IS_ARTICLE_HEADER (picked);
}

static void
pressed_cb (GtkGestureClick     *gesture,
            int                  n_press,
            double               x,
            double               y,
            DramatisArticleView *self)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  DramatisPassageRow *row;
  DramatisTextPlace place;
  graphene_point_t point;

  self->drag_clicks = 0;
  /* A button claims what is its own when it is released. Were it denied here, the gesture would not hear of that
   * and take the next click for a part of this one. */
  if (self->session == NULL || !is_text (self, x, y) || !find_place (self, x, y, &place, &row))
    return;

  dramatis_article_view_hide_card (self);
  if (row == dramatis_article_view_get_row_at (self, x, y, &point))
    gtk_widget_grab_focus (GTK_WIDGET (row));
  self->caret_visible = FALSE;
  self->marked_x = -1;
  self->drag_x = x;
  self->drag_y = y;

  if ((modifiers & GDK_SHIFT_MASK) != 0 && self->marked_bound.passage != NULL)
    {
      self->drag_clicks = 1;
      self->drag_start = self->drag_end = self->marked_bound;
      extend_to_pointer (self);
      return;
    }

  self->drag_clicks = n_press;
  get_unit (row, &place, n_press, &self->drag_start, &self->drag_end);
  dramatis_article_view_set_selection (self, &self->drag_start, &self->drag_end);
}

static void
released_cb (GtkGestureClick     *gesture,
             int                  n_press,
             double               x,
             double               y,
             DramatisArticleView *self)
{
  if (self->drag_clicks == 0)
    return;

  dramatis_article_view_finish_selection (self);
  if (n_press == 1 && !dramatis_article_view_get_selection (self, NULL, NULL))
    dramatis_article_view_click_mark (self, x, y);
}

static void
drag_begin_cb (GtkGestureDrag      *gesture,
               double               x,
               double               y,
               DramatisArticleView *self)
{
  GdkDevice *device = gtk_gesture_get_device (GTK_GESTURE (gesture));

  /* A finger scrolls. */
  if (device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (GtkGestureDrag      *gesture,
                double               dx,
                double               dy,
                DramatisArticleView *self)
{
  double x, y;

  if (self->drag_clicks == 0)
    return;
  /* A click may tremble. */
  if (!dramatis_article_view_get_selection (self, NULL, NULL)
      && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, dx, dy))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  self->drag_x = x + dx;
  self->drag_y = y + dy;
  extend_to_pointer (self);
  if (self->autoscroll == 0)
    self->autoscroll = gtk_widget_add_tick_callback (GTK_WIDGET (self), autoscroll_cb, NULL, NULL);
}

static void
drag_end_cb (GtkGestureDrag      *gesture,
             double               dx,
             double               dy,
             DramatisArticleView *self)
{
  stop_autoscroll (self);
  if (self->drag_clicks > 0)
    dramatis_article_view_finish_selection (self);
}

/**
 * dramatis_article_view_init_drag:
 * @self: an article view
 *
 * Listens to clicks and to dragging.
 */
void
dramatis_article_view_init_drag (DramatisArticleView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  self->drag = gtk_gesture_drag_new ();
  g_signal_connect_object (self->drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  g_signal_connect_object (self->drag, "drag-end", G_CALLBACK (drag_end_cb), self, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (self->drag));
  gtk_gesture_group (self->drag, click);
}
