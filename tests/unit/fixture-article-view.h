/* fixture-article-view.h: an article view in a window
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-article-view-private.h"
#include "fixture-dossier.h"
#include "fixture-frames.h"

typedef struct
{
  DramatisDossier     *dossier;
  DramatisSession     *session;
  GtkWidget           *window;
  DramatisArticleView *view;
} Fixture;

/* Some frames, until all rows near the view are there. */
static inline void
settle (Fixture *fixture)
{
  do
    fixture_wait_frames (fixture->window, 2);
  while (fixture->view->tick != 0 || fixture->view->fill != 0);
}

/* Passages of 20 to 180 words; each tenth mentions the actor "x". */
static inline DramatisDossier *
create_long_dossier (guint n_passages)
{
  DramatisDossier *dossier = dramatis_dossier_new ();
  g_autoptr (DramatisArticle) article = dramatis_article_new ("long");
  g_autoptr (DramatisActor) actor = dramatis_actor_new ("x", DRAMATIS_ACTOR_KIND_PERSON, "Xaver");
  GListModel *passages = dramatis_article_get_passages (article);

  for (guint i = 0; i < n_passages; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) mentions = dramatis_mentions_new ();
      g_autoptr (DramatisPassage) passage = NULL;

      g_string_append_printf (text, "Xaver %u", i);
      for (guint j = 0; j < 20 + 80 * (i % 3); j++)
        g_string_append_printf (text, " word%u", j);
      if (i % 10 == 0)
        fixture_mention (mentions, 0, 5, "x");
      passage = dramatis_passage_new (id, DRAMATIS_PASSAGE_KIND_PARAGRAPH, text->str, mentions);
      g_list_store_append (G_LIST_STORE (passages), passage);
    }
  dramatis_dossier_add (dossier, article);
  dramatis_dossier_add (dossier, actor);
  dramatis_history_clear (dramatis_dossier_get_history (dossier));

  return dossier;
}

static inline void
set_up_dossier (Fixture         *fixture,
                DramatisDossier *dossier)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->dossier = dossier;
  fixture->session = dramatis_session_new (dossier);
  fixture->window = gtk_window_new ();
  fixture->view = DRAMATIS_ARTICLE_VIEW (dramatis_article_view_new (fixture->session));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->view));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 500);
  gtk_window_set_child (GTK_WINDOW (fixture->window), scroller);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle (fixture);
}

static inline void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  guint n_passages = GPOINTER_TO_UINT (data);

  set_up_dossier (fixture, n_passages > 0 ? create_long_dossier (n_passages) : fixture_dossier_new ());
}

static inline void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->dossier);
}

static inline void
filter_actors (Fixture    *fixture,
               const char *first,
               const char *second)
{
  const char *ids[] = { first, second, NULL };

  dramatis_filter_set_actors (dramatis_session_get_filter (fixture->session), ids);
  settle (fixture);
}

static inline DramatisPassageRow *
focus_row (Fixture *fixture,
           guint    position)
{
  DramatisPassageRow *row = dramatis_article_view_get_row (fixture->view, position);

  g_assert_nonnull (row);
  gtk_widget_grab_focus (GTK_WIDGET (row));

  return row;
}

typedef struct
{
  const char  *path;
  guint        n_passages;    /* of the long dossier; 0: the small one */
  void       (*func) (Fixture *, gconstpointer);
} Test;

static inline int
fixture_run (int           argc,
             char        **argv,
             const Test   *tests,
             guint         n_tests)
{
  if (!fixture_init (&argc, &argv))
    return 0;

  for (guint i = 0; i < n_tests; i++)
    g_test_add (tests[i].path, Fixture, GUINT_TO_POINTER (tests[i].n_passages), set_up, tests[i].func, tear_down);

  return g_test_run ();
}
