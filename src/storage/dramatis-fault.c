/* dramatis-fault.c: what is wrong with a file, and where
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-fault.h"

#include <string.h>

/* The names of members and the words that a reason quotes are the file's: anything may be in them. */
static char *
dup_line (const char *text)
{
  GString *line = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      if (g_ascii_iscntrl (*at))
        g_string_append_printf (line, "\\u%04x", (guint) *at);
      else
        g_string_append_c (line, *at);
    }

  return g_string_free (line, FALSE);
}

/**
 * dramatis_fault_new:
 * @path: the place
 * @reason: what is wrong, one sentence
 *
 * Makes a fault; control characters in its strings are escaped.
 *
 * Returns: (transfer full): the fault
 */
DramatisFault *
dramatis_fault_new (const char *path,
                    const char *reason)
{
  DramatisFault *self = g_new (DramatisFault, 1);

  self->path = dup_line (path);
  self->reason = dup_line (reason);

  return self;
}

/**
 * dramatis_fault_free:
 * @self: (transfer full): a fault
 *
 * Frees a fault.
 */
void
dramatis_fault_free (DramatisFault *self)
{
  g_free (self->path);
  g_free (self->reason);
  g_free (self);
}

/**
 * dramatis_faults_new:
 *
 * Makes an empty list of faults that owns them.
 *
 * Returns: (transfer full) (element-type DramatisFault): the list
 */
GPtrArray *
dramatis_faults_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) dramatis_fault_free);
}

/**
 * dramatis_json_pointer_append:
 * @pointer: a JSON Pointer
 * @name: the name of a member
 * @length: the length of @name in bytes, or -1
 *
 * Adds a step to a JSON Pointer (RFC 6901, section 3).
 */
void
dramatis_json_pointer_append (GString    *pointer,
                              const char *name,
                              gssize      length)
{
  const char *end = name + (length < 0 ? (gssize) strlen (name) : length);

  g_string_append_c (pointer, '/');
  for (const char *at = name; at < end; at++)
    {
      if (*at == '~')
        g_string_append (pointer, "~0");
      else if (*at == '/')
        g_string_append (pointer, "~1");
      else
        g_string_append_c (pointer, *at);
    }
}
