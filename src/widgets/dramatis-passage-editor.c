/* dramatis-passage-editor.c: corrects the text of a passage
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-passage-editor.h"

#include <glib/gi18n-lib.h>

#include "dramatis-revision.h"

/* How long nothing is typed before it is found out what becomes of notes and events, in milliseconds. */
#define PAUSE 250

/**
 * DramatisPassageEditor:
 *
 * Corrects the text of a passage. It tells beforehand if a note or an event would lose its words.
 *
 * ## Accessibility
 *
 * The text is described by what would be lost.
 *
 * ## Shortcuts
 *
 * - Enter: applies
 * - Esc: leaves all as it was
 */

struct _DramatisPassageEditor
{
  AdwWindow        parent_instance;

  GtkTextBuffer   *buffer;
  GtkLabel        *meaning;
  GtkWidget       *text_view;

  DramatisSession *session;
  DramatisPassage *passage;
  guint            pause;
};

G_DEFINE_FINAL_TYPE (DramatisPassageEditor, dramatis_passage_editor, ADW_TYPE_WINDOW)

/* A passage is one line. */
static char *
dup_text (DramatisPassageEditor *self)
{
  GtkTextIter start, end;
  char *text;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);

  return g_strstrip (g_strdelimit (text, "\n\r\v\f", ' '));
}

/* NULL: it would change nothing, or the passage is gone. */
static DramatisRevision *
create_revision (DramatisPassageEditor *self)
{
  DramatisDossier *dossier = dramatis_session_get_dossier (self->session);
  g_autofree char *text = dup_text (self);
  guint position;

  if (*text == '\0' || g_str_equal (text, dramatis_passage_get_text (self->passage))
      || !dramatis_index_get_position (dramatis_session_get_index (self->session),
                                       dramatis_thing_get_id (DRAMATIS_THING (self->passage)), &position))
    return NULL;

  return dramatis_revision_new_correction (dossier, self->passage, text);
}

static void
update (DramatisPassageEditor *self)
{
  g_autoptr (DramatisRevision) revision = create_revision (self);
  guint n_notes = revision != NULL ? dramatis_revision_get_notes (revision)->n_orphaned : 0;
  guint n_events = revision != NULL ? dramatis_revision_get_events (revision)->n_orphaned : 0;
  g_autoptr (GString) meaning = g_string_new (NULL);

  if (n_notes > 0)
    g_string_append_printf (meaning, ngettext ("%u note would lose its words, and keep them as a quotation.",
                                               "%u notes would lose their words, and keep them as quotations.",
                                               n_notes), n_notes);
  if (n_notes > 0 && n_events > 0)
    g_string_append_c (meaning, ' ');
  if (n_events > 0)
    g_string_append_printf (meaning, ngettext ("%u event would lose its words.", "%u events would lose their words.",
                                               n_events), n_events);
  if (meaning->len == 0)
    g_string_append (meaning, _("Notes, mentions and events stay on their words."));

  gtk_label_set_label (self->meaning, meaning->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, meaning->str,
                                  -1);
}

static gboolean
pause_cb (gpointer user_data)
{
  DramatisPassageEditor *self = user_data;

  self->pause = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (DramatisPassageEditor *self)
{
  g_autofree char *text = dup_text (self);

  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE, pause_cb, self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "passage.apply", *text != '\0');
}

static void
apply (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  DramatisPassageEditor *self = DRAMATIS_PASSAGE_EDITOR (widget);
  g_autoptr (DramatisRevision) revision = create_revision (self);

  if (revision != NULL)
    dramatis_revision_apply (revision);
  gtk_window_close (GTK_WINDOW (self));
}

static void
dramatis_passage_editor_dispose (GObject *object)
{
  DramatisPassageEditor *self = DRAMATIS_PASSAGE_EDITOR (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_object (&self->passage);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dramatis_passage_editor_parent_class)->dispose (object);
}

static void
dramatis_passage_editor_class_init (DramatisPassageEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dramatis_passage_editor_dispose;

  gtk_widget_class_install_action (widget_class, "passage.apply", NULL, apply);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/dramatis/Dramatis/ui/dramatis-passage-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, DramatisPassageEditor, buffer);
  gtk_widget_class_bind_template_child (widget_class, DramatisPassageEditor, meaning);
  gtk_widget_class_bind_template_child (widget_class, DramatisPassageEditor, text_view);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
dramatis_passage_editor_init (DramatisPassageEditor *self)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  /* before the text view, which would begin another line */
  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Return|KP_Enter"),
                                                          gtk_named_action_new ("passage.apply")));
  gtk_widget_add_controller (self->text_view, shortcuts);
}

/**
 * dramatis_passage_editor_new:
 * @session: a session
 * @passage: a passage of its dossier
 *
 * Makes an editor for the text of a passage.
 *
 * Returns: (transfer none): a new window, to be presented over its parent
 */
GtkWidget *
dramatis_passage_editor_new (DramatisSession *session,
                             DramatisPassage *passage)
{
  DramatisPassageEditor *self;
  GtkTextIter start;

  g_return_val_if_fail (DRAMATIS_IS_SESSION (session), NULL);
  g_return_val_if_fail (DRAMATIS_IS_PASSAGE (passage), NULL);

  self = g_object_new (DRAMATIS_TYPE_PASSAGE_EDITOR, NULL);
  self->session = g_object_ref (session);
  self->passage = g_object_ref (passage);
  gtk_text_buffer_set_text (self->buffer, dramatis_passage_get_text (passage), -1);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  update (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->text_view);

  return GTK_WIDGET (self);
}
