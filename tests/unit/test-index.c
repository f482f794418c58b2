/* test-index.c: what an index takes over from the one before
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-index.h"

#define N_PASSAGES 12
#define N_ACTORS   5
#define N_EVENTS   6
#define N_NOTES    10
#define N_EDITS    2000

static const char * const words[] = { "alpha", "beta", "gamma", "delta" };

typedef struct
{
  DramatisDossier *dossier;
  GRand           *random;
  guint            n_made;
} Fixture;

static guint
pick (Fixture *self,
      guint    n)
{
  return g_rand_int_range (self->random, 0, n);
}

static char *
dup_id (const char *kind,
        guint       number)
{
  return g_strdup_printf ("%s-%u", kind, number);
}

/* Four words, the last perhaps a link. */
static char *
create_text (Fixture *self)
{
  return g_strdup_printf ("%s %s %s [that](%s:actor-%u)", words[pick (self, 4)], words[pick (self, 4)],
                          words[pick (self, 4)], pick (self, 2) == 0 ? "dramatis" : "https", pick (self, N_ACTORS));
}

static GPtrArray *
create_anchors (Fixture *self)
{
  GPtrArray *anchors = dramatis_anchors_new ();

  for (guint i = pick (self, 3); i > 0; i--)
    {
      g_autofree char *id = dup_id ("passage", pick (self, N_PASSAGES));
      DramatisPassage *passage = dramatis_dossier_lookup (self->dossier, id);
      const DramatisRange range = { pick (self, 4), 5 + pick (self, 5) };

      if (passage != NULL)
        g_ptr_array_add (anchors, dramatis_anchor_new (id, dramatis_passage_get_text (passage), &range));
    }

  return anchors;
}

static GArray *
create_mentions (Fixture *self)
{
  GArray *mentions = dramatis_mentions_new ();

  for (guint i = 0, n = pick (self, 4); i < n; i++)
    {
      g_autofree char *id = dup_id ("actor", pick (self, N_ACTORS));
      DramatisMention mention = { .range = { 2 * i, 2 * i + 1 }, .actor = g_intern_string (id) };

      g_array_append_val (mentions, mention);
    }

  return mentions;
}

static DramatisNote *
create_note (Fixture *self)
{
  g_autofree char *id = dup_id ("note", self->n_made++);
  g_autofree char *text = create_text (self);
  g_autoptr (GPtrArray) ranges = create_anchors (self);
  DramatisNote *note = dramatis_note_new (id, text);

  g_object_set (note, "ranges", ranges, NULL);

  return note;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GPtrArray) things = g_ptr_array_new_with_free_func (g_object_unref);
  DramatisArticle *articles[] = { dramatis_article_new ("one"), dramatis_article_new ("two") };

  self->dossier = dramatis_dossier_new ();
  self->random = g_rand_new_with_seed (3);
  for (guint i = 0; i < N_PASSAGES; i++)
    {
      g_autofree char *id = dup_id ("passage", i);
      g_autofree char *text = create_text (self);
      g_autoptr (GArray) mentions = create_mentions (self);
      g_autoptr (DramatisPassage) passage = dramatis_passage_new (id, DRAMATIS_PASSAGE_KIND_PARAGRAPH, text, mentions);

      g_list_store_append (G_LIST_STORE (dramatis_article_get_passages (articles[i % 2])), passage);
    }
  g_ptr_array_add (things, articles[0]);
  g_ptr_array_add (things, articles[1]);
  for (guint i = 0; i < N_ACTORS; i++)
    {
      g_autofree char *id = dup_id ("actor", i);

      g_ptr_array_add (things, dramatis_actor_new (id, DRAMATIS_ACTOR_KIND_STATE, words[i % 4]));
    }
  for (guint i = 0; i < N_EVENTS; i++)
    {
      g_autofree char *id = dup_id ("event", i);

      g_ptr_array_add (things, dramatis_event_new (id, words[i % 4], NULL));
    }
  g_ptr_array_add (things, dramatis_tag_new ("tag", "epsilon"));
  dramatis_dossier_add_all (self->dossier, things);
  for (guint i = 0; i < N_NOTES; i++)
    {
      g_autoptr (DramatisNote) note = create_note (self);

      dramatis_dossier_add (self->dossier, note);
    }
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_rand_free (self->random);
  g_object_unref (self->dossier);
}

static gpointer
pick_thing (Fixture    *self,
            GListModel *model)
{
  g_autoptr (DramatisThing) thing = g_list_model_get_item (model, pick (self, g_list_model_get_n_items (model)));

  return thing;
}

/* Returns whether the text of a passage was changed. */
static gboolean
edit (Fixture *self)
{
  DramatisDossier *dossier = self->dossier;
  g_autofree char *text = create_text (self);
  g_autoptr (GPtrArray) anchors = create_anchors (self);
  g_autoptr (GArray) mentions = create_mentions (self);
  g_autofree char *passage_id = dup_id ("passage", pick (self, N_PASSAGES));
  g_autofree char *actor_id = dup_id ("actor", pick (self, N_ACTORS));
  gpointer passage = dramatis_dossier_lookup (dossier, passage_id);
  gpointer actor = dramatis_dossier_lookup (dossier, actor_id);
  gpointer event = pick_thing (self, dramatis_dossier_get_events (dossier));
  GListModel *notes = dramatis_dossier_get_notes (dossier);
  gpointer note = pick_thing (self, notes);
  const char *actors[] = { actor_id, NULL };
  const char *tags[] = { "tag", NULL };
  g_autoptr (DramatisTime) time = dramatis_time_new ("1977-06", NULL);
  g_autoptr (DramatisNote) added = NULL;

  switch (pick (self, 13))
    {
    case 0:
      dramatis_dossier_edit (dossier, "", note, "text", text, NULL);
      break;
    case 1:
      dramatis_dossier_edit (dossier, "", note, "tags", pick (self, 2) == 0 ? tags : NULL, NULL);
      break;
    case 2:
      dramatis_dossier_edit (dossier, "", note, "ranges", anchors, NULL);
      break;
    case 3:
      dramatis_dossier_edit (dossier, "", note, "actors", pick (self, 2) == 0 ? actors : NULL, NULL);
      break;
    case 4:
      added = create_note (self);
      dramatis_dossier_add (dossier, added);
      break;
    case 5:
      if (g_list_model_get_n_items (notes) > 3)
        dramatis_dossier_remove (dossier, note);
      break;
    case 6:
      dramatis_dossier_set_status (dossier, actor, pick (self, 3));
      break;
    case 7:
      dramatis_dossier_edit (dossier, "", actor, "name", words[pick (self, 4)], NULL);
      break;
    case 8:
      dramatis_dossier_edit (dossier, "", passage, "mentions", mentions, NULL);
      break;
    case 9:
      dramatis_dossier_edit (dossier, "", passage, "text", text, NULL);
      return TRUE;
    case 10:
      dramatis_dossier_set_status (dossier, event, pick (self, 3));
      break;
    case 11:
      dramatis_dossier_edit (dossier, "", event, "evidence", anchors, "time", pick (self, 2) == 0 ? time : NULL, NULL);
      break;
    case 12:
      dramatis_dossier_edit (dossier, "", dramatis_dossier_lookup (dossier, "tag"), "name", words[pick (self, 4)], NULL);
      break;
    default:
      g_assert_not_reached ();
    }

  return FALSE;
}

static void
append_things (GString    *string,
               const char *name,
               GPtrArray  *things)
{
  g_string_append_printf (string, "\n%s:", name);
  for (guint i = 0; things != NULL && i < things->len; i++)
    g_string_append_printf (string, " %s", dramatis_thing_get_id (g_ptr_array_index (things, i)));
}

static void
append_spans (GString *string,
              GArray  *spans)
{
  g_string_append (string, "\nat days");
  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      const DramatisSpan *span = &g_array_index (spans, DramatisSpan, i);

      g_string_append_printf (string, " %d-%d", span->start, span->end);
    }
}

/* Everything that an index tells, in words. */
static char *
describe (Fixture       *self,
          DramatisIndex *index)
{
  GString *string = g_string_new (NULL);
  GArray *events = dramatis_index_get_events (index);
  GPtrArray *notes = dramatis_index_get_notes (index);

  append_things (string, "passages", dramatis_index_get_passages (index));
  for (guint i = 0; i < dramatis_index_get_passages (index)->len; i++)
    {
      append_things (string, "events at", dramatis_index_get_events_at (index, i));
      append_spans (string, dramatis_index_get_spans_at (index, i));
      append_things (string, "notes at", dramatis_index_get_notes_at (index, i));
      g_string_append_printf (string, "\nin %s", dramatis_thing_get_id (DRAMATIS_THING (dramatis_index_get_article (index, i))));
    }
  for (guint i = 0; i < N_ACTORS; i++)
    {
      g_autofree char *id = dup_id ("actor", i);
      GArray *positions = dramatis_index_get_actor_passages (index, id);

      g_string_append_printf (string, "\n%s: %u:", id, dramatis_index_get_actor_mentions (index, id));
      for (guint j = 0; positions != NULL && j < positions->len; j++)
        g_string_append_printf (string, " %u", g_array_index (positions, guint, j));
      append_things (string, "linked by", dramatis_index_get_back_links (index, id));
      append_things (string, "about it", dramatis_index_get_notes_about (index, id));
    }
  for (guint i = 0; i < events->len; i++)
    g_string_append_printf (string, "\n%s", dramatis_thing_get_id (DRAMATIS_THING (dramatis_dated_events_get (events, i)->event)));
  for (guint i = 0; i < notes->len; i++)
    {
      guint n_positions;
      const guint *positions = dramatis_index_get_note_positions (index, i, &n_positions);

      g_string_append_printf (string, "\n%s:", dramatis_thing_get_id (g_ptr_array_index (notes, i)));
      for (guint j = 0; j < n_positions; j++)
        g_string_append_printf (string, " %u", positions[j]);
    }
  for (guint kind = 0; kind < DRAMATIS_N_HIT_KINDS; kind++)
    {
      append_things (string, "things", dramatis_index_get_things (index, kind));
      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        {
          DramatisNeedle *needle = dramatis_needle_new (words[i], FALSE);
          g_autoptr (GPtrArray) found = dramatis_index_find (index, kind, needle);

          append_things (string, words[i], found);
          dramatis_needle_free (needle);
        }
    }

  return g_string_free (string, FALSE);
}

/* After each edit, and after each that is undone, the index is that which would be made from nothing. */
static void
test_edits (Fixture       *self,
            gconstpointer  data)
{
  DramatisHistory *history = dramatis_dossier_get_history (self->dossier);

  for (guint i = 0; i < N_EDITS; i++)
    {
      guint serial = dramatis_index_get_text_serial (dramatis_dossier_get_index (self->dossier));
      gboolean text_changed = TRUE, undoing = pick (self, 5) == 0;
      g_autoptr (DramatisIndex) fresh = NULL;
      g_autofree char *expected = NULL;
      g_autofree char *got = NULL;

      if (undoing && dramatis_history_get_can_undo (history))
        dramatis_history_undo (history);
      else
        text_changed = edit (self);

      fresh = dramatis_index_new (self->dossier, NULL);
      expected = describe (self, fresh);
      got = describe (self, dramatis_dossier_get_index (self->dossier));
      g_assert_cmpstr (got, ==, expected);
      if (!text_changed)
        g_assert_cmpuint (dramatis_index_get_text_serial (dramatis_dossier_get_index (self->dossier)), ==, serial);
    }
}

/* An edit of the text of a note leaves all else as it was: of what is taken over, not a copy. */
static void
test_shared (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (DramatisIndex) before = g_object_ref (dramatis_dossier_get_index (self->dossier));
  DramatisIndex *after;

  dramatis_dossier_edit (self->dossier, "", dramatis_dossier_lookup (self->dossier, "note-1"), "text", "alpha", NULL);
  dramatis_dossier_edit (self->dossier, "", dramatis_dossier_lookup (self->dossier, "note-1"), "text", "beta", NULL);
  after = dramatis_dossier_get_index (self->dossier);
  g_assert_true (after != before);
  g_assert_true (dramatis_index_get_events (after) == dramatis_index_get_events (before));
  g_assert_true (dramatis_index_get_actor_passages (after, "actor-1") == dramatis_index_get_actor_passages (before, "actor-1"));
  g_assert_true (dramatis_index_get_folded (after, DRAMATIS_HIT_EVENT) == dramatis_index_get_folded (before, DRAMATIS_HIT_EVENT));
  g_assert_true (dramatis_index_get_folded (after, DRAMATIS_HIT_NOTE) != dramatis_index_get_folded (before, DRAMATIS_HIT_NOTE));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/index/edits", Fixture, NULL, set_up, test_edits, tear_down);
  g_test_add ("/index/shared", Fixture, NULL, set_up, test_shared, tear_down);

  return g_test_run ();
}
