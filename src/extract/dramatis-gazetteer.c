/* dramatis-gazetteer.c: names and words that are known beforehand
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-gazetteer.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "dramatis-enum-types.h"
#include "dramatis-language.h"
#include "dramatis-word-list.h"

#define DATA_PATH "/org/dramatis/Dramatis/extract/"

/**
 * DramatisGazetteer:
 *
 * The names and words of `data/gazetteers` and of one language of `data/languages`.
 *
 * All names are matched at once: they are kept as sequences of word numbers in order, so that the names
 * that begin with the words of a text are a range, which gets smaller with every word.
 *
 * Once names were added only its lexicon changes, when the rules of a language are loaded: an extractor has its own.
 */
struct _DramatisGazetteer
{
  DramatisLexicon *lexicon;
  GHashTable      *abbreviations;
  GArray          *entities;
  GArray          *classes;      /* guint by word number */
  GArray          *names;        /* Name, in order when sorted */
  GArray          *name_words;   /* guint */
  GArray          *first_names;  /* guint by word number: 1 + the first name that begins with the word */
  GStringChunk    *strings;
  guint            n_sorted;     /* names that are in order, and so are matched */
  GBytes          *lists[DRAMATIS_WORD_LIST_PLACES + 1];
};

typedef struct
{
  guint first_word;
  guint n_words;
  guint entity;
  guint role;
} Name;

/**
 * dramatis_extract_data_lookup:
 * @path: a file of the data folder that is compiled into the program
 *
 * Gets a file of rules or names.
 *
 * Returns: (transfer full) (nullable): the content, or %NULL if there is no such file
 */
GBytes *
dramatis_extract_data_lookup (const char *path)
{
  g_autofree char *name = g_strconcat (DATA_PATH, path, NULL);

  return g_resources_lookup_data (name, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

static int
compare_folders (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/**
 * dramatis_extract_data_list:
 * @path: a folder of the data folder that is compiled into the program
 *
 * Lists the folders in it.
 *
 * Returns: (transfer full): their names, sorted
 */
GStrv
dramatis_extract_data_list (const char *path)
{
  g_autofree char *folder = g_strconcat (DATA_PATH, path, NULL);
  GStrv names = g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    names[i][strcspn (names[i], "/")] = '\0';
  qsort (names, g_strv_length (names), sizeof *names, compare_folders);

  return names;
}

/* A file that is part of the program cannot be wrong or missing without the tests failing. */
static GBytes *
load (const char *path)
{
  GBytes *bytes = dramatis_extract_data_lookup (path);

  if (bytes == NULL)
    g_error ("%s is not part of the program", path);

  return bytes;
}

static JsonNode *
load_json (const char *path)
{
  g_autoptr (GBytes) bytes = load (path);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;

  if (!json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error))
    g_error ("%s: %s", path, error->message);

  return json_parser_steal_root (parser);
}

static void
set_class (DramatisGazetteer *self,
           const char        *word,
           guint              class)
{
  guint number = dramatis_lexicon_add (self->lexicon, word, strlen (word));

  if (self->classes->len <= number)
    g_array_set_size (self->classes, number + 1);
  g_array_index (self->classes, guint, number) |= class;
}

static void
load_classes (DramatisGazetteer *self,
              const char        *language)
{
  static const struct { const char *key; guint class; } keys[] = {
    { "honorific", DRAMATIS_WORD_HONORIFIC },
    { "title", DRAMATIS_WORD_TITLE },
    { "rank", DRAMATIS_WORD_RANK },
    { "particle", DRAMATIS_WORD_PARTICLE },
    { "organisation-head", DRAMATIS_WORD_ORGANISATION },
    { "organisation-of", DRAMATIS_WORD_ORGANISATION_OF },
    { "place-head", DRAMATIS_WORD_PLACE },
    { "place-of", DRAMATIS_WORD_PLACE_OF },
    { "event-head", DRAMATIS_WORD_EVENT },
    { "speech", DRAMATIS_WORD_SPEECH },
    { "place-preposition", DRAMATIS_WORD_LOCATIVE },
    { "starter", DRAMATIS_WORD_STARTER },
    { "no-acronym", DRAMATIS_WORD_NO_ACRONYM },
    { "concept-maker", DRAMATIS_WORD_CONCEPT },
    { "city-part", DRAMATIS_WORD_CITY },
    { "owners", DRAMATIS_WORD_OWNERS },
    { "language-before", DRAMATIS_WORD_LANGUAGE_BEFORE },
    { "language-after", DRAMATIS_WORD_LANGUAGE_AFTER },
    { "within", DRAMATIS_WORD_WITHIN },
    { "motion", DRAMATIS_WORD_MOTION },
    { "event-first", DRAMATIS_WORD_EVENT_FIRST },
    { "company-end", DRAMATIS_WORD_COMPANY_END },
    { "weekday", DRAMATIS_WORD_WEEKDAY },
  };
  g_autofree char *path = g_strdup_printf ("languages/%s/actors.json", language);
  g_autoptr (JsonNode) root = load_json (path);
  JsonObject *object = json_node_get_object (root);
  JsonObject *classes = json_object_get_object_member (object, "classes");
  JsonArray *array = json_object_get_array_member (object, "abbreviations");

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_hash_table_add (self->abbreviations, g_strdup (json_array_get_string_element (array, i)));

  for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
    {
      array = json_object_get_array_member (classes, keys[k].key);
      for (guint i = 0; i < json_array_get_length (array); i++)
        set_class (self, json_array_get_string_element (array, i), keys[k].class);
    }
}

/* A name as a table of actors has it, after what says how it names the actor. */
static void
load_name (DramatisGazetteer *self,
           guint              entity,
           const char        *field)
{
  static const struct { const char *prefix; DramatisNameRole role; } roles[] = {
    { "demonym=", DRAMATIS_NAME_DEMONYM },
    { "capital=", DRAMATIS_NAME_CAPITAL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_str_has_prefix (field, roles[i].prefix))
      {
        dramatis_gazetteer_add_name (self, entity, field + strlen (roles[i].prefix), roles[i].role);
        return;
      }

  dramatis_gazetteer_add_name (self, entity, field, DRAMATIS_NAME_PROPER);
}

/* One actor a line, its kind and its names between tabs: as JSON, these tables would take longer to read than a short
 * article does. */
static void
load_actors (DramatisGazetteer *self,
             const char        *path)
{
  g_autoptr (GBytes) bytes = load (path);
  g_autofree char *table = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  char *rest = table;
  char *line;

  while ((line = strsep (&rest, "\n")) != NULL)
    {
      const char *nick = strsep (&line, "\t");
      const char *name = strsep (&line, "\t");
      gboolean concept = g_str_equal (nick, "concept");
      int kind = DRAMATIS_ACTOR_KIND_ORGANISATION;
      guint entity;

      if (*nick == '\0')
        continue;
      if (name == NULL || (!concept && !dramatis_enum_from_nick (DRAMATIS_TYPE_ACTOR_KIND, nick, &kind)))
        g_error ("%s: %s is no kind of actor, or nothing is named", path, nick);

      entity = dramatis_gazetteer_add_entity (self, name, kind);
      g_array_index (self->entities, DramatisEntity, entity).concept = concept;
      while ((name = strsep (&line, "\t")) != NULL)
        load_name (self, entity, name);
    }
}

/**
 * dramatis_gazetteer_new:
 * @language: a language for which there is a folder in `data/languages`
 *
 * Loads the names and words for a language.
 *
 * Returns: (transfer full): a new gazetteer
 */
DramatisGazetteer *
dramatis_gazetteer_new (const char *language)
{
  DramatisGazetteer *self = g_new0 (DramatisGazetteer, 1);
  g_autofree char *words = g_strdup_printf ("languages/%s/words.txt", language);

  self->lexicon = dramatis_lexicon_new ();
  self->abbreviations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->entities = g_array_new (FALSE, TRUE, sizeof (DramatisEntity));
  self->classes = g_array_new (FALSE, TRUE, sizeof (guint));
  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  self->name_words = g_array_new (FALSE, FALSE, sizeof (guint));
  self->first_names = g_array_new (FALSE, TRUE, sizeof (guint));
  self->strings = g_string_chunk_new (16 * 1024);
  self->lists[DRAMATIS_WORD_LIST_DICTIONARY] = load (words);
  self->lists[DRAMATIS_WORD_LIST_GIVEN_NAMES] = load ("gazetteers/given-names.txt");
  self->lists[DRAMATIS_WORD_LIST_SURNAMES] = load ("gazetteers/surnames.txt");
  self->lists[DRAMATIS_WORD_LIST_PLACES] = load ("gazetteers/places.txt");

  load_classes (self, language);
  load_actors (self, "gazetteers/states.txt");
  load_actors (self, "gazetteers/organisations.txt");
  dramatis_gazetteer_sort (self);

  return self;
}

/**
 * dramatis_gazetteer_free:
 * @self: (transfer full): a gazetteer
 *
 * Frees a gazetteer.
 */
void
dramatis_gazetteer_free (DramatisGazetteer *self)
{
  dramatis_lexicon_free (self->lexicon);
  g_hash_table_unref (self->abbreviations);
  g_array_unref (self->entities);
  g_array_unref (self->classes);
  g_array_unref (self->names);
  g_array_unref (self->name_words);
  g_array_unref (self->first_names);
  g_string_chunk_free (self->strings);
  for (guint i = 0; i < G_N_ELEMENTS (self->lists); i++)
    g_bytes_unref (self->lists[i]);
  g_free (self);
}

/**
 * dramatis_gazetteer_get_lexicon:
 * @self: a gazetteer
 *
 * Gets the numbers of the words that it knows.
 *
 * Returns: (transfer none): the lexicon
 */
DramatisLexicon *
dramatis_gazetteer_get_lexicon (DramatisGazetteer *self)
{
  return self->lexicon;
}

/**
 * dramatis_gazetteer_get_abbreviations:
 * @self: a gazetteer
 *
 * Gets the words whose dot belongs to them.
 *
 * Returns: (transfer none) (element-type utf8 utf8): a set of words without the dot
 */
GHashTable *
dramatis_gazetteer_get_abbreviations (DramatisGazetteer *self)
{
  return self->abbreviations;
}

/**
 * dramatis_gazetteer_add_entity:
 * @self: a gazetteer
 * @name: its preferred name
 * @kind: what it is
 *
 * Adds an entity and its preferred name.
 *
 * Returns: the number of the entity
 */
guint
dramatis_gazetteer_add_entity (DramatisGazetteer *self,
                               const char        *name,
                               DramatisActorKind  kind)
{
  DramatisEntity entity = { .kind = kind };

  entity.name = g_string_chunk_insert (self->strings, name);
  g_array_append_val (self->entities, entity);
  dramatis_gazetteer_add_name (self, self->entities->len - 1, name, DRAMATIS_NAME_PROPER);

  return self->entities->len - 1;
}

/**
 * dramatis_gazetteer_add_name:
 * @self: a gazetteer
 * @entity: the number of an entity
 * @name: one more name of it
 * @role: how the name names it
 *
 * Adds a name. Of the same name the one that was added last counts, so that what a person says of a name
 * comes before what the tables say.
 */
void
dramatis_gazetteer_add_name (DramatisGazetteer *self,
                             guint              entity,
                             const char        *name,
                             DramatisNameRole   role)
{
  g_autoptr (GArray) tokens = dramatis_tokens_new (name, self->lexicon, self->abbreviations);
  Name entry = { .first_word = self->name_words->len, .n_words = tokens->len, .entity = entity, .role = role };

  if (tokens->len == 0)
    return;

  for (guint i = 0; i < tokens->len; i++)
    {
      const DramatisToken *token = dramatis_tokens_get (tokens, i);
      char folded[2 * DRAMATIS_TOKENS_MAX_WORD];
      guint number = token->word;

      /* no text is asked for such a word */
      if (token->n_bytes > DRAMATIS_TOKENS_MAX_WORD)
        {
          g_array_set_size (self->name_words, entry.first_word);
          return;
        }

      if (number == 0)
        number = dramatis_lexicon_add (self->lexicon, folded,
                                       dramatis_tokens_fold (name + token->byte, token->n_bytes, FALSE, folded));
      g_array_append_val (self->name_words, number);

      /* so that "TEHRAN" and "TALIBAN" can be told from unknown words */
      dramatis_lexicon_add (self->lexicon, folded,
                            dramatis_tokens_fold (name + token->byte, token->n_bytes, TRUE, folded));
    }

  g_array_append_val (self->names, entry);
}

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  DramatisGazetteer *self = data;
  const Name *first = a;
  const Name *second = b;

  for (guint i = 0; i < first->n_words && i < second->n_words; i++)
    {
      guint x = g_array_index (self->name_words, guint, first->first_word + i);
      guint y = g_array_index (self->name_words, guint, second->first_word + i);

      if (x != y)
        return x < y ? -1 : 1;
    }

  if (first->n_words != second->n_words)
    return first->n_words < second->n_words ? -1 : 1;

  /* the one that was added last comes first: it is the one that is found */
  return first->first_word > second->first_word ? -1 : 1;
}

/**
 * dramatis_gazetteer_sort:
 * @self: a gazetteer
 *
 * Makes the names that were added since the last time known to [func@Gazetteer.match].
 */
void
dramatis_gazetteer_sort (DramatisGazetteer *self)
{
  if (self->n_sorted == self->names->len)
    return;

  g_array_sort_with_data (self->names, compare_names, self);
  g_array_set_size (self->first_names, 0);
  g_array_set_size (self->first_names, dramatis_lexicon_get_size (self->lexicon) + 1);

  for (guint i = self->names->len; i > 0; i--)
    {
      const Name *name = &g_array_index (self->names, Name, i - 1);

      g_array_index (self->first_names, guint, g_array_index (self->name_words, guint, name->first_word)) = i;
    }

  self->n_sorted = self->names->len;
}

static const Name *
get_name (const DramatisGazetteer *self,
          guint                    index)
{
  return &g_array_index (self->names, Name, index);
}

static guint
get_word (const DramatisGazetteer *self,
          const Name              *name,
          guint                    index)
{
  return g_array_index (self->name_words, guint, name->first_word + index);
}

/* The first name from @low on that begins with the first @depth words of the name at @low, and then @word;
 * or the number of names, if there is none. */
static guint
narrow (const DramatisGazetteer *self,
        guint                    low,
        guint                    depth,
        guint                    word)
{
  const Name *prefix = get_name (self, low);

  for (; low < self->n_sorted; low++)
    {
      const Name *name = get_name (self, low);

      for (guint i = 0; i < depth; i++)
        if (i >= name->n_words || get_word (self, name, i) != get_word (self, prefix, i))
          return self->n_sorted;

      if (name->n_words > depth && get_word (self, name, depth) >= word)
        return get_word (self, name, depth) == word ? low : self->n_sorted;
    }

  return low;
}

/**
 * dramatis_gazetteer_match:
 * @self: a gazetteer
 * @tokens: (element-type DramatisToken): a text
 * @index: a token
 * @match: (out): where to store what was found
 *
 * Finds the longest name that begins at a token.
 *
 * Returns: whether there is one
 */
gboolean
dramatis_gazetteer_match (const DramatisGazetteer *self,
                          GArray                  *tokens,
                          guint                    index,
                          DramatisNameMatch       *match)
{
  guint word = dramatis_tokens_get (tokens, index)->word;
  guint low;
  gboolean found = FALSE;

  if (word == 0 || word >= self->first_names->len || g_array_index (self->first_names, guint, word) == 0)
    return FALSE;

  low = g_array_index (self->first_names, guint, word) - 1;
  for (guint depth = 1; low < self->n_sorted; depth++)
    {
      const Name *name = get_name (self, low);

      /* of the names that begin with these words, the one that has no others is the first */
      if (name->n_words == depth)
        {
          found = TRUE;
          match->entity = name->entity;
          match->role = name->role;
          match->n_tokens = depth;
        }

      if (index + depth >= tokens->len
          || dramatis_tokens_get (tokens, index + depth)->flags & (DRAMATIS_TOKEN_LINE | DRAMATIS_TOKEN_SENTENCE))
        break;
      word = dramatis_tokens_get (tokens, index + depth)->word;
      if (word == 0)
        break;
      low = narrow (self, low, depth, word);
    }

  return found;
}

/**
 * dramatis_gazetteer_get_entity:
 * @self: a gazetteer
 * @entity: the number of an entity
 *
 * Gets an entity.
 *
 * Returns: (transfer none): the entity
 */
const DramatisEntity *
dramatis_gazetteer_get_entity (const DramatisGazetteer *self,
                               guint                    entity)
{
  return &g_array_index (self->entities, DramatisEntity, entity);
}

/**
 * dramatis_gazetteer_get_classes:
 * @self: a gazetteer
 * @token: a token of a text
 *
 * Gets what a word can be in a name, in whatever case it is written.
 *
 * Returns: bits of [enum@WordClass]
 */
guint
dramatis_gazetteer_get_classes (const DramatisGazetteer *self,
                                const DramatisToken     *token)
{
  return token->lower < self->classes->len ? g_array_index (self->classes, guint, token->lower) : 0;
}

/**
 * dramatis_gazetteer_lists:
 * @self: a gazetteer
 * @list: one of its lists
 * @word: a word, in lower case for %DRAMATIS_WORD_LIST_DICTIONARY, not necessarily terminated
 * @n_bytes: its length in bytes
 *
 * Looks a word up in a list.
 *
 * Returns: whether the list has it
 */
gboolean
dramatis_gazetteer_lists (const DramatisGazetteer *self,
                          DramatisWordList         list,
                          const char              *word,
                          gsize                    n_bytes)
{
  return dramatis_word_list_contains (self->lists[list], word, n_bytes);
}

/**
 * dramatis_gazetteer_find:
 * @self: a gazetteer
 * @name: a name
 * @match: (out): where to store what was found
 *
 * Looks a whole name up.
 *
 * Returns: whether it is known
 */
gboolean
dramatis_gazetteer_find (const DramatisGazetteer *self,
                         const char              *name,
                         DramatisNameMatch       *match)
{
  g_autoptr (GArray) tokens = dramatis_tokens_new (name, self->lexicon, self->abbreviations);

  return tokens->len > 0 && dramatis_gazetteer_match (self, tokens, 0, match) && match->n_tokens == tokens->len;
}

/**
 * dramatis_gazetteer_match_upper:
 * @self: a gazetteer
 * @text: the text of @token
 * @token: a word in capitals
 * @match: (out): where to store what was found
 *
 * Finds a name of one word that is written in capitals: "TEHRAN".
 *
 * Returns: whether there is one
 */
gboolean
dramatis_gazetteer_match_upper (const DramatisGazetteer *self,
                                const char              *text,
                                const DramatisToken     *token,
                                DramatisNameMatch       *match)
{
  g_autofree char *lower = NULL;
  g_autoptr (GArray) one = NULL;
  DramatisToken plain = *token;

  if (token->lower == 0)
    return FALSE;

  lower = dramatis_language_lower (text + token->byte, token->n_bytes);
  lower[0] = g_ascii_toupper (lower[0]);
  plain.word = dramatis_lexicon_find (self->lexicon, lower, strlen (lower));
  one = g_array_new (FALSE, FALSE, sizeof (DramatisToken));
  g_array_append_val (one, plain);

  return dramatis_gazetteer_match (self, one, 0, match);
}
