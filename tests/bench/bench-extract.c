/* bench-extract.c: how fast texts are read
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "dramatis-extractor.h"

/* usage: bench-extract [FILE]
 * Reads FILE, or text of our own, repeated to one and to ten million bytes; and what is hard on rules. Prints
 * megabytes per second with the loading of rules and names, and the exponent from one to ten. */

static const char sample[] =
  "On 3 May 2014, a member of Japan’s ruling Liberal Democratic Party (LDP), Anna Roth, proposed a treaty with China. The proposal "
  "went unnoticed until Roth was elected two years later. Tokyo and New Delhi had been talking since 1999, in Geneva and elsewhere, "
  "about what they would do if it rained for more than 40 days, which nobody expected.\n\n"
  "Last week the University of Oxford published a study by K.C. Maurer and Fatima Khan. “We read every newspaper from 1957-58,” said "
  "Khan, “and most of it was about the weather.” The study will be shown to the U.N. Security Council on Friday.\n\n";

static char *
repeat (const char *text,
        gsize       size)
{
  GString *repeated = g_string_sized_new (size + strlen (text));

  while (repeated->len < size)
    g_string_append (repeated, text);

  return g_string_free (repeated, FALSE);
}

static double
measure (const char *name,
         const char *text)
{
  g_autoptr (DramatisTime) published = dramatis_time_new ("2024-10-15", NULL);
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < 3; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (DramatisExtractor) extractor = dramatis_extractor_new ("en");
      g_autoptr (DramatisExtraction) extraction = dramatis_extractor_extract (extractor, text, published, NULL, NULL);

      best = MIN (best, (g_get_monotonic_time () - start) / 1e6);
    }

  g_print ("%-28s %8.1f ms %6.1f MB/s\n", name, best * 1000, strlen (text) / best / 1e6);

  return best;
}

static void
measure_growth (const char *name,
                const char *text)
{
  g_autofree char *small = repeat (text, 1000000);
  g_autofree char *large = repeat (text, 10000000);
  g_autofree char *small_name = g_strconcat (name, ", 1 MB", NULL);
  g_autofree char *large_name = g_strconcat (name, ", 10 MB", NULL);
  double first = measure (small_name, small);
  double second = measure (large_name, large);

  g_print ("%-28s %8.2f\n", "exponent", log10 (second / first));
}

int
main (int    argc,
      char **argv)
{
  static const struct { const char *name; const char *text; } hostile[] = {
    { "capital letters", "A" }, { "digits", "7" }, { "brackets", "(" }, { "years", "1990 " }, { "names", "Roth " },
  };
  g_autofree char *prose = NULL;
  g_autofree char *line = NULL;

  if (argc > 1 && !g_file_get_contents (argv[1], &prose, NULL, NULL))
    g_error ("%s can’t be read", argv[1]);
  if (prose == NULL)
    prose = g_strdup (sample);

  measure_growth ("prose", prose);
  line = g_strdelimit (g_strdup (prose), "\n", ' ');
  measure_growth ("a single line", line);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *text = repeat (hostile[i].text, 1000000);

      measure (hostile[i].name, text);
    }

  return 0;
}
