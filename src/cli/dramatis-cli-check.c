/* dramatis-cli-check.c: the command "check"
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-cli.h"

#include <glib/gi18n-lib.h>

#include "dramatis-cli-dossier.h"

/* What there is under the name is no file that could be a dossier: a fault of it like others. That it is missing or
 * not allowed to be read is none. */
static gboolean
is_no_dossier (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY)
         || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE)
         || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
}

/**
 * dramatis_cli_check:
 * @argc: how many words @argv has
 * @argv: the words of the command
 *
 * Prints everything that is wrong with a dossier file.
 *
 * Returns: the exit status
 */
int
dramatis_cli_check (int    argc,
                    char **argv)
{
  g_autoptr (DramatisDossierReader) reader = dramatis_dossier_reader_new ();
  g_autoptr (DramatisDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) files = NULL;
  GPtrArray *faults;
  int status;

  if (!dramatis_cli_parse (argc, argv, NULL, _("FILE.dossier"), &files, &status))
    return status;

  if (g_strv_length (files) != 1)
    return dramatis_cli_usage_error (argv[0], "%s", _("One file is needed."));

  dossier = dramatis_cli_read_dossier (reader, files[0], &error);
  if (dossier != NULL)
    return DRAMATIS_CLI_DONE;

  faults = dramatis_dossier_reader_get_faults (reader);
  for (guint i = 0; i < faults->len; i++)
    {
      const DramatisFault *fault = g_ptr_array_index (faults, i);

      g_print ("%s: %s: %s\n", files[0], fault->path, fault->reason);
    }

  if (faults->len == 0)
    {
      if (!is_no_dossier (error))
        return dramatis_cli_fault (files[0], "%s", error->message);
      g_print ("%s: 1:1: %s\n", files[0], error->message);
    }

  return DRAMATIS_CLI_FAULT;
}
