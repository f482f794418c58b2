/* dramatis-article-view-pointer.c: the pointer over the article, and what pops up there
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-article-view-private.h"

#include <glib/gi18n-lib.h>

#include "dramatis-actor-popover.h"

/* How long the pointer rests on a mention before its card appears, and how long it may be on its way to the card
 * before that goes, in milliseconds. */
#define SHOW_DELAY 400
#define HIDE_DELAY 300

static gboolean
get_view_rect (DramatisArticleView *self,
               DramatisPassageRow  *row,
               const DramatisRange *range,
               GdkRectangle        *rect)
{
  graphene_rect_t bounds;
  graphene_point_t origin;

  if (!dramatis_passage_row_get_bounds (row, range, &bounds)
      || !gtk_widget_compute_point (GTK_WIDGET (row), GTK_WIDGET (self), &bounds.origin, &origin))
    return FALSE;

  *rect = (GdkRectangle) { origin.x, origin.y, bounds.size.width, bounds.size.height };
  return TRUE;
}

/**
 * dramatis_article_view_hide_card:
 * @self: an article view
 *
 * Takes the card of an actor away.
 */
void
dramatis_article_view_hide_card (DramatisArticleView *self)
{
  g_clear_handle_id (&self->hover, g_source_remove);
  self->hover_mark = NULL;
  if (self->card != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->card));
}

static gboolean
hide_cb (gpointer user_data)
{
  DramatisArticleView *self = user_data;

  self->hover = 0;
  dramatis_article_view_hide_card (self);

  return G_SOURCE_REMOVE;
}

static void
queue_hide (DramatisArticleView *self)
{
  g_clear_handle_id (&self->hover, g_source_remove);
  if (self->card != NULL && gtk_widget_get_visible (self->card) && !gtk_popover_get_autohide (GTK_POPOVER (self->card)))
    self->hover = g_timeout_add (HIDE_DELAY, hide_cb, self);
}

static gboolean
return_focus_cb (gpointer user_data)
{
  DramatisArticleView *self = user_data;
  DramatisPassageRow *row = dramatis_article_view_get_row (self, self->card_position);

  self->hover = 0;
  if (row != NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (row));
      dramatis_passage_row_focus_mention (row, &self->card_range);
    }

  return G_SOURCE_REMOVE;
}

/* The keyboard goes back to the mention; later, because GTK now looks for a place for it. */
static void
card_closed_cb (DramatisArticleView *self)
{
  g_clear_handle_id (&self->hover, g_source_remove);
  self->hover = g_idle_add (return_focus_cb, self);
}

static void
card_entered_cb (DramatisArticleView *self)
{
  g_clear_handle_id (&self->hover, g_source_remove);
}

/**
 * dramatis_article_view_show_card:
 * @self: an article view
 * @row: a row
 * @mention: a mention in it
 * @autohide: whether it takes the keyboard and stays until it is left; else it goes with the pointer
 *
 * Shows over a mention who the actor is.
 */
void
dramatis_article_view_show_card (DramatisArticleView *self,
                                 DramatisPassageRow  *row,
                                 const DramatisMark  *mention,
                                 gboolean             autohide)
{
  GtkEventController *motion;
  GdkRectangle rect;

  if (!get_view_rect (self, row, &mention->range, &rect))
    return;

  g_clear_handle_id (&self->hover, g_source_remove);
  g_clear_pointer (&self->card, gtk_widget_unparent);
  self->card = dramatis_actor_popover_new (self->session, mention->id);
  gtk_popover_set_autohide (GTK_POPOVER (self->card), autohide);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->card), &rect);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  if (autohide)
    {
      self->card_position = dramatis_passage_row_get_position (row);
      self->card_range = mention->range;
      g_signal_connect_object (self->card, "closed", G_CALLBACK (card_closed_cb), self, G_CONNECT_SWAPPED);
    }

  motion = gtk_event_controller_motion_new ();
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (card_entered_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (queue_hide), self);
  gtk_widget_add_controller (self->card, motion);

  gtk_popover_popup (GTK_POPOVER (self->card));
}

static const DramatisMark *
find_mark_at (DramatisArticleView  *self,
              DramatisMarkKind      kind,
              double                x,
              double                y,
              DramatisPassageRow  **row)
{
  graphene_point_t point;

  *row = dramatis_article_view_get_row_at (self, x, y, &point);

  return *row != NULL ? dramatis_passage_row_find_mark (*row, kind, point.x, point.y) : NULL;
}

/* The date under the pointer lights its event, wherever that is shown. */
static void
point_at_event (DramatisArticleView *self,
                double               x,
                double               y)
{
  DramatisPassageRow *row;
  const DramatisMark *date = find_mark_at (self, DRAMATIS_MARK_DATE, x, y, &row);

  dramatis_session_set_event (self->session,
                              date != NULL
                              ? dramatis_dossier_lookup (dramatis_session_get_dossier (self->session), date->id)
                              : NULL);
}

static gboolean
show_cb (gpointer user_data)
{
  DramatisArticleView *self = user_data;
  DramatisPassageRow *row;
  const DramatisMark *mention = find_mark_at (self, DRAMATIS_MARK_MENTION, self->pointer_x, self->pointer_y, &row);

  self->hover = 0;
  if (mention != NULL && !gtk_gesture_is_active (self->drag))
    dramatis_article_view_show_card (self, row, mention, FALSE);

  return G_SOURCE_REMOVE;
}

static void
motion_cb (DramatisArticleView *self,
           double               x,
           double               y)
{
  DramatisPassageRow *row;
  const DramatisMark *mention;
  const char *cursor = NULL;
  double old_x = self->pointer_x;
  double old_y = self->pointer_y;

  self->pointer_x = x;
  self->pointer_y = y;
  /* GTK also tells of a pointer that rests on what moves. */
  if (self->session == NULL || (x == old_x && y == old_y))
    return;

  point_at_event (self, x, y);
  mention = find_mark_at (self, DRAMATIS_MARK_MENTION, x, y, &row);
  if (mention != NULL || find_mark_at (self, DRAMATIS_MARK_NOTE, x, y, &row) != NULL)
    cursor = "pointer";
  else if (row != NULL)
    cursor = "text";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);

  if (mention == self->hover_mark)
    return;

  self->hover_mark = mention;
  queue_hide (self);
  if (mention != NULL && (self->card == NULL || !gtk_widget_get_visible (self->card)
                          || !gtk_popover_get_autohide (GTK_POPOVER (self->card))))
    {
      g_clear_handle_id (&self->hover, g_source_remove);
      self->hover = g_timeout_add (SHOW_DELAY, show_cb, self);
    }
}

static void
leave_cb (DramatisArticleView *self)
{
  self->hover_mark = NULL;
  self->pointer_x = self->pointer_y = -1;
  if (self->session != NULL)
    dramatis_session_set_event (self->session, NULL);
  queue_hide (self);
}

/**
 * dramatis_article_view_filter_mention:
 * @self: an article view
 * @row: a row
 * @mention: a mention in it
 *
 * Filters by the actor of a mention. The passage stays where it is.
 */
void
dramatis_article_view_filter_mention (DramatisArticleView *self,
                                      DramatisPassageRow  *row,
                                      const DramatisMark  *mention)
{
  const char *id = mention->id;
  guint i = dramatis_article_items_find (self->items, DRAMATIS_ARTICLE_ITEM_PASSAGE,
                                         dramatis_passage_row_get_position (row));
  const DramatisArticleItem *item = dramatis_article_items_get (self->items, i);

  dramatis_article_view_hide_card (self);
  dramatis_article_view_hold (self, item->kind, item->position,
                              item->y - gtk_adjustment_get_value (self->vadjustment));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.filter-actor", "s", id);
}

/**
 * dramatis_article_view_click_mark:
 * @self: an article view
 * @x: pixels from its left edge
 * @y: pixels from its upper edge
 *
 * Does what a click does at a mention or a note.
 */
void
dramatis_article_view_click_mark (DramatisArticleView *self,
                                  double               x,
                                  double               y)
{
  const DramatisMark *mark;
  DramatisPassageRow *row;

  mark = find_mark_at (self, DRAMATIS_MARK_MENTION, x, y, &row);
  if (mark != NULL)
    {
      dramatis_article_view_filter_mention (self, row, mark);
      return;
    }

  mark = find_mark_at (self, DRAMATIS_MARK_NOTE, x, y, &row);
  if (mark != NULL)
    dramatis_session_set_active_note (self->session,
                                      dramatis_dossier_lookup (dramatis_session_get_dossier (self->session), mark->id));
}

static void
append_action (GMenu      *menu,
               const char *label,
               const char *action,
               const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, target != NULL ? "s" : NULL, target);
  g_menu_append_item (menu, item);
}

static void
append_for_mention (GMenu              *menu,
                    const char         *label,
                    const char         *action,
                    DramatisPassageRow *row,
                    const DramatisMark *mention)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "(uuus)",
                                     dramatis_passage_row_get_position (row),
                                     mention->range.start, mention->range.end, mention->id);
  g_menu_append_item (menu, item);
}

static GMenuModel *
create_menu (DramatisArticleView *self,
             DramatisPassageRow  *row,
             const DramatisMark  *mention)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) text = g_menu_new ();

  if (mention != NULL)
    {
      DramatisActor *actor = dramatis_dossier_lookup (dramatis_session_get_dossier (self->session), mention->id);
      DramatisFilter *filter = dramatis_session_get_filter (self->session);
      g_autoptr (GMenu) section = g_menu_new ();

      append_action (section, _("Only Passages of This Actor"), "win.filter-actor", mention->id);
      append_action (section,
                     dramatis_filter_has_actor (filter, mention->id) ? _("Take from the Filter") : _("Add to the Filter"),
                     "win.toggle-actor", mention->id);
      append_action (section, _("Open Card"), "win.open-actor", mention->id);
      append_action (section, _("Note on This Actor"), "win.add-note-about", mention->id);
      append_for_mention (section, _("This Is Somebody Else…"), "article.reassign-mention", row, mention);
      append_for_mention (section, _("Not This Actor"), "article.reject-mention", row, mention);
      g_menu_append_section (menu, dramatis_actor_get_name (actor), G_MENU_MODEL (section));
    }

  if (dramatis_session_get_marked (self->session) != NULL)
    {
      append_action (text, _("Note on the Marked Text"), "win.add-note", NULL);
      if (dramatis_session_get_active_note (self->session) != NULL)
        append_action (text, _("Add to the Open Note"), "win.add-to-note", NULL);
      append_action (text, _("Make an Actor of It"), "win.add-actor-from-text", NULL);
      append_action (text, _("Make an Event of It"), "win.add-event-from-text", NULL);
      append_action (text, _("Copy"), "article.copy", NULL);
    }
  else
    {
      append_action (text, _("Mark the Passage"), "article.mark-passage", NULL);
      append_action (text, _("Mark All"), "article.mark-all", NULL);
    }
  append_action (text, _("Correct the Passage…"), "article.correct-passage", NULL);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (text));

  return G_MENU_MODEL (menu);
}

/**
 * dramatis_article_view_show_menu:
 * @self: an article view
 * @row: a row
 * @mention: (nullable): a mention in it
 * @place: (nullable): where to show it, or %NULL for at the mention or the row
 *
 * Shows what can be done with a mention and with marked text.
 */
void
dramatis_article_view_show_menu (DramatisArticleView *self,
                                 DramatisPassageRow  *row,
                                 const DramatisMark  *mention,
                                 const GdkRectangle  *place)
{
  g_autoptr (GMenuModel) model = create_menu (self, row, mention);
  DramatisRange range = { 0, 1 };
  GdkRectangle rect = { 0 };

  dramatis_article_view_hide_card (self);
  if (mention != NULL)
    range = mention->range;
  else
    dramatis_article_view_get_selection (self, row, &range);
  if (place != NULL)
    rect = *place;
  else
    get_view_rect (self, row, &range, &rect);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &rect);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_pressed_cb (GtkGestureClick     *gesture,
                 int                  n_press,
                 double               x,
                 double               y,
                 DramatisArticleView *self)
{
  DramatisPassageRow *row;
  const DramatisMark *mention;

  if (self->session == NULL)
    return;

  mention = find_mark_at (self, DRAMATIS_MARK_MENTION, x, y, &row);
  if (row == NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  dramatis_article_view_show_menu (self, row, mention, &(GdkRectangle) { x, y, 1, 1 });
}

/**
 * dramatis_article_view_get_popover:
 * @self: an article view
 *
 * Gets the popover that has the keyboard.
 *
 * Returns: (transfer none) (nullable): the popover, or %NULL if the keyboard is elsewhere
 */
GtkWidget *
dramatis_article_view_get_popover (DramatisArticleView *self)
{
  GtkWidget *popovers[] = { self->card, self->menu };

  for (guint i = 0; i < G_N_ELEMENTS (popovers); i++)
    {
      if (popovers[i] != NULL && (gtk_widget_get_state_flags (popovers[i]) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
        return popovers[i];
    }

  return NULL;
}

/**
 * dramatis_article_view_present:
 * @self: an article view
 *
 * Places what pops up, after a layout.
 */
void
dramatis_article_view_present (DramatisArticleView *self)
{
  if (self->card != NULL)
    gtk_popover_present (GTK_POPOVER (self->card));
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

/**
 * dramatis_article_view_init_pointer:
 * @self: an article view
 *
 * Listens to the pointer.
 */
void
dramatis_article_view_init_pointer (DramatisArticleView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, motion);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (menu, "pressed", G_CALLBACK (menu_pressed_cb), self, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (menu));
}

/**
 * dramatis_article_view_dispose_pointer:
 * @self: an article view
 *
 * Takes down what popped up.
 */
void
dramatis_article_view_dispose_pointer (DramatisArticleView *self)
{
  g_clear_handle_id (&self->hover, g_source_remove);
  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
}
