/* dramatis-markdown-clean.c: a note's Markdown as it may stand in a document
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-markdown-text.h"

#include <md4c-html.h>
#include <string.h>

#include "dramatis-link.h"

/* What a piece of the text is to be replaced by: with a @length of 0, what is to be inserted. */
typedef struct
{
  gsize       offset;
  gsize       length;
  const char *text;
} Change;

typedef struct
{
  const char  *markdown;
  gsize        length;
  GHashTable  *anchors;
  GArray      *changes;       /* of Change */
  guint        depth;         /* of blocks in blocks */
  gboolean     after_text;    /* whether a paragraph of the document itself came just before */
  gboolean     gap;           /* whether what comes now is no paragraph, but followed one */
  gboolean     harmful;       /* there is a link or picture that would do harm */
  char        *href;          /* of the link that was just entered: md4c's own may not outlive the call */
  const char  *turned;        /* where the address of that link stands, if it has been turned */
  const char  *word;          /* where the last word of the text before begins */
  const char  *text_end;      /* where that text ends: md4c hands it out in pieces */
  GStringChunk *texts;        /* of changes */
} Inspection;

static void
add_change (Inspection *self,
            gsize       offset,
            gsize       length,
            const char *text)
{
  const Change change = { offset, length, text };

  g_array_append_val (self->changes, change);
}

static gboolean
is_in_source (const Inspection *self,
              const char       *text)
{
  return text >= self->markdown && text < self->markdown + self->length;
}

static int
enter_block_cb (MD_BLOCKTYPE  type,
                void         *detail,
                void         *data)
{
  Inspection *self = data;

  if (self->depth == 1)
    {
      self->gap = self->after_text && (type == MD_BLOCK_UL || type == MD_BLOCK_OL || type == MD_BLOCK_H
                                       || type == MD_BLOCK_QUOTE);
      self->after_text = FALSE;
    }
  self->depth++;

  return 0;
}

static int
leave_block_cb (MD_BLOCKTYPE  type,
                void         *detail,
                void         *data)
{
  Inspection *self = data;

  self->depth--;
  self->after_text = self->depth == 1 && type == MD_BLOCK_P;
  if (self->depth == 1)
    self->gap = FALSE;

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

/* A link to something that the document has leads there. */
static void
turn_link (Inspection         *self,
           const MD_ATTRIBUTE *href)
{
  g_autofree char *id = dramatis_link_to_id (self->href);
  const char *anchor = id != NULL && self->anchors != NULL ? g_hash_table_lookup (self->anchors, id) : NULL;

  if (anchor != NULL && is_in_source (self, href->text))
    {
      add_change (self, href->text - self->markdown, href->size, anchor);
      self->turned = href->text;
    }
}

/* `<dramatis:n1>` is no link any more with something else between < and >. */
static void
turn_address (Inspection *self,
              const char *address,
              gsize       size)
{
  Change *last = &g_array_index (self->changes, Change, self->changes->len - 1);
  g_autofree char *words = g_strndup (address, size);
  g_autoptr (GString) link = g_string_new ("[");

  dramatis_markdown_append_text (link, words, NULL);
  g_string_append_printf (link, "](%s)", last->text);
  *last = (Change) { address - 1 - self->markdown, size + 2, g_string_chunk_insert (self->texts, link->str) };
}

static int
enter_span_cb (MD_SPANTYPE  type,
               void        *detail,
               void        *data)
{
  Inspection *self = data;

  g_clear_pointer (&self->href, g_free);
  self->turned = NULL;
  if (type == MD_SPAN_A)
    {
      const MD_ATTRIBUTE *href = &((MD_SPAN_A_DETAIL *) detail)->href;

      self->href = g_strndup (href->text, href->size);
      self->harmful = self->harmful || !is_harmless (href);
      if (self->href != NULL)
        turn_link (self, href);
    }
  else if (type == MD_SPAN_IMG)
    self->harmful = self->harmful || !is_harmless (&((MD_SPAN_IMG_DETAIL *) detail)->src);

  return 0;
}

static int
leave_span_cb (MD_SPANTYPE  type,
               void        *detail,
               void        *data)
{
  return 0;
}

static gboolean
is_escaped (const Inspection *self,
            const char       *p)
{
  guint n = 0;

  while (p > self->markdown && p[-1] == '\\')
    {
      p--;
      n++;
    }

  return n % 2 == 1;
}

/* Whether a character that is text here means something to pandoc or to other readers of Markdown. */
static gboolean
needs_escape (const Inspection *self,
              const char       *p)
{
  const char *end = self->markdown + self->length;
  char next = p + 1 < end ? p[1] : '\0';
  char last = p > self->markdown ? p[-1] : '\0';

  switch (*p)
    {
    case '$': /* mathematics */
    case '^': /* superscripts and notes */
    case '~': /* subscripts */
    case '@': /* citations */
    case '{': /* attributes */
    case '[': /* pandoc drops what follows, up to a ] in any later paragraph; other notes may say what it refers to */
    case ']':
    case '`':
      return TRUE;
    case '\\': /* commands of TeX */
      return g_ascii_isalpha (next) || next == ' ';
    case '<':
      return g_ascii_isalpha (next) || (next != '\0' && strchr ("/!?", next) != NULL);
    case '*':
      return !(g_ascii_isspace (next) || next == '\0') || !(g_ascii_isspace (last) || last == '\0');
    case '!': /* pandoc looks for comments in lists whatever is before them */
      return last == '<';
    case '=': /* highlights */
      return next == '=';
    default:
      return FALSE;
    }
}

/* md4c 0.5 takes an address with such characters for text, other readers don't, and a backslash would be a part of it. */
static gboolean
belongs_to_address (const char *word,
                    char        character)
{
  return strchr ("$=@^~", character) != NULL
         && (g_str_has_prefix (word, "http://") || g_str_has_prefix (word, "https://")
             || g_str_has_prefix (word, "www."));
}

/* Where in its line a text begins, past the marks of quotations; NULL if something else is before it. */
static const char *
get_line_start (const Inspection *self,
                const char       *text)
{
  const char *start = text;

  while (start > self->markdown && start[-1] != '\n')
    {
      if (strchr (" \t>", start[-1]) == NULL)
        return NULL;
      start--;
    }

  return start;
}

/* What only stands at the beginning of a line: marks of lists, tables and definitions that are pandoc's own. */
static void
escape_start (Inspection *self,
              const char *text)
{
  gsize enumerator = dramatis_markdown_measure_enumerator (text);

  if (enumerator > 0)
    add_change (self, text + enumerator - 1 - self->markdown, 0, "\\");
  else if (strchr (":|+-%", *text) != NULL)
    add_change (self, text - self->markdown, 0, "\\");
}

/* pandoc takes no list, heading or quotation for one if it follows text without an empty line. */
static void
add_gap (Inspection *self,
         const char *text)
{
  const char *start = text;

  self->gap = FALSE;
  while (start > self->markdown && start[-1] != '\n')
    start--;
  if (start > self->markdown + 1 && start[-2] != '\n' && strchr ("-+*#>0123456789", start[strspn (start, " ")]) != NULL)
    add_change (self, start - self->markdown, 0, "\n");
}

/* pandoc knows an address only between < and >, and takes brackets in it for those of a link; what begins with "www."
 * cannot be written so. */
static void
fence_address (Inspection *self,
               const char *text,
               gsize       size)
{
  if (memchr (text, '[', size) == NULL && memchr (text, ']', size) == NULL)
    return;

  if (!g_str_has_prefix (text, "http"))
    {
      self->harmful = TRUE;
    }
  else if (text == self->markdown || text[-1] != '<')
    {
      add_change (self, text - self->markdown, 0, "<");
      add_change (self, text - self->markdown + size, 0, ">");
    }
}

static int
text_cb (MD_TEXTTYPE    type,
         const MD_CHAR *text,
         MD_SIZE        size,
         void          *data)
{
  Inspection *self = data;
  gboolean is_address;

  if (size == 0 || !is_in_source (self, text))
    return 0;

  if (self->gap)
    add_gap (self, text);
  if (text == self->turned)
    turn_address (self, text, size);
  self->turned = NULL;

  /* The address of a link without words of its own is no text to be escaped. */
  is_address = self->href != NULL && strlen (self->href) >= size
               && strncmp (self->href + strlen (self->href) - size, text, size) == 0;
  g_clear_pointer (&self->href, g_free);
  if (is_address)
    fence_address (self, text, size);
  if (type != MD_TEXT_NORMAL || is_address)
    return 0;

  if (get_line_start (self, text) != NULL)
    escape_start (self, text);
  if (text != self->text_end)
    self->word = text;
  self->text_end = text + size;
  for (const char *p = text; p < self->text_end; p++)
    {
      if (g_ascii_isspace (*p))
        self->word = p + 1;
      if (needs_escape (self, p) && !is_escaped (self, p) && !belongs_to_address (self->word, *p))
        add_change (self, p - self->markdown, 0, "\\");
    }

  return 0;
}

static int
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  const Change *one = a, *other = b;

  if (one->offset != other->offset)
    return one->offset < other->offset ? -1 : 1;

  /* an empty line before the line's own first character */
  return (*other->text == '\n') - (*one->text == '\n');
}

static void
output_cb (const MD_CHAR *text,
           MD_SIZE        size,
           void          *data)
{
  g_string_append_len (data, text, size);
}

static char *
render (const char *markdown,
        guint       flags)
{
  GString *html = g_string_new (NULL);

  md_html (markdown, strlen (markdown), output_cb, html, flags, 0);

  return g_string_free (html, FALSE);
}

/* Makes the changes that @markdown needs. With %NULL for @anchors no links are turned. */
static char *
change (const char *markdown,
        GHashTable *anchors,
        gboolean   *harmful)
{
  const MD_PARSER parser = {
    .flags = DRAMATIS_MARKDOWN_FLAGS,
    .enter_block = enter_block_cb,
    .leave_block = leave_block_cb,
    .enter_span = enter_span_cb,
    .leave_span = leave_span_cb,
    .text = text_cb,
  };
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (Change));
  Inspection inspection = {
    .markdown = markdown, .length = strlen (markdown), .anchors = anchors, .changes = changes,
    .texts = g_string_chunk_new (64),
  };
  GString *changed = g_string_sized_new (inspection.length + 16);
  gsize done = 0;

  md_parse (markdown, inspection.length, &parser, &inspection);
  g_free (inspection.href);
  *harmful = inspection.harmful;
  g_array_sort (changes, compare_changes);
  for (guint i = 0; i < changes->len; i++)
    {
      const Change *next = &g_array_index (changes, Change, i);

      if (i > 0 && next->offset < done)
        continue;
      if (i > 0 && next->offset == next[-1].offset && next->text == next[-1].text)
        continue;

      g_string_append_len (changed, markdown + done, next->offset - done);
      g_string_append (changed, next->text);
      done = next->offset + next->length;
    }
  g_string_append (changed, markdown + done);
  g_string_chunk_free (inspection.texts);

  return g_string_free (changed, FALSE);
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

/* The line that opens fenced code, with no more than the name of a language behind the fence: pandoc takes a line for
 * none that says something else there. */
static char *
dup_fence (const char *line,
           gsize       size)
{
  static const char name[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-#._";
  const char *info = line + size + strspn (line + size, " \t");
  gsize length = strcspn (info, " \t");

  if (strspn (info, name) < length)
    length = 0;

  return g_strndup (line, length > 0 ? (gsize) (info - line) + length : size);
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
      g_autofree char *line = g_strchomp (g_strdup (lines[i]));
      gsize indent = strspn (line, " ");
      gsize n = measure_fence (line, indent);
      g_autofree char *opening = NULL;
      const char *kept = lines[i];

      if (fence == 0 && n > 0)
        {
          fence = n;
          fence_char = line[indent];
          kept = opening = dup_fence (line, indent + n);
        }
      else if (fence > 0 && n >= fence && line[indent] == fence_char && line[indent + n] == '\0')
        {
          fence = 0;
        }
      else if (fence == 0 && after_blank && indent <= 3
               && strspn (line + indent, "-") >= 3 && line[indent + strspn (line + indent, "-")] == '\0')
        {
          kept = "* * *";
        }

      after_blank = *line == '\0';
      g_string_append (closed, kept);
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

/* Whether a reader that knows HTML reads @clean as notes are read, and what follows it for itself. */
static gboolean
means_the_same (const char *clean,
                const char *markdown)
{
  g_autofree char *meant = render (markdown, DRAMATIS_MARKDOWN_FLAGS);
  g_autofree char *read = render (clean, MD_DIALECT_GITHUB);
  g_autofree char *followed = g_strconcat (clean, "\n\n# x", NULL);
  g_autofree char *followed_read = render (followed, MD_DIALECT_GITHUB);
  g_autofree char *followed_meant = g_strconcat (meant, "<h1>x</h1>\n", NULL);

  return g_str_equal (read, meant) && g_str_equal (followed_read, followed_meant);
}

/**
 * dramatis_markdown_clean:
 * @markdown: the Markdown of a note
 * @anchors: (nullable): where links to things of the dossier lead: URIs by identifier
 *
 * Makes a note fit to stand between others in a document.
 *
 * Ordinary Markdown stays as it is. What is text to the program gets a backslash where pandoc or another reader would
 * take it for something else, raw HTML among it; code that was left open is closed, a list, heading or quotation
 * is set off from the text before it, and links say themselves where they lead. Should a note mean something else after that, or hold a link that would run a
 * script or read a file, the whole of it becomes text.
 *
 * Returns: (transfer full): Markdown without raw HTML, without a line end at its end
 */
char *
dramatis_markdown_clean (const char *markdown,
                         GHashTable *anchors)
{
  g_autoptr (GString) text = g_string_new (markdown);
  g_autofree char *resolved = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *clean = NULL;
  gboolean harmful;

  g_string_replace (text, "\r\n", "\n", 0);
  g_string_replace (text, "\r", "\n", 0);
  g_string_truncate (text, strlen (g_strchomp (text->str)));

  resolved = dramatis_markdown_resolve_references (text->str);
  escaped = change (resolved, NULL, &harmful);
  clean = g_strchomp (close_blocks (escaped));

  if (harmful || !means_the_same (clean, text->str))
    {
      g_string_truncate (text, 0);
      dramatis_markdown_append_text (text, markdown, "");
      return g_string_free (g_steal_pointer (&text), FALSE);
    }

  return anchors != NULL ? change (clean, anchors, &harmful) : g_steal_pointer (&clean);
}
