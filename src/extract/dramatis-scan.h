/* dramatis-scan.h: questions about the words of a text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dramatis-gazetteer.h"

G_BEGIN_DECLS

/* What the name scanner knows while it reads a text; private to the layer. An index past the end of the
 * tokens is no word of any kind. */
typedef struct
{
  const DramatisGazetteer *gazetteer;
  const char              *text;
  GArray                  *tokens;
  GArray                  *candidates;
  guint8                  *headlines;  /* by token: HEADLINE or SHOUTED */
  DramatisLexicon         *spellings;  /* those of which the lists were asked */
  GArray                  *answers;    /* guint8 by number of the spelling: two bits a list, asked and listed */
} DramatisScan;

#define DRAMATIS_SCAN_HEADLINE 1
#define DRAMATIS_SCAN_SHOUTED  2

void     dramatis_scan_find_headlines     (DramatisScan       *self);
gboolean dramatis_scan_is                 (const DramatisScan *self,
                                           guint               index,
                                           const char         *word);
gboolean dramatis_scan_is_mark            (const DramatisScan *self,
                                           guint               index,
                                           char                mark);
gboolean dramatis_scan_has                (const DramatisScan *self,
                                           guint               index,
                                           guint               classes);
gboolean dramatis_scan_follows_closely    (const DramatisScan *self,
                                           guint               index);
gboolean dramatis_scan_is_name_word       (const DramatisScan *self,
                                           guint               index);
gboolean dramatis_scan_is_syllable        (const DramatisScan *self,
                                           guint               first,
                                           guint               index);
gboolean dramatis_scan_is_particle        (const DramatisScan *self,
                                           guint               index);
guint    dramatis_scan_skip_particles     (const DramatisScan *self,
                                           guint               index);
gboolean dramatis_scan_is_word            (const DramatisScan *self,
                                           guint               index);
gboolean dramatis_scan_is_given_name      (const DramatisScan *self,
                                           guint               index);
gboolean dramatis_scan_is_surname         (const DramatisScan *self,
                                           guint               index);
gboolean dramatis_scan_is_initial         (const DramatisScan *self,
                                           guint               index);
gboolean dramatis_scan_is_numeral         (const DramatisScan *self,
                                           guint               index);
gboolean dramatis_scan_is_acronym         (const DramatisScan *self,
                                           guint               index);
gboolean dramatis_scan_is_person_start    (const DramatisScan *self,
                                           guint               index);
gboolean dramatis_scan_is_plain_start     (const DramatisScan *self,
                                           guint               index);
gboolean dramatis_scan_is_after_title     (const DramatisScan *self,
                                           guint               index);
gboolean dramatis_scan_is_place           (const DramatisScan *self,
                                           guint               first,
                                           guint               end);
gboolean dramatis_scan_is_language        (const DramatisScan *self,
                                           guint               first,
                                           guint               end);
gboolean dramatis_scan_is_capital_a_place (const DramatisScan *self,
                                           guint               first,
                                           guint               end);
gboolean dramatis_scan_match              (const DramatisScan *self,
                                           guint               index,
                                           DramatisNameMatch  *match);
gboolean dramatis_scan_is_person          (const DramatisScan *self,
                                           guint               first,
                                           guint               end,
                                           const DramatisNameMatch *match);
guint    dramatis_scan_get_context        (const DramatisScan *self,
                                           guint               first,
                                           guint               end);

G_END_DECLS
