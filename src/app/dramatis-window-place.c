/* dramatis-window-place.c: where one was reading when a dossier was closed
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-window-private.h"

#define KEY "reading-places"

/* So many dossiers are remembered. */
#define MAX_PLACES 100

void
dramatis_window_save_place (DramatisWindow *self)
{
  const char *path = self->document != NULL ? dramatis_document_get_path (self->document) : NULL;
  g_autoptr (GVariant) places = g_settings_get_value (self->settings, KEY);
  GVariantBuilder builder;
  const char *other, *id;
  double fraction;

  id = dramatis_article_view_get_place (self->article_view, &fraction);
  if (path == NULL || id == NULL)
    return;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ssd)"));
  g_variant_builder_add (&builder, "(ssd)", path, id, fraction);
  for (gsize i = 0, n = 1; i < g_variant_n_children (places) && n < MAX_PLACES; i++)
    {
      g_variant_get_child (places, i, "(&s&sd)", &other, &id, &fraction);
      if (g_str_equal (other, path))
        continue;

      g_variant_builder_add (&builder, "(ssd)", other, id, fraction);
      n++;
    }
  g_settings_set_value (self->settings, KEY, g_variant_builder_end (&builder));
}

void
dramatis_window_restore_place (DramatisWindow *self)
{
  const char *path = dramatis_document_get_path (self->document);
  g_autoptr (GVariant) places = g_settings_get_value (self->settings, KEY);
  const char *other, *id;
  double fraction;

  for (gsize i = 0; path != NULL && i < g_variant_n_children (places); i++)
    {
      g_variant_get_child (places, i, "(&s&sd)", &other, &id, &fraction);
      if (g_str_equal (other, path))
        {
          dramatis_article_view_set_place (self->article_view, id, fraction);
          return;
        }
    }
}
