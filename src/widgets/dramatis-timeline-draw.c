/* dramatis-timeline-draw.c: what the timeline draws around its items
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-timeline-private.h"

#include <math.h>

#include "dramatis-compat.h"
#include "dramatis-time-ticks.h"

/* Pixels */
#define LABEL_OFFSET  4
#define READING_WIDTH 7

/* So many columns of density are one height: the height tells magnitudes apart, the number is said on hover. */
#define MAX_LEVEL 5

/* How much stronger faint lines are with high contrast. */
#define CONTRAST 2

static PangoLayout *
get_label (DramatisTimeline *self,
           const char       *text)
{
  PangoLayout *layout = g_hash_table_lookup (self->labels, text);

  if (layout == NULL)
    {
      layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
      g_hash_table_insert (self->labels, g_strdup (text), layout);
    }

  return layout;
}

static double
measure_label (const char *text,
               gpointer    user_data)
{
  int width;

  pango_layout_get_pixel_size (get_label (user_data, text), &width, NULL);

  return width;
}

/**
 * dramatis_timeline_measure_parts:
 * @self: a timeline
 *
 * Measures what depends on the font.
 */
void
dramatis_timeline_measure_parts (DramatisTimeline *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics)) / PANGO_SCALE;

  g_hash_table_remove_all (self->labels);
  dramatis_timeline_forget_drawing (self);
  self->character_width = pango_font_metrics_get_approximate_char_width (metrics) / (double) PANGO_SCALE;
  self->line_height = MAX (height + 4, DRAMATIS_MARK_WIDTH + 8);
  self->row_height = self->line_height;
  self->ruler_height = height + 5;
  pango_font_metrics_unref (metrics);
}

static void
append_rect (DramatisTimeline *self,
             GtkSnapshot      *snapshot,
             const GdkRGBA    *colour,
             double            x,
             double            y,
             double            width,
             double            height)
{
  x = dramatis_timeline_mirror (self, x, width);
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x, y, width, height));
}

/* What only guides the eye is faint, @alpha of the words, but less so where a person wants contrast. */
static void
get_faint (DramatisTimeline *self,
           float             alpha,
           GdkRGBA          *colour)
{
  if (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    alpha = MIN (alpha * CONTRAST, 1);

  dramatis_widget_get_colour (GTK_WIDGET (self), colour);
  colour->alpha *= alpha;
}

static void
snapshot_grid (DramatisTimeline *self,
               GtkSnapshot      *snapshot,
               GArray           *ticks)
{
  int ruler_y = gtk_widget_get_height (GTK_WIDGET (self)) - self->ruler_height;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  GdkRGBA minor, major, text;

  get_faint (self, 0.08f, &minor);
  get_faint (self, 0.17f, &major);
  get_faint (self, 0.75f, &text);

  for (guint i = 0; i < ticks->len; i++)
    {
      const DramatisTick *tick = &g_array_index (ticks, DramatisTick, i);

      append_rect (self, snapshot, tick->label != NULL ? &major : &minor, floor (tick->x), 0, 1,
                   tick->label != NULL ? ruler_y + self->ruler_height : ruler_y + 4);
      if (tick->label != NULL && tick->x >= -LABEL_OFFSET
          && tick->x + LABEL_OFFSET + measure_label (tick->label, self) <= width)
        {
          double x = dramatis_timeline_mirror (self, floor (tick->x) + LABEL_OFFSET, measure_label (tick->label, self));

          gtk_snapshot_save (snapshot);
          gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, ruler_y + 3));
          gtk_snapshot_append_layout (snapshot, get_label (self, tick->label), &text);
          gtk_snapshot_restore (snapshot);
        }
    }

  append_rect (self, snapshot, &major, 0, ruler_y, width, 1);
}

static int
get_level (guint count)
{
  return MIN ((int) (log2 (count) * 0.75) + 1, MAX_LEVEL);
}

/* Neighbouring runs of one height are one rectangle: no more of them than half the pixels are wide. One path takes a
 * fraction of the time of as many nodes. */
static void
add_dense (DramatisTimeline *self,
           cairo_t          *cr,
           guint             lane)
{
  double open_x0 = 0, open_x1 = -G_MAXDOUBLE;
  int open_level = 0, top, bottom = dramatis_timeline_get_lane (self, lane, &top);
  int step = MAX ((self->strip_height > 0 ? self->strip_height : self->row_height) / MAX_LEVEL, 1);
  const DramatisRun *runs;
  guint n_runs;

  runs = dramatis_timeline_layout_get_runs (self->layout, lane,
                                            dramatis_time_axis_get_start (self->axis),
                                            dramatis_time_axis_get_end (self->axis),
                                            &n_runs);
  for (guint i = 0; i <= n_runs; i++)
    {
      double x0 = G_MAXDOUBLE, x1 = G_MAXDOUBLE;
      int level = 0;

      if (i < n_runs)
        {
          x0 = round (dramatis_time_axis_time_to_x (self->axis, runs[i].start));
          x1 = MAX (round (dramatis_time_axis_time_to_x (self->axis, runs[i].end)), x0 + 2);
          level = get_level (runs[i].count);
          if (level == open_level && x0 <= open_x1)
            {
              open_x1 = MAX (open_x1, x1);
              continue;
            }
          x0 = MAX (x0, open_x1);
        }

      if (open_level > 0)
        cairo_rectangle (cr, dramatis_timeline_mirror (self, open_x0, open_x1 - open_x0), bottom - open_level * step - 1,
                         open_x1 - open_x0, open_level * step + 1);
      open_x0 = x0;
      open_x1 = MAX (x1, x0);
      open_level = level;
    }
}

static void
snapshot_dense (DramatisTimeline *self,
                GtkSnapshot      *snapshot)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                                               gtk_widget_get_height (GTK_WIDGET (self)) - self->ruler_height);
  gboolean any = FALSE;
  cairo_t *cr;
  GdkRGBA colour;
  guint n_runs;

  for (guint lane = 0; lane < dramatis_timeline_get_n_lanes (self) && !any; lane++)
    {
      dramatis_timeline_layout_get_runs (self->layout, lane, dramatis_time_axis_get_start (self->axis),
                                         dramatis_time_axis_get_end (self->axis), &n_runs);
      any = n_runs > 0;
    }
  if (!any)
    return;

  get_faint (self, 0.45f, &colour);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  gdk_cairo_set_source_rgba (cr, &colour);
  for (guint lane = 0; lane < dramatis_timeline_get_n_lanes (self); lane++)
    add_dense (self, cr, lane);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
snapshot_lanes (DramatisTimeline *self,
                GtkSnapshot      *snapshot)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), y, height;
  GdkRGBA colour;

  get_faint (self, 0.17f, &colour);

  for (guint lane = 1; lane < dramatis_timeline_get_n_lanes (self); lane++)
    {
      /* Of the text only its parts. */
      if (dramatis_timeline_locate_lane (self, lane, &y, &height) != NULL)
        append_rect (self, snapshot, &colour, 0, y, width, 1);
    }
}

/* The way of the text through time, from each event to the one that is told next. */
static void
snapshot_way (DramatisTimeline *self,
              GtkSnapshot      *snapshot)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width,
                                               gtk_widget_get_height (GTK_WIDGET (self)) - self->ruler_height);
  cairo_t *cr;
  GdkRGBA colour;

  get_faint (self, 0.3f, &colour);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, 1);
  for (guint i = 0; i < self->told->len; i++)
    {
      GtkWidget *item = g_hash_table_lookup (self->items, self->told->pdata[i]);
      const DramatisItemShape *shape = item != NULL ? dramatis_timeline_item_get_shape (DRAMATIS_TIMELINE_ITEM (item)) : NULL;

      if (shape == NULL || shape->width == 0 || !gtk_widget_get_child_visible (item))
        continue;
      cairo_line_to (cr, dramatis_timeline_mirror (self, shape->x + shape->mark_x + shape->mark_width / 2.0, 0),
                     shape->y + shape->height / 2.0);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* The pixels of an event's time that are in view, if any are. */
static gboolean
get_seen (DramatisTimeline *self,
          DramatisEvent    *event,
          double           *x0,
          double           *x1)
{
  DramatisTime *time = dramatis_event_get_time (event);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  double start, end;

  if (time == NULL)
    return FALSE;

  start = dramatis_time_axis_time_to_x (self->axis, dramatis_time_get_span (time)->start);
  end = dramatis_time_axis_time_to_x (self->axis, dramatis_time_get_span (time)->end);
  *x0 = floor (MAX (start, 0));
  *x1 = ceil (MIN (end, width));

  return end >= 0 && start <= width;
}

/* Says with which events the passage being read deals: a stroke on the ruler for each, and a pointer at its
 * middle. */
static void
snapshot_reading (DramatisTimeline *self,
                  GtkSnapshot      *snapshot)
{
  DramatisIndex *index = dramatis_session_get_index (self->session);
  guint position = dramatis_session_get_current (self->session);
  int ruler_y = gtk_widget_get_height (GTK_WIDGET (self)) - self->ruler_height;
  GPtrArray *events;
  GdkRGBA colour;

  if (position >= dramatis_index_get_passages (index)->len)
    return;

  events = dramatis_index_get_events_at (index, position);
  dramatis_widget_get_colour (self->reading, &colour);
  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      double x0, x1;

      if (!get_seen (self, events->pdata[i], &x0, &x1))
        continue;
      append_rect (self, snapshot, &colour, MIN (x0, x1 - 3), ruler_y - 1, MAX (x1 - x0, 3), 3);

      x0 = round ((x0 + x1) / 2);
      for (int row = 0; row < (READING_WIDTH + 1) / 2; row++)
        append_rect (self, snapshot, &colour, x0 - READING_WIDTH / 2 + row, ruler_y - 6 + row, READING_WIDTH - 2 * row, 1);
    }
}

/* A light over the whole height where the event lies that is pointed at: in what is dense it has no item. */
static void
snapshot_pointed (DramatisTimeline *self,
                  GtkSnapshot      *snapshot)
{
  DramatisEvent *event = dramatis_session_get_event (self->session);
  double x0, x1;
  GdkRGBA colour;

  if (event == NULL || !get_seen (self, event, &x0, &x1))
    return;

  dramatis_widget_get_colour (self->reading, &colour);
  colour.alpha *= 0.22f;
  append_rect (self, snapshot, &colour, MIN (x0, x1 - 3), 0, MAX (x1 - x0, 3),
               gtk_widget_get_height (GTK_WIDGET (self)) - self->ruler_height);
}

/* What is drawn by cairo has a node that never equals another: made anew, all of it would be painted anew each time
 * that the mark of the passage being read moves. */
static void
append_kept (DramatisTimeline  *self,
             GtkSnapshot       *snapshot,
             GskRenderNode    **node,
             void             (*draw) (DramatisTimeline *self,
                                       GtkSnapshot      *snapshot))
{
  if (*node == NULL)
    {
      GtkSnapshot *own = gtk_snapshot_new ();

      draw (self, own);
      *node = gtk_snapshot_free_to_node (own);
    }
  if (*node != NULL)
    gtk_snapshot_append_node (snapshot, *node);
}

/**
 * dramatis_timeline_forget_drawing:
 * @self: a timeline
 *
 * Has all of it drawn anew, after a change of where events are or of colours.
 */
void
dramatis_timeline_forget_drawing (DramatisTimeline *self)
{
  g_clear_pointer (&self->dense, gsk_render_node_unref);
  g_clear_pointer (&self->way, gsk_render_node_unref);
}

/**
 * dramatis_timeline_draw:
 * @self: a timeline
 * @snapshot: a snapshot
 *
 * Draws what lies beneath the items.
 */
void
dramatis_timeline_draw (DramatisTimeline *self,
                        GtkSnapshot      *snapshot)
{
  g_autoptr (GArray) ticks = dramatis_time_axis_create_ticks (self->axis, measure_label, self);

  snapshot_grid (self, snapshot, ticks);
  snapshot_lanes (self, snapshot);
  gtk_widget_snapshot_child (GTK_WIDGET (self), self->band, snapshot);
  gtk_widget_snapshot_child (GTK_WIDGET (self), self->today, snapshot);
  append_kept (self, snapshot, &self->dense, snapshot_dense);
  if (self->session != NULL)
    snapshot_pointed (self, snapshot);
  if (self->told != NULL)
    append_kept (self, snapshot, &self->way, snapshot_way);
}

/**
 * dramatis_timeline_draw_over:
 * @self: a timeline
 * @snapshot: a snapshot
 *
 * Draws what lies above the items.
 */
void
dramatis_timeline_draw_over (DramatisTimeline *self,
                             GtkSnapshot      *snapshot)
{
  if (self->session != NULL)
    snapshot_reading (self, snapshot);
}
