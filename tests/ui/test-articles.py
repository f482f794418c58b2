#!/usr/bin/python3
# test-articles.py: the articles of a dossier, through the real window
#
# Copyright 2026 The Dramatis authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import subprocess
import time

import pyatspi

from driver import run, wait_for

CLI = os.environ["DRAMATIS_CLI"]

TEXTS = {
    "alpha": "India met Japan in Delhi on 3 May 2019.",
    "beta": "China met India in Goa in 2020.",
    "gamma": "Japan met China in Kyoto in 2021.",
}


def start(program):
    articles = [
        {"id": name, "title": name.title(), "passages": [{"id": f"{name}-0", "kind": "paragraph", "text": text}]}
        for name, text in TEXTS.items()
    ]
    articles[0].update(byline="A. Writer", publisher="The Paper", published="2019-05-04",
                       source="https://example.org/alpha", language="en")
    path = os.path.join(program.folder, "three.dossier")
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"format": "dramatis-dossier", "version": 1, "articles": articles}, file)
    program.start(path)
    wait_for("the articles", lambda: program.passages() == list(TEXTS.values()))
    return path


def saved(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def titles(path):
    return [article["title"] for article in saved(path)["articles"]]


def open_list(program):
    def rows():
        return program.all("list", "Articles") and program.items("Articles")

    wait_for("nothing that popped up before", lambda: not rows())
    program.click(program.all("push button", "Articles")[0])
    return wait_for("the list", rows)


def list_tells_of_articles(program):
    start(program)
    rows = open_list(program)
    assert [row.name for row in rows] == ["All Articles", "Alpha", "Beta", "Gamma"]
    assert rows[1].description == "A. Writer · The Paper · 4 May 2019 · https://example.org/alpha · en", \
        rows[1].description
    assert rows[2].description == "No date"
    # one alone, and all again
    program.key("Down", "Down", "Return")
    wait_for("one article", lambda: program.passages() == [TEXTS["beta"]])
    assert program.count() == "1 of 1 passage"
    open_list(program)
    program.key("Home", "Return")
    wait_for("all", lambda: program.passages() == list(TEXTS.values()))


def article_is_edited(program):
    path = start(program)
    open_list(program)
    program.press(program.find("push button", "Edit Alpha"))
    wait_for("the dialog", lambda: program.all(None, "Publisher"))
    program.focus()
    time.sleep(0.3)
    program.click(program.all("text", "Title")[-1])
    program.key("ctrl+a")
    program.type("Omega")
    for text in ("B. Author", "The Other Paper", "5 May 2019", "https://example.org/omega", "english language"):
        program.key("Tab")
        time.sleep(0.1)
        program.key("ctrl+a")
        program.type(text)
    # what is no language cannot be saved
    program.key("Return")
    time.sleep(0.5)
    assert titles(path) == ["Alpha", "Beta", "Gamma"]
    program.key("ctrl+a")
    program.type("en-GB")
    program.key("Return")
    wait_for("the article on disk", lambda: titles(path) == ["Omega", "Beta", "Gamma"], 5)
    article = saved(path)["articles"][0]
    del article["id"], article["passages"]
    assert article == {"title": "Omega", "byline": "B. Author", "publisher": "The Other Paper",
                       "published": "2019-05-05", "source": "https://example.org/omega", "language": "en-GB"}, article
    wait_for("the heading", lambda: program.all("label", lambda name: name.startswith("B. Author · The Other Paper · 5 May")))
    time.sleep(0.3)
    program.focus()
    program.key("ctrl+z")
    wait_for("the article as it was", lambda: titles(path) == ["Alpha", "Beta", "Gamma"], 5)
    assert saved(path)["articles"][0]["byline"] == "A. Writer"


def article_alone_is_what_is_exported(program):
    start(program)
    open_list(program)
    program.key("Down", "Down", "Return")
    wait_for("one article", lambda: program.passages() == [TEXTS["beta"]])
    program.key("ctrl+e")
    choice = program.find("check box", "What is shown")
    assert choice.getState().contains(pyatspi.STATE_CHECKED)
    assert program.all("label", "Beta", choice.parent.parent), "the article is not named"


def article_is_moved_by_keyboard_and_back(program):
    path = start(program)
    open_list(program)
    program.key("Down", "alt+Down")
    wait_for("the new order", lambda: titles(path) == ["Beta", "Alpha", "Gamma"], 5)
    # the row keeps the focus and goes on
    program.key("alt+Down")
    wait_for("the last place", lambda: titles(path) == ["Beta", "Gamma", "Alpha"], 5)
    wait_for("the text in that order", lambda: program.passages() == [TEXTS[name] for name in ("beta", "gamma", "alpha")])
    program.key("Escape")
    time.sleep(0.3)
    program.key("ctrl+z", "ctrl+z")
    wait_for("the order as it was", lambda: titles(path) == ["Alpha", "Beta", "Gamma"], 5)


def article_is_removed_and_comes_back(program):
    path = start(program)
    original = saved(path)
    open_list(program)
    program.press(program.find("push button", "Remove Beta"))
    wait_for("two articles", lambda: titles(path) == ["Alpha", "Gamma"], 5)
    assert subprocess.run([CLI, "check", path], capture_output=True, text=True, check=True).stdout == ""
    wait_for("what is left", lambda: program.passages() == [TEXTS["alpha"], TEXTS["gamma"]])
    # the list is still open
    program.key("ctrl+z")
    wait_for("all of it again", lambda: saved(path)["articles"] == original["articles"], 5)


def article_is_added(program):
    path = start(program)
    text = os.path.join(program.folder, "delta.txt")
    with open(text, "w", encoding="utf-8") as file:
        file.write("Delta\n\nIndia met China in Lima on 1 June 2022.\n")
    program.key("ctrl+shift+o")
    wait_for("the file chooser", lambda: len(list(program.application)) > 1)
    time.sleep(0.8)
    program.focus()
    program.type(text)
    time.sleep(0.3)
    program.key("Return")
    wait_for("its text", lambda: "India met China in Lima on 1 June 2022." in program.passages())
    wait_for("it is asked when it was published", lambda: program.all(None, "Publication date"))
    wait_for("four articles", lambda: titles(path) == ["Alpha", "Beta", "Gamma", "Delta"], 5)
    assert {"India", "China"} <= {actor["name"] for actor in saved(path)["actors"]}
    program.focus()
    program.key("ctrl+z")
    wait_for("three articles", lambda: titles(path) == ["Alpha", "Beta", "Gamma"], 5)
    program.key("ctrl+shift+z")
    wait_for("four again", lambda: titles(path) == ["Alpha", "Beta", "Gamma", "Delta"], 5)


if __name__ == "__main__":
    run([
        list_tells_of_articles,
        article_is_edited,
        article_alone_is_what_is_exported,
        article_is_moved_by_keyboard_and_back,
        article_is_removed_and_comes_back,
        article_is_added,
    ])
