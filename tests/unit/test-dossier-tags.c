/* test-dossier-tags.c: renaming and merging tags
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture-dossier.h"

/* The tags, then those of each note: "arms law; n1: arms, n2: " */
static char *
describe (DramatisDossier *dossier)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GListModel *tags = dramatis_dossier_get_tags (dossier);
  GListModel *notes = dramatis_dossier_get_notes (dossier);

  for (guint i = 0; i < g_list_model_get_n_items (tags); i++)
    {
      g_autoptr (DramatisTag) tag = g_list_model_get_item (tags, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", dramatis_tag_get_name (tag));
    }
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (DramatisNote) note = g_list_model_get_item (notes, i);
      g_autofree char *ids = g_strjoinv (" ", (char **) dramatis_note_get_tags (note));

      g_string_append_printf (text, "; %s", ids);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static DramatisDossier *
create_dossier (void)
{
  DramatisDossier *dossier = fixture_dossier_new ();
  g_autoptr (DramatisTag) tag = dramatis_tag_new ("t2", "law");

  dramatis_dossier_add (dossier, tag);
  g_object_set (dramatis_dossier_lookup (dossier, "n2"), "tags", (const char *[]) { "t1", "t2", NULL }, NULL);
  g_object_set (dramatis_dossier_lookup (dossier, "n3"), "tags", (const char *[]) { "t2", NULL }, NULL);
  dramatis_history_clear (dramatis_dossier_get_history (dossier));

  return dossier;
}

static void
test_rename (void)
{
  static const struct
  {
    const char *tag;
    const char *name;
    const char *expected;
  } cases[] = {
    { "t1", "weapons", "weapons law; t1; t1 t2; t2" },
    { "t1", "Arms", "Arms law; t1; t1 t2; t2" },
    /* the name of another one: they are merged, and no note has it twice */
    { "t1", "LAW", "law; t2; t2; t2" },
    { "t2", "arms", "arms; t1; t1; t1" },
    { "t1", "arms", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DramatisDossier) dossier = create_dossier ();
      DramatisHistory *history = dramatis_dossier_get_history (dossier);
      g_autofree char *before = describe (dossier);
      g_autofree char *after = NULL, *undone = NULL, *redone = NULL;
      DramatisTag *renamed =
        dramatis_dossier_rename_tag (dossier, dramatis_dossier_lookup (dossier, cases[i].tag), cases[i].name);

      g_assert_nonnull (dramatis_dossier_lookup (dossier, dramatis_thing_get_id (DRAMATIS_THING (renamed))));
      after = describe (dossier);
      g_assert_cmpstr (after, ==, cases[i].expected != NULL ? cases[i].expected : before);
      g_assert_cmpint (dramatis_history_get_can_undo (history), ==, cases[i].expected != NULL);
      if (cases[i].expected == NULL)
        continue;

      dramatis_history_undo (history);
      undone = describe (dossier);
      g_assert_cmpstr (undone, ==, before);
      g_assert_false (dramatis_history_get_can_undo (history));
      dramatis_history_redo (history);
      redone = describe (dossier);
      g_assert_cmpstr (redone, ==, after);
    }
}

static void
test_ensure (void)
{
  g_autoptr (DramatisDossier) dossier = create_dossier ();

  g_assert_true (dramatis_dossier_ensure_tag (dossier, "ARMS") == dramatis_dossier_lookup (dossier, "t1"));
  g_assert_false (dramatis_history_get_can_undo (dramatis_dossier_get_history (dossier)));
  g_assert_cmpstr (dramatis_tag_get_name (dramatis_dossier_ensure_tag (dossier, "new")), ==, "new");
  g_assert_true (dramatis_history_get_can_undo (dramatis_dossier_get_history (dossier)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dossier-tags/rename", test_rename);
  g_test_add_func ("/dossier-tags/ensure", test_ensure);

  return g_test_run ();
}
