/* dramatis-merge-dialog.c: makes one actor of several
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-merge-dialog.h"

#include "dramatis-choice-list.h"

/**
 * DramatisMergeDialog:
 *
 * Lets a person choose which actors are the same, and whose name is kept.
 *
 * Those in the filter are chosen already, if the actor that it is opened for is one of them.
 *
 * ## Shortcuts
 *
 * - Esc: leaves all as it was
 */

struct _DramatisMergeDialog
{
  AdwWindow           parent_instance;

  DramatisSession    *session;
  DramatisActor      *actor;
  GPtrArray          *chosen;     /* of DramatisActor, in the order of the names */

  AdwComboRow        *kept_row;
  DramatisChoiceList *list;
  GtkStringList      *names;
};

G_DEFINE_FINAL_TYPE (DramatisMergeDialog, dramatis_merge_dialog, ADW_TYPE_WINDOW)

static void
update_chosen (DramatisMergeDialog *self)
{
  guint kept = adw_combo_row_get_selected (self->kept_row);
  gpointer kept_actor = kept < self->chosen->len ? g_ptr_array_index (self->chosen, kept) : self->actor;
  g_autoptr (GPtrArray) choices = dramatis_choice_list_dup_chosen (self->list);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_ptr_array_set_size (self->chosen, 0);
  g_ptr_array_add (self->chosen, self->actor);
  for (guint i = 0; i < choices->len; i++)
    g_ptr_array_add (self->chosen, dramatis_choice_get_actor (g_ptr_array_index (choices, i)));

  for (guint i = 0; i < self->chosen->len; i++)
    g_ptr_array_add (names, (gpointer) dramatis_actor_get_name (g_ptr_array_index (self->chosen, i)));
  g_ptr_array_add (names, NULL);
  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)),
                          (const char * const *) names->pdata);

  if (g_ptr_array_find (self->chosen, kept_actor, &kept))
    adw_combo_row_set_selected (self->kept_row, kept);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.apply", self->chosen->len > 1);
}

static void
apply (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  DramatisMergeDialog *self = DRAMATIS_MERGE_DIALOG (widget);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  DramatisActor *into = g_ptr_array_index (self->chosen, adw_combo_row_get_selected (self->kept_row));

  for (guint i = 0; i < self->chosen->len; i++)
    {
      if (g_ptr_array_index (self->chosen, i) != into)
        g_ptr_array_add (others, g_ptr_array_index (self->chosen, i));
    }
  dramatis_dossier_merge_actors (dramatis_session_get_dossier (self->session), into, others);
  gtk_window_close (GTK_WINDOW (self));
}

static void
dramatis_merge_dialog_dispose (GObject *object)
{
  DramatisMergeDialog *self = DRAMATIS_MERGE_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->actor);

  G_OBJECT_CLASS (dramatis_merge_dialog_parent_class)->dispose (object);
}

static void
dramatis_merge_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (DRAMATIS_MERGE_DIALOG (object)->chosen);

  G_OBJECT_CLASS (dramatis_merge_dialog_parent_class)->finalize (object);
}

static void
dramatis_merge_dialog_class_init (DramatisMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dramatis_merge_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = dramatis_merge_dialog_finalize;

  g_type_ensure (DRAMATIS_TYPE_CHOICE_LIST);
  gtk_widget_class_install_action (widget_class, "merge.apply", NULL, apply);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/dramatis/Dramatis/ui/dramatis-merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DramatisMergeDialog, kept_row);
  gtk_widget_class_bind_template_child (widget_class, DramatisMergeDialog, list);
  gtk_widget_class_bind_template_child (widget_class, DramatisMergeDialog, names);
  gtk_widget_class_bind_template_callback (widget_class, update_chosen);
}

static void
dramatis_merge_dialog_init (DramatisMergeDialog *self)
{
  self->chosen = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dramatis_merge_dialog_new:
 * @session: a session
 * @actor: an actor of its dossier
 *
 * Makes a dialog to merge an actor with others.
 *
 * Returns: (transfer none): a new window, to be presented over its parent
 */
GtkWidget *
dramatis_merge_dialog_new (DramatisSession *session,
                           DramatisActor   *actor)
{
  DramatisFilter *filter;
  DramatisMergeDialog *self;
  GListModel *actors;
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean is_filtered;

  g_return_val_if_fail (DRAMATIS_IS_SESSION (session), NULL);
  g_return_val_if_fail (DRAMATIS_IS_ACTOR (actor), NULL);

  self = g_object_new (DRAMATIS_TYPE_MERGE_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->actor = g_object_ref (actor);

  filter = dramatis_session_get_filter (session);
  is_filtered = dramatis_filter_has_actor (filter, dramatis_thing_get_id (DRAMATIS_THING (actor)));
  actors = dramatis_session_get_all_actors (session);
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (DramatisActor) other = g_list_model_get_item (actors, i);
      DramatisChoice *choice;
      const char *id;

      if (other == actor)
        continue;
      id = dramatis_thing_get_id (DRAMATIS_THING (other));
      choice = dramatis_choice_new_actor (session, other);
      dramatis_choice_set_active (choice, is_filtered && dramatis_filter_has_actor (filter, id));
      g_ptr_array_add (choices, choice);
    }
  dramatis_choice_list_set_choices (self->list, choices);
  update_chosen (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));

  return GTK_WIDGET (self);
}
