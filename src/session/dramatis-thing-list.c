/* dramatis-thing-list.c: a list of things that is told what is in it
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-thing-list.h"

/**
 * DramatisThingList:
 *
 * A list model of things out of an index.
 *
 * To ask 100,000 notes one by one whether they pass, as [class@Gtk.FilterListModel] does, takes several frames; the
 * filter and the index tell for all of them together in a fraction of one. The list then finds out what has changed.
 */
struct _DramatisThingList
{
  GObject        parent_instance;

  GPtrArray     *items;     /* owned by the index */
  DramatisIndex *index;
};

static GType
dramatis_thing_list_get_item_type (GListModel *model)
{
  return DRAMATIS_TYPE_THING;
}

static guint
dramatis_thing_list_get_n_items (GListModel *model)
{
  return DRAMATIS_THING_LIST (model)->items->len;
}

static gpointer
dramatis_thing_list_get_item (GListModel *model,
                              guint       position)
{
  GPtrArray *items = DRAMATIS_THING_LIST (model)->items;

  return position < items->len ? g_object_ref (g_ptr_array_index (items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = dramatis_thing_list_get_item_type;
  iface->get_n_items = dramatis_thing_list_get_n_items;
  iface->get_item = dramatis_thing_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DramatisThingList, dramatis_thing_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
dramatis_thing_list_finalize (GObject *object)
{
  DramatisThingList *self = DRAMATIS_THING_LIST (object);

  g_ptr_array_unref (self->items);
  g_clear_object (&self->index);

  G_OBJECT_CLASS (dramatis_thing_list_parent_class)->finalize (object);
}

static void
dramatis_thing_list_class_init (DramatisThingListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dramatis_thing_list_finalize;
}

static void
dramatis_thing_list_init (DramatisThingList *self)
{
  self->items = g_ptr_array_new ();
}

/**
 * dramatis_thing_list_new:
 *
 * Makes an empty list.
 *
 * Returns: (transfer full): a new list
 */
DramatisThingList *
dramatis_thing_list_new (void)
{
  return g_object_new (DRAMATIS_TYPE_THING_LIST, NULL);
}

/**
 * dramatis_thing_list_set_items:
 * @self: a list
 * @items: (transfer full) (element-type DramatisThing): what is to be in it, without references
 * @index: the index that has them
 *
 * Says what is in the list from now on. What stays the same at its beginning and at its end counts as unchanged.
 */
void
dramatis_thing_list_set_items (DramatisThingList *self,
                               GPtrArray         *items,
                               DramatisIndex     *index)
{
  g_autoptr (GPtrArray) old = self->items;
  g_autoptr (DramatisIndex) old_index = self->index;
  guint start = 0;
  guint old_end = old->len;
  guint end = items->len;

  while (start < old_end && start < end && old->pdata[start] == items->pdata[start])
    start++;
  while (old_end > start && end > start && old->pdata[old_end - 1] == items->pdata[end - 1])
    {
      old_end--;
      end--;
    }

  self->items = items;
  self->index = g_object_ref (index);
  if (old_end > start || end > start)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old_end - start, end - start);
}
