/* dramatis-timeline-item.c: an event on the timeline
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-timeline-item.h"

#include <adwaita.h>

#include "dramatis-palette.h"
#include "dramatis-timeline-layout.h"

/* Pixels: the height of a mark, and how far the end of one fades that is about right, open or unknown; the stripes of
 * an uncertain one, and from one to the next. */
#define MARK_HEIGHT 10
#define SOFT        9
#define FADE        28
#define STRIPE      3
#define STRIPE_STEP 6

/**
 * DramatisTimelineItem:
 *
 * An event on the timeline: a mark as long as the time it stands for, and its title where there is room.
 *
 * A day is a dot, all else a bar. What is approximate has soft ends; an end that is open or unknown fades away.
 * What was only suggested is an outline. What is uncertain is striped.
 *
 * # CSS nodes
 *
 * `event` with the class `dimmed` outside of the filter's span, `pointed` while the pointer is on it or on its words,
 * and `suggested` before a person confirmed it; in it a `label`, which has the class `over` where it lies on the mark
 * or on lines.
 *
 * # Accessibility
 *
 * The role is %GTK_ACCESSIBLE_ROLE_LIST_ITEM. The label says what one goes by: title, time, place in the list, actors;
 * the description what the event was read from. The actions are offered to assistive technology by name.
 */
struct _DramatisTimelineItem
{
  GtkWidget          parent_instance;

  DramatisEvent     *event;
  DramatisTime      *time;     /* of the event, when it was set: by now it may have none */
  GtkWidget         *label;
  DramatisColour     colour;
  DramatisItemShape  shape;
};

G_DEFINE_FINAL_TYPE (DramatisTimelineItem, dramatis_timeline_item, GTK_TYPE_WIDGET)

/* The timeline knows what to do with the event that has the focus. */
static void
pass_on (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  const char *verb = strchr (action_name, '.') + 1;
  g_autofree char *timeline_action = g_strconcat ("timeline.", verb, NULL);

  /* What is out of sight can't have the focus. */
  gtk_widget_set_child_visible (widget, TRUE);
  gtk_widget_grab_focus (widget);
  gtk_widget_activate_action (widget, timeline_action, NULL);
}

static void
dramatis_timeline_item_measure (GtkWidget      *widget,
                                GtkOrientation  orientation,
                                int             for_size,
                                int            *minimum,
                                int            *natural,
                                int            *minimum_baseline,
                                int            *natural_baseline)
{
  DramatisTimelineItem *self = DRAMATIS_TIMELINE_ITEM (widget);

  *minimum = *natural = DRAMATIS_MARK_WIDTH;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      gtk_widget_measure (self->label, orientation, -1, NULL, natural, NULL, NULL);
      *natural = MAX (*natural, MARK_HEIGHT);
      *minimum = MARK_HEIGHT;
    }
}

/* Where time runs from right to left, so does all in here. */
static int
mirror (DramatisTimelineItem *self,
        int                   x,
        int                   width)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? self->shape.width - x - width : x;
}

static void
dramatis_timeline_item_size_allocate (GtkWidget *widget,
                                      int        width,
                                      int        height,
                                      int        baseline)
{
  DramatisTimelineItem *self = DRAMATIS_TIMELINE_ITEM (widget);
  GskTransform *transform;
  int minimum;

  gtk_widget_set_child_visible (self->label, self->shape.label_width > 0);
  if (self->shape.label_width <= 0)
    return;

  gtk_widget_measure (self->label, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
  transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (mirror (self, self->shape.label_x,
                                                                           self->shape.label_width),
                                                                   (height - minimum) / 2));
  gtk_widget_allocate (self->label, self->shape.label_width, minimum, -1, transform);
}

/* How far each end fades, in pixels. */
static void
get_fades (DramatisTimelineItem *self,
           double               *start,
           double               *end)
{
  const DramatisSpan *span = dramatis_time_get_span (self->time);
  double soft = dramatis_time_is_approximate (self->time) ? SOFT : 0;

  *start = *end = soft;
  if (span->start == DRAMATIS_DAY_MIN || dramatis_time_is_start_unknown (self->time))
    *start = FADE;
  if (span->end == DRAMATIS_DAY_MAX || dramatis_time_is_end_unknown (self->time))
    *end = FADE;
  if (self->shape.cut_start)
    *start = 0;
  if (self->shape.cut_end)
    *end = 0;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    {
      double first = *start;

      *start = *end;
      *end = first;
    }
}

static void
append_faded (GtkSnapshot           *snapshot,
              const graphene_rect_t *bounds,
              const GdkRGBA         *colour,
              double                 start,
              double                 end)
{
  double width = bounds->size.width;
  double scale = MIN (1, width / (start + end));
  GdkRGBA clear = *colour;
  GskColorStop stops[4];

  clear.alpha = 0;
  stops[0] = (GskColorStop) { 0, start > 0 ? clear : *colour };
  stops[1] = (GskColorStop) { start * scale / width, *colour };
  stops[2] = (GskColorStop) { 1 - end * scale / width, *colour };
  stops[3] = (GskColorStop) { 1, end > 0 ? clear : *colour };
  gtk_snapshot_append_linear_gradient (snapshot, bounds, &bounds->origin,
                                       &GRAPHENE_POINT_INIT (bounds->origin.x + width, bounds->origin.y),
                                       stops, G_N_ELEMENTS (stops));
}

static void
append_stripes (GtkSnapshot           *snapshot,
                const graphene_rect_t *bounds,
                const GdkRGBA         *colour,
                double                 start,
                double                 end)
{
  graphene_rect_t rest = GRAPHENE_RECT_INIT (bounds->origin.x + start, bounds->origin.y,
                                             bounds->size.width - start - end, bounds->size.height);
  graphene_rect_t stripe = GRAPHENE_RECT_INIT (rest.origin.x, rest.origin.y, STRIPE_STEP, rest.size.height);

  if (bounds->size.width - start - end < STRIPE)
    return;

  gtk_snapshot_push_repeat (snapshot, &rest, &stripe);
  stripe.size.width = STRIPE;
  gtk_snapshot_append_color (snapshot, colour, &stripe);
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_mark (DramatisTimelineItem *self,
               GtkSnapshot          *snapshot)
{
  const DramatisSpan *span = dramatis_time_get_span (self->time);
  gboolean is_day = span->start + 1 == span->end;
  gboolean suggested = dramatis_event_get_status (self->event) == DRAMATIS_STATUS_SUGGESTED;
  int y = (gtk_widget_get_height (GTK_WIDGET (self)) - MARK_HEIGHT) / 2;
  float radius = is_day ? MARK_HEIGHT / 2.0f : 3;
  GskRoundedRect outline;
  double fade_start, fade_end;
  GdkRGBA colour, fill;

  dramatis_palette_get_rgba (self->colour, DRAMATIS_SHADE_STRONG, &colour);
  fill = colour;
  if (suggested)
    fill.alpha *= 0.25f;
  else if (dramatis_time_is_uncertain (self->time))
    fill.alpha *= 0.45f;

  get_fades (self, &fade_start, &fade_end);
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (mirror (self, self->shape.mark_x, self->shape.mark_width), y,
                                                        self->shape.mark_width, MARK_HEIGHT),
                                   radius);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  if (fade_start > 0 || fade_end > 0)
    append_faded (snapshot, &outline.bounds, &fill, fade_start, fade_end);
  else
    gtk_snapshot_append_color (snapshot, &fill, &outline.bounds);
  if (dramatis_time_is_uncertain (self->time))
    append_stripes (snapshot, &outline.bounds, &colour, fade_start, fade_end);
  gtk_snapshot_pop (snapshot);

  if (suggested)
    {
      /* An end that fades has no edge. */
      const float left = fade_start > 0 ? 0 : 1.5f, right = fade_end > 0 ? 0 : 1.5f;
      const float widths[4] = { 1.5f, right, 1.5f, left };
      GdkRGBA edge = colour;

      if (fade_start > 0 || fade_end > 0)
        edge.alpha *= 0.5f;
      gtk_snapshot_append_border (snapshot, &outline, widths, (GdkRGBA[4]) { edge, edge, edge, edge });
    }
}

static void
dramatis_timeline_item_snapshot (GtkWidget   *widget,
                                 GtkSnapshot *snapshot)
{
  DramatisTimelineItem *self = DRAMATIS_TIMELINE_ITEM (widget);

  snapshot_mark (self, snapshot);
  gtk_widget_snapshot_child (widget, self->label, snapshot);
}

static void
dramatis_timeline_item_dispose (GObject *object)
{
  DramatisTimelineItem *self = DRAMATIS_TIMELINE_ITEM (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_object (&self->event);
  g_clear_pointer (&self->time, dramatis_time_unref);

  G_OBJECT_CLASS (dramatis_timeline_item_parent_class)->dispose (object);
}

static void
dramatis_timeline_item_class_init (DramatisTimelineItemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dramatis_timeline_item_dispose;
  widget_class->measure = dramatis_timeline_item_measure;
  widget_class->size_allocate = dramatis_timeline_item_size_allocate;
  widget_class->snapshot = dramatis_timeline_item_snapshot;

  gtk_widget_class_set_css_name (widget_class, "event");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_install_action (widget_class, "event.activate", NULL, pass_on);
  gtk_widget_class_install_action (widget_class, "event.details", NULL, pass_on);
  gtk_widget_class_install_action (widget_class, "event.mark-span", NULL, pass_on);
  gtk_widget_class_install_action (widget_class, "event.remove", NULL, pass_on);
}

static void
dramatis_timeline_item_init (DramatisTimelineItem *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);

  /* What the item says begins with the same words. */
  self->label = g_object_new (GTK_TYPE_LABEL,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                              "ellipsize", PANGO_ELLIPSIZE_END,
                              "single-line-mode", TRUE,
                              "xalign", 0.0f,
                              "can-target", FALSE,
                              NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/**
 * dramatis_timeline_item_new:
 *
 * Makes an item without an event.
 *
 * Returns: (transfer floating): a new widget
 */
GtkWidget *
dramatis_timeline_item_new (void)
{
  return g_object_new (DRAMATIS_TYPE_TIMELINE_ITEM, NULL);
}

/**
 * dramatis_timeline_item_get_event:
 * @self: an item
 *
 * Gets the event.
 *
 * Returns: (transfer none) (nullable): the event
 */
DramatisEvent *
dramatis_timeline_item_get_event (DramatisTimelineItem *self)
{
  g_return_val_if_fail (DRAMATIS_IS_TIMELINE_ITEM (self), NULL);

  return self->event;
}

/**
 * dramatis_timeline_item_get_label_width:
 * @self: an item
 *
 * Gets how much room the whole title needs.
 *
 * Returns: pixels
 */
int
dramatis_timeline_item_get_label_width (DramatisTimelineItem *self)
{
  int natural;

  g_return_val_if_fail (DRAMATIS_IS_TIMELINE_ITEM (self), 0);

  gtk_widget_measure (self->label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

/**
 * dramatis_timeline_item_get_shape:
 * @self: an item
 *
 * Gets what was set with dramatis_timeline_item_set_shape().
 *
 * Returns: (transfer none): the shape
 */
const DramatisItemShape *
dramatis_timeline_item_get_shape (DramatisTimelineItem *self)
{
  return &self->shape;
}

/**
 * dramatis_timeline_item_set_colour:
 * @self: an item
 * @colour: a colour
 *
 * Sets the colour of the mark.
 */
void
dramatis_timeline_item_set_colour (DramatisTimelineItem *self,
                                   DramatisColour        colour)
{
  g_return_if_fail (DRAMATIS_IS_TIMELINE_ITEM (self));

  if (self->colour == colour)
    return;

  self->colour = colour;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * dramatis_timeline_item_set_event:
 * @self: an item
 * @event: a dated event
 * @spoken: what a screen reader says for it
 * @evidence: what it says of it when it is asked for more
 *
 * Sets the event. Also to be called when something about it has changed.
 */
void
dramatis_timeline_item_set_event (DramatisTimelineItem *self,
                                  DramatisEvent        *event,
                                  const char           *spoken,
                                  const char           *evidence)
{
  g_return_if_fail (DRAMATIS_IS_TIMELINE_ITEM (self));
  g_return_if_fail (DRAMATIS_IS_EVENT (event));
  g_return_if_fail (spoken != NULL && evidence != NULL);

  g_set_object (&self->event, event);
  g_clear_pointer (&self->time, dramatis_time_unref);
  self->time = dramatis_time_ref (dramatis_event_get_time (event));
  gtk_label_set_text (GTK_LABEL (self->label), dramatis_event_get_title (event));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, evidence,
                                  -1);
  if (dramatis_event_get_status (event) == DRAMATIS_STATUS_SUGGESTED)
    gtk_widget_add_css_class (GTK_WIDGET (self), "suggested");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "suggested");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * dramatis_timeline_item_set_shape:
 * @self: an item
 * @shape: its parts
 *
 * Says which room the timeline is about to give to the item, and how it is divided.
 */
void
dramatis_timeline_item_set_shape (DramatisTimelineItem    *self,
                                  const DramatisItemShape *shape)
{
  DramatisItemShape before;

  g_return_if_fail (DRAMATIS_IS_TIMELINE_ITEM (self));

  before = self->shape;
  /* One that only moves is drawn as it was: the timeline gives it its place. */
  before.x = shape->x;
  before.y = shape->y;
  if (memcmp (&before, shape, sizeof before) == 0)
    {
      self->shape = *shape;
      return;
    }

  if (self->shape.over != shape->over)
    {
      if (shape->over)
        gtk_widget_add_css_class (self->label, "over");
      else
        gtk_widget_remove_css_class (self->label, "over");
    }
  self->shape = *shape;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
