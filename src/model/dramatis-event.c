/* dramatis-event.c: a dated event and its evidence
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-event.h"

#include "dramatis-enum-types.h"
#include "dramatis-thing-private.h"

/**
 * DramatisEvent:
 *
 * Something that happened at a time, and the words from which that is known.
 */

struct _DramatisEvent
{
  DramatisThing    parent_instance;

  char           **actors;
  GPtrArray       *evidence;
  DramatisStatus   status;
  DramatisTime    *time;
  char            *title;
};

G_DEFINE_FINAL_TYPE (DramatisEvent, dramatis_event, DRAMATIS_TYPE_THING)

enum
{
  PROP_0,
  PROP_ACTORS,
  PROP_EVIDENCE,
  PROP_STATUS,
  PROP_TIME,
  PROP_TITLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
dramatis_event_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  DramatisEvent *self = DRAMATIS_EVENT (object);

  switch (prop_id)
    {
    case PROP_ACTORS:
      g_value_set_boxed (value, dramatis_event_get_actors (self));
      break;
    case PROP_EVIDENCE:
      g_value_set_boxed (value, self->evidence);
      break;
    case PROP_STATUS:
      g_value_set_enum (value, self->status);
      break;
    case PROP_TIME:
      g_value_set_boxed (value, self->time);
      break;
    case PROP_TITLE:
      g_value_set_string (value, dramatis_event_get_title (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_event_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  DramatisEvent *self = DRAMATIS_EVENT (object);
  gboolean changed = FALSE;

  switch (prop_id)
    {
    case PROP_ACTORS:
      changed = dramatis_field_set_strv (&self->actors, value);
      break;
    case PROP_EVIDENCE:
      changed = dramatis_field_set_boxed (&self->evidence, value);
      break;
    case PROP_STATUS:
      changed = dramatis_field_set_enum (&self->status, value);
      break;
    case PROP_TIME:
      changed = dramatis_field_set_boxed (&self->time, value);
      break;
    case PROP_TITLE:
      changed = dramatis_field_set_string (&self->title, value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }

  if (changed)
    dramatis_thing_notify (object, pspec);
}

static void
dramatis_event_finalize (GObject *object)
{
  DramatisEvent *self = DRAMATIS_EVENT (object);

  g_strfreev (self->actors);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  g_clear_pointer (&self->time, dramatis_time_unref);
  g_free (self->title);

  G_OBJECT_CLASS (dramatis_event_parent_class)->finalize (object);
}

static void
dramatis_event_class_init (DramatisEventClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dramatis_event_get_property;
  object_class->set_property = dramatis_event_set_property;
  object_class->finalize = dramatis_event_finalize;

  /**
   * DramatisEvent:actors:
   *
   * The identifiers of the actors in the event.
   */
  properties[PROP_ACTORS] =
    g_param_spec_boxed ("actors", NULL, NULL, G_TYPE_STRV, DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisEvent:evidence:
   *
   * The ranges of text that the event was read from, of #DramatisAnchor.
   */
  properties[PROP_EVIDENCE] =
    g_param_spec_boxed ("evidence", NULL, NULL, G_TYPE_PTR_ARRAY, DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisEvent:status:
   *
   * What a person has said of the event.
   */
  properties[PROP_STATUS] =
    g_param_spec_enum ("status", NULL, NULL, DRAMATIS_TYPE_STATUS, DRAMATIS_STATUS_CONFIRMED,
                       DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisEvent:time:
   *
   * The time, or %NULL where none is known.
   */
  properties[PROP_TIME] =
    g_param_spec_boxed ("time", NULL, NULL, DRAMATIS_TYPE_TIME, DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisEvent:title:
   *
   * The title.
   */
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, "", DRAMATIS_PARAM_EDITABLE);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dramatis_event_init (DramatisEvent *self)
{
  self->evidence = g_ptr_array_ref (dramatis_empty_ptr_array ());
  self->status = DRAMATIS_STATUS_CONFIRMED;
}

/**
 * dramatis_event_new:
 * @id: the identifier
 * @title: the title
 * @time: (nullable) (transfer none): the time
 *
 * Makes an event, confirmed unless said otherwise.
 *
 * Returns: (transfer full): a new event
 */
DramatisEvent *
dramatis_event_new (const char   *id,
                    const char   *title,
                    DramatisTime *time)
{
  return g_object_new (DRAMATIS_TYPE_EVENT, "id", id, "title", title, "time", time, NULL);
}

/**
 * dramatis_event_get_actors:
 * @self: an event
 *
 * Gets the identifiers of the actors in the event.
 *
 * Returns: (transfer none) (array zero-terminated=1): the identifiers of the actors in the event
 */
const char * const *
dramatis_event_get_actors (DramatisEvent *self)
{
  g_return_val_if_fail (DRAMATIS_IS_EVENT (self), NULL);

  return dramatis_field_strv (self->actors);
}

/**
 * dramatis_event_get_evidence:
 * @self: an event
 *
 * Gets the ranges of text that the event was read from, of #DramatisAnchor.
 *
 * Returns: (transfer none): the ranges of text that the event was read from, of #DramatisAnchor
 */
GPtrArray *
dramatis_event_get_evidence (DramatisEvent *self)
{
  g_return_val_if_fail (DRAMATIS_IS_EVENT (self), NULL);

  return self->evidence;
}

/**
 * dramatis_event_get_status:
 * @self: an event
 *
 * Gets what a person has said of the event.
 *
 * Returns: what a person has said of the event
 */
DramatisStatus
dramatis_event_get_status (DramatisEvent *self)
{
  g_return_val_if_fail (DRAMATIS_IS_EVENT (self), 0);

  return self->status;
}

/**
 * dramatis_event_get_time:
 * @self: an event
 *
 * Gets the time, or %NULL where none is known.
 *
 * Returns: (transfer none) (nullable): the time, or %NULL where none is known
 */
DramatisTime *
dramatis_event_get_time (DramatisEvent *self)
{
  g_return_val_if_fail (DRAMATIS_IS_EVENT (self), NULL);

  return self->time;
}

/**
 * dramatis_event_get_title:
 * @self: an event
 *
 * Gets the title.
 *
 * Returns: (transfer none): the title
 */
const char *
dramatis_event_get_title (DramatisEvent *self)
{
  g_return_val_if_fail (DRAMATIS_IS_EVENT (self), NULL);

  return dramatis_field_string (self->title);
}
