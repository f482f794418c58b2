/* fuzz-extractor.c: reads texts that nobody would write
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dramatis-extractor.h"

/* usage: fuzz-extractor [EXECUTIONS [SEED]]
 * The same arguments give the same texts. A text at fault is printed before the program stops. */

static const char * const seeds[] = {
  "Last May 3rd the Swiss Green Party (SGP), led by Anna Roth, answered the UN in Geneva about an “Alpine NATO”.\n"
  "Until it was changed that year, Tokyo met in New Delhi; just days later, on October 6th to 11th, it ended.",
  "WASHINGTON (AP) - The U.S. Department of Housing and Urban Development said Tuesday that Mr. K.C. O'Neill, of St. Louis, "
  "won US$ 20,000 in 1890 – 91, 1957-58 and the early 2000s. He lived from c. 347 to 30 September 420.",
  "HEAVY RAIN FELL ON THE TOWN\nMonday, May 18, 2015\nKwok Ka-ki and James To of the New People's Party (NPP) left al-Qaeda’s camp.\n"
  "> Ludwig van Beethoven, 24, London E17\n- Johnson & Johnson, 22:30, 2:30 the next day\n",
  "Der Präsident Šimon Пётр 習近平 שלום 👩‍👩‍👧 e\xcc\x81t\xc3\xa9 İstanbul’s — «today’s Ukraine could be tomorrow’s East Asia»",
  "five days before his death, the night before he died, two years later, the following year, last Friday, next month, "
  "three weeks ago, the third quarter of 2012, the 20th century, 399 BC, 12/31/1999, 2024-02-30, the 1960's.",
};

static const char * const splices[] = {
  " ", "\n", "\n\n", ".", ",", "-", "–", "’", "'s", "\"", "“", "(", ")", "of ", "and ", "the ", "1990", "0", "99999999999", "May ",
  "Anna ", "Maria ", "Suu ", "Kyi ", "Roth ", "President ", "Foundation ", "U.S.", "A", "St. ", "University of ", "\xcc\x81", "\xe2\x80\x8b", "\xf0\x9f\x98\x80", "&", "$", "#", "to ", "until ", "\t", "BC",
};

static void
mutate (GString *text,
        GRand   *rand)
{
  guint n = g_rand_int_range (rand, 1, 12);

  while (n-- > 0)
    {
      glong length = g_utf8_strlen (text->str, -1);
      glong at = g_rand_int_range (rand, 0, length + 1);
      char *start = g_utf8_offset_to_pointer (text->str, at);
      glong wanted = g_rand_int_range (rand, 0, 20);
      glong count = MIN (length - at, wanted);
      char *end = g_utf8_offset_to_pointer (start, count);
      g_autofree char *piece = g_strndup (start, end - start);
      gssize offset = start - text->str;

      switch (g_rand_int_range (rand, 0, 4))
        {
        case 0:
          g_string_erase (text, offset, end - start);
          break;

        case 1:
          g_string_insert (text, offset, splices[g_rand_int_range (rand, 0, G_N_ELEMENTS (splices))]);
          break;

        case 2:
          g_string_insert (text, g_utf8_offset_to_pointer (text->str, g_rand_int_range (rand, 0, length + 1)) - text->str,
                           piece);
          break;

        default:
          {
            g_autofree char *upper = g_utf8_strup (piece, -1);

            g_string_erase (text, offset, end - start);
            g_string_insert (text, offset, upper);
          }
          break;
        }
    }
}

static void
check (const char               *text,
       const DramatisExtraction *extraction)
{
  gboolean sound = extraction->length == (guint) g_utf8_strlen (text, -1);
  guint last = 0;

  for (guint i = 0; i < extraction->mentions->len && sound; i++)
    {
      const DramatisFoundMention *mention = &g_array_index (extraction->mentions, DramatisFoundMention, i);

      sound = mention->range.start >= last && mention->range.end > mention->range.start
              && mention->range.end <= extraction->length && mention->actor < extraction->actors->len;
      last = mention->range.end;
    }

  last = 0;
  for (guint i = 0; i < extraction->times->len && sound; i++)
    {
      const DramatisFoundTime *found = &g_array_index (extraction->times, DramatisFoundTime, i);

      sound = found->range.start >= last && found->range.end > found->range.start
              && found->range.end <= extraction->length;
      last = found->range.end;
    }

  for (guint i = 0; i < extraction->events->len && sound; i++)
    {
      const DramatisFoundEvent *event = &g_array_index (extraction->events, DramatisFoundEvent, i);

      sound = g_utf8_validate (event->title, -1, NULL) && event->evidence->len > 0 && event->time != NULL;
      for (guint k = 0; k < event->evidence->len && sound; k++)
        {
          const DramatisFoundEvidence *evidence = &g_array_index (event->evidence, DramatisFoundEvidence, k);

          sound = evidence->range.start <= evidence->wording.start && evidence->wording.end <= evidence->range.end
                  && evidence->range.end <= extraction->length;
        }
    }

  if (!sound)
    {
      /* not through the log, which escapes what it cannot show */
      fprintf (stderr, "wrong ranges in: %s\n", text);
      abort ();
    }
}

int
main (int    argc,
      char **argv)
{
  guint64 n = argc > 1 ? g_ascii_strtoull (argv[1], NULL, 10) : 2000;
  g_autoptr (GRand) rand = g_rand_new_with_seed (argc > 2 ? atoi (argv[2]) : 1);
  g_autoptr (DramatisExtractor) english = dramatis_extractor_new ("en");
  g_autoptr (DramatisExtractor) german = dramatis_extractor_new ("de");
  g_autoptr (DramatisExtractor) any = dramatis_extractor_new (NULL);
  g_autoptr (DramatisTime) published = dramatis_time_new ("2024-10-15", NULL);

  for (guint64 i = 0; i < n; i++)
    {
      g_autoptr (GString) text = g_string_new (seeds[g_rand_int_range (rand, 0, G_N_ELEMENTS (seeds))]);
      g_autoptr (DramatisExtraction) extraction = NULL;

      DramatisExtractor *extractor = i % 4 == 0 ? german : i % 4 == 1 ? any : english;

      /* what many names have in common is seen in longer texts */
      for (guint more = i % 8 == 7 ? g_rand_int_range (rand, 1, 12) : 0; more > 0; more--)
        {
          g_string_append_printf (text, " %s", seeds[g_rand_int_range (rand, 0, G_N_ELEMENTS (seeds))]);
          for (guint words = g_rand_int_range (rand, 0, 8); words > 0; words--)
            g_string_append (text, splices[g_rand_int_range (rand, 0, G_N_ELEMENTS (splices))]);
          mutate (text, rand);
        }
      mutate (text, rand);
      extraction = dramatis_extractor_extract (extractor, text->str, i % 3 != 0 ? published : NULL, NULL, NULL);
      check (text->str, extraction);
    }

  g_print ("%" G_GUINT64_FORMAT " texts\n", n);

  return EXIT_SUCCESS;
}
