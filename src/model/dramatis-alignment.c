/* dramatis-alignment.c: which passages of two versions are the same
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-alignment.h"

#include "dramatis-text.h"

/* Two passages are versions of each other if they share this part of their words. */
#define SIMILAR 0.4

/* Words that stand in more passages than this say little about which one it is. */
#define COMMON 50

typedef struct
{
  guint  old;
  guint  new;
  double similarity;
} Pair;

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const Pair *first = a;
  const Pair *second = b;

  if (first->similarity != second->similarity)
    return first->similarity > second->similarity ? -1 : 1;
  if (first->new != second->new)
    return first->new < second->new ? -1 : 1;

  return (first->old > second->old) - (first->old < second->old);
}

/* The words of a text, folded and interned in @words, as numbers. */
static GArray *
split_words (const char *text,
             GHashTable *words)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *folded = dramatis_text_fold (text);
  const char *start = NULL;

  for (const char *p = folded;; p = g_utf8_next_char (p))
    {
      gboolean is_word = *p != '\0' && g_unichar_isalnum (g_utf8_get_char (p));

      if (is_word && start == NULL)
        start = p;
      if (!is_word && start != NULL)
        {
          g_autofree char *word = g_strndup (start, p - start);
          guint number = GPOINTER_TO_UINT (g_hash_table_lookup (words, word));

          if (number == 0)
            {
              number = g_hash_table_size (words) + 1;
              g_hash_table_insert (words, g_steal_pointer (&word), GUINT_TO_POINTER (number));
            }
          g_array_append_val (numbers, number);
          start = NULL;
        }
      if (*p == '\0')
        break;
    }

  return numbers;
}

/* Same texts, in order. */
static void
pair_same (GPtrArray *old_texts,
           GPtrArray *new_texts,
           GArray    *pairs,
           gboolean  *is_taken)
{
  g_autoptr (GHashTable) queues = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_queue_free);

  for (guint i = 0; i < old_texts->len; i++)
    {
      GQueue *queue = g_hash_table_lookup (queues, g_ptr_array_index (old_texts, i));

      if (queue == NULL)
        {
          queue = g_queue_new ();
          g_hash_table_insert (queues, g_ptr_array_index (old_texts, i), queue);
        }
      g_queue_push_tail (queue, GUINT_TO_POINTER (i + 1));
    }

  for (guint i = 0; i < new_texts->len; i++)
    {
      GQueue *queue = g_hash_table_lookup (queues, g_ptr_array_index (new_texts, i));
      guint old = queue != NULL ? GPOINTER_TO_UINT (g_queue_pop_head (queue)) : 0;

      if (old == 0)
        continue;
      g_array_index (pairs, int, i) = old - 1;
      is_taken[old - 1] = TRUE;
    }
}

/* Adds the pairs that a new passage could make with old ones, by the words that they share. */
static void
add_candidates (guint       new,
                GArray     *words,
                GPtrArray  *old_words,
                GPtrArray  *owners,
                GArray     *candidates)
{
  g_autoptr (GHashTable) shared = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  for (guint i = 0; i < words->len; i++)
    {
      guint word = g_array_index (words, guint, i);
      GArray *owning = word < owners->len ? g_ptr_array_index (owners, word) : NULL;

      if (owning == NULL || owning->len > COMMON)
        continue;
      for (guint j = 0; j < owning->len; j++)
        {
          key = GUINT_TO_POINTER (g_array_index (owning, guint, j) + 1);
          value = g_hash_table_lookup (shared, key);
          g_hash_table_insert (shared, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (value) + 1));
        }
    }

  g_hash_table_iter_init (&iter, shared);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      guint old = GPOINTER_TO_UINT (key) - 1;
      GArray *of_old = g_ptr_array_index (old_words, old);
      /* of the shorter one: a passage that was split or joined is still the same in part */
      guint n = MAX (1, MIN (of_old->len, words->len));
      Pair pair = { old, new, MIN (1.0, (double) GPOINTER_TO_UINT (value) / n) };

      /* the longer the shared part, the better */
      if (pair.similarity >= SIMILAR)
        {
          pair.similarity *= GPOINTER_TO_UINT (value);
          g_array_append_val (candidates, pair);
        }
    }
}

static void
pair_similar (GPtrArray *old_texts,
              GPtrArray *new_texts,
              GArray    *pairs,
              gboolean  *is_taken)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) old_words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) owners = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint i = 0; i < old_texts->len; i++)
    {
      GArray *numbers = split_words (is_taken[i] ? "" : g_ptr_array_index (old_texts, i), words);

      g_ptr_array_add (old_words, numbers);
      for (guint j = 0; j < numbers->len; j++)
        {
          guint word = g_array_index (numbers, guint, j);

          while (owners->len <= word)
            g_ptr_array_add (owners, g_array_new (FALSE, FALSE, sizeof (guint)));
          /* each passage once */
          if (((GArray *) g_ptr_array_index (owners, word))->len == 0
              || g_array_index ((GArray *) g_ptr_array_index (owners, word), guint,
                                ((GArray *) g_ptr_array_index (owners, word))->len - 1) != i)
            g_array_append_val ((GArray *) g_ptr_array_index (owners, word), i);
        }
    }

  for (guint i = 0; i < new_texts->len; i++)
    {
      g_autoptr (GArray) numbers = NULL;

      if (g_array_index (pairs, int, i) >= 0)
        continue;
      numbers = split_words (g_ptr_array_index (new_texts, i), words);
      add_candidates (i, numbers, old_words, owners, candidates);
    }

  g_array_sort (candidates, compare_pairs);
  for (guint i = 0; i < candidates->len; i++)
    {
      const Pair *pair = &g_array_index (candidates, Pair, i);

      if (is_taken[pair->old] || g_array_index (pairs, int, pair->new) >= 0)
        continue;
      g_array_index (pairs, int, pair->new) = pair->old;
      is_taken[pair->old] = TRUE;
    }
}

/**
 * dramatis_align:
 * @old_texts: (element-type utf8): the passages of the old version
 * @new_texts: (element-type utf8): those of the new one
 *
 * Tells which passages of two versions are the same: those with the same text, wherever they stand, then those that
 * share the most words.
 *
 * Returns: (transfer full) (element-type int): of each new passage the number of the old one, -1 if there is none
 */
GArray *
dramatis_align (GPtrArray *old_texts,
                GPtrArray *new_texts)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree gboolean *is_taken = g_new0 (gboolean, old_texts->len);
  const int none = -1;

  for (guint i = 0; i < new_texts->len; i++)
    g_array_append_val (pairs, none);

  pair_same (old_texts, new_texts, pairs, is_taken);
  pair_similar (old_texts, new_texts, pairs, is_taken);

  return pairs;
}
