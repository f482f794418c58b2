/* test-filter.c: what passes the filter
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture-dossier.h"

#include "dramatis-filter.h"

/* Lists as words; a span as EDTF. The answers: positions of passages, ids of events, of notes and of actors. */
static const struct
{
  const char    *actors;
  DramatisMatch  match;
  const char    *span;
  const char    *text;
  const char    *tags;
  const char    *passages;
  const char    *events;
  const char    *notes;
  const char    *cast;
} cases[] = {
  { NULL, 0, NULL, NULL, NULL, "0 1 2 3", "e1 e2 e3 e4", "n1 n2 n3", "japan china india" },
  { "japan", 0, NULL, NULL, NULL, "0 1", "e1 e2 e4", "n1", "japan china" },
  { "india", 0, NULL, NULL, NULL, "3", "e3", "n2", "china india" },
  { "japan india", DRAMATIS_MATCH_ANY, NULL, NULL, NULL, "0 1 3", "e1 e2 e3 e4", "n1 n2", "japan china india" },
  { "japan china", DRAMATIS_MATCH_ALL, NULL, NULL, NULL, "0", "e2", "", "japan china" },
  { "japan india", DRAMATIS_MATCH_ALL, NULL, NULL, NULL, "", "", "", "japan india" },
  { "nobody", 0, NULL, NULL, NULL, "", "", "", "" },
  { NULL, 0, "2012/2014", NULL, NULL, "0 1", "e1 e2", "n1", "japan china" },
  { NULL, 0, "2014-09-30", NULL, NULL, "1", "e2", "n1", "japan" },
  { NULL, 0, "2014-10-01", NULL, NULL, "", "", "", "" },
  { NULL, 0, "1977-06-30", NULL, NULL, "3", "e3", "", "china india" },
  { NULL, 0, NULL, "JAPAN", NULL, "0 1", "e1 e2 e4", "", "japan china" },
  { NULL, 0, NULL, "this", NULL, "", "", "n1", "" },
  { NULL, 0, NULL, "armed itself", NULL, "1", "", "n1", "japan" },
  { NULL, 0, NULL, NULL, "t1", "1", "e2", "n1", "japan" },
  { NULL, 0, NULL, NULL, "t2", "", "", "", "" },
  { "china", 0, "1970/1979", NULL, NULL, "3", "", "", "china india" },
  { "japan", 0, "2014", "armed", "t1", "1", "", "n1", "japan" },
};

static void
append_id (GString       *string,
           DramatisThing *thing)
{
  g_string_append_printf (string, "%s%s", string->len > 0 ? " " : "", dramatis_thing_get_id (thing));
}

typedef gboolean (*MatchFunc) (DramatisFilter *filter,
                               DramatisIndex  *index,
                               gpointer        thing);

static void
assert_passing (GListModel     *list,
                DramatisFilter *filter,
                DramatisIndex  *index,
                MatchFunc       match,
                const char     *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (DramatisThing) thing = g_list_model_get_item (list, i);

      if (match (filter, index, thing))
        append_id (ids, thing);
    }

  g_assert_cmpstr (ids->str, ==, expected);
}

/* All together pass as each alone. */
static void
assert_same_notes (DramatisFilter *filter,
                   DramatisIndex  *index)
{
  GPtrArray *notes = dramatis_index_get_notes (index);
  g_autoptr (GPtrArray) passing = dramatis_filter_match_notes (filter, index);
  guint n_passing = 0;

  for (guint i = 0; i < notes->len; i++)
    {
      if (!dramatis_filter_match_note (filter, index, g_ptr_array_index (notes, i)))
        continue;

      g_assert_cmpuint (n_passing, <, passing->len);
      g_assert_true (g_ptr_array_index (passing, n_passing) == g_ptr_array_index (notes, i));
      n_passing++;
    }
  g_assert_cmpuint (n_passing, ==, passing->len);
}

static void
test_cases (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  DramatisIndex *index = dramatis_dossier_get_index (dossier);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DramatisFilter) filter = dramatis_filter_new ();
      g_auto (GStrv) actors = cases[i].actors != NULL ? g_strsplit (cases[i].actors, " ", -1) : NULL;
      g_auto (GStrv) tags = cases[i].tags != NULL ? g_strsplit (cases[i].tags, " ", -1) : NULL;
      g_autoptr (DramatisTime) span = cases[i].span != NULL ? dramatis_time_new (cases[i].span, NULL) : NULL;
      g_autoptr (GString) positions = g_string_new (NULL);
      GArray *matches;

      g_test_message ("case %u", i);
      dramatis_filter_set_actors (filter, (const char * const *) actors);
      dramatis_filter_set_match (filter, cases[i].match);
      dramatis_filter_set_span (filter, span != NULL ? dramatis_time_get_span (span) : NULL);
      dramatis_filter_set_text (filter, cases[i].text);
      dramatis_filter_set_tags (filter, (const char * const *) tags);
      g_assert_cmpint (dramatis_filter_is_empty (filter), ==, i == 0);

      matches = dramatis_filter_match_passages (filter, index);
      for (guint j = 0; j < matches->len; j++)
        g_string_append_printf (positions, "%s%u", j > 0 ? " " : "", g_array_index (matches, guint, j));
      g_assert_cmpstr (positions->str, ==, cases[i].passages);
      g_assert_true (dramatis_filter_match_passages (filter, index) == matches);

      assert_passing (dramatis_dossier_get_events (dossier), filter, index,
                      (MatchFunc) dramatis_filter_match_event, cases[i].events);
      assert_passing (dramatis_dossier_get_notes (dossier), filter, index,
                      (MatchFunc) dramatis_filter_match_note, cases[i].notes);
      assert_same_notes (filter, index);
      assert_passing (dramatis_dossier_get_actors (dossier), filter, index,
                      (MatchFunc) dramatis_filter_match_actor, cases[i].cast);
    }
}

static void
count_cb (gpointer  source,
          guint    *count)
{
  (*count)++;
}

static void
test_changes (void)
{
  g_autoptr (DramatisFilter) filter = dramatis_filter_new ();
  const DramatisSpan span = { 0, 10 };
  guint n_changed = 0;

  g_signal_connect (filter, "changed", G_CALLBACK (count_cb), &n_changed);

  dramatis_filter_clear (filter);
  dramatis_filter_set_text (filter, "");
  dramatis_filter_set_actors (filter, NULL);
  g_assert_cmpuint (n_changed, ==, 0);

  dramatis_filter_toggle_actor (filter, "japan");
  dramatis_filter_toggle_actor (filter, "china");
  g_assert_cmpuint (n_changed, ==, 2);
  g_assert_true (dramatis_filter_has_actor (filter, "japan"));
  dramatis_filter_toggle_actor (filter, "japan");
  g_assert_false (dramatis_filter_has_actor (filter, "japan"));
  dramatis_filter_toggle_actor (filter, "china");
  g_assert_true (dramatis_filter_is_empty (filter));
  g_assert_cmpuint (n_changed, ==, 4);

  dramatis_filter_set_span (filter, &span);
  dramatis_filter_set_span (filter, &span);
  g_assert_cmpuint (n_changed, ==, 5);
  dramatis_filter_set_match (filter, DRAMATIS_MATCH_ALL);
  dramatis_filter_set_match (filter, DRAMATIS_MATCH_ALL);
  g_assert_cmpuint (n_changed, ==, 6);
  dramatis_filter_clear (filter);
  g_assert_cmpuint (n_changed, ==, 7);
  g_assert_true (dramatis_filter_is_empty (filter));
}

/* Each part is there when it is set, alone, and gone when it is taken out. */
static void
test_parts (void)
{
  const char *two[] = { "japan", "china", NULL };
  const DramatisSpan span = { 0, 10 };
  g_autoptr (DramatisFilter) filter = dramatis_filter_new ();

  for (guint i = 0; i < DRAMATIS_N_FILTER_PARTS; i++)
    g_assert_false (dramatis_filter_has_part (filter, i));

  dramatis_filter_set_actors (filter, two);
  g_assert_false (dramatis_filter_has_part (filter, DRAMATIS_FILTER_PART_MATCH));
  dramatis_filter_set_match (filter, DRAMATIS_MATCH_ALL);
  dramatis_filter_set_span (filter, &span);
  dramatis_filter_set_text (filter, "missile");
  dramatis_filter_set_tags (filter, two);
  for (guint i = 0; i < DRAMATIS_N_FILTER_PARTS; i++)
    g_assert_true (dramatis_filter_has_part (filter, i));

  dramatis_filter_remove_part (filter, DRAMATIS_FILTER_PART_TAGS, "china");
  dramatis_filter_remove_part (filter, DRAMATIS_FILTER_PART_TAGS, "china");
  g_assert_false (dramatis_filter_has_tag (filter, "china"));
  g_assert_true (dramatis_filter_has_tag (filter, "japan"));

  for (guint i = 0; i < DRAMATIS_N_FILTER_PARTS; i++)
    {
      dramatis_filter_remove_part (filter, i, NULL);
      for (guint j = 0; j < DRAMATIS_N_FILTER_PARTS; j++)
        g_assert_cmpint (dramatis_filter_has_part (filter, j), ==, j > i);
    }
  g_assert_true (dramatis_filter_is_empty (filter));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/filter/cases", test_cases);
  g_test_add_func ("/filter/changes", test_changes);
  g_test_add_func ("/filter/parts", test_parts);

  return g_test_run ();
}
