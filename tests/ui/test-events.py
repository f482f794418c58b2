#!/usr/bin/python3
# test-events.py: events and times around the timeline, through the real window
#
# Copyright 2026 The Dramatis authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os

import pyatspi

from driver import run, wait_for, xdotool

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
    program.show_list_of_events()
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
    program.show_list_of_events()
    item = program.items("Events")[1]
    title = item.name.split(",")[0]
    program.click(item)
    lit = wait_for("a lit event", lambda: [
        event for event in events(program) if event.getState().contains(pyatspi.STATE_SELECTED)])
    assert len(lit) == 1 and lit[0].name.startswith(title), [event.name for event in lit]


def edit(program, item):
    """Opens the form of an event of the list."""
    program.click(item, button=3)
    program.find("push button", lambda name: name.endswith("Edit…")).queryAction().doAction(0)
    wait_for("the form", lambda: program.all("label", "Evidence"))
    program.focus()


def assert_undone(program, path, before):
    program.focus()
    program.click(program.find("list", "Article"))
    program.key("ctrl+z")
    wait_for("the file as it was", lambda: open(path, encoding="utf-8").read() == before, 6)


def time_is_edited_in_words(program):
    path = copy_of_example(program)
    program.start(path)
    wait_for("the events", lambda: events(program))
    original = open(path, encoding="utf-8").read()
    program.show_list_of_events()
    item = program.items("Events")[0]
    title = item.name.split(",")[0]
    edit(program, item)
    program.click(program.find("text", lambda name: name.startswith("Time, such as")))
    program.key("ctrl+a")
    program.type("about 1950")
    wait_for("the meaning", lambda: program.all("label", "about 1950"))
    program.key("Return")
    wait_for("the time on disk", lambda: [
        event for event in saved(path)["events"] if event["title"] == title and event["time"] == "1950~"], 6)

    assert_undone(program, path, original)


def two_events_become_one(program):
    path = copy_of_example(program)
    program.start(path)
    wait_for("the events", lambda: events(program))
    before = open(path, encoding="utf-8").read()
    program.show_list_of_events()
    edit(program, program.items("Events")[0])
    first, second = saved(path)["events"][:2]

    # it is at the end of the form
    xdotool("mousemove", *program.centre(program.find("text", "Title")), "click", "--repeat", 20, 5)
    xdotool("sleep", 0.5)
    program.click(program.find("combo box", "Same as"))
    wait_for("the other events", lambda: program.all("label", lambda text: text.startswith(second["title"] + ",")))
    program.focus()
    program.key("Down", "Return")
    program.focus()
    program.key("alt+s")

    def merged():
        events_now = {event["id"]: event for event in saved(path)["events"]}
        gone = [event for event in json.loads(before)["events"] if event["id"] not in events_now]
        return len(gone) == 1 and events_now[first["id"]]["evidence"] == first["evidence"] + gone[0]["evidence"]

    wait_for("one event with the evidence of both", merged, 6)
    assert_undone(program, path, before)


def event_is_added_at_a_point(program):
    path = copy_of_example(program)
    program.start(path)
    wait_for("the events", lambda: events(program))
    before = open(path, encoding="utf-8").read()
    place = program.find("list", "Timeline").queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    taken = [event.queryComponent().getExtents(pyatspi.WINDOW_COORDS) for event in events(program)]
    x, y = next((x, y) for y in range(place.y + 10, place.y + 60, 4) for x in range(place.x + 40, place.x + 400, 10)
                if not any(t.x - 8 <= x <= t.x + t.width + 8 and t.y <= y <= t.y + t.height for t in taken))
    xdotool("mousemove", program.origin[0] + x, program.origin[1] + y, "click", "--repeat", 2, "--delay", 60, 1)
    entry = program.find("text", "Title")
    program.focus()
    program.click(entry)
    program.type("Something else happens")
    program.key("alt+s")
    added = wait_for("it on disk", lambda: [
        event for event in saved(path)["events"] if event["title"] == "Something else happens"], 6)
    # as exact as one can point, about where the pointer was
    assert 1945 <= int(added[0]["time"][:4]) <= 1995, added
    assert_undone(program, path, before)


def event_is_made_of_marked_words(program):
    path = copy_of_example(program)
    program.start(path)
    wait_for("the article", program.passages)
    before = open(path, encoding="utf-8").read()
    program.mark(wait_for("a passage", lambda: program.items("Article")[1]))
    program.find("push button", "Event").queryAction().doAction(0)
    wait_for("the form", lambda: program.all("label", "Evidence"))
    program.focus()
    program.click(program.find("text", lambda name: name.startswith("Time, such as")))
    program.type("autumn 2014")
    program.key("alt+s")
    added = wait_for("it on disk", lambda: [
        event for event in saved(path)["events"] if event["time"] == "2014-23"], 6)
    assert added[0]["evidence"][0]["quote"].startswith(added[0]["title"].strip()), added
    assert_undone(program, path, before)


def suggested_event_is_confirmed_or_rejected(program):
    path = copy_of_example(program)
    dossier = saved(path)
    for event in dossier["events"][:2]:
        event["status"] = "suggested"
    with open(path, "w", encoding="utf-8") as file:
        json.dump(dossier, file)
    program.start(path)
    wait_for("the events", lambda: events(program))
    first, second = (event["title"] for event in dossier["events"][:2])

    def status(title):
        return next(event for event in saved(path)["events"] if event["title"] == title).get("status", "confirmed")

    def answer(title, name):
        event = next(event for event in events(program) if event.name.startswith(title))
        assert event.name.endswith(", suggested"), event.name
        action = event.queryAction()
        action.doAction([action.getName(i) for i in range(action.nActions)].index("event.details"))
        # not before it is shown
        wait_for(name, lambda: program.all("push button", lambda text: text.endswith(name))[-1].queryAction().doAction(0))

    answer(first, "Confirm")
    wait_for("it confirmed", lambda: status(first) == "confirmed", 6)
    answer(second, "Reject")
    wait_for("it rejected", lambda: status(second) == "rejected", 6)
    wait_for("it gone", lambda: not [event for event in events(program) if event.name.startswith(second)])
    program.focus()
    program.key("ctrl+z")
    wait_for("it suggested again", lambda: status(second) == "suggested", 6)
    program.key("ctrl+z")
    wait_for("both", lambda: status(first) == "suggested", 6)


if __name__ == "__main__":
    run([
        words_mark_a_span,
        list_follows_the_filter,
        list_lights_the_timeline,
        time_is_edited_in_words,
        two_events_become_one,
        event_is_added_at_a_point,
        event_is_made_of_marked_words,
        suggested_event_is_confirmed_or_rejected,
    ])
