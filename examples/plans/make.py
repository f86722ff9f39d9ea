#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes three of the example plans anew through the `homework` command, as people would have over the months.

    examples/plans/make.py <homework> [folder]

The same commands give the same bytes; a test compares them with the plans that are here. Everybody and everything in
them is invented.
"""
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).parent / "courses"))


class Course:
    """A plan in the making: who is at the keyboard, and when."""

    def __init__(self, command, path, zone, uid):
        self.command, self.path, self.zone, self.uid = command, Path(path), ZoneInfo(zone), uid
        self.recorded, self.by, self.origin = None, None, None

    def at(self, day, clock, by, origin):
        moment = datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=self.zone)
        self.recorded, self.by, self.origin = moment.isoformat(), by, origin
        return self

    def moment(self, day, clock):
        return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=self.zone).isoformat()

    def do(self, verb, /, *words, reason=None, since=None, options=(), **fields):
        """One command. `fields` are FIELD=VALUE, with _ for -; `since` is the day from which on it holds."""
        line = [self.command, verb, self.path, *words, "--as-of", self.recorded, *options]
        if verb not in ("merge", "convert"):
            line += ["--by", self.by, "--origin", self.origin]
        if reason:
            line += ["--reason", reason]
        if since:
            line += ["--from", since]
        line += [f"{name.replace('_', '-')}={value}" for name, value in fields.items()]
        done = subprocess.run([str(word) for word in line], capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"{' '.join(map(str, line))}\n{done.stderr}")
        return done.stdout

    def begin(self, title, **settings):
        self.path.unlink(missing_ok=True)
        self.do("new", options=("--zone", self.zone.key, "--id", self.uid))
        self.do("revise", "settings", title=title, **settings)

    def add(self, kind, name, /, obstacles=None, fields=None, **more):
        extra = [f"obstacle.{barrier}={text}" for barrier, text in (obstacles or {}).items()]
        extra += [f"field.{field}={text}" for field, text in (fields or {}).items()]
        self.do("add", kind, name, *extra, **more)

    def propose(self, name, /, obstacles=None, **more):
        extra = [f"obstacle.{barrier}={text}" for barrier, text in (obstacles or {}).items()]
        self.do("propose", name, *extra, **more)

    def accept(self, name, person="client", **more):
        self.do("agree", name, person, **more)
        self.do("start", name, **more)

    def log(self, assignment, extent, when, notes=(), barrier=None, private=False, due=None, said=(), minutes=None,
            unscheduled=False, name=None, file=None):
        """A report; `when` is (day, clock), a day, or None; `said` are FIELD=VALUE words."""
        options = ["--extent", extent]
        if when:
            options += ["--at", self.moment(*when) if isinstance(when, tuple) else when]
        if due:
            options += ["--due", due]
        if minutes:
            options += ["--minutes", minutes]
        for note in notes:
            options += ["--note", note]
        if name:
            options += ["--id", name]
        if barrier:
            options += ["--barrier", barrier]
        if private:
            options += ["--private"]
        if file:
            options += ["--attach", file]
        if unscheduled:
            options += ["--unscheduled"]
        if said:
            options += ["--set", *said]
        self.do("log", assignment, options=options)


COURSES = {
    "one-thing-a-day": "one_thing_a_day",
    "kitchen-table": "kitchen_table",
    "cards-and-thoughts": "cards_and_thoughts",
}


def main():
    command = Path(sys.argv[1]).resolve()
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).parent
    for name, module in COURSES.items():
        __import__(module).make(command, folder / f"{name}.xml", Course)
        (folder / f"{name}.xml").chmod(0o644)  # nobody's privacy is in it
        print(folder / f"{name}.xml")


if __name__ == "__main__":
    main()
