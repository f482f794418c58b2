/* test-timeline-draw.c: what the timeline draws
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "dramatis-compat.h"
#include "dramatis-timeline-panel.h"
#include "dramatis-timeline-private.h"
#include "fixture-window.h"

static GskRenderNode *
draw (gpointer widget)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);

  return gtk_snapshot_free_to_node (snapshot);
}

static void
collect_types (GskRenderNode *node,
               guint         *counts)
{
  counts[gsk_render_node_get_node_type (node)]++;
  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        collect_types (gsk_container_node_get_child (node, i), counts);
      break;
    case GSK_ROUNDED_CLIP_NODE:
      collect_types (gsk_rounded_clip_node_get_child (node), counts);
      break;
    default:
      break;
    }
}

static int
count_stops (GskRenderNode *node)
{
  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    return count_stops (gsk_container_node_get_child (node, 0));
  if (gsk_render_node_get_node_type (node) == GSK_ROUNDED_CLIP_NODE)
    return count_stops (gsk_rounded_clip_node_get_child (node));

  g_assert_cmpint (gsk_render_node_get_node_type (node), ==, GSK_LINEAR_GRADIENT_NODE);
  const GskColorStop *stops = gsk_linear_gradient_node_get_color_stops (node, NULL);

  return (stops[0].color.alpha == 0) + 2 * (stops[3].color.alpha == 0);
}

/* Each time is drawn as what it is. */
static void
test_items (void)
{
  static const struct
  {
    const char     *edtf;
    DramatisStatus  status;
    gboolean        dot, stripes, outline;
    int             fades;      /* 1: the start, 2: the end */
  } cases[] = {
    { "2014-09-23", DRAMATIS_STATUS_CONFIRMED, TRUE, FALSE, FALSE, 0 },
    { "2014-09", DRAMATIS_STATUS_CONFIRMED, FALSE, FALSE, FALSE, 0 },
    { "2014-23", DRAMATIS_STATUS_CONFIRMED, FALSE, FALSE, FALSE, 0 },
    { "2014", DRAMATIS_STATUS_CONFIRMED, FALSE, FALSE, FALSE, 0 },
    { "201X", DRAMATIS_STATUS_CONFIRMED, FALSE, FALSE, FALSE, 0 },
    { "20XX", DRAMATIS_STATUS_CONFIRMED, FALSE, FALSE, FALSE, 0 },
    { "2014/2016", DRAMATIS_STATUS_CONFIRMED, FALSE, FALSE, FALSE, 0 },
    { "2014~", DRAMATIS_STATUS_CONFIRMED, FALSE, FALSE, FALSE, 3 },
    { "2014?", DRAMATIS_STATUS_CONFIRMED, FALSE, TRUE, FALSE, 0 },
    { "2014%", DRAMATIS_STATUS_CONFIRMED, FALSE, TRUE, FALSE, 3 },
    { "2014/..", DRAMATIS_STATUS_CONFIRMED, FALSE, FALSE, FALSE, 2 },
    { "../2014", DRAMATIS_STATUS_CONFIRMED, FALSE, FALSE, FALSE, 1 },
    { "2014/", DRAMATIS_STATUS_CONFIRMED, FALSE, FALSE, FALSE, 2 },
    { "/2014", DRAMATIS_STATUS_CONFIRMED, FALSE, FALSE, FALSE, 1 },
    { "2014", DRAMATIS_STATUS_SUGGESTED, FALSE, FALSE, TRUE, 0 },
    { "2014~", DRAMATIS_STATUS_SUGGESTED, FALSE, FALSE, TRUE, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DramatisTime) time = dramatis_time_new (cases[i].edtf, NULL);
      g_autoptr (DramatisEvent) event = dramatis_event_new ("e", "Event", time);
      g_autoptr (GtkWidget) item = g_object_ref_sink (dramatis_timeline_item_new ());
      const DramatisItemShape shape = { .width = 100, .height = 20, .mark_width = 100 };
      guint counts[64] = { 0, };
      GskRenderNode *node;

      g_test_message ("%s", cases[i].edtf);
      g_object_set (event, "status", cases[i].status, NULL);
      dramatis_timeline_item_set_event (DRAMATIS_TIMELINE_ITEM (item), event, "Event", "");
      dramatis_timeline_item_set_shape (DRAMATIS_TIMELINE_ITEM (item), &shape);
      gtk_widget_allocate (item, shape.width, shape.height, -1, NULL);

      node = draw (item);
      collect_types (node, counts);
      g_assert_cmpuint (counts[GSK_REPEAT_NODE], ==, cases[i].stripes);
      g_assert_cmpuint (counts[GSK_BORDER_NODE], ==, cases[i].outline);
      g_assert_cmpuint (counts[GSK_LINEAR_GRADIENT_NODE], ==, cases[i].fades != 0);
      if (cases[i].fades != 0)
        g_assert_cmpint (count_stops (node), ==, cases[i].fades);
      gsk_render_node_unref (node);
    }
}

static GtkWidget *
find_part (DramatisTimeline *timeline,
           const char       *css_name)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (timeline));

  while (g_strcmp0 (gtk_widget_get_css_name (child), css_name) != 0)
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static int
get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return dramatis_day_new (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

/* The present day has its line where it lies, and none where it can't be seen. */
static void
test_today (Fixture       *fixture,
            gconstpointer  data)
{
  DramatisTimeline *timeline = fixture_child (fixture, "timeline");
  DramatisTimeAxis *axis = dramatis_timeline_get_axis (timeline);
  GtkWidget *line = find_part (timeline, "today");
  graphene_rect_t bounds;
  int today;

  g_assert_false (gtk_widget_get_child_visible (line));

  /* Midnight may pass meanwhile. */
  do
    {
      today = get_today ();
      dramatis_time_axis_set_extent (axis, today - 300, today + 100);
      dramatis_time_axis_fit (axis);
      fixture_settle (fixture);
      g_assert_true (gtk_widget_get_child_visible (line));
      g_assert_true (gtk_widget_compute_bounds (line, GTK_WIDGET (timeline), &bounds));
    }
  while (get_today () != today);
  g_assert_cmpfloat_with_epsilon (bounds.origin.x, gtk_widget_get_width (GTK_WIDGET (timeline)) * 0.75, 1);
}

/* Whether there is the mark of the passage being read, in the lower half, far from all events. */
static gboolean
is_marked (DramatisTimeline *timeline,
           double            time)
{
  int x = (int) round (dramatis_time_axis_time_to_x (dramatis_timeline_get_axis (timeline), time));
  int width = gtk_widget_get_width (GTK_WIDGET (timeline)), height = gtk_widget_get_height (GTK_WIDGET (timeline));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node = draw (timeline);
  GdkRGBA colour;
  gboolean found = FALSE;

  dramatis_widget_get_colour (find_part (timeline, "reading"), &colour);
  gsk_render_node_draw (node, cr);
  cairo_surface_flush (surface);
  for (int y = height / 2; y < height; y++)
    {
      const guint8 *pixel = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x;
      guint32 value;

      memcpy (&value, pixel, sizeof value);
      found |= fabs (((value >> 16) & 255) - colour.red * 255) < 2 && fabs (((value >> 8) & 255) - colour.green * 255) < 2
               && fabs ((value & 255) - colour.blue * 255) < 2 && value >> 24 == 255;
    }
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return found;
}

static void
test_reading (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    guint    position;
    gboolean in_1977, in_2012, in_2014;
  } cases[] = {
    { 0, FALSE, TRUE, FALSE },
    { 1, FALSE, FALSE, TRUE },
    { 2, FALSE, FALSE, FALSE },
    { 3, TRUE, FALSE, FALSE },
  };
  DramatisTimeline *timeline = fixture_child (fixture, "timeline");
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, "/org/dramatis/Dramatis/style.css");
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (fixture->window), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  fixture_settle (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      dramatis_session_set_current (fixture->session, cases[i].position);
      g_assert_cmpint (is_marked (timeline, dramatis_day_new (1977, 6, 30)), ==, cases[i].in_1977);
      g_assert_cmpint (is_marked (timeline, dramatis_day_new (2012, 7, 1)), ==, cases[i].in_2012);
      g_assert_cmpint (is_marked (timeline, dramatis_day_new (2014, 9, 15)), ==, cases[i].in_2014);
    }
}

/* How many runs of what can't be told apart lie where a title does. */
static guint
count_runs (DramatisTimeline        *timeline,
            const DramatisItemShape *shape)
{
  double x = shape->x + shape->label_x;
  guint n = 0;

  for (guint lane = 0; lane < dramatis_timeline_get_n_lanes (timeline); lane++)
    {
      int top, bottom = dramatis_timeline_get_lane (timeline, lane, &top);
      guint n_runs;

      dramatis_timeline_layout_get_runs (timeline->layout, lane, dramatis_time_axis_x_to_time (timeline->axis, x),
                                         dramatis_time_axis_x_to_time (timeline->axis, x + shape->label_width), &n_runs);
      if (bottom > shape->y && top < shape->y + shape->height)
        n += n_runs;
    }

  return n;
}

/* Where each event lies at its place in the text, no title lies on what is dense. */
static void
test_told (Fixture       *fixture,
           gconstpointer  data)
{
  static const char * const passages[] = { "p0", "p1", "q0" };
  DramatisTimeline *timeline = fixture_child (fixture, "timeline");
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  guint n_titles = 0, n_dense = 0;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *id = g_strdup_printf ("more-%u", i), *edtf = g_strdup_printf ("%d", g_rand_int_range (rand, 1980, 2020));
      g_autoptr (DramatisTime) time = dramatis_time_new (edtf, NULL);
      g_autoptr (DramatisEvent) event = dramatis_event_new (id, "More", time);
      g_autoptr (GPtrArray) evidence = fixture_anchors_new (fixture->dossier, passages[i % G_N_ELEMENTS (passages)], i / 3, i / 3 + 5);

      g_object_set (event, "evidence", evidence, NULL);
      dramatis_dossier_add (fixture->dossier, event);
    }
  dramatis_timeline_set_lanes (timeline, DRAMATIS_LANES_TEXT);

  for (guint zoom = 0; zoom < 5; zoom++)
    {
      GHashTableIter iter;
      gpointer item;

      fixture_settle (fixture);
      g_hash_table_iter_init (&iter, timeline->items);
      while (g_hash_table_iter_next (&iter, NULL, &item))
        {
          const DramatisItemShape *shape = dramatis_timeline_item_get_shape (item);

          if (!gtk_widget_get_child_visible (item) || shape->label_width == 0)
            continue;
          g_assert_cmpuint (count_runs (timeline, shape), ==, 0);
          n_titles++;
        }
      for (guint lane = 0; lane < dramatis_timeline_get_n_lanes (timeline); lane++)
        {
          guint n_runs;

          dramatis_timeline_layout_get_runs (timeline->layout, lane, DRAMATIS_DAY_MIN, DRAMATIS_DAY_MAX, &n_runs);
          n_dense += n_runs;
        }
      gtk_widget_activate_action (GTK_WIDGET (timeline), "timeline.zoom-in", NULL);
    }
  g_assert_cmpuint (n_titles, >, 0);
  g_assert_cmpuint (n_dense, >, 0);
}

static void
add_tests (void)
{
  g_test_add_func ("/timeline-draw/items", test_items);
  g_test_add ("/timeline-draw/today", Fixture, dramatis_timeline_panel_new, fixture_set_up, test_today, fixture_tear_down);
  g_test_add ("/timeline-draw/reading", Fixture, dramatis_timeline_panel_new, fixture_set_up, test_reading,
              fixture_tear_down);
  g_test_add ("/timeline-draw/told", Fixture, dramatis_timeline_panel_new, fixture_set_up, test_told, fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  return fixture_run (argc, argv, add_tests);
}
