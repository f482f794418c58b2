/* dramatis-cli-export.c: the command "export"
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "dramatis-cli-dossier.h"
#include "dramatis-enum-types.h"
#include "dramatis-export-enum-types.h"
#include "dramatis-exporter.h"
#include "dramatis-filter.h"

/* What the command line asks for, as it was given and as far as it is understood without the dossier. */
typedef struct
{
  char                    *format;
  char                   **actors;
  char                    *match;
  char                    *from;
  char                    *until;
  char                   **tags;
  char                    *query;
  char                    *group;
  char                    *output;

  const DramatisExporter  *exporter;
  DramatisMatch            match_value;
  DramatisGroup            group_value;
  DramatisSpan             span;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->format);
  g_strfreev (self->actors);
  g_free (self->match);
  g_free (self->from);
  g_free (self->until);
  g_strfreev (self->tags);
  g_free (self->query);
  g_free (self->group);
  g_free (self->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static int
print_formats (void)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  const DramatisExporter *exporter;

  for (guint i = 0; (exporter = dramatis_exporter_get_nth (i)) != NULL; i++)
    g_string_append_printf (list, "%s\t%s\t%s\n",
                            dramatis_exporter_get_name (exporter),
                            dramatis_exporter_get_suffix (exporter),
                            dramatis_exporter_get_media_type (exporter));

  bytes = g_string_free_to_bytes (g_steal_pointer (&list));

  return dramatis_cli_write (NULL, bytes);
}

static gboolean
is_utf8 (const char *text)
{
  return text == NULL || g_utf8_validate (text, -1, NULL);
}

static gboolean
are_utf8 (const Options *options)
{
  for (guint i = 0; options->actors != NULL && options->actors[i] != NULL; i++)
    if (!is_utf8 (options->actors[i]))
      return FALSE;
  for (guint i = 0; options->tags != NULL && options->tags[i] != NULL; i++)
    if (!is_utf8 (options->tags[i]))
      return FALSE;

  return is_utf8 (options->format) && is_utf8 (options->match) && is_utf8 (options->from)
         && is_utf8 (options->until) && is_utf8 (options->query) && is_utf8 (options->group);
}

/* The days from the first of --from to the last of --until. */
static int
check_span (const char *command,
            Options    *options)
{
  const struct
  {
    const char *name;
    const char *edtf;
  } ends[] = { { "--from", options->from }, { "--until", options->until } };

  options->span.start = DRAMATIS_DAY_MIN;
  options->span.end = DRAMATIS_DAY_MAX;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DramatisTime) time = NULL;

      if (ends[i].edtf == NULL)
        continue;

      time = dramatis_time_new (ends[i].edtf, &error);
      if (time == NULL)
        return dramatis_cli_usage_error (command, "%s: %s", ends[i].name, error->message);
      if (i == 0)
        options->span.start = dramatis_time_get_span (time)->start;
      else
        options->span.end = dramatis_time_get_span (time)->end;
    }

  if (options->span.start >= options->span.end)
    return dramatis_cli_usage_error (command, _("--until=%s is before --from=%s."), options->until, options->from);

  return DRAMATIS_CLI_DONE;
}

static int
check_options (const char *command,
               Options    *options)
{
  int value;

  if (options->format == NULL)
    return dramatis_cli_usage_error (command, "%s", _("--format is needed; --format=list tells which there are."));

  if (!are_utf8 (options))
    return dramatis_cli_usage_error (command, "%s", _("An option is not in UTF-8."));

  options->exporter = dramatis_exporter_get (options->format);
  if (options->exporter == NULL && !g_str_equal (options->format, "list"))
    return dramatis_cli_usage_error (command, _("There is no format “%s”; --format=list tells which there are."),
                                     options->format);

  options->match_value = DRAMATIS_MATCH_ANY;
  if (options->match != NULL)
    {
      if (!dramatis_enum_from_nick (DRAMATIS_TYPE_MATCH, options->match, &value))
        return dramatis_cli_usage_error (command, _("--match has to be “any” or “all”, not “%s”."), options->match);
      options->match_value = value;
    }

  options->group_value = DRAMATIS_GROUP_ARTICLE;
  if (options->group != NULL)
    {
      if (!dramatis_enum_from_nick (DRAMATIS_TYPE_GROUP, options->group, &value))
        return dramatis_cli_usage_error (command, _("--group has to be “article”, “actor”, “date” or “tag”, not “%s”."),
                                         options->group);
      options->group_value = value;
    }

  return check_span (command, options);
}

/* How well @text names a thing: 0 not at all, otherwise the lower the better. */
static guint
rank_name (DramatisThing *thing,
           const char    *name,
           const char    *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *folded_name = g_utf8_casefold (name, -1);

  if (g_str_equal (dramatis_thing_get_id (thing), text))
    return 1;
  if (g_str_equal (name, text))
    return 2;
  if (DRAMATIS_IS_ACTOR (thing) && g_strv_contains (dramatis_actor_get_aliases (DRAMATIS_ACTOR (thing)), text))
    return 3;
  if (g_str_equal (folded_name, folded))
    return 4;

  if (DRAMATIS_IS_ACTOR (thing))
    {
      const char * const *aliases = dramatis_actor_get_aliases (DRAMATIS_ACTOR (thing));

      for (guint i = 0; aliases[i] != NULL; i++)
        {
          g_autofree char *folded_alias = g_utf8_casefold (aliases[i], -1);

          if (g_str_equal (folded_alias, folded))
            return 5;
        }
    }

  return 0;
}

/* The identifiers of all things that @text names best: several may share a name. */
static gboolean
find_named (GListModel *things,
            const char *text,
            GPtrArray  *ids)
{
  guint best = G_MAXUINT, n_before = ids->len;

  for (guint i = 0; i < g_list_model_get_n_items (things); i++)
    {
      g_autoptr (DramatisThing) thing = g_list_model_get_item (things, i);
      g_autofree char *name = NULL;
      guint rank;

      if (DRAMATIS_IS_ACTOR (thing)
          && dramatis_actor_get_status (DRAMATIS_ACTOR (thing)) == DRAMATIS_STATUS_REJECTED)
        continue;

      g_object_get (thing, "name", &name, NULL);
      rank = rank_name (thing, name != NULL ? name : "", text);
      if (rank == 0 || rank > best)
        continue;

      if (rank < best)
        g_ptr_array_set_size (ids, n_before);
      best = rank;
      g_ptr_array_add (ids, (gpointer) dramatis_thing_get_id (thing));
    }

  return ids->len > n_before;
}

static int
fill_filter (const char      *command,
             const Options   *options,
             DramatisDossier *dossier,
             DramatisFilter  *filter)
{
  g_autoptr (GPtrArray) actors = g_ptr_array_new ();
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();

  for (guint i = 0; options->actors != NULL && options->actors[i] != NULL; i++)
    if (!find_named (dramatis_dossier_get_actors (dossier), options->actors[i], actors))
      return dramatis_cli_usage_error (command, _("The dossier has no actor “%s”."), options->actors[i]);
  g_ptr_array_add (actors, NULL);

  for (guint i = 0; options->tags != NULL && options->tags[i] != NULL; i++)
    if (!find_named (dramatis_dossier_get_tags (dossier), options->tags[i], tags))
      return dramatis_cli_usage_error (command, _("The dossier has no tag “%s”."), options->tags[i]);
  g_ptr_array_add (tags, NULL);

  dramatis_filter_set_actors (filter, (const char * const *) actors->pdata);
  dramatis_filter_set_tags (filter, (const char * const *) tags->pdata);
  dramatis_filter_set_match (filter, options->match_value);
  if (options->from != NULL || options->until != NULL)
    dramatis_filter_set_span (filter, &options->span);
  if (options->query != NULL)
    dramatis_filter_set_text (filter, options->query);

  return DRAMATIS_CLI_DONE;
}

static int
export_file (const char    *command,
             const Options *options,
             const char    *name)
{
  g_autoptr (DramatisDossierReader) reader = dramatis_dossier_reader_new ();
  g_autoptr (DramatisFilter) filter = dramatis_filter_new ();
  g_autoptr (DramatisDossier) dossier = NULL;
  g_autoptr (DramatisExcerpt) excerpt = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  dossier = dramatis_cli_read_dossier (reader, name, &error);
  if (dossier == NULL)
    return dramatis_cli_fault (name, "%s", error->message);

  status = fill_filter (command, options, dossier, filter);
  if (status != DRAMATIS_CLI_DONE)
    return status;

  excerpt = dramatis_excerpt_new (dossier, filter, NULL);
  bytes = dramatis_exporter_write (options->exporter, excerpt, options->group_value);

  return dramatis_cli_write (options->output, bytes);
}

/**
 * dramatis_cli_export:
 * @argc: how many words @argv has
 * @argv: the words of the command
 *
 * Writes what of a dossier passes a filter in another format.
 *
 * Returns: the exit status
 */
int
dramatis_cli_export (int    argc,
                     char **argv)
{
  g_auto (Options) options = { 0 };
  g_auto (GStrv) files = NULL;
  int status;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &options.format,
      N_("The format; “list” prints all of them"), N_("F") },
    { "actor", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.actors,
      N_("Only what has to do with this actor; may be repeated"), N_("NAME") },
    { "match", 0, 0, G_OPTION_ARG_FILENAME, &options.match,
      N_("Whether one of several actors is enough"), N_("any|all") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &options.from,
      N_("Only what happened on this date or later"), N_("EDTF") },
    { "until", 0, 0, G_OPTION_ARG_FILENAME, &options.until,
      N_("Only what happened on this date or earlier"), N_("EDTF") },
    { "tag", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.tags,
      N_("Only what has this tag; may be repeated"), N_("T") },
    { "query", 0, 0, G_OPTION_ARG_FILENAME, &options.query,
      N_("Only what has these words"), N_("TEXT") },
    { "group", 0, 0, G_OPTION_ARG_FILENAME, &options.group,
      N_("By what notes are grouped"), N_("article|actor|date|tag") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("The file to write; standard output if there is none"), N_("OUT") },
    { NULL }
  };

  if (!dramatis_cli_parse (argc, argv, entries, _("FILE.dossier"), &files, &status))
    return status;

  status = check_options (argv[0], &options);
  if (status != DRAMATIS_CLI_DONE)
    return status;

  if (options.exporter == NULL)
    return print_formats ();

  if (g_strv_length (files) != 1)
    return dramatis_cli_usage_error (argv[0], "%s", _("One file is needed."));

  return export_file (argv[0], &options, files[0]);
}
