#!/usr/bin/python3
# test-find.py: finding and filtering in the text, through the real window
#
# Copyright 2026 The Dramatis authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import shutil
import time

from driver import run, wait_for

EXAMPLE = os.environ["DRAMATIS_EXAMPLE"]


def start_with_copy(program):
    path = os.path.join(program.folder, "example.dossier")
    shutil.copy(EXAMPLE, path)
    program.start(path)
    wait_for("the article", program.passages)
    return path


def places(path, word):
    with open(path, encoding="utf-8") as file:
        dossier = json.load(file)
    texts = [p["text"] for a in dossier["articles"] for p in a["passages"]]
    return [text for text in texts if word in text.lower()], sum(text.lower().count(word) for text in texts)


def found(program, text):
    return program.all("push button", lambda name: name == text)


def find_counts_by_kind_and_filters(program):
    path = start_with_copy(program)
    everything = program.passages()
    texts, n_places = places(path, "china")
    assert n_places > 1
    program.key("ctrl+f")
    wait_for("the entry", lambda: program.all("text", "Find") or program.all("entry", "Find"))
    time.sleep(0.3)
    program.type("CHINA")
    wait_for("the count", lambda: found(program, f"{n_places} in the text"))
    assert found(program, "1 actor"), [b.name for b in program.all("push button")]
    wait_for("the first", lambda: program.all("label", lambda name: name.startswith("1 of ")))
    program.key("Return")
    wait_for("the second", lambda: program.all("label", lambda name: name.startswith("2 of ")))
    program.key("shift+Return")
    wait_for("the first again", lambda: program.all("label", lambda name: name.startswith("1 of ")))

    program.click(program.find("check box", "Only Matching Passages"))
    wait_for("the passages", lambda: program.passages() == texts)
    assert program.count() == f"{len(texts)} of {len(everything)} passages"
    program.key("Escape")
    program.key("Escape")
    wait_for("everything", lambda: program.passages() == everything)


def dimming_shows_what_is_hidden(program):
    start_with_copy(program)
    everything = program.passages()
    program.click(program.actor("India"))
    some = wait_for("fewer", lambda: (lambda p: p if 0 < len(p) < len(everything) else None)(program.passages()))
    program.click(program.find("toggle button", "Dim instead of hiding"))
    wait_for("all, dimmed", lambda: program.passages() == everything)
    assert program.count() == f"{len(some)} of {len(everything)} passages"
    program.click(program.find("toggle button", "Dim instead of hiding"))
    wait_for("hidden again", lambda: program.passages() == some)


def empty_result_offers_what_to_relax(program):
    start_with_copy(program)
    everything = program.passages()
    program.click(program.actor("India"))
    some = wait_for("fewer", lambda: (lambda p: p if 0 < len(p) < len(everything) else None)(program.passages()))
    program.key("ctrl+f")
    time.sleep(0.3)
    program.type("zzzz")
    program.click(program.find("check box", "Only Matching Passages"))
    wait_for("the reason", lambda: program.all("label", lambda name: "India" in name and "zzzz" in name))
    offer = program.find("push button", lambda name: name.startswith("With or without “zzzz”"))
    assert offer.name.endswith(f"({len(some)} passages)"), offer.name
    program.click(offer)
    wait_for("India's passages", lambda: program.passages() == some)


def mention_is_rejected_from_its_menu(program):
    path = start_with_copy(program)
    with open(path, encoding="utf-8") as file:
        original = file.read()
    program.key("Tab")
    row = wait_for("a passage with mentions", lambda: [
        item for item in program.items("Article") if "Mentions" in item.description][0])
    row.queryComponent().grabFocus()
    program.key("Right")
    wait_for("the mention", lambda: row.description.startswith("“"))
    program.key("shift+F10")
    item = wait_for("the menu", lambda: program.all("menu item", "Not This Actor")[0])
    program.click(item)
    wait_for("the rejected mention", lambda: '"rejected"' in open(path, encoding="utf-8").read(), 5)
    program.key("ctrl+z")
    wait_for("the file as it was", lambda: open(path, encoding="utf-8").read() == original, 5)


if __name__ == "__main__":
    run([
        find_counts_by_kind_and_filters,
        dimming_shows_what_is_hidden,
        empty_result_offers_what_to_relax,
        mention_is_rejected_from_its_menu,
    ])
