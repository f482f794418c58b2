/* test-json-scan.c: what json-glib must not be given
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "dramatis-json-scan.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *path;     /* NULL: sound */
  const char *reason;   /* a part of it */
} Case;

static const Case not_json[] = {
  { "empty", "", "1:1", "empty" },
  { "blank", " \n\t ", "1:1", "empty" },
  { "byte-order-mark", "\xef\xbb\xbf{}", "1:1", "byte order mark" },
  { "latin-1", "{\n \"a\": \"\xe9t\xe9\"}", "2:8", "UTF-8" },
  { "truncated-utf-8", "\"\xe2\x82", "1:2", "UTF-8" },
  { "encoded-surrogate", "\"\xed\xa0\xbd\"", "1:2", "UTF-8" },
  { "unterminated-string", "{\"ä\": \"abc", "1:7", "no end" },
  { "escape-at-end", "\"abc\\", "1:1", "no end" },
  { "unterminated-object", "{\"a\": 1", "1:8", "ends in the middle" },
  { "unterminated-array", "[1,\n2,\n", "3:1", "ends in the middle" },
  { "trailing-comma", "[1,]", "1:4", "A value" },
  { "trailing-member-comma", "{\"a\": 1,}", "1:9", "name of a member" },
  { "missing-colon", "{\"a\" 1}", "1:6", "colon" },
  { "missing-comma", "[1 2]", "1:4", "comma" },
  { "wrong-bracket", "[1}", "1:3", "comma" },
  { "bare-name", "{a: 1}", "1:2", "name of a member" },
  { "single-quotes", "{'a': 1}", "1:2", "name of a member" },
  { "comment", "// no\n{}", "1:1", "A value" },
  { "two-values", "{} {}", "1:4", "end of the file" },
  { "word", "nul", "1:1", "A value" },
  { "infinity", "[Infinity]", "1:2", "A value" },
  { "leading-zero", "[012]", "1:2", "zero" },
  { "leading-plus", "[+1]", "1:2", "A value" },
  { "minus-alone", "[-]", "1:3", "A digit" },
  { "point-at-end", "[1.]", "1:4", "A digit" },
  { "exponent-alone", "[1e]", "1:4", "A digit" },
  { "line-break-in-text", "[\"a\nb\"]", "1:4", "control character" },
  { "escape", "[\"\\x41\"]", "1:3", "no such escape" },
  { "short-escape", "[\"\\u12\"]", "1:3", "hexadecimal" },
};

static const Case values[] = {
  { "sound", "{\"a\": [1, -0, 2.5e-3, \"\\ud83d\\ude00 \\u0041\\n\", true, false, null, {}, []]}", NULL, NULL },
  { "largest-integer", "[9223372036854775807, -9223372036854775808]", NULL, NULL },
  { "long-fraction", "[0.10000000000000000000000000000000001]", NULL, NULL },
  { "integer", "{\"a\": [0, 9223372036854775808]}", "/a/1", "too large" },
  { "negative-integer", "[-99999999999999999999999]", "/0", "too large" },
  { "double", "{\"a\": {\"b/c~d\": 1e400}}", "/a/b~1c~0d", "too large" },
  { "high-surrogate", "[[], \"\\ud83d\"]", "/1", "surrogate" },
  { "low-surrogate", "[\"\\udc00\"]", "/0", "surrogate" },
  { "two-high-surrogates", "[\"\\ud83d\\ud83d\\ude00\"]", "/0", "surrogate" },
  { "high-surrogate-before-character", "[\"\\ud83d\\u0041\"]", "/0", "surrogate" },
  { "nul", "{\"a\": \"b\\u0000c\"}", "/a", "U+0000" },
  { "nul-in-first-name", "{\"a\\u0000b\": 1}", "", "U+0000" },
  { "two-members", "{\"a\": 1, \"b\": {\"a\": 1}, \"a\": 2}", "/a", "more than one" },
  { "two-members-by-escape", "{\"id\": 1, \"\\u0069d\": 2}", "/id", "more than one" },
  { "many-members",
    "{\"1\":0,\"2\":0,\"3\":0,\"4\":0,\"5\":0,\"6\":0,\"7\":0,\"8\":0,\"9\":0,\"10\":0,\"11\":0,\"12\":0,\"13\":0,"
    "\"14\":0,\"15\":0,\"16\":0,\"17\":0,\"18\":0,\"7\":0}", "/7", "more than one" },
};

static GBytes *
scan (const Case *test,
      GPtrArray  *faults)
{
  /* without the NUL, so that reading over the end is noticed */
  g_autoptr (GBytes) bytes = g_bytes_new (test->text, strlen (test->text));

  return dramatis_json_scan (bytes, NULL, 0, faults);
}

static void
assert_fault (GPtrArray  *faults,
              const Case *test)
{
  const DramatisFault *fault;

  g_assert_cmpuint (faults->len, ==, 1);
  fault = g_ptr_array_index (faults, 0);
  g_assert_cmpstr (fault->path, ==, test->path);
  g_assert_nonnull (strstr (fault->reason, test->reason));
}

static void
test_not_json (gconstpointer data)
{
  g_autoptr (GPtrArray) faults = dramatis_faults_new ();
  g_autoptr (GBytes) json = scan (data, faults);

  g_assert_null (json);
  assert_fault (faults, data);
}

static void
test_value (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GPtrArray) faults = dramatis_faults_new ();
  g_autoptr (GBytes) json = scan (test, faults);

  g_assert_nonnull (json);
  if (test->path == NULL)
    g_assert_cmpuint (faults->len, ==, 0);
  else
    assert_fault (faults, test);
}

static void
test_nul_byte (void)
{
  g_autoptr (GPtrArray) faults = dramatis_faults_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{\n\0}", 4);

  g_assert_null (dramatis_json_scan (bytes, NULL, 0, faults));
  assert_fault (faults, &(Case) { .path = "2:1", .reason = "NUL" });
}

static void
test_depth (void)
{
  static const struct
  {
    guint       depth;
    const char *path;
  } cases[] = {
    { DRAMATIS_JSON_DEPTH_MAX, NULL },
    { DRAMATIS_JSON_DEPTH_MAX + 1, "1:201" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) faults = dramatis_faults_new ();
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GBytes) json = NULL;

      for (guint j = 0; j < cases[i].depth; j++)
        g_string_append_c (text, '[');
      for (guint j = 0; j < cases[i].depth; j++)
        g_string_append_c (text, ']');

      bytes = g_string_free_to_bytes (g_steal_pointer (&text));
      json = dramatis_json_scan (bytes, NULL, 0, faults);
      if (cases[i].path == NULL)
        g_assert_nonnull (json);
      else
        assert_fault (faults, &(Case) { .path = cases[i].path, .reason = "nested" });
    }
}

/* Where the elements of "list" stand, each between slashes. */
static void
test_lists (void)
{
  static const struct
  {
    const char *text;
    const char *elements;   /* NULL: none are told */
  } cases[] = {
    { "{\"list\": [{\"list\": [1]} , [2, [3]],\"]\", -4.5e1 ,null ], \"b\": [5]}",
      "/{\"list\": [1]}/[2, [3]]/\"]\"/-4.5e1/null/" },
    { "{\"b\": [[1]], \"list\":[{}]}", "/{}/" },
    { "{\"l\\u0069st\": [7]}", "/7/" },
    { "{\"list\": [1], \"list\": [2]}", "/2/" },
    { "{\"list\": []}", NULL },
    { "{\"list\": {\"list\": [1]}}", NULL },
    { "{\"b\": {\"list\": [1]}, \"list\": 2}", NULL },
    { "[[\"list\"], {\"list\": [1]}]", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) faults = dramatis_faults_new ();
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      DramatisJsonList lists[] = { { "other", NULL }, { "list", NULL } };
      g_autoptr (GBytes) json = dramatis_json_scan (bytes, lists, G_N_ELEMENTS (lists), faults);
      g_autoptr (GArray) elements = lists[1].elements;
      g_autoptr (GString) found = g_string_new ("/");

      g_assert_nonnull (json);
      g_assert_null (lists[0].elements);
      for (guint j = 0; elements != NULL && j < elements->len; j++)
        {
          const DramatisJsonSlice *element = &g_array_index (elements, DramatisJsonSlice, j);

          g_string_append_len (found, cases[i].text + element->start, element->length);
          g_string_append_c (found, '/');
        }
      g_assert_cmpstr (elements != NULL ? found->str : NULL, ==, cases[i].elements);
    }
}

/* Whatever is cut off or changed in a text, the scan does not run over its end. */
static void
test_mutations (void)
{
  static const char text[] =
    "{\"a\\u00e9\": [1, -2.5e+10, \"\\ud83d\\ude00\\n\", true, null, {\"b\": {}}], \"ü\": \"\\\"\"}";
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GPtrArray) faults = dramatis_faults_new ();
      gsize length = g_rand_int_range (rand, 0, sizeof text);
      char *copy = g_memdup2 (text, length);
      DramatisJsonList list = { "a\u00e9", NULL };
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GBytes) json = NULL;

      if (length > 0 && i % 2 == 0)
        copy[g_rand_int_range (rand, 0, length)] = "{}[]\",:\\u0d8-\xc3"[g_rand_int_range (rand, 0, 15)];

      bytes = g_bytes_new_take (copy, length);
      json = dramatis_json_scan (bytes, &list, 1, faults);
      g_assert_true (json != NULL || faults->len == 1);
      g_clear_pointer (&list.elements, g_array_unref);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (not_json); i++)
    {
      g_autofree char *path = g_strdup_printf ("/json-scan/not-json/%s", not_json[i].name);

      g_test_add_data_func (path, &not_json[i], test_not_json);
    }

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *path = g_strdup_printf ("/json-scan/value/%s", values[i].name);

      g_test_add_data_func (path, &values[i], test_value);
    }

  g_test_add_func ("/json-scan/nul-byte", test_nul_byte);
  g_test_add_func ("/json-scan/depth", test_depth);
  g_test_add_func ("/json-scan/lists", test_lists);
  g_test_add_func ("/json-scan/mutations", test_mutations);

  return g_test_run ();
}
