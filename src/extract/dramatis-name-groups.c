/* dramatis-name-groups.c: which names of a text name the same actor
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-name-groups-private.h"

#include <string.h>

#include "dramatis-language.h"

/**
 * DramatisNameGroups:
 *
 * All candidates with the same words are one group; groups that name the same actor are joined.
 *
 * Surnames are joined with a full name only where one full name of the text has them: those that several
 * people share stay apart, for a person to decide.
 */

static void
clear_group (gpointer data)
{
  DramatisNameGroup *group = data;

  g_free (group->key);
  g_strfreev (group->words);
  g_clear_pointer (&group->candidates, g_array_unref);
}

/**
 * dramatis_name_groups_find_root:
 * @self: groups of names
 * @group: a group
 *
 * Finds the group that stands for the actor that a group names.
 *
 * Returns: the group that @group was joined with in the end, or @group
 */
guint
dramatis_name_groups_find_root (const DramatisNameGroups *self,
                                guint                     group)
{
  while (dramatis_name_groups_get (self, group)->parent != group)
    group = dramatis_name_groups_get (self, group)->parent;

  return group;
}

/* The words of a candidate, with single spaces and without the spaces around hyphens; equal ones are one string. */
const char *
dramatis_name_groups_intern_surface (DramatisNameGroups *self,
                                     guint               first,
                                     guint               end)
{
  g_string_truncate (self->surface, 0);
  for (guint i = first; i < end; i++)
    {
      const DramatisToken *token = dramatis_tokens_get (self->tokens, i);

      if (i > first && (token->flags & DRAMATIS_TOKEN_SPACE))
        g_string_append_c (self->surface, ' ');
      g_string_append_len (self->surface, self->text + token->byte, token->n_bytes);
    }

  return g_string_chunk_insert_const (self->strings, self->surface->str);
}

static gboolean
is_shouted (const DramatisToken *token)
{
  return (token->flags & DRAMATIS_TOKEN_UPPER) != 0 && token->n_chars >= 5;
}

/* "KENNEDY" and "Kennedy" are one name; "US" and "us" are not. */
static const char *
intern_key (DramatisNameGroups      *self,
            const DramatisCandidate *candidate,
            const char              *surface)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *key = NULL;
  gboolean shouted = FALSE;

  for (guint i = candidate->first; i < candidate->end && !shouted; i++)
    shouted = is_shouted (dramatis_tokens_get (self->tokens, i));
  if (!shouted)
    return surface;

  words = g_strsplit (surface, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean upper = g_utf8_strlen (words[i], -1) >= 5;

      for (const char *p = words[i]; *p != '\0' && upper; p = g_utf8_next_char (p))
        if (!g_unichar_isupper (g_utf8_get_char (p)))
          upper = FALSE;

      if (upper)
        {
          g_autofree char *lower = dramatis_language_lower (words[i], -1);
          g_autoptr (GString) title = g_string_new (NULL);

          g_string_append_unichar (title, g_unichar_toupper (g_utf8_get_char (lower)));
          g_string_append (title, g_utf8_next_char (lower));
          g_free (words[i]);
          words[i] = g_strdup (title->str);
        }
    }

  key = g_strjoinv (" ", words);

  return g_string_chunk_insert_const (self->strings, key);
}

static guint
ensure_group (DramatisNameGroups      *self,
              const char              *key,
              const DramatisCandidate *candidate)
{
  gboolean known = (candidate->flags & DRAMATIS_CANDIDATE_KNOWN) != 0;
  guint number = GPOINTER_TO_UINT (known ? g_hash_table_lookup (self->by_entity, GUINT_TO_POINTER (candidate->entity))
                                         : g_hash_table_lookup (self->by_key, key));
  DramatisNameGroup group = { 0, };

  if (number != 0)
    return number - 1;

  group.key = g_strdup (known
                        ? dramatis_gazetteer_get_entity (self->gazetteer, candidate->entity)->name : key);
  group.words = g_strsplit_set (group.key, " ", -1);
  group.n_words = g_strv_length (group.words);
  group.parent = self->groups->len;
  group.entity = candidate->entity;
  group.kind = candidate->kind;
  group.first = candidate->first;
  g_array_append_val (self->groups, group);
  if (known)
    g_hash_table_insert (self->by_entity, GUINT_TO_POINTER (candidate->entity), GUINT_TO_POINTER (self->groups->len));
  else
    g_hash_table_insert (self->by_key, (gpointer) key, GUINT_TO_POINTER (self->groups->len));

  return self->groups->len - 1;
}

/**
 * dramatis_name_groups_new:
 * @gazetteer: the names and words that are known
 * @text: valid UTF-8
 * @tokens: (element-type DramatisToken): its tokens
 * @candidates: (element-type DramatisCandidate): what may be names in it
 *
 * Groups candidates by their words.
 *
 * Returns: (transfer full): new groups, which keep pointers to all of the arguments
 */
DramatisNameGroups *
dramatis_name_groups_new (const DramatisGazetteer *gazetteer,
                          const char              *text,
                          GArray                  *tokens,
                          GArray                  *candidates)
{
  DramatisNameGroups *self = g_new0 (DramatisNameGroups, 1);

  self->gazetteer = gazetteer;
  self->text = text;
  self->tokens = tokens;
  self->candidates = candidates;
  self->strings = g_string_chunk_new (4096);
  self->surface = g_string_new (NULL);
  self->surfaces = g_ptr_array_sized_new (candidates->len);
  self->members = g_array_new (FALSE, FALSE, sizeof (guint));
  self->groups = g_array_new (FALSE, TRUE, sizeof (DramatisNameGroup));
  g_array_set_clear_func (self->groups, clear_group);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_entity = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < candidates->len; i++)
    {
      const DramatisCandidate *candidate = &g_array_index (candidates, DramatisCandidate, i);
      const char *surface = dramatis_name_groups_intern_surface (self, candidate->first, candidate->end);
      const char *key = intern_key (self, candidate, surface);
      guint number = ensure_group (self, key, candidate);
      DramatisNameGroup *group = dramatis_name_groups_get (self, number);
      guint weight = 1;

      g_ptr_array_add (self->surfaces, (gpointer) surface);
      g_array_append_val (self->members, number);

      group->count++;
      group->flags |= candidate->flags;
      if (!(candidate->flags & (DRAMATIS_CANDIDATE_FIRST | DRAMATIS_CANDIDATE_HEADLINE)))
        {
          group->count_sure++;
          group->sure_flags |= candidate->flags;
          weight++;
        }
      if (candidate->kind == DRAMATIS_ACTOR_KIND_PERSON
          && candidate->flags & (DRAMATIS_CANDIDATE_TITLED | DRAMATIS_CANDIDATE_SPEAKS))
        weight += 3;
      group->votes[candidate->kind] += weight;
    }

  return self;
}

/**
 * dramatis_name_groups_free:
 * @self: (transfer full): groups of names
 *
 * Frees the groups.
 */
void
dramatis_name_groups_free (DramatisNameGroups *self)
{
  g_string_chunk_free (self->strings);
  g_string_free (self->surface, TRUE);
  g_ptr_array_unref (self->surfaces);
  g_array_unref (self->members);
  g_array_unref (self->groups);
  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->by_entity);
  g_free (self);
}

/**
 * dramatis_name_groups_get_size:
 * @self: groups of names
 *
 * Gets the number of groups, joined or not.
 *
 * Returns: one more than the greatest number of a group
 */
guint
dramatis_name_groups_get_size (const DramatisNameGroups *self)
{
  return self->groups->len;
}

/**
 * dramatis_name_groups_get_actor:
 * @self: groups of names, after they were merged
 * @candidate: the index of a candidate
 *
 * Gets the actor that a candidate names.
 *
 * Returns: the number of a group that stands for the actor, or %G_MAXUINT if it names none
 */
guint
dramatis_name_groups_get_actor (DramatisNameGroups *self,
                                guint               candidate)
{
  guint member = g_array_index (self->members, guint, candidate);
  guint root = dramatis_name_groups_find_root (self, member);
  const DramatisCandidate *found = &g_array_index (self->candidates, DramatisCandidate, candidate);
  const DramatisNameGroup *group = dramatis_name_groups_get (self, member);

  if (dramatis_name_groups_get (self, root)->dropped)
    return G_MAXUINT;

  /* an ordinary word at the start of a sentence, though elsewhere a name */
  if (member == root && group->n_words == 1 && group->flags & DRAMATIS_CANDIDATE_WORDS
      && found->flags & DRAMATIS_CANDIDATE_FIRST && group->count_sure < 2
      && !(group->flags & (DRAMATIS_CANDIDATE_KNOWN | DRAMATIS_CANDIDATE_TITLED)))
    return G_MAXUINT;

  return root;
}

/**
 * dramatis_name_groups_get_name:
 * @self: groups of names
 * @group: the group that stands for an actor
 *
 * Gets the best name of an actor.
 *
 * Returns: (transfer none): a name
 */
const char *
dramatis_name_groups_get_name (const DramatisNameGroups *self,
                               guint                     group)
{
  return dramatis_name_groups_get (self, group)->key;
}

/**
 * dramatis_name_groups_get_kind:
 * @self: groups of names
 * @group: the group that stands for an actor
 *
 * Gets what an actor is.
 *
 * Returns: its kind
 */
DramatisActorKind
dramatis_name_groups_get_kind (const DramatisNameGroups *self,
                               guint                     group)
{
  return dramatis_name_groups_get (self, group)->kind;
}

/**
 * dramatis_name_groups_get_candidates:
 * @self: groups of names
 * @group: the group that stands for an actor
 *
 * Gets the actors of whom an actor may be one, if several have its name.
 *
 * Returns: (transfer none) (nullable) (element-type guint): groups; they may have been joined since
 */
GArray *
dramatis_name_groups_get_candidates (const DramatisNameGroups *self,
                                     guint                     group)
{
  return dramatis_name_groups_get (self, group)->candidates;
}

/**
 * dramatis_name_groups_get_surface:
 * @self: groups of names
 * @candidate: the index of a candidate
 *
 * Gets the words of a candidate.
 *
 * Returns: (transfer none): the words, with single spaces
 */
const char *
dramatis_name_groups_get_surface (const DramatisNameGroups *self,
                                  guint                     candidate)
{
  return g_ptr_array_index (self->surfaces, candidate);
}
