/* dramatis-autosave.h: keeps the file of a dossier up to date
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-dossier.h"
#include "dramatis-file.h"

G_BEGIN_DECLS

/**
 * DramatisAutosaveState:
 * @DRAMATIS_AUTOSAVE_STATE_SAVED: everything is in the file
 * @DRAMATIS_AUTOSAVE_STATE_PENDING: something was edited and will be written in a moment
 * @DRAMATIS_AUTOSAVE_STATE_SAVING: the file is being written
 * @DRAMATIS_AUTOSAVE_STATE_FAILED: the file could not be written
 *
 * Whether the file is up to date.
 */
typedef enum
{
  DRAMATIS_AUTOSAVE_STATE_SAVED,
  DRAMATIS_AUTOSAVE_STATE_PENDING,
  DRAMATIS_AUTOSAVE_STATE_SAVING,
  DRAMATIS_AUTOSAVE_STATE_FAILED,
} DramatisAutosaveState;

#define DRAMATIS_TYPE_AUTOSAVE (dramatis_autosave_get_type ())

G_DECLARE_FINAL_TYPE (DramatisAutosave, dramatis_autosave, DRAMATIS, AUTOSAVE, GObject)

DramatisAutosave      *dramatis_autosave_new          (DramatisDossier          *dossier,
                                                       GFile                    *file,
                                                       const DramatisFileStamp  *stamp);
const GError          *dramatis_autosave_get_error    (DramatisAutosave         *self);
GFile                 *dramatis_autosave_get_file     (DramatisAutosave         *self);
DramatisAutosaveState  dramatis_autosave_get_state    (DramatisAutosave         *self);
void                   dramatis_autosave_set_file     (DramatisAutosave         *self,
                                                       GFile                    *file);
void                   dramatis_autosave_schedule     (DramatisAutosave         *self);
void                   dramatis_autosave_flush_async  (DramatisAutosave         *self,
                                                       GCancellable             *cancellable,
                                                       GAsyncReadyCallback       callback,
                                                       gpointer                  user_data);
gboolean               dramatis_autosave_flush_finish (DramatisAutosave         *self,
                                                       GAsyncResult             *result,
                                                       GError                  **error);

G_END_DECLS
