/* dramatis-json-text.c: writing values as JSON
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-json-text.h"

#include <math.h>
#include <string.h>

/**
 * dramatis_json_append_text:
 * @json: what is being written
 * @text: a text, valid UTF-8
 *
 * Appends a text as a JSON string, with no more escapes than RFC 8259 demands.
 */
void
dramatis_json_append_text (GString    *json,
                           const char *text)
{
  const char *run = text;
  const char *at;

  g_string_append_c (json, '"');
  for (at = text; *at != '\0'; at++)
    {
      static const char controls[] = "\b\f\n\r\t";
      static const char letters[] = "bfnrt";
      guchar c = *at;
      const char *control;

      if (c >= 0x20 && c != '"' && c != '\\')
        continue;

      g_string_append_len (json, run, at - run);
      run = at + 1;

      if (c >= 0x20)
        {
          g_string_append_c (json, '\\');
          g_string_append_c (json, c);
        }
      else if ((control = strchr (controls, c)) != NULL)
        {
          g_string_append_c (json, '\\');
          g_string_append_c (json, letters[control - controls]);
        }
      else
        {
          g_string_append_printf (json, "\\u%04x", c);
        }
    }
  g_string_append_len (json, run, at - run);
  g_string_append_c (json, '"');
}

/* The shortest digits that are read back as the same number; json-glib always writes 17: 0.1 would become
 * 0.10000000000000001. */
static void
append_double (GString *json,
               double   number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_if_fail (isfinite (number));

  for (int precision = 15; precision <= 17; precision++)
    {
      g_autofree char *format = g_strdup_printf ("%%.%dg", precision);

      g_ascii_formatd (digits, sizeof digits, format, number);
      if (g_ascii_strtod (digits, NULL) == number)
        break;
    }

  g_string_append (json, digits);
  /* so that it stays no integer */
  if (strpbrk (digits, ".e") == NULL)
    g_string_append (json, ".0");
}

/**
 * dramatis_json_append_node:
 * @json: what is being written
 * @node: a value, nested no deeper than a file may be
 *
 * Appends a value in one line, without blanks.
 */
void
dramatis_json_append_node (GString  *json,
                           JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *member;
      const char *separator = "";

      g_string_append_c (json, '{');
      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &name, &member))
        {
          g_string_append (json, separator);
          dramatis_json_append_text (json, name);
          g_string_append_c (json, ':');
          dramatis_json_append_node (json, member);
          separator = ",";
        }
      g_string_append_c (json, '}');
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      g_string_append_c (json, '[');
      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          if (i > 0)
            g_string_append_c (json, ',');
          dramatis_json_append_node (json, json_array_get_element (array, i));
        }
      g_string_append_c (json, ']');
    }
  else if (JSON_NODE_HOLDS_NULL (node))
    {
      g_string_append (json, "null");
    }
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      dramatis_json_append_text (json, json_node_get_string (node));
    }
  else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    {
      g_string_append (json, json_node_get_boolean (node) ? "true" : "false");
    }
  else if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    {
      append_double (json, json_node_get_double (node));
    }
  else
    {
      g_string_append_printf (json, "%" G_GINT64_FORMAT, json_node_get_int (node));
    }
}
