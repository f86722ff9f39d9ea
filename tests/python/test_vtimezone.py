# SPDX-License-Identifier: MIT
"""The VTIMEZONE of every zone of the database, for the spans that calendars have: read and reckoned here from the text
alone, and by python-icalendar, and compared with Python's zoneinfo around every change of offset."""
from __future__ import annotations

import datetime
import re
import subprocess
import zoneinfo
from typing import Iterable

import icalendar
import pytest
from dateutil.rrule import rrulestr

from common import FULL
from ical_readers import by_icalendar, by_ical_js, by_libical, by_vobject, tool

#: An instant, and the offset from then on.
Onset = tuple[int, int]
UTC = datetime.timezone.utc
DAY = 86400
# Beginning and length in days of the spans that are asked for.
SPANS = [(datetime.datetime(2026, 11, 23), 120), (datetime.datetime(2025, 1, 15), 700)]
if FULL:
    SPANS += [(datetime.datetime(2026, 7, 1), 30), (datetime.datetime(2010, 6, 1), 1500),
              (datetime.datetime(2031, 3, 1), 3000), (datetime.datetime(1975, 2, 1), 2500),
              (datetime.datetime(2040, 10, 1), 400), (datetime.datetime(2020, 1, 1), 6575), (datetime.datetime(2085, 1, 1), 3650)]


def stamp(naive: datetime.datetime) -> int:
    return int(naive.replace(tzinfo=UTC).timestamp())


def zone_names() -> list[str]:
    names = sorted(n for n in zoneinfo.available_timezones() if n not in ("localtime", "Factory") and "." not in n)
    return names if FULL else names[::4] + [
        "Africa/Casablanca", "Africa/Cairo", "Europe/Dublin", "America/St_Johns", "Asia/Jerusalem", "Australia/Lord_Howe",
        "America/Nuuk", "Antarctica/Troll", "Europe/Berlin"]


def written(requests: Iterable[tuple[str, int, int]]) -> list[str]:
    text = "".join(f"{name} {start} {end}\n" for name, start, end in requests)
    out = subprocess.run([str(tool("calendar_dump")), "zones"], input=text.encode(), check=True,
                         capture_output=True).stdout
    assert not [line for line in out.split(b"\r\n") if len(line) > 75 or b"\n" in line]
    return re.findall(r"BEGIN:VTIMEZONE\r\n.*?END:VTIMEZONE\r\n", out.decode(), re.S)


def offset(text: str) -> int:
    sign = -1 if text[0] == "-" else 1
    return sign * (int(text[1:3]) * 3600 + int(text[3:5]) * 60 + int(text[5:7] or 0))


def onsets(text: str, end: datetime.datetime) -> list[Onset]:
    """(instant, offset from then on) of all observances, in order, and the offset before the first."""
    found = []
    for block in re.findall(r"BEGIN:(?:STANDARD|DAYLIGHT)\r\n(.*?)END:", text, re.S):
        lines = [line.split(":", 1) for line in block.split("\r\n") if line]
        one = dict(lines)
        start = datetime.datetime.strptime(one["DTSTART"], "%Y%m%dT%H%M%S")
        before, after = offset(one["TZOFFSETFROM"]), offset(one["TZOFFSETTO"])
        local = {start} | {datetime.datetime.strptime(v, "%Y%m%dT%H%M%S") for k, v in lines if k == "RDATE"}
        if "RRULE" in one:
            assert re.fullmatch(r"FREQ=YEARLY;BYMONTH=\d+;BYDAY=(-1|[1-4])[A-Z]{2}", one["RRULE"]), one["RRULE"]
            local |= set(rrulestr(one["RRULE"], dtstart=start).between(start, end + datetime.timedelta(2), inc=True))
            assert min(local) == start
        found += [(stamp(at) - before, after) for at in local]
    return sorted(found)


def offset_at(found: list[Onset], instant: int) -> int:
    known = [after for at, after in found if at <= instant]
    assert known, "nothing holds yet"
    return known[-1]


def true_offset(zone: datetime.tzinfo, instant: int) -> int:
    return int((datetime.datetime.fromtimestamp(instant, zone).utcoffset() or datetime.timedelta()).total_seconds())


def instants(zone: datetime.tzinfo, found: list[Onset], start: int, end: int) -> list[int]:
    """Every half day (of long spans every other day), and around each change that either side knows."""
    steps = list(range(start, end, DAY // 2 if end - start < 2000 * DAY else 2 * DAY)) + [end]
    out = set(steps)
    for low, high in zip(steps, steps[1:]):
        if true_offset(zone, low) != true_offset(zone, high):
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if true_offset(zone, middle) == true_offset(zone, low) else (low, middle)
            out |= {low, high}
    return sorted(out | {at + d for at, _ in found for d in (-1, 0) if start <= at + d <= end})


def test_every_zone_is_right_in_its_span() -> None:
    compared = yearly = 0
    for begin, days in SPANS:
        requests = [(name, stamp(begin), stamp(begin) + days * DAY) for name in zone_names()]
        texts = written(requests)
        assert len(texts) == len(requests)
        for (name, start, end), text in zip(requests, texts):
            zone = zoneinfo.ZoneInfo(name)
            assert f"TZID:{name}\r\n" in text
            assert text.index("BEGIN:STANDARD") < (text + "BEGIN:DAYLIGHT").index("BEGIN:DAYLIGHT")
            assert "X-" not in text.replace(name, "") and "TZUNTIL" not in text
            found = onsets(text, begin + datetime.timedelta(days))
            for instant in instants(zone, found, start, end):
                assert offset_at(found, instant) == true_offset(zone, instant), (name, begin, instant)
                compared += 1
            yearly += "RRULE" in text
    assert compared > 100 * len(SPANS)
    assert yearly > len(zone_names()) // 10


def transitions(zone: datetime.tzinfo, start: int, end: int) -> list[int]:
    """The instants in the span at which the offset of a zone changes."""
    found, low, before = [], start, true_offset(zone, start)
    for high in list(range(start + DAY, end, DAY)) + [end]:
        after = true_offset(zone, high)
        if after != before:
            first, last = low, high
            while last - first > 1:
                middle = (first + last) // 2
                first, last = (middle, last) if true_offset(zone, middle) == before else (first, middle)
            found.append(last)
        low, before = high, after
    return found


@pytest.mark.parametrize("begin, days", [(datetime.datetime(2020, 1, 1), 6575), (datetime.datetime(2026, 11, 23), 400)])
def test_another_reader_comes_to_the_same(begin: datetime.datetime, days: int) -> None:
    """python-icalendar makes a zone of the text, which is asked a second before, at and after each change."""
    names = zone_names() if FULL else zone_names()[::2]
    start, end = stamp(begin), stamp(begin) + days * DAY
    changes = 0
    for name, text in zip(names, written([(name, start, end) for name in names])):
        truth = zoneinfo.ZoneInfo(name)
        calendar = icalendar.Calendar.from_ical(f"BEGIN:VCALENDAR\r\n{text}END:VCALENDAR\r\n")
        zone = calendar.walk("VTIMEZONE")[0].to_tz()
        claimed = [at for at, _ in onsets(text, begin + datetime.timedelta(days)) if start < at < end]
        for at in [start, end] + sorted(set(transitions(truth, start, end) + claimed)):
            for instant in (at - 1, at, at + 1):
                if start <= instant <= end:
                    assert true_offset(zone, instant) == true_offset(truth, instant), (name, instant)
            changes += start < at < end
    assert changes > len(names) // 3


def test_every_observance_is_as_outlook_wants_it() -> None:
    """RRULE with BYDAY where the changes follow a rule; else local RDATEs; a DTSTART that is not after the first use; both
    offsets in each; no two that hold alike; and no rule beside a list."""
    start = stamp(datetime.datetime(2026, 11, 23))
    for text in written([(name, start, start + 3650 * DAY) for name in zone_names()]):
        kinds = re.findall(r"BEGIN:(STANDARD|DAYLIGHT)\r\n(.*?)END:\1", text, re.S)
        assert kinds[0][0] == "STANDARD" and re.match(r"BEGIN:VTIMEZONE\r\nTZID:[^/][A-Za-z0-9_+/-]*\r\nBEGIN:STANDARD", text)
        ways = set()
        for kind, block in kinds:
            lines = block.split("\r\n")[:-1]
            names = [line.split(":")[0] for line in lines]
            assert names[:3] == ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO"] and names[-1] == "TZNAME"
            assert set(names[3:-1]) in ({"RRULE"}, {"RDATE"}, set()) and names.count("RRULE") <= 1
            assert not [line for line in lines if line.startswith(("DTSTART", "RDATE")) and line.endswith("Z")]
            ways.add((kind, lines[1], lines[2], lines[-1]))
        assert len(ways) == len(kinds)
        assert min(at for at, _ in onsets(text, datetime.datetime(2037, 1, 1))) <= start
        rules = text.count("RRULE:")
        assert rules in (0, 2) and (rules == 0 or len(kinds) == 2)


def test_forms() -> None:
    start = stamp(datetime.datetime(2026, 11, 23))
    berlin, kolkata, casablanca = written([(name, start, start + 120 * DAY)
                                           for name in ("Europe/Berlin", "Asia/Kolkata", "Africa/Casablanca")])
    assert "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU" in berlin and "RDATE" not in berlin
    assert "RRULE" not in kolkata and kolkata.count("BEGIN:STANDARD") == 1 and "DAYLIGHT" not in kolkata
    assert "RDATE:" in casablanca and "RRULE" not in casablanca


def test_four_readers_agree() -> None:
    start = stamp(datetime.datetime(2026, 3, 1))
    for text in written([(name, start, start + 400 * DAY) for name in zone_names()[::8]]):
        data = ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + text + "END:VCALENDAR\r\n").encode()
        expected = by_icalendar(data)
        for reader in (by_vobject, by_libical, by_ical_js):
            assert reader(data) == expected, (text, reader.__name__)
