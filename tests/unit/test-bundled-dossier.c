/* test-bundled-dossier.c: the dossier that the program brings along
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "dramatis-actor.h"
#include "dramatis-article.h"
#include "dramatis-dossier-reader.h"
#include "dramatis-dossier-writer.h"
#include "dramatis-event.h"
#include "dramatis-note.h"
#include "dramatis-passage.h"

typedef struct
{
  GBytes          *bytes;
  DramatisDossier *dossier;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (DramatisDossierReader) reader = dramatis_dossier_reader_new ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "dossiers",
                                                 "asian-nato.dossier", NULL);
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, &error));
  g_assert_no_error (error);
  fixture->bytes = g_bytes_new_take (contents, length);
  fixture->dossier = dramatis_dossier_reader_read_bytes (reader, fixture->bytes, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->dossier);
  g_bytes_unref (fixture->bytes);
}

static void
test_is_written_as_it_was_read (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (GBytes) again = dramatis_dossier_to_bytes (fixture->dossier);

  g_assert_true (g_bytes_equal (again, fixture->bytes));
}

static void
test_is_worth_opening (Fixture       *fixture,
                       gconstpointer  data)
{
  GListModel *articles = dramatis_dossier_get_articles (fixture->dossier);
  g_autoptr (DramatisArticle) article = g_list_model_get_item (articles, 0);
  GListModel *passages = dramatis_article_get_passages (article);
  guint n_headings = 0, n_words = 0;

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr (DramatisPassage) passage = g_list_model_get_item (passages, i);
      g_auto (GStrv) words = g_strsplit (dramatis_passage_get_text (passage), " ", -1);

      n_words += g_strv_length (words);
      n_headings += dramatis_passage_get_kind (passage) == DRAMATIS_PASSAGE_KIND_HEADING;
    }
  g_assert_cmpuint (n_words, >=, 900);
  g_assert_cmpuint (n_words, <=, 1200);
  g_assert_cmpuint (n_headings, >=, 3);
  g_assert_cmpuint (g_list_model_get_n_items (passages), >=, 14);
  g_assert_cmpuint (g_list_model_get_n_items (dramatis_dossier_get_actors (fixture->dossier)), >=, 28);
  g_assert_cmpuint (g_list_model_get_n_items (dramatis_dossier_get_events (fixture->dossier)), >=, 22);
  g_assert_cmpuint (g_list_model_get_n_items (dramatis_dossier_get_notes (fixture->dossier)), ==, 3);
}

static void
test_is_all_confirmed (Fixture       *fixture,
                       gconstpointer  data)
{
  GListModel *articles = dramatis_dossier_get_articles (fixture->dossier);
  g_autoptr (DramatisArticle) article = g_list_model_get_item (articles, 0);
  GListModel *passages = dramatis_article_get_passages (article);
  GListModel *actors = dramatis_dossier_get_actors (fixture->dossier);
  GListModel *events = dramatis_dossier_get_events (fixture->dossier);

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr (DramatisPassage) passage = g_list_model_get_item (passages, i);
      GArray *mentions = dramatis_passage_get_mentions (passage);

      for (guint j = 0; j < mentions->len; j++)
        g_assert_cmpint (g_array_index (mentions, DramatisMention, j).status, ==, DRAMATIS_STATUS_CONFIRMED);
    }

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (DramatisActor) actor = g_list_model_get_item (actors, i);

      g_assert_cmpint (dramatis_actor_get_status (actor), ==, DRAMATIS_STATUS_CONFIRMED);
      g_assert_cmpstr (dramatis_actor_get_description (actor), !=, NULL);
    }

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (DramatisEvent) event = g_list_model_get_item (events, i);

      g_assert_cmpint (dramatis_event_get_status (event), ==, DRAMATIS_STATUS_CONFIRMED);
      g_assert_nonnull (dramatis_event_get_time (event));
    }
}

static void
assert_anchors_hold (Fixture   *fixture,
                     GPtrArray *anchors)
{
  for (guint i = 0; i < anchors->len; i++)
    {
      DramatisAnchor *anchor = g_ptr_array_index (anchors, i);
      DramatisThing *passage = dramatis_dossier_lookup (fixture->dossier, anchor->passage);
      const char *text = dramatis_passage_get_text (DRAMATIS_PASSAGE (passage));
      g_autoptr (DramatisAnchor) fresh = dramatis_anchor_new (anchor->passage, text, &anchor->range);

      g_assert_cmpstr (anchor->quote, ==, fresh->quote);
      g_assert_cmpstr (anchor->prefix, ==, fresh->prefix);
      g_assert_cmpstr (anchor->suffix, ==, fresh->suffix);
    }
}

static void
test_shows_where_it_is_from (Fixture       *fixture,
                             gconstpointer  data)
{
  GListModel *events = dramatis_dossier_get_events (fixture->dossier);
  GListModel *notes = dramatis_dossier_get_notes (fixture->dossier);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (DramatisEvent) event = g_list_model_get_item (events, i);
      GPtrArray *evidence = dramatis_event_get_evidence (event);
      DramatisAnchor *first;

      g_assert_cmpuint (evidence->len, >, 0);
      first = g_ptr_array_index (evidence, 0);
      g_assert_nonnull (strstr (first->quote, first->wording));
      assert_anchors_hold (fixture, evidence);
    }

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (DramatisNote) note = g_list_model_get_item (notes, i);

      assert_anchors_hold (fixture, dramatis_note_get_ranges (note));
    }
}

#define ADD(path, function) g_test_add ("/bundled-dossier/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("is-written-as-it-was-read", test_is_written_as_it_was_read);
  ADD ("is-worth-opening", test_is_worth_opening);
  ADD ("is-all-confirmed", test_is_all_confirmed);
  ADD ("shows-where-it-is-from", test_shows_where_it_is_from);

  return g_test_run ();
}
