/* dramatis-suggester.c: what the program suggests for an article
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-suggester.h"

#include <glib/gi18n-lib.h>

#include "dramatis-extractor.h"
#include "dramatis-text.h"

/* Between two passages; it ends a sentence, so that nothing that is found reaches over it. */
#define SEPARATOR        "\n\n"
#define SEPARATOR_LENGTH 2

/**
 * DramatisSuggester:
 *
 * Finds actors, mentions and events in the passages of an article and suggests them to its dossier.
 *
 * It is made where the dossier is edited, runs in any thread, and is applied where it was made. What a person
 * confirmed, edited or rejected stays as it is, and is not suggested again; older suggestions are replaced.
 */
struct _DramatisSuggester
{
  DramatisExtractor  *extractor;
  DramatisTime       *published;
  GString            *text;
  guint               length;       /* of the text, in code points */
  GArray             *starts;       /* of each passage, in code points of the text */
  DramatisExtraction *extraction;
};

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
      self->length += SEPARATOR_LENGTH;
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

/* The passage in which a range of the whole text lies, and the range there; FALSE if it reaches over one's end. */
static gboolean
localise (DramatisSuggester   *self,
          const DramatisRange *range,
          guint               *passage,
          DramatisRange       *local)
{
  guint low = 0;
  guint high = self->starts->len;
  guint start;
  guint end;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->starts, guint, middle) <= range->start)
        low = middle;
      else
        high = middle;
    }

  start = g_array_index (self->starts, guint, low);
  end = low + 1 < self->starts->len
        ? g_array_index (self->starts, guint, low + 1) - SEPARATOR_LENGTH : self->length;
  if (range->end > end)
    return FALSE;

  *passage = low;
  local->start = range->start - start;
  local->end = range->end - start;

  return TRUE;
}

/* Applying: the state of one application. */
typedef struct
{
  DramatisSuggester *suggester;
  DramatisDossier   *dossier;
  DramatisHistory   *history;
  GPtrArray         *passages;        /* of the article */
  GPtrArray         *actors;          /* of each found actor, the DramatisActor; NULL: rejected */
} Application;

static void
add_name (GHashTable    *names,
          const char    *name,
          DramatisActor *actor)
{
  char *folded = dramatis_text_fold (name);

  if (g_hash_table_contains (names, folded))
    g_free (folded);
  else
    g_hash_table_insert (names, folded, actor);
}

/* Folded name → actor, preferred names going before aliases. */
static GHashTable *
collect_names (DramatisDossier *dossier)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *actors = dramatis_dossier_get_actors (dossier);
  guint n_actors = g_list_model_get_n_items (actors);

  for (guint i = 0; i < n_actors; i++)
    {
      g_autoptr (DramatisActor) actor = g_list_model_get_item (actors, i);

      add_name (names, dramatis_actor_get_name (actor), actor);
    }
  for (guint i = 0; i < n_actors; i++)
    {
      g_autoptr (DramatisActor) actor = g_list_model_get_item (actors, i);
      const char * const *aliases = dramatis_actor_get_aliases (actor);

      for (guint j = 0; aliases[j] != NULL; j++)
        add_name (names, aliases[j], actor);
    }

  return names;
}

static DramatisActor *
create_actor (Application              *application,
              const DramatisFoundActor *found)
{
  g_autofree char *id = dramatis_dossier_create_id (application->dossier, "actor", found->name);
  DramatisActor *actor = dramatis_actor_new (id, found->kind, found->name);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) aliases = NULL;

  for (guint i = 0; i < found->aliases->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (found->aliases, i));
  aliases = g_strv_builder_end (builder);
  g_object_set (actor, "aliases", aliases, "status", DRAMATIS_STATUS_SUGGESTED, NULL);

  return actor;
}

static void
apply_actors (Application *application)
{
  DramatisExtraction *extraction = application->suggester->extraction;
  g_autoptr (GHashTable) names = collect_names (application->dossier);
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < extraction->actors->len; i++)
    {
      const DramatisFoundActor *found = &g_array_index (extraction->actors, DramatisFoundActor, i);
      g_autofree char *folded = dramatis_text_fold (found->name);
      DramatisActor *actor = g_hash_table_lookup (names, folded);

      if (actor == NULL)
        {
          actor = create_actor (application, found);
          g_ptr_array_add (added, actor);
          add_name (names, found->name, actor);
        }
      else if (dramatis_actor_get_status (actor) == DRAMATIS_STATUS_REJECTED)
        {
          actor = NULL;
        }
      g_ptr_array_add (application->actors, actor);
    }

  dramatis_dossier_add_all (application->dossier, added);
}

static int
compare_mentions (gconstpointer a,
                  gconstpointer b)
{
  const DramatisMention *first = a;
  const DramatisMention *second = b;

  return (first->range.start > second->range.start) - (first->range.start < second->range.start);
}

static gboolean
mentions_equal (GArray *a,
                GArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const DramatisMention *first = &g_array_index (a, DramatisMention, i);
      const DramatisMention *second = &g_array_index (b, DramatisMention, i);

      if (first->range.start != second->range.start || first->range.end != second->range.end
          || first->actor != second->actor || first->status != second->status || first->extra != second->extra)
        return FALSE;
    }

  return TRUE;
}

/* What a person has said of words holds: nothing is suggested over it. */
static void
suggest_mention (GArray              *mentions,
                 guint                n_kept,
                 const DramatisRange *range,
                 DramatisActor       *actor)
{
  const DramatisMention suggested = {
    *range, dramatis_thing_get_id (DRAMATIS_THING (actor)), DRAMATIS_STATUS_SUGGESTED, NULL
  };

  for (guint i = 0; i < n_kept; i++)
    {
      if (dramatis_range_overlaps (&g_array_index (mentions, DramatisMention, i).range, range))
        return;
    }

  g_array_append_val (mentions, suggested);
}

static void
apply_mentions (Application *application)
{
  DramatisExtraction *extraction = application->suggester->extraction;
  guint next = 0;

  for (guint i = 0; i < application->passages->len; i++)
    {
      DramatisPassage *passage = g_ptr_array_index (application->passages, i);
      GArray *old = dramatis_passage_get_mentions (passage);
      g_autoptr (GArray) mentions = dramatis_mentions_new ();
      guint n_kept;

      for (guint j = 0; j < old->len; j++)
        {
          const DramatisMention *mention = &g_array_index (old, DramatisMention, j);

          if (mention->status != DRAMATIS_STATUS_SUGGESTED)
            g_array_append_val (mentions, *mention);
        }

      n_kept = mentions->len;
      for (; next < extraction->mentions->len; next++)
        {
          const DramatisFoundMention *found = &g_array_index (extraction->mentions, DramatisFoundMention, next);
          DramatisActor *actor = g_ptr_array_index (application->actors, found->actor);
          DramatisRange range;
          guint where;

          if (!localise (application->suggester, &found->range, &where, &range))
            continue;
          if (where != i)
            break;
          if (actor != NULL)
            suggest_mention (mentions, n_kept, &range, actor);
        }

      g_array_sort (mentions, compare_mentions);
      if (!mentions_equal (old, mentions))
        dramatis_history_set (application->history, passage, "mentions", mentions, NULL);
    }
}

/* By what an event is known again: the words of its time, and where they stand. */
static char *
create_event_key (Application          *application,
                  const DramatisAnchor *anchor)
{
  DramatisPassage *passage = dramatis_dossier_lookup (application->dossier, anchor->passage);
  DramatisRange wording;

  if (passage == NULL || anchor->wording == NULL
      || !dramatis_anchor_locate_wording (anchor, dramatis_passage_get_text (passage), &wording))
    return NULL;

  return g_strdup_printf ("%s %u %u", anchor->passage, wording.start, wording.end);
}

static gboolean
is_in_article (Application   *application,
               DramatisEvent *event)
{
  GPtrArray *evidence = dramatis_event_get_evidence (event);

  for (guint i = 0; i < evidence->len; i++)
    {
      const DramatisAnchor *anchor = g_ptr_array_index (evidence, i);

      if (g_ptr_array_find (application->passages,
                            dramatis_dossier_lookup (application->dossier, anchor->passage), NULL))
        return TRUE;
    }

  return FALSE;
}

/* Key → event, for those that have evidence in the article. */
static GHashTable *
collect_events (Application *application)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *events = dramatis_dossier_get_events (application->dossier);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (DramatisEvent) event = g_list_model_get_item (events, i);
      GPtrArray *evidence = dramatis_event_get_evidence (event);

      if (!is_in_article (application, event))
        continue;
      for (guint j = 0; j < evidence->len; j++)
        {
          char *key = create_event_key (application, g_ptr_array_index (evidence, j));

          if (key != NULL)
            g_hash_table_insert (known, key, event);
        }
    }

  return known;
}

static GPtrArray *
create_evidence (Application              *application,
                 const DramatisFoundEvent *found)
{
  GPtrArray *evidence = dramatis_anchors_new ();

  for (guint i = 0; i < found->evidence->len; i++)
    {
      const DramatisFoundEvidence *piece = &g_array_index (found->evidence, DramatisFoundEvidence, i);
      g_autoptr (DramatisAnchor) anchor = NULL;
      g_autofree char *wording = NULL;
      DramatisAnchor fields;
      DramatisPassage *passage;
      DramatisRange range;
      DramatisRange words;
      guint where;

      if (!localise (application->suggester, &piece->range, &where, &range)
          || !localise (application->suggester, &piece->wording, &where, &words))
        continue;

      passage = g_ptr_array_index (application->passages, where);
      anchor = dramatis_anchor_new (dramatis_thing_get_id (DRAMATIS_THING (passage)),
                                    dramatis_passage_get_text (passage), &range);
      wording = dramatis_passage_dup_range (passage, &words);
      fields = *anchor;
      fields.wording = wording;
      fields.rule = (char *) piece->rule;
      fields.reference = piece->reference != NULL ? (char *) dramatis_time_get_edtf (piece->reference) : NULL;
      g_ptr_array_add (evidence, dramatis_anchor_new_full (&fields));
    }

  return evidence;
}

static GStrv
create_actor_ids (Application              *application,
                  const DramatisFoundEvent *found)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < found->actors->len; i++)
    {
      DramatisThing *actor = g_ptr_array_index (application->actors, g_array_index (found->actors, guint, i));

      if (actor != NULL && g_hash_table_add (seen, actor))
        g_strv_builder_add (builder, dramatis_thing_get_id (actor));
    }

  return g_strv_builder_end (builder);
}

static DramatisEvent *
find_known (Application *application,
            GHashTable  *known,
            GPtrArray   *evidence)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      g_autofree char *key = create_event_key (application, g_ptr_array_index (evidence, i));
      DramatisEvent *event = key != NULL ? g_hash_table_lookup (known, key) : NULL;

      if (event != NULL)
        return event;
    }

  return NULL;
}

static gboolean
has_notes (DramatisDossier *dossier,
           const char      *property,
           const char      *id)
{
  GListModel *notes = dramatis_dossier_get_notes (dossier);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (DramatisNote) note = g_list_model_get_item (notes, i);
      g_auto (GStrv) ids = NULL;

      g_object_get (note, property, &ids, NULL);
      if (ids != NULL && g_strv_contains ((const char * const *) ids, id))
        return TRUE;
    }

  return FALSE;
}

/* A suggestion that was not made again goes, unless somebody wrote about it. */
static void
remove_stale_events (Application *application,
                     GHashTable  *current)
{
  GListModel *events = dramatis_dossier_get_events (application->dossier);

  for (guint i = g_list_model_get_n_items (events); i > 0; i--)
    {
      g_autoptr (DramatisEvent) event = g_list_model_get_item (events, i - 1);

      if (dramatis_event_get_status (event) == DRAMATIS_STATUS_SUGGESTED
          && !g_hash_table_contains (current, event)
          && is_in_article (application, event)
          && !has_notes (application->dossier, "events", dramatis_thing_get_id (DRAMATIS_THING (event))))
        dramatis_dossier_remove (application->dossier, event);
    }
}

static void
apply_events (Application *application)
{
  DramatisExtraction *extraction = application->suggester->extraction;
  g_autoptr (GHashTable) known = collect_events (application);
  g_autoptr (GHashTable) current = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < extraction->events->len; i++)
    {
      const DramatisFoundEvent *found = &g_array_index (extraction->events, DramatisFoundEvent, i);
      g_autoptr (GPtrArray) evidence = create_evidence (application, found);
      g_auto (GStrv) actors = create_actor_ids (application, found);
      DramatisEvent *event = find_known (application, known, evidence);

      if (evidence->len == 0)
        continue;

      if (event == NULL)
        {
          const DramatisAnchor *anchor = g_ptr_array_index (evidence, 0);
          g_autofree char *seed = g_strdup_printf ("%s %u %s", anchor->passage, anchor->range.start, anchor->wording);
          g_autofree char *id = dramatis_dossier_create_id (application->dossier, "event", seed);

          event = dramatis_event_new (id, found->title, found->time);
          g_object_set (event, "actors", actors, "evidence", evidence,
                        "status", DRAMATIS_STATUS_SUGGESTED, NULL);
          g_ptr_array_add (added, event);
        }
      else if (dramatis_event_get_status (event) == DRAMATIS_STATUS_SUGGESTED)
        {
          dramatis_history_set (application->history, event,
                                "title", found->title,
                                "actors", actors,
                                "evidence", evidence,
                                NULL);
          if (!dramatis_time_equal (dramatis_event_get_time (event), found->time))
            dramatis_history_set (application->history, event, "time", found->time, NULL);
        }
      g_hash_table_add (current, event);
    }

  remove_stale_events (application, current);
  dramatis_dossier_add_all (application->dossier, added);
}

/* Actors that were suggested and that nothing names any more */
static void
remove_stale_actors (Application *application)
{
  GListModel *actors = dramatis_dossier_get_actors (application->dossier);
  GListModel *articles = dramatis_dossier_get_articles (application->dossier);
  g_autoptr (GHashTable) named = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (DramatisArticle) article = g_list_model_get_item (articles, i);
      GListModel *passages = dramatis_article_get_passages (article);

      for (guint j = 0; j < g_list_model_get_n_items (passages); j++)
        {
          g_autoptr (DramatisPassage) passage = g_list_model_get_item (passages, j);
          GArray *mentions = dramatis_passage_get_mentions (passage);

          for (guint k = 0; k < mentions->len; k++)
            g_hash_table_add (named, (gpointer) g_array_index (mentions, DramatisMention, k).actor);
        }
    }

  for (guint i = g_list_model_get_n_items (actors); i > 0; i--)
    {
      g_autoptr (DramatisActor) actor = g_list_model_get_item (actors, i - 1);
      const char *id = dramatis_thing_get_id (DRAMATIS_THING (actor));

      if (dramatis_actor_get_status (actor) == DRAMATIS_STATUS_SUGGESTED
          && !g_hash_table_contains (named, id)
          && !has_notes (application->dossier, "actors", id))
        dramatis_dossier_remove (application->dossier, actor);
    }
}

/**
 * dramatis_suggester_apply:
 * @self: a suggester that has run
 * @dossier: the dossier
 * @article: the article, whose passages were added to @self
 *
 * Suggests what was found. One level of undo, or part of one that has begun.
 */
void
dramatis_suggester_apply (DramatisSuggester *self,
                          DramatisDossier   *dossier,
                          DramatisArticle   *article)
{
  GListModel *passages = dramatis_article_get_passages (article);
  Application application = {
    .suggester = self,
    .dossier = dossier,
    .history = dramatis_dossier_get_history (dossier),
    .passages = g_ptr_array_new_with_free_func (g_object_unref),
    .actors = g_ptr_array_new (),
  };

  g_return_if_fail (self->extraction != NULL);
  g_return_if_fail (g_list_model_get_n_items (passages) == self->starts->len);

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    g_ptr_array_add (application.passages, g_list_model_get_item (passages, i));

  dramatis_history_begin (application.history, _("Find Actors and Events"));
  apply_actors (&application);
  apply_mentions (&application);
  apply_events (&application);
  remove_stale_actors (&application);
  dramatis_history_end (application.history);

  g_ptr_array_unref (application.passages);
  g_ptr_array_unref (application.actors);
}

/* Again, for an article of which something else is known now */

typedef struct
{
  DramatisSuggester *suggester;
  DramatisArticle   *article;
} Resolution;

static void
resolution_free (gpointer data)
{
  Resolution *resolution = data;

  dramatis_suggester_free (resolution->suggester);
  g_object_unref (resolution->article);
  g_free (resolution);
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
 * Suggests what was found. One level of undo.
 *
 * Returns: %FALSE with @error set if it was cancelled
 */
gboolean
dramatis_suggester_resolve_finish (DramatisDossier  *dossier,
                                   GAsyncResult     *result,
                                   GError          **error)
{
  Resolution *resolution = g_task_get_task_data (G_TASK (result));
  const char *id = dramatis_thing_get_id (DRAMATIS_THING (resolution->article));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  /* The article may be gone by now. */
  if (dramatis_dossier_lookup (dossier, id) == (gpointer) resolution->article)
    dramatis_suggester_apply (resolution->suggester, dossier, resolution->article);

  return TRUE;
}
