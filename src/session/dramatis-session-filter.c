/* dramatis-session-filter.c: keeps the filter to what there is
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-session-private.h"

/* What became of a list of the filter when things of it went away */
typedef struct
{
  const char *property;
  GStrv       before;
  GStrv       after;
} Pruning;

static void
pruning_clear (gpointer data)
{
  Pruning *pruning = data;

  g_strfreev (pruning->before);
  g_strfreev (pruning->after);
}

static gboolean
is_there (DramatisSession *self,
          const char      *id)
{
  DramatisThing *thing = dramatis_dossier_lookup (self->dossier, id);

  return thing != NULL
         && (!DRAMATIS_IS_ACTOR (thing)
             || dramatis_actor_get_status (DRAMATIS_ACTOR (thing)) != DRAMATIS_STATUS_REJECTED);
}

static gboolean
are_there (DramatisSession *self,
           GStrv            ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (!is_there (self, ids[i]))
        return FALSE;
    }

  return TRUE;
}

/* Undone or done again: the filter is what it was before, or became then. */
static GStrv
recall (DramatisSession *self,
        const char      *property,
        GStrv            ids)
{
  for (guint i = self->prunings->len; i > 0; i--)
    {
      const Pruning *pruning = &g_array_index (self->prunings, Pruning, i - 1);
      GStrv others[] = { pruning->before, pruning->after };

      for (guint j = 0; j < 2 && g_str_equal (pruning->property, property); j++)
        {
          if (g_strv_equal ((const char * const *) others[1 - j], (const char * const *) ids)
              && are_there (self, others[j])
              && (j == 0 || !are_there (self, ids)))
            return g_strdupv (others[j]);
        }
    }

  return NULL;
}

/* In place of what was merged stands what it was merged into; what is gone is gone. */
static GStrv
prune (DramatisSession *self,
       const char      *property,
       GStrv            ids)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  Pruning pruning = { property };

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const char *id = g_intern_string (ids[i]);

      while (id != NULL && !is_there (self, id))
        id = g_hash_table_lookup (self->merged, id);
      if (id != NULL && !g_ptr_array_find (kept, id, NULL))
        g_ptr_array_add (kept, (gpointer) id);
    }
  g_ptr_array_add (kept, NULL);

  pruning.before = g_strdupv (ids);
  pruning.after = g_strdupv ((GStrv) kept->pdata);
  g_array_append_val (self->prunings, pruning);

  return g_strdupv (pruning.after);
}

static void
filter_changed_cb (DramatisSession *self)
{
  /* what a person has changed since is not to be brought back by undoing something else */
  if (!self->pruning)
    g_array_set_size (self->prunings, 0);
}

static void
merged_cb (DramatisDossier     *dossier,
           const char * const  *from,
           const char          *to,
           DramatisSession     *self)
{
  for (guint i = 0; from[i] != NULL; i++)
    g_hash_table_insert (self->merged, (gpointer) g_intern_string (from[i]), (gpointer) g_intern_string (to));
}

/**
 * dramatis_session_prune_filter:
 * @self: a session
 *
 * Takes out of the filter what has gone from the dossier, after an edit; what was merged into something else is that
 * from now on. When the edit is undone, the filter is again what it was, unless it was changed since.
 */
void
dramatis_session_prune_filter (DramatisSession *self)
{
  static const char * const properties[] = { "actors", "tags" };

  self->pruning = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_auto (GStrv) ids = NULL;
      g_auto (GStrv) now = NULL;

      g_object_get (self->filter, properties[i], &ids, NULL);
      if (dramatis_history_get_replaying (dramatis_dossier_get_history (self->dossier)))
        now = recall (self, properties[i], ids);
      if (now == NULL && !are_there (self, ids))
        now = prune (self, properties[i], ids);
      if (now != NULL)
        g_object_set (self->filter, properties[i], now, NULL);
    }
  self->pruning = FALSE;
  g_hash_table_remove_all (self->merged);
}

/**
 * dramatis_session_init_filter:
 * @self: a session with its dossier and filter
 *
 * Watches what is merged, and who changes the filter.
 */
void
dramatis_session_init_filter (DramatisSession *self)
{
  self->merged = g_hash_table_new (NULL, NULL);
  self->prunings = g_array_new (FALSE, FALSE, sizeof (Pruning));
  g_array_set_clear_func (self->prunings, pruning_clear);
  g_signal_connect_object (self->dossier, "merged", G_CALLBACK (merged_cb), self, 0);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
}
