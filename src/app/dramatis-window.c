/* dramatis-window.c: a window with a dossier
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-window-private.h"

#include <glib/gi18n-lib.h>

#include "dramatis-suggester.h"

/**
 * DramatisWindow:
 *
 * A window with a dossier: the article, its actors, its timeline and the notes under one filter.
 *
 * The window makes a [class@Session] for its [class@Document], hands it to the views and holds the actions that
 * go beyond one view. A window too narrow for panels beside the article shows one of them at a time.
 */

G_DEFINE_FINAL_TYPE (DramatisWindow, dramatis_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_0,
  PROP_PANEL_SESSION,
  PROP_SESSION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Width */

/* Like the “sp” of libadwaita's breakpoints the limit grows with the text. */
static gboolean
is_narrow (DramatisWindow *self,
           int             width)
{
  int dpi;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);

  return width < DRAMATIS_WINDOW_NARROW * (dpi > 0 ? dpi / (96.0 * 1024) : 1);
}

static gboolean
update_narrow_cb (gpointer user_data)
{
  DramatisWindow *self = user_data;
  gboolean narrow = is_narrow (self, gtk_widget_get_width (GTK_WIDGET (self)));

  if (narrow != self->narrow)
    {
      self->narrow = narrow;
      self->narrow_panel = NULL;
      dramatis_window_update_panels (self);
    }

  return G_SOURCE_REMOVE;
}

static void
dramatis_window_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  DramatisWindow *self = DRAMATIS_WINDOW (widget);

  GTK_WIDGET_CLASS (dramatis_window_parent_class)->size_allocate (widget, width, height, baseline);

  /* Visibility must not change while sizes are being given out. */
  if (is_narrow (self, width) != self->narrow)
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_narrow_cb, g_object_ref (self), g_object_unref);
}

/* Title */

static void
update_title (DramatisWindow *self)
{
  const char *title = _("Dramatis");
  g_autofree char *subtitle = NULL;

  if (self->session != NULL)
    {
      DramatisDossier *dossier = dramatis_session_get_dossier (self->session);
      DramatisArticle *article = dramatis_session_get_article (self->session);
      guint n_articles = g_list_model_get_n_items (dramatis_dossier_get_articles (dossier));

      title = dramatis_dossier_get_title (dossier);
      if (*title == '\0')
        title = _("Untitled Dossier");
      if (article != NULL)
        subtitle = g_strdup (dramatis_article_get_title (article));
      else if (n_articles > 1)
        subtitle = g_strdup_printf (ngettext ("%u article", "%u articles", n_articles), n_articles);
    }

  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle != NULL ? subtitle : "");
  gtk_widget_set_sensitive (self->articles_button, self->session != NULL);
}

/* "Undo Add Note" says what it would undo */
static void
update_edit_section (DramatisWindow *self)
{
  DramatisHistory *history = NULL;
  const char *undone = NULL;
  const char *redone = NULL;
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  if (self->session != NULL)
    {
      history = dramatis_dossier_get_history (dramatis_session_get_dossier (self->session));
      undone = dramatis_history_get_undo_label (history);
      redone = dramatis_history_get_redo_label (history);
    }

  /* Translators: %s is what would be undone: "Undo: Add Note" */
  undo = undone != NULL ? g_strdup_printf (_("_Undo: %s"), undone) : g_strdup (_("_Undo"));
  /* Translators: %s is what would be done again: "Redo: Add Note" */
  redo = redone != NULL ? g_strdup_printf (_("_Redo: %s"), redone) : g_strdup (_("_Redo"));

  g_menu_remove_all (self->edit_section);
  g_menu_append (self->edit_section, undo, "win.undo");
  g_menu_append (self->edit_section, redo, "win.redo");
  dramatis_window_update_actions (self);
}

static void
update_banner (DramatisWindow *self)
{
  const char *failure = self->document != NULL ? dramatis_document_get_failure (self->document) : NULL;

  if (failure != NULL)
    gtk_label_set_label (self->banner_label, failure);
  gtk_revealer_set_reveal_child (self->banner, failure != NULL);
}

static void
path_changed_cb (DramatisWindow *self)
{
  const char *path = dramatis_document_get_path (self->document);
  g_autofree char *uri = NULL;

  if (path == NULL)
    return;

  g_settings_set_string (self->settings, "last-dossier", path);
  uri = g_filename_to_uri (path, NULL, NULL);
  if (uri != NULL)
    gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
}

static void
update_recent (DramatisWindow *self)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  g_autoptr (GMenu) menu = g_menu_new ();
  GList *items = gtk_recent_manager_get_items (manager);
  guint n_items = 0;

  for (GList *l = items; l != NULL && n_items < 10; l = l->next)
    {
      GtkRecentInfo *info = l->data;

      if (gtk_recent_info_has_application (info, "dramatis") && gtk_recent_info_exists (info))
        {
          g_autoptr (GMenuItem) item = g_menu_item_new (gtk_recent_info_get_display_name (info), NULL);

          g_menu_item_set_action_and_target (item, "app.open-recent", "s", gtk_recent_info_get_uri (info));
          g_menu_append_item (menu, item);
          n_items++;
        }
    }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);

  if (n_items == 0)
    g_menu_append (menu, _("No Recent Files"), "win.no-recent-files");
  adw_split_button_set_menu_model (self->open_button, G_MENU_MODEL (menu));
}

/* Opening */

void
dramatis_window_toast (DramatisWindow *self,
                       const char     *text)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

/* In the window and not over it: it is all that there is to see. */
static void
show_failure (DramatisWindow *self,
              gpointer        file,
              const GError   *error)
{
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : g_strdup (_("The text"));
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);
  /* Translators: %s is the name of a file */
  g_autofree char *title = g_strdup_printf (_("%s Can’t Be Opened"), shown);
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);

  adw_status_page_set_title (self->failed_page, escaped_title);
  adw_status_page_set_description (self->failed_page, escaped);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (DramatisWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DramatisDocument) document = dramatis_document_open_finish (result, &error);

  gtk_spinner_stop (self->spinner);
  if (document != NULL)
    dramatis_window_set_document (self, document);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  else
    show_failure (self, source, error);

  gtk_window_present (GTK_WINDOW (self));
}

static gboolean
present_cb (gpointer user_data)
{
  DramatisWindow *self = user_data;

  if (self->document == NULL)
    gtk_window_present (GTK_WINDOW (self));

  return G_SOURCE_REMOVE;
}

static void
start_loading (DramatisWindow *self)
{
  gtk_stack_set_visible_child_name (self->stack, "loading");
  gtk_spinner_start (self->spinner);

  /* In milliseconds: what opens faster than this shall not flash by, empty, first. */
  g_timeout_add_full (G_PRIORITY_DEFAULT, 250, present_cb, g_object_ref (self), g_object_unref);
}

/**
 * dramatis_window_open:
 * @self: a window without a document
 * @file: a dossier or a text
 *
 * Opens a file and presents the window.
 */
void
dramatis_window_open (DramatisWindow *self,
                      GFile          *file)
{
  g_return_if_fail (DRAMATIS_IS_WINDOW (self));

  start_loading (self);
  dramatis_document_open_async (file, self->cancellable, opened_cb, g_object_ref (self));
}

void
dramatis_window_open_text (DramatisWindow *self,
                           const char     *text)
{
  g_return_if_fail (DRAMATIS_IS_WINDOW (self));

  start_loading (self);
  dramatis_document_open_text_async (text, self->cancellable, opened_cb, g_object_ref (self));
}

static gboolean
file_dropped_cb (DramatisWindow *self,
                 const GValue   *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *l = files; l != NULL; l = l->next)
    {
      GFile *file = l->data;

      g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), &file, 1, "");
    }

  return files != NULL;
}

static void
resolved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  /* It can only have been cancelled, with the window. */
  dramatis_suggester_resolve_finish (DRAMATIS_DOSSIER (source), result, NULL);
}

/* Nearly every time hangs on when the article was published. */
void
dramatis_window_resolve (DramatisWindow  *self,
                         DramatisArticle *article)
{
  dramatis_suggester_resolve_async (dramatis_session_get_dossier (self->session), article, self->cancellable,
                                    resolved_cb, NULL);
}

/* Closing */

static void
flushed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (DramatisWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  /* What could not be written is shown by the banner, and the window stays. */
  if (!dramatis_document_flush_finish (DRAMATIS_DOCUMENT (source), result, &error))
    {
      update_banner (self);
      return;
    }

  self->flushed = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
dramatis_window_close_request (GtkWindow *window)
{
  DramatisWindow *self = DRAMATIS_WINDOW (window);

  if (self->document != NULL && !self->flushed)
    {
      /* A note that is still being written is one of the things to save. */
      gtk_window_set_focus (window, NULL);
      dramatis_document_flush_async (self->document, NULL, flushed_cb, g_object_ref (self));
      return TRUE;
    }

  dramatis_window_save_sizes (self);
  dramatis_window_save_place (self);

  return GTK_WINDOW_CLASS (dramatis_window_parent_class)->close_request (window);
}

static void
dramatis_window_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  DramatisWindow *self = DRAMATIS_WINDOW (object);

  switch (prop_id)
    {
    case PROP_PANEL_SESSION:
      g_value_set_object (value, self->painted_clock == NULL ? self->session : NULL);
      break;
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_window_dispose (GObject *object)
{
  DramatisWindow *self = DRAMATIS_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->document_signals);
  g_clear_object (&self->painted_clock);
  g_clear_object (&self->session);
  g_clear_object (&self->document);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (dramatis_window_parent_class)->dispose (object);
}

static void
dramatis_window_class_init (DramatisWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = dramatis_window_dispose;
  object_class->get_property = dramatis_window_get_property;
  widget_class->size_allocate = dramatis_window_size_allocate;
  window_class->close_request = dramatis_window_close_request;

  /**
   * DramatisWindow:panel-session:
   *
   * The session, as soon as the article has been painted once: the panels around it come in the next frame.
   */
  properties[PROP_PANEL_SESSION] =
    g_param_spec_object ("panel-session", NULL, NULL, DRAMATIS_TYPE_SESSION,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DramatisWindow:session:
   *
   * What the window shows; the views are bound to it in the template.
   */
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, DRAMATIS_TYPE_SESSION,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (DRAMATIS_TYPE_ACTOR_PANEL);
  g_type_ensure (DRAMATIS_TYPE_ARTICLE_DETAILS);
  g_type_ensure (DRAMATIS_TYPE_ARTICLE_LIST);
  g_type_ensure (DRAMATIS_TYPE_ARTICLE_VIEW);
  g_type_ensure (DRAMATIS_TYPE_FILTER_BAR);
  g_type_ensure (DRAMATIS_TYPE_FIND_BAR);
  g_type_ensure (DRAMATIS_TYPE_NOTE_PANEL);
  g_type_ensure (DRAMATIS_TYPE_SCROLL_MARKS);
  g_type_ensure (DRAMATIS_TYPE_TIMELINE_PANEL);
  g_type_ensure (GDK_TYPE_FILE_LIST);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/dramatis/Dramatis/ui/dramatis-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DramatisWindow, actor_panel);
  gtk_widget_class_bind_template_child (widget_class, DramatisWindow, actors_paned);
  gtk_widget_class_bind_template_child (widget_class, DramatisWindow, article_box);
  gtk_widget_class_bind_template_child (widget_class, DramatisWindow, article_details);
  gtk_widget_class_bind_template_child (widget_class, DramatisWindow, article_list);
  gtk_widget_class_bind_template_child (widget_class, DramatisWindow, article_view);
  gtk_widget_class_bind_template_child (widget_class, DramatisWindow, articles_button);
  gtk_widget_class_bind_template_child (widget_class, DramatisWindow, articles_popover);
  gtk_widget_class_bind_template_child (widget_class, DramatisWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, DramatisWindow, banner_label);
  gtk_widget_class_bind_template_child (widget_class, DramatisWindow, edit_section);
  gtk_widget_class_bind_template_child (widget_class, DramatisWindow, failed_page);
  gtk_widget_class_bind_template_child (widget_class, DramatisWindow, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, DramatisWindow, find_bar);
  gtk_widget_class_bind_template_child (widget_class, DramatisWindow, note_button);
  gtk_widget_class_bind_template_child (widget_class, DramatisWindow, note_panel);
  gtk_widget_class_bind_template_child (widget_class, DramatisWindow, notes_paned);
  gtk_widget_class_bind_template_child (widget_class, DramatisWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, DramatisWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, DramatisWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DramatisWindow, timeline_paned);
  gtk_widget_class_bind_template_child (widget_class, DramatisWindow, timeline_panel);
  gtk_widget_class_bind_template_child (widget_class, DramatisWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, DramatisWindow, window_title);
  gtk_widget_class_bind_template_callback (widget_class, dramatis_window_resolve);
  gtk_widget_class_bind_template_callback (widget_class, file_dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, dramatis_window_place_panes);

  dramatis_window_class_install_actions (klass);
}

static void
dramatis_window_init (DramatisWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dramatis_window_init_panels (self);
  self->cancellable = g_cancellable_new ();

  self->session_signals = g_signal_group_new (DRAMATIS_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::article", G_CALLBACK (update_title), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::index", G_CALLBACK (update_title), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::active-note",
                                  G_CALLBACK (dramatis_window_update_actions), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::marked",
                                  G_CALLBACK (dramatis_window_update_actions), self);

  self->history_signals = g_signal_group_new (DRAMATIS_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "changed", G_CALLBACK (update_edit_section), self);

  self->document_signals = g_signal_group_new (DRAMATIS_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->document_signals, "notify::failure", G_CALLBACK (update_banner), self);
  g_signal_group_connect_swapped (self->document_signals, "notify::path", G_CALLBACK (path_changed_cb), self);
}

/**
 * dramatis_window_new:
 * @application: the application
 *
 * Makes an empty window.
 *
 * Returns: (transfer none): a new window
 */
DramatisWindow *
dramatis_window_new (DramatisApplication *application)
{
  DramatisWindow *self = g_object_new (DRAMATIS_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (dramatis_application_get_settings (application));
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));

  dramatis_window_request_sizes (self);
  g_settings_bind (self->settings, "article-font-scale", self->article_view, "font-scale", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "timeline-lanes", dramatis_timeline_panel_get_timeline (self->timeline_panel), "lanes",
                   G_SETTINGS_BIND_DEFAULT);
  dramatis_window_update_panels (self);
  update_recent (self);
  update_title (self);
  update_edit_section (self);

  return self;
}

/**
 * dramatis_window_get_document:
 * @self: a window
 *
 * Gets what is open in the window.
 *
 * Returns: (transfer none) (nullable): the document
 */
DramatisDocument *
dramatis_window_get_document (DramatisWindow *self)
{
  g_return_val_if_fail (DRAMATIS_IS_WINDOW (self), NULL);

  return self->document;
}

static void
painted_cb (GdkFrameClock  *clock,
            DramatisWindow *self)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  g_clear_object (&self->painted_clock);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PANEL_SESSION]);
}

/* The text is what a person waits for: see :panel-session. */
static void
wait_for_paint (DramatisWindow *self)
{
  if (self->painted_clock != NULL)
    return;

  gtk_widget_realize (GTK_WIDGET (self));
  self->painted_clock = g_object_ref (gtk_widget_get_frame_clock (GTK_WIDGET (self)));
  g_signal_connect_object (self->painted_clock, "after-paint", G_CALLBACK (painted_cb), self, 0);
}

/**
 * dramatis_window_set_document:
 * @self: a window
 * @document: (nullable) (transfer none): a document
 *
 * Shows a document.
 */
void
dramatis_window_set_document (DramatisWindow   *self,
                              DramatisDocument *document)
{
  DramatisDossier *dossier = NULL;

  g_return_if_fail (DRAMATIS_IS_WINDOW (self));

  if (!g_set_object (&self->document, document))
    return;

  g_clear_object (&self->session);
  wait_for_paint (self);
  if (document != NULL)
    {
      dossier = dramatis_document_get_dossier (document);
      self->session = dramatis_session_new (dossier);
    }

  g_signal_group_set_target (self->document_signals, document);
  g_signal_group_set_target (self->history_signals,
                             dossier != NULL ? dramatis_dossier_get_history (dossier) : NULL);
  g_signal_group_set_target (self->session_signals, self->session);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PANEL_SESSION]);

  gtk_stack_set_visible_child_name (self->stack, document != NULL ? "dossier" : "empty");
  update_title (self);
  update_edit_section (self);
  update_banner (self);
  if (document == NULL)
    return;

  dramatis_window_restore_place (self);
  path_changed_cb (self);
  if (dramatis_document_get_imported (document) != NULL)
    dramatis_article_details_ask (self->article_details, dramatis_document_get_imported (document));
  if (dramatis_document_get_left_out (document) != NULL && *dramatis_document_get_left_out (document) != '\0')
    {
      /* Translators: %s is a line of the page around an imported article, such as "Leave a comment" */
      g_autofree char *text = g_strdup_printf (_("Left out: %s"), dramatis_document_get_left_out (document));

      dramatis_window_toast (self, g_strdelimit (text, "\n", ' '));
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->article_view));
}
