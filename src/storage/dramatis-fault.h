/* dramatis-fault.h: what is wrong with a file, and where
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DramatisFault:
 * @path: the place: a JSON Pointer (RFC 6901), or `LINE:COLUMN`, both from 1 and in code points, where the file
 *   is not JSON
 * @reason: what is wrong, one sentence, translated
 *
 * One thing that is wrong with a file. Neither string has a control character: each fault is one line.
 */
typedef struct
{
  char *path;
  char *reason;
} DramatisFault;

DramatisFault *dramatis_fault_new           (const char    *path,
                                             const char    *reason);
void           dramatis_fault_free          (DramatisFault *self);
GPtrArray     *dramatis_faults_new          (void);
void           dramatis_json_pointer_append (GString       *pointer,
                                             const char    *name,
                                             gssize         length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DramatisFault, dramatis_fault_free)

G_END_DECLS
