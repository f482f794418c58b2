/* test-text-importer.c: plain texts become articles
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "dramatis-decoder.h"
#include "dramatis-enum-types.h"
#include "dramatis-import.h"
#include "dramatis-passage-splitter.h"
#include "dramatis-suggester.h"

static const struct
{
  const char *bytes;
  gssize      n_bytes;  /* -1: up to the zero */
  const char *text;     /* NULL: an error with @error in it */
  const char *error;
} decoded[] = {
  { "", 0, "", NULL },
  { "\xef\xbb\xbf", 3, "", NULL },
  { "\xef\xbb\xbf" "a\r\nb\rc\n", -1, "a\nb\nc\n", NULL },
  { "e\xcc\x81", -1, "e\xcc\x81", NULL },
  { "a\0b", 3, NULL, "byte 1" },
  { "ab\xff", -1, NULL, "byte 2" },
  { "\xef\xbb\xbf" "\xc3", -1, NULL, "byte 3" },
};

static void
test_decode (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (decoded); i++)
    {
      gsize size = decoded[i].n_bytes < 0 ? strlen (decoded[i].bytes) : (gsize) decoded[i].n_bytes;
      g_autoptr (GBytes) bytes = g_bytes_new_static (decoded[i].bytes, size);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = dramatis_decoder_decode (bytes, &error);

      g_assert_cmpstr (text, ==, decoded[i].text);
      if (decoded[i].error != NULL)
        {
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
          g_assert_nonnull (strstr (error->message, decoded[i].error));
        }
    }
}

#define LONG "This paragraph is so long that nobody would take it for the title of anything, and it ends as one should."

/* Passages as KIND:TEXT with a bar between them. */
static const struct
{
  const char *text;
  const char *passages;
  const char *title;
  const char *left_out;
} split[] = {
  { "", "", NULL, "" },
  { "\n\n  \n", "", NULL, "" },
  { "One.\nTwo.\n\nThree.", "paragraph:One.|paragraph:Two.|paragraph:Three.", NULL, "" },
  { "A Title\n\n" LONG "\n", "heading:A Title|paragraph:" LONG, "A Title", "" },
  { LONG "\n\nIn between\n\n" LONG, "paragraph:" LONG "|heading:In between|paragraph:" LONG, NULL, "" },
  { "# Marked\n" LONG, "heading:Marked|paragraph:" LONG, "Marked", "" },
  { LONG "\n\nLeave a comment", "paragraph:" LONG, NULL, "Leave a comment" },
  { LONG "\n\nShare this:\nTwitter\nRelated posts\nAnother article",
    "paragraph:" LONG, NULL, "Share this:|Twitter|Related posts|Another article" },
  { "Leave a comment", "paragraph:Leave a comment", NULL, "" },
  { "Three things:\n- one\n• two\n3. three", "paragraph:Three things:|list-item:one|list-item:two|list-item:3. three", NULL, "" },
  { "> It was said\n> in two lines.\n\nSo it was.", "quotation:It was said|quotation:in two lines.|paragraph:So it was.", NULL, "" },
  { "This text was broken to lines of\nsome thirty letters by somebody who\nwanted it so, and who is right.\n\n"
    "A second paragraph follows it, and\nends here.",
    "paragraph:This text was broken to lines of some thirty letters by somebody who wanted it so, and who is right.|"
    "paragraph:A second paragraph follows it, and ends here.", NULL, "" },
};

static void
test_split (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (split); i++)
    {
      g_autofree char *title = NULL;
      g_auto (GStrv) left_out = NULL;
      g_autoptr (GArray) drafts = dramatis_passage_splitter_split (split[i].text, &title, &left_out);
      g_autoptr (GString) shown = g_string_new (NULL);
      g_autofree char *lines = g_strjoinv ("|", left_out);

      for (guint k = 0; k < drafts->len; k++)
        {
          const DramatisPassageDraft *draft = &g_array_index (drafts, DramatisPassageDraft, k);

          g_string_append_printf (shown, "%s%s:%s", k > 0 ? "|" : "",
                                  dramatis_enum_to_nick (DRAMATIS_TYPE_PASSAGE_KIND, draft->kind), draft->text);
        }
      g_assert_cmpstr (shown->str, ==, split[i].passages);
      g_assert_cmpstr (title, ==, split[i].title);
      g_assert_cmpstr (lines, ==, split[i].left_out);
    }
}

static const char article_text[] =
  "Japan and China met in May 2014. Anna Grumbold was born in 1970.\n"
  "Yesterday Grumbold visited Tokyo.\n";

static DramatisArticle *
import (DramatisDossier *dossier,
        const char      *text)
{
  g_autoptr (DramatisTime) published = dramatis_time_new ("2024-10-15", NULL);
  g_autoptr (DramatisImport) import = dramatis_import_new (dossier, NULL, NULL, published);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_true (dramatis_import_read (import, bytes, "a-file.txt", NULL, &error));
  g_assert_no_error (error);

  return dramatis_import_apply (import, dossier);
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
  DramatisArticle *article = import (dossier, article_text);
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

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DramatisDossier) dossier = dramatis_dossier_new ();
      g_autoptr (DramatisImport) import = dramatis_import_new (dossier, cases[i].given, NULL, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new_static ("A Title\n\n" LONG, strlen ("A Title\n\n" LONG));
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

  import (dossier, article_text);
  n_actors = g_list_model_get_n_items (dramatis_dossier_get_actors (dossier));
  japan = find_actor (dossier, "Japan");

  /* an alias that a person gave is known in the next article */
  g_object_set (japan, "aliases", (const char *[]) { "the Sun's Origin", NULL }, "status", DRAMATIS_STATUS_CONFIRMED, NULL);
  second = import (dossier, "Many admire the Sun's Origin, and Japan admires China.\n");
  g_assert_cmpuint (count_mentions (second, dramatis_thing_get_id (DRAMATIS_THING (japan))), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (dramatis_dossier_get_actors (dossier)), ==, n_actors);

  /* what was rejected is not suggested again */
  dramatis_dossier_set_status (dossier, japan, DRAMATIS_STATUS_REJECTED);
  second = import (dossier, "Japan admires China.\n");
  g_assert_cmpuint (count_mentions (second, dramatis_thing_get_id (DRAMATIS_THING (japan))), ==, 0);
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
  DramatisArticle *article = import (dossier, article_text);
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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-importer/decode", test_decode);
  g_test_add_func ("/text-importer/split", test_split);
  g_test_add_func ("/text-importer/import", test_import);
  g_test_add_func ("/text-importer/title", test_title);
  g_test_add_func ("/text-importer/reuses-actors", test_reuses_actors);
  g_test_add_func ("/suggester/resolve", test_resolve);

  return g_test_run ();
}
