/* dramatis-session.c: what a window shows: a dossier under the one filter
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-session-private.h"

#include "dramatis-session-enum-types.h"

/**
 * DramatisSession:
 *
 * What a window shows: a dossier under the one filter, and where in it a person is.
 *
 * Every view of a window has the same session, calls its verbs and redraws when its properties change; no view
 * knows another one. What changes the dossier itself goes through [class@Dossier].
 */

G_DEFINE_FINAL_TYPE (DramatisSession, dramatis_session, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ACTIVE_NOTE,
  PROP_ACTOR_ORDER,
  PROP_ACTORS,
  PROP_ARTICLE,
  PROP_CURRENT,
  PROP_DIMMING,
  PROP_DOSSIER,
  PROP_EVENT,
  PROP_EVENTS,
  PROP_FILTER,
  PROP_FIND_TEXT,
  PROP_INDEX,
  PROP_MARKED,
  PROP_MATCHES,
  PROP_NOTES,
  PROP_NOTE_ORDER,
  PROP_SHOW_HIDDEN,
  N_PROPS,
};

enum
{
  FIND_CHANGED,
  REVEAL,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
update_colours (DramatisSession *self)
{
  GListModel *actors = dramatis_dossier_get_actors (self->dossier);

  g_hash_table_remove_all (self->colours);
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (DramatisActor) actor = g_list_model_get_item (actors, i);
      DramatisColour colour = dramatis_actor_get_colour (actor);

      if (colour == DRAMATIS_COLOUR_AUTOMATIC)
        colour = 1 + i % (DRAMATIS_N_COLOURS - 1);
      g_hash_table_insert (self->colours, (gpointer) dramatis_thing_get_id (DRAMATIS_THING (actor)),
                           GUINT_TO_POINTER (colour));
    }
}

static void
update_matches (DramatisSession *self)
{
  GArray *all = dramatis_filter_match_passages (self->filter, self->index);

  g_clear_pointer (&self->matches, g_array_unref);
  self->matches = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < all->len; i++)
    {
      guint position = g_array_index (all, guint, i);

      if (position - self->first < self->n_passages)
        g_array_append_val (self->matches, position);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MATCHES]);
  dramatis_session_update_hits (self);
}

static void
filter_changed_cb (DramatisFilter  *filter,
                   DramatisSession *self)
{
  self->spanless_changed = FALSE;
  dramatis_filter_set_actors (self->spanless, dramatis_filter_get_actors (filter));
  dramatis_filter_set_match (self->spanless, dramatis_filter_get_match (filter));
  dramatis_filter_set_tags (self->spanless, dramatis_filter_get_tags (filter));
  dramatis_filter_set_words (self->spanless, dramatis_filter_get_text (filter),
                             dramatis_filter_get_whole_words (filter));

  update_matches (self);
  /* Events outside of the span are listed too: another span changes nothing about them. */
  if (self->spanless_changed)
    dramatis_session_update_events (self);
  dramatis_session_update_notes (self);
}

static void
spanless_changed_cb (DramatisFilter  *spanless,
                     DramatisSession *self)
{
  self->spanless_changed = TRUE;
}

static void
dossier_changed_cb (DramatisDossier *dossier,
                    DramatisSession *self)
{
  g_set_object (&self->index, dramatis_dossier_get_index (dossier));

  g_object_freeze_notify (G_OBJECT (self));
  if (self->article != NULL
      && dramatis_dossier_lookup (dossier, dramatis_thing_get_id (DRAMATIS_THING (self->article))) == NULL)
    dramatis_session_set_article (self, NULL);
  if (self->active_note != NULL
      && dramatis_dossier_lookup (dossier, dramatis_thing_get_id (DRAMATIS_THING (self->active_note))) == NULL)
    dramatis_session_set_active_note (self, NULL);
  if (self->event != NULL
      && dramatis_dossier_lookup (dossier, dramatis_thing_get_id (DRAMATIS_THING (self->event))) == NULL)
    dramatis_session_set_event (self, NULL);
  update_colours (self);
  dramatis_index_get_scope (self->index, self->article, &self->first, &self->n_passages);
  dramatis_session_prune_filter (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INDEX]);
  update_matches (self);
  g_object_thaw_notify (G_OBJECT (self));

  dramatis_session_update_actors (self);
  dramatis_session_update_events (self);
  dramatis_session_update_notes (self);
}

static void
dramatis_session_constructed (GObject *object)
{
  DramatisSession *self = DRAMATIS_SESSION (object);

  G_OBJECT_CLASS (dramatis_session_parent_class)->constructed (object);

  self->index = g_object_ref (dramatis_dossier_get_index (self->dossier));
  dramatis_session_init_filter (self);
  update_colours (self);
  dramatis_index_get_scope (self->index, self->article, &self->first, &self->n_passages);
  update_matches (self);

  g_signal_connect_object (self->filter, "changed", G_CALLBACK (filter_changed_cb), self, 0);
  g_signal_connect_object (self->dossier, "changed", G_CALLBACK (dossier_changed_cb), self, 0);
}

static void
dramatis_session_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  DramatisSession *self = DRAMATIS_SESSION (object);

  switch (prop_id)
    {
    case PROP_ACTIVE_NOTE:
      g_value_set_object (value, self->active_note);
      break;
    case PROP_ACTOR_ORDER:
      g_value_set_enum (value, self->actor_order);
      break;
    case PROP_ACTORS:
      g_value_set_object (value, dramatis_session_get_actors (self));
      break;
    case PROP_ARTICLE:
      g_value_set_object (value, self->article);
      break;
    case PROP_CURRENT:
      g_value_set_uint (value, self->current);
      break;
    case PROP_DIMMING:
      g_value_set_boolean (value, self->dimming);
      break;
    case PROP_DOSSIER:
      g_value_set_object (value, self->dossier);
      break;
    case PROP_EVENT:
      g_value_set_object (value, self->event);
      break;
    case PROP_EVENTS:
      g_value_set_object (value, dramatis_session_get_events (self));
      break;
    case PROP_FILTER:
      g_value_set_object (value, self->filter);
      break;
    case PROP_FIND_TEXT:
      g_value_set_string (value, dramatis_session_get_find_text (self));
      break;
    case PROP_INDEX:
      g_value_set_object (value, self->index);
      break;
    case PROP_MARKED:
      g_value_set_boxed (value, self->marked);
      break;
    case PROP_MATCHES:
      g_value_set_boxed (value, self->matches);
      break;
    case PROP_NOTES:
      g_value_set_object (value, dramatis_session_get_notes (self));
      break;
    case PROP_NOTE_ORDER:
      g_value_set_enum (value, self->note_order);
      break;
    case PROP_SHOW_HIDDEN:
      g_value_set_boolean (value, self->show_hidden);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_session_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  DramatisSession *self = DRAMATIS_SESSION (object);

  switch (prop_id)
    {
    case PROP_ACTIVE_NOTE:
      dramatis_session_set_active_note (self, g_value_get_object (value));
      break;
    case PROP_ACTOR_ORDER:
      dramatis_session_set_actor_order (self, g_value_get_enum (value));
      break;
    case PROP_ARTICLE:
      dramatis_session_set_article (self, g_value_get_object (value));
      break;
    case PROP_CURRENT:
      dramatis_session_set_current (self, g_value_get_uint (value));
      break;
    case PROP_DIMMING:
      dramatis_session_set_dimming (self, g_value_get_boolean (value));
      break;
    case PROP_DOSSIER:
      self->dossier = g_value_dup_object (value);
      break;
    case PROP_EVENT:
      dramatis_session_set_event (self, g_value_get_object (value));
      break;
    case PROP_FIND_TEXT:
      dramatis_session_set_find (self, g_value_get_string (value), self->find_whole_words);
      break;
    case PROP_MARKED:
      dramatis_session_set_marked (self, g_value_get_boxed (value));
      break;
    case PROP_NOTE_ORDER:
      dramatis_session_set_note_order (self, g_value_get_enum (value));
      break;
    case PROP_SHOW_HIDDEN:
      dramatis_session_set_show_hidden (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_session_dispose (GObject *object)
{
  DramatisSession *self = DRAMATIS_SESSION (object);

  dramatis_session_dispose_find (self);
  g_clear_object (&self->actors);
  g_clear_object (&self->all_actors);
  g_clear_object (&self->events);
  g_clear_object (&self->notes);
  g_clear_object (&self->hidden_filter);
  g_clear_object (&self->article);
  g_clear_object (&self->active_note);
  g_clear_object (&self->event);
  g_clear_object (&self->index);
  g_clear_object (&self->spanless);
  g_clear_object (&self->filter);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (dramatis_session_parent_class)->dispose (object);
}

static void
dramatis_session_finalize (GObject *object)
{
  DramatisSession *self = DRAMATIS_SESSION (object);

  g_clear_pointer (&self->marked, g_ptr_array_unref);
  g_clear_pointer (&self->matches, g_array_unref);
  g_array_unref (self->passage_hits);
  g_array_unref (self->prunings);
  g_hash_table_unref (self->merged);
  g_hash_table_unref (self->colours);
  g_free (self->find_text);

  G_OBJECT_CLASS (dramatis_session_parent_class)->finalize (object);
}

static void
dramatis_session_class_init (DramatisSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = dramatis_session_constructed;
  object_class->get_property = dramatis_session_get_property;
  object_class->set_property = dramatis_session_set_property;
  object_class->dispose = dramatis_session_dispose;
  object_class->finalize = dramatis_session_finalize;

  /**
   * DramatisSession:active-note:
   *
   * The note that is being written or has been asked for, or %NULL.
   */
  properties[PROP_ACTIVE_NOTE] =
    g_param_spec_object ("active-note", NULL, NULL, DRAMATIS_TYPE_NOTE, writable);

  /**
   * DramatisSession:actor-order:
   *
   * How the actors of one kind are sorted.
   */
  properties[PROP_ACTOR_ORDER] =
    g_param_spec_enum ("actor-order", NULL, NULL, DRAMATIS_TYPE_ACTOR_ORDER, DRAMATIS_ACTOR_ORDER_MENTIONS,
                       writable);

  /**
   * DramatisSession:actors:
   *
   * The actors that were not rejected and are not hidden, or are shown all the same, by kind and [property@Session:actor-order].
   */
  properties[PROP_ACTORS] = g_param_spec_object ("actors", NULL, NULL, G_TYPE_LIST_MODEL, readable);

  /**
   * DramatisSession:article:
   *
   * The article that is shown, or %NULL for all of them.
   */
  properties[PROP_ARTICLE] =
    g_param_spec_object ("article", NULL, NULL, DRAMATIS_TYPE_ARTICLE, writable);

  /**
   * DramatisSession:current:
   *
   * The position of the passage that is being read.
   */
  properties[PROP_CURRENT] = g_param_spec_uint ("current", NULL, NULL, 0, G_MAXUINT, 0, writable);

  /**
   * DramatisSession:dimming:
   *
   * Whether the article shows what does not pass the filter, dimmed, instead of hiding it.
   */
  properties[PROP_DIMMING] = g_param_spec_boolean ("dimming", NULL, NULL, FALSE, writable);

  /**
   * DramatisSession:dossier:
   *
   * The dossier.
   */
  properties[PROP_DOSSIER] =
    g_param_spec_object ("dossier", NULL, NULL, DRAMATIS_TYPE_DOSSIER,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * DramatisSession:event:
   *
   * The event that is pointed at or has the focus, in the text, on the timeline or in a list, or %NULL.
   */
  properties[PROP_EVENT] = g_param_spec_object ("event", NULL, NULL, DRAMATIS_TYPE_EVENT, writable);

  /**
   * DramatisSession:events:
   *
   * The events that have a time and pass the filter, its span aside, in the order of time.
   */
  properties[PROP_EVENTS] = g_param_spec_object ("events", NULL, NULL, G_TYPE_LIST_MODEL, readable);

  /**
   * DramatisSession:filter:
   *
   * The one filter.
   */
  properties[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, DRAMATIS_TYPE_FILTER, readable);

  /**
   * DramatisSession:find-text:
   *
   * The words that are looked for in the text.
   */
  properties[PROP_FIND_TEXT] = g_param_spec_string ("find-text", NULL, NULL, "", writable);

  /**
   * DramatisSession:index:
   *
   * The index of the dossier; another one whenever the dossier was edited.
   */
  properties[PROP_INDEX] = g_param_spec_object ("index", NULL, NULL, DRAMATIS_TYPE_INDEX, readable);

  /**
   * DramatisSession:marked:
   *
   * The text that is marked: an anchor for each passage in which some is, in reading order; or %NULL.
   */
  properties[PROP_MARKED] = g_param_spec_boxed ("marked", NULL, NULL, G_TYPE_PTR_ARRAY, writable);

  /**
   * DramatisSession:matches:
   *
   * The positions of the passages in scope that pass the filter, ascending.
   */
  properties[PROP_MATCHES] = g_param_spec_boxed ("matches", NULL, NULL, G_TYPE_ARRAY, readable);

  /**
   * DramatisSession:notes:
   *
   * The notes that pass the filter, by [property@Session:note-order].
   */
  properties[PROP_NOTES] = g_param_spec_object ("notes", NULL, NULL, G_TYPE_LIST_MODEL, readable);

  /**
   * DramatisSession:note-order:
   *
   * How the notes are sorted.
   */
  properties[PROP_NOTE_ORDER] =
    g_param_spec_enum ("note-order", NULL, NULL, DRAMATIS_TYPE_NOTE_ORDER, DRAMATIS_NOTE_ORDER_PLACE, writable);

  /**
   * DramatisSession:show-hidden:
   *
   * Whether [property@Session:actors] has those that a person has hidden, too.
   */
  properties[PROP_SHOW_HIDDEN] = g_param_spec_boolean ("show-hidden", NULL, NULL, FALSE, writable);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * DramatisSession::find-changed:
   * @self: the session
   *
   * The places of the words looked for have changed, or which of them is the current one.
   */
  signals[FIND_CHANGED] =
    g_signal_new ("find-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  /**
   * DramatisSession::reveal:
   * @self: the session
   * @position: the position of a passage
   * @range: (type gpointer) (nullable): a DramatisRange in it, in code points
   *
   * Somebody wants to see a passage, and words in it.
   */
  signals[REVEAL] =
    g_signal_new ("reveal", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_POINTER);
}

static void
dramatis_session_init (DramatisSession *self)
{
  self->filter = dramatis_filter_new ();
  self->spanless = dramatis_filter_new ();
  g_signal_connect_object (self->spanless, "changed", G_CALLBACK (spanless_changed_cb), self, 0);
  self->colours = g_hash_table_new (NULL, NULL);
  self->passage_hits = g_array_new (FALSE, FALSE, sizeof (DramatisPassageHits));
}

/**
 * dramatis_session_new:
 * @dossier: a dossier
 *
 * Makes a session that shows all of a dossier.
 *
 * Returns: (transfer full): a new session
 */
DramatisSession *
dramatis_session_new (DramatisDossier *dossier)
{
  g_return_val_if_fail (DRAMATIS_IS_DOSSIER (dossier), NULL);

  return g_object_new (DRAMATIS_TYPE_SESSION, "dossier", dossier, NULL);
}

/**
 * dramatis_session_get_article:
 * @self: a session
 *
 * Gets the article that is shown.
 *
 * Returns: (transfer none) (nullable): the article, or %NULL for all of them
 */
DramatisArticle *
dramatis_session_get_article (DramatisSession *self)
{
  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), NULL);

  return self->article;
}

/**
 * dramatis_session_get_current:
 * @self: a session
 *
 * Gets which passage is being read.
 *
 * Returns: its position
 */
guint
dramatis_session_get_current (DramatisSession *self)
{
  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), 0);

  return self->current;
}

/**
 * dramatis_session_get_dossier:
 * @self: a session
 *
 * Gets the dossier.
 *
 * Returns: (transfer none): the dossier
 */
DramatisDossier *
dramatis_session_get_dossier (DramatisSession *self)
{
  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), NULL);

  return self->dossier;
}

/**
 * dramatis_session_get_filter:
 * @self: a session
 *
 * Gets the one filter.
 *
 * Returns: (transfer none): the filter
 */
DramatisFilter *
dramatis_session_get_filter (DramatisSession *self)
{
  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), NULL);

  return self->filter;
}

/**
 * dramatis_session_get_index:
 * @self: a session
 *
 * Gets the index of the dossier as it is at present.
 *
 * Returns: (transfer none): the index
 */
DramatisIndex *
dramatis_session_get_index (DramatisSession *self)
{
  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), NULL);

  return self->index;
}

/**
 * dramatis_session_get_matches:
 * @self: a session
 *
 * Gets the passages in scope that pass the filter.
 *
 * Returns: (transfer none) (element-type guint): their positions, ascending
 */
GArray *
dramatis_session_get_matches (DramatisSession *self)
{
  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), NULL);

  return self->matches;
}

/**
 * dramatis_session_set_article:
 * @self: a session
 * @article: (nullable): an article of the dossier, or %NULL for all of them
 *
 * Shows one article alone, or all of them.
 */
void
dramatis_session_set_article (DramatisSession *self,
                              DramatisArticle *article)
{
  g_return_if_fail (DRAMATIS_IS_SESSION (self));

  if (!g_set_object (&self->article, article))
    return;

  dramatis_index_get_scope (self->index, self->article, &self->first, &self->n_passages);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE]);
  update_matches (self);
}

/**
 * dramatis_session_set_current:
 * @self: a session
 * @position: the position of a passage
 *
 * Says which passage is being read.
 */
void
dramatis_session_set_current (DramatisSession *self,
                              guint            position)
{
  g_return_if_fail (DRAMATIS_IS_SESSION (self));

  if (self->current == position)
    return;

  self->current = position;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
}

void
dramatis_session_emit_reveal (DramatisSession     *self,
                              guint                position,
                              const DramatisRange *range)
{
  g_signal_emit (self, signals[REVEAL], 0, position, range);
}
