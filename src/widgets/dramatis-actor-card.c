/* dramatis-actor-card.c: all that is known of an actor
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-actor-card-private.h"

#include <glib/gi18n-lib.h>

#include "dramatis-actor-row.h"
#include "dramatis-merge-dialog.h"
#include "dramatis-split-dialog.h"

/**
 * DramatisActorCard:
 *
 * All that is known of an actor: what it is, what it belongs to, where it is mentioned, its events and notes. What can
 * be edited is edited in its place; each edit is one level of undo.
 *
 * ## Accessibility
 *
 * The window has the name of the actor.
 *
 * ## Shortcuts
 *
 * Esc closes the card and keeps what was edited. Ctrl+Z and Ctrl+Shift+Z undo and redo.
 *
 * ## Actions
 *
 * `card.undo` and `card.redo`; `card.confirm` and `card.reject`, for an actor that is suggested; `card.merge` and `card.split`; `card.join` and
 * `card.add-member` ask for another actor, `card.show-groups` and `card.show-members` for one to show; with the
 * identifier of another actor `card.show`, `card.settle` (the actor is
 * that one, whose name it has), `card.leave` and `card.remove-member`.
 */

G_DEFINE_FINAL_TYPE (DramatisActorCard, dramatis_actor_card, ADW_TYPE_WINDOW)

static char *
dup_description (DramatisActorCard *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->description_view);
  GtkTextIter start, end;
  char *text;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);

  return g_strstrip (text);
}

static char **
parse_aliases (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*g_strstrip (parts[i]) != '\0')
        g_strv_builder_add (builder, parts[i]);
    }

  return g_strv_builder_end (builder);
}

static void
commit (DramatisActorCard *self)
{
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;
  g_auto (GStrv) aliases = NULL;

  if (self->updating || !dramatis_actor_card_is_in_dossier (self))
    return;

  name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));
  aliases = parse_aliases (gtk_editable_get_text (self->aliases_row));
  if (!g_strv_equal ((const char * const *) aliases, dramatis_actor_get_aliases (self->actor)))
    dramatis_dossier_set_aliases (dramatis_actor_card_get_dossier (self), self->actor, (const char * const *) aliases);

  if (*name != '\0' && !g_str_equal (name, dramatis_actor_get_name (self->actor)))
    dramatis_dossier_rename_actor (dramatis_actor_card_get_dossier (self), self->actor, name);

  description = dup_description (self);
  if (!g_str_equal (description, dramatis_actor_get_description (self->actor)))
    dramatis_dossier_edit (dramatis_actor_card_get_dossier (self), _("Edit Actor"), self->actor, "description", description, NULL);
}

static void
merge_actor (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  DramatisActorCard *self = DRAMATIS_ACTOR_CARD (widget);

  commit (self);
  dramatis_actor_card_present_over (self, dramatis_merge_dialog_new (self->session, self->actor));
}

static void
split_actor (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  DramatisActorCard *self = DRAMATIS_ACTOR_CARD (widget);

  commit (self);
  dramatis_actor_card_present_over (self, dramatis_split_dialog_new (self->session, self->actor));
}

static void
hidden_changed_cb (DramatisActorCard *self)
{
  gboolean hidden = gtk_switch_get_active (self->hidden_switch);
  g_autoptr (GPtrArray) actors = g_ptr_array_new ();

  if (self->updating || !dramatis_actor_card_is_in_dossier (self) || hidden == dramatis_actor_get_hidden (self->actor))
    return;

  g_ptr_array_add (actors, self->actor);
  dramatis_dossier_set_hidden (dramatis_actor_card_get_dossier (self), actors, hidden);
}

static void
kind_selected_cb (DramatisActorCard *self)
{
  DramatisActorKind kind = adw_combo_row_get_selected (self->kind_row);

  if (!self->updating && dramatis_actor_card_is_in_dossier (self) && kind != dramatis_actor_get_kind (self->actor))
    dramatis_dossier_edit (dramatis_actor_card_get_dossier (self), _("Edit Actor"), self->actor, "kind", kind, NULL);
}

static void
colour_changed_cb (DramatisActorCard *self)
{
  DramatisColour colour = dramatis_colour_chooser_get_colour (self->colour_chooser);

  if (!self->updating && dramatis_actor_card_is_in_dossier (self) && colour != dramatis_actor_get_colour (self->actor))
    dramatis_dossier_edit (dramatis_actor_card_get_dossier (self), _("Colour Actor"), self->actor, "colour", colour, NULL);
}

static void
set_things (DramatisActorCard *self,
            DramatisActorTies *ties,
            GPtrArray         *things)
{
  AdwViewStackPage *page = adw_view_stack_get_page (self->stack, GTK_WIDGET (ties));

  dramatis_actor_ties_set_things (ties, self->session, dramatis_actor_card_get_id (self), things);
  adw_view_stack_page_set_badge_number (page, things->len);
}

/* those without a time behind the others */
static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  DramatisTime *times[2];

  times[0] = dramatis_event_get_time (*(DramatisEvent **) a);
  times[1] = dramatis_event_get_time (*(DramatisEvent **) b);
  if (times[0] == NULL || times[1] == NULL)
    return (times[0] == NULL) - (times[1] == NULL);

  return dramatis_time_compare (times[0], times[1]);
}

static void
fill_ties (DramatisActorCard *self)
{
  DramatisIndex *index = dramatis_session_get_index (self->session);
  GArray *positions = dramatis_index_get_actor_passages (index, dramatis_actor_card_get_id (self));
  GListModel *events = dramatis_dossier_get_events (dramatis_actor_card_get_dossier (self));
  GListModel *notes = dramatis_dossier_get_notes (dramatis_actor_card_get_dossier (self));
  g_autoptr (DramatisFilter) filter = dramatis_filter_new ();
  g_autoptr (GPtrArray) passages = g_ptr_array_new ();
  g_autoptr (GPtrArray) its_events = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) its_notes = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; positions != NULL && i < positions->len; i++)
    g_ptr_array_add (passages, g_ptr_array_index (dramatis_index_get_passages (index),
                                                  g_array_index (positions, guint, i)));

  dramatis_filter_set_actors (filter, (const char *[]) { dramatis_actor_card_get_id (self), NULL });
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (DramatisEvent) event = g_list_model_get_item (events, i);

      if (dramatis_filter_match_event (filter, index, event))
        g_ptr_array_add (its_events, g_steal_pointer (&event));
    }
  g_ptr_array_sort (its_events, compare_events);
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (DramatisNote) note = g_list_model_get_item (notes, i);

      if (dramatis_filter_match_note (filter, index, note))
        g_ptr_array_add (its_notes, g_steal_pointer (&note));
    }

  set_things (self, self->passages, passages);
  set_things (self, self->events, its_events);
  set_things (self, self->notes, its_notes);
}

static void
set_text (GtkEditable *editable,
          const char  *text)
{
  if (!g_str_equal (gtk_editable_get_text (editable), text))
    gtk_editable_set_text (editable, text);
}

static void
update (DramatisActorCard *self)
{
  const char *name, *description;
  guint n_mentions;
  g_autofree char *aliases = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *mentions = NULL;
  g_autofree char *subtitle = NULL;

  if (!dramatis_actor_card_is_in_dossier (self))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  name = dramatis_actor_get_name (self->actor);
  description = dramatis_actor_get_description (self->actor);
  n_mentions = dramatis_index_get_actor_mentions (dramatis_session_get_index (self->session), dramatis_actor_card_get_id (self));
  mentions = g_strdup_printf (ngettext ("%u mention", "%u mentions", n_mentions), n_mentions);
  subtitle = g_strdup_printf ("%s · %s", dramatis_actor_kind_get_name (dramatis_actor_get_kind (self->actor)), mentions);
  aliases = g_strjoinv (", ", (char **) dramatis_actor_get_aliases (self->actor));
  shown = dup_description (self);

  self->updating = TRUE;
  gtk_window_set_title (GTK_WINDOW (self), name);
  adw_window_title_set_title (self->title, name);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->suggestion_group),
                          dramatis_actor_get_status (self->actor) == DRAMATIS_STATUS_SUGGESTED);
  set_text (self->name_row, name);
  set_text (self->aliases_row, aliases);
  if (!g_str_equal (shown, description))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->description_view), description, -1);
  gtk_switch_set_active (self->hidden_switch, dramatis_actor_get_hidden (self->actor));
  adw_combo_row_set_selected (self->kind_row, dramatis_actor_get_kind (self->actor));
  dramatis_colour_chooser_set_colour (self->colour_chooser, dramatis_actor_get_colour (self->actor));

  dramatis_actor_card_fill_groups (self);
  fill_ties (self);
  self->updating = FALSE;
}

static void
confirm_actor (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  DramatisActorCard *self = DRAMATIS_ACTOR_CARD (widget);

  dramatis_dossier_set_status (dramatis_actor_card_get_dossier (self), self->actor, DRAMATIS_STATUS_CONFIRMED);
}

static void
reject_actor (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  DramatisActorCard *self = DRAMATIS_ACTOR_CARD (widget);

  dramatis_dossier_set_status (dramatis_actor_card_get_dossier (self), self->actor, DRAMATIS_STATUS_REJECTED);
  gtk_window_close (GTK_WINDOW (self));
}

static void
show_actor (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  DramatisActorCard *self = DRAMATIS_ACTOR_CARD (widget);
  DramatisActor *actor = dramatis_dossier_lookup (dramatis_actor_card_get_dossier (self), g_variant_get_string (parameter, NULL));

  if (!DRAMATIS_IS_ACTOR (actor))
    return;

  commit (self);
  g_set_object (&self->actor, actor);
  update (self);
}

static void
settle_actor (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  DramatisActorCard *self = DRAMATIS_ACTOR_CARD (widget);
  DramatisActor *candidate = dramatis_dossier_lookup (dramatis_actor_card_get_dossier (self), g_variant_get_string (parameter, NULL));
  g_autoptr (GPtrArray) same = g_ptr_array_new_with_free_func (g_object_unref);

  if (!DRAMATIS_IS_ACTOR (candidate) || candidate == self->actor || !dramatis_actor_card_is_in_dossier (self))
    return;

  /* the card goes on to the one that stays */
  g_ptr_array_add (same, g_object_ref (self->actor));
  g_set_object (&self->actor, candidate);
  dramatis_dossier_merge_actors (dramatis_actor_card_get_dossier (self), candidate, same);
  update (self);
}

static void
undo_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  DramatisActorCard *self = DRAMATIS_ACTOR_CARD (widget);

  commit (self);
  dramatis_history_undo (dramatis_dossier_get_history (dramatis_actor_card_get_dossier (self)));
}

static void
redo_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  dramatis_history_redo (dramatis_dossier_get_history (dramatis_actor_card_get_dossier (DRAMATIS_ACTOR_CARD (widget))));
}

static void
dramatis_actor_card_unmap (GtkWidget *widget)
{
  commit (DRAMATIS_ACTOR_CARD (widget));

  GTK_WIDGET_CLASS (dramatis_actor_card_parent_class)->unmap (widget);
}

static void
dramatis_actor_card_dispose (GObject *object)
{
  DramatisActorCard *self = DRAMATIS_ACTOR_CARD (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->actor);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dramatis_actor_card_parent_class)->dispose (object);
}

static void
dramatis_actor_card_finalize (GObject *object)
{
  g_ptr_array_unref (DRAMATIS_ACTOR_CARD (object)->rows);

  G_OBJECT_CLASS (dramatis_actor_card_parent_class)->finalize (object);
}

static void
dramatis_actor_card_class_init (DramatisActorCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dramatis_actor_card_dispose;
  object_class->finalize = dramatis_actor_card_finalize;
  widget_class->unmap = dramatis_actor_card_unmap;

  g_type_ensure (DRAMATIS_TYPE_ACTOR_TIES);
  g_type_ensure (DRAMATIS_TYPE_COLOUR_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/dramatis/Dramatis/ui/dramatis-actor-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DramatisActorCard, aliases_row);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorCard, candidates_group);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorCard, colour_chooser);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorCard, description_view);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorCard, events);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorCard, hidden_switch);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorCard, identifiers_group);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorCard, kind_row);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorCard, members_group);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorCard, memberships_group);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorCard, name_row);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorCard, notes);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorCard, passages);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorCard, stack);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorCard, suggestion_group);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorCard, title);
  gtk_widget_class_bind_template_callback (widget_class, colour_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, commit);
  gtk_widget_class_bind_template_callback (widget_class, hidden_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);

  dramatis_actor_card_install_memberships (widget_class);
  gtk_widget_class_install_action (widget_class, "card.confirm", NULL, confirm_actor);
  gtk_widget_class_install_action (widget_class, "card.merge", NULL, merge_actor);
  gtk_widget_class_install_action (widget_class, "card.reject", NULL, reject_actor);
  gtk_widget_class_install_action (widget_class, "card.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "card.settle", "s", settle_actor);
  gtk_widget_class_install_action (widget_class, "card.show", "s", show_actor);
  gtk_widget_class_install_action (widget_class, "card.split", NULL, split_actor);
  gtk_widget_class_install_action (widget_class, "card.undo", NULL, undo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "card.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "card.redo", NULL);
}

static void
dramatis_actor_card_init (DramatisActorCard *self)
{
  self->updating = TRUE;
  self->rows = g_ptr_array_new ();
  self->session_signals = g_signal_group_new (DRAMATIS_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::index", G_CALLBACK (update), self);

  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dramatis_actor_card_new:
 * @session: the session
 * @actor: an actor of its dossier
 *
 * Makes a card of an actor. Make it transient for the window of the session.
 *
 * Returns: (transfer none): a new window
 */
GtkWidget *
dramatis_actor_card_new (DramatisSession *session,
                         DramatisActor   *actor)
{
  DramatisActorCard *self;

  g_return_val_if_fail (DRAMATIS_IS_SESSION (session), NULL);
  g_return_val_if_fail (DRAMATIS_IS_ACTOR (actor), NULL);

  self = g_object_new (DRAMATIS_TYPE_ACTOR_CARD, NULL);
  self->session = g_object_ref (session);
  self->actor = g_object_ref (actor);
  g_signal_group_set_target (self->session_signals, session);
  update (self);
  /* not the name, which would be selected and gone with the next key */
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->kind_row));

  return GTK_WIDGET (self);
}

/**
 * dramatis_actor_card_get_actor:
 * @self: a card
 *
 * Gets whom a card is about; a person may have gone on to another one.
 *
 * Returns: (transfer none): the actor
 */
DramatisActor *
dramatis_actor_card_get_actor (DramatisActorCard *self)
{
  g_return_val_if_fail (DRAMATIS_IS_ACTOR_CARD (self), NULL);

  return self->actor;
}
