/* dramatis-article-view-keys.c: going through the article by keyboard
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-article-view-private.h"

#include "dramatis-passage-bars.h"

/* The number of the item that has the focus, or G_MAXUINT. */
static guint
find_focus (DramatisArticleView *self)
{
  for (guint i = 0; i < dramatis_article_items_get_length (self->items); i++)
    {
      GtkWidget *child = dramatis_article_view_get_child (self, i);

      if (child != NULL && (gtk_widget_get_state_flags (child) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
        return i;
    }

  return G_MAXUINT;
}

static gboolean
focus_item (DramatisArticleView *self,
            guint                number)
{
  GtkWidget *child = dramatis_article_view_ensure_child (self, number);

  /* What was just scrolled to is laid out in the next frame, but takes the focus now. */
  gtk_widget_set_child_visible (child, TRUE);

  return gtk_widget_grab_focus (child);
}

/**
 * dramatis_article_view_move_focus:
 * @self: an article view
 * @direction: where to
 *
 * Moves the focus from row to row, into the view and out of it. The view is one stop of Tab.
 *
 * Returns: whether the focus is in the view now
 */
gboolean
dramatis_article_view_move_focus (DramatisArticleView *self,
                                  GtkDirectionType     direction)
{
  GtkWidget *popover = dramatis_article_view_get_popover (self);
  guint n_items, i;
  int step;

  if (popover != NULL)
    return gtk_widget_child_focus (popover, direction);
  if (gtk_widget_get_visible (self->status))
    return gtk_widget_child_focus (self->status, direction);

  dramatis_article_view_hide_card (self);
  dramatis_article_view_flush (self);
  n_items = dramatis_article_items_get_length (self->items);
  if (n_items == 0)
    return FALSE;

  i = find_focus (self);
  if (i == G_MAXUINT)
    {
      guint current = dramatis_session_get_current (self->session);

      /* It may come here only because it had to leave a panel: what is being read is in the view as it is. */
      i = dramatis_article_items_find (self->items, DRAMATIS_ARTICLE_ITEM_PASSAGE, current);
      return focus_item (self, i);
    }

  if (direction != GTK_DIR_UP && direction != GTK_DIR_DOWN)
    return FALSE;

  step = direction == GTK_DIR_UP ? -1 : 1;
  for (i += step; i < n_items; i += step)
    {
      if (focus_item (self, i))
        {
          dramatis_article_view_scroll_into_view (self, i, NULL);
          return TRUE;
        }
    }

  /* At the end one stays. */
  return TRUE;
}

static gboolean
mention_cb (GtkWidget *widget,
            GVariant  *args,
            gpointer   user_data)
{
  DramatisArticleView *self = DRAMATIS_ARTICLE_VIEW (widget);
  DramatisPassageRow *row = dramatis_article_view_get_focus_row (self);
  int direction = g_variant_get_int32 (args);

  if (row == NULL)
    return FALSE;

  if (gtk_widget_get_direction (GTK_WIDGET (row)) == GTK_TEXT_DIR_RTL)
    direction = -direction;
  if (dramatis_passage_row_step_mention (row, direction))
    {
      /* A copy: the row marks the words of another event. */
      const DramatisMark mark = *dramatis_passage_row_get_focus_mark (row);

      dramatis_article_view_scroll_into_view (self, find_focus (self), &mark.range);
      dramatis_session_set_event (self->session,
                                  mark.kind == DRAMATIS_MARK_DATE
                                  ? dramatis_dossier_lookup (dramatis_session_get_dossier (self->session), mark.id)
                                  : NULL);
      if (mark.kind == DRAMATIS_MARK_MENTION)
        dramatis_article_view_show_card (self, row, &mark, FALSE);
      else
        dramatis_article_view_hide_card (self);
    }

  return TRUE;
}

/* The next item, or the one before, whose passage has notes; G_MAXUINT: none has. */
static guint
find_noted (DramatisArticleView *self,
            guint                number,
            int                  direction)
{
  DramatisIndex *index = dramatis_session_get_index (self->session);

  /* Behind G_MAXUINT comes 0. */
  for (number += direction; number < dramatis_article_items_get_length (self->items); number += direction)
    {
      const DramatisArticleItem *item = dramatis_article_items_get (self->items, number);

      if (item->kind == DRAMATIS_ARTICLE_ITEM_PASSAGE && dramatis_index_get_notes_at (index, item->position) != NULL)
        return number;
    }

  return G_MAXUINT;
}

static void
step_note (DramatisArticleView *self,
           int                  direction)
{
  guint number = find_focus (self);
  GtkWidget *child = number != G_MAXUINT ? dramatis_article_view_get_child (self, number) : NULL;

  if (child == NULL || (DRAMATIS_IS_PASSAGE_ROW (child) && dramatis_passage_bars_step (child, direction)))
    return;

  for (number = find_noted (self, number, direction); number != G_MAXUINT; number = find_noted (self, number, direction))
    {
      if (focus_item (self, number)
          && dramatis_passage_bars_step (dramatis_article_view_get_child (self, number), direction))
        return;
    }
}

static void
next_note_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  step_note (DRAMATIS_ARTICLE_VIEW (widget), 1);
}

static void
previous_note_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  step_note (DRAMATIS_ARTICLE_VIEW (widget), -1);
}

static gboolean
return_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  DramatisArticleView *self = DRAMATIS_ARTICLE_VIEW (widget);
  DramatisPassageRow *row = dramatis_article_view_get_focus_row (self);
  const DramatisMark *mention = row != NULL ? dramatis_passage_row_get_mention (row) : NULL;

  if (mention == NULL)
    return FALSE;

  dramatis_article_view_filter_mention (self, row, mention);
  return TRUE;
}

static gboolean
space_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   user_data)
{
  DramatisArticleView *self = DRAMATIS_ARTICLE_VIEW (widget);
  DramatisPassageRow *row = dramatis_article_view_get_focus_row (self);
  const DramatisMark *mention = row != NULL ? dramatis_passage_row_get_mention (row) : NULL;

  if (mention == NULL)
    return dramatis_article_view_scroll_page (self, 1);

  dramatis_article_view_show_card (self, row, mention, TRUE);
  return TRUE;
}

static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  DramatisArticleView *self = DRAMATIS_ARTICLE_VIEW (widget);
  DramatisPassageRow *row = dramatis_article_view_get_focus_row (self);

  if (row == NULL)
    return FALSE;

  dramatis_article_view_show_menu (self, row, dramatis_passage_row_get_mention (row), NULL);
  return TRUE;
}

static gboolean
extend_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  int step, direction;

  g_variant_get (args, "(ii)", &step, &direction);

  return dramatis_article_view_extend (DRAMATIS_ARTICLE_VIEW (widget), step, direction);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  dramatis_article_view_copy (DRAMATIS_ARTICLE_VIEW (widget));
}

static void
mark_all_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  dramatis_article_view_select_all (DRAMATIS_ARTICLE_VIEW (widget));
}

static void
mark_passage_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  dramatis_article_view_select_passage (DRAMATIS_ARTICLE_VIEW (widget));
}

/**
 * dramatis_article_view_install_keys:
 * @klass: the class of article views
 *
 * Adds the keys that go through mentions and notes and mark text.
 */
void
dramatis_article_view_install_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint            key;
    guint            keypad_key;
    GdkModifierType  modifiers;
    GtkMovementStep  step;
    int              direction;
  } extend_keys[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, 0, GTK_MOVEMENT_VISUAL_POSITIONS, -1 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 0, GTK_MOVEMENT_VISUAL_POSITIONS, 1 },
    { GDK_KEY_Left, GDK_KEY_KP_Left, GDK_CONTROL_MASK, GTK_MOVEMENT_WORDS, -1 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, GDK_CONTROL_MASK, GTK_MOVEMENT_WORDS, 1 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, GTK_MOVEMENT_DISPLAY_LINES, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, GTK_MOVEMENT_DISPLAY_LINES, 1 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, GDK_CONTROL_MASK, GTK_MOVEMENT_PARAGRAPH_ENDS, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, GDK_CONTROL_MASK, GTK_MOVEMENT_PARAGRAPH_ENDS, 1 },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0, GTK_MOVEMENT_PAGES, -1 },
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0, GTK_MOVEMENT_PAGES, 1 },
    { GDK_KEY_Home, GDK_KEY_KP_Home, 0, GTK_MOVEMENT_DISPLAY_LINE_ENDS, -1 },
    { GDK_KEY_End, GDK_KEY_KP_End, 0, GTK_MOVEMENT_DISPLAY_LINE_ENDS, 1 },
    { GDK_KEY_Home, GDK_KEY_KP_Home, GDK_CONTROL_MASK, GTK_MOVEMENT_BUFFER_ENDS, -1 },
    { GDK_KEY_End, GDK_KEY_KP_End, GDK_CONTROL_MASK, GTK_MOVEMENT_BUFFER_ENDS, 1 },
  };
  static const struct
  {
    guint            key;
    GdkModifierType  modifiers;
    GtkShortcutFunc  func;
    int              direction;
  } keys[] = {
    { GDK_KEY_Left, 0, mention_cb, -1 },
    { GDK_KEY_KP_Left, 0, mention_cb, -1 },
    { GDK_KEY_Right, 0, mention_cb, 1 },
    { GDK_KEY_KP_Right, 0, mention_cb, 1 },
    { GDK_KEY_Return, 0, return_cb, 0 },
    { GDK_KEY_KP_Enter, 0, return_cb, 0 },
    { GDK_KEY_space, 0, space_cb, 0 },
    { GDK_KEY_Menu, 0, menu_cb, 0 },
    { GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (klass, keys[i].key, keys[i].modifiers, keys[i].func, "i", keys[i].direction);

  for (guint i = 0; i < G_N_ELEMENTS (extend_keys); i++)
    {
      const guint both[] = { extend_keys[i].key, extend_keys[i].keypad_key };

      for (guint j = 0; j < G_N_ELEMENTS (both); j++)
        gtk_widget_class_add_binding (klass, both[j], GDK_SHIFT_MASK | extend_keys[i].modifiers, extend_cb,
                                      "(ii)", (int) extend_keys[i].step, extend_keys[i].direction);
    }

  gtk_widget_class_install_action (klass, "article.next-note", NULL, next_note_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_period, 0, "article.next-note", NULL);
  gtk_widget_class_install_action (klass, "article.previous-note", NULL, previous_note_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_comma, 0, "article.previous-note", NULL);
  gtk_widget_class_install_action (klass, "article.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_c, GDK_CONTROL_MASK, "article.copy", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Insert, GDK_CONTROL_MASK, "article.copy", NULL);
  gtk_widget_class_install_action (klass, "article.mark-passage", NULL, mark_passage_action);
  gtk_widget_class_install_action (klass, "article.mark-all", NULL, mark_all_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_a, GDK_CONTROL_MASK, "article.mark-all", NULL);
}
