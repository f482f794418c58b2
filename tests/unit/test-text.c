/* test-text.c: looking for words in text, and making words of it
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-text.h"

static const struct
{
  const char *text;
  const char *words;
  guint       from;
  int         start;          /* -1: not there */
  int         end;
} cases[] = {
  { "Japan and Japan", "Japan", 0, 0, 5 },
  { "Japan and Japan", "Japan", 1, 10, 15 },
  { "Japan", "japan", 0, -1, 0 },
  { "", "a", 0, -1, 0 },
  { "a", "", 0, -1, 0 },
  { "👩‍👩‍👧 İzmir and Ångström", "Ång", 0, 16, 19 },
};

static void
test_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DramatisRange range;
      gboolean found = dramatis_text_find (cases[i].text, cases[i].words, cases[i].from, &range);

      g_test_message ("%s in %s", cases[i].words, cases[i].text);
      g_assert_cmpint (found, ==, cases[i].start >= 0);
      if (found)
        {
          g_assert_cmpuint (range.start, ==, cases[i].start);
          g_assert_cmpuint (range.end, ==, cases[i].end);
        }
    }
}

static void
test_compare (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    guint       n_start;
    guint       n_end;
  } pairs[] = {
    { "on Monday NATO", "on 5 May NATO", 3, 7 },
    { "same", "same", 4, 0 },
    { "", "", 0, 0 },
    { "", "a", 0, 0 },
    { "aa", "aaa", 2, 0 },
    { "aba", "aa", 1, 1 },
    { "Īndia 🗾", "India 🗾", 0, 6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      guint n_start, n_end;

      g_test_message ("%s and %s", pairs[i].a, pairs[i].b);
      dramatis_text_compare (pairs[i].a, pairs[i].b, &n_start, &n_end);
      g_assert_cmpuint (n_start, ==, pairs[i].n_start);
      g_assert_cmpuint (n_end, ==, pairs[i].n_end);
    }
}

static void
test_slug (void)
{
  static const struct
  {
    const char *text;
    const char *letters;
    const char *slug;
  } slugs[] = {
    { "House of  Representatives!", "", "House-of-Representatives" },
    { " -- a_b/c -- ", "", "a-b-c" },
    { " -- a_b/c -- ", "_/", "a_b/c" },
    { "Ö\u0308sterreich 日本 🗾", "", "Ö\u0308sterreich-日本" },
    { "?!", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (slugs); i++)
    {
      g_autofree char *slug = dramatis_text_to_slug (slugs[i].text, slugs[i].letters);

      g_assert_cmpstr (slug, ==, slugs[i].slug);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/compare", test_compare);
  g_test_add_func ("/text/find", test_find);
  g_test_add_func ("/text/slug", test_slug);

  return g_test_run ();
}
