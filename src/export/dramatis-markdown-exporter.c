/* dramatis-markdown-exporter.c: notes with their quotes as Markdown
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-exporter-private.h"

#include <glib/gi18n-lib.h>

#include "dramatis-markdown-text.h"
#include "dramatis-text.h"

/* Double quotes are the one style of YAML in which every text can be written. */
static void
append_yaml (GString    *yaml,
             const char *text)
{
  g_string_append_c (yaml, '"');
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c == '"' || c == '\\')
        g_string_append_printf (yaml, "\\%c", (char) c);
      else if (c == '\n')
        g_string_append (yaml, "\\n");
      else if (g_unichar_isprint (c))
        g_string_append_unichar (yaml, c);
      else if (c <= 0xffff)
        g_string_append_printf (yaml, "\\u%04X", c);
      else
        g_string_append_printf (yaml, "\\U%08X", c);
    }
  g_string_append_c (yaml, '"');
}

static void
append_yaml_list (GString    *yaml,
                  const char *key,
                  GPtrArray  *texts)
{
  g_string_append_printf (yaml, texts->len > 0 ? "%s:\n" : "%s: []\n", key);
  for (guint i = 0; i < texts->len; i++)
    {
      g_string_append (yaml, "  - ");
      append_yaml (yaml, g_ptr_array_index (texts, i));
      g_string_append_c (yaml, '\n');
    }
}

static void
add_text (GPtrArray  *texts,
          const char *text)
{
  if (text != NULL && *text != '\0' && !g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
    g_ptr_array_add (texts, g_strdup (text));
}

/* A tag as Obsidian accepts it: letters, digits, "_", "-" and "/", and not only digits. */
static char *
make_tag (const char *name)
{
  g_autofree char *tag = dramatis_text_to_slug (name, "_/");

  for (const char *p = tag; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isdigit (g_utf8_get_char (p)) && *p != '-')
        return g_steal_pointer (&tag);
    }

  return g_strconcat (*tag != '\0' ? "tag-" : "tag", tag, NULL);
}

static void
append_front_matter (GString               *markdown,
                     const DramatisExcerpt *excerpt)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < excerpt->snapshot->articles->len; i++)
    {
      DramatisArticle *article = g_ptr_array_index (excerpt->snapshot->articles, i);

      add_text (articles, dramatis_article_get_title (article));
      add_text (sources, dramatis_article_get_source (article));
    }

  for (guint i = 0; i < excerpt->notes->len; i++)
    {
      DramatisNote *note = g_ptr_array_index (excerpt->notes, i);
      g_autoptr (GPtrArray) things =
        dramatis_excerpt_find (excerpt, DRAMATIS_TYPE_TAG, dramatis_note_get_tags (note));

      for (guint j = 0; j < things->len; j++)
        {
          g_autofree char *tag = make_tag (dramatis_tag_get_name (g_ptr_array_index (things, j)));

          add_text (tags, tag);
        }
    }

  g_string_append (markdown, "---\ntitle: ");
  append_yaml (markdown, dramatis_dossier_get_title (excerpt->snapshot->dossier));
  g_string_append_c (markdown, '\n');
  append_yaml_list (markdown, "articles", articles);
  append_yaml_list (markdown, "sources", sources);
  append_yaml_list (markdown, "tags", tags);
  g_string_append (markdown, "---\n\n");
}

static void
append_inline (GString    *markdown,
               const char *text)
{
  dramatis_markdown_append_text (markdown, text, NULL);
}

static void
append_source (GString         *markdown,
               DramatisArticle *article)
{
  const char *uri = dramatis_article_get_source (article);
  g_autofree char *link = dramatis_uri_dup_link (uri);
  DramatisTime *published = dramatis_article_get_published (article);
  g_autofree char *date = published != NULL ? dramatis_time_to_text (published) : NULL;
  const char *parts[] = { dramatis_article_get_publisher (article), date };

  g_string_append (markdown, "— *");
  append_inline (markdown, *dramatis_article_get_title (article) != '\0' ? dramatis_article_get_title (article)
                                                                         : _("Untitled article"));
  g_string_append_c (markdown, '*');

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      {
        g_string_append (markdown, ", ");
        append_inline (markdown, parts[i]);
      }

  if (link != NULL)
    g_string_append_printf (markdown, ", <%s>", link);
  else if (*uri != '\0')
    {
      g_string_append (markdown, ", ");
      append_inline (markdown, uri);
    }
}

/* All quotes of a note in one block, each article named after the last of its quotes. */
static void
append_quotes (GString               *markdown,
               const DramatisExcerpt *excerpt,
               DramatisNote          *note)
{
  GPtrArray *ranges = dramatis_note_get_ranges (note);

  for (guint i = 0; i < ranges->len; i++)
    {
      const DramatisAnchor *anchor = g_ptr_array_index (ranges, i);
      DramatisArticle *article = dramatis_excerpt_get_article (excerpt, anchor);
      DramatisArticle *next_article =
        i + 1 < ranges->len ? dramatis_excerpt_get_article (excerpt, g_ptr_array_index (ranges, i + 1)) : NULL;
      DramatisRange range;

      g_string_append (markdown, i > 0 ? ">\n> " : "> ");
      dramatis_markdown_append_text (markdown, anchor->quote, "> ");
      g_string_append_c (markdown, '\n');

      if (!dramatis_excerpt_locate (excerpt, anchor, &range))
        {
          g_string_append (markdown, ">\n> (");
          append_inline (markdown, _("no longer in the article"));
          g_string_append (markdown, ")\n");
        }

      if (article != NULL && article != next_article)
        {
          g_string_append (markdown, ">\n> ");
          append_source (markdown, article);
          g_string_append_c (markdown, '\n');
        }
    }

  if (ranges->len > 0)
    g_string_append_c (markdown, '\n');
}

/* A note on an article as a whole has a source, too. */
static void
append_articles (GString               *markdown,
                 const DramatisExcerpt *excerpt,
                 DramatisNote          *note)
{
  g_autoptr (GPtrArray) articles =
    dramatis_excerpt_find (excerpt, DRAMATIS_TYPE_ARTICLE, dramatis_note_get_articles (note));

  for (guint i = 0; i < articles->len; i++)
    {
      append_source (markdown, g_ptr_array_index (articles, i));
      g_string_append (markdown, "\n\n");
    }
}

static void
append_event (GString       *markdown,
              DramatisEvent *event)
{
  DramatisTime *time = dramatis_event_get_time (event);
  g_autofree char *date = time != NULL ? dramatis_time_to_text (time) : NULL;

  append_inline (markdown, dramatis_event_get_title (event));
  if (date != NULL)
    {
      g_string_append (markdown, " (");
      append_inline (markdown, date);
      g_string_append_c (markdown, ')');
    }
}

/* Begins a line of facts; those that follow one another are one paragraph. A list would run into one that the
 * note begins with. */
static void
append_label (GString    *markdown,
              const char *label)
{
  if (!g_str_has_suffix (markdown->str, "\n\n"))
    {
      g_string_truncate (markdown, markdown->len - 1);
      g_string_append (markdown, "\\\n");
    }

  g_string_append (markdown, "**");
  append_inline (markdown, label);
  g_string_append (markdown, "** ");
}

static void
append_things (GString    *markdown,
               const char *label,
               GPtrArray  *things)
{
  if (things->len == 0)
    return;

  append_label (markdown, label);
  for (guint i = 0; i < things->len; i++)
    {
      gpointer thing = g_ptr_array_index (things, i);

      if (i > 0)
        g_string_append (markdown, DRAMATIS_IS_EVENT (thing) ? "; " : ", ");
      if (DRAMATIS_IS_EVENT (thing))
        append_event (markdown, thing);
      else
        {
          g_autofree char *name = NULL;

          g_object_get (thing, "name", &name, NULL);
          append_inline (markdown, name != NULL ? name : "");
        }
    }
  g_string_append_c (markdown, '\n');
}

static void
append_heading (GString                *markdown,
                const DramatisHeadings *headings,
                gpointer                thing)
{
  g_string_append (markdown, "### ");
  append_inline (markdown, g_hash_table_lookup (headings->titles, dramatis_thing_get_id (thing)));
  g_string_append (markdown, "\n\n");
}

static void
append_back_links (GString                *markdown,
                   const DramatisExcerpt  *excerpt,
                   const DramatisHeadings *headings,
                   gpointer                thing)
{
  g_autoptr (GPtrArray) notes = dramatis_excerpt_get_back_links (excerpt, thing);

  if (notes->len == 0)
    return;

  append_label (markdown, _("Linked from:"));
  for (guint i = 0; i < notes->len; i++)
    {
      const char *id = dramatis_thing_get_id (g_ptr_array_index (notes, i));

      g_string_append (markdown, i > 0 ? ", [" : "[");
      append_inline (markdown, g_hash_table_lookup (headings->titles, id));
      g_string_append_printf (markdown, "](%s)", (const char *) g_hash_table_lookup (headings->uris, id));
    }
  g_string_append_c (markdown, '\n');
}

static void
append_note (GString                *markdown,
             const DramatisExcerpt  *excerpt,
             const DramatisHeadings *headings,
             DramatisNote           *note)
{
  g_autoptr (GPtrArray) actors = dramatis_excerpt_get_note_actors (excerpt, note);
  g_autoptr (GPtrArray) events = dramatis_excerpt_get_note_events (excerpt, note);
  g_autoptr (GPtrArray) tags =
    dramatis_excerpt_find (excerpt, DRAMATIS_TYPE_TAG, dramatis_note_get_tags (note));
  g_autofree char *text = dramatis_markdown_clean (dramatis_note_get_text (note), headings->uris);
  GDateTime *created = dramatis_note_get_created (note);
  gsize before;

  append_heading (markdown, headings, note);
  append_quotes (markdown, excerpt, note);
  append_articles (markdown, excerpt, note);

  before = markdown->len;
  append_things (markdown, _("Tags:"), tags);
  append_things (markdown, _("Actors:"), actors);
  append_things (markdown, _("Events:"), events);
  append_back_links (markdown, excerpt, headings, note);
  if (created != NULL)
    {
      g_autofree char *date = dramatis_exporter_format_date (created);

      append_label (markdown, _("Noted:"));
      append_inline (markdown, date);
      g_string_append_c (markdown, '\n');
    }
  if (markdown->len > before)
    g_string_append_c (markdown, '\n');

  if (*text != '\0')
    g_string_append_printf (markdown, "%s\n\n", text);
}

/* The actors that notes link to, each named first and then told of. */
static void
append_actors (GString                *markdown,
               const DramatisExcerpt  *excerpt,
               const DramatisHeadings *headings)
{
  if (headings->actors->len > 0)
    g_string_append_printf (markdown, "## %s\n\n", _("Actors"));

  for (guint i = 0; i < headings->actors->len; i++)
    {
      DramatisActor *actor = g_ptr_array_index (headings->actors, i);

      append_heading (markdown, headings, actor);
      g_string_append (markdown, "**");
      append_inline (markdown, dramatis_actor_get_name (actor));
      g_string_append (markdown, "**\n");
      append_back_links (markdown, excerpt, headings, actor);
      g_string_append_c (markdown, '\n');
      if (*dramatis_actor_get_description (actor) != '\0')
        {
          dramatis_markdown_append_text (markdown, dramatis_actor_get_description (actor), "");
          g_string_append (markdown, "\n\n");
        }
    }
}

static GBytes *
write_markdown (const DramatisExcerpt *excerpt,
                DramatisGroup          group)
{
  GString *markdown = g_string_new (NULL);
  g_autoptr (GPtrArray) groups = dramatis_excerpt_group_notes (excerpt, group);
  g_autoptr (DramatisHeadings) headings = dramatis_headings_new (excerpt, groups);

  append_front_matter (markdown, excerpt);
  g_string_append (markdown, "# ");
  append_inline (markdown, *dramatis_dossier_get_title (excerpt->snapshot->dossier) != '\0'
                             ? dramatis_dossier_get_title (excerpt->snapshot->dossier) : _("Untitled dossier"));
  g_string_append (markdown, "\n\n");

  for (guint i = 0; i < groups->len; i++)
    {
      const DramatisNoteGroup *notes = g_ptr_array_index (groups, i);

      g_string_append (markdown, "## ");
      append_inline (markdown, notes->title);
      g_string_append (markdown, "\n\n");

      for (guint j = 0; j < notes->notes->len; j++)
        append_note (markdown, excerpt, headings, g_ptr_array_index (notes->notes, j));
    }

  append_actors (markdown, excerpt, headings);

  if (excerpt->events->len > 0)
    g_string_append_printf (markdown, "## %s\n\n", _("Events"));
  for (guint i = 0; i < excerpt->events->len; i++)
    {
      DramatisEvent *event = g_ptr_array_index (excerpt->events, i);
      DramatisTime *time = dramatis_event_get_time (event);
      g_autofree char *date = time != NULL ? dramatis_time_to_text (time) : g_strdup (_("Undated"));

      g_string_append (markdown, "- **");
      append_inline (markdown, date);
      g_string_append (markdown, ":** ");
      append_inline (markdown, dramatis_event_get_title (event));
      g_string_append_c (markdown, '\n');
    }

  g_string_truncate (markdown, markdown->len - (g_str_has_suffix (markdown->str, "\n\n") ? 1 : 0));

  return g_string_free_to_bytes (markdown);
}

const DramatisExporter dramatis_markdown_exporter = {
  .name = "markdown",
  .suffix = "md",
  .media_type = "text/markdown",
  .title = N_("Markdown"),
  .contents = DRAMATIS_CONTENTS_EVENTS | DRAMATIS_CONTENTS_NOTES,
  .has_groups = TRUE,
  .write = write_markdown,
};
