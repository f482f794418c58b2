/* dramatis-cli.h: what the commands of the command-line program share
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DramatisCliStatus:
 * @DRAMATIS_CLI_DONE: all is done
 * @DRAMATIS_CLI_FAULT: an input is at fault, or the output can't be written
 * @DRAMATIS_CLI_USAGE: wrong usage
 *
 * The exit statuses of the program.
 */
typedef enum
{
  DRAMATIS_CLI_DONE,
  DRAMATIS_CLI_FAULT,
  DRAMATIS_CLI_USAGE,
} DramatisCliStatus;

/* Each command: argv[0] is its name. */
int      dramatis_cli_check       (int                  argc,
                                   char               **argv);
int      dramatis_cli_export      (int                  argc,
                                   char               **argv);
int      dramatis_cli_extract     (int                  argc,
                                   char               **argv);
int      dramatis_cli_import      (int                  argc,
                                   char               **argv);
int      dramatis_cli_info        (int                  argc,
                                   char               **argv);

gboolean dramatis_cli_parse       (int                  argc,
                                   char               **argv,
                                   const GOptionEntry  *entries,
                                   const char          *arguments,
                                   GStrv               *files,
                                   int                 *status);
int      dramatis_cli_usage_error (const char          *command,
                                   const char          *format,
                                   ...) G_GNUC_PRINTF (2, 3);
int      dramatis_cli_fault       (const char          *file,
                                   const char          *format,
                                   ...) G_GNUC_PRINTF (2, 3);
int      dramatis_cli_write       (const char          *name,
                                   GBytes              *bytes);

G_END_DECLS
