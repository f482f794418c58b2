/* test-article-details.c: asks what only a person knows of an article
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-article-details.h"
#include "dramatis-article-dialog.h"
#include "fixture-window.h"

static void
redated_cb (guint *n_redated)
{
  ++*n_redated;
}

static DramatisArticle *
ask (Fixture *fixture)
{
  DramatisArticle *article = dramatis_dossier_lookup (fixture->dossier, "one");

  dramatis_article_details_ask (DRAMATIS_ARTICLE_DETAILS (fixture->widget), article);

  return article;
}

/* Applying does nothing. */
static void
assert_refused (Fixture *fixture)
{
  gtk_widget_activate_action (fixture->widget, "details.apply", NULL);
  g_assert_nonnull (dramatis_article_details_get_article (DRAMATIS_ARTICLE_DETAILS (fixture->widget)));
  g_assert_false (dramatis_history_get_can_undo (dramatis_dossier_get_history (fixture->dossier)));
}

static void
test_meaning (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *text;
    const char *meaning; /* NULL: how to write it */
  } cases[] = {
    { "2024-10-15", "15 October 2024" },
    { "Oct 15, 2024", "15 October 2024" },
    { "2014~", "about 2014" },
    { "yesterday", NULL },
  };

  ask (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *entry = fixture_child (fixture, "published");

      gtk_editable_set_text (GTK_EDITABLE (entry), cases[i].text);
      g_assert_cmpint (gtk_widget_has_css_class (entry, "error"), ==, cases[i].meaning == NULL);
      if (cases[i].meaning != NULL)
        g_assert_cmpstr (gtk_label_get_label (fixture_child (fixture, "meaning")), ==, cases[i].meaning);
      else
        assert_refused (fixture);
    }

  gtk_editable_set_text (fixture_child (fixture, "published"), "");
  gtk_editable_set_text (fixture_child (fixture, "title"), "");
  assert_refused (fixture);
}

static void
test_apply (Fixture       *fixture,
            gconstpointer  data)
{
  DramatisHistory *history = dramatis_dossier_get_history (fixture->dossier);
  DramatisArticle *article = ask (fixture);
  guint n_redated = 0;

  g_signal_connect_swapped (fixture->widget, "redated", G_CALLBACK (redated_cb), &n_redated);
  gtk_editable_set_text (fixture_child (fixture, "title"), "First");
  gtk_editable_set_text (fixture_child (fixture, "published"), "15 October 2024");
  g_signal_emit_by_name (fixture_child (fixture, "published"), "activate");

  g_assert_cmpuint (n_redated, ==, 1);
  g_assert_cmpstr (dramatis_article_get_title (article), ==, "First");
  g_assert_cmpstr (dramatis_time_get_edtf (dramatis_article_get_published (article)), ==, "2024-10-15");
  g_assert_null (dramatis_article_details_get_article (DRAMATIS_ARTICLE_DETAILS (fixture->widget)));
  g_assert_false (gtk_revealer_get_reveal_child (fixture_child (fixture, "revealer")));

  /* Applied again unchanged: nothing to undo but the first time */
  ask (fixture);
  g_assert_cmpstr (gtk_editable_get_text (fixture_child (fixture, "published")), ==, "15 October 2024");
  gtk_widget_activate_action (fixture->widget, "details.apply", NULL);
  g_assert_cmpuint (n_redated, ==, 1);
  dramatis_history_undo (history);
  g_assert_cmpstr (dramatis_article_get_title (article), ==, "One");
  g_assert_null (dramatis_article_get_published (article));
  g_assert_false (dramatis_history_get_can_undo (history));
}

static void
test_dismiss (Fixture       *fixture,
              gconstpointer  data)
{
  DramatisArticle *article = ask (fixture);

  gtk_editable_set_text (fixture_child (fixture, "title"), "First");
  gtk_widget_activate_action (fixture->widget, "details.dismiss", NULL);
  g_assert_cmpstr (dramatis_article_get_title (article), ==, "One");
  g_assert_null (dramatis_article_details_get_article (DRAMATIS_ARTICLE_DETAILS (fixture->widget)));
}

static void
test_dialog (Fixture       *fixture,
             gconstpointer  data)
{
  DramatisArticle *article = dramatis_dossier_lookup (fixture->dossier, "two");
  GtkWidget *dialog = dramatis_article_dialog_new (fixture->session, article);
  guint n_redated = 0;

  g_signal_connect_swapped (dialog, "redated", G_CALLBACK (redated_cb), &n_redated);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_template_child (dialog, DRAMATIS_TYPE_ARTICLE_DIALOG,
                                                                      "byline")),
                         " A. Writer ");
  g_assert_true (gtk_widget_activate_action (dialog, "article.apply", NULL));

  g_assert_cmpuint (n_redated, ==, 0);
  g_assert_cmpstr (dramatis_article_get_byline (article), ==, "A. Writer");
  g_assert_cmpstr (dramatis_article_get_title (article), ==, "Two");
  fixture_settle (fixture);
}

static void
add_tests (void)
{
#define ADD(path, func) \
  g_test_add (path, Fixture, dramatis_article_details_new, fixture_set_up, func, fixture_tear_down)
  ADD ("/article-details/meaning", test_meaning);
  ADD ("/article-details/apply", test_apply);
  ADD ("/article-details/dismiss", test_dismiss);
  ADD ("/article-details/dialog", test_dialog);
}

int
main (int    argc,
      char **argv)
{
  return fixture_run (argc, argv, add_tests);
}
