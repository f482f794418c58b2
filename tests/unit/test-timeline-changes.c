/* test-timeline-changes.c: the timeline and the list of events while events, span and view change
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-event-list.h"
#include "dramatis-timeline-overview.h"
#include "dramatis-timeline-panel.h"
#include "dramatis-timeline-private.h"
#include "fixture-window.h"

/* As many frames as a change of the events takes to be seen */
static void
settle (Fixture *fixture)
{
  fixture_settle (fixture);
  fixture_settle (fixture);
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture_child (fixture, "timeline"), action, NULL));
  settle (fixture);
}

static void
zoom (Fixture *fixture,
      int      day,
      double   factor)
{
  dramatis_timeline_zoom (fixture_child (fixture, "timeline"), day + 0.5, factor);
  settle (fixture);
}

static GtkWidget *
get_item (Fixture    *fixture,
          const char *id)
{
  DramatisTimeline *timeline = fixture_child (fixture, "timeline");

  return g_hash_table_lookup (timeline->items, dramatis_dossier_lookup (fixture->dossier, id));
}

static void
mark (Fixture    *fixture,
      const char *edtf)
{
  g_autoptr (DramatisTime) time = dramatis_time_new (edtf, NULL);

  dramatis_filter_set_span (dramatis_session_get_filter (fixture->session), dramatis_time_get_span (time));
}

static void
assert_marked (Fixture    *fixture,
               const char *first,
               const char *after)
{
  const DramatisSpan *span = dramatis_filter_get_span (dramatis_session_get_filter (fixture->session));
  g_autofree char *start = NULL, *end = NULL;

  g_assert_nonnull (span);
  start = dramatis_day_to_edtf (span->start);
  end = dramatis_day_to_edtf (span->end);
  g_assert_cmpstr (start, ==, first);
  g_assert_cmpstr (end, ==, after);
}

static gboolean
has_focus_inside (Fixture   *fixture,
                  GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static void
test_undated_event_is_lit (Fixture       *fixture,
                           gconstpointer  data)
{
  gtk_toggle_button_set_active (fixture_child (fixture, "show_list"), TRUE);
  settle (fixture);
  dramatis_session_set_event (fixture->session, dramatis_dossier_lookup (fixture->dossier, "e4"));
  settle (fixture);
  g_assert_true (gtk_widget_get_mapped (fixture_child (fixture, "list")));
}

/* Until the timeline follows, the item of an event without a time may be drawn again, or the span be another. */
static void
test_time_is_lost (Fixture       *fixture,
                   gconstpointer  data)
{
  activate (fixture, "timeline.first");
  dramatis_dossier_edit (fixture->dossier, "", dramatis_dossier_lookup (fixture->dossier, "e3"), "time", NULL, NULL);
  mark (fixture, "2011/2013");
  gtk_widget_queue_draw (get_item (fixture, "e3"));
  fixture_wait_frames (fixture->window, 1);
  settle (fixture);
  g_assert_null (get_item (fixture, "e3"));
}

static void
test_remove_is_repeated (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkWidget *timeline = fixture_child (fixture, "timeline");
  DramatisEvent *event = dramatis_dossier_lookup (fixture->dossier, "e3");

  dramatis_dossier_set_status (fixture->dossier, event, DRAMATIS_STATUS_SUGGESTED);
  settle (fixture);
  activate (fixture, "timeline.first");
  gtk_widget_activate_action (timeline, "timeline.remove", NULL);
  fixture_wait_frames (fixture->window, 1);
  gtk_widget_activate_action (timeline, "timeline.remove", NULL);
  settle (fixture);
  g_assert_true (dramatis_dossier_lookup (fixture->dossier, "e3") == event);
  g_assert_cmpint (dramatis_event_get_status (event), ==, DRAMATIS_STATUS_REJECTED);
}

static void
test_focus_stays (Fixture       *fixture,
                  gconstpointer  data)
{
  DramatisTimeline *timeline = fixture_child (fixture, "timeline");

  activate (fixture, "timeline.first");
  zoom (fixture, dramatis_day_new (1977, 6, 30), 40);
  dramatis_time_axis_pan (timeline->axis, 2000);
  settle (fixture);
  g_assert_true (gtk_widget_has_focus (get_item (fixture, "e3")));

  mark (fixture, "2012-03/2012-05");
  activate (fixture, "timeline.fit-filter");
  g_assert_true (gtk_widget_has_focus (get_item (fixture, "e3")));
}

/* Pixels from the start of the view, of a mark whose title still reaches into it and of one that is too far away */
static void
test_marks_before_the_view (Fixture       *fixture,
                            gconstpointer  data)
{
  static const struct
  {
    double   x;
    gboolean seen;
  } cases[] = { { 5, TRUE }, { -8, TRUE }, { -40, TRUE }, { -100, FALSE }, { -340, FALSE }, { -2000, FALSE } };
  DramatisTimeline *timeline = fixture_child (fixture, "timeline");
  GtkWidget *item = get_item (fixture, "e3");
  const double day = dramatis_day_new (1977, 6, 30) + 0.5, length = 1000;
  double scale = dramatis_time_axis_get_width (timeline->axis) / length;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const DramatisItemShape *shape = dramatis_timeline_item_get_shape (DRAMATIS_TIMELINE_ITEM (item));
      double start = day - cases[i].x / scale;

      dramatis_time_axis_set_extent (timeline->axis, day - 10 * length, day + 20 * length);
      dramatis_time_axis_set_visible (timeline->axis, start, start + length);
      settle (fixture);
      g_test_message ("%g: label from %d to %d", cases[i].x, shape->x + shape->label_x,
                      shape->x + shape->label_x + shape->label_width);
      g_assert_cmpint (gtk_widget_get_child_visible (item), ==, cases[i].seen);
      if (cases[i].seen)
        g_assert_cmpfloat_with_epsilon (shape->x + shape->mark_x + shape->mark_width / 2.0, cases[i].x, 1.5);
    }
}

static void
test_event_leaves_the_span (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (DramatisTime) other = dramatis_time_new ("1990", NULL);

  mark (fixture, "2011/2013");
  settle (fixture);
  g_assert_false (gtk_widget_has_css_class (get_item (fixture, "e1"), "dimmed"));
  dramatis_dossier_edit (fixture->dossier, "", dramatis_dossier_lookup (fixture->dossier, "e1"), "time", other, NULL);
  settle (fixture);
  g_assert_true (gtk_widget_has_css_class (get_item (fixture, "e1"), "dimmed"));
}

static void
test_span_begins_anew (Fixture       *fixture,
                       gconstpointer  data)
{
  activate (fixture, "timeline.first");
  activate (fixture, "timeline.mark-later");
  assert_marked (fixture, "1977-06-30", "1978-01-01");
  activate (fixture, "timeline.next");
  activate (fixture, "timeline.mark-later");
  assert_marked (fixture, "2012-01-01", "2013-07-01");
}

static void
test_extent_grows (Fixture       *fixture,
                   gconstpointer  data)
{
  DramatisTimeline *timeline = fixture_child (fixture, "timeline");
  GtkWidget *overview = fixture_find (fixture->widget, DRAMATIS_TYPE_TIMELINE_OVERVIEW, 0);
  static const char * const years[] = { "1500", "2300" };
  graphene_rect_t bounds;
  double first, last;

  mark (fixture, "2011/2013");
  settle (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (DramatisTime) time = dramatis_time_new (years[i], NULL);
      g_autoptr (DramatisEvent) event = dramatis_event_new (years[i], years[i], time);

      dramatis_dossier_add (fixture->dossier, event);
    }
  settle (fixture);

  dramatis_time_axis_get_extent (timeline->axis, &first, &last);
  g_assert_true (gtk_widget_compute_bounds (fixture_find_css (overview, "band"), overview, &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.origin.x, (dramatis_day_new (2011, 1, 1) - first) / (last - first)
                                                   * gtk_widget_get_width (overview), 1.5);
  g_assert_cmpfloat (gtk_adjustment_get_upper (gtk_range_get_adjustment (GTK_RANGE (timeline->ends[1]))), >,
                     dramatis_day_new (2300, 1, 1));
}

static void
test_span_outside_of_the_extent (Fixture       *fixture,
                                 gconstpointer  data)
{
  DramatisTimeline *timeline = fixture_child (fixture, "timeline");
  double start = dramatis_time_axis_get_start (timeline->axis), end = dramatis_time_axis_get_end (timeline->axis);

  mark (fixture, "1800/1850");
  activate (fixture, "timeline.fit-filter");
  g_assert_cmpfloat (dramatis_time_axis_get_start (timeline->axis), ==, start);
  g_assert_cmpfloat (dramatis_time_axis_get_end (timeline->axis), ==, end);
}

static void
test_span_comes_into_view (Fixture       *fixture,
                           gconstpointer  data)
{
  DramatisTimeline *timeline = fixture_child (fixture, "timeline");

  zoom (fixture, dramatis_day_new (2014, 9, 15), 40);
  mark (fixture, "1980");
  settle (fixture);
  g_assert_cmpfloat (dramatis_time_axis_get_start (timeline->axis), <, dramatis_day_new (1980, 1, 1));
  g_assert_cmpfloat (dramatis_time_axis_get_end (timeline->axis), >, dramatis_day_new (1981, 1, 1));
}

static void
test_zoom_ends_in_place (Fixture       *fixture,
                         gconstpointer  data)
{
  DramatisTimeline *timeline = fixture_child (fixture, "timeline");
  double start;

  activate (fixture, "timeline.last");
  zoom (fixture, dramatis_day_new (2014, 9, 15), 1e6);
  dramatis_time_axis_pan (timeline->axis, -200);
  settle (fixture);
  start = dramatis_time_axis_get_start (timeline->axis);
  activate (fixture, "timeline.zoom-in");
  g_assert_cmpfloat_with_epsilon (dramatis_time_axis_get_start (timeline->axis), start, 1e-6);
}

/* Assistive technology may ask for an event that is out of sight. */
static void
test_details_out_of_sight (Fixture       *fixture,
                           gconstpointer  data)
{
  DramatisTimeline *timeline = fixture_child (fixture, "timeline");
  GtkWidget *item = get_item (fixture, "e3");
  const DramatisItemShape *shape = dramatis_timeline_item_get_shape (DRAMATIS_TIMELINE_ITEM (item));
  GdkRectangle pointing;

  activate (fixture, "timeline.last");
  zoom (fixture, dramatis_day_new (2014, 9, 15), 40);
  g_assert_cmpfloat (dramatis_time_axis_get_start (timeline->axis), >, dramatis_day_new (1977, 6, 30));
  gtk_widget_activate_action (item, "event.details", NULL);
  settle (fixture);
  g_assert_cmpfloat (dramatis_time_axis_get_start (timeline->axis), <, dramatis_day_new (1977, 6, 30));
  g_assert_true (gtk_widget_get_child_visible (item));
  g_assert_nonnull (timeline->popover);
  g_assert_true (gtk_popover_get_pointing_to (GTK_POPOVER (timeline->popover), &pointing));
  g_assert_cmpint (pointing.x, ==, shape->x + shape->mark_x);
  gtk_popover_popdown (GTK_POPOVER (timeline->popover));
  settle (fixture);
}

static void
test_list_keeps_the_focus (Fixture       *fixture,
                           gconstpointer  data)
{
  GtkWidget *list = fixture_child (fixture, "list"), *popover;

  gtk_toggle_button_set_active (fixture_child (fixture, "show_list"), TRUE);
  settle (fixture);
  dramatis_session_set_event (fixture->session, dramatis_dossier_lookup (fixture->dossier, "e1"));
  settle (fixture);
  gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD);
  g_assert_true (has_focus_inside (fixture, list));

  g_assert_true (gtk_widget_activate_action (list, "events.details", NULL));
  settle (fixture);
  popover = gtk_widget_get_last_child (list);
  g_assert_true (GTK_IS_POPOVER (popover) && gtk_widget_get_mapped (popover));
  gtk_popover_popdown (GTK_POPOVER (popover));
  settle (fixture);
  g_assert_true (has_focus_inside (fixture, list));
}

static void
test_session_goes (Fixture       *fixture,
                   gconstpointer  data)
{
  DramatisTimeline *timeline = fixture_child (fixture, "timeline");

  dramatis_timeline_set_lanes (timeline, DRAMATIS_LANES_ACTORS);
  settle (fixture);
  dramatis_timeline_set_session (timeline, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (timeline));
  settle (fixture);
  g_assert_cmpuint (dramatis_timeline_get_n_lanes (timeline), ==, 0);
}

static void
add_tests (void)
{
  static const struct
  {
    const char *path;
    void      (*test) (Fixture *, gconstpointer);
  } cases[] = {
    { "/timeline/changes/details-out-of-sight", test_details_out_of_sight },
    { "/timeline/changes/event-leaves-the-span", test_event_leaves_the_span },
    { "/timeline/changes/extent-grows", test_extent_grows },
    { "/timeline/changes/focus-stays", test_focus_stays },
    { "/timeline/changes/list-keeps-the-focus", test_list_keeps_the_focus },
    { "/timeline/changes/marks-before-the-view", test_marks_before_the_view },
    { "/timeline/changes/remove-is-repeated", test_remove_is_repeated },
    { "/timeline/changes/session-goes", test_session_goes },
    { "/timeline/changes/span-begins-anew", test_span_begins_anew },
    { "/timeline/changes/span-comes-into-view", test_span_comes_into_view },
    { "/timeline/changes/span-outside-of-the-extent", test_span_outside_of_the_extent },
    { "/timeline/changes/time-is-lost", test_time_is_lost },
    { "/timeline/changes/undated-event-is-lit", test_undated_event_is_lit },
    { "/timeline/changes/zoom-ends-in-place", test_zoom_ends_in_place },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, dramatis_timeline_panel_new, fixture_set_up, cases[i].test, fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  return fixture_run (argc, argv, add_tests);
}
