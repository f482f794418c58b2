/* test-exporter.c: what an export holds, in every format
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-exporter.h"

#include <string.h>

#include "dramatis-dossier-reader.h"
#include "dramatis-dossier-writer.h"
#include "fixture-dossier.h"

static char *
export (DramatisDossier *dossier,
        DramatisFilter  *filter,
        const char      *format,
        DramatisGroup    group)
{
  g_autoptr (DramatisExcerpt) excerpt = dramatis_excerpt_new (dossier, filter, NULL);
  g_autoptr (GBytes) bytes = dramatis_exporter_write (dramatis_exporter_get (format), excerpt, group);
  g_autoptr (GBytes) again = dramatis_exporter_write (dramatis_exporter_get (format), excerpt, group);
  gconstpointer data;
  gsize size;

  g_assert_true (g_bytes_equal (bytes, again));
  data = g_bytes_get_data (bytes, &size);
  g_assert_true (g_utf8_validate (data, size, NULL));

  return g_strndup (data, size);
}

static DramatisFilter *
filter_for_actor (const char *id)
{
  DramatisFilter *filter = dramatis_filter_new ();

  dramatis_filter_set_actors (filter, (const char *[]) { id, NULL });

  return filter;
}

static void
test_table (void)
{
  const DramatisExporter *exporter;
  guint n;

  for (n = 0; (exporter = dramatis_exporter_get_nth (n)) != NULL; n++)
    {
      g_assert_true (dramatis_exporter_get (dramatis_exporter_get_name (exporter)) == exporter);
      g_assert_cmpstr (dramatis_exporter_get_title (exporter), !=, "");
      g_assert_cmpstr (dramatis_exporter_get_suffix (exporter), !=, "");
      g_assert_nonnull (strchr (dramatis_exporter_get_media_type (exporter), '/'));
    }

  g_assert_cmpuint (n, ==, 6);
  g_assert_null (dramatis_exporter_get ("list"));
  g_assert_null (dramatis_exporter_get (""));
}

static void
test_excerpt (void)
{
  static const struct
  {
    const char *actor;
    const char *article;
    guint       passages, actors, events, notes;
  } cases[] = {
    { NULL, NULL, 4, 3, 4, 3 },
    { "india", NULL, 1, 2, 1, 1 },
    { "japan", NULL, 2, 2, 3, 1 },
    { NULL, "one", 3, 2, 3, 1 },
    { NULL, "two", 1, 2, 1, 0 },
    { "japan", "two", 0, 0, 0, 0 },
  };
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DramatisFilter) filter = cases[i].actor != NULL ? filter_for_actor (cases[i].actor) : NULL;
      DramatisArticle *article = cases[i].article != NULL ? dramatis_dossier_lookup (dossier, cases[i].article) : NULL;
      g_autoptr (DramatisExcerpt) excerpt = dramatis_excerpt_new (dossier, filter, article);

      g_test_message ("case %u", i);
      g_assert_cmpint (excerpt->whole, ==, i == 0);
      g_assert_cmpuint (excerpt->positions->len, ==, cases[i].passages);
      g_assert_cmpuint (excerpt->actors->len, ==, cases[i].actors);
      g_assert_cmpuint (excerpt->events->len, ==, cases[i].events);
      g_assert_cmpuint (excerpt->notes->len, ==, cases[i].notes);
    }
}

static void
test_groups (void)
{
  static const struct
  {
    DramatisGroup  group;
    const char    *expected;
  } cases[] = {
    { DRAMATIS_GROUP_ARTICLE, "Notes on “One”: n1; About no article: n2 n3; " },
    { DRAMATIS_GROUP_ACTOR, "Japan: n4; India: n2; About no actor: n1 n3; " },
    { DRAMATIS_GROUP_DATE, "30 June 1977: n4; September 2014: n1; Undated: n2 n3; " },
    { DRAMATIS_GROUP_TAG, "arms: n1; Untagged: n2 n3 n4; " },
  };
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();

  g_object_set (dramatis_dossier_lookup (dossier, "n1"), "events", (const char *[]) { "e2", NULL }, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DramatisExcerpt) excerpt = NULL;
      g_autoptr (GPtrArray) groups = NULL;
      g_autoptr (GString) text = g_string_new (NULL);

      if (cases[i].group == DRAMATIS_GROUP_ACTOR)
        {
          g_autoptr (DramatisNote) note = dramatis_note_new ("n4", "Both");

          g_object_set (note,
                        "actors", (const char *[]) { "japan", NULL },
                        "events", (const char *[]) { "e3", NULL },
                        NULL);
          dramatis_dossier_add (dossier, note);
        }

      excerpt = dramatis_excerpt_new (dossier, NULL, NULL);
      groups = dramatis_excerpt_group_notes (excerpt, cases[i].group);
      for (guint j = 0; j < groups->len; j++)
        {
          const DramatisNoteGroup *group = g_ptr_array_index (groups, j);

          g_string_append_printf (text, "%s:", group->title);
          for (guint k = 0; k < group->notes->len; k++)
            g_string_append_printf (text, " %s", dramatis_thing_get_id (g_ptr_array_index (group->notes, k)));
          g_string_append (text, "; ");
        }
      g_assert_cmpstr (text->str, ==, cases[i].expected);
    }
}

static void
test_json (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  g_autoptr (DramatisFilter) filter = filter_for_actor ("india");
  g_autoptr (GBytes) written = dramatis_dossier_to_bytes (dossier);
  g_autofree char *whole = export (dossier, NULL, "json", DRAMATIS_GROUP_ARTICLE);
  g_autofree char *part = export (dossier, filter, "json", DRAMATIS_GROUP_ARTICLE);
  g_autoptr (DramatisDossierReader) reader = dramatis_dossier_reader_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (part, strlen (part));
  g_autoptr (GError) error = NULL;
  g_autoptr (DramatisDossier) read = NULL;
  g_autoptr (DramatisExcerpt) excerpt = NULL;

  g_assert_cmpmem (whole, strlen (whole), g_bytes_get_data (written, NULL), g_bytes_get_size (written));

  read = dramatis_dossier_reader_read_bytes (reader, bytes, &error);
  g_assert_no_error (error);
  excerpt = dramatis_excerpt_new (read, NULL, NULL);
  g_assert_cmpuint (excerpt->positions->len, ==, 1);
  g_assert_cmpuint (excerpt->actors->len, ==, 2);
  g_assert_cmpuint (excerpt->events->len, ==, 1);
  g_assert_cmpuint (excerpt->notes->len, ==, 1);
  g_assert_null (dramatis_dossier_lookup (read, "t1"));
  g_assert_null (dramatis_dossier_lookup (read, "one"));
}

/* What is left out is left out of what refers to it as well: the file has to stay one that can be read. */
static void
test_json_references (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  g_autoptr (DramatisNote) note = dramatis_note_new ("n5", "On India and everything");
  g_autoptr (DramatisFilter) filter = dramatis_filter_new ();
  g_autofree char *part = NULL;
  g_autoptr (DramatisDossierReader) reader = dramatis_dossier_reader_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DramatisDossier) read = NULL;
  DramatisNote *note_read;

  g_object_set (note,
                "actors", (const char *[]) { "japan", "china", "india", NULL },
                "events", (const char *[]) { "e1", "e3", NULL },
                "articles", (const char *[]) { "one", "two", NULL },
                "tags", (const char *[]) { "t1", NULL },
                NULL);
  dramatis_dossier_add (dossier, note);
  dramatis_dossier_set_status (dossier, dramatis_dossier_lookup (dossier, "china"), DRAMATIS_STATUS_REJECTED);
  dramatis_filter_set_actors (filter, (const char *[]) { "india", NULL });

  part = export (dossier, filter, "json", DRAMATIS_GROUP_ARTICLE);
  bytes = g_bytes_new (part, strlen (part));
  read = dramatis_dossier_reader_read_bytes (reader, bytes, &error);
  g_assert_no_error (error);

  g_assert_null (dramatis_dossier_lookup (read, "china"));
  note_read = dramatis_dossier_lookup (read, "n5");
  g_assert_cmpstrv ((char **) dramatis_note_get_actors (note_read), ((char *[]) { (char *) "india", NULL }));
  g_assert_cmpstrv ((char **) dramatis_note_get_events (note_read), ((char *[]) { (char *) "e3", NULL }));
  g_assert_cmpstrv ((char **) dramatis_note_get_articles (note_read), ((char *[]) { (char *) "two", NULL }));
  g_assert_cmpstrv ((char **) dramatis_note_get_tags (note_read), ((char *[]) { (char *) "t1", NULL }));
}

static void
test_markdown (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  g_autoptr (DramatisFilter) filter = dramatis_filter_new ();
  g_autoptr (DramatisTime) published = dramatis_time_new ("2024-10-15", NULL);
  g_autoptr (GDateTime) created = g_date_time_new_utc (2024, 10, 20, 9, 0, 0);
  g_autofree char *markdown = NULL;

  g_object_set (dossier, "title", "A \"title\": #1\n\\ <b>", NULL);
  g_object_set (dramatis_dossier_lookup (dossier, "one"),
                "title", "One *star*",
                "publisher", "Some_Paper",
                "published", published,
                "source", "https://example.org/a_b?c=d&e=f",
                NULL);
  g_object_set (dramatis_dossier_lookup (dossier, "t1"), "name", "arms race, #2", NULL);
  g_object_set (dramatis_dossier_lookup (dossier, "n1"), "created", created, NULL);
  dramatis_filter_set_tags (filter, (const char *[]) { "t1", NULL });

  markdown = export (dossier, filter, "markdown", DRAMATIS_GROUP_ARTICLE);
  g_assert_cmpstr (markdown, ==,
                   "---\n"
                   "title: \"A \\\"title\\\": #1\\n\\\\ <b>\"\n"
                   "articles:\n"
                   "  - \"One *star*\"\n"
                   "  - \"Two\"\n"
                   "sources:\n"
                   "  - \"https://example.org/a_b?c=d&e=f\"\n"
                   "tags:\n"
                   "  - \"arms-race-2\"\n"
                   "---\n"
                   "\n"
                   "# A \"title\": \\#1 \\\\ \\<b\\>\n"
                   "\n"
                   "## Notes on “One \\*star\\*”\n"
                   "\n"
                   "### Note-1\n"
                   "\n"
                   "> armed itself\n"
                   ">\n"
                   "> — *One \\*star\\**, Some\\_Paper, 15 October 2024, <https://example.org/a_b?c=d&e=f>\n"
                   "\n"
                   "**Tags:** arms race, \\#2\\\n"
                   "**Noted:** 20 October 2024\n"
                   "\n"
                   "Look at *this*\n"
                   "\n"
                   "## Events\n"
                   "\n"
                   "- **September 2014:** Japan arms\n");
}

static void
test_tags (void)
{
  static const struct
  {
    const char *name;
    const char *tag;
  } cases[] = {
    { "arms", "arms" }, { "open question", "open-question" }, { " a  b ", "a-b" }, { "2024", "tag-2024" },
    { "#x,y", "x-y" }, { "日本 外交", "日本-外交" }, { "a/b_c", "a/b_c" }, { "!", "tag" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
      g_autofree char *markdown = NULL;
      g_autofree char *expected = g_strdup_printf ("\ntags:\n  - \"%s\"\n---\n", cases[i].tag);

      g_object_set (dramatis_dossier_lookup (dossier, "t1"), "name", cases[i].name, NULL);
      markdown = export (dossier, NULL, "markdown", DRAMATIS_GROUP_ACTOR);
      g_assert_nonnull (strstr (markdown, expected));
    }
}

static void
test_html (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  g_autoptr (DramatisTime) published = dramatis_time_new ("2024-10-15~", NULL);
  g_autofree char *html = NULL;
  static const char * const expected[] = {
    "<html lang=\"ja\">", "<meta charset=\"utf-8\">", "<title>&lt;/title&gt;&lt;script&gt;</title>", "@page", "@media print",
    "prefers-color-scheme: dark", "<mark>armed itself</mark>", "<em>this</em>",
    "<cite dir=\"auto\">One &amp; &lt;only&gt;</cite>, about 15 October 2024, javascript:alert(1)</p>",
    "<time datetime=\"2014-09\">September 2014</time>", "<dt>Tags:</dt><dd>&quot;&gt;arms</dd>",
  };

  g_object_set (dossier, "title", "</title><script>", NULL);
  g_object_set (dramatis_dossier_lookup (dossier, "one"),
                "title", "One & <only>",
                "published", published,
                "source", "javascript:alert(1)",
                "language", "ja",
                NULL);
  g_object_set (dramatis_dossier_lookup (dossier, "t1"), "name", "\">arms", NULL);
  html = export (dossier, NULL, "html", DRAMATIS_GROUP_DATE);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (strstr (html, expected[i]) == NULL)
      g_error ("“%s” is not in\n%s", expected[i], html);

  g_assert_null (strstr (html, "<script"));
  g_assert_null (strstr (html, " src="));
  g_assert_null (strstr (html, "href=\"j"));
  g_assert_nonnull (strstr (html, "<h1"));
  g_assert_null (strstr (strstr (html, "<h1") + 1, "<h1"));
}

static void
test_csv (void)
{
  static const struct
  {
    const char *name;
    const char *cell;
  } cases[] = {
    { "plain", "plain" },
    { "López 日本 🗾", "López 日本 🗾" },
    { "a,b", "\"a,b\"" },
    { "a \"b\"", "\"a \"\"b\"\"\"" },
    { "a\nb", "\"a\nb\"" },
    { "=1+1", "\"'=1+1\"" },
    { "+1", "\"'+1\"" },
    { "@SUM(A1)", "\"'@SUM(A1)\"" },
    { "\tx", "\"'\tx\"" },
    { "\rx", "\"'\rx\"" },
    { "-1", "-1" },
    { "-0430", "-0430" },
    { "-1.5", "-1.5" },
    { "-1,5", "\"-1,5\"" },
    { "-1+1", "\"'-1+1\"" },
    { "-", "\"'-\"" },
    { "--1", "\"'--1\"" },
    { "'=1", "\"''=1\"" },
    { "'tis", "'tis" },
    { "a=1", "a=1" },
    { "=\"a\"", "\"'=\"\"a\"\"\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
      g_autofree char *csv = NULL;
      g_autofree char *row = g_strdup_printf ("\r\njapan,%s,state,", cases[i].cell);

      g_object_set (dramatis_dossier_lookup (dossier, "japan"), "name", cases[i].name, NULL);
      csv = export (dossier, NULL, "csv-actors", DRAMATIS_GROUP_ARTICLE);

      g_assert_true (g_str_has_prefix (csv, "\xef\xbb\xbfid,name,kind,"));
      g_assert_true (g_str_has_suffix (csv, "\r\n"));
      if (strstr (csv, row) == NULL)
        g_error ("“%s” is not in\n%s", row, csv);
    }
}

static void
test_csv_rows (void)
{
  static const struct
  {
    const char *format;
    const char *row;
  } cases[] = {
    { "csv-actors", "japan,Japan,state,,,2,2,,,automatic,confirmed\r\n" },
    { "csv-events", "e3,India acts,1977-06-30,1977-06-30,1977-06-30,confirmed,India,China,,,,Two,q0,0,5\r\n" },
    { "csv-events", "e4,Some day,,,,confirmed,Japan,Japan,,,,One,p0,0,5\r\n" },
    { "csv-notes", "n1,armed itself,Look at *this*,,arms,,,,One,,,,p1,6,18,automatic,,\r\n" },
    { "csv-notes", "n3,,Free,,,,,,,,,,,,,automatic,,\r\n" },
  };
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *csv = export (dossier, NULL, cases[i].format, DRAMATIS_GROUP_ARTICLE);

      if (strstr (csv, cases[i].row) == NULL)
        g_error ("“%s” is not in\n%s", cases[i].row, csv);
    }
}

/* Words that are no longer in the text, a passage that is gone, an empty dossier. */
static void
test_orphans (void)
{
  DramatisAnchor fields[] = {
    { .passage = "p1", .range = { 3, 9 }, .quote = (char *) "words that *were*" },
    { .passage = "gone", .range = { 3, 9 }, .quote = (char *) "words of old" },
  };
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  g_autoptr (DramatisDossier) empty = dramatis_dossier_new ();
  g_autoptr (GPtrArray) ranges = dramatis_anchors_new ();
  g_autofree char *markdown = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_ptr_array_add (ranges, dramatis_anchor_new_full (&fields[i]));
  g_object_set (dramatis_dossier_lookup (dossier, "n3"), "ranges", ranges, NULL);

  markdown = export (dossier, NULL, "markdown", DRAMATIS_GROUP_ARTICLE);
  g_assert_nonnull (strstr (markdown, "> words that \\*were\\*\n>\n> (no longer in the article)\n>\n> — *One*\n>\n"
                                      "> words of old\n>\n> (no longer in the article)\n\n"));

  for (guint i = 0; dramatis_exporter_get_nth (i) != NULL; i++)
    {
      const char *format = dramatis_exporter_get_name (dramatis_exporter_get_nth (i));

      for (DramatisGroup group = DRAMATIS_GROUP_ARTICLE; group <= DRAMATIS_GROUP_TAG; group++)
        {
          g_autofree char *orphans = export (dossier, NULL, format, group);
          g_autofree char *nothing = export (empty, NULL, format, group);

          g_assert_cmpstr (orphans, !=, "");
          g_assert_cmpstr (nothing, !=, "");
        }
    }
}

/* Each link between notes, and to actors, leads to a heading of the file, which no other heading takes away from it. */
static void
test_links (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  g_autofree char *markdown = NULL, *html = NULL, *csv = NULL;
  static const char * const in_markdown[] = {
    "### Note-1-x\n\n> armed itself\n",
    "**Linked from:** [Note-3](#note-3)\n\nLook at *this*",
    "### Note-2\n\n**Actors:** India\n\n# Note 1\n",
    "### Note-3\n\n**Actors:** ",
    "See [that](#note-1-x) by [Japan](#actor-1), not [gone](dramatis:gone)",
    "## Actors\n\n### Actor-1\n\n**Japan**\\\n**Linked from:** [Note-3](#note-3)\n\nA state \\*of\\* islands\n\n",
  };
  static const char * const in_html[] = {
    "<div class=\"note\" id=\"note-1-x\">\n<h3>Note-1-x</h3>",
    "<dt>Linked from:</dt><dd><a href=\"#note-3\">Note-3</a></dd>",
    "See <a href=\"#note-1-x\">that</a> by <a href=\"#actor-1\">Japan</a>, not <a>gone</a>",
    "<div class=\"note\" id=\"actor-1\">\n<h3>Actor-1</h3>\n<p><strong>Japan</strong></p>",
  };

  g_object_set (dramatis_dossier_lookup (dossier, "japan"), "description", "A state *of* islands", NULL);
  dramatis_dossier_edit (dossier, "Edit", dramatis_dossier_lookup (dossier, "n2"), "text", "# Note 1\n\nWho is that?", NULL);
  dramatis_dossier_edit (dossier, "Edit", dramatis_dossier_lookup (dossier, "n3"),
                         "text", "See [that](dramatis:n1) by [Japan](dramatis:japan), not [gone](dramatis:gone)",
                         "actors", (const char *[]) { "india", NULL },
                         NULL);

  markdown = export (dossier, NULL, "markdown", DRAMATIS_GROUP_ARTICLE);
  for (guint i = 0; i < G_N_ELEMENTS (in_markdown); i++)
    if (strstr (markdown, in_markdown[i]) == NULL)
      g_error ("“%s” is not in\n%s", in_markdown[i], markdown);
  html = export (dossier, NULL, "html", DRAMATIS_GROUP_ARTICLE);
  for (guint i = 0; i < G_N_ELEMENTS (in_html); i++)
    if (strstr (html, in_html[i]) == NULL)
      g_error ("“%s” is not in\n%s", in_html[i], html);
  csv = export (dossier, NULL, "csv-notes", DRAMATIS_GROUP_ARTICLE);
  g_assert_nonnull (strstr (csv, ",\"n1; japan; gone\","));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exporter/table", test_table);
  g_test_add_func ("/exporter/excerpt", test_excerpt);
  g_test_add_func ("/exporter/groups", test_groups);
  g_test_add_func ("/exporter/json", test_json);
  g_test_add_func ("/exporter/json/references", test_json_references);
  g_test_add_func ("/exporter/markdown", test_markdown);
  g_test_add_func ("/exporter/markdown/tags", test_tags);
  g_test_add_func ("/exporter/html", test_html);
  g_test_add_func ("/exporter/csv", test_csv);
  g_test_add_func ("/exporter/csv/rows", test_csv_rows);
  g_test_add_func ("/exporter/links", test_links);
  g_test_add_func ("/exporter/orphans", test_orphans);

  return g_test_run ();
}
