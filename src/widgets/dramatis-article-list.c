/* dramatis-article-list.c: the articles of a dossier, one of which may be shown alone
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-article-list.h"

#include <adwaita.h>

#include "dramatis-article-row.h"

/**
 * DramatisArticleList:
 *
 * The articles of a dossier, one of which may be shown alone; and what adds, edits, moves and removes them.
 *
 * ## CSS nodes
 *
 * `DramatisArticleList` has one node named `article-list`, with a list in it.
 *
 * ## Accessibility
 *
 * It holds a list named “Articles”, whose first item stands for all of them.
 *
 * ## Shortcuts
 *
 * - Alt+Up and Alt+Down: has the article read earlier or later; dragging it does the same
 * - Ctrl+Z and Ctrl+Shift+Z: undo and redo
 */

struct _DramatisArticleList
{
  GtkWidget        parent_instance;

  DramatisSession *session;
  GSignalGroup    *session_signals;
  GListModel      *articles;

  GtkWidget       *list;
};

G_DEFINE_FINAL_TYPE (DramatisArticleList, dramatis_article_list, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS,
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
update_chosen (DramatisArticleList *self)
{
  DramatisArticle *article = dramatis_session_get_article (self->session);
  GtkWidget *row;

  for (row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    dramatis_article_row_set_chosen (DRAMATIS_ARTICLE_ROW (row),
                                     dramatis_article_row_get_article (DRAMATIS_ARTICLE_ROW (row)) == article);
}

/* Not bound to the model: its first row stands for no item of it. */
static void
articles_changed_cb (DramatisArticleList *self,
                     guint                position,
                     guint                n_removed,
                     guint                n_added)
{
  for (guint i = 0; i < n_removed; i++)
    gtk_list_box_remove (GTK_LIST_BOX (self->list),
                         GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), position + 1)));

  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (DramatisArticle) article = g_list_model_get_item (self->articles, i);

      gtk_list_box_insert (GTK_LIST_BOX (self->list), dramatis_article_row_new (article), i + 1);
    }

  update_chosen (self);
}

static void
row_activated_cb (DramatisArticleList *self,
                  DramatisArticleRow  *row)
{
  dramatis_session_set_article (self->session, dramatis_article_row_get_article (row));
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* Moves the article of a row to the place of another one. */
static void
move_to (DramatisArticleList *self,
         DramatisArticle     *article,
         int                  index)
{
  GtkListBoxRow *row;

  if (index < 1 || index > (int) g_list_model_get_n_items (self->articles))
    return;

  dramatis_session_move_article (self->session, article, index - 1);
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  DramatisArticleList *self = DRAMATIS_ARTICLE_LIST (widget);
  GtkWidget *row = gtk_widget_get_focus_child (self->list);
  DramatisArticle *article = row != NULL ? dramatis_article_row_get_article (DRAMATIS_ARTICLE_ROW (row)) : NULL;

  if (article == NULL)
    return FALSE;

  move_to (self, article, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + g_variant_get_int32 (args));
  return TRUE;
}

static gboolean
dropped_cb (DramatisArticleList *self,
            const GValue        *value,
            double               x,
            double               y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (GTK_LIST_BOX (self->list), y);
  DramatisArticle *article = g_value_get_object (value);
  guint position;

  /* It may come from another window. */
  if (row == NULL || !g_list_store_find (G_LIST_STORE (self->articles), article, &position))
    return FALSE;

  move_to (self, article, MAX (1, gtk_list_box_row_get_index (row)));
  return TRUE;
}

static void
forget_articles (DramatisArticleList *self)
{
  GtkListBoxRow *row;

  if (self->articles != NULL)
    g_signal_handlers_disconnect_by_data (self->articles, self);
  g_clear_object (&self->articles);

  while (self->list != NULL && (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 1)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
}

static void
dramatis_article_list_dispose (GObject *object)
{
  DramatisArticleList *self = DRAMATIS_ARTICLE_LIST (object);
  GtkWidget *child;

  forget_articles (self);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  self->list = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dramatis_article_list_parent_class)->dispose (object);
}

static void
dramatis_article_list_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  DramatisArticleList *self = DRAMATIS_ARTICLE_LIST (object);

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
dramatis_article_list_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  DramatisArticleList *self = DRAMATIS_ARTICLE_LIST (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      dramatis_article_list_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_article_list_class_init (DramatisArticleListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dramatis_article_list_dispose;
  object_class->get_property = dramatis_article_list_get_property;
  object_class->set_property = dramatis_article_list_set_property;

  /**
   * DramatisArticleList:session:
   *
   * The session whose articles are listed.
   */
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, DRAMATIS_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * DramatisArticleList::chosen:
   * @self: the list
   *
   * Emitted when a person has chosen what is shown.
   */
  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ADW_TYPE_BUTTON_CONTENT);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_cb, "i", 1);
  /* what is in a popover keeps the keys from the window */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);

  gtk_widget_class_set_css_name (widget_class, "article-list");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/dramatis/Dramatis/ui/dramatis-article-list.ui");
  gtk_widget_class_bind_template_child (widget_class, DramatisArticleList, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
dramatis_article_list_init (DramatisArticleList *self)
{
  GtkDropTarget *target = gtk_drop_target_new (DRAMATIS_TYPE_ARTICLE, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_list_box_append (GTK_LIST_BOX (self->list), dramatis_article_row_new (NULL));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (target));
  self->session_signals = g_signal_group_new (DRAMATIS_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::article", G_CALLBACK (update_chosen), self);
}

/**
 * dramatis_article_list_new:
 *
 * Makes a list without a session.
 *
 * Returns: (transfer floating): a new list
 */
GtkWidget *
dramatis_article_list_new (void)
{
  return g_object_new (DRAMATIS_TYPE_ARTICLE_LIST, NULL);
}

/**
 * dramatis_article_list_get_session:
 * @self: a list of articles
 *
 * Gets the session whose articles are listed.
 *
 * Returns: (transfer none) (nullable): the session
 */
DramatisSession *
dramatis_article_list_get_session (DramatisArticleList *self)
{
  g_return_val_if_fail (DRAMATIS_IS_ARTICLE_LIST (self), NULL);

  return self->session;
}

/**
 * dramatis_article_list_set_session:
 * @self: a list of articles
 * @session: (nullable): a session
 *
 * Sets the session whose articles are listed.
 */
void
dramatis_article_list_set_session (DramatisArticleList *self,
                                   DramatisSession     *session)
{
  g_return_if_fail (DRAMATIS_IS_ARTICLE_LIST (self));
  g_return_if_fail (session == NULL || DRAMATIS_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  forget_articles (self);
  g_signal_group_set_target (self->session_signals, session);
  if (session != NULL)
    {
      self->articles = g_object_ref (dramatis_dossier_get_articles (dramatis_session_get_dossier (session)));
      g_signal_connect_object (self->articles, "items-changed", G_CALLBACK (articles_changed_cb), self,
                               G_CONNECT_SWAPPED);
      articles_changed_cb (self, 0, 0, g_list_model_get_n_items (self->articles));
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
