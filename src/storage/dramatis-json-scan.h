/* dramatis-json-scan.h: what is wrong with a text as JSON
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-fault.h"

G_BEGIN_DECLS

/* How deep arrays and objects may be nested. json-glib 1.6 recurses, and runs out of stack at some 100,000. */
#define DRAMATIS_JSON_DEPTH_MAX 200

/**
 * DramatisJsonSlice:
 * @start: where it begins, in bytes
 * @length: how long it is, in bytes
 *
 * Where a value stands in a text.
 */
typedef struct
{
  gsize start;
  gsize length;
} DramatisJsonSlice;

/**
 * DramatisJsonList:
 * @name: the name of a member of the root
 * @elements: (nullable) (element-type DramatisJsonSlice): where its elements stand, %NULL if it is no array with any
 *
 * An array that is too long to be parsed as a whole.
 */
typedef struct
{
  const char *name;
  GArray     *elements;
} DramatisJsonList;

GBytes *dramatis_json_scan (GBytes           *bytes,
                            DramatisJsonList *lists,
                            guint             n_lists,
                            GPtrArray        *faults);

G_END_DECLS
