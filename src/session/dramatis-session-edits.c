/* dramatis-session-edits.c: adding what a person has marked
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-session-private.h"

#include <glib/gi18n-lib.h>

#include "dramatis-text.h"

/**
 * dramatis_session_add_note:
 * @self: a session
 * @ranges: (nullable) (element-type DramatisAnchor): the words that it is about, in reading order
 * @about: (nullable) (type DramatisThing): an actor, event or article that it is about
 *
 * Adds an empty note and makes it the active one. One level of undo.
 *
 * It is in the dossier from the start, so that nothing is lost if writing is broken off: words with an empty note
 * are a highlight.
 *
 * Returns: (transfer none): the note
 */
DramatisNote *
dramatis_session_add_note (DramatisSession *self,
                           GPtrArray       *ranges,
                           gpointer         about)
{
  g_autofree char *id = NULL;
  g_autoptr (DramatisNote) note = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  const char *about_ids[] = { about != NULL ? dramatis_thing_get_id (about) : NULL, NULL };

  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), NULL);

  id = dramatis_dossier_create_id (self->dossier, "note", NULL);
  note = g_object_new (DRAMATIS_TYPE_NOTE,
                       "id", id,
                       "colour", DRAMATIS_COLOUR_YELLOW,
                       "created", now,
                       "modified", now,
                       NULL);
  if (ranges != NULL)
    g_object_set (note, "ranges", ranges, NULL);
  if (DRAMATIS_IS_ACTOR (about))
    g_object_set (note, "actors", about_ids, NULL);
  else if (DRAMATIS_IS_EVENT (about))
    g_object_set (note, "events", about_ids, NULL);
  else if (DRAMATIS_IS_ARTICLE (about))
    g_object_set (note, "articles", about_ids, NULL);

  dramatis_dossier_add (self->dossier, note);
  dramatis_session_set_active_note (self, note);

  return note;
}

/* Puts a mention in its place among the others of a passage, where none of them is yet. */
static void
add_mention (GArray              *mentions,
             const DramatisRange *range,
             const char          *actor_id)
{
  const DramatisMention added = { *range, actor_id, DRAMATIS_STATUS_CONFIRMED, NULL };
  guint i;

  for (i = 0; i < mentions->len; i++)
    {
      const DramatisMention *mention = &g_array_index (mentions, DramatisMention, i);

      if (dramatis_range_overlaps (&mention->range, range))
        return;
      if (mention->range.start > range->start)
        break;
    }

  g_array_insert_val (mentions, i, added);
}

static gboolean
stands_alone (const char          *text,
              const DramatisRange *range)
{
  const char *start = g_utf8_offset_to_pointer (text, range->start);
  const char *end = g_utf8_offset_to_pointer (start, range->end - range->start);
  const char *before = g_utf8_find_prev_char (text, start);

  return (before == NULL || !g_unichar_isalnum (g_utf8_get_char (before)))
         && !g_unichar_isalnum (g_utf8_get_char (end));
}

/* Adds the mentions of a name in one passage; those of other actors stay, except where the person marked. */
static void
add_mentions (DramatisSession      *self,
              guint                 position,
              const char           *name,
              const char           *actor_id,
              const DramatisRange  *marked)
{
  DramatisPassage *passage = g_ptr_array_index (dramatis_index_get_passages (self->index), position);
  const char *text = dramatis_passage_get_text (passage);
  GArray *old = dramatis_passage_get_mentions (passage);
  g_autoptr (GArray) mentions = dramatis_mentions_new ();
  DramatisRange range;
  guint n_kept;

  for (guint i = 0; i < old->len; i++)
    {
      const DramatisMention *mention = &g_array_index (old, DramatisMention, i);

      if (marked == NULL || !dramatis_range_overlaps (&mention->range, marked))
        g_array_append_val (mentions, *mention);
    }
  n_kept = mentions->len;

  if (marked != NULL)
    add_mention (mentions, marked, actor_id);
  for (guint from = 0; dramatis_text_find (text, name, from, &range); from = range.end)
    {
      if (stands_alone (text, &range))
        add_mention (mentions, &range, actor_id);
    }

  if (mentions->len > n_kept)
    dramatis_history_set (dramatis_dossier_get_history (self->dossier), passage, "mentions", mentions, NULL);
}

/**
 * dramatis_session_add_actor:
 * @self: a session
 * @anchor: (transfer none): the name of the actor in the text
 *
 * Makes an actor of words, which become its first mention, and finds the others: the same words elsewhere, where
 * they do not name somebody else yet. One level of undo.
 *
 * Returns: (transfer none): the actor
 */
DramatisActor *
dramatis_session_add_actor (DramatisSession *self,
                            DramatisAnchor  *anchor)
{
  DramatisHistory *history;
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  g_autoptr (DramatisActor) actor = NULL;
  GPtrArray *passages;

  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), NULL);
  g_return_val_if_fail (anchor != NULL, NULL);

  history = dramatis_dossier_get_history (self->dossier);
  passages = dramatis_index_get_passages (self->index);
  id = dramatis_dossier_create_id (self->dossier, "actor", NULL);
  name = g_strstrip (g_strdup (anchor->quote));
  actor = dramatis_actor_new (id, DRAMATIS_ACTOR_KIND_PERSON, name);

  dramatis_history_begin (history, _("Add Actor"));
  dramatis_dossier_add (self->dossier, actor);
  for (guint i = 0; i < passages->len; i++)
    {
      DramatisThing *passage = g_ptr_array_index (passages, i);
      gboolean here = dramatis_thing_get_id (passage) == anchor->passage;

      add_mentions (self, i, name, dramatis_thing_get_id (DRAMATIS_THING (actor)), here ? &anchor->range : NULL);
    }
  dramatis_history_end (history);

  return actor;
}
