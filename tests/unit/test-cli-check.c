/* test-cli-check.c: dramatis-cli check and info
 *
 * Copyright 2026 The Dramatis authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  int   status;
  char *output;
  char *errors;
} Result;

static void
result_clear (Result *result)
{
  g_free (result->output);
  g_free (result->errors);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

static char *
dup_text (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_strndup (data != NULL ? data : "", size);
}

/* @input: (nullable): what to give on standard input */
static Result
run (GBytes     *input,
     const char *first,
     ...)
{
  g_autofree char *program = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "..", "src", "cli", "dramatis-cli", NULL);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GBytes) errors = NULL;
  g_autoptr (GError) error = NULL;
  Result result;
  va_list rest;

  g_ptr_array_add (arguments, program);
  va_start (rest, first);
  for (const char *argument = first; argument != NULL; argument = va_arg (rest, const char *))
    g_ptr_array_add (arguments, (char *) argument);
  va_end (rest);
  g_ptr_array_add (arguments, NULL);

  process = g_subprocess_newv ((const char * const *) arguments->pdata,
                               (input != NULL ? G_SUBPROCESS_FLAGS_STDIN_PIPE : G_SUBPROCESS_FLAGS_NONE)
                               | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                               | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                               &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, input, NULL, &output, &errors, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));

  result.status = g_subprocess_get_exit_status (process);
  result.output = dup_text (output);
  result.errors = dup_text (errors);

  return result;
}

static char *
get_fixture (const char *name)
{
  return g_build_filename (g_getenv ("G_TEST_SRCDIR"), "fixtures", name, NULL);
}

/* One line "FILE: PATH: …", and at once. */
static void
assert_one_fault (const char *file,
                  GBytes     *input,
                  const char *path)
{
  gint64 start = g_get_monotonic_time ();
  g_auto (Result) result = run (input, "check", file, NULL);
  g_autofree char *expected = g_strdup_printf ("%s: %s: ", file, path);

  g_assert_cmpint (g_get_monotonic_time () - start, <, G_TIME_SPAN_SECOND);
  g_assert_cmpint (result.status, ==, 1);
  g_assert_cmpstr (result.errors, ==, "");
  g_assert_true (g_str_has_prefix (result.output, expected));
  g_assert_true (strchr (result.output, '\n') == result.output + strlen (result.output) - 1);
}

static void
test_hostile_texts (void)
{
  static const struct
  {
    const char *text;
    const char *path;
  } cases[] = {
    { "", "1:1" },
    { "\xff\xfe{\0", "1:1" },
    { "{\"format\": \"caf\xe9\"}", "1:16" },
    { "\xef\xbb\xbf{}", "1:1" },
    { "null", "" },
    { "1e400", "" },
    { "{\"format\": \"dramatis-dossier\", \"version\": 99999999999999999999999}", "/version" },
    { "{\"format\": \"dramatis-dossier\", \"version\": 1, \"title\": \"\\ud83d\"}", "/title" },
    { "{\"format\": \"dramatis-dossier\", \"version\": 1, \"title\": \"a\\u0000b\"}", "/title" },
    { "{\"format\": \"dramatis-dossier\", \"version\": 1, \"ti\\ntle\\n\": 1e400}", "/ti\\u000atle\\u000a" },
    { "{\"format\": \"dramatis-dossier\", \"version\": 1", "1:44" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));

      assert_one_fault ("-", bytes, cases[i].path);
    }
}

static void
test_deep (void)
{
  char *text = g_malloc (1000000);
  g_autoptr (GBytes) bytes = NULL;

  memset (text, '[', 1000000);
  bytes = g_bytes_new_take (text, 1000000);
  assert_one_fault ("-", bytes, "1:201");
}

static void
test_hostile_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("dramatis-XXXXXX", NULL);
  g_autofree char *huge = g_build_filename (folder, "huge.dossier", NULL);
  g_autofree char *pipe_name = g_build_filename (folder, "pipe.dossier", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing.dossier", NULL);
  int fd = g_open (huge, O_CREAT | O_WRONLY, 0600);

  g_assert_cmpint (ftruncate (fd, 2LL * 1024 * 1024 * 1024), ==, 0);
  close (fd);
  g_assert_cmpint (mkfifo (pipe_name, 0600), ==, 0);

  assert_one_fault (folder, NULL, "1:1");
  assert_one_fault (huge, NULL, "1:1");
  assert_one_fault (pipe_name, NULL, "1:1");
  assert_one_fault ("/dev/zero", NULL, "1:1");

  for (guint i = 0; i < 2; i++)
    {
      g_auto (Result) result = run (NULL, i == 0 ? "check" : "info", missing, NULL);

      g_assert_cmpint (result.status, ==, 1);
      g_assert_cmpstr (result.output, ==, "");
      g_assert_true (g_str_has_prefix (result.errors, missing));
    }

  g_unlink (huge);
  g_unlink (pipe_name);
  g_rmdir (folder);
}

static void
test_check (void)
{
  g_autofree char *sound = get_fixture ("unknown-members.dossier");
  g_autofree char *faulty = get_fixture ("faults.dossier");
  g_auto (Result) sound_result = run (NULL, "check", sound, NULL);
  g_auto (Result) faulty_result = run (NULL, "check", "--", faulty, NULL);
  g_auto (GStrv) lines = g_strsplit (faulty_result.output, "\n", -1);
  g_autofree char *start = g_strconcat (faulty, ": /", NULL);

  g_assert_cmpint (sound_result.status, ==, 0);
  g_assert_cmpstr (sound_result.output, ==, "");
  g_assert_cmpstr (sound_result.errors, ==, "");

  g_assert_cmpint (faulty_result.status, ==, 1);
  g_assert_cmpstr (faulty_result.errors, ==, "");
  g_assert_cmpuint (g_strv_length (lines), >, 20);
  for (guint i = 0; i + 1 < g_strv_length (lines); i++)
    g_assert_true (g_str_has_prefix (lines[i], start));
}

static void
test_info (void)
{
  g_autofree char *sound = get_fixture ("unknown-members.dossier");
  g_autofree char *faulty = get_fixture ("faults.dossier");
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_auto (Result) faulty_result = { 0 };
  gsize length;

  g_assert_true (g_file_get_contents (sound, &contents, &length, NULL));
  bytes = g_bytes_new (contents, length);

  for (guint i = 0; i < 2; i++)
    {
      g_auto (Result) result = run (i == 0 ? NULL : bytes, "info", "--json", i == 0 ? sound : "-", NULL);

      g_assert_cmpint (result.status, ==, 0);
      g_assert_cmpstr (result.output, ==, "{\"articles\": 1, \"passages\": 1, \"actors\": 2, \"mentions\": 3, "
                                          "\"events\": 1, \"notes\": 1, \"tags\": 1}\n");
    }

  faulty_result = run (NULL, "info", faulty, NULL);
  g_assert_cmpint (faulty_result.status, ==, 1);
  g_assert_cmpstr (faulty_result.output, ==, "");
  g_assert_true (g_str_has_prefix (faulty_result.errors, faulty));
  g_assert_true (strchr (faulty_result.errors, '\n') == faulty_result.errors + strlen (faulty_result.errors) - 1);
}

static void
test_usage (void)
{
  static const char * const cases[][3] = {
    { NULL },
    { "there-is-none", NULL },
    { "--there-is-none", NULL },
    { "check", NULL },
    { "check", "a", "b" },
    { "check", "--there-is-none", "a" },
    { "info", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Result) result = run (NULL, cases[i][0], cases[i][1], cases[i][2], NULL);

      g_assert_cmpint (result.status, ==, 2);
      g_assert_cmpstr (result.output, ==, "");
      g_assert_cmpstr (result.errors, !=, "");
    }
}

static void
test_help (void)
{
  static const char * const cases[][2] = {
    { "--help", "check" },
    { "--version", "dramatis-cli " },
    { "check", "FILE.dossier" },
    { "info", "--json" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Result) result = run (NULL, cases[i][0], cases[i][0][0] == '-' ? NULL : "--help", NULL);

      g_assert_cmpint (result.status, ==, 0);
      g_assert_cmpstr (result.errors, ==, "");
      g_assert_nonnull (strstr (result.output, cases[i][1]));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli-check/hostile-texts", test_hostile_texts);
  g_test_add_func ("/cli-check/deep", test_deep);
  g_test_add_func ("/cli-check/hostile-files", test_hostile_files);
  g_test_add_func ("/cli-check/check", test_check);
  g_test_add_func ("/cli-check/info", test_info);
  g_test_add_func ("/cli-check/usage", test_usage);
  g_test_add_func ("/cli-check/help", test_help);

  return g_test_run ();
}
