/* test-dossier.c: what can be done to a dossier
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture-dossier.h"

#include "dramatis-index.h"

static guint
n_things (DramatisDossier *dossier)
{
  return g_list_model_get_n_items (dramatis_dossier_get_articles (dossier)) * 10000
         + g_list_model_get_n_items (dramatis_dossier_get_actors (dossier)) * 1000
         + g_list_model_get_n_items (dramatis_dossier_get_events (dossier)) * 100
         + g_list_model_get_n_items (dramatis_dossier_get_notes (dossier)) * 10
         + g_list_model_get_n_items (dramatis_dossier_get_tags (dossier));
}

static void
test_languages (void)
{
  static const struct { const char *tag; gboolean valid; } tags[] = {
    { "en", TRUE }, { "pt-BR", TRUE }, { "zh-Hant-TW", TRUE }, { "de-1996", TRUE }, { "x-y", FALSE }, { "", FALSE },
    { "e", FALSE }, { "1en", FALSE }, { "e1", FALSE }, { "en-", FALSE }, { "-en", FALSE }, { "en US", FALSE },
    { "english and more", FALSE }, { "languages", FALSE }, { "en-US\"", FALSE }, { "fr\xc3\xa9", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_test_message ("“%s”", tags[i].tag);
      g_assert_cmpint (dramatis_language_tag_is_valid (tags[i].tag), ==, tags[i].valid);
    }
}

static void
test_lookup (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  DramatisArticle *article = dramatis_dossier_lookup (dossier, "one");

  g_assert_true (DRAMATIS_IS_ARTICLE (article));
  g_assert_true (DRAMATIS_IS_PASSAGE (dramatis_dossier_lookup (dossier, "p1")));
  g_assert_true (DRAMATIS_IS_ACTOR (dramatis_dossier_lookup (dossier, "china")));
  g_assert_null (dramatis_dossier_lookup (dossier, "nobody"));

  dramatis_dossier_remove (dossier, article);
  g_assert_null (dramatis_dossier_lookup (dossier, "one"));
  g_assert_null (dramatis_dossier_lookup (dossier, "p1"));

  dramatis_history_undo (dramatis_dossier_get_history (dossier));
  g_assert_true (dramatis_dossier_lookup (dossier, "one") == (gpointer) article);
  g_assert_nonnull (dramatis_dossier_lookup (dossier, "p1"));
}

static void
test_ids (void)
{
  g_autoptr (DramatisDossier) dossier = dramatis_dossier_new ();
  g_autoptr (DramatisDossier) other = dramatis_dossier_new ();
  g_autofree char *first = dramatis_dossier_create_id (dossier, "event", "seed");
  g_autofree char *second = dramatis_dossier_create_id (dossier, "event", "seed");
  g_autofree char *elsewhere = dramatis_dossier_create_id (other, "event", "seed");
  g_autofree char *random = dramatis_dossier_create_id (dossier, "event", NULL);
  g_autofree char *chance = dramatis_dossier_create_id (other, "event", NULL);

  g_assert_cmpstr (first, !=, second);
  g_assert_cmpstr (first, ==, elsewhere);
  g_assert_cmpstr (random, !=, chance);
  g_assert_true (g_str_has_prefix (random, "event-"));
}

static const struct
{
  const char *id;
  guint       left;           /* articles, actors, events, notes, tags: a digit each */
  const char *stripped;       /* a thing that referred to it … */
  const char *property;       /* … and the property in which it did */
} removals[] = {
  { "japan", 22431, "e2", "actors" },
  { "india", 22431, "n2", "actors" },
  { "e1",    23331, NULL, NULL },
  { "n1",    23421, NULL, NULL },
  { "t1",    23430, "n1", "tags" },
  { "one",   13431, NULL, NULL },
  { "two",   13431, NULL, NULL },
};

static void
test_removals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (removals); i++)
    {
      g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
      g_auto (GStrv) references = NULL;

      g_test_message ("%s", removals[i].id);
      dramatis_dossier_remove (dossier, dramatis_dossier_lookup (dossier, removals[i].id));
      g_assert_cmpuint (n_things (dossier), ==, removals[i].left);
      if (removals[i].stripped != NULL)
        {
          g_object_get (dramatis_dossier_lookup (dossier, removals[i].stripped),
                        removals[i].property, &references, NULL);
          g_assert_false (references != NULL
                          && g_strv_contains ((const char * const *) references, removals[i].id));
        }

      dramatis_history_undo (dramatis_dossier_get_history (dossier));
      g_assert_cmpuint (n_things (dossier), ==, 23431);
      g_assert_false (dramatis_history_get_can_undo (dramatis_dossier_get_history (dossier)));
    }
}

/* What a person has made stays when its article goes: a note quotes the words, a confirmed event has no evidence. */
static void
test_removed_article_leaves_notes (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  DramatisHistory *history = dramatis_dossier_get_history (dossier);
  DramatisNote *note = dramatis_dossier_lookup (dossier, "n1");

  g_object_set (dramatis_dossier_lookup (dossier, "e2"), "status", DRAMATIS_STATUS_SUGGESTED, NULL);
  dramatis_dossier_remove (dossier, dramatis_dossier_lookup (dossier, "one"));
  g_assert_cmpstr (dramatis_note_get_text (note), ==, "> armed itself\n\nLook at *this*");
  g_assert_cmpuint (dramatis_note_get_ranges (note)->len, ==, 0);
  g_assert_nonnull (dramatis_dossier_lookup (dossier, "e1"));
  g_assert_cmpuint (dramatis_event_get_evidence (dramatis_dossier_lookup (dossier, "e1"))->len, ==, 0);
  g_assert_null (dramatis_dossier_lookup (dossier, "e2"));

  dramatis_history_undo (history);
  g_assert_cmpstr (dramatis_note_get_text (note), ==, "Look at *this*");
  g_assert_cmpuint (dramatis_note_get_ranges (note)->len, ==, 1);
  g_assert_nonnull (dramatis_dossier_lookup (dossier, "e2"));
}

static void
test_removed_actor_is_not_mentioned (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();

  g_assert_cmpuint (dramatis_index_get_actor_mentions (dramatis_dossier_get_index (dossier), "japan"), ==, 2);
  dramatis_dossier_remove (dossier, dramatis_dossier_lookup (dossier, "japan"));
  g_assert_cmpuint (dramatis_index_get_actor_mentions (dramatis_dossier_get_index (dossier), "japan"), ==, 0);
  g_assert_cmpuint (dramatis_index_get_actor_mentions (dramatis_dossier_get_index (dossier), "china"), ==, 2);
  dramatis_history_undo (dramatis_dossier_get_history (dossier));
  g_assert_cmpuint (dramatis_index_get_actor_mentions (dramatis_dossier_get_index (dossier), "japan"), ==, 2);
}

static void
test_edit_confirms (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  DramatisActor *actor = dramatis_dossier_lookup (dossier, "japan");

  dramatis_dossier_set_status (dossier, actor, DRAMATIS_STATUS_REJECTED);
  g_assert_cmpint (dramatis_actor_get_status (actor), ==, DRAMATIS_STATUS_REJECTED);
  g_assert_null (dramatis_index_get_actor_passages (dramatis_dossier_get_index (dossier), "japan"));

  dramatis_dossier_edit (dossier, "Rename", actor, "name", "Nippon", NULL);
  g_assert_cmpint (dramatis_actor_get_status (actor), ==, DRAMATIS_STATUS_CONFIRMED);

  dramatis_history_undo (dramatis_dossier_get_history (dossier));
  g_assert_cmpstr (dramatis_actor_get_name (actor), ==, "Japan");
  g_assert_cmpint (dramatis_actor_get_status (actor), ==, DRAMATIS_STATUS_REJECTED);
}

/* The events are one, with the notes and links of both, and one step back they are two. */
static void
test_merge_events (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  DramatisHistory *history = dramatis_dossier_get_history (dossier);
  DramatisEvent *into = dramatis_dossier_lookup (dossier, "e1"), *other = dramatis_dossier_lookup (dossier, "e2");
  DramatisNote *note = dramatis_dossier_lookup (dossier, "n1");
  g_autoptr (GPtrArray) before = g_ptr_array_ref (dramatis_event_get_evidence (into));
  const char * const *actors;

  dramatis_history_begin (history, "Prepare");
  dramatis_history_set (history, note,
                        "events", (const char *[]) { "e2", "e3", "e1", NULL },
                        "text", "[Arms](dramatis:e2), [India](dramatis:e3), dramatis:e2, <dramatis:e2>", NULL);
  dramatis_history_set (history, into, "status", DRAMATIS_STATUS_SUGGESTED, NULL);
  dramatis_history_end (history);
  dramatis_dossier_merge_events (dossier, into, other);

  g_assert_cmpstr (dramatis_history_get_undo_label (history), ==, "Merge Events");
  g_assert_null (dramatis_dossier_lookup (dossier, "e2"));
  g_assert_cmpuint (n_things (dossier), ==, 23331);
  g_assert_cmpint (dramatis_event_get_status (into), ==, DRAMATIS_STATUS_CONFIRMED);
  g_assert_cmpstr (dramatis_time_get_edtf (dramatis_event_get_time (into)), ==, "2012");
  g_assert_cmpuint (dramatis_event_get_evidence (into)->len, ==, before->len + 1);
  actors = dramatis_event_get_actors (into);
  g_assert_cmpuint (g_strv_length ((GStrv) actors), ==, 2);
  g_assert_true (g_strv_contains (actors, "japan") && g_strv_contains (actors, "china"));
  g_assert_cmpuint (g_strv_length ((GStrv) dramatis_note_get_events (note)), ==, 2);
  g_assert_cmpstr (dramatis_note_get_events (note)[0], ==, "e1");
  g_assert_cmpstr (dramatis_note_get_text (note), ==,
                   "[Arms](dramatis:e1), [India](dramatis:e3), dramatis:e2, <dramatis:e1>");
  g_assert_nonnull (dramatis_index_get_events_at (dramatis_dossier_get_index (dossier), 1));

  dramatis_history_undo (history);
  g_assert_true (dramatis_dossier_lookup (dossier, "e2") == (gpointer) other);
  g_assert_true (dramatis_event_get_evidence (into) == before);
  g_assert_cmpint (dramatis_event_get_status (into), ==, DRAMATIS_STATUS_SUGGESTED);
  g_assert_cmpuint (g_strv_length ((GStrv) dramatis_note_get_events (note)), ==, 3);
}

/* The same evidence is not there twice, and an event without a time takes that of the other one. */
static void
test_merge_likes (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  DramatisEvent *undated = dramatis_dossier_lookup (dossier, "e4"), *dated = dramatis_dossier_lookup (dossier, "e1");

  dramatis_dossier_merge_events (dossier, undated, dated);
  g_assert_cmpstr (dramatis_time_get_edtf (dramatis_event_get_time (undated)), ==, "2012");
  g_assert_cmpuint (dramatis_event_get_evidence (undated)->len, ==, 1);
}

static void
test_tags (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  DramatisTag *tag = dramatis_dossier_lookup (dossier, "t1");

  g_assert_true (dramatis_dossier_ensure_tag (dossier, "ARMS") == tag);
  g_assert_false (dramatis_history_get_can_undo (dramatis_dossier_get_history (dossier)));
  g_assert_true (dramatis_dossier_ensure_tag (dossier, "trade") != tag);
  g_assert_true (dramatis_dossier_ensure_tag (dossier, "Trade") == dramatis_dossier_ensure_tag (dossier, "trade"));
}

static void
test_index (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  DramatisIndex *index = dramatis_dossier_get_index (dossier);
  g_autoptr (DramatisNeedle) needle = dramatis_needle_new ("Elsewhere", FALSE);
  g_autoptr (GPtrArray) found = NULL;
  guint position, text_serial;

  g_assert_cmpuint (dramatis_index_get_passages (index)->len, ==, 4);
  g_assert_true (dramatis_index_get_position (index, "q0", &position));
  g_assert_cmpuint (position, ==, 3);
  g_assert_true (dramatis_index_get_article (index, 3) == dramatis_dossier_lookup (dossier, "two"));
  g_assert_false (dramatis_index_get_position (index, "r0", NULL));
  g_assert_cmpuint (dramatis_index_get_events (index)->len, ==, 3);
  g_assert_true ((gpointer) dramatis_dated_events_get (dramatis_index_get_events (index), 0)->event
                 == dramatis_dossier_lookup (dossier, "e3"));
  g_assert_cmpuint (dramatis_index_get_events_at (index, 0)->len, ==, 2);
  g_assert_null (dramatis_index_get_events_at (index, 2));
  g_assert_cmpuint (dramatis_index_get_spans_at (index, 0)->len, ==, 1);
  g_assert_null (dramatis_index_get_spans_at (index, 2));
  g_assert_cmpuint (dramatis_index_get_notes_at (index, 1)->len, ==, 1);

  while (!dramatis_index_fold (index, g_get_monotonic_time () + G_TIME_SPAN_MILLISECOND))
    continue;
  found = dramatis_index_find (index, DRAMATIS_HIT_PASSAGE, needle);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (g_ptr_array_index (found, 0) == g_ptr_array_index (dramatis_index_get_passages (index), 2));
  g_assert_true (dramatis_dossier_get_index (dossier) == index);

  /* an edit of something else leaves the text the same */
  text_serial = dramatis_index_get_text_serial (index);
  dramatis_dossier_edit (dossier, "Edit", dramatis_dossier_lookup (dossier, "n3"), "text", "Other words", NULL);
  g_assert_cmpuint (dramatis_index_get_text_serial (dramatis_dossier_get_index (dossier)), ==, text_serial);

  /* what was folded is not used for another text */
  dramatis_dossier_edit (dossier, "Edit", g_ptr_array_index (found, 0), "text", "Somewhere", NULL);
  g_assert_cmpuint (dramatis_index_get_text_serial (dramatis_dossier_get_index (dossier)), !=, text_serial);
  g_ptr_array_unref (found);
  found = dramatis_index_find (dramatis_dossier_get_index (dossier), DRAMATIS_HIT_PASSAGE, needle);
  g_assert_cmpuint (found->len, ==, 0);
}

static void
test_dated_events (void)
{
  static const struct
  {
    const char     *id, *time;
    guint           n_evidence;
    DramatisStatus  status;
    guint           weight;
  } cases[] = {
    { "long", "2012/2014", 1, DRAMATIS_STATUS_CONFIRMED, 5 },
    { "last", "2024-10-11", 0, DRAMATIS_STATUS_SUGGESTED, 0 },
    { "open", "../2011", 20, DRAMATIS_STATUS_SUGGESTED, 8 },
    { "year", "2012", 20, DRAMATIS_STATUS_CONFIRMED, 12 },
    { "about", "2012~", 0, DRAMATIS_STATUS_CONFIRMED, 4 },
  };
  static const char * const order[] = { "open", "year", "about", "long", "last" };
  g_autoptr (GArray) events = dramatis_dated_events_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DramatisTime) time = dramatis_time_new (cases[i].time, NULL);
      g_autoptr (DramatisEvent) event = dramatis_event_new (cases[i].id, "Treaty", time);
      g_autoptr (GPtrArray) evidence = dramatis_anchors_new ();

      for (guint j = 0; j < cases[i].n_evidence; j++)
        g_ptr_array_add (evidence, dramatis_anchor_new ("p0", "Treaty", &(DramatisRange) { 0, 6 }));
      g_object_set (event, "evidence", evidence, "status", cases[i].status, NULL);
      dramatis_dated_events_add (events, event);
      g_assert_cmpuint (dramatis_dated_events_get (events, i)->weight, ==, cases[i].weight);
    }

  dramatis_dated_events_sort (events);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const DramatisDatedEvent *dated = dramatis_dated_events_get (events, i);

      g_assert_cmpstr (dramatis_thing_get_id (DRAMATIS_THING (dated->event)), ==, order[i]);
      g_assert_true (dramatis_span_equal (&dated->span,
                                          dramatis_time_get_span (dramatis_event_get_time (dated->event))));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dossier/languages", test_languages);
  g_test_add_func ("/dossier/lookup", test_lookup);
  g_test_add_func ("/dossier/ids", test_ids);
  g_test_add_func ("/dossier/removals", test_removals);
  g_test_add_func ("/dossier/removed-article-leaves-notes", test_removed_article_leaves_notes);
  g_test_add_func ("/dossier/removed-actor-is-not-mentioned", test_removed_actor_is_not_mentioned);
  g_test_add_func ("/dossier/edit-confirms", test_edit_confirms);
  g_test_add_func ("/dossier/merge-events", test_merge_events);
  g_test_add_func ("/dossier/merge-likes", test_merge_likes);
  g_test_add_func ("/dossier/tags", test_tags);
  g_test_add_func ("/dossier/dated-events", test_dated_events);
  g_test_add_func ("/dossier/index", test_index);

  return g_test_run ();
}
