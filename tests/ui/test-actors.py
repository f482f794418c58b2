#!/usr/bin/python3
# test-actors.py: actors and texts put right by hand, through the real window
#
# Copyright 2026 The Dramatis authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import time

import pyatspi

from driver import run, wait_for, xdotool

TEXTS = ["Beijing wrote to Japan.", "China signed what Beijing wrote.", "Washington met Japan in Washington."]
NAMES = {"beijing": "Beijing", "china": "China", "japan": "Japan", "washington": "Washington"}


def mentions(text):
    found = [[i, i + len(name), id] for id, name in NAMES.items() for i in range(len(text)) if text.startswith(name, i)]
    return sorted(found)


def anchor(number, start, end):
    text = TEXTS[number]
    return {"passage": f"p{number}", "start": start, "end": end, "quote": text[start:end],
            "prefix": text[max(0, start - 32):start], "suffix": text[end:end + 32]}


def start(program, texts=TEXTS):
    """Three passages, four actors, an event and a note."""
    dossier = {
        "format": "dramatis-dossier", "version": 1, "title": "Actors",
        "articles": [{"id": "one", "title": "One", "passages": [
            {"id": f"p{i}", "kind": "paragraph", "text": text, "mentions": mentions(text)}
            for i, text in enumerate(texts)]}],
        "actors": [{"id": id, "kind": "state", "name": name, "status": "suggested" if id == "japan" else "confirmed"}
                   for id, name in NAMES.items()],
        "events": [{"id": "e1", "title": "The letter", "time": "2019-03-12", "actors": ["beijing"],
                    "evidence": [anchor(0, 0, 13)]}],
        "notes": [{"id": "n1", "text": "A letter", "created": "2024-01-01T00:00:00Z", "ranges": [anchor(0, 8, 22)],
                   "actors": ["beijing"]}],
    }
    path = os.path.join(program.folder, "actors.dossier")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(dossier, file)
    program.start(path)
    wait_for("the article", lambda: len(program.passages()) == 3)
    wait_for("the actors", lambda: len(program.items("Actors")) == 4)
    # As the program itself writes it: some edit and its undo.
    menu(program, program.actor("China"), "Hide in This List")
    wait_for("China to be hidden", lambda: len(program.items("Actors")) == 3)
    undo(program)
    wait_for("China to be shown", lambda: len(program.items("Actors")) == 4)
    before = wait_for("the file", lambda: written(path, lambda text: '"hidden"' not in text and "\n" in text), 5)
    # a row that has come under a pointer at rest would miss the next click at the same place
    xdotool("mousemove", program.origin[0] + 640, program.origin[1] + 400)
    return path, before


def written(path, condition):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    return text if condition(text) else None


def saved(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def actor_of(path, actor_id):
    return next((actor for actor in saved(path)["actors"] if actor["id"] == actor_id), {})


def named(path, number):
    """The mentions of a passage that are not rejected, without what else is said of them."""
    mentions = saved(path)["articles"][0]["passages"][number].get("mentions", [])
    return [mention[:3] for mention in mentions if "rejected" not in mention[3:]]


def undo(program):
    program.focus()
    program.key("ctrl+z")


def menu(program, node, *names):
    """Chooses from the menu that a click with the other button opens; another click if the panel filled meanwhile."""

    def opened():
        program.click(node, button=3)
        return wait_for("its items", lambda: program.all("menu item", names[0]), 5)

    wait_for(f"a menu with {names[0]}", opened)
    for name in names:
        program.choose(name)


def assert_undone(program, path, before):
    """One undo, and every byte of the file is as it was."""
    undo(program)
    wait_for("the bytes of before", lambda: written(path, lambda text: text == before))


def merge_and_undo(program):
    path, before = start(program)
    program.click(program.actor("Beijing"))
    wait_for("the filter", lambda: program.count() == "2 of 3 passages")
    menu(program, program.actor("China"), "Merge…")
    program.find("list", "Actors to merge")
    program.focus()
    program.type("beij")
    time.sleep(0.4)
    program.key("Return")
    time.sleep(0.3)
    program.key("alt+m")
    wait_for("one actor less", lambda: len(program.items("Actors")) == 3)
    # who was filtered still is, under the new name
    wait_for("the filter to follow", lambda: "in the filter" in program.actor("China").name)
    after = wait_for("it on disk", lambda: (lambda d: d if len(d["actors"]) == 3 else None)(saved(path)), 5)
    assert [m[2] for p in after["articles"][0]["passages"] for m in p.get("mentions", [])].count("china") == 3, after
    assert after["events"][0]["actors"] == ["china"] and after["notes"][0]["actors"] == ["china"], after

    assert_undone(program, path, before)
    wait_for("the filter of before", lambda: "in the filter" in program.actor("Beijing").name)
    assert "in the filter" not in program.actor("China").name


def merging_is_left_by_escape(program):
    start(program)
    program.click(program.actor("Beijing"))
    wait_for("the filter", lambda: program.count() == "2 of 3 passages")
    menu(program, program.actor("China"), "Merge…")
    program.find("list", "Actors to merge")
    program.focus()
    program.key("Escape")
    wait_for("no dialog", lambda: not program.all("list", "Actors to merge"))
    assert len(program.items("Actors")) == 4


def split_and_undo(program):
    path, before = start(program)
    menu(program, program.actor("Washington"), "Split…")
    items = wait_for("its mentions", lambda: program.items("Mentions"))
    assert len(items) == 2, items
    program.focus()
    # from the search to the second mention
    program.key("Tab", "Down", "space")
    wait_for("a mention to be chosen", lambda: program.all("label", lambda text: "this mention" in text))
    program.click(program.find("label", "Name of the Other Actor"))
    program.type("George Washington")
    program.key("Return")
    wait_for("one actor more", lambda: len(program.items("Actors")) == 5)
    assert program.actor("George Washington")
    actor = wait_for("it on disk", lambda: [a for a in saved(path)["actors"] if a["name"] == "George Washington"], 5)[0]
    assert named(path, 2) == [[0, 10, "washington"], [15, 20, "japan"], [24, 34, actor["id"]]], named(path, 2)
    assert_undone(program, path, before)


def split_gives_mentions_to_an_actor_that_there_is(program):
    path, before = start(program)
    menu(program, program.actor("Beijing"), "Split…")
    wait_for("its mentions", lambda: len(program.items("Mentions")) == 2)
    program.focus()
    program.key("Tab", "space", "Down", "space")
    wait_for("both to be chosen", lambda: program.all("label", lambda text: "these 2 mentions" in text))
    program.click(program.find("label", "Name of the Other Actor"))
    program.type("china")
    wait_for("what that means", lambda: program.all("label", "2 mentions go to China."))
    program.key("Return")
    wait_for("it on disk", lambda: named(path, 0) == [[0, 7, "china"], [17, 22, "japan"]], 5)
    assert len(program.items("Actors")) == 4
    assert "3 mentions" in program.actor("China").name, program.actor("China").name
    assert_undone(program, path, before)


def hide_and_show(program):
    path, before = start(program)
    menu(program, program.actor("Japan"), "Hide in This List")
    wait_for("one actor less", lambda: len(program.items("Actors")) == 3)
    wait_for("it on disk", lambda: actor_of(path, "japan").get("hidden"), 5)
    program.click(program.find("push button", "Sort and Confirm"))
    program.choose("Show Hidden Actors")
    wait_for("all of them", lambda: len(program.items("Actors")) == 4)
    assert "hidden" in program.actor("Japan").name
    assert_undone(program, path, before)


def confirm_or_reject_all_and_undo(program):
    path, before = start(program)
    assert "suggested" in program.actor("Japan").name
    program.click(program.find("push button", "Sort and Confirm"))
    program.choose("Confirm All Suggestions")
    wait_for("it in the list", lambda: "suggested" not in program.actor("Japan").name)
    wait_for("it on disk", lambda: "suggested" not in json.dumps(saved(path)), 5)
    assert_undone(program, path, before)
    program.click(program.find("push button", "Sort and Confirm"))
    program.choose("Reject All Suggestions")
    wait_for("one actor less", lambda: len(program.items("Actors")) == 3)
    wait_for("it on disk", lambda: actor_of(path, "japan").get("status") == "rejected", 5)
    assert_undone(program, path, before)


def mention_is_somebody_else(program):
    path, before = start(program)
    row = program.items("Article")[2]
    # by keyboard: the first mention of the passage, its menu
    program.click(row)
    program.key("Right")
    program.key("Menu")
    program.choose("This Is Somebody Else…")
    wait_for("the question", lambda: program.all("label", "New Actor"))
    program.focus()
    program.type("chin")
    time.sleep(0.4)
    program.key("Return")
    found = wait_for("it on disk", lambda: (lambda d: d if d["articles"][0]["passages"][2]["mentions"][0][2] == "china"
                                            else None)(saved(path)), 5)
    assert found["articles"][0]["passages"][2]["mentions"][2][2] == "washington", found
    assert_undone(program, path, before)


def correct_and_undo(program):
    path, before = start(program)
    program.click(program.items("Article")[0])
    program.key("F2")
    program.find("text", "Text of the passage")
    program.focus()
    program.type("Yesterday ")
    program.key("Return")
    wait_for("the new text", lambda: program.passages()[0].startswith("Yesterday Beijing"))
    after = wait_for("it on disk", lambda: (lambda d: d if d["articles"][0]["passages"][0]["text"].startswith("Yest")
                                            else None)(saved(path)), 5)
    assert after["articles"][0]["passages"][0]["mentions"] == [[10, 17, "beijing"], [27, 32, "japan"]], after
    assert after["notes"][0]["ranges"][0]["start"] == 18, after
    assert after["events"][0]["evidence"][0]["start"] == 10, after
    assert_undone(program, path, before)


def actor_of_marked_words_is_found_elsewhere(program):
    path, before = start(program, TEXTS[:2] + ["Nobody met Washington. Nobody met Japan."])
    box = program.items("Article")[2].queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    program.click_at(program.origin[0] + box.x + 30, program.origin[1] + box.y + 18, repeat=2)  # its first word
    time.sleep(0.3)
    program.key("Menu")
    program.choose("Make an Actor of It")
    wait_for("one actor more", lambda: len(program.items("Actors")) == 5)
    program.focus()
    program.key("Escape")
    actor = wait_for("it on disk", lambda: [a for a in saved(path)["actors"] if a["name"] == "Nobody"], 5)[0]
    found = saved(path)["articles"][0]["passages"][2]["mentions"]
    assert [m[:2] for m in found if m[2] == actor["id"]] == [[0, 6], [23, 29]], found
    assert_undone(program, path, before)


def confirm_and_reject_one(program):
    path, before = start(program)
    menu(program, program.actor("Japan"), "Confirm")
    wait_for("it on disk", lambda: actor_of(path, "japan").get("status") != "suggested", 5)
    assert_undone(program, path, before)
    menu(program, program.actor("Japan"), "Reject")
    wait_for("one actor less", lambda: len(program.items("Actors")) == 3)
    wait_for("it on disk", lambda: actor_of(path, "japan").get("status") == "rejected", 5)
    assert_undone(program, path, before)


def card_is_edited_and_undone(program):
    path, before = start(program)
    program.click(program.actor("Washington"), repeat=2)
    name = program.find("text", "Name")
    program.focus()
    time.sleep(0.3)

    # a further name, by which it is found in two passages
    program.click(program.find("text", "Other Names, Separated by Commas"))
    program.type("wrote")
    program.key("Return")
    after = wait_for("the mentions", lambda: (lambda d: d if "aliases" in d["actors"][3] else None)(saved(path)), 5)
    assert [[m[:3] for m in p["mentions"] if m[2] == "washington"] for p in after["articles"][0]["passages"][:2]] \
        == [[[8, 13, "washington"]], [[26, 31, "washington"]]], after

    program.click(name)
    program.key("ctrl+a")
    program.type("D.C.")
    program.key("Return")
    wait_for("the name", lambda: actor_of(path, "washington")["name"] == "D.C.", 5)
    program.find(None, "Red").queryAction().doAction(0)
    wait_for("the colour", lambda: actor_of(path, "washington").get("colour") == "red", 5)
    program.focus()
    program.key("Escape")
    time.sleep(0.3)
    program.focus()
    program.key("ctrl+z", "ctrl+z")
    assert_undone(program, path, before)


def card(program, name):
    """Opens the card of an actor; the keys go to its kind."""
    menu(program, program.actor(name), "Open Card")
    wait_for("the card", lambda: program.all("text", "Name"))
    program.focus()
    time.sleep(0.3)


def assert_undone_in_card(program, path, before):
    program.key("ctrl+z")
    wait_for("the bytes of before", lambda: written(path, lambda text: text == before))


def kind_and_description_are_edited_in_the_card(program):
    path, before = start(program)
    card(program, "China")
    program.key("space")
    time.sleep(0.5)
    program.key("Down", "Down", "Return")
    kind = wait_for("another kind", lambda: (lambda k: k if k != "state" else None)(actor_of(path, "china")["kind"]), 5)
    assert kind in ["organisation", "alliance"], kind
    wait_for("it on the card", lambda: program.all("label", f"{kind} · 1 mention"))
    wait_for("its group in the list", lambda: program.all("label", f"{kind.capitalize()}s"))
    assert_undone_in_card(program, path, before)
    wait_for("the kind of before", lambda: program.all("label", "state · 1 mention"))

    program.click(program.find("text", "Description"))
    program.type("Its coast is long")
    program.key("Escape")  # closes the card, which keeps it
    wait_for("the description", lambda: actor_of(path, "china").get("description") == "Its coast is long", 5)
    program.focus()
    assert_undone(program, path, before)


def pick(program, button, typed):
    program.find("push button", button).queryAction().doAction(0)
    program.find("label", "Cancel")
    program.focus()
    program.type(typed)
    time.sleep(0.4)
    program.key("Return")


def memberships_are_edited_both_ways(program):
    path, before = start(program)
    card(program, "China")
    pick(program, "Add to a Group", "jap")
    program.find("push button", "Remove Japan")
    wait_for("it on disk", lambda: actor_of(path, "china").get("memberships") == ["japan"], 5)

    # on the card of the other one it is among the members, and can be taken away
    program.focus()
    program.key("Escape")
    time.sleep(0.3)
    program.focus()
    card(program, "Japan")
    program.find("push button", "Remove China").queryAction().doAction(0)
    wait_for("no membership", lambda: written(path, lambda text: text == before), 5)
    wait_for("no row of it", lambda: not program.all("push button", "Remove China"))

    pick(program, "Add Member", "wash")
    wait_for("it on disk", lambda: actor_of(path, "washington").get("memberships") == ["japan"], 5)
    program.find("push button", "Remove Washington")
    program.focus()
    time.sleep(0.3)
    assert_undone_in_card(program, path, before)
    wait_for("no row of it", lambda: not program.all("push button", "Remove Washington"))


def alias_is_added_and_removed(program):
    path, before = start(program)
    card(program, "Washington")
    aliases = program.find("text", "Other Names, Separated by Commas")
    program.click(aliases)
    program.type("wrote, signed")
    program.key("Return")
    wait_for("the mentions of both", lambda: [6, 12, "washington"] in named(path, 1), 5)
    wait_for("their number on the card", lambda: program.all("label", "state · 5 mentions"))
    program.key("ctrl+a")
    program.type("wrote")
    program.key("Return")
    wait_for("no mention by the name that is gone", lambda: [6, 12, "washington"] not in named(path, 1), 5)
    assert actor_of(path, "washington")["aliases"] == ["wrote"]
    wait_for("their number of now", lambda: program.all("label", "state · 4 mentions"))
    program.key("Escape")
    time.sleep(0.3)
    program.focus()
    program.key("ctrl+z")
    wait_for("the mentions of both", lambda: [6, 12, "washington"] in named(path, 1), 5)
    assert_undone(program, path, before)


def new_version_and_undo(program):
    path, before = start(program)
    program.click(program.find(None, "Articles"))
    program.press(program.find("push button", "New Version of One"))
    program.find("text", "New text")
    program.focus()
    # the noted words move, those of the event are gone, a passage is new
    for line in ["Washington met Japan in Washington.", "Nobody wrote to Japan.", "Something else stands here."]:
        program.type(line)
        program.key("Return", "Return")
    program.key("alt+m")
    items = wait_for("the passages that differ", lambda: program.items("Passages that differ"))
    assert len(items) == 3, [item.name for item in items]
    program.focus()
    program.key("alt+r")
    wait_for("the report", lambda: program.all("label", "Done"))
    wait_for("words that are gone", lambda: program.all("label", "“Beijing wrote”"))
    program.key("alt+d")
    wait_for("the new text", lambda: program.passages()[0].startswith("Washington"))
    after = wait_for("it on disk", lambda: (lambda d: d if "Nobody" in json.dumps(d) else None)(saved(path)), 5)
    assert after["notes"][0]["ranges"][0]["quote"] == "wrote to Japan", after["notes"]
    assert after["events"][0]["evidence"][0]["quote"] == "Beijing wrote", after["events"]
    assert_undone(program, path, before)


if __name__ == "__main__":
    run([
        merge_and_undo,
        merging_is_left_by_escape,
        split_and_undo,
        split_gives_mentions_to_an_actor_that_there_is,
        hide_and_show,
        confirm_or_reject_all_and_undo,
        mention_is_somebody_else,
        correct_and_undo,
        actor_of_marked_words_is_found_elsewhere,
        confirm_and_reject_one,
        card_is_edited_and_undone,
        kind_and_description_are_edited_in_the_card,
        memberships_are_edited_both_ways,
        alias_is_added_and_removed,
        new_version_and_undo,
    ])
