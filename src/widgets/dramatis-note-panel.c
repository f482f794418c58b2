/* dramatis-note-panel.c: the notes of the dossier
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-note-panel-private.h"

#include "dramatis-compat.h"
#include "dramatis-note-card.h"

/* A list box measures all of its rows, whatever is in view: more cards come when the last of these come near, so many
 * in each frame. */
#define CARDS_STEP 3

/* To where there are to be cards, in pages from the upper edge of the view: enough that one sees that there are more. */
#define AHEAD 1.25

/**
 * DramatisNotePanel:
 *
 * The notes that pass the filter, sorted as the person likes, with search. The active note of the session is edited
 * in its place. If words of notes are lost, a button shows those alone.
 *
 * ## CSS nodes
 *
 * `DramatisNotePanel` has one node named `notepanel` with the style class `.panel`.
 *
 * ## Accessibility
 *
 * The list is named "Notes"; see [class@NoteCard] for its items.
 *
 * ## Actions
 *
 * `notes.order`
 */

G_DEFINE_FINAL_TYPE (DramatisNotePanel, dramatis_note_panel, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_found (DramatisNotePanel *self,
          DramatisNote      *note)
{
  if (note == dramatis_session_get_active_note (self->session))
    return TRUE;
  if (self->orphans_only && !g_hash_table_contains (self->orphans, note))
    return FALSE;

  return self->searched == NULL || g_hash_table_contains (self->searched, note);
}

/* Cards that are set aside come last. */
static guint
get_place (DramatisNotePanel *self,
           GtkListBoxRow     *card)
{
  gpointer place = g_hash_table_lookup (self->positions, dramatis_note_card_get_note (DRAMATIS_NOTE_CARD (card)));

  return gtk_widget_get_visible (GTK_WIDGET (card)) ? GPOINTER_TO_UINT (place) : G_MAXUINT;
}

static int
compare_cards (GtkListBoxRow *a,
               GtkListBoxRow *b,
               gpointer       user_data)
{
  guint first = get_place (user_data, a);
  guint second = get_place (user_data, b);

  return (first > second) - (first < second);
}

/* The focus alone would bring only the text view into view, not the tags and buttons beneath it. Without animation, as
 * the viewport would begin its own from where this one has got to. */
static void
scroll_to (DramatisNotePanel *self,
           GtkWidget         *card)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double value = gtk_adjustment_get_value (adjustment);
  graphene_rect_t bounds;
  double top, bottom;

  if (!gtk_widget_compute_bounds (card, GTK_WIDGET (self->list), &bounds))
    return;

  top = graphene_rect_get_y (&bounds);
  bottom = top + graphene_rect_get_height (&bounds);
  gtk_adjustment_set_value (adjustment, MIN (MAX (value, bottom - gtk_adjustment_get_page_size (adjustment)), top));
}

/* A card is as high as its text only after it got its place: to scroll to it before that goes astray. */
static gboolean
focus_tick_cb (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  DramatisNotePanel *self = DRAMATIS_NOTE_PANEL (widget);
  DramatisNote *note = dramatis_session_get_active_note (self->session);
  GtkWidget *card = note != NULL ? g_hash_table_lookup (self->cards, note) : NULL;

  if (card != NULL && !dramatis_note_card_is_placed (DRAMATIS_NOTE_CARD (card)))
    return G_SOURCE_CONTINUE;

  self->focus_tick = 0;
  if (card != NULL)
    {
      scroll_to (self, card);
      gtk_widget_grab_focus (card);
    }

  return G_SOURCE_REMOVE;
}

/* The one that Find is at is in view. */
static void
find_changed_cb (DramatisNotePanel *self)
{
  gpointer note = dramatis_session_get_found (self->session);
  GtkWidget *card = DRAMATIS_IS_NOTE (note) ? g_hash_table_lookup (self->cards, note) : NULL;

  if (card != NULL)
    scroll_to (self, card);
}

static void
update_editing (DramatisNotePanel *self)
{
  DramatisNote *active = dramatis_session_get_active_note (self->session);
  GHashTableIter iter;
  gpointer note, card;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &note, &card))
    {
      if (note != active)
        dramatis_note_card_set_editing (card, FALSE);
    }

  card = active != NULL ? g_hash_table_lookup (self->cards, active) : NULL;
  if (card != NULL && !dramatis_note_card_get_editing (card))
    {
      dramatis_note_card_set_editing (card, TRUE);
      if (self->focus_tick == 0)
        self->focus_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_tick_cb, NULL, NULL);
    }
}

static void
update_stack (DramatisNotePanel *self)
{
  GListModel *all = self->session != NULL
                    ? dramatis_dossier_get_notes (dramatis_session_get_dossier (self->session)) : NULL;
  const char *page = "list";

  if (all == NULL || g_list_model_get_n_items (all) == 0)
    page = "none";
  else if (self->shown->len == 0)
    page = self->needle != NULL ? "not-found" : "filtered";

  gtk_stack_set_visible_child_name (self->stack, page);
}

/* Keeps a card for another note: to make one takes much longer. */
static void
set_aside (DramatisNotePanel *self,
           GtkWidget         *card)
{
  dramatis_note_card_set_editing (DRAMATIS_NOTE_CARD (card), FALSE);
  gtk_widget_set_visible (card, FALSE);
  g_ptr_array_add (self->spare, card);
}

/* Where a card with the focus has gone, the focus goes on to its neighbour. */
static void
focus_near (DramatisNotePanel *self,
            guint              index)
{
  guint n_cards = g_hash_table_size (self->cards);

  if (n_cards > 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, MIN (index, n_cards - 1))));
}

/* Which notes are to have a card. */
static void
list_notes (DramatisNotePanel *self)
{
  GListModel *notes = dramatis_session_get_notes (self->session);
  DramatisNote *active = dramatis_session_get_active_note (self->session);

  g_clear_pointer (&self->searched, g_hash_table_unref);
  if (self->needle != NULL)
    self->searched = dramatis_index_find_set (dramatis_session_get_index (self->session), DRAMATIS_HIT_NOTE,
                                              self->needle);
  g_ptr_array_set_size (self->shown, 0);
  g_hash_table_remove_all (self->positions);
  self->more = FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (DramatisNote) item = g_list_model_get_item (notes, i);

      if (!is_found (self, item))
        continue;
      if (self->shown->len < self->limit || item == active)
        {
          g_hash_table_insert (self->positions, item, GUINT_TO_POINTER (self->shown->len));
          g_ptr_array_add (self->shown, g_object_ref (item));
        }
      else
        self->more = TRUE;
      if (self->more && (active == NULL || g_hash_table_contains (self->positions, active)))
        break;
    }
}

/* Makes some of the cards that are missing, that of the active note and the first ones; the others in later frames. */
static void
add_cards (GtkWidget *widget)
{
  DramatisNotePanel *self = DRAMATIS_NOTE_PANEL (widget);
  DramatisNote *active = dramatis_session_get_active_note (self->session);
  guint n_missing = 0;

  for (guint i = 0; i < self->shown->len; i++)
    {
      DramatisNote *note = g_ptr_array_index (self->shown, i);
      GtkWidget *card;

      if (g_hash_table_contains (self->cards, note) || (n_missing++ >= CARDS_STEP && note != active))
        continue;

      if (self->spare->len > 0)
        {
          card = g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1);
          dramatis_note_card_set_note (DRAMATIS_NOTE_CARD (card), note);
          gtk_widget_set_visible (card, TRUE);
        }
      else
        {
          card = dramatis_note_card_new (self->session, note);
          gtk_list_box_append (self->list, card);
        }
      g_hash_table_insert (self->cards, note, card);
    }
  gtk_list_box_invalidate_sort (self->list);

  if (n_missing > CARDS_STEP)
    dramatis_widget_call_later (widget, &self->cards_tick, 0, add_cards);
}

/* Cards of notes that stay are kept, and with them the focus and what is being typed. */
static void
update_cards (GtkWidget *widget)
{
  DramatisNotePanel *self = DRAMATIS_NOTE_PANEL (widget);
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  int focused_index = focused != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focused)) : -1;
  GHashTableIter iter;
  gpointer note, card;

  list_notes (self);
  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &note, &card))
    {
      if (g_hash_table_contains (self->positions, note))
        {
          dramatis_note_card_update (card);
        }
      else
        {
          g_hash_table_iter_steal (&iter);
          set_aside (self, card);
        }
    }
  add_cards (widget);

  if (focused_index >= 0 && gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == NULL)
    focus_near (self, focused_index);
  update_editing (self);
  update_stack (self);
}

static void
cancel (DramatisNotePanel *self,
        guint             *tick)
{
  if (*tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), *tick);
  *tick = 0;
}

/* One edit comes as several signals, in the middle of which the session is not to be edited; a card that goes may
 * have words to commit. The next frame is that of the article. */
void
dramatis_note_panel_queue_update (DramatisNotePanel *self)
{
  if (self->session == NULL)
    return;

  cancel (self, &self->cards_tick);
  dramatis_widget_call_later (GTK_WIDGET (self), &self->update_tick, 1, update_cards);
}

static void
index_cb (DramatisNotePanel *self)
{
  dramatis_note_panel_update_orphans (self);
  dramatis_note_panel_queue_update (self);
}

static void
orphans_toggled_cb (DramatisNotePanel *self)
{
  self->orphans_only = gtk_toggle_button_get_active (self->orphans_button);
  self->limit = CARDS_STEP;
  dramatis_note_panel_queue_update (self);
}

static void
scrolled_cb (DramatisNotePanel *self,
             GtkAdjustment     *adjustment)
{
  double page = gtk_adjustment_get_page_size (adjustment);

  if (self->more && gtk_adjustment_get_value (adjustment) + AHEAD * page > gtk_adjustment_get_upper (adjustment))
    {
      self->limit += CARDS_STEP;
      self->more = FALSE;
      dramatis_note_panel_queue_update (self);
    }
}

static void
filter_changed_cb (DramatisNotePanel *self)
{
  GHashTableIter iter;
  gpointer card;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, NULL, &card))
    dramatis_note_card_update_filter (card);
}

static void
card_activated_cb (GtkListBox        *list,
                   GtkListBoxRow     *row,
                   DramatisNotePanel *self)
{
  if (!dramatis_note_card_get_editing (DRAMATIS_NOTE_CARD (row)))
    gtk_widget_activate_action (GTK_WIDGET (row), "card.edit", NULL);
}

static void
search_changed_cb (GtkSearchEntry    *entry,
                   DramatisNotePanel *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  g_clear_pointer (&self->needle, dramatis_needle_free);
  if (*text != '\0')
    self->needle = dramatis_needle_new (text, FALSE);
  self->limit = CARDS_STEP;
  dramatis_note_panel_queue_update (self);
}

static void
search_stopped_cb (GtkSearchEntry    *entry,
                   DramatisNotePanel *self)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
}

static void
dramatis_note_panel_dispose (GObject *object)
{
  DramatisNotePanel *self = DRAMATIS_NOTE_PANEL (object);

  if (self->session_signals != NULL)
    dramatis_note_panel_set_session (self, NULL);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->filter_signals);
  g_clear_object (&self->notes_signals);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (dramatis_note_panel_parent_class)->dispose (object);
}

static void
dramatis_note_panel_finalize (GObject *object)
{
  DramatisNotePanel *self = DRAMATIS_NOTE_PANEL (object);

  g_clear_pointer (&self->needle, dramatis_needle_free);
  g_clear_pointer (&self->searched, g_hash_table_unref);
  g_hash_table_unref (self->checked);
  g_hash_table_unref (self->orphans);
  g_hash_table_unref (self->cards);
  g_ptr_array_unref (self->spare);
  g_hash_table_unref (self->positions);
  g_ptr_array_unref (self->shown);

  G_OBJECT_CLASS (dramatis_note_panel_parent_class)->finalize (object);
}

static void
dramatis_note_panel_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  DramatisNotePanel *self = DRAMATIS_NOTE_PANEL (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_note_panel_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  DramatisNotePanel *self = DRAMATIS_NOTE_PANEL (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      dramatis_note_panel_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_note_panel_class_init (DramatisNotePanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dramatis_note_panel_dispose;
  object_class->finalize = dramatis_note_panel_finalize;
  object_class->get_property = dramatis_note_panel_get_property;
  object_class->set_property = dramatis_note_panel_set_property;

  /**
   * DramatisNotePanel:session:
   *
   * The session of the window.
   */
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, DRAMATIS_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/dramatis/Dramatis/ui/dramatis-note-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, DramatisNotePanel, list);
  gtk_widget_class_bind_template_child (widget_class, DramatisNotePanel, orphans_button);
  gtk_widget_class_bind_template_child (widget_class, DramatisNotePanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, DramatisNotePanel, stack);
  gtk_widget_class_bind_template_callback (widget_class, card_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, orphans_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, scrolled_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);

  gtk_widget_class_set_css_name (widget_class, "notepanel");
}

static void
dramatis_note_panel_init (DramatisNotePanel *self)
{
  self->limit = CARDS_STEP;
  dramatis_note_panel_init_orphans (self);
  self->cards = g_hash_table_new (NULL, NULL);
  self->spare = g_ptr_array_new ();
  self->positions = g_hash_table_new (NULL, NULL);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);

  self->session_signals = g_signal_group_new (DRAMATIS_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "find-changed", G_CALLBACK (find_changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::active-note", G_CALLBACK (dramatis_note_panel_queue_update), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::index", G_CALLBACK (index_cb), self);
  self->filter_signals = g_signal_group_new (DRAMATIS_TYPE_FILTER);
  g_signal_group_connect_swapped (self->filter_signals, "changed", G_CALLBACK (filter_changed_cb), self);
  self->notes_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->notes_signals, "items-changed", G_CALLBACK (dramatis_note_panel_queue_update), self);

  self->actions = G_ACTION_MAP (g_simple_action_group_new ());
  gtk_widget_insert_action_group (GTK_WIDGET (self), "notes", G_ACTION_GROUP (self->actions));

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->list, compare_cards, self, NULL);
  update_stack (self);
}

/**
 * dramatis_note_panel_new:
 * @session: (nullable): the session of the window
 *
 * Makes a note panel.
 *
 * Returns: (transfer floating): a new panel
 */
GtkWidget *
dramatis_note_panel_new (DramatisSession *session)
{
  return g_object_new (DRAMATIS_TYPE_NOTE_PANEL, "session", session, NULL);
}

/**
 * dramatis_note_panel_get_session:
 * @self: a note panel
 *
 * Gets the session whose notes a panel shows.
 *
 * Returns: (transfer none) (nullable): the session
 */
DramatisSession *
dramatis_note_panel_get_session (DramatisNotePanel *self)
{
  g_return_val_if_fail (DRAMATIS_IS_NOTE_PANEL (self), NULL);

  return self->session;
}

/**
 * dramatis_note_panel_set_session:
 * @self: a note panel
 * @session: (nullable): the session of the window
 *
 * Says whose notes a panel shows.
 */
void
dramatis_note_panel_set_session (DramatisNotePanel *self,
                                 DramatisSession   *session)
{
  GHashTableIter iter;
  gpointer card;

  g_return_if_fail (DRAMATIS_IS_NOTE_PANEL (self));

  if (self->session == session)
    return;

  g_signal_group_set_target (self->session_signals, NULL);
  cancel (self, &self->update_tick);
  cancel (self, &self->cards_tick);
  cancel (self, &self->focus_tick);
  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, NULL, &card))
    dramatis_note_card_set_editing (card, FALSE);
  g_hash_table_remove_all (self->cards);
  g_ptr_array_set_size (self->spare, 0);
  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, card);
  g_hash_table_remove_all (self->positions);
  g_ptr_array_set_size (self->shown, 0);
  dramatis_note_panel_forget_orphans (self);
  self->limit = CARDS_STEP;

  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->filter_signals, session != NULL ? dramatis_session_get_filter (session) : NULL);
  g_signal_group_set_target (self->notes_signals, session != NULL ? dramatis_session_get_notes (session) : NULL);
  if (session != NULL)
    {
      g_autoptr (GPropertyAction) order = g_property_action_new ("order", session, "note-order");

      g_action_map_add_action (self->actions, G_ACTION (order));
      dramatis_note_panel_update_orphans (self);
      update_cards (GTK_WIDGET (self));
    }
  else
    g_action_map_remove_action (self->actions, "order");
  update_stack (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
