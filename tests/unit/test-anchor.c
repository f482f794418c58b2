/* test-anchor.c: finding words again
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-anchor.h"

/* The words of an anchor stand between the brackets of @before, and are looked for between those of
 * @after; where @after has none they are gone. */
static const struct
{
  const char *name;
  const char *before;
  const char *after;
} moves[] = {
  { "unchanged", "Tokyo and [Delhi] met.", "Tokyo and [Delhi] met." },
  { "inserted-before", "Tokyo and [Delhi] met.", "In May, Tokyo and [Delhi] met." },
  { "removed-before", "In May, Tokyo and [Delhi] met.", "Tokyo and [Delhi] met." },
  { "whole-text", "[all of it]", "[all of it]" },
  { "at-start", "[Delhi] met", "So [Delhi] met" },
  { "at-end", "met [Delhi]", "met old [Delhi]" },
  { "repeated-prefix", "x NATO, y NATO, z [NATO].", "x NATO, y NATO, w NATO, z [NATO]." },
  { "repeated-suffix", "[NATO] one, NATO two", "NATO two, [NATO] one, NATO two" },
  { "repeated-nearest", "NATO NATO [NATO] NATO", "NATO NATO [NATO] NATO" },
  { "edited-after", "x NATO, y [NATO] z, NATO z", "x NATO, y [NATO], NATO z" },
  { "overlapping", "b[aaa]c", "aaab[aaa]c" },
  { "gone", "Tokyo and [Delhi] met.", "Tokyo and Seoul met." },
  { "text-gone", "Tokyo and [Delhi] met.", "" },
  { "emoji", "🗾🇯🇵 Japan & [Īndia 🇮🇳] met", "🙂🙂 Then 🗾🇯🇵 Japan & [Īndia 🇮🇳] met" },
  { "combining", "Abe\u0301 a\u0300nd [Le\u0301vi] wrote", "e\u0301 Abe\u0301 a\u0300nd [Le\u0301vi] wrote" },
  { "combining-is-other-text", "[Le\u0301vi] wrote", "Lévi wrote" },
  { "right-to-left", "قال [الرئيس] إن", "ثم قال [الرئيس] إن" },
  { "cjk", "日本と[中国]は", "昨日、日本と[中国]は" },
  { "long-context", "0123456789012345678901234567890123456789 [word] 0123456789012345678901234567890123456789",
    "word 0123456789012345678901234567890123456789 [word] 0123456789012345678901234567890123456789" },
};

/* Takes the brackets out of @marked. */
static gboolean
unmark (const char     *marked,
        char          **text,
        DramatisRange  *range)
{
  g_auto (GStrv) parts = g_strsplit_set (marked, "[]", -1);

  *text = g_strjoinv (NULL, parts);
  if (g_strv_length (parts) != 3)
    return FALSE;

  range->start = g_utf8_strlen (parts[0], -1);
  range->end = range->start + g_utf8_strlen (parts[1], -1);
  return TRUE;
}

static void
test_locate (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autofree char *before = NULL, *after = NULL;
      g_autoptr (DramatisAnchor) anchor = NULL;
      DramatisRange old, expected = { 0 }, found = { 7777, 8888 };
      gboolean there;

      g_test_message ("%s", moves[i].name);

      g_assert_true (unmark (moves[i].before, &before, &old));
      there = unmark (moves[i].after, &after, &expected);
      anchor = dramatis_anchor_new ("passage-1", before, &old);

      g_assert_cmpint (dramatis_anchor_locate (anchor, after, &found), ==, there);
      g_assert_cmpuint (found.start, ==, there ? expected.start : 7777);
      g_assert_cmpuint (found.end, ==, there ? expected.end : 8888);
    }
}

static void
test_context (void)
{
  g_autofree char *text = NULL;
  g_autoptr (GString) long_text = g_string_new (NULL);
  g_autoptr (DramatisAnchor) anchor = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append (long_text, "🙂");

  anchor = dramatis_anchor_new ("p", long_text->str, &(DramatisRange) { 50, 53 });
  g_assert_cmpint (g_utf8_strlen (anchor->quote, -1), ==, 3);
  g_assert_cmpint (g_utf8_strlen (anchor->prefix, -1), ==, DRAMATIS_ANCHOR_CONTEXT);
  g_assert_cmpint (g_utf8_strlen (anchor->suffix, -1), ==, DRAMATIS_ANCHOR_CONTEXT);
  g_assert_true (anchor->passage == g_intern_string ("p"));
  g_clear_pointer (&anchor, dramatis_anchor_unref);

  anchor = dramatis_anchor_new ("p", "ab", &(DramatisRange) { 0, 2 });
  g_assert_cmpstr (anchor->quote, ==, "ab");
  g_assert_cmpstr (anchor->prefix, ==, "");
  g_assert_cmpstr (anchor->suffix, ==, "");
  g_assert_null (anchor->wording);
}

/* A place outside of the text, as a damaged file may have it, is no reason to read there. */
static void
test_outside (void)
{
  static const DramatisRange ranges[] = { { 100, 105 }, { 10, 15 }, { G_MAXUINT - 5, G_MAXUINT }, { 9, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      DramatisAnchor fields = { .passage = "p", .range = ranges[i], .quote = (char *) "Delhi" };
      g_autoptr (DramatisAnchor) anchor = dramatis_anchor_new_full (&fields);
      DramatisRange found;

      g_assert_true (dramatis_anchor_locate (anchor, "New Delhi met", &found));
      g_assert_cmpuint (found.start, ==, 4);
      g_assert_cmpuint (found.end, ==, 9);
    }
}

static void
test_insertion_point (void)
{
  g_autoptr (DramatisAnchor) anchor = dramatis_anchor_new ("p", "ab", &(DramatisRange) { 2, 2 });
  DramatisRange found;

  g_assert_true (dramatis_anchor_locate (anchor, "abc", &found));
  g_assert_cmpuint (found.start, ==, 2);
  g_assert_cmpuint (found.end, ==, 2);
  g_assert_false (dramatis_anchor_locate (anchor, "a", &found));
}

static void
test_wording (void)
{
  DramatisAnchor fields = {
    .passage = "p",
    .range = { 3, 27 },
    .quote = (char *) "Just dàys 🙂 later he went",
    .wording = (char *) "dàys 🙂 later",
    .rule = (char *) "offset",
    .reference = (char *) "2024-09-27",
  };
  g_autoptr (DramatisAnchor) anchor = dramatis_anchor_new_full (&fields);
  g_autoptr (DramatisAnchor) plain = dramatis_anchor_new ("p", "abc", &(DramatisRange) { 0, 1 });
  DramatisRange found;

  g_assert_cmpstr (anchor->rule, ==, "offset");
  g_assert_cmpstr (anchor->reference, ==, "2024-09-27");
  g_assert_true (dramatis_anchor_locate_wording (anchor, "🙂. Just dàys 🙂 later he went", &found));
  g_assert_cmpuint (found.start, ==, 8);
  g_assert_cmpuint (found.end, ==, 20);
  g_assert_false (dramatis_anchor_locate_wording (anchor, "dàys 🙂 later", &found));
  g_assert_false (dramatis_anchor_locate_wording (plain, "abc", &found));
}

static void
test_list (void)
{
  g_autoptr (GPtrArray) anchors = dramatis_anchors_new ();
  g_autoptr (DramatisAnchor) anchor = dramatis_anchor_new ("p", "abc", &(DramatisRange) { 0, 1 });

  g_ptr_array_add (anchors, dramatis_anchor_ref (anchor));
  g_ptr_array_add (anchors, dramatis_anchor_ref (anchor));
  g_assert_cmpuint (anchors->len, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/anchor/locate", test_locate);
  g_test_add_func ("/anchor/context", test_context);
  g_test_add_func ("/anchor/outside", test_outside);
  g_test_add_func ("/anchor/insertion-point", test_insertion_point);
  g_test_add_func ("/anchor/wording", test_wording);
  g_test_add_func ("/anchor/list", test_list);

  return g_test_run ();
}
