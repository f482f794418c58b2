/* dramatis-filter-bar.c: the filter over the article, part by part
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-filter-bar.h"

#include <glib/gi18n-lib.h>

#include "dramatis-dot.h"
#include "dramatis-wrap-layout.h"

/**
 * DramatisFilterBar:
 *
 * The filter over the article: a chip for each part of it, which takes that part out, and how many passages pass.
 *
 * ## CSS nodes
 *
 * ```
 * filter-bar[.filtered]
 * ├── revealer
 * │   ╰── box
 * │       ├── button.chip
 * │       ┊
 * │       ╰── box.linked
 * ├── label.count
 * ├── label.count
 * ├── togglebutton.clear
 * ╰── button.clear
 * ```
 *
 * ## Accessibility
 *
 * It is a group named “Filter”. Each chip is a button whose name says what it does: “Remove Japan from the filter”.
 * The name of the count is its text: “3 of 14 passages”; it is there without a filter too.
 *
 * ## Shortcuts
 *
 * What closes the window's other things, Esc, clears the filter in the end.
 */

struct _DramatisFilterBar
{
  GtkWidget        parent_instance;

  DramatisSession *session;
  GSignalGroup    *session_signals;
  GSignalGroup    *filter_signals;

  GtkWidget       *all;
  GtkWidget       *any;
  GtkWidget       *article_count;
  GtkWidget       *chips;
  GtkWidget       *clear;
  GtkWidget       *count;
  GtkWidget       *dimming;
  GtkWidget       *match;
  GtkWidget       *revealer;
};

G_DEFINE_FINAL_TYPE (DramatisFilterBar, dramatis_filter_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
remove_part (GtkWidget  *widget,
             const char *action_name,
             GVariant   *target)
{
  DramatisFilterBar *self = DRAMATIS_FILTER_BAR (widget);
  const char *id;
  int part;

  if (self->session == NULL)
    return;

  g_variant_get (target, "(i&s)", &part, &id);
  dramatis_filter_remove_part (dramatis_session_get_filter (self->session), part, *id != '\0' ? id : NULL);
}

static GtkWidget *
create_chip (DramatisFilterPart  part,
             GVariant           *target)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  if (part == DRAMATIS_FILTER_PART_ACTORS)
    gtk_box_append (GTK_BOX (box), dramatis_dot_new (DRAMATIS_COLOUR_AUTOMATIC));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));

  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (chip), "filter-bar.remove");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (chip), target);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);

  return chip;
}

static void
set_chip_text (GtkWidget  *chip,
               const char *text)
{
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (chip));
  GtkWidget *label = gtk_widget_get_prev_sibling (gtk_widget_get_last_child (box));
  /* Translators: what a chip of the filter does: “Remove Japan from the filter” */
  g_autofree char *name = g_strdup_printf (_("Remove %s from the filter"), text);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The chip for a part, behind the one at @after: the same widget as long as the part is there, for the focus. */
static GtkWidget *
place_chip (DramatisFilterBar  *self,
            GtkWidget          *after,
            DramatisFilterPart  part,
            const char         *id,
            const char         *text)
{
  g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new ("(is)", part, id));
  GtkWidget *chip = after != NULL ? gtk_widget_get_next_sibling (after) : gtk_widget_get_first_child (self->chips);

  while (chip != NULL)
    {
      if (chip != self->match
          && g_variant_equal (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (chip)), target))
        break;
      chip = gtk_widget_get_next_sibling (chip);
    }
  if (chip == NULL)
    {
      chip = create_chip (part, target);
      gtk_box_append (GTK_BOX (self->chips), chip);
    }

  gtk_box_reorder_child_after (GTK_BOX (self->chips), chip, after);
  set_chip_text (chip, text);

  return chip;
}

static GtkWidget *
place_actor_chips (DramatisFilterBar *self,
                   GtkWidget         *last)
{
  const char * const *ids = dramatis_filter_get_actors (dramatis_session_get_filter (self->session));
  DramatisDossier *dossier = dramatis_session_get_dossier (self->session);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      DramatisActor *actor = dramatis_dossier_lookup (dossier, ids[i]);
      GtkWidget *box;

      last = place_chip (self, last, DRAMATIS_FILTER_PART_ACTORS, ids[i],
                         actor != NULL ? dramatis_actor_get_name (actor) : ids[i]);
      box = gtk_button_get_child (GTK_BUTTON (last));
      dramatis_dot_set_colour (DRAMATIS_DOT (gtk_widget_get_first_child (box)),
                               dramatis_session_get_colour (self->session, ids[i]));
    }

  return last;
}

static GtkWidget *
place_tag_chips (DramatisFilterBar *self,
                 GtkWidget         *last)
{
  const char * const *ids = dramatis_filter_get_tags (dramatis_session_get_filter (self->session));
  DramatisDossier *dossier = dramatis_session_get_dossier (self->session);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      DramatisTag *tag = dramatis_dossier_lookup (dossier, ids[i]);
      g_autofree char *text = g_strdup_printf ("#%s", tag != NULL ? dramatis_tag_get_name (tag) : ids[i]);

      last = place_chip (self, last, DRAMATIS_FILTER_PART_TAGS, ids[i], text);
    }

  return last;
}

/* Takes away the chips behind @last. Whoever had the focus on one of them goes on with what is left. */
static void
drop_chips (DramatisFilterBar *self,
            GtkWidget         *last)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = FALSE;
  GtkWidget *chip;

  while ((chip = gtk_widget_get_next_sibling (last)) != NULL)
    {
      had_focus |= focus != NULL && (focus == chip || gtk_widget_is_ancestor (focus, chip));
      gtk_box_remove (GTK_BOX (self->chips), chip);
    }

  if (had_focus)
    gtk_widget_grab_focus (last != self->match ? last : self->clear);
}

static void
update_chips (DramatisFilterBar *self)
{
  DramatisFilter *filter = dramatis_session_get_filter (self->session);
  const DramatisSpan *span = dramatis_filter_get_span (filter);
  const char *text = dramatis_filter_get_text (filter);
  gboolean filtered = !dramatis_filter_is_empty (filter);
  guint n_actors = g_strv_length ((char **) dramatis_filter_get_actors (filter));
  GtkWidget *last;

  last = place_actor_chips (self, NULL);
  gtk_box_reorder_child_after (GTK_BOX (self->chips), self->match, last);
  gtk_widget_set_visible (self->match, n_actors > 1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (
                                  dramatis_filter_get_match (filter) == DRAMATIS_MATCH_ALL ? self->all : self->any),
                                TRUE);
  last = self->match;

  if (span != NULL)
    {
      g_autoptr (DramatisTime) time = dramatis_time_new_for_span (span);
      g_autofree char *words = dramatis_time_to_text (time);

      last = place_chip (self, last, DRAMATIS_FILTER_PART_SPAN, "", words);
    }
  if (*text != '\0')
    {
      /* Translators: words that a passage has to contain, quoted */
      g_autofree char *quoted = g_strdup_printf (_("“%s”"), text);

      last = place_chip (self, last, DRAMATIS_FILTER_PART_TEXT, "", quoted);
    }
  last = place_tag_chips (self, last);

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), filtered);
  gtk_widget_set_visible (self->clear, filtered);
  gtk_widget_set_visible (self->dimming, filtered);
  if (filtered)
    gtk_widget_add_css_class (GTK_WIDGET (self), "filtered");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "filtered");
  drop_chips (self, last);
}

static void
update_count (DramatisFilterBar *self)
{
  g_autofree char *count = dramatis_session_dup_count (self->session);
  g_autofree char *article_count = dramatis_session_dup_article_count (self->session);

  gtk_label_set_label (GTK_LABEL (self->count), count);
  gtk_label_set_label (GTK_LABEL (self->article_count), article_count);
  gtk_widget_set_visible (self->article_count,
                          *article_count != '\0'
                          && !dramatis_filter_is_empty (dramatis_session_get_filter (self->session)));
}

static void
update_dimming (DramatisFilterBar *self)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->dimming), dramatis_session_get_dimming (self->session));
}

static void
dimming_toggled_cb (DramatisFilterBar *self)
{
  if (self->session != NULL)
    dramatis_session_set_dimming (self->session, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->dimming)));
}

static void
all_toggled_cb (DramatisFilterBar *self)
{
  gboolean all = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->all));

  if (self->session != NULL)
    dramatis_filter_set_match (dramatis_session_get_filter (self->session),
                               all ? DRAMATIS_MATCH_ALL : DRAMATIS_MATCH_ANY);
}

static void
dramatis_filter_bar_dispose (GObject *object)
{
  DramatisFilterBar *self = DRAMATIS_FILTER_BAR (object);
  GtkWidget *child;

  g_clear_object (&self->session_signals);
  g_clear_object (&self->filter_signals);
  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dramatis_filter_bar_parent_class)->dispose (object);
}

static void
dramatis_filter_bar_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  DramatisFilterBar *self = DRAMATIS_FILTER_BAR (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_filter_bar_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  DramatisFilterBar *self = DRAMATIS_FILTER_BAR (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      dramatis_filter_bar_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dramatis_filter_bar_class_init (DramatisFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dramatis_filter_bar_dispose;
  object_class->get_property = dramatis_filter_bar_get_property;
  object_class->set_property = dramatis_filter_bar_set_property;

  /**
   * DramatisFilterBar:session:
   *
   * The session whose filter it shows.
   */
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, DRAMATIS_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (DRAMATIS_TYPE_WRAP_LAYOUT);

  gtk_widget_class_set_css_name (widget_class, "filter-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "filter-bar.remove", "(is)", remove_part);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/dramatis/Dramatis/ui/dramatis-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DramatisFilterBar, all);
  gtk_widget_class_bind_template_child (widget_class, DramatisFilterBar, any);
  gtk_widget_class_bind_template_child (widget_class, DramatisFilterBar, article_count);
  gtk_widget_class_bind_template_child (widget_class, DramatisFilterBar, chips);
  gtk_widget_class_bind_template_child (widget_class, DramatisFilterBar, clear);
  gtk_widget_class_bind_template_child (widget_class, DramatisFilterBar, count);
  gtk_widget_class_bind_template_child (widget_class, DramatisFilterBar, dimming);
  gtk_widget_class_bind_template_child (widget_class, DramatisFilterBar, match);
  gtk_widget_class_bind_template_child (widget_class, DramatisFilterBar, revealer);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, dimming_toggled_cb);
}

static void
dramatis_filter_bar_init (DramatisFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->session_signals = g_signal_group_new (DRAMATIS_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::dimming", G_CALLBACK (update_dimming), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::index", G_CALLBACK (update_chips), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::matches", G_CALLBACK (update_count), self);
  self->filter_signals = g_signal_group_new (DRAMATIS_TYPE_FILTER);
  g_signal_group_connect_swapped (self->filter_signals, "changed", G_CALLBACK (update_chips), self);
}

/**
 * dramatis_filter_bar_new:
 *
 * Makes a filter bar without a session.
 *
 * Returns: (transfer floating): a new filter bar
 */
GtkWidget *
dramatis_filter_bar_new (void)
{
  return g_object_new (DRAMATIS_TYPE_FILTER_BAR, NULL);
}

/**
 * dramatis_filter_bar_get_session:
 * @self: a filter bar
 *
 * Gets the session whose filter it shows.
 *
 * Returns: (transfer none) (nullable): the session
 */
DramatisSession *
dramatis_filter_bar_get_session (DramatisFilterBar *self)
{
  g_return_val_if_fail (DRAMATIS_IS_FILTER_BAR (self), NULL);

  return self->session;
}

/**
 * dramatis_filter_bar_set_session:
 * @self: a filter bar
 * @session: (nullable): a session
 *
 * Sets the session whose filter it shows.
 */
void
dramatis_filter_bar_set_session (DramatisFilterBar *self,
                                 DramatisSession   *session)
{
  g_return_if_fail (DRAMATIS_IS_FILTER_BAR (self));
  g_return_if_fail (session == NULL || DRAMATIS_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->filter_signals,
                             session != NULL ? dramatis_session_get_filter (session) : NULL);
  if (session != NULL)
    {
      update_chips (self);
      update_count (self);
      update_dimming (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
