/* dramatis-actor-picker.c: asks for one actor
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-actor-picker.h"

#include "dramatis-choice-list.h"

/**
 * DramatisActorPicker:
 *
 * Asks for an actor of the dossier, or for a new one.
 *
 * ## Shortcuts
 *
 * Enter takes the first actor that is found; Esc leaves all as it was.
 *
 * ## Actions
 *
 * `picker.create`: it is somebody new
 */

struct _DramatisActorPicker
{
  AdwWindow           parent_instance;

  GtkWidget          *create;
  DramatisChoiceList *list;

  char               *new_name;
};

G_DEFINE_FINAL_TYPE (DramatisActorPicker, dramatis_actor_picker, ADW_TYPE_WINDOW)

enum
{
  CREATED,
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What was looked for in vain is how the new actor is called; as long as nothing was, the words call it. */
static char *
dup_name (DramatisActorPicker *self)
{
  char *text = g_strstrip (g_strdup (dramatis_choice_list_get_text (self->list)));

  if (*text == '\0' && self->new_name != NULL)
    {
      g_free (text);
      text = g_strdup (self->new_name);
    }

  return text;
}

static void
update (DramatisActorPicker *self)
{
  g_autofree char *name = dup_name (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "picker.create", self->new_name != NULL && *name != '\0');
  gtk_widget_set_tooltip_text (self->create, name);
}

static void
picked_cb (DramatisActorPicker *self,
           DramatisChoice      *choice)
{
  g_signal_emit (self, signals[PICKED], 0, dramatis_choice_get_actor (choice));
  gtk_window_close (GTK_WINDOW (self));
}

static void
create_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  DramatisActorPicker *self = DRAMATIS_ACTOR_PICKER (widget);
  g_autofree char *name = dup_name (self);

  g_signal_emit (self, signals[CREATED], 0, name);
  gtk_window_close (GTK_WINDOW (self));
}

static void
dramatis_actor_picker_finalize (GObject *object)
{
  g_free (DRAMATIS_ACTOR_PICKER (object)->new_name);

  G_OBJECT_CLASS (dramatis_actor_picker_parent_class)->finalize (object);
}

static void
dramatis_actor_picker_class_init (DramatisActorPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dramatis_actor_picker_finalize;

  /**
   * DramatisActorPicker::created:
   * @self: the window
   * @name: how the actor is called
   *
   * It is somebody who is not in the dossier yet.
   */
  signals[CREATED] =
    g_signal_new ("created", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * DramatisActorPicker::picked:
   * @self: the window
   * @actor: the actor
   *
   * It is this one.
   */
  signals[PICKED] =
    g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, DRAMATIS_TYPE_ACTOR);

  g_type_ensure (DRAMATIS_TYPE_CHOICE_LIST);
  gtk_widget_class_install_action (widget_class, "picker.create", NULL, create_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/dramatis/Dramatis/ui/dramatis-actor-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, DramatisActorPicker, create);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorPicker, list);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
dramatis_actor_picker_init (DramatisActorPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dramatis_actor_picker_new:
 * @session: a session
 * @title: what is asked
 * @actors: (element-type DramatisActor): those that it can be
 * @new_name: (nullable): how a new actor would be called if nothing else is said; %NULL: it can't be a new one
 *
 * Makes a window that asks for an actor.
 *
 * Returns: (transfer none): a new window, to be presented over its parent
 */
GtkWidget *
dramatis_actor_picker_new (DramatisSession *session,
                           const char      *title,
                           GPtrArray       *actors,
                           const char      *new_name)
{
  DramatisActorPicker *self;
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (DRAMATIS_IS_SESSION (session), NULL);

  self = g_object_new (DRAMATIS_TYPE_ACTOR_PICKER, "title", title, NULL);
  self->new_name = g_strdup (new_name);
  for (guint i = 0; i < actors->len; i++)
    g_ptr_array_add (choices, dramatis_choice_new_actor (session, g_ptr_array_index (actors, i)));
  dramatis_choice_list_set_choices (self->list, choices);
  gtk_widget_set_visible (self->create, new_name != NULL);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));

  return GTK_WIDGET (self);
}
