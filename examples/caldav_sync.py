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
remembers ETags, no titles. Only items whose names this program has written there, or would write, are ever touched. What a
client has deleted stays deleted until the plan changes it. Any number of devices may do this, each with its own copy of the plan.

It ends with 0 if all is done, 1 if something is left for a person, 2 for the command line, 3 for files, 4 for the server.
"""
from __future__ import annotations

import argparse
import base64
import getpass
import hashlib
import http.client
import ipaddress
import json
import os
import re
import secrets
import ssl
import stat
import sys
import xml.etree.ElementTree as ET
from dataclasses import asdict, dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Dict, Iterator, List, NamedTuple, Optional, Set, Tuple
from urllib.parse import quote, unquote, urljoin, urlsplit

import homework

TIMEOUT = 30  # seconds for each answer
MOST_BYTES = 32 << 20  # of one answer
DAV, CALDAV = "{DAV:}", "{urn:ietf:params:xml:ns:caldav}"
NEEDS = {"events": {"VEVENT"}, "todos": {"VTODO"}, "both": {"VEVENT", "VTODO"}, "outlook": {"VEVENT"}, "google": {"VEVENT"}}
OURS = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.ics")  # what the name of an item of ours looks like
EXPLAINED = {401: "the user name or the password is not accepted", 403: "this user may not do that", 404: "there is nothing there",
             405: "this is no calendar", 429: "it is busy; try again later", 503: "it is busy; try again later", 507: "it is full"}


class ServerError(Exception):
    """The server cannot be reached, or says something with which there is no going on."""


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


# ---- the server ----

class Answer(NamedTuple):
    status: int
    etag: str
    body: bytes


class NoDoctype(ET.TreeBuilder):
    """Nothing of CalDAV has a document type; what has one may be a bomb of entities."""

    def doctype(self, name: str, pubid: Optional[str], system: Optional[str]) -> None:
        raise ServerError("its answer has a document type")


class Server:
    """One connection to one host: the password goes nowhere else."""

    def __init__(self, url: str, user: str, password: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("https", "http") or not parts.hostname or parts.username:
            raise ServerError("the address must be https://host/path, without a user name")
        if parts.scheme == "http" and not is_this_computer(parts.hostname):
            raise ServerError("http is not encrypted: use https")
        self.url, self.host, self.path = url, parts.hostname, parts.path or "/"
        self.connection = (http.client.HTTPConnection(parts.hostname, parts.port, timeout=TIMEOUT) if parts.scheme == "http" else
                           http.client.HTTPSConnection(parts.hostname, parts.port, timeout=TIMEOUT,
                                                       context=ssl.create_default_context()))
        self.login = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()

    def send(self, method: str, path: str, body: Optional[bytes], headers: Dict[str, str]) -> Tuple[http.client.HTTPResponse, bytes]:
        """Sends it. A connection that the server has closed meanwhile is opened again: every request of ours may be repeated."""
        headers = {"Authorization": self.login, "User-Agent": "caldav-sync/1", **headers}
        for again in (False, True):
            try:
                self.connection.request(method, path, body, headers)
                response = self.connection.getresponse()
                data = response.read(MOST_BYTES + 1)
                if len(data) > MOST_BYTES:
                    raise ServerError("its answer is too long")
                return response, data
            except (http.client.HTTPException, OSError) as error:
                self.connection.close()
                if again or not isinstance(error, (http.client.RemoteDisconnected, ConnectionError)):
                    raise ServerError(str(error) or type(error).__name__) from None
        raise AssertionError

    def ask(self, method: str, path: str, body: Optional[bytes] = None, **headers: str) -> Answer:
        """Sends it where the server wants it, but to no other host."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        for _ in range(4):
            response, data = self.send(method, path, body, named)
            if response.status not in (301, 302, 307, 308):
                return Answer(response.status, strong(response.getheader("ETag")), data)
            target = urlsplit(urljoin(urljoin(self.url, path), response.getheader("Location") or ""))
            if (target.scheme, target.netloc) != urlsplit(self.url)[:2]:
                raise ServerError(f"it sends us to {target.scheme}://{target.netloc}, which does not get the password; "
                                  "give that address if you trust it")
            path = target.path
        raise ServerError("it sends us round in circles")

    def find(self, path: str, depth: int, *names: str) -> Iterator[Tuple[str, ET.Element]]:
        """PROPFIND: the path of each thing, and those of its properties that are there."""
        wanted = "".join(f'<p{i}:{name.split("}")[1]} xmlns:p{i}="{name[1:].split("}")[0]}"/>' for i, name in enumerate(names))
        answer = self.ask("PROPFIND", path, f'<d:propfind xmlns:d="DAV:"><d:prop>{wanted}</d:prop></d:propfind>'.encode(),
                          Depth=str(depth), Content_Type="application/xml; charset=utf-8")
        if answer.status != 207:
            raise ServerError(explain(answer.status))
        try:
            root = ET.fromstring(answer.body, ET.XMLParser(target=NoDoctype()))
        except (ET.ParseError, ValueError):
            raise ServerError("its answer is no XML") from None
        for response in root.iter(DAV + "response"):
            if " 507" in (response.findtext(DAV + "status") or ""):
                raise ServerError("it lists only a part of the calendar")
            found = ET.Element("found")
            for part in response.iter(DAV + "propstat"):
                if " 200" in (part.findtext(DAV + "status") or ""):
                    found.extend(element for prop in part.iter(DAV + "prop") for element in prop)
            yield urlsplit(response.findtext(DAV + "href") or "").path, found

    def list(self) -> Dict[str, str]:
        """The ETag of each item of the calendar by its name."""
        found: Dict[str, str] = {}
        for path, properties in self.find(self.path, 1, DAV + "getetag", DAV + "resourcetype"):
            folder, _, name = unquote(path).rpartition("/")
            if name and folder + "/" == unquote(self.path) and properties.find(f"{DAV}resourcetype/{DAV}collection") is None:
                found[name] = strong(properties.findtext(DAV + "getetag"))
                if not found[name]:
                    raise ServerError("it gives no ETags")
        return found

    def item(self, name: str) -> str:
        return self.path + quote(name)


def strong(etag: Optional[str]) -> str:
    """An ETag as If-Match takes it: what stands before the server may have weakened it by compressing."""
    return (etag or "").strip().removeprefix("W/")


def explain(status: int) -> str:
    return f"{EXPLAINED.get(status, http.client.responses.get(status, 'an answer that is unknown'))} ({status})"


def is_this_computer(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def calendars(server: Server, path: str, depth: int) -> Iterator[Tuple[str, Set[str]]]:
    """The calendars there, and what components each takes; none if it does not say."""
    for href, properties in server.find(path, depth, DAV + "resourcetype", CALDAV + "supported-calendar-component-set"):
        if properties.find(f"{DAV}resourcetype/{CALDAV}calendar") is not None:
            yield href, {str(component.get("name")) for component in properties.iter(CALDAV + "comp")}


def discover(server: Server, needs: Set[str]) -> None:
    """Makes the server's path that of a calendar: what was named, else the only one of the user's that takes what we have."""
    path, found = server.path, list(calendars(server, server.path, 0))
    if not found:
        for link in (DAV + "current-user-principal", CALDAV + "calendar-home-set"):
            for _, properties in server.find(path, 0, link):
                path = urlsplit(properties.findtext(f"{link}/{DAV}href") or path).path
        found = list(calendars(server, path, 1))
    fit = [href for href, takes in found if not takes or needs <= takes]
    if not fit:
        raise ServerError(f"there is no calendar that takes {' and '.join(sorted(needs))}")
    if len(fit) > 1:
        raise ServerError("name one of these calendars: " + ", ".join(fit))
    server.path = fit[0].rstrip("/") + "/"


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
                say("A client has deleted an item; it stays so until the plan changes it.")
            item.gone = name not in listed


# ---- a round ----

class Sync:
    def __init__(self, plan: homework.Plan, server: Server, memory: Memory, options: argparse.Namespace) -> None:
        self.plan, self.server, self.memory, self.options = plan, server, memory, options
        self.bodies: Dict[str, bytes] = {}  # what the server has, as far as it was read
        self.held: Set[str] = set()  # what has news that the plan has not taken: not to be written over
        self.done = {"logged": 0, "written": 0, "deleted": 0}
        self.left = 0  # for a person

    def run(self) -> int:
        lost: List[str] = []
        for _ in range(2):
            self.left = 0
            self.bodies, self.held = {}, set()
            try:
                lost = self.round()
            finally:
                if not self.options.dry_run:
                    self.memory.save()
            if not lost:
                break
            say(f"{len(lost)} changed while this was running.")
        would = "Would have " if self.options.dry_run else ""
        say(would + ", ".join(f"{what} {count}" for what, count in self.done.items()) + f"; left for you: {self.left + len(lost)}")
        return 1 if self.left or lost else 0

    def round(self) -> List[str]:
        """Returns the names of what somebody else has changed meanwhile."""
        self.now = self.options.as_of or datetime.now(timezone.utc).replace(microsecond=0)
        listed = self.server.list()
        self.memory.compare(listed)
        self.bring_home(listed)
        wanted = self.wanted()
        return self.write(listed, wanted) + self.delete(listed, wanted)

    def wanted(self) -> Dict[str, homework.CalendarResource]:
        if self.options.withdraw:
            return {}
        return {item.href: item for item in self.plan.calendar_resources(self.options.profile, as_of=self.now)}

    # -- home --
    def bring_home(self, listed: Dict[str, str]) -> None:
        """Reads what others have changed, and logs what it says, if that is wanted."""
        wanted, known, news = self.wanted(), self.memory.items, {}
        scan = self.memory.fresh or self.options.withdraw  # what may be ours from before
        changed = [name for name, etag in listed.items()
                   if (known[name].etag != etag if name in known else name in wanted or (scan and OURS.fullmatch(name)))]
        for number, name in enumerate(changed, 1):
            progress("read", number, len(changed))
            found = self.read(name, listed)
            if found is None:
                continue
            if name not in known and name not in wanted:
                if found.foreign_count:
                    continue  # somebody else's
                known[name] = Item()
            if found:
                news[name] = found
            elif name in known:
                known[name].etag = listed[name]
        if news:
            self.take(news, listed)

    def read(self, name: str, listed: Dict[str, str]) -> Optional[homework.Proposals]:
        answer = self.server.ask("GET", self.server.item(name))
        if answer.status in (404, 410):
            return None
        if answer.status != 200:
            raise ServerError(explain(answer.status))
        self.bodies[name], listed[name] = answer.body, answer.etag or listed[name]
        try:
            return self.plan.read_calendar(answer.body, as_of=self.now)
        except homework.HomeworkError as error:
            self.held.add(name)
            self.left += 1
            say(f"{name}: {error}")
            return None

    def take(self, news: Dict[str, homework.Proposals], listed: Dict[str, str]) -> None:
        """Shows what the calendar says, asks, logs it and saves the plan."""
        for found in news.values():
            for proposal in found:
                what = proposal.extent.word if proposal.kind == homework.ProposalKind.LOG else proposal.kind.word
                print(f"{proposal.key}  {self.plan.assignments[proposal.assignment].title}: {what}"
                      f"  ({proposal.certainty.word}; {proposal.evidence})", flush=True)
        if not (self.options.dry_run or self.options.yes or agreed()):
            self.held.update(news)
            self.left += len(news)
            return
        change = homework.Change(self.options.by, self.memory.device, self.now)
        before = self.plan.generation
        for name, found in news.items():
            self.done["logged"] += self.plan.apply(found, change)
            if any(proposal.kind == homework.ProposalKind.CONFLICT for proposal in found):
                self.held.add(name)
                self.left += 1
        if not self.options.dry_run and self.plan.generation != before:
            self.plan.save()
        for name in news:
            if name in self.memory.items and name not in self.held:
                self.memory.items[name].etag = listed[name]

    # -- out --
    def write(self, listed: Dict[str, str], wanted: Dict[str, homework.CalendarResource]) -> List[str]:
        """Writes what the plan has changed. Returns what could not be, because somebody else has written it meanwhile."""
        lost = []
        due = [item for name, item in wanted.items() if name not in self.held and self.is_due(item, listed)]
        for number, item in enumerate(due, 1):
            progress("write", number, len(due))
            condition = {"If_Match": listed[item.href]} if item.href in listed else {"If_None_Match": "*"}
            answer = self.change("PUT", item.href, item.data, Content_Type="text/calendar; charset=utf-8", **condition)
            if answer is None:
                lost.append(item.href)
            elif answer.status in (200, 201, 204):
                self.memory.items[item.href] = Item(answer.etag, item.etag)  # no ETag: it is read next time
                self.done["written"] += 1
        return lost

    def is_due(self, item: homework.CalendarResource, listed: Dict[str, str]) -> bool:
        known = self.memory.items.get(item.href)
        if known:
            return known.ours != item.etag
        theirs = self.bodies.get(item.href)
        if theirs is None or last_modified(theirs) < last_modified(item.data):
            return True
        self.memory.items[item.href] = Item(listed[item.href], item.etag)  # another device has written it
        return False

    def delete(self, listed: Dict[str, str], wanted: Dict[str, homework.CalendarResource]) -> List[str]:
        """Deletes what is ours and no longer wanted."""
        lost = []
        for name in [name for name in self.memory.items if name not in wanted]:
            if name not in listed:
                del self.memory.items[name]
            elif name not in self.held or self.options.withdraw:
                answer = self.change("DELETE", name, None, If_Match=listed[name])
                if answer is None:
                    lost.append(name)
                elif answer.status in (200, 204, 404, 410):
                    del self.memory.items[name]
                    self.done["deleted"] += 1
        return lost

    def change(self, method: str, name: str, body: Optional[bytes], **headers: str) -> Optional[Answer]:
        """A change on the server; None if somebody else was faster."""
        if self.options.dry_run:
            return Answer(204, "", b"")
        answer = self.server.ask(method, self.server.item(name), body, **headers)
        if answer.status == 412:
            return None
        if answer.status == 401 or answer.status >= 500:
            raise ServerError(explain(answer.status))
        if answer.status not in (200, 201, 204, 404, 410):
            self.left += 1
            say(f"{name}: {explain(answer.status)}")
        return answer


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
    at = datetime.fromisoformat(text)
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
        discover(server, NEEDS[options.profile])
        name = hashlib.sha256(f"{server.host}{server.path}".encode()).hexdigest()[:8]
        memory = Memory(options.plan.with_name(f"{options.plan.name}.{name}.caldav"), plan.uid)
        return Sync(plan, server, memory, options).run()
    except ServerError as error:
        return stop(4, f"The server: {error}")
    except homework.ConflictError:
        return stop(3, f"{options.plan}: somebody else has changed it meanwhile; run this again")
    except (homework.HomeworkError, OSError) as error:
        return stop(3, f"{options.plan}: {error}")


if __name__ == "__main__":
    sys.exit(main())
