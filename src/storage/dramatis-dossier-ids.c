/* dramatis-dossier-ids.c: the identifiers of a dossier file
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-dossier-ids.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "dramatis-text.h"

/* The digits that dramatis_dossier_create_id () puts behind the prefix. */
#define GENERATED_DIGITS 10

struct _DramatisDossierIds
{
  DramatisJsonCheck *check;
  GHashTable        *ids;
  guint              n_things[DRAMATIS_N_THING_KINDS];
  /* Of things without an identifier that can be read, to which a reference must not be called dangling: what their
   * identifiers may be, by their names; the texts of passages; how many they are; and whether nothing is known of one. */
  GHashTable        *nameless[DRAMATIS_N_THING_KINDS];
  GPtrArray         *nameless_texts;
  guint              n_nameless[DRAMATIS_N_THING_KINDS];
  gboolean           unknown[DRAMATIS_N_THING_KINDS];
  /* A whole list of things could not be read. */
  gboolean           unreadable[DRAMATIS_N_THING_KINDS];
  /* The list of the dossier that is not there: at fault only if something refers to what should be in it. */
  const char        *missing[DRAMATIS_N_THING_KINDS];
};

/* What may be in a list is not known, and so not what is in the articles of a list of articles. */
static void
give_up_list (DramatisDossierIds *self,
              DramatisThingKind   kind)
{
  self->unreadable[kind] = TRUE;
  if (kind == DRAMATIS_THING_KIND_ARTICLE)
    self->unreadable[DRAMATIS_THING_KIND_PASSAGE] = TRUE;
}

/* What a person would write as the identifier of that name: "japan", "house-of-representatives". */
static char *
make_slug (const char *name)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  g_autofree char *lower = g_ascii_strdown (ascii, -1);

  return dramatis_text_to_slug (lower, "");
}

static void
add_slug (DramatisDossierIds *self,
          DramatisThingKind   kind,
          const char         *name)
{
  if (name != NULL)
    g_hash_table_add (self->nameless[kind], make_slug (name));
}

static void
add_nameless (DramatisDossierIds *self,
              JsonObject         *object,
              DramatisThingKind   kind)
{
  const char *name = object != NULL ? dramatis_json_get_text (object, "name") : NULL;
  const char *text = object != NULL ? dramatis_json_get_text (object, "text") : NULL;
  const char *title = object != NULL ? dramatis_json_get_text (object, "title") : NULL;
  JsonNode *aliases = object != NULL ? json_object_get_member (object, "aliases") : NULL;

  self->n_nameless[kind]++;
  if (name == NULL && text == NULL && title == NULL)
    self->unknown[kind] = TRUE;
  if (text != NULL && kind == DRAMATIS_THING_KIND_PASSAGE)
    g_ptr_array_add (self->nameless_texts, g_strdup (text));
  add_slug (self, kind, name);
  add_slug (self, kind, title);

  if (aliases == NULL || !JSON_NODE_HOLDS_ARRAY (aliases))
    return;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (aliases)); i++)
    {
      JsonNode *alias = json_array_get_element (json_node_get_array (aliases), i);

      if (JSON_NODE_HOLDS_VALUE (alias) && json_node_get_value_type (alias) == G_TYPE_STRING)
        add_slug (self, kind, json_node_get_string (alias));
    }
}

static void
add_thing (DramatisDossierIds     *self,
           const DramatisJsonPath *path,
           JsonNode               *node,
           DramatisThingKind       kind)
{
  const DramatisJsonPath id_path = { path, "id" };
  const DramatisJsonPath text_path = { path, "text" };
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *id = object != NULL ? dramatis_json_get_text (object, "id") : NULL;
  DramatisDossierId *entry;

  self->n_things[kind]++;

  if (id == NULL || *id == '\0' || dramatis_json_check_known (self->check, &id_path))
    {
      add_nameless (self, object, kind);
      return;
    }

  entry = g_hash_table_lookup (self->ids, id);
  if (entry == NULL)
    {
      entry = g_new0 (DramatisDossierId, 1);
      entry->id = g_intern_string (id);
      entry->length = -1;
      g_hash_table_insert (self->ids, (gpointer) entry->id, entry);
    }

  entry->kinds |= 1 << kind;
  if (kind == DRAMATIS_THING_KIND_PASSAGE && entry->length < 0
      && !dramatis_json_check_known (self->check, &text_path))
    {
      const char *text = dramatis_json_get_text (object, "text");

      entry->length = text != NULL ? g_utf8_strlen (text, -1) : -1;
    }
}

/**
 * dramatis_dossier_ids_new:
 * @check: where faults are gathered
 *
 * Makes room for the identifiers of a file.
 *
 * Returns: (transfer full): the identifiers; they must not outlive @check
 */
DramatisDossierIds *
dramatis_dossier_ids_new (DramatisJsonCheck *check)
{
  DramatisDossierIds *self = g_new0 (DramatisDossierIds, 1);

  self->check = check;
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (guint i = 0; i < DRAMATIS_N_THING_KINDS; i++)
    self->nameless[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->nameless_texts = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * dramatis_dossier_ids_add_list:
 * @self: the identifiers of a file
 * @root: the object of the file
 * @name: the name of a member
 * @kind: what it is a list of
 *
 * Notes whether a list is there, and is one. What is in it is added by [method@DossierIds.add].
 */
void
dramatis_dossier_ids_add_list (DramatisDossierIds *self,
                               JsonObject         *root,
                               const char         *name,
                               DramatisThingKind   kind)
{
  JsonNode *member = json_object_get_member (root, name);

  if (member == NULL)
    self->missing[kind] = name;
  else if (!JSON_NODE_HOLDS_ARRAY (member))
    give_up_list (self, kind);
}

/**
 * dramatis_dossier_ids_add:
 * @self: the identifiers of a file
 * @path: the place of @node
 * @node: what should be a thing
 * @kind: what it is
 *
 * Adds the identifier of a thing, and those of the passages of an article, whatever else may be wrong with them.
 */
void
dramatis_dossier_ids_add (DramatisDossierIds     *self,
                          const DramatisJsonPath *path,
                          JsonNode               *node,
                          DramatisThingKind       kind)
{
  const DramatisJsonPath passages_path = { path, "passages" };
  JsonNode *passages = NULL;
  JsonArray *array;

  add_thing (self, path, node, kind);
  if (kind != DRAMATIS_THING_KIND_ARTICLE)
    return;

  if (JSON_NODE_HOLDS_OBJECT (node))
    passages = json_object_get_member (json_node_get_object (node), "passages");
  if (passages == NULL || !JSON_NODE_HOLDS_ARRAY (passages))
    {
      give_up_list (self, DRAMATIS_THING_KIND_PASSAGE);
      return;
    }

  array = json_node_get_array (passages);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const DramatisJsonPath element = { &passages_path, NULL, i };

      add_thing (self, &element, json_array_get_element (array, i), DRAMATIS_THING_KIND_PASSAGE);
    }
}

/**
 * dramatis_dossier_ids_free:
 * @self: (transfer full): the identifiers of a file
 *
 * Frees the identifiers.
 */
void
dramatis_dossier_ids_free (DramatisDossierIds *self)
{
  g_hash_table_unref (self->ids);
  for (guint i = 0; i < DRAMATIS_N_THING_KINDS; i++)
    g_hash_table_unref (self->nameless[i]);
  g_ptr_array_unref (self->nameless_texts);
  g_free (self);
}

/**
 * dramatis_dossier_ids_lookup:
 * @self: the identifiers of a file
 * @id: an identifier
 *
 * Finds an identifier.
 *
 * Returns: (transfer none) (nullable): what is known of it
 */
DramatisDossierId *
dramatis_dossier_ids_lookup (DramatisDossierIds *self,
                             const char         *id)
{
  return g_hash_table_lookup (self->ids, id);
}

/* Whether an identifier is one of a series: made by this program, or counted: "p4" where there are four. */
static gboolean
is_in_series (const char *id,
              guint       n_things)
{
  const char *hyphen = strrchr (id, '-');
  gsize length = strlen (id);
  gsize n_digits = 0;

  if (hyphen != NULL
      && strlen (hyphen + 1) == GENERATED_DIGITS
      && strspn (hyphen + 1, "0123456789abcdef") == GENERATED_DIGITS)
    return TRUE;

  while (n_digits < length && g_ascii_isdigit (id[length - n_digits - 1]))
    n_digits++;

  return n_digits > 0 && g_ascii_strtoull (id + length - n_digits, NULL, 10) <= n_things;
}

/* Whether an identifier that nothing has may belong to a thing whose own could not be read, which has been or will
 * be reported: then the reference is not at fault. Where it does not look like that it is reported as well; better
 * both than neither. */
static gboolean
may_be_nameless (DramatisDossierIds *self,
                 const char         *id,
                 DramatisThingKind   kind,
                 const char         *quote)
{
  if (self->unreadable[kind] || self->unknown[kind] || g_hash_table_contains (self->nameless[kind], id))
    return TRUE;

  if (self->n_nameless[kind] > 0 && is_in_series (id, self->n_things[kind]))
    return TRUE;

  for (guint i = 0; quote != NULL && *quote != '\0' && i < self->nameless_texts->len; i++)
    if (strstr (g_ptr_array_index (self->nameless_texts, i), quote) != NULL)
      return TRUE;

  return FALSE;
}

static const char *
describe_kind (DramatisThingKind kind)
{
  switch (kind)
    {
    case DRAMATIS_THING_KIND_ARTICLE:
      return _("an article");

    case DRAMATIS_THING_KIND_PASSAGE:
      return _("a passage");

    case DRAMATIS_THING_KIND_ACTOR:
      return _("an actor");

    case DRAMATIS_THING_KIND_EVENT:
      return _("an event");

    case DRAMATIS_THING_KIND_NOTE:
      return _("a note");

    case DRAMATIS_THING_KIND_TAG:
    default:
      return _("a tag");
    }
}

/**
 * dramatis_dossier_ids_refer:
 * @self: the identifiers of a file
 * @path: the place of @node
 * @node: a value
 * @kind: what it has to be the identifier of
 * @quote: (nullable): words of the passage that is meant
 *
 * Takes a reference to another thing, or reports that there is no such thing.
 *
 * Returns: (transfer none) (nullable): what is known of the identifier
 */
DramatisDossierId *
dramatis_dossier_ids_refer (DramatisDossierIds     *self,
                            const DramatisJsonPath *path,
                            JsonNode               *node,
                            DramatisThingKind       kind,
                            const char             *quote)
{
  const char *id = dramatis_json_check_text (self->check, path, node);
  DramatisDossierId *entry;

  if (id == NULL)
    return NULL;

  entry = dramatis_dossier_ids_lookup (self, id);
  if (entry == NULL)
    {
      DramatisThingKind list = kind == DRAMATIS_THING_KIND_PASSAGE ? DRAMATIS_THING_KIND_ARTICLE : kind;

      if (may_be_nameless (self, id, kind, quote))
        return NULL;

      if (self->missing[list] != NULL)
        {
          dramatis_json_check_fault (self->check, NULL, _("The member “%s” is missing."), self->missing[list]);
          give_up_list (self, list);
          return NULL;
        }

      /* TRANSLATORS: the second is “an actor”, “a passage”… */
      dramatis_json_check_fault (self->check, path, _("“%s” has to be the id of %s, but nothing has that id."),
                                 id, describe_kind (kind));
      return NULL;
    }

  if ((entry->kinds & (1 << kind)) == 0)
    {
      dramatis_json_check_fault (self->check, path, _("“%s” has to be the id of %s, but is the id of %s."),
                                 id, describe_kind (kind),
                                 describe_kind ((DramatisThingKind) g_bit_nth_lsf (entry->kinds, -1)));
      return NULL;
    }

  return entry;
}
