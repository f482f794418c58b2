/* dramatis-wrap-layout.c: widgets in lines, like words
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-wrap-layout.h"

/**
 * DramatisWrapLayout:
 *
 * Lays widgets out in lines, like words: what does not fit begins a new line.
 *
 * What is left of a line goes to those of its widgets that expand. (AdwWrapBox does this too, from libadwaita 1.7 on,
 * and GtkFlowBox aligns its children in columns.)
 */

struct _DramatisWrapLayout
{
  GtkLayoutManager parent_instance;

  int              spacing;
};

G_DEFINE_FINAL_TYPE (DramatisWrapLayout, dramatis_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

enum
{
  PROP_0,
  PROP_SPACING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static GtkWidget *
next_child (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static int
natural_width (GtkWidget *child,
               int        limit)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);

  return MAX (minimum, MIN (natural, limit));
}

typedef struct
{
  GtkWidget *first;
  GtkWidget *end;       /* the first one of the next line, or NULL */
  int        width;
  int        height;
  guint      n_expanding;
} Line;

static Line
measure_line (DramatisWrapLayout *self,
              GtkWidget          *first,
              int                 limit)
{
  Line line = { .first = first, .end = first };

  while (line.end != NULL)
    {
      int width = natural_width (line.end, limit);
      int height;

      if (line.end != first && line.width + self->spacing + width > limit)
        break;

      gtk_widget_measure (line.end, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
      line.width += width + (line.end != first ? self->spacing : 0);
      line.height = MAX (line.height, height);
      line.n_expanding += gtk_widget_compute_expand (line.end, GTK_ORIENTATION_HORIZONTAL);
      line.end = next_child (gtk_widget_get_next_sibling (line.end));
    }

  return line;
}

static GtkSizeRequestMode
dramatis_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                       GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dramatis_wrap_layout_measure (GtkLayoutManager *manager,
                              GtkWidget        *widget,
                              GtkOrientation    orientation,
                              int               for_size,
                              int              *minimum,
                              int              *natural,
                              int              *minimum_baseline,
                              int              *natural_baseline)
{
  DramatisWrapLayout *self = DRAMATIS_WRAP_LAYOUT (manager);
  GtkWidget *child = next_child (gtk_widget_get_first_child (widget));

  *minimum = *natural = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      while (child != NULL)
        {
          int child_minimum, child_natural;

          gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
          *minimum = MAX (*minimum, child_minimum);
          *natural += child_natural + (*natural > 0 ? self->spacing : 0);
          child = next_child (gtk_widget_get_next_sibling (child));
        }
      return;
    }

  while (child != NULL)
    {
      Line line = measure_line (self, child, for_size < 0 ? G_MAXINT / 2 : for_size);

      *minimum += line.height + (*minimum > 0 ? self->spacing : 0);
      child = line.end;
    }
  *natural = *minimum;
}

static void
dramatis_wrap_layout_allocate (GtkLayoutManager *manager,
                               GtkWidget        *widget,
                               int               width,
                               int               height,
                               int               baseline)
{
  DramatisWrapLayout *self = DRAMATIS_WRAP_LAYOUT (manager);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = next_child (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      Line line = measure_line (self, child, width);
      int left = MAX (0, width - line.width);
      int x = 0;

      while (child != line.end)
        {
          GtkAllocation allocation = { x, y, natural_width (child, width), line.height };

          if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
            {
              int share = left / (int) line.n_expanding--;

              allocation.width += share;
              left -= share;
            }
          x += allocation.width + self->spacing;
          if (rtl)
            allocation.x = width - allocation.x - allocation.width;
          gtk_widget_size_allocate (child, &allocation, -1);
          child = next_child (gtk_widget_get_next_sibling (child));
        }

      y += line.height + self->spacing;
    }
}

static void
dramatis_wrap_layout_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  DramatisWrapLayout *self = DRAMATIS_WRAP_LAYOUT (object);

  switch (prop_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_wrap_layout_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  DramatisWrapLayout *self = DRAMATIS_WRAP_LAYOUT (object);

  switch (prop_id)
    {
    case PROP_SPACING:
      if (self->spacing != g_value_get_int (value))
        {
          self->spacing = g_value_get_int (value);
          gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_wrap_layout_class_init (DramatisWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = dramatis_wrap_layout_get_property;
  object_class->set_property = dramatis_wrap_layout_set_property;
  layout_class->get_request_mode = dramatis_wrap_layout_get_request_mode;
  layout_class->measure = dramatis_wrap_layout_measure;
  layout_class->allocate = dramatis_wrap_layout_allocate;

  /**
   * DramatisWrapLayout:spacing:
   *
   * The space between widgets, and between lines, in pixels.
   */
  properties[PROP_SPACING] =
    g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 0,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dramatis_wrap_layout_init (DramatisWrapLayout *self)
{
}

/**
 * dramatis_wrap_layout_new:
 *
 * Makes a layout without spacing.
 *
 * Returns: (transfer full): a new layout
 */
GtkLayoutManager *
dramatis_wrap_layout_new (void)
{
  return g_object_new (DRAMATIS_TYPE_WRAP_LAYOUT, NULL);
}
