/* dramatis-application.c: the application
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-application.h"

#include <glib/gi18n-lib.h>

#include "dramatis-window.h"

#define APPLICATION_ID "org.dramatis.Dramatis"

/**
 * DramatisApplication:
 *
 * The application: opens files in windows of their own.
 */

struct _DramatisApplication
{
  AdwApplication  parent_instance;

  GSettings      *settings;
};

G_DEFINE_FINAL_TYPE (DramatisApplication, dramatis_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *accels[4];
} accels[] = {
  /* Keys that a text entry wants for itself, such as N or Ctrl+Z, are bound by the window's class instead:
   * there they come second. */
  { "app.quit",             { "<Control>q" } },
  { "win.open",             { "<Control>o" } },
  { "win.add-article",      { "<Control><Shift>o" } },
  { "win.save",             { "<Control>s" } },
  { "win.save-copy",        { "<Control><Shift>s" } },
  { "win.export",           { "<Control>e" } },
  { "win.find",             { "<Control>f" } },
  { "win.find-next",        { "<Control>g" } },
  { "win.find-previous",    { "<Control><Shift>g" } },
  { "win.show-actors",      { "F9" } },
  { "win.show-notes",       { "<Shift>F9" } },
  { "win.show-timeline",    { "<Control>F9" } },
  { "win.zoom-in",          { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { "win.zoom-out",         { "<Control>minus", "<Control>KP_Subtract" } },
  { "win.zoom-normal",      { "<Control>0", "<Control>KP_0" } },
  { "win.show-shortcuts",   { "<Control>question", "F1" } },
  { "window.close",         { "<Control>w" } },
};

/* The schema is not where GLib looks for it when the program runs from its build directory, or from a prefix
 * that is not among XDG_DATA_DIRS. */
static GSettings *
create_settings (void)
{
  static const char * const beside[] = { "../share/glib-2.0/schemas", "../../data" };
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);

  for (guint i = 0; schema == NULL && folder != NULL && i < G_N_ELEMENTS (beside); i++)
    {
      g_autofree char *path = g_build_filename (folder, beside[i], NULL);
      g_autoptr (GSettingsSchemaSource) other = g_settings_schema_source_new_from_directory (path, source, TRUE, NULL);

      if (other != NULL)
        schema = g_settings_schema_source_lookup (other, APPLICATION_ID, FALSE);
    }

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static DramatisWindow *
create_window (DramatisApplication *self)
{
  /* An empty window is there to be filled. */
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (DRAMATIS_IS_WINDOW (l->data) && dramatis_window_get_document (l->data) == NULL
          && !gtk_widget_get_mapped (l->data))
        return l->data;
    }

  return dramatis_window_new (self);
}

static void
open_example (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  DramatisApplication *self = user_data;
  DramatisWindow *window = create_window (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (DramatisDocument) document = dramatis_document_new_example (&error);

  if (document != NULL)
    dramatis_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  if (error != NULL)
    dramatis_window_show_error (window, _("The Example Can’t Be Opened"), error);
}

static void
open_recent (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  g_application_open (user_data, &file, 1, "");
}

static void
show_about (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  gtk_show_about_dialog (gtk_application_get_active_window (user_data),
                         "program-name", _("Dramatis"),
                         "logo-icon-name", APPLICATION_ID,
                         "version", DRAMATIS_VERSION,
                         "comments", _("Who acts and when: read articles with their actors, timeline and your notes"),
                         "copyright", _("Copyright 2026 The Dramatis authors"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         NULL);
}

static void
quit (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  /* Each window waits until its dossier is saved; the application ends with the last one. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static const GActionEntry actions[] = {
  { "about", show_about },
  { "open-example", open_example },
  { "open-recent", open_recent, "s" },
  { "quit", quit },
};

static void
dramatis_application_startup (GApplication *application)
{
  DramatisApplication *self = DRAMATIS_APPLICATION (application);

  G_APPLICATION_CLASS (dramatis_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action,
                                           (const char * const *) accels[i].accels);
}

static void
dramatis_application_activate (GApplication *application)
{
  DramatisApplication *self = DRAMATIS_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autofree char *last = NULL;

  if (window != NULL)
    {
      gtk_window_present (window);
      return;
    }

  last = g_settings_get_string (self->settings, "last-dossier");
  if (*last != '\0' && g_file_test (last, G_FILE_TEST_EXISTS))
    {
      g_autoptr (GFile) file = g_file_new_for_path (last);

      dramatis_window_open (create_window (self), file);
    }
  else
    {
      g_action_group_activate_action (G_ACTION_GROUP (self), "open-example", NULL);
    }
}

static DramatisWindow *
find_window (DramatisApplication *self,
             GFile               *file)
{
  const char *path = g_file_peek_path (file);

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      DramatisDocument *document = DRAMATIS_IS_WINDOW (l->data) ? dramatis_window_get_document (l->data) : NULL;

      if (document != NULL && path != NULL
          && g_strcmp0 (dramatis_document_get_path (document), path) == 0)
        return l->data;
    }

  return NULL;
}

static void
dramatis_application_open (GApplication  *application,
                           GFile        **files,
                           int            n_files,
                           const char    *hint)
{
  DramatisApplication *self = DRAMATIS_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      DramatisWindow *window = find_window (self, files[i]);

      if (window != NULL)
        gtk_window_present (GTK_WINDOW (window));
      else
        dramatis_window_open (create_window (self), files[i]);
    }
}

static int
dramatis_application_handle_local_options (GApplication *application,
                                           GVariantDict *options)
{
  DramatisApplication *self = DRAMATIS_APPLICATION (application);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("dramatis %s\n", DRAMATIS_VERSION);
      return 0;
    }

  if (!gtk_init_check ())
    {
      g_printerr ("dramatis: %s\n", _("there is no display to show a window on"));
      return 1;
    }

  self->settings = create_settings ();
  if (self->settings == NULL)
    {
      g_printerr ("dramatis: %s\n", _("the settings schema is not installed"));
      return 1;
    }

  return -1;
}

static void
dramatis_application_finalize (GObject *object)
{
  DramatisApplication *self = DRAMATIS_APPLICATION (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (dramatis_application_parent_class)->finalize (object);
}

static void
dramatis_application_class_init (DramatisApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = dramatis_application_finalize;
  application_class->startup = dramatis_application_startup;
  application_class->activate = dramatis_application_activate;
  application_class->open = dramatis_application_open;
  application_class->handle_local_options = dramatis_application_handle_local_options;
}

static void
dramatis_application_init (DramatisApplication *self)
{
  g_application_add_main_option (G_APPLICATION (self), "version", 0, 0, G_OPTION_ARG_NONE,
                                 _("Show the version and exit"), NULL);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
}

/**
 * dramatis_application_new:
 *
 * Makes the application.
 *
 * Returns: (transfer full): the application
 */
DramatisApplication *
dramatis_application_new (void)
{
  return g_object_new (DRAMATIS_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/org/dramatis/Dramatis",
                       NULL);
}

/**
 * dramatis_application_get_settings:
 * @self: the application
 *
 * Gets the settings.
 *
 * Returns: (transfer none): the settings
 */
GSettings *
dramatis_application_get_settings (DramatisApplication *self)
{
  g_return_val_if_fail (DRAMATIS_IS_APPLICATION (self), NULL);

  return self->settings;
}
