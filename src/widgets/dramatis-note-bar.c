/* dramatis-note-bar.c: a note at the margin of the article
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-note-bar.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "dramatis-compat.h"
#include "dramatis-note-chips.h"
#include "dramatis-palette.h"

/* pixels */
#define BAR_WIDTH 3

/**
 * DramatisNoteBar:
 *
 * A bar beside the words that a note is about, which opens the note. That of a highlight, a note without text, is
 * hollow.
 *
 * # CSS nodes
 *
 * `notebar`
 *
 * # Accessibility
 *
 * A button named by the note.
 *
 * # Shortcuts
 *
 * Enter and Space open the note.
 */

struct _DramatisNoteBar
{
  GtkWidget        parent_instance;

  DramatisSession *session;
  DramatisNote    *note;
  DramatisRange    range;
};

G_DEFINE_FINAL_TYPE (DramatisNoteBar, dramatis_note_bar, GTK_TYPE_WIDGET)

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DramatisNoteBar *self = DRAMATIS_NOTE_BAR (widget);

  dramatis_session_set_active_note (self->session, self->note);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            DramatisNoteBar *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_action (GTK_WIDGET (self), NULL, NULL);
}

static void
dramatis_note_bar_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  DramatisNoteBar *self = DRAMATIS_NOTE_BAR (widget);
  float width = gtk_widget_get_width (widget);
  float bar_width = MIN (width, BAR_WIDTH);
  graphene_rect_t bar = GRAPHENE_RECT_INIT ((int) ((width - bar_width) / 2), 0, bar_width, gtk_widget_get_height (widget));
  GskRoundedRect outline;
  GdkRGBA rgba;

  dramatis_palette_get_rgba (dramatis_session_get_note_colour (self->session, self->note), DRAMATIS_SHADE_STRONG, &rgba);
  gsk_rounded_rect_init_from_rect (&outline, &bar, bar_width / 2);
  if (*dramatis_note_get_text (self->note) == '\0')
    {
      gtk_snapshot_append_border (snapshot, &outline, (const float[]) { 1, 1, 1, 1 },
                                  (const GdkRGBA[]) { rgba, rgba, rgba, rgba });
      return;
    }

  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &rgba, &bar);
  gtk_snapshot_pop (snapshot);
}

static void
dramatis_note_bar_dispose (GObject *object)
{
  DramatisNoteBar *self = DRAMATIS_NOTE_BAR (object);

  g_clear_object (&self->note);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dramatis_note_bar_parent_class)->dispose (object);
}

static void
dramatis_note_bar_class_init (DramatisNoteBarClass *klass)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dramatis_note_bar_dispose;
  widget_class->snapshot = dramatis_note_bar_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_set_css_name (widget_class, "notebar");
  gtk_widget_class_install_action (widget_class, "bar.open", NULL, open_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i], 0, "bar.open", NULL);
}

static void
dramatis_note_bar_init (DramatisNoteBar *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);

  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * dramatis_note_bar_new:
 *
 * Makes a bar of no note yet.
 *
 * Returns: (transfer floating): a new bar
 */
GtkWidget *
dramatis_note_bar_new (void)
{
  return g_object_new (DRAMATIS_TYPE_NOTE_BAR, NULL);
}

/**
 * dramatis_note_bar_bind:
 * @self: a bar
 * @session: the session
 * @note: a note of its dossier
 * @range: words that it is about, in code points of the passage
 *
 * Says which note a bar stands for.
 */
void
dramatis_note_bar_bind (DramatisNoteBar     *self,
                        DramatisSession     *session,
                        DramatisNote        *note,
                        const DramatisRange *range)
{
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (DRAMATIS_IS_NOTE_BAR (self));

  g_set_object (&self->session, session);
  g_set_object (&self->note, note);
  self->range = *range;

  name = dramatis_note_dup_name (note);
  if (*dramatis_note_get_text (note) != '\0')
    /* Translators: what a bar at the margin stands for; followed by the words of the note */
    label = g_strdup_printf (_("Note: %s"), name);
  else
    /* Translators: what a bar at the margin stands for; followed by the words of the article */
    label = g_strdup_printf (_("Highlight: %s"), name);
  dramatis_widget_set_tooltip (GTK_WIDGET (self), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * dramatis_note_bar_get_range:
 * @self: a bar
 *
 * Gets the words that it stands beside.
 *
 * Returns: (transfer none): their range, in code points of the passage
 */
const DramatisRange *
dramatis_note_bar_get_range (DramatisNoteBar *self)
{
  g_return_val_if_fail (DRAMATIS_IS_NOTE_BAR (self), NULL);

  return &self->range;
}
