/* dramatis-compat.c: what differs between toolkits, and what they do too slowly or too early
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-compat.h"

/* The floor is GTK 4.8 with libadwaita 1.2. What replaced their dialogs came with GTK 4.10 and libadwaita 1.5, and
 * building against those must not name what they deprecate: hence two bodies for each call. */

static void
return_file (GTask  *task,
             GFile  *file,
             GError *error)
{
  GListStore *files;

  if (file == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  files = g_list_store_new (G_TYPE_FILE);
  g_list_store_append (files, file);
  g_task_return_pointer (task, files, g_object_unref);
}

#if GTK_CHECK_VERSION (4, 10, 0)

/* The dialog tells dismissal with an error of its own; callers are to know only one. */
static GError *
translate_error (GError *error)
{
  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
      || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    {
      error->domain = G_IO_ERROR;
      error->code = G_IO_ERROR_CANCELLED;
    }

  return error;
}

static void
file_opened_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  return_file (task, file, translate_error (error));
}

static void
file_saved_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  return_file (task, file, translate_error (error));
}

static void
files_opened_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GListModel *files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);

  if (files != NULL)
    g_task_return_pointer (task, files, g_object_unref);
  else
    g_task_return_error (task, translate_error (error));
}

static void
pick_file (GtkWindow                 *parent,
           const DramatisPickOptions *options,
           GTask                     *task)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (options->title != NULL)
    gtk_file_dialog_set_title (dialog, options->title);
  gtk_file_dialog_set_accept_label (dialog, options->accept_label);
  gtk_file_dialog_set_initial_name (dialog, options->initial_name);
  gtk_file_dialog_set_initial_folder (dialog, options->initial_folder);
  if (options->filters != NULL)
    {
      g_autoptr (GtkFileFilter) first = g_list_model_get_item (options->filters, 0);

      gtk_file_dialog_set_filters (dialog, options->filters);
      gtk_file_dialog_set_default_filter (dialog, first);
    }

  switch (options->mode)
    {
    case DRAMATIS_PICK_MODE_OPEN:
      gtk_file_dialog_open (dialog, parent, cancellable, file_opened_cb, task);
      break;
    case DRAMATIS_PICK_MODE_OPEN_MULTIPLE:
      gtk_file_dialog_open_multiple (dialog, parent, cancellable, files_opened_cb, task);
      break;
    case DRAMATIS_PICK_MODE_SAVE:
      gtk_file_dialog_save (dialog, parent, cancellable, file_saved_cb, task);
      break;
    default:
      g_assert_not_reached ();
    }
}

#else

static void
file_chooser_response_cb (GtkNativeDialog *dialog,
                          int              response,
                          GTask           *task)
{
  if (response != GTK_RESPONSE_ACCEPT)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Dismissed");
  else if (gtk_file_chooser_get_select_multiple (GTK_FILE_CHOOSER (dialog)))
    g_task_return_pointer (task, gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog)), g_object_unref);
  else
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      return_file (task, file, NULL);
    }

  gtk_native_dialog_destroy (dialog);
  g_object_unref (task);
}

static void
file_chooser_cancelled_cb (GtkNativeDialog *dialog)
{
  gtk_native_dialog_hide (dialog);
  g_signal_emit_by_name (dialog, "response", GTK_RESPONSE_CANCEL);
}

static void
pick_file (GtkWindow                 *parent,
           const DramatisPickOptions *options,
           GTask                     *task)
{
  gboolean save = options->mode == DRAMATIS_PICK_MODE_SAVE;
  GtkFileChooserNative *native;
  GtkFileChooser *chooser;

  native = gtk_file_chooser_native_new (options->title, parent,
                                        save ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN,
                                        options->accept_label, NULL);
  chooser = GTK_FILE_CHOOSER (native);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  gtk_file_chooser_set_select_multiple (chooser, options->mode == DRAMATIS_PICK_MODE_OPEN_MULTIPLE);
  if (options->initial_folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, options->initial_folder, NULL);
  if (save && options->initial_name != NULL)
    gtk_file_chooser_set_current_name (chooser, options->initial_name);
  for (guint i = 0; options->filters != NULL && i < g_list_model_get_n_items (options->filters); i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (options->filters, i);

      gtk_file_chooser_add_filter (chooser, filter);
      if (i == 0)
        gtk_file_chooser_set_filter (chooser, filter);
    }

  /* A native dialog belongs to nobody: the task keeps it. */
  g_task_set_task_data (task, native, g_object_unref);
  g_signal_connect (native, "response", G_CALLBACK (file_chooser_response_cb), task);
  if (g_task_get_cancellable (task) != NULL)
    g_signal_connect_object (g_task_get_cancellable (task), "cancelled",
                             G_CALLBACK (file_chooser_cancelled_cb), native, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

#endif

/**
 * dramatis_pick_file_async:
 * @parent: the window that asks
 * @options: what is asked
 * @cancellable: (nullable): a cancellable
 * @callback: called when a file has been picked, or none
 * @user_data: for @callback
 *
 * Lets a person pick files.
 */
void
dramatis_pick_file_async (GtkWindow                 *parent,
                          const DramatisPickOptions *options,
                          GCancellable              *cancellable,
                          GAsyncReadyCallback        callback,
                          gpointer                   user_data)
{
  GTask *task;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (options != NULL);

  task = g_task_new (parent, cancellable, callback, user_data);
  g_task_set_source_tag (task, dramatis_pick_file_async);
  pick_file (parent, options, task);
}

/**
 * dramatis_pick_files_finish:
 * @parent: the window that asked
 * @result: the result
 * @error: return location for an error
 *
 * Finishes [func@pick_file_async], for several files.
 *
 * Returns: (transfer full): a list of [iface@Gio.File], or %NULL with %G_IO_ERROR_CANCELLED if the person picked none
 */
GListModel *
dramatis_pick_files_finish (GtkWindow     *parent,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, parent), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * dramatis_pick_file_finish:
 * @parent: the window that asked
 * @result: the result
 * @error: return location for an error
 *
 * Finishes [func@pick_file_async], for one file.
 *
 * Returns: (transfer full): the file, or %NULL with %G_IO_ERROR_CANCELLED if the person picked none
 */
GFile *
dramatis_pick_file_finish (GtkWindow     *parent,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_autoptr (GListModel) files = dramatis_pick_files_finish (parent, result, error);

  return files != NULL ? g_list_model_get_item (files, 0) : NULL;
}

#if ADW_CHECK_VERSION (1, 5, 0)

static void
alert_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  g_task_return_pointer (task, (gpointer) g_intern_string (response), NULL);
}

static void
confirm (GtkWindow              *parent,
         const char             *heading,
         const char             *body,
         const DramatisResponse *responses,
         guint                   n_responses,
         GTask                  *task)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));

  for (guint i = 0; i < n_responses; i++)
    {
      adw_alert_dialog_add_response (dialog, responses[i].id, responses[i].label);
      adw_alert_dialog_set_response_appearance (dialog, responses[i].id, responses[i].appearance);
    }
  adw_alert_dialog_set_close_response (dialog, responses[0].id);
  adw_alert_dialog_set_default_response (dialog, responses[n_responses - 1].id);
  adw_alert_dialog_choose (dialog, GTK_WIDGET (parent), NULL, alert_chosen_cb, task);
}

#else

static void
message_responded_cb (AdwMessageDialog *dialog,
                      const char       *response,
                      GTask            *task)
{
  g_task_set_task_data (task, (gpointer) g_intern_string (response), NULL);
}

/* The parent may go first, and takes the dialog along without an answer. */
static void
message_destroyed_cb (AdwMessageDialog *dialog,
                      GTask            *task)
{
  const char *response = g_task_get_task_data (task);

  if (response == NULL)
    response = g_intern_string (adw_message_dialog_get_close_response (dialog));
  g_task_return_pointer (task, (gpointer) response, NULL);
  g_object_unref (task);
}

static void
confirm (GtkWindow              *parent,
         const char             *heading,
         const char             *body,
         const DramatisResponse *responses,
         guint                   n_responses,
         GTask                  *task)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));

  for (guint i = 0; i < n_responses; i++)
    {
      adw_message_dialog_add_response (dialog, responses[i].id, responses[i].label);
      adw_message_dialog_set_response_appearance (dialog, responses[i].id, responses[i].appearance);
    }
  adw_message_dialog_set_close_response (dialog, responses[0].id);
  adw_message_dialog_set_default_response (dialog, responses[n_responses - 1].id);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (message_responded_cb), task);
  g_signal_connect (dialog, "destroy", G_CALLBACK (message_destroyed_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

#endif

/**
 * dramatis_confirm_async:
 * @parent: the window that asks
 * @heading: the question
 * @body: (nullable): what it means
 * @responses: (array length=n_responses): the answers: Esc gives the first, Enter the last
 * @n_responses: their number, at least one
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Asks a person a question.
 */
void
dramatis_confirm_async (GtkWindow              *parent,
                        const char             *heading,
                        const char             *body,
                        const DramatisResponse *responses,
                        guint                   n_responses,
                        GAsyncReadyCallback     callback,
                        gpointer                user_data)
{
  GTask *task;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (n_responses > 0);

  task = g_task_new (parent, NULL, callback, user_data);
  g_task_set_source_tag (task, dramatis_confirm_async);
  confirm (parent, heading, body, responses, n_responses, task);
}

/**
 * dramatis_confirm_finish:
 * @parent: the window that asked
 * @result: the result
 *
 * Finishes [func@confirm_async].
 *
 * Returns: (transfer none): the id of the answer
 */
const char *
dramatis_confirm_finish (GtkWindow    *parent,
                         GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, parent), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/**
 * dramatis_widget_get_colour:
 * @widget: a widget
 * @colour: (out): the colour of its text
 *
 * Gets the colour that the style gives to what a widget draws.
 */
void
dramatis_widget_get_colour (GtkWidget *widget,
                            GdkRGBA   *colour)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

#if GTK_CHECK_VERSION (4, 10, 0)
  gtk_widget_get_color (widget, colour);
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), colour);
#endif
}

static gboolean
query_tooltip_cb (GtkWidget  *widget,
                  int         x,
                  int         y,
                  gboolean    keyboard_mode,
                  GtkTooltip *tooltip,
                  gpointer    user_data)
{
  const char *text = g_object_get_data (G_OBJECT (widget), "dramatis-tooltip");

  gtk_tooltip_set_text (tooltip, text);

  return text != NULL;
}

/**
 * dramatis_widget_set_tooltip:
 * @widget: a widget
 * @text: (nullable): what its tooltip says
 *
 * Sets a tooltip on one of many widgets.
 *
 * [method@Gtk.Widget.set_tooltip_text] asks the display each time where the pointer is, and waits for the answer: with
 * 200 rows of a list that alone takes longer than a frame.
 */
void
dramatis_widget_set_tooltip (GtkWidget  *widget,
                             const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (!gtk_widget_get_has_tooltip (widget))
    {
      gtk_widget_set_has_tooltip (widget, TRUE);
      g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
    }
  g_object_set_data_full (G_OBJECT (widget), "dramatis-tooltip", g_strdup (text), g_free);
}

typedef struct
{
  void   (*callback) (GtkWidget *widget);
  guint   *tick;
  guint    n_frames;
} Later;

static gboolean
later_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  Later *later = user_data;

  if (later->n_frames-- > 0)
    return G_SOURCE_CONTINUE;

  *later->tick = 0;
  later->callback (widget);

  return G_SOURCE_REMOVE;
}

/**
 * dramatis_widget_call_later:
 * @widget: a widget
 * @tick: (inout): which tick callback of the widget this is, in its own memory; 0 for none
 * @n_frames: how many frames begin before that one
 * @callback: what is called
 *
 * Calls a function in a frame that has not begun, once however often it is asked for until then: the first frames are
 * those of what a person looks at.
 */
void
dramatis_widget_call_later (GtkWidget  *widget,
                            guint      *tick,
                            guint       n_frames,
                            void      (*callback) (GtkWidget *widget))
{
  Later *later;

  if (*tick != 0)
    return;

  later = g_new0 (Later, 1);
  later->callback = callback;
  later->tick = tick;
  later->n_frames = n_frames;
  *tick = gtk_widget_add_tick_callback (widget, later_cb, later, g_free);
}
