/* dramatis-name-scanner.c: the names of a text, one by one
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-name-scanner.h"

#include "dramatis-scan.h"

/* A name that is longer is a list or a headline; the bound also keeps a text of capital letters linear. */
#define MAX_NAME_TOKENS 24

static void
emit (DramatisScan      *scan,
      guint              first,
      guint              end,
      DramatisActorKind  kind,
      guint              flags)
{
  DramatisCandidate candidate = { .first = first, .end = end, .entity = G_MAXUINT, .kind = kind };

  candidate.flags = flags | dramatis_scan_get_context (scan, first, end);
  g_array_append_val (scan->candidates, candidate);
}

static void
emit_entity (DramatisScan            *scan,
             guint                    first,
             const DramatisNameMatch *match)
{
  const DramatisEntity *entity = dramatis_gazetteer_get_entity (scan->gazetteer, match->entity);
  DramatisCandidate candidate = { .first = first, .end = first + match->n_tokens, .entity = match->entity };

  candidate.kind = entity->kind;
  candidate.role = match->role;
  candidate.flags = DRAMATIS_CANDIDATE_KNOWN | dramatis_scan_get_context (scan, first, candidate.end);

  if (match->role == DRAMATIS_NAME_CAPITAL && dramatis_scan_is_capital_a_place (scan, first, candidate.end))
    {
      candidate.kind = DRAMATIS_ACTOR_KIND_PLACE;
      candidate.entity = G_MAXUINT;
      candidate.flags &= ~DRAMATIS_CANDIDATE_KNOWN;
      candidate.flags |= DRAMATIS_CANDIDATE_HEADED;
    }

  g_array_append_val (scan->candidates, candidate);
}

/* Whether "and" at @index joins two parts of one name. */
static gboolean
joins (DramatisScan *scan,
       guint         first,
       guint         index)
{
  gboolean after_of = FALSE;
  gboolean headed = FALSE;
  guint n_words = 0;
  DramatisNameMatch match;
  guint i = index + 1;

  for (guint k = first; k < index; k++)
    if (dramatis_scan_is (scan, k, "of") || dramatis_scan_is (scan, k, "for"))
      after_of = TRUE;

  if (dramatis_scan_is (scan, i, "the") || !dramatis_scan_is_name_word (scan, i))
    return FALSE;
  if (dramatis_scan_is_person_start (scan, i) && !dramatis_scan_is_given_name (scan, index - 1))
    return FALSE;

  for (; dramatis_scan_is_name_word (scan, i) && n_words < 6; i++, n_words++)
    if (n_words > 0 && dramatis_scan_has (scan, i, DRAMATIS_WORD_ORGANISATION))
      headed = TRUE;

  if (after_of)
    return !headed && !(dramatis_scan_match (scan, index + 1, &match)
                        && dramatis_gazetteer_get_entity (scan->gazetteer, match.entity)->kind
                           != DRAMATIS_ACTOR_KIND_PLACE);

  /* "Bill and Melinda Gates Foundation", "Securities and Exchange Commission" */
  if (!headed || n_words < 2 || dramatis_scan_match (scan, index + 1, &match))
    return FALSE;

  return index - first == 1
         && (dramatis_scan_is_given_name (scan, first) ? dramatis_scan_is_given_name (scan, index + 1)
                                                       : dramatis_scan_is_word (scan, first));
}

/* The end of the run of capitalised words, and what joins them, that begins at @first. */
static guint
find_run_end (DramatisScan *scan,
              guint         first)
{
  gboolean takes_of = FALSE;
  gboolean in_of = FALSE;
  guint i = first + 1;

  if (dramatis_scan_has (scan, first, DRAMATIS_WORD_ORGANISATION_OF | DRAMATIS_WORD_PLACE_OF))
    takes_of = TRUE;

  while (i < scan->tokens->len && i - first < MAX_NAME_TOKENS)
    {
      const DramatisToken *token = dramatis_tokens_get (scan->tokens, i);

      if (token->flags & (DRAMATIS_TOKEN_LINE | DRAMATIS_TOKEN_SENTENCE))
        break;

      if (token->kind == DRAMATIS_TOKEN_POSSESSIVE)
        {
          if (!dramatis_scan_has (scan, i - 1, DRAMATIS_WORD_OWNERS) || !dramatis_scan_is_name_word (scan, i + 1))
            break;
          i++;
        }
      else if (dramatis_scan_is_mark (scan, i, '-'))
        {
          if ((token->flags & DRAMATIS_TOKEN_SPACE) != 0)
            {
              if (!in_of || !dramatis_scan_is_name_word (scan, i + 1))
                break;
            }
          else if (!dramatis_scan_follows_closely (scan, i + 1)
                   || !(dramatis_scan_is_name_word (scan, i + 1) || dramatis_scan_is_syllable (scan, first, i + 1)))
            {
              break;
            }
          i += 2;
        }
      else if (dramatis_scan_is_mark (scan, i, '&'))
        {
          if (!dramatis_scan_is_name_word (scan, i + 1))
            break;
          i += 2;
        }
      else if (dramatis_scan_is_name_word (scan, i))
        {
          if (token->flags & DRAMATIS_TOKEN_OPENS || (token->flags & DRAMATIS_TOKEN_SPACE) == 0)
            break;
          if (dramatis_scan_has (scan, i, DRAMATIS_WORD_ORGANISATION_OF | DRAMATIS_WORD_PLACE_OF))
            takes_of = TRUE;
          i++;
        }
      else if (takes_of && (dramatis_scan_is (scan, i, "of") || dramatis_scan_is (scan, i, "for")
                            || dramatis_scan_is (scan, i, "on")))
        {
          guint next = dramatis_scan_is (scan, i + 1, "the") ? i + 2 : i + 1;

          if (!dramatis_scan_is_name_word (scan, next))
            break;
          if (!dramatis_scan_is (scan, i, "of")
              && !dramatis_scan_has (scan, i - 1, DRAMATIS_WORD_ORGANISATION_OF)
              && !in_of)
            break;
          in_of = TRUE;
          i = next + 1;
        }
      else if (dramatis_scan_is (scan, i, "and"))
        {
          if (!joins (scan, first, i))
            break;
          i += 2;
        }
      else if (dramatis_scan_is_particle (scan, i) && !in_of)
        {
          guint next = dramatis_scan_skip_particles (scan, i);

          if (next == 0)
            break;
          i = next + 1;
        }
      else
        {
          break;
        }
    }

  return MIN (i, scan->tokens->len);
}

static guint
count_words (DramatisScan *scan,
             guint         first,
             guint         end)
{
  guint n = 0;

  for (guint i = first; i < end; i++)
    if (dramatis_tokens_get (scan->tokens, i)->kind == DRAMATIS_TOKEN_WORD && !dramatis_scan_is_particle (scan, i))
      n++;

  return n;
}

static gboolean
are_all_words (DramatisScan *scan,
               guint         first,
               guint         end)
{
  for (guint i = first; i < end; i++)
    if (dramatis_tokens_get (scan->tokens, i)->kind == DRAMATIS_TOKEN_WORD && !dramatis_scan_is_word (scan, i))
      return FALSE;

  return TRUE;
}

/* A stretch of capitalised words without titles, known names and words that say what it is. */
static void
classify (DramatisScan *scan,
          guint         first,
          guint         end,
          gboolean      titled)
{
  guint n_words;
  guint flags = titled ? DRAMATIS_CANDIDATE_TITLED : 0;
  guint context;
  gboolean given = dramatis_scan_is_given_name (scan, first) || dramatis_scan_is_initial (scan, first);
  gboolean words;
  gboolean hyphened;
  guint last;

  /* "Parts V", "VI-D-iii": but "Malcolm X" */
  while (end > first && (dramatis_scan_is_numeral (scan, end - 1)
                         || dramatis_tokens_get (scan->tokens, end - 1)->kind != DRAMATIS_TOKEN_WORD)
         && !(given && end == first + 2))
    end--;
  if (end == first || dramatis_scan_is_numeral (scan, first))
    return;

  last = end - 1;
  n_words = count_words (scan, first, end);
  context = dramatis_scan_get_context (scan, first, end);
  words = are_all_words (scan, first, end);
  hyphened = n_words == 2 && end == first + 3 && dramatis_scan_is_mark (scan, first + 1, '-');

  if (given)
    flags |= DRAMATIS_CANDIDATE_GIVEN;
  if (words)
    flags |= DRAMATIS_CANDIDATE_WORDS;

  if (n_words == 1)
    {
      const DramatisToken *token = dramatis_tokens_get (scan->tokens, first);

      if (titled)
        {
          emit (scan, first, end, DRAMATIS_ACTOR_KIND_PERSON, flags);
        }
      else if (dramatis_scan_is_place (scan, first, end))
        {
          emit (scan, first, end, DRAMATIS_ACTOR_KIND_PLACE, flags | DRAMATIS_CANDIDATE_HEADED);
        }
      else if ((token->flags & DRAMATIS_TOKEN_UPPER) && dramatis_scan_is_acronym (scan, first)
               && !(token->n_chars >= 5 && dramatis_scan_is_surname (scan, first)))
        {
          emit (scan, first, end, DRAMATIS_ACTOR_KIND_ORGANISATION, flags | DRAMATIS_CANDIDATE_ACRONYM);
        }
      else if (dramatis_scan_is_initial (scan, first)
               || dramatis_scan_has (scan, first, DRAMATIS_WORD_NO_ACRONYM | DRAMATIS_WORD_EVENT
                                                  | DRAMATIS_WORD_ORGANISATION | DRAMATIS_WORD_PLACE))
        {
          return;
        }
      else if ((context & DRAMATIS_CANDIDATE_SPEAKS) && !words)
        {
          emit (scan, first, end, DRAMATIS_ACTOR_KIND_PERSON, flags);
        }
      else if (given || dramatis_scan_is_surname (scan, first))
        {
          emit (scan, first, end, DRAMATIS_ACTOR_KIND_PERSON, flags);
        }
      else if (context & DRAMATIS_CANDIDATE_PLACED)
        {
          emit (scan, first, end, DRAMATIS_ACTOR_KIND_PLACE, flags);
        }
      else
        {
          emit (scan, first, end, DRAMATIS_ACTOR_KIND_ORGANISATION, flags);
        }
      return;
    }

  if (dramatis_scan_is_place (scan, first, end))
    emit (scan, first, end, DRAMATIS_ACTOR_KIND_PLACE, flags | DRAMATIS_CANDIDATE_HEADED);
  else if (titled && n_words <= 4)
    emit (scan, first, end, DRAMATIS_ACTOR_KIND_PERSON, flags);
  else if (dramatis_scan_has (scan, last, DRAMATIS_WORD_PLACE)
           && !(given && n_words <= 3 && dramatis_scan_is_surname (scan, last)))
    emit (scan, first, end, DRAMATIS_ACTOR_KIND_PLACE, flags | DRAMATIS_CANDIDATE_HEADED);
  else if (dramatis_scan_has (scan, last, DRAMATIS_WORD_EVENT)
           && !(given && dramatis_scan_is_surname (scan, last)))
    return;
  else if (given && n_words <= 5)
    emit (scan, first, end, DRAMATIS_ACTOR_KIND_PERSON, flags);
  else if ((words || hyphened) && !dramatis_scan_is_surname (scan, last))
    emit (scan, first, end, DRAMATIS_ACTOR_KIND_ORGANISATION, flags);
  else if (n_words <= 4 && (dramatis_scan_is_surname (scan, last) || !dramatis_scan_is_word (scan, last)
                            || dramatis_scan_is_mark (scan, last - 1, '-')))
    emit (scan, first, end,
          context & DRAMATIS_CANDIDATE_PLACED ? DRAMATIS_ACTOR_KIND_PLACE : DRAMATIS_ACTOR_KIND_PERSON, flags);
  else
    emit (scan, first, end, DRAMATIS_ACTOR_KIND_ORGANISATION, flags);
}

/* Where the organisation ends that begins at @first, or 0. */
static guint
find_organisation_end (DramatisScan *scan,
                       guint         first,
                       guint         end)
{
  guint head = 0;
  gboolean found = FALSE;
  guint stop;

  for (guint i = first; i < end; i++)
    {
      if (dramatis_scan_is (scan, i, "of") || dramatis_scan_is (scan, i, "for") || dramatis_scan_is (scan, i, "on"))
        break;
      if (dramatis_tokens_get (scan->tokens, i)->kind != DRAMATIS_TOKEN_WORD)
        continue;
      if (found && dramatis_scan_is_person_start (scan, i) && i + 1 < end
          && !dramatis_scan_has (scan, i + 1, DRAMATIS_WORD_ORGANISATION))
        break;
      if (dramatis_scan_has (scan, i, DRAMATIS_WORD_TITLE | DRAMATIS_WORD_HONORIFIC)
          && !dramatis_scan_has (scan, i, DRAMATIS_WORD_RANK | DRAMATIS_WORD_ORGANISATION)
          && !(i + 1 < end && dramatis_scan_has (scan, i + 1, DRAMATIS_WORD_ORGANISATION)))
        break;
      if (dramatis_scan_has (scan, i, DRAMATIS_WORD_ORGANISATION))
        {
          head = i;
          found = TRUE;
        }
    }

  if (!found)
    {
      if (!(dramatis_scan_has (scan, first, DRAMATIS_WORD_ORGANISATION_OF) && first + 1 < end
            && dramatis_scan_is (scan, first + 1, "of")))
        return 0;
      head = first;
    }

  stop = head + 1;
  if (stop < end && dramatis_tokens_get (scan->tokens, stop)->kind == DRAMATIS_TOKEN_WORD
      && !dramatis_scan_is_name_word (scan, stop)
      && dramatis_scan_has (scan, head, DRAMATIS_WORD_ORGANISATION_OF))
    {
      /* "of …" goes on to the end of the run, but not into the name of a person */
      for (stop++; stop < end; stop++)
        if (dramatis_scan_is_person_start (scan, stop) && dramatis_scan_is_name_word (scan, stop - 1)
            && stop + 1 < end && dramatis_scan_is_name_word (scan, stop + 1)
            && !dramatis_scan_has (scan, stop + 1, DRAMATIS_WORD_ORGANISATION))
          break;
    }
  else if (head == first)
    {
      return 0;
    }

  return stop;
}

/* "Ron Sega": what is otherwise a company or a place. */
static gboolean
is_lone_name (DramatisScan            *scan,
              guint                    given,
              guint                    name,
              const DramatisNameMatch *match)
{
  return match->role == DRAMATIS_NAME_PROPER && !(dramatis_tokens_get (scan->tokens, name)->flags & DRAMATIS_TOKEN_UPPER)
         && dramatis_gazetteer_get_entity (scan->gazetteer, match->entity)->kind != DRAMATIS_ACTOR_KIND_STATE
         && !dramatis_scan_is_word (scan, given) && !dramatis_scan_is_word (scan, name)
         && !dramatis_scan_has (scan, name + 1, DRAMATIS_WORD_ORGANISATION);
}

static guint
parse_person (DramatisScan *scan,
              guint         first,
              guint         end,
              gboolean      titled)
{
  gboolean given = titled || dramatis_scan_is_given_name (scan, first) || dramatis_scan_is_initial (scan, first);
  guint stop = first + 1;

  for (; stop < end; stop++)
    {
      DramatisNameMatch match;
      const DramatisToken *token = dramatis_tokens_get (scan->tokens, stop);

      if (token->kind != DRAMATIS_TOKEN_WORD)
        continue;
      if (dramatis_scan_is (scan, stop, "of") || dramatis_scan_is (scan, stop, "for")
          || dramatis_scan_is (scan, stop, "and"))
        break;
      if (dramatis_scan_has (scan, stop, DRAMATIS_WORD_HONORIFIC | DRAMATIS_WORD_TITLE | DRAMATIS_WORD_RANK)
          && !dramatis_scan_is_surname (scan, stop))
        break;
      if (dramatis_scan_match (scan, stop, &match)
          && !(given && stop == first + 1 && match.n_tokens == 1
               && (dramatis_scan_is_surname (scan, stop) || is_lone_name (scan, first, stop, &match))))
        break;
    }

  while (stop > first + 1 && dramatis_tokens_get (scan->tokens, stop - 1)->kind != DRAMATIS_TOKEN_WORD)
    stop--;

  classify (scan, first, stop, titled);

  return stop;
}

static guint
parse_known (DramatisScan            *scan,
             guint                    first,
             guint                    end,
             const DramatisNameMatch *match)
{
  const DramatisEntity *entity = dramatis_gazetteer_get_entity (scan->gazetteer, match->entity);
  guint next = first + match->n_tokens;

  if (entity->concept)
    {
      while (next < end && dramatis_scan_has (scan, next, DRAMATIS_WORD_EVENT))
        next++;
      return next;
    }

  /* "Korean War", "Paris Summit": what happens, not who acts; "Korea Strait": where */
  if (next + 1 == end && dramatis_scan_is_name_word (scan, next))
    {
      if (dramatis_scan_has (scan, next, DRAMATIS_WORD_EVENT))
        return end;
      if (dramatis_scan_has (scan, next, DRAMATIS_WORD_PLACE) && match->role != DRAMATIS_NAME_DEMONYM)
        {
          emit (scan, first, end, DRAMATIS_ACTOR_KIND_PLACE, DRAMATIS_CANDIDATE_HEADED);
          return end;
        }
    }

  if (match->role == DRAMATIS_NAME_DEMONYM && dramatis_scan_is_language (scan, first, next))
    return next;

  emit_entity (scan, first, match);

  return next;
}

/* "Environment Canada": where the organisation ends that has ordinary words and its state for a name, or 0. */
static guint
find_branch_end (DramatisScan *scan,
                 guint         first,
                 guint         end)
{
  DramatisNameMatch match;

  for (guint i = first; i < end && i < first + 3; i++)
    {
      if (i > first && dramatis_scan_match (scan, i, &match))
        return i + match.n_tokens == end && match.role == DRAMATIS_NAME_PROPER && scan->headlines[first] == 0
               && dramatis_gazetteer_get_entity (scan->gazetteer, match.entity)->kind == DRAMATIS_ACTOR_KIND_STATE
               ? end : 0;
      if (!dramatis_scan_is_word (scan, i) || dramatis_scan_is_given_name (scan, i)
          || dramatis_scan_has (scan, i, DRAMATIS_WORD_TITLE | DRAMATIS_WORD_RANK | DRAMATIS_WORD_STARTER
                                         | DRAMATIS_WORD_CITY | DRAMATIS_WORD_EVENT | DRAMATIS_WORD_PLACE))
        return 0;
    }

  return 0;
}

/* "Asian NATO": a thing that is only thought of. */
static gboolean
is_concept (DramatisScan *scan,
            guint         first,
            guint         end)
{
  DramatisNameMatch match;

  return first + 1 < end && dramatis_scan_has (scan, first, DRAMATIS_WORD_CONCEPT)
         && !(dramatis_tokens_get (scan->tokens, first)->flags & DRAMATIS_TOKEN_SENTENCE)
         && dramatis_scan_match (scan, first + 1, &match) && first + 1 + match.n_tokens == end
         && dramatis_gazetteer_get_entity (scan->gazetteer, match.entity)->kind == DRAMATIS_ACTOR_KIND_ALLIANCE;
}

/* "Microsoft Corp.", "Alcatel NV" */
static void
take_company_end (DramatisScan      *scan,
                  guint              first,
                  guint              end,
                  DramatisNameMatch *match)
{
  if (match->role != DRAMATIS_NAME_PROPER
      || dramatis_gazetteer_get_entity (scan->gazetteer, match->entity)->kind != DRAMATIS_ACTOR_KIND_ORGANISATION)
    return;

  while (first + match->n_tokens < end
         && dramatis_scan_has (scan, first + match->n_tokens, DRAMATIS_WORD_COMPANY_END))
    match->n_tokens++;
}

/* Returns the token after the last one that was used: a known name may be longer than the run. */
static guint
parse_run (DramatisScan *scan,
           guint         first,
           guint         end)
{
  gboolean titled = dramatis_scan_is_after_title (scan, first);
  guint i;

  if (is_concept (scan, first, end) || dramatis_scan_has (scan, first, DRAMATIS_WORD_EVENT_FIRST))
    return end;

  for (i = first; i < end;)
    {
      DramatisNameMatch match;
      const DramatisToken *token = dramatis_tokens_get (scan->tokens, i);
      guint stop;
      gboolean known;

      if (token->kind != DRAMATIS_TOKEN_WORD || !dramatis_scan_is_name_word (scan, i))
        {
          gboolean closer = token->kind == DRAMATIS_TOKEN_WORD
                            && (token->flags & DRAMATIS_TOKEN_CAPITAL) == 0
                            && dramatis_scan_match (scan, i, &match);

          if (closer)
            i = parse_known (scan, i, end, &match);
          else if (dramatis_scan_is_particle (scan, i) && dramatis_scan_skip_particles (scan, i) != 0)
            i = parse_person (scan, i, end, titled);
          else
            i++;
          continue;
        }

      /* at the start of a sentence the first word may be capitalised for no other reason */
      if (dramatis_scan_is_plain_start (scan, i) && i + 1 < end)
        {
          guint organisation = find_organisation_end (scan, i, end);

          if (organisation <= i + 2 && dramatis_scan_is_name_word (scan, i + 1) && !dramatis_scan_match (scan, i, &match)
              && (dramatis_scan_is_person_start (scan, i + 1) || dramatis_scan_match (scan, i + 1, &match)))
            {
              i++;
              continue;
            }
        }

      known = dramatis_scan_match (scan, i, &match);
      if (known)
        take_company_end (scan, i, end, &match);
      stop = find_organisation_end (scan, i, end);
      if (stop > i + 1 && !(known && i + match.n_tokens >= stop)
          && !(known && dramatis_gazetteer_get_entity (scan->gazetteer, match.entity)->concept))
        {
          emit (scan, i, stop, DRAMATIS_ACTOR_KIND_ORGANISATION,
                DRAMATIS_CANDIDATE_HEADED | (are_all_words (scan, i, stop) ? DRAMATIS_CANDIDATE_WORDS : 0)
                | (dramatis_scan_has (scan, stop - 1, DRAMATIS_WORD_COMPANY_END) ? DRAMATIS_CANDIDATE_COMPANY : 0));
          i = stop;
          titled = FALSE;
          continue;
        }

      if (known && !dramatis_scan_is_person (scan, i, end, &match))
        {
          i = parse_known (scan, i, end, &match);
          continue;
        }

      if (dramatis_scan_has (scan, i, DRAMATIS_WORD_HONORIFIC | DRAMATIS_WORD_TITLE | DRAMATIS_WORD_RANK)
          && !(dramatis_scan_is_given_name (scan, i) && !dramatis_scan_is_word (scan, i)))
        {
          if (dramatis_scan_has (scan, i, DRAMATIS_WORD_HONORIFIC | DRAMATIS_WORD_TITLE))
            titled = TRUE;
          /* "St. Thomas Street" */
          if (dramatis_scan_has (scan, i, DRAMATIS_WORD_CITY) && i + 1 < end)
            {
              emit (scan, i, end, DRAMATIS_ACTOR_KIND_PLACE, DRAMATIS_CANDIDATE_HEADED);
              i = end;
              continue;
            }
          i++;
          continue;
        }

      stop = titled ? 0 : find_branch_end (scan, i, end);
      if (stop != 0)
        emit (scan, i, stop, DRAMATIS_ACTOR_KIND_ORGANISATION, DRAMATIS_CANDIDATE_HEADED);
      else
        stop = parse_person (scan, i, end, titled);
      i = stop;
      titled = FALSE;
    }

  return i;
}

/**
 * dramatis_name_scanner_scan:
 * @gazetteer: the names and words that are known
 * @text: valid UTF-8
 * @tokens: (element-type DramatisToken): its tokens
 *
 * Finds all that may name an actor, looking at no more than the sentence around it.
 *
 * Returns: (transfer full) (element-type DramatisCandidate): candidates in text order, without overlaps
 */
GArray *
dramatis_name_scanner_scan (const DramatisGazetteer *gazetteer,
                            const char              *text,
                            GArray                  *tokens)
{
  g_autoptr (DramatisLexicon) spellings = dramatis_lexicon_new ();
  g_autoptr (GArray) answers = g_array_new (FALSE, TRUE, sizeof (guint8));
  DramatisScan scan = { gazetteer, text, tokens, .spellings = spellings, .answers = answers };

  scan.candidates = g_array_new (FALSE, FALSE, sizeof (DramatisCandidate));
  dramatis_scan_find_headlines (&scan);

  for (guint i = 0; i < tokens->len;)
    {
      const DramatisToken *token = dramatis_tokens_get (tokens, i);
      DramatisNameMatch match;

      if (token->kind == DRAMATIS_TOKEN_WORD
          && (dramatis_scan_is_name_word (&scan, i)
              || (dramatis_scan_is_particle (&scan, i) && dramatis_scan_skip_particles (&scan, i) != 0)))
        {
          guint end = find_run_end (&scan, i);
          guint parsed = parse_run (&scan, i, end);

          i = MAX (parsed, end);
        }
      else if (token->word != 0 && !dramatis_scan_is_mark (&scan, i + 1, '$') && dramatis_scan_match (&scan, i, &match))
        {
          i = parse_known (&scan, i, i + match.n_tokens, &match);
        }
      else
        {
          i++;
        }
    }

  g_free (scan.headlines);

  return scan.candidates;
}
