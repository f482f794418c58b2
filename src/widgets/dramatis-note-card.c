/* dramatis-note-card.c: a note as it is read
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-note-card.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "dramatis-dot.h"
#include "dramatis-markdown.h"
#include "dramatis-note-editor.h"
#include "dramatis-palette.h"
#include "dramatis-wrap-layout.h"

/* pixels */
#define BAR_WIDTH 4

/* code points of a note or quote that are enough to know it by */
#define NAME_LENGTH 80

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
 *     ├── box.quotes
 *     │   ╰── button.quote[.orphan]
 *     ├── label.text
 *     ├── box.chips
 *     │   ╰── button.chip[.tag][.filtered]
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
 * `card.edit`, `card.delete`, `card.reveal` with the number of a range, `card.tag` with the identifier of a tag,
 * `card.event` with that of an event and `card.article` with that of an article.
 */

struct _DramatisNoteCard
{
  GtkListBoxRow    parent_instance;

  GtkWidget       *box;
  GtkWidget       *quotes;
  GtkLabel        *text_label;
  GtkWidget       *chips;
  GtkWidget       *edit_button;

  DramatisSession *session;
  DramatisNote    *note;
  GtkWidget       *editor;        /* while it is edited */
  char            *shown;         /* what quotes and chips were made of */
};

G_DEFINE_FINAL_TYPE (DramatisNoteCard, dramatis_note_card, GTK_TYPE_LIST_BOX_ROW)

static DramatisDossier *
get_dossier (DramatisNoteCard *self)
{
  return dramatis_session_get_dossier (self->session);
}

static void
remove_children (GtkWidget *widget)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_box_remove (GTK_BOX (widget), child);
}

static gboolean
is_orphan (DramatisNoteCard     *self,
           const DramatisAnchor *anchor)
{
  DramatisPassage *passage = dramatis_dossier_lookup (get_dossier (self), anchor->passage);
  DramatisRange range;

  return passage == NULL || !dramatis_anchor_locate (anchor, dramatis_passage_get_text (passage), &range);
}

static GtkWidget *
create_quote (DramatisNoteCard     *self,
              guint                 number,
              const DramatisAnchor *anchor)
{
  /* Translators: words of the article that a note is about, in quotation marks */
  g_autofree char *quote = g_strdup_printf (_("“%s”"), anchor->quote);
  GtkWidget *label = gtk_label_new (quote);
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 4);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "quote");
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, quote, -1);
  if (is_orphan (self, anchor))
    {
      gtk_widget_add_css_class (button, "orphan");
      gtk_widget_set_tooltip_text (button, _("These words are no longer in the article"));
      gtk_widget_set_sensitive (button, FALSE);
    }
  else
    {
      gtk_widget_set_tooltip_text (button, _("Show in the article"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "card.reveal");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", number);
    }

  return button;
}

static GtkWidget *
append_chip (DramatisNoteCard *self,
             const char       *text,
             const char       *action,
             const char       *id,
             const char       *tooltip)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "chip");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_box_append (GTK_BOX (self->chips), button);

  return box;
}

static void
append_tags (DramatisNoteCard *self)
{
  const char * const *tags = dramatis_note_get_tags (self->note);

  for (guint i = 0; tags[i] != NULL; i++)
    {
      DramatisTag *tag = dramatis_dossier_lookup (get_dossier (self), tags[i]);
      g_autofree char *text = NULL;
      GtkWidget *chip;

      if (tag == NULL)
        continue;

      text = g_strconcat ("#", dramatis_tag_get_name (tag), NULL);
      chip = gtk_widget_get_parent (append_chip (self, text, "card.tag", tags[i], dramatis_tag_get_description (tag)));
      gtk_widget_add_css_class (chip, "tag");
    }
}

static void
append_things (DramatisNoteCard   *self,
               const char * const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      gpointer thing = dramatis_dossier_lookup (get_dossier (self), ids[i]);

      if (DRAMATIS_IS_ACTOR (thing))
        {
          GtkWidget *box = append_chip (self, dramatis_actor_get_name (thing), "win.filter-actor", ids[i],
                                        dramatis_actor_get_description (thing));

          gtk_box_prepend (GTK_BOX (box), dramatis_dot_new (dramatis_session_get_colour (self->session, ids[i])));
        }
      else if (DRAMATIS_IS_EVENT (thing))
        {
          g_autofree char *when = NULL;

          if (dramatis_event_get_time (thing) != NULL)
            when = dramatis_time_to_text (dramatis_event_get_time (thing));
          append_chip (self, dramatis_event_get_title (thing), "card.event", ids[i], when);
        }
      else if (DRAMATIS_IS_ARTICLE (thing))
        {
          append_chip (self, dramatis_article_get_title (thing), "card.article", ids[i], _("The whole article"));
        }
    }
}

static void
fill_quotes (DramatisNoteCard *self)
{
  GPtrArray *ranges = dramatis_note_get_ranges (self->note);

  remove_children (self->quotes);
  for (guint i = 0; i < ranges->len; i++)
    gtk_box_append (GTK_BOX (self->quotes), create_quote (self, i, g_ptr_array_index (ranges, i)));
  gtk_widget_set_visible (self->quotes, ranges->len > 0);
}

static void
fill_chips (DramatisNoteCard *self)
{
  remove_children (self->chips);
  if (self->editor == NULL)
    append_tags (self);
  append_things (self, dramatis_note_get_actors (self->note));
  append_things (self, dramatis_note_get_events (self->note));
  append_things (self, dramatis_note_get_articles (self->note));
  gtk_widget_set_visible (self->chips, gtk_widget_get_first_child (self->chips) != NULL);
  dramatis_note_card_update_tags (self);
}

static void
describe_things (DramatisNoteCard   *self,
                 const char * const *ids,
                 GString            *description)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      gpointer thing = dramatis_dossier_lookup (get_dossier (self), ids[i]);

      if (DRAMATIS_IS_TAG (thing))
        g_string_append (description, dramatis_tag_get_name (thing));
      else if (DRAMATIS_IS_ACTOR (thing))
        g_string_append_printf (description, "%s %d", dramatis_actor_get_name (thing),
                                dramatis_session_get_colour (self->session, ids[i]));
      else if (DRAMATIS_IS_EVENT (thing))
        g_string_append (description, dramatis_event_get_title (thing));
      else if (DRAMATIS_IS_ARTICLE (thing))
        g_string_append (description, dramatis_article_get_title (thing));
      g_string_append_printf (description, "\n%s\n", ids[i]);
    }
}

/* What the quotes and chips show: they are made anew only when that has changed, as every edit of the dossier comes
 * by here and the one with the focus would lose it. */
static char *
describe (DramatisNoteCard *self)
{
  GPtrArray *ranges = dramatis_note_get_ranges (self->note);
  g_autoptr (GString) description = g_string_new (self->editor != NULL ? "editor\n" : NULL);

  for (guint i = 0; i < ranges->len; i++)
    {
      const DramatisAnchor *anchor = g_ptr_array_index (ranges, i);

      g_string_append_printf (description, "%d %s\n", is_orphan (self, anchor), anchor->quote);
    }
  describe_things (self, dramatis_note_get_tags (self->note), description);
  describe_things (self, dramatis_note_get_actors (self->note), description);
  describe_things (self, dramatis_note_get_events (self->note), description);
  describe_things (self, dramatis_note_get_articles (self->note), description);

  return g_string_free (g_steal_pointer (&description), FALSE);
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
update_accessible (DramatisNoteCard *self)
{
  GPtrArray *ranges = dramatis_note_get_ranges (self->note);
  const char *quote = ranges->len > 0 ? ((DramatisAnchor *) g_ptr_array_index (ranges, 0))->quote : NULL;
  const char *text = dramatis_note_get_text (self->note);
  g_autofree char *name = NULL;

  /* as it is read, without the marks of Markdown */
  if (self->editor == NULL)
    text = gtk_label_get_text (self->text_label);
  if (*text == '\0')
    text = quote != NULL ? quote : _("Empty note");
  name = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), NAME_LENGTH));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, quote != NULL ? quote : "",
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

static void
reveal_range (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  DramatisNoteCard *self = DRAMATIS_NOTE_CARD (widget);
  GPtrArray *ranges = dramatis_note_get_ranges (self->note);
  guint number = g_variant_get_uint32 (parameter);

  if (number < ranges->len)
    dramatis_session_reveal (self->session, g_ptr_array_index (ranges, number));
}

static void
toggle_tag (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  DramatisNoteCard *self = DRAMATIS_NOTE_CARD (widget);

  dramatis_filter_toggle_tag (dramatis_session_get_filter (self->session), g_variant_get_string (parameter, NULL));
}

static void
show_event (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  DramatisNoteCard *self = DRAMATIS_NOTE_CARD (widget);
  DramatisEvent *event = dramatis_dossier_lookup (get_dossier (self), g_variant_get_string (parameter, NULL));

  if (DRAMATIS_IS_EVENT (event) && dramatis_event_get_evidence (event)->len > 0)
    dramatis_session_reveal (self->session, g_ptr_array_index (dramatis_event_get_evidence (event), 0));
}

static void
show_article (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  DramatisNoteCard *self = DRAMATIS_NOTE_CARD (widget);
  DramatisArticle *article = dramatis_dossier_lookup (get_dossier (self), g_variant_get_string (parameter, NULL));

  if (DRAMATIS_IS_ARTICLE (article))
    dramatis_session_set_article (self->session, article);
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

  dramatis_palette_get_rgba (dramatis_note_get_colour (self->note), DRAMATIS_SHADE_STRONG, &rgba);
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
dramatis_note_card_finalize (GObject *object)
{
  g_free (DRAMATIS_NOTE_CARD (object)->shown);

  G_OBJECT_CLASS (dramatis_note_card_parent_class)->finalize (object);
}

static void
dramatis_note_card_class_init (DramatisNoteCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dramatis_note_card_dispose;
  object_class->finalize = dramatis_note_card_finalize;
  widget_class->grab_focus = dramatis_note_card_grab_focus;
  widget_class->snapshot = dramatis_note_card_snapshot;

  g_type_ensure (DRAMATIS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/dramatis/Dramatis/ui/dramatis-note-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DramatisNoteCard, box);
  gtk_widget_class_bind_template_child (widget_class, DramatisNoteCard, chips);
  gtk_widget_class_bind_template_child (widget_class, DramatisNoteCard, edit_button);
  gtk_widget_class_bind_template_child (widget_class, DramatisNoteCard, quotes);
  gtk_widget_class_bind_template_child (widget_class, DramatisNoteCard, text_label);

  gtk_widget_class_install_action (widget_class, "card.article", "s", show_article);
  gtk_widget_class_install_action (widget_class, "card.delete", NULL, delete_card);
  gtk_widget_class_install_action (widget_class, "card.edit", NULL, edit_card);
  gtk_widget_class_install_action (widget_class, "card.event", "s", show_event);
  gtk_widget_class_install_action (widget_class, "card.reveal", "u", reveal_range);
  gtk_widget_class_install_action (widget_class, "card.tag", "s", toggle_tag);
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
 * dramatis_note_card_update:
 * @self: a card
 *
 * Shows the note as it is in the dossier.
 */
void
dramatis_note_card_update (DramatisNoteCard *self)
{
  const char *text;
  g_autofree char *markup = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *times = NULL;

  g_return_if_fail (DRAMATIS_IS_NOTE_CARD (self));

  text = dramatis_note_get_text (self->note);
  if (self->editor == NULL)
    {
      markup = dramatis_markdown_to_markup (text);
      gtk_label_set_markup (self->text_label, markup);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->text_label), self->editor == NULL && *text != '\0');
  gtk_widget_set_visible (self->edit_button, self->editor == NULL);

  shown = describe (self);
  if (g_strcmp0 (shown, self->shown) != 0)
    {
      g_free (self->shown);
      self->shown = g_steal_pointer (&shown);
      fill_quotes (self);
      fill_chips (self);
    }

  times = dup_times (self);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->text_label), times);
  if (self->editor != NULL)
    dramatis_note_editor_update (DRAMATIS_NOTE_EDITOR (self->editor));
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * dramatis_note_card_update_tags:
 * @self: a card
 *
 * Shows which tags of the note are in the filter.
 */
void
dramatis_note_card_update_tags (DramatisNoteCard *self)
{
  DramatisFilter *filter;

  g_return_if_fail (DRAMATIS_IS_NOTE_CARD (self));

  filter = dramatis_session_get_filter (self->session);
  for (GtkWidget *chip = gtk_widget_get_first_child (self->chips);
       chip != NULL && gtk_widget_has_css_class (chip, "tag");
       chip = gtk_widget_get_next_sibling (chip))
    {
      GVariant *id = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (chip));
      gboolean is_filtered = dramatis_filter_has_tag (filter, g_variant_get_string (id, NULL));

      if (is_filtered)
        gtk_widget_add_css_class (chip, "filtered");
      else
        gtk_widget_remove_css_class (chip, "filtered");
      gtk_accessible_update_state (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_STATE_PRESSED, is_filtered, -1);
    }
}
