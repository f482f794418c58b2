/* dramatis-lexicon.h: numbers for words
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DramatisLexicon DramatisLexicon;

DramatisLexicon *dramatis_lexicon_new      (void);
void             dramatis_lexicon_free     (DramatisLexicon       *self);
guint            dramatis_lexicon_add      (DramatisLexicon       *self,
                                            const char            *word,
                                            gsize                  n_bytes);
guint            dramatis_lexicon_find     (const DramatisLexicon *self,
                                            const char            *word,
                                            gsize                  n_bytes);
guint            dramatis_lexicon_get_size (const DramatisLexicon *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DramatisLexicon, dramatis_lexicon_free)

G_END_DECLS
