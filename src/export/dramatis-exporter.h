/* dramatis-exporter.h: the formats that a dossier can be exported to
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-excerpt.h"

G_BEGIN_DECLS

/**
 * DramatisContents:
 * @DRAMATIS_CONTENTS_PASSAGES: the text
 * @DRAMATIS_CONTENTS_ACTORS: the actors
 * @DRAMATIS_CONTENTS_EVENTS: the events
 * @DRAMATIS_CONTENTS_NOTES: the notes
 *
 * What of an excerpt a format holds.
 */
typedef enum
{
  DRAMATIS_CONTENTS_PASSAGES = 1 << 0,
  DRAMATIS_CONTENTS_ACTORS   = 1 << 1,
  DRAMATIS_CONTENTS_EVENTS   = 1 << 2,
  DRAMATIS_CONTENTS_NOTES    = 1 << 3,
} DramatisContents;

typedef struct _DramatisExporter DramatisExporter;

const DramatisExporter *dramatis_exporter_get            (const char             *name);
const DramatisExporter *dramatis_exporter_get_nth        (guint                   n);
DramatisContents        dramatis_exporter_get_contents   (const DramatisExporter *self);
const char             *dramatis_exporter_get_media_type (const DramatisExporter *self);
const char             *dramatis_exporter_get_name       (const DramatisExporter *self);
const char             *dramatis_exporter_get_suffix     (const DramatisExporter *self);
const char             *dramatis_exporter_get_title      (const DramatisExporter *self);
gboolean                dramatis_exporter_has_groups     (const DramatisExporter *self);
GBytes                 *dramatis_exporter_write          (const DramatisExporter *self,
                                                          const DramatisExcerpt  *excerpt,
                                                          DramatisGroup           group);

G_END_DECLS
