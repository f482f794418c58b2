/* test-import.c: plain texts become articles
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture-import.h"

static const char article_text[] =
  "Japan and China met in May 2014. Anna Grumbold was born in 1970.\n"
  "Yesterday Grumbold visited Tokyo.\n";

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

static guint
count_mentions (DramatisArticle *article,
                const char      *actor)
{
  GListModel *passages = dramatis_article_get_passages (article);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr (DramatisPassage) passage = g_list_model_get_item (passages, i);
      GArray *mentions = dramatis_passage_get_mentions (passage);

      for (guint k = 0; k < mentions->len; k++)
        if (g_array_index (mentions, DramatisMention, k).actor == actor)
          n++;
    }

  return n;
}

static void
test_import (void)
{
  g_autoptr (DramatisDossier) dossier = dramatis_dossier_new ();
  DramatisArticle *article = fixture_import (dossier, NULL, article_text);
  DramatisActor *person;

  g_assert_cmpstr (dramatis_article_get_title (article), ==, "a-file");
  g_assert_cmpuint (g_list_model_get_n_items (dramatis_article_get_passages (article)), ==, 2);
  person = find_actor (dossier, "Anna Grumbold");
  g_assert_nonnull (person);
  g_assert_cmpint (dramatis_actor_get_status (person), ==, DRAMATIS_STATUS_SUGGESTED);
  g_assert_cmpint (dramatis_actor_get_kind (person), ==, DRAMATIS_ACTOR_KIND_PERSON);
  g_assert_cmpuint (count_mentions (article, dramatis_thing_get_id (DRAMATIS_THING (person))), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (dramatis_dossier_get_events (dossier)), ==, 3);

  /* the whole import is one level of undo */
  dramatis_history_undo (dramatis_dossier_get_history (dossier));
  g_assert_cmpuint (g_list_model_get_n_items (dramatis_dossier_get_articles (dossier)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (dramatis_dossier_get_actors (dossier)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (dramatis_dossier_get_events (dossier)), ==, 0);
}

/* The title of a text becomes that of the article; it is a passage only if the article has another title. */
static void
test_title (void)
{
  static const struct { const char *given; const char *title; guint n_passages; } cases[] = {
    { NULL, "A Title", 1 }, { "A Title", "A Title", 1 }, { "Another", "Another", 2 },
  };

  static const char titled[] =
    "A Title\n\nThis paragraph is so long that nobody would take it for the title of anything, and it ends as one should.";

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DramatisDossier) dossier = dramatis_dossier_new ();
      g_autoptr (DramatisImport) import = dramatis_import_new (dossier, cases[i].given, NULL, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new_static (titled, strlen (titled));
      DramatisArticle *article;

      g_assert_true (dramatis_import_read (import, bytes, NULL, NULL, NULL));
      article = dramatis_import_apply (import, dossier);
      g_assert_cmpstr (dramatis_article_get_title (article), ==, cases[i].title);
      g_assert_cmpuint (g_list_model_get_n_items (dramatis_article_get_passages (article)), ==, cases[i].n_passages);
    }
}

static void
test_reuses_actors (void)
{
  g_autoptr (DramatisDossier) dossier = dramatis_dossier_new ();
  DramatisArticle *second;
  DramatisActor *japan;
  guint n_actors;

  fixture_import (dossier, NULL, article_text);
  n_actors = g_list_model_get_n_items (dramatis_dossier_get_actors (dossier));
  japan = find_actor (dossier, "Japan");

  /* an alias that a person gave is known in the next article */
  g_object_set (japan, "aliases", (const char *[]) { "the Sun's Origin", NULL }, "status", DRAMATIS_STATUS_CONFIRMED, NULL);
  second = fixture_import (dossier, NULL, "Many admire the Sun's Origin, and Japan admires China.\n");
  g_assert_cmpuint (count_mentions (second, dramatis_thing_get_id (DRAMATIS_THING (japan))), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (dramatis_dossier_get_actors (dossier)), ==, n_actors);

  /* what was rejected is not suggested again */
  dramatis_dossier_set_status (dossier, japan, DRAMATIS_STATUS_REJECTED);
  second = fixture_import (dossier, NULL, "Japan admires China.\n");
  g_assert_cmpuint (count_mentions (second, dramatis_thing_get_id (DRAMATIS_THING (japan))), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/apply", test_import);
  g_test_add_func ("/import/title", test_title);
  g_test_add_func ("/import/reuses-actors", test_reuses_actors);

  return g_test_run ();
}
