/* test-session.c: what a window shows
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture-dossier.h"

#include "dramatis-session.h"

static char *
positions_to_string (GArray *positions)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < positions->len; i++)
    g_string_append_printf (string, "%s%u", i > 0 ? " " : "", g_array_index (positions, guint, i));

  return g_string_free (string, FALSE);
}

static char *
list_to_string (GListModel *list)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (DramatisThing) thing = g_list_model_get_item (list, i);

      g_string_append_printf (string, "%s%s", i > 0 ? " " : "", dramatis_thing_get_id (thing));
    }

  return g_string_free (string, FALSE);
}

static void
assert_views (DramatisSession *session,
              const char      *matches,
              const char      *actors,
              const char      *events,
              const char      *notes)
{
  g_autofree char *shown = positions_to_string (dramatis_session_get_matches (session));
  g_autofree char *actor_ids = list_to_string (dramatis_session_get_actors (session));
  g_autofree char *event_ids = list_to_string (dramatis_session_get_events (session));
  g_autofree char *note_ids = list_to_string (dramatis_session_get_notes (session));

  g_assert_cmpstr (shown, ==, matches);
  g_assert_cmpstr (actor_ids, ==, actors);
  g_assert_cmpstr (event_ids, ==, events);
  g_assert_cmpstr (note_ids, ==, notes);
}

static void
test_views_follow (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  g_autoptr (DramatisSession) session = dramatis_session_new (dossier);
  DramatisFilter *filter = dramatis_session_get_filter (session);
  DramatisHistory *history = dramatis_dossier_get_history (dossier);
  g_autoptr (DramatisTime) year = dramatis_time_new ("2012", NULL);

  assert_views (session, "0 1 2 3", "china japan india", "e3 e1 e2", "n1 n2 n3");

  dramatis_filter_toggle_actor (filter, "india");
  assert_views (session, "3", "china japan india", "e3", "n2");
  dramatis_filter_toggle_actor (filter, "india");

  /* the span takes nothing out of the timeline */
  dramatis_filter_set_span (filter, dramatis_time_get_span (year));
  assert_views (session, "0", "china japan india", "e3 e1 e2", "");
  dramatis_filter_clear (filter);

  dramatis_session_set_article (session, dramatis_dossier_lookup (dossier, "two"));
  assert_views (session, "3", "china japan india", "e3 e1 e2", "n1 n2 n3");

  dramatis_dossier_remove (dossier, dramatis_dossier_lookup (dossier, "two"));
  g_assert_null (dramatis_session_get_article (session));
  assert_views (session, "0 1 2", "japan china india", "e3 e1 e2", "n1 n2 n3");

  dramatis_history_undo (history);
  dramatis_dossier_set_status (dossier, dramatis_dossier_lookup (dossier, "china"), DRAMATIS_STATUS_REJECTED);
  dramatis_session_set_actor_order (session, DRAMATIS_ACTOR_ORDER_NAME);
  assert_views (session, "0 1 2 3", "india japan", "e3 e1 e2", "n1 n2 n3");
}

static void
test_count (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  g_autoptr (DramatisSession) session = dramatis_session_new (dossier);
  g_autofree char *all = dramatis_session_dup_count (session);
  g_autofree char *some = NULL;

  g_assert_cmpstr (all, ==, "4 of 4 passages");
  dramatis_filter_toggle_actor (dramatis_session_get_filter (session), "japan");
  some = dramatis_session_dup_count (session);
  g_assert_cmpstr (some, ==, "2 of 4 passages");
}

typedef struct
{
  guint         n;
  guint         position;
  DramatisRange range;
} Revealed;

static void
reveal_cb (DramatisSession *session,
           guint            position,
           DramatisRange   *range,
           Revealed        *revealed)
{
  revealed->n++;
  revealed->position = position;
  if (range != NULL)
    revealed->range = *range;
}

static void
assert_hits (DramatisSession *session,
             guint            n_in_text,
             guint            n_notes,
             guint            n_actors,
             guint            n_events)
{
  g_assert_cmpuint (dramatis_session_get_n_hits_of (session, DRAMATIS_HIT_PASSAGE), ==, n_in_text);
  g_assert_cmpuint (dramatis_session_get_n_hits_of (session, DRAMATIS_HIT_NOTE), ==, n_notes);
  g_assert_cmpuint (dramatis_session_get_n_hits_of (session, DRAMATIS_HIT_ACTOR), ==, n_actors);
  g_assert_cmpuint (dramatis_session_get_n_hits_of (session, DRAMATIS_HIT_EVENT), ==, n_events);
  g_assert_cmpuint (dramatis_session_get_n_hits (session), ==, n_in_text + n_notes + n_actors + n_events);
}

static void
test_find (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  g_autoptr (DramatisSession) session = dramatis_session_new (dossier);
  g_autoptr (GArray) hits = NULL;
  Revealed revealed = { 0 };
  guint current;

  g_signal_connect (session, "reveal", G_CALLBACK (reveal_cb), &revealed);

  /* China twice in the text, an actor, and the events e1 and e3, by title and by evidence */
  dramatis_session_set_find (session, "CHINA", FALSE);
  assert_hits (session, 2, 0, 1, 2);
  g_assert_cmpuint (revealed.n, ==, 1);
  g_assert_cmpuint (revealed.position, ==, 0);
  g_assert_cmpuint (revealed.range.start, ==, 10);
  g_assert_null (dramatis_session_get_found (session));

  dramatis_session_find_next (session, 1);
  g_assert_cmpuint (revealed.position, ==, 3);
  hits = dramatis_session_get_hits_at (session, 3, &current);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpuint (current, ==, 0);

  /* behind the text come actors and events, in the order of their lists; the text shows where they come from */
  dramatis_session_find_next (session, 1);
  g_assert_true (dramatis_session_get_found (session) == dramatis_dossier_lookup (dossier, "china"));
  g_assert_cmpuint (revealed.position, ==, 0);
  dramatis_session_find_next (session, 1);
  g_assert_true (dramatis_session_get_found (session) == dramatis_dossier_lookup (dossier, "e3"));
  g_assert_cmpuint (revealed.position, ==, 3);
  dramatis_session_find_next (session, 1);
  g_assert_true (dramatis_session_get_found (session) == dramatis_dossier_lookup (dossier, "e1"));
  dramatis_session_find_next (session, 1);
  g_assert_cmpuint (dramatis_session_get_hit (session), ==, 0);
  dramatis_session_find_first (session, DRAMATIS_HIT_EVENT);
  g_assert_cmpuint (dramatis_session_get_hit (session), ==, 3);
  dramatis_session_find_first (session, DRAMATIS_HIT_NOTE);
  g_assert_cmpuint (dramatis_session_get_hit (session), ==, 3);

  /* what is hidden is not found; one stays with what was found */
  dramatis_filter_toggle_actor (dramatis_session_get_filter (session), "japan");
  assert_hits (session, 1, 0, 1, 1);
  dramatis_filter_clear (dramatis_session_get_filter (session));
  assert_hits (session, 2, 0, 1, 2);

  /* notes by their text, their quotes and their tags */
  dramatis_session_set_find (session, "arm", FALSE);
  assert_hits (session, 1, 1, 0, 1);
  dramatis_session_find_first (session, DRAMATIS_HIT_NOTE);
  g_assert_true (dramatis_session_get_found (session) == dramatis_dossier_lookup (dossier, "n1"));
  dramatis_session_set_find (session, "arm", TRUE);
  assert_hits (session, 0, 0, 0, 0);
  dramatis_session_set_find (session, "armed", TRUE);
  assert_hits (session, 1, 1, 0, 0);

  /* the search goes on from what is being read */
  dramatis_session_set_find (session, "", FALSE);
  assert_hits (session, 0, 0, 0, 0);
  dramatis_session_find_next (session, 1);
  dramatis_session_set_current (session, 3);
  dramatis_session_set_find (session, "china", FALSE);
  g_assert_cmpuint (dramatis_session_get_hit (session), ==, 1);

  /* an edit of a name is found at once */
  dramatis_dossier_edit (dossier, "Edit", dramatis_dossier_lookup (dossier, "china"), "name", "Zhongguo", NULL);
  assert_hits (session, 2, 0, 0, 2);
}

static void
test_notes (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  g_autoptr (DramatisSession) session = dramatis_session_new (dossier);
  g_autoptr (GPtrArray) words = fixture_anchors_new (dossier, "p0", 0, 5);
  g_autoptr (GPtrArray) more = fixture_anchors_new (dossier, "p1", 0, 3);
  DramatisNote *note;

  g_ptr_array_extend_and_steal (words, g_steal_pointer (&more));
  dramatis_session_set_marked (session, words);
  note = dramatis_session_add_note (session, dramatis_session_get_marked (session), NULL);

  g_assert_true (dramatis_session_get_active_note (session) == note);
  g_assert_nonnull (dramatis_note_get_created (note));
  g_assert_cmpuint (dramatis_note_get_ranges (note)->len, ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (dramatis_session_get_notes (session)), ==, 4);

  note = dramatis_session_add_note (session, NULL, dramatis_dossier_lookup (dossier, "e1"));
  g_assert_cmpstr (dramatis_note_get_events (note)[0], ==, "e1");

  dramatis_history_undo (dramatis_dossier_get_history (dossier));
  g_assert_null (dramatis_session_get_active_note (session));
  g_assert_cmpuint (g_list_model_get_n_items (dramatis_session_get_notes (session)), ==, 4);
}

static void
test_marked (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  g_autoptr (DramatisSession) session = dramatis_session_new (dossier);
  g_autoptr (GPtrArray) marked = fixture_anchors_new (dossier, "p1", 22, 37);
  g_autoptr (GPtrArray) heading = fixture_anchors_new (dossier, "p2", 0, 9);
  g_autoptr (GPtrArray) other = fixture_anchors_new (dossier, "q0", 0, 5);
  g_autofree char *text = NULL;
  g_autofree char *html = NULL;
  g_autofree char *plain = NULL;

  g_assert_null (dramatis_session_dup_marked_text (session, TRUE));
  g_assert_null (dramatis_session_dup_marked_html (session));

  g_object_set (dramatis_dossier_lookup (dossier, "one"), "byline", "A & B", "source", "https://one.example/", NULL);
  g_ptr_array_extend_and_steal (marked, g_steal_pointer (&heading));
  g_ptr_array_extend_and_steal (marked, g_steal_pointer (&other));
  dramatis_session_set_marked (session, marked);

  plain = dramatis_session_dup_marked_text (session, FALSE);
  g_assert_cmpstr (plain, ==, "September 2014.\n\nElsewhere\n\nChina");
  text = dramatis_session_dup_marked_text (session, TRUE);
  g_assert_cmpstr (text, ==,
                   "September 2014.\n\nElsewhere\n\n— A & B, One, https://one.example/\n\nChina\n\n— Two");
  html = dramatis_session_dup_marked_html (session);
  g_assert_cmpstr (html, ==,
                   "<p>September 2014.</p>\n<h2>Elsewhere</h2>\n"
                   "<p><cite>— A &amp; B, One, https://one.example/</cite></p>\n"
                   "<p>China</p>\n<p><cite>— Two</cite></p>\n");
}

static void
count_notify_cb (guint *n)
{
  (*n)++;
}

/* The event that is pointed at is told once, and is none any more when it is gone. */
static void
test_event (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  g_autoptr (DramatisSession) session = dramatis_session_new (dossier);
  DramatisEvent *first = dramatis_dossier_lookup (dossier, "e1"), *second = dramatis_dossier_lookup (dossier, "e2");
  guint n = 0;

  g_signal_connect_swapped (session, "notify::event", G_CALLBACK (count_notify_cb), &n);
  dramatis_session_set_event (session, first);
  dramatis_session_set_event (session, first);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (dramatis_session_get_event (session) == first);

  dramatis_dossier_merge_events (dossier, second, first);
  g_assert_null (dramatis_session_get_event (session));
  g_assert_cmpuint (n, ==, 2);
}

static void
test_event_details (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  g_autoptr (DramatisSession) session = dramatis_session_new (dossier);
  DramatisEvent *event = dramatis_dossier_lookup (dossier, "e2"), *undated = dramatis_dossier_lookup (dossier, "e4");
  const DramatisAnchor *plain = g_ptr_array_index (dramatis_event_get_evidence (event), 0);
  DramatisAnchor fields = *plain;
  g_autoptr (DramatisAnchor) resolved = NULL;
  g_autoptr (GPtrArray) evidence = dramatis_anchors_new ();
  g_autofree char *details = dramatis_session_dup_event_details (session, event);
  g_autofree char *actors = dramatis_session_dup_event_actors (session, event);
  g_autofree char *resolved_details = NULL, *undated_details = NULL;

  g_assert_cmpstr (details, ==, "Japan arms\nSeptember 2014\n“Japan”\nOne");
  g_assert_cmpstr (actors, ==, "Japan, China");

  fields.wording = "that month";
  fields.rule = "this-month";
  fields.reference = "2014-09-03";
  resolved = dramatis_anchor_new_full (&fields);
  g_ptr_array_add (evidence, dramatis_anchor_ref (resolved));
  dramatis_dossier_edit (dossier, "Edit", event, "evidence", evidence, NULL);
  resolved_details = dramatis_session_dup_event_details (session, event);
  g_assert_cmpstr (resolved_details, ==,
                   "Japan arms\nSeptember 2014\n"
                   "Written as “that month”, reckoned from 3 September 2014 (rule: this-month)\n“Japan”\nOne");

  undated_details = dramatis_session_dup_event_details (session, undated);
  g_assert_cmpstr (undated_details, ==, "Some day\n“Japan”\nOne");
}

/* Find goes through notes in the order in which they are listed. */
static void
assert_found_in_order (DramatisSession *session,
                       GListModel      *notes)
{
  guint n_hits, position = 0;

  dramatis_session_set_find (session, "r", FALSE);
  n_hits = dramatis_session_get_n_hits_of (session, DRAMATIS_HIT_NOTE);
  g_assert_cmpuint (n_hits, >, 1);
  dramatis_session_find_first (session, DRAMATIS_HIT_NOTE);
  for (guint i = 0; i < n_hits; i++)
    {
      gpointer found = dramatis_session_get_found (session);

      for (;; position++)
        {
          g_autoptr (DramatisThing) item = g_list_model_get_item (notes, position);

          g_assert_nonnull (item);
          if (item == found)
            break;
        }
      dramatis_session_find_next (session, 1);
    }
}

static void
test_note_order (void)
{
  static const struct
  {
    DramatisNoteOrder  order;
    const char        *ids;
  } cases[] = {
    { DRAMATIS_NOTE_ORDER_PLACE, "n4 n1 n3 n2" },
    { DRAMATIS_NOTE_ORDER_TIME, "n2 n4 n1 n3" },
    { DRAMATIS_NOTE_ORDER_WRITTEN, "n2 n3 n4 n1" },
    { DRAMATIS_NOTE_ORDER_TAG, "n4 n1 n3 n2" },
    { DRAMATIS_NOTE_ORDER_PLACE, "n4 n1 n3 n2" },
  };
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  g_autoptr (DramatisSession) session = dramatis_session_new (dossier);
  const DramatisRange range = { 0, 5 };
  g_autoptr (GPtrArray) ranges = dramatis_anchors_new ();
  g_autoptr (GDateTime) early = g_date_time_new_utc (2024, 1, 1, 0, 0, 0);
  g_autoptr (GDateTime) late = g_date_time_new_utc (2024, 1, 2, 0, 0, 0);
  g_autoptr (DramatisNote) note = dramatis_note_new ("n4", "First");
  DramatisTag *tag = dramatis_dossier_ensure_tag (dossier, "Airs");

  g_ptr_array_add (ranges, dramatis_anchor_new ("p0", "Japan met China in 2012.", &range));
  g_object_set (note, "ranges", ranges, "tags", (const char *[]) { dramatis_thing_get_id (DRAMATIS_THING (tag)), NULL }, NULL);
  dramatis_dossier_add (dossier, note);
  dramatis_dossier_edit (dossier, "Edit", dramatis_dossier_lookup (dossier, "n3"), "created", early, NULL);
  dramatis_dossier_edit (dossier, "Edit", dramatis_dossier_lookup (dossier, "n2"),
                         "created", late, "events", (const char *[]) { "e3", NULL }, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GListModel *notes = dramatis_session_get_notes (session);
      g_autoptr (GString) ids = g_string_new (NULL);

      dramatis_session_set_note_order (session, cases[i].order);
      for (guint j = 0; j < g_list_model_get_n_items (notes); j++)
        {
          g_autoptr (DramatisThing) item = g_list_model_get_item (notes, j);

          g_string_append_printf (ids, "%s%s", j > 0 ? " " : "", dramatis_thing_get_id (item));
        }
      g_assert_cmpstr (ids->str, ==, cases[i].ids);
      assert_found_in_order (session, notes);
    }

  /* a note has the colour of its tag until it has one of its own */
  g_assert_cmpint (dramatis_session_get_note_colour (session, note), ==, DRAMATIS_COLOUR_YELLOW);
  dramatis_dossier_edit (dossier, "Edit", tag, "colour", DRAMATIS_COLOUR_RED, NULL);
  g_assert_cmpint (dramatis_session_get_note_colour (session, note), ==, DRAMATIS_COLOUR_RED);
  dramatis_dossier_edit (dossier, "Edit", note, "colour", DRAMATIS_COLOUR_BLUE, NULL);
  g_assert_cmpint (dramatis_session_get_note_colour (session, note), ==, DRAMATIS_COLOUR_BLUE);
}

static void
assert_filter (DramatisFilter *filter,
               const char     *actors,
               const char     *tags)
{
  g_autofree char *actual_actors = g_strjoinv (" ", (char **) dramatis_filter_get_actors (filter));
  g_autofree char *actual_tags = g_strjoinv (" ", (char **) dramatis_filter_get_tags (filter));

  g_assert_cmpstr (actual_actors, ==, actors);
  g_assert_cmpstr (actual_tags, ==, tags);
}

/* Who is filtered stays filtered under the new name, and again under the old one. */
static void
test_merge (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  g_autoptr (DramatisSession) session = dramatis_session_new (dossier);
  DramatisHistory *history = dramatis_dossier_get_history (dossier);
  DramatisFilter *filter = dramatis_session_get_filter (session);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (GPtrArray) china = g_ptr_array_new ();

  dramatis_filter_set_actors (filter, (const char *[]) { "japan", "india", NULL });
  g_ptr_array_add (others, dramatis_dossier_lookup (dossier, "india"));
  dramatis_dossier_merge_actors (dossier, dramatis_dossier_lookup (dossier, "china"), others);
  assert_filter (filter, "japan china", "");
  g_assert_cmpuint (g_list_model_get_n_items (dramatis_session_get_actors (session)), ==, 2);
  g_assert_cmpuint (dramatis_session_get_matches (session)->len, ==, 3);

  g_ptr_array_add (china, dramatis_dossier_lookup (dossier, "china"));
  dramatis_dossier_merge_actors (dossier, dramatis_dossier_lookup (dossier, "japan"), china);
  assert_filter (filter, "japan", "");

  dramatis_history_undo (history);
  assert_filter (filter, "japan china", "");
  dramatis_history_undo (history);
  assert_filter (filter, "japan india", "");
  g_assert_cmpuint (dramatis_session_get_matches (session)->len, ==, 3);
  dramatis_history_redo (history);
  assert_filter (filter, "japan china", "");

  /* what a person has done since holds */
  dramatis_filter_set_actors (filter, (const char *[]) { "china", NULL });
  dramatis_history_undo (history);
  assert_filter (filter, "china", "");

  /* into somebody else this time */
  dramatis_filter_set_actors (filter, (const char *[]) { "india", NULL });
  dramatis_dossier_merge_actors (dossier, dramatis_dossier_lookup (dossier, "japan"), others);
  assert_filter (filter, "japan", "");
}

static void
test_gone (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  g_autoptr (DramatisSession) session = dramatis_session_new (dossier);
  DramatisHistory *history = dramatis_dossier_get_history (dossier);
  DramatisFilter *filter = dramatis_session_get_filter (session);
  DramatisTag *law;

  dramatis_filter_set_actors (filter, (const char *[]) { "japan", "india", NULL });
  dramatis_filter_set_tags (filter, (const char *[]) { "t1", NULL });
  dramatis_dossier_set_status (dossier, dramatis_dossier_lookup (dossier, "japan"), DRAMATIS_STATUS_REJECTED);
  assert_filter (filter, "india", "t1");
  dramatis_history_undo (history);
  assert_filter (filter, "japan india", "t1");

  law = dramatis_dossier_ensure_tag (dossier, "law");
  dramatis_dossier_rename_tag (dossier, dramatis_dossier_lookup (dossier, "t1"), "law");
  assert_filter (filter, "japan india", dramatis_thing_get_id (DRAMATIS_THING (law)));
  dramatis_history_undo (history);
  assert_filter (filter, "japan india", "t1");

  dramatis_dossier_remove (dossier, dramatis_dossier_lookup (dossier, "t1"));
  assert_filter (filter, "japan india", "");
  dramatis_history_undo (history);
  assert_filter (filter, "japan india", "t1");
}

static void
test_hidden (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  g_autoptr (DramatisSession) session = dramatis_session_new (dossier);
  GListModel *actors = dramatis_session_get_actors (session);
  GListModel *all = dramatis_session_get_all_actors (session);
  g_autoptr (GPtrArray) hidden = g_ptr_array_new ();

  g_ptr_array_add (hidden, dramatis_dossier_lookup (dossier, "india"));
  dramatis_dossier_set_hidden (dossier, hidden, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (actors), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (all), ==, 3);

  dramatis_session_set_show_hidden (session, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (actors), ==, 3);
  dramatis_session_set_show_hidden (session, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (actors), ==, 2);
  dramatis_history_undo (dramatis_dossier_get_history (dossier));
  g_assert_cmpuint (g_list_model_get_n_items (actors), ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/views-follow", test_views_follow);
  g_test_add_func ("/session/note-order", test_note_order);
  g_test_add_func ("/session/count", test_count);
  g_test_add_func ("/session/find", test_find);
  g_test_add_func ("/session/merge", test_merge);
  g_test_add_func ("/session/gone", test_gone);
  g_test_add_func ("/session/hidden", test_hidden);
  g_test_add_func ("/session/notes", test_notes);
  g_test_add_func ("/session/marked", test_marked);
  g_test_add_func ("/session/event", test_event);
  g_test_add_func ("/session/event-details", test_event_details);

  return g_test_run ();
}
