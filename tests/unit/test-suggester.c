/* test-suggester.c: suggesting again leaves alone what a person has said
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture-import.h"

#include "dramatis-dossier-writer.h"

static const char story[] =
  "Japan and China met in May 2014. Anna Grumbold was born in 1970, and Paul Grumbold in 1972.\n\n"
  "Yesterday Anna Grumbold visited Tokyo. The Grumbold Foundation opened an office in Kenya on Monday.\n\n"
  "Last year Uganda closed its border. Grumbold wept, and NATO met on June 3. Mwai Odinga said it was late.\n\n"
  "On 5 May 2011 Odinga left Kenya. In March, the World Bank lent Uganda money, and Peter Ferris flew to Rome.\n";

static void
append_list (GString             *record,
             const char * const *list)
{
  for (guint i = 0; list[i] != NULL; i++)
    g_string_append_printf (record, " %s", list[i]);
  g_string_append_c (record, '\n');
}

/* All that a person has said, in words. */
static char *
record_said (DramatisDossier *dossier,
             DramatisArticle *article)
{
  GString *record = g_string_new (NULL);
  GListModel *actors = dramatis_dossier_get_actors (dossier);
  GListModel *events = dramatis_dossier_get_events (dossier);
  GListModel *passages = dramatis_article_get_passages (article);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (DramatisActor) actor = g_list_model_get_item (actors, i);

      if (dramatis_actor_get_status (actor) == DRAMATIS_STATUS_SUGGESTED)
        continue;
      g_string_append_printf (record, "%s %d %d %s", dramatis_thing_get_id (DRAMATIS_THING (actor)),
                              dramatis_actor_get_status (actor), dramatis_actor_get_kind (actor),
                              dramatis_actor_get_name (actor));
      append_list (record, dramatis_actor_get_aliases (actor));
    }

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (DramatisEvent) event = g_list_model_get_item (events, i);

      if (dramatis_event_get_status (event) == DRAMATIS_STATUS_SUGGESTED)
        continue;
      g_string_append_printf (record, "%s %d %s %s %u", dramatis_thing_get_id (DRAMATIS_THING (event)),
                              dramatis_event_get_status (event), dramatis_event_get_title (event),
                              dramatis_time_get_edtf (dramatis_event_get_time (event)),
                              dramatis_event_get_evidence (event)->len);
      append_list (record, dramatis_event_get_actors (event));
    }

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr (DramatisPassage) passage = g_list_model_get_item (passages, i);
      GArray *mentions = dramatis_passage_get_mentions (passage);

      for (guint k = 0; k < mentions->len; k++)
        {
          const DramatisMention *mention = &g_array_index (mentions, DramatisMention, k);

          if (mention->status != DRAMATIS_STATUS_SUGGESTED)
            g_string_append_printf (record, "%u %u-%u %s %d\n", i, mention->range.start, mention->range.end,
                                    mention->actor, mention->status);
        }
    }

  return g_string_free (record, FALSE);
}

static void
say_something (DramatisDossier *dossier,
               DramatisArticle *article,
               GRand           *rand)
{
  GListModel *actors = dramatis_dossier_get_actors (dossier);
  GListModel *events = dramatis_dossier_get_events (dossier);
  GListModel *passages = dramatis_article_get_passages (article);
  g_autoptr (DramatisActor) actor =
    g_list_model_get_item (actors, g_rand_int_range (rand, 0, g_list_model_get_n_items (actors)));
  g_autoptr (DramatisEvent) event =
    g_list_model_get_item (events, g_rand_int_range (rand, 0, g_list_model_get_n_items (events)));
  g_autoptr (DramatisPassage) passage =
    g_list_model_get_item (passages, g_rand_int_range (rand, 0, g_list_model_get_n_items (passages)));
  DramatisStatus status = g_rand_boolean (rand) ? DRAMATIS_STATUS_CONFIRMED : DRAMATIS_STATUS_REJECTED;
  g_autofree char *name = g_strdup_printf ("Name %u", g_rand_int (rand));

  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      dramatis_dossier_set_status (dossier, actor, status);
      break;
    case 1:
      dramatis_dossier_rename_actor (dossier, actor, name);
      break;
    case 2:
      dramatis_dossier_set_status (dossier, event, status);
      break;
    case 3:
      dramatis_dossier_edit (dossier, "Edit", event, "title", name, NULL);
      break;
    case 4:
      {
        GArray *old = dramatis_passage_get_mentions (passage);
        g_autoptr (GArray) mentions = dramatis_mentions_new ();

        g_array_append_vals (mentions, old->data, old->len);
        if (mentions->len > 0)
          g_array_index (mentions, DramatisMention, g_rand_int_range (rand, 0, mentions->len)).status = status;
        dramatis_dossier_edit (dossier, "Edit", passage, "mentions", mentions, NULL);
      }
      break;
    default:
      g_assert_not_reached ();
    }
}

static char *
write_text (DramatisDossier *dossier)
{
  g_autoptr (GBytes) bytes = dramatis_dossier_to_bytes (dossier);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Whatever was said, and whatever the date is now: it stays said, can be said once only, and the old suggestions come
 * back with one undo. */
static void
test_said (void)
{
  static const char * const dates[] = { NULL, "1999", "2000-01-02", "2024-10-15", "2024-10-16", "2030-06" };

  for (guint seed = 0; seed < 8; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (DramatisDossier) dossier = dramatis_dossier_new ();
      DramatisArticle *article = fixture_import (dossier, "en", story);

      for (guint round = 0; round < 3; round++)
        {
          const char *date = dates[g_rand_int_range (rand, 0, G_N_ELEMENTS (dates))];
          g_autofree char *said = NULL;
          g_autofree char *still_said = NULL;
          g_autofree char *before = NULL;
          g_autofree char *undone = NULL;
          g_autofree char *once = NULL;
          g_autofree char *twice = NULL;
          guint serial;

          for (guint i = 0; i < 4; i++)
            say_something (dossier, article, rand);

          said = record_said (dossier, article);
          before = write_text (dossier);
          fixture_suggest (dossier, article, date);
          still_said = record_said (dossier, article);
          g_assert_cmpstr (still_said, ==, said);
          serial = dramatis_history_get_serial (dramatis_dossier_get_history (dossier));

          once = write_text (dossier);
          fixture_suggest (dossier, article, date);
          twice = write_text (dossier);
          g_assert_cmpstr (twice, ==, once);
          g_assert_cmpuint (dramatis_history_get_serial (dramatis_dossier_get_history (dossier)), ==, serial);

          if (!g_str_equal (once, before))
            {
              dramatis_history_undo (dramatis_dossier_get_history (dossier));
              undone = write_text (dossier);
              g_assert_cmpstr (undone, ==, before);
              dramatis_history_redo (dramatis_dossier_get_history (dossier));
            }
        }
    }
}

static DramatisActor *
find_actor (DramatisDossier *dossier,
            const char      *name)
{
  GListModel *actors = dramatis_dossier_get_actors (dossier);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (DramatisActor) actor = g_list_model_get_item (actors, i);

      if (g_str_equal (dramatis_actor_get_name (actor), name))
        return actor;
    }

  return NULL;
}

/* Words that named an actor before it was renamed name it still. */
static void
test_renamed (void)
{
  g_autoptr (DramatisDossier) dossier = dramatis_dossier_new ();
  DramatisArticle *article = fixture_import (dossier, "en", story);
  DramatisActor *rome = find_actor (dossier, "Rome");
  guint n_actors = g_list_model_get_n_items (dramatis_dossier_get_actors (dossier));

  dramatis_dossier_rename_actor (dossier, rome, "The Eternal City");
  fixture_suggest (dossier, article, "2024-10-15");
  g_assert_null (find_actor (dossier, "Rome"));
  g_assert_cmpuint (g_list_model_get_n_items (dramatis_dossier_get_actors (dossier)), ==, n_actors);
}

/* Whom a surname may mean is asked until a person says so. */
static void
test_candidates (void)
{
  g_autoptr (DramatisDossier) dossier = dramatis_dossier_new ();
  DramatisArticle *article = fixture_import (dossier, "en", story);
  DramatisActor *surname = find_actor (dossier, "Grumbold");
  DramatisActor *anna = find_actor (dossier, "Anna Grumbold");
  g_autoptr (GPtrArray) same = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_nonnull (surname);
  g_assert_cmpuint (g_strv_length ((char **) dramatis_actor_get_candidates (surname)), ==, 2);
  g_assert_true (g_strv_contains (dramatis_actor_get_candidates (surname),
                                  dramatis_thing_get_id (DRAMATIS_THING (anna))));

  g_ptr_array_add (same, g_object_ref (surname));
  dramatis_dossier_merge_actors (dossier, anna, same);
  fixture_suggest (dossier, article, "2024-10-15");
  g_assert_null (find_actor (dossier, "Grumbold"));
  g_assert_true (g_strv_contains (dramatis_actor_get_aliases (anna), "Grumbold"));
}

static void
cancelled_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (dramatis_suggester_resolve_finish (DRAMATIS_DOSSIER (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_main_loop_quit (user_data);
}

static void
test_cancel (void)
{
  g_autoptr (DramatisDossier) dossier = dramatis_dossier_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  DramatisArticle *article = fixture_import (dossier, "en", story);
  g_autofree char *before = write_text (dossier);
  g_autofree char *after = NULL;

  dramatis_suggester_resolve_async (dossier, article, cancellable, cancelled_cb, loop);
  g_cancellable_cancel (cancellable);
  g_main_loop_run (loop);
  after = write_text (dossier);
  g_assert_cmpstr (after, ==, before);
}

static void
resolved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (dramatis_suggester_resolve_finish (DRAMATIS_DOSSIER (source), result, &error));
  g_assert_no_error (error);
  g_main_loop_quit (user_data);
}

/* A new date and what is suggested by it are undone at once. */
static void
test_undo (void)
{
  g_autoptr (DramatisDossier) dossier = dramatis_dossier_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  DramatisArticle *article = fixture_import (dossier, "en", story);
  g_autoptr (DramatisTime) published = dramatis_time_new ("2000-01-02", NULL);
  g_autofree char *before = write_text (dossier);
  g_autofree char *edited = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;

  dramatis_dossier_edit (dossier, "Edit Article", article, "published", published, NULL);
  edited = write_text (dossier);
  dramatis_suggester_resolve_async (dossier, article, NULL, resolved_cb, loop);
  g_main_loop_run (loop);
  after = write_text (dossier);
  g_assert_cmpstr (after, !=, edited);

  dramatis_history_undo (dramatis_dossier_get_history (dossier));
  undone = write_text (dossier);
  g_assert_cmpstr (undone, ==, before);
}

/* Of two runs the one counts that read what there is now, and none a text that has changed. */
static void
test_outdated (void)
{
  g_autoptr (DramatisDossier) dossier = dramatis_dossier_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  DramatisArticle *article = fixture_import (dossier, "en", story);
  g_autoptr (DramatisTime) published = dramatis_time_new ("2000-01-02", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  dramatis_suggester_resolve_async (dossier, article, NULL, resolved_cb, loop);
  g_object_set (article, "published", published, NULL);
  before = write_text (dossier);
  g_main_loop_run (loop);
  after = write_text (dossier);
  g_assert_cmpstr (after, ==, before);
}

/* Two events of which the same words tell, in one sentence, stay two. */
static void
test_same_words (void)
{
  g_autoptr (DramatisDossier) dossier = dramatis_dossier_new ();
  DramatisArticle *article = fixture_import (dossier, "en", "Kenya closed the border in 2008, and in 2008 Uganda was praised for it.");
  guint n_events = g_list_model_get_n_items (dramatis_dossier_get_events (dossier));
  g_autofree char *before = write_text (dossier);
  g_autofree char *after = NULL;

  g_assert_cmpuint (n_events, ==, 2);
  fixture_suggest (dossier, article, "2024-10-15");
  after = write_text (dossier);
  g_assert_cmpstr (after, ==, before);
}

static void
resolve (DramatisDossier *dossier,
         DramatisArticle *article)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  dramatis_suggester_resolve_async (dossier, article, NULL, resolved_cb, loop);
  g_main_loop_run (loop);
}

static DramatisEvent *
find_event (DramatisDossier *dossier,
            const char      *wording)
{
  GListModel *events = dramatis_dossier_get_events (dossier);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (DramatisEvent) event = g_list_model_get_item (events, i);
      const DramatisAnchor *anchor = dramatis_event_get_evidence (event)->pdata[0];

      if (g_str_equal (anchor->wording, wording))
        return event;
    }

  return NULL;
}

static void
test_resolve (void)
{
  g_autoptr (DramatisDossier) dossier = dramatis_dossier_new ();
  DramatisArticle *article = fixture_import (dossier, "en", "Japan met in May 2014. Anna Grumbold was born in 1970.\nYesterday Grumbold left.\n");
  g_autoptr (DramatisTime) published = dramatis_time_new ("2000-01-02", NULL);
  g_autoptr (DramatisTime) edited = dramatis_time_new ("1971", NULL);
  DramatisEvent *born = find_event (dossier, "1970");
  DramatisEvent *met = find_event (dossier, "May 2014");

  g_assert_cmpstr (dramatis_time_get_edtf (dramatis_event_get_time (find_event (dossier, "Yesterday"))), ==, "2024-10-14");

  g_object_set (born, "time", edited, "status", DRAMATIS_STATUS_CONFIRMED, NULL);
  g_object_set (met, "status", DRAMATIS_STATUS_REJECTED, NULL);
  g_object_set (article, "published", published, NULL);
  resolve (dossier, article);

  /* only what was suggested follows the new date, and nothing comes back or twice */
  g_assert_cmpuint (g_list_model_get_n_items (dramatis_dossier_get_events (dossier)), ==, 3);
  g_assert_cmpstr (dramatis_time_get_edtf (dramatis_event_get_time (find_event (dossier, "Yesterday"))), ==, "2000-01-01");
  g_assert_true (find_event (dossier, "1970") == born);
  g_assert_cmpstr (dramatis_time_get_edtf (dramatis_event_get_time (born)), ==, "1971");
  g_assert_true (find_event (dossier, "May 2014") == met);
  g_assert_cmpint (dramatis_event_get_status (met), ==, DRAMATIS_STATUS_REJECTED);
}

/* A new version of the text: what there is stays, even suggestions that are not made again; what is new is suggested;
 * all of it is one level of undo. */
static void
test_new_version (void)
{
  static const char version[] =
    "Japan and China met in May 2014. Anna Grumbold was born in 1970, and Paul Grumbold in 1972.\n\n"
    "Brazil sold rice to Portugal in 2009.\n\n"
    "Last year nothing was closed. Grumbold wept, and NATO met on June 3. Mwai Odinga said it was late.\n";
  g_autoptr (DramatisDossier) dossier = dramatis_dossier_new ();
  DramatisHistory *history = dramatis_dossier_get_history (dossier);
  DramatisArticle *article = fixture_import (dossier, "en", story);
  g_autoptr (DramatisTime) published = dramatis_time_new ("2024-10-15", NULL);
  g_autoptr (DramatisImport) again = dramatis_import_new (dossier, dramatis_article_get_title (article), "en", published);
  g_autoptr (GBytes) bytes = g_bytes_new_static (version, strlen (version));
  g_autoptr (DramatisRevision) revision = NULL;
  g_autoptr (DramatisRevision) same = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) undone = NULL;
  guint n_actors = g_list_model_get_n_items (dramatis_dossier_get_actors (dossier));
  guint n_events = g_list_model_get_n_items (dramatis_dossier_get_events (dossier));

  dramatis_history_clear (history);
  before = dramatis_dossier_to_bytes (dossier);
  g_assert_true (dramatis_import_read (again, bytes, NULL, NULL, NULL));
  revision = dramatis_import_create_revision (again, dossier, article);
  g_assert_false (dramatis_revision_is_empty (revision));
  g_assert_true (dramatis_revision_is_current (revision));
  dramatis_import_apply_revision (again, dossier, article, revision);
  g_assert_false (dramatis_revision_is_current (revision));

  /* Brazil and Portugal; what they did, and what was done last year according to the other words */
  g_assert_cmpuint (g_list_model_get_n_items (dramatis_dossier_get_actors (dossier)), ==, n_actors + 2);
  g_assert_cmpuint (g_list_model_get_n_items (dramatis_dossier_get_events (dossier)), ==, n_events + 2);
  g_assert_cmpuint (g_list_model_get_n_items (dramatis_article_get_passages (article)), ==, 3);
  same = dramatis_import_create_revision (again, dossier, article);
  g_assert_true (dramatis_revision_is_empty (same));

  dramatis_history_undo (history);
  g_assert_false (dramatis_history_get_can_undo (history));
  undone = dramatis_dossier_to_bytes (dossier);
  g_assert_true (g_bytes_equal (before, undone));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/suggester/said", test_said);
  g_test_add_func ("/suggester/renamed", test_renamed);
  g_test_add_func ("/suggester/candidates", test_candidates);
  g_test_add_func ("/suggester/cancel", test_cancel);
  g_test_add_func ("/suggester/resolve", test_resolve);
  g_test_add_func ("/suggester/outdated", test_outdated);
  g_test_add_func ("/suggester/undo", test_undo);
  g_test_add_func ("/suggester/same-words", test_same_words);
  g_test_add_func ("/suggester/new-version", test_new_version);

  return g_test_run ();
}
