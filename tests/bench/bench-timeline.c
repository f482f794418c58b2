/* bench-timeline.c: the timeline with many events
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "bench.h"
#include "dramatis-article-view.h"
#include "dramatis-timeline-place.h"
#include "dramatis-timeline.h"

/* Processor time of whole frames while zooming and panning, against repainting one rectangle of the same size in the
 * same window, and against one node an event, in turns. The limits in milliseconds depend on the machine; the ratios
 * hold anywhere. */
#define N_ROUNDS       5
#define N_FRAMES       60
#define N_SKIPPED      3
#define FRAME_LIMIT    4.0     /* up to 100,000 events */
#define MILLION_LIMIT  1.5     /* against 100,000 */
#define NODES_LIMIT    0.1
#define BUILD_LIMIT_MS 60.0
#define MARK_LIMIT_MS  16.6

/* How often a span is marked, with so many frames of rest before; pixels of that window */
#define N_MARKS     20
#define N_IDLE      20
#define MARK_WIDTH  1200
#define MARK_HEIGHT 800

/* Pixels of the window up to which the limit for nodes holds: in a larger one a rectangle alone, which nothing can be
 * less than, comes near to it or exceeds it. */
#define NODES_MAX_PIXELS (1200 * 160)

/* Pixels, of a row of the reference */
#define ROW_HEIGHT 18

#define N_PASSAGES 2000
#define TEXT       "One of many passages that tell of a treaty."

static const char * const actors[] = { "Japan", "China", "India", "NATO", "ASEAN", "SEATO", "Quad", "Thailand" };

static const struct
{
  int         width;
  int         height;
  const char *name;
} sizes[] = { { 1200, 160, "1200x160" }, { 1920, 400, "1920x400" } };

static const char * const lane_names[] = { "one", "actors", "articles", "text" };

/* To repainting a rectangle, by size and lanes */
typedef double Ratios[G_N_ELEMENTS (sizes)][G_N_ELEMENTS (lane_names)];

typedef struct
{
  GtkWidget *window;
  GtkWidget *widget;
  GArray    *times;
  double     started;
  guint      frame;
  guint      n_rounds;
} Run;

/* Repainted with each frame: as one rectangle in another colour, or as a timeline that draws each event as one node at its
 * place, all of them in view and moved by a part of a pixel. The nodes are rectangles, which is the least that they can
 * be, of one size and colour and in rows, as if nothing else had to be found out about them; or the marks of items. */
#define BENCH_TYPE_RECTANGLE (bench_rectangle_get_type ())
G_DECLARE_FINAL_TYPE (BenchRectangle, bench_rectangle, BENCH, RECTANGLE, GtkWidget)

struct _BenchRectangle
{
  GtkWidget parent_instance;
  gboolean  odd;
  GArray   *events;    /* not owned; NULL for one rectangle */
  gboolean  is_marks;
};

G_DEFINE_FINAL_TYPE (BenchRectangle, bench_rectangle, GTK_TYPE_WIDGET)

static void
bench_rectangle_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  BenchRectangle *self = BENCH_RECTANGLE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const GdkRGBA colour = { self->odd, 0.5f, 0.5f, 1 };
  double start, end;

  self->odd = !self->odd;
  if (self->events == NULL)
    {
      gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (0, 0, width, height));
      return;
    }

  dramatis_dated_events_get_extent (self->events, &start, &end);
  for (guint i = 0; i < self->events->len; i++)
    {
      double x = (dramatis_dated_events_get (self->events, i)->span.start - start) / (end - start) * width;
      const graphene_rect_t bounds = GRAPHENE_RECT_INIT (x + self->odd * 0.3, i % (height / ROW_HEIGHT) * ROW_HEIGHT,
                                                         DRAMATIS_MARK_WIDTH, DRAMATIS_MARK_WIDTH);
      GskRoundedRect rounded;

      if (self->is_marks)
        gtk_snapshot_push_rounded_clip (snapshot, gsk_rounded_rect_init_from_rect (&rounded, &bounds,
                                                                                   DRAMATIS_MARK_WIDTH / 2.0));
      gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 0.2f, 0.5f, 0.5f, 1 }, &bounds);
      if (self->is_marks)
        gtk_snapshot_pop (snapshot);
    }
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

/* Evidence is shared: what is measured is not the memory of the dossier. */
static GPtrArray *
create_evidence (guint passage)
{
  static GPtrArray *shared[N_PASSAGES];

  if (shared[passage] == NULL)
    {
      g_autofree char *id = g_strdup_printf ("passage-%u", passage);
      const DramatisRange range = { 0, 3 };

      shared[passage] = dramatis_anchors_new ();
      g_ptr_array_add (shared[passage], dramatis_anchor_new (id, TEXT, &range));
    }

  return shared[passage];
}

static void
add_text (DramatisDossier *dossier)
{
  DramatisArticle *article = dramatis_article_new ("article");
  GListModel *passages = dramatis_article_get_passages (article);
  g_autoptr (GPtrArray) things = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < N_PASSAGES; i++)
    {
      g_autofree char *id = g_strdup_printf ("passage-%u", i);
      g_autoptr (GArray) mentions = dramatis_mentions_new ();
      g_autoptr (DramatisPassage) passage = dramatis_passage_new (id, DRAMATIS_PASSAGE_KIND_PARAGRAPH, TEXT, mentions);

      g_list_store_append (G_LIST_STORE (passages), passage);
    }
  g_ptr_array_add (things, article);
  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    g_ptr_array_add (things, dramatis_actor_new (actors[i], DRAMATIS_ACTOR_KIND_STATE, actors[i]));
  dramatis_dossier_add_all (dossier, things);
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
      g_object_set (things->pdata[i], "actors", (const char *[]) { actors[i % G_N_ELEMENTS (actors)], NULL },
                    "evidence", create_evidence (i % N_PASSAGES), NULL);
    }
  add_text (dossier);
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

static void
measure_rectangle (Run      *run,
                   GArray   *events,
                   gboolean  is_marks)
{
  BenchRectangle *rectangle = g_object_ref_sink (g_object_new (BENCH_TYPE_RECTANGLE, NULL));

  rectangle->events = events;
  rectangle->is_marks = is_marks;
  measure_frames (run, GTK_WIDGET (rectangle));
  g_object_unref (rectangle);
}

/* Returns the ratio of the medians of the timeline and of one rectangle, which may not be above @limit. */
static double
measure_ratio (GtkWidget     *window,
               GtkWidget     *timeline,
               DramatisLanes  lanes,
               GArray        *reference,
               int            n_pixels,
               double         limit,
               const char    *name,
               gboolean      *good)
{
  g_autoptr (GArray) base = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) full = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *name_p95 = g_strconcat (name, "/p95", NULL);
  g_autofree char *name_ratio = g_strconcat (name, "/to-rectangle", NULL);
  g_autofree char *name_nodes = g_strconcat (name, "/to-nodes", NULL);
  g_autofree char *name_marks = g_strconcat (name, "/to-marks", NULL);
  g_autofree char *name_floor = g_strconcat (name, "/rectangle-to-nodes", NULL);
  Run run = { .window = window };
  double ratio;

  dramatis_timeline_set_lanes (DRAMATIS_TIMELINE (timeline), lanes);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      run.times = base;
      measure_rectangle (&run, NULL, FALSE);
      run.times = full;
      measure_frames (&run, timeline);
      if (reference == NULL || i != N_ROUNDS / 2)
        continue;
      run.times = nodes;
      measure_rectangle (&run, reference, FALSE);
      run.times = marks;
      measure_rectangle (&run, reference, TRUE);
    }
  gtk_window_set_child (GTK_WINDOW (window), NULL);

  ratio = bench_quantile (full, 0.5) / bench_quantile (base, 0.5);
  bench_print (name, bench_quantile (full, 0.5), "ms");
  bench_print (name_p95, bench_quantile (full, 0.95), "ms");
  *good &= bench_print_ratio (name_ratio, ratio, limit);
  if (reference != NULL)
    {
      double to_nodes = bench_quantile (full, 0.5) / bench_quantile (nodes, 0.5);

      bench_print (name_floor, bench_quantile (base, 0.5) / bench_quantile (nodes, 0.5), "of nodes");
      if (n_pixels <= NODES_MAX_PIXELS)
        *good &= bench_print_ratio (name_nodes, to_nodes, NODES_LIMIT);
      else
        bench_print (name_nodes, to_nodes, "of nodes");
      *good &= bench_print_ratio (name_marks, bench_quantile (full, 0.5) / bench_quantile (marks, 0.5), NODES_LIMIT);
    }

  return ratio;
}

static void
painted_cb (GdkFrameClock *clock,
            guint         *n_frames)
{
  (*n_frames)++;
}

static gboolean
idle_frame_cb (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  return --*(guint *) user_data > 0;
}

/* What a person waits for after marking a span: the work until the first frame, in which the article over the timeline
 * has what passes. */
static double
measure_mark (GtkWidget       *window,
              DramatisSession *session)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new (), *article = dramatis_article_view_new (session);
  GtkWidget *timeline = dramatis_timeline_new ();
  guint n_frames = 0;
  gulong painted = g_signal_connect_after (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb),
                                           &n_frames);

  dramatis_timeline_set_session (DRAMATIS_TIMELINE (timeline), session);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), article);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), timeline);
  gtk_window_set_default_size (GTK_WINDOW (window), MARK_WIDTH, MARK_HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), box);

  for (int i = 0; i < N_MARKS; i++)
    {
      const DramatisSpan span = { i * 300, i * 300 + 700 };
      guint n_idle = N_IDLE, n_before;
      double started, ms;

      gtk_widget_add_tick_callback (window, idle_frame_cb, &n_idle, NULL);
      while (n_idle > 0)
        g_main_context_iteration (NULL, TRUE);

      n_before = n_frames;
      started = bench_get_cpu_ms ();
      dramatis_filter_set_span (dramatis_session_get_filter (session), &span);
      while (n_frames == n_before)
        g_main_context_iteration (NULL, TRUE);
      ms = bench_get_cpu_ms () - started;
      g_array_append_val (times, ms);
    }

  g_signal_handler_disconnect (gtk_widget_get_frame_clock (window), painted);
  dramatis_filter_clear (dramatis_session_get_filter (session));
  gtk_window_set_child (GTK_WINDOW (window), NULL);

  bench_print ("timeline/100000/mark", bench_quantile (times, 0.5), "ms");
  bench_print ("timeline/100000/mark/p95", bench_quantile (times, 0.95), "ms");

  return bench_quantile (times, 0.5);
}

/* From a session to the first layout. */
static double
measure_build (DramatisSession *session,
               GtkWidget       *timeline)
{
  double started = bench_get_cpu_ms ();
  int minimum;

  dramatis_timeline_set_session (DRAMATIS_TIMELINE (timeline), session);
  gtk_widget_measure (timeline, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (timeline, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (timeline, sizes[0].width, sizes[0].height, -1, NULL);

  return bench_get_cpu_ms () - started;
}

/* @ratios: those of a tenth of the events, and after it those of these */
static gboolean
measure (GtkWidget *window,
         guint      n,
         Ratios     ratios)
{
  g_autoptr (DramatisDossier) dossier = create_dossier (n);
  double started = bench_get_cpu_ms ();
  g_autoptr (DramatisSession) session = dramatis_session_new (dossier);
  double index = bench_get_cpu_ms () - started;
  g_autoptr (GtkWidget) timeline = g_object_ref_sink (dramatis_timeline_new ());
  g_autofree char *name_build = g_strdup_printf ("timeline/%u/build", n);
  g_autofree char *name_index = g_strdup_printf ("timeline/%u/index", n);
  double build = measure_build (session, timeline);
  gboolean good = TRUE;

  /* All views share the index: it is no part of the timeline's structures. */
  bench_print (name_index, index, "ms");
  bench_print (name_build, build, "ms");
  if (n == 100000)
    {
      good &= bench_print_ratio ("timeline/100000/build-to-limit", build / BUILD_LIMIT_MS, 1);
      good &= bench_print_ratio ("timeline/100000/mark-to-frame", measure_mark (window, session) / MARK_LIMIT_MS, 1);
    }

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      /* Without a window manager a window that can't be resized takes the size of its default at once. */
      gtk_window_set_default_size (GTK_WINDOW (window), sizes[s].width, sizes[s].height);
      for (guint lanes = 0; lanes < G_N_ELEMENTS (lane_names); lanes++)
        {
          g_autofree char *name = g_strdup_printf ("timeline/%u/%s/%s", n, sizes[s].name, lane_names[lanes]);
          GArray *reference = NULL;

          /* Elsewhere the lanes are a matter of how many events lie in one, which these two show. */
          if (lanes != DRAMATIS_LANES_ONE && n < 100000)
            continue;
          if (lanes == DRAMATIS_LANES_ONE && n == 100000)
            reference = dramatis_index_get_events (dramatis_session_get_index (session));
          ratios[s][lanes] = measure_ratio (window, timeline, lanes, reference, sizes[s].width * sizes[s].height,
                                            n <= 100000 ? FRAME_LIMIT : MILLION_LIMIT * ratios[s][lanes], name, &good);
        }
    }

  return good;
}

int
main (int    argc,
      char **argv)
{
  static const guint counts[] = { 1000, 10000, 100000, 1000000 };
  Ratios ratios = { { 0, }, };
  gboolean good = TRUE;
  GtkWidget *window;

  adw_init ();
  window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), sizes[0].width, sizes[0].height);
  gtk_window_present (GTK_WINDOW (window));

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    good &= measure (window, counts[i], ratios);

  gtk_window_destroy (GTK_WINDOW (window));

  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
