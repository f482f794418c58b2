/* dramatis-choice.c: what can be chosen from a list
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-choice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "dramatis-actor-row.h"
#include "dramatis-excerpt-markup.h"
#include "dramatis-text.h"

/**
 * DramatisChoice:
 *
 * An actor, or words that name one, as an item of a list from which a person chooses.
 */

struct _DramatisChoice
{
  GObject           parent_instance;

  DramatisActor    *actor;      /* this, or the passage */
  DramatisPassage  *passage;
  DramatisRange     range;
  DramatisAnchor   *anchor;     /* of words, and their title: when somebody asks */
  DramatisColour    colour;
  char             *title;      /* markup */
  char             *details;
  GRefString       *folded;     /* what it is found by */
  gboolean          active;
};

G_DEFINE_FINAL_TYPE (DramatisChoice, dramatis_choice, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ACTIVE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
dramatis_choice_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ACTIVE:
      g_value_set_boolean (value, DRAMATIS_CHOICE (object)->active);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_choice_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_ACTIVE:
      dramatis_choice_set_active (DRAMATIS_CHOICE (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_choice_finalize (GObject *object)
{
  DramatisChoice *self = DRAMATIS_CHOICE (object);

  g_clear_object (&self->actor);
  g_clear_object (&self->passage);
  g_clear_pointer (&self->anchor, dramatis_anchor_unref);
  g_free (self->title);
  g_free (self->details);
  g_ref_string_release (self->folded);

  G_OBJECT_CLASS (dramatis_choice_parent_class)->finalize (object);
}

static void
dramatis_choice_class_init (DramatisChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dramatis_choice_get_property;
  object_class->set_property = dramatis_choice_set_property;
  object_class->finalize = dramatis_choice_finalize;

  /**
   * DramatisChoice:active:
   *
   * Whether it is chosen.
   */
  properties[PROP_ACTIVE] =
    g_param_spec_boolean ("active", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dramatis_choice_init (DramatisChoice *self)
{
}

/**
 * dramatis_choice_new_actor:
 * @session: a session
 * @actor: an actor of its dossier
 *
 * Makes a choice of an actor. It is found by all of its names.
 *
 * Returns: (transfer full): a new choice
 */
DramatisChoice *
dramatis_choice_new_actor (DramatisSession *session,
                           DramatisActor   *actor)
{
  DramatisChoice *self = g_object_new (DRAMATIS_TYPE_CHOICE, NULL);
  const char *id = dramatis_thing_get_id (DRAMATIS_THING (actor));
  guint n_mentions = dramatis_index_get_actor_mentions (dramatis_session_get_index (session), id);
  g_autofree char *mentions = g_strdup_printf (ngettext ("%u mention", "%u mentions", n_mentions), n_mentions);
  g_autofree char *aliases = g_strjoinv ("\n", (char **) dramatis_actor_get_aliases (actor));
  g_autofree char *names = g_strjoin ("\n", dramatis_actor_get_name (actor), aliases, NULL);
  g_autofree char *folded = dramatis_text_fold (names);

  self->actor = g_object_ref (actor);
  self->colour = dramatis_session_get_colour (session, id);
  self->title = g_markup_escape_text (dramatis_actor_get_name (actor), -1);
  self->details = g_strdup_printf ("%s · %s", dramatis_actor_kind_get_name (dramatis_actor_get_kind (actor)), mentions);
  self->folded = g_ref_string_new (folded);

  return self;
}

/**
 * dramatis_choice_new_mention:
 * @passage: a passage
 * @range: words of it that name somebody
 * @details: (nullable): what is to be said beside them
 * @folded: the folded text of the passage, which all choices of it share
 *
 * Makes a choice of words, which are shown with what surrounds them. It is found by all of the passage.
 *
 * Returns: (transfer full): a new choice
 */
DramatisChoice *
dramatis_choice_new_mention (DramatisPassage     *passage,
                             const DramatisRange *range,
                             const char          *details,
                             GRefString          *folded)
{
  DramatisChoice *self = g_object_new (DRAMATIS_TYPE_CHOICE, NULL);

  self->passage = g_object_ref (passage);
  self->range = *range;
  self->details = g_strdup (details);
  self->folded = g_ref_string_acquire (folded);

  return self;
}

/**
 * dramatis_choice_get_active:
 * @self: a choice
 *
 * Gets whether it is chosen.
 *
 * Returns: whether it is
 */
gboolean
dramatis_choice_get_active (DramatisChoice *self)
{
  g_return_val_if_fail (DRAMATIS_IS_CHOICE (self), FALSE);

  return self->active;
}

/**
 * dramatis_choice_get_actor:
 * @self: a choice
 *
 * Gets the actor that can be chosen.
 *
 * Returns: (transfer none) (nullable): the actor, or %NULL if it is words
 */
DramatisActor *
dramatis_choice_get_actor (DramatisChoice *self)
{
  g_return_val_if_fail (DRAMATIS_IS_CHOICE (self), NULL);

  return self->actor;
}

/**
 * dramatis_choice_get_anchor:
 * @self: a choice
 *
 * Gets the words that can be chosen.
 *
 * Returns: (transfer none) (nullable): the words, or %NULL if it is an actor
 */
DramatisAnchor *
dramatis_choice_get_anchor (DramatisChoice *self)
{
  g_return_val_if_fail (DRAMATIS_IS_CHOICE (self), NULL);

  if (self->anchor == NULL && self->passage != NULL)
    self->anchor = dramatis_anchor_new (dramatis_thing_get_id (DRAMATIS_THING (self->passage)),
                                        dramatis_passage_get_text (self->passage), &self->range);

  return self->anchor;
}

/**
 * dramatis_choice_get_colour:
 * @self: a choice
 *
 * Gets the colour of a choice.
 *
 * Returns: the colour of its actor; %DRAMATIS_COLOUR_AUTOMATIC: it has none
 */
DramatisColour
dramatis_choice_get_colour (DramatisChoice *self)
{
  g_return_val_if_fail (DRAMATIS_IS_CHOICE (self), DRAMATIS_COLOUR_AUTOMATIC);

  return self->colour;
}

/**
 * dramatis_choice_get_details:
 * @self: a choice
 *
 * Gets what is to be said beside the title.
 *
 * Returns: (transfer none) (nullable): a text
 */
const char *
dramatis_choice_get_details (DramatisChoice *self)
{
  g_return_val_if_fail (DRAMATIS_IS_CHOICE (self), NULL);

  return self->details;
}

/**
 * dramatis_choice_get_title:
 * @self: a choice
 *
 * Gets what a choice is called.
 *
 * Returns: (transfer none): Pango markup
 */
const char *
dramatis_choice_get_title (DramatisChoice *self)
{
  g_return_val_if_fail (DRAMATIS_IS_CHOICE (self), NULL);

  if (self->title == NULL)
    self->title = dramatis_excerpt_to_markup (self->passage, &self->range, 1);

  return self->title;
}

/**
 * dramatis_choice_has_words:
 * @self: a choice
 * @folded: words, folded
 *
 * Tells whether a choice is found by words.
 *
 * Returns: whether it is
 */
gboolean
dramatis_choice_has_words (DramatisChoice *self,
                           const char     *folded)
{
  g_return_val_if_fail (DRAMATIS_IS_CHOICE (self), FALSE);

  return strstr (self->folded, folded) != NULL;
}

/**
 * dramatis_choice_set_active:
 * @self: a choice
 * @active: whether it is chosen
 *
 * Chooses it, or does not.
 */
void
dramatis_choice_set_active (DramatisChoice *self,
                            gboolean        active)
{
  g_return_if_fail (DRAMATIS_IS_CHOICE (self));

  if (self->active == active)
    return;

  self->active = active;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}
