/* dramatis-passage-row-snapshot.c: what is painted under the words of a passage
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-passage-row-private.h"

#include "dramatis-palette.h"

/* The place of a list item's bullet, which is not part of the text and so not of the label. */
static void
snapshot_bullet (DramatisPassageRow *self,
                 GtkSnapshot        *snapshot,
                 PangoLayout        *text,
                 gboolean            rtl)
{
  g_autoptr (PangoLayout) bullet = gtk_widget_create_pango_layout (self->label, "•");
  graphene_point_t point;
  GdkRGBA rgba;
  int width;

  dramatis_palette_get_rgba (DRAMATIS_COLOUR_SLATE, DRAMATIS_SHADE_STRONG, &rgba);
  pango_layout_set_attributes (bullet, gtk_label_get_attributes (GTK_LABEL (self->label)));
  pango_layout_get_pixel_size (bullet, &width, NULL);
  point.x = rtl ? gtk_widget_get_width (GTK_WIDGET (self)) + width : -2.0f * width;
  point.y = PANGO_PIXELS (pango_layout_get_baseline (text) - pango_layout_get_baseline (bullet));

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &point);
  gtk_snapshot_append_layout (snapshot, bullet, &rgba);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_flash (DramatisPassageRow *self,
                GtkSnapshot        *snapshot,
                PangoLayout        *layout)
{
  GdkRGBA rgba;

  if (self->flash_strength <= 0)
    return;

  dramatis_palette_get_rgba (DRAMATIS_COLOUR_YELLOW, DRAMATIS_SHADE_STRONG, &rgba);
  rgba.alpha = 0.4 * self->flash_strength;
  dramatis_range_snapshot_fill (&self->flash, snapshot, layout, &rgba);
}

static void
snapshot_selected (DramatisPassageRow *self,
                   GtkSnapshot        *snapshot,
                   PangoLayout        *layout)
{
  GdkRGBA rgba;

  if (self->selected.start == self->selected.end)
    return;

  dramatis_palette_get_rgba (DRAMATIS_COLOUR_BLUE, DRAMATIS_SHADE_SELECTED, &rgba);
  dramatis_range_snapshot_fill (&self->selected, snapshot, layout, &rgba);
}

static void
snapshot_mention_ring (DramatisPassageRow *self,
                       GtkSnapshot        *snapshot,
                       PangoLayout        *layout)
{
  const DramatisMark *mention = dramatis_passage_row_get_focus_mark (self);
  GdkRGBA rgba;

  if (mention == NULL)
    return;

  dramatis_palette_get_rgba (mention->colour, DRAMATIS_SHADE_STRONG, &rgba);
  dramatis_range_snapshot_ring (&mention->range, snapshot, layout, 2, &rgba);
}

static void
snapshot_caret (DramatisPassageRow *self,
                GtkSnapshot        *snapshot,
                PangoLayout        *layout)
{
  PangoRectangle strong;
  graphene_rect_t line;
  GdkRGBA rgba;
  const char *text = pango_layout_get_text (layout);

  if (!self->caret)
    return;

  dramatis_palette_get_rgba (DRAMATIS_COLOUR_BLUE, DRAMATIS_SHADE_STRONG, &rgba);
  pango_layout_get_cursor_pos (layout, g_utf8_offset_to_pointer (text, self->caret_offset) - text, &strong, NULL);
  graphene_rect_init (&line, PANGO_PIXELS (strong.x) - 1, PANGO_PIXELS (strong.y), 2, PANGO_PIXELS (strong.height));
  gtk_snapshot_append_color (snapshot, &rgba, &line);
}

/**
 * dramatis_passage_row_snapshot:
 * @widget: a row
 * @snapshot: what to paint on
 *
 * Paints what marks the words, from the bottom up, and the words on top.
 */
void
dramatis_passage_row_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  DramatisPassageRow *self = DRAMATIS_PASSAGE_ROW (widget);
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (self->label));
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x, y;

  gtk_label_get_layout_offsets (GTK_LABEL (self->label), &x, &y);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));

  if (dramatis_passage_get_kind (self->passage) == DRAMATIS_PASSAGE_KIND_LIST_ITEM)
    snapshot_bullet (self, snapshot, layout, rtl);
  dramatis_marks_snapshot (self->marks, snapshot, layout);
  snapshot_flash (self, snapshot, layout);
  snapshot_selected (self, snapshot, layout);
  snapshot_mention_ring (self, snapshot, layout);
  snapshot_caret (self, snapshot, layout);

  gtk_snapshot_restore (snapshot);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
}
