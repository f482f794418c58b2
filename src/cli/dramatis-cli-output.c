/* dramatis-cli-output.c: where the commands write to
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-cli.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "dramatis-file.h"

/**
 * dramatis_cli_write:
 * @name: (nullable): the name of a file as the user gave it; %NULL or `-`: standard output
 * @bytes: what to write
 *
 * Writes what a command has made: a file whole or not at all. Says on standard error if that fails.
 *
 * Returns: the exit status
 */
int
dramatis_cli_write (const char *name,
                    GBytes     *bytes)
{
  g_autoptr (GError) error = NULL;
  gconstpointer data;
  gsize size;

  if (name != NULL && !g_str_equal (name, "-"))
    {
      if (!dramatis_file_replace (name, bytes, NULL, &error))
        return dramatis_cli_fault (name, "%s", error->message);
      return DRAMATIS_CLI_DONE;
    }

  data = g_bytes_get_data (bytes, &size);
  if (fwrite (data, 1, size, stdout) != size || fflush (stdout) != 0)
    return dramatis_cli_fault (_("standard output"), "%s", g_strerror (errno));

  return DRAMATIS_CLI_DONE;
}
