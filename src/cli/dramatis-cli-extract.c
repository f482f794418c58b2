/* dramatis-cli-extract.c: the command "extract"
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-cli.h"

#include <glib/gi18n-lib.h>

#include "dramatis-cli-text.h"
#include "dramatis-enum-types.h"
#include "dramatis-extractor.h"
#include "dramatis-json-text.h"

/* How many bytes are printed at once. */
#define PIECE (64 * 1024)

/* Not g_string_append (): it would measure a string that is written out here for each of many actors. */
#define append_literal(json, text) g_string_append_len (json, text, sizeof (text) - 1)

static void
append_text (GString    *json,
             const char *text)
{
  if (text != NULL)
    dramatis_json_append_text (json, text);
  else
    append_literal (json, "null");
}

/* Prints what there is so far, once it is worth a call. */
static int
print (GString *json,
       gsize    enough)
{
  g_autoptr (GBytes) bytes = NULL;

  if (json->len < enough)
    return DRAMATIS_CLI_DONE;

  bytes = g_bytes_new (json->str, json->len);
  g_string_truncate (json, 0);

  return dramatis_cli_write (NULL, bytes);
}

static void
append_actors (GString                  *json,
               const DramatisExtraction *extraction)
{
  for (guint i = 0; i < extraction->actors->len; i++)
    {
      const DramatisFoundActor *actor = &g_array_index (extraction->actors, DramatisFoundActor, i);

      g_string_append (json, i > 0 ? ",\n    {\"id\": " : "\n    {\"id\": ");
      append_text (json, actor->id);
      append_literal (json, ", \"name\": ");
      append_text (json, actor->name);
      append_literal (json, ", \"kind\": ");
      append_text (json, dramatis_enum_to_nick (DRAMATIS_TYPE_ACTOR_KIND, actor->kind));
      append_literal (json, ", \"aliases\": [");
      for (guint k = 0; k < actor->aliases->len; k++)
        {
          if (k > 0)
            append_literal (json, ", ");
          dramatis_json_append_text (json, g_ptr_array_index (actor->aliases, k));
        }
      append_literal (json, "]}");
    }
}

/* For each of many numbers, g_string_append_printf () would take longer than to find the words that they are about. */
static void
append_number (GString *json,
               guint    number)
{
  char digits[10];
  guint n = G_N_ELEMENTS (digits);

  do
    {
      digits[--n] = '0' + number % 10;
      number /= 10;
    }
  while (number > 0);
  g_string_append_len (json, digits + n, G_N_ELEMENTS (digits) - n);
}

/* The text from which ranges are cut, and how far it was read: ranges come in text order. */
typedef struct
{
  const char *at;
  guint       offset;
} Surfaces;

/* Not g_utf8_offset_to_pointer (), which looks up every character: all of a text is passed over twice. */
static const char *
skip_chars (const char *at,
            gsize       n)
{
  while (n > 0)
    {
      gsize n_begun = 0;

      /* n bytes hold at most n characters; those that are missing follow */
      for (gsize i = 0; i < n; i++)
        n_begun += ((guchar) at[i] & 0xc0) != 0x80;
      at += n;
      n -= n_begun;
    }
  while (((guchar) *at & 0xc0) == 0x80)
    at++;

  return at;
}

static void
append_range (GString             *json,
              Surfaces            *surfaces,
              const DramatisRange *range)
{
  g_autofree char *surface = NULL;
  const char *end;

  surfaces->at = skip_chars (surfaces->at, range->start - surfaces->offset);
  surfaces->offset = range->start;
  end = skip_chars (surfaces->at, range->end - range->start);
  surface = g_strndup (surfaces->at, end - surfaces->at);

  append_literal (json, "{\"start\": ");
  append_number (json, range->start);
  append_literal (json, ", \"end\": ");
  append_number (json, range->end);
  append_literal (json, ", \"surface\": ");
  dramatis_json_append_text (json, surface);
}

static int
append_mentions (GString                  *json,
                 const DramatisExtraction *extraction,
                 const char               *text)
{
  Surfaces surfaces = { text, 0 };
  int status = DRAMATIS_CLI_DONE;

  for (guint i = 0; i < extraction->mentions->len && status == DRAMATIS_CLI_DONE; i++)
    {
      const DramatisFoundMention *mention = &g_array_index (extraction->mentions, DramatisFoundMention, i);

      g_string_append (json, i > 0 ? ",\n    " : "\n    ");
      append_range (json, &surfaces, &mention->range);
      append_literal (json, ", \"actor\": ");
      append_text (json, g_array_index (extraction->actors, DramatisFoundActor, mention->actor).id);
      g_string_append_c (json, '}');
      status = print (json, PIECE);
    }

  return status;
}

static int
append_times (GString                  *json,
              const DramatisExtraction *extraction,
              const char               *text)
{
  Surfaces surfaces = { text, 0 };
  int status = DRAMATIS_CLI_DONE;

  for (guint i = 0; i < extraction->times->len && status == DRAMATIS_CLI_DONE; i++)
    {
      const DramatisFoundTime *found = &g_array_index (extraction->times, DramatisFoundTime, i);
      const DramatisSpan *span = found->time != NULL ? dramatis_time_get_span (found->time) : NULL;
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;

      if (span != NULL && span->start != DRAMATIS_DAY_MIN)
        from = dramatis_day_to_edtf (span->start);
      if (span != NULL && span->end != DRAMATIS_DAY_MAX)
        to = dramatis_day_to_edtf (span->end - 1);

      g_string_append (json, i > 0 ? ",\n    " : "\n    ");
      append_range (json, &surfaces, &found->range);
      append_literal (json, ", \"edtf\": ");
      append_text (json, found->time != NULL ? dramatis_time_get_edtf (found->time) : NULL);
      append_literal (json, ", \"from\": ");
      append_text (json, from);
      append_literal (json, ", \"to\": ");
      append_text (json, to);
      g_string_append_c (json, '}');
      status = print (json, PIECE);
    }

  return status;
}

/**
 * dramatis_cli_extract:
 * @argc: how many words @argv has
 * @argv: the words of the command
 *
 * Prints what actors and times a text names, as JSON.
 *
 * Returns: the exit status
 */
int
dramatis_cli_extract (int    argc,
                      char **argv)
{
  g_autofree char *date = NULL;
  g_autofree char *language = NULL;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &date, N_("When the text was published"), "YYYY-MM-DD" },
    { "language", 0, 0, G_OPTION_ARG_FILENAME, &language, N_("The language of the text"), "TAG" },
    { NULL }
  };
  g_auto (GStrv) files = NULL;
  g_autoptr (DramatisTime) published = NULL;
  g_autoptr (DramatisExtractor) extractor = NULL;
  g_autoptr (DramatisExtraction) extraction = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GString) json = NULL;
  int status;

  if (!dramatis_cli_parse (argc, argv, entries, _("FILE.txt"), &files, &status))
    return status;

  if (!dramatis_cli_parse_text_options (argv[0], date, language, &published, &status))
    return status;
  if (g_strv_length (files) != 1)
    return dramatis_cli_usage_error (argv[0], "%s", _("One file is needed."));

  text = dramatis_cli_read_text (files[0], &error);
  if (text == NULL)
    return dramatis_cli_fault (files[0], "%s", error->message);

  extractor = dramatis_extractor_new (language);
  dramatis_extractor_skip_events (extractor);
  extraction = dramatis_extractor_extract (extractor, text, published, NULL, &error);
  if (extraction == NULL)
    return dramatis_cli_fault (files[0], "%s", error->message);

  json = g_string_sized_new (2 * PIECE);
  g_string_append_printf (json, "{\n  \"text_length\": %u,\n  \"actors\": [", extraction->length);
  append_actors (json, extraction);
  g_string_append (json, extraction->actors->len > 0 ? "\n  ],\n  \"mentions\": [" : "],\n  \"mentions\": [");
  status = append_mentions (json, extraction, text);
  if (status != DRAMATIS_CLI_DONE)
    return status;
  g_string_append (json, extraction->mentions->len > 0 ? "\n  ],\n  \"times\": [" : "],\n  \"times\": [");
  status = append_times (json, extraction, text);
  if (status != DRAMATIS_CLI_DONE)
    return status;
  g_string_append (json, extraction->times->len > 0 ? "\n  ]\n}\n" : "]\n}\n");

  return print (json, 0);
}
