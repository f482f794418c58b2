/* test-filter-bar.c: the filter over the article, part by part
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-filter-bar.h"
#include "fixture-window.h"

/* The chips, and the switch of any and all where it is seen: "Japan, China, any/all" */
static char *
describe_chips (Fixture *fixture)
{
  GString *text = g_string_new (NULL);
  GtkWidget *chip;

  for (chip = gtk_widget_get_first_child (fixture_child (fixture, "chips")); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    {
      GtkWidget *label;

      if (!gtk_widget_get_visible (chip))
        continue;
      if (text->len > 0)
        g_string_append (text, ", ");
      if (!GTK_IS_BUTTON (chip))
        {
          g_string_append (text, "any/all");
          continue;
        }
      label = gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (chip)));
      label = gtk_widget_get_prev_sibling (label);
      g_string_append (text, gtk_label_get_label (GTK_LABEL (label)));
    }

  return g_string_free (text, FALSE);
}

static void
assert_bar (Fixture    *fixture,
            const char *chips,
            const char *count)
{
  g_autofree char *shown = NULL;

  fixture_settle (fixture);
  shown = describe_chips (fixture);
  g_assert_cmpstr (shown, ==, chips);
  g_assert_cmpstr (gtk_label_get_label (fixture_child (fixture, "count")), ==, count);
  g_assert_true (gtk_widget_get_mapped (fixture_child (fixture, "count")));
  g_assert_cmpint (gtk_widget_get_visible (fixture_child (fixture, "clear")), ==, *chips != '\0');
}

static GtkWidget *
get_first_chip (Fixture *fixture)
{
  GtkWidget *chip = gtk_widget_get_first_child (fixture_child (fixture, "chips"));

  return GTK_IS_BUTTON (chip) ? chip : gtk_widget_get_next_sibling (chip);
}

static void
test_parts (Fixture       *fixture,
            gconstpointer  data)
{
  DramatisFilter *filter = dramatis_session_get_filter (fixture->session);
  const DramatisSpan span = { dramatis_day_new (2012, 1, 1), dramatis_day_new (2016, 1, 1) };

  assert_bar (fixture, "", "4 of 4 passages");
  dramatis_filter_set_span (filter, &span);
  assert_bar (fixture, "2012–2015", "2 of 4 passages");
  dramatis_filter_toggle_actor (filter, "japan");
  assert_bar (fixture, "Japan, 2012–2015", "2 of 4 passages");
  dramatis_filter_set_text (filter, "met");
  assert_bar (fixture, "Japan, 2012–2015, “met”", "1 of 4 passages");
  dramatis_filter_toggle_tag (filter, "t1");
  dramatis_filter_toggle_actor (filter, "china");
  assert_bar (fixture, "Japan, China, any/all, 2012–2015, “met”, #arms", "0 of 4 passages");
  dramatis_filter_clear (filter);
  assert_bar (fixture, "", "4 of 4 passages");
}

/* Each chip takes out its own part, and the focus stays in the bar as long as there is one. */
static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *name;
    const char *left;
  } steps[] = {
    { "Remove Japan from the filter", "1977–2014, “china”, #arms" },
    { "Remove 1977–2014 from the filter", "“china”, #arms" },
    { "Remove “china” from the filter", "#arms" },
    { "Remove #arms from the filter", "" },
  };
  DramatisFilter *filter = dramatis_session_get_filter (fixture->session);
  const DramatisSpan span = { dramatis_day_new (1977, 1, 1), dramatis_day_new (2015, 1, 1) };

  dramatis_filter_toggle_actor (filter, "japan");
  dramatis_filter_set_span (filter, &span);
  dramatis_filter_set_text (filter, "china");
  dramatis_filter_toggle_tag (filter, "t1");

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      GtkWidget *chip = get_first_chip (fixture);
      g_autofree char *left = NULL;

      fixture_assert_name (chip, steps[i].name);
      g_assert_true (gtk_widget_grab_focus (chip));
      gtk_widget_activate (chip);
      fixture_settle (fixture);
      /* A button says that it was clicked a moment after it was activated. */
      while (get_first_chip (fixture) == chip)
        g_main_context_iteration (NULL, TRUE);

      left = describe_chips (fixture);
      g_assert_cmpstr (left, ==, steps[i].left);
      if (*left != '\0')
        g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), fixture->widget));
    }
  g_assert_true (dramatis_filter_is_empty (filter));
}

static void
test_match (Fixture       *fixture,
            gconstpointer  data)
{
  DramatisFilter *filter = dramatis_session_get_filter (fixture->session);

  dramatis_filter_toggle_actor (filter, "japan");
  dramatis_filter_toggle_actor (filter, "china");
  assert_bar (fixture, "Japan, China, any/all", "3 of 4 passages");

  gtk_toggle_button_set_active (fixture_child (fixture, "all"), TRUE);
  g_assert_cmpint (dramatis_filter_get_match (filter), ==, DRAMATIS_MATCH_ALL);
  assert_bar (fixture, "Japan, China, any/all", "1 of 4 passages");

  dramatis_filter_set_match (filter, DRAMATIS_MATCH_ANY);
  g_assert_true (gtk_toggle_button_get_active (fixture_child (fixture, "any")));
}

/* A new name shows at once; the chip, and with it the focus, is the same. */
static void
test_rename (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *chip;

  dramatis_filter_toggle_actor (dramatis_session_get_filter (fixture->session), "japan");
  chip = get_first_chip (fixture);
  dramatis_dossier_edit (fixture->dossier, "Edit", dramatis_dossier_lookup (fixture->dossier, "japan"),
                         "name", "Nippon", NULL);
  g_assert_true (get_first_chip (fixture) == chip);
  fixture_assert_name (chip, "Remove Nippon from the filter");

  dramatis_filter_toggle_actor (dramatis_session_get_filter (fixture->session), "china");
  g_assert_true (get_first_chip (fixture) == chip);
}

/* How many articles is said beside the passages, if there are several; and the switch is that of the session. */
static void
test_articles_and_dimming (Fixture       *fixture,
                           gconstpointer  data)
{
  DramatisFilter *filter = dramatis_session_get_filter (fixture->session);
  GtkWidget *article_count = fixture_child (fixture, "article_count");
  GtkWidget *dimming = fixture_child (fixture, "dimming");

  g_assert_false (gtk_widget_get_visible (article_count));
  g_assert_false (gtk_widget_get_visible (dimming));
  dramatis_filter_toggle_actor (filter, "japan");
  g_assert_cmpstr (gtk_label_get_label (fixture_child (fixture, "count")), ==, "2 of 4 passages");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (article_count)), ==, "in 1 of 2 articles");
  g_assert_true (gtk_widget_get_visible (article_count));
  g_assert_true (gtk_widget_get_visible (dimming));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (dimming), TRUE);
  g_assert_true (dramatis_session_get_dimming (fixture->session));
  dramatis_session_set_dimming (fixture->session, FALSE);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (dimming)));

  dramatis_session_set_article (fixture->session, dramatis_dossier_lookup (fixture->dossier, "one"));
  g_assert_false (gtk_widget_get_visible (article_count));
}

static void
add_tests (void)
{
#define ADD(path, func) \
  g_test_add (path, Fixture, dramatis_filter_bar_new, fixture_set_up, func, fixture_tear_down)
  ADD ("/filter-bar/parts", test_parts);
  ADD ("/filter-bar/remove", test_remove);
  ADD ("/filter-bar/match", test_match);
  ADD ("/filter-bar/rename", test_rename);
  ADD ("/filter-bar/articles-and-dimming", test_articles_and_dimming);
}

int
main (int    argc,
      char **argv)
{
  return fixture_run (argc, argv, add_tests);
}
