/* test-timeline.c: the timeline in a window
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-event-editor.h"
#include "dramatis-timeline-item.h"
#include "dramatis-timeline-panel.h"
#include "dramatis-timeline-popover.h"
#include "fixture-dossier.h"
#include "fixture-frames.h"

typedef struct
{
  DramatisDossier  *dossier;
  DramatisSession  *session;
  GtkWidget        *window;
  DramatisTimeline *timeline;
} Fixture;

/* Some frames; without animations everything is where it will be after that. */
static void
settle (Fixture *fixture)
{
  fixture_wait_frames (fixture->window, 4);
}

static void
set_up_dossier (Fixture         *fixture,
                DramatisDossier *dossier,
                int              width,
                int              height)
{
  GtkWidget *panel = dramatis_timeline_panel_new ();

  fixture->dossier = dossier;
  fixture->session = dramatis_session_new (dossier);
  fixture->window = gtk_window_new ();
  fixture->timeline = dramatis_timeline_panel_get_timeline (DRAMATIS_TIMELINE_PANEL (panel));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  gtk_window_set_child (GTK_WINDOW (fixture->window), panel);
  dramatis_timeline_panel_set_session (DRAMATIS_TIMELINE_PANEL (panel), fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle (fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  set_up_dossier (fixture, fixture_dossier_new (), 900, 200);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->dossier);
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), action, NULL));
  settle (fixture);
}

/* The titles of the items in the order in which assistive technology meets them. */
static char *
list_items (Fixture *fixture)
{
  GString *titles = g_string_new (NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->timeline));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!DRAMATIS_IS_TIMELINE_ITEM (child))
        continue;
      g_string_append (titles, dramatis_event_get_title (dramatis_timeline_item_get_event
                                                         (DRAMATIS_TIMELINE_ITEM (child))));
      g_string_append_c (titles, gtk_widget_has_css_class (child, "dimmed") ? '-' : '|');
    }

  return g_string_free (titles, FALSE);
}

#define assert_items(fixture, expected)                        \
  G_STMT_START {                                               \
    g_autofree char *_items = list_items (fixture);            \
    g_assert_cmpstr (_items, ==, expected);                    \
  } G_STMT_END

static const char *
get_focused (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  if (!DRAMATIS_IS_TIMELINE_ITEM (focus))
    return NULL;

  return dramatis_event_get_title (dramatis_timeline_item_get_event (DRAMATIS_TIMELINE_ITEM (focus)));
}

static void
test_items (Fixture       *fixture,
            gconstpointer  data)
{
  const char *actors[] = { "india", NULL };
  GtkWidget *item;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->timeline), GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->timeline), GTK_ACCESSIBLE_PROPERTY_LABEL, "Timeline");
  assert_items (fixture, "India acts|Japan meets China|Japan arms|");

  activate (fixture, "timeline.last");
  item = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Japan arms, September 2014, 3 of 3, Japan, China");

  dramatis_filter_set_actors (dramatis_session_get_filter (fixture->session), actors);
  settle (fixture);
  assert_items (fixture, "India acts|");
  dramatis_filter_clear (dramatis_session_get_filter (fixture->session));
  settle (fixture);
  assert_items (fixture, "India acts|Japan meets China|Japan arms|");
}

static void
test_keyboard (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct
  {
    const char *action;
    const char *expected;
  } cases[] = {
    { "timeline.first", "India acts" },
    { "timeline.previous", "India acts" },
    { "timeline.next", "Japan meets China" },
    { "timeline.next", "Japan arms" },
    { "timeline.next", "Japan arms" },
    { "timeline.zoom-in", "Japan arms" },
    { "timeline.zoom-in", "Japan arms" },
    { "timeline.first", "India acts" },
    { "timeline.zoom-fit", "India acts" },
    { "timeline.last", "Japan arms" },
    { "timeline.previous", "Japan meets China" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      activate (fixture, cases[i].action);
      g_assert_cmpstr (get_focused (fixture), ==, cases[i].expected);
    }
}

static void
test_lanes (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *action;
    const char *expected;
  } cases[] = {
    { "timeline.first", "India acts" },
    { "timeline.down", "India acts" },
    { "timeline.up", "Japan meets China" },
    { "timeline.next", "Japan arms" },
    { "timeline.down", "India acts" },
  };
  int y, height;

  dramatis_timeline_set_lanes (fixture->timeline, DRAMATIS_LANES_ACTORS);
  settle (fixture);
  g_assert_cmpuint (dramatis_timeline_get_n_lanes (fixture->timeline), ==, 2);
  g_assert_cmpstr (dramatis_timeline_locate_lane (fixture->timeline, 0, &y, &height), ==, "Japan");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      activate (fixture, cases[i].action);
      g_assert_cmpstr (get_focused (fixture), ==, cases[i].expected);
    }
  assert_items (fixture, "India acts|Japan meets China|Japan arms|");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), "timeline.fit-lane", "u", 0));
  settle (fixture);
  g_assert_cmpfloat (dramatis_time_axis_get_start (dramatis_timeline_get_axis (fixture->timeline)), >,
                     dramatis_day_new (2011, 1, 1));
}

static void
test_tab (Fixture       *fixture,
          gconstpointer  data)
{
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->timeline), GTK_DIR_TAB_FORWARD));
  g_assert_cmpstr (get_focused (fixture), ==, "India acts");
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture->timeline), GTK_DIR_TAB_FORWARD));
}

static void
test_zoom (Fixture       *fixture,
           gconstpointer  data)
{
  DramatisTimeAxis *axis = dramatis_timeline_get_axis (fixture->timeline);
  double start = dramatis_time_axis_get_start (axis), end = dramatis_time_axis_get_end (axis);

  g_assert_true (dramatis_time_axis_is_fit (axis));
  activate (fixture, "timeline.zoom-in");
  g_assert_cmpfloat_with_epsilon (dramatis_time_axis_get_end (axis) - dramatis_time_axis_get_start (axis),
                                  (end - start) / 1.6, 1);
  activate (fixture, "timeline.zoom-out");
  g_assert_true (dramatis_time_axis_is_fit (axis));

  /* What lies outside of the view is moved into it with the focus. */
  activate (fixture, "timeline.last");
  for (guint i = 0; i < 8; i++)
    activate (fixture, "timeline.zoom-in");
  activate (fixture, "timeline.first");
  g_assert_cmpfloat (dramatis_time_axis_get_start (axis), <=, dramatis_day_new (1977, 6, 30));
  g_assert_cmpfloat (dramatis_time_axis_get_end (axis), >, dramatis_day_new (1977, 6, 30));
}

/* What is visible begins and ends a little before and after a span. */
static void
assert_fits (Fixture *fixture,
             int      from_year,
             int      to_year)
{
  DramatisTimeAxis *axis = dramatis_timeline_get_axis (fixture->timeline);
  double start = dramatis_day_new (from_year, 1, 1), end = dramatis_day_new (to_year, 1, 1);
  double margin = (end - start) * 0.1 + 20;

  g_assert_cmpfloat_with_epsilon (dramatis_time_axis_get_start (axis), start - margin / 2, margin / 2);
  g_assert_cmpfloat_with_epsilon (dramatis_time_axis_get_end (axis), end + margin / 2, margin / 2);
}

static void
test_fit_filter (Fixture       *fixture,
                 gconstpointer  data)
{
  DramatisFilter *filter = dramatis_session_get_filter (fixture->session);
  const DramatisSpan years = { dramatis_day_new (1990, 1, 1), dramatis_day_new (2000, 1, 1) };
  const char *actors[] = { "japan", NULL };

  dramatis_filter_set_span (filter, &years);
  activate (fixture, "timeline.fit-filter");
  assert_fits (fixture, 1990, 2000);

  dramatis_filter_clear (filter);
  activate (fixture, "timeline.fit-filter");
  g_assert_true (dramatis_time_axis_is_fit (dramatis_timeline_get_axis (fixture->timeline)));

  dramatis_filter_set_actors (filter, actors);
  settle (fixture);
  activate (fixture, "timeline.fit-filter");
  g_assert_cmpfloat (dramatis_time_axis_get_start (dramatis_timeline_get_axis (fixture->timeline)), >,
                     dramatis_day_new (2011, 1, 1));
}

static void
assert_span (Fixture *fixture,
             int      from_year,
             int      from_month,
             int      to_year,
             int      to_month)
{
  const DramatisSpan *span = dramatis_filter_get_span (dramatis_session_get_filter (fixture->session));

  g_assert_nonnull (span);
  g_assert_cmpint (span->start, ==, dramatis_day_new (from_year, from_month, 1));
  g_assert_cmpint (span->end, ==, dramatis_day_new (to_year, to_month, 1));
}

static void
test_mark (Fixture       *fixture,
           gconstpointer  data)
{
  activate (fixture, "timeline.first");
  activate (fixture, "timeline.next");
  activate (fixture, "timeline.mark-span");
  assert_span (fixture, 2012, 1, 2013, 1);
  assert_items (fixture, "India acts-Japan meets China|Japan arms-");

  /* The finest divisions of 37 years in 900 pixels are halves of years. */
  for (guint i = 0; i < 4; i++)
    activate (fixture, "timeline.mark-later");
  assert_span (fixture, 2012, 1, 2015, 1);
  assert_items (fixture, "India acts-Japan meets China|Japan arms|");
  activate (fixture, "timeline.mark-earlier");
  assert_span (fixture, 2012, 1, 2014, 7);
  for (guint i = 0; i < 4; i++)
    activate (fixture, "timeline.mark-earlier");
  assert_span (fixture, 2011, 7, 2013, 1);

  activate (fixture, "timeline.clear-span");
  g_assert_null (dramatis_filter_get_span (dramatis_session_get_filter (fixture->session)));
  assert_items (fixture, "India acts|Japan meets China|Japan arms|");
}

/* The ends of the span are scales: by keys they go along the divisions of the ruler, and set as a whole by days. */
static void
test_ends (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *timeline = GTK_WIDGET (fixture->timeline);
  GtkWidget *last = gtk_widget_get_last_child (timeline), *first = gtk_widget_get_prev_sibling (last);
  gboolean handled;

  g_assert_false (gtk_widget_get_visible (first));
  activate (fixture, "timeline.first");
  activate (fixture, "timeline.next");
  activate (fixture, "timeline.mark-span");
  assert_span (fixture, 2012, 1, 2013, 1);
  g_assert_true (gtk_widget_get_visible (first));
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (first)), ==, dramatis_day_new (2012, 1, 1));
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (last)), ==, dramatis_day_new (2012, 12, 31));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (last), GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (last), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "31 December 2012");

  g_assert_true (gtk_widget_child_focus (timeline, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == first);
  g_assert_true (gtk_widget_child_focus (timeline, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == last);
  g_assert_false (gtk_widget_child_focus (timeline, GTK_DIR_TAB_FORWARD));

  g_signal_emit_by_name (last, "change-value", GTK_SCROLL_STEP_RIGHT, gtk_range_get_value (GTK_RANGE (last)) + 1,
                         &handled);
  assert_span (fixture, 2012, 1, 2013, 7);
  g_signal_emit_by_name (first, "change-value", GTK_SCROLL_STEP_LEFT, gtk_range_get_value (GTK_RANGE (first)) - 1,
                         &handled);
  assert_span (fixture, 2011, 7, 2013, 7);
  gtk_range_set_value (GTK_RANGE (first), dramatis_day_new (2010, 1, 1));
  assert_span (fixture, 2010, 1, 2013, 7);

  g_assert_true (gtk_widget_child_focus (timeline, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_child_focus (timeline, GTK_DIR_TAB_BACKWARD));
  g_assert_cmpstr (get_focused (fixture), ==, "Japan meets China");
  activate (fixture, "timeline.clear-span");
  g_assert_false (gtk_widget_get_visible (first));
}

static void
reveal_cb (DramatisSession *session,
           guint            position,
           DramatisRange   *range,
           guint           *revealed)
{
  g_assert_nonnull (range);
  *revealed = position;
}

static void
test_activate (Fixture       *fixture,
               gconstpointer  data)
{
  guint revealed = G_MAXUINT;

  g_signal_connect (fixture->session, "reveal", G_CALLBACK (reveal_cb), &revealed);
  activate (fixture, "timeline.first");
  activate (fixture, "timeline.activate");
  g_assert_cmpuint (revealed, ==, 3);
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  DramatisHistory *history = dramatis_dossier_get_history (fixture->dossier);
  DramatisEvent *event = dramatis_dossier_lookup (fixture->dossier, "e1");

  activate (fixture, "timeline.first");
  activate (fixture, "timeline.remove");
  assert_items (fixture, "Japan meets China|Japan arms|");
  g_assert_null (dramatis_dossier_lookup (fixture->dossier, "e3"));
  g_assert_cmpstr (get_focused (fixture), ==, "Japan meets China");

  /* What was only suggested is kept, so that it is not suggested again. */
  g_object_set (event, "status", DRAMATIS_STATUS_SUGGESTED, NULL);
  activate (fixture, "timeline.remove");
  assert_items (fixture, "Japan arms|");
  g_assert_cmpint (dramatis_event_get_status (event), ==, DRAMATIS_STATUS_REJECTED);

  dramatis_history_undo (history);
  dramatis_history_undo (history);
  settle (fixture);
  assert_items (fixture, "India acts|Japan meets China|Japan arms|");
}

static GtkWidget *
find_popover (Fixture *fixture)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->timeline));

  while (child != NULL && !DRAMATIS_IS_TIMELINE_POPOVER (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static void
test_details (Fixture       *fixture,
              gconstpointer  data)
{
  DramatisEvent *event = dramatis_dossier_lookup (fixture->dossier, "e3");
  GtkWidget *popover;

  g_object_set (event, "status", DRAMATIS_STATUS_SUGGESTED, NULL);
  activate (fixture, "timeline.first");
  activate (fixture, "timeline.details");
  popover = find_popover (fixture);
  g_assert_nonnull (popover);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, "India acts");

  g_assert_true (gtk_widget_activate_action (popover, "event.confirm", NULL));
  /* it goes when nothing else is to be done, which on a busy machine may take some frames */
  for (guint i = 0; i < 100 && find_popover (fixture) != NULL; i++)
    settle (fixture);
  g_assert_cmpint (dramatis_event_get_status (event), ==, DRAMATIS_STATUS_CONFIRMED);
  g_assert_null (find_popover (fixture));
  g_assert_cmpstr (get_focused (fixture), ==, "India acts");

  /* The last one goes with the timeline. */
  activate (fixture, "timeline.details");
  g_assert_nonnull (find_popover (fixture));
}

/* The rows of the form in which something is written, in order. */
static void
find_entries (GtkWidget *widget,
              GPtrArray *entries)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (ADW_IS_ENTRY_ROW (child))
        g_ptr_array_add (entries, child);
      else
        find_entries (child, entries);
    }
}

static void
test_editor (Fixture       *fixture,
             gconstpointer  data)
{
  DramatisEvent *event = dramatis_dossier_lookup (fixture->dossier, "e1");
  GtkWidget *editor = dramatis_event_editor_new (fixture->session, event, NULL);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  gtk_window_present (GTK_WINDOW (editor));
  settle (fixture);
  find_entries (editor, entries);
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (editor)), entries->pdata[0]));
  g_assert_cmpstr (gtk_editable_get_text (entries->pdata[0]), ==, "Japan meets China");
  g_assert_cmpstr (gtk_editable_get_text (entries->pdata[1]), ==, "2012");

  gtk_editable_set_text (entries->pdata[1], "2012-13-45");
  g_assert_true (gtk_widget_has_css_class (entries->pdata[1], "error"));
  gtk_editable_set_text (entries->pdata[1], "2012-05/2012-06");
  g_assert_false (gtk_widget_has_css_class (entries->pdata[1], "error"));
  gtk_editable_set_text (entries->pdata[0], "Japan and China meet");
  g_assert_true (gtk_widget_activate_action (editor, "editor.save", NULL));
  settle (fixture);

  assert_items (fixture, "India acts|Japan and China meet|Japan arms|");
  g_assert_cmpstr (dramatis_time_get_edtf (dramatis_event_get_time (event)), ==, "2012-05/2012-06");
  g_assert_cmpstr (dramatis_event_get_actors (event)[0], ==, "japan");

  dramatis_history_undo (dramatis_dossier_get_history (fixture->dossier));
  settle (fixture);
  assert_items (fixture, "India acts|Japan meets China|Japan arms|");
}

static void
test_add_from_text (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GPtrArray) words = fixture_anchors_new (fixture->dossier, "q0", 11, 26);
  GtkWidget *editor = dramatis_event_editor_new (fixture->session, NULL, words);
  GListModel *events = dramatis_dossier_get_events (fixture->dossier);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (DramatisEvent) event = NULL;

  gtk_window_present (GTK_WINDOW (editor));
  settle (fixture);
  find_entries (editor, entries);
  gtk_editable_set_text (entries->pdata[1], "1977");
  g_assert_true (gtk_widget_activate_action (editor, "editor.save", NULL));
  settle (fixture);

  event = g_list_model_get_item (events, g_list_model_get_n_items (events) - 1);
  g_assert_cmpstr (dramatis_event_get_title (event), ==, "what India did");
  g_assert_cmpstr (dramatis_event_get_actors (event)[0], ==, "india");
  g_assert_cmpuint (dramatis_event_get_evidence (event)->len, ==, 1);
}

static DramatisDossier *
create_large_dossier (guint n)
{
  DramatisDossier *dossier = dramatis_dossier_new ();
  g_autoptr (GPtrArray) things = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("event-%u", i);
      g_autofree char *edtf = g_strdup_printf ("%d-%02d-%02d", g_rand_int_range (rand, 1900, 2020),
                                               g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29));
      g_autoptr (DramatisTime) time = dramatis_time_new (edtf, NULL);

      g_ptr_array_add (things, dramatis_event_new (id, "Treaty signed in the capital", time));
    }
  dramatis_dossier_add_all (dossier, things);

  return dossier;
}

/* With animations on a zoom takes its time; with animations off it is there at once. */
static void
test_motion (Fixture       *fixture,
             gconstpointer  data)
{
  DramatisTimeAxis *axis = dramatis_timeline_get_axis (fixture->timeline);
  double start = dramatis_time_axis_get_start (axis), end = dramatis_time_axis_get_end (axis);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), "timeline.zoom-in", NULL);
  g_assert_cmpfloat (dramatis_time_axis_get_end (axis) - dramatis_time_axis_get_start (axis), ==, end - start);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), "timeline.zoom-in", NULL);
  g_assert_cmpfloat (dramatis_time_axis_get_end (axis) - dramatis_time_axis_get_start (axis), <, end - start);
}

/* No two items that can be seen overlap, labels included, at any zoom. */
static void
test_no_overlaps (void)
{
  static const guint counts[] = { 1, 20, 300, 4000 };

  for (guint c = 0; c < G_N_ELEMENTS (counts); c++)
    {
      Fixture fixture;

      set_up_dossier (&fixture, create_large_dossier (counts[c]), 480 + 200 * c, 140 + 40 * c);
      for (guint zoom = 0; zoom < 9; zoom++)
        {
          g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
          guint n_items = 0;

          for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture.timeline));
               child != NULL;
               child = gtk_widget_get_next_sibling (child))
            {
              graphene_rect_t bounds, overlap;

              if (!DRAMATIS_IS_TIMELINE_ITEM (child))
                continue;
              n_items++;
              if (!gtk_widget_get_child_visible (child))
                continue;
              g_assert_true (gtk_widget_compute_bounds (child, GTK_WIDGET (fixture.timeline), &bounds));
              for (guint i = 0; i < seen->len; i++)
                g_assert_false (graphene_rect_intersection (&bounds, &g_array_index (seen, graphene_rect_t, i),
                                                            &overlap)
                                && overlap.size.width > 0 && overlap.size.height > 0);
              g_array_append_val (seen, bounds);
            }
          g_assert_cmpuint (seen->len, >, 0);
          g_assert_cmpuint (n_items, <=, 1000);
          if (zoom % 3 == 2)
            dramatis_timeline_set_lanes (fixture.timeline, zoom % 2 == 0 ? DRAMATIS_LANES_ACTORS : DRAMATIS_LANES_TEXT);
          activate (&fixture, "timeline.zoom-in");
        }
      tear_down (&fixture, NULL);
    }
}

static void
test_empty (void)
{
  Fixture fixture;
  g_autoptr (DramatisTime) time = dramatis_time_new ("2014~", NULL);
  g_autoptr (DramatisEvent) event = dramatis_event_new ("e", "Something happens", time);

  set_up_dossier (&fixture, dramatis_dossier_new (), 600, 200);
  assert_items (&fixture, "");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture.timeline)));

  dramatis_dossier_add (fixture.dossier, event);
  settle (&fixture);
  assert_items (&fixture, "Something happens|");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture.timeline)));
  activate (&fixture, "timeline.next");
  g_assert_cmpstr (get_focused (&fixture), ==, "Something happens");

  /* GTK 4.8 never drops its reference to a page that is hidden with the focus in it. */
  gtk_window_set_focus (GTK_WINDOW (fixture.window), NULL);
  dramatis_history_undo (dramatis_dossier_get_history (fixture.dossier));
  settle (&fixture);
  assert_items (&fixture, "");
  tear_down (&fixture, NULL);
}

int
main (int    argc,
      char **argv)
{
  if (!fixture_init (&argc, &argv))
    return 0;

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/timeline/items", test_items);
  ADD ("/timeline/keyboard", test_keyboard);
  ADD ("/timeline/lanes", test_lanes);
  ADD ("/timeline/tab", test_tab);
  ADD ("/timeline/zoom", test_zoom);
  ADD ("/timeline/motion", test_motion);
  ADD ("/timeline/fit-filter", test_fit_filter);
  ADD ("/timeline/mark", test_mark);
  ADD ("/timeline/ends", test_ends);
  ADD ("/timeline/activate", test_activate);
  ADD ("/timeline/remove", test_remove);
  ADD ("/timeline/details", test_details);
  ADD ("/timeline/editor", test_editor);
  ADD ("/timeline/add-from-text", test_add_from_text);
  g_test_add_func ("/timeline/no-overlaps", test_no_overlaps);
  g_test_add_func ("/timeline/empty", test_empty);

  return g_test_run ();
}
