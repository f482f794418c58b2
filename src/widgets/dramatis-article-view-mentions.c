/* dramatis-article-view-mentions.c: putting right what words of the article name, and the words themselves
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-article-view-private.h"

#include <glib/gi18n-lib.h>

#include "dramatis-actor-picker.h"
#include "dramatis-passage-editor.h"

/* A mention that a person is asked about */
typedef struct
{
  DramatisArticleView *view;
  DramatisActor       *actor;
  GPtrArray           *words;     /* of DramatisAnchor, one */
} Mention;

static void
mention_free (gpointer  data,
              GClosure *closure)
{
  Mention *mention = data;

  g_object_unref (mention->view);
  g_object_unref (mention->actor);
  g_ptr_array_unref (mention->words);
  g_free (mention);
}

/* What the parameter of an action says: position, start and end in the passage, actor; NULL: it is no longer there. */
static Mention *
mention_new (DramatisArticleView *self,
             GVariant            *parameter)
{
  DramatisDossier *dossier = dramatis_session_get_dossier (self->session);
  GPtrArray *passages = dramatis_index_get_passages (dramatis_session_get_index (self->session));
  DramatisActor *actor;
  DramatisPassage *passage;
  DramatisRange range;
  Mention *mention;
  const char *id;
  guint position;

  g_variant_get (parameter, "(uuu&s)", &position, &range.start, &range.end, &id);
  actor = dramatis_dossier_lookup (dossier, id);
  if (position >= passages->len || !DRAMATIS_IS_ACTOR (actor))
    return NULL;

  passage = g_ptr_array_index (passages, position);
  mention = g_new0 (Mention, 1);
  mention->view = g_object_ref (self);
  mention->actor = g_object_ref (actor);
  mention->words = dramatis_anchors_new ();
  g_ptr_array_add (mention->words, dramatis_anchor_new (dramatis_thing_get_id (DRAMATIS_THING (passage)),
                                                        dramatis_passage_get_text (passage), &range));

  return mention;
}

static void
present (DramatisArticleView *self,
         GtkWidget           *dialog)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
reject_mention (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  DramatisArticleView *self = DRAMATIS_ARTICLE_VIEW (widget);
  Mention *mention = mention_new (self, parameter);

  if (mention == NULL)
    return;

  dramatis_dossier_set_mentions_status (dramatis_session_get_dossier (self->session), mention->actor, mention->words,
                                        DRAMATIS_STATUS_REJECTED);
  mention_free (mention, NULL);
}

static void
other_picked_cb (DramatisActorPicker *picker,
                 DramatisActor       *other,
                 Mention             *mention)
{
  dramatis_dossier_reassign_mentions (dramatis_session_get_dossier (mention->view->session), mention->actor,
                                      mention->words, other);
}

static void
other_created_cb (DramatisActorPicker *picker,
                  const char          *name,
                  Mention             *mention)
{
  dramatis_dossier_split_actor (dramatis_session_get_dossier (mention->view->session), mention->actor, mention->words,
                                name);
}

static void
reassign_mention (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  DramatisArticleView *self = DRAMATIS_ARTICLE_VIEW (widget);
  Mention *mention = mention_new (self, parameter);
  GListModel *actors = dramatis_session_get_all_actors (self->session);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);
  const DramatisAnchor *words;
  g_autofree char *title = NULL;
  GtkWidget *picker;

  if (mention == NULL)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (DramatisActor) other = g_list_model_get_item (actors, i);

      if (other != mention->actor)
        g_ptr_array_add (others, g_steal_pointer (&other));
    }
  words = g_ptr_array_index (mention->words, 0);
  /* Translators: a question; %s are words of the article that name somebody */
  title = g_strdup_printf (_("Who Is “%s”?"), words->quote);
  picker = dramatis_actor_picker_new (self->session, title, others, words->quote);
  g_signal_connect (picker, "created", G_CALLBACK (other_created_cb), mention);
  g_signal_connect_data (picker, "picked", G_CALLBACK (other_picked_cb), mention, mention_free, 0);
  present (self, picker);
}

static void
correct_passage (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  DramatisArticleView *self = DRAMATIS_ARTICLE_VIEW (widget);
  DramatisPassageRow *row = dramatis_article_view_get_focus_row (self);
  GPtrArray *passages;

  if (row == NULL)
    return;

  passages = dramatis_index_get_passages (dramatis_session_get_index (self->session));
  present (self, dramatis_passage_editor_new (self->session,
                                              g_ptr_array_index (passages, dramatis_passage_row_get_position (row))));
}

/**
 * dramatis_article_view_install_mentions:
 * @klass: the class of article views
 *
 * Adds what can be done with a mention and with the text of a passage.
 */
void
dramatis_article_view_install_mentions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "article.reassign-mention", "(uuus)", reassign_mention);
  gtk_widget_class_install_action (klass, "article.reject-mention", "(uuus)", reject_mention);
  gtk_widget_class_install_action (klass, "article.correct-passage", NULL, correct_passage);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F2, 0, "article.correct-passage", NULL);
}
