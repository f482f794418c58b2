/* dramatis-passage-marks.c: what is marked in a passage, and how it is painted
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-passage-marks.h"

#include <glib/gi18n-lib.h>

#include "dramatis-note-chips.h"
#include "dramatis-palette.h"
#include "dramatis-text-layout.h"

/* Of the bar beside the lines of the current event, in pixels */
#define EVENT_BAR_DISTANCE 10
#define EVENT_BAR_WIDTH 3

static void
append_mark (GArray              *marks,
             DramatisMarkKind     kind,
             const DramatisRange *range,
             DramatisColour       colour,
             gboolean             faint,
             gpointer             thing)
{
  DramatisMark mark = {
    .kind = kind,
    .range = *range,
    .colour = colour,
    .faint = faint,
    .id = thing != NULL ? dramatis_thing_get_id (thing) : NULL,
  };

  if (range->start < range->end)
    g_array_append_val (marks, mark);
}

static void
append_notes (GArray          *marks,
              DramatisSession *session,
              guint            position,
              const char      *passage_id,
              const char      *text)
{
  GPtrArray *notes = dramatis_index_get_notes_at (dramatis_session_get_index (session), position);

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      DramatisNote *note = g_ptr_array_index (notes, i);
      GPtrArray *ranges = dramatis_note_get_ranges (note);
      DramatisColour colour = dramatis_session_get_note_colour (session, note);

      for (guint j = 0; j < ranges->len; j++)
        {
          const DramatisAnchor *anchor = g_ptr_array_index (ranges, j);
          DramatisRange range;

          if (anchor->passage == passage_id && dramatis_anchor_locate (anchor, text, &range))
            append_mark (marks, DRAMATIS_MARK_NOTE, &range,
                         colour, *dramatis_note_get_text (note) == '\0', note);
        }
    }
}

static void
append_mentions (GArray          *marks,
                 DramatisSession *session,
                 DramatisPassage *passage)
{
  GArray *mentions = dramatis_passage_get_mentions (passage);
  DramatisDossier *dossier = dramatis_session_get_dossier (session);

  for (guint i = 0; i < mentions->len; i++)
    {
      const DramatisMention *mention = &g_array_index (mentions, DramatisMention, i);
      gpointer actor;

      if (mention->status == DRAMATIS_STATUS_REJECTED)
        continue;

      actor = dramatis_dossier_lookup (dossier, mention->actor);
      if (!DRAMATIS_IS_ACTOR (actor) || dramatis_actor_get_status (actor) == DRAMATIS_STATUS_REJECTED)
        continue;

      append_mark (marks, DRAMATIS_MARK_MENTION, &mention->range,
                   dramatis_session_get_colour (session, mention->actor),
                   mention->status == DRAMATIS_STATUS_SUGGESTED, actor);
    }
}

static void
append_evidence (GArray           *marks,
                 DramatisMarkKind  kind,
                 DramatisEvent    *event,
                 const char       *passage_id,
                 const char       *text)
{
  GPtrArray *evidence = dramatis_event_get_evidence (event);
  /* Where a person said when it was, there are no words of its time alone. */
  gboolean whole = kind != DRAMATIS_MARK_DATE;

  for (guint i = 0; i < evidence->len; i++)
    {
      const DramatisAnchor *anchor = g_ptr_array_index (evidence, i);
      DramatisRange range;

      if (anchor->passage != passage_id || (!whole && anchor->wording == NULL && dramatis_event_get_time (event) == NULL))
        continue;
      if (whole || anchor->wording == NULL ? dramatis_anchor_locate (anchor, text, &range)
                                           : dramatis_anchor_locate_wording (anchor, text, &range))
        append_mark (marks, kind, &range, DRAMATIS_COLOUR_SLATE,
                     dramatis_event_get_status (event) == DRAMATIS_STATUS_SUGGESTED, event);
    }
}

static void
append_dates (GArray          *marks,
              DramatisSession *session,
              guint            position,
              const char      *passage_id,
              const char      *text)
{
  GPtrArray *events = dramatis_index_get_events_at (dramatis_session_get_index (session), position);

  for (guint i = 0; events != NULL && i < events->len; i++)
    append_evidence (marks, DRAMATIS_MARK_DATE, g_ptr_array_index (events, i), passage_id, text);
}

static void
append_hits (GArray          *marks,
             DramatisSession *session,
             guint            position)
{
  guint current;
  g_autoptr (GArray) hits = dramatis_session_get_hits_at (session, position, &current);

  for (guint i = 0; i < hits->len; i++)
    {
      DramatisMark mark = {
        .kind = DRAMATIS_MARK_HIT,
        .range = g_array_index (hits, DramatisRange, i),
        .colour = DRAMATIS_COLOUR_ORANGE,
        .current = i == current,
      };

      g_array_append_val (marks, mark);
    }
}

/**
 * dramatis_marks_new:
 * @session: the session
 * @position: the position of a passage
 *
 * Finds all that is to be marked in a passage.
 *
 * Returns: (transfer full) (element-type DramatisMark): the marks, by layer
 */
GArray *
dramatis_marks_new (DramatisSession *session,
                    guint            position)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (DramatisMark));
  DramatisPassage *passage =
    g_ptr_array_index (dramatis_index_get_passages (dramatis_session_get_index (session)), position);
  const char *id = dramatis_thing_get_id (DRAMATIS_THING (passage));
  const char *text = dramatis_passage_get_text (passage);

  append_notes (marks, session, position, id, text);
  append_mentions (marks, session, passage);
  append_dates (marks, session, position, id, text);
  dramatis_marks_update (marks, session, position, passage);

  return marks;
}

/**
 * dramatis_marks_update:
 * @marks: (element-type DramatisMark): marks
 * @session: the session
 * @position: the position of their passage
 * @passage: their passage
 *
 * Finds the words of the current event and those that are looked for again, and leaves all else as it is.
 */
void
dramatis_marks_update (GArray          *marks,
                       DramatisSession *session,
                       guint            position,
                       DramatisPassage *passage)
{
  DramatisEvent *event = dramatis_session_get_event (session);
  guint length = marks->len;

  while (length > 0 && g_array_index (marks, DramatisMark, length - 1).kind >= DRAMATIS_MARK_EVENT)
    length--;
  g_array_set_size (marks, length);

  if (event != NULL)
    append_evidence (marks, DRAMATIS_MARK_EVENT, event, dramatis_thing_get_id (DRAMATIS_THING (passage)),
                     dramatis_passage_get_text (passage));
  append_hits (marks, session, position);
}

/**
 * dramatis_marks_find:
 * @marks: (element-type DramatisMark): marks
 * @kind: a kind
 * @offset: a place in the passage, in code points
 *
 * Finds the mark of a kind that covers a place; of several, the shortest.
 *
 * Returns: (transfer none) (nullable): the mark
 */
const DramatisMark *
dramatis_marks_find (GArray           *marks,
                     DramatisMarkKind  kind,
                     guint             offset)
{
  const DramatisMark *found = NULL;

  for (guint i = 0; i < marks->len; i++)
    {
      const DramatisMark *mark = &g_array_index (marks, DramatisMark, i);

      if (mark->kind == kind && mark->range.start <= offset && offset < mark->range.end
          && (found == NULL || mark->range.end - mark->range.start < found->range.end - found->range.start))
        found = mark;
    }

  return found;
}

/**
 * dramatis_marks_describe:
 * @marks: (element-type DramatisMark): marks
 * @session: the session
 *
 * Says in words what is marked, for who cannot see it: "Mentions Japan, NATO. Dated 2014. 1 note: Why now?"
 *
 * Returns: (transfer full): the words, empty if nothing is marked
 */
char *
dramatis_marks_describe (GArray          *marks,
                         DramatisSession *session)
{
  DramatisDossier *dossier = dramatis_session_get_dossier (session);
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) dates = g_string_new (NULL);
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint n_notes = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const DramatisMark *mark = &g_array_index (marks, DramatisMark, i);
      gpointer thing = mark->id != NULL ? dramatis_dossier_lookup (dossier, mark->id) : NULL;

      if (thing == NULL || !g_hash_table_add (told, thing))
        continue;

      if (DRAMATIS_IS_ACTOR (thing))
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", dramatis_actor_get_name (thing));
      else if (DRAMATIS_IS_EVENT (thing))
        {
          DramatisTime *time = dramatis_event_get_time (thing);
          g_autofree char *date = time != NULL ? dramatis_time_to_text (time) : NULL;

          if (date != NULL)
            g_string_append_printf (dates, "%s%s", dates->len > 0 ? ", " : "", date);
        }
      else if (DRAMATIS_IS_NOTE (thing))
        {
          g_autofree char *name = dramatis_note_dup_name (thing);

          g_string_append_printf (notes, "%s%s", n_notes++ > 0 ? "; " : "", name);
        }
    }

  /* Translators: the actors that a passage names, as a screen reader says it */
  if (names->len > 0)
    g_ptr_array_add (parts, g_strdup_printf (_("Mentions %s."), names->str));
  /* Translators: the dates of events that a passage tells of, as a screen reader says it */
  if (dates->len > 0)
    g_ptr_array_add (parts, g_strdup_printf (_("Dated %s."), dates->str));
  /* Translators: how many notes there are on a passage, and what they begin with, as a screen reader says it */
  if (n_notes > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u note: %s", "%u notes: %s", n_notes), n_notes, notes->str));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" ", (char **) parts->pdata);
}

static void
push_rounded (GtkSnapshot           *snapshot,
              const graphene_rect_t *rect,
              float                  radius)
{
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, rect, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
}

/* A line beneath words. With a @dash it is broken: @dash pixels of line, then as many without. */
static void
snapshot_underline (GtkSnapshot           *snapshot,
                    const graphene_rect_t *words,
                    float                  distance,
                    float                  thickness,
                    float                  dash,
                    const GdkRGBA         *rgba)
{
  graphene_rect_t line = GRAPHENE_RECT_INIT (words->origin.x,
                                             words->origin.y + words->size.height + distance,
                                             words->size.width,
                                             thickness);

  if (dash > 0)
    {
      graphene_rect_t period = line;

      period.size.width = 2 * dash;
      gtk_snapshot_push_repeat (snapshot, &line, &period);
      line.size.width = dash;
      gtk_snapshot_append_color (snapshot, rgba, &line);
      gtk_snapshot_pop (snapshot);
    }
  else
    gtk_snapshot_append_color (snapshot, rgba, &line);
}

/* A ground under words, without a gap between their lines and without overlapping there. */
static void
append_ground (GtkSnapshot   *snapshot,
               GArray        *rects,
               const GdkRGBA *rgba)
{
  for (guint i = 0; i < rects->len; i++)
    {
      graphene_rect_t rect = g_array_index (rects, graphene_rect_t, i);

      graphene_rect_inset (&rect, 0, -2);
      for (guint j = i + 1; j < rects->len; j++)
        {
          float distance = g_array_index (rects, graphene_rect_t, j).origin.y - 2 - rect.origin.y;

          if (distance > 0)
            {
              rect.size.height = distance;
              break;
            }
        }
      gtk_snapshot_append_color (snapshot, rgba, &rect);
    }
}

/* How many notes share words with the one of a mark, itself among them. */
static guint
count_overlapping (GArray             *marks,
                   const DramatisMark *mark)
{
  guint n = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const DramatisMark *other = &g_array_index (marks, DramatisMark, i);

      if (other->kind == DRAMATIS_MARK_NOTE && dramatis_range_overlaps (&other->range, &mark->range))
        n++;
    }

  return n;
}

/* The words of a note have a line beneath, those that are only highlighted have not. Where notes overlap each is
 * fainter, so that the words stay legible under all of them. */
static void
snapshot_note (const DramatisMark *mark,
               GArray             *marks,
               GtkSnapshot        *snapshot,
               GArray             *rects)
{
  GdkRGBA ground, strong;

  dramatis_palette_get_rgba (mark->colour, DRAMATIS_SHADE_HIGHLIGHT, &ground);
  dramatis_palette_get_rgba (mark->colour, DRAMATIS_SHADE_STRONG, &strong);
  ground.alpha /= count_overlapping (marks, mark);
  append_ground (snapshot, rects, &ground);
  for (guint i = 0; i < rects->len && !mark->faint; i++)
    snapshot_underline (snapshot, &g_array_index (rects, graphene_rect_t, i), 2, 1, 0, &strong);
}

static void
snapshot_mention (const DramatisMark *mark,
                  GtkSnapshot        *snapshot,
                  GArray             *rects)
{
  GdkRGBA tint, strong;

  dramatis_palette_get_rgba (mark->colour, DRAMATIS_SHADE_TINT, &tint);
  dramatis_palette_get_rgba (mark->colour, DRAMATIS_SHADE_STRONG, &strong);
  if (mark->faint)
    tint.alpha *= 0.5f;

  for (guint i = 0; i < rects->len; i++)
    {
      graphene_rect_t rect = g_array_index (rects, graphene_rect_t, i);

      graphene_rect_inset (&rect, -2, 0);
      push_rounded (snapshot, &rect, 4);
      gtk_snapshot_append_color (snapshot, &tint, &rect);
      gtk_snapshot_pop (snapshot);
      snapshot_underline (snapshot, &g_array_index (rects, graphene_rect_t, i), -1, 1, mark->faint ? 3 : 0, &strong);
    }
}

static void
snapshot_date (const DramatisMark *mark,
               GtkSnapshot        *snapshot,
               GArray             *rects)
{
  GdkRGBA rgba;

  dramatis_palette_get_rgba (mark->colour, DRAMATIS_SHADE_STRONG, &rgba);
  if (mark->faint)
    rgba.alpha *= 0.6f;
  for (guint i = 0; i < rects->len; i++)
    snapshot_underline (snapshot, &g_array_index (rects, graphene_rect_t, i), 1, 2, 2, &rgba);
}

/* The words that the current event was read from: a solid line beneath them, and a bar at the margin where lines end,
 * opposite of those of notes. */
static void
snapshot_event (GtkSnapshot *snapshot,
                PangoLayout *layout,
                GArray      *rects)
{
  gboolean rtl = dramatis_text_is_rtl (pango_layout_get_text (layout));
  graphene_rect_t bounds = g_array_index (rects, graphene_rect_t, 0);
  graphene_rect_t bar;
  GdkRGBA rgba;

  dramatis_palette_get_rgba (DRAMATIS_COLOUR_BLUE, DRAMATIS_SHADE_STRONG, &rgba);
  for (guint i = 0; i < rects->len; i++)
    {
      const graphene_rect_t *rect = &g_array_index (rects, graphene_rect_t, i);

      snapshot_underline (snapshot, rect, 1, 2, 0, &rgba);
      graphene_rect_union (&bounds, rect, &bounds);
    }

  bar = GRAPHENE_RECT_INIT (rtl ? -EVENT_BAR_DISTANCE - EVENT_BAR_WIDTH
                                : PANGO_PIXELS (pango_layout_get_width (layout)) + EVENT_BAR_DISTANCE,
                            bounds.origin.y, EVENT_BAR_WIDTH, bounds.size.height);
  push_rounded (snapshot, &bar, EVENT_BAR_WIDTH / 2.0f);
  gtk_snapshot_append_color (snapshot, &rgba, &bar);
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_hit (const DramatisMark *mark,
              GtkSnapshot        *snapshot,
              PangoLayout        *layout)
{
  GdkRGBA rgba;

  dramatis_palette_get_rgba (mark->colour, DRAMATIS_SHADE_STRONG, &rgba);
  if (mark->current)
    {
      GdkRGBA fill;

      dramatis_palette_get_rgba (mark->colour, DRAMATIS_SHADE_TINT, &fill);
      dramatis_range_snapshot_fill (&mark->range, snapshot, layout, &fill);
    }
  dramatis_range_snapshot_ring (&mark->range, snapshot, layout, mark->current ? 2 : 1, &rgba);
}

/**
 * dramatis_marks_snapshot:
 * @marks: (element-type DramatisMark): marks
 * @snapshot: what to paint on, with the layout's upper left corner as origin
 * @layout: the layout of their passage
 *
 * Paints marks, layer by layer: what lies under the text.
 */
void
dramatis_marks_snapshot (GArray      *marks,
                         GtkSnapshot *snapshot,
                         PangoLayout *layout)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const DramatisMark *mark = &g_array_index (marks, DramatisMark, i);
      g_autoptr (GArray) rects = dramatis_text_layout_get_rects (layout, &mark->range);

      if (rects->len == 0)
        continue;

      switch (mark->kind)
        {
        case DRAMATIS_MARK_NOTE:
          snapshot_note (mark, marks, snapshot, rects);
          break;
        case DRAMATIS_MARK_MENTION:
          snapshot_mention (mark, snapshot, rects);
          break;
        case DRAMATIS_MARK_DATE:
          snapshot_date (mark, snapshot, rects);
          break;
        case DRAMATIS_MARK_EVENT:
          snapshot_event (snapshot, layout, rects);
          break;
        case DRAMATIS_MARK_HIT:
          snapshot_hit (mark, snapshot, layout);
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

/**
 * dramatis_range_snapshot_fill:
 * @range: words, in code points
 * @snapshot: what to paint on, with the layout's upper left corner as origin
 * @layout: the layout of their passage
 * @rgba: a colour
 *
 * Paints a ground under words.
 */
void
dramatis_range_snapshot_fill (const DramatisRange *range,
                              GtkSnapshot         *snapshot,
                              PangoLayout         *layout,
                              const GdkRGBA       *rgba)
{
  g_autoptr (GArray) rects = dramatis_text_layout_get_rects (layout, range);

  append_ground (snapshot, rects, rgba);
}

/**
 * dramatis_range_snapshot_ring:
 * @range: words, in code points
 * @snapshot: what to paint on, with the layout's upper left corner as origin
 * @layout: the layout of their passage
 * @width: how thick it is, in pixels
 * @rgba: a colour
 *
 * Paints a line round words.
 */
void
dramatis_range_snapshot_ring (const DramatisRange *range,
                              GtkSnapshot         *snapshot,
                              PangoLayout         *layout,
                              float                width,
                              const GdkRGBA       *rgba)
{
  g_autoptr (GArray) rects = dramatis_text_layout_get_rects (layout, range);
  const float widths[4] = { width, width, width, width };
  const GdkRGBA colours[4] = { *rgba, *rgba, *rgba, *rgba };

  for (guint i = 0; i < rects->len; i++)
    {
      graphene_rect_t rect = g_array_index (rects, graphene_rect_t, i);
      GskRoundedRect rounded;

      graphene_rect_inset (&rect, -3, -2);
      gsk_rounded_rect_init_from_rect (&rounded, &rect, 5);
      gtk_snapshot_append_border (snapshot, &rounded, widths, colours);
    }
}
