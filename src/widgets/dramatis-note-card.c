/* dramatis-note-card.c: a note as it is read
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-note-card.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "dramatis-compat.h"
#include "dramatis-link.h"
#include "dramatis-markdown.h"
#include "dramatis-note-chips.h"
#include "dramatis-note-editor.h"
#include "dramatis-note-quotes.h"
#include "dramatis-palette.h"

/* pixels */
#define BAR_WIDTH 4

/**
 * DramatisNoteCard:
 *
 * A note: the words it is about, its text, its tags and what else it is about. It turns into a
 * [class@NoteEditor] while it is the active note of the session.
 *
 * ## CSS nodes
 *
 * ```
 * row.note[.editing]
 * ╰── box
 *     ├── notequotes
 *     ├── label.text
 *     ├── notechips
 *     ╰── noteeditor
 * ```
 *
 * ## Accessibility
 *
 * It is named by the beginning of its text, or by its quote if it has none.
 *
 * ## Shortcuts
 *
 * Enter or a double click on the card begins to edit it, Delete deletes the note.
 *
 * ## Actions
 *
 * `card.edit` and `card.delete`; see [class@NoteQuotes] and [class@NoteChips] for theirs.
 */

struct _DramatisNoteCard
{
  GtkListBoxRow    parent_instance;

  GtkWidget       *box;
  DramatisNoteQuotes *quotes;
  GtkLabel        *text_label;
  DramatisNoteChips *chips;
  GtkWidget       *edit_button;

  DramatisSession *session;
  DramatisNote    *note;
  GtkWidget       *editor;        /* while it is edited */
};

G_DEFINE_FINAL_TYPE (DramatisNoteCard, dramatis_note_card, GTK_TYPE_LIST_BOX_ROW)

static DramatisDossier *
get_dossier (DramatisNoteCard *self)
{
  return dramatis_session_get_dossier (self->session);
}

static char *
dup_time (GDateTime *time)
{
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;

  /* Translators: when a note was written: day, month, year, hours and minutes, see g_date_time_format() */
  return local != NULL ? g_date_time_format (local, _("%-e %B %Y, %H:%M")) : NULL;
}

static char *
dup_times (DramatisNoteCard *self)
{
  g_autofree char *created = dup_time (dramatis_note_get_created (self->note));
  g_autofree char *modified = dup_time (dramatis_note_get_modified (self->note));

  if (created == NULL)
    return g_steal_pointer (&modified);
  if (modified == NULL || g_str_equal (created, modified))
    return g_strdup_printf (_("Written %s"), created);

  return g_strdup_printf (_("Written %s, changed %s"), created, modified);
}

static void
update_accessible (DramatisNoteCard *self,
                   const char       *times)
{
  GPtrArray *ranges = dramatis_note_get_ranges (self->note);
  const char *quote = ranges->len > 0 ? ((DramatisAnchor *) g_ptr_array_index (ranges, 0))->quote : NULL;
  g_autofree char *name = dramatis_note_dup_name (self->note);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, quote != NULL ? quote : times != NULL ? times : "",
                                  -1);
}

static void
edit_card (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  DramatisNoteCard *self = DRAMATIS_NOTE_CARD (widget);

  dramatis_session_set_active_note (self->session, self->note);
}

static void
delete_card (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  DramatisNoteCard *self = DRAMATIS_NOTE_CARD (widget);

  if (self->editor == NULL)
    dramatis_dossier_remove (get_dossier (self), self->note);
}

/* What is no link into the dossier is left to GTK. */
static gboolean
link_activated_cb (GtkLabel         *label,
                   const char       *uri,
                   DramatisNoteCard *self)
{
  g_autofree char *id = dramatis_link_to_id (uri);

  if (id == NULL)
    return FALSE;

  dramatis_note_chips_show (self->chips, id);

  return TRUE;
}

static gboolean
dramatis_note_card_grab_focus (GtkWidget *widget)
{
  DramatisNoteCard *self = DRAMATIS_NOTE_CARD (widget);

  if (self->editor != NULL)
    return gtk_widget_grab_focus (self->editor);

  return GTK_WIDGET_CLASS (dramatis_note_card_parent_class)->grab_focus (widget);
}

static void
dramatis_note_card_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  DramatisNoteCard *self = DRAMATIS_NOTE_CARD (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget);
  GdkRGBA rgba;

  dramatis_palette_get_rgba (dramatis_session_get_note_colour (self->session, self->note), DRAMATIS_SHADE_STRONG, &rgba);
  gtk_snapshot_append_color (snapshot, &rgba,
                             &GRAPHENE_RECT_INIT (mirrored ? width - BAR_WIDTH : 0, 0,
                                                  BAR_WIDTH, gtk_widget_get_height (widget)));

  GTK_WIDGET_CLASS (dramatis_note_card_parent_class)->snapshot (widget, snapshot);
}

static void
dramatis_note_card_dispose (GObject *object)
{
  DramatisNoteCard *self = DRAMATIS_NOTE_CARD (object);

  g_clear_object (&self->note);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dramatis_note_card_parent_class)->dispose (object);
}

static void
dramatis_note_card_class_init (DramatisNoteCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dramatis_note_card_dispose;
  widget_class->grab_focus = dramatis_note_card_grab_focus;
  widget_class->snapshot = dramatis_note_card_snapshot;

  g_type_ensure (DRAMATIS_TYPE_NOTE_CHIPS);
  g_type_ensure (DRAMATIS_TYPE_NOTE_QUOTES);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/dramatis/Dramatis/ui/dramatis-note-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DramatisNoteCard, box);
  gtk_widget_class_bind_template_child (widget_class, DramatisNoteCard, chips);
  gtk_widget_class_bind_template_child (widget_class, DramatisNoteCard, edit_button);
  gtk_widget_class_bind_template_child (widget_class, DramatisNoteCard, quotes);
  gtk_widget_class_bind_template_child (widget_class, DramatisNoteCard, text_label);
  gtk_widget_class_bind_template_callback (widget_class, link_activated_cb);

  gtk_widget_class_install_action (widget_class, "card.delete", NULL, delete_card);
  gtk_widget_class_install_action (widget_class, "card.edit", NULL, edit_card);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "card.delete", NULL);
}

static void
dramatis_note_card_init (DramatisNoteCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * dramatis_note_card_new:
 * @session: the session
 * @note: a note of its dossier
 *
 * Makes a card of a note.
 *
 * Returns: (transfer floating): a new card
 */
GtkWidget *
dramatis_note_card_new (DramatisSession *session,
                        DramatisNote    *note)
{
  DramatisNoteCard *self;

  g_return_val_if_fail (DRAMATIS_IS_SESSION (session), NULL);
  g_return_val_if_fail (DRAMATIS_IS_NOTE (note), NULL);

  self = g_object_new (DRAMATIS_TYPE_NOTE_CARD, NULL);
  self->session = g_object_ref (session);
  self->note = g_object_ref (note);
  dramatis_note_card_update (self);

  return GTK_WIDGET (self);
}

/**
 * dramatis_note_card_get_editing:
 * @self: a card
 *
 * Tells whether a note is being written.
 *
 * Returns: whether it is
 */
gboolean
dramatis_note_card_get_editing (DramatisNoteCard *self)
{
  g_return_val_if_fail (DRAMATIS_IS_NOTE_CARD (self), FALSE);

  return self->editor != NULL;
}

/**
 * dramatis_note_card_get_note:
 * @self: a card
 *
 * Gets the note of a card.
 *
 * Returns: (transfer none): the note
 */
DramatisNote *
dramatis_note_card_get_note (DramatisNoteCard *self)
{
  g_return_val_if_fail (DRAMATIS_IS_NOTE_CARD (self), NULL);

  return self->note;
}

/**
 * dramatis_note_card_is_placed:
 * @self: a card
 *
 * Tells whether a card has got the height that it needs, that of its editor included.
 *
 * Returns: whether it has
 */
gboolean
dramatis_note_card_is_placed (DramatisNoteCard *self)
{
  g_return_val_if_fail (DRAMATIS_IS_NOTE_CARD (self), FALSE);

  return gtk_widget_get_height (self->editor != NULL ? self->editor : GTK_WIDGET (self)) > 0;
}

/**
 * dramatis_note_card_set_editing:
 * @self: a card
 * @editing: whether the note is to be written
 *
 * Turns a card into an editor, or back; then what was written is in the dossier.
 */
void
dramatis_note_card_set_editing (DramatisNoteCard *self,
                                gboolean          editing)
{
  g_return_if_fail (DRAMATIS_IS_NOTE_CARD (self));

  if (editing == (self->editor != NULL))
    return;

  if (editing)
    {
      self->editor = dramatis_note_editor_new (self->session, self->note);
      gtk_box_append (GTK_BOX (self->box), self->editor);
      gtk_widget_add_css_class (GTK_WIDGET (self), "editing");
    }
  else
    {
      GtkWidget *editor = g_steal_pointer (&self->editor);
      gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

      dramatis_note_editor_commit (DRAMATIS_NOTE_EDITOR (editor));
      gtk_widget_remove_css_class (GTK_WIDGET (self), "editing");
      if (had_focus)
        gtk_widget_grab_focus (GTK_WIDGET (self));
      gtk_box_remove (GTK_BOX (self->box), editor);
    }
  dramatis_note_card_update (self);
}

/**
 * dramatis_note_card_set_note:
 * @self: a card whose note is not being edited
 * @note: another note of the dossier
 *
 * Uses a card for another note, which is quicker than to make one.
 */
void
dramatis_note_card_set_note (DramatisNoteCard *self,
                             DramatisNote     *note)
{
  g_return_if_fail (DRAMATIS_IS_NOTE_CARD (self));
  g_return_if_fail (self->editor == NULL);

  g_set_object (&self->note, note);
  dramatis_note_card_update (self);
}

/**
 * dramatis_note_card_update:
 * @self: a card
 *
 * Shows the note as it is in the dossier.
 */
void
dramatis_note_card_update (DramatisNoteCard *self)
{
  gboolean editing = self->editor != NULL;
  const char *text;
  g_autofree char *times = NULL;

  g_return_if_fail (DRAMATIS_IS_NOTE_CARD (self));

  text = dramatis_note_get_text (self->note);
  if (!editing)
    {
      g_autofree char *markup = dramatis_markdown_to_markup (text);

      gtk_label_set_markup (self->text_label, markup);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->text_label), !editing && *text != '\0');
  gtk_widget_set_visible (self->edit_button, !editing);

  dramatis_note_quotes_update (self->quotes, self->session, self->note, editing);
  dramatis_note_chips_update (self->chips, self->session, self->note, editing);

  times = dup_times (self);
  dramatis_widget_set_tooltip (GTK_WIDGET (self->text_label), times);
  if (editing)
    {
      dramatis_note_editor_update (DRAMATIS_NOTE_EDITOR (self->editor));
      dramatis_note_editor_set_times (DRAMATIS_NOTE_EDITOR (self->editor), times);
    }
  update_accessible (self, times);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * dramatis_note_card_update_filter:
 * @self: a card
 *
 * Shows which tags of the note are in the filter.
 */
void
dramatis_note_card_update_filter (DramatisNoteCard *self)
{
  g_return_if_fail (DRAMATIS_IS_NOTE_CARD (self));

  dramatis_note_chips_update_filter (self->chips);
}
