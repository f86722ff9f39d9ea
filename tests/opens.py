# SPDX-License-Identifier: MIT
"""What the `homework` command opens, by the record of its system calls: its own libraries, the plan or calendar that
it was given, the tz database, and nothing else, whatever a document says; no socket at all. And what it prints about a
document that it refuses says nothing of what somebody wrote there.

    opens.py <homework> <source folder> [--full]

Exits with 77 (skipped) where strace cannot trace.
"""
from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Sequence

HOMEWORK = os.path.abspath(sys.argv[1])
SOURCE = Path(sys.argv[2])
FULL = "--full" in sys.argv
ZONES = "/usr/share/zoneinfo"
SENTINEL = "SENTINEL"
AS_OF = ["--as-of", "2025-03-10T18:00:00+01:00"]
CALL = re.compile(r'^(?:\d+ +)?(\w+)\((.*)$')
TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')
FIRST = '<?xml version="1.0" encoding="UTF-8"?>\n'
BAIT = "/tmp/homework-bait"

# What is put into a valid document to make a reader fetch something: (before, after).
BAITS = [
    (FIRST, FIRST + f'<!DOCTYPE plan SYSTEM "file://{BAIT}.dtd">\n'),
    (FIRST, FIRST + '<!DOCTYPE plan PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://127.0.0.1:9/a.dtd">\n'),
    (FIRST, FIRST + f'<!DOCTYPE plan [<!ENTITY a SYSTEM "{BAIT}"><!ENTITY % b SYSTEM "http://127.0.0.1:9/b"> %b;]>\n'),
    (FIRST, FIRST + f'<?xml-stylesheet href="{BAIT}.xsl" type="text/xsl"?>\n'),
    (FIRST, FIRST + f'<?oasis-xml-catalog catalog="{BAIT}.xml"?>\n'),
    (FIRST, FIRST.replace("UTF-8", "UTF-16")),
    ("<log>", f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{BAIT}" parse="text"/>\n<log>'),
    ("<log>", f'<x:a xmlns:x="http://127.0.0.1:9/x" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
              f'xsi:schemaLocation="http://127.0.0.1:9/x {BAIT}.xsd" xml:base="file://{BAIT}/"/>\n<log>'),
    ('zone="Europe/Berlin"', 'zone="../../../tmp/homework-bait"'),
    ('zone="Europe/Berlin"', f'zone="{BAIT}"'),
    ('zone="Europe/Berlin"', 'zone="localtime"'),
    ('zone="Europe/Berlin"', 'zone="posix/Europe/Nowhere"'),
    ('zone="Europe/Berlin"', 'zone="tzdata.zi"'),
]

CALENDAR_BAIT = "".join(line + "\r\n" for line in [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//SENTINEL//EN", "BEGIN:VTIMEZONE", "TZID:/etc/passwd",
    f"TZURL:file://{BAIT}", "END:VTIMEZONE", "BEGIN:VTODO", "UID:SENTINEL", "SUMMARY:SENTINEL",
    f"ATTACH:file://{BAIT}", "URL:http://127.0.0.1:9/", f'DESCRIPTION;ALTREP="file://{BAIT}":SENTINEL',
    "DUE;TZID=../../../etc/passwd:20250310T190000", f"DTSTART;TZID={BAIT}:20250310T190000",
    "STATUS:COMPLETED", "END:VTODO", "END:VCALENDAR"])


def trace(arguments: Sequence[object], folder: str) -> tuple[set[str], list[str], subprocess.CompletedProcess[bytes]]:
    """The paths and the sockets of a run, and how it ended."""
    record = Path(folder) / "record"
    run = subprocess.run(["strace", "-f", "-qq", "-s", "4096", "-o", str(record), "-e", "trace=%file,%network",
                          HOMEWORK, *map(str, arguments)], capture_output=True, timeout=60)
    paths, sockets = set(), []
    for line in record.read_text(errors="replace").splitlines():
        call = CALL.match(line)
        if not call:
            continue
        if call[1] in ("socket", "connect", "bind", "sendto", "socketpair", "getsockname"):
            sockets.append(line)
        elif call[1] == "execve":
            paths.add(TEXT.findall(call[2])[0])
        else:
            paths.update(os.path.normpath(path) for path in TEXT.findall(call[2]) if path)
    return paths, sockets, run


def is_zone(path: str) -> bool:
    return path == ZONES or path.startswith(ZONES + "/")


def is_json(path: Path) -> bool:
    return Path(path).read_bytes().lstrip()[:1] in (b"{", b"[")


class Proof:
    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.bad = self.runs = 0
        self.own, sockets, _ = trace(["--help"], folder)
        assert not sockets and self.own

    def complain(self, arguments: Sequence[object], what: str) -> None:
        self.bad += 1
        print(f"homework {' '.join(map(str, arguments))}: {what}")

    def run(self, arguments: Sequence[object], given: Sequence[Path], writes: Path | None = None) -> subprocess.CompletedProcess[bytes]:
        paths, sockets, run = trace(arguments, self.folder)
        self.runs += 1
        allowed = {str(path) for path in given}
        if any(map(is_json, given)):
            allowed.add("/dev/urandom")  # with which jansson seeds its tables
        if writes:
            # Where something is written, the folder is opened too, for what is there and to flush it.
            name = re.escape(Path(writes).name)
            allowed |= {str(writes), Path(writes).name, str(Path(writes).parent), "."}
            paths = {path for path in paths if not re.fullmatch(rf"(.*/)?\.{name}\.\d+\.\d+", path)}
        strange = {path for path in paths - self.own - allowed if not is_zone(path)}
        if strange:
            self.complain(arguments, f"opens {sorted(strange)}")
        if sockets:
            self.complain(arguments, f"uses the network: {sockets[0]}")
        if run.returncode < 0:
            self.complain(arguments, f"died of signal {-run.returncode}")
        # The name of an element or attribute that the format does not know is markup, and is told.
        said = re.sub(rb"\[[^]]*\] \(unknown-(element|attribute)\)", b"", run.stdout + run.stderr)
        if run.returncode != 0 and SENTINEL.encode() in said:
            self.complain(arguments, "tells what somebody wrote")
        return run


def prove(folder: str) -> int:
    proof = Proof(folder)
    valid = (SOURCE / "tests/data/valid/small.xml").read_text()
    for number, (before, after) in enumerate(BAITS):
        assert before in valid, before
        bait = Path(folder) / f"bait-{number}.xml"
        bait.write_text(valid.replace(before, after, 1))
        proof.run(["report", bait, *AS_OF], [bait])
        proof.run(["check", bait, "--salvage"], [bait])
    every = sorted((SOURCE / "tests/data/invalid").glob("*/*.xml"))
    for number, path in enumerate(every):
        if FULL or number % 12 == 0:
            proof.run(["check", path], [path])
    plan = Path(folder) / "plan.xml"
    plan.write_text(valid)
    calendar = Path(folder) / "todos.ics"
    for verb in (["report"], ["today"], ["occurrences"], ["remind"], ["remind", "--profile", "todos"], ["log"]):
        run = proof.run([verb[0], plan, *verb[1:], *AS_OF], [plan])
        assert run.returncode == 0, run.stderr
    run = proof.run(["remind", plan, "--profile", "todos", "--output", calendar, *AS_OF], [plan], calendar)
    assert run.returncode == 0, run.stderr
    calendar.write_bytes(calendar.read_bytes().replace(b"STATUS:NEEDS-ACTION", b"STATUS:COMPLETED"))
    run = proof.run(["import", plan, calendar, "--by", "client", *AS_OF], [plan, calendar], plan)
    assert run.returncode == 0, run.stderr
    assert b"0 taken home" not in run.stdout, run.stdout
    bait = Path(folder) / "bait.ics"
    for text in (CALENDAR_BAIT, CALENDAR_BAIT[:-20], CALENDAR_BAIT.replace("VERSION", "\0VERSION")):
        bait.write_bytes(text.encode())
        proof.run(["import", plan, bait, "--dry-run", *AS_OF], [plan, bait])
    left = sorted(path.name for path in Path(folder).iterdir() if path.name.startswith("."))
    if left:
        proof.complain([], f"leaves {left}")
    print(f"{proof.runs} runs traced, {proof.bad} findings")
    return proof.bad


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="homework-opens-") as folder:
        try:
            probe = subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True)
        except FileNotFoundError:
            probe = None
        if not probe or probe.returncode != 0:
            print("skipped: strace is not there or may not trace here")
            return 77
        return 1 if prove(folder) else 0


if __name__ == "__main__":
    sys.exit(main())
