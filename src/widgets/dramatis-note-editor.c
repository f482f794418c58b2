/* dramatis-note-editor.c: where a note is written
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-note-editor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "dramatis-colour-chooser.h"
#include "dramatis-completion.h"
#include "dramatis-link.h"
#include "dramatis-note-chips.h"
#include "dramatis-text.h"

/* Milliseconds without a key after which what was typed goes into the dossier, so that a crash loses next to nothing. */
#define COMMIT_DELAY 1000

/* What begins a link while it is typed. It goes when a thing is chosen. */
#define LINK_START "[["

/* Notes among which to choose where to link to: who has more types on. */
#define MAX_LINK_NOTES 50

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
 * `note.done` and `note.delete`, and `note.add-marked` to make the note be about the marked words, too.
 */

struct _DramatisNoteEditor
{
  AdwBin                 parent_instance;

  GtkTextView           *text_view;
  GtkEditable           *tags_entry;
  GtkEditable           *about_entry;
  DramatisColourChooser *colour_chooser;
  GtkLabel              *times_label;

  DramatisCompletion    *text_completion;
  DramatisCompletion    *tags_completion;
  DramatisCompletion    *about_completion;
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

/* Offers the things of a list whose names fit, but for @but. */
static void
offer_all (DramatisNoteEditor *self,
           DramatisCompletion *completion,
           GListModel         *things,
           const char         *property,
           const char         *kind,
           const char * const *but)
{
  for (guint i = 0; i < g_list_model_get_n_items (things); i++)
    {
      g_autoptr (DramatisThing) thing = g_list_model_get_item (things, i);
      g_autofree char *name = NULL;

      if (g_strv_contains (but, dramatis_thing_get_id (thing)))
        continue;

      g_object_get (thing, property, &name, NULL);
      if (name != NULL && *name != '\0')
        dramatis_completion_offer (completion, thing, name, kind);
    }
}

static void
offer_notes (DramatisNoteEditor *self,
             const char         *typed)
{
  GListModel *notes = dramatis_dossier_get_notes (get_dossier (self));
  g_autofree char *needle = dramatis_text_fold (typed);
  guint n_offered = 0;

  for (guint i = 0; i < g_list_model_get_n_items (notes) && n_offered < MAX_LINK_NOTES; i++)
    {
      g_autoptr (DramatisNote) note = g_list_model_get_item (notes, i);
      g_autofree char *name = NULL;

      /* before its Markdown is parsed, which takes longer */
      if (note == self->note || *dramatis_note_get_text (note) == '\0'
          || !dramatis_text_contains (dramatis_note_get_text (note), needle))
        continue;

      name = dramatis_note_dup_name (note);
      dramatis_completion_offer (self->text_completion, note, name, _("Note"));
      n_offered++;
    }
}

/* The words behind "[[" up to the cursor, in one line; @start is where it begins. */
static char *
dup_link_typed (DramatisNoteEditor *self,
                GtkTextIter        *start,
                GtkTextIter        *end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter line;
  g_autofree char *before = NULL;
  const char *found;

  gtk_text_buffer_get_iter_at_mark (buffer, end, gtk_text_buffer_get_insert (buffer));
  line = *end;
  gtk_text_iter_set_line_offset (&line, 0);
  before = gtk_text_buffer_get_text (buffer, &line, end, FALSE);
  found = g_strrstr (before, LINK_START);
  if (found == NULL || strchr (found, ']') != NULL)
    return NULL;

  *start = line;
  gtk_text_iter_forward_chars (start, g_utf8_strlen (before, found - before));

  return g_strdup (found + strlen (LINK_START));
}

static void
complete_link (DramatisNoteEditor *self)
{
  const char *nothing[] = { NULL };
  DramatisDossier *dossier = get_dossier (self);
  GtkTextIter start, end;
  g_autofree char *typed = dup_link_typed (self, &start, &end);
  GdkRectangle place;
  graphene_point_t point;
  int x, y;

  if (typed == NULL)
    {
      dramatis_completion_hide (self->text_completion);
      return;
    }

  dramatis_completion_begin (self->text_completion, typed);
  offer_all (self, self->text_completion, dramatis_session_get_all_actors (self->session), "name", _("Actor"), nothing);
  offer_all (self, self->text_completion, dramatis_dossier_get_events (dossier), "title", _("Event"), nothing);
  offer_notes (self, typed);

  gtk_text_view_get_iter_location (self->text_view, &start, &place);
  gtk_text_view_buffer_to_window_coords (self->text_view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &x, &y);
  if (gtk_widget_compute_point (GTK_WIDGET (self->text_view), GTK_WIDGET (self), &GRAPHENE_POINT_INIT (x, y), &point))
    place = (GdkRectangle) { point.x, point.y, 1, place.height };
  dramatis_completion_show (self->text_completion, &place);
}

static void
link_chosen_cb (DramatisCompletion *completion,
                DramatisThing      *thing,
                DramatisNoteEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start, end;
  g_autofree char *typed = dup_link_typed (self, &start, &end);
  g_autofree char *name = NULL;
  g_autofree char *link = NULL;

  if (typed == NULL)
    return;

  if (DRAMATIS_IS_NOTE (thing))
    name = dramatis_note_dup_name (DRAMATIS_NOTE (thing));
  else
    g_object_get (thing, DRAMATIS_IS_ACTOR (thing) ? "name" : "title", &name, NULL);
  link = dramatis_link_to_markdown (name, dramatis_thing_get_id (thing));

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, link, -1);
  gtk_text_buffer_end_user_action (buffer);
}

static void
show_under (DramatisNoteEditor *self,
            DramatisCompletion *completion,
            GtkEditable        *entry)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (entry), GTK_WIDGET (self), &bounds))
    dramatis_completion_show (completion, &(GdkRectangle) { bounds.origin.x, bounds.origin.y,
                                                            bounds.size.width, bounds.size.height });
}

/* Where the tag begins that is being typed: a pointer into @text. */
static const char *
find_tag_start (const char *text)
{
  const char *comma = strrchr (text, ',');
  const char *start = comma != NULL ? comma + 1 : text;

  return start + strspn (start, " #");
}

static void
tags_changed_cb (DramatisNoteEditor *self)
{
  const char *typed;

  if (self->updating)
    return;

  typed = find_tag_start (gtk_editable_get_text (self->tags_entry));
  dramatis_completion_begin (self->tags_completion, typed);
  if (*typed != '\0')
    offer_all (self, self->tags_completion, dramatis_dossier_get_tags (get_dossier (self)), "name", NULL,
               dramatis_note_get_tags (self->note));
  show_under (self, self->tags_completion, self->tags_entry);
}

static void
tag_chosen_cb (DramatisCompletion *completion,
               DramatisTag        *tag,
               DramatisNoteEditor *self)
{
  const char *text = gtk_editable_get_text (self->tags_entry);
  g_autofree char *before = g_strndup (text, find_tag_start (text) - text);
  g_autofree char *completed = g_strconcat (before, dramatis_tag_get_name (tag), ", ", NULL);

  gtk_editable_set_text (self->tags_entry, completed);
  gtk_editable_set_position (self->tags_entry, -1);
}

static void
about_changed_cb (DramatisNoteEditor *self)
{
  DramatisDossier *dossier = get_dossier (self);
  const char *typed = gtk_editable_get_text (self->about_entry);

  dramatis_completion_begin (self->about_completion, typed);
  if (*typed != '\0')
    {
      offer_all (self, self->about_completion, dramatis_session_get_all_actors (self->session), "name", _("Actor"),
                 dramatis_note_get_actors (self->note));
      offer_all (self, self->about_completion, dramatis_dossier_get_events (dossier), "title", _("Event"),
                 dramatis_note_get_events (self->note));
      offer_all (self, self->about_completion, dramatis_dossier_get_articles (dossier), "title", _("Article"),
                 dramatis_note_get_articles (self->note));
    }
  show_under (self, self->about_completion, self->about_entry);
}

static void
about_chosen_cb (DramatisCompletion *completion,
                 DramatisThing      *thing,
                 DramatisNoteEditor *self)
{
  gtk_editable_set_text (self->about_entry, "");
  dramatis_session_toggle_about (self->session, self->note, thing);
}

static void
about_focus_left_cb (DramatisNoteEditor *self)
{
  dramatis_completion_hide (self->about_completion);
}

static void
text_changed_cb (GtkTextBuffer      *buffer,
                 DramatisNoteEditor *self)
{
  if (self->updating)
    return;

  g_clear_handle_id (&self->commit_source, g_source_remove);
  self->commit_source = g_timeout_add (COMMIT_DELAY, commit_timeout_cb, self);
  complete_link (self);
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
  dramatis_completion_hide (self->text_completion);
  commit_text (self);
}

static void
tags_focus_left_cb (DramatisNoteEditor *self)
{
  dramatis_completion_hide (self->tags_completion);
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
add_marked (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  DramatisNoteEditor *self = DRAMATIS_NOTE_EDITOR (widget);

  dramatis_session_add_to_note (self->session, self->note, dramatis_session_get_marked (self->session));
  dramatis_session_set_marked (self->session, NULL);
}

static void
marked_cb (DramatisNoteEditor *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "note.add-marked", dramatis_session_get_marked (self->session) != NULL);
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

  GtkWidget *completions[] = {
    GTK_WIDGET (g_steal_pointer (&self->text_completion)),
    GTK_WIDGET (g_steal_pointer (&self->tags_completion)),
    GTK_WIDGET (g_steal_pointer (&self->about_completion)),
  };

  for (guint i = 0; i < G_N_ELEMENTS (completions); i++)
    g_clear_pointer (&completions[i], gtk_widget_unparent);
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
  gtk_widget_class_bind_template_child (widget_class, DramatisNoteEditor, about_entry);
  gtk_widget_class_bind_template_child (widget_class, DramatisNoteEditor, colour_chooser);
  gtk_widget_class_bind_template_child (widget_class, DramatisNoteEditor, tags_entry);
  gtk_widget_class_bind_template_child (widget_class, DramatisNoteEditor, text_view);
  gtk_widget_class_bind_template_child (widget_class, DramatisNoteEditor, times_label);
  gtk_widget_class_bind_template_callback (widget_class, about_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, about_focus_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, colour_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, tags_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, tags_focus_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_focus_left_cb);

  gtk_widget_class_set_css_name (widget_class, "noteeditor");
  gtk_widget_class_install_action (widget_class, "note.add-marked", NULL, add_marked);
  gtk_widget_class_install_action (widget_class, "note.delete", NULL, delete_note);
  gtk_widget_class_install_action (widget_class, "note.done", NULL, end_writing);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "note.done", NULL);
}

static DramatisCompletion *
create_completion (DramatisNoteEditor *self,
                   gpointer            entry,
                   GCallback           chosen_cb)
{
  GtkWidget *completion = dramatis_completion_new (entry);

  gtk_widget_set_parent (completion, GTK_WIDGET (self));
  g_signal_connect_object (completion, "chosen", chosen_cb, self, 0);

  return DRAMATIS_COMPLETION (completion);
}

static void
dramatis_note_editor_init (DramatisNoteEditor *self)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->text_completion = create_completion (self, self->text_view, G_CALLBACK (link_chosen_cb));
  self->tags_completion = create_completion (self, self->tags_entry, G_CALLBACK (tag_chosen_cb));
  self->about_completion = create_completion (self, self->about_entry, G_CALLBACK (about_chosen_cb));

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
  g_signal_connect_object (session, "notify::marked", G_CALLBACK (marked_cb), self, G_CONNECT_SWAPPED);
  marked_cb (self);
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

/**
 * dramatis_note_editor_set_times:
 * @self: an editor
 * @times: (nullable): when the note was written and changed, in words
 *
 * Shows how old the note is.
 */
void
dramatis_note_editor_set_times (DramatisNoteEditor *self,
                                const char         *times)
{
  g_return_if_fail (DRAMATIS_IS_NOTE_EDITOR (self));

  gtk_label_set_label (self->times_label, times != NULL ? times : "");
  gtk_widget_set_visible (GTK_WIDGET (self->times_label), times != NULL);
}
