/* dramatis-name-merge.c: which groups of names are one actor
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-name-groups-private.h"

#include <string.h>

#include "dramatis-language.h"

static void
join (DramatisNameGroups *self,
      guint               group,
      guint               into)
{
  DramatisNameGroup *child = dramatis_name_groups_get (self, dramatis_name_groups_find_root (self, group));
  DramatisNameGroup *root = dramatis_name_groups_get (self, dramatis_name_groups_find_root (self, into));

  if (child == root)
    return;

  child->parent = root->parent;
  root->count += child->count;
  root->count_sure += child->count_sure;
  root->flags |= child->flags;
}

static void
choose_kinds (DramatisNameGroups *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      DramatisNameGroup *group = dramatis_name_groups_get (self, i);
      guint best = 0;

      if (group->flags & DRAMATIS_CANDIDATE_KNOWN)
        continue;

      for (guint kind = 0; kind <= DRAMATIS_ACTOR_KIND_PLACE; kind++)
        if (group->votes[kind] > best)
          {
            best = group->votes[kind];
            group->kind = kind;
          }
    }
}

static gboolean
is_full_person (const DramatisNameGroup *group)
{
  return group->kind == DRAMATIS_ACTOR_KIND_PERSON && group->n_words > 1 && !group->dropped;
}

static const char *
get_last_word (const DramatisNameGroup *group)
{
  static const char * const suffixes[] = { "Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV" };
  guint last = group->n_words - 1;

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (last > 0 && g_str_equal (group->words[last], suffixes[i]))
      last--;

  return group->words[last];
}

static void
insert_person (GHashTable *table,
               const char *word,
               guint       group)
{
  GArray *list = g_hash_table_lookup (table, word);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (table, (gpointer) word, list);
    }
  g_array_append_val (list, group);
}

/* The only person of a list, or G_MAXUINT. */
static guint
get_only (const DramatisNameGroups *self,
          GArray                   *list)
{
  guint only = G_MAXUINT;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      guint root = dramatis_name_groups_find_root (self, g_array_index (list, guint, i));

      if (only != G_MAXUINT && only != root)
        return G_MAXUINT;
      only = root;
    }

  return only;
}

/* "George W. Bush" and "George Bush" */
static gboolean
is_same_person (const DramatisNameGroup *a,
                const DramatisNameGroup *b)
{
  return g_str_equal (a->words[0], b->words[0]) && g_str_equal (get_last_word (a), get_last_word (b));
}

static void
merge_persons (DramatisNameGroups *self)
{
  g_autoptr (GHashTable) by_last = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                          (GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) by_first = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                           (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->groups->len; i++)
    {
      DramatisNameGroup *group = dramatis_name_groups_get (self, i);
      GArray *same;

      if (!is_full_person (group))
        continue;

      same = g_hash_table_lookup (by_last, get_last_word (group));
      for (guint k = 0; same != NULL && k < same->len && k < 32; k++)
        if (is_same_person (group, dramatis_name_groups_get (self, g_array_index (same, guint, k))))
          {
            join (self, i, g_array_index (same, guint, k));
            break;
          }

      insert_person (by_last, get_last_word (group), i);
      insert_person (by_first, group->words[0], i);
    }

  for (guint i = 0; i < self->groups->len; i++)
    {
      DramatisNameGroup *group = dramatis_name_groups_get (self, i);
      guint person;

      if (group->n_words != 1 || group->flags & DRAMATIS_CANDIDATE_ACRONYM)
        continue;
      if (group->flags & DRAMATIS_CANDIDATE_KNOWN)
        continue;
      person = get_only (self, g_hash_table_lookup (by_last, group->key));
      if (person == G_MAXUINT && g_hash_table_lookup (by_last, group->key) == NULL)
        person = get_only (self, g_hash_table_lookup (by_first, group->key));
      if (person != G_MAXUINT)
        {
          group->kind = DRAMATIS_ACTOR_KIND_PERSON;
          join (self, i, person);
        }
      else if (g_hash_table_lookup (by_last, group->key) != NULL)
        {
          group->kind = DRAMATIS_ACTOR_KIND_PERSON;
          group->candidates = g_array_ref (g_hash_table_lookup (by_last, group->key));
        }
      else if (group->kind == DRAMATIS_ACTOR_KIND_PERSON && g_hash_table_lookup (by_first, group->key) != NULL)
        {
          group->candidates = g_array_ref (g_hash_table_lookup (by_first, group->key));
        }
    }
}

/* "Suu Kyi" is "Aung San Suu Kyi". */
static void
merge_tails (DramatisNameGroups *self)
{
  g_autoptr (GHashTable) tails = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->groups->len; i++)
    {
      const DramatisNameGroup *group = dramatis_name_groups_get (self, i);
      const char *tail = group->key;

      if (group->kind != DRAMATIS_ACTOR_KIND_PERSON || group->n_words < 4)
        continue;
      for (guint n = group->n_words - 1; n >= 2 && (tail = strchr (tail, ' ')) != NULL; n--)
        {
          guint known = GPOINTER_TO_UINT (g_hash_table_lookup (tails, ++tail));

          /* two people have it: nobody's */
          if (known == 0)
            g_hash_table_insert (tails, (gpointer) tail, GUINT_TO_POINTER (i + 1));
          else if (known != G_MAXUINT && dramatis_name_groups_find_root (self, known - 1)
                                         != dramatis_name_groups_find_root (self, i))
            g_hash_table_insert (tails, (gpointer) tail, GUINT_TO_POINTER (G_MAXUINT));
        }
    }

  for (guint i = 0; i < self->groups->len; i++)
    {
      DramatisNameGroup *group = dramatis_name_groups_get (self, i);
      guint whole = GPOINTER_TO_UINT (g_hash_table_lookup (tails, group->key));

      if (whole == 0 || whole == G_MAXUINT || group->flags & DRAMATIS_CANDIDATE_KNOWN || whole - 1 == i)
        continue;
      group->kind = DRAMATIS_ACTOR_KIND_PERSON;
      join (self, i, whole - 1);
    }
}

/* "Norwell Industries" and "Norwell" are "Norwell Industries Inc.". */
static void
merge_companies (DramatisNameGroups *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      const DramatisNameGroup *group = dramatis_name_groups_get (self, i);
      g_autofree char *key = NULL;
      char *space;

      if (!(group->flags & DRAMATIS_CANDIDATE_COMPANY) || group->flags & DRAMATIS_CANDIDATE_KNOWN || group->n_words < 2)
        continue;

      key = g_strdup (group->key);
      while ((space = strrchr (key, ' ')) != NULL)
        {
          guint number;
          DramatisNameGroup *shorter;

          *space = '\0';
          number = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_key, key));
          if (number == 0)
            continue;
          shorter = dramatis_name_groups_get (self, number - 1);
          if (shorter->parent != number - 1 || shorter->flags & (DRAMATIS_CANDIDATE_TITLED | DRAMATIS_CANDIDATE_WORDS))
            continue;

          shorter->kind = DRAMATIS_ACTOR_KIND_ORGANISATION;
          join (self, number - 1, i);
        }
    }
}

static char *
create_initials (const DramatisNameGroup *group,
                 gboolean     all)
{
  GString *initials = g_string_new (NULL);

  for (guint i = 0; group->words[i] != NULL; i++)
    {
      gunichar c = g_utf8_get_char (group->words[i]);
      const char *hyphen = strchr (group->words[i], '-');

      if (all ? g_unichar_isalpha (c) : g_unichar_isupper (c))
        g_string_append_unichar (initials, g_unichar_toupper (c));
      if (hyphen != NULL && g_unichar_isupper (g_utf8_get_char (hyphen + 1)))
        g_string_append_unichar (initials, g_utf8_get_char (hyphen + 1));
    }

  return g_string_free (initials, FALSE);
}

static gboolean
is_mark (const DramatisNameGroups *self,
         guint                     index,
         char                      mark)
{
  return index < self->tokens->len
         && dramatis_tokens_get (self->tokens, index)->kind == DRAMATIS_TOKEN_MARK
         && self->text[dramatis_tokens_get (self->tokens, index)->byte] == mark;
}

/* "Liberal Democratic Party (LDP)", "ASEAN (Association of …)" */
static void
merge_definitions (DramatisNameGroups *self)
{
  for (guint i = 0; i + 1 < self->candidates->len; i++)
    {
      const DramatisCandidate *left = &g_array_index (self->candidates, DramatisCandidate, i);
      const DramatisCandidate *right = &g_array_index (self->candidates, DramatisCandidate, i + 1);
      guint a = g_array_index (self->members, guint, i);
      guint b = g_array_index (self->members, guint, i + 1);
      const DramatisNameGroup *first = dramatis_name_groups_get (self, a);
      const DramatisNameGroup *second = dramatis_name_groups_get (self, b);

      if (right->first != left->end + 1 || !is_mark (self, left->end, '(') || !is_mark (self, right->end, ')'))
        continue;
      if (first->kind == DRAMATIS_ACTOR_KIND_PERSON || second->kind == DRAMATIS_ACTOR_KIND_PERSON
          || first->kind == DRAMATIS_ACTOR_KIND_STATE || second->kind == DRAMATIS_ACTOR_KIND_STATE)
        continue;

      if (second->flags & (DRAMATIS_CANDIDATE_ACRONYM | DRAMATIS_CANDIDATE_KNOWN)
          && second->n_words == 1 && first->n_words > 1)
        {
          if (second->flags & DRAMATIS_CANDIDATE_KNOWN && !(first->flags & DRAMATIS_CANDIDATE_KNOWN))
            join (self, a, b);
          else
            join (self, b, a);
        }
      else if (first->flags & (DRAMATIS_CANDIDATE_ACRONYM | DRAMATIS_CANDIDATE_KNOWN)
               && first->n_words == 1 && second->n_words > 1)
        {
          join (self, b, a);
        }
    }
}

static void
merge_organisations (DramatisNameGroups *self)
{
  g_autoptr (GHashTable) initials = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->groups->len; i++)
    {
      DramatisNameGroup *group = dramatis_name_groups_get (self, i);

      if (group->n_words < 3 || group->kind != DRAMATIS_ACTOR_KIND_ORGANISATION)
        continue;
      g_hash_table_insert (initials, create_initials (group, FALSE), GUINT_TO_POINTER (i + 1));
      g_hash_table_insert (initials, create_initials (group, TRUE), GUINT_TO_POINTER (i + 1));
    }

  for (guint i = 0; i < self->groups->len; i++)
    {
      DramatisNameGroup *group = dramatis_name_groups_get (self, i);
      guint other = 0;

      if (group->flags & DRAMATIS_CANDIDATE_ACRONYM && group->parent == i)
        other = GPOINTER_TO_UINT (g_hash_table_lookup (initials, group->key));
      if (other != 0)
        join (self, i, other - 1);
    }

  /* "Andy Warhol Foundation" is the "Andy Warhol Foundation for the Visual Arts" */
  for (guint i = 0; i < self->groups->len; i++)
    {
      DramatisNameGroup *group = dramatis_name_groups_get (self, i);
      const char *rest = group->key;

      if (group->kind != DRAMATIS_ACTOR_KIND_ORGANISATION || group->flags & DRAMATIS_CANDIDATE_KNOWN
          || group->n_words < 3)
        continue;

      for (guint n = group->n_words - 1; n >= 2; n--)
        {
          g_autofree char *whole = g_strndup (rest, strlen (rest));
          char *cut = whole;
          guint shorter;

          for (guint k = 0; k < n && cut != NULL; k++)
            cut = strchr (k == 0 ? cut : cut + 1, ' ');
          if (cut == NULL)
            continue;
          *cut = '\0';
          shorter = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_key, whole));
          if (shorter != 0 && dramatis_name_groups_get (self, shorter - 1)->kind == DRAMATIS_ACTOR_KIND_ORGANISATION
              && dramatis_name_groups_get (self, shorter - 1)->flags & DRAMATIS_CANDIDATE_HEADED
              && dramatis_name_groups_get (self, shorter - 1)->parent == shorter - 1)
            {
              join (self, shorter - 1, i);
              break;
            }
        }
    }
}

/* What is not sure enough to be suggested. */
static void
drop_doubtful (DramatisNameGroups *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      DramatisNameGroup *group = dramatis_name_groups_get (self, i);
      guint flags = group->flags;
      gboolean words = (flags & DRAMATIS_CANDIDATE_WORDS) != 0;
      gboolean headed = (flags & DRAMATIS_CANDIDATE_HEADED) != 0;

      if (flags & DRAMATIS_CANDIDATE_KNOWN || group->parent != i)
        continue;

      switch (group->kind)
        {
        case DRAMATIS_ACTOR_KIND_PERSON:
          if (group->n_words == 1 && words && !(flags & DRAMATIS_CANDIDATE_TITLED) && group->count_sure < 2)
            group->dropped = TRUE;
          if (group->n_words > 1 && group->count_sure == 0 && words && !(flags & DRAMATIS_CANDIDATE_TITLED)
              && !(flags & DRAMATIS_CANDIDATE_GIVEN
                   && dramatis_gazetteer_lists (self->gazetteer, DRAMATIS_WORD_LIST_SURNAMES, get_last_word (group),
                                                strlen (get_last_word (group)))))
            group->dropped = TRUE;
          if (group->n_words > 1 && group->count_sure == 0 && flags & DRAMATIS_CANDIDATE_HEADLINE
              && !(flags & DRAMATIS_CANDIDATE_GIVEN))
            group->dropped = TRUE;
          break;

        case DRAMATIS_ACTOR_KIND_PLACE:
          if (!headed && (words || group->count_sure == 0))
            group->dropped = TRUE;
          break;

        default:
          if (group->n_words == 1 && !(flags & DRAMATIS_CANDIDATE_ACRONYM))
            group->dropped = words || group->count < 2;
          else if (group->n_words > 1 && !headed)
            group->dropped = group->count_sure == 0 || (words && group->count_sure < 2);
          else if (headed && words && group->count_sure == 0)
            group->dropped = (flags & DRAMATIS_CANDIDATE_HEADLINE) != 0;
          break;
        }
    }
}

static gboolean
is_dictionary_word (const DramatisNameGroups *self,
                    const char               *word)
{
  g_autofree char *lower = dramatis_language_lower (word, -1);

  return dramatis_gazetteer_lists (self->gazetteer, DRAMATIS_WORD_LIST_DICTIONARY, lower, strlen (lower));
}

/* "Image Andy Warhol": where the first word of a sentence was taken for a part of a name. */
static void
trim_starts (DramatisNameGroups *self)
{
  for (guint i = 0; i < self->candidates->len; i++)
    {
      DramatisCandidate *candidate = &g_array_index (self->candidates, DramatisCandidate, i);
      DramatisNameGroup *group = dramatis_name_groups_get (self, g_array_index (self->members, guint, i));
      guint other;

      if (group->n_words < 2 || candidate->flags & (DRAMATIS_CANDIDATE_KNOWN | DRAMATIS_CANDIDATE_GIVEN)
          || !is_dictionary_word (self, group->words[0])
          || !(candidate->flags & (DRAMATIS_CANDIDATE_FIRST | DRAMATIS_CANDIDATE_HEADLINE)) || group->count > 1)
        continue;

      other = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_key, group->key + strlen (group->words[0]) + 1));
      if (other == 0 || dramatis_name_groups_get (self, other - 1)->dropped)
        continue;

      candidate->first++;
      while (dramatis_tokens_get (self->tokens, candidate->first)->kind != DRAMATIS_TOKEN_WORD)
        candidate->first++;
      other--;
      g_array_index (self->members, guint, i) = other;
      group->count--;
      dramatis_name_groups_get (self, other)->count++;
      self->surfaces->pdata[i] = (gpointer) dramatis_name_groups_intern_surface (self, candidate->first, candidate->end);
    }
}

/**
 * dramatis_name_groups_merge:
 * @self: groups of names
 *
 * Decides which names name the same actor, and which name none.
 */
void
dramatis_name_groups_merge (DramatisNameGroups *self)
{
  choose_kinds (self);
  trim_starts (self);
  merge_companies (self);
  merge_persons (self);
  merge_tails (self);
  merge_definitions (self);
  merge_organisations (self);
  drop_doubtful (self);
}
