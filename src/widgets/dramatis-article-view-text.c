/* dramatis-article-view-text.c: marking text of the article
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-article-view-private.h"

#include <glib/gi18n-lib.h>

/* The labels are not selectable: each would claim the primary selection for itself, and rows are recycled. So the
 * view has the two ends, the rows paint what is between. */

#define BAR_DISTANCE 8

/**
 * dramatis_article_view_get_focus_row:
 * @self: an article view
 *
 * Gets the row that the keyboard is in.
 *
 * Returns: (transfer none) (nullable): the row
 */
DramatisPassageRow *
dramatis_article_view_get_focus_row (DramatisArticleView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (DRAMATIS_IS_PASSAGE_ROW (focus) && gtk_widget_get_parent (focus) == GTK_WIDGET (self))
    return DRAMATIS_PASSAGE_ROW (focus);

  return NULL;
}

/**
 * dramatis_article_view_get_selection:
 * @self: an article view
 * @range: (out): the marked text, in code points of its passage
 *
 * Gets which text is marked.
 *
 * Returns: whether any is
 */
gboolean
dramatis_article_view_get_selection (DramatisArticleView *self,
                                     DramatisRange       *range)
{
  range->start = MIN (self->marked_start, self->marked_caret);
  range->end = MAX (self->marked_start, self->marked_caret);

  return self->marked_passage != NULL && range->start < range->end;
}

static const DramatisAnchor *
get_marked (DramatisArticleView *self)
{
  GPtrArray *marked = dramatis_session_get_marked (self->session);

  return marked != NULL ? g_ptr_array_index (marked, 0) : NULL;
}

static DramatisPassageRow *
get_marked_row (DramatisArticleView *self)
{
  guint position;

  if (self->marked_passage == NULL
      || !dramatis_index_get_position (dramatis_session_get_index (self->session), self->marked_passage, &position))
    return NULL;

  return dramatis_article_view_get_row (self, position);
}

/**
 * dramatis_article_view_show_selection:
 * @self: an article view
 * @row: a row
 *
 * Has a row paint the text that is marked in its passage, if any.
 */
void
dramatis_article_view_show_selection (DramatisArticleView *self,
                                      DramatisPassageRow  *row)
{
  DramatisRange range;

  if (dramatis_thing_get_id (DRAMATIS_THING (dramatis_passage_row_get_passage (row))) != self->marked_passage)
    return;

  dramatis_article_view_get_selection (self, &range);
  dramatis_passage_row_set_selected (row, &range, self->caret_visible, self->marked_caret);
}

static void
update_session (DramatisArticleView *self,
                DramatisPassageRow  *row)
{
  g_autoptr (GPtrArray) anchors = NULL;
  DramatisRange range;

  if (dramatis_article_view_get_selection (self, &range))
    {
      anchors = dramatis_anchors_new ();
      g_ptr_array_add (anchors, dramatis_anchor_new (self->marked_passage,
                                                     dramatis_passage_get_text (dramatis_passage_row_get_passage (row)),
                                                     &range));
    }

  self->marking = TRUE;
  dramatis_session_set_marked (self->session, anchors);
  self->marking = FALSE;
}

/**
 * dramatis_article_view_set_selection:
 * @self: an article view
 * @row: the row of a passage
 * @start: where the marked text begins or ends, in code points
 * @caret: its other end, which moves if it is extended; the same as @start to mark nothing
 *
 * Marks text.
 */
void
dramatis_article_view_set_selection (DramatisArticleView *self,
                                     DramatisPassageRow  *row,
                                     guint                start,
                                     guint                caret)
{
  DramatisPassageRow *old = get_marked_row (self);

  if (old != NULL && old != row)
    dramatis_passage_row_set_selected (old, NULL, FALSE, 0);

  self->marked_passage = dramatis_thing_get_id (DRAMATIS_THING (dramatis_passage_row_get_passage (row)));
  self->marked_start = start;
  self->marked_caret = caret;
  gtk_widget_set_visible (self->marked_bar, FALSE);
  dramatis_article_view_show_selection (self, row);
  update_session (self, row);
}

/**
 * dramatis_article_view_finish_selection:
 * @self: an article view
 *
 * Offers what can be done with the marked text, when it will not change any more.
 */
void
dramatis_article_view_finish_selection (DramatisArticleView *self)
{
  const DramatisAnchor *marked = get_marked (self);

  gtk_widget_set_visible (self->marked_bar, marked != NULL);
  if (marked != NULL)
    gdk_clipboard_set_text (gtk_widget_get_primary_clipboard (GTK_WIDGET (self)), marked->quote);
}

/**
 * dramatis_article_view_adopt_marked:
 * @self: an article view
 *
 * Shows the text as marked that the session says is.
 */
void
dramatis_article_view_adopt_marked (DramatisArticleView *self)
{
  const DramatisAnchor *marked = get_marked (self);
  DramatisPassageRow *row = get_marked_row (self);

  if (self->marking)
    return;

  if (row != NULL)
    dramatis_passage_row_set_selected (row, NULL, FALSE, 0);

  self->marked_passage = marked != NULL ? marked->passage : NULL;
  self->marked_start = marked != NULL ? marked->range.start : 0;
  self->marked_caret = marked != NULL ? marked->range.end : 0;
  self->caret_visible = FALSE;
  gtk_widget_set_visible (self->marked_bar, FALSE);

  row = get_marked_row (self);
  if (row != NULL)
    dramatis_article_view_show_selection (self, row);
}

/**
 * dramatis_article_view_drop_hidden:
 * @self: an article view
 *
 * Marks nothing any more if the filter has hidden the passage: what cannot be seen is not to be acted on.
 */
void
dramatis_article_view_drop_hidden (DramatisArticleView *self)
{
  DramatisIndex *index = dramatis_session_get_index (self->session);
  const DramatisArticleItem *item;
  guint position;

  if (self->marked_passage == NULL)
    return;

  if (dramatis_article_items_get_length (self->items) > 0
      && dramatis_index_get_position (index, self->marked_passage, &position))
    {
      item = dramatis_article_items_get (self->items,
                                         dramatis_article_items_find (self->items, DRAMATIS_ARTICLE_ITEM_PASSAGE,
                                                                      position));
      if (item->kind == DRAMATIS_ARTICLE_ITEM_PASSAGE && item->position == position)
        return;
    }

  dramatis_session_set_marked (self->session, NULL);
}

/**
 * dramatis_article_view_place_bar:
 * @self: an article view
 * @width: of the view, in pixels
 * @height: of the view, in pixels
 *
 * Places what can be done with marked text below the text, or above it if there is no room below.
 */
void
dramatis_article_view_place_bar (DramatisArticleView *self,
                                 int                  width,
                                 int                  height)
{
  DramatisPassageRow *row = get_marked_row (self);
  GtkRequisition size;
  DramatisRange range;
  graphene_rect_t bounds;
  graphene_point_t origin;
  gboolean shown;
  int x, y;

  if (!gtk_widget_get_visible (self->marked_bar))
    return;

  gtk_widget_get_preferred_size (self->marked_bar, NULL, &size);
  shown = row != NULL
          && dramatis_article_view_get_selection (self, &range)
          && dramatis_passage_row_get_bounds (row, &range, &bounds)
          && gtk_widget_compute_point (GTK_WIDGET (row), GTK_WIDGET (self), &bounds.origin, &origin)
          && origin.y < height && origin.y + bounds.size.height > 0;
  gtk_widget_set_child_visible (self->marked_bar, shown);
  if (!shown)
    return;

  x = origin.x + bounds.size.width / 2 - size.width / 2;
  y = origin.y + bounds.size.height + BAR_DISTANCE;
  if (y + size.height > height)
    y = origin.y - BAR_DISTANCE - size.height;
  gtk_widget_size_allocate (self->marked_bar,
                            &(GtkAllocation) {
                              CLAMP (x, 0, MAX (0, width - size.width)),
                              CLAMP (y, 0, MAX (0, height - size.height)),
                              size.width, size.height,
                            }, -1);
}

/**
 * dramatis_article_view_extend:
 * @self: an article view
 * @step: how far
 * @direction: 1 for to the right or down, -1 for to the left or up
 *
 * Extends what is marked in the row that the keyboard is in, from the mention that it is at or the passage's start.
 *
 * Returns: whether the keyboard is in a row
 */
gboolean
dramatis_article_view_extend (DramatisArticleView *self,
                              DramatisTextStep     step,
                              int                  direction)
{
  DramatisPassageRow *row = dramatis_article_view_get_focus_row (self);
  const DramatisMark *mention;
  DramatisRange caret;
  guint start, offset;

  if (row == NULL)
    return FALSE;

  if (dramatis_thing_get_id (DRAMATIS_THING (dramatis_passage_row_get_passage (row))) == self->marked_passage)
    {
      start = self->marked_start;
      offset = self->marked_caret;
    }
  else
    {
      mention = dramatis_passage_row_get_mention (row);
      start = offset = mention != NULL ? mention->range.start : 0;
    }

  if ((step == DRAMATIS_TEXT_STEP_CHARACTER || step == DRAMATIS_TEXT_STEP_WORD)
      && gtk_widget_get_direction (GTK_WIDGET (row)) == GTK_TEXT_DIR_RTL)
    direction = -direction;
  offset = dramatis_text_layout_move (dramatis_passage_row_get_layout (row), offset, step, direction);

  self->caret_visible = TRUE;
  dramatis_article_view_set_selection (self, row, start, offset);
  dramatis_article_view_finish_selection (self);

  caret.start = offset > 0 ? offset - 1 : 0;
  caret.end = caret.start + 1;
  dramatis_article_view_scroll_into_view (self,
                                          dramatis_article_items_find (self->items, DRAMATIS_ARTICLE_ITEM_PASSAGE,
                                                                       dramatis_passage_row_get_position (row)),
                                          &caret);
  return TRUE;
}

/**
 * dramatis_article_view_copy:
 * @self: an article view
 *
 * Copies the marked text to the clipboard.
 *
 * Returns: whether any is marked
 */
gboolean
dramatis_article_view_copy (DramatisArticleView *self)
{
  const DramatisAnchor *marked = self->session != NULL ? get_marked (self) : NULL;

  if (marked == NULL)
    return FALSE;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), marked->quote);
  return TRUE;
}

/**
 * dramatis_article_view_select_all:
 * @self: an article view
 *
 * Marks all of the passage that the keyboard is in.
 *
 * Returns: whether the keyboard is in a row
 */
gboolean
dramatis_article_view_select_all (DramatisArticleView *self)
{
  DramatisPassageRow *row = dramatis_article_view_get_focus_row (self);

  if (row == NULL)
    return FALSE;

  dramatis_article_view_set_selection (self, row, 0,
                                       dramatis_passage_get_length (dramatis_passage_row_get_passage (row)));
  dramatis_article_view_finish_selection (self);
  return TRUE;
}

static void
add_bar_button (GtkWidget  *bar,
                const char *label,
                const char *tooltip,
                const char *action)
{
  /* The keyboard stays in the text; it has the keys and the menu. */
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON,
                                    "label", label,
                                    "tooltip-text", tooltip,
                                    "action-name", action,
                                    "focusable", FALSE,
                                    NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (bar), button);
}

/**
 * dramatis_article_view_init_text:
 * @self: an article view
 *
 * Makes what appears near marked text.
 */
void
dramatis_article_view_init_text (DramatisArticleView *self)
{
  self->marked_bar = g_object_new (GTK_TYPE_BOX,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_TOOLBAR,
                                   "visible", FALSE,
                                   NULL);
  gtk_widget_add_css_class (self->marked_bar, "marked-bar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->marked_bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Marked Text"), -1);
  add_bar_button (self->marked_bar, _("Note"), _("Take a note on these words (N)"), "win.add-note");
  add_bar_button (self->marked_bar, _("Actor"), _("Make an actor of these words"), "win.add-actor-from-text");
  add_bar_button (self->marked_bar, _("Event"), _("Make an event of these words"), "win.add-event-from-text");
  gtk_widget_set_parent (self->marked_bar, GTK_WIDGET (self));
}
