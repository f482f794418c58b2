/* dramatis-markdown-text.c: text that is safe inside of Markdown
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-markdown-text.h"

#include <string.h>

/* What means something to CommonMark, GitHub, Obsidian or pandoc anywhere in a line. */
#define SPECIAL "\\`*_{}[]<>#|&~$^@"

/**
 * dramatis_markdown_measure_enumerator:
 * @text: the beginning of a line
 *
 * Finds an enumerator as "1.", "iv)" or "(a)". Its last character is what makes it one.
 *
 * Returns: the number of its bytes, or 0
 */
gsize
dramatis_markdown_measure_enumerator (const char *text)
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

      enumerator = dramatis_markdown_measure_enumerator (line);
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
