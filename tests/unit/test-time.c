/* test-time.c: what EDTF is understood, what it means and how it is said
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-time.h"

static const struct
{
  const char *edtf;
  const char *first; /* NULL: open */
  const char *last;
  const char *text;
} times[] = {
  { "2024-09-27", "2024-09-27", "2024-09-27", "27 September 2024" },
  { "2024-09", "2024-09-01", "2024-09-30", "September 2024" },
  { "2024", "2024-01-01", "2024-12-31", "2024" },
  { "2024-02-29", "2024-02-29", "2024-02-29", "29 February 2024" },
  { "0000-02-29", "0000-02-29", "0000-02-29", "29 February 1 BC" },
  { "-0430", "-0430-01-01", "-0430-12-31", "431 BC" },
  { "-0043-03-15", "-0043-03-15", "-0043-03-15", "15 March 44 BC" },
  { "0079", "0079-01-01", "0079-12-31", "AD 79" },
  { "-9999", "-9999-01-01", "-9999-12-31", "10000 BC" },
  { "9999-12-31", "9999-12-31", "9999-12-31", "31 December 9999" },
  { "196X", "1960-01-01", "1969-12-31", "1960s" },
  { "19XX", "1900-01-01", "1999-12-31", "20th century" },
  { "20XX", "2000-01-01", "2099-12-31", "21st century" },
  { "10XX", "1000-01-01", "1099-12-31", "11th century" },
  { "00XX", "0000-01-01", "0099-12-31", "1st century" },
  { "-04XX", "-0499-01-01", "-0400-12-31", "5th century BC" },
  { "-012X", "-0129-01-01", "-0120-12-31", "130–121 BC" },
  { "000X", "0000-01-01", "0009-12-31", "1 BC–AD 9" },
  { "-000X", "-0009-01-01", "0000-12-31", "10–1 BC" },
  { "2004-XX", "2004-01-01", "2004-12-31", "a month in 2004" },
  { "1985-04-XX", "1985-04-01", "1985-04-30", "a day in April 1985" },
  { "1985-XX-XX", "1985-01-01", "1985-12-31", "a day in 1985" },
  { "2014~", "2014-01-01", "2014-12-31", "about 2014" },
  { "2014?", "2014-01-01", "2014-12-31", "2014?" },
  { "2014-06-11%", "2014-06-11", "2014-06-11", "about 11 June 2014?" },
  { "196X~", "1960-01-01", "1969-12-31", "about 1960s" },
  { "2014-21", "2014-03-01", "2014-05-31", "spring 2014" },
  { "2014-22", "2014-06-01", "2014-08-31", "summer 2014" },
  { "2014-23", "2014-09-01", "2014-11-30", "autumn 2014" },
  { "2023-24", "2023-12-01", "2024-02-29", "winter 2023–2024" },
  { "2014-33", "2014-01-01", "2014-03-31", "first quarter of 2014" },
  { "2014-34", "2014-04-01", "2014-06-30", "second quarter of 2014" },
  { "2014-35", "2014-07-01", "2014-09-30", "third quarter of 2014" },
  { "2014-36", "2014-10-01", "2014-12-31", "fourth quarter of 2014" },
  { "2014-40", "2014-01-01", "2014-06-30", "first half of 2014" },
  { "2014-41~", "2014-07-01", "2014-12-31", "about second half of 2014" },
  { "2012/2015", "2012-01-01", "2015-12-31", "2012–2015" },
  { "2012/2012", "2012-01-01", "2012-12-31", "2012" },
  { "-0043/-0030", "-0043-01-01", "-0030-12-31", "44–31 BC" },
  { "-0001/0002", "-0001-01-01", "0002-12-31", "2 BC–AD 2" },
  { "2024-10-06/2024-10-11", "2024-10-06", "2024-10-11", "6–11 October 2024" },
  { "2024-09-28/2024-10-03", "2024-09-28", "2024-10-03", "28 September – 3 October 2024" },
  { "2024-09/2024-10", "2024-09-01", "2024-10-31", "September–October 2024" },
  { "2012-09/2015-05-03", "2012-09-01", "2015-05-03", "September 2012 – 3 May 2015" },
  { "2012/2012-05", "2012-01-01", "2012-05-31", "2012 – May 2012" },
  { "2012~/2015~", "2012-01-01", "2015-12-31", "about 2012–2015" },
  { "2012?/2015", "2012-01-01", "2015-12-31", "2012? – 2015" },
  { "195X/1977", "1950-01-01", "1977-12-31", "1950s – 1977" },
  { "2009/..", "2009-01-01", NULL, "since 2009" },
  { "../1977", NULL, "1977-12-31", "until 1977" },
  { "1955/", "1955-01-01", "1955-12-31", "1955–?" },
  { "/1977-06-30", "1977-06-30", "1977-06-30", "?–30 June 1977" },
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DramatisTime) time = dramatis_time_new (times[i].edtf, &error);
      g_autofree char *text = NULL;
      const DramatisSpan *span;

      g_assert_no_error (error);
      g_assert_cmpstr (dramatis_time_get_edtf (time), ==, times[i].edtf);

      span = dramatis_time_get_span (time);
      if (times[i].first != NULL)
        {
          g_autofree char *first = dramatis_day_to_edtf (span->start);
          g_assert_cmpstr (first, ==, times[i].first);
        }
      else
        g_assert_cmpint (span->start, ==, DRAMATIS_DAY_MIN);

      if (times[i].last != NULL)
        {
          g_autofree char *last = dramatis_day_to_edtf (span->end - 1);
          g_assert_cmpstr (last, ==, times[i].last);
        }
      else
        g_assert_cmpint (span->end, ==, DRAMATIS_DAY_MAX);

      text = dramatis_time_to_text (time);
      g_assert_cmpstr (text, ==, times[i].text);
    }
}

/* The last day and the first one in @day, which @is_open says to be of an open end. */
static void
assert_day (const char *expected,
            int         day,
            gboolean    is_open)
{
  g_autofree char *text = is_open ? g_strdup ("*") : dramatis_day_to_edtf (day);

  /* The other reader says nothing, or is known to be wrong: see make-edtf-table.mjs. */
  if (!g_str_equal (expected, "-"))
    g_assert_cmpstr (text, ==, expected);
}

/* Valid strings that were made at random have the days that another reader gives them, and come back from their text
 * and from their words. The table is written by tests/interop/make-edtf-table.mjs. */
static void
test_table (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "edtf.tsv", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_compared = 0;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (g_strchomp (contents), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 600);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);
      g_autoptr (GError) error = NULL;
      g_autoptr (DramatisTime) time = dramatis_time_new (fields[0], &error);
      g_autoptr (DramatisTime) again = NULL, from_words = NULL;
      g_autofree char *words = NULL;
      const DramatisSpan *span;

      g_test_message ("%s", lines[i]);
      g_assert_no_error (error);
      span = dramatis_time_get_span (time);
      assert_day (fields[1], span->start, span->start == DRAMATIS_DAY_MIN);
      assert_day (fields[2], span->end - 1, span->end == DRAMATIS_DAY_MAX);
      n_compared += !g_str_equal (fields[1], "-") && !g_str_equal (fields[2], "-");

      again = dramatis_time_new (dramatis_time_get_edtf (time), NULL);
      g_assert_true (dramatis_time_equal (time, again));
      g_assert_true (dramatis_span_equal (span, dramatis_time_get_span (again)));

      words = dramatis_time_to_text (time);
      from_words = dramatis_time_new_from_words (words, &error);
      g_assert_no_error (error);
      g_assert_true (dramatis_span_equal (span, dramatis_time_get_span (from_words)));
      g_assert_cmpint (dramatis_time_is_approximate (from_words), ==, dramatis_time_is_approximate (time));
      g_assert_cmpint (dramatis_time_is_uncertain (from_words), ==, dramatis_time_is_uncertain (time));
      g_assert_cmpint (dramatis_time_is_start_unknown (from_words), ==, dramatis_time_is_start_unknown (time));
      g_assert_cmpint (dramatis_time_is_end_unknown (from_words), ==, dramatis_time_is_end_unknown (time));
    }
  g_assert_cmpuint (n_compared, >, 300);
}

static void
test_reject (void)
{
  static const struct
  {
    const char        *edtf;
    DramatisTimeError  code;
  } cases[] = {
    { "", DRAMATIS_TIME_ERROR_SYNTAX },
    { " 2024", DRAMATIS_TIME_ERROR_SYNTAX },
    { "2024 ", DRAMATIS_TIME_ERROR_SYNTAX },
    { "24", DRAMATIS_TIME_ERROR_SYNTAX },
    { "+2024", DRAMATIS_TIME_ERROR_SYNTAX },
    { "-0000", DRAMATIS_TIME_ERROR_SYNTAX },
    { "12024", DRAMATIS_TIME_ERROR_RANGE },
    { "Y12024", DRAMATIS_TIME_ERROR_RANGE },
    { "20240927", DRAMATIS_TIME_ERROR_RANGE },
    { "2024-9-27", DRAMATIS_TIME_ERROR_SYNTAX },
    { "2024-", DRAMATIS_TIME_ERROR_SYNTAX },
    { "2024-09-", DRAMATIS_TIME_ERROR_SYNTAX },
    { "2024-00", DRAMATIS_TIME_ERROR_RANGE },
    { "2024-13", DRAMATIS_TIME_ERROR_RANGE },
    { "2024-25", DRAMATIS_TIME_ERROR_RANGE },
    { "2024-42", DRAMATIS_TIME_ERROR_RANGE },
    { "2024-02-30", DRAMATIS_TIME_ERROR_RANGE },
    { "2023-02-29", DRAMATIS_TIME_ERROR_RANGE },
    { "2024-09-00", DRAMATIS_TIME_ERROR_RANGE },
    { "2024-04-31", DRAMATIS_TIME_ERROR_RANGE },
    { "2024-21-03", DRAMATIS_TIME_ERROR_SYNTAX },
    { "2024-09-27T10:00:00Z", DRAMATIS_TIME_ERROR_SYNTAX },
    { "2024-09-27-01", DRAMATIS_TIME_ERROR_SYNTAX },
    { "2024~-09", DRAMATIS_TIME_ERROR_SYNTAX },
    { "?2024", DRAMATIS_TIME_ERROR_SYNTAX },
    { "2024??", DRAMATIS_TIME_ERROR_SYNTAX },
    { "XXXX", DRAMATIS_TIME_ERROR_SYNTAX },
    { "1XXX", DRAMATIS_TIME_ERROR_SYNTAX },
    { "19X5", DRAMATIS_TIME_ERROR_SYNTAX },
    { "19xx", DRAMATIS_TIME_ERROR_SYNTAX },
    { "201X-05", DRAMATIS_TIME_ERROR_SYNTAX },
    { "2004-1X", DRAMATIS_TIME_ERROR_SYNTAX },
    { "2004-06-1X", DRAMATIS_TIME_ERROR_SYNTAX },
    { "2004-XX-15", DRAMATIS_TIME_ERROR_SYNTAX },
    { "circa 1900", DRAMATIS_TIME_ERROR_SYNTAX },
    { "{1960,1961}", DRAMATIS_TIME_ERROR_SYNTAX },
    { "9999-24", DRAMATIS_TIME_ERROR_RANGE },
    { "/", DRAMATIS_TIME_ERROR_SYNTAX },
    { "..", DRAMATIS_TIME_ERROR_SYNTAX },
    { "../..", DRAMATIS_TIME_ERROR_SYNTAX },
    { "/..", DRAMATIS_TIME_ERROR_SYNTAX },
    { "2012/2013/2014", DRAMATIS_TIME_ERROR_SYNTAX },
    { "2015/2012", DRAMATIS_TIME_ERROR_RANGE },
    { "2012-06/2012-05", DRAMATIS_TIME_ERROR_RANGE },
    { "2012-05-02/2012-05-01", DRAMATIS_TIME_ERROR_RANGE },
    { "2024\n", DRAMATIS_TIME_ERROR_SYNTAX },
    { "\377\376", DRAMATIS_TIME_ERROR_SYNTAX },
    { "２０２４", DRAMATIS_TIME_ERROR_SYNTAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DramatisTime) time = dramatis_time_new (cases[i].edtf, &error);

      g_test_message ("case %u", i);
      g_assert_null (time);
      g_assert_error (error, DRAMATIS_TIME_ERROR, (int) cases[i].code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_null (strchr (error->message, '\n'));
    }
}

/* Every short text over the alphabet of EDTF either fails with an error or survives a second reading. */
static void
test_no_text_crashes (void)
{
  static const char alphabet[] = "0129X-/.~?%YT ";
  guint random = 1;

  for (guint i = 0; i < 200000; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DramatisTime) time = NULL;
      char edtf[24];
      guint length = i % (sizeof edtf - 1);

      for (guint j = 0; j < length; j++)
        {
          random = random * 1103515245 + 12345;
          edtf[j] = alphabet[(random >> 16) % (sizeof alphabet - 1)];
        }
      edtf[length] = '\0';

      time = dramatis_time_new (edtf, &error);
      if (time != NULL)
        {
          g_autofree char *text = dramatis_time_to_text (time);
          const DramatisSpan *span = dramatis_time_get_span (time);

          g_assert_cmpint (span->start, <, span->end);
          g_assert_cmpint (text[0], !=, '\0');
        }
      else
        g_assert_nonnull (error);
    }
}

static void
test_for_span (void)
{
  static const char * const written[] = {
    "2012", "2012-05", "2012-12", "2012-05-01", "2012-12-31", "2012/2015", "2012-05/2012-06", "2012-05/2013-04",
    "2012-12/2013-01", "2012-05-01/2012-05-30", "2012-05-02/2012-06-01", "2012-05-01/2013-12-30",
    "-0430", "-0430/0001", "0000", "-9999", "9999", "9999-12-31", "-9999-01-01",
    "2009/..", "2009-05/..", "2009-05-02/..", "../1977", "../1977-06", "../1977-06-29",
  };

  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autoptr (DramatisTime) time = dramatis_time_new (written[i], NULL);
      g_autoptr (DramatisTime) again = dramatis_time_new_for_span (dramatis_time_get_span (time));

      g_assert_cmpstr (dramatis_time_get_edtf (again), ==, written[i]);
    }
}

/* Spans of many lengths from many days come back as they were. */
static void
test_round_trip (void)
{
  int first = dramatis_day_new (DRAMATIS_YEAR_MIN, 1, 1);
  int last = dramatis_day_new (DRAMATIS_YEAR_MAX, 12, 31);

  for (int start = first; start <= last; start += 487)
    for (int length = 1; length < 4000; length = length * 2 + 27)
      {
        DramatisSpan span = { start, MIN (start + length, last + 1) };
        g_autoptr (DramatisTime) time = dramatis_time_new_for_span (&span);

        g_assert_true (dramatis_span_equal (dramatis_time_get_span (time), &span));
      }
}

static void
test_span_outside (void)
{
  static const struct
  {
    DramatisSpan  span;
    const char   *edtf;
  } cases[] = {
    { { DRAMATIS_DAY_MIN, DRAMATIS_DAY_MAX }, NULL },
    { { DRAMATIS_DAY_MIN + 1, 0 }, "-9999/1969" },
    { { 0, DRAMATIS_DAY_MAX - 1 }, "1970/9999" },
    { { DRAMATIS_DAY_MAX - 5, DRAMATIS_DAY_MAX - 1 }, "9999-12-31" },
    { { DRAMATIS_DAY_MIN + 1, DRAMATIS_DAY_MIN + 5 }, "-9999-01-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DramatisTime) time = dramatis_time_new_for_span (&cases[i].span);

      g_assert_cmpstr (time != NULL ? dramatis_time_get_edtf (time) : NULL, ==, cases[i].edtf);
    }
}

static void
test_precision (void)
{
  static const struct
  {
    const char        *edtf;
    DramatisPrecision  start, end;
    const char        *marks; /* i interval, a approximate, u uncertain, s start unknown, e end unknown */
  } cases[] = {
    { "2024-09-27", DRAMATIS_PRECISION_DAY, DRAMATIS_PRECISION_DAY, "" },
    { "1985-04-XX", DRAMATIS_PRECISION_MONTH, DRAMATIS_PRECISION_MONTH, "" },
    { "2014-33", DRAMATIS_PRECISION_SEASON, DRAMATIS_PRECISION_SEASON, "" },
    { "2004-XX", DRAMATIS_PRECISION_YEAR, DRAMATIS_PRECISION_YEAR, "" },
    { "201X~", DRAMATIS_PRECISION_DECADE, DRAMATIS_PRECISION_DECADE, "a" },
    { "20XX?", DRAMATIS_PRECISION_CENTURY, DRAMATIS_PRECISION_CENTURY, "u" },
    { "2012-05/2015%", DRAMATIS_PRECISION_MONTH, DRAMATIS_PRECISION_YEAR, "iau" },
    { "2012-05/..", DRAMATIS_PRECISION_MONTH, DRAMATIS_PRECISION_MONTH, "i" },
    { "/2012", DRAMATIS_PRECISION_YEAR, DRAMATIS_PRECISION_YEAR, "is" },
    { "2012-05-01/", DRAMATIS_PRECISION_DAY, DRAMATIS_PRECISION_DAY, "ie" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DramatisTime) time = dramatis_time_new (cases[i].edtf, NULL);
      g_autoptr (GString) marks = g_string_new (NULL);

      g_assert_cmpint (dramatis_time_get_start_precision (time), ==, cases[i].start);
      g_assert_cmpint (dramatis_time_get_end_precision (time), ==, cases[i].end);

      if (dramatis_time_is_interval (time))
        g_string_append_c (marks, 'i');
      if (dramatis_time_is_approximate (time))
        g_string_append_c (marks, 'a');
      if (dramatis_time_is_uncertain (time))
        g_string_append_c (marks, 'u');
      if (dramatis_time_is_start_unknown (time))
        g_string_append_c (marks, 's');
      if (dramatis_time_is_end_unknown (time))
        g_string_append_c (marks, 'e');
      g_assert_cmpstr (marks->str, ==, cases[i].marks);
    }
}

static void
test_order (void)
{
  static const char * const sorted[] = {
    "../1977", "-0430", "1945-08", "1945-08-15", "2012", "2012~", "2012/2015", "2024/..", "2024-09-27",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    {
      g_autoptr (DramatisTime) a = dramatis_time_new (sorted[i], NULL);

      g_assert_cmpint (dramatis_time_compare (a, NULL), <, 0);
      g_assert_cmpint (dramatis_time_compare (NULL, a), >, 0);
      g_assert_false (dramatis_time_equal (a, NULL));

      for (guint j = 0; j < G_N_ELEMENTS (sorted); j++)
        {
          g_autoptr (DramatisTime) b = dramatis_time_new (sorted[j], NULL);
          int order = dramatis_time_compare (a, b);

          if (sorted[i] == sorted[j])
            g_assert_cmpint (order, ==, 0);
          else
            g_assert_cmpint (order < 0, ==, i < j);
          g_assert_cmpint (dramatis_time_equal (a, b), ==, i == j);
        }
    }

  g_assert_cmpint (dramatis_time_compare (NULL, NULL), ==, 0);
  g_assert_true (dramatis_time_equal (NULL, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time/parse", test_parse);
  g_test_add_func ("/time/table", test_table);
  g_test_add_func ("/time/reject", test_reject);
  g_test_add_func ("/time/no-text-crashes", test_no_text_crashes);
  g_test_add_func ("/time/for-span", test_for_span);
  g_test_add_func ("/time/round-trip", test_round_trip);
  g_test_add_func ("/time/span-outside", test_span_outside);
  g_test_add_func ("/time/precision", test_precision);
  g_test_add_func ("/time/order", test_order);

  return g_test_run ();
}
