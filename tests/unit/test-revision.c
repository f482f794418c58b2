/* test-revision.c: new versions of an article
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture-dossier.h"

#include "dramatis-dossier-writer.h"
#include "dramatis-revision.h"

/* A text of words that can be told apart, whatever is done to it. */
typedef struct
{
  char *text;
  guint id;
} Word;

typedef struct
{
  GRand     *rand;
  GPtrArray *passages;      /* of GArray of Word */
  GPtrArray *vocabulary;
  guint      n_words;
} Story;

static void
word_clear (gpointer data)
{
  g_free (((Word *) data)->text);
}

static GArray *
words_new (void)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

  g_array_set_clear_func (words, word_clear);

  return words;
}

static GArray *
words_at (Story *story,
          guint  number)
{
  return g_ptr_array_index (story->passages, number);
}

/* Few words are used often and many rarely, as in any language. */
static Word
pick_word (Story *story)
{
  double part = g_rand_double (story->rand);
  guint number = part * part * part * story->vocabulary->len;

  return (Word) { g_strdup (g_ptr_array_index (story->vocabulary, number)), ++story->n_words };
}

static void
insert_words (Story  *story,
              GArray *words,
              guint   position,
              guint   n_words)
{
  for (guint i = 0; i < n_words; i++)
    {
      Word word = pick_word (story);

      g_array_insert_val (words, position + i, word);
    }
}

static char *
join_words (GArray *words,
            guint   first,
            guint   n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = first; i < first + n_words; i++)
    {
      if (i > first)
        g_string_append_c (text, ' ');
      g_string_append (text, g_array_index (words, Word, i).text);
    }

  return g_string_free (text, FALSE);
}

static void
fill_vocabulary (Story *story)
{
  static const char * const names[] = {
    "the", "of", "NATO", "Japan", "and", "said", "in", "Abe", "a", "Monday", "China", "to", "Īndia", "that", "日本", "🗾"
  };
  static const char * const syllables[] = { "ba", "ren", "to", "mi", "sol", "ka", "dé", "lu", "ing", "est" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (story->vocabulary, g_strdup (names[i]));
  for (guint i = 0; i < 600; i++)
    {
      GString *word = g_string_new (NULL);

      for (int n = g_rand_int_range (story->rand, 1, 5); n > 0; n--)
        g_string_append (word, syllables[g_rand_int_range (story->rand, 0, G_N_ELEMENTS (syllables))]);
      if (g_rand_int_range (story->rand, 0, 8) == 0)
        g_string_append_c (word, ",.;:"[g_rand_int_range (story->rand, 0, 4)]);
      g_ptr_array_add (story->vocabulary, g_string_free (word, FALSE));
    }
}

static Story *
story_new (guint       seed,
           const char *path)
{
  Story *story = g_new0 (Story, 1);

  story->rand = g_rand_new_with_seed (seed);
  story->passages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  story->vocabulary = g_ptr_array_new_with_free_func (g_free);

  if (path != NULL)
    {
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      lines = g_strsplit (text, "\n", -1);
      for (guint i = 0; lines[i] != NULL; i++)
        {
          g_auto (GStrv) parts = g_strsplit_set (lines[i], " \t\r", -1);
          GArray *words = words_new ();

          for (guint j = 0; parts[j] != NULL; j++)
            {
              Word word = { g_strdup (parts[j]), ++story->n_words };

              if (*parts[j] == '\0' || !g_utf8_validate (parts[j], -1, NULL))
                {
                  word_clear (&word);
                  continue;
                }
              g_array_append_val (words, word);
              g_ptr_array_add (story->vocabulary, g_strdup (word.text));
            }
          if (words->len > 0)
            g_ptr_array_add (story->passages, words);
          else
            g_array_unref (words);
        }
      return story;
    }

  fill_vocabulary (story);
  for (int n = g_rand_int_range (story->rand, 6, 30); n > 0; n--)
    {
      GArray *words = words_new ();

      insert_words (story, words, 0, g_rand_int_range (story->rand, 3, 110));
      g_ptr_array_add (story->passages, words);
    }

  return story;
}

static void
story_free (Story *story)
{
  g_rand_free (story->rand);
  g_ptr_array_unref (story->passages);
  g_ptr_array_unref (story->vocabulary);
  g_free (story);
}

static void
move_words (GArray *from,
            guint   first,
            GArray *to)
{
  for (guint i = first; i < from->len; i++)
    {
      Word word = { g_strdup (g_array_index (from, Word, i).text), g_array_index (from, Word, i).id };

      g_array_append_val (to, word);
    }
  g_array_set_size (from, first);
}

static void
edit_story (Story *story)
{
  guint number = g_rand_int_range (story->rand, 0, story->passages->len);
  GArray *words = words_at (story, number);
  guint position = g_rand_int_range (story->rand, 0, MAX (words->len, 1));
  guint n_words = g_rand_int_range (story->rand, 1, 12);

  switch (g_rand_int_range (story->rand, 0, 7))
    {
    case 0:
      insert_words (story, words, position, n_words);
      break;
    case 1:
      if (n_words < words->len && position + n_words <= words->len)
        g_array_remove_range (words, position, n_words);
      break;
    case 2:
      n_words = MIN (n_words, words->len - position);
      g_array_remove_range (words, position, n_words);
      insert_words (story, words, position, g_rand_int_range (story->rand, 1, 6));
      break;
    case 3:
      words = g_ptr_array_steal_index (story->passages, number);
      g_ptr_array_insert (story->passages, g_rand_int_range (story->rand, 0, story->passages->len + 1), words);
      break;
    case 4:
      if (number + 1 < story->passages->len)
        {
          move_words (words_at (story, number + 1), 0, words);
          g_ptr_array_remove_index (story->passages, number + 1);
        }
      break;
    case 5:
      if (position > 0)
        {
          GArray *rest = words_new ();

          move_words (words, position, rest);
          g_ptr_array_insert (story->passages, number + 1, rest);
        }
      break;
    default:
      for (guint i = 0; i < words->len; i++)
        {
          if (g_rand_boolean (story->rand))
            {
              word_clear (&g_array_index (words, Word, i));
              g_array_index (words, Word, i) = pick_word (story);
            }
        }
    }
}

typedef struct
{
  guint n_notes;
  guint n_standing;     /* their words still stand together */
  guint n_right;
  guint n_orphans;
  guint n_false;        /* on words that have nothing to do with theirs */
} Tally;

static DramatisArticle *
add_article (DramatisDossier *dossier,
             Story           *story)
{
  g_autoptr (DramatisArticle) article = dramatis_article_new ("article");

  for (guint i = 0; i < story->passages->len; i++)
    {
      GArray *words = words_at (story, i);
      g_autofree char *id = g_strdup_printf ("p%u", i);
      g_autofree char *text = join_words (words, 0, words->len);
      g_autoptr (DramatisPassage) passage = dramatis_passage_new (id, DRAMATIS_PASSAGE_KIND_PARAGRAPH, text, NULL);

      g_list_store_append (G_LIST_STORE (dramatis_article_get_passages (article)), passage);
    }
  dramatis_dossier_add (dossier, article);

  return article;
}

static guint
count_points (GArray *words,
              guint   n_words)
{
  g_autofree char *text = join_words (words, 0, n_words);

  return g_utf8_strlen (text, -1) + (n_words > 0 && n_words < words->len);
}

static DramatisNote *
add_note (DramatisDossier *dossier,
          Story           *story,
          GArray          *ids)
{
  guint number = g_rand_int_range (story->rand, 0, story->passages->len);
  GArray *words = words_at (story, number);
  guint first = g_rand_int_range (story->rand, 0, words->len);
  guint n_wanted = g_rand_int_range (story->rand, 1, 9);
  guint n_words = MIN (words->len - first, n_wanted);
  g_autofree char *id = dramatis_dossier_create_id (dossier, "note", "");
  g_autofree char *passage_id = g_strdup_printf ("p%u", number);
  g_autofree char *quote = join_words (words, first, n_words);
  g_autoptr (GPtrArray) ranges = dramatis_anchors_new ();
  g_autoptr (DramatisNote) note = dramatis_note_new (id, "");
  DramatisRange range;

  range.start = first > 0 ? count_points (words, first) : 0;
  range.end = range.start + g_utf8_strlen (quote, -1);
  g_ptr_array_add (ranges, dramatis_anchor_new (passage_id,
                                                dramatis_passage_get_text (dramatis_dossier_lookup (dossier, passage_id)),
                                                &range));
  for (guint i = 0; i < n_words; i++)
    g_array_append_val (ids, g_array_index (words, Word, first + i).id);
  g_object_set (note, "ranges", ranges, NULL);
  dramatis_dossier_add (dossier, note);

  return note;
}

static gboolean
has_id (GArray *ids,
        guint   id)
{
  for (guint i = 0; i < ids->len; i++)
    {
      if (g_array_index (ids, guint, i) == id)
        return TRUE;
    }

  return FALSE;
}

/* Where the words with @ids stand together; FALSE if they do not. */
static gboolean
find_words (Story         *story,
            GArray        *ids,
            guint         *passage,
            DramatisRange *range)
{
  for (guint i = 0; i < story->passages->len; i++)
    {
      GArray *words = words_at (story, i);

      for (guint j = 0; j + ids->len <= words->len; j++)
        {
          guint n = 0;

          while (n < ids->len && g_array_index (words, Word, j + n).id == g_array_index (ids, guint, n))
            n++;
          if (n == ids->len)
            {
              g_autofree char *quote = join_words (words, j, n);

              *passage = i;
              range->start = j > 0 ? count_points (words, j) : 0;
              range->end = range->start + g_utf8_strlen (quote, -1);
              return TRUE;
            }
        }
    }

  return FALSE;
}

/* Whether any word with one of @ids stands in a range. */
static gboolean
touches_words (Story               *story,
               guint                passage,
               const DramatisRange *range,
               GArray              *ids)
{
  GArray *words = words_at (story, passage);
  guint offset = 0;

  for (guint i = 0; i < words->len; i++)
    {
      guint length = g_utf8_strlen (g_array_index (words, Word, i).text, -1);
      const DramatisRange word = { offset, offset + length };

      if (dramatis_range_overlaps (&word, range) && has_id (ids, g_array_index (words, Word, i).id))
        return TRUE;
      offset += length + 1;
    }

  return FALSE;
}

static void
judge (Story           *story,
       DramatisArticle *article,
       DramatisNote    *note,
       GArray          *ids,
       Tally           *tally)
{
  GPtrArray *ranges = dramatis_note_get_ranges (note);
  const DramatisAnchor *anchor = g_ptr_array_index (ranges, 0);
  GListModel *passages = dramatis_article_get_passages (article);
  DramatisRange standing = { 0, 0 };
  DramatisRange found;
  guint right = 0;
  guint where = 0;
  gboolean stands = find_words (story, ids, &right, &standing);
  gboolean is_found;

  g_assert_cmpuint (ranges->len, ==, 1);
  for (; where < g_list_model_get_n_items (passages); where++)
    {
      g_autoptr (DramatisThing) passage = g_list_model_get_item (passages, where);

      if (dramatis_thing_get_id (passage) == anchor->passage)
        break;
    }
  g_assert_cmpuint (where, <, g_list_model_get_n_items (passages));
  {
    g_autoptr (DramatisPassage) passage = g_list_model_get_item (passages, where);

    is_found = dramatis_anchor_locate (anchor, dramatis_passage_get_text (passage), &found);
  }

  tally->n_notes++;
  tally->n_standing += stands;
  tally->n_orphans += !is_found;
  if (is_found && stands)
    tally->n_right += where == right && found.start == standing.start && found.end == standing.end;
  if (is_found && !touches_words (story, where, &found, ids))
    tally->n_false++;
}

static void
try_version (guint       seed,
             const char *path,
             Tally      *tally)
{
  Story *story = story_new (seed, path);
  g_autoptr (DramatisDossier) dossier = dramatis_dossier_new ();
  DramatisArticle *article = add_article (dossier, story);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autoptr (GArray) drafts = dramatis_passage_drafts_new ();
  g_autoptr (DramatisRevision) revision = NULL;

  for (guint i = 0; i < 20; i++)
    {
      GArray *of_note = g_array_new (FALSE, FALSE, sizeof (guint));

      g_ptr_array_add (notes, add_note (dossier, story, of_note));
      g_ptr_array_add (ids, of_note);
    }

  for (int n = g_rand_int_range (story->rand, 1, 21); n > 0; n--)
    edit_story (story);
  for (guint i = 0; i < story->passages->len; i++)
    {
      GArray *words = words_at (story, i);
      DramatisPassageDraft draft = { DRAMATIS_PASSAGE_KIND_PARAGRAPH, join_words (words, 0, words->len) };

      g_array_append_val (drafts, draft);
    }

  revision = dramatis_revision_new (dossier, article, drafts);
  dramatis_revision_apply (revision);
  g_assert_cmpuint (g_list_model_get_n_items (dramatis_article_get_passages (article)), ==, drafts->len);
  for (guint i = 0; i < notes->len; i++)
    judge (story, article, g_ptr_array_index (notes, i), g_ptr_array_index (ids, i), tally);

  story_free (story);
}

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

static const char **paths;
static guint n_versions = 400;

static void
test_versions (void)
{
  Tally tally = { 0 };

  for (guint i = 0; i < n_versions; i++)
    try_version (i, paths[0] != NULL ? paths[i % g_strv_length ((char **) paths)] : NULL, &tally);

  g_test_message ("%u versions, %u notes, %u whose words stand together: %u right (%.2f %%); %u orphans; %u false (%.2f %%)",
                  n_versions, tally.n_notes, tally.n_standing, tally.n_right,
                  100.0 * tally.n_right / tally.n_standing,
                  tally.n_orphans, tally.n_false, 100.0 * tally.n_false / tally.n_notes);
  g_assert_cmpfloat (tally.n_right, >=, 0.995 * tally.n_standing);
  g_assert_cmpfloat (tally.n_false, <=, 0.005 * tally.n_notes);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  /* by hand: more versions, of other texts */
  if (argc > 1)
    n_versions = g_ascii_strtoull (argv[1], NULL, 10);
  paths = g_new0 (const char *, argc);
  for (int i = 2; i < argc; i++)
    paths[i - 2] = argv[i];

  g_test_add_func ("/revision/changes", test_changes);
  g_test_add_func ("/revision/passages", test_passages);
  g_test_add_func ("/revision/correction", test_correction);
  g_test_add_func ("/revision/versions", test_versions);

  return g_test_run ();
}
