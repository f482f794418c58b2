/* dramatis-filter.c: the one filter, and what passes it
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-filter-private.h"

#include "dramatis-enum-types.h"
#include "dramatis-thing-private.h"

/**
 * DramatisFilter:
 *
 * The one filter: actors, a span of time, words and tags.
 *
 * A passage passes if it mentions the actors (any or all of them), has evidence of an event in the span, holds the
 * words, and bears a note with one of the tags. Events and notes pass by what they are about. A part that is
 * empty lets everything pass.
 */

G_DEFINE_FINAL_TYPE (DramatisFilter, dramatis_filter, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ACTORS,
  PROP_EMPTY,
  PROP_MATCH,
  PROP_SPAN,
  PROP_TAGS,
  PROP_TEXT,
  N_PROPS,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* A state is complete before anybody hears of it: first forget what followed from the old one, then tell. */
static void
changed (DramatisFilter *self,
         guint           prop_id)
{
  dramatis_filter_forget (self);

  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EMPTY]);
  g_object_thaw_notify (G_OBJECT (self));

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
dramatis_filter_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  DramatisFilter *self = DRAMATIS_FILTER (object);

  switch (prop_id)
    {
    case PROP_ACTORS:
      g_value_set_boxed (value, dramatis_filter_get_actors (self));
      break;
    case PROP_EMPTY:
      g_value_set_boolean (value, dramatis_filter_is_empty (self));
      break;
    case PROP_MATCH:
      g_value_set_enum (value, self->match);
      break;
    case PROP_SPAN:
      g_value_set_boxed (value, self->span);
      break;
    case PROP_TAGS:
      g_value_set_boxed (value, dramatis_filter_get_tags (self));
      break;
    case PROP_TEXT:
      g_value_set_string (value, dramatis_filter_get_text (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_filter_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  DramatisFilter *self = DRAMATIS_FILTER (object);

  switch (prop_id)
    {
    case PROP_ACTORS:
      dramatis_filter_set_actors (self, g_value_get_boxed (value));
      break;
    case PROP_MATCH:
      dramatis_filter_set_match (self, g_value_get_enum (value));
      break;
    case PROP_SPAN:
      dramatis_filter_set_span (self, g_value_get_boxed (value));
      break;
    case PROP_TAGS:
      dramatis_filter_set_tags (self, g_value_get_boxed (value));
      break;
    case PROP_TEXT:
      dramatis_filter_set_text (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_filter_finalize (GObject *object)
{
  DramatisFilter *self = DRAMATIS_FILTER (object);

  dramatis_filter_forget (self);
  g_clear_pointer (&self->span, dramatis_span_free);
  g_clear_pointer (&self->needle, dramatis_needle_free);
  g_strfreev (self->actors);
  g_strfreev (self->tags);
  g_free (self->text);

  G_OBJECT_CLASS (dramatis_filter_parent_class)->finalize (object);
}

static void
dramatis_filter_class_init (DramatisFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dramatis_filter_get_property;
  object_class->set_property = dramatis_filter_set_property;
  object_class->finalize = dramatis_filter_finalize;

  /**
   * DramatisFilter:actors:
   *
   * The identifiers of the actors.
   */
  properties[PROP_ACTORS] =
    g_param_spec_boxed ("actors", NULL, NULL, G_TYPE_STRV, DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisFilter:empty:
   *
   * Whether everything passes.
   */
  properties[PROP_EMPTY] =
    g_param_spec_boolean ("empty", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DramatisFilter:match:
   *
   * How several actors combine.
   */
  properties[PROP_MATCH] =
    g_param_spec_enum ("match", NULL, NULL, DRAMATIS_TYPE_MATCH, DRAMATIS_MATCH_ANY,
                       DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisFilter:span:
   *
   * The span of time, or %NULL for all time.
   */
  properties[PROP_SPAN] =
    g_param_spec_boxed ("span", NULL, NULL, DRAMATIS_TYPE_SPAN, DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisFilter:tags:
   *
   * The identifiers of the tags; one of them is enough.
   */
  properties[PROP_TAGS] =
    g_param_spec_boxed ("tags", NULL, NULL, G_TYPE_STRV, DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisFilter:text:
   *
   * The words, without regard to case and accents: see [method@Filter.set_words].
   */
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, "", DRAMATIS_PARAM_EDITABLE);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * DramatisFilter::changed:
   * @self: the filter
   *
   * The filter has changed; emitted once for each change.
   */
  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
dramatis_filter_init (DramatisFilter *self)
{
}

/**
 * dramatis_filter_new:
 *
 * Makes a filter that lets everything pass.
 *
 * Returns: (transfer full): a new filter
 */
DramatisFilter *
dramatis_filter_new (void)
{
  return g_object_new (DRAMATIS_TYPE_FILTER, NULL);
}

/**
 * dramatis_filter_get_actors:
 * @self: a filter
 *
 * Gets the actors.
 *
 * Returns: (transfer none) (array zero-terminated=1): the identifiers of the actors
 */
const char * const *
dramatis_filter_get_actors (DramatisFilter *self)
{
  g_return_val_if_fail (DRAMATIS_IS_FILTER (self), NULL);

  return dramatis_field_strv (self->actors);
}

/**
 * dramatis_filter_get_match:
 * @self: a filter
 *
 * Gets how several actors combine.
 *
 * Returns: how they do
 */
DramatisMatch
dramatis_filter_get_match (DramatisFilter *self)
{
  g_return_val_if_fail (DRAMATIS_IS_FILTER (self), DRAMATIS_MATCH_ANY);

  return self->match;
}

/**
 * dramatis_filter_get_span:
 * @self: a filter
 *
 * Gets the span of time.
 *
 * Returns: (transfer none) (nullable): the span, or %NULL for all time
 */
const DramatisSpan *
dramatis_filter_get_span (DramatisFilter *self)
{
  g_return_val_if_fail (DRAMATIS_IS_FILTER (self), NULL);

  return self->span;
}

/**
 * dramatis_filter_get_tags:
 * @self: a filter
 *
 * Gets the tags.
 *
 * Returns: (transfer none) (array zero-terminated=1): the identifiers of the tags
 */
const char * const *
dramatis_filter_get_tags (DramatisFilter *self)
{
  g_return_val_if_fail (DRAMATIS_IS_FILTER (self), NULL);

  return dramatis_field_strv (self->tags);
}

/**
 * dramatis_filter_get_text:
 * @self: a filter
 *
 * Gets the words.
 *
 * Returns: (transfer none): the words
 */
const char *
dramatis_filter_get_text (DramatisFilter *self)
{
  g_return_val_if_fail (DRAMATIS_IS_FILTER (self), NULL);

  return dramatis_field_string (self->text);
}

/**
 * dramatis_filter_get_whole_words:
 * @self: a filter
 *
 * Gets whether the words count only where no letter or digit goes on.
 *
 * Returns: whether they do
 */
gboolean
dramatis_filter_get_whole_words (DramatisFilter *self)
{
  g_return_val_if_fail (DRAMATIS_IS_FILTER (self), FALSE);

  return self->whole_words;
}

/**
 * dramatis_filter_has_actor:
 * @self: a filter
 * @id: the identifier of an actor
 *
 * Tells whether an actor is one of those of the filter.
 *
 * Returns: whether it is
 */
gboolean
dramatis_filter_has_actor (DramatisFilter *self,
                           const char     *id)
{
  return g_strv_contains (dramatis_filter_get_actors (self), id);
}

/**
 * dramatis_filter_has_part:
 * @self: a filter
 * @part: a part
 *
 * Tells whether a part keeps anything from passing.
 *
 * Returns: whether it may
 */
gboolean
dramatis_filter_has_part (DramatisFilter     *self,
                          DramatisFilterPart  part)
{
  g_return_val_if_fail (DRAMATIS_IS_FILTER (self), FALSE);

  switch (part)
    {
    case DRAMATIS_FILTER_PART_MATCH:
      return self->match == DRAMATIS_MATCH_ALL && g_strv_length ((char **) dramatis_filter_get_actors (self)) > 1;
    case DRAMATIS_FILTER_PART_ACTORS:
      return *dramatis_filter_get_actors (self) != NULL;
    case DRAMATIS_FILTER_PART_SPAN:
      return dramatis_filter_get_span (self) != NULL;
    case DRAMATIS_FILTER_PART_TEXT:
      return *dramatis_filter_get_text (self) != '\0';
    case DRAMATIS_FILTER_PART_TAGS:
      return *dramatis_filter_get_tags (self) != NULL;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * dramatis_filter_has_tag:
 * @self: a filter
 * @id: the identifier of a tag
 *
 * Tells whether a tag is one of those of the filter.
 *
 * Returns: whether it is
 */
gboolean
dramatis_filter_has_tag (DramatisFilter *self,
                         const char     *id)
{
  return g_strv_contains (dramatis_filter_get_tags (self), id);
}

/**
 * dramatis_filter_is_empty:
 * @self: a filter
 *
 * Tells whether everything passes.
 *
 * Returns: whether it does
 */
gboolean
dramatis_filter_is_empty (DramatisFilter *self)
{
  g_return_val_if_fail (DRAMATIS_IS_FILTER (self), TRUE);

  return self->actors == NULL && self->span == NULL && self->tags == NULL && self->text == NULL;
}

static void
set_strv (DramatisFilter      *self,
          char              ***field,
          const char * const  *strv,
          guint                prop_id)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRV);
  g_value_set_boxed (&value, strv);
  if (dramatis_field_set_strv (field, &value))
    changed (self, prop_id);
}

/**
 * dramatis_filter_remove_part:
 * @self: a filter
 * @part: a part
 * @id: (nullable): of the actors or the tags only that with this identifier
 *
 * Takes a part out.
 */
void
dramatis_filter_remove_part (DramatisFilter     *self,
                             DramatisFilterPart  part,
                             const char         *id)
{
  g_return_if_fail (DRAMATIS_IS_FILTER (self));

  switch (part)
    {
    case DRAMATIS_FILTER_PART_MATCH:
      dramatis_filter_set_match (self, DRAMATIS_MATCH_ANY);
      break;
    case DRAMATIS_FILTER_PART_ACTORS:
      if (id == NULL)
        dramatis_filter_set_actors (self, NULL);
      else if (dramatis_filter_has_actor (self, id))
        dramatis_filter_toggle_actor (self, id);
      break;
    case DRAMATIS_FILTER_PART_SPAN:
      dramatis_filter_set_span (self, NULL);
      break;
    case DRAMATIS_FILTER_PART_TEXT:
      dramatis_filter_set_text (self, NULL);
      break;
    case DRAMATIS_FILTER_PART_TAGS:
      if (id == NULL)
        dramatis_filter_set_tags (self, NULL);
      else if (dramatis_filter_has_tag (self, id))
        dramatis_filter_toggle_tag (self, id);
      break;
    default:
      g_return_if_reached ();
    }
}

/**
 * dramatis_filter_set_actors:
 * @self: a filter
 * @ids: (nullable) (array zero-terminated=1): the identifiers of actors
 *
 * Sets the actors.
 */
void
dramatis_filter_set_actors (DramatisFilter     *self,
                            const char * const *ids)
{
  g_return_if_fail (DRAMATIS_IS_FILTER (self));

  set_strv (self, &self->actors, ids, PROP_ACTORS);
}

/**
 * dramatis_filter_set_match:
 * @self: a filter
 * @match: how several actors combine
 *
 * Sets how several actors combine.
 */
void
dramatis_filter_set_match (DramatisFilter *self,
                           DramatisMatch   match)
{
  g_return_if_fail (DRAMATIS_IS_FILTER (self));

  if (self->match == match)
    return;

  self->match = match;
  changed (self, PROP_MATCH);
}

/**
 * dramatis_filter_set_span:
 * @self: a filter
 * @span: (nullable): a span of time, or %NULL for all time
 *
 * Sets the span of time.
 */
void
dramatis_filter_set_span (DramatisFilter     *self,
                          const DramatisSpan *span)
{
  g_return_if_fail (DRAMATIS_IS_FILTER (self));

  if (dramatis_span_equal (self->span, span))
    return;

  g_clear_pointer (&self->span, dramatis_span_free);
  self->span = span != NULL ? dramatis_span_copy (span) : NULL;
  changed (self, PROP_SPAN);
}

/**
 * dramatis_filter_set_tags:
 * @self: a filter
 * @ids: (nullable) (array zero-terminated=1): the identifiers of tags
 *
 * Sets the tags.
 */
void
dramatis_filter_set_tags (DramatisFilter     *self,
                          const char * const *ids)
{
  g_return_if_fail (DRAMATIS_IS_FILTER (self));

  set_strv (self, &self->tags, ids, PROP_TAGS);
}

/**
 * dramatis_filter_set_text:
 * @self: a filter
 * @text: (nullable): words
 *
 * Sets the words, which may be a part of others.
 */
void
dramatis_filter_set_text (DramatisFilter *self,
                          const char     *text)
{
  dramatis_filter_set_words (self, text, FALSE);
}

/**
 * dramatis_filter_set_words:
 * @self: a filter
 * @text: (nullable): words
 * @whole_words: whether they count only where no letter or digit goes on
 *
 * Sets the words.
 */
void
dramatis_filter_set_words (DramatisFilter *self,
                           const char     *text,
                           gboolean        whole_words)
{
  g_return_if_fail (DRAMATIS_IS_FILTER (self));

  if (text != NULL && *text == '\0')
    text = NULL;
  if (text == NULL)
    whole_words = FALSE;
  if (g_strcmp0 (self->text, text) == 0 && self->whole_words == whole_words)
    return;

  g_free (self->text);
  g_clear_pointer (&self->needle, dramatis_needle_free);
  self->text = g_strdup (text);
  self->whole_words = whole_words;
  if (text != NULL)
    self->needle = dramatis_needle_new (text, whole_words);
  changed (self, PROP_TEXT);
}

static void
toggle (DramatisFilter  *self,
        char          ***field,
        const char      *id,
        guint            prop_id)
{
  const char * const *ids = dramatis_field_strv (*field);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) result = NULL;
  gboolean had = FALSE;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (g_str_equal (ids[i], id))
        had = TRUE;
      else
        g_strv_builder_add (builder, ids[i]);
    }
  if (!had)
    g_strv_builder_add (builder, id);

  result = g_strv_builder_end (builder);
  set_strv (self, field, (const char * const *) result, prop_id);
}

/**
 * dramatis_filter_toggle_actor:
 * @self: a filter
 * @id: the identifier of an actor
 *
 * Adds an actor to the filter, or takes it out of it.
 */
void
dramatis_filter_toggle_actor (DramatisFilter *self,
                              const char     *id)
{
  g_return_if_fail (DRAMATIS_IS_FILTER (self));

  toggle (self, &self->actors, id, PROP_ACTORS);
}

/**
 * dramatis_filter_toggle_tag:
 * @self: a filter
 * @id: the identifier of a tag
 *
 * Adds a tag to the filter, or takes it out of it.
 */
void
dramatis_filter_toggle_tag (DramatisFilter *self,
                            const char     *id)
{
  g_return_if_fail (DRAMATIS_IS_FILTER (self));

  toggle (self, &self->tags, id, PROP_TAGS);
}

/**
 * dramatis_filter_clear:
 * @self: a filter
 *
 * Lets everything pass. How several actors combine stays as it is.
 */
void
dramatis_filter_clear (DramatisFilter *self)
{
  g_return_if_fail (DRAMATIS_IS_FILTER (self));

  if (dramatis_filter_is_empty (self))
    return;

  g_clear_pointer (&self->actors, g_strfreev);
  g_clear_pointer (&self->span, dramatis_span_free);
  g_clear_pointer (&self->tags, g_strfreev);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->needle, dramatis_needle_free);
  self->whole_words = FALSE;

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    {
      if (i != PROP_MATCH)
        g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
    }
  changed (self, PROP_EMPTY);
  g_object_thaw_notify (G_OBJECT (self));
}
