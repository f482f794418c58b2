/* dramatis-actor.c: who acts: a person, state, organisation, alliance, place or group
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-actor.h"

#include "dramatis-enum-types.h"
#include "dramatis-thing-private.h"

/**
 * DramatisActor:
 *
 * Somebody or something that acts in the articles of a dossier.
 */

struct _DramatisActor
{
  DramatisThing       parent_instance;

  char              **aliases;
  DramatisColour      colour;
  char               *description;
  gboolean            hidden;
  char              **candidates;
  char              **identifiers;
  DramatisActorKind   kind;
  char              **memberships;
  char               *name;
  char               *collate_key;     /* of the name; NULL: not made yet */
  DramatisStatus      status;
};

G_DEFINE_FINAL_TYPE (DramatisActor, dramatis_actor, DRAMATIS_TYPE_THING)

enum
{
  PROP_0,
  PROP_ALIASES,
  PROP_CANDIDATES,
  PROP_COLOUR,
  PROP_DESCRIPTION,
  PROP_HIDDEN,
  PROP_IDENTIFIERS,
  PROP_KIND,
  PROP_MEMBERSHIPS,
  PROP_NAME,
  PROP_STATUS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
dramatis_actor_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  DramatisActor *self = DRAMATIS_ACTOR (object);

  switch (prop_id)
    {
    case PROP_ALIASES:
      g_value_set_boxed (value, dramatis_actor_get_aliases (self));
      break;
    case PROP_CANDIDATES:
      g_value_set_boxed (value, dramatis_actor_get_candidates (self));
      break;
    case PROP_COLOUR:
      g_value_set_enum (value, self->colour);
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, dramatis_actor_get_description (self));
      break;
    case PROP_HIDDEN:
      g_value_set_boolean (value, self->hidden);
      break;
    case PROP_IDENTIFIERS:
      g_value_set_boxed (value, dramatis_actor_get_identifiers (self));
      break;
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_MEMBERSHIPS:
      g_value_set_boxed (value, dramatis_actor_get_memberships (self));
      break;
    case PROP_NAME:
      g_value_set_string (value, dramatis_actor_get_name (self));
      break;
    case PROP_STATUS:
      g_value_set_enum (value, self->status);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_actor_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  DramatisActor *self = DRAMATIS_ACTOR (object);
  gboolean changed = FALSE;

  switch (prop_id)
    {
    case PROP_ALIASES:
      changed = dramatis_field_set_strv (&self->aliases, value);
      break;
    case PROP_CANDIDATES:
      changed = dramatis_field_set_strv (&self->candidates, value);
      break;
    case PROP_COLOUR:
      changed = dramatis_field_set_enum (&self->colour, value);
      break;
    case PROP_DESCRIPTION:
      changed = dramatis_field_set_string (&self->description, value);
      break;
    case PROP_HIDDEN:
      changed = self->hidden != g_value_get_boolean (value);
      self->hidden = g_value_get_boolean (value);
      break;
    case PROP_IDENTIFIERS:
      changed = dramatis_field_set_strv (&self->identifiers, value);
      break;
    case PROP_KIND:
      changed = dramatis_field_set_enum (&self->kind, value);
      break;
    case PROP_MEMBERSHIPS:
      changed = dramatis_field_set_strv (&self->memberships, value);
      break;
    case PROP_NAME:
      changed = dramatis_field_set_string (&self->name, value);
      g_clear_pointer (&self->collate_key, g_free);
      break;
    case PROP_STATUS:
      changed = dramatis_field_set_enum (&self->status, value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }

  if (changed)
    dramatis_thing_notify (object, pspec);
}

static void
dramatis_actor_finalize (GObject *object)
{
  DramatisActor *self = DRAMATIS_ACTOR (object);

  g_strfreev (self->aliases);
  g_free (self->description);
  g_strfreev (self->identifiers);
  g_strfreev (self->candidates);
  g_strfreev (self->memberships);
  g_free (self->name);
  g_free (self->collate_key);

  G_OBJECT_CLASS (dramatis_actor_parent_class)->finalize (object);
}

static void
dramatis_actor_class_init (DramatisActorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dramatis_actor_get_property;
  object_class->set_property = dramatis_actor_set_property;
  object_class->finalize = dramatis_actor_finalize;

  /**
   * DramatisActor:aliases:
   *
   * The other names that mean the actor.
   */
  properties[PROP_ALIASES] =
    g_param_spec_boxed ("aliases", NULL, NULL, G_TYPE_STRV, DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisActor:candidates:
   *
   * The identifiers of the actors of whom this one may be one: a surname that several people of a text have. It is for
   * a person to say who of them is meant.
   */
  properties[PROP_CANDIDATES] =
    g_param_spec_boxed ("candidates", NULL, NULL, G_TYPE_STRV, DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisActor:colour:
   *
   * The colour of the mentions.
   */
  properties[PROP_COLOUR] =
    g_param_spec_enum ("colour", NULL, NULL, DRAMATIS_TYPE_COLOUR, DRAMATIS_COLOUR_AUTOMATIC,
                       DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisActor:description:
   *
   * Who or what the actor is, in a sentence.
   */
  properties[PROP_DESCRIPTION] =
    g_param_spec_string ("description", NULL, NULL, "", DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisActor:hidden:
   *
   * Whether a person keeps the actor out of the list of actors.
   */
  properties[PROP_HIDDEN] =
    g_param_spec_boolean ("hidden", NULL, NULL, FALSE, DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisActor:identifiers:
   *
   * The URIs of the actor elsewhere.
   */
  properties[PROP_IDENTIFIERS] =
    g_param_spec_boxed ("identifiers", NULL, NULL, G_TYPE_STRV, DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisActor:kind:
   *
   * What the actor is.
   */
  properties[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, DRAMATIS_TYPE_ACTOR_KIND, DRAMATIS_ACTOR_KIND_PERSON,
                       DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisActor:memberships:
   *
   * The identifiers of the actors of which this one is a member.
   */
  properties[PROP_MEMBERSHIPS] =
    g_param_spec_boxed ("memberships", NULL, NULL, G_TYPE_STRV, DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisActor:name:
   *
   * The preferred name.
   */
  properties[PROP_NAME] =
    g_param_spec_string ("name", NULL, NULL, "", DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisActor:status:
   *
   * What a person has said of the actor.
   */
  properties[PROP_STATUS] =
    g_param_spec_enum ("status", NULL, NULL, DRAMATIS_TYPE_STATUS, DRAMATIS_STATUS_CONFIRMED,
                       DRAMATIS_PARAM_EDITABLE);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dramatis_actor_init (DramatisActor *self)
{
  self->status = DRAMATIS_STATUS_CONFIRMED;
}

/**
 * dramatis_actor_new:
 * @id: the identifier
 * @kind: what the actor is
 * @name: the preferred name
 *
 * Makes an actor, confirmed unless said otherwise.
 *
 * Returns: (transfer full): a new actor
 */
DramatisActor *
dramatis_actor_new (const char        *id,
                    DramatisActorKind  kind,
                    const char        *name)
{
  return g_object_new (DRAMATIS_TYPE_ACTOR, "id", id, "kind", kind, "name", name, NULL);
}

/**
 * dramatis_actor_get_aliases:
 * @self: an actor
 *
 * Gets the other names that mean the actor.
 *
 * Returns: (transfer none) (array zero-terminated=1): the other names that mean the actor
 */
const char * const *
dramatis_actor_get_aliases (DramatisActor *self)
{
  g_return_val_if_fail (DRAMATIS_IS_ACTOR (self), NULL);

  return dramatis_field_strv (self->aliases);
}

/**
 * dramatis_actor_get_candidates:
 * @self: an actor
 *
 * Gets the identifiers of the actors of whom this one may be one.
 *
 * Returns: (transfer none) (array zero-terminated=1): the identifiers of the actors of whom this one may be one
 */
const char * const *
dramatis_actor_get_candidates (DramatisActor *self)
{
  g_return_val_if_fail (DRAMATIS_IS_ACTOR (self), NULL);

  return dramatis_field_strv (self->candidates);
}

/**
 * dramatis_actor_get_colour:
 * @self: an actor
 *
 * Gets the colour of the mentions.
 *
 * Returns: the colour of the mentions
 */
DramatisColour
dramatis_actor_get_colour (DramatisActor *self)
{
  g_return_val_if_fail (DRAMATIS_IS_ACTOR (self), 0);

  return self->colour;
}

/**
 * dramatis_actor_get_description:
 * @self: an actor
 *
 * Gets who or what the actor is, in a sentence.
 *
 * Returns: (transfer none): who or what the actor is, in a sentence
 */
const char *
dramatis_actor_get_description (DramatisActor *self)
{
  g_return_val_if_fail (DRAMATIS_IS_ACTOR (self), NULL);

  return dramatis_field_string (self->description);
}

/**
 * dramatis_actor_get_hidden:
 * @self: an actor
 *
 * Gets whether a person keeps the actor out of the list of actors.
 *
 * Returns: whether it is hidden
 */
gboolean
dramatis_actor_get_hidden (DramatisActor *self)
{
  g_return_val_if_fail (DRAMATIS_IS_ACTOR (self), FALSE);

  return self->hidden;
}

/**
 * dramatis_actor_get_identifiers:
 * @self: an actor
 *
 * Gets the URIs of the actor elsewhere.
 *
 * Returns: (transfer none) (array zero-terminated=1): the URIs of the actor elsewhere
 */
const char * const *
dramatis_actor_get_identifiers (DramatisActor *self)
{
  g_return_val_if_fail (DRAMATIS_IS_ACTOR (self), NULL);

  return dramatis_field_strv (self->identifiers);
}

/**
 * dramatis_actor_get_kind:
 * @self: an actor
 *
 * Gets what the actor is.
 *
 * Returns: what the actor is
 */
DramatisActorKind
dramatis_actor_get_kind (DramatisActor *self)
{
  g_return_val_if_fail (DRAMATIS_IS_ACTOR (self), 0);

  return self->kind;
}

/**
 * dramatis_actor_get_memberships:
 * @self: an actor
 *
 * Gets the identifiers of the actors of which this one is a member.
 *
 * Returns: (transfer none) (array zero-terminated=1): the identifiers of the actors of which this one is a member
 */
const char * const *
dramatis_actor_get_memberships (DramatisActor *self)
{
  g_return_val_if_fail (DRAMATIS_IS_ACTOR (self), NULL);

  return dramatis_field_strv (self->memberships);
}

/**
 * dramatis_actor_get_name:
 * @self: an actor
 *
 * Gets the preferred name.
 *
 * Returns: (transfer none): the preferred name
 */
const char *
dramatis_actor_get_name (DramatisActor *self)
{
  g_return_val_if_fail (DRAMATIS_IS_ACTOR (self), NULL);

  return dramatis_field_string (self->name);
}

/**
 * dramatis_actor_get_collate_key:
 * @self: an actor
 *
 * Gets what to sort the actor by, made once: to compare the names themselves takes most of the time of a sort.
 *
 * Returns: (transfer none): the preferred name as [func@GLib.utf8_collate_key] has it
 */
const char *
dramatis_actor_get_collate_key (DramatisActor *self)
{
  g_return_val_if_fail (DRAMATIS_IS_ACTOR (self), NULL);

  if (self->collate_key == NULL)
    self->collate_key = g_utf8_collate_key (dramatis_field_string (self->name), -1);

  return self->collate_key;
}

/**
 * dramatis_actor_get_status:
 * @self: an actor
 *
 * Gets what a person has said of the actor.
 *
 * Returns: what a person has said of the actor
 */
DramatisStatus
dramatis_actor_get_status (DramatisActor *self)
{
  g_return_val_if_fail (DRAMATIS_IS_ACTOR (self), 0);

  return self->status;
}
