/* test-event-finder.c: what is suggested of a dated sentence
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-extractor.h"

#define PUBLISHED "2012-06-14"

/* TIME TITLE [ACTOR, ACTOR] of each event, with a bar between them, and how often it is told if more than once. */
static const struct
{
  const char *text;
  const char *events;
} cases[] = {
  /* the time goes, with the words that go with it */
  { "Kenya signed an accord on June 5, 2012.", "2012-06-05 Kenya signed an accord [Kenya]" },
  { "In August 2011, Kenya closed the border.", "2011-08 Kenya closed the border [Kenya]" },
  { "Late in 1995 Kenya joined.", "1995 Kenya joined [Kenya]" },
  { "The hashtag was used on Wednesday night in Kenya.", "2012-06-13 The hashtag was used in Kenya [Kenya]" },
  /* of quotation marks of two bytes, too, one that has lost its other half goes */
  { "Kenya praised «été in 2010.", "2010 Kenya praised été [Kenya]" },
  { "Parliament, in 2010, cut taxes.", "2010 Parliament cut taxes [Parliament]" },

  /* but not where it says which one of several */
  { "Uganda opened the 2011 season with a win.", "2011 Uganda opened the 2011 season with a win [Uganda]" },
  { "Last year's theme was water.", "2011 Last year's theme was water []" },
  { "It had a small role in the 1999 film Far Away.", "1999 It had a small role in the 1999 film Far Away []" },
  { "The last vote in Kenya was in 2007.", "2007 The last vote in Kenya was in 2007 [Kenya]" },
  { "Following the 1979 Iranian Revolution, prices rose.", "1979 Iranian Revolution []" },

  /* the clause of the time, with its subject */
  { "The World Bank, the main lender to the region, approved a loan last month.",
    "2012-05 The World Bank approved a loan [World Bank]" },
  { "A member of the ruling party, Raila Odinga, boldly proposed a union in 2009.",
    "2009 Raila Odinga boldly proposed a union [Raila Odinga]" },
  { "Kenya closed the border in 2008, and in 2010 was praised for it.",
    "2008 Kenya closed the border [Kenya]|2010 Kenya was praised for it [Kenya]" },
  { "The two countries, which have argued over fish since 2004, will start work in January 2013.",
    "2004 The two countries have argued over fish []|2013-01 The two countries will start work []" },
  { "Until it changed its constitution in 2010, Kenya had no senate.",
    "2010 Kenya changed its constitution [Kenya]" },
  { "The news went unnoticed until Raila Odinga was sworn in on April 17, 2008.",
    "2008-04-17 Raila Odinga was sworn in [Raila Odinga]" },
  { "At Mina, in which 1,426 pilgrims were trampled in 1990, a bridge fell.",
    "1990 1,426 pilgrims were trampled []" },
  { "He saw the outlook darken, with Kenya even sending troops in 2011.", "2011 Kenya sending troops [Kenya]" },
  { "\"We have waited too long,\" said Raila Odinga, who took office in 2008.",
    "2008 Raila Odinga took office [Raila Odinga]" },
  { "NAIROBI - Kenya built a line in 2010.", "2010 Kenya built a line [Kenya]" },
  { "[3] Although Kenya had signed in 1999, it waited.", "1999 Kenya had signed [Kenya]" },
  { "In recognition of his service he was promoted in 1678.", "1678 He was promoted []" },
  { "Uganda visited Kenya, Rwanda and Sudan in 2004.",
    "2004 Uganda visited Kenya, Rwanda and Sudan [Uganda, Kenya, Rwanda, Sudan]" },

  { "They trade with China, which has been the largest partner since 2009.",
    "2009 China has been the largest partner [China]" },
  { "It followed the 1979 Iranian Revolution.", "1979 Iranian Revolution []" },

  /* several times */
  { "Japan ran the bank from 1990 to 1995 alone.", "1990/1995 Japan ran the bank alone [Japan]" },
  { "The prize went to Kenya in 2004 and again in 2006.",
    "2004 The prize went to Kenya [Kenya]|2006 The prize went to Kenya [Kenya]" },
  { "Just days later on October 1, 2011, Kenya sent troops.", "2011-10-01 Kenya sent troops [Kenya]" },

  /* brackets */
  { "Amina Sarr (born 4 May 1952) is a lawyer.", "1952-05-04 Amina Sarr born [Amina Sarr]" },
  { "She painted for King Louis XV (1715-1774) in Kenya.", "1715/1774 King Louis XV [Louis XV]" },

  /* too long: cut at a good place, after the verb, and not inside of a name */
  { "Kenya reinterpreted its old post-war constitution in 2009 in response to a rising and much more assertive "
    "neighbour in the north.", "2009 Kenya reinterpreted its old post-war constitution [Kenya]" },
  { "Japan's Ministry of International Trade and Industry reported in 1989 that imports of steel and paper rose.",
    "1989 Japan's Ministry of International Trade and Industry reported that imports [Japan, "
    "Ministry of International Trade and Industry]" },

  /* who "he" is, if nobody else can be meant */
  { "Raila Odinga is an engineer. He studied in Kenya. In 1970 he founded a firm.",
    "1970 Raila Odinga founded a firm [Raila Odinga]" },
  { "Raila Odinga met Mwai Kibaki. He resigned in 2010.", "2010 He resigned []" },

  /* told twice */
  { "Kenya closed its border on May 3, 2011. Many protested.\n\nWhen Kenya closed the border in May 2011, prices rose.",
    "2011-05-03 Kenya closed its border [Kenya] x2" },
  { "Kenya closed its border in 2011. Kenya opened a port in 2011.",
    "2011 Kenya closed its border [Kenya]|2011 Kenya opened a port [Kenya]" },
  { "Kenya closed its border in 2010. Uganda closed its border in 2010.",
    "2010 Kenya closed its border [Kenya]|2010 Uganda closed its border [Uganda]" },

  { "Japan launched a satellite on 3 May 2011.\n\nIt is known that Japan was launching one on 3 May 2011.",
    "2011-05-03 Japan launched a satellite [Japan] x2" },

  /* what tells nothing */
  { "June 12, 2012", "" },
  { "Photo: Nairobi from the air, 2009", "" },
  { "Today's peace could be tomorrow's war.", "" },
};

static void
append_event (GString                  *found,
              const DramatisExtraction *extraction,
              const DramatisFoundEvent *event)
{
  g_string_append_printf (found, "%s%s %s [", found->len > 0 ? "|" : "", dramatis_time_get_edtf (event->time),
                          event->title);
  for (guint i = 0; i < event->actors->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? ", " : "",
                            g_array_index (extraction->actors, DramatisFoundActor,
                                           g_array_index (event->actors, guint, i)).name);
  g_string_append_c (found, ']');
  if (event->evidence->len > 1)
    g_string_append_printf (found, " x%u", event->evidence->len);
}

/* What is found does not depend on what was read before. */
static void
test_titles (gconstpointer data)
{
  const char *before = data;
  g_autoptr (DramatisExtractor) extractor = dramatis_extractor_new (NULL);
  g_autoptr (DramatisTime) published = dramatis_time_new (PUBLISHED, NULL);
  gboolean failed = FALSE;

  if (before != NULL)
    {
      g_autoptr (DramatisExtraction) extraction = dramatis_extractor_extract (extractor, before, NULL, NULL, NULL);

      g_assert_cmpuint (extraction->times->len, ==, 1);
    }

  for (guint n = G_N_ELEMENTS (cases); n > 0; n--)
    {
      guint i = before != NULL ? n - 1 : G_N_ELEMENTS (cases) - n;
      g_autoptr (DramatisExtraction) extraction = dramatis_extractor_extract (extractor, cases[i].text, published,
                                                                              NULL, NULL);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint k = 0; k < extraction->events->len; k++)
        append_event (found, extraction, &g_array_index (extraction->events, DramatisFoundEvent, k));
      if (!g_str_equal (found->str, cases[i].events))
        {
          g_test_message ("%s\n  expected %s\n  found    %s", cases[i].text, cases[i].events, found->str);
          failed = TRUE;
        }
    }

  g_assert_false (failed);
}

static void
test_skipped (void)
{
  g_autoptr (DramatisExtractor) extractor = dramatis_extractor_new ("en");
  g_autoptr (DramatisExtraction) extraction = NULL;

  dramatis_extractor_skip_events (extractor);
  extraction = dramatis_extractor_extract (extractor, "Kenya signed an accord on June 5, 2012.", NULL, NULL, NULL);

  g_assert_cmpuint (extraction->events->len, ==, 0);
  g_assert_cmpuint (extraction->times->len, ==, 1);
  g_assert_cmpuint (extraction->mentions->len, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/event-finder/skipped", test_skipped);
  g_test_add_data_func ("/event-finder/titles", NULL, test_titles);
  g_test_add_data_func ("/event-finder/titles-after-german",
                        "Am 3. Mai 2014 war der Rat in der Stadt, und das ist nicht alles, was auch so war.", test_titles);

  return g_test_run ();
}
