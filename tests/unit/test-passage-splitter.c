/* test-passage-splitter.c: a text becomes passages
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-passage-splitter.h"

#include "dramatis-enum-types.h"

#define TEN    "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n"
#define DRAFTS "paragraph:a|paragraph:b|paragraph:c|paragraph:d|paragraph:e|paragraph:f|paragraph:g|paragraph:h|" \
               "paragraph:i|paragraph:j|"
#define LONG "This paragraph is so long that nobody would take it for the title of anything, and it ends as one should."

/* Passages as KIND:TEXT with a bar between them. */
static const struct
{
  const char *text;
  const char *passages;
  const char *title;
  const char *left_out;
} split[] = {
  { "", "", NULL, "" },
  { "\n\n  \n", "", NULL, "" },
  { "One.\nTwo.\n\nThree.", "paragraph:One.|paragraph:Two.|paragraph:Three.", NULL, "" },
  { "A Title\n\n" LONG "\n", "heading:A Title|paragraph:" LONG, "A Title", "" },
  { LONG "\n\nIn between\n\n" LONG, "paragraph:" LONG "|heading:In between|paragraph:" LONG, NULL, "" },
  { "# Marked\n" LONG, "heading:Marked|paragraph:" LONG, "Marked", "" },
  { LONG "\n\nLeave a comment", "paragraph:" LONG, NULL, "Leave a comment" },
  { LONG "\n\nShare this:\nTwitter\nRelated posts\nAnother article",
    "paragraph:" LONG, NULL, "Share this:|Twitter|Related posts|Another article" },
  { "Leave a comment", "paragraph:Leave a comment", NULL, "" },
  { "Three things:\n- one\n• two\n3. three", "paragraph:Three things:|list-item:one|list-item:two|list-item:3. three", NULL, "" },
  /* a line below a title makes it one, but not a paragraph, nor an item, nor what has such a line already */
  { "A Title\n===\n\n" LONG, "heading:A Title|paragraph:" LONG, "A Title", "" },
  { LONG " " LONG "\n===\n\n" LONG, "paragraph:" LONG " " LONG "|paragraph:" LONG, NULL, "" },
  { "It ends.\n\n===\n---\n\n" LONG, "paragraph:It ends.|paragraph:" LONG, NULL, "" },
  { "It begins:\n- one\n---\n" LONG, "paragraph:It begins:|list-item:one|paragraph:" LONG, NULL, "" },
  /* a long list is no furniture, although something above it is */
  { "Members\n\nComments\n" TEN TEN "the end", "heading:Members|paragraph:Comments|" DRAFTS DRAFTS "paragraph:the end", "Members", "" },
  { "> It was said\n> in two lines.\n\nSo it was.", "quotation:It was said|quotation:in two lines.|paragraph:So it was.", NULL, "" },
  { "This text was broken to lines of\nsome thirty letters by somebody who\nwanted it so, and who is right.\n\n"
    "A second paragraph follows it, and\nends here.",
    "paragraph:This text was broken to lines of some thirty letters by somebody who wanted it so, and who is right.|"
    "paragraph:A second paragraph follows it, and ends here.", NULL, "" },
};

static void
test_split (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (split); i++)
    {
      g_autofree char *title = NULL;
      g_auto (GStrv) left_out = NULL;
      g_autoptr (GArray) drafts = dramatis_passage_splitter_split (split[i].text, &title, &left_out);
      g_autoptr (GString) shown = g_string_new (NULL);
      g_autofree char *lines = g_strjoinv ("|", left_out);

      for (guint k = 0; k < drafts->len; k++)
        {
          const DramatisPassageDraft *draft = &g_array_index (drafts, DramatisPassageDraft, k);

          g_string_append_printf (shown, "%s%s:%s", k > 0 ? "|" : "",
                                  dramatis_enum_to_nick (DRAMATIS_TYPE_PASSAGE_KIND, draft->kind), draft->text);
        }
      g_assert_cmpstr (shown->str, ==, split[i].passages);
      g_assert_cmpstr (title, ==, split[i].title);
      g_assert_cmpstr (lines, ==, split[i].left_out);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/passage-splitter/split", test_split);

  return g_test_run ();
}
