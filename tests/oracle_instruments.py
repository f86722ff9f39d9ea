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
import json
import random
import sys
from fractions import Fraction
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "lib" / "progress" / "instruments"
CASES = ROOT / "tests" / "data" / "instruments"
SEED = 20261122
FORMS = 2000
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def turned(item, answer):
    return item["min"] + item["max"] - answer if item.get("reversed") else answer


def half_up(value):
    return (2 * value + 1) // 2


def total_of(data, variant, answers):
    """(total, prorated), or (reason, False): of answers by the item's own range, None = missing."""
    left_out = variant.get("leave_out", [])
    asked = [index for index in range(len(answers)) if index + 1 not in left_out]
    there = [turned(data["items"][index], answers[index]) for index in asked if answers[index] is not None]
    if not there:
        return "none", False
    if len(asked) - len(there) > data.get("may_miss", 0):
        return "few", False
    mean = Fraction(sum(there), len(there))
    prorate = variant.get("prorate", False)
    items = 1 if data["method"] == "mean" else len(answers) if prorate else len(asked)
    total = (mean + variant.get("shift", 0)) * items * data.get("times", 1)
    return half_up(total), prorate or len(there) < len(asked)


def unshifted(data, variant, total):
    items = 1 if data["method"] == "mean" else len(data["items"]) - len(variant.get("leave_out", []))
    return total - variant.get("shift", 0) * items * data.get("times", 1)


def band_of(bands, total):
    below = [index for index, band in enumerate(bands) if band["from"] <= total]
    return str(max(below)) if below else "-"


def screen_digits(data, total):
    digits = ["1" if ("from" in screen and total >= screen["from"]) or ("to" in screen and total <= screen["to"])
              else "0" for screen in data.get("screens", [])]
    return "".join(digits) or "-"


def subset_of(data, variant, subset, answers):
    numbers = subset["items"]
    if any(number in variant.get("leave_out", []) for number in numbers):
        return "./."
    values = [None if answers[number - 1] is None else turned(data["items"][number - 1], answers[number - 1])
              for number in numbers]
    shift = variant.get("shift", 0)
    total = "." if None in values else str(sum(values) + shift * len(values))
    if "counts_from" not in subset or all(value is None for value in values):
        return f"{total}/."
    count = sum(1 for value, least in zip(values, subset["counts_from"]) if value is not None and value >= least)
    return f"{total}/{count}"


def line(data, answers, variant_index, set_index):
    variant = data["variants"][variant_index] if variant_index is not None else {}
    shift = variant.get("shift", 0)
    total, prorated = total_of(data, variant, answers)
    named = isinstance(total, int) and variant.get("named", True)
    sets = data.get("band_sets", [])
    band = screens = "-"
    if named:
        seen = unshifted(data, variant, total)
        band = band_of(sets[set_index]["bands"], seen) if sets else "-"
        screens = screen_digits(data, seen)
    flags = ",".join(str(index + 1) for index, item in enumerate(data["items"])
                     if "safety" in item and answers[index] is not None
                     and turned(item, answers[index]) >= item["safety"]) or "-"
    form = "".join("." if answer is None else DIGITS[answer + shift] for answer in answers)
    subsets = ",".join(subset_of(data, variant, subset, answers) for subset in data.get("subsets", [])) or "-"
    return " ".join([form, "-" if variant_index is None else str(variant_index), str(set_index) if sets else "-",
                     str(total), "p" if prorated else "-", band, screens, flags, subsets])


def every_total(data):
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


def random_forms(data, source):
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


def cases(data):
    lines = [f"# tests/oracle_instruments.py, seed {SEED}"]
    for set_index in range(max(1, len(data.get("band_sets", [])))):
        lines += [line(data, answers, None, set_index) for answers in every_total(data)]
    source = random.Random(f"{SEED} {data['id']}")
    lines += [line(data, *form) for form in random_forms(data, source)]
    return "\n".join(dict.fromkeys(lines)) + "\n"


def main(words):
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
