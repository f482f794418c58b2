/* dramatis-split-dialog.c: parts the mentions of an actor
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-split-dialog.h"

#include <glib/gi18n-lib.h>

#include "dramatis-choice-list.h"
#include "dramatis-text.h"

/**
 * DramatisSplitDialog:
 *
 * Lets a person choose which mentions of an actor name somebody else, and who that is: a new actor or one that there is.
 *
 * ## Shortcuts
 *
 * - Enter: splits
 * - Esc: leaves all as it was
 */

struct _DramatisSplitDialog
{
  AdwWindow           parent_instance;

  DramatisSession    *session;
  DramatisActor      *actor;

  DramatisChoiceList *list;
  GtkLabel           *meaning;
  GtkEditable        *name_row;
};

G_DEFINE_FINAL_TYPE (DramatisSplitDialog, dramatis_split_dialog, ADW_TYPE_WINDOW)

static char *
dup_name (DramatisSplitDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));
}

/* Who has a name as his own; an alias may be that of several. */
static DramatisActor *
find_actor (DramatisSplitDialog *self,
            const char          *name)
{
  GListModel *actors = dramatis_session_get_all_actors (self->session);
  g_autofree char *folded = dramatis_text_fold (name);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (DramatisActor) actor = g_list_model_get_item (actors, i);
      g_autofree char *other = dramatis_text_fold (dramatis_actor_get_name (actor));

      if (g_str_equal (folded, other))
        return actor;
    }

  return NULL;
}

static void
update (DramatisSplitDialog *self)
{
  g_autofree char *name = dup_name (self);
  g_autoptr (GPtrArray) chosen = dramatis_choice_list_dup_chosen (self->list);
  DramatisActor *other = find_actor (self, name);
  g_autofree char *meaning = NULL;

  if (chosen->len == 0)
    meaning = g_strdup (_("Choose the mentions that name somebody else."));
  else if (*name == '\0')
    meaning = g_strdup_printf (ngettext ("Whom does this mention name?", "Whom do these %u mentions name?", chosen->len),
                               chosen->len);
  else if (other == self->actor)
    meaning = g_strdup (_("The other actor needs another name."));
  else if (other != NULL)
    /* Translators: the name of an actor that there is */
    meaning = g_strdup_printf (ngettext ("%2$u mention goes to %1$s.", "%2$u mentions go to %1$s.", chosen->len),
                               dramatis_actor_get_name (other), chosen->len);
  else
    meaning = g_strdup_printf (ngettext ("A new actor with %u mention.", "A new actor with %u mentions.", chosen->len),
                               chosen->len);

  gtk_label_set_label (self->meaning, meaning);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "split.apply",
                                 chosen->len > 0 && *name != '\0' && other != self->actor);
}

static void
apply (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  DramatisSplitDialog *self = DRAMATIS_SPLIT_DIALOG (widget);
  DramatisDossier *dossier = dramatis_session_get_dossier (self->session);
  g_autofree char *name = dup_name (self);
  g_autoptr (GPtrArray) chosen = dramatis_choice_list_dup_chosen (self->list);
  g_autoptr (GPtrArray) words = dramatis_anchors_new ();
  DramatisActor *other = find_actor (self, name);

  for (guint i = 0; i < chosen->len; i++)
    g_ptr_array_add (words, dramatis_anchor_ref (dramatis_choice_get_anchor (g_ptr_array_index (chosen, i))));
  if (other != NULL)
    dramatis_dossier_reassign_mentions (dossier, self->actor, words, other);
  else
    dramatis_dossier_split_actor (dossier, self->actor, words, name);
  gtk_window_close (GTK_WINDOW (self));
}

static void
append_mentions (DramatisSplitDialog *self,
                 DramatisPassage     *passage,
                 const char          *article,
                 GPtrArray           *choices)
{
  const char *id = dramatis_thing_get_id (DRAMATIS_THING (self->actor));
  GArray *mentions = dramatis_passage_get_mentions (passage);
  g_autofree char *text = dramatis_text_fold (dramatis_passage_get_text (passage));
  g_autoptr (GRefString) folded = g_ref_string_new (text);

  for (guint i = 0; i < mentions->len; i++)
    {
      const DramatisMention *mention = &g_array_index (mentions, DramatisMention, i);

      if (mention->actor == id && mention->status != DRAMATIS_STATUS_REJECTED)
        g_ptr_array_add (choices, dramatis_choice_new_mention (passage, &mention->range, article, folded));
    }
}

static void
dramatis_split_dialog_dispose (GObject *object)
{
  DramatisSplitDialog *self = DRAMATIS_SPLIT_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->actor);

  G_OBJECT_CLASS (dramatis_split_dialog_parent_class)->dispose (object);
}

static void
dramatis_split_dialog_class_init (DramatisSplitDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dramatis_split_dialog_dispose;

  g_type_ensure (DRAMATIS_TYPE_CHOICE_LIST);
  gtk_widget_class_install_action (widget_class, "split.apply", NULL, apply);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/dramatis/Dramatis/ui/dramatis-split-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DramatisSplitDialog, list);
  gtk_widget_class_bind_template_child (widget_class, DramatisSplitDialog, meaning);
  gtk_widget_class_bind_template_child (widget_class, DramatisSplitDialog, name_row);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
dramatis_split_dialog_init (DramatisSplitDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dramatis_split_dialog_new:
 * @session: a session
 * @actor: an actor of its dossier
 *
 * Makes a dialog to split an actor.
 *
 * Returns: (transfer none): a new window, to be presented over its parent
 */
GtkWidget *
dramatis_split_dialog_new (DramatisSession *session,
                           DramatisActor   *actor)
{
  DramatisIndex *index;
  DramatisSplitDialog *self;
  GArray *positions;
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean one_article;

  g_return_val_if_fail (DRAMATIS_IS_SESSION (session), NULL);
  g_return_val_if_fail (DRAMATIS_IS_ACTOR (actor), NULL);

  self = g_object_new (DRAMATIS_TYPE_SPLIT_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->actor = g_object_ref (actor);

  index = dramatis_session_get_index (session);
  positions = dramatis_index_get_actor_passages (index, dramatis_thing_get_id (DRAMATIS_THING (actor)));
  one_article = g_list_model_get_n_items (dramatis_dossier_get_articles (dramatis_session_get_dossier (session))) < 2;
  for (guint i = 0; positions != NULL && i < positions->len; i++)
    {
      guint position = g_array_index (positions, guint, i);

      append_mentions (self, g_ptr_array_index (dramatis_index_get_passages (index), position),
                       one_article ? NULL : dramatis_article_get_title (dramatis_index_get_article (index, position)),
                       choices);
    }
  dramatis_choice_list_set_choices (self->list, choices);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));

  return GTK_WIDGET (self);
}
