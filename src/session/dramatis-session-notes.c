/* dramatis-session-notes.c: the order of notes, and what they are about
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-session-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "dramatis-locator.h"

/* A person can look through so many places where lost words may be. */
#define N_PLACES 5

/* What a note is sorted by: to find it out for each comparison would take most of the time of a sort. */
typedef struct
{
  DramatisNote  *note;
  gint64         written;      /* microseconds */
  DramatisEvent *event;        /* its first one */
  const char    *tag;          /* fit for strcmp (); NULL: it has none */
} NoteKey;

static void
take_earlier (NoteKey       *key,
              DramatisEvent *event)
{
  if (dramatis_event_get_time (event) != NULL
      && (key->event == NULL || dramatis_time_compare (dramatis_event_get_time (event),
                                                       dramatis_event_get_time (key->event)) < 0))
    key->event = event;
}

/* The first of the events that a note is about, or else of those that are read from its passages. */
static void
find_event (DramatisSession *self,
            DramatisNote    *note,
            NoteKey         *key)
{
  const char * const *ids = dramatis_note_get_events (note);
  GPtrArray *ranges = dramatis_note_get_ranges (note);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      gpointer event = dramatis_dossier_lookup (self->dossier, ids[i]);

      if (DRAMATIS_IS_EVENT (event) && dramatis_event_get_status (event) != DRAMATIS_STATUS_REJECTED)
        take_earlier (key, event);
    }

  for (guint i = 0; key->event == NULL && i < ranges->len; i++)
    {
      const DramatisAnchor *anchor = g_ptr_array_index (ranges, i);
      GPtrArray *events;
      guint position;

      if (!dramatis_index_get_position (self->index, anchor->passage, &position))
        continue;

      events = dramatis_index_get_events_at (self->index, position);
      for (guint j = 0; events != NULL && j < events->len; j++)
        take_earlier (key, g_ptr_array_index (events, j));
    }
}

/* @tags: DramatisTag → what it is sorted by, of those met so far */
static const char *
get_tag_key (DramatisSession *self,
             const char      *id,
             GHashTable      *tags)
{
  DramatisTag *tag = id != NULL ? dramatis_dossier_lookup (self->dossier, id) : NULL;
  char *key;

  if (tag == NULL)
    return NULL;

  key = g_hash_table_lookup (tags, tag);
  if (key == NULL)
    {
      g_autofree char *folded = g_utf8_casefold (dramatis_tag_get_name (tag), -1);

      key = g_utf8_collate_key (folded, -1);
      g_hash_table_insert (tags, tag, key);
    }

  return key;
}

static NoteKey
create_key (DramatisSession *self,
            DramatisNote    *note,
            GHashTable      *tags)
{
  NoteKey key = { .note = note };
  GDateTime *created = dramatis_note_get_created (note);

  switch (self->note_order)
    {
    case DRAMATIS_NOTE_ORDER_TIME:
      find_event (self, note, &key);
      break;
    case DRAMATIS_NOTE_ORDER_WRITTEN:
      if (created != NULL)
        key.written = g_date_time_to_unix (created) * G_USEC_PER_SEC + g_date_time_get_microsecond (created);
      break;
    case DRAMATIS_NOTE_ORDER_TAG:
      key.tag = get_tag_key (self, *dramatis_note_get_tags (note), tags);
      break;
    case DRAMATIS_NOTE_ORDER_PLACE:
    default:
      break;
    }

  return key;
}

/* What a note has not got to be sorted by puts it last. */
static int
compare_keys (gconstpointer a,
              gconstpointer b,
              gpointer      session)
{
  DramatisSession *self = session;
  const NoteKey *one = a;
  const NoteKey *other = b;

  switch (self->note_order)
    {
    case DRAMATIS_NOTE_ORDER_TIME:
      if (one->event != NULL && other->event != NULL)
        return dramatis_time_compare (dramatis_event_get_time (one->event), dramatis_event_get_time (other->event));
      return (one->event == NULL) - (other->event == NULL);
    case DRAMATIS_NOTE_ORDER_WRITTEN:
      return (one->written < other->written) - (one->written > other->written);
    case DRAMATIS_NOTE_ORDER_TAG:
      if (one->tag != NULL && other->tag != NULL)
        return strcmp (one->tag, other->tag);
      return (one->tag == NULL) - (other->tag == NULL);
    case DRAMATIS_NOTE_ORDER_PLACE:
    default:
      return 0;
    }
}

/* @notes: in the order of the text, in which those stay that are equal: the sort of GLib is a stable one */
void
dramatis_session_sort_notes (DramatisSession *self,
                             GPtrArray       *notes)
{
  g_autoptr (GHashTable) tags = NULL;
  g_autoptr (GArray) keys = NULL;

  if (self->note_order == DRAMATIS_NOTE_ORDER_PLACE)
    return;

  tags = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  keys = g_array_sized_new (FALSE, FALSE, sizeof (NoteKey), notes->len);
  for (guint i = 0; i < notes->len; i++)
    {
      NoteKey key = create_key (self, g_ptr_array_index (notes, i), tags);

      g_array_append_val (keys, key);
    }
  g_array_sort_with_data (keys, compare_keys, self);
  for (guint i = 0; i < notes->len; i++)
    notes->pdata[i] = g_array_index (keys, NoteKey, i).note;
}

/**
 * dramatis_session_get_active_note:
 * @self: a session
 *
 * Gets the note that is being written or has been asked for.
 *
 * Returns: (transfer none) (nullable): the note
 */
DramatisNote *
dramatis_session_get_active_note (DramatisSession *self)
{
  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), NULL);

  return self->active_note;
}

/**
 * dramatis_session_set_active_note:
 * @self: a session
 * @note: (nullable): a note of the dossier
 *
 * Asks for a note to be shown and written.
 */
void
dramatis_session_set_active_note (DramatisSession *self,
                                  DramatisNote    *note)
{
  g_return_if_fail (DRAMATIS_IS_SESSION (self));

  if (!g_set_object (&self->active_note, note))
    return;

  dramatis_session_update_notes (self);
  g_object_notify (G_OBJECT (self), "active-note");
}

/**
 * dramatis_session_set_note_order:
 * @self: a session
 * @order: an order
 *
 * Says how the notes are sorted.
 */
void
dramatis_session_set_note_order (DramatisSession   *self,
                                 DramatisNoteOrder  order)
{
  g_return_if_fail (DRAMATIS_IS_SESSION (self));

  if (self->note_order == order)
    return;

  self->note_order = order;
  dramatis_session_update_notes (self);
  dramatis_session_update_hits (self);
  g_object_notify (G_OBJECT (self), "note-order");
}

/**
 * dramatis_session_get_note_colour:
 * @self: a session
 * @note: a note of its dossier
 *
 * Gets the colour that a note and its words have: its own, or else that of its first tag that has one, or yellow.
 *
 * Returns: a colour, never %DRAMATIS_COLOUR_AUTOMATIC
 */
DramatisColour
dramatis_session_get_note_colour (DramatisSession *self,
                                  DramatisNote    *note)
{
  DramatisColour colour = dramatis_note_get_colour (note);
  const char * const *tags = dramatis_note_get_tags (note);

  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), DRAMATIS_COLOUR_YELLOW);

  for (guint i = 0; colour == DRAMATIS_COLOUR_AUTOMATIC && tags[i] != NULL; i++)
    {
      DramatisTag *tag = dramatis_dossier_lookup (self->dossier, tags[i]);

      if (tag != NULL)
        colour = dramatis_tag_get_colour (tag);
    }

  return colour != DRAMATIS_COLOUR_AUTOMATIC ? colour : DRAMATIS_COLOUR_YELLOW;
}

/**
 * dramatis_session_anchor_is_lost:
 * @self: a session
 * @anchor: words that a note is about
 * @reason: (out) (optional): why, a sentence
 *
 * Tells whether words cannot be found where they stood.
 *
 * Returns: whether they are lost
 */
gboolean
dramatis_session_anchor_is_lost (DramatisSession       *self,
                                 const DramatisAnchor  *anchor,
                                 const char           **reason)
{
  DramatisPassage *passage = dramatis_dossier_lookup (self->dossier, anchor->passage);
  const char *why = NULL;
  DramatisRange range;

  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), FALSE);

  if (!DRAMATIS_IS_PASSAGE (passage))
    why = _("The passage of these words is no longer in the article.");
  else if (!dramatis_anchor_locate (anchor, dramatis_passage_get_text (passage), &range))
    why = _("The passage was changed, and these words are no longer in it.");

  if (reason != NULL)
    *reason = why;

  return why != NULL;
}

/**
 * dramatis_session_note_is_orphan:
 * @self: a session
 * @note: a note of its dossier
 *
 * Tells whether some of the words that a note is about are lost.
 *
 * Returns: whether they are
 */
gboolean
dramatis_session_note_is_orphan (DramatisSession *self,
                                 DramatisNote    *note)
{
  GPtrArray *ranges = dramatis_note_get_ranges (note);

  for (guint i = 0; i < ranges->len; i++)
    if (dramatis_session_anchor_is_lost (self, g_ptr_array_index (ranges, i), NULL))
      return TRUE;

  return FALSE;
}

static void
set_ranges (DramatisSession *self,
            DramatisNote    *note,
            GPtrArray       *ranges)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  dramatis_dossier_edit (self->dossier, _("Edit Note"), note, "ranges", ranges, "modified", now, NULL);
}

/* The words that a note is about but for one of them, if @left_out is the number of one. */
static GPtrArray *
copy_ranges (DramatisNote *note,
             guint         left_out)
{
  GPtrArray *ranges = dramatis_note_get_ranges (note);
  GPtrArray *copy = dramatis_anchors_new ();

  for (guint i = 0; i < ranges->len; i++)
    if (i != left_out)
      g_ptr_array_add (copy, dramatis_anchor_ref (g_ptr_array_index (ranges, i)));

  return copy;
}

static gboolean
has_range (GPtrArray            *ranges,
           const DramatisAnchor *anchor)
{
  for (guint i = 0; i < ranges->len; i++)
    {
      const DramatisAnchor *other = g_ptr_array_index (ranges, i);

      if (other->passage == anchor->passage && other->range.start == anchor->range.start
          && other->range.end == anchor->range.end)
        return TRUE;
    }

  return FALSE;
}

/**
 * dramatis_session_add_to_note:
 * @self: a session
 * @note: a note of its dossier
 * @anchors: (element-type DramatisAnchor): further words that it is about
 *
 * Makes a note be about words, too. One level of undo.
 */
void
dramatis_session_add_to_note (DramatisSession *self,
                              DramatisNote    *note,
                              GPtrArray       *anchors)
{
  g_autoptr (GPtrArray) ranges = copy_ranges (note, G_MAXUINT);
  guint n_before = ranges->len;

  g_return_if_fail (DRAMATIS_IS_SESSION (self));

  for (guint i = 0; i < anchors->len; i++)
    if (!has_range (ranges, g_ptr_array_index (anchors, i)))
      g_ptr_array_add (ranges, dramatis_anchor_ref (g_ptr_array_index (anchors, i)));
  if (ranges->len > n_before)
    set_ranges (self, note, ranges);
}

/**
 * dramatis_session_take_from_note:
 * @self: a session
 * @note: a note of its dossier
 * @number: which of the ranges that it is about, from 0
 *
 * Makes a note no longer be about words. One level of undo.
 */
void
dramatis_session_take_from_note (DramatisSession *self,
                                 DramatisNote    *note,
                                 guint            number)
{
  g_autoptr (GPtrArray) ranges = copy_ranges (note, number);

  g_return_if_fail (DRAMATIS_IS_SESSION (self));
  g_return_if_fail (number < dramatis_note_get_ranges (note)->len);

  set_ranges (self, note, ranges);
}

/**
 * dramatis_session_find_note_again:
 * @self: a session
 * @note: a note of its dossier
 * @number: which of the ranges that it is about, from 0
 *
 * Looks in all articles for what lost words of a note may have become; see [method@Session.attach_note].
 *
 * Returns: (transfer full) (element-type DramatisAnchor): a few places, the most likely one first
 */
GPtrArray *
dramatis_session_find_note_again (DramatisSession *self,
                                  DramatisNote    *note,
                                  guint            number)
{
  g_autoptr (DramatisLocator) locator = dramatis_locator_new ();
  GListModel *articles;

  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), NULL);
  g_return_val_if_fail (number < dramatis_note_get_ranges (note)->len, NULL);

  articles = dramatis_dossier_get_articles (self->dossier);
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (DramatisArticle) article = g_list_model_get_item (articles, i);
      GListModel *passages = dramatis_article_get_passages (article);

      for (guint j = 0; j < g_list_model_get_n_items (passages); j++)
        {
          g_autoptr (DramatisPassage) passage = g_list_model_get_item (passages, j);

          dramatis_locator_add_passage (locator, dramatis_thing_get_id (DRAMATIS_THING (passage)),
                                        dramatis_passage_get_text (passage));
        }
    }

  return dramatis_locator_list (locator, g_ptr_array_index (dramatis_note_get_ranges (note), number), N_PLACES);
}

/**
 * dramatis_session_attach_note:
 * @self: a session
 * @note: a note of its dossier
 * @number: which of the ranges that it is about, from 0
 * @anchors: (element-type DramatisAnchor): the words that it is about instead
 *
 * Attaches a note to other words. One level of undo.
 */
void
dramatis_session_attach_note (DramatisSession *self,
                              DramatisNote    *note,
                              guint            number,
                              GPtrArray       *anchors)
{
  g_autoptr (GPtrArray) ranges = copy_ranges (note, number);

  g_return_if_fail (DRAMATIS_IS_SESSION (self));
  g_return_if_fail (number < dramatis_note_get_ranges (note)->len);

  for (guint i = 0; i < anchors->len; i++)
    g_ptr_array_insert (ranges, number + i, dramatis_anchor_ref (g_ptr_array_index (anchors, i)));
  set_ranges (self, note, ranges);
}

/**
 * dramatis_session_toggle_about:
 * @self: a session
 * @note: a note of its dossier
 * @thing: (type DramatisThing): an actor, event or article
 *
 * Makes a note be about a thing, or no longer. One level of undo.
 */
void
dramatis_session_toggle_about (DramatisSession *self,
                               DramatisNote    *note,
                               gpointer         thing)
{
  const char *property = DRAMATIS_IS_ACTOR (thing) ? "actors" : DRAMATIS_IS_EVENT (thing) ? "events" : "articles";
  const char *id = dramatis_thing_get_id (thing);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) old = NULL;
  g_auto (GStrv) ids = NULL;
  gboolean had = FALSE;

  g_return_if_fail (DRAMATIS_IS_SESSION (self));

  g_object_get (note, property, &old, NULL);
  for (guint i = 0; old != NULL && old[i] != NULL; i++)
    {
      if (g_str_equal (old[i], id))
        had = TRUE;
      else
        g_strv_builder_add (builder, old[i]);
    }
  if (!had)
    g_strv_builder_add (builder, id);
  ids = g_strv_builder_end (builder);
  dramatis_dossier_edit (self->dossier, _("Edit Note"), note, property, ids, "modified", now, NULL);
}
