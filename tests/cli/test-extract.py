#!/usr/bin/env python3
# test-extract.py: the command "extract" of the real program, wherever and whenever it is run
#
# Copyright 2026 The Dramatis authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import subprocess
import sys
import tempfile
import unittest

PROGRAM = sys.argv[1]

# "ISTANBUL" has another small letter in Turkish, and a comma stands in numbers there.
TEXT = """ISTANBUL WAS THE HOST IN MAY
Istanbul, 12 June - Kenya's president, Anna Irmak, met Ian Grumbold of the United Nations in Istanbul on Tuesday.
Two days later, on June 14, IRMAK said 1,250.5 tonnes had been shipped since last spring, "in the 1990s as today".
Next week the UN will meet in Iceland; until then, İzmir and Iğdır wait."""


def run(*command, **environment):
    result = subprocess.run(command, capture_output=True, env={**os.environ, **environment})
    if result.returncode != 0 or result.stderr != b"":
        raise AssertionError(result)
    return result.stdout


class Extract(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.file = os.path.join(folder.name, "text.txt")
        with open(self.file, "w", encoding="utf-8") as file:
            file.write(TEXT)
        self.extract = [PROGRAM, "extract", "--date=2012-06-13", self.file]
        self.expected = run(*self.extract, LC_ALL="C.UTF-8", TZ="UTC")

    def test_something_found(self):
        found = json.loads(self.expected)
        self.assertIn("Kenya", [actor["name"] for actor in found["actors"]])
        self.assertIn("2012-06-14", [time["edtf"] for time in found["times"]])

    def test_locale(self):
        name = "tr_TR.UTF-8"
        subprocess.run(["localedef", "-i", "tr_TR", "-f", "UTF-8", os.path.join(self.folder, name)], check=True)
        # that the locale is there is seen by what it says of others
        self.assertIn(name.encode(), run("locale", LC_ALL=name, LOCPATH=self.folder))
        self.assertEqual(run(*self.extract, LC_ALL=name, LOCPATH=self.folder), self.expected)
        self.assertEqual(run(*self.extract, LC_ALL="C"), self.expected)

    def test_time_zone(self):
        for zone in ("Pacific/Kiritimati", "America/Adak", "Europe/Berlin"):
            self.assertEqual(run(*self.extract, TZ=zone), self.expected)

    def test_clock(self):
        for time in ("1999-12-31 23:59:59", "2028-02-29 12:00:00"):
            self.assertEqual(run("faketime", time, *self.extract), self.expected)

    def test_full(self):
        """What can't be written is told, and is no success."""
        for command in (self.extract, [PROGRAM, "--help"], [PROGRAM, "--version"]):
            with open("/dev/full", "wb") as full:
                result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE)
            self.assertEqual((result.returncode, result.stderr.count(b"\n")), (1, 1), command)

    def test_title(self):
        output = os.path.join(self.folder, "a.dossier")
        run(PROGRAM, "import", "--title=Übung", self.file, "-o", output, LC_ALL="C")
        with open(output, encoding="utf-8") as file:
            self.assertEqual(json.load(file)["title"], "Übung")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
