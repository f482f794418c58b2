/* dramatis-folded.c: text made fit for being searched
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-folded.h"

#include <string.h>

/* What one code point can become: U+FDFA has 18 after decomposition, and each may become two. */
#define MAX_FOLDED (2 * G_UNICHAR_MAX_DECOMPOSITION_LENGTH)

#define ZERO_WIDTH_JOINER 0x200D

/* Between texts: white space is folded to a space, so that this can be in no folded text and no needle. */
#define SEPARATOR '\n'

/* A letter with its marks, unless it is one code point of the text and one of the folded text. */
typedef struct
{
  gsize start;         /* in the folded text, in bytes */
  gsize end;
  guint text_start;    /* in the text of its part, in code points */
  guint text_end;
} Cluster;

struct _DramatisNeedle
{
  char     *folded;
  gsize     length;    /* in bytes */
  gboolean  starts_word;
  gboolean  ends_word;
};

struct _DramatisFolded
{
  gatomicrefcount  ref_count;
  char            *text;
  gsize            length;     /* in bytes */
  gsize            capacity;
  GArray          *ends;       /* gsize, of each part */
  GArray          *clusters;   /* of Cluster, in order */
};

/* What only says how others are shown, and comes into texts with the layout of the page that they are from. */
static gboolean
is_ignorable (gunichar c)
{
  return c == 0xAD || c == 0x034F || (c >= 0x180B && c <= 0x180D) || (c >= 0x200B && c <= 0x200F)
         || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F)
         || c == 0xFEFF || (c >= 0xE0100 && c <= 0xE01EF);
}

/* Accents, by their canonical combining classes (Unicode Standard, 4.3): those that stand anywhere around a letter
 * (200 and above), and the points of Hebrew, Arabic and Syriac (10 to 36). The vowels of Indic scripts and of Thai
 * have other classes, and so have the voicing marks of Kana: they make another word. */
static gboolean
is_accent (gunichar c)
{
  int class = g_unichar_combining_class (c);

  return class >= 200 || (class >= 10 && class <= 36);
}

/* What is left of a code point without case and accents; the letters that Unicode does not decompose are here. */
static guint
fold_simple (gunichar  c,
             gunichar *folded)
{
  gunichar second = 0;

  c = g_unichar_tolower (c);
  switch (c)
    {
    case 0xDF:                                       /* ß */
      c = second = 's';
      break;
    case 0xE6:                                       /* æ */
      c = 'a';
      second = 'e';
      break;
    case 0x153:                                      /* œ */
      c = 'o';
      second = 'e';
      break;
    case 0xF8:                                       /* ø */
      c = 'o';
      break;
    case 0x111:                                      /* đ */
      c = 'd';
      break;
    case 0x127:                                      /* ħ */
      c = 'h';
      break;
    case 0x131:                                      /* ı, as I is the capital of both */
      c = 'i';
      break;
    case 0x142:                                      /* ł */
      c = 'l';
      break;
    case 0x167:                                      /* ŧ */
      c = 't';
      break;
    case 0x3C2:                                      /* ς */
      c = 0x3C3;
      break;
    case 0x2BC: case 0x2018: case 0x2019: case 0x201B: case 0x2032:
      c = '\'';
      break;
    case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0x2033:
      c = '"';
      break;
    case 0x2010: case 0x2012: case 0x2013: case 0x2212:
      c = '-';
      break;
    default:
      if ((c >= 0x30A1 && c <= 0x30F6) || c == 0x30FD || c == 0x30FE)
        c -= 0x60;                                   /* Katakana to Hiragana */
      else if (g_unichar_isspace (c))
        c = ' ';
    }

  folded[0] = c;
  folded[1] = second;
  return second != 0 ? 2 : 1;
}

static guint
fold_unichar (gunichar  c,
              gunichar *folded)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts;
  guint length = 0;

  if (is_ignorable (c))
    return 0;

  /* Most of what Chinese is written with. */
  if (c >= 0x4E00 && c <= 0x9FFF)
    {
      folded[0] = c;
      return 1;
    }

  n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n_parts; i++)
    {
      if (!is_accent (parts[i]))
        length += fold_simple (parts[i], folded + length);
    }

  return length;
}

/* Whether a code point belongs to the letter before it: marks, vowels and finals of Hangul, skin tones. */
static gboolean
continues_cluster (gunichar        c,
                   gunichar        before,
                   const gunichar *folded,
                   guint           length)
{
  return length == 0 || before == ZERO_WIDTH_JOINER || g_unichar_ismark (folded[0])
         || (folded[0] >= 0x1160 && folded[0] <= 0x11FF) || (c >= 0x1F3FB && c <= 0x1F3FF);
}

/* realloc() may move a large block by mapping its pages elsewhere. Then whoever searches first waits for each page to
 * be looked up anew (in a virtual machine 7 µs, ten times the search); copying pays for it here. */
static void
reserve (DramatisFolded *self,
         gsize           n_bytes)
{
  char *text;

  if (self->length + n_bytes < self->capacity)
    return;

  self->capacity = MAX (2 * self->capacity, self->length + n_bytes + 1);
  text = g_malloc (self->capacity);
  if (self->length > 0)
    memcpy (text, self->text, self->length);
  g_free (self->text);
  self->text = text;
}

static void
finish_cluster (DramatisFolded *self,
                Cluster        *cluster,
                guint           n_folded)
{
  if (cluster->text_end > cluster->text_start && (cluster->text_end - cluster->text_start != 1 || n_folded != 1))
    {
      cluster->end = self->length;
      g_array_append_vals (self->clusters, cluster, 1);
    }
}

/**
 * dramatis_folded_append:
 * @self: folded texts
 * @text: a text
 *
 * Adds a text to the part that is being made. Words are found in one text or in another of a part, not across.
 *
 * Letters lose their case, their accents and what is particular to their form: “ﬁ” becomes “fi”, “ß” “ss”, half
 * and full width one, Katakana Hiragana, curly quotes straight ones; marks that make another word stay. What each
 * code point becomes hangs on it alone, so that the folded form of a part of a text is a part of its folded form.
 */
void
dramatis_folded_append (DramatisFolded *self,
                        const char     *text)
{
  Cluster cluster = { 0 };
  guint n_folded = 0;
  guint at = 0;                /* in code points */
  gunichar before = 0;
  const char *p = text;

  while (*p != '\0')
    {
      gunichar folded[MAX_FOLDED];
      gunichar c;
      guint length;

      if ((guchar) *p < 0x80)
        {
          gsize run = 1;

          while ((guchar) p[run] < 0x80 && p[run] != '\0')
            run++;
          finish_cluster (self, &cluster, n_folded);
          reserve (self, run);
          for (gsize i = 0; i < run; i++)
            self->text[self->length + i] = g_ascii_isspace (p[i]) ? ' ' : g_ascii_tolower (p[i]);
          self->length += run;
          p += run;
          at += run;
          cluster = (Cluster) { self->length - 1, 0, at - 1, at };
          n_folded = 1;
          before = 0;
          continue;
        }

      c = g_utf8_get_char (p);
      length = fold_unichar (c, folded);
      if (at == 0 || !continues_cluster (c, before, folded, length))
        {
          finish_cluster (self, &cluster, n_folded);
          cluster = (Cluster) { self->length, 0, at, at };
          n_folded = 0;
        }
      reserve (self, 6 * length);
      for (guint i = 0; i < length; i++)
        self->length += g_unichar_to_utf8 (folded[i], self->text + self->length);
      n_folded += length;
      cluster.text_end = ++at;
      before = c;
      p = g_utf8_next_char (p);
    }

  finish_cluster (self, &cluster, n_folded);
  reserve (self, 1);
  self->text[self->length++] = SEPARATOR;
  self->text[self->length] = '\0';
}

/**
 * dramatis_folded_end_part:
 * @self: folded texts
 *
 * Ends a part: what is added from now on belongs to the next.
 */
void
dramatis_folded_end_part (DramatisFolded *self)
{
  g_array_append_val (self->ends, self->length);
}

static gsize
get_start (DramatisFolded *self,
           guint           part)
{
  return part > 0 ? g_array_index (self->ends, gsize, part - 1) : 0;
}

/* The number of the first cluster that ends behind a place. */
static guint
find_cluster (DramatisFolded *self,
              gsize           at)
{
  guint low = 0;
  guint high = self->clusters->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->clusters, Cluster, middle).end <= at)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * dramatis_folded_append_part:
 * @self: folded texts, all of whose parts are ended
 * @other: other folded texts
 * @part: the number of a part of @other
 *
 * Adds a part that was folded before, which takes a fraction of the time of folding it.
 */
void
dramatis_folded_append_part (DramatisFolded *self,
                             DramatisFolded *other,
                             guint           part)
{
  gsize start = get_start (other, part);
  gsize length = g_array_index (other->ends, gsize, part) - start;
  guint first = find_cluster (other, start);

  /* A cluster without any folded text can only begin a text. */
  while (first > 0 && g_array_index (other->clusters, Cluster, first - 1).start == start)
    first--;

  for (guint i = first; i < other->clusters->len; i++)
    {
      Cluster cluster = g_array_index (other->clusters, Cluster, i);

      if (cluster.start >= start + length)
        break;
      cluster.start = cluster.start - start + self->length;
      cluster.end = cluster.end - start + self->length;
      g_array_append_val (self->clusters, cluster);
    }

  reserve (self, length);
  memcpy (self->text + self->length, other->text + start, length);
  self->length += length;
  self->text[self->length] = '\0';
  dramatis_folded_end_part (self);
}

/**
 * dramatis_folded_new:
 *
 * Makes folded texts without any.
 *
 * Returns: (transfer full): new folded texts
 */
DramatisFolded *
dramatis_folded_new (void)
{
  DramatisFolded *self = g_new0 (DramatisFolded, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->clusters = g_array_new (FALSE, FALSE, sizeof (Cluster));
  reserve (self, 0);
  *self->text = '\0';

  return self;
}

/**
 * dramatis_folded_ref:
 * @self: folded texts
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
DramatisFolded *
dramatis_folded_ref (DramatisFolded *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * dramatis_folded_unref:
 * @self: (transfer full): folded texts
 *
 * Lets go of a reference.
 */
void
dramatis_folded_unref (DramatisFolded *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->ends);
  g_array_unref (self->clusters);
  g_free (self->text);
  g_free (self);
}

/**
 * dramatis_folded_get_n_parts:
 * @self: folded texts
 *
 * Gets how many parts have been ended.
 *
 * Returns: the number of parts
 */
guint
dramatis_folded_get_n_parts (DramatisFolded *self)
{
  return self->ends->len;
}

/* A place is a hit only if it begins and ends between letters: “s” is not in “ß”, nor か in が. */
static gboolean
is_between_clusters (DramatisFolded *self,
                     gsize           at,
                     guint          *cluster)
{
  const Cluster *clusters = (const Cluster *) self->clusters->data;

  while (*cluster < self->clusters->len && clusters[*cluster].end <= at)
    (*cluster)++;

  return *cluster == self->clusters->len || clusters[*cluster].start >= at;
}

static gboolean
is_word_before (DramatisFolded *self,
                gsize           at)
{
  return at > 0 && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (self->text + at)));
}

static gboolean
is_word_behind (DramatisFolded *self,
                gsize           at)
{
  return g_unichar_isalnum (g_utf8_get_char (self->text + at));
}

/**
 * dramatis_folded_find_next:
 * @self: folded texts
 * @needle: words
 * @hit: (inout): the place found last, or all zero for the first; then the next
 *
 * Finds the next place of words. Places do not overlap.
 *
 * Returns: whether there is one
 */
gboolean
dramatis_folded_find_next (DramatisFolded       *self,
                           const DramatisNeedle *needle,
                           DramatisFoldedHit    *hit)
{
  const gsize *ends = (const gsize *) self->ends->data;
  gsize from = hit->end;

  if (needle->length == 0)
    return FALSE;

  for (;;)
    {
      const char *found = needle->length == 1 ? strchr (self->text + from, *needle->folded)
                                              : strstr (self->text + from, needle->folded);
      gsize start, end;
      guint cluster;

      if (found == NULL)
        return FALSE;

      start = found - self->text;
      end = start + needle->length;
      if (is_between_clusters (self, start, &hit->cluster)
          /* the next place may begin before the end of one that is none */
          && (cluster = hit->cluster, is_between_clusters (self, end, &cluster))
          && !(needle->starts_word && is_word_before (self, start))
          && !(needle->ends_word && is_word_behind (self, end)))
        {
          while (hit->part < self->ends->len && ends[hit->part] <= start)
            hit->part++;
          /* what has been added to a part that has not been ended */
          if (hit->part == self->ends->len)
            return FALSE;
          hit->start = start;
          hit->end = end;
          hit->cluster = cluster;
          return TRUE;
        }
      from = start + 1;
    }
}

/**
 * dramatis_folded_start_part:
 * @self: folded texts
 * @part: the number of a part
 * @hit: (out): what finds the first place in that part or behind it
 *
 * Begins a search in a part.
 */
void
dramatis_folded_start_part (DramatisFolded    *self,
                            guint              part,
                            DramatisFoldedHit *hit)
{
  gsize start = get_start (self, part);

  *hit = (DramatisFoldedHit) { part, start, start, find_cluster (self, start) };
}

static guint
count_byte (const char *text,
            gsize       length,
            char        byte)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += text[i] == byte;

  return n;
}

/* Letters by themselves are everywhere: to look at every byte of a part takes less time than to go from one to the
 * next. Those in a cluster that is more than them are none. */
static gboolean
find_part_with_byte (DramatisFolded    *self,
                     char               byte,
                     DramatisFoldedHit *hit,
                     guint             *n_places)
{
  const Cluster *clusters = (const Cluster *) self->clusters->data;
  const gsize *ends = (const gsize *) self->ends->data;

  for (; hit->part < self->ends->len; hit->part++)
    {
      gsize start = MAX (hit->end, get_start (self, hit->part));

      if (start >= ends[hit->part])
        continue;

      *n_places = count_byte (self->text + start, ends[hit->part] - start, byte);
      for (; hit->cluster < self->clusters->len && clusters[hit->cluster].start < ends[hit->part]; hit->cluster++)
        {
          const Cluster *cluster = &clusters[hit->cluster];

          if (cluster->start >= start && cluster->end - cluster->start > 1)
            *n_places -= count_byte (self->text + cluster->start, cluster->end - cluster->start, byte);
        }
      hit->end = ends[hit->part];
      if (*n_places > 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * dramatis_folded_find_part:
 * @self: folded texts
 * @needle: words
 * @hit: (inout): the part found last, or all zero for the first; then the next
 * @n_places: (out): how many places of the words are in it
 *
 * Finds the next part that has places of words, from a place that [method@Folded.start_part] or this has given.
 *
 * Returns: whether there is one
 */
gboolean
dramatis_folded_find_part (DramatisFolded       *self,
                           const DramatisNeedle *needle,
                           DramatisFoldedHit    *hit,
                           guint                *n_places)
{
  DramatisFoldedHit place = *hit;

  if (needle->length == 1 && !needle->starts_word && !needle->ends_word)
    return find_part_with_byte (self, *needle->folded, hit, n_places);

  if (!dramatis_folded_find_next (self, needle, &place))
    return FALSE;

  *hit = place;
  *n_places = 1;
  while (dramatis_folded_find_next (self, needle, &place))
    {
      if (place.part != hit->part)
        {
          /* found again from here */
          hit->end = place.start;
          return TRUE;
        }
      (*n_places)++;
    }
  hit->end = self->length;

  return TRUE;
}

/* The place in the first text of a part, in code points, of a place between letters. */
static guint
get_offset (DramatisFolded *self,
            guint           part,
            gsize           at)
{
  gsize from = get_start (self, part);
  guint offset = 0;
  guint i = find_cluster (self, at);

  /* A cluster without any folded text can only begin a text: what is found begins behind it. */
  if (i > 0 && g_array_index (self->clusters, Cluster, i - 1).start >= from)
    {
      const Cluster *cluster = &g_array_index (self->clusters, Cluster, i - 1);

      from = cluster->end;
      offset = cluster->text_end;
    }

  return offset + g_utf8_strlen (self->text + from, at - from);
}

/**
 * dramatis_folded_get_range:
 * @self: folded texts
 * @hit: a place in a part that has one text
 * @range: (out): the words in that text, in code points
 *
 * Finds the words of a place in the text that was folded. They never part a letter from its marks.
 */
void
dramatis_folded_get_range (DramatisFolded          *self,
                           const DramatisFoldedHit *hit,
                           DramatisRange           *range)
{
  range->start = get_offset (self, hit->part, hit->start);
  range->end = get_offset (self, hit->part, hit->end);
}

/**
 * dramatis_text_fold:
 * @text: a text
 *
 * Folds a text, as [func@Folded.append] does.
 *
 * Returns: (transfer full): the folded text
 */
char *
dramatis_text_fold (const char *text)
{
  g_autoptr (DramatisFolded) folded = dramatis_folded_new ();

  g_return_val_if_fail (text != NULL, NULL);

  dramatis_folded_append (folded, text);

  return g_strndup (folded->text, folded->length - 1);
}

/**
 * dramatis_needle_new:
 * @words: words
 * @whole_words: whether to find them only where no letter or digit goes on
 *
 * Makes words fit for being looked for.
 *
 * Returns: (transfer full): a new needle; one without letters finds nothing
 */
DramatisNeedle *
dramatis_needle_new (const char *words,
                     gboolean    whole_words)
{
  DramatisNeedle *self = g_new0 (DramatisNeedle, 1);

  self->folded = dramatis_text_fold (words);
  self->length = strlen (self->folded);
  if (whole_words && self->length > 0)
    {
      self->starts_word = g_unichar_isalnum (g_utf8_get_char (self->folded));
      self->ends_word = g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (self->folded + self->length)));
    }

  return self;
}

/**
 * dramatis_needle_free:
 * @self: (transfer full): a needle
 *
 * Frees a needle.
 */
void
dramatis_needle_free (DramatisNeedle *self)
{
  g_free (self->folded);
  g_free (self);
}
