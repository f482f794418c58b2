/* dramatis-revision.c: a new version of the text of an article
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-revision.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "dramatis-alignment.h"
#include "dramatis-index.h"
#include "dramatis-locator.h"
#include "dramatis-text.h"

/**
 * DramatisRevision:
 *
 * A new version of the text of an article, or a correction of one passage, and what it means for what is said of it.
 *
 * It is made of the dossier as it is, tells what would become of it, and can be applied as long as nothing else
 * has been edited.
 */

typedef struct
{
  DramatisThing *thing;       /* a note or an event */
  const char    *property;
  GPtrArray     *anchors;     /* what its ranges become */
} Placement;

struct _DramatisRevision
{
  DramatisDossier       *dossier;
  DramatisArticle       *article;
  const char            *label;
  guint                  serial;
  GPtrArray             *old;           /* the passages, of DramatisPassage */
  GArray                *drafts;        /* of DramatisPassageDraft */
  GArray                *pairs;         /* of each draft, the number of its old passage or -1 */
  GPtrArray             *ids;           /* of each draft, interned */
  GPtrArray             *mentions;      /* of each draft, its GArray of DramatisMention */
  GHashTable            *old_numbers;   /* id → number plus 1 */
  GHashTable            *new_numbers;
  gboolean               is_correction;
  DramatisAlignment     *alignment;
  DramatisLocator       *old_text;
  DramatisLocator       *new_text;
  GArray                *placements;
  GArray                *rows;
  GPtrArray             *orphans;       /* of DramatisAnchor */
  DramatisRevisionCount  notes;
  DramatisRevisionCount  events;
  DramatisRevisionCount  of_mentions;
};

static void
placement_clear (gpointer data)
{
  Placement *placement = data;

  g_object_unref (placement->thing);
  g_ptr_array_unref (placement->anchors);
}

static const char *
draft_text (DramatisRevision *self,
            guint             number)
{
  return g_array_index (self->drafts, DramatisPassageDraft, number).text;
}

static DramatisPassage *
old_passage (DramatisRevision *self,
             guint             number)
{
  return g_ptr_array_index (self->old, number);
}

/* Of an old passage, the number of the new one, or -1. */
static int
find_new (DramatisRevision *self,
          const char       *passage_id)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->new_numbers, passage_id)) - 1;
}

static gboolean
is_unchanged (DramatisRevision *self,
              const char       *passage_id)
{
  guint old = GPOINTER_TO_UINT (g_hash_table_lookup (self->old_numbers, passage_id));
  int new = find_new (self, passage_id);

  return old > 0 && new >= 0
         && g_str_equal (dramatis_passage_get_text (old_passage (self, old - 1)), draft_text (self, new));
}

/* Where words went that were written over in a correction: what stands now between what stayed at both sides. */
static DramatisAnchor *
place_by_correction (DramatisRevision     *self,
                     const DramatisAnchor *anchor)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->old_numbers, anchor->passage));
  int new = find_new (self, anchor->passage);
  const char *before, *after;
  guint n_before, n_after, n_same, n_same_end;
  DramatisRange range = anchor->range;

  if (!self->is_correction || number == 0 || new < 0)
    return NULL;

  before = dramatis_passage_get_text (old_passage (self, number - 1));
  after = draft_text (self, new);
  n_before = g_utf8_strlen (before, -1);
  n_after = g_utf8_strlen (after, -1);
  if (range.end > n_before)
    return NULL;

  dramatis_text_compare (before, after, &n_same, &n_same_end);
  if (range.start > n_same)
    range.start = range.start >= n_before - n_same_end ? range.start + n_after - n_before : n_same;
  if (range.end > n_same)
    range.end = range.end >= n_before - n_same_end ? range.end + n_after - n_before : n_after - n_same_end;
  if (range.end <= range.start)
    return NULL;

  return dramatis_anchor_dup_at (anchor, anchor->passage, after, &range);
}

/* A passage or, if it is gone, the one nearest to it in the new version: an orphan needs some place to be kept at. */
static const char *
find_home (DramatisRevision *self,
           const char       *passage_id)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->old_numbers, passage_id));

  for (guint i = number; i > 0; i--)
    {
      const char *id = dramatis_thing_get_id (DRAMATIS_THING (old_passage (self, i - 1)));

      if (find_new (self, id) >= 0)
        return id;
    }

  return g_ptr_array_index (self->ids, 0);
}

/* What becomes of an anchor: another one, the same one, or an orphan. */
static DramatisAnchor *
place_anchor (DramatisRevision      *self,
              DramatisAnchor        *anchor,
              DramatisRevisionCount *count)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->old_numbers, anchor->passage));
  g_autoptr (DramatisAnchor) found = NULL;
  DramatisAnchor fields = *anchor;
  DramatisRange range;
  const char *text = dramatis_passage_get_text (old_passage (self, number - 1));
  gboolean was_there = dramatis_anchor_locate (anchor, text, &range);

  if (was_there && is_unchanged (self, anchor->passage))
    {
      count->n_kept++;
      return dramatis_anchor_ref (anchor);
    }

  found = dramatis_locator_locate (self->new_text, anchor);
  if (found == NULL && was_there)
    found = place_by_correction (self, anchor);

  if (found != NULL)
    {
      if (found->passage == anchor->passage && found->range.start == anchor->range.start
          && g_str_equal (found->quote, anchor->quote))
        count->n_kept++;
      else
        count->n_moved++;
      return g_steal_pointer (&found);
    }

  fields.passage = find_home (self, anchor->passage);
  text = draft_text (self, find_new (self, fields.passage));
  fields.range.start = fields.range.end = MIN (anchor->range.start, g_utf8_strlen (text, -1));
  found = dramatis_anchor_new_full (&fields);
  count->n_orphaned += was_there ? 1 : 0;
  if (was_there)
    g_ptr_array_add (self->orphans, dramatis_anchor_ref (found));

  return g_steal_pointer (&found);
}

static void
place_things (DramatisRevision      *self,
              GListModel            *things,
              const char            *property,
              DramatisRevisionCount *count)
{
  for (guint i = 0; i < g_list_model_get_n_items (things); i++)
    {
      g_autoptr (DramatisThing) thing = g_list_model_get_item (things, i);
      g_autoptr (GPtrArray) anchors = NULL;
      g_autoptr (GPtrArray) placed = dramatis_anchors_new ();
      gboolean changed = FALSE;

      g_object_get (thing, property, &anchors, NULL);
      for (guint j = 0; j < anchors->len; j++)
        {
          DramatisAnchor *anchor = g_ptr_array_index (anchors, j);
          gboolean is_here = g_hash_table_contains (self->old_numbers, anchor->passage);
          DramatisAnchor *now = is_here ? place_anchor (self, anchor, count) : dramatis_anchor_ref (anchor);

          changed |= now != anchor;
          g_ptr_array_add (placed, now);
        }

      if (changed)
        {
          Placement placement = { g_object_ref (thing), property, g_steal_pointer (&placed) };

          g_array_append_val (self->placements, placement);
        }
    }
}

static void
place_mention (DramatisRevision      *self,
               DramatisPassage       *passage,
               const DramatisMention *mention)
{
  g_autoptr (DramatisAnchor) anchor = dramatis_anchor_new (dramatis_thing_get_id (DRAMATIS_THING (passage)),
                                                           dramatis_passage_get_text (passage), &mention->range);
  g_autoptr (DramatisAnchor) found = dramatis_locator_locate (self->new_text, anchor);
  DramatisMention moved = *mention;
  int number = found != NULL ? find_new (self, found->passage) : -1;
  GArray *mentions;

  if (number < 0)
    {
      self->of_mentions.n_orphaned++;
      return;
    }

  mentions = g_ptr_array_index (self->mentions, number);
  moved.range = found->range;
  for (guint i = 0; i < mentions->len; i++)
    {
      const DramatisMention *other = &g_array_index (mentions, DramatisMention, i);

      /* two mentions of what is one now */
      if (other->actor == moved.actor && dramatis_range_overlaps (&other->range, &moved.range))
        {
          self->of_mentions.n_orphaned++;
          return;
        }
    }
  g_array_append_val (mentions, moved);
  if (found->passage == anchor->passage && found->range.start == anchor->range.start)
    self->of_mentions.n_kept++;
  else
    self->of_mentions.n_moved++;
}

static void
place_mentions (DramatisRevision *self)
{
  for (guint i = 0; i < self->drafts->len; i++)
    g_ptr_array_add (self->mentions, dramatis_mentions_new ());

  for (guint i = 0; i < self->old->len; i++)
    {
      DramatisPassage *passage = old_passage (self, i);
      const char *id = dramatis_thing_get_id (DRAMATIS_THING (passage));
      GArray *old = dramatis_passage_get_mentions (passage);

      if (is_unchanged (self, id))
        {
          if (old->len > 0)
            g_array_append_vals (g_ptr_array_index (self->mentions, find_new (self, id)), old->data, old->len);
          self->of_mentions.n_kept += old->len;
          continue;
        }
      for (guint j = 0; j < old->len; j++)
        place_mention (self, passage, &g_array_index (old, DramatisMention, j));
    }

  for (guint i = 0; i < self->drafts->len; i++)
    dramatis_mentions_sort (g_ptr_array_index (self->mentions, i));
}

static void
add_row (DramatisRevision *self,
         int               old,
         int               new)
{
  DramatisRevisionRow row = { 0 };

  if (old >= 0)
    row.old = old_passage (self, old);
  if (new >= 0)
    {
      row.is_kept = TRUE;
      row.kind = g_array_index (self->drafts, DramatisPassageDraft, new).kind;
      row.text = g_array_index (self->drafts, DramatisPassageDraft, new).text;
    }
  g_array_append_val (self->rows, row);
}

/* The new passages in order, and what is gone where it stood. */
static void
collect_rows (DramatisRevision *self)
{
  guint next = 0;

  for (guint i = 0; i < self->drafts->len; i++)
    {
      int old = g_array_index (self->pairs, int, i);

      for (; old >= 0 && next <= (guint) old; next++)
        {
          if (find_new (self, dramatis_thing_get_id (DRAMATIS_THING (old_passage (self, next)))) < 0)
            add_row (self, next, -1);
        }
      add_row (self, old, i);
    }
  for (; next < self->old->len; next++)
    {
      if (find_new (self, dramatis_thing_get_id (DRAMATIS_THING (old_passage (self, next)))) < 0)
        add_row (self, next, -1);
    }
}

static DramatisRevision *
revision_begin (DramatisDossier *dossier,
                DramatisArticle *article,
                const char      *label)
{
  DramatisRevision *self = g_new0 (DramatisRevision, 1);
  GListModel *passages = dramatis_article_get_passages (article);

  self->dossier = g_object_ref (dossier);
  self->article = g_object_ref (article);
  self->label = label;
  self->serial = dramatis_history_get_serial (dramatis_dossier_get_history (dossier));
  self->old = g_ptr_array_new_with_free_func (g_object_unref);
  self->ids = g_ptr_array_new ();
  self->mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->old_numbers = g_hash_table_new (NULL, NULL);
  self->new_numbers = g_hash_table_new (NULL, NULL);
  self->old_text = dramatis_locator_new ();
  self->new_text = dramatis_locator_new ();
  self->placements = g_array_new (FALSE, FALSE, sizeof (Placement));
  g_array_set_clear_func (self->placements, placement_clear);
  self->rows = g_array_new (FALSE, FALSE, sizeof (DramatisRevisionRow));
  self->orphans = dramatis_anchors_new ();

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      DramatisPassage *passage = g_list_model_get_item (passages, i);
      const char *id = dramatis_thing_get_id (DRAMATIS_THING (passage));

      g_ptr_array_add (self->old, passage);
      g_hash_table_insert (self->old_numbers, (gpointer) id, GUINT_TO_POINTER (i + 1));
      dramatis_locator_add_passage (self->old_text, id, dramatis_passage_get_text (passage));
    }

  return self;
}

static void
revision_align (DramatisRevision *self)
{
  g_autoptr (GPtrArray) old_texts = g_ptr_array_new ();
  g_autoptr (GPtrArray) new_texts = g_ptr_array_new ();

  for (guint i = 0; i < self->old->len; i++)
    g_ptr_array_add (old_texts, (gpointer) dramatis_passage_get_text (old_passage (self, i)));
  for (guint i = 0; i < self->drafts->len; i++)
    g_ptr_array_add (new_texts, (gpointer) draft_text (self, i));
  self->alignment = dramatis_alignment_new (old_texts, new_texts);
}

static void
revision_complete (DramatisRevision *self)
{
  for (guint i = 0; i < self->drafts->len; i++)
    {
      int old = g_array_index (self->pairs, int, i);
      const char *id;

      if (old >= 0)
        {
          id = dramatis_thing_get_id (DRAMATIS_THING (old_passage (self, old)));
        }
      else
        {
          g_autofree char *seed = g_strdup_printf ("%s %u %s", dramatis_thing_get_id (DRAMATIS_THING (self->article)),
                                                   i, draft_text (self, i));
          g_autofree char *created = dramatis_dossier_create_id (self->dossier, "passage", seed);

          id = g_intern_string (created);
        }
      g_ptr_array_add (self->ids, (gpointer) id);
      g_hash_table_insert (self->new_numbers, (gpointer) id, GUINT_TO_POINTER (i + 1));
      dramatis_locator_add_passage (self->new_text, id, draft_text (self, i));
    }

  dramatis_locator_compare (self->new_text, self->old_text, self->alignment);

  place_mentions (self);
  place_things (self, dramatis_dossier_get_notes (self->dossier), "ranges", &self->notes);
  place_things (self, dramatis_dossier_get_events (self->dossier), "evidence", &self->events);
  collect_rows (self);
}

/**
 * dramatis_revision_new:
 * @dossier: a dossier
 * @article: an article of it
 * @drafts: (element-type DramatisPassageDraft): the passages of the new version, at least one; not to be changed any more
 *
 * Compares a new version of an article with what there is.
 *
 * Returns: (transfer full): a new revision
 */
DramatisRevision *
dramatis_revision_new (DramatisDossier *dossier,
                       DramatisArticle *article,
                       GArray          *drafts)
{
  DramatisRevision *self;

  g_return_val_if_fail (DRAMATIS_IS_DOSSIER (dossier), NULL);
  g_return_val_if_fail (DRAMATIS_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (drafts->len > 0, NULL);

  self = revision_begin (dossier, article, _("New Version of Article"));
  self->drafts = g_array_ref (drafts);
  revision_align (self);
  self->pairs = dramatis_alignment_pair_passages (self->alignment);
  revision_complete (self);

  return self;
}

/**
 * dramatis_revision_new_correction:
 * @dossier: a dossier
 * @passage: a passage of it
 * @text: the text as it should be
 *
 * Corrects a passage in its place. Notes and events stay on what the words were corrected to.
 *
 * Returns: (transfer full): a new revision
 */
DramatisRevision *
dramatis_revision_new_correction (DramatisDossier *dossier,
                                  DramatisPassage *passage,
                                  const char      *text)
{
  DramatisIndex *index;
  DramatisRevision *self;
  guint position;

  g_return_val_if_fail (DRAMATIS_IS_DOSSIER (dossier), NULL);
  g_return_val_if_fail (text != NULL && *text != '\0', NULL);

  index = dramatis_dossier_get_index (dossier);
  if (!dramatis_index_get_position (index, dramatis_thing_get_id (DRAMATIS_THING (passage)), &position))
    g_return_val_if_reached (NULL);

  self = revision_begin (dossier, dramatis_index_get_article (index, position), _("Correct Text"));
  self->is_correction = TRUE;
  self->drafts = dramatis_passage_drafts_new ();
  self->pairs = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; i < self->old->len; i++)
    {
      DramatisPassage *old = old_passage (self, i);
      DramatisPassageDraft draft = {
        dramatis_passage_get_kind (old), g_strdup (old == passage ? text : dramatis_passage_get_text (old))
      };

      g_array_append_val (self->drafts, draft);
      g_array_append_val (self->pairs, i);
    }
  revision_align (self);
  revision_complete (self);

  return self;
}

/**
 * dramatis_revision_free:
 * @self: (transfer full): a revision
 *
 * Frees a revision.
 */
void
dramatis_revision_free (DramatisRevision *self)
{
  g_ptr_array_unref (self->orphans);
  g_array_unref (self->rows);
  g_array_unref (self->placements);
  dramatis_locator_free (self->new_text);
  dramatis_locator_free (self->old_text);
  dramatis_alignment_free (self->alignment);
  g_hash_table_unref (self->new_numbers);
  g_hash_table_unref (self->old_numbers);
  g_ptr_array_unref (self->mentions);
  g_ptr_array_unref (self->ids);
  g_array_unref (self->pairs);
  g_array_unref (self->drafts);
  g_ptr_array_unref (self->old);
  g_object_unref (self->article);
  g_object_unref (self->dossier);
  g_free (self);
}

/**
 * dramatis_revision_get_rows:
 * @self: a revision
 *
 * Gets the passages of both versions, in the order of the new one.
 *
 * Returns: (transfer none) (element-type DramatisRevisionRow): the passages
 */
GArray *
dramatis_revision_get_rows (DramatisRevision *self)
{
  return self->rows;
}

/**
 * dramatis_revision_get_notes:
 * @self: a revision
 *
 * Gets what becomes of the words that notes are about.
 *
 * Returns: (transfer none): how many are kept, moved, orphaned
 */
const DramatisRevisionCount *
dramatis_revision_get_notes (DramatisRevision *self)
{
  return &self->notes;
}

/**
 * dramatis_revision_get_events:
 * @self: a revision
 *
 * Gets what becomes of the words that events were read from.
 *
 * Returns: (transfer none): how many are kept, moved, orphaned
 */
const DramatisRevisionCount *
dramatis_revision_get_events (DramatisRevision *self)
{
  return &self->events;
}

/**
 * dramatis_revision_get_mentions:
 * @self: a revision
 *
 * Gets what becomes of the mentions. One whose words are gone is gone.
 *
 * Returns: (transfer none): how many are kept, moved, gone
 */
const DramatisRevisionCount *
dramatis_revision_get_mentions (DramatisRevision *self)
{
  return &self->of_mentions;
}

/**
 * dramatis_revision_get_orphans:
 * @self: a revision
 *
 * Gets the ranges of notes and events whose words are gone, but for those that had none before. They keep their quotes.
 *
 * Returns: (transfer none) (element-type DramatisAnchor): the ranges
 */
GPtrArray *
dramatis_revision_get_orphans (DramatisRevision *self)
{
  return self->orphans;
}

/**
 * dramatis_revision_is_current:
 * @self: a revision
 *
 * Tells whether the dossier is still as it was when the revision was made, so that it can be applied.
 *
 * Returns: whether it is
 */
gboolean
dramatis_revision_is_current (DramatisRevision *self)
{
  return self->serial == dramatis_history_get_serial (dramatis_dossier_get_history (self->dossier));
}

/**
 * dramatis_revision_is_empty:
 * @self: a revision
 *
 * Tells whether the new version is the same as the old one.
 *
 * Returns: whether there is nothing to apply
 */
gboolean
dramatis_revision_is_empty (DramatisRevision *self)
{
  if (self->drafts->len != self->old->len)
    return FALSE;

  for (guint i = 0; i < self->drafts->len; i++)
    {
      const DramatisPassageDraft *draft = &g_array_index (self->drafts, DramatisPassageDraft, i);

      if (g_array_index (self->pairs, int, i) != (int) i
          || draft->kind != dramatis_passage_get_kind (old_passage (self, i))
          || !g_str_equal (draft->text, dramatis_passage_get_text (old_passage (self, i))))
        return FALSE;
    }

  return TRUE;
}

static void
apply_passages (DramatisRevision *self)
{
  DramatisHistory *history = dramatis_dossier_get_history (self->dossier);
  GListStore *store = G_LIST_STORE (dramatis_article_get_passages (self->article));
  g_autoptr (GPtrArray) passages = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_same = 0, n_same_end = 0;

  for (guint i = 0; i < self->drafts->len; i++)
    {
      const DramatisPassageDraft *draft = &g_array_index (self->drafts, DramatisPassageDraft, i);
      GArray *mentions = g_ptr_array_index (self->mentions, i);
      int old = g_array_index (self->pairs, int, i);

      if (old < 0)
        {
          g_ptr_array_add (passages, dramatis_passage_new (g_ptr_array_index (self->ids, i), draft->kind, draft->text,
                                                           mentions));
          continue;
        }

      g_ptr_array_add (passages, g_object_ref (old_passage (self, old)));
      dramatis_history_set (history, old_passage (self, old), "kind", draft->kind, NULL);
      if (!g_str_equal (dramatis_passage_get_text (old_passage (self, old)), draft->text))
        dramatis_history_set (history, old_passage (self, old),
                              "text", draft->text,
                              "mentions", mentions,
                              NULL);
    }

  /* what stays at both ends is left alone, so that views do too */
  while (n_same < MIN (passages->len, self->old->len)
         && g_ptr_array_index (passages, n_same) == g_ptr_array_index (self->old, n_same))
    n_same++;
  while (n_same_end < MIN (passages->len, self->old->len) - n_same
         && g_ptr_array_index (passages, passages->len - 1 - n_same_end)
            == g_ptr_array_index (self->old, self->old->len - 1 - n_same_end))
    n_same_end++;
  if (n_same + n_same_end < MAX (passages->len, self->old->len))
    dramatis_history_splice (history, store, n_same, self->old->len - n_same - n_same_end,
                             passages->pdata + n_same, passages->len - n_same - n_same_end);
}

/**
 * dramatis_revision_apply:
 * @self: a revision; the dossier must not have been edited since it was made
 *
 * Gives the article its new text. One level of undo, or part of one that has begun.
 *
 * Passages that are the same keep their identifiers. No note and no event is lost: one whose words are gone keeps
 * their quote.
 */
void
dramatis_revision_apply (DramatisRevision *self)
{
  DramatisHistory *history = dramatis_dossier_get_history (self->dossier);

  g_return_if_fail (dramatis_revision_is_current (self));

  dramatis_history_begin (history, self->label);
  apply_passages (self);
  for (guint i = 0; i < self->placements->len; i++)
    {
      const Placement *placement = &g_array_index (self->placements, Placement, i);

      dramatis_history_set (history, placement->thing, placement->property, placement->anchors, NULL);
    }
  dramatis_history_end (history);
}
