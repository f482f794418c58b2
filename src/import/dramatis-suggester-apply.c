/* dramatis-suggester-apply.c: what was found becomes suggestions of a dossier
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-suggester-private.h"

#include <glib/gi18n-lib.h>

#include "dramatis-link.h"
#include "dramatis-text.h"

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
        ? g_array_index (self->starts, guint, low + 1) - DRAMATIS_SUGGESTER_SEPARATOR_LENGTH : self->length;
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
  GHashTable        *passage_ids;     /* interned */
  GPtrArray         *actors;          /* of each found actor, the DramatisActor; NULL: rejected */
  GHashTable        *added;           /* those of them that are new */
  gboolean           keeps;           /* all that there is */
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

static void
add_names (GHashTable *names,
           GListModel *actors,
           gboolean    rejected)
{
  guint n_actors = g_list_model_get_n_items (actors);

  for (guint i = 0; i < n_actors; i++)
    {
      g_autoptr (DramatisActor) actor = g_list_model_get_item (actors, i);

      if ((dramatis_actor_get_status (actor) == DRAMATIS_STATUS_REJECTED) == rejected)
        add_name (names, dramatis_actor_get_name (actor), actor);
    }
  for (guint i = 0; i < n_actors; i++)
    {
      g_autoptr (DramatisActor) actor = g_list_model_get_item (actors, i);
      const char * const *aliases = dramatis_actor_get_aliases (actor);

      if ((dramatis_actor_get_status (actor) == DRAMATIS_STATUS_REJECTED) == rejected)
        for (guint j = 0; aliases[j] != NULL; j++)
          add_name (names, aliases[j], actor);
    }
}

/* Folded name → actor, preferred names going before aliases, and all before those of actors that were rejected. */
static GHashTable *
collect_names (DramatisDossier *dossier)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  add_names (names, dramatis_dossier_get_actors (dossier), FALSE);
  add_names (names, dramatis_dossier_get_actors (dossier), TRUE);

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

/* The identifiers of found actors, without those that a person rejected */
static GStrv
create_actor_ids (Application *application,
                  GArray      *found)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < found->len; i++)
    {
      DramatisThing *actor = g_ptr_array_index (application->actors, g_array_index (found, guint, i));

      if (actor != NULL && g_hash_table_add (seen, actor))
        g_strv_builder_add (builder, dramatis_thing_get_id (actor));
    }

  return g_strv_builder_end (builder);
}

/* Whom a name may mean; of those that a person has settled nothing is asked. */
static void
apply_candidates (Application *application)
{
  DramatisExtraction *extraction = application->suggester->extraction;

  for (guint i = 0; i < extraction->actors->len; i++)
    {
      const DramatisFoundActor *found = &g_array_index (extraction->actors, DramatisFoundActor, i);
      DramatisActor *actor = g_ptr_array_index (application->actors, i);
      g_auto (GStrv) ids = NULL;

      if (actor == NULL || dramatis_actor_get_status (actor) != DRAMATIS_STATUS_SUGGESTED
          || (application->keeps && !g_hash_table_contains (application->added, actor)))
        continue;

      ids = create_actor_ids (application, found->candidates);
      if (!g_strv_equal ((const char * const *) ids, dramatis_actor_get_candidates (actor)))
        dramatis_history_set (application->history, actor, "candidates", ids, NULL);
    }
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
          g_hash_table_add (application->added, actor);
          add_name (names, found->name, actor);
        }
      else if (dramatis_actor_get_status (actor) == DRAMATIS_STATUS_REJECTED)
        {
          actor = NULL;
        }
      g_ptr_array_add (application->actors, actor);
    }

  dramatis_dossier_add_all (application->dossier, added);
  apply_candidates (application);
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

          if (application->keeps || mention->status != DRAMATIS_STATUS_SUGGESTED)
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

      dramatis_mentions_sort (mentions);
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

      if (g_hash_table_contains (application->passage_ids, anchor->passage))
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

/* A quotation in which the wording stands once, or first: by that it is known again. */
static DramatisAnchor *
create_quotation (DramatisPassage             *passage,
                  const DramatisRange         *range,
                  const DramatisRange         *wording,
                  const DramatisFoundEvidence *found)
{
  const char *id = dramatis_thing_get_id (DRAMATIS_THING (passage));
  const char *text = dramatis_passage_get_text (passage);
  g_autofree char *words = dramatis_passage_dup_range (passage, wording);
  DramatisRange quoted = *range;

  for (;;)
    {
      g_autoptr (DramatisAnchor) anchor = dramatis_anchor_new (id, text, &quoted);
      g_autoptr (DramatisAnchor) quotation = NULL;
      DramatisAnchor fields = *anchor;
      DramatisRange first;

      fields.wording = words;
      fields.rule = (char *) found->rule;
      fields.reference = found->reference != NULL ? (char *) dramatis_time_get_edtf (found->reference) : NULL;
      quotation = dramatis_anchor_new_full (&fields);
      if (!dramatis_anchor_locate_wording (quotation, text, &first) || first.start >= wording->start)
        return g_steal_pointer (&quotation);

      for (quoted.start = first.end; quoted.start < wording->start; quoted.start++)
        if (g_unichar_isalnum (g_utf8_get_char (g_utf8_offset_to_pointer (text, quoted.start))))
          break;
    }
}

static GPtrArray *
create_evidence (Application              *application,
                 const DramatisFoundEvent *found)
{
  GPtrArray *evidence = dramatis_anchors_new ();

  for (guint i = 0; i < found->evidence->len; i++)
    {
      const DramatisFoundEvidence *piece = &g_array_index (found->evidence, DramatisFoundEvidence, i);
      DramatisRange range;
      DramatisRange words;
      guint where;

      if (localise (application->suggester, &piece->range, &where, &range)
          && localise (application->suggester, &piece->wording, &where, &words))
        g_ptr_array_add (evidence,
                         create_quotation (g_ptr_array_index (application->passages, where), &range, &words, piece));
    }

  return evidence;
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

static void
add_all (GHashTable         *set,
         const char * const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    g_hash_table_add (set, g_strdup (ids[i]));
}

/* The things that people have written about, or have linked to. */
static GHashTable *
collect_noted (DramatisDossier *dossier)
{
  GHashTable *noted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *notes = dramatis_dossier_get_notes (dossier);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (DramatisNote) note = g_list_model_get_item (notes, i);
      const char * const *linked = dramatis_note_get_links (note);

      add_all (noted, dramatis_note_get_actors (note));
      add_all (noted, dramatis_note_get_events (note));
      add_all (noted, (const char * const *) linked);
    }

  return noted;
}

/* A suggestion that was not made again goes, unless somebody wrote about it. */
static void
remove_stale_events (Application *application,
                     GHashTable  *current,
                     GHashTable  *noted)
{
  GListModel *events = dramatis_dossier_get_events (application->dossier);

  for (guint i = g_list_model_get_n_items (events); i > 0; i--)
    {
      g_autoptr (DramatisEvent) event = g_list_model_get_item (events, i - 1);

      if (dramatis_event_get_status (event) == DRAMATIS_STATUS_SUGGESTED
          && !g_hash_table_contains (current, event)
          && is_in_article (application, event)
          && !g_hash_table_contains (noted, dramatis_thing_get_id (DRAMATIS_THING (event))))
        dramatis_dossier_remove (application->dossier, event);
    }
}

/* Whether nothing is to be changed, so that there is nothing to undo. */
static gboolean
is_as_found (DramatisEvent            *event,
             const DramatisFoundEvent *found,
             char                    **actors,
             GPtrArray                *evidence)
{
  GPtrArray *old = dramatis_event_get_evidence (event);

  if (!g_str_equal (dramatis_event_get_title (event), found->title)
      || !dramatis_time_equal (dramatis_event_get_time (event), found->time)
      || !g_strv_equal (dramatis_event_get_actors (event), (const char * const *) actors)
      || old->len != evidence->len)
    return FALSE;

  for (guint i = 0; i < old->len; i++)
    {
      const DramatisAnchor *a = g_ptr_array_index (old, i);
      const DramatisAnchor *b = g_ptr_array_index (evidence, i);

      if (a->passage != b->passage || a->range.start != b->range.start || a->range.end != b->range.end
          || g_strcmp0 (a->wording, b->wording) != 0 || g_strcmp0 (a->rule, b->rule) != 0
          || g_strcmp0 (a->reference, b->reference) != 0)
        return FALSE;
    }

  return TRUE;
}

static void
apply_events (Application *application,
              GHashTable  *noted)
{
  DramatisExtraction *extraction = application->suggester->extraction;
  g_autoptr (GHashTable) known = collect_events (application);
  g_autoptr (GHashTable) current = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < extraction->events->len; i++)
    {
      const DramatisFoundEvent *found = &g_array_index (extraction->events, DramatisFoundEvent, i);
      g_autoptr (GPtrArray) evidence = create_evidence (application, found);
      g_auto (GStrv) actors = create_actor_ids (application, found->actors);
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
      else if (!application->keeps && dramatis_event_get_status (event) == DRAMATIS_STATUS_SUGGESTED)
        {
          if (!is_as_found (event, found, actors, evidence))
            dramatis_history_set (application->history, event,
                                  "title", found->title,
                                  "time", found->time,
                                  "actors", actors,
                                  "evidence", evidence,
                                  NULL);
        }
      g_hash_table_add (current, event);
    }

  if (!application->keeps)
    remove_stale_events (application, current, noted);
  dramatis_dossier_add_all (application->dossier, added);
}

/* Actors that were suggested and that nothing names any more */
static void
remove_stale_actors (Application *application,
                     GHashTable  *noted)
{
  GListModel *actors = dramatis_dossier_get_actors (application->dossier);
  GListModel *articles = dramatis_dossier_get_articles (application->dossier);
  GListModel *events = dramatis_dossier_get_events (application->dossier);
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

  /* nor is anybody taken out of an event that a person has said something of */
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (DramatisEvent) event = g_list_model_get_item (events, i);
      const char * const *ids = dramatis_event_get_actors (event);

      for (guint j = 0; ids[j] != NULL && dramatis_event_get_status (event) != DRAMATIS_STATUS_SUGGESTED; j++)
        g_hash_table_add (named, (gpointer) g_intern_string (ids[j]));
    }

  /* nor out of a group */
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (DramatisActor) actor = g_list_model_get_item (actors, i);
      const char * const *ids = dramatis_actor_get_memberships (actor);

      for (guint j = 0; ids[j] != NULL; j++)
        g_hash_table_add (named, (gpointer) g_intern_string (ids[j]));
    }

  for (guint i = g_list_model_get_n_items (actors); i > 0; i--)
    {
      g_autoptr (DramatisActor) actor = g_list_model_get_item (actors, i - 1);
      const char *id = dramatis_thing_get_id (DRAMATIS_THING (actor));

      if (dramatis_actor_get_status (actor) == DRAMATIS_STATUS_SUGGESTED
          && !g_hash_table_contains (named, id)
          && (!application->keeps || g_hash_table_contains (application->added, actor))
          && !g_hash_table_contains (noted, id))
        dramatis_dossier_remove (application->dossier, actor);
    }
}

static void
apply (DramatisSuggester *self,
       DramatisDossier   *dossier,
       DramatisArticle   *article,
       gboolean           keeps)
{
  GListModel *passages = dramatis_article_get_passages (article);
  g_autoptr (GPtrArray) article_passages = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) passage_ids = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) actors = g_ptr_array_new ();
  g_autoptr (GHashTable) added = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) noted = NULL;
  Application application = {
    .suggester = self,
    .dossier = dossier,
    .history = dramatis_dossier_get_history (dossier),
    .passages = article_passages,
    .passage_ids = passage_ids,
    .actors = actors,
    .added = added,
    .keeps = keeps,
  };

  g_return_if_fail (self->extraction != NULL);
  g_return_if_fail (g_list_model_get_n_items (passages) == self->starts->len);

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      DramatisPassage *passage = g_list_model_get_item (passages, i);

      g_ptr_array_add (article_passages, passage);
      g_hash_table_add (passage_ids, (gpointer) dramatis_thing_get_id (DRAMATIS_THING (passage)));
    }

  dramatis_history_begin (application.history, _("Find Actors and Events"));
  apply_actors (&application);
  apply_mentions (&application);
  noted = collect_noted (dossier);
  apply_events (&application, noted);
  remove_stale_actors (&application, noted);
  dramatis_history_end (application.history);
}

/**
 * dramatis_suggester_apply:
 * @self: a suggester that has run
 * @dossier: the dossier
 * @article: the article, whose passages were added to @self
 *
 * Suggests what was found, and nothing else any more. One level of undo, or part of one that has begun.
 */
void
dramatis_suggester_apply (DramatisSuggester *self,
                          DramatisDossier   *dossier,
                          DramatisArticle   *article)
{
  apply (self, dossier, article, FALSE);
}

/**
 * dramatis_suggester_supplement:
 * @self: a suggester that has run
 * @dossier: the dossier
 * @article: the article, whose passages were added to @self
 *
 * Suggests what was found where nothing is known yet; all that there is stays as it is. One level of undo, or part of
 * one that has begun.
 */
void
dramatis_suggester_supplement (DramatisSuggester *self,
                               DramatisDossier   *dossier,
                               DramatisArticle   *article)
{
  apply (self, dossier, article, TRUE);
}
