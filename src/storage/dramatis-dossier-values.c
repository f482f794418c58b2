/* dramatis-dossier-values.c: the values of members in a dossier file
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-dossier-values.h"

#include <glib/gi18n-lib.h>

#include "dramatis-anchor.h"
#include "dramatis-enum-types.h"
#include "dramatis-json-text.h"
#include "dramatis-passage.h"

/**
 * dramatis_dossier_keep_extra:
 * @self: a parse
 * @extra: (inout): the members so far, %NULL before the first
 * @name: the name of a member
 * @node: its value
 *
 * Keeps a member that this version does not know, in an object that dramatis_dossier_end_extra() closes.
 */
void
dramatis_dossier_keep_extra (DramatisDossierParse  *self,
                             GString              **extra,
                             const char            *name,
                             JsonNode              *node)
{
  /* There will be no dossier; and it may hold a number that is too large to be written. */
  if (self->check.faults->len > 0)
    return;

  if (*extra == NULL)
    *extra = g_string_new ("{");
  else
    g_string_append_c (*extra, ',');

  dramatis_json_append_text (*extra, name);
  g_string_append_c (*extra, ':');
  dramatis_json_append_node (*extra, node);
}

/**
 * dramatis_dossier_end_extra:
 * @extra: (transfer full) (nullable): unknown members
 *
 * Closes the object of unknown members.
 *
 * Returns: (transfer full) (nullable): its text, or %NULL if there are none
 */
char *
dramatis_dossier_end_extra (GString *extra)
{
  if (extra == NULL)
    return NULL;

  g_string_append_c (extra, '}');

  return g_string_free (extra, FALSE);
}

/**
 * dramatis_dossier_read_word:
 * @self: a parse
 * @path: the place of @node
 * @node: a value
 * @words: an enumeration of the model
 * @value: (out): the value that the word stands for
 *
 * Reads one of the words of a fixed vocabulary.
 *
 * A later version may have more words. It is opened to be looked at only, so that there the default does no harm.
 *
 * Returns: whether @value was set
 */
gboolean
dramatis_dossier_read_word (DramatisDossierParse   *self,
                            const DramatisJsonPath *path,
                            JsonNode               *node,
                            GType                   words,
                            int                    *value)
{
  const char *word = dramatis_json_check_text (&self->check, path, node);
  g_autoptr (GEnumClass) class = NULL;
  g_autoptr (GString) list = NULL;

  if (word == NULL)
    return FALSE;

  if (dramatis_enum_from_nick (words, word, value))
    return TRUE;

  if (self->newer)
    return FALSE;

  class = g_type_class_ref (words);
  list = g_string_new (NULL);
  for (guint i = 0; i < class->n_values; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", class->values[i].value_nick);
  dramatis_json_check_fault (&self->check, path, _("“%s” is none of the words that can stand here: %s."),
                             word, list->str);

  return FALSE;
}

/**
 * dramatis_dossier_read_time:
 * @self: a parse
 * @path: the place of @node
 * @node: a value
 *
 * Reads a time in EDTF.
 *
 * Returns: (transfer full) (nullable): the time
 */
DramatisTime *
dramatis_dossier_read_time (DramatisDossierParse   *self,
                            const DramatisJsonPath *path,
                            JsonNode               *node)
{
  const char *edtf = dramatis_json_check_text (&self->check, path, node);
  g_autoptr (GError) error = NULL;
  DramatisTime *time;

  if (edtf == NULL)
    return NULL;

  time = dramatis_time_new (edtf, &error);
  if (time == NULL)
    dramatis_json_check_fault (&self->check, path, "%s", error->message);

  return time;
}

/**
 * dramatis_dossier_read_date_time:
 * @self: a parse
 * @path: the place of @node
 * @node: a value
 *
 * Reads a moment.
 *
 * Returns: (transfer full) (nullable): the moment in UTC
 */
GDateTime *
dramatis_dossier_read_date_time (DramatisDossierParse   *self,
                                 const DramatisJsonPath *path,
                                 JsonNode               *node)
{
  const char *text = dramatis_json_check_text (&self->check, path, node);
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) date_time = NULL;

  if (text == NULL)
    return NULL;

  zone = g_time_zone_new_utc ();
  date_time = g_date_time_new_from_iso8601 (text, zone);
  if (date_time == NULL)
    {
      dramatis_json_check_fault (&self->check, path, _("“%s” is no date and time like 2024-10-20T09:00:00Z."),
                                 text);
      return NULL;
    }

  return g_date_time_to_utc (date_time);
}

/**
 * dramatis_dossier_read_texts:
 * @self: a parse
 * @path: the place of @node
 * @node: a value
 *
 * Reads a list of texts.
 *
 * Returns: (transfer full): those that can be read
 */
GStrv
dramatis_dossier_read_texts (DramatisDossierParse   *self,
                             const DramatisJsonPath *path,
                             JsonNode               *node)
{
  JsonArray *array = dramatis_json_check_array (&self->check, path, node);
  guint n_texts = array != NULL ? json_array_get_length (array) : 0;
  GStrv texts = g_new0 (char *, n_texts + 1);
  guint n_kept = 0;

  for (guint i = 0; i < n_texts; i++)
    {
      const DramatisJsonPath element = { path, NULL, i };
      const char *text = dramatis_json_check_text (&self->check, &element, json_array_get_element (array, i));

      if (text != NULL)
        texts[n_kept++] = g_strdup (text);
    }

  return texts;
}

/**
 * dramatis_dossier_read_references:
 * @self: a parse
 * @path: the place of @node
 * @node: a value
 * @kind: what they have to be the identifiers of
 *
 * Reads a list of references.
 *
 * Returns: (transfer full): those that can be read
 */
GStrv
dramatis_dossier_read_references (DramatisDossierParse   *self,
                                  const DramatisJsonPath *path,
                                  JsonNode               *node,
                                  DramatisThingKind       kind)
{
  JsonArray *array = dramatis_json_check_array (&self->check, path, node);
  guint n_references = array != NULL ? json_array_get_length (array) : 0;
  GStrv references = g_new0 (char *, n_references + 1);
  guint n_kept = 0;

  for (guint i = 0; i < n_references; i++)
    {
      const DramatisJsonPath element = { path, NULL, i };
      DramatisDossierId *id = dramatis_dossier_ids_refer (self->ids, &element, json_array_get_element (array, i),
                                                          kind, NULL);

      if (id != NULL)
        references[n_kept++] = g_strdup (id->id);
    }

  return references;
}

/* A place in a text, which has @length code points; -1: that is not known. */
static gboolean
read_offset (DramatisDossierParse   *self,
             const DramatisJsonPath *path,
             JsonNode               *node,
             glong                   length,
             guint                  *offset)
{
  gint64 value;

  if (!dramatis_json_check_integer (&self->check, path, node, &value))
    return FALSE;

  if (value < 0)
    {
      dramatis_json_check_fault (&self->check, path, _("A place in a text can’t be negative."));
      return FALSE;
    }

  if (length >= 0 && value > length)
    {
      dramatis_json_check_fault (&self->check, path,
                                 _("The place lies outside of the text of the passage, which has %ld characters."),
                                 length);
      return FALSE;
    }

  if (value > G_MAXINT)
    {
      dramatis_json_check_fault (&self->check, path, _("No text is that long."));
      return FALSE;
    }

  *offset = value;

  return TRUE;
}

static void
read_mention (DramatisDossierParse   *self,
              const DramatisJsonPath *path,
              JsonNode               *node,
              glong                   length,
              GArray                 *mentions)
{
  JsonArray *array = dramatis_json_check_array (&self->check, path, node);
  const DramatisJsonPath start_path = { path, NULL, 0 };
  const DramatisJsonPath end_path = { path, NULL, 1 };
  const DramatisJsonPath actor_path = { path, NULL, 2 };
  const DramatisJsonPath status_path = { path, NULL, 3 };
  DramatisMention mention = { .status = DRAMATIS_STATUS_SUGGESTED };
  DramatisDossierId *actor;
  guint n_elements;
  int status;

  if (array == NULL)
    return;

  n_elements = json_array_get_length (array);
  if (n_elements < 3)
    {
      dramatis_json_check_fault (&self->check, path, _("A mention has to have a start, an end and an actor."));
      return;
    }

  /* Behind an element that is missing or of another type the others may mean something else; and where the start lies
   * outside of the text, the end does too. */
  if (!read_offset (self, &start_path, json_array_get_element (array, 0), length, &mention.range.start)
      || !read_offset (self, &end_path, json_array_get_element (array, 1), length, &mention.range.end))
    return;

  if (mention.range.start >= mention.range.end)
    dramatis_json_check_fault (&self->check, path, _("The end of a mention has to lie after its start."));

  actor = dramatis_dossier_ids_refer (self->ids, &actor_path, json_array_get_element (array, 2),
                                      DRAMATIS_THING_KIND_ACTOR, NULL);
  if (actor != NULL)
    mention.actor = actor->id;

  if (n_elements > 3
      && dramatis_dossier_read_word (self, &status_path, json_array_get_element (array, 3), DRAMATIS_TYPE_STATUS,
                                     &status))
    mention.status = status;

  if (n_elements > 4 && self->check.faults->len == 0)
    {
      g_autoptr (GString) extra = g_string_new ("[");

      for (guint i = 4; i < n_elements; i++)
        {
          if (i > 4)
            g_string_append_c (extra, ',');
          dramatis_json_append_node (extra, json_array_get_element (array, i));
        }
      g_string_append_c (extra, ']');
      mention.extra = g_intern_string (extra->str);
    }

  g_array_append_val (mentions, mention);
}

/**
 * dramatis_dossier_read_mentions:
 * @self: a parse
 * @path: the place of @node
 * @node: a value
 * @length: of the text of the passage, in code points; -1 if that is not known
 *
 * Reads the mentions of a passage.
 *
 * Returns: (transfer full) (element-type DramatisMention): those that can be read, by where they start
 */
GArray *
dramatis_dossier_read_mentions (DramatisDossierParse   *self,
                                const DramatisJsonPath *path,
                                JsonNode               *node,
                                glong                   length)
{
  GArray *mentions = dramatis_mentions_new ();
  JsonArray *array = dramatis_json_check_array (&self->check, path, node);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const DramatisJsonPath element = { path, NULL, i };

      read_mention (self, &element, json_array_get_element (array, i), length, mentions);
    }

  /* stable */
  dramatis_mentions_sort (mentions);

  return mentions;
}

/* Evidence and notes outlive a change of the text that they were taken from. So a range that lies outside is not at
 * fault if it has the length of its quote: that is what was written before the text became shorter. */
static void
check_anchor_range (DramatisDossierParse   *self,
                    const DramatisJsonPath *path,
                    const DramatisAnchor   *anchor,
                    DramatisDossierId      *passage)
{
  glong length;
  guint quoted = anchor->quote != NULL ? g_utf8_strlen (anchor->quote, -1) : 0;

  if (anchor->range.start > anchor->range.end)
    {
      dramatis_json_check_fault (&self->check, path, _("The end of a range can’t lie before its start."));
      return;
    }

  if (anchor->quote == NULL && anchor->range.start < anchor->range.end)
    dramatis_json_check_fault (&self->check, path, _("The member “%s” is missing."), "quote");

  length = passage != NULL ? passage->length : -1;
  if (length >= 0 && anchor->range.end > length && quoted != anchor->range.end - anchor->range.start)
    dramatis_json_check_fault (&self->check, path,
                               _("The range lies outside of the text of the passage, which has %ld characters."),
                               length);
}

static DramatisAnchor *
read_anchor (DramatisDossierParse   *self,
             const DramatisJsonPath *path,
             JsonNode               *node)
{
  JsonObject *object = dramatis_json_check_object (&self->check, path, node);
  DramatisDossierId *passage = NULL;
  DramatisAnchor fields = { 0 };
  g_autofree char *extra = NULL;
  GString *unknown = NULL;
  gboolean has_start = FALSE, has_end = FALSE;
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;
  const struct
  {
    const char  *name;
    char       **field;
  } texts[] = {
    { "quote", &fields.quote },
    { "prefix", &fields.prefix },
    { "suffix", &fields.suffix },
    { "wording", &fields.wording },
    { "rule", &fields.rule },
    { "reference", &fields.reference },
  };

  if (object == NULL)
    return NULL;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      const DramatisJsonPath member_path = { path, name };
      gboolean known = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (texts) && !known; i++)
        {
          known = g_str_equal (name, texts[i].name);
          /* dramatis_anchor_new_full () copies */
          if (known)
            *texts[i].field = (char *) dramatis_json_check_text (&self->check, &member_path, member);
        }

      if (g_str_equal (name, "start"))
        has_start = read_offset (self, &member_path, member, -1, &fields.range.start);
      else if (g_str_equal (name, "end"))
        has_end = read_offset (self, &member_path, member, -1, &fields.range.end);
      else if (!known && !g_str_equal (name, "passage"))
        dramatis_dossier_keep_extra (self, &unknown, name, member);
    }
  extra = dramatis_dossier_end_extra (unknown);
  fields.extra = extra;

  if (fields.reference != NULL)
    {
      const DramatisJsonPath member_path = { path, "reference" };
      g_autoptr (DramatisTime) time =
        dramatis_dossier_read_time (self, &member_path, json_object_get_member (object, "reference"));
    }

  member = dramatis_json_check_member (&self->check, path, object, "passage");
  if (member != NULL)
    {
      const DramatisJsonPath member_path = { path, "passage" };

      passage = dramatis_dossier_ids_refer (self->ids, &member_path, member,
                                            DRAMATIS_THING_KIND_PASSAGE, fields.quote);
    }

  /* what is wrong with them has been said, unless they are missing */
  dramatis_json_check_member (&self->check, path, object, "start");
  dramatis_json_check_member (&self->check, path, object, "end");
  if (has_start && has_end && (fields.quote != NULL || !json_object_has_member (object, "quote")))
    check_anchor_range (self, path, &fields, passage);

  if (passage == NULL)
    return NULL;

  fields.passage = passage->id;

  return dramatis_anchor_new_full (&fields);
}

/**
 * dramatis_dossier_read_anchors:
 * @self: a parse
 * @path: the place of @node
 * @node: a value
 *
 * Reads the evidence of an event or the ranges of a note.
 *
 * Returns: (transfer full) (element-type DramatisAnchor): those that can be read
 */
GPtrArray *
dramatis_dossier_read_anchors (DramatisDossierParse   *self,
                               const DramatisJsonPath *path,
                               JsonNode               *node)
{
  GPtrArray *anchors = dramatis_anchors_new ();
  JsonArray *array = dramatis_json_check_array (&self->check, path, node);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const DramatisJsonPath element = { path, NULL, i };
      DramatisAnchor *anchor = read_anchor (self, &element, json_array_get_element (array, i));

      if (anchor != NULL)
        g_ptr_array_add (anchors, anchor);
    }

  return anchors;
}
