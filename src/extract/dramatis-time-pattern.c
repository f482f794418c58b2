/* dramatis-time-pattern.c: the patterns of the rules for times
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-time-pattern.h"

#include <string.h>

typedef struct
{
  GHashTable  *named;
  char       **at;
} Parser;

/* The parts of a pattern: words and the signs ( ) | ? [ ] */
static GStrv
split_pattern (const char *pattern)
{
  g_autoptr (GString) spaced = g_string_new (NULL);
  g_auto (GStrv) parts = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (const char *p = pattern; *p != '\0'; p++)
    {
      if (strchr ("()|?[]", *p) != NULL)
        g_string_append_printf (spaced, " %c ", *p);
      else
        g_string_append_c (spaced, *p);
    }

  parts = g_strsplit (spaced->str, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (builder, parts[i]);

  return g_strv_builder_end (builder);
}

static GPtrArray *
new_sequences (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

static void
add_sequence (GPtrArray *sequences,
              GPtrArray *first,
              GPtrArray *second)
{
  GPtrArray *sequence = g_ptr_array_new ();

  if (first != NULL)
    g_ptr_array_extend (sequence, first, NULL, NULL);
  if (second != NULL)
    g_ptr_array_extend (sequence, second, NULL, NULL);
  g_ptr_array_add (sequences, sequence);
}

static GPtrArray *parse_alternatives (Parser *self);

static GPtrArray *
parse_item (Parser *self)
{
  const char *part = *self->at++;
  GPtrArray *named = g_hash_table_lookup (self->named, part);
  GPtrArray *sequences;

  if (named != NULL)
    {
      sequences = new_sequences ();
      for (guint i = 0; i < named->len; i++)
        g_ptr_array_add (sequences, g_ptr_array_ref (named->pdata[i]));
    }
  else if (g_str_equal (part, "("))
    {
      sequences = parse_alternatives (self);
      g_assert (*self->at != NULL && g_str_equal (*self->at, ")"));
      self->at++;
    }
  else
    {
      sequences = new_sequences ();
      add_sequence (sequences, NULL, NULL);
      g_ptr_array_add (sequences->pdata[0], (gpointer) g_intern_string (part));
    }

  if (*self->at != NULL && g_str_equal (*self->at, "?"))
    {
      self->at++;
      add_sequence (sequences, NULL, NULL);
    }

  return sequences;
}

static GPtrArray *
parse_sequence (Parser *self)
{
  GPtrArray *sequences = new_sequences ();

  add_sequence (sequences, NULL, NULL);
  while (*self->at != NULL && !g_str_equal (*self->at, "|") && !g_str_equal (*self->at, ")"))
    {
      g_autoptr (GPtrArray) before = NULL;
      g_autoptr (GPtrArray) items = parse_item (self);

      /* most items are a single word */
      if (items->len == 1)
        {
          for (guint i = 0; i < sequences->len; i++)
            g_ptr_array_extend (sequences->pdata[i], items->pdata[0], NULL, NULL);
          continue;
        }

      before = sequences;
      sequences = new_sequences ();
      for (guint i = 0; i < before->len; i++)
        for (guint k = 0; k < items->len; k++)
          add_sequence (sequences, before->pdata[i], items->pdata[k]);
    }

  return sequences;
}

static GPtrArray *
parse_alternatives (Parser *self)
{
  GPtrArray *sequences = parse_sequence (self);

  while (*self->at != NULL && g_str_equal (*self->at, "|"))
    {
      g_autoptr (GPtrArray) more = NULL;

      self->at++;
      more = parse_sequence (self);
      for (guint i = 0; i < more->len; i++)
        add_sequence (sequences, more->pdata[i], NULL);
    }

  return sequences;
}

/**
 * dramatis_time_pattern_expand:
 * @pattern: the pattern of a rule
 * @named: (element-type utf8 GPtrArray): what patterns stand for that others may name
 *
 * Writes a pattern as all the sequences that it stands for: a word, or one of the signs `[` and `]`, after the
 * other. How patterns are written is told in the README of the folder.
 *
 * Returns: (transfer full) (element-type GPtrArray): the sequences, of strings that live forever
 */
GPtrArray *
dramatis_time_pattern_expand (const char *pattern,
                              GHashTable *named)
{
  g_auto (GStrv) parts = split_pattern (pattern);
  Parser parser = { .named = named, .at = parts };
  GPtrArray *sequences = parse_alternatives (&parser);

  g_assert (*parser.at == NULL);

  return sequences;
}
