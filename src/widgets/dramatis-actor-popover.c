/* dramatis-actor-popover.c: who an actor is, over a mention
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-actor-popover.h"

#include <glib/gi18n-lib.h>

#include "dramatis-actor-row.h"
#include "dramatis-dot.h"
#include "dramatis-strip.h"

/**
 * DramatisActorPopover:
 *
 * Who an actor is, shown over a mention, with what can be done about it.
 *
 * ## CSS nodes
 *
 * A `popover` with the style class `.actor`.
 *
 * ## Accessibility
 *
 * It is named like the actor and described by the actor's description.
 *
 * ## Actions
 *
 * `actor.confirm` and `actor.reject`, for an actor that is suggested; the other buttons have actions of the window.
 */

struct _DramatisActorPopover
{
  GtkPopover       parent_instance;

  DramatisDot     *dot;
  GtkLabel        *name_label;
  GtkLabel        *kind_label;
  GtkLabel        *description_label;
  DramatisStrip   *strip;
  GtkWidget       *suggestion_box;
  GtkButton       *filter_button;
  GtkWidget       *note_button;
  GtkWidget       *open_button;

  DramatisSession *session;
  const char      *actor_id;      /* interned */
};

G_DEFINE_FINAL_TYPE (DramatisActorPopover, dramatis_actor_popover, GTK_TYPE_POPOVER)

static void
set_status (DramatisActorPopover *self,
            DramatisStatus        status)
{
  DramatisDossier *dossier = dramatis_session_get_dossier (self->session);
  DramatisActor *actor = dramatis_dossier_lookup (dossier, self->actor_id);

  if (actor != NULL)
    dramatis_dossier_set_status (dossier, actor, status);
}

static void
confirm_actor (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  set_status (DRAMATIS_ACTOR_POPOVER (widget), DRAMATIS_STATUS_CONFIRMED);
}

static void
reject_actor (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  set_status (DRAMATIS_ACTOR_POPOVER (widget), DRAMATIS_STATUS_REJECTED);
}

static void
update (DramatisActorPopover *self,
        DramatisActor        *actor)
{
  const char *name = dramatis_actor_get_name (actor);
  const char *description = dramatis_actor_get_description (actor);
  gboolean is_suggested = dramatis_actor_get_status (actor) == DRAMATIS_STATUS_SUGGESTED;
  guint n_mentions = dramatis_index_get_actor_mentions (dramatis_session_get_index (self->session), self->actor_id);
  gboolean is_filtered = dramatis_filter_has_actor (dramatis_session_get_filter (self->session), self->actor_id);
  g_autofree char *mentions = g_strdup_printf (ngettext ("%u mention", "%u mentions", n_mentions), n_mentions);
  g_autoptr (GString) kind = g_string_new (dramatis_actor_kind_get_name (dramatis_actor_get_kind (actor)));

  g_string_append_printf (kind, " · %s", mentions);
  if (is_suggested)
    g_string_append_printf (kind, " · %s", _("suggested"));

  dramatis_dot_set_colour (self->dot, dramatis_session_get_colour (self->session, self->actor_id));
  dramatis_dot_set_hollow (self->dot, is_suggested);
  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->kind_label, kind->str);
  gtk_label_set_label (self->description_label, description);
  gtk_widget_set_visible (GTK_WIDGET (self->description_label), *description != '\0');
  gtk_widget_set_visible (self->suggestion_box, is_suggested);
  gtk_button_set_label (self->filter_button, is_filtered ? _("Lift _Filter") : _("_Filter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
}

static void
dramatis_actor_popover_dispose (GObject *object)
{
  DramatisActorPopover *self = DRAMATIS_ACTOR_POPOVER (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (dramatis_actor_popover_parent_class)->dispose (object);
}

static void
dramatis_actor_popover_class_init (DramatisActorPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dramatis_actor_popover_dispose;

  g_type_ensure (DRAMATIS_TYPE_DOT);
  g_type_ensure (DRAMATIS_TYPE_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/dramatis/Dramatis/ui/dramatis-actor-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, DramatisActorPopover, description_label);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorPopover, dot);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorPopover, filter_button);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorPopover, kind_label);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorPopover, name_label);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorPopover, note_button);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorPopover, open_button);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorPopover, strip);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorPopover, suggestion_box);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);

  gtk_widget_class_install_action (widget_class, "actor.confirm", NULL, confirm_actor);
  gtk_widget_class_install_action (widget_class, "actor.reject", NULL, reject_actor);
}

static void
dramatis_actor_popover_init (DramatisActorPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dramatis_actor_popover_new:
 * @session: the session
 * @actor_id: the identifier of an actor of its dossier
 *
 * Makes a popover about an actor. Give it a parent inside a window, and what to point to.
 *
 * Returns: (transfer floating): a new popover
 */
GtkWidget *
dramatis_actor_popover_new (DramatisSession *session,
                            const char      *actor_id)
{
  DramatisActorPopover *self;
  DramatisActor *actor;

  g_return_val_if_fail (DRAMATIS_IS_SESSION (session), NULL);

  actor = dramatis_dossier_lookup (dramatis_session_get_dossier (session), actor_id);
  g_return_val_if_fail (DRAMATIS_IS_ACTOR (actor), NULL);

  self = g_object_new (DRAMATIS_TYPE_ACTOR_POPOVER, NULL);
  self->session = g_object_ref (session);
  self->actor_id = g_intern_string (actor_id);
  dramatis_strip_set_actor (self->strip, session, actor_id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->filter_button), "s", actor_id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->note_button), "s", actor_id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open_button), "s", actor_id);
  update (self, actor);

  return GTK_WIDGET (self);
}
