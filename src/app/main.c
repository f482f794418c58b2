/* main.c: where the desktop program begins
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "dramatis-application.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (DramatisApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, DRAMATIS_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = dramatis_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
