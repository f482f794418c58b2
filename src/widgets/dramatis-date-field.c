/* dramatis-date-field.c: a date in a field of text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-date-field.h"

#include <glib/gi18n-lib.h>

/**
 * dramatis_date_field_set:
 * @field: an entry
 * @time: (nullable): a time
 *
 * Writes a time into an entry: in words if they mean the same, else as EDTF.
 */
void
dramatis_date_field_set (GtkEditable  *field,
                         DramatisTime *time)
{
  g_autofree char *words = NULL;
  g_autoptr (DramatisTime) again = NULL;

  g_return_if_fail (GTK_IS_EDITABLE (field));

  if (time == NULL)
    {
      gtk_editable_set_text (field, "");
      return;
    }

  words = dramatis_time_to_text (time);
  again = dramatis_time_new_from_words (words, NULL);
  if (again != NULL && dramatis_time_equal (again, time))
    gtk_editable_set_text (field, words);
  else
    gtk_editable_set_text (field, dramatis_time_get_edtf (time));
}

/**
 * dramatis_date_field_read:
 * @field: an entry
 * @meaning: a label that is to say what the date means
 * @empty: what it says of an empty entry, translated
 * @time: (out) (nullable) (transfer full): the time, %NULL where there is none
 *
 * Reads the time in an entry, and says in a label what it means or how to write it.
 *
 * Returns: whether the entry is empty or holds a time
 */
gboolean
dramatis_date_field_read (GtkEditable   *field,
                          GtkLabel      *meaning,
                          const char    *empty,
                          DramatisTime **time)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *words = NULL;
  gboolean valid;

  g_return_val_if_fail (GTK_IS_EDITABLE (field), FALSE);
  g_return_val_if_fail (GTK_IS_LABEL (meaning), FALSE);

  text = g_strstrip (g_strdup (gtk_editable_get_text (field)));
  *time = *text != '\0' ? dramatis_time_new_from_words (text, &error) : NULL;
  valid = *text == '\0' || *time != NULL;

  if (*time != NULL)
    words = dramatis_time_to_text (*time);
  else if (valid)
    words = g_strdup (empty);
  else if (g_error_matches (error, DRAMATIS_TIME_ERROR, DRAMATIS_TIME_ERROR_SYNTAX))
    words = g_strdup (_("Write it like “15 October 2024”, “autumn 2014”, “about 1950” or 2012/2015"));
  else
    words = g_strdup (error->message);

  gtk_label_set_label (meaning, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *widget = i == 0 ? GTK_WIDGET (field) : GTK_WIDGET (meaning);

      if (valid)
        gtk_widget_remove_css_class (widget, "error");
      else
        gtk_widget_add_css_class (widget, "error");
    }

  return valid;
}
