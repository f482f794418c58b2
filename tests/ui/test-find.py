#!/usr/bin/python3
# test-find.py: finding, filtering and mentions in the text, through the real window
#
# Copyright 2026 The Dramatis authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import time

import pyatspi

from driver import has_focus, run, wait_for, xdotool

N_FILL = 9  # passages between, so that what is found in the second article has to be scrolled to

TEXTS = {
    "one": ["The café in Köln waited for Japan."]
    + [f"Passage {i} tells of letters, railways and ministers. " * 5 for i in range(N_FILL)]
    + ["Straße and STRASSE are one; the ﬁne ﬁsh is not."],
    "two": ["Japan left the Cafe again.", "A cafeteria is another thing.", "India asked why."],
}


def mention(texts, name, actor):
    for number, text in enumerate(texts):
        if name in text:
            yield number, [text.index(name), text.index(name) + len(name), actor]


def make_dossier(program):
    articles = []
    for article_id, texts in TEXTS.items():
        passages = [{"id": f"{article_id}-{i}", "kind": "paragraph", "text": text} for i, text in enumerate(texts)]
        for name, actor in (("Japan", "japan"), ("India", "india")):
            for number, found in mention(texts, name, actor):
                passages[number]["mentions"] = [found]
        articles.append({"id": article_id, "title": f"Article {article_id}", "passages": passages})
    path = os.path.join(program.folder, "find.dossier")
    with open(path, "w", encoding="utf-8") as file:
        json.dump({
            "format": "dramatis-dossier",
            "version": 1,
            "articles": articles,
            "actors": [
                {"id": "japan", "name": "Japan", "kind": "state", "description": "An island state."},
                {"id": "india", "name": "India", "kind": "state"},
                {"id": "society", "name": "Café Society", "kind": "group"},
            ],
            "events": [{"id": "closing", "title": "The CAFÉ closes", "time": "2014", "actors": ["society"]}],
            "notes": [{"id": "note", "text": "Which cafe was it?", "created": "2024-10-15T10:00:00Z",
                       "modified": "2024-10-15T10:00:00Z"}],
        }, file)
    return path


def start(program):
    path = make_dossier(program)
    program.start(path)
    everything = wait_for("the article", program.passages)
    assert everything == TEXTS["one"] + TEXTS["two"]
    return path, everything


def button(program, name):
    return program.find("push button", name)


def counts(program):
    """What was found, by kind, as the buttons of the find bar say it."""
    kinds = (" in the text", " note", " notes", " actor", " actors", " event", " events")
    return [node.name for node in program.all("push button", lambda name: name.endswith(kinds) and name[0].isdigit())]


def find(program, text):
    program.key("ctrl+f")
    wait_for("the entry", lambda: [node for node in program.all(None, "Find")
                                   if has_focus(node) or any(has_focus(child) for child in node)])
    program.type(text)


def hit(program, text):
    return wait_for(text, lambda: program.all("label", text))


def in_view(program, text):
    view = program.find("list", "Article").queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    place = passage(program, text).queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    return view.y <= place.y and place.y + place.height <= view.y + view.height


def focus(program, row):
    """On GTK 4.8 assistive technology cannot move the focus; a click in the margin can."""
    time.sleep(0.3)  # until all has its place
    place = row.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    xdotool("mousemove", program.origin[0] + place.x - 10, program.origin[1] + place.y + 14)
    time.sleep(0.1)  # what has gone meanwhile may have had the pointer
    xdotool("click", 1)
    wait_for("the focus", lambda: has_focus(row))


def passage(program, text):
    return program.find("list item", text, program.find("list", "Article"))


def finds_as_one_types(program):
    start(program)
    find(program, "ca")
    wait_for("three letters less", lambda: len(counts(program)) == 4)
    before = counts(program)
    program.type("FE")
    wait_for("what has it all", lambda: counts(program) == ["3 in the text", "1 note", "1 actor", "1 event"])
    assert before != [] and before[1:] == ["1 note", "1 actor", "1 event"], before
    hit(program, "1 of 6")
    program.click(program.find("check box", "Whole Words"))
    wait_for("whole words", lambda: counts(program) == ["2 in the text", "1 note", "1 actor", "1 event"])
    hit(program, "1 of 5")


def folds_letters(program):
    start(program)
    for typed, expected in (("strasse", "2 in the text"), ("FINE FISH", "1 in the text"), ("koln", "1 in the text")):
        find(program, typed)
        wait_for(typed, lambda: counts(program) == [expected])
        # all of it is marked, so that what is typed next takes its place


def goes_across_articles_and_kinds(program):
    start(program)
    find(program, "cafe")
    hit(program, "1 of 6")
    assert in_view(program, TEXTS["one"][0]) and not in_view(program, TEXTS["two"][0])
    program.key("Return")
    hit(program, "2 of 6")
    wait_for("the other article", lambda: in_view(program, TEXTS["two"][0]))
    program.key("shift+Return")
    hit(program, "1 of 6")
    wait_for("back", lambda: in_view(program, TEXTS["one"][0]))
    # behind the text come notes, actors and events; behind the last the first
    program.key("shift+Return")
    hit(program, "6 of 6")
    wait_for("the event", lambda: program.find(None, lambda name: name.startswith("The CAFÉ closes")))
    program.key("Return")
    hit(program, "1 of 6")
    program.click(button(program, "1 actor"))
    hit(program, "5 of 6")
    # Ctrl+G when the keys are elsewhere
    program.key("ctrl+g")
    hit(program, "6 of 6")


def nothing_found_is_said(program):
    start(program)
    find(program, "zzz")
    hit(program, "Not found")
    assert counts(program) == []
    # what is there, but not shown
    program.click(program.actor("India"))
    wait_for("the filter", lambda: program.count().startswith("1 of"))
    find(program, "fish")
    hit(program, "Not found in what is shown")
    program.click(button(program, "Clear the filter"))
    hit(program, "1 of 1")
    # nor is anything said about a layout while the bar goes
    for _ in range(2):
        program.key("Escape")
        time.sleep(0.5)
        find(program, "zz")
    program.key("Escape")
    time.sleep(0.5)
    messages = program.close()
    assert messages == "", messages


def only_matching_passages(program):
    _, everything = start(program)
    find(program, "cafe")
    hit(program, "1 of 6")
    program.click(program.find("check box", "Only Matching Passages"))
    matching = [text for text in everything if "caf" in text.lower()]
    wait_for("the passages", lambda: program.passages() == matching)
    assert program.count() == f"3 of {len(everything)} passages"
    wait_for("the articles", lambda: program.all("label", "in 2 of 2 articles"))
    # the filter stays when the bar is closed, and its chip lifts it
    program.key("Escape")
    program.click(button(program, "Remove “cafe” from the filter"))
    wait_for("everything", lambda: program.passages() == everything)


def hidden_passages_open_in_place(program):
    _, everything = start(program)
    program.click(program.actor("India"))
    wait_for("India's passage", lambda: program.passages() == ["India asked why."])
    folds = [node.name for node in program.all("push button", lambda name: name.endswith("hidden ‥"))]
    assert folds == [f"‥ {len(TEXTS['one'])} passages hidden ‥", "‥ 2 passages hidden ‥"], folds
    program.click(button(program, folds[1]))
    wait_for("what it stood for", lambda: program.passages() == TEXTS["two"])
    # it is shown, but does not pass
    assert program.count() == f"1 of {len(everything)} passages"
    # by keyboard
    focus(program, passage(program, TEXTS["two"][0]))
    program.key("Up", "Up")  # past the title
    fold = button(program, folds[0])
    wait_for("the line", lambda: has_focus(fold))
    program.key("Return")
    wait_for("everything", lambda: program.passages() == everything)


def dimming_shows_what_does_not_pass(program):
    _, everything = start(program)
    program.click(program.actor("India"))
    wait_for("India's passage", lambda: program.passages() == ["India asked why."])
    program.click(button(program, "Dim instead of hiding"))
    wait_for("all, dimmed", lambda: program.passages() == everything)
    assert program.count() == f"1 of {len(everything)} passages"
    program.click(button(program, "Dim instead of hiding"))
    wait_for("hidden again", lambda: program.passages() == ["India asked why."])


def chips_are_reached_by_keyboard(program):
    _, everything = start(program)
    program.click(program.actor("Japan"))
    wait_for("Japan's passages", lambda: len(program.passages()) == 2)
    time.sleep(0.6)  # or it would be a double click
    xdotool("keydown", "ctrl")
    program.click(program.actor("India"))
    xdotool("keyup", "ctrl")
    wait_for("those of both", lambda: len(program.passages()) == 3)
    focus(program, passage(program, TEXTS["two"][0]))
    program.reach(button(program, "Remove India from the filter"), "shift+Tab")
    program.reach(button(program, "Remove Japan from the filter"), "shift+Tab")
    program.key("space")
    wait_for("India's passage", lambda: program.passages() == ["India asked why."])
    # the keys go on with what is left
    program.reach(button(program, "Remove India from the filter"))
    program.key("space")
    wait_for("everything", lambda: program.passages() == everything)
    wait_for("the keys in the window", lambda: any(has_focus(node) for node in program.all()))


def empty_result_offers_what_to_relax(program):
    start(program)
    program.click(program.actor("India"))
    wait_for("India's passage", lambda: program.passages() == ["India asked why."])
    find(program, "cafe")
    program.click(program.find("check box", "Only Matching Passages"))
    wait_for("the reason", lambda: program.all("label", "No passage mentions India and contains “cafe”."))
    assert program.passages() == [] and program.count().startswith("0 of ")
    offers = [node.name for node in program.all("push button", lambda name: name.endswith(("passage)", "passages)")))]
    assert offers == ["All actors (3 passages)", "With or without “cafe” (1 passage)"], offers
    program.click(button(program, offers[1]))
    wait_for("India's passage", lambda: program.passages() == ["India asked why."])


def at_mention(program, text):
    """Where a name at the beginning of a passage is on the screen."""
    place = passage(program, text).queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    return program.origin[0] + place.x + 12, program.origin[1] + place.y + 14


def card(program):
    return program.all("label", "An island state.")


def show_second_article(program):
    find(program, "Japan left")
    wait_for("the other article", lambda: in_view(program, TEXTS["two"][0]))
    program.key("Escape")
    time.sleep(0.3)


def mention_shows_its_card_and_filters(program):
    _, everything = start(program)
    show_second_article(program)
    text = TEXTS["two"][0]
    x, y = at_mention(program, text)
    xdotool("mousemove", x - 200, y)
    xdotool("mousemove", x, y)
    wait_for("the card under the pointer", lambda: card(program))
    xdotool("mousemove", x + 300, y + 150)
    wait_for("no card", lambda: not card(program))
    xdotool("mousemove", x, y, "click", 1)
    wait_for("the filter by click", lambda: program.passages() == [TEXTS["one"][0], text])
    program.key("Escape")
    wait_for("everything", lambda: program.passages() == everything)

    # by keyboard: to the mention, its card, into the card, and out
    row = passage(program, text)
    focus(program, row)
    program.key("Right")
    wait_for("the card at the keyboard", lambda: card(program))
    assert row.description == "“Japan”: Japan", row.description
    program.key("space")
    wait_for("the keys in the card", lambda: [node for node in program.all("push button") if has_focus(node)])
    program.key("Escape")
    wait_for("no card", lambda: not card(program))
    wait_for("the mention again", lambda: has_focus(row) and row.description == "“Japan”: Japan")
    program.key("Return")
    wait_for("the filter by Return", lambda: program.passages() == [TEXTS["one"][0], text])


def mention_has_a_menu(program):
    path, everything = start(program)
    with open(path, encoding="utf-8") as file:
        original = json.load(file)
    show_second_article(program)
    text = TEXTS["two"][0]

    def open_menu(label):
        wait_for("no menu", lambda: not program.all("menu item"))
        program.click_at(*at_mention(program, text), button=3)
        wait_for(f"the menu with {label}", lambda: program.all("menu item", label))

    # by keyboard
    row = passage(program, text)
    focus(program, row)
    program.key("Right")
    wait_for("the mention", lambda: row.description.startswith("“Japan”"))
    program.key("shift+F10")
    program.choose("Not This Actor")

    def mentions():
        with open(path, encoding="utf-8") as file:
            return json.load(file)["articles"][1]["passages"][0]["mentions"]

    wait_for("the rejected mention", lambda: mentions() == [[0, 5, "japan", "rejected"]], 5)
    wait_for("nobody mentioned", lambda: row.description == "")
    program.key("ctrl+z")
    wait_for("the mention again", lambda: mentions() == original["articles"][1]["passages"][0]["mentions"], 5)

    open_menu("Only Passages of This Actor")
    program.choose("Only Passages of This Actor")
    wait_for("the filter", lambda: program.passages() == [TEXTS["one"][0], text])
    program.key("Escape")
    wait_for("everything", lambda: program.passages() == everything)

    open_menu("Note on This Actor")
    program.choose("Note on This Actor")
    wait_for("the note", lambda: len(program.items("Notes")) == 2)
    program.key("Escape")
    program.key("ctrl+z")
    wait_for("no note", lambda: len(program.items("Notes")) == 1)


if __name__ == "__main__":
    run([
        finds_as_one_types,
        folds_letters,
        goes_across_articles_and_kinds,
        nothing_found_is_said,
        only_matching_passages,
        hidden_passages_open_in_place,
        dimming_shows_what_does_not_pass,
        chips_are_reached_by_keyboard,
        empty_result_offers_what_to_relax,
        mention_shows_its_card_and_filters,
        mention_has_a_menu,
    ])
