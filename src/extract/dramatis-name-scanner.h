/* dramatis-name-scanner.h: the names of a text, one by one
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-gazetteer.h"

G_BEGIN_DECLS

/**
 * DramatisCandidateFlags:
 * @DRAMATIS_CANDIDATE_KNOWN: a gazetteer has it: see the entity
 * @DRAMATIS_CANDIDATE_TITLED: a title or a form of address stands before it
 * @DRAMATIS_CANDIDATE_GIVEN: it begins with a given name
 * @DRAMATIS_CANDIDATE_SPEAKS: a verb of speaking stands beside it
 * @DRAMATIS_CANDIDATE_HEADED: a word in it says what it is
 * @DRAMATIS_CANDIDATE_ACRONYM: it is an acronym
 * @DRAMATIS_CANDIDATE_WORDS: all of its words are also ordinary words
 * @DRAMATIS_CANDIDATE_FIRST: it begins where any word would be written with a capital letter
 * @DRAMATIS_CANDIDATE_HEADLINE: it stands in a line where most words begin with a capital letter
 * @DRAMATIS_CANDIDATE_PLACED: a preposition of place stands before it
 * @DRAMATIS_CANDIDATE_COMPANY: it ends as the names of companies do
 *
 * Why a candidate may be a name.
 */
typedef enum
{
  DRAMATIS_CANDIDATE_KNOWN    = 1 << 0,
  DRAMATIS_CANDIDATE_TITLED   = 1 << 1,
  DRAMATIS_CANDIDATE_GIVEN    = 1 << 2,
  DRAMATIS_CANDIDATE_SPEAKS   = 1 << 3,
  DRAMATIS_CANDIDATE_HEADED   = 1 << 4,
  DRAMATIS_CANDIDATE_ACRONYM  = 1 << 5,
  DRAMATIS_CANDIDATE_WORDS    = 1 << 6,
  DRAMATIS_CANDIDATE_FIRST    = 1 << 7,
  DRAMATIS_CANDIDATE_HEADLINE = 1 << 8,
  DRAMATIS_CANDIDATE_PLACED   = 1 << 9,
  DRAMATIS_CANDIDATE_COMPANY  = 1 << 10,
} DramatisCandidateFlags;

/**
 * DramatisCandidate:
 * @first: its first token
 * @end: the token after its last one
 * @entity: the number of the entity, if a gazetteer has it
 * @kind: what it seems to be
 * @role: how the name names the entity
 * @flags: why it may be a name
 *
 * A part of a text that may name an actor.
 */
typedef struct
{
  guint             first;
  guint             end;
  guint             entity;
  DramatisActorKind kind;
  DramatisNameRole  role;
  guint             flags;
} DramatisCandidate;

GArray *dramatis_name_scanner_scan (const DramatisGazetteer *gazetteer,
                                    const char              *text,
                                    GArray                  *tokens);

G_END_DECLS
