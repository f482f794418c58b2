/* test-time-words.c: checks dates as a person types them
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-time.h"

static const struct
{
  const char *text;
  const char *edtf; /* NULL: means nothing, or more than one thing */
} cases[] = {
  { "2024-10-15", "2024-10-15" },
  { "  2014~ ", "2014~" },
  { "2024", "2024" },
  { "2012/2015", "2012/2015" },
  { "15 October 2024", "2024-10-15" },
  { "October 15th, 2024", "2024-10-15" },
  { "oct. 1st 2024", "2024-10-01" },
  { "Tuesday, 15 October 2024", "2024-10-15" },
  { "Sept 2024", "2024-09" },
  { "2024 May 5", "2024-05-05" },
  { "15.10.2024", "2024-10-15" },
  { "2024/10/5", "2024-10-05" },
  { "29 February 2024", "2024-02-29" },
  { "29 February 2023", NULL },
  { "31.4.2024", NULL },
  { "3/4/2024", NULL },
  { "15 October", NULL },
  { "October", NULL },
  { "15 October 24", NULL },
  { "May June 2024", NULL },
  { "the day before 2024", NULL },
  { "123456 October 2024", NULL },
  { "1 2 3 4", NULL },
  { "15 Ok 2024", NULL },
  { "\xe2\x82\xac" "15", NULL },
  { "", NULL },
};

static void
test_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DramatisTime) time = dramatis_time_new_from_words (cases[i].text, &error);

      g_test_message ("“%s”", cases[i].text);
      if (cases[i].edtf != NULL)
        {
          g_assert_no_error (error);
          g_assert_cmpstr (dramatis_time_get_edtf (time), ==, cases[i].edtf);
        }
      else
        {
          g_assert_null (time);
          g_assert_nonnull (error);
          g_assert_true (error->domain == DRAMATIS_TIME_ERROR);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/words", test_words);

  return g_test_run ();
}
