/* test-folded.c: text made fit for being searched
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-folded.h"

#include <string.h>

#define N_STRINGS 10000

static const struct
{
  const char *text;
  const char *needle;
  gboolean    whole_words;
  const char *hits;           /* the ranges, in code points: "0-5 10-15" */
} cases[] = {
  { "Japan and JAPAN", "japan", FALSE, "0-5 10-15" },
  { "Japan", "China", FALSE, "" },
  { "", "a", FALSE, "" },
  { "a", "", FALSE, "" },
  { "aaa", "aa", FALSE, "0-2" },
  { "👩‍👩‍👧 İzmir and Ångström", "ÅNG", FALSE, "16-19" },
  { "Straße, STRASSE", "strasse", FALSE, "0-6 8-15" },
  { "Straße", "s", FALSE, "0-1" },
  { "ﬁne ﬀ", "fi", FALSE, "0-1" },
  { "ﬁne", "f", FALSE, "" },
  { "İstanbul ISTANBUL ıstanbul", "istanbul", FALSE, "0-8 9-17 18-26" },
  { "カタカナ ｶﾀｶﾅ かたかな", "かたかな", FALSE, "0-4 5-9 10-14" },
  { "が ガ ｶﾞ か", "ガ", FALSE, "0-1 2-3 4-6" },
  { "が ガ ｶﾞ か", "か", FALSE, "7-8" },
  { "ΟΔΟΣ οδος οδός", "Οδός", FALSE, "0-4 5-9 10-14" },
  { "e\xcc\x81t\xc3\xa9 ete", "ÉTÉ", FALSE, "0-4 5-8" },
  { "e\xcc\x81t\xc3\xa9", "t", FALSE, "2-3" },
  { "Łódź, Ørsted, Đà", "lodz", FALSE, "0-4" },
  { "deter\xc2\xadrence", "deterrence", FALSE, "0-11" },
  { "“don’t”", "\"don't\"", FALSE, "0-7" },
  { "2012–2015", "2012-2015", FALSE, "0-9" },
  { "a\nb\tc\xc2\xa0" "d", "a b c d", FALSE, "0-7" },
  { "шла́ Ёлка", "шла елка", FALSE, "0-9" },
  { "שָׁלוֹם", "שלום", FALSE, "0-7" },
  { "مُحَمَّد", "محمد", FALSE, "0-8" },
  { "कि की", "क", FALSE, "" },
  { "कि की", "की", FALSE, "3-5" },
  { "한국 ᄒ", "하", FALSE, "" },
  { "👨‍👩‍👧 👨", "👨", FALSE, "6-7" },
  { "👍🏽 👍", "👍", FALSE, "3-4" },
  { "art, artist, ART", "art", TRUE, "0-3 13-16" },
  { "l’état", "etat", TRUE, "2-6" },
  { "$100 100", "$100", TRUE, "0-4" },
  { "⁗⁗", "'''''", FALSE, "" },
  { "⁗⁗", "''''", FALSE, "0-1 1-2" },
  { "等……了", "....", FALSE, "" },
  { "等……了", "......", FALSE, "1-3" },
};

static char *
find_all (const char *text,
          const char *words,
          gboolean    whole_words)
{
  g_autoptr (DramatisFolded) folded = dramatis_folded_new ();
  g_autoptr (DramatisNeedle) needle = dramatis_needle_new (words, whole_words);
  GString *hits = g_string_new (NULL);
  DramatisFoldedHit hit = { 0 };

  dramatis_folded_append (folded, text);
  dramatis_folded_end_part (folded);
  while (dramatis_folded_find_next (folded, needle, &hit))
    {
      DramatisRange range;

      dramatis_folded_get_range (folded, &hit, &range);
      g_string_append_printf (hits, "%s%u-%u", hits->len > 0 ? " " : "", range.start, range.end);
    }

  return g_string_free (hits, FALSE);
}

static void
test_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *hits = find_all (cases[i].text, cases[i].needle, cases[i].whole_words);

      g_test_message ("%s in %s", cases[i].needle, cases[i].text);
      g_assert_cmpstr (hits, ==, cases[i].hits);
    }
}

/* Words are found in one text or in another, and each in the part that it was added to. */
static void
test_parts (void)
{
  static const char * const parts[][2] = {
    { "Straße nach", "Süden" }, { "nach Süden", NULL }, { "", NULL }, { "Süd", "en nach" },
  };
  g_autoptr (DramatisFolded) folded = dramatis_folded_new ();
  g_autoptr (DramatisNeedle) needle = dramatis_needle_new ("nach", FALSE);
  g_autoptr (DramatisNeedle) across = dramatis_needle_new ("nach suden", FALSE);
  DramatisFoldedHit hit = { 0 };
  DramatisRange range;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      dramatis_folded_append (folded, parts[i][0]);
      if (parts[i][1] != NULL)
        dramatis_folded_append (folded, parts[i][1]);
      dramatis_folded_end_part (folded);
    }
  g_assert_cmpuint (dramatis_folded_get_n_parts (folded), ==, 4);

  g_assert_true (dramatis_folded_find_next (folded, needle, &hit));
  g_assert_cmpuint (hit.part, ==, 0);
  dramatis_folded_get_range (folded, &hit, &range);
  g_assert_cmpuint (range.start, ==, 7);
  g_assert_true (dramatis_folded_find_next (folded, needle, &hit));
  g_assert_cmpuint (hit.part, ==, 1);
  dramatis_folded_get_range (folded, &hit, &range);
  g_assert_cmpuint (range.end, ==, 4);
  g_assert_true (dramatis_folded_find_next (folded, needle, &hit));
  g_assert_cmpuint (hit.part, ==, 3);
  g_assert_false (dramatis_folded_find_next (folded, needle, &hit));

  hit = (DramatisFoldedHit) { 0 };
  g_assert_true (dramatis_folded_find_next (folded, across, &hit));
  g_assert_cmpuint (hit.part, ==, 1);
  g_assert_false (dramatis_folded_find_next (folded, across, &hit));

  dramatis_folded_start_part (folded, 2, &hit);
  g_assert_true (dramatis_folded_find_next (folded, needle, &hit));
  g_assert_cmpuint (hit.part, ==, 3);
}

/* Letters of all scripts, and what is hard about them more often than chance would have it. */
static gunichar
pick_letter (GRand *rand)
{
  static const gunichar hard[] = {
    'a', 'A', 's', 'i', ' ', 0xDF, 0x130, 0x131, 0xFB01, 0xFB03, 0x3C2, 0x3A3, 0x301, 0x345, 0x3099, 0x309A, 0x30AB,
    0xFF76, 0xFF9E, 0x30AC, 0x200D, 0xAD, 0x1F468, 0x1F3FD, 0xFE0F, 0xFDFA, 0x1E9E, 0xAC01, 0x1161, 0x5B0, 0x64E,
    0x93F, 0x93C, 0xE34, 0xE38, 0x2019, 0x2126, 0x1F88, 0xBD, 0x2026,
  };
  static const gunichar blocks[][2] = {
    { 0x20, 0x250 }, { 0x370, 0x530 }, { 0x531, 0x750 }, { 0x900, 0x1200 }, { 0x1E00, 0x2100 }, { 0x3040, 0x3100 },
    { 0x4E00, 0x9FFF }, { 0xAC00, 0xD7A4 }, { 0xF900, 0xFFEF }, { 0x10000, 0x1FFFF },
  };
  gunichar c;

  if (g_rand_boolean (rand))
    return hard[g_rand_int_range (rand, 0, G_N_ELEMENTS (hard))];

  do
    {
      const gunichar *block = blocks[g_rand_int_range (rand, 0, G_N_ELEMENTS (blocks))];

      c = g_rand_int_range (rand, block[0], block[1]);
    }
  while (!g_unichar_validate (c));

  return c;
}

static char *
create_string (GRand *rand,
               guint  max_length)
{
  GString *text = g_string_new (NULL);
  guint length = g_rand_int_range (rand, 1, max_length + 1);

  for (guint i = 0; i < length; i++)
    g_string_append_unichar (text, pick_letter (rand));

  return g_string_free (text, FALSE);
}

/* The range of every hit, taken from the text as it is, folds to the folded needle; and never begins with a mark. */
static void
test_hits_are_ranges (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);
  guint n_hits = 0;

  for (guint i = 0; i < N_STRINGS; i++)
    {
      g_autofree char *text = create_string (rand, 24);
      glong length = g_utf8_strlen (text, -1);
      glong start = g_rand_int_range (rand, 0, length);
      g_autofree char *words = g_utf8_substring (text, start, MIN (length, start + g_rand_int_range (rand, 1, 4)));
      g_autofree char *folded_words = dramatis_text_fold (words);
      g_autoptr (DramatisNeedle) needle = dramatis_needle_new (words, FALSE);
      g_autoptr (DramatisFolded) folded = dramatis_folded_new ();
      DramatisFoldedHit hit = { 0 };
      guint end = 0;

      dramatis_folded_append (folded, "Straße");
      dramatis_folded_end_part (folded);
      dramatis_folded_append (folded, text);
      dramatis_folded_end_part (folded);
      dramatis_folded_start_part (folded, 1, &hit);
      while (dramatis_folded_find_next (folded, needle, &hit))
        {
          g_autofree char *found = NULL;
          g_autofree char *folded_found = NULL;
          DramatisRange range;

          dramatis_folded_get_range (folded, &hit, &range);
          g_assert_cmpuint (range.start, >=, end);
          g_assert_cmpuint (range.start, <, range.end);
          g_assert_cmpuint (range.end, <=, length);
          found = g_utf8_substring (text, range.start, range.end);
          folded_found = dramatis_text_fold (found);
          g_assert_cmpstr (folded_found, ==, folded_words);
          g_assert_false (range.start > 0 && g_unichar_ismark (g_utf8_get_char (found)));
          end = range.end;
          n_hits++;
        }
    }

  g_assert_cmpuint (n_hits, >, N_STRINGS / 3);
}

/* The parts with places, and how many, are those that the places themselves are in; whichever part it begins with. */
static void
test_parts_have_places (void)
{
  static const char * const words[] = { "s", "a", "e", "i", " ", "ss", "ka", "か" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);
  guint n_found = 0;

  for (guint i = 0; i < N_STRINGS / 10; i++)
    {
      g_autoptr (DramatisFolded) folded = dramatis_folded_new ();
      guint n_parts = g_rand_int_range (rand, 1, 8);
      guint first = g_rand_int_range (rand, 0, n_parts);

      for (guint j = 0; j < n_parts; j++)
        {
          for (guint k = g_rand_int_range (rand, 0, 3); k > 0; k--)
            {
              g_autofree char *text = create_string (rand, 24);

              dramatis_folded_append (folded, text);
            }
          dramatis_folded_end_part (folded);
        }

      for (guint j = 0; j < 2 * G_N_ELEMENTS (words); j++)
        {
          g_autoptr (DramatisNeedle) needle = dramatis_needle_new (words[j / 2], j % 2 != 0);
          DramatisFoldedHit place, part, any;
          guint n_places;

          dramatis_folded_start_part (folded, first, &place);
          part = any = place;
          while (dramatis_folded_find_part (folded, needle, &part, &n_places))
            {
              n_found++;
              g_assert_true (dramatis_folded_find_part (folded, needle, &any, NULL));
              g_assert_cmpuint (any.part, ==, part.part);
              while (n_places-- > 0)
                {
                  g_assert_true (dramatis_folded_find_next (folded, needle, &place));
                  g_assert_cmpuint (place.part, ==, part.part);
                }
            }
          g_assert_false (dramatis_folded_find_next (folded, needle, &place));
          g_assert_false (dramatis_folded_find_part (folded, needle, &any, NULL));
        }
    }

  g_assert_cmpuint (n_found, >, N_STRINGS / 3);
}

/* A part that was folded before is as if it was folded here. */
static void
test_copied_parts (void)
{
  static const char * const words[] = { "s", "ss", "か", "i" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (37);

  for (guint i = 0; i < N_STRINGS / 10; i++)
    {
      g_autoptr (DramatisFolded) folded = dramatis_folded_new ();
      g_autoptr (DramatisFolded) other = dramatis_folded_new ();
      g_autoptr (DramatisFolded) copy = dramatis_folded_new ();

      for (guint j = 0; j < 4; j++)
        {
          g_autofree char *text = create_string (rand, 24);

          dramatis_folded_append (folded, text);
          dramatis_folded_end_part (folded);
          dramatis_folded_append (other, j % 2 == 0 ? text : "Straße ﬁ が");
          dramatis_folded_end_part (other);
          if (j % 2 == 0)
            dramatis_folded_append_part (copy, other, j);
          else
            dramatis_folded_append_part (copy, folded, j);
        }

      for (guint j = 0; j < G_N_ELEMENTS (words); j++)
        {
          g_autoptr (DramatisNeedle) needle = dramatis_needle_new (words[j], FALSE);
          DramatisFoldedHit hit = { 0 }, copied = { 0 };

          while (dramatis_folded_find_next (folded, needle, &hit))
            {
              DramatisRange range, copied_range;

              g_assert_true (dramatis_folded_find_next (copy, needle, &copied));
              g_assert_cmpuint (copied.part, ==, hit.part);
              g_assert_cmpuint (copied.start, ==, hit.start);
              dramatis_folded_get_range (folded, &hit, &range);
              dramatis_folded_get_range (copy, &copied, &copied_range);
              g_assert_cmpuint (copied_range.start, ==, range.start);
              g_assert_cmpuint (copied_range.end, ==, range.end);
            }
          g_assert_false (dramatis_folded_find_next (copy, needle, &copied));
        }
    }
}

/* A word between spaces is found at its place, however it is written. */
static void
test_words_are_found (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (23);

  for (guint i = 0; i < N_STRINGS / 10; i++)
    {
      g_autofree char *before = create_string (rand, 8);
      g_autofree char *word = create_string (rand, 5);
      g_autofree char *behind = create_string (rand, 8);
      g_autofree char *text = g_strdup_printf ("%s -x%s- %s", before, word, behind);
      g_autofree char *upper = g_utf8_strup (word, -1);
      g_autofree char *composed = g_utf8_normalize (word, -1, G_NORMALIZE_NFC);
      g_autofree char *sought = g_strdup_printf ("-X%s-", i % 2 != 0 ? composed : word);
      g_autofree char *hits = find_all (text, sought, FALSE);
      guint start = g_utf8_strlen (before, -1) + 1;
      g_autofree char *place = g_strdup_printf ("%u-%lu", start, start + 3 + g_utf8_strlen (word, -1));

      g_test_message ("%s in %s", sought, text);
      g_assert_nonnull (strstr (hits, place));
    }
}

static void
test_fold_is_stable (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (29);

  for (guint i = 0; i < N_STRINGS / 10; i++)
    {
      g_autofree char *text = create_string (rand, 24);
      g_autofree char *once = dramatis_text_fold (text);
      g_autofree char *twice = dramatis_text_fold (once);

      g_assert_true (g_utf8_validate (once, -1, NULL));
      g_assert_cmpstr (once, ==, twice);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/folded/find", test_find);
  g_test_add_func ("/folded/parts", test_parts);
  g_test_add_func ("/folded/hits-are-ranges", test_hits_are_ranges);
  g_test_add_func ("/folded/parts-have-places", test_parts_have_places);
  g_test_add_func ("/folded/copied-parts", test_copied_parts);
  g_test_add_func ("/folded/words-are-found", test_words_are_found);
  g_test_add_func ("/folded/fold-is-stable", test_fold_is_stable);

  return g_test_run ();
}
