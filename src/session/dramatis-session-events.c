/* dramatis-session-events.c: the event that is pointed at, and what is said of events
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-session-private.h"

#include <glib/gi18n-lib.h>

/**
 * dramatis_session_reveal_event:
 * @self: a session
 * @event: an event
 *
 * Shows the first of the words that an event was read from, if there are any.
 */
void
dramatis_session_reveal_event (DramatisSession *self,
                               DramatisEvent   *event)
{
  GPtrArray *evidence;

  g_return_if_fail (DRAMATIS_IS_SESSION (self));
  g_return_if_fail (DRAMATIS_IS_EVENT (event));

  evidence = dramatis_event_get_evidence (event);
  if (evidence->len > 0)
    dramatis_session_reveal (self, g_ptr_array_index (evidence, 0));
}

/**
 * dramatis_session_get_event:
 * @self: a session
 *
 * Gets the event that is pointed at or has the focus.
 *
 * Returns: (transfer none) (nullable): the event
 */
DramatisEvent *
dramatis_session_get_event (DramatisSession *self)
{
  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), NULL);

  return self->event;
}

/**
 * dramatis_session_set_event:
 * @self: a session
 * @event: (nullable): an event of the dossier, or %NULL for none
 *
 * Says which event is pointed at or has the focus, so that all views can light it.
 */
void
dramatis_session_set_event (DramatisSession *self,
                            DramatisEvent   *event)
{
  g_return_if_fail (DRAMATIS_IS_SESSION (self));
  g_return_if_fail (event == NULL || DRAMATIS_IS_EVENT (event));

  if (g_set_object (&self->event, event))
    g_object_notify (G_OBJECT (self), "event");
}

/**
 * dramatis_session_dup_event_actors:
 * @self: a session
 * @event: an event
 *
 * Names the actors of an event; those that were rejected are left out.
 *
 * Returns: (transfer full): their names, as a list in words; empty if there are none
 */
char *
dramatis_session_dup_event_actors (DramatisSession *self,
                                   DramatisEvent   *event)
{
  const char * const *ids;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), NULL);
  g_return_val_if_fail (DRAMATIS_IS_EVENT (event), NULL);

  ids = dramatis_event_get_actors (event);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      DramatisActor *actor = dramatis_dossier_lookup (self->dossier, ids[i]);

      if (actor != NULL && dramatis_actor_get_status (actor) != DRAMATIS_STATUS_REJECTED)
        g_strv_builder_add (builder, dramatis_actor_get_name (actor));
    }
  names = g_strv_builder_end (builder);

  /* Translators: between the names of a list */
  return g_strjoinv (_(", "), names);
}

/**
 * dramatis_session_get_article_title:
 * @self: a session
 * @anchor: words
 *
 * Tells which article words stand in.
 *
 * Returns: (transfer none) (nullable): its title, or %NULL if the passage is gone
 */
const char *
dramatis_session_get_article_title (DramatisSession      *self,
                                    const DramatisAnchor *anchor)
{
  guint position;

  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), NULL);

  if (!dramatis_index_get_position (self->index, anchor->passage, &position))
    return NULL;

  return dramatis_article_get_title (dramatis_index_get_article (self->index, position));
}

/**
 * dramatis_session_dup_resolution:
 * @self: a session
 * @anchor: evidence of an event
 *
 * Says how a time was found: its words, the date that they were reckoned from, and the rule.
 *
 * Returns: (transfer full) (nullable): a sentence without a full stop, or %NULL if nothing is known
 */
char *
dramatis_session_dup_resolution (DramatisSession      *self,
                                 const DramatisAnchor *anchor)
{
  g_autoptr (DramatisTime) reference = NULL;
  g_autofree char *wording = NULL, *reference_text = NULL, *with_reference = NULL;

  if (anchor->wording == NULL)
    return NULL;

  /* Translators: the words in which an article says a time */
  wording = g_strdup_printf (_("Written as “%s”"), anchor->wording);
  if (anchor->reference != NULL)
    reference = dramatis_time_new (anchor->reference, NULL);
  if (reference != NULL)
    {
      reference_text = dramatis_time_to_text (reference);
      /* Translators: the first is “Written as “just days later””, the second the date that it was reckoned from */
      with_reference = g_strdup_printf (_("%s, reckoned from %s"), wording, reference_text);
    }
  else
    with_reference = g_steal_pointer (&wording);

  if (anchor->rule != NULL)
    /* Translators: how a time was found: the words and date, the name of the rule of the program */
    return g_strdup_printf (_("%s (rule: %s)"), with_reference, anchor->rule);

  return g_steal_pointer (&with_reference);
}

static void
append_line (GString    *text,
             const char *line)
{
  if (line == NULL || *line == '\0')
    return;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

/**
 * dramatis_session_dup_event_evidence:
 * @self: a session
 * @event: an event
 *
 * Says what an event was read from first: its time as it was written and understood, quotation, article.
 *
 * Returns: (transfer full): a line each; empty if there is no evidence
 */
char *
dramatis_session_dup_event_evidence (DramatisSession *self,
                                     DramatisEvent   *event)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *resolution = NULL, *quote = NULL;
  const DramatisAnchor *anchor;

  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), NULL);
  g_return_val_if_fail (DRAMATIS_IS_EVENT (event), NULL);

  if (dramatis_event_get_evidence (event)->len == 0)
    return g_strdup ("");

  anchor = g_ptr_array_index (dramatis_event_get_evidence (event), 0);
  resolution = dramatis_session_dup_resolution (self, anchor);
  /* Translators: words of an article */
  quote = g_strdup_printf (_("“%s”"), anchor->quote);
  append_line (text, resolution);
  append_line (text, quote);
  append_line (text, dramatis_session_get_article_title (self, anchor));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * dramatis_session_dup_event_details:
 * @self: a session
 * @event: an event
 *
 * Says all that is known of an event: title, time as it is resolved and as it was written, quotation, article.
 *
 * Returns: (transfer full): a line each
 */
char *
dramatis_session_dup_event_details (DramatisSession *self,
                                    DramatisEvent   *event)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *time = NULL, *evidence = NULL;

  g_return_val_if_fail (DRAMATIS_IS_SESSION (self), NULL);
  g_return_val_if_fail (DRAMATIS_IS_EVENT (event), NULL);

  if (dramatis_event_get_time (event) != NULL)
    time = dramatis_time_to_text (dramatis_event_get_time (event));
  evidence = dramatis_session_dup_event_evidence (self, event);
  append_line (text, dramatis_event_get_title (event));
  append_line (text, time);
  append_line (text, evidence);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
