/* dramatis-thing-private.h: what the classes of things share
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-thing.h"

G_BEGIN_DECLS

/* Setters of fields; each returns whether the field changed. An empty string and an empty list are stored as
 * %NULL (most of them are empty, and there are many), so read them through the getters beneath. */
gboolean            dramatis_field_set_string (char         **field,
                                               const GValue  *value);
gboolean            dramatis_field_set_strv   (char        ***field,
                                               const GValue  *value);
gboolean            dramatis_field_set_boxed  (gpointer       field,
                                               const GValue  *value);
gboolean            dramatis_field_set_enum   (gpointer       field,
                                               const GValue  *value);
const char         *dramatis_field_string     (const char    *field);
const char * const *dramatis_field_strv       (char         **field);

/* To be called when a field has changed */
void                dramatis_thing_notify     (gpointer       thing,
                                               GParamSpec    *pspec);

/* Empty arrays that everybody shares: arrays of things are replaced, never changed. */
GPtrArray          *dramatis_empty_ptr_array  (void);

#define DRAMATIS_PARAM_EDITABLE \
  (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)

G_END_DECLS
