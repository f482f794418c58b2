/* dramatis-article-view-text.c: marking text of the article by keyboard, and what can be done with it
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-article-view-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

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

static const char *
get_id (DramatisPassageRow *row)
{
  return dramatis_thing_get_id (DRAMATIS_THING (dramatis_passage_row_get_passage (row)));
}

/* The words at the end that moves, or else what is marked, where there is a row for it. */
static DramatisPassageRow *
get_caret_row (DramatisArticleView *self)
{
  guint position;

  if (self->marked_caret.passage == NULL
      || !dramatis_index_get_position (dramatis_session_get_index (self->session), self->marked_caret.passage, &position))
    return NULL;

  return dramatis_article_view_get_row (self, position);
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
  DramatisPassageRow *row = get_caret_row (self);
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
          && dramatis_article_view_get_selection (self, row, &range)
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

static DramatisPassageRow *
lay_out_place (DramatisArticleView     *self,
               const DramatisTextPlace *place,
               guint                   *number)
{
  guint position = 0;

  dramatis_index_get_position (dramatis_session_get_index (self->session), place->passage, &position);
  *number = dramatis_article_items_find (self->items, DRAMATIS_ARTICLE_ITEM_PASSAGE, position);

  return DRAMATIS_PASSAGE_ROW (dramatis_article_view_lay_out (self, *number));
}

/* The row of the next passage that is shown; NULL behind the last. */
static DramatisPassageRow *
get_neighbour (DramatisArticleView *self,
               guint                number,
               int                  direction)
{
  /* Before the first comes G_MAXUINT. */
  for (guint i = number + direction; i < dramatis_article_items_get_length (self->items); i += direction)
    {
      if (dramatis_article_items_get (self->items, i)->kind == DRAMATIS_ARTICLE_ITEM_PASSAGE)
        return DRAMATIS_PASSAGE_ROW (dramatis_article_view_lay_out (self, i));
    }

  return NULL;
}

static guint
get_end (DramatisPassageRow *row,
         int                 direction)
{
  return direction < 0 ? 0 : dramatis_passage_get_length (dramatis_passage_row_get_passage (row));
}

static void
move_by_text (DramatisArticleView *self,
              DramatisTextPlace   *place,
              GtkMovementStep      step,
              int                  direction)
{
  guint number;
  DramatisPassageRow *row = lay_out_place (self, place, &number);
  guint offset = dramatis_text_layout_move (dramatis_passage_row_get_layout (row), place->offset, step, direction);

  /* Lines have ends of their own; else what comes behind a passage is the next one. */
  if (offset == place->offset && step != GTK_MOVEMENT_DISPLAY_LINE_ENDS)
    {
      row = get_neighbour (self, number, direction);
      if (row == NULL)
        return;

      offset = get_end (row, -direction);
      if (step != GTK_MOVEMENT_LOGICAL_POSITIONS)
        offset = dramatis_text_layout_move (dramatis_passage_row_get_layout (row), offset, step, direction);
    }

  *place = (DramatisTextPlace) { get_id (row), offset };
}

/* Keeps to one distance from the edge, also through lines that are shorter. */
static void
move_by_line (DramatisArticleView *self,
              DramatisTextPlace   *place,
              int                  direction)
{
  guint number;
  DramatisPassageRow *row = lay_out_place (self, place, &number);
  guint offset = place->offset;

  if (self->marked_x < 0)
    self->marked_x = dramatis_passage_row_get_x (row, offset);

  if (!dramatis_passage_row_move_line (row, &offset, self->marked_x, direction))
    {
      DramatisPassageRow *neighbour = get_neighbour (self, number, direction);

      if (neighbour == NULL)
        offset = get_end (row, direction);
      else
        {
          row = neighbour;
          offset = dramatis_passage_row_get_at (row, self->marked_x,
                                                direction > 0 ? 0 : gtk_widget_get_height (GTK_WIDGET (row)), NULL);
        }
    }

  *place = (DramatisTextPlace) { get_id (row), offset };
}

/* How far down in the article a caret stands, in pixels. */
static double
get_caret_y (DramatisArticleView     *self,
             const DramatisTextPlace *place)
{
  guint number;
  DramatisPassageRow *row = lay_out_place (self, place, &number);
  guint start = place->offset > 0 ? place->offset - 1 : 0;
  graphene_rect_t bounds;

  if (!dramatis_passage_row_get_bounds (row, &(DramatisRange) { start, start + 1 }, &bounds))
    bounds.origin.y = 0;

  return dramatis_article_items_get (self->items, number)->y + bounds.origin.y;
}

/* By as many lines as a page is scrolled. */
static void
move_by_page (DramatisArticleView *self,
              DramatisTextPlace   *place,
              int                  direction)
{
  double page = gtk_adjustment_get_page_increment (self->vadjustment);
  double start = get_caret_y (self, place);
  DramatisTextPlace last;

  do
    {
      last = *place;
      move_by_line (self, place, direction);
    }
  while (dramatis_article_view_compare_places (self, place, &last) * direction > 0
         && fabs (get_caret_y (self, place) - start) < page);
}

static void
move_to_end (DramatisArticleView *self,
             DramatisTextPlace   *place,
             int                  direction)
{
  DramatisPassageRow *row = get_neighbour (self,
                                           direction < 0 ? G_MAXUINT : dramatis_article_items_get_length (self->items),
                                           -direction);

  if (row != NULL)
    *place = (DramatisTextPlace) { get_id (row), get_end (row, direction) };
}

/**
 * dramatis_article_view_extend:
 * @self: an article view
 * @step: how far: %GTK_MOVEMENT_VISUAL_POSITIONS, %GTK_MOVEMENT_WORDS, %GTK_MOVEMENT_DISPLAY_LINES,
 *   %GTK_MOVEMENT_PAGES, %GTK_MOVEMENT_DISPLAY_LINE_ENDS, %GTK_MOVEMENT_PARAGRAPH_ENDS or %GTK_MOVEMENT_BUFFER_ENDS
 * @direction: 1 for to the right or down, -1 for to the left or up
 *
 * Extends what is marked, or begins with it in the row that the keyboard is in: at the mention that it is at, or at
 * the passage's start. The keyboard goes to where the text ends then.
 *
 * Returns: whether the keyboard is in a row
 */
gboolean
dramatis_article_view_extend (DramatisArticleView *self,
                              GtkMovementStep      step,
                              int                  direction)
{
  DramatisPassageRow *row = dramatis_article_view_get_focus_row (self);
  DramatisTextPlace bound, caret;
  DramatisRange end;
  guint number;

  if (row == NULL)
    return FALSE;

  bound = self->marked_bound;
  caret = self->marked_caret;
  if (get_id (row) != caret.passage)
    {
      const DramatisMark *mention = dramatis_passage_row_get_mention (row);

      bound = caret = (DramatisTextPlace) { get_id (row), mention != NULL ? mention->range.start : 0 };
      self->marked_x = -1;
    }

  if ((step == GTK_MOVEMENT_VISUAL_POSITIONS || step == GTK_MOVEMENT_WORDS)
      && gtk_widget_get_direction (GTK_WIDGET (row)) == GTK_TEXT_DIR_RTL)
    direction = -direction;

  if (step == GTK_MOVEMENT_DISPLAY_LINES)
    move_by_line (self, &caret, direction);
  else if (step == GTK_MOVEMENT_PAGES)
    move_by_page (self, &caret, direction);
  else
    {
      self->marked_x = -1;
      if (step == GTK_MOVEMENT_BUFFER_ENDS)
        move_to_end (self, &caret, direction);
      else
        move_by_text (self, &caret, step == GTK_MOVEMENT_VISUAL_POSITIONS ? GTK_MOVEMENT_LOGICAL_POSITIONS : step,
                      direction);
    }

  self->caret_visible = TRUE;
  dramatis_article_view_set_selection (self, &bound, &caret);
  dramatis_article_view_finish_selection (self);

  row = lay_out_place (self, &caret, &number);
  gtk_widget_set_child_visible (GTK_WIDGET (row), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  end.start = caret.offset > 0 ? caret.offset - 1 : 0;
  end.end = end.start + 1;
  dramatis_article_view_scroll_into_view (self, number, &end);

  return TRUE;
}

/**
 * dramatis_article_view_copy:
 * @self: an article view
 *
 * Copies the marked text to the clipboard, as text and as HTML that says where it comes from. Words of one passage
 * are words alone as text: one pastes them into an entry.
 */
void
dramatis_article_view_copy (DramatisArticleView *self)
{
  GPtrArray *marked = self->session != NULL ? dramatis_session_get_marked (self->session) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *fragment = NULL;
  g_autoptr (GBytes) html = NULL;
  g_autoptr (GdkContentProvider) provider = NULL;
  char *document;

  if (marked == NULL)
    return;

  text = dramatis_session_dup_marked_text (self->session, marked->len > 1);
  fragment = dramatis_session_dup_marked_html (self->session);
  document = g_strconcat ("<meta charset=\"utf-8\">\n", fragment, NULL);
  html = g_bytes_new_take (document, strlen (document));
  provider = gdk_content_provider_new_union ((GdkContentProvider *[]) {
                                               gdk_content_provider_new_for_bytes ("text/html", html),
                                               gdk_content_provider_new_typed (G_TYPE_STRING, text),
                                             }, 2);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
}

static void
mark (DramatisArticleView *self,
      DramatisTextPlace    bound,
      DramatisTextPlace    caret)
{
  self->marked_x = -1;
  dramatis_article_view_set_selection (self, &bound, &caret);
  dramatis_article_view_finish_selection (self);
}

/**
 * dramatis_article_view_select_all:
 * @self: an article view
 *
 * Marks all text that is shown.
 */
void
dramatis_article_view_select_all (DramatisArticleView *self)
{
  DramatisTextPlace start = { 0 }, end = { 0 };

  move_to_end (self, &start, -1);
  move_to_end (self, &end, 1);
  if (start.passage != NULL)
    mark (self, start, end);
}

/**
 * dramatis_article_view_select_passage:
 * @self: an article view
 *
 * Marks all of the passage that the keyboard is in.
 */
void
dramatis_article_view_select_passage (DramatisArticleView *self)
{
  DramatisPassageRow *row = dramatis_article_view_get_focus_row (self);

  if (row != NULL)
    mark (self, (DramatisTextPlace) { get_id (row), 0 }, (DramatisTextPlace) { get_id (row), get_end (row, 1) });
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
