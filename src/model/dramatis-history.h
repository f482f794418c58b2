/* dramatis-history.h: undoable edits
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dramatis-types.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_HISTORY (dramatis_history_get_type ())

G_DECLARE_FINAL_TYPE (DramatisHistory, dramatis_history, DRAMATIS, HISTORY, GObject)

/* Properties: can-undo, can-redo, undo-label, redo-label (what would be undone, translated; NULL if nothing).
 * Signals: "changed", once after each level that is ended, undone or redone; "spliced". */

DramatisHistory *dramatis_history_new            (gpointer         owner);
void             dramatis_history_begin          (DramatisHistory *self,
                                                  const char      *label);
void             dramatis_history_resume         (DramatisHistory *self,
                                                  const char      *label,
                                                  guint            serial);
void             dramatis_history_set            (DramatisHistory *self,
                                                  gpointer         object,
                                                  const char      *first_property,
                                                  ...) G_GNUC_NULL_TERMINATED;
void             dramatis_history_set_valist     (DramatisHistory *self,
                                                  gpointer         object,
                                                  const char      *first_property,
                                                  va_list          args);
void             dramatis_history_splice         (DramatisHistory *self,
                                                  GListStore      *store,
                                                  guint            position,
                                                  guint            n_removals,
                                                  gpointer        *additions,
                                                  guint            n_additions);
void             dramatis_history_end            (DramatisHistory *self);
void             dramatis_history_undo           (DramatisHistory *self);
void             dramatis_history_redo           (DramatisHistory *self);
void             dramatis_history_clear          (DramatisHistory *self);
gboolean         dramatis_history_get_can_undo   (DramatisHistory *self);
gboolean         dramatis_history_get_can_redo   (DramatisHistory *self);
const char      *dramatis_history_get_undo_label (DramatisHistory *self);
gboolean         dramatis_history_get_replaying  (DramatisHistory *self);
guint            dramatis_history_get_serial     (DramatisHistory *self);
const char      *dramatis_history_get_redo_label (DramatisHistory *self);

/* For a thread that reads the model: between the two, edits wait. Keep it short. */
void             dramatis_history_reader_lock    (DramatisHistory *self);
void             dramatis_history_reader_unlock  (DramatisHistory *self);

G_END_DECLS
