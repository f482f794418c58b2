/* dramatis-json-scan.c: what is wrong with a text as JSON
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-json-scan.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* json-glib 1.6 accepts more than JSON, and for some of it gives back something else than was written: an empty
 * file has no root, a lone surrogate becomes invalid UTF-8 or takes the end of its string with it, \u0000 ends its
 * string, a long integer becomes -1, 1e400 infinity, and of two members of one name the first is lost. So one pass
 * over the text goes before it. It keeps its own stack: the depth of a text must not become the depth of ours. */

/* How deep elements of a list of the root are. */
#define LIST_DEPTH 2

/* From here on the names of an object are looked up in a hash table. */
#define MANY_NAMES 16

typedef struct
{
  const char *start;
  gsize       length;
} Slice;

typedef struct
{
  gboolean    is_object;
  guint       index;       /* of the current element of an array */
  guint       first_name;  /* where the object's names begin in those of all open objects */
  GHashTable *seen;        /* of Slice; NULL while there are few */
} Level;

typedef struct
{
  const char   *start;
  const char   *end;
  const char   *at;

  Level         levels[DRAMATIS_JSON_DEPTH_MAX];
  guint         depth;
  GArray       *names;
  GStringChunk *unescaped;

  DramatisJsonList *lists;
  guint             n_lists;
  GArray           *elements;   /* of the list that is being scanned, not owned; NULL while there is none */

  GPtrArray    *faults;
  char         *mended;     /* a copy without the escapes that must not be parsed; NULL while there are none */
} Scan;

static guint
slice_hash (gconstpointer data)
{
  const Slice *slice = data;
  guint hash = 5381;

  for (gsize i = 0; i < slice->length; i++)
    hash = hash * 33 + (guchar) slice->start[i];

  return hash;
}

static gboolean
slice_equal (gconstpointer a,
             gconstpointer b)
{
  const Slice *first = a;
  const Slice *second = b;

  return first->length == second->length && memcmp (first->start, second->start, first->length) == 0;
}

/* The text is JSON, but for something that a dossier can't hold. */
static void
report_here (Scan       *scan,
             const char *reason)
{
  g_autoptr (GString) pointer = g_string_new (NULL);

  for (guint i = 0; i < scan->depth; i++)
    {
      const Level *level = &scan->levels[i];

      if (level->is_object)
        {
          guint next = i + 1 < scan->depth ? level[1].first_name : scan->names->len;

          /* none yet if it is the first name itself that is at fault */
          if (next > level->first_name)
            {
              const Slice *name = &g_array_index (scan->names, Slice, next - 1);

              dramatis_json_pointer_append (pointer, name->start, name->length);
            }
        }
      else
        {
          g_string_append_printf (pointer, "/%u", level->index);
        }
    }

  g_ptr_array_add (scan->faults, dramatis_fault_new (pointer->str, reason));
}

/* The text is not JSON. Its bytes before @at are valid UTF-8. */
static gboolean
fail (Scan       *scan,
      const char *at,
      const char *reason)
{
  g_autofree char *path = NULL;
  const char *line = scan->start;
  const char *newline;
  gsize number = 1;

  while ((newline = memchr (line, '\n', at - line)) != NULL)
    {
      line = newline + 1;
      number++;
    }

  path = g_strdup_printf ("%" G_GSIZE_FORMAT ":%ld", number, g_utf8_strlen (line, at - line) + 1);
  g_ptr_array_set_size (scan->faults, 0);
  g_ptr_array_add (scan->faults, dramatis_fault_new (path, reason));

  return FALSE;
}

static gboolean
fail_at_character (Scan       *scan,
                   const char *expected)
{
  g_autofree char *reason = NULL;
  char character[7] = { 0 };

  if (scan->at == scan->end)
    return fail (scan, scan->at, _("The file ends in the middle: it is not complete."));

  g_unichar_to_utf8 (g_utf8_get_char (scan->at), character);
  reason = g_strdup_printf (_("%s is expected here, but “%s” was found."), expected, character);

  return fail (scan, scan->at, reason);
}

static void
skip_blanks (Scan *scan)
{
  while (scan->at < scan->end
         && (*scan->at == ' ' || *scan->at == '\n' || *scan->at == '\t' || *scan->at == '\r'))
    scan->at++;
}

/* The four digits after \u, or -1. */
static int
read_hex (Scan       *scan,
          const char *at)
{
  int value = 0;

  if (scan->end - at < 4)
    return -1;

  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (at[i]);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }

  return value;
}

/* Puts U+FFFD in the place of an escape: what has been reported must not keep the rest from being checked. */
static void
mend_escape (Scan       *scan,
             const char *escape)
{
  if (scan->mended == NULL)
    scan->mended = g_memdup2 (scan->start, scan->end - scan->start);

  memcpy (scan->mended + (escape - scan->start), "\\ufffd", 6);
}

/* Steps over a string. What is between its quotation marks goes into @slice. */
static gboolean
scan_string (Scan        *scan,
             Slice       *slice,
             gboolean    *has_escapes,
             const char **complaint)
{
  const char *opening = scan->at++;

  slice->start = scan->at;
  *has_escapes = FALSE;
  *complaint = NULL;

  while (scan->at < scan->end)
    {
      guchar c = *scan->at;

      if (c == '"')
        {
          slice->length = scan->at++ - slice->start;
          return TRUE;
        }

      if (c < 0x20)
        return fail (scan, scan->at,
                     _("A line break, tab or other control character in a text has to be written as an escape."));

      if (c != '\\')
        {
          scan->at++;
          continue;
        }

      *has_escapes = TRUE;
      if (++scan->at == scan->end)
        break;

      if (*scan->at == 'u')
        {
          const char *escape = scan->at - 1;
          int unit = read_hex (scan, scan->at + 1);
          gboolean is_pair = FALSE;

          if (unit < 0)
            return fail (scan, escape, _("Four hexadecimal digits have to follow “\\u”."));

          scan->at += 5;
          if (unit >= 0xd800 && unit <= 0xdbff && scan->end - scan->at >= 6
              && scan->at[0] == '\\' && scan->at[1] == 'u')
            {
              int low = read_hex (scan, scan->at + 2);

              is_pair = low >= 0xdc00 && low <= 0xdfff;
            }

          if (is_pair)
            {
              scan->at += 6;
            }
          else if (unit == 0)
            {
              *complaint = _("A text can’t hold the character U+0000.");
              mend_escape (scan, escape);
            }
          else if (unit >= 0xd800 && unit <= 0xdfff)
            {
              *complaint = _("A text holds one half of a surrogate pair without the other.");
              mend_escape (scan, escape);
            }
        }
      else if (strchr ("\"\\/bfnrt", *scan->at) != NULL)
        {
          scan->at++;
        }
      else
        {
          return fail (scan, scan->at - 1, _("There is no such escape in JSON."));
        }
    }

  scan->at = scan->end;

  return fail (scan, opening, _("The text that begins here has no end."));
}

/* The name itself, of one that is written with escapes: "\u0069d" is "id". */
static Slice
unescape_name (Scan        *scan,
               const Slice *slice)
{
  g_autoptr (GString) name = g_string_sized_new (slice->length);
  const char *at = slice->start;
  const char *end = slice->start + slice->length;
  Slice unescaped;

  while (at < end)
    {
      static const char letters[] = "bfnrt";
      static const char controls[] = "\b\f\n\r\t";
      const char *letter;

      if (*at != '\\')
        {
          g_string_append_c (name, *at++);
          continue;
        }

      if (at[1] == 'u')
        {
          gunichar character = read_hex (scan, at + 2);

          at += 6;
          if (character >= 0xd800 && character <= 0xdbff && end - at >= 6)
            {
              character = 0x10000 + ((character - 0xd800) << 10) + (read_hex (scan, at + 2) - 0xdc00);
              at += 6;
            }
          g_string_append_unichar (name, character);
          continue;
        }

      letter = strchr (letters, at[1]);
      g_string_append_c (name, letter != NULL ? controls[letter - letters] : at[1]);
      at += 2;
    }

  unescaped.length = name->len;
  unescaped.start = g_string_chunk_insert_len (scan->unescaped, name->str, name->len);

  return unescaped;
}

static gboolean
is_new_name (Scan        *scan,
             Level       *level,
             const Slice *name)
{
  const Slice *names = &g_array_index (scan->names, Slice, level->first_name);
  guint n_names = scan->names->len - level->first_name;

  if (level->seen == NULL && n_names >= MANY_NAMES)
    {
      level->seen = g_hash_table_new_full (slice_hash, slice_equal, g_free, NULL);
      for (guint i = 0; i < n_names; i++)
        g_hash_table_add (level->seen, g_memdup2 (&names[i], sizeof (Slice)));
    }

  if (level->seen != NULL)
    return g_hash_table_add (level->seen, g_memdup2 (name, sizeof (Slice)));

  for (guint i = 0; i < n_names; i++)
    if (slice_equal (&names[i], name))
      return FALSE;

  return TRUE;
}

/* Steps over the name of a member and its colon. */
static gboolean
scan_name (Scan *scan)
{
  Level *level = &scan->levels[scan->depth - 1];
  const char *complaint;
  gboolean has_escapes;
  gboolean is_new;
  Slice name;

  if (scan->at == scan->end || *scan->at != '"')
    return fail_at_character (scan, _("The name of a member, in straight quotation marks,"));

  if (!scan_string (scan, &name, &has_escapes, &complaint))
    return FALSE;

  if (complaint != NULL)
    report_here (scan, complaint);
  else if (has_escapes)
    name = unescape_name (scan, &name);

  is_new = is_new_name (scan, level, &name);
  g_array_append_val (scan->names, name);
  if (!is_new)
    report_here (scan, _("There is more than one member of this name."));

  skip_blanks (scan);
  if (scan->at == scan->end || *scan->at != ':')
    return fail_at_character (scan, _("A colon"));
  scan->at++;

  return TRUE;
}

static void
skip_digits (Scan *scan)
{
  while (scan->at < scan->end && g_ascii_isdigit (*scan->at))
    scan->at++;
}

static gboolean
scan_number (Scan *scan)
{
  const char *start = scan->at;
  gboolean is_integer = TRUE;
  g_autofree char *number = NULL;

  if (*scan->at == '-')
    scan->at++;

  if (scan->at == scan->end || !g_ascii_isdigit (*scan->at))
    return fail_at_character (scan, _("A digit"));

  if (*scan->at == '0' && scan->at + 1 < scan->end && g_ascii_isdigit (scan->at[1]))
    return fail (scan, start, _("A number can’t begin with a zero that means nothing."));

  skip_digits (scan);

  if (scan->at < scan->end && *scan->at == '.')
    {
      is_integer = FALSE;
      scan->at++;
      if (scan->at == scan->end || !g_ascii_isdigit (*scan->at))
        return fail_at_character (scan, _("A digit"));
      skip_digits (scan);
    }

  if (scan->at < scan->end && (*scan->at == 'e' || *scan->at == 'E'))
    {
      is_integer = FALSE;
      scan->at++;
      if (scan->at < scan->end && (*scan->at == '+' || *scan->at == '-'))
        scan->at++;
      if (scan->at == scan->end || !g_ascii_isdigit (*scan->at))
        return fail_at_character (scan, _("A digit"));
      skip_digits (scan);
    }

  /* Any of 18 digits is below 2^63. */
  if (is_integer && scan->at - start <= 18)
    return TRUE;

  number = g_strndup (start, scan->at - start);
  errno = 0;
  if (is_integer)
    {
      g_ascii_strtoll (number, NULL, 10);
      if (errno == ERANGE)
        report_here (scan, _("The number is too large."));
    }
  else if (!isfinite (g_ascii_strtod (number, NULL)))
    {
      report_here (scan, _("The number is too large."));
    }

  return TRUE;
}

static gboolean
scan_word (Scan *scan)
{
  static const char * const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (scan->end - scan->at) >= length && memcmp (scan->at, words[i], length) == 0)
        {
          scan->at += length;
          return TRUE;
        }
    }

  return fail_at_character (scan, _("A value"));
}

/* Of two lists of one name the second counts, as it does for json-glib. */
static void
begin_list (Scan        *scan,
            const Slice *name)
{
  for (guint i = 0; i < scan->n_lists; i++)
    {
      DramatisJsonList *list = &scan->lists[i];

      if (strlen (list->name) == name->length && memcmp (list->name, name->start, name->length) == 0)
        {
          g_clear_pointer (&list->elements, g_array_unref);
          scan->elements = list->elements = g_array_new (FALSE, FALSE, sizeof (DramatisJsonSlice));
        }
    }
}

/* Steps over a value that holds no others. */
static gboolean
scan_scalar (Scan *scan)
{
  const char *complaint;
  gboolean has_escapes;
  Slice text;

  if (scan->at < scan->end && *scan->at == '"')
    {
      if (!scan_string (scan, &text, &has_escapes, &complaint))
        return FALSE;
      if (complaint != NULL)
        report_here (scan, complaint);
      return TRUE;
    }

  if (scan->at < scan->end && (*scan->at == '-' || g_ascii_isdigit (*scan->at)))
    return scan_number (scan);

  return scan_word (scan);
}

static void
close_level (Scan *scan)
{
  Level *level = &scan->levels[--scan->depth];

  g_array_set_size (scan->names, level->first_name);
  g_clear_pointer (&level->seen, g_hash_table_unref);
}

/* Steps over the opening of an array or object; TRUE in @is_empty if over its end as well. */
static gboolean
open_level (Scan     *scan,
            gboolean *is_empty)
{
  Level *level;

  if (scan->depth == DRAMATIS_JSON_DEPTH_MAX)
    {
      g_autofree char *reason = g_strdup_printf (_("More than %d values are nested in each other here."),
                                                 DRAMATIS_JSON_DEPTH_MAX);

      return fail (scan, scan->at, reason);
    }

  level = &scan->levels[scan->depth++];
  level->is_object = *scan->at == '{';
  level->index = 0;
  level->first_name = scan->names->len;
  level->seen = NULL;

  scan->at++;
  skip_blanks (scan);
  *is_empty = scan->at < scan->end && *scan->at == (level->is_object ? '}' : ']');
  if (*is_empty)
    {
      scan->at++;
      close_level (scan);
    }
  else if (scan->depth == LIST_DEPTH && !level->is_object && level->first_name > 0)
    {
      begin_list (scan, &g_array_index (scan->names, Slice, level->first_name - 1));
    }

  return TRUE;
}

/* Steps over the comma or the ends after a value; nothing follows if the depth is 0 then. */
static gboolean
scan_after_value (Scan *scan)
{
  while (scan->depth > 0)
    {
      Level *level = &scan->levels[scan->depth - 1];

      if (scan->elements != NULL && scan->depth == LIST_DEPTH)
        {
          DramatisJsonSlice *element = &g_array_index (scan->elements, DramatisJsonSlice, scan->elements->len - 1);

          element->length = scan->at - scan->start - element->start;
        }
      skip_blanks (scan);

      if (scan->at < scan->end && *scan->at == ',')
        {
          scan->at++;
          level->index++;
          return TRUE;
        }

      if (scan->at == scan->end || *scan->at != (level->is_object ? '}' : ']'))
        return fail_at_character (scan, level->is_object ? _("A comma or “}”") : _("A comma or “]”"));

      scan->at++;
      close_level (scan);
      if (scan->depth < LIST_DEPTH)
        scan->elements = NULL;
    }

  return TRUE;
}

static gboolean
scan_document (Scan *scan)
{
  do
    {
      gboolean is_empty = TRUE;

      skip_blanks (scan);
      if (scan->depth > 0 && scan->levels[scan->depth - 1].is_object)
        {
          if (!scan_name (scan))
            return FALSE;
          skip_blanks (scan);
        }
      else if (scan->elements != NULL && scan->depth == LIST_DEPTH)
        {
          const DramatisJsonSlice element = { scan->at - scan->start, 0 };

          g_array_append_val (scan->elements, element);
        }

      if (scan->at < scan->end && (*scan->at == '{' || *scan->at == '['))
        {
          if (!open_level (scan, &is_empty))
            return FALSE;
        }
      else if (!scan_scalar (scan))
        {
          return FALSE;
        }

      if (is_empty && !scan_after_value (scan))
        return FALSE;
    }
  while (scan->depth > 0);

  skip_blanks (scan);
  if (scan->at < scan->end)
    return fail_at_character (scan, _("The end of the file"));

  return TRUE;
}

/**
 * dramatis_json_scan:
 * @bytes: the contents of a file
 * @lists: (array length=n_lists) (inout): the names of arrays in the root object, whose elements are filled in
 * @n_lists: how many they are
 * @faults: (element-type DramatisFault): where to add what is wrong with it
 *
 * Checks that a text is JSON (RFC 8259) that json-glib can be given, and says what json-glib would get wrong.
 *
 * If the text is not UTF-8, not JSON or nested deeper than %DRAMATIS_JSON_DEPTH_MAX, @faults holds just that.
 * Otherwise they are those of single values: a number that is too large, a text with U+0000 or half a surrogate pair,
 * a name that an object has twice. The rest can be looked at all the same, but what json-glib reads in those places
 * is not what was written.
 *
 * Returns: (transfer full) (nullable): what to give to json-glib, or %NULL if it must not be parsed
 */
GBytes *
dramatis_json_scan (GBytes           *bytes,
                    DramatisJsonList *lists,
                    guint             n_lists,
                    GPtrArray        *faults)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  Scan scan = { .lists = lists, .n_lists = n_lists, .faults = faults };
  const char *invalid;
  gboolean is_json = FALSE;

  if (text == NULL)
    text = "";

  scan.start = scan.at = text;
  scan.end = text + length;
  scan.names = g_array_new (FALSE, FALSE, sizeof (Slice));
  scan.unescaped = g_string_chunk_new (256);

  if (!g_utf8_validate_len (text, length, &invalid))
    {
      fail (&scan, invalid, *invalid == '\0'
                            ? _("The file holds a NUL byte: it is not a text.")
                            : _("The file is not valid UTF-8 here."));
    }
  else if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      fail (&scan, text, _("The file begins with a byte order mark, which JSON does not have."));
    }
  else
    {
      skip_blanks (&scan);
      if (scan.at == scan.end)
        fail (&scan, text, _("The file is empty."));
      else
        is_json = scan_document (&scan);
    }

  while (scan.depth > 0)
    close_level (&scan);
  g_array_unref (scan.names);
  g_string_chunk_free (scan.unescaped);

  if (!is_json)
    {
      g_free (scan.mended);
      return NULL;
    }

  return scan.mended != NULL ? g_bytes_new_take (scan.mended, length) : g_bytes_ref (bytes);
}
