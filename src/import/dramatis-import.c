/* dramatis-import.c: a text on its way to becoming an article
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "dramatis-decoder.h"
#include "dramatis-passage-splitter.h"
#include "dramatis-suggester.h"

/**
 * DramatisImport:
 *
 * A text on its way to becoming an article of a dossier.
 *
 * It is made where the dossier is edited, reads in any thread, and is applied where it was made.
 */
struct _DramatisImport
{
  DramatisSuggester *suggester;
  char              *title;
  char              *language;
  DramatisTime      *published;
  GArray            *passages;      /* of DramatisPassageDraft */
  GStrv              left_out;
};

/**
 * dramatis_import_new:
 * @dossier: the dossier that the article is for
 * @title: (nullable): the title, if it is known
 * @language: (nullable): the language, as a BCP 47 tag
 * @published: (nullable): when the article was published
 *
 * Begins an import.
 *
 * Returns: (transfer full): a new import
 */
DramatisImport *
dramatis_import_new (DramatisDossier *dossier,
                     const char      *title,
                     const char      *language,
                     DramatisTime    *published)
{
  DramatisImport *self = g_new0 (DramatisImport, 1);

  self->suggester = dramatis_suggester_new (dossier, language, published);
  self->title = g_strdup (title);
  self->language = g_strdup (language);
  self->published = published != NULL ? dramatis_time_ref (published) : NULL;

  return self;
}

/**
 * dramatis_import_free:
 * @self: (transfer full): an import
 *
 * Frees an import.
 */
void
dramatis_import_free (DramatisImport *self)
{
  dramatis_suggester_free (self->suggester);
  g_free (self->title);
  g_free (self->language);
  g_clear_pointer (&self->published, dramatis_time_unref);
  g_clear_pointer (&self->passages, g_array_unref);
  g_strfreev (self->left_out);
  g_free (self);
}

/* A file's name without its suffix */
static char *
name_to_title (const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  char *dot = strrchr (base, '.');

  if (dot != NULL && dot != base)
    *dot = '\0';

  return g_filename_display_name (base);
}

/**
 * dramatis_import_read:
 * @self: an import
 * @bytes: the text
 * @name: (nullable): the name of the file, which is the title where the text itself has none
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Decodes a text, splits it into passages and finds what is to be suggested. Touches nothing but the import, so
 * that it can run in any thread.
 *
 * Returns: %FALSE with @error set if the text can't be read, or if there is none
 */
gboolean
dramatis_import_read (DramatisImport  *self,
                      GBytes          *bytes,
                      const char      *name,
                      GCancellable    *cancellable,
                      GError         **error)
{
  g_autofree char *text = dramatis_decoder_decode (bytes, error);
  g_autofree char *title = NULL;

  if (text == NULL)
    return FALSE;

  self->passages = dramatis_passage_splitter_split (text, &title, &self->left_out);
  if (self->passages->len == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("there is no text in it"));
      return FALSE;
    }

  /* A title stands over the article: as its first passage it would stand there twice. */
  if (title != NULL && (self->title == NULL || g_str_equal (self->title, title)))
    {
      g_array_remove_index (self->passages, 0);
      g_free (self->title);
      self->title = g_steal_pointer (&title);
    }
  if (self->title == NULL && name != NULL)
    self->title = name_to_title (name);
  if (self->title == NULL)
    self->title = g_strdup (_("Untitled"));

  for (guint i = 0; i < self->passages->len; i++)
    dramatis_suggester_add_passage (self->suggester,
                                    g_array_index (self->passages, DramatisPassageDraft, i).text);

  return dramatis_suggester_run (self->suggester, cancellable, error);
}

/**
 * dramatis_import_apply:
 * @self: an import that has read a text
 * @dossier: the dossier
 *
 * Adds the article with what is suggested for it, and gives the dossier its title if it has none. One level of undo.
 *
 * Returns: (transfer none): the article
 */
DramatisArticle *
dramatis_import_apply (DramatisImport  *self,
                       DramatisDossier *dossier)
{
  DramatisHistory *history = dramatis_dossier_get_history (dossier);
  g_autofree char *id = dramatis_dossier_create_id (dossier, "article", self->title);
  g_autoptr (DramatisArticle) article = dramatis_article_new (id);
  GListStore *passages = G_LIST_STORE (dramatis_article_get_passages (article));

  g_object_set (article,
                "title", self->title,
                "language", self->language,
                "published", self->published,
                NULL);
  for (guint i = 0; i < self->passages->len; i++)
    {
      const DramatisPassageDraft *draft = &g_array_index (self->passages, DramatisPassageDraft, i);
      g_autofree char *seed = g_strdup_printf ("%s %u %s", id, i, draft->text);
      g_autofree char *passage_id = dramatis_dossier_create_id (dossier, "passage", seed);
      g_autoptr (DramatisPassage) passage = dramatis_passage_new (passage_id, draft->kind, draft->text, NULL);

      g_list_store_append (passages, passage);
    }

  dramatis_history_begin (history, _("Add Article"));
  if (*dramatis_dossier_get_title (dossier) == '\0')
    dramatis_history_set (history, dossier, "title", self->title, NULL);
  dramatis_dossier_add (dossier, article);
  dramatis_suggester_apply (self->suggester, dossier, article);
  dramatis_history_end (history);

  return article;
}

/**
 * dramatis_import_create_revision:
 * @self: an import that has read a text
 * @dossier: the dossier
 * @article: an article of it
 *
 * Compares the text with that of an article of which it is a new version.
 *
 * Returns: (transfer full): what would become of the article
 */
DramatisRevision *
dramatis_import_create_revision (DramatisImport  *self,
                                 DramatisDossier *dossier,
                                 DramatisArticle *article)
{
  return dramatis_revision_new (dossier, article, self->passages);
}

/**
 * dramatis_import_apply_revision:
 * @self: an import that has read a text
 * @dossier: the dossier
 * @article: an article of it
 * @revision: what was made of them by [method@Import.create_revision]; the dossier must not have been edited since
 *
 * Gives an article its new text, and suggests what was found where nothing is known yet. One level of undo.
 */
void
dramatis_import_apply_revision (DramatisImport   *self,
                                DramatisDossier  *dossier,
                                DramatisArticle  *article,
                                DramatisRevision *revision)
{
  DramatisHistory *history = dramatis_dossier_get_history (dossier);

  dramatis_history_begin (history, _("New Version of Article"));
  dramatis_revision_apply (revision);
  dramatis_suggester_supplement (self->suggester, dossier, article);
  dramatis_history_end (history);
}

/**
 * dramatis_import_get_left_out:
 * @self: an import that has read a text
 *
 * Gets the lines that belong to the page around the article, and were left out.
 *
 * Returns: (transfer none) (array zero-terminated=1): the lines
 */
const char * const *
dramatis_import_get_left_out (DramatisImport *self)
{
  return (const char * const *) self->left_out;
}
