/* test-note-panel.c: the notes
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-note-card.h"
#include "dramatis-note-chips.h"
#include "dramatis-note-editor.h"
#include "dramatis-note-panel.h"
#include "fixture-window.h"

static GtkWidget *
create_panel (void)
{
  return dramatis_note_panel_new (NULL);
}

static void
assert_cards (Fixture    *fixture,
              const char *expected)
{
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (GString) ids = g_string_new (NULL);

  fixture_settle (fixture);
  cards = fixture_find_all (fixture->widget, DRAMATIS_TYPE_NOTE_CARD);
  for (guint i = 0; i < cards->len; i++)
    {
      DramatisNote *note = dramatis_note_card_get_note (g_ptr_array_index (cards, i));

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", dramatis_thing_get_id (DRAMATIS_THING (note)));
    }
  g_assert_cmpstr (ids->str, ==, expected);
}

static guint
count_cards (Fixture *fixture)
{
  g_autoptr (GPtrArray) cards = fixture_find_all (fixture->widget, DRAMATIS_TYPE_NOTE_CARD);

  return cards->len;
}

static DramatisNote *
lookup (Fixture    *fixture,
        const char *id)
{
  return dramatis_dossier_lookup (fixture->dossier, id);
}

static void
edit (Fixture    *fixture,
      const char *id)
{
  dramatis_session_set_active_note (fixture->session, lookup (fixture, id));
  fixture_settle (fixture);
}

static GtkTextBuffer *
get_buffer (Fixture *fixture)
{
  GtkWidget *editor = fixture_find (fixture->widget, DRAMATIS_TYPE_NOTE_EDITOR, 0);

  return gtk_text_view_get_buffer (fixture_find (editor, GTK_TYPE_TEXT_VIEW, 0));
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  GtkEditable *entry = fixture_find (fixture->widget, GTK_TYPE_SEARCH_ENTRY, 0);
  static const struct
  {
    const char *text;
    const char *found;
  } cases[] = {
    { "look", "n1" }, { "ARMED ITSELF", "n1" }, { "arms", "n1" }, { " who ", "n2" }, { "nowhere", "" }, { "", "n1 n2 n3" },
  };

  assert_cards (fixture, "n1 n2 n3");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_editable_set_text (entry, cases[i].text);
      g_signal_emit_by_name (entry, "search-changed");
      assert_cards (fixture, cases[i].found);
    }

  dramatis_filter_toggle_actor (dramatis_session_get_filter (fixture->session), "india");
  assert_cards (fixture, "n2");
}

static void
test_card (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *card = fixture_find (fixture->widget, DRAMATIS_TYPE_NOTE_CARD, 0);
  DramatisFilter *filter = dramatis_session_get_filter (fixture->session);
  GtkWidget *chips;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, "Look at this");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "armed itself");

  chips = fixture_find (card, DRAMATIS_TYPE_NOTE_CHIPS, 0);
  gtk_widget_activate_action (chips, "chips.tag", "s", "t1");
  g_assert_true (dramatis_filter_has_tag (filter, "t1"));
  gtk_widget_activate_action (chips, "chips.tag", "s", "t1");
  g_assert_false (dramatis_filter_has_tag (filter, "t1"));

  gtk_widget_activate_action (card, "card.delete", NULL);
  assert_cards (fixture, "n2 n3");
  dramatis_history_undo (dramatis_dossier_get_history (fixture->dossier));
  assert_cards (fixture, "n1 n2 n3");
}

static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *card = fixture_find (fixture->widget, DRAMATIS_TYPE_NOTE_CARD, 0);

  edit (fixture, "n1");
  g_assert_true (dramatis_note_card_get_editing (DRAMATIS_NOTE_CARD (card)));
  g_assert_true (gtk_widget_is_focus (fixture_find (card, GTK_TYPE_TEXT_VIEW, 0)));

  gtk_text_buffer_set_text (get_buffer (fixture), "Written", -1);
  g_assert_cmpstr (dramatis_note_get_text (lookup (fixture, "n1")), ==, "Look at *this*");

  /* another one in hand: the first is committed, its card is still the same */
  edit (fixture, "n3");
  g_assert_cmpstr (dramatis_note_get_text (lookup (fixture, "n1")), ==, "Written");
  g_assert_nonnull (dramatis_note_get_modified (lookup (fixture, "n1")));
  g_assert_false (dramatis_note_card_get_editing (DRAMATIS_NOTE_CARD (card)));
  g_assert_true (fixture_find (fixture->widget, DRAMATIS_TYPE_NOTE_CARD, 0) == card);

  dramatis_history_undo (dramatis_dossier_get_history (fixture->dossier));
  g_assert_cmpstr (dramatis_note_get_text (lookup (fixture, "n1")), ==, "Look at *this*");
  dramatis_session_set_active_note (fixture->session, NULL);
  fixture_settle (fixture);
}

/* What is typed gets into the dossier by itself when the typing pauses, and what was undone into the editor. */
static void
test_pause (Fixture       *fixture,
            gconstpointer  data)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  edit (fixture, "n1");
  gtk_text_buffer_set_text (get_buffer (fixture), "Written", -1);
  while (!g_str_equal (dramatis_note_get_text (lookup (fixture, "n1")), "Written"))
    g_main_context_iteration (NULL, TRUE);

  dramatis_history_undo (dramatis_dossier_get_history (fixture->dossier));
  fixture_settle (fixture);
  gtk_text_buffer_get_bounds (get_buffer (fixture), &start, &end);
  text = gtk_text_buffer_get_text (get_buffer (fixture), &start, &end, FALSE);
  g_assert_cmpstr (text, ==, "Look at *this*");
}

static void
test_tags (Fixture       *fixture,
           gconstpointer  data)
{
  DramatisHistory *history = dramatis_dossier_get_history (fixture->dossier);
  GtkWidget *editor;
  GtkEditable *entry;
  const char * const *tags;

  edit (fixture, "n1");
  editor = fixture_find (fixture->widget, DRAMATIS_TYPE_NOTE_EDITOR, 0);
  entry = fixture_find (editor, GTK_TYPE_ENTRY, 0);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "arms");

  gtk_editable_set_text (entry, " ARMS,, #new one , arms");
  dramatis_note_editor_commit (DRAMATIS_NOTE_EDITOR (editor));
  tags = dramatis_note_get_tags (lookup (fixture, "n1"));
  g_assert_cmpuint (g_strv_length ((char **) tags), ==, 2);
  g_assert_cmpstr (tags[0], ==, "t1");
  g_assert_cmpstr (dramatis_tag_get_name (dramatis_dossier_lookup (fixture->dossier, tags[1])), ==, "new one");

  /* one level, with the tag that was made for it */
  dramatis_history_undo (history);
  g_assert_cmpuint (g_strv_length ((char **) dramatis_note_get_tags (lookup (fixture, "n1"))), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (dramatis_dossier_get_tags (fixture->dossier)), ==, 1);
  g_assert_false (dramatis_history_get_can_undo (history));
}

/* An empty note about words is a highlight; one about nothing is a mistake. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) words = fixture_anchors_new (fixture->dossier, "p0", 0, 5);

  dramatis_session_add_note (fixture->session, NULL, NULL);
  fixture_settle (fixture);
  gtk_widget_activate_action (fixture_find (fixture->widget, DRAMATIS_TYPE_NOTE_EDITOR, 0), "note.done", NULL);
  assert_cards (fixture, "n1 n2 n3");

  dramatis_session_add_note (fixture->session, words, NULL);
  fixture_settle (fixture);
  gtk_widget_activate_action (fixture_find (fixture->widget, DRAMATIS_TYPE_NOTE_EDITOR, 0), "note.done", NULL);
  fixture_settle (fixture);
  g_assert_null (dramatis_session_get_active_note (fixture->session));
  g_assert_cmpuint (g_list_model_get_n_items (dramatis_session_get_notes (fixture->session)), ==, 4);
}

static void
test_orphan (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *card = fixture_find (fixture->widget, DRAMATIS_TYPE_NOTE_CARD, 0);

  g_assert_true (gtk_widget_is_sensitive (fixture_find (card, GTK_TYPE_BUTTON, 0)));
  dramatis_dossier_edit (fixture->dossier, "Edit", dramatis_dossier_lookup (fixture->dossier, "p1"),
                         "text", "Nothing of that.", NULL);
  assert_cards (fixture, "n1 n2 n3");
  g_assert_false (gtk_widget_is_sensitive (fixture_find (card, GTK_TYPE_BUTTON, 0)));
}

/* Of very many notes some are shown, those that follow when the person comes near, and always the active one. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  GtkAdjustment *adjustment;
  guint n_cards = 0;

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *id = g_strdup_printf ("many-%u", i);

      g_ptr_array_add (notes, dramatis_note_new (id, "One of many"));
    }
  dramatis_dossier_add_all (fixture->dossier, notes);
  fixture_settle (fixture);
  g_assert_cmpuint (count_cards (fixture), <, 100);

  edit (fixture, "many-99");
  g_assert_true (gtk_widget_get_mapped (fixture_find (fixture->widget, DRAMATIS_TYPE_NOTE_EDITOR, 0)));
  dramatis_session_set_active_note (fixture->session, NULL);

  adjustment = gtk_scrolled_window_get_vadjustment (fixture_find (fixture->widget, GTK_TYPE_SCROLLED_WINDOW, 0));
  while (count_cards (fixture) > n_cards)
    {
      n_cards = count_cards (fixture);
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
      fixture_settle (fixture);
    }
  g_assert_cmpuint (n_cards, ==, 103);
}

/* Closing the window commits, too. */
static void
test_close (void)
{
  Fixture fixture;

  fixture_set_up (&fixture, create_panel);
  edit (&fixture, "n1");
  gtk_text_buffer_set_text (get_buffer (&fixture), "Written", -1);
  gtk_window_destroy (GTK_WINDOW (fixture.window));
  g_assert_cmpstr (dramatis_note_get_text (lookup (&fixture, "n1")), ==, "Written");

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture.session);
  g_assert_finalize_object (fixture.dossier);
}

static void
add_tests (void)
{
  g_test_add ("/note-panel/list", Fixture, create_panel, fixture_set_up, test_list, fixture_tear_down);
  g_test_add ("/note-panel/card", Fixture, create_panel, fixture_set_up, test_card, fixture_tear_down);
  g_test_add ("/note-panel/edit", Fixture, create_panel, fixture_set_up, test_edit, fixture_tear_down);
  g_test_add ("/note-panel/pause", Fixture, create_panel, fixture_set_up, test_pause, fixture_tear_down);
  g_test_add ("/note-panel/tags", Fixture, create_panel, fixture_set_up, test_tags, fixture_tear_down);
  g_test_add ("/note-panel/empty", Fixture, create_panel, fixture_set_up, test_empty, fixture_tear_down);
  g_test_add ("/note-panel/orphan", Fixture, create_panel, fixture_set_up, test_orphan, fixture_tear_down);
  g_test_add ("/note-panel/many", Fixture, create_panel, fixture_set_up, test_many, fixture_tear_down);
  g_test_add_func ("/note-panel/close", test_close);
}

int
main (int    argc,
      char **argv)
{
  return fixture_run (argc, argv, add_tests);
}
