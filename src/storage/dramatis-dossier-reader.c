/* dramatis-dossier-reader.c: opens dossier files
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-dossier-reader.h"

#include <glib/gi18n-lib.h>

#include "dramatis-dossier-parser.h"

/**
 * DramatisDossierReader:
 *
 * Opens a dossier file, or tells all that is wrong with it.
 *
 * A reader reads one file at a time. What it has found out, [method@DossierReader.get_faults] and the others, is of
 * the last one.
 */

struct _DramatisDossierReader
{
  GObject            parent_instance;

  GPtrArray         *faults;
  gboolean           newer;
  DramatisFileStamp  stamp;
};

G_DEFINE_FINAL_TYPE (DramatisDossierReader, dramatis_dossier_reader, G_TYPE_OBJECT)

G_DEFINE_QUARK (dramatis-dossier-reader-error-quark, dramatis_dossier_reader_error)

static void
dramatis_dossier_reader_finalize (GObject *object)
{
  DramatisDossierReader *self = DRAMATIS_DOSSIER_READER (object);

  g_ptr_array_unref (self->faults);

  G_OBJECT_CLASS (dramatis_dossier_reader_parent_class)->finalize (object);
}

static void
dramatis_dossier_reader_class_init (DramatisDossierReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = dramatis_dossier_reader_finalize;
}

static void
dramatis_dossier_reader_init (DramatisDossierReader *self)
{
  self->faults = dramatis_faults_new ();
}

/**
 * dramatis_dossier_reader_new:
 *
 * Makes a reader.
 *
 * Returns: (transfer full): a new reader
 */
DramatisDossierReader *
dramatis_dossier_reader_new (void)
{
  return g_object_new (DRAMATIS_TYPE_DOSSIER_READER, NULL);
}

/**
 * dramatis_dossier_reader_get_faults:
 * @self: a reader
 *
 * Gets what is wrong with the contents of the file, in the order of the file as far as that can be told.
 *
 * Returns: (transfer none) (element-type DramatisFault): the faults; none if there was an error of another kind
 */
GPtrArray *
dramatis_dossier_reader_get_faults (DramatisDossierReader *self)
{
  g_return_val_if_fail (DRAMATIS_IS_DOSSIER_READER (self), NULL);

  return self->faults;
}

/**
 * dramatis_dossier_reader_get_newer:
 * @self: a reader
 *
 * Gets whether a later version of the program has written the file.
 *
 * Its dossier is only to be looked at: what this version would write may mean something else to the later one.
 *
 * Returns: whether it was a later version
 */
gboolean
dramatis_dossier_reader_get_newer (DramatisDossierReader *self)
{
  g_return_val_if_fail (DRAMATIS_IS_DOSSIER_READER (self), FALSE);

  return self->newer;
}

/**
 * dramatis_dossier_reader_get_stamp:
 * @self: a reader
 *
 * Gets by what the file is known again: see [func@file_replace].
 *
 * Returns: (transfer none): the stamp; zeros if no file was read
 */
const DramatisFileStamp *
dramatis_dossier_reader_get_stamp (DramatisDossierReader *self)
{
  g_return_val_if_fail (DRAMATIS_IS_DOSSIER_READER (self), NULL);

  return &self->stamp;
}

static void
reset (DramatisDossierReader *self)
{
  g_ptr_array_set_size (self->faults, 0);
  self->newer = FALSE;
  self->stamp = (DramatisFileStamp) { 0 };
}

static DramatisDossier *
read_bytes (DramatisDossierReader  *self,
            GBytes                 *bytes,
            GError                **error)
{
  DramatisDossier *dossier = dramatis_dossier_parse (bytes, self->faults, &self->newer);
  const DramatisFault *first;
  guint n_more;

  if (dossier != NULL)
    return dossier;

  first = g_ptr_array_index (self->faults, 0);
  n_more = self->faults->len - 1;
  if (n_more == 0)
    g_set_error (error, DRAMATIS_DOSSIER_READER_ERROR, DRAMATIS_DOSSIER_READER_ERROR_FAULTY,
                 "%s: %s", first->path, first->reason);
  else
    /* TRANSLATORS: a place, what is wrong there, and how many other things are wrong */
    g_set_error (error, DRAMATIS_DOSSIER_READER_ERROR, DRAMATIS_DOSSIER_READER_ERROR_FAULTY,
                 g_dngettext (GETTEXT_PACKAGE, "%s: %s (and %u more fault)", "%s: %s (and %u more faults)", n_more),
                 first->path, first->reason, n_more);

  return NULL;
}

/**
 * dramatis_dossier_reader_read_bytes:
 * @self: a reader
 * @bytes: the contents of a dossier file
 * @error: return location for an error
 *
 * Makes a dossier of the contents of a file.
 *
 * Returns: (transfer full): a new dossier with nothing to undo, or %NULL with @error set to
 *   %DRAMATIS_DOSSIER_READER_ERROR_FAULTY
 */
DramatisDossier *
dramatis_dossier_reader_read_bytes (DramatisDossierReader  *self,
                                    GBytes                 *bytes,
                                    GError                **error)
{
  g_return_val_if_fail (DRAMATIS_IS_DOSSIER_READER (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  reset (self);

  return read_bytes (self, bytes, error);
}

/**
 * dramatis_dossier_reader_read:
 * @self: a reader
 * @file: a dossier file
 * @error: return location for an error
 *
 * Opens a dossier file.
 *
 * Returns: (transfer full): a new dossier with nothing to undo, or %NULL with @error set to a %G_IO_ERROR if @file
 *   can't be read, or to %DRAMATIS_DOSSIER_READER_ERROR_FAULTY
 */
DramatisDossier *
dramatis_dossier_reader_read (DramatisDossierReader  *self,
                              GFile                  *file,
                              GError                **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (DRAMATIS_IS_DOSSIER_READER (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  reset (self);

  if (g_file_peek_path (file) == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("Only files on this computer can be opened."));
      return NULL;
    }

  bytes = dramatis_file_read (g_file_peek_path (file), &self->stamp, error);

  return bytes != NULL ? read_bytes (self, bytes, error) : NULL;
}

static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  DramatisDossier *dossier = dramatis_dossier_reader_read (source_object, task_data, &error);

  if (dossier != NULL)
    g_task_return_pointer (task, dossier, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * dramatis_dossier_reader_read_async:
 * @self: a reader
 * @file: a dossier file
 * @cancellable: (nullable): cancels what is going on
 * @callback: called when the file has been read
 * @user_data: passed to @callback
 *
 * Opens a dossier file in a thread. The reader must be left alone until @callback is called.
 */
void
dramatis_dossier_reader_read_async (DramatisDossierReader *self,
                                    GFile                 *file,
                                    GCancellable          *cancellable,
                                    GAsyncReadyCallback    callback,
                                    gpointer               user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, dramatis_dossier_reader_read_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * dramatis_dossier_reader_read_finish:
 * @self: a reader
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@DossierReader.read_async] began.
 *
 * Returns: (transfer full): a new dossier, or %NULL with @error set as by [method@DossierReader.read]
 */
DramatisDossier *
dramatis_dossier_reader_read_finish (DramatisDossierReader  *self,
                                     GAsyncResult           *result,
                                     GError                **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
