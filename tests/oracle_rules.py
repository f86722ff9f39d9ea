#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Compares random recurrence rules with python3-dateutil.

usage: oracle_rules.py RULE_DUMP [COUNT [SEED]]

COUNT is 2,000 unless given, 20,000 with HW_TEST_FULL=1. Rules of a class where dateutil departs from RFC 5545 are
counted and printed with the reason; all others must be equal.
"""
from __future__ import annotations

import datetime
import itertools
import os
import re
import subprocess
import sys
import warnings

from dateutil.rrule import rrulestr

SPAN = 11000
MOST = 24


def parts(text: str) -> dict[str, str]:
    return dict(part.split("=") for part in text.split(";"))


def mixes_ordinals(rule: dict[str, str], _start: str) -> bool:
    days = rule.get("BYDAY", "").split(",")
    numbered = [bool(re.match(r"[-+\d]", day)) for day in days]
    return any(numbered) and not all(numbered)


CLASSES = [
    ("BYDAY with and without numbers: dateutil wants both at once, RFC 5545 means either", mixes_ordinals),
]


def expand(text: str, start: str) -> list[str]:
    first = datetime.datetime.strptime(start, "%Y%m%d")
    try:
        end = first + datetime.timedelta(days=SPAN)
    except OverflowError:
        end = datetime.datetime.max
    found = itertools.takewhile(lambda day: day < end, rrulestr(text, dtstart=first))
    return [f"{day.year:04}{day.month:02}{day.day:02}" for day in itertools.islice(found, MOST)]


def main() -> int:
    full = os.environ.get("HW_TEST_FULL")
    count = sys.argv[2] if len(sys.argv) > 2 else "20000" if full else "2000"
    seed = sys.argv[3] if len(sys.argv) > 3 else "20250304"
    lines = subprocess.run([sys.argv[1], count, seed], check=True, capture_output=True, text=True).stdout.splitlines()
    warnings.simplefilter("ignore")
    compared = wrong = 0
    excluded = [[0, 0] for _ in CLASSES]
    for line in lines:
        text, start, days = line.split("|")
        rule = parts(text)
        equal = expand(text, start) == days.split()
        for number, (_, applies) in enumerate(CLASSES):
            if applies(rule, start):
                excluded[number][0] += 1
                excluded[number][1] += not equal
                break
        else:
            compared += 1
            if not equal:
                wrong += 1
                print(f"differs: {text} from {start}\n  library  {days}\n  dateutil {' '.join(expand(text, start))}")
    print(f"seed {seed}: {len(lines)} of {count} rules match within 30 years; {compared} compared, {wrong} differ")
    for (reason, _), (size, differing) in zip(CLASSES, excluded):
        print(f"left out {size} (of which {differing} differ): {reason}")
    return 1 if wrong or not compared else 0


if __name__ == "__main__":
    sys.exit(main())
