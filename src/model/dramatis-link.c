/* dramatis-link.c: links from a note to things of the dossier
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-link.h"

#include <string.h>

/* A link is one of Markdown, `[Japan](dramatis:actor-7)`: every reader of Markdown takes it for a link and shows its
 * words, where `[[…]]` is bare brackets to all but a few. The path of the URI is the identifier, percent-encoded, so
 * that neither renaming nor two of the same name can lead it astray. */
#define SCHEME_PREFIX DRAMATIS_LINK_SCHEME ":"

/* What may mean something inside the words of a link. */
#define SPECIAL "\\`*_[]<>&~$^@!#|"

/**
 * dramatis_link_to_markdown:
 * @label: any words
 * @id: the identifier of a thing
 *
 * Makes the Markdown of a link.
 *
 * Returns: (transfer full): the link, which shows @label as it is
 */
char *
dramatis_link_to_markdown (const char *label,
                           const char *id)
{
  g_autofree char *path = NULL;
  GString *link;

  g_return_val_if_fail (label != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  path = g_uri_escape_string (id, NULL, FALSE);
  link = g_string_new ("[");
  for (const char *p = label; *p != '\0'; p++)
    {
      if (strchr (SPECIAL, *p) != NULL)
        g_string_append_c (link, '\\');
      g_string_append_c (link, g_ascii_iscntrl (*p) ? ' ' : *p);
    }
  g_string_append_printf (link, "](" SCHEME_PREFIX "%s)", path);

  return g_string_free (link, FALSE);
}

/**
 * dramatis_link_to_id:
 * @uri: where a link leads
 *
 * Gets the thing that a link leads to.
 *
 * Returns: (transfer full) (nullable): its identifier, or %NULL if the link leads out of the dossier
 */
char *
dramatis_link_to_id (const char *uri)
{
  g_return_val_if_fail (uri != NULL, NULL);

  if (g_ascii_strncasecmp (uri, SCHEME_PREFIX, strlen (SCHEME_PREFIX)) != 0)
    return NULL;

  return g_uri_unescape_string (uri + strlen (SCHEME_PREFIX), NULL);
}

/* Finds the next colon from @p on that ends the name of the scheme; returns where that begins. */
static const char *
find_scheme (const char *markdown,
             const char *p)
{
  const gsize length = strlen (DRAMATIS_LINK_SCHEME);

  for (p = strchr (p, ':'); p != NULL; p = strchr (p + 1, ':'))
    {
      if ((gsize) (p - markdown) >= length && g_ascii_strncasecmp (p - length, DRAMATIS_LINK_SCHEME, length) == 0)
        return p - length;
    }

  return NULL;
}

/* Whether what stands before an address makes it that of a link: "[Japan](", or "[Japan]: " for what that refers to. */
static gboolean
begins_link (const char *markdown,
             const char *address)
{
  while (address > markdown && g_ascii_isspace (address[-1]))
    address--;

  return address - markdown >= 2 && address[-2] == ']' && (address[-1] == '(' || address[-1] == ':');
}

/* Finds the next URI of a link from @p on; @id is what it leads to. */
static const char *
find_next (const char  *markdown,
           const char  *p,
           gsize       *length,
           char       **id)
{
  for (p = find_scheme (markdown, p); p != NULL; p = find_scheme (markdown, p + strlen (SCHEME_PREFIX)))
    {
      gboolean bracketed = p > markdown && p[-1] == '<';
      g_autofree char *uri = NULL;

      *length = strcspn (p, bracketed ? "> \t\n" : ") \t\n");
      uri = g_strndup (p, *length);
      *id = dramatis_link_to_id (uri);
      if ((bracketed || begins_link (markdown, p)) && *id != NULL && **id != '\0')
        return p;
      g_clear_pointer (id, g_free);
    }

  return NULL;
}

/**
 * dramatis_link_find_ids:
 * @markdown: the text of a note
 *
 * Finds the things that a note has links to, without parsing it: one that stands in code counts as well.
 *
 * Returns: (transfer full): their identifiers, each once
 */
char **
dramatis_link_find_ids (const char *markdown)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize length;
  char *id;

  g_return_val_if_fail (markdown != NULL, NULL);

  for (const char *p = markdown; (p = find_next (markdown, p, &length, &id)) != NULL; p += length)
    {
      if (!g_hash_table_contains (known, id))
        g_strv_builder_add (ids, id);
      g_hash_table_add (known, id);
    }

  return g_strv_builder_end (ids);
}

/**
 * dramatis_link_redirect:
 * @markdown: the text of a note
 * @from: identifiers
 * @to: another identifier
 *
 * Makes the links to some things lead to another one. What they say stays.
 *
 * Returns: (transfer full) (nullable): the changed text, or %NULL if there is no such link
 */
char *
dramatis_link_redirect (const char         *markdown,
                        const char * const *from,
                        const char         *to)
{
  g_autofree char *path = g_uri_escape_string (to, NULL, FALSE);
  g_autoptr (GString) text = g_string_new (NULL);
  const char *done = markdown;
  gsize length;
  char *id;

  for (const char *p = markdown; (p = find_next (markdown, p, &length, &id)) != NULL; p += length)
    {
      if (g_strv_contains (from, id))
        {
          g_string_append_len (text, done, p - done);
          g_string_append_printf (text, SCHEME_PREFIX "%s", path);
          done = p + length;
        }
      g_free (id);
    }
  if (done == markdown)
    return NULL;

  g_string_append (text, done);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
