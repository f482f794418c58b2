/* test-dossier-reader.c: opening dossier files
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "dramatis-dossier-reader.h"

static DramatisDossier *
read_fixture (DramatisDossierReader  *reader,
              const char             *name,
              GError                **error)
{
  g_autoptr (GFile) file = g_file_new_build_filename (g_getenv ("G_TEST_SRCDIR"), "fixtures", name, NULL);

  return dramatis_dossier_reader_read (reader, file, error);
}

static DramatisDossier *
read_text (DramatisDossierReader *reader,
           const char            *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return dramatis_dossier_reader_read_bytes (reader, bytes, NULL);
}

static void
test_model (void)
{
  g_autoptr (DramatisDossierReader) reader = dramatis_dossier_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DramatisDossier) dossier = read_fixture (reader, "unknown-members.dossier", &error);
  g_autofree char *created = NULL;
  DramatisPassage *passage;
  DramatisArticle *article;
  DramatisActor *actor;
  DramatisEvent *event;
  DramatisNote *note;
  DramatisTag *tag;
  const DramatisAnchor *anchor;
  const DramatisMention *mentions;

  g_assert_no_error (error);
  g_assert_false (dramatis_dossier_reader_get_newer (reader));
  g_assert_cmpuint (dramatis_dossier_reader_get_faults (reader)->len, ==, 0);
  g_assert_cmpuint (dramatis_dossier_reader_get_stamp (reader)->inode, !=, 0);

  g_assert_cmpstr (dramatis_dossier_get_title (dossier), ==, "Written by a later version");
  g_assert_cmpstr (dramatis_dossier_get_extra (dossier), ==, "{\"reading position\":12,\"\":{}}");
  g_assert_false (dramatis_history_get_can_undo (dramatis_dossier_get_history (dossier)));
  g_assert_false (dramatis_history_get_can_redo (dramatis_dossier_get_history (dossier)));

  article = dramatis_dossier_lookup (dossier, "article-1");
  g_assert_true (DRAMATIS_IS_ARTICLE (article));
  g_assert_cmpstr (dramatis_article_get_title (article), ==, "An article");
  g_assert_cmpstr (dramatis_time_get_edtf (dramatis_article_get_published (article)), ==, "2024-10-15");
  g_assert_cmpstr (dramatis_thing_get_extra (DRAMATIS_THING (article)), ==, "{\"rating\":4.5}");

  passage = dramatis_dossier_lookup (dossier, "p1");
  g_assert_true (DRAMATIS_IS_PASSAGE (passage));
  g_assert_cmpint (dramatis_passage_get_kind (passage), ==, DRAMATIS_PASSAGE_KIND_PARAGRAPH);
  g_assert_cmpstr (dramatis_passage_get_text (passage), ==, "Japan and 𠮷野 met.\n\t“So”, they said: \"\\\".");

  actor = dramatis_dossier_lookup (dossier, "yoshino");
  g_assert_true (DRAMATIS_IS_ACTOR (actor));
  g_assert_cmpint (dramatis_actor_get_kind (actor), ==, DRAMATIS_ACTOR_KIND_PERSON);
  g_assert_cmpint (dramatis_actor_get_status (actor), ==, DRAMATIS_STATUS_SUGGESTED);
  g_assert_cmpstr (dramatis_actor_get_memberships (actor)[0], ==, "japan");
  g_assert_null (dramatis_thing_get_extra (DRAMATIS_THING (actor)));

  mentions = (const DramatisMention *) dramatis_passage_get_mentions (passage)->data;
  g_assert_cmpuint (dramatis_passage_get_mentions (passage)->len, ==, 4);
  g_assert_cmpint (mentions[0].status, ==, DRAMATIS_STATUS_SUGGESTED);
  g_assert_null (mentions[0].extra);
  g_assert_cmpint (mentions[1].status, ==, DRAMATIS_STATUS_REJECTED);
  g_assert_cmpuint (mentions[2].range.start, ==, 10);
  g_assert_cmpuint (mentions[2].range.end, ==, 12);
  g_assert_true (mentions[2].actor == dramatis_thing_get_id (DRAMATIS_THING (actor)));
  g_assert_cmpstr (mentions[2].extra, ==, "[{\"by\":\"rule 7\"},0.1]");
  g_assert_cmpint (mentions[3].status, ==, DRAMATIS_STATUS_CONFIRMED);

  event = dramatis_dossier_lookup (dossier, "meeting");
  g_assert_true (DRAMATIS_IS_EVENT (event));
  g_assert_null (dramatis_event_get_time (event));
  g_assert_cmpint (dramatis_event_get_status (event), ==, DRAMATIS_STATUS_CONFIRMED);
  anchor = g_ptr_array_index (dramatis_event_get_evidence (event), 0);
  g_assert_cmpstr (anchor->passage, ==, "p1");
  g_assert_cmpstr (anchor->quote, ==, "Japan and 𠮷野 met");
  g_assert_cmpstr (anchor->prefix, ==, "");
  g_assert_cmpstr (anchor->extra, ==, "{\"score\":1e+300}");

  note = dramatis_dossier_lookup (dossier, "note-1");
  g_assert_true (DRAMATIS_IS_NOTE (note));
  created = g_date_time_format_iso8601 (dramatis_note_get_created (note));
  g_assert_cmpstr (created, ==, "2024-10-20T09:00:00Z");
  g_assert_null (dramatis_note_get_modified (note));

  tag = dramatis_dossier_lookup (dossier, "tag-1");
  g_assert_true (DRAMATIS_IS_TAG (tag));
  g_assert_cmpstr (dramatis_thing_get_extra (DRAMATIS_THING (tag)), ==, "{\"parent\":null}");

  g_assert_finalize_object (g_steal_pointer (&dossier));
}

static void
test_all_faults (void)
{
  static const struct
  {
    const char *path;
    const char *reason;
  } expected[] = {
    { "/articles/0/passages/0/mentions/9/1", "too large" },
    { "/actors/1/name", "more than one" },
    { "/tags/0/name", "surrogate" },
    { "/tags/1/name", "U+0000" },
    { "/version", "1" },
    { "/title", "text" },
    { "/articles/0/published", "2024-02-30" },
    { "/articles/0/passages/0/kind", "poem" },
    { "/articles/0/passages/0/mentions/1/1", "outside" },
    { "/articles/0/passages/0/mentions/2/0", "negative" },
    { "/articles/0/passages/0/mentions/3", "after its start" },
    { "/articles/0/passages/0/mentions/4/2", "atlantis" },
    { "/articles/0/passages/0/mentions/5/2", "an event" },
    { "/articles/0/passages/0/mentions/6", "a start, an end and an actor" },
    { "/articles/0/passages/0/mentions/7/3", "perhaps" },
    { "/articles/0/passages/0/mentions/8/0", "fraction" },
    { "/articles/0/passages/1/id", "p1" },
    { "/articles/0/passages/2", "“id” is missing" },
    { "/articles/1", "“passages” is missing" },
    { "/actors/0/name", "null" },
    { "/actors/1/memberships/0", "quad" },
    { "/actors/1/colour", "#ff0000" },
    { "/events/0/time", "yesterday" },
    { "/events/0/evidence/0", "outside" },
    { "/events/0/evidence/2", "object" },
    { "/notes", "list" },
    { "/tags/0/id", "empty" },
  };
  g_autoptr (DramatisDossierReader) reader = dramatis_dossier_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DramatisDossier) dossier = read_fixture (reader, "faults.dossier", &error);
  GPtrArray *faults = dramatis_dossier_reader_get_faults (reader);

  g_assert_null (dossier);
  g_assert_error (error, DRAMATIS_DOSSIER_READER_ERROR, DRAMATIS_DOSSIER_READER_ERROR_FAULTY);
  for (guint i = 0; i < MIN (faults->len, G_N_ELEMENTS (expected)); i++)
    {
      const DramatisFault *fault = g_ptr_array_index (faults, i);

      g_assert_cmpstr (fault->path, ==, expected[i].path);
      g_assert_nonnull (strstr (fault->reason, expected[i].reason));
    }
  g_assert_cmpuint (faults->len, ==, G_N_ELEMENTS (expected));
}

/* What is in the other lists refers to the things at fault. */
#define ARTICLE "{\"id\": \"a1\", \"title\": \"T\", \"passages\": [{\"id\": \"p1\", \"kind\": \"paragraph\", " \
                "\"text\": \"Japan met China\", \"mentions\": [[0, 5, \"japan\"]]}]}"
#define ACTOR "{\"id\": \"japan\", \"kind\": \"state\", \"name\": \"Japan\"}"
#define EVENT "{\"id\": \"e1\", \"title\": \"T\", \"actors\": [\"japan\"], \"evidence\": " \
              "[{\"passage\": \"p1\", \"start\": 0, \"end\": 5, \"quote\": \"Japan\"}]}"
#define NOTE "{\"id\": \"n1\", \"text\": \"\", \"tags\": [\"t1\"], \"events\": [\"e1\"], \"articles\": [\"a1\"]}"
#define TAG "{\"id\": \"t1\", \"name\": \"T\"}"

/* Each has one fault, with what would follow from it. */
static const struct
{
  const char *name;
  const char *articles;
  const char *actors;
  const char *events;
  const char *tags;
  const char *path;   /* NULL: no fault */
} consequences[] = {
  { "none", "[" ARTICLE "]", "[" ACTOR "]", "[" EVENT "]", "[" TAG "]", NULL },
  { "actors-no-list", "[" ARTICLE "]", "{}", "[" EVENT "]", "[" TAG "]", "/actors" },
  { "mention-element-missing", "[{\"id\": \"a1\", \"title\": \"T\", \"passages\": [{\"id\": \"p1\", "
    "\"kind\": \"paragraph\", \"text\": \"Japan met China\", \"mentions\": [[0, \"japan\", \"rejected\"]]}]}]",
    "[" ACTOR "]", "[" EVENT "]", "[" TAG "]", "/articles/0/passages/0/mentions/0/1" },
  { "actor-no-object", "[" ARTICLE "]", "[null]", "[" EVENT "]", "[" TAG "]", "/actors/0" },
  { "actor-without-id", "[" ARTICLE "]", "[{\"kind\": \"state\", \"name\": \"Japan\"}]", "[" EVENT "]", "[" TAG "]",
    "/actors/0" },
  { "actor-without-id-by-alias", "[" ARTICLE "]",
    "[{\"kind\": \"state\", \"name\": \"Nippon\", \"aliases\": [\"Japan\"]}]", "[" EVENT "]", "[" TAG "]",
    "/actors/0" },
  { "actor-id-with-nul", "[" ARTICLE "]",
    "[{\"id\": \"\\u0000\", \"kind\": \"state\", \"name\": \"Japan\"}]", "[" EVENT "]", "[" TAG "]",
    "/actors/0/id" },
  { "actor-number-id", "[" ARTICLE "]", "[{\"id\": 7, \"kind\": \"state\", \"name\": \"Japan\"}]", "[" EVENT "]",
    "[" TAG "]", "/actors/0/id" },
  { "actor-kind", "[" ARTICLE "]", "[{\"id\": \"japan\", \"kind\": \"land\", \"name\": \"Japan\"}]", "[" EVENT "]",
    "[" TAG "]", "/actors/0/kind" },
  { "actor-id-twice", "[" ARTICLE "]", "[" ACTOR ", " ACTOR "]", "[" EVENT "]", "[" TAG "]", "/actors/1/id" },
  { "id-of-two-kinds", "[" ARTICLE "]", "[" ACTOR "]", "[" EVENT "]",
    "[" TAG ", {\"id\": \"japan\", \"name\": \"T\"}]", "/tags/1/id" },
  { "articles-no-list", "7", "[" ACTOR "]", "[" EVENT "]", "[" TAG "]", "/articles" },
  { "article-without-id", "[{\"title\": \"T\", \"passages\": [{\"id\": \"p1\", \"kind\": \"paragraph\", "
    "\"text\": \"Japan met China\"}]}]", "[" ACTOR "]", "[" EVENT "]", "[" TAG "]", "/articles/0" },
  { "passages-no-list", "[{\"id\": \"a1\", \"title\": \"T\", \"passages\": \"p1\"}]", "[" ACTOR "]", "[" EVENT "]",
    "[" TAG "]", "/articles/0/passages" },
  { "passage-without-id", "[{\"id\": \"a1\", \"title\": \"T\", \"passages\": [{\"kind\": \"paragraph\", "
    "\"text\": \"Japan met China\"}]}]", "[" ACTOR "]", "[" EVENT "]", "[" TAG "]", "/articles/0/passages/0" },
  { "passage-without-text", "[{\"id\": \"a1\", \"title\": \"T\", \"passages\": [{\"id\": \"p1\", "
    "\"kind\": \"paragraph\", \"mentions\": [[0, 5, \"japan\"]]}]}]", "[" ACTOR "]", "[" EVENT "]", "[" TAG "]",
    "/articles/0/passages/0" },
  { "passage-text-with-nul", "[{\"id\": \"a1\", \"title\": \"T\", \"passages\": [{\"id\": \"p1\", "
    "\"kind\": \"paragraph\", \"mentions\": [[0, 5, \"japan\"]], \"text\": \"\\u0000Japan met China\"}]}]",
    "[" ACTOR "]", "[" EVENT "]", "[" TAG "]", "/articles/0/passages/0/text" },
  { "event-without-id", "[" ARTICLE "]", "[" ACTOR "]", "[{\"title\": \"E1\"}]", "[" TAG "]", "/events/0" },
  { "tag-without-id", "[" ARTICLE "]", "[" ACTOR "]", "[" EVENT "]", "[{\"name\": \"T 1\"}]", "/tags/0" },
};

static void
test_consequence (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (DramatisDossierReader) reader = dramatis_dossier_reader_new ();
  g_autoptr (DramatisDossier) dossier = NULL;
  g_autofree char *text = NULL;
  GPtrArray *faults;

  text = g_strdup_printf ("{\"format\": \"dramatis-dossier\", \"version\": 1, \"articles\": %s, \"actors\": %s, "
                          "\"events\": %s, \"notes\": [" NOTE "], \"tags\": %s}",
                          consequences[i].articles, consequences[i].actors, consequences[i].events,
                          consequences[i].tags);
  dossier = read_text (reader, text);
  faults = dramatis_dossier_reader_get_faults (reader);

  for (guint j = 0; j < faults->len; j++)
    {
      const DramatisFault *fault = g_ptr_array_index (faults, j);

      g_test_message ("%s: %s", fault->path, fault->reason);
    }

  if (consequences[i].path == NULL)
    {
      g_assert_nonnull (dossier);
      return;
    }

  g_assert_null (dossier);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpstr (((DramatisFault *) g_ptr_array_index (faults, 0))->path, ==, consequences[i].path);
}

/* Texts that are JSON but no dossier, or hardly one. */
static const struct
{
  const char *name;
  const char *text;
  guint       n_faults;
} roots[] = {
  { "null", "null", 1 },
  { "array", "[]", 1 },
  { "text", "\"dramatis-dossier\"", 1 },
  { "number", "1", 1 },
  { "large-number", "123456789012345678901234567890", 1 },
  { "empty-object", "{}", 2 },
  { "other-format", "{\"format\": \"other\", \"version\": 1}", 1 },
  { "version-text", "{\"format\": \"dramatis-dossier\", \"version\": \"1\"}", 1 },
  { "version-fraction", "{\"format\": \"dramatis-dossier\", \"version\": 1.5}", 1 },
  { "without-a-list-that-is-referred-to", "{\"format\": \"dramatis-dossier\", \"version\": 1, \"notes\": "
    "[{\"id\": \"n\", \"text\": \"\", \"tags\": [\"t\", \"u\"]}]}", 1 },
  { "smallest", "{\"format\": \"dramatis-dossier\", \"version\": 1}", 0 },
};

static void
test_root (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (DramatisDossierReader) reader = dramatis_dossier_reader_new ();
  g_autoptr (DramatisDossier) dossier = read_text (reader, roots[i].text);

  g_assert_cmpuint (dramatis_dossier_reader_get_faults (reader)->len, ==, roots[i].n_faults);
  g_assert_cmpint (dossier != NULL, ==, roots[i].n_faults == 0);
}

static void
test_newer (void)
{
  g_autoptr (DramatisDossierReader) reader = dramatis_dossier_reader_new ();
  g_autoptr (DramatisDossier) dossier = NULL;

  dossier = read_text (reader, "{\"format\": \"dramatis-dossier\", \"version\": 2, \"actors\": "
                               "[{\"id\": \"hal\", \"kind\": \"machine\", \"name\": \"HAL\"}]}");
  g_assert_nonnull (dossier);
  g_assert_true (dramatis_dossier_reader_get_newer (reader));
  g_assert_cmpuint (g_list_model_get_n_items (dramatis_dossier_get_actors (dossier)), ==, 1);

  /* a reader can be used again */
  g_assert_null (read_text (reader, "{"));
  g_assert_false (dramatis_dossier_reader_get_newer (reader));
}

static void
test_unsorted_mentions (void)
{
  g_autoptr (DramatisDossierReader) reader = dramatis_dossier_reader_new ();
  g_autoptr (DramatisDossier) dossier = NULL;
  GArray *mentions;

  dossier = read_text (reader, "{\"format\": \"dramatis-dossier\", \"version\": 1, \"articles\": [{\"id\": \"a\", "
                               "\"title\": \"\", \"passages\": [{\"id\": \"p\", \"kind\": \"heading\", "
                               "\"mentions\": [[4, 5, \"x\"], [0, 3, \"x\"]], \"text\": \"a b c\"}]}], "
                               "\"actors\": [" "{\"id\": \"x\", \"kind\": \"group\", \"name\": \"X\"}]}");
  g_assert_nonnull (dossier);
  mentions = dramatis_passage_get_mentions (dramatis_dossier_lookup (dossier, "p"));
  g_assert_cmpuint (g_array_index (mentions, DramatisMention, 0).range.start, ==, 0);
  g_assert_cmpuint (g_array_index (mentions, DramatisMention, 1).range.start, ==, 4);
}

/* A note outlives the words that it was about. */
static void
test_orphans (void)
{
  static const struct
  {
    const char *range;
    guint       n_faults;
  } cases[] = {
    { "\"start\": 0, \"end\": 3, \"quote\": \"other words\"", 0 },
    { "\"start\": 50, \"end\": 55, \"quote\": \"words\"", 0 },
    { "\"start\": 50, \"end\": 60, \"quote\": \"words\"", 1 },
    { "\"start\": 3, \"end\": 0, \"quote\": \"abc\"", 1 },
    { "\"start\": 0, \"end\": 3", 1 },
    { "\"start\": -1, \"end\": 3, \"quote\": \"abc\"", 1 },
    { "\"start\": 0, \"quote\": \"abc\"", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DramatisDossierReader) reader = dramatis_dossier_reader_new ();
      g_autoptr (DramatisDossier) dossier = NULL;
      g_autofree char *text = NULL;

      text = g_strdup_printf ("{\"format\": \"dramatis-dossier\", \"version\": 1, \"articles\": [{\"id\": \"a\", "
                              "\"title\": \"\", \"passages\": [{\"id\": \"p\", \"kind\": \"heading\", "
                              "\"text\": \"abc\"}]}], \"notes\": [{\"id\": \"n\", \"text\": \"\", \"ranges\": "
                              "[{\"passage\": \"p\", %s}]}]}", cases[i].range);
      dossier = read_text (reader, text);
      g_assert_cmpuint (dramatis_dossier_reader_get_faults (reader)->len, ==, cases[i].n_faults);
    }
}

/* What refers to something may stand before it, in another list or in the same. */
static void
test_any_order (void)
{
  static const char text[] =
    "{\"notes\": [" NOTE "], \"events\": [" EVENT "], \"articles\": [" ARTICLE "],"
    "\"actors\": [{\"id\": \"asia\", \"kind\": \"alliance\", \"name\": \"Asia\", \"memberships\": [\"japan\"]}, "
    ACTOR "], \"title\": \"T\", \"tags\": [" TAG "], \"version\": 1, \"format\": \"dramatis-dossier\"}";
  g_autoptr (DramatisDossierReader) reader = dramatis_dossier_reader_new ();
  g_autoptr (DramatisDossier) dossier = read_text (reader, text);

  g_assert_cmpuint (dramatis_dossier_reader_get_faults (reader)->len, ==, 0);
  g_assert_cmpstr (dramatis_dossier_get_title (dossier), ==, "T");
  g_assert_cmpstr (dramatis_actor_get_memberships (dramatis_dossier_lookup (dossier, "asia"))[0], ==, "japan");
  g_assert_cmpstr (dramatis_note_get_tags (dramatis_dossier_lookup (dossier, "n1"))[0], ==, "t1");
  g_assert_cmpuint (dramatis_event_get_evidence (dramatis_dossier_lookup (dossier, "e1"))->len, ==, 1);
}

/* Whatever happens to a file: it is a dossier, or it is told what is wrong with it. */
static void
test_mutations (void)
{
  static const char * const insertions[] = {
    "[", "{", "\"", ",", "\\u0000", "\\ud83d", "1e999", "null", "-1", "99999999999999999999", "\"japan\"", "\xc3", "\n",
  };
  static const char * const names[] = { "unknown-members.dossier", "faults.dossier" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "fixtures", names[i % 2], NULL);
      g_autoptr (DramatisDossierReader) reader = dramatis_dossier_reader_new ();
      g_autoptr (GString) text = NULL;
      g_autofree char *contents = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (DramatisDossier) dossier = NULL;
      gsize length;
      gssize position;

      g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
      text = g_string_new_len (contents, length);
      position = g_rand_int_range (rand, 0, length - 40);
      if (g_rand_boolean (rand))
        g_string_erase (text, position, g_rand_int_range (rand, 1, 40));
      if (g_rand_boolean (rand))
        g_string_insert (text, position, insertions[g_rand_int_range (rand, 0, G_N_ELEMENTS (insertions))]);

      bytes = g_string_free_to_bytes (g_steal_pointer (&text));
      dossier = dramatis_dossier_reader_read_bytes (reader, bytes, NULL);
      g_assert_true ((dossier != NULL) == (dramatis_dossier_reader_get_faults (reader)->len == 0));
    }
}

static void
read_cb (GObject      *source_object,
         GAsyncResult *result,
         gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static void
test_async (void)
{
  static const char * const names[] = { "unknown-members.dossier", "faults.dossier", "there-is-none.dossier" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (DramatisDossierReader) reader = dramatis_dossier_reader_new ();
      g_autoptr (GFile) file = g_file_new_build_filename (g_getenv ("G_TEST_SRCDIR"), "fixtures", names[i], NULL);
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (DramatisDossier) dossier = NULL;
      g_autoptr (GError) error = NULL;

      dramatis_dossier_reader_read_async (reader, file, NULL, read_cb, &result);
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);

      dossier = dramatis_dossier_reader_read_finish (reader, result, &error);
      g_assert_cmpint (dossier != NULL, ==, i == 0);
      if (i == 1)
        g_assert_error (error, DRAMATIS_DOSSIER_READER_ERROR, DRAMATIS_DOSSIER_READER_ERROR_FAULTY);
      else if (i == 2)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dossier-reader/model", test_model);
  g_test_add_func ("/dossier-reader/all-faults", test_all_faults);
  g_test_add_func ("/dossier-reader/newer", test_newer);
  g_test_add_func ("/dossier-reader/unsorted-mentions", test_unsorted_mentions);
  g_test_add_func ("/dossier-reader/orphans", test_orphans);
  g_test_add_func ("/dossier-reader/any-order", test_any_order);
  g_test_add_func ("/dossier-reader/mutations", test_mutations);
  g_test_add_func ("/dossier-reader/async", test_async);

  for (guint i = 0; i < G_N_ELEMENTS (consequences); i++)
    {
      g_autofree char *path = g_strdup_printf ("/dossier-reader/consequence/%s", consequences[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_consequence);
    }

  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    {
      g_autofree char *path = g_strdup_printf ("/dossier-reader/root/%s", roots[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_root);
    }

  return g_test_run ();
}
