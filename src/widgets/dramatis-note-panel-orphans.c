/* dramatis-note-panel-orphans.c: which notes have lost their words
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-note-panel-private.h"

#include <glib/gi18n-lib.h>

/* How long notes are asked at a time whether their words are lost, in microseconds: there is a frame every 16,600. */
#define CHECK_TIME 4000

/* Asks a note if it has not been asked since its ranges or the text became what they are. */
static void
check_note (DramatisNotePanel *self,
            DramatisNote      *note)
{
  GPtrArray *ranges = dramatis_note_get_ranges (note);

  if (g_hash_table_lookup (self->checked, note) == ranges)
    return;

  g_hash_table_insert (self->checked, note, g_ptr_array_ref (ranges));
  if (dramatis_session_note_is_orphan (self->session, note))
    g_hash_table_add (self->orphans, g_object_ref (note));
  else
    g_hash_table_remove (self->orphans, note);
}

/* Returns whether there are more to ask. */
static gboolean
check_notes (DramatisNotePanel *self)
{
  GListModel *notes = dramatis_dossier_get_notes (dramatis_session_get_dossier (self->session));
  gint64 until = g_get_monotonic_time () + CHECK_TIME;
  guint n_notes = g_list_model_get_n_items (notes);

  do
    {
      guint end = MIN (self->n_checked + 64, n_notes);

      for (; self->n_checked < end; self->n_checked++)
        {
          g_autoptr (DramatisNote) note = g_list_model_get_item (notes, self->n_checked);

          check_note (self, note);
        }
    }
  while (self->n_checked < n_notes && g_get_monotonic_time () < until);

  return self->n_checked < n_notes;
}

/* The button that shows only the notes with lost words is there as long as there are any. */
static void
update_orphans_button (DramatisNotePanel *self)
{
  guint n_orphans = g_hash_table_size (self->orphans);
  g_autofree char *label = NULL;

  label = g_strdup_printf (ngettext ("%u note has lost its words", "%u notes have lost their words", n_orphans), n_orphans);
  gtk_button_set_label (GTK_BUTTON (self->orphans_button), label);
  gtk_widget_set_visible (GTK_WIDGET (self->orphans_button), n_orphans > 0);
  if (n_orphans == 0)
    gtk_toggle_button_set_active (self->orphans_button, FALSE);
  if (self->orphans_only)
    dramatis_note_panel_queue_update (self);
}

static gboolean
check_idle_cb (gpointer data)
{
  DramatisNotePanel *self = data;

  if (check_notes (self))
    return G_SOURCE_CONTINUE;

  self->check_source = 0;
  update_orphans_button (self);

  return G_SOURCE_REMOVE;
}

static gboolean
is_gone (gpointer note,
         gpointer value,
         gpointer dossier)
{
  return dramatis_dossier_lookup (dossier, dramatis_thing_get_id (note)) != note;
}

/* To ask 100,000 notes takes several frames, and nobody waits for it. */
void
dramatis_note_panel_update_orphans (DramatisNotePanel *self)
{
  guint text_serial = dramatis_index_get_text_serial (dramatis_session_get_index (self->session));

  if (self->text_serial != text_serial)
    g_hash_table_remove_all (self->checked);
  self->text_serial = text_serial;
  g_hash_table_foreach_remove (self->orphans, is_gone, dramatis_session_get_dossier (self->session));

  g_clear_handle_id (&self->check_source, g_source_remove);
  self->n_checked = 0;
  if (check_notes (self))
    self->check_source = g_idle_add (check_idle_cb, self);
  else
    update_orphans_button (self);
}

void
dramatis_note_panel_init_orphans (DramatisNotePanel *self)
{
  self->checked = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->orphans = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

/* Of a session that goes */
void
dramatis_note_panel_forget_orphans (DramatisNotePanel *self)
{
  g_clear_handle_id (&self->check_source, g_source_remove);
  g_hash_table_remove_all (self->checked);
  g_hash_table_remove_all (self->orphans);
}
