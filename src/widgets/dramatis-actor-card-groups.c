/* dramatis-actor-card-groups.c: the other actors and the identifiers on the card of an actor
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-actor-card-private.h"

#include <glib/gi18n-lib.h>

#include "dramatis-actor-picker.h"
#include "dramatis-dot.h"

/* Of an alliance all; thousands would take seconds to make, at each edit. */
#define MAX_ROWS 40

/**
 * dramatis_actor_card_get_id:
 * @self: a card
 *
 * Gets the identifier of the actor.
 *
 * Returns: (transfer none): the identifier
 */
const char *
dramatis_actor_card_get_id (DramatisActorCard *self)
{
  return dramatis_thing_get_id (DRAMATIS_THING (self->actor));
}

/**
 * dramatis_actor_card_get_dossier:
 * @self: a card
 *
 * Gets the dossier.
 *
 * Returns: (transfer none): the dossier
 */
DramatisDossier *
dramatis_actor_card_get_dossier (DramatisActorCard *self)
{
  return dramatis_session_get_dossier (self->session);
}

/**
 * dramatis_actor_card_is_in_dossier:
 * @self: a card
 *
 * Tells whether the actor is still there.
 *
 * Returns: whether it is
 */
gboolean
dramatis_actor_card_is_in_dossier (DramatisActorCard *self)
{
  return self->actor != NULL && dramatis_dossier_lookup (dramatis_actor_card_get_dossier (self), dramatis_actor_card_get_id (self)) == self->actor;
}

/**
 * dramatis_actor_card_present_over:
 * @self: a card
 * @dialog: a window
 *
 * Presents a dialog over the card.
 */
void
dramatis_actor_card_present_over (DramatisActorCard *self,
                                  GtkWidget         *dialog)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
append_row (DramatisActorCard   *self,
            AdwPreferencesGroup *group,
            GtkWidget           *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
  g_object_set_data (G_OBJECT (row), "group", group);
}

static void
append_actor (DramatisActorCard   *self,
              AdwPreferencesGroup *group,
              DramatisActor       *actor,
              GtkWidget           *button)
{
  const char *id = dramatis_thing_get_id (DRAMATIS_THING (actor));
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), dramatis_actor_get_name (actor));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), dramatis_dot_new (dramatis_session_get_colour (self->session, id)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "card.show");
  append_row (self, group, row);
}

/* Of several that have its name a person says with one click which one it is. */
static void
fill_candidates (DramatisActorCard *self)
{
  const char * const *ids = dramatis_actor_get_candidates (self->actor);
  gboolean any = FALSE;

  for (guint i = 0; ids[i] != NULL && dramatis_actor_get_status (self->actor) == DRAMATIS_STATUS_SUGGESTED; i++)
    {
      DramatisActor *candidate = dramatis_dossier_lookup (dramatis_actor_card_get_dossier (self), ids[i]);
      GtkWidget *button;
      g_autofree char *label = NULL;

      if (!DRAMATIS_IS_ACTOR (candidate) || dramatis_actor_get_status (candidate) == DRAMATIS_STATUS_REJECTED)
        continue;

      /* Translators: a button beside a name; a surname in the article is this person's */
      button = gtk_button_new_with_label (_("This One"));
      /* Translators: what a screen reader says of the button "This One"; %s is a name */
      label = g_strdup_printf (_("It is %s"), dramatis_actor_get_name (candidate));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", ids[i]);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "card.settle");
      append_actor (self, self->candidates_group, candidate, button);
      any = TRUE;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->candidates_group), any);
}

/* An actor to which this one belongs, or the other way round */
static void
append_tied_actor (DramatisActorCard   *self,
                   AdwPreferencesGroup *group,
                   DramatisActor       *actor,
                   const char          *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  /* Translators: takes an actor from a list of those that belong together; %s is a name */
  g_autofree char *label = g_strdup_printf (_("Remove %s"), dramatis_actor_get_name (actor));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", dramatis_thing_get_id (DRAMATIS_THING (actor)));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  append_actor (self, group, actor, button);
}

static gboolean
is_member (DramatisActor *actor,
           DramatisActor *group)
{
  return g_strv_contains (dramatis_actor_get_memberships (actor), dramatis_thing_get_id (DRAMATIS_THING (group)));
}

/* The actors to which this one belongs, or that belong to it; or, if not @tied, all others. */
static GPtrArray *
collect_actors (DramatisActorCard *self,
                gboolean           groups,
                gboolean           tied)
{
  GListModel *actors = dramatis_session_get_all_actors (self->session);
  GPtrArray *collected = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (DramatisActor) other = g_list_model_get_item (actors, i);

      if (other != self->actor && (groups ? is_member (self->actor, other) : is_member (other, self->actor)) == tied)
        g_ptr_array_add (collected, g_steal_pointer (&other));
    }

  return collected;
}

static void
fill_tied_actors (DramatisActorCard   *self,
                  AdwPreferencesGroup *group,
                  gboolean             groups)
{
  g_autoptr (GPtrArray) actors = collect_actors (self, groups, TRUE);
  g_autofree char *title = NULL;
  GtkWidget *row;

  for (guint i = 0; i < MIN (actors->len, MAX_ROWS); i++)
    append_tied_actor (self, group, g_ptr_array_index (actors, i), groups ? "card.leave" : "card.remove-member");
  if (actors->len <= MAX_ROWS)
    return;

  /* Translators: a row under the first of many actors that belong together; it opens a list of all of them */
  title = g_strdup_printf (ngettext ("Show All %u…", "Show All %u…", actors->len), actors->len);
  row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), groups ? "card.show-groups" : "card.show-members");
  append_row (self, group, row);
}

static void
fill_identifiers (DramatisActorCard *self)
{
  const char * const *identifiers = dramatis_actor_get_identifiers (self->actor);

  for (guint i = 0; identifiers[i] != NULL; i++)
    {
      const char *scheme = g_uri_peek_scheme (identifiers[i]);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), identifiers[i]);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
      if (g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0)
        {
          GtkWidget *link = gtk_link_button_new_with_label (identifiers[i], _("Open"));

          gtk_widget_set_valign (link, GTK_ALIGN_CENTER);
          adw_action_row_add_suffix (ADW_ACTION_ROW (row), link);
        }
      append_row (self, self->identifiers_group, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->identifiers_group), identifiers[0] != NULL);
}

/**
 * dramatis_actor_card_fill_groups:
 * @self: a card with an actor
 *
 * Fills anew what lists other actors and identifiers.
 */
void
dramatis_actor_card_fill_groups (DramatisActorCard *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      adw_preferences_group_remove (g_object_get_data (G_OBJECT (row), "group"), row);
    }
  g_ptr_array_set_size (self->rows, 0);
  fill_candidates (self);
  fill_tied_actors (self, self->memberships_group, TRUE);
  fill_tied_actors (self, self->members_group, FALSE);
  fill_identifiers (self);
}

/* Memberships, both ways */

static void
set_membership (DramatisActorCard *self,
                DramatisActor     *other,
                gboolean           is_group,
                gboolean           is_member)
{
  if (!DRAMATIS_IS_ACTOR (other) || other == self->actor || !dramatis_actor_card_is_in_dossier (self))
    return;

  dramatis_dossier_set_membership (dramatis_actor_card_get_dossier (self),
                                   is_group ? self->actor : other,
                                   is_group ? other : self->actor,
                                   is_member);
}

static void
group_picked_cb (DramatisActorCard *self,
                 DramatisActor     *group)
{
  set_membership (self, group, TRUE, TRUE);
}

static void
member_picked_cb (DramatisActorCard *self,
                  DramatisActor     *member)
{
  set_membership (self, member, FALSE, TRUE);
}

static void
shown_picked_cb (DramatisActorCard *self,
                 DramatisActor     *actor)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "card.show", "s", dramatis_thing_get_id (DRAMATIS_THING (actor)));
}

static void
pick_actor (DramatisActorCard *self,
            const char        *title,
            GPtrArray         *actors,
            GCallback          picked_cb)
{
  GtkWidget *picker = dramatis_actor_picker_new (self->session, title, actors, NULL);

  g_signal_connect_object (picker, "picked", picked_cb, self, G_CONNECT_SWAPPED);
  dramatis_actor_card_present_over (self, picker);
}

static void
join_group (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  DramatisActorCard *self = DRAMATIS_ACTOR_CARD (widget);
  g_autoptr (GPtrArray) others = collect_actors (self, TRUE, FALSE);

  pick_actor (self, _("Member Of"), others, G_CALLBACK (group_picked_cb));
}

static void
add_member (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  DramatisActorCard *self = DRAMATIS_ACTOR_CARD (widget);
  g_autoptr (GPtrArray) others = collect_actors (self, FALSE, FALSE);

  pick_actor (self, _("Add Member"), others, G_CALLBACK (member_picked_cb));
}

static void
show_tied_actors (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  DramatisActorCard *self = DRAMATIS_ACTOR_CARD (widget);
  gboolean groups = g_str_equal (action, "card.show-groups");
  g_autoptr (GPtrArray) actors = collect_actors (self, groups, TRUE);

  pick_actor (self, groups ? _("Member Of") : _("Members"), actors, G_CALLBACK (shown_picked_cb));
}

static void
end_membership (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  DramatisActorCard *self = DRAMATIS_ACTOR_CARD (widget);

  set_membership (self, dramatis_dossier_lookup (dramatis_actor_card_get_dossier (self), g_variant_get_string (parameter, NULL)),
                  g_str_equal (action, "card.leave"), FALSE);
}

/**
 * dramatis_actor_card_install_memberships:
 * @klass: the class of cards
 *
 * Adds the actions that edit memberships.
 */
void
dramatis_actor_card_install_memberships (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "card.add-member", NULL, add_member);
  gtk_widget_class_install_action (klass, "card.join", NULL, join_group);
  gtk_widget_class_install_action (klass, "card.leave", "s", end_membership);
  gtk_widget_class_install_action (klass, "card.remove-member", "s", end_membership);
  gtk_widget_class_install_action (klass, "card.show-groups", NULL, show_tied_actors);
  gtk_widget_class_install_action (klass, "card.show-members", NULL, show_tied_actors);
}
