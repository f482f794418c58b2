/* dramatis-enums.h: the fixed vocabularies of a dossier
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The nicks of all of these (glib-mkenums: lower case, hyphens) are the words of the dossier file and of
 * the command line: see dramatis_enum_to_nick(). */

/**
 * DramatisStatus:
 * @DRAMATIS_STATUS_SUGGESTED: found by the program, not yet looked at
 * @DRAMATIS_STATUS_CONFIRMED: confirmed, made or edited by a person
 * @DRAMATIS_STATUS_REJECTED: rejected by a person; kept only so that it is not suggested again
 *
 * What a person has said of an actor, a mention or an event.
 */
typedef enum
{
  DRAMATIS_STATUS_SUGGESTED,
  DRAMATIS_STATUS_CONFIRMED,
  DRAMATIS_STATUS_REJECTED,
} DramatisStatus;

/**
 * DramatisPassageKind:
 * @DRAMATIS_PASSAGE_KIND_HEADING: a heading
 * @DRAMATIS_PASSAGE_KIND_PARAGRAPH: running text
 * @DRAMATIS_PASSAGE_KIND_QUOTATION: a block quotation
 * @DRAMATIS_PASSAGE_KIND_LIST_ITEM: one item of a list
 * @DRAMATIS_PASSAGE_KIND_FOOTNOTE: a footnote
 *
 * What a passage is in its article.
 */
typedef enum
{
  DRAMATIS_PASSAGE_KIND_HEADING,
  DRAMATIS_PASSAGE_KIND_PARAGRAPH,
  DRAMATIS_PASSAGE_KIND_QUOTATION,
  DRAMATIS_PASSAGE_KIND_LIST_ITEM,
  DRAMATIS_PASSAGE_KIND_FOOTNOTE,
} DramatisPassageKind;

/**
 * DramatisActorKind:
 * @DRAMATIS_ACTOR_KIND_PERSON: a person
 * @DRAMATIS_ACTOR_KIND_STATE: a state, present or former
 * @DRAMATIS_ACTOR_KIND_ORGANISATION: an organisation, party, company, agency, medium
 * @DRAMATIS_ACTOR_KIND_ALLIANCE: an alliance or other grouping of states
 * @DRAMATIS_ACTOR_KIND_PLACE: a place that is spoken of as one
 * @DRAMATIS_ACTOR_KIND_GROUP: a group of people without an organisation
 *
 * What an actor is, in the order in which the actor panel groups them.
 */
typedef enum
{
  DRAMATIS_ACTOR_KIND_PERSON,
  DRAMATIS_ACTOR_KIND_STATE,
  DRAMATIS_ACTOR_KIND_ORGANISATION,
  DRAMATIS_ACTOR_KIND_ALLIANCE,
  DRAMATIS_ACTOR_KIND_GROUP,
  DRAMATIS_ACTOR_KIND_PLACE,
} DramatisActorKind;

/**
 * DramatisColour:
 * @DRAMATIS_COLOUR_AUTOMATIC: none chosen: the session gives one
 *
 * The named palette of actors, notes and tags. Colours are names, not numbers, so that the style sheets
 * can give each a shade that is legible in light, dark and high contrast.
 */
typedef enum
{
  DRAMATIS_COLOUR_AUTOMATIC,
  DRAMATIS_COLOUR_BLUE,
  DRAMATIS_COLOUR_RED,
  DRAMATIS_COLOUR_GREEN,
  DRAMATIS_COLOUR_ORANGE,
  DRAMATIS_COLOUR_PURPLE,
  DRAMATIS_COLOUR_TEAL,
  DRAMATIS_COLOUR_PINK,
  DRAMATIS_COLOUR_YELLOW,
  DRAMATIS_COLOUR_BROWN,
  DRAMATIS_COLOUR_SLATE,
  DRAMATIS_COLOUR_LIME,
  DRAMATIS_COLOUR_CYAN,
} DramatisColour;

#define DRAMATIS_N_COLOURS (DRAMATIS_COLOUR_CYAN + 1)

/* Automatic and the eight that can be told apart as the ground of text: what notes and tags are offered. */
#define DRAMATIS_N_HIGHLIGHT_COLOURS (DRAMATIS_COLOUR_YELLOW + 1)

/**
 * DramatisMatch:
 * @DRAMATIS_MATCH_ANY: one of the actors is enough
 * @DRAMATIS_MATCH_ALL: all of the actors are needed
 *
 * How several actors of a filter combine.
 */
typedef enum
{
  DRAMATIS_MATCH_ANY,
  DRAMATIS_MATCH_ALL,
} DramatisMatch;

/**
 * DramatisHitKind:
 * @DRAMATIS_HIT_PASSAGE: a place in the text of a passage
 * @DRAMATIS_HIT_NOTE: a note, by its text, its quotes and its tags
 * @DRAMATIS_HIT_ACTOR: an actor, by its names
 * @DRAMATIS_HIT_EVENT: an event, by its title and its evidence
 *
 * Where words that are looked for can be found.
 */
typedef enum
{
  DRAMATIS_HIT_PASSAGE,
  DRAMATIS_HIT_NOTE,
  DRAMATIS_HIT_ACTOR,
  DRAMATIS_HIT_EVENT,
} DramatisHitKind;

#define DRAMATIS_N_HIT_KINDS (DRAMATIS_HIT_EVENT + 1)

/**
 * DramatisPrecision:
 * @DRAMATIS_PRECISION_DAY: a day
 * @DRAMATIS_PRECISION_MONTH: a month
 * @DRAMATIS_PRECISION_SEASON: a season, quarter or half of a year
 * @DRAMATIS_PRECISION_YEAR: a year
 * @DRAMATIS_PRECISION_DECADE: a decade
 * @DRAMATIS_PRECISION_CENTURY: a century or less precise
 *
 * How exactly one end of a time is known.
 */
typedef enum
{
  DRAMATIS_PRECISION_DAY,
  DRAMATIS_PRECISION_MONTH,
  DRAMATIS_PRECISION_SEASON,
  DRAMATIS_PRECISION_YEAR,
  DRAMATIS_PRECISION_DECADE,
  DRAMATIS_PRECISION_CENTURY,
} DramatisPrecision;

const char *dramatis_enum_to_nick   (GType       type,
                                     int         value);
gboolean    dramatis_enum_from_nick (GType       type,
                                     const char *nick,
                                     int        *value);

G_END_DECLS
