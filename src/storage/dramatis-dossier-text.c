/* dramatis-dossier-text.c: from a dossier to the text of its file
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-dossier-text.h"

#include "dramatis-dossier-parser.h"
#include "dramatis-enum-types.h"
#include "dramatis-json-text.h"

/* The text is laid out to be compared and merged by line: one member per line, one element of a list per line, a
 * mention in one line, always in the same order, and what is empty left out. json-glib could not do that. */

typedef struct
{
  GString  *text;
  guint     depth;
  gboolean  is_first;   /* in the object or array that is open */
} Writer;

static void
begin_line (Writer *writer)
{
  static const char blanks[] = "                    ";

  if (!writer->is_first)
    g_string_append_c (writer->text, ',');
  writer->is_first = FALSE;

  g_string_append_c (writer->text, '\n');
  g_string_append_len (writer->text, blanks, MIN (2 * writer->depth, sizeof blanks - 1));
}

static void
begin_member (Writer     *writer,
              const char *name)
{
  begin_line (writer);
  g_string_append_c (writer->text, '"');
  g_string_append (writer->text, name);
  g_string_append (writer->text, "\": ");
}

static void
open_bracket (Writer *writer,
              char    bracket)
{
  g_string_append_c (writer->text, bracket);
  writer->depth++;
  writer->is_first = TRUE;
}

static void
close_bracket (Writer *writer,
               char    bracket)
{
  gboolean is_empty = writer->is_first;

  writer->depth--;
  if (!is_empty)
    {
      writer->is_first = TRUE;
      begin_line (writer);
    }
  g_string_append_c (writer->text, bracket);
  writer->is_first = FALSE;
}

static void
write_text (Writer     *writer,
            const char *name,
            const char *text)
{
  begin_member (writer, name);
  dramatis_json_append_text (writer->text, text);
}

static void
write_text_unless_empty (Writer     *writer,
                         const char *name,
                         const char *text)
{
  if (text != NULL && *text != '\0')
    write_text (writer, name, text);
}

static void
write_number (Writer     *writer,
              const char *name,
              guint       number)
{
  begin_member (writer, name);
  g_string_append_printf (writer->text, "%u", number);
}

static void
write_true (Writer     *writer,
            const char *name)
{
  begin_member (writer, name);
  g_string_append (writer->text, "true");
}

static void
write_texts (Writer             *writer,
             const char         *name,
             const char * const *texts)
{
  if (texts[0] == NULL)
    return;

  begin_member (writer, name);
  open_bracket (writer, '[');
  for (guint i = 0; texts[i] != NULL; i++)
    {
      begin_line (writer);
      dramatis_json_append_text (writer->text, texts[i]);
    }
  close_bracket (writer, ']');
}

static void
write_time (Writer       *writer,
            const char   *name,
            DramatisTime *time)
{
  if (time != NULL)
    write_text (writer, name, dramatis_time_get_edtf (time));
}

static void
write_date_time (Writer     *writer,
                 const char *name,
                 GDateTime  *date_time)
{
  g_autofree char *text = NULL;

  if (date_time == NULL)
    return;

  text = g_date_time_format_iso8601 (date_time);
  write_text (writer, name, text);
}

static void
write_status (Writer         *writer,
              DramatisStatus  status)
{
  if (status != DRAMATIS_STATUS_CONFIRMED)
    write_text (writer, "status", dramatis_enum_to_nick (DRAMATIS_TYPE_STATUS, status));
}

static void
write_colour (Writer         *writer,
              DramatisColour  colour)
{
  if (colour != DRAMATIS_COLOUR_AUTOMATIC)
    write_text (writer, "colour", dramatis_enum_to_nick (DRAMATIS_TYPE_COLOUR, colour));
}

/* Rare: only of a file of a later version, or that another program has written. */
static JsonNode *
parse_extra (const char *extra)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (extra, &error);

  if (node == NULL)
    g_critical ("Unknown members are no JSON: %s", error != NULL ? error->message : extra);

  return node;
}

static void
write_extra (Writer     *writer,
             const char *extra)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (extra == NULL || (node = parse_extra (extra)) == NULL)
    return;

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      begin_line (writer);
      dramatis_json_append_text (writer->text, name);
      g_string_append (writer->text, ": ");
      dramatis_json_append_node (writer->text, member);
    }
}

static void
write_mention (Writer                *writer,
               const DramatisMention *mention)
{
  begin_line (writer);
  g_string_append_printf (writer->text, "[%u, %u, ", mention->range.start, mention->range.end);
  dramatis_json_append_text (writer->text, mention->actor);

  if (mention->status != DRAMATIS_STATUS_SUGGESTED || mention->extra != NULL)
    {
      g_string_append (writer->text, ", ");
      dramatis_json_append_text (writer->text, dramatis_enum_to_nick (DRAMATIS_TYPE_STATUS, mention->status));
    }

  if (mention->extra != NULL)
    {
      g_autoptr (JsonNode) node = parse_extra (mention->extra);
      JsonArray *elements = node != NULL ? json_node_get_array (node) : NULL;

      for (guint i = 0; elements != NULL && i < json_array_get_length (elements); i++)
        {
          g_string_append (writer->text, ", ");
          dramatis_json_append_node (writer->text, json_array_get_element (elements, i));
        }
    }

  g_string_append_c (writer->text, ']');
}

static void
write_anchors (Writer     *writer,
               const char *name,
               GPtrArray  *anchors)
{
  if (anchors->len == 0)
    return;

  begin_member (writer, name);
  open_bracket (writer, '[');
  for (guint i = 0; i < anchors->len; i++)
    {
      const DramatisAnchor *anchor = g_ptr_array_index (anchors, i);

      begin_line (writer);
      open_bracket (writer, '{');
      write_text (writer, "passage", anchor->passage);
      write_number (writer, "start", anchor->range.start);
      write_number (writer, "end", anchor->range.end);
      write_text_unless_empty (writer, "quote", anchor->quote);
      write_text_unless_empty (writer, "prefix", anchor->prefix);
      write_text_unless_empty (writer, "suffix", anchor->suffix);
      write_text_unless_empty (writer, "wording", anchor->wording);
      write_text_unless_empty (writer, "rule", anchor->rule);
      write_text_unless_empty (writer, "reference", anchor->reference);
      write_extra (writer, anchor->extra);
      close_bracket (writer, '}');
    }
  close_bracket (writer, ']');
}

static void
write_passage (Writer          *writer,
               DramatisPassage *passage)
{
  GArray *mentions = dramatis_passage_get_mentions (passage);

  write_text (writer, "kind",
              dramatis_enum_to_nick (DRAMATIS_TYPE_PASSAGE_KIND, dramatis_passage_get_kind (passage)));
  write_text (writer, "text", dramatis_passage_get_text (passage));

  if (mentions->len == 0)
    return;

  begin_member (writer, "mentions");
  open_bracket (writer, '[');
  for (guint i = 0; i < mentions->len; i++)
    write_mention (writer, &g_array_index (mentions, DramatisMention, i));
  close_bracket (writer, ']');
}

static void
write_actor (Writer        *writer,
             DramatisActor *actor)
{
  write_status (writer, dramatis_actor_get_status (actor));
  write_text (writer, "kind", dramatis_enum_to_nick (DRAMATIS_TYPE_ACTOR_KIND, dramatis_actor_get_kind (actor)));
  write_text (writer, "name", dramatis_actor_get_name (actor));
  write_texts (writer, "aliases", dramatis_actor_get_aliases (actor));
  write_text_unless_empty (writer, "description", dramatis_actor_get_description (actor));
  write_colour (writer, dramatis_actor_get_colour (actor));
  if (dramatis_actor_get_hidden (actor))
    write_true (writer, "hidden");
  write_texts (writer, "candidates", dramatis_actor_get_candidates (actor));
  write_texts (writer, "memberships", dramatis_actor_get_memberships (actor));
  write_texts (writer, "identifiers", dramatis_actor_get_identifiers (actor));
}

static void
write_event (Writer        *writer,
             DramatisEvent *event)
{
  write_status (writer, dramatis_event_get_status (event));
  write_text (writer, "title", dramatis_event_get_title (event));
  write_time (writer, "time", dramatis_event_get_time (event));
  write_texts (writer, "actors", dramatis_event_get_actors (event));
  write_anchors (writer, "evidence", dramatis_event_get_evidence (event));
}

static void
write_note (Writer       *writer,
            DramatisNote *note)
{
  write_text (writer, "text", dramatis_note_get_text (note));
  write_texts (writer, "tags", dramatis_note_get_tags (note));
  write_colour (writer, dramatis_note_get_colour (note));
  write_date_time (writer, "created", dramatis_note_get_created (note));
  write_date_time (writer, "modified", dramatis_note_get_modified (note));
  write_anchors (writer, "ranges", dramatis_note_get_ranges (note));
  write_texts (writer, "actors", dramatis_note_get_actors (note));
  write_texts (writer, "events", dramatis_note_get_events (note));
  write_texts (writer, "articles", dramatis_note_get_articles (note));
}

static void
write_tag (Writer      *writer,
           DramatisTag *tag)
{
  write_text (writer, "name", dramatis_tag_get_name (tag));
  write_colour (writer, dramatis_tag_get_colour (tag));
  write_text_unless_empty (writer, "description", dramatis_tag_get_description (tag));
}

typedef void (* WriteThing) (Writer   *writer,
                             gpointer  thing);

static void
write_things (Writer     *writer,
              const char *name,
              GPtrArray  *things,
              WriteThing  write_thing)
{
  begin_member (writer, name);
  open_bracket (writer, '[');
  for (guint i = 0; i < things->len; i++)
    {
      DramatisThing *thing = g_ptr_array_index (things, i);

      begin_line (writer);
      open_bracket (writer, '{');
      write_text (writer, "id", dramatis_thing_get_id (thing));
      write_thing (writer, thing);
      write_extra (writer, dramatis_thing_get_extra (thing));
      close_bracket (writer, '}');
    }
  close_bracket (writer, ']');
}

static void
write_article (Writer          *writer,
               DramatisArticle *article,
               GPtrArray       *passages)
{
  begin_line (writer);
  open_bracket (writer, '{');
  write_text (writer, "id", dramatis_thing_get_id (DRAMATIS_THING (article)));
  write_text (writer, "title", dramatis_article_get_title (article));
  write_text_unless_empty (writer, "byline", dramatis_article_get_byline (article));
  write_text_unless_empty (writer, "publisher", dramatis_article_get_publisher (article));
  write_time (writer, "published", dramatis_article_get_published (article));
  write_text_unless_empty (writer, "source", dramatis_article_get_source (article));
  write_text_unless_empty (writer, "language", dramatis_article_get_language (article));
  write_things (writer, "passages", passages, (WriteThing) write_passage);
  write_extra (writer, dramatis_thing_get_extra (DRAMATIS_THING (article)));
  close_bracket (writer, '}');
}

static GPtrArray *
take_items (GListModel *list)
{
  guint n_items = g_list_model_get_n_items (list);
  GPtrArray *items = g_ptr_array_new_full (n_items, g_object_unref);

  for (guint i = 0; i < n_items; i++)
    g_ptr_array_add (items, g_list_model_get_item (list, i));

  return items;
}

/**
 * dramatis_dossier_snapshot_new:
 * @dossier: a dossier
 *
 * Takes down what is in the lists of a dossier. For the thread that edits, outside of a level of undo.
 *
 * Returns: (transfer full): the snapshot
 */
DramatisDossierSnapshot *
dramatis_dossier_snapshot_new (DramatisDossier *dossier)
{
  DramatisDossierSnapshot *self = g_new (DramatisDossierSnapshot, 1);

  self->dossier = g_object_ref (dossier);
  self->articles = take_items (dramatis_dossier_get_articles (dossier));
  self->passages = g_ptr_array_new_full (self->articles->len, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < self->articles->len; i++)
    g_ptr_array_add (self->passages,
                     take_items (dramatis_article_get_passages (g_ptr_array_index (self->articles, i))));
  self->actors = take_items (dramatis_dossier_get_actors (dossier));
  self->events = take_items (dramatis_dossier_get_events (dossier));
  self->notes = take_items (dramatis_dossier_get_notes (dossier));
  self->tags = take_items (dramatis_dossier_get_tags (dossier));
  self->serial = dramatis_history_get_serial (dramatis_dossier_get_history (dossier));

  return self;
}

/**
 * dramatis_dossier_snapshot_free:
 * @self: (transfer full): a snapshot
 *
 * Frees a snapshot. For the thread that edits: it may be the last to hold a thing.
 */
void
dramatis_dossier_snapshot_free (DramatisDossierSnapshot *self)
{
  g_ptr_array_unref (self->articles);
  g_ptr_array_unref (self->passages);
  g_ptr_array_unref (self->actors);
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->tags);
  g_object_unref (self->dossier);
  g_free (self);
}

/**
 * dramatis_dossier_snapshot_to_text:
 * @self: a snapshot
 *
 * Writes the text of the dossier's file. The dossier must not have been edited since the snapshot was taken, nor be
 * edited meanwhile.
 *
 * Returns: (transfer full): the text
 */
GBytes *
dramatis_dossier_snapshot_to_text (DramatisDossierSnapshot *self)
{
  Writer writer = { g_string_sized_new (64 * 1024), 0, TRUE };

  open_bracket (&writer, '{');
  write_text (&writer, "format", DRAMATIS_DOSSIER_FORMAT);
  write_number (&writer, "version", DRAMATIS_DOSSIER_VERSION);
  write_text_unless_empty (&writer, "title", dramatis_dossier_get_title (self->dossier));

  begin_member (&writer, "articles");
  open_bracket (&writer, '[');
  for (guint i = 0; i < self->articles->len; i++)
    write_article (&writer, g_ptr_array_index (self->articles, i), g_ptr_array_index (self->passages, i));
  close_bracket (&writer, ']');

  write_things (&writer, "actors", self->actors, (WriteThing) write_actor);
  write_things (&writer, "events", self->events, (WriteThing) write_event);
  write_things (&writer, "notes", self->notes, (WriteThing) write_note);
  write_things (&writer, "tags", self->tags, (WriteThing) write_tag);
  write_extra (&writer, dramatis_dossier_get_extra (self->dossier));
  close_bracket (&writer, '}');
  g_string_append_c (writer.text, '\n');

  return g_string_free_to_bytes (writer.text);
}
