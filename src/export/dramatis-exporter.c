/* dramatis-exporter.c: the formats that a dossier can be exported to
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-exporter-private.h"

#include <glib/gi18n-lib.h>

/* In the order in which they are offered. */
static const DramatisExporter * const exporters[] = {
  &dramatis_markdown_exporter,
  &dramatis_html_exporter,
  &dramatis_csv_notes_exporter,
  &dramatis_csv_events_exporter,
  &dramatis_csv_actors_exporter,
  &dramatis_json_exporter,
};

/* A day in words, as the times of events are written. */
char *
dramatis_exporter_format_date (GDateTime *date)
{
  g_autofree char *edtf = g_date_time_format (date, "%Y-%m-%d");
  g_autoptr (DramatisTime) time = dramatis_time_new (edtf, NULL);

  return time != NULL ? dramatis_time_to_text (time) : g_steal_pointer (&edtf);
}

/**
 * dramatis_exporter_get:
 * @name: the name of a format
 *
 * Finds a format by its name.
 *
 * Returns: (transfer none) (nullable): the exporter, or %NULL if there is no such format
 */
const DramatisExporter *
dramatis_exporter_get (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (exporters); i++)
    if (g_str_equal (exporters[i]->name, name))
      return exporters[i];

  return NULL;
}

/**
 * dramatis_exporter_get_nth:
 * @n: a number, from 0
 *
 * Gets one format after the other, in the order in which they are offered.
 *
 * Returns: (transfer none) (nullable): the exporter, or %NULL if there are no more
 */
const DramatisExporter *
dramatis_exporter_get_nth (guint n)
{
  return n < G_N_ELEMENTS (exporters) ? exporters[n] : NULL;
}

/**
 * dramatis_exporter_get_contents:
 * @self: an exporter
 *
 * Tells what of an excerpt the format holds.
 *
 * Returns: what it holds
 */
DramatisContents
dramatis_exporter_get_contents (const DramatisExporter *self)
{
  return self->contents;
}

/**
 * dramatis_exporter_get_media_type:
 * @self: an exporter
 *
 * Tells the media type of what is written.
 *
 * Returns: (transfer none): for example `text/html`
 */
const char *
dramatis_exporter_get_media_type (const DramatisExporter *self)
{
  return self->media_type;
}

/**
 * dramatis_exporter_get_name:
 * @self: an exporter
 *
 * Tells the name of the format on the command line.
 *
 * Returns: (transfer none): for example `csv-notes`
 */
const char *
dramatis_exporter_get_name (const DramatisExporter *self)
{
  return self->name;
}

/**
 * dramatis_exporter_get_suffix:
 * @self: an exporter
 *
 * Tells how the names of files of the format end.
 *
 * Returns: (transfer none): the suffix, without a dot
 */
const char *
dramatis_exporter_get_suffix (const DramatisExporter *self)
{
  return self->suffix;
}

/**
 * dramatis_exporter_get_title:
 * @self: an exporter
 *
 * Tells what the format is called where a person chooses one.
 *
 * Returns: (transfer none): a few words, translated
 */
const char *
dramatis_exporter_get_title (const DramatisExporter *self)
{
  return _(self->title);
}

/**
 * dramatis_exporter_has_groups:
 * @self: an exporter
 *
 * Tells whether the format puts notes under headings, so that it matters by what they are grouped.
 *
 * Returns: whether it does
 */
gboolean
dramatis_exporter_has_groups (const DramatisExporter *self)
{
  return self->has_groups;
}

/**
 * dramatis_exporter_write:
 * @self: an exporter
 * @excerpt: what to write
 * @group: by what notes are grouped, if the format has groups
 *
 * Writes what of a dossier passes a filter.
 *
 * The same excerpt gives the same bytes at any time. From a thread of its own, hold
 * dramatis_history_reader_lock() meanwhile.
 *
 * Returns: (transfer full): the whole file
 */
GBytes *
dramatis_exporter_write (const DramatisExporter *self,
                         const DramatisExcerpt  *excerpt,
                         DramatisGroup           group)
{
  return self->write (excerpt, group);
}
