/* test-link.c: links from notes to things of the dossier
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-link.h"

#include "dramatis-filter.h"
#include "fixture-dossier.h"

static void
test_markdown (void)
{
  static const struct
  {
    const char *label;
    const char *id;
    const char *link;
  } cases[] = {
    { "Japan", "japan", "[Japan](dramatis:japan)" },
    { "A [b] *c* \\ `d`", "n1", "[A \\[b\\] \\*c\\* \\\\ \\`d\\`](dramatis:n1)" },
    { "two\nlines", "n1", "[two lines](dramatis:n1)" },
    { "", "a b)/ü", "[](dramatis:a%20b%29%2F%C3%BC)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *link = dramatis_link_to_markdown (cases[i].label, cases[i].id);
      g_auto (GStrv) ids = dramatis_link_find_ids (link);

      g_assert_cmpstr (link, ==, cases[i].link);
      g_assert_cmpstrv (ids, ((const char * const[]) { cases[i].id, NULL }));
    }
}

static void
test_id (void)
{
  static const struct
  {
    const char *uri;
    const char *id;
  } cases[] = {
    { "dramatis:japan", "japan" }, { "DRAMATIS:a%20b", "a b" }, { "https://example.org", NULL },
    { "dramatis", NULL }, { "dramatis:%zz", NULL }, { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = dramatis_link_to_id (cases[i].uri);

      g_assert_cmpstr (id, ==, cases[i].id);
    }
}

static void
test_find (void)
{
  static const struct
  {
    const char *markdown;
    const char *ids;
  } cases[] = {
    { "", "" },
    { "no link to dramatis:japan", "" },
    { "[a](dramatis:a), [b](dramatis:b \"title\") and [a again](dramatis:a)", "a b" },
    { "<dramatis:a>", "a" },
    { "[Japan] rises\n\n[Japan]: dramatis:japan\n", "japan" },
    { "[Japan] rises\n\n[Japan]:\n  <dramatis:japan>\n", "japan" },
    { "[a]( Dramatis:a ) <DRAMATIS:b>", "a b" },
    { "[a](melodramatis:a) [b](x dramatis:b)", "" },
    { "[a](dramatis:)", "" },
    { "[a](dramatis:%)", "" },
    { "[a](dramatis:unfinished", "unfinished" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) ids = dramatis_link_find_ids (cases[i].markdown);
      g_autofree char *joined = g_strjoinv (" ", ids);

      g_assert_cmpstr (joined, ==, cases[i].ids);
    }
}

static void
test_back_links (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  g_autoptr (DramatisFilter) filter = dramatis_filter_new ();
  DramatisNote *note = dramatis_dossier_lookup (dossier, "n3");
  DramatisIndex *index = dramatis_dossier_get_index (dossier);
  GPtrArray *notes;

  dramatis_filter_set_actors (filter, (const char *[]) { "china", NULL });
  g_assert_null (dramatis_index_get_back_links (index, "n1"));
  g_assert_false (dramatis_filter_match_note (filter, index, note));

  dramatis_dossier_edit (dossier, "Edit", note, "text", "See [that](dramatis:n1) of [China](dramatis:china)", NULL);
  index = dramatis_dossier_get_index (dossier);
  notes = dramatis_index_get_back_links (index, "n1");
  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_true (g_ptr_array_index (notes, 0) == note);
  /* a note that links to an actor is about it */
  g_assert_true (dramatis_filter_match_note (filter, index, note));

  dramatis_history_undo (dramatis_dossier_get_history (dossier));
  g_assert_null (dramatis_index_get_back_links (dramatis_dossier_get_index (dossier), "n1"));
}

static void
test_notes_about (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  DramatisNote *note = dramatis_dossier_lookup (dossier, "n3");
  GPtrArray *notes;

  dramatis_dossier_edit (dossier, "Edit", note, "actors", (const char *[]) { "china", NULL }, NULL);
  notes = dramatis_index_get_notes_about (dramatis_dossier_get_index (dossier), "china");
  g_assert_nonnull (notes);
  g_assert_true (g_ptr_array_find (notes, note, NULL));

  dramatis_history_undo (dramatis_dossier_get_history (dossier));
  notes = dramatis_index_get_notes_about (dramatis_dossier_get_index (dossier), "china");
  g_assert_true (notes == NULL || !g_ptr_array_find (notes, note, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/link/markdown", test_markdown);
  g_test_add_func ("/link/id", test_id);
  g_test_add_func ("/link/find", test_find);
  g_test_add_func ("/link/back-links", test_back_links);
  g_test_add_func ("/link/notes-about", test_notes_about);

  return g_test_run ();
}
