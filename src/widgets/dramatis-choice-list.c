/* dramatis-choice-list.c: a list from which a person chooses
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-choice-list.h"

#include "dramatis-dot.h"
#include "dramatis-excerpt-markup.h"
#include "dramatis-text.h"

/**
 * DramatisChoiceList:
 *
 * A list of actors, or of words that name one, with a search entry, from which a person chooses one or several.
 *
 * ## CSS nodes
 *
 * `DramatisChoiceList` has one node named `choicelist`; in it a `listview` with rows of `box.choice`.
 *
 * ## Accessibility
 *
 * The list is named by [property@ChoiceList:title], each item by its title; one of several is checked if it is chosen.
 *
 * ## Shortcuts
 *
 * In the search entry Enter takes the first that is found and Esc closes the window. In the list Enter and Space take an item.
 */

struct _DramatisChoiceList
{
  AdwBin              parent_instance;

  GtkEditable        *entry;
  GtkWidget          *list;
  GtkStack           *stack;
  GListStore         *choices;
  GtkFilterListModel *found;

  GtkFilter          *filter;
  char               *folded;       /* what is looked for */
  char               *title;
  gboolean            multiple;
};

G_DEFINE_FINAL_TYPE (DramatisChoiceList, dramatis_choice_list, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_MULTIPLE,
  PROP_TITLE,
  N_PROPS,
};

enum
{
  CHANGED,
  PICKED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean
is_found (gpointer item,
          gpointer user_data)
{
  DramatisChoiceList *self = user_data;

  return dramatis_choice_has_words (item, self->folded);
}

static void
update_stack (DramatisChoiceList *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "not-found");
}

static void
take (DramatisChoiceList *self,
      guint               position)
{
  g_autoptr (DramatisChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (choice == NULL)
    return;

  if (self->multiple)
    dramatis_choice_set_active (choice, !dramatis_choice_get_active (choice));
  else
    g_signal_emit (self, signals[PICKED], 0, choice);     /* the window may close, and this with it */
}

static void
search_changed_cb (DramatisChoiceList *self)
{
  g_free (self->folded);
  self->folded = dramatis_text_fold (dramatis_choice_list_get_text (self));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_stack (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
search_activated_cb (DramatisChoiceList *self)
{
  /* Enter may come before the search has caught up with what was typed */
  search_changed_cb (self);
  if (*self->folded != '\0')
    take (self, 0);
}

/* The entry keeps Esc from the window. */
static void
search_stopped_cb (DramatisChoiceList *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "window.close", NULL);
}

static void
list_activated_cb (GtkListView        *list,
                   guint               position,
                   DramatisChoiceList *self)
{
  take (self, position);
}

static gboolean
space_cb (GtkWidget *list,
          GVariant  *args,
          gpointer   user_data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (list));
  GtkWidget *box = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;
  GtkListItem *item = box != NULL ? g_object_get_data (G_OBJECT (box), "item") : NULL;

  return item != NULL
         && gtk_widget_activate_action (list, "list.activate-item", "u", gtk_list_item_get_position (item));
}

static void
active_changed_cb (DramatisChoice *choice,
                   GParamSpec     *pspec,
                   GtkWidget      *box)
{
  GtkWidget *item = gtk_widget_get_parent (box);
  gboolean active = dramatis_choice_get_active (choice);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_widget_get_first_child (box)), active);
  gtk_accessible_update_state (GTK_ACCESSIBLE (item),
                               GTK_ACCESSIBLE_STATE_CHECKED,
                               active ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

static void
choice_changed_cb (DramatisChoiceList *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
item_set_up_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                DramatisChoiceList       *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *labels = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  /* the item has the focus and the clicks: this only shows what is chosen */
  GtkWidget *check = g_object_new (GTK_TYPE_CHECK_BUTTON,
                                   "can-focus", FALSE,
                                   "can-target", FALSE,
                                   "valign", GTK_ALIGN_CENTER,
                                   "visible", self->multiple,
                                   NULL);

  gtk_widget_add_css_class (box, "choice");
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), dramatis_dot_new (DRAMATIS_COLOUR_AUTOMATIC));
  gtk_box_append (GTK_BOX (labels), dramatis_excerpt_label_new ("title", 3));
  gtk_box_append (GTK_BOX (labels), dramatis_excerpt_label_new ("caption", 1));
  gtk_widget_add_css_class (gtk_widget_get_last_child (labels), "dim-label");
  gtk_widget_set_hexpand (labels, TRUE);
  gtk_box_append (GTK_BOX (box), labels);
  g_object_set_data (G_OBJECT (box), "item", item);
  gtk_list_item_set_child (item, box);
}

static void
item_bound_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               DramatisChoiceList       *self)
{
  DramatisChoice *choice = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *labels = gtk_widget_get_last_child (box);
  GtkWidget *dot = gtk_widget_get_prev_sibling (labels);
  GtkLabel *title = GTK_LABEL (gtk_widget_get_first_child (labels));
  GtkLabel *details = GTK_LABEL (gtk_widget_get_last_child (labels));
  const char *text = dramatis_choice_get_details (choice);

  gtk_label_set_markup (title, dramatis_choice_get_title (choice));
  gtk_label_set_label (details, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (details), text != NULL);
  gtk_widget_set_visible (dot, dramatis_choice_get_actor (choice) != NULL);
  dramatis_dot_set_colour (DRAMATIS_DOT (dot), dramatis_choice_get_colour (choice));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (title),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "",
                                  -1);
  if (!self->multiple)
    return;

  g_signal_connect_object (choice, "notify::active", G_CALLBACK (active_changed_cb), box, 0);
  active_changed_cb (choice, NULL, box);
}

static void
item_unbound_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item,
                 DramatisChoiceList       *self)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), active_changed_cb,
                                        gtk_list_item_get_child (item));
}

static gboolean
dramatis_choice_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DRAMATIS_CHOICE_LIST (widget)->entry));
}

static void
dramatis_choice_list_dispose (GObject *object)
{
  DramatisChoiceList *self = DRAMATIS_CHOICE_LIST (object);

  if (self->choices != NULL)
    g_list_store_remove_all (self->choices);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (dramatis_choice_list_parent_class)->dispose (object);
}

static void
dramatis_choice_list_finalize (GObject *object)
{
  DramatisChoiceList *self = DRAMATIS_CHOICE_LIST (object);

  g_free (self->folded);
  g_free (self->title);

  G_OBJECT_CLASS (dramatis_choice_list_parent_class)->finalize (object);
}

static void
dramatis_choice_list_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  DramatisChoiceList *self = DRAMATIS_CHOICE_LIST (object);

  switch (prop_id)
    {
    case PROP_MULTIPLE:
      g_value_set_boolean (value, self->multiple);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_choice_list_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  DramatisChoiceList *self = DRAMATIS_CHOICE_LIST (object);

  switch (prop_id)
    {
    case PROP_MULTIPLE:
      self->multiple = g_value_get_boolean (value);
      break;
    case PROP_TITLE:
      self->title = g_value_dup_string (value);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_choice_list_class_init (DramatisChoiceListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = dramatis_choice_list_dispose;
  object_class->finalize = dramatis_choice_list_finalize;
  object_class->get_property = dramatis_choice_list_get_property;
  object_class->set_property = dramatis_choice_list_set_property;
  widget_class->grab_focus = dramatis_choice_list_grab_focus;

  /**
   * DramatisChoiceList:multiple:
   *
   * Whether several can be chosen. Else the first that is taken is picked.
   */
  properties[PROP_MULTIPLE] = g_param_spec_boolean ("multiple", NULL, NULL, FALSE, flags);

  /**
   * DramatisChoiceList:title:
   *
   * The accessible name of the list.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * DramatisChoiceList::changed:
   * @self: the list
   *
   * Other choices are chosen, or other words are looked for.
   */
  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * DramatisChoiceList::picked:
   * @self: the list
   * @choice: what was picked, where one is all that can be
   *
   * A person has made up his mind.
   */
  signals[PICKED] =
    g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, DRAMATIS_TYPE_CHOICE);

  g_type_ensure (DRAMATIS_TYPE_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/dramatis/Dramatis/ui/dramatis-choice-list.ui");
  gtk_widget_class_bind_template_child (widget_class, DramatisChoiceList, choices);
  gtk_widget_class_bind_template_child (widget_class, DramatisChoiceList, entry);
  gtk_widget_class_bind_template_child (widget_class, DramatisChoiceList, found);
  gtk_widget_class_bind_template_child (widget_class, DramatisChoiceList, list);
  gtk_widget_class_bind_template_child (widget_class, DramatisChoiceList, stack);
  gtk_widget_class_bind_template_callback (widget_class, item_bound_cb);
  gtk_widget_class_bind_template_callback (widget_class, item_set_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, item_unbound_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);

  gtk_widget_class_set_css_name (widget_class, "choicelist");
}

static void
dramatis_choice_list_init (DramatisChoiceList *self)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  self->folded = g_strdup ("");
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_found, self, NULL));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_filter_list_model_set_filter (self->found, self->filter);

  /* before the list, which would take Space for selecting */
  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("space|KP_Space"),
                                                          gtk_callback_action_new (space_cb, NULL, NULL)));
  gtk_widget_add_controller (self->list, shortcuts);
}

/**
 * dramatis_choice_list_dup_chosen:
 * @self: a list
 *
 * Gets what is chosen, whether it is found at present or not.
 *
 * Returns: (transfer full) (element-type DramatisChoice): the choices, in the order of the list
 */
GPtrArray *
dramatis_choice_list_dup_chosen (DramatisChoiceList *self)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (DRAMATIS_IS_CHOICE_LIST (self), chosen);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->choices)); i++)
    {
      g_autoptr (DramatisChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), i);

      if (dramatis_choice_get_active (choice))
        g_ptr_array_add (chosen, g_steal_pointer (&choice));
    }

  return chosen;
}

/**
 * dramatis_choice_list_get_text:
 * @self: a list
 *
 * Gets what is looked for.
 *
 * Returns: (transfer none): a text
 */
const char *
dramatis_choice_list_get_text (DramatisChoiceList *self)
{
  g_return_val_if_fail (DRAMATIS_IS_CHOICE_LIST (self), "");

  return gtk_editable_get_text (self->entry);
}

/**
 * dramatis_choice_list_set_choices:
 * @self: a list
 * @choices: (element-type DramatisChoice): what can be chosen
 *
 * Says what a list holds.
 */
void
dramatis_choice_list_set_choices (DramatisChoiceList *self,
                                  GPtrArray          *choices)
{
  g_return_if_fail (DRAMATIS_IS_CHOICE_LIST (self));

  for (guint i = 0; i < choices->len; i++)
    g_signal_connect_object (g_ptr_array_index (choices, i), "notify::active", G_CALLBACK (choice_changed_cb), self,
                             G_CONNECT_SWAPPED);
  g_list_store_splice (self->choices, 0, g_list_model_get_n_items (G_LIST_MODEL (self->choices)),
                       choices->pdata, choices->len);
  update_stack (self);
}
