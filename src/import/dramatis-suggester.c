/* dramatis-suggester.c: what the program suggests for an article
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-suggester-private.h"

#include <glib/gi18n-lib.h>

/* Between two passages; it ends a sentence, so that nothing that is found reaches over it. */
#define SEPARATOR "\n\n"

/**
 * DramatisSuggester:
 *
 * Finds actors, mentions and events in the passages of an article and suggests them to its dossier.
 *
 * It is made where the dossier is edited, runs in any thread, and is applied where it was made. What a person
 * confirmed, edited or rejected stays as it is, and is not suggested again; older suggestions are replaced.
 */
/**
 * dramatis_suggester_new:
 * @dossier: the dossier whose actors are known already
 * @language: (nullable): the language of the article, as a BCP 47 tag
 * @published: (nullable): when the article was published
 *
 * Makes a suggester.
 *
 * Returns: (transfer full): a new suggester
 */
DramatisSuggester *
dramatis_suggester_new (DramatisDossier *dossier,
                        const char      *language,
                        DramatisTime    *published)
{
  DramatisSuggester *self = g_new0 (DramatisSuggester, 1);
  GListModel *actors = dramatis_dossier_get_actors (dossier);

  self->extractor = dramatis_extractor_new (language);
  self->published = published != NULL ? dramatis_time_ref (published) : NULL;
  self->text = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (DramatisActor) actor = g_list_model_get_item (actors, i);

      if (dramatis_actor_get_status (actor) == DRAMATIS_STATUS_CONFIRMED)
        dramatis_extractor_add_actor (self->extractor,
                                      dramatis_actor_get_name (actor),
                                      dramatis_actor_get_kind (actor),
                                      dramatis_actor_get_aliases (actor));
    }

  return self;
}

/**
 * dramatis_suggester_free:
 * @self: (transfer full): a suggester
 *
 * Frees a suggester.
 */
void
dramatis_suggester_free (DramatisSuggester *self)
{
  g_clear_pointer (&self->extraction, dramatis_extraction_free);
  dramatis_extractor_free (self->extractor);
  g_clear_pointer (&self->published, dramatis_time_unref);
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_free (self);
}

/**
 * dramatis_suggester_add_passage:
 * @self: a suggester
 * @text: the text of the next passage
 *
 * Adds a passage of the article.
 */
void
dramatis_suggester_add_passage (DramatisSuggester *self,
                                const char        *text)
{
  if (self->starts->len > 0)
    {
      g_string_append (self->text, SEPARATOR);
      self->length += DRAMATIS_SUGGESTER_SEPARATOR_LENGTH;
    }
  g_array_append_val (self->starts, self->length);
  g_string_append (self->text, text);
  self->length += g_utf8_strlen (text, -1);
}

/**
 * dramatis_suggester_run:
 * @self: a suggester
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Finds what is to be suggested. Touches nothing but the suggester, so that it can run in any thread.
 *
 * Returns: %FALSE if it was cancelled
 */
gboolean
dramatis_suggester_run (DramatisSuggester  *self,
                        GCancellable       *cancellable,
                        GError            **error)
{
  g_clear_pointer (&self->extraction, dramatis_extraction_free);
  self->extraction = dramatis_extractor_extract (self->extractor, self->text->str, self->published, cancellable,
                                                 error);

  return self->extraction != NULL;
}

/* Again, for an article of which something else is known now */

typedef struct
{
  DramatisSuggester *suggester;
  DramatisArticle   *article;
  char              *language;   /* of the article when it was read */
  guint              serial;     /* of the history then */
} Resolution;

static void
resolution_free (gpointer data)
{
  Resolution *resolution = data;

  dramatis_suggester_free (resolution->suggester);
  g_object_unref (resolution->article);
  g_free (resolution->language);
  g_free (resolution);
}

/* Whether the article is still what was read. */
static gboolean
is_current (const Resolution *resolution)
{
  const DramatisSuggester *suggester = resolution->suggester;
  GListModel *passages = dramatis_article_get_passages (resolution->article);
  guint n_passages = g_list_model_get_n_items (passages);
  const char *at = suggester->text->str;

  if (!dramatis_time_equal (dramatis_article_get_published (resolution->article), suggester->published)
      || g_strcmp0 (dramatis_article_get_language (resolution->article), resolution->language) != 0
      || n_passages != suggester->starts->len)
    return FALSE;

  for (guint i = 0; i < n_passages; i++)
    {
      g_autoptr (DramatisPassage) passage = g_list_model_get_item (passages, i);

      if (i > 0)
        at += strlen (SEPARATOR);
      if (!g_str_has_prefix (at, dramatis_passage_get_text (passage)))
        return FALSE;
      at += strlen (dramatis_passage_get_text (passage));
      if (*at != '\0' && !g_str_has_prefix (at, SEPARATOR))
        return FALSE;
    }

  return *at == '\0';
}

static void
resolve_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Resolution *resolution = task_data;
  GError *error = NULL;

  if (dramatis_suggester_run (resolution->suggester, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * dramatis_suggester_resolve_async:
 * @dossier: a dossier
 * @article: an article of it
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: passed to @callback
 *
 * Finds actors and events in an article again: its publication date or its language is another now.
 */
void
dramatis_suggester_resolve_async (DramatisDossier     *dossier,
                                  DramatisArticle     *article,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (dossier, cancellable, callback, user_data);
  Resolution *resolution = g_new0 (Resolution, 1);
  GListModel *passages = dramatis_article_get_passages (article);

  resolution->article = g_object_ref (article);
  resolution->serial = dramatis_history_get_serial (dramatis_dossier_get_history (dossier));
  resolution->language = g_strdup (dramatis_article_get_language (article));
  resolution->suggester = dramatis_suggester_new (dossier, dramatis_article_get_language (article),
                                                  dramatis_article_get_published (article));
  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr (DramatisPassage) passage = g_list_model_get_item (passages, i);

      dramatis_suggester_add_passage (resolution->suggester, dramatis_passage_get_text (passage));
    }

  g_task_set_source_tag (task, dramatis_suggester_resolve_async);
  g_task_set_task_data (task, resolution, resolution_free);
  g_task_run_in_thread (task, resolve_thread);
}

/**
 * dramatis_suggester_resolve_finish:
 * @dossier: the dossier
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Suggests what was found, unless the article is another by now: then what changed it asks again. If nothing else was
 * edited meanwhile, it is undone with what was edited last, from which it follows.
 *
 * Returns: %FALSE with @error set if it was cancelled
 */
gboolean
dramatis_suggester_resolve_finish (DramatisDossier  *dossier,
                                   GAsyncResult     *result,
                                   GError          **error)
{
  DramatisHistory *history = dramatis_dossier_get_history (dossier);
  Resolution *resolution = g_task_get_task_data (G_TASK (result));
  const char *id = dramatis_thing_get_id (DRAMATIS_THING (resolution->article));

  g_return_val_if_fail (g_task_is_valid (result, dossier), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  /* The article may be gone by now. */
  if (dramatis_dossier_lookup (dossier, id) == (gpointer) resolution->article && is_current (resolution))
    {
      dramatis_history_resume (history, _("Find Actors and Events"), resolution->serial);
      dramatis_suggester_apply (resolution->suggester, dossier, resolution->article);
      dramatis_history_end (history);
    }

  return TRUE;
}
