/* dramatis-document-articles.c: articles, and new versions of them, on their way into a document
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-document-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "dramatis-file.h"

/**
 * dramatis_document_read_file:
 * @file: a file
 * @error: return location for an error
 *
 * Reads a file that is to be opened or added.
 *
 * Returns: (transfer full): what is in it, or %NULL with @error set
 */
GBytes *
dramatis_document_read_file (GFile   *file,
                             GError **error)
{
  const char *path = g_file_peek_path (file);

  if (path == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("Only files on this computer can be opened."));
      return NULL;
    }

  return dramatis_file_read (path, NULL, error);
}

typedef struct
{
  DramatisImport *import;
  GFile          *file;         /* one of the two */
  char           *text;
} Adding;

static void
adding_free (gpointer data)
{
  Adding *adding = data;

  g_clear_pointer (&adding->import, dramatis_import_free);
  g_clear_object (&adding->file);
  g_free (adding->text);
  g_free (adding);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Adding *adding = task_data;
  GError *error = NULL;
  const char *name = adding->file != NULL ? g_file_peek_path (adding->file) : NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (adding->file != NULL)
    bytes = dramatis_document_read_file (adding->file, &error);
  else
    bytes = g_bytes_new (adding->text, strlen (adding->text));
  if (bytes != NULL && dramatis_import_read (adding->import, bytes, name, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Takes @import. */
static void
start_reading (GTask          *task,
               DramatisImport *import,
               GFile          *file,
               const char     *text)
{
  Adding *adding = g_new0 (Adding, 1);

  adding->import = import;
  adding->file = file != NULL ? g_object_ref (file) : NULL;
  adding->text = g_strdup (text);
  g_task_set_task_data (task, adding, adding_free);
  g_task_run_in_thread (task, read_thread);
}

/**
 * dramatis_document_add_article_async:
 * @self: a document
 * @file: a text
 * @cancellable: (nullable): stops it
 * @callback: called when it is added
 * @user_data: passed to @callback
 *
 * Adds an article to the dossier. Reading it takes place in another thread.
 */
void
dramatis_document_add_article_async (DramatisDocument    *self,
                                     GFile               *file,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (DRAMATIS_IS_DOCUMENT (self));

  g_task_set_source_tag (task, dramatis_document_add_article_async);
  start_reading (task, dramatis_import_new (dramatis_document_get_dossier (self), NULL, NULL, NULL), file, NULL);
}

/**
 * dramatis_document_add_article_finish:
 * @self: a document
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Adds the article that was read. One level of undo.
 *
 * Returns: (transfer none): the article, or %NULL with @error set
 */
DramatisArticle *
dramatis_document_add_article_finish (DramatisDocument  *self,
                                      GAsyncResult      *result,
                                      GError           **error)
{
  Adding *adding = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  return dramatis_import_apply (adding->import, dramatis_document_get_dossier (self));
}

/**
 * dramatis_document_read_version_async:
 * @self: a document
 * @article: an article of its dossier
 * @file: (nullable): a text
 * @text: (nullable): the text itself, if it is in no file
 * @cancellable: (nullable): stops it
 * @callback: called when it is read
 * @user_data: passed to @callback
 *
 * Reads a new version of an article, and finds what is to be suggested for it, in another thread.
 */
void
dramatis_document_read_version_async (DramatisDocument    *self,
                                      DramatisArticle     *article,
                                      GFile               *file,
                                      const char          *text,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  DramatisImport *import;

  g_return_if_fail (DRAMATIS_IS_DOCUMENT (self));
  g_return_if_fail ((file == NULL) != (text == NULL));

  import = dramatis_import_new (dramatis_document_get_dossier (self),
                                dramatis_article_get_title (article),
                                dramatis_article_get_language (article),
                                dramatis_article_get_published (article));
  g_task_set_source_tag (task, dramatis_document_read_version_async);
  start_reading (task, import, file, text);
}

/**
 * dramatis_document_read_version_finish:
 * @self: a document
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends the reading of a new version.
 *
 * Returns: (transfer full): what was read, or %NULL with @error set
 */
DramatisImport *
dramatis_document_read_version_finish (DramatisDocument  *self,
                                       GAsyncResult      *result,
                                       GError           **error)
{
  Adding *adding = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  return g_steal_pointer (&adding->import);
}
