/* dramatis-note-editor.c: where a note is written
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-note-editor.h"

#include <glib/gi18n-lib.h>

#include "dramatis-colour-chooser.h"

/* Milliseconds without a key after which what was typed goes into the dossier, so that a crash loses next to nothing. */
#define COMMIT_DELAY 1000

/**
 * DramatisNoteEditor:
 *
 * The text, tags and colour of a note while they are written. What is typed is committed when the typing pauses and
 * when the focus leaves; tags only when the focus leaves them, as half a word is no tag.
 *
 * ## Shortcuts
 *
 * Ctrl+Enter and Esc end the writing; both keep what was written.
 *
 * ## Actions
 *
 * `note.done` and `note.delete`.
 */

struct _DramatisNoteEditor
{
  AdwBin                 parent_instance;

  GtkTextView           *text_view;
  GtkEditable           *tags_entry;
  DramatisColourChooser *colour_chooser;

  DramatisSession       *session;
  DramatisNote          *note;
  guint                  commit_source;
  gboolean               updating;
};

G_DEFINE_FINAL_TYPE (DramatisNoteEditor, dramatis_note_editor, ADW_TYPE_BIN)

static DramatisDossier *
get_dossier (DramatisNoteEditor *self)
{
  return dramatis_session_get_dossier (self->session);
}

static char *
dup_text (DramatisNoteEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static char *
dup_tag_names (DramatisNoteEditor *self)
{
  const char * const *tags = dramatis_note_get_tags (self->note);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; tags[i] != NULL; i++)
    {
      DramatisTag *tag = dramatis_dossier_lookup (get_dossier (self), tags[i]);

      if (tag != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", dramatis_tag_get_name (tag));
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
commit_text (DramatisNoteEditor *self)
{
  g_autofree char *text = dup_text (self);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  g_clear_handle_id (&self->commit_source, g_source_remove);
  if (!g_str_equal (text, dramatis_note_get_text (self->note)))
    dramatis_dossier_edit (get_dossier (self), _("Edit Note"), self->note, "text", text, "modified", now, NULL);
}

static void
commit_tags (DramatisNoteEditor *self)
{
  DramatisHistory *history = dramatis_dossier_get_history (get_dossier (self));
  g_autofree char *old_names = dup_tag_names (self);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_auto (GStrv) names = NULL;
  g_autoptr (GPtrArray) ids = NULL;

  if (g_str_equal (old_names, gtk_editable_get_text (self->tags_entry)))
    return;

  /* the tags that are new and the note that has them are one level of undo */
  dramatis_history_begin (history, _("Edit Note"));
  ids = g_ptr_array_new ();
  names = g_strsplit (gtk_editable_get_text (self->tags_entry), ",", -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *name = g_strstrip (names[i]);
      DramatisTag *tag;

      while (*name == '#')
        name++;
      if (*name == '\0')
        continue;

      tag = dramatis_dossier_ensure_tag (get_dossier (self), name);
      if (!g_ptr_array_find (ids, dramatis_thing_get_id (DRAMATIS_THING (tag)), NULL))
        g_ptr_array_add (ids, (gpointer) dramatis_thing_get_id (DRAMATIS_THING (tag)));
    }
  g_ptr_array_add (ids, NULL);

  if (!g_strv_equal ((const char * const *) ids->pdata, dramatis_note_get_tags (self->note)))
    dramatis_dossier_edit (get_dossier (self), _("Edit Note"), self->note, "tags", ids->pdata, "modified", now, NULL);
  dramatis_history_end (history);

  dramatis_note_editor_update (self);
}

static gboolean
commit_timeout_cb (gpointer data)
{
  DramatisNoteEditor *self = data;

  self->commit_source = 0;
  commit_text (self);

  return G_SOURCE_REMOVE;
}

static void
text_changed_cb (GtkTextBuffer      *buffer,
                 DramatisNoteEditor *self)
{
  if (self->updating)
    return;

  g_clear_handle_id (&self->commit_source, g_source_remove);
  self->commit_source = g_timeout_add (COMMIT_DELAY, commit_timeout_cb, self);
}

static void
colour_changed_cb (DramatisColourChooser *chooser,
                   GParamSpec            *pspec,
                   DramatisNoteEditor    *self)
{
  DramatisColour colour = dramatis_colour_chooser_get_colour (chooser);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  if (!self->updating && colour != dramatis_note_get_colour (self->note))
    dramatis_dossier_edit (get_dossier (self), _("Edit Note"), self->note, "colour", colour, "modified", now, NULL);
}

static void
text_focus_left_cb (DramatisNoteEditor *self)
{
  commit_text (self);
}

static void
tags_focus_left_cb (DramatisNoteEditor *self)
{
  commit_tags (self);
}

static gboolean
is_nothing (DramatisNote *note)
{
  return *dramatis_note_get_text (note) == '\0'
         && dramatis_note_get_ranges (note)->len == 0
         && *dramatis_note_get_actors (note) == NULL
         && *dramatis_note_get_articles (note) == NULL
         && *dramatis_note_get_events (note) == NULL
         && *dramatis_note_get_tags (note) == NULL;
}

static void
end_writing (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  DramatisNoteEditor *self = DRAMATIS_NOTE_EDITOR (widget);

  dramatis_note_editor_commit (self);
  if (is_nothing (self->note))
    dramatis_dossier_remove (get_dossier (self), self->note);
  else if (dramatis_session_get_active_note (self->session) == self->note)
    dramatis_session_set_active_note (self->session, NULL);
}

static void
delete_note (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  DramatisNoteEditor *self = DRAMATIS_NOTE_EDITOR (widget);

  /* what was not committed yet comes back when deleting is undone */
  dramatis_note_editor_commit (self);
  dramatis_dossier_remove (get_dossier (self), self->note);
}

static void
dramatis_note_editor_unmap (GtkWidget *widget)
{
  dramatis_note_editor_commit (DRAMATIS_NOTE_EDITOR (widget));

  GTK_WIDGET_CLASS (dramatis_note_editor_parent_class)->unmap (widget);
}

static gboolean
dramatis_note_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DRAMATIS_NOTE_EDITOR (widget)->text_view));
}

static void
dramatis_note_editor_dispose (GObject *object)
{
  DramatisNoteEditor *self = DRAMATIS_NOTE_EDITOR (object);

  g_clear_handle_id (&self->commit_source, g_source_remove);
  g_clear_object (&self->note);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dramatis_note_editor_parent_class)->dispose (object);
}

static void
dramatis_note_editor_class_init (DramatisNoteEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dramatis_note_editor_dispose;
  widget_class->grab_focus = dramatis_note_editor_grab_focus;
  widget_class->unmap = dramatis_note_editor_unmap;

  g_type_ensure (DRAMATIS_TYPE_COLOUR_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/dramatis/Dramatis/ui/dramatis-note-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, DramatisNoteEditor, colour_chooser);
  gtk_widget_class_bind_template_child (widget_class, DramatisNoteEditor, tags_entry);
  gtk_widget_class_bind_template_child (widget_class, DramatisNoteEditor, text_view);
  gtk_widget_class_bind_template_callback (widget_class, colour_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, tags_focus_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_focus_left_cb);

  gtk_widget_class_set_css_name (widget_class, "noteeditor");
  gtk_widget_class_install_action (widget_class, "note.delete", NULL, delete_note);
  gtk_widget_class_install_action (widget_class, "note.done", NULL, end_writing);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "note.done", NULL);
}

static void
dramatis_note_editor_init (DramatisNoteEditor *self)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  /* before the text view, for which any Enter is a new line */
  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], GDK_CONTROL_MASK),
                                                            gtk_named_action_new ("note.done")));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
}

/**
 * dramatis_note_editor_new:
 * @session: the session
 * @note: a note of its dossier
 *
 * Makes an editor of a note.
 *
 * Returns: (transfer floating): a new editor
 */
GtkWidget *
dramatis_note_editor_new (DramatisSession *session,
                          DramatisNote    *note)
{
  DramatisNoteEditor *self;

  g_return_val_if_fail (DRAMATIS_IS_SESSION (session), NULL);
  g_return_val_if_fail (DRAMATIS_IS_NOTE (note), NULL);

  self = g_object_new (DRAMATIS_TYPE_NOTE_EDITOR, NULL);
  self->session = g_object_ref (session);
  self->note = g_object_ref (note);
  dramatis_note_editor_update (self);

  return GTK_WIDGET (self);
}

/**
 * dramatis_note_editor_commit:
 * @self: an editor
 *
 * Puts what was written into the dossier.
 */
void
dramatis_note_editor_commit (DramatisNoteEditor *self)
{
  g_return_if_fail (DRAMATIS_IS_NOTE_EDITOR (self));

  g_clear_handle_id (&self->commit_source, g_source_remove);
  if (self->note == NULL
      || dramatis_dossier_lookup (get_dossier (self), dramatis_thing_get_id (DRAMATIS_THING (self->note))) != self->note)
    return;

  commit_text (self);
  commit_tags (self);
}

/**
 * dramatis_note_editor_update:
 * @self: an editor
 *
 * Shows the note as it is in the dossier, unless something is being typed.
 */
void
dramatis_note_editor_update (DramatisNoteEditor *self)
{
  g_autofree char *text = NULL;
  g_autofree char *tag_names = NULL;

  g_return_if_fail (DRAMATIS_IS_NOTE_EDITOR (self));

  text = dup_text (self);
  tag_names = dup_tag_names (self);

  self->updating = TRUE;
  if (self->commit_source == 0 && !g_str_equal (text, dramatis_note_get_text (self->note)))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), dramatis_note_get_text (self->note), -1);
  if (!gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (self->tags_entry)))
      && !g_str_equal (tag_names, gtk_editable_get_text (self->tags_entry)))
    gtk_editable_set_text (self->tags_entry, tag_names);
  dramatis_colour_chooser_set_colour (self->colour_chooser, dramatis_note_get_colour (self->note));
  self->updating = FALSE;
}
