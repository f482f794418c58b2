/* dramatis-scan.c: questions about the words of a text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-scan.h"

#include "dramatis-name-scanner.h"

#include <string.h>

static const DramatisToken *
get (const DramatisScan *self,
     guint               index)
{
  static const DramatisToken none = { .kind = DRAMATIS_TOKEN_MARK };

  return index < self->tokens->len ? dramatis_tokens_get (self->tokens, index) : &none;
}

static const char *
get_text (const DramatisScan *self,
          guint               index)
{
  return self->text + dramatis_tokens_get (self->tokens, index)->byte;
}

/* Marks the lines in which capital letters say little: titles of articles, and lines in capitals. */
void
dramatis_scan_find_headlines (DramatisScan *self)
{
  self->headlines = g_new0 (guint8, self->tokens->len + 1);

  for (guint first = 0; first < self->tokens->len;)
    {
      guint n_words = 0;
      guint n_capital = 0;
      guint n_upper = 0;
      guint n_small = 0;
      guint end = first;
      guint8 mark = 0;

      do
        {
          const DramatisToken *token = get (self, end);
          guint length = token->n_chars;

          if (token->kind == DRAMATIS_TOKEN_WORD)
            {
              if (token->flags & DRAMATIS_TOKEN_UPPER)
                n_upper++;
              if (length >= 4)
                {
                  n_words++;
                  if (token->flags & DRAMATIS_TOKEN_CAPITAL)
                    n_capital++;
                }
              else if ((token->flags & DRAMATIS_TOKEN_CAPITAL) == 0)
                {
                  n_small++;
                }
            }
          end++;
        }
      while (end < self->tokens->len && (get (self, end)->flags & DRAMATIS_TOKEN_LINE) == 0);

      if (n_upper >= 4 && n_upper * 10 >= (n_words + n_small) * 8)
        mark = DRAMATIS_SCAN_SHOUTED;
      else if (n_words >= 4 && n_capital * 10 >= n_words * 8 && end - first < 40
               && (n_small > 0 || n_words >= 6) && *get_text (self, end - 1) != '.')
        mark = DRAMATIS_SCAN_HEADLINE;

      memset (self->headlines + first, mark, end - first);
      first = end;
    }
}

gboolean
dramatis_scan_is (const DramatisScan *self,
                  guint               index,
                  const char         *word)
{
  const DramatisToken *token = get (self, index);

  return token->kind == DRAMATIS_TOKEN_WORD && token->n_bytes == strlen (word)
         && memcmp (self->text + token->byte, word, token->n_bytes) == 0;
}

gboolean
dramatis_scan_is_mark (const DramatisScan *self,
                       guint               index,
                       char                mark)
{
  const DramatisToken *token = get (self, index);

  if (token->kind != DRAMATIS_TOKEN_MARK || token->n_bytes == 0)
    return FALSE;

  /* hyphens and en dashes */
  if (mark == '-')
    return self->text[token->byte] == '-' || strncmp (self->text + token->byte, "‐", 3) == 0
           || strncmp (self->text + token->byte, "–", 3) == 0;

  return self->text[token->byte] == mark;
}

gboolean
dramatis_scan_has (const DramatisScan *self,
                   guint               index,
                   guint               classes)
{
  const DramatisToken *token = get (self, index);

  if (token->kind != DRAMATIS_TOKEN_WORD || (token->flags & DRAMATIS_TOKEN_CAPITAL) == 0)
    return FALSE;

  return (dramatis_gazetteer_get_classes (self->gazetteer, token) & classes) != 0;
}

static gboolean
is_of_class (const DramatisScan *self,
           guint               index,
           guint               classes)
{
  const DramatisToken *token = get (self, index);

  return token->kind == DRAMATIS_TOKEN_WORD
         && (dramatis_gazetteer_get_classes (self->gazetteer, token) & classes) != 0;
}

gboolean
dramatis_scan_follows_closely (const DramatisScan *self,
                               guint               index)
{
  const DramatisToken *token = get (self, index);

  return token->n_bytes > 0 && (token->flags & DRAMATIS_TOKEN_SPACE) == 0;
}

/* Whether a word may be part of a name by its looks. */
gboolean
dramatis_scan_is_name_word (const DramatisScan *self,
                            guint               index)
{
  const DramatisToken *token = get (self, index);
  guint classes;

  if (token->kind != DRAMATIS_TOKEN_WORD || (token->flags & DRAMATIS_TOKEN_CAPITAL) == 0)
    return FALSE;

  /* "#Hashtag", "@name", "US$", "E17" */
  if (index > 0 && (token->flags & DRAMATIS_TOKEN_SPACE) == 0
      && (dramatis_scan_is_mark (self, index - 1, '#') || dramatis_scan_is_mark (self, index - 1, '@')
          || dramatis_scan_is_mark (self, index - 1, '/') || dramatis_scan_is_mark (self, index - 1, '_')))
    return FALSE;
  if (dramatis_scan_is_mark (self, index + 1, '$') && dramatis_scan_follows_closely (self, index + 1))
    return FALSE;
  if (token->n_bytes >= 2 && token->n_bytes <= 4 && g_ascii_isdigit (self->text[token->byte + 1]) && token->word == 0)
    return FALSE;

  classes = dramatis_gazetteer_get_classes (self->gazetteer, token);
  if ((classes & DRAMATIS_WORD_STARTER) == 0)
    return TRUE;

  /* "James To", "Theresa May" */
  if (index > 0 && (token->flags & (DRAMATIS_TOKEN_SENTENCE | DRAMATIS_TOKEN_OPENS | DRAMATIS_TOKEN_UPPER)) == 0
      && self->headlines[index] == 0 && dramatis_scan_is_given_name (self, index - 1)
      && get (self, index + 1)->kind != DRAMATIS_TOKEN_NUMBER && !(get (self, index - 1)->flags & DRAMATIS_TOKEN_UPPER)
      && (get (self, index - 1)->flags & DRAMATIS_TOKEN_CAPITAL)
      && (classes & (DRAMATIS_WORD_HONORIFIC | DRAMATIS_WORD_TITLE | DRAMATIS_WORD_WEEKDAY)) == 0)
    return TRUE;

  /* "New", "First": a name may begin with them, but a sentence too */
  if ((classes & (DRAMATIS_WORD_CITY | DRAMATIS_WORD_RANK))
      && !(token->flags & (DRAMATIS_TOKEN_SENTENCE | DRAMATIS_TOKEN_OPENS)))
    return TRUE;

  /* "US" looks like "us" */
  if ((token->flags & DRAMATIS_TOKEN_UPPER) && token->word != 0
      && !(self->headlines[index] & DRAMATIS_SCAN_SHOUTED))
    return TRUE;

  if (token->flags & (DRAMATIS_TOKEN_SENTENCE | DRAMATIS_TOKEN_OPENS) && token->word != 0)
    {
      DramatisNameMatch match;

      return dramatis_gazetteer_match (self->gazetteer, self->tokens, index, &match) && match.n_tokens > 1;
    }

  return FALSE;
}

/* "Kwok Ka-ki": the small syllable after a hyphen. */
gboolean
dramatis_scan_is_syllable (const DramatisScan *self,
                           guint               first,
                           guint               index)
{
  const DramatisToken *token = get (self, index);

  if (token->kind != DRAMATIS_TOKEN_WORD || index < first + 3 || token->n_bytes > 6)
    return FALSE;

  return !dramatis_scan_is_word (self, index)
         || !(dramatis_scan_is_word (self, index - 2) || dramatis_scan_is_surname (self, index - 2));
}

gboolean
dramatis_scan_is_particle (const DramatisScan *self,
                           guint               index)
{
  const DramatisToken *token = get (self, index);

  return token->kind == DRAMATIS_TOKEN_WORD && (token->flags & DRAMATIS_TOKEN_CAPITAL) == 0
         && (dramatis_gazetteer_get_classes (self->gazetteer, token) & DRAMATIS_WORD_PARTICLE) != 0;
}

/* The name word after the particles at @index, or 0. */
guint
dramatis_scan_skip_particles (const DramatisScan *self,
                              guint               index)
{
  guint i = index;

  while (i < index + 3 && dramatis_scan_is_particle (self, i))
    i++;
  if (dramatis_scan_is_mark (self, i, '-') && dramatis_scan_follows_closely (self, i))
    i++;
  if (i > index && dramatis_scan_is_name_word (self, i) && (get (self, i)->flags & DRAMATIS_TOKEN_LINE) == 0)
    return i;

  return 0;
}

/* Whether a list of the gazetteer has the words from @first to before @end. */
static gboolean
ask_list (const DramatisScan *self,
          DramatisWordList    list,
          guint               first,
          guint               end)
{
  const DramatisToken *token = get (self, first);
  const DramatisToken *last = get (self, end - 1);
  gsize n_bytes = last->byte + last->n_bytes - token->byte;
  char spelling[DRAMATIS_TOKENS_MAX_WORD];

  if (n_bytes > sizeof spelling)
    return FALSE;

  memcpy (spelling, self->text + token->byte, n_bytes);
  for (guint i = 0; i < n_bytes; i++)
    {
      /* names in capitals are looked up as they are written otherwise */
      gboolean inside = i > 0 && (token->flags & DRAMATIS_TOKEN_UPPER) && spelling[i - 1] != ' ' && spelling[i - 1] != '-';

      if (list == DRAMATIS_WORD_LIST_DICTIONARY || inside)
        spelling[i] = g_ascii_tolower (spelling[i]);
    }

  return dramatis_gazetteer_lists (self->gazetteer, list, spelling, n_bytes);
}

/* The same, asked once for all the places where they are written so. */
static gboolean
is_listed (const DramatisScan *self,
           DramatisWordList    list,
           guint               first,
           guint               end)
{
  const DramatisToken *token = get (self, first);
  const DramatisToken *last = get (self, end - 1);
  guint number = dramatis_lexicon_add (self->spellings, self->text + token->byte,
                                       last->byte + last->n_bytes - token->byte);
  guint asked = 1 << (2 * list);
  guint listed = 2 << (2 * list);
  guint8 *answers;

  if (self->answers->len <= number)
    g_array_set_size (self->answers, number + 1);
  answers = &g_array_index (self->answers, guint8, number);
  if (!(*answers & asked))
    *answers |= ask_list (self, list, first, end) ? asked | listed : asked;

  return (*answers & listed) != 0;
}

gboolean
dramatis_scan_is_word (const DramatisScan *self,
                       guint               index)
{
  return get (self, index)->kind == DRAMATIS_TOKEN_WORD
         && is_listed (self, DRAMATIS_WORD_LIST_DICTIONARY, index, index + 1);
}

static gboolean
is_listed_name (const DramatisScan *self,
                DramatisWordList    list,
                guint               index)
{
  const DramatisToken *token = get (self, index);

  return token->kind == DRAMATIS_TOKEN_WORD && (token->flags & DRAMATIS_TOKEN_CAPITAL)
         && is_listed (self, list, index, index + 1);
}

gboolean
dramatis_scan_is_given_name (const DramatisScan *self,
                             guint               index)
{
  const DramatisToken *token = get (self, index);

  if ((token->flags & DRAMATIS_TOKEN_UPPER) && token->n_chars < 4)
    return FALSE;

  return is_listed_name (self, DRAMATIS_WORD_LIST_GIVEN_NAMES, index);
}

gboolean
dramatis_scan_is_surname (const DramatisScan *self,
                          guint               index)
{
  return is_listed_name (self, DRAMATIS_WORD_LIST_SURNAMES, index);
}

gboolean
dramatis_scan_is_initial (const DramatisScan *self,
                          guint               index)
{
  const DramatisToken *token = get (self, index);

  return token->kind == DRAMATIS_TOKEN_WORD && (token->flags & DRAMATIS_TOKEN_DOTTED)
         && (token->flags & DRAMATIS_TOKEN_CAPITAL) && self->text[token->byte + 1] == '.' && token->word == 0;
}

/* "X", "VI": a letter or a number rather than a word. */
gboolean
dramatis_scan_is_numeral (const DramatisScan *self,
                          guint               index)
{
  const DramatisToken *token = get (self, index);

  if (token->kind != DRAMATIS_TOKEN_WORD || token->flags & DRAMATIS_TOKEN_DOTTED)
    return FALSE;
  if (token->n_bytes == 1)
    return TRUE;

  for (guint i = 0; i < token->n_bytes; i++)
    if (strchr ("IVXivx", self->text[token->byte + i]) == NULL)
      return FALSE;

  return TRUE;
}

gboolean
dramatis_scan_is_acronym (const DramatisScan *self,
                          guint               index)
{
  const DramatisToken *token = get (self, index);
  guint length = token->n_chars;

  return length >= 2 && length <= 8 && self->headlines[index] != DRAMATIS_SCAN_SHOUTED
         && !dramatis_scan_has (self, index, DRAMATIS_WORD_NO_ACRONYM)
         && (length < 4 || !dramatis_scan_is_word (self, index));
}

gboolean
dramatis_scan_is_person_start (const DramatisScan *self,
                               guint               index)
{
  DramatisNameMatch match;

  /* "Urban", "Grace": ordinary words, unless a surname follows */
  if (dramatis_scan_is_given_name (self, index) && dramatis_scan_is_word (self, index)
      && !dramatis_scan_is_surname (self, index + 1)
      && (!dramatis_scan_is_name_word (self, index + 1) || dramatis_scan_is_word (self, index + 1)))
    return FALSE;

  if (dramatis_scan_is_given_name (self, index))
    return !(dramatis_scan_match (self, index, &match) && match.n_tokens > 1);

  return dramatis_scan_has (self, index, DRAMATIS_WORD_HONORIFIC | DRAMATIS_WORD_TITLE);
}

/* Whether a word stands where any word has a capital letter, and is an ordinary word. */
gboolean
dramatis_scan_is_plain_start (const DramatisScan *self,
                              guint               index)
{
  return (get (self, index)->flags & (DRAMATIS_TOKEN_SENTENCE | DRAMATIS_TOKEN_OPENS))
         && dramatis_scan_is_word (self, index) && !dramatis_scan_is_given_name (self, index);
}

/* "president Barack Obama", "spokesman Adnan Hajizadeh" */
gboolean
dramatis_scan_is_after_title (const DramatisScan *self,
                              guint               index)
{
  if (index == 0 || get (self, index)->flags & (DRAMATIS_TOKEN_SENTENCE | DRAMATIS_TOKEN_OPENS))
    return FALSE;

  return is_of_class (self, index - 1, DRAMATIS_WORD_TITLE) && !is_of_class (self, index - 1, DRAMATIS_WORD_RANK)
         && (get (self, index - 1)->flags & DRAMATIS_TOKEN_CAPITAL) == 0;
}

gboolean
dramatis_scan_is_place (const DramatisScan *self,
                        guint               first,
                        guint               end)
{
  return is_listed (self, DRAMATIS_WORD_LIST_PLACES, first, end);
}

/* "in English", "the English language" */
gboolean
dramatis_scan_is_language (const DramatisScan *self,
                           guint               first,
                           guint               end)
{
  guint next = dramatis_scan_is_mark (self, end, '-') ? end + 1 : end;

  if (is_of_class (self, next, DRAMATIS_WORD_LANGUAGE_AFTER))
    return TRUE;

  /* what is in English about something is no Englishman's */
  return first > 0 && next == end && get (self, end)->kind != DRAMATIS_TOKEN_POSSESSIVE
         && (get (self, end)->kind != DRAMATIS_TOKEN_WORD || is_of_class (self, end, DRAMATIS_WORD_STARTER))
         && is_of_class (self, first - 1, DRAMATIS_WORD_LANGUAGE_BEFORE);
}

/* A capital stands for the government unless one can be there. */
gboolean
dramatis_scan_is_capital_a_place (const DramatisScan *self,
                                  guint               first,
                                  guint               end)
{
  /* "WASHINGTON (AP) -": where it was written */
  if ((get (self, first)->flags & (DRAMATIS_TOKEN_LINE | DRAMATIS_TOKEN_UPPER)) == (DRAMATIS_TOKEN_LINE | DRAMATIS_TOKEN_UPPER)
      && get (self, end)->kind == DRAMATIS_TOKEN_MARK)
    return TRUE;

  if (first == 0)
    return FALSE;

  if (is_of_class (self, first - 1, DRAMATIS_WORD_WITHIN)
      || (dramatis_scan_is (self, first - 1, "the") && first > 1 && is_of_class (self, first - 2, DRAMATIS_WORD_WITHIN)))
    return TRUE;
  if (dramatis_scan_is (self, first - 1, "from"))
    return get (self, end)->kind != DRAMATIS_TOKEN_POSSESSIVE && !dramatis_scan_is (self, end, "which");
  if (first > 1 && dramatis_scan_is (self, first - 1, "to") && is_of_class (self, first - 2, DRAMATIS_WORD_MOTION))
    return TRUE;

  /* "Toronto, Berlin, Paris;": a list of places or an address; "Paris, France," */
  if (dramatis_scan_is_mark (self, first - 1, ',')
      && (dramatis_scan_is_mark (self, end, ';') || dramatis_scan_is_mark (self, end, '.')
          || get (self, end)->flags & DRAMATIS_TOKEN_LINE))
    return TRUE;

  return dramatis_scan_is_mark (self, end, ',') && dramatis_scan_is_name_word (self, end + 1)
         && dramatis_scan_is_mark (self, end + 2, ',');
}

gboolean
dramatis_scan_match (const DramatisScan *self,
                     guint               index,
                     DramatisNameMatch  *match)
{
  const DramatisToken *token = get (self, index);

  if (token->kind != DRAMATIS_TOKEN_WORD)
    return FALSE;

  if (self->headlines[index] & DRAMATIS_SCAN_SHOUTED)
    return (token->flags & DRAMATIS_TOKEN_UPPER)
           && dramatis_gazetteer_match_upper (self->gazetteer, self->text, token, match);

  if (dramatis_gazetteer_match (self->gazetteer, self->tokens, index, match))
    return TRUE;

  return (token->flags & DRAMATIS_TOKEN_UPPER) && token->n_chars >= 4
         && dramatis_gazetteer_match_upper (self->gazetteer, self->text, token, match);
}

/* "Paris Hilton", "Jordan Smith": a known name that begins a person's. */
gboolean
dramatis_scan_is_person (const DramatisScan      *self,
                         guint                    first,
                         guint                    end,
                         const DramatisNameMatch *match)
{
  DramatisNameMatch next;

  return match->n_tokens == 1 && first + 1 < end && dramatis_scan_is_given_name (self, first)
         && dramatis_scan_is_name_word (self, first + 1) && match->role != DRAMATIS_NAME_DEMONYM
         && !dramatis_scan_match (self, first + 1, &next)
         && !dramatis_scan_has (self, first + 1, DRAMATIS_WORD_ORGANISATION | DRAMATIS_WORD_PLACE
                                                 | DRAMATIS_WORD_EVENT | DRAMATIS_WORD_TITLE | DRAMATIS_WORD_RANK)
         && dramatis_scan_is_surname (self, first + 1) && !dramatis_scan_is_word (self, first + 1);
}

guint
dramatis_scan_get_context (const DramatisScan *self,
                           guint               first,
                           guint               end)
{
  guint flags = 0;

  if (get (self, first)->flags & (DRAMATIS_TOKEN_SENTENCE | DRAMATIS_TOKEN_OPENS))
    flags |= DRAMATIS_CANDIDATE_FIRST;
  if (self->headlines[first] != 0)
    flags |= DRAMATIS_CANDIDATE_HEADLINE;

  if (is_of_class (self, end, DRAMATIS_WORD_SPEECH) && (get (self, end)->flags & DRAMATIS_TOKEN_CAPITAL) == 0)
    flags |= DRAMATIS_CANDIDATE_SPEAKS;

  if (first > 0 && !(flags & DRAMATIS_CANDIDATE_FIRST))
    {
      if (is_of_class (self, first - 1, DRAMATIS_WORD_SPEECH))
        flags |= DRAMATIS_CANDIDATE_SPEAKS;
      if (is_of_class (self, first - 1, DRAMATIS_WORD_LOCATIVE)
          || (dramatis_scan_is (self, first - 1, "the") && first > 1
              && is_of_class (self, first - 2, DRAMATIS_WORD_LOCATIVE)))
        flags |= DRAMATIS_CANDIDATE_PLACED;
    }

  return flags;
}
