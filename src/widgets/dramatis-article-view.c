/* dramatis-article-view.c: the article, to be read
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-article-view-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "dramatis-article-status.h"

/**
 * DramatisArticleView:
 *
 * The articles of a session as text to be read, with actors, dates and notes marked in it.
 *
 * It shows the passages that pass the filter; a fold stands for those between that do not, and shows them at a
 * click, until the filter changes. Goes into a [class@Gtk.ScrolledWindow]. What is being read stays where it is
 * when the filter, the width, the font or the dossier change.
 *
 * No more rows exist than can be seen, with a page above and below; only in a short article every passage has one.
 * [class@Gtk.ListView] always binds 200, too slow for rows of several lines, and on GTK 4.8 it moves what is read
 * when heights differ.
 *
 * # CSS nodes
 *
 * `article-view` has `article-header`, `passage` and `button.fold` children.
 *
 * # Accessibility
 *
 * A `LIST` with the name "Article". Its `LIST_ITEM`s are the passages that are shown.
 *
 * # Shortcuts
 *
 * Up and Down go from row to row, over titles too. In a row, Left and Right go from mention to mention, Return filters by its actor,
 * Space shows the actor's card, Menu or Shift+F10 what can be done. Shift with arrows, Page Up, Page Down, Home and
 * End marks text, also across passages, by word, passage or to the ends of all with Ctrl too; Ctrl+A marks all that is shown, Ctrl+C copies.
 * Page Up, Page Down, Home, End and Space scroll.
 */

enum
{
  PROP_0,
  PROP_FONT_SCALE,
  PROP_SESSION,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_HSCROLL_POLICY,
  PROP_VADJUSTMENT,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (DramatisArticleView, dramatis_article_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/**
 * dramatis_article_view_update_status:
 * @self: an article view
 *
 * Says why there is nothing to read, if so.
 */
void
dramatis_article_view_update_status (DramatisArticleView *self)
{
  gboolean empty = self->session != NULL
                   && dramatis_session_get_matches (self->session)->len == 0
                   && !dramatis_filter_is_empty (dramatis_session_get_filter (self->session));

  if (empty)
    {
      g_autofree char *reason = dramatis_article_status_describe (self->session);

      adw_status_page_set_description (ADW_STATUS_PAGE (self->status), reason);
      adw_status_page_set_child (ADW_STATUS_PAGE (self->status), dramatis_article_status_create_buttons (self->session));
    }
  gtk_widget_set_visible (self->status, empty);
}

static void
index_changed_cb (DramatisArticleView *self)
{
  dramatis_article_view_queue_rebuild (self);
  dramatis_article_view_queue_rebind (self);
}

static void
article_changed_cb (DramatisArticleView *self)
{
  guint first, n_passages;

  dramatis_session_get_scope (self->session, &first, &n_passages);
  dramatis_article_view_hold (self, DRAMATIS_ARTICLE_ITEM_HEADER, first, 0);
  dramatis_article_view_queue_rebuild (self);
}

static void
filter_changed_cb (DramatisArticleView *self)
{
  dramatis_article_items_close_all (self->items);
  dramatis_article_view_queue_rebuild (self);
}

static void
update_marks (DramatisArticleView *self)
{
  dramatis_article_view_foreach_row (self, dramatis_passage_row_update_marks);
}

static void
queue_draw_rows (DramatisArticleView *self)
{
  dramatis_article_view_foreach_row (self, (void (*) (DramatisPassageRow *)) gtk_widget_queue_draw);
}

static void
show_hidden (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DramatisArticleView *self = DRAMATIS_ARTICLE_VIEW (widget);
  guint position, n_passages;

  g_variant_get (parameter, "(uu)", &position, &n_passages);
  dramatis_article_items_open (self->items, position, n_passages);
  dramatis_article_view_queue_rebuild (self);
}

static void
dramatis_article_view_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  DramatisArticleView *self = DRAMATIS_ARTICLE_VIEW (widget);

  *minimum = 0;
  *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 240;
      *natural = MAX (*minimum, self->row_width);
    }

  if (gtk_widget_get_visible (self->status))
    {
      int status_minimum, status_natural;

      gtk_widget_measure (self->status, orientation, for_size, &status_minimum, &status_natural, NULL, NULL);
      *minimum = MAX (*minimum, status_minimum);
      *natural = MAX (*natural, status_natural);
    }
}

static void
dramatis_article_view_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  DramatisArticleView *self = DRAMATIS_ARTICLE_VIEW (widget);

  dramatis_article_view_flush (self);
  dramatis_article_view_layout (self, width, height);
  if (gtk_widget_get_visible (self->status))
    gtk_widget_size_allocate (self->status, &(GtkAllocation) { 0, 0, width, height }, -1);
  dramatis_article_view_place_bar (self, width, height);
  dramatis_article_view_present (self);
  if (self->hadjustment != NULL)
    gtk_adjustment_configure (self->hadjustment, 0, 0, width, 1, width, width);
}

static gboolean
dramatis_article_view_focus (GtkWidget        *widget,
                             GtkDirectionType  direction)
{
  DramatisArticleView *self = DRAMATIS_ARTICLE_VIEW (widget);

  return dramatis_article_view_move_focus (self, direction);
}

/* The view itself has no use for the keyboard, its rows have. */
static gboolean
dramatis_article_view_grab_focus (GtkWidget *widget)
{
  return dramatis_article_view_move_focus (DRAMATIS_ARTICLE_VIEW (widget), GTK_DIR_TAB_FORWARD);
}

static void
dramatis_article_view_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  DramatisArticleView *self = DRAMATIS_ARTICLE_VIEW (object);

  switch (prop_id)
    {
    case PROP_FONT_SCALE:
      g_value_set_double (value, self->font_scale);
      break;
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_article_view_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  DramatisArticleView *self = DRAMATIS_ARTICLE_VIEW (object);

  switch (prop_id)
    {
    case PROP_FONT_SCALE:
      dramatis_article_view_set_font_scale (self, g_value_get_double (value));
      break;
    case PROP_SESSION:
      dramatis_article_view_set_session (self, g_value_get_object (value));
      break;
    case PROP_HADJUSTMENT:
      if (g_set_object (&self->hadjustment, g_value_get_object (value)))
        gtk_widget_queue_allocate (GTK_WIDGET (self));
      break;
    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = g_value_get_enum (value);
      break;
    case PROP_VADJUSTMENT:
      dramatis_article_view_set_vadjustment (self, g_value_get_object (value));
      break;
    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_article_view_dispose (GObject *object)
{
  DramatisArticleView *self = DRAMATIS_ARTICLE_VIEW (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->filter_signals);
  if (self->vadjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->vadjustment, self);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);
  g_clear_object (&self->session);
  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  dramatis_article_view_dispose_pointer (self);
  dramatis_article_view_dispose_rows (self);

  G_OBJECT_CLASS (dramatis_article_view_parent_class)->dispose (object);
}

static void
dramatis_article_view_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  int height = gtk_widget_get_height (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t bounds;

      if (gtk_widget_compute_bounds (child, widget, &bounds)
          && (bounds.origin.y >= height || bounds.origin.y + bounds.size.height <= 0))
        continue;
      gtk_widget_snapshot_child (widget, child, snapshot);
    }
}

static void
dramatis_article_view_class_init (DramatisArticleViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dramatis_article_view_get_property;
  object_class->set_property = dramatis_article_view_set_property;
  object_class->dispose = dramatis_article_view_dispose;

  widget_class->focus = dramatis_article_view_focus;
  widget_class->grab_focus = dramatis_article_view_grab_focus;
  widget_class->measure = dramatis_article_view_measure;
  widget_class->size_allocate = dramatis_article_view_size_allocate;
  widget_class->snapshot = dramatis_article_view_snapshot;

  /**
   * DramatisArticleView:font-scale:
   *
   * By how much the text is larger than the font of the style sheet.
   */
  properties[PROP_FONT_SCALE] =
    g_param_spec_double ("font-scale", NULL, NULL, 0.5, 4, 1,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * DramatisArticleView:session:
   *
   * The session whose articles are shown.
   */
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, DRAMATIS_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  dramatis_article_view_install_mentions (widget_class);
  gtk_widget_class_install_action (widget_class, "article.show-hidden", "(uu)", show_hidden);
  dramatis_article_view_install_keys (widget_class);
  dramatis_article_view_install_scroll (widget_class);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_widget_class_set_css_name (widget_class, "article-view");
}

static GtkWidget *
create_status (void)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "edit-find-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _("No Passages Found"));
  gtk_widget_add_css_class (status, "compact");
  gtk_widget_set_visible (status, FALSE);

  return status;
}

static void
dramatis_article_view_init (DramatisArticleView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->font_scale = 1;
  self->marked_x = -1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Article"), -1);

  dramatis_article_view_init_rows (self);
  self->status = create_status ();
  gtk_widget_set_parent (self->status, GTK_WIDGET (self));
  dramatis_article_view_init_text (self);
  dramatis_article_view_init_pointer (self);
  dramatis_article_view_init_drag (self);

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (queue_draw_rows), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (queue_draw_rows), self, G_CONNECT_SWAPPED);

  self->session_signals = g_signal_group_new (DRAMATIS_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::article", G_CALLBACK (article_changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::dimming",
                                  G_CALLBACK (dramatis_article_view_queue_rebuild), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::event", G_CALLBACK (update_marks), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::index", G_CALLBACK (index_changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::marked",
                                  G_CALLBACK (dramatis_article_view_adopt_marked), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::matches",
                                  G_CALLBACK (dramatis_article_view_queue_rebuild), self);
  g_signal_group_connect_swapped (self->session_signals, "find-changed", G_CALLBACK (update_marks), self);
  g_signal_group_connect_swapped (self->session_signals, "reveal", G_CALLBACK (dramatis_article_view_reveal), self);

  self->filter_signals = g_signal_group_new (DRAMATIS_TYPE_FILTER);
  g_signal_group_connect_swapped (self->filter_signals, "changed", G_CALLBACK (filter_changed_cb), self);
}

/**
 * dramatis_article_view_new:
 * @session: (nullable): a session
 *
 * Makes a view of the articles of a session.
 *
 * Returns: (transfer floating): a new view
 */
GtkWidget *
dramatis_article_view_new (DramatisSession *session)
{
  return g_object_new (DRAMATIS_TYPE_ARTICLE_VIEW, "session", session, NULL);
}

/**
 * dramatis_article_view_get_session:
 * @self: an article view
 *
 * Gets the session.
 *
 * Returns: (transfer none) (nullable): the session
 */
DramatisSession *
dramatis_article_view_get_session (DramatisArticleView *self)
{
  g_return_val_if_fail (DRAMATIS_IS_ARTICLE_VIEW (self), NULL);

  return self->session;
}

/**
 * dramatis_article_view_set_font_scale:
 * @self: an article view
 * @font_scale: a factor, from 0.5 to 4
 *
 * Sets the text larger or smaller than the font of the style sheet.
 */
void
dramatis_article_view_set_font_scale (DramatisArticleView *self,
                                      double               font_scale)
{
  g_return_if_fail (DRAMATIS_IS_ARTICLE_VIEW (self));

  font_scale = CLAMP (font_scale, 0.5, 4);
  if (font_scale == self->font_scale)
    return;

  self->font_scale = font_scale;
  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  if (font_scale != 1)
    {
      self->attributes = pango_attr_list_new ();
      pango_attr_list_insert (self->attributes, pango_attr_scale_new (font_scale));
    }
  dramatis_article_items_forget_heights (self->items);
  dramatis_article_view_queue_rebind (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FONT_SCALE]);
}

/**
 * dramatis_article_view_set_session:
 * @self: an article view
 * @session: (nullable): a session
 *
 * Shows the articles of a session.
 */
void
dramatis_article_view_set_session (DramatisArticleView *self,
                                   DramatisSession     *session)
{
  g_return_if_fail (DRAMATIS_IS_ARTICLE_VIEW (self));

  if (session == self->session)
    return;

  dramatis_article_view_hide_card (self);
  dramatis_article_view_remove_rows (self);
  self->marked_bound = self->marked_caret = (DramatisTextPlace) { 0 };
  gtk_widget_set_visible (self->marked_bar, FALSE);
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->filter_signals, session != NULL ? dramatis_session_get_filter (session) : NULL);
  if (session != NULL)
    index_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
