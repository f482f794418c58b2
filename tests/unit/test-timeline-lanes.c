/* test-timeline-lanes.c: which event goes into which lane of the timeline
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-timeline-lanes.h"
#include "fixture-dossier.h"

/* "One: e1 e2 | Two: e3"; a lane without a title is "-". */
static char *
describe_lanes (DramatisSession *session,
                DramatisLanes    kind,
                guint            max_lanes)
{
  GArray *events = dramatis_index_get_events (dramatis_session_get_index (session));
  g_autofree guint *lanes = g_new (guint, events->len);
  g_autoptr (GPtrArray) titles = dramatis_session_create_lanes (session, kind, max_lanes, events, lanes);
  GString *text = g_string_new (NULL);

  for (guint lane = 0; lane < titles->len; lane++)
    {
      const char *title = g_ptr_array_index (titles, lane);

      g_string_append_printf (text, "%s%s:", lane > 0 ? " | " : "", title != NULL ? title : "-");
      for (guint i = 0; i < events->len; i++)
        {
          if (lanes[i] == lane)
            g_string_append_printf (text, " %s", dramatis_thing_get_id (DRAMATIS_THING (dramatis_dated_events_get (events, i)->event)));
        }
    }

  return g_string_free (text, FALSE);
}

static void
test_lanes (void)
{
  static const struct
  {
    DramatisLanes  kind;
    guint          max_lanes;
    const char    *actor;      /* of the filter */
    const char    *article;    /* that is shown */
    const char    *expected;
  } cases[] = {
    { DRAMATIS_LANES_ONE, 5, NULL, NULL, "-: e3 e1 e2" },
    { DRAMATIS_LANES_ACTORS, 5, NULL, NULL, "Japan: e1 e2 | India: e3" },
    { DRAMATIS_LANES_ACTORS, 2, NULL, NULL, "Japan: e1 e2 | India: e3" },
    { DRAMATIS_LANES_ACTORS, 1, NULL, NULL, "Others: e3 e1 e2" },
    { DRAMATIS_LANES_ACTORS, 5, "china", NULL, "China: e2 | Others: e3 e1" },
    { DRAMATIS_LANES_ACTORS, 1, "china", NULL, "Others: e3 e1 e2" },
    { DRAMATIS_LANES_ARTICLES, 5, NULL, NULL, "One: e1 e2 | Two: e3" },
    { DRAMATIS_LANES_ARTICLES, 1, NULL, NULL, "Elsewhere: e3 e1 e2" },
    /* Of 115 code points in all, the second article begins behind the 73rd one. */
    { DRAMATIS_LANES_TEXT, 5, NULL, NULL, "One: e1 e2 | -: | Two: e3 | -:" },
    { DRAMATIS_LANES_TEXT, 2, NULL, NULL, "One: e3 e1 e2" },
    { DRAMATIS_LANES_TEXT, 5, NULL, "one", "-: e1 | -: e2 | -: | Elsewhere: | Elsewhere: e3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
      g_autoptr (DramatisSession) session = dramatis_session_new (dossier);
      const char *actors[] = { cases[i].actor, NULL };
      g_autofree char *lanes = NULL;

      dramatis_filter_set_actors (dramatis_session_get_filter (session), actors);
      if (cases[i].article != NULL)
        dramatis_session_set_article (session, dramatis_dossier_lookup (dossier, cases[i].article));
      lanes = describe_lanes (session, cases[i].kind, cases[i].max_lanes);
      g_assert_cmpstr (lanes, ==, cases[i].expected);
    }
}

static void
test_told (void)
{
  g_autoptr (DramatisDossier) dossier = fixture_dossier_new ();
  g_autoptr (DramatisSession) session = dramatis_session_new (dossier);
  static const char * const expected[] = { "e1", "e2", "e3" };
  g_autoptr (GPtrArray) told = dramatis_session_list_told (session);

  g_assert_cmpuint (told->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < told->len; i++)
    g_assert_cmpstr (dramatis_thing_get_id (g_ptr_array_index (told, i)), ==, expected[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline-lanes/lanes", test_lanes);
  g_test_add_func ("/timeline-lanes/told", test_told);

  return g_test_run ();
}
