/* dramatis-cli.c: the command-line program: finds the command and runs it
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-cli.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>

typedef struct
{
  const char *name;
  const char *help;
  int       (*run) (int    argc,
                    char **argv);
} Command;

static const Command commands[] = {
  { "check", N_("Tell what is wrong with a dossier file"), dramatis_cli_check },
  { "export", N_("Write a dossier, or what of it passes a filter, in another format"), dramatis_cli_export },
  { "extract", N_("Print what actors and times a text names"), dramatis_cli_extract },
  { "import", N_("Make a dossier of texts"), dramatis_cli_import },
  { "info", N_("Tell how much a dossier holds"), dramatis_cli_info },
  { NULL }
};

static void
print_help (void)
{
  g_print ("%s\n  dramatis-cli %s\n\n%s\n",
           _("Usage:"), _("COMMAND [OPTION…] FILE…"), _("Commands:"));
  for (const Command *command = commands; command->name != NULL; command++)
    g_print ("  %-10s %s\n", command->name, _(command->help));
  g_print ("\n%s\n", _("A FILE may be “-”: standard input. “dramatis-cli COMMAND --help” tells the options of a command."));
}

static void
print_cb (const char *text)
{
  fputs (text, stdout);
}

static void
printerr_cb (const char *text)
{
  fputs (text, stderr);
}

/* What has been printed, but could not be written, is known when all is. */
static int
finish (int status)
{
  if (status != DRAMATIS_CLI_DONE || (fflush (stdout) == 0 && !ferror (stdout)))
    return status;

  return dramatis_cli_fault (_("standard output"), "%s", g_strerror (errno));
}

int
main (int    argc,
      char **argv)
{
  /* Scripts often run in the "C" locale, for which GLib would turn all that is not ASCII into escapes; and the
   * names of files are bytes. */
  g_set_print_handler (print_cb);
  g_set_printerr_handler (printerr_cb);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, DRAMATIS_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  if (argc < 2)
    return dramatis_cli_usage_error (NULL, "%s", _("There is no command."));

  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    {
      print_help ();
      return finish (DRAMATIS_CLI_DONE);
    }

  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("dramatis-cli %s\n", DRAMATIS_VERSION);
      return finish (DRAMATIS_CLI_DONE);
    }

  for (const Command *command = commands; command->name != NULL; command++)
    if (g_str_equal (argv[1], command->name))
      return finish (command->run (argc - 1, argv + 1));

  if (argv[1][0] == '-')
    return dramatis_cli_usage_error (NULL, _("There is no option “%s”."), argv[1]);

  return dramatis_cli_usage_error (NULL, _("There is no command “%s”."), argv[1]);
}
