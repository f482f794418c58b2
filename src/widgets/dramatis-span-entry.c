/* dramatis-span-entry.c: an entry for the marked span of time
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-span-entry.h"

#include <glib/gi18n-lib.h>

#include "dramatis-date-field.h"

/* Characters that the entry has room for, at least and if it can. */
#define MIN_CHARACTERS 6
#define MAX_CHARACTERS 26

/**
 * DramatisSpanEntry:
 *
 * Shows the span of time of the session's filter, and sets it: “2014/2016”, “autumn 2014”.
 *
 * What the words mean is said in a popover while they are typed.
 *
 * # CSS nodes
 *
 * `spanentry` with an `entry` and a `popover`.
 *
 * # Shortcuts
 *
 * Enter marks the span, or lifts it where the entry is empty; Escape leaves it as it was.
 */
struct _DramatisSpanEntry
{
  GtkWidget        parent_instance;

  DramatisSession *session;
  GSignalGroup    *filter_signals;
  GtkWidget       *entry;
  GtkWidget       *popover;
  GtkWidget       *meaning;
};

G_DEFINE_FINAL_TYPE (DramatisSpanEntry, dramatis_span_entry, GTK_TYPE_WIDGET)

static gboolean
read_span (DramatisSpanEntry  *self,
           DramatisTime      **time)
{
  return dramatis_date_field_read (GTK_EDITABLE (self->entry), GTK_LABEL (self->meaning),
                                   _("No span of time is marked"), time);
}

static void
changed_cb (DramatisSpanEntry *self)
{
  g_autoptr (DramatisTime) time = NULL;

  /* Only while it is being typed */
  if ((gtk_widget_get_state_flags (self->entry) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    return;

  read_span (self, &time);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* Shows what is marked. Also when the focus leaves because the window goes: nothing may pop up then. */
static void
show_span (DramatisSpanEntry *self)
{
  const DramatisSpan *span = NULL;
  g_autoptr (DramatisTime) time = NULL, read = NULL;

  if (self->session != NULL)
    span = dramatis_filter_get_span (dramatis_session_get_filter (self->session));
  if (span != NULL)
    time = dramatis_time_new_for_span (span);

  g_signal_handlers_block_by_func (self->entry, changed_cb, self);
  dramatis_date_field_set (GTK_EDITABLE (self->entry), time);
  g_signal_handlers_unblock_by_func (self->entry, changed_cb, self);
  read_span (self, &read);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
activate_cb (DramatisSpanEntry *self)
{
  g_autoptr (DramatisTime) time = NULL;

  if (self->session == NULL || !read_span (self, &time))
    return;

  dramatis_filter_set_span (dramatis_session_get_filter (self->session),
                            time != NULL ? dramatis_time_get_span (time) : NULL);
  show_span (self);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  DramatisSpanEntry *self = DRAMATIS_SPAN_ENTRY (widget);

  if (!gtk_widget_get_visible (self->popover))
    return FALSE;

  show_span (self);
  return TRUE;
}

static void
dramatis_span_entry_dispose (GObject *object)
{
  DramatisSpanEntry *self = DRAMATIS_SPAN_ENTRY (object);

  g_clear_object (&self->filter_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);

  G_OBJECT_CLASS (dramatis_span_entry_parent_class)->dispose (object);
}

static void
dramatis_span_entry_class_init (DramatisSpanEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dramatis_span_entry_dispose;

  gtk_widget_class_set_css_name (widget_class, "spanentry");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
dramatis_span_entry_init (DramatisSpanEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = g_object_new (GTK_TYPE_ENTRY,
                              "placeholder-text", _("Span, such as autumn 2014"),
                              "width-chars", MIN_CHARACTERS,
                              "max-width-chars", MAX_CHARACTERS,
                              NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Marked span of time"), -1);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));

  self->meaning = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "max-width-chars", 40, NULL);
  self->popover = g_object_new (GTK_TYPE_POPOVER,
                                "autohide", FALSE,
                                "can-focus", FALSE,
                                "position", GTK_POS_TOP,
                                "child", self->meaning,
                                NULL);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));

  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (show_span), self);
  gtk_widget_add_controller (self->entry, focus);

  self->filter_signals = g_signal_group_new (DRAMATIS_TYPE_FILTER);
  g_signal_group_connect_swapped (self->filter_signals, "notify::span", G_CALLBACK (show_span), self);
}

/**
 * dramatis_span_entry_new:
 *
 * Makes an entry without a session.
 *
 * Returns: (transfer full): a new widget
 */
GtkWidget *
dramatis_span_entry_new (void)
{
  return g_object_new (DRAMATIS_TYPE_SPAN_ENTRY, NULL);
}

/**
 * dramatis_span_entry_set_session:
 * @self: an entry
 * @session: (nullable): a session
 *
 * Shows and sets the span of a session's filter.
 */
void
dramatis_span_entry_set_session (DramatisSpanEntry *self,
                                 DramatisSession   *session)
{
  g_return_if_fail (DRAMATIS_IS_SPAN_ENTRY (self));
  g_return_if_fail (session == NULL || DRAMATIS_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->filter_signals, session != NULL ? dramatis_session_get_filter (session) : NULL);
  show_span (self);
}
