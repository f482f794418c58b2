/* dramatis-event-list.h: the events of a session as a plain list
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-session.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_EVENT_LIST (dramatis_event_list_get_type ())

G_DECLARE_FINAL_TYPE (DramatisEventList, dramatis_event_list, DRAMATIS, EVENT_LIST, GtkWidget)

void       dramatis_event_list_set_session (DramatisEventList *self,
                                            DramatisSession   *session);

G_END_DECLS
