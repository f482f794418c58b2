/* test-autosave.c: keeping the file of a dossier up to date
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "dramatis-autosave.h"
#include "dramatis-dossier-reader.h"
#include "dramatis-dossier-writer.h"

/* How long an edit may take to be on disk. */
#define LIMIT (2 * G_TIME_SPAN_SECOND)

typedef struct
{
  char             *folder;
  GFile            *file;
  DramatisDossier  *dossier;
  DramatisAutosave *autosave;
} Fixture;

static const char *program;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (DramatisDossierReader) reader = dramatis_dossier_reader_new ();
  g_autoptr (DramatisDossier) empty = dramatis_dossier_new ();
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("dramatis-XXXXXX", NULL);
  fixture->file = g_file_new_build_filename (fixture->folder, "a.dossier", NULL);
  dramatis_dossier_write (empty, fixture->file, &error);
  g_assert_no_error (error);

  fixture->dossier = dramatis_dossier_reader_read (reader, fixture->file, &error);
  g_assert_no_error (error);
  fixture->autosave = dramatis_autosave_new (fixture->dossier, fixture->file, dramatis_dossier_reader_get_stamp (reader));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->autosave);
  g_assert_finalize_object (fixture->dossier);
  g_file_delete (fixture->file, NULL, NULL);
  g_object_unref (fixture->file);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static void
edit (DramatisDossier *dossier,
      const char      *title)
{
  DramatisHistory *history = dramatis_dossier_get_history (dossier);

  dramatis_history_begin (history, "Edit");
  dramatis_history_set (history, dossier, "title", title, NULL);
  dramatis_history_end (history);
}

static char *
read_title (GFile *file)
{
  g_autoptr (DramatisDossierReader) reader = dramatis_dossier_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DramatisDossier) dossier = dramatis_dossier_reader_read (reader, file, &error);

  g_assert_no_error (error);

  return g_strdup (dramatis_dossier_get_title (dossier));
}

static void
assert_title (GFile      *file,
              const char *title)
{
  g_autofree char *present = read_title (file);

  g_assert_cmpstr (present, ==, title);
}

static void
wait_for_state (DramatisAutosave      *autosave,
                DramatisAutosaveState  state)
{
  gint64 start = g_get_monotonic_time ();

  while (dramatis_autosave_get_state (autosave) != state)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * LIMIT);
    }
}

static void
flushed_cb (GObject      *source_object,
            GAsyncResult *result,
            gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static gboolean
flush (DramatisAutosave  *autosave,
       GError           **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  dramatis_autosave_flush_async (autosave, NULL, flushed_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return dramatis_autosave_flush_finish (autosave, result, error);
}

static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 start = g_get_monotonic_time ();

  g_assert_cmpint (dramatis_autosave_get_state (fixture->autosave), ==, DRAMATIS_AUTOSAVE_STATE_SAVED);
  edit (fixture->dossier, "Edited");
  g_assert_cmpint (dramatis_autosave_get_state (fixture->autosave), ==, DRAMATIS_AUTOSAVE_STATE_PENDING);
  wait_for_state (fixture->autosave, DRAMATIS_AUTOSAVE_STATE_SAVED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, LIMIT);
  assert_title (fixture->file, "Edited");
}

/* Somebody who never pauses is saved as well. */
static void
test_steady_edits (Fixture       *fixture,
                   gconstpointer  data)
{
  gint64 start = g_get_monotonic_time ();
  g_autofree char *saved = NULL;

  for (guint i = 0; g_get_monotonic_time () - start < LIMIT; i++)
    {
      g_autofree char *title = g_strdup_printf ("Edited %u times", i + 1);

      edit (fixture->dossier, title);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (10 * G_TIME_SPAN_MILLISECOND);
    }

  saved = read_title (fixture->file);
  g_assert_true (g_str_has_prefix (saved, "Edited "));
  g_assert_true (flush (fixture->autosave, NULL));
  assert_title (fixture->file, dramatis_dossier_get_title (fixture->dossier));
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  edit (fixture->dossier, "Edited");
  g_assert_true (flush (fixture->autosave, NULL));
  assert_title (fixture->file, "Edited");
  dramatis_history_undo (dramatis_dossier_get_history (fixture->dossier));
  g_assert_true (flush (fixture->autosave, NULL));
  assert_title (fixture->file, "");
}

static void
test_flush (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  /* nothing to do: the file stays the one it is */
  g_file_delete (fixture->file, NULL, NULL);
  g_assert_true (flush (fixture->autosave, &error));
  g_assert_false (g_file_query_exists (fixture->file, NULL));

  edit (fixture->dossier, "Edited");
  g_assert_true (flush (fixture->autosave, &error));
  g_assert_cmpint (dramatis_autosave_get_state (fixture->autosave), ==, DRAMATIS_AUTOSAVE_STATE_SAVED);
  assert_title (fixture->file, "Edited");
}

/* What is edited while the file is being written is in it when the flush ends. */
static void
test_edit_during_flush (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;

  edit (fixture->dossier, "First");
  dramatis_autosave_flush_async (fixture->autosave, NULL, flushed_cb, &result);
  g_assert_cmpint (dramatis_autosave_get_state (fixture->autosave), ==, DRAMATIS_AUTOSAVE_STATE_SAVING);
  edit (fixture->dossier, "Second");
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (dramatis_autosave_flush_finish (fixture->autosave, result, NULL));
  assert_title (fixture->file, "Second");
}

static void
notify_cb (GObject    *object,
           GParamSpec *pspec,
           guint      *n_notified)
{
  ++*n_notified;
}

static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *moved = g_strconcat (fixture->folder, "-moved", NULL);
  g_autoptr (GError) error = NULL;
  guint n_errors = 0;

  g_signal_connect (fixture->autosave, "notify::error", G_CALLBACK (notify_cb), &n_errors);

  g_assert_cmpint (g_rename (fixture->folder, moved), ==, 0);
  edit (fixture->dossier, "Edited");
  wait_for_state (fixture->autosave, DRAMATIS_AUTOSAVE_STATE_FAILED);
  g_assert_cmpuint (n_errors, ==, 1);
  g_assert_error (dramatis_autosave_get_error (fixture->autosave), G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  /* the error stays while nothing has become better */
  edit (fixture->dossier, "Edited again");
  g_assert_cmpint (dramatis_autosave_get_state (fixture->autosave), ==, DRAMATIS_AUTOSAVE_STATE_PENDING);
  g_assert_nonnull (dramatis_autosave_get_error (fixture->autosave));
  g_assert_false (flush (fixture->autosave, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  g_assert_cmpint (g_rename (moved, fixture->folder), ==, 0);
  g_assert_true (flush (fixture->autosave, NULL));
  g_assert_null (dramatis_autosave_get_error (fixture->autosave));
  assert_title (fixture->file, "Edited again");
}

/* Two windows with one file. */
static void
test_changed_by_another (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (DramatisDossierReader) reader = dramatis_dossier_reader_new ();
  g_autoptr (DramatisDossier) other_dossier = dramatis_dossier_reader_read (reader, fixture->file, NULL);
  g_autoptr (DramatisAutosave) other =
    dramatis_autosave_new (other_dossier, fixture->file, dramatis_dossier_reader_get_stamp (reader));
  g_autoptr (GError) error = NULL;

  edit (fixture->dossier, "Ours");
  g_assert_true (flush (fixture->autosave, NULL));
  edit (fixture->dossier, "Ours again");
  g_assert_true (flush (fixture->autosave, NULL));

  edit (other_dossier, "Theirs");
  g_assert_false (flush (other, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  g_assert_cmpint (dramatis_autosave_get_state (other), ==, DRAMATIS_AUTOSAVE_STATE_FAILED);
  assert_title (fixture->file, "Ours again");

  /* they insist */
  dramatis_autosave_set_file (other, fixture->file);
  g_assert_true (flush (other, NULL));
  assert_title (fixture->file, "Theirs");
}

static void
test_other_file (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GFile) other = g_file_new_build_filename (fixture->folder, "b.dossier", NULL);
  g_autoptr (GAsyncResult) result = NULL;

  edit (fixture->dossier, "Edited");
  dramatis_autosave_flush_async (fixture->autosave, NULL, flushed_cb, &result);
  dramatis_autosave_set_file (fixture->autosave, other);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (dramatis_autosave_flush_finish (fixture->autosave, result, NULL));
  assert_title (other, "Edited");

  g_assert_true (g_file_delete (other, NULL, NULL));
}

static void
test_schedule (Fixture       *fixture,
               gconstpointer  data)
{
  g_file_delete (fixture->file, NULL, NULL);
  dramatis_autosave_schedule (fixture->autosave);
  wait_for_state (fixture->autosave, DRAMATIS_AUTOSAVE_STATE_SAVED);
  assert_title (fixture->file, "");
}

/* The program that gets killed: edits, says so and goes on. */
static int
run_child (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (DramatisDossier) dossier = dramatis_dossier_new ();
  g_autoptr (DramatisAutosave) autosave = dramatis_autosave_new (dossier, file, NULL);

  edit (dossier, "Edited before the end");
  if (write (STDOUT_FILENO, "e", 1) != 1)
    return 1;

  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_killed (Fixture       *fixture,
             gconstpointer  data)
{
  const char * const arguments[] = { program, "--child", g_file_peek_path (fixture->file), NULL };
  g_autoptr (GError) error = NULL;
  GPid pid;
  char said;
  int output;
  int status;

  g_spawn_async_with_pipes (NULL, (char **) arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                            NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read (output, &said, 1), ==, 1);
  g_usleep (LIMIT);
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  close (output);

  assert_title (fixture->file, "Edited before the end");
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
    { "/autosave/edit", test_edit },
    { "/autosave/steady-edits", test_steady_edits },
    { "/autosave/undo", test_undo },
    { "/autosave/flush", test_flush },
    { "/autosave/edit-during-flush", test_edit_during_flush },
    { "/autosave/failure", test_failure },
    { "/autosave/changed-by-another", test_changed_by_another },
    { "/autosave/other-file", test_other_file },
    { "/autosave/schedule", test_schedule },
    { "/autosave/killed", test_killed },
  };

  program = argv[0];
  if (argc == 3 && g_str_equal (argv[1], "--child"))
    return run_child (argv[2]);

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);

  return g_test_run ();
}
