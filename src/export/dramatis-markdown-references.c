/* dramatis-markdown-references.c: links that say themselves where they lead
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-markdown-text.h"

#include <md4c.h>
#include <string.h>

/* What may close or open between the words of a link and its bracket. */
#define BEFORE_BRACKET " \t\n*_~`!["

typedef struct
{
  const char *markdown;
  gsize       length;
  GString    *result;
  gsize       done;           /* how much of the source is in it */
  const char *position;       /* behind what was read last */
  const char *href;           /* of the link that was just entered */
  gsize       href_length;
  gboolean    is_address;     /* whether the link has no words of its own */
  guint8     *is_text;        /* of each byte of the source, or NULL */
} Reading;

static gboolean
is_in_source (const Reading *self,
              const char    *text)
{
  return text >= self->markdown && text < self->markdown + self->length;
}

static int
block_cb (MD_BLOCKTYPE  type,
          void         *detail,
          void         *data)
{
  return 0;
}

static int
enter_span_cb (MD_SPANTYPE  type,
               void        *detail,
               void        *data)
{
  Reading *self = data;

  self->href = NULL;
  if (type == MD_SPAN_A)
    {
      self->href = ((MD_SPAN_A_DETAIL *) detail)->href.text;
      self->href_length = ((MD_SPAN_A_DETAIL *) detail)->href.size;
      self->is_address = FALSE;
    }

  return 0;
}

/* Whether the text of a link is the address that it leads to, to which "http://" or "mailto:" may have been added. */
static gboolean
is_address (const Reading *self,
            const char    *text,
            gsize          size)
{
  gsize added = self->href_length - size;

  return self->href != NULL
         && (text == self->href
             || (!is_in_source (self, self->href) && self->href_length > size
                 && (added == strlen ("http://") || added == strlen ("mailto:"))
                 && memcmp (self->href + added, text, size) == 0));
}

static int
text_cb (MD_TEXTTYPE    type,
         const MD_CHAR *text,
         MD_SIZE        size,
         void          *data)
{
  Reading *self = data;

  if (size == 0 || !is_in_source (self, text))
    return 0;

  if (is_address (self, text, size))
    self->is_address = TRUE;
  self->href = NULL;
  self->position = text + size;
  if (self->is_text != NULL)
    memset (self->is_text + (text - self->markdown), TRUE, size);

  return 0;
}

static void
append_attribute (GString            *markdown,
                  const MD_ATTRIBUTE *attribute,
                  const char         *special)
{
  for (guint i = 0; attribute->size > 0 && attribute->substr_offsets[i] < attribute->size; i++)
    {
      for (guint j = attribute->substr_offsets[i]; j < attribute->substr_offsets[i + 1]; j++)
        {
          if (attribute->substr_types[i] == MD_TEXT_NORMAL && strchr (special, attribute->text[j]) != NULL)
            g_string_append_c (markdown, '\\');
          g_string_append_c (markdown, attribute->text[j]);
        }
    }
}

static char *
dup_destination (const MD_ATTRIBUTE *href,
                 const MD_ATTRIBUTE *title)
{
  GString *destination = g_string_new ("(");
  gboolean is_plain = href->size > 0;

  for (guint i = 0; i < href->size; i++)
    is_plain = is_plain && !g_ascii_iscntrl (href->text[i]) && strchr (" ()<>\\&", href->text[i]) == NULL;

  g_string_append (destination, is_plain ? "" : "<");
  append_attribute (destination, href, is_plain ? "" : "\\<>&");
  g_string_append (destination, is_plain ? "" : ">");
  if (title->size > 0)
    {
      g_string_append (destination, " \"");
      append_attribute (destination, title, "\\\"&");
      g_string_append_c (destination, '"');
    }
  g_string_append_c (destination, ')');

  return g_string_free (destination, FALSE);
}

/* The first of a character from a place on that has no backslash before it. */
static const char *
find_unescaped (const char *text,
                char        c)
{
  for (; *text != '\0' && *text != c; text++)
    {
      if (*text == '\\' && text[1] != '\0')
        text++;
    }

  return *text != '\0' ? text : NULL;
}

/* Whether @bracket, which ends the words of a link, is followed by where it leads. */
static gboolean
is_inline (const Reading      *self,
           const char         *bracket,
           const MD_ATTRIBUTE *href)
{
  const char *start = bracket + 2;

  if (bracket[1] != '(')
    return FALSE;
  if (href->size == 0 || !is_in_source (self, href->text))
    return TRUE;

  start += strspn (start, " \t\n<");

  return href->text == start;
}

static void
resolve (Reading            *self,
         const MD_ATTRIBUTE *href,
         const MD_ATTRIBUTE *title)
{
  const char *bracket = self->position + strspn (self->position, BEFORE_BRACKET);
  const char *end = bracket + 1;
  g_autofree char *destination = NULL;

  if (*bracket != ']')
    return;

  if (is_inline (self, bracket, href))
    {
      const char *last = is_in_source (self, title->text) ? title->text + title->size
                         : is_in_source (self, href->text) ? href->text + href->size : bracket;

      end = find_unescaped (last, ')');
      self->position = end != NULL ? end + 1 : last;
      return;
    }

  if (*end == '[')
    {
      end = find_unescaped (end, ']');
      end = end != NULL ? end + 1 : bracket + 1;
    }
  destination = dup_destination (href, title);
  g_string_append_len (self->result, self->markdown + self->done, bracket + 1 - self->markdown - self->done);
  g_string_append (self->result, destination);
  self->done = end - self->markdown;
  self->position = end;
}

static int
leave_span_cb (MD_SPANTYPE  type,
               void        *detail,
               void        *data)
{
  Reading *self = data;

  self->href = NULL;
  if (type == MD_SPAN_A && !self->is_address)
    resolve (self, &((MD_SPAN_A_DETAIL *) detail)->href, &((MD_SPAN_A_DETAIL *) detail)->title);
  else if (type == MD_SPAN_IMG)
    resolve (self, &((MD_SPAN_IMG_DETAIL *) detail)->src, &((MD_SPAN_IMG_DETAIL *) detail)->title);
  if (type == MD_SPAN_A)
    self->is_address = FALSE;

  return 0;
}

static void
read_note (Reading    *self,
           const char *markdown)
{
  const MD_PARSER parser = {
    .flags = DRAMATIS_MARKDOWN_FLAGS,
    .enter_block = block_cb,
    .leave_block = block_cb,
    .enter_span = enter_span_cb,
    .leave_span = leave_span_cb,
    .text = text_cb,
  };

  self->markdown = self->position = markdown;
  self->length = strlen (markdown);
  self->result = g_string_sized_new (self->length);
  md_parse (markdown, self->length, &parser, self);
}

/* Of a line without any text: whether it says what a link refers to. */
static gboolean
is_definition (const char *line)
{
  const char *bracket = *line == '[' ? find_unescaped (line + 1, ']') : NULL;

  return bracket != NULL && bracket > line + 1 && bracket[1] == ':' && bracket[2 + strspn (bracket + 2, " \t")] != '\0';
}

static char *
drop_definitions (const char *markdown)
{
  g_auto (GStrv) lines = g_strsplit (markdown, "\n", -1);
  g_autofree guint8 *is_text = g_new0 (guint8, strlen (markdown) + 1);
  Reading reading = { .is_text = is_text };
  g_autoptr (GString) left = g_string_new (NULL);
  gsize offset = 0;

  read_note (&reading, markdown);
  g_string_free (reading.result, TRUE);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      gsize length = strlen (lines[i]);
      gsize prefix = strspn (lines[i], " \t>-+*");
      gboolean is_dropped = memchr (is_text + offset, TRUE, length) == NULL && is_definition (lines[i] + prefix);

      offset += length + 1;
      /* in a quotation or list its mark stays */
      if (is_dropped)
        length = strspn (lines[i], " \t") < prefix ? prefix : 0;
      if (length > 0 || (!is_dropped && left->len > 0))
        {
          g_string_append_len (left, lines[i], length);
          g_string_append_c (left, '\n');
        }
    }

  return g_strdup (g_strchomp (left->str));
}

/**
 * dramatis_markdown_resolve_references:
 * @markdown: the Markdown of a note, with "\n" at the ends of lines
 *
 * Writes into each link where it leads, if that is said elsewhere in the note: `[a][b]` and `[b]: c` become `[a](c)`.
 *
 * In a document with several notes that say it of the same words, each keeps its own.
 *
 * Returns: (transfer full): the Markdown; it may mean something else than @markdown if that is very intricate
 */
char *
dramatis_markdown_resolve_references (const char *markdown)
{
  Reading reading = { 0 };
  g_autofree char *resolved = NULL;

  read_note (&reading, markdown);
  g_string_append (reading.result, markdown + reading.done);
  resolved = g_string_free (reading.result, FALSE);

  return drop_definitions (resolved);
}
