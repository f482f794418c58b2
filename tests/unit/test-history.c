/* test-history.c: undo and redo
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-actor.h"
#include "dramatis-enum-types.h"
#include "dramatis-history.h"

typedef struct
{
  DramatisHistory *history;
  GListStore      *store;
  DramatisActor   *actor;
  guint            n_changed;
  guint            n_renamed;
} Fixture;

static void
count_cb (gpointer  source,
          guint    *count)
{
  (*count)++;
}

static void
renamed_cb (GObject    *object,
            GParamSpec *pspec,
            guint      *count)
{
  (*count)++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->history = dramatis_history_new (NULL);
  fixture->store = g_list_store_new (DRAMATIS_TYPE_ACTOR);
  fixture->actor = dramatis_actor_new ("a", DRAMATIS_ACTOR_KIND_STATE, "one");
  g_signal_connect (fixture->history, "changed", G_CALLBACK (count_cb), &fixture->n_changed);
  g_signal_connect (fixture->actor, "notify::name", G_CALLBACK (renamed_cb), &fixture->n_renamed);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->store);
  g_assert_finalize_object (fixture->actor);
}

static void
rename_to (Fixture    *fixture,
           const char *name)
{
  g_autofree char *label = g_strdup_printf ("to %s", name);

  dramatis_history_begin (fixture->history, label);
  dramatis_history_set (fixture->history, fixture->actor, "name", name, NULL);
  dramatis_history_end (fixture->history);
}

/* n: rename to the next of "two", "three", "four"; u: undo; r: redo */
static const struct
{
  const char *steps;
  const char *name;
  const char *undo_label;
  const char *redo_label;
} walks[] = {
  { "",        "one",   NULL,       NULL },
  { "u",       "one",   NULL,       NULL },
  { "r",       "one",   NULL,       NULL },
  { "n",       "two",   "to two",   NULL },
  { "nu",      "one",   NULL,       "to two" },
  { "nur",     "two",   "to two",   NULL },
  { "nn",      "three", "to three", NULL },
  { "nnu",     "two",   "to two",   "to three" },
  { "nnuu",    "one",   NULL,       "to two" },
  { "nnuurr",  "three", "to three", NULL },
  { "nnun",    "four",  "to four",  NULL },
  { "nnunr",   "four",  "to four",  NULL },
  { "nnunu",   "two",   "to two",   "to four" },
};

static void
test_walks (void)
{
  const char * const names[] = { "two", "three", "four" };

  for (guint i = 0; i < G_N_ELEMENTS (walks); i++)
    {
      Fixture fixture = { 0 };
      guint n_renames = 0;

      set_up (&fixture, NULL);
      for (const char *step = walks[i].steps; *step != '\0'; step++)
        {
          if (*step == 'n')
            rename_to (&fixture, names[n_renames++]);
          else if (*step == 'u')
            dramatis_history_undo (fixture.history);
          else
            dramatis_history_redo (fixture.history);
        }

      g_test_message ("%s", walks[i].steps);
      g_assert_cmpstr (dramatis_actor_get_name (fixture.actor), ==, walks[i].name);
      g_assert_cmpstr (dramatis_history_get_undo_label (fixture.history), ==, walks[i].undo_label);
      g_assert_cmpstr (dramatis_history_get_redo_label (fixture.history), ==, walks[i].redo_label);
      g_assert_cmpint (dramatis_history_get_can_undo (fixture.history), ==, walks[i].undo_label != NULL);
      g_assert_cmpint (dramatis_history_get_can_redo (fixture.history), ==, walks[i].redo_label != NULL);
      tear_down (&fixture, NULL);
    }
}

static void
test_no_edit (Fixture       *fixture,
              gconstpointer  data)
{
  const char *aliases[] = { "x", "y", NULL };

  rename_to (fixture, "one");
  g_assert_false (dramatis_history_get_can_undo (fixture->history));
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_assert_cmpuint (fixture->n_renamed, ==, 0);

  for (guint i = 0; i < 2; i++)
    {
      dramatis_history_begin (fixture->history, "aliases");
      dramatis_history_set (fixture->history, fixture->actor, "aliases", aliases, NULL);
      dramatis_history_end (fixture->history);
      g_assert_cmpuint (fixture->n_changed, ==, 1);
    }
}

static void
test_nesting (Fixture       *fixture,
              gconstpointer  data)
{
  dramatis_history_begin (fixture->history, "outer");
  rename_to (fixture, "two");
  dramatis_history_splice (fixture->history, fixture->store, 0, 0, (gpointer *) &fixture->actor, 1);
  rename_to (fixture, "three");
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  dramatis_history_end (fixture->history);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpstr (dramatis_history_get_undo_label (fixture->history), ==, "outer");

  dramatis_history_undo (fixture->history);
  g_assert_cmpstr (dramatis_actor_get_name (fixture->actor), ==, "one");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->store)), ==, 0);
  g_assert_cmpuint (fixture->n_changed, ==, 2);

  dramatis_history_redo (fixture->history);
  g_assert_cmpstr (dramatis_actor_get_name (fixture->actor), ==, "three");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->store)), ==, 1);
}

static char *
store_to_string (GListStore *store)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
    {
      g_autoptr (DramatisActor) actor = g_list_model_get_item (G_LIST_MODEL (store), i);

      g_string_append (string, dramatis_actor_get_name (actor));
    }

  return g_string_free (string, FALSE);
}

/* Random splices, undone to the start and done again to the end. */
static void
test_random_splices (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  const guint n_edits = 300;

  g_ptr_array_add (states, store_to_string (fixture->store));
  for (guint i = 0; i < n_edits; i++)
    {
      guint n_items = g_list_model_get_n_items (G_LIST_MODEL (fixture->store));
      guint position = g_rand_int_range (rand, 0, n_items + 1);
      guint n_removals = g_rand_int_range (rand, 0, MIN (3, n_items - position) + 1);
      char name[] = { 'a' + i % 26, '\0' };
      g_autoptr (DramatisActor) actor = dramatis_actor_new (name, DRAMATIS_ACTOR_KIND_GROUP, name);

      dramatis_history_begin (fixture->history, "splice");
      dramatis_history_splice (fixture->history, fixture->store, position, n_removals, (gpointer *) &actor, 1);
      dramatis_history_end (fixture->history);
      g_ptr_array_add (states, store_to_string (fixture->store));
    }

  for (guint i = n_edits; i > 0; i--)
    {
      g_autofree char *state = store_to_string (fixture->store);

      g_assert_cmpstr (state, ==, g_ptr_array_index (states, i));
      dramatis_history_undo (fixture->history);
    }
  g_assert_false (dramatis_history_get_can_undo (fixture->history));

  for (guint i = 0; i < n_edits; i++)
    {
      g_autofree char *state = store_to_string (fixture->store);

      g_assert_cmpstr (state, ==, g_ptr_array_index (states, i));
      dramatis_history_redo (fixture->history);
    }
  g_assert_false (dramatis_history_get_can_redo (fixture->history));
}

/* What follows from the last level is undone with it, if nothing came between. */
static void
test_resume (Fixture       *fixture,
             gconstpointer  data)
{
  guint serial;

  for (guint round = 0; round < 2; round++)
    {
      rename_to (fixture, "two");
      serial = dramatis_history_get_serial (fixture->history);
      if (round == 1)
        rename_to (fixture, "three");
      dramatis_history_resume (fixture->history, "follows", serial);
      dramatis_history_set (fixture->history, fixture->actor, "name", "four", NULL);
      dramatis_history_end (fixture->history);
      g_assert_cmpstr (dramatis_history_get_undo_label (fixture->history), ==, round == 0 ? "to two" : "follows");
      dramatis_history_undo (fixture->history);
      g_assert_cmpstr (dramatis_actor_get_name (fixture->actor), ==, round == 0 ? "one" : "three");
      dramatis_history_redo (fixture->history);
      g_assert_cmpstr (dramatis_actor_get_name (fixture->actor), ==, "four");
      dramatis_history_undo (fixture->history);
    }

  /* nor is it part of what was undone */
  dramatis_history_undo (fixture->history);
  dramatis_history_resume (fixture->history, "follows", dramatis_history_get_serial (fixture->history));
  dramatis_history_set (fixture->history, fixture->actor, "name", "five", NULL);
  dramatis_history_end (fixture->history);
  g_assert_cmpstr (dramatis_history_get_undo_label (fixture->history), ==, "follows");
}

static void
test_clear (Fixture       *fixture,
            gconstpointer  data)
{
  rename_to (fixture, "two");
  dramatis_history_clear (fixture->history);
  g_assert_false (dramatis_history_get_can_undo (fixture->history));
  g_assert_cmpstr (dramatis_actor_get_name (fixture->actor), ==, "two");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/history/walks", test_walks);
  g_test_add ("/history/no-edit", Fixture, NULL, set_up, test_no_edit, tear_down);
  g_test_add ("/history/nesting", Fixture, NULL, set_up, test_nesting, tear_down);
  g_test_add ("/history/random-splices", Fixture, NULL, set_up, test_random_splices, tear_down);
  g_test_add ("/history/resume", Fixture, NULL, set_up, test_resume, tear_down);
  g_test_add ("/history/clear", Fixture, NULL, set_up, test_clear, tear_down);

  return g_test_run ();
}
