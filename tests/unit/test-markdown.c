/* test-markdown.c: a note's Markdown as a label shows it
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-markdown.h"

#define GAP "\n<span size=\"50%\">\n</span>"

static const struct
{
  const char *name;
  const char *text;
  const char *markup;
} cases[] = {
  { "empty", "", "" },
  { "plain", "one\ntwo", "one two" },
  { "paragraphs", "one\n\ntwo\n", "one" GAP "two" },
  { "hard-break", "one\\\ntwo", "one\ntwo" },
  { "emphasis", "**a** *b* `c` ~~d~~", "<b>a</b> <i>b</i> <tt>c</tt> <s>d</s>" },
  { "heading", "# A\nb\n### C", "<big><b>A</b></big>" GAP "b" GAP "<b>C</b>" },
  { "list", "a:\n\n- b\n- c\n\nd", "a:" GAP "• b\n• c" GAP "d" },
  { "loose-list", "- b\n\n- c", "• b\n• c" },
  { "numbers", "3. b\n4. c", "3. b\n4. c" },
  { "nested-list", "- b\n  1. c\n- d", "• b\n    1. c\n• d" },
  { "tasks", "- [ ] a\n- [x] b", "☐ a\n☑ b" },
  { "quotation", "> a\n>\n> b\n\nc", "<i>a" GAP "b</i>" GAP "c" },
  { "list-in-quotation", "> - a\n> - b", "<i>• a\n• b</i>" },
  { "quotation-in-list", "- > a\n- b", "• <i>a</i>\n• b" },
  { "code-block", "```\na  <b>\nc\n```\nd", "<tt>a  &lt;b&gt;\nc</tt>" GAP "d" },
  { "rule", "a\n\n---\n\nb", "a" GAP "⁂" GAP "b" },
  { "link", "[a](https://example.org/?b=1&c=\"2\")", "<a href=\"https://example.org/?b=1&amp;c=&quot;2&quot;\">a</a>" },
  { "address", "see https://example.org now", "see <a href=\"https://example.org\">https://example.org</a> now" },
  { "mail", "<mailto:a@example.org>", "<a href=\"mailto:a@example.org\">mailto:a@example.org</a>" },
  { "link-to-a-file", "[a](file:///etc/passwd) b", "a b" },
  { "link-to-a-script", "[a](javascript:alert(1))", "a" },
  { "picture", "![a](https://example.org/a.png)", "a" },
  { "html", "<b onclick=\"c\">a</b>", "&lt;b onclick=&quot;c&quot;&gt;a&lt;/b&gt;" },
  { "html-block", "<script>\na\n</script>", "&lt;script&gt; a &lt;/script&gt;" },
  { "entities", "&amp; &lt; &#65; &#x42; &#0; &unknown;", "&amp; &lt; A B \357\277\275 &amp;unknown;" },
  { "unclosed", "**a *b `c [d](", "**a *b `c [d](" },
  { "ampersand", "R&D <> \"x\"", "R&amp;D &lt;&gt; &quot;x&quot;" },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *markup = dramatis_markdown_to_markup (cases[i].text);

  g_assert_cmpstr (markup, ==, cases[i].markup);
}

static const char *seeds[] = {
  "**a", "*", "`b", "> ", "- ", "\n", "\n\n", "[c](http://d", ")", "# ", "</b>", "&lt;", "~~", "    ", "1. ", "\357\277\275", "![", "](", "```\n",
};

/* Whatever is written, the label gets markup that it can read. */
static void
test_well_formed (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  const GMarkupParser parser = { NULL };

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) document = g_string_new ("<markup>");
      g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *markup = NULL;

      for (guint j = g_rand_int_range (random, 0, 20); j > 0; j--)
        g_string_append (text, seeds[g_rand_int_range (random, 0, G_N_ELEMENTS (seeds))]);
      markup = dramatis_markdown_to_markup (text->str);
      g_string_append_printf (document, "%s</markup>", markup);
      g_markup_parse_context_parse (context, document->str, document->len, &error);
      g_assert_no_error (error);
      g_markup_parse_context_end_parse (context, &error);
      g_assert_no_error (error);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/markdown/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/markdown/well-formed", test_well_formed);

  return g_test_run ();
}
