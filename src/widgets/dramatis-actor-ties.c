/* dramatis-actor-ties.c: a list of what has to do with an actor
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-actor-ties.h"

#include <glib/gi18n-lib.h>

#include "dramatis-excerpt-markup.h"
#include "dramatis-markdown.h"

/**
 * DramatisActorTies:
 *
 * A list of passages, events or notes that have to do with an actor. Each leads to the words it came from.
 *
 * ## CSS nodes
 *
 * `DramatisActorTies` has one node named `actorties`; in it a `listview` with rows of `box.tie`.
 *
 * ## Accessibility
 *
 * The list is named by [property@ActorTies:title], each item by its text.
 */

struct _DramatisActorTies
{
  AdwBin           parent_instance;

  GtkWidget       *list;
  AdwStatusPage   *empty_page;
  GtkStack        *stack;
  GListStore      *things;

  DramatisSession *session;
  const char      *actor_id;      /* interned */
  char            *title;
};

G_DEFINE_FINAL_TYPE (DramatisActorTies, dramatis_actor_ties, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_EMPTY_TITLE,
  PROP_TITLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* The passage from shortly before its first mention of the actor, all of them in bold. */
static char *
dup_excerpt (DramatisActorTies *self,
             DramatisPassage   *passage)
{
  GArray *mentions = dramatis_passage_get_mentions (passage);
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (DramatisRange));
  guint end = 0;

  for (guint i = 0; i < mentions->len; i++)
    {
      const DramatisMention *mention = &g_array_index (mentions, DramatisMention, i);

      /* of two that overlap the first is enough */
      if (mention->actor != self->actor_id || mention->status == DRAMATIS_STATUS_REJECTED
          || mention->range.start < end)
        continue;
      g_array_append_val (ranges, mention->range);
      end = mention->range.end;
    }

  return dramatis_excerpt_to_markup (passage, (const DramatisRange *) ranges->data, ranges->len);
}

static char *
dup_place (DramatisActorTies *self,
           DramatisPassage   *passage)
{
  DramatisIndex *index = dramatis_session_get_index (self->session);
  const char *id = dramatis_thing_get_id (DRAMATIS_THING (passage));
  GListModel *articles = dramatis_dossier_get_articles (dramatis_session_get_dossier (self->session));
  guint position;

  if (g_list_model_get_n_items (articles) < 2 || !dramatis_index_get_position (index, id, &position))
    return NULL;

  return g_strdup (dramatis_article_get_title (dramatis_index_get_article (index, position)));
}

static void
describe (DramatisActorTies  *self,
          gpointer            thing,
          char              **markup,
          char              **details)
{
  if (DRAMATIS_IS_PASSAGE (thing))
    {
      *markup = dup_excerpt (self, thing);
      *details = dup_place (self, thing);
    }
  else if (DRAMATIS_IS_EVENT (thing))
    {
      DramatisTime *time = dramatis_event_get_time (thing);

      *markup = g_markup_escape_text (dramatis_event_get_title (thing), -1);
      *details = time != NULL ? dramatis_time_to_text (time) : g_strdup (_("Undated"));
    }
  else
    {
      GPtrArray *ranges = dramatis_note_get_ranges (thing);

      *markup = dramatis_markdown_to_markup (dramatis_note_get_text (thing));
      if (ranges->len > 0)
        *details = g_strdup_printf (_("“%s”"), ((DramatisAnchor *) g_ptr_array_index (ranges, 0))->quote);
    }
}

static void
item_set_up_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                DramatisActorTies        *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *details = dramatis_excerpt_label_new ("caption", 1);

  gtk_widget_add_css_class (box, "tie");
  gtk_widget_add_css_class (details, "dim-label");
  gtk_box_append (GTK_BOX (box), dramatis_excerpt_label_new ("title", 4));
  gtk_box_append (GTK_BOX (box), details);
  gtk_list_item_set_child (item, box);
}

static void
item_bound_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               DramatisActorTies        *self)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *title_label = gtk_widget_get_first_child (box);
  GtkWidget *details_label = gtk_widget_get_last_child (box);
  g_autofree char *markup = NULL;
  g_autofree char *details = NULL;

  describe (self, gtk_list_item_get_item (item), &markup, &details);
  gtk_label_set_markup (GTK_LABEL (title_label), markup);
  gtk_label_set_label (GTK_LABEL (details_label), details != NULL ? details : "");
  gtk_widget_set_visible (title_label, *markup != '\0');
  gtk_widget_set_visible (details_label, details != NULL && *details != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (GTK_LABEL (title_label)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, details != NULL ? details : "",
                                  -1);
}

static void
reveal_passage (DramatisActorTies *self,
                DramatisPassage   *passage)
{
  GArray *mentions = dramatis_passage_get_mentions (passage);

  for (guint i = 0; i < mentions->len; i++)
    {
      const DramatisMention *mention = &g_array_index (mentions, DramatisMention, i);

      if (mention->actor == self->actor_id && mention->status != DRAMATIS_STATUS_REJECTED)
        {
          g_autoptr (DramatisAnchor) anchor =
            dramatis_anchor_new (dramatis_thing_get_id (DRAMATIS_THING (passage)),
                                 dramatis_passage_get_text (passage), &mention->range);

          dramatis_session_reveal (self->session, anchor);
          return;
        }
    }
}

static void
list_activated_cb (GtkListView       *list,
                   guint              position,
                   DramatisActorTies *self)
{
  g_autoptr (GObject) thing = g_list_model_get_item (G_LIST_MODEL (self->things), position);

  if (DRAMATIS_IS_PASSAGE (thing))
    {
      reveal_passage (self, DRAMATIS_PASSAGE (thing));
    }
  else if (DRAMATIS_IS_EVENT (thing))
    {
      dramatis_session_reveal_event (self->session, DRAMATIS_EVENT (thing));
    }
  else
    {
      dramatis_session_set_active_note (self->session, DRAMATIS_NOTE (thing));
    }
}

static void
dramatis_actor_ties_dispose (GObject *object)
{
  DramatisActorTies *self = DRAMATIS_ACTOR_TIES (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (dramatis_actor_ties_parent_class)->dispose (object);
}

static void
dramatis_actor_ties_finalize (GObject *object)
{
  g_free (DRAMATIS_ACTOR_TIES (object)->title);

  G_OBJECT_CLASS (dramatis_actor_ties_parent_class)->finalize (object);
}

static void
dramatis_actor_ties_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  DramatisActorTies *self = DRAMATIS_ACTOR_TIES (object);

  switch (prop_id)
    {
    case PROP_EMPTY_TITLE:
      g_value_set_string (value, adw_status_page_get_title (self->empty_page));
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_actor_ties_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  DramatisActorTies *self = DRAMATIS_ACTOR_TIES (object);

  switch (prop_id)
    {
    case PROP_EMPTY_TITLE:
      adw_status_page_set_title (self->empty_page, g_value_get_string (value));
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
dramatis_actor_ties_class_init (DramatisActorTiesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dramatis_actor_ties_dispose;
  object_class->finalize = dramatis_actor_ties_finalize;
  object_class->get_property = dramatis_actor_ties_get_property;
  object_class->set_property = dramatis_actor_ties_set_property;

  /**
   * DramatisActorTies:empty-title:
   *
   * What is said when the list is empty.
   */
  properties[PROP_EMPTY_TITLE] =
    g_param_spec_string ("empty-title", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * DramatisActorTies:title:
   *
   * The accessible name of the list.
   */
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/dramatis/Dramatis/ui/dramatis-actor-ties.ui");
  gtk_widget_class_bind_template_child (widget_class, DramatisActorTies, empty_page);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorTies, list);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorTies, stack);
  gtk_widget_class_bind_template_child (widget_class, DramatisActorTies, things);
  gtk_widget_class_bind_template_callback (widget_class, item_bound_cb);
  gtk_widget_class_bind_template_callback (widget_class, item_set_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activated_cb);

  gtk_widget_class_set_css_name (widget_class, "actorties");
}

static void
dramatis_actor_ties_init (DramatisActorTies *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dramatis_actor_ties_set_things:
 * @self: a list
 * @session: the session
 * @actor_id: the identifier of the actor
 * @things: (element-type DramatisThing): passages, events or notes of its dossier
 *
 * Says what a list holds.
 */
void
dramatis_actor_ties_set_things (DramatisActorTies *self,
                                DramatisSession   *session,
                                const char        *actor_id,
                                GPtrArray         *things)
{
  g_return_if_fail (DRAMATIS_IS_ACTOR_TIES (self));
  g_return_if_fail (DRAMATIS_IS_SESSION (session));

  g_set_object (&self->session, session);
  self->actor_id = g_intern_string (actor_id);
  g_list_store_splice (self->things, 0, g_list_model_get_n_items (G_LIST_MODEL (self->things)),
                       things->pdata, things->len);
  gtk_stack_set_visible_child_name (self->stack, things->len > 0 ? "list" : "empty");
}
