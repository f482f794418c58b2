/* dramatis-note-quotes.c: the words that a note is about
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-note-quotes.h"

#include <glib/gi18n-lib.h>

#include "dramatis-compat.h"

/**
 * DramatisNoteQuotes:
 *
 * The words that a note is about. Each leads to its place in the article; those that are lost say why, and can be
 * attached to the words that are marked in the article, or to one of the places that they may have gone to. While the
 * note is edited each can be taken from it.
 *
 * ## CSS nodes
 *
 * ```
 * notequotes
 * ╰── box
 *     ├── button.quote[.orphan]
 *     ├── button.remove
 *     ╰── label.reason, button.attach, button.place
 * ```
 *
 * ## Actions
 *
 * With the number of a range: `quotes.reveal`, `quotes.remove`, `quotes.attach` and `quotes.find`, which lists places;
 * with the number of one of these: `quotes.choose`.
 */

struct _DramatisNoteQuotes
{
  GtkBox           parent_instance;

  DramatisSession *session;
  DramatisNote    *note;
  gboolean         editing;
  char            *shown;         /* what was shown last */

  GPtrArray       *places;        /* of DramatisAnchor, where a range may have gone to; NULL: was not asked */
  guint            searched;      /* the number of that range */
  guint            serial;        /* of the history when it was asked */
};

G_DEFINE_FINAL_TYPE (DramatisNoteQuotes, dramatis_note_quotes, GTK_TYPE_BOX)

static GtkWidget *
create_button (const char *action,
               guint       number,
               const char *name)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", number);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static GtkWidget *
create_quote (guint                 number,
              const DramatisAnchor *anchor,
              const char           *reason)
{
  /* Translators: words of the article that a note is about, in quotation marks */
  g_autofree char *quote = g_strdup_printf (_("“%s”"), anchor->quote);
  GtkWidget *label = gtk_label_new (quote);
  GtkWidget *button = create_button (reason == NULL ? "quotes.reveal" : NULL, number, quote);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 4);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "quote");
  gtk_widget_set_hexpand (button, TRUE);
  if (reason != NULL)
    {
      gtk_widget_add_css_class (button, "orphan");
      gtk_widget_set_sensitive (button, FALSE);
    }
  else
    dramatis_widget_set_tooltip (button, _("Show in the article"));

  return button;
}

static GtkWidget *
create_caption (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");

  return label;
}

static GtkWidget *
create_attach_button (const char *action,
                      guint       number,
                      const char *label,
                      const char *tooltip)
{
  GtkWidget *button = create_button (action, number, label);

  gtk_button_set_label (GTK_BUTTON (button), label);
  dramatis_widget_set_tooltip (button, tooltip);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "attach");
  gtk_widget_remove_css_class (button, "flat");

  return button;
}

/* A place with what stands around it, by which it is chosen. */
static GtkWidget *
create_place (DramatisNoteQuotes   *self,
              guint                 number,
              const DramatisAnchor *place)
{
  DramatisIndex *index = dramatis_session_get_index (self->session);
  g_autofree char *name = g_strdup_printf ("%s%s%s", place->prefix, place->quote, place->suffix);
  g_autofree char *markup = g_markup_printf_escaped ("…%s<b>%s</b>%s…", place->prefix, place->quote, place->suffix);
  GtkWidget *button = create_button ("quotes.choose", number, name);
  GtkWidget *label = create_caption (NULL);
  g_autofree char *tooltip = NULL;
  guint position;

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "place");
  if (dramatis_index_get_position (index, place->passage, &position))
    tooltip = g_strdup_printf (_("Attach the note to these words of “%s”"),
                               dramatis_article_get_title (dramatis_index_get_article (index, position)));
  dramatis_widget_set_tooltip (button, tooltip);

  return button;
}

static void
append_places (DramatisNoteQuotes *self)
{
  for (guint i = 0; i < self->places->len; i++)
    gtk_box_append (GTK_BOX (self), create_place (self, i, g_ptr_array_index (self->places, i)));
  if (self->places->len == 0)
    gtk_box_append (GTK_BOX (self), create_caption (_("Nothing like these words stands in any article.")));
}

static void
append_reason (DramatisNoteQuotes *self,
               guint               number,
               const char         *reason)
{
  GtkWidget *label = create_caption (reason);

  gtk_widget_add_css_class (label, "reason");
  gtk_box_append (GTK_BOX (self), label);

  if (self->places != NULL && self->searched == number)
    append_places (self);
  else
    gtk_box_append (GTK_BOX (self), create_attach_button ("quotes.find", number, _("Find Again"),
                                                          _("List the places that these words may have gone to")));
  gtk_box_append (GTK_BOX (self),
                  create_attach_button ("quotes.attach", number, _("Attach to the Marked Words"),
                                        _("Mark in the article what these words have become, then attach the note to it")));
}

static void
append_range (DramatisNoteQuotes *self,
              guint               number,
              gboolean            editing)
{
  const DramatisAnchor *anchor = g_ptr_array_index (dramatis_note_get_ranges (self->note), number);
  GtkWidget *row;
  const char *reason;

  dramatis_session_anchor_is_lost (self->session, anchor, &reason);
  row = create_quote (number, anchor, reason);
  /* A horizontal box asks a wrapped label how wide it would be for a height: twenty layouts each time. */
  if (editing)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      GtkWidget *remove = create_button ("quotes.remove", number, _("Take These Words from the Note"));

      gtk_button_set_icon_name (GTK_BUTTON (remove), "window-close-symbolic");
      dramatis_widget_set_tooltip (remove, _("Take These Words from the Note"));
      gtk_widget_set_valign (remove, GTK_ALIGN_START);
      gtk_widget_add_css_class (remove, "circular");
      gtk_widget_add_css_class (remove, "remove");
      gtk_box_append (GTK_BOX (box), row);
      gtk_box_append (GTK_BOX (box), remove);
      row = box;
    }
  gtk_box_append (GTK_BOX (self), row);
  if (reason != NULL)
    append_reason (self, number, reason);
}

static void
reveal_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DramatisNoteQuotes *self = DRAMATIS_NOTE_QUOTES (widget);
  GPtrArray *ranges = dramatis_note_get_ranges (self->note);
  guint number = g_variant_get_uint32 (parameter);

  if (number < ranges->len)
    dramatis_session_reveal (self->session, g_ptr_array_index (ranges, number));
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DramatisNoteQuotes *self = DRAMATIS_NOTE_QUOTES (widget);
  guint number = g_variant_get_uint32 (parameter);

  if (number < dramatis_note_get_ranges (self->note)->len)
    dramatis_session_take_from_note (self->session, self->note, number);
}

static void
attach_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DramatisNoteQuotes *self = DRAMATIS_NOTE_QUOTES (widget);
  GPtrArray *marked = dramatis_session_get_marked (self->session);
  guint number = g_variant_get_uint32 (parameter);

  if (marked != NULL && number < dramatis_note_get_ranges (self->note)->len)
    dramatis_session_attach_note (self->session, self->note, number, marked);
}

static guint
get_serial (DramatisNoteQuotes *self)
{
  return dramatis_history_get_serial (dramatis_dossier_get_history (dramatis_session_get_dossier (self->session)));
}

/* The first of the places gets the focus, or what stands there if none was found. */
static void
find_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DramatisNoteQuotes *self = DRAMATIS_NOTE_QUOTES (widget);
  guint number = g_variant_get_uint32 (parameter);

  if (number >= dramatis_note_get_ranges (self->note)->len)
    return;

  g_clear_pointer (&self->places, g_ptr_array_unref);
  self->places = dramatis_session_find_note_again (self->session, self->note, number);
  self->searched = number;
  self->serial = get_serial (self);
  dramatis_note_quotes_update (self, self->session, self->note, self->editing);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_has_css_class (child, self->places->len > 0 ? "place" : "attach"))
        {
          gtk_widget_grab_focus (child);
          break;
        }
    }
}

static void
choose_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DramatisNoteQuotes *self = DRAMATIS_NOTE_QUOTES (widget);
  guint number = g_variant_get_uint32 (parameter);
  g_autoptr (GPtrArray) anchors = dramatis_anchors_new ();

  if (self->places == NULL || number >= self->places->len || self->serial != get_serial (self))
    return;

  g_ptr_array_add (anchors, dramatis_anchor_ref (g_ptr_array_index (self->places, number)));
  dramatis_session_attach_note (self->session, self->note, self->searched, anchors);
  dramatis_session_reveal (self->session, g_ptr_array_index (anchors, 0));
}

static void
marked_cb (DramatisNoteQuotes *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "quotes.attach", dramatis_session_get_marked (self->session) != NULL);
}

static void
dramatis_note_quotes_dispose (GObject *object)
{
  DramatisNoteQuotes *self = DRAMATIS_NOTE_QUOTES (object);

  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_object (&self->note);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dramatis_note_quotes_parent_class)->dispose (object);
}

static void
dramatis_note_quotes_finalize (GObject *object)
{
  g_free (DRAMATIS_NOTE_QUOTES (object)->shown);

  G_OBJECT_CLASS (dramatis_note_quotes_parent_class)->finalize (object);
}

static void
dramatis_note_quotes_class_init (DramatisNoteQuotesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dramatis_note_quotes_dispose;
  object_class->finalize = dramatis_note_quotes_finalize;

  gtk_widget_class_set_css_name (widget_class, "notequotes");
  gtk_widget_class_install_action (widget_class, "quotes.attach", "u", attach_action);
  gtk_widget_class_install_action (widget_class, "quotes.choose", "u", choose_action);
  gtk_widget_class_install_action (widget_class, "quotes.find", "u", find_action);
  gtk_widget_class_install_action (widget_class, "quotes.remove", "u", remove_action);
  gtk_widget_class_install_action (widget_class, "quotes.reveal", "u", reveal_action);
}

static void
dramatis_note_quotes_init (DramatisNoteQuotes *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/* What is shown: it is made anew only when that has changed, as every edit of the dossier comes by here and a button
 * with the focus would lose it. */
static char *
describe_shown (DramatisNoteQuotes *self,
                gboolean            editing)
{
  GPtrArray *ranges = dramatis_note_get_ranges (self->note);
  g_autoptr (GString) shown = g_string_new (editing ? "editing\n" : NULL);

  for (guint i = 0; i < ranges->len; i++)
    {
      const DramatisAnchor *anchor = g_ptr_array_index (ranges, i);
      const char *reason;

      dramatis_session_anchor_is_lost (self->session, anchor, &reason);
      g_string_append_printf (shown, "%s %s\n", reason != NULL ? reason : "", anchor->quote);
    }
  if (self->places != NULL)
    g_string_append_printf (shown, "%u %u", self->searched, self->serial);

  return g_string_free (g_steal_pointer (&shown), FALSE);
}

/**
 * dramatis_note_quotes_update:
 * @self: the quotes
 * @session: the session, always the same
 * @note: a note of its dossier
 * @editing: whether it is edited
 *
 * Shows the words as they are in the dossier.
 */
void
dramatis_note_quotes_update (DramatisNoteQuotes *self,
                             DramatisSession    *session,
                             DramatisNote       *note,
                             gboolean            editing)
{
  g_autofree char *shown = NULL;
  GtkWidget *child;

  g_return_if_fail (DRAMATIS_IS_NOTE_QUOTES (self));

  if (self->session == NULL)
    {
      self->session = g_object_ref (session);
      g_signal_connect_object (session, "notify::marked", G_CALLBACK (marked_cb), self, G_CONNECT_SWAPPED);
      marked_cb (self);
    }

  self->editing = editing;
  /* the places are those of another note, or of a text that may have changed since */
  if (g_set_object (&self->note, note) || (self->places != NULL && self->serial != get_serial (self)))
    g_clear_pointer (&self->places, g_ptr_array_unref);

  shown = describe_shown (self, editing);
  if (g_strcmp0 (shown, self->shown) == 0)
    return;

  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  for (guint i = 0; i < dramatis_note_get_ranges (note)->len; i++)
    append_range (self, i, editing);
  gtk_widget_set_visible (GTK_WIDGET (self), dramatis_note_get_ranges (note)->len > 0);
}
