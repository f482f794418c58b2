/* dramatis-history.c: undoable edits
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-history.h"

#include <gobject/gvaluecollector.h>

/**
 * DramatisHistory:
 *
 * Everything that was done to a dossier, so that it can be undone and done again.
 *
 * There are two kinds of edits, a property that is set and a list that is spliced, and everything that a person
 * can do is made of them. Those between [method@History.begin] and [method@History.end] are one level, which
 * is undone as a whole.
 *
 * The other direction of an edit is the same edit: it holds what is not in the model at the moment and
 * exchanges it for what is.
 */

typedef struct
{
  gpointer    object;         /* a thing or the owner; of a splice, the GListStore */
  gboolean    is_owner;       /* not referenced then: it owns the history */
  GParamSpec *pspec;          /* NULL: a splice */
  GValue      value;
  guint       position;
  guint       n_present;      /* how many items of the other state are in the list */
  GPtrArray  *absent;         /* the items of this state */
} Edit;

typedef struct
{
  char   *label;
  GArray *edits;
} Level;

struct _DramatisHistory
{
  GObject    parent_instance;

  gpointer   owner;           /* not referenced; NULL: nobody */
  GPtrArray *levels;
  guint      n_done;          /* levels before are done, those from here on are undone */
  Level     *open;            /* NULL outside begin () … end () */
  gboolean   resumes;         /* whether that becomes part of the last level */
  guint      depth;
  GRWLock    lock;            /* held for writing during a whole level, so that nobody reads half of one */
  guint      serial;
  gboolean   replaying;
};

G_DEFINE_FINAL_TYPE (DramatisHistory, dramatis_history, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_REDO,
  PROP_CAN_UNDO,
  PROP_REDO_LABEL,
  PROP_UNDO_LABEL,
  N_PROPS,
};

enum
{
  CHANGED,
  SPLICED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
edit_clear (gpointer data)
{
  Edit *edit = data;

  if (!edit->is_owner)
    g_object_unref (edit->object);
  g_clear_pointer (&edit->absent, g_ptr_array_unref);
  if (edit->pspec != NULL)
    g_value_unset (&edit->value);
}

static Level *
level_new (const char *label)
{
  Level *level = g_new0 (Level, 1);

  level->label = g_strdup (label);
  level->edits = g_array_new (FALSE, TRUE, sizeof (Edit));
  g_array_set_clear_func (level->edits, edit_clear);

  return level;
}

static void
level_free (gpointer data)
{
  Level *level = data;

  g_free (level->label);
  g_array_unref (level->edits);
  g_free (level);
}

/* g_param_values_cmp () compares boxed values by address only. */
static gboolean
has_value (GObject      *object,
           GParamSpec   *pspec,
           const GValue *value)
{
  g_auto (GValue) present = G_VALUE_INIT;

  g_value_init (&present, pspec->value_type);
  g_object_get_property (object, pspec->name, &present);

  if (pspec->value_type == G_TYPE_STRV)
    {
      const char * const none[] = { NULL };
      const char * const *a = g_value_get_boxed (&present);
      const char * const *b = g_value_get_boxed (value);

      return g_strv_equal (a != NULL ? a : none, b != NULL ? b : none);
    }

  return g_param_values_cmp (pspec, &present, value) == 0;
}

static void
edit_exchange (DramatisHistory *self,
               Edit            *edit)
{
  self->serial++;

  if (edit->pspec != NULL)
    {
      GValue present = G_VALUE_INIT;

      g_value_init (&present, edit->pspec->value_type);
      g_object_get_property (edit->object, edit->pspec->name, &present);

      g_object_set_property (edit->object, edit->pspec->name, &edit->value);

      g_value_unset (&edit->value);
      edit->value = present;
    }
  else
    {
      g_autoptr (GPtrArray) added = g_steal_pointer (&edit->absent);

      edit->absent = g_ptr_array_new_full (edit->n_present, g_object_unref);
      for (guint i = 0; i < edit->n_present; i++)
        g_ptr_array_add (edit->absent, g_list_model_get_item (edit->object, edit->position + i));

      g_list_store_splice (edit->object, edit->position, edit->n_present, added->pdata, added->len);
      edit->n_present = added->len;
      g_signal_emit (self, signals[SPLICED], 0, edit->object, edit->absent, added);
    }
}

static void
dramatis_history_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  DramatisHistory *self = DRAMATIS_HISTORY (object);

  switch (prop_id)
    {
    case PROP_CAN_REDO:
      g_value_set_boolean (value, dramatis_history_get_can_redo (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, dramatis_history_get_can_undo (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, dramatis_history_get_redo_label (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, dramatis_history_get_undo_label (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_history_finalize (GObject *object)
{
  DramatisHistory *self = DRAMATIS_HISTORY (object);

  if (self->open != NULL)
    g_rw_lock_writer_unlock (&self->lock);
  g_clear_pointer (&self->open, level_free);
  g_ptr_array_unref (self->levels);
  g_rw_lock_clear (&self->lock);

  G_OBJECT_CLASS (dramatis_history_parent_class)->finalize (object);
}

static void
dramatis_history_class_init (DramatisHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dramatis_history_get_property;
  object_class->finalize = dramatis_history_finalize;

  /**
   * DramatisHistory:can-redo:
   *
   * Whether something undone can be done again.
   */
  properties[PROP_CAN_REDO] =
    g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DramatisHistory:can-undo:
   *
   * Whether something can be undone.
   */
  properties[PROP_CAN_UNDO] =
    g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DramatisHistory:redo-label:
   *
   * What would be done again, for a person to read, or %NULL.
   */
  properties[PROP_REDO_LABEL] =
    g_param_spec_string ("redo-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DramatisHistory:undo-label:
   *
   * What would be undone, for a person to read, or %NULL.
   */
  properties[PROP_UNDO_LABEL] =
    g_param_spec_string ("undo-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * DramatisHistory::changed:
   * @self: the history
   *
   * Something was done, undone or done again; emitted once for each level.
   */
  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * DramatisHistory::spliced:
   * @self: the history
   * @store: the list
   * @removed: (element-type DramatisThing): what was taken out of it
   * @added: (element-type DramatisThing): what was put into it
   *
   * A list has been spliced; emitted in the midst of a level, for those who keep books of what is there.
   */
  signals[SPLICED] =
    g_signal_new ("spliced", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_LIST_STORE, G_TYPE_PTR_ARRAY, G_TYPE_PTR_ARRAY);
}

static void
dramatis_history_init (DramatisHistory *self)
{
  self->levels = g_ptr_array_new_with_free_func (level_free);
  g_rw_lock_init (&self->lock);
}

/* Moves the border between what is done and what is undone, and tells everybody. */
static void
set_n_done (DramatisHistory *self,
            guint            n_done)
{
  self->n_done = n_done;
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * dramatis_history_new:
 * @owner: (nullable) (type GObject): who owns the history; edits of its own properties do not keep it alive
 *
 * Makes an empty history.
 *
 * Returns: (transfer full): a new history
 */
DramatisHistory *
dramatis_history_new (gpointer owner)
{
  DramatisHistory *self = g_object_new (DRAMATIS_TYPE_HISTORY, NULL);

  self->owner = owner;

  return self;
}

/**
 * dramatis_history_begin:
 * @self: a history
 * @label: what a person is about to do, translated: "Add Note"
 *
 * Begins a level of undo.
 *
 * Levels nest: an inner one becomes part of the outermost, whose label holds.
 */
void
dramatis_history_begin (DramatisHistory *self,
                        const char      *label)
{
  g_return_if_fail (DRAMATIS_IS_HISTORY (self));
  g_return_if_fail (label != NULL);

  if (self->depth++ > 0)
    return;

  g_rw_lock_writer_lock (&self->lock);
  self->open = level_new (label);
  self->resumes = FALSE;
}

/**
 * dramatis_history_resume:
 * @self: a history
 * @label: what a person is about to do, translated, should it be a level of its own
 * @serial: the serial number of the history when the last level was ended
 *
 * Begins to edit what follows from the last level and becomes part of it, unless something has been edited since.
 */
void
dramatis_history_resume (DramatisHistory *self,
                         const char      *label,
                         guint            serial)
{
  g_return_if_fail (self->depth == 0);

  dramatis_history_begin (self, label);
  self->resumes = serial == self->serial && self->n_done > 0 && self->n_done == self->levels->len;
}

/**
 * dramatis_history_set: (skip)
 * @self: a history
 * @object: (type GObject): the object to edit
 * @first_property: the name of a property
 * @...: its value, then further names and values, then %NULL
 *
 * Sets properties, as a part of the level that has begun.
 *
 * What has the value already is no edit.
 */
void
dramatis_history_set (DramatisHistory *self,
                      gpointer         object,
                      const char      *first_property,
                      ...)
{
  va_list args;

  va_start (args, first_property);
  dramatis_history_set_valist (self, object, first_property, args);
  va_end (args);
}

/**
 * dramatis_history_set_valist: (skip)
 * @self: a history
 * @object: (type GObject): the object to edit
 * @first_property: the name of a property
 * @args: its value, then further names and values, then %NULL
 *
 * Sets properties like [method@History.set].
 */
void
dramatis_history_set_valist (DramatisHistory *self,
                             gpointer         object,
                             const char      *first_property,
                             va_list          args)
{
  g_return_if_fail (DRAMATIS_IS_HISTORY (self));
  g_return_if_fail (G_IS_OBJECT (object));
  g_return_if_fail (self->open != NULL);

  for (const char *name = first_property; name != NULL; name = va_arg (args, const char *))
    {
      GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (object), name);
      g_autofree char *error = NULL;
      Edit edit = { 0 };

      g_return_if_fail (pspec != NULL);

      G_VALUE_COLLECT_INIT (&edit.value, pspec->value_type, args, 0, &error);
      if (error != NULL)
        g_error ("%s: %s", name, error);

      if (has_value (object, pspec, &edit.value))
        {
          g_value_unset (&edit.value);
          continue;
        }

      edit.is_owner = object == self->owner;
      edit.object = edit.is_owner ? object : g_object_ref (object);
      edit.pspec = pspec;
      edit_exchange (self, &edit);
      g_array_append_val (self->open->edits, edit);
    }
}

/**
 * dramatis_history_splice:
 * @self: a history
 * @store: a list of things
 * @position: where to change it
 * @n_removals: how many items to take out there
 * @additions: (array length=n_additions) (nullable): the items to put in there
 * @n_additions: how many
 *
 * Changes a list, as a part of the level that has begun.
 */
void
dramatis_history_splice (DramatisHistory *self,
                         GListStore      *store,
                         guint            position,
                         guint            n_removals,
                         gpointer        *additions,
                         guint            n_additions)
{
  Edit edit = { 0 };

  g_return_if_fail (DRAMATIS_IS_HISTORY (self));
  g_return_if_fail (G_IS_LIST_STORE (store));
  g_return_if_fail (self->open != NULL);

  edit.object = g_object_ref (store);
  edit.position = position;
  edit.n_present = n_removals;
  edit.absent = g_ptr_array_new_full (n_additions, g_object_unref);
  for (guint i = 0; i < n_additions; i++)
    g_ptr_array_add (edit.absent, g_object_ref (additions[i]));

  edit_exchange (self, &edit);
  g_array_append_val (self->open->edits, edit);
}

/**
 * dramatis_history_end:
 * @self: a history
 *
 * Ends a level of undo. What had been undone before cannot be done again any more.
 *
 * A level in which nothing was edited leaves no trace.
 */
void
dramatis_history_end (DramatisHistory *self)
{
  Level *level;

  g_return_if_fail (DRAMATIS_IS_HISTORY (self));
  g_return_if_fail (self->depth > 0);

  if (--self->depth > 0)
    return;

  level = g_steal_pointer (&self->open);
  g_rw_lock_writer_unlock (&self->lock);

  if (level->edits->len == 0)
    {
      level_free (level);
      return;
    }

  if (self->resumes)
    {
      Level *last = g_ptr_array_index (self->levels, self->n_done - 1);

      g_array_append_vals (last->edits, level->edits->data, level->edits->len);
      g_array_set_clear_func (level->edits, NULL);
      level_free (level);
      set_n_done (self, self->n_done);
      return;
    }

  g_ptr_array_set_size (self->levels, self->n_done);
  g_ptr_array_add (self->levels, level);
  set_n_done (self, self->n_done + 1);
}

static void
replay (DramatisHistory *self,
        Level           *level,
        guint            n_done)
{
  gboolean backwards = n_done < self->n_done;

  g_return_if_fail (self->open == NULL);

  self->replaying = TRUE;
  g_rw_lock_writer_lock (&self->lock);
  for (guint i = 0; i < level->edits->len; i++)
    edit_exchange (self, &g_array_index (level->edits, Edit, backwards ? level->edits->len - 1 - i : i));
  g_rw_lock_writer_unlock (&self->lock);

  set_n_done (self, n_done);
  self->replaying = FALSE;
}

/**
 * dramatis_history_undo:
 * @self: a history
 *
 * Undoes the last level, if there is one.
 */
void
dramatis_history_undo (DramatisHistory *self)
{
  g_return_if_fail (DRAMATIS_IS_HISTORY (self));

  if (self->n_done > 0)
    replay (self, g_ptr_array_index (self->levels, self->n_done - 1), self->n_done - 1);
}

/**
 * dramatis_history_redo:
 * @self: a history
 *
 * Does again what was undone last, if there is something.
 */
void
dramatis_history_redo (DramatisHistory *self)
{
  g_return_if_fail (DRAMATIS_IS_HISTORY (self));

  if (self->n_done < self->levels->len)
    replay (self, g_ptr_array_index (self->levels, self->n_done), self->n_done + 1);
}

/**
 * dramatis_history_clear:
 * @self: a history
 *
 * Forgets everything, so that the present state cannot be left by undoing: for what has just been read.
 */
void
dramatis_history_clear (DramatisHistory *self)
{
  g_return_if_fail (DRAMATIS_IS_HISTORY (self));
  g_return_if_fail (self->open == NULL);

  g_ptr_array_set_size (self->levels, 0);
  set_n_done (self, 0);
}

/**
 * dramatis_history_get_can_redo:
 * @self: a history
 *
 * Gets whether something undone can be done again.
 *
 * Returns: whether it can
 */
gboolean
dramatis_history_get_can_redo (DramatisHistory *self)
{
  g_return_val_if_fail (DRAMATIS_IS_HISTORY (self), FALSE);

  return self->n_done < self->levels->len;
}

/**
 * dramatis_history_get_can_undo:
 * @self: a history
 *
 * Gets whether something can be undone.
 *
 * Returns: whether it can
 */
gboolean
dramatis_history_get_can_undo (DramatisHistory *self)
{
  g_return_val_if_fail (DRAMATIS_IS_HISTORY (self), FALSE);

  return self->n_done > 0;
}

/**
 * dramatis_history_get_redo_label:
 * @self: a history
 *
 * Gets what would be done again.
 *
 * Returns: (transfer none) (nullable): the label of the level
 */
const char *
dramatis_history_get_redo_label (DramatisHistory *self)
{
  g_return_val_if_fail (DRAMATIS_IS_HISTORY (self), NULL);

  if (self->n_done == self->levels->len)
    return NULL;

  return ((Level *) g_ptr_array_index (self->levels, self->n_done))->label;
}

/**
 * dramatis_history_get_undo_label:
 * @self: a history
 *
 * Gets what would be undone.
 *
 * Returns: (transfer none) (nullable): the label of the level
 */
const char *
dramatis_history_get_undo_label (DramatisHistory *self)
{
  g_return_val_if_fail (DRAMATIS_IS_HISTORY (self), NULL);

  if (self->n_done == 0)
    return NULL;

  return ((Level *) g_ptr_array_index (self->levels, self->n_done - 1))->label;
}

/**
 * dramatis_history_reader_lock:
 * @self: a history
 *
 * Makes edits wait, so that another thread can read the things of the dossier.
 *
 * A level of undo that has begun is waited for: what is read is never half of one. Not for the thread that edits.
 */
void
dramatis_history_reader_lock (DramatisHistory *self)
{
  g_return_if_fail (DRAMATIS_IS_HISTORY (self));

  g_rw_lock_reader_lock (&self->lock);
}

/**
 * dramatis_history_reader_unlock:
 * @self: a history
 *
 * Ends what [method@History.reader_lock] began.
 */
void
dramatis_history_reader_unlock (DramatisHistory *self)
{
  g_return_if_fail (DRAMATIS_IS_HISTORY (self));

  g_rw_lock_reader_unlock (&self->lock);
}

/**
 * dramatis_history_get_replaying:
 * @self: a history
 *
 * Tells whoever is told of a change what kind of change it is.
 *
 * Returns: whether something is being undone or done again
 */
gboolean
dramatis_history_get_replaying (DramatisHistory *self)
{
  g_return_val_if_fail (DRAMATIS_IS_HISTORY (self), FALSE);

  return self->replaying;
}

/**
 * dramatis_history_get_serial:
 * @self: a history
 *
 * Gets a number that is another one after each edit, undo and redo.
 *
 * For the thread that edits, or between [method@History.reader_lock] and [method@History.reader_unlock].
 *
 * Returns: the number
 */
guint
dramatis_history_get_serial (DramatisHistory *self)
{
  g_return_val_if_fail (DRAMATIS_IS_HISTORY (self), 0);

  return self->serial;
}
