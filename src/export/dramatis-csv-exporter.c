/* dramatis-csv-exporter.c: tables of notes, events and actors
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-exporter-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "dramatis-enum-types.h"
#include "dramatis-link.h"

/* Between several values in one cell. */
#define SEPARATOR "; "

/* Without it, Excel takes the file for text of an old code page. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static gboolean
is_number (const char *text)
{
  const char *p = text + strspn (text, "-");
  gsize digits = strspn (p, "0123456789");

  if (p - text > 1 || digits == 0)
    return FALSE;

  p += digits;
  if (*p == '.' || *p == ',')
    {
      digits = strspn (++p, "0123456789");
      if (digits == 0)
        return FALSE;
      p += digits;
    }

  return *p == '\0';
}

/* Spreadsheets run what begins like a formula. An apostrophe before it makes it text (OWASP ASVS 5.0, 1.2.10);
 * who reads the file takes one away again, so text that already begins with apostrophes gets one more. */
static gboolean
needs_guard (const char *text)
{
  char first = text[strspn (text, "'")];

  return first != '\0' && strchr ("=+@\t\r-", first) != NULL && !is_number (text);
}

static void
append_cell (GString    *csv,
             const char *text)
{
  gboolean guarded = needs_guard (text);

  if (!guarded && strpbrk (text, ",;\"\r\n") == NULL)
    {
      g_string_append (csv, text);
      return;
    }

  g_string_append (csv, guarded ? "\"'" : "\"");
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *text);
    }
  g_string_append_c (csv, '"');
}

static void
append_row (GString            *csv,
            const char * const *cells,
            gsize               n_cells)
{
  for (gsize i = 0; i < n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      append_cell (csv, cells[i] != NULL ? cells[i] : "");
    }
  g_string_append (csv, "\r\n");
}

/* One property of several things, "name" or "title". */
static char *
join_property (GPtrArray  *things,
               const char *property)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < things->len; i++)
    {
      g_autofree char *value = NULL;

      g_object_get (g_ptr_array_index (things, i), property, &value, NULL);
      if (i > 0)
        g_string_append (text, SEPARATOR);
      g_string_append (text, value != NULL ? value : "");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
join_quotes (GPtrArray *anchors)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < anchors->len; i++)
    {
      const DramatisAnchor *anchor = g_ptr_array_index (anchors, i);

      if (i > 0)
        g_string_append (text, " … ");
      g_string_append (text, anchor->quote);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The articles that words are from, and those of @ids, each once. */
static GPtrArray *
find_articles (const DramatisExcerpt *excerpt,
               GPtrArray             *anchors,
               const char * const    *ids)
{
  GPtrArray *articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) others = dramatis_excerpt_find (excerpt, DRAMATIS_TYPE_ARTICLE, ids);

  for (guint i = 0; i < anchors->len; i++)
    {
      DramatisArticle *article = dramatis_excerpt_get_article (excerpt, g_ptr_array_index (anchors, i));

      if (article != NULL && !g_ptr_array_find (articles, article, NULL))
        g_ptr_array_add (articles, g_object_ref (article));
    }

  for (guint i = 0; i < others->len; i++)
    if (!g_ptr_array_find (articles, g_ptr_array_index (others, i), NULL))
      g_ptr_array_add (articles, g_object_ref (g_ptr_array_index (others, i)));

  return articles;
}

static char *
join_published (GPtrArray *articles)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < articles->len; i++)
    {
      DramatisTime *published = dramatis_article_get_published (g_ptr_array_index (articles, i));

      if (published == NULL)
        continue;
      if (text->len > 0)
        g_string_append (text, SEPARATOR);
      g_string_append (text, dramatis_time_get_edtf (published));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
join_times (GPtrArray *events)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < events->len; i++)
    {
      DramatisTime *time = dramatis_event_get_time (g_ptr_array_index (events, i));

      if (time == NULL)
        continue;
      if (text->len > 0)
        g_string_append (text, SEPARATOR);
      g_string_append (text, dramatis_time_get_edtf (time));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Where the first words stand: three cells. */
static void
describe_place (const DramatisExcerpt  *excerpt,
                GPtrArray              *anchors,
                const char            **passage,
                char                  **start,
                char                  **end)
{
  const DramatisAnchor *anchor;
  DramatisRange range;

  if (anchors->len == 0)
    return;

  anchor = g_ptr_array_index (anchors, 0);
  *passage = anchor->passage;
  if (dramatis_excerpt_locate (excerpt, anchor, &range))
    {
      *start = g_strdup_printf ("%u", range.start);
      *end = g_strdup_printf ("%u", range.end);
    }
}

static GBytes *
write_notes (const DramatisExcerpt *excerpt,
             DramatisGroup          group)
{
  static const char * const header[] = {
    "id", "quote", "note", "links", "tags", "actors", "events", "dates", "article", "publisher", "published", "source",
    "passage", "start", "end", "colour", "created", "modified",
  };
  GString *csv = g_string_new (BYTE_ORDER_MARK);

  append_row (csv, header, G_N_ELEMENTS (header));

  for (guint i = 0; i < excerpt->notes->len; i++)
    {
      DramatisNote *note = g_ptr_array_index (excerpt->notes, i);
      GPtrArray *ranges = dramatis_note_get_ranges (note);
      GDateTime *created = dramatis_note_get_created (note);
      GDateTime *modified = dramatis_note_get_modified (note);
      g_autoptr (GPtrArray) actors = dramatis_excerpt_get_note_actors (excerpt, note);
      g_autoptr (GPtrArray) events = dramatis_excerpt_get_note_events (excerpt, note);
      g_autoptr (GPtrArray) tags =
        dramatis_excerpt_find (excerpt, DRAMATIS_TYPE_TAG, dramatis_note_get_tags (note));
      g_autoptr (GPtrArray) articles = find_articles (excerpt, ranges, dramatis_note_get_articles (note));
      const char * const *linked = dramatis_note_get_links (note);
      g_autofree char *links = g_strjoinv (SEPARATOR, (char **) linked);
      g_autofree char *quote = join_quotes (ranges);
      g_autofree char *tag_names = join_property (tags, "name");
      g_autofree char *actor_names = join_property (actors, "name");
      g_autofree char *event_titles = join_property (events, "title");
      g_autofree char *times = join_times (events);
      g_autofree char *article_titles = join_property (articles, "title");
      g_autofree char *publishers = join_property (articles, "publisher");
      g_autofree char *published = join_published (articles);
      g_autofree char *sources = join_property (articles, "source");
      g_autofree char *created_text = created != NULL ? g_date_time_format_iso8601 (created) : NULL;
      g_autofree char *modified_text = modified != NULL ? g_date_time_format_iso8601 (modified) : NULL;
      g_autofree char *start = NULL, *end = NULL;
      const char *passage = NULL;

      describe_place (excerpt, ranges, &passage, &start, &end);
      append_row (csv, (const char *[]) {
        dramatis_thing_get_id (DRAMATIS_THING (note)),
        quote,
        dramatis_note_get_text (note),
        links,
        tag_names,
        actor_names,
        event_titles,
        times,
        article_titles,
        publishers,
        published,
        sources,
        passage,
        start,
        end,
        dramatis_enum_to_nick (DRAMATIS_TYPE_COLOUR, dramatis_note_get_colour (note)),
        created_text,
        modified_text,
      }, G_N_ELEMENTS (header));
    }

  return g_string_free_to_bytes (csv);
}

static GBytes *
write_events (const DramatisExcerpt *excerpt,
              DramatisGroup          group)
{
  static const char * const header[] = {
    "id", "title", "time", "from", "to", "status", "actors", "evidence", "wording", "rule", "reference",
    "article", "passage", "start", "end",
  };
  GString *csv = g_string_new (BYTE_ORDER_MARK);

  append_row (csv, header, G_N_ELEMENTS (header));

  for (guint i = 0; i < excerpt->events->len; i++)
    {
      DramatisEvent *event = g_ptr_array_index (excerpt->events, i);
      DramatisTime *time = dramatis_event_get_time (event);
      const DramatisSpan *span = time != NULL ? dramatis_time_get_span (time) : NULL;
      GPtrArray *evidence = dramatis_event_get_evidence (event);
      const DramatisAnchor *first = evidence->len > 0 ? g_ptr_array_index (evidence, 0) : NULL;
      g_autoptr (GPtrArray) actors =
        dramatis_excerpt_find (excerpt, DRAMATIS_TYPE_ACTOR, dramatis_event_get_actors (event));
      g_autoptr (GPtrArray) articles = find_articles (excerpt, evidence, (const char *[]) { NULL });
      g_autofree char *actor_names = join_property (actors, "name");
      g_autofree char *article_titles = join_property (articles, "title");
      g_autofree char *quotes = join_quotes (evidence);
      g_autofree char *from = NULL, *to = NULL, *start = NULL, *end = NULL;
      const char *passage = NULL;

      /* What has no first or last day, or none that anybody knows, has an empty cell. */
      if (span != NULL && span->start != DRAMATIS_DAY_MIN && !dramatis_time_is_start_unknown (time))
        from = dramatis_day_to_edtf (span->start);
      if (span != NULL && span->end != DRAMATIS_DAY_MAX && !dramatis_time_is_end_unknown (time))
        to = dramatis_day_to_edtf (span->end - 1);

      describe_place (excerpt, evidence, &passage, &start, &end);
      append_row (csv, (const char *[]) {
        dramatis_thing_get_id (DRAMATIS_THING (event)),
        dramatis_event_get_title (event),
        time != NULL ? dramatis_time_get_edtf (time) : NULL,
        from,
        to,
        dramatis_enum_to_nick (DRAMATIS_TYPE_STATUS, dramatis_event_get_status (event)),
        actor_names,
        quotes,
        first != NULL ? first->wording : NULL,
        first != NULL ? first->rule : NULL,
        first != NULL ? first->reference : NULL,
        article_titles,
        passage,
        start,
        end,
      }, G_N_ELEMENTS (header));
    }

  return g_string_free_to_bytes (csv);
}

/* How often, and in how many of the passages that pass, each actor is mentioned; by interned id. */
static void
count_mentions (const DramatisExcerpt *excerpt,
                GHashTable            *n_mentions,
                GHashTable            *n_passages)
{
  GPtrArray *passages = dramatis_index_get_passages (excerpt->index);

  for (guint i = 0; i < excerpt->positions->len; i++)
    {
      guint position = g_array_index (excerpt->positions, guint, i);
      GArray *mentions = dramatis_passage_get_mentions (g_ptr_array_index (passages, position));
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      for (guint j = 0; j < mentions->len; j++)
        {
          const DramatisMention *mention = &g_array_index (mentions, DramatisMention, j);
          gpointer actor = (gpointer) mention->actor;

          if (mention->status == DRAMATIS_STATUS_REJECTED)
            continue;

          g_hash_table_insert (n_mentions, actor,
                               GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (n_mentions, actor)) + 1));
          if (g_hash_table_add (seen, actor))
            g_hash_table_insert (n_passages, actor,
                                 GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (n_passages, actor)) + 1));
        }
    }
}

static GBytes *
write_actors (const DramatisExcerpt *excerpt,
              DramatisGroup          group)
{
  static const char * const header[] = {
    "id", "name", "kind", "aliases", "description", "mentions", "passages", "memberships", "identifiers",
    "colour", "status",
  };
  g_autoptr (GHashTable) n_mentions = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) n_passages = g_hash_table_new (NULL, NULL);
  GString *csv = g_string_new (BYTE_ORDER_MARK);

  append_row (csv, header, G_N_ELEMENTS (header));
  count_mentions (excerpt, n_mentions, n_passages);

  for (guint i = 0; i < excerpt->actors->len; i++)
    {
      DramatisActor *actor = g_ptr_array_index (excerpt->actors, i);
      const char *id = dramatis_thing_get_id (DRAMATIS_THING (actor));
      g_autoptr (GPtrArray) memberships =
        dramatis_excerpt_find (excerpt, DRAMATIS_TYPE_ACTOR, dramatis_actor_get_memberships (actor));
      g_autofree char *aliases = g_strjoinv (SEPARATOR, (char **) dramatis_actor_get_aliases (actor));
      g_autofree char *identifiers = g_strjoinv (SEPARATOR, (char **) dramatis_actor_get_identifiers (actor));
      g_autofree char *membership_names = join_property (memberships, "name");
      g_autofree char *mentions = g_strdup_printf ("%u", GPOINTER_TO_UINT (g_hash_table_lookup (n_mentions, id)));
      g_autofree char *passages = g_strdup_printf ("%u", GPOINTER_TO_UINT (g_hash_table_lookup (n_passages, id)));

      append_row (csv, (const char *[]) {
        id,
        dramatis_actor_get_name (actor),
        dramatis_enum_to_nick (DRAMATIS_TYPE_ACTOR_KIND, dramatis_actor_get_kind (actor)),
        aliases,
        dramatis_actor_get_description (actor),
        mentions,
        passages,
        membership_names,
        identifiers,
        dramatis_enum_to_nick (DRAMATIS_TYPE_COLOUR, dramatis_actor_get_colour (actor)),
        dramatis_enum_to_nick (DRAMATIS_TYPE_STATUS, dramatis_actor_get_status (actor)),
      }, G_N_ELEMENTS (header));
    }

  return g_string_free_to_bytes (csv);
}

const DramatisExporter dramatis_csv_notes_exporter = {
  .name = "csv-notes",
  .suffix = "csv",
  .media_type = "text/csv",
  .title = N_("Table of notes (CSV)"),
  .contents = DRAMATIS_CONTENTS_NOTES,
  .write = write_notes,
};

const DramatisExporter dramatis_csv_events_exporter = {
  .name = "csv-events",
  .suffix = "csv",
  .media_type = "text/csv",
  .title = N_("Table of events (CSV)"),
  .contents = DRAMATIS_CONTENTS_EVENTS,
  .write = write_events,
};

const DramatisExporter dramatis_csv_actors_exporter = {
  .name = "csv-actors",
  .suffix = "csv",
  .media_type = "text/csv",
  .title = N_("Table of actors (CSV)"),
  .contents = DRAMATIS_CONTENTS_ACTORS,
  .write = write_actors,
};
