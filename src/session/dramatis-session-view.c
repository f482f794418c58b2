/* dramatis-session-view.c: what a person sees and asks to see
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-session-private.h"

#include <glib/gi18n-lib.h>

/**
 * dramatis_session_get_scope:
 * @self: a session
 * @first: (out): the position of the first passage
 * @n_passages: (out): how many there are
 *
 * Gets the passages that would be shown if everything passed the filter: those of one article, or of all.
 */
void
dramatis_session_get_scope (DramatisSession *self,
                            guint           *first,
                            guint           *n_passages)
{
  g_return_if_fail (DRAMATIS_IS_SESSION (self));

  *first = self->first;
  *n_passages = self->n_passages;
}

/**
 * dramatis_session_dup_count:
 * @self: a session
 *
 * Says how many passages are shown.
 *
 * Returns: (transfer full): "3 of 14 passages"
 */
char *
dramatis_session_dup_count (DramatisSession *self)
{
  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), NULL);

  /* Translators: how many passages of the article pass the filter: "3 of 14 passages" */
  return g_strdup_printf (ngettext ("%u of %u passage", "%u of %u passages", self->n_passages),
                          self->matches->len, self->n_passages);
}

/**
 * dramatis_session_dup_article_count:
 * @self: a session
 *
 * Says in how many articles the passages are that are shown.
 *
 * Returns: (transfer full): "in 2 of 5 articles"; empty if there is only one to be shown
 */
char *
dramatis_session_dup_article_count (DramatisSession *self)
{
  guint n_articles, n_shown = 0;
  DramatisArticle *last = NULL;

  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), NULL);

  n_articles = g_list_model_get_n_items (dramatis_dossier_get_articles (self->dossier));
  if (self->article != NULL || n_articles < 2)
    return g_strdup ("");

  for (guint i = 0; i < self->matches->len; i++)
    {
      DramatisArticle *article = dramatis_index_get_article (self->index, g_array_index (self->matches, guint, i));

      if (article != last)
        n_shown++;
      last = article;
    }

  /* Translators: stands behind "3 of 14 passages" */
  return g_strdup_printf (ngettext ("in %u of %u article", "in %u of %u articles", n_articles), n_shown, n_articles);
}

/**
 * dramatis_session_get_dimming:
 * @self: a session
 *
 * Gets whether the article shows what does not pass the filter, dimmed.
 *
 * Returns: whether it does
 */
gboolean
dramatis_session_get_dimming (DramatisSession *self)
{
  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), FALSE);

  return self->dimming;
}

/**
 * dramatis_session_set_dimming:
 * @self: a session
 * @dimming: whether the article shows what does not pass the filter
 *
 * Has the article dim or hide what does not pass the filter.
 */
void
dramatis_session_set_dimming (DramatisSession *self,
                              gboolean         dimming)
{
  g_return_if_fail (DRAMATIS_IS_SESSION (self));

  if (self->dimming == dimming)
    return;

  self->dimming = dimming;
  g_object_notify (G_OBJECT (self), "dimming");
}

/**
 * dramatis_session_show:
 * @self: a session
 * @position: the position of a passage in scope
 *
 * Shows a passage in the article.
 */
void
dramatis_session_show (DramatisSession *self,
                       guint            position)
{
  g_return_if_fail (DRAMATIS_IS_SESSION (self));

  dramatis_session_emit_reveal (self, position, NULL);
}

/**
 * dramatis_session_get_colour:
 * @self: a session
 * @actor_id: the identifier of an actor
 *
 * Gets the colour of an actor: the one chosen, or else one that goes by the actor's place in the dossier.
 *
 * Returns: the colour
 */
DramatisColour
dramatis_session_get_colour (DramatisSession *self,
                             const char      *actor_id)
{
  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), DRAMATIS_COLOUR_AUTOMATIC);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->colours, g_intern_string (actor_id)));
}

/**
 * dramatis_session_is_on_stage:
 * @self: a session
 * @actor_id: the identifier of an actor
 *
 * Tells whether the passage that is being read mentions an actor.
 *
 * Returns: whether it does
 */
gboolean
dramatis_session_is_on_stage (DramatisSession *self,
                              const char      *actor_id)
{
  GPtrArray *passages;
  GArray *mentions;

  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), FALSE);

  passages = dramatis_index_get_passages (self->index);
  if (self->current >= passages->len)
    return FALSE;

  actor_id = g_intern_string (actor_id);
  mentions = dramatis_passage_get_mentions (g_ptr_array_index (passages, self->current));
  for (guint i = 0; i < mentions->len; i++)
    {
      const DramatisMention *mention = &g_array_index (mentions, DramatisMention, i);

      if (mention->actor == actor_id && mention->status != DRAMATIS_STATUS_REJECTED)
        return TRUE;
    }

  return FALSE;
}

/**
 * dramatis_session_reveal:
 * @self: a session
 * @anchor: an anchor
 *
 * Shows the words of an anchor in the article, if they can be found.
 */
void
dramatis_session_reveal (DramatisSession      *self,
                         const DramatisAnchor *anchor)
{
  DramatisPassage *passage;
  DramatisRange range;
  guint position;

  g_return_if_fail (DRAMATIS_IS_SESSION (self));

  if (!dramatis_index_get_position (self->index, anchor->passage, &position))
    return;

  if (position - self->first >= self->n_passages)
    dramatis_session_set_article (self, NULL);

  passage = g_ptr_array_index (dramatis_index_get_passages (self->index), position);
  if (dramatis_anchor_locate (anchor, dramatis_passage_get_text (passage), &range))
    dramatis_session_emit_reveal (self, position, &range);
  else
    dramatis_session_emit_reveal (self, position, NULL);
}
