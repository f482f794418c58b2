/* dramatis-passage-bars.c: the bars of notes at the margin of a passage
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-passage-bars.h"

#include "dramatis-note-bar.h"
#include "dramatis-text-layout.h"

/* The lanes that bars stand in, in pixels: how far the first is from the text, how far one is from the next, and how
 * much room all of them have: next to the margin is the handle of a pane, which takes clicks of some pixels around it. If
 * they need more they are closer together. */
#define LANE_DISTANCE 5
#define LANE_PITCH 6
#define LANES_WIDTH 23

static GtkWidget *
next_bar (GtkWidget *child)
{
  while (child != NULL && !DRAMATIS_IS_NOTE_BAR (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static GtkWidget *
first_bar (GtkWidget *row)
{
  return next_bar (gtk_widget_get_first_child (row));
}

/**
 * dramatis_passage_bars_bind:
 * @row: the row of a passage
 * @session: the session
 * @marks: (element-type DramatisMark): what is marked in the passage
 *
 * Makes the row have a bar for each mark of a note. Those that are there are used again, and with them the focus.
 */
void
dramatis_passage_bars_bind (GtkWidget       *row,
                            DramatisSession *session,
                            GArray          *marks)
{
  DramatisDossier *dossier = dramatis_session_get_dossier (session);
  GtkWidget *bar = first_bar (row);

  for (guint i = 0; i < marks->len; i++)
    {
      const DramatisMark *mark = &g_array_index (marks, DramatisMark, i);

      if (mark->kind != DRAMATIS_MARK_NOTE)
        continue;

      if (bar == NULL)
        {
          bar = dramatis_note_bar_new ();
          gtk_widget_set_parent (bar, row);
        }
      dramatis_note_bar_bind (DRAMATIS_NOTE_BAR (bar), session, dramatis_dossier_lookup (dossier, mark->id), &mark->range);
      bar = next_bar (gtk_widget_get_next_sibling (bar));
    }

  while (bar != NULL)
    {
      GtkWidget *next = next_bar (gtk_widget_get_next_sibling (bar));

      gtk_widget_unparent (bar);
      bar = next;
    }
}

/* Where in its lane a bar stands. */
typedef struct
{
  GtkWidget *bar;
  int        top;
  int        bottom;
  guint      lane;
} Place;

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *one = a, *other = b;

  if (one->top != other->top)
    return one->top < other->top ? -1 : 1;

  return (one->bottom < other->bottom) - (one->bottom > other->bottom);
}

/* Gives each bar the first lane that is free beside its words; returns how many lanes there are. */
static guint
assign_lanes (GArray *places)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (int));

  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    {
      Place *place = &g_array_index (places, Place, i);

      while (place->lane < ends->len && g_array_index (ends, int, place->lane) > place->top)
        place->lane++;
      if (place->lane == ends->len)
        g_array_append_val (ends, place->bottom);
      else
        g_array_index (ends, int, place->lane) = place->bottom;
    }

  return ends->len;
}

/**
 * dramatis_passage_bars_allocate:
 * @row: the row of a passage
 * @layout: the layout of its text
 * @y: where that begins, in pixels of the row
 * @width: the width of the row, in pixels
 * @rtl: whether the passage begins at the right
 *
 * Places the bars at the margin where the text begins, beside their words and side by side where those overlap.
 */
void
dramatis_passage_bars_allocate (GtkWidget   *row,
                                PangoLayout *layout,
                                int          y,
                                int          width,
                                gboolean     rtl)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  double pitch;

  for (GtkWidget *bar = first_bar (row); bar != NULL; bar = next_bar (gtk_widget_get_next_sibling (bar)))
    {
      g_autoptr (GArray) rects =
        dramatis_text_layout_get_rects (layout, dramatis_note_bar_get_range (DRAMATIS_NOTE_BAR (bar)));
      Place place = { .bar = bar };

      if (rects->len > 0)
        {
          const graphene_rect_t *first = &g_array_index (rects, graphene_rect_t, 0);
          const graphene_rect_t *last = &g_array_index (rects, graphene_rect_t, rects->len - 1);

          place.top = y + first->origin.y;
          place.bottom = y + last->origin.y + last->size.height;
        }
      gtk_widget_set_child_visible (bar, rects->len > 0);
      g_array_append_val (places, place);
    }
  if (places->len == 0)
    return;

  pitch = MIN (LANE_PITCH, (double) LANES_WIDTH / assign_lanes (places));
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      int near = LANE_DISTANCE + place->lane * pitch;
      int far = MAX (near + 1, (int) (LANE_DISTANCE + (place->lane + 1) * pitch));
      int height = MAX (1, place->bottom - place->top);

      gtk_widget_measure (place->bar, GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (place->bar,
                                &(GtkAllocation) { rtl ? width + near : -far, place->top, far - near, height }, -1);
    }
}

/**
 * dramatis_passage_bars_step:
 * @row: the row of a passage
 * @direction: 1 for the next bar, -1 for the one before
 *
 * Moves the focus to another bar of the row; from none, to the first or last one.
 *
 * Returns: whether there was one
 */
gboolean
dramatis_passage_bars_step (GtkWidget *row,
                            int        direction)
{
  GtkRoot *root = gtk_widget_get_root (row);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *bar;

  if (focus != NULL && gtk_widget_get_parent (focus) != row)
    focus = NULL;
  if (direction > 0)
    bar = focus != NULL ? next_bar (gtk_widget_get_next_sibling (focus)) : first_bar (row);
  else
    {
      bar = focus != NULL ? gtk_widget_get_prev_sibling (focus) : gtk_widget_get_last_child (row);
      if (!DRAMATIS_IS_NOTE_BAR (bar))
        bar = NULL;
    }

  return bar != NULL && gtk_widget_grab_focus (bar);
}
