/* dramatis-markdown.c: a note's Markdown as a label shows it
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-markdown.h"

#include <md4c.h>
#include <pango/pango.h>
#include <string.h>

#include "dramatis-link.h"

typedef struct
{
  gboolean ordered;
  guint    number;
} List;

typedef struct
{
  GString   *markup;
  GArray    *lists;           /* of List, the innermost last */
  GPtrArray *tags;            /* names of the open elements, the innermost last */
  gboolean   gap;             /* whether an empty line is due before what comes next */
  gboolean   line_is_due;
  gboolean   line_is_empty;   /* but for opening tags and the mark of an item */
} Writer;

/* Newlines are written when something follows them, so that none stands at the end. */
static void
start_line (Writer   *self,
            gboolean  gap)
{
  if (self->line_is_empty)
    return;

  self->line_is_due = TRUE;
  self->gap = self->gap || gap;
}

static void
flush_line (Writer *self)
{
  if (!self->line_is_due)
    return;

  g_string_append (self->markup, self->gap ? "\n<span size=\"50%\">\n</span>" : "\n");
  self->line_is_due = FALSE;
  self->line_is_empty = TRUE;
  self->gap = FALSE;
}

static void
open_tag (Writer     *self,
          const char *tag)
{
  flush_line (self);
  g_string_append_printf (self->markup, "<%s>", tag);
  g_ptr_array_add (self->tags, (gpointer) tag);
}

/* md4c 0.4.8 can leave spans in another order than it entered them ("*![~~>*](a~~"): a label would refuse that. */
static void
close_tag (Writer     *self,
           const char *tag)
{
  if (!g_ptr_array_find_with_equal_func (self->tags, tag, g_str_equal, NULL))
    return;

  for (gboolean closed = FALSE; !closed;)
    {
      const char *last = g_ptr_array_steal_index (self->tags, self->tags->len - 1);

      g_string_append_printf (self->markup, "</%s>", last);
      closed = g_str_equal (last, tag);
    }
}

static void
append_escaped (Writer     *self,
                const char *text,
                gsize       length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  flush_line (self);
  self->line_is_empty = FALSE;
  g_string_append (self->markup, escaped);
}

static void
append_entity (GString    *string,
               const char *text,
               gsize       length)
{
  static const struct
  {
    const char *entity;
    gunichar    character;
  } named[] = {
    { "&amp;", '&' }, { "&apos;", '\'' }, { "&gt;", '>' }, { "&hellip;", 0x2026 }, { "&lt;", '<' },
    { "&mdash;", 0x2014 }, { "&nbsp;", 0xa0 }, { "&ndash;", 0x2013 }, { "&quot;", '"' },
  };

  if (length > 3 && text[1] == '#')
    {
      gboolean hexadecimal = g_ascii_tolower (text[2]) == 'x';
      guint64 number = g_ascii_strtoull (text + (hexadecimal ? 3 : 2), NULL, hexadecimal ? 16 : 10);
      gboolean valid = number > 0 && number <= 0x10ffff && g_unichar_validate (number);

      g_string_append_unichar (string, valid ? number : 0xfffd);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      if (strlen (named[i].entity) == length && memcmp (named[i].entity, text, length) == 0)
        {
          g_string_append_unichar (string, named[i].character);
          return;
        }
    }

  g_string_append_len (string, text, length);
}

static char *
attribute_to_text (const MD_ATTRIBUTE *attribute)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; attribute->size > 0 && attribute->substr_offsets[i] < attribute->size; i++)
    {
      const char *part = attribute->text + attribute->substr_offsets[i];
      gsize length = attribute->substr_offsets[i + 1] - attribute->substr_offsets[i];

      if (attribute->substr_types[i] == MD_TEXT_ENTITY)
        append_entity (text, part, length);
      else if (attribute->substr_types[i] == MD_TEXT_NULLCHAR)
        g_string_append_unichar (text, 0xfffd);
      else
        g_string_append_len (text, part, length);
    }

  return g_string_free (text, FALSE);
}

/* A note may come from somebody else's dossier: a click must not start anything but a browser or mail program, or lead to
 * another thing of the dossier. */
static gboolean
is_harmless (const char *uri)
{
  const char *scheme = g_uri_peek_scheme (uri);

  return scheme != NULL
         && (g_str_equal (scheme, "http") || g_str_equal (scheme, "https") || g_str_equal (scheme, "mailto")
             || g_str_equal (scheme, DRAMATIS_LINK_SCHEME));
}

static void
begin_item (Writer                   *self,
            const MD_BLOCK_LI_DETAIL *detail)
{
  List *list = &g_array_index (self->lists, List, self->lists->len - 1);

  start_line (self, FALSE);
  flush_line (self);
  for (guint i = 1; i < self->lists->len; i++)
    g_string_append (self->markup, "    ");

  if (detail->is_task)
    g_string_append (self->markup, detail->task_mark == ' ' ? "☐ " : "☑ ");
  else if (list->ordered)
    g_string_append_printf (self->markup, "%u. ", list->number++);
  else
    g_string_append (self->markup, "• ");
}

static int
enter_block_cb (MD_BLOCKTYPE  type,
                void         *detail,
                void         *user_data)
{
  Writer *self = user_data;
  gboolean in_list = self->lists->len > 0;

  switch (type)
    {
    case MD_BLOCK_QUOTE:
      start_line (self, !in_list);
      open_tag (self, "i");
      break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      {
        List list = { type == MD_BLOCK_OL, type == MD_BLOCK_OL ? ((MD_BLOCK_OL_DETAIL *) detail)->start : 0 };

        start_line (self, !in_list);
        g_array_append_val (self->lists, list);
        break;
      }
    case MD_BLOCK_LI:
      begin_item (self, detail);
      break;
    case MD_BLOCK_HR:
      start_line (self, TRUE);
      append_escaped (self, "⁂", -1);
      start_line (self, TRUE);
      break;
    case MD_BLOCK_H:
      start_line (self, TRUE);
      if (((MD_BLOCK_H_DETAIL *) detail)->level <= 2)
        open_tag (self, "big");
      open_tag (self, "b");
      break;
    case MD_BLOCK_CODE:
      start_line (self, !in_list);
      open_tag (self, "tt");
      break;
    case MD_BLOCK_P:
      if (!in_list)
        start_line (self, TRUE);
      break;
    /* not asked for in the flags */
    case MD_BLOCK_DOC:
    case MD_BLOCK_HTML:
    case MD_BLOCK_TABLE:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
    case MD_BLOCK_TR:
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      break;
    }

  return 0;
}

static int
leave_block_cb (MD_BLOCKTYPE  type,
                void         *detail,
                void         *user_data)
{
  Writer *self = user_data;

  switch (type)
    {
    case MD_BLOCK_QUOTE:
      close_tag (self, "i");
      start_line (self, self->lists->len == 0);
      break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      g_array_set_size (self->lists, self->lists->len - 1);
      start_line (self, self->lists->len == 0);
      break;
    case MD_BLOCK_H:
      close_tag (self, ((MD_BLOCK_H_DETAIL *) detail)->level <= 2 ? "big" : "b");
      start_line (self, TRUE);
      break;
    case MD_BLOCK_CODE:
      while (g_str_has_suffix (self->markup->str, "\n"))
        g_string_truncate (self->markup, self->markup->len - 1);
      close_tag (self, "tt");
      start_line (self, self->lists->len == 0);
      break;
    case MD_BLOCK_P:
      start_line (self, self->lists->len == 0);
      break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_LI:
    case MD_BLOCK_HR:
    case MD_BLOCK_HTML:
    case MD_BLOCK_TABLE:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
    case MD_BLOCK_TR:
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      break;
    }

  return 0;
}

static const char *
get_tag (MD_SPANTYPE type)
{
  switch (type)
    {
    case MD_SPAN_EM:
      return "i";
    case MD_SPAN_STRONG:
      return "b";
    case MD_SPAN_CODE:
      return "tt";
    case MD_SPAN_DEL:
      return "s";
    case MD_SPAN_A:
    case MD_SPAN_IMG:
    case MD_SPAN_LATEXMATH:
    case MD_SPAN_LATEXMATH_DISPLAY:
    case MD_SPAN_WIKILINK:
    case MD_SPAN_U:
    default:
      return NULL;
    }
}

static int
enter_span_cb (MD_SPANTYPE  type,
               void        *detail,
               void        *user_data)
{
  Writer *self = user_data;
  const char *tag = get_tag (type);

  if (tag != NULL)
    {
      open_tag (self, tag);
    }
  else if (type == MD_SPAN_A)
    {
      g_autofree char *uri = attribute_to_text (&((MD_SPAN_A_DETAIL *) detail)->href);

      if (is_harmless (uri))
        {
          g_autofree char *escaped = g_markup_escape_text (uri, -1);

          flush_line (self);
          g_string_append_printf (self->markup, "<a href=\"%s\">", escaped);
          g_ptr_array_add (self->tags, (gpointer) "a");
        }
    }

  return 0;
}

static int
leave_span_cb (MD_SPANTYPE  type,
               void        *detail,
               void        *user_data)
{
  Writer *self = user_data;
  const char *tag = get_tag (type);

  if (tag != NULL || type == MD_SPAN_A)
    close_tag (self, tag != NULL ? tag : "a");

  return 0;
}

static int
text_cb (MD_TEXTTYPE    type,
         const MD_CHAR *text,
         MD_SIZE        size,
         void          *user_data)
{
  Writer *self = user_data;

  switch (type)
    {
    case MD_TEXT_NULLCHAR:
      append_escaped (self, "\357\277\275", -1);
      break;
    case MD_TEXT_BR:
      append_escaped (self, "\n", -1);
      break;
    case MD_TEXT_SOFTBR:
      append_escaped (self, " ", -1);
      break;
    case MD_TEXT_ENTITY:
      {
        g_autoptr (GString) character = g_string_new (NULL);

        append_entity (character, text, size);
        append_escaped (self, character->str, character->len);
        break;
      }
    case MD_TEXT_NORMAL:
    case MD_TEXT_CODE:
    case MD_TEXT_HTML:
    case MD_TEXT_LATEXMATH:
      append_escaped (self, text, size);
      break;
    }

  return 0;
}

/**
 * dramatis_markdown_to_markup:
 * @text: Markdown (CommonMark, and struck words and lists of tasks as GitHub writes them)
 *
 * Makes Pango markup for a label of a Markdown text.
 *
 * Emphasis, code, headings, quotations, lists and links to the web, to mail addresses and to things of the dossier are
 * formatted. All else, HTML among it, is shown as it was written.
 *
 * Returns: (transfer full): the markup
 */
char *
dramatis_markdown_to_markup (const char *text)
{
  const MD_PARSER parser = {
    .flags = MD_FLAG_NOHTML | MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS,
    .enter_block = enter_block_cb,
    .leave_block = leave_block_cb,
    .enter_span = enter_span_cb,
    .leave_span = leave_span_cb,
    .text = text_cb,
  };
  g_autoptr (GString) markup = g_string_new (NULL);
  g_autoptr (GArray) lists = g_array_new (FALSE, FALSE, sizeof (List));
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();
  Writer writer = { .markup = markup, .lists = lists, .tags = tags, .line_is_empty = TRUE };

  g_return_val_if_fail (text != NULL, NULL);

  /* it fails only when there is no memory: then the plain text is still right */
  if (md_parse (text, strlen (text), &parser, &writer) != 0)
    return g_markup_escape_text (text, -1);

  while (tags->len > 0)
    close_tag (&writer, g_ptr_array_index (tags, 0));

  return g_strdup (markup->str);
}

/**
 * dramatis_markdown_to_text:
 * @text: Markdown
 *
 * Gets the words of a Markdown text, without its marks.
 *
 * Returns: (transfer full): the words
 */
char *
dramatis_markdown_to_text (const char *text)
{
  g_autofree char *markup = dramatis_markdown_to_markup (text);
  g_autoptr (GRegex) links = g_regex_new ("</?a[^>]*>", 0, 0, NULL);
  g_autofree char *linkless = g_regex_replace_literal (links, markup, -1, 0, "", 0, NULL);
  char *words = NULL;

  /* to Pango itself, links are unknown */
  if (!pango_parse_markup (linkless, -1, 0, NULL, &words, NULL, NULL))
    return g_strdup (text);

  return words;
}
