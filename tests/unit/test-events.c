/* test-events.c: the list and the form of events, and the entry for the span
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-event-editor.h"
#include "dramatis-event-list.h"
#include "dramatis-span-entry.h"
#include "dramatis-timeline-panel.h"
#include "fixture-window.h"

static GtkWidget *
show_list (Fixture *fixture)
{
  gtk_toggle_button_set_active (fixture_child (fixture, "show_list"), TRUE);
  fixture_settle (fixture);

  return fixture_find (fixture->widget, DRAMATIS_TYPE_EVENT_LIST, 0);
}

/* The titles of the rows, one of three labels each. */
static void
assert_rows (GtkWidget  *list,
             const char *expected)
{
  g_autoptr (GPtrArray) labels = fixture_find_all (list, GTK_TYPE_LABEL);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < labels->len; i++)
    {
      if (gtk_widget_has_css_class (labels->pdata[i], "title"))
        g_string_append_printf (titles, "%s|", gtk_label_get_text (labels->pdata[i]));
    }
  g_assert_cmpstr (titles->str, ==, expected);
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) lists = fixture_find_all (fixture->widget, DRAMATIS_TYPE_EVENT_LIST);
  GtkWidget *list;

  g_assert_cmpuint (lists->len, ==, 0);
  list = show_list (fixture);
  assert_rows (list, "India acts|Japan meets China|Japan arms|");

  dramatis_dossier_edit (fixture->dossier, "Edit", dramatis_dossier_lookup (fixture->dossier, "e1"),
                         "title", "China meets Japan", NULL);
  fixture_settle (fixture);
  assert_rows (list, "India acts|China meets Japan|Japan arms|");

  dramatis_filter_set_actors (dramatis_session_get_filter (fixture->session), (const char *[]) { "india", NULL });
  fixture_settle (fixture);
  assert_rows (list, "India acts|");
}

/* What is selected in the list is the event pointed at, and the other way round. */
static void
test_list_selects (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *list = show_list (fixture);
  GtkListView *view = fixture_find (list, GTK_TYPE_LIST_VIEW, 0);
  GtkSelectionModel *selection = gtk_list_view_get_model (view);
  gpointer first = dramatis_dossier_lookup (fixture->dossier, "e3");

  gtk_selection_model_select_item (selection, 0, TRUE);
  g_assert_true (dramatis_session_get_event (fixture->session) == first);

  dramatis_session_set_event (fixture->session, dramatis_dossier_lookup (fixture->dossier, "e2"));
  g_assert_true (gtk_selection_model_is_selected (selection, 2));
  g_assert_false (gtk_selection_model_is_selected (selection, 0));

  dramatis_session_set_event (fixture->session, NULL);
  g_assert_false (gtk_selection_model_is_selected (selection, 2));
}

static const struct
{
  const char *typed;
  const char *edtf;   /* of the span after Enter; NULL: none */
  const char *shown;
} spans[] = {
  { "autumn 2014", "2014-09/2014-11", "September–November 2014" },
  { "2014/2016", "2014/2016", "2014–2016" },
  { "31 April 2014", "2014/2016", "31 April 2014" },
  { "since 2015", "2015/..", "since 2015" },
  { "", NULL, "" },
};

static void
test_span_entry (Fixture       *fixture,
                 gconstpointer  data)
{
  DramatisFilter *filter = dramatis_session_get_filter (fixture->session);
  GtkWidget *entry = fixture_find (fixture_child (fixture, "span"), GTK_TYPE_ENTRY, 0);

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      const DramatisSpan *span;
      g_autoptr (DramatisTime) time = NULL;

      gtk_editable_set_text (GTK_EDITABLE (entry), spans[i].typed);
      g_signal_emit_by_name (entry, "activate");

      span = dramatis_filter_get_span (filter);
      time = span != NULL ? dramatis_time_new_for_span (span) : NULL;
      g_assert_cmpstr (time != NULL ? dramatis_time_get_edtf (time) : NULL, ==, spans[i].edtf);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, spans[i].shown);
    }

  dramatis_filter_set_span (filter, &(const DramatisSpan) { 0, 365 });
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "1970");
  /* With what was typed still there the window can go. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "spring 19");
}

static gpointer
editor_child (GtkWidget  *editor,
              const char *name)
{
  return gtk_widget_get_template_child (editor, DRAMATIS_TYPE_EVENT_EDITOR, name);
}

static GtkWidget *
edit (Fixture    *fixture,
      const char *id)
{
  GtkWidget *editor = dramatis_event_editor_new (fixture->session, dramatis_dossier_lookup (fixture->dossier, id), NULL);

  gtk_window_present (GTK_WINDOW (editor));
  fixture_settle (fixture);

  return editor;
}

/* A piece of evidence is taken out, marked text comes in, in one step. */
static void
test_evidence (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GPtrArray) marked = fixture_anchors_new (fixture->dossier, "p1", 22, 36);
  DramatisEvent *event = dramatis_dossier_lookup (fixture->dossier, "e2");
  GtkWidget *editor, *remove;
  DramatisAnchor *anchor;

  editor = edit (fixture, "e2");
  g_assert_false (gtk_widget_get_visible (editor_child (editor, "add_evidence")));
  gtk_window_destroy (GTK_WINDOW (editor));

  dramatis_session_set_marked (fixture->session, marked);
  editor = edit (fixture, "e2");
  g_assert_true (gtk_widget_get_visible (editor_child (editor, "add_evidence")));
  g_signal_emit_by_name (editor_child (editor, "add_evidence"), "activated");
  g_assert_false (gtk_widget_get_visible (editor_child (editor, "add_evidence")));
  remove = fixture_find (editor_child (editor, "evidence_list"), GTK_TYPE_BUTTON, 0);
  fixture_assert_name (remove, "Take Out “Japan”");
  g_signal_emit_by_name (remove, "clicked");
  g_assert_true (gtk_widget_activate_action (editor, "editor.save", NULL));
  fixture_settle (fixture);

  g_assert_cmpuint (dramatis_event_get_evidence (event)->len, ==, 1);
  anchor = g_ptr_array_index (dramatis_event_get_evidence (event), 0);
  g_assert_cmpstr (anchor->quote, ==, "September 2014");

  dramatis_history_undo (dramatis_dossier_get_history (fixture->dossier));
  anchor = g_ptr_array_index (dramatis_event_get_evidence (event), 0);
  g_assert_cmpstr (anchor->quote, ==, "Japan");
}

static void
test_merge (Fixture       *fixture,
            gconstpointer  data)
{
  DramatisHistory *history = dramatis_dossier_get_history (fixture->dossier);
  DramatisEvent *event = dramatis_dossier_lookup (fixture->dossier, "e1");
  GtkWidget *editor = edit (fixture, "e1");
  GtkDropDown *other = editor_child (editor, "other");

  g_assert_cmpuint (gtk_drop_down_get_selected (other), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (other)), ==, 4);
  gtk_drop_down_set_selected (other, 1);
  g_assert_true (gtk_widget_activate_action (editor, "editor.save", NULL));
  fixture_settle (fixture);

  g_assert_null (dramatis_dossier_lookup (fixture->dossier, "e2"));
  g_assert_cmpuint (dramatis_event_get_evidence (event)->len, ==, 2);
  g_assert_cmpstr (dramatis_event_get_title (event), ==, "Japan meets China");

  dramatis_history_undo (history);
  g_assert_nonnull (dramatis_dossier_lookup (fixture->dossier, "e2"));
  g_assert_false (dramatis_history_get_can_undo (history));
}

/* At a place of the timeline the form proposes a time as exact as one can point. */
static void
test_add_event (Fixture       *fixture,
                gconstpointer  data)
{
  DramatisTimeline *timeline = fixture_child (fixture, "timeline");
  static const struct
  {
    const char *first, *last;   /* what is visible */
    const char *proposed;
  } cases[] = {
    { "1980", "2009", "1995" },
    { "2012-01", "2012-12", "July 2012" },
    { "2012-05-10", "2012-05-20", "15 May 2012" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DramatisTime) first = dramatis_time_new (cases[i].first, NULL);
      g_autoptr (DramatisTime) last = dramatis_time_new (cases[i].last, NULL);
      g_autoptr (GListModel) windows = NULL;
      GtkWidget *editor = NULL;

      dramatis_time_axis_set_visible (dramatis_timeline_get_axis (timeline), dramatis_time_get_span (first)->start,
                                      dramatis_time_get_span (last)->end);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (timeline), "timeline.add-event", NULL));
      windows = g_object_ref (gtk_window_get_toplevels ());
      for (guint j = 0; j < g_list_model_get_n_items (windows); j++)
        {
          g_autoptr (GtkWidget) window = g_list_model_get_item (windows, j);

          if (DRAMATIS_IS_EVENT_EDITOR (window))
            editor = window;
        }
      g_assert_nonnull (editor);
      g_assert_cmpstr (gtk_editable_get_text (editor_child (editor, "time")), ==, cases[i].proposed);
      fixture_settle (fixture);
      gtk_window_destroy (GTK_WINDOW (editor));
    }
}

static void
add_tests (void)
{
  static const struct
  {
    const char *path;
    void      (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/events/list", test_list },
    { "/events/list-selects", test_list_selects },
    { "/events/span-entry", test_span_entry },
    { "/events/evidence", test_evidence },
    { "/events/merge", test_merge },
    { "/events/add-event", test_add_event },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, dramatis_timeline_panel_new, fixture_set_up, tests[i].run, fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  return fixture_run (argc, argv, add_tests);
}
