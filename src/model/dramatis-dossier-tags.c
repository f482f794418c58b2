/* dramatis-dossier-tags.c: what can be done to the tags of a dossier
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-dossier-private.h"

#include <glib/gi18n-lib.h>

#include "dramatis-text.h"

static DramatisTag *
find_tag (DramatisDossier *self,
          const char      *name)
{
  GListModel *tags = dramatis_dossier_get_tags (self);
  g_autofree char *folded = dramatis_text_fold (name);

  for (guint i = 0; i < g_list_model_get_n_items (tags); i++)
    {
      g_autoptr (DramatisTag) tag = g_list_model_get_item (tags, i);
      g_autofree char *other = dramatis_text_fold (dramatis_tag_get_name (tag));

      if (g_str_equal (folded, other))
        return tag;
    }

  return NULL;
}

/**
 * dramatis_dossier_ensure_tag:
 * @self: a dossier
 * @name: the name of a tag
 *
 * Finds a tag by its name without regard to case, or adds it. Adding it is one level of undo.
 *
 * Returns: (transfer none): the tag
 */
DramatisTag *
dramatis_dossier_ensure_tag (DramatisDossier *self,
                             const char      *name)
{
  DramatisTag *found;
  g_autofree char *id = NULL;
  g_autoptr (DramatisTag) added = NULL;

  g_return_val_if_fail (DRAMATIS_IS_DOSSIER (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  found = find_tag (self, name);
  if (found != NULL)
    return found;

  id = dramatis_dossier_create_id (self, "tag", NULL);
  added = dramatis_tag_new (id, name);
  dramatis_dossier_add (self, added);

  return added;
}

/**
 * dramatis_dossier_merge_tags:
 * @self: a dossier
 * @tag: a tag of the dossier, which goes
 * @into: another one, which stays as it is
 *
 * Gives the notes of one tag another one instead. One level of undo.
 */
void
dramatis_dossier_merge_tags (DramatisDossier *self,
                             DramatisTag     *tag,
                             DramatisTag     *into)
{
  DramatisHistory *history = dramatis_dossier_get_history (self);
  const char *id = dramatis_thing_get_id (DRAMATIS_THING (tag));

  g_return_if_fail (DRAMATIS_IS_DOSSIER (self));
  g_return_if_fail (tag != into);

  dramatis_history_begin (history, _("Merge Tags"));
  dramatis_dossier_redirect (self, DRAMATIS_TYPE_TAG, (const char *[]) { id, NULL },
                             dramatis_thing_get_id (DRAMATIS_THING (into)));
  dramatis_dossier_remove (self, tag);
  dramatis_history_end (history);
}

/**
 * dramatis_dossier_rename_tag:
 * @self: a dossier
 * @tag: a tag of the dossier
 * @name: its new name
 *
 * Renames a tag. If another one has that name already, without regard to case, they are merged. One level of undo.
 *
 * Returns: (transfer none): the tag that has the name now
 */
DramatisTag *
dramatis_dossier_rename_tag (DramatisDossier *self,
                             DramatisTag     *tag,
                             const char      *name)
{
  DramatisTag *other;

  g_return_val_if_fail (DRAMATIS_IS_DOSSIER (self), NULL);
  g_return_val_if_fail (DRAMATIS_IS_TAG (tag), NULL);
  g_return_val_if_fail (name != NULL && *name != '\0', NULL);

  other = find_tag (self, name);
  if (other != NULL && other != tag)
    {
      dramatis_dossier_merge_tags (self, tag, other);
      return other;
    }

  if (!g_str_equal (name, dramatis_tag_get_name (tag)))
    dramatis_dossier_edit (self, _("Rename Tag"), tag, "name", name, NULL);

  return tag;
}
