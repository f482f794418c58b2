/* dramatis-find-bar.c: looking for words
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-find-bar.h"

#include <glib/gi18n-lib.h>

#include "dramatis-compat.h"
#include "dramatis-wrap-layout.h"

/**
 * DramatisFindBar:
 *
 * Looks for words in the text, notes, actors and events together, and makes them a part of the filter.
 *
 * One goes through all hits with next and previous; a button for each kind says how many there are and goes to the
 * first of them.
 *
 * While “Only Matching Passages” is on, the filter's text is what the entry has. Closing the bar leaves the filter:
 * the filter bar has a chip for it, and opening this bar again takes the words up from there.
 *
 * ## CSS nodes
 *
 * ```
 * find-bar
 * ╰── revealer
 *     ╰── box
 *         ╰── button.kind
 * ```
 *
 * ## Accessibility
 *
 * The entry is named “Find”; its description says which hit is the current one and how many of each kind there are.
 *
 * ## Shortcuts
 *
 * - Enter and Shift+Enter: next and previous place; Ctrl+G and Ctrl+Shift+G are the window's
 * - Esc: closes the bar
 */

struct _DramatisFindBar
{
  GtkWidget        parent_instance;

  DramatisSession *session;
  GSignalGroup    *session_signals;
  GSignalGroup    *filter_signals;

  GtkWidget       *entry;
  GtkWidget       *filtering;
  GtkWidget       *hits;
  GtkWidget       *kinds[DRAMATIS_N_HIT_KINDS];
  GtkWidget       *kinds_box;
  GtkWidget       *revealer;
  GtkWidget       *whole_words;
  guint            hits_tick;
};

G_DEFINE_FINAL_TYPE (DramatisFindBar, dramatis_find_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_ACTIVE,
  PROP_SESSION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static char *
dup_kind_count (DramatisHitKind kind,
                guint           n_hits)
{
  switch (kind)
    {
    case DRAMATIS_HIT_PASSAGE:
      /* Translators: how many places in the text have the words that are looked for */
      return g_strdup_printf (ngettext ("%u in the text", "%u in the text", n_hits), n_hits);
    case DRAMATIS_HIT_NOTE:
      return g_strdup_printf (ngettext ("%u note", "%u notes", n_hits), n_hits);
    case DRAMATIS_HIT_ACTOR:
      return g_strdup_printf (ngettext ("%u actor", "%u actors", n_hits), n_hits);
    case DRAMATIS_HIT_EVENT:
      return g_strdup_printf (ngettext ("%u event", "%u events", n_hits), n_hits);
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
update_kinds (DramatisFindBar *self)
{
  for (guint i = 0; i < DRAMATIS_N_HIT_KINDS; i++)
    {
      guint n_hits = dramatis_session_get_n_hits_of (self->session, i);
      g_autofree char *text = dup_kind_count (i, n_hits);

      gtk_button_set_label (GTK_BUTTON (self->kinds[i]), text);
      gtk_widget_set_visible (self->kinds[i], n_hits > 0);
    }
  gtk_widget_set_visible (self->kinds_box, dramatis_session_get_n_hits (self->session) > 0);
}

static void
update_description (DramatisFindBar *self)
{
  g_autoptr (GString) text = g_string_new (gtk_label_get_label (GTK_LABEL (self->hits)));

  for (guint i = 0; i < DRAMATIS_N_HIT_KINDS; i++)
    {
      if (gtk_widget_get_visible (self->kinds[i]))
        g_string_append_printf (text, ", %s", gtk_button_get_label (GTK_BUTTON (self->kinds[i])));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
}

/* Only what is shown can be found. */
static gboolean
shows_everything (DramatisFindBar *self)
{
  DramatisFilter *filter = dramatis_session_get_filter (self->session);

  return dramatis_session_get_article (self->session) == NULL
         && (dramatis_filter_is_empty (filter)
             || gtk_check_button_get_active (GTK_CHECK_BUTTON (self->filtering)));
}

static void
update_hits (GtkWidget *widget)
{
  DramatisFindBar *self = DRAMATIS_FIND_BAR (widget);
  g_autofree char *text = NULL;
  gboolean looking;
  guint n_hits;

  if (self->session == NULL)
    return;

  n_hits = dramatis_session_get_n_hits (self->session);
  looking = *dramatis_session_get_find_text (self->session) != '\0';

  if (n_hits > 0)
    /* Translators: which of the places found is the current one: 3 of 17 */
    text = g_strdup_printf (C_("place", "%u of %u"), dramatis_session_get_hit (self->session) + 1, n_hits);
  else if (looking)
    text = g_strdup (shows_everything (self) ? _("Not found") : _("Not found in what is shown"));
  else
    text = g_strdup ("");

  gtk_label_set_label (GTK_LABEL (self->hits), text);
  if (looking && n_hits == 0)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.next", n_hits > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.previous", n_hits > 0);
  update_kinds (self);
  update_description (self);
}

static void
find_changed_cb (DramatisFindBar *self)
{
  dramatis_widget_call_later (GTK_WIDGET (self), &self->hits_tick, 1, update_hits);
}

static void
find_text_changed_cb (DramatisFindBar *self)
{
  const char *text = dramatis_session_get_find_text (self->session);

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->whole_words),
                               dramatis_session_get_find_whole_words (self->session));
}

/* The chip of the filter bar, or another view, has taken the words out of the filter or put others in. */
static void
filter_changed_cb (DramatisFindBar *self)
{
  const char *text = dramatis_filter_get_text (dramatis_session_get_filter (self->session));

  if (!g_str_equal (text, dramatis_session_get_find_text (self->session)))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->filtering), FALSE);
}

static void
filtering_toggled_cb (DramatisFindBar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  DramatisFilter *filter;

  if (self->session == NULL)
    return;

  filter = dramatis_session_get_filter (self->session);
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->filtering)))
    dramatis_filter_set_words (filter, text, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->whole_words)));
  else if (g_str_equal (dramatis_filter_get_text (filter), text))
    dramatis_filter_set_text (filter, NULL);
}

static void
search_changed_cb (DramatisFindBar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  gboolean whole_words = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->whole_words));

  if (self->session == NULL)
    return;

  dramatis_session_set_find (self->session, text, whole_words);
  if (dramatis_find_bar_get_active (self) && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->filtering)))
    dramatis_filter_set_words (dramatis_session_get_filter (self->session), text, whole_words);
}

static void
active_changed (DramatisFindBar *self)
{
  if (dramatis_find_bar_get_active (self) && self->session != NULL)
    {
      DramatisFilter *filter = dramatis_session_get_filter (self->session);
      const char *text = dramatis_filter_get_text (filter);

      dramatis_session_prepare_find (self->session);
      if (*text != '\0')
        dramatis_session_set_find (self->session, text, dramatis_filter_get_whole_words (filter));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->filtering), *text != '\0');
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

static void
close_cb (DramatisFindBar *self)
{
  dramatis_find_bar_set_active (self, FALSE);
}

/* The entry waits a moment before it says that its text has changed. Who does not wait goes to the first place. */
static void
step (DramatisFindBar *self,
      int              step_by)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->session == NULL)
    return;

  if (g_str_equal (dramatis_session_get_find_text (self->session), text))
    dramatis_session_find_next (self->session, step_by);
  else
    search_changed_cb (self);
}

static void
next_cb (DramatisFindBar *self)
{
  step (self, 1);
}

static void
previous_cb (DramatisFindBar *self)
{
  step (self, -1);
}

static void
find_next (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  next_cb (DRAMATIS_FIND_BAR (widget));
}

static void
find_previous (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  previous_cb (DRAMATIS_FIND_BAR (widget));
}

static void
find_first (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  DramatisFindBar *self = DRAMATIS_FIND_BAR (widget);

  if (self->session != NULL)
    dramatis_session_find_first (self->session, g_variant_get_int32 (parameter));
}

static void
dramatis_find_bar_dispose (GObject *object)
{
  DramatisFindBar *self = DRAMATIS_FIND_BAR (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->filter_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->revealer, gtk_widget_unparent);

  G_OBJECT_CLASS (dramatis_find_bar_parent_class)->dispose (object);
}

static void
dramatis_find_bar_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  DramatisFindBar *self = DRAMATIS_FIND_BAR (object);

  switch (prop_id)
    {
    case PROP_ACTIVE:
      g_value_set_boolean (value, dramatis_find_bar_get_active (self));
      break;
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_find_bar_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  DramatisFindBar *self = DRAMATIS_FIND_BAR (object);

  switch (prop_id)
    {
    case PROP_ACTIVE:
      dramatis_find_bar_set_active (self, g_value_get_boolean (value));
      break;
    case PROP_SESSION:
      dramatis_find_bar_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_find_bar_class_init (DramatisFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dramatis_find_bar_dispose;
  object_class->get_property = dramatis_find_bar_get_property;
  object_class->set_property = dramatis_find_bar_set_property;

  /**
   * DramatisFindBar:active:
   *
   * Whether the bar is open.
   */
  properties[PROP_ACTIVE] =
    g_param_spec_boolean ("active", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * DramatisFindBar:session:
   *
   * The session whose text is searched.
   */
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, DRAMATIS_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (DRAMATIS_TYPE_WRAP_LAYOUT);

  gtk_widget_class_set_css_name (widget_class, "find-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "find.first", "i", find_first);
  gtk_widget_class_install_action (widget_class, "find.next", NULL, find_next);
  gtk_widget_class_install_action (widget_class, "find.previous", NULL, find_previous);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/dramatis/Dramatis/ui/dramatis-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DramatisFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, DramatisFindBar, filtering);
  gtk_widget_class_bind_template_child (widget_class, DramatisFindBar, hits);
  gtk_widget_class_bind_template_child (widget_class, DramatisFindBar, kinds_box);
  gtk_widget_class_bind_template_child (widget_class, DramatisFindBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, DramatisFindBar, whole_words);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, filtering_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
create_kinds (DramatisFindBar *self)
{
  for (guint i = 0; i < DRAMATIS_N_HIT_KINDS; i++)
    {
      GtkWidget *button = gtk_button_new ();

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "kind");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) i);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "find.first");
      gtk_box_append (GTK_BOX (self->kinds_box), button);
      self->kinds[i] = button;
    }
}

static void
dramatis_find_bar_init (DramatisFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  create_kinds (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.next", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.previous", FALSE);

  self->session_signals = g_signal_group_new (DRAMATIS_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "find-changed", G_CALLBACK (find_changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::find-text",
                                  G_CALLBACK (find_text_changed_cb), self);
  self->filter_signals = g_signal_group_new (DRAMATIS_TYPE_FILTER);
  g_signal_group_connect_swapped (self->filter_signals, "changed", G_CALLBACK (filter_changed_cb), self);
}

/**
 * dramatis_find_bar_new:
 *
 * Makes a find bar without a session.
 *
 * Returns: (transfer floating): a new find bar
 */
GtkWidget *
dramatis_find_bar_new (void)
{
  return g_object_new (DRAMATIS_TYPE_FIND_BAR, NULL);
}

/**
 * dramatis_find_bar_get_active:
 * @self: a find bar
 *
 * Tells whether the bar is open.
 *
 * Returns: whether it is
 */
gboolean
dramatis_find_bar_get_active (DramatisFindBar *self)
{
  g_return_val_if_fail (DRAMATIS_IS_FIND_BAR (self), FALSE);

  return gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer));
}

/**
 * dramatis_find_bar_get_session:
 * @self: a find bar
 *
 * Gets the session whose text is searched.
 *
 * Returns: (transfer none) (nullable): the session
 */
DramatisSession *
dramatis_find_bar_get_session (DramatisFindBar *self)
{
  g_return_val_if_fail (DRAMATIS_IS_FIND_BAR (self), NULL);

  return self->session;
}

/**
 * dramatis_find_bar_set_active:
 * @self: a find bar
 * @active: whether it shall be open
 *
 * Opens the bar and moves the focus into it, even if it was open before; or closes and empties it.
 */
void
dramatis_find_bar_set_active (DramatisFindBar *self,
                              gboolean         active)
{
  g_return_if_fail (DRAMATIS_IS_FIND_BAR (self));

  if (active != dramatis_find_bar_get_active (self))
    {
      gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), active);
      if (!active)
        gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      active_changed (self);
    }
  if (active)
    {
      gtk_widget_grab_focus (self->entry);
      gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
    }
}

/**
 * dramatis_find_bar_set_session:
 * @self: a find bar
 * @session: (nullable): a session
 *
 * Sets the session whose text is searched.
 */
void
dramatis_find_bar_set_session (DramatisFindBar *self,
                               DramatisSession *session)
{
  g_return_if_fail (DRAMATIS_IS_FIND_BAR (self));
  g_return_if_fail (session == NULL || DRAMATIS_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->filter_signals,
                             session != NULL ? dramatis_session_get_filter (session) : NULL);
  if (session != NULL)
    {
      find_text_changed_cb (self);
      update_hits (GTK_WIDGET (self));
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
