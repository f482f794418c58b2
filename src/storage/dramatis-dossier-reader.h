/* dramatis-dossier-reader.h: opens dossier files
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-dossier.h"
#include "dramatis-fault.h"
#include "dramatis-file.h"

G_BEGIN_DECLS

#define DRAMATIS_TYPE_DOSSIER_READER  (dramatis_dossier_reader_get_type ())
#define DRAMATIS_DOSSIER_READER_ERROR (dramatis_dossier_reader_error_quark ())

/**
 * DramatisDossierReaderError:
 * @DRAMATIS_DOSSIER_READER_ERROR_FAULTY: something is wrong with the contents of the file
 *
 * Why a file that could be read is not opened.
 */
typedef enum
{
  DRAMATIS_DOSSIER_READER_ERROR_FAULTY,
} DramatisDossierReaderError;

G_DECLARE_FINAL_TYPE (DramatisDossierReader, dramatis_dossier_reader, DRAMATIS, DOSSIER_READER, GObject)

GQuark                   dramatis_dossier_reader_error_quark (void);
DramatisDossierReader   *dramatis_dossier_reader_new         (void);
GPtrArray               *dramatis_dossier_reader_get_faults  (DramatisDossierReader  *self);
gboolean                 dramatis_dossier_reader_get_newer   (DramatisDossierReader  *self);
const DramatisFileStamp *dramatis_dossier_reader_get_stamp   (DramatisDossierReader  *self);
DramatisDossier         *dramatis_dossier_reader_read        (DramatisDossierReader  *self,
                                                              GFile                  *file,
                                                              GError                **error);
DramatisDossier         *dramatis_dossier_reader_read_bytes  (DramatisDossierReader  *self,
                                                              GBytes                 *bytes,
                                                              GError                **error);
void                     dramatis_dossier_reader_read_async  (DramatisDossierReader  *self,
                                                              GFile                  *file,
                                                              GCancellable           *cancellable,
                                                              GAsyncReadyCallback     callback,
                                                              gpointer                user_data);
DramatisDossier         *dramatis_dossier_reader_read_finish (DramatisDossierReader  *self,
                                                              GAsyncResult           *result,
                                                              GError                **error);

G_END_DECLS
