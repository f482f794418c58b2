/* dramatis-cli-dossier.c: how the commands come by their dossier
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-cli-dossier.h"

#include <unistd.h>

/**
 * dramatis_cli_read_dossier:
 * @reader: a reader
 * @name: the name of a dossier file as the user gave it; `-`: standard input
 * @error: return location for an error
 *
 * Reads the dossier that a command is about. The message of @error tells the place, if there is one, and the reason.
 *
 * Returns: (transfer full): the dossier, or %NULL with @error set as by [method@DossierReader.read]
 */
DramatisDossier *
dramatis_cli_read_dossier (DramatisDossierReader  *reader,
                           const char             *name,
                           GError                **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (g_str_equal (name, "-"))
    {
      bytes = dramatis_file_read_fd (STDIN_FILENO, error);
      return bytes != NULL ? dramatis_dossier_reader_read_bytes (reader, bytes, error) : NULL;
    }

  /* not for_commandline_arg: a name with a colon in it is no URI */
  file = g_file_new_for_path (name);

  return dramatis_dossier_reader_read (reader, file, error);
}
