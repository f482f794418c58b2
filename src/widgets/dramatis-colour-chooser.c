/* dramatis-colour-chooser.c: one of the colours of the palette
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-colour-chooser.h"

#include <glib/gi18n-lib.h>

#include "dramatis-dot.h"
#include "dramatis-enum-types.h"
#include "dramatis-palette.h"

/**
 * DramatisColourChooser:
 *
 * Swatches of the palette, of which one is chosen. The first is "Automatic": the program chooses.
 *
 * ## CSS nodes
 *
 * ```
 * colourchooser
 * ╰── flowbox
 *     ╰── flowboxchild
 *         ╰── button.swatch[.automatic]
 *             ╰── dot
 * ```
 *
 * ## Accessibility
 *
 * Each swatch is a radio button with the name of its colour.
 */

struct _DramatisColourChooser
{
  GtkWidget        parent_instance;

  DramatisColour   colour;
  gboolean         highlights;
  GtkToggleButton *swatches[DRAMATIS_N_COLOURS];
};

G_DEFINE_FINAL_TYPE (DramatisColourChooser, dramatis_colour_chooser, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_COLOUR,
  PROP_HIGHLIGHTS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* One that is not offered is there all the same while it is chosen. */
static void
update_offer (DramatisColourChooser *self)
{
  guint n_offered = self->highlights ? DRAMATIS_N_HIGHLIGHT_COLOURS : DRAMATIS_N_COLOURS;

  for (guint i = 0; i < DRAMATIS_N_COLOURS; i++)
    gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->swatches[i])),
                            i < n_offered || i == self->colour);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (gtk_widget_get_first_child (GTK_WIDGET (self))),
                                          (n_offered + 1) / 2);
}

static void
swatch_toggled_cb (GtkToggleButton       *swatch,
                   DramatisColourChooser *self)
{
  gboolean active = gtk_toggle_button_get_active (swatch);

  gtk_accessible_update_state (GTK_ACCESSIBLE (swatch), GTK_ACCESSIBLE_STATE_CHECKED, active, -1);
  if (!active)
    return;

  for (guint i = 0; i < DRAMATIS_N_COLOURS; i++)
    {
      if (swatch == self->swatches[i])
        dramatis_colour_chooser_set_colour (self, i);
    }
}

static GtkToggleButton *
create_swatch (DramatisColour colour)
{
  const char *name = dramatis_palette_get_name (colour);
  GtkWidget *swatch = g_object_new (GTK_TYPE_TOGGLE_BUTTON,
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO,
                                    "child", dramatis_dot_new (colour),
                                    "halign", GTK_ALIGN_CENTER,
                                    "tooltip-text", name,
                                    NULL);

  gtk_widget_add_css_class (swatch, "swatch");
  gtk_widget_add_css_class (swatch, "flat");
  gtk_widget_add_css_class (swatch, "circular");
  if (colour == DRAMATIS_COLOUR_AUTOMATIC)
    dramatis_dot_set_hollow (DRAMATIS_DOT (gtk_button_get_child (GTK_BUTTON (swatch))), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (swatch), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (swatch), GTK_ACCESSIBLE_STATE_CHECKED, FALSE, -1);

  return GTK_TOGGLE_BUTTON (swatch);
}

static void
dramatis_colour_chooser_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (child != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dramatis_colour_chooser_parent_class)->dispose (object);
}

static void
dramatis_colour_chooser_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  DramatisColourChooser *self = DRAMATIS_COLOUR_CHOOSER (object);

  switch (prop_id)
    {
    case PROP_COLOUR:
      g_value_set_enum (value, self->colour);
      break;
    case PROP_HIGHLIGHTS:
      g_value_set_boolean (value, self->highlights);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_colour_chooser_set_property (GObject      *object,
                                      guint         prop_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  DramatisColourChooser *self = DRAMATIS_COLOUR_CHOOSER (object);

  switch (prop_id)
    {
    case PROP_COLOUR:
      dramatis_colour_chooser_set_colour (self, g_value_get_enum (value));
      break;
    case PROP_HIGHLIGHTS:
      self->highlights = g_value_get_boolean (value);
      update_offer (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_colour_chooser_class_init (DramatisColourChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dramatis_colour_chooser_dispose;
  object_class->get_property = dramatis_colour_chooser_get_property;
  object_class->set_property = dramatis_colour_chooser_set_property;

  /**
   * DramatisColourChooser:colour:
   *
   * The chosen colour.
   */
  properties[PROP_COLOUR] =
    g_param_spec_enum ("colour", NULL, NULL, DRAMATIS_TYPE_COLOUR, DRAMATIS_COLOUR_AUTOMATIC,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * DramatisColourChooser:highlights:
   *
   * Whether only colours are offered that can be told apart as the ground of text.
   */
  properties[PROP_HIGHLIGHTS] =
    g_param_spec_boolean ("highlights", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "colourchooser");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
dramatis_colour_chooser_init (DramatisColourChooser *self)
{
  /* presentation would take all that is in it from assistive technology */
  GtkWidget *box = g_object_new (GTK_TYPE_FLOW_BOX,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                 "homogeneous", TRUE,
                                 "min-children-per-line", 5,
                                 "selection-mode", GTK_SELECTION_NONE,
                                 NULL);

  for (guint i = 0; i < DRAMATIS_N_COLOURS; i++)
    {
      self->swatches[i] = create_swatch (i);
      if (i > 0)
        gtk_toggle_button_set_group (self->swatches[i], self->swatches[0]);
      gtk_flow_box_insert (GTK_FLOW_BOX (box), GTK_WIDGET (self->swatches[i]), -1);
      gtk_widget_set_focusable (gtk_widget_get_parent (GTK_WIDGET (self->swatches[i])), FALSE);
    }
  gtk_toggle_button_set_active (self->swatches[DRAMATIS_COLOUR_AUTOMATIC], TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->swatches[DRAMATIS_COLOUR_AUTOMATIC]),
                               GTK_ACCESSIBLE_STATE_CHECKED, TRUE, -1);
  for (guint i = 0; i < DRAMATIS_N_COLOURS; i++)
    g_signal_connect (self->swatches[i], "toggled", G_CALLBACK (swatch_toggled_cb), self);

  gtk_widget_set_parent (box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Colour"), -1);
}

/**
 * dramatis_colour_chooser_new:
 *
 * Makes a chooser with the automatic colour.
 *
 * Returns: (transfer floating): a new chooser
 */
GtkWidget *
dramatis_colour_chooser_new (void)
{
  return g_object_new (DRAMATIS_TYPE_COLOUR_CHOOSER, NULL);
}

/**
 * dramatis_colour_chooser_get_colour:
 * @self: a chooser
 *
 * Gets the chosen colour.
 *
 * Returns: the colour
 */
DramatisColour
dramatis_colour_chooser_get_colour (DramatisColourChooser *self)
{
  g_return_val_if_fail (DRAMATIS_IS_COLOUR_CHOOSER (self), DRAMATIS_COLOUR_AUTOMATIC);

  return self->colour;
}

/**
 * dramatis_colour_chooser_set_colour:
 * @self: a chooser
 * @colour: a colour
 *
 * Chooses a colour.
 */
void
dramatis_colour_chooser_set_colour (DramatisColourChooser *self,
                                    DramatisColour         colour)
{
  g_return_if_fail (DRAMATIS_IS_COLOUR_CHOOSER (self));
  g_return_if_fail (colour < DRAMATIS_N_COLOURS);

  if (self->colour == colour)
    return;

  self->colour = colour;
  gtk_toggle_button_set_active (self->swatches[colour], TRUE);
  update_offer (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLOUR]);
}
