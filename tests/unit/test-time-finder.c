/* test-time-finder.c: which times a text tells
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-extractor.h"

/* What is found: SURFACE=EDTF for each time, "?" for one that can't be dated. Published on a Tuesday. */
static const struct
{
  const char *text;
  const char *found;
} cases[] = {
  /* dates that say all themselves */
  { "On 3 May 2014 it rained.", "3 May 2014=2014-05-03" },
  { "On Friday, July 21, 2017 it rained.", "Friday, July 21, 2017=2017-07-21" },
  { "On September 27th 2024 it rained.", "September 27th 2024=2024-09-27" },
  { "In May, 1750 it rained.", "May, 1750=1750-05" },
  { "The file is of 2024-09-27.", "2024-09-27=2024-09-27" },
  { "It was founded in 1999.", "1999=1999" },
  { "He died around 347 AD.", "347 AD=0347~" },
  { "Socrates died in 399 BC.", "399 BC=-0398" },
  { "On 2 August 216 BC the armies met.", "2 August 216 BC=-0215-08-02" },
  { "On March 15, 44 BC he was murdered.", "March 15, 44 BC=-0043-03-15" },
  { "He was murdered on the Ides of March, 44 BC.", "March, 44 BC=-0043-03" },
  { "They landed in the summer of 264 BC.", "the summer of 264 BC=-0263-22" },
  { "It was popular in the 1960s.", "1960s=196X" },
  { "It was popular in the sixties.", "the sixties=196X" },
  { "It rose in the early 2000s.", "early 2000s=2000/2004" },
  { "It was built in the 20th century.", "the 20th century=19XX" },
  { "In the spring of 1981 it opened.", "the spring of 1981=1981-21" },
  { "Sales fell in the third quarter of 2012.", "the third quarter of 2012=2012-35" },
  { "On 31 June 2014 nothing was.", "31 June 2014=?" },

  /* ranges */
  { "He lived there from 1893 to 1925.", "1893=1893 1925=1925" },
  { "He worked there in 1957-58.", "1957-58=1957/1958" },
  { "He worked there in 1999-00.", "1999-00=1999/2000" },
  { "He wrote it in 1890 – 91.", "1890=1890 91=1891" },
  { "It met from October 6th to 11th.", "October 6th to 11th=2024-10-06/2024-10-11" },
  { "It is open from January 23 through March 9.", "January 23=2024-01-23 March 9=2024-03-09" },

  /* relative to the day of publication, Tuesday 2024-10-15 */
  { "Yesterday it rained.", "Yesterday=2024-10-14" },
  { "It will rain tomorrow.", "tomorrow=2024-10-16" },
  { "It rained on Friday.", "Friday=2024-10-11" },
  { "It will rain on Friday.", "Friday=2024-10-18" },
  { "It rained last week.", "last week=2024-10-07/2024-10-13" },
  { "It rained three days ago.", "three days ago=2024-10-12" },
  { "It rained two years ago.", "two years ago=2022" },
  { "This year it rained.", "This year=2024" },
  { "It opened in December.", "December=2023-12" },
  { "It will open in December.", "December=2024-12" },
  { "It will be held on Friday.", "Friday=2024-10-18" },
  { "He said on Friday that it will rain.", "Friday=2024-10-11" },
  { "It is closed until Friday.", "Friday=2024-10-18" },
  { "It sold well by Friday.", "Friday=2024-10-11" },
  { "Profits fell in the third quarter.", "the third quarter=2024-35" },
  { "It burned on the Fourth of July.", "the Fourth of July=2024-07-04" },
  { "It opened on Christmas Day 2019.", "Christmas Day 2019=2019-12-25" },

  /* relative to the time that was told last */
  { "It began in 2015. That year it rained.", "2015=2015 That year=2015" },
  { "It began on May 3, 2014. The next day it ended.", "May 3, 2014=2014-05-03 The next day=2014-05-04" },
  { "It began in 1980. Two years later it ended.", "1980=1980 Two years later=1982" },
  { "It began in 1980. The following year it ended.", "1980=1980 The following year=1981" },

  /* found, but not to be dated */
  { "It fell just days later.", "just days later=?" },
  { "It fell five days before his death.", "five days before=?" },
  { "He said “today’s Ukraine could be tomorrow’s East Asia”.", "today=? tomorrow=?" },
  { "It rains every year.", "every year=?" },

  /* what is no time */
  { "They may march on.", "" },
  { "It cost 1999 dollars, or $1850.", "" },
  { "There were 1709 schoolchildren.", "" },
  { "It was Friday the 13th again.", "" },
  { "He was 47 years old.", "" },
};

/* The same for news of other years. */
static const struct
{
  const char *published;
  const char *text;
  const char *found;
} news[] = {
  /* a Thursday; which side of it is meant follows from the verb */
  { "1989-11-02", "The company said Monday that it had sold the unit.", "Monday=1989-10-30" },
  { "1989-11-02", "The board is to meet Tuesday.", "Tuesday=1989-11-07" },
  { "1989-11-02", "It agreed to sell the unit in March.", "March=1990-03" },
  { "1989-11-02", "He said that talks with the union on Tuesday will be short.", "Tuesday=1989-11-07" },
  { "1989-11-02", "The dividend is payable Dec. 15.", "Dec. 15=1989-12-15" },
  { "1989-11-02", "The contract runs through June.", "June=1990-06" },
  { "1989-11-02", "It rose Monday through Wednesday.", "Monday=1989-10-30 Wednesday=1989-11-01" },
  { "1989-11-02", "He will speak from Jan. 3 to Feb. 5.", "Jan. 3=1990-01-03 Feb. 5=1990-02-05" },
  { "1989-11-02", "It earned $2 million, up from $1 million a year earlier.", "a year earlier=1988" },
  { "1989-11-02", "The year-ago figure was lower.", "year-ago=1988" },
  { "1989-11-02", "Profit fell in last year’s third quarter.", "last year’s third quarter=1988-35" },
  { "1989-11-02", "In the 1988 fourth quarter it lost money.", "the 1988 fourth quarter=1988-36" },
  { "1989-11-02", "Exports rose in the first half of this year.", "the first half of this year=1989-40" },
  { "1989-11-02", "For fiscal year 1990 a profit is expected.", "fiscal year 1990=1990" },
  { "1989-11-02", "It rose in the week ended Oct. 27.", "Oct. 27=1989-10-27" },
  { "1989-11-02", "The sale should close by year-end.", "year-end=1989" },
  { "1989-11-02", "It must file by the end of next month.", "the end of next month=1989-12" },
  { "1989-11-02", "It began in late 1988 and in mid-1987.", "late 1988=1988 mid-1987=1987" },
  { "1989-11-02", "Over the weekend, workers voted.", "the weekend=1989-10-28/1989-10-29" },
  { "1989-11-02", "The plan takes effect next spring.", "next spring=1990-21" },
  { "1998-02-06", "Next spring it ends; last winter it began.", "Next spring=1998-21 last winter=1996-24" },

  /* a Friday; parts of a day and times of day are that day */
  { "1998-02-06", "On Thursday night the rebels attacked.", "Thursday night=1998-02-05" },
  { "1998-02-06", "On the morning of Feb. 3, a bomb exploded.", "the morning of Feb. 3=1998-02-03" },
  { "1998-02-06", "It left at 7:15 p.m. EST Monday.", "7:15 p.m. EST Monday=1998-02-02" },
  { "1998-02-06", "On Monday it rained. At 10:30 a.m. it stopped.", "Monday=1998-02-02 10:30 a.m.=1998-02-02" },
  { "1998-02-06", "It began on Monday, as in 1990. The next day it ended.",
    "Monday=1998-02-02 1990=1990 The next day=1998-02-03" },
  { "1998-02-06", "Dated 02/01/98, it names the ’97 election.", "02/01/98=1998-02-01 ’97=1997" },
  { "1998-02-06", "On New Year’s Eve and Thanksgiving it rained.", "New Year’s Eve=1997-12-31 Thanksgiving=1997-11-27" },
  { "1998-02-06", "On the first Monday in October it opened.", "the first Monday in October=1997-10-06" },
  { "1998-02-06", "They left at the beginning of January.", "the beginning of January=1998-01" },
  { "1998-02-06", "Emissions fell below 1990 levels.", "1990=1990" },

  /* a history */
  { "2018-09-05", "She married in 1901. In March of that year she left.", "1901=1901 March of that year=1901-03" },
  { "2018-09-05", "She was born in 1871 in what is today Poland, moved in 1880, in 1890 and in 1901.",
    "1871=1871 today=? 1880=1880 1890=1890 1901=1901" },
  { "2018-09-05", "He ruled from 31 BC to AD 14.", "31 BC=-0030 AD 14=0014" },
  { "2018-09-05", "In the winter of 1901–02 she left.", "the winter of 1901–02=1901-24" },
  { "2018-09-05", "He died in 347 AD or around 350.", "347 AD=0347 350=0350~" },

  /* what only looks like a time */
  { "2013-03-22", "The Sunday New York Times and USA Today had it.", "" },
  { "2013-03-22", "Theresa May met April Smith. The letter was sent to May.", "" },
  { "2013-03-22", "The October Revolution and Black Friday are known.", "" },
  { "2013-03-22", "About 350 died, and 1800 of them were children.", "" },
  { "2013-03-22", "Call 1-800-555-1990 from Room 2001 of the 1500-seat hall.", "" },
  { "2013-03-22", "Resolution 1973 and Flight 1549 are on page 1999.", "" },
  { "2013-03-22", "He wrote “1984”.", "" },
  { "2013-03-22", "The plane crashed at 1430 GMT.", "" },
};

static char *
extract (DramatisExtractor *extractor,
         const char        *text,
         const char        *published)
{
  g_autoptr (DramatisTime) time = published != NULL ? dramatis_time_new (published, NULL) : NULL;
  g_autoptr (DramatisExtraction) extraction = dramatis_extractor_extract (extractor, text, time, NULL, NULL);
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; i < extraction->times->len; i++)
    {
      const DramatisFoundTime *found = &g_array_index (extraction->times, DramatisFoundTime, i);
      g_autofree char *surface = g_utf8_substring (text, found->range.start, found->range.end);

      g_string_append_printf (shown, "%s%s=%s", i > 0 ? " " : "", surface,
                              found->time != NULL ? dramatis_time_get_edtf (found->time) : "?");
    }

  return g_strdup (shown->str);
}

static void
test_find (void)
{
  g_autoptr (DramatisExtractor) extractor = dramatis_extractor_new ("en");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = extract (extractor, cases[i].text, "2024-10-15");

      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_news (void)
{
  g_autoptr (DramatisExtractor) extractor = dramatis_extractor_new ("en");

  for (guint i = 0; i < G_N_ELEMENTS (news); i++)
    {
      g_autofree char *found = extract (extractor, news[i].text, news[i].published);

      g_test_message ("%s", news[i].text);
      g_assert_cmpstr (found, ==, news[i].found);
    }
}

static void
test_german (void)
{
  static const struct { const char *text; const char *found; } german[] = {
    { "Am 3. Mai 2014 regnete es.", "3. Mai 2014=2014-05-03" },
    { "Am Freitag, dem 21. Juli 2017, regnete es.", "Freitag, dem 21. Juli 2017=2017-07-21" },
    { "Es geschah am 03.05.2014.", "03.05.2014=2014-05-03" },
    { "Gestern regnete es.", "Gestern=2024-10-14" },
    { "Am Freitag regnete es.", "Freitag=2024-10-11" },
    { "Am Freitag wird es regnen.", "Freitag=2024-10-18" },
    { "Vor drei Tagen regnete es.", "Vor drei Tagen=2024-10-12" },
    { "Letzte Woche regnete es.", "Letzte Woche=2024-10-07/2024-10-13" },
    { "Es begann 2015. Zwei Jahre später endete es.", "2015=2015 Zwei Jahre später=2017" },
    { "Im Herbst 1989 fiel sie.", "Herbst 1989=1989-23" },
    { "Er kam. Mai ist schön.", "Mai=2024-05" },
  };
  g_autoptr (DramatisExtractor) extractor = dramatis_extractor_new ("de-AT");

  for (guint i = 0; i < G_N_ELEMENTS (german); i++)
    {
      g_autofree char *found = extract (extractor, german[i].text, "2024-10-15");

      g_assert_cmpstr (found, ==, german[i].found);
    }
}

static void
test_language (void)
{
  static const struct { const char *language; const char *text; const char *found; } languages[] = {
    { NULL, "Am Freitag wird es regnen, wie es der Wetterbericht sagt.", "Freitag=2024-10-18" },
    { NULL, "It will rain on Friday, as the weather report says.", "Friday=2024-10-18" },
    { NULL, "Es ist Oktober und die Tage sind kurz.", "Oktober=2024-10" },
    { NULL, "Friday.", "Friday=2024-10-11" },
    { NULL, "", "" },
    { "de", "Friday.", "" },
    { "de-CH", "Am Freitag.", "Freitag=2024-10-11" },
    { "fr", "Friday.", "Friday=2024-10-11" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (DramatisExtractor) extractor = dramatis_extractor_new (languages[i].language);
      g_autofree char *found = extract (extractor, languages[i].text, "2024-10-15");

      g_assert_cmpstr (found, ==, languages[i].found);
    }
}

static void
test_without_publication_date (void)
{
  g_autoptr (DramatisExtractor) extractor = dramatis_extractor_new ("en");
  g_autofree char *relative = extract (extractor, "Yesterday and on Friday it rained; last year too. In March as well.", NULL);
  g_autofree char *told = extract (extractor, "On May 3, 2014 it rained. On May 5 it stopped.", NULL);
  g_autofree char *month = extract (extractor, "It rained yesterday.", "2024-10");

  g_assert_cmpstr (relative, ==, "Yesterday=? Friday=? last year=? March=?");
  g_assert_cmpstr (told, ==, "May 3, 2014=2014-05-03 May 5=2014-05-05");
  g_assert_cmpstr (month, ==, "yesterday=?");
}

static void
test_reference (void)
{
  g_autoptr (DramatisExtractor) extractor = dramatis_extractor_new ("en");
  g_autoptr (DramatisTime) published = dramatis_time_new ("2024-10-15", NULL);
  g_autoptr (DramatisExtraction) extraction =
    dramatis_extractor_extract (extractor, "It began in 2015. That year, unlike last year, it rained.", published, NULL, NULL);
  const DramatisFoundTime *times = (const DramatisFoundTime *) extraction->times->data;

  g_assert_cmpuint (extraction->times->len, ==, 3);
  g_assert_null (times[0].reference);
  g_assert_cmpstr (times[0].rule, ==, "year");
  g_assert_cmpstr (dramatis_time_get_edtf (times[1].reference), ==, "2015");
  g_assert_cmpstr (dramatis_time_get_edtf (times[2].reference), ==, "2024-10-15");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time-finder/find", test_find);
  g_test_add_func ("/time-finder/news", test_news);
  g_test_add_func ("/time-finder/german", test_german);
  g_test_add_func ("/time-finder/language", test_language);
  g_test_add_func ("/time-finder/without-publication-date", test_without_publication_date);
  g_test_add_func ("/time-finder/reference", test_reference);

  return g_test_run ();
}
