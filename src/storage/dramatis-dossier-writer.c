/* dramatis-dossier-writer.c: writes dossier files
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-dossier-writer.h"

#include <glib/gi18n-lib.h>

#include "dramatis-dossier-text.h"

typedef struct
{
  DramatisDossierSnapshot *snapshot;
  GFile                   *file;
  DramatisFileStamp        stamp;
  guint                    serial;   /* of what was written */
} Write;

static void write_once (GTask *task);

static void
write_free (gpointer data)
{
  Write *job = data;

  g_clear_pointer (&job->snapshot, dramatis_dossier_snapshot_free);
  g_object_unref (job->file);
  g_free (job);
}

static gboolean
has_path (GFile   *file,
          GError **error)
{
  if (g_file_peek_path (file) != NULL)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("Only files on this computer can be written."));

  return FALSE;
}

/**
 * dramatis_dossier_to_bytes:
 * @dossier: a dossier
 *
 * Makes the contents of a dossier's file. For the thread that edits.
 *
 * The same dossier gives the same bytes, and reading and writing a file that this has made changes none.
 *
 * Returns: (transfer full): the contents
 */
GBytes *
dramatis_dossier_to_bytes (DramatisDossier *dossier)
{
  g_autoptr (DramatisDossierSnapshot) snapshot = NULL;

  g_return_val_if_fail (DRAMATIS_IS_DOSSIER (dossier), NULL);

  snapshot = dramatis_dossier_snapshot_new (dossier);

  return dramatis_dossier_snapshot_to_text (snapshot);
}

/**
 * dramatis_dossier_write:
 * @dossier: a dossier
 * @file: where to write it
 * @error: return location for an error
 *
 * Writes a dossier file whole or not at all, whatever there was.
 *
 * Returns: %TRUE, or %FALSE with @error set to a %G_IO_ERROR
 */
gboolean
dramatis_dossier_write (DramatisDossier  *dossier,
                        GFile            *file,
                        GError          **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (DRAMATIS_IS_DOSSIER (dossier), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  if (!has_path (file, error))
    return FALSE;

  bytes = dramatis_dossier_to_bytes (dossier);

  return dramatis_file_replace (g_file_peek_path (file), bytes, NULL, error);
}

/* Returns %TRUE if it is written, %FALSE without an error if the dossier was edited before it could be read. */
static void
write_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Write *job = task_data;
  DramatisHistory *history = dramatis_dossier_get_history (job->snapshot->dossier);
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  dramatis_history_reader_lock (history);
  if (dramatis_history_get_serial (history) == job->snapshot->serial)
    bytes = dramatis_dossier_snapshot_to_text (job->snapshot);
  dramatis_history_reader_unlock (history);

  if (bytes == NULL)
    g_task_return_boolean (task, FALSE);
  else if (!dramatis_file_replace (g_file_peek_path (job->file), bytes, &job->stamp, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
written_once_cb (GObject      *source_object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Write *job = g_task_get_task_data (task);
  GError *error = NULL;

  job->serial = job->snapshot->serial;
  /* here, not in the thread */
  g_clear_pointer (&job->snapshot, dramatis_dossier_snapshot_free);

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else if (error != NULL)
    g_task_return_error (task, error);
  else
    write_once (g_steal_pointer (&task));
}

/* @task: (transfer full) */
static void
write_once (GTask *task)
{
  Write *job = g_task_get_task_data (task);
  g_autoptr (GTask) attempt = NULL;

  job->snapshot = dramatis_dossier_snapshot_new (g_task_get_source_object (task));

  /* Once it has begun, a write is not broken off: the file may have been replaced already. */
  attempt = g_task_new (NULL, NULL, written_once_cb, task);
  g_task_set_source_tag (attempt, write_once);
  g_task_set_task_data (attempt, job, NULL);
  g_task_run_in_thread (attempt, write_in_thread);
}

/**
 * dramatis_dossier_write_async:
 * @dossier: a dossier
 * @file: where to write it
 * @stamp: (nullable): the file that may be replaced, or %NULL for any
 * @cancellable: (nullable): keeps a write from beginning
 * @callback: called when the file has been written
 * @user_data: passed to @callback
 *
 * Writes a dossier file whole or not at all, in a thread. For the thread that edits, outside of a level of undo.
 *
 * What is written is the dossier as it was at one moment between now and the callback.
 */
void
dramatis_dossier_write_async (DramatisDossier          *dossier,
                              GFile                    *file,
                              const DramatisFileStamp  *stamp,
                              GCancellable             *cancellable,
                              GAsyncReadyCallback       callback,
                              gpointer                  user_data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  Write *job;

  g_return_if_fail (DRAMATIS_IS_DOSSIER (dossier));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (dossier, cancellable, callback, user_data);
  g_task_set_source_tag (task, dramatis_dossier_write_async);
  g_task_set_check_cancellable (task, FALSE);

  if (!has_path (file, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  if (g_task_return_error_if_cancelled (task))
    return;

  job = g_new0 (Write, 1);
  job->file = g_object_ref (file);
  if (stamp != NULL)
    job->stamp = *stamp;
  g_task_set_task_data (task, job, write_free);

  write_once (g_steal_pointer (&task));
}

/**
 * dramatis_dossier_write_finish:
 * @dossier: a dossier
 * @result: what the callback was given
 * @stamp: (inout) (optional): becomes that by what the new file is known again; what it was if there is none
 * @serial: (out) (optional): what [method@History.get_serial] said when what has been written was read
 * @error: return location for an error
 *
 * Ends what [func@dossier_write_async] began.
 *
 * Returns: %TRUE, or %FALSE with @error set as by [func@file_replace]
 */
gboolean
dramatis_dossier_write_finish (DramatisDossier    *dossier,
                               GAsyncResult       *result,
                               DramatisFileStamp  *stamp,
                               guint              *serial,
                               GError            **error)
{
  Write *job;

  g_return_val_if_fail (g_task_is_valid (result, dossier), FALSE);

  /* Also where there is an error: it may have come after the file had been replaced. */
  job = g_task_get_task_data (G_TASK (result));
  if (stamp != NULL && job != NULL && job->stamp.inode != 0)
    *stamp = job->stamp;
  if (serial != NULL && job != NULL)
    *serial = job->serial;

  return g_task_propagate_boolean (G_TASK (result), error);
}
