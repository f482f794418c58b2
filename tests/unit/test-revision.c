/* test-revision.c: new versions of an article
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture-dossier.h"

#include "dramatis-dossier-writer.h"
#include "dramatis-revision.h"

/* Passages of the old and the new version. The words of a note stand between brackets; where the new version has
 * none, they are gone. */
static const struct
{
  const char *name;
  const char *before[4];
  const char *after[4];
} changes[] = {
  { "unchanged", { "One [two] three." }, { "One [two] three." } },
  { "longer-date-before", { "On Monday ministers of [NATO] met in Rome, and NATO was glad." },
    { "On Wednesday 5 May 2021 ministers of [NATO] met in Rome, and NATO was glad." } },
  { "words-before", { "He said [NATO] would stay." }, { "Yesterday he said again that [NATO] would stay." } },
  { "repeated", { "NATO came. NATO went. [NATO] stayed on." }, { "NATO went. NATO came again. [NATO] stayed on." } },
  { "repeated-in-others", { "Russia left the talks.", "Then [Russia] came back to them.", "Russia won." },
    { "Russia never had left the talks.", "Russia was asked.", "Then [Russia] came back to them.", "Russia won." } },
  { "moved-passage", { "First words here.", "A note on [these words] it is.", "Last words there." },
    { "Last words there.", "First words here.", "A note on [these words] it is." } },
  { "moved-heading", { "[Life]", "He was born here.", "He died in Rome." },
    { "He was born here.", "He died in Rome.", "[Life]" } },
  { "lost-stays-lost", { "John Fitz, second Earl [of Clare]", "He was with John Fitz, second Earl of Clare in May." },
    { "He was with John Fitz, second Earl of Clare in May." } },
  { "joined", { "First words here.", "A note on [these words] it is." },
    { "First words here. A note on [these words] it is." } },
  { "split", { "First words here. A note on [these words] it is." },
    { "First words here.", "A note on [these words] it is." } },
  { "edited-words", { "They [signed the long treaty at last] in Rome." },
    { "They [signed the longer treaty at last] in Rome." } },
  { "gone", { "They spoke of [Fiji] in the evening.", "Then they slept." }, { "Then they slept." } },
  { "gone-but-elsewhere", { "They spoke of [Fiji] in the evening.", "Nobody has been to Fiji, as far as is known." },
    { "They spoke in the evening.", "Nobody has been to Fiji, as far as is known." } },
  { "unicode", { "昨日、[日本]と🗾中国は Le\u0301vi" }, { "今日は、そして昨日、[日本]と🗾中国は Le\u0301vi" } },
  { "right-to-left", { "قال [الرئيس] إن السلام قريب" }, { "ثم قال [الرئيس] إن السلام قريب" } },
};

/* The passages without their brackets; @range and @marked tell where they were. */
static GArray *
make_drafts (const char * const *texts,
             DramatisRange      *range,
             int                *marked)
{
  GArray *drafts = dramatis_passage_drafts_new ();

  *marked = -1;
  for (guint i = 0; i < 4 && texts[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit_set (texts[i], "[]", -1);
      DramatisPassageDraft draft = { DRAMATIS_PASSAGE_KIND_PARAGRAPH, g_strjoinv (NULL, parts) };

      if (g_strv_length (parts) == 3)
        {
          *marked = i;
          range->start = g_utf8_strlen (parts[0], -1);
          range->end = range->start + g_utf8_strlen (parts[1], -1);
        }
      g_array_append_val (drafts, draft);
    }

  return drafts;
}

/* A dossier with an article of these passages, p0 and so on. */
static DramatisDossier *
make_dossier (GArray           *drafts,
              DramatisArticle **article)
{
  DramatisDossier *dossier = dramatis_dossier_new ();
  g_autoptr (DramatisArticle) added = dramatis_article_new ("article");

  for (guint i = 0; i < drafts->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      g_autoptr (DramatisPassage) passage =
        dramatis_passage_new (id, DRAMATIS_PASSAGE_KIND_PARAGRAPH,
                              g_array_index (drafts, DramatisPassageDraft, i).text, NULL);

      g_list_store_append (G_LIST_STORE (dramatis_article_get_passages (added)), passage);
    }
  dramatis_dossier_add (dossier, added);
  *article = added;

  return dossier;
}

static DramatisNote *
make_note (DramatisDossier     *dossier,
           const char          *passage_id,
           const DramatisRange *range)
{
  g_autoptr (GPtrArray) ranges = dramatis_anchors_new ();
  g_autoptr (DramatisNote) note = dramatis_note_new ("note", "Look");

  g_ptr_array_add (ranges, dramatis_anchor_new (passage_id,
                                                dramatis_passage_get_text (dramatis_dossier_lookup (dossier, passage_id)),
                                                range));
  g_object_set (note, "ranges", ranges, NULL);
  dramatis_dossier_add (dossier, note);

  return note;
}

static void
assert_note_at (DramatisArticle     *article,
                DramatisNote        *note,
                int                  number,
                const DramatisRange *range)
{
  const DramatisAnchor *anchor = g_ptr_array_index (dramatis_note_get_ranges (note), 0);
  g_autoptr (DramatisPassage) passage = g_list_model_get_item (dramatis_article_get_passages (article), MAX (number, 0));
  DramatisRange found;

  if (number < 0)
    {
      g_assert_false (dramatis_anchor_locate (anchor, dramatis_passage_get_text (passage), &found));
      return;
    }

  g_assert_cmpstr (anchor->passage, ==, dramatis_thing_get_id (DRAMATIS_THING (passage)));
  g_assert_true (dramatis_anchor_locate (anchor, dramatis_passage_get_text (passage), &found));
  g_assert_cmpuint (found.start, ==, range->start);
  g_assert_cmpuint (found.end, ==, range->end);
  g_assert_cmpuint (anchor->range.start, ==, range->start);
}

static void
test_changes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      DramatisRange old;
      DramatisRange new;
      int old_number;
      int new_number;
      g_autoptr (GArray) before = make_drafts (changes[i].before, &old, &old_number);
      g_autoptr (GArray) after = make_drafts (changes[i].after, &new, &new_number);
      DramatisArticle *article;
      g_autoptr (DramatisDossier) dossier = make_dossier (before, &article);
      g_autofree char *passage_id = g_strdup_printf ("p%d", old_number);
      DramatisNote *note = make_note (dossier, passage_id, &old);
      g_autoptr (DramatisRevision) revision = NULL;
      g_autoptr (GBytes) bytes = dramatis_dossier_to_bytes (dossier);
      g_autoptr (GBytes) undone = NULL;
      const DramatisRevisionCount *count;

      g_test_message ("%s", changes[i].name);

      revision = dramatis_revision_new (dossier, article, after);
      dramatis_revision_apply (revision);
      assert_note_at (article, note, new_number, &new);
      count = dramatis_revision_get_notes (revision);
      g_assert_cmpuint (count->n_kept + count->n_moved + count->n_orphaned, ==, 1);
      g_assert_cmpuint (count->n_orphaned, ==, new_number < 0);
      g_assert_cmpuint (dramatis_revision_get_orphans (revision)->len, ==, count->n_orphaned);

      if (!g_str_equal (changes[i].name, "unchanged"))
        dramatis_history_undo (dramatis_dossier_get_history (dossier));
      undone = dramatis_dossier_to_bytes (dossier);
      g_assert_true (g_bytes_equal (bytes, undone));
    }
}

/* Passages that are the same keep their identifiers, mentions and events move with the words. */
static void
test_passages (void)
{
  static const char * const texts[] = {
    "Japan armed itself in September 2014.", "Something else altogether.", "Japan met both China and others in 2012.", NULL
  };
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  DramatisArticle *article = dramatis_dossier_lookup (dossier, "one");
  DramatisPassage *first = dramatis_dossier_lookup (dossier, "p0");
  DramatisRange range;
  int marked;
  g_autoptr (GArray) drafts = make_drafts (texts, &range, &marked);
  g_autoptr (DramatisRevision) revision = dramatis_revision_new (dossier, article, drafts);
  GArray *rows = dramatis_revision_get_rows (revision);
  g_autoptr (DramatisThing) moved = NULL;
  g_autoptr (DramatisThing) changed = NULL;
  const DramatisMention *mention;
  const DramatisRevisionCount *count;

  /* p1 is moved, the second is new, p0 is changed, the heading is gone */
  g_assert_cmpuint (rows->len, ==, 4);
  g_assert_true (g_array_index (rows, DramatisRevisionRow, 0).old == dramatis_dossier_lookup (dossier, "p1"));
  g_assert_null (g_array_index (rows, DramatisRevisionRow, 1).old);
  g_assert_true (g_array_index (rows, DramatisRevisionRow, 2).old == first);
  g_assert_false (g_array_index (rows, DramatisRevisionRow, 3).is_kept);

  dramatis_revision_apply (revision);
  moved = g_list_model_get_item (dramatis_article_get_passages (article), 0);
  changed = g_list_model_get_item (dramatis_article_get_passages (article), 2);
  g_assert_cmpstr (dramatis_thing_get_id (moved), ==, "p1");
  g_assert_cmpstr (dramatis_thing_get_id (changed), ==, "p0");
  g_assert_null (dramatis_dossier_lookup (dossier, "p2"));

  mention = dramatis_passage_get_mention_at (first, 15);
  g_assert_cmpstr (mention->actor, ==, "china");
  g_assert_cmpuint (mention->range.start, ==, 15);
  count = dramatis_revision_get_mentions (revision);
  g_assert_cmpuint (count->n_kept, ==, 2);
  g_assert_cmpuint (count->n_moved, ==, 1);
  g_assert_cmpuint (dramatis_revision_get_events (revision)->n_kept, ==, 3);

  dramatis_history_undo (dramatis_dossier_get_history (dossier));
  g_assert_true (DRAMATIS_IS_PASSAGE (dramatis_dossier_lookup (dossier, "p2")));
  g_assert_cmpstr (dramatis_passage_get_text (first), ==, "Japan met China in 2012.");
}

/* Corrected words are what the note is about, even if none of them is left. */
static void
test_correction (void)
{
  static const struct
  {
    const char *before;
    const char *after;
  } corrections[] = {
    { "On [Monday] NATO met.", "On [Wednesday 5 May] NATO met." },
    { "On Monday [NATO] met.", "On Wednesday 5 May [NATO] met." },
    { "The [goverment] fell.", "The [government] fell." },
    { "The govern[ment] fell.", "The governe[ment] fell." },
    { "He [said so] at noon.", "He [told it] at noon." },
    { "He [was] there, and was glad.", "He there, and was glad." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (corrections); i++)
    {
      const char *old_texts[4] = { "Before it.", corrections[i].before, "After it." };
      const char *new_texts[4] = { "Before it.", corrections[i].after, "After it." };
      DramatisRange old;
      DramatisRange new;
      int number;
      g_autoptr (GArray) before = make_drafts (old_texts, &old, &number);
      g_autoptr (GArray) after = make_drafts (new_texts, &new, &number);
      DramatisArticle *article;
      g_autoptr (DramatisDossier) dossier = make_dossier (before, &article);
      DramatisNote *note = make_note (dossier, "p1", &old);
      DramatisPassage *passage = dramatis_dossier_lookup (dossier, "p1");
      const char *text = g_array_index (after, DramatisPassageDraft, 1).text;
      g_autoptr (DramatisRevision) revision = dramatis_revision_new_correction (dossier, passage, text);

      g_test_message ("%s", corrections[i].before);
      dramatis_revision_apply (revision);
      g_assert_cmpstr (dramatis_passage_get_text (passage), ==, text);
      g_assert_true (dramatis_dossier_lookup (dossier, "p1") == (gpointer) passage);
      if (number >= 0)
        assert_note_at (article, note, number, &new);
      else
        g_assert_cmpuint (dramatis_revision_get_orphans (revision)->len, ==, 1);
    }
}

/* What has no words any more is not lost once more by the next version, nor by a correction. */
static void
test_lost_before (void)
{
  const char *texts[3][4] = {
    { "They spoke of [Fiji] in the evening.", "Then they slept." },
    { "They spoke at length in the evening.", "Then they slept." },
    { "They spoke at length in the morning.", "Then they slept well." },
  };
  DramatisRange range;
  int number;
  g_autoptr (GArray) drafts = make_drafts (texts[0], &range, &number);
  DramatisArticle *article;
  g_autoptr (DramatisDossier) dossier = make_dossier (drafts, &article);
  DramatisNote *note = make_note (dossier, "p0", &range);

  for (guint i = 1; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GArray) next = make_drafts (texts[i], &range, &number);
      g_autoptr (DramatisRevision) revision = dramatis_revision_new (dossier, article, next);
      g_autoptr (DramatisRevision) correction =
        dramatis_revision_new_correction (dossier, dramatis_dossier_lookup (dossier, "p0"), texts[i][0]);

      g_assert_cmpuint (dramatis_revision_get_notes (revision)->n_orphaned, ==, i == 1 ? 1 : 0);
      g_assert_cmpuint (dramatis_revision_get_orphans (revision)->len, ==, i == 1 ? 1 : 0);
      g_assert_cmpuint (dramatis_revision_get_notes (correction)->n_orphaned, ==, 0);
      dramatis_revision_apply (revision);
      assert_note_at (article, note, -1, NULL);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/revision/changes", test_changes);
  g_test_add_func ("/revision/passages", test_passages);
  g_test_add_func ("/revision/correction", test_correction);
  g_test_add_func ("/revision/lost-before", test_lost_before);

  return g_test_run ();
}
