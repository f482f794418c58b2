/* test-timeline-pointer.c: the timeline under the pointer, fingers and the wheel
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "dramatis-timeline-item.h"
#include "dramatis-timeline-overview.h"
#include "dramatis-timeline-panel.h"
#include "fixture-window.h"

static gpointer
find_controller (gpointer widget,
                 GType    type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }

  g_assert_not_reached ();
}

static void
point_at (DramatisTimeline *timeline,
          double            x,
          double            y)
{
  g_signal_emit_by_name (find_controller (timeline, GTK_TYPE_EVENT_CONTROLLER_MOTION), "motion", x, y);
}

static double
get_length (DramatisTimeAxis *axis)
{
  return dramatis_time_axis_get_end (axis) - dramatis_time_axis_get_start (axis);
}

/* What lies where the text runs to stays where it is too. */
static double
get_time (DramatisTimeline *timeline,
          double            x)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (timeline)) == GTK_TEXT_DIR_RTL;

  return dramatis_time_axis_x_to_time (dramatis_timeline_get_axis (timeline),
                                       rtl ? gtk_widget_get_width (GTK_WIDGET (timeline)) - x : x);
}

/* The scale of a gesture is what it was from its beginning on. */
static void
test_pinch (Fixture       *fixture,
            gconstpointer  data)
{
  static const double scales[] = { 1.5, 2, 3, 2 };
  DramatisTimeline *timeline = fixture_child (fixture, "timeline");
  DramatisTimeAxis *axis = dramatis_timeline_get_axis (timeline);
  GtkGesture *pinch = find_controller (timeline, GTK_TYPE_GESTURE_ZOOM);
  double x = gtk_widget_get_width (GTK_WIDGET (timeline)) / 3.0, time = get_time (timeline, x);

  point_at (timeline, x, 5);
  for (guint turn = 0; turn < 2; turn++)
    {
      double length = get_length (axis);

      g_signal_emit_by_name (pinch, "begin", NULL);
      for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
        {
          g_signal_emit_by_name (pinch, "scale-changed", scales[i]);
          g_assert_cmpfloat_with_epsilon (get_length (axis), length / scales[i], 1e-6 * length);
          g_assert_cmpfloat_with_epsilon (get_time (timeline, x), time, 1e-6 * length);
        }
      g_signal_emit_by_name (pinch, "end", NULL);
    }
}

static void
test_wheel (Fixture       *fixture,
            gconstpointer  data)
{
  DramatisTimeline *timeline = fixture_child (fixture, "timeline");
  DramatisTimeAxis *axis = dramatis_timeline_get_axis (timeline);
  GtkEventController *scroll = find_controller (timeline, GTK_TYPE_EVENT_CONTROLLER_SCROLL);
  double start = dramatis_time_axis_get_start (axis), length = get_length (axis) / 4, after;
  gboolean handled;

  dramatis_time_axis_set_visible (axis, start + length, start + 2 * length);
  g_signal_emit_by_name (scroll, "scroll", 0.0, 1.0, &handled);
  g_assert_true (handled);
  after = dramatis_time_axis_get_start (axis);
  g_assert_cmpfloat (after, >, start + length);
  g_assert_cmpfloat_with_epsilon (get_length (axis), length, 1e-6);
  g_signal_emit_by_name (scroll, "scroll", 0.0, -1.0, &handled);
  g_assert_cmpfloat_with_epsilon (dramatis_time_axis_get_start (axis), start + length, 1e-6);

  /* Sideways the view follows the fingers, wherever time begins. */
  after = get_time (timeline, 10);
  g_signal_emit_by_name (scroll, "scroll", 1.0, 0.0, &handled);
  if (gtk_widget_get_direction (GTK_WIDGET (timeline)) == GTK_TEXT_DIR_RTL)
    g_assert_cmpfloat (get_time (timeline, 10), <, after);
  else
    g_assert_cmpfloat (get_time (timeline, 10), >, after);
}

static GtkWidget *
find_item (DramatisTimeline *timeline,
           const char       *title)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (timeline));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (DRAMATIS_IS_TIMELINE_ITEM (child)
          && g_str_equal (dramatis_event_get_title (dramatis_timeline_item_get_event (DRAMATIS_TIMELINE_ITEM (child))), title))
        return child;
    }

  g_assert_not_reached ();
}

static void
get_middle (DramatisTimeline *timeline,
            const char       *title,
            double           *x,
            double           *y)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (find_item (timeline, title), GTK_WIDGET (timeline), &bounds));
  *x = bounds.origin.x + bounds.size.width / 2;
  *y = bounds.origin.y + bounds.size.height / 2;
}

/* What is pointed at is lit, and no longer than that; then what has the focus. */
static void
test_hover (Fixture       *fixture,
            gconstpointer  data)
{
  DramatisTimeline *timeline = fixture_child (fixture, "timeline");
  GtkEventController *motion = find_controller (timeline, GTK_TYPE_EVENT_CONTROLLER_MOTION);
  DramatisEvent *acts = dramatis_dossier_lookup (fixture->dossier, "e3");
  DramatisEvent *arms = dramatis_dossier_lookup (fixture->dossier, "e2");
  double x, y;

  get_middle (timeline, "India acts", &x, &y);
  point_at (timeline, x, y);
  g_assert_true (dramatis_session_get_event (fixture->session) == acts);
  g_assert_true (gtk_widget_has_css_class (find_item (timeline, "India acts"), "pointed"));
  point_at (timeline, gtk_widget_get_width (GTK_WIDGET (timeline)) / 2.0, 1);
  g_assert_null (dramatis_session_get_event (fixture->session));

  gtk_widget_grab_focus (find_item (timeline, "Japan arms"));
  point_at (timeline, x, y);
  g_assert_true (dramatis_session_get_event (fixture->session) == acts);
  g_signal_emit_by_name (motion, "leave");
  g_assert_true (dramatis_session_get_event (fixture->session) == arms);

  /* What another view has lit since is not the timeline's to put out. */
  point_at (timeline, x, y);
  dramatis_session_set_event (fixture->session, arms);
  g_signal_emit_by_name (motion, "leave");
  g_assert_true (dramatis_session_get_event (fixture->session) == arms);
}

static void
press (DramatisTimeline *timeline,
       guint             keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (timeline));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; G_IS_LIST_MODEL (controller) && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger)
              && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval
              && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == 0)
            {
              g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, GTK_WIDGET (timeline),
                                                           gtk_shortcut_get_arguments (shortcut)));
              return;
            }
        }
    }

  g_assert_not_reached ();
}

/* Time runs in the direction of the text: marks, arrow keys, the overview. */
static void
test_direction (Fixture       *fixture,
                gconstpointer  data)
{
  DramatisTimeline *timeline = fixture_child (fixture, "timeline");
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (timeline)) == GTK_TEXT_DIR_RTL;
  double first_x, last_x, y;

  get_middle (timeline, "India acts", &first_x, &y);
  get_middle (timeline, "Japan arms", &last_x, &y);
  g_assert_true (rtl ? last_x < first_x : first_x < last_x);

  gtk_widget_activate_action (GTK_WIDGET (timeline), "timeline.first", NULL);
  press (timeline, rtl ? GDK_KEY_Left : GDK_KEY_Right);
  g_assert_true (gtk_widget_has_focus (find_item (timeline, "Japan meets China")));
  press (timeline, rtl ? GDK_KEY_Right : GDK_KEY_Left);
  g_assert_true (gtk_widget_has_focus (find_item (timeline, "India acts")));
}

/* The marked span lies over its days, in the overview too, which is as wide as the timeline and shows as much. */
static void
test_band (Fixture       *fixture,
           gconstpointer  data)
{
  DramatisTimeline *timeline = fixture_child (fixture, "timeline");
  GtkWidget *parents[] = { GTK_WIDGET (timeline), fixture_find (fixture->widget, DRAMATIS_TYPE_TIMELINE_OVERVIEW, 0) };
  g_autoptr (DramatisTime) time = dramatis_time_new ("2013", NULL);
  const DramatisSpan *span = dramatis_time_get_span (time);
  double pixel = get_length (dramatis_timeline_get_axis (timeline)) / gtk_widget_get_width (GTK_WIDGET (timeline));

  dramatis_filter_set_span (dramatis_session_get_filter (fixture->session), span);
  fixture_settle (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (parents); i++)
    {
      graphene_rect_t bounds;
      double left, right;

      g_assert_true (gtk_widget_compute_bounds (fixture_find_css (parents[i], "band"), parents[i], &bounds));
      left = get_time (timeline, bounds.origin.x);
      right = get_time (timeline, bounds.origin.x + bounds.size.width);
      g_assert_cmpfloat_with_epsilon (MIN (left, right), span->start, 2 * pixel);
      g_assert_cmpfloat_with_epsilon (MAX (left, right), span->end, 2 * pixel);
    }
}

static GtkWidget *
create_rtl (void)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);

  return dramatis_timeline_panel_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  fixture_tear_down (fixture, data);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
add_tests (void)
{
  static const struct
  {
    const char *path;
    void      (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "pinch", test_pinch },
    { "wheel", test_wheel },
    { "hover", test_hover },
    { "direction", test_direction },
    { "band", test_band },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/timeline-pointer/", tests[i].path, NULL);
      g_autofree char *rtl_path = g_strconcat (path, "/rtl", NULL);

      g_test_add (path, Fixture, dramatis_timeline_panel_new, fixture_set_up, tests[i].run, tear_down);
      g_test_add (rtl_path, Fixture, create_rtl, fixture_set_up, tests[i].run, tear_down);
    }
}

int
main (int    argc,
      char **argv)
{
  return fixture_run (argc, argv, add_tests);
}
