/* dramatis-decoder.c: bytes to text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-decoder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/**
 * dramatis_decoder_decode:
 * @bytes: the content of a file
 * @error: return location for an error
 *
 * Decodes UTF-8: drops a byte order mark at the beginning, and turns CR LF and CR into LF.
 *
 * Nothing else is changed, so that ranges of the text can be found in the file. What is not UTF-8 is
 * refused, with the first byte at fault, counted from 0.
 *
 * Returns: (transfer full): the text, or %NULL with @error set to %G_IO_ERROR_INVALID_DATA
 */
char *
dramatis_decoder_decode (GBytes  *bytes,
                         GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize skipped = 0;
  const char *fault;
  const char *from, *end;
  char *text;
  char *to;

  if (size >= 3 && memcmp (data, BYTE_ORDER_MARK, 3) == 0)
    skipped = 3;

  if (size > skipped && !g_utf8_validate_len (data + skipped, size - skipped, &fault))
    {
      gsize offset = fault - data;

      if (*fault == '\0')
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                     _("byte %" G_GSIZE_FORMAT " is zero: this is no text"), offset);
      else
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                     _("byte %" G_GSIZE_FORMAT " is not valid UTF-8"), offset);
      return NULL;
    }

  text = g_malloc (size - skipped + 1);
  to = text;
  from = data + skipped;
  end = data + size;
  while (from < end)
    {
      const char *cr = memchr (from, '\r', end - from);
      gsize n = (cr != NULL ? cr : end) - from;

      memcpy (to, from, n);
      to += n;
      from += n;
      if (cr != NULL)
        {
          *to++ = '\n';
          from += from + 1 < end && from[1] == '\n' ? 2 : 1;
        }
    }
  *to = '\0';

  return text;
}
