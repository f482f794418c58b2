/* dramatis-group.h: by what the notes of an export are grouped
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * DramatisGroup:
 * @DRAMATIS_GROUP_ARTICLE: by the article that they are about
 * @DRAMATIS_GROUP_ACTOR: by actor; a note about several stands under each
 * @DRAMATIS_GROUP_DATE: by the date of what they are about
 * @DRAMATIS_GROUP_TAG: by tag; a note with several stands under each
 *
 * By what the notes of an export are grouped. The nicks are words of the command line.
 */
typedef enum
{
  DRAMATIS_GROUP_ARTICLE,
  DRAMATIS_GROUP_ACTOR,
  DRAMATIS_GROUP_DATE,
  DRAMATIS_GROUP_TAG,
} DramatisGroup;

G_END_DECLS
