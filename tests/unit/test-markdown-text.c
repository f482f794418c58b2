/* test-markdown-text.c: text and notes that are safe inside of Markdown
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-markdown-text.h"

#include <md4c.h>
#include <string.h>

/* What a reader of the Markdown sees: its text, with "{NAME}" where anything but plain paragraphs begins. */
static int
enter_block_cb (MD_BLOCKTYPE type,
                void        *detail,
                void        *data)
{
  static const char * const names[] = {
    [MD_BLOCK_DOC] = "", [MD_BLOCK_P] = "", [MD_BLOCK_QUOTE] = "{quote}", [MD_BLOCK_UL] = "{list}",
    [MD_BLOCK_OL] = "{list}", [MD_BLOCK_LI] = "{item}", [MD_BLOCK_HR] = "{rule}", [MD_BLOCK_H] = "{heading}",
    [MD_BLOCK_CODE] = "{code}", [MD_BLOCK_HTML] = "{html}", [MD_BLOCK_TABLE] = "{table}",
  };

  if ((guint) type < G_N_ELEMENTS (names) && names[type] != NULL)
    g_string_append (data, names[type]);

  return 0;
}

static int
enter_span_cb (MD_SPANTYPE type,
               void       *detail,
               void       *data)
{
  g_string_append (data, "{span}");
  return 0;
}

static int
leave_block_cb (MD_BLOCKTYPE type,
                void        *detail,
                void        *data)
{
  return 0;
}

static int
leave_span_cb (MD_SPANTYPE type,
               void       *detail,
               void       *data)
{
  return 0;
}

static int
text_cb (MD_TEXTTYPE    type,
         const MD_CHAR *text,
         MD_SIZE        size,
         void          *data)
{
  if (type == MD_TEXT_HTML)
    g_string_append (data, "{html}");
  else if (type == MD_TEXT_ENTITY)
    g_string_append (data, "{entity}");
  else if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
    g_string_append_c (data, '\n');
  if (type == MD_TEXT_NORMAL || type == MD_TEXT_CODE || type == MD_TEXT_HTML || type == MD_TEXT_ENTITY)
    g_string_append_len (data, text, size);

  return 0;
}

static char *
read_markdown (const char *markdown)
{
  GString *text = g_string_new (NULL);
  const MD_PARSER parser = {
    .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_LATEXMATHSPANS
             | MD_FLAG_WIKILINKS | MD_FLAG_UNDERLINE | MD_FLAG_PERMISSIVEAUTOLINKS,
    .enter_block = enter_block_cb,
    .leave_block = leave_block_cb,
    .enter_span = enter_span_cb,
    .leave_span = leave_span_cb,
    .text = text_cb,
  };

  g_assert_cmpint (md_parse (markdown, strlen (markdown), &parser, text), ==, 0);

  return g_string_free (text, FALSE);
}

/* Text that looks like something, and must not be. */
static const char * const nasty[] = {
  "# no heading", "#no heading #", "- no item", "+ no item", "* no item", "1. no item", "12) no item",
  "a. no item", "(iv) no item", "i) no item", "> no quote", "no heading\n===", "no heading\n---", "---", "***", "===",
  "=", "-", "+", "1.", "| a | b |\n|---|---|\n| c | d |", "```", "~~~ no code", "`no code`", "*no emphasis*", "_no_ __no__",
  "[no](link)", "![no](picture)", "[[no link]]", "<b>no tag</b>", "<script>alert (1)</script>",
  "<!-- no comment", "<https://no.link/>", "&amp; &#35; no entity", "\\*no escape\\*", "trailing \\", "$no math$ $$no$$",
  "~~no strike~~", "==no highlight==", "^no superscript^", "[^1]: no footnote", "[no]: /reference", "no -- dash --- no",
  ": no definition", "{#no .attribute}", "@no-citation", "%no title", "a*b*c_d_e", "2 < 3 > 1 & 4", "C:\\path\\file",
  "“quotes” ‘of’ «kinds»", "日本 *は* 中国", "قال *الرئيس*", "e\u0301*e\u0301", "🗾 *🇯🇵*", "snake_case_name", "5 * 3 * 2",
  "wow!", "wow![x]", "line one\nline two\n- line three", "TODO:\n1. x\n2. y", "[ ] no task", "- [x] no task", "https://no.link/a", "www.no-link.org", "no@link.org",
};

static void
test_append_text (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (nasty); i++)
    {
      g_autoptr (GString) plain = g_string_new (NULL);
      g_autoptr (GString) quote = g_string_new ("> ");
      g_autofree char *plain_read = NULL, *quote_read = NULL, *expected = NULL;

      dramatis_markdown_append_text (plain, nasty[i], "");
      plain_read = read_markdown (plain->str);
      g_assert_cmpstr (plain_read, ==, nasty[i]);

      dramatis_markdown_append_text (quote, nasty[i], "> ");
      quote_read = read_markdown (quote->str);
      expected = g_strconcat ("{quote}", nasty[i], NULL);
      g_assert_cmpstr (quote_read, ==, expected);
    }
}

static void
test_append_text_blanks (void)
{
  static const struct
  {
    const char *text;
    const char *inline_read;
    const char *lines_read;
  } cases[] = {
    { "", "", "" },
    { "\n\n", "", "" },
    { "    four blanks", "four blanks", "four blanks" },
    { "\ttab", "tab", "tab" },
    { "two\n\nparagraphs", "two paragraphs", "two\nparagraphs" },
    { "a\r\nb\rc", "a b c", "a\nb\nc" },
    { "ends in blanks  \nnext", "ends in blanks next", "ends in blanks\nnext" },
    { "in\tside", "in side", "in side" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) one = g_string_new ("x ");
      g_autoptr (GString) many = g_string_new (NULL);
      g_autofree char *one_read = NULL, *many_read = NULL;

      dramatis_markdown_append_text (one, cases[i].text, NULL);
      one_read = read_markdown (one->str);
      g_assert_cmpstr (g_strchug (one_read + 1), ==, cases[i].inline_read);
      g_assert_null (strchr (one->str, '\n'));

      dramatis_markdown_append_text (many, cases[i].text, "");
      many_read = read_markdown (many->str);
      g_assert_cmpstr (many_read, ==, cases[i].lines_read);
    }
}

static void
test_clean (void)
{
  static const struct
  {
    const char *markdown;
    const char *clean;   /* NULL: as it is */
    gboolean    address; /* it begins with a bare address that md4c 0.5 takes for text */
  } cases[] = {
    { "", NULL },
    { "plain", NULL },
    { "# heading\n\n- *item* `code`\n- [link](https://example.org/?a=1&amp;b=2 \"title\")", NULL },
    { "| a | b |\n|---|---|\n| c | d |", NULL },
    { "```c\nif (a < b) x;\n<b>\n---\n```", NULL },
    { "    <b>indented code</b>", NULL },
    { "`<b>`", NULL },
    { "2 < 3", NULL },
    { "2 * 3, snake_case, \"quoted\" -- dashed", NULL },
    /* what only pandoc or Obsidian would take for something */
    { "$a$ and x^2^ and H~2~O", "\\$a\\$ and x\\^2\\^ and H~2~O" },
    { "@smith, `code`{.x} and C:\\new\\file", "\\@smith, `code`\\{.x} and C:\\\\new\\\\file" },
    { "a ==b==", "a \\==b\\==" },
    { "term\n: text", "term\n\\: text" },
    { "a. text\n\n(iv) text\n\n| text", "a\\. text\n\n(iv\\) text\n\n\\| text" },
    { "as \\$ and \\* were", NULL },
    { "**bold** and a*b", "**bold** and a\\*b" },
    { "https://example.org/~a@b/$c and <https://example.org/~a>", NULL },
    { "Points:\n- one\n- two", "Points:\n\n- one\n- two" },
    { "Points:\n# one\ntext\n> two", "Points:\n\n# one\ntext\n\n> two" },
    { "- one\n  - two\n- three\n  text", NULL },
    { "hard  \nbreak\\\nhere", NULL },
    { "<https://example.org/>", NULL },
    { "[reader](zotero://select/items/1)", NULL },
    { "[near](notes.md)", NULL },
    { "[]()", NULL },
    { "a\r\nb\r\n", "a\nb" },
    { "x <b>bold</b>", "x \\<b>bold\\</b>" },
    { "<script>\nalert (1)\n</script>", "\\<script>\nalert (1)\n\\</script>" },
    { "<!-- left open", "\\<\\!-- left open" },
    /* pandoc would take what follows as far as a ] or --> in another note */
    { "see [there", "see \\[there" },
    { "https://a.b/?c[]=1 or <https://a.b/?c[]=1>", "<https://a.b/?c[]=1> or <https://a.b/?c[]=1>", TRUE },
    { "www.a.b/?c[]=1", "www\\.a.b/?c\\[\\]=1", TRUE },
    { "``` c++ and more\nx\n```", "``` c++\nx\n```" },
    { "there] it was [sic]", "there\\] it was \\[sic\\]" },
    { "> <div>\n> in a quote", "> \\<div>\n> in a quote" },
    { "<div>\n<p>\n<b onclick=x>y", "\\<div>\n\\<p>\n\\<b onclick=x>y" },
    { "```\nleft open", "```\nleft open\n```" },
    { "~~~~ x\n~~~\nleft open", "~~~~ x\n~~~\nleft open\n~~~~" },
    { "a\n\n---\n\nb", "a\n\n* * *\n\nb" },
    { "---\ntitle: [\n---", "* * *\ntitle: \\[\n---" },
    { "heading\n---", NULL },
    { "[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))" },
    { "[x](<java\tscript:alert(1)>)", "\\[x\\](\\<java script:alert(1)\\>)" },
    { "[x](JAVASCRIPT&colon;alert(1))", "\\[x\\](JAVASCRIPT\\&colon;alert(1))" },
    { "![x](data:text/html,y)", "\\!\\[x\\](data:text/html,y)" },
    { "[x](file:///etc/passwd)", "\\[x\\](file\\:///etc/passwd)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = dramatis_markdown_clean (cases[i].markdown, NULL);
      g_autofree char *again = dramatis_markdown_clean (clean, NULL);
      g_autofree char *read = read_markdown (clean);
      g_autofree char *original_read = read_markdown (cases[i].markdown);

      if (!cases[i].address || g_str_has_prefix (original_read, "{span}"))
        g_assert_cmpstr (clean, ==, cases[i].clean != NULL ? cases[i].clean : cases[i].markdown);
      g_assert_cmpstr (again, ==, clean);
      g_assert_null (strstr (read, "{html}"));
    }
}

/* Links lead to what the document has; all others stay as they are. */
static void
test_clean_links (void)
{
  static const struct
  {
    const char *markdown;
    const char *clean;
  } cases[] = {
    { "see [that](dramatis:n1) and [this](dramatis:n%202 \"title\")", "see [that](#note-1) and [this](#note-2 \"title\")" },
    { "[gone](dramatis:n9)", "[gone](dramatis:n9)" },
    { "`[code](dramatis:n1)`", "`[code](dramatis:n1)`" },
    { "[a] and [a]\n\n[a]: dramatis:n1", "[a](#note-1) and [a](#note-1)" },
    { "see <dramatis:n%202>, <dramatis:n9>", "see [dramatis:n%202](#note-2), <dramatis:n9>" },
    { "**(<DRAMATIS:n1>)**", "**([DRAMATIS:n1](#note-1))**" },
    { "[web](https://example.org)", "[web](https://example.org)" },
    { "[$x$](dramatis:n1)", "[\\$x\\$](#note-1)" },
  };
  g_autoptr (GHashTable) anchors = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (anchors, (char *) "n1", (char *) "#note-1");
  g_hash_table_insert (anchors, (char *) "n 2", (char *) "#note-2");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = dramatis_markdown_clean (cases[i].markdown, anchors);

      g_assert_cmpstr (clean, ==, cases[i].clean);
    }
}

/* What a link refers to is written into it, so that notes in one document can say it of the same words. */
static void
test_references (void)
{
  static const struct
  {
    const char *markdown;
    const char *resolved;
  } cases[] = {
    { "plain [text] (here)", NULL },
    { "[inline](to) ![inline](to \"title\") [](to) [empty]()", NULL },
    { "<https://a.b/> and https://a.b/[c] and [see https://a.b]", NULL },
    { "`[code][r]`", NULL },
    { "[a][r], [r][], [r] and ![*p*][r]\n\n[r]: https://a.b/r", "[a](https://a.b/r), [r](https://a.b/r), [r](https://a.b/r) and ![*p*](https://a.b/r)" },
    { "[r]: https://a.b/ 'a \"title\"'\n\n**[r]** stands", "**[r](https://a.b/ \"a \\\"title\\\"\")** stands" },
    { "[![p][q]][r]\n\n[q]: q.png\n[r]: <to (this)>", "[![p](q.png)](<to (this)>)" },
    { "[![p](q.png)][r]\n\n[r]: to", "[![p](q.png)](to)" },
    { "[^1]\n\n[^1]: there", "[^1](there)" },
    { "> [r]\n>\n> [r]: to", "> [r](to)\n>\n>" },
    { "[r] (words)\n\n[r]: to", "[r](to) (words)" },
    { "[unused]: to\n\ntext", "text" },
    { "```\n[r]: to\n```", NULL },
    { "text\n[r]: to", NULL },
    { "[a\\]b]\n\n[a\\]b]: to", "[a\\]b](to)" },
    { "[r]\n\n[r]: a&amp;b\\*c", "[r](<a&amp;b*c>)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *resolved = dramatis_markdown_resolve_references (cases[i].markdown);

      g_assert_cmpstr (resolved, ==, cases[i].resolved != NULL ? cases[i].resolved : cases[i].markdown);
    }
}

/* Whatever a note holds, no raw HTML is left and what follows it is read as it would be without it. */
static void
test_clean_random (void)
{
  static const char * const pieces[] = {
    "<", ">", "<b>", "</b>", "<!--", "-->", "<script>", "<?", "<![CDATA[", "]]>", "\n", "\n\n", "`", "```", "~~~", "> ",
    "- ", "1. ", "---", "===", "|", "[", "](", ")", "x", " ", "\\", "&lt;", "*", "_", "<div", "=\"", "\"", "<a href='",
    "$", "^", "~", "@", "{", ":", "#", "a. ", "==",
  };
  guint random = 7;

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) markdown = g_string_new (NULL);
      g_autofree char *clean = NULL, *read = NULL;

      for (guint j = 0; j < i % 24; j++)
        {
          random = random * 1103515245 + 12345;
          g_string_append (markdown, pieces[(random >> 16) % G_N_ELEMENTS (pieces)]);
        }

      clean = dramatis_markdown_clean (markdown->str, NULL);
      g_string_printf (markdown, "%s\n\n## End", clean);
      read = read_markdown (markdown->str);

      if (strstr (read, "{html}") != NULL || !g_str_has_suffix (read, "{heading}End"))
        g_error ("“%s” became “%s”", clean, read);
    }
}

static void
test_uri (void)
{
  static const struct
  {
    const char *uri;
    gboolean    is_web;
  } cases[] = {
    { "https://example.org/a?b=c&d=%20#e", TRUE },
    { "HTTP://example.org", TRUE },
    { "https://example.org/(a)", TRUE },
    { "", FALSE },
    { "https://", FALSE },
    { "example.org", FALSE },
    { "ftp://example.org", FALSE },
    { "javascript:alert(1)", FALSE },
    { "https://example.org/a b", FALSE },
    { "https://example.org/<b>", FALSE },
    { "https://example.org/\"", FALSE },
    { "https://example.org/é", FALSE },
    { "https://example.org/%zz", FALSE },
    { "https://example.org/\n", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      g_assert_cmpint (dramatis_uri_is_web (cases[i].uri), ==, cases[i].is_web);
    }
}

static void
test_link (void)
{
  static const struct
  {
    const char *uri;
    const char *link;
  } cases[] = {
    { "https://example.org/?a=%20&b=c#d", "https://example.org/?a=%20&b=c#d" },
    { "https://example.org/[1]/é?q=\"<b>", "https://example.org/%5B1%5D/%C3%A9?q=%22%3Cb%3E" },
    { "javascript:alert(1)", NULL },
    { "archive, box 7", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *link = dramatis_uri_dup_link (cases[i].uri);

      g_assert_cmpstr (link, ==, cases[i].link);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/markdown-text/append-text", test_append_text);
  g_test_add_func ("/markdown-text/append-text/blanks", test_append_text_blanks);
  g_test_add_func ("/markdown-text/clean", test_clean);
  g_test_add_func ("/markdown-text/clean/links", test_clean_links);
  g_test_add_func ("/markdown-text/clean/random", test_clean_random);
  g_test_add_func ("/markdown-text/references", test_references);
  g_test_add_func ("/markdown-text/uri", test_uri);
  g_test_add_func ("/markdown-text/uri/link", test_link);

  return g_test_run ();
}
