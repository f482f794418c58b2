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
  { "May 1977", "1977-05" },
  { "autumn 2014", "2014-23" },
  { "the Autumn of 2014", "2014-23" },
  { "fall 2014", "2014-23" },
  { "winter 2014", "2014-24" },
  { "winter 2014–2015", "2014-24" },
  { "winter 2014/15", "2014-24" },
  { "winter 2014–2016", "2014-24/2016" },
  { "first quarter of 2014", "2014-33" },
  { "Q4 2014", "2014-36" },
  { "second half of 2014", "2014-41" },
  { "about 1950", "1950~" },
  { "circa 1950", "1950~" },
  { "c. 1950", "1950~" },
  { "1950?", "1950?" },
  { "perhaps about May 1950", "1950-05%" },
  { "about 1950?", "1950%" },
  { "1960s", "196X" },
  { "the 1960s", "196X" },
  { "about 1960s", "196X~" },
  { "1965s", NULL },
  { "196x", "196X" },
  { "20th century", "19XX" },
  { "the 1st century", "00XX" },
  { "5th century BC", "-04XX" },
  { "0th century", NULL },
  { "431 BC", "-0430" },
  { "1 BCE", "0000" },
  { "AD 79", "0079" },
  { "79 CE", "0079" },
  { "476", "0476" },
  { "79", NULL },
  { "15 March 44 BC", "-0043-03-15" },
  { "March 44 BC", "-0043-03" },
  { "24 August AD 79", "0079-08-24" },
  { "August 476", "0476-08" },
  { "a day in April 1985", "1985-04-XX" },
  { "a day in 1985", "1985-XX-XX" },
  { "a month in 1985", "1985-XX" },
  { "2014/2016", "2014/2016" },
  { "2014–2016", "2014/2016" },
  { "2014-2016", "2014/2016" },
  { "2014/16", "2014/2016" },
  { "1957-58", "1957/1958" },
  { "2014–12", NULL },
  { "2014 to 2016", "2014/2016" },
  { "from May 2014 until 2016", "2014-05/2016" },
  { "between 1914 and 1918", "1914/1918" },
  { "5 May to 11 May 2020", "2020-05-05/2020-05-11" },
  { "6–11 October 2024", "2024-10-06/2024-10-11" },
  { "6-11 Oct 2024", "2024-10-06/2024-10-11" },
  { "October 6th to 11th, 2024", "2024-10-06/2024-10-11" },
  { "28 September – 3 October 2024", "2024-09-28/2024-10-03" },
  { "28 December – 3 January 2025", "2024-12-28/2025-01-03" },
  { "September–October 2024", "2024-09/2024-10" },
  { "44–31 BC", "-0043/-0030" },
  { "431–404 BC", "-0430/-0403" },
  { "2 BC–AD 2", "-0001/0002" },
  { "130–121 BC", "-012X" },
  { "AD 10–AD 19", "001X" },
  { "129–120 BC", "-0128/-0119" },
  { "1950s – 1977", "195X/1977" },
  { "about 2012–2015", "2012~/2015~" },
  { "2012? – 2015", "2012?/2015" },
  { "about 28 September – 3 October 2024", "2024-09-28~/2024-10-03~" },
  { "2012 – May 2012", "2012/2012-05" },
  { "2012-05 to 2014-21", "2012-05/2014-21" },
  { "since 2015", "2015/.." },
  { "from 3 May 2015", "2015-05-03/.." },
  { "since about 2015", "2015~/.." },
  { "until May 1977", "../1977-05" },
  { "before 2015", "../2014" },
  { "after May 2015", "2015-06/.." },
  { "1955–?", "1955/" },
  { "?–30 June 1977", "/1977-06-30" },
  { "since", NULL },
  { "since since 2015", NULL },
  { "2015 to 2012", NULL },
  { "2015–", NULL },
  { "?–?", NULL },
  { "about", NULL },
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

/* What the program says of a time, it understands: the span is the same, and so is how sure it is. */
static void
test_own_words (void)
{
  static const char * const starts[] = {
    "-9999", "-0430", "0000", "0079", "0476", "1955", "2024", "9998", "1977-06", "2024-12", "-0043-03", "2024-09-27",
    "-0043-03-15", "1985-04-XX", "1985-XX", "1985-XX-XX", "196X", "010X", "19XX", "00XX", "-04XX", "2014-21", "2014-22",
    "2014-23", "2014-24", "2014-33", "2014-34", "2014-35", "2014-36", "2014-40", "2014-41",
  };
  static const char * const marks[] = { "", "~", "?", "%" };
  static const char * const ends[] = {
    "%s%s", "%s%s/..", "../%s%s", "%s%s/", "/%s%s", "%s%s/9999", "-9999/%s%s", "%s%s/9999-12~", "%s%s/9999-12-30?",
  };

  for (guint i = 0; i < G_N_ELEMENTS (starts) * G_N_ELEMENTS (marks) * G_N_ELEMENTS (ends); i++)
    {
      const char *start = starts[i % G_N_ELEMENTS (starts)];
      const char *mark = marks[i / G_N_ELEMENTS (starts) % G_N_ELEMENTS (marks)];
      const char *end = ends[i / G_N_ELEMENTS (starts) / G_N_ELEMENTS (marks)];
      g_autoptr (GString) edtf = g_string_new (end);
      g_autoptr (GError) error = NULL;
      g_autoptr (DramatisTime) time = NULL, again = NULL;
      g_autofree char *text = NULL;

      g_string_replace (edtf, "%s%s", start, 1);
      g_string_insert (edtf, strstr (edtf->str, start) - edtf->str + strlen (start), mark);
      time = dramatis_time_new (edtf->str, &error);
      g_assert_no_error (error);
      text = dramatis_time_to_text (time);
      again = dramatis_time_new_from_words (text, &error);
      g_test_message ("%s: “%s”", edtf->str, text);
      g_assert_no_error (error);

      g_assert_true (dramatis_span_equal (dramatis_time_get_span (time), dramatis_time_get_span (again)));
      g_assert_cmpint (dramatis_time_is_approximate (time), ==, dramatis_time_is_approximate (again));
      g_assert_cmpint (dramatis_time_is_uncertain (time), ==, dramatis_time_is_uncertain (again));
      g_assert_cmpint (dramatis_time_is_start_unknown (time), ==, dramatis_time_is_start_unknown (again));
      g_assert_cmpint (dramatis_time_is_end_unknown (time), ==, dramatis_time_is_end_unknown (again));
    }
}

/* Nothing that can be typed takes long or ends the program. */
static void
test_any_words (void)
{
  static const char * const words[] = {
    "about ", "since ", "until ", "from ", "to ", "2014", "15 ", "may ", "?", "–", "-", "/", " ", "winter ", "bc ", "th ",
    "century ", "1960s", "a day in ", "before ", "%s", "\xff", "é",
  };
  guint random = 1;

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (DramatisTime) time = NULL;

      for (guint j = 0; j < i % 9; j++)
        {
          random = random * 1103515245 + 12345;
          g_string_append (text, words[(random >> 16) % G_N_ELEMENTS (words)]);
        }
      time = dramatis_time_new_from_words (text->str, NULL);
      if (time != NULL)
        g_assert_cmpint (dramatis_time_get_span (time)->start, <, dramatis_time_get_span (time)->end);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/words", test_words);
  g_test_add_func ("/time/own-words", test_own_words);
  g_test_add_func ("/time/any-words", test_any_words);

  return g_test_run ();
}
