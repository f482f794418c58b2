/* dramatis-actor-finder.c: who is named in a text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-actor-finder.h"

#include "dramatis-name-groups.h"
#include "dramatis-name-scanner.h"
#include "dramatis-text.h"

#include <string.h>

/* @owners: alias, of which equal ones are one string → 1 + the actor that it was added to last */
static void
add_alias (DramatisExtraction *extraction,
           guint               number,
           const char         *alias,
           GHashTable         *owners)
{
  DramatisFoundActor *actor = &g_array_index (extraction->actors, DramatisFoundActor, number);
  guint owner = GPOINTER_TO_UINT (g_hash_table_lookup (owners, alias));

  if (owner == number + 1 || g_str_equal (alias, actor->name))
    return;

  /* most have one only, and some actor may have thousands */
  for (guint i = 0; owner != 0 && i < actor->aliases->len; i++)
    if (g_str_equal (alias, g_ptr_array_index (actor->aliases, i)))
      return;

  g_ptr_array_add (actor->aliases, g_strdup (alias));
  g_hash_table_insert (owners, (gpointer) alias, GUINT_TO_POINTER (number + 1));
}

/* Whom a name may mean is known when all actors are. */
static void
add_candidates (DramatisExtraction       *extraction,
                const DramatisNameGroups *groups,
                const guint              *actors)
{
  for (guint i = 0; i < dramatis_name_groups_get_size (groups); i++)
    {
      GArray *candidates = dramatis_name_groups_get_candidates (groups, i);
      DramatisFoundActor *actor;

      if (actors[i] == G_MAXUINT || candidates == NULL)
        continue;

      actor = &g_array_index (extraction->actors, DramatisFoundActor, actors[i]);
      for (guint k = 0; k < candidates->len; k++)
        {
          guint candidate = actors[dramatis_name_groups_find_root (groups, g_array_index (candidates, guint, k))];
          gboolean is_known = candidate == G_MAXUINT || candidate == actors[i];

          for (guint n = 0; n < actor->candidates->len && !is_known; n++)
            is_known = g_array_index (actor->candidates, guint, n) == candidate;
          if (!is_known)
            g_array_append_val (actor->candidates, candidate);
        }
    }
}

static char *
create_id (const char *name,
           GHashTable *taken)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autofree char *slug = NULL;
  g_autoptr (GString) id = NULL;
  gsize length;

  /* "U.S." is one word, and what has no likeness in ASCII none */
  for (const char *p = ascii; *p != '\0'; p++)
    {
      if (strchr ("?'.", *p) == NULL)
        g_string_append_c (plain, g_ascii_tolower (*p));
    }
  slug = dramatis_text_to_slug (plain->str, "");
  id = g_string_new (*slug != '\0' ? slug : "actor");

  length = id->len;
  for (guint n = 2; g_hash_table_contains (taken, id->str); n++)
    {
      g_string_truncate (id, length);
      g_string_append_printf (id, "-%u", n);
    }

  g_hash_table_add (taken, g_strdup (id->str));

  return g_strdup (id->str);
}

/**
 * dramatis_actor_finder_find:
 * @gazetteer: the names and words that are known
 * @text: valid UTF-8
 * @tokens: (element-type DramatisToken): its tokens
 * @extraction: where to add actors and mentions
 *
 * Finds the actors of a text and where they are named.
 *
 * Two passes: one over the tokens, which looks no further than the sentence, and one over the names that
 * it found, which decides what is one actor and what is none. The rules are those of the literature on
 * gazetteer-based name recognition; what each is worth was measured on news and web text.
 */
void
dramatis_actor_finder_find (const DramatisGazetteer *gazetteer,
                            const char              *text,
                            GArray                  *tokens,
                            DramatisExtraction      *extraction)
{
  g_autoptr (GArray) candidates = dramatis_name_scanner_scan (gazetteer, text, tokens);
  g_autoptr (DramatisNameGroups) groups = dramatis_name_groups_new (gazetteer, text, tokens, candidates);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) owners = g_hash_table_new (NULL, NULL);
  g_autofree guint *actors = g_new (guint, dramatis_name_groups_get_size (groups) + 1);

  dramatis_name_groups_merge (groups);
  memset (actors, 0xff, sizeof (guint) * (dramatis_name_groups_get_size (groups) + 1));

  for (guint i = 0; i < candidates->len; i++)
    {
      const DramatisCandidate *candidate = &g_array_index (candidates, DramatisCandidate, i);
      guint group = dramatis_name_groups_get_actor (groups, i);
      DramatisFoundMention mention;

      if (group == G_MAXUINT)
        continue;

      if (actors[group] == G_MAXUINT)
        {
          DramatisFoundActor actor = { 0, };

          actor.name = g_strdup (dramatis_name_groups_get_name (groups, group));
          actor.kind = dramatis_name_groups_get_kind (groups, group);
          actor.id = create_id (actor.name, taken);
          actor.aliases = g_ptr_array_new_with_free_func (g_free);
          actor.candidates = g_array_new (FALSE, FALSE, sizeof (guint));
          actors[group] = extraction->actors->len;
          g_array_append_val (extraction->actors, actor);
        }

      add_alias (extraction, actors[group], dramatis_name_groups_get_surface (groups, i), owners);

      mention.actor = actors[group];
      mention.range.start = dramatis_tokens_get (tokens, candidate->first)->start;
      mention.range.end = dramatis_token_get_end (dramatis_tokens_get (tokens, candidate->end - 1));
      g_array_append_val (extraction->mentions, mention);
    }

  add_candidates (extraction, groups, actors);
}
