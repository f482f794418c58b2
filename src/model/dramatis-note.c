/* dramatis-note.c: a note and what it is about
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-note.h"

#include "dramatis-enum-types.h"
#include "dramatis-link.h"
#include "dramatis-thing-private.h"

/**
 * DramatisNote:
 *
 * What a person wrote, in Markdown, and the ranges of text, actors, events and articles it is about.
 */

struct _DramatisNote
{
  DramatisThing    parent_instance;

  char           **actors;
  char           **articles;
  DramatisColour   colour;
  GDateTime       *created;
  char           **events;
  GDateTime       *modified;
  GPtrArray       *ranges;
  char           **tags;
  char            *text;
  const char     **links;         /* in it: identifiers, interned; NULL: none */
  guint            n_links;
  guint            n_ties;
};

G_DEFINE_FINAL_TYPE (DramatisNote, dramatis_note, DRAMATIS_TYPE_THING)

enum
{
  PROP_0,
  PROP_ACTORS,
  PROP_ARTICLES,
  PROP_COLOUR,
  PROP_CREATED,
  PROP_EVENTS,
  PROP_MODIFIED,
  PROP_RANGES,
  PROP_TAGS,
  PROP_TEXT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
dramatis_note_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  DramatisNote *self = DRAMATIS_NOTE (object);

  switch (prop_id)
    {
    case PROP_ACTORS:
      g_value_set_boxed (value, dramatis_note_get_actors (self));
      break;
    case PROP_ARTICLES:
      g_value_set_boxed (value, dramatis_note_get_articles (self));
      break;
    case PROP_COLOUR:
      g_value_set_enum (value, self->colour);
      break;
    case PROP_CREATED:
      g_value_set_boxed (value, self->created);
      break;
    case PROP_EVENTS:
      g_value_set_boxed (value, dramatis_note_get_events (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boxed (value, self->modified);
      break;
    case PROP_RANGES:
      g_value_set_boxed (value, self->ranges);
      break;
    case PROP_TAGS:
      g_value_set_boxed (value, dramatis_note_get_tags (self));
      break;
    case PROP_TEXT:
      g_value_set_string (value, dramatis_note_get_text (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Returns whether they are others than before. */
static gboolean
read_links (DramatisNote *self)
{
  g_auto (GStrv) ids = dramatis_link_find_ids (dramatis_note_get_text (self));
  guint n_ids = g_strv_length (ids);

  if (g_strv_equal ((const char * const *) ids, dramatis_note_get_links (self)))
    return FALSE;

  g_clear_pointer (&self->links, g_free);
  if (n_ids > 0)
    self->links = g_new0 (const char *, n_ids + 1);
  for (guint i = 0; i < n_ids; i++)
    self->links[i] = g_intern_string (ids[i]);

  return TRUE;
}

static void
dramatis_note_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  DramatisNote *self = DRAMATIS_NOTE (object);
  gboolean changed = FALSE;

  switch (prop_id)
    {
    case PROP_ACTORS:
      changed = dramatis_field_set_strv (&self->actors, value);
      self->n_ties += changed;
      break;
    case PROP_ARTICLES:
      changed = dramatis_field_set_strv (&self->articles, value);
      self->n_ties += changed;
      break;
    case PROP_COLOUR:
      changed = dramatis_field_set_enum (&self->colour, value);
      break;
    case PROP_CREATED:
      changed = dramatis_field_set_boxed (&self->created, value);
      self->n_ties += changed;
      break;
    case PROP_EVENTS:
      changed = dramatis_field_set_strv (&self->events, value);
      self->n_ties += changed;
      break;
    case PROP_MODIFIED:
      changed = dramatis_field_set_boxed (&self->modified, value);
      break;
    case PROP_RANGES:
      changed = dramatis_field_set_boxed (&self->ranges, value);
      self->n_ties += changed;
      break;
    case PROP_TAGS:
      changed = dramatis_field_set_strv (&self->tags, value);
      break;
    case PROP_TEXT:
      changed = dramatis_field_set_string (&self->text, value);
      self->n_links += changed && read_links (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }

  if (changed)
    dramatis_thing_notify (object, pspec);
}

static void
dramatis_note_finalize (GObject *object)
{
  DramatisNote *self = DRAMATIS_NOTE (object);

  g_strfreev (self->actors);
  g_strfreev (self->articles);
  g_clear_pointer (&self->created, g_date_time_unref);
  g_strfreev (self->events);
  g_clear_pointer (&self->modified, g_date_time_unref);
  g_clear_pointer (&self->ranges, g_ptr_array_unref);
  g_strfreev (self->tags);
  g_free (self->text);
  g_free (self->links);

  G_OBJECT_CLASS (dramatis_note_parent_class)->finalize (object);
}

static void
dramatis_note_class_init (DramatisNoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dramatis_note_get_property;
  object_class->set_property = dramatis_note_set_property;
  object_class->finalize = dramatis_note_finalize;

  /**
   * DramatisNote:actors:
   *
   * The identifiers of the actors that the note is about.
   */
  properties[PROP_ACTORS] =
    g_param_spec_boxed ("actors", NULL, NULL, G_TYPE_STRV, DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisNote:articles:
   *
   * The identifiers of the articles that the note is about.
   */
  properties[PROP_ARTICLES] =
    g_param_spec_boxed ("articles", NULL, NULL, G_TYPE_STRV, DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisNote:colour:
   *
   * The colour of the highlight.
   */
  properties[PROP_COLOUR] =
    g_param_spec_enum ("colour", NULL, NULL, DRAMATIS_TYPE_COLOUR, DRAMATIS_COLOUR_AUTOMATIC,
                       DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisNote:created:
   *
   * When the note was made, in UTC.
   */
  properties[PROP_CREATED] =
    g_param_spec_boxed ("created", NULL, NULL, G_TYPE_DATE_TIME, DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisNote:events:
   *
   * The identifiers of the events that the note is about.
   */
  properties[PROP_EVENTS] =
    g_param_spec_boxed ("events", NULL, NULL, G_TYPE_STRV, DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisNote:modified:
   *
   * When the note was changed last, in UTC.
   */
  properties[PROP_MODIFIED] =
    g_param_spec_boxed ("modified", NULL, NULL, G_TYPE_DATE_TIME, DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisNote:ranges:
   *
   * The ranges of text that the note is about, of #DramatisAnchor.
   */
  properties[PROP_RANGES] =
    g_param_spec_boxed ("ranges", NULL, NULL, G_TYPE_PTR_ARRAY, DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisNote:tags:
   *
   * The identifiers of the tags.
   */
  properties[PROP_TAGS] =
    g_param_spec_boxed ("tags", NULL, NULL, G_TYPE_STRV, DRAMATIS_PARAM_EDITABLE);

  /**
   * DramatisNote:text:
   *
   * The text, in Markdown.
   */
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, "", DRAMATIS_PARAM_EDITABLE);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dramatis_note_init (DramatisNote *self)
{
  self->ranges = g_ptr_array_ref (dramatis_empty_ptr_array ());
}

/**
 * dramatis_note_new:
 * @id: the identifier
 * @text: the text, in Markdown
 *
 * Makes a note.
 *
 * Returns: (transfer full): a new note
 */
DramatisNote *
dramatis_note_new (const char *id,
                   const char *text)
{
  return g_object_new (DRAMATIS_TYPE_NOTE, "id", id, "text", text, NULL);
}

/**
 * dramatis_note_get_actors:
 * @self: a note
 *
 * Gets the identifiers of the actors that the note is about.
 *
 * Returns: (transfer none) (array zero-terminated=1): the identifiers of the actors that the note is about
 */
const char * const *
dramatis_note_get_actors (DramatisNote *self)
{
  g_return_val_if_fail (DRAMATIS_IS_NOTE (self), NULL);

  return dramatis_field_strv (self->actors);
}

/**
 * dramatis_note_get_articles:
 * @self: a note
 *
 * Gets the identifiers of the articles that the note is about.
 *
 * Returns: (transfer none) (array zero-terminated=1): the identifiers of the articles that the note is about
 */
const char * const *
dramatis_note_get_articles (DramatisNote *self)
{
  g_return_val_if_fail (DRAMATIS_IS_NOTE (self), NULL);

  return dramatis_field_strv (self->articles);
}

/**
 * dramatis_note_get_colour:
 * @self: a note
 *
 * Gets the colour of the highlight.
 *
 * Returns: the colour of the highlight
 */
DramatisColour
dramatis_note_get_colour (DramatisNote *self)
{
  g_return_val_if_fail (DRAMATIS_IS_NOTE (self), 0);

  return self->colour;
}

/**
 * dramatis_note_get_created:
 * @self: a note
 *
 * Gets when the note was made, in UTC.
 *
 * Returns: (transfer none) (nullable): when the note was made, in UTC
 */
GDateTime *
dramatis_note_get_created (DramatisNote *self)
{
  g_return_val_if_fail (DRAMATIS_IS_NOTE (self), NULL);

  return self->created;
}

/**
 * dramatis_note_get_events:
 * @self: a note
 *
 * Gets the identifiers of the events that the note is about.
 *
 * Returns: (transfer none) (array zero-terminated=1): the identifiers of the events that the note is about
 */
const char * const *
dramatis_note_get_events (DramatisNote *self)
{
  g_return_val_if_fail (DRAMATIS_IS_NOTE (self), NULL);

  return dramatis_field_strv (self->events);
}

/**
 * dramatis_note_get_links:
 * @self: a note
 *
 * Gets what the text has links to; see dramatis_link_find_ids().
 *
 * Returns: (transfer none) (array zero-terminated=1): the identifiers of things, each once; interned
 */
const char * const *
dramatis_note_get_links (DramatisNote *self)
{
  static const char * const none[] = { NULL };

  g_return_val_if_fail (DRAMATIS_IS_NOTE (self), NULL);

  return self->links != NULL ? self->links : none;
}

/**
 * dramatis_note_get_modified:
 * @self: a note
 *
 * Gets when the note was changed last, in UTC.
 *
 * Returns: (transfer none) (nullable): when the note was changed last, in UTC
 */
GDateTime *
dramatis_note_get_modified (DramatisNote *self)
{
  g_return_val_if_fail (DRAMATIS_IS_NOTE (self), NULL);

  return self->modified;
}

/**
 * dramatis_note_get_ranges:
 * @self: a note
 *
 * Gets the ranges of text that the note is about, of #DramatisAnchor.
 *
 * Returns: (transfer none): the ranges of text that the note is about, of #DramatisAnchor
 */
GPtrArray *
dramatis_note_get_ranges (DramatisNote *self)
{
  g_return_val_if_fail (DRAMATIS_IS_NOTE (self), NULL);

  return self->ranges;
}

/**
 * dramatis_note_get_tags:
 * @self: a note
 *
 * Gets the identifiers of the tags.
 *
 * Returns: (transfer none) (array zero-terminated=1): the identifiers of the tags
 */
const char * const *
dramatis_note_get_tags (DramatisNote *self)
{
  g_return_val_if_fail (DRAMATIS_IS_NOTE (self), NULL);

  return dramatis_field_strv (self->tags);
}

/**
 * dramatis_note_get_text:
 * @self: a note
 *
 * Gets the text, in Markdown.
 *
 * Returns: (transfer none): the text, in Markdown
 */
const char *
dramatis_note_get_text (DramatisNote *self)
{
  g_return_val_if_fail (DRAMATIS_IS_NOTE (self), NULL);

  return dramatis_field_string (self->text);
}

/**
 * dramatis_note_get_n_links:
 * @self: a note
 *
 * Gets how often that was changed which the text has links to, by which somebody who knows the number of before can tell
 * that it was.
 *
 * Returns: the number
 */
guint
dramatis_note_get_n_links (DramatisNote *self)
{
  g_return_val_if_fail (DRAMATIS_IS_NOTE (self), 0);

  return self->n_links;
}

/**
 * dramatis_note_get_n_ties:
 * @self: a note
 *
 * Gets how often that was changed what a note is about or when it was written, by which somebody who knows the number of
 * before can tell that it was.
 *
 * Returns: the number
 */
guint
dramatis_note_get_n_ties (DramatisNote *self)
{
  g_return_val_if_fail (DRAMATIS_IS_NOTE (self), 0);

  return self->n_ties;
}
