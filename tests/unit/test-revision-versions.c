/* test-revision-versions.c: notes over many versions of a text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

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
  GPtrArray *before;        /* the same before any edit, of GArray of guint: the words' numbers */
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

static Word
pick_word (Story *story)
{
  guint number = g_rand_int_range (story->rand, 0, story->vocabulary->len);

  return (Word) { g_strdup (g_ptr_array_index (story->vocabulary, number)), ++story->n_words };
}

/* Where there are no blanks between words, one character is enough for one. */
static gboolean
is_glued (const char *word)
{
  return g_utf8_get_char (word) >= 0x2e80;
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
      const char *word = g_array_index (words, Word, i).text;

      if (i > first && !is_glued (word))
        g_string_append_c (text, ' ');
      g_string_append (text, word);
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

  /* few words are used often and many rarely, as in any language */
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      for (guint j = i; j < G_N_ELEMENTS (names); j++)
        g_ptr_array_add (story->vocabulary, g_strdup (names[i]));
    }
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

/* A word as it stands between blanks, or all that may be one in it. Those that are frequent are so in the vocabulary. */
static void
read_word (Story      *story,
           GArray     *words,
           const char *text)
{
  const char *start = text;

  if (!g_utf8_validate (text, -1, NULL))
    return;

  while (*start != '\0')
    {
      const char *end = g_utf8_next_char (start);
      Word word;

      while (!is_glued (start) && *end != '\0' && !is_glued (end))
        end = g_utf8_next_char (end);
      word = (Word) { g_strndup (start, end - start), ++story->n_words };
      g_array_append_val (words, word);
      g_ptr_array_add (story->vocabulary, g_strdup (word.text));
      start = end;
    }
}

static Story *
story_new (guint       seed,
           const char *path)
{
  Story *story = g_new0 (Story, 1);

  story->rand = g_rand_new_with_seed (seed);
  story->passages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  story->before = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
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
            read_word (story, words, parts[j]);
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
  g_ptr_array_unref (story->before);
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
replace_word (Story *story,
              Word  *word)
{
  Word other = pick_word (story);

  /* to write a word over by itself is no edit */
  if (g_str_equal (other.text, word->text))
    {
      word_clear (&other);
      return;
    }

  word_clear (word);
  *word = other;
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
            replace_word (story, &g_array_index (words, Word, i));
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

  return g_utf8_strlen (text, -1)
         + (n_words > 0 && n_words < words->len && !is_glued (g_array_index (words, Word, n_words).text));
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
      const char *text = g_array_index (words, Word, i).text;
      guint length = g_utf8_strlen (text, -1);
      DramatisRange word;

      offset += i > 0 && !is_glued (text);
      word = (DramatisRange) { offset, offset + length };
      if (dramatis_range_overlaps (&word, range) && has_id (ids, g_array_index (words, Word, i).id))
        return TRUE;
      offset += length;
    }

  return FALSE;
}

static void
keep_before (Story *story)
{
  for (guint i = 0; i < story->passages->len; i++)
    {
      GArray *words = words_at (story, i);
      GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint j = 0; j < words->len; j++)
        g_array_append_val (numbers, g_array_index (words, Word, j).id);
      g_ptr_array_add (story->before, numbers);
    }
}

/* The passage that the first of some words stood in. */
static guint
find_before (Story  *story,
             GArray *ids)
{
  guint number = 0;

  while (!has_id (g_ptr_array_index (story->before, number), g_array_index (ids, guint, 0)))
    number++;

  return number;
}

static gboolean
shares_words (Story *story,
              gint64 before,
              gint64 now)
{
  gboolean was_there = before >= 0 && before < story->before->len;
  gboolean is_there = now >= 0 && now < story->passages->len;
  GArray *words;

  /* both at the beginning, or both at the end */
  if (!was_there || !is_there)
    return was_there == is_there;

  words = words_at (story, now);
  for (guint i = 0; i < words->len; i++)
    {
      if (has_id (g_ptr_array_index (story->before, before), g_array_index (words, Word, i).id))
        return TRUE;
    }

  return FALSE;
}

/* How many of the two passages around one are those that were around @before. */
static guint
count_neighbours (Story *story,
                  guint  before,
                  guint  now)
{
  return shares_words (story, (gint64) before - 1, (gint64) now - 1) + shares_words (story, before + 1, now + 1);
}

/* Two passages of the same words, as headings may be, that have changed places: nobody can tell which is which, unless
 * what is around them does. */
static gboolean
is_twin (Story *story,
         guint  before,
         guint  right,
         guint  found)
{
  g_autofree char *right_text = join_words (words_at (story, right), 0, words_at (story, right)->len);
  g_autofree char *found_text = join_words (words_at (story, found), 0, words_at (story, found)->len);

  return g_str_equal (right_text, found_text)
         && count_neighbours (story, before, found) >= count_neighbours (story, before, right);
}

static void
judge (Story           *story,
       DramatisArticle *article,
       DramatisNote    *note,
       guint            before,
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
  gboolean is_right;

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
  is_right = is_found && stands && found.start == standing.start && found.end == standing.end
             && (where == right || is_twin (story, before, right, where));
  tally->n_right += is_right;
  tally->n_false += is_found && !is_right && !touches_words (story, where, &found, ids);
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
  keep_before (story);

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
    judge (story, article, g_ptr_array_index (notes, i), find_before (story, g_ptr_array_index (ids, i)),
           g_ptr_array_index (ids, i), tally);

  story_free (story);
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

  g_test_add_func ("/revision/versions", test_versions);

  return g_test_run ();
}
