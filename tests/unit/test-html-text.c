/* test-html-text.c: text and notes that are safe inside of HTML
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-html-text.h"

#include <string.h>

static void
test_text (void)
{
  static const struct
  {
    const char *text;
    const char *html;
  } cases[] = {
    { "", "" },
    { "<b>&\"'", "&lt;b&gt;&amp;&quot;&#39;" },
    { "日本 🗾 e\u0301", "日本 🗾 e\u0301" },
    { "a\001b\177c\302\205d\uFDD0e\uFFFEf", "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf" },
    { "a\tb", "a\tb" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) html = g_string_new (NULL);

      dramatis_html_append_text (html, cases[i].text);
      g_assert_cmpstr (html->str, ==, cases[i].html);
    }
}

static void
test_lines (void)
{
  g_autoptr (GString) html = g_string_new (NULL);

  dramatis_html_append_lines (html, "a <\r\nb\n\nc");
  g_assert_cmpstr (html->str, ==, "a &lt;<br>\nb<br>\n<br>\nc");
}

static void
test_markdown (void)
{
  static const struct
  {
    const char *markdown;
    const char *html;
  } cases[] = {
    { "", "" },
    { "*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>\n" },
    { "# a\n\n###### b", "<h3>a</h3>\n<h6>b</h6>\n" },
    { "a\n***\nb", "<p>a</p>\n<hr>\n<p>b</p>\n" },
    { "<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n" },
    { "<!-- a", "<p>&lt;!-- a</p>\n" },
    { "[a](https://example.org/?b=1&c=2 \"d>e\")", "<p><a href=\"https://example.org/?b=1&amp;c=2\">a</a></p>\n" },
    { "[a](mailto:b@example.org)", "<p><a href=\"mailto:b@example.org\">a</a></p>\n" },
    { "[a](javascript:alert(1))", "<p><a>a</a></p>\n" },
    { "[a](JavaScript&colon;alert(1))", "<p><a>a</a></p>\n" },
    { "[a](data:text/html,b)", "<p><a>a</a></p>\n" },
    { "[a](//example.org)", "<p><a>a</a></p>\n" },
    { "![a *b*](https://example.org/p.png \"t\")", "<p><em>a b</em></p>\n" },
    { "![\"onerror=x](p)", "<p><em>&quot;onerror=x</em></p>\n" },
    { "```\"><b>\n<i>\n```", "<pre><code class=\"language-&quot;&gt;&lt;b&gt;\">&lt;i&gt;\n</code></pre>\n" },
    { "- [x] a\n- [ ] b",
      "<ul>\n<li class=\"task-list-item\">☑ a</li>\n<li class=\"task-list-item\">☐ b</li>\n</ul>\n" },
    { "|a|\n|:-:|\n|b|", "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n"
                         "</tbody>\n</table>\n" },
    { "&lt;b&gt; &nbsp;&#0;", "<p>&lt;b&gt; \u00A0\uFFFD</p>\n" },
    { "a\001", "<p>a\uFFFD</p>\n" },
    { "[a](dramatis:n1) [b](dramatis:n2)", "<p><a href=\"#note-1\">a</a> <a>b</a></p>\n" },
  };
  g_autoptr (GHashTable) anchors = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (anchors, (char *) "n1", (char *) "#note-1");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) html = g_string_new (NULL);

      dramatis_html_append_markdown (html, cases[i].markdown, 3, anchors);
      g_assert_cmpstr (html->str, ==, cases[i].html);
    }
}

/* No text makes a tag with anything but the few attributes that are known to be safe. */
static void
test_markdown_random (void)
{
  static const char * const pieces[] = {
    "<", ">", "\"", "'", "<script>", "onclick=", "[", "](", ")", "![", "javascript:", "https://x.org/", "\n", "\n\n", "```", "`",
    "- [x] ", "|", "|-|", "&quot;", "&lt;", "\\", "# ", "> ", "    ", "x", " ", "*", "<b", "href=\"", "alt=\"",
  };
  g_autoptr (GRegex) safe = g_regex_new ("<(?:/?[a-z][a-z0-9]*"
                                         "|a href=\"(?:https?://|mailto:)[^\"<>]*\""
                                         "|code class=\"language-[^\"<>]*\""
                                         "|ol start=\"[0-9]+\""
                                         "|li class=\"task-list-item\")>",
                                         0, 0, NULL);
  guint random = 11;

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) markdown = g_string_new (NULL);
      g_autoptr (GString) html = g_string_new (NULL);
      g_autofree char *rest = NULL;

      for (guint j = 0; j < i % 24; j++)
        {
          random = random * 1103515245 + 12345;
          g_string_append (markdown, pieces[(random >> 16) % G_N_ELEMENTS (pieces)]);
        }

      dramatis_html_append_markdown (html, markdown->str, 3, NULL);
      rest = g_regex_replace_literal (safe, html->str, -1, 0, "", 0, NULL);
      if (strpbrk (rest, "<>") != NULL || strstr (html->str, "<script") != NULL)
        g_error ("%s\nbecame\n%s", markdown->str, html->str);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html-text/text", test_text);
  g_test_add_func ("/html-text/lines", test_lines);
  g_test_add_func ("/html-text/markdown", test_markdown);
  g_test_add_func ("/html-text/markdown/random", test_markdown_random);

  return g_test_run ();
}
