/* dramatis-timeline-items.c: the items of the timeline and their places
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-timeline-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Up to that many events all have their item, so that assistive technology has the whole list; beyond, only those
 * that can be seen have one. As many items take 1 ms to make. */
#define MAX_ITEMS 500

/* So many are kept for when the filter is lifted. */
#define MAX_SPARE 250

/* Pixels: in less room no label is looked for; one shortened to less is left out; the room of a label that lies on its
 * mark; the farthest that a label reaches. */
#define LEAST_ROOM     16
#define SHORTEST_LABEL 64
#define OVER_MARGIN    16
#define LABEL_REACH    360

/* Pixels before and behind the view in which the place of a mark still counts. */
#define BEYOND (LABEL_REACH + 2 * DRAMATIS_MARK_WIDTH)

/* Among more marks than that, each at its place in the text, no label has room. */
#define MAX_TEXT_LABELS 200

/* Pixels on both sides of words, of the ground that lies on lines: see style.css. */
#define GROUND 5

/* What passes the filter, in the order of the index, as both lists are. */
static GArray *
collect_events (DramatisTimeline *self)
{
  GArray *all = dramatis_index_get_events (dramatis_session_get_index (self->session));
  GListModel *events = dramatis_session_get_events (self->session);
  guint n = g_list_model_get_n_items (events);
  GArray *result;

  if (n == all->len)
    return g_array_ref (all);

  result = dramatis_dated_events_new ();
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DramatisEvent) event = g_list_model_get_item (events, i);

      dramatis_dated_events_add (result, event);
    }

  return result;
}

/**
 * dramatis_timeline_read_events:
 * @self: a timeline with a session
 *
 * Lays out the events that pass the filter.
 */
void
dramatis_timeline_read_events (DramatisTimeline *self)
{
  g_autoptr (GArray) events = collect_events (self);
  DramatisIndex *index = dramatis_session_get_index (self->session);
  double start, end;

  self->events_changed = FALSE;
  self->lanes_changed = TRUE;
  /* All dated events, whatever the filter lets pass: else the axis would jump. */
  if (dramatis_dated_events_get_extent (dramatis_index_get_events (index), &start, &end))
    {
      dramatis_time_axis_set_extent (self->axis, start, end);
      dramatis_timeline_layout_set_extent (self->layout, start, end);
    }
  dramatis_timeline_layout_set_events (self->layout, events, index);
}

/* What is said for an event: "SEATO dissolved, 30 June 1977, 3 of 24, Japan, United States". */
char *
dramatis_timeline_describe (DramatisTimeline *self,
                            guint             i)
{
  GArray *places = dramatis_timeline_layout_get_places (self->layout);
  DramatisEvent *event = g_array_index (places, DramatisPlace, i).event;
  g_autofree char *time = dramatis_time_to_text (dramatis_event_get_time (event));
  g_autofree char *actors = dramatis_session_dup_event_actors (self->session, event);
  g_autofree char *text = NULL, *with_actors = NULL;

  /* Translators: what a screen reader says for an event: title, time, place in the list */
  text = g_strdup_printf (_("%s, %s, %u of %u"), dramatis_event_get_title (event), time, i + 1, places->len);
  with_actors = *actors != '\0' ? g_strjoin (_(", "), text, actors, NULL) : g_steal_pointer (&text);

  if (dramatis_event_get_status (event) == DRAMATIS_STATUS_SUGGESTED)
    /* Translators: what a screen reader says at the end of an event that nobody has confirmed */
    return g_strdup_printf (_("%s, suggested"), with_actors);

  return g_steal_pointer (&with_actors);
}

static DramatisColour
get_colour (DramatisTimeline *self,
            DramatisEvent    *event)
{
  const char * const *ids = dramatis_event_get_actors (event);

  return ids[0] != NULL ? dramatis_session_get_colour (self->session, ids[0]) : DRAMATIS_COLOUR_AUTOMATIC;
}

static void
update_dimmed (DramatisTimeline *self,
               GtkWidget        *item,
               DramatisEvent    *event)
{
  const DramatisSpan *marked = dramatis_timeline_get_marked (self);
  DramatisTime *time = dramatis_event_get_time (event);

  /* One that has lost its time is about to leave. */
  if (time == NULL)
    return;

  if (marked == NULL || dramatis_span_overlaps (marked, dramatis_time_get_span (time)))
    gtk_widget_remove_css_class (item, "dimmed");
  else
    gtk_widget_add_css_class (item, "dimmed");
}

/* The event that is pointed at, here or in the text, is lit. */
static void
update_pointed (DramatisTimeline *self,
                GtkWidget        *item,
                DramatisEvent    *event)
{
  gboolean pointed = dramatis_session_get_event (self->session) == event;

  if (pointed)
    gtk_widget_add_css_class (item, "pointed");
  else
    gtk_widget_remove_css_class (item, "pointed");
  gtk_accessible_update_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_SELECTED, pointed, -1);
}

/* What may have changed: the place in the list, the title, the names and colours of actors. */
static void
show_event (DramatisTimeline *self,
            GtkWidget        *item,
            guint             i)
{
  DramatisEvent *event = g_array_index (dramatis_timeline_layout_get_places (self->layout), DramatisPlace, i).event;
  g_autofree char *spoken = dramatis_timeline_describe (self, i);
  g_autofree char *evidence = dramatis_session_dup_event_evidence (self->session, event);

  dramatis_timeline_item_set_event (DRAMATIS_TIMELINE_ITEM (item), event, spoken, evidence);
  dramatis_timeline_item_set_colour (DRAMATIS_TIMELINE_ITEM (item), get_colour (self, event));
}

/* Makes sure that an event has an item, one without an event if there is such a one. */
GtkWidget *
dramatis_timeline_ensure_item (DramatisTimeline *self,
                               guint             i)
{
  DramatisEvent *event = g_array_index (dramatis_timeline_layout_get_places (self->layout), DramatisPlace, i).event;
  GtkWidget *item = g_hash_table_lookup (self->items, event);

  if (item != NULL)
    return item;

  if (self->spare->len > 0)
    {
      item = g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1);
    }
  else
    {
      item = g_object_ref_sink (dramatis_timeline_item_new ());
      gtk_widget_set_child_visible (item, FALSE);
    }
  if (gtk_widget_get_parent (item) == NULL)
    gtk_widget_set_parent (item, GTK_WIDGET (self));
  g_object_unref (item);

  show_event (self, item, i);
  update_dimmed (self, item, event);
  update_pointed (self, item, event);
  g_hash_table_insert (self->items, event, item);

  return item;
}

/* Items whose event is gone or can't be seen are kept for others. */
static void
collect_spare (DramatisTimeline *self,
               GHashTable       *wanted)
{
  GHashTableIter iter;
  gpointer event, item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &event, &item))
    {
      if (g_hash_table_contains (wanted, event))
        continue;
      gtk_widget_set_child_visible (item, FALSE);
      /* Left among the others, it would have all behind it put in order again. */
      gtk_widget_insert_before (item, GTK_WIDGET (self), NULL);
      g_ptr_array_add (self->spare, g_object_ref (item));
      g_hash_table_iter_remove (&iter);
    }
}

static GArray *
find_wanted (DramatisTimeline *self)
{
  GArray *places = dramatis_timeline_layout_get_places (self->layout);
  GArray *wanted = g_array_new (FALSE, FALSE, sizeof (guint));
  double margin = LABEL_REACH / dramatis_time_axis_get_scale (self->axis);
  guint current = DRAMATIS_PLACE_NONE;
  GArray *visible;

  if (places->len <= MAX_ITEMS)
    {
      for (guint i = 0; i < places->len; i++)
        g_array_append_val (wanted, i);
      return wanted;
    }

  if (self->current != NULL)
    current = dramatis_timeline_layout_find (self->layout, self->current);
  visible = dramatis_timeline_layout_get_visible (self->layout,
                                                  dramatis_time_axis_get_start (self->axis) - margin,
                                                  dramatis_time_axis_get_end (self->axis) + margin);
  for (guint i = 0; i < visible->len; i++)
    {
      guint place = g_array_index (visible, guint, i);

      if (current < place)
        g_array_append_val (wanted, current);
      if (current <= place)
        current = DRAMATIS_PLACE_NONE;
      g_array_append_val (wanted, place);
    }
  if (current != DRAMATIS_PLACE_NONE)
    g_array_append_val (wanted, current);

  return wanted;
}

/**
 * dramatis_timeline_update_items:
 * @self: a timeline
 * @refresh: whether what is said of an event may have changed
 *
 * Gives those events an item that should have one, in order of time.
 */
void
dramatis_timeline_update_items (DramatisTimeline *self,
                                gboolean          refresh)
{
  GArray *places = dramatis_timeline_layout_get_places (self->layout);
  g_autoptr (GArray) wanted = find_wanted (self);
  g_autoptr (GHashTable) wanted_events = g_hash_table_new (NULL, NULL);
  GtkWidget *previous = self->today;

  for (guint i = 0; i < wanted->len; i++)
    g_hash_table_add (wanted_events,
                      g_array_index (places, DramatisPlace, g_array_index (wanted, guint, i)).event);
  collect_spare (self, wanted_events);

  for (guint i = 0; i < wanted->len; i++)
    {
      guint place = g_array_index (wanted, guint, i);
      GtkWidget *item = g_hash_table_lookup (self->items, g_array_index (places, DramatisPlace, place).event);

      if (item == NULL)
        item = dramatis_timeline_ensure_item (self, place);
      else if (refresh)
        show_event (self, item, place);
      if (gtk_widget_get_prev_sibling (item) != previous)
        gtk_widget_insert_after (item, GTK_WIDGET (self), previous);
      previous = item;
    }

  /* Assistive technology would see those too. */
  for (guint i = 0; i < self->spare->len; i++)
    {
      GtkWidget *item = g_ptr_array_index (self->spare, i);

      if (gtk_widget_get_parent (item) != NULL)
        gtk_widget_unparent (item);
    }
  if (self->spare->len > MAX_SPARE)
    g_ptr_array_set_size (self->spare, MAX_SPARE);
}

/**
 * dramatis_timeline_update_dimmed:
 * @self: a timeline
 *
 * Dims what lies outside of the marked span.
 */
void
dramatis_timeline_update_dimmed (DramatisTimeline *self)
{
  GHashTableIter iter;
  gpointer event, item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &event, &item))
    update_dimmed (self, item, event);
}

/**
 * dramatis_timeline_update_pointed:
 * @self: a timeline
 *
 * Lights the event that is pointed at.
 */
void
dramatis_timeline_update_pointed (DramatisTimeline *self)
{
  GHashTableIter iter;
  gpointer event, item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &event, &item))
    update_pointed (self, item, event);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Gives the label the first of these that has room: behind the mark, on it, before it, shortened behind it. What
 * is taken already ends at @taken, and the next mark begins at @next. */
static void
place_label (DramatisTimelineItem *item,
             DramatisItemShape    *shape,
             int                   mark_x0,
             int                   mark_x1,
             int                   taken,
             int                   next,
             int                   width)
{
  int behind = MIN (next - DRAMATIS_LABEL_GAP, width - 2) - (mark_x1 + DRAMATIS_LABEL_GAP);
  int seen_x0 = MAX (mark_x0, 0), seen_x1 = MIN (mark_x1, width);
  int over = seen_x1 - seen_x0 - 2 * OVER_MARGIN;
  int before = mark_x1 <= width ? mark_x0 - DRAMATIS_LABEL_GAP - MAX (taken + DRAMATIS_LABEL_GAP, 0) : 0;
  int label_width;

  shape->label_width = 0;
  /* Measuring the titles of a thousand marks side by side would take longer than drawing them. */
  if (MAX (MAX (behind, over), before) < LEAST_ROOM)
    return;

  label_width = dramatis_timeline_item_get_label_width (item);
  shape->label_width = label_width;
  if (behind >= label_width)
    shape->label_x = mark_x1 + DRAMATIS_LABEL_GAP;
  else if (over >= label_width)
    {
      shape->label_x = seen_x0 + OVER_MARGIN;
      shape->over = TRUE;
    }
  else if (before >= label_width)
    shape->label_x = mark_x0 - DRAMATIS_LABEL_GAP - label_width;
  else if (behind >= SHORTEST_LABEL)
    {
      shape->label_x = mark_x1 + DRAMATIS_LABEL_GAP;
      shape->label_width = behind;
    }
  else
    shape->label_width = 0;
}

static gboolean
shape_item (DramatisTimeline    *self,
            const DramatisPlace *place,
            GtkWidget           *item,
            int                 *taken)
{
  GArray *places = dramatis_timeline_layout_get_places (self->layout);
  double scale = dramatis_time_axis_get_scale (self->axis);
  double origin = dramatis_time_axis_get_start (self->axis) * scale;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  DramatisItemShape shape = { 0, };
  double x0, x1, next_x0 = G_MAXINT, next_x1;
  int mark_x0, mark_x1, item_x0, item_x1;

  dramatis_place_get_bounds (place, scale, &x0, &x1);
  if (place->next != DRAMATIS_PLACE_NONE)
    {
      dramatis_place_get_bounds (&g_array_index (places, DramatisPlace, place->next), scale, &next_x0, &next_x1);
      next_x0 -= origin;
    }

  /* A mark of centuries at the scale of days would be longer than coordinates should be. */
  shape.cut_start = x0 - origin < -BEYOND;
  shape.cut_end = x1 - origin > width + BEYOND;
  mark_x0 = (int) round (CLAMP (x0 - origin, -BEYOND, width + BEYOND - DRAMATIS_MARK_WIDTH));
  mark_x1 = (int) round (CLAMP (x1 - origin, -BEYOND + DRAMATIS_MARK_WIDTH, width + BEYOND));

  if (self->lanes != DRAMATIS_LANES_TEXT && mark_x1 > -LABEL_REACH)
    place_label (DRAMATIS_TIMELINE_ITEM (item), &shape, mark_x0, mark_x1, *taken, (int) MIN (next_x0, G_MAXINT / 2),
                 width);

  item_x0 = mark_x0;
  item_x1 = mark_x1;
  if (shape.label_width > 0)
    {
      item_x0 = MIN (item_x0, shape.label_x);
      item_x1 = MAX (item_x1, shape.label_x + shape.label_width);
    }
  *taken = item_x1;

  shape.x = item_x0;
  shape.y = dramatis_timeline_get_row_y (self, place);
  shape.width = item_x1 - item_x0;
  shape.height = self->row_height;
  shape.mark_x = mark_x0 - item_x0;
  shape.mark_width = mark_x1 - mark_x0;
  shape.label_x -= item_x0;

  /* What is hidden would lose the focus. */
  if ((item_x1 <= 0 || item_x0 >= width) && !gtk_widget_has_focus (item))
    return FALSE;

  dramatis_timeline_item_set_shape (DRAMATIS_TIMELINE_ITEM (item), &shape);
  gtk_widget_set_child_visible (item, TRUE);
  return TRUE;
}

/* Whether there is anything dense where a label is to lie. */
static gboolean
touches_dense (DramatisTimeline      *self,
               const graphene_rect_t *bounds)
{
  double start = dramatis_time_axis_x_to_time (self->axis, bounds->origin.x);
  double end = dramatis_time_axis_x_to_time (self->axis, bounds->origin.x + bounds->size.width);

  for (guint lane = 0; lane < dramatis_timeline_get_n_lanes (self); lane++)
    {
      int top, bottom = dramatis_timeline_get_lane (self, lane, &top);
      guint n_runs;

      if (bottom <= bounds->origin.y || top >= bounds->origin.y + bounds->size.height)
        continue;
      dramatis_timeline_layout_get_runs (self->layout, lane, start, end, &n_runs);
      if (n_runs > 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_free (DramatisTimeline      *self,
         GArray                *taken,
         const graphene_rect_t *words)
{
  graphene_rect_t ground = GRAPHENE_RECT_INIT (words->origin.x - GROUND, words->origin.y,
                                               words->size.width + 2 * GROUND, words->size.height);
  const graphene_rect_t *bounds = &ground;

  for (guint i = 0; i < taken->len; i++)
    {
      const graphene_rect_t *other = &g_array_index (taken, graphene_rect_t, i);

      if (bounds->origin.x < other->origin.x + other->size.width
          && other->origin.x < bounds->origin.x + bounds->size.width
          && bounds->origin.y < other->origin.y + other->size.height
          && other->origin.y < bounds->origin.y + bounds->size.height)
        return FALSE;
    }

  return !touches_dense (self, bounds);
}

/* Where each item lies at its place in the text, a label is higher than a row: it is shown, behind or before the mark,
 * where it touches nothing else. */
static void
place_text_labels (DramatisTimeline *self,
                   GPtrArray        *items)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  int width = gtk_widget_get_width (GTK_WIDGET (self)), top = 0;
  int bottom = gtk_widget_get_height (GTK_WIDGET (self)) - self->ruler_height;

  for (guint i = 0; i < items->len; i++)
    {
      const DramatisItemShape *shape = dramatis_timeline_item_get_shape (items->pdata[i]);
      graphene_rect_t bounds = GRAPHENE_RECT_INIT (shape->x, shape->y, shape->width, shape->height);

      g_array_append_val (taken, bounds);
    }

  for (guint i = 0; i < items->len; i++)
    {
      DramatisItemShape shape = *dramatis_timeline_item_get_shape (items->pdata[i]);
      int label_width = dramatis_timeline_item_get_label_width (items->pdata[i]);
      int y = CLAMP (shape.y + (shape.height - self->line_height) / 2, top, bottom - self->line_height);
      int behind = shape.x + shape.width + DRAMATIS_LABEL_GAP, before = shape.x - DRAMATIS_LABEL_GAP - label_width;
      graphene_rect_t bounds = GRAPHENE_RECT_INIT (behind, y, label_width, self->line_height);

      if (behind + label_width > width || !is_free (self, taken, &bounds))
        bounds.origin.x = before;
      if (bounds.origin.x < 0 || !is_free (self, taken, &bounds))
        continue;

      g_array_append_val (taken, bounds);
      shape.label_width = label_width;
      /* The way of the text would strike it through. */
      shape.over = self->told != NULL;
      shape.label_x = bounds.origin.x == before ? 0 : shape.width + DRAMATIS_LABEL_GAP;
      shape.mark_x = bounds.origin.x == before ? label_width + DRAMATIS_LABEL_GAP : 0;
      shape.x = MIN (shape.x, (int) bounds.origin.x);
      shape.width += label_width + DRAMATIS_LABEL_GAP;
      shape.y -= (self->line_height - shape.height) / 2;
      shape.height = self->line_height;
      dramatis_timeline_item_set_shape (items->pdata[i], &shape);
    }
}

/* What has the focus keeps it however far it is from the view. */
static void
keep_focused (DramatisTimeline *self,
              GHashTable       *shown)
{
  guint i = dramatis_timeline_get_current (self);
  const DramatisPlace *place;
  GtkWidget *item;
  int taken = G_MININT / 2;

  if (i == DRAMATIS_PLACE_NONE)
    return;

  place = &g_array_index (dramatis_timeline_layout_get_places (self->layout), DramatisPlace, i);
  item = g_hash_table_lookup (self->items, self->current);
  if (item != NULL && gtk_widget_has_focus (item) && place->row != DRAMATIS_ROW_DENSE
      && !g_hash_table_contains (shown, item) && shape_item (self, place, item, &taken))
    g_hash_table_add (shown, item);
}

/**
 * dramatis_timeline_arrange_items:
 * @self: a timeline
 *
 * Gives each item that can be seen its shape, and hides the others.
 */
void
dramatis_timeline_arrange_items (DramatisTimeline *self)
{
  GArray *places = dramatis_timeline_layout_get_places (self->layout);
  double margin = LABEL_REACH / dramatis_time_axis_get_scale (self->axis);
  g_autofree int *taken = g_new (int, self->n_rows);
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) in_order = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer event, item;
  GArray *visible;

  for (int r = 0; r < self->n_rows; r++)
    taken[r] = G_MININT / 2;

  visible = dramatis_timeline_layout_get_visible (self->layout,
                                                  dramatis_time_axis_get_start (self->axis) - margin,
                                                  dramatis_time_axis_get_end (self->axis) + margin);
  for (guint i = 0; i < visible->len; i++)
    {
      const DramatisPlace *place = &g_array_index (places, DramatisPlace, g_array_index (visible, guint, i));

      item = g_hash_table_lookup (self->items, place->event);
      if (item != NULL && shape_item (self, place, item, &taken[place->row]))
        {
          g_hash_table_add (shown, item);
          g_ptr_array_add (in_order, item);
        }
    }
  keep_focused (self, shown);
  if (self->lanes == DRAMATIS_LANES_TEXT && in_order->len <= MAX_TEXT_LABELS)
    place_text_labels (self, in_order);

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &event, &item))
    {
      if (!g_hash_table_contains (shown, item))
        gtk_widget_set_child_visible (item, FALSE);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
