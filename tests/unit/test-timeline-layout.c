/* test-timeline-layout.c: rows and density of the timeline
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "dramatis-dossier.h"
#include "dramatis-timeline-layout.h"

/* As many lists of events, and of each as many arrangements: 10,000 triples of events, zoom and width. */
#define N_RANDOM 2000
#define N_PASSES 5

static int
compare_events (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  return dramatis_time_compare (dramatis_event_get_time ((DramatisEvent *) a),
                                dramatis_event_get_time ((DramatisEvent *) b));
}

static DramatisEvent *
create_event (const char *edtf,
              const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DramatisTime) time = dramatis_time_new (edtf, &error);
  DramatisEvent *event;

  g_assert_no_error (error);
  event = dramatis_event_new ("event", title, time);

  return event;
}

static GListStore *
create_random_events (GRand *rand,
                      guint  n)
{
  GListStore *events = g_list_store_new (DRAMATIS_TYPE_EVENT);
  int years = g_rand_int_range (rand, 1, 300);

  for (guint i = 0; i < n; i++)
    {
      int year = 1700 + g_rand_int_range (rand, 0, years), month = g_rand_int_range (rand, 1, 13);
      g_autofree char *edtf = NULL;
      g_autoptr (DramatisEvent) event = NULL;

      switch (g_rand_int_range (rand, 0, 7))
        {
        case 0:
          edtf = g_strdup_printf ("%d", year);
          break;
        case 1:
          edtf = g_strdup_printf ("%d-%02d", year, month);
          break;
        case 2:
          edtf = g_strdup_printf ("%d/%d", year, year + g_rand_int_range (rand, 1, 40));
          break;
        case 3:
          edtf = g_strdup_printf (g_rand_boolean (rand) ? "%d/.." : "../%d", year);
          break;
        default:
          edtf = g_strdup_printf ("%d-%02d-%02d", year, month, g_rand_int_range (rand, 1, 29));
        }
      event = create_event (edtf, "Treaty signed in the capital");
      if (g_rand_boolean (rand))
        g_object_set (event, "status", DRAMATIS_STATUS_SUGGESTED, NULL);
      g_list_store_append (events, event);
    }
  g_list_store_sort (events, compare_events, NULL);

  return events;
}

static DramatisTimelineLayout *
create_layout (GListStore *events,
               double     *start,
               double     *end)
{
  DramatisTimelineLayout *layout = dramatis_timeline_layout_new ();
  g_autoptr (GArray) array = dramatis_dated_events_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (events)); i++)
    {
      g_autoptr (DramatisEvent) event = g_list_model_get_item (G_LIST_MODEL (events), i);

      dramatis_dated_events_add (array, event);
    }
  g_assert_true (dramatis_dated_events_get_extent (array, start, end));
  dramatis_timeline_layout_set_extent (layout, *start, *end);
  dramatis_timeline_layout_set_events (layout, array, NULL);

  return layout;
}

/* In a row nothing overlaps, and the links lead through all of it in order of time. */
static void
assert_rows (DramatisTimelineLayout *layout,
             double                  scale,
             guint                   n_rows)
{
  GArray *places = dramatis_timeline_layout_get_places (layout);
  g_autofree guint *last = g_new (guint, n_rows);

  for (guint r = 0; r < n_rows; r++)
    last[r] = DRAMATIS_PLACE_NONE;

  for (guint i = 0; i < places->len; i++)
    {
      const DramatisPlace *place = &g_array_index (places, DramatisPlace, i);
      double x0, x1, previous_x0, previous_x1;

      if (place->row == DRAMATIS_ROW_DENSE)
        continue;
      g_assert_cmpint (place->row, >=, 0);
      g_assert_cmpint (place->row, <, (int) n_rows);
      dramatis_place_get_bounds (place, scale, &x0, &x1);
      g_assert_cmpfloat (x1 - x0, >=, DRAMATIS_MARK_WIDTH - 1e-6);
      if (last[place->row] != DRAMATIS_PLACE_NONE)
        {
          const DramatisPlace *previous = &g_array_index (places, DramatisPlace, last[place->row]);

          g_assert_cmpuint (previous->next, ==, i);
          dramatis_place_get_bounds (previous, scale, &previous_x0, &previous_x1);
          g_assert_cmpfloat (x0, >=, previous_x1 + DRAMATIS_MARK_GAP - 1e-6);
        }
      last[place->row] = i;
    }
  for (guint r = 0; r < n_rows; r++)
    {
      if (last[r] != DRAMATIS_PLACE_NONE)
        g_assert_cmpuint (g_array_index (places, DramatisPlace, last[r]).next, ==, DRAMATIS_PLACE_NONE);
    }
}

/* Every event without a row lies in runs of its lane from its start to its end, and nothing else does: at any time the
 * count is the number of those events whose columns are there. */
static void
assert_runs (DramatisTimelineLayout *layout,
             guint                   lane,
             double                  start,
             double                  end)
{
  GArray *places = dramatis_timeline_layout_get_places (layout);
  g_autoptr (GArray) dense = g_array_new (FALSE, FALSE, sizeof (DramatisPlace));
  const DramatisRun *runs;
  guint n_runs;
  double previous_end = -G_MAXDOUBLE;

  for (guint i = 0; i < places->len; i++)
    {
      const DramatisPlace *place = &g_array_index (places, DramatisPlace, i);

      if (place->row == DRAMATIS_ROW_DENSE && place->lane == lane)
        g_array_append_vals (dense, place, 1);
    }

  runs = dramatis_timeline_layout_get_runs (layout, lane, start, end, &n_runs);
  if (dense->len == 0)
    g_assert_cmpuint (n_runs, ==, 0);
  for (guint i = 0; i < n_runs; i++)
    {
      guint within = 0, touching = 0;

      g_assert_cmpfloat (runs[i].start, <, runs[i].end);
      g_assert_cmpfloat (runs[i].start, >=, previous_end - 1e-6);
      previous_end = runs[i].end;
      for (guint j = 0; j < dense->len; j++)
        {
          const DramatisPlace *place = &g_array_index (dense, DramatisPlace, j);

          within += place->start < runs[i].end - 1e-6 && place->end > runs[i].start + 1e-6;
          touching += place->start <= runs[i].end + 1e-6 && place->end >= runs[i].start - 1e-6;
        }
      g_assert_cmpuint (runs[i].count, >=, 1);
      g_assert_cmpuint (runs[i].count, <=, touching);
      g_assert_cmpuint (runs[i].count, >=, within);
    }

  for (guint j = 0; j < dense->len; j++)
    {
      const DramatisPlace *place = &g_array_index (dense, DramatisPlace, j);

      dramatis_timeline_layout_get_runs (layout, lane, place->start, place->end, &n_runs);
      g_assert_cmpuint (n_runs, >=, 1);
    }
}

/* The rows of the lanes follow one another, and each event with a row lies in those of its lane. */
static void
assert_lanes (DramatisTimelineLayout *layout,
              guint                   n_lanes,
              const guint            *lanes)
{
  GArray *places = dramatis_timeline_layout_get_places (layout);
  guint after = 0;

  g_assert_cmpuint (dramatis_timeline_layout_get_n_lanes (layout), ==, n_lanes);
  for (guint lane = 0; lane < n_lanes; lane++)
    {
      guint first, n_rows = dramatis_timeline_layout_get_lane_rows (layout, lane, &first);

      g_assert_cmpuint (n_rows, >, 0);
      g_assert_cmpuint (first, ==, after);
      after += n_rows;
      for (guint i = 0; i < places->len; i++)
        {
          const DramatisPlace *place = &g_array_index (places, DramatisPlace, i);

          g_assert_cmpuint (place->lane, ==, lanes[i]);
          if (place->lane == lane && place->row != DRAMATIS_ROW_DENSE)
            g_assert_true (place->row >= (int) first && place->row < (int) after);
        }
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < N_RANDOM; i++)
    {
      guint n = g_rand_int_range (rand, 1, 120), n_rows = g_rand_int_range (rand, 1, 9);
      g_autoptr (GListStore) events = create_random_events (rand, n);
      double start, end, scale;
      g_autoptr (DramatisTimelineLayout) layout = create_layout (events, &start, &end);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
      GArray *places = dramatis_timeline_layout_get_places (layout);
      guint n_lanes = g_rand_int_range (rand, 1, n_rows + 1);
      g_autofree guint *lanes = g_new (guint, n);
      GArray *visible;

      for (guint j = 0; j < n; j++)
        lanes[j] = g_rand_int_range (rand, 0, n_lanes);
      dramatis_timeline_layout_set_lanes (layout, n_lanes, lanes);

      /* Each arrangement holds on to rows of the one before. */
      for (guint pass = 0; pass < N_PASSES; pass++)
        {
          scale = g_rand_int_range (rand, 300, 2000) / (end - start) * pow (2, g_rand_double_range (rand, 0, 9));
          dramatis_timeline_layout_arrange (layout, scale, n_rows, 7);
          assert_rows (layout, scale, n_rows);
          assert_lanes (layout, n_lanes, lanes);
          for (guint lane = 0; lane < n_lanes; lane++)
            assert_runs (layout, lane, start - 1e6, end + 1e6);
        }

      g_assert_cmpuint (places->len, ==, n);
      for (guint j = 0; j < n; j++)
        g_assert_true (g_hash_table_add (seen, g_array_index (places, DramatisPlace, j).event));

      /* What is found in a range is what overlaps it, once each. */
      start += (end - start) / 3;
      end = start + (end - start) / 4;
      visible = dramatis_timeline_layout_get_visible (layout, start, end);
      for (guint j = 0, k = 0; j < n; j++)
        {
          const DramatisPlace *place = &g_array_index (places, DramatisPlace, j);

          if (place->row == DRAMATIS_ROW_DENSE || place->start >= end || place->end <= start)
            continue;
          g_assert_cmpuint (k, <, visible->len);
          g_assert_cmpuint (g_array_index (visible, guint, k++), ==, j);
          if (j == n - 1)
            g_assert_cmpuint (k, ==, visible->len);
        }
    }
}

static void
test_stable_until_twice_the_scale (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  g_autoptr (GListStore) events = create_random_events (rand, 60);
  double start, end;
  g_autoptr (DramatisTimelineLayout) layout = create_layout (events, &start, &end);

  g_assert_true (dramatis_timeline_layout_arrange (layout, 0.25, 5, 7));
  g_assert_false (dramatis_timeline_layout_arrange (layout, 0.26, 5, 7));
  g_assert_false (dramatis_timeline_layout_arrange (layout, 0.499, 5, 7));
  assert_rows (layout, 0.499, 5);
  g_assert_true (dramatis_timeline_layout_arrange (layout, 0.5, 5, 7));
}

/* Zooming by small steps, no event changes its row but at a power of two; there some have to give way to those that can be
 * told apart from then on. */
static void
test_rows_stay (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (GListStore) events = create_random_events (rand, 60);
      double start, end;
      g_autoptr (DramatisTimelineLayout) layout = create_layout (events, &start, &end);
      GArray *places = dramatis_timeline_layout_get_places (layout);
      g_autofree int *rows = g_new (int, places->len);
      double scale = 800 / (end - start);
      guint n_kept = 0, n_had = 0, n_steps_moved = 0;

      dramatis_timeline_layout_arrange (layout, scale, 5, 7);
      for (guint step = 0; step < 50; step++, scale *= 1.06)
        {
          gboolean moved = FALSE;

          for (guint j = 0; j < places->len; j++)
            rows[j] = g_array_index (places, DramatisPlace, j).row;
          dramatis_timeline_layout_arrange (layout, scale, 5, 7);
          for (guint j = 0; j < places->len; j++)
            {
              gboolean kept = g_array_index (places, DramatisPlace, j).row == rows[j];

              if (rows[j] == DRAMATIS_ROW_DENSE)
                continue;
              n_had++;
              n_kept += kept;
              moved |= !kept;
            }
          n_steps_moved += moved;
        }
      /* 1.06 to the power of 50 is less than 2 to the power of 5. */
      g_assert_cmpuint (n_steps_moved, <=, 5);
      g_assert_cmpuint (n_kept * 100, >=, n_had * 90);
    }
}

static void
test_important_first (void)
{
  g_autoptr (GListStore) events = g_list_store_new (DRAMATIS_TYPE_EVENT);
  double start, end;
  g_autoptr (DramatisTimelineLayout) layout = NULL;
  GArray *places;

  for (guint i = 0; i < 9; i++)
    {
      g_autoptr (DramatisEvent) event = create_event ("2024-10-15", "Event");

      if (i != 6)
        g_object_set (event, "status", DRAMATIS_STATUS_SUGGESTED, NULL);
      g_list_store_append (events, event);
    }

  layout = create_layout (events, &start, &end);
  dramatis_timeline_layout_arrange (layout, 1, 1, 7);
  places = dramatis_timeline_layout_get_places (layout);
  for (guint i = 0; i < 9; i++)
    g_assert_cmpint (g_array_index (places, DramatisPlace, i).row, ==, i == 6 ? 0 : DRAMATIS_ROW_DENSE);

  /* The event that has the focus can always be told apart. */
  dramatis_timeline_layout_set_foremost (layout, g_array_index (places, DramatisPlace, 2).event);
  g_assert_true (dramatis_timeline_layout_arrange (layout, 1, 1, 7));
  g_assert_cmpint (g_array_index (places, DramatisPlace, 2).row, ==, 0);
  g_assert_cmpint (g_array_index (places, DramatisPlace, 6).row, ==, DRAMATIS_ROW_DENSE);
}

/* Of events at one time, for which there is one row, the one with more evidence has it, or the one that a note is
 * about. */
static void
test_evidence_and_notes_first (void)
{
  static const struct
  {
    guint       n_evidence[3];
    const char *noted;
    int         expected;    /* which one has the row; of equals the first */
  } cases[] = {
    { { 1, 1, 1 }, NULL, 0 },
    { { 1, 3, 2 }, NULL, 1 },
    { { 1, 2, 3 }, NULL, 2 },
    { { 1, 2, 3 }, "event-0", 0 },
    { { 1, 1, 1 }, "event-2", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DramatisDossier) dossier = dramatis_dossier_new ();
      g_autoptr (DramatisTimelineLayout) layout = dramatis_timeline_layout_new ();
      g_autoptr (DramatisNote) note = dramatis_note_new ("note", "See there");
      g_autoptr (DramatisIndex) index = NULL;
      GArray *places;
      double start, end;

      for (guint j = 0; j < 3; j++)
        {
          g_autofree char *id = g_strdup_printf ("event-%u", j);
          g_autoptr (DramatisTime) time = dramatis_time_new ("2024-10-15", NULL);
          g_autoptr (DramatisEvent) event = dramatis_event_new (id, "Event", time);
          g_autoptr (GPtrArray) evidence = dramatis_anchors_new ();

          for (guint k = 0; k < cases[i].n_evidence[j]; k++)
            g_ptr_array_add (evidence, dramatis_anchor_new ("gone", "Words", &(const DramatisRange) { k, k + 1 }));
          g_object_set (event, "evidence", evidence, NULL);
          dramatis_dossier_add (dossier, event);
        }
      g_object_set (note, "events", (const char *[]) { cases[i].noted, NULL }, NULL);
      dramatis_dossier_add (dossier, note);
      index = dramatis_index_new (dossier, NULL);

      g_assert_true (dramatis_dated_events_get_extent (dramatis_index_get_events (index), &start, &end));
      dramatis_timeline_layout_set_extent (layout, start, end);
      dramatis_timeline_layout_set_events (layout, dramatis_index_get_events (index), index);
      dramatis_timeline_layout_arrange (layout, 1, 1, 7);
      places = dramatis_timeline_layout_get_places (layout);
      for (int j = 0; j < 3; j++)
        g_assert_cmpint (g_array_index (places, DramatisPlace, j).row, ==, j == cases[i].expected ? 0 : DRAMATIS_ROW_DENSE);
    }
}

static void
test_extent (void)
{
  static const struct
  {
    const char *first, *second;
    int         from[3], to[3];   /* inside of the extent, which is not much longer */
  } cases[] = {
    { "2024-10-15", "2024-10-15", { 2024, 10, 1 }, { 2024, 10, 31 } },
    { "1945", "2024-10", { 1945, 1, 1 }, { 2024, 11, 1 } },
    { "../1955", "2009/..", { 1956, 1, 1 }, { 2009, 1, 1 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) events = dramatis_dated_events_new ();
      g_autoptr (DramatisEvent) first_event = create_event (cases[i].first, "First");
      g_autoptr (DramatisEvent) second_event = create_event (cases[i].second, "Second");
      double start, end, first, last;

      g_assert_false (dramatis_dated_events_get_extent (events, &start, &end));
      dramatis_dated_events_add (events, first_event);
      dramatis_dated_events_add (events, second_event);
      g_assert_true (dramatis_dated_events_get_extent (events, &start, &end));

      first = dramatis_day_new (cases[i].from[0], cases[i].from[1], cases[i].from[2]);
      last = dramatis_day_new (cases[i].to[0], cases[i].to[1], cases[i].to[2]);
      g_assert_cmpfloat (start, <, first);
      g_assert_cmpfloat (end, >, last);
      g_assert_cmpfloat (end - start, <, (last - first) * 1.6);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline-layout/random", test_random);
  g_test_add_func ("/timeline-layout/stable", test_stable_until_twice_the_scale);
  g_test_add_func ("/timeline-layout/rows-stay", test_rows_stay);
  g_test_add_func ("/timeline-layout/important-first", test_important_first);
  g_test_add_func ("/timeline-layout/evidence-and-notes-first", test_evidence_and_notes_first);
  g_test_add_func ("/timeline-layout/extent", test_extent);

  return g_test_run ();
}
