#!/usr/bin/python3
# test-events.py: events and times around the timeline, through the real window
#
# Copyright 2026 The Dramatis authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os

import pyatspi

from driver import run, wait_for

EXAMPLE = os.environ["DRAMATIS_EXAMPLE"]


def copy_of_example(program):
    path = os.path.join(program.folder, "example.dossier")
    with open(EXAMPLE, encoding="utf-8") as source, open(path, "w", encoding="utf-8") as copy:
        copy.write(source.read())
    return path


def saved(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def events(program):
    return program.all("list item", None, program.find("list", "Timeline"))


def show_list(program):
    program.click(program.find(None, "List of Events"))
    wait_for("the list", lambda: program.items("Events"))


def words_mark_a_span(program):
    path = copy_of_example(program)
    program.start(path)
    everything = wait_for("the article", program.passages)
    entry = program.find("text", "Marked span of time")

    program.click(entry)
    program.type("autumn 2024")
    # what it means is said while it is typed, and only Enter marks it
    wait_for("the meaning", lambda: program.all("label", "autumn 2024"))
    assert program.passages() == everything
    program.key("Return")
    wait_for("fewer passages", lambda: 0 < len(program.passages()) < len(everything))

    program.click(entry)
    program.key("ctrl+a")
    program.type("31 April 2024")
    wait_for("the reason, of what was typed", lambda: program.all(
        "label", lambda text: "31 April 2024" in text and "no day 31" in text))
    program.key("Escape")
    wait_for("no reason", lambda: not program.all("label", lambda text: "no day 31" in text))
    assert 0 < len(program.passages()) < len(everything)

    program.click(entry)
    program.key("ctrl+a", "BackSpace", "Return")
    wait_for("everything again", lambda: program.passages() == everything)


def list_follows_the_filter(program):
    path = copy_of_example(program)
    program.start(path)
    wait_for("the events", lambda: events(program))
    show_list(program)
    dossier = saved(path)
    dated = [event["title"] for event in dossier["events"] if event.get("time")]

    # newer lists show those on screen only
    names = [item.name for item in program.items("Events")]
    assert names and all(any(name.startswith(title) for title in dated) for name in names), names

    india = [actor["id"] for actor in dossier["actors"] if actor["name"] == "India"]
    of_india = {e["title"] for e in dossier["events"] if set(e.get("actors", [])) & set(india)}
    program.click(program.actor("India"))
    wait_for("India's events", lambda: program.items("Events") and all(
        any(item.name.startswith(title) for title in of_india) for item in program.items("Events")))


def list_lights_the_timeline(program):
    path = copy_of_example(program)
    program.start(path)
    wait_for("the events", lambda: events(program))
    show_list(program)
    item = program.items("Events")[1]
    title = item.name.split(",")[0]
    program.click(item)
    lit = wait_for("a lit event", lambda: [
        event for event in events(program) if event.getState().contains(pyatspi.STATE_SELECTED)])
    assert len(lit) == 1 and lit[0].name.startswith(title), [event.name for event in lit]


def time_is_edited_in_words(program):
    path = copy_of_example(program)
    program.start(path)
    wait_for("the events", lambda: events(program))
    original = open(path, encoding="utf-8").read()
    show_list(program)
    item = program.items("Events")[0]
    title = item.name.split(",")[0]
    program.click(item, button=3)
    program.find("push button", lambda name: name.endswith("Edit…")).queryAction().doAction(0)
    wait_for("the form", lambda: program.all("label", "Same as"))
    program.focus()

    program.click(program.find("text", lambda name: name.startswith("Time, such as")))
    program.key("ctrl+a")
    program.type("about 1950")
    wait_for("the meaning", lambda: program.all("label", "about 1950"))
    program.key("Return")
    wait_for("the time on disk", lambda: [
        event for event in saved(path)["events"] if event["title"] == title and event["time"] == "1950~"], 6)

    program.focus()
    program.click(program.find("list", "Article"))
    program.key("ctrl+z")
    wait_for("the file as it was", lambda: open(path, encoding="utf-8").read() == original, 6)


if __name__ == "__main__":
    run([
        words_mark_a_span,
        list_follows_the_filter,
        list_lights_the_timeline,
        time_is_edited_in_words,
    ])
