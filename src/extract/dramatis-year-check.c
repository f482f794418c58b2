/* dramatis-year-check.c: whether a number is a year
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-time-text.h"

/* A year that nothing but its place points to lies in these. */
#define FIRST_BARE_YEAR 1500
#define LAST_BARE_YEAR  2060

static gboolean
is_quote (const DramatisTimeText *self,
          guint                   index)
{
  return dramatis_time_text_is (self, index, "\"") || dramatis_time_text_is (self, index, "“")
         || dramatis_time_text_is (self, index, "”");
}

/* "1990-era" and "$1990", "RFC-1990" and "555-1990". */
static gboolean
is_part_of_code (const DramatisTimeText *self,
                 guint                   index,
                 gboolean                after_year)
{
  const DramatisToken *token = dramatis_time_text_get (self, index);
  const DramatisToken *before;

  if (dramatis_time_text_is_attached (self, index + 1))
    {
      const DramatisToken *next = token + 1;

      if (next->kind == DRAMATIS_TOKEN_WORD
          || (next->kind == DRAMATIS_TOKEN_MARK && strchr ("%/@_=", self->text[next->byte]) != NULL)
          || dramatis_time_text_is (self, index + 1, "°"))
        return TRUE;

      /* "a 1500-seat hall", but "the 1990-era car" */
      if (dramatis_time_text_is_dash (self, index + 1) && dramatis_time_text_is_attached (self, index + 2)
          && next[1].kind == DRAMATIS_TOKEN_WORD && !(next[1].flags & DRAMATIS_TOKEN_CAPITAL)
          && !dramatis_time_text_is_in (self, index + 2, "year-compounds"))
        return TRUE;
    }

  if (!dramatis_time_text_is_attached (self, index))
    return FALSE;

  before = token - 1;
  if (before->kind != DRAMATIS_TOKEN_MARK || strchr ("$#/.,@_=&?+*%", self->text[before->byte]) != NULL
      || dramatis_time_text_is (self, index - 1, "£") || dramatis_time_text_is (self, index - 1, "€"))
    return TRUE;

  if (dramatis_time_text_is_dash (self, index - 1) && dramatis_time_text_is_attached (self, index - 1))
    return (before[-1].kind == DRAMATIS_TOKEN_NUMBER && !after_year) || before[-1].flags & DRAMATIS_TOKEN_UPPER;

  /* a title: "1984" */
  return is_quote (self, index - 1) && dramatis_time_text_is_attached (self, index + 1) && is_quote (self, index + 1);
}

/* "1709 schoolchildren": what is counted stands in the plural. */
static gboolean
is_plural (const DramatisTimeText *self,
           const DramatisToken    *token)
{
  const char *end = self->text + token->byte + token->n_bytes;

  return token->kind == DRAMATIS_TOKEN_WORD && !(token->flags & DRAMATIS_TOKEN_CAPITAL) && token->n_bytes > 3
         && end[-1] == 's' && end[-2] != 's';
}

/**
 * dramatis_time_text_is_year:
 * @self: a text
 * @index: a number from 1000 to 2100
 * @after_year: whether it is joined to a year before it
 *
 * Judges by its neighbours whether a number that stands alone is a year.
 *
 * Returns: whether it is one
 */
gboolean
dramatis_time_text_is_year (const DramatisTimeText *self,
                            guint                   index,
                            gboolean                after_year)
{
  const DramatisToken *token = dramatis_time_text_get (self, index);
  const DramatisToken *before = index > 0 ? token - 1 : NULL;
  const DramatisToken *next = index + 1 < self->tokens->len ? token + 1 : NULL;
  gboolean year_word = before != NULL && dramatis_time_text_is_in (self, index - 1, "year-before");
  gboolean certain = year_word && !dramatis_time_text_is_in (self, index - 1, "year-loose");

  if (is_part_of_code (self, index, after_year))
    return FALSE;
  if (before != NULL && (before->kind == DRAMATIS_TOKEN_NUMBER || dramatis_time_text_is_in (self, index - 1, "number-before")))
    return FALSE;

  if (next != NULL && !(next->flags & (DRAMATIS_TOKEN_LINE | DRAMATIS_TOKEN_SENTENCE)))
    {
      if (next->kind == DRAMATIS_TOKEN_NUMBER || dramatis_time_text_is_in (self, index + 1, "count-after"))
        return FALSE;
      if (!certain && ((is_plural (self, next) && !dramatis_time_text_is_in (self, index + 1, "year-plurals")) || dramatis_time_text_is_in (self, index + 1, "part-after")))
        return FALSE;

      /* "There were 1709 schoolchildren" */
      if (!year_word && before != NULL && dramatis_time_text_is_in (self, index - 1, "past")
          && next->kind == DRAMATIS_TOKEN_WORD && !(next->flags & DRAMATIS_TOKEN_CAPITAL))
        return FALSE;
    }

  if (year_word || before == NULL || before->kind != DRAMATIS_TOKEN_WORD)
    return TRUE;

  /* "World Cup 2018", "Comic-Con 2015" and the like */
  return token->value >= FIRST_BARE_YEAR && token->value <= LAST_BARE_YEAR;
}
