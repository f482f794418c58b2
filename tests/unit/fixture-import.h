/* fixture-import.h: texts that become articles, for tests
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <string.h>

#include "dramatis-import.h"
#include "dramatis-suggester.h"

/* Adds a text of 15 October 2024 that was read from "a-file.txt". */
static inline DramatisArticle *
fixture_import (DramatisDossier *dossier,
                const char      *language,
                const char      *text)
{
  g_autoptr (DramatisTime) published = dramatis_time_new ("2024-10-15", NULL);
  g_autoptr (DramatisImport) import = dramatis_import_new (dossier, NULL, language, published);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_true (dramatis_import_read (import, bytes, "a-file.txt", NULL, &error));
  g_assert_no_error (error);

  return dramatis_import_apply (import, dossier);
}

/* Suggests again what there is in an article that has been published on another day, or some day. */
static inline void
fixture_suggest (DramatisDossier *dossier,
                 DramatisArticle *article,
                 const char      *date)
{
  g_autoptr (DramatisTime) published = date != NULL ? dramatis_time_new (date, NULL) : NULL;
  g_autoptr (DramatisSuggester) suggester = dramatis_suggester_new (dossier, "en", published);
  GListModel *passages = dramatis_article_get_passages (article);

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr (DramatisPassage) passage = g_list_model_get_item (passages, i);

      dramatis_suggester_add_passage (suggester, dramatis_passage_get_text (passage));
    }
  g_assert_true (dramatis_suggester_run (suggester, NULL, NULL));
  dramatis_suggester_apply (suggester, dossier, article);
}
