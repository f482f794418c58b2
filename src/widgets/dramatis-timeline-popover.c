/* dramatis-timeline-popover.c: all that is known of an event
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-timeline-popover.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "dramatis-event-editor.h"
#include "dramatis-note-chips.h"
#include "dramatis-wrap-layout.h"

/**
 * DramatisTimelinePopover:
 *
 * What is known of an event, the words it was read from, the notes on it, and what can be done with it.
 *
 * # Accessibility
 *
 * The label is the title of the event.
 */
struct _DramatisTimelinePopover
{
  GtkPopover       parent_instance;

  DramatisSession *session;
  DramatisEvent   *event;

  GtkWidget       *title;
  GtkWidget       *time;
  GtkWidget       *resolved;
  GtkWidget       *article;
  GtkWidget       *quote;
  GtkWidget       *actors;
  GtkWidget       *notes;
  GtkWidget       *confirm;
  GtkWidget       *reject;
};

G_DEFINE_FINAL_TYPE (DramatisTimelinePopover, dramatis_timeline_popover, GTK_TYPE_POPOVER)

static void
set_text (GtkWidget  *label,
          const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static void
show_evidence (DramatisTimelinePopover *self)
{
  GPtrArray *evidence = dramatis_event_get_evidence (self->event);
  const DramatisAnchor *anchor = evidence->len > 0 ? g_ptr_array_index (evidence, 0) : NULL;
  g_autofree char *resolved = NULL, *quote = NULL;

  if (anchor != NULL)
    {
      resolved = dramatis_session_dup_resolution (self->session, anchor);
      quote = g_strdup_printf (_("“%s”"), anchor->quote);
    }
  set_text (self->resolved, resolved);
  set_text (self->article, anchor != NULL ? dramatis_session_get_article_title (self->session, anchor) : NULL);
  set_text (self->quote, quote);
}

static void
thing_clicked_cb (GtkWidget               *button,
                  DramatisTimelinePopover *self)
{
  DramatisThing *thing = g_object_get_data (G_OBJECT (button), "thing");

  gtk_popover_popdown (GTK_POPOVER (self));
  if (DRAMATIS_IS_ACTOR (thing))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-actor", "s", dramatis_thing_get_id (thing));
  else
    dramatis_session_set_active_note (self->session, DRAMATIS_NOTE (thing));
}

static void
append_thing (DramatisTimelinePopover *self,
              GtkWidget               *box,
              gpointer                 thing,
              const char              *name)
{
  GtkWidget *button = gtk_button_new_with_label (name);
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (label, 42);
  gtk_label_set_xalign (label, 0);
  g_object_set_data_full (G_OBJECT (button), "thing", g_object_ref (thing), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (thing_clicked_cb), self);
  gtk_box_append (GTK_BOX (box), button);
}

static void
clear_things (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
show_actors (DramatisTimelinePopover *self)
{
  const char * const *ids = dramatis_event_get_actors (self->event);

  clear_things (self->actors);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      DramatisActor *actor = dramatis_dossier_lookup (dramatis_session_get_dossier (self->session), ids[i]);

      if (actor != NULL && dramatis_actor_get_status (actor) != DRAMATIS_STATUS_REJECTED)
        append_thing (self, self->actors, actor, dramatis_actor_get_name (actor));
    }
  gtk_widget_set_visible (self->actors, gtk_widget_get_first_child (self->actors) != NULL);
}

static void
show_notes (DramatisTimelinePopover *self)
{
  GListModel *notes = dramatis_dossier_get_notes (dramatis_session_get_dossier (self->session));
  const char *id = dramatis_thing_get_id (DRAMATIS_THING (self->event));

  clear_things (self->notes);
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (DramatisNote) note = g_list_model_get_item (notes, i);

      if (g_strv_contains (dramatis_note_get_events (note), id))
        {
          g_autofree char *name = dramatis_note_dup_name (note);

          append_thing (self, self->notes, note, name);
          gtk_widget_add_css_class (gtk_widget_get_last_child (self->notes), "event-note");
        }
    }
  gtk_widget_set_visible (self->notes, gtk_widget_get_first_child (self->notes) != NULL);
}

static void
show_event (DramatisTimelinePopover *self)
{
  gboolean suggested = dramatis_event_get_status (self->event) == DRAMATIS_STATUS_SUGGESTED;
  DramatisTime *time = dramatis_event_get_time (self->event);
  g_autofree char *time_text = time != NULL ? dramatis_time_to_text (time) : NULL;

  set_text (self->title, dramatis_event_get_title (self->event));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  dramatis_event_get_title (self->event), -1);
  if (suggested && time_text != NULL)
    {
      /* Translators: the time of an event that nobody has confirmed */
      g_autofree char *with_status = g_strdup_printf (_("%s · suggested"), time_text);

      set_text (self->time, with_status);
    }
  else
    set_text (self->time, time_text);
  gtk_widget_set_visible (self->confirm, suggested);
  gtk_widget_set_visible (self->reject, suggested);
  show_evidence (self);
  show_actors (self);
  show_notes (self);
}

static void
status_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  DramatisTimelinePopover *self = DRAMATIS_TIMELINE_POPOVER (widget);
  DramatisDossier *dossier = dramatis_session_get_dossier (self->session);

  gtk_popover_popdown (GTK_POPOVER (self));
  if (g_str_equal (action_name, "event.confirm"))
    dramatis_dossier_set_status (dossier, self->event, DRAMATIS_STATUS_CONFIRMED);
  else if (g_str_equal (action_name, "event.reject"))
    dramatis_dossier_set_status (dossier, self->event, DRAMATIS_STATUS_REJECTED);
  else
    dramatis_dossier_remove (dossier, self->event);
}

static void
edit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DramatisTimelinePopover *self = DRAMATIS_TIMELINE_POPOVER (widget);
  GtkWidget *editor = dramatis_event_editor_new (self->session, self->event, NULL);

  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_window_set_transient_for (GTK_WINDOW (editor), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (editor));
}

static void
note_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DramatisTimelinePopover *self = DRAMATIS_TIMELINE_POPOVER (widget);

  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (widget, "win.add-note-about", "s",
                              dramatis_thing_get_id (DRAMATIS_THING (self->event)));
}

static void
dramatis_timeline_popover_dispose (GObject *object)
{
  DramatisTimelinePopover *self = DRAMATIS_TIMELINE_POPOVER (object);

  g_clear_object (&self->event);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dramatis_timeline_popover_parent_class)->dispose (object);
}

static void
dramatis_timeline_popover_class_init (DramatisTimelinePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DRAMATIS_TYPE_WRAP_LAYOUT);

  G_OBJECT_CLASS (klass)->dispose = dramatis_timeline_popover_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/dramatis/Dramatis/ui/dramatis-timeline-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, DramatisTimelinePopover, actors);
  gtk_widget_class_bind_template_child (widget_class, DramatisTimelinePopover, article);
  gtk_widget_class_bind_template_child (widget_class, DramatisTimelinePopover, confirm);
  gtk_widget_class_bind_template_child (widget_class, DramatisTimelinePopover, notes);
  gtk_widget_class_bind_template_child (widget_class, DramatisTimelinePopover, quote);
  gtk_widget_class_bind_template_child (widget_class, DramatisTimelinePopover, reject);
  gtk_widget_class_bind_template_child (widget_class, DramatisTimelinePopover, resolved);
  gtk_widget_class_bind_template_child (widget_class, DramatisTimelinePopover, time);
  gtk_widget_class_bind_template_child (widget_class, DramatisTimelinePopover, title);

  gtk_widget_class_install_action (widget_class, "event.confirm", NULL, status_action);
  gtk_widget_class_install_action (widget_class, "event.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "event.note", NULL, note_action);
  gtk_widget_class_install_action (widget_class, "event.reject", NULL, status_action);
  gtk_widget_class_install_action (widget_class, "event.remove", NULL, status_action);
}

static void
dramatis_timeline_popover_init (DramatisTimelinePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dramatis_timeline_popover_new:
 * @session: a session
 * @event: an event of its dossier
 *
 * Makes a popover about an event.
 *
 * Returns: (transfer full): a new widget
 */
GtkWidget *
dramatis_timeline_popover_new (DramatisSession *session,
                               DramatisEvent   *event)
{
  DramatisTimelinePopover *self = g_object_new (DRAMATIS_TYPE_TIMELINE_POPOVER, NULL);

  self->session = g_object_ref (session);
  self->event = g_object_ref (event);
  show_event (self);

  return GTK_WIDGET (self);
}
