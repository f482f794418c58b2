/* dramatis-dot.c: a dot in a colour of the palette
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-dot.h"

#include <adwaita.h>

#include "dramatis-enum-types.h"
#include "dramatis-palette.h"

/**
 * DramatisDot:
 *
 * A dot in a colour of the palette. It is a ring while what it stands for is only suggested.
 *
 * ## CSS nodes
 *
 * `DramatisDot` has one node named `dot`. It fills what space it is given with the largest circle; the style sheet
 * sets its size.
 *
 * ## Accessibility
 *
 * It is a presentation: say the colour, if it matters, in the name of what it belongs to.
 */

struct _DramatisDot
{
  GtkWidget      parent_instance;

  DramatisColour colour;
  gboolean       hollow;
};

G_DEFINE_FINAL_TYPE (DramatisDot, dramatis_dot, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_COLOUR,
  PROP_HOLLOW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
dramatis_dot_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  DramatisDot *self = DRAMATIS_DOT (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  float size = MIN (width, height);
  float border = MAX (1.5f, size / 6);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((width - size) / 2, (height - size) / 2, size, size);
  GskRoundedRect circle;
  GdkRGBA rgba;

  dramatis_palette_get_rgba (self->colour, DRAMATIS_SHADE_STRONG, &rgba);
  gsk_rounded_rect_init_from_rect (&circle, &bounds, size / 2);
  if (self->hollow)
    {
      gtk_snapshot_append_border (snapshot, &circle,
                                  (float[4]) { border, border, border, border },
                                  (GdkRGBA[4]) { rgba, rgba, rgba, rgba });
    }
  else
    {
      gtk_snapshot_push_rounded_clip (snapshot, &circle);
      gtk_snapshot_append_color (snapshot, &rgba, &bounds);
      gtk_snapshot_pop (snapshot);
    }
}

static void
dramatis_dot_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  DramatisDot *self = DRAMATIS_DOT (object);

  switch (prop_id)
    {
    case PROP_COLOUR:
      g_value_set_enum (value, self->colour);
      break;
    case PROP_HOLLOW:
      g_value_set_boolean (value, self->hollow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_dot_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  DramatisDot *self = DRAMATIS_DOT (object);

  switch (prop_id)
    {
    case PROP_COLOUR:
      dramatis_dot_set_colour (self, g_value_get_enum (value));
      break;
    case PROP_HOLLOW:
      dramatis_dot_set_hollow (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_dot_class_init (DramatisDotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dramatis_dot_get_property;
  object_class->set_property = dramatis_dot_set_property;
  widget_class->snapshot = dramatis_dot_snapshot;

  /**
   * DramatisDot:colour:
   *
   * The colour.
   */
  properties[PROP_COLOUR] =
    g_param_spec_enum ("colour", NULL, NULL, DRAMATIS_TYPE_COLOUR, DRAMATIS_COLOUR_AUTOMATIC,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * DramatisDot:hollow:
   *
   * Whether it is a ring.
   */
  properties[PROP_HOLLOW] =
    g_param_spec_boolean ("hollow", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "dot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dramatis_dot_init (DramatisDot *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * dramatis_dot_new:
 * @colour: a colour
 *
 * Makes a dot.
 *
 * Returns: (transfer floating): a new dot
 */
GtkWidget *
dramatis_dot_new (DramatisColour colour)
{
  return g_object_new (DRAMATIS_TYPE_DOT, "colour", colour, NULL);
}

/**
 * dramatis_dot_get_colour:
 * @self: a dot
 *
 * Gets the colour of a dot.
 *
 * Returns: the colour
 */
DramatisColour
dramatis_dot_get_colour (DramatisDot *self)
{
  g_return_val_if_fail (DRAMATIS_IS_DOT (self), DRAMATIS_COLOUR_AUTOMATIC);

  return self->colour;
}

/**
 * dramatis_dot_get_hollow:
 * @self: a dot
 *
 * Tells whether a dot is a ring.
 *
 * Returns: whether it is
 */
gboolean
dramatis_dot_get_hollow (DramatisDot *self)
{
  g_return_val_if_fail (DRAMATIS_IS_DOT (self), FALSE);

  return self->hollow;
}

/**
 * dramatis_dot_set_colour:
 * @self: a dot
 * @colour: a colour
 *
 * Gives a dot a colour.
 */
void
dramatis_dot_set_colour (DramatisDot    *self,
                         DramatisColour  colour)
{
  g_return_if_fail (DRAMATIS_IS_DOT (self));

  if (self->colour == colour)
    return;

  self->colour = colour;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLOUR]);
}

/**
 * dramatis_dot_set_hollow:
 * @self: a dot
 * @hollow: whether it shall be a ring
 *
 * Makes a ring of a dot, or a dot of a ring.
 */
void
dramatis_dot_set_hollow (DramatisDot *self,
                         gboolean     hollow)
{
  g_return_if_fail (DRAMATIS_IS_DOT (self));

  if (self->hollow == hollow)
    return;

  self->hollow = hollow;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOLLOW]);
}
