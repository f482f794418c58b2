/* bench-reading-window.c: the windows that bench-reading.c measures
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <string.h>

#include "bench-reading.h"
#include "bench.h"
#include "dramatis-article-view-private.h"
#include "dramatis-window.h"

#define N_SCROLLS      120
#define SCROLL         120
#define N_JUMPS        40
#define N_FILTERS      20

/* Nothing is done any more if so long no processor time was used. */
#define QUIET_TIME     (300 * G_TIME_SPAN_MILLISECOND)
#define QUIET_CPU_MS   2.0

/* Frames that are looked at after something was done: found words go on fading for a second and a half. */
#define MAX_FRAMES     12

typedef struct
{
  const char *path;
  gint64      time;     /* when the process was started */
} Start;

/* What was painted so far. The processor time is that of the end of the last one: what is done after it, even in the
 * same main loop iteration, is work of the next. */
typedef struct
{
  guint  n;
  double cpu;
} Frames;

typedef struct
{
  GtkWidget     *window;
  GtkWidget     *view;
  GtkAdjustment *adjustment;
  Frames         frames;
} Reading;

void
bench_report (const char *name,
              double      value)
{
  g_print ("%s %.3f\n", name, value);
}

/* A line of /proc/self/status */
double
bench_get_memory_mb (const char *field)
{
  g_autofree char *contents = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &contents, NULL, NULL)
      || (line = strstr (contents, field)) == NULL)
    g_error ("/proc/self/status: no %s", field);

  return g_ascii_strtod (line + strlen (field), NULL) / 1024;
}

static void
after_paint_cb (GdkFrameClock *clock,
                Frames        *frames)
{
  frames->n++;
  frames->cpu = bench_get_cpu_ms ();
}

static void
count_frames (GtkWidget *window,
              Frames    *frames)
{
  gtk_widget_realize (window);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), frames);
}

static void
wait_for_frame (Frames *frames)
{
  guint before = frames->n;

  while (frames->n == before)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Until nothing is done any more. Returns the processor time then. */
static double
wait_for_quiet (void)
{
  double last_cpu = bench_get_cpu_ms ();
  gint64 last_time = g_get_monotonic_time ();
  guint wake = g_timeout_add (20, wake_cb, NULL);

  while (g_get_monotonic_time () - last_time < QUIET_TIME)
    {
      g_main_context_iteration (NULL, TRUE);
      if (bench_get_cpu_ms () - last_cpu > QUIET_CPU_MS)
        {
          last_cpu = bench_get_cpu_ms ();
          last_time = g_get_monotonic_time ();
        }
    }
  g_source_remove (wake);

  return last_cpu;
}

int
bench_run_bare (gint64 start)
{
  GtkWidget *window, *box;
  Frames frames = { 0 };

  adw_init ();
  window = adw_window_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  count_frames (window, &frames);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_frame (&frames);

  bench_report ("cpu", frames.cpu);
  bench_report ("wall", (g_get_monotonic_time () - start) / 1e3);
  bench_report ("peak", bench_get_memory_mb ("VmHWM:"));

  return EXIT_SUCCESS;
}

/* As tags go that is the quickest way: one for all, not one for each actor. */
static void
mark_ranges (GtkTextBuffer       *buffer,
             const DramatisRange *ranges,
             gsize                n_ranges)
{
  GtkTextTag *tag = gtk_text_buffer_create_tag (buffer, NULL, "background", "khaki", NULL);

  for (gsize i = 0; i < n_ranges; i++)
    {
      GtkTextIter start, end;

      gtk_text_buffer_get_iter_at_offset (buffer, &start, ranges[i].start);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, ranges[i].end);
      gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
    }
}

int
bench_run_view (const char *path,
                gboolean    with_mentions)
{
  GtkWidget *window, *scroller, *view;
  g_autofree char *ranges_path = g_strconcat (path, BENCH_RANGES_SUFFIX, NULL);
  g_autofree char *contents = NULL;
  g_autofree char *ranges = NULL;
  g_autoptr (GError) error = NULL;
  Frames frames = { 0 };
  gsize length, ranges_length;
  double start;

  if (!g_file_get_contents (path, &contents, &length, &error)
      || !g_file_get_contents (ranges_path, &ranges, &ranges_length, &error))
    g_error ("%s", error->message);
  adw_init ();

  start = bench_get_cpu_ms ();
  window = gtk_window_new ();
  scroller = gtk_scrolled_window_new ();
  view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), contents, length);
  if (with_mentions)
    mark_ranges (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), (DramatisRange *) ranges,
                 ranges_length / sizeof (DramatisRange));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  count_frames (window, &frames);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_frame (&frames);
  bench_report ("window-to-text", frames.cpu - start);

  return EXIT_SUCCESS;
}

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Whether text of the article is on screen. */
static gboolean
has_text (GtkWidget *window)
{
  GtkWidget *view = find_widget (window, DRAMATIS_TYPE_ARTICLE_VIEW);
  GtkWidget *row = find_widget (view, DRAMATIS_TYPE_PASSAGE_ROW);

  return row != NULL && gtk_widget_get_mapped (row);
}

/* Measures in place of what the program would do when it is ready. */
static int
run_application (GCallback func,
                 Start    *start)
{
  char *argv[] = { "bench-reading", NULL };
  g_autoptr (GApplication) application = G_APPLICATION (dramatis_application_new ());

  g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", func, start);

  return g_application_run (application, 1, argv);
}

static void
open_cb (GApplication *application,
         Start        *start)
{
  g_autoptr (GFile) file = g_file_new_for_path (start->path);
  GtkWidget *window;
  Frames frames = { 0 };
  double text_cpu;

  g_application_open (application, &file, 1, "");
  window = GTK_WIDGET (gtk_application_get_windows (GTK_APPLICATION (application))->data);
  count_frames (window, &frames);
  do
    wait_for_frame (&frames);
  while (!has_text (window));

  text_cpu = frames.cpu;
  bench_report ("cpu", text_cpu);
  bench_report ("wall", (g_get_monotonic_time () - start->time) / 1e3);
  bench_report ("to-quiet", wait_for_quiet () - text_cpu);
  bench_report ("peak", bench_get_memory_mb ("VmHWM:"));
  bench_report ("once-open", bench_get_memory_mb ("VmRSS:"));

  exit (EXIT_SUCCESS);
}

int
bench_run_open (const char *path,
                gint64      time)
{
  return run_application (G_CALLBACK (open_cb), &(Start) { path, time });
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  DramatisDocument **document = user_data;
  g_autoptr (GError) error = NULL;

  *document = dramatis_document_open_finish (result, &error);
  if (*document == NULL)
    g_error ("%s", error->message);
}

/* One frame after another as long as something is done: the processor time of each, what was done between them included. */
static void
measure_frames (Reading    *self,
                const char *name,
                double      start)
{
  gint64 deadline = g_get_monotonic_time () + QUIET_TIME;
  guint wake = g_timeout_add (20, wake_cb, NULL);
  guint last = self->frames.n + MAX_FRAMES;
  guint n_frames = self->frames.n;

  while (n_frames < last && g_get_monotonic_time () < deadline)
    {
      g_main_context_iteration (NULL, TRUE);
      if (self->frames.n == n_frames)
        continue;

      n_frames = self->frames.n;
      bench_report (name, self->frames.cpu - start);
      start = self->frames.cpu;
      deadline = g_get_monotonic_time () + QUIET_TIME / 4;
    }
  g_source_remove (wake);
}

static void
scroll (Reading *self)
{
  gtk_adjustment_set_value (self->adjustment, 0);
  wait_for_quiet ();

  for (guint i = 0; i < N_SCROLLS; i++)
    {
      double start = bench_get_cpu_ms ();

      gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_value (self->adjustment) + SCROLL);
      wait_for_frame (&self->frames);
      bench_report ("scroll", self->frames.cpu - start);
    }
}

static void
jump (Reading *self)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  for (guint i = 0; i < N_JUMPS; i++)
    {
      double start = bench_get_cpu_ms ();

      gtk_adjustment_set_value (self->adjustment, g_rand_double (rand) * gtk_adjustment_get_upper (self->adjustment));
      measure_frames (self, "jump", start);
    }
}

static void
click_actor (Reading *self,
             guint    number)
{
  g_autofree char *id = g_strdup_printf ("a%u", number);

  if (!gtk_widget_activate_action (self->view, "win.filter-actor", "s", id))
    g_error ("win.filter-actor: no such action");
}

static void
filter (Reading *self)
{
  for (guint i = 0; i < N_FILTERS; i++)
    {
      double start = bench_get_cpu_ms ();

      click_actor (self, i);
      measure_frames (self, "filter", start);

      /* again: lifts it */
      start = bench_get_cpu_ms ();
      click_actor (self, i);
      measure_frames (self, "unfilter", start);
    }
}

/* They come and go by themselves, and grow as more of what is beyond the view is known: not what a click is about. */
static void
hide_scroll_bars (GtkWidget *widget)
{
  if (GTK_IS_SCROLLBAR (widget))
    gtk_widget_set_opacity (widget, 0);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    hide_scroll_bars (child);
}

/* What is painted, as pixels. */
static GBytes *
capture (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;
  GBytes *bytes;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), height * cairo_image_surface_get_stride (surface));
  cairo_surface_destroy (surface);

  return bytes;
}

/* What frames after a click look like */
typedef struct
{
  GtkWidget *widgets[2];
  GBytes    *frames[2][MAX_FRAMES];
  guint      n_frames;
} Click;

static void
capture_cb (GdkFrameClock *clock,
            Click         *click)
{
  if (click->n_frames == MAX_FRAMES)
    return;

  for (guint i = 0; i < 2; i++)
    click->frames[i][click->n_frames] = capture (click->widgets[i]);
  click->n_frames++;
}

/* After how many frames a widget looks as it does in the last one. */
static guint
count_until_final (GBytes **frames)
{
  guint n = MAX_FRAMES;

  while (n > 1 && g_bytes_equal (frames[n - 2], frames[MAX_FRAMES - 1]))
    n--;

  return n;
}

static void
click (Reading *self,
       guint    actor)
{
  Click data = { .widgets = { self->view, self->window } };
  gulong handler = g_signal_connect (gtk_widget_get_frame_clock (self->window), "after-paint", G_CALLBACK (capture_cb),
                                     &data);

  click_actor (self, actor);
  while (data.n_frames < MAX_FRAMES)
    {
      if (data.n_frames == MAX_FRAMES - 1)
        wait_for_quiet ();
      gtk_widget_queue_draw (self->window);
      wait_for_frame (&self->frames);
    }
  g_signal_handler_disconnect (gtk_widget_get_frame_clock (self->window), handler);
  bench_report ("frames-to-article", count_until_final (data.frames[0]));
  bench_report ("frames-to-views", count_until_final (data.frames[1]));

  for (guint i = 0; i < MAX_FRAMES; i++)
    {
      g_bytes_unref (data.frames[0][i]);
      g_bytes_unref (data.frames[1][i]);
    }
}

static void
type_in_find (Reading *self)
{
  GtkWidget *text;

  if (!gtk_widget_activate_action (self->view, "win.find", NULL))
    g_error ("win.find: no such action");
  wait_for_quiet ();

  text = GTK_WIDGET (gtk_root_get_focus (GTK_ROOT (self->window)));
  g_assert (GTK_IS_EDITABLE (text));
  for (const char *p = "ministry of"; *p != '\0'; p++)
    {
      double start = bench_get_cpu_ms ();
      int position = -1;

      gtk_editable_insert_text (GTK_EDITABLE (text), p, 1, &position);
      measure_frames (self, "key", start);
    }
}

static void
read_cb (GApplication *application,
         Start        *data)
{
  g_autoptr (GFile) file = g_file_new_for_path (data->path);
  DramatisDocument *document = NULL;
  Reading self = { 0 };
  double start;

  /* A cursor that blinks is work that never ends. */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, "gtk-enable-animations", FALSE, NULL);
  dramatis_document_open_async (file, NULL, opened_cb, &document);
  while (document == NULL)
    g_main_context_iteration (NULL, TRUE);

  start = bench_get_cpu_ms ();
  self.window = GTK_WIDGET (dramatis_window_new (DRAMATIS_APPLICATION (application)));
  gtk_window_set_default_size (GTK_WINDOW (self.window), 1200, 800);
  count_frames (self.window, &self.frames);
  dramatis_window_set_document (DRAMATIS_WINDOW (self.window), document);
  gtk_window_present (GTK_WINDOW (self.window));
  do
    wait_for_frame (&self.frames);
  while (!has_text (self.window));
  bench_report ("window-to-text", self.frames.cpu - start);
  wait_for_quiet ();

  self.view = find_widget (self.window, DRAMATIS_TYPE_ARTICLE_VIEW);
  self.adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self.view));
  hide_scroll_bars (self.window);
  scroll (&self);
  jump (&self);
  filter (&self);
  for (guint i = 0; i < 6; i++)
    click (&self, i / 2);
  type_in_find (&self);

  exit (EXIT_SUCCESS);
}

int
bench_run_read (const char *path)
{
  return run_application (G_CALLBACK (read_cb), &(Start) { .path = path });
}
