/* test-decoder.c: bytes become text
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-decoder.h"

#include <string.h>

static const struct
{
  const char *bytes;
  gssize      n_bytes;  /* -1: up to the zero */
  const char *text;     /* NULL: an error with @error in it */
  const char *error;
} decoded[] = {
  { "", 0, "", NULL },
  { "\xef\xbb\xbf", 3, "", NULL },
  { "\xef\xbb\xbf" "a\r\nb\rc\n", -1, "a\nb\nc\n", NULL },
  { "e\xcc\x81", -1, "e\xcc\x81", NULL },
  { "a\0b", 3, NULL, "byte 1" },
  { "ab\xff", -1, NULL, "byte 2" },
  { "\xef\xbb\xbf" "\xc3", -1, NULL, "byte 3" },
};

static void
test_decode (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (decoded); i++)
    {
      gsize size = decoded[i].n_bytes < 0 ? strlen (decoded[i].bytes) : (gsize) decoded[i].n_bytes;
      g_autoptr (GBytes) bytes = g_bytes_new_static (decoded[i].bytes, size);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = dramatis_decoder_decode (bytes, &error);

      g_assert_cmpstr (text, ==, decoded[i].text);
      if (decoded[i].error != NULL)
        {
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
          g_assert_nonnull (strstr (error->message, decoded[i].error));
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/decoder/decode", test_decode);

  return g_test_run ();
}
