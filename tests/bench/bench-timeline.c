/* bench-timeline.c: the timeline with many events
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "bench.h"
#include "dramatis-timeline.h"

/* Processor time of whole frames while zooming and panning, against repainting one rectangle of the same size in the
 * same window, in turns. The limits are those of issue 4. */
#define WIDTH          1200
#define HEIGHT         160
#define N_ROUNDS       5
#define N_FRAMES       60
#define N_SKIPPED      3
#define FRAME_LIMIT    4.0
#define MILLION_LIMIT  1.5
#define BUILD_LIMIT_MS 60.0

typedef struct
{
  GtkWidget *window;
  GtkWidget *widget;
  GArray    *times;
  double     started;
  guint      frame;
  guint      n_rounds;
} Run;

/* Repainted in another colour with each frame. */
#define BENCH_TYPE_RECTANGLE (bench_rectangle_get_type ())
G_DECLARE_FINAL_TYPE (BenchRectangle, bench_rectangle, BENCH, RECTANGLE, GtkWidget)

struct _BenchRectangle
{
  GtkWidget parent_instance;
  gboolean  odd;
};

G_DEFINE_FINAL_TYPE (BenchRectangle, bench_rectangle, GTK_TYPE_WIDGET)

static void
bench_rectangle_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  BenchRectangle *self = BENCH_RECTANGLE (widget);

  self->odd = !self->odd;
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { self->odd, 0.5f, 0.5f, 1 },
                             &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
}

static void
bench_rectangle_class_init (BenchRectangleClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = bench_rectangle_snapshot;
}

static void
bench_rectangle_init (BenchRectangle *self)
{
}

static DramatisDossier *
create_dossier (guint n)
{
  DramatisDossier *dossier = dramatis_dossier_new ();
  g_autoptr (GPtrArray) things = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GRand) rand = g_rand_new_with_seed (n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("event-%u", i);
      g_autofree char *title = g_strdup_printf ("Treaty %u signed in the capital", i);
      int year = g_rand_int_range (rand, 1945, 2025), month = g_rand_int_range (rand, 1, 13);
      g_autofree char *edtf = NULL;
      g_autoptr (DramatisTime) time = NULL;

      if (i % 8 == 0)
        edtf = g_strdup_printf ("%d/%d", year, year + 1);
      else if (i % 8 == 1)
        edtf = g_strdup_printf ("%d-%02d", year, month);
      else
        edtf = g_strdup_printf ("%d-%02d-%02d", year, month, g_rand_int_range (rand, 1, 29));
      time = dramatis_time_new (edtf, NULL);
      g_ptr_array_add (things, dramatis_event_new (id, title, time));
    }
  dramatis_dossier_add_all (dossier, things);

  return dossier;
}

static void
before_paint_cb (GdkFrameClock *clock,
                 Run           *run)
{
  run->started = bench_get_cpu_ms ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                Run           *run)
{
  double ms = bench_get_cpu_ms () - run->started;

  if (run->frame > N_SKIPPED)
    g_array_append_val (run->times, ms);
}

/* Half of the frames zoom in about the middle, the others pan. */
static gboolean
move_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Run *run = user_data;

  run->frame++;
  if (DRAMATIS_IS_TIMELINE (run->widget))
    {
      DramatisTimeAxis *axis = dramatis_timeline_get_axis (DRAMATIS_TIMELINE (run->widget));
      double middle = (dramatis_time_axis_get_start (axis) + dramatis_time_axis_get_end (axis)) / 2;

      if (run->frame <= N_FRAMES / 2)
        dramatis_time_axis_zoom (axis, middle, 1.06);
      else
        dramatis_time_axis_pan (axis, 9);
    }
  else
    gtk_widget_queue_draw (run->widget);

  return run->frame < N_FRAMES;
}

static void
measure_frames (Run       *run,
                GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (run->window);
  gulong before, after;

  gtk_window_set_child (GTK_WINDOW (run->window), widget);
  if (DRAMATIS_IS_TIMELINE (widget))
    dramatis_time_axis_fit (dramatis_timeline_get_axis (DRAMATIS_TIMELINE (widget)));
  run->widget = widget;
  run->frame = 0;
  before = g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), run);
  after = g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), run);
  gtk_widget_add_tick_callback (run->window, move_cb, run, NULL);
  while (run->frame < N_FRAMES)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, before);
  g_signal_handler_disconnect (clock, after);
}

/* Returns the ratio of the medians; *@median is that of the timeline. */
static double
measure_ratio (GtkWidget  *window,
               GtkWidget  *timeline,
               double     *median,
               double     *p95,
               double     *reference)
{
  g_autoptr (GtkWidget) rectangle = g_object_ref_sink (g_object_new (BENCH_TYPE_RECTANGLE, NULL));
  g_autoptr (GArray) base = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) full = g_array_new (FALSE, FALSE, sizeof (double));
  Run run = { .window = window };

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      run.times = base;
      measure_frames (&run, rectangle);
      run.times = full;
      measure_frames (&run, timeline);
    }
  gtk_window_set_child (GTK_WINDOW (window), NULL);

  *median = bench_quantile (full, 0.5);
  *p95 = bench_quantile (full, 0.95);
  *reference = bench_quantile (base, 0.5);

  return *median / *reference;
}

static gboolean
measure (GtkWidget *window,
         guint      n,
         double    *ratio)
{
  g_autoptr (DramatisDossier) dossier = create_dossier (n);
  g_autoptr (DramatisSession) session = dramatis_session_new (dossier);
  g_autoptr (GtkWidget) timeline = g_object_ref_sink (dramatis_timeline_new ());
  g_autofree char *name = g_strdup_printf ("timeline/%u", n);
  g_autofree char *name_build = g_strconcat (name, "/build", NULL);
  g_autofree char *name_frame = g_strconcat (name, "/frame", NULL);
  g_autofree char *name_p95 = g_strconcat (name, "/frame-p95", NULL);
  g_autofree char *name_reference = g_strconcat (name, "/reference", NULL);
  g_autofree char *name_ratio = g_strconcat (name, "/ratio", NULL);
  double started = bench_get_cpu_ms (), build, median, p95, reference;
  gboolean good = TRUE;

  dramatis_timeline_set_session (DRAMATIS_TIMELINE (timeline), session);
  build = bench_get_cpu_ms () - started;
  bench_print (name_build, build, "ms");

  *ratio = measure_ratio (window, timeline, &median, &p95, &reference);
  bench_print (name_reference, reference, "ms");
  bench_print (name_frame, median, "ms");
  bench_print (name_p95, p95, "ms");
  good = bench_print_ratio (name_ratio, *ratio, FRAME_LIMIT);
  if (n == 100000)
    good &= bench_print_ratio ("timeline/100000/build-to-limit", build / BUILD_LIMIT_MS, 1);

  return good;
}

int
main (int    argc,
      char **argv)
{
  static const guint counts[] = { 1000, 10000, 100000, 1000000 };
  double ratios[G_N_ELEMENTS (counts)];
  gboolean good = TRUE;
  GtkWidget *window;

  adw_init ();
  window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    good &= measure (window, counts[i], &ratios[i]);
  good &= bench_print_ratio ("timeline/million-to-100000", ratios[3] / ratios[2], MILLION_LIMIT);

  gtk_window_destroy (GTK_WINDOW (window));

  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
