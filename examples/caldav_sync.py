#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Keeps a plan's reminders in a calendar on a CalDAV server, and brings home what was ticked off there.

    caldav_sync.py PLAN URL --user NAME            looks, asks, and does it
    caldav_sync.py PLAN URL --user NAME --dry-run  says what it would do
    caldav_sync.py PLAN URL --user NAME --withdraw takes everything of ours out again

The password comes from CALDAV_PASSWORD, from --password-file, which only its owner may read, or is asked for: never from the
command line, which others on the computer can see. URL is a calendar, or a place from which there is one to be found.

A round: list the ETags; read what others have changed; log in the plan what they ticked off, if you agree; save the plan; then
write what the plan has changed, and delete what it no longer wants. Every write names the ETag that it replaces, so nothing that
somebody else has just written is lost: the server refuses, and the round is made once more. Beside the plan a small file
remembers ETags, no titles. Only items that this plan has, or has had, are ever read or touched. What a client has deleted stays
deleted until the plan changes it. What a client has made of an item that the plan cannot follow is shown, once. Any number of
devices may do this, each with its own copy of the plan.

It ends with 0 if all is done, 1 if something is left for a person, 2 for the command line, 3 for files, 4 for the server.
"""
from __future__ import annotations

import argparse
import getpass
import hashlib
import json
import os
import re
import secrets
import stat
import sys
from dataclasses import asdict, dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Dict, List, Optional, Set

import homework

from caldav_client import Answer, Server, ServerError, discover, explain

NEEDS = {"events": {"VEVENT"}, "todos": {"VTODO"}, "both": {"VEVENT", "VTODO"}, "outlook": {"VEVENT"}, "google": {"VEVENT"}}
CHANGES = (homework.ProposalKind.LOG, homework.ProposalKind.VOID)  # what is for the plan's log


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


# ---- what this device knows ----

@dataclass
class Item:
    """An item of ours. etag: the server's, of what we have read or written last; ours: the plan's, of what we have written last."""

    etag: str = ""
    ours: str = ""
    gone: bool = False  # a client has deleted it


class Memory:
    """What was there when this device looked last: a file beside the plan, without a word of it."""

    def __init__(self, path: Path, plan: str) -> None:
        self.path, self.plan = path, plan
        self.items: Dict[str, Item] = {}
        self.device = "caldav-" + secrets.token_hex(3)
        self.fresh = not path.exists()
        if not self.fresh:
            try:
                kept = json.loads(path.read_bytes())
                self.device, owner = str(kept["device"]), str(kept["plan"])
                self.items = {str(name): Item(**item) for name, item in kept["items"].items()}
            except (ValueError, KeyError, TypeError, AttributeError):
                raise SystemExit(stop(3, f"{path}: damaged; delete it to begin anew")) from None
            if owner != plan:
                raise SystemExit(stop(3, f"{path}: of another plan"))

    def save(self) -> None:
        kept = {"plan": self.plan, "device": self.device, "items": {name: asdict(item) for name, item in self.items.items()}}
        homework.save_bytes(self.path, json.dumps(kept, indent=1, sort_keys=True).encode())

    def compare(self, listed: Dict[str, str]) -> None:
        """Notes what clients have deleted. Where everything has gone, the calendar is a new one."""
        there = [name for name, item in self.items.items() if not item.gone]
        if len(there) > 1 and not any(name in listed for name in there):
            say("Nothing of ours is there any more: everything is written again.")
            self.items.clear()
        for name, item in self.items.items():
            if name not in listed and not item.gone:
                say(f"A client has deleted {name}; so it stays until the plan changes it, or {self.path.name} is deleted.")
            item.gone = name not in listed


# ---- a round ----

class Sync:
    def __init__(self, plan: homework.Plan, server: Server, memory: Memory, options: argparse.Namespace) -> None:
        self.plan, self.server, self.memory, self.options = plan, server, memory, options
        self.done = {"logged": 0, "written": 0, "deleted": 0}
        self.held: Set[str] = set()  # what is for a person: not to be written over
        self.unasked: Set[str] = set()  # what nobody was there to be asked about: not to be deleted either

    def run(self) -> int:
        for _ in range(2):
            self.listed: Dict[str, str] = {}  # the server's ETags
            self.bodies: Dict[str, bytes] = {}  # what it has, as far as it was read
            self.lost: Set[str] = set()  # what somebody else has changed since it was listed
            try:
                self.round()
            finally:
                if not self.options.dry_run:
                    self.memory.save()
            if not self.lost:
                break
            say(f"{len(self.lost)} changed while this was running.")
        left = len(self.held | self.lost)
        say(("Would have " if self.options.dry_run else "") + ", ".join(f"{what} {count}" for what, count in self.done.items()))
        if left:
            say(f"{left} left for you.")
        return 1 if left else 0

    def round(self) -> None:
        self.now = self.options.as_of or datetime.now(timezone.utc).replace(microsecond=0)
        self.listed = self.server.list()
        self.memory.compare(self.listed)
        self.bring_home()
        wanted = self.wanted()
        self.write(wanted)
        self.delete([name for name in self.memory.items if name not in wanted])

    def wanted(self) -> Dict[str, homework.CalendarResource]:
        options = self.options
        if options.withdraw:
            return {}
        return {item.href: item for item in self.plan.calendar_resources(
            options.profile, as_of=self.now, sessions=options.sessions, goals=options.goals)}

    # -- home --
    def bring_home(self) -> None:
        """Reads what others have changed, and logs what it says, if that is wanted."""
        known, wanted, news = self.memory.items, self.wanted(), {}
        ours = set(wanted) | self.forgotten()
        changed = [name for name, etag in self.listed.items() if (known[name].etag != etag if name in known else name in ours)]
        for number, name in enumerate(changed, 1):
            progress("read", number, len(changed))
            self.held.discard(name)
            found = self.read(name)
            if found is None:
                continue
            if name not in known and name not in wanted:
                known[name] = Item()  # an old one
            if found:
                news[name] = found
            elif name in known:
                known[name].etag = self.listed[name]
        if news:
            self.take(news)

    def forgotten(self) -> Set[str]:
        """The names of what this device may have written, as far as the plan knows, if it remembers nothing."""
        options = self.options
        if options.withdraw:
            return {item.href for item in self.plan.withdrawal_resources(as_of=self.now)}
        if self.memory.fresh:
            return {item.href for item in self.plan.withdrawal_resources(
                options.profile, as_of=self.now, sessions=options.sessions, goals=options.goals)}
        return set()

    def read(self, name: str) -> Optional[homework.Proposals]:
        """What an item says that the plan does not know; None if it has gone, or is no calendar any more."""
        answer = self.server.ask("GET", self.server.item(name))
        if answer.status in (404, 410):
            self.lost.add(name)
            return None
        if answer.status != 200:
            raise ServerError(explain(answer.status))
        self.bodies[name], self.listed[name] = answer.body, answer.etag or self.listed[name]
        try:
            return self.plan.read_calendar(answer.body, as_of=self.now)
        except homework.HomeworkError as error:
            self.hold(name, str(error))
            return None

    def hold(self, name: str, why: str) -> None:
        self.held.add(name)
        say(f"{name}: {why}")

    def take(self, news: Dict[str, homework.Proposals]) -> None:
        """Shows what the calendar says, asks, logs it and saves the plan. What is no more than news is shown once."""
        for found in news.values():
            for index, proposal in enumerate(found):
                title = self.plan.assignments[proposal.assignment].title
                print(f"{proposal.key}  {title}: {found.why(index)} ({proposal.evidence})", flush=True)
        to_log = {name: found for name, found in news.items() if any(proposal.kind in CHANGES for proposal in found)}
        self.held.update(name for name, found in news.items()
                         if any(proposal.kind == homework.ProposalKind.CONFLICT for proposal in found))
        if to_log and not (self.options.dry_run or self.options.yes or agreed()):
            self.held.update(to_log)
            self.unasked.update(() if sys.stdin.isatty() else to_log)
            news = {name: found for name, found in news.items() if name not in to_log}
            to_log = {}
        change = homework.Change(self.options.by, self.memory.device, self.now)
        before = self.plan.generation
        for found in to_log.values():
            self.done["logged"] += self.plan.apply(found, change)
        if not self.options.dry_run and self.plan.generation != before:
            self.plan.save()
        for name in news:
            if name in self.memory.items:
                self.memory.items[name].etag = self.listed[name]

    # -- out --
    def write(self, wanted: Dict[str, homework.CalendarResource]) -> None:
        """Writes what the plan has changed; what clients have added to an item stays in it."""
        known = self.memory.items
        due = [item for name, item in wanted.items() if name not in self.held and (name not in known or known[name].ours != item.etag)]
        for number, item in enumerate(due, 1):
            progress("write", number, len(due))
            name, data, condition = item.href, item.data, {"If_None_Match": "*"}
            if name in self.listed:
                theirs = self.theirs(name)
                if theirs is None:
                    continue
                newer = name not in known and last_modified(theirs) > last_modified(data)  # from a device that knows more
                data = theirs if newer else self.joined(item, theirs)
                if data == theirs:
                    if name not in self.held:
                        known[name] = Item(self.listed[name], item.etag)
                    continue
                condition = {"If_Match": self.listed[name]}
            answer = self.change("PUT", name, data, Content_Type="text/calendar; charset=utf-8", **condition)
            if answer:
                known[name] = Item(answer.etag, item.etag)  # without an ETag it is read next time
                self.done["written"] += 1

    def theirs(self, name: str) -> Optional[bytes]:
        """What the server has, unless that has changed since it was listed: then it is for the next round."""
        etag = self.listed[name]
        if name not in self.bodies and (self.read(name) is None or self.listed[name] != etag):
            self.lost.add(name)
        return None if name in self.lost | self.held else self.bodies[name]

    def joined(self, item: homework.CalendarResource, theirs: bytes) -> bytes:
        try:
            return self.plan.update_resource(item.data, theirs)
        except homework.HomeworkError as error:
            self.hold(item.href, str(error))
            return theirs

    def delete(self, names: List[str]) -> None:
        """Deletes what is ours and no longer wanted."""
        for name in names:
            if name not in self.listed:
                del self.memory.items[name]
            elif name not in self.unasked and (name not in self.held or self.options.withdraw) and self.change("DELETE", name, None, If_Match=self.listed[name]):
                self.held.discard(name)
                del self.memory.items[name]
                self.done["deleted"] += 1

    def change(self, method: str, name: str, body: Optional[bytes], **headers: str) -> Optional[Answer]:
        """A change on the server; None if it did not come to that."""
        if self.options.dry_run:
            return Answer(204, "", b"")
        answer = self.server.ask(method, self.server.item(name), body, **headers)
        if answer.status in (200, 201, 204) or (method == "DELETE" and answer.status in (404, 410)):
            return answer
        if answer.status == 401 or answer.status >= 500:
            raise ServerError(explain(answer.status))
        if answer.status == 412:
            self.lost.add(name)
        else:
            self.hold(name, explain(answer.status))
        return None


def last_modified(calendar: bytes) -> bytes:
    return max(re.findall(rb"^LAST-MODIFIED:(\d{8}T\d{6}Z)", calendar, re.M), default=b"")


def progress(what: str, number: int, of: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{what} {number} of {of}", end="\n" if number == of else "", file=sys.stderr, flush=True)


def agreed() -> bool:
    if not sys.stdin.isatty():
        say("Not logged: nobody is here to agree; --yes does without.")
        return False
    return input("Log this in the plan? [y/N] ").strip().lower() in ("y", "yes", "j", "ja")


# ---- the command line ----

def stop(code: int, message: str) -> int:
    say(message)
    return code


def password_of(options: argparse.Namespace) -> str:
    if options.password_file:
        with open(options.password_file, encoding="utf-8") as file:
            mode = os.fstat(file.fileno())
            if mode.st_mode & (stat.S_IRWXG | stat.S_IRWXO) or mode.st_uid != os.getuid():
                raise SystemExit(stop(3, f"{options.password_file}: others may read it: chmod 600"))
            return file.readline().rstrip("\n")
    if "CALDAV_PASSWORD" in os.environ:
        return os.environ["CALDAV_PASSWORD"]
    if not sys.stdin.isatty():
        raise SystemExit(stop(2, "There is no password: CALDAV_PASSWORD or --password-file"))
    return getpass.getpass(f"Password of {options.user}: ")


def client_of(plan: homework.Plan) -> str:
    clients = [person.id for person in plan.people if person.role == homework.Role.CLIENT]
    if len(clients) != 1:
        raise SystemExit(stop(2, "Whose calendar is it? --by ID"))
    return clients[0]


def moment(text: str) -> datetime:
    at = datetime.fromisoformat(text.replace("Z", "+00:00"))
    if at.utcoffset() is None:
        raise ValueError
    return at


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Keeps a plan's reminders in a calendar on a CalDAV server.")
    parser.add_argument("plan", type=Path)
    parser.add_argument("url", help="of the calendar, or where it is to be found")
    parser.add_argument("--user", default=os.environ.get("CALDAV_USER"), help="else CALDAV_USER in the environment")
    parser.add_argument("--password-file", type=Path, help="else CALDAV_PASSWORD in the environment, else it is asked for")
    parser.add_argument("--profile", choices=sorted(NEEDS), default="todos")
    parser.add_argument("--sessions", action="store_true", help="the sessions too, as appointments")
    parser.add_argument("--goals", action="store_true", help="the goals too, above their to-dos")
    parser.add_argument("--by", metavar="ID", help="whose ticks they are; the plan's client unless given")
    parser.add_argument("--as-of", type=moment, metavar="MOMENT", help="with an offset; now unless given")
    parser.add_argument("--dry-run", action="store_true", help="change nothing, anywhere")
    parser.add_argument("--yes", action="store_true", help="log what was ticked off without asking")
    parser.add_argument("--withdraw", "--remove-all", action="store_true", help="take everything of ours out of the calendar")
    options = parser.parse_args()
    if not options.user:
        parser.error("--user or CALDAV_USER is needed")
    return options


def main() -> int:
    options = arguments()
    try:
        plan = homework.load(options.plan)
        options.by = options.by or client_of(plan)
        server = Server(options.url, options.user, password_of(options))
        discover(server, set() if options.withdraw else NEEDS[options.profile])
        name = hashlib.sha256(f"{server.host}{server.path}".encode()).hexdigest()[:8]
        memory = Memory(options.plan.with_name(f"{options.plan.name}.{name}.caldav"), plan.uid)
        return Sync(plan, server, memory, options).run()
    except ServerError as error:
        return stop(4, f"The server: {error}")
    except homework.ConflictError:
        return stop(3, f"{options.plan}: somebody else has changed it meanwhile; run this again")
    except KeyboardInterrupt:
        return stop(130, "Interrupted: run this again, it goes on from there.")
    except (homework.HomeworkError, OSError) as error:
        return stop(3, f"{options.plan}: {error}")


if __name__ == "__main__":
    sys.exit(main())
