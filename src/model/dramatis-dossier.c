/* dramatis-dossier.c: everything that one file holds
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-dossier.h"

#include "dramatis-index.h"
#include "dramatis-thing-private.h"

/**
 * DramatisDossier:
 *
 * Everything that one file holds: articles, actors, events, notes and tags.
 *
 * A dossier owns its things, finds them by their identifiers and is where they are edited. Every edit goes
 * through its [property@Dossier:history].
 */

struct _DramatisDossier
{
  GObject          parent_instance;

  char            *title;
  char            *extra;
  DramatisHistory *history;
  GListStore      *actors;
  GListStore      *articles;
  GListStore      *events;
  GListStore      *notes;
  GListStore      *tags;

  /* Every identifier there ever was, and its thing, or NULL when that is gone: none is used twice. */
  GHashTable      *things;
  DramatisIndex   *index;
  gboolean         index_stale;   /* something has changed since it was made */
};

G_DEFINE_FINAL_TYPE (DramatisDossier, dramatis_dossier, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ACTORS,
  PROP_ARTICLES,
  PROP_EVENTS,
  PROP_EXTRA,
  PROP_HISTORY,
  PROP_NOTES,
  PROP_TAGS,
  PROP_TITLE,
  N_PROPS,
};

enum
{
  CHANGED,
  MERGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
note_thing (DramatisDossier *self,
            DramatisThing   *thing,
            gboolean         present)
{
  g_hash_table_insert (self->things, (gpointer) dramatis_thing_get_id (thing), present ? thing : NULL);

  if (DRAMATIS_IS_ARTICLE (thing))
    {
      GListModel *passages = dramatis_article_get_passages (DRAMATIS_ARTICLE (thing));

      for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
        {
          g_autoptr (DramatisThing) passage = g_list_model_get_item (passages, i);

          note_thing (self, passage, present);
        }
    }
}

static void
history_spliced_cb (DramatisHistory *history,
                    GListStore      *store,
                    GPtrArray       *removed,
                    GPtrArray       *added,
                    DramatisDossier *self)
{
  self->index_stale = TRUE;
  for (guint i = 0; i < removed->len; i++)
    note_thing (self, g_ptr_array_index (removed, i), FALSE);
  for (guint i = 0; i < added->len; i++)
    note_thing (self, g_ptr_array_index (added, i), TRUE);
}

static void
history_changed_cb (DramatisHistory *history,
                    DramatisDossier *self)
{
  self->index_stale = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
dramatis_dossier_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  DramatisDossier *self = DRAMATIS_DOSSIER (object);

  switch (prop_id)
    {
    case PROP_ACTORS:
      g_value_set_object (value, self->actors);
      break;
    case PROP_ARTICLES:
      g_value_set_object (value, self->articles);
      break;
    case PROP_EVENTS:
      g_value_set_object (value, self->events);
      break;
    case PROP_EXTRA:
      g_value_set_string (value, self->extra);
      break;
    case PROP_HISTORY:
      g_value_set_object (value, self->history);
      break;
    case PROP_NOTES:
      g_value_set_object (value, self->notes);
      break;
    case PROP_TAGS:
      g_value_set_object (value, self->tags);
      break;
    case PROP_TITLE:
      g_value_set_string (value, dramatis_dossier_get_title (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_dossier_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  DramatisDossier *self = DRAMATIS_DOSSIER (object);
  gboolean changed = FALSE;

  switch (prop_id)
    {
    case PROP_EXTRA:
      changed = dramatis_field_set_string (&self->extra, value);
      break;
    case PROP_TITLE:
      changed = dramatis_field_set_string (&self->title, value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }

  if (changed)
    g_object_notify_by_pspec (object, pspec);
}

static void
dramatis_dossier_dispose (GObject *object)
{
  DramatisDossier *self = DRAMATIS_DOSSIER (object);

  g_clear_object (&self->index);
  g_clear_object (&self->history);
  g_clear_object (&self->actors);
  g_clear_object (&self->articles);
  g_clear_object (&self->events);
  g_clear_object (&self->notes);
  g_clear_object (&self->tags);

  G_OBJECT_CLASS (dramatis_dossier_parent_class)->dispose (object);
}

static void
dramatis_dossier_finalize (GObject *object)
{
  DramatisDossier *self = DRAMATIS_DOSSIER (object);

  g_hash_table_unref (self->things);
  g_free (self->title);
  g_free (self->extra);

  G_OBJECT_CLASS (dramatis_dossier_parent_class)->finalize (object);
}

static void
dramatis_dossier_class_init (DramatisDossierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = dramatis_dossier_get_property;
  object_class->set_property = dramatis_dossier_set_property;
  object_class->dispose = dramatis_dossier_dispose;
  object_class->finalize = dramatis_dossier_finalize;

  /**
   * DramatisDossier:actors:
   *
   * The actors, of [class@Actor].
   */
  properties[PROP_ACTORS] = g_param_spec_object ("actors", NULL, NULL, G_TYPE_LIST_MODEL, readable);

  /**
   * DramatisDossier:articles:
   *
   * The articles in reading order, of [class@Article].
   */
  properties[PROP_ARTICLES] = g_param_spec_object ("articles", NULL, NULL, G_TYPE_LIST_MODEL, readable);

  /**
   * DramatisDossier:events:
   *
   * The events, of [class@Event].
   */
  properties[PROP_EVENTS] = g_param_spec_object ("events", NULL, NULL, G_TYPE_LIST_MODEL, readable);

  /**
   * DramatisDossier:extra:
   *
   * Members of the file's object that this version does not know, as the text of a JSON object, or %NULL.
   */
  properties[PROP_EXTRA] = g_param_spec_string ("extra", NULL, NULL, NULL, DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisDossier:history:
   *
   * What was done to the dossier.
   */
  properties[PROP_HISTORY] =
    g_param_spec_object ("history", NULL, NULL, DRAMATIS_TYPE_HISTORY, readable);

  /**
   * DramatisDossier:notes:
   *
   * The notes, of [class@Note].
   */
  properties[PROP_NOTES] = g_param_spec_object ("notes", NULL, NULL, G_TYPE_LIST_MODEL, readable);

  /**
   * DramatisDossier:tags:
   *
   * The tags, of [class@Tag].
   */
  properties[PROP_TAGS] = g_param_spec_object ("tags", NULL, NULL, G_TYPE_LIST_MODEL, readable);

  /**
   * DramatisDossier:title:
   *
   * The title.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", DRAMATIS_PARAM_EDITABLE);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * DramatisDossier::changed:
   * @self: the dossier
   *
   * Something was edited, undone or done again; emitted once for each level of undo.
   */
  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  /**
   * DramatisDossier::merged:
   * @self: the dossier
   * @from: (array zero-terminated=1): the identifiers of things that go away
   * @to: the identifier of what takes their place
   *
   * Things are being merged, in an edit that has not ended yet.
   */
  signals[MERGED] =
    g_signal_new ("merged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRV, G_TYPE_STRING);
}

static void
dramatis_dossier_init (DramatisDossier *self)
{
  self->history = dramatis_history_new (self);
  self->actors = g_list_store_new (DRAMATIS_TYPE_ACTOR);
  self->articles = g_list_store_new (DRAMATIS_TYPE_ARTICLE);
  self->events = g_list_store_new (DRAMATIS_TYPE_EVENT);
  self->notes = g_list_store_new (DRAMATIS_TYPE_NOTE);
  self->tags = g_list_store_new (DRAMATIS_TYPE_TAG);
  self->things = g_hash_table_new (g_str_hash, g_str_equal);

  g_signal_connect_object (self->history, "spliced", G_CALLBACK (history_spliced_cb), self, 0);
  g_signal_connect_object (self->history, "changed", G_CALLBACK (history_changed_cb), self, 0);
}

/**
 * dramatis_dossier_new:
 *
 * Makes an empty dossier.
 *
 * Returns: (transfer full): a new dossier
 */
DramatisDossier *
dramatis_dossier_new (void)
{
  return g_object_new (DRAMATIS_TYPE_DOSSIER, NULL);
}

/**
 * dramatis_dossier_get_actors:
 * @self: a dossier
 *
 * Gets the actors.
 *
 * Returns: (transfer none): a list of [class@Actor]
 */
GListModel *
dramatis_dossier_get_actors (DramatisDossier *self)
{
  g_return_val_if_fail (DRAMATIS_IS_DOSSIER (self), NULL);

  return G_LIST_MODEL (self->actors);
}

/**
 * dramatis_dossier_get_articles:
 * @self: a dossier
 *
 * Gets the articles in reading order.
 *
 * Returns: (transfer none): a list of [class@Article]
 */
GListModel *
dramatis_dossier_get_articles (DramatisDossier *self)
{
  g_return_val_if_fail (DRAMATIS_IS_DOSSIER (self), NULL);

  return G_LIST_MODEL (self->articles);
}

/**
 * dramatis_dossier_get_events:
 * @self: a dossier
 *
 * Gets the events.
 *
 * Returns: (transfer none): a list of [class@Event]
 */
GListModel *
dramatis_dossier_get_events (DramatisDossier *self)
{
  g_return_val_if_fail (DRAMATIS_IS_DOSSIER (self), NULL);

  return G_LIST_MODEL (self->events);
}

/**
 * dramatis_dossier_get_extra:
 * @self: a dossier
 *
 * Gets the members of the file's object that this version does not know.
 *
 * Returns: (transfer none) (nullable): the text of a JSON object
 */
const char *
dramatis_dossier_get_extra (DramatisDossier *self)
{
  g_return_val_if_fail (DRAMATIS_IS_DOSSIER (self), NULL);

  return self->extra;
}

/**
 * dramatis_dossier_get_history:
 * @self: a dossier
 *
 * Gets what was done to the dossier.
 *
 * Returns: (transfer none): the history
 */
DramatisHistory *
dramatis_dossier_get_history (DramatisDossier *self)
{
  g_return_val_if_fail (DRAMATIS_IS_DOSSIER (self), NULL);

  return self->history;
}

/**
 * dramatis_dossier_get_index:
 * @self: a dossier
 *
 * Gets which passages, events and notes belong together at present.
 *
 * There is another one when something has changed since the last call, with what has not changed taken over; for 17,000
 * passages that takes some milliseconds. It never changes itself: who keeps a reference keeps the old state.
 *
 * Returns: (transfer none): the index
 */
DramatisIndex *
dramatis_dossier_get_index (DramatisDossier *self)
{
  g_return_val_if_fail (DRAMATIS_IS_DOSSIER (self), NULL);

  if (self->index == NULL || self->index_stale)
    {
      g_autoptr (DramatisIndex) previous = g_steal_pointer (&self->index);

      self->index = dramatis_index_new (self, previous);
      self->index_stale = FALSE;
    }

  return self->index;
}

/**
 * dramatis_dossier_get_notes:
 * @self: a dossier
 *
 * Gets the notes.
 *
 * Returns: (transfer none): a list of [class@Note]
 */
GListModel *
dramatis_dossier_get_notes (DramatisDossier *self)
{
  g_return_val_if_fail (DRAMATIS_IS_DOSSIER (self), NULL);

  return G_LIST_MODEL (self->notes);
}

/**
 * dramatis_dossier_get_tags:
 * @self: a dossier
 *
 * Gets the tags.
 *
 * Returns: (transfer none): a list of [class@Tag]
 */
GListModel *
dramatis_dossier_get_tags (DramatisDossier *self)
{
  g_return_val_if_fail (DRAMATIS_IS_DOSSIER (self), NULL);

  return G_LIST_MODEL (self->tags);
}

/**
 * dramatis_dossier_get_title:
 * @self: a dossier
 *
 * Gets the title.
 *
 * Returns: (transfer none): the title
 */
const char *
dramatis_dossier_get_title (DramatisDossier *self)
{
  g_return_val_if_fail (DRAMATIS_IS_DOSSIER (self), NULL);

  return dramatis_field_string (self->title);
}

/**
 * dramatis_dossier_lookup:
 * @self: a dossier
 * @id: an identifier
 *
 * Finds a thing by its identifier.
 *
 * Returns: (transfer none) (nullable) (type DramatisThing): the thing
 */
gpointer
dramatis_dossier_lookup (DramatisDossier *self,
                         const char      *id)
{
  g_return_val_if_fail (DRAMATIS_IS_DOSSIER (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->things, id);
}

/**
 * dramatis_dossier_create_id:
 * @self: a dossier
 * @prefix: what the thing is: "note"
 * @seed: (nullable): what the thing is made from, or %NULL for something that a person made
 *
 * Makes an identifier that was never used in this dossier, and reserves it.
 *
 * With a seed the same import makes the same identifiers every time, so that its file is the same too. Without
 * one it is random, so that two people who add something to copies of a dossier do not clash.
 *
 * Returns: (transfer full): an identifier
 */
char *
dramatis_dossier_create_id (DramatisDossier *self,
                            const char      *prefix,
                            const char      *seed)
{
  g_autofree char *random = NULL;

  g_return_val_if_fail (DRAMATIS_IS_DOSSIER (self), NULL);
  g_return_val_if_fail (prefix != NULL, NULL);

  if (seed == NULL)
    seed = random = g_uuid_string_random ();

  for (guint attempt = 0;; attempt++)
    {
      g_autofree char *text = g_strdup_printf ("%s %s %u", prefix, seed, attempt);
      g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
      g_autofree char *id = g_strdup_printf ("%s-%.10s", prefix, digest);

      if (!g_hash_table_contains (self->things, id))
        {
          g_hash_table_insert (self->things, (gpointer) g_intern_string (id), NULL);
          return g_steal_pointer (&id);
        }
    }
}
