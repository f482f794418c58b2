/* test-scroll-marks.c: where in the article is what one looks for
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-palette.h"
#include "dramatis-scroll-marks.h"
#include "fixture-window.h"

static void
count_nodes (GskRenderNode  *node,
             DramatisColour  colour,
             guint          *n_nodes,
             float          *first_y)
{
  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    {
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        count_nodes (gsk_container_node_get_child (node, i), colour, n_nodes, first_y);
    }
  else if (gsk_render_node_get_node_type (node) == GSK_COLOR_NODE)
    {
      graphene_rect_t bounds;
      GdkRGBA rgba;

      dramatis_palette_get_rgba (colour, DRAMATIS_SHADE_STRONG, &rgba);
      gsk_render_node_get_bounds (node, &bounds);
      if (gdk_rgba_equal (gsk_color_node_get_color (node), &rgba) && (*n_nodes)++ == 0)
        *first_y = bounds.origin.y;
    }
}

/* How many marks there are in a colour, and where the first is, of all, in hundredths of the height. */
static guint
count_marks (Fixture        *fixture,
             DramatisColour  colour,
             guint          *first)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  guint n_nodes = 0;
  float first_y = 0;

  GTK_WIDGET_GET_CLASS (fixture->widget)->snapshot (fixture->widget, snapshot);
  node = gtk_snapshot_to_node (snapshot);
  if (node != NULL)
    count_nodes (node, colour, &n_nodes, &first_y);
  *first = 100 * first_y / gtk_widget_get_height (fixture->widget);

  return n_nodes;
}

static void
test_marks (Fixture       *fixture,
            gconstpointer  data)
{
  DramatisFilter *filter = dramatis_session_get_filter (fixture->session);
  guint first;

  /* a note in the second of four passages */
  g_assert_cmpuint (count_marks (fixture, DRAMATIS_COLOUR_YELLOW, &first), ==, 1);
  g_assert_cmpuint (first, >, 15);
  g_assert_cmpuint (first, <, 35);
  g_assert_cmpuint (count_marks (fixture, DRAMATIS_COLOUR_ORANGE, &first), ==, 0);

  /* hits in the first and the last, in neighbours, and two in one passage */
  dramatis_session_set_find (fixture->session, "china", FALSE);
  g_assert_cmpuint (count_marks (fixture, DRAMATIS_COLOUR_ORANGE, &first), ==, 2);
  g_assert_cmpuint (first, >, 5);
  g_assert_cmpuint (first, <, 20);
  dramatis_session_set_find (fixture->session, "japan", FALSE);
  g_assert_cmpuint (count_marks (fixture, DRAMATIS_COLOUR_ORANGE, &first), ==, 2);
  dramatis_session_set_find (fixture->session, "ed", FALSE);
  g_assert_cmpuint (count_marks (fixture, DRAMATIS_COLOUR_ORANGE, &first), ==, 1);
  dramatis_session_set_find (fixture->session, "i", FALSE);
  g_assert_cmpuint (count_marks (fixture, DRAMATIS_COLOUR_ORANGE, &first), >, 4);

  /* the actors of the filter, where they are mentioned: all that is shown does so */
  dramatis_filter_toggle_actor (filter, "japan");
  g_assert_cmpuint (count_marks (fixture, dramatis_session_get_colour (fixture->session, "japan"), &first), ==,
                    dramatis_session_get_matches (fixture->session)->len);
  dramatis_filter_clear (filter);
  dramatis_filter_toggle_actor (filter, "india");
  g_assert_cmpuint (count_marks (fixture, dramatis_session_get_colour (fixture->session, "india"), &first), ==, 1);
  g_assert_cmpuint (dramatis_scroll_marks_get_at (DRAMATIS_SCROLL_MARKS (fixture->widget), 3), ==, 3);

  /* or of all, if it is dimmed */
  dramatis_session_set_dimming (fixture->session, TRUE);
  g_assert_cmpuint (count_marks (fixture, dramatis_session_get_colour (fixture->session, "india"), &first), ==, 1);
  g_assert_cmpuint (first, >, 60);
  g_assert_cmpuint (dramatis_scroll_marks_get_at (DRAMATIS_SCROLL_MARKS (fixture->widget), 3), ==, 0);
  g_assert_cmpuint (dramatis_scroll_marks_get_at (DRAMATIS_SCROLL_MARKS (fixture->widget), 1e6), ==, 3);
}

static void
add_tests (void)
{
  g_test_add ("/scroll-marks/marks", Fixture, dramatis_scroll_marks_new, fixture_set_up, test_marks, fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  return fixture_run (argc, argv, add_tests);
}
