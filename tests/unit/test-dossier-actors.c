/* test-dossier-actors.c: actors put right by hand
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture-dossier.h"

#include "dramatis-dossier-writer.h"
#include "dramatis-index.h"

/* What is done to the fixture; each is undone and done again, and compared with what it was, as bytes. */
typedef void (*DoFunc) (DramatisDossier *dossier);

static void
assert_undoes (DoFunc  act,
               DoFunc  check)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  DramatisHistory *history = dramatis_dossier_get_history (dossier);
  g_autoptr (GBytes) before = dramatis_dossier_to_bytes (dossier);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) undone = NULL;
  g_autoptr (GBytes) again = NULL;

  act (dossier);
  check (dossier);
  after = dramatis_dossier_to_bytes (dossier);
  g_assert_false (g_bytes_equal (before, after));

  dramatis_history_undo (history);
  g_assert_false (dramatis_history_get_can_undo (history));
  undone = dramatis_dossier_to_bytes (dossier);
  g_assert_true (g_bytes_equal (before, undone));

  dramatis_history_redo (history);
  again = dramatis_dossier_to_bytes (dossier);
  g_assert_true (g_bytes_equal (after, again));
}

static guint
n_mentions (DramatisDossier *dossier,
            const char      *actor_id)
{
  return dramatis_index_get_actor_mentions (dramatis_dossier_get_index (dossier), actor_id);
}

static const char *
actor_at (DramatisDossier *dossier,
          const char      *passage_id,
          guint            offset)
{
  const DramatisMention *mention =
    dramatis_passage_get_mention_at (dramatis_dossier_lookup (dossier, passage_id), offset);

  return mention != NULL ? mention->actor : NULL;
}

static void
assert_list (gpointer    thing,
             const char *property,
             const char *expected)
{
  g_auto (GStrv) list = NULL;
  g_autofree char *joined = NULL;

  g_object_get (thing, property, &list, NULL);
  joined = g_strjoinv (" ", list);
  g_assert_cmpstr (joined, ==, expected);
}

static GPtrArray *
words_new (DramatisDossier *dossier,
           const char      *passage_id,
           guint            start,
           guint            end)
{
  GPtrArray *words = dramatis_anchors_new ();
  const DramatisRange range = { start, end };

  g_ptr_array_add (words, dramatis_anchor_new (passage_id,
                                               dramatis_passage_get_text (dramatis_dossier_lookup (dossier, passage_id)),
                                               &range));

  return words;
}

static DramatisActor *
actor_named (DramatisDossier *dossier,
             const char      *name)
{
  GListModel *actors = dramatis_dossier_get_actors (dossier);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (DramatisActor) actor = g_list_model_get_item (actors, i);

      if (g_str_equal (dramatis_actor_get_name (actor), name))
        return actor;
    }

  g_assert_not_reached ();
}

static const char *
id_of (DramatisActor *actor)
{
  return dramatis_thing_get_id (DRAMATIS_THING (actor));
}

/* Merging */

static void
merge (DramatisDossier *dossier)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  g_ptr_array_add (others, dramatis_dossier_lookup (dossier, "india"));
  g_ptr_array_add (others, dramatis_dossier_lookup (dossier, "japan"));
  dramatis_dossier_merge_actors (dossier, dramatis_dossier_lookup (dossier, "china"), others);
}

static void
check_merged (DramatisDossier *dossier)
{
  DramatisActor *china = dramatis_dossier_lookup (dossier, "china");

  g_assert_null (dramatis_dossier_lookup (dossier, "india"));
  g_assert_null (dramatis_dossier_lookup (dossier, "japan"));
  g_assert_cmpuint (n_mentions (dossier, "china"), ==, 5);
  g_assert_cmpint (dramatis_actor_get_status (china), ==, DRAMATIS_STATUS_CONFIRMED);
  assert_list (china, "aliases", "India Japan");
  assert_list (dramatis_dossier_lookup (dossier, "e1"), "actors", "china");
  assert_list (dramatis_dossier_lookup (dossier, "e2"), "actors", "china");
  assert_list (dramatis_dossier_lookup (dossier, "e3"), "actors", "china");
  assert_list (dramatis_dossier_lookup (dossier, "n2"), "actors", "china");
}

static void
test_merge (void)
{
  assert_undoes (merge, check_merged);
}

/* Names, memberships both ways, descriptions and colours of all are kept. */
static void
test_merge_properties (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  DramatisHistory *history = dramatis_dossier_get_history (dossier);
  DramatisActor *china = dramatis_dossier_lookup (dossier, "china");
  g_autoptr (DramatisActor) beijing = dramatis_actor_new ("beijing", DRAMATIS_ACTOR_KIND_PLACE, "Beijing");
  const char *aliases[] = { "Peking", "China", "PRC", NULL };
  const char *memberships[] = { "india", "china", NULL };
  const char *of_china[] = { "japan", "beijing", NULL };
  const char *of_japan[] = { "beijing", "china", NULL };
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  g_object_set (beijing,
                "aliases", aliases,
                "colour", DRAMATIS_COLOUR_RED,
                "description", "The capital.",
                "memberships", memberships,
                NULL);
  dramatis_dossier_add (dossier, beijing);
  dramatis_dossier_edit (dossier, "Edit", china,
                         "description", "A state.",
                         "memberships", of_china,
                         NULL);
  dramatis_dossier_edit (dossier, "Edit", dramatis_dossier_lookup (dossier, "japan"), "memberships", of_japan, NULL);
  before = dramatis_dossier_to_bytes (dossier);

  g_ptr_array_add (others, beijing);
  dramatis_dossier_merge_actors (dossier, china, others);
  assert_list (china, "aliases", "Beijing Peking PRC");
  assert_list (china, "memberships", "japan india");
  assert_list (dramatis_dossier_lookup (dossier, "japan"), "memberships", "china");
  g_assert_cmpstr (dramatis_actor_get_description (china), ==, "A state.\nThe capital.");
  g_assert_cmpint (dramatis_actor_get_colour (china), ==, DRAMATIS_COLOUR_RED);
  g_assert_cmpint (dramatis_actor_get_kind (china), ==, DRAMATIS_ACTOR_KIND_STATE);

  dramatis_history_undo (history);
  after = dramatis_dossier_to_bytes (dossier);
  g_assert_true (g_bytes_equal (before, after));
}

/* Words that name both name one; what a person said of them holds. */
static void
test_merge_overlapping (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  DramatisHistory *history = dramatis_dossier_get_history (dossier);
  DramatisPassage *passage = dramatis_dossier_lookup (dossier, "p0");
  g_autoptr (GArray) mentions = dramatis_mentions_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  GArray *merged;

  fixture_mention (mentions, 0, 5, "japan");
  fixture_mention (mentions, 0, 5, "china");
  fixture_mention (mentions, 0, 9, "china");
  g_array_index (mentions, DramatisMention, 1).status = DRAMATIS_STATUS_CONFIRMED;
  dramatis_history_begin (history, "Edit");
  dramatis_history_set (history, passage, "mentions", mentions, NULL);
  dramatis_history_end (history);

  g_ptr_array_add (others, dramatis_dossier_lookup (dossier, "china"));
  dramatis_dossier_merge_actors (dossier, dramatis_dossier_lookup (dossier, "japan"), others);
  merged = dramatis_passage_get_mentions (passage);
  g_assert_cmpuint (merged->len, ==, 2);
  g_assert_cmpuint (g_array_index (merged, DramatisMention, 0).range.end, ==, 5);
  g_assert_cmpint (g_array_index (merged, DramatisMention, 0).status, ==, DRAMATIS_STATUS_CONFIRMED);
  g_assert_cmpuint (g_array_index (merged, DramatisMention, 1).range.end, ==, 9);
}

/* Splitting */

static void
split (DramatisDossier *dossier)
{
  g_autoptr (GPtrArray) words = words_new (dossier, "p1", 0, 5);

  dramatis_dossier_split_actor (dossier, dramatis_dossier_lookup (dossier, "japan"), words, "Japanese Empire");
}

static void
check_split (DramatisDossier *dossier)
{
  DramatisActor *part = actor_named (dossier, "Japanese Empire");
  g_autofree char *actors = g_strdup_printf ("%s china", id_of (part));

  g_assert_cmpint (dramatis_actor_get_kind (part), ==, DRAMATIS_ACTOR_KIND_STATE);
  g_assert_cmpstr (actor_at (dossier, "p1", 0), ==, id_of (part));
  g_assert_cmpstr (actor_at (dossier, "p0", 0), ==, "japan");
  /* “Japan” is still somebody else’s name, and the event of that passage is that of the new one */
  assert_list (part, "aliases", "");
  assert_list (dramatis_dossier_lookup (dossier, "e1"), "actors", "japan");
  assert_list (dramatis_dossier_lookup (dossier, "e2"), "actors", actors);
}

static void
test_split (void)
{
  assert_undoes (split, check_split);
}

/* A merge of what was wrong can be taken apart again: names that only went with the mentions go with them. */
static void
test_split_merged (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  DramatisActor *china = dramatis_dossier_lookup (dossier, "china");
  g_autoptr (GPtrArray) words = words_new (dossier, "q0", 16, 21);
  DramatisActor *part;

  merge (dossier);
  part = dramatis_dossier_split_actor (dossier, china, words, "Bharat");
  assert_list (part, "aliases", "India");
  assert_list (china, "aliases", "Japan");
  g_assert_cmpuint (n_mentions (dossier, id_of (part)), ==, 1);
  g_assert_cmpuint (n_mentions (dossier, "china"), ==, 4);
}

/* Single mentions */

static void
reassign (DramatisDossier *dossier)
{
  g_autoptr (GPtrArray) words = words_new (dossier, "q0", 16, 21);

  dramatis_dossier_reassign_mentions (dossier,
                                      dramatis_dossier_lookup (dossier, "india"), words,
                                      dramatis_dossier_lookup (dossier, "japan"));
}

static void
check_reassigned (DramatisDossier *dossier)
{
  g_assert_cmpstr (actor_at (dossier, "q0", 16), ==, "japan");
  g_assert_cmpstr (actor_at (dossier, "q0", 0), ==, "china");
  /* its evidence is the first word, which names neither: it stays whose it was */
  assert_list (dramatis_dossier_lookup (dossier, "e3"), "actors", "india");
}

static void
reject (DramatisDossier *dossier)
{
  g_autoptr (GPtrArray) words = words_new (dossier, "q0", 16, 21);

  dramatis_dossier_set_mentions_status (dossier, dramatis_dossier_lookup (dossier, "india"), words,
                                        DRAMATIS_STATUS_REJECTED);
}

static void
check_rejected (DramatisDossier *dossier)
{
  g_assert_null (actor_at (dossier, "q0", 16));
  g_assert_cmpuint (n_mentions (dossier, "india"), ==, 0);
  g_assert_cmpuint (dramatis_passage_get_mentions (dramatis_dossier_lookup (dossier, "q0"))->len, ==, 2);
}

static void
test_mention (void)
{
  assert_undoes (reassign, check_reassigned);
  assert_undoes (reject, check_rejected);
}

/* Names */

static void
add_aliases (DramatisDossier *dossier)
{
  const char *aliases[] = { "China", "armed itself", "mete", NULL };

  dramatis_dossier_set_aliases (dossier, dramatis_dossier_lookup (dossier, "japan"), aliases);
}

static void
check_aliases_added (DramatisDossier *dossier)
{
  /* not where the words name somebody else, not within a word */
  g_assert_cmpuint (n_mentions (dossier, "japan"), ==, 3);
  g_assert_cmpstr (actor_at (dossier, "p1", 8), ==, "japan");
  g_assert_cmpstr (actor_at (dossier, "p0", 10), ==, "china");
}

static void
test_aliases (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  DramatisActor *japan = dramatis_dossier_lookup (dossier, "japan");
  const char *none[] = { NULL };
  const char *own[] = { "japan", NULL };
  GArray *mentions;

  assert_undoes (add_aliases, check_aliases_added);

  add_aliases (dossier);
  dramatis_dossier_set_aliases (dossier, japan, none);
  g_assert_cmpuint (n_mentions (dossier, "japan"), ==, 2);
  mentions = dramatis_passage_get_mentions (dramatis_dossier_lookup (dossier, "p1"));
  g_assert_cmpuint (mentions->len, ==, 2);
  g_assert_cmpint (g_array_index (mentions, DramatisMention, 1).status, ==, DRAMATIS_STATUS_REJECTED);

  /* and back, without a second mention of the same words */
  add_aliases (dossier);
  g_assert_cmpuint (n_mentions (dossier, "japan"), ==, 3);
  g_assert_cmpuint (dramatis_passage_get_mentions (dramatis_dossier_lookup (dossier, "p1"))->len, ==, 2);

  /* an alias like the name is no reason to reject the name */
  dramatis_dossier_set_aliases (dossier, japan, own);
  dramatis_dossier_set_aliases (dossier, japan, none);
  g_assert_cmpuint (n_mentions (dossier, "japan"), ==, 2);
}

static void
create (DramatisDossier *dossier)
{
  g_autoptr (GPtrArray) words = words_new (dossier, "p0", 10, 15);

  dramatis_dossier_create_actor (dossier, g_ptr_array_index (words, 0));
}

static void
check_created (DramatisDossier *dossier)
{
  GListModel *actors = dramatis_dossier_get_actors (dossier);
  g_autoptr (DramatisActor) actor = g_list_model_get_item (actors, g_list_model_get_n_items (actors) - 1);

  g_assert_cmpstr (dramatis_actor_get_name (actor), ==, "China");
  /* the marked mention is taken over, the other stays with who has it */
  g_assert_cmpuint (n_mentions (dossier, id_of (actor)), ==, 1);
  g_assert_cmpuint (n_mentions (dossier, "china"), ==, 1);
  g_assert_cmpuint (dramatis_passage_get_mentions (dramatis_dossier_lookup (dossier, "p0"))->len, ==, 2);
  g_assert_cmpstr (actor_at (dossier, "p0", 12), ==, id_of (actor));
}

static void
create_found (DramatisDossier *dossier)
{
  g_autoptr (GPtrArray) words = words_new (dossier, "p0", 16, 18);

  dramatis_dossier_create_actor (dossier, g_ptr_array_index (words, 0));
}

static void
check_found (DramatisDossier *dossier)
{
  g_assert_cmpuint (n_mentions (dossier, id_of (actor_named (dossier, "in"))), ==, 2);
}

static void
test_create (void)
{
  assert_undoes (create, check_created);
  assert_undoes (create_found, check_found);
}

/* The list */

static void
hide (DramatisDossier *dossier)
{
  g_autoptr (GPtrArray) actors = g_ptr_array_new ();

  g_ptr_array_add (actors, dramatis_dossier_lookup (dossier, "japan"));
  g_ptr_array_add (actors, dramatis_dossier_lookup (dossier, "china"));
  dramatis_dossier_set_hidden (dossier, actors, TRUE);
}

static void
check_hidden (DramatisDossier *dossier)
{
  g_assert_true (dramatis_actor_get_hidden (dramatis_dossier_lookup (dossier, "japan")));
  g_assert_false (dramatis_actor_get_hidden (dramatis_dossier_lookup (dossier, "india")));
  /* the text still tells who is named */
  g_assert_cmpuint (n_mentions (dossier, "japan"), ==, 2);
}

static void
test_hide (void)
{
  assert_undoes (hide, check_hidden);
}

static void
add_member (DramatisDossier *dossier)
{
  dramatis_dossier_set_membership (dossier, dramatis_dossier_lookup (dossier, "japan"),
                                   dramatis_dossier_lookup (dossier, "china"), TRUE);
}

static void
check_member (DramatisDossier *dossier)
{
  assert_list (dramatis_dossier_lookup (dossier, "japan"), "memberships", "china");
}

static void
test_membership (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  DramatisActor *japan = dramatis_dossier_lookup (dossier, "japan");

  assert_undoes (add_member, check_member);

  add_member (dossier);
  add_member (dossier);
  check_member (dossier);
  dramatis_dossier_set_membership (dossier, japan, dramatis_dossier_lookup (dossier, "india"), TRUE);
  dramatis_dossier_set_membership (dossier, japan, dramatis_dossier_lookup (dossier, "china"), FALSE);
  assert_list (japan, "memberships", "india");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dossier/actors/merge", test_merge);
  g_test_add_func ("/dossier/actors/merge-properties", test_merge_properties);
  g_test_add_func ("/dossier/actors/merge-overlapping", test_merge_overlapping);
  g_test_add_func ("/dossier/actors/split", test_split);
  g_test_add_func ("/dossier/actors/split-merged", test_split_merged);
  g_test_add_func ("/dossier/actors/mention", test_mention);
  g_test_add_func ("/dossier/actors/aliases", test_aliases);
  g_test_add_func ("/dossier/actors/create", test_create);
  g_test_add_func ("/dossier/actors/hide", test_hide);
  g_test_add_func ("/dossier/actors/membership", test_membership);

  return g_test_run ();
}
