/* test-actor-panel.c: the cast
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-actor-panel.h"
#include "dramatis-actor-row.h"
#include "fixture-window.h"

static GtkWidget *
create_panel (void)
{
  return dramatis_actor_panel_new (NULL);
}

/* Each row as "Name count", in the order on screen. */
static char *
list_rows (Fixture *fixture)
{
  g_autoptr (GPtrArray) rows = fixture_find_all (fixture->widget, DRAMATIS_TYPE_ACTOR_ROW);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (rows, i);
      GtkWidget *count = gtk_widget_get_last_child (gtk_widget_get_last_child (row));

      if (!gtk_widget_get_child_visible (gtk_widget_get_parent (row)))
        continue;
      g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "",
                              dramatis_actor_get_name (dramatis_actor_row_get_actor (DRAMATIS_ACTOR_ROW (row))),
                              gtk_label_get_label (GTK_LABEL (count)));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_rows (Fixture    *fixture,
             const char *expected)
{
  g_autofree char *rows = NULL;

  fixture_settle (fixture);
  rows = list_rows (fixture);
  g_assert_cmpstr (rows, ==, expected);
}

static GtkAccessible *
get_item (Fixture *fixture,
          guint    number)
{
  return GTK_ACCESSIBLE (gtk_widget_get_parent (fixture_find (fixture->widget, DRAMATIS_TYPE_ACTOR_ROW, number)));
}

static void
set_status (Fixture        *fixture,
            const char     *id,
            DramatisStatus  status)
{
  dramatis_dossier_set_status (fixture->dossier, dramatis_dossier_lookup (fixture->dossier, id), status);
}

static void
search (Fixture    *fixture,
        const char *text)
{
  GtkEditable *entry = fixture_find (fixture->widget, GTK_TYPE_SEARCH_ENTRY, 0);

  gtk_editable_set_text (entry, text);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  assert_rows (fixture, "China 2, Japan 2, India 1");

  gtk_widget_activate_action (fixture->widget, "actors.order", "s", "appearance");
  assert_rows (fixture, "China 2, Japan 2, India 1");
  gtk_widget_activate_action (fixture->widget, "actors.order", "s", "name");
  assert_rows (fixture, "China 2, India 1, Japan 2");
  g_assert_cmpint (dramatis_session_get_actor_order (fixture->session), ==, DRAMATIS_ACTOR_ORDER_NAME);

  /* by kind first */
  dramatis_dossier_edit (fixture->dossier, "Edit", dramatis_dossier_lookup (fixture->dossier, "japan"),
                         "kind", DRAMATIS_ACTOR_KIND_PERSON, "name", "Jack", NULL);
  assert_rows (fixture, "Jack 2, China 2, India 1");
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_first_child (fixture_find (fixture->widget, DRAMATIS_TYPE_ACTOR_ROW, 1))));
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_first_child (fixture_find (fixture->widget, DRAMATIS_TYPE_ACTOR_ROW, 2))));
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  DramatisFilter *filter = dramatis_session_get_filter (fixture->session);

  dramatis_filter_toggle_actor (filter, "japan");
  assert_rows (fixture, "China 1/2, Japan 2, India 0/1");
  dramatis_session_set_article (fixture->session, dramatis_dossier_lookup (fixture->dossier, "two"));
  assert_rows (fixture, "China 0/2, Japan 0/2, India 0/1");
  dramatis_filter_clear (filter);
  assert_rows (fixture, "China 1/2, Japan 0/2, India 1");
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkAccessible *japan = get_item (fixture, 1);

  gtk_test_accessible_assert_role (japan, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (japan, GTK_ACCESSIBLE_PROPERTY_LABEL, "Japan, state, 2 mentions");
  gtk_test_accessible_assert_state (japan, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);

  dramatis_filter_toggle_actor (dramatis_session_get_filter (fixture->session), "japan");
  fixture_settle (fixture);
  gtk_test_accessible_assert_property (japan, GTK_ACCESSIBLE_PROPERTY_LABEL, "Japan, state, 2 mentions, in the filter");
  gtk_test_accessible_assert_state (japan, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);

  set_status (fixture, "japan", DRAMATIS_STATUS_SUGGESTED);
  fixture_settle (fixture);
  gtk_test_accessible_assert_property (japan, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Japan, state, 2 mentions, suggested, in the filter");
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  const char *aliases[] = { "Tokyo", "Nippon", NULL };

  search (fixture, " jaP ");
  assert_rows (fixture, "Japan 2");
  search (fixture, "nippon");
  assert_rows (fixture, "");
  dramatis_dossier_edit (fixture->dossier, "Edit", dramatis_dossier_lookup (fixture->dossier, "japan"),
                         "aliases", aliases, NULL);
  assert_rows (fixture, "Japan 2");
  search (fixture, "");
  assert_rows (fixture, "China 2, Japan 2, India 1");
}

static void
test_status (Fixture       *fixture,
             gconstpointer  data)
{
  DramatisHistory *history = dramatis_dossier_get_history (fixture->dossier);
  GListModel *actors = dramatis_dossier_get_actors (fixture->dossier);

  gtk_widget_activate_action (fixture->widget, "actors.reject", "s", "china");
  assert_rows (fixture, "Japan 2, India 1");
  dramatis_history_undo (history);
  assert_rows (fixture, "China 2, Japan 2, India 1");

  set_status (fixture, "japan", DRAMATIS_STATUS_SUGGESTED);
  set_status (fixture, "india", DRAMATIS_STATUS_SUGGESTED);
  gtk_widget_activate_action (fixture->widget, "actors.confirm-all", NULL);
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (DramatisActor) actor = g_list_model_get_item (actors, i);

      g_assert_cmpint (dramatis_actor_get_status (actor), ==, DRAMATIS_STATUS_CONFIRMED);
    }

  /* one level of undo for both */
  dramatis_history_undo (history);
  g_assert_cmpint (dramatis_actor_get_status (dramatis_dossier_lookup (fixture->dossier, "japan")), ==,
                   DRAMATIS_STATUS_SUGGESTED);
  g_assert_cmpint (dramatis_actor_get_status (dramatis_dossier_lookup (fixture->dossier, "india")), ==,
                   DRAMATIS_STATUS_SUGGESTED);
}

static void
test_reject_all (Fixture       *fixture,
                 gconstpointer  data)
{
  set_status (fixture, "japan", DRAMATIS_STATUS_SUGGESTED);
  set_status (fixture, "india", DRAMATIS_STATUS_SUGGESTED);
  gtk_widget_activate_action (fixture->widget, "actors.reject-all", NULL);
  assert_rows (fixture, "China 2");
  dramatis_history_undo (dramatis_dossier_get_history (fixture->dossier));
  assert_rows (fixture, "China 2, Japan 2, India 1");
}

static void
test_hide (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_widget_activate_action (fixture->widget, "actors.hide", "s", "japan");
  assert_rows (fixture, "China 2, India 1");
  dramatis_session_set_show_hidden (fixture->session, TRUE);
  assert_rows (fixture, "China 2, Japan 2, India 1");
  gtk_test_accessible_assert_property (get_item (fixture, 1), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Japan, state, 2 mentions, hidden");
  gtk_widget_activate_action (fixture->widget, "actors.show", "s", "japan");
  dramatis_session_set_show_hidden (fixture->session, FALSE);
  assert_rows (fixture, "China 2, Japan 2, India 1");
}

static void
test_match (Fixture       *fixture,
            gconstpointer  data)
{
  DramatisFilter *filter = dramatis_session_get_filter (fixture->session);
  /* behind that of the menu and "any" */
  GtkToggleButton *all = fixture_find (fixture->widget, GTK_TYPE_TOGGLE_BUTTON, 2);

  dramatis_filter_toggle_actor (filter, "japan");
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (all)));
  dramatis_filter_toggle_actor (filter, "china");
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (all)));
  g_assert_false (gtk_toggle_button_get_active (all));

  dramatis_filter_set_match (filter, DRAMATIS_MATCH_ALL);
  g_assert_true (gtk_toggle_button_get_active (all));
  assert_rows (fixture, "China 1/2, Japan 1/2, India 0/1");
}

static void
test_session (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (DramatisDossier) dossier = dramatis_dossier_new ();
  g_autoptr (DramatisSession) session = dramatis_session_new (dossier);
  DramatisActorPanel *panel = DRAMATIS_ACTOR_PANEL (fixture->widget);

  dramatis_actor_panel_set_session (panel, session);
  assert_rows (fixture, "");
  dramatis_actor_panel_set_session (panel, fixture->session);
  assert_rows (fixture, "China 2, Japan 2, India 1");
  dramatis_actor_panel_set_session (panel, NULL);
  assert_rows (fixture, "");
}

static void
add_tests (void)
{
  g_test_add ("/actor-panel/order", Fixture, create_panel, fixture_set_up, test_order, fixture_tear_down);
  g_test_add ("/actor-panel/filter", Fixture, create_panel, fixture_set_up, test_filter, fixture_tear_down);
  g_test_add ("/actor-panel/accessible", Fixture, create_panel, fixture_set_up, test_accessible, fixture_tear_down);
  g_test_add ("/actor-panel/search", Fixture, create_panel, fixture_set_up, test_search, fixture_tear_down);
  g_test_add ("/actor-panel/status", Fixture, create_panel, fixture_set_up, test_status, fixture_tear_down);
  g_test_add ("/actor-panel/reject-all", Fixture, create_panel, fixture_set_up, test_reject_all, fixture_tear_down);
  g_test_add ("/actor-panel/hide", Fixture, create_panel, fixture_set_up, test_hide, fixture_tear_down);
  g_test_add ("/actor-panel/match", Fixture, create_panel, fixture_set_up, test_match, fixture_tear_down);
  g_test_add ("/actor-panel/session", Fixture, create_panel, fixture_set_up, test_session, fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  return fixture_run (argc, argv, add_tests);
}
