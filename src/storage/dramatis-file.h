/* dramatis-file.h: reading files whole and replacing them whole
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* No larger file is read, in bytes. The tree that json-glib makes of one takes some eight times its size. */
#define DRAMATIS_FILE_SIZE_MAX (512 * 1024 * 1024)

/**
 * DramatisFileStamp:
 * @device: the file system; all members are 0 if nothing is known of the file
 * @inode: the file in it: another one after each replacement
 * @size: its size in bytes
 * @modified: when it was modified, in seconds since 1970
 * @nanoseconds: and nanoseconds
 *
 * By what a file is known again: as long as it is the same, nobody else has written it.
 */
typedef struct
{
  guint64 device;
  guint64 inode;
  guint64 size;
  gint64  modified;
  gint64  nanoseconds;
} DramatisFileStamp;

GBytes   *dramatis_file_read    (const char         *path,
                                 DramatisFileStamp  *stamp,
                                 GError            **error);
GBytes   *dramatis_file_read_fd (int                 fd,
                                 GError            **error);
gboolean  dramatis_file_replace (const char         *path,
                                 GBytes             *bytes,
                                 DramatisFileStamp  *stamp,
                                 GError            **error);

G_END_DECLS
