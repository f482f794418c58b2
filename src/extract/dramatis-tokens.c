/* dramatis-tokens.c: a text as words, numbers and sentences
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-tokens.h"

#include <string.h>
#include <sys/mman.h>

typedef struct
{
  const char            *text;
  const char            *at;
  guint                  offset;
  GArray                *tokens;
  const DramatisLexicon *lexicon;
  GHashTable            *abbreviations;
  guint                  pending;   /* flags for the next token */
  gboolean               wrapped;
  gboolean               quoted;
  gboolean               sentence_may_end;
  const char            *date_end;   /* of a date with dots, whose parts are tokens */
} Scanner;

/* Most characters of most texts are ASCII, which needs no tables. */
static inline gunichar
get_char (const char *p)
{
  return (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);
}

static inline gboolean
is_letter (gunichar c)
{
  return c < 0x80 ? g_ascii_isalpha (c) : g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static inline gboolean
is_capital (gunichar c)
{
  return c < 0x80 ? g_ascii_isupper (c) : g_unichar_isupper (c);
}

static inline gboolean
is_digit (gunichar c)
{
  return c < 0x80 ? g_ascii_isdigit (c) : g_unichar_isdigit (c);
}

static inline gboolean
is_space (gunichar c)
{
  return c < 0x80 ? g_ascii_isspace (c) : g_unichar_isspace (c);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02bc;
}

static gboolean
is_closing (gunichar c)
{
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201d || c == 0x2019 || c == 0xbb;
}

/* In hard-wrapped text the end of a line is only a space: then many lines begin with a small letter. */
static gboolean
is_wrapped (const char *text)
{
  guint n_breaks = 0;
  guint n_small = 0;

  for (const char *p = strchr (text, '\n'); p != NULL && n_breaks < 2000; p = strchr (p + 1, '\n'))
    {
      if (p[1] == '\n' || p[1] == '\0' || (p > text && p[-1] == '\n'))
        continue;

      n_breaks++;
      if (g_unichar_islower (get_char (p + 1)))
        n_small++;
    }

  return n_breaks >= 3 && n_small * 10 > n_breaks * 3;
}

/**
 * dramatis_tokens_fold:
 * @word: a word, not necessarily terminated
 * @n_bytes: its length in bytes, at most %DRAMATIS_TOKENS_MAX_WORD
 * @lower: whether capital letters become small ones
 * @folded: (out caller-allocates): where to store the word, with room for twice as many bytes
 *
 * Writes a word as the tables do, which know one apostrophe only.
 *
 * Returns: how many bytes were stored
 */
gsize
dramatis_tokens_fold (const char *word,
                      gsize       n_bytes,
                      gboolean    lower,
                      char       *folded)
{
  const char *end = word + n_bytes;
  gsize n_folded = 0;

  for (const char *p = word; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = get_char (p);

      if (c < 0x80)
        folded[n_folded++] = lower ? g_ascii_tolower (*p) : *p;
      else if (is_apostrophe (c))
        folded[n_folded++] = '\'';
      else
        n_folded += g_unichar_to_utf8 (lower ? g_unichar_tolower (c) : c, folded + n_folded);
    }

  return n_folded;
}

static void
look_up (Scanner       *scanner,
         DramatisToken *token)
{
  const char *word = scanner->text + token->byte;
  char folded[2 * DRAMATIS_TOKENS_MAX_WORD];

  if (token->n_bytes > DRAMATIS_TOKENS_MAX_WORD)
    return;

  token->word = dramatis_lexicon_find (scanner->lexicon, folded,
                                       dramatis_tokens_fold (word, token->n_bytes, FALSE, folded));
  if (token->flags & DRAMATIS_TOKEN_CAPITAL)
    token->lower = dramatis_lexicon_find (scanner->lexicon, folded,
                                          dramatis_tokens_fold (word, token->n_bytes, TRUE, folded));
  else
    token->lower = token->word;
}

static DramatisToken *
add_token (Scanner           *scanner,
           DramatisTokenKind  kind,
           const char        *end,
           guint              n_chars,
           guint              flags)
{
  DramatisToken token = { 0, };

  token.start = scanner->offset;
  token.n_chars = n_chars;
  token.byte = scanner->at - scanner->text;
  token.n_bytes = end - scanner->at;
  token.kind = kind;
  token.flags = flags | scanner->pending;
  if (scanner->quoted)
    token.flags |= DRAMATIS_TOKEN_QUOTED;

  look_up (scanner, &token);
  g_array_append_val (scanner->tokens, token);

  scanner->at = end;
  scanner->offset += n_chars;
  scanner->pending = 0;

  return &g_array_index (scanner->tokens, DramatisToken, scanner->tokens->len - 1);
}

static gboolean
is_abbreviation (Scanner    *scanner,
                 const char *end)
{
  gsize n_bytes = end - scanner->at;
  char word[16];

  if (n_bytes >= sizeof word)
    return FALSE;

  /* an initial */
  if (n_bytes == 1 && g_ascii_isupper (*scanner->at))
    return TRUE;

  memcpy (word, scanner->at, n_bytes);
  word[n_bytes] = '\0';

  return g_hash_table_contains (scanner->abbreviations, word);
}

static void
scan_word (Scanner *scanner)
{
  const char *p = scanner->at;
  guint n_chars = 0;
  guint n_letters = 0;
  guint n_upper = 0;
  gboolean dotted = FALSE;
  guint flags = 0;

  if (is_capital (get_char (p)))
    flags |= DRAMATIS_TOKEN_CAPITAL;

  while (p - scanner->at < DRAMATIS_TOKENS_MAX_LENGTH)
    {
      gunichar c = get_char (p);
      const char *next = g_utf8_next_char (p);

      if (is_letter (c))
        {
          n_letters++;
          if (is_capital (c))
            n_upper++;
        }
      else if (is_apostrophe (c))
        {
          gunichar after = *next != '\0' ? get_char (next) : 0;
          const char *beyond = *next != '\0' ? g_utf8_next_char (next) : next;

          if (!is_letter (after))
            break;
          /* 's is a token of its own */
          if ((after == 's' || after == 'S') && !is_letter (get_char (beyond)))
            break;
        }
      else if (c == '.')
        {
          /* U.S., K.C.: single letters with dots between them */
          if (p - scanner->at < 1 || !g_ascii_isalpha (p[-1]) || !g_ascii_isalpha (next[0]) || next[1] != '.'
              || (p - scanner->at > 1 && p[-2] != '.'))
            break;
          dotted = TRUE;
        }
      else if (!is_digit (c))
        {
          break;
        }

      n_chars++;
      p = next;
    }

  if (*p == '.' && (dotted || is_abbreviation (scanner, p)))
    {
      p++;
      n_chars++;
      flags |= DRAMATIS_TOKEN_DOTTED;
    }

  if (n_upper == n_letters && n_upper > 1)
    flags |= DRAMATIS_TOKEN_UPPER;

  add_token (scanner, DRAMATIS_TOKEN_WORD, p, n_chars, flags);
  scanner->sentence_may_end = (flags & DRAMATIS_TOKEN_DOTTED) != 0 && n_letters > 1 && n_upper == n_letters;
}

/* The end of a date like "3.5.2014" at @p, or @p: its dots separate numbers rather than digits. */
static const char *
skip_dotted_date (const char *p)
{
  const char *start = p;

  for (guint i = 0; i < 3; i++)
    {
      gsize n_digits = strspn (p, "0123456789");

      if (i < 2 ? n_digits < 1 || n_digits > 2 || p[n_digits] != '.' : n_digits != 4)
        return start;
      p += i < 2 ? n_digits + 1 : n_digits;
    }

  return *p == '.' && g_ascii_isdigit (p[1]) ? start : p;
}

static void
scan_number (Scanner *scanner)
{
  static const char * const endings[] = { "st", "nd", "rd", "th" };
  const char *p = scanner->at;
  guint64 value = 0;
  guint flags = 0;
  guint n_letters = 0;
  DramatisToken *token;

  if (p >= scanner->date_end)
    scanner->date_end = skip_dotted_date (p);

  for (; p - scanner->at < DRAMATIS_TOKENS_MAX_LENGTH; p++)
    {
      if (g_ascii_isdigit (*p))
        {
          if (value < G_MAXUINT)
            value = value * 10 + (*p - '0');
        }
      else if ((*p == ',' || *p == '.') && g_ascii_isdigit (p[1]) && p >= scanner->date_end)
        {
          flags |= DRAMATIS_TOKEN_SEPARATED;
        }
      else
        {
          break;
        }
    }

  while (is_letter (get_char (p + n_letters)) && n_letters < 3 && (guchar) p[n_letters] < 0x80)
    n_letters++;

  if (n_letters == 2)
    {
      for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
        if (g_ascii_strncasecmp (p, endings[i], 2) == 0)
          flags |= DRAMATIS_TOKEN_ORDINAL;
    }
  else if (n_letters == 1 && *p == 's')
    {
      flags |= DRAMATIS_TOKEN_PLURAL;
    }

  if (flags & DRAMATIS_TOKEN_ORDINAL)
    p += 2;
  else if (flags & DRAMATIS_TOKEN_PLURAL)
    p++;

  token = add_token (scanner, DRAMATIS_TOKEN_NUMBER, p, p - scanner->at, flags);
  token->value = MIN (value, G_MAXUINT);
}

static void
scan_apostrophe (Scanner  *scanner,
                 gunichar  c)
{
  const char *next = g_utf8_next_char (scanner->at);
  const DramatisToken *last = NULL;

  if (scanner->tokens->len > 0 && scanner->pending == 0)
    last = &g_array_index (scanner->tokens, DramatisToken, scanner->tokens->len - 1);

  if (last != NULL && last->kind <= DRAMATIS_TOKEN_NUMBER && (*next == 's' || *next == 'S')
      && !is_letter (get_char (next + 1)))
    add_token (scanner, DRAMATIS_TOKEN_POSSESSIVE, next + 1, 2, 0);
  else if (last != NULL && last->kind == DRAMATIS_TOKEN_WORD && c != '\''
           && g_ascii_tolower (scanner->at[-1]) == 's')
    add_token (scanner, DRAMATIS_TOKEN_POSSESSIVE, next, 1, 0);
  else
    add_token (scanner, DRAMATIS_TOKEN_MARK, next, 1, 0);
}

static void
scan_mark (Scanner  *scanner,
           gunichar  c)
{
  gboolean first = scanner->tokens->len == 0 || (scanner->pending & DRAMATIS_TOKEN_SENTENCE);
  guint pending = scanner->pending & (DRAMATIS_TOKEN_SENTENCE | DRAMATIS_TOKEN_LINE);
  gboolean opens = FALSE;

  switch (c)
    {
    case '"':
      opens = !scanner->quoted;
      scanner->quoted = !scanner->quoted;
      break;

    case 0x201c:
      /* some texts close with the same sign that opens */
      opens = !scanner->quoted;
      scanner->quoted = !scanner->quoted;
      break;

    case 0x201d:
      scanner->quoted = FALSE;
      break;

    case '(':
    case '[':
    case ':':
    case 0x2018:
    case 0xab:
      opens = TRUE;
      break;

    default:
      break;
    }

  add_token (scanner, DRAMATIS_TOKEN_MARK, g_utf8_next_char (scanner->at), 1, 0);

  if (c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002)
    scanner->sentence_may_end = TRUE;
  else if (!is_closing (c))
    scanner->sentence_may_end = FALSE;

  /* what opens a sentence hands that on to the first word */
  if (first && c != '.' && c != ',')
    scanner->pending |= pending;
  if (opens)
    scanner->pending |= DRAMATIS_TOKEN_OPENS;
}

static void
scan_space (Scanner *scanner)
{
  guint n_breaks = 0;

  while (*scanner->at != '\0' && is_space (get_char (scanner->at)))
    {
      if (*scanner->at == '\n')
        n_breaks++;
      scanner->at = g_utf8_next_char (scanner->at);
      scanner->offset++;
    }

  scanner->pending |= DRAMATIS_TOKEN_SPACE;
  if (n_breaks > 1 || (n_breaks == 1 && !scanner->wrapped))
    {
      scanner->pending |= DRAMATIS_TOKEN_LINE | DRAMATIS_TOKEN_SENTENCE;
      scanner->quoted = FALSE;
    }

  if (scanner->sentence_may_end)
    {
      const DramatisToken *last = &g_array_index (scanner->tokens, DramatisToken, scanner->tokens->len - 1);
      gunichar next = *scanner->at != '\0' ? get_char (scanner->at) : 0;

      /* after "U.S." only what does not look like a name begins a sentence; the finder knows more */
      if (last->kind != DRAMATIS_TOKEN_WORD && !g_unichar_islower (next))
        scanner->pending |= DRAMATIS_TOKEN_SENTENCE;
    }
}

/* Room for the tokens of a text, which are the largest thing that reading it makes: in pages of the usual size, to
 * get them from the system would be a tenth of the work. */
static GArray *
create_tokens (gsize n_bytes)
{
  GArray *tokens = g_array_sized_new (FALSE, FALSE, sizeof (DramatisToken), n_bytes / 5 + 16);
#ifdef MADV_POPULATE_WRITE
  gsize page = 4096;
  char *start = (char *) ((GPOINTER_TO_SIZE (tokens->data) + page - 1) / page * page);
  gsize size = n_bytes / 5 * sizeof (DramatisToken) / page * page;

  /* only advice: it does not matter whether it is taken */
  if (n_bytes > 512 * 1024)
    {
      madvise (start, size, MADV_HUGEPAGE);
      madvise (start, size, MADV_POPULATE_WRITE);
    }
#endif

  return tokens;
}

/**
 * dramatis_tokens_new:
 * @text: valid UTF-8
 * @lexicon: the words that have numbers
 * @abbreviations: a set of words whose following dot belongs to them
 *
 * Cuts a text into words, numbers and marks, in one pass.
 *
 * A hyphen is a mark of its own, so that the parts of "China-Taiwan" are words.
 *
 * Returns: (transfer full) (element-type DramatisToken): the tokens in text order
 */
GArray *
dramatis_tokens_new (const char            *text,
                     const DramatisLexicon *lexicon,
                     GHashTable            *abbreviations)
{
  Scanner scanner = { .text = text, .at = text, .date_end = text, .lexicon = lexicon, .abbreviations = abbreviations };

  scanner.tokens = create_tokens (strlen (text));
  scanner.pending = DRAMATIS_TOKEN_LINE | DRAMATIS_TOKEN_SENTENCE;
  scanner.wrapped = is_wrapped (text);

  while (*scanner.at != '\0')
    {
      gunichar c = get_char (scanner.at);

      if (is_letter (c))
        {
          scan_word (&scanner);
        }
      else if (c < 0x80 && g_ascii_isdigit (c))
        {
          scan_number (&scanner);
          scanner.sentence_may_end = FALSE;
        }
      else if (is_space (c))
        {
          scan_space (&scanner);
        }
      else if (is_apostrophe (c))
        {
          scan_apostrophe (&scanner, c);
        }
      else
        {
          scan_mark (&scanner, c);
        }
    }

  return scanner.tokens;
}
