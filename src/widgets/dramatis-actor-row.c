/* dramatis-actor-row.c: an actor in the actor panel
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-actor-row.h"

#include <glib/gi18n-lib.h>

#include "dramatis-compat.h"
#include "dramatis-dot.h"
#include "dramatis-strip.h"

/**
 * DramatisActorRow:
 *
 * An actor in the actor panel: name, where in the text it occurs, how often. The first actor of a kind has the heading
 * of the kind above it: as an item of its own a heading would stop the arrow keys, because it cannot have the focus.
 *
 * ## CSS nodes
 *
 * ```
 * actorrow
 * ├── label.kind
 * ╰── box.actor[.filtered][.on-stage][.suggested][.absent][.hidden]
 *     ├── dot
 *     ├── label.name
 *     ├── overlay
 *     │   ├── strip
 *     │   ╰── box.suggestion
 *     ╰── label.count
 * ```
 *
 * ## Accessibility
 *
 * The item of the list that it stands in gets a name ("Japan, state, 41 mentions, in the filter") and the state
 * "selected" if the actor is in the filter.
 *
 * ## Actions
 *
 * `actor.filter`, `actor.toggle` and `actor.open`, for assistive technology.
 */

struct _DramatisActorRow
{
  GtkWidget        parent_instance;

  GtkWidget       *kind_label;
  GtkWidget       *box;
  DramatisDot     *dot;
  GtkLabel        *name_label;
  GtkOverlay      *overlay;
  DramatisStrip   *strip;
  GtkLabel        *count_label;

  DramatisSession *session;
  DramatisActor   *actor;
  GtkWidget       *suggestion_box;        /* made for the first actor that is suggested */
  GtkWidget       *confirm_button;
  GtkWidget       *reject_button;
  char            *shown;                 /* what is on screen, in words */
};

G_DEFINE_FINAL_TYPE (DramatisActorRow, dramatis_actor_row, GTK_TYPE_WIDGET)

/**
 * dramatis_actor_kind_get_name:
 * @kind: a kind of actor
 *
 * Gets what to call one actor of a kind.
 *
 * Returns: (transfer none): "state", translated
 */
const char *
dramatis_actor_kind_get_name (DramatisActorKind kind)
{
  switch (kind)
    {
    case DRAMATIS_ACTOR_KIND_PERSON:
      return _("person");
    case DRAMATIS_ACTOR_KIND_STATE:
      return _("state");
    case DRAMATIS_ACTOR_KIND_ORGANISATION:
      return _("organisation");
    case DRAMATIS_ACTOR_KIND_ALLIANCE:
      return _("alliance");
    case DRAMATIS_ACTOR_KIND_GROUP:
      return _("group");
    case DRAMATIS_ACTOR_KIND_PLACE:
      return _("place");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * dramatis_actor_kind_get_heading:
 * @kind: a kind of actor
 *
 * Gets the heading over the actors of a kind.
 *
 * Returns: (transfer none): "States", translated
 */
const char *
dramatis_actor_kind_get_heading (DramatisActorKind kind)
{
  switch (kind)
    {
    case DRAMATIS_ACTOR_KIND_PERSON:
      return _("People");
    case DRAMATIS_ACTOR_KIND_STATE:
      return _("States");
    case DRAMATIS_ACTOR_KIND_ORGANISATION:
      return _("Organisations");
    case DRAMATIS_ACTOR_KIND_ALLIANCE:
      return _("Alliances");
    case DRAMATIS_ACTOR_KIND_GROUP:
      return _("Groups");
    case DRAMATIS_ACTOR_KIND_PLACE:
      return _("Places");
    default:
      g_return_val_if_reached ("");
    }
}

static void
set_css_class (GtkWidget  *widget,
               const char *css_class,
               gboolean    set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
activate_for_actor (GtkWidget  *widget,
                    const char *action)
{
  DramatisActorRow *self = DRAMATIS_ACTOR_ROW (widget);

  if (self->actor != NULL)
    gtk_widget_activate_action (widget, action, "s", dramatis_thing_get_id (DRAMATIS_THING (self->actor)));
}

static void
filter_actor (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  activate_for_actor (widget, "win.filter-actor");
}

static void
open_actor (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  activate_for_actor (widget, "win.open-actor");
}

static void
toggle_actor (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  activate_for_actor (widget, "win.toggle-actor");
}

static void
released_cb (GtkGestureClick  *gesture,
             int               n_press,
             double            x,
             double            y,
             DramatisActorRow *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  /* the second click of two opens the card, which the list does */
  if (n_press == 1 && gtk_widget_contains (GTK_WIDGET (self), x, y))
    activate_for_actor (GTK_WIDGET (self),
                        state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK) ? "win.toggle-actor" : "win.filter-actor");
}

static void
pointer_inside_changed_cb (GtkEventControllerMotion *motion,
                           GParamSpec               *pspec,
                           DramatisActorRow         *self)
{
  /* they are invisible while no pointer is over the row: a finger must not hit them */
  if (self->suggestion_box != NULL)
    gtk_widget_set_can_target (self->suggestion_box, gtk_event_controller_motion_contains_pointer (motion));
}

static GtkWidget *
append_button (GtkWidget  *box,
               const char *action,
               const char *icon_name,
               const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  dramatis_widget_set_tooltip (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (box), button);

  return button;
}

/* A list makes some 200 rows at once, most of them for actors that nobody has to confirm. */
static void
ensure_suggestion_box (DramatisActorRow *self)
{
  if (self->suggestion_box != NULL)
    return;

  /* The focus belongs to the item of the list, which would not take it if a child could. */
  self->suggestion_box = g_object_new (GTK_TYPE_BOX,
                                       "can-focus", FALSE,
                                       "can-target", FALSE,
                                       "halign", GTK_ALIGN_END,
                                       "valign", GTK_ALIGN_CENTER,
                                       NULL);
  gtk_widget_add_css_class (self->suggestion_box, "suggestion");
  gtk_widget_add_css_class (self->suggestion_box, "linked");
  self->confirm_button = append_button (self->suggestion_box, "actors.confirm", "object-select-symbolic", _("Confirm"));
  self->reject_button = append_button (self->suggestion_box, "actors.reject", "window-close-symbolic", _("Reject"));
  gtk_overlay_add_overlay (self->overlay, self->suggestion_box);
}

static void
dramatis_actor_row_dispose (GObject *object)
{
  DramatisActorRow *self = DRAMATIS_ACTOR_ROW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->actor);
  g_clear_pointer (&self->kind_label, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (dramatis_actor_row_parent_class)->dispose (object);
}

static void
dramatis_actor_row_finalize (GObject *object)
{
  g_free (DRAMATIS_ACTOR_ROW (object)->shown);

  G_OBJECT_CLASS (dramatis_actor_row_parent_class)->finalize (object);
}

static void
dramatis_actor_row_class_init (DramatisActorRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dramatis_actor_row_dispose;
  object_class->finalize = dramatis_actor_row_finalize;

  g_type_ensure (DRAMATIS_TYPE_DOT);
  g_type_ensure (DRAMATIS_TYPE_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/dramatis/Dramatis/ui/dramatis-actor-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DramatisActorRow, box);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorRow, count_label);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorRow, dot);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorRow, kind_label);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorRow, overlay);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorRow, strip);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
  gtk_widget_class_bind_template_callback (widget_class, pointer_inside_changed_cb);

  gtk_widget_class_install_action (widget_class, "actor.filter", NULL, filter_actor);
  gtk_widget_class_install_action (widget_class, "actor.open", NULL, open_actor);
  gtk_widget_class_install_action (widget_class, "actor.toggle", NULL, toggle_actor);
  gtk_widget_class_set_css_name (widget_class, "actorrow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dramatis_actor_row_init (DramatisActorRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dramatis_actor_row_new:
 *
 * Makes a row that shows nobody yet.
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
dramatis_actor_row_new (void)
{
  return g_object_new (DRAMATIS_TYPE_ACTOR_ROW, NULL);
}

/**
 * dramatis_actor_row_get_actor:
 * @self: a row
 *
 * Gets whom a row shows.
 *
 * Returns: (transfer none) (nullable): the actor
 */
DramatisActor *
dramatis_actor_row_get_actor (DramatisActorRow *self)
{
  g_return_val_if_fail (DRAMATIS_IS_ACTOR_ROW (self), NULL);

  return self->actor;
}

/**
 * dramatis_actor_row_set_actor:
 * @self: a row
 * @session: (nullable): the session
 * @actor: (nullable): an actor of its dossier; both are %NULL to show nobody
 *
 * Says whom a row shows. What it shows of it comes with [method@ActorRow.update].
 */
void
dramatis_actor_row_set_actor (DramatisActorRow *self,
                              DramatisSession  *session,
                              DramatisActor    *actor)
{
  const char *id = NULL;

  g_return_if_fail (DRAMATIS_IS_ACTOR_ROW (self));
  g_return_if_fail ((session == NULL) == (actor == NULL));

  g_set_object (&self->session, session);
  g_set_object (&self->actor, actor);
  if (actor != NULL)
    id = dramatis_thing_get_id (DRAMATIS_THING (actor));
  dramatis_strip_set_actor (self->strip, session, id);
}

/* What is to be said of an actor beside its name: whom it may be, and who it is */
static char *
dup_details (DramatisActorRow *self)
{
  const char * const *ids = dramatis_actor_get_candidates (self->actor);
  DramatisDossier *dossier = dramatis_session_get_dossier (self->session);
  const char *description = dramatis_actor_get_description (self->actor);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *doubt = NULL;

  for (guint i = 0; ids[i] != NULL && dramatis_actor_get_status (self->actor) == DRAMATIS_STATUS_SUGGESTED; i++)
    {
      DramatisActor *candidate = dramatis_dossier_lookup (dossier, ids[i]);

      if (!DRAMATIS_IS_ACTOR (candidate))
        continue;
      /* Translators: between the names of people of whom one is meant */
      if (names->len > 0)
        g_string_append (names, ids[i + 1] == NULL ? _(" or ") : ", ");
      g_string_append (names, dramatis_actor_get_name (candidate));
    }
  if (names->len == 0)
    return g_strdup (description);

  /* Translators: of a surname that several people in the article have; %s are their names */
  doubt = g_strdup_printf (_("Could be %s"), names->str);

  return *description != '\0' ? g_strjoin ("\n", doubt, description, NULL) : g_steal_pointer (&doubt);
}

static void
update_accessible (DramatisActorRow *self,
                   const char       *details,
                   gboolean          is_filtered,
                   guint             n_mentions)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *mentions = g_strdup_printf (ngettext ("%u mention", "%u mentions", n_mentions), n_mentions);
  g_autoptr (GString) name = g_string_new (dramatis_actor_get_name (self->actor));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
  if (item == NULL)
    return;

  g_string_append_printf (name, ", %s, %s",
                          dramatis_actor_kind_get_name (dramatis_actor_get_kind (self->actor)), mentions);
  if (dramatis_actor_get_status (self->actor) == DRAMATIS_STATUS_SUGGESTED)
    g_string_append_printf (name, ", %s", _("suggested"));
  if (dramatis_actor_get_hidden (self->actor))
    g_string_append_printf (name, ", %s", _("hidden"));
  if (is_filtered)
    g_string_append_printf (name, ", %s", _("in the filter"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (item),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, details,
                                  -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_SELECTED, is_filtered, -1);
}

/**
 * dramatis_actor_row_update:
 * @self: a row that shows an actor
 * @is_first_of_kind: whether the heading of its kind stands above it
 * @n_shown: how many of its mentions stand in passages that pass the filter
 *
 * Brings a row up to date with the session.
 */
void
dramatis_actor_row_update (DramatisActorRow *self,
                           gboolean          is_first_of_kind,
                           guint             n_shown)
{
  const char *id, *name;
  DramatisActorKind kind;
  DramatisColour colour;
  gboolean is_filtered, is_suggested, is_hidden;
  guint n_mentions;
  g_autofree char *details = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *count = NULL;
  g_autofree char *label = NULL;
  g_autofree char *tooltip = NULL;

  g_return_if_fail (DRAMATIS_IS_ACTOR_ROW (self));
  g_return_if_fail (self->actor != NULL);

  id = dramatis_thing_get_id (DRAMATIS_THING (self->actor));
  name = dramatis_actor_get_name (self->actor);
  details = dup_details (self);
  kind = dramatis_actor_get_kind (self->actor);
  colour = dramatis_session_get_colour (self->session, id);
  is_filtered = dramatis_filter_has_actor (dramatis_session_get_filter (self->session), id);
  is_suggested = dramatis_actor_get_status (self->actor) == DRAMATIS_STATUS_SUGGESTED;
  is_hidden = dramatis_actor_get_hidden (self->actor);
  n_mentions = dramatis_index_get_actor_mentions (dramatis_session_get_index (self->session), id);

  dramatis_actor_row_update_stage (self);

  /* Most changes leave most rows as they are, and there are many rows. */
  shown = g_strdup_printf ("%s %d %d %d %d %d %d %u %u %s\n%s", id, kind, colour, is_first_of_kind, is_filtered,
                           is_suggested, is_hidden, n_shown, n_mentions, name, details);
  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);

  gtk_label_set_label (GTK_LABEL (self->kind_label), dramatis_actor_kind_get_heading (kind));
  gtk_widget_set_visible (self->kind_label, is_first_of_kind);

  dramatis_dot_set_colour (self->dot, colour);
  dramatis_dot_set_hollow (self->dot, is_suggested);
  /* Translators: in the list, for a surname of which it is not clear whose it is */
  label = is_suggested && *dramatis_actor_get_candidates (self->actor) != NULL ? g_strdup_printf (_("%s (?)"), name)
                                                                               : g_strdup (name);
  gtk_label_set_label (self->name_label, label);
  tooltip = g_strstrip (g_strconcat (name, "\n", details, NULL));
  dramatis_widget_set_tooltip (GTK_WIDGET (self->name_label), tooltip);

  if (is_suggested)
    {
      ensure_suggestion_box (self);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->confirm_button), "s", id);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->reject_button), "s", id);
    }
  if (self->suggestion_box != NULL)
    gtk_widget_set_visible (self->suggestion_box, is_suggested);

  if (n_shown == n_mentions)
    count = g_strdup_printf ("%u", n_mentions);
  else
    count = g_strdup_printf (_("%u/%u"), n_shown, n_mentions);
  gtk_label_set_label (self->count_label, count);

  set_css_class (self->box, "absent", n_shown == 0);
  set_css_class (self->box, "filtered", is_filtered);
  set_css_class (self->box, "hidden", is_hidden);
  set_css_class (self->box, "suggested", is_suggested);

  update_accessible (self, details, is_filtered, n_mentions);
}

/**
 * dramatis_actor_row_update_stage:
 * @self: a row that shows an actor
 *
 * Marks a row if the passage that is being read mentions its actor.
 */
void
dramatis_actor_row_update_stage (DramatisActorRow *self)
{
  g_return_if_fail (DRAMATIS_IS_ACTOR_ROW (self));
  g_return_if_fail (self->actor != NULL);

  set_css_class (self->box, "on-stage",
                 dramatis_session_is_on_stage (self->session, dramatis_thing_get_id (DRAMATIS_THING (self->actor))));
}
