/* bench-startup.c: from the start of the process to the first frame
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench.h"
#include "dramatis-window.h"

/* Each pair is one start of an empty libadwaita window and one of the program with the bundled dossier, in turns,
 * so that what else the machine does falls on both. */
#define N_PAIRS 15
#define LIMIT   2.0

static void
after_paint_cb (GdkFrameClock *clock,
                GtkWindow     *window)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (window)))
    return;
  if (DRAMATIS_IS_WINDOW (window) && dramatis_window_get_document (DRAMATIS_WINDOW (window)) == NULL)
    return;

  _exit (0);
}

static void
realize_cb (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), window);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window)
{
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), NULL);
}

static void
activate_bare_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  gtk_window_present (GTK_WINDOW (window));
}

static int
run_child (gboolean bare)
{
  char *argv[] = { "bench-startup", NULL };
  GApplication *application;

  if (bare)
    {
      application = G_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
      g_signal_connect (application, "activate", G_CALLBACK (activate_bare_cb), NULL);
    }
  else
    {
      application = G_APPLICATION (dramatis_application_new ());
      g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
    }
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);

  return g_application_run (application, 1, argv);
}

static double
measure (const char *program,
         const char *kind)
{
  const char *argv[] = { program, kind, NULL };
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  int status;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error)
      || !g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s", kind, error->message);

  return (g_get_monotonic_time () - start) / 1000.0;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GArray) bare = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) full = g_array_new (FALSE, FALSE, sizeof (double));
  double ratio;

  if (argc > 1)
    return run_child (g_str_equal (argv[1], "bare"));

  for (guint i = 0; i < N_PAIRS; i++)
    {
      double first = measure (argv[0], "bare");
      double second = measure (argv[0], "dramatis");

      g_array_append_val (bare, first);
      g_array_append_val (full, second);
    }

  bench_print ("startup/bare", bench_quantile (bare, 0.5), "ms");
  bench_print ("startup/dramatis", bench_quantile (full, 0.5), "ms");
  ratio = bench_quantile (full, 0.5) / bench_quantile (bare, 0.5);

  return bench_print_ratio ("startup/ratio", ratio, LIMIT) ? EXIT_SUCCESS : EXIT_FAILURE;
}
