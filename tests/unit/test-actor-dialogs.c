/* test-actor-dialogs.c: merging, splitting and picking actors
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-actor-picker.h"
#include "dramatis-choice-list.h"
#include "dramatis-dot.h"
#include "dramatis-merge-dialog.h"
#include "dramatis-passage-editor.h"
#include "dramatis-revision.h"
#include "dramatis-split-dialog.h"
#include "fixture-window.h"

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->dossier = fixture_dossier_new ();
  fixture->session = dramatis_session_new (fixture->dossier);
}

static void
present (Fixture   *fixture,
         GtkWidget *window)
{
  fixture->window = fixture->widget = window;
  gtk_window_present (GTK_WINDOW (window));
  fixture_settle (fixture);
}

static DramatisActor *
lookup (Fixture    *fixture,
        const char *id)
{
  return dramatis_dossier_lookup (fixture->dossier, id);
}

static void
search (Fixture    *fixture,
        const char *text)
{
  GtkEditable *entry = fixture_find (fixture->window, GTK_TYPE_SEARCH_ENTRY, 0);

  gtk_editable_set_text (entry, text);
  g_signal_emit_by_name (entry, "search-changed");
  fixture_settle (fixture);
}

/* Takes an item as a click does. */
static void
take (Fixture *fixture,
      guint    position)
{
  GtkWidget *choices = fixture_find (fixture->window, DRAMATIS_TYPE_CHOICE_LIST, 0);

  g_signal_emit_by_name (fixture_find (choices, GTK_TYPE_LIST_VIEW, 0), "activate", position);
}

static void
assert_disabled (Fixture    *fixture,
                 const char *action)
{
  gtk_widget_activate_action (fixture->window, action, NULL);
  g_assert_false (dramatis_history_get_can_undo (dramatis_dossier_get_history (fixture->dossier)));
  g_assert_true (gtk_widget_get_mapped (fixture->window));
}

static void
test_merge (Fixture       *fixture,
            gconstpointer  data)
{
  GtkAccessible *item;

  dramatis_dossier_edit (fixture->dossier, "Edit", lookup (fixture, "india"),
                         "aliases", (const char *[]) { "Delhi", NULL }, NULL);
  dramatis_history_clear (dramatis_dossier_get_history (fixture->dossier));
  present (fixture, dramatis_merge_dialog_new (fixture->session, lookup (fixture, "china")));
  assert_disabled (fixture, "merge.apply");

  /* found by another name, and still chosen when something else is looked for */
  search (fixture, "del");
  take (fixture, 0);
  item = GTK_ACCESSIBLE (gtk_widget_get_ancestor (fixture_find (fixture->window, DRAMATIS_TYPE_DOT, 0), GTK_TYPE_BOX));
  item = GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (item)));
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL, "India");
  gtk_test_accessible_assert_state (item, GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  search (fixture, "nobody");
  gtk_widget_activate_action (fixture->window, "merge.apply", NULL);

  g_assert_null (lookup (fixture, "india"));
  g_assert_nonnull (lookup (fixture, "japan"));
  g_assert_true (g_strv_contains (dramatis_actor_get_aliases (lookup (fixture, "china")), "Delhi"));
}

static void
test_split (Fixture       *fixture,
            gconstpointer  data)
{
  GtkEditable *name;

  present (fixture, dramatis_split_dialog_new (fixture->session, lookup (fixture, "japan")));
  name = fixture_child (fixture, "name_row");

  /* mentions, a name, and not its own */
  gtk_editable_set_text (name, "Kansai");
  assert_disabled (fixture, "split.apply");
  search (fixture, "armed");
  take (fixture, 0);
  gtk_editable_set_text (name, " japan ");
  assert_disabled (fixture, "split.apply");
  gtk_editable_set_text (name, "Kansai");
  gtk_widget_activate_action (fixture->window, "split.apply", NULL);

  g_assert_cmpuint (g_list_model_get_n_items (dramatis_session_get_actors (fixture->session)), ==, 4);
  g_assert_cmpuint (dramatis_index_get_actor_mentions (dramatis_session_get_index (fixture->session), "japan"), ==, 1);
}

/* A label would lay out all of a chapter to show the three lines around a mention. */
static void
test_split_long (Fixture       *fixture,
                 gconstpointer  data)
{
  DramatisPassage *passage = dramatis_dossier_lookup (fixture->dossier, "p1");
  g_autoptr (GString) text = g_string_new (dramatis_passage_get_text (passage));
  g_autoptr (DramatisRevision) revision = NULL;
  g_autoptr (GPtrArray) labels = NULL;
  gboolean is_cut = FALSE;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, " and so on");
  revision = dramatis_revision_new_correction (fixture->dossier, passage, text->str);
  dramatis_revision_apply (revision);
  present (fixture, dramatis_split_dialog_new (fixture->session, lookup (fixture, "japan")));

  labels = fixture_find_all (fixture_find (fixture->window, GTK_TYPE_LIST_VIEW, 0), GTK_TYPE_LABEL);
  for (guint i = 0; i < labels->len; i++)
    {
      const char *label = gtk_label_get_text (g_ptr_array_index (labels, i));

      g_assert_cmpint (g_utf8_strlen (label, -1), <, 500);
      is_cut |= g_str_has_suffix (label, "…");
    }
  g_assert_true (is_cut);
  gtk_window_close (GTK_WINDOW (fixture->window));
}

/* The name of somebody whom there is already is enough to give him the mentions. */
static void
test_split_known (Fixture       *fixture,
                  gconstpointer  data)
{
  present (fixture, dramatis_split_dialog_new (fixture->session, lookup (fixture, "japan")));
  take (fixture, 0);
  take (fixture, 1);
  gtk_editable_set_text (fixture_child (fixture, "name_row"), "INDIA");
  gtk_widget_activate_action (fixture->window, "split.apply", NULL);

  g_assert_cmpuint (g_list_model_get_n_items (dramatis_session_get_actors (fixture->session)), ==, 3);
  g_assert_cmpuint (dramatis_index_get_actor_mentions (dramatis_session_get_index (fixture->session), "india"), ==, 3);
  dramatis_history_undo (dramatis_dossier_get_history (fixture->dossier));
  g_assert_cmpuint (dramatis_index_get_actor_mentions (dramatis_session_get_index (fixture->session), "india"), ==, 1);
}

static void
picked_cb (GtkWidget      *picker,
           DramatisActor  *actor,
           DramatisActor **picked)
{
  *picked = actor;
}

static void
created_cb (GtkWidget  *picker,
            const char *name,
            char      **created)
{
  *created = g_strdup (name);
}

static void
test_pick (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) actors = g_ptr_array_new ();
  DramatisActor *picked = NULL;

  g_ptr_array_add (actors, lookup (fixture, "japan"));
  g_ptr_array_add (actors, lookup (fixture, "india"));
  present (fixture, dramatis_actor_picker_new (fixture->session, "Who?", actors, NULL));
  g_signal_connect (fixture->window, "picked", G_CALLBACK (picked_cb), &picked);
  assert_disabled (fixture, "picker.create");

  /* Enter takes who is found first; it is nobody that was left out */
  search (fixture, "china");
  g_signal_emit_by_name (fixture_find (fixture->window, GTK_TYPE_SEARCH_ENTRY, 0), "activate");
  g_assert_null (picked);
  search (fixture, "ind");
  g_signal_emit_by_name (fixture_find (fixture->window, GTK_TYPE_SEARCH_ENTRY, 0), "activate");
  g_assert_true (picked == lookup (fixture, "india"));
}

static void
test_pick_new (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GPtrArray) actors = g_ptr_array_new ();
  g_autofree char *created = NULL;

  present (fixture, dramatis_actor_picker_new (fixture->session, "Who?", actors, "Abe"));
  g_signal_connect (fixture->window, "created", G_CALLBACK (created_cb), &created);
  search (fixture, "Shinzo Abe");
  gtk_widget_activate_action (fixture->window, "picker.create", NULL);
  g_assert_cmpstr (created, ==, "Shinzo Abe");
}

static void
test_correct (Fixture       *fixture,
              gconstpointer  data)
{
  DramatisPassage *passage = dramatis_dossier_lookup (fixture->dossier, "p1");
  DramatisHistory *history = dramatis_dossier_get_history (fixture->dossier);
  GtkTextBuffer *buffer;
  GPtrArray *ranges;

  present (fixture, dramatis_passage_editor_new (fixture->session, passage));
  buffer = gtk_text_view_get_buffer (fixture_find (fixture->window, GTK_TYPE_TEXT_VIEW, 0));
  gtk_text_buffer_set_text (buffer, "\n", -1);
  assert_disabled (fixture, "passage.apply");
  gtk_text_buffer_set_text (buffer, "In 2014 Japan\narmed itself, in September.", -1);
  gtk_widget_activate_action (fixture->window, "passage.apply", NULL);

  g_assert_cmpstr (dramatis_passage_get_text (passage), ==, "In 2014 Japan armed itself, in September.");
  ranges = dramatis_note_get_ranges (dramatis_dossier_lookup (fixture->dossier, "n1"));
  g_assert_cmpstr (((DramatisAnchor *) g_ptr_array_index (ranges, 0))->quote, ==, "armed itself");
  g_assert_cmpuint (((DramatisAnchor *) g_ptr_array_index (ranges, 0))->range.start, ==, 14);

  dramatis_history_undo (history);
  g_assert_false (dramatis_history_get_can_undo (history));
  g_assert_cmpstr (dramatis_passage_get_text (passage), ==, "Japan armed itself in September 2014.");
}

/* Each dialog closes itself when it is done. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->dossier);
}

static void
add_tests (void)
{
  g_test_add ("/actor-dialogs/merge", Fixture, NULL, set_up, test_merge, tear_down);
  g_test_add ("/actor-dialogs/split", Fixture, NULL, set_up, test_split, tear_down);
  g_test_add ("/actor-dialogs/split-long", Fixture, NULL, set_up, test_split_long, tear_down);
  g_test_add ("/actor-dialogs/split-known", Fixture, NULL, set_up, test_split_known, tear_down);
  g_test_add ("/actor-dialogs/pick", Fixture, NULL, set_up, test_pick, tear_down);
  g_test_add ("/actor-dialogs/pick-new", Fixture, NULL, set_up, test_pick_new, tear_down);
  g_test_add ("/actor-dialogs/correct", Fixture, NULL, set_up, test_correct, tear_down);
}

int
main (int    argc,
      char **argv)
{
  return fixture_run (argc, argv, add_tests);
}
