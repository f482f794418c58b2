#!/usr/bin/python3
# test-articles.py: the articles of a dossier, through the real window
#
# Copyright 2026 The Dramatis authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import subprocess
import time

from driver import run, wait_for

CLI = os.environ["DRAMATIS_CLI"]

TEXTS = {
    "alpha.txt": "Alpha\n\nIndia met Japan in Delhi on 3 May 2019.\n",
    "beta.txt": "Beta\n\nChina met India in Goa in 2020.\n",
    "gamma.txt": "Gamma\n\nJapan met China in Kyoto in 2021.\n",
}


def start(program):
    for name, text in TEXTS.items():
        with open(os.path.join(program.folder, name), "w", encoding="utf-8") as file:
            file.write(text)
    path = os.path.join(program.folder, "three.dossier")
    inputs = [os.path.join(program.folder, name) for name in TEXTS]
    subprocess.run([CLI, "import", *inputs, "-o", path], check=True)
    program.start(path)
    wait_for("the articles", program.passages)
    return path


def titles(path):
    with open(path, encoding="utf-8") as file:
        return [article["title"] for article in json.load(file)["articles"]]


def article_moves_by_keyboard_and_back(program):
    path = start(program)
    before = titles(path)
    with open(path, encoding="utf-8") as file:
        original = file.read()
    program.click(program.find("toggle button", "Articles"))
    row = program.find("list item", before[0], program.find("list", "Articles"))
    time.sleep(0.3)
    row.queryComponent().grabFocus()
    program.key("alt+Down")
    wait_for("the new order", lambda: titles(path) == [before[1], before[0], before[2]], 5)
    # the row keeps the focus and goes on
    program.key("alt+Down")
    wait_for("the last place", lambda: titles(path) == [before[1], before[2], before[0]], 5)
    program.key("Escape")
    time.sleep(0.3)
    program.key("ctrl+z")
    program.key("ctrl+z")
    wait_for("the file as it was", lambda: open(path, encoding="utf-8").read() == original, 5)


def removed_article_comes_back_whole(program):
    path = start(program)
    with open(path, encoding="utf-8") as file:
        original = file.read()
    everything = program.passages()
    program.click(program.find("toggle button", "Articles"))
    time.sleep(0.3)
    program.click(program.find("push button", "Remove " + titles(path)[1]))
    wait_for("two articles", lambda: len(titles(path)) == 2, 5)
    assert subprocess.run([CLI, "check", path], capture_output=True, text=True, check=True).stdout == ""
    wait_for("fewer passages", lambda: len(program.passages()) < len(everything))
    program.key("Escape")
    time.sleep(0.3)
    program.key("ctrl+z")
    wait_for("the file as it was", lambda: open(path, encoding="utf-8").read() == original, 5)


if __name__ == "__main__":
    run([
        article_moves_by_keyboard_and_back,
        removed_article_comes_back_whole,
    ])
