/* dramatis-time-axis.h: which time lies at which pixel
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define DRAMATIS_TYPE_TIME_AXIS (dramatis_time_axis_get_type ())

G_DECLARE_FINAL_TYPE (DramatisTimeAxis, dramatis_time_axis, DRAMATIS, TIME_AXIS, GObject)

/* Times are days since 1970-01-01 with fractions. Properties, all double: start and end, what is visible;
 * width in pixels. */

/* The shortest time that can be made visible, in days. */
#define DRAMATIS_TIME_AXIS_MIN_LENGTH 5.0

DramatisTimeAxis *dramatis_time_axis_new         (void);
double            dramatis_time_axis_get_end     (DramatisTimeAxis *self);
void              dramatis_time_axis_get_extent  (DramatisTimeAxis *self,
                                                  double           *start,
                                                  double           *end);
double            dramatis_time_axis_get_scale   (DramatisTimeAxis *self);
double            dramatis_time_axis_get_start   (DramatisTimeAxis *self);
double            dramatis_time_axis_get_width   (DramatisTimeAxis *self);
void              dramatis_time_axis_set_extent  (DramatisTimeAxis *self,
                                                  double            start,
                                                  double            end);
void              dramatis_time_axis_set_visible (DramatisTimeAxis *self,
                                                  double            start,
                                                  double            end);
void              dramatis_time_axis_set_width   (DramatisTimeAxis *self,
                                                  double            width);
double            dramatis_time_axis_time_to_x   (DramatisTimeAxis *self,
                                                  double            time);
double            dramatis_time_axis_x_to_time   (DramatisTimeAxis *self,
                                                  double            x);
void              dramatis_time_axis_clamp       (DramatisTimeAxis *self,
                                                  double           *start,
                                                  double           *end);
void              dramatis_time_axis_fit         (DramatisTimeAxis *self);
void              dramatis_time_axis_get_zoomed  (DramatisTimeAxis *self,
                                                  double            time,
                                                  double            factor,
                                                  double           *start,
                                                  double           *end);
gboolean          dramatis_time_axis_is_fit      (DramatisTimeAxis *self);
void              dramatis_time_axis_pan         (DramatisTimeAxis *self,
                                                  double            pixels);
void              dramatis_time_axis_zoom        (DramatisTimeAxis *self,
                                                  double            time,
                                                  double            factor);

G_END_DECLS
