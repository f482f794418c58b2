/* dramatis-autosave.c: keeps the file of a dossier up to date
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-autosave.h"

#include "dramatis-dossier-writer.h"
#include "dramatis-storage-enum-types.h"

/**
 * DramatisAutosave:
 *
 * Writes a dossier to its file after every edit, so that nobody has to save.
 *
 * The file is written once no edit has come for half a second, and in any case one and a half after the first: with
 * the writing itself within two seconds. Only one write is under way at a time. A write that fails is tried again at
 * the next edit or [method@Autosave.flush_async]; until one succeeds [property@Autosave:error] tells why. A file
 * that another program has changed since is not overwritten: the error is %G_IO_ERROR_WRONG_ETAG.
 * [method@Autosave.set_file] with the same file overrides that.
 *
 * To be used in the thread that edits. Flush it before letting it go.
 */

/* In milliseconds. The promise is that every edit is on disk within two seconds. */
#define QUIET_DELAY 500
#define LONGEST_DELAY 1500

struct _DramatisAutosave
{
  GObject                parent_instance;

  DramatisDossier       *dossier;
  GError                *error;
  GFile                 *file;
  DramatisAutosaveState  state;

  DramatisFileStamp      stamp;
  GFile                 *saving;       /* where a write is under way to */
  guint                  saved_serial;
  gboolean               forced;       /* to be written without an edit */
  gint64                 first_edit;   /* when the first edit that is not written came, in microseconds; 0: none */
  guint                  timeout_id;
  GPtrArray             *flushes;      /* tasks that wait */
};

G_DEFINE_FINAL_TYPE (DramatisAutosave, dramatis_autosave, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DOSSIER,
  PROP_ERROR,
  PROP_FILE,
  PROP_STATE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void save (DramatisAutosave *self);

static guint
get_serial (DramatisAutosave *self)
{
  return dramatis_history_get_serial (dramatis_dossier_get_history (self->dossier));
}

static gboolean
is_dirty (DramatisAutosave *self)
{
  return self->forced || get_serial (self) != self->saved_serial;
}

static void
set_state (DramatisAutosave      *self,
           DramatisAutosaveState  state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
set_error (DramatisAutosave *self,
           const GError     *error)
{
  if (self->error == NULL && error == NULL)
    return;

  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
end_flushes (DramatisAutosave *self,
             const GError     *error)
{
  g_autoptr (GPtrArray) flushes = g_steal_pointer (&self->flushes);

  self->flushes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < flushes->len; i++)
    {
      GTask *task = g_ptr_array_index (flushes, i);

      if (error != NULL)
        g_task_return_error (task, g_error_copy (error));
      else
        g_task_return_boolean (task, TRUE);
    }
}

static gboolean
timeout_cb (gpointer user_data)
{
  DramatisAutosave *self = user_data;

  self->timeout_id = 0;
  save (self);

  return G_SOURCE_REMOVE;
}

static void
schedule (DramatisAutosave *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 longest;

  if (self->first_edit == 0)
    self->first_edit = now;

  longest = LONGEST_DELAY - (now - self->first_edit) / G_TIME_SPAN_MILLISECOND;
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->timeout_id = g_timeout_add (CLAMP (longest, 0, QUIET_DELAY), timeout_cb, self);

  if (self->saving == NULL)
    set_state (self, DRAMATIS_AUTOSAVE_STATE_PENDING);
}

static void
dossier_written_cb (GObject      *source_object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (DramatisAutosave) self = user_data;
  g_autoptr (GFile) file = g_steal_pointer (&self->saving);
  DramatisFileStamp stamp = self->stamp;
  guint serial = self->saved_serial;
  g_autoptr (GError) error = NULL;

  dramatis_dossier_write_finish (self->dossier, result, &stamp, &serial, &error);

  /* What was written elsewhere does not count. */
  if (file != self->file)
    {
      save (self);
      return;
    }

  self->stamp = stamp;
  set_error (self, error);
  if (error != NULL)
    {
      set_state (self, DRAMATIS_AUTOSAVE_STATE_FAILED);
      end_flushes (self, error);
      /* edited meanwhile */
      if (self->first_edit != 0)
        schedule (self);
      return;
    }

  self->forced = FALSE;
  self->saved_serial = serial;
  if (!is_dirty (self))
    {
      self->first_edit = 0;
      g_clear_handle_id (&self->timeout_id, g_source_remove);
      set_state (self, DRAMATIS_AUTOSAVE_STATE_SAVED);
      end_flushes (self, NULL);
    }
  else if (self->flushes->len > 0)
    {
      save (self);
    }
  else
    {
      schedule (self);
    }
}

/* Writes now, or as soon as the write that is under way has ended. */
static void
save (DramatisAutosave *self)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);

  if (self->saving != NULL)
    return;

  self->saving = g_object_ref (self->file);
  self->first_edit = 0;
  set_state (self, DRAMATIS_AUTOSAVE_STATE_SAVING);
  dramatis_dossier_write_async (self->dossier, self->file, &self->stamp, NULL, dossier_written_cb,
                                g_object_ref (self));
}

static void
dossier_changed_cb (DramatisDossier  *dossier,
                    DramatisAutosave *self)
{
  if (is_dirty (self))
    schedule (self);
}

static void
dramatis_autosave_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  DramatisAutosave *self = DRAMATIS_AUTOSAVE (object);

  switch (prop_id)
    {
    case PROP_DOSSIER:
      g_value_set_object (value, self->dossier);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_autosave_dispose (GObject *object)
{
  DramatisAutosave *self = DRAMATIS_AUTOSAVE (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_object (&self->dossier);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (dramatis_autosave_parent_class)->dispose (object);
}

static void
dramatis_autosave_finalize (GObject *object)
{
  DramatisAutosave *self = DRAMATIS_AUTOSAVE (object);

  g_clear_error (&self->error);
  g_ptr_array_unref (self->flushes);

  G_OBJECT_CLASS (dramatis_autosave_parent_class)->finalize (object);
}

static void
dramatis_autosave_class_init (DramatisAutosaveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = dramatis_autosave_get_property;
  object_class->dispose = dramatis_autosave_dispose;
  object_class->finalize = dramatis_autosave_finalize;

  /**
   * DramatisAutosave:dossier:
   *
   * The dossier that is written.
   */
  properties[PROP_DOSSIER] = g_param_spec_object ("dossier", NULL, NULL, DRAMATIS_TYPE_DOSSIER, readable);

  /**
   * DramatisAutosave:error:
   *
   * Why the last write failed, or %NULL if it did not.
   */
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, readable);

  /**
   * DramatisAutosave:file:
   *
   * The file that is written.
   */
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, readable);

  /**
   * DramatisAutosave:state:
   *
   * Whether the file is up to date.
   */
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, DRAMATIS_TYPE_AUTOSAVE_STATE, DRAMATIS_AUTOSAVE_STATE_SAVED, readable);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dramatis_autosave_init (DramatisAutosave *self)
{
  self->flushes = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * dramatis_autosave_new:
 * @dossier: a dossier, which is taken to be in its file as it is now
 * @file: the file
 * @stamp: (nullable): by what the file is known that @dossier was read from, or %NULL if it was not read from @file;
 *   the first edit then replaces whatever is there
 *
 * Begins to keep a file up to date.
 *
 * Returns: (transfer full): a new autosave
 */
DramatisAutosave *
dramatis_autosave_new (DramatisDossier          *dossier,
                       GFile                    *file,
                       const DramatisFileStamp  *stamp)
{
  DramatisAutosave *self;

  g_return_val_if_fail (DRAMATIS_IS_DOSSIER (dossier), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (DRAMATIS_TYPE_AUTOSAVE, NULL);
  self->dossier = g_object_ref (dossier);
  self->file = g_object_ref (file);
  if (stamp != NULL)
    self->stamp = *stamp;
  self->saved_serial = get_serial (self);
  g_signal_connect_object (dossier, "changed", G_CALLBACK (dossier_changed_cb), self, 0);

  return self;
}

/**
 * dramatis_autosave_get_error:
 * @self: an autosave
 *
 * Gets why the last write failed.
 *
 * Returns: (transfer none) (nullable): the error, its message being a sentence for the user, or %NULL
 */
const GError *
dramatis_autosave_get_error (DramatisAutosave *self)
{
  g_return_val_if_fail (DRAMATIS_IS_AUTOSAVE (self), NULL);

  return self->error;
}

/**
 * dramatis_autosave_get_file:
 * @self: an autosave
 *
 * Gets the file that is written.
 *
 * Returns: (transfer none): the file
 */
GFile *
dramatis_autosave_get_file (DramatisAutosave *self)
{
  g_return_val_if_fail (DRAMATIS_IS_AUTOSAVE (self), NULL);

  return self->file;
}

/**
 * dramatis_autosave_get_state:
 * @self: an autosave
 *
 * Gets whether the file is up to date.
 *
 * Returns: the state
 */
DramatisAutosaveState
dramatis_autosave_get_state (DramatisAutosave *self)
{
  g_return_val_if_fail (DRAMATIS_IS_AUTOSAVE (self), DRAMATIS_AUTOSAVE_STATE_SAVED);

  return self->state;
}

/**
 * dramatis_autosave_set_file:
 * @self: an autosave
 * @file: a file, which may be the same
 *
 * Goes on in another file: the dossier is written there soon, whatever is there.
 */
void
dramatis_autosave_set_file (DramatisAutosave *self,
                            GFile            *file)
{
  g_autoptr (GFile) previous = NULL;

  g_return_if_fail (DRAMATIS_IS_AUTOSAVE (self));
  g_return_if_fail (G_IS_FILE (file));

  /* another object even if it is the same file: dossier_written_cb () compares them */
  previous = g_steal_pointer (&self->file);
  self->file = g_file_dup (file);
  self->stamp = (DramatisFileStamp) { 0 };
  if (!g_file_equal (previous, file))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);

  dramatis_autosave_schedule (self);
}

/**
 * dramatis_autosave_schedule:
 * @self: an autosave
 *
 * Has the file written soon, as if the dossier had been edited: for one that has no file yet.
 */
void
dramatis_autosave_schedule (DramatisAutosave *self)
{
  g_return_if_fail (DRAMATIS_IS_AUTOSAVE (self));

  self->forced = TRUE;
  schedule (self);
}

/**
 * dramatis_autosave_flush_async:
 * @self: an autosave
 * @cancellable: (nullable): stops waiting; what is being written is written to the end
 * @callback: called when everything is in the file, or can't be
 * @user_data: passed to @callback
 *
 * Writes at once what is not in the file yet. One that failed is tried again.
 */
void
dramatis_autosave_flush_async (DramatisAutosave    *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (DRAMATIS_IS_AUTOSAVE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, dramatis_autosave_flush_async);

  if (self->saving == NULL && !is_dirty (self))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  g_ptr_array_add (self->flushes, g_steal_pointer (&task));
  save (self);
}

/**
 * dramatis_autosave_flush_finish:
 * @self: an autosave
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@Autosave.flush_async] began.
 *
 * Returns: %TRUE if everything is in the file, or %FALSE with @error set as by [func@file_replace]
 */
gboolean
dramatis_autosave_flush_finish (DramatisAutosave  *self,
                                GAsyncResult      *result,
                                GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
