/* test-file.c: reading and replacing files whole
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dramatis-file.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("dramatis-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "a.dossier", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      /* nothing of a write is left over, whether it succeeded or not */
      g_assert_false (g_str_has_prefix (name, ".dramatis-"));
      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gboolean
replace (const char         *path,
         const char         *text,
         DramatisFileStamp  *stamp,
         GError            **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return dramatis_file_replace (path, bytes, stamp, error);
}

static void
assert_contents (const char *path,
                 const char *text)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, text);
}

static void
test_read (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  DramatisFileStamp stamp = { 0 };

  g_file_set_contents (fixture->path, "abc", 3, NULL);
  bytes = dramatis_file_read (fixture->path, &stamp, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "abc", 3);
  g_assert_cmpuint (stamp.size, ==, 3);
  g_assert_cmpuint (stamp.inode, !=, 0);
}

static void
test_read_missing (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (dramatis_file_read (fixture->path, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_read_folder (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (dramatis_file_read (fixture->folder, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
}

static void
test_read_pipe (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  g_assert_null (dramatis_file_read (fixture->path, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
}

static void
test_read_huge (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  int fd = g_open (fixture->path, O_CREAT | O_WRONLY, 0600);
  gint64 start;

  g_assert_cmpint (ftruncate (fd, 2LL * 1024 * 1024 * 1024), ==, 0);
  close (fd);

  start = g_get_monotonic_time ();
  g_assert_null (dramatis_file_read (fixture->path, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_TIME_SPAN_SECOND);
}

static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  DramatisFileStamp stamp = { 0 };
  DramatisFileStamp read_stamp = { 0 };
  g_autoptr (GBytes) bytes = NULL;

  replace (fixture->path, "first", &stamp, &error);
  g_assert_no_error (error);
  replace (fixture->path, "second", &stamp, &error);
  g_assert_no_error (error);
  assert_contents (fixture->path, "second");

  bytes = dramatis_file_read (fixture->path, &read_stamp, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (&stamp, sizeof stamp, &read_stamp, sizeof read_stamp);
}

static void
test_permissions (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  struct stat info;

  g_file_set_contents (fixture->path, "old", -1, NULL);
  g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
  replace (fixture->path, "new", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 07777, ==, 0640);
}

static void
test_new_permissions (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  mode_t mask = umask (027);
  struct stat info;

  replace (fixture->path, "new", NULL, &error);
  umask (mask);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 07777, ==, 0640);
}

static void
test_links (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *first = g_build_filename (fixture->folder, "first", NULL);
  g_autofree char *second = g_build_filename (fixture->folder, "second", NULL);
  g_autoptr (GError) error = NULL;

  /* relative, then absolute, to a file that does not exist yet */
  g_assert_cmpint (symlink ("second", first), ==, 0);
  g_assert_cmpint (symlink (fixture->path, second), ==, 0);

  for (guint i = 0; i < 2; i++)
    {
      replace (first, i == 0 ? "new" : "newer", NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_file_test (first, G_FILE_TEST_IS_SYMLINK));
      g_assert_true (g_file_test (second, G_FILE_TEST_IS_SYMLINK));
      g_assert_false (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
      assert_contents (fixture->path, i == 0 ? "new" : "newer");
    }
}

static void
test_link_loop (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("a.dossier", fixture->path), ==, 0);
  g_assert_false (replace (fixture->path, "new", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_TOO_MANY_LINKS);
}

static void
test_pipe (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  char buffer[8] = { 0 };
  int fd;

  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  fd = g_open (fixture->path, O_RDWR, 0);
  replace (fixture->path, "new", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read (fd, buffer, sizeof buffer), ==, 3);
  g_assert_cmpstr (buffer, ==, "new");
  close (fd);
}

static void
test_folder (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (replace (fixture->folder, "new", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
}

static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->path, "below", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, "a file", -1, NULL);
  g_assert_false (replace (path, "new", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  assert_contents (fixture->path, "a file");
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("root may write everywhere");
      return;
    }

  g_file_set_contents (fixture->path, "old", -1, NULL);
  g_chmod (fixture->path, 0400);
  g_assert_false (replace (fixture->path, "new", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  assert_contents (fixture->path, "old");
}

static void
test_no_space (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("there is no /dev/full");
      return;
    }

  g_assert_false (replace ("/dev/full", "new", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

static void
test_changed (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  DramatisFileStamp ours = { 0 };
  DramatisFileStamp theirs;

  replace (fixture->path, "first", &ours, &error);
  g_assert_no_error (error);
  theirs = ours;
  replace (fixture->path, "their", &theirs, &error);
  g_assert_no_error (error);

  g_assert_false (replace (fixture->path, "ours!", &ours, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  assert_contents (fixture->path, "their");
}

static void
test_deleted (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  DramatisFileStamp stamp = { 0 };

  replace (fixture->path, "first", &stamp, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  replace (fixture->path, "second", &stamp, &error);
  g_assert_no_error (error);
  assert_contents (fixture->path, "second");
}

static void
test_locked (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  int fd;

  g_file_set_contents (fixture->path, "old", -1, NULL);
  fd = g_open (fixture->path, O_RDONLY, 0);
  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);
  g_assert_false (replace (fixture->path, "new", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  assert_contents (fixture->path, "old");
  close (fd);
}

static gpointer
replace_in_thread (gpointer data)
{
  const char *path = data;
  guint n_replaced = 0;

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      DramatisFileStamp stamp = { 0 };
      g_autofree char *last = NULL;
      g_autofree char *next = NULL;

      bytes = dramatis_file_read (path, &stamp, NULL);
      last = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      next = g_strdup_printf ("%d", atoi (last) + 1);
      n_replaced += replace (path, next, &stamp, NULL);
    }

  return GUINT_TO_POINTER (n_replaced);
}

/* Two who count in one file: whoever is told that the file was replaced has been counted. */
static void
test_race (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *expected = NULL;
  GThread *threads[2];
  guint n_replaced = 0;

  g_file_set_contents (fixture->path, "0", -1, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new (NULL, replace_in_thread, fixture->path);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    n_replaced += GPOINTER_TO_UINT (g_thread_join (threads[i]));

  g_assert_cmpuint (n_replaced, >, 0);
  expected = g_strdup_printf ("%u", n_replaced);
  assert_contents (fixture->path, expected);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*run) (Fixture       *fixture,
                      gconstpointer  data);
  } tests[] = {
    { "/file/read/regular", test_read },
    { "/file/read/missing", test_read_missing },
    { "/file/read/folder", test_read_folder },
    { "/file/read/pipe", test_read_pipe },
    { "/file/read/huge", test_read_huge },
    { "/file/replace/regular", test_replace },
    { "/file/replace/keeps-permissions", test_permissions },
    { "/file/replace/new-permissions", test_new_permissions },
    { "/file/replace/follows-links", test_links },
    { "/file/replace/link-loop", test_link_loop },
    { "/file/replace/pipe", test_pipe },
    { "/file/replace/folder", test_folder },
    { "/file/replace/no-folder", test_no_folder },
    { "/file/replace/read-only", test_read_only },
    { "/file/replace/no-space", test_no_space },
    { "/file/replace/changed-by-another", test_changed },
    { "/file/replace/deleted-by-another", test_deleted },
    { "/file/replace/locked-by-another", test_locked },
    { "/file/replace/race", test_race },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);

  return g_test_run ();
}
