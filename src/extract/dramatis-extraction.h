/* dramatis-extraction.h: what was found in a text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-anchor.h"
#include "dramatis-enums.h"
#include "dramatis-time.h"

G_BEGIN_DECLS

/**
 * DramatisFoundActor:
 * @id: an identifier, unique in the extraction
 * @kind: what it is
 * @name: the best of its names
 * @aliases: (element-type utf8): the other names that the text has for it
 * @candidates: (element-type guint): the indexes of the actors of whom it may be one, because all have its name
 *
 * Someone who is named in a text.
 */
typedef struct
{
  char              *id;
  DramatisActorKind  kind;
  char              *name;
  GPtrArray         *aliases;
  GArray            *candidates;
} DramatisFoundActor;

/**
 * DramatisFoundMention:
 * @range: where, in code points of the whole text
 * @actor: the index of the actor
 *
 * A place where an actor is named.
 */
typedef struct
{
  DramatisRange range;
  guint         actor;
} DramatisFoundMention;

/**
 * DramatisFoundTime:
 * @range: the words, in code points of the whole text
 * @time: (nullable): the time, %NULL if it can't be dated
 * @reference: (nullable): what it was resolved against
 * @rule: the name of the rule that found it
 * @first_token: its first token
 * @end_token: the token after its last one
 *
 * An expression of time.
 */
typedef struct
{
  DramatisRange  range;
  DramatisTime  *time;
  DramatisTime  *reference;
  const char    *rule;
  guint          first_token;
  guint          end_token;
} DramatisFoundTime;

/**
 * DramatisFoundEvidence:
 * @range: the clause, in code points of the whole text
 * @wording: the words of the time
 * @reference: (nullable): what the time was resolved against
 * @rule: the name of the rule that resolved the time
 *
 * Where an event was read.
 */
typedef struct
{
  DramatisRange  range;
  DramatisRange  wording;
  DramatisTime  *reference;
  const char    *rule;
} DramatisFoundEvidence;

/**
 * DramatisFoundEvent:
 * @title: what happened
 * @time: when
 * @actors: (element-type guint): the indexes of the actors in the clause, in text order
 * @evidence: (element-type DramatisFoundEvidence): where it was read, in text order
 *
 * Something that happened at a time.
 */
typedef struct
{
  char         *title;
  DramatisTime *time;
  GArray       *actors;
  GArray       *evidence;
} DramatisFoundEvent;

/**
 * DramatisExtraction:
 * @length: the length of the text in code points
 * @actors: (element-type DramatisFoundActor): in the order in which they are first named
 * @mentions: (element-type DramatisFoundMention): in text order, without overlaps
 * @times: (element-type DramatisFoundTime): in text order, without overlaps
 * @events: (element-type DramatisFoundEvent): in text order
 *
 * What was found in a text.
 */
typedef struct
{
  guint   length;
  GArray *actors;
  GArray *mentions;
  GArray *times;
  GArray *events;
} DramatisExtraction;

DramatisExtraction *dramatis_extraction_new     (void);
void                dramatis_extraction_free    (DramatisExtraction *self);
GArray             *dramatis_found_evidence_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DramatisExtraction, dramatis_extraction_free)

G_END_DECLS
