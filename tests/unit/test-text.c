/* test-text.c: looking for words in text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-text.h"

static const struct
{
  const char *text;
  const char *needle;
  guint       from;
  int         start;          /* -1: not there */
  int         end;
} cases[] = {
  { "Japan and JAPAN", "japan", 0, 0, 5 },
  { "Japan and JAPAN", "Japan", 1, 10, 15 },
  { "Japan", "China", 0, -1, 0 },
  { "", "a", 0, -1, 0 },
  { "a", "", 0, -1, 0 },
  { "👩‍👩‍👧 İzmir and Ångström", "ÅNG", 0, 16, 19 },
  { "Ελλάδα", "λΛά", 0, 1, 4 },
  { "e\xcc\x81t\xc3\xa9", "É", 0, 3, 4 },
};

static void
test_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = dramatis_text_fold (cases[i].text);
      g_autofree char *needle = dramatis_text_fold (cases[i].needle);
      DramatisRange range;
      gboolean found = dramatis_text_find (folded, needle, cases[i].from, &range);

      g_test_message ("%s in %s", cases[i].needle, cases[i].text);
      g_assert_cmpint (found, ==, cases[i].start >= 0);
      if (found)
        {
          g_assert_cmpuint (range.start, ==, cases[i].start);
          g_assert_cmpuint (range.end, ==, cases[i].end);
        }
      if (*needle != '\0' && cases[i].from == 0)
        g_assert_cmpint (dramatis_text_contains (cases[i].text, needle), ==, found);
    }
}

/* A place in the folded text is the same place in the text. */
static void
test_fold_keeps_offsets (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *folded = NULL;

      for (guint j = 0; j < 20; j++)
        {
          gunichar c = g_rand_int_range (rand, 1, 0x20000);

          if (g_unichar_validate (c))
            g_string_append_unichar (text, c);
        }
      folded = dramatis_text_fold (text->str);
      g_assert_true (g_utf8_validate (folded, -1, NULL));
      g_assert_cmpint (g_utf8_strlen (folded, -1), ==, g_utf8_strlen (text->str, -1));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/find", test_find);
  g_test_add_func ("/text/fold-keeps-offsets", test_fold_keeps_offsets);

  return g_test_run ();
}
