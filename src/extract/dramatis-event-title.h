/* dramatis-event-title.h: what happened, in a few words
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-sentence.h"

G_BEGIN_DECLS

/**
 * DRAMATIS_EVENT_TITLE_LENGTH:
 *
 * The greatest length of a title in code points.
 */
#define DRAMATIS_EVENT_TITLE_LENGTH 80

/**
 * DramatisWords:
 * @first: the first token
 * @end: the token after the last one
 *
 * Tokens that stand together.
 */
typedef struct
{
  guint first;
  guint end;
} DramatisWords;

/**
 * DramatisEventTitle:
 * @subject: the words that stand before the clause, or none
 * @clause: the clause
 * @verb: the verb, or the end of the clause
 * @time: what is left out of it, or nothing
 * @aside: the bracket in which the time stands, or the time
 *
 * The words that say what happened.
 */
typedef struct
{
  DramatisWords subject;
  DramatisWords clause;
  guint         verb;
  DramatisWords time;
  guint         aside;
} DramatisEventTitle;

gboolean  dramatis_event_title_choose (DramatisEventTitle       *self,
                                       const DramatisSentence   *sentence,
                                       const DramatisWords      *time,
                                       const DramatisWords      *times);
char     *dramatis_event_title_write  (const DramatisEventTitle *self,
                                       const DramatisSentence   *sentence,
                                       const char               *name);

G_END_DECLS
