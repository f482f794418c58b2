/* dramatis-actor-panel.c: the cast: every actor of the dossier
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-actor-panel-private.h"

#include "dramatis-actor-row.h"
#include "dramatis-compat.h"

/* When rows out of view are brought up to date, milliseconds after the others, and so many at a time as do not take a
 * whole frame. */
#define REST_DELAY 50
#define ROWS_STEP 50

/**
 * DramatisActorPanel:
 *
 * The actors of the dossier by kind, with search and order. Whom a person clicks becomes the filter.
 *
 * ## CSS nodes
 *
 * `DramatisActorPanel` has one node named `actorpanel` with the style class `.panel`.
 *
 * ## Accessibility
 *
 * The list is named "Actors"; see [class@ActorRow] for its items.
 *
 * ## Shortcuts
 *
 * In the list: Enter opens the card of an actor, Space adds it to the filter or takes it out, the menu key or
 * Shift+F10 opens a menu. In the search entry: Enter makes the first actor found the filter, Down goes to the list.
 *
 * ## Actions
 *
 * `actors.order`, `actors.match` and `actors.show-hidden`; with the identifier of an actor `actors.confirm`,
 * `actors.reject`, `actors.hide` and `actors.show`; `actors.confirm-all` and `actors.reject-all`.
 */

G_DEFINE_FINAL_TYPE (DramatisActorPanel, dramatis_actor_panel, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_found (gpointer item,
          gpointer user_data)
{
  DramatisActorPanel *self = user_data;

  return self->searched == NULL || g_hash_table_contains (self->searched, item);
}

static void
search (DramatisActorPanel *self)
{
  g_clear_pointer (&self->searched, g_hash_table_unref);
  if (self->session != NULL && self->needle != NULL)
    self->searched = dramatis_index_find_set (dramatis_session_get_index (self->session), DRAMATIS_HIT_ACTOR,
                                              self->needle);
  gtk_filter_changed (self->search_filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static gboolean
is_first_of_kind (DramatisActorPanel *self,
                  guint               position)
{
  g_autoptr (DramatisActor) actor = g_list_model_get_item (G_LIST_MODEL (self->found), position);
  g_autoptr (DramatisActor) before = NULL;

  if (position == 0 || actor == NULL)
    return TRUE;

  before = g_list_model_get_item (G_LIST_MODEL (self->found), position - 1);
  return dramatis_actor_get_kind (before) != dramatis_actor_get_kind (actor);
}

/* For all actors at once: asking for each row would go through the passages again and again. */
static void
count_shown (DramatisActorPanel *self)
{
  GPtrArray *passages = dramatis_index_get_passages (dramatis_session_get_index (self->session));
  GArray *matches = dramatis_session_get_matches (self->session);

  self->shown_changed = FALSE;
  g_clear_pointer (&self->shown, g_hash_table_unref);
  if (matches->len == passages->len)
    return;

  self->shown = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < matches->len; i++)
    {
      DramatisPassage *passage = g_ptr_array_index (passages, g_array_index (matches, guint, i));
      GArray *mentions = dramatis_passage_get_mentions (passage);

      for (guint j = 0; j < mentions->len; j++)
        {
          const DramatisMention *mention = &g_array_index (mentions, DramatisMention, j);

          if (mention->status != DRAMATIS_STATUS_REJECTED)
            g_hash_table_insert (self->shown, (gpointer) mention->actor,
                                 GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (self->shown, mention->actor)) + 1));
        }
    }
}

static void
update_item (DramatisActorPanel *self,
             GtkListItem        *item)
{
  DramatisActorRow *row = DRAMATIS_ACTOR_ROW (gtk_list_item_get_child (item));
  const char *id = dramatis_thing_get_id (DRAMATIS_THING (dramatis_actor_row_get_actor (row)));
  guint n_shown;

  if (self->shown_changed)
    count_shown (self);
  n_shown = self->shown != NULL
            ? GPOINTER_TO_UINT (g_hash_table_lookup (self->shown, id))
            : dramatis_index_get_actor_mentions (dramatis_session_get_index (self->session), id);

  dramatis_actor_row_update (row, is_first_of_kind (self, gtk_list_item_get_position (item)), n_shown);
}

static gboolean
is_in_view (DramatisActorPanel *self,
            GtkListItem        *item)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (gtk_list_item_get_child (item), self->list, &bounds)
         && graphene_rect_get_y (&bounds) < gtk_widget_get_height (self->list)
         && graphene_rect_get_y (&bounds) + graphene_rect_get_height (&bounds) > 0;
}

static gboolean
update_rest_cb (gpointer user_data)
{
  DramatisActorPanel *self = user_data;

  for (guint i = 0; i < ROWS_STEP && self->stale->len > 0; i++)
    update_item (self, g_ptr_array_steal_index_fast (self->stale, self->stale->len - 1));
  if (self->stale->len > 0)
    return G_SOURCE_CONTINUE;

  self->rest_source = 0;
  return G_SOURCE_REMOVE;
}

static void
update_seen (GtkWidget *widget)
{
  DramatisActorPanel *self = DRAMATIS_ACTOR_PANEL (widget);

  for (guint i = self->stale->len; i > 0; i--)
    if (is_in_view (self, g_ptr_array_index (self->stale, i - 1)))
      update_item (self, g_ptr_array_steal_index_fast (self->stale, i - 1));
  if (self->rest_source == 0)
    self->rest_source = g_timeout_add (REST_DELAY, update_rest_cb, self);
}

/* A list has some 200 rows, of which a person sees 20: these are brought up to date first. */
static void
queue_update (DramatisActorPanel *self)
{
  g_ptr_array_set_size (self->stale, 0);
  g_ptr_array_extend (self->stale, self->items, NULL, NULL);
  if (self->stale->len > 0)
    dramatis_widget_call_later (GTK_WIDGET (self), &self->update_tick, 1, update_seen);
}

static void
update_stage (GtkWidget *widget)
{
  DramatisActorPanel *self = DRAMATIS_ACTOR_PANEL (widget);

  for (guint i = 0; i < self->items->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->items, i);

      dramatis_actor_row_update_stage (DRAMATIS_ACTOR_ROW (gtk_list_item_get_child (item)));
    }
}

/* The article says this in its own frame. */
static void
current_changed_cb (DramatisActorPanel *self)
{
  dramatis_widget_call_later (GTK_WIDGET (self), &self->stage_tick, 0, update_stage);
}

static void
update_stack (DramatisActorPanel *self)
{
  const char *page = "list";

  if (self->session == NULL || g_list_model_get_n_items (dramatis_session_get_all_actors (self->session)) == 0)
    page = "none";
  else if (self->needle != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 0)
    page = "not-found";

  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
update_match_box (DramatisActorPanel *self)
{
  DramatisFilter *filter = dramatis_session_get_filter (self->session);

  /* not hidden: the rows would jump under the pointer that just added one to the filter */
  gtk_widget_set_sensitive (self->match_box, g_strv_length ((char **) dramatis_filter_get_actors (filter)) > 1);
}

static void
session_matches_changed_cb (DramatisActorPanel *self)
{
  self->shown_changed = TRUE;
  queue_update (self);
}

static void
session_index_changed_cb (DramatisActorPanel *self)
{
  /* a name or an alias may have changed */
  if (self->needle != NULL)
    search (self);
  dramatis_actor_panel_update_actions (self);
  session_matches_changed_cb (self);
}

static void
filter_changed_cb (DramatisActorPanel *self)
{
  update_match_box (self);
  queue_update (self);
}

static void
found_items_changed_cb (DramatisActorPanel *self)
{
  queue_update (self);
  update_stack (self);
}

/* The one that Find is at is in view. */
static void
find_changed_cb (DramatisActorPanel *self)
{
  gpointer actor = dramatis_session_get_found (self->session);

  for (guint i = 0; DRAMATIS_IS_ACTOR (actor) && i < g_list_model_get_n_items (G_LIST_MODEL (self->found)); i++)
    {
      g_autoptr (DramatisActor) item = g_list_model_get_item (G_LIST_MODEL (self->found), i);

      if (item == actor)
        {
          gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", i);
          return;
        }
    }
}

static void
item_bound_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               DramatisActorPanel       *self)
{
  dramatis_actor_row_set_actor (DRAMATIS_ACTOR_ROW (gtk_list_item_get_child (item)),
                                self->session, gtk_list_item_get_item (item));
  g_ptr_array_add (self->items, item);
  update_item (self, item);
}

/* Newer lists tell their items where they are only after the model has said that it changed. */
static void
item_moved_cb (DramatisActorPanel *self,
               GParamSpec         *pspec,
               GtkListItem        *item)
{
  if (dramatis_actor_row_get_actor (DRAMATIS_ACTOR_ROW (gtk_list_item_get_child (item))) != NULL)
    update_item (self, item);
}

static void
item_set_up_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                DramatisActorPanel       *self)
{
  gtk_list_item_set_child (item, dramatis_actor_row_new ());
  g_signal_connect_object (item, "notify::position", G_CALLBACK (item_moved_cb), self, G_CONNECT_SWAPPED);
}

static void
item_unbound_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item,
                 DramatisActorPanel       *self)
{
  g_ptr_array_remove_fast (self->items, item);
  g_ptr_array_remove_fast (self->stale, item);
  dramatis_actor_row_set_actor (DRAMATIS_ACTOR_ROW (gtk_list_item_get_child (item)), NULL, NULL);
}

static void
list_activated_cb (GtkListView        *list,
                   guint               position,
                   DramatisActorPanel *self)
{
  g_autoptr (DramatisThing) actor = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-actor", "s", dramatis_thing_get_id (actor));
}

static void
search_changed_cb (GtkSearchEntry     *entry,
                   DramatisActorPanel *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  g_clear_pointer (&self->needle, dramatis_needle_free);
  if (*text != '\0')
    self->needle = dramatis_needle_new (text, FALSE);
  search (self);
}

static void
search_activated_cb (GtkSearchEntry     *entry,
                     DramatisActorPanel *self)
{
  g_autoptr (DramatisThing) actor = g_list_model_get_item (G_LIST_MODEL (self->found), 0);

  if (actor != NULL && self->needle != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.filter-actor", "s", dramatis_thing_get_id (actor));
}

static void
search_stopped_cb (GtkSearchEntry     *entry,
                   DramatisActorPanel *self)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
}

static void
dramatis_actor_panel_dispose (GObject *object)
{
  DramatisActorPanel *self = DRAMATIS_ACTOR_PANEL (object);

  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (self->session_signals != NULL)
    dramatis_actor_panel_set_session (self, NULL);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->filter_signals);
  g_clear_object (&self->actions);
  g_clear_object (&self->found);
  g_clear_object (&self->search_filter);

  G_OBJECT_CLASS (dramatis_actor_panel_parent_class)->dispose (object);
}

static void
dramatis_actor_panel_finalize (GObject *object)
{
  DramatisActorPanel *self = DRAMATIS_ACTOR_PANEL (object);

  g_clear_pointer (&self->needle, dramatis_needle_free);
  g_clear_pointer (&self->searched, g_hash_table_unref);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->stale);
  g_clear_pointer (&self->shown, g_hash_table_unref);

  G_OBJECT_CLASS (dramatis_actor_panel_parent_class)->finalize (object);
}

static void
dramatis_actor_panel_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  DramatisActorPanel *self = DRAMATIS_ACTOR_PANEL (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_actor_panel_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  DramatisActorPanel *self = DRAMATIS_ACTOR_PANEL (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      dramatis_actor_panel_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_actor_panel_class_init (DramatisActorPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dramatis_actor_panel_dispose;
  object_class->finalize = dramatis_actor_panel_finalize;
  object_class->get_property = dramatis_actor_panel_get_property;
  object_class->set_property = dramatis_actor_panel_set_property;

  /**
   * DramatisActorPanel:session:
   *
   * The session of the window.
   */
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, DRAMATIS_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/dramatis/Dramatis/ui/dramatis-actor-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, DramatisActorPanel, list);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorPanel, match_box);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorPanel, stack);
  gtk_widget_class_bind_template_callback (widget_class, item_bound_cb);
  gtk_widget_class_bind_template_callback (widget_class, item_set_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, item_unbound_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);

  gtk_widget_class_set_css_name (widget_class, "actorpanel");
}

static void
dramatis_actor_panel_init (DramatisActorPanel *self)
{
  self->items = g_ptr_array_new ();
  self->stale = g_ptr_array_new ();
  self->search_filter = GTK_FILTER (gtk_custom_filter_new (is_found, self, NULL));
  self->found = gtk_filter_list_model_new (NULL, g_object_ref (self->search_filter));
  g_signal_connect_object (self->found, "items-changed", G_CALLBACK (found_items_changed_cb), self, G_CONNECT_SWAPPED);

  self->session_signals = g_signal_group_new (DRAMATIS_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "find-changed", G_CALLBACK (find_changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::current", G_CALLBACK (current_changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::index", G_CALLBACK (session_index_changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::matches", G_CALLBACK (session_matches_changed_cb), self);
  self->filter_signals = g_signal_group_new (DRAMATIS_TYPE_FILTER);
  g_signal_group_connect_swapped (self->filter_signals, "changed", G_CALLBACK (filter_changed_cb), self);

  /* before the template: a menu does not look for its actions again where there were none when it was made */
  self->actions = g_simple_action_group_new ();
  gtk_widget_insert_action_group (GTK_WIDGET (self), "actors", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));

  dramatis_actor_panel_init_menu (self);
  update_stack (self);
}

/**
 * dramatis_actor_panel_new:
 * @session: (nullable): the session of the window
 *
 * Makes an actor panel.
 *
 * Returns: (transfer floating): a new panel
 */
GtkWidget *
dramatis_actor_panel_new (DramatisSession *session)
{
  return g_object_new (DRAMATIS_TYPE_ACTOR_PANEL, "session", session, NULL);
}

/**
 * dramatis_actor_panel_get_session:
 * @self: an actor panel
 *
 * Gets the session whose actors a panel shows.
 *
 * Returns: (transfer none) (nullable): the session
 */
DramatisSession *
dramatis_actor_panel_get_session (DramatisActorPanel *self)
{
  g_return_val_if_fail (DRAMATIS_IS_ACTOR_PANEL (self), NULL);

  return self->session;
}

/**
 * dramatis_actor_panel_set_session:
 * @self: an actor panel
 * @session: (nullable): the session of the window
 *
 * Says whose actors a panel shows.
 */
void
dramatis_actor_panel_set_session (DramatisActorPanel *self,
                                  DramatisSession    *session)
{
  g_return_if_fail (DRAMATIS_IS_ACTOR_PANEL (self));

  if (self->session == session)
    return;

  /* the rows let go of their actors before the session goes */
  gtk_filter_list_model_set_model (self->found, NULL);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->filter_signals, session != NULL ? dramatis_session_get_filter (session) : NULL);

  dramatis_actor_panel_set_actions (self);
  if (session != NULL)
    {
      self->shown_changed = TRUE;
      update_match_box (self);
      dramatis_actor_panel_update_actions (self);
      search (self);
      gtk_filter_list_model_set_model (self->found, dramatis_session_get_actors (session));
      gtk_list_view_set_model (GTK_LIST_VIEW (self->list),
                               GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->found)))));
    }
  update_stack (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
