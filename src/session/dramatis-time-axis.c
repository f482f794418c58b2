/* dramatis-time-axis.c: which time lies at which pixel
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-time-axis.h"

/**
 * DramatisTimeAxis:
 *
 * The part of a range of time that is visible in a number of pixels.
 *
 * What is visible always lies inside of the extent and is never shorter than %DRAMATIS_TIME_AXIS_MIN_LENGTH.
 * Nothing here draws: widgets follow the properties.
 */
struct _DramatisTimeAxis
{
  GObject parent_instance;

  double  extent_start;
  double  extent_end;
  double  start;
  double  end;
  double  width;
};

G_DEFINE_FINAL_TYPE (DramatisTimeAxis, dramatis_time_axis, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_END,
  PROP_START,
  PROP_WIDTH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
dramatis_time_axis_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  DramatisTimeAxis *self = DRAMATIS_TIME_AXIS (object);

  switch (prop_id)
    {
    case PROP_END:
      g_value_set_double (value, self->end);
      break;
    case PROP_START:
      g_value_set_double (value, self->start);
      break;
    case PROP_WIDTH:
      g_value_set_double (value, self->width);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_time_axis_class_init (DramatisTimeAxisClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dramatis_time_axis_get_property;

  /**
   * DramatisTimeAxis:end:
   *
   * The end of what is visible, in days.
   */
  properties[PROP_END] =
    g_param_spec_double ("end", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DramatisTimeAxis:start:
   *
   * The start of what is visible, in days.
   */
  properties[PROP_START] =
    g_param_spec_double ("start", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DramatisTimeAxis:width:
   *
   * The width in which it is visible, in pixels.
   */
  properties[PROP_WIDTH] =
    g_param_spec_double ("width", NULL, NULL, 1, G_MAXDOUBLE, 1,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dramatis_time_axis_init (DramatisTimeAxis *self)
{
  self->extent_end = self->end = DRAMATIS_TIME_AXIS_MIN_LENGTH;
  self->width = 1;
}

/**
 * dramatis_time_axis_new:
 *
 * Makes an axis of a few days from 1970-01-01 on, in one pixel.
 *
 * Returns: (transfer full): a new axis
 */
DramatisTimeAxis *
dramatis_time_axis_new (void)
{
  return g_object_new (DRAMATIS_TYPE_TIME_AXIS, NULL);
}

/**
 * dramatis_time_axis_get_end:
 * @self: an axis
 *
 * Gets the end of what is visible.
 *
 * Returns: a time in days
 */
double
dramatis_time_axis_get_end (DramatisTimeAxis *self)
{
  g_return_val_if_fail (DRAMATIS_IS_TIME_AXIS (self), 0);

  return self->end;
}

/**
 * dramatis_time_axis_get_extent:
 * @self: an axis
 * @start: (out) (optional): the start in days
 * @end: (out) (optional): the end in days
 *
 * Gets the whole range, beyond which nothing can be made visible.
 */
void
dramatis_time_axis_get_extent (DramatisTimeAxis *self,
                               double           *start,
                               double           *end)
{
  g_return_if_fail (DRAMATIS_IS_TIME_AXIS (self));

  if (start != NULL)
    *start = self->extent_start;
  if (end != NULL)
    *end = self->extent_end;
}

/**
 * dramatis_time_axis_get_scale:
 * @self: an axis
 *
 * Gets how much room a day has.
 *
 * Returns: pixels per day, more than 0
 */
double
dramatis_time_axis_get_scale (DramatisTimeAxis *self)
{
  g_return_val_if_fail (DRAMATIS_IS_TIME_AXIS (self), 1);

  return self->width / (self->end - self->start);
}

/**
 * dramatis_time_axis_get_start:
 * @self: an axis
 *
 * Gets the start of what is visible.
 *
 * Returns: a time in days
 */
double
dramatis_time_axis_get_start (DramatisTimeAxis *self)
{
  g_return_val_if_fail (DRAMATIS_IS_TIME_AXIS (self), 0);

  return self->start;
}

/**
 * dramatis_time_axis_get_width:
 * @self: an axis
 *
 * Gets the width.
 *
 * Returns: pixels
 */
double
dramatis_time_axis_get_width (DramatisTimeAxis *self)
{
  g_return_val_if_fail (DRAMATIS_IS_TIME_AXIS (self), 1);

  return self->width;
}

/**
 * dramatis_time_axis_set_extent:
 * @self: an axis
 * @start: the start in days
 * @end: the end in days; one too near is moved away
 *
 * Sets the whole range. Where all of it was visible, all of it stays so.
 */
void
dramatis_time_axis_set_extent (DramatisTimeAxis *self,
                               double            start,
                               double            end)
{
  gboolean fit = dramatis_time_axis_is_fit (self);

  g_return_if_fail (DRAMATIS_IS_TIME_AXIS (self));

  self->extent_start = start;
  self->extent_end = MAX (end, start + DRAMATIS_TIME_AXIS_MIN_LENGTH);

  if (fit)
    dramatis_time_axis_fit (self);
  else
    dramatis_time_axis_set_visible (self, self->start, self->end);
}

/**
 * dramatis_time_axis_set_visible:
 * @self: an axis
 * @start: the start in days
 * @end: the end in days
 *
 * Sets what is visible, after clamping it as dramatis_time_axis_clamp() does.
 */
void
dramatis_time_axis_set_visible (DramatisTimeAxis *self,
                                double            start,
                                double            end)
{
  gboolean start_changed, end_changed;

  g_return_if_fail (DRAMATIS_IS_TIME_AXIS (self));

  dramatis_time_axis_clamp (self, &start, &end);
  start_changed = self->start != start;
  end_changed = self->end != end;
  self->start = start;
  self->end = end;

  g_object_freeze_notify (G_OBJECT (self));
  if (start_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_START]);
  if (end_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_END]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * dramatis_time_axis_set_width:
 * @self: an axis
 * @width: pixels; at least 1 is taken
 *
 * Sets the width. The same time stays visible.
 */
void
dramatis_time_axis_set_width (DramatisTimeAxis *self,
                              double            width)
{
  g_return_if_fail (DRAMATIS_IS_TIME_AXIS (self));

  width = MAX (width, 1);
  if (self->width == width)
    return;

  self->width = width;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDTH]);
}

/**
 * dramatis_time_axis_time_to_x:
 * @self: an axis
 * @time: a time in days
 *
 * Finds where a time lies.
 *
 * Returns: pixels from the start; also for what is not visible
 */
double
dramatis_time_axis_time_to_x (DramatisTimeAxis *self,
                              double            time)
{
  return (time - self->start) * self->width / (self->end - self->start);
}

/**
 * dramatis_time_axis_x_to_time:
 * @self: an axis
 * @x: pixels from the start
 *
 * Finds which time lies at a pixel: the inverse of dramatis_time_axis_time_to_x().
 *
 * Returns: a time in days
 */
double
dramatis_time_axis_x_to_time (DramatisTimeAxis *self,
                              double            x)
{
  return self->start + x * (self->end - self->start) / self->width;
}

/**
 * dramatis_time_axis_clamp:
 * @self: an axis
 * @start: (inout): the start of what should be visible
 * @end: (inout): the end of it
 *
 * Moves a range into the extent, after making it as long as it must or short as it may be about its middle.
 */
void
dramatis_time_axis_clamp (DramatisTimeAxis *self,
                          double           *start,
                          double           *end)
{
  double whole = self->extent_end - self->extent_start;
  double length = CLAMP (*end - *start, MIN (DRAMATIS_TIME_AXIS_MIN_LENGTH, whole), whole);
  double first = (*start + *end - length) / 2;

  if (length >= whole)
    {
      *start = self->extent_start;
      *end = self->extent_end;
      return;
    }

  *start = CLAMP (first, self->extent_start, self->extent_end - length);
  *end = *start + length;
}

/**
 * dramatis_time_axis_fit:
 * @self: an axis
 *
 * Makes the whole range visible.
 */
void
dramatis_time_axis_fit (DramatisTimeAxis *self)
{
  g_return_if_fail (DRAMATIS_IS_TIME_AXIS (self));

  dramatis_time_axis_set_visible (self, self->extent_start, self->extent_end);
}

/**
 * dramatis_time_axis_is_fit:
 * @self: an axis
 *
 * Tells whether the whole range is visible.
 *
 * Returns: whether it is
 */
gboolean
dramatis_time_axis_is_fit (DramatisTimeAxis *self)
{
  g_return_val_if_fail (DRAMATIS_IS_TIME_AXIS (self), FALSE);

  return self->start <= self->extent_start && self->end >= self->extent_end;
}

/**
 * dramatis_time_axis_pan:
 * @self: an axis
 * @pixels: how far; what is later comes into view where it is more than 0
 *
 * Moves what is visible along the axis, up to the end of the extent.
 */
void
dramatis_time_axis_pan (DramatisTimeAxis *self,
                        double            pixels)
{
  double distance;

  g_return_if_fail (DRAMATIS_IS_TIME_AXIS (self));

  distance = pixels / dramatis_time_axis_get_scale (self);
  dramatis_time_axis_set_visible (self, self->start + distance, self->end + distance);
}

/**
 * dramatis_time_axis_get_zoomed:
 * @self: an axis
 * @time: the time that stays where it is, in days
 * @factor: more than 1 to see less time in more detail
 * @start: (out): the start of what would be visible
 * @end: (out): the end of it
 *
 * Computes what dramatis_time_axis_zoom() would make visible, before it is clamped to the extent.
 */
void
dramatis_time_axis_get_zoomed (DramatisTimeAxis *self,
                               double            time,
                               double            factor,
                               double           *start,
                               double           *end)
{
  double length, shortest;

  g_return_if_fail (DRAMATIS_IS_TIME_AXIS (self));
  g_return_if_fail (factor > 0);

  /* Clamped here too: at the deepest zoom the point would else drift to the middle. */
  length = self->end - self->start;
  shortest = MIN (DRAMATIS_TIME_AXIS_MIN_LENGTH, length);
  factor = MIN (factor, length / shortest);
  *start = time - (time - self->start) / factor;
  *end = time + (self->end - time) / factor;
}

/**
 * dramatis_time_axis_zoom:
 * @self: an axis
 * @time: the time that stays where it is, in days
 * @factor: more than 1 to see less time in more detail
 *
 * Zooms about a point. Near the ends of the extent the point moves as far as clamping requires.
 */
void
dramatis_time_axis_zoom (DramatisTimeAxis *self,
                         double            time,
                         double            factor)
{
  double start, end;

  g_return_if_fail (DRAMATIS_IS_TIME_AXIS (self));
  g_return_if_fail (factor > 0);

  dramatis_time_axis_get_zoomed (self, time, factor, &start, &end);
  dramatis_time_axis_set_visible (self, start, end);
}
