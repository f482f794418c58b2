/* test-locator.c: where lost words may have gone to
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-locator.h"

#include <string.h>

/* The lost words stand between brackets in the first passage of the old text. */
static const struct
{
  const char *name;
  const char *before;
  const char *after[4];
  const char *found;            /* words of each place, the likeliest first */
} cases[] = {
  { "replaced", "Then [Monday] was the day on which all of them met.",
    { "Then Wednesday 5 May was the day on which all of them met." }, "Wednesday 5 May" },
  { "same-words", "The ministers of [NATO] met in Rome.",
    { "Nobody came.", "All of NATO was glad.", "NATO left." }, "NATO|NATO" },
  { "half-changed", "They [signed the long treaty] in Rome.", { "Others there signed a short treaty at home." }, "signed a short treaty" },
  { "other-passage", "What he [had always said] was true enough.", { "Nothing.", "What he never had thought was true enough." },
    "never had thought" },
  { "gone", "One [two] three.", { "Something else altogether." }, "" },
  { "no-text", "One [two] three.", { NULL }, "" },
};

static void
test_list (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) parts = g_strsplit_set (cases[i].before, "[]", -1);
      g_autofree char *before = g_strjoinv (NULL, parts);
      const DramatisRange range = { strlen (parts[0]), strlen (parts[0]) + strlen (parts[1]) };
      g_autoptr (DramatisAnchor) anchor = dramatis_anchor_new ("p0", before, &range);
      g_autoptr (DramatisLocator) locator = dramatis_locator_new ();
      g_autoptr (GPtrArray) places = NULL;
      g_autoptr (GString) found = g_string_new (NULL);

      g_test_message ("%s", cases[i].name);

      for (guint j = 0; j < 4 && cases[i].after[j] != NULL; j++)
        {
          g_autofree char *id = g_strdup_printf ("p%u", j);

          dramatis_locator_add_passage (locator, id, cases[i].after[j]);
        }
      places = dramatis_locator_list (locator, anchor, 5);
      for (guint j = 0; j < places->len; j++)
        {
          const DramatisAnchor *place = g_ptr_array_index (places, j);
          guint number = g_ascii_strtoull (place->passage + 1, NULL, 10);
          DramatisRange where;

          g_string_append_printf (found, "%s%s", j > 0 ? "|" : "", place->quote);
          g_assert_true (dramatis_anchor_locate (place, cases[i].after[number], &where));
          g_assert_cmpuint (where.start, ==, place->range.start);
        }
      g_assert_cmpstr (found->str, ==, cases[i].found);
    }
}

/* No more than are wanted, the nearest surroundings first. */
static void
test_many (void)
{
  g_autoptr (DramatisAnchor) anchor = dramatis_anchor_new ("old", "Yes, NATO said so.", &(DramatisRange) { 5, 9 });
  g_autoptr (DramatisLocator) locator = dramatis_locator_new ();
  g_autoptr (GPtrArray) places = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      dramatis_locator_add_passage (locator, id, i == 13 ? "Well, NATO said so." : "Here is NATO again.");
    }
  places = dramatis_locator_list (locator, anchor, 5);
  g_assert_cmpuint (places->len, ==, 5);
  g_assert_cmpstr (((DramatisAnchor *) g_ptr_array_index (places, 0))->passage, ==, "p13");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/locator/list", test_list);
  g_test_add_func ("/locator/many", test_many);

  return g_test_run ();
}
