/* test-article-view.c: the article in a window
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-article-header.h"
#include "fixture-article-view.h"

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

static GtkWidget *
find_fold (Fixture *fixture)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view));

  while (child != NULL && !(GTK_IS_BUTTON (child) && gtk_widget_get_visible (child)))
    child = gtk_widget_get_next_sibling (child);

  return child;
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
  static const Test tests[] = {
    { "/article-view/filter", 0, test_filter },
    { "/article-view/fold", 0, test_fold },
    { "/article-view/article", 0, test_article },
    { "/article-view/reveal", 0, test_reveal },
    { "/article-view/accessible", 0, test_accessible },
    { "/article-view/event", 0, test_event },
    { "/article-view/focus", 0, test_focus },
    { "/article-view/session", 0, test_session },
    { "/article-view/anchor/short", 120, test_anchor },
    { "/article-view/anchor/long", 600, test_anchor },
    { "/article-view/recycle/short", 40, test_recycle },
    { "/article-view/recycle/long", 600, test_recycle },
    { "/article-view/current", 60, test_current },
  };

  return fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
