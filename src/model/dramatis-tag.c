/* dramatis-tag.c: a tag of notes
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-tag.h"

#include "dramatis-enum-types.h"
#include "dramatis-thing-private.h"

/**
 * DramatisTag:
 *
 * A word that gathers notes.
 */

struct _DramatisTag
{
  DramatisThing   parent_instance;

  DramatisColour  colour;
  char           *description;
  char           *name;
};

G_DEFINE_FINAL_TYPE (DramatisTag, dramatis_tag, DRAMATIS_TYPE_THING)

enum
{
  PROP_0,
  PROP_COLOUR,
  PROP_DESCRIPTION,
  PROP_NAME,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
dramatis_tag_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  DramatisTag *self = DRAMATIS_TAG (object);

  switch (prop_id)
    {
    case PROP_COLOUR:
      g_value_set_enum (value, self->colour);
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, dramatis_tag_get_description (self));
      break;
    case PROP_NAME:
      g_value_set_string (value, dramatis_tag_get_name (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_tag_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  DramatisTag *self = DRAMATIS_TAG (object);
  gboolean changed = FALSE;

  switch (prop_id)
    {
    case PROP_COLOUR:
      changed = dramatis_field_set_enum (&self->colour, value);
      break;
    case PROP_DESCRIPTION:
      changed = dramatis_field_set_string (&self->description, value);
      break;
    case PROP_NAME:
      changed = dramatis_field_set_string (&self->name, value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }

  if (changed)
    dramatis_thing_notify (object, pspec);
}

static void
dramatis_tag_finalize (GObject *object)
{
  DramatisTag *self = DRAMATIS_TAG (object);

  g_free (self->description);
  g_free (self->name);

  G_OBJECT_CLASS (dramatis_tag_parent_class)->finalize (object);
}

static void
dramatis_tag_class_init (DramatisTagClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dramatis_tag_get_property;
  object_class->set_property = dramatis_tag_set_property;
  object_class->finalize = dramatis_tag_finalize;

  /**
   * DramatisTag:colour:
   *
   * The colour.
   */
  properties[PROP_COLOUR] =
    g_param_spec_enum ("colour", NULL, NULL, DRAMATIS_TYPE_COLOUR, DRAMATIS_COLOUR_AUTOMATIC,
                       DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisTag:description:
   *
   * What the tag means.
   */
  properties[PROP_DESCRIPTION] =
    g_param_spec_string ("description", NULL, NULL, "", DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisTag:name:
   *
   * The name, unique in the dossier without regard to case.
   */
  properties[PROP_NAME] =
    g_param_spec_string ("name", NULL, NULL, "", DRAMATIS_PARAM_EDITABLE);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dramatis_tag_init (DramatisTag *self)
{
}

/**
 * dramatis_tag_new:
 * @id: the identifier
 * @name: the name
 *
 * Makes a tag.
 *
 * Returns: (transfer full): a new tag
 */
DramatisTag *
dramatis_tag_new (const char *id,
                  const char *name)
{
  return g_object_new (DRAMATIS_TYPE_TAG, "id", id, "name", name, NULL);
}

/**
 * dramatis_tag_get_colour:
 * @self: a tag
 *
 * Gets the colour.
 *
 * Returns: the colour
 */
DramatisColour
dramatis_tag_get_colour (DramatisTag *self)
{
  g_return_val_if_fail (DRAMATIS_IS_TAG (self), 0);

  return self->colour;
}

/**
 * dramatis_tag_get_description:
 * @self: a tag
 *
 * Gets what the tag means.
 *
 * Returns: (transfer none): what the tag means
 */
const char *
dramatis_tag_get_description (DramatisTag *self)
{
  g_return_val_if_fail (DRAMATIS_IS_TAG (self), NULL);

  return dramatis_field_string (self->description);
}

/**
 * dramatis_tag_get_name:
 * @self: a tag
 *
 * Gets the name, unique in the dossier without regard to case.
 *
 * Returns: (transfer none): the name, unique in the dossier without regard to case
 */
const char *
dramatis_tag_get_name (DramatisTag *self)
{
  g_return_val_if_fail (DRAMATIS_IS_TAG (self), NULL);

  return dramatis_field_string (self->name);
}
