/* dramatis-dossier-parser.c: from the text of a dossier file to the dossier
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-dossier-parser.h"

#include <glib/gi18n-lib.h>

#include "dramatis-dossier-values.h"
#include "dramatis-enum-types.h"
#include "dramatis-json-scan.h"

/* What is referred to comes before what refers to it; actors refer to each other. */
static const struct
{
  const char         *name;
  DramatisThingKind   kind;
  GListModel       *(*get_list) (DramatisDossier *dossier);
} lists[] = {
  { "tags", DRAMATIS_THING_KIND_TAG, dramatis_dossier_get_tags },
  { "actors", DRAMATIS_THING_KIND_ACTOR, dramatis_dossier_get_actors },
  { "articles", DRAMATIS_THING_KIND_ARTICLE, dramatis_dossier_get_articles },
  { "events", DRAMATIS_THING_KIND_EVENT, dramatis_dossier_get_events },
  { "notes", DRAMATIS_THING_KIND_NOTE, dramatis_dossier_get_notes },
};

/* Where the elements of each list stand in the text. */
typedef DramatisJsonList Lists[G_N_ELEMENTS (lists)];

/* The most members that a thing has in this version of the format, with the unknown ones as one more. */
#define MEMBERS_MAX 12

typedef enum
{
  MEMBER_ID,
  MEMBER_BOOLEAN,
  MEMBER_TEXT,
  MEMBER_WORD,
  MEMBER_TIME,
  MEMBER_DATE_TIME,
  MEMBER_TEXTS,
  MEMBER_REFERENCES,
  MEMBER_ANCHORS,
  MEMBER_MENTIONS,
  MEMBER_PASSAGES,
} MemberType;

typedef struct
{
  const char        *name;        /* of the member, and of the property */
  MemberType         type;
  gboolean           required;
  DramatisThingKind  refers_to;   /* of references */
  GType            (*get_words) (void);
} Member;

static const Member article_members[] = {
  { "id", MEMBER_ID, TRUE },
  { "title", MEMBER_TEXT, TRUE },
  { "byline", MEMBER_TEXT },
  { "publisher", MEMBER_TEXT },
  { "published", MEMBER_TIME },
  { "source", MEMBER_TEXT },
  { "language", MEMBER_TEXT },
  { "passages", MEMBER_PASSAGES, TRUE },
  { NULL }
};

static const Member passage_members[] = {
  { "id", MEMBER_ID, TRUE },
  { "kind", MEMBER_WORD, TRUE, .get_words = dramatis_passage_kind_get_type },
  { "text", MEMBER_TEXT, TRUE },
  { "mentions", MEMBER_MENTIONS },
  { NULL }
};

static const Member actor_members[] = {
  { "id", MEMBER_ID, TRUE },
  { "status", MEMBER_WORD, .get_words = dramatis_status_get_type },
  { "kind", MEMBER_WORD, TRUE, .get_words = dramatis_actor_kind_get_type },
  { "name", MEMBER_TEXT, TRUE },
  { "aliases", MEMBER_TEXTS },
  { "description", MEMBER_TEXT },
  { "colour", MEMBER_WORD, .get_words = dramatis_colour_get_type },
  { "hidden", MEMBER_BOOLEAN },
  { "candidates", MEMBER_REFERENCES, .refers_to = DRAMATIS_THING_KIND_ACTOR },
  { "memberships", MEMBER_REFERENCES, .refers_to = DRAMATIS_THING_KIND_ACTOR },
  { "identifiers", MEMBER_TEXTS },
  { NULL }
};

static const Member event_members[] = {
  { "id", MEMBER_ID, TRUE },
  { "status", MEMBER_WORD, .get_words = dramatis_status_get_type },
  { "title", MEMBER_TEXT, TRUE },
  { "time", MEMBER_TIME },
  { "actors", MEMBER_REFERENCES, .refers_to = DRAMATIS_THING_KIND_ACTOR },
  { "evidence", MEMBER_ANCHORS },
  { NULL }
};

static const Member note_members[] = {
  { "id", MEMBER_ID, TRUE },
  { "text", MEMBER_TEXT, TRUE },
  { "tags", MEMBER_REFERENCES, .refers_to = DRAMATIS_THING_KIND_TAG },
  { "colour", MEMBER_WORD, .get_words = dramatis_colour_get_type },
  { "created", MEMBER_DATE_TIME },
  { "modified", MEMBER_DATE_TIME },
  { "ranges", MEMBER_ANCHORS },
  { "actors", MEMBER_REFERENCES, .refers_to = DRAMATIS_THING_KIND_ACTOR },
  { "events", MEMBER_REFERENCES, .refers_to = DRAMATIS_THING_KIND_EVENT },
  { "articles", MEMBER_REFERENCES, .refers_to = DRAMATIS_THING_KIND_ARTICLE },
  { NULL }
};

static const Member tag_members[] = {
  { "id", MEMBER_ID, TRUE },
  { "name", MEMBER_TEXT, TRUE },
  { "colour", MEMBER_WORD, .get_words = dramatis_colour_get_type },
  { "description", MEMBER_TEXT },
  { NULL }
};

static const struct
{
  GType        (*get_type) (void);
  const Member  *members;
} kinds[DRAMATIS_N_THING_KINDS] = {
  [DRAMATIS_THING_KIND_ARTICLE] = { dramatis_article_get_type, article_members },
  [DRAMATIS_THING_KIND_PASSAGE] = { dramatis_passage_get_type, passage_members },
  [DRAMATIS_THING_KIND_ACTOR] = { dramatis_actor_get_type, actor_members },
  [DRAMATIS_THING_KIND_EVENT] = { dramatis_event_get_type, event_members },
  [DRAMATIS_THING_KIND_NOTE] = { dramatis_note_get_type, note_members },
  [DRAMATIS_THING_KIND_TAG] = { dramatis_tag_get_type, tag_members },
};

static GPtrArray *read_things (DramatisDossierParse   *self,
                               const DramatisJsonPath *path,
                               JsonNode               *node,
                               DramatisThingKind       kind);

static void
read_id (DramatisDossierParse   *self,
         const DramatisJsonPath *path,
         JsonNode               *node,
         GValue                 *value)
{
  const char *id = dramatis_json_check_text (&self->check, path, node);
  DramatisDossierId *entry;

  if (id == NULL)
    return;

  if (*id == '\0')
    {
      dramatis_json_check_fault (&self->check, path, _("The id is empty."));
      return;
    }

  entry = dramatis_dossier_ids_lookup (self->ids, id);
  if (entry->met)
    dramatis_json_check_fault (&self->check, path, _("The id “%s” belongs to something else already."), id);
  entry->met = TRUE;

  g_value_init (value, G_TYPE_STRING);
  g_value_set_static_string (value, entry->id);
}

/* Leaves @value without a type if there is none, or if it is no property. @length: of the text of the passage, in
 * code points, -1 if it is none or has none. */
static void
read_value (DramatisDossierParse   *self,
            const DramatisJsonPath *path,
            JsonNode               *node,
            const Member           *member,
            glong                   length,
            GPtrArray             **passages,
            GValue                 *value)
{
  DramatisTime *time;
  const char *text;
  gboolean flag;
  int word;

  switch (member->type)
    {
    case MEMBER_ID:
      read_id (self, path, node, value);
      break;

    case MEMBER_BOOLEAN:
      if (dramatis_json_check_boolean (&self->check, path, node, &flag))
        {
          g_value_init (value, G_TYPE_BOOLEAN);
          g_value_set_boolean (value, flag);
        }
      break;

    case MEMBER_TEXT:
      text = dramatis_json_check_text (&self->check, path, node);
      g_value_init (value, G_TYPE_STRING);
      g_value_set_static_string (value, text);
      break;

    case MEMBER_WORD:
      if (dramatis_dossier_read_word (self, path, node, member->get_words (), &word))
        {
          g_value_init (value, member->get_words ());
          g_value_set_enum (value, word);
        }
      break;

    case MEMBER_TIME:
      time = dramatis_dossier_read_time (self, path, node);
      g_value_init (value, DRAMATIS_TYPE_TIME);
      g_value_take_boxed (value, time);
      break;

    case MEMBER_DATE_TIME:
      g_value_init (value, G_TYPE_DATE_TIME);
      g_value_take_boxed (value, dramatis_dossier_read_date_time (self, path, node));
      break;

    case MEMBER_TEXTS:
      g_value_init (value, G_TYPE_STRV);
      g_value_take_boxed (value, dramatis_dossier_read_texts (self, path, node));
      break;

    case MEMBER_REFERENCES:
      g_value_init (value, G_TYPE_STRV);
      g_value_take_boxed (value, dramatis_dossier_read_references (self, path, node, member->refers_to));
      break;

    case MEMBER_ANCHORS:
      g_value_init (value, G_TYPE_PTR_ARRAY);
      g_value_take_boxed (value, dramatis_dossier_read_anchors (self, path, node));
      break;

    case MEMBER_MENTIONS:
      g_value_init (value, G_TYPE_ARRAY);
      g_value_take_boxed (value, dramatis_dossier_read_mentions (self, path, node, length));
      break;

    case MEMBER_PASSAGES:
      *passages = read_things (self, path, node, DRAMATIS_THING_KIND_PASSAGE);
      break;

    default:
      g_assert_not_reached ();
    }
}

/* In code points, -1 if it can't be read: mentions may stand before the text that they are about. */
static glong
measure_text (DramatisDossierParse   *self,
              const DramatisJsonPath *path,
              JsonObject             *object)
{
  const DramatisJsonPath text_path = { path, "text" };
  const char *text = dramatis_json_get_text (object, "text");

  return text != NULL && !dramatis_json_check_known (&self->check, &text_path) ? g_utf8_strlen (text, -1) : -1;
}

static gpointer
read_thing (DramatisDossierParse   *self,
            const DramatisJsonPath *path,
            JsonNode               *node,
            DramatisThingKind       kind)
{
  JsonObject *object = dramatis_json_check_object (&self->check, path, node);
  const char *names[MEMBERS_MAX];
  GValue values[MEMBERS_MAX] = { G_VALUE_INIT };
  glong length;
  g_autoptr (GPtrArray) passages = NULL;
  GString *extra = NULL;
  gpointer thing = NULL;
  guint n_values = 0;
  JsonObjectIter iter;
  const char *name;
  JsonNode *child;

  if (object == NULL)
    return NULL;

  length = kind == DRAMATIS_THING_KIND_PASSAGE ? measure_text (self, path, object) : -1;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &child))
    {
      const DramatisJsonPath child_path = { path, name };
      const Member *member = kinds[kind].members;

      while (member->name != NULL && !g_str_equal (member->name, name))
        member++;

      if (member->name == NULL)
        {
          dramatis_dossier_keep_extra (self, &extra, name, child);
          continue;
        }

      read_value (self, &child_path, child, member, length, &passages, &values[n_values]);
      if (G_IS_VALUE (&values[n_values]))
        names[n_values++] = member->name;
    }

  for (const Member *member = kinds[kind].members; member->name != NULL; member++)
    {
      if (member->required)
        dramatis_json_check_member (&self->check, path, object, member->name);
    }

  if (extra != NULL)
    {
      g_value_init (&values[n_values], G_TYPE_STRING);
      g_value_take_string (&values[n_values], dramatis_dossier_end_extra (extra));
      names[n_values++] = "extra";
    }

  /* Where something is at fault there will be no dossier. */
  if (self->check.faults->len == 0)
    {
      thing = g_object_new_with_properties (kinds[kind].get_type (), n_values, names, values);
      if (passages != NULL)
        g_list_store_splice (G_LIST_STORE (dramatis_article_get_passages (thing)), 0, 0,
                             passages->pdata, passages->len);
    }

  for (guint i = 0; i < n_values; i++)
    g_value_unset (&values[i]);

  return thing;
}

static GPtrArray *
read_things (DramatisDossierParse   *self,
             const DramatisJsonPath *path,
             JsonNode               *node,
             DramatisThingKind       kind)
{
  GPtrArray *things = g_ptr_array_new_with_free_func (g_object_unref);
  JsonArray *array = dramatis_json_check_array (&self->check, path, node);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const DramatisJsonPath element = { path, NULL, i };
      gpointer thing = read_thing (self, &element, json_array_get_element (array, i), kind);

      if (thing != NULL)
        g_ptr_array_add (things, thing);
    }

  return things;
}

static void
read_format (DramatisDossierParse *self,
             JsonObject           *root)
{
  const DramatisJsonPath format_path = { NULL, "format" };
  const DramatisJsonPath version_path = { NULL, "version" };
  JsonNode *member = dramatis_json_check_member (&self->check, NULL, root, "format");
  gint64 version;

  if (member != NULL)
    {
      const char *format = dramatis_json_check_text (&self->check, &format_path, member);

      if (format != NULL && !g_str_equal (format, DRAMATIS_DOSSIER_FORMAT))
        dramatis_json_check_fault (&self->check, &format_path, _("“%s” is not the format of a dossier, “%s”."),
                                   format, DRAMATIS_DOSSIER_FORMAT);
    }

  member = dramatis_json_check_member (&self->check, NULL, root, "version");
  if (member != NULL && dramatis_json_check_integer (&self->check, &version_path, member, &version))
    {
      if (version < 1)
        dramatis_json_check_fault (&self->check, &version_path, _("Versions begin with 1."));
      self->newer = version > DRAMATIS_DOSSIER_VERSION;
    }
}

static JsonNode *
parse_element (DramatisDossierParse    *self,
               const DramatisJsonPath  *path,
               const DramatisJsonSlice *element)
{
  g_autoptr (GError) error = NULL;

  if (json_parser_load_from_data (self->parser, self->text + element->start, element->length, &error))
    return json_parser_get_root (self->parser);

  /* The scan should have found it; if json-glib is stricter than we know, the file is not sound. */
  dramatis_json_check_fault (&self->check, path, "%s", error->message);

  return NULL;
}

static void
gather_ids (DramatisDossierParse   *self,
            const DramatisJsonList *list,
            DramatisThingKind       kind)
{
  const DramatisJsonPath path = { NULL, list->name };

  for (guint i = 0; list->elements != NULL && i < list->elements->len; i++)
    {
      const DramatisJsonPath element = { &path, NULL, i };
      JsonNode *node = parse_element (self, &element, &g_array_index (list->elements, DramatisJsonSlice, i));

      if (node != NULL)
        dramatis_dossier_ids_add (self->ids, &element, node, kind);
    }
}

/* Each element is parsed alone, in the memory of the one before: the tree of a large file is seven times as large as
 * the file, and to get that memory takes longer than to parse. @add_ids: they are not gathered yet */
static GPtrArray *
read_list (DramatisDossierParse   *self,
           const DramatisJsonList *list,
           DramatisThingKind       kind,
           gboolean                add_ids)
{
  GPtrArray *things = g_ptr_array_new_with_free_func (g_object_unref);
  const DramatisJsonPath path = { NULL, list->name };

  for (guint i = 0; list->elements != NULL && i < list->elements->len; i++)
    {
      const DramatisJsonPath element = { &path, NULL, i };
      JsonNode *node = parse_element (self, &element, &g_array_index (list->elements, DramatisJsonSlice, i));
      gpointer thing;

      if (node != NULL && add_ids)
        dramatis_dossier_ids_add (self->ids, &element, node, kind);
      thing = node != NULL ? read_thing (self, &element, node, kind) : NULL;
      if (thing != NULL)
        g_ptr_array_add (things, thing);
    }

  return things;
}

/* The number of a list, or -1. */
static int
find_list (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      if (g_str_equal (name, lists[i].name))
        return i;
    }

  return -1;
}

static void
add_things (DramatisDossierParse *self,
            DramatisDossier      *dossier,
            JsonObject           *root,
            const Lists           found,
            int                   list,
            gboolean              add_ids)
{
  const DramatisJsonPath path = { NULL, lists[list].name };
  JsonNode *member = json_object_get_member (root, lists[list].name);
  g_autoptr (GPtrArray) things = NULL;

  if (member == NULL || dramatis_json_check_array (&self->check, &path, member) == NULL)
    return;

  things = read_list (self, &found[list], lists[list].kind, add_ids);
  if (things->len > 0)
    dramatis_history_splice (dramatis_dossier_get_history (dossier), G_LIST_STORE (lists[list].get_list (dossier)), 0, 0,
                             things->pdata, things->len);
}

/* @in_order: all ids are gathered first, so that whatever is wrong is told rightly, and in the order of the file. If
 * not, what is referred to is read before what refers to it, and that something is wrong is all that is found out. */
static DramatisDossier *
read_dossier (DramatisDossierParse *self,
              JsonObject           *root,
              const Lists           found,
              gboolean              in_order)
{
  g_autoptr (DramatisDossierIds) ids = dramatis_dossier_ids_new (&self->check);
  g_autoptr (DramatisDossier) dossier = dramatis_dossier_new ();
  DramatisHistory *history = dramatis_dossier_get_history (dossier);
  g_autofree char *extra = NULL;
  GString *unknown = NULL;
  const char *title = NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  self->ids = ids;
  read_format (self, root);
  dramatis_history_begin (history, "Open");

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      dramatis_dossier_ids_add_list (ids, root, lists[i].name, lists[i].kind);
      if (in_order || lists[i].kind == DRAMATIS_THING_KIND_ACTOR)
        gather_ids (self, &found[i], lists[i].kind);
      if (!in_order)
        add_things (self, dossier, root, found, i, lists[i].kind != DRAMATIS_THING_KIND_ACTOR);
    }

  json_object_iter_init_ordered (&iter, root);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      const DramatisJsonPath path = { NULL, name };
      int list = find_list (name);

      if (list >= 0 && in_order)
        add_things (self, dossier, root, found, list, FALSE);
      else if (g_str_equal (name, "title"))
        title = dramatis_json_check_text (&self->check, &path, member);
      else if (list < 0 && !g_str_equal (name, "format") && !g_str_equal (name, "version"))
        dramatis_dossier_keep_extra (self, &unknown, name, member);
    }

  dramatis_history_end (history);
  extra = dramatis_dossier_end_extra (unknown);
  g_object_set (dossier, "title", title, "extra", extra, NULL);
  dramatis_history_clear (history);

  return self->check.faults->len == 0 ? g_steal_pointer (&dossier) : NULL;
}

/* The text without the elements of the lists. */
static GString *
cut_lists (GBytes      *json,
           const Lists  found)
{
  gsize length;
  const char *text = g_bytes_get_data (json, &length);
  GString *rest = g_string_new (NULL);
  gsize at = 0;

  while (TRUE)
    {
      gsize start = length;
      gsize end = length;

      for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
        {
          const GArray *elements = found[i].elements;
          const DramatisJsonSlice *last;

          if (elements == NULL || g_array_index (elements, DramatisJsonSlice, 0).start < at
              || g_array_index (elements, DramatisJsonSlice, 0).start >= start)
            continue;

          last = &g_array_index (elements, DramatisJsonSlice, elements->len - 1);
          start = g_array_index (elements, DramatisJsonSlice, 0).start;
          end = last->start + last->length;
        }

      g_string_append_len (rest, text + at, start - at);
      if (start == length)
        return rest;
      at = end;
    }
}

static DramatisDossier *
parse (DramatisDossierParse *self,
       GBytes               *json,
       const Lists           found)
{
  g_autoptr (GString) rest = cut_lists (json, found);
  g_autoptr (JsonParser) root_parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  guint n_faults = self->check.faults->len;
  DramatisDossier *dossier;
  JsonObject *root;

  if (!json_parser_load_from_data (root_parser, rest->str, rest->len, &error))
    {
      dramatis_json_check_fault (&self->check, NULL, "%s", error->message);
      return NULL;
    }

  root = dramatis_json_check_object (&self->check, NULL, json_parser_get_root (root_parser));
  if (root == NULL)
    return NULL;

  self->text = g_bytes_get_data (json, NULL);
  dossier = n_faults == 0 ? read_dossier (self, root, found, FALSE) : NULL;
  if (dossier != NULL)
    return dossier;

  g_ptr_array_set_size (self->check.faults, n_faults);

  return read_dossier (self, root, found, TRUE);
}

/**
 * dramatis_dossier_parse:
 * @bytes: the contents of a dossier file
 * @faults: (element-type DramatisFault): where to add all that is wrong with it
 * @newer: (out): whether it is of a later version of the format, so that writing it would lose something
 *
 * Makes a dossier of the contents of its file, after checking everything in it.
 *
 * What only follows from a fault is not reported as another one: where the kind of an actor is misspelt, what refers
 * to it is not dangling. May run in any thread: until it returns nobody else has the dossier.
 *
 * Returns: (transfer full) (nullable): a new dossier with nothing to undo, or %NULL if something is wrong
 */
DramatisDossier *
dramatis_dossier_parse (GBytes    *bytes,
                        GPtrArray *faults,
                        gboolean  *newer)
{
  g_autoptr (GBytes) json = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GHashTable) reported = NULL;
  DramatisDossierParse self = { .check.faults = faults, .parser = parser };
  DramatisDossier *dossier = NULL;
  Lists found;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    found[i] = (DramatisJsonList) { lists[i].name, NULL };

  json = dramatis_json_scan (bytes, found, G_N_ELEMENTS (lists), faults);
  if (json != NULL)
    {
      if (faults->len > 0)
        {
          reported = g_hash_table_new (g_str_hash, g_str_equal);
          for (guint i = 0; i < faults->len; i++)
            g_hash_table_add (reported, ((DramatisFault *) g_ptr_array_index (faults, i))->path);
          self.check.reported = reported;
        }
      dossier = parse (&self, json, found);
    }

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_clear_pointer (&found[i].elements, g_array_unref);
  *newer = self.newer;

  return dossier;
}
