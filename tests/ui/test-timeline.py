#!/usr/bin/python3
# test-timeline.py: the timeline in the real window, by pointer, keys and assistive technology
#
# Copyright 2026 The Dramatis authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os

import pyatspi

from driver import has_focus, run, wait_for, xdotool

# In the order of time; the text tells them in the order of the numbers.
EVENTS = [
    ("Truman speaks", "1947", "usa", 3),
    ("SEATO founded", "1954-09-08", "seato", 1),
    ("SEATO dissolved", "1977-06-30", "seato", 5),
    ("Wall falls", "1989-11", "germany", 2),
    ("Abe speaks", "2014-01", "japan", 4),
    ("Ishiba writes", "2024-09-27", "japan", 0),
]
NAMES = {"usa": "United States", "seato": "SEATO", "germany": "Germany", "japan": "Japan"}


def write_dossier(program):
    path = os.path.join(program.folder, "six.dossier")
    articles = [{"id": f"a{n}", "title": title, "passages": []} for n, title in enumerate(["First", "Second"])]
    events = []
    for title, time, actor, told in sorted(EVENTS, key=lambda event: event[3]):
        text = f"{NAMES[actor]}: {title} in {time}."
        articles[told // 3]["passages"].append({
            "id": f"p{told}", "kind": "paragraph", "text": text,
            "mentions": [[0, len(NAMES[actor]), actor, "confirmed"]],
        })
        events.append({
            "id": f"e{told}", "title": title, "time": time, "actors": [actor],
            "evidence": [{"passage": f"p{told}", "start": 0, "end": len(text), "quote": text,
                          "prefix": "", "suffix": "", "wording": time}],
        })
    with open(path, "w", encoding="utf-8") as file:
        json.dump({
            "format": "dramatis-dossier", "version": 1, "title": "Six", "articles": articles,
            "actors": [{"id": i, "kind": "state", "name": name} for i, name in NAMES.items()],
            "events": events, "notes": [], "tags": [],
        }, file)
    return path


def start(program):
    program.start(write_dossier(program))
    wait_for("the events", lambda: len(program.items("Timeline")) == len(EVENTS))
    wait_for("their places", lambda: box(program, "Abe speaks").width > 0)


def event(program, title):
    return next(node for node in program.items("Timeline") if node.name.startswith(title + ","))


def boxes(program):
    """Where each event lies in the window."""
    return {node.name.split(",")[0]: node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
            for node in program.items("Timeline")}


def box(program, title):
    return boxes(program)[title]


def area(program):
    """Of the timeline on the screen: left, top, width, height."""
    found = program.find("list", "Timeline").queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    return program.origin[0] + found.x, program.origin[1] + found.y, found.width, found.height


def settled(program, title):
    """Where an event begins, after all animations."""
    last = [None]

    def still():
        now = box(program, title).x
        same, last[0] = now == last[0], now
        return same

    xdotool("sleep", 0.3)
    wait_for("the end of the animation", still)
    return last[0]


def choose_lanes(program, n):
    program.click(program.find("combo box", "Lanes"))
    wait_for("the choices", lambda: program.all("label", "By Article"))
    program.focus()
    program.key(*["Down"] * n, "Return")
    program.focus()


def visible_start(program):
    """The day where what is visible begins, and the first day of all."""
    value = program.find("scroll bar", "Visible Part of the Timeline").queryValue()
    return value.currentValue, value.minimumValue


def tooltip(program, text):
    """Waits for words on what lies over the timeline: a tooltip, a hint."""
    return wait_for(f"a tooltip with {text}", lambda: [
        node for node in program.all("label") if text(node.name)])


def focused(program):
    for node in program.items("Timeline"):
        if has_focus(node):
            return node.name.split(",")[0]
    return None


def act(node, name):
    action = node.queryAction()
    names = [action.getName(i) for i in range(action.nActions)]
    assert name in names, names
    action.doAction(names.index(name))


def ends(program):
    """The days of the marked span: the first and the last one; None if there is none."""
    sliders = program.all("slider", None, program.find("list", "Timeline"))
    return [slider.queryValue().currentValue for slider in sliders] or None


def events_say_what_they_are(program):
    start(program)
    names = [node.name for node in program.items("Timeline")]
    assert names[2] == "SEATO dissolved, 30 June 1977, 3 of 6, SEATO", names
    assert [name.split(",")[0] for name in names] == [title for title, *_ in EVENTS], names
    act(event(program, "Wall falls"), "event.mark-span")
    wait_for("a span of that month", lambda: ends(program) is not None)
    assert ends(program)[1] - ends(program)[0] == 29


def events_offer_actions(program):
    start(program)
    node = event(program, "SEATO dissolved")
    assert node.getRoleName() == "list item"
    assert node.description.splitlines() == [
        "Written as “1977-06-30”", "“SEATO: SEATO dissolved in 1977-06-30.”", "Second"], node.description
    action = node.queryAction()
    names = {action.getName(i) for i in range(action.nActions)}
    assert names >= {"event.activate", "event.details", "event.mark-span", "event.remove"}, names

    act(node, "event.details")
    wait_for("its details", lambda: program.all("push button", "Remove Event"))
    program.focus()
    program.key("Escape")
    wait_for("the details closed", lambda: not program.all("push button", "Remove Event"))
    act(event(program, "SEATO dissolved"), "event.remove")
    wait_for("one less", lambda: len(program.items("Timeline")) == len(EVENTS) - 1)
    wait_for("the place in the list told anew", lambda: any(
        node.name.startswith("Wall falls, November 1989, 3 of 5") for node in program.items("Timeline")))
    program.key("ctrl+z")
    wait_for("all again", lambda: len(program.items("Timeline")) == len(EVENTS))


def hover_and_focus_tell(program):
    start(program)
    place = box(program, "SEATO dissolved")
    # the frame of the window may lie between its coordinates and those of the pointer
    xdotool("mousemove", program.origin[0] + place.x + 12, program.origin[1] + place.y + place.height // 2)
    expected = ["SEATO dissolved", "30 June 1977", "Written as “1977-06-30”",
                "“SEATO: SEATO dissolved in 1977-06-30.”", "Second"]
    tooltip(program, lambda text: text.splitlines() == expected)

    # what has the focus by keys tells the same after a moment, and no longer than it has it
    xdotool("mousemove", program.origin[0] + 5, program.origin[1] + 5)
    wait_for("no tooltip", lambda: not program.all("label", lambda text: text.startswith("SEATO dissolved\n")))
    act(event(program, "SEATO founded"), "event.activate")
    program.key("Right")
    tooltip(program, lambda text: text.splitlines() == expected)
    program.key("Right")
    wait_for("the hint gone", lambda: not program.all("label", lambda text: text.startswith("SEATO dissolved\n")))
    tooltip(program, lambda text: text.startswith("Wall falls\n"))
    program.key("Escape")
    wait_for("no hint", lambda: not program.all("label", lambda text: text.startswith("Wall falls\n")))
    assert focused(program) == "Wall falls"
    program.key("Right")
    tooltip(program, lambda text: text.startswith("Abe speaks\n"))
    program.key("Tab")
    wait_for("no hint", lambda: not program.all("label", lambda text: text.startswith("Abe speaks\n")))


def lanes_and_keys(program):
    start(program)
    choose_lanes(program, 1)
    titles = wait_for("titles of lanes", lambda: [
        node.name for node in program.all("push button", None, program.find("panel", "Lanes"))])
    assert sorted(titles) == sorted(NAMES.values()), titles
    wait_for("lanes of their own", lambda: len({place.y for place in boxes(program).values()}) == 4)
    places = boxes(program)
    for title in titles:
        lane = {places[name].y for name, _, actor, _ in EVENTS if NAMES[actor] == title}
        assert len(lane) == 1, (title, lane)

    act(event(program, "SEATO dissolved"), "event.activate")
    program.key("Right")
    wait_for("the next event in time", lambda: focused(program) == "Wall falls")
    program.key("Left", "Left")
    wait_for("two before it", lambda: focused(program) == "SEATO founded")
    before = places["SEATO founded"].y
    program.key("Up" if before > min(place.y for place in places.values()) else "Down")
    wait_for("another lane", lambda: focused(program) not in (None, "SEATO founded"))
    assert places[focused(program)].y != before

    choose_lanes(program, 1)
    wait_for("lanes of articles", lambda: [
        node.name for node in program.all("push button", None, program.find("panel", "Lanes"))] == ["First", "Second"])


def told_against_happened(program):
    start(program)
    choose_lanes(program, 3)
    told = [title for title, *_ in sorted(EVENTS, key=lambda event: event[3])]

    def down():
        places = boxes(program)
        middles = [places[title].y + places[title].height / 2 for title in told]
        return all(a < b for a, b in zip(middles, middles[1:]))

    wait_for("each further down than what is told before it", down)
    # The filter is the same one.
    program.click(program.actor("SEATO"))
    wait_for("those that pass", lambda: len(program.items("Timeline")) == 2)


def zoom_and_overview(program):
    start(program)
    left, top, width, _ = area(program)
    everything = settled(program, "SEATO dissolved")
    x = program.origin[0] + everything + 5
    xdotool("mousemove", x, top + 4)
    xdotool("keydown", "ctrl", "click", "--repeat", 6, 4, "keyup", "ctrl")
    zoomed = settled(program, "SEATO dissolved")
    assert abs(zoomed - everything) <= 12, (zoomed, everything)
    assert box(program, "Wall falls").x - zoomed > 2 * (width // 20), "nothing was zoomed"

    # A drag of the window in the overview moves what is visible the other way.
    strip = program.find("scroll bar", "Visible Part of the Timeline").queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    y = program.origin[1] + strip.y + strip.height // 2
    x = program.origin[0] + strip.x + int(strip.width * (zoomed + 5 - (left - program.origin[0])) / width)
    program.drag((x, y), (x + 60, y))
    wait_for("an earlier event goes to the left", lambda: box(program, "Wall falls").x < zoomed
             or not event(program, "SEATO dissolved").getState().contains(pyatspi.STATE_SHOWING))

    act(program.find("list", "Timeline"), "timeline.zoom-fit")
    assert abs(settled(program, "SEATO dissolved") - everything) <= 1


def pans_by_wheel_and_ruler(program):
    start(program)
    left, top, width, height = area(program)
    act(program.find("list", "Timeline"), "timeline.zoom-in")
    act(program.find("list", "Timeline"), "timeline.zoom-in")
    settled(program, "SEATO dissolved")
    before = visible_start(program)[0]
    xdotool("mousemove", left + width // 2, top + height // 2, "click", "--repeat", 3, 5)
    wait_for("later times", lambda: visible_start(program)[0] > before)
    later = visible_start(program)[0]
    xdotool("click", "--repeat", 3, 4)
    wait_for("earlier times", lambda: visible_start(program)[0] < later)

    x = settled(program, "SEATO dissolved")
    program.drag((left + width // 2, top + height - 6), (left + width // 2 + 50, top + height - 6))
    wait_for("it goes with the pointer", lambda: 44 <= box(program, "SEATO dissolved").x - x <= 50)
    assert ends(program) is None


def keys_zoom_and_fit(program):
    start(program)
    first = visible_start(program)
    act(event(program, "Wall falls"), "event.activate")
    program.key("plus")
    wait_for("less time", lambda: visible_start(program)[0] > first[0])
    program.key("minus")
    wait_for("all of it", lambda: visible_start(program)[0] < first[0] + 1)
    program.key("Home")
    wait_for("the first event", lambda: focused(program) == "Truman speaks")
    program.key("End")
    wait_for("the last event", lambda: focused(program) == "Ishiba writes")

    # what passes the filter, and all again
    program.key("shift+Return")
    wait_for("a span of its day", lambda: ends(program) is not None and ends(program)[0] == ends(program)[1])
    program.key("f")
    wait_for("that span", lambda: visible_start(program)[0] > ends(program)[0] - 365)
    program.key("shift+Left")
    wait_for("a longer span", lambda: ends(program)[0] < ends(program)[1])
    program.key("Escape")
    wait_for("no span", lambda: ends(program) is None)
    program.key("0")
    wait_for("everything", lambda: visible_start(program)[0] < first[0] + 1)

    # a lane alone, by its title
    choose_lanes(program, 1)
    program.find("push button", "Japan", program.find("panel", "Lanes")).queryAction().doAction(0)
    wait_for("the events of Japan alone", lambda: visible_start(program)[0] > first[0] + 50 * 365)


def dense_counts_and_opens(program):
    path = os.path.join(program.folder, "many.dossier")
    with open(path, "w", encoding="utf-8") as file:
        json.dump({
            "format": "dramatis-dossier", "version": 1, "title": "Many", "articles": [], "actors": [], "notes": [],
            "tags": [], "events": [
                {"id": f"e{i}", "title": f"Treaty {i}", "evidence": [], "actors": [],
                 "time": f"{1950 + i // 40}-{1 + i % 12:02}-{1 + i % 28:02}"} for i in range(2400)],
        }, file)
    program.start(path)
    wait_for("some of the events", lambda: len(program.items("Timeline")) > 20)
    left, top, width, height = area(program)
    strip = next(y for y in range(top + height - 22, top + height - 40, -2))
    first = visible_start(program)

    # over the ruler stands what can't be told apart, and says how much it is
    def counted():
        return [int(node.name.split()[0]) for node in program.all("label", lambda text: text.endswith(" events"))
                if node.name.split()[0].isdigit()]

    for y in range(strip, strip - 12, -3):
        xdotool("mousemove", left + width // 2, y)
        xdotool("sleep", 0.8)
        if counted():
            break
    assert counted() and 2 <= counted()[0] < 2400, counted()

    # a click takes it apart: the same events in more room
    xdotool("click", 1)
    wait_for("less time in the same room", lambda: visible_start(program)[0] > first[0])
    for _ in range(5):
        xdotool("sleep", 0.4, "click", 1)
    wait_for("each of them for itself", lambda: not counted())
    assert len([node for node in program.items("Timeline")
                if node.queryComponent().getExtents(pyatspi.WINDOW_COORDS).width > 0]) > 0


def overview_edges(program):
    start(program)
    everything = settled(program, "Abe speaks")
    strip = program.find("scroll bar", "Visible Part of the Timeline").queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    y = program.origin[1] + strip.y + strip.height // 2
    left = program.origin[0] + strip.x

    def distance():
        places = boxes(program)
        return places["SEATO dissolved"].x - places["SEATO founded"].x

    first, before = box(program, "Truman speaks").x, distance()
    # the frame of the window may lie between its coordinates and those of the pointer
    program.drag((left + strip.width - 1, y), (left + strip.width // 2, y))
    wait_for("half of the time in the same room", lambda: 1.8 * before < distance() < 2.2 * before)
    assert abs(box(program, "Truman speaks").x - 2 * first) <= 14, "the start moved"

    # Now the start: what is last stays where it is.
    before = distance()
    program.drag((left + 6, y), (left + strip.width // 10, y))
    wait_for("less time in the same room", lambda: distance() > 1.1 * before)
    act(program.find("list", "Timeline"), "timeline.zoom-fit")
    assert abs(settled(program, "Abe speaks") - everything) <= 1


def lanes_are_remembered(program):
    path = write_dossier(program)
    program.start(path)
    wait_for("the events", lambda: len(program.items("Timeline")) == len(EVENTS))
    choose_lanes(program, 2)
    wait_for("lanes of articles", lambda: program.all("push button", "First", program.find("panel", "Lanes")))
    assert program.close() == ""

    program.start(path)
    wait_for("the same lanes", lambda: program.all("push button", "First", program.find("panel", "Lanes")))
    choose_lanes(program, 0)


def list_says_what_is_outside(program):
    start(program)
    program.show_list_of_events()
    assert len(program.items("Events")) == len(EVENTS)
    act(event(program, "SEATO dissolved"), "event.mark-span")

    def inside():
        return [item.name.split(",")[0] for item in program.items("Events") if not item.description]

    wait_for("one inside", lambda: inside() == ["SEATO dissolved"])
    act(program.find("list", "Timeline"), "timeline.clear-span")
    wait_for("all inside", lambda: len(inside()) == len(EVENTS))


def date_in_the_text_lights_its_event(program):
    start(program)

    def lit():
        return [node.name.split(",")[0] for node in program.items("Timeline")
                if node.getState().contains(pyatspi.STATE_SELECTED)]

    passage = next(node for node in program.items("Article") if "Wall falls" in node.name)
    place = passage.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    for x in range(place.x + 2, place.x + place.width, 12):
        xdotool("mousemove", program.origin[0] + x, program.origin[1] + place.y + place.height // 2)
        if lit() == ["Wall falls"]:
            break
    wait_for("the event of that date", lambda: lit() == ["Wall falls"])

    # By keys the marks of a passage follow each other: first the actor, then the date.
    program.click(program.find("list", "Article"))
    program.key("ctrl+Home")
    program.key("Right", "Right")
    wait_for("the event of the first date", lambda: lit() == ["Ishiba writes"])


def span_by_drag_and_value(program):
    start(program)
    left, top, width, height = area(program)
    y = top + height // 2
    assert ends(program) is None
    program.drag((left + width // 4, y), (left + width // 2, y))
    first, last = wait_for("a span", lambda: ends(program))
    wait_for("the keys at its end", lambda: has_focus(program.all("slider", "End of the Marked Span")[0]))

    # Its middle moves it as a whole, its end alone the end, Shift the nearer end.
    program.drag((left + 3 * width // 8, y), (left + 3 * width // 8 + 80, y))
    wait_for("the span moved", lambda: ends(program)[0] > first)
    assert abs((ends(program)[1] - ends(program)[0]) - (last - first)) <= 1
    first, last = ends(program)
    program.drag((left + width // 2 + 80, y), (left + width // 2 + 160, y))
    wait_for("the end moved", lambda: ends(program)[1] > last)
    assert ends(program)[0] == first
    last = ends(program)[1]
    xdotool("keydown", "shift")
    xdotool("mousemove", left + width - 60, y, "click", 1)
    xdotool("keyup", "shift")
    wait_for("the span extended", lambda: ends(program)[1] > last)
    assert ends(program)[0] == first

    # The end that is out of view stays too.
    last = ends(program)[1]
    xdotool("mousemove", left + width - 60, y)
    xdotool("keydown", "ctrl", "click", "--repeat", 8, 4, "keyup", "ctrl")
    wait_for("its start out of view", lambda: visible_start(program)[0] > first)
    settled(program, "Ishiba writes")
    program.drag((left + width - 60, y), (left + width - 160, y))
    wait_for("the end moved back", lambda: ends(program)[1] < last)
    assert ends(program)[0] == first

    slider = program.all("slider", "Start of the Marked Span")[0]
    slider.queryValue().currentValue = first + 1000
    wait_for("the value set", lambda: ends(program)[0] == first + 1000)
    act(program.find("list", "Timeline"), "timeline.clear-span")
    wait_for("no span", lambda: ends(program) is None)


if __name__ == "__main__":
    run([
        events_say_what_they_are,
        events_offer_actions,
        hover_and_focus_tell,
        lanes_and_keys,
        told_against_happened,
        zoom_and_overview,
        pans_by_wheel_and_ruler,
        keys_zoom_and_fit,
        dense_counts_and_opens,
        overview_edges,
        lanes_are_remembered,
        list_says_what_is_outside,
        date_in_the_text_lights_its_event,
        span_by_drag_and_value,
    ])
