/* dramatis-name-groups.c: which names of a text name the same actor
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-name-groups.h"

#include "dramatis-name-scanner.h"

#include <string.h>

/**
 * DramatisNameGroups:
 *
 * All candidates with the same words are one group; groups that name the same actor are joined.
 *
 * Surnames are joined with a full name only where one full name of the text has them: those that several
 * people share stay apart, for a person to decide.
 */
struct _DramatisNameGroups
{
  const DramatisGazetteer *gazetteer;
  const char              *text;
  GArray                  *tokens;
  GArray                  *candidates;
  GPtrArray               *surfaces;   /* of the candidates */
  GArray                  *members;    /* guint: the group of each candidate */
  GArray                  *groups;     /* Group */
  GHashTable              *by_key;     /* words → 1 + group */
  GHashTable              *by_entity;  /* entity → 1 + group */
};

typedef struct
{
  char              *key;      /* the words, with single spaces */
  GStrv              words;
  guint              n_words;
  guint              parent;   /* the group that it was joined with, or itself */
  guint              entity;
  guint              count;
  guint              count_sure;  /* where the capital letter says something */
  guint              flags;
  guint              sure_flags;
  guint              votes[DRAMATIS_ACTOR_KIND_PLACE + 1];
  guint              first;
  DramatisActorKind  kind;
  gboolean           dropped;
} Group;

static Group *
get_group (const DramatisNameGroups *self,
           guint                     group)
{
  return &g_array_index (self->groups, Group, group);
}

static void
clear_group (gpointer data)
{
  Group *group = data;

  g_free (group->key);
  g_strfreev (group->words);
}

static guint
find_root (const DramatisNameGroups *self,
           guint                     group)
{
  while (get_group (self, group)->parent != group)
    group = get_group (self, group)->parent;

  return group;
}

/* The words of a candidate, with single spaces and without the spaces around hyphens. */
static char *
create_surface (const DramatisNameGroups *self,
                guint                     first,
                guint                     end)
{
  GString *surface = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    {
      const DramatisToken *token = dramatis_tokens_get (self->tokens, i);

      if (i > first && (token->flags & DRAMATIS_TOKEN_SPACE))
        g_string_append_c (surface, ' ');
      g_string_append_len (surface, self->text + token->byte, token->n_bytes);
    }

  return g_string_free (surface, FALSE);
}

static gboolean
is_shouted (const DramatisToken *token)
{
  return (token->flags & DRAMATIS_TOKEN_UPPER) != 0 && token->end - token->start >= 5;
}

/* "KENNEDY" and "Kennedy" are one name; "US" and "us" are not. */
static char *
create_key (const DramatisNameGroups *self,
            const DramatisCandidate  *candidate,
            const char               *surface)
{
  g_auto (GStrv) words = NULL;
  gboolean shouted = FALSE;

  for (guint i = candidate->first; i < candidate->end && !shouted; i++)
    shouted = is_shouted (dramatis_tokens_get (self->tokens, i));
  if (!shouted)
    return g_strdup (surface);

  words = g_strsplit (surface, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean upper = g_utf8_strlen (words[i], -1) >= 5;

      for (const char *p = words[i]; *p != '\0' && upper; p = g_utf8_next_char (p))
        if (!g_unichar_isupper (g_utf8_get_char (p)))
          upper = FALSE;

      if (upper)
        {
          g_autofree char *lower = g_utf8_strdown (words[i], -1);
          g_autoptr (GString) title = g_string_new (NULL);

          g_string_append_unichar (title, g_unichar_toupper (g_utf8_get_char (lower)));
          g_string_append (title, g_utf8_next_char (lower));
          g_free (words[i]);
          words[i] = g_strdup (title->str);
        }
    }

  return g_strjoinv (" ", words);
}

static guint
ensure_group (DramatisNameGroups      *self,
              const char              *key,
              const DramatisCandidate *candidate)
{
  gboolean known = (candidate->flags & DRAMATIS_CANDIDATE_KNOWN) != 0;
  guint number = GPOINTER_TO_UINT (known ? g_hash_table_lookup (self->by_entity, GUINT_TO_POINTER (candidate->entity))
                                         : g_hash_table_lookup (self->by_key, key));
  Group group = { 0, };

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
    g_hash_table_insert (self->by_key, g_strdup (key), GUINT_TO_POINTER (self->groups->len));

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
  self->surfaces = g_ptr_array_new_with_free_func (g_free);
  self->members = g_array_new (FALSE, FALSE, sizeof (guint));
  self->groups = g_array_new (FALSE, TRUE, sizeof (Group));
  g_array_set_clear_func (self->groups, clear_group);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_entity = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < candidates->len; i++)
    {
      const DramatisCandidate *candidate = &g_array_index (candidates, DramatisCandidate, i);
      char *surface = create_surface (self, candidate->first, candidate->end);
      g_autofree char *key = create_key (self, candidate, surface);
      guint number = ensure_group (self, key, candidate);
      Group *group = get_group (self, number);
      guint weight = 1;

      g_ptr_array_add (self->surfaces, surface);
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

static void
join (DramatisNameGroups *self,
      guint               group,
      guint               into)
{
  Group *child = get_group (self, find_root (self, group));
  Group *root = get_group (self, find_root (self, into));

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
      Group *group = get_group (self, i);
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
is_full_person (const Group *group)
{
  return group->kind == DRAMATIS_ACTOR_KIND_PERSON && group->n_words > 1 && !group->dropped;
}

static const char *
get_last_word (const Group *group)
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
      guint root = find_root (self, g_array_index (list, guint, i));

      if (only != G_MAXUINT && only != root)
        return G_MAXUINT;
      only = root;
    }

  return only;
}

/* "George W. Bush" and "George Bush" */
static gboolean
is_same_person (const Group *a,
                const Group *b)
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
      Group *group = get_group (self, i);
      GArray *same;

      if (!is_full_person (group))
        continue;

      same = g_hash_table_lookup (by_last, get_last_word (group));
      for (guint k = 0; same != NULL && k < same->len && k < 32; k++)
        if (is_same_person (group, get_group (self, g_array_index (same, guint, k))))
          {
            join (self, i, g_array_index (same, guint, k));
            break;
          }

      insert_person (by_last, get_last_word (group), i);
      insert_person (by_first, group->words[0], i);
    }

  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = get_group (self, i);
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
        }
    }
}

static char *
create_initials (const Group *group,
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
      const Group *first = get_group (self, a);
      const Group *second = get_group (self, b);

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
      Group *group = get_group (self, i);

      if (group->n_words < 3 || group->kind != DRAMATIS_ACTOR_KIND_ORGANISATION)
        continue;
      g_hash_table_insert (initials, create_initials (group, FALSE), GUINT_TO_POINTER (i + 1));
      g_hash_table_insert (initials, create_initials (group, TRUE), GUINT_TO_POINTER (i + 1));
    }

  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = get_group (self, i);
      guint other = 0;

      if (group->flags & DRAMATIS_CANDIDATE_ACRONYM && group->parent == i)
        other = GPOINTER_TO_UINT (g_hash_table_lookup (initials, group->key));
      if (other != 0)
        join (self, i, other - 1);
    }

  /* "Andy Warhol Foundation" is the "Andy Warhol Foundation for the Visual Arts" */
  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = get_group (self, i);
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
          if (shorter != 0 && get_group (self, shorter - 1)->kind == DRAMATIS_ACTOR_KIND_ORGANISATION
              && get_group (self, shorter - 1)->flags & DRAMATIS_CANDIDATE_HEADED
              && get_group (self, shorter - 1)->parent == shorter - 1)
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
      Group *group = get_group (self, i);
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
                   && dramatis_gazetteer_is_surname (self->gazetteer, get_last_word (group),
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
  g_autofree char *lower = g_utf8_strdown (word, -1);

  return dramatis_gazetteer_is_word (self->gazetteer, lower, strlen (lower));
}

/* "Image Andy Warhol": where the first word of a sentence was taken for a part of a name. */
static void
trim_starts (DramatisNameGroups *self)
{
  for (guint i = 0; i < self->candidates->len; i++)
    {
      DramatisCandidate *candidate = &g_array_index (self->candidates, DramatisCandidate, i);
      Group *group = get_group (self, g_array_index (self->members, guint, i));
      guint other;

      if (group->n_words < 2 || candidate->flags & (DRAMATIS_CANDIDATE_KNOWN | DRAMATIS_CANDIDATE_GIVEN)
          || !is_dictionary_word (self, group->words[0])
          || !(candidate->flags & (DRAMATIS_CANDIDATE_FIRST | DRAMATIS_CANDIDATE_HEADLINE)) || group->count > 1)
        continue;

      other = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_key, group->key + strlen (group->words[0]) + 1));
      if (other == 0 || get_group (self, other - 1)->dropped)
        continue;

      candidate->first++;
      while (dramatis_tokens_get (self->tokens, candidate->first)->kind != DRAMATIS_TOKEN_WORD)
        candidate->first++;
      other--;
      g_array_index (self->members, guint, i) = other;
      group->count--;
      get_group (self, other)->count++;
      g_free (self->surfaces->pdata[i]);
      self->surfaces->pdata[i] = create_surface (self, candidate->first, candidate->end);
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
  merge_persons (self);
  merge_definitions (self);
  merge_organisations (self);
  drop_doubtful (self);
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
  guint root = find_root (self, member);
  const DramatisCandidate *found = &g_array_index (self->candidates, DramatisCandidate, candidate);
  const Group *group = get_group (self, member);

  if (get_group (self, root)->dropped)
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
  return get_group (self, group)->key;
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
  return get_group (self, group)->kind;
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
