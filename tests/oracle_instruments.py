# SPDX-License-Identifier: MIT
"""Scores questionnaires a second time, by the data files alone and without the library: the cases in
tests/data/instruments that test_instrument_cases compares with.

    oracle_instruments.py            says whether the cases are still what this script makes
    oracle_instruments.py --write    makes them anew

One file for each instrument: every total that a complete form can have, by each set of bands, then 2,000 random forms;
what comes out twice is there once.
A line is a form: answers (a letter or digit each, 0-9a-z, "." = missing), variant, set of bands ("-" = none, else
their number from 0), total ("few" or "none" when there is none), p if it is prorated, number of the band, a digit
for each threshold (1 = reached; "-" where they mean nothing), items flagged, and the sum and count of each subset ("." =
undefined).
"""
from __future__ import annotations

import json
import random
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any, Iterator, Sequence, Union

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "lib" / "progress" / "instruments"
CASES = ROOT / "tests" / "data" / "instruments"
SEED = 20261122
#: What a data file says, and what somebody answered.
Data = dict[str, Any]
Answers = Sequence[Union[int, None]]
FORMS = 2000
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def turned(item: Data, answer: int) -> int:
    return int(item["min"] + item["max"] - answer) if item.get("reversed") else answer


def half_up(value: Fraction | int) -> int:
    return (2 * value + 1) // 2


def total_of(data: Data, variant: Data, answers: Answers) -> tuple[int | str, bool]:
    """(total, prorated), or (reason, False): of answers by the item's own range, None = missing."""
    left_out = variant.get("leave_out", [])
    asked = [index for index in range(len(answers)) if index + 1 not in left_out]
    there = [turned(data["items"][index], answer) for index, answer in enumerate(answers) if index in asked and answer is not None]
    if not there:
        return "none", False
    if len(asked) - len(there) > data.get("may_miss", 0):
        return "few", False
    mean = Fraction(sum(there), len(there))
    prorate = variant.get("prorate", False)
    items = 1 if data["method"] == "mean" else len(answers) if prorate else len(asked)
    total = (mean + variant.get("shift", 0)) * items * data.get("times", 1)
    return half_up(total), prorate or len(there) < len(asked)


def unshifted(data: Data, variant: Data, total: int) -> int:
    items = 1 if data["method"] == "mean" else len(data["items"]) - len(variant.get("leave_out", []))
    return total - int(variant.get("shift", 0) * items * data.get("times", 1))


def band_of(bands: list[Data], total: int) -> str:
    below = [index for index, band in enumerate(bands) if band["from"] <= total]
    return str(max(below)) if below else "-"


def screen_digits(data: Data, total: int) -> str:
    digits = ["1" if ("from" in screen and total >= screen["from"]) or ("to" in screen and total <= screen["to"])
              else "0" for screen in data.get("screens", [])]
    return "".join(digits) or "-"


def subset_of(data: Data, variant: Data, subset: Data, answers: Answers) -> str:
    numbers = subset["items"]
    if any(number in variant.get("leave_out", []) for number in numbers):
        return "./."
    values = [None if answers[number - 1] is None else turned(data["items"][number - 1], answers[number - 1])
              for number in numbers]
    shift = variant.get("shift", 0)
    total = "." if None in values else str(sum(value or 0 for value in values) + shift * len(values))
    if "counts_from" not in subset or all(value is None for value in values):
        return f"{total}/."
    count = sum(1 for value, least in zip(values, subset["counts_from"]) if value is not None and value >= least)
    return f"{total}/{count}"


def line(data: Data, answers: Answers, variant_index: int | None, set_index: int) -> str:
    variant = data["variants"][variant_index] if variant_index is not None else {}
    shift = variant.get("shift", 0)
    total, prorated = total_of(data, variant, answers)
    named = variant.get("named", True)
    sets = data.get("band_sets", [])
    band = screens = "-"
    if named and isinstance(total, int):
        seen = unshifted(data, variant, total)
        band = band_of(sets[set_index]["bands"], seen) if sets else "-"
        screens = screen_digits(data, seen)
    flags = ",".join(str(number) for number, (item, answer) in enumerate(zip(data["items"], answers), 1)
                     if "safety" in item and answer is not None and turned(item, answer) >= item["safety"]) or "-"
    form = "".join("." if answer is None else DIGITS[answer + shift] for answer in answers)
    subsets = ",".join(subset_of(data, variant, subset, answers) for subset in data.get("subsets", [])) or "-"
    return " ".join([form, "-" if variant_index is None else str(variant_index), str(set_index) if sets else "-",
                     str(total), "p" if prorated else "-", band, screens, flags, subsets])


def every_total(data: Data) -> Iterator[Answers]:
    """A complete form for each plain sum, the first items filled up first."""
    items = data["items"]
    least, greatest = sum(item["min"] for item in items), sum(item["max"] for item in items)
    for wanted in range(least, greatest + 1):
        rest, answers = wanted - least, []
        for item in items:
            step = min(rest, item["max"] - item["min"])
            answers.append(turned(item, item["min"] + step))
            rest -= step
        yield answers


def random_forms(data: Data, source: random.Random) -> Iterator[tuple[Answers, int | None, int]]:
    variants = [None] + list(range(len(data.get("variants", []))))
    sets = max(1, len(data.get("band_sets", [])))
    for _ in range(FORMS):
        variant = source.choice(variants)
        left_out = data["variants"][variant].get("leave_out", []) if variant is not None else []
        level, missing = source.random(), source.choice((0, 0, 0, 0.05, 0.15, 0.5))
        answers = []
        for index, item in enumerate(data["items"]):
            span = item["max"] - item["min"]
            answer = item["min"] + sum(source.random() < level for _ in range(span))
            answers.append(None if index + 1 in left_out or source.random() < missing else answer)
        yield answers, variant, source.randrange(sets)


def cases(data: Data) -> str:
    lines = [f"# tests/oracle_instruments.py, seed {SEED}"]
    for set_index in range(max(1, len(data.get("band_sets", [])))):
        lines += [line(data, answers, None, set_index) for answers in every_total(data)]
    source = random.Random(f"{SEED} {data['id']}")
    lines += [line(data, *form) for form in random_forms(data, source)]
    return "\n".join(dict.fromkeys(lines)) + "\n"


def main(words: list[str]) -> int:
    wrong = 0
    CASES.mkdir(exist_ok=True)
    for path in sorted(DATA.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        target = CASES / f"{data['id']}.txt"
        if words == ["--write"]:
            target.write_text(cases(data), encoding="ascii")
        elif not target.exists() or target.read_text(encoding="ascii") != cases(data):
            print(f"{target}: not what this script makes of {path.name}; run it with --write")
            wrong = 1
    return wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
