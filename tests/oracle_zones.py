#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares our zones and civil dates with Python's zoneinfo and datetime.

    oracle_zones.py ZONE_DUMP [--full]

For each zone: every change of offset from 1900 to 2100 that either side knows, the hours around it in both
directions (instant to offset, wall time to instant), and random times of the years 1 to 9999. All changes
are found on our side by its own search and on Python's by bisection, so that a change which one side lacks
is seen. Python does not tell which type of time is daylight saving time; that is compared with the C
library's tm_isdst.
--full takes every zone of the system's database, else 40 of them are taken.

Where the two could differ, and what is compared: Python gives a wall time in a gap the offset before the
gap when fold=0, and one in an overlap the first when fold=0. RFC 5545 section 3.3.5 asks for the same two,
so fold=0 is the comparison everywhere. Python tells gap and overlap only through fold=1, which gives the
offset after: larger in a gap, smaller in an overlap. zoneinfo reads the same files, but through an
implementation that shares nothing with ours.
"""
from __future__ import annotations

import datetime
import os
import random
import subprocess
import sys
import time
import zoneinfo
from typing import Callable

SHORT = """
Africa/Cairo Africa/Casablanca Africa/El_Aaiun Africa/Juba Africa/Monrovia America/Anchorage America/Asuncion
America/Caracas America/Havana America/Juneau America/New_York America/Nuuk America/Port-au-Prince
America/Santiago America/Sao_Paulo America/St_Johns America/Toronto Antarctica/Casey Antarctica/Troll
Asia/Amman Asia/Gaza Asia/Kathmandu Asia/Manila Asia/Pyongyang Asia/Tehran Asia/Tokyo Atlantic/Azores
Australia/Lord_Howe Australia/Sydney Etc/GMT+12 Etc/GMT-14 Europe/Berlin Europe/Dublin Europe/Lisbon
Europe/London Europe/Moscow Pacific/Apia Pacific/Chatham Pacific/Kwajalein UTC
""".split()
SEED = 20250303
EPOCH = datetime.datetime(1970, 1, 1)
UTC_EPOCH = EPOCH.replace(tzinfo=datetime.timezone.utc)
FIRST = int((datetime.datetime(1900, 1, 1) - EPOCH).total_seconds())
LAST = int((datetime.datetime(2101, 1, 1) - EPOCH).total_seconds())
EARLIEST = int((datetime.datetime(1, 1, 3) - EPOCH).total_seconds())
LATEST = int((datetime.datetime(9999, 12, 29) - EPOCH).total_seconds())


#: When, and the offsets before and after.
Change = tuple[int, int, int]


def seconds_of(local: datetime.datetime) -> int:
    offset = local.utcoffset()
    assert offset is not None
    return int(offset.total_seconds())


def ask(program: str, questions: list[str], *options: str) -> list[str]:
    text = "\n".join(questions) + "\n"
    done = subprocess.run([program, *options], input=text, capture_output=True, text=True, check=True)
    answers = done.stdout.splitlines()
    if len(answers) != len(questions):
        sys.exit(f"{len(questions)} questions, {len(answers)} answers")
    return answers


def naive(seconds: int) -> datetime.datetime:
    return EPOCH + datetime.timedelta(seconds=seconds)


def state_of(zone: zoneinfo.ZoneInfo, instant: int) -> tuple[int, str | None]:
    """What Python says of an instant: offset and abbreviation."""
    local = (UTC_EPOCH + datetime.timedelta(seconds=instant)).astimezone(zone)
    return seconds_of(local), local.tzname()


def wall_of(zone: zoneinfo.ZoneInfo, wall: int) -> tuple[int, int, int]:
    """What Python says of a wall time, in our form."""
    local = naive(wall).replace(tzinfo=zone)
    first, second = seconds_of(local), seconds_of(local.replace(fold=1))
    return wall - first, first, 1 if second > first else 2 if second < first else 0


def offset_of(zone: zoneinfo.ZoneInfo, instant: int) -> int:
    return state_of(zone, instant)[0]


def python_changes(zone: zoneinfo.ZoneInfo) -> list[Change]:
    """Python's changes of offset, by steps of a day and then bisection."""
    found = []
    step = 86400
    before = offset_of(zone, FIRST)
    for instant in range(FIRST, LAST, step):
        after = offset_of(zone, instant + step)
        if after != before:
            low, high = instant, instant + step
            while high - low > 1:
                middle = (low + high) // 2
                if offset_of(zone, middle) == before:
                    low = middle
                else:
                    high = middle
            found.append((high, before, after))
            before = after
    return found


def our_changes(program: str, names: list[str]) -> dict[str, list[Change]]:
    """Our changes of offset of all zones, each asked from the one before."""
    found: dict[str, list[Change]] = {name: [] for name in names}
    place = {name: FIRST for name in names}
    while place:
        questions = [line for name in place for line in (f"zone {name}", f"n {place[name]}")]
        answers = ask(program, questions)
        for name, answer in zip(list(place), answers[1::2]):
            at, before, after = (LAST + 1, 0, 0) if answer == "none" else map(int, answer.split())
            if at > LAST:
                del place[name]
            else:
                found[name].append((at, before, after))
                place[name] = at
    return found


def compare(program: str, name: str, changes: list[Change], chance: int, report: Callable[[str], object]) -> int:
    """The times around each change, and random ones."""
    zone = zoneinfo.ZoneInfo(name)
    os.environ["TZ"] = name
    time.tzset()
    instants, walls = set(), set()
    for at, before, after in changes:
        for hours in (-26, -25, -3, -2, -1, 0, 1, 2, 3, 25, 26):
            for second in (-1, 0, 1):
                instants.add(at + hours * 3600 + second)
                for offset in (before, after):
                    walls.add(at + offset + hours * 3600 + second)
        walls.add(at + (before + after) // 2)
    for _ in range(chance):
        instants.add(random.randint(EARLIEST, LATEST))
        walls.add(random.randint(EARLIEST, LATEST))
        instants.add(random.randint(FIRST, LAST))
        walls.add(random.randint(FIRST, LAST))
    asked = [("i", value) for value in sorted(instants)] + [("w", value) for value in sorted(walls)]
    questions = [f"zone {name}"] + [f"{kind} {value}" for kind, value in asked]
    hinted, fresh = ask(program, questions), ask(program, questions, "-r")
    if hinted[0] != "ok" or hinted != fresh:
        report(f"{name}: {hinted[0]}, or an answer depends on the hint")
    for (kind, value), answer in zip(asked, hinted[1:]):
        expected: tuple[object, ...]
        got: tuple[object, ...]
        if kind == "i":
            system = time.localtime(value)
            expected = (*state_of(zone, value), system.tm_gmtoff, system.tm_isdst)
            east, daylight, abbreviation = answer.split(" ", 2)
            got = (int(east), abbreviation, int(east), int(daylight))
        else:
            expected, got = wall_of(zone, value), tuple(int(part) for part in answer.split())
        if expected != got:
            report(f"{name}: {kind} {value} ({naive(value)}): expected {expected}, ours {got}")
    return len(asked)


def compare_dates(program: str, count: int, report: Callable[[str], object]) -> int:
    """Civil arithmetic: every day for some years, and random ones."""
    first, last = datetime.date.min.toordinal(), datetime.date.max.toordinal()
    base = EPOCH.date().toordinal()
    every = set(range(first, first + 800)) | set(range(last - 800, last + 1))
    every |= set(range(base - 800, base + 800))
    every |= {random.randint(first, last) for _ in range(count)}
    ordinals = sorted(every)
    texts = [datetime.date.fromordinal(ordinal).isoformat() for ordinal in ordinals]
    answers = ask(program, [f"d {ordinal - base}" for ordinal in ordinals] + [f"p {text}" for text in texts])
    for ordinal, text, forward, back in zip(ordinals, texts, answers, answers[len(ordinals):]):
        weekday = datetime.date.fromordinal(ordinal).weekday()
        if forward != f"{text} {weekday}" or back != str(ordinal - base):
            report(f"{text}: ours {forward} and {back}")
    bad = []
    for _ in range(count):
        text = f"{random.randint(0, 9999):04d}-{random.randint(0, 13):02d}-{random.randint(0, 32):02d}"
        bad.append(text)
    for text, answer in zip(bad, ask(program, [f"p {text}" for text in bad])):
        try:
            expected = str(datetime.date.fromisoformat(text).toordinal() - base)
        except ValueError:
            expected = "none"
        if answer != expected:
            report(f"{text}: Python {expected}, ours {answer}")
    return len(ordinals) + len(bad)


def main() -> int:
    program, full = sys.argv[1], "--full" in sys.argv[2:]
    names = sorted(zoneinfo.available_timezones() - {"localtime"})
    if not full:
        names = [name for name in names if name in SHORT]
    random.seed(SEED)
    differences = []
    times = changes = 0
    found = our_changes(program, names)
    for name in names:
        theirs = python_changes(zoneinfo.ZoneInfo(name))
        if theirs != [change for change in found[name] if change[0] < LAST]:
            differences.append(f"{name}: the changes differ: {set(theirs) ^ set(found[name])}")
        changes += len(theirs)
        times += compare(program, name, theirs, 500 if full else 100, differences.append)
    dates = compare_dates(program, 100000 if full else 5000, differences.append)
    for line in differences[:50]:
        print(line)
    print(f"seed {SEED}: {len(names)} zones, {changes} changes of offset, {times} times and {dates} dates "
          f"compared, {len(differences)} differences")
    return 1 if differences or len(names) < len(SHORT) else 0


if __name__ == "__main__":
    sys.exit(main())
