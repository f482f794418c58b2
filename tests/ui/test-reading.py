#!/usr/bin/python3
# test-reading.py: marking text and keeping one's place in it, through the real window
#
# Copyright 2026 The Dramatis authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import subprocess
import time

import pyatspi

from driver import has_focus, run, wait_for, xdotool

WORDS = "harbour treaty winter council letters railway answer border minister island".split()
HEBREW = "בשנת 2014 אמר השר כי NATO לא יחתום על ההסכם, והשליח 👩‍👩‍👧 שתק."


# a sign with a vowel, a doubled one with two, a name in other letters in between
ARABIC = "وَقَّعَ وزير NATO في عام 2014 اتفاقيةً مع اليابان، ثم صمت."
# two flags without a space, a letter with two accents of their own, a family, a hand with a skin tone, a key
SIGNS = "🇯🇵🇮🇳 e\u0301\u0323x 👨‍👩‍👧‍👦 👋🏽 1️⃣ end"
LETTERS = ["🇯🇵", "🇮🇳", " ", "e\u0301\u0323", "x", " ", "👨‍👩‍👧‍👦", " ", "👋🏽", " ", "1️⃣", " ", "e", "n", "d"]


def make_dossier(program, n_passages=24, n_words=70):
    """An article of passages, every third of which names an actor."""
    passages = []
    for i in range(n_passages):
        words = [WORDS[(i * 7 + j * j) % len(WORDS)] for j in range(n_words)]
        passage = {"id": f"p{i}", "kind": "paragraph", "text": f"Passage {i}: Japan " + " ".join(words) + "."}
        if i % 3 == 0:
            start = passage["text"].index("Japan")
            passage["mentions"] = [[start, start + 5, "japan"]]
        passages.append(passage)
    dossier = {
        "format": "dramatis-dossier",
        "version": 1,
        "articles": [{"id": "one", "title": "A Treaty", "passages": passages}],
        "actors": [{"id": "japan", "name": "Japan", "kind": "state"}],
    }
    path = os.path.join(program.folder, "reading.dossier")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(dossier, file)
    return path, [passage["text"] for passage in passages]


def rows(program):
    return wait_for("the article", lambda: program.items("Article"))


def box(node):
    return node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)


class Place:
    """Where one is in an article of which all passages are shown; looked up once, to be quick."""

    def __init__(self, program):
        self.view = program.find("list", "Article")
        self.rows = rows(program)
        self.names = [row.name.split(":")[0] for row in self.rows]

    def top(self):
        """The passage that the upper edge of the view cuts, how many pixels of it are above that edge, and its height."""
        edge = box(self.view).y
        for name, row in zip(self.names, self.rows):
            place = box(row)
            if place.y + place.height > edge + 1:
                return name, edge - place.y, place.height
        raise AssertionError("no passage is in the view")

    def settled(self):
        """The same, when the article stands still."""
        last = self.top()
        for _ in range(50):
            time.sleep(0.15)
            now = self.top()
            if now == last:
                return now
            last = now
        raise AssertionError("the article does not stand still")


def clipboard(selection="clipboard", target="UTF8_STRING"):
    return subprocess.run(
        ["xclip", "-selection", selection, "-o", "-t", target], capture_output=True, check=True, timeout=10
    ).stdout.decode()


def start_of(program, row, rtl=False):
    """In the margin, at the height of the first line. What assistive technology is told has no margins."""
    place = box(row)
    return program.origin[0] + place.x + (place.width + 20 if rtl else -10), program.origin[1] + place.y + 16


def focus_start(program, row, rtl=False):
    """On GTK 4.8 assistive technology cannot move the focus; a click can."""
    xdotool("mousemove", *start_of(program, row, rtl))
    xdotool("click", 1)
    wait_for("the focus", lambda: has_focus(row))


def drag_marks_across_passages(program):
    path, texts = make_dossier(program, n_words=30)  # three of them are in the view at once
    program.start(path)
    first, second, third = rows(program)[:3]
    end = start_of(program, third)
    program.drag(start_of(program, first), (end[0] + 80, end[1]))
    program.key("ctrl+c")
    marked = wait_for("the text", lambda: clipboard())
    assert marked.startswith(texts[0] + "\n\n" + texts[1] + "\n\nP"), marked[:80]
    assert marked.endswith("\n\n— A Treaty"), marked[-80:]
    html = clipboard(target="text/html")
    assert html.count("<p>") == 4 and "<cite>— A Treaty</cite>" in html, html[-200:]
    assert clipboard("primary") == marked[: -len("\n\n— A Treaty")]
    for row in (first, second, third):
        assert row.description.startswith("Marked: “Pas"), row.description


def clicks_mark_word_and_passage(program):
    path, texts = make_dossier(program)
    program.start(path)
    first, second = rows(program)[:2]
    x, y = start_of(program, first)
    xdotool("mousemove", x + 50, y)
    xdotool("click", "--repeat", 2, "--delay", 60, 1)
    wait_for("the word", lambda: clipboard("primary") == "Passage")
    time.sleep(0.6)
    xdotool("click", "--repeat", 3, "--delay", 60, 1)
    wait_for("the passage", lambda: clipboard("primary") == texts[0])
    # Shift+click extends from where the marked text begins
    x, y = start_of(program, second)
    xdotool("mousemove", x, y)
    xdotool("keydown", "shift")
    xdotool("click", 1)
    xdotool("keyup", "shift")
    wait_for("both", lambda: clipboard("primary").startswith(texts[0]))


def keys_mark_across_passages(program):
    path, texts = make_dossier(program)
    program.start(path)
    focus_start(program, rows(program)[0])
    program.key("ctrl+shift+Down", "ctrl+shift+Right", "ctrl+shift+Right")
    wait_for("the words", lambda: clipboard("primary") == texts[0] + "\n\nPassage 1")
    program.key("shift+Left")
    wait_for("a letter less", lambda: clipboard("primary") == texts[0] + "\n\nPassage ")
    program.key("shift+Up")
    wait_for("a line less", lambda: 0 < len(clipboard("primary")) < len(texts[0]))
    program.key("ctrl+a", "ctrl+c")
    wait_for("all", lambda: clipboard() == "\n\n".join(texts) + "\n\n— A Treaty")
    # what the filter hides is not marked
    program.click(program.actor("Japan"))
    wait_for("the filter", lambda: program.count().startswith("8 of"))
    focus_start(program, rows(program)[0])
    program.key("ctrl+a", "ctrl+c")
    wait_for("what is shown", lambda: clipboard() == "\n\n".join(texts[::3]) + "\n\n— A Treaty")


def keys_mark_lines_and_pages(program):
    path, texts = make_dossier(program)
    program.start(path)
    first = rows(program)[0]
    focus_start(program, first)

    def marked(description, condition):
        return wait_for(description, lambda: condition(clipboard("primary")) and clipboard("primary"))

    program.key("shift+End")
    line = marked("a line", lambda text: texts[0].startswith(text) and 30 < len(text) < len(texts[0]))
    program.key("shift+Down")
    marked("into the second", lambda text: texts[0].startswith(text) and len(text) > 1.5 * len(line))
    program.key("shift+End")
    lines = marked("two lines", lambda text: texts[0].startswith(text) and len(text) > 1.7 * len(line))
    assert 60 <= max(len(line), len(lines) - len(line)) <= 75, "no measure to read"
    program.key("shift+Home")
    marked("to where the second begins", lambda text: text in (line, line + texts[0][len(line)]))
    program.key("shift+Home", "shift+Up")
    wait_for("nothing", lambda: first.description == "Mentions Japan.")

    # a page is about what is in the view
    program.key("shift+Next")
    page = marked("a page", lambda text: text.startswith(texts[0] + "\n\n" + texts[1]))
    view = box(program.find("list", "Article"))
    last = box(rows(program)[page.count("\n\n")])
    down = last.y - box(first).y
    assert down < view.height < down + last.height + 80, f"{down} + {last.height} of {view.height} pixels"
    program.key("shift+Next")
    marked("another page", lambda text: text.startswith(page) and len(text) > 1.5 * len(page))
    program.key("shift+Prior", "shift+Prior", "shift+Prior")
    wait_for("nothing again", lambda: first.description == "Mentions Japan.")

    program.key("ctrl+shift+End")
    marked("to the end of all", lambda text: text == "\n\n".join(texts))
    program.key("ctrl+shift+Home")
    wait_for("back", lambda: first.description == "Mentions Japan.")


def dragging_scrolls_at_the_edge(program):
    path, texts = make_dossier(program)
    program.start(path)
    first = rows(program)[0]
    place = Place(program)
    view = box(place.view)
    x, y = start_of(program, first)
    xdotool("mousemove", x, y)
    xdotool("mousedown", 1)
    bottom = program.origin[1] + view.y + view.height
    for i in range(1, 6):
        xdotool("mousemove", x, y + (bottom + 60 - y) * i // 5)
    wait_for("scrolling", lambda: int(place.top()[0].split()[1]) >= 5)
    xdotool("mouseup", 1)
    marked = clipboard("primary")
    assert marked.startswith("\n\n".join(texts[:5])), marked[:100]


def make_scripts(program):
    path = os.path.join(program.folder, "scripts.dossier")
    texts = [HEBREW, ARABIC, SIGNS]
    with open(path, "w", encoding="utf-8") as file:
        json.dump({
            "format": "dramatis-dossier",
            "version": 1,
            "articles": [{"id": "one", "title": "הסכם", "passages": [
                {"id": f"p{i}", "kind": "paragraph", "text": text} for i, text in enumerate(texts)
            ]}],
        }, file)
    return path


def letters_are_not_cut(program):
    program.start(make_scripts(program))
    hebrew, arabic, signs = rows(program)
    focus_start(program, hebrew, rtl=True)
    # to the left is onwards
    program.key("shift+Left")
    wait_for("a letter", lambda: clipboard("primary") == HEBREW[:1])
    program.key("ctrl+shift+Left")
    wait_for("a word", lambda: clipboard("primary") == "בשנת")
    # back over the sign of three people, which is one letter to who reads it
    program.key("ctrl+shift+Down", *["shift+Right"] * 5)
    wait_for("before the sign", lambda: clipboard("primary").endswith("👩‍👩‍👧"))
    program.key("shift+Right")
    wait_for("without it", lambda: clipboard("primary") == HEBREW[: HEBREW.index("👩")])

    focus_start(program, arabic, rtl=True)
    for letter in ("وَ", "وَقَّ", "وَقَّعَ"):
        program.key("shift+Left")
        wait_for(letter, lambda: clipboard("primary") == letter)

    focus_start(program, signs)
    marked = ""
    for letter in LETTERS:
        marked += letter
        program.key("shift+Right")
        wait_for(marked, lambda: clipboard("primary") == marked)
    assert marked == SIGNS


def pointer_marks_right_to_left(program):
    program.start(make_scripts(program))
    hebrew, arabic, _ = rows(program)
    x, y = start_of(program, arabic, rtl=True)
    # the first word is the one at the right
    xdotool("mousemove", x - 26, y)
    xdotool("click", "--repeat", 2, "--delay", 60, 1)
    wait_for("the word", lambda: clipboard("primary") == "وَقَّعَ")
    time.sleep(0.6)
    program.drag((x, y), (x - 300, y))
    marked = wait_for("words", lambda: ARABIC.startswith(clipboard("primary")) and len(clipboard("primary")) > 9
                      and clipboard("primary"))
    # what is in Latin letters in between runs the other way and is marked all the same
    program.drag(start_of(program, hebrew, rtl=True), (x - 300, y))
    wait_for("both", lambda: clipboard("primary") == HEBREW + "\n\n" + marked)
    assert "NATO" in HEBREW + marked


def place_is_kept(program):
    path, _ = make_dossier(program)
    program.start(path)
    place = Place(program)
    view = box(place.view)
    xdotool("mousemove", program.origin[0] + view.x + 300, program.origin[1] + view.y + 200)
    xdotool("click", "--repeat", 11, "--delay", 30, 5)
    name, above, height = place.settled()
    assert place.names.index(name) % 3 != 0 and above > 0, f"{name}, {above}: choose another number of clicks"

    def check(what, line=28):
        """The same words, give or take a line."""
        now, now_above, now_height = place.settled()
        expected = above * now_height / height
        assert now == name and abs(now_above - expected) <= line, f"{what}: {name}, {expected} → {now}, {now_above}"

    # the passage at the upper edge is hidden itself: it comes back to where it was
    program.click(program.actor("Japan"))
    wait_for("the filter", lambda: program.count().startswith("8 of"))
    program.click(program.actor("Japan"))
    wait_for("no filter", lambda: program.count().startswith("24 of"))
    check("filter and unfilter")

    for key in ("F9", "shift+F9", "ctrl+F9"):
        program.key(key)
        check(key)
        program.key(key)
        check(key + " again")

    program.key("ctrl+plus", "ctrl+plus")
    check("larger text", 36)
    program.key("ctrl+0", "ctrl+minus", "ctrl+minus")
    check("smaller text")
    program.key("ctrl+0")
    check("text as before")

    for new_size in ((700, 600), (480, 700), program.size):
        program.resize(*new_size)
        check(f"{new_size[0]} pixels wide")

    # a note, and undoing it
    def notes():
        return [item.name for item in program.items("Notes")]

    before = notes()
    program.begin_note(place.rows[place.names.index(name) + 1])
    check("a note")
    program.key("Escape")
    program.key("ctrl+z")
    wait_for("undo", lambda: notes() == before)
    check("undo")


def place_is_kept_over_a_restart(program):
    path, _ = make_dossier(program)
    program.start(path)
    place = Place(program)
    view = box(place.view)
    xdotool("mousemove", program.origin[0] + view.x + 300, program.origin[1] + view.y + 200)
    xdotool("click", "--repeat", 11, "--delay", 30, 5)
    name, above, _ = place.settled()
    assert place.names.index(name) > 1 and above > 0, f"{name}, {above}"
    assert program.close() == ""
    program.start(path)
    now, now_above, _ = Place(program).settled()
    assert now == name and abs(now_above - above) <= 28, f"{name}, {above} → {now}, {now_above}"
    assert program.close() == ""

    # another dossier begins at its beginning, and this one is still known
    other = os.path.join(program.folder, "other.dossier")
    os.rename(path, other)
    program.start(other)
    assert Place(program).settled()[0] == "Passage 0"
    program.close()
    os.rename(other, path)
    program.start(path)
    now, now_above, _ = Place(program).settled()
    assert now == name and abs(now_above - above) <= 28, f"{name}, {above} → {now}, {now_above}"


def focused(program):
    return [row for row in rows(program) if has_focus(row)]


def keys_go_through_what_is_said(program):
    path, texts = make_dossier(program)
    program.start(path)
    focus_start(program, rows(program)[0])
    for i in range(4):
        row = wait_for(f"passage {i}", lambda: [row for row in focused(program) if row.name == texts[i]])[0]
        assert row.description == ("Mentions Japan." if i % 3 == 0 else ""), row.description
        program.key("Down")
    # each has its row, in reading order
    assert [row.name for row in rows(program)] == texts


# kind, text, what is said of it
TOLD = [
    ("heading", "What happened", "Heading."),
    ("paragraph", "Japan met India on 3 May 2019, and Japan left.",
     "Mentions Japan, India. Dated 3 May 2019. 1 note: Why so early?"),
    ("quotation", "We shall not sign.", "Quotation. 2 notes: Who says so?; sign"),
    ("list-item", "In 2020 nothing was signed.", "List item. Dated 2020."),
    ("footnote", "According to the minister.", "Footnote."),
]


def make_told(program):
    def anchor(number, quote, **more):
        start = TOLD[number][1].index(quote)
        return {"passage": f"p{number}", "start": start, "end": start + len(quote), "quote": quote, **more}

    passages = [{"id": f"p{i}", "kind": kind, "text": text} for i, (kind, text, _) in enumerate(TOLD)]
    passages[1]["mentions"] = [[0, 5, "japan"], [10, 15, "india"], [35, 40, "japan"]]
    when = {"created": "2024-10-15T10:00:00Z", "modified": "2024-10-15T10:00:00Z"}
    path = os.path.join(program.folder, "told.dossier")
    with open(path, "w", encoding="utf-8") as file:
        json.dump({
            "format": "dramatis-dossier",
            "version": 1,
            "articles": [{"id": "one", "title": "A Treaty", "passages": passages}],
            "actors": [{"id": "japan", "name": "Japan", "kind": "state"},
                       {"id": "india", "name": "India", "kind": "state"}],
            "events": [{"id": "met", "title": "They meet", "time": "2019-05-03", "actors": ["japan", "india"],
                        "evidence": [anchor(1, "met India on 3 May 2019", wording="3 May 2019")]},
                       {"id": "none", "title": "Nothing", "time": "2020",
                        "evidence": [anchor(3, "In 2020 nothing was signed")]}],
            "notes": [{"id": "why", "text": "*Why* so early?", "ranges": [anchor(1, "3 May")], **when},
                      {"id": "who", "text": "Who says so?", "ranges": [anchor(2, "We shall")], **when},
                      {"id": "mark", "text": "", "ranges": [anchor(2, "sign")], **when}],
        }, file)
    return path


def all_is_said_of_a_passage(program):
    program.start(make_told(program))
    found = rows(program)
    # kinds, mentions, dates and notes by name
    for row, (_, text, said) in zip(found, TOLD):
        assert (row.name, row.description) == (text, said), (row.name, row.description)
    # notes are things of their own in their passage
    bars = [[child.name for child in program.all("push button", None, row)] for row in found]
    assert bars == [[], ["Note: Why so early?"], ["Note: Who says so?", "Highlight: sign"], [], []], bars
    # passage after passage by keys, titles too, and in one from mention to date
    focus_start(program, found[0])
    program.key("Up")
    title = program.find(None, lambda name: name == "A Treaty", program.find("list", "Article"))
    wait_for("the title", lambda: has_focus(title))
    assert title.description.endswith("minute"), title.description
    focus_start(program, found[0])
    program.key("Down")
    row = wait_for("the passage", lambda: [row for row in focused(program) if row.name == TOLD[1][1]])[0]
    for said in ("“Japan”: Japan", "“India”: India", "“3 May 2019”: They meet", "“Japan”: Japan"):
        program.key("Right")
        wait_for(said, lambda: row.description == said)
    program.key("Down")
    wait_for("the next passage", lambda: focused(program)[0].description == TOLD[2][2])
    wait_for("all is said again", lambda: row.description == TOLD[1][2])


if __name__ == "__main__":
    run([
        drag_marks_across_passages,
        clicks_mark_word_and_passage,
        keys_mark_across_passages,
        keys_mark_lines_and_pages,
        dragging_scrolls_at_the_edge,
        letters_are_not_cut,
        pointer_marks_right_to_left,
        place_is_kept,
        place_is_kept_over_a_restart,
        keys_go_through_what_is_said,
        all_is_said_of_a_passage,
    ])
