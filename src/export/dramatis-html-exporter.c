/* dramatis-html-exporter.c: notes with their quotes as one page
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-exporter-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "dramatis-html-text.h"
#include "dramatis-markdown-text.h"

static const char style_sheet[] =
  ":root { color-scheme: light dark; --text: #241f31; --page: #fff; --dim: #5e5c64; --line: #c0bfbc;\n"
  "  --mark: #fbe7a1; --link: #1a5fb4; }\n"
  "@media (prefers-color-scheme: dark) {\n"
  "  :root { --text: #eeeef0; --page: #1e1e22; --dim: #b9b7c0; --line: #5e5c64; --mark: #5c4a12; --link: #99c1f1; }\n"
  "}\n"
  "body { margin: 2em auto; max-width: 42em; padding: 0 1em; color: var(--text); background: var(--page);\n"
  "  font-family: serif; line-height: 1.5; overflow-wrap: break-word; }\n"
  "h1, h2, h3, h4, h5, h6, dl, .source { font-family: sans-serif; line-height: 1.25; }\n"
  "h2 { margin-top: 2em; border-bottom: 1px solid var(--line); }\n"
  "a { color: var(--link); }\n"
  "blockquote { margin: 1em 0; padding-left: 1em; border-left: 3px solid var(--line); }\n"
  "mark { color: inherit; background: var(--mark); }\n"
  ".source, dl { color: var(--dim); font-size: 0.85em; }\n"
  ".note { margin: 1.5em 0; padding-bottom: 0.5em; border-bottom: 1px solid var(--line); }\n"
  "h3 { color: var(--dim); font-size: 0.85em; }\n"
  "dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1em; }\n"
  "dd { margin: 0; }\n"
  "pre { overflow-x: auto; }\n"
  "table { border-collapse: collapse; }\n"
  "th, td { padding: 0.2em 0.6em; border: 1px solid var(--line); text-align: start; }\n"
  "@page { margin: 2cm; }\n"
  "@media print {\n"
  "  :root { --text: #000; --page: #fff; --dim: #333; --mark: #eee; --link: #000; }\n"
  "  body { margin: 0; max-width: none; padding: 0; }\n"
  "  blockquote, li { break-inside: avoid; }\n"
  "  h2, h3 { break-after: avoid; }\n"
  "}\n";

/* HTML knows days, months and years of our era, and none that are uncertain. */
static gboolean
is_html_date (DramatisTime *time)
{
  const char *edtf = dramatis_time_get_edtf (time);
  DramatisPrecision precision = dramatis_time_get_start_precision (time);

  return strspn (edtf, "0123456789-") == strlen (edtf)
         && dramatis_time_get_span (time)->start >= dramatis_day_new (1, 1, 1)
         && (precision == DRAMATIS_PRECISION_DAY
             || precision == DRAMATIS_PRECISION_MONTH
             || precision == DRAMATIS_PRECISION_YEAR);
}

static void
append_time (GString      *html,
             DramatisTime *time)
{
  g_autofree char *text = dramatis_time_to_text (time);
  gboolean is_date = is_html_date (time);

  if (is_date)
    g_string_append_printf (html, "<time datetime=\"%s\">", dramatis_time_get_edtf (time));
  dramatis_html_append_text (html, text);
  if (is_date)
    g_string_append (html, "</time>");
}

/* The language of the page is that of its first article: most of what it holds is quoted. */
static char *
get_language (const DramatisExcerpt *excerpt)
{
  GPtrArray *articles = excerpt->snapshot->articles;

  for (guint i = 0; i < articles->len; i++)
    {
      DramatisArticle *article = g_ptr_array_index (articles, i);

      if (dramatis_language_tag_is_valid (dramatis_article_get_language (article)))
        return g_strdup (dramatis_article_get_language (article));
    }

  /* Translators: the code of your language in HTML, as “de” or “pt-BR” */
  return g_strdup (C_("language code", "en"));
}

static const char *
get_article_title (DramatisArticle *article)
{
  const char *title = dramatis_article_get_title (article);

  return *title != '\0' ? title : _("Untitled article");
}

static void
append_source (GString         *html,
               DramatisArticle *article)
{
  const char *publisher = dramatis_article_get_publisher (article);
  const char *uri = dramatis_article_get_source (article);
  DramatisTime *published = dramatis_article_get_published (article);
  g_autofree char *link = dramatis_uri_dup_link (uri);

  g_string_append (html, "<p class=\"source\">— <cite dir=\"auto\">");
  dramatis_html_append_text (html, get_article_title (article));
  g_string_append (html, "</cite>");

  if (*publisher != '\0')
    {
      g_string_append (html, ", ");
      dramatis_html_append_text (html, publisher);
    }

  if (published != NULL)
    {
      g_string_append (html, ", ");
      append_time (html, published);
    }

  if (*uri != '\0')
    {
      g_string_append (html, ", ");
      if (link != NULL)
        {
          g_string_append (html, "<a href=\"");
          dramatis_html_append_text (html, link);
          g_string_append (html, "\">");
        }
      dramatis_html_append_text (html, uri);
      if (link != NULL)
        g_string_append (html, "</a>");
    }

  g_string_append (html, "</p>\n");
}

static void
append_quotes (GString               *html,
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
      g_autofree char *link = NULL;
      DramatisRange range;

      g_string_append (html, "<blockquote dir=\"auto\"");
      if (article != NULL && dramatis_language_tag_is_valid (dramatis_article_get_language (article)))
        g_string_append_printf (html, " lang=\"%s\"", dramatis_article_get_language (article));
      link = article != NULL ? dramatis_uri_dup_link (dramatis_article_get_source (article)) : NULL;
      if (link != NULL)
        {
          g_string_append (html, " cite=\"");
          dramatis_html_append_text (html, link);
          g_string_append_c (html, '"');
        }
      g_string_append (html, "><p><mark>");
      dramatis_html_append_lines (html, anchor->quote);
      g_string_append (html, "</mark></p></blockquote>\n");

      if (!dramatis_excerpt_locate (excerpt, anchor, &range))
        {
          g_string_append (html, "<p class=\"source\">(");
          dramatis_html_append_text (html, _("no longer in the article"));
          g_string_append (html, ")</p>\n");
        }

      if (article != NULL && article != next_article)
        append_source (html, article);
    }
}

static void
append_things (GString    *html,
               const char *label,
               GPtrArray  *things,
               const char *property)
{
  if (things->len == 0)
    return;

  g_string_append (html, "<dt>");
  dramatis_html_append_text (html, label);
  g_string_append (html, "</dt><dd>");
  for (guint i = 0; i < things->len; i++)
    {
      gpointer thing = g_ptr_array_index (things, i);
      g_autofree char *text = NULL;

      g_object_get (thing, property, &text, NULL);
      if (i > 0)
        g_string_append (html, DRAMATIS_IS_EVENT (thing) ? "; " : ", ");
      dramatis_html_append_text (html, text != NULL ? text : "");

      if (DRAMATIS_IS_EVENT (thing) && dramatis_event_get_time (thing) != NULL)
        {
          g_string_append (html, " (");
          append_time (html, dramatis_event_get_time (thing));
          g_string_append_c (html, ')');
        }
    }
  g_string_append (html, "</dd>\n");
}

/* What is the target of links has its heading as well, so that "Note-3" can be spoken of; a note that stands in
 * several groups is the target only where it stands first. */
static void
append_heading (GString                *html,
                const DramatisHeadings *headings,
                GHashTable             *placed,
                gpointer                thing)
{
  const char *id = dramatis_thing_get_id (thing);

  g_string_append (html, "<div class=\"note\"");
  if (g_hash_table_add (placed, (gpointer) id))
    {
      g_string_append (html, " id=\"");
      dramatis_html_append_text (html, (const char *) g_hash_table_lookup (headings->uris, id) + 1);
      g_string_append_c (html, '"');
    }
  g_string_append (html, ">\n<h3>");
  dramatis_html_append_text (html, g_hash_table_lookup (headings->titles, id));
  g_string_append (html, "</h3>\n");
}

static void
append_back_links (GString                *html,
                   const DramatisHeadings *headings,
                   GPtrArray              *notes)
{
  if (notes->len == 0)
    return;

  g_string_append_printf (html, "<dt>%s</dt><dd>", _("Linked from:"));
  for (guint i = 0; i < notes->len; i++)
    {
      const char *id = dramatis_thing_get_id (g_ptr_array_index (notes, i));

      g_string_append (html, i > 0 ? ", <a href=\"" : "<a href=\"");
      dramatis_html_append_text (html, g_hash_table_lookup (headings->uris, id));
      g_string_append (html, "\">");
      dramatis_html_append_text (html, g_hash_table_lookup (headings->titles, id));
      g_string_append (html, "</a>");
    }
  g_string_append (html, "</dd>\n");
}

static void
append_note (GString                *html,
             const DramatisExcerpt  *excerpt,
             const DramatisHeadings *headings,
             GHashTable             *placed,
             DramatisNote           *note)
{
  g_autoptr (GPtrArray) actors = dramatis_excerpt_get_note_actors (excerpt, note);
  g_autoptr (GPtrArray) events = dramatis_excerpt_get_note_events (excerpt, note);
  g_autoptr (GPtrArray) tags =
    dramatis_excerpt_find (excerpt, DRAMATIS_TYPE_TAG, dramatis_note_get_tags (note));
  g_autoptr (GPtrArray) articles =
    dramatis_excerpt_find (excerpt, DRAMATIS_TYPE_ARTICLE, dramatis_note_get_articles (note));
  g_autoptr (GPtrArray) linking = dramatis_excerpt_get_back_links (excerpt, note);
  GDateTime *created = dramatis_note_get_created (note);

  append_heading (html, headings, placed, note);
  append_quotes (html, excerpt, note);
  for (guint i = 0; i < articles->len; i++)
    append_source (html, g_ptr_array_index (articles, i));

  if (tags->len > 0 || actors->len > 0 || events->len > 0 || linking->len > 0 || created != NULL)
    {
      g_string_append (html, "<dl>\n");
      append_things (html, _("Tags:"), tags, "name");
      append_things (html, _("Actors:"), actors, "name");
      append_things (html, _("Events:"), events, "title");
      append_back_links (html, headings, linking);
      if (created != NULL)
        {
          g_autofree char *date = g_date_time_format (created, "%Y-%m-%d");
          g_autofree char *text = dramatis_exporter_format_date (created);

          g_string_append_printf (html, "<dt>%s</dt><dd><time datetime=\"%s\">", _("Noted:"), date);
          dramatis_html_append_text (html, text);
          g_string_append (html, "</time></dd>\n");
        }
      g_string_append (html, "</dl>\n");
    }

  g_string_append (html, "<div dir=\"auto\">\n");
  dramatis_html_append_markdown (html, dramatis_note_get_text (note), 4, headings->uris);
  g_string_append (html, "</div>\n</div>\n");
}

/* The actors that notes link to. */
static void
append_actors (GString                *html,
               const DramatisExcerpt  *excerpt,
               const DramatisHeadings *headings,
               GHashTable             *placed)
{
  if (headings->actors->len == 0)
    return;

  g_string_append_printf (html, "<section>\n<h2>%s</h2>\n", _("Actors"));
  for (guint i = 0; i < headings->actors->len; i++)
    {
      DramatisActor *actor = g_ptr_array_index (headings->actors, i);
      g_autoptr (GPtrArray) linking = dramatis_excerpt_get_back_links (excerpt, actor);

      append_heading (html, headings, placed, actor);
      g_string_append (html, "<p><strong>");
      dramatis_html_append_text (html, dramatis_actor_get_name (actor));
      g_string_append (html, "</strong></p>\n<dl>\n");
      append_back_links (html, headings, linking);
      g_string_append (html, "</dl>\n<p dir=\"auto\">");
      dramatis_html_append_lines (html, dramatis_actor_get_description (actor));
      g_string_append (html, "</p>\n</div>\n");
    }
  g_string_append (html, "</section>\n");
}

static void
append_events (GString               *html,
               const DramatisExcerpt *excerpt)
{
  g_string_append_printf (html, "<section>\n<h2>%s</h2>\n<ul>\n", _("Events"));

  for (guint i = 0; i < excerpt->events->len; i++)
    {
      DramatisEvent *event = g_ptr_array_index (excerpt->events, i);
      DramatisTime *time = dramatis_event_get_time (event);

      g_string_append (html, "<li><strong>");
      if (time != NULL)
        append_time (html, time);
      else
        dramatis_html_append_text (html, _("Undated"));
      g_string_append (html, ":</strong> ");
      dramatis_html_append_text (html, dramatis_event_get_title (event));
      g_string_append (html, "</li>\n");
    }

  g_string_append (html, "</ul>\n</section>\n");
}

static GBytes *
write_html (const DramatisExcerpt *excerpt,
            DramatisGroup          group)
{
  GString *html = g_string_new (NULL);
  g_autoptr (GPtrArray) groups = dramatis_excerpt_group_notes (excerpt, group);
  g_autoptr (DramatisHeadings) headings = dramatis_headings_new (excerpt, groups);
  g_autoptr (GHashTable) placed = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *language = get_language (excerpt);
  const char *title = dramatis_dossier_get_title (excerpt->snapshot->dossier);

  if (*title == '\0')
    title = _("Untitled dossier");

  g_string_append_printf (html, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", language);
  g_string_append (html, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
  dramatis_html_append_text (html, title);
  g_string_append_printf (html, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<main>\n<h1 dir=\"auto\">",
                          style_sheet);
  dramatis_html_append_text (html, title);
  g_string_append (html, "</h1>\n");

  for (guint i = 0; i < groups->len; i++)
    {
      const DramatisNoteGroup *notes = g_ptr_array_index (groups, i);

      g_string_append (html, "<section>\n<h2 dir=\"auto\">");
      dramatis_html_append_text (html, notes->title);
      g_string_append (html, "</h2>\n");
      for (guint j = 0; j < notes->notes->len; j++)
        append_note (html, excerpt, headings, placed, g_ptr_array_index (notes->notes, j));
      g_string_append (html, "</section>\n");
    }

  append_actors (html, excerpt, headings, placed);
  if (excerpt->events->len > 0)
    append_events (html, excerpt);

  g_string_append (html, "</main>\n</body>\n</html>\n");

  return g_string_free_to_bytes (html);
}

const DramatisExporter dramatis_html_exporter = {
  .name = "html",
  .suffix = "html",
  .media_type = "text/html",
  .title = N_("Web page (HTML)"),
  .contents = DRAMATIS_CONTENTS_EVENTS | DRAMATIS_CONTENTS_NOTES,
  .has_groups = TRUE,
  .write = write_html,
};
