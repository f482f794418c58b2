/* dramatis-strip.c: where in the article an actor occurs
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-strip.h"

#include <adwaita.h>

#include "dramatis-palette.h"

/* pixels */
#define MARK_WIDTH  2
#define MIN_WIDTH  24

/* Of the strong shade: what the filter hides is still there, but stands back. */
#define HIDDEN_ALPHA 0.3f

/**
 * DramatisStrip:
 *
 * A line as long as the text that is shown, with a mark wherever an actor is mentioned. Marks in passages that the
 * filter hides are faint.
 *
 * ## CSS nodes
 *
 * `DramatisStrip` has one node named `strip`; the line is its background.
 *
 * ## Accessibility
 *
 * It is a presentation: the number of mentions beside it and the list of passages on the actor's card say the same.
 */

typedef enum
{
  MARK_NONE,
  MARK_HIDDEN,
  MARK_SHOWN,
} Mark;

struct _DramatisStrip
{
  GtkWidget        parent_instance;

  DramatisSession *session;
  GSignalGroup    *session_signals;
  const char      *actor_id;
};

G_DEFINE_FINAL_TYPE (DramatisStrip, dramatis_strip, GTK_TYPE_WIDGET)

static void
add_mark (guint8 *marks,
          guint   n_marks,
          double  x,
          Mark    mark)
{
  guint column = CLAMP (x, 0, n_marks - 1);

  marks[column] = MAX (marks[column], mark);
}

/* Where in a passage that is wider than a mark the actor is mentioned. */
static void
mark_mentions (DramatisStrip   *self,
               guint8          *marks,
               guint            n_marks,
               double           start,
               double           width,
               DramatisPassage *passage,
               Mark             mark)
{
  GArray *mentions = dramatis_passage_get_mentions (passage);
  double length = MAX (1, dramatis_passage_get_length (passage));

  for (guint i = 0; i < mentions->len; i++)
    {
      const DramatisMention *mention = &g_array_index (mentions, DramatisMention, i);

      if (mention->actor == self->actor_id && mention->status != DRAMATIS_STATUS_REJECTED)
        add_mark (marks, n_marks, start + width * mention->range.start / length, mark);
    }
}

/* One byte for each column of pixels: a text with thousands of mentions is drawn with no more nodes than that. */
static void
collect_marks (DramatisStrip *self,
               guint8        *marks,
               guint          n_marks)
{
  DramatisIndex *index = dramatis_session_get_index (self->session);
  GPtrArray *passages = dramatis_index_get_passages (index);
  GArray *positions = dramatis_index_get_actor_passages (index, self->actor_id);
  GArray *matches = dramatis_session_get_matches (self->session);
  guint first, n_passages;
  guint next_match = 0;
  double width;     /* of a passage, in marks */

  dramatis_session_get_scope (self->session, &first, &n_passages);
  width = (double) n_marks / MAX (1, n_passages);
  for (guint i = 0; positions != NULL && i < positions->len; i++)
    {
      guint position = g_array_index (positions, guint, i);
      Mark mark;

      if (position - first >= n_passages)
        continue;

      while (next_match < matches->len && g_array_index (matches, guint, next_match) < position)
        next_match++;
      mark = next_match < matches->len && g_array_index (matches, guint, next_match) == position
             ? MARK_SHOWN : MARK_HIDDEN;

      if (width < 1)
        add_mark (marks, n_marks, (position - first) * width, mark);
      else
        mark_mentions (self, marks, n_marks, (position - first) * width, width,
                       g_ptr_array_index (passages, position), mark);
    }
}

static void
dramatis_strip_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : 1;
}

static void
dramatis_strip_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  DramatisStrip *self = DRAMATIS_STRIP (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  g_autofree guint8 *marks = NULL;
  int n_marks = width / MARK_WIDTH;
  GdkRGBA colours[MARK_SHOWN + 1];

  if (self->session == NULL || n_marks <= 0)
    return;

  marks = g_new0 (guint8, n_marks);
  collect_marks (self, marks, n_marks);

  dramatis_palette_get_rgba (dramatis_session_get_colour (self->session, self->actor_id),
                             DRAMATIS_SHADE_STRONG, &colours[MARK_SHOWN]);
  colours[MARK_HIDDEN] = colours[MARK_SHOWN];
  colours[MARK_HIDDEN].alpha *= HIDDEN_ALPHA;

  /* Like marks side by side are one rectangle: in a long text the strips of 30 actors have hundreds of marks. */
  for (int i = 0, end; i < n_marks; i = end)
    {
      for (end = i + 1; end < n_marks && marks[end] == marks[i]; end++)
        continue;
      if (marks[i] != MARK_NONE)
        gtk_snapshot_append_color (snapshot, &colours[marks[i]],
                                   &GRAPHENE_RECT_INIT ((mirrored ? n_marks - end : i) * MARK_WIDTH, 0,
                                                        (end - i) * MARK_WIDTH, height));
    }
}

static void
dramatis_strip_dispose (GObject *object)
{
  DramatisStrip *self = DRAMATIS_STRIP (object);

  g_clear_object (&self->session);
  g_clear_object (&self->session_signals);

  G_OBJECT_CLASS (dramatis_strip_parent_class)->dispose (object);
}

static void
dramatis_strip_class_init (DramatisStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dramatis_strip_dispose;
  widget_class->measure = dramatis_strip_measure;
  widget_class->snapshot = dramatis_strip_snapshot;

  gtk_widget_class_set_css_name (widget_class, "strip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dramatis_strip_init (DramatisStrip *self)
{
  self->session_signals = g_signal_group_new (DRAMATIS_TYPE_SESSION);
  for (guint i = 0; i < 3; i++)
    {
      static const char * const signals[] = { "notify::article", "notify::index", "notify::matches" };

      g_signal_group_connect_swapped (self->session_signals, signals[i], G_CALLBACK (gtk_widget_queue_draw), self);
    }
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * dramatis_strip_set_actor:
 * @self: a strip
 * @session: (nullable): the session, or %NULL for an empty line
 * @actor_id: (nullable): the identifier of an actor; %NULL if @session is
 *
 * Says whose mentions a strip shows.
 */
void
dramatis_strip_set_actor (DramatisStrip   *self,
                          DramatisSession *session,
                          const char      *actor_id)
{
  g_return_if_fail (DRAMATIS_IS_STRIP (self));
  g_return_if_fail ((session == NULL) == (actor_id == NULL));

  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  self->actor_id = g_intern_string (actor_id);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
