/* dramatis-tokens.h: a text as words, numbers and sentences
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-lexicon.h"

G_BEGIN_DECLS

/**
 * DramatisTokenKind:
 * @DRAMATIS_TOKEN_WORD: letters, with apostrophes inside and the dots of an abbreviation
 * @DRAMATIS_TOKEN_NUMBER: digits, with their separators and an ordinal or plural ending
 * @DRAMATIS_TOKEN_POSSESSIVE: an apostrophe with an "s", or alone after a plural
 * @DRAMATIS_TOKEN_MARK: any other single character
 */
typedef enum
{
  DRAMATIS_TOKEN_WORD,
  DRAMATIS_TOKEN_NUMBER,
  DRAMATIS_TOKEN_POSSESSIVE,
  DRAMATIS_TOKEN_MARK,
} DramatisTokenKind;

/**
 * DramatisTokenFlags:
 * @DRAMATIS_TOKEN_SPACE: white space stands before it
 * @DRAMATIS_TOKEN_LINE: it is the first of a line
 * @DRAMATIS_TOKEN_SENTENCE: it is the first of a sentence
 * @DRAMATIS_TOKEN_OPENS: it is the first word after an opening quotation mark or bracket, or after a colon
 * @DRAMATIS_TOKEN_CAPITAL: it begins with a capital letter
 * @DRAMATIS_TOKEN_UPPER: it has two or more letters, all of them capitals
 * @DRAMATIS_TOKEN_DOTTED: an abbreviation whose dot belongs to it
 * @DRAMATIS_TOKEN_ORDINAL: a number with an ordinal ending
 * @DRAMATIS_TOKEN_PLURAL: a number with a plural ending, as in "1990s"
 * @DRAMATIS_TOKEN_SEPARATED: a number with a separator inside, as in "1,200" or "3.5"
 * @DRAMATIS_TOKEN_QUOTED: it stands inside quotation marks
 */
typedef enum
{
  DRAMATIS_TOKEN_SPACE     = 1 << 0,
  DRAMATIS_TOKEN_LINE      = 1 << 1,
  DRAMATIS_TOKEN_SENTENCE  = 1 << 2,
  DRAMATIS_TOKEN_OPENS     = 1 << 3,
  DRAMATIS_TOKEN_CAPITAL   = 1 << 4,
  DRAMATIS_TOKEN_UPPER     = 1 << 5,
  DRAMATIS_TOKEN_DOTTED    = 1 << 6,
  DRAMATIS_TOKEN_ORDINAL   = 1 << 7,
  DRAMATIS_TOKEN_PLURAL    = 1 << 8,
  DRAMATIS_TOKEN_SEPARATED = 1 << 9,
  DRAMATIS_TOKEN_QUOTED    = 1 << 10,
} DramatisTokenFlags;

/**
 * DramatisToken:
 * @start: the first code point
 * @byte: the first byte
 * @word: the number of the word in the lexicon as it is written, 0 if it has none
 * @lower: the number of the word in lower case, 0 if it has none
 * @value: what a number says, its digits without separators; G_MAXUINT if it is too long
 * @n_chars: the length in code points
 * @n_bytes: the length in bytes
 * @flags: where it stands and how it is written
 * @kind: what it is
 *
 * A word, number or mark of a text, no longer than %DRAMATIS_TOKENS_MAX_LENGTH. It is small because there are millions.
 */
typedef struct
{
  guint   start;
  guint   byte;
  guint   word;
  guint   lower;
  guint   value;
  guint16 n_chars;
  guint16 n_bytes;
  guint16 flags;
  guint8  kind;
} DramatisToken;

/**
 * DRAMATIS_TOKENS_MAX_LENGTH:
 *
 * How many bytes a token has at most; what is longer is cut into several.
 */
#define DRAMATIS_TOKENS_MAX_LENGTH 60000

/**
 * DRAMATIS_TOKENS_MAX_WORD:
 *
 * How many bytes a word has at most that is looked up: longer ones are in no table.
 */
#define DRAMATIS_TOKENS_MAX_WORD 63

GArray *dramatis_tokens_new  (const char            *text,
                              const DramatisLexicon *lexicon,
                              GHashTable            *abbreviations);
gsize   dramatis_tokens_fold (const char            *word,
                              gsize                  n_bytes,
                              gboolean               lower,
                              char                  *folded);

static inline const DramatisToken *
dramatis_tokens_get (GArray *tokens,
                     guint   index)
{
  return &g_array_index (tokens, DramatisToken, index);
}

/* The code point after the last one. */
static inline guint
dramatis_token_get_end (const DramatisToken *token)
{
  return token->start + token->n_chars;
}

G_END_DECLS
