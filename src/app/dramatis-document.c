/* dramatis-document.c: an open dossier and its file
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-document-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "dramatis-autosave.h"
#include "dramatis-dossier-reader.h"
#include "dramatis-dossier-writer.h"
#include "dramatis-import.h"
#include "dramatis-suggester.h"

#define EXAMPLE_RESOURCE "/org/dramatis/Dramatis/dossiers/asian-nato.dossier"

/* How many faults of a file are told; `dramatis-cli check` tells all. */
#define MAX_FAULTS_TOLD 5

/**
 * DramatisDocument:
 *
 * An open dossier and the file that it is kept in.
 *
 * A dossier that is opened stays in its file. A text becomes a new dossier in the user's data folder. The example,
 * and a file that a later version of the program wrote, are not written to: with the first edit a copy in the
 * user's data folder takes their place.
 */

struct _DramatisDocument
{
  GObject           parent_instance;

  DramatisDossier  *dossier;
  DramatisAutosave *autosave;
  DramatisArticle  *imported;
  char             *left_out;       /* lines of the page around the imported article */
  gboolean          is_original;    /* nothing has been written yet: there is no file of the user's */
};

G_DEFINE_FINAL_TYPE (DramatisDocument, dramatis_document, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_FAILURE,
  PROP_PATH,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
dramatis_document_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  DramatisDocument *self = DRAMATIS_DOCUMENT (object);

  switch (prop_id)
    {
    case PROP_FAILURE:
      g_value_set_string (value, dramatis_document_get_failure (self));
      break;
    case PROP_PATH:
      g_value_set_string (value, dramatis_document_get_path (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_document_dispose (GObject *object)
{
  DramatisDocument *self = DRAMATIS_DOCUMENT (object);

  g_clear_object (&self->imported);
  g_clear_object (&self->autosave);
  g_clear_object (&self->dossier);
  g_clear_pointer (&self->left_out, g_free);

  G_OBJECT_CLASS (dramatis_document_parent_class)->dispose (object);
}

static void
dramatis_document_class_init (DramatisDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dramatis_document_get_property;
  object_class->dispose = dramatis_document_dispose;

  /**
   * DramatisDocument:failure:
   *
   * Why the dossier could not be written to its file, for a person to read, or %NULL.
   */
  properties[PROP_FAILURE] =
    g_param_spec_string ("failure", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DramatisDocument:path:
   *
   * The path of the file, or %NULL as long as there is none.
   */
  properties[PROP_PATH] =
    g_param_spec_string ("path", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dramatis_document_init (DramatisDocument *self)
{
}

static void
autosave_state_changed_cb (DramatisAutosave *autosave,
                           GParamSpec       *pspec,
                           DramatisDocument *self)
{
  DramatisAutosaveState state = dramatis_autosave_get_state (autosave);

  if (self->is_original && state == DRAMATIS_AUTOSAVE_STATE_PENDING)
    {
      g_autofree char *folder = g_path_get_dirname (g_file_peek_path (dramatis_autosave_get_file (autosave)));

      /* What goes wrong here goes wrong again, and is told, when the file is written. */
      g_mkdir_with_parents (folder, 0700);
    }
  else if (self->is_original && state == DRAMATIS_AUTOSAVE_STATE_SAVED)
    {
      self->is_original = FALSE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PATH]);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FAILURE]);
}

static DramatisDocument *
document_new (DramatisDossier         *dossier,
              GFile                   *file,
              const DramatisFileStamp *stamp)
{
  DramatisDocument *self = g_object_new (DRAMATIS_TYPE_DOCUMENT, NULL);

  self->dossier = g_object_ref (dossier);
  self->is_original = stamp == NULL;
  self->autosave = dramatis_autosave_new (dossier, file, stamp);
  g_signal_connect_object (self->autosave, "notify::state", G_CALLBACK (autosave_state_changed_cb), self, 0);

  return self;
}

/* A file in the user's data folder that does not exist yet. */
static GFile *
choose_file (DramatisDossier *dossier)
{
  const char *title = dramatis_dossier_get_title (dossier);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "dramatis", NULL);
  g_autofree char *name = g_strdup (*title != '\0' ? title : _("Untitled Dossier"));

  g_strdelimit (name, "/\\:?*\"<>|", ' ');
  g_strstrip (name);
  for (guint i = 1;; i++)
    {
      g_autofree char *number = i > 1 ? g_strdup_printf (" %u", i) : g_strdup ("");
      g_autofree char *base = g_strdup_printf ("%s%s.dossier", name, number);
      g_autofree char *path = g_build_filename (folder, base, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
        return g_file_new_for_path (path);
    }
}

/* Opening */

/* The reader's error tells the first fault; here there is room for more. */
static void
explain_faults (GError    **error,
                GPtrArray  *faults)
{
  g_autoptr (GString) message = g_string_new (NULL);

  if (error == NULL || faults->len < 2)
    return;

  for (guint i = 0; i < MIN (faults->len, MAX_FAULTS_TOLD); i++)
    {
      const DramatisFault *fault = g_ptr_array_index (faults, i);

      g_string_append_printf (message, "%s%s: %s", i > 0 ? "\n" : "", fault->path, fault->reason);
    }
  if (faults->len > MAX_FAULTS_TOLD)
    {
      guint n_more = faults->len - MAX_FAULTS_TOLD;

      g_string_append_c (message, '\n');
      g_string_append_printf (message, ngettext ("and %u more fault", "and %u more faults", n_more), n_more);
    }

  g_clear_error (error);
  g_set_error_literal (error, DRAMATIS_DOSSIER_READER_ERROR, DRAMATIS_DOSSIER_READER_ERROR_FAULTY, message->str);
}

/**
 * dramatis_document_new_example:
 * @error: return location for an error
 *
 * Opens the bundled dossier.
 *
 * Returns: (transfer full): a document, or %NULL with @error set
 */
DramatisDocument *
dramatis_document_new_example (GError **error)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (EXAMPLE_RESOURCE, 0, error);
  g_autoptr (DramatisDossierReader) reader = dramatis_dossier_reader_new ();
  g_autoptr (DramatisDossier) dossier = NULL;
  g_autoptr (GFile) file = NULL;

  if (bytes == NULL)
    return NULL;
  dossier = dramatis_dossier_reader_read_bytes (reader, bytes, error);
  if (dossier == NULL)
    return NULL;

  file = choose_file (dossier);

  return document_new (dossier, file, NULL);
}

typedef struct
{
  DramatisDossier   *dossier;
  DramatisFileStamp  stamp;
  gboolean           is_user_file;    /* may be written to */
  DramatisArticle   *imported;
  char              *text;            /* pasted, not from a file */
  char              *left_out;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_clear_object (&opening->dossier);
  g_clear_object (&opening->imported);
  g_free (opening->text);
  g_free (opening->left_out);
  g_free (opening);
}

static gboolean
is_dossier (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_str_has_suffix (name, ".dossier");
}

static gboolean
read_dossier (Opening  *opening,
              GFile    *file,
              GError  **error)
{
  g_autoptr (DramatisDossierReader) reader = dramatis_dossier_reader_new ();

  opening->dossier = dramatis_dossier_reader_read (reader, file, error);
  if (opening->dossier == NULL)
    {
      explain_faults (error, dramatis_dossier_reader_get_faults (reader));
      return FALSE;
    }

  opening->stamp = *dramatis_dossier_reader_get_stamp (reader);
  opening->is_user_file = !dramatis_dossier_reader_get_newer (reader);

  return TRUE;
}

/* Nobody else knows the new dossier yet: all of it can be made here, in another thread. */
static gboolean
import_text (Opening       *opening,
             GFile         *file,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (DramatisDossier) dossier = dramatis_dossier_new ();
  g_autoptr (DramatisImport) import = dramatis_import_new (dossier, NULL, NULL, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (opening->text != NULL)
    bytes = g_bytes_new (opening->text, strlen (opening->text));
  else
    bytes = dramatis_document_read_file (file, error);
  if (bytes == NULL
      || !dramatis_import_read (import, bytes, file != NULL ? g_file_peek_path (file) : NULL, cancellable, error))
    return FALSE;

  opening->imported = g_object_ref (dramatis_import_apply (import, dossier));
  opening->left_out = g_strjoinv ("\n", (char **) dramatis_import_get_left_out (import));
  opening->dossier = g_steal_pointer (&dossier);
  dramatis_history_clear (dramatis_dossier_get_history (opening->dossier));

  return TRUE;
}

static void
open_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GFile *file = source;
  Opening *opening = task_data;
  GError *error = NULL;
  gboolean done;

  if (opening->text == NULL && is_dossier (file))
    done = read_dossier (opening, file, &error);
  else
    done = import_text (opening, file, cancellable, &error);

  /* it is wanted before the first text is shown */
  if (done)
    dramatis_dossier_get_index (opening->dossier);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * dramatis_document_open_async:
 * @file: a dossier, or a text that is to become one
 * @cancellable: (nullable): stops it
 * @callback: called when it is open
 * @user_data: passed to @callback
 *
 * Opens a file. Reading it and finding its actors and events takes place in another thread.
 */
void
dramatis_document_open_async (GFile               *file,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);

  g_return_if_fail (G_IS_FILE (file));

  g_task_set_source_tag (task, dramatis_document_open_async);
  g_task_set_task_data (task, g_new0 (Opening, 1), opening_free);
  g_task_run_in_thread (task, open_thread);
}

/**
 * dramatis_document_open_text_async:
 * @text: a text that is to become a dossier
 * @cancellable: (nullable): stops it
 * @callback: called when it is open; to be ended by [func@Document.open_finish]
 * @user_data: passed to @callback
 *
 * Opens a text that is in no file.
 */
void
dramatis_document_open_text_async (const char          *text,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  g_return_if_fail (text != NULL);

  opening->text = g_strdup (text);
  g_task_set_source_tag (task, dramatis_document_open_text_async);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_thread);
}

/**
 * dramatis_document_open_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends the opening of a file or a text.
 *
 * Returns: (transfer full): a document, or %NULL with @error set to a sentence for each of the first faults
 */
DramatisDocument *
dramatis_document_open_finish (GAsyncResult  *result,
                               GError       **error)
{
  GTask *task = G_TASK (result);
  Opening *opening = g_task_get_task_data (task);
  g_autoptr (GFile) chosen = NULL;
  DramatisDocument *self;

  if (!g_task_propagate_boolean (task, error))
    return NULL;

  if (opening->is_user_file)
    return document_new (opening->dossier, g_task_get_source_object (task), &opening->stamp);

  chosen = choose_file (opening->dossier);
  self = document_new (opening->dossier, chosen, NULL);
  self->left_out = g_steal_pointer (&opening->left_out);
  if (g_set_object (&self->imported, opening->imported))
    dramatis_autosave_schedule (self->autosave);

  return self;
}

/* Saving */

static void
flushed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (dramatis_autosave_flush_finish (DRAMATIS_AUTOSAVE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * dramatis_document_flush_async:
 * @self: a document
 * @cancellable: (nullable): stops waiting
 * @callback: called when everything is in the file, or can't be
 * @user_data: passed to @callback
 *
 * Writes what is not in the file yet.
 */
void
dramatis_document_flush_async (DramatisDocument    *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (DRAMATIS_IS_DOCUMENT (self));

  g_task_set_source_tag (task, dramatis_document_flush_async);
  dramatis_autosave_flush_async (self->autosave, cancellable, flushed_cb, task);
}

/**
 * dramatis_document_flush_finish:
 * @self: a document
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@Document.flush_async] began.
 *
 * Returns: whether everything is in the file
 */
gboolean
dramatis_document_flush_finish (DramatisDocument  *self,
                                GAsyncResult      *result,
                                GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * dramatis_document_save_copy:
 * @self: a document
 * @file: a file, which is replaced if it exists
 * @error: return location for an error
 *
 * Writes the dossier to another file. If its own file can't be written, the other one takes its place.
 *
 * Returns: whether it was written
 */
gboolean
dramatis_document_save_copy (DramatisDocument  *self,
                             GFile             *file,
                             GError           **error)
{
  g_return_val_if_fail (DRAMATIS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  if (!dramatis_dossier_write (self->dossier, file, error))
    return FALSE;

  if (dramatis_autosave_get_error (self->autosave) != NULL)
    {
      dramatis_autosave_set_file (self->autosave, file);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PATH]);
    }

  return TRUE;
}

/**
 * dramatis_document_get_dossier:
 * @self: a document
 *
 * Gets the dossier.
 *
 * Returns: (transfer none): the dossier
 */
DramatisDossier *
dramatis_document_get_dossier (DramatisDocument *self)
{
  g_return_val_if_fail (DRAMATIS_IS_DOCUMENT (self), NULL);

  return self->dossier;
}

/**
 * dramatis_document_get_failure:
 * @self: a document
 *
 * Gets why the dossier could not be written to its file.
 *
 * Returns: (transfer none) (nullable): a sentence, or %NULL if nothing failed
 */
const char *
dramatis_document_get_failure (DramatisDocument *self)
{
  const GError *error;

  g_return_val_if_fail (DRAMATIS_IS_DOCUMENT (self), NULL);

  error = dramatis_autosave_get_error (self->autosave);

  return error != NULL ? error->message : NULL;
}

/**
 * dramatis_document_get_imported:
 * @self: a document
 *
 * Gets the article from which the dossier was made just now.
 *
 * Returns: (transfer none) (nullable): the article, or %NULL if a dossier was opened
 */
DramatisArticle *
dramatis_document_get_imported (DramatisDocument *self)
{
  g_return_val_if_fail (DRAMATIS_IS_DOCUMENT (self), NULL);

  return self->imported;
}

/**
 * dramatis_document_get_path:
 * @self: a document
 *
 * Gets the path of the file.
 *
 * Returns: (transfer none) (nullable): the path, or %NULL as long as nothing has been written
 */
const char *
dramatis_document_get_path (DramatisDocument *self)
{
  g_return_val_if_fail (DRAMATIS_IS_DOCUMENT (self), NULL);

  if (self->is_original)
    return NULL;

  return g_file_peek_path (dramatis_autosave_get_file (self->autosave));
}

/**
 * dramatis_document_get_left_out:
 * @self: a document
 *
 * Gets the lines that belong to the page around the imported article, and were left out.
 *
 * Returns: (transfer none) (nullable): the lines; empty or %NULL if there are none
 */
const char *
dramatis_document_get_left_out (DramatisDocument *self)
{
  g_return_val_if_fail (DRAMATIS_IS_DOCUMENT (self), NULL);

  return self->left_out;
}
