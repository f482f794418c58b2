/* test-article-list.c: the articles of a dossier, one of which may be shown alone
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-article-list.h"
#include "fixture-window.h"

static void
assert_rows (Fixture    *fixture,
             const char *titles[])
{
  GtkListBox *list = fixture_child (fixture, "list");
  guint i;

  for (i = 0; titles[i] != NULL; i++)
    fixture_assert_name (gtk_list_box_get_row_at_index (list, i), titles[i]);
  g_assert_null (gtk_list_box_get_row_at_index (list, i));
}

static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  DramatisArticle *two = dramatis_dossier_lookup (fixture->dossier, "two");
  g_autoptr (DramatisArticle) three = dramatis_article_new ("three");

  fixture_assert_name (fixture_child (fixture, "list"), "Articles");
  assert_rows (fixture, (const char *[]) { "All Articles", "One", "Two", NULL });

  g_object_set (three, "title", "Three", NULL);
  dramatis_dossier_add (fixture->dossier, three);
  dramatis_dossier_edit (fixture->dossier, "Edit", two, "title", "Second", NULL);
  assert_rows (fixture, (const char *[]) { "All Articles", "One", "Second", "Three", NULL });

  dramatis_dossier_remove (fixture->dossier, two);
  assert_rows (fixture, (const char *[]) { "All Articles", "One", "Three", NULL });
  dramatis_history_undo (dramatis_dossier_get_history (fixture->dossier));
  assert_rows (fixture, (const char *[]) { "All Articles", "One", "Second", "Three", NULL });
}

static gboolean
is_chosen (Fixture *fixture,
           int      index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (fixture_child (fixture, "list"), index);
  g_autofree char *fault =
    gtk_test_accessible_check_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_CHECKED,
                                     GTK_ACCESSIBLE_TRISTATE_TRUE);

  return fault == NULL;
}

static void
chosen_cb (guint *n_chosen)
{
  ++*n_chosen;
}

static void
test_choose (Fixture       *fixture,
             gconstpointer  data)
{
  GtkListBox *list = fixture_child (fixture, "list");
  guint n_chosen = 0;

  g_signal_connect_swapped (fixture->widget, "chosen", G_CALLBACK (chosen_cb), &n_chosen);
  g_assert_true (is_chosen (fixture, 0));

  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 2));
  g_assert_true ((gpointer) dramatis_session_get_article (fixture->session)
                 == dramatis_dossier_lookup (fixture->dossier, "two"));
  g_assert_true (is_chosen (fixture, 2));
  g_assert_false (is_chosen (fixture, 0));

  dramatis_session_set_article (fixture->session, NULL);
  g_assert_true (is_chosen (fixture, 0));
  g_assert_cmpuint (n_chosen, ==, 1);
}

/* Alt+Down and Alt+Up move the article that has the focus, and each move can be undone. */
static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  DramatisHistory *history = dramatis_dossier_get_history (fixture->dossier);
  DramatisArticle *one = dramatis_dossier_lookup (fixture->dossier, "one");
  g_autoptr (DramatisArticle) three = dramatis_article_new ("three");

  g_object_set (three, "title", "Three", "byline", "A. Writer", "publisher", "The Paper",
                "source", "https://example.org/three", "language", "en", NULL);
  dramatis_dossier_add (fixture->dossier, three);
  fixture_assert_description (gtk_list_box_get_row_at_index (fixture_child (fixture, "list"), 3),
                              "A. Writer · The Paper · No date · https://example.org/three · en");

  dramatis_session_move_article (fixture->session, one, 2);
  assert_rows (fixture, (const char *[]) { "All Articles", "Two", "Three", "One", NULL });
  dramatis_session_move_article (fixture->session, one, 1);
  assert_rows (fixture, (const char *[]) { "All Articles", "Two", "One", "Three", NULL });
  g_assert_true (dramatis_dossier_lookup (fixture->dossier, "one") == one);
  g_assert_true (dramatis_index_get_article (dramatis_session_get_index (fixture->session), 1) == one);
  g_assert_cmpstr (dramatis_history_get_undo_label (history), ==, "Move Article");
  dramatis_history_undo (history);
  dramatis_history_undo (history);
  assert_rows (fixture, (const char *[]) { "All Articles", "One", "Two", "Three", NULL });
  dramatis_history_redo (history);
  assert_rows (fixture, (const char *[]) { "All Articles", "Two", "Three", "One", NULL });
}

static void
add_tests (void)
{
#define ADD(path, func) \
  g_test_add (path, Fixture, dramatis_article_list_new, fixture_set_up, func, fixture_tear_down)
  ADD ("/article-list/rows", test_rows);
  ADD ("/article-list/choose", test_choose);
  ADD ("/article-list/move", test_move);
}

int
main (int    argc,
      char **argv)
{
  return fixture_run (argc, argv, add_tests);
}
