/* fixture-dossier.h: a small dossier for tests
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-dossier.h"

/* Four passages in two articles: p0 Japan, China; p1 Japan; p2 nobody (a heading); q0 China, India.
 * Events: 2012 in p0 (Japan), September 2014 in p1 (Japan, China), 1977-06-30 in q0 (India), undated in p0.
 * Notes: on p1 with the tag t1, about India, and about nothing. */
static inline void
fixture_mention (GArray     *mentions,
                 guint       start,
                 guint       end,
                 const char *actor)
{
  DramatisMention mention = { { start, end }, g_intern_string (actor), DRAMATIS_STATUS_SUGGESTED, NULL };

  g_array_append_val (mentions, mention);
}

static inline void
fixture_event (GPtrArray       *things,
               const char      *id,
               const char      *title,
               const char      *edtf,
               const char      *passage,
               const char      *text,
               const char      *actor1,
               const char      *actor2)
{
  g_autoptr (DramatisTime) time = edtf != NULL ? dramatis_time_new (edtf, NULL) : NULL;
  g_autoptr (GPtrArray) evidence = dramatis_anchors_new ();
  const char *actors[] = { actor1, actor2, NULL };
  const DramatisRange range = { 0, 5 };
  DramatisEvent *event = dramatis_event_new (id, title, time);

  g_ptr_array_add (evidence, dramatis_anchor_new (passage, text, &range));
  g_object_set (event, "evidence", evidence, "actors", actors, NULL);
  g_ptr_array_add (things, event);
}

static inline DramatisDossier *
fixture_dossier_new (void)
{
  static const struct
  {
    const char          *article;
    const char          *id;
    DramatisPassageKind  kind;
    const char          *text;
  } passages[] = {
    { "one", "p0", DRAMATIS_PASSAGE_KIND_PARAGRAPH, "Japan met China in 2012." },
    { "one", "p1", DRAMATIS_PASSAGE_KIND_PARAGRAPH, "Japan armed itself in September 2014." },
    { "one", "p2", DRAMATIS_PASSAGE_KIND_HEADING, "Elsewhere" },
    { "two", "q0", DRAMATIS_PASSAGE_KIND_PARAGRAPH, "China knew what India did on 30 June 1977." },
  };
  DramatisDossier *dossier = dramatis_dossier_new ();
  g_autoptr (GPtrArray) things = g_ptr_array_new_with_free_func (g_object_unref);
  DramatisArticle *articles[] = { dramatis_article_new ("one"), dramatis_article_new ("two") };
  g_autoptr (GPtrArray) ranges = dramatis_anchors_new ();
  const DramatisRange words = { 6, 18 };
  const char *tags[] = { "t1", NULL };
  const char *about[] = { "india", NULL };
  DramatisNote *note;

  for (guint i = 0; i < G_N_ELEMENTS (passages); i++)
    {
      g_autoptr (GArray) mentions = dramatis_mentions_new ();
      g_autoptr (DramatisPassage) passage = NULL;
      GListModel *list;

      if (i == 0 || i == 1)
        fixture_mention (mentions, 0, 5, "japan");
      if (i == 0)
        fixture_mention (mentions, 10, 15, "china");
      if (i == 3)
        {
          fixture_mention (mentions, 0, 5, "china");
          fixture_mention (mentions, 16, 21, "india");
        }
      passage = dramatis_passage_new (passages[i].id, passages[i].kind, passages[i].text, mentions);
      list = dramatis_article_get_passages (articles[i == 3]);
      g_list_store_append (G_LIST_STORE (list), passage);
    }
  g_object_set (articles[0], "title", "One", NULL);
  g_object_set (articles[1], "title", "Two", NULL);

  g_ptr_array_add (things, articles[0]);
  g_ptr_array_add (things, articles[1]);
  g_ptr_array_add (things, dramatis_actor_new ("japan", DRAMATIS_ACTOR_KIND_STATE, "Japan"));
  g_ptr_array_add (things, dramatis_actor_new ("china", DRAMATIS_ACTOR_KIND_STATE, "China"));
  g_ptr_array_add (things, dramatis_actor_new ("india", DRAMATIS_ACTOR_KIND_STATE, "India"));
  fixture_event (things, "e1", "Japan meets China", "2012", "p0", passages[0].text, "japan", NULL);
  fixture_event (things, "e2", "Japan arms", "2014-09", "p1", passages[1].text, "japan", "china");
  fixture_event (things, "e3", "India acts", "1977-06-30", "q0", passages[3].text, "india", NULL);
  fixture_event (things, "e4", "Some day", NULL, "p0", passages[0].text, "japan", NULL);

  note = dramatis_note_new ("n1", "Look at *this*");
  g_ptr_array_add (ranges, dramatis_anchor_new ("p1", passages[1].text, &words));
  g_object_set (note, "ranges", ranges, "tags", tags, NULL);
  g_ptr_array_add (things, note);
  note = dramatis_note_new ("n2", "Who is that?");
  g_object_set (note, "actors", about, NULL);
  g_ptr_array_add (things, note);
  g_ptr_array_add (things, dramatis_note_new ("n3", "Free"));
  g_ptr_array_add (things, dramatis_tag_new ("t1", "arms"));

  dramatis_dossier_add_all (dossier, things);
  dramatis_history_clear (dramatis_dossier_get_history (dossier));

  return dossier;
}

/* The anchors of one range of a passage, in code points. */
static inline GPtrArray *
fixture_anchors_new (DramatisDossier *dossier,
                     const char      *passage,
                     guint            start,
                     guint            end)
{
  GPtrArray *anchors = dramatis_anchors_new ();
  const DramatisRange range = { start, end };

  const char *text = dramatis_passage_get_text (dramatis_dossier_lookup (dossier, passage));

  g_ptr_array_add (anchors, dramatis_anchor_new (passage, text, &range));

  return anchors;
}
