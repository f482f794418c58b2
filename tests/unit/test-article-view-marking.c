/* test-article-view-marking.c: marking and copying text of the article
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture-article-view.h"

static void
assert_marked (Fixture    *fixture,
               const char *expected)
{
  g_autofree char *text = dramatis_session_dup_marked_text (fixture->session, FALSE);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_mark (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct
  {
    GtkMovementStep  step;
    int              direction;
    const char      *marked;
    guint            focus;
  } steps[] = {
    { GTK_MOVEMENT_VISUAL_POSITIONS, 1, "J", 0 },
    { GTK_MOVEMENT_WORDS, 1, "Japan", 0 },
    { GTK_MOVEMENT_VISUAL_POSITIONS, -1, "Japa", 0 },
    { GTK_MOVEMENT_WORDS, -1, NULL, 0 },
    { GTK_MOVEMENT_DISPLAY_LINE_ENDS, 1, "Japan met China in 2012.", 0 },
    { GTK_MOVEMENT_DISPLAY_LINE_ENDS, 1, "Japan met China in 2012.", 0 },
    { GTK_MOVEMENT_WORDS, 1, "Japan met China in 2012.\n\nJapan", 1 },
    { GTK_MOVEMENT_PARAGRAPH_ENDS, 1, "Japan met China in 2012.\n\nJapan armed itself in September 2014.", 1 },
    { GTK_MOVEMENT_VISUAL_POSITIONS, 1, "Japan met China in 2012.\n\nJapan armed itself in September 2014.", 2 },
    { GTK_MOVEMENT_VISUAL_POSITIONS, 1, "Japan met China in 2012.\n\nJapan armed itself in September 2014.\n\nE", 2 },
    /* the letter of the heading is as wide as two */
    { GTK_MOVEMENT_DISPLAY_LINES, -1, "Japan met China in 2012.\n\nJa", 1 },
    { GTK_MOVEMENT_DISPLAY_LINES, -1, "Ja", 0 },
    { GTK_MOVEMENT_DISPLAY_LINES, -1, NULL, 0 },
    { GTK_MOVEMENT_BUFFER_ENDS, 1,
      "Japan met China in 2012.\n\nJapan armed itself in September 2014.\n\nElsewhere\n\n"
      "China knew what India did on 30 June 1977.", 3 },
    { GTK_MOVEMENT_DISPLAY_LINES, 1,
      "Japan met China in 2012.\n\nJapan armed itself in September 2014.\n\nElsewhere\n\n"
      "China knew what India did on 30 June 1977.", 3 },
    { GTK_MOVEMENT_PARAGRAPH_ENDS, -1,
      "Japan met China in 2012.\n\nJapan armed itself in September 2014.\n\nElsewhere", 3 },
    { GTK_MOVEMENT_BUFFER_ENDS, -1, NULL, 0 },
  };

  focus_row (fixture, 0);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_test_message ("step %u", i);
      g_assert_true (dramatis_article_view_extend (fixture->view, steps[i].step, steps[i].direction));
      assert_marked (fixture, steps[i].marked);
      g_assert_cmpuint (dramatis_passage_row_get_position (dramatis_article_view_get_focus_row (fixture->view)), ==,
                        steps[i].focus);
    }
}

/* What the filter hides is not marked, whether it is hidden before or after; shown again it is. */
static void
test_mark_filtered (Fixture       *fixture,
                    gconstpointer  data)
{
  focus_row (fixture, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "article.mark-passage", NULL));
  assert_marked (fixture, "Japan met China in 2012.");
  g_assert_true (gtk_widget_get_visible (fixture->view->marked_bar));

  dramatis_session_set_marked (fixture->session, NULL);
  g_assert_false (gtk_widget_get_visible (fixture->view->marked_bar));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "article.mark-passage", NULL));
  filter_actors (fixture, "japan", NULL);
  assert_marked (fixture, "Japan met China in 2012.");
  filter_actors (fixture, "india", NULL);
  assert_marked (fixture, NULL);

  filter_actors (fixture, "china", NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "article.mark-all", NULL));
  assert_marked (fixture, "Japan met China in 2012.\n\nChina knew what India did on 30 June 1977.");
  filter_actors (fixture, NULL, NULL);
  assert_marked (fixture, "Japan met China in 2012.\n\nJapan armed itself in September 2014.\n\nElsewhere\n\n"
                          "China knew what India did on 30 June 1977.");
  filter_actors (fixture, "india", NULL);
  assert_marked (fixture, "China knew what India did on 30 June 1977.");
}

static void
got_result_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for_result (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static char *
read_text (GdkClipboard *clipboard)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *text;

  gdk_clipboard_read_text_async (clipboard, NULL, got_result_cb, &result);
  text = gdk_clipboard_read_text_finish (clipboard, wait_for_result (&result), &error);
  g_assert_no_error (error);

  return text;
}

static char *
read_html (GdkClipboard *clipboard)
{
  GdkContentProvider *provider = gdk_clipboard_get_content (clipboard);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  gdk_content_provider_write_mime_type_async (provider, "text/html", stream, G_PRIORITY_DEFAULT, NULL, got_result_cb,
                                              &result);
  gdk_content_provider_write_mime_type_finish (provider, wait_for_result (&result), &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->view));
  g_autofree char *html = NULL;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;
  g_autofree char *primary = NULL;

  focus_row (fixture, 0);
  dramatis_article_view_extend (fixture->view, GTK_MOVEMENT_WORDS, 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "article.copy", NULL));
  html = read_html (clipboard);
  g_assert_cmpstr (html, ==, "<meta charset=\"utf-8\">\n<p>Japan</p>\n<p><cite>— One</cite></p>\n");
  words = read_text (clipboard);
  g_assert_cmpstr (words, ==, "Japan");

  dramatis_article_view_extend (fixture->view, GTK_MOVEMENT_DISPLAY_LINES, 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "article.copy", NULL));
  text = read_text (clipboard);
  g_assert_cmpstr (text, ==, "Japan met China in 2012.\n\nJapan\n\n— One");
  primary = read_text (gtk_widget_get_primary_clipboard (GTK_WIDGET (fixture->view)));
  g_assert_cmpstr (primary, ==, "Japan met China in 2012.\n\nJapan");
}

int
main (int    argc,
      char **argv)
{
  static const Test tests[] = {
    { "/article-view-marking/mark", 0, test_mark },
    { "/article-view-marking/mark-filtered", 0, test_mark_filtered },
    { "/article-view-marking/copy", 0, test_copy },
  };

  return fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
