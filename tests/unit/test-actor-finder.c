/* test-actor-finder.c: who is named in a text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-enum-types.h"
#include "dramatis-extractor.h"

/* What is found: SURFACE=ACTOR/kind for each mention. */
static const struct
{
  const char *text;
  const char *found;
} cases[] = {
  { "", "" },
  { "The talks were long and nobody won.", "" },

  /* states and their capitals */
  { "Japan and Tokyo’s allies met Chinese envoys.",
    "Japan=japan/state Tokyo=japan/state Chinese=china/state" },
  { "She lives in Tokyo.", "Tokyo=tokyo/place" },
  { "It was a warning to Beijing not to go on.", "Beijing=china/state" },
  { "He was on a trip to Beijing.", "Beijing=beijing/place" },
  { "The China-Taiwan dispute goes on.", "China=china/state Taiwan=taiwan/state" },
  { "They spoke in English about the English team.", "English=england/state" },

  /* what only looks like an actor */
  { "Nobody wants an Asian NATO now.", "" },
  { "Ships crossed the South China Sea.", "South China Sea=south-china-sea/place" },
  { "He fought in the Korean War.", "" },
  { "It cost US$ 20,000.", "" },

  /* people */
  { "President Barack Obama spoke. Obama left.", "Barack Obama=barack-obama/person Obama=barack-obama/person" },
  { "Mr. Grumbold wept, said Grumbold.", "Grumbold=grumbold/person Grumbold=grumbold/person" },
  { "President Clinton Tuesday met Anna Roth.", "Clinton=clinton/person Anna Roth=anna-roth/person" },
  { "We saw Kwok Ka-ki and James To.", "Kwok Ka-ki=kwok-ka-ki/person James To=james-to/person" },
  { "A book by Ludwig van Beethoven lay there.", "Ludwig van Beethoven=ludwig-van-beethoven/person" },
  { "Anna Roth met Peter Roth. Later Roth slept.",
    "Anna Roth=anna-roth/person Peter Roth=peter-roth/person Roth=roth/person" },
  { "They freed Aung San Suu Kyi. Nobody saw Suu Kyi.",
    "Aung San Suu Kyi=aung-san-suu-kyi/person Suu Kyi=aung-san-suu-kyi/person" },
  { "President Anna Bo Suu Kyi met President Maria Di Suu Kyi and President Paul Fo Suu Kyi.",
    "Anna Bo Suu Kyi=anna-bo-suu-kyi/person Maria Di Suu Kyi=maria-di-suu-kyi/person Paul Fo Suu Kyi=paul-fo-suu-kyi/person" },
  { "Luiz Inacio Lula da Silva won.", "Luiz Inacio Lula da Silva=luiz-inacio-lula-da-silva/person" },
  { "It was seen by Olusegun Ford there.", "Olusegun Ford=olusegun-ford/person" },
  { "It grieved the Chancellor of the Exchequer Nigel Grumbold.", "Nigel Grumbold=nigel-grumbold/person" },
  { "We met Paris Hilton there.", "Paris Hilton=paris-hilton/person" },

  /* organisations */
  { "We sued Microsoft Corp. before Microsoft sued us.",
    "Microsoft Corp.=microsoft/organisation Microsoft=microsoft/organisation" },
  { "We sued Grumbold Mills Inc. before Grumbold Mills sold Grumbold’s lathes.",
    "Grumbold Mills Inc.=grumbold-mills-inc/organisation Grumbold Mills=grumbold-mills-inc/organisation "
    "Grumbold=grumbold-mills-inc/organisation" },
  { "The University of Oxford and the Ministry of Culture agreed.",
    "University of Oxford=oxford-university/organisation Ministry of Culture=ministry-of-culture/organisation" },
  { "The Union of Friendly Bakers (UFB) met. The UFB voted.",
    "Union of Friendly Bakers=union-of-friendly-bakers/organisation UFB=union-of-friendly-bakers/organisation "
    "UFB=union-of-friendly-bakers/organisation" },
  { "He joined the Bill and Melinda Roth Foundation.",
    "Bill and Melinda Roth Foundation=bill-and-melinda-roth-foundation/organisation" },
  { "The New People's Party lost.", "New People's Party=new-peoples-party/organisation" },
  { "NATO and ASEAN met.", "NATO=nato/alliance ASEAN=asean/alliance" },

  /* capital letters that say nothing */
  { "Yesterday was fine. However, it rained.", "" },
  { "HEAVY RAIN FELL ON THE TOWN TODAY\nIt rained.", "" },
};

static char *
extract (DramatisExtractor *extractor,
         const char        *text)
{
  g_autoptr (DramatisExtraction) extraction = dramatis_extractor_extract (extractor, text, NULL, NULL, NULL);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < extraction->mentions->len; i++)
    {
      const DramatisFoundMention *mention = &g_array_index (extraction->mentions, DramatisFoundMention, i);
      const DramatisFoundActor *actor = &g_array_index (extraction->actors, DramatisFoundActor, mention->actor);
      g_autofree char *surface = g_utf8_substring (text, mention->range.start, mention->range.end);

      g_string_append_printf (found, "%s%s=%s/%s", i > 0 ? " " : "", surface, actor->id,
                              dramatis_enum_to_nick (DRAMATIS_TYPE_ACTOR_KIND, actor->kind));
    }

  return g_strdup (found->str);
}

static void
test_find (void)
{
  g_autoptr (DramatisExtractor) extractor = dramatis_extractor_new ("en");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = extract (extractor, cases[i].text);

      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_known_actors (void)
{
  static const char * const aliases[] = { "the Rock", "Tokyo", NULL };
  g_autoptr (DramatisExtractor) extractor = dramatis_extractor_new ("en");
  g_autofree char *found = NULL;

  dramatis_extractor_add_actor (extractor, "Japan", DRAMATIS_ACTOR_KIND_STATE, aliases);
  found = extract (extractor, "Nobody visits the Rock, even in Tokyo.");
  g_assert_cmpstr (found, ==, "the Rock=japan/state Tokyo=tokyo/place");
}

/* Ranges are sorted, do not overlap and lie in the text, whatever the text is. */
static void
test_hostile (void)
{
  static const char * const pieces[] = {
    "Japan", "’s ", "\n", " ", "of ", "A", "-", "(", ")", "Mr. ", "University of ", "👩‍👩‍👧", "שלום ", "\"", "“", "and ",
    "NATO", "1990", ".", "St. ", "People's ", "al-", "van ", "\xcc\x81", "\xc2\xa0", "/", "#", "$", "U.S. ", "May "
  };
  g_autoptr (DramatisExtractor) extractor = dramatis_extractor_new (NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (DramatisExtraction) extraction = NULL;
      guint last = 0;

      for (guint k = 0; k < 60; k++)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

      extraction = dramatis_extractor_extract (extractor, text->str, NULL, NULL, NULL);
      g_assert_cmpuint (extraction->length, ==, g_utf8_strlen (text->str, -1));
      for (guint k = 0; k < extraction->mentions->len; k++)
        {
          const DramatisFoundMention *mention = &g_array_index (extraction->mentions, DramatisFoundMention, k);

          g_assert_cmpuint (mention->range.start, >=, last);
          g_assert_cmpuint (mention->range.end, >, mention->range.start);
          g_assert_cmpuint (mention->actor, <, extraction->actors->len);
          last = mention->range.end;
        }
      g_assert_cmpuint (last, <=, extraction->length);

      last = 0;
      for (guint k = 0; k < extraction->times->len; k++)
        {
          const DramatisFoundTime *found = &g_array_index (extraction->times, DramatisFoundTime, k);

          g_assert_cmpuint (found->range.start, >=, last);
          g_assert_cmpuint (found->range.end, >, found->range.start);
          last = found->range.end;
        }
      g_assert_cmpuint (last, <=, extraction->length);

      for (guint k = 0; k < extraction->events->len; k++)
        {
          const DramatisFoundEvent *event = &g_array_index (extraction->events, DramatisFoundEvent, k);

          g_assert_true (g_utf8_validate (event->title, -1, NULL));
          g_assert_cmpint (g_utf8_strlen (event->title, -1), <=, 80);
          for (guint e = 0; e < event->evidence->len; e++)
            {
              const DramatisFoundEvidence *evidence = &g_array_index (event->evidence, DramatisFoundEvidence, e);

              g_assert_cmpuint (evidence->range.start, <=, evidence->wording.start);
              g_assert_cmpuint (evidence->wording.end, <=, evidence->range.end);
              g_assert_cmpuint (evidence->range.end, <=, extraction->length);
            }
        }
    }
}

/* A name that several have is nobody's until a person says so. */
static void
test_candidates (void)
{
  g_autoptr (DramatisExtractor) extractor = dramatis_extractor_new ("en");
  g_autoptr (DramatisExtraction) extraction =
    dramatis_extractor_extract (extractor, "Anna Roth met Peter Roth and Paul Grumbold. Later Roth and Grumbold slept.", NULL,
                                NULL, NULL);
  const DramatisFoundActor *actors = (const DramatisFoundActor *) extraction->actors->data;

  g_assert_cmpuint (extraction->actors->len, ==, 4);
  g_assert_cmpstr (actors[3].name, ==, "Roth");
  g_assert_cmpuint (actors[3].candidates->len, ==, 2);
  g_assert_cmpstr (actors[g_array_index (actors[3].candidates, guint, 0)].name, ==, "Anna Roth");
  g_assert_cmpstr (actors[g_array_index (actors[3].candidates, guint, 1)].name, ==, "Peter Roth");
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (actors[i].candidates->len, ==, 0);
}

static void
test_cancel (void)
{
  g_autoptr (DramatisExtractor) extractor = dramatis_extractor_new ("en");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (dramatis_extractor_extract (extractor, "Japan", NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/actor-finder/find", test_find);
  g_test_add_func ("/actor-finder/known-actors", test_known_actors);
  g_test_add_func ("/actor-finder/hostile", test_hostile);
  g_test_add_func ("/actor-finder/candidates", test_candidates);
  g_test_add_func ("/actor-finder/cancel", test_cancel);

  return g_test_run ();
}
