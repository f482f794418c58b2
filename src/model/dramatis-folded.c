/* dramatis-folded.c: text made fit for being searched
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-folded-private.h"

#include <string.h>

/* What one code point can become: U+FDFA has 18 after decomposition, and each may become two. */
#define MAX_FOLDED (2 * G_UNICHAR_MAX_DECOMPOSITION_LENGTH)

#define ZERO_WIDTH_JOINER 0x200D

/* How many times larger a text gets when it needs more room. */
#define GROWTH 16

/* Between texts: white space is folded to a space, so that this can be in no folded text and no needle. */
#define SEPARATOR '\n'

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

/* What has not been written yet takes no memory. Moving does take time, and so does giving back what a large text has
 * left: pages near it are looked up anew (in a virtual machine 7 µs for each), by whoever searches first. */
static void
reserve (DramatisFolded *self,
         gsize           n_bytes)
{
  char *text;

  if (self->length + n_bytes < self->capacity)
    return;

  self->capacity = MAX (GROWTH * self->capacity, self->length + n_bytes + 1);
  text = g_malloc (self->capacity);
  if (self->length > 0)
    memcpy (text, self->text, self->length);
  g_free (self->text);
  self->text = text;
}

static void
finish_cluster (DramatisFolded  *self,
                DramatisCluster *cluster,
                guint            n_folded)
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
  DramatisCluster cluster = { 0 };
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
          cluster = (DramatisCluster) { self->length - 1, 0, at - 1, at };
          n_folded = 1;
          before = 0;
          continue;
        }

      c = g_utf8_get_char (p);
      length = fold_unichar (c, folded);
      if (at == 0 || !continues_cluster (c, before, folded, length))
        {
          finish_cluster (self, &cluster, n_folded);
          cluster = (DramatisCluster) { self->length, 0, at, at };
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
  gsize start = dramatis_folded_get_start (other, part);
  gsize length = g_array_index (other->ends, gsize, part) - start;
  guint first = dramatis_folded_find_cluster (other, start);

  /* A cluster without any folded text can only begin a text. */
  while (first > 0 && g_array_index (other->clusters, DramatisCluster, first - 1).start == start)
    first--;

  for (guint i = first; i < other->clusters->len; i++)
    {
      DramatisCluster cluster = g_array_index (other->clusters, DramatisCluster, i);

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
  self->clusters = g_array_new (FALSE, FALSE, sizeof (DramatisCluster));
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
