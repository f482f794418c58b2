/* dramatis-json-check.c: taking values out of a JSON tree, and reporting those of a wrong type
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-json-check.h"

#include <glib/gi18n-lib.h>

static void
append_path (GString                *pointer,
             const DramatisJsonPath *path)
{
  if (path == NULL)
    return;

  append_path (pointer, path->parent);
  if (path->name != NULL)
    dramatis_json_pointer_append (pointer, path->name, -1);
  else
    g_string_append_printf (pointer, "/%u", path->index);
}

/**
 * dramatis_json_check_known:
 * @self: where faults are gathered
 * @path: (nullable): a place
 *
 * Tells whether the scan of the text has reported the value at a place, so that what the tree has there is not what
 * was written.
 *
 * Returns: whether it has
 */
gboolean
dramatis_json_check_known (DramatisJsonCheck      *self,
                           const DramatisJsonPath *path)
{
  g_autoptr (GString) pointer = NULL;

  if (self->reported == NULL)
    return FALSE;

  pointer = g_string_new (NULL);
  append_path (pointer, path);

  return g_hash_table_contains (self->reported, pointer->str);
}

/**
 * dramatis_json_check_fault:
 * @self: where faults are gathered
 * @path: (nullable): the place of the value at fault, %NULL for the root
 * @format: what is wrong, one sentence, as for printf()
 * @...: the values of @format
 *
 * Reports a fault, unless one of the same place has been reported by the scan of the text.
 */
void
dramatis_json_check_fault (DramatisJsonCheck      *self,
                           const DramatisJsonPath *path,
                           const char             *format,
                           ...)
{
  g_autoptr (GString) pointer = NULL;
  g_autofree char *reason = NULL;
  va_list arguments;

  if (dramatis_json_check_known (self, path))
    return;

  pointer = g_string_new (NULL);
  append_path (pointer, path);

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_ptr_array_add (self->faults, dramatis_fault_new (pointer->str, reason));
}

static const char *
describe (JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return _("an object");

    case JSON_NODE_ARRAY:
      return _("a list");

    case JSON_NODE_NULL:
      return _("null");

    case JSON_NODE_VALUE:
    default:
      switch (json_node_get_value_type (node))
        {
        case G_TYPE_STRING:
          return _("a text");

        case G_TYPE_BOOLEAN:
          return _("true or false");

        case G_TYPE_INT64:
          return _("a whole number");

        default:
          return _("a number with a fraction");
        }
    }
}

static void
report_type (DramatisJsonCheck      *self,
             const DramatisJsonPath *path,
             JsonNode               *node,
             const char             *expected)
{
  /* TRANSLATORS: the first is what is needed, the second what was found: “a text”, “a whole number” */
  dramatis_json_check_fault (self, path, _("This has to be %s, but is %s."), expected, describe (node));
}

/**
 * dramatis_json_check_object:
 * @self: where faults are gathered
 * @path: (nullable): the place of @node
 * @node: a value
 *
 * Takes an object, or reports that the value is none.
 *
 * Returns: (nullable) (transfer none): the object
 */
JsonObject *
dramatis_json_check_object (DramatisJsonCheck      *self,
                            const DramatisJsonPath *path,
                            JsonNode               *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  report_type (self, path, node, _("an object"));

  return NULL;
}

/**
 * dramatis_json_check_array:
 * @self: where faults are gathered
 * @path: (nullable): the place of @node
 * @node: a value
 *
 * Takes an array, or reports that the value is none.
 *
 * Returns: (nullable) (transfer none): the array
 */
JsonArray *
dramatis_json_check_array (DramatisJsonCheck      *self,
                           const DramatisJsonPath *path,
                           JsonNode               *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);

  report_type (self, path, node, _("a list"));

  return NULL;
}

/**
 * dramatis_json_check_text:
 * @self: where faults are gathered
 * @path: (nullable): the place of @node
 * @node: a value
 *
 * Takes a text, or reports that the value is none.
 *
 * Returns: (nullable) (transfer none): the text; %NULL also if what was written could not be read as it is
 */
const char *
dramatis_json_check_text (DramatisJsonCheck      *self,
                          const DramatisJsonPath *path,
                          JsonNode               *node)
{
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return dramatis_json_check_known (self, path) ? NULL : json_node_get_string (node);

  report_type (self, path, node, _("a text"));

  return NULL;
}

/**
 * dramatis_json_check_integer:
 * @self: where faults are gathered
 * @path: (nullable): the place of @node
 * @node: a value
 * @value: (out): the number
 *
 * Takes a whole number, or reports that the value is none.
 *
 * Returns: whether @value was set
 */
gboolean
dramatis_json_check_integer (DramatisJsonCheck      *self,
                             const DramatisJsonPath *path,
                             JsonNode               *node,
                             gint64                 *value)
{
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    {
      *value = json_node_get_int (node);
      return !dramatis_json_check_known (self, path);
    }

  report_type (self, path, node, _("a whole number"));

  return FALSE;
}

/**
 * dramatis_json_check_boolean:
 * @self: where faults are gathered
 * @path: (nullable): the place of @node
 * @node: a value
 * @value: (out): what it is
 *
 * Takes true or false, or reports that the value is neither.
 *
 * Returns: whether @value was set
 */
gboolean
dramatis_json_check_boolean (DramatisJsonCheck      *self,
                             const DramatisJsonPath *path,
                             JsonNode               *node,
                             gboolean               *value)
{
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    {
      *value = json_node_get_boolean (node);
      return !dramatis_json_check_known (self, path);
    }

  report_type (self, path, node, _("true or false"));

  return FALSE;
}

/**
 * dramatis_json_check_member:
 * @self: where faults are gathered
 * @path: (nullable): the place of @object
 * @object: an object
 * @name: the name of a member
 *
 * Takes a member that must not be missing, or reports that it is.
 *
 * Returns: (nullable) (transfer none): the value of the member
 */
JsonNode *
dramatis_json_check_member (DramatisJsonCheck      *self,
                            const DramatisJsonPath *path,
                            JsonObject             *object,
                            const char             *name)
{
  JsonNode *member = json_object_get_member (object, name);

  if (member == NULL)
    dramatis_json_check_fault (self, path, _("The member “%s” is missing."), name);

  return member;
}

/**
 * dramatis_json_get_text:
 * @object: an object
 * @name: the name of a member
 *
 * Takes a text if there is one, and reports nothing.
 *
 * Unlike json_object_get_string_member_with_default() it bears with members of every type.
 *
 * Returns: (nullable) (transfer none): the text
 */
const char *
dramatis_json_get_text (JsonObject *object,
                        const char *name)
{
  JsonNode *member = json_object_get_member (object, name);

  if (member == NULL || !JSON_NODE_HOLDS_VALUE (member) || json_node_get_value_type (member) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (member);
}
