#!/usr/bin/env python3
# test-export.py: the command "export" of the real program, on the bundled dossier
#
# Copyright 2026 The Dramatis authors
# SPDX-License-Identifier: GPL-3.0-or-later

import csv
import io
import json
import os
import stat
import subprocess
import sys
import tempfile
import unittest

PROGRAM, DOSSIER = sys.argv[1:3]
FORMATS = ["markdown", "html", "csv-notes", "csv-events", "csv-actors", "json"]


def run(*arguments, stdin=None, **keywords):
    return subprocess.run([PROGRAM, "export", *arguments], input=stdin, capture_output=True, **keywords)


def rows(output):
    return list(csv.DictReader(io.StringIO(output.decode("utf-8-sig"), newline="")))


class Export(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def export(self, *arguments, **keywords):
        result = run(*arguments, DOSSIER, **keywords)
        self.assertEqual((result.returncode, result.stderr), (0, b""))
        return result.stdout

    def dossier(self, *arguments):
        """The dossier that is left of the bundled one; it has to be sound."""
        output = self.export("--format=json", *arguments)
        check = subprocess.run([PROGRAM, "check", "-"], input=output, capture_output=True)
        self.assertEqual((check.returncode, check.stdout), (0, b""))
        return json.loads(output)

    def assert_refused(self, status, *arguments, **keywords):
        result = run(*arguments, **keywords)
        self.assertEqual(result.returncode, status, result.stderr)
        self.assertEqual(result.stdout, b"")
        self.assertNotEqual(result.stderr, b"")
        if status == 1:
            self.assertEqual(result.stderr.count(b"\n"), 1)
        return result.stderr.decode()

    def test_list(self):
        result = run("--format=list")
        self.assertEqual(result.returncode, 0)
        lines = [line.split("\t") for line in result.stdout.decode().splitlines()]
        self.assertEqual([line[0] for line in lines], FORMATS)
        self.assertTrue(all(len(line) == 3 for line in lines))

    def test_json_is_identical(self):
        with open(DOSSIER, "rb") as file:
            whole = file.read()
        self.assertEqual(self.export("--format=json"), whole)
        self.assertEqual(run("--format=json", "-", stdin=whole).stdout, whole)

    def test_output(self):
        for name in FORMATS:
            out = self.path(name)
            self.assertEqual(self.export(f"--format={name}", "-o", out), b"")
            with open(out, "rb") as file:
                self.assertEqual(file.read(), self.export(f"--format={name}", "-o", "-"))
        self.assertEqual(sorted(os.listdir(self.folder.name)), sorted(FORMATS))

    def test_output_is_replaced_whole(self):
        out = self.path("out.md")
        with open(out, "w") as file:
            file.write("old")
        self.assert_refused(1, "--format=markdown", "-o", out, self.path("missing.dossier"))
        with open(out) as file:
            self.assertEqual(file.read(), "old")
        self.export("--format=markdown", "-o", out)
        with open(out) as file:
            self.assertTrue(file.read().startswith("---\n"))
        self.assertEqual(os.listdir(self.folder.name), ["out.md"])

    def test_output_into_a_device(self):
        self.assertEqual(self.export("--format=markdown", "-o", "/dev/null"), b"")
        self.assertTrue(stat.S_ISCHR(os.stat("/dev/null").st_mode))

    def test_output_fails(self):
        message = self.assert_refused(1, "--format=json", "-o", self.path("no/such/folder"), DOSSIER)
        self.assertIn("no/such/folder: ", message)
        self.assertEqual(os.listdir(self.folder.name), [])
        with open("/dev/full", "wb") as full:
            result = subprocess.run([PROGRAM, "export", "--format=json", DOSSIER], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual((result.returncode, result.stderr.count(b"\n")), (1, 1))

    def test_actor(self):
        by_name = self.dossier("--actor=India")
        self.assertEqual(by_name, self.dossier("--actor=india"))
        with open(DOSSIER, encoding="utf-8") as file:
            whole = json.load(file)
        mentioning = [passage["id"] for article in whole["articles"] for passage in article["passages"]
                      if any(mention[2] == "india" for mention in passage.get("mentions", []))]
        self.assertEqual([passage["id"] for article in by_name["articles"] for passage in article["passages"]], mentioning)
        alias = next(actor["aliases"][0] for actor in whole["actors"] if actor["id"] == "japan")
        self.assertEqual(self.dossier(f"--actor={alias}"), self.dossier("--actor=japan"))

    def test_match(self):
        def passages(*arguments):
            return {passage["id"] for article in self.dossier(*arguments)["articles"]
                    for passage in article["passages"]}

        one, other = passages("--actor=japan"), passages("--actor=china")
        self.assertEqual(passages("--actor=japan", "--actor=china"), one | other)
        self.assertEqual(passages("--actor=japan", "--actor=china", "--match=any"), one | other)
        self.assertEqual(passages("--actor=japan", "--actor=china", "--match=all"), one & other)

    def test_span(self):
        whole = rows(self.export("--format=csv-events"))
        part = rows(self.export("--format=csv-events", "--from=1950", "--until=1979"))
        overlapping = [row["id"] for row in whole
                       if row["time"] and (row["from"] or "0000") <= "1979-12-31" and (row["to"] or "9999") >= "1950"]
        self.assertEqual([row["id"] for row in part], overlapping)
        self.assertTrue(0 < len(part) < len(whole))
        after = rows(self.export("--format=csv-events", "--from=2022-02-24"))
        self.assertIn("2022-02-24", [row["to"] for row in after])
        self.assertFalse([row for row in after if row["to"] and row["to"] < "2022-02-24"])

    def test_tag_and_query(self):
        notes = rows(self.export("--format=csv-notes"))
        tag = next(row["tags"].split("; ")[0] for row in notes if row["tags"])
        self.assertEqual([row["id"] for row in rows(self.export("--format=csv-notes", f"--tag={tag}"))],
                         [row["id"] for row in notes if tag in row["tags"].split("; ")])
        self.assertEqual(rows(self.export("--format=csv-notes", "--query=no such words anywhere")), [])
        self.assertEqual(self.dossier("--query=no such words anywhere")["articles"], [])

    def test_notes_are_there(self):
        notes = rows(self.export("--format=csv-notes"))
        for group in ["article", "actor", "tag", "date"]:
            markdown = self.export("--format=markdown", f"--group={group}").decode()
            page = self.export("--format=html", f"--group={group}").decode()
            for note in notes:
                self.assertIn(note["note"], markdown)
                if note["quote"]:
                    self.assertIn(f"> {note['quote']}\n", markdown)
                    self.assertIn(f"<mark>{note['quote']}</mark>", page)
        headings = [line for line in markdown.splitlines() if line.startswith("## ")]
        self.assertEqual(headings[-2:], ["## Undated", "## Events"])

    def test_locale(self):
        environment = dict(os.environ, LC_ALL="C")
        self.assertEqual(self.export("--format=markdown", "--query=’", env=environment),
                         self.export("--format=markdown", "--query=’"))

    def test_usage(self):
        for arguments in [[], ["--format=pdf"], ["--format="], ["--format=json", "--actor=Nobody"],
                          ["--format=json", "--actor="], ["--format=json", "--tag=none"],
                          ["--format=json", "--match=some"], ["--format=json", "--group=colour"],
                          ["--format=json", "--from=2024-02-30"], ["--format=json", "--until=yesterday"],
                          ["--format=json", "--from=2020", "--until=2019"], ["--format=json", "--nonsense"],
                          ["--format=json", b"--query=\xff"], ["--format=json", DOSSIER]]:
            with self.subTest(arguments):
                self.assert_refused(2, *arguments, DOSSIER)
        self.assert_refused(2, "--format=json")

    def test_faulty_input(self):
        for name, content in [("empty", b""), ("null", b"null"), ("text", b"\xff"), ("deep", b"[" * 1000000)]:
            path = self.path(name)
            with open(path, "wb") as file:
                file.write(content)
            self.assertTrue(self.assert_refused(1, "--format=json", path).startswith(path + ": "))
        self.assert_refused(1, "--format=json", self.folder.name)

    def test_help(self):
        result = run("--help")
        self.assertEqual(result.returncode, 0)
        for option in ["format", "actor", "match", "from", "until", "tag", "query", "group"]:
            self.assertIn(f"--{option}=".encode(), result.stdout)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
