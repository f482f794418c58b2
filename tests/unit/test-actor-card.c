/* test-actor-card.c: all that is known of an actor
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-actor-card.h"
#include "dramatis-actor-picker.h"
#include "dramatis-actor-popover.h"
#include "dramatis-actor-ties.h"
#include "dramatis-colour-chooser.h"
#include "fixture-window.h"

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->dossier = fixture_dossier_new ();
  fixture->session = dramatis_session_new (fixture->dossier);
  fixture->window = dramatis_actor_card_new (fixture->session, dramatis_dossier_lookup (fixture->dossier, "japan"));
  fixture->widget = fixture->window;
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture_settle (fixture);
}

static DramatisActor *
lookup (Fixture    *fixture,
        const char *id)
{
  return dramatis_dossier_lookup (fixture->dossier, id);
}

static gpointer
get_child (Fixture    *fixture,
           const char *name)
{
  return gtk_widget_get_template_child (fixture->widget, DRAMATIS_TYPE_ACTOR_CARD, name);
}

static void
assert_badge (Fixture    *fixture,
              const char *name,
              guint       expected)
{
  AdwViewStackPage *page = adw_view_stack_get_page (get_child (fixture, "stack"), get_child (fixture, name));

  g_assert_cmpuint (adw_view_stack_page_get_badge_number (page), ==, expected);
}

static void
test_ties (Fixture       *fixture,
           gconstpointer  data)
{
  assert_badge (fixture, "passages", 2);
  assert_badge (fixture, "events", 3);
  assert_badge (fixture, "notes", 1);

  gtk_widget_activate_action (fixture->widget, "card.show", "s", "india");
  g_assert_true (dramatis_actor_card_get_actor (DRAMATIS_ACTOR_CARD (fixture->widget)) == lookup (fixture, "india"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "India");
  assert_badge (fixture, "passages", 1);
  assert_badge (fixture, "events", 1);
  assert_badge (fixture, "notes", 1);
}

static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  DramatisHistory *history = dramatis_dossier_get_history (fixture->dossier);
  DramatisActor *japan = lookup (fixture, "japan");

  dramatis_dossier_set_status (fixture->dossier, japan, DRAMATIS_STATUS_SUGGESTED);
  gtk_editable_set_text (get_child (fixture, "name_row"), " Nippon ");
  g_signal_emit_by_name (get_child (fixture, "name_row"), "entry-activated");
  g_assert_cmpstr (dramatis_actor_get_name (japan), ==, "Nippon");
  g_assert_cmpint (dramatis_actor_get_status (japan), ==, DRAMATIS_STATUS_CONFIRMED);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Nippon");

  /* the articles call it so still */
  g_assert_cmpstr (gtk_editable_get_text (get_child (fixture, "aliases_row")), ==, "Japan");
  gtk_editable_set_text (get_child (fixture, "aliases_row"), "Tokyo, ,Japanese ");
  g_signal_emit_by_name (get_child (fixture, "aliases_row"), "entry-activated");
  g_assert_cmpuint (g_strv_length ((char **) dramatis_actor_get_aliases (japan)), ==, 2);
  g_assert_cmpstr (dramatis_actor_get_aliases (japan)[1], ==, "Japanese");

  adw_combo_row_set_selected (get_child (fixture, "kind_row"), DRAMATIS_ACTOR_KIND_PLACE);
  g_assert_cmpint (dramatis_actor_get_kind (japan), ==, DRAMATIS_ACTOR_KIND_PLACE);
  dramatis_colour_chooser_set_colour (get_child (fixture, "colour_chooser"), DRAMATIS_COLOUR_TEAL);
  g_assert_cmpint (dramatis_actor_get_colour (japan), ==, DRAMATIS_COLOUR_TEAL);

  /* each its own level; the card follows */
  dramatis_history_undo (history);
  g_assert_cmpint (dramatis_colour_chooser_get_colour (get_child (fixture, "colour_chooser")), ==,
                   DRAMATIS_COLOUR_AUTOMATIC);
  dramatis_history_undo (history);
  g_assert_cmpuint (adw_combo_row_get_selected (get_child (fixture, "kind_row")), ==, DRAMATIS_ACTOR_KIND_STATE);
  gtk_widget_activate_action (fixture->widget, "card.undo", NULL);
  g_assert_cmpstr (gtk_editable_get_text (get_child (fixture, "aliases_row")), ==, "Japan");
  gtk_widget_activate_action (fixture->widget, "card.redo", NULL);
  g_assert_cmpuint (g_strv_length ((char **) dramatis_actor_get_aliases (japan)), ==, 2);
  gtk_widget_activate_action (fixture->widget, "card.undo", NULL);
  dramatis_history_undo (history);
  g_assert_cmpstr (gtk_editable_get_text (get_child (fixture, "name_row")), ==, "Japan");
}

/* No name is no name to go on with; what is only written is committed when the card closes. */
static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  DramatisActor *japan = lookup (fixture, "japan");

  gtk_editable_set_text (get_child (fixture, "name_row"), "  ");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (get_child (fixture, "description_view")), "Islands\n", -1);
  gtk_widget_set_visible (fixture->window, FALSE);
  g_assert_cmpstr (dramatis_actor_get_name (japan), ==, "Japan");
  g_assert_cmpstr (dramatis_actor_get_description (japan), ==, "Islands");
}

/* One click settles which one of several a name means. */
static void
test_candidates (Fixture       *fixture,
                 gconstpointer  data)
{
  const char *candidates[] = { "china", "india", NULL };
  DramatisActor *china = lookup (fixture, "china");

  g_assert_false (gtk_widget_get_visible (get_child (fixture, "candidates_group")));
  dramatis_dossier_edit (fixture->dossier, "Edit", lookup (fixture, "japan"), "candidates", candidates, NULL);
  g_assert_false (gtk_widget_get_visible (get_child (fixture, "candidates_group")));
  dramatis_dossier_set_status (fixture->dossier, lookup (fixture, "japan"), DRAMATIS_STATUS_SUGGESTED);
  fixture_settle (fixture);
  g_assert_true (gtk_widget_get_visible (get_child (fixture, "candidates_group")));

  gtk_widget_activate_action (fixture->widget, "card.settle", "s", "china");
  fixture_settle (fixture);
  g_assert_null (lookup (fixture, "japan"));
  g_assert_true (dramatis_actor_card_get_actor (DRAMATIS_ACTOR_CARD (fixture->widget)) == china);
  g_assert_false (gtk_widget_get_visible (get_child (fixture, "candidates_group")));
  g_assert_true (g_strv_contains (dramatis_actor_get_aliases (china), "Japan"));

  dramatis_history_undo (dramatis_dossier_get_history (fixture->dossier));
  g_assert_nonnull (lookup (fixture, "japan"));
}

/* What a row of a group can do with its actor */
static gboolean
has_row (Fixture    *fixture,
         const char *group,
         const char *label)
{
  g_autoptr (GPtrArray) rows = fixture_find_all (get_child (fixture, group), ADW_TYPE_ACTION_ROW);

  for (guint i = 0; i < rows->len; i++)
    {
      if (g_str_equal (adw_preferences_row_get_title (g_ptr_array_index (rows, i)), label))
        return TRUE;
    }

  return FALSE;
}

static GtkWidget *
find_toplevel (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }

  return NULL;
}

/* Thousands of members would take seconds: the first are on the card, all of them in a list from which one is shown. */
static void
test_many_members (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *picker;

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%02u", i);
      g_autoptr (DramatisActor) member = dramatis_actor_new (id, DRAMATIS_ACTOR_KIND_STATE, id);

      g_object_set (member, "memberships", (const char *[]) { "japan", NULL }, NULL);
      dramatis_dossier_add (fixture->dossier, member);
    }
  gtk_widget_activate_action (fixture->widget, "card.show", "s", "japan");
  fixture_settle (fixture);
  g_assert_true (has_row (fixture, "members_group", "m00"));
  g_assert_true (has_row (fixture, "members_group", "Show All 50…"));
  g_assert_false (has_row (fixture, "members_group", "m49"));

  gtk_widget_activate_action (fixture->widget, "card.show-members", NULL);
  picker = find_toplevel (DRAMATIS_TYPE_ACTOR_PICKER);
  gtk_editable_set_text (fixture_find (picker, GTK_TYPE_SEARCH_ENTRY, 0), "m49");
  g_signal_emit_by_name (fixture_find (picker, GTK_TYPE_SEARCH_ENTRY, 0), "activate");
  g_assert_true (dramatis_actor_card_get_actor (DRAMATIS_ACTOR_CARD (fixture->widget)) == lookup (fixture, "m49"));
}

static void
test_memberships (Fixture       *fixture,
                  gconstpointer  data)
{
  DramatisHistory *history = dramatis_dossier_get_history (fixture->dossier);

  dramatis_dossier_set_membership (fixture->dossier, lookup (fixture, "japan"), lookup (fixture, "china"), TRUE);
  fixture_settle (fixture);
  g_assert_true (has_row (fixture, "memberships_group", "China"));
  g_assert_false (has_row (fixture, "members_group", "China"));

  gtk_widget_activate_action (fixture->widget, "card.show", "s", "china");
  fixture_settle (fixture);
  g_assert_false (has_row (fixture, "memberships_group", "Japan"));
  g_assert_true (has_row (fixture, "members_group", "Japan"));

  gtk_widget_activate_action (fixture->widget, "card.remove-member", "s", "japan");
  g_assert_null (dramatis_actor_get_memberships (lookup (fixture, "japan"))[0]);
  dramatis_history_undo (history);

  gtk_widget_activate_action (fixture->widget, "card.show", "s", "japan");
  gtk_widget_activate_action (fixture->widget, "card.leave", "s", "china");
  g_assert_null (dramatis_actor_get_memberships (lookup (fixture, "japan"))[0]);
  dramatis_history_undo (history);
  g_assert_cmpstr (dramatis_actor_get_memberships (lookup (fixture, "japan"))[0], ==, "china");
}

static void
test_hidden (Fixture       *fixture,
             gconstpointer  data)
{
  GtkSwitch *hidden = get_child (fixture, "hidden_switch");

  gtk_switch_set_active (hidden, TRUE);
  g_assert_true (dramatis_actor_get_hidden (lookup (fixture, "japan")));
  dramatis_history_undo (dramatis_dossier_get_history (fixture->dossier));
  g_assert_false (gtk_switch_get_active (hidden));
  g_assert_false (dramatis_history_get_can_undo (dramatis_dossier_get_history (fixture->dossier)));
}

static void
test_popover (void)
{
  Fixture fixture = { fixture_dossier_new () };
  GtkWidget *popover;

  fixture.session = dramatis_session_new (fixture.dossier);
  dramatis_dossier_set_status (fixture.dossier, lookup (&fixture, "india"), DRAMATIS_STATUS_SUGGESTED);
  popover = g_object_ref_sink (dramatis_actor_popover_new (fixture.session, "india"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, "India");
  gtk_widget_activate_action (popover, "actor.confirm", NULL);
  g_assert_cmpint (dramatis_actor_get_status (lookup (&fixture, "india")), ==, DRAMATIS_STATUS_CONFIRMED);
  gtk_widget_activate_action (popover, "actor.reject", NULL);
  g_assert_cmpint (dramatis_actor_get_status (lookup (&fixture, "india")), ==, DRAMATIS_STATUS_REJECTED);

  g_assert_finalize_object (popover);
  g_assert_finalize_object (fixture.session);
  g_assert_finalize_object (fixture.dossier);
}

static void
test_colours (void)
{
  GtkWidget *chooser = g_object_ref_sink (dramatis_colour_chooser_new ());
  GtkWidget *box = gtk_widget_get_first_child (chooser);
  guint i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *swatch = gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child));

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (swatch), TRUE);
      g_assert_cmpint (dramatis_colour_chooser_get_colour (DRAMATIS_COLOUR_CHOOSER (chooser)), ==, i);
      gtk_test_accessible_assert_role (swatch, GTK_ACCESSIBLE_ROLE_RADIO);
      gtk_test_accessible_assert_state (GTK_ACCESSIBLE (swatch), GTK_ACCESSIBLE_STATE_CHECKED, TRUE);
      i++;
    }
  g_assert_cmpuint (i, ==, DRAMATIS_N_COLOURS);

  g_assert_finalize_object (chooser);
}

static void
add_tests (void)
{
  g_test_add ("/actor-card/ties", Fixture, NULL, set_up, test_ties, fixture_tear_down);
  g_test_add ("/actor-card/edit", Fixture, NULL, set_up, test_edit, fixture_tear_down);
  g_test_add ("/actor-card/close", Fixture, NULL, set_up, test_close, fixture_tear_down);
  g_test_add ("/actor-card/candidates", Fixture, NULL, set_up, test_candidates, fixture_tear_down);
  g_test_add ("/actor-card/hidden", Fixture, NULL, set_up, test_hidden, fixture_tear_down);
  g_test_add ("/actor-card/many-members", Fixture, NULL, set_up, test_many_members, fixture_tear_down);
  g_test_add ("/actor-card/memberships", Fixture, NULL, set_up, test_memberships, fixture_tear_down);
  g_test_add_func ("/actor-card/popover", test_popover);
  g_test_add_func ("/actor-card/colours", test_colours);
}

int
main (int    argc,
      char **argv)
{
  return fixture_run (argc, argv, add_tests);
}
