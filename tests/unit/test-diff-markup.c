/* test-diff-markup.c: what differs between two texts
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-diff-markup.h"

#include <string.h>

#define GONE(words) "<span strikethrough=\"true\" alpha=\"60%\">" words "</span>"
#define NEW(words)  "<b><u>" words "</u></b>"

static const struct
{
  const char *old_text;
  const char *new_text;
  const char *markup;
} cases[] = {
  { "", "", "" },
  { "The same.", "The same.", "The same." },
  { "", "All new", NEW ("All new") },
  { "All gone", "", GONE ("All gone") },
  { "on Monday NATO met", "on 5 May NATO met", "on " GONE ("Monday") NEW ("5 May") " NATO met" },
  { "a b c d", "a x c y", "a " GONE ("b") NEW ("x") " c " GONE ("d") NEW ("y") },
  { "Japan & <China>", "Japan & <India>", "Japan &amp; &lt;" GONE ("China") NEW ("India") "&gt;" },
  { "one two", "zero one two", NEW ("zero ") "one two" },
  { "one two two", "one two", "one two" GONE (" two") },
  { "Īndia 🗾", "Īndia 🗾!", "Īndia" GONE (" 🗾") NEW (" 🗾!") },
};

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *markup = dramatis_diff_to_markup (cases[i].old_text, cases[i].new_text);

      g_test_message ("%s → %s", cases[i].old_text, cases[i].new_text);
      g_assert_cmpstr (markup, ==, cases[i].markup);
    }
}

/* What has nothing in common and is too long to compare is all gone and all new, at once. */
static void
test_long (void)
{
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);
  g_autofree char *markup = NULL;

  for (guint i = 0; i < 20000; i++)
    {
      g_string_append_printf (before, "a%u ", i);
      g_string_append_printf (after, "b%u ", i);
    }
  markup = dramatis_diff_to_markup (before->str, after->str);
  g_assert_true (g_str_has_prefix (markup, "<span strikethrough=\"true\" alpha=\"60%\">a0 a1 "));
  g_assert_nonnull (strstr (markup, "a19999</span><b><u>b0 "));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/diff-markup/words", test_words);
  g_test_add_func ("/diff-markup/long", test_long);

  return g_test_run ();
}
