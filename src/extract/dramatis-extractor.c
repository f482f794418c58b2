/* dramatis-extractor.c: reads actors, times and events out of a text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-extractor.h"

#include "dramatis-actor-finder.h"
#include "dramatis-event-finder.h"
#include "dramatis-gazetteer.h"
#include "dramatis-language.h"
#include "dramatis-time-finder.h"

/* So far there are tables of names for one language only. */
#define NAMES_LANGUAGE "en"

/**
 * DramatisExtractor:
 *
 * Reads actors, times and events out of plain text, by rules and tables, without a network or a model.
 *
 * The same text, publication date and names give the same result, whatever the clock and the locale say.
 * An extractor may be used from one thread at a time. How to add a name, a rule or a language is written
 * in the README of this folder.
 */
struct _DramatisExtractor
{
  char              *language;   /* NULL: that of the text */
  DramatisGazetteer *gazetteer;
  GHashTable        *grammars;   /* language → DramatisTimeGrammar */
  gboolean           skips_events;
};

/* The rules of a language, which are loaded when a text first asks for them. */
static DramatisTimeGrammar *
ensure_grammar (DramatisExtractor *self,
                const char        *text)
{
  g_autofree char *language = dramatis_language_choose (self->language, text);
  DramatisTimeGrammar *grammar = g_hash_table_lookup (self->grammars, language);

  if (grammar == NULL)
    {
      grammar = dramatis_time_grammar_new (language, dramatis_gazetteer_get_lexicon (self->gazetteer));
      g_hash_table_insert (self->grammars, g_steal_pointer (&language), grammar);
    }

  return grammar;
}

/**
 * dramatis_extractor_new:
 * @language: (nullable): a BCP 47 language tag, or %NULL if each text has to show its own
 *
 * Creates an extractor for texts in a language. What has no rules for the language is found with the
 * English ones.
 *
 * Returns: (transfer full): a new extractor
 */
DramatisExtractor *
dramatis_extractor_new (const char *language)
{
  DramatisExtractor *self = g_new0 (DramatisExtractor, 1);

  self->language = g_strdup (language);
  self->gazetteer = dramatis_gazetteer_new (NAMES_LANGUAGE);
  self->grammars = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) dramatis_time_grammar_free);

  return self;
}

/**
 * dramatis_extractor_free:
 * @self: (transfer full): an extractor
 *
 * Frees an extractor.
 */
void
dramatis_extractor_free (DramatisExtractor *self)
{
  g_hash_table_unref (self->grammars);
  g_free (self->language);
  dramatis_gazetteer_free (self->gazetteer);
  g_free (self);
}

/**
 * dramatis_extractor_add_actor:
 * @self: an extractor
 * @name: the preferred name of an actor
 * @kind: what it is
 * @aliases: (nullable) (array zero-terminated=1): its other names
 *
 * Makes the names of an actor known, before all that the tables say of them.
 *
 * Returns: a number for the actor
 */
guint
dramatis_extractor_add_actor (DramatisExtractor  *self,
                              const char         *name,
                              DramatisActorKind   kind,
                              const char * const *aliases)
{
  DramatisNameMatch match;
  guint entity;

  /* one that the tables have keeps the names that they have for it */
  if (dramatis_gazetteer_find (self->gazetteer, name, &match)
      && match.role == DRAMATIS_NAME_PROPER
      && dramatis_gazetteer_get_entity (self->gazetteer, match.entity)->kind == kind
      && !dramatis_gazetteer_get_entity (self->gazetteer, match.entity)->concept)
    entity = match.entity;
  else
    entity = dramatis_gazetteer_add_entity (self->gazetteer, name, kind);

  for (guint i = 0; aliases != NULL && aliases[i] != NULL; i++)
    {
      gboolean known = dramatis_gazetteer_find (self->gazetteer, aliases[i], &match);

      /* a capital stays one, which is not the state where somebody can be in it */
      if (!known || match.entity != entity)
        dramatis_gazetteer_add_name (self->gazetteer, entity, aliases[i],
                                     known ? match.role : DRAMATIS_NAME_PROPER);
    }

  return entity;
}

/**
 * dramatis_extractor_skip_events:
 * @self: an extractor
 *
 * Leaves events out of what is found: actors and times alone take about two thirds of the time.
 */
void
dramatis_extractor_skip_events (DramatisExtractor *self)
{
  self->skips_events = TRUE;
}

/**
 * dramatis_extractor_extract:
 * @self: an extractor
 * @text: valid UTF-8
 * @published: (nullable): when the text was published
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads a text, in a time that grows with its length.
 *
 * Returns: (transfer full): what was found, or %NULL if it was cancelled
 */
DramatisExtraction *
dramatis_extractor_extract (DramatisExtractor  *self,
                            const char         *text,
                            DramatisTime       *published,
                            GCancellable       *cancellable,
                            GError            **error)
{
  g_autoptr (DramatisExtraction) extraction = dramatis_extraction_new ();
  g_autoptr (GArray) tokens = NULL;
  const DramatisTimeGrammar *grammar;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  grammar = ensure_grammar (self, text);
  dramatis_gazetteer_sort (self->gazetteer);
  extraction->length = g_utf8_strlen (text, -1);
  tokens = dramatis_tokens_new (text, dramatis_gazetteer_get_lexicon (self->gazetteer),
                                dramatis_gazetteer_get_abbreviations (self->gazetteer));

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  dramatis_actor_finder_find (self->gazetteer, text, tokens, extraction);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  dramatis_time_finder_find (grammar, text, tokens, published, extraction);
  if (!self->skips_events)
    dramatis_event_finder_find (grammar, text, tokens, extraction);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return g_steal_pointer (&extraction);
}
