/* dramatis-json-check.h: taking values out of a JSON tree, and reporting those of a wrong type
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "dramatis-fault.h"

G_BEGIN_DECLS

/**
 * DramatisJsonPath:
 * @parent: (nullable): the place of the object or array that holds it, %NULL for the root
 * @name: (nullable): the name of the member, %NULL for an element of an array
 * @index: which element
 *
 * A place in a JSON tree, linked on the stack of who walks down the tree: it costs nothing while all is well.
 */
typedef struct _DramatisJsonPath DramatisJsonPath;

struct _DramatisJsonPath
{
  const DramatisJsonPath *parent;
  const char             *name;
  guint                   index;
};

/**
 * DramatisJsonCheck:
 * @faults: (element-type DramatisFault): what has been found
 * @reported: (nullable): the places in @faults of values that are not what was written
 *
 * Where faults of a JSON tree are gathered.
 */
typedef struct
{
  GPtrArray  *faults;
  GHashTable *reported;
} DramatisJsonCheck;

gboolean    dramatis_json_check_known   (DramatisJsonCheck       *self,
                                         const DramatisJsonPath  *path);
void        dramatis_json_check_fault   (DramatisJsonCheck       *self,
                                         const DramatisJsonPath  *path,
                                         const char              *format,
                                         ...) G_GNUC_PRINTF (3, 4);
JsonObject *dramatis_json_check_object  (DramatisJsonCheck       *self,
                                         const DramatisJsonPath  *path,
                                         JsonNode                *node);
JsonArray  *dramatis_json_check_array   (DramatisJsonCheck       *self,
                                         const DramatisJsonPath  *path,
                                         JsonNode                *node);
const char *dramatis_json_check_text    (DramatisJsonCheck       *self,
                                         const DramatisJsonPath  *path,
                                         JsonNode                *node);
gboolean    dramatis_json_check_boolean (DramatisJsonCheck       *self,
                                         const DramatisJsonPath  *path,
                                         JsonNode                *node,
                                         gboolean                *value);
gboolean    dramatis_json_check_integer (DramatisJsonCheck       *self,
                                         const DramatisJsonPath  *path,
                                         JsonNode                *node,
                                         gint64                  *value);
JsonNode   *dramatis_json_check_member  (DramatisJsonCheck       *self,
                                         const DramatisJsonPath  *path,
                                         JsonObject              *object,
                                         const char              *name);
const char *dramatis_json_get_text      (JsonObject              *object,
                                         const char              *name);

G_END_DECLS
