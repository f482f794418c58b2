#!/usr/bin/python3
# test-notes.py: notes, tags and links, through the real window
#
# Copyright 2026 The Dramatis authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import time

import pyatspi

from driver import has_focus, run, wait_for

TEXTS = ["Japan met China in Tokyo.", "India signed a treaty on 12 March 2019.", "Nobody else was there at all."]


def anchor(number, start, end):
    text = TEXTS[number]
    return {"passage": f"p{number}", "start": start, "end": end, "quote": text[start:end],
            "prefix": text[max(0, start - 32):start], "suffix": text[end:end + 32]}


def make_dossier(program, **changes):
    """Three passages, and notes of which five are about the same words."""
    dossier = {
        "format": "dramatis-dossier", "version": 1, "title": "Notes",
        "articles": [{"id": "one", "title": "One", "passages": [
            {"id": f"p{i}", "kind": "paragraph", "text": text} for i, text in enumerate(TEXTS)]}],
        "actors": [{"id": "japan", "kind": "state", "name": "Japan"}, {"id": "india", "kind": "state", "name": "India"}],
        "events": [{"id": "e1", "title": "The treaty", "time": "2019-03-12", "evidence": [anchor(1, 0, 20)]}],
        "notes": [{"id": f"n{i}", "text": f"Remark {i}" if i < 4 else "", "tags": ["t1"] if i == 0 else [],
                   "created": f"2024-01-0{i + 1}T00:00:00Z", "ranges": [anchor(0, i, 15)]} for i in range(5)]
                 + [{"id": "n5", "text": "About **India**", "created": "2024-01-06T00:00:00Z", "events": ["e1"]}],
        "tags": [{"id": "t1", "name": "diplomacy"}, {"id": "t2", "name": "law"}],
    }
    dossier.update(changes)
    path = os.path.join(program.folder, "notes.dossier")
    with open(path, "w", encoding="utf-8") as file:
        json.dump({key: value for key, value in dossier.items() if value}, file)
    return path


def saved(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def note_of(path, note_id):
    return next(note for note in saved(path)["notes"] if note["id"] == note_id)


def start(program, **changes):
    path = make_dossier(program, **changes)
    program.start(path)
    wait_for("the article", lambda: len(program.passages()) == 3)
    if "notes" in saved(path):
        wait_for("the notes", lambda: program.items("Notes"))
    return path


def card(program, name):
    return program.find("list item", lambda text: text.startswith(name), program.find("list", "Notes"))


def edit(program, name):
    """Begins to edit a note from its card."""
    program.click(program.find("push button", "Edit Note", card(program, name)))
    program.wait_for_note_editor()


def in_editor(program):
    """The name of the note that is being edited."""
    return next((item.name for item in program.items("Notes") if program.all("push button", "Delete Note", item)), None)


def note_in(path):
    return saved(path)["notes"][0]


def menu_of_notes(program, key):
    program.click(program.find("push button", "Sort Notes and Edit Tags"))
    time.sleep(0.4)
    program.key(key)


def tag_is_completed_and_link_leads_there(program):
    path = start(program)
    edit(program, "Remark 1")
    program.key("ctrl+End")
    program.type(" of [[ind")
    wait_for("the list", lambda: program.all("label", "India"))
    time.sleep(0.2)
    program.key("Return")
    program.key("Tab")
    program.type("dip")
    time.sleep(0.4)
    program.key("Return")
    program.key("ctrl+Return")
    note = wait_for("the note on disk", lambda: (lambda n: n if n.get("tags") and "dramatis" in n["text"] else None)(note_of(path, "n1")), 5)
    assert note["text"] == "Remark 1 of [India](dramatis:india)", note
    assert note["tags"] == ["t1"], note
    assert "modified" in note

    # the link works the other way, too: the actor's filter leaves this note
    program.click(program.actor("India"))
    wait_for("notes of India", lambda: any(item.name.startswith("Remark 1 of India") for item in program.items("Notes")))


def link_leads_there_and_back(program):
    start(program, notes=[{"id": "n0", "text": "The one"}, {"id": "n1", "text": "[There](dramatis:n0)"}])
    program.click(program.find("push button", "↩ There", card(program, "The one")))
    wait_for("the note that has the link", lambda: in_editor(program) == "There")
    program.key("Escape")
    wait_for("no note", lambda: in_editor(program) is None)
    # the text is nothing but the link
    label = program.find("label", "There", card(program, "There"))
    box = label.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    program.click_at(program.origin[0] + box.x + 12, program.origin[1] + box.y + box.height // 2)
    wait_for("the note that it leads to", lambda: in_editor(program) == "The one")


def note_is_about_several_things(program):
    path = start(program, notes=None)
    program.mark(program.items("Article")[0], 60)
    time.sleep(0.3)
    program.key("n")
    wait_for("the editor", lambda: in_editor(program))
    time.sleep(0.3)
    program.type("Of them")
    # further words
    program.mark(program.items("Article")[1], 60)
    time.sleep(0.3)
    program.key("shift+n")
    wait_for("two quotes", lambda: len(note_in(path)["ranges"]) == 2, 5)
    # an actor, an event and the article
    for typed in ["Ind", "The tr", "One"]:
        program.click(program.find("text", "About an actor, event or article"))
        program.type(typed)
        time.sleep(0.4)
        program.key("Return")
        time.sleep(0.3)
    note = wait_for("all of it on disk", lambda: (lambda n: n if n.get("articles") else None)(note_in(path)), 5)
    assert [words["passage"] for words in note["ranges"]] == ["p0", "p1"], note
    assert (note["actors"], note["events"], note["articles"]) == (["india"], ["e1"], ["one"]), note
    assert note["text"] == "Of them", note
    # and no longer about one of them
    program.find("push button", "No Longer about The treaty").queryAction().doAction(0)
    wait_for("no event", lambda: "events" not in note_in(path), 5)


def words_are_added_from_the_menu(program):
    path = start(program)
    edit(program, "About India")
    program.mark(program.items("Article")[2], 60)
    time.sleep(0.3)
    program.key("Menu")
    program.choose("Add to the Open Note")
    wait_for("its words", lambda: [words["passage"] for words in note_of(path, "n5").get("ranges", [])] == ["p2"], 5)


def free_note_and_its_deletion(program):
    path = start(program)
    before = len(saved(path)["notes"])
    program.click(program.find("push button", "Add Free Note"))
    wait_for("the editor", lambda: in_editor(program))
    time.sleep(0.3)
    program.type("About *nothing*")
    program.key("ctrl+Return")
    wait_for("the note on disk", lambda: saved(path)["notes"][-1].get("text") == "About *nothing*", 5)
    assert "ranges" not in saved(path)["notes"][-1]
    edit(program, "About nothing")
    program.click(program.find("push button", "Delete Note"))
    wait_for("it is gone", lambda: len(saved(path)["notes"]) == before, 5)
    program.focus()
    program.key("ctrl+z")
    wait_for("it is back", lambda: len(saved(path)["notes"]) == before + 1, 5)


def notes_are_sorted(program):
    events = [{"id": f"e{i}", "title": f"Event {i}", **time} for i, time in
                         enumerate([{"time": "1910"}, {"time": "1920"}, {}])]
    start(program, events=events, notes=[
        {"id": "n0", "text": "A", "ranges": [anchor(1, 0, 5)], "events": ["e0"], "created": "2024-01-01T00:00:00Z"},
        {"id": "n1", "text": "B", "ranges": [anchor(2, 0, 6)], "tags": ["t2"], "created": "2024-01-03T00:00:00Z"},
        {"id": "n2", "text": "C", "ranges": [anchor(0, 0, 5)], "events": ["e1"], "tags": ["t1"],
         "created": "2024-01-02T00:00:00Z"},
        {"id": "n3", "text": "D", "events": ["e2"]}])
    for key, expected in [("e", "ACBD"), ("w", "BCAD"), ("t", "CBAD"), ("p", "CABD")]:
        menu_of_notes(program, key)
        wait_for(f"the order by {key}", lambda: "".join(item.name for item in program.items("Notes")) == expected)


def orphan_is_attached_again(program):
    lost = dict(anchor(0, 0, 5), quote="Nippon")
    path = start(program, notes=[{"id": "n0", "text": "Lost", "ranges": [lost]}, {"id": "n1", "text": "Free"}])
    button = program.find("push button", "1 note has lost its words")
    program.click(button)
    wait_for("only that note", lambda: [item.name for item in program.items("Notes")] == ["Lost"])
    assert program.all("label", lambda text: "no longer in it" in text)
    program.mark(program.items("Article")[0], 60)
    time.sleep(0.3)
    program.click(program.find("push button", "Attach to the Marked Words"))
    note = wait_for("new words on disk", lambda: (lambda n: n if n["ranges"][0]["quote"] != "Nippon" else None)(note_of(path, "n0")), 5)
    assert note["ranges"][0]["quote"] in TEXTS[0], note


def orphan_is_found_again(program):
    lost = dict(anchor(1, 6, 21), quote="founded the bank")
    path = start(program, notes=[{"id": "n0", "text": "Lost", "ranges": [lost]}])
    program.click(program.find("push button", "Find Again"))
    place = program.find("push button", TEXTS[1])
    wait_for("the focus on it", lambda: has_focus(place))
    program.key("Return")
    wait_for("the words on disk", lambda: note_of(path, "n0")["ranges"][0]["quote"] == "signed a treaty", 5)
    assert not program.all("push button", "Find Again")
    program.key("ctrl+z")
    wait_for("the lost words", lambda: note_of(path, "n0")["ranges"][0]["quote"] == "founded the bank", 5)


def focused(program):
    bars = program.all("push button", None, program.items("Article")[0])
    return next((bar.name for bar in bars if has_focus(bar)), None)


def bars_are_reached_by_pointer(program):
    start(program)
    names = [bar.name for bar in program.all("push button", None, program.items("Article")[0])]
    assert len(set(names)) == 5, names
    for name in reversed(names):
        x, y = program.centre(program.find("push button", name, program.items("Article")[0]))
        # bars are as narrow as the frame that GTK draws around the window, and leaves out of places in it
        program.click_at(x + program.frame_width(), y + program.frame_width())
        wait_for(f"the note of {name}", lambda: in_editor(program) == name.split(": ", 1)[1])


def bars_are_reached_by_keys(program):
    start(program)
    program.click(program.items("Article")[0])
    names = []
    for _ in range(5):
        program.key("period")
        time.sleep(0.15)
        names.append(focused(program))
    assert len(set(names)) == 5 and None not in names, names
    for name in reversed(names[:-1]):
        program.key("comma")
        wait_for(f"back to {name}", lambda: focused(program) == name)
    program.key("Return")
    wait_for("the note in its editor", lambda: program.all("push button", "Delete Note"))


def tags_are_edited(program):
    path = start(program)
    program.click(program.find("push button", "#diplomacy"))
    wait_for("the notes with the tag", lambda: [item.name for item in program.items("Notes")] == ["Remark 0"])

    menu_of_notes(program, "g")
    row = program.find("list item", lambda text: text.startswith("diplomacy"))
    program.click(row)
    name = program.find("text", lambda text: text.startswith("Name"))
    program.click(name)
    program.key("ctrl+a")
    program.type("foreign affairs")
    program.key("Return")
    wait_for("the name on disk", lambda: saved(path)["tags"][0]["name"] == "foreign affairs", 5)

    # that of another tag merges them, and the filter goes by what has become of it
    program.click(name)
    program.key("ctrl+a")
    program.type("law")
    program.key("Return")
    wait_for("one tag on disk", lambda: [tag["name"] for tag in saved(path)["tags"]] == ["law"], 5)
    assert note_of(path, "n0")["tags"] == ["t2"], note_of(path, "n0")
    program.key("Escape")
    tagged = [note for note in saved(path)["notes"] if "t2" in note.get("tags", [])]
    wait_for("the notes with the tag that is left", lambda: len(program.items("Notes")) == len(tagged) < 6)


def tag_has_a_colour_and_a_meaning(program):
    path = start(program)
    menu_of_notes(program, "g")
    program.click(program.find("list item", lambda text: text.startswith("diplomacy")))
    program.click(program.find("text", "Meaning"))
    program.type("Talk & treaties")
    program.key("Return")
    wait_for("the meaning", lambda: saved(path)["tags"][0].get("description") == "Talk & treaties", 5)
    program.find(None, "Red").queryAction().doAction(0)
    wait_for("the colour", lambda: saved(path)["tags"][0].get("colour") == "red", 5)
    # Ctrl+Z would undo what was typed in the entry
    program.find("push button", "Undo").queryAction().doAction(0)
    wait_for("no colour", lambda: "colour" not in saved(path)["tags"][0])
    program.focus()
    program.key("Escape")
    time.sleep(0.3)
    program.focus()
    program.key("ctrl+z")
    wait_for("the tag as it was", lambda: "description" not in saved(path)["tags"][0])


def note_on_an_event_is_in_its_popover(program):
    start(program)
    event = wait_for("the event", lambda: program.all("list item", None, program.find("list", "Timeline")))[0]
    program.click(event)
    note = program.find("push button", "About India", program.find(None, "Notes on the event"))
    note.queryAction().doAction(0)
    wait_for("the note in its editor", lambda: program.all("push button", "Delete Note"))


def note_on_an_actor_is_in_its_card(program):
    start(program, notes=[{"id": "n0", "text": "On the state", "actors": ["japan"]}])
    program.click(program.actor("Japan"), repeat=2)
    # one list in the panel, and one in the card
    wait_for("its notes", lambda: [[item.name for item in notes] for notes in program.all("list", "Notes")] == 2 * [["On the state"]])


if __name__ == "__main__":
    run([
        tag_is_completed_and_link_leads_there,
        link_leads_there_and_back,
        note_is_about_several_things,
        words_are_added_from_the_menu,
        free_note_and_its_deletion,
        notes_are_sorted,
        orphan_is_attached_again,
        orphan_is_found_again,
        bars_are_reached_by_pointer,
        bars_are_reached_by_keys,
        tags_are_edited,
        tag_has_a_colour_and_a_meaning,
        note_on_an_event_is_in_its_popover,
        note_on_an_actor_is_in_its_card,
    ])
