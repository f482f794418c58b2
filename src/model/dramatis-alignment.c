/* dramatis-alignment.c: which words of two versions of a text are the same
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-alignment.h"

#include <string.h>

/* Words in a row, or whole passages (0), that stand once in both versions are the same. Long rows come first, since short
 * ones may have come about anew. */
static const guint row_lengths[] = { 8, 0, 4, 3, 2 };

/* Two gaps of so many words are not compared, so that a text written anew can't hold things up. */
#define CELLS_MAX (1024 * 1024)

/* What it counts for that a word is the same, and against that one has come or gone. */
#define SAME_SCORE 3
#define SKIP_COST  2

/* Nearly all scripts that do not put blanks between words, each of whose characters is taken for a word. */
#define FIRST_IDEOGRAPH 0x2e80

/* Two passages are versions of each other if they share this part of the words of the shorter one. */
#define SIMILAR 0.4

typedef struct
{
  guint start;          /* in bytes of all passages, with one between two of them */
  guint end;
  guint number;         /* the same for the same word */
  guint passage;
  int   same;           /* its index in the other version, -1 if it is not there */
} Word;

/**
 * DramatisAlignment:
 *
 * Tells which words of the new version of a text are words of the old one, wherever they have been moved to.
 *
 * Rows of words that stand once in both versions are found first and made as long as they can be (after Paul Heckel,
 * "A technique for isolating differences between files", 1978); then what lies between them is compared.
 *
 * Places are counted in bytes of the passages put together, with one byte between two of them.
 */
struct _DramatisAlignment
{
  GArray *old;          /* of Word */
  GArray *new;
  guint   n_old_passages;
  guint   n_new_passages;
};

static Word *
word_at (GArray *words,
         guint   i)
{
  return &g_array_index (words, Word, i);
}

static const char *
find_word_end (const char *start)
{
  const char *end = g_utf8_next_char (start);
  gunichar point = g_utf8_get_char (start);

  if (!g_unichar_isalnum (point) || point >= FIRST_IDEOGRAPH)
    return end;

  while (*end != '\0')
    {
      point = g_utf8_get_char (end);
      if (point >= FIRST_IDEOGRAPH || !(g_unichar_isalnum (point) || g_unichar_ismark (point)))
        break;
      end = g_utf8_next_char (end);
    }

  return end;
}

static GArray *
split_words (GPtrArray  *texts,
             GHashTable *numbers)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  gsize before = 0;

  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_ptr_array_index (texts, i);
      const char *end;

      for (const char *start = text; *start != '\0'; start = end)
        {
          Word word = { .passage = i, .same = -1 };
          g_autofree char *key = NULL;

          end = find_word_end (start);
          if (g_unichar_isspace (g_utf8_get_char (start)))
            continue;
          key = g_strndup (start, end - start);
          word.start = before + (start - text);
          word.end = before + (end - text);
          word.number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, key));
          if (word.number == 0)
            {
              word.number = g_hash_table_size (numbers) + 1;
              g_hash_table_insert (numbers, g_steal_pointer (&key), GUINT_TO_POINTER (word.number));
            }
          g_array_append_val (words, word);
        }
      before += strlen (text) + 1;
    }

  return words;
}

typedef struct
{
  guint64 hash;
  guint   first;
} Row;

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Row *first = a;
  const Row *second = b;

  if (first->hash != second->hash)
    return first->hash < second->hash ? -1 : 1;

  return (first->first > second->first) - (first->first < second->first);
}

/* How many words there are from a word on to the end of its passage. */
static guint
measure_passage (GArray *words,
                 guint   first)
{
  guint end = first;

  while (end < words->len && word_at (words, end)->passage == word_at (words, first)->passage)
    end++;

  return end - first;
}

/* The rows of so many words that are all free, sorted; of 0 words: whole passages. */
static GArray *
collect_rows (GArray *words,
              guint   length)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  for (guint i = 0; i + length <= words->len && i < words->len; i++)
    {
      guint n_words = length > 0 ? length : measure_passage (words, i);
      Row row = { n_words, i };
      guint n = 0;

      for (; n < n_words && word_at (words, i + n)->same < 0; n++)
        row.hash = (row.hash ^ word_at (words, i + n)->number) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      if (n == n_words)
        g_array_append_val (rows, row);
      if (length == 0)
        i += n_words - 1;
    }
  g_array_sort (rows, compare_rows);

  return rows;
}

/* How many rows from one on are the same. */
static guint
count_same (GArray *rows,
            guint   i)
{
  guint end = i;

  while (end < rows->len && g_array_index (rows, Row, end).hash == g_array_index (rows, Row, i).hash)
    end++;

  return end - i;
}

static gboolean
can_match (DramatisAlignment *self,
           gint64             old,
           gint64             new)
{
  return old >= 0 && new >= 0 && old < self->old->len && new < self->new->len
         && word_at (self->old, old)->same < 0 && word_at (self->new, new)->same < 0
         && word_at (self->old, old)->number == word_at (self->new, new)->number;
}

static void
match (DramatisAlignment *self,
       guint              old,
       guint              new)
{
  word_at (self->old, old)->same = new;
  word_at (self->new, new)->same = old;
}

/* The words from a place on, and those before it, as far as they are the same. */
static void
extend (DramatisAlignment *self,
        gint64             old,
        gint64             new)
{
  for (guint i = 0; can_match (self, old + i, new + i); i++)
    match (self, old + i, new + i);
  for (guint i = 1; can_match (self, old - i, new - i); i++)
    match (self, old - i, new - i);
}

static gboolean
are_same (DramatisAlignment *self,
          guint              old_first,
          guint              new_first,
          guint              length)
{
  if (length == 0)
    {
      length = measure_passage (self->old, old_first);
      if (length != measure_passage (self->new, new_first))
        return FALSE;
    }

  for (guint i = 0; i < length; i++)
    {
      if (!can_match (self, old_first + i, new_first + i))
        return FALSE;
    }

  return TRUE;
}

/* Matches rows of so many words, or whole passages, that stand up to @n_max times in each version, and as often in one as
 * in the other. Several are taken in their order. */
static void
match_rows (DramatisAlignment *self,
            guint              length,
            guint              n_max)
{
  g_autoptr (GArray) old = collect_rows (self->old, length);
  g_autoptr (GArray) new = collect_rows (self->new, length);
  guint n_old;
  guint n_new;

  for (guint i = 0, j = 0; i < old->len && j < new->len; i += n_old, j += n_new)
    {
      const Row *of_old = &g_array_index (old, Row, i);
      const Row *of_new = &g_array_index (new, Row, j);

      n_old = of_old->hash <= of_new->hash ? count_same (old, i) : 0;
      n_new = of_new->hash <= of_old->hash ? count_same (new, j) : 0;
      if (n_old != n_new || n_old > n_max)
        continue;

      for (guint k = 0; k < n_old; k++)
        {
          if (are_same (self, of_old[k].first, of_new[k].first, length))
            extend (self, of_old[k].first, of_new[k].first);
        }
    }
}

/* Matches the words of two ranges, as far as they are free, so that as many as possible are the same and as few as
 * possible have come or gone rather than been replaced one by one (Needleman and Wunsch's algorithm): where a word was
 * written over, its like a few words on is not it. */
static void
match_gap (DramatisAlignment *self,
           guint              old_first,
           guint              old_end,
           guint              new_first,
           guint              new_end)
{
  gsize n_old = old_end - old_first;
  gsize n_new = new_end - new_first;
  g_autofree gint32 *scores = NULL;
  guint i = 0;
  guint j = 0;

  if (n_old == 0 || n_new == 0 || n_old * n_new > CELLS_MAX)
    return;

  /* of the ends of both ranges: the best score from word i and word j on */
  scores = g_new (gint32, (n_old + 1) * (n_new + 1));
  for (i = n_old + 1; i-- > 0;)
    {
      gint32 *row = scores + i * (n_new + 1);
      const gint32 *below = row + n_new + 1;

      for (j = n_new + 1; j-- > 0;)
        {
          if (i == n_old || j == n_new)
            row[j] = -(gint32) (n_old - i + n_new - j) * SKIP_COST;
          else
            row[j] = MAX (below[j + 1] + (can_match (self, old_first + i, new_first + j) ? SAME_SCORE : 0),
                          MAX (below[j], row[j + 1]) - SKIP_COST);
        }
    }

  for (i = 0, j = 0; i < n_old && j < n_new;)
    {
      const gint32 *row = scores + i * (n_new + 1);
      const gint32 *below = row + n_new + 1;
      gboolean same = can_match (self, old_first + i, new_first + j);

      if (row[j] == below[j + 1] + (same ? SAME_SCORE : 0))
        {
          if (same)
            match (self, old_first + i, new_first + j);
          i++;
          j++;
        }
      else if (row[j] == below[j] - SKIP_COST)
        i++;
      else
        j++;
    }
}

/* From a word on, the first one that has its like in the other version. */
static guint
skip_free (GArray *words,
           guint   i)
{
  while (i < words->len && word_at (words, i)->same < 0)
    i++;

  return i;
}

static guint
skip_free_back (GArray *words,
                guint   end)
{
  while (end > 0 && word_at (words, end - 1)->same < 0)
    end--;

  return end;
}

static guint
skip_matched (GArray *words,
              guint   i)
{
  while (i < words->len && word_at (words, i)->same >= 0)
    i++;

  return i;
}

static guint
find_passage_start (GArray *words,
                    guint   i)
{
  guint passage = word_at (words, i)->passage;

  while (i > 0 && word_at (words, i - 1)->passage == passage)
    i--;

  return i;
}

/* What lies between words that have been found, behind the one before it: in its passage, as others may have been
 * moved, or as far as all is free. */
static void
match_behind (DramatisAlignment *self,
              guint              first,
              gboolean           in_passage)
{
  guint end = skip_free (self->old, first);
  guint new_first = first > 0 ? word_at (self->old, first - 1)->same + 1 : 0;
  guint new_end = skip_free (self->new, new_first);

  if (in_passage && first > 0)
    {
      end = MIN (end, first - 1 + measure_passage (self->old, first - 1));
      new_end = MIN (new_end, new_first - 1 + measure_passage (self->new, new_first - 1));
    }
  match_gap (self, first, end, new_first, new_end);
}

/* The same before the one behind it. */
static void
match_before (DramatisAlignment *self,
              guint              end,
              gboolean           in_passage)
{
  guint first = skip_free_back (self->old, end);
  guint new_end = end < self->old->len ? (guint) word_at (self->old, end)->same : self->new->len;
  guint new_first = skip_free_back (self->new, new_end);

  if (in_passage && end < self->old->len)
    {
      first = MAX (first, find_passage_start (self->old, end));
      new_first = MAX (new_first, find_passage_start (self->new, new_end));
    }
  match_gap (self, first, end, new_first, new_end);
}

static void
match_gaps (DramatisAlignment *self)
{
  guint end;

  for (guint first = skip_matched (self->old, 0); first < self->old->len; first = skip_matched (self->old, end))
    {
      end = skip_free (self->old, first);
      match_behind (self, first, TRUE);
      match_before (self, end, TRUE);
      match_behind (self, skip_matched (self->old, first), FALSE);
      match_before (self, end, FALSE);
    }
}

/**
 * dramatis_alignment_new:
 * @old_texts: (element-type utf8): the passages of the old version
 * @new_texts: (element-type utf8): those of the new one
 *
 * Compares two versions.
 *
 * Returns: (transfer full): a new alignment
 */
DramatisAlignment *
dramatis_alignment_new (GPtrArray *old_texts,
                        GPtrArray *new_texts)
{
  DramatisAlignment *self = g_new0 (DramatisAlignment, 1);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->old = split_words (old_texts, numbers);
  self->new = split_words (new_texts, numbers);
  self->n_old_passages = old_texts->len;
  self->n_new_passages = new_texts->len;

  /* what stood twice before may stand once among the words that are left */
  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (row_lengths); i++)
        match_rows (self, row_lengths[i], 1);
      match_gaps (self);
    }
  match_rows (self, 0, G_MAXUINT);

  return self;
}

/**
 * dramatis_alignment_free:
 * @self: (transfer full): an alignment
 *
 * Frees an alignment.
 */
void
dramatis_alignment_free (DramatisAlignment *self)
{
  g_array_unref (self->old);
  g_array_unref (self->new);
  g_free (self);
}

typedef struct
{
  guint old;
  guint new;
  guint n_shared;
} Pair;

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const Pair *first = a;
  const Pair *second = b;

  if (first->n_shared != second->n_shared)
    return first->n_shared > second->n_shared ? -1 : 1;
  if (first->new != second->new)
    return first->new < second->new ? -1 : 1;

  return (first->old > second->old) - (first->old < second->old);
}

static guint *
count_words (GArray *words,
             guint   n_passages)
{
  guint *counts = g_new0 (guint, n_passages);

  for (guint i = 0; i < words->len; i++)
    counts[word_at (words, i)->passage]++;

  return counts;
}

/* Which passages share how many words. */
static GArray *
collect_pairs (DramatisAlignment *self)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_autofree guint *n_old = count_words (self->old, self->n_old_passages);
  g_autofree guint *n_new = count_words (self->new, self->n_new_passages);
  guint first = 0;

  for (guint i = 0; i < self->new->len; i++)
    {
      const Word *word = word_at (self->new, i);
      Pair pair = { 0, word->passage, 1 };
      guint j;

      if (i == 0 || word->passage != word_at (self->new, i - 1)->passage)
        first = pairs->len;
      if (word->same < 0)
        continue;
      pair.old = word_at (self->old, word->same)->passage;
      for (j = first; j < pairs->len && g_array_index (pairs, Pair, j).old != pair.old; j++)
        ;
      if (j < pairs->len)
        g_array_index (pairs, Pair, j).n_shared++;
      else
        g_array_append_val (pairs, pair);
    }

  for (guint i = pairs->len; i-- > 0;)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);

      if (pair->n_shared < SIMILAR * MIN (n_old[pair->old], n_new[pair->new]))
        g_array_remove_index_fast (pairs, i);
    }
  g_array_sort (pairs, compare_pairs);

  return pairs;
}

/**
 * dramatis_alignment_pair_passages:
 * @self: an alignment
 *
 * Tells which passages of two versions are the same: those that share the most words.
 *
 * Returns: (transfer full) (element-type int): of each new passage the number of the old one, -1 if there is none
 */
GArray *
dramatis_alignment_pair_passages (DramatisAlignment *self)
{
  GArray *passages = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) pairs = collect_pairs (self);
  g_autofree gboolean *is_taken = g_new0 (gboolean, self->n_old_passages);
  const int none = -1;

  for (guint i = 0; i < self->n_new_passages; i++)
    g_array_append_val (passages, none);
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);

      if (is_taken[pair->old] || g_array_index (passages, int, pair->new) >= 0)
        continue;
      g_array_index (passages, int, pair->new) = pair->old;
      is_taken[pair->old] = TRUE;
    }

  return passages;
}

/* The first word that ends behind a place. */
static guint
find_word (GArray *words,
           gsize   place)
{
  guint low = 0;
  guint high = words->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (word_at (words, middle)->end <= place)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * dramatis_alignment_judge:
 * @self: an alignment
 * @old_start: where something begins in the old version
 * @old_end: where it ends
 * @new_start: where it may begin in the new version
 * @new_end: where it may end
 *
 * Tells whether the words of a range of the new version are those of a range of the old one.
 *
 * Returns: from 1, if all are, to -1, if all are others of the old version; 0 if they are new
 */
double
dramatis_alignment_judge (DramatisAlignment *self,
                          gsize              old_start,
                          gsize              old_end,
                          gsize              new_start,
                          gsize              new_end)
{
  int sum = 0;
  guint n_words = 0;

  for (guint i = find_word (self->new, new_start); i < self->new->len && word_at (self->new, i)->start < new_end; i++)
    {
      int same = word_at (self->new, i)->same;
      const Word *old = same >= 0 ? word_at (self->old, same) : NULL;

      n_words++;
      if (old != NULL)
        sum += old->start < old_end && old_start < old->end ? 1 : -1;
    }

  return n_words > 0 ? (double) sum / n_words : 0;
}

/**
 * dramatis_alignment_map:
 * @self: an alignment
 * @old_start: a place in the old version
 *
 * Tells where a place should be in the new version, by the nearest words that are the same.
 *
 * Returns: a place, which need not be the beginning of a character; -1 if nothing is the same
 */
gssize
dramatis_alignment_map (DramatisAlignment *self,
                        gsize              old_start)
{
  guint i = find_word (self->old, old_start);
  guint after = skip_free (self->old, i);
  guint before = skip_free_back (self->old, i);
  const Word *word;

  if (after == self->old->len && before == 0)
    return -1;

  word = word_at (self->old, before == 0 || (after < self->old->len && after - i < i - before) ? after : before - 1);

  return MAX (0, (gssize) old_start - word->start + word_at (self->new, word->same)->start);
}
