/* dramatis-event-title-write.c: the words of a title
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-event-title.h"

#include <string.h>

/* A title that is cut shorter says too little. */
#define MIN_TITLE_BYTES 30

/* What is cut off to shorten a title. */
#define MAX_CUTS 64

typedef struct
{
  gsize    length;         /* of what is left, in bytes */
  gboolean is_in_list;     /* before "and": rather not */
} Cut;

typedef struct
{
  const DramatisSentence *sentence;
  DramatisWords           time;      /* left out, as it is shown beside the title */
  GString                *text;
  Cut                     cuts[MAX_CUTS];
  guint                   n_cuts;
  guint                   verb;
  gsize                   n_least;   /* bytes without which a title says nothing */
  gsize                   n_said;    /* bytes up to the last word that can be the last one of a title */
} Writer;

static const DramatisToken *
get (const Writer *self,
     guint         token)
{
  return dramatis_tokens_get (self->sentence->tokens, token);
}

static gboolean
is (const Writer *self,
    guint         token,
    const char   *list)
{
  return dramatis_sentence_is (self->sentence, token, list);
}

static gboolean
is_mark (const Writer *self,
         guint         token,
         const char   *marks)
{
  return dramatis_sentence_is_mark (self->sentence, token, marks);
}

/* The comma after a time that another one stands before: both go with it. */
static gboolean
is_paired (const Writer *self,
           guint         token)
{
  return token == self->time.end && self->time.first > self->sentence->first
         && is_mark (self, self->time.first - 1, ",");
}

static void
append (Writer              *self,
        const DramatisWords *words)
{
  guint n_words = 0;

  for (guint i = words->first; i < words->end;)
    {
      const DramatisToken *token = get (self, i);
      guint past = dramatis_sentence_skip_aside (self->sentence, i, words->end);

      if (i >= self->time.first && i < self->time.end)
        past = self->time.end;
      if (past > i)
        {
          i = past;
          continue;
        }

      /* "had also begun": by the way */
      if (!is (self, i, "fillers") && !(is_mark (self, i, ",") && (self->text->len == 0 || is_paired (self, i))))
        {
          if (self->text->len > 0 && self->n_cuts < MAX_CUTS && (is (self, i, "cut-before") || is_mark (self, i, ",")))
            {
              Cut cut = { self->n_said, is (self, i, "coordinators") };

              /* not "in response" for "in response to": before the whole of it */
              if (self->n_cuts > 0 && n_words == 2 && is (self, i, "completions"))
                cut = self->cuts[self->n_cuts - 1];
              self->cuts[self->n_cuts++] = cut;
              n_words = 0;
            }
          n_words++;
          if (self->text->len > 0 && (i == words->first || token->flags & DRAMATIS_TOKEN_SPACE))
            g_string_append_c (self->text, ' ');
          g_string_append_len (self->text, self->sentence->text + token->byte, token->n_bytes);
          if ((!is (self, i, "cut-before") && !is (self, i, "coordinators") && !is (self, i, "determiners"))
              || (i + 1 == self->time.first && is (self, i, "verb-particles") && is (self, i + 1, "cut-before")))
            self->n_said = self->text->len;
          if (i == self->verb)
            self->n_least = MAX (self->n_least, self->text->len + 1);
        }
      i++;
    }
}

static void
trim (GString *text)
{
  while (text->len > 0)
    {
      const char *last = g_utf8_prev_char (text->str + text->len);
      gunichar c = g_utf8_get_char (last);

      if (!g_unichar_isspace (c) && g_utf8_strchr (".,;:–—-([“\"", -1, c) == NULL)
        break;
      g_string_truncate (text, last - text->str);
    }
}

/* Cuts a title at the last good place. */
static void
shorten (Writer *self)
{
  GString *text = self->text;
  const char *end;
  const char *space;

  if (g_utf8_strlen (text->str, -1) <= DRAMATIS_EVENT_TITLE_LENGTH)
    return;

  end = g_utf8_offset_to_pointer (text->str, DRAMATIS_EVENT_TITLE_LENGTH - 1);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = self->n_cuts; i > 0; i--)
      {
        const Cut *cut = &self->cuts[i - 1];

        if (cut->length >= self->n_least && cut->length <= (gsize) (end - text->str) && (pass > 0 || !cut->is_in_list))
          {
            g_string_truncate (text, cut->length);
            trim (text);
            return;
          }
      }

  space = g_strrstr_len (text->str, end - text->str, " ");
  g_string_truncate (text, (space != NULL ? space : end) - text->str);
  trim (text);
  g_string_append (text, "…");
}

/* Takes out the quotation mark that has lost its other half. */
static void
balance (GString *text)
{
  static const struct { const char *opening; const char *closing; } pairs[] = {
    { "\"", "\"" }, { "“", "”" }, { "„", "“" }, { "«", "»" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const char *opening = NULL;
      const char *lone = NULL;
      const char *p = text->str;

      while (*p != '\0')
        {
          gboolean opens = g_str_has_prefix (p, pairs[i].opening);

          if (opening != NULL && g_str_has_prefix (p, pairs[i].closing))
            opening = NULL;
          else if (opens && opening == NULL)
            opening = p;
          else if (g_str_has_prefix (p, pairs[i].closing) && i == 1)
            lone = p;
          p = g_utf8_next_char (p);
        }

      /* some write “thus“ */
      if (i == 1 && opening != NULL && strstr (g_utf8_next_char (opening), "“") != NULL)
        continue;
      if (i == 2 && opening == NULL)
        continue;
      if (opening == NULL)
        opening = lone;
      if (opening != NULL)
        g_string_erase (text, opening - text->str, g_utf8_next_char (opening) - opening);
    }
}

static char *
finish (Writer *self)
{
  g_autofree char *rest = NULL;
  gunichar first;

  g_string_truncate (self->text, self->n_said);
  trim (self->text);
  shorten (self);
  balance (self->text);
  g_strstrip (self->text->str);
  self->text->len = strlen (self->text->str);
  if (strchr (self->text->str, ' ') == NULL)
    return NULL;

  first = g_utf8_get_char (self->text->str);
  rest = g_strdup (g_utf8_next_char (self->text->str));
  g_string_set_size (self->text, 0);
  g_string_append_unichar (self->text, g_unichar_toupper (first));
  g_string_append (self->text, rest);

  return g_strdup (self->text->str);
}

/**
 * dramatis_event_title_write:
 * @self: a title
 * @sentence: the sentence that it was chosen from
 * @name: (nullable): a name for the pronoun that it begins with
 *
 * Writes a title: without the time, which is shown beside it, and no longer than %DRAMATIS_EVENT_TITLE_LENGTH.
 *
 * Returns: (transfer full) (nullable): the title, or %NULL if nothing is left
 */
char *
dramatis_event_title_write (const DramatisEventTitle *self,
                            const DramatisSentence   *sentence,
                            const char               *name)
{
  g_autoptr (GString) text = g_string_new (name);
  Writer writer = { .sentence = sentence, .time = self->time, .text = text };
  DramatisWords subject = self->subject;
  DramatisWords clause = self->clause;

  writer.verb = self->verb;
  writer.n_said = text->len;
  writer.n_least = MIN_TITLE_BYTES;
  if (name != NULL && subject.first < subject.end)
    subject.first++;
  else if (name != NULL)
    clause.first++;

  /* "The last election was in 2012": nothing is said without the time */
  while (clause.end > clause.first && is_mark (&writer, clause.end - 1, ".,!?"))
    clause.end--;
  if (self->verb + 1 >= self->time.first && self->time.end >= clause.end
      && is (&writer, self->verb, "auxiliaries-finite"))
    writer.time.end = writer.time.first;

  append (&writer, &subject);
  append (&writer, &clause);
  /* "Hadid (born 1950)" */
  for (guint i = self->aside; i < self->time.first && !is_mark (&writer, i, ",;"); i++)
    if (is (&writer, i, "participles") || dramatis_sentence_ends_in (sentence, i, "ed"))
      {
        DramatisWords word = { i, i + 1 };

        append (&writer, &word);
      }

  return finish (&writer);
}
