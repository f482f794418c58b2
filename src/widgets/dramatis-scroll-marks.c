/* dramatis-scroll-marks.c: where in the article is what one looks for
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-scroll-marks.h"

#include <string.h>

#include "dramatis-compat.h"
#include "dramatis-palette.h"

/**
 * DramatisScrollMarks:
 *
 * A column beside the scroll bar of the article that marks where the hits of Find and notes are, and where the actors
 * of the filter are mentioned. A click shows the passage there.
 *
 * A passage takes as much of the column as its text has of the text that is shown. Marks are merged to runs of pixels,
 * so that drawing costs the same at any length of the text.
 *
 * ## CSS nodes
 *
 * `DramatisScrollMarks` has one node named `scrollmarks`.
 *
 * ## Accessibility
 *
 * It is a presentation: Find says how many hits there are and goes from one to the next, and the lists of notes and
 * actors lead to their passages.
 */

/* The columns, from left to right. */
typedef enum
{
  COLUMN_ACTOR,
  COLUMN_NOTE,
  COLUMN_HIT,
  N_COLUMNS,
} Column;

/* pixels */
#define COLUMN_WIDTH 4
#define GAP 1
#define MIN_HEIGHT 2

struct _DramatisScrollMarks
{
  GtkWidget        parent_instance;

  DramatisSession *session;
  GSignalGroup    *session_signals;

  /* What is shown: positions, and how much text there is up to the end of each, in bytes; NULL: to be made */
  GArray          *positions;
  gsize           *ends;
  guint            tick;
};

G_DEFINE_FINAL_TYPE (DramatisScrollMarks, dramatis_scroll_marks, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* The next frame is that of the article. */
static void
queue_marks (DramatisScrollMarks *self)
{
  dramatis_widget_call_later (GTK_WIDGET (self), &self->tick, 1, gtk_widget_queue_draw);
}

static void
forget_places (DramatisScrollMarks *self)
{
  g_clear_pointer (&self->positions, g_array_unref);
  g_clear_pointer (&self->ends, g_free);
  queue_marks (self);
}

static void
ensure_places (DramatisScrollMarks *self)
{
  GPtrArray *passages = dramatis_index_get_passages (dramatis_session_get_index (self->session));
  gsize end = 0;

  if (self->positions != NULL)
    return;

  if (dramatis_session_get_dimming (self->session))
    {
      guint first, n_passages;

      dramatis_session_get_scope (self->session, &first, &n_passages);
      self->positions = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_passages);
      for (guint i = first; i < first + n_passages; i++)
        g_array_append_val (self->positions, i);
    }
  else
    self->positions = g_array_ref (dramatis_session_get_matches (self->session));

  self->ends = g_new (gsize, MAX (1, self->positions->len));
  for (guint i = 0; i < self->positions->len; i++)
    {
      guint position = g_array_index (self->positions, guint, i);

      /* a line each besides its text */
      end += dramatis_passage_get_length (g_ptr_array_index (passages, position)) + 72;
      self->ends[i] = end;
    }
}

static int
get_top (DramatisScrollMarks *self,
         gsize                start,
         int                  height)
{
  return MIN ((int) (start * height / self->ends[self->positions->len - 1]), height - MIN_HEIGHT);
}

/* Marks a part of the text that is shown, in code points from its beginning, with a colour. */
static void
mark_text (DramatisScrollMarks *self,
           guint8              *pixels,
           int                  height,
           gsize                start,
           gsize                end,
           DramatisColour       colour)
{
  gsize all = self->ends[self->positions->len - 1];
  int top = get_top (self, start, height);
  int bottom = CLAMP ((int) (end * height / all), top + MIN_HEIGHT, height);

  memset (pixels + top, colour, bottom - top);
}

/* Calls @func for those of the passages that are shown, with their number among these. Both ascend. */
static void
foreach_shown (DramatisScrollMarks *self,
               GArray              *positions,
               void               (*func) (DramatisScrollMarks *self, guint i, gpointer data),
               gpointer             data)
{
  guint i = 0;

  for (guint j = 0; j < positions->len; j++)
    {
      guint position = g_array_index (positions, guint, j);

      while (i < self->positions->len && g_array_index (self->positions, guint, i) < position)
        i++;
      if (i == self->positions->len)
        break;
      if (g_array_index (self->positions, guint, i) == position)
        func (self, i, data);
    }
}

typedef struct
{
  guint8         *pixels;
  int             height;
  DramatisColour  colour;
  const char     *actor;    /* interned */
} Marking;

static void
mark_passage (DramatisScrollMarks *self,
              guint                i,
              gpointer             data)
{
  Marking *marking = data;

  mark_text (self, marking->pixels, marking->height, i > 0 ? self->ends[i - 1] : 0, self->ends[i], marking->colour);
}

/* Whether a passage is no higher than a mark, so that it makes no difference where in it words are. */
static gboolean
is_low (DramatisScrollMarks *self,
        guint                i,
        int                  height)
{
  gsize start = i > 0 ? self->ends[i - 1] : 0;

  return (self->ends[i] - start) * height <= MIN_HEIGHT * self->ends[self->positions->len - 1];
}

static DramatisPassage *
get_passage (DramatisScrollMarks *self,
             guint                i)
{
  GPtrArray *passages = dramatis_index_get_passages (dramatis_session_get_index (self->session));

  return g_ptr_array_index (passages, g_array_index (self->positions, guint, i));
}

/* Marks where in a passage words begin: marks of whole passages would run into one. */
static void
mark_words (DramatisScrollMarks *self,
            guint                i,
            const DramatisRange *range,
            const Marking       *marking,
            DramatisColour       colour)
{
  gsize start = i > 0 ? self->ends[i - 1] : 0;
  guint length = MAX (1, dramatis_passage_get_length (get_passage (self, i)));
  gsize place = start + (self->ends[i] - start) * MIN (range->start, length) / length;

  mark_text (self, marking->pixels, marking->height, place, place, colour);
}

static void
mark_mentions (DramatisScrollMarks *self,
               guint                i,
               gpointer             data)
{
  Marking *marking = data;
  GArray *mentions = dramatis_passage_get_mentions (get_passage (self, i));

  for (guint j = 0; j < mentions->len; j++)
    {
      const DramatisMention *mention = &g_array_index (mentions, DramatisMention, j);

      if (mention->actor == marking->actor && mention->status != DRAMATIS_STATUS_REJECTED)
        mark_words (self, i, &mention->range, marking, marking->colour);
    }
}

static void
mark_passage_hits (DramatisScrollMarks *self,
                   guint                i,
                   gpointer             data)
{
  Marking *marking = data;
  g_autoptr (GArray) ranges = NULL;
  guint current;

  if (is_low (self, i, marking->height))
    {
      mark_passage (self, i, data);
      return;
    }

  ranges = dramatis_session_get_hits_at (self->session, g_array_index (self->positions, guint, i), &current);
  for (guint j = 0; j < ranges->len; j++)
    mark_words (self, i, &g_array_index (ranges, DramatisRange, j), marking, marking->colour);
}

static void
mark_hits (DramatisScrollMarks *self,
           guint8              *pixels,
           int                  height)
{
  g_autoptr (GArray) positions = dramatis_session_dup_hit_positions (self->session);

  foreach_shown (self, positions, mark_passage_hits, &(Marking) { pixels, height, DRAMATIS_COLOUR_ORANGE, NULL });
}

static void
mark_note (DramatisScrollMarks *self,
           guint                i,
           DramatisNote        *note,
           const Marking       *marking)
{
  DramatisPassage *passage = get_passage (self, i);
  GPtrArray *ranges = dramatis_note_get_ranges (note);

  for (guint j = 0; j < ranges->len; j++)
    {
      const DramatisAnchor *anchor = g_ptr_array_index (ranges, j);
      DramatisRange range;

      if (anchor->passage == dramatis_thing_get_id (DRAMATIS_THING (passage))
          && dramatis_anchor_locate (anchor, dramatis_passage_get_text (passage), &range))
        mark_words (self, i, &range, marking, dramatis_session_get_note_colour (self->session, note));
    }
}

static void
mark_notes (DramatisScrollMarks *self,
            guint8              *pixels,
            int                  height)
{
  DramatisIndex *index = dramatis_session_get_index (self->session);

  for (guint i = 0; i < self->positions->len; i++)
    {
      GPtrArray *notes = dramatis_index_get_notes_at (index, g_array_index (self->positions, guint, i));
      Marking marking = { pixels, height, DRAMATIS_COLOUR_AUTOMATIC, NULL };

      if (notes == NULL)
        continue;

      if (is_low (self, i, height))
        {
          /* of thousands of passages many share a pixel: the first of them has it */
          if (pixels[get_top (self, i > 0 ? self->ends[i - 1] : 0, height)] != DRAMATIS_COLOUR_AUTOMATIC)
            continue;
          marking.colour = dramatis_session_get_note_colour (self->session, g_ptr_array_index (notes, 0));
          mark_passage (self, i, &marking);
          continue;
        }
      for (guint j = 0; j < notes->len; j++)
        mark_note (self, i, g_ptr_array_index (notes, j), &marking);
    }
}

static void
mark_actors (DramatisScrollMarks *self,
             guint8              *pixels,
             int                  height)
{
  const char * const *ids = dramatis_filter_get_actors (dramatis_session_get_filter (self->session));

  for (guint i = 0; ids[i] != NULL; i++)
    {
      GArray *positions = dramatis_index_get_actor_passages (dramatis_session_get_index (self->session), ids[i]);

      if (positions != NULL)
        foreach_shown (self, positions, mark_mentions,
                       &(Marking) { pixels, height, dramatis_session_get_colour (self->session, ids[i]),
                                    g_intern_string (ids[i]) });
    }
}

static void
dramatis_scroll_marks_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? N_COLUMNS * (COLUMN_WIDTH + GAP) - GAP : 1;
}

static void
dramatis_scroll_marks_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  static void (* const mark[N_COLUMNS]) (DramatisScrollMarks *self, guint8 *pixels, int height) = {
    [COLUMN_ACTOR] = mark_actors, [COLUMN_NOTE] = mark_notes, [COLUMN_HIT] = mark_hits,
  };
  DramatisScrollMarks *self = DRAMATIS_SCROLL_MARKS (widget);
  int height = gtk_widget_get_height (widget);
  g_autofree guint8 *pixels = NULL;

  if (self->session == NULL || height <= MIN_HEIGHT)
    return;

  ensure_places (self);
  pixels = g_new (guint8, height);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      memset (pixels, DRAMATIS_COLOUR_AUTOMATIC, height);
      mark[i] (self, pixels, height);

      for (int y = 0, end; y < height; y = end)
        {
          GdkRGBA rgba;

          for (end = y + 1; end < height && pixels[end] == pixels[y]; end++)
            continue;
          if (pixels[y] == DRAMATIS_COLOUR_AUTOMATIC)
            continue;

          dramatis_palette_get_rgba (pixels[y], DRAMATIS_SHADE_STRONG, &rgba);
          gtk_snapshot_append_color (snapshot, &rgba,
                                     &GRAPHENE_RECT_INIT (i * (COLUMN_WIDTH + GAP), y, COLUMN_WIDTH, end - y));
        }
    }
}

static void
pressed_cb (DramatisScrollMarks *self,
            int                  n_press,
            double               x,
            double               y)
{
  guint position = dramatis_scroll_marks_get_at (self, y);

  if (position != G_MAXUINT)
    dramatis_session_show (self->session, position);
}

static void
dramatis_scroll_marks_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, DRAMATIS_SCROLL_MARKS (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_scroll_marks_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      dramatis_scroll_marks_set_session (DRAMATIS_SCROLL_MARKS (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_scroll_marks_dispose (GObject *object)
{
  DramatisScrollMarks *self = DRAMATIS_SCROLL_MARKS (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->positions, g_array_unref);
  g_clear_pointer (&self->ends, g_free);

  G_OBJECT_CLASS (dramatis_scroll_marks_parent_class)->dispose (object);
}

static void
dramatis_scroll_marks_class_init (DramatisScrollMarksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dramatis_scroll_marks_dispose;
  object_class->get_property = dramatis_scroll_marks_get_property;
  object_class->set_property = dramatis_scroll_marks_set_property;
  widget_class->measure = dramatis_scroll_marks_measure;
  widget_class->snapshot = dramatis_scroll_marks_snapshot;

  /**
   * DramatisScrollMarks:session:
   *
   * The session whose articles are shown.
   */
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, DRAMATIS_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "scrollmarks");
}

static void
dramatis_scroll_marks_init (DramatisScrollMarks *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);

  self->session_signals = g_signal_group_new (DRAMATIS_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::dimming", G_CALLBACK (forget_places), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::matches", G_CALLBACK (forget_places), self);
  g_signal_group_connect_swapped (self->session_signals, "find-changed", G_CALLBACK (queue_marks), self);
}

/**
 * dramatis_scroll_marks_new:
 *
 * Makes a column without a session.
 *
 * Returns: (transfer floating): a new column
 */
GtkWidget *
dramatis_scroll_marks_new (void)
{
  return g_object_new (DRAMATIS_TYPE_SCROLL_MARKS, NULL);
}

/**
 * dramatis_scroll_marks_get_session:
 * @self: a column of marks
 *
 * Gets the session whose articles are shown.
 *
 * Returns: (transfer none) (nullable): the session
 */
DramatisSession *
dramatis_scroll_marks_get_session (DramatisScrollMarks *self)
{
  g_return_val_if_fail (DRAMATIS_IS_SCROLL_MARKS (self), NULL);

  return self->session;
}

/**
 * dramatis_scroll_marks_set_session:
 * @self: a column of marks
 * @session: (nullable): a session
 *
 * Sets the session whose articles are shown.
 */
void
dramatis_scroll_marks_set_session (DramatisScrollMarks *self,
                                   DramatisSession     *session)
{
  g_return_if_fail (DRAMATIS_IS_SCROLL_MARKS (self));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  forget_places (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * dramatis_scroll_marks_get_at:
 * @self: a column of marks
 * @y: pixels from its upper edge
 *
 * Finds the passage that stands at a height.
 *
 * Returns: its position, or %G_MAXUINT if nothing is shown
 */
guint
dramatis_scroll_marks_get_at (DramatisScrollMarks *self,
                              double               y)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  guint i = 0;

  g_return_val_if_fail (DRAMATIS_IS_SCROLL_MARKS (self), G_MAXUINT);

  if (self->session == NULL || height <= 0)
    return G_MAXUINT;

  ensure_places (self);
  if (self->positions->len == 0)
    return G_MAXUINT;

  while (i + 1 < self->positions->len && self->ends[i] * height <= y * self->ends[self->positions->len - 1])
    i++;

  return g_array_index (self->positions, guint, i);
}
