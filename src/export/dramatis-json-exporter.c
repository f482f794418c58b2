/* dramatis-json-exporter.c: a dossier with what passes a filter
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-exporter-private.h"

#include <glib/gi18n-lib.h>

#include "dramatis-dossier-writer.h"

static DramatisThing *
copy_thing (DramatisThing *thing)
{
  DramatisThing *copy = g_object_new (G_OBJECT_TYPE (thing), "id", dramatis_thing_get_id (thing), NULL);
  g_autofree GParamSpec **properties = NULL;
  guint n_properties;

  properties = g_object_class_list_properties (G_OBJECT_GET_CLASS (thing), &n_properties);
  for (guint i = 0; i < n_properties; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      if ((properties[i]->flags & G_PARAM_WRITABLE) == 0
          || (properties[i]->flags & (G_PARAM_CONSTRUCT_ONLY | G_PARAM_READABLE)) != G_PARAM_READABLE)
        continue;

      g_object_get_property (G_OBJECT (thing), properties[i]->name, &value);
      g_object_set_property (G_OBJECT (copy), properties[i]->name, &value);
    }

  return copy;
}

/* Takes out of the list of identifiers @property what is not kept: the file would refer to nothing. */
static void
cut_ids (DramatisThing *thing,
         const char    *property,
         GHashTable    *kept)
{
  g_auto (GStrv) ids = NULL;
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();

  g_object_get (thing, property, &ids, NULL);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (g_hash_table_contains (kept, ids[i]))
      g_ptr_array_add (rest, ids[i]);
  g_ptr_array_add (rest, NULL);
  g_object_set (thing, property, rest->pdata, NULL);
}

static void
cut_anchors (DramatisThing *thing,
             const char    *property,
             GHashTable    *kept)
{
  g_autoptr (GPtrArray) anchors = NULL;
  g_autoptr (GPtrArray) rest = dramatis_anchors_new ();

  g_object_get (thing, property, &anchors, NULL);
  for (guint i = 0; i < anchors->len; i++)
    {
      DramatisAnchor *anchor = g_ptr_array_index (anchors, i);

      if (g_hash_table_contains (kept, anchor->passage))
        g_ptr_array_add (rest, dramatis_anchor_ref (anchor));
    }
  g_object_set (thing, property, rest, NULL);
}

static void
cut_mentions (DramatisPassage *passage,
              GHashTable      *kept)
{
  GArray *mentions = dramatis_passage_get_mentions (passage);
  g_autoptr (GArray) rest = dramatis_mentions_new ();

  for (guint i = 0; i < mentions->len; i++)
    {
      const DramatisMention *mention = &g_array_index (mentions, DramatisMention, i);

      if (mention->status != DRAMATIS_STATUS_REJECTED && g_hash_table_contains (kept, mention->actor))
        g_array_append_vals (rest, mention, 1);
    }
  g_object_set (passage, "mentions", rest, NULL);
}

static void
keep (GHashTable *kept,
      gpointer    thing)
{
  g_hash_table_add (kept, (gpointer) dramatis_thing_get_id (thing));
}

/* The identifiers of all that passes, with the articles of its passages and the tags of its notes. */
static GHashTable *
collect_ids (const DramatisExcerpt *excerpt)
{
  GHashTable *kept = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < excerpt->positions->len; i++)
    {
      guint position = g_array_index (excerpt->positions, guint, i);

      keep (kept, g_ptr_array_index (dramatis_index_get_passages (excerpt->index), position));
      keep (kept, dramatis_index_get_article (excerpt->index, position));
    }

  for (guint i = 0; i < excerpt->actors->len; i++)
    keep (kept, g_ptr_array_index (excerpt->actors, i));
  for (guint i = 0; i < excerpt->events->len; i++)
    keep (kept, g_ptr_array_index (excerpt->events, i));
  for (guint i = 0; i < excerpt->notes->len; i++)
    {
      DramatisNote *note = g_ptr_array_index (excerpt->notes, i);
      g_autoptr (GPtrArray) tags = dramatis_excerpt_find (excerpt, DRAMATIS_TYPE_TAG, dramatis_note_get_tags (note));

      keep (kept, note);
      for (guint j = 0; j < tags->len; j++)
        keep (kept, g_ptr_array_index (tags, j));
    }

  return kept;
}

static void
copy_passages (GPtrArray       *passages,
               DramatisArticle *copy,
               GHashTable      *kept)
{
  for (guint i = 0; i < passages->len; i++)
    {
      DramatisThing *passage = g_ptr_array_index (passages, i);
      g_autoptr (DramatisThing) passage_copy = NULL;

      if (!g_hash_table_contains (kept, dramatis_thing_get_id (passage)))
        continue;

      passage_copy = copy_thing (passage);
      cut_mentions (DRAMATIS_PASSAGE (passage_copy), kept);
      g_list_store_append (G_LIST_STORE (dramatis_article_get_passages (copy)), passage_copy);
    }
}

static void
copy_list (const DramatisExcerpt *excerpt,
           GPtrArray             *things,
           GHashTable            *kept,
           GPtrArray             *copies)
{
  for (guint i = 0; i < things->len; i++)
    {
      DramatisThing *thing = g_ptr_array_index (things, i);
      DramatisThing *copy;

      if (!g_hash_table_contains (kept, dramatis_thing_get_id (thing)))
        continue;

      copy = copy_thing (thing);
      g_ptr_array_add (copies, copy);

      if (DRAMATIS_IS_ARTICLE (thing))
        {
          copy_passages (g_ptr_array_index (excerpt->snapshot->passages, i), DRAMATIS_ARTICLE (copy), kept);
        }
      else if (DRAMATIS_IS_ACTOR (thing))
        {
          cut_ids (copy, "candidates", kept);
          cut_ids (copy, "memberships", kept);
        }
      else if (DRAMATIS_IS_EVENT (thing))
        {
          cut_ids (copy, "actors", kept);
          cut_anchors (copy, "evidence", kept);
        }
      else if (DRAMATIS_IS_NOTE (thing))
        {
          cut_ids (copy, "actors", kept);
          cut_ids (copy, "events", kept);
          cut_ids (copy, "articles", kept);
          cut_ids (copy, "tags", kept);
          cut_anchors (copy, "ranges", kept);
        }
    }
}

/* A dossier of copies: what the excerpt has, and no reference to anything else. */
static DramatisDossier *
copy_excerpt (const DramatisExcerpt *excerpt)
{
  DramatisDossier *copy = dramatis_dossier_new ();
  g_autoptr (GHashTable) kept = collect_ids (excerpt);
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);

  copy_list (excerpt, excerpt->snapshot->articles, kept, copies);
  copy_list (excerpt, excerpt->snapshot->actors, kept, copies);
  copy_list (excerpt, excerpt->snapshot->events, kept, copies);
  copy_list (excerpt, excerpt->snapshot->notes, kept, copies);
  copy_list (excerpt, excerpt->snapshot->tags, kept, copies);

  g_object_set (copy,
                "title", dramatis_dossier_get_title (excerpt->snapshot->dossier),
                "extra", dramatis_dossier_get_extra (excerpt->snapshot->dossier),
                NULL);
  dramatis_dossier_add_all (copy, copies);

  return copy;
}

static GBytes *
write_json (const DramatisExcerpt *excerpt,
            DramatisGroup          group)
{
  g_autoptr (DramatisDossier) copy = NULL;

  /* All of it, with what was rejected and what this version does not know: a file like the one it is from. */
  if (excerpt->whole)
    return dramatis_dossier_snapshot_to_text (excerpt->snapshot);

  copy = copy_excerpt (excerpt);

  return dramatis_dossier_to_bytes (copy);
}

const DramatisExporter dramatis_json_exporter = {
  .name = "json",
  .suffix = "dossier",
  .media_type = "application/vnd.dramatis.dossier+json",
  .title = N_("Dossier (JSON)"),
  .contents = DRAMATIS_CONTENTS_PASSAGES | DRAMATIS_CONTENTS_ACTORS | DRAMATIS_CONTENTS_EVENTS
              | DRAMATIS_CONTENTS_NOTES,
  .write = write_json,
};
