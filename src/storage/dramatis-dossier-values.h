/* dramatis-dossier-values.h: the values of members in a dossier file
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-dossier-ids.h"
#include "dramatis-time.h"

G_BEGIN_DECLS

/**
 * DramatisDossierParse:
 * @check: where faults are gathered
 * @ids: the identifiers of the file, as far as they are known
 * @newer: whether the file is of a later version of the format
 * @text: what may be parsed of the file
 * @parser: parses one element of a list after another
 *
 * What is known while a dossier file is being read. Whatever these functions read that is at fault they report.
 */
typedef struct
{
  DramatisJsonCheck   check;
  DramatisDossierIds *ids;
  gboolean            newer;
  const char         *text;
  JsonParser         *parser;
} DramatisDossierParse;

void          dramatis_dossier_keep_extra      (DramatisDossierParse    *self,
                                                GString                **extra,
                                                const char              *name,
                                                JsonNode                *node);
char         *dramatis_dossier_end_extra       (GString                 *extra);
gboolean      dramatis_dossier_read_word       (DramatisDossierParse    *self,
                                                const DramatisJsonPath  *path,
                                                JsonNode                *node,
                                                GType                    words,
                                                int                     *value);
DramatisTime *dramatis_dossier_read_time       (DramatisDossierParse    *self,
                                                const DramatisJsonPath  *path,
                                                JsonNode                *node);
GDateTime    *dramatis_dossier_read_date_time  (DramatisDossierParse    *self,
                                                const DramatisJsonPath  *path,
                                                JsonNode                *node);
GStrv         dramatis_dossier_read_texts      (DramatisDossierParse    *self,
                                                const DramatisJsonPath  *path,
                                                JsonNode                *node);
GStrv         dramatis_dossier_read_references (DramatisDossierParse    *self,
                                                const DramatisJsonPath  *path,
                                                JsonNode                *node,
                                                DramatisThingKind        kind);
GArray       *dramatis_dossier_read_mentions   (DramatisDossierParse    *self,
                                                const DramatisJsonPath  *path,
                                                JsonNode                *node,
                                                glong                    length);
GPtrArray    *dramatis_dossier_read_anchors    (DramatisDossierParse    *self,
                                                const DramatisJsonPath  *path,
                                                JsonNode                *node);

G_END_DECLS
