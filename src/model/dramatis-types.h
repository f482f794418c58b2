/* dramatis-types.h: forward declarations of the model
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _DramatisActor   DramatisActor;
typedef struct _DramatisArticle DramatisArticle;
typedef struct _DramatisDossier DramatisDossier;
typedef struct _DramatisEvent   DramatisEvent;
typedef struct _DramatisFilter  DramatisFilter;
typedef struct _DramatisHistory DramatisHistory;
typedef struct _DramatisIndex   DramatisIndex;
typedef struct _DramatisNote    DramatisNote;
typedef struct _DramatisPassage DramatisPassage;
typedef struct _DramatisTag     DramatisTag;
typedef struct _DramatisThing   DramatisThing;

G_END_DECLS
