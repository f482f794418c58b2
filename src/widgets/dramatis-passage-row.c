/* dramatis-passage-row.c: a passage of the article, with its marks
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-passage-row-private.h"

#include <glib/gi18n-lib.h>

#include "dramatis-enum-types.h"
#include "dramatis-passage-bars.h"

/* Of marked text so many code points at its beginning and at its end are said. */
#define MAX_SAID 60

/**
 * DramatisPassageRow:
 *
 * A passage of the article, with its marks.
 *
 * The words are a [class@Gtk.Label], which is what a screen reader can read; all that marks them is painted
 * beneath it. The label takes no input: the article view asks the row what is at a point. A row shows one passage
 * after another, as the view is scrolled.
 *
 * # CSS nodes
 *
 * `passage` with the kind of the passage as a style class (`heading`, `paragraph`, `quotation`, `list-item`,
 * `footnote`), and in it a `label` and a `notebar` for all words of a note. Its padding is the margin in which the bars of notes stand.
 *
 * # Accessibility
 *
 * A `LIST_ITEM` whose name is the text of the passage and whose description says what kind of passage it is and names
 * actors, dates and notes; or else the mention that the keyboard is at, or the words that are marked.
 */

G_DEFINE_FINAL_TYPE (DramatisPassageRow, dramatis_passage_row, GTK_TYPE_WIDGET)

/* Of many words only the first and the last, between which they are. */
static char *
dup_selected (DramatisPassageRow *self)
{
  DramatisRange start = self->selected;
  DramatisRange end = self->selected;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (self->selected.end - self->selected.start <= 2 * MAX_SAID)
    return dramatis_passage_dup_range (self->passage, &self->selected);

  start.end = start.start + MAX_SAID;
  end.start = end.end - MAX_SAID;
  first = dramatis_passage_dup_range (self->passage, &start);
  last = dramatis_passage_dup_range (self->passage, &end);

  return g_strconcat (first, " … ", last, NULL);
}

/* What one sees by how a passage is set. */
static const char *
get_kind_name (DramatisPassageKind kind)
{
  switch (kind)
    {
    case DRAMATIS_PASSAGE_KIND_HEADING:
      /* Translators: what a passage is, as a screen reader says it */
      return _("Heading.");
    case DRAMATIS_PASSAGE_KIND_QUOTATION:
      return _("Quotation.");
    case DRAMATIS_PASSAGE_KIND_LIST_ITEM:
      return _("List item.");
    case DRAMATIS_PASSAGE_KIND_FOOTNOTE:
      return _("Footnote.");
    case DRAMATIS_PASSAGE_KIND_PARAGRAPH:
    default:
      return "";
    }
}

static void
update_description (DramatisPassageRow *self)
{
  const DramatisMark *mark = dramatis_passage_row_get_focus_mark (self);
  g_autofree char *description = NULL;

  if (self->selected.start < self->selected.end)
    {
      g_autofree char *words = dup_selected (self);

      /* Translators: the words of a text that are marked, as a screen reader says it */
      description = g_strdup_printf (_("Marked: “%s”."), words);
    }
  else if (mark != NULL)
    {
      gpointer thing = dramatis_dossier_lookup (dramatis_session_get_dossier (self->session), mark->id);
      g_autofree char *words = dramatis_passage_dup_range (self->passage, &mark->range);

      /* Translators: the words of a text that name an actor or a time, then the name of the actor or event */
      description = g_strdup_printf (_("“%s”: %s"), words,
                                     DRAMATIS_IS_EVENT (thing) ? dramatis_event_get_title (thing)
                                                               : dramatis_actor_get_name (thing));
    }
  else
    {
      g_autofree char *marks = dramatis_marks_describe (self->marks, self->session);
      const char *kind = get_kind_name (dramatis_passage_get_kind (self->passage));

      description = g_strdup_printf ("%s%s%s", kind, *kind != '\0' && *marks != '\0' ? " " : "", marks);
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
}

static void
set_mention (DramatisPassageRow *self,
             guint               mention)
{
  if (self->mention == mention)
    return;

  self->mention = mention;
  update_description (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
focus_left_cb (DramatisPassageRow *self)
{
  set_mention (self, G_MAXUINT);
}

static GtkSizeRequestMode
dramatis_passage_row_get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (DRAMATIS_PASSAGE_ROW (widget)->label);
}

static void
dramatis_passage_row_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  gtk_widget_measure (DRAMATIS_PASSAGE_ROW (widget)->label, orientation, for_size,
                      minimum, natural, minimum_baseline, natural_baseline);
}

static void
dramatis_passage_row_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  DramatisPassageRow *self = DRAMATIS_PASSAGE_ROW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int y;

  gtk_widget_size_allocate (self->label, &(GtkAllocation) { 0, 0, width, height }, baseline);
  gtk_label_get_layout_offsets (GTK_LABEL (self->label), NULL, &y);
  dramatis_passage_bars_allocate (widget, gtk_label_get_layout (GTK_LABEL (self->label)), y, width, rtl);
}

static void
dramatis_passage_row_dispose (GObject *object)
{
  DramatisPassageRow *self = DRAMATIS_PASSAGE_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->label = NULL;
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_object (&self->passage);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dramatis_passage_row_parent_class)->dispose (object);
}

static void
dramatis_passage_row_class_init (DramatisPassageRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dramatis_passage_row_dispose;

  widget_class->get_request_mode = dramatis_passage_row_get_request_mode;
  widget_class->measure = dramatis_passage_row_measure;
  widget_class->size_allocate = dramatis_passage_row_size_allocate;
  widget_class->snapshot = dramatis_passage_row_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_css_name (widget_class, "passage");
}

static void
dramatis_passage_row_init (DramatisPassageRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->mention = G_MAXUINT;
  /* GtkLabel finds out its least width before its height. Without a width in characters that is where every
   * letter has a line of its own, which takes six times as long as all the rest. */
  self->label = g_object_new (GTK_TYPE_LABEL,
                              "can-target", FALSE,
                              "max-width-chars", 10,
                              "width-chars", 10,
                              "wrap", TRUE,
                              "wrap-mode", PANGO_WRAP_WORD_CHAR,
                              "xalign", 0.0,
                              "yalign", 0.0,
                              NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * dramatis_passage_row_new:
 *
 * Makes a row that shows nothing yet.
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
dramatis_passage_row_new (void)
{
  return g_object_new (DRAMATIS_TYPE_PASSAGE_ROW, NULL);
}

static void
set_kind (DramatisPassageRow *self,
          const char         *kind)
{
  if (self->kind == kind)
    return;

  if (self->kind != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->kind);
  self->kind = kind;
  gtk_widget_add_css_class (GTK_WIDGET (self), kind);
}

/**
 * dramatis_passage_row_bind:
 * @self: a row
 * @session: the session
 * @position: the position of a passage
 * @attributes: (nullable): how its text is set
 *
 * Shows a passage as it is now; also to be called when the dossier has changed.
 */
void
dramatis_passage_row_bind (DramatisPassageRow *self,
                           DramatisSession    *session,
                           guint               position,
                           PangoAttrList      *attributes)
{
  GPtrArray *passages = dramatis_index_get_passages (dramatis_session_get_index (session));
  DramatisPassage *passage = g_ptr_array_index (passages, position);
  const char *text = dramatis_passage_get_text (passage);
  GtkTextDirection direction = dramatis_text_is_rtl (text) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;

  g_set_object (&self->session, session);
  if (g_set_object (&self->passage, passage))
    {
      self->selected = self->flash = (DramatisRange) { 0 };
      self->caret = FALSE;
      self->flash_strength = 0;
    }
  self->position = position;
  self->mention = G_MAXUINT;

  set_kind (self, dramatis_enum_to_nick (DRAMATIS_TYPE_PASSAGE_KIND, dramatis_passage_get_kind (passage)));
  gtk_widget_set_direction (GTK_WIDGET (self), direction);
  gtk_widget_set_direction (self->label, direction);
  gtk_label_set_attributes (GTK_LABEL (self->label), attributes);
  gtk_label_set_text (GTK_LABEL (self->label), text);

  g_clear_pointer (&self->marks, g_array_unref);
  self->marks = dramatis_marks_new (session, position);
  dramatis_passage_bars_bind (GTK_WIDGET (self), session, self->marks);
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  update_description (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * dramatis_passage_row_update_marks:
 * @self: a row
 *
 * Marks the words that are looked for now, and those of the current event.
 */
void
dramatis_passage_row_update_marks (DramatisPassageRow *self)
{
  g_return_if_fail (DRAMATIS_IS_PASSAGE_ROW (self));

  dramatis_marks_update (self->marks, self->session, self->position, self->passage);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * dramatis_passage_row_set_dimmed:
 * @self: a row
 * @dimmed: whether its passage does not pass the filter and is shown all the same
 *
 * Has a row stand back.
 */
void
dramatis_passage_row_set_dimmed (DramatisPassageRow *self,
                                 gboolean            dimmed)
{
  g_return_if_fail (DRAMATIS_IS_PASSAGE_ROW (self));

  if (dimmed)
    gtk_widget_add_css_class (GTK_WIDGET (self), "dimmed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dimmed");
}

/**
 * dramatis_passage_row_get_position:
 * @self: a row
 *
 * Gets which passage it shows.
 *
 * Returns: its position
 */
guint
dramatis_passage_row_get_position (DramatisPassageRow *self)
{
  g_return_val_if_fail (DRAMATIS_IS_PASSAGE_ROW (self), 0);

  return self->position;
}

/**
 * dramatis_passage_row_get_passage:
 * @self: a row
 *
 * Gets the passage that it shows.
 *
 * Returns: (transfer none): the passage
 */
DramatisPassage *
dramatis_passage_row_get_passage (DramatisPassageRow *self)
{
  g_return_val_if_fail (DRAMATIS_IS_PASSAGE_ROW (self), NULL);

  return self->passage;
}

/**
 * dramatis_passage_row_get_layout:
 * @self: a row
 *
 * Gets the layout of its text.
 *
 * Returns: (transfer none): the layout, until the row changes
 */
PangoLayout *
dramatis_passage_row_get_layout (DramatisPassageRow *self)
{
  g_return_val_if_fail (DRAMATIS_IS_PASSAGE_ROW (self), NULL);

  return gtk_label_get_layout (GTK_LABEL (self->label));
}

/**
 * dramatis_passage_row_get_at:
 * @self: a row
 * @x: pixels from its left edge
 * @y: pixels from its upper edge
 * @inside: (out) (optional): whether there is a letter at that place
 *
 * Finds the place of the text nearest to a point.
 *
 * Returns: the place, in code points
 */
guint
dramatis_passage_row_get_at (DramatisPassageRow *self,
                             double              x,
                             double              y,
                             gboolean           *inside)
{
  int left, top;

  g_return_val_if_fail (DRAMATIS_IS_PASSAGE_ROW (self), 0);

  gtk_label_get_layout_offsets (GTK_LABEL (self->label), &left, &top);

  return dramatis_text_layout_get_at (gtk_label_get_layout (GTK_LABEL (self->label)), x - left, y - top, inside);
}

/**
 * dramatis_passage_row_get_x:
 * @self: a row
 * @offset: a place in its text, in code points
 *
 * Gets where a caret stands in its line.
 *
 * Returns: pixels from the left edge
 */
int
dramatis_passage_row_get_x (DramatisPassageRow *self,
                            guint               offset)
{
  int left;

  g_return_val_if_fail (DRAMATIS_IS_PASSAGE_ROW (self), 0);

  gtk_label_get_layout_offsets (GTK_LABEL (self->label), &left, NULL);

  return left + dramatis_text_layout_get_x (gtk_label_get_layout (GTK_LABEL (self->label)), offset);
}

/**
 * dramatis_passage_row_move_line:
 * @self: a row
 * @offset: (inout): a place in its text, in code points
 * @x: where in the other line, in pixels from the left edge
 * @direction: 1 for down, -1 for up
 *
 * Moves a caret to another line.
 *
 * Returns: whether the passage has one; if not, @offset is untouched
 */
gboolean
dramatis_passage_row_move_line (DramatisPassageRow *self,
                                guint              *offset,
                                int                 x,
                                int                 direction)
{
  int left;

  g_return_val_if_fail (DRAMATIS_IS_PASSAGE_ROW (self), FALSE);

  gtk_label_get_layout_offsets (GTK_LABEL (self->label), &left, NULL);

  return dramatis_text_layout_move_line (gtk_label_get_layout (GTK_LABEL (self->label)), offset, x - left, direction);
}

/**
 * dramatis_passage_row_find_mark:
 * @self: a row
 * @kind: a kind
 * @x: pixels from its left edge
 * @y: pixels from its upper edge
 *
 * Finds the mark of a kind at a point.
 *
 * Returns: (transfer none) (nullable): the mark, until the row changes
 */
const DramatisMark *
dramatis_passage_row_find_mark (DramatisPassageRow *self,
                                DramatisMarkKind    kind,
                                double              x,
                                double              y)
{
  PangoLayout *layout;
  int left, top, index;

  g_return_val_if_fail (DRAMATIS_IS_PASSAGE_ROW (self), NULL);

  layout = gtk_label_get_layout (GTK_LABEL (self->label));
  gtk_label_get_layout_offsets (GTK_LABEL (self->label), &left, &top);
  if (!pango_layout_xy_to_index (layout, (x - left) * PANGO_SCALE, (y - top) * PANGO_SCALE, &index, NULL))
    return NULL;

  return dramatis_marks_find (self->marks, kind, g_utf8_strlen (pango_layout_get_text (layout), index));
}

/**
 * dramatis_passage_row_get_bounds:
 * @self: a row
 * @range: words, in code points
 * @bounds: (out): what they cover, in pixels of the row
 *
 * Finds where words are on screen.
 *
 * Returns: whether they are anywhere
 */
gboolean
dramatis_passage_row_get_bounds (DramatisPassageRow  *self,
                                 const DramatisRange *range,
                                 graphene_rect_t     *bounds)
{
  g_autoptr (GArray) rects = NULL;
  int left, top;

  g_return_val_if_fail (DRAMATIS_IS_PASSAGE_ROW (self), FALSE);

  rects = dramatis_text_layout_get_rects (gtk_label_get_layout (GTK_LABEL (self->label)), range);
  if (rects->len == 0)
    return FALSE;

  *bounds = g_array_index (rects, graphene_rect_t, 0);
  for (guint i = 1; i < rects->len; i++)
    graphene_rect_union (bounds, &g_array_index (rects, graphene_rect_t, i), bounds);
  gtk_label_get_layout_offsets (GTK_LABEL (self->label), &left, &top);
  graphene_rect_offset (bounds, left, top);

  return TRUE;
}

/**
 * dramatis_passage_row_set_selected:
 * @self: a row
 * @range: the text selection inside the passage, in code points
 * @caret: whether to show a caret
 * @caret_offset: where, in code points
 *
 * Shows text as selected.
 */
void
dramatis_passage_row_set_selected (DramatisPassageRow  *self,
                                   const DramatisRange *range,
                                   gboolean             caret,
                                   guint                caret_offset)
{
  g_return_if_fail (DRAMATIS_IS_PASSAGE_ROW (self));

  if (self->selected.start == range->start && self->selected.end == range->end
      && self->caret == caret && (!caret || self->caret_offset == caret_offset))
    return;

  self->selected = *range;
  self->caret = caret;
  self->caret_offset = caret_offset;
  update_description (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * dramatis_passage_row_set_flash:
 * @self: a row
 * @range: (nullable): words, in code points
 * @strength: from 0, nothing, to 1
 *
 * Shows which words somebody wanted to see.
 */
void
dramatis_passage_row_set_flash (DramatisPassageRow  *self,
                                const DramatisRange *range,
                                double               strength)
{
  g_return_if_fail (DRAMATIS_IS_PASSAGE_ROW (self));

  self->flash = range != NULL ? *range : (DramatisRange) { 0 };
  self->flash_strength = range != NULL ? strength : 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * dramatis_passage_row_get_mention:
 * @self: a row
 *
 * Gets the mention that the keyboard is at.
 *
 * Returns: (transfer none) (nullable): its mark, until the row changes
 */
const DramatisMark *
dramatis_passage_row_get_mention (DramatisPassageRow *self)
{
  const DramatisMark *mark;

  g_return_val_if_fail (DRAMATIS_IS_PASSAGE_ROW (self), NULL);

  mark = dramatis_passage_row_get_focus_mark (self);

  return mark != NULL && mark->kind == DRAMATIS_MARK_MENTION ? mark : NULL;
}

/**
 * dramatis_passage_row_get_focus_mark:
 * @self: a row
 *
 * Gets the mention or date that has the keyboard.
 *
 * Returns: (transfer none) (nullable): the mark
 */
const DramatisMark *
dramatis_passage_row_get_focus_mark (DramatisPassageRow *self)
{
  g_return_val_if_fail (DRAMATIS_IS_PASSAGE_ROW (self), NULL);

  return self->mention != G_MAXUINT ? &g_array_index (self->marks, DramatisMark, self->mention) : NULL;
}

/* In the order of the text; of two marks of the same words the one of the lower layer first. */
static int
compare_places (const DramatisMark *a,
                const DramatisMark *b)
{
  if (a->range.start != b->range.start)
    return a->range.start < b->range.start ? -1 : 1;

  return (a > b) - (a < b);
}

/**
 * dramatis_passage_row_step_mention:
 * @self: a row
 * @direction: 1 for the next mention in the text, -1 for the one before
 *
 * Moves the keyboard to another mention or date of the passage; from none, to the first or last one.
 *
 * Returns: whether there was one
 */
gboolean
dramatis_passage_row_step_mention (DramatisPassageRow *self,
                                   int                 direction)
{
  const DramatisMark *from;
  guint best = G_MAXUINT;

  g_return_val_if_fail (DRAMATIS_IS_PASSAGE_ROW (self), FALSE);

  from = dramatis_passage_row_get_focus_mark (self);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const DramatisMark *mark = &g_array_index (self->marks, DramatisMark, i);

      if ((mark->kind == DRAMATIS_MARK_MENTION || mark->kind == DRAMATIS_MARK_DATE)
          && (from == NULL || direction * compare_places (mark, from) > 0)
          && (best == G_MAXUINT
              || direction * compare_places (mark, &g_array_index (self->marks, DramatisMark, best)) < 0))
        best = i;
    }
  if (best != G_MAXUINT)
    set_mention (self, best);

  return best != G_MAXUINT;
}

/**
 * dramatis_passage_row_focus_mention:
 * @self: a row
 * @range: words, in code points
 *
 * Moves the keyboard to the mention of just these words, if there is one.
 */
void
dramatis_passage_row_focus_mention (DramatisPassageRow  *self,
                                    const DramatisRange *range)
{
  g_return_if_fail (DRAMATIS_IS_PASSAGE_ROW (self));

  for (guint i = 0; i < self->marks->len; i++)
    {
      const DramatisMark *mark = &g_array_index (self->marks, DramatisMark, i);

      if (mark->kind == DRAMATIS_MARK_MENTION && mark->range.start == range->start && mark->range.end == range->end)
        set_mention (self, i);
    }
}
