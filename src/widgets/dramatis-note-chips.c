/* dramatis-note-chips.c: the tags of a note, and what it has to do with
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-note-chips.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "dramatis-compat.h"
#include "dramatis-dot.h"
#include "dramatis-markdown.h"
#include "dramatis-wrap-layout.h"

/* code points of a note or quote that are enough to know it by */
#define NAME_LENGTH 80

/**
 * DramatisNoteChips:
 *
 * The tags of a note, the actors, events and articles that it is about, and the notes that link to it. While the note
 * is edited they are taken from it instead of shown; its tags have an entry then.
 *
 * ## CSS nodes
 *
 * ```
 * notechips
 * ╰── button.chip[.tag|.link][.filtered]
 * ```
 *
 * ## Actions
 *
 * With the identifier of a thing: `chips.tag` filters by a tag, `chips.show` shows a thing, `chips.remove` makes the
 * note no longer be about it.
 */

struct _DramatisNoteChips
{
  GtkWidget        parent_instance;

  DramatisSession *session;
  DramatisNote    *note;
  char            *shown;         /* what was shown last */
};

G_DEFINE_FINAL_TYPE (DramatisNoteChips, dramatis_note_chips, GTK_TYPE_WIDGET)

/**
 * dramatis_note_dup_name:
 * @note: a note
 *
 * Gets what a note is known by: the beginning of its text without the marks of Markdown, or of its quote.
 *
 * Returns: (transfer full): the words, in one line
 */
char *
dramatis_note_dup_name (DramatisNote *note)
{
  GPtrArray *ranges = dramatis_note_get_ranges (note);
  g_autofree char *words = dramatis_markdown_to_text (dramatis_note_get_text (note));
  const char *name = words;
  char *start;

  if (*name == '\0')
    name = ranges->len > 0 ? ((DramatisAnchor *) g_ptr_array_index (ranges, 0))->quote : _("Empty note");
  start = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), NAME_LENGTH));

  return g_strdelimit (start, "\n", ' ');
}

static char *
dup_name (gpointer thing)
{
  char *name = NULL;

  if (DRAMATIS_IS_NOTE (thing))
    return dramatis_note_dup_name (thing);

  g_object_get (thing, DRAMATIS_IS_EVENT (thing) || DRAMATIS_IS_ARTICLE (thing) ? "title" : "name", &name, NULL);

  return name;
}

static char *
dup_tooltip (gpointer thing)
{
  if (DRAMATIS_IS_TAG (thing))
    return g_strdup (dramatis_tag_get_description (thing));
  if (DRAMATIS_IS_ACTOR (thing))
    return g_strdup (dramatis_actor_get_description (thing));
  if (DRAMATIS_IS_EVENT (thing))
    return dramatis_event_get_time (thing) != NULL ? dramatis_time_to_text (dramatis_event_get_time (thing)) : NULL;
  if (DRAMATIS_IS_NOTE (thing))
    return g_strdup (_("This note has a link to it"));

  return g_strdup (_("The whole article"));
}

static DramatisColour
get_colour (DramatisNoteChips *self,
            gpointer           thing)
{
  if (DRAMATIS_IS_ACTOR (thing))
    return dramatis_session_get_colour (self->session, dramatis_thing_get_id (thing));

  return DRAMATIS_IS_TAG (thing) ? dramatis_tag_get_colour (thing) : DRAMATIS_COLOUR_AUTOMATIC;
}

static void
append_chip (DramatisNoteChips *self,
             gpointer           thing,
             gboolean           removing)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  g_autofree char *name = dup_name (thing);
  g_autofree char *text = NULL;
  g_autofree char *tooltip = removing ? NULL : dup_tooltip (thing);
  DramatisColour colour = get_colour (self, thing);
  const char *action = removing ? "chips.remove" : DRAMATIS_IS_TAG (thing) ? "chips.tag" : "chips.show";
  GtkWidget *label;

  text = g_strconcat (DRAMATIS_IS_TAG (thing) ? "#" : DRAMATIS_IS_NOTE (thing) ? "↩ " : "", name, NULL);
  label = gtk_label_new (text);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  if (colour != DRAMATIS_COLOUR_AUTOMATIC)
    gtk_box_append (GTK_BOX (box), dramatis_dot_new (colour));
  gtk_box_append (GTK_BOX (box), label);
  if (removing)
    {
      gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
      /* Translators: a note is no longer to be about an actor, event or article; followed by its name */
      tooltip = g_strdup_printf (_("No Longer about %s"), name);
    }

  gtk_button_set_child (GTK_BUTTON (button), box);
  dramatis_widget_set_tooltip (button, tooltip);
  gtk_widget_add_css_class (button, "chip");
  if (DRAMATIS_IS_TAG (thing))
    gtk_widget_add_css_class (button, "tag");
  if (DRAMATIS_IS_NOTE (thing))
    gtk_widget_add_css_class (button, "link");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", dramatis_thing_get_id (thing));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  removing ? tooltip : text, -1);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static void
add_things (DramatisNoteChips  *self,
            GPtrArray          *things,
            const char * const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      gpointer thing = dramatis_dossier_lookup (dramatis_session_get_dossier (self->session), ids[i]);

      if (DRAMATIS_IS_THING (thing))
        g_ptr_array_add (things, thing);
    }
}

/* In the order in which they are shown. */
static GPtrArray *
collect (DramatisNoteChips *self,
         gboolean           editing)
{
  GPtrArray *things = g_ptr_array_new ();
  GPtrArray *links = dramatis_index_get_back_links (dramatis_session_get_index (self->session),
                                                    dramatis_thing_get_id (DRAMATIS_THING (self->note)));

  if (!editing)
    add_things (self, things, dramatis_note_get_tags (self->note));
  add_things (self, things, dramatis_note_get_actors (self->note));
  add_things (self, things, dramatis_note_get_events (self->note));
  add_things (self, things, dramatis_note_get_articles (self->note));
  for (guint i = 0; !editing && links != NULL && i < links->len; i++)
    g_ptr_array_add (things, g_ptr_array_index (links, i));

  return things;
}

static void
tag_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  DramatisNoteChips *self = DRAMATIS_NOTE_CHIPS (widget);

  dramatis_filter_toggle_tag (dramatis_session_get_filter (self->session), g_variant_get_string (parameter, NULL));
}

static void
show_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  dramatis_note_chips_show (DRAMATIS_NOTE_CHIPS (widget), g_variant_get_string (parameter, NULL));
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DramatisNoteChips *self = DRAMATIS_NOTE_CHIPS (widget);
  gpointer thing = dramatis_dossier_lookup (dramatis_session_get_dossier (self->session),
                                            g_variant_get_string (parameter, NULL));

  if (thing != NULL)
    dramatis_session_toggle_about (self->session, self->note, thing);
}

static void
remove_chips (DramatisNoteChips *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
dramatis_note_chips_dispose (GObject *object)
{
  DramatisNoteChips *self = DRAMATIS_NOTE_CHIPS (object);

  remove_chips (self);
  g_clear_object (&self->note);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dramatis_note_chips_parent_class)->dispose (object);
}

static void
dramatis_note_chips_finalize (GObject *object)
{
  g_free (DRAMATIS_NOTE_CHIPS (object)->shown);

  G_OBJECT_CLASS (dramatis_note_chips_parent_class)->finalize (object);
}

static void
dramatis_note_chips_class_init (DramatisNoteChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dramatis_note_chips_dispose;
  object_class->finalize = dramatis_note_chips_finalize;

  gtk_widget_class_set_css_name (widget_class, "notechips");
  gtk_widget_class_install_action (widget_class, "chips.remove", "s", remove_action);
  gtk_widget_class_install_action (widget_class, "chips.show", "s", show_action);
  gtk_widget_class_install_action (widget_class, "chips.tag", "s", tag_action);
}

static void
dramatis_note_chips_init (DramatisNoteChips *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), g_object_new (DRAMATIS_TYPE_WRAP_LAYOUT, "spacing", 5, NULL));
}

/**
 * dramatis_note_chips_show:
 * @self: chips
 * @id: the identifier of a thing
 *
 * Shows what a chip or a link of the note leads to: the card of an actor, the words that an event was read from, an
 * article, or a note.
 */
void
dramatis_note_chips_show (DramatisNoteChips *self,
                          const char        *id)
{
  gpointer thing = dramatis_dossier_lookup (dramatis_session_get_dossier (self->session), id);

  if (DRAMATIS_IS_ACTOR (thing))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-actor", "s", id);
  else if (DRAMATIS_IS_NOTE (thing))
    dramatis_session_set_active_note (self->session, thing);
  else if (DRAMATIS_IS_ARTICLE (thing))
    dramatis_session_set_article (self->session, thing);
  else if (DRAMATIS_IS_EVENT (thing) && dramatis_event_get_evidence (thing)->len > 0)
    dramatis_session_reveal (self->session, g_ptr_array_index (dramatis_event_get_evidence (thing), 0));
}

/**
 * dramatis_note_chips_update:
 * @self: chips
 * @session: the session, always the same
 * @note: a note of its dossier
 * @editing: whether it is edited
 *
 * Shows what is in the dossier.
 */
void
dramatis_note_chips_update (DramatisNoteChips *self,
                            DramatisSession   *session,
                            DramatisNote      *note,
                            gboolean           editing)
{
  g_autoptr (GPtrArray) things = NULL;
  g_autoptr (GString) shown = g_string_new (editing ? "editing\n" : NULL);

  g_return_if_fail (DRAMATIS_IS_NOTE_CHIPS (self));

  g_set_object (&self->session, session);
  g_set_object (&self->note, note);

  things = collect (self, editing);
  for (guint i = 0; i < things->len; i++)
    {
      gpointer thing = g_ptr_array_index (things, i);
      g_autofree char *name = dup_name (thing);

      g_string_append_printf (shown, "%s %d %s\n", dramatis_thing_get_id (thing), get_colour (self, thing), name);
    }
  /* as a chip with the focus would lose it */
  if (g_strcmp0 (shown->str, self->shown) != 0)
    {
      g_free (self->shown);
      self->shown = g_strdup (shown->str);
      remove_chips (self);
      for (guint i = 0; i < things->len; i++)
        append_chip (self, g_ptr_array_index (things, i), editing);
      gtk_widget_set_visible (GTK_WIDGET (self), things->len > 0);
    }
  dramatis_note_chips_update_filter (self);
}

/**
 * dramatis_note_chips_update_filter:
 * @self: chips
 *
 * Shows which tags are in the filter.
 */
void
dramatis_note_chips_update_filter (DramatisNoteChips *self)
{
  DramatisFilter *filter = dramatis_session_get_filter (self->session);

  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self));
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
