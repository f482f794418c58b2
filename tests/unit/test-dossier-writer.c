/* test-dossier-writer.c: writing dossier files
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "dramatis-dossier-reader.h"
#include "dramatis-dossier-writer.h"
#include "fixture-dossier.h"

static DramatisDossier *
read_bytes (GBytes *bytes)
{
  g_autoptr (DramatisDossierReader) reader = dramatis_dossier_reader_new ();
  g_autoptr (GError) error = NULL;
  DramatisDossier *dossier = dramatis_dossier_reader_read_bytes (reader, bytes, &error);

  g_assert_no_error (error);

  return dossier;
}

static GStrv
split (GBytes *bytes)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return g_strsplit (text, "\n", -1);
}

/* By line, so that a failure shows the one that matters. */
static void
assert_same_text (GBytes *bytes,
                  GBytes *expected)
{
  g_auto (GStrv) lines = split (bytes);
  g_auto (GStrv) expected_lines = split (expected);

  for (guint i = 0; lines[i] != NULL || expected_lines[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, expected_lines[i]);
  g_assert_true (g_bytes_equal (bytes, expected));
}

static void
assert_unchanged_by_reading (GBytes *bytes)
{
  g_autoptr (DramatisDossier) dossier = read_bytes (bytes);
  g_autoptr (GBytes) written = dramatis_dossier_to_bytes (dossier);

  assert_same_text (written, bytes);
}

static void
test_file (gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), data, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dramatis_file_read (path, NULL, &error);

  g_assert_no_error (error);
  assert_unchanged_by_reading (bytes);
}

static void
test_empty (void)
{
  g_autoptr (DramatisDossier) dossier = dramatis_dossier_new ();
  g_autoptr (GBytes) bytes = dramatis_dossier_to_bytes (dossier);
  static const char text[] = "{\n"
                             "  \"format\": \"dramatis-dossier\",\n"
                             "  \"version\": 1,\n"
                             "  \"articles\": [],\n"
                             "  \"actors\": [],\n"
                             "  \"events\": [],\n"
                             "  \"notes\": [],\n"
                             "  \"tags\": []\n"
                             "}\n";
  g_autoptr (GBytes) expected = g_bytes_new_static (text, strlen (text));

  assert_same_text (bytes, expected);
  assert_unchanged_by_reading (bytes);
}

/* Any code points but U+0000 and surrogates, many of those that need escapes. */
static char *
make_text (GRand *rand,
           guint  length)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < length; i++)
    {
      gunichar character;

      switch (g_rand_int_range (rand, 0, 6))
        {
        case 0:
          character = g_rand_int_range (rand, 1, 0x20);
          break;
        case 1:
          character = "\"\\/\x7f'"[g_rand_int_range (rand, 0, 5)];
          break;
        case 2:
          character = g_rand_int_range (rand, 0x80, 0xd800);
          break;
        case 3:
          character = g_rand_int_range (rand, 0xe000, 0x110000);
          break;
        default:
          character = g_rand_int_range (rand, 0x20, 0x7f);
        }
      g_string_append_unichar (text, character);
    }

  return g_string_free (text, FALSE);
}

static char *
make_short_text (GRand *rand)
{
  return make_text (rand, g_rand_boolean (rand) ? 0 : g_rand_int_range (rand, 1, 12));
}

static GStrv
make_texts (GRand *rand)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (gint i = g_rand_int_range (rand, -2, 4); i > 0; i--)
    {
      g_autofree char *text = make_short_text (rand);

      g_strv_builder_add (builder, text);
    }

  return g_strv_builder_end (builder);
}

static GStrv
pick_ids (GRand      *rand,
          GListModel *things)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (things); i++)
    {
      g_autoptr (DramatisThing) thing = g_list_model_get_item (things, i);

      if (g_rand_int_range (rand, 0, 3) == 0)
        g_strv_builder_add (builder, dramatis_thing_get_id (thing));
    }

  return g_strv_builder_end (builder);
}

static const char *
pick_extra (GRand *rand)
{
  static const char * const extras[] = {
    NULL, NULL, NULL, "{\"a\":1}", "{\"ü\\n\":[1,2.5,null,true,\"\\\"\"],\"b\":{\"c\":{}}}",
  };

  return extras[g_rand_int_range (rand, 0, G_N_ELEMENTS (extras))];
}

static DramatisTime *
pick_time (GRand *rand)
{
  static const char * const times[] = { "2024-09-27", "2012", "1977-06", "2014~", "196X", "-0430", "../2024-05" };

  return g_rand_boolean (rand) ? dramatis_time_new (times[g_rand_int_range (rand, 0, G_N_ELEMENTS (times))], NULL) : NULL;
}

static GArray *
make_mentions (GRand      *rand,
               const char *text,
               GListModel *actors)
{
  GArray *mentions = dramatis_mentions_new ();
  guint length = g_utf8_strlen (text, -1);

  for (guint start = 0; start < length; start += g_rand_int_range (rand, 1, 20))
    {
      g_autoptr (DramatisThing) actor =
        g_list_model_get_item (actors, g_rand_int_range (rand, 0, g_list_model_get_n_items (actors)));
      DramatisMention mention = {
        .range = { start, g_rand_int_range (rand, start + 1, length + 1) },
        .actor = dramatis_thing_get_id (actor),
        .status = g_rand_int_range (rand, DRAMATIS_STATUS_SUGGESTED, DRAMATIS_STATUS_REJECTED + 1),
        .extra = g_rand_int_range (rand, 0, 5) == 0 ? g_intern_static_string ("[1,{\"a\":\"b\"}]") : NULL,
      };

      g_array_append_val (mentions, mention);
    }

  return mentions;
}

static GPtrArray *
make_anchors (GRand           *rand,
              DramatisPassage *passage)
{
  GPtrArray *anchors = dramatis_anchors_new ();

  for (gint i = g_rand_int_range (rand, -1, 3); i > 0 && dramatis_passage_get_length (passage) > 0; i--)
    {
      guint start = g_rand_int_range (rand, 0, dramatis_passage_get_length (passage));
      DramatisRange range = { start, g_rand_int_range (rand, start, dramatis_passage_get_length (passage) + 1) };
      g_autoptr (DramatisAnchor) anchor = dramatis_anchor_new (dramatis_thing_get_id (DRAMATIS_THING (passage)),
                                                               dramatis_passage_get_text (passage), &range);
      DramatisAnchor fields = *anchor;

      fields.wording = g_rand_boolean (rand) ? (char *) "just days later" : NULL;
      fields.rule = g_rand_boolean (rand) ? (char *) "days-later" : NULL;
      fields.reference = g_rand_boolean (rand) ? (char *) "2024-10-15" : NULL;
      fields.extra = (char *) pick_extra (rand);
      g_ptr_array_add (anchors, dramatis_anchor_new_full (&fields));
    }

  return anchors;
}

static DramatisDossier *
make_dossier (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  DramatisDossier *dossier = dramatis_dossier_new ();
  g_autoptr (DramatisPassage) last_passage = NULL;
  guint n_things = g_rand_int_range (rand, 1, 6);
  g_autofree char *dossier_title = make_short_text (rand);

  g_object_set (dossier, "title", dossier_title, "extra", pick_extra (rand), NULL);

  for (guint i = 0; i < n_things; i++)
    {
      g_autofree char *actor_id = g_strdup_printf ("actor-%u", i);
      g_autofree char *tag_id = g_strdup_printf ("tag-%u", i);
      g_autofree char *name = make_short_text (rand);
      g_auto (GStrv) aliases = make_texts (rand);
      g_auto (GStrv) identifiers = make_texts (rand);
      g_auto (GStrv) memberships = pick_ids (rand, dramatis_dossier_get_actors (dossier));
      g_autoptr (DramatisActor) actor = dramatis_actor_new (actor_id, g_rand_int_range (rand, 0, 6), name);
      g_autoptr (DramatisTag) tag = dramatis_tag_new (tag_id, name);

      g_object_set (actor,
                    "status", g_rand_int_range (rand, 0, 3),
                    "aliases", aliases,
                    "colour", g_rand_int_range (rand, 0, DRAMATIS_N_COLOURS),
                    "hidden", g_rand_boolean (rand),
                    "identifiers", identifiers,
                    "memberships", memberships,
                    "extra", pick_extra (rand),
                    NULL);
      g_object_set (tag, "description", name, "colour", g_rand_int_range (rand, 0, DRAMATIS_N_COLOURS), NULL);
      dramatis_dossier_add (dossier, actor);
      dramatis_dossier_add (dossier, tag);
    }

  for (guint i = 0; i < n_things; i++)
    {
      g_autofree char *id = g_strdup_printf ("article-%u", i);
      g_autofree char *title = make_short_text (rand);
      g_autofree char *byline = make_short_text (rand);
      g_autoptr (DramatisTime) published = pick_time (rand);
      g_autoptr (DramatisArticle) article = dramatis_article_new (id);

      g_object_set (article, "title", title, "byline", byline, "published", published, "extra", pick_extra (rand), NULL);
      for (guint j = 0; j < n_things; j++)
        {
          g_autofree char *passage_id = g_strdup_printf ("passage-%u-%u", i, j);
          g_autofree char *text = make_text (rand, g_rand_int_range (rand, 0, 100));
          g_autoptr (GArray) mentions = make_mentions (rand, text, dramatis_dossier_get_actors (dossier));

          g_clear_object (&last_passage);
          last_passage = dramatis_passage_new (passage_id, g_rand_int_range (rand, 0, 5), text, mentions);
          g_list_store_append (G_LIST_STORE (dramatis_article_get_passages (article)), last_passage);
        }
      dramatis_dossier_add (dossier, article);
    }

  for (guint i = 0; i < n_things; i++)
    {
      g_autofree char *event_id = g_strdup_printf ("event-%u", i);
      g_autofree char *note_id = g_strdup_printf ("note-%u", i);
      g_autofree char *text = make_short_text (rand);
      g_auto (GStrv) actors = pick_ids (rand, dramatis_dossier_get_actors (dossier));
      g_auto (GStrv) articles = pick_ids (rand, dramatis_dossier_get_articles (dossier));
      g_auto (GStrv) events = pick_ids (rand, dramatis_dossier_get_events (dossier));
      g_auto (GStrv) tags = pick_ids (rand, dramatis_dossier_get_tags (dossier));
      g_autoptr (DramatisTime) time = pick_time (rand);
      g_autoptr (GPtrArray) anchors = make_anchors (rand, last_passage);
      g_autoptr (GDateTime) created = g_date_time_new_from_unix_utc (g_rand_int (rand));
      g_autoptr (DramatisEvent) event = dramatis_event_new (event_id, text, time);
      g_autoptr (DramatisNote) note = dramatis_note_new (note_id, text);

      g_object_set (event,
                    "status", g_rand_int_range (rand, 0, 3),
                    "actors", actors,
                    "evidence", anchors,
                    "extra", pick_extra (rand),
                    NULL);
      g_object_set (note,
                    "actors", actors,
                    "articles", articles,
                    "created", created,
                    "events", events,
                    "ranges", anchors,
                    "tags", tags,
                    "extra", pick_extra (rand),
                    NULL);
      dramatis_dossier_add (dossier, event);
      dramatis_dossier_add (dossier, note);
    }

  return dossier;
}

static void
test_random (void)
{
  for (guint32 seed = 0; seed < 100; seed++)
    {
      g_autoptr (DramatisDossier) dossier = make_dossier (seed);
      g_autoptr (GBytes) bytes = dramatis_dossier_to_bytes (dossier);

      assert_unchanged_by_reading (bytes);
    }
}

static void
written_cb (GObject      *source_object,
            GAsyncResult *result,
            gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

/* Edits that come while a file is being written: it holds the dossier as it was at some moment, never half of an
 * edit. Each edit here is two that belong together. */
/* What was merged can be read again, and taken back leaves no trace. */
static void
test_merged_events (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  DramatisHistory *history = dramatis_dossier_get_history (dossier);
  g_autoptr (GBytes) before = NULL, merged = NULL, after = NULL;

  dramatis_dossier_edit (dossier, "Edit Note", dramatis_dossier_lookup (dossier, "n2"),
                         "events", (const char *[]) { "e3", NULL }, "text", "[India](dramatis:e3)", NULL);
  before = dramatis_dossier_to_bytes (dossier);
  dramatis_dossier_merge_events (dossier, dramatis_dossier_lookup (dossier, "e2"),
                                 dramatis_dossier_lookup (dossier, "e3"));
  merged = dramatis_dossier_to_bytes (dossier);
  assert_unchanged_by_reading (merged);
  g_assert_false (g_bytes_equal (before, merged));

  dramatis_history_undo (history);
  after = dramatis_dossier_to_bytes (dossier);
  assert_same_text (after, before);
}

static void
test_edits_meanwhile (void)
{
  g_autofree char *folder = g_dir_make_tmp ("dramatis-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.dossier", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (DramatisDossier) dossier = make_dossier (1);
  DramatisHistory *history = dramatis_dossier_get_history (dossier);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (DramatisDossierReader) reader = dramatis_dossier_reader_new ();
      g_autoptr (DramatisDossier) written = NULL;
      g_autoptr (GError) error = NULL;
      guint serial;

      dramatis_dossier_write_async (dossier, file, NULL, NULL, written_cb, &result);
      for (guint j = 0; j < 20 && result == NULL; j++)
        {
          g_autofree char *actor_id = g_strdup_printf ("new-actor-%u-%u", i, j);
          g_autofree char *event_id = g_strdup_printf ("new-event-%u-%u", i, j);
          const char * const actors[] = { actor_id, NULL };
          g_autoptr (DramatisActor) actor = dramatis_actor_new (actor_id, DRAMATIS_ACTOR_KIND_GROUP, "New");
          g_autoptr (DramatisEvent) event = dramatis_event_new (event_id, "New", NULL);

          dramatis_history_begin (history, "Edit");
          dramatis_dossier_add (dossier, event);
          dramatis_history_set (history, event, "actors", actors, NULL);
          dramatis_dossier_add (dossier, actor);
          dramatis_history_end (history);
          g_main_context_iteration (NULL, FALSE);
          g_thread_yield ();
        }
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);

      dramatis_dossier_write_finish (dossier, result, NULL, &serial, &error);
      g_assert_no_error (error);
      written = dramatis_dossier_reader_read (reader, file, &error);
      g_assert_no_error (error);
      if (serial == dramatis_history_get_serial (history))
        {
          g_autoptr (GBytes) ours = dramatis_dossier_to_bytes (dossier);
          g_autoptr (GBytes) theirs = dramatis_dossier_to_bytes (written);

          assert_same_text (theirs, ours);
        }
    }

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_fails (void)
{
  g_autoptr (DramatisDossier) dossier = dramatis_dossier_new ();
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/null/a.dossier");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (dramatis_dossier_write (dossier, file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  g_clear_error (&error);

  dramatis_dossier_write_async (dossier, file, NULL, NULL, written_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (dramatis_dossier_write_finish (dossier, result, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dossier-writer/empty", test_empty);
  g_test_add_data_func ("/dossier-writer/unchanged/unknown-members", "fixtures/unknown-members.dossier", test_file);
  g_test_add_data_func ("/dossier-writer/unchanged/bundled", "../data/dossiers/asian-nato.dossier", test_file);
  g_test_add_func ("/dossier-writer/unchanged/random", test_random);
  g_test_add_func ("/dossier-writer/merged-events", test_merged_events);
  g_test_add_func ("/dossier-writer/edits-meanwhile", test_edits_meanwhile);
  g_test_add_func ("/dossier-writer/fails", test_fails);

  return g_test_run ();
}
