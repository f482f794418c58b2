/* fixture-frames.h: tests that need a display, and what is painted on it
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

/* Without a display there is nothing to test: returns FALSE after saying so. */
static inline gboolean
fixture_init (int    *argc,
              char ***argv)
{
  g_test_init (argc, argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return FALSE;
    }
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  return TRUE;
}

static inline gboolean
fixture_count_frame_cb (GtkWidget     *widget,
                        GdkFrameClock *clock,
                        gpointer       user_data)
{
  return --*(guint *) user_data > 0;
}

static inline void
fixture_wait_frames (GtkWidget *window,
                     guint      n_frames)
{
  gtk_widget_add_tick_callback (window, fixture_count_frame_cb, &n_frames, NULL);
  while (n_frames > 0)
    g_main_context_iteration (NULL, TRUE);
}
