#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes tests/data/change/*.csv: random inputs and what the formulas give for them, in decimals of 50 digits.

    tests/make_change.py            writes the files again, the same bytes each time
    tests/make_change.py --check    fails if they are others

The formulas are written out here a second time and share nothing with the library, not even its numbers: Python's
decimals have their own square root. A row begins with its inputs; "NA" is missing.
"""
from __future__ import annotations

import random
import sys
from decimal import Decimal, getcontext
from pathlib import Path
from typing import Any, Iterator

SEED = 19682
ROWS = 2000
FOLDER = Path(__file__).resolve().parent / "data" / "change"

getcontext().prec = 50


def text(value: object) -> str:
    return "NA" if value is None else f"{value:.17g}" if isinstance(value, Decimal) else str(value)


def gas(draw: random.Random) -> list[Any]:
    """rho, then a level and a weight for each of 1 to 8 goals; then n and T."""
    goals = [(draw.choice((-2, -1, 0, 1, 2, None)), Decimal(draw.choice((0, 1, 1, 2, 3, 4, 6, 9))) / draw.choice((1, 4, 10)))
             for _ in range(draw.randint(1, 8))]
    rho = Decimal(draw.choice((0, 3, 3, 3, 3, 5, 10))) / 10
    used = [(level, weight) for level, weight in goals if level is not None]
    inputs = [rho] + [part for goal in goals for part in goal]
    if not used:
        return inputs + [0, None]
    weights = sum(weight for _, weight in used)
    if weights == 0:
        return gas(draw)
    below = (1 - rho) * sum(weight * weight for _, weight in used) + rho * weights * weights
    score = 50 + 10 * sum(weight * level for level, weight in used) / below.sqrt()
    return inputs + [sum(weight > 0 for _, weight in used), score]


def change(draw: random.Random) -> list[Any]:
    """pre, post, SD and reliability; then SEM, S_diff, RC and 1.96 S_diff."""
    pre, post = (Decimal(draw.randint(0, 1000)) / draw.choice((1, 10)) for _ in range(2))
    sd, reliability = Decimal(draw.randint(1, 3000)) / 100, Decimal(draw.randint(0, 999)) / 1000
    error = sd * (1 - reliability).sqrt()
    difference = Decimal(2).sqrt() * error
    return [pre, post, sd, reliability, error, difference, (post - pre) / difference, Decimal("1.96") * difference]


def trend(draw: random.Random) -> list[Any]:
    """S_diff, then a time and a value for each of 2 to 9 points; then n, the slope and RTI."""
    difference = Decimal(draw.randint(1, 900)) / 100
    count = draw.randint(2, 9)
    points = [(draw.randint(0, 400) / Decimal(4), None if draw.random() < .15 else Decimal(draw.randint(0, 270)) / 10)
              for _ in range(count)]
    inputs = [difference] + [part for point in points for part in point]
    used = [(time, value) for time, value in points if value is not None]
    if len({time for time, _ in used}) < 2:
        return inputs + [len(used), None, None]
    mean = [sum(column) / len(used) for column in zip(*used)]
    squares = sum((time - mean[0]) ** 2 for time, _ in used)
    slope = sum((time - mean[0]) * (value - mean[1]) for time, value in used) / squares
    return inputs + [len(used), slope, slope / (difference * difference / 2 / squares).sqrt()]


def files() -> Iterator[tuple[Path, str]]:
    for number, (name, make, rows) in enumerate((("gas", gas, ROWS), ("change", change, ROWS), ("trend", trend, ROWS))):
        draw = random.Random(SEED + number)
        lines = [f"# {make.__doc__} Seed {SEED + number}, tests/make_change.py."]
        lines += [",".join(text(cell) for cell in make(draw)) for _ in range(rows)]
        yield FOLDER / f"{name}.csv", "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    good = True
    for path, wanted in files():
        if arguments != ["--check"]:
            path.write_text(wanted, encoding="ascii")
        elif path.read_text(encoding="ascii") != wanted:
            print(f"{path}: not what make_change.py writes")
            good = False
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
