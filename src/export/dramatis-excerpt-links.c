/* dramatis-excerpt-links.c: what links between notes lead to in a document
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-excerpt.h"

#include <glib/gi18n-lib.h>

#include "dramatis-link.h"
#include "dramatis-text.h"

/* What readers of Markdown make of a heading to link to it: they differ in what they do with punctuation, so that a
 * heading that is to be found has none. */
static char *
make_slug (const char *heading)
{
  g_autofree char *lower = g_utf8_strdown (heading, -1);

  return dramatis_text_to_slug (lower, "");
}

static void
add_slugs (GHashTable *slugs,
           const char *lines)
{
  g_auto (GStrv) split = g_strsplit (lines, "\n", -1);

  for (guint i = 0; split[i] != NULL; i++)
    g_hash_table_add (slugs, make_slug (split[i]));
}

/* The slugs of all that may become a heading, as each line of a note may. */
static GHashTable *
collect_slugs (const DramatisExcerpt *excerpt,
               GPtrArray             *groups)
{
  GHashTable *slugs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  add_slugs (slugs, dramatis_dossier_get_title (excerpt->snapshot->dossier));
  for (guint i = 0; i < groups->len; i++)
    add_slugs (slugs, ((DramatisNoteGroup *) g_ptr_array_index (groups, i))->title);
  for (guint i = 0; i < excerpt->notes->len; i++)
    add_slugs (slugs, dramatis_note_get_text (g_ptr_array_index (excerpt->notes, i)));

  return slugs;
}

static void
add_heading (DramatisHeadings *self,
             GHashTable       *slugs,
             const char       *word,
             guint             number,
             gpointer          thing)
{
  const char *id = dramatis_thing_get_id (thing);
  g_autofree char *title = g_strdup_printf ("%s-%u", word, number);
  g_autofree char *slug = make_slug (title);

  /* somebody else's heading would be found instead */
  while (g_hash_table_contains (slugs, slug))
    {
      char *longer = g_strdup_printf ("%s-x", title);

      g_free (title);
      title = longer;
      g_free (slug);
      slug = make_slug (title);
    }

  g_hash_table_insert (self->uris, g_strdup (id), g_strconcat ("#", slug, NULL));
  g_hash_table_insert (self->titles, g_strdup (id), g_steal_pointer (&title));
  g_hash_table_add (slugs, g_steal_pointer (&slug));
}

static void
add_actors (DramatisHeadings      *self,
            const DramatisExcerpt *excerpt,
            DramatisNote          *note,
            GHashTable            *slugs)
{
  const char * const *ids = dramatis_note_get_links (note);
  g_autoptr (GPtrArray) actors =
    dramatis_excerpt_find (excerpt, DRAMATIS_TYPE_ACTOR, (const char * const *) ids);

  for (guint i = 0; i < actors->len; i++)
    {
      DramatisActor *actor = g_ptr_array_index (actors, i);

      if (g_hash_table_contains (self->uris, dramatis_thing_get_id (DRAMATIS_THING (actor))))
        continue;

      g_ptr_array_add (self->actors, g_object_ref (actor));
      /* Translators: a heading, followed by a hyphen and a number, that links lead to: one word of letters only */
      add_heading (self, slugs, _("Actor"), self->actors->len, actor);
    }
}

/**
 * dramatis_headings_new:
 * @excerpt: an excerpt
 * @groups: (element-type DramatisNoteGroup): its notes, as they will stand in the document
 *
 * Gives each note, and each actor that a note links to, a heading for links to lead to: "Note-3".
 *
 * With a hyphen, as pandoc and GitHub write one for a blank where they link to a heading, and Obsidian does not: so
 * all of them find it.
 *
 * Returns: (transfer full): the headings
 */
DramatisHeadings *
dramatis_headings_new (const DramatisExcerpt *excerpt,
                       GPtrArray             *groups)
{
  DramatisHeadings *self = g_new0 (DramatisHeadings, 1);
  g_autoptr (GHashTable) slugs = collect_slugs (excerpt, groups);
  guint n_notes = 0;

  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->uris = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->actors = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *notes = ((DramatisNoteGroup *) g_ptr_array_index (groups, i))->notes;

      for (guint j = 0; j < notes->len; j++)
        {
          DramatisThing *note = g_ptr_array_index (notes, j);

          /* one that stands in several groups is found in the first */
          if (!g_hash_table_contains (self->titles, dramatis_thing_get_id (note)))
            /* Translators: a heading, followed by a hyphen and a number, that links lead to: one word of letters only */
            add_heading (self, slugs, _("Note"), ++n_notes, note);
        }
    }
  for (guint i = 0; i < excerpt->notes->len; i++)
    add_actors (self, excerpt, g_ptr_array_index (excerpt->notes, i), slugs);

  return self;
}

/**
 * dramatis_headings_free:
 * @self: (transfer full): headings
 *
 * Frees headings.
 */
void
dramatis_headings_free (DramatisHeadings *self)
{
  g_hash_table_unref (self->titles);
  g_hash_table_unref (self->uris);
  g_ptr_array_unref (self->actors);
  g_free (self);
}

/**
 * dramatis_excerpt_get_back_links:
 * @self: an excerpt
 * @thing: (type DramatisThing): a note or actor
 *
 * Gets the notes of the excerpt that link to a thing.
 *
 * Returns: (transfer full) (element-type DramatisNote): the notes
 */
GPtrArray *
dramatis_excerpt_get_back_links (const DramatisExcerpt *self,
                                 gpointer               thing)
{
  GPtrArray *all = dramatis_index_get_back_links (self->index, dramatis_thing_get_id (thing));
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (g_ptr_array_find (self->notes, g_ptr_array_index (all, i), NULL))
      g_ptr_array_add (notes, g_object_ref (g_ptr_array_index (all, i)));

  return notes;
}
