/* dramatis-timeline-layout.c: which event lies in which row of the timeline
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-timeline-layout.h"

#include <math.h>

#define FOREMOST (G_MAXUINT / 2)

/* What a note adds to the weight of an event: it says more than a few words of evidence. */
#define NOTED_WEIGHT 8

/**
 * DramatisTimelineLayout:
 *
 * Gives each event of a timeline a row, or counts it among those that can't be told apart.
 *
 * An arrangement is made for all events at once, for the power of two at or below the scale: panning does not
 * change it, and zooming in only moves apart what it holds, until the next power of two. There an event keeps its
 * row if it can. Where rows are scarce the more important event gets the row, or keeps its label.
 *
 * The rows are those of one lane, or are shared out among several lanes by the number of their events.
 */
struct _DramatisTimelineLayout
{
  GObject     parent_instance;

  GArray     *events;         /* DramatisDatedEvent: keeps those of the places alive */
  GArray     *places;         /* DramatisPlace, by start */
  double      extent_start;
  double      extent_end;
  DramatisEvent *foremost;    /* not owned; only compared */
  guint       n_lanes;
  guint      *n_in_lane;      /* events of each lane */

  gboolean    arranged;
  double      scale;          /* of the arrangement, a power of two */
  guint       n_rows;
  double      character_width;
  GArray     *told_apart;     /* guint: places with a row, by start */
  GArray     *max_ends;       /* int: of those up to there, the last end */
  guint      *first_rows;     /* of each lane, and behind the last one how many there are */
  DramatisDensity *density;
  GArray     *visible;        /* guint: answer of get_visible () */
};

G_DEFINE_FINAL_TYPE (DramatisTimelineLayout, dramatis_timeline_layout, G_TYPE_OBJECT)

/* The state of a row while it is filled from the left, in pixels of the arrangement. */
typedef struct
{
  guint  tail;
  double before_tail;   /* where the event before the tail ends */
  guint  tail_previous;
  double mark_end;
  double label_end;
} Row;

static DramatisPlace *
get_place (DramatisTimelineLayout *self,
           guint                   i)
{
  return &g_array_index (self->places, DramatisPlace, i);
}

static void
dramatis_timeline_layout_finalize (GObject *object)
{
  DramatisTimelineLayout *self = DRAMATIS_TIMELINE_LAYOUT (object);

  g_array_unref (self->places);
  g_array_unref (self->told_apart);
  g_array_unref (self->max_ends);
  g_clear_pointer (&self->density, dramatis_density_free);
  g_array_unref (self->visible);
  g_free (self->n_in_lane);
  g_free (self->first_rows);
  g_array_unref (self->events);

  G_OBJECT_CLASS (dramatis_timeline_layout_parent_class)->finalize (object);
}

static void
dramatis_timeline_layout_class_init (DramatisTimelineLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dramatis_timeline_layout_finalize;
}

static void
dramatis_timeline_layout_init (DramatisTimelineLayout *self)
{
  self->events = dramatis_dated_events_new ();
  self->places = g_array_new (FALSE, FALSE, sizeof (DramatisPlace));
  self->told_apart = g_array_new (FALSE, FALSE, sizeof (guint));
  self->max_ends = g_array_new (FALSE, FALSE, sizeof (int));
  self->n_lanes = 1;
  self->n_in_lane = g_new0 (guint, 1);
  self->visible = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * dramatis_timeline_layout_new:
 *
 * Makes a layout without events.
 *
 * Returns: (transfer full): a new layout
 */
DramatisTimelineLayout *
dramatis_timeline_layout_new (void)
{
  return g_object_new (DRAMATIS_TYPE_TIMELINE_LAYOUT, NULL);
}

static guint
get_importance (const DramatisDatedEvent *dated,
                DramatisIndex            *index)
{
  guint importance = dated->weight;

  if (index != NULL && dramatis_index_has_notes_about (index, dated->id))
    importance += NOTED_WEIGHT;

  return importance;
}

/**
 * dramatis_timeline_layout_set_events:
 * @self: a layout
 * @events: (element-type DramatisDatedEvent): events in order of time, not to be changed any more
 * @index: (nullable): the index of their dossier; what its notes are about is more important
 *
 * Sets the events, all of them in one lane. An event that was there before keeps its row where it can.
 */
void
dramatis_timeline_layout_set_events (DramatisTimelineLayout *self,
                                     GArray                 *events,
                                     DramatisIndex          *index)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);

  g_return_if_fail (DRAMATIS_IS_TIMELINE_LAYOUT (self));

  /* To ask for each event takes time. */
  if (index != NULL && dramatis_index_get_notes (index)->len == 0)
    index = NULL;

  /* Only where rows can be recognised by eye they are worth keeping. */
  for (guint i = 0; i < MIN (self->told_apart->len, 1000); i++)
    {
      DramatisPlace *place = get_place (self, g_array_index (self->told_apart, guint, i));

      g_hash_table_insert (rows, place->event, GINT_TO_POINTER (place->row + 1));
    }

  g_array_set_size (self->told_apart, 0);
  g_array_set_size (self->max_ends, 0);
  g_clear_pointer (&self->density, dramatis_density_free);
  g_array_ref (events);
  g_array_unref (self->events);
  self->events = events;
  g_array_set_size (self->places, events->len);
  self->arranged = FALSE;
  self->n_lanes = 1;
  self->n_in_lane[0] = events->len;

  for (guint i = 0; i < events->len; i++)
    {
      const DramatisDatedEvent *dated = dramatis_dated_events_get (events, i);

      *get_place (self, i) = (DramatisPlace) {
        .event = dated->event,
        .span = dated->span,
        .start = dated->span.start,
        .end = dated->span.end,
        .row = GPOINTER_TO_INT (g_hash_table_lookup (rows, dated->event)) - 1,
        .next = DRAMATIS_PLACE_NONE,
        .importance = get_importance (dated, index),
        .label_length = MAX (dated->title_length, 1),
      };
    }
}

/**
 * dramatis_timeline_layout_set_lanes:
 * @self: a layout
 * @n_lanes: how many lanes there are, at least 1
 * @lanes: (array): the lane of each event, in order of time
 *
 * Shares the events out among lanes.
 */
void
dramatis_timeline_layout_set_lanes (DramatisTimelineLayout *self,
                                    guint                   n_lanes,
                                    const guint            *lanes)
{
  g_return_if_fail (DRAMATIS_IS_TIMELINE_LAYOUT (self));
  g_return_if_fail (n_lanes > 0);

  self->arranged = FALSE;
  self->n_lanes = n_lanes;
  g_free (self->n_in_lane);
  self->n_in_lane = g_new0 (guint, n_lanes);
  for (guint i = 0; i < self->places->len; i++)
    {
      get_place (self, i)->lane = lanes[i];
      self->n_in_lane[lanes[i]]++;
    }
}

/**
 * dramatis_timeline_layout_set_extent:
 * @self: a layout
 * @start: the start in days
 * @end: the end in days
 *
 * Sets the whole range, at whose ends open events end.
 */
void
dramatis_timeline_layout_set_extent (DramatisTimelineLayout *self,
                                     double                  start,
                                     double                  end)
{
  g_return_if_fail (DRAMATIS_IS_TIMELINE_LAYOUT (self));

  if (self->extent_start == start && self->extent_end == end)
    return;

  self->extent_start = start;
  self->extent_end = end;
  self->arranged = FALSE;
}

/**
 * dramatis_timeline_layout_set_foremost:
 * @self: a layout
 * @event: (nullable): an event
 *
 * Says which event must be told apart, whatever else can't be: the one that has the keyboard focus.
 */
void
dramatis_timeline_layout_set_foremost (DramatisTimelineLayout *self,
                                       DramatisEvent          *event)
{
  guint i;

  g_return_if_fail (DRAMATIS_IS_TIMELINE_LAYOUT (self));

  if (self->foremost == event)
    return;

  self->foremost = event;
  i = event != NULL ? dramatis_timeline_layout_find (self, event) : DRAMATIS_PLACE_NONE;
  if (i != DRAMATIS_PLACE_NONE && get_place (self, i)->row == DRAMATIS_ROW_DENSE)
    self->arranged = FALSE;
}

static void
clip_to_extent (DramatisTimelineLayout *self,
                DramatisPlace          *place)
{
  place->start = place->span.start;
  place->end = place->span.end;
  if (place->start == DRAMATIS_DAY_MIN)
    place->start = (int) floor (self->extent_start);
  if (place->end == DRAMATIS_DAY_MAX)
    place->end = (int) ceil (self->extent_end);
  place->end = MAX (place->end, place->start + 1);
}

static void
row_append (DramatisTimelineLayout *self,
            Row                    *row,
            guint                   i,
            int                     number,
            double                  x0,
            double                  x1)
{
  DramatisPlace *place = get_place (self, i);

  if (row->tail != DRAMATIS_PLACE_NONE)
    get_place (self, row->tail)->next = i;
  row->tail_previous = row->tail;
  row->before_tail = row->mark_end;
  row->tail = i;
  row->mark_end = x1;
  row->label_end = x1 + DRAMATIS_LABEL_GAP + place->label_length * self->character_width;
  place->row = number;
}

/* Takes the last event out of a row again. */
static void
row_pop (DramatisTimelineLayout *self,
         Row                    *row)
{
  get_place (self, row->tail)->row = DRAMATIS_ROW_DENSE;
  if (row->tail_previous != DRAMATIS_PLACE_NONE)
    get_place (self, row->tail_previous)->next = DRAMATIS_PLACE_NONE;
  row->tail = row->tail_previous;
  row->mark_end = row->before_tail;
}

static guint
get_rank (DramatisTimelineLayout *self,
          guint                   i)
{
  const DramatisPlace *place = get_place (self, i);

  return place->event == self->foremost ? FOREMOST : place->importance;
}

/* A row that is free from @x on, labels included: the one the event has had, else the uppermost. */
static int
find_free_row (const Row *rows,
               int        first,
               int        after,
               int        preferred,
               double     x)
{
  if (preferred >= first && preferred < after && rows[preferred].label_end + DRAMATIS_LABEL_GAP <= x)
    return preferred;

  for (int r = first; r < after; r++)
    {
      if (rows[r].label_end + DRAMATIS_LABEL_GAP <= x)
        return r;
    }

  return -1;
}

/* How far its label reaches to the left of an event behind which there is no room for it any more. */
static double
get_label_before (DramatisTimelineLayout *self,
                  DramatisPlace          *place,
                  double                  x1)
{
  double room = self->extent_end * self->scale - x1 - DRAMATIS_LABEL_GAP;

  if (room >= DRAMATIS_TITLE_LENGTH * self->character_width
      || room >= place->label_length * self->character_width)
    return 0;

  return DRAMATIS_LABEL_GAP + place->label_length * self->character_width;
}

/* The row of its lane in which an event, and the label of the one before it, have room, at the end also its own; else
 * the row in which there is room for the event at the cost of the least important label; else the one whose last event
 * is the least important and less so than this one: that event gives way. In the protected rows, the upper ones,
 * labels are not given up. */
static int
find_row (DramatisTimelineLayout *self,
          Row                    *rows,
          gboolean                protected,
          guint                   i,
          double                  x0,
          double                  x1)
{
  DramatisPlace *place = get_place (self, i);
  guint first = self->first_rows[place->lane], after = self->first_rows[place->lane + 1];
  guint rank = get_rank (self, i), least = G_MAXUINT;
  double before = get_label_before (self, place, x1);
  int best = find_free_row (rows, first, after, place->row, x0 - before);

  if (best < 0 && before > 0)
    best = find_free_row (rows, first, after, place->row, x0);
  if (best >= 0)
    return best;

  for (guint r = protected ? (first + after) / 2 : first; r < after; r++)
    {
      guint tail_rank = get_rank (self, rows[r].tail);

      if (rows[r].mark_end + DRAMATIS_MARK_GAP > x0)
        continue;
      if (tail_rank < least || (tail_rank == least && rows[r].mark_end < rows[best].mark_end))
        {
          least = tail_rank;
          best = r;
        }
    }
  if (best >= 0)
    return best;

  least = rank;
  for (guint r = first; r < after; r++)
    {
      if (get_rank (self, rows[r].tail) < least && rows[r].before_tail + DRAMATIS_MARK_GAP <= x0)
        {
          least = get_rank (self, rows[r].tail);
          best = r;
        }
    }
  if (best >= 0)
    row_pop (self, &rows[best]);

  return best;
}

/* Returns how many events are without a row. */
static guint
fill_rows (DramatisTimelineLayout *self,
           gboolean                protected)
{
  g_autofree Row *rows = g_new (Row, MAX (self->n_rows, 1));
  guint n_dense = 0;

  for (guint r = 0; r < self->n_rows; r++)
    rows[r] = (Row) { DRAMATIS_PLACE_NONE, -G_MAXDOUBLE, DRAMATIS_PLACE_NONE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < self->places->len; i++)
    {
      DramatisPlace *place = get_place (self, i);
      double x0, x1;
      int row;

      clip_to_extent (self, place);
      place->next = DRAMATIS_PLACE_NONE;
      dramatis_place_get_bounds (place, self->scale, &x0, &x1);
      row = find_row (self, rows, protected, i, x0, x1);
      if (row >= 0)
        row_append (self, &rows[row], i, row, x0, x1);
      else
        place->row = DRAMATIS_ROW_DENSE;
    }

  for (guint i = 0; i < self->places->len; i++)
    n_dense += get_place (self, i)->row == DRAMATIS_ROW_DENSE;

  return n_dense;
}

/* Each lane has a row; the next one always goes to the lane that has the most events for each of its rows. */
static void
share_rows (DramatisTimelineLayout *self)
{
  g_autofree guint *n_rows = g_new (guint, self->n_lanes);

  for (guint lane = 0; lane < self->n_lanes; lane++)
    n_rows[lane] = 1;

  for (guint n = self->n_lanes; n < self->n_rows; n++)
    {
      guint most = 0;

      for (guint lane = 1; lane < self->n_lanes; lane++)
        {
          if ((guint64) self->n_in_lane[lane] * n_rows[most] > (guint64) self->n_in_lane[most] * n_rows[lane])
            most = lane;
        }
      n_rows[most]++;
    }

  g_free (self->first_rows);
  self->first_rows = g_new (guint, self->n_lanes + 1);
  self->first_rows[0] = 0;
  for (guint lane = 0; lane < self->n_lanes; lane++)
    self->first_rows[lane + 1] = self->first_rows[lane] + n_rows[lane];
}

/* Whether all marks would not find room for half of the events, even side by side. */
static gboolean
is_crowded (DramatisTimelineLayout *self)
{
  double length = (self->extent_end - self->extent_start) * self->scale;

  return self->places->len / 2 > length / (DRAMATIS_MARK_WIDTH + DRAMATIS_MARK_GAP) * self->n_rows;
}

static void
fill_told_apart (DramatisTimelineLayout *self)
{
  int max_end = G_MININT;

  g_array_set_size (self->told_apart, 0);
  g_array_set_size (self->max_ends, 0);

  for (guint i = 0; i < self->places->len; i++)
    {
      const DramatisPlace *place = get_place (self, i);

      if (place->row == DRAMATIS_ROW_DENSE)
        continue;
      max_end = MAX (max_end, place->end);
      g_array_append_val (self->told_apart, i);
      g_array_append_val (self->max_ends, max_end);
    }
}

/**
 * dramatis_timeline_layout_arrange:
 * @self: a layout
 * @scale: pixels per day
 * @n_rows: how many rows there is room for; each lane has at least one
 * @character_width: pixels of a character of a label, on average
 *
 * Gives each event a row, if that was not done for a like scale already.
 *
 * No two events in a row overlap or touch at @scale.
 *
 * Returns: whether anything may have changed
 */
gboolean
dramatis_timeline_layout_arrange (DramatisTimelineLayout *self,
                                  double                  scale,
                                  guint                   n_rows,
                                  double                  character_width)
{
  g_return_val_if_fail (DRAMATIS_IS_TIMELINE_LAYOUT (self), FALSE);
  g_return_val_if_fail (scale > 0, FALSE);

  scale = exp2 (floor (log2 (scale)));
  n_rows = MAX (n_rows, self->n_lanes);
  if (self->arranged && self->scale == scale && self->n_rows == n_rows
      && self->character_width == character_width)
    return FALSE;

  self->arranged = TRUE;
  self->scale = scale;
  self->n_rows = n_rows;
  self->character_width = character_width;
  share_rows (self);
  /* Where most can't be told apart anyway, some labels are worth more than some marks. */
  if (is_crowded (self) || fill_rows (self, FALSE) > self->places->len / 2)
    fill_rows (self, TRUE);
  fill_told_apart (self);
  g_clear_pointer (&self->density, dramatis_density_free);
  self->density = dramatis_density_new (self->places, self->n_lanes, scale);

  return TRUE;
}

/**
 * dramatis_timeline_layout_find:
 * @self: a layout
 * @event: an event
 *
 * Finds an event.
 *
 * Returns: its place in dramatis_timeline_layout_get_places(), or %DRAMATIS_PLACE_NONE
 */
guint
dramatis_timeline_layout_find (DramatisTimelineLayout *self,
                               DramatisEvent          *event)
{
  g_return_val_if_fail (DRAMATIS_IS_TIMELINE_LAYOUT (self), DRAMATIS_PLACE_NONE);

  for (guint i = 0; i < self->places->len; i++)
    {
      if (get_place (self, i)->event == event)
        return i;
    }

  return DRAMATIS_PLACE_NONE;
}

/**
 * dramatis_timeline_layout_get_events:
 * @self: a layout
 *
 * Gets what was set with dramatis_timeline_layout_set_events().
 *
 * Returns: (transfer none) (element-type DramatisDatedEvent): the events in order of time
 */
GArray *
dramatis_timeline_layout_get_events (DramatisTimelineLayout *self)
{
  g_return_val_if_fail (DRAMATIS_IS_TIMELINE_LAYOUT (self), NULL);

  return self->events;
}

/**
 * dramatis_timeline_layout_get_places:
 * @self: a layout
 *
 * Gets all events in order of time.
 *
 * Returns: (transfer none) (element-type DramatisPlace): the places, as they were arranged last
 */
GArray *
dramatis_timeline_layout_get_places (DramatisTimelineLayout *self)
{
  g_return_val_if_fail (DRAMATIS_IS_TIMELINE_LAYOUT (self), NULL);

  return self->places;
}

/**
 * dramatis_timeline_layout_get_visible:
 * @self: a layout
 * @start: a time in days
 * @end: a later one
 *
 * Finds the events with a row that overlap a range of time.
 *
 * Returns: (transfer none) (element-type guint): their places, in order of time, until the next call
 */
GArray *
dramatis_timeline_layout_get_visible (DramatisTimelineLayout *self,
                                      double                  start,
                                      double                  end)
{
  guint low = 0, high;

  g_return_val_if_fail (DRAMATIS_IS_TIMELINE_LAYOUT (self), NULL);

  g_array_set_size (self->visible, 0);

  high = self->told_apart->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->max_ends, int, middle) > start)
        high = middle;
      else
        low = middle + 1;
    }

  for (guint i = low; i < self->told_apart->len; i++)
    {
      guint place = g_array_index (self->told_apart, guint, i);

      if (get_place (self, place)->start >= end)
        break;
      if (get_place (self, place)->end > start)
        g_array_append_val (self->visible, place);
    }

  return self->visible;
}

/**
 * dramatis_timeline_layout_get_n_lanes:
 * @self: a layout
 *
 * Gets how many lanes there are.
 *
 * Returns: their number, at least 1
 */
guint
dramatis_timeline_layout_get_n_lanes (DramatisTimelineLayout *self)
{
  g_return_val_if_fail (DRAMATIS_IS_TIMELINE_LAYOUT (self), 1);

  return self->n_lanes;
}

/**
 * dramatis_timeline_layout_get_lane_rows:
 * @self: a layout that has been arranged
 * @lane: a lane
 * @first: (out): its first row
 *
 * Finds the rows of a lane.
 *
 * Returns: how many there are
 */
guint
dramatis_timeline_layout_get_lane_rows (DramatisTimelineLayout *self,
                                        guint                   lane,
                                        guint                  *first)
{
  g_return_val_if_fail (DRAMATIS_IS_TIMELINE_LAYOUT (self), 0);
  g_return_val_if_fail (self->first_rows != NULL && lane < self->n_lanes, 0);

  *first = self->first_rows[lane];
  return self->first_rows[lane + 1] - *first;
}

/**
 * dramatis_timeline_layout_get_runs:
 * @self: a layout
 * @lane: a lane
 * @start: a time in days
 * @end: a later one
 * @n_runs: (out): how many there are
 *
 * Finds the runs of events of a lane that can't be told apart in a range of time.
 *
 * Returns: (transfer none) (array length=n_runs) (nullable): the runs, in order of time
 */
const DramatisRun *
dramatis_timeline_layout_get_runs (DramatisTimelineLayout *self,
                                   guint                   lane,
                                   double                  start,
                                   double                  end,
                                   guint                  *n_runs)
{
  g_return_val_if_fail (DRAMATIS_IS_TIMELINE_LAYOUT (self), NULL);

  *n_runs = 0;
  return self->density != NULL ? dramatis_density_get_runs (self->density, lane, start, end, n_runs) : NULL;
}
