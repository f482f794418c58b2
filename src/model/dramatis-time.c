/* dramatis-time.c: a time as EDTF says it, with its span of days
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-time-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (DramatisTime, dramatis_time, dramatis_time_ref, dramatis_time_unref)
G_DEFINE_QUARK (dramatis-time-error-quark, dramatis_time_error)

/* What a message quotes of the text that is at fault: short, and fit to be shown. */
static char *
quote_edtf (const char *edtf)
{
  g_autofree char *valid = g_utf8_make_valid (edtf, -1);
  GString *quote = g_string_new (NULL);
  const char *p = valid;

  for (guint i = 0; *p != '\0' && i < 40; i++, p = g_utf8_next_char (p))
    if (g_unichar_isprint (g_utf8_get_char (p)))
      g_string_append_unichar (quote, g_utf8_get_char (p));
    else
      g_string_append (quote, "\357\277\275");

  if (*p != '\0')
    g_string_append (quote, "…");

  return g_string_free (quote, FALSE);
}

static gboolean G_GNUC_PRINTF (4, 5)
fail (const char         *edtf,
      DramatisTimeError   code,
      GError            **error,
      const char         *format,
      ...)
{
  g_autofree char *quote = quote_edtf (edtf);
  g_autofree char *reason = NULL;
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);

  /* Translators: the first is a date as it was written, the second is what is wrong with it. */
  g_set_error (error, DRAMATIS_TIME_ERROR, code, _("“%s” is no date: %s"), quote, reason);
  return FALSE;
}

static gboolean
fail_syntax (const char  *edtf,
             GError     **error)
{
  if (strchr (edtf, 'T') != NULL || strchr (edtf, ':') != NULL)
    return fail (edtf, DRAMATIS_TIME_ERROR_SYNTAX, error, _("times of day can’t be used"));

  return fail (edtf, DRAMATIS_TIME_ERROR_SYNTAX, error,
               _("it should look like 2024, 2024-09, 2024-09-27 or 2012/2015"));
}

/* Reads the @n characters at *@p: digits, and at their end any number of X. */
static gboolean
parse_digits (const char **p,
              guint        n,
              int         *number,
              guint       *n_unspecified)
{
  *number = 0;
  *n_unspecified = 0;

  for (guint i = 0; i < n; i++, (*p)++)
    {
      *number *= 10;
      if (**p == 'X')
        (*n_unspecified)++;
      else if (g_ascii_isdigit (**p) && *n_unspecified == 0)
        *number += **p - '0';
      else
        return FALSE;
    }

  return TRUE;
}

static void
end_set_months (DramatisTimeEnd *self,
                int              first,
                int              length)
{
  self->span.start = dramatis_day_new (self->year, first, 1);
  self->span.end = dramatis_day_new (self->year, first + length, 1);
}

/* The number in the place of the month stands for something that is not a month. */
static gboolean
end_set_group (DramatisTimeEnd *self,
               int              number)
{
  if (number >= 21 && number <= 24)
    {
      self->unit = UNIT_SEASON;
      self->month = number - 20;
      end_set_months (self, 3 * self->month, 3);
    }
  else if (number >= 33 && number <= 36)
    {
      self->unit = UNIT_QUARTER;
      self->month = number - 32;
      end_set_months (self, 3 * self->month - 2, 3);
    }
  else if (number >= 40 && number <= 41)
    {
      self->unit = UNIT_HALF;
      self->month = number - 39;
      end_set_months (self, 6 * self->month - 5, 6);
    }
  else
    return FALSE;

  return TRUE;
}

static gboolean
parse_year (const char       *edtf,
            const char      **p,
            DramatisTimeEnd  *self,
            GError          **error)
{
  const char *digits;
  gboolean negative = **p == '-';
  guint n_unspecified;
  int n_years = 1;

  if (negative)
    (*p)++;

  digits = *p;
  if (*digits == 'Y' || strspn (digits, "0123456789") > 4)
    return fail (edtf, DRAMATIS_TIME_ERROR_RANGE, error, _("years go from -9999 to 9999, with four digits"));

  if (!parse_digits (p, 4, &self->year, &n_unspecified) || n_unspecified > 2
      || (negative && self->year == 0 && n_unspecified == 0))
    return fail_syntax (edtf, error);

  self->unit = UNIT_YEAR;
  if (n_unspecified > 0)
    {
      self->unit = n_unspecified == 1 ? UNIT_DECADE : UNIT_CENTURY;
      n_years = n_unspecified == 1 ? 10 : 100;
    }

  /* Before Christ the digits count backwards: -012X begins with -0129. */
  if (negative)
    self->year = -self->year - (n_years - 1);

  end_set_months (self, 1, 12 * n_years);
  return TRUE;
}

static gboolean
parse_day (const char       *edtf,
           const char      **p,
           DramatisTimeEnd  *self,
           GError          **error)
{
  guint n_unspecified;

  if (!parse_digits (p, 2, &self->day, &n_unspecified) || n_unspecified == 1)
    return fail_syntax (edtf, error);

  if (self->unit == UNIT_SOME_MONTH)
    {
      if (n_unspecified == 0)
        return fail_syntax (edtf, error);
      self->unit = UNIT_SOME_YEAR_DAY;
    }
  else if (n_unspecified == 2)
    {
      self->unit = UNIT_SOME_DAY;
    }
  else
    {
      if (self->day < 1 || self->day > dramatis_month_length (self->year, self->month))
        return fail (edtf, DRAMATIS_TIME_ERROR_RANGE, error, _("that month has no day %d"), self->day);

      self->unit = UNIT_DAY;
      self->span.start = dramatis_day_new (self->year, self->month, self->day);
      self->span.end = self->span.start + 1;
    }

  return TRUE;
}

static gboolean
parse_month (const char       *edtf,
             const char      **p,
             DramatisTimeEnd  *self,
             GError          **error)
{
  guint n_unspecified;
  int month;

  if (self->unit != UNIT_YEAR || !parse_digits (p, 2, &month, &n_unspecified) || n_unspecified == 1)
    return fail_syntax (edtf, error);

  if (n_unspecified == 2)
    {
      self->unit = UNIT_SOME_MONTH;
    }
  else if (month >= 1 && month <= 12)
    {
      self->unit = UNIT_MONTH;
      self->month = month;
      end_set_months (self, month, 1);
    }
  else if (end_set_group (self, month))
    {
      return TRUE;
    }
  else
    {
      return fail (edtf, DRAMATIS_TIME_ERROR_RANGE, error, _("there is no month %d"), month);
    }

  if (**p != '-')
    return TRUE;

  (*p)++;
  return parse_day (edtf, p, self, error);
}

/* Reads one date, which ends at @end; @edtf is the whole text, for messages. */
static gboolean
parse_date (const char       *edtf,
            const char       *p,
            const char       *end,
            DramatisTimeEnd  *self,
            GError          **error)
{
  if (!parse_year (edtf, &p, self, error))
    return FALSE;

  if (*p == '-')
    {
      p++;
      if (!parse_month (edtf, &p, self, error))
        return FALSE;
    }

  if (p < end && strchr ("?~%", *p) != NULL)
    {
      self->uncertain = *p != '~';
      self->approximate = *p != '?';
      p++;
    }

  if (p != end)
    return fail_syntax (edtf, error);

  if (self->span.end > dramatis_day_new (DRAMATIS_YEAR_MAX + 1, 1, 1))
    return fail (edtf, DRAMATIS_TIME_ERROR_RANGE, error, _("it ends after the year 9999"));

  return TRUE;
}

static gboolean
parse_interval_end (const char       *edtf,
                    const char       *p,
                    const char       *end,
                    DramatisTimeEnd  *self,
                    GError          **error)
{
  self->span.start = DRAMATIS_DAY_MIN;
  self->span.end = DRAMATIS_DAY_MAX;

  if (p == end)
    self->kind = END_UNKNOWN;
  else if (end - p == 2 && strncmp (p, "..", 2) == 0)
    self->kind = END_OPEN;
  else
    return parse_date (edtf, p, end, self, error);

  return TRUE;
}

static gboolean
parse_interval (const char    *written,
                const char    *edtf,
                const char    *slash,
                DramatisTime  *self,
                GError       **error)
{
  const DramatisTimeEnd *start = &self->start, *end = &self->end;

  if (!parse_interval_end (written, edtf, slash, &self->start, error)
      || !parse_interval_end (written, slash + 1, slash + strlen (slash), &self->end, error))
    return FALSE;

  if (start->kind != END_DATE && end->kind != END_DATE)
    return fail (written, DRAMATIS_TIME_ERROR_SYNTAX, error, _("it has neither a start nor an end"));

  if (end->span.end <= start->span.start)
    return fail (written, DRAMATIS_TIME_ERROR_RANGE, error, _("its end lies before its start"));

  self->interval = TRUE;
  self->span.start = start->kind == END_UNKNOWN ? end->span.start : start->span.start;
  self->span.end = end->kind == END_UNKNOWN ? start->span.end : end->span.end;
  return TRUE;
}

static void
time_clear (gpointer data)
{
  DramatisTime *self = data;

  g_free (self->edtf);
}

/**
 * dramatis_time_new:
 * @edtf: a date or an interval in EDTF
 * @error: return location for an error
 *
 * Reads a time from its EDTF text.
 *
 * Levels 0 and 1 of ISO 8601-2 without times of day are understood, and of level 2 the quarters (33 to 36)
 * and halves (40, 41) of a year. Years go from -9999 to 9999. Seasons are those of the north: spring is
 * March to May, winter December to February of the next year.
 *
 * Returns: (transfer full): the time, or %NULL with an error of the domain %DRAMATIS_TIME_ERROR, whose
 *   message is a translated sentence without a full stop
 */
DramatisTime *
dramatis_time_new (const char  *edtf,
                   GError     **error)
{
  return dramatis_time_new_as_written (edtf, edtf, error);
}

/* Like dramatis_time_new (), but says of an error that it is in what was written. */
DramatisTime *
dramatis_time_new_as_written (const char  *edtf,
                              const char  *written,
                              GError     **error)
{
  g_autoptr (DramatisTime) self = g_atomic_rc_box_new0 (DramatisTime);
  const char *slash;

  g_return_val_if_fail (edtf != NULL, NULL);

  self->edtf = g_strdup (edtf);
  slash = strchr (edtf, '/');

  if (slash != NULL)
    {
      if (!parse_interval (written, edtf, slash, self, error))
        return NULL;
    }
  else
    {
      if (!parse_date (written, edtf, edtf + strlen (edtf), &self->start, error))
        return NULL;

      self->end = self->start;
      self->span = self->start.span;
    }

  return g_steal_pointer (&self);
}

/* The date of a first or last day, with as many parts as @unit needs. */
static void
append_date (GString *edtf,
             int      day,
             Unit     unit)
{
  g_autofree char *full = dramatis_day_to_edtf (day);
  gsize length = strlen (full);

  g_string_append_len (edtf, full, length - (unit == UNIT_YEAR ? 6 : unit == UNIT_MONTH ? 3 : 0));
}

/**
 * dramatis_time_new_for_span:
 * @span: a span of at least a day; what lies outside of the years -9999 to 9999 is cut off
 *
 * Makes a time of a span of days, in the fewest characters: a whole year is `2012`, a whole month
 * `2012-05`, anything else an interval of years, months or days.
 *
 * Returns: (transfer full) (nullable): the time, or %NULL if the span is open at both ends, which EDTF
 *   has no date for
 */
DramatisTime *
dramatis_time_new_for_span (const DramatisSpan *span)
{
  const int first = dramatis_day_new (DRAMATIS_YEAR_MIN, 1, 1);
  const int last = dramatis_day_new (DRAMATIS_YEAR_MAX, 12, 31);
  g_autoptr (GString) edtf = g_string_new (NULL);
  gboolean open_start, open_end;
  int start, end, year, month, start_month = 1, start_day = 1, end_month = 1, end_day = 1;
  Unit unit;

  g_return_val_if_fail (span != NULL && span->start < span->end, NULL);

  open_start = span->start == DRAMATIS_DAY_MIN;
  open_end = span->end == DRAMATIS_DAY_MAX;
  if (open_start && open_end)
    return NULL;

  start = CLAMP (span->start, first, last);
  end = CLAMP (span->end, start + 1, last + 1);

  if (!open_start)
    dramatis_day_get_ymd (start, &year, &start_month, &start_day);
  if (!open_end)
    dramatis_day_get_ymd (end, NULL, &end_month, &end_day);

  if (start_day != 1 || end_day != 1)
    unit = UNIT_DAY;
  else if (start_month != 1 || end_month != 1)
    unit = UNIT_MONTH;
  else
    unit = UNIT_YEAR;

  if (open_start)
    {
      g_string_append (edtf, "../");
      append_date (edtf, end - 1, unit);
    }
  else if (open_end)
    {
      append_date (edtf, start, unit);
      g_string_append (edtf, "/..");
    }
  else
    {
      append_date (edtf, start, unit);

      dramatis_day_get_ymd (start, &year, &month, NULL);
      if ((unit == UNIT_DAY && end > start + 1)
          || (unit == UNIT_MONTH && end > dramatis_day_new (year, month + 1, 1))
          || (unit == UNIT_YEAR && end > dramatis_day_new (year + 1, 1, 1)))
        {
          g_string_append_c (edtf, '/');
          append_date (edtf, end - 1, unit);
        }
    }

  return dramatis_time_new (edtf->str, NULL);
}

/**
 * dramatis_time_ref:
 * @self: a time
 *
 * Takes a reference. Safe from any thread.
 *
 * Returns: (transfer full): @self
 */
DramatisTime *
dramatis_time_ref (DramatisTime *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * dramatis_time_unref:
 * @self: (transfer full): a time
 *
 * Gives a reference back. Safe from any thread.
 */
void
dramatis_time_unref (DramatisTime *self)
{
  g_atomic_rc_box_release_full (self, time_clear);
}

/**
 * dramatis_time_get_edtf:
 * @self: a time
 *
 * Tells the text that the time was made of.
 *
 * Returns: (transfer none): EDTF
 */
const char *
dramatis_time_get_edtf (const DramatisTime *self)
{
  return self->edtf;
}

/**
 * dramatis_time_get_span:
 * @self: a time
 *
 * Tells the days that the time may mean.
 *
 * An open end reaches to %DRAMATIS_DAY_MIN or %DRAMATIS_DAY_MAX. Of an interval with an unknown end it
 * is the span of the end that is known.
 *
 * Returns: (transfer none): a span of days
 */
const DramatisSpan *
dramatis_time_get_span (const DramatisTime *self)
{
  return &self->span;
}

static DramatisPrecision
end_get_precision (const DramatisTimeEnd *self,
                   const DramatisTimeEnd *other)
{
  switch ((self->kind == END_DATE ? self : other)->unit)
    {
    case UNIT_DAY:
      return DRAMATIS_PRECISION_DAY;
    case UNIT_MONTH:
    case UNIT_SOME_DAY:
      return DRAMATIS_PRECISION_MONTH;
    case UNIT_SEASON:
    case UNIT_QUARTER:
    case UNIT_HALF:
      return DRAMATIS_PRECISION_SEASON;
    case UNIT_YEAR:
    case UNIT_SOME_MONTH:
    case UNIT_SOME_YEAR_DAY:
      return DRAMATIS_PRECISION_YEAR;
    case UNIT_DECADE:
      return DRAMATIS_PRECISION_DECADE;
    case UNIT_CENTURY:
      return DRAMATIS_PRECISION_CENTURY;
    default:
      g_assert_not_reached ();
    }
}

/**
 * dramatis_time_get_start_precision:
 * @self: a time
 *
 * Tells how exactly the start is known; of an open or unknown start, how exactly the end is.
 *
 * Returns: the precision
 */
DramatisPrecision
dramatis_time_get_start_precision (const DramatisTime *self)
{
  return end_get_precision (&self->start, &self->end);
}

/**
 * dramatis_time_get_end_precision:
 * @self: a time
 *
 * Tells how exactly the end is known; of an open or unknown end, how exactly the start is.
 *
 * Returns: the precision
 */
DramatisPrecision
dramatis_time_get_end_precision (const DramatisTime *self)
{
  return end_get_precision (&self->end, &self->start);
}

/**
 * dramatis_time_is_interval:
 * @self: a time
 *
 * Tells whether the time is written with a start and an end.
 *
 * Returns: whether it is an interval
 */
gboolean
dramatis_time_is_interval (const DramatisTime *self)
{
  return self->interval;
}

/**
 * dramatis_time_is_approximate:
 * @self: a time
 *
 * Tells whether the time, or one of its ends, is marked as approximate (`~` or `%`).
 *
 * Returns: whether it is only about right
 */
gboolean
dramatis_time_is_approximate (const DramatisTime *self)
{
  return self->start.approximate || self->end.approximate;
}

/**
 * dramatis_time_is_uncertain:
 * @self: a time
 *
 * Tells whether the time, or one of its ends, is marked as uncertain (`?` or `%`).
 *
 * Returns: whether it is doubtful
 */
gboolean
dramatis_time_is_uncertain (const DramatisTime *self)
{
  return self->start.uncertain || self->end.uncertain;
}

/**
 * dramatis_time_is_start_unknown:
 * @self: a time
 *
 * Tells whether the time is an interval whose start nobody knows, as `/2012`.
 *
 * Returns: whether the start is unknown
 */
gboolean
dramatis_time_is_start_unknown (const DramatisTime *self)
{
  return self->start.kind == END_UNKNOWN;
}

/**
 * dramatis_time_is_end_unknown:
 * @self: a time
 *
 * Tells whether the time is an interval whose end nobody knows, as `2012/`.
 *
 * Returns: whether the end is unknown
 */
gboolean
dramatis_time_is_end_unknown (const DramatisTime *self)
{
  return self->end.kind == END_UNKNOWN;
}

/**
 * dramatis_time_equal:
 * @a: (nullable): a time
 * @b: (nullable): a time
 *
 * Tells whether two times are written alike.
 *
 * Returns: whether they are, or both are %NULL
 */
gboolean
dramatis_time_equal (const DramatisTime *a,
                     const DramatisTime *b)
{
  return a == b || (a != NULL && b != NULL && strcmp (a->edtf, b->edtf) == 0);
}

/**
 * dramatis_time_compare:
 * @a: (nullable): a time
 * @b: (nullable): a time
 *
 * Orders times by their first day, then by their last; %NULL, which is undated, comes last.
 *
 * Returns: less than, equal to or greater than 0
 */
int
dramatis_time_compare (const DramatisTime *a,
                       const DramatisTime *b)
{
  int order;

  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);

  order = dramatis_span_compare (&a->span, &b->span);

  return order != 0 ? order : strcmp (a->edtf, b->edtf);
}

/**
 * dramatis_day_to_edtf:
 * @day: days since 1970-01-01, in the years -9999 to 9999
 *
 * Writes a day as EDTF.
 *
 * Returns: (transfer full): `YYYY-MM-DD`, with a minus before the years before 1 BC
 */
char *
dramatis_day_to_edtf (int day)
{
  int year, month, month_day;

  dramatis_day_get_ymd (day, &year, &month, &month_day);

  return g_strdup_printf ("%s%04d-%02d-%02d", year < 0 ? "-" : "", ABS (year), month, month_day);
}
