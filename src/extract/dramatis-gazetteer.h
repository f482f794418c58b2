/* dramatis-gazetteer.h: names and words that are known beforehand
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-enums.h"
#include "dramatis-tokens.h"

G_BEGIN_DECLS

/**
 * DramatisWordClass:
 *
 * What a word can be in a name, or say of the name beside it.
 *
 * The words are in `actors.json` of a language; the README of this folder has a table of what each class does.
 */
typedef enum
{
  DRAMATIS_WORD_HONORIFIC       = 1 << 0,
  DRAMATIS_WORD_TITLE           = 1 << 1,
  DRAMATIS_WORD_RANK            = 1 << 2,
  DRAMATIS_WORD_WEEKDAY         = 1 << 3,
  DRAMATIS_WORD_PARTICLE        = 1 << 4,
  DRAMATIS_WORD_ORGANISATION    = 1 << 5,
  DRAMATIS_WORD_ORGANISATION_OF = 1 << 6,
  DRAMATIS_WORD_PLACE           = 1 << 7,
  DRAMATIS_WORD_PLACE_OF        = 1 << 8,
  DRAMATIS_WORD_EVENT           = 1 << 9,
  DRAMATIS_WORD_SPEECH          = 1 << 10,
  DRAMATIS_WORD_LOCATIVE        = 1 << 11,
  DRAMATIS_WORD_STARTER         = 1 << 12,
  DRAMATIS_WORD_NO_ACRONYM      = 1 << 13,
  DRAMATIS_WORD_CONCEPT         = 1 << 14,
  DRAMATIS_WORD_CITY            = 1 << 15,
  DRAMATIS_WORD_OWNERS          = 1 << 16,
  DRAMATIS_WORD_LANGUAGE_BEFORE = 1 << 17,
  DRAMATIS_WORD_LANGUAGE_AFTER  = 1 << 18,
  DRAMATIS_WORD_WITHIN          = 1 << 19,
  DRAMATIS_WORD_MOTION          = 1 << 20,
  DRAMATIS_WORD_EVENT_FIRST     = 1 << 21,
  DRAMATIS_WORD_COMPANY_END     = 1 << 22,
} DramatisWordClass;

/**
 * DramatisNameRole:
 * @DRAMATIS_NAME_PROPER: the thing's own name
 * @DRAMATIS_NAME_DEMONYM: the adjective or the people of a state
 * @DRAMATIS_NAME_CAPITAL: the seat of a state's government
 *
 * How a name names an entity.
 */
typedef enum
{
  DRAMATIS_NAME_PROPER,
  DRAMATIS_NAME_DEMONYM,
  DRAMATIS_NAME_CAPITAL,
} DramatisNameRole;

/**
 * DramatisEntity:
 * @name: the preferred name
 * @kind: what it is
 * @concept: whether it only looks like an actor: a war, a feast, a language
 *
 * Something that a gazetteer names.
 */
typedef struct
{
  const char        *name;
  DramatisActorKind  kind;
  gboolean           concept;
} DramatisEntity;

/**
 * DramatisNameMatch:
 * @entity: the number of the entity
 * @role: how the name names it
 * @n_tokens: how many tokens the name has
 *
 * A name of a gazetteer that was found in a text.
 */
typedef struct
{
  guint            entity;
  DramatisNameRole role;
  guint            n_tokens;
} DramatisNameMatch;

/**
 * DramatisWordList:
 * @DRAMATIS_WORD_LIST_DICTIONARY: the words that the language writes in lower case
 * @DRAMATIS_WORD_LIST_GIVEN_NAMES: given names of people
 * @DRAMATIS_WORD_LIST_SURNAMES: surnames of people
 * @DRAMATIS_WORD_LIST_PLACES: names of towns and regions, of one or more words
 *
 * Lists in which words are only looked up.
 */
typedef enum
{
  DRAMATIS_WORD_LIST_DICTIONARY,
  DRAMATIS_WORD_LIST_GIVEN_NAMES,
  DRAMATIS_WORD_LIST_SURNAMES,
  DRAMATIS_WORD_LIST_PLACES,
} DramatisWordList;

typedef struct _DramatisGazetteer DramatisGazetteer;

DramatisGazetteer     *dramatis_gazetteer_new               (const char               *language);
void                   dramatis_gazetteer_free              (DramatisGazetteer        *self);
DramatisLexicon       *dramatis_gazetteer_get_lexicon       (DramatisGazetteer        *self);
GHashTable            *dramatis_gazetteer_get_abbreviations (DramatisGazetteer        *self);
void                   dramatis_gazetteer_add_name          (DramatisGazetteer        *self,
                                                             guint                     entity,
                                                             const char               *name,
                                                             DramatisNameRole          role);
guint                  dramatis_gazetteer_add_entity        (DramatisGazetteer        *self,
                                                             const char               *name,
                                                             DramatisActorKind         kind);
void                   dramatis_gazetteer_sort              (DramatisGazetteer        *self);
gboolean               dramatis_gazetteer_find              (const DramatisGazetteer  *self,
                                                             const char               *name,
                                                             DramatisNameMatch        *match);
const DramatisEntity  *dramatis_gazetteer_get_entity        (const DramatisGazetteer  *self,
                                                             guint                     entity);
gboolean               dramatis_gazetteer_match             (const DramatisGazetteer  *self,
                                                             GArray                   *tokens,
                                                             guint                     index,
                                                             DramatisNameMatch        *match);
gboolean               dramatis_gazetteer_match_upper       (const DramatisGazetteer  *self,
                                                             const char               *text,
                                                             const DramatisToken      *token,
                                                             DramatisNameMatch        *match);
guint                  dramatis_gazetteer_get_classes       (const DramatisGazetteer  *self,
                                                             const DramatisToken      *token);
gboolean               dramatis_gazetteer_lists             (const DramatisGazetteer  *self,
                                                             DramatisWordList          list,
                                                             const char               *word,
                                                             gsize                     n_bytes);

GBytes                *dramatis_extract_data_lookup         (const char               *path);
GStrv                  dramatis_extract_data_list           (const char               *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DramatisGazetteer, dramatis_gazetteer_free)

G_END_DECLS
