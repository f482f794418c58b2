/* dramatis-cli-import.c: the command "import"
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-cli.h"

#include <glib/gi18n-lib.h>

#include "dramatis-cli-text.h"
#include "dramatis-dossier-writer.h"
#include "dramatis-import.h"

typedef struct
{
  const char   *title;
  const char   *language;
  DramatisTime *published;
} Known;

static int
import_file (DramatisDossier *dossier,
             const char      *name,
             const Known     *known)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dramatis_cli_read_bytes (name, &error);
  g_autoptr (DramatisImport) import = NULL;
  const char * const *left_out;

  if (bytes == NULL)
    return dramatis_cli_fault (name, "%s", error->message);

  import = dramatis_import_new (dossier, known->title, known->language, known->published);
  if (!dramatis_import_read (import, bytes, g_str_equal (name, "-") ? NULL : name, NULL, &error))
    return dramatis_cli_fault (name, "%s", error->message);

  left_out = dramatis_import_get_left_out (import);
  for (guint i = 0; left_out[i] != NULL; i++)
    /* Translators: a file, and a line of it that belongs to the page around the article */
    g_printerr (_("%s: left out: %s\n"), name, left_out[i]);
  dramatis_import_apply (import, dossier);

  return DRAMATIS_CLI_DONE;
}

/**
 * dramatis_cli_import:
 * @argc: how many words @argv has
 * @argv: the words of the command
 *
 * Makes a dossier of texts, each of them an article.
 *
 * Returns: the exit status
 */
int
dramatis_cli_import (int    argc,
                     char **argv)
{
  g_autofree char *date = NULL;
  g_autofree char *title = NULL;
  g_autofree char *language = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &date, N_("When the texts were published"), "YYYY-MM-DD" },
    { "title", 0, 0, G_OPTION_ARG_FILENAME, &title, N_("The title of the one text"), N_("TITLE") },
    { "language", 0, 0, G_OPTION_ARG_FILENAME, &language, N_("The language of the texts"), "TAG" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The dossier to write"), N_("OUT.dossier") },
    { NULL }
  };
  g_auto (GStrv) files = NULL;
  g_autoptr (DramatisTime) published = NULL;
  g_autoptr (DramatisDossier) dossier = NULL;
  g_autoptr (GBytes) bytes = NULL;
  Known known;
  int status;

  if (!dramatis_cli_parse (argc, argv, entries, _("INPUT…"), &files, &status))
    return status;
  if (!dramatis_cli_parse_text_options (argv[0], date, language, &published, &status))
    return status;
  if (title != NULL && !g_utf8_validate (title, -1, NULL))
    return dramatis_cli_usage_error (argv[0], "%s", _("An option is not in UTF-8."));
  if (files[0] == NULL)
    return dramatis_cli_usage_error (argv[0], "%s", _("At least one file is needed."));
  if (title != NULL && files[1] != NULL)
    return dramatis_cli_usage_error (argv[0], "%s", _("--title goes with one file only."));
  if (output == NULL)
    return dramatis_cli_usage_error (argv[0], "%s", _("-o has to name the dossier to write."));

  known = (Known) { title, language, published };
  dossier = dramatis_dossier_new ();
  for (guint i = 0; files[i] != NULL; i++)
    {
      status = import_file (dossier, files[i], &known);
      if (status != DRAMATIS_CLI_DONE)
        return status;
    }

  bytes = dramatis_dossier_to_bytes (dossier);

  return dramatis_cli_write (output, bytes);
}
