/* dramatis-completion.c: what may be meant by what is typed
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-completion.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "dramatis-text.h"
#include "dramatis-thing.h"

/* More than these nobody reads: one types on. */
#define MAX_ROWS 8

/**
 * DramatisCompletion:
 *
 * A list under an entry or text view of the things whose names hold what is typed, those that begin with it first. The
 * keys stay with the entry: the owner begins anew whenever the text changes, offers the things there are, and shows it.
 *
 * ## CSS nodes
 *
 * `popover.completion` with a `list` of `row`.
 *
 * ## Accessibility
 *
 * The focus stays in the entry, whose description says what Enter would choose.
 *
 * ## Shortcuts
 *
 * While it is shown: Up and Down go through the list, Enter and Tab choose, Esc puts it away.
 */

struct _DramatisCompletion
{
  GtkPopover  parent_instance;

  GtkWidget  *entry;
  GtkListBox *list;
  char       *typed;            /* folded */
  GPtrArray  *offers;           /* of Offer */
};

/* Something that fits */
typedef struct
{
  GObject  *thing;
  char     *name;
  char     *kind;
  gboolean  begins;
} Offer;

G_DEFINE_FINAL_TYPE (DramatisCompletion, dramatis_completion, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
offer_free (gpointer data)
{
  Offer *offer = data;

  g_object_unref (offer->thing);
  g_free (offer->name);
  g_free (offer->kind);
  g_free (offer);
}

static int
compare_offers (gconstpointer a,
                gconstpointer b)
{
  const Offer *one = *(Offer * const *) a;
  const Offer *other = *(Offer * const *) b;

  if (one->begins != other->begins)
    return one->begins ? -1 : 1;

  return g_utf8_collate (one->name, other->name);
}

static void
describe (DramatisCompletion *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  g_autofree char *description = NULL;

  if (row != NULL && dramatis_completion_is_shown (self))
    {
      guint i = gtk_list_box_row_get_index (row);

      /* Translators: of what may be meant by what is typed: a name, its number, how many there are */
      description = g_strdup_printf (_("%s, %u of %u: Enter chooses"), ((Offer *) g_ptr_array_index (self->offers, i))->name,
                                     i + 1, MIN (self->offers->len, MAX_ROWS));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description != NULL ? description : "",
                                  -1);
}

static void
choose (DramatisCompletion *self,
        GtkListBoxRow      *row)
{
  Offer *offer = g_ptr_array_index (self->offers, gtk_list_box_row_get_index (row));
  g_autoptr (GObject) thing = g_object_ref (offer->thing);

  dramatis_completion_hide (self);
  g_signal_emit (self, signals[CHOSEN], 0, thing);
}

static void
row_activated_cb (GtkListBox         *list,
                  GtkListBoxRow      *row,
                  DramatisCompletion *self)
{
  choose (self, row);
}

static void
step (DramatisCompletion *self,
      int                 direction)
{
  int n_rows = MIN (self->offers->len, MAX_ROWS);
  int i = gtk_list_box_row_get_index (gtk_list_box_get_selected_row (self->list)) + direction;

  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (i + n_rows) % n_rows));
  describe (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                DramatisCompletion    *self)
{
  if (!dramatis_completion_is_shown (self)
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      step (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      step (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_Tab:
      choose (self, gtk_list_box_get_selected_row (self->list));
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      dramatis_completion_hide (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static GtkWidget *
create_row (const Offer *offer)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (offer->name);
  GtkWidget *kind = gtk_label_new (offer->kind);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 28);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (kind, "dim-label");
  gtk_widget_add_css_class (kind, "caption");
  gtk_widget_set_visible (kind, offer->kind != NULL);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), kind);

  return box;
}

static void
dramatis_completion_dispose (GObject *object)
{
  g_clear_pointer (&DRAMATIS_COMPLETION (object)->offers, g_ptr_array_unref);

  G_OBJECT_CLASS (dramatis_completion_parent_class)->dispose (object);
}

static void
dramatis_completion_finalize (GObject *object)
{
  g_free (DRAMATIS_COMPLETION (object)->typed);

  G_OBJECT_CLASS (dramatis_completion_parent_class)->finalize (object);
}

static void
dramatis_completion_class_init (DramatisCompletionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dramatis_completion_dispose;
  object_class->finalize = dramatis_completion_finalize;

  /**
   * DramatisCompletion::chosen:
   * @self: the list
   * @thing: what was chosen
   *
   * Somebody meant a thing.
   */
  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_OBJECT);
}

static void
dramatis_completion_init (DramatisCompletion *self)
{
  self->offers = g_ptr_array_new_with_free_func (offer_free);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_set_can_focus (GTK_WIDGET (self->list), FALSE);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);

  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->list));
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self), "completion");
}

/**
 * dramatis_completion_new:
 * @entry: the entry or text view that is typed in; its layout has to present the list
 *
 * Makes a list for an entry. It is a child of the entry's parent, which has to unparent it.
 *
 * Returns: (transfer none): a new list
 */
GtkWidget *
dramatis_completion_new (GtkWidget *entry)
{
  DramatisCompletion *self = g_object_new (DRAMATIS_TYPE_COMPLETION, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = entry;
  /* before the entry, to which these keys mean something else */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (entry, keys);

  return GTK_WIDGET (self);
}

/**
 * dramatis_completion_begin:
 * @self: a list
 * @typed: what is typed
 *
 * Forgets what was offered.
 */
void
dramatis_completion_begin (DramatisCompletion *self,
                           const char         *typed)
{
  g_return_if_fail (DRAMATIS_IS_COMPLETION (self));

  g_ptr_array_set_size (self->offers, 0);
  g_free (self->typed);
  self->typed = dramatis_text_fold (typed);
}

/**
 * dramatis_completion_offer:
 * @self: a list
 * @thing: (type GObject): a thing
 * @name: its name
 * @kind: (nullable): what it is
 *
 * Takes a thing into the list if its name holds what is typed.
 */
void
dramatis_completion_offer (DramatisCompletion *self,
                           gpointer            thing,
                           const char         *name,
                           const char         *kind)
{
  g_autofree char *folded = dramatis_text_fold (name);
  Offer *offer;

  g_return_if_fail (DRAMATIS_IS_COMPLETION (self));

  if (strstr (folded, self->typed) == NULL)
    return;

  offer = g_new0 (Offer, 1);
  offer->thing = g_object_ref (thing);
  offer->name = g_strdup (name);
  offer->kind = g_strdup (kind);
  offer->begins = g_str_has_prefix (folded, self->typed);
  g_ptr_array_add (self->offers, offer);
}

/**
 * dramatis_completion_show:
 * @self: a list
 * @place: (nullable): where it is typed, in pixels of the list's parent
 *
 * Shows what was offered, or nothing if that is nothing.
 */
void
dramatis_completion_show (DramatisCompletion *self,
                          const GdkRectangle *place)
{
  GtkWidget *child;

  g_return_if_fail (DRAMATIS_IS_COMPLETION (self));

  if (self->offers->len == 0)
    {
      dramatis_completion_hide (self);
      return;
    }

  g_ptr_array_sort (self->offers, compare_offers);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < MIN (self->offers->len, MAX_ROWS); i++)
    gtk_list_box_append (self->list, create_row (g_ptr_array_index (self->offers, i)));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));

  gtk_popover_set_pointing_to (GTK_POPOVER (self), place);
  gtk_popover_popup (GTK_POPOVER (self));
  describe (self);
}

/**
 * dramatis_completion_hide:
 * @self: a list
 *
 * Puts the list away.
 */
void
dramatis_completion_hide (DramatisCompletion *self)
{
  g_return_if_fail (DRAMATIS_IS_COMPLETION (self));

  if (!dramatis_completion_is_shown (self))
    return;

  gtk_popover_popdown (GTK_POPOVER (self));
  describe (self);
}

/**
 * dramatis_completion_is_shown:
 * @self: a list
 *
 * Tells whether the list is shown, and so takes keys.
 *
 * Returns: whether it is
 */
gboolean
dramatis_completion_is_shown (DramatisCompletion *self)
{
  g_return_val_if_fail (DRAMATIS_IS_COMPLETION (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self));
}

/**
 * dramatis_completion_dup_names:
 * @self: a list
 *
 * Gets what was offered, in the order in which it is shown.
 *
 * Returns: (transfer full) (element-type utf8): the names
 */
GPtrArray *
dramatis_completion_dup_names (DramatisCompletion *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (DRAMATIS_IS_COMPLETION (self), names);

  for (guint i = 0; i < MIN (self->offers->len, MAX_ROWS); i++)
    g_ptr_array_add (names, g_strdup (((Offer *) g_ptr_array_index (self->offers, i))->name));

  return names;
}
