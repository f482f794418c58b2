/* dramatis-cli-command.c: what the commands of the command-line program share
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-cli.h"

#include <glib/gi18n-lib.h>

/**
 * dramatis_cli_parse:
 * @argc: how many words @argv has
 * @argv: the words of the command, its name first
 * @entries: (nullable): the options of the command, ended by a zeroed entry
 * @arguments: what follows the options, for the help: `"FILE.dossier"`
 * @files: (out) (transfer full): the arguments, never %NULL
 * @status: (out): the exit status, if the command is not to go on
 *
 * Parses the options of a command, and answers `--help`.
 *
 * A lone `-` is an argument, as is everything after `--`. Let options take %G_OPTION_ARG_FILENAME for text:
 * %G_OPTION_ARG_STRING refuses UTF-8 where the locale is “C”.
 *
 * Returns: %TRUE if the command is to go on
 */
gboolean
dramatis_cli_parse (int                  argc,
                    char               **argv,
                    const GOptionEntry  *entries,
                    const char          *arguments,
                    GStrv               *files,
                    int                 *status)
{
  gboolean help = FALSE;
  g_auto (GStrv) remaining = NULL;
  const GOptionEntry own_entries[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("Show this help"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &remaining, NULL, arguments },
    { NULL }
  };
  const char *command = argv[0];
  g_autofree char *program = g_strdup_printf ("dramatis-cli %s", command);
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  /* The help of GOption itself would call exit () and leave out the name of the command. */
  g_option_context_set_help_enabled (context, FALSE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, own_entries, GETTEXT_PACKAGE);

  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      *status = dramatis_cli_usage_error (command, "%s", error->message);
      return FALSE;
    }

  if (help)
    {
      g_autofree char *text = NULL;

      g_set_prgname (program);
      text = g_option_context_get_help (context, TRUE, NULL);
      g_print ("%s", text);
      *status = DRAMATIS_CLI_DONE;
      return FALSE;
    }

  *files = remaining != NULL ? g_steal_pointer (&remaining) : g_new0 (char *, 1);

  return TRUE;
}

/**
 * dramatis_cli_usage_error:
 * @command: (nullable): the name of the command, or %NULL if there is none
 * @format: what is wrong, as for printf()
 * @...: the values of @format
 *
 * Says on standard error that the program was called wrongly.
 *
 * Returns: %DRAMATIS_CLI_USAGE, to be returned by the command
 */
int
dramatis_cli_usage_error (const char *command,
                          const char *format,
                          ...)
{
  g_autofree char *message = NULL;
  const char *blank = command != NULL ? " " : "";
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  if (command == NULL)
    command = "";

  g_printerr ("dramatis-cli%s%s: %s\n", blank, command, message);
  g_printerr (_("“dramatis-cli%s%s --help” tells how it is used.\n"), blank, command);

  return DRAMATIS_CLI_USAGE;
}

/**
 * dramatis_cli_fault:
 * @file: the name of the file at fault, as the user gave it
 * @format: the place and the reason, as for printf()
 * @...: the values of @format
 *
 * Says on standard error, in one line, what is wrong with a file.
 *
 * Returns: %DRAMATIS_CLI_FAULT, to be returned by the command
 */
int
dramatis_cli_fault (const char *file,
                    const char *format,
                    ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_printerr ("%s: %s\n", file, g_strdelimit (message, "\n", ' '));

  return DRAMATIS_CLI_FAULT;
}
