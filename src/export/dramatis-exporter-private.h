/* dramatis-exporter-private.h: what each format has to give
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-exporter.h"

G_BEGIN_DECLS

struct _DramatisExporter
{
  const char       *name;
  const char       *suffix;
  const char       *media_type;
  const char       *title;
  DramatisContents  contents;
  gboolean          has_groups;
  GBytes         *(*write) (const DramatisExcerpt *excerpt,
                            DramatisGroup          group);
};

extern const DramatisExporter dramatis_csv_actors_exporter;
extern const DramatisExporter dramatis_csv_events_exporter;
extern const DramatisExporter dramatis_csv_notes_exporter;
extern const DramatisExporter dramatis_html_exporter;
extern const DramatisExporter dramatis_json_exporter;
extern const DramatisExporter dramatis_markdown_exporter;

char *dramatis_exporter_format_date (GDateTime *date);

G_END_DECLS
