/* dramatis-markdown-text.c: text that is safe inside of Markdown
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-markdown-text.h"

#include <md4c.h>
#include <string.h>

/* What means something to CommonMark, GitHub, Obsidian or pandoc anywhere in a line. */
#define SPECIAL "\\`*_{}[]<>#|&~$^@"

/* Raw HTML can hide in what was raw HTML before: one escape may bring up the next. */
#define MAX_PASSES 100

/* The number of bytes of an enumerator as "1.", "iv)" or "(a)" at @text, or 0. Its last character is what
 * makes it one. */
static gsize
measure_enumerator (const char *text)
{
  const char *p = text + (*text == '(');
  gsize digits = strspn (p, "0123456789");
  gsize numerals = strspn (p, "ivxlcdmIVXLCDM");
  gsize letters = digits > 0 ? digits : numerals > 0 ? numerals : g_ascii_isalpha (*p) ? 1 : 0;

  p += letters;
  if (letters == 0 || (*p != '.' && *p != ')') || (p[1] != '\0' && strchr (" \t\r\n", p[1]) == NULL))
    return 0;

  return p - text + 1;
}

/* Whether a bare address begins with the character at @p, which GitHub and others make a link of. */
static gboolean
is_address_mark (const char *line,
                 const char *p)
{
  return g_str_has_prefix (p, "://") || (*p == '.' && p - line >= 3 && memcmp (p - 3, "www", 3) == 0);
}

static void
append_line (GString    *markdown,
             const char *line,
             gsize       length,
             gboolean    at_start)
{
  const char *end = line + length;
  gsize enumerator;

  if (at_start)
    {
      /* Indented text would be code. */
      while (line < end && (*line == ' ' || *line == '\t'))
        line++;

      enumerator = measure_enumerator (line);
      if (enumerator > 0)
        {
          g_string_append_len (markdown, line, enumerator - 1);
          g_string_append_c (markdown, '\\');
          g_string_append_c (markdown, line[enumerator - 1]);
          line += enumerator;
        }
      else if (line < end && strchr ("-+=:%", *line) != NULL)
        {
          g_string_append_c (markdown, '\\');
          g_string_append_c (markdown, *line++);
        }
    }

  while (end > line && (end[-1] == ' ' || end[-1] == '\t'))
    end--;

  for (const char *p = line; p < end; p++)
    {
      /* "--" would become a dash, "==" a highlight, "![" a picture. */
      gboolean doubled = strchr ("-=!", *p) != NULL && (p[1] == *p || p[1] == '[');

      if (strchr (SPECIAL, *p) != NULL || doubled || is_address_mark (line, p))
        g_string_append_c (markdown, '\\');
      g_string_append_c (markdown, *p == '\t' ? ' ' : *p);
    }
}

/**
 * dramatis_markdown_append_text:
 * @markdown: where to append
 * @text: any text
 * @line_prefix: (nullable): what each new line begins with, as `"> "`; %NULL to put all into one line
 *
 * Appends text so that it is read as it is, whatever it looks like.
 *
 * With a prefix, @markdown has to stand at the beginning of a line, after its prefix; the ends of lines stay.
 */
void
dramatis_markdown_append_text (GString    *markdown,
                               const char *text,
                               const char *line_prefix)
{
  gboolean first = TRUE;

  while (*text != '\0')
    {
      gsize length = strcspn (text, "\r\n");
      gboolean blank = strspn (text, " \t") >= length;

      if (!blank)
        {
          if (!first)
            {
              if (line_prefix != NULL)
                g_string_append_printf (markdown, "\\\n%s", line_prefix);
              else
                g_string_append_c (markdown, ' ');
            }
          append_line (markdown, text, length, line_prefix != NULL);
          first = FALSE;
        }

      text += length;
      text += strspn (text, "\r\n");
    }
}

/* What the parser found that a note may not do to the rest of the document. */
typedef struct
{
  const char   *text;
  gsize         length;
  GArray       *html;       /* gsize: offsets of "<" that begin raw HTML */
  gboolean      harmful;    /* there is a link or picture that would do harm */
  MD_BLOCKTYPE  last_block;
} Inspection;

static int
enter_block_cb (MD_BLOCKTYPE type,
                void        *detail,
                void        *data)
{
  Inspection *inspection = data;

  inspection->last_block = type;

  return 0;
}

static int
leave_block_cb (MD_BLOCKTYPE type,
                void        *detail,
                void        *data)
{
  return 0;
}

/* Whether nothing runs and no file of this computer is read when a link is followed. */
static gboolean
is_harmless (const MD_ATTRIBUTE *uri)
{
  static const char * const harmful[] = { "javascript", "vbscript", "data", "file", NULL };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *scheme = NULL;

  /* Browsers skip blanks and controls there. */
  for (guint i = 0; i < uri->size; i++)
    if ((guchar) uri->text[i] > ' ')
      g_string_append_c (text, g_ascii_tolower (uri->text[i]));

  /* A character reference may hide the scheme. */
  for (guint i = 0; uri->size > 0 && uri->substr_offsets[i] < uri->size; i++)
    if (uri->substr_types[i] != MD_TEXT_NORMAL)
      return dramatis_uri_is_web (text->str);

  scheme = g_strndup (text->str, strcspn (text->str, ":/?#"));

  return text->str[strlen (scheme)] != ':' || !g_strv_contains (harmful, scheme);
}

static int
enter_span_cb (MD_SPANTYPE type,
               void       *detail,
               void       *data)
{
  Inspection *inspection = data;

  if ((type == MD_SPAN_A && !is_harmless (&((MD_SPAN_A_DETAIL *) detail)->href))
      || (type == MD_SPAN_IMG && !is_harmless (&((MD_SPAN_IMG_DETAIL *) detail)->src)))
    inspection->harmful = TRUE;

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
  Inspection *inspection = data;

  /* The parser hands out pieces of its input; a line end that it adds is a string of its own. */
  if (type == MD_TEXT_HTML && text >= inspection->text && text < inspection->text + inspection->length)
    for (MD_SIZE i = 0; i < size; i++)
      if (text[i] == '<')
        g_array_append_vals (inspection->html, &(gsize) { text + i - inspection->text }, 1);

  return 0;
}

static void
inspect (Inspection *self,
         const char *markdown)
{
  const MD_PARSER parser = {
    .flags = MD_DIALECT_GITHUB,
    .enter_block = enter_block_cb,
    .leave_block = leave_block_cb,
    .enter_span = enter_span_cb,
    .leave_span = leave_span_cb,
    .text = text_cb,
  };

  self->text = markdown;
  self->length = strlen (markdown);
  g_array_set_size (self->html, 0);
  self->harmful = FALSE;
  md_parse (markdown, self->length, &parser, self);
}

/* Puts a backslash before each "<" that would begin raw HTML. Takes @markdown. */
static char *
escape_html (char *markdown)
{
  Inspection inspection = { .html = g_array_new (FALSE, FALSE, sizeof (gsize)) };

  for (guint pass = 0; pass < MAX_PASSES; pass++)
    {
      GString *escaped;
      gsize done = 0;

      inspect (&inspection, markdown);
      if (inspection.html->len == 0)
        break;

      escaped = g_string_sized_new (inspection.length + inspection.html->len);
      for (guint i = 0; i < inspection.html->len; i++)
        {
          gsize offset = g_array_index (inspection.html, gsize, i);

          g_string_append_len (escaped, markdown + done, offset - done);
          g_string_append_c (escaped, '\\');
          done = offset;
        }
      g_string_append (escaped, markdown + done);
      g_free (markdown);
      markdown = g_string_free (escaped, FALSE);
    }

  g_array_unref (inspection.html);

  return markdown;
}

/* Whether a heading after @markdown is one, and nothing in it is raw HTML or does harm. */
static gboolean
is_clean (const char *markdown)
{
  g_autofree char *followed = g_strconcat (markdown, "\n\n# x", NULL);
  Inspection inspection = { .html = g_array_new (FALSE, FALSE, sizeof (gsize)) };
  gboolean clean;

  inspect (&inspection, followed);
  clean = inspection.html->len == 0 && !inspection.harmful && inspection.last_block == MD_BLOCK_H;
  g_array_unref (inspection.html);

  return clean;
}

/* If @line opens or closes fenced code: the number of its characters, otherwise 0. */
static gsize
measure_fence (const char *line,
               gsize       indent)
{
  gsize n;

  if (indent > 3 || (line[indent] != '`' && line[indent] != '~'))
    return 0;

  n = strspn (line + indent, (const char[]) { line[indent], '\0' });
  if (n < 3 || (line[indent] == '`' && strchr (line + indent + n, '`') != NULL))
    return 0;

  return n;
}

/* Ends fenced code that was left open, which would swallow what follows, and turns a rule of hyphens, which
 * pandoc takes for the beginning of metadata, into one of asterisks. */
static char *
close_blocks (const char *markdown)
{
  g_auto (GStrv) lines = g_strsplit (markdown, "\n", -1);
  GString *closed = g_string_sized_new (strlen (markdown) + 8);
  gboolean after_blank = TRUE;
  gsize fence = 0;
  char fence_char = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strchomp (lines[i]);
      gsize indent = strspn (line, " ");
      gsize n = measure_fence (line, indent);

      if (fence == 0 && n > 0)
        {
          fence = n;
          fence_char = line[indent];
        }
      else if (fence > 0 && n >= fence && line[indent] == fence_char && line[indent + n] == '\0')
        {
          fence = 0;
        }
      else if (fence == 0 && after_blank && indent <= 3
               && strspn (line + indent, "-") >= 3 && line[indent + strspn (line + indent, "-")] == '\0')
        {
          line = "* * *";
        }

      after_blank = *line == '\0';
      g_string_append (closed, line);
      g_string_append_c (closed, '\n');
    }

  if (fence > 0)
    {
      for (gsize i = 0; i < fence; i++)
        g_string_append_c (closed, fence_char);
      g_string_append_c (closed, '\n');
    }

  return g_string_free (closed, FALSE);
}

/**
 * dramatis_markdown_clean:
 * @markdown: the Markdown of a note
 *
 * Makes a note safe to stand between others in a document.
 *
 * Ordinary Markdown stays as it is. Raw HTML becomes text, and code that was left open is closed. If that does not
 * help, or a link would run a script or read a file, the whole note becomes text.
 *
 * Returns: (transfer full): Markdown without raw HTML, without a line end at its end
 */
char *
dramatis_markdown_clean (const char *markdown)
{
  g_autoptr (GString) text = g_string_new (markdown);
  g_autofree char *escaped = NULL;
  g_autofree char *clean = NULL;

  g_string_replace (text, "\r\n", "\n", 0);
  g_string_replace (text, "\r", "\n", 0);
  /* The parser takes "<!--" for text where nothing follows, but something will. */
  g_string_append (text, "\n\n");

  escaped = g_strchomp (escape_html (g_string_free (g_steal_pointer (&text), FALSE)));
  clean = g_strchomp (close_blocks (escaped));

  if (!is_clean (clean))
    {
      text = g_string_new (NULL);
      dramatis_markdown_append_text (text, markdown, "");
      return g_string_free (g_steal_pointer (&text), FALSE);
    }

  return g_steal_pointer (&clean);
}

/**
 * dramatis_uri_is_web:
 * @uri: any text
 *
 * Tells whether a text is an address that may be written as a link.
 *
 * Returns: whether it is an `http` or `https` URI by RFC 3986
 */
gboolean
dramatis_uri_is_web (const char *uri)
{
  const char *rest;

  if (g_ascii_strncasecmp (uri, "http://", 7) == 0)
    rest = uri + 7;
  else if (g_ascii_strncasecmp (uri, "https://", 8) == 0)
    rest = uri + 8;
  else
    return FALSE;

  return g_ascii_isalnum (*rest)
         && rest[strspn (rest, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                               "-._~:/?#@!$&'()*+,;=%")] == '\0'
         && g_uri_is_valid (uri, G_URI_FLAGS_NONE, NULL);
}

/**
 * dramatis_uri_dup_link:
 * @uri: the source of an article, as a person wrote it
 *
 * Makes an address that may be written as a link, with what it may not hold percent-encoded.
 *
 * Returns: (transfer full) (nullable): an `http` or `https` URI, or %NULL if it is none
 */
char *
dramatis_uri_dup_link (const char *uri)
{
  g_autofree char *link = g_uri_escape_string (uri, "!$&'()*+,;=:/?#@%", FALSE);

  return dramatis_uri_is_web (link) ? g_steal_pointer (&link) : NULL;
}
