#!/usr/bin/env python3
# test-export-notes.py: notes full of special characters and links, exported as Markdown and read again
#
# Copyright 2026 The Dramatis authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = sys.argv[1]

# Each means something to Markdown, HTML, YAML or TeX, and must not.
NASTY = [
    "# no heading", "- no item", "1. no item", "(iv) no item", "> no quote", "---", "***", "| a | b |", "```", "`code`",
    "*no* _no_ **no** __no__", "[no](link) ![no](picture) [[no]] [^1]", "<b>no</b> <script>alert(1)</script>",
    "<!-- no comment -->", "&amp; &#35; &nosuch;", "\\*no\\* C:\\new\\file \\alpha", "$a$ $$b$$ x^2^ H~2~O ~~no~~ ==no==",
    ": no definition", "{#no .no}", "@no-citation [@no]", "%no title", "a*b*c_d_e", "2 < 3 > 1 & 4", "no -- dash",
    "https://no.link/a_b_c www.no.org no@link.org", "日本 *は* 中国", "قال *الرئيس*", "e\u0301*e\u0301", "🗾 *🇯🇵*",
    "</blockquote></div><h1>", "'; DROP TABLE notes; --", "title: [x", "![", "](x)", "trailing \\", "wow![x]",
]

# Notes as somebody may write them, and what of their text a reader sees.
NOTES = [
    ("Costs $5 and $6, says @smith: `x`{.y}", "Costs $5 and $6, says @smith: x{.y}"),
    ("Points:\n- one\n- two", "Points: one two"),
    ("in C:\\new\\alpha", "in C:\\new\\alpha"),
    ("<div>\n*in* a box", "<div> in a box"),
    ("text\n# heading\n> quoted", "text heading quoted"),
    ("x^2^ and ==y==", "x^2^ and ==y=="),
    ("| a | b |\n|---|---|\n| c | d |", "a b c d"),
    ("```\nleft open", "left open"),
    ("a.  text (@) text", "a. text (@) text"),
    ("term\n: text", "term : text"),
    ("---\ntitle: [\n---", "title: ["),
    ("# Note 1", "Note 1"),
    ("Note 2\n======", "Note 2"),
    ("See [there] too\n\n[there]: https://a.b/one", "See there too"),
    ("See [there] as well\n\n[there]: https://a.b/two", "See there as well"),
]

# What texts by chance are made of.
PIECES = list("*_`~^$#>-+=|:.!?@%&<>[](){}\\/\"'0123456789abcαé日🗾") + [
    " ", " ", " ", "```", "~~~", "**", "__", "1. ", "a) ", "(@) ", "- ", "> ", "# ", "---", "===", "<b>", "</div>", "<!--",
    "-->", "&lt;", "&#42;", "https://a.b/c_d", "www.a.b", "[x](y)", "![x](y)", "[^1]", "[@c]", "{#i}", "\\(x\\)", ": ",
    "| a |", "x^2^", "H~2~", "\\begin{a}", "[[x]]", "[x]: y", "*[x]: y",
]
N_RANDOM = int(os.environ.get("N_RANDOM", 300))
SEED = int(os.environ.get("SEED", 1))


def slug(heading):
    """As pandoc and GitHub make one of a heading without punctuation."""
    return re.sub(r"\s+", "-", re.sub(r"[^\w\s-]", "", heading.strip().lower()))


def make_dossier():
    passages, notes = [], []
    for i, text in enumerate(NASTY):
        passages.append({"id": f"p{i}", "kind": "paragraph", "text": text})
        notes.append({"id": f"quote{i}", "text": "", "tags": ["t"], "actors": ["a"],
                      "ranges": [{"passage": f"p{i}", "start": 0, "end": len(text), "quote": text}]})
    for i, (text, _) in enumerate(NOTES):
        notes.append({"id": f"note {i}", "text": text})
    for i in range(len(NOTES)):
        notes.append({"id": f"link{i}", "text": f"See [the other](dramatis:note%20{i}) by [him](dramatis:a), [gone](dramatis:b)"})
    return {
        "format": "dramatis-dossier", "version": 1, "title": NASTY[11],
        "articles": [{"id": "one", "title": NASTY[16], "publisher": NASTY[6], "passages": passages}],
        "actors": [{"id": "a", "kind": "person", "name": NASTY[10], "description": NASTY[1]}],
        "events": [{"id": "e", "title": NASTY[6], "time": "2014"}],
        "notes": notes,
        "tags": [{"id": "t", "name": NASTY[0]}],
    }


def plain(node):
    """The text of a part of pandoc's tree."""
    if isinstance(node, list):
        return "".join(plain(child) for child in node)
    if not isinstance(node, dict):
        return ""
    kind, content = node.get("t"), node.get("c")
    if kind == "Str":
        return content
    if kind in ("Space", "SoftBreak", "LineBreak"):
        return " "
    if kind in ("Code", "CodeBlock"):
        return content[1]
    if kind == "Cite":
        return plain(content[1])
    if kind == "Table":
        return plain_cells(content)
    if kind in ("Math", "RawInline", "RawBlock", "Subscript", "Superscript", "Note", "Image", "DefinitionList",
                "LineBlock", "Span"):
        return f"<{kind}>"
    if kind == "BulletList":
        return " ".join(plain(item) for item in content)
    return plain(content)


def plain_cells(node):
    """Tables differ from one version of pandoc to the next: all texts of one, in order."""
    if isinstance(node, dict) and node.get("t") in ("Plain", "Para"):
        return plain(node) + " "
    if isinstance(node, (list, dict)):
        return "".join(plain_cells(child) for child in (node if isinstance(node, list) else node.values()))
    return ""


def find(node, kind):
    if isinstance(node, dict):
        if node.get("t") == kind:
            yield node
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            yield from find(child, kind)


def read_by_pandoc(markdown, dialect="markdown-smart"):
    return json.loads(subprocess.run(["pandoc", "-f", dialect, "-t", "json"], input=markdown, check=True,
                                     capture_output=True, encoding="utf-8").stdout)


class ExportNotes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.path = os.path.join(cls.folder.name, "nasty.dossier")
        with open(cls.path, "w", encoding="utf-8") as file:
            json.dump(make_dossier(), file)

    def export(self, *arguments):
        return subprocess.run([PROGRAM, "export", *arguments, self.path], check=True, capture_output=True,
                              encoding="utf-8").stdout

    def test_links_resolve(self):
        for group in ["article", "actor", "date", "tag"]:
            markdown = self.export("--format=markdown", f"--group={group}")
            headings = [slug(line.lstrip("# ")) for line in markdown.splitlines() if line.startswith("#")]
            targets = re.findall(r"\]\(#([^)]*)\)", markdown)
            self.assertGreaterEqual(len(targets), 3 * len(NOTES))
            for target in targets:
                self.assertIn(target, headings)
            # a note stands once under each of its actors and tags, here one
            for target in set(targets):
                self.assertEqual(headings.count(target), 1, target)

            page = self.export("--format=html", f"--group={group}")
            ids = re.findall(r' id="([^"]*)"', page)
            self.assertEqual(len(ids), len(set(ids)))
            for target in re.findall(r'href="#([^"]*)"', page):
                self.assertIn(target, ids)
            self.assertNotIn("<script", page)

    def test_links_lead_to_what_they_name(self):
        markdown = self.export("--format=markdown")
        sections = re.split(r"^### ", markdown, flags=re.MULTILINE)[1:]
        texts = {slug(section.split("\n", 1)[0]): section for section in sections}
        for i, (text, _) in enumerate(NOTES):
            link = re.search(r"\[the other\]\(#([^)]*)\)", [s for s in sections if "See [the other]" in s][i]).group(1)
            self.assertIn(re.search(r"\w+", text).group(), texts[link])
            self.assertIn("**Linked from:** [Note-", texts[link])

    @unittest.skipUnless(shutil.which("pandoc"), "there is no pandoc")
    def test_pandoc(self):
        markdown = self.export("--format=markdown")
        tree = read_by_pandoc(markdown)
        titles = [plain(header["c"][2]) for header in find(tree["blocks"], "Header") if header["c"][0] == 1]
        self.assertEqual(titles[0], NASTY[11])

        # every quote, letter for letter
        quotes = [plain(block["c"][0]) for block in find(tree["blocks"], "BlockQuote")]
        self.assertEqual(quotes[:len(NASTY)], NASTY)

        # every note under its heading
        read, current = {}, None
        for block in tree["blocks"]:
            if block["t"] == "Header" and block["c"][0] == 3:
                current = block["c"][1][0]
                read[current] = []
            elif current:
                read[current].append(block)
        links = [link["c"][2][0] for link in find(tree["blocks"], "Link")]
        ids = [header["c"][1][0] for header in find(tree["blocks"], "Header")]
        inside = [link[1:] for link in links if link.startswith("#")]
        self.assertGreaterEqual(len(inside), 3 * len(NOTES))
        for link in inside:
            self.assertEqual(ids.count(link), 1, link)
        # two notes say of the same words where they lead
        self.assertEqual([link["c"][2][0] for link in find(tree["blocks"], "Link") if plain(link["c"][1]) == "there"],
                         ["https://a.b/one", "https://a.b/two"])
        targets = [link["c"][2][0][1:] for link in find(tree["blocks"], "Link") if plain(link["c"][1]) == "the other"]
        for target, (_, expected) in zip(targets, NOTES):
            shown = " ".join(plain(block) for block in read[target] if "Linked from" not in plain(block))
            self.assertEqual(" ".join(shown.split()), expected)

    @unittest.skipUnless(shutil.which("pandoc"), "there is no pandoc")
    def test_links_resolve_by_pandoc(self):
        """In each grouping, as GitHub and as plain CommonMark reads it, whose headings alone need an extension to have names."""
        for group in ["article", "actor", "date", "tag"]:
            markdown = self.export("--format=markdown", f"--group={group}")
            for dialect in ["gfm", "commonmark+gfm_auto_identifiers"]:
                with self.subTest(group=group, dialect=dialect):
                    blocks = read_by_pandoc(markdown, dialect)["blocks"]
                    ids = [header["c"][1][0] for header in find(blocks, "Header")]
                    links = [link["c"][2][0] for link in find(blocks, "Link")]
                    inside = [link[1:] for link in links if link.startswith("#")]
                    self.assertGreaterEqual(len(inside), 3 * len(NOTES))
                    for link in inside:
                        self.assertEqual(ids.count(link), 1, link)

    @unittest.skipUnless(shutil.which("pandoc"), "there is no pandoc")
    def test_random(self):
        """Quotes by chance stay letter for letter, whatever the notes beneath them are."""
        chance = random.Random(SEED)
        texts = ["".join(chance.choice(PIECES) for _ in range(chance.randint(1, 12))).strip() or "x" for _ in range(N_RANDOM)]
        notes = ["".join(chance.choice(PIECES + ["\n", "\n\n", "\t", "    "]) for _ in range(chance.randint(0, 15)))
                 for _ in range(N_RANDOM)]
        dossier = {
            "format": "dramatis-dossier", "version": 1, "title": "By chance",
            "articles": [{"id": "one", "title": "One", "passages": [
                {"id": f"p{i}", "kind": "paragraph", "text": text} for i, text in enumerate(texts)]}],
            "notes": [{"id": f"n{i}", "text": note, "ranges": [
                {"passage": f"p{i}", "start": 0, "end": len(text), "quote": text}]}
                      for i, (text, note) in enumerate(zip(texts, notes))],
        }
        path = os.path.join(self.folder.name, "random.dossier")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(dossier, file)
        markdown = subprocess.run([PROGRAM, "export", "--format=markdown", path], check=True, capture_output=True,
                                  encoding="utf-8").stdout
        blocks = read_by_pandoc(markdown)["blocks"]
        quotes, current = [], None
        for block in blocks:  # the first quotation under a heading is the quote, others are those of notes
            if block["t"] == "Header" and block["c"][1][0].startswith("note-") and block["c"][0] == 3:
                current = len(quotes)
            elif current == len(quotes) and block["t"] == "BlockQuote":
                quotes.append(plain(block["c"][0]))
        for quote, text, note in zip(quotes, texts, [""] + notes):
            self.assertEqual(quote, " ".join(text.split()), f"seed {SEED}, after the note {note!r}")
        self.assertEqual(len(quotes), N_RANDOM, f"seed {SEED}")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
