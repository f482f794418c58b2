/* test-note-editor.c: writing notes: tags, links, what they are about; their tags and bars
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-article-view.h"
#include "dramatis-completion.h"
#include "dramatis-note-bar.h"
#include "dramatis-note-chips.h"
#include "dramatis-note-editor.h"
#include "dramatis-note-panel.h"
#include "dramatis-note-quotes.h"
#include "dramatis-tag-dialog.h"
#include "dramatis-tag-row.h"
#include "fixture-window.h"

static GtkWidget *
create_panel (void)
{
  return dramatis_note_panel_new (NULL);
}

static GtkWidget *
create_view (void)
{
  return dramatis_article_view_new (NULL);
}

static DramatisNote *
lookup (Fixture    *fixture,
        const char *id)
{
  return dramatis_dossier_lookup (fixture->dossier, id);
}

static GtkWidget *
edit (Fixture    *fixture,
      const char *id)
{
  dramatis_session_set_active_note (fixture->session, lookup (fixture, id));
  fixture_settle (fixture);

  return fixture_find (fixture->widget, DRAMATIS_TYPE_NOTE_EDITOR, 0);
}

/* The list that is shown, its names joined; %NULL if none is. */
static char *
dup_offered (GtkWidget *editor)
{
  g_autoptr (GPtrArray) shown = fixture_find_all (editor, DRAMATIS_TYPE_COMPLETION);
  g_autoptr (GPtrArray) names = NULL;

  if (shown->len == 0)
    return NULL;

  g_assert_cmpuint (shown->len, ==, 1);
  names = dramatis_completion_dup_names (g_ptr_array_index (shown, 0));
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

static void
choose (GtkWidget *editor,
        gpointer   thing)
{
  g_autoptr (GPtrArray) shown = fixture_find_all (editor, DRAMATIS_TYPE_COMPLETION);

  g_assert_cmpuint (shown->len, ==, 1);
  g_signal_emit_by_name (g_ptr_array_index (shown, 0), "chosen", thing);
}

static void
test_tags (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct
  {
    const char *typed;
    const char *offered;
  } cases[] = {
    { "a", "armed, arms, law" }, { "AR", "armed, arms" }, { "law, #ar", "armed, arms" }, { "nothing", NULL }, { "arms, ", NULL },
    { "w", "law" },
  };
  GtkWidget *editor;
  GtkEditable *entry;

  dramatis_dossier_ensure_tag (fixture->dossier, "law");
  dramatis_dossier_ensure_tag (fixture->dossier, "armed");
  editor = edit (fixture, "n3");
  entry = fixture_find (editor, GTK_TYPE_ENTRY, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *offered = NULL;

      gtk_editable_set_text (entry, cases[i].typed);
      offered = dup_offered (editor);
      g_assert_cmpstr (offered, ==, cases[i].offered);
    }

  gtk_editable_set_text (entry, "law, ar");
  choose (editor, lookup (fixture, "t1"));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "law, arms, ");
  dramatis_note_editor_commit (DRAMATIS_NOTE_EDITOR (editor));
  g_assert_cmpuint (g_strv_length ((char **) dramatis_note_get_tags (lookup (fixture, "n3"))), ==, 2);
}

static void
test_link (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *editor = edit (fixture, "n3");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (fixture_find (editor, GTK_TYPE_TEXT_VIEW, 0));
  g_autofree char *offered = NULL;

  gtk_text_buffer_set_text (buffer, "See [[ja", -1);
  offered = dup_offered (editor);
  g_assert_cmpstr (offered, ==, "Japan, Japan arms, Japan meets China");
  choose (editor, lookup (fixture, "japan"));
  gtk_text_buffer_insert_at_cursor (buffer, " and [[look", -1);
  choose (editor, lookup (fixture, "n1"));
  dramatis_session_set_active_note (fixture->session, NULL);
  fixture_settle (fixture);

  g_assert_cmpstr (dramatis_note_get_text (lookup (fixture, "n3")), ==,
                   "See [Japan](dramatis:japan) and [Look at this](dramatis:n1)");
  /* the other one says so */
  fixture_assert_name (fixture_find (fixture_find (fixture->widget, DRAMATIS_TYPE_NOTE_CHIPS, 0), GTK_TYPE_BUTTON, 1),
                       "↩ See Japan and Look at this");
  dramatis_note_chips_show (fixture_find (fixture->widget, DRAMATIS_TYPE_NOTE_CHIPS, 0), "n3");
  g_assert_true (dramatis_session_get_active_note (fixture->session) == lookup (fixture, "n3"));
  dramatis_session_set_active_note (fixture->session, NULL);
  fixture_settle (fixture);
}

static void
test_about (Fixture       *fixture,
            gconstpointer  data)
{
  DramatisHistory *history = dramatis_dossier_get_history (fixture->dossier);
  GtkWidget *editor = edit (fixture, "n3");
  GtkEditable *entry = fixture_find (editor, GTK_TYPE_ENTRY, 1);
  static const char * const things[] = { "china", "e3", "two" };
  g_autofree char *offered = NULL;

  gtk_editable_set_text (entry, "i");
  offered = dup_offered (editor);
  g_assert_cmpstr (offered, ==, "India, India acts, China, Japan meets China");
  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    {
      gtk_editable_set_text (entry, i == 2 ? "two" : "in");
      choose (editor, lookup (fixture, things[i]));
      g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
      fixture_settle (fixture);
    }
  g_assert_cmpstr (*dramatis_note_get_actors (lookup (fixture, "n3")), ==, "china");
  g_assert_cmpstr (*dramatis_note_get_events (lookup (fixture, "n3")), ==, "e3");
  g_assert_cmpstr (*dramatis_note_get_articles (lookup (fixture, "n3")), ==, "two");

  /* its chips take it away again */
  gtk_widget_activate_action (fixture_find (fixture->widget, DRAMATIS_TYPE_NOTE_CHIPS, 2), "chips.remove", "s", "china");
  g_assert_null (*dramatis_note_get_actors (lookup (fixture, "n3")));
  dramatis_history_undo (history);
  g_assert_cmpstr (*dramatis_note_get_actors (lookup (fixture, "n3")), ==, "china");
}

static void
test_ranges (Fixture       *fixture,
             gconstpointer  data)
{
  const DramatisRange range = { 0, 5 };
  g_autoptr (GPtrArray) marked = dramatis_anchors_new ();
  GtkWidget *editor = edit (fixture, "n1");
  GtkWidget *quotes = fixture_find (fixture->widget, DRAMATIS_TYPE_NOTE_QUOTES, 0);

  g_ptr_array_add (marked, dramatis_anchor_new ("p0", "Japan met China in 2012.", &range));
  dramatis_session_set_marked (fixture->session, marked);
  gtk_widget_activate_action (editor, "note.add-marked", NULL);
  g_assert_cmpuint (dramatis_note_get_ranges (lookup (fixture, "n1"))->len, ==, 2);
  g_assert_null (dramatis_session_get_marked (fixture->session));

  /* the same words once only */
  dramatis_session_add_to_note (fixture->session, lookup (fixture, "n1"), marked);
  g_assert_cmpuint (dramatis_note_get_ranges (lookup (fixture, "n1"))->len, ==, 2);

  gtk_widget_activate_action (quotes, "quotes.remove", "u", 0);
  g_assert_cmpuint (dramatis_note_get_ranges (lookup (fixture, "n1"))->len, ==, 1);
  g_assert_cmpstr (((DramatisAnchor *) g_ptr_array_index (dramatis_note_get_ranges (lookup (fixture, "n1")), 0))->quote, ==, "Japan");
}

/* Words that are lost are listed with the reason, and a person can say what they have become. */
static void
test_orphan (Fixture       *fixture,
             gconstpointer  data)
{
  const DramatisRange range = { 8, 15 };
  g_autoptr (GPtrArray) marked = dramatis_anchors_new ();
  GtkWidget *button = fixture_child (fixture, "orphans_button");
  GtkWidget *quotes;
  const char *reason;

  g_assert_false (gtk_widget_get_visible (button));
  dramatis_dossier_edit (fixture->dossier, "Edit", lookup (fixture, "p1"), "text", "Nothing of that.", NULL);
  fixture_settle (fixture);
  g_assert_true (gtk_widget_get_visible (button));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "1 note has lost its words");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  fixture_settle (fixture);
  quotes = fixture_find (fixture->widget, DRAMATIS_TYPE_NOTE_QUOTES, 0);
  g_assert_true (dramatis_session_anchor_is_lost (fixture->session,
                                                  g_ptr_array_index (dramatis_note_get_ranges (lookup (fixture, "n1")), 0),
                                                  &reason));
  g_assert_cmpstr (gtk_label_get_label (fixture_find (quotes, GTK_TYPE_LABEL, 1)), ==, reason);

  g_ptr_array_add (marked, dramatis_anchor_new ("p1", "Nothing of that.", &range));
  dramatis_session_set_marked (fixture->session, marked);
  gtk_widget_activate_action (quotes, "quotes.attach", "u", 0);
  fixture_settle (fixture);
  g_assert_false (dramatis_session_note_is_orphan (fixture->session, lookup (fixture, "n1")));
  g_assert_false (gtk_widget_get_visible (button));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
}

/* Notes on the same words stand side by side, each a bar of its own, and the keys go through all of them. */
static void
test_bars (Fixture       *fixture,
           gconstpointer  data)
{
  const DramatisRange ranges[] = { { 0, 5 }, { 0, 24 }, { 3, 8 }, { 0, 5 } };
  g_autoptr (GPtrArray) bars = NULL;
  GtkWidget *row;

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autoptr (GPtrArray) anchors = dramatis_anchors_new ();

      g_ptr_array_add (anchors, dramatis_anchor_new ("p0", "Japan met China in 2012.", &ranges[i]));
      dramatis_session_add_note (fixture->session, anchors, NULL);
    }
  dramatis_session_set_active_note (fixture->session, NULL);
  fixture_settle (fixture);

  bars = fixture_find_all (fixture->widget, DRAMATIS_TYPE_NOTE_BAR);
  g_assert_cmpuint (bars->len, ==, 5);
  for (guint i = 0; i < 4; i++)
    {
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (g_ptr_array_index (bars, i), fixture->widget, &bounds));
      g_assert_true (gtk_widget_pick (fixture->widget, graphene_rect_get_x (&bounds) + 1,
                                      graphene_rect_get_y (&bounds) + graphene_rect_get_height (&bounds) / 2,
                                      GTK_PICK_DEFAULT) == g_ptr_array_index (bars, i));
    }

  row = gtk_widget_get_parent (g_ptr_array_index (bars, 0));
  g_assert_true (gtk_widget_grab_focus (row));
  for (guint i = 0; i < 5; i++)
    {
      gtk_widget_grab_focus (gtk_root_get_focus (gtk_widget_get_root (row)));
      g_assert_true (gtk_widget_activate_action (fixture->widget, "article.next-note", NULL));
      g_assert_true (gtk_widget_is_focus (g_ptr_array_index (bars, i)));
    }
  g_assert_true (gtk_widget_activate_action (fixture->widget, "article.previous-note", NULL));
  g_assert_true (gtk_widget_is_focus (g_ptr_array_index (bars, 3)));

  fixture_assert_name (g_ptr_array_index (bars, 0), "Highlight: Japan");
  fixture_assert_name (g_ptr_array_index (bars, 4), "Note: Look at this");
  gtk_widget_activate_action (g_ptr_array_index (bars, 4), "bar.open", NULL);
  g_assert_true (dramatis_session_get_active_note (fixture->session) == lookup (fixture, "n1"));
}

static void
test_tag_dialog (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  DramatisTag *law = dramatis_dossier_ensure_tag (dossier, "law");
  GtkWidget *dialog = dramatis_tag_dialog_new (dossier);
  GtkWidget *row;

  gtk_window_present (GTK_WINDOW (dialog));
  row = fixture_find (dialog, DRAMATIS_TYPE_TAG_ROW, 0);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "arms");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "1 note");

  dramatis_dossier_edit (dossier, "Edit", dramatis_dossier_lookup (dossier, "t1"), "description", "of <all> kinds", NULL);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "1 note · of <all> kinds");

  dramatis_dossier_merge_tags (dossier, dramatis_dossier_lookup (dossier, "t1"), law);
  row = fixture_find (dialog, DRAMATIS_TYPE_TAG_ROW, 0);
  g_assert_true (dramatis_tag_row_get_tag (DRAMATIS_TAG_ROW (row)) == law);
  gtk_widget_activate_action (dialog, "tags.undo", NULL);
  g_assert_nonnull (dramatis_dossier_lookup (dossier, "t1"));
  gtk_widget_activate_action (fixture_find (dialog, DRAMATIS_TYPE_TAG_ROW, 0), "tag.remove", NULL);
  g_assert_null (dramatis_dossier_lookup (dossier, "law"));

  gtk_window_destroy (GTK_WINDOW (dialog));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
add_tests (void)
{
  g_test_add ("/note-editor/tags", Fixture, create_panel, fixture_set_up, test_tags, fixture_tear_down);
  g_test_add ("/note-editor/link", Fixture, create_panel, fixture_set_up, test_link, fixture_tear_down);
  g_test_add ("/note-editor/about", Fixture, create_panel, fixture_set_up, test_about, fixture_tear_down);
  g_test_add ("/note-editor/ranges", Fixture, create_panel, fixture_set_up, test_ranges, fixture_tear_down);
  g_test_add ("/note-editor/orphan", Fixture, create_panel, fixture_set_up, test_orphan, fixture_tear_down);
  g_test_add ("/note-bar/stacked", Fixture, create_view, fixture_set_up, test_bars, fixture_tear_down);
  g_test_add_func ("/tag-dialog/edits", test_tag_dialog);
}

int
main (int    argc,
      char **argv)
{
  return fixture_run (argc, argv, add_tests);
}
