/* dramatis-file.c: reading files whole and replacing them whole
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dramatis-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* Symbolic links to follow before calling it a loop: what Linux does (path_resolution (7)). */
#define LINKS_MAX 40

/* How often to ask for the lock, and how long to wait between, in microseconds: one second in all. A save of
 * another of our windows takes a fraction of that. */
#define LOCK_TRIES 20
#define LOCK_DELAY (50 * G_TIME_SPAN_MILLISECOND)

static void
set_error (GError     **error,
           int          saved_errno,
           const char  *sentence)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno), "%s: %s", sentence, g_strerror (saved_errno));
}

static void
take_stamp (DramatisFileStamp *stamp,
            const struct stat *info)
{
  stamp->device = info->st_dev;
  stamp->inode = info->st_ino;
  stamp->size = info->st_size;
  stamp->modified = info->st_mtim.tv_sec;
  stamp->nanoseconds = info->st_mtim.tv_nsec;
}

static gboolean
set_too_large (GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
               _("The file is larger than %d MiB, more than can be read."),
               DRAMATIS_FILE_SIZE_MAX / (1024 * 1024));

  return FALSE;
}

static GBytes *
read_all (int      fd,
          gsize    expected,
          GError **error)
{
  /* one more than expected, so that the end is seen without growing */
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new (expected + 1);

  while (TRUE)
    {
      gsize read_so_far = bytes->len;
      gsize room = read_so_far <= expected ? expected + 1 - read_so_far : MAX (read_so_far, 64 * 1024);
      gssize n_read;

      room = MIN (room, (gsize) DRAMATIS_FILE_SIZE_MAX + 1 - read_so_far);
      g_byte_array_set_size (bytes, read_so_far + room);
      do
        n_read = read (fd, bytes->data + read_so_far, room);
      while (n_read < 0 && errno == EINTR);

      if (n_read < 0)
        {
          set_error (error, errno, _("The file can’t be read"));
          return NULL;
        }

      g_byte_array_set_size (bytes, read_so_far + n_read);
      if (n_read == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

      if (bytes->len > DRAMATIS_FILE_SIZE_MAX)
        {
          set_too_large (error);
          return NULL;
        }
    }
}

/**
 * dramatis_file_read:
 * @path: the name of a file
 * @stamp: (out caller-allocates) (optional): by what the file is known again
 * @error: return location for an error
 *
 * Reads a regular file of up to %DRAMATIS_FILE_SIZE_MAX bytes whole.
 *
 * Anything else is refused without reading it, so that neither a pipe nor an endless device holds up who asks.
 *
 * Returns: (transfer full): its contents, or %NULL with @error set to a %G_IO_ERROR
 */
GBytes *
dramatis_file_read (const char         *path,
                    DramatisFileStamp  *stamp,
                    GError            **error)
{
  struct stat info;
  GBytes *bytes = NULL;
  /* O_NONBLOCK: a pipe without a writer would not let go of us. It means nothing to a regular file. */
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0);

  if (fd < 0 || fstat (fd, &info) != 0)
    {
      set_error (error, errno, _("The file can’t be opened"));
    }
  else if (S_ISDIR (info.st_mode))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, _("This is a folder, not a file."));
    }
  else if (!S_ISREG (info.st_mode))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                           _("This is a device or a pipe, not a file."));
    }
  else if (info.st_size > DRAMATIS_FILE_SIZE_MAX)
    {
      set_too_large (error);
    }
  else
    {
      bytes = read_all (fd, info.st_size, error);
      if (bytes != NULL && stamp != NULL)
        take_stamp (stamp, &info);
    }

  if (fd >= 0)
    close (fd);

  return bytes;
}

/**
 * dramatis_file_read_fd:
 * @fd: a file descriptor: standard input
 * @error: return location for an error
 *
 * Reads up to %DRAMATIS_FILE_SIZE_MAX bytes up to the end of what is open already.
 *
 * Returns: (transfer full): the bytes, or %NULL with @error set to a %G_IO_ERROR
 */
GBytes *
dramatis_file_read_fd (int      fd,
                       GError **error)
{
  struct stat info;

  /* read () tells a folder as well, but not as clearly */
  if (fstat (fd, &info) == 0 && S_ISDIR (info.st_mode))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, _("This is a folder, not a file."));
      return NULL;
    }

  return read_all (fd, 64 * 1024, error);
}

/* The file that a name means in the end, which need not exist: what rename () replaces is the link itself. */
static char *
resolve_links (const char  *path,
               GError     **error)
{
  g_autofree char *resolved = g_strdup (path);

  for (int i = 0; i < LINKS_MAX; i++)
    {
      g_autofree char *folder = NULL;
      g_autofree char *target = g_file_read_link (resolved, NULL);

      if (target == NULL)
        return g_steal_pointer (&resolved);

      folder = g_path_get_dirname (resolved);
      g_free (resolved);
      resolved = g_path_is_absolute (target) ? g_steal_pointer (&target) : g_build_filename (folder, target, NULL);
    }

  set_error (error, ELOOP, _("The file can’t be written"));

  return NULL;
}

static gboolean
write_all (int      fd,
           GBytes  *bytes,
           GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  while (size > 0)
    {
      gssize written = write (fd, data, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        {
          set_error (error, errno, _("The file can’t be written"));
          return FALSE;
        }
      data += written;
      size -= written;
    }

  return TRUE;
}

/* Writes to what is there already and can't be replaced: /dev/stdout, a pipe. */
static gboolean
write_straight (const char  *path,
                GBytes      *bytes,
                GError     **error)
{
  gboolean is_written;
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);

  if (fd < 0)
    {
      set_error (error, errno, _("The file can’t be written"));
      return FALSE;
    }

  is_written = write_all (fd, bytes, error);
  if (close (fd) != 0 && is_written)
    {
      set_error (error, errno, _("The file can’t be written"));
      is_written = FALSE;
    }

  return is_written;
}

/* Keeps other windows and processes of ours from replacing the file at the same time: each locks the file that
 * is to be replaced, and looks then whether it is still the one it knows. Returns a file descriptor, or -1. */
static int
lock (const char  *path,
      GError     **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);

  /* Not to be read, but it can be replaced. */
  if (fd < 0)
    return -1;

  for (int i = 0; i < LOCK_TRIES; i++)
    {
      /* Not all file systems have locks: then the stamp has to do. */
      if (flock (fd, LOCK_EX | LOCK_NB) == 0 || (errno != EWOULDBLOCK && errno != EINTR))
        return fd;
      g_usleep (LOCK_DELAY);
    }

  close (fd);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY, _("The file is locked by another program."));

  return -1;
}

/* Makes what has been renamed inside a folder last. */
static gboolean
sync_folder (const char  *folder,
             GError     **error)
{
  int fd = g_open (folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY, 0);
  int saved_errno = 0;

  /* A folder that can be written but not read can't be opened; network file systems refuse with EINVAL. */
  if (fd < 0)
    return TRUE;

  if (fsync (fd) != 0 && errno != EINVAL && errno != EROFS && errno != ENOTSUP)
    saved_errno = errno;
  close (fd);

  if (saved_errno != 0)
    set_error (error, saved_errno, _("The file can’t be written"));

  return saved_errno == 0;
}

/* @existing: what is there now, NULL if nothing is */
static gboolean
replace (const char         *path,
         const struct stat  *existing,
         GBytes             *bytes,
         DramatisFileStamp  *stamp,
         GError            **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_build_filename (folder, ".dramatis-XXXXXX", NULL);
  struct stat written;
  gboolean is_whole = FALSE;
  /* What is only for some to read is so while it is written, too. */
  int fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, existing != NULL ? 0600 : 0666);

  if (fd < 0)
    {
      int saved_errno = errno;
      g_autofree char *name = g_filename_display_name (folder);
      g_autofree char *sentence = g_strdup_printf (_("No file can be written into the folder “%s”"), name);

      set_error (error, saved_errno, sentence);
      return FALSE;
    }

  /* Only root can give a file away; for all others it stays theirs. */
  if (existing != NULL
      && (existing->st_uid != geteuid () || existing->st_gid != getegid ())
      && fchown (fd, existing->st_uid, existing->st_gid) != 0)
    g_debug ("The file changes hands: %s", g_strerror (errno));

  if (write_all (fd, bytes, error))
    {
      if ((existing != NULL && fchmod (fd, existing->st_mode & 07777) != 0)
          || fsync (fd) != 0
          || fstat (fd, &written) != 0)
        set_error (error, errno, _("The file can’t be written"));
      else
        is_whole = TRUE;
    }

  if (close (fd) != 0 && is_whole)
    {
      set_error (error, errno, _("The file can’t be written"));
      is_whole = FALSE;
    }

  if (is_whole && g_rename (temporary, path) != 0)
    {
      set_error (error, errno, _("The file can’t be replaced"));
      is_whole = FALSE;
    }

  if (!is_whole)
    {
      g_unlink (temporary);
      return FALSE;
    }

  if (stamp != NULL)
    take_stamp (stamp, &written);

  return sync_folder (folder, error);
}

/**
 * dramatis_file_replace:
 * @path: the name of a file; it need not exist
 * @bytes: what it is to hold
 * @stamp: (inout) (optional): the file that may be replaced, or zeros for any; becomes that of the new file
 * @error: return location for an error
 *
 * Writes a file whole or not at all, so that it outlasts a crash of the machine once this has returned.
 *
 * The bytes go into a new file in the same folder, which then takes the place of the old one and has its
 * permissions. Symbolic links are followed. If there is a file, but not the one of @stamp, another program has
 * written it: it is left alone. One that is gone is written anew.
 *
 * Returns: %TRUE, or %FALSE with @error set to a %G_IO_ERROR: %G_IO_ERROR_WRONG_ETAG if the file is not the one of
 *   @stamp, %G_IO_ERROR_BUSY if another program keeps it locked
 */
gboolean
dramatis_file_replace (const char         *path,
                       GBytes             *bytes,
                       DramatisFileStamp  *stamp,
                       GError            **error)
{
  g_autofree char *target = NULL;
  g_autoptr (GError) lock_error = NULL;
  DramatisFileStamp present = { 0 };
  struct stat existing;
  gboolean exists;
  gboolean is_replaced;
  int lock_fd = -1;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  if (g_stat (path, &existing) == 0 && !S_ISREG (existing.st_mode))
    return write_straight (path, bytes, error);

  target = resolve_links (path, error);
  if (target == NULL)
    return FALSE;

  lock_fd = lock (target, &lock_error);
  if (lock_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&lock_error));
      return FALSE;
    }

  exists = g_stat (target, &existing) == 0;
  if (exists)
    take_stamp (&present, &existing);

  if (exists && g_access (target, W_OK) != 0)
    {
      /* rename () would not mind */
      set_error (error, errno, _("The file can’t be written"));
      is_replaced = FALSE;
    }
  else if (exists && stamp != NULL && stamp->inode != 0 && memcmp (stamp, &present, sizeof present) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG,
                           _("The file has been changed by another program or window."));
      is_replaced = FALSE;
    }
  else
    {
      is_replaced = replace (target, exists ? &existing : NULL, bytes, stamp, error);
    }

  if (lock_fd >= 0)
    close (lock_fd);

  return is_replaced;
}
