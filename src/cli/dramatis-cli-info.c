/* dramatis-cli-info.c: the command "info"
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-cli.h"

#include <glib/gi18n-lib.h>

#include "dramatis-cli-dossier.h"

static guint
count_actors (DramatisDossier *dossier)
{
  GListModel *actors = dramatis_dossier_get_actors (dossier);
  guint n_actors = 0;

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (DramatisActor) actor = g_list_model_get_item (actors, i);

      n_actors += dramatis_actor_get_status (actor) != DRAMATIS_STATUS_REJECTED;
    }

  return n_actors;
}

static guint
count_events (DramatisDossier *dossier)
{
  GListModel *events = dramatis_dossier_get_events (dossier);
  guint n_events = 0;

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (DramatisEvent) event = g_list_model_get_item (events, i);

      n_events += dramatis_event_get_status (event) != DRAMATIS_STATUS_REJECTED;
    }

  return n_events;
}

static void
count_passages (DramatisDossier *dossier,
                guint           *n_passages,
                guint           *n_mentions)
{
  GListModel *articles = dramatis_dossier_get_articles (dossier);

  *n_passages = 0;
  *n_mentions = 0;

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (DramatisArticle) article = g_list_model_get_item (articles, i);
      GListModel *passages = dramatis_article_get_passages (article);

      *n_passages += g_list_model_get_n_items (passages);
      for (guint j = 0; j < g_list_model_get_n_items (passages); j++)
        {
          g_autoptr (DramatisPassage) passage = g_list_model_get_item (passages, j);
          GArray *mentions = dramatis_passage_get_mentions (passage);

          for (guint k = 0; k < mentions->len; k++)
            {
              const DramatisMention *mention = &g_array_index (mentions, DramatisMention, k);
              DramatisActor *actor = dramatis_dossier_lookup (dossier, mention->actor);

              /* who is rejected is mentioned nowhere */
              *n_mentions += mention->status != DRAMATIS_STATUS_REJECTED
                             && dramatis_actor_get_status (actor) != DRAMATIS_STATUS_REJECTED;
            }
        }
    }
}

static void
print_json (const char * const *keys,
            const guint        *counts,
            guint               n_counts)
{
  for (guint i = 0; i < n_counts; i++)
    g_print ("%s\"%s\": %u", i == 0 ? "{" : ", ", keys[i], counts[i]);
  g_print ("}\n");
}

/**
 * dramatis_cli_info:
 * @argc: how many words @argv has
 * @argv: the words of the command
 *
 * Prints how many things a dossier holds.
 *
 * Returns: the exit status
 */
int
dramatis_cli_info (int    argc,
                   char **argv)
{
  static const char * const keys[] = {
    "articles", "passages", "actors", "mentions", "events", "notes", "tags",
  };
  static const char * const labels[] = {
    N_("Articles"), N_("Passages"), N_("Actors"), N_("Mentions"), N_("Events"), N_("Notes"), N_("Tags"),
  };
  g_autoptr (DramatisDossierReader) reader = dramatis_dossier_reader_new ();
  g_autoptr (DramatisDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) files = NULL;
  gboolean json = FALSE;
  guint counts[G_N_ELEMENTS (keys)];
  int status;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print an object of JSON"), NULL },
    { NULL }
  };

  if (!dramatis_cli_parse (argc, argv, entries, _("FILE.dossier"), &files, &status))
    return status;

  if (g_strv_length (files) != 1)
    return dramatis_cli_usage_error (argv[0], "%s", _("One file is needed."));

  dossier = dramatis_cli_read_dossier (reader, files[0], &error);
  if (dossier == NULL)
    return dramatis_cli_fault (files[0], "%s", error->message);

  counts[0] = g_list_model_get_n_items (dramatis_dossier_get_articles (dossier));
  count_passages (dossier, &counts[1], &counts[3]);
  counts[2] = count_actors (dossier);
  counts[4] = count_events (dossier);
  counts[5] = g_list_model_get_n_items (dramatis_dossier_get_notes (dossier));
  counts[6] = g_list_model_get_n_items (dramatis_dossier_get_tags (dossier));

  if (json)
    {
      print_json (keys, counts, G_N_ELEMENTS (counts));
      return DRAMATIS_CLI_DONE;
    }

  g_print ("%s\n", dramatis_dossier_get_title (dossier));
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_print ("%s: %u\n", _(labels[i]), counts[i]);

  return DRAMATIS_CLI_DONE;
}
