/* dramatis-timeline-popover.h: all that is known of an event
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dramatis-session.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_TIMELINE_POPOVER (dramatis_timeline_popover_get_type ())

G_DECLARE_FINAL_TYPE (DramatisTimelinePopover, dramatis_timeline_popover, DRAMATIS, TIMELINE_POPOVER, GtkPopover)

GtkWidget *dramatis_timeline_popover_new (DramatisSession *session,
                                          DramatisEvent   *event);

G_END_DECLS
