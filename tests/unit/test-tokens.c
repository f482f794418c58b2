/* test-tokens.c: a text as words, numbers and sentences
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-tokens.h"

#include <string.h>

/* The tokens are written with a bar between them, and with a slash before each that begins a sentence. */
static const struct
{
  const char *text;
  const char *tokens;
} cases[] = {
  { "", "" },
  { "\n\n\n", "" },
  { "The U.S. and Mr. Abe met.", "/The|U.S.|and|Mr.|Abe|met|." },
  { "It ended. Another began.", "/It|ended|.|/Another|began|." },
  { "“It ended.” Another began.", "/“|/It|ended|.|”|/Another|began|." },
  { "Japan’s and Japan's own", "/Japan|’s|and|Japan|'s|own" },
  { "The workers’ party", "/The|workers|’|party" },
  { "O'Neill doesn't", "/O'Neill|doesn't" },
  { "China-Taiwan ties", "/China|-|Taiwan|ties" },
  { "1,200 people in 1990s", "/1,200|people|in|1990s" },
  { "October 6th, 22:30", "/October|6th|,|22|:|30" },
  { "First line\nSecond line", "/First|line|/Second|line" },
  { "3.5%", "/3.5|%" },
  { "S. Jaishankar, K.C. Maurer", "/S.|Jaishankar|,|K.C.|Maurer" },
  { "שלום 👩‍👩‍👧 ok", "/שלום|👩|‍|👩|‍|👧|ok" },
};

static GHashTable *
create_abbreviations (void)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (set, (gpointer) "Mr");

  return set;
}

static void
test_cut (void)
{
  g_autoptr (DramatisLexicon) lexicon = dramatis_lexicon_new ();
  g_autoptr (GHashTable) abbreviations = create_abbreviations ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) tokens = dramatis_tokens_new (cases[i].text, lexicon, abbreviations);
      g_autoptr (GString) shown = g_string_new (NULL);

      for (guint k = 0; k < tokens->len; k++)
        {
          const DramatisToken *token = dramatis_tokens_get (tokens, k);
          const char *start = g_utf8_offset_to_pointer (cases[i].text, token->start);

          g_assert_true (start == cases[i].text + token->byte);
          g_assert_cmpint (g_utf8_strlen (start, token->n_bytes), ==, token->n_chars);
          if (k > 0)
            g_string_append_c (shown, '|');
          if (token->flags & DRAMATIS_TOKEN_SENTENCE && token->kind != DRAMATIS_TOKEN_POSSESSIVE)
            g_string_append_c (shown, '/');
          g_string_append_len (shown, start, token->n_bytes);
        }
      g_assert_cmpstr (shown->str, ==, cases[i].tokens);
    }
}

/* What never ends is cut, and nothing is lost. */
static void
test_long (void)
{
  static const char * const pieces[] = { "A", "7", "\u00e9", "a'", "1,", "U.S." };
  g_autoptr (DramatisLexicon) lexicon = dramatis_lexicon_new ();
  g_autoptr (GHashTable) abbreviations = create_abbreviations ();

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) tokens = NULL;
      guint byte = 0;
      guint start = 0;

      while (text->len < 200000)
        g_string_append (text, pieces[i]);
      tokens = dramatis_tokens_new (text->str, lexicon, abbreviations);
      for (guint k = 0; k < tokens->len; k++)
        {
          const DramatisToken *token = dramatis_tokens_get (tokens, k);

          g_assert_cmpint (token->byte, ==, byte);
          g_assert_cmpint (token->start, ==, start);
          byte += token->n_bytes;
          start = dramatis_token_get_end (token);
        }
      g_assert_cmpint (byte, ==, text->len);
      g_assert_cmpint (start, ==, g_utf8_strlen (text->str, -1));
    }
}

static void
test_wrapped (void)
{
  g_autoptr (DramatisLexicon) lexicon = dramatis_lexicon_new ();
  g_autoptr (GHashTable) abbreviations = create_abbreviations ();
  g_autoptr (GArray) tokens = dramatis_tokens_new ("He came to New\nYork and there he\nstayed for a long\ntime indeed, or\nso they say.",
                                                   lexicon, abbreviations);
  guint n_sentences = 0;

  for (guint i = 0; i < tokens->len; i++)
    if (dramatis_tokens_get (tokens, i)->flags & DRAMATIS_TOKEN_SENTENCE)
      n_sentences++;
  g_assert_cmpuint (n_sentences, ==, 1);
}

static void
test_values (void)
{
  g_autoptr (DramatisLexicon) lexicon = dramatis_lexicon_new ();
  g_autoptr (GHashTable) abbreviations = create_abbreviations ();
  g_autoptr (GArray) tokens = NULL;
  guint japan = dramatis_lexicon_add (lexicon, "Japan", 5);
  guint lower = dramatis_lexicon_add (lexicon, "japan", 5);

  tokens = dramatis_tokens_new ("Japan 1,200 6th 99999999999999999999", lexicon, abbreviations);
  g_assert_cmpuint (tokens->len, ==, 4);
  g_assert_cmpuint (dramatis_tokens_get (tokens, 0)->word, ==, japan);
  g_assert_cmpuint (dramatis_tokens_get (tokens, 0)->lower, ==, lower);
  g_assert_cmpuint (dramatis_tokens_get (tokens, 1)->value, ==, 1200);
  g_assert_cmpuint (dramatis_tokens_get (tokens, 2)->value, ==, 6);
  g_assert_true (dramatis_tokens_get (tokens, 2)->flags & DRAMATIS_TOKEN_ORDINAL);
  g_assert_cmpuint (dramatis_tokens_get (tokens, 3)->value, ==, G_MAXUINT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tokens/cut", test_cut);
  g_test_add_func ("/tokens/long", test_long);
  g_test_add_func ("/tokens/wrapped", test_wrapped);
  g_test_add_func ("/tokens/values", test_values);

  return g_test_run ();
}
