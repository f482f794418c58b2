/* dramatis-event-editor.c: writes and dates an event
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-event-editor.h"

#include <glib/gi18n-lib.h>

#include "dramatis-date-field.h"

/* Of the marked words so many code points become the title to begin with. */
#define TITLE_LENGTH 80

/**
 * DramatisEventEditor:
 *
 * A form with the title, the time and the actors of an event.
 *
 * What the time means is said while it is being typed.
 *
 * # Shortcuts
 *
 * Escape leaves everything as it was, Enter saves.
 */
struct _DramatisEventEditor
{
  AdwWindow         parent_instance;

  DramatisSession  *session;
  DramatisEvent    *event;        /* NULL: a new one */
  GPtrArray        *evidence;     /* of DramatisAnchor */
  GPtrArray        *chosen;       /* of DramatisActor */
  GtkFilter        *not_chosen;

  GtkWidget        *title;
  GtkWidget        *time;
  GtkWidget        *meaning;
  GtkWidget        *save;
  GtkWidget        *actors;
  GtkWidget        *add_actor;
  GtkWidget        *evidence_group;
  GtkWidget        *evidence_list;
  GtkWidget        *add_evidence;
  GtkWidget        *other_group;
  GtkWidget        *other;         /* the event that is merged into this one */
};

G_DEFINE_FINAL_TYPE (DramatisEventEditor, dramatis_event_editor, ADW_TYPE_WINDOW)

static const char *
get_text (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

/* Sets @time to %NULL where none was entered. */
static gboolean
read_time (DramatisEventEditor  *self,
           DramatisTime        **time)
{
  return dramatis_date_field_read (GTK_EDITABLE (self->time), GTK_LABEL (self->meaning),
                                   _("Undated: not shown on the timeline"), time);
}

static void
update (DramatisEventEditor *self)
{
  g_autoptr (DramatisTime) time = NULL;
  g_autofree char *title = g_strstrip (g_strdup (get_text (self->title)));
  gboolean valid = read_time (self, &time);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", valid && *title != '\0');
}

static gboolean
is_not_chosen (gpointer item,
               gpointer user_data)
{
  DramatisEventEditor *self = user_data;

  return !g_ptr_array_find (self->chosen, item, NULL);
}

static void
remove_actor_cb (GtkWidget           *button,
                 DramatisEventEditor *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  g_ptr_array_remove (self->chosen, g_object_get_data (G_OBJECT (row), "thing"));
  gtk_list_box_remove (GTK_LIST_BOX (self->actors), row);
  gtk_filter_changed (self->not_chosen, GTK_FILTER_CHANGE_LESS_STRICT);
  gtk_widget_grab_focus (self->add_actor);
}

/* A row with a button that takes it out again: of @thing, which the list keeps alive. */
static GtkWidget *
create_row (DramatisEventEditor *self,
            const char          *title,
            gpointer             thing,
            GCallback            remove_cb)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  /* Translators: takes an actor, or words that an event was read from, out of the event */
  g_autofree char *name = g_strdup_printf (_("Take Out %s"), title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", remove_cb, self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_object_set_data (G_OBJECT (row), "thing", thing);

  return row;
}

static void
add_actor (DramatisEventEditor *self,
           DramatisActor       *actor)
{
  GtkWidget *row = create_row (self, dramatis_actor_get_name (actor), actor, G_CALLBACK (remove_actor_cb));

  g_ptr_array_add (self->chosen, g_object_ref (actor));
  /* Before the row that adds. */
  gtk_list_box_insert (GTK_LIST_BOX (self->actors), row, self->chosen->len - 1);
}

static gboolean
has_evidence (DramatisEventEditor  *self,
              const DramatisAnchor *anchor)
{
  for (guint i = 0; i < self->evidence->len; i++)
    {
      const DramatisAnchor *other = g_ptr_array_index (self->evidence, i);

      if (other->passage == anchor->passage && other->range.start == anchor->range.start
          && other->range.end == anchor->range.end)
        return TRUE;
    }

  return FALSE;
}

/* Marked words that are no evidence yet can become it. */
static void
update_evidence (DramatisEventEditor *self)
{
  GPtrArray *marked = dramatis_session_get_marked (self->session);
  gboolean any = FALSE;

  for (guint i = 0; marked != NULL && i < marked->len; i++)
    any |= !has_evidence (self, g_ptr_array_index (marked, i));
  gtk_widget_set_visible (self->add_evidence, any);
  gtk_widget_set_visible (self->evidence_group, any || self->evidence->len > 0);
}

static void
remove_evidence_cb (GtkWidget           *button,
                    DramatisEventEditor *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  g_ptr_array_remove (self->evidence, g_object_get_data (G_OBJECT (row), "thing"));
  gtk_list_box_remove (GTK_LIST_BOX (self->evidence_list), row);
  update_evidence (self);
  gtk_widget_grab_focus (self->time);
}

static void
add_evidence (DramatisEventEditor *self,
              DramatisAnchor      *anchor)
{
  GtkWidget *row;
  g_autofree char *quote = g_strdup_printf (_("“%s”"), anchor->quote);
  g_autofree char *resolution = dramatis_session_dup_resolution (self->session, anchor);
  const char *article = dramatis_session_get_article_title (self->session, anchor);

  if (has_evidence (self, anchor))
    return;

  row = create_row (self, quote, anchor, G_CALLBACK (remove_evidence_cb));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), resolution != NULL ? resolution : article != NULL ? article : "");
  g_ptr_array_add (self->evidence, dramatis_anchor_ref (anchor));
  gtk_list_box_insert (GTK_LIST_BOX (self->evidence_list), row, self->evidence->len - 1);
}

static void
add_all_evidence (DramatisEventEditor *self,
                  GPtrArray           *anchors)
{
  for (guint i = 0; anchors != NULL && i < anchors->len; i++)
    add_evidence (self, g_ptr_array_index (anchors, i));
}

static void
add_evidence_cb (DramatisEventEditor *self)
{
  add_all_evidence (self, dramatis_session_get_marked (self->session));
  update_evidence (self);
}

static void
actor_picked_cb (GtkDropDown         *drop_down,
                 GParamSpec          *pspec,
                 DramatisEventEditor *self)
{
  gpointer picked = gtk_drop_down_get_selected_item (drop_down);

  if (!DRAMATIS_IS_ACTOR (picked))
    return;

  add_actor (self, picked);
  gtk_drop_down_set_selected (drop_down, 0);
  gtk_filter_changed (self->not_chosen, GTK_FILTER_CHANGE_MORE_STRICT);
}

static void
add_actors_by_id (DramatisEventEditor *self,
                  const char * const  *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      DramatisActor *actor = dramatis_dossier_lookup (dramatis_session_get_dossier (self->session), ids[i]);

      if (actor != NULL && is_not_chosen (actor, self))
        add_actor (self, actor);
    }
}

static void
read_event (DramatisEventEditor *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->title), dramatis_event_get_title (self->event));
  dramatis_date_field_set (GTK_EDITABLE (self->time), dramatis_event_get_time (self->event));
  add_actors_by_id (self, dramatis_event_get_actors (self->event));
  add_all_evidence (self, dramatis_event_get_evidence (self->event));
}

static void
add_actors_of (DramatisEventEditor  *self,
               const DramatisAnchor *anchor)
{
  DramatisPassage *passage = dramatis_dossier_lookup (dramatis_session_get_dossier (self->session), anchor->passage);
  GArray *mentions;

  if (passage == NULL)
    return;

  mentions = dramatis_passage_get_mentions (passage);
  for (guint i = 0; i < mentions->len; i++)
    {
      const DramatisMention *mention = &g_array_index (mentions, DramatisMention, i);

      if (mention->status != DRAMATIS_STATUS_REJECTED
          && dramatis_range_overlaps (&mention->range, &anchor->range))
        add_actors_by_id (self, (const char *[]) { mention->actor, NULL });
    }
}

/* The first words are the title to begin with, and the actors in all of them those of the event. */
static void
read_evidence (DramatisEventEditor *self)
{
  const DramatisAnchor *first = g_ptr_array_index (self->evidence, 0);
  g_autofree char *title = g_utf8_substring (first->quote, 0, MIN (g_utf8_strlen (first->quote, -1), TITLE_LENGTH));

  gtk_editable_set_text (GTK_EDITABLE (self->title), g_strdelimit (g_strstrip (title), "\n\t", ' '));
  for (guint i = 0; i < self->evidence->len; i++)
    add_actors_of (self, g_ptr_array_index (self->evidence, i));
}

static char **
dup_chosen_ids (DramatisEventEditor *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->chosen->len; i++)
    g_strv_builder_add (builder, dramatis_thing_get_id (g_ptr_array_index (self->chosen, i)));

  return g_strv_builder_end (builder);
}

static void
add_event (DramatisEventEditor *self,
           const char          *title,
           DramatisTime        *time,
           char               **actors)
{
  DramatisDossier *dossier = dramatis_session_get_dossier (self->session);
  g_autofree char *id = dramatis_dossier_create_id (dossier, "event", NULL);
  g_autoptr (DramatisEvent) event = dramatis_event_new (id, title, time);

  g_object_set (event, "actors", actors, "evidence", self->evidence, NULL);
  dramatis_dossier_add (dossier, event);
}

/* One level of undo, also if another event is merged into this one. */
static void
edit_event (DramatisEventEditor *self,
            const char          *title,
            DramatisTime        *time,
            char               **actors)
{
  DramatisDossier *dossier = dramatis_session_get_dossier (self->session);
  DramatisHistory *history = dramatis_dossier_get_history (dossier);
  gpointer other = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->other));
  gboolean merge = DRAMATIS_IS_EVENT (other);

  dramatis_history_begin (history, merge ? _("Merge Events") : _("Edit Event"));
  dramatis_dossier_edit (dossier, _("Edit Event"), self->event,
                         "title", title, "time", time, "actors", actors, "evidence", self->evidence, NULL);
  if (merge)
    dramatis_dossier_merge_events (dossier, self->event, other);
  dramatis_history_end (history);
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DramatisEventEditor *self = DRAMATIS_EVENT_EDITOR (widget);
  g_autofree char *title = g_strstrip (g_strdup (get_text (self->title)));
  g_auto (GStrv) actors = dup_chosen_ids (self);
  g_autoptr (DramatisTime) time = NULL;

  /* The action is off as long as the time is invalid. */
  if (!read_time (self, &time))
    return;

  if (self->event != NULL)
    edit_event (self, title, time, actors);
  else
    add_event (self, title, time, actors);
  gtk_window_close (GTK_WINDOW (self));
}

static void
dramatis_event_editor_dispose (GObject *object)
{
  DramatisEventEditor *self = DRAMATIS_EVENT_EDITOR (object);

  g_clear_object (&self->event);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dramatis_event_editor_parent_class)->dispose (object);
}

static void
dramatis_event_editor_finalize (GObject *object)
{
  DramatisEventEditor *self = DRAMATIS_EVENT_EDITOR (object);

  g_ptr_array_unref (self->chosen);
  g_ptr_array_unref (self->evidence);

  G_OBJECT_CLASS (dramatis_event_editor_parent_class)->finalize (object);
}

static void
dramatis_event_editor_class_init (DramatisEventEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dramatis_event_editor_dispose;
  object_class->finalize = dramatis_event_editor_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/dramatis/Dramatis/ui/dramatis-event-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, DramatisEventEditor, actors);
  gtk_widget_class_bind_template_child (widget_class, DramatisEventEditor, add_actor);
  gtk_widget_class_bind_template_child (widget_class, DramatisEventEditor, add_evidence);
  gtk_widget_class_bind_template_child (widget_class, DramatisEventEditor, evidence_group);
  gtk_widget_class_bind_template_child (widget_class, DramatisEventEditor, evidence_list);
  gtk_widget_class_bind_template_child (widget_class, DramatisEventEditor, meaning);
  gtk_widget_class_bind_template_child (widget_class, DramatisEventEditor, other);
  gtk_widget_class_bind_template_child (widget_class, DramatisEventEditor, other_group);
  gtk_widget_class_bind_template_child (widget_class, DramatisEventEditor, save);
  gtk_widget_class_bind_template_child (widget_class, DramatisEventEditor, time);
  gtk_widget_class_bind_template_child (widget_class, DramatisEventEditor, title);
  gtk_widget_class_bind_template_callback (widget_class, actor_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_evidence_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);

  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dramatis_event_editor_init (DramatisEventEditor *self)
{
  self->chosen = g_ptr_array_new_with_free_func (g_object_unref);
  self->evidence = dramatis_anchors_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe_choice (gpointer item,
                 gpointer user_data)
{
  g_autofree char *time = NULL;

  if (GTK_IS_STRING_OBJECT (item))
    return g_strdup (gtk_string_object_get_string (item));
  if (DRAMATIS_IS_ACTOR (item))
    return g_strdup (dramatis_actor_get_name (item));

  if (dramatis_event_get_time (item) != NULL)
    time = dramatis_time_to_text (dramatis_event_get_time (item));
  if (time == NULL)
    return g_strdup (dramatis_event_get_title (item));

  /* Translators: the title and the time of an event */
  return g_strdup_printf (_("%s, %s"), dramatis_event_get_title (item), time);
}

/* The first choice, @none, is what is chosen before anything is: on GTK 4.18 a drop-down always has one. */
static void
set_choices (GtkWidget  *drop_down,
             const char *none,
             GListModel *choices)
{
  g_autoptr (GtkExpression) text = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL,
                                                                G_CALLBACK (describe_choice), NULL, NULL);
  g_autoptr (GtkStringList) first = gtk_string_list_new ((const char *[]) { none, NULL });
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GListModel) all = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));

  g_list_store_append (parts, first);
  g_list_store_append (parts, choices);
  gtk_drop_down_set_expression (GTK_DROP_DOWN (drop_down), text);
  gtk_drop_down_set_model (GTK_DROP_DOWN (drop_down), all);
}

static void
set_up_actors (DramatisEventEditor *self)
{
  GListModel *actors = dramatis_session_get_all_actors (self->session);
  g_autoptr (GListModel) others = NULL;

  self->not_chosen = GTK_FILTER (gtk_custom_filter_new (is_not_chosen, self, NULL));
  others = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (actors), self->not_chosen));
  set_choices (self->add_actor, _("Choose…"), others);
}

static gboolean
is_other (gpointer item,
          gpointer user_data)
{
  DramatisEventEditor *self = user_data;

  return item != self->event && dramatis_event_get_status (item) != DRAMATIS_STATUS_REJECTED;
}

static void
set_up_others (DramatisEventEditor *self)
{
  GListModel *events = dramatis_dossier_get_events (dramatis_session_get_dossier (self->session));
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_other, self, NULL));
  g_autoptr (GListModel) others = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (events), filter));

  set_choices (self->other, _("None"), others);
  gtk_widget_set_visible (self->other_group, g_list_model_get_n_items (others) > 0);
}

/**
 * dramatis_event_editor_new:
 * @session: a session
 * @event: (nullable): the event to be edited, or %NULL for a new one
 * @evidence: (nullable) (element-type DramatisAnchor): for a new one, the words that it was read from, in reading order
 *
 * Makes a form for an event. The dossier changes, by one level of undo, when it is saved.
 *
 * Returns: (transfer none): a modal window; the caller makes it transient and presents it
 */
GtkWidget *
dramatis_event_editor_new (DramatisSession *session,
                           DramatisEvent   *event,
                           GPtrArray       *evidence)
{
  DramatisEventEditor *self;

  g_return_val_if_fail (DRAMATIS_IS_SESSION (session), NULL);

  self = g_object_new (DRAMATIS_TYPE_EVENT_EDITOR, NULL);
  self->session = g_object_ref (session);
  if (event != NULL)
    {
      self->event = g_object_ref (event);
      read_event (self);
    }
  else if (evidence != NULL)
    {
      add_all_evidence (self, evidence);
      read_evidence (self);
    }
  gtk_window_set_title (GTK_WINDOW (self), event != NULL ? _("Edit Event") : _("New Event"));
  set_up_actors (self);
  if (event != NULL)
    set_up_others (self);
  update_evidence (self);
  update (self);
  gtk_widget_grab_focus (self->title);

  return GTK_WIDGET (self);
}

/**
 * dramatis_event_editor_set_time:
 * @self: a form
 * @time: a time
 *
 * Proposes a time, as if it had been typed.
 */
void
dramatis_event_editor_set_time (DramatisEventEditor *self,
                                DramatisTime        *time)
{
  g_return_if_fail (DRAMATIS_IS_EVENT_EDITOR (self));

  dramatis_date_field_set (GTK_EDITABLE (self->time), time);
}
