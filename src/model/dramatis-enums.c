/* dramatis-enums.c: the words for the fixed vocabularies
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-enums.h"

/**
 * dramatis_enum_to_nick:
 * @type: an enumeration of the model, for example `DRAMATIS_TYPE_ACTOR_KIND`
 * @value: one of its values
 *
 * Tells the word that stands for @value in a dossier file and on the command line.
 *
 * Returns: (transfer none): the word
 */
const char *
dramatis_enum_to_nick (GType type,
                       int   value)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (type);
  const GEnumValue *entry = g_enum_get_value (class, value);

  g_return_val_if_fail (entry != NULL, "");

  return entry->value_nick;
}

/**
 * dramatis_enum_from_nick:
 * @type: an enumeration of the model
 * @nick: (nullable): a word
 * @value: (out): the value that it stands for, untouched if there is none
 *
 * Finds the value that a word stands for.
 *
 * Returns: whether the enumeration has that word
 */
gboolean
dramatis_enum_from_nick (GType       type,
                         const char *nick,
                         int        *value)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (type);
  const GEnumValue *entry = nick != NULL ? g_enum_get_value_by_nick (class, nick) : NULL;

  if (entry == NULL)
    return FALSE;

  *value = entry->value;
  return TRUE;
}
