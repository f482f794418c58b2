/* test-article-items.c: what the article view shows one below the other
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-article-items.h"

/* A dossier of as many articles as @pattern has parts between bars; an "x" is a passage that mentions the actor "x",
 * a dot one that does not. */
static DramatisSession *
create_session (const char *pattern)
{
  g_auto (GStrv) parts = g_strsplit (pattern, "|", -1);
  g_autoptr (DramatisDossier) dossier = dramatis_dossier_new ();
  g_autoptr (DramatisActor) actor = dramatis_actor_new ("x", DRAMATIS_ACTOR_KIND_PERSON, "Xaver");

  dramatis_dossier_add (dossier, actor);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *article_id = g_strdup_printf ("a%u", i);
      g_autoptr (DramatisArticle) article = dramatis_article_new (article_id);

      for (guint j = 0; parts[i][j] != '\0'; j++)
        {
          const DramatisMention mention = {
            .range = { 0, 5 },
            .actor = g_intern_string ("x"),
            .status = DRAMATIS_STATUS_CONFIRMED,
          };
          g_autofree char *id = g_strdup_printf ("p%u-%u", i, j);
          g_autoptr (GArray) mentions = dramatis_mentions_new ();
          g_autoptr (DramatisPassage) passage = NULL;

          if (parts[i][j] == 'x')
            g_array_append_val (mentions, mention);
          passage = dramatis_passage_new (id, DRAMATIS_PASSAGE_KIND_PARAGRAPH, "Xaver came.", mentions);
          g_list_store_append (G_LIST_STORE (dramatis_article_get_passages (article)), passage);
        }
      dramatis_dossier_add (dossier, article);
    }

  return dramatis_session_new (dossier);
}

static void
filter (DramatisSession *session)
{
  const char *ids[] = { "x", NULL };

  dramatis_filter_set_actors (dramatis_session_get_filter (session), ids);
}

/* "H0 P0 F1+2": the header at 0, the passage 0, two passages hidden from 1 on. */
static char *
list_items (DramatisArticleItems *items)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < dramatis_article_items_get_length (items); i++)
    {
      const DramatisArticleItem *item = dramatis_article_items_get (items, i);

      g_string_append_printf (text, " %c%u", "HFP"[item->kind], item->position);
      if (item->kind == DRAMATIS_ARTICLE_ITEM_FOLD)
        g_string_append_printf (text, "+%u", item->n_passages);
    }

  return g_strstrip (g_string_free (text, FALSE));
}

static void
test_rebuild (void)
{
  static const struct
  {
    const char *pattern;
    guint       open;
    guint       n_open;
    const char *items;
  } cases[] = {
    { "...", 0, 0, "" },
    { "x", 0, 0, "H0 P0" },
    { "x..", 0, 0, "H0 P0 F1+2" },
    { "..x", 0, 0, "H0 F0+2 P2" },
    { "x..|..x", 0, 0, "H0 P0 F1+2 H3 F3+2 P5" },
    { "..x|x..", 0, 0, "H0 F0+2 P2 H3 P3 F4+2" },
    { "x.|..|.x", 0, 0, "H0 P0 F1+3 H4 F4+1 P5" },
    { "..|..|.x", 0, 0, "F0+4 H4 F4+1 P5" },
    { "x.|..|..", 0, 0, "H0 P0 F1+5" },
    { "x....", 2, 1, "H0 P0 F1+1 P2 F3+2" },
    { "x.|..|.x", 1, 3, "H0 P0 P1 H2 P2 P3 H4 F4+1 P5" },
    { "x.|..|.x", 3, 1, "H0 P0 F1+1 H2 F2+1 P3 H4 F4+1 P5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DramatisSession) session = create_session (cases[i].pattern);
      g_autoptr (DramatisArticleItems) items = dramatis_article_items_new ();
      g_autofree char *text = NULL;

      filter (session);
      dramatis_article_items_rebuild (items, session);
      if (cases[i].n_open > 0)
        {
          dramatis_article_items_open (items, cases[i].open, cases[i].n_open);
          dramatis_article_items_rebuild (items, session);
        }
      text = list_items (items);
      g_assert_cmpstr (text, ==, cases[i].items);
    }
}

static void
test_find (void)
{
  static const struct
  {
    DramatisArticleItemKind kind;
    guint                   position;
    guint                   number;
  } cases[] = {
    { DRAMATIS_ARTICLE_ITEM_HEADER, 0, 0 },
    { DRAMATIS_ARTICLE_ITEM_PASSAGE, 0, 1 },
    { DRAMATIS_ARTICLE_ITEM_PASSAGE, 1, 2 },
    { DRAMATIS_ARTICLE_ITEM_PASSAGE, 2, 2 },
    { DRAMATIS_ARTICLE_ITEM_HEADER, 3, 3 },
    { DRAMATIS_ARTICLE_ITEM_PASSAGE, 3, 4 },
    { DRAMATIS_ARTICLE_ITEM_PASSAGE, 5, 5 },
    { DRAMATIS_ARTICLE_ITEM_PASSAGE, 99, 5 },
  };
  g_autoptr (DramatisSession) session = create_session ("x..|..x");
  g_autoptr (DramatisArticleItems) items = dramatis_article_items_new ();

  filter (session);
  dramatis_article_items_rebuild (items, session); /* H0 P0 F1+2 H3 F3+2 P5 */
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (dramatis_article_items_find (items, cases[i].kind, cases[i].position), ==, cases[i].number);
}

static void
test_heights (void)
{
  static const DramatisArticleMetrics metrics = { 20, 60, 10 };
  g_autoptr (DramatisSession) session = create_session ("x.x");
  g_autoptr (DramatisArticleItems) items = dramatis_article_items_new ();

  dramatis_article_items_rebuild (items, session); /* H0 P0 P1 P2 */
  dramatis_article_items_estimate (items, session, &metrics);
  g_assert_cmpint (dramatis_article_items_get_height (items), ==, 40 + 3 * 30);
  g_assert_cmpuint (dramatis_article_items_find_y (items, -5), ==, 0);
  g_assert_cmpuint (dramatis_article_items_find_y (items, 39), ==, 0);
  g_assert_cmpuint (dramatis_article_items_find_y (items, 40), ==, 1);
  g_assert_cmpuint (dramatis_article_items_find_y (items, 999), ==, 3);

  /* What was measured outlives the filter, and is forgotten with the width. */
  dramatis_article_items_set_height (items, 3, 100);
  dramatis_article_items_place (items);
  g_assert_cmpint (dramatis_article_items_get_height (items), ==, 40 + 2 * 30 + 100);
  filter (session);
  dramatis_article_items_rebuild (items, session); /* H0 P0 F1+1 P2 */
  dramatis_article_items_estimate (items, session, &metrics);
  g_assert_cmpint (dramatis_article_items_get (items, 3)->height, ==, 100);
  dramatis_article_items_forget_heights (items);
  dramatis_article_items_estimate (items, session, &metrics);
  g_assert_cmpint (dramatis_article_items_get (items, 3)->height, ==, 30);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/article-items/rebuild", test_rebuild);
  g_test_add_func ("/article-items/find", test_find);
  g_test_add_func ("/article-items/heights", test_heights);

  return g_test_run ();
}
