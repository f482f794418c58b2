/* dramatis-thing.c: what has an identifier in a dossier
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-thing-private.h"

/**
 * DramatisThing:
 *
 * What has an identifier in a dossier: article, passage, actor, event, note or tag.
 *
 * The properties of things are written through [method@History.set] alone, so that every edit can be undone;
 * that is why there are getters but no setters.
 */

typedef struct
{
  const char *id;
  char       *extra;
  guint       n_changes;
} DramatisThingPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DramatisThing, dramatis_thing, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_EXTRA,
  PROP_ID,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

gboolean
dramatis_field_set_string (char         **field,
                           const GValue  *value)
{
  const char *string = g_value_get_string (value);

  if (string != NULL && *string == '\0')
    string = NULL;
  if (g_strcmp0 (*field, string) == 0)
    return FALSE;

  g_free (*field);
  *field = g_strdup (string);

  return TRUE;
}

gboolean
dramatis_field_set_strv (char        ***field,
                         const GValue  *value)
{
  char **strv = g_value_get_boxed (value);

  if (strv != NULL && *strv == NULL)
    strv = NULL;
  if (strv == *field
      || (strv != NULL && *field != NULL
          && g_strv_equal ((const char * const *) strv, (const char * const *) *field)))
    return FALSE;

  g_strfreev (*field);
  *field = g_strdupv (strv);

  return TRUE;
}

gboolean
dramatis_field_set_boxed (gpointer      field,
                          const GValue *value)
{
  gpointer *boxed = field;

  if (*boxed == g_value_get_boxed (value))
    return FALSE;

  if (*boxed != NULL)
    g_boxed_free (G_VALUE_TYPE (value), *boxed);
  *boxed = g_value_dup_boxed (value);

  return TRUE;
}

gboolean
dramatis_field_set_enum (gpointer      field,
                         const GValue *value)
{
  int *member = field;

  if (*member == g_value_get_enum (value))
    return FALSE;

  *member = g_value_get_enum (value);

  return TRUE;
}

const char *
dramatis_field_string (const char *field)
{
  return field != NULL ? field : "";
}

const char * const *
dramatis_field_strv (char **field)
{
  static const char * const empty[] = { NULL };

  return field != NULL ? (const char * const *) field : empty;
}

void
dramatis_thing_notify (gpointer    thing,
                       GParamSpec *pspec)
{
  DramatisThingPrivate *priv = dramatis_thing_get_instance_private (thing);

  priv->n_changes++;
  g_object_notify_by_pspec (thing, pspec);
}

static void
dramatis_thing_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  DramatisThing *self = DRAMATIS_THING (object);

  switch (prop_id)
    {
    case PROP_EXTRA:
      g_value_set_string (value, dramatis_thing_get_extra (self));
      break;
    case PROP_ID:
      g_value_set_string (value, dramatis_thing_get_id (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_thing_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  DramatisThingPrivate *priv = dramatis_thing_get_instance_private (DRAMATIS_THING (object));

  switch (prop_id)
    {
    case PROP_EXTRA:
      if (dramatis_field_set_string (&priv->extra, value))
        dramatis_thing_notify (object, pspec);
      break;
    case PROP_ID:
      priv->id = g_intern_string (g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_thing_finalize (GObject *object)
{
  DramatisThingPrivate *priv = dramatis_thing_get_instance_private (DRAMATIS_THING (object));

  g_free (priv->extra);

  G_OBJECT_CLASS (dramatis_thing_parent_class)->finalize (object);
}

static void
dramatis_thing_class_init (DramatisThingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dramatis_thing_get_property;
  object_class->set_property = dramatis_thing_set_property;
  object_class->finalize = dramatis_thing_finalize;

  /**
   * DramatisThing:extra:
   *
   * Members of the thing's object in the file that this version does not know, as the text of a JSON object.
   *
   * Kept so that a newer version's data survives being edited by an older one.
   */
  properties[PROP_EXTRA] =
    g_param_spec_string ("extra", NULL, NULL, NULL, DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisThing:id:
   *
   * The identifier, unique in the dossier and never used again for something else.
   */
  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dramatis_thing_init (DramatisThing *self)
{
}

/**
 * dramatis_thing_get_id:
 * @self: a thing
 *
 * Gets the identifier of a thing.
 *
 * The string is interned: identifiers of things can be compared by pointer.
 *
 * Returns: (transfer none): the identifier
 */
const char *
dramatis_thing_get_id (DramatisThing *self)
{
  DramatisThingPrivate *priv = dramatis_thing_get_instance_private (self);

  g_return_val_if_fail (DRAMATIS_IS_THING (self), NULL);

  return priv->id;
}

/**
 * dramatis_thing_get_extra:
 * @self: a thing
 *
 * Gets the members that this version of the program does not know.
 *
 * Returns: (transfer none) (nullable): the text of a JSON object
 */
const char *
dramatis_thing_get_extra (DramatisThing *self)
{
  DramatisThingPrivate *priv = dramatis_thing_get_instance_private (self);

  g_return_val_if_fail (DRAMATIS_IS_THING (self), NULL);

  return priv->extra;
}

/**
 * dramatis_thing_get_n_changes:
 * @self: a thing
 *
 * Gets how often a property of a thing was changed, by which somebody who knows the number of before can tell that it was.
 *
 * Returns: the number
 */
guint
dramatis_thing_get_n_changes (DramatisThing *self)
{
  DramatisThingPrivate *priv = dramatis_thing_get_instance_private (self);

  g_return_val_if_fail (DRAMATIS_IS_THING (self), 0);

  return priv->n_changes;
}

GPtrArray *
dramatis_empty_ptr_array (void)
{
  static gsize empty;

  if (g_once_init_enter (&empty))
    g_once_init_leave (&empty, (gsize) g_ptr_array_new ());

  return (GPtrArray *) empty;
}
