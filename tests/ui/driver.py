# driver.py: drives the real program through its accessible tree
#
# Copyright 2026 The Dramatis authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the program in a folder of its own, and finds, reads and uses what is in its window.

Run the tests with `in-session`. The accessible tree is that of AT-SPI; what it has no action
for is done with the pointer and the keys of xdotool.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import pyatspi

# Roles that GTK 4.8 does not have yet, or does not use where newer ones do.
ROLES = {"button": "push button", "radio button": "check box", "toggle button": "push button"}
PATIENCE = 30  # seconds until what should happen counts as not happening


def wait_for(what, condition, patience=PATIENCE):
    """Returns the first true answer of condition (), or fails."""
    deadline = time.monotonic() + patience
    while True:
        try:
            answer = condition()
        except Exception:  # what is being looked at may go away while it is
            answer = None
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise AssertionError(f"{what}: not after {patience} s")
        time.sleep(0.02)


def has_focus(node):
    return node.getState().contains(pyatspi.STATE_FOCUSED)


def xdotool(*args):
    subprocess.run(["xdotool", *map(str, args)], check=True, stdout=subprocess.DEVNULL)


class Program:
    """The program, with settings and data of its own in a temporary folder."""

    def __init__(self, binary):
        self.binary = binary
        self.folder = tempfile.mkdtemp(prefix="dramatis-test-")
        self.data = os.path.join(self.folder, "data", "dramatis")
        self.process = None
        self.application = None
        self.log = None
        self.window = None
        self.origin = (0, 0)
        self.size = (0, 0)

    def start(self, *files, text_scale=1):
        resources = f"Xft.dpi: {round(96 * text_scale)}\n"
        subprocess.run(["xprop", "-root", "-f", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER", resources],
                       check=True)
        env = dict(os.environ)
        env.pop("GTK_A11Y", None)
        env.update(
            GSK_RENDERER="cairo",
            GDK_BACKEND="x11",
            GSETTINGS_BACKEND="keyfile",
            HOME=self.folder,
            LC_ALL="C.UTF-8",
            XDG_CACHE_HOME=os.path.join(self.folder, "cache"),
            XDG_CONFIG_HOME=os.path.join(self.folder, "config"),
            XDG_DATA_HOME=os.path.join(self.folder, "data"),
        )
        self.log = open(os.path.join(self.folder, "log"), "a+", encoding="utf-8")
        self.process = subprocess.Popen([self.binary, *files], env=env, stderr=self.log)
        wait_for("the window", self._find)
        self.focus()

    def _find(self):
        if self.process.poll() is not None:
            raise SystemExit(f"the program ended with {self.process.returncode}: {self.messages()}")
        for application in pyatspi.Registry.getDesktop(0):
            if application is not None and application.get_process_id() == self.process.pid:
                application.setCacheMask(pyatspi.cache.NONE)
                if application.childCount > 0 and application[0].getState().contains(pyatspi.STATE_SHOWING):
                    self.application = application
                    return True
        return False

    def messages(self):
        self.log.flush()
        with open(self.log.name, encoding="utf-8") as log:
            return log.read()

    def focus(self):
        """Without a window manager nobody else gives the window the keys."""
        window = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)], capture_output=True, text=True
        ).stdout.split()
        if window:
            self.window = window[-1]
            xdotool("windowfocus", "--sync", self.window)
            place = subprocess.run(
                ["xdotool", "getwindowgeometry", "--shell", self.window], capture_output=True, text=True, check=True
            ).stdout
            found = dict(line.split("=", 1) for line in place.split())
            # GTK 4.18 tells places from elsewhere than GTK 4.8, where they begin inside of the frame.
            inside = self.content()
            self.origin = int(found["X"]) - inside.x, int(found["Y"]) - inside.y
            self.size = int(found["WIDTH"]), int(found["HEIGHT"])

    def close(self):
        """Closes the window as a person does, and returns what the program wrote on standard error."""
        self.key("ctrl+q")
        self.process.wait(timeout=PATIENCE)
        assert self.process.returncode == 0, f"exit status {self.process.returncode}"
        return self.messages()

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def clean(self):
        if self.process is not None and self.process.poll() is None:
            self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    # Looking

    def all(self, role=None, name=None, within=None):
        """What is visible, in the order of the tree. A name may be a function of the name."""
        found = []

        def walk(node):
            if node is None:
                return
            try:
                if not node.getState().contains(pyatspi.STATE_VISIBLE):
                    return
                fits = (role is None or ROLES.get(node.getRoleName(), node.getRoleName()) == role) and (
                    name is None or (name(node.name) if callable(name) else node.name == name)
                )
                if fits:
                    found.append(node)
                for i in range(node.childCount):
                    walk(node[i])
            except Exception:  # it has gone away since its parent was asked
                pass

        for root in [within] if within is not None else list(self.application):
            walk(root)
        return found

    def find(self, role=None, name=None, within=None):
        return wait_for(f"{role} {name}", lambda: (self.all(role, name, within) or [None])[0])

    def items(self, list_name):
        return [node for node in self.all("list item", None, self.find("list", list_name))]

    def passages(self):
        return [node.name for node in self.items("Article")]

    def actor(self, name):
        return self.find("list item", lambda text: text == name or text.startswith(name + ","),
                         self.find("list", "Actors"))

    def count(self):
        """What the label "3 of 14 passages" says."""
        return self.find("label", lambda text: text.endswith((" passages", " passage"))).name

    # Doing

    def key(self, *keys):
        xdotool("key", "--clearmodifiers", *keys)

    def type(self, text):
        xdotool("type", "--delay", 5, text)

    def centre(self, node):
        # GTK 4 knows places in the window only.
        box = node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
        return self.origin[0] + box.x + box.width // 2, self.origin[1] + box.y + box.height // 2

    def resize(self, width, height):
        """Asks until the window is of that size: how small it can be depends on how large it is."""

        def resized():
            xdotool("windowsize", self.window, width, height)
            time.sleep(0.3)
            self.focus()
            return self.size == (width, height)

        wait_for(f"{width} × {height} pixels", resized)

    def content(self):
        """Where what is in the window lies."""
        return self.application[0][0].queryComponent().getExtents(pyatspi.WINDOW_COORDS)

    def frame_width(self):
        """Of the frame that GTK draws where there is no window manager; places in the window begin inside of it."""
        return (self.size[0] - self.content().width) // 2

    # By keyboard: what pops up does not know its place in the window.

    def reach(self, node, key="Tab"):
        def reached():
            if has_focus(node):
                return True
            self.key(key)
            time.sleep(0.1)
            return has_focus(node)

        wait_for(f"the keys at {node.name}", reached)

    def press(self, node):
        self.reach(node)
        self.key("space")

    def choose(self, name):
        """Of a menu."""
        item = wait_for(f"the menu with {name}", lambda: [
            node for role in ("menu item", "check menu item") for node in self.all(role, name)])[0]
        self.reach(item, "Down")
        self.key("Return")

    def click(self, node, button=1, repeat=1, modifier=None):
        self.click_at(*self.centre(node), button, repeat, modifier)

    def click_at(self, x, y, button=1, repeat=1, modifier=None):
        # No hand is quite at rest; and where a menu was from which a key chose, GTK 4.8 delivers no click until it has
        # seen the pointer move.
        xdotool("mousemove", x + 1, y, "sleep", 0.1, "mousemove", x, y, "sleep", 0.2)
        if modifier:
            xdotool("keydown", modifier)
        xdotool("click", "--repeat", repeat, "--delay", 60, button)
        if modifier:
            xdotool("keyup", modifier)

    def show_list_of_events(self):
        """By its button; where it is may change as long as the panel fills."""
        self.find(None, "List of Events").queryAction().doAction(0)
        wait_for("the list", lambda: self.items("Events"))

    def drag(self, start, end):
        xdotool("mousemove", *start)
        xdotool("mousedown", 1)
        for i in range(1, 11):
            xdotool("mousemove", *(round(a + (b - a) * i / 10) for a, b in zip(start, end)))
        xdotool("mouseup", 1)

    def mark(self, passage, n_pixels=160):
        """Marks words at the start of a passage with the pointer."""
        box = passage.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
        x, y = self.origin[0] + box.x + 34, self.origin[1] + box.y + 18
        self.drag((x, y), (x + n_pixels, y))

    def begin_note(self, passage):
        """On words at the start of a passage."""
        self.mark(passage)
        self.key("n")
        self.wait_for_note_editor()

    def wait_for_note_editor(self):
        wait_for("the note's editor", lambda: self.all("push button", "Delete Note"))
        time.sleep(0.3)  # until its text has the keys

    def picture(self, path):
        subprocess.run(["import", "-window", "root", path], check=True)


def run(tests):
    """Runs functions that take a Program, each with a new one, and reports them in TAP."""
    binary = sys.argv[1]
    wanted = sys.argv[2:]
    failed = 0

    tests = [test for test in tests if not wanted or test.__name__ in wanted]
    print(f"1..{len(tests)}")
    for number, test in enumerate(tests, 1):
        program = Program(binary)
        try:
            test(program)
            print(f"ok {number} {test.__name__}", flush=True)
        except Exception as error:
            failed += 1
            print(f"not ok {number} {test.__name__}", flush=True)
            print("\n".join("# " + line for line in f"{type(error).__name__}: {error}".splitlines()))
            print("\n".join("# " + line for line in program.messages().splitlines()[-20:] if program.log))
        finally:
            program.clean()
    sys.exit(1 if failed else 0)
