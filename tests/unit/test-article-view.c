/* test-article-view.c: the article in a window
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "dramatis-article-header.h"
#include "dramatis-article-view-private.h"
#include "fixture-dossier.h"

typedef struct
{
  DramatisDossier     *dossier;
  DramatisSession     *session;
  GtkWidget           *window;
  DramatisArticleView *view;
} Fixture;

static gboolean
count_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  return --*(guint *) user_data > 0;
}

/* Some frames, until all rows near the view are there. */
static void
settle (Fixture *fixture)
{
  do
    {
      guint n_frames = 2;

      gtk_widget_add_tick_callback (fixture->window, count_frame_cb, &n_frames, NULL);
      while (n_frames > 0)
        g_main_context_iteration (NULL, TRUE);
    }
  while (fixture->view->tick != 0 || fixture->view->fill != 0);
}

/* Passages of 20 to 180 words; each tenth mentions the actor "x". */
static DramatisDossier *
create_long_dossier (guint n_passages)
{
  DramatisDossier *dossier = dramatis_dossier_new ();
  g_autoptr (DramatisArticle) article = dramatis_article_new ("long");
  g_autoptr (DramatisActor) actor = dramatis_actor_new ("x", DRAMATIS_ACTOR_KIND_PERSON, "Xaver");
  GListModel *passages = dramatis_article_get_passages (article);

  for (guint i = 0; i < n_passages; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) mentions = dramatis_mentions_new ();
      g_autoptr (DramatisPassage) passage = NULL;

      g_string_append_printf (text, "Xaver %u", i);
      for (guint j = 0; j < 20 + 80 * (i % 3); j++)
        g_string_append_printf (text, " word%u", j);
      if (i % 10 == 0)
        fixture_mention (mentions, 0, 5, "x");
      passage = dramatis_passage_new (id, DRAMATIS_PASSAGE_KIND_PARAGRAPH, text->str, mentions);
      g_list_store_append (G_LIST_STORE (passages), passage);
    }
  dramatis_dossier_add (dossier, article);
  dramatis_dossier_add (dossier, actor);
  dramatis_history_clear (dramatis_dossier_get_history (dossier));

  return dossier;
}

static void
set_up_dossier (Fixture         *fixture,
                DramatisDossier *dossier)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->dossier = dossier;
  fixture->session = dramatis_session_new (dossier);
  fixture->window = gtk_window_new ();
  fixture->view = DRAMATIS_ARTICLE_VIEW (dramatis_article_view_new (fixture->session));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->view));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 500);
  gtk_window_set_child (GTK_WINDOW (fixture->window), scroller);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle (fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  guint n_passages = GPOINTER_TO_UINT (data);

  set_up_dossier (fixture, n_passages > 0 ? create_long_dossier (n_passages) : fixture_dossier_new ());
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->dossier);
}

/* What is to be read, as assistive technology meets it: titles in brackets, folds as they are. */
static char *
list_items (Fixture *fixture)
{
  GString *items = g_string_new (NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_get_visible (child))
        continue;

      if (DRAMATIS_IS_PASSAGE_ROW (child))
        {
          DramatisPassage *passage = dramatis_passage_row_get_passage (DRAMATIS_PASSAGE_ROW (child));

          g_string_append_printf (items, "%s ", dramatis_thing_get_id (DRAMATIS_THING (passage)));
        }
      else if (DRAMATIS_IS_ARTICLE_HEADER (child))
        g_string_append_printf (items, "[%s] ",
                                gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (child))));
      else if (GTK_IS_BUTTON (child))
        g_string_append_printf (items, "(%s) ", gtk_button_get_label (GTK_BUTTON (child)));
    }

  return g_strchomp (g_string_free (items, FALSE));
}

#define assert_items(fixture, expected)                        \
  G_STMT_START {                                               \
    g_autofree char *_items = list_items (fixture);            \
    g_assert_cmpstr (_items, ==, expected);                    \
  } G_STMT_END

static void
filter_actors (Fixture    *fixture,
               const char *first,
               const char *second)
{
  const char *ids[] = { first, second, NULL };

  dramatis_filter_set_actors (dramatis_session_get_filter (fixture->session), ids);
  settle (fixture);
}

static GtkWidget *
find_fold (Fixture *fixture)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view));

  while (child != NULL && !(GTK_IS_BUTTON (child) && gtk_widget_get_visible (child)))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static DramatisPassageRow *
focus_row (Fixture *fixture,
           guint    position)
{
  DramatisPassageRow *row = dramatis_article_view_get_row (fixture->view, position);

  g_assert_nonnull (row);
  gtk_widget_grab_focus (GTK_WIDGET (row));

  return row;
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *actors[2];
    const char *items;
  } cases[] = {
    { { NULL }, "[One] p0 p1 p2 [Two] q0" },
    { { "japan" }, "[One] p0 p1 (‥ 2 passages hidden ‥)" },
    { { "india" }, "(‥ 3 passages hidden ‥) [Two] q0" },
    { { "india", "japan" }, "[One] p0 p1 (‥ 1 passage hidden ‥) [Two] q0" },
    { { "china" }, "[One] p0 (‥ 2 passages hidden ‥) [Two] q0" },
    { { "nobody" }, "" },
    { { NULL }, "[One] p0 p1 p2 [Two] q0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      filter_actors (fixture, cases[i].actors[0], cases[i].actors[1]);
      assert_items (fixture, cases[i].items);
      g_assert_true (gtk_widget_get_visible (fixture->view->status) == (*cases[i].items == '\0'));
    }
}

static void
test_fold (Fixture       *fixture,
           gconstpointer  data)
{
  filter_actors (fixture, "india", NULL);
  g_signal_emit_by_name (find_fold (fixture), "clicked");
  settle (fixture);
  assert_items (fixture, "[One] p0 p1 p2 [Two] q0");

  /* An edit leaves it open, another filter does not. */
  dramatis_session_add_note (fixture->session, NULL, NULL);
  settle (fixture);
  assert_items (fixture, "[One] p0 p1 p2 [Two] q0");

  filter_actors (fixture, "japan", NULL);
  filter_actors (fixture, "india", NULL);
  assert_items (fixture, "(‥ 3 passages hidden ‥) [Two] q0");
}

static void
test_article (Fixture       *fixture,
              gconstpointer  data)
{
  GListModel *articles = dramatis_dossier_get_articles (fixture->dossier);
  g_autoptr (DramatisArticle) article = g_list_model_get_item (articles, 1);

  dramatis_session_set_article (fixture->session, article);
  settle (fixture);
  assert_items (fixture, "[Two] q0");

  dramatis_dossier_remove (fixture->dossier, article);
  settle (fixture);
  assert_items (fixture, "[One] p0 p1 p2");

  dramatis_history_undo (dramatis_dossier_get_history (fixture->dossier));
  settle (fixture);
  assert_items (fixture, "[One] p0 p1 p2 [Two] q0");
}

static void
test_reveal (Fixture       *fixture,
             gconstpointer  data)
{
  const DramatisRange range = { 0, 5 };

  filter_actors (fixture, "japan", NULL);
  dramatis_article_view_reveal (fixture->view, 3, &range);
  settle (fixture);
  assert_items (fixture, "[One] p0 p1 (‥ 1 passage hidden ‥) [Two] q0");
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char * const steps[] = { "“Japan”: Japan", "“Japan”: Japan meets China", "“China”: China" };
  GtkAccessible *view = GTK_ACCESSIBLE (fixture->view);
  GtkAccessible *row = GTK_ACCESSIBLE (dramatis_article_view_get_row (fixture->view, 1));

  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Article");
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Japan armed itself in September 2014.");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Mentions Japan. Dated September 2014. 1 note: Look at this");

  row = GTK_ACCESSIBLE (focus_row (fixture, 0));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_assert_true (dramatis_passage_row_step_mention (DRAMATIS_PASSAGE_ROW (row), 1));
      gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, steps[i]);
    }
  g_assert_false (dramatis_passage_row_step_mention (DRAMATIS_PASSAGE_ROW (row), 1));
  g_assert_cmpstr (dramatis_passage_row_get_mention (DRAMATIS_PASSAGE_ROW (row))->id, ==, "china");
}

/* What has the focus: the number of a passage, the title of an article, or a fold as it is. */
static char *
describe_focus (Fixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  if (DRAMATIS_IS_PASSAGE_ROW (focus))
    return g_strdup_printf ("%u", dramatis_passage_row_get_position (DRAMATIS_PASSAGE_ROW (focus)));
  if (DRAMATIS_IS_ARTICLE_HEADER (focus))
    return g_strdup (gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (focus))));

  g_assert_true (GTK_IS_BUTTON (focus));
  return g_strdup (gtk_button_get_label (GTK_BUTTON (focus)));
}

static void
test_focus (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    GtkDirectionType  direction;
    const char       *focus;
    const char       *actor;    /* filtered by before */
  } steps[] = {
    { GTK_DIR_DOWN, "1" },
    { GTK_DIR_DOWN, "2" },
    { GTK_DIR_DOWN, "Two" },
    { GTK_DIR_DOWN, "3" },
    { GTK_DIR_DOWN, "3" },
    { GTK_DIR_UP, "Two", "india" },
    { GTK_DIR_UP, "‥ 3 passages hidden ‥" },
    { GTK_DIR_UP, "‥ 3 passages hidden ‥" },
  };

  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  g_assert_cmpuint (dramatis_passage_row_get_position (dramatis_article_view_get_focus_row (fixture->view)), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *focus = NULL;

      if (steps[i].actor != NULL)
        filter_actors (fixture, steps[i].actor, NULL);
      gtk_widget_child_focus (GTK_WIDGET (fixture->view), steps[i].direction);
      focus = describe_focus (fixture);
      g_assert_cmpstr (focus, ==, steps[i].focus);
    }
}

static const DramatisMark *
find_mark (Fixture          *fixture,
           guint             position,
           DramatisMarkKind  kind,
           guint             offset)
{
  DramatisPassageRow *row = dramatis_article_view_get_row (fixture->view, position);
  const DramatisRange letter = { offset, offset + 1 };
  graphene_rect_t bounds;

  g_assert_true (dramatis_passage_row_get_bounds (row, &letter, &bounds));

  return dramatis_passage_row_find_mark (row, kind, bounds.origin.x + 1, bounds.origin.y + 1);
}

/* The words of the event that is pointed at are marked besides what else is marked there, and only so long. */
static void
test_event (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *event;
    guint       position;   /* of its passage; G_MAXUINT: none */
  } cases[] = {
    { "e1", 0 }, { "e2", 1 }, { "e3", 3 }, { NULL, G_MAXUINT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      dramatis_session_set_event (fixture->session,
                                  cases[i].event != NULL ? dramatis_dossier_lookup (fixture->dossier, cases[i].event)
                                                         : NULL);
      for (guint position = 0; position < 4; position++)
        {
          const DramatisMark *mark = find_mark (fixture, position, DRAMATIS_MARK_EVENT, 0);

          g_assert_cmpstr (mark != NULL ? mark->id : NULL, ==,
                           position == cases[i].position ? cases[i].event : NULL);
          g_assert_null (find_mark (fixture, position, DRAMATIS_MARK_EVENT, 7));
        }
      g_assert_cmpstr (find_mark (fixture, 0, DRAMATIS_MARK_MENTION, 0)->id, ==, "japan");
      g_assert_cmpstr (find_mark (fixture, 0, DRAMATIS_MARK_DATE, 0)->id, ==, "e1");
    }

  /* hits too, all of them */
  dramatis_session_set_find (fixture->session, "japan", FALSE);
  dramatis_session_set_event (fixture->session, dramatis_dossier_lookup (fixture->dossier, "e1"));
  for (guint position = 0; position < 2; position++)
    g_assert_nonnull (find_mark (fixture, position, DRAMATIS_MARK_HIT, 0));
  g_assert_true (find_mark (fixture, 0, DRAMATIS_MARK_HIT, 0)->current);
  g_assert_nonnull (find_mark (fixture, 0, DRAMATIS_MARK_EVENT, 0));

  /* gone with the event itself, while the rows still show what was before */
  dramatis_dossier_remove (fixture->dossier, dramatis_dossier_lookup (fixture->dossier, "e1"));
  dramatis_dossier_remove (fixture->dossier, dramatis_dossier_lookup (fixture->dossier, "one"));
  settle (fixture);
  g_assert_null (dramatis_session_get_event (fixture->session));
}

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

/* In a long article: which passage is at the upper edge, and which part of it is above that edge. */
static void
get_top (Fixture *fixture,
         guint   *position,
         int     *hidden)
{
  double value = gtk_adjustment_get_value (fixture->view->vadjustment);
  guint i = dramatis_article_items_find_y (fixture->view->items, value);
  const DramatisArticleItem *item = dramatis_article_items_get (fixture->view->items, i);

  *position = item->position;
  *hidden = value - item->y;
}

static void
scroll_to (Fixture *fixture,
           double   value)
{
  gtk_adjustment_set_value (fixture->view->vadjustment, value);
  settle (fixture);
}

/* The passage at the upper edge stays, within a line, whatever else happens. */
static void
test_anchor (Fixture       *fixture,
             gconstpointer  data)
{
  guint position, now;
  int hidden, hidden_now;
  guint i;

  /* Into a passage that passes the filter. */
  i = dramatis_article_items_find (fixture->view->items, DRAMATIS_ARTICLE_ITEM_PASSAGE, 80);
  scroll_to (fixture, dramatis_article_items_get (fixture->view->items, i)->y + 60);
  get_top (fixture, &position, &hidden);
  /* Heights above were estimates: it may be the neighbour. */
  i = dramatis_article_items_find (fixture->view->items, DRAMATIS_ARTICLE_ITEM_PASSAGE, 80);
  scroll_to (fixture, dramatis_article_items_get (fixture->view->items, i)->y + 60);
  get_top (fixture, &position, &hidden);
  g_assert_cmpuint (position, ==, 80);

  filter_actors (fixture, "x", NULL);
  get_top (fixture, &now, &hidden_now);
  g_assert_cmpuint (now, ==, position);
  g_assert_cmpint (ABS (hidden - hidden_now), <=, 2);

  filter_actors (fixture, NULL, NULL);
  get_top (fixture, &now, &hidden_now);
  g_assert_cmpuint (now, ==, position);
  g_assert_cmpint (ABS (hidden - hidden_now), <=, 2);

  /* One that does not pass comes back to where it was. */
  scroll_to (fixture, gtk_adjustment_get_value (fixture->view->vadjustment) + 400);
  get_top (fixture, &position, &hidden);
  g_assert_cmpuint (position, !=, 80);
  filter_actors (fixture, "x", NULL);
  filter_actors (fixture, NULL, NULL);
  get_top (fixture, &now, &hidden_now);
  g_assert_cmpuint (now, ==, position);
  g_assert_cmpint (ABS (hidden - hidden_now), <=, 2);

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 500);
  settle (fixture);
  get_top (fixture, &now, &hidden_now);
  g_assert_cmpuint (now, ==, position);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 500);
  settle (fixture);
  get_top (fixture, &now, &hidden_now);
  g_assert_cmpuint (now, ==, position);
  g_assert_cmpint (ABS (hidden - hidden_now), <=, 2);

  dramatis_article_view_set_font_scale (fixture->view, 1.5);
  settle (fixture);
  get_top (fixture, &now, &hidden_now);
  g_assert_cmpuint (now, ==, position);
  dramatis_article_view_set_font_scale (fixture->view, 1);
  settle (fixture);

  dramatis_session_add_note (fixture->session, NULL, NULL);
  settle (fixture);
  dramatis_history_undo (dramatis_dossier_get_history (fixture->dossier));
  settle (fixture);
  get_top (fixture, &now, &hidden_now);
  g_assert_cmpuint (now, ==, position);
  g_assert_cmpint (ABS (hidden - hidden_now), <=, 2);
}

/* Rows of a long article are recycled and stay in reading order; those of a short one are all there. */
static void
test_recycle (Fixture       *fixture,
              gconstpointer  data)
{
  guint n_passages = GPOINTER_TO_UINT (data);

  for (guint step = 0; step < 12; step++)
    {
      guint n_rows = 0;
      guint n_visible = 0;
      guint last = 0;

      scroll_to (fixture, gtk_adjustment_get_upper (fixture->view->vadjustment) * (step * 7 % 12) / 12);
      for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view));
           child != NULL;
           child = gtk_widget_get_next_sibling (child))
        {
          if (!DRAMATIS_IS_PASSAGE_ROW (child))
            continue;

          n_rows++;
          if (gtk_widget_get_visible (child))
            {
              guint position = dramatis_passage_row_get_position (DRAMATIS_PASSAGE_ROW (child));

              g_assert_true (n_visible == 0 || position > last);
              last = position;
              n_visible++;
            }
        }
      g_assert_cmpuint (n_visible, >, 3);
      if (n_passages > 200)
        g_assert_cmpuint (n_rows, <, 60);
      else
        g_assert_cmpuint (n_visible, ==, n_passages);
    }
}

static void
test_current (Fixture       *fixture,
              gconstpointer  data)
{
  guint n_passages = GPOINTER_TO_UINT (data);
  guint last = 0;

  g_assert_cmpuint (dramatis_session_get_current (fixture->session), ==, 0);
  for (guint i = 0; i < 10; i++)
    {
      scroll_to (fixture, gtk_adjustment_get_value (fixture->view->vadjustment) + 300);
      g_assert_cmpuint (dramatis_session_get_current (fixture->session), >=, last);
      last = dramatis_session_get_current (fixture->session);
    }
  g_assert_cmpuint (last, >, 3);

  scroll_to (fixture, gtk_adjustment_get_upper (fixture->view->vadjustment));
  scroll_to (fixture, gtk_adjustment_get_upper (fixture->view->vadjustment));
  g_assert_cmpuint (dramatis_session_get_current (fixture->session), ==, n_passages - 1);

  dramatis_article_view_reveal (fixture->view, 30, NULL);
  settle (fixture);
  g_assert_cmpuint (dramatis_session_get_current (fixture->session), ==, 30);
}

static void
test_session (Fixture       *fixture,
              gconstpointer  data)
{
  dramatis_article_view_set_session (fixture->view, NULL);
  settle (fixture);
  assert_items (fixture, "");

  dramatis_article_view_set_session (fixture->view, fixture->session);
  settle (fixture);
  assert_items (fixture, "[One] p0 p1 p2 [Two] q0");
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char  *path;
    guint        n_passages;
    void       (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/article-view/filter", 0, test_filter },
    { "/article-view/fold", 0, test_fold },
    { "/article-view/article", 0, test_article },
    { "/article-view/reveal", 0, test_reveal },
    { "/article-view/accessible", 0, test_accessible },
    { "/article-view/event", 0, test_event },
    { "/article-view/focus", 0, test_focus },
    { "/article-view/mark", 0, test_mark },
    { "/article-view/mark-filtered", 0, test_mark_filtered },
    { "/article-view/copy", 0, test_copy },
    { "/article-view/session", 0, test_session },
    { "/article-view/anchor/short", 120, test_anchor },
    { "/article-view/anchor/long", 600, test_anchor },
    { "/article-view/recycle/short", 40, test_recycle },
    { "/article-view/recycle/long", 600, test_recycle },
    { "/article-view/current", 60, test_current },
  };

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, GUINT_TO_POINTER (tests[i].n_passages), set_up, tests[i].func, tear_down);

  return g_test_run ();
}
