/* dramatis-exporter.h: the formats that a dossier can be exported to
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-excerpt.h"

G_BEGIN_DECLS

typedef struct _DramatisExporter DramatisExporter;

const DramatisExporter *dramatis_exporter_get            (const char             *name);
const DramatisExporter *dramatis_exporter_get_nth        (guint                   n);
const char             *dramatis_exporter_get_media_type (const DramatisExporter *self);
const char             *dramatis_exporter_get_name       (const DramatisExporter *self);
const char             *dramatis_exporter_get_suffix     (const DramatisExporter *self);
const char             *dramatis_exporter_get_title      (const DramatisExporter *self);
gboolean                dramatis_exporter_has_groups     (const DramatisExporter *self);
GBytes                 *dramatis_exporter_write          (const DramatisExporter *self,
                                                          const DramatisExcerpt  *excerpt,
                                                          DramatisGroup           group);

G_END_DECLS
