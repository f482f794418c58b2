/* dramatis-compat.h: what differs between toolkits, and what they do too slowly or too early
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * DramatisPickMode:
 * @DRAMATIS_PICK_MODE_OPEN: one file that exists
 * @DRAMATIS_PICK_MODE_OPEN_MULTIPLE: one or more files that exist
 * @DRAMATIS_PICK_MODE_SAVE: a name to write to
 *
 * What a person is to pick.
 */
typedef enum
{
  DRAMATIS_PICK_MODE_OPEN,
  DRAMATIS_PICK_MODE_OPEN_MULTIPLE,
  DRAMATIS_PICK_MODE_SAVE,
} DramatisPickMode;

/**
 * DramatisPickOptions:
 * @mode: what is to be picked
 * @title: (nullable): the title of the dialog
 * @accept_label: (nullable): the button that takes what is picked, with a mnemonic
 * @initial_name: (nullable): the name to begin with, for saving
 * @initial_folder: (nullable): the folder to begin in
 * @filters: (nullable): a list of [class@Gtk.FileFilter], the first of which is active
 *
 * How [func@pick_file_async] asks.
 */
typedef struct
{
  DramatisPickMode  mode;
  const char       *title;
  const char       *accept_label;
  const char       *initial_name;
  GFile            *initial_folder;
  GListModel       *filters;
} DramatisPickOptions;

/**
 * DramatisResponse:
 * @id: what [func@confirm_finish] returns for it, a static string
 * @label: its button, with a mnemonic
 * @appearance: how its button looks
 *
 * One answer to a question.
 */
typedef struct
{
  const char            *id;
  const char            *label;
  AdwResponseAppearance  appearance;
} DramatisResponse;

void        dramatis_pick_file_async    (GtkWindow                 *parent,
                                         const DramatisPickOptions *options,
                                         GCancellable              *cancellable,
                                         GAsyncReadyCallback        callback,
                                         gpointer                   user_data);
GFile      *dramatis_pick_file_finish   (GtkWindow                 *parent,
                                         GAsyncResult              *result,
                                         GError                   **error);
GListModel *dramatis_pick_files_finish  (GtkWindow                 *parent,
                                         GAsyncResult              *result,
                                         GError                   **error);
void        dramatis_confirm_async      (GtkWindow                 *parent,
                                         const char                *heading,
                                         const char                *body,
                                         const DramatisResponse    *responses,
                                         guint                      n_responses,
                                         GAsyncReadyCallback        callback,
                                         gpointer                   user_data);
const char *dramatis_confirm_finish     (GtkWindow                 *parent,
                                         GAsyncResult              *result);
void        dramatis_widget_get_colour  (GtkWidget                 *widget,
                                         GdkRGBA                   *colour);
void        dramatis_widget_set_tooltip (GtkWidget                 *widget,
                                         const char                *text);
void        dramatis_widget_call_later  (GtkWidget                 *widget,
                                         guint                     *tick,
                                         guint                      n_frames,
                                         void                     (*callback) (GtkWidget *widget));

G_END_DECLS
