/* test-alignment.c: which words of two versions are the same
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-alignment.h"

#include <string.h>

/* The pairs are the old passage of each new one. Of the first word between brackets in the old version it is told
 * where it should be in the new one, by the brackets there. */
static const struct
{
  const char *name;
  const char *before[4];
  const char *after[4];
  const char *pairs;
} versions[] = {
  { "same", { "One [two] three.", "Four five six." }, { "One [two] three.", "Four five six." }, "0 1" },
  { "moved", { "One [two] three.", "Four five six." }, { "Four five six.", "One [two] three." }, "1 0" },
  { "added", { "One [two] three.", "Four five six." }, { "New here.", "One [two] three.", "Four five six." }, "-1 0 1" },
  { "gone", { "One two three.", "Four [five] six." }, { "Four [five] six." }, "1" },
  { "joined", { "One two three.", "Four [five] six." }, { "One two three. Four [five] six." }, "0" },
  { "split", { "One two three. Four [five] six seven." }, { "One two three.", "Four [five] six seven." }, "-1 0" },
  { "edited", { "When one [two] three had gone." }, { "When many one [two] more three had gone." }, "0" },
  { "repeated", { "}", "Some words here.", "[}]", "Other words there." },
    { "Some words here.", "[}]", "Other words there." }, "1 2 3" },
  { "repeated-heading-moved", { "Paul Smith", "In May [Paul] Smith came home.", "He left again." },
    { "In May [Paul] Smith came home.", "He left again.", "Paul Smith" }, "1 2 0" },
  { "heading-moved", { "[Life]", "He was born here.", "He died in Rome." },
    { "He was born here.", "[Life]", "He died in Rome." }, "1 0 2" },
  { "ideographs", { "昨日、日本と[中]国は" }, { "日本と[中]国は、昨日" }, "0" },
  { "nothing-same", { "One two." }, { "Three four!" }, "-1" },
  { "empty", { "" }, { "One" }, "-1" },
};

/* The texts without the brackets; returns where they were, in bytes of all, or -1. */
static gssize
read_texts (const char * const *marked,
            GPtrArray          *texts)
{
  gsize before = 0;
  gssize place = -1;

  for (guint i = 0; i < 4 && marked[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit_set (marked[i], "[]", -1);
      char *text = g_strjoinv (NULL, parts);

      if (g_strv_length (parts) == 3)
        place = before + strlen (parts[0]);
      before += strlen (text) + 1;
      g_ptr_array_add (texts, text);
    }

  return place;
}

static void
test_versions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) after = g_ptr_array_new_with_free_func (g_free);
      gssize old = read_texts (versions[i].before, before);
      gssize new = read_texts (versions[i].after, after);
      g_autoptr (DramatisAlignment) alignment = dramatis_alignment_new (before, after);
      g_autoptr (GArray) pairs = dramatis_alignment_pair_passages (alignment);
      g_autoptr (GString) found = g_string_new (NULL);

      g_test_message ("%s", versions[i].name);

      for (guint j = 0; j < pairs->len; j++)
        g_string_append_printf (found, "%s%d", j > 0 ? " " : "", g_array_index (pairs, int, j));
      g_assert_cmpstr (found->str, ==, versions[i].pairs);
      g_assert_cmpint (dramatis_alignment_map (alignment, MAX (old, 0)), ==, new);
      if (new >= 0)
        g_assert_cmpfloat (dramatis_alignment_judge (alignment, old, old + 1, new, new + 1), ==, 1);
    }
}

static void
test_judge (void)
{
  char *old_texts[] = { "Japan met China in Rome.", "Then Japan left.", "He said that the war was over." };
  char *new_texts[] = { "Japan met both China and India in Rome.", "Then Japan left.", "He said a long that war was over." };
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  g_autoptr (GPtrArray) after = g_ptr_array_new ();
  g_autoptr (DramatisAlignment) alignment = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (old_texts); i++)
    {
      g_ptr_array_add (before, old_texts[i]);
      g_ptr_array_add (after, new_texts[i]);
    }
  alignment = dramatis_alignment_new (before, after);

  /* "Japan" of the first passage: itself, the other one, a new word, itself and another */
  g_assert_cmpfloat (dramatis_alignment_judge (alignment, 0, 5, 0, 5), ==, 1);
  g_assert_cmpfloat (dramatis_alignment_judge (alignment, 0, 5, 45, 50), ==, -1);
  g_assert_cmpfloat (dramatis_alignment_judge (alignment, 0, 5, 10, 14), ==, 0);
  g_assert_cmpfloat (dramatis_alignment_judge (alignment, 0, 5, 0, 9), ==, 0);
  g_assert_cmpfloat (dramatis_alignment_judge (alignment, 0, 5, 1000, 2000), ==, 0);

  /* "that" was written over, and comes again by chance */
  g_assert_cmpfloat (dramatis_alignment_judge (alignment, 50, 54, 72, 76), ==, 0);
  g_assert_cmpfloat (dramatis_alignment_judge (alignment, 59, 62, 77, 80), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/alignment/versions", test_versions);
  g_test_add_func ("/alignment/judge", test_judge);

  return g_test_run ();
}
