/* dramatis-passage.c: a passage of an article, and its mentions
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-passage.h"

#include "dramatis-enum-types.h"
#include "dramatis-thing-private.h"

/**
 * DramatisPassage:
 *
 * A heading, paragraph, quotation, list item or footnote.
 *
 * Ranges in a passage count the code points of its text.
 */

struct _DramatisPassage
{
  DramatisThing        parent_instance;

  DramatisPassageKind  kind;
  GArray              *mentions;
  char                *text;
  guint                length;        /* of the text, in code points */
  guint                n_texts;
};

G_DEFINE_FINAL_TYPE (DramatisPassage, dramatis_passage, DRAMATIS_TYPE_THING)

enum
{
  PROP_0,
  PROP_KIND,
  PROP_MENTIONS,
  PROP_TEXT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static GArray *
empty_mentions (void)
{
  static gsize empty;

  if (g_once_init_enter (&empty))
    g_once_init_leave (&empty, (gsize) dramatis_mentions_new ());

  return (GArray *) empty;
}

static void
dramatis_passage_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  DramatisPassage *self = DRAMATIS_PASSAGE (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_MENTIONS:
      g_value_set_boxed (value, self->mentions);
      break;
    case PROP_TEXT:
      g_value_set_string (value, dramatis_passage_get_text (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_passage_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  DramatisPassage *self = DRAMATIS_PASSAGE (object);
  gboolean changed = FALSE;

  switch (prop_id)
    {
    case PROP_KIND:
      changed = dramatis_field_set_enum (&self->kind, value);
      break;
    case PROP_MENTIONS:
      changed = dramatis_field_set_boxed (&self->mentions, value);
      break;
    case PROP_TEXT:
      changed = dramatis_field_set_string (&self->text, value);
      self->n_texts += changed;
      self->length = g_utf8_strlen (dramatis_field_string (self->text), -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }

  if (changed)
    dramatis_thing_notify (object, pspec);
}

static void
dramatis_passage_finalize (GObject *object)
{
  DramatisPassage *self = DRAMATIS_PASSAGE (object);

  g_clear_pointer (&self->mentions, g_array_unref);
  g_free (self->text);

  G_OBJECT_CLASS (dramatis_passage_parent_class)->finalize (object);
}

static void
dramatis_passage_class_init (DramatisPassageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dramatis_passage_get_property;
  object_class->set_property = dramatis_passage_set_property;
  object_class->finalize = dramatis_passage_finalize;

  /**
   * DramatisPassage:kind:
   *
   * What the passage is in its article.
   */
  properties[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, DRAMATIS_TYPE_PASSAGE_KIND, DRAMATIS_PASSAGE_KIND_PARAGRAPH,
                       DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisPassage:mentions:
   *
   * The mentions of actors, of #DramatisMention, sorted by where they start.
   */
  properties[PROP_MENTIONS] =
    g_param_spec_boxed ("mentions", NULL, NULL, G_TYPE_ARRAY, DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisPassage:text:
   *
   * The text.
   */
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, "", DRAMATIS_PARAM_EDITABLE);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dramatis_passage_init (DramatisPassage *self)
{
  self->kind = DRAMATIS_PASSAGE_KIND_PARAGRAPH;
  self->mentions = g_array_ref (empty_mentions ());
}

/**
 * dramatis_passage_new:
 * @id: the identifier
 * @kind: what the passage is
 * @text: the text
 * @mentions: (nullable) (transfer none): the mentions, sorted by where they start; not to be changed any more
 *
 * Makes a passage.
 *
 * Returns: (transfer full): a new passage
 */
DramatisPassage *
dramatis_passage_new (const char          *id,
                      DramatisPassageKind  kind,
                      const char          *text,
                      GArray              *mentions)
{
  DramatisPassage *self;

  self = g_object_new (DRAMATIS_TYPE_PASSAGE, "id", id, "kind", kind, "text", text, NULL);
  if (mentions != NULL)
    {
      g_array_unref (self->mentions);
      self->mentions = g_array_ref (mentions);
    }

  return self;
}

/**
 * dramatis_passage_get_kind:
 * @self: a passage
 *
 * Gets what the passage is in its article.
 *
 * Returns: what the passage is in its article
 */
DramatisPassageKind
dramatis_passage_get_kind (DramatisPassage *self)
{
  g_return_val_if_fail (DRAMATIS_IS_PASSAGE (self), 0);

  return self->kind;
}

/**
 * dramatis_passage_get_mentions:
 * @self: a passage
 *
 * Gets the mentions of actors, of #DramatisMention, sorted by where they start.
 *
 * Returns: (transfer none): the mentions of actors, of #DramatisMention, sorted by where they start
 */
GArray *
dramatis_passage_get_mentions (DramatisPassage *self)
{
  g_return_val_if_fail (DRAMATIS_IS_PASSAGE (self), NULL);

  return self->mentions;
}

/**
 * dramatis_passage_get_text:
 * @self: a passage
 *
 * Gets the text.
 *
 * Returns: (transfer none): the text
 */
const char *
dramatis_passage_get_text (DramatisPassage *self)
{
  g_return_val_if_fail (DRAMATIS_IS_PASSAGE (self), NULL);

  return dramatis_field_string (self->text);
}

/**
 * dramatis_passage_get_n_texts:
 * @self: a passage
 *
 * Gets how many texts the passage has had, which tells whether it still has the one that somebody has seen.
 *
 * Returns: a number that grows whenever the text becomes another, by undoing too
 */
guint
dramatis_passage_get_n_texts (DramatisPassage *self)
{
  g_return_val_if_fail (DRAMATIS_IS_PASSAGE (self), 0);

  return self->n_texts;
}

/**
 * dramatis_passage_get_length:
 * @self: a passage
 *
 * Gets the length of the text.
 *
 * Returns: the length, in code points
 */
guint
dramatis_passage_get_length (DramatisPassage *self)
{
  g_return_val_if_fail (DRAMATIS_IS_PASSAGE (self), 0);

  return self->length;
}

/**
 * dramatis_passage_dup_range:
 * @self: a passage
 * @range: a range inside the text, in code points
 *
 * Gets the words of a range.
 *
 * Returns: (transfer full): the text of the range
 */
char *
dramatis_passage_dup_range (DramatisPassage     *self,
                            const DramatisRange *range)
{
  g_return_val_if_fail (DRAMATIS_IS_PASSAGE (self), NULL);
  g_return_val_if_fail (range != NULL && range->start <= range->end, NULL);

  return g_utf8_substring (dramatis_field_string (self->text), range->start, range->end);
}

/**
 * dramatis_passage_get_mention_at:
 * @self: a passage
 * @offset: a place in the text, in code points
 *
 * Finds the mention that covers a code point; what a person rejected is passed over.
 *
 * Returns: (transfer none) (nullable): the mention
 */
const DramatisMention *
dramatis_passage_get_mention_at (DramatisPassage *self,
                                 guint            offset)
{
  g_return_val_if_fail (DRAMATIS_IS_PASSAGE (self), NULL);

  for (guint i = 0; i < self->mentions->len; i++)
    {
      const DramatisMention *mention = &g_array_index (self->mentions, DramatisMention, i);

      if (mention->range.start <= offset && offset < mention->range.end
          && mention->status != DRAMATIS_STATUS_REJECTED)
        return mention;
    }

  return NULL;
}

/**
 * dramatis_mentions_new:
 *
 * Makes an empty array for mentions, to be filled and handed to a passage.
 *
 * Returns: (transfer full) (element-type DramatisMention): a new array
 */
GArray *
dramatis_mentions_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (DramatisMention));
}

static int
compare_mentions (gconstpointer a,
                  gconstpointer b)
{
  const DramatisMention *first = a;
  const DramatisMention *second = b;

  return (first->range.start > second->range.start) - (first->range.start < second->range.start);
}

/**
 * dramatis_mentions_sort:
 * @mentions: (element-type DramatisMention): an array that no passage has yet
 *
 * Sorts mentions by where they start.
 */
void
dramatis_mentions_sort (GArray *mentions)
{
  g_array_sort (mentions, compare_mentions);
}

static void
draft_clear (gpointer data)
{
  g_free (((DramatisPassageDraft *) data)->text);
}

/**
 * dramatis_passage_drafts_new:
 *
 * Makes an empty array for passages that are not yet part of a dossier.
 *
 * Returns: (transfer full) (element-type DramatisPassageDraft): an array that owns their texts
 */
GArray *
dramatis_passage_drafts_new (void)
{
  GArray *drafts = g_array_new (FALSE, FALSE, sizeof (DramatisPassageDraft));

  g_array_set_clear_func (drafts, draft_clear);

  return drafts;
}
