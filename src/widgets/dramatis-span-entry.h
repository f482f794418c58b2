/* dramatis-span-entry.h: an entry for the marked span of time
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-session.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_SPAN_ENTRY (dramatis_span_entry_get_type ())

G_DECLARE_FINAL_TYPE (DramatisSpanEntry, dramatis_span_entry, DRAMATIS, SPAN_ENTRY, GtkWidget)

GtkWidget *dramatis_span_entry_new         (void);
void       dramatis_span_entry_set_session (DramatisSpanEntry *self,
                                            DramatisSession   *session);

G_END_DECLS
