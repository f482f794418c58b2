/* dramatis-html-text.c: text and Markdown that are safe inside of HTML
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-html-text.h"

#include <md4c-html.h>
#include <string.h>

#include "dramatis-link.h"
#include "dramatis-markdown-text.h"

/* Raw HTML is shown as it is written. */
#define MARKDOWN_FLAGS (MD_DIALECT_GITHUB | MD_FLAG_NOHTML)

/* Characters that HTML has no place for: controls and noncharacters. */
static gboolean
is_allowed (gunichar c)
{
  return c == '\t' || c == '\n'
         || (c >= 0x20 && c < 0x7f)
         || (c >= 0xa0 && (c & 0xfffe) != 0xfffe && (c < 0xfdd0 || c > 0xfdef));
}

static char *
clean_text (const char *text)
{
  GString *clean = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r')
        c = p[1] == '\n' ? ' ' : '\n';
      g_string_append_unichar (clean, is_allowed (c) ? c : 0xfffd);
    }

  return g_string_free (clean, FALSE);
}

/**
 * dramatis_html_append_text:
 * @html: where to append
 * @text: any text
 *
 * Appends text, in an element or between double quotes in an attribute.
 */
void
dramatis_html_append_text (GString    *html,
                           const char *text)
{
  g_autofree char *clean = clean_text (text);
  const char *p = clean;

  while (*p != '\0')
    {
      gsize length = strcspn (p, "&<>\"'");

      g_string_append_len (html, p, length);
      p += length;

      switch (*p)
        {
        case '&':
          g_string_append (html, "&amp;");
          break;
        case '<':
          g_string_append (html, "&lt;");
          break;
        case '>':
          g_string_append (html, "&gt;");
          break;
        case '"':
          g_string_append (html, "&quot;");
          break;
        case '\'':
          g_string_append (html, "&#39;");
          break;
        default:
          continue;
        }
      p++;
    }
}

/**
 * dramatis_html_append_lines:
 * @html: where to append
 * @text: any text
 *
 * Appends text with the ends of its lines.
 */
void
dramatis_html_append_lines (GString    *html,
                            const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (html, "<br>\n");
      dramatis_html_append_text (html, g_strchomp (lines[i]));
    }
}

/* The value of the attribute @name of @tag, as it is in the source, or NULL. */
static char *
get_attribute (const char *tag,
               gsize       length,
               const char *name)
{
  g_autofree char *start_mark = g_strdup_printf (" %s=\"", name);
  const char *start = g_strstr_len (tag, length, start_mark);
  const char *end;

  if (start == NULL)
    return NULL;

  start += strlen (start_mark);
  end = memchr (start, '"', tag + length - start);

  return end != NULL ? g_strndup (start, end - start) : NULL;
}

static void
append_link (GString    *html,
             const char *href,
             GHashTable *anchors)
{
  g_autoptr (GString) uri = g_string_new (href);
  g_autofree char *id = NULL;
  const char *anchor;

  g_string_replace (uri, "&amp;", "&", 0);
  id = dramatis_link_to_id (uri->str);
  anchor = id != NULL && anchors != NULL ? g_hash_table_lookup (anchors, id) : NULL;

  g_string_append (html, "<a");
  if (anchor != NULL
      || dramatis_uri_is_web (uri->str)
      || (g_str_has_prefix (uri->str, "mailto:") && strpbrk (uri->str, " \"<>[]|\\^`{}") == NULL))
    {
      g_string_append (html, " href=\"");
      dramatis_html_append_text (html, anchor != NULL ? anchor : uri->str);
      g_string_append_c (html, '"');
    }
  g_string_append_c (html, '>');
}

/* Appends one tag of the renderer as it may stand in a document: headings beneath those around them, links to
 * the web and inside of the document only, and of pictures, which would be loaded from somewhere, their words. */
static void
append_tag (GString    *html,
            const char *tag,
            gsize       length,
            guint       heading_level,
            GHashTable *anchors)
{
  gboolean closing = tag[1] == '/';
  const char *name = tag + 1 + closing;

  if (name[0] == 'h' && g_ascii_isdigit (name[1]))
    {
      g_string_append_printf (html, "<%sh%u>", closing ? "/" : "", MIN (6, name[1] - '1' + heading_level));
    }
  else if (length >= 3 && strncmp (tag, "<a ", 3) == 0)
    {
      g_autofree char *href = get_attribute (tag, length, "href");

      append_link (html, href != NULL ? href : "", anchors);
    }
  else if (length >= 5 && strncmp (tag, "<img ", 5) == 0)
    {
      g_autofree char *alt = get_attribute (tag, length, "alt");

      g_string_append_printf (html, "<em>%s</em>", alt != NULL ? alt : "");
    }
  else if (length >= 7 && strncmp (tag, "<input ", 7) == 0)
    {
      g_string_append (html, g_strstr_len (tag, length, " checked") != NULL ? "☑ " : "☐ ");
    }
  else if (length >= 4 && strncmp (tag, "<th ", 4) == 0)
    {
      g_string_append (html, "<th>");
    }
  else if (length >= 4 && strncmp (tag, "<td ", 4) == 0)
    {
      g_string_append (html, "<td>");
    }
  else
    {
      g_string_append_len (html, tag, length);
    }
}

static void
output_cb (const MD_CHAR *text,
           MD_SIZE        size,
           void          *data)
{
  g_string_append_len (data, text, size);
}

/**
 * dramatis_html_append_markdown:
 * @html: where to append
 * @markdown: the Markdown of a note
 * @heading_level: the level that a heading of the first level gets
 * @anchors: (nullable): where links to things of the dossier lead: URIs by identifier
 *
 * Appends Markdown as HTML that loads nothing, runs nothing and has a place in the outline.
 */
void
dramatis_html_append_markdown (GString    *html,
                               const char *markdown,
                               guint       heading_level,
                               GHashTable *anchors)
{
  g_autofree char *clean = clean_text (markdown);
  g_autoptr (GString) rendered = g_string_new (NULL);
  const char *p;

  md_html (clean, strlen (clean), output_cb, rendered, MARKDOWN_FLAGS, 0);

  /* In what the renderer gives out, text has no "<", so that every one begins a tag; nor has a value ">". */
  p = rendered->str;
  while (*p != '\0')
    {
      gsize length = strcspn (p, "<");
      const char *end;

      g_string_append_len (html, p, length);
      p += length;
      if (*p == '\0')
        break;

      end = strchr (p, '>');
      g_return_if_fail (end != NULL);
      append_tag (html, p, end + 1 - p, heading_level, anchors);
      p = end + 1;
    }
}
