/* bench-notes.c: 10,000 notes in the panel and at the margin
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <string.h>

#include "bench.h"
#include "dramatis-article-view.h"
#include "dramatis-note-panel.h"
#include "dramatis-session.h"

#define N_PASSAGES 2000
#define N_NOTES 10000
#define N_ROUNDS 15

/* Milliseconds: of 60 frames a second. */
#define FRAME 16.67

static DramatisDossier *
create_dossier (void)
{
  DramatisDossier *dossier = dramatis_dossier_new ();
  g_autoptr (GPtrArray) things = g_ptr_array_new_with_free_func (g_object_unref);
  DramatisArticle *article = dramatis_article_new ("article");
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  static const char * const words[] = { "treaty", "harbour", "minister", "signed", "the", "border", "of", "in", "river", "army" };
  static const char * const tags[] = { "tag-0", "tag-1", "tag-2", NULL };

  g_ptr_array_add (things, article);
  for (guint i = 0; i < G_N_ELEMENTS (tags) - 1; i++)
    g_ptr_array_add (things, dramatis_tag_new (tags[i], tags[i]));
  for (guint i = 0; i < N_PASSAGES; i++)
    {
      g_autofree char *id = g_strdup_printf ("passage-%u", i);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (DramatisPassage) passage = NULL;

      for (guint j = 0; j < 90; j++)
        g_string_append_printf (text, "%s ", words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
      passage = dramatis_passage_new (id, DRAMATIS_PASSAGE_KIND_PARAGRAPH, text->str, NULL);
      g_list_store_append (G_LIST_STORE (dramatis_article_get_passages (article)), passage);

      for (guint j = 0; j < N_NOTES / N_PASSAGES; j++)
        {
          guint start = g_rand_int_range (random, 0, text->len - 60);
          const DramatisRange range = { start, start + g_rand_int_range (random, 5, 60) };
          g_autofree char *note_id = g_strdup_printf ("note-%u", i * (N_NOTES / N_PASSAGES) + j);
          g_autofree char *note_text =
            g_strdup_printf ("On *%s* and **%s**, number %u: see [that](dramatis:note-%u)\n\n- one\n- two %s",
                             words[g_rand_int_range (random, 0, 10)], words[g_rand_int_range (random, 0, 10)], i,
                             g_rand_int_range (random, 0, N_NOTES), words[g_rand_int_range (random, 0, 10)]);
          g_autoptr (GPtrArray) ranges = dramatis_anchors_new ();
          DramatisNote *note = dramatis_note_new (note_id, note_text);

          g_ptr_array_add (ranges, dramatis_anchor_new (id, text->str, &range));
          g_object_set (note, "ranges", ranges, "tags", (const char *[]) { tags[j % 3], NULL }, NULL);
          g_ptr_array_add (things, note);
        }
    }
  dramatis_dossier_add_all (dossier, things);
  dramatis_history_clear (dramatis_dossier_get_history (dossier));

  return dossier;
}

static gboolean
count_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  return --*(guint *) user_data > 0;
}

static void
settle (GtkWidget *window)
{
  guint n_frames = 3;

  gtk_widget_add_tick_callback (window, count_frame_cb, &n_frames, NULL);
  while (n_frames > 0)
    g_main_context_iteration (NULL, TRUE);
}

typedef struct
{
  GtkWidget       *window;
  DramatisDossier *dossier;
  DramatisSession *session;
  GtkEditable     *search;
  GtkAdjustment   *adjustment;
  GPtrArray       *notes;
} Bench;

static gpointer
find (GtkWidget *widget,
      GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
search (Bench *self,
        guint  round)
{
  static const char * const typed[] = { "t", "tr", "tre", "trea", "treat", "treaty", "number 7", "h", "ha" };

  gtk_editable_set_text (self->search, typed[round % G_N_ELEMENTS (typed)]);
  g_signal_emit_by_name (self->search, "search-changed");
}

static void
sort (Bench *self,
      guint  round)
{
  dramatis_session_set_note_order (self->session, 1 + round % 3);
}

static void
edit (Bench *self,
      guint  round)
{
  dramatis_dossier_edit (self->dossier, "Edit", g_ptr_array_index (self->notes, round * 17 % N_NOTES), "text", "Edited", NULL);
}

static void
scroll (Bench *self,
        guint  round)
{
  gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_value (self->adjustment) + 120);
}

static void
jump (Bench *self,
      guint  round)
{
  gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_upper (self->adjustment) * (round * 37 % 100) / 100);
}

static void
nothing (Bench *self,
         guint  round)
{
  gtk_widget_queue_draw (self->window);
}

/* The median of the processor time from what is done to the end of the third frame after it. */
static double
measure (Bench *self,
         void (*act) (Bench *self, guint round))
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double start = bench_get_cpu_ms ();
      double time;

      act (self, i);
      settle (self->window);
      time = bench_get_cpu_ms () - start;
      g_array_append_val (times, time);
    }

  return bench_quantile (times, 0.5);
}

/* To look for words in the notes takes at least this: once through all of their text. */
static double
measure_reading (Bench *self)
{
  double start = bench_get_cpu_ms ();
  volatile guint n_found = 0;

  for (guint i = 0; i < self->notes->len; i++)
    n_found += strstr (dramatis_note_get_text (g_ptr_array_index (self->notes, i)), "no such words") != NULL;

  return bench_get_cpu_ms () - start;
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    void      (*act) (Bench *self, guint round);
  } cases[] = {
    { "search", search }, { "sort", sort }, { "scroll", scroll }, { "jump", jump }, { "edit", edit },
  };
  g_autoptr (DramatisDossier) dossier = NULL;
  g_autoptr (DramatisSession) session = NULL;
  GtkWidget *paned, *scroller, *panel;
  Bench self;
  double start, frame;
  gboolean within = TRUE;

  if (!gtk_init_check ())
    return 77;
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  dossier = create_dossier ();
  start = bench_get_cpu_ms ();
  session = dramatis_session_new (dossier);
  bench_print ("session", bench_get_cpu_ms () - start, "ms");

  self = (Bench) { .dossier = dossier, .session = session, .window = gtk_window_new () };
  self.notes = g_ptr_array_new ();
  for (guint i = 0; i < N_NOTES; i++)
    {
      g_autofree char *id = g_strdup_printf ("note-%u", i);

      g_ptr_array_add (self.notes, dramatis_dossier_lookup (dossier, id));
    }
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), dramatis_article_view_new (session));
  panel = dramatis_note_panel_new (session);
  paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_paned_set_start_child (GTK_PANED (paned), scroller);
  gtk_paned_set_end_child (GTK_PANED (paned), panel);
  gtk_paned_set_position (GTK_PANED (paned), 800);
  gtk_window_set_child (GTK_WINDOW (self.window), paned);
  gtk_window_set_default_size (GTK_WINDOW (self.window), 1200, 800);
  gtk_window_present (GTK_WINDOW (self.window));
  settle (self.window);
  self.search = find (panel, GTK_TYPE_SEARCH_ENTRY);
  self.adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  frame = measure (&self, nothing);
  bench_print ("drawing the window thrice", frame, "ms");
  bench_print ("reading all notes", measure_reading (&self), "ms");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double time = measure (&self, cases[i].act);
      g_autofree char *name = g_strdup_printf ("%s / frame of 16.7 ms", cases[i].name);

      bench_print (cases[i].name, time, "ms");
      /* what three drawings take is not its work */
      within &= bench_print_ratio (name, MAX (0, time - frame) / FRAME, 1);
    }

  g_ptr_array_unref (self.notes);
  gtk_window_destroy (GTK_WINDOW (self.window));

  return within ? 0 : 1;
}
