#!/usr/bin/python3
# test-window.py: the main job, through the real window
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
EXAMPLE = os.environ["DRAMATIS_EXAMPLE"]

ARTICLE = """India and Japan signed a treaty in New Delhi on 12 March 2019.

The government of Japan said nothing about China. Beijing protested in April 2019.

In 2021 India met Australia in Canberra.

Leave a comment
"""


def cli(*args):
    return subprocess.run([CLI, *args], check=True, capture_output=True, text=True).stdout


def copy_of_example(program):
    path = os.path.join(program.folder, "example.dossier")
    with open(EXAMPLE, encoding="utf-8") as source, open(path, "w", encoding="utf-8") as copy:
        copy.write(source.read())
    return path


def passages_of(dossier, actor_name):
    """The passages that mention an actor, as the file tells it."""
    ids = [actor["id"] for actor in dossier["actors"] if actor["name"] == actor_name]
    return [
        passage["text"]
        for article in dossier["articles"]
        for passage in article["passages"]
        if any(mention[2] in ids for mention in passage.get("mentions", []))
    ]


def saved(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def mark_and_note(program):
    program.begin_note(wait_for("the article", lambda: program.items("Article")[0]))


def example_opens_without_a_file(program):
    program.start()
    with open(EXAMPLE, encoding="utf-8") as file:
        dossier = json.load(file)
    shown = wait_for("the article", program.passages)
    expected = [p["text"] for a in dossier["articles"] for p in a["passages"]]
    assert shown == expected, f"{len(shown)} passages shown, {len(expected)} in the file"
    assert program.count() == f"{len(expected)} of {len(expected)} passages"
    # newer lists show those on screen only
    actors = [item.name.split(",")[0] for item in program.items("Actors")]
    assert len(actors) >= 5 and set(actors) <= {actor["name"] for actor in dossier["actors"]}, actors
    assert not os.path.exists(program.data), "something was written without an edit"


def actor_filters(program):
    path = copy_of_example(program)
    program.start(path)
    dossier = saved(path)
    everything = wait_for("the article", program.passages)
    expected = passages_of(dossier, "India")
    assert 0 < len(expected) < len(everything)

    program.click(program.actor("India"))
    wait_for("India's passages", lambda: program.passages() == expected)
    assert program.count() == f"{len(expected)} of {len(everything)} passages"

    time.sleep(0.6)  # or it would be a double click
    program.click(program.actor("India"))
    wait_for("everything again", lambda: program.passages() == everything)

    # by keyboard, and Esc
    program.click(program.actor("Japan"))
    wait_for("Japan's passages", lambda: program.passages() == passages_of(dossier, "Japan"))
    program.key("Escape")
    wait_for("everything again", lambda: program.passages() == everything)


def text_becomes_a_dossier(program):
    path = os.path.join(program.folder, "treaty.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write(ARTICLE)
    program.start(path)
    shown = wait_for("the article", program.passages)
    assert shown == ARTICLE.split("\n\n")[:3], shown
    program.click(program.actor("India"))
    wait_for("India's passages", lambda: program.passages() == [shown[0], shown[2]])
    wait_for("the file", lambda: os.listdir(program.data))
    file = os.path.join(program.data, os.listdir(program.data)[0])
    assert cli("check", file) == ""
    counts = json.loads(cli("info", "--json", file))
    assert counts["passages"] == 3 and counts["actors"] >= 4, counts


def note_survives(program):
    path = copy_of_example(program)
    program.start(path)
    before = len(saved(path)["notes"])
    mark_and_note(program)
    program.type("Remember this")
    wait_for("the note on disk", lambda: any(n["text"] == "Remember this" for n in saved(path)["notes"]), 4)
    notes = saved(path)["notes"]
    assert len(notes) == before + 1
    note = [n for n in notes if n["text"] == "Remember this"][0]
    quote = note["ranges"][0]
    text = [p["text"] for a in saved(path)["articles"] for p in a["passages"] if p["id"] == quote["passage"]][0]
    assert text[quote["start"]:quote["end"]] == quote["quote"] != ""

    # killed three seconds after an edit, it is there at the next start
    program.kill()
    program.start(path)
    wait_for("the note", lambda: [n for n in program.items("Notes") if "Remember this" in n.name])


def undo_and_redo(program):
    path = copy_of_example(program)
    original = open(path, encoding="utf-8").read()
    program.start(path)
    mark_and_note(program)
    wait_for("the note on disk", lambda: open(path, encoding="utf-8").read() != original, 4)
    edited = open(path, encoding="utf-8").read()
    program.key("Escape")
    program.click(program.find("list", "Article"))
    program.key("ctrl+z")
    wait_for("the undone file", lambda: open(path, encoding="utf-8").read() == original, 4)
    program.key("ctrl+shift+z")
    wait_for("the redone file", lambda: open(path, encoding="utf-8").read() == edited, 4)


def closing_saves_and_says_nothing(program):
    path = copy_of_example(program)
    program.start(path)
    mark_and_note(program)
    program.type("Last words")
    messages = program.close()
    assert any(n["text"] == "Last words" for n in saved(path)["notes"])
    assert messages == "", messages


def span_filters(program):
    path = copy_of_example(program)
    program.start(path)
    everything = wait_for("the article", program.passages)
    timeline = program.find("list", "Timeline")
    wait_for("the events", lambda: program.all("list item", None, timeline))
    box = timeline.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    x, y = program.origin[0] + box.x, program.origin[1] + box.y + box.height - 40

    # a drag over the empty lower part of the timeline marks a span of time
    program.drag((x + box.width * 6 // 10, y), (x + box.width - 10, y))
    some = wait_for("fewer passages", lambda: (lambda p: p if 0 < len(p) < len(everything) else None)(program.passages()))
    assert program.count() == f"{len(some)} of {len(everything)} passages"
    # every one of them has evidence of an event; the oldest events lie outside
    dossier = saved(path)
    dated = {a["passage"] for e in dossier["events"] for a in e["evidence"]}
    texts = {p["id"]: p["text"] for a in dossier["articles"] for p in a["passages"]}
    assert set(some) <= {texts[i] for i in dated}
    program.key("Escape")
    wait_for("everything again", lambda: program.passages() == everything)


def export_is_that_of_the_command_line(program):
    path = copy_of_example(program)
    out = os.path.join(program.folder, "exported.md")
    program.start(path)
    wait_for("the article", program.passages)
    program.key("ctrl+e")
    wait_for("the dialog", lambda: program.all("push button", lambda name: "Export" in name and "…" in name))
    time.sleep(0.5)
    program.focus()
    program.key("Return")
    wait_for("the file chooser", lambda: len(list(program.application)) > 2)
    time.sleep(0.5)
    program.focus()
    program.key("ctrl+a")
    program.type(out)
    program.key("Return")
    wait_for("the file", lambda: os.path.exists(out))
    expected = subprocess.run([CLI, "export", "--format=markdown", path], check=True, capture_output=True).stdout
    with open(out, "rb") as file:
        assert file.read() == expected


def faulty_file_opens_nothing(program):
    path = os.path.join(program.folder, "faulty.dossier")
    with open(path, "w", encoding="utf-8") as file:
        file.write('{"format": "dramatis-dossier", "version": 1, "title": 3, "articles": [], "actors": {}}')
    program.start(path)
    wait_for("the reason", lambda: program.all("label", lambda text: "/title" in text and "/actors" in text))
    assert not any(program.all("list item", None, article) for article in program.all("list", "Article"))


if __name__ == "__main__":
    run([
        example_opens_without_a_file,
        actor_filters,
        text_becomes_a_dossier,
        note_survives,
        undo_and_redo,
        closing_saves_and_says_nothing,
        span_filters,
        export_is_that_of_the_command_line,
        faulty_file_opens_nothing,
    ])
