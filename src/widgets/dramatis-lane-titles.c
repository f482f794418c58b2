/* dramatis-lane-titles.c: what the lanes of a timeline stand for
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-lane-titles.h"

#include <glib/gi18n-lib.h>

#include "dramatis-compat.h"

/* Pixels */
#define MAX_WIDTH 150
#define MIN_WIDTH 72

/**
 * DramatisLaneTitles:
 *
 * The titles beside the lanes of a [class@Timeline], each as far down as its lane.
 *
 * A click on a title shows all events of the lane. It is hidden where no lane has a title.
 *
 * # CSS nodes
 *
 * `lanetitles` with a `button.flat` for each title.
 */
struct _DramatisLaneTitles
{
  GtkWidget         parent_instance;

  DramatisTimeline *timeline;
  GSignalGroup     *timeline_signals;
  guint             tick_id;
};

G_DEFINE_FINAL_TYPE (DramatisLaneTitles, dramatis_lane_titles, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_TIMELINE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static guint
get_lane (GtkWidget *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "lane"));
}

static void
clicked_cb (GtkWidget          *button,
            DramatisLaneTitles *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->timeline), "timeline.fit-lane", "u", get_lane (button));
}

static void
add_title (DramatisLaneTitles *self,
           guint               lane,
           const char         *title)
{
  GtkWidget *button = gtk_button_new_with_label (title);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));
  /* Translators: the title of a lane of the timeline: an actor or an article */
  g_autofree char *tooltip = g_strdup_printf (_("Show the events of “%s”"), title);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  dramatis_widget_set_tooltip (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "lane", GUINT_TO_POINTER (lane));
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static gboolean
has_titles (DramatisLaneTitles *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  gboolean same = TRUE;
  guint n_lanes = dramatis_timeline_get_n_lanes (self->timeline);

  for (guint lane = 0; lane < n_lanes; lane++)
    {
      int y, height;
      const char *title = dramatis_timeline_locate_lane (self->timeline, lane, &y, &height);

      if (title == NULL)
        continue;
      same &= child != NULL && get_lane (child) == lane
              && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (child)), title) == 0;
      child = child != NULL ? gtk_widget_get_next_sibling (child) : NULL;
    }

  return same && child == NULL;
}

/* Before a frame, and not while the timeline is being allocated. */
static gboolean
update_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  DramatisLaneTitles *self = DRAMATIS_LANE_TITLES (widget);
  GtkWidget *child;
  int y, height;

  self->tick_id = 0;
  if (!has_titles (self))
    {
      while ((child = gtk_widget_get_first_child (widget)) != NULL)
        gtk_widget_unparent (child);
      for (guint lane = 0; lane < dramatis_timeline_get_n_lanes (self->timeline); lane++)
        {
          const char *title = dramatis_timeline_locate_lane (self->timeline, lane, &y, &height);

          if (title != NULL)
            add_title (self, lane, title);
        }
    }
  gtk_widget_queue_resize (widget);

  return G_SOURCE_REMOVE;
}

static void
lanes_moved_cb (DramatisLaneTitles *self)
{
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), update_cb, NULL, NULL);
}

static void
dramatis_lane_titles_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    return;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_natural;

      gtk_widget_measure (child, orientation, -1, NULL, &child_natural, NULL, NULL);
      *minimum = MIN_WIDTH;
      *natural = MAX (*natural, CLAMP (child_natural, MIN_WIDTH, MAX_WIDTH));
    }
}

static void
dramatis_lane_titles_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  DramatisLaneTitles *self = DRAMATIS_LANE_TITLES (widget);
  int free_from = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int y, lane_height, minimum;
      gboolean fits;

      /* There may be fewer lanes until the next update. */
      if (get_lane (child) >= dramatis_timeline_get_n_lanes (self->timeline))
        {
          gtk_widget_set_child_visible (child, FALSE);
          continue;
        }
      dramatis_timeline_locate_lane (self->timeline, get_lane (child), &y, &lane_height);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
      /* Where the lanes are places in the text, titles can be nearer to one another than they are high. */
      fits = y >= free_from;
      gtk_widget_set_child_visible (child, fits);
      if (!fits)
        continue;
      gtk_widget_allocate (child, width, minimum, -1, gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, y)));
      free_from = y + minimum;
    }
}

static void
dramatis_lane_titles_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  DramatisLaneTitles *self = DRAMATIS_LANE_TITLES (object);

  switch (prop_id)
    {
    case PROP_TIMELINE:
      g_value_set_object (value, self->timeline);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_lane_titles_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  DramatisLaneTitles *self = DRAMATIS_LANE_TITLES (object);

  switch (prop_id)
    {
    case PROP_TIMELINE:
      dramatis_lane_titles_set_timeline (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_lane_titles_dispose (GObject *object)
{
  DramatisLaneTitles *self = DRAMATIS_LANE_TITLES (object);
  GtkWidget *child;

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->timeline_signals);
  g_clear_object (&self->timeline);

  G_OBJECT_CLASS (dramatis_lane_titles_parent_class)->dispose (object);
}

static void
dramatis_lane_titles_class_init (DramatisLaneTitlesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dramatis_lane_titles_get_property;
  object_class->set_property = dramatis_lane_titles_set_property;
  object_class->dispose = dramatis_lane_titles_dispose;
  widget_class->measure = dramatis_lane_titles_measure;
  widget_class->size_allocate = dramatis_lane_titles_size_allocate;

  /**
   * DramatisLaneTitles:timeline:
   *
   * The timeline beside it.
   */
  properties[PROP_TIMELINE] =
    g_param_spec_object ("timeline", NULL, NULL, DRAMATIS_TYPE_TIMELINE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "lanetitles");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dramatis_lane_titles_init (DramatisLaneTitles *self)
{
  self->timeline_signals = g_signal_group_new (DRAMATIS_TYPE_TIMELINE);
  g_signal_group_connect_swapped (self->timeline_signals, "lanes-moved", G_CALLBACK (lanes_moved_cb), self);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Lanes"), -1);
}

/**
 * dramatis_lane_titles_set_timeline:
 * @self: titles
 * @timeline: (nullable): a timeline
 *
 * Sets the timeline, which is to have the same height and lie beside it.
 */
void
dramatis_lane_titles_set_timeline (DramatisLaneTitles *self,
                                   DramatisTimeline   *timeline)
{
  g_return_if_fail (DRAMATIS_IS_LANE_TITLES (self));
  g_return_if_fail (timeline == NULL || DRAMATIS_IS_TIMELINE (timeline));

  if (!g_set_object (&self->timeline, timeline))
    return;

  g_signal_group_set_target (self->timeline_signals, timeline);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMELINE]);
}
