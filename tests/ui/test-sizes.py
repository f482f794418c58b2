#!/usr/bin/python3
# test-sizes.py: everything is in its place, however large the text and small the window
#
# Copyright 2026 The Dramatis authors
# SPDX-License-Identifier: GPL-3.0-or-later

import os

import pyatspi

from driver import ROLES, run, wait_for

EXAMPLE = os.environ["DRAMATIS_EXAMPLE"]
CONTROLS = {"entry", "push button", "text"}


def place(node):
    box = node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    return box.x, box.y, box.x + box.width, box.y + box.height


def within(inner, outer):
    return all(a >= b for a, b in zip(inner[:2], outer[:2])) and all(a <= b for a, b in zip(inner[2:], outer[2:]))


def overlap(a, b):
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] and not within(a, b) and not within(b, a)


def controls_in(node):
    """What can be used, but what is in a list, which may be scrolled; and where it is."""
    if not node.getState().contains(pyatspi.STATE_VISIBLE) or node.getRoleName() == "list":
        return []
    found = [control for child in node for control in controls_in(child)]
    role = ROLES.get(node.getRoleName(), node.getRoleName())
    if role in CONTROLS:
        box = place(node)
        # a page of a stack that has never been shown has no size
        if box[0] < box[2] and box[1] < box[3]:
            found.append((f"{role} {node.name}", box))
    return found


def assert_usable(program):
    """It is inside of the window, and nothing lies over another of them."""
    window = place(program.application[0][0])
    controls = controls_in(program.application[0])
    assert any(what == "push button Open" for what, _ in controls), controls
    outside = [control for control in controls if not within(control[1], window)]
    assert not outside, f"outside of {window}: {outside}"
    pairs = [(a, b) for i, a in enumerate(controls) for b in controls[i + 1 :] if overlap(a[1], b[1])]
    assert not pairs, f"over each other: {pairs}"


def everything_is_usable(program, text_scale):
    program.start(EXAMPLE, text_scale=text_scale)
    program.find("list", "Article")
    program.resize(1200, 800)
    wait_for("three panels", lambda: program.all("list", "Actors") and program.all("list", "Notes"))
    assert_usable(program)

    program.resize(480, 700)
    wait_for("the article alone", lambda: not program.all("list", "Actors") and not program.all("list", "Notes"))
    assert_usable(program)
    for key, name in (("F9", "Actors"), ("shift+F9", "Notes")):
        program.key(key)
        program.find("list", name)
        assert_usable(program)


def text_as_usual(program):
    everything_is_usable(program, 1)


def large_text(program):
    everything_is_usable(program, 1.5)


if __name__ == "__main__":
    run([text_as_usual, large_text])
