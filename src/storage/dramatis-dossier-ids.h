/* dramatis-dossier-ids.h: the identifiers of a dossier file
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-json-check.h"

G_BEGIN_DECLS

/**
 * DramatisThingKind:
 * @DRAMATIS_THING_KIND_ARTICLE: an article
 * @DRAMATIS_THING_KIND_PASSAGE: a passage of an article
 * @DRAMATIS_THING_KIND_ACTOR: an actor
 * @DRAMATIS_THING_KIND_EVENT: an event
 * @DRAMATIS_THING_KIND_NOTE: a note
 * @DRAMATIS_THING_KIND_TAG: a tag
 *
 * What an identifier can stand for.
 */
typedef enum
{
  DRAMATIS_THING_KIND_ARTICLE,
  DRAMATIS_THING_KIND_PASSAGE,
  DRAMATIS_THING_KIND_ACTOR,
  DRAMATIS_THING_KIND_EVENT,
  DRAMATIS_THING_KIND_NOTE,
  DRAMATIS_THING_KIND_TAG,
} DramatisThingKind;

#define DRAMATIS_N_THING_KINDS (DRAMATIS_THING_KIND_TAG + 1)

/**
 * DramatisDossierId:
 * @id: the identifier, interned
 * @kinds: what it stands for, a bit for each #DramatisThingKind; one, unless it is used twice
 * @length: of the text of the passage, in code points; -1 if it is none, or has none that can be read
 * @met: whether the thing itself has been read
 *
 * An identifier of the file.
 */
typedef struct
{
  const char *id;
  guint       kinds;
  glong       length;
  gboolean    met;
} DramatisDossierId;

typedef struct _DramatisDossierIds DramatisDossierIds;

DramatisDossierIds *dramatis_dossier_ids_new      (DramatisJsonCheck       *check);
void                dramatis_dossier_ids_free     (DramatisDossierIds      *self);
void                dramatis_dossier_ids_add_list (DramatisDossierIds      *self,
                                                   JsonObject              *root,
                                                   const char              *name,
                                                   DramatisThingKind        kind);
void                dramatis_dossier_ids_add      (DramatisDossierIds      *self,
                                                   const DramatisJsonPath  *path,
                                                   JsonNode                *node,
                                                   DramatisThingKind        kind);
DramatisDossierId  *dramatis_dossier_ids_lookup   (DramatisDossierIds      *self,
                                                   const char              *id);
DramatisDossierId  *dramatis_dossier_ids_refer    (DramatisDossierIds      *self,
                                                   const DramatisJsonPath  *path,
                                                   JsonNode                *node,
                                                   DramatisThingKind        kind,
                                                   const char              *quote);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DramatisDossierIds, dramatis_dossier_ids_free)

G_END_DECLS
