/* fixture-window.h: a widget in a window, with a small dossier
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-session.h"
#include "fixture-dossier.h"
#include "fixture-frames.h"

typedef struct
{
  DramatisDossier *dossier;
  DramatisSession *session;
  GtkWidget       *window;
  GtkWidget       *widget;
} Fixture;

/* Some frames; without animations everything is where it will be after that. */
static inline void
fixture_settle (Fixture *fixture)
{
  fixture_wait_frames (fixture->window, 4);
}

/* @data: a function that makes a widget with the property "session" */
static inline void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *(*create) (void) = (GtkWidget *(*) (void)) data;

  fixture->dossier = fixture_dossier_new ();
  fixture->session = dramatis_session_new (fixture->dossier);
  fixture->window = gtk_window_new ();
  fixture->widget = create ();
  g_object_set (fixture->widget, "session", fixture->session, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 400);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->widget);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture_settle (fixture);
}

static inline void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->dossier);
}

/* A part of the widget's template */
static inline gpointer
fixture_child (Fixture    *fixture,
               const char *name)
{
  GObject *child = gtk_widget_get_template_child (fixture->widget, G_OBJECT_TYPE (fixture->widget), name);

  g_assert_nonnull (child);

  return child;
}

static inline void
fixture_collect (GtkWidget *widget,
                 GType      type,
                 GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget))
    g_ptr_array_add (found, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    fixture_collect (child, type, found);
}

/* The widgets of a type that are shown, in the order of the tree. */
static inline GPtrArray *
fixture_find_all (GtkWidget *widget,
                  GType      type)
{
  GPtrArray *found = g_ptr_array_new ();

  fixture_collect (widget, type, found);

  return found;
}

static inline gpointer
fixture_find (GtkWidget *widget,
              GType      type,
              guint      number)
{
  g_autoptr (GPtrArray) found = fixture_find_all (widget, type);

  g_assert_cmpuint (found->len, >, number);

  return g_ptr_array_index (found, number);
}

/* The child that has a CSS name. */
static inline GtkWidget *
fixture_find_css (GtkWidget  *widget,
                  const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (g_str_equal (gtk_widget_get_css_name (child), name))
        return child;
    }

  g_assert_not_reached ();
}

static inline void
fixture_assert_name (gpointer    widget,
                     const char *name)
{
  g_autofree char *fault =
    gtk_test_accessible_check_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  g_assert_cmpstr (fault, ==, NULL);
}

static inline void
fixture_assert_description (gpointer    widget,
                            const char *description)
{
  g_autofree char *fault =
    gtk_test_accessible_check_property (widget, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);

  g_assert_cmpstr (fault, ==, NULL);
}

static inline int
fixture_run (int    argc,
             char **argv,
             void (*add_tests) (void))
{
  if (!fixture_init (&argc, &argv))
    return 0;

  add_tests ();

  return g_test_run ();
}
