/* test-gazetteer.c: names and words that are known beforehand
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-gazetteer.h"

#include <string.h>

#include "dramatis-word-list.h"

static const struct
{
  const char       *text;
  const char       *name;     /* NULL: none begins the text */
  guint             n_tokens;
  DramatisNameRole  role;
} cases[] = {
  { "Japan", "Japan", 1, DRAMATIS_NAME_PROPER },
  { "Japanese cars", "Japan", 1, DRAMATIS_NAME_DEMONYM },
  { "Tokyo said", "Japan", 1, DRAMATIS_NAME_CAPITAL },
  { "New Delhi said", "India", 2, DRAMATIS_NAME_CAPITAL },
  { "Saudi Arabia", "Saudi Arabia", 2, DRAMATIS_NAME_PROPER },
  { "Saudi princes", "Saudi Arabia", 1, DRAMATIS_NAME_DEMONYM },
  { "U.S. troops", "United States", 1, DRAMATIS_NAME_PROPER },
  { "Soviet Union", "Soviet Union", 2, DRAMATIS_NAME_PROPER },
  { "South China Sea", "South China Sea", 3, DRAMATIS_NAME_PROPER },
  { "People’s Republic of China", "China", 5, DRAMATIS_NAME_PROPER },
  { "al-Qaeda", "al-Qaeda", 3, DRAMATIS_NAME_PROPER },
  { "Association of Southeast Asian Nations", "ASEAN", 5, DRAMATIS_NAME_PROPER },
  { "japan", NULL, 0, 0 },
  { "Nowhereland", NULL, 0, 0 },
};

static void
test_match (void)
{
  g_autoptr (DramatisGazetteer) gazetteer = dramatis_gazetteer_new ("en");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) tokens = dramatis_tokens_new (cases[i].text, dramatis_gazetteer_get_lexicon (gazetteer),
                                                       dramatis_gazetteer_get_abbreviations (gazetteer));
      DramatisNameMatch match;
      gboolean found = dramatis_gazetteer_match (gazetteer, tokens, 0, &match);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (found, ==, cases[i].name != NULL);
      if (!found)
        continue;
      g_assert_cmpstr (dramatis_gazetteer_get_entity (gazetteer, match.entity)->name, ==, cases[i].name);
      g_assert_cmpuint (match.n_tokens, ==, cases[i].n_tokens);
      g_assert_cmpint (match.role, ==, cases[i].role);
    }
}

static void
test_added_names_come_first (void)
{
  g_autoptr (DramatisGazetteer) gazetteer = dramatis_gazetteer_new ("en");
  DramatisNameMatch match;
  guint entity = dramatis_gazetteer_add_entity (gazetteer, "Tokyo Football Club", DRAMATIS_ACTOR_KIND_ORGANISATION);

  dramatis_gazetteer_add_name (gazetteer, entity, "Tokyo", DRAMATIS_NAME_PROPER);
  dramatis_gazetteer_sort (gazetteer);

  g_assert_true (dramatis_gazetteer_find (gazetteer, "Tokyo", &match));
  g_assert_cmpuint (match.entity, ==, entity);
  g_assert_true (dramatis_gazetteer_find (gazetteer, "Tokyo Football Club", &match));
  g_assert_false (dramatis_gazetteer_find (gazetteer, "Tokyo Football", &match));
}

static void
test_lists (void)
{
  static const char * const paths[] = {
    "gazetteers/given-names.txt", "gazetteers/places.txt", "gazetteers/surnames.txt", "languages/en/words.txt"
  };
  g_autoptr (DramatisGazetteer) gazetteer = dramatis_gazetteer_new ("en");

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GBytes) bytes = dramatis_extract_data_lookup (paths[i]);
      g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

      /* they are searched where they lie */
      for (guint k = 0; lines[k + 1] != NULL && *lines[k + 1] != '\0'; k++)
        g_assert_cmpstr (lines[k], <, lines[k + 1]);
      for (guint k = 0, n = g_strv_length (lines); k + 1 < n; k += 97)
        g_assert_true (dramatis_word_list_contains (bytes, lines[k], strlen (lines[k])));
      g_assert_false (dramatis_word_list_contains (bytes, "", 0));
      g_assert_false (dramatis_word_list_contains (bytes, "~~~", 3));
    }

  g_assert_true (dramatis_gazetteer_lists (gazetteer, DRAMATIS_WORD_LIST_DICTIONARY, "house", 5));
  g_assert_true (dramatis_gazetteer_lists (gazetteer, DRAMATIS_WORD_LIST_GIVEN_NAMES, "Maria", 5));
  g_assert_true (dramatis_gazetteer_lists (gazetteer, DRAMATIS_WORD_LIST_SURNAMES, "Smith", 5));
}

static void
test_empty_list (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);

  g_assert_false (dramatis_word_list_contains (bytes, "a", 1));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gazetteer/match", test_match);
  g_test_add_func ("/gazetteer/added-names-come-first", test_added_names_come_first);
  g_test_add_func ("/gazetteer/lists", test_lists);
  g_test_add_func ("/gazetteer/empty-list", test_empty_list);

  return g_test_run ();
}
