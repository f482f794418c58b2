/* test-undo.c: long sessions of edits, undone to the start and done again
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture-dossier.h"
#include "fixture-import.h"

#include "dramatis-dossier-writer.h"
#include "dramatis-index.h"
#include "dramatis-link.h"
#include "dramatis-revision.h"
#include "dramatis-session.h"

static guint n_edits = 1000;
static guint seed = 2024;

/* A thing of a list by chance, or NULL if it is empty. */
static gpointer
pick (GRand      *rand,
      GListModel *things)
{
  guint n = g_list_model_get_n_items (things);
  gpointer thing = n > 0 ? g_list_model_get_item (things, g_rand_int_range (rand, 0, n)) : NULL;

  /* the dossier, or its history, keeps it */
  if (thing != NULL)
    g_object_unref (thing);

  return thing;
}

static DramatisPassage *
pick_passage (GRand           *rand,
              DramatisDossier *dossier)
{
  DramatisArticle *article = pick (rand, dramatis_dossier_get_articles (dossier));

  return article != NULL ? pick (rand, dramatis_article_get_passages (article)) : NULL;
}

static DramatisAnchor *
pick_words (GRand           *rand,
            DramatisPassage *passage)
{
  guint length = dramatis_passage_get_length (passage);
  DramatisRange range;

  range.start = g_rand_int_range (rand, 0, length);
  range.end = g_rand_int_range (rand, range.start, length) + 1;

  return dramatis_anchor_new (dramatis_thing_get_id (DRAMATIS_THING (passage)), dramatis_passage_get_text (passage), &range);
}

/* A text with some words left out, written twice or new. */
static char *
vary_text (GRand      *rand,
           const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GString) varied = g_string_new ("So");

  for (guint i = 0; words[i] != NULL && varied->len < 300; i++)
    {
      switch (g_rand_int_range (rand, 0, 8))
        {
        case 0:
          break;
        case 1:
          g_string_append_printf (varied, " %s %s", words[i], words[i]);
          break;
        case 2:
          g_string_append_printf (varied, " né🗾%u", g_rand_int_range (rand, 0, 9));
          break;
        default:
          g_string_append_printf (varied, " %s", words[i]);
        }
    }

  return g_string_free (g_steal_pointer (&varied), FALSE);
}

/* The identifiers of up to two things of a list. */
static char **
pick_ids (GRand      *rand,
          GListModel *things)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  DramatisThing *thing = pick (rand, things);
  DramatisThing *other = pick (rand, things);

  if (thing != NULL && g_rand_boolean (rand))
    g_strv_builder_add (ids, dramatis_thing_get_id (thing));
  if (other != thing && g_rand_boolean (rand))
    g_strv_builder_add (ids, dramatis_thing_get_id (other));

  return g_strv_builder_end (ids);
}

/* Up to three ranges, anywhere in the dossier. */
static GPtrArray *
pick_ranges (GRand           *rand,
             DramatisDossier *dossier)
{
  GPtrArray *ranges = dramatis_anchors_new ();

  for (int n = g_rand_int_range (rand, 0, 4); n > 0; n--)
    g_ptr_array_add (ranges, pick_words (rand, pick_passage (rand, dossier)));

  return ranges;
}

/* Words with a link to an actor or a note. */
static char *
write_text (GRand           *rand,
            DramatisDossier *dossier)
{
  GListModel *targets[] = { dramatis_dossier_get_actors (dossier), dramatis_dossier_get_notes (dossier) };
  DramatisThing *target = pick (rand, targets[g_rand_int_range (rand, 0, G_N_ELEMENTS (targets))]);
  g_autofree char *link = dramatis_link_to_markdown ("th[at]", dramatis_thing_get_id (target));

  return g_strdup_printf ("See %s, *%u*", link, g_rand_int_range (rand, 0, 100));
}

/* An actor, event or article. */
static gpointer
pick_about (GRand           *rand,
            DramatisDossier *dossier)
{
  GListModel *lists[] = { dramatis_dossier_get_actors (dossier), dramatis_dossier_get_events (dossier),
                          dramatis_dossier_get_articles (dossier) };

  return pick (rand, lists[g_rand_int_range (rand, 0, G_N_ELEMENTS (lists))]);
}

static void
add_note (GRand           *rand,
          DramatisSession *session,
          DramatisDossier *dossier)
{
  g_autofree char *id = dramatis_dossier_create_id (dossier, "note", NULL);
  g_autofree char *text = write_text (rand, dossier);
  g_autoptr (DramatisNote) note = dramatis_note_new (id, text);
  g_autoptr (GPtrArray) ranges = pick_ranges (rand, dossier);
  g_auto (GStrv) actors = pick_ids (rand, dramatis_dossier_get_actors (dossier));
  g_auto (GStrv) events = pick_ids (rand, dramatis_dossier_get_events (dossier));
  g_auto (GStrv) articles = pick_ids (rand, dramatis_dossier_get_articles (dossier));
  g_auto (GStrv) tags = pick_ids (rand, dramatis_dossier_get_tags (dossier));

  g_object_set (note, "ranges", ranges, "actors", actors, "events", events, "articles", articles, "tags", tags, NULL);
  dramatis_dossier_add (dossier, note);
}

static void
edit_note (GRand           *rand,
           DramatisSession *session,
           DramatisDossier *dossier)
{
  DramatisNote *note = pick (rand, dramatis_dossier_get_notes (dossier));
  g_autofree char *text = write_text (rand, dossier);
  g_autoptr (GPtrArray) ranges = pick_ranges (rand, dossier);
  g_auto (GStrv) tags = pick_ids (rand, dramatis_dossier_get_tags (dossier));
  gpointer about = pick_about (rand, dossier);
  guint n_ranges = dramatis_note_get_ranges (note)->len;

  switch (g_rand_int_range (rand, 0, 8))
    {
    case 0:
      dramatis_dossier_edit (dossier, "Edit", note, "text", text, NULL);
      break;
    case 1:
      dramatis_session_add_to_note (session, note, ranges);
      break;
    case 2:
      if (n_ranges > 0)
        dramatis_session_take_from_note (session, note, g_rand_int_range (rand, 0, n_ranges));
      break;
    case 3:
      if (n_ranges > 0)
        dramatis_session_attach_note (session, note, g_rand_int_range (rand, 0, n_ranges), ranges);
      break;
    case 4:
      dramatis_session_toggle_about (session, note, about);
      break;
    case 5:
      dramatis_session_add_note (session, g_rand_boolean (rand) ? ranges : NULL, g_rand_boolean (rand) ? about : NULL);
      break;
    case 6:
      dramatis_dossier_edit (dossier, "Edit", note, "tags", tags, NULL);
      break;
    default:
      dramatis_dossier_edit (dossier, "Edit", note, "colour", g_rand_int_range (rand, 0, DRAMATIS_N_COLOURS), NULL);
    }
}

static void
edit_tag (GRand           *rand,
          DramatisSession *session,
          DramatisDossier *dossier)
{
  DramatisTag *tag = pick (rand, dramatis_dossier_get_tags (dossier));
  DramatisTag *other = pick (rand, dramatis_dossier_get_tags (dossier));
  g_autofree char *name = g_strdup_printf ("tag %u", g_rand_int_range (rand, 0, 12));

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      dramatis_dossier_ensure_tag (dossier, name);
      break;
    case 1:
      /* to the name of another one, too, which merges them */
      if (tag != NULL)
        dramatis_dossier_rename_tag (dossier, tag, name);
      break;
    case 2:
      if (tag != other)
        dramatis_dossier_merge_tags (dossier, tag, other);
      break;
    default:
      if (tag != NULL)
        dramatis_dossier_edit (dossier, "Edit", tag,
                               "colour", g_rand_int_range (rand, 0, DRAMATIS_N_COLOURS),
                               "description", name,
                               NULL);
    }
}

static void
add_event (GRand           *rand,
           DramatisSession *session,
           DramatisDossier *dossier)
{
  g_autofree char *id = dramatis_dossier_create_id (dossier, "event", NULL);
  g_autofree char *edtf = g_strdup_printf ("%u-0%u", g_rand_int_range (rand, 1900, 2030), g_rand_int_range (rand, 1, 10));
  g_autoptr (DramatisTime) time = dramatis_time_new (edtf, NULL);
  g_autoptr (DramatisEvent) event = dramatis_event_new (id, "Something", time);
  g_autoptr (GPtrArray) evidence = pick_ranges (rand, dossier);
  g_auto (GStrv) actors = pick_ids (rand, dramatis_dossier_get_actors (dossier));

  g_object_set (event, "evidence", evidence, "actors", actors, NULL);
  dramatis_dossier_add (dossier, event);
}

static void
edit_event (GRand           *rand,
            DramatisSession *session,
            DramatisDossier *dossier)
{
  DramatisEvent *event = pick (rand, dramatis_dossier_get_events (dossier));
  DramatisEvent *other = pick (rand, dramatis_dossier_get_events (dossier));
  g_autoptr (DramatisTime) time = dramatis_time_new (g_rand_boolean (rand) ? "1914/1918" : "2014~", NULL);
  g_autoptr (GPtrArray) evidence = pick_ranges (rand, dossier);
  g_auto (GStrv) actors = pick_ids (rand, dramatis_dossier_get_actors (dossier));

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      if (event != other && g_list_model_get_n_items (dramatis_dossier_get_events (dossier)) > 3)
        dramatis_dossier_merge_events (dossier, event, other);
      break;
    case 1:
      dramatis_dossier_edit (dossier, "Edit", event, "title", "Otherwise", "time", time, NULL);
      break;
    case 2:
      dramatis_dossier_edit (dossier, "Edit", event, "actors", actors, "evidence", evidence, NULL);
      break;
    default:
      dramatis_dossier_set_status (dossier, event, g_rand_int_range (rand, 0, 3));
    }
}

static void
edit_article (GRand           *rand,
              DramatisSession *session,
              DramatisDossier *dossier)
{
  GListModel *articles = dramatis_dossier_get_articles (dossier);
  DramatisArticle *article = pick (rand, articles);
  g_autoptr (DramatisTime) published = dramatis_time_new ("2024-09-27", NULL);

  switch (g_rand_int_range (rand, 0, 3))
    {
    case 0:
      dramatis_session_move_article (session, article, g_rand_int_range (rand, 0, g_list_model_get_n_items (articles)));
      break;
    case 1:
      dramatis_dossier_edit (dossier, "Edit", article,
                             "title", g_rand_boolean (rand) ? "Once" : "Again",
                             "published", g_rand_boolean (rand) ? published : NULL,
                             NULL);
      break;
    default:
      dramatis_dossier_edit (dossier, "Edit", article,
                             "byline", g_rand_boolean (rand) ? "Somebody" : "",
                             "language", g_rand_boolean (rand) ? "en" : "",
                             "publisher", "Paper",
                             "source", g_rand_boolean (rand) ? "https://example.org" : "",
                             NULL);
    }
}

/* With what is suggested for it. */
static void
import_article (GRand           *rand,
                DramatisSession *session,
                DramatisDossier *dossier)
{
  g_autofree char *text =
    vary_text (rand, "in May 2014 Japan met China. Anna Grumbold was born in 1970. Last year Grumbold left the World Bank.");

  fixture_import (dossier, "en", text);
}

static void
suggest (GRand           *rand,
         DramatisSession *session,
         DramatisDossier *dossier)
{
  fixture_suggest (dossier, pick (rand, dramatis_dossier_get_articles (dossier)),
                   g_rand_boolean (rand) ? "2001-02-03" : NULL);
}

static void
revise (GRand           *rand,
        DramatisSession *session,
        DramatisDossier *dossier)
{
  DramatisArticle *article = pick (rand, dramatis_dossier_get_articles (dossier));
  GListModel *passages = dramatis_article_get_passages (article);
  g_autoptr (GArray) drafts = dramatis_passage_drafts_new ();
  g_autoptr (DramatisRevision) revision = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      DramatisPassage *passage = pick (rand, passages);
      DramatisPassageDraft draft = {
        DRAMATIS_PASSAGE_KIND_PARAGRAPH, vary_text (rand, dramatis_passage_get_text (passage))
      };

      g_array_append_val (drafts, draft);
    }
  revision = dramatis_revision_new (dossier, article, drafts);
  dramatis_revision_apply (revision);
}

static void
edit_text (GRand           *rand,
           DramatisSession *session,
           DramatisDossier *dossier)
{
  DramatisPassage *passage = pick_passage (rand, dossier);
  g_autofree char *text = vary_text (rand, dramatis_passage_get_text (passage));
  g_autoptr (DramatisRevision) revision = dramatis_revision_new_correction (dossier, passage, text);

  dramatis_revision_apply (revision);
}

/* The words of a mention by chance, and whom they name; NULL if the passage has none. */
static GPtrArray *
pick_mention (GRand           *rand,
              DramatisDossier *dossier,
              DramatisActor  **actor)
{
  DramatisPassage *passage = pick_passage (rand, dossier);
  GArray *mentions = dramatis_passage_get_mentions (passage);
  const DramatisMention *mention;
  GPtrArray *words;

  if (mentions->len == 0)
    return NULL;

  mention = &g_array_index (mentions, DramatisMention, g_rand_int_range (rand, 0, mentions->len));
  *actor = dramatis_dossier_lookup (dossier, mention->actor);
  words = dramatis_anchors_new ();
  g_ptr_array_add (words, dramatis_anchor_new (dramatis_thing_get_id (DRAMATIS_THING (passage)),
                                               dramatis_passage_get_text (passage), &mention->range));

  return words;
}

static void
edit_mention (GRand           *rand,
              DramatisSession *session,
              DramatisDossier *dossier)
{
  DramatisActor *actor;
  g_autoptr (GPtrArray) words = pick_mention (rand, dossier, &actor);
  DramatisActor *other = pick (rand, dramatis_dossier_get_actors (dossier));

  if (words == NULL)
    return;
  if (g_rand_boolean (rand))
    dramatis_dossier_set_mentions_status (dossier, actor, words, g_rand_int_range (rand, 0, 3));
  else if (other != actor)
    dramatis_dossier_reassign_mentions (dossier, actor, words, other);
  else
    dramatis_dossier_split_actor (dossier, actor, words, "Part");
}

/* As the panel does it: one level. */
static void
settle_all (DramatisDossier *dossier,
            DramatisStatus   status)
{
  GListModel *actors = dramatis_dossier_get_actors (dossier);

  dramatis_history_begin (dramatis_dossier_get_history (dossier), "Settle");
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (DramatisActor) actor = g_list_model_get_item (actors, i);

      if (dramatis_actor_get_status (actor) == DRAMATIS_STATUS_SUGGESTED)
        dramatis_dossier_set_status (dossier, actor, status);
    }
  dramatis_history_end (dramatis_dossier_get_history (dossier));
}

static void
edit_actor (GRand           *rand,
            DramatisSession *session,
            DramatisDossier *dossier)
{
  DramatisActor *actor = pick (rand, dramatis_dossier_get_actors (dossier));
  DramatisActor *other = pick (rand, dramatis_dossier_get_actors (dossier));
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  const char *aliases[] = { g_rand_boolean (rand) ? "met" : "armed", "in", NULL };

  if (actor == NULL)
    return;

  g_ptr_array_add (others, other);
  switch (g_rand_int_range (rand, 0, 9))
    {
    case 0:
      if (actor != other && g_list_model_get_n_items (dramatis_dossier_get_actors (dossier)) > 3)
        dramatis_dossier_merge_actors (dossier, actor, others);
      break;
    case 1:
      dramatis_dossier_set_aliases (dossier, actor, (const char * const *) aliases + g_rand_int_range (rand, 0, 3));
      break;
    case 2:
      dramatis_dossier_set_hidden (dossier, others, g_rand_boolean (rand));
      break;
    case 3:
      dramatis_dossier_set_status (dossier, actor, g_rand_int_range (rand, 0, 3));
      break;
    case 4:
      if (actor != other)
        dramatis_dossier_set_membership (dossier, actor, other, g_rand_boolean (rand));
      break;
    case 5:
      dramatis_dossier_rename_actor (dossier, actor, g_rand_boolean (rand) ? "Nippon" : "met");
      break;
    case 6:
      dramatis_dossier_edit (dossier, "Edit", actor, "description", g_rand_boolean (rand) ? "Islands" : "", NULL);
      break;
    case 7:
      settle_all (dossier, g_rand_boolean (rand) ? DRAMATIS_STATUS_CONFIRMED : DRAMATIS_STATUS_REJECTED);
      break;
    default:
      dramatis_dossier_edit (dossier, "Edit", actor,
                             "colour", g_rand_boolean (rand) ? DRAMATIS_COLOUR_RED : DRAMATIS_COLOUR_AUTOMATIC,
                             "kind", g_rand_boolean (rand) ? DRAMATIS_ACTOR_KIND_PLACE : DRAMATIS_ACTOR_KIND_GROUP,
                             NULL);
    }
}

static void
create_actor (GRand           *rand,
              DramatisSession *session,
              DramatisDossier *dossier)
{
  g_autoptr (DramatisAnchor) anchor = pick_words (rand, pick_passage (rand, dossier));

  if (g_list_model_get_n_items (dramatis_dossier_get_actors (dossier)) < 30)
    dramatis_dossier_create_actor (dossier, anchor);
}

static void
remove_thing (GRand           *rand,
              DramatisSession *session,
              DramatisDossier *dossier)
{
  GListModel *lists[] = { dramatis_dossier_get_notes (dossier), dramatis_dossier_get_events (dossier),
                          dramatis_dossier_get_tags (dossier), dramatis_dossier_get_actors (dossier),
                          dramatis_dossier_get_notes (dossier), dramatis_dossier_get_articles (dossier) };
  GListModel *list = lists[g_rand_int_range (rand, 0, G_N_ELEMENTS (lists))];

  if (g_list_model_get_n_items (list) > 2)
    dramatis_dossier_remove (dossier, pick (rand, list));
}

static void
test_session (void)
{
  static void (*const edits[]) (GRand *, DramatisSession *, DramatisDossier *) = {
    add_note, edit_note, edit_note, edit_note, edit_tag, edit_tag, add_event, edit_event, edit_article, import_article, suggest,
    revise, edit_text, edit_mention, edit_actor, edit_actor, edit_actor, create_actor,
    remove_thing, remove_thing, remove_thing, remove_thing, remove_thing
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  g_autoptr (DramatisSession) session = dramatis_session_new (dossier);
  DramatisHistory *history = dramatis_dossier_get_history (dossier);
  g_autoptr (GBytes) start = dramatis_dossier_to_bytes (dossier);
  g_autoptr (GBytes) end = NULL;
  guint n_levels = 0;

  for (guint i = 0; i < n_edits; i++)
    edits[g_rand_int_range (rand, 0, G_N_ELEMENTS (edits))] (rand, session, dossier);
  end = dramatis_dossier_to_bytes (dossier);
  g_assert_false (g_bytes_equal (start, end));

  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (GBytes) undone = NULL;
      g_autoptr (GBytes) redone = NULL;

      for (n_levels = 0; dramatis_history_get_can_undo (history); n_levels++)
        dramatis_history_undo (history);
      undone = dramatis_dossier_to_bytes (dossier);
      g_assert_true (g_bytes_equal (start, undone));

      while (dramatis_history_get_can_redo (history))
        dramatis_history_redo (history);
      redone = dramatis_dossier_to_bytes (dossier);
      g_assert_true (g_bytes_equal (end, redone));
    }
  g_test_message ("%u edits, %u levels; at the end %" G_GSIZE_FORMAT " bytes, %u notes, %u actors, %u events, %u articles, %u tags",
                  n_edits, n_levels, g_bytes_get_size (end),
                  g_list_model_get_n_items (dramatis_dossier_get_notes (dossier)),
                  g_list_model_get_n_items (dramatis_dossier_get_actors (dossier)),
                  g_list_model_get_n_items (dramatis_dossier_get_events (dossier)),
                  g_list_model_get_n_items (dramatis_dossier_get_articles (dossier)),
                  g_list_model_get_n_items (dramatis_dossier_get_tags (dossier)));
  g_assert_cmpuint (n_levels, >, n_edits / 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  /* by hand: longer and other sessions */
  if (argc > 1)
    n_edits = g_ascii_strtoull (argv[1], NULL, 10);
  if (argc > 2)
    seed = g_ascii_strtoull (argv[2], NULL, 10);

  g_test_add_func ("/undo/session", test_session);

  return g_test_run ();
}
