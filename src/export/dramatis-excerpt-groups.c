/* dramatis-excerpt-groups.c: the notes of an excerpt under headings
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-excerpt.h"

#include <glib/gi18n-lib.h>

static void
note_group_free (gpointer data)
{
  DramatisNoteGroup *self = data;

  g_free (self->title);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

static DramatisNoteGroup *
add_group (GPtrArray  *groups,
           const char *title)
{
  DramatisNoteGroup *group = g_new0 (DramatisNoteGroup, 1);

  group->title = g_strdup (title);
  group->notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (groups, group);

  return group;
}

/* The notes that none of @keys has, if there are any. */
static void
add_rest (GPtrArray             *groups,
          const DramatisExcerpt *self,
          GHashTable            *grouped,
          const char            *title)
{
  DramatisNoteGroup *group = NULL;

  for (guint i = 0; i < self->notes->len; i++)
    {
      DramatisNote *note = g_ptr_array_index (self->notes, i);

      if (g_hash_table_contains (grouped, note))
        continue;
      if (group == NULL)
        group = add_group (groups, title);
      g_ptr_array_add (group->notes, g_object_ref (note));
    }
}

/* Lists of notes by what they belong to, made as they are needed. */
static void
add_to (GHashTable   *notes_of,
        gpointer      key,
        DramatisNote *note)
{
  GPtrArray *notes = g_hash_table_lookup (notes_of, key);

  if (notes == NULL)
    {
      notes = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (notes_of, key, notes);
    }
  g_ptr_array_add (notes, g_object_ref (note));
}

static void
add_things (GPtrArray  *groups,
            GPtrArray  *things,
            const char *title_property,
            const char *no_title,
            char     *(*make_heading) (const char *title),
            GHashTable *notes_of)
{
  for (guint i = 0; i < things->len; i++)
    {
      GObject *thing = g_ptr_array_index (things, i);
      GPtrArray *notes = g_hash_table_lookup (notes_of, thing);
      g_autofree char *title = NULL;
      g_autofree char *heading = NULL;

      if (notes == NULL)
        continue;

      g_object_get (thing, title_property, &title, NULL);
      heading = title != NULL && *title != '\0' ? make_heading (title) : g_strdup (no_title);
      g_ptr_array_extend (add_group (groups, heading)->notes,
                          notes, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
    }
}

/* Not its title alone: often that is the title of the dossier as well. */
static char *
make_article_heading (const char *title)
{
  /* Translators: a heading; followed by the title of an article */
  return g_strdup_printf (_("Notes on “%s”"), title);
}

static DramatisArticle *
get_note_article (const DramatisExcerpt *self,
                  DramatisNote          *note)
{
  GPtrArray *ranges = dramatis_note_get_ranges (note);
  g_autoptr (GPtrArray) articles = NULL;

  for (guint i = 0; i < ranges->len; i++)
    {
      DramatisArticle *article = dramatis_excerpt_get_article (self, g_ptr_array_index (ranges, i));

      if (article != NULL)
        return article;
    }

  articles = dramatis_excerpt_find (self, DRAMATIS_TYPE_ARTICLE, dramatis_note_get_articles (note));

  return articles->len > 0 ? g_ptr_array_index (articles, 0) : NULL;
}

static void
group_by_article (GPtrArray             *groups,
                  const DramatisExcerpt *self,
                  GHashTable            *grouped)
{
  g_autoptr (GHashTable) notes_of =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < self->notes->len; i++)
    {
      DramatisNote *note = g_ptr_array_index (self->notes, i);
      DramatisArticle *article = get_note_article (self, note);

      if (article != NULL)
        {
          add_to (notes_of, article, note);
          g_hash_table_add (grouped, note);
        }
    }

  add_things (groups, self->snapshot->articles, "title", _("Untitled article"),
              make_article_heading, notes_of);
}

static GPtrArray *
get_note_tags (const DramatisExcerpt *self,
               DramatisNote          *note)
{
  return dramatis_excerpt_find (self, DRAMATIS_TYPE_TAG, dramatis_note_get_tags (note));
}

/* Under each of the things that a note has. */
static void
group_by_things (GPtrArray              *groups,
                 const DramatisExcerpt  *self,
                 GHashTable             *grouped,
                 GPtrArray            *(*get_things) (const DramatisExcerpt *self,
                                                      DramatisNote          *note),
                 GPtrArray              *all,
                 const char             *no_name)
{
  g_autoptr (GHashTable) notes_of =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < self->notes->len; i++)
    {
      DramatisNote *note = g_ptr_array_index (self->notes, i);
      g_autoptr (GPtrArray) things = get_things (self, note);

      for (guint j = 0; j < things->len; j++)
        {
          add_to (notes_of, g_ptr_array_index (things, j), note);
          g_hash_table_add (grouped, note);
        }
    }

  add_things (groups, all, "name", no_name, g_strdup, notes_of);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  return dramatis_time_compare (*(DramatisTime **) a, *(DramatisTime **) b);
}

static void
group_by_date (GPtrArray             *groups,
               const DramatisExcerpt *self,
               GHashTable            *grouped)
{
  g_autoptr (GPtrArray) times = g_ptr_array_new_with_free_func ((GDestroyNotify) dramatis_time_unref);
  g_autoptr (GHashTable) notes_of =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < self->notes->len; i++)
    {
      DramatisNote *note = g_ptr_array_index (self->notes, i);
      g_autoptr (GPtrArray) events = dramatis_excerpt_get_note_events (self, note);
      DramatisTime *time = events->len > 0 ? dramatis_event_get_time (g_ptr_array_index (events, 0)) : NULL;

      if (time == NULL)
        continue;

      if (!g_hash_table_contains (notes_of, dramatis_time_get_edtf (time)))
        g_ptr_array_add (times, dramatis_time_ref (time));
      add_to (notes_of, (gpointer) dramatis_time_get_edtf (time), note);
      g_hash_table_add (grouped, note);
    }

  g_ptr_array_sort (times, compare_times);

  for (guint i = 0; i < times->len; i++)
    {
      DramatisTime *time = g_ptr_array_index (times, i);
      g_autofree char *title = dramatis_time_to_text (time);

      g_ptr_array_extend (add_group (groups, title)->notes,
                          g_hash_table_lookup (notes_of, dramatis_time_get_edtf (time)),
                          (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
    }
}

/**
 * dramatis_excerpt_group_notes:
 * @self: an excerpt
 * @group: by what the notes are grouped
 *
 * Puts the notes under headings: articles, actors and tags in the order of the dossier, dates in their own, and
 * last what belongs to none.
 *
 * The date of a note is that of the first event that it is about or that is read from its words.
 *
 * Returns: (transfer full) (element-type DramatisNoteGroup): the groups, none of them empty
 */
GPtrArray *
dramatis_excerpt_group_notes (const DramatisExcerpt *self,
                              DramatisGroup          group)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (note_group_free);
  g_autoptr (GHashTable) grouped = g_hash_table_new (NULL, NULL);

  switch (group)
    {
    case DRAMATIS_GROUP_ARTICLE:
      group_by_article (groups, self, grouped);
      add_rest (groups, self, grouped, _("About no article"));
      break;

    case DRAMATIS_GROUP_ACTOR:
      group_by_things (groups, self, grouped, dramatis_excerpt_get_note_actors,
                       self->snapshot->actors, _("Unnamed actor"));
      add_rest (groups, self, grouped, _("About no actor"));
      break;

    case DRAMATIS_GROUP_DATE:
      group_by_date (groups, self, grouped);
      add_rest (groups, self, grouped, _("Undated"));
      break;

    case DRAMATIS_GROUP_TAG:
      group_by_things (groups, self, grouped, get_note_tags,
                       self->snapshot->tags, _("Unnamed tag"));
      add_rest (groups, self, grouped, _("Untagged"));
      break;

    default:
      g_assert_not_reached ();
    }

  return groups;
}
