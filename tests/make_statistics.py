#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Random series and what scipy and R make of them: tests/data/statistics/, which test_statistics_cases.c reads.

    make_statistics.py           writes the files anew
    make_statistics.py --check   makes them again beside and compares: the series as they are, numbers within 1e-9

Needs python3-scipy and r-base-core. The series come from a fixed seed, and only from random() of Python's generator,
which has been the same in all its versions. Rows of the files: a header, then one series each; lists are separated by
blanks, NA is a missing value, an empty cell what scipy or R do not define."""
from __future__ import annotations


import csv
import math
import pathlib
import random
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path
from typing import Any, Iterator

import numpy
import scipy.stats

HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE / "data" / "statistics"
SEED, SERIES = 20260401, 2000
FILES = ["series.csv", "scipy.csv", "r.csv", "normal.csv", "wilson.csv"]


# ---- series -----------------------------------------------------------------------------------------------------


def make_times(rng: random.Random, n: int) -> list[float]:
    kind = int(rng.random() * 6)
    if kind == 0:
        return [float(i) for i in range(n)]
    if kind == 1:
        return [7.0 * i for i in range(n)]
    if kind == 2:
        return [float(int(rng.random() * max(1, n // 2))) for _ in range(n)]
    if kind == 3:
        return [round(rng.random() * 120, 2) for _ in range(n)]
    if kind == 4:
        return [19000 + i + round(rng.random(), 3) for i in range(n)]
    return [float(i + int(rng.random() * 3)) for i in range(n)]


def make_values(rng: random.Random, times: list[float]) -> list[float]:
    kind = int(rng.random() * 7)
    slope = round(rng.random() * 2 - 1, 1)
    if kind == 0:
        return [float(int(rng.random() * 11)) for _ in times]
    if kind == 1:
        return [float(int(rng.random() * 2)) for _ in times]
    if kind == 2:
        return [round(rng.random() * 100, 2) for _ in times]
    if kind == 3:
        return [round(slope * i + rng.random() * 3, 1) for i in range(len(times))]
    if kind == 4:
        return [float(int(slope * i + rng.random() * 4)) for i in range(len(times))]
    if kind == 5:
        return [round((rng.random() - 0.5) * 1e6, 3) for _ in times]
    return [round(math.sin(i) * 3 + rng.random(), 4) for i in range(len(times))]


def make_series(rng: random.Random) -> Iterator[tuple[list[float], list[float], int]]:
    for _ in range(SERIES):
        n = int(rng.random() * 300) if rng.random() < 0.01 else int(rng.random() * 41)
        times = make_times(rng, n)
        values = make_values(rng, times)
        if rng.random() < 0.05:
            values = [4.0] * n
        if rng.random() < 0.1:
            values = [math.nan if rng.random() < 0.15 else value for value in values]
        yield times, values, int(rng.random() * (n + 1))


# ---- what scipy makes of them -----------------------------------------------------------------------------------


def nothing_constant(*columns: list[float]) -> bool:
    return all(len(set(column)) > 1 for column in columns)


def exact_p(x: list[float], y: list[float]) -> Any:
    """Over all orders, which scipy counts when nothing is tied."""
    if not 2 <= len(x) <= 10 or len(set(x)) < len(x) or len(set(y)) < len(y):
        return None
    return scipy.stats.kendalltau(x, y, method="exact").pvalue


def of_scipy(times: list[float], values: list[float], before: int) -> dict[str, Any]:
    kept = [(t, v) for t, v in zip(times, values) if not math.isnan(v)]
    x, y = [t for t, _ in kept], [v for _, v in kept]
    first = [v for v in values[:before] if not math.isnan(v)]
    second = [v for v in values[before:] if not math.isnan(v)]
    both = nothing_constant(x, y)
    line = scipy.stats.theilslopes(y, x, method="joint") if len(set(x)) > 1 else None
    return {
        "mean": math.fsum(y) / len(y) if y else None,
        "median": numpy.median(y) if y else None,
        "slope": line.slope if line else None,
        "intercept": line.intercept if line else None,
        "tau": scipy.stats.kendalltau(x, y).statistic if both else None,
        "exact": exact_p(x, y),
        "rho": scipy.stats.spearmanr(x, y).statistic if both else None,
        "nap": scipy.stats.mannwhitneyu(second, first).statistic / (len(first) * len(second)) if first and second else None,
    }


# ---- files ------------------------------------------------------------------------------------------------------


def text(value: float | None) -> str:
    if value is None:
        return ""
    if math.isnan(value):
        return "NA"
    return repr(int(value)) if float(value).is_integer() and abs(value) < 1e15 else repr(float(value))


def write(path: Path, header: list[str], rows: list[list[Any]]) -> None:
    with path.open("w", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def make(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    series = list(make_series(random.Random(SEED)))
    write(folder / "series.csv", ["before", "times", "values"],
          [[before, " ".join(map(text, times)), " ".join(map(text, values))] for times, values, before in series])
    results = [of_scipy(*one) for one in series]
    write(folder / "scipy.csv", list(results[0]), [[text(value) for value in row.values()] for row in results])
    subprocess.run(["Rscript", "--vanilla", HERE / "make_statistics.R", folder, str(SEED)], check=True)


def same_cell(a: str, b: str) -> bool:
    if a == b:
        return True
    try:
        x, y = float(a), float(b)
    except ValueError:
        return False
    return math.isclose(x, y, rel_tol=1e-9, abs_tol=1e-12)


def check() -> int:
    wrong = 0
    with tempfile.TemporaryDirectory() as name:
        make(pathlib.Path(name))
        for file in FILES:
            old = list(csv.reader((DATA / file).open()))
            new = list(csv.reader((pathlib.Path(name) / file).open()))
            differ = len(old) != len(new)
            for line, (a, b) in enumerate(zip(old, new), 1):
                if len(a) != len(b) or not all(map(same_cell, a, b)):
                    differ = True
                    print(f"{DATA / file}:{line}: {a} is now {b}")
                    break
            wrong += differ
    print(f"statistics: {len(FILES)} files made again, {wrong} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    if sys.argv[1:] == ["--check"]:
        sys.exit(check())
    make(DATA)
