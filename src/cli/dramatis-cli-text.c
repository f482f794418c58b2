/* dramatis-cli-text.c: how the commands come by a text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-cli-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "dramatis-article.h"
#include "dramatis-decoder.h"
#include "dramatis-file.h"

/**
 * dramatis_cli_parse_text_options:
 * @command: the name of the command
 * @date: (nullable): the value of `--date`
 * @language: (nullable): the value of `--language`
 * @published: (out) (nullable): the day of @date
 * @status: (out): the exit status, if the command is not to go on
 *
 * Checks the options that say something of a text.
 *
 * Returns: %TRUE if the command is to go on
 */
gboolean
dramatis_cli_parse_text_options (const char    *command,
                                 const char    *date,
                                 const char    *language,
                                 DramatisTime **published,
                                 int           *status)
{
  g_autoptr (DramatisTime) time = NULL;

  if (date != NULL)
    {
      if (g_utf8_validate (date, -1, NULL))
        time = dramatis_time_new (date, NULL);
      /* a day and nothing else: what is relative has to start from one */
      if (time == NULL || strlen (date) != 10 || strchr (date, '/') != NULL
          || dramatis_time_get_start_precision (time) != DRAMATIS_PRECISION_DAY
          || dramatis_time_is_interval (time) || dramatis_time_is_approximate (time)
          || dramatis_time_is_uncertain (time))
        {
          g_autofree char *shown = g_utf8_make_valid (date, -1);

          *status = dramatis_cli_usage_error (command, _("--date has to be a day, YYYY-MM-DD, not “%s”."), shown);
          return FALSE;
        }
    }

  if (language != NULL && !dramatis_language_tag_is_valid (language))
    {
      g_autofree char *shown = g_utf8_make_valid (language, -1);

      *status = dramatis_cli_usage_error (command, _("--language has to be a language tag, not “%s”."), shown);
      return FALSE;
    }

  *published = g_steal_pointer (&time);

  return TRUE;
}

/**
 * dramatis_cli_read_bytes:
 * @name: the name of a file as the user gave it; `-`: standard input
 * @error: return location for an error
 *
 * Reads a file.
 *
 * Returns: (transfer full): its content, or %NULL with @error set
 */
GBytes *
dramatis_cli_read_bytes (const char  *name,
                         GError     **error)
{
  if (g_str_equal (name, "-"))
    return dramatis_file_read_fd (STDIN_FILENO, error);

  return dramatis_file_read (name, NULL, error);
}

/**
 * dramatis_cli_read_text:
 * @name: the name of a file as the user gave it; `-`: standard input
 * @error: return location for an error
 *
 * Reads a text file. The message of @error tells the place, if there is one, and the reason.
 *
 * Returns: (transfer full): the text, or %NULL with @error set
 */
char *
dramatis_cli_read_text (const char  *name,
                        GError     **error)
{
  g_autoptr (GBytes) bytes = dramatis_cli_read_bytes (name, error);

  return bytes != NULL ? dramatis_decoder_decode (bytes, error) : NULL;
}
