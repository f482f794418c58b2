/* dramatis-passage-splitter.c: plain text to passages
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-passage-splitter.h"

#include <string.h>

#include "dramatis-gazetteer.h"

/* Lines of mail and of most editors are broken before column 100. */
#define MAX_WRAPPED_LENGTH 100

/* What is longer is a paragraph. */
#define MAX_HEADING_LENGTH 100

/* What stands around an article on its page is shorter. */
#define MAX_FURNITURE_LENGTH 80

/* So many short lines without a full stop may stand between two lines of a page's furniture: what others wrote, and the
 * like. A long list is a part of the article. */
#define MAX_OTHER_LINES 8

typedef struct
{
  char     *text;     /* without white space at its ends */
  guint     length;   /* in code points */
  guint     indent;
  gboolean  blank;
} Line;

static void
clear_line (gpointer data)
{
  g_free (((Line *) data)->text);
}

static const Line *
get_line (GArray *lines,
          guint   index)
{
  return &g_array_index (lines, Line, index);
}

static GArray *
split_lines (const char *text)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  g_array_set_clear_func (lines, clear_line);
  while (*text != '\0')
    {
      const char *end = strchr (text, '\n');
      gsize n_bytes = end != NULL ? (gsize) (end - text) : strlen (text);
      const char *stop = text + n_bytes;
      Line line = { 0, };

      while (text < stop && g_unichar_isspace (g_utf8_get_char (text)))
        {
          text = g_utf8_next_char (text);
          line.indent++;
        }
      while (stop > text)
        {
          const char *last = g_utf8_prev_char (stop);

          if (!g_unichar_isspace (g_utf8_get_char (last)))
            break;
          stop = last;
        }

      line.text = g_strndup (text, stop - text);
      line.length = g_utf8_strlen (line.text, -1);
      line.blank = line.length == 0;
      g_array_append_val (lines, line);

      if (end == NULL)
        break;
      text = end + 1;
    }

  return lines;
}

/* The length of the first word, in code points. */
static guint
get_first_word (const char *text)
{
  guint length = 0;

  while (*text != '\0' && !g_unichar_isspace (g_utf8_get_char (text)))
    {
      text = g_utf8_next_char (text);
      length++;
    }

  return length;
}

/* The bytes of the sign that makes a line an item of a list, or 0. */
static gsize
get_bullet (const char *text)
{
  static const char * const bullets[] = { "- ", "* ", "+ ", "• ", "‣ ", "– ", "— ", "· ", "◦ " };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (text, bullets[i]))
      return strlen (bullets[i]);

  return 0;
}

/* "1. ", "12) ": the number is kept, since other passages may refer to it. */
static gboolean
is_numbered (const char *text)
{
  guint n_digits = 0;

  while (g_ascii_isdigit (text[n_digits]))
    n_digits++;

  return n_digits > 0 && n_digits < 3 && (text[n_digits] == '.' || text[n_digits] == ')') && text[n_digits + 1] == ' ';
}

static gboolean
is_item (const Line *line)
{
  return get_bullet (line->text) > 0 || is_numbered (line->text);
}

static gboolean
is_quoted (const Line *line)
{
  return *line->text == '>';
}

/* "=====", "-----", "* * *" */
static gboolean
is_rule (const Line *line)
{
  if (line->length < 3)
    return FALSE;

  return strspn (line->text, "=-_*~# ") == strlen (line->text);
}

/* Whether the line ends where the next word would not have fitted into @width. */
static gboolean
is_full (const Line *line,
         const Line *next,
         guint       width)
{
  return line->length + 1 + get_first_word (next->text) + 2 > width;
}

static gboolean
ends_like_sentence (const char *text)
{
  const char *last = text + strlen (text);

  if (last == text)
    return FALSE;
  last = g_utf8_prev_char (last);
  while (last > text && g_utf8_strchr ("\"'”’»)]", -1, g_utf8_get_char (last)) != NULL)
    last = g_utf8_prev_char (last);

  return g_utf8_strchr (".!?:;,…", -1, g_utf8_get_char (last)) != NULL;
}

/* The column at which the lines of a text are broken, or 0 if each line is a paragraph. */
static guint
find_width (GArray *lines)
{
  guint width = 0;
  guint n_pairs = 0;
  guint n_full = 0;
  guint n_open = 0;

  for (guint i = 0; i < lines->len; i++)
    width = MAX (width, get_line (lines, i)->length);
  if (width > MAX_WRAPPED_LENGTH || width < 30)
    return 0;

  for (guint i = 0; i + 1 < lines->len; i++)
    {
      const Line *line = get_line (lines, i);
      const Line *next = get_line (lines, i + 1);

      if (line->blank || next->blank || is_item (next) || is_rule (next))
        continue;
      n_pairs++;
      if (!ends_like_sentence (line->text))
        n_open++;
      if (is_full (line, next, width - width / 8))
        n_full++;
    }

  /* where every line ends a sentence, each is a short paragraph */
  return n_pairs > 0 && n_full * 10 >= n_pairs * 7 && n_open * 10 >= n_pairs * 4 ? width : 0;
}

static gboolean
is_heading (const DramatisPassageDraft *draft)
{
  gunichar first = g_utf8_get_char (draft->text);

  return draft->kind == DRAMATIS_PASSAGE_KIND_PARAGRAPH && !ends_like_sentence (draft->text)
         && g_utf8_strlen (draft->text, -1) <= MAX_HEADING_LENGTH
         && !g_unichar_islower (first) && !g_unichar_ispunct (first);
}

static gboolean
is_furniture (GBytes     *furniture,
              const char *text)
{
  g_autofree char *folded = g_utf8_strdown (text, -1);
  gsize size;
  const char *entry = g_bytes_get_data (furniture, &size);
  const char *end = entry + size;

  while (entry < end)
    {
      const char *stop = memchr (entry, '\n', end - entry);
      gsize length = (stop != NULL ? stop : end) - entry;

      if (length > 0 && strncmp (folded, entry, length) == 0
          && !g_unichar_isalpha (g_utf8_get_char (folded + length)))
        return TRUE;
      entry += length + 1;
    }

  return FALSE;
}

/* Where the page begins again after the article. */
static guint
find_article_end (GArray *lines)
{
  g_autoptr (GBytes) furniture = dramatis_extract_data_lookup ("languages/en/furniture.txt");
  guint article_end = lines->len;
  guint n_other = 0;

  for (guint i = lines->len; i > 0 && n_other <= MAX_OTHER_LINES; i--)
    {
      const Line *line = get_line (lines, i - 1);

      if (line->blank)
        continue;
      if (line->length > MAX_FURNITURE_LENGTH)
        break;
      if (is_furniture (furniture, line->text))
        {
          article_end = i - 1;
          n_other = 0;
        }
      else if (ends_like_sentence (line->text))
        {
          break;
        }
      else
        {
          n_other++;
        }
    }

  /* a text of nothing else is what was meant */
  for (guint i = 0; i < article_end; i++)
    if (!get_line (lines, i)->blank)
      return article_end;

  return lines->len;
}

static void
add_draft (GArray              *drafts,
           DramatisPassageKind  kind,
           GString             *text)
{
  DramatisPassageDraft draft = { kind, NULL };

  if (text->len == 0)
    return;
  draft.text = g_strdup (text->str);
  g_array_append_val (drafts, draft);
  g_string_truncate (text, 0);
}

/* The text of a line without the signs that say what it is. */
static const char *
strip_marks (const Line          *line,
             DramatisPassageKind  kind)
{
  const char *text = line->text;

  if (kind == DRAMATIS_PASSAGE_KIND_QUOTATION)
    {
      while (*text == '>' || *text == ' ')
        text++;
      return text;
    }

  return kind == DRAMATIS_PASSAGE_KIND_LIST_ITEM ? text + get_bullet (text) : text;
}

static gboolean
is_marked_heading (const char *text)
{
  gsize n_marks = strspn (text, "#");

  return n_marks > 0 && n_marks <= 6 && text[n_marks] == ' ';
}

static gboolean
is_broken (const Line *line,
           const Line *next,
           guint       width)
{
  if (width == 0)
    return TRUE;

  /* a line that is much too short ends its paragraph even without a blank line */
  return !is_full (line, next, width) && line->length * 10 < width * 6
         && !g_unichar_islower (g_utf8_get_char (next->text));
}

static GArray *
make_drafts (GArray *lines,
             guint   end,
             GArray *followed_by_blank)
{
  GArray *drafts = dramatis_passage_drafts_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  DramatisPassageKind kind = DRAMATIS_PASSAGE_KIND_PARAGRAPH;
  guint width = find_width (lines);

  for (guint i = 0; i < end; i++)
    {
      const Line *line = get_line (lines, i);
      const Line *next = i + 1 < end ? get_line (lines, i + 1) : NULL;
      gboolean ends;

      if (line->blank)
        continue;
      if (is_rule (line))
        {
          DramatisPassageDraft *last =
            drafts->len > 0 ? &g_array_index (drafts, DramatisPassageDraft, drafts->len - 1) : NULL;

          if (last != NULL && last->kind == DRAMATIS_PASSAGE_KIND_PARAGRAPH
              && g_utf8_strlen (last->text, -1) <= MAX_HEADING_LENGTH
              && !get_line (lines, i - 1)->blank && !is_rule (get_line (lines, i - 1))
              && strchr ("=-", *line->text) != NULL && strchr (line->text, ' ') == NULL)
            last->kind = DRAMATIS_PASSAGE_KIND_HEADING;
          continue;
        }

      if (text->len == 0)
        kind = is_item (line) ? DRAMATIS_PASSAGE_KIND_LIST_ITEM
               : is_quoted (line) ? DRAMATIS_PASSAGE_KIND_QUOTATION
               : is_marked_heading (line->text) ? DRAMATIS_PASSAGE_KIND_HEADING
               : DRAMATIS_PASSAGE_KIND_PARAGRAPH;
      else
        g_string_append_c (text, ' ');

      if (kind == DRAMATIS_PASSAGE_KIND_HEADING)
        {
          const char *start = line->text + strspn (line->text, "# ");

          g_string_append (text, start);
        }
      else
        {
          g_string_append (text, kind == DRAMATIS_PASSAGE_KIND_LIST_ITEM && text->len > 0
                                 ? line->text : strip_marks (line, kind));
        }

      ends = next == NULL || next->blank || is_rule (next) || is_item (next)
             || is_quoted (next) != is_quoted (line) || kind == DRAMATIS_PASSAGE_KIND_HEADING
             || is_marked_heading (next->text) || is_broken (line, next, width);
      if (ends)
        {
          gboolean blank = next != NULL && (next->blank || is_rule (next));
          guint before = drafts->len;

          add_draft (drafts, kind, text);
          if (drafts->len > before)
            g_array_append_val (followed_by_blank, blank);
        }
    }

  return drafts;
}

static void
mark_headings (GArray *drafts)
{
  for (guint i = 0; i + 1 < drafts->len; i++)
    {
      DramatisPassageDraft *draft = &g_array_index (drafts, DramatisPassageDraft, i);
      const DramatisPassageDraft *next = draft + 1;

      /* a heading stands over something: lines that are all short are verse, or a table */
      if (is_heading (draft) && next->kind == DRAMATIS_PASSAGE_KIND_PARAGRAPH
          && strlen (next->text) > 2 * MAX (strlen (draft->text), 40))
        draft->kind = DRAMATIS_PASSAGE_KIND_HEADING;
    }
}

/**
 * dramatis_passage_splitter_split:
 * @text: valid UTF-8 with LF line ends
 * @title: (out) (nullable): the title, if the text begins with one
 * @left_out: (out) (array zero-terminated=1): lines that belong to the page and not to the article
 *
 * Splits a text into passages.
 *
 * Blank lines separate paragraphs. Where the lines are as long as they are because they were broken to a
 * width, those between two blank lines are joined; otherwise each line is a paragraph. What stands after
 * the article on its page, like "Leave a comment", is left out. The title is the first passage, too.
 *
 * Returns: (transfer full) (element-type DramatisPassageDraft): the passages in order
 */
GArray *
dramatis_passage_splitter_split (const char  *text,
                                 char       **title,
                                 GStrv       *left_out)
{
  g_autoptr (GArray) lines = split_lines (text);
  g_autoptr (GArray) followed_by_blank = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_autoptr (GStrvBuilder) dropped = g_strv_builder_new ();
  guint end = find_article_end (lines);
  GArray *drafts = make_drafts (lines, end, followed_by_blank);

  for (guint i = end; i < lines->len; i++)
    if (!get_line (lines, i)->blank)
      g_strv_builder_add (dropped, get_line (lines, i)->text);
  *left_out = g_strv_builder_end (dropped);

  mark_headings (drafts);

  *title = NULL;
  if (drafts->len > 1)
    {
      DramatisPassageDraft *first = &g_array_index (drafts, DramatisPassageDraft, 0);

      if (first->kind == DRAMATIS_PASSAGE_KIND_HEADING
          || (is_heading (first) && g_array_index (followed_by_blank, gboolean, 0)))
        {
          first->kind = DRAMATIS_PASSAGE_KIND_HEADING;
          *title = g_strdup (first->text);
        }
    }

  return drafts;
}
