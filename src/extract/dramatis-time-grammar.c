/* dramatis-time-grammar.c: how a language writes times
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-time-grammar.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "dramatis-gazetteer.h"
#include "dramatis-time-pattern.h"

#define MAX_CLASSES 63
#define MAX_LISTS   64
#define FIRST_WORD  (G_GUINT64_CONSTANT (1) << 63)
#define CLASS_BIT(class) (G_GUINT64_CONSTANT (1) << (class))

/* How many numbers a rule may give itself. */
#define MAX_GIVEN 3

/**
 * DramatisTimeGrammar:
 *
 * The rules of `times.json` of a language, as one tree, which is walked along a text.
 *
 * See the README of the folder for how rules are written.
 */
struct _DramatisTimeGrammar
{
  DramatisLexicon *lexicon;
  GPtrArray       *classes;      /* interned names; the index is the number of the class */
  guint64          capitalised;  /* classes whose words are written with a capital letter */
  GArray          *masks;        /* guint64 by word number: its classes */
  GHashTable      *values;       /* word number and class → value */
  char            *lists[MAX_LISTS]; /* names, in the slots that their letters give them */
  GArray          *list_masks;   /* guint64 by word number: the lists that have it, by slot */
  GArray          *rules;        /* Rule */
  GArray          *nodes;        /* Node; the first one is the root */
  guint64          first_classes;
  GArray          *first_nodes;  /* guint by word number: the node to which it leads from the root, 0 if none */
  char            *past_ending;
  guint            dot;          /* the number of "." if ordinal numbers end with it */
};

/* Strings are interned: what was found outlives the grammar. */
typedef struct
{
  const char       *name;
  const char       *meaning;
  DramatisTimeSlot  given[MAX_GIVEN];
  guint             n_given;
} Rule;

/* From one node to the next leads a word of the lexicon or, if @class is set, any word of a class. */
typedef struct
{
  gboolean class;
  guint    number;
  guint    target;
} Edge;

typedef struct
{
  GArray *edges;
  guint   rule;   /* 1 + the rule that ends here */
  guint   open;   /* how many elements stand before the wording */
  guint   close;  /* how many elements stand before the end of the wording */
} Node;

/* Classes of which no table lists all words. */
enum
{
  CLASS_YEAR,
  CLASS_OLDYEAR,
  CLASS_YY,
  CLASS_DAY,
  CLASS_THDAY,
  CLASS_MM,
  CLASS_DECADE,
  CLASS_SHORTDECADE,
  CLASS_COUNT,
  CLASS_ORDINAL,
  CLASS_HOUR,
  CLASS_MINUTE,
  CLASS_NAME,
};

static const char * const built_in_classes[] = {
  "YEAR", "OLDYEAR", "YY", "DAY", "THDAY", "MM", "DECADE", "SHORTDECADE", "COUNT", "ORDINAL", "HOUR",
  "MINUTE", "NAME", NULL
};

static guint
ensure_class (DramatisTimeGrammar *self,
              const char          *name)
{
  const char *interned = g_intern_string (name);
  guint number;

  if (g_ptr_array_find (self->classes, interned, &number))
    return number;

  g_assert (self->classes->len < MAX_CLASSES);
  g_ptr_array_add (self->classes, (gpointer) interned);

  return self->classes->len - 1;
}

static guint64
get_number_classes (const DramatisToken *token)
{
  guint64 mask = 0;
  guint n_digits = token->n_bytes;

  if (token->kind != DRAMATIS_TOKEN_NUMBER || token->flags & DRAMATIS_TOKEN_SEPARATED)
    return 0;

  if (token->flags & DRAMATIS_TOKEN_PLURAL)
    {
      if (n_digits == 5 && token->value % 10 == 0 && token->value >= 1000 && token->value <= 2100)
        mask |= CLASS_BIT (CLASS_DECADE);
      if (n_digits == 3 && token->value % 10 == 0)
        mask |= CLASS_BIT (CLASS_SHORTDECADE);
      return mask;
    }

  if (token->flags & DRAMATIS_TOKEN_ORDINAL)
    {
      mask |= CLASS_BIT (CLASS_ORDINAL);
      if (token->value >= 1 && token->value <= 31)
        mask |= CLASS_BIT (CLASS_DAY) | CLASS_BIT (CLASS_THDAY);
      return mask;
    }

  mask |= CLASS_BIT (CLASS_COUNT);
  if (n_digits == 4 && token->value >= 1000 && token->value <= 2100)
    mask |= CLASS_BIT (CLASS_YEAR);
  if (n_digits >= 2 && n_digits <= 3 && token->value >= 32 && token->value <= 999)
    mask |= CLASS_BIT (CLASS_OLDYEAR);
  if (n_digits == 2)
    mask |= CLASS_BIT (CLASS_YY);
  if (n_digits == 2 && token->value <= 59)
    mask |= CLASS_BIT (CLASS_MINUTE);
  if (n_digits <= 2 && token->value <= 24)
    mask |= CLASS_BIT (CLASS_HOUR);
  if (n_digits <= 2 && token->value >= 1 && token->value <= 31)
    mask |= CLASS_BIT (CLASS_DAY);
  if (n_digits <= 2 && token->value >= 1 && token->value <= 12)
    mask |= CLASS_BIT (CLASS_MM);

  return mask;
}

static guint64
get_classes (const DramatisTimeGrammar *self,
             const DramatisToken       *token)
{
  guint64 mask;

  if (token->kind == DRAMATIS_TOKEN_NUMBER)
    return get_number_classes (token);

  mask = token->lower < self->masks->len ? g_array_index (self->masks, guint64, token->lower) : 0;
  if ((token->flags & DRAMATIS_TOKEN_CAPITAL) == 0)
    mask &= ~self->capitalised;

  /* "April Smith": a capital that only a name can have */
  if ((mask & ~FIRST_WORD) == 0 && token->kind == DRAMATIS_TOKEN_WORD
      && (token->flags & (DRAMATIS_TOKEN_CAPITAL | DRAMATIS_TOKEN_UPPER | DRAMATIS_TOKEN_SENTENCE)) == DRAMATIS_TOKEN_CAPITAL)
    mask |= CLASS_BIT (CLASS_NAME);

  return mask;
}

static gpointer
value_key (guint word,
           guint class)
{
  return GUINT_TO_POINTER (word * MAX_CLASSES + class);
}

static int
get_value (const DramatisTimeGrammar *self,
           const DramatisToken       *token,
           guint                      class)
{
  if (token->kind == DRAMATIS_TOKEN_NUMBER)
    return MIN (token->value, 1000000);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->values, value_key (token->lower, class)));
}

static void
load_words (DramatisTimeGrammar *self,
            JsonObject          *words)
{
  JsonObjectIter classes;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&classes, words);
  while (json_object_iter_next_ordered (&classes, &name, &node))
    {
      guint class = ensure_class (self, name);
      JsonObjectIter members;
      const char *word;
      JsonNode *value;

      json_object_iter_init_ordered (&members, json_node_get_object (node));
      while (json_object_iter_next_ordered (&members, &word, &value))
        {
          guint number = dramatis_lexicon_add (self->lexicon, word, strlen (word));

          if (self->masks->len <= number)
            g_array_set_size (self->masks, number + 1);
          g_array_index (self->masks, guint64, number) |= CLASS_BIT (class);
          g_hash_table_insert (self->values, value_key (number, class), GINT_TO_POINTER (json_node_get_int (value)));
        }
    }
}

static guint
add_node (DramatisTimeGrammar *self)
{
  Node node = { .edges = g_array_new (FALSE, FALSE, sizeof (Edge)) };

  g_array_append_val (self->nodes, node);

  return self->nodes->len - 1;
}

static guint
ensure_edge (DramatisTimeGrammar *self,
             guint                node,
             gboolean             class,
             guint                number)
{
  GArray *edges = g_array_index (self->nodes, Node, node).edges;
  Edge edge = { .class = class, .number = number };

  for (guint i = 0; i < edges->len; i++)
    {
      const Edge *known = &g_array_index (edges, Edge, i);

      if (known->class == class && known->number == number)
        return known->target;
    }

  edge.target = add_node (self);
  g_array_append_val (edges, edge);

  return edge.target;
}

/* There are many words at the root, and every word of a text asks for one: they have no edges there. */
static guint
ensure_first_node (DramatisTimeGrammar *self,
                   guint                word)
{
  if (self->first_nodes->len <= word)
    g_array_set_size (self->first_nodes, word + 1);
  if (g_array_index (self->first_nodes, guint, word) == 0)
    {
      guint node = add_node (self);

      g_array_index (self->first_nodes, guint, word) = node;
    }

  return g_array_index (self->first_nodes, guint, word);
}

/* That a rule begins with a word is noted like one more class of the word. */
static void
set_first_word (DramatisTimeGrammar *self,
                guint                word)
{
  if (self->masks->len <= word)
    g_array_set_size (self->masks, word + 1);
  g_array_index (self->masks, guint64, word) |= FIRST_WORD;
}

static void
insert_sequence (DramatisTimeGrammar *self,
                 GPtrArray           *sequence,
                 guint                rule)
{
  guint node = 0;
  guint depth = 0;
  guint open = 0;
  guint close = 0;

  for (guint i = 0; i < sequence->len; i++)
    {
      const char *part = sequence->pdata[i];
      gboolean class = g_ascii_isupper (*part) && part[1] != '\0';
      guint number;

      if (g_str_equal (part, "["))
        {
          open = depth;
          continue;
        }
      if (g_str_equal (part, "]"))
        {
          close = depth;
          continue;
        }

      number = class ? ensure_class (self, part) : dramatis_lexicon_add (self->lexicon, part, strlen (part));
      if (depth == 0 && class)
        self->first_classes |= CLASS_BIT (number);
      else if (depth == 0)
        set_first_word (self, number);
      node = depth == 0 && !class ? ensure_first_node (self, number) : ensure_edge (self, node, class, number);
      depth++;
    }

  /* of two rules for the same words the first one counts */
  if (close > open && g_array_index (self->nodes, Node, node).rule == 0)
    {
      g_array_index (self->nodes, Node, node).rule = rule + 1;
      g_array_index (self->nodes, Node, node).open = open;
      g_array_index (self->nodes, Node, node).close = close;
    }
}

/* What a rule says itself, as if a word of the text did. */
static void
load_given (Rule       *rule,
            JsonObject *given)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, given);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      g_assert (rule->n_given < MAX_GIVEN);
      rule->given[rule->n_given].name = g_intern_string (name);
      rule->given[rule->n_given].value = json_node_get_int (value);
      rule->n_given++;
    }
}

static void
load_rules (DramatisTimeGrammar *self,
            JsonObject          *root)
{
  g_autoptr (GHashTable) named = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  JsonArray *rules = json_object_get_array_member (root, "rules");

  if (json_object_has_member (root, "patterns"))
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *pattern;

      json_object_iter_init_ordered (&iter, json_object_get_object_member (root, "patterns"));
      while (json_object_iter_next_ordered (&iter, &name, &pattern))
        g_hash_table_insert (named, (gpointer) name, dramatis_time_pattern_expand (json_node_get_string (pattern), named));
    }

  for (guint i = 0; i < json_array_get_length (rules); i++)
    {
      JsonArray *entry = json_array_get_array_element (rules, i);
      g_autoptr (GPtrArray) sequences = dramatis_time_pattern_expand (json_array_get_string_element (entry, 1), named);
      Rule rule = { 0, };

      rule.name = g_intern_string (json_array_get_string_element (entry, 0));
      rule.meaning = g_intern_string (json_array_get_string_element (entry, 2));
      if (json_array_get_length (entry) > 3)
        load_given (&rule, json_array_get_object_element (entry, 3));
      g_array_append_val (self->rules, rule);

      for (guint k = 0; k < sequences->len; k++)
        insert_sequence (self, sequences->pdata[k], i);
    }
}

/* The slot of a list, or the free one that it would have: every word of a text is asked for in several lists, so
 * that a hash table of names would be most of the work. */
static guint
find_list (const DramatisTimeGrammar *self,
           const char                *name)
{
  guint slot = 5 * (guchar) name[0] + 3 * (guchar) name[1];

  for (const char *p = name; *p != '\0'; p++)
    slot += (guchar) *p;
  for (guint i = 0; i < MAX_LISTS; i++, slot++)
    if (self->lists[slot % MAX_LISTS] == NULL || strcmp (self->lists[slot % MAX_LISTS], name) == 0)
      return slot % MAX_LISTS;

  g_error ("times.json has more than %d lists", MAX_LISTS);
}

static void
add_to_list (DramatisTimeGrammar *self,
             guint                slot,
             guint                word)
{
  if (self->list_masks->len <= word)
    g_array_set_size (self->list_masks, word + 1);
  g_array_index (self->list_masks, guint64, word) |= G_GUINT64_CONSTANT (1) << slot;
}

static void
load_lists (DramatisTimeGrammar *self,
            JsonObject          *root)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, root);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      JsonArray *array;
      guint slot;

      if (!JSON_NODE_HOLDS_ARRAY (node) || g_str_equal (name, "rules"))
        continue;

      array = json_node_get_array (node);
      slot = find_list (self, name);
      if (self->lists[slot] == NULL)
        self->lists[slot] = g_strdup (name);
      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          const char *word = json_array_get_string_element (array, i);

          if (g_str_equal (name, "capitalised"))
            self->capitalised |= G_GUINT64_CONSTANT (1) << ensure_class (self, word);
          else
            add_to_list (self, slot, dramatis_lexicon_add (self->lexicon, word, strlen (word)));
        }
    }
}

static void
clear_node (gpointer data)
{
  g_array_unref (((Node *) data)->edges);
}

/**
 * dramatis_time_grammar_new:
 * @language: a language for which there is a folder in `data/languages`
 * @lexicon: the words that have numbers, to which those of the rules are added
 *
 * Loads the rules for a language.
 *
 * Returns: (transfer full): a new grammar, which keeps a pointer to @lexicon
 */
DramatisTimeGrammar *
dramatis_time_grammar_new (const char      *language,
                           DramatisLexicon *lexicon)
{
  DramatisTimeGrammar *self = g_new0 (DramatisTimeGrammar, 1);
  g_autofree char *path = g_strdup_printf ("languages/%s/times.json", language);
  g_autoptr (GBytes) bytes = dramatis_extract_data_lookup (path);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  JsonObject *root;

  if (bytes == NULL)
    g_error ("%s is not part of the program", path);
  if (!json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error))
    g_error ("%s: %s", path, error->message);
  root = json_node_get_object (json_parser_get_root (parser));

  self->lexicon = lexicon;
  self->classes = g_ptr_array_new ();
  self->masks = g_array_new (FALSE, TRUE, sizeof (guint64));
  self->values = g_hash_table_new (NULL, NULL);
  self->list_masks = g_array_new (FALSE, TRUE, sizeof (guint64));
  self->first_classes = FIRST_WORD;
  self->first_nodes = g_array_new (FALSE, TRUE, sizeof (guint));
  self->rules = g_array_new (FALSE, FALSE, sizeof (Rule));
  self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  g_array_set_clear_func (self->nodes, clear_node);

  for (guint i = 0; built_in_classes[i] != NULL; i++)
    ensure_class (self, built_in_classes[i]);
  load_words (self, json_object_get_object_member (root, "words"));
  load_lists (self, root);
  add_node (self);
  load_rules (self, root);
  if (json_object_get_boolean_member_with_default (root, "ordinal-dot", FALSE))
    self->dot = dramatis_lexicon_add (lexicon, ".", 1);
  self->past_ending = g_strdup (json_object_get_string_member (root, "past-ending"));

  return self;
}

/**
 * dramatis_time_grammar_free:
 * @self: (transfer full): a grammar
 *
 * Frees a grammar.
 */
void
dramatis_time_grammar_free (DramatisTimeGrammar *self)
{
  g_ptr_array_unref (self->classes);
  g_array_unref (self->masks);
  g_hash_table_unref (self->values);
  for (guint i = 0; i < MAX_LISTS; i++)
    g_free (self->lists[i]);
  g_array_unref (self->list_masks);
  g_array_unref (self->first_nodes);
  g_array_unref (self->rules);
  g_array_unref (self->nodes);
  g_free (self->past_ending);
  g_free (self);
}

typedef struct
{
  const DramatisTimeGrammar *grammar;
  GArray                    *tokens;
  guint                      index;
  DramatisTimeMatch         *match;
  DramatisTimeSlot           slots[DRAMATIS_TIME_SLOTS];
  guint                      best;   /* elements of the best match */
  guint                      rule;
} Walk;

static void
walk (Walk  *self,
      guint  number,
      guint  depth,
      guint  n_slots)
{
  const Node *node = &g_array_index (self->grammar->nodes, Node, number);
  const DramatisToken *token;
  guint64 classes;

  if (node->rule != 0 && (depth > self->best || (depth == self->best && node->rule < self->rule)))
    {
      const Rule *rule = &g_array_index (self->grammar->rules, Rule, node->rule - 1);

      self->best = depth;
      self->rule = node->rule;
      self->match->rule = rule->name;
      self->match->meaning = rule->meaning;
      self->match->first = self->index + node->open;
      self->match->end = self->index + node->close;
      self->match->seen = self->index + depth;
      self->match->n_slots = n_slots + rule->n_given;
      memcpy (self->match->slots, self->slots, n_slots * sizeof (DramatisTimeSlot));
      memcpy (self->match->slots + n_slots, rule->given, rule->n_given * sizeof (DramatisTimeSlot));
    }

  if (self->index + depth >= self->tokens->len)
    return;

  token = dramatis_tokens_get (self->tokens, self->index + depth);
  if (depth > 0 && token->flags & DRAMATIS_TOKEN_LINE)
    return;
  /* "3. Mai" only looks like the end of a sentence */
  if (depth > 1 && token->flags & DRAMATIS_TOKEN_SENTENCE
      && (self->grammar->dot == 0 || (token - 1)->lower != self->grammar->dot
          || (token - 2)->kind != DRAMATIS_TOKEN_NUMBER))
    return;
  if (depth == 1 && token->flags & DRAMATIS_TOKEN_SENTENCE)
    return;

  if (depth == 0 && token->lower < self->grammar->first_nodes->len
      && g_array_index (self->grammar->first_nodes, guint, token->lower) != 0)
    walk (self, g_array_index (self->grammar->first_nodes, guint, token->lower), 1, 0);

  classes = get_classes (self->grammar, token);
  if (depth == 0 && (classes & self->grammar->first_classes & ~FIRST_WORD) == 0)
    return;
  for (guint i = 0; i < node->edges->len; i++)
    {
      const Edge *edge = &g_array_index (node->edges, Edge, i);

      if (!edge->class)
        {
          if (token->lower == edge->number)
            walk (self, edge->target, depth + 1, n_slots);
        }
      else if (classes & CLASS_BIT (edge->number) && n_slots < DRAMATIS_TIME_SLOTS - MAX_GIVEN)
        {
          self->slots[n_slots].name = g_ptr_array_index (self->grammar->classes, edge->number);
          self->slots[n_slots].value = get_value (self->grammar, token, edge->number);
          walk (self, edge->target, depth + 1, n_slots + 1);
        }
    }
}

/**
 * dramatis_time_grammar_match:
 * @self: a grammar
 * @tokens: (element-type DramatisToken): a text
 * @index: a token
 * @match: (out): where to store what was found
 *
 * Finds the rule that describes the most tokens from @index on; of several the first one of the table.
 *
 * Returns: whether there is one
 */
gboolean
dramatis_time_grammar_match (const DramatisTimeGrammar *self,
                             GArray                    *tokens,
                             guint                      index,
                             DramatisTimeMatch         *match)
{
  Walk state;

  if ((get_classes (self, dramatis_tokens_get (tokens, index)) & self->first_classes) == 0)
    return FALSE;

  state = (Walk) { .grammar = self, .tokens = tokens, .index = index, .match = match };
  walk (&state, 0, 0, 0);

  return state.best > 0;
}

/**
 * dramatis_time_grammar_get_past_ending:
 * @self: a grammar
 *
 * Gets how verbs end that tell of the past.
 *
 * Returns: (transfer none): the ending
 */
const char *
dramatis_time_grammar_get_past_ending (const DramatisTimeGrammar *self)
{
  return self->past_ending;
}

/**
 * dramatis_time_grammar_is:
 * @self: a grammar
 * @list: the name of one of its lists of words
 * @token: a word of a text
 *
 * Looks a word up, in whatever case it is written.
 *
 * Returns: whether the list has it
 */
gboolean
dramatis_time_grammar_is (const DramatisTimeGrammar *self,
                          const char                *list,
                          const DramatisToken       *token)
{
  guint64 lists = token->lower < self->list_masks->len ? g_array_index (self->list_masks, guint64, token->lower) : 0;

  return lists != 0 && lists & G_GUINT64_CONSTANT (1) << find_list (self, list);
}

/**
 * dramatis_time_match_get_slot:
 * @match: a match
 * @name: the class of a word
 * @nth: 0 for the first word of the class, 1 for the second one
 * @value: (out) (optional): where to store what the word says
 *
 * Looks for a word of a class in a match.
 *
 * Returns: whether there is one
 */
gboolean
dramatis_time_match_get_slot (const DramatisTimeMatch *match,
                              const char              *name,
                              guint                    nth,
                              int                     *value)
{
  for (guint i = 0; i < match->n_slots; i++)
    {
      if (!g_str_equal (match->slots[i].name, name) || nth-- > 0)
        continue;
      if (value != NULL)
        *value = match->slots[i].value;
      return TRUE;
    }

  return FALSE;
}
