/* dramatis-lexicon.c: numbers for words
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-lexicon.h"

#include <string.h>

/**
 * DramatisLexicon:
 *
 * Gives every word of the tables a small number, so that texts are compared with them by number.
 *
 * A word is any sequence of bytes. Not a GHashTable because the words that are looked up are pieces of a
 * text, which have no terminating zero and should not be copied: one look-up is made for every token.
 */
struct _DramatisLexicon
{
  GStringChunk *chunk;
  GArray       *words;
  guint        *slots;
  guint         n_slots;
};

typedef struct
{
  const char *bytes;
  guint       n_bytes;
  guint       hash;
} Word;

static guint
hash_word (const char *bytes,
           gsize       n_bytes)
{
  /* FNV-1a */
  guint hash = 2166136261u;

  for (gsize i = 0; i < n_bytes; i++)
    hash = (hash ^ (guchar) bytes[i]) * 16777619u;

  return hash;
}

static guint *
find_slot (const DramatisLexicon *self,
           const char            *bytes,
           gsize                  n_bytes,
           guint                  hash)
{
  guint mask = self->n_slots - 1;

  for (guint i = hash & mask;; i = (i + 1) & mask)
    {
      const Word *word;

      if (self->slots[i] == 0)
        return &self->slots[i];

      word = &g_array_index (self->words, Word, self->slots[i] - 1);
      if (word->hash == hash && word->n_bytes == n_bytes && memcmp (word->bytes, bytes, n_bytes) == 0)
        return &self->slots[i];
    }
}

static void
grow (DramatisLexicon *self)
{
  g_free (self->slots);
  self->n_slots *= 2;
  self->slots = g_new0 (guint, self->n_slots);

  for (guint i = 0; i < self->words->len; i++)
    {
      const Word *word = &g_array_index (self->words, Word, i);

      *find_slot (self, word->bytes, word->n_bytes, word->hash) = i + 1;
    }
}

/**
 * dramatis_lexicon_new:
 *
 * Creates a lexicon without words.
 *
 * Returns: (transfer full): a new lexicon
 */
DramatisLexicon *
dramatis_lexicon_new (void)
{
  DramatisLexicon *self = g_new0 (DramatisLexicon, 1);

  self->chunk = g_string_chunk_new (64 * 1024);
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  self->n_slots = 1024;
  self->slots = g_new0 (guint, self->n_slots);

  return self;
}

/**
 * dramatis_lexicon_free:
 * @self: (transfer full): a lexicon
 *
 * Frees a lexicon.
 */
void
dramatis_lexicon_free (DramatisLexicon *self)
{
  g_string_chunk_free (self->chunk);
  g_array_unref (self->words);
  g_free (self->slots);
  g_free (self);
}

/**
 * dramatis_lexicon_add:
 * @self: a lexicon
 * @word: a word, not necessarily terminated
 * @n_bytes: its length in bytes
 *
 * Makes sure that a word has a number.
 *
 * Returns: the number of the word, from 1
 */
guint
dramatis_lexicon_add (DramatisLexicon *self,
                      const char      *word,
                      gsize            n_bytes)
{
  guint hash = hash_word (word, n_bytes);
  guint *slot = find_slot (self, word, n_bytes, hash);
  Word copy;

  if (*slot != 0)
    return *slot;

  copy.bytes = g_string_chunk_insert_len (self->chunk, word, n_bytes);
  copy.n_bytes = n_bytes;
  copy.hash = hash;
  g_array_append_val (self->words, copy);
  *slot = self->words->len;

  if (self->words->len > self->n_slots / 2)
    grow (self);

  return self->words->len;
}

/**
 * dramatis_lexicon_find:
 * @self: a lexicon
 * @word: a word, not necessarily terminated
 * @n_bytes: its length in bytes
 *
 * Looks a word up.
 *
 * Returns: the number of the word, 0 if it has none
 */
guint
dramatis_lexicon_find (const DramatisLexicon *self,
                       const char            *word,
                       gsize                  n_bytes)
{
  return *find_slot (self, word, n_bytes, hash_word (word, n_bytes));
}

/**
 * dramatis_lexicon_get_size:
 * @self: a lexicon
 *
 * Gets how many words have a number.
 *
 * Returns: the greatest number that a word has
 */
guint
dramatis_lexicon_get_size (const DramatisLexicon *self)
{
  return self->words->len;
}
