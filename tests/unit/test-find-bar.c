/* test-find-bar.c: looking for words in the text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-find-bar.h"
#include "fixture-window.h"

static void
assert_hits (Fixture    *fixture,
             const char *text)
{
  fixture_settle (fixture);
  g_assert_cmpstr (gtk_label_get_label (fixture_child (fixture, "hits")), ==, text);
}

/* Opens the bar and types words; Enter does not wait for the entry to notice. */
static void
look_for (Fixture    *fixture,
          const char *text)
{
  dramatis_find_bar_set_active (DRAMATIS_FIND_BAR (fixture->widget), TRUE);
  gtk_editable_set_text (fixture_child (fixture, "entry"), text);
  g_signal_emit_by_name (fixture_child (fixture, "entry"), "activate");
}

static void
test_hits (Fixture       *fixture,
           gconstpointer  data)
{
  look_for (fixture, "in");
  /* Ch-in-a, in 2012; in September; Ch-in-a, In-dia; the actors China and India; what China did, and India */
  assert_hits (fixture, "1 of 9");
  gtk_widget_activate_action (fixture->widget, "find.next", NULL);
  assert_hits (fixture, "2 of 9");
  gtk_widget_activate_action (fixture->widget, "find.previous", NULL);
  gtk_widget_activate_action (fixture->widget, "find.previous", NULL);
  assert_hits (fixture, "9 of 9");

  look_for (fixture, "nowhere");
  assert_hits (fixture, "Not found");
  g_assert_true (gtk_widget_has_css_class (fixture_child (fixture, "entry"), "error"));
  gtk_widget_activate_action (fixture->widget, "find.next", NULL);
  assert_hits (fixture, "Not found");
}

/* A button for each kind tells how many there are, and goes to the first; whole words are fewer. */
static void
test_kinds (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *button;

  look_for (fixture, "in");
  fixture_settle (fixture);
  button = gtk_widget_get_first_child (fixture_child (fixture, "kinds_box"));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "5 in the text");
  button = gtk_widget_get_next_sibling (button);
  g_assert_false (gtk_widget_get_visible (button));
  button = gtk_widget_get_next_sibling (button);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "2 actors");
  g_signal_emit_by_name (button, "clicked");
  assert_hits (fixture, "6 of 9");
  button = gtk_widget_get_next_sibling (button);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "2 events");

  gtk_check_button_set_active (fixture_child (fixture, "whole_words"), TRUE);
  assert_hits (fixture, "1 of 2");
  g_assert_false (gtk_widget_get_visible (button));
}

static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  look_for (fixture, "china");
  g_assert_cmpstr (dramatis_session_get_find_text (fixture->session), ==, "china");
  dramatis_find_bar_set_active (DRAMATIS_FIND_BAR (fixture->widget), FALSE);
  g_assert_cmpstr (dramatis_session_get_find_text (fixture->session), ==, "");
  assert_hits (fixture, "");
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  DramatisFilter *filter = dramatis_session_get_filter (fixture->session);
  GtkCheckButton *filtering = fixture_child (fixture, "filtering");

  look_for (fixture, "china");
  g_assert_true (dramatis_filter_is_empty (filter));
  gtk_check_button_set_active (filtering, TRUE);
  g_assert_cmpstr (dramatis_filter_get_text (filter), ==, "china");
  look_for (fixture, "japan");
  g_assert_cmpstr (dramatis_filter_get_text (filter), ==, "japan");
  assert_hits (fixture, "1 of 6");

  /* Closing leaves the filter, opening finds its words again. */
  dramatis_find_bar_set_active (DRAMATIS_FIND_BAR (fixture->widget), FALSE);
  g_assert_cmpstr (dramatis_filter_get_text (filter), ==, "japan");
  dramatis_find_bar_set_active (DRAMATIS_FIND_BAR (fixture->widget), TRUE);
  g_assert_cmpstr (gtk_editable_get_text (fixture_child (fixture, "entry")), ==, "japan");
  g_assert_true (gtk_check_button_get_active (filtering));

  /* What is taken out of the filter elsewhere is still looked for. */
  dramatis_filter_clear (filter);
  g_assert_false (gtk_check_button_get_active (filtering));
  g_assert_cmpstr (dramatis_session_get_find_text (fixture->session), ==, "japan");

  gtk_check_button_set_active (filtering, TRUE);
  gtk_check_button_set_active (filtering, FALSE);
  g_assert_true (dramatis_filter_is_empty (filter));
}

/* What it asks for is enough for all of it, whatever the width. */
static void
test_width (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *last = fixture_child (fixture, "filtering");

  look_for (fixture, "in");
  for (int width = 300; width <= 1300; width += 7)
    {
      graphene_rect_t bounds;
      int minimum, height;

      gtk_widget_measure (fixture->widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gtk_widget_measure (fixture->widget, GTK_ORIENTATION_VERTICAL, MAX (minimum, width), &height, NULL, NULL, NULL);
      gtk_widget_size_allocate (fixture->widget, &(GtkAllocation) { 0, 0, MAX (minimum, width), height }, -1);
      g_assert_true (gtk_widget_compute_bounds (last, fixture->widget, &bounds));
      g_test_message ("%d: %d, %f", width, height, bounds.origin.y + bounds.size.height);
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, height);
    }
}

static void
add_tests (void)
{
#define ADD(path, func) \
  g_test_add (path, Fixture, dramatis_find_bar_new, fixture_set_up, func, fixture_tear_down)
  ADD ("/find-bar/hits", test_hits);
  ADD ("/find-bar/kinds", test_kinds);
  ADD ("/find-bar/close", test_close);
  ADD ("/find-bar/filter", test_filter);
  ADD ("/find-bar/width", test_width);
}

int
main (int    argc,
      char **argv)
{
  return fixture_run (argc, argv, add_tests);
}
